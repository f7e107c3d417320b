# El cliente web de coordinadores y socios. Borrador: aún no leído por un hablante nativo.

skip = Ir al contenido
navigation = Principal
menu = Menú
language = Idioma
loading = Cargando
close = Cerrar
more = Más
try-again = Intentar de nuevo
nil = Nada que informar
translation-draft = Esta traducción es un borrador: ningún hablante nativo la ha leído todavía.
update-text = Hay una versión nueva de Darasa.
update-button = Recargar con la versión nueva
copy-from = Sin conexión. Ve una copia de { $moment }.
not-found-title = No hay nada en esta dirección
not-found-back = Volver a este mes
screen-offline-title = Esta pantalla aún no está en este dispositivo
screen-offline-text = Conéctese una vez; después se abre sin red.
error-offline = No se alcanza el servidor. Lo que escribió queda guardado en este dispositivo.
error-not-found = No existe, o no está abierto para usted
error-failed = No funcionó
error-request = Díganos este número:
errors-title =
    { $count-form ->
        [one] { $count } cosa por corregir
        [many] { $count } de cosas por corregir
       *[other] { $count } cosas por corregir
    }
no-plan-title = Todavía no hay plan de respuesta
no-plan-text = Cuando los coordinadores de su operación empiecen un plan, aparecerá aquí.

nav-home = Este mes
nav-reports = Informes
nav-unsent = En este dispositivo
nav-situation = Situación
nav-plan = Plan de respuesta
nav-search = Buscar
nav-settings = Ajustes
nav-help = Ayuda

sync-online = En línea
sync-offline = Sin conexión
sync-sending = Enviando
sync-waiting =
    { $count-form ->
        [one] { $count } informe espera en este dispositivo
        [many] { $count } de informes esperan en este dispositivo
       *[other] { $count } informes esperan en este dispositivo
    }
sync-attention =
    { $count-form ->
        [one] { $count } informe lo necesita
        [many] { $count } de informes lo necesitan
       *[other] { $count } informes lo necesitan
    }
sync-last = último envío { $moment }
sync-received = { $title } se recibió, versión { $version }.

sign-in-title = Iniciar sesión
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-button = Entrar
sign-in-forgotten = ¿Olvidó su contraseña?
sign-in-email-missing = Escriba su correo, por ejemplo nombre@ejemplo.org
sign-in-password-missing = Escriba su contraseña
sign-in-wrong = El correo o la contraseña no son correctos
sign-in-too-often = Demasiados intentos. Espere un cuarto de hora o pida una contraseña nueva.
sign-in-lapsed-title = Inicie sesión de nuevo
sign-in-lapsed-text = Su sesión terminó. No se perdió nada: lo que escribió queda en este dispositivo y se envía en cuanto entre.
sign-out = Cerrar sesión
sign-out-wipe = Quitar también de este dispositivo mi trabajo sin enviar
sign-out-sure =
    { $count-form ->
        [one] { $count } trabajo no se envió y queda en este dispositivo. ¿Cerrar sesión?
        [many] { $count } de trabajos no se enviaron y quedan en este dispositivo. ¿Cerrar sesión?
       *[other] { $count } trabajos no se enviaron y quedan en este dispositivo. ¿Cerrar sesión?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } trabajo sin enviar se perderá para siempre. ¿Cerrar sesión?
        [many] { $count } de trabajos sin enviar se perderán para siempre. ¿Cerrar sesión?
       *[other] { $count } trabajos sin enviar se perderán para siempre. ¿Cerrar sesión?
    }
forgotten-title = Pedir una contraseña nueva
forgotten-button = Envíenme un enlace
forgotten-done = Si el correo tiene cuenta, un mensaje con un enlace está en camino.
invitation-title = Bienvenido: elija una contraseña
reset-title = Elija una contraseña nueva
password-new = Contraseña nueva
password-rule = Al menos 10 caracteres. Sirven unas palabras que solo usted junta.
password-refused = Esta contraseña no se puede usar. Tome otra.
password-dead = Este enlace ya no vale. Pida uno nuevo.
password-button = Fijar la contraseña
password-done = Su contraseña quedó fijada. Ya puede entrar.

home-period = informes de { $month }
home-due =
    { $count-form ->
        [one] vence en { $count } día
        [many] vence en { $count } de días
       *[other] vence en { $count } días
    }
home-overdue =
    { $count-form ->
        [one] venció hace { $count } día
        [many] venció hace { $count } de días
       *[other] venció hace { $count } días
    }
