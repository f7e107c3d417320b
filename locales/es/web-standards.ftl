# El cliente web: normas mínimas. Borrador que ningún hablante nativo ha leído todavía.

standards-finding = { $part } de { $whole } normas mínimas no se cumplen
standards-none = Aún no hay ninguna lista de verificación
standards-none-text = Cuando se termine una lista de verificación, aparecerá aquí.
standards-none-keep = Empiece una: elija qué se examina y diga de cada norma cómo se encontró.
standards-overview = Vista general
standards-checklists = Listas de verificación
standards-actions = Acciones de mejora
standards-editions = Ediciones y textos
standards-country = Adaptadas al país
standards-worst = Primero las no cumplidas
standards-show = Mostrar
standards-none-so = Ninguna norma está así.
standards-shown = { $part } de { $whole } mostradas.
standard-one = Norma
rating-one = Valoración
rating-MET = Cumplida
rating-PARTIAL = En parte
rating-NOT_MET = No cumplida
rating-NOT_APPLICABLE = No aplicable
rating-NOT_ASSESSED = Sin valorar
rating-reason = Por qué no es aplicable
rating-reason-hint = Diga por qué: hasta entonces esta valoración queda en este dispositivo
rating-reason-missing = Norma { $number }: diga por qué no es aplicable
rating-note = Lo que se vio
score-one = Puntuación
score-mean = Puntuación, media de las normas
score-strict = Cumplidas en sentido estricto
score-strict-note = cuenta solo «cumplida», en parte como nada
score-complete = Valoradas
score-before = ronda { $round }: { $score }
score-picture = Partes de las valoraciones
score-rule = Cumplida cuenta 1, en parte un medio, no cumplida 0; no aplicable exige un motivo y sale de la suma
score-cuts = Se muestra no cumplida por debajo de { $low }, cumplida desde { $high }
score-words-score = Las cumplidas y la mitad de las cumplidas en parte, de lo valorado y aplicable. De un ámbito y del total es la media de sus normas.
score-words-strict = Solo lo cumplido, de lo valorado y aplicable.
score-words-completeness = Lo valorado, de todo lo aplicable.
score-null = Una raya significa que nada de lo aplicable se valoró, lo que no es cero.
domains-title = Por ámbito
domain-one = Ámbito
items-title = Valoraciones
items-counted = { $met } cumplidas, { $partial } en parte, { $notMet } no, { $open } abiertas
items-each = Cada norma
rounds-title = Rondas
nth-one = Ronda
nth-named = ronda { $round }, { $day }
nth-stood = Ronda { $round }: { $rating }
change-same = igual

checklist-new = Nueva lista de verificación
checklist-open = Abrir la lista de verificación
checklist-what = Qué se examina
checklist-subject = Examinado
checklist-search = Buscar organizaciones por una parte del nombre
checklist-subject-missing = Elija qué se examina
checklist-none-found = No hay ninguno que elegir.
checklist-cluster-missing = Elija el clúster en que se hace
checklist-edition-missing = Elija una edición
checklist-day = El día del que habla
checklist-day-wrong = Elija hoy o un día anterior
checklist-note = Lo que se dice del conjunto
checklist-begin = Empezar la lista
checklist-begun = La lista de verificación está empezada.
checklist-kept = Guardado.
checklist-finished = La lista de verificación está terminada.
checklist-DRAFT = En curso
checklist-SUBMITTED = Terminada
looked-at-OPERATION = Operación
looked-at-CLUSTER = Clúster
looked-at-ORGANISATION = Organización
looked-at-SITE = Escuela o sitio
looked-at-APPEAL = Llamamiento
edition-of = Edición
drafts-title = En curso
drafts-assessed = { $share } valorado
drafts-go = Continuar
fill-text = Cada valoración se guarda enseguida, también sin red. Con las flechas se elige, con el tabulador se avanza.
fill-about = Día y nota
fill-outdated = Desde entonces se leyeron textos: estas valoraciones ya no cuentan: { $codes }
fill-rated = { $part } de { $whole } valoradas
fill-next = Siguiente abierta
fill-finish = Terminar
fill-sure = ¿Terminarla? Después las valoraciones ya no cambian.
fill-sure-open =
    { $count-form ->
        [one] ¿Terminarla con { $count } sin valorar? Después las valoraciones ya no cambian.
        [many] ¿Terminarla con { $count } sin valorar? Después las valoraciones ya no cambian.
       *[other] ¿Terminarla con { $count } sin valorar? Después las valoraciones ya no cambian.
    }
sending-saved = todo guardado
sending-waiting = guardando
sending-sending = guardando
sending-device = guardado en este dispositivo
sending-refused = sin guardar
dispute-text = Otra persona dice «{ $theirs }», usted dice «{ $mine }».
dispute-mine = Conservar lo mío
dispute-theirs = Tomar lo otro
left-text = Se terminó entretanto. Lo último que dijo no se tomó:
left-forget = Olvidarlo

evidence-title = Pruebas
evidence-count = Pruebas: { $number }
evidence-none = sin pruebas
evidence-enough = ninguna valoración sin ellas
evidence-lacking =
    { $count-form ->
        [one] { $count } valoración dice que algo está hecho y no tiene ninguna
        [many] { $count } de valoraciones dicen que algo está hecho y no tienen ninguna
       *[other] { $count } valoraciones dicen que algo está hecho y no tienen ninguna
    }
