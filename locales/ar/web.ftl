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
update-unkept = لا مكان على هذا الجهاز لما أدخلته. أرسله أو نزّل نسخة أولًا، ثم حمّل النسخة الجديدة.
unsent-nag = هنا شيء لا يوجد إلا على هذا الجهاز ولم يُرسل منذ { $moment }. أرسله أو نزّل نسخة: قد تنسى المتصفحات.
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
nav-review = المراجعة
nav-reports = التقارير
nav-import = استيراد
nav-periods = فترات الإبلاغ
nav-projects = المشاريع
nav-unsent = على هذا الجهاز
nav-situation = الوضع
nav-tables = الجداول
nav-published = الأشهر المنشورة
nav-needs = الاحتياجات
nav-assessments = التقييمات
nav-plan = خطة الاستجابة
nav-appeals = النداءات
nav-standards = المعايير الدنيا
nav-search = البحث
nav-settings = الإعدادات
nav-help = المساعدة
nav-tour = جولة
nav-history = سجل التغييرات
nav-setup = الإعداد
nav-places = المناطق
nav-members = الأشخاص والأدوار
nav-partners = الشركاء

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

figure-need = المحتاجون
figure-target = المستهدفون
figure-reached = من تم الوصول إليهم
figure-submitted = مُرسل ولم يُقبل بعد
figure-submitted-note = ليس في أي رقم منشور
figure-partners = الشركاء المبلّغون
figure-completeness = التقارير المقبولة
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
situation-accepted = التقارير المقبولة فقط

plan-activity = النشاط

reports-status = الحالة
reports-period = الشهر
reports-partner = الشريك
reports-cluster = المجموعة القطاعية
reports-any = الكل

report-is-nil = ليس لدى الشريك ما يبلغ عنه لهذا الشهر.
report-group = المجموعة
report-repeatPeople = عُدّوا سابقًا
report-no-number = { $what }: «{ $text }» ليس عددًا. اكتب أرقامًا فقط.

review-look = انظر إلى هذه أولًا
review-row = الصف { $row }

receipt-what = التقرير
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
field-projectId = المشروع
field-row = الصف

settings-name = الاسم
token-days = صالح كم يومًا (1 إلى 366)
token-days-wrong = أدخل عددًا صحيحًا من 1 إلى 366
token-ends = ينتهي
token-revoke = سحب
token-revoked = مسحوب

not-now = ليس الآن
error-offline-act = لا يمكن الوصول إلى الخادم. لم يتغير شيء؛ حاول مجددًا عند توفر الاتصال.
error-changed = غيّر شخص ما هذا في الأثناء. تراه الآن كما هو؛ راجعه مجددًا.
review-rows = الصفوف
review-talk = عن التقرير كله
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

import-what = ماذا

yes = نعم
no = لا

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
list-shown = المعروض: { $number }
list-all = عُرض كل شيء: { $number }

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
no-plan-begin = تابع الخطوات الأولى
pages-of = صفحات: { $name }
pages-before = الصفحة السابقة
pages-next = الصفحة التالية
pages-here = الصفحة { $number }
area-lists-failed = تعذرت قراءة المناطق.
area-part-of = جزء من { $area }
area-whole = كلها
live-changed = غيّر شخص آخر هذا في { $moment }.
live-kept = ما أدخلته محفوظ.
live-show = اعرضه
progress-upload = جارٍ إرسال الملف
progress-download = جارٍ استلام الملف
progress-read = الخادم يقرأ الملف
progress-check = الخادم يتحقق من الورقة
progress-compare = الخادم يقارنه بما هو موجود
progress-take = الخادم يُدخل بيانات الملف
progress-of = { $done } من { $total }
progress-stop = إلغاء
progress-stopped = أُلغيت العملية. لم يتغير شيء.
progress-seconds =
    { $count-form ->
        [zero] { $count } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
typed-restored = ما كتبته هنا في { $moment } لم يُحفظ بعد، وقد أُعيد إلى هنا.
typed-clash = غيّر آخرون بعض الحقول نفسها منذ ذلك الحين: المعروض هنا هو ما كتبته أنت.
typed-discard = تجاهل ما كتبته
typed-discard-sure = أتريد تجاهل ما كتبته ولم تحفظه؟
typed-discarded = تم تجاهل ما كُتب.
unit-CHILDREN = أطفال
unit-PEOPLE = أشخاص
unit-TEACHERS = معلمون
unit-LEARNING_SPACES = مساحات تعلم مؤقتة
unit-CLASSROOMS = فصول
unit-LATRINES = مراحيض
unit-KITS = حقائب
unit-SCHOOLS = مدارس
unit-OTHER = وحدات
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
