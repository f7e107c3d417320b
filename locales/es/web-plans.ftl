# El cliente web: Plan de respuesta. Borrador: aún no leído por un hablante nativo.

plan-indicator = Indicador
plan-value = Hasta ahora
plan-target = Unidades previstas
plan-no-objective = Sin objetivo
plan-no-indicator = Aún sin indicador
plan-empty = El plan aún no tiene actividades
plan-versions = Versiones publicadas
plan-version = Versión { $number }, { $day }
plan-never-published = Nunca se publicó.