evidence-hidden = Las pruebas son para quienes coordinan y la propia organización.
evidence-add = Añadir una prueba
evidence-kind = Qué es
evidence-OBSERVATION = Visto
evidence-INTERVIEW = Contado
evidence-DOCUMENT = Documento
evidence-PHOTO = Foto
evidence-DATASET_LINK = Conjunto de datos
evidence-note = Qué muestra
evidence-privacy = Sin nombres de personas, sin caras de niños.
evidence-note-missing = Diga qué se vio o se contó
evidence-url = Dirección, si está en otro sitio
evidence-or-file = O un archivo
evidence-where-missing = Escriba una dirección o elija un archivo
evidence-on = Recogida el
evidence-by = Recogida por
evidence-by-hint = Una función o una organización, nunca el nombre de una persona.
evidence-by-missing = Diga qué función u organización la recogió
evidence-save = Añadir la prueba
evidence-added = La prueba está añadida.
evidence-remove = Quitar
evidence-sure = ¿Quitarla para siempre?
evidence-removed = La prueba está quitada.
evidence-file = Abrir el archivo

action-one = Acción
actions-title = Acciones
actions-count = Acciones: { $number }
actions-none = Ninguna acción está así
actions-none-text = Las acciones se añaden a una norma en una lista de verificación.
actions-show-open = Por hacer
actions-show-late = Atrasadas
actions-show-done = Hechas o abandonadas
actions-show-all = Todas
action-none = Añadir una acción
action-add = Añadir una acción
action-edit = Cambiar la acción
action-gap = Qué falta
action-gap-missing = Diga qué falta
action-what = Qué hay que hacer
action-what-missing = Diga qué hay que hacer
action-priority = Urgencia
priority-HIGH = Primero
priority-MEDIUM = Después
priority-LOW = Cuando haya tiempo
action-owner = Quién responde
action-owner-missing = Elija quién responde
action-myself = Respondo yo
action-due = Último día
action-due-missing = Escriba el último día
action-due-on = hasta el { $day }
action-late = atrasada
action-status = Estado
action-save = Guardar la acción
action-saved = La acción está guardada.
progress-OPEN = Sin empezar
progress-IN_PROGRESS = En marcha
progress-DONE = Hecha
progress-CANCELLED = Abandonada

compare-title = Rondas comparadas
compare-with = Comparar con la ronda { $round }
compare-take = Comparar
compare-two = Elija dos rondas terminadas de lo mismo
compare-go = Comparar las dos rondas
compare-across = Las rondas siguen ediciones distintas, { $before } y { $after }. Las normas se emparejan con la tabla de equivalencias.
compare-change = Cambio
compare-change-how = La puntuación de la ronda posterior menos la de la anterior, en puntos porcentuales, sobre las normas comparables en ambas.
compare-over =
    { $count-form ->
        [one] puntos porcentuales, sobre { $count } norma comparable
        [many] puntos porcentuales, sobre { $count } de normas comparables
       *[other] puntos porcentuales, sobre { $count } normas comparables
    }
compare-each = Norma por norma
compare-otherwise = se valoraron otras cosas
compare-points = Los cambios están en puntos porcentuales
incomparable-NO_COUNTERPART = sin equivalente
incomparable-SEVERAL_COUNTERPARTS = varios equivalentes
incomparable-NO_SCORE_BEFORE = sin puntuación antes
incomparable-NO_SCORE_AFTER = sin puntuación después

framework-published = Publicada
framework-standards = Normas
framework-texts = Textos de acciones clave
framework-note = Los textos de las acciones clave son de su editor. Quien puede usarlos los hace leer por un administrador; hasta entonces se valora cada norma misma.
framework-unverified = La redacción o el ámbito está aún por comparar con la edición.
framework-counterparts = En otras ediciones:
framework-no-texts = No se leyeron textos: se valora la norma misma.
texts-title = Leer los textos de acciones clave
texts-text = Una tabla con las columnas Standard (su código), Key action (su número) y Text, un idioma cada vez. Solo si tiene derecho a usarlos.
texts-file = Archivo
texts-missing = Elija un archivo
texts-take = Leer el archivo
texts-taken = Tomado: { $added } nuevos, { $changed } cambiados, { $unchanged } sin cambios, { $left } dejados como estaban
texts-refused = No se tomó nada

context-text = Lo que significa cada norma en este país: elaborado en común, paso a paso, y adoptado.
context-none = Aún no se empezó nada
context-new = Empezar para una edición
context-begin = Empezar
context-begun = Está empezado.
context-step = Paso
context-items = Significados
context-adopted = Adoptado el
context-adopted-hint = No después del { $day }. Solo se adopta lo reunido en un documento.
context-state = Cómo va
context-url = Dirección del documento
context-file = O el documento mismo
context-save = Guardar
context-saved = Guardado.
context-download = Abrir el documento
context-meanings = Lo que significa aquí
meaning-text = Lo que significa aquí
meaning-missing = Escriba lo que significa aquí
meaning-threshold = Se mide por
meaning-threshold-hint = Como 40 alumnos por docente
meaning-add = Decir lo que significa aquí
meaning-edit = Cambiar
phase-MAPPING = Quién da educación
phase-ORIENTATION = Talleres
phase-WORKING_GROUP = Grupo de trabajo
phase-FACILITATION = Facilitación
phase-DEFINITION = Definición
phase-SYNTHESIS = Un documento
phase-PRESENTATION = Presentación
