# Mails of partners' reports.

period = del { $from } al { $to }
report-returned-title = Corrija el informe de { $organisation }, { $period }
report-returned-text = { $reviewer } devolvió el informe de { $organisation }, { $period }.
report-reopened-text = { $reviewer } reabrió el informe de { $organisation }, { $period }, que estaba aceptado. Sus cifras no cuentan hasta que se acepte de nuevo.
report-returned-note = Qué corregir
report-mend = Corrija lo que dice la nota y envíe el informe de nuevo. Sus datos se conservan.
report-mend-closed = El período está cerrado y solo el responsable de gestión de la información del clúster puede modificar aún el informe: envíele lo que pide la nota. Sus datos se conservan.
report-accepted-title = El informe de { $organisation }, { $period }, está aceptado
report-accepted-text = Gracias. Sus cifras cuentan desde ahora. No tiene que hacer nada más; si alguna cifra resulta errónea, pida al clúster que reabra el informe.
report-reason = Recibe este mensaje porque responde de los informes de { $organisation }.
