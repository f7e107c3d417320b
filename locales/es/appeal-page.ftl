# La página pública de un llamamiento.
appeal-kicker = Llamamiento para la educación: { $country }
appeal-title = { $country }: llamamiento para la educación, edición { $number }
appeal-headline-reached =
    { $targeted-form ->
        [one] El apoyo educativo ha llegado a { $reached } de { $targeted } niño o niña previsto ({ $country })
        [many] El apoyo educativo ha llegado a { $reached } de { $targeted } de niños y niñas previstos ({ $country })
       *[other] El apoyo educativo ha llegado a { $reached } de { $targeted } niños y niñas previstos ({ $country })
    }
appeal-headline-unreported =
    { $targeted-form ->
        [one] Aún no se ha aceptado ningún informe sobre { $targeted } niño o niña previsto ({ $country })
        [many] Aún no se ha aceptado ningún informe sobre { $targeted } de niños y niñas previstos ({ $country })
       *[other] Aún no se ha aceptado ningún informe sobre { $targeted } niños y niñas previstos ({ $country })
    }
appeal-headline-missing = aún hay { $missing } sin cubrir de un total de { $required }
appeal-headline-funded = está financiado todo lo requerido, { $required }
appeal-as-of = Datos al
appeal-reporting = Informes
appeal-partners-of =
    { $expected-form ->
        [one] { $reported } de { $expected } socio
        [many] { $reported } de { $expected } de socios
       *[other] { $reported } de { $expected } socios
    }
appeal-of = { $reported } de { $expected }
appeal-none-active = ninguno activo
appeal-edition = Edición
appeal-edition-of = { $number }, publicada el { $date }
appeal-take = Descargar
appeal-data = datos
appeal-follow = Seguir
appeal-money = Financiación
appeal-required = Requerido
appeal-received = Recibido
appeal-missing = Sin cubrir
appeal-paid-key = Pagado { $amount }
appeal-committed-key = Comprometido { $amount }
appeal-missing-key = Sin cubrir { $amount }
appeal-pledged-key = Prometido, no contado { $amount }
appeal-shared-note = Compartido con otros clústeres, no contado: { $amount }
appeal-over-note = Por encima de lo requerido: { $amount }
appeal-funded-share = Financiado el { $share }: { $funded } de { $required } { $currency }
appeal-paid-note = Pagado: { $share } de lo recibido
appeal-in-kind-note = De lo recibido, en especie: { $amount }
appeal-other-currency = Lo requerido está en { $currency } y la financiación se expresa en dólares estadounidenses. No se fijó ningún tipo de cambio, por lo que no se calcula ninguna proporción.
appeal-funding-unknown = Aún no se ha informado de la financiación.
appeal-as-of-date = Al { $date }
appeal-source = Fuente: { $source }
appeal-how = Cómo se cuenta
appeal-children = Niños y niñas
appeal-in-need = Con necesidades
appeal-targeted = Previstos
appeal-reached = Alcanzados
appeal-target-share = { $share } de quienes tienen necesidades
appeal-reached-share = { $share } de lo previsto; cada niño o niña cuenta una vez por lugar
appeal-not-reported = sin informar
appeal-areas-furthest = Las más lejos de su meta: { $areas }
appeal-area-furthest = La más lejos de su meta: { $areas }
appeal-areas-met = Cada zona que informó alcanzó su meta
appeal-areas-none = Zonas y metas
appeal-areas-silent = De { $areas } no se informó nada, lo que no es lo mismo que cero.
appeal-map-label = Mapa de zonas según la parte de la meta alcanzada; las mismas cifras están en la tabla.
appeal-map-title = Alcanzados, parte de la meta
appeal-map-up-to = hasta { $share }
appeal-map-between = { $from } a { $to }
appeal-map-more = { $share } o más
appeal-map-none = sin informe (no es cero)
appeal-map-disclaimer = Los límites no implican reconocimiento.
appeal-areas-caption = Por zona, la mayor brecha primero. Barra: llena alcanzados, contorno sin alcanzar, rayada sin informar.
appeal-area = Zona
appeal-of-target = De la meta
appeal-bar = Barra
appeal-gap = Brecha hasta la meta
appeal-partners-reporting = Socios que informan
appeal-over = { $count } por encima
appeal-unknown = desconocida
appeal-no-report = sin informe
appeal-suppressed = oculto
appeal-suppressed-note = Los recuentos menores de { $threshold }, y los que los revelarían, se ocultan.
appeal-total-note = La brecha total es la meta menos lo alcanzado: incluye toda la meta de las zonas sin informe y descuenta los excesos. Un socio en varias zonas cuenta una vez.
appeal-activities = Lo que queda sin hacer por falta de { $amount }
appeal-activities-plain = Para qué es el dinero
appeal-activities-caption = { $currency } por actividad, la mayor brecha primero. Un guion: ningún donante nombró la actividad.
appeal-activity = Actividad
appeal-units = Previsto
appeal-all-activities = Todas las actividades
appeal-per-child = { $amount } por niño o niña previsto
appeal-donors = Pagado o comprometido: { $amount }
appeal-donors-none = Aún no se ha registrado ninguna contribución
appeal-donors-caption = Financiación por contribución. Moneda original ÷ tipo de cambio en la fecha de decisión.
appeal-donor = Donante
appeal-status = Estado
appeal-original = Importe original
appeal-usd = Dólares estadounidenses
appeal-share = Parte de lo requerido
appeal-status-paid = Pagado
appeal-status-commitment = Comprometido
appeal-status-pledge = Prometido, no contado
appeal-received-total = Recibido (pagado o comprometido)
appeal-indicators = Indicadores
appeal-indicators-caption = Alcanzado y meta. La barra termina en la meta; una marca la señala donde se superó.
appeal-indicator = Indicador
appeal-target = Meta
appeal-progress = Progreso
appeal-who = A quién se llegó
appeal-who-caption = Cortes de los mismos niños y niñas; los grupos se solapan
appeal-group = Grupo
appeal-share-of-reached = Parte
appeal-method = Cómo se elaboran estas cifras
appeal-method-reached = Alcanzados: en cada lugar el mayor recuento entre actividades, organizaciones y períodos, sumado entre lugares. Nunca una suma de servicios.
appeal-method-received = Recibido: pagado más comprometido. Las promesas se muestran y nunca se cuentan. Los tipos de cambio se fijan en la fecha de decisión.
appeal-method-null = Un guion o un rayado: nadie informó. 0: se informó cero.
appeal-method-table = Cada cifra con su método
appeal-figure = Cifra
appeal-method-name = Método
appeal-source-name = Fuente
appeal-version = versión { $version }
appeal-editions = Ediciones
appeal-editions-caption = Una edición publicada nunca cambia. Las correcciones son una edición nueva.
appeal-published = Publicada
appeal-changed = Qué cambió
appeal-first-publication = Primera publicación
appeal-take-data = Descargar los datos
appeal-take-data-text = Cada archivo contiene las mismas cifras que esta página, con códigos y método.
appeal-file-areas = CSV, zonas
appeal-file-money = CSV, financiación
appeal-follow-title = Seguir este llamamiento
appeal-follow-email = Correo electrónico
appeal-follow-hint = Primero escribimos para confirmar. Solo para este llamamiento; basta un clic para dejarlo.
appeal-footer = Publicado con Darasa.
appeals-title = Llamamientos para la educación
appeals-lede = Lo que se pide, lo que se recibió y lo que aún falta. Cada llamamiento se abre sin cuenta.
appeals-empty = Aún no se ha publicado ningún llamamiento.
appeals-appeal = Llamamiento
appeals-not-found = No existe esta página
appeals-not-found-text = Quizá la dirección quedó cortada. Todos los llamamientos publicados están en la primera página.
appeal-languages = Idiomas
appeal-list = { $rest }, { $last }
appeal-headline-reached-only =
    { $reached-form ->
        [one] El apoyo educativo ha llegado a { $reached } niño o niña ({ $country })
        [many] El apoyo educativo ha llegado a { $reached } de niños y niñas ({ $country })
       *[other] El apoyo educativo ha llegado a { $reached } niños y niñas ({ $country })
    }
