# Projects: their mails, and what peers score them by.

project-submitted-title = قدّمت { $organisation } المشروع { $code }
project-submitted-text = قدّمت { $organisation } إلى المجموعة مشروع «{ $title }».
project-submitted-again = عدّلت { $organisation } مشروع «{ $title }» وقدّمته من جديد.
project-submitted-next = يُرجى طلب مراجعات من النظراء أو اتخاذ قرار بشأنه.
project-returned-title = يُرجى تعديل المشروع { $code }
project-returned-text = أعادت المجموعة مشروعكم «{ $title }».
project-returned-note = ما يجب تعديله
project-returned-next = تجدون تعليقات المراجعين مع المشروع. يُرجى تعديل ما تذكره الملاحظة وتقديمه من جديد.
project-approved-title = تمت الموافقة على المشروع { $code }
project-approved-text = تمت الموافقة على مشروعكم «{ $title }» وأصبح جزءًا من الخطة. يُرجى الإبلاغ عند بدء العمل.
project-approved-note = رسالة المجموعة
project-decide-reason = تصلكم هذه الرسالة لأنكم تتخذون القرار بشأن مشاريع هذه المجموعة.
project-write-reason = تصلكم هذه الرسالة لأنكم مسؤولون عن مشاريع { $organisation }.
criterion-relevance = هل يستجيب المشروع للاحتياجات حيث تشتد، ولأحد أهداف الخطة؟
criterion-approach = هل تؤدي الأنشطة إلى ما يُوعَد به، وهل تحمي الأطفال؟
criterion-capacity = هل لدى المنظمة في هذه الأماكن ما يلزم من العاملين وإمكانية الوصول والخبرة؟
criterion-accountability = هل يُستشار الأطفال والأهالي والمعلمون، وهل يمكنهم تقديم الشكاوى؟
criterion-cost = هل التكاليف معقولة قياسًا بما يُنجَز، وضمن نطاقات الخطة؟
criterion-coordination = هل ينسجم مع السلطات ومع ما يقوم به الآخرون في الأماكن نفسها؟
