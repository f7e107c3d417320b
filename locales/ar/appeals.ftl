<<<<<<< HEAD
# صفحة النداء العامة.
appeal-kicker = نداء التعليم: { $country }
appeal-title = { $country }: نداء التعليم، الإصدار { $number }
appeal-headline-reached = وصل دعم التعليم إلى { $reached } من أصل { $targeted } طفل مستهدف في { $country }
appeal-headline-unreported = لم يُقبل بعد أي تقرير عن { $targeted } طفل مستهدف في { $country }
appeal-headline-missing = لا يزال ينقص { $missing } من أصل { $required }
appeal-headline-funded = تم تمويل المبلغ المطلوب { $required }
appeal-as-of = البيانات حتى
appeal-reporting = الإبلاغ
appeal-partners-of = { $reported } من { $expected } شركاء
appeal-of = { $reported } من { $expected }
appeal-none-active = لا شركاء نشطون
appeal-edition = الإصدار
appeal-edition-of = { $number }، نُشر في { $date }
appeal-take = للتنزيل
appeal-data = البيانات
appeal-follow = متابعة
appeal-money = التمويل
appeal-required = المطلوب
appeal-received = المستلَم
appeal-missing = الناقص
appeal-paid-key = مدفوع { $amount }
appeal-committed-key = ملتزَم به { $amount }
appeal-missing-key = ناقص { $amount }
appeal-pledged-key = متعهَّد به وغير محسوب { $amount }
appeal-shared-note = مشترك مع مجموعات أخرى وغير محسوب: { $amount }
appeal-over-note = فوق المطلوب: { $amount }
appeal-funded-share = مموَّل بنسبة { $share }: ‏{ $funded } من { $required } { $currency }
appeal-funding-unknown = لم يُبلَّغ عن التمويل بعد.
appeal-as-of-date = حتى { $date }
appeal-source = المصدر: { $source }
appeal-how = كيف يُحسب هذا
appeal-children = الأطفال
appeal-in-need = المحتاجون
appeal-targeted = المستهدفون
appeal-reached = من تم الوصول إليهم
appeal-target-share = { $share } من المحتاجين
appeal-reached-share = { $share } من الهدف؛ يُحسب كل طفل مرة واحدة في كل مكان
appeal-not-reported = لم يُبلَّغ عنه
appeal-areas-furthest = { $areas }: الأبعد عن أهدافها
appeal-area-furthest = { $areas }: الأبعد عن هدفه
appeal-areas-met = حققت كل منطقة مبلِّغة هدفها
appeal-areas-none = المناطق وأهدافها
appeal-areas-silent = لم يُبلَّغ عن شيء من { $areas }، وهذا لا يعني صفراً.
appeal-map-label = خريطة المناطق ملونة حسب نسبة الوصول من الهدف؛ الأرقام نفسها في الجدول.
appeal-map-title = نسبة الوصول من الهدف
appeal-map-up-to = حتى { $share }
appeal-map-between = { $from } إلى { $to }
appeal-map-more = { $share } أو أكثر
appeal-map-none = لا تقرير (ليس صفراً)
appeal-map-disclaimer = لا تعني الحدود أي تأييد.
appeal-areas-caption = الأطفال حسب المنطقة، أكبر فجوة أولاً. الشريط: ممتلئ تم الوصول، محدد ناقص، مظلل لم يُبلَّغ عنه.
appeal-area = المنطقة
appeal-of-target = من الهدف
appeal-bar = الشريط
appeal-gap = الفجوة عن الهدف
appeal-partners-reporting = الشركاء المبلِّغون
appeal-over = { $count } فوق الهدف
appeal-unknown = غير معروف
appeal-no-report = لا تقرير
appeal-suppressed = محجوب: عدد قليل
appeal-suppressed-note = تُحجب الأعداد الأقل من { $threshold } وما قد يكشفها.
appeal-total-note = الفجوة الكلية هي الهدف ناقص ما تم الوصول إليه: تشمل كامل هدف المناطق التي لم تبلِّغ وتُطرح منها الزيادات. يُحسب الشريك مرة واحدة في المجموع.
appeal-activities = ما يتركه نقص { $amount } دون إنجاز
appeal-activities-plain = فيم يُستخدم المال
appeal-activities-caption = { $currency } حسب النشاط، الأكبر أولاً. الشرطة: لم يسمِّ أي مانح هذا النشاط.
appeal-activity = النشاط
appeal-units = المخطط
appeal-all-activities = كل الأنشطة
appeal-per-child = { $amount } لكل طفل مستهدف
appeal-donors = تم دفع أو الالتزام بـ { $amount }
appeal-donors-none = لم تُسجَّل أي مساهمة بعد
appeal-donors-caption = التمويل حسب المساهمة. العملة الأصلية ÷ السعر في تاريخ القرار.
appeal-donor = المانح
appeal-status = الحالة
appeal-original = المبلغ الأصلي
appeal-usd = دولار أمريكي
appeal-share = النسبة من المطلوب
appeal-status-paid = مدفوع
appeal-status-commitment = ملتزَم به
appeal-status-pledge = متعهَّد به وغير محسوب
appeal-received-total = المستلَم (مدفوع أو ملتزَم به)
appeal-indicators = المؤشرات
appeal-indicators-caption = المتحقق والهدف. ينتهي الشريط عند الهدف، وتشير العلامة إليه حيث تم تجاوزه.
appeal-indicator = المؤشر
appeal-target = الهدف
appeal-progress = التقدم
appeal-who = من تم الوصول إليهم
appeal-who-caption = تقسيمات للأطفال أنفسهم؛ تتداخل المجموعات
appeal-group = المجموعة
appeal-share-of-reached = النسبة
appeal-method = كيف أُعدّت هذه الأرقام
appeal-method-reached = من تم الوصول إليهم: أعلى عدد في كل مكان عبر الأنشطة والمنظمات والفترات، مجموعاً عبر الأماكن. وليس مجموع الخدمات أبداً.
appeal-method-received = المستلَم: المدفوع مضافاً إليه الملتزَم به. تُعرض التعهدات ولا تُحسب. تُثبَّت الأسعار في تاريخ القرار.
appeal-method-null = الشرطة أو التظليل يعني أن أحداً لم يبلِّغ. 0 يعني أنه أُبلِغ عن صفر.
appeal-method-table = كل رقم وطريقته
appeal-figure = الرقم
appeal-method-name = الطريقة
appeal-source-name = المصدر
appeal-version = الإصدار { $version }
appeal-editions = الإصدارات
appeal-editions-caption = لا يتغير الإصدار المنشور أبداً. التصحيحات إصدار جديد.
appeal-published = نُشر
appeal-changed = ما الذي تغيّر
appeal-first-publication = النشر الأول
appeal-take-data = خذ البيانات
appeal-take-data-text = يحتوي كل ملف على أرقام هذه الصفحة نفسها مع الرموز والطريقة.
appeal-file-areas = CSV، المناطق
appeal-file-money = CSV، التمويل
appeal-follow-title = تابع هذا النداء
appeal-follow-email = البريد الإلكتروني
appeal-follow-hint = نكتب أولاً للتأكيد. لهذا النداء فقط؛ نقرة واحدة توقفه.
appeal-footer = نُشر بواسطة Darasa.
appeals-title = نداءات التعليم
appeals-lede = ما هو مطلوب وما استُلم وما لا يزال ناقصاً. يُفتح كل نداء دون حساب.
appeals-empty = لم يُنشر أي نداء بعد.
appeals-appeal = النداء
appeals-not-found = لا توجد صفحة كهذه
appeals-not-found-text = ربما قُطع العنوان. كل النداءات المنشورة مدرجة في الصفحة الأولى.
=======
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
edition-open = يُفتح دون حساب. البيانات (CSV وXLSX وJSON) والمنهجية في الصفحة نفسها.
edition-reporting = قدّم { $reporting } من أصل { $expected } شريكًا تقاريرهم؛ المصدر: تقارير الشركاء المقبولة.
>>>>>>> texts
