# Le client web des coordinateurs et des partenaires. Brouillon : pas encore relu par un locuteur natif.

skip = Aller au contenu
navigation = Principal
menu = Menu
language = Langue
loading = Chargement
close = Fermer
more = Suite
try-again = Réessayer
nil = Rien à rapporter
translation-draft = Cette traduction est un brouillon : aucun locuteur natif ne l’a encore relue.
update-text = Une nouvelle version de Darasa est prête.
update-button = Recharger avec la nouvelle version
copy-from = Pas de connexion. Vous voyez une copie du { $moment }.
not-found-title = Il n’y a rien à cette adresse
not-found-back = Retour à ce mois-ci
screen-offline-title = Cet écran n’est pas encore sur cet appareil
screen-offline-text = Connectez-vous une fois ; ensuite il s’ouvre sans réseau.
error-offline = Le serveur est injoignable. Ce que vous avez saisi est gardé sur cet appareil.
error-not-found = Cela n’existe pas, ou ne vous est pas ouvert
error-failed = Cela n’a pas fonctionné
error-request = Indiquez-nous ce numéro :
errors-title =
    { $count-form ->
        [one] { $count } point à corriger
        [many] { $count } de points à corriger
       *[other] { $count } points à corriger
    }
no-plan-title = Il n’y a pas encore de plan de réponse
no-plan-text = Dès que les coordinateurs de votre opération commencent un plan, il apparaît ici.

nav-home = Ce mois-ci
nav-reports = Rapports
nav-unsent = Sur cet appareil
nav-situation = Situation
nav-plan = Plan de réponse
nav-search = Recherche
nav-settings = Réglages
nav-help = Aide

sync-online = En ligne
sync-offline = Hors ligne
sync-sending = Envoi
sync-waiting =
    { $count-form ->
        [one] { $count } rapport attend sur cet appareil
        [many] { $count } de rapports attendent sur cet appareil
       *[other] { $count } rapports attendent sur cet appareil
    }
sync-attention =
    { $count-form ->
        [one] { $count } rapport demande votre attention
        [many] { $count } de rapports demandent votre attention
       *[other] { $count } rapports demandent votre attention
    }
sync-last = dernier envoi { $moment }
sync-received = { $title } a été reçu, version { $version }.

sign-in-title = Se connecter
sign-in-email = Adresse électronique
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-forgotten = Mot de passe oublié ?
sign-in-email-missing = Saisissez votre adresse, par exemple nom@exemple.org
sign-in-password-missing = Saisissez votre mot de passe
sign-in-wrong = L’adresse ou le mot de passe est faux
sign-in-too-often = Trop d’essais. Attendez un quart d’heure, ou demandez un nouveau mot de passe.
sign-in-lapsed-title = Veuillez vous reconnecter
sign-in-lapsed-text = Votre session est terminée. Rien n’est perdu : ce que vous avez saisi est gardé sur cet appareil et part dès que vous êtes reconnecté.
sign-out = Se déconnecter
sign-out-wipe = Retirer aussi de cet appareil mon travail non envoyé
sign-out-sure =
    { $count-form ->
        [one] { $count } travail n’a pas été envoyé et reste sur cet appareil. Se déconnecter ?
        [many] { $count } de travaux n’ont pas été envoyés et restent sur cet appareil. Se déconnecter ?
       *[other] { $count } travaux n’ont pas été envoyés et restent sur cet appareil. Se déconnecter ?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } travail non envoyé sera perdu pour de bon. Se déconnecter ?
        [many] { $count } de travaux non envoyés seront perdus pour de bon. Se déconnecter ?
       *[other] { $count } travaux non envoyés seront perdus pour de bon. Se déconnecter ?
    }
forgotten-title = Demander un nouveau mot de passe
forgotten-button = Envoyez-moi un lien
forgotten-done = Si l’adresse a un compte, un courriel avec un lien est en route.
invitation-title = Bienvenue : choisissez un mot de passe
reset-title = Choisissez un nouveau mot de passe
password-new = Nouveau mot de passe
password-rule = Au moins 10 caractères. Quelques mots que vous seul réunissez conviennent bien.
password-refused = Ce mot de passe ne peut pas servir. Prenez-en un autre.
password-dead = Ce lien n’est plus valable. Demandez-en un nouveau.
password-button = Fixer le mot de passe
password-done = Votre mot de passe est fixé. Vous pouvez vous connecter.

home-period = rapports de { $month }
home-due =
    { $count-form ->
        [one] à rendre dans { $count } jour
        [many] à rendre dans { $count } de jours
       *[other] à rendre dans { $count } jours
    }
home-overdue =
    { $count-form ->
        [one] échu depuis { $count } jour
        [many] échu depuis { $count } de jours
       *[other] échu depuis { $count } jours
    }
