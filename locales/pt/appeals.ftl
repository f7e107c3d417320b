# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, edição { $number }
edition-subject-missing = { $title }, edição { $number }: ainda faltam { $missing }
edition-kicker = Apelo { $code }, edição { $number }, dados de { $date }
edition-findings = { $people }; { $money }
edition-people = O apoio à educação chegou a { $reached } das { $target } crianças previstas
edition-missing = ainda faltam { $missing } de { $required }
edition-covered = está coberto tudo o que foi pedido, { $required }
edition-required = Pedido
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
    { $count ->
        [one] { $area }, { $count } criança
       *[other] { $area }, { $count } crianças
    }
edition-no-partner = Nenhum parceiro ativo
edition-no-partner-target = { $area }, { $count } previstas, 0 alcançadas
edition-not-reported = Sem relatórios
edition-not-reported-partners =
    { $count ->
        [one] { $area }, 0 de { $count } parceiro (não é o mesmo que zero)
       *[other] { $area }, 0 de { $count } parceiros (não é o mesmo que zero)
    }
edition-read = Ler o relatório
edition-open = Abre sem conta. Os dados (CSV, JSON) e o método estão na mesma página.
edition-reporting = { $reporting } de { $expected } parceiros apresentaram relatório; fonte: relatórios aceites dos parceiros.
