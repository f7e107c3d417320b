# عميل الويب للمنسقين والشركاء. مسودة لم يقرأها بعد متحدث أصلي.

skip = إلى المحتوى
navigation = الرئيسية
menu = القائمة
language = اللغة
loading = جارٍ التحميل
close = إغلاق
more = المزيد
try-again = أعد المحاولة
nil = لا شيء للإبلاغ
translation-draft = هذه الترجمة مسودة: لم يقرأها متحدث أصلي بعد.
update-text = نسخة جديدة من Darasa جاهزة.
update-button = إعادة التحميل بالنسخة الجديدة
copy-from = لا اتصال. ترى نسخة من { $moment }.
not-found-title = لا شيء في هذا العنوان
not-found-back = العودة إلى هذا الشهر
screen-offline-title = هذه الشاشة ليست على هذا الجهاز بعد
screen-offline-text = اتصل مرة واحدة، وبعدها تُفتح من دون شبكة.
error-offline = تعذر الوصول إلى الخادم. ما أدخلته محفوظ على هذا الجهاز.
error-not-found = هذا غير موجود أو غير متاح لك
error-failed = لم ينجح هذا
error-request = أخبرنا بهذا الرقم:
errors-title =
    { $count-form ->
        [zero] لا أمور للتصحيح
        [one] أمر واحد للتصحيح
        [two] أمران للتصحيح
        [few] { $count } أمور للتصحيح
        [many] { $count } أمرًا للتصحيح
       *[other] { $count } أمر للتصحيح
    }
no-plan-title = لا توجد خطة استجابة بعد
no-plan-text = عندما يبدأ منسقو عمليتك خطة تظهر هنا.

nav-home = هذا الشهر
nav-reports = التقارير
nav-unsent = على هذا الجهاز
nav-situation = الوضع
nav-plan = خطة الاستجابة
nav-search = البحث
nav-settings = الإعدادات
nav-help = المساعدة

sync-online = متصل
sync-offline = غير متصل
sync-sending = جارٍ الإرسال
sync-waiting =
    { $count-form ->
        [zero] لا تقارير تنتظر على هذا الجهاز
        [one] تقرير واحد ينتظر على هذا الجهاز
        [two] تقريران ينتظران على هذا الجهاز
        [few] { $count } تقارير تنتظر على هذا الجهاز
        [many] { $count } تقريرًا ينتظر على هذا الجهاز
       *[other] { $count } تقرير ينتظر على هذا الجهاز
    }
sync-attention =
    { $count-form ->
        [zero] لا تقارير تحتاج إليك
        [one] تقرير واحد يحتاج إليك
        [two] تقريران يحتاجان إليك
        [few] { $count } تقارير تحتاج إليك
        [many] { $count } تقريرًا يحتاج إليك
       *[other] { $count } تقرير يحتاج إليك
    }
sync-last = آخر إرسال { $moment }
sync-received = استُلم { $title }، النسخة { $version }.

sign-in-title = تسجيل الدخول
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-button = دخول
sign-in-forgotten = هل نسيت كلمة المرور؟
sign-in-email-missing = أدخل بريدك الإلكتروني، مثل name@example.org
sign-in-password-missing = أدخل كلمة المرور
sign-in-wrong = البريد أو كلمة المرور غير صحيحة
sign-in-too-often = محاولات كثيرة. انتظر ربع ساعة أو اطلب كلمة مرور جديدة.
sign-in-lapsed-title = يرجى تسجيل الدخول من جديد
sign-in-lapsed-text = انتهت جلستك. لم يضع شيء: ما أدخلته محفوظ على هذا الجهاز ويُرسل بعد دخولك.
sign-out = تسجيل الخروج
sign-out-wipe = أزل أيضًا عملي غير المرسل من هذا الجهاز
sign-out-sure =
    { $count-form ->
        [zero] لا عمل غير مرسل. هل تخرج؟
        [one] عمل واحد لم يُرسل ويبقى على هذا الجهاز. هل تخرج؟
        [two] عملان لم يُرسلا ويبقيان على هذا الجهاز. هل تخرج؟
        [few] { $count } أعمال لم تُرسل وتبقى على هذا الجهاز. هل تخرج؟
        [many] { $count } عملًا لم يُرسل ويبقى على هذا الجهاز. هل تخرج؟
       *[other] { $count } عمل لم يُرسل ويبقى على هذا الجهاز. هل تخرج؟
    }
sign-out-wipe-sure =
    { $count-form ->
        [zero] لا عمل غير مرسل. هل تخرج؟
        [one] عمل واحد لم يُرسل وسيضيع نهائيًا. هل تخرج؟
        [two] عملان لم يُرسلا وسيضيعان نهائيًا. هل تخرج؟
        [few] { $count } أعمال لم تُرسل وستضيع نهائيًا. هل تخرج؟
        [many] { $count } عملًا لم يُرسل وسيضيع نهائيًا. هل تخرج؟
       *[other] { $count } عمل لم يُرسل وسيضيع نهائيًا. هل تخرج؟
    }
forgotten-title = طلب كلمة مرور جديدة
forgotten-button = أرسل لي رابطًا
forgotten-done = إن كان للعنوان حساب فرسالة برابط في طريقها إليك.
invitation-title = أهلًا بك: اختر كلمة مرور
reset-title = اختر كلمة مرور جديدة
password-new = كلمة المرور الجديدة
password-rule = عشرة أحرف على الأقل. بضع كلمات لا يجمعها غيرك مناسبة.
password-refused = لا يمكن استعمال كلمة المرور هذه. اختر غيرها.
password-dead = لم يعد هذا الرابط صالحًا. اطلب رابطًا جديدًا.
password-button = تعيين كلمة المرور
password-done = عُينت كلمة مرورك. يمكنك الدخول بها الآن.

