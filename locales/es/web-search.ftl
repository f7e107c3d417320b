# El cliente web: Buscar. Borrador: aún no leído por un hablante nativo.

search-label = ¿Qué busca?
search-hint = El nombre de un socio o de una actividad; los acentos no importan
search-none = No se encontró nada
search-none-text = Pruebe una palabra más corta.
search-partners = Socios
search-activities = Actividades
