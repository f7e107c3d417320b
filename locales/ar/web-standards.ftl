# عميل الويب: المعايير الدنيا. مسودة لم يقرأها بعد متحدث أصلي.

standards-finding = { $part } من { $whole } معيارًا أدنى غير مستوفاة
standards-none = لا توجد قائمة تحقق بعد
standards-none-text = حين تكتمل قائمة تحقق تظهر هنا.
standards-none-keep = ابدأ قائمة: اختر ما يُنظر فيه، وقل عن كل معيار كيف وُجد.
standards-overview = نظرة عامة
standards-checklists = قوائم التحقق
standards-actions = إجراءات التحسين
standards-editions = الطبعات والنصوص
standards-country = مكيفة للبلد
standards-worst = غير المستوفى أولًا
standards-show = عرض
standards-none-so = لا معيار على هذه الحال.
standards-shown = معروض { $part } من { $whole }.
standard-one = المعيار
rating-one = التقييم
rating-MET = مستوفى
rating-PARTIAL = مستوفى جزئيًا
rating-NOT_MET = غير مستوفى
rating-NOT_APPLICABLE = لا ينطبق
rating-NOT_ASSESSED = لم يُقيّم
rating-reason = لماذا لا ينطبق
rating-reason-hint = قل السبب: حتى ذلك الحين يبقى هذا التقييم على هذا الجهاز
rating-reason-missing = المعيار { $number }: قل لماذا لا ينطبق
rating-note = ما شوهد
score-one = الدرجة
score-mean = الدرجة، متوسط المعايير
score-strict = مستوفى تمامًا
score-strict-note = يُحسب «مستوفى» وحده، والجزئي لا شيء
score-complete = ما قُيّم
score-before = الجولة { $round }: { $score }
score-picture = حصص التقييمات
score-rule = المستوفى يُحسب 1 والجزئي نصفًا وغير المستوفى 0؛ وما لا ينطبق يحتاج سببًا ويخرج من المجموع
score-cuts = يُعرض غير مستوفى دون { $low }، ومستوفى من { $high }
score-words-score = المستوفى ونصف المستوفى جزئيًا، مما قُيّم وينطبق. وللمجال وللكل هو متوسط معاييره.
score-words-strict = المستوفى وحده، مما قُيّم وينطبق.
score-words-completeness = ما قُيّم، من كل ما ينطبق.
score-null = الشرطة تعني أن شيئًا مما ينطبق لم يُقيّم، وليس ذلك صفرًا.
domains-title = بحسب المجال
domain-one = المجال
items-title = التقييمات
items-counted = مستوفى { $met }، جزئيًا { $partial }، غير مستوفى { $notMet }، مفتوح { $open }
items-each = كل معيار
rounds-title = الجولات
nth-one = الجولة
nth-named = الجولة { $round }، { $day }
nth-stood = الجولة { $round }: { $rating }
change-same = كما كان

checklist-new = قائمة تحقق جديدة
checklist-open = فتح قائمة التحقق
checklist-what = ما يُنظر فيه
checklist-subject = المنظور فيه
checklist-search = ابحث عن منظمات بجزء من الاسم
checklist-subject-missing = اختر ما يُنظر فيه
checklist-none-found = لا شيء للاختيار.
checklist-cluster-missing = اختر المجموعة التي تُعد فيها
checklist-edition-missing = اختر طبعة
checklist-day = اليوم الذي تتحدث عنه
checklist-day-wrong = اختر اليوم أو يومًا سابقًا
checklist-note = ما يقال عنها جملة
checklist-begin = بدء القائمة
checklist-begun = بدأت قائمة التحقق.
checklist-kept = حُفظ.
checklist-finished = اكتملت قائمة التحقق.
checklist-DRAFT = قيد التعبئة
checklist-SUBMITTED = مكتملة
looked-at-OPERATION = عملية
looked-at-CLUSTER = مجموعة
looked-at-ORGANISATION = منظمة
looked-at-SITE = مدرسة أو موقع
looked-at-APPEAL = نداء
edition-of = الطبعة
drafts-title = قيد التعبئة
drafts-assessed = قُيّم { $share }
drafts-go = متابعة
fill-text = يُحفظ كل تقييم فورًا، حتى دون شبكة. تختار بالأسهم وتنتقل بمفتاح الجدولة.
fill-about = اليوم والملاحظة
fill-outdated = قُرئت نصوص منذ ذلك الحين، فلا تُحسب هذه التقييمات بعد: { $codes }
fill-rated = قُيّم { $part } من { $whole }
fill-next = المفتوح التالي
fill-finish = إنهاء
fill-sure = أتنهيها؟ لا تتغير التقييمات بعد ذلك.
fill-sure-open =
    { $count-form ->
        [zero] أتنهيها؟ لا تتغير التقييمات بعد ذلك.
        [one] أتنهيها وواحد لم يُقيّم؟ لا تتغير التقييمات بعد ذلك.
        [two] أتنهيها واثنان لم يُقيّما؟ لا تتغير التقييمات بعد ذلك.
        [few] أتنهيها و{ $count } لم تُقيّم؟ لا تتغير التقييمات بعد ذلك.
        [many] أتنهيها و{ $count } لم تُقيّم؟ لا تتغير التقييمات بعد ذلك.
       *[other] أتنهيها و{ $count } لم تُقيّم؟ لا تتغير التقييمات بعد ذلك.
    }
