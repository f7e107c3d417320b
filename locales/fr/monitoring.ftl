# Mails of partners' reports.

period = du { $from } au { $to }
report-returned-title = Veuillez corriger le rapport de { $organisation }, { $period }
report-returned-text = { $reviewer } a renvoyé le rapport de { $organisation }, { $period }. Veuillez corriger ce que dit la note et le soumettre à nouveau. Vos saisies sont conservées.
report-returned-note = À corriger
report-accepted-title = Le rapport de { $organisation }, { $period }, est accepté
report-accepted-text = Merci. Ses chiffres comptent désormais.
report-open = Ouvrir le rapport
report-reason = Vous recevez ce message parce que vous répondez des rapports de { $organisation }.
