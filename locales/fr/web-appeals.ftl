# Le client web : appels. Brouillon qu’aucun locuteur natif n’a encore lu.

appeals-finding = Il manque encore { $unmet } { $currency }
appeals-none = Il n’y a pas encore d’appel
appeals-none-text = Dès que les coordinateurs publient un appel, il apparaît ici.
appeals-none-write = Commencez-en un : dites à quoi il sert, puis ce qu’il demande. Personne d’autre ne le voit avant sa publication.
appeals-donor = Ouvrez un appel pour voir ce que votre organisation a donné, annoncer une contribution ou suivre ses éditions.
appeals-list = Ce qui est demandé et ce qui a été donné
appeal-one = Appel
appeal-new = Nouvel appel
appeal-edit = Modifier l’appel
appeal-saved = L’appel est enregistré.
appeal-save = Enregistrer l’appel
appeal-public = Page publique
appeal-all-clusters = Tous les clusters
appeal-code = Code public
appeal-code-hint = Il fait partie de l’adresse de la page et ne change plus : EDU-XX-2027
appeal-code-wrong = Saisissez un code de 2 à 30 lettres, chiffres et traits d’union
appeal-kind = Type
appeal-name = Titre, dans autant de langues que possible
appeal-name-missing = Saisissez un titre dans au moins une langue
appeal-summary = De quoi il s’agit, en deux ou trois phrases
appeal-starts = Premier jour
appeal-starts-missing = Saisissez le premier jour
appeal-ends-on = Premier jour après la fin
appeal-ends-wrong = Saisissez un jour après le premier jour
appeal-plan = Le plan qu’il finance
appeal-plan-hint = Il peut alors demander pour ses activités, et ses chiffres figurent dans chaque édition.
appeal-no-plan = Aucun plan
appeal-currency = Monnaie
appeal-currency-hint = Trois lettres, comme USD. Les contributions sont comptées en dollars des États-Unis.
appeal-currency-wrong = Saisissez une monnaie par ses trois lettres majuscules, comme USD
appeal-ends =
    { $count-form ->
        [one] se termine dans { $count } jour
        [many] se termine dans { $count } de jours
       *[other] se termine dans { $count } jours
    }
appeal-ended =
    { $count-form ->
        [one] terminé il y a { $count } jour
        [many] terminé il y a { $count } de jours
       *[other] terminé il y a { $count } jours
    }
appeal-DRAFT = Brouillon
appeal-PUBLISHED = Publié
appeal-REVISED = Publié et révisé
appeal-CLOSED = Clos
appeal-ARCHIVED = Archivé
kind-FLASH_APPEAL = Appel éclair
kind-HRP = Plan de réponse humanitaire
kind-RRP = Plan de réponse pour les réfugiés
kind-HUMANITARIAN_OTHER = Autre appel humanitaire
kind-CERF = Fonds central pour les interventions d’urgence
kind-CBPF = Fonds commun de pays
kind-ECW_FER = Éducation sans délai : première réponse d’urgence
kind-ECW_MYRP = Éducation sans délai : programme pluriannuel
kind-ECW_AF = Éducation sans délai : mécanisme d’accélération
kind-GPE_ACCELERATED = Partenariat mondial pour l’éducation : financement accéléré
kind-UNICEF_HAC = UNICEF : action humanitaire pour les enfants
kind-AGENCY = Appel d’une seule agence
kind-BILATERAL = À un seul donateur
kind-OTHER = Autre

