# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }، الإصدار { $number }
edition-subject-missing = { $title }، الإصدار { $number }: ما زال ينقص { $missing }
edition-kicker = النداء { $code }، الإصدار { $number }، البيانات حتى { $date }
edition-findings = { $people }؛ { $money }
edition-people = وصل دعم التعليم إلى { $reached } من أصل { $target } طفل مستهدف
edition-missing = ما زال ينقص { $missing } من أصل { $required }
edition-covered = غُطي كامل المبلغ المطلوب وهو { $required }
edition-required = المطلوب
edition-received = الوارد
edition-still-missing = الناقص
edition-funded = نسبة التمويل { $percent }: مدفوع { $paid }، ملتزم به { $committed }. تعهدات غير محتسبة: { $pledged }.
edition-changes = ما تغيّر منذ الإصدار { $number }
edition-first = ما يقوله هذا الإصدار
edition-change = من { $before } إلى { $now }
edition-reached = الأطفال الذين وصل إليهم الدعم
edition-received-in = الوارد، { $currency }
edition-gap = أكبر فجوة
edition-gap-children =
    { $count ->
        [few] { $area }، { $count } أطفال
        [many] { $area }، { $count } طفلًا
       *[other] { $area }، { $count } طفل
    }
edition-no-partner = لا شريك نشط
edition-no-partner-target = { $area }، المستهدف { $count }، وصل الدعم إلى 0
edition-not-reported = بلا تقارير
edition-not-reported-partners =
    { $count ->
        [few] { $area }، 0 من { $count } شركاء (وهذا ليس صفرًا)
        [many] { $area }، 0 من { $count } شريكًا (وهذا ليس صفرًا)
       *[other] { $area }، 0 من { $count } شريك (وهذا ليس صفرًا)
    }
edition-read = اقرأ التقرير
edition-open = يُفتح دون حساب. البيانات (CSV وJSON) والمنهجية في الصفحة نفسها.
edition-reporting = قدّم { $reporting } من أصل { $expected } شريكًا تقاريرهم؛ المصدر: تقارير الشركاء المقبولة.
