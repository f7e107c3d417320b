# El cliente web: Informes. Borrador: aún no leído por un hablante nativo.

status-DRAFT = Borrador
status-SUBMITTED = Enviado
status-RETURNED = Devuelto
status-ACCEPTED = Aceptado
reports-changed = Último cambio
reports-none = Ningún informe coincide
reports-none-text = Elija otro mes o estado.

report-title = Informe de { $month }
report-version = versión { $version }, { $moment }
report-note = Por corregir:
report-draft-here = Sigue con el borrador de este dispositivo.
report-forward =
    { $count-form ->
        [one] Se copió { $count } fila de su último informe, sin sus cifras.
        [many] Se copiaron { $count } de filas de su último informe, sin sus cifras.
       *[other] Se copiaron { $count } filas de su último informe, sin sus cifras.
    }
report-forward-text = Nada se envía hasta que usted lo envíe; cada cambio queda en este dispositivo.
report-nil = No hay nada que informar este mes
report-rows = Qué hizo, dónde, para quién
report-add-row = Añadir una fila
report-row-nil = Nada que informar aquí
report-newPeople = Nuevas
report-value = Valor
report-was = antes: { $value }
report-number-only = Un número entero
report-empty-row = { $what }: sin cifras. Vacío no es cero: ponga un número, 0 o «nada que informar».
report-no-rows = Añada una fila, o diga que no hay nada que informar.
report-entered =
    { $count-form ->
        [one] { $count } persona anotada
        [many] { $count } de personas anotadas
       *[other] { $count } personas anotadas
    }
report-kept = Guardado en este dispositivo.
report-keeping = Guardando en este dispositivo …
report-device-full = En este dispositivo no queda sitio. Descargue una copia ahora.
report-download = Descargar una copia
report-discard = Descartar
report-discard-sure = El borrador de este dispositivo se perderá. ¿Descartarlo?
report-save = Guardar como borrador
report-send = Enviar el informe
report-queued = Guardado en este dispositivo. Se envía en cuanto haya conexión.
report-queued-draft = Guardado en este dispositivo. El borrador va al servidor en cuanto haya conexión.
modality-IN_KIND = En especie
modality-SERVICE = Servicio
modality-CASH = Efectivo
modality-VOUCHER = Vales
add-row-indicator = Actividad e indicador
add-row-area = Zona
add-row-modality = Cómo se entregó
add-row-indicator-missing = Elija qué se hizo
add-row-area-missing = Elija dónde
add-row-taken = Esta actividad ya está en el informe para esta zona

unsent-send-now = Enviar ahora
unsent-export = Descargar mi trabajo sin enviar
unsent-waiting = Por enviar
unsent-none = Nada espera.
unsent-drafts = Borradores en este dispositivo
unsent-draft-saved = guardado { $moment }
unsent-edit = Corregir
unsent-receipts = Recibos
receipts-none = Aún no se envió nada desde este dispositivo.
receipt-version = Versión
receipt-at = Recibido
parcel-waiting = En espera
parcel-sending = Enviando
parcel-attention = Lo necesita
conflict-text = Otra persona cambió este informe el { $moment }. Lo que no choca ya está unido. Elija qué vale:
conflict-settle = Enviar con esta elección
invalid-text = El servidor no puede tomarlo así:
locked-text = El informe está cerrado. Lo que escribió queda aquí como corrección propuesta.
refused-text = El servidor lo rechazó.

report-only-returned = Solo se puede cambiar lo devuelto: { $number }. Puede añadir filas.
report-row-closed = Esta fila está bien como está.
report-review = Revisar este informe

