# The workbook of a partner's report: headings.
heading-activity = Actividad
heading-indicator = Indicador
heading-modality = Modalidad
heading-status = Estado
heading-adm1 = Zona, nivel 1
heading-adm2 = Zona, nivel 2
heading-adm3 = Zona, nivel 3
heading-site = Escuela o sitio
heading-group = Grupo de población
heading-value = Valor o numerador
heading-denominator = Denominador
heading-units = Unidades entregadas
heading-amount = Monto gastado
heading-currency = Moneda
heading-nil = Nada hecho aquí
heading-remarks = Observaciones
heading-project = Proyecto
heading-last = Personas del último informe
heading-target = Meta del plan
heading-messages = Por corregir

# Whom a column counts, such as "Girls 6–11, new".
heading-new = { $who }, por primera vez
heading-repeat = { $who }, de nuevo
who-all = Todas las personas
who-girls = Niñas { $age } años
who-boys = Niños { $age } años
who-female-teachers = Maestras
who-male-teachers = Maestros
who-with-disability = De ellas, con discapacidad

# What can be chosen.
row-status-planned = Planificado
row-status-ongoing = En curso
row-status-completed = Completado
row-status-suspended = Suspendido
row-status-cancelled = Cancelado
modality-in-kind = En especie
modality-service = Servicio
modality-cash = Efectivo
modality-voucher = Cupón
answer-yes = Sí
answer-no = No

# Names of sheets: at most 31 characters, and none of [ ] : * ? / \ and quotation marks.
workbook-report = Informe
workbook-guide = Léame
workbook-targets = Metas
workbook-codes = Códigos
workbook-check = Revisión
workbook-place = Lugar
workbook-whom = A quién cuenta
workbook-baseline = Línea de base
workbook-in-need = Con necesidad

# What a spreadsheet program says when something else is entered: titles up to 32, messages up to 255 characters.
refused-title = Compruebe el dato
refused-list = Elija una entrada de la lista. La lista depende de lo que dicen las celdas anteriores.
refused-whole = Escriba un número entero, 0 o más. Deje la celda vacía si no se sabe: 0 significa nadie.
refused-number = Escriba un número, 0 o más, solo con cifras. Deje la celda vacía si no se sabe.
refused-currency = Escriba las tres letras de la moneda, por ejemplo USD.
refused-length = Escriba como máximo 2000 caracteres.
refused-aside = Esta columna es solo informativa. No se lee nada de ella.

# The sheet that says how the workbook is filled.
guide-title = Cómo llenar este libro
guide-organisation = Organización
guide-cluster = Clúster
guide-plan = Plan
guide-period = Período
guide-due = Entregar antes de
guide-made = Creado el
guide-fill = Llene una fila por actividad, indicador y lugar, en la primera hoja. Las columnas se pueden mover y el archivo se puede abrir en cualquier programa de hojas de cálculo; guárdelo como .xlsx.
guide-choose = Elija en las listas: los indicadores siguen a la actividad, cada zona a la superior, los sitios a la zona. El estado es necesario en cada fila. Los códigos están en una hoja aparte.
guide-people = Cuente a una persona «por primera vez» en la columna de su sexo y edad, y «de nuevo» si ya fue contada. Un total solo hace falta cuando las personas no se desglosan. Quienes tienen discapacidad se cuentan también en su propia columna.
guide-empty = Una celda vacía no dice nada; 0 dice que no hubo ninguno. Donde no se hizo nada en el período, escriba sí en «Nada hecho aquí», sin cifras.
guide-last = Las filas de su último informe están listas, sin cifras. Una fila que queda así no se toma en cuenta. Las columnas grises muestran las personas del último informe y la meta del plan publicado; no se lee nada de ellas.
guide-personal = Escriba solo cantidades de personas, nunca nombres, teléfonos ni nada más sobre una persona.
guide-protected = Los títulos y códigos están protegidos contra descuidos, sin contraseña. Este libro no tiene macros, y un libro con macros no se acepta.
guide-send = Envíe el archivo cuantas veces quiera. Todos los errores vuelven de una vez, marcados en este mismo libro junto a las celdas. El mismo archivo dos veces no cambia nada.

# The sheet that sums up what a check found.
check-title = Resultado de la revisión
check-errors =
    { $count-form ->
        [one] { $count } error por corregir
        [many] { $count } de errores por corregir
       *[other] { $count } errores por corregir
    }
check-warnings =
    { $count-form ->
        [one] { $count } punto por mirar
        [many] { $count } de puntos por mirar
       *[other] { $count } puntos por mirar
    }
check-mend = No se ha tomado nada. Corrija las celdas marcadas en este archivo y envíelo de nuevo.
check-fine = No hay errores. Mire las celdas marcadas.
check-cell = Celda
check-column = Columna
check-what = Qué está mal y cómo corregirlo
check-kind = Tipo
check-error = Error
check-warning = Por mirar
check-more =
    { $count-form ->
        [one] y { $count } más
        [many] y { $count } más
       *[other] y { $count } más
    }

