# Mails of partners' reports.

period = del { $from } al { $to }
report-returned-title = Corrija el informe de { $organisation }, { $period }
report-returned-text = { $reviewer } devolvió el informe de { $organisation }, { $period }. Corrija lo que dice la nota y envíelo de nuevo. Sus datos se conservan.
report-returned-note = Qué corregir
report-accepted-title = El informe de { $organisation }, { $period }, está aceptado
report-accepted-text = Gracias. Sus cifras cuentan desde ahora.
report-open = Abrir el informe
report-reason = Recibe este mensaje porque responde de los informes de { $organisation }.
