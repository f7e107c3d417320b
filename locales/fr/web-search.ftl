# Le client web : Recherche. Brouillon : pas encore relu par un locuteur natif.

search-label = Que cherchez-vous ?
search-hint = Le nom d’un partenaire ou d’une activité ; les accents n’importent pas
search-none = Rien n’a été trouvé
search-none-text = Essayez un mot plus court.
search-partners = Partenaires
search-activities = Activités
