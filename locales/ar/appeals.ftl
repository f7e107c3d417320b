# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }، الإصدار { $number }
edition-subject-missing = { $title }، الإصدار { $number }: لا يزال ينقص { $missing }
edition-kicker = النداء { $code }، الإصدار { $number }، البيانات حتى { $date }
edition-findings = { $people }؛ { $money }
edition-people =
    { $target-form ->
        [zero] وصل دعم التعليم إلى { $reached } من أصل { $target } طفل مستهدف
        [one] وصل دعم التعليم إلى { $reached } من أصل طفل واحد مستهدف
        [two] وصل دعم التعليم إلى { $reached } من أصل طفلين مستهدفين
        [few] وصل دعم التعليم إلى { $reached } من أصل { $target } أطفال مستهدفين
        [many] وصل دعم التعليم إلى { $reached } من أصل { $target } طفلًا مستهدفًا
       *[other] وصل دعم التعليم إلى { $reached } من أصل { $target } طفل مستهدف
    }
edition-missing = لا يزال ينقص { $missing } من أصل { $required }
edition-covered = غُطي كامل المبلغ المطلوب وهو { $required }
edition-required = المطلوب
edition-received = المستلَم
edition-still-missing = الناقص
edition-funded = نسبة التمويل { $percent }: مدفوع { $paid }، ملتزَم به { $committed }. متعهَّد به وغير محسوب: { $pledged }.
edition-changes = ما تغيّر منذ الإصدار { $number }
edition-first = ما يقوله هذا الإصدار
edition-change = من { $before } إلى { $now }
edition-reached = الأطفال الذين وصل إليهم الدعم
edition-received-in = المستلَم، { $currency }
edition-gap = أكبر فجوة
edition-gap-children =
    { $count-form ->
        [zero] { $area }، { $count } طفل
        [one] { $area }، طفل واحد
        [two] { $area }، طفلان
        [few] { $area }، { $count } أطفال
        [many] { $area }، { $count } طفلًا
       *[other] { $area }، { $count } طفل
    }
edition-no-partner = لا شريك نشط
edition-no-partner-target = { $area }، المستهدفون: { $count }، ومن تم الوصول إليهم: 0
edition-not-reported = بلا تقارير
edition-not-reported-partners =
    { $count-form ->
        [zero] { $area }، 0 من أصل { $count } شريك (وهذا لا يعني صفرًا)
        [one] { $area }، 0 من أصل شريك واحد (وهذا لا يعني صفرًا)
        [two] { $area }، 0 من أصل شريكين (وهذا لا يعني صفرًا)
        [few] { $area }، 0 من أصل { $count } شركاء (وهذا لا يعني صفرًا)
        [many] { $area }، 0 من أصل { $count } شريكًا (وهذا لا يعني صفرًا)
       *[other] { $area }، 0 من أصل { $count } شريك (وهذا لا يعني صفرًا)
    }
edition-read = اقرأ التقرير
edition-open = يُفتح دون حساب. البيانات (CSV وJSON) والمنهجية في الصفحة نفسها.
edition-reporting =
    { $expected-form ->
        [zero] أبلغ { $reporting } من أصل { $expected } شريك؛ المصدر: تقارير الشركاء المقبولة.
        [one] أبلغ { $reporting } من أصل شريك واحد؛ المصدر: تقارير الشركاء المقبولة.
        [two] أبلغ { $reporting } من أصل شريكين؛ المصدر: تقارير الشركاء المقبولة.
        [few] أبلغ { $reporting } من أصل { $expected } شركاء؛ المصدر: تقارير الشركاء المقبولة.
        [many] أبلغ { $reporting } من أصل { $expected } شريكًا؛ المصدر: تقارير الشركاء المقبولة.
       *[other] أبلغ { $reporting } من أصل { $expected } شريك؛ المصدر: تقارير الشركاء المقبولة.
    }
