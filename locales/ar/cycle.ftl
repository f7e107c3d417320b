# رسائل الشهر: فتح فترة، وتقارير متأخرة.

period-opened-title = يمكن إرسال التقارير للفترة { $period }
period-opened-text = فُتح إعداد التقارير عن { $plan }.
period-opened-due = يرجى الإرسال قبل نهاية يوم { $day } ({ $zone }).
period-opened-list = تقاريركم
period-opened-report = { $organisation } – { $cluster }
period-opened-new = لا صفوف سابقة
period-opened-going-on =
    { $count-form ->
        [zero] لا صفوف مستمرة من تقريركم الأخير ({ $count })
        [one] صف واحد من تقريركم الأخير مستمر
        [two] صفان من تقريركم الأخير مستمران
        [few] { $count } صفوف من تقريركم الأخير مستمرة
        [many] { $count } صفًا من تقريركم الأخير مستمرة
       *[other] { $count } صف من تقريركم الأخير مستمرة
    }
period-opened-attached =
    { $count-form ->
        [zero] لا ملفات مرفقة ({ $count }).
        [one] المصنف المطلوب ملؤه مرفق. فيه آخر ما أبلغتم عنه؛ أدخلوا الأرقام الجديدة وأعيدوا الملف إلى Darasa.
        [two] المصنفان المطلوب ملؤهما مرفقان. فيهما آخر ما أبلغتم عنه؛ أدخلوا الأرقام الجديدة وأعيدوا الملفين إلى Darasa.
        [few] { $count } مصنفات مرفقة للملء. فيها آخر ما أبلغتم عنه؛ أدخلوا الأرقام الجديدة وأعيدوا الملفات إلى Darasa.
        [many] { $count } مصنفًا مرفقًا للملء. فيها آخر ما أبلغتم عنه؛ أدخلوا الأرقام الجديدة وأعيدوا الملفات إلى Darasa.
       *[other] { $count } مصنف مرفق للملء. فيها آخر ما أبلغتم عنه؛ أدخلوا الأرقام الجديدة وأعيدوا الملفات إلى Darasa.
    }
period-opened-without = المصنفات أكبر من أن تُرسل بالبريد: نزّلوا مصنفاتكم من Darasa.
period-opened-nothing = لم يُنجز شيء في هذه الفترة؟ خطوة واحدة في Darasa تبلغ بأنه لا يوجد ما يُذكر.
period-opened-reason = وصلتكم هذه الرسالة لأنكم مسؤولون عن هذه التقارير.
reports-due-title =
    { $count-form ->
        [zero] لم يُرسل أي من تقاريركم ({ $count })
        [one] لم يُرسل أحد تقاريركم بعد
        [two] لم يُرسل تقريران من تقاريركم بعد
        [few] لم تُرسل { $count } تقارير من تقاريركم بعد
        [many] لم يُرسل { $count } تقريرًا من تقاريركم بعد
       *[other] لم يُرسل { $count } تقرير من تقاريركم بعد
    }
reports-due-text = ما زالت هذه التقارير عن { $plan } ناقصة. ما أرسلتموه غير مذكور هنا.
reports-due-report = { $organisation } – { $cluster }، { $period }
reports-due-late = كان موعده { $day }
reports-due-soon = موعده { $day }
reports-due-zone = تنتهي الأيام عند منتصف الليل بتوقيت { $zone }.
report-returned-rows = صفوف يجب تصحيحها
report-returned-row = { $activity } – { $place }
report-returned-only = لا يمكن تعديل غير هذه الصفوف، ويمكن إضافة صفوف. وتبقى كل الصفوف الأخرى كما هي.
