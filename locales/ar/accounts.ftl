# Accounts: their mails and pages.

# The name of a role, after a colon.
role =
    { $role ->
        [SYSTEM_ADMIN] إدارة النظام
        [COORDINATOR] منسق
        [CO_COORDINATOR] منسق مشارك
        [SUBNATIONAL_COORDINATOR] منسق على المستوى دون الوطني
        [IMO] مسؤول إدارة المعلومات
        [PARTNER_FOCAL_POINT] جهة اتصال الشريك
        [PARTNER_EDITOR] محرر لدى الشريك
        [GOVERNMENT] نظير حكومي
        [DONOR] جهة مانحة
       *[VIEWER] قارئ
    }

invitation-title = دعوة من { $inviter } إلى Darasa
invitation-text = على منصة Darasa ينسّق المستجيبون لحالات الطوارئ التعليم معًا. دُعيت بهذه الصفة: { $role }.
invitation-button = قبول الدعوة
invitation-reason = وصلتك هذه الرسالة لأن { $inviter } أدخل عنوانك. إن لم تكن تتوقعها فلا حاجة إلى أن تفعل شيئًا.
link-validity = يعمل الرابط مرة واحدة، حتى { $moment }.
password-title = تعيين كلمة مرور جديدة
password-text = طلب شخص ما، ولعله أنت، كلمة مرور جديدة لحسابك في Darasa.
password-reason = إن لم تكن أنت فلا حاجة إلى أن تفعل شيئًا: تبقى كلمة مرورك كما هي.

page-invitation-title = مرحبًا بك، { $name }
page-invitation-text = اختر كلمة مرور للحساب { $email }. صفتك: { $role }.
page-invitation-done = حسابك جاهز
page-password-text = اختر كلمة مرور جديدة للحساب { $email }. ستُغلق كل الجلسات المفتوحة.
page-password-label = كلمة المرور الجديدة
page-password-rule = عشرة أحرف على الأقل. بضع كلمات لا يجمعها غيرك تفي بالغرض.
page-password-refused = لا يمكن استخدام كلمة المرور هذه
page-password-done = حُفظت كلمة مرورك الجديدة
page-password-done-text = يمكنك الآن تسجيل الدخول بها.
page-sign-in = تسجيل الدخول
