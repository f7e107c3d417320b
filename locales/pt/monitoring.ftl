# Mails of partners' reports.

period = de { $from } a { $to }
report-returned-title = Corrija o relatório de { $organisation }, { $period }
report-returned-text = { $reviewer } devolveu o relatório de { $organisation }, { $period }.
report-reopened-text = { $reviewer } reabriu o relatório de { $organisation }, { $period }, que tinha sido aceite. Os seus números não contam até ser aceite de novo.
report-returned-note = O que corrigir
report-mend = Corrija o que diz a nota e submeta o relatório de novo. Os seus dados ficam guardados.
report-mend-closed = O período está encerrado e só o responsável pela gestão da informação do cluster pode ainda alterar o relatório: envie-lhe o que a nota pede. Os seus dados ficam guardados.
report-accepted-title = O relatório de { $organisation }, { $period }, foi aceite
report-accepted-text = Agradecemos. Os seus números contam a partir de agora. Não precisa de fazer mais nada; se algum número estiver errado, peça ao cluster que reabra o relatório.
report-reason = Recebe esta mensagem porque responde pelos relatórios de { $organisation }.
