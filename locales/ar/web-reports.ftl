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
conflict-settle = إرسال بهذه الاختيارات
invalid-text = لا يمكن للخادم قبوله هكذا:
locked-text = التقرير مغلق. يبقى ما أدخلته هنا تصحيحًا مقترحًا.
refused-text = رفضه الخادم.

report-only-returned = لا يمكن تغيير إلا ما أُعيد: { $number }. يمكنك إضافة صفوف.
report-row-closed = هذا الصف سليم كما هو.
report-review = مراجعة هذا التقرير

report-nil-undo = الإبلاغ عن شيء بالرغم من ذلك
report-nothing = لا شيء للإبلاغ هذا الشهر
report-nothing-send = إرسال: لا شيء للإبلاغ
report-nothing-text = يُرسل فورًا تقرير يقول ذلك. وهذا جواب أيضًا: لن يسألك أحد عن هذا الشهر مرة أخرى.
report-nothing-rows = ستُحذف الأرقام التي أدخلتها.
report-carry = نسخ الشهر الماضي
report-carry-do = نسخ
report-carry-text = تُضاف صفوف تقريرك الأخير الناقصة هنا. ويبقى ما أدخلته.
report-carry-people = إدخال أشخاص ذلك الشهر أيضًا كمحسوبين سابقًا حيث لم يُدخل شيء بعد
report-carried = نُسخ الشهر الماضي. تحقق من كل رقم قبل الإرسال.
report-paste-hint = يمكنك لصق عدة خلايا من جدول: اختر الحقل الأول ثم الصق. عمود أو عمودان ينزلان عبر المجموعات؛ والأكثر يمتد أفقيًا، سطر لكل صف.
report-choices-unread = تعذرت قراءة المشاريع والمجموعات والأماكن. يمكنك المتابعة بالصفوف الموجودة.
report-undo = تراجع
report-denominator = من
row-project = المشروع
row-project-none = لا مشروع
row-status = التقدم
row-status-PLANNED = مخطط
row-status-ONGOING = جارٍ
row-status-COMPLETED = مكتمل
row-status-SUSPENDED = متوقف مؤقتًا
row-status-CANCELLED = ملغى
row-total = الجميع معًا
row-apart = كيف يُصنف الأشخاص
row-apart-text = هذه التصنيفات التي تطلبها الخطة. ما فيه أرقام يبقى حتى تُفرغ.
add-row-site = الموقع
add-row-site-none = لا موقع محددًا
conflict-cell = ماذا
conflict-side-mine = ما لدي
conflict-side-theirs = ما لديهم
conflict-who = من غيّره ومتى
conflict-you = أنت، في مكان آخر
conflict-other = شخص آخر
conflict-program = البرنامج
conflict-all-mine = كل ما لدي
conflict-all-theirs = كل ما لديهم
conflict-open = { $what }: اختر ما يبقى
correction = تصحيح مقترح
correction-stands = ما هو قائم
correction-again = إعادة المحاولة بعد فتحه
unsent-drafts-none = لا مسودات.
unsent-send = إرسال
unsent-file = قراءة عمل غير مرسل من ملف
unsent-file-hint = ملف ‎.json نُزّل هنا أو على جهاز آخر. يصبح مسودة؛ ولا يُرسل شيء وحده.
unsent-file-wrong = { $name } ليس ملف عمل غير مرسل، أو هو تالف. لم يُقرأ شيء.
unsent-file-full = لم يبق مكان على هذا الجهاز. لم يُقرأ كل شيء.
receipt-number = الرقم
report-pasted =
    { $count-form ->
        [zero] لم تُملأ أي خلية.
        [one] مُلئت خلية واحدة.
        [two] مُلئت خليتان.
        [few] مُلئت { $count } خلايا.
        [many] مُلئت { $count } خلية.
       *[other] مُلئت { $count } خلية.
    }
report-pasted-left =
    { $count-form ->
        [zero] لم تُترك أي خلية.
        [one] لم يكن لخلية واحدة مكان فتُركت.
        [two] لم يكن لخليتين مكان فتُركتا.
        [few] لم يكن لـ { $count } خلايا مكان فتُركت.
        [many] لم يكن لـ { $count } خلية مكان فتُركت.
       *[other] لم يكن لـ { $count } خلية مكان فتُركت.
    }
unsent-file-read =
    { $count-form ->
        [zero] لم تُقرأ أي مسودة.
        [one] قُرئت مسودة واحدة.
        [two] قُرئت مسودتان.
        [few] قُرئت { $count } مسودات.
        [many] قُرئت { $count } مسودة.
       *[other] قُرئت { $count } مسودة.
    }
live-differs =
    { $count-form ->
        [zero] لا اختلاف بينكما.
        [one] رقم واحد يختلف بينك وبين الطرف الآخر. رقمك باق هنا، وعند إرسال التقرير تُسأل أيهما الصحيح.
        [two] رقمان يختلفان بينك وبين الطرف الآخر. رقماك باقيان هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
        [few] { $count } أرقام تختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
        [many] { $count } رقما يختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
       *[other] { $count } رقم يختلف بينك وبين الطرف الآخر. أرقامك باقية هنا، وعند إرسال التقرير تُسأل أيها الصحيح.
    }
report-reopen = إعادة الفتح
report-reopen-sure = هل تعيد فتح هذا التقرير المقبول؟
report-reopen-text = لا تُحتسب أرقامه بعد الآن حتى يُقبل من جديد. يصل السبب إلى الشريك بالبريد.
report-reopen-closed = هذا الشهر مغلق: لا يستطيع الشريك تصحيح التقرير إلا حين تعيد فتح الشهر أيضًا.
report-reopen-why = لماذا، وما الذي يجب تصحيحه
report-reopen-missing = اذكر السبب: سيقرؤه الشريك
report-reopen-rows = بعض صفوفه فقط
report-reopen-rows-text = إن اخترت بعضها فلا يُغيَّر سواها، وتمكن إضافة صفوف. وإلا جاز تغييرها كلها.
report-reopened = أُعيد فتح التقرير.
add-row-group = عمّن يتحدث الصف كله
add-row-group-hint = فقط حين يكون كل أشخاصه من مجموعة واحدة
add-row-group-none = لا مجموعة محددة
row-more = الوحدات والتكاليف والملاحظات
row-units = المقدَّم: { $unit }
row-amount = المصروف
row-currency = العملة
row-remarks = ملاحظات
row-number = عدد
row-currency-wrong = { $what }: اكتب حروف العملة الثلاثة، مثل USD
row-out = حذف هذا الصف
row-out-sure = هل تحذف { $what }؟ تضيع أرقامه.
row-clean = القطاع: { $value }
row-clean-why = لماذا يَعُدّ القطاع { $group } عدًّا آخر
unsent-forms = نماذج لم تُحفظ
report-first-sent = أُرسل أول مرة { $moment }
report-decided = بُتّ فيه { $moment }
sheet-issues = لم يؤخذ شيء لأن في هذه الصفوف خطأ. صحّح الملف وأحضره من جديد.
sheet-more = وأيضًا: { $number }
sheet-checked = الملف مع ملاحظات بجانب الخلايا
sheet-again = إحضار الملف المصحَّح
sheet-itself = الملف نفسه
