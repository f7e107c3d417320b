# Le client web : Rapports. Brouillon : pas encore relu par un locuteur natif.

status-DRAFT = Brouillon
status-SUBMITTED = Soumis
status-RETURNED = Renvoyé
status-ACCEPTED = Accepté
reports-changed = Dernier changement
reports-none = Aucun rapport ne convient
reports-none-text = Choisissez un autre mois ou état.

report-title = Rapport de { $month }
report-version = version { $version }, { $moment }
report-note = À corriger :
report-draft-here = Vous continuez le brouillon de cet appareil.
report-forward =
    { $count-form ->
        [one] { $count } ligne de votre dernier rapport a été reprise, sans ses chiffres.
        [many] { $count } de lignes de votre dernier rapport ont été reprises, sans leurs chiffres.
       *[other] { $count } lignes de votre dernier rapport ont été reprises, sans leurs chiffres.
    }
report-forward-text = Rien ne part avant que vous l’envoyiez ; chaque changement est gardé sur cet appareil.
report-nil = Il n’y a rien à rapporter ce mois-ci
report-rows = Ce que vous avez fait, où, pour qui
report-add-row = Ajouter une ligne
report-row-nil = Rien à rapporter ici
report-newPeople = Nouveaux
report-value = Valeur
report-was = avant : { $value }
report-number-only = Un nombre entier
report-empty-row = { $what } : aucun chiffre. Vide n’est pas zéro : mettez un nombre, 0, ou « rien à rapporter ».
report-no-rows = Ajoutez une ligne, ou dites qu’il n’y a rien à rapporter.
report-entered =
    { $count-form ->
        [one] { $count } personne saisie
        [many] { $count } de personnes saisies
       *[other] { $count } personnes saisies
    }
report-kept = Gardé sur cet appareil.
report-keeping = Enregistrement sur cet appareil …
report-device-full = Cet appareil n’a plus de place. Téléchargez une copie maintenant.
report-download = Télécharger une copie
report-discard = Jeter
report-discard-sure = Le brouillon de cet appareil sera perdu. Le jeter ?
report-save = Garder comme brouillon
report-send = Envoyer le rapport
report-queued = Gardé sur cet appareil. Il part dès qu’il y a une connexion.
report-queued-draft = Gardé sur cet appareil. Le brouillon va au serveur dès qu’il y a une connexion.
modality-IN_KIND = En nature
modality-SERVICE = Service
modality-CASH = Espèces
modality-VOUCHER = Coupons
add-row-indicator = Activité et indicateur
add-row-area = Zone
add-row-modality = Mode de livraison
add-row-indicator-missing = Choisissez ce qui a été fait
add-row-area-missing = Choisissez où
add-row-taken = Cette activité est déjà dans le rapport pour cette zone


unsent-send-now = Envoyer maintenant
unsent-export = Télécharger mon travail non envoyé
unsent-waiting = En attente d’envoi
unsent-none = Rien n’attend.
unsent-drafts = Brouillons sur cet appareil
unsent-draft-saved = gardé le { $moment }
unsent-edit = Corriger
unsent-receipts = Reçus
receipts-none = Rien n’a encore été envoyé de cet appareil.
receipt-version = Version
receipt-at = Reçu le
parcel-waiting = En attente
parcel-sending = Envoi
parcel-attention = À vous de voir
conflict-text = Quelqu’un d’autre a changé ce rapport le { $moment }. Ce qui ne se heurte pas est déjà fusionné. Choisissez ce qui vaut :
conflict-mine = Le mien : { $value }
conflict-theirs = Le leur : { $value }
conflict-settle = Envoyer avec ces choix
invalid-text = Le serveur ne peut pas le prendre ainsi :
locked-text = Le rapport est clos. Ce que vous avez saisi reste ici comme correction proposée.
refused-text = Le serveur l’a refusé.

report-only-returned = Seul ce qui a été renvoyé peut être modifié : { $number }. Vous pouvez ajouter des lignes.
report-row-closed = Cette ligne est bonne telle quelle.
report-review = Vérifier ce rapport
live-differs =
    { $count-form ->
        [one] { $count } chiffre diffère entre vous et l’autre personne. Le vôtre reste ici ; à l’envoi du rapport, on vous demandera lequel est juste.
        [many] { $count } de chiffres diffèrent entre vous et l’autre personne. Les vôtres restent ici ; à l’envoi du rapport, on vous demandera lesquels sont justes.
       *[other] { $count } chiffres diffèrent entre vous et l’autre personne. Les vôtres restent ici ; à l’envoi du rapport, on vous demandera lesquels sont justes.
    }
