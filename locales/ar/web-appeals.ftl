# عميل الويب: النداءات. مسودة لم يقرأها بعد متحدث أصلي.

appeals-finding = ما زال ينقص { $unmet } { $currency }
appeals-none = لا يوجد نداء بعد
appeals-none-text = حين ينشر المنسقون نداءً يظهر هنا.
appeals-none-write = ابدأ نداءً: قل لأي غرض هو ثم ما الذي يطلبه. لا يراه أحد سواك حتى تنشره.
appeals-donor = افتح نداءً لترى ما قدمته منظمتك، أو لتخبر عن مساهمة، أو لتتابع إصداراته.
appeals-list = ما طُلب وما قُدّم
appeal-one = النداء
appeal-new = نداء جديد
appeal-edit = تعديل النداء
appeal-saved = حُفظ النداء.
appeal-save = حفظ النداء
appeal-public = الصفحة العامة
appeal-all-clusters = كل المجموعات
appeal-code = الرمز العام
appeal-code-hint = هو جزء من عنوان الصفحة ولا يتغير: EDU-XX-2027
appeal-code-wrong = أدخل رمزًا من حرفين إلى 30 من الحروف اللاتينية والأرقام والشرطات
appeal-kind = النوع
appeal-name = العنوان، بما أمكن من اللغات
appeal-name-missing = أدخل عنوانًا بلغة واحدة على الأقل
appeal-summary = موضوعه، في جملتين أو ثلاث
appeal-starts = اليوم الأول
appeal-starts-missing = أدخل اليوم الأول
appeal-ends-on = أول يوم بعد النهاية
appeal-ends-wrong = أدخل يومًا بعد اليوم الأول
appeal-plan = الخطة التي يمولها
appeal-plan-hint = يمكنه عندئذ أن يطلب لأنشطتها، وتظهر أرقامها في كل إصدار.
appeal-no-plan = بلا خطة
appeal-currency = العملة
appeal-currency-hint = ثلاثة حروف مثل USD. تُحسب المساهمات بالدولار الأمريكي.
appeal-currency-wrong = أدخل العملة بحروفها الثلاثة الكبيرة، مثل USD
appeal-ends =
    { $count-form ->
        [zero] ينتهي اليوم
        [one] ينتهي خلال يوم واحد
        [two] ينتهي خلال يومين
        [few] ينتهي خلال { $count } أيام
        [many] ينتهي خلال { $count } يومًا
       *[other] ينتهي خلال { $count } يوم
    }
appeal-ended =
    { $count-form ->
        [zero] انتهى اليوم
        [one] انتهى قبل يوم واحد
        [two] انتهى قبل يومين
        [few] انتهى قبل { $count } أيام
        [many] انتهى قبل { $count } يومًا
       *[other] انتهى قبل { $count } يوم
    }
appeal-DRAFT = مسودة
appeal-PUBLISHED = منشور
appeal-REVISED = منشور ومنقّح
appeal-CLOSED = مغلق
appeal-ARCHIVED = مؤرشف
kind-FLASH_APPEAL = نداء عاجل
kind-HRP = خطة استجابة إنسانية
kind-RRP = خطة استجابة للاجئين
kind-HUMANITARIAN_OTHER = نداء إنساني آخر
kind-CERF = الصندوق المركزي لمواجهة الطوارئ
kind-CBPF = صندوق قُطري مشترك
kind-ECW_FER = التعليم لا يمكن أن ينتظر: استجابة أولى
kind-ECW_MYRP = التعليم لا يمكن أن ينتظر: برنامج متعدد السنوات
kind-ECW_AF = التعليم لا يمكن أن ينتظر: آلية التسريع
kind-GPE_ACCELERATED = الشراكة العالمية من أجل التعليم: تمويل معجّل
kind-UNICEF_HAC = اليونيسف: العمل الإنساني من أجل الأطفال
kind-AGENCY = نداء وكالة واحدة
kind-BILATERAL = إلى مانح واحد
kind-OTHER = آخر

