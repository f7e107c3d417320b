# What Darasa is for, beside its name.
tagline = التعليم في حالات الطوارئ

greeting = مرحبًا { $name }،

# A figure for a headline, such as 30.7 million; $count has at most two decimals.
number-millions =
    { $count ->
        [few] { $count }{ "\u00A0" }ملايين
       *[other] { $count }{ "\u00A0" }مليون
    }
number-billions =
    { $count ->
        [few] { $count }{ "\u00A0" }مليارات
       *[other] { $count }{ "\u00A0" }مليار
    }

# An amount with its currency; $amount is a figure that is written already.
money =
    { $currency ->
        [USD] { $amount } دولار
        [EUR] { $amount } يورو
       *[other] { $amount } { $currency }
    }

# The same where $amount ends in a word such as million.
money-scaled =
    { $currency ->
        [USD] { $amount } دولار
        [EUR] { $amount } يورو
       *[other] { $amount } { $currency }
    }

# A currency in words, for the unit of a table.
currency =
    { $currency ->
        [USD] دولار أمريكي
        [EUR] يورو
       *[other] { $currency }
    }

month =
    { $number ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }
# The mark says that it runs from right to left, which nothing else does where the date stands inside another text.
date = { "\u200F" }{ $day } { $month } { $year }
moment = { $date }، الساعة { $time } بالتوقيت العالمي

# A figure that nobody stated, which is not zero.
unknown = غير معروف

# Pages.
page-skip = الانتقال إلى المحتوى
page-dead-link-title = لم يعد هذا الرابط صالحًا
page-dead-link-text = استُخدم من قبل، أو انتهت مدته، أو ضاع جزء منه في الطريق. اطلب رابطًا جديدًا.
page-failed-title = لم ينجح ذلك
page-failed-text = يرجى المحاولة مرة أخرى بعد قليل.
share-under = أقل من { $share }
share-over = أكثر من { $share }
