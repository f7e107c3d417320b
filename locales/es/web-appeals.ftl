# El cliente web: llamamientos. Borrador que ningún hablante nativo ha leído todavía.

appeals-finding = Aún faltan { $unmet } { $currency }
appeals-none = Aún no hay ningún llamamiento
appeals-none-text = Cuando los coordinadores publiquen un llamamiento, aparecerá aquí.
appeals-none-write = Empiece uno: diga para qué es y después qué pide. Nadie más lo ve hasta que lo publique.
appeals-donor = Abra un llamamiento para ver lo que dio su organización, comunicar una contribución o seguir sus ediciones.
appeals-list = Lo que se pide y lo que se dio
appeal-one = Llamamiento
appeal-new = Nuevo llamamiento
appeal-edit = Editar el llamamiento
appeal-saved = El llamamiento está guardado.
appeal-save = Guardar el llamamiento
appeal-public = Página pública
appeal-all-clusters = Todos los clústeres
appeal-code = Código público
appeal-code-hint = Es parte de la dirección de la página y no cambia: EDU-XX-2027
appeal-code-wrong = Escriba un código de 2 a 30 letras, cifras y guiones
appeal-kind = Tipo
appeal-name = Título, en tantos idiomas como pueda
appeal-name-missing = Escriba un título en al menos un idioma
appeal-summary = De qué se trata, en dos o tres frases
appeal-starts = Primer día
appeal-starts-missing = Escriba el primer día
appeal-ends-on = Primer día después del final
appeal-ends-wrong = Escriba un día posterior al primero
appeal-plan = El plan que financia
appeal-plan-hint = Así puede pedir para sus actividades, y sus cifras figuran en cada edición.
appeal-no-plan = Ningún plan
appeal-currency = Moneda
appeal-currency-hint = Tres letras, como USD. Las contribuciones se cuentan en dólares de los Estados Unidos.
appeal-currency-wrong = Escriba una moneda con sus tres letras mayúsculas, como USD
appeal-ends =
    { $count-form ->
        [one] termina en { $count } día
        [many] termina en { $count } de días
       *[other] termina en { $count } días
    }
appeal-ended =
    { $count-form ->
        [one] terminó hace { $count } día
        [many] terminó hace { $count } de días
       *[other] terminó hace { $count } días
    }
appeal-DRAFT = Borrador
appeal-PUBLISHED = Publicado
appeal-REVISED = Publicado y revisado
appeal-CLOSED = Cerrado
appeal-ARCHIVED = Archivado
kind-FLASH_APPEAL = Llamamiento urgente
kind-HRP = Plan de respuesta humanitaria
kind-RRP = Plan de respuesta para refugiados
kind-HUMANITARIAN_OTHER = Otro llamamiento humanitario
kind-CERF = Fondo central para la acción en casos de emergencia
kind-CBPF = Fondo mancomunado de país
kind-ECW_FER = La Educación No Puede Esperar: primera respuesta
kind-ECW_MYRP = La Educación No Puede Esperar: programa plurianual
kind-ECW_AF = La Educación No Puede Esperar: mecanismo de aceleración
kind-GPE_ACCELERATED = Alianza Mundial para la Educación: financiación acelerada
kind-UNICEF_HAC = UNICEF: acción humanitaria para la infancia
kind-AGENCY = Llamamiento de una sola agencia
kind-BILATERAL = A un solo donante
kind-OTHER = Otro

money-required = Requerido
money-received = Recibido
money-unmet = Falta
money-picture = Parte recibida
money-note-usd = Lo recibido está en dólares de los Estados Unidos
money-note-pledge = Las promesas se muestran y nunca se cuentan
money-source-lines = Lo que pide el llamamiento, según su última revisión
money-source-flows = Contribuciones confirmadas por quien da o quien recibe
money-behind = Contribuciones detrás de la cifra
money-behind-none = Detrás no hay ninguna contribución que usted pueda ver.
money-behind-note = Una suma que comparten varios clústeres no se cuenta para este llamamiento. Un donante solo ve sus propias contribuciones.
money-rule-requirement = La suma de los importes de todas las líneas de la revisión vigente ese día. Una línea sin importe no cuenta.
money-rule-given = Pagado y comprometido juntos. No cuentan las promesas ni una suma que comparten varios clústeres, porque nadie dice cuánto es de quién.
money-rule-unmet = Requerido menos recibido, nunca por debajo de cero.
money-rule-paid = Lo que se transfirió.
money-rule-committed = Lo que se firmó y aún no se transfirió.
money-rule-pledged = Lo que se anunció. No es vinculante y no cuenta en ningún sitio.

funding-title = Financiación
funding-share = { $share } % de lo requerido
funding-no-share = sin parte: pide en otra moneda
funding-over = { $amount } más de lo pedido
funding-pledged = Prometido, no contado
funding-more = Cómo se compone
funding-in-kind = De ello, bienes y servicios
funding-paid-share = De ello, pagado
funding-plan = Dado para todo el plan
funding-shared = Compartido por varios clústeres
funding-shared-sector = Compartido, este clúster incluido
funding-unallotted = Para el plan, sin clúster asignado aún
funding-other-plans = Compartido con otros planes, no contado
funding-as-of = Al { $day }

