# Le client web : normes minimales. Brouillon qu’aucun locuteur natif n’a encore lu.

standards-finding = { $part } des { $whole } normes minimales ne sont pas respectées
standards-none = Il n’y a pas encore de liste de contrôle
standards-none-text = Dès qu’une liste de contrôle est terminée, elle apparaît ici.
standards-none-keep = Commencez-en une : choisissez ce qui est examiné et dites de chaque norme comment elle a été trouvée.
standards-overview = Vue d’ensemble
standards-checklists = Listes de contrôle
standards-actions = Mesures d’amélioration
standards-editions = Éditions et textes
standards-country = Adaptées au pays
standards-worst = D’abord non respectées
standards-show = Montrer
standards-none-so = Aucune norme n’est ainsi.
standards-shown = { $part } sur { $whole } montrées.
standard-one = Norme
rating-one = Évaluation
rating-MET = Respectée
rating-PARTIAL = En partie
rating-NOT_MET = Non respectée
rating-NOT_APPLICABLE = Sans objet
rating-NOT_ASSESSED = Non évaluée
rating-reason = Pourquoi elle est sans objet
rating-reason-hint = Dites pourquoi : jusque-là cette évaluation reste sur cet appareil
rating-reason-missing = Norme { $number } : dites pourquoi elle est sans objet
rating-note = Ce qui a été vu
score-one = Score
score-mean = Score, moyenne des normes
score-strict = Strictement respectées
score-strict-note = ne compte que « respectée », en partie pour rien
score-complete = Évaluées
score-before = tour { $round } : { $score }
score-picture = Parts des évaluations
score-rule = Respectée compte 1, en partie un demi, non respectée 0 ; sans objet veut une raison et sort de la somme
score-cuts = Montrée non respectée sous { $low }, respectée dès { $high }
score-words-score = Les respectées et la moitié de celles en partie, de ce qui a été évalué et s’applique. Pour un domaine et le tout, la moyenne de ses normes.
score-words-strict = Seulement ce qui est respecté, de ce qui a été évalué et s’applique.
score-words-completeness = Ce qui a été évalué, de tout ce qui s’applique.
score-null = Un tiret veut dire que rien de ce qui s’applique n’a été évalué, ce qui n’est pas zéro.
domains-title = Par domaine
domain-one = Domaine
items-title = Évaluations
items-counted = { $met } respectées, { $partial } en partie, { $notMet } non, { $open } ouvertes
items-each = Chaque norme
rounds-title = Tours
nth-one = Tour
nth-named = tour { $round }, { $day }
nth-stood = Tour { $round } : { $rating }
change-same = pareil

checklist-new = Nouvelle liste de contrôle
checklist-open = Ouvrir la liste de contrôle
checklist-what = Ce qui est examiné
checklist-subject = Examiné
checklist-search = Chercher des organisations par une partie du nom
checklist-subject-missing = Choisissez ce qui est examiné
checklist-none-found = Il n’y en a aucun à choisir.
checklist-cluster-missing = Choisissez le cluster où elle est faite
checklist-edition-missing = Choisissez une édition
checklist-day = Le jour dont elle parle
checklist-day-wrong = Choisissez aujourd’hui ou un jour antérieur
checklist-note = Ce qu’on en dit dans l’ensemble
checklist-begin = Commencer la liste
checklist-begun = La liste de contrôle est commencée.
checklist-kept = Gardé.
checklist-finished = La liste de contrôle est terminée.
checklist-DRAFT = En cours
checklist-SUBMITTED = Terminée
looked-at-OPERATION = Opération
looked-at-CLUSTER = Cluster
looked-at-ORGANISATION = Organisation
looked-at-SITE = École ou site
looked-at-APPEAL = Appel
edition-of = Édition
drafts-title = En cours
drafts-assessed = { $share } évalués
drafts-go = Continuer
fill-text = Chaque évaluation est gardée aussitôt, même sans réseau. Les flèches choisissent, la touche de tabulation fait avancer.
fill-about = Jour et note
fill-outdated = Des textes ont été lus depuis : ces évaluations ne comptent plus : { $codes }
fill-rated = { $part } sur { $whole } évaluées
fill-next = Prochaine ouverte
fill-finish = Terminer
fill-sure = La terminer ? Les évaluations ne changeront plus.
fill-sure-open =
    { $count-form ->
        [one] La terminer avec { $count } non évaluée ? Les évaluations ne changeront plus.
        [many] La terminer avec { $count } de non évaluées ? Les évaluations ne changeront plus.
       *[other] La terminer avec { $count } non évaluées ? Les évaluations ne changeront plus.
    }
sending-saved = tout est enregistré
sending-waiting = enregistrement
sending-sending = enregistrement
sending-device = gardé sur cet appareil
sending-refused = non enregistré
dispute-text = Quelqu’un d’autre dit « { $theirs } », vous dites « { $mine } ».
dispute-mine = Garder le mien
dispute-theirs = Prendre l’autre
left-text = Elle a été terminée entre-temps. Ce que vous avez dit en dernier n’a pas été pris :
left-forget = L’oublier

evidence-title = Preuves
evidence-count = Preuves : { $number }
evidence-none = aucune preuve
evidence-enough = aucune évaluation sans preuve
evidence-lacking =
    { $count-form ->
        [one] { $count } évaluation dit que c’est fait et n’en a aucune
        [many] { $count } d’évaluations disent que c’est fait et n’en ont aucune
       *[other] { $count } évaluations disent que c’est fait et n’en ont aucune
    }
