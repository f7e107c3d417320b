# Notices: following, choosing, stopping.

subscription-title = Voulez-vous suivre { $title } ?
subscription-preview = Vous ne recevrez rien d’autre sans votre accord.
subscription-text = Quelqu’un, probablement vous, nous a demandé d’écrire à cette adresse quand il y a du nouveau : { $title }.
subscription-button = Oui, écrivez-moi
subscription-reason = Si ce n’était pas vous, vous n’avez rien à faire : vous ne recevrez rien d’autre.

# Below every notice.
notice-reason = Vous avez demandé des nouvelles de : { $title }.
notice-stop = Arrêter ces messages (un clic, sans connexion)
notice-choose = Choisir ce que vous recevez

page-confirm-text = Nous vous écrivons quand il y a du nouveau : { $title }. Un clic suffit pour arrêter à tout moment.
page-confirmed-title = Vous suivez { $title }
page-confirmed-text = Nous écrivons quand il y a du nouveau. Chaque message contient un lien qui les arrête en un clic.
page-stop-title = Arrêter les messages sur { $title } ?
page-stop-text = Vous ne recevrez plus rien, pas même ce qui est en attente d’envoi.
page-stop-button = Arrêter ces messages
page-stopped-title = Plus de messages sur { $title }
page-stopped-text = C’est arrêté. Vous pouvez reprendre à tout moment.
page-choose-title = Choisir ce que vous recevez
page-choose-text = Les nouvelles sont envoyées à cette adresse :
page-choose-legend = Écrivez-moi au sujet de
page-choose-language = Langue des messages
page-choose-button = Enregistrer
page-choose-saved = Votre choix est enregistré.

page-subscribed-title = Consultez votre messagerie
page-subscribed-text = Nous vous avons écrit. Rien d’autre ne part tant que vous n’avez pas confirmé par le lien de ce message.
