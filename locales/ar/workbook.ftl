# The workbook of a partner's report: headings.
heading-activity = النشاط
heading-indicator = المؤشر
heading-modality = طريقة التنفيذ
heading-status = الحالة
heading-adm1 = المنطقة، المستوى 1
heading-adm2 = المنطقة، المستوى 2
heading-adm3 = المنطقة، المستوى 3
heading-site = المدرسة أو الموقع
heading-group = الفئة السكانية
heading-value = القيمة أو البسط
heading-denominator = المقام
heading-units = الوحدات المسلَّمة
heading-amount = المبلغ المنفق
heading-currency = العملة
heading-nil = لم يُنفَّذ شيء هنا
heading-remarks = ملاحظات
heading-project = المشروع
heading-last = الأشخاص في التقرير السابق
heading-target = هدف الخطة
heading-messages = يُرجى التصحيح

# Whom a column counts, such as "Girls 6–11, new".
heading-new = { $who }، لأول مرة
heading-repeat = { $who }، مرة أخرى
who-all = جميع الأشخاص
who-girls = فتيات { $age }
who-boys = فتيان { $age }
who-female-teachers = المعلمات
who-male-teachers = المعلمون
who-with-disability = منهم ذوو إعاقة

# What can be chosen.
row-status-planned = مخطط
row-status-ongoing = جارٍ
row-status-completed = مكتمل
row-status-suspended = معلّق
row-status-cancelled = ملغى
modality-in-kind = عيني
modality-service = خدمة
modality-cash = نقد
modality-voucher = قسيمة
answer-yes = نعم
answer-no = لا

# Names of sheets: at most 31 characters, and none of [ ] : * ? / \ and quotation marks.
workbook-report = التقرير
workbook-guide = اقرأني
workbook-targets = الأهداف
workbook-codes = الرموز
workbook-check = التحقق
workbook-place = المكان
workbook-whom = من يُحتسب
workbook-baseline = خط الأساس
workbook-in-need = المحتاجون

# What a spreadsheet program says when something else is entered: titles up to 32, messages up to 255 characters.
refused-title = يُرجى التحقق
refused-list = اختر أحد بنود القائمة. تتبع القائمة ما تذكره الخلايا السابقة.
refused-whole = اكتب عددًا صحيحًا، 0 أو أكثر. اترك الخلية فارغة إن لم يكن معروفًا: 0 يعني لا أحد.
refused-number = اكتب رقمًا، 0 أو أكثر، بالأرقام فقط. اترك الخلية فارغة إن لم يكن معروفًا.
refused-currency = اكتب أحرف العملة الثلاثة، مثل USD.
refused-length = اكتب 2000 حرف على الأكثر.
refused-aside = هذا العمود للاطلاع فقط، ولا يُقرأ منه شيء.

# The sheet that says how the workbook is filled.
guide-title = كيفية ملء هذا المصنف
guide-organisation = المنظمة
guide-cluster = المجموعة
guide-plan = الخطة
guide-period = الفترة
guide-due = آخر موعد للتسليم
guide-made = أُعدّ في
guide-fill = املأ صفًا لكل نشاط ومؤشر ومكان في الورقة الأولى. يمكن نقل الأعمدة وفتح الملف في أي برنامج جداول؛ احفظه بصيغة ‎.xlsx.
guide-choose = اختر من القوائم: المؤشرات تتبع النشاط، وكل منطقة تتبع التي فوقها، والمواقع تتبع المنطقة. الحالة مطلوبة في كل صف. الرموز في ورقة خاصة بها.
guide-people = احتسب الشخص «لأول مرة» في عمود جنسه وعمره، و«مرة أخرى» إذا سبق احتسابه. لا يلزم المجموع إلا حين لا يُصنَّف الأشخاص. ويُحتسب ذوو الإعاقة أيضًا في عمودهم.
guide-empty = الخلية الفارغة لا تقول شيئًا؛ و0 يعني عدم وجود أي أحد. حيث لم يُنفَّذ شيء في هذه الفترة اكتب نعم تحت «لم يُنفَّذ شيء هنا» دون أرقام.
guide-last = صفوف تقريركم السابق جاهزة دون أرقام، والصف الذي يبقى كذلك لا يُؤخذ به. تُظهر الأعمدة الرمادية عدد الأشخاص في التقرير السابق وهدف الخطة المنشورة، ولا يُقرأ منها شيء.
guide-personal = اكتب أعداد الأشخاص فقط، ولا تكتب أبدًا أسماء أو أرقام هواتف أو أي شيء عن شخص بعينه.
guide-protected = العناوين والرموز محمية من الأخطاء دون كلمة مرور. لا يحتوي هذا المصنف على وحدات ماكرو، ولا يُقبل مصنف يحتوي عليها.
guide-send = أعد إرسال الملف متى شئت. تعود جميع الأخطاء دفعة واحدة مُعلَّمة في هذا المصنف نفسه بجانب الخلايا. إرسال الملف نفسه مرتين لا يغيّر شيئًا.