sending-saved = حُفظ كل شيء
sending-waiting = يجري الحفظ
sending-sending = يجري الحفظ
sending-device = محفوظ على هذا الجهاز
sending-refused = لم يُحفظ
dispute-text = يقول شخص آخر «{ $theirs }» وتقول أنت «{ $mine }».
dispute-mine = أبقِ ما قلته
dispute-theirs = خذ ما قاله الآخر
left-text = اكتملت في الأثناء. ولم يؤخذ آخر ما قلته:
left-forget = انسَه

evidence-title = الأدلة
evidence-count = الأدلة: { $number }
evidence-none = بلا أدلة
evidence-enough = لا تقييم بلا أدلة
evidence-lacking =
    { $count-form ->
        [zero] لا تقييم بلا أدلة
        [one] تقييم واحد يقول إن شيئًا أُنجز ولا دليل له
        [two] تقييمان يقولان إن شيئًا أُنجز ولا دليل لهما
        [few] { $count } تقييمات تقول إن شيئًا أُنجز ولا دليل لها
        [many] { $count } تقييمًا يقول إن شيئًا أُنجز ولا دليل له
       *[other] { $count } تقييم يقول إن شيئًا أُنجز ولا دليل له
    }
evidence-hidden = الأدلة لمن ينسق وللمنظمة نفسها.
evidence-add = إضافة دليل
evidence-kind = ما هو
evidence-OBSERVATION = مشاهدة
evidence-INTERVIEW = رواية
evidence-DOCUMENT = وثيقة
evidence-PHOTO = صورة
evidence-DATASET_LINK = مجموعة بيانات
evidence-note = ما الذي يبينه
evidence-privacy = بلا أسماء أشخاص وبلا وجوه أطفال.
evidence-note-missing = قل ما شوهد أو رُوي
evidence-url = العنوان إن كان في مكان آخر
evidence-or-file = أو ملف
evidence-where-missing = أدخل عنوانًا أو اختر ملفًا
evidence-on = جُمع في
evidence-by = جمعه
evidence-by-hint = دور أو منظمة، لا اسم شخص أبدًا.
evidence-by-missing = قل أي دور أو منظمة جمعه
evidence-save = إضافة الدليل
evidence-added = أُضيف الدليل.
evidence-remove = حذف
evidence-sure = أتحذفه نهائيًا؟
evidence-removed = حُذف الدليل.
evidence-file = فتح الملف

action-one = الإجراء
actions-title = الإجراءات
actions-count = الإجراءات: { $number }
actions-none = لا إجراءات على هذه الحال
actions-none-text = تُضاف الإجراءات إلى معيار في قائمة تحقق.
actions-show-open = للعمل
actions-show-late = متأخرة
actions-show-done = أُنجزت أو تُركت
actions-show-all = الكل
action-none = إضافة إجراء
action-add = إضافة إجراء
action-edit = تعديل الإجراء
action-gap = ما الناقص
action-gap-missing = قل ما الناقص
action-what = ما الذي يُعمل
action-what-missing = قل ما الذي يُعمل
action-priority = الإلحاح
priority-HIGH = أولًا
priority-MEDIUM = بعد ذلك
priority-LOW = حين يتسع الوقت
action-owner = المسؤول عنه
action-owner-missing = اختر المسؤول عنه
action-myself = أنا المسؤول عنه
action-due = آخر يوم
action-due-missing = أدخل آخر يوم
action-due-on = حتى { $day }
action-late = متأخر
action-status = مدى التقدم
action-save = حفظ الإجراء
action-saved = حُفظ الإجراء.
progress-OPEN = لم يبدأ
progress-IN_PROGRESS = جارٍ
progress-DONE = أُنجز
progress-CANCELLED = تُرك

