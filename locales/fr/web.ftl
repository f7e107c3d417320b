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
update-unkept = Cet appareil n’a pas de place pour votre saisie. Envoyez-la ou téléchargez une copie, puis chargez la nouvelle version.
unsent-nag = Quelque chose que seul cet appareil possède attend ici depuis le { $moment }. Envoyez-le ou téléchargez une copie : un navigateur peut oublier.
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
nav-review = Vérification
nav-reports = Rapports
nav-import = Importer
nav-periods = Périodes de rapport
nav-projects = Projets
nav-unsent = Sur cet appareil
nav-situation = Situation
nav-tables = Tableaux
nav-published = Mois publiés
nav-needs = Besoins
nav-assessments = Évaluations
nav-plan = Plan de réponse
nav-appeals = Appels
nav-standards = Normes minimales
nav-search = Recherche
nav-settings = Réglages
nav-help = Aide
nav-tour = Visite guidée
nav-history = Historique
nav-setup = Mise en place
nav-places = Zones
nav-members = Personnes et rôles
nav-partners = Partenaires

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

figure-need = Dans le besoin
figure-target = Visés
figure-reached = Atteints
figure-submitted = Soumis, pas encore acceptés
figure-submitted-note = dans aucun chiffre public
figure-partners = Partenaires ayant rapporté
figure-completeness = Rapports acceptés
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
situation-accepted = Rapports acceptés seulement

plan-activity = Activité

reports-status = État
reports-period = Mois
reports-partner = Partenaire
reports-cluster = Cluster
reports-any = Tous

report-is-nil = Le partenaire n’a rien à rapporter pour ce mois.
report-group = Groupe
report-repeatPeople = Déjà comptés
report-no-number = { $what } : « { $text } » n’est pas un nombre. Écrivez seulement des chiffres.

review-look = À regarder d’abord
review-row = Ligne { $row }

receipt-what = Rapport
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
field-projectId = projet
field-row = ligne

settings-name = Nom
token-days = Valable combien de jours (1 à 366)
token-days-wrong = Mettez un nombre entier de 1 à 366
token-ends = Fin
token-revoke = Reprendre
token-revoked = repris

not-now = Pas maintenant
error-offline-act = Le serveur est injoignable. Rien n’a été modifié ; réessayez quand la connexion sera rétablie.
error-changed = Quelqu’un a modifié ceci entre-temps. Vous le voyez tel qu’il est maintenant ; regardez à nouveau.
review-rows = Lignes
review-talk = Sur l’ensemble du rapport
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

import-what = Quoi

yes = Oui
no = Non

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
list-shown = Affichés : { $number }
list-all = Tout est affiché : { $number }

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
no-plan-begin = Poursuivre les premiers pas
pages-of = Pages : { $name }
pages-before = Page précédente
pages-next = Page suivante
pages-here = Page { $number }
area-lists-failed = Les zones n’ont pas pu être lues.
area-part-of = Partie de { $area }
area-whole = en entier
live-changed = Quelqu’un d’autre a modifié ceci le { $moment }.
live-kept = Ce que vous avez saisi est conservé.
live-show = Afficher
progress-upload = Envoi du fichier
progress-download = Réception du fichier
progress-read = Le serveur lit le fichier
progress-check = Le serveur vérifie la feuille
progress-compare = Le serveur le compare avec ce qui existe
progress-take = Le serveur intègre le fichier
progress-of = { $done } sur { $total }
progress-stop = Annuler
progress-stopped = Annulé. Rien n’a été modifié.
progress-seconds =
    { $count-form ->
        [one] { $count } seconde
        [many] { $count } de secondes
       *[other] { $count } secondes
    }
typed-restored = Ce que vous avez saisi ici le { $moment } n’est pas encore enregistré. Le voici de nouveau.
typed-clash = D’autres personnes ont modifié depuis une partie de ces champs : c’est votre saisie qui figure ici.
typed-discard = Abandonner ma saisie
typed-discard-sure = Abandonner ce que vous avez saisi sans l’enregistrer ?
typed-discarded = La saisie est abandonnée.
unit-CHILDREN = enfants
unit-PEOPLE = personnes
unit-TEACHERS = enseignants
unit-LEARNING_SPACES = espaces d’apprentissage temporaires
unit-CLASSROOMS = salles de classe
unit-LATRINES = latrines
unit-KITS = kits
unit-SCHOOLS = écoles
unit-OTHER = unités
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
