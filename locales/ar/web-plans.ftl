# عميل الويب: خطة الاستجابة. مسودة لم يقرأها بعد متحدث أصلي.

plan-indicator = المؤشر
plan-value = حتى الآن
plan-target = الوحدات المخططة
plan-no-objective = من دون هدف
plan-no-indicator = لا مؤشر بعد
plan-empty = لا أنشطة في الخطة بعد
plan-versions = النسخ المنشورة
plan-version = النسخة { $number }، { $day }
plan-never-published = لم تُنشر قط.
