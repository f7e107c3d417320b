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
        [DONOR] donateur
       *[VIEWER] lecture
    }

invitation-title = { $inviter } vous invite sur Darasa
invitation-text = Sur Darasa, les acteurs qui répondent à une urgence coordonnent l’éducation ensemble. Le rôle qui vous est proposé : { $role }.
invitation-button = Accepter l’invitation
invitation-reason = Vous recevez ce message parce que { $inviter } a indiqué votre adresse. Si vous ne l’attendiez pas, vous n’avez rien à faire.
link-validity = Le lien fonctionne une seule fois, jusqu’au { $moment }.
password-title = Définir un nouveau mot de passe
password-text = Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour votre compte Darasa.
password-reason = Si ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste le même.

page-invitation-title = Bienvenue, { $name }
page-invitation-text = Choisissez un mot de passe pour le compte { $email }. Votre rôle : { $role }.
page-invitation-done = Votre compte est prêt
page-password-text = Choisissez un nouveau mot de passe pour le compte { $email }. Toutes les sessions ouvertes seront fermées.
page-password-label = Nouveau mot de passe
page-password-rule = Au moins 10 caractères. Quelques mots que personne d’autre ne réunirait conviennent bien.
page-password-refused = Ce mot de passe ne peut pas être utilisé
page-password-done = Votre nouveau mot de passe est enregistré
page-password-done-text = Vous pouvez maintenant vous connecter avec ce mot de passe.
page-sign-in = Se connecter
