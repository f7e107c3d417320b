# El cliente web: Ajustes. Borrador: aún no leído por un hablante nativo.

sign-out = Cerrar sesión
sign-out-wipe = Quitar también de este dispositivo mi trabajo sin enviar
sign-out-sure =
    { $count-form ->
        [one] { $count } trabajo no se envió y queda en este dispositivo. ¿Cerrar sesión?
        [many] { $count } de trabajos no se enviaron y quedan en este dispositivo. ¿Cerrar sesión?
       *[other] { $count } trabajos no se enviaron y quedan en este dispositivo. ¿Cerrar sesión?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } trabajo sin enviar se perderá para siempre. ¿Cerrar sesión?
        [many] { $count } de trabajos sin enviar se perderán para siempre. ¿Cerrar sesión?
       *[other] { $count } trabajos sin enviar se perderán para siempre. ¿Cerrar sesión?
    }
forgotten-title = Pedir una contraseña nueva
forgotten-button = Envíenme un enlace
forgotten-done = Si el correo tiene cuenta, un mensaje con un enlace está en camino.
invitation-title = Bienvenido: elija una contraseña
reset-title = Elija una contraseña nueva
password-new = Contraseña nueva
password-rule = Al menos 10 caracteres. Sirven unas palabras que solo usted junta.
password-refused = Esta contraseña no se puede usar. Tome otra.
password-dead = Este enlace ya no vale. Pida uno nuevo.
password-button = Fijar la contraseña
password-done = Su contraseña quedó fijada. Ya puede entrar.

settings-me = Usted
settings-roles = Funciones
settings-unsent =
    { $count-form ->
        [one] { $count } trabajo de este dispositivo no se envió.
        [many] { $count } de trabajos de este dispositivo no se enviaron.
       *[other] { $count } trabajos de este dispositivo no se enviaron.
    }
tokens-title = Claves para programas
tokens-text = Un programa suyo usa una clave en lugar de su contraseña. No puede más que usted.
tokens-none = No tiene claves.
token-name = Para qué es
token-name-missing = Diga para qué es la clave
token-read-only = Solo puede leer
token-create = Hacer una clave
token-made = La clave está hecha.
token-secret = Copie este secreto ahora: se muestra una vez.
token-prefix = Empieza por
token-used = Último uso
token-revoke-sure = El programa que usa esta clave quedará fuera. ¿Retirarla?
access-title = Idioma y contraseña
access-language = Idioma en este dispositivo
access-language-hint = Los correos llegan en { $language }, el idioma de su cuenta.
access-sessions = Una contraseña nueva cierra sus sesiones en todos los dispositivos.
password-change = Enviarme un enlace
password-change-text = Para cambiar la contraseña, pida un enlace por correo: así solo puede hacerlo quien lee su correo.
password-mailed = Un correo con un enlace va en camino.
to-you-title = Correos para usted
to-you-partner = Cuando se abre un mes, antes y después del plazo, y cuando un informe suyo se devuelve o se acepta.
to-you-account = Lo que toca a su cuenta: invitaciones y enlaces para elegir contraseña.
to-you-stop = Todo correo del que puede prescindir lleva un enlace para dejar de recibirlo.
to-you-follow = Seguir por correo
to-you-follow-text = Reciba un correo cuando se publique algo de { $operation }.
to-you-asked = Un correo le pide confirmar. No llega nada más hasta que diga que sí.
token-for = Actúa para
token-for-all = todo lo que puedo hacer
token-may = Puede
token-reads = leer
token-writes = leer y escribir