money-required = المطلوب
money-received = المستلم
money-unmet = الناقص
money-picture = حصة المستلم
money-note-usd = المستلم بالدولار الأمريكي
money-note-pledge = تُعرض التعهدات ولا تُحسب أبدًا
money-source-lines = ما يطلبه النداء بحسب آخر تنقيح
money-source-flows = مساهمات أكدها المانح أو المستلم
money-behind = المساهمات وراء الرقم
money-behind-none = لا مساهمة وراءه يمكنك رؤيتها.
money-behind-note = المبلغ الذي تتقاسمه مجموعات عدة لا يُحسب لهذا النداء. ولا يرى المانح إلا مساهماته.
money-rule-requirement = مجموع مبالغ كل بنود التنقيح الساري في ذلك اليوم. والبند بلا مبلغ لا يُحسب.
money-rule-given = المدفوع والملتزم به معًا. لا تُحسب التعهدات ولا مبلغ تتقاسمه مجموعات عدة، إذ لا يقول أحد كم لكل منها.
money-rule-unmet = المطلوب ناقص المستلم، ولا يقل عن الصفر.
money-rule-paid = ما تم تحويله.
money-rule-committed = ما وُقّع عليه ولم يُحوّل بعد.
money-rule-pledged = ما أُعلن عنه. ليس ملزمًا ولا يُحسب في أي مكان.

funding-title = التمويل
funding-share = { $share } % من المطلوب
funding-no-share = بلا حصة: يطلب بعملة أخرى
funding-over = { $amount } فوق المطلوب
funding-pledged = متعهد به، غير محسوب
funding-more = مم يتكون
funding-in-kind = منه سلع وخدمات
funding-paid-share = منه مدفوع
funding-plan = ما قُدّم للخطة كلها
funding-shared = تتقاسمه مجموعات عدة
funding-shared-sector = متقاسم، وهذه المجموعة منها
funding-unallotted = للخطة ولم يُخصص لمجموعة بعد
funding-other-plans = متقاسم مع خطط أخرى، غير محسوب
funding-as-of = في { $day }

lines-title = ما يطلبه
lines-revise = صياغته من جديد
lines-none = لم يُذكر شيء بعد.
lines-revision = التنقيح { $number }، من { $day }:
lines-what = لأي غرض
lines-year = السنة
lines-amount = المبلغ، { $currency }
lines-everywhere = في كل مكان
lines-total = المجموع
lines-add = إضافة بند
lines-remove = حذف
line-activity = نشاط البند { $row }
line-other = شيء آخر
line-label = غرض البند { $row }
line-label-short = لأي غرض
line-area = منطقة البند { $row }
line-year = سنة البند { $row }
line-amount = مبلغ البند { $row }
revisions-title = تنقيحات سابقة
revisions-number = النسخة
revisions-from = سارٍ من
revisions-why = السبب
revise-way = الطريقة
revise-hand = يدويًا
revise-plan = من تكاليف الخطة
revise-file = من ملف
revise-text = كل ما يطلبه النداء من ذلك اليوم. وتبقى التنقيحات السابقة للقراءة.
revise-plan-text = يأخذ كل نشاط في الخطة بكميته وتكلفة وحدته كما هي الخطة الآن.
revise-file-text = جدول الاحتياجات بحسب المجموعة كما تعطيه خدمة التتبع المالي. والأرقام نفسها لا تُنشئ تنقيحًا جديدًا.
revise-clusters = خذ هذه المجموعات فقط
revise-clusters-hint = واحدة في كل سطر كما سُميت في الملف. والفارغ يأخذ الكل.
revise-from-missing = أدخل تاريخ السريان
revise-reason-missing = قل لماذا يُصاغ من جديد
revise-reason-hint = يراه القراء في السجل.
revise-no-lines = أضف بندًا واحدًا على الأقل
revise-line-what = البند { $row }: اختر نشاطًا أو قل لأي غرض هو
revise-line-amount = البند { $row }: اكتب مبلغًا مثل 1200000 أو 1200000.50
revise-line-year = البند { $row }: اكتب السنة بأربعة أرقام
revise-save = حفظ كتنقيح جديد
revise-done = هذا ما يطلبه النداء الآن.
revise-file-taken = أُنشئ التنقيح { $number }
revise-file-sums = تطلب الصفوف المأخوذة { $asked } وتقول إن { $given } قد قُدّم.
file-one = الملف
file-missing = اختر ملفًا
file-take = قراءة الملف
file-taken = أُخذ الملف
file-same = يقول الملف ما هو قائم
file-refused = لم يؤخذ شيء
file-added = جديدة
file-changed = متغيرة
file-unchanged = دون تغيير
file-back = العودة إلى النداء

