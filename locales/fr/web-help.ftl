# Le client web : Aide. Brouillon : pas encore relu par un locuteur natif.

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
