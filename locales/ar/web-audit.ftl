# عميل الويب: سجل التغييرات. مسودة لم يقرأها بعد متحدث أصلي.

history-text = لا شيء هنا يُغيَّر أو يُحذف. الأحدث أولًا.
history-of-record = سجل هذه البطاقة
history-filters = المرشحات
history-clear = امسح المرشحات
history-kind = نوع السجل
history-action = ما جرى
history-who = من
history-from = من يوم
history-to = إلى يوم
history-events = التغييرات
history-when = متى
history-what = ماذا
history-open = قبل وبعد
history-none = لا تغيير يوافق المرشحات.
history-program = دراسة نفسها
history-gone = شخص لم يعد له حساب
history-request = الطلب
history-moved = حدثت تغييرات أخرى. أعد تحميل الصفحة.
history-nothing = لا حقل يختلف.
history-fields =
    { $count-form ->
        [zero] لا حقل يختلف
        [one] حقل واحد يختلف
        [two] حقلان يختلفان
        [few] { $count } حقول تختلف
        [many] { $count } حقلًا يختلف
       *[other] { $count } حقل يختلف
    }
history-field = الحقل
history-before = قبل
history-after = بعد
history-entered = المُدخل
history-action-create = أُنشئ
history-action-update = عُدّل
history-action-remove = حُذف
history-action-save = حُفظ
history-action-submit = قُدّم
history-action-accept = قُبل
history-action-return = أُعيد
history-action-reopen = أُعيد فتحه
history-action-publish = نُشر
history-action-comment = عُلّق عليه
history-action-revise = رُوجع
history-action-rate = قُيّم
history-action-record = سُجّل
history-action-announce = أُعلن
history-action-invite = دُعي
history-action-grant = مُنح
history-action-revoke = سُحب
history-action-merge = دُمج
history-action-retire = أُخرج من الاستعمال
history-action-import = استُورد
history-action-transition = انتقل خطوة
history-action-end = انتهى
history-action-set-targets = حُددت الأهداف
history-action-set-costs = حُددت التكاليف
history-action-import-places = استُوردت المناطق
history-action-withdraw = سُحب
history-action-move = انتقل خطوة
history-entity-Report = تقرير
history-entity-ResponsePlan = خطة استجابة
history-entity-Activity = نشاط
history-entity-Indicator = مؤشر
history-entity-Objective = هدف
history-entity-Operation = عملية
history-entity-Cluster = مجموعة قطاعية
history-entity-Organisation = منظمة
history-entity-Contact = جهة اتصال
history-entity-Membership = عضوية
history-entity-Grant = دور
history-entity-Invitation = دعوة
history-entity-User = حساب
history-entity-AdminArea = منطقة
history-entity-NeedsRound = جولة احتياجات
history-entity-Assessment = تقييم
history-entity-Checklist = قائمة تحقق
history-entity-Evidence = دليل
history-entity-ImprovementAction = إجراء تحسين
history-entity-Appeal = نداء
history-entity-AppealRevision = متطلبات نداء
history-entity-Edition = طبعة
history-entity-Flow = مساهمة
history-entity-Project = مشروع
history-entity-ReportingPeriod = شهر تقارير
history-entity-PeriodPublication = شهر منشور
history-entity-ShareLink = رابط مشاركة
history-entity-ApiToken = رمز وصول
history-entity-Emergency = حالة طوارئ
history-entity-Site = موقع