home-now = Ce qui vous attend
home-attention =
    { $count-form ->
        [one] { $count } rapport n’a pas pu être envoyé tel quel
        [many] { $count } de rapports n’ont pas pu être envoyés tels quels
       *[other] { $count } rapports n’ont pas pu être envoyés tels quels
    }
home-attention-text = Rien n’est perdu. Voyez ce qui bloque, et décidez.
home-look = Voir
home-open = Ouvrir
home-begin = Commencer
home-returned = Le rapport de { $month } a été renvoyé
home-draft = Le rapport de { $month } est commencé
home-report-due = Le rapport de { $month } est à rendre
home-report-by = À rendre avant le { $day }
home-review =
    { $count-form ->
        [one] { $count } rapport attend votre revue
        [many] { $count } de rapports attendent votre revue
       *[other] { $count } rapports attendent votre revue
    }
home-review-text = Seuls les rapports acceptés comptent.
home-review-button = Revoir
home-device-drafts =
    { $count-form ->
        [one] { $count } brouillon sur cet appareil
        [many] { $count } de brouillons sur cet appareil
       *[other] { $count } brouillons sur cet appareil
    }
home-device-drafts-text = Personne d’autre ne l’a avant que vous l’envoyiez.
home-nothing = Rien ne vous attend
home-nothing-text = Vous êtes à jour.
home-figures = Chiffres clés
home-of-target = sur { $target } visés

figure-reached = Atteints
figure-submitted = Soumis, pas encore acceptés
figure-submitted-note = dans aucun chiffre public
figure-partners = Partenaires ayant rapporté
figure-completeness = Rapports acceptés
figure-need = Dans le besoin
figure-target = Visés
figure-gap = Encore à atteindre
figure-progress = Part de la cible
figure-of = { $part } sur { $whole }
figure-open = { $name } : { $value }. Comment ce chiffre est fait
figure-title = { $name } : comment ce chiffre est fait
figure-as-of = En date du
figure-never = rien d’accepté encore
figure-source = Source
figure-method = Méthode
figure-words = En mots
figure-method-reach = Dans chaque lieu et pour chaque groupe d’enfants, on prend le plus grand compte de toutes les activités et de tous les mois ; on additionne lieux et groupes différents. Un enfant qui a eu un livre et une leçon compte une fois.
figure-method-other = La source ci-dessus dit de quoi il est fait. Seuls comptent les rapports acceptés et le plan publié.
figure-null = Un tiret veut dire que personne ne l’a dit. Zéro veut dire zéro.
rows-title = Lignes derrière ce chiffre
rows-none = Aucune ligne acceptée que vous puissiez voir.
rows-note = Les personnes sont comptées par ligne, nouvelles et déjà comptées ensemble. Les lignes ne s’additionnent pas en personnes atteintes.
rows-first = Ce sont les 100 premières lignes.
rows-activity = Activité
rows-place = Lieu
rows-partner = Partenaire
rows-period = Période
rows-people = Personnes

situation-areas = Par zone
situation-area = Zone
situation-picture = Image
situation-missing = Manque
situation-unreported = Non rapporté
situation-of-target = de la cible
situation-up-to = Jusqu’au { $day }
situation-plan-version = Version { $version } du plan
situation-accepted = Rapports acceptés seulement

plan-activity = Activité
plan-indicator = Indicateur
plan-value = Jusqu’ici
plan-target = Unités prévues
plan-no-objective = Sans objectif
plan-no-indicator = Pas encore d’indicateur
plan-empty = Le plan n’a pas encore d’activités
plan-versions = Versions publiées
plan-version = Version { $number }, { $day }
plan-never-published = Il n’a jamais été publié.

status-DRAFT = Brouillon
status-SUBMITTED = Soumis
status-RETURNED = Renvoyé
status-ACCEPTED = Accepté
reports-status = État
reports-period = Mois
reports-partner = Partenaire
reports-cluster = Cluster
reports-changed = Dernier changement
reports-any = Tous
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
report-is-nil = Le partenaire n’a rien à rapporter pour ce mois.
report-rows = Ce que vous avez fait, où, pour qui
report-add-row = Ajouter une ligne
report-row-nil = Rien à rapporter ici
report-group = Groupe
report-newPeople = Nouveaux
report-repeatPeople = Déjà comptés
report-value = Valeur
report-was = avant : { $value }
report-number-only = Un nombre entier
report-no-number = { $what } : « { $text } » n’est pas un nombre. Écrivez seulement des chiffres.
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