home-now = Le espera ahora
home-attention =
    { $count-form ->
        [one] { $count } informe no pudo enviarse tal como está
        [many] { $count } de informes no pudieron enviarse tal como están
       *[other] { $count } informes no pudieron enviarse tal como están
    }
home-attention-text = No se perdió nada. Vea qué lo impide y decida.
home-look = Ver
home-open = Abrir
home-begin = Empezar
home-returned = El informe de { $month } fue devuelto
home-draft = El informe de { $month } está empezado
home-report-due = Falta el informe de { $month }
home-report-by = Vence el { $day }
home-review =
    { $count-form ->
        [one] { $count } informe espera su revisión
        [many] { $count } de informes esperan su revisión
       *[other] { $count } informes esperan su revisión
    }
home-review-text = Solo cuentan los informes aceptados.
home-review-button = Revisar
home-device-drafts =
    { $count-form ->
        [one] { $count } borrador en este dispositivo
        [many] { $count } de borradores en este dispositivo
       *[other] { $count } borradores en este dispositivo
    }
home-device-drafts-text = Nadie más lo tiene hasta que lo envíe.
home-nothing = Nada le espera
home-nothing-text = Está al día.
home-figures = Cifras clave
home-of-target = de { $target } previstas

figure-reached = Alcanzadas
figure-submitted = Enviadas, aún no aceptadas
figure-submitted-note = en ninguna cifra pública
figure-partners = Socios que informan
figure-completeness = Informes aceptados
figure-need = Con necesidad
figure-target = Previstas
figure-gap = Por alcanzar
figure-progress = Parte de la meta
figure-of = { $part } de { $whole }
figure-open = { $name }: { $value }. Cómo se hace esta cifra
figure-title = { $name }: cómo se hace esta cifra
figure-as-of = A fecha de
figure-never = nada aceptado aún
figure-source = Fuente
figure-method = Método
figure-words = En palabras
figure-method-reach = En cada lugar y para cada grupo de niños se toma la cuenta mayor de todas las actividades y meses; se suman lugares y grupos distintos. Un niño que recibió un libro y una clase cuenta una vez.
figure-method-other = La fuente de arriba dice de qué se hace. Solo cuentan los informes aceptados y el plan publicado.
figure-null = Una raya significa que nadie lo dijo. Cero significa cero.
rows-title = Filas detrás de la cifra
rows-none = No hay filas aceptadas que usted pueda ver.
rows-note = Las personas se cuentan por fila, nuevas y ya contadas juntas. Las filas no suman las personas alcanzadas.
rows-first = Estas son las primeras 100 filas.
rows-activity = Actividad
rows-place = Lugar
rows-partner = Socio
rows-period = Período
rows-people = Personas

situation-areas = Por zona
situation-area = Zona
situation-picture = Imagen
situation-missing = Falta
situation-unreported = Sin informe
situation-of-target = de la meta
situation-up-to = Hasta el { $day }
situation-plan-version = Versión { $version } del plan
situation-accepted = Solo informes aceptados

plan-activity = Actividad
plan-indicator = Indicador
plan-value = Hasta ahora
plan-target = Unidades previstas
plan-no-objective = Sin objetivo
plan-no-indicator = Aún sin indicador
plan-empty = El plan aún no tiene actividades
plan-versions = Versiones publicadas
plan-version = Versión { $number }, { $day }
plan-never-published = Nunca se publicó.

status-DRAFT = Borrador
status-SUBMITTED = Enviado
status-RETURNED = Devuelto
status-ACCEPTED = Aceptado
reports-status = Estado
reports-period = Mes
reports-partner = Socio
reports-cluster = Clúster
reports-changed = Último cambio
reports-any = Todos
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
report-is-nil = El socio no tiene nada que informar de este mes.
report-rows = Qué hizo, dónde, para quién
report-add-row = Añadir una fila
report-row-nil = Nada que informar aquí
report-group = Grupo
report-newPeople = Nuevas
report-repeatPeople = Ya contadas
report-value = Valor
report-was = antes: { $value }
report-number-only = Un número entero
report-no-number = { $what }: «{ $text }» no es un número. Escriba solo cifras.
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

review-look = Mire esto primero
review-row = Fila { $row }
review-decide = Su decisión
review-note = Qué debe corregir el socio
review-note-missing = Diga qué debe corregir el socio
review-accept = Aceptar
review-return = Devolver con esta nota
review-accepted = El informe está aceptado.
review-returned = El informe se devolvió al socio.
review-conflict = Alguien cambió este informe entretanto. Cárguelo de nuevo y vuelva a mirar.

