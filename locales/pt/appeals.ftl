# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, edição { $number }
edition-subject-missing = { $title }, edição { $number }: há ainda { $missing } em falta
edition-kicker = Apelo { $code }, edição { $number }, dados de { $date }
edition-findings = { $people }; { $money }
edition-people =
    { $target-form ->
        [one] O apoio à educação chegou a { $reached } de { $target } criança prevista
        [many] O apoio à educação chegou a { $reached } de { $target } de crianças previstas
       *[other] O apoio à educação chegou a { $reached } de { $target } crianças previstas
    }
edition-missing = há ainda { $missing } em falta, de um total de { $required }
edition-covered = está coberto tudo o que foi requerido, { $required }
edition-required = Requerido
edition-received = Recebido
edition-still-missing = Em falta
edition-funded = Financiado em { $percent }: pago { $paid }, comprometido { $committed }. Prometido e não contado: { $pledged }.
edition-changes = O que mudou desde a edição { $number }
edition-first = O que diz esta edição
edition-change = de { $before } para { $now }
edition-reached = Crianças alcançadas
edition-received-in = Recebido, { $currency }
edition-gap = Maior lacuna
edition-gap-children =
    { $count-form ->
        [one] { $area }, { $count } criança
        [many] { $area }, { $count } de crianças
       *[other] { $area }, { $count } crianças
    }
edition-no-partner = Nenhum parceiro ativo
edition-no-partner-target =
    { $count-form ->
        [one] { $area }, { $count } prevista, 0 alcançadas
        [many] { $area }, { $count } previstas, 0 alcançadas
       *[other] { $area }, { $count } previstas, 0 alcançadas
    }
edition-not-reported = Sem relatórios
edition-not-reported-partners =
    { $count-form ->
        [one] { $area }, 0 de { $count } parceiro (não é o mesmo que zero)
        [many] { $area }, 0 de { $count } de parceiros (não é o mesmo que zero)
       *[other] { $area }, 0 de { $count } parceiros (não é o mesmo que zero)
    }
edition-read = Ler o relatório
edition-open = Abre sem conta. Os dados (CSV, JSON) e o método estão na mesma página.
edition-reporting =
    { $reporting } de { $expected-form ->
        [one] { $expected } parceiro
        [many] { $expected } de parceiros
       *[other] { $expected } parceiros
    } { $reporting-form ->
        [one] apresentou relatório
        [many] apresentaram relatório
       *[other] apresentaram relatório
    }; fonte: relatórios aceites dos parceiros.
