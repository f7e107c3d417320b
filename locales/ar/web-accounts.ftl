# عميل الويب: الإعدادات. مسودة لم يقرأها بعد متحدث أصلي.

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

settings-me = أنت
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
token-read-only = للقراءة فقط
token-create = إنشاء مفتاح
token-made = أُنشئ المفتاح.
token-secret = انسخ هذا السر الآن: يُعرض مرة واحدة.
token-prefix = يبدأ بـ
token-used = آخر استعمال
token-revoke-sure = سيُمنع البرنامج الذي يستعمل هذا المفتاح. هل تسحبه؟