unsent-send-now = Enviar ahora
unsent-export = Descargar mi trabajo sin enviar
unsent-waiting = Por enviar
unsent-none = Nada espera.
unsent-drafts = Borradores en este dispositivo
unsent-draft-saved = guardado { $moment }
unsent-edit = Corregir
unsent-receipts = Recibos
receipts-none = Aún no se envió nada desde este dispositivo.
receipt-what = Informe
receipt-version = Versión
receipt-at = Recibido
parcel-waiting = En espera
parcel-sending = Enviando
parcel-attention = Lo necesita
conflict-text = Otra persona cambió este informe el { $moment }. Lo que no choca ya está unido. Elija qué vale:
conflict-mine = Mío: { $value }
conflict-theirs = Suyo: { $value }
conflict-settle = Enviar con esta elección
invalid-text = El servidor no puede tomarlo así:
locked-text = El informe está cerrado. Lo que escribió queda aquí como corrección propuesta.
refused-text = El servidor lo rechazó.
field-newPeople = nuevas
field-repeatPeople = ya contadas
field-value = valor
field-denominator = denominador
field-status = estado
field-nil = nada que informar
field-units = unidades
field-amount = importe
field-currency = moneda
field-remarks = observaciones
field-row = fila

settings-me = Usted
settings-name = Nombre
settings-roles = Funciones
settings-unsent =
    { $count-form ->
        [one] { $count } trabajo de este dispositivo no se envió.
        [many] { $count } de trabajos de este dispositivo no se enviaron.
       *[other] { $count } trabajos de este dispositivo no se enviaron.
    }
role-SYSTEM_ADMIN = Administrador
role-COORDINATOR = Coordinador
role-CO_COORDINATOR = Cocoordinador
role-SUBNATIONAL_COORDINATOR = Coordinador subnacional
role-IMO = Responsable de gestión de la información
role-PARTNER_FOCAL_POINT = Punto focal del socio
role-PARTNER_EDITOR = Redactor del socio
role-GOVERNMENT = Representante del gobierno
role-DONOR = Donante
role-VIEWER = Lector
tokens-title = Claves para programas
tokens-text = Un programa suyo usa una clave en lugar de su contraseña. No puede más que usted.
tokens-none = No tiene claves.
token-name = Para qué es
token-name-missing = Diga para qué es la clave
token-days = Válida por cuántos días (1 a 366)
token-days-wrong = Ponga un número entero de 1 a 366
token-read-only = Solo puede leer
token-create = Hacer una clave
token-made = La clave está hecha.
token-secret = Copie este secreto ahora: se muestra una vez.
token-prefix = Empieza por
token-ends = Termina
token-used = Último uso
token-revoke = Retirar
token-revoke-sure = El programa que usa esta clave quedará fuera. ¿Retirarla?
token-revoked = retirada

search-label = ¿Qué busca?
search-hint = El nombre de un socio o de una actividad; los acentos no importan
search-none = No se encontró nada
search-none-text = Pruebe una palabra más corta.
search-partners = Socios
search-activities = Actividades

help-title-month = El mes
help-text-month = Se abre un período, los socios informan qué hicieron, dónde y para quién, y el clúster acepta cada informe o lo devuelve con una nota. Solo cuentan los informes aceptados.
help-title-offline = Sin red
help-text-offline = Cada cambio queda en este dispositivo en un segundo. Lo que envía espera aquí una conexión, se envía una vez por muchas veces que se intente, y acaba con un recibo. «En este dispositivo» lo muestra todo.
help-title-conflict = Cuando dos personas cambian el mismo informe
help-text-conflict = Los cambios que no chocan se unen. Donde ambos cambiaron la misma celda ve los dos valores y elige. Nada se sobrescribe en silencio.
help-title-null = Vacío, cero, nada que informar
help-text-null = Vacío significa que nadie lo dijo. Cero es un número. «Nada que informar» dice que allí no se hizo nada este mes.
help-title-figures = De dónde viene una cifra
help-text-figures = Cada cifra subrayada se abre: su método, su fecha, su fuente y las filas detrás, en cuanto pueda verlas.
help-title-keys = Con el teclado
help-text-keys = Tab avanza, Mayús y Tab retrocede, Intro abre, Escape cierra. El primer Tab de cada pantalla ofrece ir al contenido.

## Review