compare-title = مقارنة الجولات
compare-with = المقارنة مع الجولة { $round }
compare-take = قارن
compare-two = اختر جولتين مكتملتين للشيء نفسه
compare-go = مقارنة الجولتين
compare-across = الجولتان بحسب طبعتين مختلفتين، { $before } و{ $after }. تُقرن المعايير بجدول المقابلة.
compare-change = التغير
compare-change-how = درجة الجولة اللاحقة ناقص درجة السابقة، بالنقاط المئوية، في المعايير التي يمكن مقارنتها في الجولتين.
compare-over =
    { $count-form ->
        [zero] نقاط مئوية، ولا معيار يمكن مقارنته
        [one] نقاط مئوية، لمعيار واحد يمكن مقارنته
        [two] نقاط مئوية، لمعيارين يمكن مقارنتهما
        [few] نقاط مئوية، لـ{ $count } معايير يمكن مقارنتها
        [many] نقاط مئوية، لـ{ $count } معيارًا يمكن مقارنته
       *[other] نقاط مئوية، لـ{ $count } معيار يمكن مقارنته
    }
compare-each = معيارًا معيارًا
compare-otherwise = قُيّمت أشياء أخرى
compare-points = التغيرات بالنقاط المئوية
incomparable-NO_COUNTERPART = بلا مقابل
incomparable-SEVERAL_COUNTERPARTS = عدة مقابلات
incomparable-NO_SCORE_BEFORE = بلا درجة قبلًا
incomparable-NO_SCORE_AFTER = بلا درجة بعدًا

framework-published = نُشرت
framework-standards = المعايير
framework-texts = نصوص الإجراءات الرئيسية
framework-note = نصوص الإجراءات الرئيسية ملك ناشرها. ومن يحق له استعمالها يطلب من مدير النظام قراءتها؛ وحتى ذلك الحين يُقيّم المعيار نفسه.
framework-unverified = الصياغة أو المجال ما زالا للمقارنة مع الطبعة.
framework-counterparts = في طبعات أخرى:
framework-no-texts = لم تُقرأ نصوص: يُقيّم المعيار نفسه.
texts-title = قراءة نصوص الإجراءات الرئيسية
texts-text = جدول بأعمدة Standard (رمزه) وKey action (رقمه) وText، لغة واحدة في كل مرة. فقط إن كان لك حق استعمالها.
texts-file = الملف
texts-missing = اختر ملفًا
texts-take = قراءة الملف
texts-taken = أُخذ: جديد { $added }، متغير { $changed }، دون تغيير { $unchanged }، متروك كما كان { $left }
texts-refused = لم يؤخذ شيء

context-text = ما يعنيه كل معيار في هذا البلد: يُصاغ معًا خطوة خطوة ويُعتمد.
context-none = لم يبدأ شيء بعد
context-new = البدء لطبعة
context-begin = بدء
context-begun = بدأ العمل.
context-step = الخطوة
context-items = المعاني
context-adopted = اعتُمد في
context-adopted-hint = ليس بعد { $day }. ولا يُعتمد إلا ما جُمع في وثيقة واحدة.
context-state = أين وصل
context-url = عنوان الوثيقة
context-file = أو الوثيقة نفسها
context-save = حفظ
context-saved = حُفظ.
context-download = فتح الوثيقة
context-meanings = ما يعنيه هنا
meaning-text = ما يعنيه هنا
meaning-missing = اكتب ما يعنيه هنا
meaning-threshold = يُقاس بـ
meaning-threshold-hint = مثل 40 متعلمًا لكل معلم
meaning-add = قل ما يعنيه هنا
meaning-edit = تعديل
phase-MAPPING = من يقدم التعليم
phase-ORIENTATION = ورش
phase-WORKING_GROUP = فريق عمل
phase-FACILITATION = التيسير
phase-DEFINITION = التعريف
phase-SYNTHESIS = وثيقة واحدة
phase-PRESENTATION = العرض