review-look = À regarder d’abord
review-row = Ligne { $row }
review-decide = Votre décision
review-note = Ce que le partenaire doit corriger
review-note-missing = Dites ce que le partenaire doit corriger
review-accept = Accepter
review-return = Renvoyer avec cette note
review-accepted = Le rapport est accepté.
review-returned = Le rapport a été renvoyé au partenaire.
review-conflict = Quelqu’un a changé ce rapport entre-temps. Rechargez-le et regardez de nouveau.

unsent-send-now = Envoyer maintenant
unsent-export = Télécharger mon travail non envoyé
unsent-waiting = En attente d’envoi
unsent-none = Rien n’attend.
unsent-drafts = Brouillons sur cet appareil
unsent-draft-saved = gardé le { $moment }
unsent-edit = Corriger
unsent-receipts = Reçus
receipts-none = Rien n’a encore été envoyé de cet appareil.
receipt-what = Rapport
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
field-newPeople = nouveaux
field-repeatPeople = déjà comptés
field-value = valeur
field-denominator = dénominateur
field-status = état
field-nil = rien à rapporter
field-units = unités
field-amount = montant
field-currency = monnaie
field-remarks = remarques
field-row = ligne

settings-me = Vous
settings-name = Nom
settings-roles = Rôles
settings-unsent =
    { $count-form ->
        [one] { $count } travail sur cet appareil n’a pas été envoyé.
        [many] { $count } de travaux sur cet appareil n’ont pas été envoyés.
       *[other] { $count } travaux sur cet appareil n’ont pas été envoyés.
    }
role-SYSTEM_ADMIN = Administrateur
role-COORDINATOR = Coordinateur
role-CO_COORDINATOR = Co-coordinateur
role-SUBNATIONAL_COORDINATOR = Coordinateur infranational
role-IMO = Chargé de la gestion de l’information
role-PARTNER_FOCAL_POINT = Point focal du partenaire
role-PARTNER_EDITOR = Rédacteur du partenaire
role-GOVERNMENT = Représentant du gouvernement
role-DONOR = Bailleur
role-VIEWER = Lecteur
tokens-title = Jetons pour programmes
tokens-text = Un programme à vous emploie un jeton au lieu de votre mot de passe. Il ne peut rien de plus que vous.
tokens-none = Vous n’avez pas de jetons.
token-name = À quoi il sert
token-name-missing = Dites à quoi sert le jeton
token-days = Valable combien de jours (1 à 366)
token-days-wrong = Mettez un nombre entier de 1 à 366
token-read-only = Il peut seulement lire
token-create = Faire un jeton
token-made = Le jeton est fait.
token-secret = Copiez ce secret maintenant : il est montré une fois.
token-prefix = Commence par
token-ends = Fin
token-used = Dernier emploi
token-revoke = Reprendre
token-revoke-sure = Le programme qui emploie ce jeton sera exclu. Le reprendre ?
token-revoked = repris

search-label = Que cherchez-vous ?
search-hint = Le nom d’un partenaire ou d’une activité ; les accents n’importent pas
search-none = Rien n’a été trouvé
search-none-text = Essayez un mot plus court.
search-partners = Partenaires
search-activities = Activités

help-title-month = Le mois
help-text-month = Une période s’ouvre, les partenaires rapportent ce qu’ils ont fait, où et pour qui, et le cluster accepte chaque rapport ou le renvoie avec une note. Seuls les rapports acceptés comptent.
help-title-offline = Sans réseau
help-text-offline = Chaque changement est gardé sur cet appareil en une seconde. Ce que vous envoyez attend ici une connexion, part une seule fois quel que soit le nombre d’essais, et finit par un reçu. « Sur cet appareil » montre tout.
help-title-conflict = Quand deux personnes changent le même rapport
help-text-conflict = Les changements qui ne se heurtent pas sont fusionnés. Où les deux ont changé la même cellule, vous voyez les deux valeurs et choisissez. Rien n’est écrasé en silence.
help-title-null = Vide, zéro, rien à rapporter
help-text-null = Vide veut dire que personne ne l’a dit. Zéro est un nombre. « Rien à rapporter » dit que rien n’y a été fait ce mois-ci.
help-title-figures = D’où vient un chiffre
help-text-figures = Chaque chiffre souligné s’ouvre : sa méthode, sa date, sa source, et les lignes derrière, autant que vous pouvez les voir.
help-title-keys = Au clavier
help-text-keys = Tab avance, Maj et Tab recule, Entrée ouvre, Échap ferme. Le premier Tab de chaque écran propose d’aller au contenu.

## Review

