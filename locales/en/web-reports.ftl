# The web client: Reports.

status-DRAFT = Draft
status-SUBMITTED = Submitted
status-RETURNED = Returned
status-ACCEPTED = Accepted
reports-changed = Last change
reports-none = No report fits
reports-none-text = Choose another month or status.

report-title = Report of { $month }
report-version = version { $version }, { $moment }
report-note = What to mend:
report-draft-here = You go on with the draft on this device.
report-forward =
    { $count-form ->
        [one] { $count } row of your last report was copied, without its figures.
       *[other] { $count } rows of your last report were copied, without their figures.
    }
report-forward-text = Nothing is sent until you send it; every change is kept on this device.
report-nil = There is nothing to report this month
report-rows = What you did, where, for whom
report-add-row = Add a row
report-row-nil = Nothing to report here
report-newPeople = New
report-value = Value
report-was = last: { $value }
report-number-only = A whole number
report-empty-row = { $what }: no figure entered. Empty is not zero: enter a number, 0, or mark it as nothing to report.
report-no-rows = Add a row, or say that there is nothing to report.
report-entered =
    { $count-form ->
        [one] { $count } person entered
       *[other] { $count } people entered
    }
report-kept = Kept on this device.
report-keeping = Keeping on this device …
report-device-full = This device has no room left. Download a copy now.
report-download = Download a copy
report-discard = Discard
report-discard-sure = The draft on this device will be lost. Discard it?
report-save = Save as draft
report-send = Send report
report-queued = Kept on this device. It is sent as soon as there is a connection.
report-queued-draft = Kept on this device. The draft is saved on the server as soon as there is a connection.
modality-IN_KIND = In kind
modality-SERVICE = Service
modality-CASH = Cash
modality-VOUCHER = Voucher
add-row-indicator = Activity and indicator
add-row-area = Area
add-row-modality = How it was delivered
add-row-indicator-missing = Choose what was done
add-row-area-missing = Choose where
add-row-taken = This activity is in the report for this area already

unsent-send-now = Send now
unsent-export = Download my unsent work
unsent-waiting = Waiting to be sent
unsent-none = Nothing waits.
unsent-drafts = Drafts on this device
unsent-draft-saved = kept { $moment }
unsent-edit = Mend it
unsent-receipts = Receipts
receipts-none = Nothing was sent from this device yet.
receipt-version = Version
receipt-at = Received
parcel-waiting = Waiting
parcel-sending = Sending
parcel-attention = Needs you
conflict-text = Somebody else changed this report on { $moment }. What does not collide is merged already. Choose what stands:
conflict-settle = Send with these choices
invalid-text = The server cannot take it like this:
locked-text = The report is closed. What you entered stays here as a proposed correction.
refused-text = The server refused it.

report-only-returned = Only what came back may be changed: { $number }. You may add rows.
report-row-closed = This row is fine as it is.
report-review = Review this report

report-nil-undo = Report something after all
report-nothing = Nothing to report this month
report-nothing-send = Send: nothing to report
report-nothing-text = A report that says so is sent at once. That is an answer, too: nobody asks you for this month again.
report-nothing-rows = The figures that you entered go.
report-carry = Copy last month forward
report-carry-do = Copy
report-carry-text = Rows of your last report that are missing here are added. What you entered stays.
report-carry-people = Also enter the people of then as counted before, where nothing is entered yet
report-carried = Last month is copied. Check every figure before you send.
report-paste-hint = You can paste several cells of a spreadsheet: choose the first field, then paste. One or two columns go down the groups; more go across, a line for each row.
report-choices-unread = Projects, groups and places could not be read. You can go on with the rows that are here.
report-undo = Undo
report-denominator = Of
row-project = Project
row-project-none = None
row-status = How far
row-status-PLANNED = Planned
row-status-ONGOING = Going on
row-status-COMPLETED = Done
row-status-SUSPENDED = Stopped for a time
row-status-CANCELLED = Given up
row-total = Everyone together
row-apart = How people are told apart
row-apart-text = These are the ways that the plan asks for. One that holds figures stays until they are emptied.
add-row-site = Site
add-row-site-none = No particular site
conflict-cell = What
conflict-side-mine = Mine
conflict-side-theirs = Theirs
conflict-who = Who changed it, when
conflict-you = You, elsewhere
conflict-other = Somebody else
conflict-program = The program
conflict-all-mine = All mine
conflict-all-theirs = All theirs
conflict-open = { $what }: choose what stands
correction = Proposed correction
correction-stands = What stands
correction-again = Try again, once it is open
unsent-drafts-none = No drafts.
unsent-send = Send
unsent-file = Read in unsent work from a file
unsent-file-hint = A .json file that was downloaded here or on another device. It becomes a draft; nothing is sent by itself.
unsent-file-wrong = { $name } is no file of unsent work, or it is damaged. Nothing was read in.
unsent-file-full = This device has no room left. Not everything was read in.
receipt-number = Number
report-pasted =
    { $count-form ->
        [one] { $count } cell was filled.
       *[other] { $count } cells were filled.
    }
report-pasted-left =
    { $count-form ->
        [one] { $count } had no place and was left out.
       *[other] { $count } had no place and were left out.
    }
unsent-file-read =
    { $count-form ->
        [one] { $count } draft was read in.
       *[other] { $count } drafts were read in.
    }
live-differs =
    { $count-form ->
        [one] { $count } figure differs between you and the other side. Yours stands here; when you send the report you are asked which is right.
       *[other] { $count } figures differ between you and the other side. Yours stand here; when you send the report you are asked which are right.
    }
report-reopen = Open again
report-reopen-sure = Open this accepted report again?
report-reopen-text = Its figures count no more until it is accepted anew. Its partner gets your reason by mail.
report-reopen-closed = This month is closed: its partner can mend the report once you open the month again, too.
report-reopen-why = Why, and what is to be mended
report-reopen-missing = Say why: the partner reads it
report-reopen-rows = Only some of its rows
report-reopen-rows-text = Where you choose some, only these may be changed, and rows be added. Else all may be.
report-reopened = The report is open again.
add-row-group = Whom the whole row is about
add-row-group-hint = Only where all its people are of one group
add-row-group-none = No particular group
row-more = Units, costs, remarks
row-units = Delivered: { $unit }
row-amount = Spent
row-currency = Currency
row-remarks = Remarks
row-number = A number
row-currency-wrong = { $what }: write the three letters of the currency, such as USD
row-out = Take this row out
row-out-sure = Take out { $what }? Its figures go.
row-clean = cluster: { $value }
row-clean-why = Why the cluster counts { $group } otherwise
unsent-forms = Forms that were not saved
report-first-sent = first sent { $moment }
report-decided = decided { $moment }
sheet-issues = Nothing was taken, because something is wrong in these rows. Mend the file and bring it again.
sheet-more = And more: { $number }
sheet-checked = The file with remarks beside its cells
sheet-again = Bring the mended file
sheet-itself = The file itself
