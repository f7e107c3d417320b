# How figures come about.

explain-formula =
    { $kind ->
        [REACHED] En cada lugar y categoría cuenta el mayor número de personas entre actividades, organizaciones y períodos. En un lugar que unas filas desglosan y otras solo totalizan cuenta lo mayor: la suma de las partes o el total. Los lugares se suman; las personas de organizaciones que declararon públicos distintos se suman primero.
        [SERVICES] Suma de personas nuevas y repetidas de todas las filas aceptadas. Una persona puede contar varias veces, así que no son personas.
        [UPPER_BOUND] Suma de personas nuevas de todas las filas aceptadas. No se pudo llegar a más personas.
        [TARGET] Para cada zona y categoría, la mayor meta de los indicadores que cuentan personas. Vale el total indicado; si no lo hay, se suman las partes. Las zonas se suman.
        [IN_NEED] Personas con necesidades según la ronda publicada de la versión publicada del plan. Vale el total indicado; si no lo hay, se suman las partes.
        [PROGRESS] Personas alcanzadas divididas por la meta. Más de la totalidad se muestra tal cual.
        [GAP_TO_TARGET] Meta menos personas alcanzadas. Por debajo de cero se llegó a más de lo previsto.
        [GAP_TO_NEED] Personas con necesidades menos personas alcanzadas.
        [COMPLETENESS] Informes aceptados divididos por los esperados: uno por miembro que informa, clúster y período.
        [TIMELINESS] Informes enviados por primera vez antes del plazo tal como estaba al crear el período, divididos por los esperados.
        [PARTNERS_REPORTING] Organizaciones con un informe aceptado divididas por aquellas de las que se espera uno.
        [INDICATOR] Los valores de un lugar se suman; luego los lugares y los períodos se reúnen como dice el indicador. Una razón es la suma de numeradores por la de denominadores del último período que los tenga.
       *[SEVERITY_WEIGHTED_GAP] Lo que el alcance deja en las fases 3, 4 y 5 pesa 1, 2 y 3. El alcance se asigna a las fases de una zona empezando por la más severa, porque nadie observa la severidad de cada persona alcanzada.
    }
