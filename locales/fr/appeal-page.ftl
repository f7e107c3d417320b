# La page publique d’un appel.
appeal-kicker = Appel pour l’éducation : { $country }
appeal-title = { $country } : appel pour l’éducation, édition { $number }
appeal-headline-reached =
    L’aide à l’éducation a touché { $reached-form ->
        [one] { $reached } enfant
        [many] { $reached } d’enfants
       *[other] { $reached } enfants
    } sur { $targeted-form ->
        [one] { $targeted } ciblé
        [many] { $targeted } ciblés
       *[other] { $targeted } ciblés
    } ({ $country })
appeal-headline-unreported =
    { $targeted-form ->
        [one] Aucun rapport n’est encore accepté pour { $targeted } enfant ciblé ({ $country })
        [many] Aucun rapport n’est encore accepté pour { $targeted } d’enfants ciblés ({ $country })
       *[other] Aucun rapport n’est encore accepté pour { $targeted } enfants ciblés ({ $country })
    }
appeal-headline-missing = il manque encore { $missing } sur { $required }
appeal-headline-funded = le montant requis, { $required }, est financé
appeal-as-of = Données au
appeal-reporting = Rapports
appeal-partners-of =
    { $reported-form ->
        [one] { $reported } partenaire sur { $expected }
        [many] { $reported } de partenaires sur { $expected }
       *[other] { $reported } partenaires sur { $expected }
    }
appeal-of = { $reported } sur { $expected }
appeal-none-active = aucun actif
appeal-edition = Édition
appeal-edition-of = { $number }, publiée le { $date }
appeal-take = Télécharger
appeal-data = données
appeal-follow = Suivre
appeal-money = Financement
appeal-required = Requis
appeal-received = Reçu
appeal-missing = Manquant
appeal-paid-key = Versé { $amount }
appeal-committed-key = Engagé { $amount }
appeal-missing-key = Manquant { $amount }
appeal-pledged-key = Promis, non compté { $amount }
appeal-shared-note = Partagé avec d’autres clusters, non compté : { $amount }
appeal-over-note = Au-delà du montant requis : { $amount }
appeal-funded-share = Financé à { $share } : { $funded } sur { $required } { $currency }
appeal-paid-note = Versé : { $share } de ce qui a été reçu
appeal-in-kind-note = Dont reçu en nature : { $amount }
appeal-other-currency = Le montant requis est en { $currency } et le financement est exprimé en dollars des États-Unis. Aucun taux n’a été fixé, donc aucune part n’est calculée.
appeal-funding-unknown = Le financement n’est pas encore communiqué.
appeal-as-of-date = Au { $date }
appeal-source = Source : { $source }
appeal-how = Comment c’est compté
appeal-children = Enfants
appeal-in-need = Dans le besoin
appeal-targeted = Ciblés
appeal-reached = Touchés
appeal-target-share = { $share } des enfants dans le besoin
appeal-reached-share = { $share } de la cible ; chaque enfant compté une fois par lieu
appeal-not-reported = non communiqué
appeal-areas-furthest = Les plus loin de leur cible : { $areas }
appeal-area-furthest = La plus loin de sa cible : { $areas }
appeal-areas-met = Chaque zone ayant fait rapport a atteint sa cible
appeal-areas-none = Zones et cibles
appeal-areas-silent = Rien n’a été communiqué de { $areas }, ce qui ne veut pas dire zéro.
appeal-map-label = Carte des zones selon la part de la cible touchée ; les mêmes chiffres sont dans le tableau.
appeal-map-title = Enfants touchés, part de la cible
appeal-map-up-to = jusqu’à { $share }
appeal-map-between = { $from } à { $to }
appeal-map-more = { $share } ou plus
appeal-map-none = sans rapport (pas zéro)
appeal-map-disclaimer = Les frontières n’impliquent aucune reconnaissance.
appeal-areas-caption = Enfants par zone, le plus grand écart d’abord. Barre : plein touchés, contour manquants, hachures non communiqué.
appeal-area = Zone
appeal-of-target = De la cible
appeal-bar = Barre
appeal-gap = Écart à la cible
appeal-partners-reporting = Partenaires ayant fait rapport
appeal-over = { $count } au-delà
appeal-unknown = inconnu
appeal-no-report = sans rapport
appeal-suppressed = masqué
appeal-suppressed-note = Les effectifs inférieurs à { $threshold }, et ceux qui les révéleraient, sont masqués.
appeal-total-note = L’écart total est la cible moins les enfants touchés : il comprend toute la cible des zones sans rapport et déduit les dépassements. Un partenaire présent dans plusieurs zones compte une fois.
appeal-activities = Ce que le manque de { $amount } laisse en suspens
appeal-activities-plain = À quoi sert l’argent
appeal-activities-caption = { $currency } par activité, le plus grand écart d’abord. Un tiret : aucun donateur n’a nommé l’activité.
appeal-activity = Activité
appeal-units = Prévu
appeal-all-activities = Toutes les activités
appeal-per-child = { $amount } par enfant ciblé
appeal-donors = Versé ou engagé : { $amount }
appeal-donors-none = Aucune contribution n’est encore enregistrée
appeal-donors-caption = Financement par contribution. Monnaie d’origine ÷ taux à la date de décision.
appeal-donor = Donateur
appeal-status = Statut
appeal-original = Montant d’origine
appeal-usd = Dollars US
appeal-share = Part du montant requis
appeal-status-paid = Versé
appeal-status-commitment = Engagé
appeal-status-pledge = Promis, non compté
appeal-received-total = Reçu (versé ou engagé)
appeal-indicators = Indicateurs
appeal-indicators-caption = Atteint et cible. La barre finit à la cible ; un trait la marque là où elle est dépassée.
appeal-indicator = Indicateur
appeal-target = Cible
appeal-progress = Progrès
appeal-who = Qui a été touché
appeal-who-caption = Répartitions des mêmes enfants ; les groupes se recoupent
appeal-group = Groupe
appeal-share-of-reached = Part
appeal-method = Comment ces chiffres sont établis
appeal-method-reached = Touchés : en chaque lieu le plus grand effectif parmi activités, organisations et périodes, additionné entre lieux. Jamais une somme de services.
appeal-method-received = Reçu : versé plus engagé. Les promesses sont montrées, jamais comptées. Les taux sont fixés à la date de décision.
appeal-method-null = Un tiret ou des hachures : personne n’a fait rapport. 0 : zéro a été communiqué.
appeal-method-table = Chaque chiffre et sa méthode
appeal-figure = Chiffre
appeal-method-name = Méthode
appeal-source-name = Source
appeal-version = version { $version }
appeal-editions = Éditions
appeal-editions-caption = Une édition publiée ne change jamais. Une correction est une nouvelle édition.
appeal-published = Publiée
appeal-changed = Ce qui a changé
appeal-first-publication = Première publication
appeal-take-data = Télécharger les données
appeal-take-data-text = Chaque fichier contient les mêmes chiffres que cette page, avec codes et méthode.
appeal-file-areas = CSV, zones
appeal-file-money = CSV, financement
appeal-follow-title = Suivre cet appel
appeal-follow-email = E-mail
appeal-follow-hint = Nous écrivons d’abord pour confirmer. Pour cet appel seulement ; un clic suffit pour arrêter.
appeal-footer = Publié avec Darasa.
appeals-title = Appels pour l’éducation
appeals-lede = Ce qui est demandé, ce qui est reçu et ce qui manque encore. Chaque appel s’ouvre sans compte.
appeals-empty = Aucun appel n’est encore publié.
appeals-appeal = Appel
appeals-not-found = Cette page n’existe pas
appeals-not-found-text = L’adresse est peut-être tronquée. Tous les appels publiés sont sur la première page.
appeal-languages = Langues
appeal-list = { $rest } et { $last }
appeal-headline-reached-only =
    L’aide à l’éducation a touché { $reached-form ->
        [one] { $reached } enfant
        [many] { $reached } d’enfants
       *[other] { $reached } enfants
    } ({ $country })
