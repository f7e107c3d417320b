# El cliente web: historial. Borrador, aún sin revisar por un hablante nativo.

history-text = Aquí nada se puede cambiar ni borrar. Los filtros miran lo cargado; el botón del final trae cambios anteriores.
history-of-record = Historial de este registro
history-filters = Filtros
history-clear = Quitar los filtros
history-kind = Tipo de registro
history-action = Qué se hizo
history-who = Quién
history-from = Desde el día
history-to = Hasta el día
history-events =
    { $count-form ->
        [one] { $count } cambio
        [many] { $count } cambios
       *[other] { $count } cambios
    }
history-reaches = { $all } cargados, hasta el { $moment }
history-when = Cuándo
history-what = Qué
history-open = Antes y después
history-none = Ningún cambio cargado coincide con los filtros.
history-older = Cargar cambios anteriores
history-program = Darasa mismo
history-person = Persona { $id }
history-request = Solicitud
history-moved = Hubo más cambios entretanto. Cargue de nuevo esta página.
history-nothing = Ningún campo es distinto.
history-fields =
    { $count-form ->
        [one] { $count } campo es distinto
        [many] { $count } campos son distintos
       *[other] { $count } campos son distintos
    }
history-field = Campo
history-before = Antes
history-after = Después
history-entered = Introducido
history-action-create = creado
history-action-update = modificado
history-action-remove = eliminado
history-action-save = guardado
history-action-submit = enviado
history-action-accept = aceptado
history-action-return = devuelto
history-action-reopen = reabierto
history-action-publish = publicado
history-action-comment = comentado
history-action-revise = revisado
history-action-rate = evaluado
history-action-record = registrado
history-action-announce = anunciado
history-action-invite = invitado
history-action-grant = concedido
history-action-revoke = retirado
history-action-merge = fusionado
history-action-retire = dado de baja
history-action-import = importado
history-action-transition = dio un paso
history-action-end = terminado
history-action-set-targets = metas fijadas
history-action-set-costs = costos fijados
history-action-import-places = zonas importadas
history-action-withdraw = retirado
history-action-move = dio un paso
history-entity-Report = Informe
history-entity-ResponsePlan = Plan de respuesta
history-entity-Activity = Actividad
history-entity-Indicator = Indicador
history-entity-Objective = Objetivo
history-entity-Operation = Operación
history-entity-Cluster = Clúster
history-entity-Organisation = Organización
history-entity-Contact = Contacto
history-entity-Membership = Participación
history-entity-Grant = Rol
history-entity-Invitation = Invitación
history-entity-User = Cuenta
history-entity-AdminArea = Zona
history-entity-NeedsRound = Ronda de necesidades
history-entity-Assessment = Evaluación
history-entity-Checklist = Lista de verificación
history-entity-Evidence = Prueba
history-entity-ImprovementAction = Acción de mejora
history-entity-Appeal = Llamamiento
history-entity-AppealRevision = Requisitos de un llamamiento
history-entity-Edition = Edición
history-entity-Flow = Contribución
history-entity-Project = Proyecto
history-entity-ReportingPeriod = Mes de informe
history-entity-PeriodPublication = Mes publicado
history-entity-ShareLink = Enlace compartido
history-entity-ApiToken = Token
history-entity-Emergency = Emergencia
history-entity-Site = Sitio