flows-title = المساهمات
flows-own = مساهمات منظمتك
flows-none = لم تُسجل مساهمة بعد.
flows-none-own = ليس لمنظمتك مساهمة هنا بعد.
flows-hidden = المساهمات واحدة واحدة لمن ينسق ولمن يقدم. وكل إصدار عام يسمي ما يُحسب منها.
flows-import = قراءة مساهمات من ملف
flows-import-text = ملف تدفقات كما تعطيه خدمة التتبع المالي. الملف نفسه لا يغير شيئًا، وما كان لخطط أخرى يُحفظ ويُحسب هناك.
flow-new = تسجيل مساهمة
flow-change = الخطوة التالية أو تصحيح
flow-change-title = مساهمة: الخطوة التالية أو تصحيح
flow-save = تسجيل المساهمة
flow-save-version = حفظ كنسخة جديدة
flow-saved = سُجلت المساهمة.
flow-from = من
flow-to = إلى
flow-status = مدى ثباتها
flow-status-hint = لا خطوة إلى الوراء: اسحبها وسجل غيرها.
flow-PLEDGE = متعهد به
flow-COMMITMENT = ملتزم به
flow-PAID = مدفوع
flow-withdrawn = مسحوبة
flow-shared = متقاسمة مع مجموعات أخرى
flow-amount = المبلغ المقدم
flow-amount-wrong = أدخل مبلغًا مثل 1200000 أو 1200000.50
flow-usd = دولار أمريكي
flow-currency = العملة المقدمة
flow-rate = { $currency } للدولار الأمريكي الواحد
flow-rate-wrong = أدخل سعر يوم القرار، مثل 0.875
flow-rate-fixed = ثُبّت السعر عند القرار: { $rate } { $currency } للدولار الأمريكي الواحد.
flow-decided = تاريخ القرار
flow-reported = تاريخ الإبلاغ
flow-entered = تاريخ الإدخال
flow-kind = مال أم سلع
contribution-FINANCIAL = مال
contribution-IN_KIND = سلع أو خدمات بقيمتها
flow-earmarking = التخصيص
earmarking-UNEARMARKED = غير مخصص
earmarking-SOFTLY = مخصص تخصيصًا خفيفًا
earmarking-EARMARKED = مخصص
earmarking-TIGHTLY = مخصص تخصيصًا صارمًا
flow-activities = لهذه الأنشطة، إن سمى المانح شيئًا منها
flow-more = المزيد: القطاعات والسنوات والتخصيص
flow-sectors = القطاعات
flow-sectors-hint = رموز مثل EDU وPRO. إن تعددت تقاسمت المبلغ. والفارغ قطاع النداء: { $sector }.
flow-boundary = اتجاهها
boundary-INCOMING = إلى الخطة
boundary-INTERNAL = داخل الخطة، خُصصت الآن
boundary-OUTGOING = خارج الخطة
flow-portions = أجزاء بحسب السنة، بالدولار الأمريكي
flow-portions-hint = واحد في كل سطر، مثل 2027: 500000. ومجموعها الكل.
flow-portions-wrong = اكتب كل سنة ومبلغها في سطر، مثل 2027: 500000
flow-says = ما يقوله المانح عنها
flow-from-missing = اختر من يقدم
flow-to-missing = اختر من يستلم
flow-versions = النسخ
direction-SOURCE = من
direction-DESTINATION = إلى
withdraw-title = سحب المساهمة
withdraw-text = لا تُحسب بعد ذلك وتبقى في السجل.
withdraw-reason-missing = قل لماذا تُسحب
withdraw-go = سحب
withdraw-done = سُحبت المساهمة.
picker-search = ابحث بجزء من الاسم
picker-choose =
    { $count-form ->
        [zero] اختر: لم يُعثر على شيء
        [one] اختر: عُثر على واحدة
        [two] اختر: عُثر على اثنتين
        [few] اختر: عُثر على { $count }
        [many] اختر: عُثر على { $count }
       *[other] اختر: عُثر على { $count }
    }