nav-review = Revisión
not-now = Ahora no
error-offline-act = No se puede contactar con el servidor. No se ha cambiado nada; inténtelo de nuevo cuando haya conexión.
error-changed = Alguien cambió esto entretanto. Lo ve como está ahora; mírelo de nuevo.
review-title = Revisión: { $waiting } en espera
review-keys = Primero los de más riesgo
review-key-row = fila
review-key-accept = aceptar
review-key-return = devolver
review-key-comment = cifras y comentarios
review-queue = Cola, primero los de más riesgo
review-none = No hay informes que revisar
review-none-text = Todo lo enviado está decidido.
review-none-link = Ver los informes aceptados
review-flags = Avisos: { $flags }
review-no-flags = sin avisos
review-accept-calm = Aceptar los que no tienen avisos: { $number }…
review-calm-title = ¿Aceptar informes sin avisos: { $number }?
review-calm-text = Cuentan de inmediato. Si alguno cambió entretanto, no se acepta ninguno.
review-many-changed = No se aceptó nada porque esto cambió o se decidió entretanto: { $who }
review-sent = Enviado { $moment }
review-whole = El informe completo
review-services = Servicios contados
review-services-before = { $month }: { $value }
review-first-report = ningún informe anterior
review-rows = Filas
review-rows-nil = nada que informar en { $number }
review-settle = Avisos por resolver
review-more-risks = Y más del mismo tipo: { $number }
review-since = Cambios desde que se aceptó
review-since-none = Dice lo mismo que cuando se aceptó.
since-ADDED = Fila nueva
since-CHANGED = Cambiada
since-REMOVED = Quitada
review-only-flagged = solo con avisos o comentarios
review-place = Lugar y actividad
review-before = Antes
review-now = Ahora
review-change = Cambio
review-new = nueva
review-flag = Aviso
review-decision = Decisión
review-back = Devolver
review-figures = Cifras
review-commented = comentada
review-cleaned = Corregida
review-first-rows = Estas son las primeras 100 filas; abra el informe completo para ver las demás.
review-row-note = Qué corregir en la fila { $row }
review-row-note-missing = Fila { $row }: diga qué debe corregir el socio
review-note-all = Una nota al socio sobre todo el informe
review-count = Bien: { $accept } · por devolver: { $back }
review-count-text = Solo se podrán cambiar las filas devueltas.
review-return-rows = Devolver estas filas: { $number }
review-talk = Sobre todo el informe
review-talk-row = Comentarios sobre esta fila
talk-missing = Escriba lo que quiere decir
talk-said = Su comentario está enviado.
talk-resolved = El comentario está resuelto.
talk-reopened = El comentario está abierto de nuevo.
talk-answer = Responder
talk-settled = Resuelto
talk-settle = Resolver
talk-reopen = Reabrir
talk-new = Un comentario nuevo, que el socio leerá
talk-about = Sobre
talk-row = toda la fila
talk-say = Enviar el comentario
clean-partner = Dicho por el socio
clean-counts = Lo que cuenta
clean-stale = el socio cambió la cifra después: mírela de nuevo
clean-restore = Retirar la corrección
clean-restored = La cifra del socio cuenta de nuevo.
clean-begin = Corregir cifras
clean-why = Por qué
clean-why-hint = Lo que dijo el socio queda al lado. Lo leerá.
clean-why-missing = Diga por qué se corrige la cifra
clean-nothing = Cambie primero una cifra
clean-save = Guardar las correcciones
clean-done = Las correcciones cuentan ahora.
risk-ABOVE_IN_NEED = Por encima de la necesidad
risk-WRONG_TOTAL = Total menor que sus partes
risk-ABOVE_TARGET = Por encima de la meta
risk-JUMP = Salto
risk-DUPLICATE = Posible duplicado
risk-OVERLAP = Zona junto a un lugar suyo
risk-MISSING_SPLITS = Falta el desglose
risk-text-ABOVE_IN_NEED = todos los socios juntos informan { $figure } en { $where }, donde { $compared } tienen necesidad.
risk-text-WRONG_TOTAL = el total es { $figure }, sus partes suman { $compared }.
risk-text-ABOVE_TARGET = todos los socios juntos informan { $figure } en { $where }; la meta es { $compared }.
risk-text-JUMP = { $compared } la vez anterior, { $figure } ahora. Donde dice 0 se escribió un cero.
risk-text-DUPLICATE = { $who } informa la misma actividad para las mismas personas allí: { $figure } y { $compared }.
risk-text-OVERLAP = { $where } se informa junto a un lugar dentro de ella: habría personas contadas dos veces.
risk-text-MISSING_SPLITS = solo un total de { $figure }, donde el plan pide grupos.

## Import

