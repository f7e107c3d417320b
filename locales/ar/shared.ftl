# The page behind a shared link.

shared-title = ما وصلت إليه الاستجابة التعليمية
shared-period = الفترة
shared-dates = من { $from } إلى { $to }
shared-number = الإصدار
shared-services = الخدمات المقدَّمة
shared-services-note = مجموع كل الأنشطة: قد يُعدّ الطفل الواحد عدة مرات
shared-upper-bound = الحد الأعلى
shared-upper-bound-note = مجموع الأشخاص الجدد: لا يمكن أن يكون قد تم الوصول إلى أكثر من ذلك
shared-severity = الشدة
shared-weighted = الفجوة المرجَّحة
shared-gaps-heading = ما ينقص، وأين يكون أشد
shared-gaps-caption = الأشخاص حسب المنطقة، وأولها أكبر فجوة مرجَّحة بالشدة.
shared-presence-heading = من يعمل وأين
shared-presence-caption = المنظمات العاملة وما تقوم به، حسب المنطقة.
shared-organisations = المنظمات
shared-activities = الأنشطة
shared-nobody = لا أحد
shared-severity-method = الشدة: لا يرصدها أحد لكل طفل تم الوصول إليه. يُوزَّع ما تحقق في المنطقة على مراحلها بدءًا من الأشد؛ وما يبقى في المراحل 3 و4 و5 يُضرب في 1 و2 و3. وحيث لم يبلّغ أحد، لا يُعدّ أحد ممن تم الوصول إليهم.
shared-published-method = هذه أرقام آخر شهر نُشر. وما تغيّر بعد ذلك ينتظر النشر التالي.
shared-expires = يؤدي هذا الرابط إلى هنا حتى { $date }.
shared-nothing-title = لم يُنشر شيء بعد
shared-nothing-text = الرابط صالح. ستظهر الأرقام هنا حال نشر الشهر الأول.
shared-take-text = الأرقام نفسها لبرامج أخرى، مع وسوم HXL.
shared-fingerprint = بصمة هذا المنشور (SHA-256):
shared-table =
    { $table ->
        [PRESENCE] من يفعل ماذا وأين
        [OPERATIONAL_PRESENCE] الوجود العملياتي
        [GAPS] الفجوات
        [UNCOVERED] مناطق لا يعمل فيها أحد
        [COMPLETENESS_BY_AREA] اكتمال التقارير
       *[QUALITY] جودة التقارير
    }

# A calendar of deadlines.
calendar-opens = فتح تقارير { $plan }: من { $from } إلى { $to }
calendar-due = موعد تقارير { $plan }: من { $from } إلى { $to }
calendar-closed = الفترة مغلقة.
