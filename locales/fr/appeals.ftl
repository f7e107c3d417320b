# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, édition { $number }
edition-subject-missing = { $title }, édition { $number } : il manque encore { $missing }
edition-kicker = Appel { $code }, édition { $number }, données au { $date }
edition-findings = { $people } ; { $money }
edition-people = L’aide à l’éducation a touché { $reached } des { $target } enfants ciblés
edition-missing = il manque encore { $missing } sur { $required }
edition-covered = la totalité des { $required } demandés est couverte
edition-required = Demandé
edition-received = Reçu
edition-still-missing = Manquant
edition-funded = Financé à { $percent } : versé { $paid }, engagé { $committed }. Promis et non compté : { $pledged }.
edition-changes = Ce qui a changé depuis l’édition { $number }
edition-first = Ce que dit cette édition
edition-change = de { $before } à { $now }
edition-reached = Enfants touchés
edition-received-in = Reçu, { $currency }
edition-gap = Écart le plus grand
edition-gap-children =
    { $count ->
        [one] { $area }, { $count } enfant
       *[other] { $area }, { $count } enfants
    }
edition-no-partner = Aucun partenaire actif
edition-no-partner-target = { $area }, { $count } ciblés, 0 touché
edition-not-reported = Sans rapport
edition-not-reported-partners =
    { $count ->
        [one] { $area }, 0 partenaire sur { $count } (ce qui n’est pas zéro)
       *[other] { $area }, 0 partenaire sur { $count } (ce qui n’est pas zéro)
    }
edition-read = Lire le rapport
edition-open = S’ouvre sans compte. Les données (CSV, JSON) et la méthode sont sur la même page.
edition-reporting = { $reporting } partenaires sur { $expected } ont fait rapport ; source : rapports acceptés des partenaires.
