# Le client web : Ce mois. Brouillon : pas encore relu par un locuteur natif.

home-doors = Votre travail
home-late-text = Ils sont en retard pour { $month }. Voyez qui, et envoyez un rappel.
home-door-situation = Où les enfants sont atteints, et où ils ne le sont pas encore
home-door-tables = Les chiffres en tableaux et en fichiers
home-door-needs = Combien d’enfants sont dans le besoin, et où
home-door-assessments = Qui interroge qui, et où personne n’a interrogé
home-door-projects = Qui fait quoi, où, et à quel coût
home-door-plan = Ce qui a été convenu, avec les cibles
home-door-import = Importer des feuilles
home-door-published = Figer un mois, et voir ce qui a changé depuis
home-door-periods = Ouvrir et clore les mois, et voir qui est en retard
home-door-reports = Tout ce que vous avez envoyé, et où cela en est
home-late =
    { $count-form ->
        [one] { $count } rapport est en retard
        [many] { $count } de rapports sont en retard
       *[other] { $count } rapports sont en retard
    }