home-period = تقارير { $month }
home-due =
    { $count-form ->
        [zero] الموعد اليوم
        [one] الموعد بعد يوم واحد
        [two] الموعد بعد يومين
        [few] الموعد بعد { $count } أيام
        [many] الموعد بعد { $count } يومًا
       *[other] الموعد بعد { $count } يوم
    }
home-overdue =
    { $count-form ->
        [zero] الموعد اليوم
        [one] فات الموعد منذ يوم واحد
        [two] فات الموعد منذ يومين
        [few] فات الموعد منذ { $count } أيام
        [many] فات الموعد منذ { $count } يومًا
       *[other] فات الموعد منذ { $count } يوم
    }
home-now = يحتاج إليك الآن
home-attention =
    { $count-form ->
        [zero] لا تقارير تعذر إرسالها
        [one] تقرير واحد تعذر إرساله كما هو
        [two] تقريران تعذر إرسالهما كما هما
        [few] { $count } تقارير تعذر إرسالها كما هي
        [many] { $count } تقريرًا تعذر إرساله كما هو
       *[other] { $count } تقرير تعذر إرساله كما هو
    }
home-attention-text = لم يضع شيء. انظر ما يعيقه ثم قرر.
home-look = عرض
home-open = فتح
home-begin = ابدأ
home-returned = أُعيد تقرير { $month }
home-draft = بدأ تقرير { $month }
home-report-due = تقرير { $month } مطلوب
home-report-by = الموعد { $day }
home-review =
    { $count-form ->
        [zero] لا تقارير تنتظر مراجعتك
        [one] تقرير واحد ينتظر مراجعتك
        [two] تقريران ينتظران مراجعتك
        [few] { $count } تقارير تنتظر مراجعتك
        [many] { $count } تقريرًا ينتظر مراجعتك
       *[other] { $count } تقرير ينتظر مراجعتك
    }
home-review-text = التقارير المقبولة وحدها تُحتسب.
home-review-button = مراجعة
home-device-drafts =
    { $count-form ->
        [zero] لا مسودات على هذا الجهاز
        [one] مسودة واحدة على هذا الجهاز
        [two] مسودتان على هذا الجهاز
        [few] { $count } مسودات على هذا الجهاز
        [many] { $count } مسودة على هذا الجهاز
       *[other] { $count } مسودة على هذا الجهاز
    }
home-device-drafts-text = ليست عند أحد غيرك حتى ترسلها.
home-nothing = لا شيء ينتظرك
home-nothing-text = أنجزت كل شيء.
home-figures = الأرقام الرئيسية
home-of-target = من { $target } مستهدف

figure-reached = من تم الوصول إليهم
figure-submitted = مُرسل ولم يُقبل بعد
figure-submitted-note = ليس في أي رقم منشور
figure-partners = الشركاء المبلّغون
figure-completeness = التقارير المقبولة
figure-need = المحتاجون
figure-target = المستهدفون
figure-gap = لم يُصل إليهم بعد
figure-progress = الحصة من الهدف
figure-of = { $part } من { $whole }
figure-open = { $name }: { $value }. كيف حُسب هذا الرقم
figure-title = { $name }: كيف حُسب هذا الرقم
figure-as-of = حتى تاريخ
figure-never = لم يُقبل شيء بعد
figure-source = المصدر
figure-method = الطريقة
figure-words = بالكلمات
figure-method-reach = في كل مكان ولكل مجموعة من الأطفال يؤخذ أكبر عدد بين كل الأنشطة والأشهر، ثم تُجمع الأماكن والمجموعات المختلفة. الطفل الذي حصل على كتاب ودرس يُحسب مرة واحدة.
figure-method-other = المصدر أعلاه يبين مما حُسب. لا يُحتسب إلا التقارير المقبولة والخطة المنشورة.
figure-null = الشرطة تعني أن أحدًا لم يقل شيئًا. الصفر يعني صفرًا.
rows-title = الصفوف وراء الرقم
rows-none = لا صف مقبولًا وراء هذا الرقم يمكنك رؤيته.
rows-note = يُعد الناس في كل صف، الجدد ومن عُدّوا سابقًا معًا. جمع الصفوف لا يساوي من تم الوصول إليهم.
rows-first = هذه أول 100 صف.
rows-activity = النشاط
rows-place = المكان
rows-partner = الشريك
rows-period = الفترة
rows-people = الأشخاص

situation-areas = حسب المنطقة
situation-area = المنطقة
situation-picture = الصورة
situation-missing = ناقص
situation-unreported = لم يُبلّغ
situation-of-target = من الهدف
situation-up-to = حتى { $day }
situation-plan-version = نسخة الخطة { $version }
situation-accepted = التقارير المقبولة فقط

plan-activity = النشاط
plan-indicator = المؤشر
plan-value = حتى الآن
plan-target = الوحدات المخططة
plan-no-objective = من دون هدف
plan-no-indicator = لا مؤشر بعد
plan-empty = لا أنشطة في الخطة بعد
plan-versions = النسخ المنشورة
plan-version = النسخة { $number }، { $day }
plan-never-published = لم تُنشر قط.

status-DRAFT = مسودة
status-SUBMITTED = مُرسل
status-RETURNED = مُعاد
status-ACCEPTED = مقبول
reports-status = الحالة
reports-period = الشهر
reports-partner = الشريك
reports-cluster = المجموعة القطاعية
reports-changed = آخر تغيير
reports-any = الكل
reports-none = لا تقرير يطابق
reports-none-text = اختر شهرًا آخر أو حالة أخرى.

