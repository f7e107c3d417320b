# Mails of partners' reports.

period = من { $from } إلى { $to }
report-returned-title = يرجى تصحيح تقرير { $organisation } للفترة { $period }
report-returned-text = أعاد { $reviewer } تقرير { $organisation } للفترة { $period }. يرجى تصحيح ما تذكره الملاحظة ثم إرساله من جديد. ما أدخلتموه محفوظ.
report-returned-note = ما يجب تصحيحه
report-accepted-title = قُبل تقرير { $organisation } للفترة { $period }
report-accepted-text = شكرًا لكم. تُحتسب أرقامه من الآن.
report-open = فتح التقرير
report-reason = وصلتك هذه الرسالة لأنك مسؤول عن تقارير { $organisation }.
