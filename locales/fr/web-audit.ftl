# Le client web : historique. Ébauche, pas encore relue par un locuteur natif.

history-text = Rien ici ne peut être modifié ni supprimé. Les filtres portent sur ce qui est chargé ; le bouton de la fin amène les changements plus anciens.
history-of-record = Historique de cette fiche
history-filters = Filtres
history-clear = Effacer les filtres
history-kind = Type de fiche
history-action = Ce qui a été fait
history-who = Qui
history-from = Du
history-to = Au
history-events =
    { $count-form ->
        [one] { $count } changement
        [many] { $count } changements
       *[other] { $count } changements
    }
history-reaches = { $all } chargés, jusqu’au { $moment }
history-when = Quand
history-what = Quoi
history-open = Avant et après
history-none = Aucun changement chargé ne correspond aux filtres.
history-older = Charger les changements plus anciens
history-program = Darasa lui-même
history-person = Personne { $id }
history-request = Requête
history-moved = Il y a eu d’autres changements. Rechargez cette page.
history-nothing = Aucun champ ne diffère.
history-fields =
    { $count-form ->
        [one] { $count } champ diffère
        [many] { $count } champs diffèrent
       *[other] { $count } champs diffèrent
    }
history-field = Champ
history-before = Avant
history-after = Après
history-entered = Saisi
history-action-create = créé
history-action-update = modifié
history-action-remove = supprimé
history-action-save = enregistré
history-action-submit = soumis
history-action-accept = accepté
history-action-return = renvoyé
history-action-reopen = rouvert
history-action-publish = publié
history-action-comment = commenté
history-action-revise = révisé
history-action-rate = évalué
history-action-record = consigné
history-action-announce = annoncé
history-action-invite = invité
history-action-grant = accordé
history-action-revoke = repris
history-action-merge = fusionné
history-action-retire = retiré
history-action-import = importé
history-action-transition = a franchi une étape
history-action-end = terminé
history-action-set-targets = cibles fixées
history-action-set-costs = coûts fixés
history-action-import-places = zones importées
history-action-withdraw = retiré
history-action-move = a franchi une étape
history-entity-Report = Rapport
history-entity-ResponsePlan = Plan de réponse
history-entity-Activity = Activité
history-entity-Indicator = Indicateur
history-entity-Objective = Objectif
history-entity-Operation = Opération
history-entity-Cluster = Cluster
history-entity-Organisation = Organisation
history-entity-Contact = Contact
history-entity-Membership = Participation
history-entity-Grant = Rôle
history-entity-Invitation = Invitation
history-entity-User = Compte
history-entity-AdminArea = Zone
history-entity-NeedsRound = Cycle de besoins
history-entity-Assessment = Évaluation
history-entity-Checklist = Liste de contrôle
history-entity-Evidence = Preuve
history-entity-ImprovementAction = Action d’amélioration
history-entity-Appeal = Appel
history-entity-AppealRevision = Besoins d’un appel
history-entity-Edition = Édition
history-entity-Flow = Contribution
history-entity-Project = Projet
history-entity-ReportingPeriod = Mois de rapport
history-entity-PeriodPublication = Mois publié
history-entity-ShareLink = Lien de partage
history-entity-ApiToken = Jeton
history-entity-Emergency = Urgence
history-entity-Site = Site