appeal-source-money = contributions confirmées par le donateur ou le bénéficiaire
appeal-source-contributions = contributions déclarées par les donateurs, le cluster et FTS
appeal-source-reports = rapports acceptés des partenaires
appeal-source-reached = Source : rapports des partenaires, acceptés
appeal-map-none-hidden = sans rapport (pas zéro), ou masqué
appeal-map-no-target = sans cible
appeal-planned = { $unit } : { $count }
appeal-planned-at = { $unit } : { $count } ({ $cost } l’unité)
appeal-unit =
    { $unit ->
        [CHILDREN] enfants
        [PEOPLE] personnes
        [TEACHERS] enseignants
        [LEARNING_SPACES] espaces d’apprentissage
        [CLASSROOMS] salles de classe
        [LATRINES] latrines
        [KITS] kits
        [SCHOOLS] écoles
       *[OTHER] unités
    }
appeal-donors-more =
    { $count-form ->
        [one] { $count } autre, plus petite
        [many] { $count } d’autres, plus petites
       *[other] { $count } autres, plus petites
    }
appeal-value = À ce jour
appeal-change = { $figure } : { $before } → { $after }
appeal-file-activities = CSV, activités
appeal-cite = Citer ainsi : { $operation }, appel { $code }, édition { $number }, données au { $date }.
appeal-fingerprint = SHA-256 du fichier JSON :
appeals-caption = Chaque chiffre est celui de la dernière édition de l’appel.
appeals-more = Autres appels
appeal-standards = Normes minimales
appeal-standards-met = { $share } de ce que demandent les normes minimales est atteint
appeal-standards-unscored = Normes minimales : rien de ce qui s’applique n’a encore été évalué
appeal-standards-assessed = Évalué le { $date } selon { $edition }
appeal-standards-evidence =
    { $count-form ->
        [one] { $count } élément de preuve
        [many] { $count } d’éléments de preuve
       *[other] { $count } éléments de preuve
    }
appeal-standards-unsupported =
    { $count-form ->
        [one] { $count } note sans preuve
        [many] { $count } de notes sans preuve
       *[other] { $count } notes sans preuve
    }
appeal-standards-complete = { $share } de ce qui s’applique a été évalué
appeal-standards-before = Auparavant : { $share } le { $date }
appeal-standards-all = Toutes les normes
appeal-standards-caption = Moyenne des normes de chaque domaine : atteint compte un, atteint en partie un demi, et ce qui ne s’applique pas est laissé de côté. Ce score est une convention propre à Darasa.
appeal-domain = Domaine
appeal-score = Score