money-required = Requis
money-received = Reçu
money-unmet = Manquant
money-picture = Part reçue
money-note-usd = Le reçu est en dollars des États-Unis
money-note-pledge = Les promesses sont montrées et jamais comptées
money-source-lines = Ce que l’appel demande, selon sa dernière révision
money-source-flows = Contributions confirmées par le donateur ou le bénéficiaire
money-behind = Contributions derrière ce chiffre
money-behind-none = Aucune contribution que vous pouvez voir n’est derrière ce chiffre.
money-behind-note = Une somme que plusieurs clusters partagent n’est pas comptée pour cet appel. Un donateur ne voit que ses propres contributions.
money-rule-requirement = Les montants de toutes les lignes de la révision valable ce jour-là, additionnés. Une ligne sans montant ne compte pas.
money-rule-given = Payé et engagé ensemble. Les promesses ne comptent pas, ni une somme que plusieurs clusters partagent, car personne ne dit quelle part revient à qui.
money-rule-unmet = Requis moins reçu, jamais en dessous de zéro.
money-rule-paid = Ce qui a été transféré.
money-rule-committed = Ce qui a été signé et pas encore transféré.
money-rule-pledged = Ce qui a été annoncé. Cela n’engage pas et ne compte nulle part.

funding-title = Financement
funding-share = { $share } % de ce qui est requis
funding-no-share = pas de part : il demande dans une autre monnaie
funding-over = { $amount } de plus que demandé
funding-pledged = Promis, non compté
funding-more = Comment il se compose
funding-in-kind = Dont biens et services
funding-paid-share = Dont payé
funding-plan = Donné pour tout le plan
funding-shared = Partagé par plusieurs clusters
funding-shared-sector = Partagé, ce cluster compris
funding-unallotted = Pour le plan, encore attribué à aucun cluster
funding-other-plans = Partagé avec d’autres plans, non compté
funding-as-of = Au { $day }

lines-title = Ce qu’il demande
lines-revise = L’énoncer à nouveau
lines-none = Rien n’a encore été énoncé.
lines-revision = Révision { $number }, dès le { $day } :
lines-what = Pour quoi
lines-year = Année
lines-amount = Montant, { $currency }
lines-everywhere = partout
lines-total = En tout
lines-add = Ajouter une ligne
lines-remove = Retirer
line-activity = Activité de la ligne { $row }
line-other = Autre chose
line-label = À quoi sert la ligne { $row }
line-label-short = À quoi elle sert
line-area = Zone de la ligne { $row }
line-year = Année de la ligne { $row }
line-amount = Montant de la ligne { $row }
revisions-title = Révisions antérieures
revisions-number = Version
revisions-from = Valable dès
revisions-why = Pourquoi
revise-way = Comment
revise-hand = À la main
revise-plan = D’après les coûts du plan
revise-file = D’après un fichier
revise-text = Tout ce que l’appel demande dès ce jour. Les révisions antérieures restent lisibles.
revise-plan-text = Prend chaque activité du plan avec sa quantité et son coût unitaire, tel que le plan est maintenant.
revise-file-text = Un tableau des besoins par cluster, tel que le donne le Service de surveillance financière. Les mêmes chiffres ne font pas de nouvelle révision.
revise-clusters = Ne prendre que ces clusters
revise-clusters-hint = Un par ligne, nommé comme dans le fichier. Vide prend tout.
revise-from-missing = Saisissez dès quand elle vaut
revise-reason-missing = Dites pourquoi elle est énoncée à nouveau
revise-reason-hint = Les lecteurs le voient dans l’historique.
revise-no-lines = Ajoutez au moins une ligne
revise-line-what = Ligne { $row } : choisissez une activité ou dites à quoi elle sert
revise-line-amount = Ligne { $row } : écrivez un montant comme 1200000 ou 1200000,50
revise-line-year = Ligne { $row } : écrivez l’année en quatre chiffres
revise-save = Enregistrer comme nouvelle révision
revise-done = L’appel demande maintenant cela.
revise-file-taken = La révision { $number } a été faite
revise-file-sums = Les lignes prises demandent { $asked } et disent que { $given } a été donné.
file-one = Fichier
file-missing = Choisissez un fichier
file-take = Lire le fichier
file-taken = Le fichier a été pris
file-same = Le fichier dit ce qui vaut déjà
file-refused = Rien n’a été pris
file-added = Nouvelles
file-changed = Modifiées
file-unchanged = Inchangées
file-back = Retour à l’appel

