# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, édition { $number }
edition-subject-missing = { $title }, édition { $number } : il manque encore { $missing }
edition-kicker = Appel { $code }, édition { $number }, données au { $date }
edition-findings = { $people } ; { $money }
edition-people =
    L’aide à l’éducation a touché { $reached-form ->
        [one] { $reached } enfant
        [many] { $reached } d’enfants
       *[other] { $reached } enfants
    } sur { $target-form ->
        [one] { $target } ciblé
        [many] { $target } ciblés
       *[other] { $target } ciblés
    }
edition-missing = il manque encore { $missing } sur { $required }
edition-covered = le montant requis, { $required }, est entièrement couvert
edition-required = Requis
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
    { $count-form ->
        [one] { $area }, { $count } enfant
        [many] { $area }, { $count } d’enfants
       *[other] { $area }, { $count } enfants
    }
edition-no-partner = Aucun partenaire actif
edition-no-partner-target =
    { $count-form ->
        [one] { $area }, { $count } ciblé, 0 touché
        [many] { $area }, { $count } ciblés, 0 touché
       *[other] { $area }, { $count } ciblés, 0 touché
    }
edition-not-reported = Sans rapport
edition-not-reported-partners =
    { $count-form ->
        [one] { $area }, 0 rapport pour { $count } partenaire (ce qui ne veut pas dire zéro)
        [many] { $area }, 0 rapport pour { $count } de partenaires (ce qui ne veut pas dire zéro)
       *[other] { $area }, 0 rapport pour { $count } partenaires (ce qui ne veut pas dire zéro)
    }
edition-read = Lire le rapport
edition-open = S’ouvre sans compte. Les données (CSV, JSON) et la méthode sont sur la même page.
edition-reporting =
    { $reporting-form ->
        [one] { $reporting } partenaire sur { $expected } a fait rapport ; source : rapports acceptés des partenaires.
        [many] { $reporting } de partenaires sur { $expected } ont fait rapport ; source : rapports acceptés des partenaires.
       *[other] { $reporting } partenaires sur { $expected } ont fait rapport ; source : rapports acceptés des partenaires.
    }