report-title = تقرير { $month }
report-version = النسخة { $version }، { $moment }
report-note = ما يجب تصحيحه:
report-draft-here = تتابع المسودة التي على هذا الجهاز.
report-forward =
    { $count-form ->
        [zero] لا تقرير سابقًا تبدأ منه.
        [one] نُسخ صف واحد من تقريرك الأخير من دون أرقامه.
        [two] نُسخ صفان من تقريرك الأخير من دون أرقامهما.
        [few] نُسخت { $count } صفوف من تقريرك الأخير من دون أرقامها.
        [many] نُسخ { $count } صفًا من تقريرك الأخير من دون أرقامها.
       *[other] نُسخ { $count } صف من تقريرك الأخير من دون أرقامها.
    }
report-forward-text = لا يُرسل شيء حتى ترسله أنت؛ كل تغيير محفوظ على هذا الجهاز.
report-nil = لا شيء للإبلاغ هذا الشهر
report-is-nil = ليس لدى الشريك ما يبلغ عنه لهذا الشهر.
report-rows = ماذا فعلتم وأين ولمن
report-add-row = إضافة صف
report-row-nil = لا شيء للإبلاغ هنا
report-group = المجموعة
report-newPeople = جدد
report-repeatPeople = عُدّوا سابقًا
report-value = القيمة
report-was = السابق: { $value }
report-number-only = عدد صحيح
report-no-number = { $what }: «{ $text }» ليس عددًا. اكتب أرقامًا فقط.
report-empty-row = { $what }: لا رقم. الفارغ ليس صفرًا: أدخل عددًا أو 0 أو «لا شيء للإبلاغ».
report-no-rows = أضف صفًا، أو قل إنه لا شيء للإبلاغ.
report-entered =
    { $count-form ->
        [zero] لم يُدخل أحد
        [one] أُدخل شخص واحد
        [two] أُدخل شخصان
        [few] أُدخل { $count } أشخاص
        [many] أُدخل { $count } شخصًا
       *[other] أُدخل { $count } شخص
    }
report-kept = محفوظ على هذا الجهاز.
report-keeping = جارٍ الحفظ على هذا الجهاز …
report-device-full = لم يبق مكان على هذا الجهاز. نزّل نسخة الآن.
report-download = تنزيل نسخة
report-discard = تجاهل
report-discard-sure = ستضيع المسودة التي على هذا الجهاز. هل تتجاهلها؟
report-save = حفظ كمسودة
report-send = إرسال التقرير
report-queued = محفوظ على هذا الجهاز. يُرسل فور وجود اتصال.
report-queued-draft = محفوظ على هذا الجهاز. تُحفظ المسودة على الخادم فور وجود اتصال.
modality-IN_KIND = عيني
modality-SERVICE = خدمة
modality-CASH = نقد
modality-VOUCHER = قسائم
add-row-indicator = النشاط والمؤشر
add-row-area = المنطقة
add-row-modality = طريقة التقديم
add-row-indicator-missing = اختر ما نُفذ
add-row-area-missing = اختر المكان
add-row-taken = هذا النشاط في التقرير لهذه المنطقة بالفعل

review-look = انظر إلى هذه أولًا
review-row = الصف { $row }
review-decide = قرارك
review-note = ما يجب أن يصححه الشريك
review-note-missing = قل ما يجب أن يصححه الشريك
review-accept = قبول
review-return = إعادة مع هذه الملاحظة
review-accepted = قُبل التقرير.
review-returned = أُعيد التقرير إلى الشريك.
review-conflict = غيّر أحدهم هذا التقرير في أثناء ذلك. حمّله من جديد وانظر ثانية.

unsent-send-now = أرسل الآن
unsent-export = تنزيل عملي غير المرسل
unsent-waiting = في انتظار الإرسال
unsent-none = لا شيء ينتظر.
unsent-drafts = المسودات على هذا الجهاز
unsent-draft-saved = حُفظت { $moment }
unsent-edit = تصحيح
unsent-receipts = الإيصالات
receipts-none = لم يُرسل شيء من هذا الجهاز بعد.
receipt-what = التقرير
receipt-version = النسخة
receipt-at = وقت الاستلام
parcel-waiting = ينتظر
parcel-sending = جارٍ الإرسال
parcel-attention = يحتاج إليك
conflict-text = غيّر شخص آخر هذا التقرير في { $moment }. ما لا يتعارض دُمج بالفعل. اختر ما يثبت:
conflict-mine = لي: { $value }
conflict-theirs = لغيري: { $value }
conflict-settle = إرسال بهذه الاختيارات
invalid-text = لا يمكن للخادم قبوله هكذا:
locked-text = التقرير مغلق. يبقى ما أدخلته هنا تصحيحًا مقترحًا.
refused-text = رفضه الخادم.
field-newPeople = جدد
field-repeatPeople = عُدّوا سابقًا
field-value = القيمة
field-denominator = المقام
field-status = الحالة
field-nil = لا شيء للإبلاغ
field-units = الوحدات
field-amount = المبلغ
field-currency = العملة
field-remarks = ملاحظات
field-row = الصف

settings-me = أنت
settings-name = الاسم
settings-roles = الأدوار
settings-unsent =
    { $count-form ->
        [zero] لا عمل غير مرسل على هذا الجهاز.
        [one] عمل واحد على هذا الجهاز لم يُرسل.
        [two] عملان على هذا الجهاز لم يُرسلا.
        [few] { $count } أعمال على هذا الجهاز لم تُرسل.
        [many] { $count } عملًا على هذا الجهاز لم يُرسل.
       *[other] { $count } عمل على هذا الجهاز لم يُرسل.
    }