lines-title = Lo que pide
lines-revise = Formularlo de nuevo
lines-none = Aún no se ha formulado nada.
lines-revision = Revisión { $number }, desde el { $day }:
lines-what = Para qué
lines-year = Año
lines-amount = Importe, { $currency }
lines-everywhere = en todas partes
lines-total = En total
lines-add = Añadir una línea
lines-remove = Quitar
line-activity = Actividad de la línea { $row }
line-other = Otra cosa
line-label = Para qué es la línea { $row }
line-label-short = Para qué es
line-area = Zona de la línea { $row }
line-year = Año de la línea { $row }
line-amount = Importe de la línea { $row }
revisions-title = Revisiones anteriores
revisions-number = Versión
revisions-from = Vale desde
revisions-why = Por qué
revise-way = Cómo
revise-hand = A mano
revise-plan = De los costos del plan
revise-file = De un archivo
revise-text = Todo lo que pide el llamamiento desde ese día. Las revisiones anteriores se pueden seguir leyendo.
revise-plan-text = Toma cada actividad del plan con su cantidad y su costo unitario, tal como está el plan ahora.
revise-file-text = Una tabla de requerimientos por clúster, como la da el Servicio de Seguimiento Financiero. Las mismas cifras no hacen una nueva revisión.
revise-clusters = Tomar solo estos clústeres
revise-clusters-hint = Uno por línea, con el nombre del archivo. Vacío toma todos.
revise-from-missing = Escriba desde cuándo vale
revise-reason-missing = Diga por qué se formula de nuevo
revise-reason-hint = Los lectores lo ven en el historial.
revise-no-lines = Añada al menos una línea
revise-line-what = Línea { $row }: elija una actividad o diga para qué es
revise-line-amount = Línea { $row }: escriba un importe como 1200000 o 1200000,50
revise-line-year = Línea { $row }: escriba el año con cuatro cifras
revise-save = Guardar como nueva revisión
revise-done = El llamamiento pide ahora esto.
revise-file-taken = Se hizo la revisión { $number }
revise-file-sums = Las filas tomadas piden { $asked } y dicen que se dio { $given }.
file-one = Archivo
file-missing = Elija un archivo
file-take = Leer el archivo
file-taken = El archivo se tomó
file-same = El archivo dice lo que ya vale
file-refused = No se tomó nada
file-added = Nuevas
file-changed = Cambiadas
file-unchanged = Sin cambios
file-back = Volver al llamamiento

flows-title = Contribuciones
flows-own = Contribuciones de su organización
flows-none = Aún no hay ninguna contribución registrada.
flows-none-own = Su organización aún no tiene ninguna contribución aquí.
flows-hidden = Las contribuciones una a una son para quienes coordinan y para quien da. Cada edición pública nombra las que cuentan.
flows-import = Leer contribuciones de un archivo
flows-import-text = Un archivo de flujos como lo da el Servicio de Seguimiento Financiero. El mismo archivo no cambia nada; los de otros planes se guardan y cuentan allí.
flow-new = Registrar una contribución
flow-change = Siguiente paso o corrección
flow-change-title = Una contribución: siguiente paso o corrección
flow-save = Registrar la contribución
flow-save-version = Guardar como nueva versión
flow-saved = La contribución está registrada.
flow-from = De
flow-to = A
flow-status = Qué tan firme es
flow-status-hint = No hay pasos atrás: retírela y registre otra.
flow-PLEDGE = Prometido
flow-COMMITMENT = Comprometido
flow-PAID = Pagado
flow-withdrawn = Retirada
flow-shared = compartida con otros clústeres
flow-amount = Importe dado
flow-amount-wrong = Escriba un importe como 1200000 o 1200000,50
flow-usd = Dólares de los EE. UU.
flow-currency = Moneda dada
flow-rate = { $currency } por un dólar de los EE. UU.
flow-rate-wrong = Escriba el tipo de cambio del día de la decisión, como 0,875
flow-rate-fixed = El tipo se fijó en la decisión: { $rate } { $currency } por un dólar de los EE. UU.
flow-decided = Decidido
flow-reported = Comunicado
flow-entered = Anotado
flow-kind = Dinero o bienes
contribution-FINANCIAL = Dinero
contribution-IN_KIND = Bienes o servicios, por su valor
flow-earmarking = Asignación
earmarking-UNEARMARKED = Sin asignar
earmarking-SOFTLY = Asignado ligeramente
earmarking-EARMARKED = Asignado
earmarking-TIGHTLY = Asignado estrictamente
flow-activities = Para estas actividades, si quien da nombró alguna
flow-more = Más: sectores, años, asignación
flow-sectors = Sectores
flow-sectors-hint = Códigos como EDU, PRO. Varios comparten la suma. Vacío es el del llamamiento: { $sector }.
flow-boundary = Adónde va
boundary-INCOMING = Hacia el plan
boundary-INTERNAL = Dentro del plan, asignado ahora
boundary-OUTGOING = Fuera del plan
flow-portions = Partes por año, en dólares de los EE. UU.
flow-portions-hint = Una por línea, como 2027: 500000. Juntas hacen el total.
flow-portions-wrong = Escriba cada año y su importe en su propia línea, como 2027: 500000
flow-says = Lo que dice quien da
flow-from-missing = Elija quién da
flow-to-missing = Elija quién recibe
flow-versions = Versiones
direction-SOURCE = De
direction-DESTINATION = A
withdraw-title = Retirar la contribución
withdraw-text = Ya no cuenta y queda en el historial.
withdraw-reason-missing = Diga por qué se retira
withdraw-go = Retirar
withdraw-done = La contribución está retirada.
picker-search = Buscar por una parte del nombre
picker-choose =
    { $count-form ->
        [one] Elegir: { $count } encontrada
        [many] Elegir: { $count } encontradas
       *[other] Elegir: { $count } encontradas
    }

