# The page behind a shared link.

shared-title = Hasta dónde ha llegado la respuesta educativa
shared-period = Período
shared-dates = del { $from } al { $to }
shared-number = Versión
shared-services = Servicios prestados
shared-services-note = Suma de todas las actividades: un niño puede contar varias veces
shared-upper-bound = Límite superior
shared-upper-bound-note = Suma de personas nuevas: no se pudo llegar a más
shared-severity = Severidad
shared-weighted = Brecha ponderada
shared-gaps-heading = Qué falta y dónde es más severo
shared-gaps-caption = Personas por zona, primero la mayor brecha ponderada por severidad.
shared-presence-heading = Quién está dónde
shared-presence-caption = Organizaciones activas y lo que hacen, por zona.
shared-organisations = Organizaciones
shared-activities = Actividades
shared-nobody = nadie
shared-severity-method = Severidad: nadie la observa en cada niño alcanzado. Lo alcanzado en una zona se asigna a sus fases empezando por la más severa; lo que queda en las fases 3, 4 y 5 pesa 1, 2 y 3. Donde nadie informó, nadie cuenta como alcanzado.
shared-published-method = Son las cifras del último mes publicado. Lo que cambió después espera a la próxima publicación.
shared-expires = Este enlace lleva aquí hasta el { $date }.
shared-nothing-title = Todavía no se ha publicado nada
shared-nothing-text = El enlace es bueno. Las cifras estarán aquí en cuanto se publique el primer mes.
shared-take-text = Las mismas cifras para otros programas, con etiquetas HXL.
shared-fingerprint = Huella de esta publicación (SHA-256):
shared-table =
    { $table ->
        [PRESENCE] Quién hace qué y dónde
        [OPERATIONAL_PRESENCE] Presencia operativa
        [GAPS] Brechas
        [UNCOVERED] Zonas sin nadie activo
        [COMPLETENESS_BY_AREA] Integridad de los informes
       *[QUALITY] Calidad de los informes
    }

# A calendar of deadlines.
calendar-opens = Se abren los informes de { $plan }: del { $from } al { $to }
calendar-due = Vencen los informes de { $plan }: del { $from } al { $to }
calendar-closed = El período está cerrado.
