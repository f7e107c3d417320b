# Notices: following, choosing, stopping.

subscription-title = هل تريد متابعة { $title }؟
subscription-preview = لن يصلك شيء آخر ما لم توافق.
subscription-text = طلب شخص ما، ولعله أنت، أن نكتب إلى هذا العنوان كلما جدّ جديد بشأن { $title }.
subscription-button = نعم، راسلوني
subscription-reason = إن لم تكن أنت فلا حاجة إلى أن تفعل شيئًا: لن يصلك شيء آخر.

# Below every notice.
notice-reason = طلبت أن تصلك أخبار { $title }.
notice-stop = إيقاف هذه الرسائل (نقرة واحدة، دون تسجيل دخول)
notice-choose = اختر ما يصلك

page-confirm-text = نكتب إليك كلما جدّ جديد بشأن { $title }. نقرة واحدة توقف ذلك في أي وقت.
page-confirmed-title = أنت تتابع { $title }
page-confirmed-text = نكتب إليك كلما جدّ جديد. في كل رسالة رابط يوقفها بنقرة واحدة.
page-stop-title = هل توقف الرسائل بشأن { $title }؟
page-stop-text = لن يصلك شيء آخر، ولا حتى ما ينتظر الإرسال.
page-stop-button = إيقاف هذه الرسائل
page-stopped-title = لا مزيد من الرسائل بشأن { $title }
page-stopped-text = أُوقفت الرسائل. يمكنك استئنافها في أي وقت.
page-choose-title = اختر ما يصلك
page-choose-text = تُرسل الأخبار إلى هذا العنوان:
page-choose-legend = راسلوني بشأن
page-choose-language = لغة الرسائل
page-choose-button = حفظ
page-choose-saved = حُفظ اختيارك.

page-subscribed-title = تحقق من بريدك
page-subscribed-text = كتبنا إليك. لن نرسل شيئًا آخر حتى تؤكد عبر الرابط في تلك الرسالة.