nav-review = Vérification
not-now = Pas maintenant
error-offline-act = Le serveur est injoignable. Rien n’a été modifié ; réessayez quand la connexion sera rétablie.
error-changed = Quelqu’un a modifié ceci entre-temps. Vous le voyez tel qu’il est maintenant ; regardez à nouveau.
review-title = Vérification : { $waiting } en attente
review-keys = Les plus risqués d’abord
review-key-row = ligne
review-key-accept = accepter
review-key-return = renvoyer
review-key-comment = chiffres et commentaires
review-queue = File, les plus risqués d’abord
review-none = Aucun rapport à vérifier
review-none-text = Tout ce qui a été envoyé est décidé.
review-none-link = Voir les rapports acceptés
review-flags = Signalements : { $flags }
review-no-flags = aucun signalement
review-accept-calm = Accepter ceux sans signalement : { $number }…
review-calm-title = Accepter les rapports sans signalement : { $number } ?
review-calm-text = Ils comptent aussitôt. Si l’un d’eux a été modifié entre-temps, aucun n’est accepté.
review-many-changed = Rien n’a été accepté, car ceci a été modifié ou décidé entre-temps : { $who }
review-sent = Envoyé { $moment }
review-whole = Le rapport entier
review-services = Services comptés
review-services-before = { $month } : { $value }
review-first-report = aucun rapport avant celui-ci
review-rows = Lignes
review-rows-nil = rien à signaler dans { $number }
review-settle = Signalements à régler
review-more-risks = Et d’autres du même genre : { $number }
review-since = Modifié depuis l’acceptation
review-since-none = Il dit la même chose que lors de l’acceptation.
since-ADDED = Nouvelle ligne
since-CHANGED = Modifiée
since-REMOVED = Retirée
review-only-flagged = seulement avec signalement ou commentaire
review-place = Lieu et activité
review-before = Avant
review-now = Maintenant
review-change = Variation
review-new = nouveau
review-flag = Signalement
review-decision = Décision
review-back = Renvoyer
review-figures = Chiffres
review-commented = commenté
review-cleaned = Corrigé
review-first-rows = Voici les 100 premières lignes ; ouvrez le rapport entier pour les autres.
review-row-note = Que corriger à la ligne { $row }
review-row-note-missing = Ligne { $row } : dites ce que le partenaire doit corriger
review-note-all = Une note au partenaire sur l’ensemble du rapport
review-count = Bonnes : { $accept } · à renvoyer : { $back }
review-count-text = Seules les lignes renvoyées pourront être modifiées.
review-return-rows = Renvoyer ces lignes : { $number }
review-talk = Sur l’ensemble du rapport
review-talk-row = Commentaires sur cette ligne
talk-missing = Écrivez ce que vous voulez dire
talk-said = Votre commentaire est envoyé.
talk-resolved = Le commentaire est réglé.
talk-reopened = Le commentaire est rouvert.
talk-answer = Répondre
talk-settled = Réglé
talk-settle = Régler
talk-reopen = Rouvrir
talk-new = Un nouveau commentaire, que le partenaire lira
talk-about = Au sujet de
talk-row = toute la ligne
talk-say = Envoyer le commentaire
clean-partner = Dit par le partenaire
clean-counts = Ce qui compte
clean-stale = le partenaire a changé le chiffre depuis : regardez à nouveau
clean-restore = Retirer la correction
clean-restored = Le chiffre du partenaire compte à nouveau.
clean-begin = Corriger des chiffres
clean-why = Pourquoi
clean-why-hint = Ce que le partenaire a dit reste à côté. Il lira ceci.
clean-why-missing = Dites pourquoi le chiffre est corrigé
clean-nothing = Changez d’abord un chiffre
clean-save = Garder les corrections
clean-done = Les corrections comptent désormais.
risk-ABOVE_IN_NEED = Au-dessus du besoin
risk-WRONG_TOTAL = Total inférieur aux parties
risk-ABOVE_TARGET = Au-dessus de la cible
risk-JUMP = Saut
risk-DUPLICATE = Doublon possible
risk-OVERLAP = Zone et lieu qu’elle contient
risk-MISSING_SPLITS = Ventilation manquante
risk-text-ABOVE_IN_NEED = tous les partenaires ensemble déclarent { $figure } à { $where }, où { $compared } sont dans le besoin.
risk-text-WRONG_TOTAL = le total est { $figure }, ses parties font { $compared }.
risk-text-ABOVE_TARGET = tous les partenaires ensemble déclarent { $figure } à { $where } ; { $compared } sont ciblés.
risk-text-JUMP = { $compared } la fois précédente, { $figure } maintenant. Un zéro a été saisi là où il est écrit 0.
risk-text-DUPLICATE = { $who } déclare la même activité pour les mêmes personnes au même lieu : { $figure } et { $compared }.
risk-text-OVERLAP = { $where } est déclaré à côté d’un lieu qu’il contient : des personnes compteraient deux fois.
risk-text-MISSING_SPLITS = seulement un total de { $figure }, alors que le plan demande des groupes.

## Import

