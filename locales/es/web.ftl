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
update-unkept = Este dispositivo no tiene espacio para lo que ingresó. Envíelo o descargue una copia y luego cargue la versión nueva.
unsent-nag = Algo que solo tiene este dispositivo está aquí sin enviar desde el { $moment }. Envíelo o descargue una copia: un navegador puede olvidar.
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
nav-review = Revisión
nav-reports = Informes
nav-import = Importar
nav-periods = Períodos de informe
nav-projects = Proyectos
nav-unsent = En este dispositivo
nav-situation = Situación
nav-tables = Tablas
nav-published = Meses publicados
nav-needs = Necesidades
nav-assessments = Evaluaciones
nav-plan = Plan de respuesta
nav-appeals = Llamamientos
nav-standards = Normas mínimas
nav-search = Buscar
nav-settings = Ajustes
nav-help = Ayuda
nav-tour = Recorrido
nav-history = Historial
nav-setup = Configuración
nav-places = Zonas
nav-members = Personas y roles
nav-partners = Socios

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

figure-need = Con necesidad
figure-target = Previstas
figure-reached = Alcanzadas
figure-submitted = Enviadas, aún no aceptadas
figure-submitted-note = en ninguna cifra pública
figure-partners = Socios que informan
figure-completeness = Informes aceptados
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
situation-accepted = Solo informes aceptados

plan-activity = Actividad

reports-status = Estado
reports-period = Mes
reports-partner = Socio
reports-cluster = Clúster
reports-any = Todos

report-is-nil = El socio no tiene nada que informar de este mes.
report-group = Grupo
report-repeatPeople = Ya contadas
report-no-number = { $what }: «{ $text }» no es un número. Escriba solo cifras.

review-look = Mire esto primero
review-row = Fila { $row }

receipt-what = Informe
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
field-projectId = proyecto
field-row = fila

settings-name = Nombre
token-days = Válida por cuántos días (1 a 366)
token-days-wrong = Ponga un número entero de 1 a 366
token-ends = Termina
token-revoke = Retirar
token-revoked = retirada

not-now = Ahora no
error-offline-act = No se puede contactar con el servidor. No se ha cambiado nada; inténtelo de nuevo cuando haya conexión.
error-changed = Alguien cambió esto entretanto. Lo ve como está ahora; mírelo de nuevo.
review-rows = Filas
review-talk = Sobre todo el informe
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

import-what = Qué

yes = Sí
no = No

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
list-shown = Mostrados: { $number }
list-all = Se muestran todos: { $number }

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
no-plan-begin = Seguir con los primeros pasos
pages-of = Páginas: { $name }
pages-before = Página anterior
pages-next = Página siguiente
pages-here = Página { $number }
area-lists-failed = No se pudieron leer las zonas.
area-part-of = Parte de { $area }
area-whole = toda
live-changed = Otra persona cambió esto el { $moment }.
live-kept = Lo que usted escribió se conserva.
live-show = Mostrar
progress-upload = Enviando el archivo
progress-download = Recibiendo el archivo
progress-read = El servidor lee el archivo
progress-check = El servidor revisa la hoja
progress-compare = El servidor lo compara con lo que hay
progress-take = El servidor incorpora el archivo
progress-of = { $done } de { $total }
progress-stop = Cancelar
progress-stopped = Cancelado. No se ha cambiado nada.
progress-seconds =
    { $count-form ->
        [one] { $count } segundo
        [many] { $count } de segundos
       *[other] { $count } segundos
    }
typed-restored = Lo que escribió aquí el { $moment } aún no está guardado. Aquí está de nuevo.
typed-clash = Otras personas han cambiado desde entonces parte de lo mismo: aquí figura lo que usted escribió.
typed-discard = Descartar lo que escribí
typed-discard-sure = ¿Descartar lo que escribió y no guardó?
typed-discarded = Se descartó lo escrito.
unit-CHILDREN = niños y niñas
unit-PEOPLE = personas
unit-TEACHERS = docentes
unit-LEARNING_SPACES = espacios temporales de aprendizaje
unit-CLASSROOMS = aulas
unit-LATRINES = letrinas
unit-KITS = kits
unit-SCHOOLS = escuelas
unit-OTHER = unidades
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
