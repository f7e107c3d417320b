# Notices: following, choosing, stopping.

subscription-title = Quer seguir { $title }?
subscription-preview = Não receberá mais nada sem o seu acordo.
subscription-text = Foi-nos pedido, provavelmente por si, que escrevêssemos para este endereço quando houvesse novidades: { $title }.
subscription-button = Sim, escrevam-me
subscription-reason = Se o pedido não foi seu, não precisa de fazer nada: não receberá mais nada.

# Below every notice.
notice-reason = Pediu para receber novidades de: { $title }.
notice-stop = Parar estas mensagens (um clique, sem iniciar sessão)
notice-choose = Escolher o que recebe

page-confirm-text = Escrevemos-lhe quando houver novidades: { $title }. Um clique basta para parar a qualquer momento.
page-confirmed-title = Está a seguir { $title }
page-confirmed-text = Escrevemos quando há novidades. Cada mensagem tem uma ligação que permite parar com um clique.
page-stop-title = Parar as mensagens sobre { $title }?
page-stop-text = Não receberá mais nada, nem o que já aguarda envio.
page-stop-button = Parar estas mensagens
page-stopped-title = Não haverá mais mensagens sobre { $title }
page-stopped-text = Está feito. Pode retomar a qualquer momento.
page-choose-title = Escolher o que recebe
page-choose-text = As novidades são enviadas para este endereço:
page-choose-legend = Escrevam-me sobre
page-choose-language = Língua das mensagens
page-choose-button = Guardar
page-choose-saved = A sua escolha está guardada.

page-subscribed-title = Veja o seu correio
page-subscribed-text = Escrevemos-lhe. Nada mais é enviado até confirmar pela ligação dessa mensagem.