nav-import = Importer
import-kicker = Rien n’est enregistré avant que vous n’ayez vu le sort de chaque ligne
import-way = Ce que vous apportez
import-way-workbook = Le classeur de Darasa
import-way-own = Votre propre feuille
import-in-file = indiqué dans le fichier
import-nobody = personne en particulier
import-get = Prendre le classeur
import-get-text = Il contient vos activités, lieux et derniers chiffres, et se remplit sans réseau.
import-get-button = Télécharger le classeur
import-bring = Le rapporter
import-bring-text = Il dit lui-même de qui est le rapport. Vous voyez d’abord ce qui changerait.
import-file = Fichier
import-replace = Le fichier est le rapport entier : les lignes absentes sont retirées
import-reading = Lecture du fichier
import-applied = Les lignes sont dans le rapport
import-nothing-yet = Rien n’est encore enregistré
import-new = Nouvelles
import-changed = Modifiées
import-same = Inchangées
import-removed = Retirées
import-refused = Refusées
import-changes = Ce qui changerait
import-row = Ligne
import-what = Quoi
import-columns = Colonnes
row-change-ADDED = Nouvelle
row-change-CHANGED = Modifiée
row-change-UNCHANGED = Inchangée
row-change-REMOVED = Retirée
import-ready = Prêtes à être prises : { $number }
import-checked = Télécharger le fichier annoté
import-good-rows = prendre les bonnes lignes même si d’autres sont fausses
import-take = Prendre les lignes
import-issues = À corriger
import-issues-more = Et d’autres : { $number }
severity-ERROR = Refusé
severity-WARNING = À voir
import-batches = Ce qui est entré
import-batches-none = Rien n’a encore été importé.
import-when = Quand
import-program = un programme
import-undo = Annuler
import-undo-sure = Les rapports diront à nouveau ce qu’ils disaient avant ce fichier. Annuler ?
import-undone = Le fichier est annulé.
import-is-undone = annulé
import-steps = Étapes
import-step-file = Fichier
import-step-sheet = Feuille et en-têtes
import-step-columns = Colonnes
import-step-cells = Cellules
import-step-done = Prises
import-own-text = Tout tableau convient, avec une ligne par action. Ses colonnes sont devinées et vous dites ce qui est entendu. Les noms d’enfants n’y ont pas leur place.
import-sheet = Feuille
import-sheet-rows = lignes : { $rows }, colonnes connues : { $known }
import-hidden = masquée
import-header-row = Ligne des en-têtes
import-profile-found = Lu comme auparavant, selon le profil « { $name } ».
import-columns-known = Colonnes lues : { $known } sur { $all }
import-check = Vérifier toutes les cellules
import-check-again = Vérifier à nouveau
import-not-taken = Refusées : { $refused } · attendent votre choix : { $choice }
import-rejected = Télécharger les lignes non prises
import-save-as = Garder cette correspondance sous
import-your-column = Votre colonne
import-goes-to = Devient
import-sample = Exemple
import-how = Comment
import-left-out = Non lue
import-chosen = Choisi par vous
found-HEADING = Par son en-tête
found-TAG = Par sa balise HXL
found-SYNONYM = Par un synonyme
found-WORDS = Deviné d’après ses mots
found-LIKENESS = Deviné d’après le nom
found-PROFILE = Par le profil
import-column-goes = { $name } devient
import-whom = { $name } : qui est compté
import-everyone = Tout le monde
import-numbers = { $name } : écriture des nombres
import-numbers-clear = nombres sans ambiguïté
import-dates = { $name } : écriture des jours
import-dates-clear = jours sans ambiguïté
import-dates-iso = année, mois, jour
import-dates-day = jour d’abord
import-dates-month = mois d’abord
import-read = Lignes lues : { $all }, prêtes : { $ready }. Rien n’est encore enregistré
verdict-OK = Bien
verdict-FIXED = Corrigé
verdict-NEEDS_CHOICE = Votre choix
verdict-REFUSED = Refusé
verdict-note-OK = prises telles quelles
verdict-note-FIXED = espaces, graphies ; chacune est marquée
verdict-note-NEEDS_CHOICE = le même mot est traité une fois
verdict-note-REFUSED = avec la raison à côté
import-accounted = Les autres lignes : déjà dites { $same }, écartées { $out }, titres et en-têtes { $headings }, vides { $empty }.
import-report-counts = nouvelles { $added }, modifiées { $changed }, inchangées { $same }
import-was = Corrigé : était « { $text } »
import-notes = Notes
import-only-odd = seulement les lignes à regarder
import-choices = Que veulent dire ces mots ?
import-choices-text = Chacun est traité une fois pour toutes les lignes
import-stands = Il est écrit
import-means = Cela veut dire
import-means-what = « { $text } » veut dire
import-choose = Choisir
import-leave-rows = Écarter ces lignes
sheet-field-ORGANISATION = Organisation
sheet-field-PERIOD = Mois ou jour
sheet-field-YEAR = Année
sheet-field-ACTIVITY = Activité
sheet-field-INDICATOR = Indicateur
sheet-field-ADM1 = Zone, niveau 1
sheet-field-ADM2 = Zone, niveau 2
sheet-field-ADM3 = Zone, niveau 3
sheet-field-AREA = Zone par P-code
sheet-field-SITE = Site ou école
sheet-field-POPULATION_GROUP = Groupe de population
sheet-field-MODALITY = Modalité
sheet-field-STATUS = Avancement
sheet-field-NIL = Rien n’a été fait
sheet-field-PEOPLE = Personnes
sheet-field-WHOM = Qui la ligne compte
sheet-field-COUNTED_BEFORE = Déjà comptés ou non
sheet-field-VALUE = Valeur
sheet-field-DENOMINATOR = Dénominateur
sheet-field-UNITS = Unités
sheet-field-AMOUNT = Montant dépensé
sheet-field-CURRENCY = Monnaie
sheet-field-PROJECT = Projet
sheet-field-REMARKS = Remarques
sheet-field-SECTOR = Cluster ou secteur

