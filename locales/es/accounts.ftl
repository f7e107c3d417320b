# Accounts: their mails and pages.

# The name of a role, after a colon.
role =
    { $role ->
        [SYSTEM_ADMIN] administración
        [COORDINATOR] coordinación
        [CO_COORDINATOR] cocoordinación
        [SUBNATIONAL_COORDINATOR] coordinación subnacional
        [IMO] gestión de la información
        [PARTNER_FOCAL_POINT] punto focal del socio
        [PARTNER_EDITOR] redacción para el socio
        [GOVERNMENT] contraparte gubernamental
        [DONOR] donante
       *[VIEWER] lectura
    }

invitation-title = { $inviter } le invita a Darasa
invitation-text = En Darasa, quienes responden a una emergencia coordinan juntos la educación. Se le invita con este papel: { $role }.
invitation-button = Aceptar la invitación
invitation-reason = Recibe este mensaje porque { $inviter } indicó su dirección. Si no lo esperaba, no tiene que hacer nada.
link-validity = El enlace funciona una sola vez, hasta el { $moment }.
password-title = Elegir una contraseña nueva
password-text = Alguien, probablemente usted, pidió una contraseña nueva para su cuenta de Darasa.
password-reason = Si no fue usted, no tiene que hacer nada: su contraseña sigue igual.

page-invitation-title = Le damos la bienvenida, { $name }
page-invitation-text = Elija una contraseña para la cuenta { $email }. Su papel: { $role }.
page-invitation-done = Su cuenta está lista
page-password-text = Elija una contraseña nueva para la cuenta { $email }. Se cerrarán todas las sesiones abiertas.
page-password-label = Contraseña nueva
page-password-rule = Al menos 10 caracteres. Unas palabras que nadie más juntaría van bien.
page-password-refused = Esta contraseña no se puede usar
page-password-done = Su contraseña nueva está guardada
page-password-done-text = Ya puede iniciar sesión con ella.
page-sign-in = Iniciar sesión
