# Le client web : Plan de réponse. Brouillon : pas encore relu par un locuteur natif.

plan-indicator = Indicateur
plan-value = Jusqu’ici
plan-target = Unités prévues
plan-no-objective = Sans objectif
plan-no-indicator = Pas encore d’indicateur
plan-empty = Le plan n’a pas encore d’activités
plan-versions = Versions publiées
plan-version = Version { $number }, { $day }
plan-never-published = Il n’a jamais été publié.