## Reports that came back

report-only-returned = Seul ce qui a été renvoyé peut être modifié : { $number }. Vous pouvez ajouter des lignes.
report-row-closed = Cette ligne est bonne telle quelle.

## Tables and published months

nav-tables = Tableaux
nav-published = Mois publiés
yes = Oui
no = Non
table-GAPS = Écarts par zone
table-PRESENCE = Qui fait quoi où
table-UNCOVERED = Zones sans personne
table-COMPLETENESS = Rapportage par partenaire
table-COMPLETENESS_BY_AREA = Rapportage par zone
table-QUALITY = Qualité par mois
table-OVERLAPS = Chevauchements
table-OPERATIONAL_PRESENCE = Présence opérationnelle (HAPI)
table-note-GAPS = Personnes dans le besoin, ciblées et atteintes, et ce qui manque. Si la sévérité est connue, le pire vient d’abord.
table-note-PRESENCE = Chaque organisation avec ses activités et ses zones.
table-note-UNCOVERED = Des personnes y sont dans le besoin et personne n’y est actif.
table-note-COMPLETENESS = Ce que chaque partenaire doit, ce qui a été accepté et ce qui est arrivé à temps.
table-note-COMPLETENESS_BY_AREA = Ce que les partenaires doivent pour chaque zone, ce qui a été accepté et ce qui est arrivé à temps.
table-note-QUALITY = Mois par mois : qui a rapporté, lignes en double, lieux où des partenaires se chevauchent.
table-note-OVERLAPS = Plusieurs partenaires déclarent la même activité et le même groupe au même lieu le même mois. Des personnes peuvent compter deux fois.
table-note-OPERATIONAL_PRESENCE = Le tableau de l’API humanitaire ; ses fichiers ont toutes les colonnes.
tables-level = Zones
tables-level-1 = niveau 1, les plus grandes
tables-level-2 = niveau 2
tables-from = De
tables-to = Jusqu’à
tables-first = le premier mois
tables-latest = le dernier mois
tables-download = Télécharger ce tableau :
form-csv = CSV
form-xlsx = Classeur (XLSX)
form-json = JSON
form-geojson = Carte (GeoJSON)
tables-records = Enregistrements
tables-none = Il n’y a encore rien à dire
tables-covered = Quelqu’un est actif dans chaque zone où des personnes sont dans le besoin
tables-none-text = Seuls comptent les rapports acceptés et le plan publié.
column-org_name = Partenaire
column-activity_name = Activité
column-sector_name = Secteur
column-places = Lieux
column-rows_ongoing = Lignes en cours
column-rows_completed = Lignes achevées
column-reference_period_start = Du
column-reference_period_end = Au
column-in_need = Dans le besoin
column-targeted = Ciblées
column-reached = Atteintes
column-gap_to_target = Manque à la cible
column-gap_to_need = Dans le besoin, non atteintes
column-severity = Sévérité
column-severity_weighted_gap = Écart pondéré par la sévérité
column-rank = Rang
column-partners_reporting = Partenaires ayant rapporté
column-partners_expected = Partenaires attendus
column-partners_reporting_share = Part des partenaires ayant rapporté
column-reports_expected = Rapports attendus
column-reports_accepted = Acceptés
column-reports_in_time = À temps
column-completeness = Complétude
column-timeliness = Ponctualité
column-period = Période
column-rows = Lignes
column-duplicate_rows = Lignes en double
column-duplicate_rate = Part des doublons
column-places_served = Lieux desservis
column-places_overlapping = Lieux en chevauchement
column-overlap = Part en chevauchement
column-population_group = Groupe
column-organisations = Partenaires
column-org_names = Qui
map-title = Carte : { $name }
map-label = Carte de { $name } par zone ; les mêmes chiffres figurent dans le tableau ci-dessous
map-up-to = jusqu’à { $value }
map-unknown = inconnu
map-note = Les limites n’impliquent aucune reconnaissance. Le tableau ci-dessous donne les chiffres exacts.
map-offline = La carte demande une connexion. Le tableau ci-dessous donne les mêmes chiffres.
explain-counted = Ce qui a compté
explain-first = Voici les 50 premières lignes.
input-PLACES = Lieux qui comptent
input-REACHED = Atteintes
input-TARGET = Ciblées
input-IN_NEED = Dans le besoin
input-PLAN_VERSION = Version du plan
input-NUMERATOR = Partie
input-DENOMINATOR = Tout
input-IN_NEED_PHASE_3 = Dans le besoin, phase 3
input-IN_NEED_PHASE_4 = Dans le besoin, phase 4
input-IN_NEED_PHASE_5 = Dans le besoin, phase 5
input-LEFT_PHASE_3 = Reste de la phase 3
input-LEFT_PHASE_4 = Reste de la phase 4
input-LEFT_PHASE_5 = Reste de la phase 5
publish-title = Publier un mois
publish-text = Chiffres et tableaux sont figés tels quels et ne changent plus. Ce qui est accepté plus tard attend la publication suivante et est listé.
publish-up-to = Jusqu’à la fin de
publish-button = Publier
publish-sure = Figer { $month } et publier ?
publish-sure-text = Une publication ne se retire pas ; une correction est la suivante.
publish-done = Le mois est publié.
publication = { $month }, publication { $number }
publication-hash = Empreinte (SHA-256)
publication-late = Modifié depuis ; attend la suivante
publication-late-none = Rien n’a changé depuis.
publication-none = Rien n’a encore été publié
publication-none-text = Publiez un mois quand ses rapports sont acceptés.
late-ACCEPTED = Accepté plus tard
late-REOPENED = Rouvert
late-CHANGED = Modifié et réaccepté
link-title = Liens sans compte
link-text = Qui a le lien voit ce qui est publié : les petits effectifs sont masqués.
link-name = Pour qui
link-name-missing = Dites pour qui est le lien
link-partners = Nommer les partenaires. À éviter si cela met des personnes en danger.
link-partners-short = Nomme les partenaires
link-make = Créer un lien
link-made = Le lien est créé.
link-secret = Copiez cette adresse maintenant : elle n’est montrée qu’une fois.
link-revoke-sure = Qui utilise ce lien ne verra plus rien. Le retirer ?
link-none = Il n’y a pas de liens.
calendar-title = Vos échéances dans un calendrier
calendar-text = Un programme de calendrier lit cette adresse sans mot de passe. Une nouvelle met fin à la précédente.
calendar-make = Créer une adresse
calendar-made = Le calendrier est créé.
calendar-end = Mettre fin à mon calendrier
calendar-ended = Le calendrier est terminé.