nav-import = Importar
import-kicker = Nada se guarda antes de que vea qué pasaría con cada fila
import-way = Qué trae
import-way-workbook = El libro de Darasa
import-way-own = Una hoja propia
import-in-file = dicho en el archivo
import-nobody = nadie en particular
import-get = Tomar el libro
import-get-text = Contiene sus actividades, lugares y últimas cifras, y se rellena sin red.
import-get-button = Descargar el libro
import-bring = Devolverlo
import-bring-text = Él mismo dice de quién es el informe. Primero ve qué cambiaría.
import-file = Archivo
import-replace = El archivo es el informe completo: las filas que falten se quitan
import-reading = Leyendo el archivo
import-applied = Las filas están en el informe
import-nothing-yet = Aún no se ha guardado nada
import-new = Nuevas
import-changed = Cambiadas
import-same = Como antes
import-removed = Quitadas
import-refused = Rechazadas
import-changes = Qué cambiaría
import-row = Fila
import-what = Qué
import-columns = Columnas
row-change-ADDED = Nueva
row-change-CHANGED = Cambiada
row-change-UNCHANGED = Como antes
row-change-REMOVED = Quitada
import-ready = Listas para tomar: { $number }
import-checked = Descargar el archivo con marcas
import-good-rows = tomar las filas buenas aunque otras estén mal
import-take = Tomar las filas
import-issues = Qué corregir
import-issues-more = Y más: { $number }
severity-ERROR = Rechazado
severity-WARNING = Mire
import-batches = Lo que entró
import-batches-none = Aún no se ha importado nada.
import-when = Cuándo
import-program = un programa
import-undo = Deshacer
import-undo-sure = Los informes volverán a decir lo que decían antes de este archivo. ¿Deshacer?
import-undone = El archivo está deshecho.
import-is-undone = deshecho
import-steps = Pasos
import-step-file = Archivo
import-step-sheet = Hoja y encabezados
import-step-columns = Columnas
import-step-cells = Celdas
import-step-done = Tomadas
import-own-text = Sirve cualquier tabla con una fila por cada cosa hecha. Sus columnas se adivinan y usted dice qué significan. Los nombres de niños no deben estar.
import-sheet = Hoja
import-sheet-rows = filas: { $rows }, columnas conocidas: { $known }
import-hidden = oculta
import-header-row = Fila de encabezados
import-profile-found = Leído como antes, con el perfil «{ $name }».
import-columns-known = Columnas que se leen: { $known } de { $all }
import-check = Comprobar todas las celdas
import-check-again = Comprobar de nuevo
import-not-taken = Rechazadas: { $refused } · esperan su elección: { $choice }
import-rejected = Descargar las filas no tomadas
import-save-as = Guardar esta asignación como
import-your-column = Su columna
import-goes-to = Va a
import-sample = Muestra
import-how = Cómo
import-left-out = No se lee
import-chosen = Elegido por usted
found-HEADING = Por su encabezado
found-TAG = Por su etiqueta HXL
found-SYNONYM = Por un sinónimo
found-WORDS = Adivinado por sus palabras
found-LIKENESS = Adivinado por el nombre
found-PROFILE = Por el perfil
import-column-goes = { $name } va a
import-whom = { $name }: a quién cuenta
import-everyone = Todas las personas
import-numbers = { $name }: cómo se escriben los números
import-numbers-clear = números claros
import-dates = { $name }: cómo se escriben los días
import-dates-clear = días claros
import-dates-iso = año, mes, día
import-dates-day = primero el día
import-dates-month = primero el mes
import-read = Filas leídas: { $all }, listas: { $ready }. Aún no se ha guardado nada
verdict-OK = Bien
verdict-FIXED = Arreglado
verdict-NEEDS_CHOICE = Necesita su elección
verdict-REFUSED = Rechazado
verdict-note-OK = tal como están
verdict-note-FIXED = espacios, grafías; cada una se marca
verdict-note-NEEDS_CHOICE = la misma palabra se responde una vez
verdict-note-REFUSED = con el motivo al lado
import-accounted = Las demás filas: ya dichas { $same }, omitidas { $out }, títulos y encabezados { $headings }, vacías { $empty }.
import-report-counts = nuevas { $added }, cambiadas { $changed }, como antes { $same }
import-was = Arreglado: era «{ $text }»
import-notes = Notas
import-only-odd = solo filas con algo que mirar
import-choices = ¿Qué significan estas palabras?
import-choices-text = Cada una se responde una vez para todas las filas
import-stands = Dice
import-means = Significa
import-means-what = «{ $text }» significa
import-choose = Elija
import-leave-rows = Omitir estas filas
sheet-field-ORGANISATION = Organización
sheet-field-PERIOD = Mes o día
sheet-field-YEAR = Año
sheet-field-ACTIVITY = Actividad
sheet-field-INDICATOR = Indicador
sheet-field-ADM1 = Área, nivel 1
sheet-field-ADM2 = Área, nivel 2
sheet-field-ADM3 = Área, nivel 3
sheet-field-AREA = Área por P-code
sheet-field-SITE = Sitio o escuela
sheet-field-POPULATION_GROUP = Grupo de población
sheet-field-MODALITY = Modalidad
sheet-field-STATUS = Avance
sheet-field-NIL = No se hizo nada
sheet-field-PEOPLE = Personas
sheet-field-WHOM = A quién cuenta la fila
sheet-field-COUNTED_BEFORE = Si ya se contaron
sheet-field-VALUE = Valor
sheet-field-DENOMINATOR = Denominador
sheet-field-UNITS = Unidades
sheet-field-AMOUNT = Dinero gastado
sheet-field-CURRENCY = Moneda
sheet-field-PROJECT = Proyecto
sheet-field-REMARKS = Observaciones
sheet-field-SECTOR = Clúster o sector

