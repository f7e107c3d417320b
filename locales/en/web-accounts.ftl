# The web client: Settings.

sign-out = Sign out
sign-out-wipe = Also remove my unsent work from this device
sign-out-sure =
    { $count-form ->
        [one] { $count } piece of work was not sent. It stays on this device until you sign in again. Sign out?
       *[other] { $count } pieces of work were not sent. They stay on this device until you sign in again. Sign out?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } piece of work was not sent and will be lost for good. Sign out?
       *[other] { $count } pieces of work were not sent and will be lost for good. Sign out?
    }
forgotten-title = Ask for a new password
forgotten-button = Send me a link
forgotten-done = If the address has an account, a mail with a link is on its way.
invitation-title = Welcome: choose a password
reset-title = Choose a new password
password-new = New password
password-rule = At least 10 characters. A few words that only you put together are good.
password-refused = This password cannot be used. Take another one.
password-dead = This link is not good any more. Ask for a new one.
password-button = Set the password
password-done = Your password is set. You can sign in with it now.

settings-me = You
settings-roles = Roles
settings-unsent =
    { $count-form ->
        [one] { $count } piece of work on this device was not sent.
       *[other] { $count } pieces of work on this device were not sent.
    }
tokens-title = Tokens for programs
tokens-text = A program of yours uses a token in place of your password. It can do no more than you.
tokens-none = You have no tokens.
token-name = What it is for
token-name-missing = Say what the token is for
token-read-only = It may only read
token-create = Make a token
token-made = The token is made.
token-secret = Copy this secret now: it is shown once.
token-prefix = Begins with
token-used = Last used
token-revoke-sure = The program that uses this token will be shut out. Take it back?
access-title = Language and password
access-language = Language on this device
access-language-hint = Mails come in { $language }, the language of your account.
access-sessions = A new password ends your sessions on every device.
password-change = Mail me a link
password-change-text = To change your password, have a link mailed to you: so only who reads your mail can do it.
password-mailed = A mail with a link is on its way to you.
to-you-title = Mails to you
to-you-partner = When a month opens, before and after it is due, and when a report of yours is returned or accepted.
to-you-account = What belongs to your account: invitations and links to set a password.
to-you-stop = Every mail that you can do without has a link that ends it.
to-you-follow = Follow by mail
to-you-follow-text = Get a mail when something of { $operation } is published.
to-you-asked = A mail asks you to confirm. Nothing else comes until you say yes.
token-for = It acts for
token-for-all = all that I may do
token-may = It may
token-reads = read
token-writes = read and write
