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
conflict-settle = Envoyer avec ces choix
invalid-text = Le serveur ne peut pas le prendre ainsi :
locked-text = Le rapport est clos. Ce que vous avez saisi reste ici comme correction proposée.
refused-text = Le serveur l’a refusé.

report-only-returned = Seul ce qui a été renvoyé peut être modifié : { $number }. Vous pouvez ajouter des lignes.
report-row-closed = Cette ligne est bonne telle quelle.
report-review = Vérifier ce rapport

report-nil-undo = Rapporter quand même quelque chose
report-nothing = Rien à signaler ce mois-ci
report-nothing-send = Envoyer : rien à signaler
report-nothing-text = Un rapport qui le dit est envoyé aussitôt. C’est aussi une réponse : personne ne vous redemandera ce mois.
report-nothing-rows = Les chiffres que vous avez saisis disparaissent.
report-carry = Reprendre le mois dernier
report-carry-do = Reprendre
report-carry-text = Les lignes de votre dernier rapport qui manquent ici sont ajoutées. Ce que vous avez saisi reste.
report-carry-people = Saisir aussi les personnes d’alors comme déjà comptées, là où rien n’est encore saisi
report-carried = Le mois dernier est repris. Vérifiez chaque chiffre avant d’envoyer.
report-paste-hint = Vous pouvez coller plusieurs cellules d’un tableur : choisissez le premier champ, puis collez. Une ou deux colonnes descendent les groupes ; davantage vont en travers, une ligne du tableur par ligne du rapport.
report-choices-unread = Les projets, groupes et lieux n’ont pas pu être lus. Vous pouvez continuer avec les lignes présentes.
report-undo = Annuler
report-denominator = Sur
row-project = Projet
row-project-none = Aucun
row-status = Avancement
row-status-PLANNED = Prévu
row-status-ONGOING = En cours
row-status-COMPLETED = Achevé
row-status-SUSPENDED = Suspendu
row-status-CANCELLED = Abandonné
row-total = Tout le monde ensemble
row-apart = Comment les personnes sont ventilées
row-apart-text = Ce sont les ventilations que le plan demande. Celle qui contient des chiffres reste jusqu’à ce qu’ils soient vidés.
add-row-site = Site
add-row-site-none = Aucun site en particulier
conflict-cell = Quoi
conflict-side-mine = Le mien
conflict-side-theirs = Le leur
conflict-who = Qui l’a changé, quand
conflict-you = Vous, ailleurs
conflict-other = Quelqu’un d’autre
conflict-program = Le programme
conflict-all-mine = Tous les miens
conflict-all-theirs = Tous les leurs
conflict-open = { $what } : choisissez ce qui vaut
correction = Correction proposée
correction-stands = Ce qui vaut
correction-again = Réessayer, une fois rouvert
unsent-drafts-none = Aucun brouillon.
unsent-send = Envoyer
unsent-file = Lire du travail non envoyé depuis un fichier
unsent-file-hint = Un fichier .json téléchargé ici ou sur un autre appareil. Il devient un brouillon ; rien n’est envoyé tout seul.
unsent-file-wrong = { $name } n’est pas un fichier de travail non envoyé, ou il est abîmé. Rien n’a été lu.
unsent-file-full = Cet appareil n’a plus de place. Tout n’a pas été lu.
receipt-number = Numéro
report-pasted =
    { $count-form ->
        [one] { $count } cellule a été remplie.
        [many] { $count } de cellules ont été remplies.
       *[other] { $count } cellules ont été remplies.
    }
report-pasted-left =
    { $count-form ->
        [one] { $count } n’avait pas de place et a été laissée.
        [many] { $count } n’avaient pas de place et ont été laissées.
       *[other] { $count } n’avaient pas de place et ont été laissées.
    }
unsent-file-read =
    { $count-form ->
        [one] { $count } brouillon a été lu.
        [many] { $count } de brouillons ont été lus.
       *[other] { $count } brouillons ont été lus.
    }
live-differs =
    { $count-form ->
        [one] { $count } chiffre diffère entre vous et l’autre personne. Le vôtre reste ici ; à l’envoi du rapport, on vous demandera lequel est juste.
        [many] { $count } de chiffres diffèrent entre vous et l’autre personne. Les vôtres restent ici ; à l’envoi du rapport, on vous demandera lesquels sont justes.
       *[other] { $count } chiffres diffèrent entre vous et l’autre personne. Les vôtres restent ici ; à l’envoi du rapport, on vous demandera lesquels sont justes.
    }
report-reopen = Rouvrir
report-reopen-sure = Rouvrir ce rapport accepté ?
report-reopen-text = Ses chiffres ne comptent plus jusqu’à une nouvelle acceptation. Son partenaire reçoit votre raison par courriel.
report-reopen-closed = Ce mois est fermé : le partenaire ne peut corriger le rapport que lorsque vous rouvrez aussi le mois.
report-reopen-why = Pourquoi, et ce qui est à corriger
report-reopen-missing = Dites pourquoi : le partenaire le lit
report-reopen-rows = Seulement certaines de ses lignes
report-reopen-rows-text = Si vous en choisissez, seules celles-ci peuvent être modifiées, et des lignes ajoutées. Sinon toutes.
report-reopened = Le rapport est rouvert.
add-row-group = De qui parle toute la ligne
add-row-group-hint = Seulement si toutes ses personnes sont d’un seul groupe
add-row-group-none = Aucun groupe en particulier
row-more = Unités, coûts, remarques
row-units = Fourni : { $unit }
row-amount = Dépensé
row-currency = Monnaie
row-remarks = Remarques
row-number = Un nombre
row-currency-wrong = { $what } : écrivez les trois lettres de la monnaie, comme USD
row-out = Retirer cette ligne
row-out-sure = Retirer { $what } ? Ses chiffres disparaissent.
row-clean = cluster : { $value }
row-clean-why = Pourquoi le cluster compte autrement : { $group }
unsent-forms = Formulaires non enregistrés
report-first-sent = premier envoi { $moment }
report-decided = décidé { $moment }
sheet-issues = Rien n’a été repris, car quelque chose ne va pas dans ces lignes. Corrigez le fichier et apportez-le à nouveau.
sheet-more = Et encore : { $number }
sheet-checked = Le fichier avec des remarques à côté des cellules
sheet-again = Apporter le fichier corrigé
sheet-itself = Le fichier lui-même