evidence-hidden = Les preuves sont pour ceux qui coordonnent et l’organisation elle-même.
evidence-add = Ajouter une preuve
evidence-kind = De quoi il s’agit
evidence-OBSERVATION = Vu
evidence-INTERVIEW = Entendu
evidence-DOCUMENT = Document
evidence-PHOTO = Photo
evidence-DATASET_LINK = Jeu de données
evidence-note = Ce qu’elle montre
evidence-privacy = Pas de noms de personnes, pas de visages d’enfants.
evidence-note-missing = Dites ce qui a été vu ou entendu
evidence-url = Adresse, si elle est ailleurs
evidence-or-file = Ou un fichier
evidence-where-missing = Saisissez une adresse ou choisissez un fichier
evidence-on = Recueillie le
evidence-by = Recueillie par
evidence-by-hint = Un rôle ou une organisation, jamais le nom d’une personne.
evidence-by-missing = Dites quel rôle ou quelle organisation l’a recueillie
evidence-save = Ajouter la preuve
evidence-added = La preuve est ajoutée.
evidence-remove = Retirer
evidence-sure = La retirer pour de bon ?
evidence-removed = La preuve est retirée.
evidence-file = Ouvrir le fichier

action-one = Mesure
actions-title = Mesures
actions-count = Mesures : { $number }
actions-none = Aucune mesure n’est ainsi
actions-none-text = Les mesures s’ajoutent à une norme dans une liste de contrôle.
actions-show-open = À faire
actions-show-late = En retard
actions-show-done = Faites ou abandonnées
actions-show-all = Toutes
action-none = Ajouter une mesure
action-add = Ajouter une mesure
action-edit = Modifier la mesure
action-gap = Ce qui manque
action-gap-missing = Dites ce qui manque
action-what = Ce qu’il faut faire
action-what-missing = Dites ce qu’il faut faire
action-priority = Urgence
priority-HIGH = D’abord
priority-MEDIUM = Ensuite
priority-LOW = Quand il y aura le temps
action-owner = Qui en répond
action-owner-missing = Choisissez qui en répond
action-myself = J’en réponds moi-même
action-due = Dernier jour
action-due-missing = Saisissez le dernier jour
action-due-on = pour le { $day }
action-late = en retard
action-status = Avancement
action-save = Enregistrer la mesure
action-saved = La mesure est enregistrée.
progress-OPEN = Pas commencée
progress-IN_PROGRESS = En route
progress-DONE = Faite
progress-CANCELLED = Abandonnée

compare-title = Tours comparés
compare-with = Comparer avec le tour { $round }
compare-take = Comparer
compare-two = Choisissez deux tours terminés du même
compare-go = Comparer les deux tours
compare-across = Les tours suivent des éditions différentes, { $before } et { $after }. Les normes sont appariées par la table de correspondance.
compare-change = Changement
compare-change-how = La note du tour le plus récent moins celle du précédent, en points de pourcentage, sur les normes comparables dans les deux.
compare-over =
    { $count-form ->
        [one] points de pourcentage, sur { $count } norme comparable
        [many] points de pourcentage, sur { $count } de normes comparables
       *[other] points de pourcentage, sur { $count } normes comparables
    }
compare-each = Norme par norme
compare-otherwise = autre chose a été évalué
compare-points = Les changements sont en points de pourcentage
incomparable-NO_COUNTERPART = sans équivalent
incomparable-SEVERAL_COUNTERPARTS = plusieurs équivalents
incomparable-NO_SCORE_BEFORE = pas de score avant
incomparable-NO_SCORE_AFTER = pas de score après

framework-published = Publiée
framework-standards = Normes
framework-texts = Textes d’actions clés
framework-note = Les textes des actions clés appartiennent à leur éditeur. Qui peut les utiliser les fait lire par un administrateur ; jusque-là chaque norme est évaluée elle-même.
framework-unverified = Le libellé ou le domaine est encore à comparer avec l’édition.
framework-counterparts = Dans d’autres éditions :
framework-no-texts = Aucun texte n’a été lu : la norme elle-même est évaluée.
texts-title = Lire les textes des actions clés
texts-text = Un tableau avec les colonnes Standard (son code), Key action (son numéro) et Text, une langue à la fois. Seulement si vous avez le droit de les utiliser.
texts-file = Fichier
texts-missing = Choisissez un fichier
texts-take = Lire le fichier
texts-taken = Pris : { $added } nouveaux, { $changed } modifiés, { $unchanged } inchangés, { $left } laissés tels quels
texts-refused = Rien n’a été pris

context-text = Ce que chaque norme veut dire dans ce pays : élaboré ensemble, étape par étape, et adopté.
context-none = Rien n’est encore commencé
context-new = Commencer pour une édition
context-begin = Commencer
context-begun = C’est commencé.
context-step = Étape
context-items = Sens
context-adopted = Adopté le
context-adopted-hint = Pas après le { $day }. On n’adopte que ce qui est réuni en un document.
context-state = Où cela en est
context-url = Adresse du document
context-file = Ou le document lui-même
context-save = Enregistrer
context-saved = Enregistré.
context-download = Ouvrir le document
context-meanings = Ce que cela veut dire ici
meaning-text = Ce que cela veut dire ici
meaning-missing = Écrivez ce que cela veut dire ici
meaning-threshold = Mesuré par
meaning-threshold-hint = Comme 40 élèves par enseignant
meaning-add = Dire ce que cela veut dire ici
meaning-edit = Modifier
phase-MAPPING = Qui assure l’éducation
phase-ORIENTATION = Ateliers
phase-WORKING_GROUP = Groupe de travail
phase-FACILITATION = Animation
phase-DEFINITION = Définition
phase-SYNTHESIS = Un document
phase-PRESENTATION = Présentation
