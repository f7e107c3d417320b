# Notices: following, choosing, stopping.

subscription-title = ¿Quiere seguir { $title }?
subscription-preview = No recibirá nada más si no dice que sí.
subscription-text = Alguien, probablemente usted, nos pidió escribir a esta dirección cuando haya novedades: { $title }.
subscription-button = Sí, escríbanme
subscription-reason = Si no fue usted, no tiene que hacer nada: no recibirá nada más.

# Below every notice.
notice-reason = Pidió recibir novedades de: { $title }.
notice-stop = Dejar de recibir estos mensajes (un clic, sin iniciar sesión)
notice-choose = Elegir qué recibe

page-confirm-text = Le escribimos cuando haya novedades: { $title }. Un clic basta para dejarlo en cualquier momento.
page-confirmed-title = Usted sigue { $title }
page-confirmed-text = Escribimos cuando hay novedades. Cada mensaje lleva un enlace que los detiene con un clic.
page-stop-title = ¿Dejar de recibir mensajes sobre { $title }?
page-stop-text = No recibirá nada más, ni siquiera lo que ya espera su envío.
page-stop-button = Dejar de recibir estos mensajes
page-stopped-title = No habrá más mensajes sobre { $title }
page-stopped-text = Hecho. Puede retomarlo en cualquier momento.
page-choose-title = Elegir qué recibe
page-choose-text = Las novedades se envían a esta dirección:
page-choose-legend = Escríbanme sobre
page-choose-language = Idioma de los mensajes
page-choose-button = Guardar
page-choose-saved = Su elección está guardada.

page-subscribed-title = Revise su correo
page-subscribed-text = Le hemos escrito. No se envía nada más hasta que confirme con el enlace de ese mensaje.
