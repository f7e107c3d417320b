# عميل الويب: فترات الإبلاغ. مسودة لم يقرأها بعد متحدث أصلي.

periods-new = إنشاء فترات
periods-none = لا توجد فترات إبلاغ بعد
periods-none-text = ينشئها المنسقون، ثم ترى هنا ما هو مستحق وموعده.
periods-none-make = أنشئ سلسلة: يُطلب من الشركاء تقرير في كل فترة منها.
periods-open = آخر فترة مفتوحة: { $which }
periods-none-open = لا توجد فترة مفتوحة
periods-zone = الأيام بتوقيت { $zone }
periods-period = الفترة
periods-state = الحالة
periods-opens = تُفتح
periods-due = آخر يوم للإرسال
periods-due-until = حتى نهاية { $day } ({ $zone })
periods-told = إبلاغ الشركاء
period-PENDING = قادمة
period-OPEN = مفتوحة
period-CLOSED = مغلقة
period-late = متأخرة
period-text-PENDING = تُفتح من تلقاء نفسها في يومها الأول.
period-text-OPEN = يمكن للشركاء إرسال تقاريرهم.
period-text-CLOSED = لم يعد بإمكان الشركاء إرسال شيء.
periods-override = لا يستطيع إدخال تقرير متأخر نيابة عن شريك إلا من يبت في التقارير.
periods-override-link = إدخال تقرير متأخر
periods-open-now = فتح الآن
periods-open-now-sure = فتح { $period } الآن؟
periods-open-now-text = تُبدأ تقارير لكل ما هو مستحق، ويتلقى كل من في القائمة أدناه رسالة واحدة بتقاريره وملفاته. لا يمكن التراجع عن ذلك.
periods-opened = الفترة مفتوحة وأُبلغ الشركاء.
periods-reopen = إعادة الفتح
periods-reopen-sure = إعادة فتح { $period }؟
periods-reopen-text = يمكن للشركاء إرسال التقارير من جديد. لا يتلقى أحد رسالة.
periods-reopened = فُتحت الفترة من جديد.
periods-close = إغلاق
periods-close-sure = إغلاق { $period }؟
periods-close-text = لا يمكن للشركاء إرسال تقارير عنها بعد ذلك، وتتوقف التذكيرات. يمكنك إعادة فتحها.
periods-closed = أُغلقت الفترة.
periods-who-gets = من يتلقى ماذا عند الفتح
periods-who-got = من تم إبلاغه
periods-reports = التقارير المطلوبة
periods-reports-note = تقرير لكل شريك ومجموعة
periods-people = من يُبلَّغون
periods-people-note = رسالة لكل منهم
periods-nobody = تقارير لا أحد يُبلَّغ عنها
periods-nobody-note = ادعُ جهة اتصال لدى هؤلاء الشركاء
periods-nobody-here = لا أحد يمكن إبلاغه
periods-nobody-none = يوجد من يُبلَّغ عن كل تقرير.
periods-only-nobody = ما لا يوجد من يُبلَّغ عنه فقط
periods-asked-none = لا يُطلب أي تقرير: لا شريك في مجموعات الخطة يقدم تقارير.
periods-who = المسؤول عنه
periods-told-at = أُبلغ { $moment }
mails-sent = رسائل أُرسلت: { $number }
mails-queued = في الانتظار: { $number }
mails-failed = فشل إرسالها: { $number }
mails-suppressed = محجوبة: { $number }
periods-missing = لم تُرسل بعد: { $number }
periods-expected = كل ما هو متوقع: { $number }
periods-only-missing = ما لم يُرسل فقط
periods-missing-none = أُرسل كل ما هو متوقع.
periods-expected-none = لا يُتوقع أي تقرير يمكنك الاطلاع عليه.
periods-not-begun = لم يُبدأ
periods-report-DRAFT = بدأ
periods-report-SUBMITTED = أُرسل
periods-report-RETURNED = أُعيد
periods-report-ACCEPTED = قُبل
periods-sent = الإرسال
remind-one = تذكير { $who }
remind-all = اختيار كل المعروض: { $number }
remind-preview = معاينة التذكيرات: { $number }…
remind-nobody-chosen = اختر شريكًا واحدًا على الأقل
remind-title = إرسال تذكيرات بشأن { $number }؟
remind-text = رسالة واحدة لكل شخص عن تقاريره وحدها وبلغته. لا يتلقى أحد رسالتين في اليوم، وتتوقف عند إرسال التقرير.
remind-send = إرسال
remind-done = التذكيرات في طريقها.
remind-outcome = ذُكِّروا الآن: { $reminded } · تلقوا رسالة اليوم: { $already } · تقارير بلا مسؤول: { $unreachable }
remind-off = تذكيرات هذه الخطة متوقفة.
reminded-title = التذكيرات والردود عليها
reminded-none = لم يُذكَّر أحد بهذه الفترة بعد.
reminded-who = من
reminded-when = متى
reminded-of = بشأن تقارير
reminded-answer = الرد
reminded-hand = يدويًا
reminded-self = تلقائيًا
reminded-answered = أُرسل كل شيء منذئذ
reminded-waits = ليس بعد
periods-run = كيف يُدار الإبلاغ
periods-reminders = التذكيرات
periods-reminders-off = متوقفة: لا يُذكَّر أحد
periods-reminders-hand = يدويًا فقط
periods-reminders-on = تذكير الشركاء بالتقارير الناقصة
periods-days = أيام التذكير
periods-days-hint = تُعد من آخر يوم للإرسال: ‎-3 قبل ثلاثة أيام و1 اليوم التالي
periods-days-wrong = أدخل عشرة أعداد صحيحة على الأكثر تفصلها فواصل مثل ‎-3، 1
periods-day-before =
    { $count-form ->
        [zero] قبل { $count } يوم
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
periods-day-after =
    { $count-form ->
        [zero] بعد { $count } يوم
        [one] بعد يوم واحد
        [two] بعد يومين
        [few] بعد { $count } أيام
        [many] بعد { $count } يومًا
       *[other] بعد { $count } يوم
    }
periods-day-last = في اليوم الأخير
periods-jump = القفزة هي
periods-jump-text = تغير يزيد على { $percent } في المئة وعلى { $people } شخصًا عن التقرير السابق
periods-jump-percent = القفزة: أكثر من هذه النسبة المئوية
periods-jump-people = وأكثر من هذا العدد من الأشخاص
periods-jump-hint = يُنبَّه المراجعون إليها
periods-jump-and = يجب أن يتحقق الأمران
periods-number-wrong = { $what }: أدخل عددًا مثل 50
periods-change = تغيير
periods-save = حفظ الإعدادات
periods-set = تسري الإعدادات من الآن.
periods-new-text = تقع الفترات داخل الخطة (من { $from } إلى { $to }) وبعد ما لديها من فترات. تبدأ الأيام وتنتهي بتوقيت { $zone }. لا يُبلَّغ أحد قبل فتح الفترة.
periods-kind = مدة الفترة
periods-monthly = أشهر
periods-weekly = أسابيع
periods-quarterly = أرباع السنة
periods-custom = أيام تحددها
periods-first-monthly = أي يوم من الشهر الأول
periods-first-weekly = أول يوم من الأسبوع الأول
periods-first-quarterly = أي يوم من الربع الأول
periods-first-missing = أدخل يومًا من الفترة الأولى
periods-count = كم عددها
periods-count-wrong = أدخل عددًا صحيحًا من 1 إلى { $most }
periods-due-days = مستحقة بعد الفترة بهذا العدد من الأيام
periods-due-days-wrong = حدد بعد كم يوم تستحق التقارير، من 1 إلى 90
periods-nth = الفترة { $number }
periods-startsOn = أول يوم
periods-endsOn = أول يوم بعدها
periods-opensOn = تُفتح في (وإلا ففي يومها الأول)
periods-dueOn = آخر يوم للإرسال في الموعد
periods-startsOn-missing = الفترة { $row }: أدخل أول يوم
periods-endsOn-missing = الفترة { $row }: أدخل أول يوم بعدها
periods-dueOn-missing = الفترة { $row }: أدخل آخر يوم للإرسال
periods-remove = إزالة
periods-add = إضافة فترة
periods-will = سيُنشأ: { $number }
periods-will-more = والمزيد: { $number }
periods-make = إنشاء
periods-made = فترات أُنشئت: { $number }. لم يُبلَّغ أحد بعد.
