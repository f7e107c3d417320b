# The mail of a new edition of an appeal. Amounts, shares and dates come written already; counts come as numbers.

edition-subject = { $title }, edición { $number }
edition-subject-missing = { $title }, edición { $number }: aún faltan { $missing }
edition-kicker = Llamamiento { $code }, edición { $number }, datos al { $date }
edition-findings = { $people }; { $money }
edition-people = El apoyo educativo ha llegado a { $reached } de los { $target } niños y niñas previstos
edition-missing = aún faltan { $missing } de { $required }
edition-covered = está cubierto todo lo solicitado, { $required }
edition-required = Solicitado
edition-received = Recibido
edition-still-missing = Falta
edition-funded = Financiado el { $percent }: pagado { $paid }, comprometido { $committed }. Prometido y no contado: { $pledged }.
edition-changes = Qué ha cambiado desde la edición { $number }
edition-first = Qué dice esta edición
edition-change = de { $before } a { $now }
edition-reached = Niños y niñas alcanzados
edition-received-in = Recibido, { $currency }
edition-gap = Mayor brecha
edition-gap-children =
    { $count ->
        [one] { $area }, { $count } niño o niña
       *[other] { $area }, { $count } niños y niñas
    }
edition-no-partner = Ningún socio activo
edition-no-partner-target = { $area }, { $count } previstos, 0 alcanzados
edition-not-reported = Sin informes
edition-not-reported-partners =
    { $count ->
        [one] { $area }, 0 de { $count } socio (no es lo mismo que cero)
       *[other] { $area }, 0 de { $count } socios (no es lo mismo que cero)
    }
edition-read = Leer el informe
edition-open = Se abre sin cuenta. Los datos (CSV, JSON) y el método están en la misma página.
edition-reporting = Informaron { $reporting } de { $expected } socios; fuente: informes aceptados de los socios.
