# The page behind a shared link.

shared-title = Où en est la réponse éducative
shared-period = Période
shared-dates = du { $from } au { $to }
shared-number = Version
shared-services = Services fournis
shared-services-note = Somme de toutes les activités : un enfant peut compter plusieurs fois
shared-upper-bound = Borne supérieure
shared-upper-bound-note = Somme des nouvelles personnes : on n’a pas pu en atteindre davantage
shared-severity = Sévérité
shared-weighted = Écart pondéré
shared-gaps-heading = Ce qui manque, et où c’est le plus sévère
shared-gaps-caption = Personnes par zone, le plus grand écart pondéré par la sévérité en premier.
shared-presence-heading = Qui est où
shared-presence-caption = Organisations actives et leurs activités, par zone.
shared-organisations = Organisations
shared-activities = Activités
shared-nobody = personne
shared-severity-method = Sévérité : personne ne l’observe pour chaque enfant atteint. Ce qui a été atteint dans une zone est attribué à ses phases en commençant par la plus sévère ; ce qui reste dans les phases 3, 4 et 5 pèse 1, 2 et 3. Là où personne n’a fait rapport, personne n’est compté comme atteint.
shared-published-method = Ce sont les chiffres du dernier mois publié. Ce qui a changé depuis attend la prochaine publication.
shared-expires = Ce lien mène ici jusqu’au { $date }.
shared-nothing-title = Rien n’a encore été publié
shared-nothing-text = Le lien est bon. Les chiffres seront ici dès la publication du premier mois.
shared-take-text = Les mêmes chiffres pour d’autres programmes, avec des balises HXL.
shared-fingerprint = Empreinte de cette publication (SHA-256) :
shared-table =
    { $table ->
        [PRESENCE] Qui fait quoi où
        [OPERATIONAL_PRESENCE] Présence opérationnelle
        [GAPS] Écarts
        [UNCOVERED] Zones sans personne d’actif
        [COMPLETENESS_BY_AREA] Complétude des rapports
       *[QUALITY] Qualité des rapports
    }

# A calendar of deadlines.
calendar-opens = Ouverture des rapports pour { $plan } : du { $from } au { $to }
calendar-due = Échéance des rapports pour { $plan } : du { $from } au { $to }
calendar-closed = La période est close.
