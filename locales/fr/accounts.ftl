# Accounts: their mails and pages.

# The name of a role, after a colon.
role =
    { $role ->
        [SYSTEM_ADMIN] administration
        [COORDINATOR] coordination
        [CO_COORDINATOR] co-coordination
        [SUBNATIONAL_COORDINATOR] coordination infranationale
        [IMO] gestion de l’information
        [PARTNER_FOCAL_POINT] point focal du partenaire
        [PARTNER_EDITOR] rédaction pour le partenaire
        [GOVERNMENT] homologue gouvernemental
        [DONOR] bailleur
       *[VIEWER] lecture
    }

invitation-title = { $inviter } vous invite sur Darasa
invitation-text = Sur Darasa, les acteurs qui répondent à une urgence coordonnent l’éducation ensemble. Vous êtes invité dans ce rôle : { $role }.
invitation-button = Accepter l’invitation
invitation-reason = Vous recevez ce message parce que { $inviter } a indiqué votre adresse. Si vous ne l’attendiez pas, vous n’avez rien à faire.
link-validity = Le lien fonctionne une seule fois, jusqu’au { $moment }.
password-title = Définir un nouveau mot de passe
password-text = Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour votre compte Darasa.
password-reason = Si ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste le même.
