# The workbook of a partner's report: headings.
heading-activity = Activité
heading-indicator = Indicateur
heading-modality = Modalité
heading-status = Statut
heading-adm1 = Zone, niveau 1
heading-adm2 = Zone, niveau 2
heading-adm3 = Zone, niveau 3
heading-site = École ou site
heading-group = Groupe de population
heading-value = Valeur ou numérateur
heading-denominator = Dénominateur
heading-units = Unités livrées
heading-amount = Montant dépensé
heading-currency = Devise
heading-nil = Rien fait ici
heading-remarks = Remarques
heading-project = Projet
heading-last = Personnes du dernier rapport
heading-target = Cible du plan
heading-messages = À corriger

# Whom a column counts, such as "Girls 6–11, new".
heading-new = { $who }, première fois
heading-repeat = { $who }, de nouveau
who-all = Toutes les personnes
who-girls = Filles { $age } ans
who-boys = Garçons { $age } ans
who-female-teachers = Enseignantes
who-male-teachers = Enseignants
who-with-disability = Dont avec un handicap

# What can be chosen.
row-status-planned = Prévu
row-status-ongoing = En cours
row-status-completed = Achevé
row-status-suspended = Suspendu
row-status-cancelled = Annulé
modality-in-kind = En nature
modality-service = Service
modality-cash = Espèces
modality-voucher = Coupon
answer-yes = Oui
answer-no = Non

# Names of sheets: at most 31 characters, and none of [ ] : * ? / \ and quotation marks.
workbook-report = Rapport
workbook-guide = Lisez-moi
workbook-targets = Cibles
workbook-codes = Codes
workbook-check = Vérification
workbook-place = Lieu
workbook-whom = Qui est compté
workbook-baseline = Situation de départ
workbook-in-need = Dans le besoin

# What a spreadsheet program says when something else is entered: titles up to 32, messages up to 255 characters.
refused-title = À vérifier
refused-list = Choisissez une entrée de la liste. La liste dépend de ce que disent les cellules précédentes.
refused-whole = Écrivez un nombre entier, 0 ou plus. Laissez vide si ce n’est pas connu : 0 veut dire personne.
refused-number = Écrivez un nombre, 0 ou plus, en chiffres seulement. Laissez vide si ce n’est pas connu.
refused-currency = Écrivez les trois lettres de la devise, par exemple USD.
refused-length = Écrivez 2000 caractères au plus.
refused-aside = Cette colonne est pour information. Rien n’y est lu.

# The sheet that says how the workbook is filled.
guide-title = Comment remplir ce classeur
guide-organisation = Organisation
guide-cluster = Cluster
guide-plan = Plan
guide-period = Période
guide-due = À rendre avant le
guide-made = Créé le
guide-fill = Remplissez une ligne par activité, indicateur et lieu, sur la première feuille. Les colonnes peuvent être déplacées et le fichier ouvert dans tout tableur ; enregistrez-le en .xlsx.
guide-choose = Choisissez dans les listes : les indicateurs suivent l’activité, chaque zone suit celle du dessus, les sites suivent la zone. Le statut est nécessaire à chaque ligne. Les codes sont sur une feuille à part.
guide-people = Comptez une personne « première fois » dans la colonne de son sexe et de son âge, puis « de nouveau » si elle a déjà été comptée. Un total n’est nécessaire que si les personnes ne sont pas ventilées. Les personnes handicapées sont comptées aussi dans leur propre colonne.
guide-empty = Une cellule vide ne dit rien ; 0 dit qu’il n’y en a eu aucun. Si rien n’a été fait pendant la période, écrivez oui sous « Rien fait ici », sans chiffres.
guide-last = Les lignes de votre dernier rapport sont prêtes, sans chiffres. Une ligne laissée ainsi n’est pas reprise. Les colonnes grises montrent les personnes du dernier rapport et la cible du plan publié ; rien n’y est lu.
guide-personal = N’écrivez que des nombres de personnes, jamais de noms, de téléphones ni rien d’autre sur une personne.
guide-protected = Les titres et les codes sont protégés contre les erreurs, sans mot de passe. Ce classeur est sans macros, et un classeur avec macros n’est pas accepté.
guide-send = Renvoyez le fichier autant de fois que vous voulez. Toutes les erreurs reviennent d’un coup, marquées dans ce même classeur à côté des cellules. Le même fichier envoyé deux fois ne change rien.

# The sheet that sums up what a check found.
check-title = Résultat de la vérification
check-errors =
    { $count-form ->
        [one] { $count } erreur à corriger
        [many] { $count } d’erreurs à corriger
       *[other] { $count } erreurs à corriger
    }
check-warnings =
    { $count-form ->
        [one] { $count } point à regarder
        [many] { $count } de points à regarder
       *[other] { $count } points à regarder
    }
check-mend = Rien n’a été repris. Corrigez les cellules marquées dans ce fichier et renvoyez-le.
check-fine = Il n’y a pas d’erreur. Regardez les cellules marquées.
check-cell = Cellule
check-column = Colonne
check-what = Le problème, et comment le corriger
check-kind = Genre
check-error = Erreur
check-warning = À regarder
check-more =
    { $count-form ->
        [one] et { $count } autre
        [many] et { $count } d’autres
       *[other] et { $count } autres
    }

