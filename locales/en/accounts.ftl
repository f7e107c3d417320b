# Accounts: their mails and pages.

# The name of a role, after a colon.
role =
    { $role ->
        [SYSTEM_ADMIN] administrator
        [COORDINATOR] coordinator
        [CO_COORDINATOR] co-coordinator
        [SUBNATIONAL_COORDINATOR] sub-national coordinator
        [IMO] information management officer
        [PARTNER_FOCAL_POINT] partner focal point
        [PARTNER_EDITOR] partner editor
        [GOVERNMENT] government counterpart
        [DONOR] donor
       *[VIEWER] reader
    }

invitation-title = { $inviter } invites you to Darasa
invitation-text = On Darasa those who respond to an emergency coordinate education together. You are invited in this role: { $role }.
invitation-button = Accept the invitation
invitation-reason = You get this mail because { $inviter } gave your address. If you did not expect it, you need not do anything.
link-validity = The link works once, until { $moment }.
password-title = Set a new password
password-text = Someone, probably you, asked for a new password of your Darasa account.
password-reason = If it was not you, you need not do anything: your password stays as it is.