role-SYSTEM_ADMIN = مدير النظام
role-COORDINATOR = منسق
role-CO_COORDINATOR = منسق مشارك
role-SUBNATIONAL_COORDINATOR = منسق دون وطني
role-IMO = مسؤول إدارة المعلومات
role-PARTNER_FOCAL_POINT = جهة اتصال الشريك
role-PARTNER_EDITOR = محرر لدى الشريك
role-GOVERNMENT = ممثل الحكومة
role-DONOR = مانح
role-VIEWER = قارئ
tokens-title = مفاتيح للبرامج
tokens-text = يستعمل برنامجك مفتاحًا بدل كلمة مرورك. لا يستطيع أكثر مما تستطيع.
tokens-none = ليس لديك مفاتيح.
token-name = لأي غرض
token-name-missing = قل لأي غرض المفتاح
token-days = صالح كم يومًا (1 إلى 366)
token-days-wrong = أدخل عددًا صحيحًا من 1 إلى 366
token-read-only = للقراءة فقط
token-create = إنشاء مفتاح
token-made = أُنشئ المفتاح.
token-secret = انسخ هذا السر الآن: يُعرض مرة واحدة.
token-prefix = يبدأ بـ
token-ends = ينتهي
token-used = آخر استعمال
token-revoke = سحب
token-revoke-sure = سيُمنع البرنامج الذي يستعمل هذا المفتاح. هل تسحبه؟
token-revoked = مسحوب

search-label = عمّ تبحث؟
search-hint = اسم شريك أو نشاط
search-none = لم يُعثر على شيء
search-none-text = جرّب كلمة أقصر.
search-partners = الشركاء
search-activities = الأنشطة

help-title-month = الشهر
help-text-month = تُفتح فترة، ويبلغ الشركاء بما فعلوا وأين ولمن، وتقبل المجموعة كل تقرير أو تعيده مع ملاحظة. التقارير المقبولة وحدها تُحتسب.
help-title-offline = من دون شبكة
help-text-offline = كل تغيير يُحفظ على هذا الجهاز خلال ثانية. ما ترسله ينتظر هنا حتى يوجد اتصال، ويُرسل مرة واحدة مهما تكررت المحاولة، وينتهي بإيصال. «على هذا الجهاز» يعرض كل ذلك.
help-title-conflict = عندما يغيّر شخصان التقرير نفسه
help-text-conflict = التغييرات التي لا تتعارض تُدمج. وحيث غيّر الاثنان الخانة نفسها ترى القيمتين وتختار. لا يُستبدل شيء في صمت.
help-title-null = فارغ، صفر، لا شيء للإبلاغ
help-text-null = الفارغ يعني أن أحدًا لم يقل شيئًا. الصفر عدد. «لا شيء للإبلاغ» يعني أنه لم يُنفذ شيء هناك هذا الشهر.
help-title-figures = من أين يأتي الرقم
help-text-figures = كل رقم تحته خط يُفتح: طريقته وتاريخه ومصدره والصفوف وراءه بقدر ما يحق لك رؤيته.
help-title-keys = بلوحة المفاتيح
help-text-keys = Tab يتقدم، وShift مع Tab يرجع، وEnter يفتح، وEscape يغلق. أول Tab في كل شاشة يعرض الانتقال إلى المحتوى.

## Review

nav-review = المراجعة
not-now = ليس الآن
error-offline-act = لا يمكن الوصول إلى الخادم. لم يتغير شيء؛ حاول مجددًا عند توفر الاتصال.
error-changed = غيّر شخص ما هذا في الأثناء. تراه الآن كما هو؛ راجعه مجددًا.
review-title = المراجعة: { $waiting } في الانتظار
review-keys = الأعلى خطرًا أولًا
review-key-row = صف
review-key-accept = قبول
review-key-return = إعادة
review-key-comment = الأرقام والتعليقات
review-queue = القائمة، الأعلى خطرًا أولًا
review-none = لا تقارير للمراجعة
review-none-text = تم البت في كل ما أُرسل.
review-none-link = عرض التقارير المقبولة
review-flags = تنبيهات: { $flags }
review-no-flags = بلا تنبيهات
review-accept-calm = قبول ما ليس عليه تنبيهات: { $number }…
review-calm-title = قبول التقارير التي لا تنبيهات عليها: { $number }؟
review-calm-text = تُحتسب فورًا. وإن تغيّر أحدها في الأثناء فلا يُقبل أي منها.
review-many-changed = لم يُقبل شيء لأن ما يلي تغيّر أو بُتّ فيه في الأثناء: { $who }
review-sent = أُرسل { $moment }
review-whole = التقرير كاملًا
review-services = الخدمات المعدودة
review-services-before = { $month }: { $value }
review-first-report = لا تقرير قبل هذا
review-rows = الصفوف
review-rows-nil = لا شيء للإبلاغ في { $number }
review-settle = تنبيهات تنتظر التسوية
review-more-risks = والمزيد من الأنواع نفسها: { $number }
review-since = ما تغيّر منذ القبول
review-since-none = يقول ما كان يقوله عند قبوله.
since-ADDED = صف جديد
since-CHANGED = تغيّر
since-REMOVED = حُذف
review-only-flagged = ما عليه تنبيه أو تعليق فقط
review-place = المكان والنشاط
review-before = السابق
review-now = الآن
review-change = التغير
review-new = جديد
review-flag = تنبيه
review-decision = القرار
review-back = إعادة
review-figures = الأرقام
review-commented = عليه تعليق
review-cleaned = مصحَّح
review-first-rows = هذه أول 100 صف؛ افتح التقرير كاملًا لرؤية البقية.
review-row-note = ما ينبغي تصحيحه في الصف { $row }
review-row-note-missing = الصف { $row }: اذكر ما ينبغي للشريك تصحيحه
review-note-all = ملاحظة للشريك عن التقرير كله
review-count = سليمة: { $accept } · للإعادة: { $back }
review-count-text = لا يمكن بعدها تغيير سوى الصفوف المعادة.
review-return-rows = إعادة هذه الصفوف: { $number }
review-talk = عن التقرير كله
review-talk-row = تعليقات على هذا الصف
talk-missing = اكتب ما تريد قوله
talk-said = أُرسل تعليقك.
talk-resolved = سُوّي التعليق.
talk-reopened = أُعيد فتح التعليق.
talk-answer = الرد
talk-settled = سُوّي
talk-settle = تسوية
talk-reopen = إعادة الفتح
talk-new = تعليق جديد يقرؤه الشريك
talk-about = بشأن
talk-row = الصف كله
talk-say = إرسال التعليق
clean-partner = ما قاله الشريك
clean-counts = ما يُحتسب
clean-stale = غيّر الشريك الرقم منذ ذلك الحين: راجعه
clean-restore = سحب التصحيح
clean-restored = عاد رقم الشريك إلى الاحتساب.
clean-begin = تصحيح الأرقام
clean-why = لماذا
clean-why-hint = ما قاله الشريك يبقى بجانبه. وسيقرأ هذا.
clean-why-missing = اذكر سبب تصحيح الرقم
clean-nothing = غيّر رقمًا أولًا
clean-save = حفظ التصحيحات
clean-done = أصبحت التصحيحات محتسبة.
risk-ABOVE_IN_NEED = أعلى من المحتاجين
risk-WRONG_TOTAL = المجموع أقل من أجزائه
risk-ABOVE_TARGET = أعلى من المستهدف
risk-JUMP = قفزة
risk-DUPLICATE = تكرار محتمل
risk-OVERLAP = منطقة مع مكان داخلها
risk-MISSING_SPLITS = التصنيف ناقص
risk-text-ABOVE_IN_NEED = يبلغ الشركاء مجتمعين عن { $figure } في { $where } حيث عدد المحتاجين { $compared }.
risk-text-WRONG_TOTAL = المجموع { $figure } وأجزاؤه { $compared }.
risk-text-ABOVE_TARGET = يبلغ الشركاء مجتمعين عن { $figure } في { $where }؛ والمستهدف { $compared }.
risk-text-JUMP = { $compared } في المرة السابقة و{ $figure } الآن. حيث يظهر 0 فقد أُدخل صفر فعلًا.
risk-text-DUPLICATE = تبلغ { $who } عن النشاط نفسه للأشخاص أنفسهم هناك: { $figure } و{ $compared }.
risk-text-OVERLAP = أُبلغ عن { $where } مع مكان داخلها: سيُحسب أشخاص مرتين.
risk-text-MISSING_SPLITS = مجموع { $figure } فقط بينما تطلب الخطة التصنيف حسب الفئات.