# What is wrong with a cell or a sheet, by the key of the issue. The cell itself shows the value.
report-activity = Ce n’est pas une activité du plan ; choisissez-en une dans la liste.
report-also-by-another = Une autre organisation rapporte la même activité au même endroit pour le même groupe dans cette période ; parlez-en au cluster.
report-amount = Le montant a plus de deux décimales ; arrondissez-le.
report-area = Ce n’est pas une zone de ce niveau ; choisissez-en une dans la liste.
report-area-retired = Cette zone n’est plus valable ; écrivez le code de celle qui l’a remplacée.
report-area-outside-plan = Le plan ne couvre pas cette zone ; vérifiez le lieu, ou demandez au cluster de l’ajouter au plan.
report-category-twice = Les mêmes personnes sont comptées dans deux cellules de la ligne ; réunissez-les.
report-changed-since = Quelqu’un a modifié le rapport après la création de ce classeur ; téléchargez-le à nouveau.
report-currency = Ce n’est pas un code de devise ; écrivez trois lettres, par exemple USD.
report-currency-missing = Le montant n’a pas de devise ; écrivez par exemple USD.
report-group = Ce n’est pas un groupe de population ; choisissez dans la liste ou laissez vide.
report-group-differs = La cellule compte un autre groupe que la ligne ; laissez le groupe de la ligne vide.
report-indicator = Ce n’est pas un indicateur du plan ; choisissez-en un dans la liste.
report-indicator-elsewhere = L’indicateur mesure une autre activité ; choisissez-en un de cette activité.
report-modality = Ce n’est pas une modalité ; choisissez dans la liste, ou laissez vide pour un service.
report-nil-with-figures = La ligne dit que rien n’a été fait et a des chiffres ; retirez l’un des deux.
report-no-ratio = L’indicateur est un nombre sans dénominateur ; laissez vide.
report-number-range = Le nombre est négatif ou trop grand ; vérifiez-le.
report-parts-differ = Le total et ses parties diffèrent ; vérifiez-les.
report-people-as-value = L’indicateur compte des personnes ; utilisez les colonnes de personnes et laissez la valeur vide.
report-place-differs = Le lieu de la ligne n’est pas dans cette zone ; vérifiez les codes.
report-place-missing = La ligne ne dit aucun lieu ; choisissez une zone ou un site.
report-planned-with-figures = Ce qui est prévu n’a pas encore de résultats ; laissez les chiffres vides ou changez le statut.
report-ratio-half = L’indicateur est un rapport et il en manque la moitié ; écrivez les deux nombres ou aucun.
report-remarks = Les remarques sont trop longues ; 2000 caractères au plus.
report-project = Ce n’est pas un projet approuvé de l’organisation dans le plan ; écrivez son code ou laissez vide.
report-row-twice = Une autre ligne concerne les mêmes activité, indicateur, lieu, groupe et modalité ; réunissez-les.
report-row-untouched = La ligne n’est pas remplie et n’est pas reprise ; entrez des chiffres, ou oui si rien n’a été fait.
report-rows = La feuille a trop de lignes ; divisez-la.
report-site = Ce n’est pas un site de l’opération ; choisissez dans la liste ou laissez vide.
report-split-twice = La ligne ventile les personnes de deux façons, on ne peut pas les additionner ; utilisez-en une.
report-split-not-allowed = L’indicateur ne se ventile pas ainsi ; utilisez une de ses combinaisons, ou donnez seulement le total.
report-status = Ce n’est pas un statut ; choisissez dans la liste.
report-workbook-of-another = Ce classeur a été créé pour un autre rapport ; téléchargez celui de ce rapport.
sheet-column-ambiguous = La colonne peut être deux colonnes du modèle ; nommez-la comme l’une d’elles.
sheet-column-doubled = Une colonne est là deux fois ; gardez-en une.
sheet-column-missing = Il manque une colonne nécessaire ; ajoutez-la comme dans le modèle.
sheet-columns-not-read = Certaines colonnes ne sont pas lues ; rien à faire si c’est voulu.
sheet-columns-unnamed = Certaines colonnes sans titre ne sont pas lues.
sheet-formula-failed = La formule a échoué ; corrigez-la ou écrivez la valeur.
sheet-formulas = Là où une cellule contient une formule, la dernière valeur affichée est reprise.
sheet-headings-disagree = Deux lignes ressemblent à des titres ; gardez-en une.
sheet-money-rounded = Le montant a été arrondi à deux décimales.
sheet-negative = Le nombre est négatif ; écrivez 0 ou plus, ou laissez vide.
sheet-no-code = Ce n’est pas un code ; écrivez le code en texte.
sheet-no-headings = Les titres n’ont pas été trouvés ; mettez-les sur une ligne au-dessus des données, comme dans le modèle.
sheet-no-number = Ce n’est pas un nombre ; écrivez seulement des chiffres, ou laissez vide.
sheet-no-whole-number = Les personnes se comptent en nombres entiers ; écrivez-en un.
sheet-no-yes-or-no = Ce n’est ni oui ni non ; écrivez l’un des deux, ou laissez vide.
sheet-not-available = « #N/A » est pris comme rien.
sheet-number-too-large = Le nombre est trop grand ; vérifiez-le.
sheet-personal-data = Une colonne semble contenir des données personnelles ; supprimez-la et renvoyez le fichier.
sheet-tag-disagrees = Le titre et le tag en dessous nomment des colonnes différentes ; corrigez l’un des deux.
sheet-value-missing = Rien n’est saisi ; saisissez une valeur.
