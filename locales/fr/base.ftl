# What Darasa is for, beside its name.
tagline = Éducation en situations d’urgence

greeting = Bonjour { $name },

# A figure for a headline, such as 30.7 million; $count has at most two decimals.
number-millions =
    { $count-form ->
        [one] { $count }{ "\u00A0" }million
        [many] { $count }{ "\u00A0" }millions
       *[other] { $count }{ "\u00A0" }millions
    }
number-billions =
    { $count-form ->
        [one] { $count }{ "\u00A0" }milliard
        [many] { $count }{ "\u00A0" }milliards
       *[other] { $count }{ "\u00A0" }milliards
    }

# An amount with its currency; $amount is a figure that is written already, and may end in a word such as million.
money =
    { $currency ->
        [USD] { $amount-form ->
                [one] { $amount } dollar
                [many] { $amount } de dollars
               *[other] { $amount } dollars
            }
        [EUR] { $amount-form ->
                [one] { $amount } euro
                [many] { $amount } d’euros
               *[other] { $amount } euros
            }
       *[other] { $amount } { $currency }
    }

# A currency in words, for the unit of a table.
currency =
    { $currency ->
        [USD] dollars des États-Unis
        [EUR] euros
       *[other] { $currency }
    }

month =
    { $number ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
date =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
moment = { $date } à { $time } UTC

# A figure that nobody stated, which is not zero.
unknown = inconnu

# Pages.
page-skip = Aller au contenu
page-dead-link-title = Ce lien n’est plus valable
page-dead-link-text = Il a déjà servi, il a expiré, ou une partie s’est perdue en route. Demandez-en un nouveau.
page-failed-title = Cela n’a pas fonctionné
page-failed-text = Veuillez réessayer dans un instant.
share-under = moins de { $share }
share-over = plus de { $share }
client-absent-title = Ce programme a été construit sans son client web
client-absent-text = L’API, les pages des bailleurs et l’explorateur fonctionnent. Pour avoir le client, installez Node.js 20.19 ou plus récent et lancez : make demo
