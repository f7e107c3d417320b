# What Darasa is for, beside its name.
tagline = Educación en emergencias

greeting = Hola, { $name }:

# A figure for a headline, such as 30.7 million; $count has at most two decimals.
number-millions =
    { $count-form ->
        [one] { $count }{ "\u00A0" }millón
        [many] { $count }{ "\u00A0" }millones
       *[other] { $count }{ "\u00A0" }millones
    }
number-billions = { $count }{ "\u00A0" }mil millones

# An amount with its currency; $amount is a figure that is written already, and may end in a word such as million.
money =
    { $currency ->
        [USD] { $amount-form ->
                [one] { $amount } dólar
                [many] { $amount } de dólares
               *[other] { $amount } dólares
            }
        [EUR] { $amount-form ->
                [one] { $amount } euro
                [many] { $amount } de euros
               *[other] { $amount } euros
            }
       *[other] { $amount } { $currency }
    }

# A currency in words, for the unit of a table.
currency =
    { $currency ->
        [USD] dólares estadounidenses
        [EUR] euros
       *[other] { $currency }
    }

month =
    { $number ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }
date = { $day } de { $month } de { $year }
moment = { $date } a las { $time } UTC

# A figure that nobody stated, which is not zero.
unknown = no se sabe

# Pages.
page-skip = Ir al contenido
page-dead-link-title = Este enlace ya no es válido
page-dead-link-text = Ya se usó, ha caducado o se perdió una parte por el camino. Pida uno nuevo.
page-failed-title = No ha funcionado
page-failed-text = Vuelva a intentarlo dentro de un momento.
share-under = menos de { $share }
share-over = más de { $share }
client-absent-title = Este programa se construyó sin su cliente web
client-absent-text = La API, las páginas de los donantes y el explorador funcionan. Para tener el cliente, instale Node.js 20.19 o posterior y ejecute: make demo