editions-title = Ediciones publicadas
editions-none = Aún no se ha publicado nada.
editions-note = Una edición nunca cambia. Lo que estaba mal lo corrige la edición siguiente, que lo dice.
edition-one = Edición
edition-named = Edición { $number }, al { $day }
edition-last = Última edición
edition-none = sin publicar
edition-published = Publicada
edition-changes = Qué cambió
edition-files = Archivos
edition-areas = zonas (CSV)
edition-money = dinero (CSV)
changed-people-inNeed = Con necesidades
changed-people-targeted = Meta
changed-people-reached = Alcanzados
changed-money-requirement = Requerido
changed-money-funded = Recibido
changed-money-pledged = Prometido
publish-go = Publicar una edición
publish-now = Publicar y avisar a los seguidores
publish-busy = Publicando…
edition-done = La edición está publicada.
publish-text-first = La primera edición hace público el llamamiento: una página que cualquiera puede leer, y sus archivos.
publish-text-next = La edición { $number } estará junto a las anteriores, que quedan como están. También es la manera de corregir algo.
publish-day = El día del que hablan sus cifras
publish-day-hint = Cuenta lo aceptado y registrado hasta el final de ese día.
publish-day-wrong = Elija hoy o un día anterior
publish-day-earlier = La última edición habla del { $day }: elija ese día o uno posterior
publish-note = Qué cambió, para sus lectores
publish-note-first = Unas palabras a sus lectores, si quiere
publish-note-missing = Diga qué cambió desde la última edición
publish-mails =
    { $count-form ->
        [one] { $count } seguidor recibe un correo.
        [many] { $count } de seguidores reciben un correo.
       *[other] { $count } seguidores reciben un correo.
    }
publish-bounced =
    { $count-form ->
        [one] { $count } dirección no recibe ninguno: su servidor la rechazó para siempre.
        [many] { $count } de direcciones no reciben ninguno: sus servidores las rechazaron para siempre.
       *[other] { $count } direcciones no reciben ninguno: sus servidores las rechazaron para siempre.
    }
publish-final = Una edición publicada no se puede retirar.
publish-preview = Lo que mostrará
publish-people = Personas
publish-people-note = Al último período abierto. La edición cuenta hasta su propio día y oculta los números demasiado pequeños.
published-title = La edición { $number } está publicada
published-mails =
    { $count-form ->
        [one] Un correo a { $count } seguidor está en camino. Si no llega, se reintenta durante días.
        [many] Correos a { $count } de seguidores están en camino. Los que no llegan se reintentan durante días.
       *[other] Correos a { $count } seguidores están en camino. Los que no llegan se reintentan durante días.
    }
published-back = Volver al llamamiento
followers-title = Seguidores
followers-none = Nadie lo sigue todavía.
followers-what = Qué siguen
followers-confirmed = Confirmados
followers-pending = Preguntados, sin confirmar
followers-undeliverable = Correo rechazado para siempre
followers-note = Las direcciones no se dicen a nadie. Quien confirmó recibe un correo con cada edición y puede parar con un clic.
subject-OPERATION = Todos los llamamientos de
subject-APPEAL = Este llamamiento
follow-label = Recibir un correo con cada edición
follow-hint = Primero llega una pregunta: nada más se envía hasta que el lector diga que sí.
follow-go = Seguir
follow-asked = Una pregunta está en camino a { $address }.
steps-title = Cerrar o archivar
step-done = Hecho.
step-CLOSED = Cerrar el llamamiento
step-REVISED = Reabrir el llamamiento
step-ARCHIVED = Archivar el llamamiento
step-text-CLOSED = Lo que pide ya no cambia; aún puede seguir una última edición.
step-text-REVISED = Lo que pide puede volver a cambiar.
step-text-ARCHIVED = Queda guardado para siempre y ya nada cambia.
step-sure-CLOSED = ¿Cerrarlo?
step-sure-REVISED = ¿Reabrirlo?
step-sure-ARCHIVED = ¿Archivarlo para siempre?