appeal-source-money = contribuciones confirmadas por el donante o el receptor
appeal-source-contributions = contribuciones declaradas por los donantes, el clúster y FTS
appeal-source-reports = informes aceptados de los socios
appeal-source-reached = Fuente: informes de los socios, aceptados
appeal-map-none-hidden = sin informe (no es cero), u oculto
appeal-map-no-target = sin meta
appeal-planned = { $unit }: { $count }
appeal-planned-at = { $unit }: { $count } ({ $cost } por unidad)
appeal-unit =
    { $unit ->
        [CHILDREN] niños y niñas
        [PEOPLE] personas
        [TEACHERS] docentes
        [LEARNING_SPACES] espacios de aprendizaje
        [CLASSROOMS] aulas
        [LATRINES] letrinas
        [KITS] kits
        [SCHOOLS] escuelas
       *[OTHER] unidades
    }
appeal-donors-more =
    { $count-form ->
        [one] { $count } más, menor
        [many] { $count } más, cada una menor
       *[other] { $count } más, cada una menor
    }
appeal-value = Hasta ahora
appeal-change = { $figure }: { $before } → { $after }
appeal-file-activities = CSV, actividades
appeal-cite = Citar como: { $operation }, llamamiento { $code }, edición { $number }, datos al { $date }.
appeal-fingerprint = SHA-256 del archivo JSON:
appeals-caption = Cada cifra es de la última edición del llamamiento.
appeals-more = Más llamamientos
appeal-standards = Normas mínimas
appeal-standards-met = Se cumple el { $share } de lo que piden las normas mínimas
appeal-standards-unscored = Normas mínimas: aún no se ha evaluado nada de lo aplicable
appeal-standards-assessed = Evaluado el { $date } según { $edition }
appeal-standards-evidence =
    { $count-form ->
        [one] { $count } evidencia
        [many] { $count } de evidencias
       *[other] { $count } evidencias
    }
appeal-standards-unsupported =
    { $count-form ->
        [one] { $count } calificación sin evidencia
        [many] { $count } de calificaciones sin evidencia
       *[other] { $count } calificaciones sin evidencia
    }
appeal-standards-complete = Se evaluó el { $share } de lo aplicable
appeal-standards-before = Antes: { $share } el { $date }
appeal-standards-all = Todas las normas
appeal-standards-caption = Media de las normas de cada ámbito: lo cumplido vale uno, lo cumplido en parte un medio, y lo no aplicable se deja fuera. Esta puntuación es una convención propia de Darasa.
appeal-domain = Ámbito
appeal-score = Puntuación
