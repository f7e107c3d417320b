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

page-invitation-title = Welcome, { $name }
page-invitation-text = Choose a password for the account { $email }. Your role: { $role }.
page-invitation-done = Your account is ready
page-password-text = Choose a new password for the account { $email }. It ends every session that is open.
page-password-label = New password
page-password-rule = At least 10 characters. A few words that only you put together are good.
page-password-refused = This password cannot be used
page-password-done = Your new password is set
page-password-done-text = You can sign in with it now.
page-sign-in = Sign in