## Needs: rounds, assessments

nav-needs = Besoins
nav-assessments = Évaluations
needs-import = Importer un tableau des besoins
needs-none = Il n’y a pas encore de chiffres des besoins
needs-none-text = Importez le tableau d’une évaluation : il devient un cycle que la coordination publie.
needs-rounds = Cycles des besoins
needs-round = Cycle
needs-round-named = Cycle { $number } : { $name }
needs-valid = Valable
needs-replaces = Remplace
needs-in-area = Parties de { $area }
needs-all-areas = Toutes les zones
needs-within = Voir à l’intérieur
needs-no-areas = Aucune zone n’est connue ici. Importez d’abord les limites.
needs-first-areas = Voici les 100 premières zones.
needs-groups = Par groupe
needs-no-figures = Ce cycle ne dit rien de cette zone. Ce n’est pas zéro.
needs-assessed = Ce qui a été demandé ici, le plus récent d’abord
needs-never-assessed = Le registre ne connaît aucune évaluation ici.
needs-import-text = Tout le tableau est pris, ou rien. Il devient un brouillon avec lequel personne ne compte avant sa publication.
needs-file = Tableau
needs-file-hint = Un classeur ou CSV avec des P-codes et des colonnes comme Population, In Need, Targeted
needs-file-missing = Choisissez le tableau
needs-source-hint = Qui a compté, par exemple « Évaluation conjointe de mars »
needs-source-missing = Dites qui a compté
needs-method-missing = Dites par quelle méthode
needs-version = Version de la méthode
needs-version-missing = Dites quelle version de la méthode
needs-from = Valable du
needs-to = Jusqu’au
needs-dates-wrong = Donnez le premier jour et un dernier jour plus tardif
needs-read = Lire le tableau
needs-reading = Lecture …
needs-figures =
    { $count-form ->
        [one] { $count } chiffre lu
        [many] { $count } de chiffres lus
       *[other] { $count } chiffres lus
    }
