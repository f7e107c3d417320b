# Mails of partners' reports.

period = de { $from } a { $to }
report-returned-title = Corrija o relatório de { $organisation }, { $period }
report-returned-text = { $reviewer } devolveu o relatório de { $organisation }, { $period }. Corrija o que diz a nota e submeta-o de novo. Os seus dados ficam guardados.
report-returned-note = O que corrigir
report-accepted-title = O relatório de { $organisation }, { $period }, foi aceite
report-accepted-text = Obrigado. Os seus números contam a partir de agora.
report-open = Abrir o relatório
report-reason = Recebe esta mensagem porque responde pelos relatórios de { $organisation }.