# The sheet that sums up what a check found.
check-title = نتيجة التحقق
check-errors =
    { $count-form ->
        [zero] لا أخطاء ({ $count })
        [one] خطأ واحد يجب تصحيحه ({ $count })
        [two] خطآن يجب تصحيحهما ({ $count })
        [few] { $count } أخطاء يجب تصحيحها
        [many] { $count } خطأً يجب تصحيحه
       *[other] { $count } خطأ يجب تصحيحه
    }
check-warnings =
    { $count-form ->
        [zero] لا تنبيهات ({ $count })
        [one] تنبيه واحد ({ $count })
        [two] تنبيهان ({ $count })
        [few] { $count } تنبيهات
        [many] { $count } تنبيهًا
       *[other] { $count } تنبيه
    }
check-mend = لم يُؤخذ بأي شيء. صحّح الخلايا المعلَّمة في هذا الملف ثم أرسله من جديد.
check-fine = لا توجد أخطاء. يُرجى النظر في الخلايا المعلَّمة.
check-cell = الخلية
check-column = العمود
check-what = ما الخطأ وكيف يُصحَّح
check-kind = النوع
check-error = خطأ
check-warning = للنظر
check-more =
    { $count-form ->
        [zero] و{ $count } أخرى
        [one] وواحد آخر ({ $count })
        [two] واثنان آخران ({ $count })
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }

