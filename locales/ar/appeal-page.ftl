# صفحة النداء العامة.
appeal-kicker = نداء التعليم: { $country }
appeal-title = { $country }: نداء التعليم، الإصدار { $number }
appeal-headline-reached =
    { $targeted-form ->
        [zero] وصل دعم التعليم إلى { $reached } من أصل { $targeted } طفل مستهدف في { $country }
        [one] وصل دعم التعليم إلى { $reached } من أصل طفل واحد مستهدف في { $country }
        [two] وصل دعم التعليم إلى { $reached } من أصل طفلين مستهدفين في { $country }
        [few] وصل دعم التعليم إلى { $reached } من أصل { $targeted } أطفال مستهدفين في { $country }
        [many] وصل دعم التعليم إلى { $reached } من أصل { $targeted } طفلًا مستهدفًا في { $country }
       *[other] وصل دعم التعليم إلى { $reached } من أصل { $targeted } طفل مستهدف في { $country }
    }
appeal-headline-unreported =
    { $targeted-form ->
        [zero] لم يُقبل بعد أي تقرير عن { $targeted } طفل مستهدف في { $country }
        [one] لم يُقبل بعد أي تقرير عن طفل واحد مستهدف في { $country }
        [two] لم يُقبل بعد أي تقرير عن طفلين مستهدفين في { $country }
        [few] لم يُقبل بعد أي تقرير عن { $targeted } أطفال مستهدفين في { $country }
        [many] لم يُقبل بعد أي تقرير عن { $targeted } طفلًا مستهدفًا في { $country }
       *[other] لم يُقبل بعد أي تقرير عن { $targeted } طفل مستهدف في { $country }
    }
appeal-headline-missing = لا يزال ينقص { $missing } من أصل { $required }
appeal-headline-funded = تم تمويل المبلغ المطلوب { $required }
appeal-as-of = البيانات حتى
appeal-reporting = الإبلاغ
appeal-partners-of =
    { $expected-form ->
        [zero] { $reported } من أصل { $expected } شريك
        [one] { $reported } من أصل شريك واحد
        [two] { $reported } من أصل شريكين
        [few] { $reported } من أصل { $expected } شركاء
        [many] { $reported } من أصل { $expected } شريكًا
       *[other] { $reported } من أصل { $expected } شريك
    }
appeal-of = { $reported } من أصل { $expected }
appeal-none-active = لا شريك نشط
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
appeal-paid-note = المدفوع: { $share } مما ورد
appeal-in-kind-note = مما ورد على شكل سلع: { $amount }
appeal-other-currency = المبلغ المطلوب بعملة { $currency } والتمويل بالدولار الأمريكي. لم يُحدَّد سعر صرف، ولذلك لا تُحسب أي نسبة.
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
appeal-areas-furthest = الأبعد عن أهدافها: { $areas }
appeal-area-furthest = الأبعد عن هدفها: { $areas }
appeal-areas-met = حققت كل منطقة مبلِّغة هدفها
appeal-areas-none = المناطق وأهدافها
appeal-areas-silent = لم يُبلَّغ عن شيء من { $areas }، وهذا لا يعني صفرًا.
appeal-map-label = خريطة المناطق ملونة حسب نسبة الوصول من الهدف؛ الأرقام نفسها في الجدول.
appeal-map-title = نسبة الوصول من الهدف
appeal-map-up-to = حتى { $share }
appeal-map-between = { $from } إلى { $to }
appeal-map-more = { $share } أو أكثر
appeal-map-none = لا تقرير (ليس صفرًا)
appeal-map-disclaimer = لا تعني الحدود أي تأييد.
appeal-areas-caption = الأطفال حسب المنطقة، أكبر فجوة أولًا. الشريط: الممتلئ من تم الوصول إليهم، والمحدَّد الناقص، والمظلَّل ما لم يُبلَّغ عنه.
appeal-area = المنطقة
appeal-of-target = من الهدف
appeal-bar = الشريط
appeal-gap = الفجوة عن الهدف
appeal-partners-reporting = الشركاء المبلِّغون
appeal-over = { $count } فوق الهدف
appeal-unknown = غير معروف
appeal-no-report = لا تقرير
appeal-suppressed = محجوب
appeal-suppressed-note = تُحجب الأعداد الأقل من { $threshold } وما قد يكشفها.
appeal-total-note = الفجوة الكلية هي الهدف ناقص ما تم الوصول إليه: تشمل كامل هدف المناطق التي لم تبلِّغ وتُطرح منها الزيادات. يُحسب الشريك مرة واحدة في المجموع.
appeal-activities = ما يتركه نقص { $amount } دون إنجاز
appeal-activities-plain = فيم يُستخدم المال
appeal-activities-caption = { $currency } حسب النشاط، أكبر فجوة أولًا. الشرطة: لم يسمِّ أي مانح هذا النشاط.
appeal-activity = النشاط
appeal-units = المخطط
appeal-all-activities = كل الأنشطة
appeal-per-child = { $amount } لكل طفل مستهدف
appeal-donors = المدفوع أو الملتزَم به: { $amount }
appeal-donors-none = لم تُسجَّل أي مساهمة بعد
appeal-donors-caption = التمويل حسب المساهمة. العملة الأصلية ÷ سعر الصرف في تاريخ القرار.
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
appeal-method-reached = من تم الوصول إليهم: أعلى عدد في كل مكان عبر الأنشطة والمنظمات والفترات، مجموعًا عبر الأماكن. وليس مجموع الخدمات أبدًا.
appeal-method-received = المستلَم: المدفوع مضافًا إليه الملتزَم به. تُعرض التعهدات ولا تُحسب. تُثبَّت أسعار الصرف في تاريخ القرار.
appeal-method-null = الشرطة أو التظليل يعني أن أحدًا لم يبلِّغ. 0 يعني أنه أُبلِغ عن صفر.
appeal-method-table = كل رقم وطريقته
appeal-figure = الرقم
appeal-method-name = الطريقة
appeal-source-name = المصدر
appeal-version = النسخة { $version }
appeal-editions = الإصدارات
appeal-editions-caption = لا يتغير الإصدار المنشور أبدًا. التصحيحات إصدار جديد.
appeal-published = نُشر
appeal-changed = ما الذي تغيّر
appeal-first-publication = النشر الأول
appeal-take-data = تنزيل البيانات
appeal-take-data-text = يحتوي كل ملف على أرقام هذه الصفحة نفسها مع الرموز والطريقة.
appeal-file-areas = CSV، المناطق
appeal-file-money = CSV، التمويل
appeal-follow-title = تابع هذا النداء
appeal-follow-email = البريد الإلكتروني
appeal-follow-hint = نكتب أولًا للتأكيد. لهذا النداء فقط؛ تكفي نقرة واحدة لإيقافه.
appeal-footer = نُشر عبر Darasa.
appeals-title = نداءات التعليم
appeals-lede = ما هو مطلوب وما استُلم وما لا يزال ناقصًا. يُفتح كل نداء دون حساب.
appeals-empty = لم يُنشر أي نداء بعد.
appeals-appeal = النداء
appeals-not-found = لا توجد صفحة كهذه
appeals-not-found-text = ربما قُطع العنوان. كل النداءات المنشورة مدرجة في الصفحة الأولى.
appeal-languages = اللغات
appeal-list = { $rest } و{ $last }
appeal-headline-reached-only =
    { $reached-form ->
        [zero] وصل دعم التعليم إلى { $reached } طفل في { $country }
        [one] وصل دعم التعليم إلى طفل واحد في { $country }
        [two] وصل دعم التعليم إلى طفلين في { $country }
        [few] وصل دعم التعليم إلى { $reached } أطفال في { $country }
        [many] وصل دعم التعليم إلى { $reached } طفلًا في { $country }
       *[other] وصل دعم التعليم إلى { $reached } طفل في { $country }
    }