# What is wrong with a cell or a sheet, by the key of the issue. The cell itself shows the value.
report-activity = No es una actividad del plan; elija una de la lista.
report-also-by-another = Otra organización informa de la misma actividad en el mismo lugar para el mismo grupo en este período; hable con el clúster.
report-amount = El monto tiene más de dos decimales; redondéelo.
report-area = No es una zona de ese nivel; elija una de la lista.
report-area-retired = Esta zona ya no es válida; escriba el código de la que ocupó su lugar.
report-area-outside-plan = El plan no incluye esta zona; revise el lugar o pida al clúster que la incluya en el plan.
report-category-twice = Las mismas personas se cuentan en dos celdas de la fila; júntelas.
report-changed-since = Alguien cambió el informe después de crear este libro; descárguelo de nuevo.
report-currency = No es un código de moneda; escriba tres letras, por ejemplo USD.
report-currency-missing = El monto no tiene moneda; escriba por ejemplo USD.
report-group = No es un grupo de población; elija de la lista o deje la celda vacía.
report-group-differs = La celda cuenta otro grupo que la fila; deje vacío el grupo de la fila.
report-indicator = No es un indicador del plan; elija uno de la lista.
report-indicator-elsewhere = El indicador mide otra actividad; elija uno de esta actividad.
report-modality = No es una modalidad; elija de la lista, o deje vacío para un servicio.
report-nil-with-figures = La fila dice que no se hizo nada y tiene cifras; quite una de las dos cosas.
report-no-ratio = El indicador es un número sin denominador; déjelo vacío.
report-number-range = El número es negativo o demasiado grande; compruébelo.
report-parts-differ = El total y sus partes difieren; compruébelos.
report-people-as-value = El indicador cuenta personas; use las columnas de personas y deje el valor vacío.
report-place-differs = El lugar de la fila no está en esta zona; compruebe los códigos.
report-place-missing = La fila no dice ningún lugar; elija una zona o un sitio.
report-planned-with-figures = Lo planificado aún no tiene resultados; deje las cifras vacías o cambie el estado.
report-ratio-half = El indicador es una razón y falta la mitad; escriba los dos números o ninguno.
report-remarks = Las observaciones son demasiado largas; máximo 2000 caracteres.
report-project = No es un proyecto aprobado de la organización en el plan; escriba su código o déjelo vacío.
report-row-twice = Otra fila trata de la misma actividad, indicador, lugar, grupo y modalidad; júntelas.
report-row-untouched = La fila no está llena y no se toma; escriba cifras, o sí donde no se hizo nada.
report-rows = La hoja tiene demasiadas filas; divídala.
report-site = No es un sitio de la operación; elija de la lista o deje la celda vacía.
report-split-twice = La fila desglosa a las personas de dos formas y no se pueden sumar; use una.
report-split-not-allowed = El indicador no se desglosa así; use una de sus combinaciones o dé solo el total.
report-status = No es un estado; elija de la lista.
report-workbook-of-another = Este libro se creó para otro informe; descargue el de este informe.
sheet-column-ambiguous = La columna puede ser dos de la plantilla; nómbrela como una de ellas.
sheet-column-doubled = Una columna está dos veces; deje una.
sheet-column-missing = Falta una columna necesaria; añádala como en la plantilla.
sheet-columns-not-read = Hay columnas que no se leen; no haga nada si es lo que quiere.
sheet-columns-unnamed = Hay columnas sin título, que no se leen.
sheet-formula-failed = La fórmula falló; corríjala o escriba el valor.
sheet-formulas = Donde una celda tiene una fórmula, se toma el último valor que mostró.
sheet-headings-disagree = Dos filas parecen títulos; deje una.
sheet-money-rounded = El monto se redondeó a dos decimales.
sheet-negative = El número es negativo; escriba 0 o más, o deje la celda vacía.
sheet-no-code = No es un código; escríbalo como texto.
sheet-no-headings = No se encontraron los títulos; póngalos en una fila sobre los datos, como en la plantilla.
sheet-no-number = No es un número; escriba solo cifras, o deje la celda vacía.
sheet-no-whole-number = Las personas se cuentan en números enteros; escriba uno.
sheet-no-yes-or-no = No es ni sí ni no; escriba uno de los dos, o deje la celda vacía.
sheet-not-available = «#N/A» se toma como nada escrito.
sheet-number-too-large = El número es demasiado grande; compruébelo.
sheet-personal-data = Una columna parece tener datos de personas; bórrela y envíe el archivo sin ella.
sheet-tag-disagrees = El título y la etiqueta de abajo nombran columnas distintas; corrija una.
sheet-value-missing = No hay nada escrito; escriba un valor.
