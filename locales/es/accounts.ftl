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
