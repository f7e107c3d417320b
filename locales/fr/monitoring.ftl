# Mails of partners' reports.

period = du { $from } au { $to }
report-returned-title = Veuillez corriger le rapport de { $organisation }, { $period }
report-returned-text = { $reviewer } a renvoyé le rapport de { $organisation }, { $period }.
report-reopened-text = { $reviewer } a rouvert le rapport de { $organisation }, { $period }, qui était accepté. Ses chiffres ne comptent plus tant qu’il n’est pas accepté à nouveau.
report-returned-note = À corriger
report-mend = Veuillez corriger ce que dit la note et soumettre le rapport à nouveau. Vos saisies sont conservées.
report-mend-closed = La période est close et seul le responsable de la gestion de l’information du cluster peut encore modifier le rapport : envoyez-lui ce que demande la note. Vos saisies sont conservées.
report-accepted-title = Le rapport de { $organisation }, { $period }, est accepté
report-accepted-text = Merci. Ses chiffres comptent désormais. Vous n’avez plus rien à faire ; si un chiffre se révèle faux, demandez au cluster de rouvrir le rapport.
report-reason = Vous recevez ce message parce que vous répondez des rapports de { $organisation }.