flows-title = Contributions
flows-own = Contributions de votre organisation
flows-none = Aucune contribution n’est encore enregistrée.
flows-none-own = Votre organisation n’a pas encore de contribution ici.
flows-hidden = Les contributions une à une sont pour ceux qui coordonnent et pour le donateur. Chaque édition publique nomme celles qui comptent.
flows-import = Lire des contributions d’un fichier
flows-import-text = Un fichier de flux tel que le donne le Service de surveillance financière. Le même fichier ne change rien ; ceux pour d’autres plans sont gardés et comptent là.
flow-new = Enregistrer une contribution
flow-change = Étape suivante ou correction
flow-change-title = Une contribution : étape suivante ou correction
flow-save = Enregistrer la contribution
flow-save-version = Enregistrer comme nouvelle version
flow-saved = La contribution est enregistrée.
flow-from = De
flow-to = À
flow-status = À quel point elle est ferme
flow-status-hint = On ne revient pas en arrière : retirez-la et enregistrez-en une autre.
flow-PLEDGE = Promis
flow-COMMITMENT = Engagé
flow-PAID = Payé
flow-withdrawn = Retirée
flow-shared = partagée avec d’autres clusters
flow-amount = Montant donné
flow-amount-wrong = Saisissez un montant comme 1200000 ou 1200000,50
flow-usd = Dollars des États-Unis
flow-currency = Monnaie donnée
flow-rate = { $currency } pour un dollar des États-Unis
flow-rate-wrong = Saisissez le taux du jour de la décision, comme 0,875
flow-rate-fixed = Le taux a été fixé à la décision : { $rate } { $currency } pour un dollar des États-Unis.
flow-decided = Décidé
flow-reported = Rapporté
flow-entered = Saisi
flow-kind = Argent ou biens
contribution-FINANCIAL = Argent
contribution-IN_KIND = Biens ou services, à leur valeur
flow-earmarking = Affectation
earmarking-UNEARMARKED = Non affecté
earmarking-SOFTLY = Légèrement affecté
earmarking-EARMARKED = Affecté
earmarking-TIGHTLY = Strictement affecté
flow-activities = Pour ces activités, si le donateur en a nommé
flow-more = Plus : secteurs, années, affectation
flow-sectors = Secteurs
flow-sectors-hint = Des codes comme EDU, PRO. Plusieurs partagent la somme. Vide vaut celui de l’appel : { $sector }.
flow-boundary = Où elle va
boundary-INCOMING = Vers le plan
boundary-INTERNAL = Dans le plan, attribuée maintenant
boundary-OUTGOING = Hors du plan
flow-portions = Parts par année, en dollars des États-Unis
flow-portions-hint = Une par ligne, comme 2027: 500000. Ensemble elles font le tout.
flow-portions-wrong = Écrivez chaque année et son montant sur sa propre ligne, comme 2027: 500000
flow-says = Ce que le donateur en dit
flow-from-missing = Choisissez qui donne
flow-to-missing = Choisissez qui reçoit
flow-versions = Versions
direction-SOURCE = De
direction-DESTINATION = À
withdraw-title = Retirer la contribution
withdraw-text = Elle ne compte plus et reste dans l’historique.
withdraw-reason-missing = Dites pourquoi elle est retirée
withdraw-go = Retirer
withdraw-done = La contribution est retirée.
picker-search = Chercher par une partie du nom
picker-choose =
    { $count-form ->
        [one] Choisir : { $count } trouvée
        [many] Choisir : { $count } trouvées
       *[other] Choisir : { $count } trouvées
    }

