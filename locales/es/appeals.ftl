# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, edición { $number }
edition-subject-missing = { $title }, edición { $number }: aún hay { $missing } sin cubrir
edition-kicker = Llamamiento { $code }, edición { $number }, datos al { $date }
edition-findings = { $people }; { $money }
edition-people =
    { $target-form ->
        [one] El apoyo educativo ha llegado a { $reached } de { $target } niño o niña previsto
        [many] El apoyo educativo ha llegado a { $reached } de { $target } de niños y niñas previstos
       *[other] El apoyo educativo ha llegado a { $reached } de { $target } niños y niñas previstos
    }
edition-missing = aún hay { $missing } sin cubrir de un total de { $required }
edition-covered = está cubierto todo lo requerido, { $required }
edition-required = Requerido
edition-received = Recibido
edition-still-missing = Sin cubrir
edition-funded = Financiado el { $percent }: pagado { $paid }, comprometido { $committed }. Prometido y no contado: { $pledged }.
edition-changes = Qué ha cambiado desde la edición { $number }
edition-first = Qué dice esta edición
edition-change = de { $before } a { $now }
edition-reached = Niños y niñas alcanzados
edition-received-in = Recibido, { $currency }
edition-gap = Mayor brecha
edition-gap-children =
    { $count-form ->
        [one] { $area }, { $count } niño o niña
        [many] { $area }, { $count } de niños y niñas
       *[other] { $area }, { $count } niños y niñas
    }
edition-no-partner = Ningún socio activo
edition-no-partner-target =
    { $count-form ->
        [one] { $area }, { $count } previsto, 0 alcanzados
        [many] { $area }, { $count } previstos, 0 alcanzados
       *[other] { $area }, { $count } previstos, 0 alcanzados
    }
edition-not-reported = Sin informes
edition-not-reported-partners =
    { $count-form ->
        [one] { $area }, 0 de { $count } socio (no es lo mismo que cero)
        [many] { $area }, 0 de { $count } de socios (no es lo mismo que cero)
       *[other] { $area }, 0 de { $count } socios (no es lo mismo que cero)
    }
edition-read = Leer el informe
edition-open = Se abre sin cuenta. Los datos (CSV, JSON) y el método están en la misma página.
edition-reporting =
    { $reporting-form ->
        [one] Informó { $reporting }
        [many] Informaron { $reporting }
       *[other] Informaron { $reporting }
    } de { $expected-form ->
        [one] { $expected } socio
        [many] { $expected } de socios
       *[other] { $expected } socios
    }; fuente: informes aceptados de los socios.
