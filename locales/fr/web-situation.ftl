# Le client web : Situation. Brouillon : pas encore relu par un locuteur natif.

figure-gap = Encore à atteindre
figure-progress = Part de la cible

situation-picture = Image
situation-missing = Manque
situation-unreported = Non rapporté
situation-of-target = de la cible
situation-up-to = Jusqu’au { $day }
situation-plan-version = Version { $version } du plan
situation-gap-need = Dans le besoin et non atteints
situation-services = Services fournis
situation-upper = Atteints au plus
situation-timeliness = Rapports à temps
