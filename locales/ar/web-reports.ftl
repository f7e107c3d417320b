# عميل الويب: التقارير. مسودة لم يقرأها بعد متحدث أصلي.

status-DRAFT = مسودة
status-SUBMITTED = مُرسل
status-RETURNED = مُعاد
status-ACCEPTED = مقبول
reports-changed = آخر تغيير
reports-none = لا تقرير يطابق
reports-none-text = اختر شهرًا آخر أو حالة أخرى.

report-title = تقرير { $month }
report-version = النسخة { $version }، { $moment }
report-note = ما يجب تصحيحه:
report-draft-here = تتابع المسودة التي على هذا الجهاز.
report-forward =
    { $count-form ->
        [zero] لا تقرير سابقًا تبدأ منه.
        [one] نُسخ صف واحد من تقريرك الأخير من دون أرقامه.
        [two] نُسخ صفان من تقريرك الأخير من دون أرقامهما.
        [few] نُسخت { $count } صفوف من تقريرك الأخير من دون أرقامها.
        [many] نُسخ { $count } صفًا من تقريرك الأخير من دون أرقامها.
       *[other] نُسخ { $count } صف من تقريرك الأخير من دون أرقامها.
    }
report-forward-text = لا يُرسل شيء حتى ترسله أنت؛ كل تغيير محفوظ على هذا الجهاز.
report-nil = لا شيء للإبلاغ هذا الشهر
report-rows = ماذا فعلتم وأين ولمن
report-add-row = إضافة صف
report-row-nil = لا شيء للإبلاغ هنا
report-newPeople = جدد
report-value = القيمة
report-was = السابق: { $value }
report-number-only = عدد صحيح
report-empty-row = { $what }: لا رقم. الفارغ ليس صفرًا: أدخل عددًا أو 0 أو «لا شيء للإبلاغ».
report-no-rows = أضف صفًا، أو قل إنه لا شيء للإبلاغ.
report-entered =
    { $count-form ->
        [zero] لم يُدخل أحد
        [one] أُدخل شخص واحد
        [two] أُدخل شخصان
        [few] أُدخل { $count } أشخاص
        [many] أُدخل { $count } شخصًا
       *[other] أُدخل { $count } شخص
    }
report-kept = محفوظ على هذا الجهاز.
report-keeping = جارٍ الحفظ على هذا الجهاز …
report-device-full = لم يبق مكان على هذا الجهاز. نزّل نسخة الآن.
report-download = تنزيل نسخة
report-discard = تجاهل
report-discard-sure = ستضيع المسودة التي على هذا الجهاز. هل تتجاهلها؟
report-save = حفظ كمسودة
report-send = إرسال التقرير
report-queued = محفوظ على هذا الجهاز. يُرسل فور وجود اتصال.
report-queued-draft = محفوظ على هذا الجهاز. تُحفظ المسودة على الخادم فور وجود اتصال.
modality-IN_KIND = عيني
modality-SERVICE = خدمة
modality-CASH = نقد
modality-VOUCHER = قسائم
add-row-indicator = النشاط والمؤشر
add-row-area = المنطقة
add-row-modality = طريقة التقديم
add-row-indicator-missing = اختر ما نُفذ
add-row-area-missing = اختر المكان
add-row-taken = هذا النشاط في التقرير لهذه المنطقة بالفعل


unsent-send-now = أرسل الآن
unsent-export = تنزيل عملي غير المرسل
unsent-waiting = في انتظار الإرسال
unsent-none = لا شيء ينتظر.
unsent-drafts = المسودات على هذا الجهاز
unsent-draft-saved = حُفظت { $moment }
unsent-edit = تصحيح
unsent-receipts = الإيصالات
receipts-none = لم يُرسل شيء من هذا الجهاز بعد.
receipt-version = النسخة
receipt-at = وقت الاستلام
parcel-waiting = ينتظر
parcel-sending = جارٍ الإرسال
parcel-attention = يحتاج إليك
conflict-text = غيّر شخص آخر هذا التقرير في { $moment }. ما لا يتعارض دُمج بالفعل. اختر ما يثبت:
conflict-mine = لي: { $value }
conflict-theirs = لغيري: { $value }
conflict-settle = إرسال بهذه الاختيارات
invalid-text = لا يمكن للخادم قبوله هكذا:
locked-text = التقرير مغلق. يبقى ما أدخلته هنا تصحيحًا مقترحًا.
refused-text = رفضه الخادم.

report-only-returned = لا يمكن تغيير إلا ما أُعيد: { $number }. يمكنك إضافة صفوف.
report-row-closed = هذا الصف سليم كما هو.
report-review = مراجعة هذا التقرير
live-differs =
    { $count-form ->
        [zero] لا اختلاف بينكما.
        [one] رقم واحد يختلف بينك وبين الطرف الآخر. رقمك باق هنا، وعند إرسال التقرير تُسأل أيهما الصحيح.
        [two] رقمان يختلفان بينك وبين الطرف الآخر. رقماك باقيان هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
        [few] { $count } أرقام تختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
        [many] { $count } رقما يختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
       *[other] { $count } رقم يختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
    }