## Import

nav-import = استيراد
import-kicker = لا يُحفظ شيء قبل أن ترى ما سيؤول إليه كل صف
import-way = ما الذي تحضره
import-way-workbook = مصنف دراسة
import-way-own = جدولك الخاص
import-in-file = مذكور في الملف
import-nobody = لا أحد بعينه
import-get = خذ المصنف
import-get-text = يحوي أنشطتك وأماكنك وآخر أرقامك، ويُملأ دون شبكة.
import-get-button = تنزيل المصنف
import-bring = أعده
import-bring-text = يذكر بنفسه لمن التقرير. ترى أولًا ما سيتغير.
import-file = الملف
import-replace = الملف هو التقرير كله: تُحذف الصفوف التي لا يحويها
import-reading = قراءة الملف
import-applied = الصفوف في التقرير
import-nothing-yet = لم يُحفظ شيء بعد
import-new = جديدة
import-changed = متغيّرة
import-same = كما كانت
import-removed = محذوفة
import-refused = مرفوضة
import-changes = ما سيتغير
import-row = الصف
import-what = ماذا
import-columns = الأعمدة
row-change-ADDED = جديد
row-change-CHANGED = متغيّر
row-change-UNCHANGED = كما كان
row-change-REMOVED = محذوف
import-ready = جاهزة للأخذ: { $number }
import-checked = تنزيل الملف مع العلامات
import-good-rows = خذ الصفوف السليمة وإن أخطأ غيرها
import-take = خذ الصفوف
import-issues = ما ينبغي تصحيحه
import-issues-more = والمزيد: { $number }
severity-ERROR = مرفوض
severity-WARNING = انظر
import-batches = ما دخل
import-batches-none = لم يُستورد شيء بعد.
import-when = متى
import-program = برنامج
import-undo = تراجع
import-undo-sure = ستعود التقارير إلى ما كانت عليه قبل هذا الملف. هل تتراجع؟
import-undone = تم التراجع عن الملف.
import-is-undone = متراجَع عنه
import-steps = الخطوات
import-step-file = الملف
import-step-sheet = الورقة والعناوين
import-step-columns = الأعمدة
import-step-cells = الخلايا
import-step-done = أُخذت
import-own-text = يصلح أي جدول فيه صف لكل ما أُنجز. تُخمَّن أعمدته وتقول أنت ما المقصود. لا مكان فيه لأسماء الأطفال.
import-sheet = الورقة
import-sheet-rows = الصفوف: { $rows }، الأعمدة المعروفة: { $known }
import-hidden = مخفية
import-header-row = صف العناوين
import-profile-found = يُقرأ كما سبق وفق الملف «{ $name }».
import-columns-known = الأعمدة المقروءة: { $known } من { $all }
import-check = فحص كل الخلايا
import-check-again = فحص من جديد
import-not-taken = مرفوضة: { $refused } · تنتظر اختيارك: { $choice }
import-rejected = تنزيل الصفوف التي لم تؤخذ
import-save-as = حفظ هذه المطابقة باسم
import-your-column = عمودك
import-goes-to = يصبح
import-sample = مثال
import-how = كيف طوبق
import-left-out = لا يُقرأ
import-chosen = اخترته أنت
found-HEADING = من عنوانه
found-TAG = من وسم HXL
found-SYNONYM = من مرادف
found-WORDS = مخمَّن من كلماته
found-LIKENESS = مخمَّن من الاسم
found-PROFILE = من الملف المحفوظ
import-column-goes = { $name } يصبح
import-whom = { $name }: من يعدّ
import-everyone = الجميع
import-numbers = { $name }: كيف تُكتب الأرقام
import-numbers-clear = الأرقام واضحة
import-dates = { $name }: كيف تُكتب الأيام
import-dates-clear = الأيام واضحة
import-dates-iso = سنة، شهر، يوم
import-dates-day = اليوم أولًا
import-dates-month = الشهر أولًا
import-read = صفوف مقروءة: { $all }، جاهزة: { $ready }. لم يُحفظ شيء بعد
verdict-OK = سليمة
verdict-FIXED = مصحَّحة
verdict-NEEDS_CHOICE = تحتاج اختيارك
verdict-REFUSED = مرفوضة
verdict-note-OK = كما كُتبت
verdict-note-FIXED = مسافات وتهجئات؛ كل منها معلَّم
verdict-note-NEEDS_CHOICE = الكلمة نفسها تُجاب مرة واحدة
verdict-note-REFUSED = مع السبب بجانب كل منها
import-accounted = الصفوف الأخرى: مذكورة سابقًا { $same }، متروكة { $out }، عناوين { $headings }، فارغة { $empty }.
import-report-counts = جديدة { $added }، متغيّرة { $changed }، كما كانت { $same }
import-was = مصحَّحة: كانت «{ $text }»
import-notes = ملاحظات
import-only-odd = الصفوف التي فيها ما يُقال فقط
import-choices = ما معنى هذه الكلمات؟
import-choices-text = كل منها تُجاب مرة لكل الصفوف
import-stands = المكتوب
import-means = المعنى
import-means-what = «{ $text }» تعني
import-choose = اختر
import-leave-rows = اترك هذه الصفوف
sheet-field-ORGANISATION = المنظمة
sheet-field-PERIOD = الشهر أو اليوم
sheet-field-YEAR = السنة
sheet-field-ACTIVITY = النشاط
sheet-field-INDICATOR = المؤشر
sheet-field-ADM1 = المنطقة، المستوى 1
sheet-field-ADM2 = المنطقة، المستوى 2
sheet-field-ADM3 = المنطقة، المستوى 3
sheet-field-AREA = المنطقة برمزها
sheet-field-SITE = الموقع أو المدرسة
sheet-field-POPULATION_GROUP = الفئة السكانية
sheet-field-MODALITY = طريقة التقديم
sheet-field-STATUS = مدى التقدم
sheet-field-NIL = لم يُنجز شيء
sheet-field-PEOPLE = أشخاص
sheet-field-WHOM = من يعدّهم الصف
sheet-field-COUNTED_BEFORE = هل عُدّوا سابقًا
sheet-field-VALUE = القيمة
sheet-field-DENOMINATOR = المقام
sheet-field-UNITS = الوحدات
sheet-field-AMOUNT = المبلغ المنفق
sheet-field-CURRENCY = العملة
sheet-field-PROJECT = المشروع
sheet-field-REMARKS = ملاحظات
sheet-field-SECTOR = القطاع

