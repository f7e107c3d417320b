# Mensajes del mes: se abre un período, hay informes atrasados.

period-opened-title = Ya se pueden enviar los informes { $period }
period-opened-text = Están abiertos los informes sobre { $plan }.
period-opened-due = Envíelos antes de que termine el { $day } ({ $zone }).
period-opened-list = Sus informes
period-opened-report = { $organisation } – { $cluster }
period-opened-new = sin filas anteriores
period-opened-going-on =
    { $count-form ->
        [one] { $count } fila de su último informe continúa
        [many] { $count } de filas de su último informe continúan
       *[other] { $count } filas de su último informe continúan
    }
period-opened-attached =
    { $count-form ->
        [one] Se adjunta el libro que hay que rellenar. Lleva lo último que informó; escriba las cifras nuevas y envíe el archivo de vuelta a Darasa.
        [many] Se adjuntan los { $count } de libros que hay que rellenar. Llevan lo último que informó; escriba las cifras nuevas y envíe los archivos de vuelta a Darasa.
       *[other] Se adjuntan los { $count } libros que hay que rellenar. Llevan lo último que informó; escriba las cifras nuevas y envíe los archivos de vuelta a Darasa.
    }
period-opened-without = Los libros son demasiado grandes para un mensaje: descargue los suyos en Darasa.
period-opened-nothing = ¿No se hizo nada en este período? Una sola acción en Darasa informa de que no hay nada que declarar.
period-opened-reason = Recibe este mensaje porque responde de estos informes.
reports-due-title =
    { $count-form ->
        [one] Un informe suyo no se ha enviado
        [many] { $count } de sus informes no se han enviado
       *[other] { $count } de sus informes no se han enviado
    }
reports-due-text = Todavía faltan estos informes sobre { $plan }. Los que ya envió no figuran.
reports-due-report = { $organisation } – { $cluster }, { $period }
reports-due-late = vencía el { $day }
reports-due-soon = vence el { $day }
reports-due-zone = Los días terminan a medianoche en { $zone }.
report-returned-rows = Filas que corregir
report-returned-row = { $activity } – { $place }
report-returned-only = Solo se pueden cambiar estas filas, y añadir otras. Todas las demás se quedan como están.
