# Mails of partners' reports.

period = من { $from } إلى { $to }
report-returned-title = يرجى تصحيح تقرير { $organisation } للفترة { $period }
report-returned-text = أعاد { $reviewer } تقرير { $organisation } للفترة { $period }.
report-reopened-text = أعاد { $reviewer } فتح تقرير { $organisation } للفترة { $period } بعد قبوله. لن تُحسب أرقامه حتى يُقبل من جديد.
report-returned-note = ما يجب تصحيحه
report-mend = يرجى تصحيح ما تذكره الملاحظة ثم إرسال التقرير من جديد. ما أدخلتموه محفوظ.
report-mend-closed = الفترة مغلقة، ولم يعد بإمكان أحد تعديل التقرير سوى مسؤول إدارة المعلومات في المجموعة: أرسلوا إليه ما تطلبه الملاحظة. ما أدخلتموه محفوظ.
report-accepted-title = قُبل تقرير { $organisation } للفترة { $period }
report-accepted-text = شكرًا لكم. تُحسب أرقامه من الآن. لا يلزمكم أي شيء آخر؛ وإذا تبيّن خطأ في رقم ما فاطلبوا من المجموعة إعادة فتح التقرير.
report-reason = وصلتكم هذه الرسالة لأنكم مسؤولون عن تقارير { $organisation }.