## Reports that came back

report-only-returned = لا يمكن تغيير إلا ما أُعيد: { $number }. يمكنك إضافة صفوف.
report-row-closed = هذا الصف سليم كما هو.

## Tables and published months

nav-tables = الجداول
nav-published = الأشهر المنشورة
yes = نعم
no = لا
table-GAPS = الفجوات حسب المنطقة
table-PRESENCE = من يفعل ماذا وأين
table-UNCOVERED = مناطق بلا أحد
table-COMPLETENESS = الإبلاغ حسب الشريك
table-COMPLETENESS_BY_AREA = الإبلاغ حسب المنطقة
table-QUALITY = الجودة حسب الشهر
table-OVERLAPS = التداخلات
table-OPERATIONAL_PRESENCE = الحضور التشغيلي (HAPI)
table-note-GAPS = المحتاجون والمستهدفون ومن تم الوصول إليهم وما ينقص. حيث تُعرف الشدة يأتي الأسوأ أولًا.
table-note-PRESENCE = كل منظمة مع أنشطتها ومناطقها.
table-note-UNCOVERED = فيها محتاجون ولا أحد ناشط.
table-note-COMPLETENESS = ما على كل شريك من تقارير، وما قُبل، وما وصل في موعده.
table-note-COMPLETENESS_BY_AREA = ما على الشركاء من تقارير عن كل منطقة، وما قُبل، وما وصل في موعده.
table-note-QUALITY = شهرًا بشهر: من أبلغ، والصفوف المكررة، والأماكن التي يتداخل فيها الشركاء.
table-note-OVERLAPS = أبلغ عدة شركاء عن النشاط والفئة نفسيهما في المكان والشهر نفسيهما. قد يُحسب أشخاص مرتين.
table-note-OPERATIONAL_PRESENCE = جدول الواجهة الإنسانية؛ ملفاته فيها كل الأعمدة.
tables-level = المناطق
tables-level-1 = المستوى 1، الأكبر
tables-level-2 = المستوى 2
tables-from = من
tables-to = إلى
tables-first = الشهر الأول
tables-latest = آخر شهر
tables-download = تنزيل هذا الجدول:
form-csv = CSV
form-xlsx = مصنف (XLSX)
form-json = JSON
form-geojson = خريطة (GeoJSON)
tables-records = السجلات
tables-none = لا شيء يُقال بعد
tables-covered = هناك من ينشط في كل منطقة فيها محتاجون
tables-none-text = لا يُحتسب إلا التقارير المقبولة والخطة المنشورة.
column-org_name = الشريك
column-activity_name = النشاط
column-sector_name = القطاع
column-places = الأماكن
column-rows_ongoing = صفوف جارية
column-rows_completed = صفوف مكتملة
column-reference_period_start = من
column-reference_period_end = إلى
column-in_need = المحتاجون
column-targeted = المستهدفون
column-reached = من تم الوصول إليهم
column-gap_to_target = الناقص عن المستهدف
column-gap_to_need = محتاجون لم يُصل إليهم
column-severity = الشدة
column-severity_weighted_gap = الفجوة مرجّحة بالشدة
column-rank = الترتيب
column-partners_reporting = الشركاء المبلّغون
column-partners_expected = الشركاء المتوقعون
column-partners_reporting_share = نسبة الشركاء المبلّغين
column-reports_expected = التقارير المتوقعة
column-reports_accepted = المقبولة
column-reports_in_time = في موعدها
column-completeness = الاكتمال
column-timeliness = الالتزام بالموعد
column-period = الفترة
column-rows = الصفوف
column-duplicate_rows = صفوف مكررة
column-duplicate_rate = نسبة المكرر
column-places_served = أماكن مخدومة
column-places_overlapping = أماكن متداخلة
column-overlap = نسبة التداخل
column-population_group = الفئة
column-organisations = الشركاء
column-org_names = من
map-title = خريطة: { $name }
map-label = خريطة { $name } حسب المنطقة؛ الأرقام نفسها في الجدول أدناه
map-up-to = حتى { $value }
map-unknown = غير معروف
map-note = لا تعني الحدود أي إقرار. الأرقام الدقيقة في الجدول أدناه.
map-offline = تحتاج الخريطة إلى اتصال. الجدول أدناه فيه الأرقام نفسها.
explain-counted = ما احتُسب
explain-first = هذه أول 50 صفًا.
input-PLACES = الأماكن المحتسبة
input-REACHED = من تم الوصول إليهم
input-TARGET = المستهدفون
input-IN_NEED = المحتاجون
input-PLAN_VERSION = إصدار الخطة
input-NUMERATOR = الجزء
input-DENOMINATOR = الكل
input-IN_NEED_PHASE_3 = المحتاجون، المرحلة 3
input-IN_NEED_PHASE_4 = المحتاجون، المرحلة 4
input-IN_NEED_PHASE_5 = المحتاجون، المرحلة 5
input-LEFT_PHASE_3 = الباقي من المرحلة 3
input-LEFT_PHASE_4 = الباقي من المرحلة 4
input-LEFT_PHASE_5 = الباقي من المرحلة 5
publish-title = نشر شهر
publish-text = تُجمَّد الأرقام والجداول كما هي ولا تتغير أبدًا. وما يُقبل لاحقًا ينتظر النشر التالي ويُدرج.
publish-up-to = حتى نهاية
publish-button = نشر
publish-sure = تجميد { $month } ونشره؟
publish-sure-text = لا يمكن سحب ما نُشر؛ والتصحيح هو النشر التالي.
publish-done = نُشر الشهر.
publication = { $month }، النشر { $number }
publication-hash = البصمة (SHA-256)
publication-late = تغيّر منذ ذلك؛ ينتظر التالي
publication-late-none = لم يتغير شيء منذ ذلك.
publication-none = لم يُنشر شيء بعد
publication-none-text = انشر الشهر بعد قبول تقاريره.
late-ACCEPTED = قُبل لاحقًا
late-REOPENED = أُعيد فتحه
late-CHANGED = تغيّر وقُبل مجددًا
link-title = روابط دون حساب
link-text = من يملك الرابط يرى ما نُشر: وتُخفى أعداد القلة.
link-name = لمن هو
link-name-missing = اذكر لمن الرابط
link-partners = ذكر أسماء الشركاء. اتركه حيث يعرّض أحدًا للخطر.
link-partners-short = يذكر الشركاء
link-make = إنشاء رابط
link-made = أُنشئ الرابط.
link-secret = انسخ هذا العنوان الآن: يظهر مرة واحدة.
link-revoke-sure = لن يرى من يستخدم هذا الرابط شيئًا بعد الآن. هل تسحبه؟
link-none = لا توجد روابط.
calendar-title = مواعيدك في تقويم
calendar-text = يقرأ برنامج التقويم هذا العنوان دون كلمة مرور. العنوان الجديد ينهي السابق.
calendar-make = إنشاء عنوان
calendar-made = أُنشئ التقويم.
calendar-end = إنهاء تقويمي
calendar-ended = أُنهي التقويم.