editions-title = Éditions publiées
editions-none = Rien n’est encore publié.
editions-note = Une édition ne change jamais. Ce qui était faux est corrigé par l’édition suivante, qui le dit.
edition-one = Édition
edition-named = Édition { $number }, au { $day }
edition-last = Dernière édition
edition-none = non publié
edition-published = Publiée
edition-changes = Ce qui a changé
edition-files = Fichiers
edition-areas = zones (CSV)
edition-money = argent (CSV)
changed-people-inNeed = Dans le besoin
changed-people-targeted = Ciblés
changed-people-reached = Atteints
changed-money-requirement = Requis
changed-money-funded = Reçu
changed-money-pledged = Promis
publish-go = Publier une édition
publish-now = Publier et informer les abonnés
publish-busy = Publication…
edition-done = L’édition est publiée.
publish-text-first = La première édition rend l’appel public : une page que chacun peut lire, et ses fichiers.
publish-text-next = L’édition { $number } se placera à côté des précédentes, qui restent telles quelles. C’est aussi la façon de corriger.
publish-day = Le jour dont parlent ses chiffres
publish-day-hint = Ce qui a été accepté et enregistré jusqu’à la fin de ce jour compte.
publish-day-wrong = Choisissez aujourd’hui ou un jour antérieur
publish-day-earlier = La dernière édition parle du { $day } : choisissez ce jour ou un jour ultérieur
publish-note = Ce qui a changé, pour ses lecteurs
publish-note-first = Un mot à ses lecteurs, si vous voulez
publish-note-missing = Dites ce qui a changé depuis la dernière édition
publish-mails =
    { $count-form ->
        [one] { $count } abonné reçoit un courriel.
        [many] { $count } d’abonnés reçoivent un courriel.
       *[other] { $count } abonnés reçoivent un courriel.
    }
publish-bounced =
    { $count-form ->
        [one] { $count } adresse n’en reçoit pas : son serveur l’a refusée pour de bon.
        [many] { $count } d’adresses n’en reçoivent pas : leurs serveurs les ont refusées pour de bon.
       *[other] { $count } adresses n’en reçoivent pas : leurs serveurs les ont refusées pour de bon.
    }
publish-final = Une édition publiée ne se retire plus.
publish-preview = Ce qu’elle montrera
publish-people = Personnes
publish-people-note = À la dernière période ouverte. L’édition compte jusqu’à son propre jour et cache les nombres trop petits.
published-title = L’édition { $number } est publiée
published-mails =
    { $count-form ->
        [one] Un courriel à { $count } abonné est en route. S’il ne passe pas, il est réessayé pendant des jours.
        [many] Des courriels à { $count } d’abonnés sont en route. Ceux qui ne passent pas sont réessayés pendant des jours.
       *[other] Des courriels à { $count } abonnés sont en route. Ceux qui ne passent pas sont réessayés pendant des jours.
    }
published-back = Retour à l’appel
followers-title = Abonnés
followers-none = Personne ne le suit encore.
followers-what = Ce qu’ils suivent
followers-confirmed = Confirmés
followers-pending = Demandés, pas encore confirmés
followers-undeliverable = Courriel refusé pour de bon
followers-note = Les adresses ne sont dites à personne. Qui a confirmé reçoit un courriel à chaque édition et peut arrêter en un clic.
subject-OPERATION = Tous les appels de
subject-APPEAL = Cet appel
follow-label = Recevoir un courriel à chaque édition
follow-hint = D’abord vient une question : rien d’autre n’est envoyé avant que le lecteur dise oui.
follow-go = Suivre
follow-asked = Une question est en route vers { $address }.
steps-title = Clore ou archiver
step-done = Fait.
step-CLOSED = Clore l’appel
step-REVISED = Rouvrir l’appel
step-ARCHIVED = Archiver l’appel
step-text-CLOSED = Ce qu’il demande ne change plus ; une dernière édition peut encore suivre.
step-text-REVISED = Ce qu’il demande peut à nouveau changer.
step-text-ARCHIVED = Il est rangé pour de bon, et plus rien ne change.
step-sure-CLOSED = Le clore ?
step-sure-REVISED = Le rouvrir ?
step-sure-ARCHIVED = L’archiver pour de bon ?
