# Notices: following, choosing, stopping.

subscription-title = Do you want to follow { $title }?
subscription-preview = Nothing more comes unless you say yes.
subscription-text = Someone, probably you, asked us to write to this address when there is news of { $title }.
subscription-button = Yes, write to me
subscription-reason = If it was not you, you need not do anything: nothing more comes.

# Below every notice.
notice-reason = You asked for news of { $title }.
notice-stop = Stop these mails (one click, no sign-in)
notice-choose = Choose what you get

page-confirm-text = We write to you when there is news of { $title }. One click stops it at any time.
page-confirmed-title = You follow { $title }
page-confirmed-text = We write when there is news. Every mail has a link that stops them by one click.
page-stop-title = Stop mails about { $title }?
page-stop-text = Nothing more comes, not even what is on its way out already.
page-stop-button = Stop these mails
page-stopped-title = No more mails about { $title }
page-stopped-text = It is stopped. You can take it up again at any time.
page-choose-title = Choose what you get
page-choose-text = News goes to this address:
page-choose-legend = Write to me about
page-choose-language = Language of the mails
page-choose-button = Save
page-choose-saved = Your choice is saved.

page-subscribed-title = Look into your mailbox
page-subscribed-text = We have written to you. Nothing more is sent until you press the button behind the link in that mail.