## Needs: rounds, assessments

nav-needs = الاحتياجات
nav-assessments = التقييمات
needs-import = إدخال جدول الاحتياجات
needs-none = لا توجد أرقام للاحتياجات بعد
needs-none-text = أدخل جدول تقييم: يصبح جولة ينشرها المنسق.
needs-rounds = جولات الاحتياجات
needs-round = الجولة
needs-round-named = الجولة { $number }: { $name }
needs-valid = صالحة
needs-replaces = تحل محل
needs-in-area = أجزاء { $area }
needs-all-areas = كل المناطق
needs-within = انظر في الداخل
needs-no-areas = لا مناطق معروفة هنا. أدخل الحدود أولا.
needs-first-areas = هذه أول 100 منطقة.
needs-groups = حسب المجموعة
needs-no-figures = لا تذكر هذه الجولة شيئا عن هذه المنطقة. وهذا ليس صفرا.
needs-assessed = ما سئل عنه هنا، الأحدث أولا
needs-never-assessed = لا يعرف السجل أي تقييم هنا.
needs-import-text = يدخل الجدول كله أو لا يدخل منه شيء. يصبح مسودة لا يعتمد عليها أحد حتى تنشر.
needs-file = الجدول
needs-file-hint = مصنف أو CSV فيه رموز P وأعمدة مثل Population وIn Need وTargeted
needs-file-missing = اختر الجدول
needs-source-hint = من أحصى، مثل «التقييم المشترك في مارس»
needs-source-missing = اذكر من أحصى
needs-method-missing = اذكر الطريقة
needs-version = نسخة الطريقة
needs-version-missing = اذكر نسخة الطريقة
needs-from = صالحة من
needs-to = حتى
needs-dates-wrong = اذكر أول يوم، وآخر يوم بعده
needs-read = اقرأ الجدول
needs-reading = تجري القراءة …
needs-figures =
    { $count-form ->
        [zero] لم يقرأ أي رقم ({ $count })
        [one] قرئ رقم واحد ({ $count })
        [two] قرئ رقمان ({ $count })
        [few] قرئت { $count } أرقام
        [many] قرئ { $count } رقما
       *[other] قرئ { $count } رقم
    }