report-nil-undo = Informar algo de todos modos
report-nothing = Nada que informar este mes
report-nothing-send = Enviar: nada que informar
report-nothing-text = Se envía de inmediato un informe que lo dice. También es una respuesta: nadie volverá a pedirle este mes.
report-nothing-rows = Las cifras que ingresó se pierden.
report-carry = Copiar el mes anterior
report-carry-do = Copiar
report-carry-text = Se añaden las filas de su último informe que faltan aquí. Lo que ingresó se queda.
report-carry-people = Anotar también las personas de entonces como ya contadas, donde aún no hay nada
report-carried = El mes anterior está copiado. Revise cada cifra antes de enviar.
report-paste-hint = Puede pegar varias celdas de una hoja de cálculo: elija el primer campo y pegue. Una o dos columnas bajan por los grupos; más van a lo ancho, una línea por fila.
report-choices-unread = No se pudieron leer proyectos, grupos y lugares. Puede seguir con las filas que hay.
report-undo = Deshacer
report-denominator = De
row-project = Proyecto
row-project-none = Ninguno
row-status = Avance
row-status-PLANNED = Previsto
row-status-ONGOING = En curso
row-status-COMPLETED = Terminado
row-status-SUSPENDED = Suspendido
row-status-CANCELLED = Cancelado
row-total = Todas las personas juntas
row-apart = Cómo se desglosan las personas
row-apart-text = Son los desgloses que pide el plan. El que tiene cifras se queda hasta vaciarlas.
add-row-site = Sitio
add-row-site-none = Ningún sitio en particular
conflict-cell = Qué
conflict-side-mine = Lo mío
conflict-side-theirs = Lo suyo
conflict-who = Quién lo cambió y cuándo
conflict-you = Usted, en otro lugar
conflict-other = Otra persona
conflict-program = El programa
conflict-all-mine = Todo lo mío
conflict-all-theirs = Todo lo suyo
conflict-open = { $what }: elija qué vale
correction = Corrección propuesta
correction-stands = Lo que vale
correction-again = Intentar de nuevo cuando se abra
unsent-drafts-none = Ningún borrador.
unsent-send = Enviar
unsent-file = Leer trabajo no enviado de un archivo
unsent-file-hint = Un archivo .json descargado aquí o en otro dispositivo. Se vuelve borrador; nada se envía solo.
unsent-file-wrong = { $name } no es un archivo de trabajo no enviado, o está dañado. No se leyó nada.
unsent-file-full = Este dispositivo no tiene espacio. No se leyó todo.
receipt-number = Número
report-pasted =
    { $count-form ->
        [one] Se llenó { $count } celda.
        [many] Se llenaron { $count } de celdas.
       *[other] Se llenaron { $count } celdas.
    }
report-pasted-left =
    { $count-form ->
        [one] { $count } no cabía y se omitió.
        [many] { $count } no cabían y se omitieron.
       *[other] { $count } no cabían y se omitieron.
    }
unsent-file-read =
    { $count-form ->
        [one] Se leyó { $count } borrador.
        [many] Se leyeron { $count } de borradores.
       *[other] Se leyeron { $count } borradores.
    }
live-differs =
    { $count-form ->
        [one] { $count } cifra difiere entre usted y la otra persona. Aquí queda la suya; al enviar el informe se le preguntará cuál es correcta.
        [many] { $count } de cifras difieren entre usted y la otra persona. Aquí quedan las suyas; al enviar el informe se le preguntará cuáles son correctas.
       *[other] { $count } cifras difieren entre usted y la otra persona. Aquí quedan las suyas; al enviar el informe se le preguntará cuáles son correctas.
    }
report-reopen = Volver a abrir
report-reopen-sure = ¿Volver a abrir este informe aceptado?
report-reopen-text = Sus cifras dejan de contar hasta que se acepte de nuevo. Su socio recibe el motivo por correo.
report-reopen-closed = Este mes está cerrado: el socio podrá corregir el informe cuando usted vuelva a abrir también el mes.
report-reopen-why = Por qué, y qué hay que corregir
report-reopen-missing = Diga por qué: el socio lo lee
report-reopen-rows = Solo algunas de sus filas
report-reopen-rows-text = Si elige algunas, solo se pueden cambiar esas y añadir filas. Si no, todas.
report-reopened = El informe está abierto de nuevo.
add-row-group = De quién trata toda la fila
add-row-group-hint = Solo si todas sus personas son de un mismo grupo
add-row-group-none = Ningún grupo en particular
row-more = Unidades, costes, observaciones
row-units = Entregado: { $unit }
row-amount = Gastado
row-currency = Moneda
row-remarks = Observaciones
row-number = Un número
row-currency-wrong = { $what }: escriba las tres letras de la moneda, como USD
row-out = Quitar esta fila
row-out-sure = ¿Quitar { $what }? Sus cifras desaparecen.
row-clean = clúster: { $value }
row-clean-why = Por qué el clúster cuenta de otro modo: { $group }
unsent-forms = Formularios sin guardar
report-first-sent = enviado por primera vez { $moment }
report-decided = decidido { $moment }
sheet-issues = No se tomó nada, porque algo está mal en estas filas. Corrija el archivo y tráigalo de nuevo.
sheet-more = Y además: { $number }
sheet-checked = El archivo con observaciones junto a las celdas
sheet-again = Traer el archivo corregido
sheet-itself = El archivo mismo