## Reports that came back

report-only-returned = Solo se puede cambiar lo devuelto: { $number }. Puede añadir filas.
report-row-closed = Esta fila está bien como está.

## Tables and published months

nav-tables = Tablas
nav-published = Meses publicados
yes = Sí
no = No
table-GAPS = Brechas por área
table-PRESENCE = Quién hace qué y dónde
table-UNCOVERED = Áreas sin nadie
table-COMPLETENESS = Informes por socio
table-COMPLETENESS_BY_AREA = Informes por área
table-QUALITY = Calidad por mes
table-OVERLAPS = Solapamientos
table-OPERATIONAL_PRESENCE = Presencia operativa (HAPI)
table-note-GAPS = Personas con necesidad, previstas y alcanzadas, y lo que falta. Si se conoce la severidad, lo peor va primero.
table-note-PRESENCE = Cada organización con sus actividades y áreas.
table-note-UNCOVERED = Hay personas con necesidad y nadie está activo.
table-note-COMPLETENESS = Qué informes debe cada socio, cuáles se aceptaron y cuáles llegaron a tiempo.
table-note-COMPLETENESS_BY_AREA = Qué informes deben los socios de cada área, cuáles se aceptaron y cuáles llegaron a tiempo.
table-note-QUALITY = Mes a mes: quién informó, filas duplicadas, lugares donde se solapan socios.
table-note-OVERLAPS = Varios socios informaron la misma actividad y grupo en el mismo lugar y mes. Puede haber personas contadas dos veces.
table-note-OPERATIONAL_PRESENCE = La tabla de la API humanitaria; sus archivos tienen todas las columnas.
tables-level = Áreas
tables-level-1 = nivel 1, las mayores
tables-level-2 = nivel 2
tables-from = Desde
tables-to = Hasta
tables-first = el primer mes
tables-latest = el último mes
tables-download = Descargar esta tabla:
form-csv = CSV
form-xlsx = Libro (XLSX)
form-json = JSON
form-geojson = Mapa (GeoJSON)
tables-records = Registros
tables-none = Aún no hay nada que decir
tables-covered = Alguien está activo en cada área con personas necesitadas
tables-none-text = Solo cuentan los informes aceptados y el plan publicado.
column-org_name = Socio
column-activity_name = Actividad
column-sector_name = Sector
column-places = Lugares
column-rows_ongoing = Filas en curso
column-rows_completed = Filas terminadas
column-reference_period_start = Desde
column-reference_period_end = Hasta
column-in_need = Con necesidad
column-targeted = Previstas
column-reached = Alcanzadas
column-gap_to_target = Falta para la meta
column-gap_to_need = Con necesidad y no alcanzadas
column-severity = Severidad
column-severity_weighted_gap = Brecha ponderada por severidad
column-rank = Orden
column-partners_reporting = Socios que informan
column-partners_expected = Socios esperados
column-partners_reporting_share = Parte de socios que informan
column-reports_expected = Informes esperados
column-reports_accepted = Aceptados
column-reports_in_time = A tiempo
column-completeness = Completitud
column-timeliness = Puntualidad
column-period = Periodo
column-rows = Filas
column-duplicate_rows = Filas duplicadas
column-duplicate_rate = Parte de duplicados
column-places_served = Lugares atendidos
column-places_overlapping = Lugares solapados
column-overlap = Parte solapada
column-population_group = Grupo
column-organisations = Socios
column-org_names = Quiénes
map-title = Mapa: { $name }
map-label = Mapa de { $name } por área; las mismas cifras están en la tabla de abajo
map-up-to = hasta { $value }
map-unknown = no se sabe
map-note = Los límites no implican reconocimiento. La tabla de abajo tiene las cifras exactas.
map-offline = El mapa necesita conexión. La tabla de abajo tiene las mismas cifras.
explain-counted = Lo que contó
explain-first = Estas son las primeras 50 filas.
input-PLACES = Lugares que cuentan
input-REACHED = Alcanzadas
input-TARGET = Previstas
input-IN_NEED = Con necesidad
input-PLAN_VERSION = Versión del plan
input-NUMERATOR = Parte
input-DENOMINATOR = Total
input-IN_NEED_PHASE_3 = Con necesidad, fase 3
input-IN_NEED_PHASE_4 = Con necesidad, fase 4
input-IN_NEED_PHASE_5 = Con necesidad, fase 5
input-LEFT_PHASE_3 = Queda de la fase 3
input-LEFT_PHASE_4 = Queda de la fase 4
input-LEFT_PHASE_5 = Queda de la fase 5
publish-title = Publicar un mes
publish-text = Cifras y tablas se congelan como están y no cambian nunca. Lo que se acepte después espera a la siguiente publicación y se enumera.
publish-up-to = Hasta el final de
publish-button = Publicar
publish-sure = ¿Congelar { $month } y publicar?
publish-sure-text = Una publicación no se puede retirar; una corrección es la siguiente.
publish-done = El mes está publicado.
publication = { $month }, publicación { $number }
publication-hash = Huella (SHA-256)
publication-late = Cambió después; espera a la siguiente
publication-late-none = Nada ha cambiado después.
publication-none = Aún no se ha publicado nada
publication-none-text = Publique un mes cuando sus informes estén aceptados.
late-ACCEPTED = Aceptado después
late-REOPENED = Reabierto
late-CHANGED = Cambiado y aceptado de nuevo
link-title = Enlaces sin cuenta
link-text = Quien tenga el enlace ve lo publicado: las cifras de pocas personas se ocultan.
link-name = Para quién es
link-name-missing = Diga para quién es el enlace
link-partners = Nombrar a los socios. No lo haga si pone en riesgo a personas.
link-partners-short = Nombra socios
link-make = Crear un enlace
link-made = El enlace está creado.
link-secret = Copie esta dirección ahora: se muestra una sola vez.
link-revoke-sure = Quien use este enlace ya no verá nada. ¿Retirarlo?
link-none = No hay enlaces.
calendar-title = Sus plazos en un calendario
calendar-text = Un programa de calendario lee esta dirección sin contraseña. Una nueva pone fin a la anterior.
calendar-make = Crear una dirección
calendar-made = El calendario está creado.
calendar-end = Terminar mi calendario
calendar-ended = El calendario está terminado.