needs-open-round = افتح الجولة { $number }
needs-outcome-IMPORTED = دخل الجدول، كمسودة
needs-outcome-UNCHANGED = كان هذا الجدول هنا؛ لم يتغير شيء
needs-outcome-REFUSED = لم يؤخذ شيء: أصلح هذه أولا
metric-POPULATION = السكان
metric-AFFECTED = المتضررون
metric-IN_NEED = المحتاجون
metric-TARGETED = المستهدفون
round-DRAFT = مسودة
round-VALIDATED = معتمدة
round-PUBLISHED = منشورة
round-SUPERSEDED = استبدلت
round-validate = اعتماد
round-publish = نشر
round-step-text = تعتمد المسودة أولا ثم ينشرها المنسق. لا يحسب إلا المنشور.
round-publish-sure = سيعتمد الجميع على هذه الأرقام. هل تنشر الجولة؟
round-is-published = نشرت الجولة.
round-is-validated = اعتمدت الجولة.
issue-where = أين
issue-kind = النوع
issue-reason = ما الخطأ
issue-mend = كيف يصلح
issue-ERROR = خطأ
issue-WARNING = راجع
issue-more =
    { $count-form ->
        [zero] لا يعرض غيرها ({ $count }).
        [one] لا تعرض واحدة أخرى ({ $count }).
        [two] لا تعرض اثنتان أخريان ({ $count }).
        [few] لا تعرض { $count } أخرى.
        [many] لا تعرض { $count } أخرى.
       *[other] لا تعرض { $count } أخرى.
    }
assessment = التقييم
assessment-plan = خطط لتقييم
assessment-plan-text = يراه الآخرون من الآن، حتى لا يسأل اثنان الناس أنفسهم في الشهر نفسه.
assessment-save = سجل
assessment-is-planned = التقييم في السجل.
assessment-is-withdrawn = سحب التقييم.
assessment-withdraw = سحب
assessment-why = لماذا يسحب؟
assessment-overlaps = سيسأل الناس أنفسهم مرتين
assessment-none = لا يعرف أي تقييم
assessment-none-text = سجل المخطط لها أيضا: هكذا ترى التداخلات في وقتها.
assessment-first = هذه أحدث 40.
assessment-gaps = حيث لم يسأل أحد
assessment-gaps-text = مناطق لا يغطيها أي تقييم ينتهي منذ { $day }، بقدر ما يحق لك أن تعرف. المخطط لها محسوبة.
assessment-no-gaps = كل المناطق مغطاة.
assessment-partly = جزئيا
assessment-not = لم تسأل
assessment-ends = حتى
assessment-sample = من سئلوا
assessment-trust = الموثوقية، من 1 إلى 5
assessment-when = متى
assessment-where = أين
assessment-whom = من
assessment-lead = بقيادة
assessment-kind = النوع
assessment-way = مع آخرين
assessment-from = أول يوم
assessment-to = آخر يوم
assessment-name-missing = سمه
assessment-from-missing = اذكر أول يوم، وآخر يوم ليس قبله
assessment-areas-missing = اختر منطقة واحدة على الأقل
assessment-groups-missing = اختر من تسأل
assessment-lead-missing = اختر من يقوده
assessment-PLANNED = مخطط له
assessment-ONGOING = جار
assessment-FINALISED = انتهى
assessment-WITHDRAWN = مسحوب
assessment-INITIAL = أولي
assessment-RAPID = سريع
assessment-IN_DEPTH = معمق
assessment-MONITORING = رصد
assessment-REGISTRATION = تسجيل
assessment-OTHER = نوع آخر
assessment-JOINT = مشترك
assessment-HARMONISED = منسق
assessment-UNCOORDINATED = منفرد
assessment-CONFIDENTIAL = سري
group-ALL = الجميع
group-AFFECTED = المتضررون
group-NOT_AFFECTED = غير المتضررين
group-NOT_DISPLACED = غير النازحين
group-HOST = المجتمعات المضيفة
group-NOT_HOST = غير المضيفين
group-DISPLACED = النازحون واللاجئون
group-IN_TRANSIT = العابرون
group-MIGRANTS = المهاجرون
group-MIGRANTS_IN_TRANSIT = المهاجرون العابرون
group-MIGRANTS_PERMANENT = المهاجرون الدائمون
group-MIGRANTS_PENDULAR = المهاجرون المتنقلون
group-IDPS = النازحون داخليا
group-ASYLUM_SEEKERS = طالبو اللجوء
group-REFUGEES = اللاجئون
group-RETURNEES = العائدون
group-OTHERS_OF_CONCERN = آخرون موضع اهتمام
