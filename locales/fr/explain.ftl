# How figures come about.

explain-formula =
    { $kind ->
        [REACHED] Dans chaque lieu et chaque catégorie compte le plus grand nombre de personnes sur les activités, les organisations et les périodes. Dans un lieu que certaines lignes ventilent et que d’autres ne font que totaliser compte le plus grand : la somme des parties ou le total. Les lieux s’additionnent ; les personnes d’organisations qui ont déclaré des publics différents sont d’abord additionnées.
        [SERVICES] Somme des personnes nouvelles et répétées de toutes les lignes acceptées. Une personne peut compter plusieurs fois : ce ne sont donc pas des personnes.
        [UPPER_BOUND] Somme des personnes nouvelles de toutes les lignes acceptées. On n’a pas pu en atteindre davantage.
        [TARGET] Pour chaque zone et chaque catégorie, la plus grande cible des indicateurs qui comptent des personnes. Un total indiqué prévaut ; sinon les parties s’additionnent. Les zones s’additionnent.
        [IN_NEED] Personnes dans le besoin selon le cycle publié de la version publiée du plan. Un total indiqué prévaut ; sinon les parties s’additionnent.
        [PROGRESS] Personnes atteintes divisées par la cible. Plus de la totalité est montrée telle quelle.
        [GAP_TO_TARGET] Cible moins personnes atteintes. En dessous de zéro, on a atteint plus que prévu.
        [GAP_TO_NEED] Personnes dans le besoin moins personnes atteintes.
        [COMPLETENESS] Rapports acceptés divisés par les rapports attendus : un par membre qui fait rapport, cluster et période.
        [TIMELINESS] Rapports soumis pour la première fois avant l’échéance telle qu’elle était à la création de la période, divisés par les rapports attendus.
        [PARTNERS_REPORTING] Organisations avec un rapport accepté divisées par celles dont on en attend un.
        [INDICATOR] Les valeurs d’un lieu s’additionnent, puis les lieux et les périodes sont réunis comme l’indicateur le dit. Un ratio est la somme des numérateurs par celle des dénominateurs de la dernière période qui en a.
       *[SEVERITY_WEIGHTED_GAP] Ce que l’atteinte laisse dans les phases 3, 4 et 5 pèse 1, 2 et 3. L’atteinte est attribuée aux phases d’une zone en commençant par la plus sévère, car personne n’observe la sévérité de chaque personne atteinte.
    }
