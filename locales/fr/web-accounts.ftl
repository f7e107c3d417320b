# Le client web : Réglages. Brouillon : pas encore relu par un locuteur natif.

sign-out = Se déconnecter
sign-out-wipe = Retirer aussi de cet appareil mon travail non envoyé
sign-out-sure =
    { $count-form ->
        [one] { $count } travail n’a pas été envoyé et reste sur cet appareil. Se déconnecter ?
        [many] { $count } de travaux n’ont pas été envoyés et restent sur cet appareil. Se déconnecter ?
       *[other] { $count } travaux n’ont pas été envoyés et restent sur cet appareil. Se déconnecter ?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } travail non envoyé sera perdu pour de bon. Se déconnecter ?
        [many] { $count } de travaux non envoyés seront perdus pour de bon. Se déconnecter ?
       *[other] { $count } travaux non envoyés seront perdus pour de bon. Se déconnecter ?
    }
forgotten-title = Demander un nouveau mot de passe
forgotten-button = Envoyez-moi un lien
forgotten-done = Si l’adresse a un compte, un courriel avec un lien est en route.
invitation-title = Bienvenue : choisissez un mot de passe
reset-title = Choisissez un nouveau mot de passe
password-new = Nouveau mot de passe
password-rule = Au moins 10 caractères. Quelques mots que vous seul réunissez conviennent bien.
password-refused = Ce mot de passe ne peut pas servir. Prenez-en un autre.
password-dead = Ce lien n’est plus valable. Demandez-en un nouveau.
password-button = Fixer le mot de passe
password-done = Votre mot de passe est fixé. Vous pouvez vous connecter.

settings-me = Vous
settings-roles = Rôles
settings-unsent =
    { $count-form ->
        [one] { $count } travail sur cet appareil n’a pas été envoyé.
        [many] { $count } de travaux sur cet appareil n’ont pas été envoyés.
       *[other] { $count } travaux sur cet appareil n’ont pas été envoyés.
    }
tokens-title = Jetons pour programmes
tokens-text = Un programme à vous emploie un jeton au lieu de votre mot de passe. Il ne peut rien de plus que vous.
tokens-none = Vous n’avez pas de jetons.
token-name = À quoi il sert
token-name-missing = Dites à quoi sert le jeton
token-read-only = Il peut seulement lire
token-create = Faire un jeton
token-made = Le jeton est fait.
token-secret = Copiez ce secret maintenant : il est montré une fois.
token-prefix = Commence par
token-used = Dernier emploi
token-revoke-sure = Le programme qui emploie ce jeton sera exclu. Le reprendre ?
access-title = Langue et mot de passe
access-language = Langue sur cet appareil
access-language-hint = Les courriels arrivent en { $language }, la langue de votre compte.
access-sessions = Un nouveau mot de passe met fin à vos sessions sur tous les appareils.
password-change = M’envoyer un lien
password-change-text = Pour changer de mot de passe, faites-vous envoyer un lien : ainsi, seul qui lit votre courrier peut le faire.
password-mailed = Un courriel avec un lien est en route.
to-you-title = Courriels qui vous sont adressés
to-you-partner = À l’ouverture d’un mois, avant et après l’échéance, et quand un de vos rapports est renvoyé ou accepté.
to-you-account = Ce qui concerne votre compte : invitations et liens pour choisir un mot de passe.
to-you-stop = Chaque courriel dont vous pouvez vous passer contient un lien pour l’arrêter.
to-you-follow = Suivre par courriel
to-you-follow-text = Recevez un courriel quand quelque chose est publié pour { $operation }.
to-you-asked = Un courriel vous demande de confirmer. Rien d’autre n’arrive avant votre oui.
token-for = Il agit pour
token-for-all = tout ce que je peux faire
token-may = Il peut
token-reads = lire
token-writes = lire et écrire