## Needs: rounds, assessments

nav-needs = Necesidades
nav-assessments = Evaluaciones
needs-import = Importar una tabla de necesidades
needs-none = Aún no hay cifras de necesidades
needs-none-text = Importe la tabla de una evaluación: será una ronda que publica la coordinación.
needs-rounds = Rondas de necesidades
needs-round = Ronda
needs-round-named = Ronda { $number }: { $name }
needs-valid = Válida
needs-replaces = Sustituye a
needs-in-area = Partes de { $area }
needs-all-areas = Todas las zonas
needs-within = Ver dentro
needs-no-areas = Aquí no se conoce ninguna zona. Importe antes los límites.
needs-first-areas = Estas son las 100 primeras zonas.
needs-groups = Por grupo
needs-no-figures = Esta ronda no dice nada de esta zona. No es cero.
needs-assessed = Lo que se preguntó aquí, lo último primero
needs-never-assessed = El registro no conoce ninguna evaluación aquí.
needs-import-text = Entra toda la tabla o nada. Será un borrador con el que nadie cuenta hasta que se publique.
needs-file = Tabla
needs-file-hint = Un libro o CSV con códigos P y columnas como Population, In Need, Targeted
needs-file-missing = Elija la tabla
needs-source-hint = Quién contó, como «Evaluación conjunta de marzo»
needs-source-missing = Diga quién contó
needs-method-missing = Diga con qué método
needs-version = Versión del método
needs-version-missing = Diga qué versión del método
needs-from = Válida desde
needs-to = Hasta
needs-dates-wrong = Indique el primer día y un último día posterior
needs-read = Leer la tabla
needs-reading = Leyendo …
needs-figures =
    { $count-form ->
        [one] Se leyó { $count } cifra
        [many] Se leyeron { $count } de cifras
       *[other] Se leyeron { $count } cifras
    }