editions-title = الإصدارات المنشورة
editions-none = لم يُنشر شيء بعد.
editions-note = لا يتغير إصدار أبدًا. وما كان خطأ يصححه الإصدار التالي ويقول ذلك.
edition-one = الإصدار
edition-named = الإصدار { $number }، في { $day }
edition-last = آخر إصدار
edition-none = غير منشور
edition-published = نُشر
edition-changes = ما الذي تغير
edition-files = الملفات
edition-areas = المناطق (CSV)
edition-money = المال (CSV)
changed-people-inNeed = المحتاجون
changed-people-targeted = المستهدفون
changed-people-reached = من تم الوصول إليهم
changed-money-requirement = المطلوب
changed-money-funded = المستلم
changed-money-pledged = المتعهد به
publish-go = نشر إصدار
publish-now = انشر وأخبر المتابعين
publish-busy = يجري النشر…
edition-done = نُشر الإصدار.
publish-text-first = الإصدار الأول يجعل النداء عامًا: صفحة يقرؤها الجميع، وملفاتها.
publish-text-next = يقف الإصدار { $number } إلى جانب ما سبقه، وتبقى تلك كما هي. وهو أيضًا طريقة التصحيح.
publish-day = اليوم الذي تتحدث عنه أرقامه
publish-day-hint = يُحسب ما قُبل وسُجل حتى نهاية ذلك اليوم.
publish-day-wrong = اختر اليوم أو يومًا سابقًا
publish-day-earlier = آخر إصدار يتحدث عن { $day }: اختر ذلك اليوم أو ما بعده
publish-note = ما الذي تغير، لقرائه
publish-note-first = كلمة لقرائه إن شئت
publish-note-missing = قل ما الذي تغير منذ آخر إصدار
publish-mails =
    { $count-form ->
        [zero] لا يتلقى أي متابع رسالة.
        [one] يتلقى متابع واحد رسالة.
        [two] يتلقى متابعان رسالة.
        [few] يتلقى { $count } متابعين رسالة.
        [many] يتلقى { $count } متابعًا رسالة.
       *[other] يتلقى { $count } متابع رسالة.
    }
publish-bounced =
    { $count-form ->
        [zero] تتلقى كل العناوين رسالة.
        [one] عنوان واحد لا يتلقى شيئًا: رفضه خادم البريد نهائيًا.
        [two] عنوانان لا يتلقيان شيئًا: رفضهما خادم البريد نهائيًا.
        [few] { $count } عناوين لا تتلقى شيئًا: رفضتها خوادم البريد نهائيًا.
        [many] { $count } عنوانًا لا يتلقى شيئًا: رفضتها خوادم البريد نهائيًا.
       *[other] { $count } عنوان لا يتلقى شيئًا: رفضتها خوادم البريد نهائيًا.
    }
publish-final = لا يمكن سحب إصدار منشور.
publish-preview = ما سيعرضه
publish-people = الناس
publish-people-note = في آخر فترة فُتحت. ويحسب الإصدار حتى يومه ويخفي الأعداد الصغيرة جدًا.
published-title = نُشر الإصدار { $number }
published-mails =
    { $count-form ->
        [zero] لا متابعين، فلا تُرسل رسائل.
        [one] رسالة إلى متابع واحد في الطريق. وما لا يصل يُعاد إرساله لأيام.
        [two] رسالتان إلى متابعَين في الطريق. وما لا يصل يُعاد إرساله لأيام.
        [few] رسائل إلى { $count } متابعين في الطريق. وما لا يصل يُعاد إرساله لأيام.
        [many] رسائل إلى { $count } متابعًا في الطريق. وما لا يصل يُعاد إرساله لأيام.
       *[other] رسائل إلى { $count } متابع في الطريق. وما لا يصل يُعاد إرساله لأيام.
    }
published-back = العودة إلى النداء
followers-title = المتابعون
followers-none = لا يتابعه أحد بعد.
followers-what = ما يتابعونه
followers-confirmed = مؤكدون
followers-pending = سُئلوا ولم يؤكدوا بعد
followers-undeliverable = بريد مرفوض نهائيًا
followers-note = لا تُقال العناوين لأحد. ومن أكد يتلقى رسالة مع كل إصدار ويمكنه التوقف بنقرة واحدة.
subject-OPERATION = كل نداءات
subject-APPEAL = هذا النداء
follow-label = تلقي رسالة مع كل إصدار
follow-hint = يأتي سؤال أولًا: لا يُرسل شيء آخر حتى يقول القارئ نعم.
follow-go = متابعة
follow-asked = سؤال في الطريق إلى { $address }.
steps-title = الإغلاق أو الأرشفة
step-done = تم.
step-CLOSED = إغلاق النداء
step-REVISED = فتح النداء من جديد
step-ARCHIVED = أرشفة النداء
step-text-CLOSED = لا يتغير ما يطلبه بعد ذلك، وقد يتبعه إصدار أخير.
step-text-REVISED = قد يتغير ما يطلبه من جديد.
step-text-ARCHIVED = يوضع جانبًا نهائيًا ولا يتغير شيء بعد ذلك.
step-sure-CLOSED = أتغلقه؟
step-sure-REVISED = أتفتحه من جديد؟
step-sure-ARCHIVED = أتؤرشفه نهائيًا؟
