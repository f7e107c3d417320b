# عميل الويب: هذا الشهر. مسودة لم يقرأها بعد متحدث أصلي.

home-doors = عملك
home-late-text = إنها متأخرة عن { $month }. انظر من هم، وأرسل تذكيرا.
home-door-situation = أين يصل الدعم إلى الأطفال، وأين لم يصل بعد
home-door-tables = الأرقام في جداول وملفات
home-door-needs = كم عدد الأطفال المحتاجين، وأين
home-door-assessments = من يسأل من، وأين لم يسأل أحد
home-door-projects = من يفعل ماذا وأين، وكم يكلف
home-door-plan = ما اتُّفق عليه، مع الأهداف
home-door-import = استورد الجداول
home-door-published = ثبّت شهرا، وانظر ما تغيّر منذ ذلك الحين
home-door-periods = افتح الأشهر وأغلقها، وانظر من تأخر
home-door-reports = كل ما أرسلته، وحالته
home-late =
    { $count-form ->
        [zero] لا تقارير متأخرة
        [one] تقرير واحد متأخر
        [two] تقريران متأخران
        [few] { $count } تقارير متأخرة
        [many] { $count } تقريرا متأخرا
       *[other] { $count } تقرير متأخر
    }