needs-open-round = Abrir la ronda { $number }
needs-outcome-IMPORTED = La tabla está dentro, como borrador
needs-outcome-UNCHANGED = Esta tabla ya estaba; nada cambió
needs-outcome-REFUSED = No se tomó nada: corrija antes esto
metric-POPULATION = Población
metric-AFFECTED = Afectadas
metric-IN_NEED = Con necesidad
metric-TARGETED = Previstas
round-DRAFT = Borrador
round-VALIDATED = Validada
round-PUBLISHED = Publicada
round-SUPERSEDED = Sustituida
round-validate = Validar
round-publish = Publicar
round-step-text = Un borrador se valida primero; después lo publica la coordinación. Solo cuentan las cifras publicadas.
round-publish-sure = Todos contarán con estas cifras. ¿Publicar la ronda?
round-is-published = La ronda está publicada.
round-is-validated = La ronda está validada.
issue-where = Dónde
issue-kind = Tipo
issue-reason = Qué está mal
issue-mend = Cómo corregirlo
issue-ERROR = Error
issue-WARNING = Revisar
issue-more =
    { $count-form ->
        [one] No se muestra { $count } más.
        [many] No se muestran { $count } de más.
       *[other] No se muestran { $count } más.
    }
assessment = Evaluación
assessment-plan = Planear una evaluación
assessment-plan-text = Los demás la ven desde ahora, para que dos no pregunten a las mismas personas en el mismo mes.
assessment-save = Registrar
assessment-is-planned = La evaluación está en el registro.
assessment-is-withdrawn = La evaluación fue retirada.
assessment-withdraw = Retirar
assessment-why = ¿Por qué se retira?
assessment-overlaps = Se preguntaría dos veces a las mismas personas
assessment-none = No se conoce ninguna evaluación
assessment-none-text = Registre también las previstas: así se ven a tiempo los solapes.
assessment-first = Estas son las 40 últimas.
assessment-gaps = Donde nadie preguntó
assessment-gaps-text = Zonas que no cubre ninguna evaluación que termine desde el { $day }, hasta donde usted puede saber. Las previstas cuentan.
assessment-no-gaps = Todas las zonas están cubiertas.
assessment-partly = En parte
assessment-not = Sin preguntar
assessment-ends = Hasta
assessment-sample = Personas preguntadas
assessment-trust = Fiabilidad, de 1 a 5
assessment-when = Cuándo
assessment-where = Dónde
assessment-whom = A quién
assessment-lead = Dirigida por
assessment-kind = Tipo
assessment-way = Con otros
assessment-from = Primer día
assessment-to = Último día
assessment-name-missing = Dele un nombre
assessment-from-missing = Indique el primer día y un último día que no sea anterior
assessment-areas-missing = Elija al menos una zona
assessment-groups-missing = Elija a quién pregunta
assessment-lead-missing = Elija quién la dirige
assessment-PLANNED = Prevista
assessment-ONGOING = En curso
assessment-FINALISED = Terminada
assessment-WITHDRAWN = Retirada
assessment-INITIAL = Inicial
assessment-RAPID = Rápida
assessment-IN_DEPTH = En profundidad
assessment-MONITORING = Seguimiento
assessment-REGISTRATION = Registro
assessment-OTHER = Otro tipo
assessment-JOINT = Conjunta
assessment-HARMONISED = Armonizada
assessment-UNCOORDINATED = Por separado
assessment-CONFIDENTIAL = Confidencial
group-ALL = Todas las personas
group-AFFECTED = Afectadas
group-NOT_AFFECTED = No afectadas
group-NOT_DISPLACED = No desplazadas
group-HOST = Comunidades de acogida
group-NOT_HOST = Sin acoger
group-DISPLACED = Desplazadas
group-IN_TRANSIT = En tránsito
group-MIGRANTS = Migrantes
group-MIGRANTS_IN_TRANSIT = Migrantes en tránsito
group-MIGRANTS_PERMANENT = Migrantes permanentes
group-MIGRANTS_PENDULAR = Migrantes pendulares
group-IDPS = Desplazadas internas
group-ASYLUM_SEEKERS = Solicitantes de asilo
group-REFUGEES = Refugiadas
group-RETURNEES = Retornadas
group-OTHERS_OF_CONCERN = Otras de interés