appeal-source-money = مساهمات أكدها المانح أو المتلقي
appeal-source-contributions = مساهمات أبلغ عنها المانحون والمجموعة ونظام FTS
appeal-source-reports = تقارير الشركاء المقبولة
appeal-source-reached = المصدر: تقارير الشركاء المقبولة
appeal-map-none-hidden = لا تقرير (ليس صفرًا)، أو محجوب
appeal-map-no-target = لا هدف
appeal-planned = { $unit }: { $count }
appeal-planned-at = { $unit }: { $count } ({ $cost } للوحدة)
appeal-unit =
    { $unit ->
        [CHILDREN] الأطفال
        [PEOPLE] الأشخاص
        [TEACHERS] المعلمون
        [LEARNING_SPACES] مساحات التعلم
        [CLASSROOMS] الفصول الدراسية
        [LATRINES] المراحيض
        [KITS] الأطقم
        [SCHOOLS] المدارس
       *[OTHER] الوحدات
    }
appeal-donors-more =
    { $count-form ->
        [zero] { $count } مساهمة أخرى
        [one] مساهمة أخرى أصغر
        [two] مساهمتان أخريان، كل منهما أصغر
        [few] { $count } مساهمات أخرى، كل منها أصغر
        [many] { $count } مساهمة أخرى، كل منها أصغر
       *[other] { $count } مساهمة أخرى، كل منها أصغر
    }
appeal-value = حتى الآن
appeal-change = { $figure }: من { $before } إلى { $after }
appeal-file-activities = CSV، الأنشطة
appeal-cite = للاستشهاد: { $operation }، النداء { $code }، الإصدار { $number }، البيانات حتى { $date }.
appeal-fingerprint = بصمة SHA-256 لملف JSON:
appeals-caption = كل رقم من آخر إصدار للنداء.
appeals-more = المزيد من النداءات
appeal-standards = المعايير الدنيا
appeal-standards-met = استُوفي { $share } مما تطلبه المعايير الدنيا
appeal-standards-unscored = المعايير الدنيا: لم يُقيَّم بعد أي مما ينطبق
appeal-standards-assessed = قُيّم في { $date } وفق { $edition }
appeal-standards-evidence =
    { $count-form ->
        [zero] { $count } من الأدلة
        [one] دليل واحد ({ $count })
        [two] دليلان ({ $count })
        [few] { $count } أدلة
        [many] { $count } دليلاً
       *[other] { $count } دليل
    }
appeal-standards-unsupported =
    { $count-form ->
        [zero] { $count } من التقييمات بلا دليل
        [one] تقييم واحد بلا دليل ({ $count })
        [two] تقييمان بلا دليل ({ $count })
        [few] { $count } تقييمات بلا دليل
        [many] { $count } تقييماً بلا دليل
       *[other] { $count } تقييم بلا دليل
    }
appeal-standards-complete = قُيّم { $share } مما ينطبق
appeal-standards-before = سابقاً: { $share } في { $date }
appeal-standards-all = كل المعايير
appeal-standards-caption = متوسط معايير كل مجال: المستوفى يُحسب واحداً، والمستوفى جزئياً نصفاً، وما لا ينطبق يُترك. هذه الدرجة اصطلاح خاص بـ Darasa.
appeal-domain = المجال
appeal-score = الدرجة
