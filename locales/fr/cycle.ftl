# Messages du mois : une période s’ouvre, des rapports sont en retard.

period-opened-title = Les rapports { $period } peuvent être envoyés
period-opened-text = Les rapports sur { $plan } sont ouverts.
period-opened-due = Veuillez soumettre avant la fin du { $day } ({ $zone }).
period-opened-list = Vos rapports
period-opened-report = { $organisation } – { $cluster }
period-opened-new = aucune ligne antérieure
period-opened-going-on =
    { $count-form ->
        [one] { $count } ligne de votre dernier rapport continue
        [many] { $count } de lignes de votre dernier rapport continuent
       *[other] { $count } lignes de votre dernier rapport continuent
    }
period-opened-attached =
    { $count-form ->
        [one] Le classeur à remplir est joint. Il contient ce que vous avez déclaré en dernier ; saisissez les nouveaux chiffres et renvoyez le fichier dans Darasa.
        [many] Les { $count } de classeurs à remplir sont joints. Ils contiennent ce que vous avez déclaré en dernier ; saisissez les nouveaux chiffres et renvoyez les fichiers dans Darasa.
       *[other] Les { $count } classeurs à remplir sont joints. Ils contiennent ce que vous avez déclaré en dernier ; saisissez les nouveaux chiffres et renvoyez les fichiers dans Darasa.
    }
period-opened-without = Les classeurs sont trop volumineux pour un message : téléchargez les vôtres dans Darasa.
period-opened-nothing = Rien n’a été fait pendant cette période ? Une seule action dans Darasa déclare qu’il n’y a rien à signaler.
period-opened-reason = Vous recevez ce message parce que vous répondez de ces rapports.
reports-due-title =
    { $count-form ->
        [one] Un de vos rapports n’a pas été envoyé
        [many] { $count } de vos rapports n’ont pas été envoyés
       *[other] { $count } de vos rapports n’ont pas été envoyés
    }
reports-due-text = Ces rapports sur { $plan } manquent encore. Ceux que vous avez soumis ne sont pas cités.
reports-due-report = { $organisation } – { $cluster }, { $period }
reports-due-late = était attendu le { $day }
reports-due-soon = est attendu le { $day }
reports-due-zone = Les jours se terminent à minuit à { $zone }.
report-returned-rows = Lignes à corriger
report-returned-row = { $activity } – { $place }
report-returned-only = Seules ces lignes peuvent être modifiées, et des lignes ajoutées. Toutes les autres restent telles quelles.
