# عميل الويب: البحث. مسودة لم يقرأها بعد متحدث أصلي.

search-label = عمّ تبحث؟
search-hint = اسم شريك أو نشاط
search-none = لم يُعثر على شيء
search-none-text = جرّب كلمة أقصر.
search-partners = الشركاء
search-activities = الأنشطة
