# عميل الويب: الوضع. مسودة لم يقرأها بعد متحدث أصلي.

figure-gap = لم يُصل إليهم بعد
figure-progress = الحصة من الهدف

situation-picture = الصورة
situation-missing = ناقص
situation-unreported = لم يُبلّغ
situation-of-target = من الهدف
situation-up-to = حتى { $day }
situation-plan-version = نسخة الخطة { $version }
situation-gap-need = محتاجون لم تصل إليهم المساعدة
situation-services = الخدمات المقدمة
situation-upper = أقصى من وصلت إليهم المساعدة
situation-timeliness = تقارير في موعدها
