# What Darasa is for, beside its name.
tagline = Educação em emergências

greeting = Olá, { $name },

# A figure for a headline, such as 30.7 million; $count has at most two decimals.
number-millions =
    { $count-form ->
        [one] { $count }{ "\u00A0" }milhão
        [many] { $count }{ "\u00A0" }milhões
       *[other] { $count }{ "\u00A0" }milhões
    }
number-billions = { $count }{ "\u00A0" }mil milhões

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
        [USD] dólares dos Estados Unidos
        [EUR] euros
       *[other] { $currency }
    }

month =
    { $number ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }
date = { $day } de { $month } de { $year }
moment = { $date }, { $time } UTC

# A figure that nobody stated, which is not zero.
unknown = não se sabe

# Pages.
page-skip = Ir para o conteúdo
page-dead-link-title = Esta ligação já não é válida
page-dead-link-text = Já foi usada, terminou o prazo ou perdeu-se uma parte pelo caminho. Peça uma nova.
page-failed-title = Não funcionou
page-failed-text = Tente novamente dentro de momentos.
share-under = menos de { $share }
share-over = mais de { $share }
client-absent-title = Este programa foi construído sem o seu cliente web
client-absent-text = A API, as páginas dos doadores e o explorador funcionam. Para ter o cliente, instale o Node.js 20.19 ou mais recente e execute: make demo