needs-open-round = Ouvrir le cycle { $number }
needs-outcome-IMPORTED = Le tableau est importé, comme brouillon
needs-outcome-UNCHANGED = Ce tableau était déjà là ; rien n’a changé
needs-outcome-REFUSED = Rien n’a été pris : corrigez d’abord ceci
metric-POPULATION = Population
metric-AFFECTED = Touchés
metric-IN_NEED = Dans le besoin
metric-TARGETED = Visés
round-DRAFT = Brouillon
round-VALIDATED = Validé
round-PUBLISHED = Publié
round-SUPERSEDED = Remplacé
round-validate = Valider
round-publish = Publier
round-step-text = Un brouillon est d’abord validé, puis la coordination le publie. Seuls les chiffres publiés comptent.
round-publish-sure = Tout le monde comptera avec ces chiffres. Publier le cycle ?
round-is-published = Le cycle est publié.
round-is-validated = Le cycle est validé.
issue-where = Où
issue-kind = Genre
issue-reason = Ce qui ne va pas
issue-mend = Comment corriger
issue-ERROR = Erreur
issue-WARNING = À revoir
issue-more =
    { $count-form ->
        [one] { $count } autre n’est pas montré.
        [many] { $count } d’autres ne sont pas montrés.
       *[other] { $count } autres ne sont pas montrés.
    }
assessment = Évaluation
assessment-plan = Prévoir une évaluation
assessment-plan-text = Les autres la voient dès maintenant, afin que vous ne posiez pas à deux les mêmes questions aux mêmes personnes.
assessment-save = Inscrire
assessment-is-planned = L’évaluation est dans le registre.
assessment-is-withdrawn = L’évaluation a été retirée.
assessment-withdraw = Retirer
assessment-why = Pourquoi est-elle retirée ?
assessment-overlaps = Les mêmes personnes seraient interrogées deux fois
assessment-none = Aucune évaluation n’est connue
assessment-none-text = Inscrivez aussi celles qui sont prévues : c’est ainsi que l’on voit à temps les doublons.
assessment-first = Voici les 40 dernières.
assessment-gaps = Où personne n’a demandé
assessment-gaps-text = Zones qu’aucune évaluation finissant depuis le { $day } ne couvre, pour autant que vous puissiez le savoir. Celles qui sont prévues comptent.
assessment-no-gaps = Chaque zone est couverte.
assessment-partly = En partie
assessment-not = Non interrogée
assessment-ends = Jusqu’au
assessment-sample = Personnes interrogées
assessment-trust = Fiabilité, de 1 à 5
assessment-when = Quand
assessment-where = Où
assessment-whom = Qui
assessment-lead = Menée par
assessment-kind = Genre
assessment-way = Avec d’autres
assessment-from = Premier jour
assessment-to = Dernier jour
assessment-name-missing = Donnez-lui un nom
assessment-from-missing = Donnez le premier jour et un dernier jour qui ne le précède pas
assessment-areas-missing = Choisissez au moins une zone
assessment-groups-missing = Choisissez qui vous interrogez
assessment-lead-missing = Choisissez qui la mène
assessment-PLANNED = Prévue
assessment-ONGOING = En cours
assessment-FINALISED = Terminée
assessment-WITHDRAWN = Retirée
assessment-INITIAL = Initiale
assessment-RAPID = Rapide
assessment-IN_DEPTH = Approfondie
assessment-MONITORING = Suivi
assessment-REGISTRATION = Enregistrement
assessment-OTHER = Autre genre
assessment-JOINT = Conjointe
assessment-HARMONISED = Harmonisée
assessment-UNCOORDINATED = Seule
assessment-CONFIDENTIAL = Confidentielle
group-ALL = Tout le monde
group-AFFECTED = Touchés
group-NOT_AFFECTED = Non touchés
group-NOT_DISPLACED = Non déplacés
group-HOST = Communautés hôtes
group-NOT_HOST = N’accueillant pas
group-DISPLACED = Déplacés
group-IN_TRANSIT = En transit
group-MIGRANTS = Migrants
group-MIGRANTS_IN_TRANSIT = Migrants en transit
group-MIGRANTS_PERMANENT = Migrants permanents
group-MIGRANTS_PENDULAR = Migrants pendulaires
group-IDPS = Déplacés internes
group-ASYLUM_SEEKERS = Demandeurs d’asile
group-REFUGEES = Réfugiés
group-RETURNEES = Rapatriés
group-OTHERS_OF_CONCERN = Autres personnes concernées
