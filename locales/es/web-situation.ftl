# El cliente web: Situación. Borrador: aún no leído por un hablante nativo.

figure-gap = Por alcanzar
figure-progress = Parte de la meta

situation-picture = Imagen
situation-missing = Falta
situation-unreported = Sin informe
situation-of-target = de la meta
situation-up-to = Hasta el { $day }
situation-plan-version = Versión { $version } del plan
situation-gap-need = Con necesidades y sin alcanzar
situation-services = Servicios prestados
situation-upper = Alcanzados como máximo
situation-timeliness = Informes a tiempo
