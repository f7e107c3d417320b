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
role-SYSTEM_ADMIN = Administrador
role-COORDINATOR = Coordinador
role-CO_COORDINATOR = Cocoordinador
role-SUBNATIONAL_COORDINATOR = Coordinador subnacional
role-IMO = Responsable de gestión de la información
role-PARTNER_FOCAL_POINT = Punto focal del socio
role-PARTNER_EDITOR = Redactor del socio
role-GOVERNMENT = Representante del gobierno
role-DONOR = Donante
role-VIEWER = Lector
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
