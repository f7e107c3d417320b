# What Darasa is for, beside its name.
tagline = Education in emergencies

greeting = Hello { $name },

# A figure for a headline, such as 30.7 million; $count has at most two decimals.
number-millions = { $count } million
number-billions = { $count } billion

# An amount with its currency; $amount is a figure that is written already, and may end in a word such as million.
money =
    { $currency ->
        [USD] ${ $amount }
        [EUR] €{ $amount }
       *[other] { $currency } { $amount }
    }

# A currency in words, for the unit of a table.
currency =
    { $currency ->
        [USD] US dollars
        [EUR] euros
       *[other] { $currency }
    }

month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date = { $day } { $month } { $year }
moment = { $date }, { $time } UTC

# A figure that nobody stated, which is not zero.
unknown = not known

# Pages.
page-skip = Skip to content
page-dead-link-title = This link is not good any more
page-dead-link-text = It was used, it is over, or a part of it got lost on the way. Ask for a new one.
page-failed-title = This did not work
page-failed-text = Please try again in a moment.
share-under = under { $share }
share-over = over { $share }
client-absent-title = This program was built without its web client
client-absent-text = The API, the donors’ pages and the explorer work. To get the client, install Node.js 20.19 or newer and run: make demo