# What is wrong with a cell or a sheet, by the key of the issue. The cell itself shows the value.
report-activity = هذا ليس نشاطًا في الخطة؛ اختر واحدًا من القائمة.
report-also-by-another = تبلغ منظمة أخرى عن النشاط نفسه في المكان نفسه للفئة نفسها في هذه الفترة؛ تحدث إلى المجموعة.
report-amount = المبلغ فيه أكثر من رقمين بعد الفاصلة؛ قرّبه.
report-area = هذه ليست منطقة من ذلك المستوى؛ اختر واحدة من القائمة.
report-area-retired = لم تعد هذه المنطقة صالحة؛ اكتب رمز المنطقة التي حلت محلها.
report-area-outside-plan = لا تشمل الخطة هذه المنطقة؛ تحقق من المكان أو اطلب من المجموعة إضافتها إلى الخطة.
report-category-twice = الأشخاص أنفسهم محتسبون في خليتين من الصف؛ اجمعهما.
report-changed-since = غيّر أحدهم التقرير بعد إعداد هذا المصنف؛ نزّله من جديد.
report-currency = هذا ليس رمز عملة؛ اكتب ثلاثة أحرف مثل USD.
report-currency-missing = المبلغ بلا عملة؛ اكتبها مثل USD.
report-group = هذه ليست فئة سكانية؛ اختر من القائمة أو اترك الخلية فارغة.
report-group-differs = تحتسب الخلية فئة غير فئة الصف؛ اترك فئة الصف فارغة.
report-indicator = هذا ليس مؤشرًا في الخطة؛ اختر واحدًا من القائمة.
report-indicator-elsewhere = المؤشر يقيس نشاطًا آخر؛ اختر مؤشرًا لهذا النشاط.
report-modality = هذه ليست طريقة تنفيذ؛ اختر من القائمة أو اتركها فارغة للخدمة.
report-nil-with-figures = يقول الصف إنه لم يُنفَّذ شيء وفيه أرقام؛ احذف أحدهما.
report-no-ratio = المؤشر عدد بلا مقام؛ اتركه فارغًا.
report-number-range = الرقم أقل من صفر أو كبير جدًا؛ تحقق منه.
report-parts-differ = المجموع يختلف عن أجزائه؛ تحقق منها.
report-people-as-value = المؤشر يحتسب أشخاصًا؛ اكتبهم في أعمدة الأشخاص واترك القيمة فارغة.
report-place-differs = مكان الصف لا يقع في هذه المنطقة؛ تحقق من الرموز.
report-place-missing = لا يذكر الصف مكانًا؛ اختر منطقة أو موقعًا.
report-planned-with-figures = ما هو مخطط لا نتائج له بعد؛ اترك الأرقام فارغة أو غيّر الحالة.
report-ratio-half = المؤشر نسبة وينقص نصفها؛ اكتب الرقمين معًا أو لا تكتب أيًا منهما.
report-remarks = الملاحظات طويلة جدًا؛ اكتب 2000 حرف على الأكثر.
report-project = ليس هذا مشروعا معتمدا للمنظمة في الخطة؛ اكتب رمزه أو اتركه فارغا.
report-row-twice = صف آخر يخص النشاط والمؤشر والمكان والفئة والطريقة نفسها؛ اجمع الصفين.
report-row-untouched = الصف غير مملوء ولم يُؤخذ به؛ أدخل أرقامًا، أو نعم حيث لم يُنفَّذ شيء.
report-rows = في الورقة صفوف كثيرة جدًا؛ قسّمها.
report-site = هذا ليس موقعًا في العملية؛ اختر من القائمة أو اترك الخلية فارغة.
report-split-twice = يصنّف الصف الأشخاص بطريقتين فلا يمكن جمعهم؛ استخدم طريقة واحدة.
report-split-not-allowed = لا يُصنَّف المؤشر بهذه الطريقة؛ استخدم أحد تصنيفاته أو اكتب المجموع وحده.
report-status = هذه ليست حالة؛ اختر من القائمة.
report-workbook-of-another = أُعدّ هذا المصنف لتقرير آخر؛ نزّل مصنف هذا التقرير.
sheet-column-ambiguous = يمكن أن يكون العمود أحد عمودين في النموذج؛ سمّه باسم أحدهما.
sheet-column-doubled = يوجد عمود مرتين؛ أبقِ واحدًا.
sheet-column-missing = ينقص عمود ضروري؛ أضفه كما في النموذج.
sheet-columns-not-read = توجد أعمدة لا تُقرأ؛ لا يلزم شيء إن كان ذلك مقصودًا.
sheet-columns-unnamed = توجد أعمدة بلا عنوان، وهي لا تُقرأ.
sheet-formula-failed = فشلت الصيغة؛ صحّحها أو اكتب القيمة.
sheet-formulas = حيث تحتوي الخلية على صيغة، يُؤخذ بآخر قيمة أظهرتها.
sheet-headings-disagree = صفّان يبدوان كعناوين؛ أبقِ واحدًا.
sheet-money-rounded = قُرِّب المبلغ إلى رقمين بعد الفاصلة.
sheet-negative = الرقم أقل من صفر؛ اكتب 0 أو أكثر أو اترك الخلية فارغة.
sheet-no-code = هذا ليس رمزًا؛ اكتبه كنص.
sheet-no-headings = لم يُعثر على العناوين؛ ضعها في صف واحد فوق البيانات كما في النموذج.
sheet-no-number = هذا ليس رقمًا؛ اكتب أرقامًا فقط أو اترك الخلية فارغة.
sheet-no-whole-number = يُحتسب الأشخاص بأعداد صحيحة؛ اكتب عددًا صحيحًا.
sheet-no-yes-or-no = هذا ليس نعم ولا لا؛ اكتب أحدهما أو اترك الخلية فارغة.
sheet-not-available = يُعدّ «#N/A» كأنه لم يُدخل شيء.
sheet-number-too-large = الرقم كبير جدًا؛ تحقق منه.
sheet-personal-data = يبدو أن عمودًا يحتوي على بيانات أشخاص؛ احذفه وأرسل الملف بدونه.
sheet-tag-disagrees = العنوان والوسم تحته يشيران إلى عمودين مختلفين؛ صحّح أحدهما.
sheet-value-missing = لم يُدخل شيء؛ أدخل قيمة.
