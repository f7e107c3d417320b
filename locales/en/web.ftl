# The web client for coordinators and partners.

skip = Skip to content
navigation = Main
menu = Menu
language = Language
loading = Loading
close = Close
more = More
try-again = Try again
nil = Nothing to report
translation-draft = This translation is a draft: no native speaker has read it yet.
update-text = A new version of Darasa is ready.
update-button = Reload with the new version
copy-from = No connection. You see a copy from { $moment }.
not-found-title = There is nothing at this address
not-found-back = Back to this month
screen-offline-title = This screen is not on this device yet
screen-offline-text = Connect once, and it opens without a network from then on.
error-offline = The server cannot be reached. What you entered is kept on this device.
error-not-found = This does not exist, or is not open to you
error-failed = This did not work
error-request = Tell us this number:
errors-title =
    { $count-form ->
        [one] { $count } thing to mend
       *[other] { $count } things to mend
    }
no-plan-title = There is no response plan yet
no-plan-text = When the coordinators of your operation begin a plan, it appears here.

nav-home = This month
nav-reports = Reports
nav-unsent = On this device
nav-situation = Situation
nav-plan = Response plan
nav-search = Search
nav-settings = Settings
nav-help = Help

sync-online = Online
sync-offline = Offline
sync-sending = Sending
sync-waiting =
    { $count-form ->
        [one] { $count } report waits on this device
       *[other] { $count } reports wait on this device
    }
sync-attention =
    { $count-form ->
        [one] { $count } report needs you
       *[other] { $count } reports need you
    }
sync-last = last sent { $moment }
sync-received = { $title } was received, version { $version }.

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgotten = Forgotten your password?
sign-in-email-missing = Enter your e-mail address, such as name@example.org
sign-in-password-missing = Enter your password
sign-in-wrong = The address or the password is wrong
sign-in-too-often = Too many attempts. Wait a quarter of an hour, or ask for a new password.
sign-in-lapsed-title = Please sign in again
sign-in-lapsed-text = Your session is over. Nothing is lost: what you entered is kept on this device and is sent once you have signed in.
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

home-period = reports of { $month }
home-due =
    { $count-form ->
        [one] due in { $count } day
       *[other] due in { $count } days
    }
home-overdue =
    { $count-form ->
        [one] due { $count } day ago
       *[other] due { $count } days ago
    }
home-now = Needs you now
home-attention =
    { $count-form ->
        [one] { $count } report could not be sent as it is
       *[other] { $count } reports could not be sent as they are
    }
home-attention-text = Nothing is lost. See what is in the way, and decide.
home-look = Look
home-open = Open
home-begin = Begin
home-returned = The report of { $month } was returned
home-draft = The report of { $month } is begun
home-report-due = The report of { $month } is due
home-report-by = Due by { $day }
home-review =
    { $count-form ->
        [one] { $count } report waits for your review
       *[other] { $count } reports wait for your review
    }
home-review-text = Only accepted reports count.
home-review-button = Review
home-device-drafts =
    { $count-form ->
        [one] { $count } draft on this device
       *[other] { $count } drafts on this device
    }
home-device-drafts-text = Nobody else has it until you send it.
home-nothing = Nothing waits for you
home-nothing-text = You are up to date.
home-figures = Key figures
home-of-target = of { $target } targeted

figure-reached = Reached
figure-submitted = Submitted, not yet accepted
figure-submitted-note = no part of any public figure
figure-partners = Partners reporting
figure-completeness = Reports accepted
figure-need = In need
figure-target = Targeted
figure-gap = Still to reach
figure-progress = Share of target
figure-of = { $part } of { $whole }
figure-open = { $name }: { $value }. How this figure is made
figure-title = { $name }: how this figure is made
figure-as-of = As of
figure-never = nothing accepted yet
figure-source = Source
figure-method = Method
figure-words = In words
figure-method-reach = In each place and for each group of children the largest count over all activities and months is taken; different places and groups are added. A child who got a book and a lesson counts once.
figure-method-other = The source above says what it is made from. Only accepted reports and the published plan count.
figure-null = A dash means that nobody said. Zero means zero.
rows-title = Rows behind it
rows-none = No accepted row is behind this figure that you may see.
rows-note = People are counted per row: new and counted before together. Rows do not add up to the people reached.
rows-first = These are the first 100 rows.
rows-activity = Activity
rows-place = Place
rows-partner = Partner
rows-period = Period
rows-people = People

situation-areas = By area
situation-area = Area
situation-picture = Picture
situation-missing = Missing
situation-unreported = Not reported
situation-of-target = of the target
situation-up-to = Up to { $day }
situation-plan-version = Plan version { $version }
situation-accepted = Accepted reports only

plan-activity = Activity
plan-indicator = Indicator
plan-value = So far
plan-target = Units planned
plan-no-objective = Without an objective
plan-no-indicator = No indicator yet
plan-empty = The plan has no activities yet
plan-versions = Published versions
plan-version = Version { $number }, { $day }
plan-never-published = It was never published.

status-DRAFT = Draft
status-SUBMITTED = Submitted
status-RETURNED = Returned
status-ACCEPTED = Accepted
reports-status = Status
reports-period = Month
reports-partner = Partner
reports-cluster = Cluster
reports-changed = Last change
reports-any = All
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
report-is-nil = The partner has nothing to report for this month.
report-rows = What you did, where, for whom
report-add-row = Add a row
report-row-nil = Nothing to report here
report-group = Group
report-newPeople = New
report-repeatPeople = Counted before
report-value = Value
report-was = last: { $value }
report-number-only = A whole number
report-no-number = { $what }: “{ $text }” is no number. Write digits only.
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

review-look = Look at these first
review-row = Row { $row }
review-decide = Your decision
review-note = What the partner should mend
review-note-missing = Say what the partner should mend
review-accept = Accept
review-return = Return with this note
review-accepted = The report is accepted.
review-returned = The report was returned to the partner.
review-conflict = Somebody changed this report meanwhile. Load it anew and look again.

unsent-send-now = Send now
unsent-export = Download my unsent work
unsent-waiting = Waiting to be sent
unsent-none = Nothing waits.
unsent-drafts = Drafts on this device
unsent-draft-saved = kept { $moment }
unsent-edit = Mend it
unsent-receipts = Receipts
receipts-none = Nothing was sent from this device yet.
receipt-what = Report
receipt-version = Version
receipt-at = Received
parcel-waiting = Waiting
parcel-sending = Sending
parcel-attention = Needs you
conflict-text = Somebody else changed this report on { $moment }. What does not collide is merged already. Choose what stands:
conflict-mine = Mine: { $value }
conflict-theirs = Theirs: { $value }
conflict-settle = Send with these choices
invalid-text = The server cannot take it like this:
locked-text = The report is closed. What you entered stays here as a proposed correction.
refused-text = The server refused it.
field-newPeople = new
field-repeatPeople = counted before
field-value = value
field-denominator = denominator
field-status = status
field-nil = nothing to report
field-units = units
field-amount = amount
field-currency = currency
field-remarks = remarks
field-row = row

settings-me = You
settings-name = Name
settings-roles = Roles
settings-unsent =
    { $count-form ->
        [one] { $count } piece of work on this device was not sent.
       *[other] { $count } pieces of work on this device were not sent.
    }
role-SYSTEM_ADMIN = Administrator
role-COORDINATOR = Coordinator
role-CO_COORDINATOR = Co-coordinator
role-SUBNATIONAL_COORDINATOR = Sub-national coordinator
role-IMO = Information management officer
role-PARTNER_FOCAL_POINT = Partner focal point
role-PARTNER_EDITOR = Partner editor
role-GOVERNMENT = Government counterpart
role-DONOR = Donor
role-VIEWER = Reader
tokens-title = Tokens for programs
tokens-text = A program of yours uses a token in place of your password. It can do no more than you.
tokens-none = You have no tokens.
token-name = What it is for
token-name-missing = Say what the token is for
token-days = Good for how many days (1 to 366)
token-days-wrong = Enter a whole number from 1 to 366
token-read-only = It may only read
token-create = Make a token
token-made = The token is made.
token-secret = Copy this secret now: it is shown once.
token-prefix = Begins with
token-ends = Ends
token-used = Last used
token-revoke = Take back
token-revoke-sure = The program that uses this token will be shut out. Take it back?
token-revoked = taken back

search-label = What are you looking for?
search-hint = The name of a partner or an activity; accents do not matter
search-none = Nothing was found
search-none-text = Try a shorter word.
search-partners = Partners
search-activities = Activities

help-title-month = The month
help-text-month = A period opens, partners report what they did, where and for whom, and the cluster accepts each report or returns it with a note. Only accepted reports count.
help-title-offline = Without a network
help-text-offline = Every change is kept on this device within a second. What you send waits here until there is a connection, is sent once however often it is tried, and ends with a receipt. “On this device” shows all of it.
help-title-conflict = When two people change the same report
help-text-conflict = Changes that do not collide are merged. Where both changed the same cell you see both values and choose. Nothing is overwritten in silence.
help-title-null = Empty, zero, nothing to report
help-text-null = Empty means that nobody said. Zero is a number. “Nothing to report” says that nothing was done there this month.
help-title-figures = Where a figure comes from
help-text-figures = Every underlined figure opens: its method, as of when, its source, and the rows behind it as far as you may see them.
help-title-keys = With the keyboard
help-text-keys = Tab moves on, Shift and Tab move back, Enter opens, Escape closes. The first Tab on each screen offers to skip to the content.

## Review

nav-review = Review
not-now = Not now
error-offline-act = The server cannot be reached. Nothing was changed; try again once there is a connection.
error-changed = Somebody changed this meanwhile. You see it as it stands now; look again.
review-title = Review: { $waiting } waiting
review-keys = Riskiest first
review-key-row = row
review-key-accept = accept
review-key-return = return
review-key-comment = figures and comments
review-queue = Queue, riskiest first
review-none = No reports to review
review-none-text = Everything that was sent is decided.
review-none-link = See the accepted reports
review-flags = Flags: { $flags }
review-no-flags = no flags
review-accept-calm = Accept those without flags: { $number }…
review-calm-title = Accept reports without flags: { $number }?
review-calm-text = They count at once. If one of them was changed meanwhile, none is accepted.
review-many-changed = Nothing was accepted, because this was changed or decided meanwhile: { $who }
review-sent = Sent { $moment }
review-whole = The whole report
review-services = Services counted
review-services-before = { $month }: { $value }
review-first-report = no report before this one
review-rows = Rows
review-rows-nil = nothing to report in { $number }
review-settle = Flags to settle
review-more-risks = And more of the same kinds: { $number }
review-since = Changed since it was accepted
review-since-none = It says the same as when it was accepted.
since-ADDED = New row
since-CHANGED = Changed
since-REMOVED = Removed
review-only-flagged = only with flags or comments
review-place = Place and activity
review-before = Before
review-now = Now
review-change = Change
review-new = new
review-flag = Flag
review-decision = Decision
review-back = Return
review-figures = Figures
review-commented = commented
review-cleaned = Corrected
review-first-rows = These are the first 100 rows; open the whole report for the others.
review-row-note = What to mend in row { $row }
review-row-note-missing = Row { $row }: say what the partner should mend
review-note-all = A note to the partner about the whole report
review-count = Fine: { $accept } · to return: { $back }
review-count-text = Only the rows that you return may then be changed.
review-return-rows = Return these rows: { $number }
review-talk = About the whole report
review-talk-row = Comments on this row
talk-missing = Write what you want to say
talk-said = Your comment is sent.
talk-resolved = The comment is settled.
talk-reopened = The comment is open again.
talk-answer = Answer
talk-settled = Settled
talk-settle = Settle
talk-reopen = Open again
talk-new = A new comment, which the partner reads
talk-about = About
talk-row = the whole row
talk-say = Send the comment
clean-partner = The partner said
clean-counts = What counts
clean-stale = the partner has changed the figure since: look again
clean-restore = Take the correction back
clean-restored = The partner’s figure counts again.
clean-begin = Correct figures
clean-why = Why
clean-why-hint = What the partner said stays beside it. They read this.
clean-why-missing = Say why the figure is corrected
clean-nothing = Change a figure first
clean-save = Keep the corrections
clean-done = The corrections count now.
risk-ABOVE_IN_NEED = Above in need
risk-WRONG_TOTAL = Total below its parts
risk-ABOVE_TARGET = Above target
risk-JUMP = Jump
risk-DUPLICATE = Possible duplicate
risk-OVERLAP = Area beside a place in it
risk-MISSING_SPLITS = Split missing
risk-text-ABOVE_IN_NEED = all partners together report { $figure } in { $where }, where { $compared } are in need.
risk-text-WRONG_TOTAL = the total is { $figure }, its parts come to { $compared }.
risk-text-ABOVE_TARGET = all partners together report { $figure } in { $where }; { $compared } are targeted.
risk-text-JUMP = { $compared } the time before, { $figure } now. Zero was typed where it says 0.
risk-text-DUPLICATE = { $who } reports the same activity for the same people there: { $figure } and { $compared }.
risk-text-OVERLAP = { $where } is reported beside a place inside it: people would count twice.
risk-text-MISSING_SPLITS = only a total of { $figure }, where the plan asks for groups.

## Import

nav-import = Import
import-kicker = Nothing is saved before you have seen what would become of every row
import-way = What you bring
import-way-workbook = The workbook of Darasa
import-way-own = A sheet of your own
import-in-file = said in the file
import-nobody = nobody in particular
import-get = Take the workbook
import-get-text = It holds your activities, places and last figures, and is filled in without a network.
import-get-button = Download the workbook
import-bring = Bring it back
import-bring-text = It says itself whose report it is. First you see what would change.
import-file = File
import-replace = The file is the whole report: rows that it lacks are removed
import-reading = Reading the file
import-applied = The rows are in the report
import-nothing-yet = Nothing is saved yet
import-new = New
import-changed = Changed
import-same = As before
import-removed = Removed
import-refused = Refused
import-changes = What would change
import-row = Row
import-what = What
import-columns = Columns
row-change-ADDED = New
row-change-CHANGED = Changed
row-change-UNCHANGED = As before
row-change-REMOVED = Removed
import-ready = Ready to be taken: { $number }
import-checked = Download the file with marks
import-good-rows = take the good rows although others are wrong
import-take = Take the rows
import-issues = What to mend
import-issues-more = And more: { $number }
severity-ERROR = Refused
severity-WARNING = Look
import-batches = What came in
import-batches-none = Nothing was imported yet.
import-when = When
import-program = a program
import-undo = Undo
import-undo-sure = The reports say again what they said before this file. Undo it?
import-undone = The file is undone.
import-is-undone = undone
import-steps = Steps
import-step-file = File
import-step-sheet = Sheet and headings
import-step-columns = Columns
import-step-cells = Cells
import-step-done = Taken
import-own-text = Any table will do, with a row for each thing that was done. Its columns are guessed, and you say what is meant. Names of children do not belong into it.
import-sheet = Sheet
import-sheet-rows = rows: { $rows }, known columns: { $known }
import-hidden = hidden
import-header-row = Row of the headings
import-profile-found = Read as it was before, by the profile “{ $name }”.
import-columns-known = Columns that are read: { $known } of { $all }
import-check = Check all cells
import-check-again = Check again
import-not-taken = Refused: { $refused } · need your choice: { $choice }
import-rejected = Download the rows that were not taken
import-save-as = Keep this mapping as
import-your-column = Your column
import-goes-to = Goes to
import-sample = Sample
import-how = How matched
import-left-out = Not read
import-chosen = You chose it
found-HEADING = By its heading
found-TAG = By its HXL tag
found-SYNONYM = By another word for it
found-WORDS = Guessed from its words
found-LIKENESS = Guessed from the name
found-PROFILE = By the profile
import-column-goes = { $name } goes to
import-whom = { $name }: whom it counts
import-everyone = Everyone
import-numbers = { $name }: how numbers are written
import-numbers-clear = numbers are clear
import-dates = { $name }: how days are written
import-dates-clear = days are clear
import-dates-iso = year, month, day
import-dates-day = day first
import-dates-month = month first
import-read = Rows read: { $all }, ready: { $ready }. Nothing is saved yet
verdict-OK = OK
verdict-FIXED = Fixed
verdict-NEEDS_CHOICE = Needs your choice
verdict-REFUSED = Refused
verdict-note-OK = taken as written
verdict-note-FIXED = spaces, spellings; each is marked
verdict-note-NEEDS_CHOICE = the same word is answered once
verdict-note-REFUSED = with the reason beside each
import-accounted = The other rows: said already { $same }, left out { $out }, titles and headings { $headings }, empty { $empty }.
import-report-counts = new { $added }, changed { $changed }, as before { $same }
import-was = Fixed: was “{ $text }”
import-notes = Notes
import-only-odd = only rows with something to say
import-choices = What do these words mean?
import-choices-text = Each is answered once for all rows
import-stands = It says
import-means = It means
import-means-what = “{ $text }” means
import-choose = Choose
import-leave-rows = Leave these rows out
sheet-field-ORGANISATION = Organisation
sheet-field-PERIOD = Month or day
sheet-field-YEAR = Year
sheet-field-ACTIVITY = Activity
sheet-field-INDICATOR = Indicator
sheet-field-ADM1 = Area, level 1
sheet-field-ADM2 = Area, level 2
sheet-field-ADM3 = Area, level 3
sheet-field-AREA = Area by P-code
sheet-field-SITE = Site or school
sheet-field-POPULATION_GROUP = Population group
sheet-field-MODALITY = How it was delivered
sheet-field-STATUS = How far it is
sheet-field-NIL = Nothing was done
sheet-field-PEOPLE = People
sheet-field-WHOM = Whom the row counts
sheet-field-COUNTED_BEFORE = Whether counted before
sheet-field-VALUE = Value
sheet-field-DENOMINATOR = Denominator
sheet-field-UNITS = Units
sheet-field-AMOUNT = Money spent
sheet-field-CURRENCY = Currency
sheet-field-PROJECT = Project
sheet-field-REMARKS = Remarks
sheet-field-SECTOR = Cluster or sector

## Reports that came back

report-only-returned = Only what came back may be changed: { $number }. You may add rows.
report-row-closed = This row is fine as it is.

## Tables and published months

nav-tables = Tables
nav-published = Published months
yes = Yes
no = No
table-GAPS = Gaps by area
table-PRESENCE = Who does what where
table-UNCOVERED = Areas without anybody
table-COMPLETENESS = Reporting by partner
table-COMPLETENESS_BY_AREA = Reporting by area
table-QUALITY = Quality by month
table-OVERLAPS = Overlaps
table-OPERATIONAL_PRESENCE = Operational presence (HAPI)
table-note-GAPS = People in need, to be reached and reached, and what is missing. Where severity is known, the worst comes first.
table-note-PRESENCE = Each organisation with its activities and areas.
table-note-UNCOVERED = People are in need there, and nobody is active.
table-note-COMPLETENESS = What each partner owes in reports, what was accepted, and what came in time.
table-note-COMPLETENESS_BY_AREA = What partners owe in reports on each area, what was accepted, and what came in time.
table-note-QUALITY = Month by month: who reported, duplicate rows, places where partners overlap.
table-note-OVERLAPS = Several partners told of the same activity and group in the same place and month. People may count twice.
table-note-OPERATIONAL_PRESENCE = The table of the Humanitarian API; its files have all columns.
tables-level = Areas
tables-level-1 = level 1, the largest
tables-level-2 = level 2
tables-from = From
tables-to = Up to
tables-first = the first month
tables-latest = the latest month
tables-download = Download this table:
form-csv = CSV
form-xlsx = Workbook (XLSX)
form-json = JSON
form-geojson = Map (GeoJSON)
tables-records = Records
tables-none = There is nothing to tell yet
tables-covered = Somebody is active in every area with people in need
tables-none-text = Only accepted reports and the published plan count.
column-org_name = Partner
column-activity_name = Activity
column-sector_name = Sector
column-places = Places
column-rows_ongoing = Rows ongoing
column-rows_completed = Rows completed
column-reference_period_start = From
column-reference_period_end = To
column-in_need = In need
column-targeted = Targeted
column-reached = Reached
column-gap_to_target = Missing to target
column-gap_to_need = In need and not reached
column-severity = Severity
column-severity_weighted_gap = Gap weighted by severity
column-rank = Rank
column-partners_reporting = Partners reporting
column-partners_expected = Partners expected
column-partners_reporting_share = Share of partners reporting
column-reports_expected = Reports expected
column-reports_accepted = Accepted
column-reports_in_time = In time
column-completeness = Completeness
column-timeliness = Timeliness
column-period = Period
column-rows = Rows
column-duplicate_rows = Duplicate rows
column-duplicate_rate = Share of duplicates
column-places_served = Places served
column-places_overlapping = Places overlapping
column-overlap = Share overlapping
column-population_group = Group
column-organisations = Partners
column-org_names = Who
map-title = Map: { $name }
map-label = Map of { $name } by area; the same figures stand in the table below
map-up-to = up to { $value }
map-unknown = not known
map-note = Boundaries imply no endorsement. The table below has the exact figures.
map-offline = The map needs a connection. The table below has the same figures.
explain-counted = What counted
explain-first = These are the first 50 rows.
input-PLACES = Places that count
input-REACHED = Reached
input-TARGET = Targeted
input-IN_NEED = In need
input-PLAN_VERSION = Version of the plan
input-NUMERATOR = Part
input-DENOMINATOR = Whole
input-IN_NEED_PHASE_3 = In need, phase 3
input-IN_NEED_PHASE_4 = In need, phase 4
input-IN_NEED_PHASE_5 = In need, phase 5
input-LEFT_PHASE_3 = Left of phase 3
input-LEFT_PHASE_4 = Left of phase 4
input-LEFT_PHASE_5 = Left of phase 5
publish-title = Publish a month
publish-text = Figures and tables as they stand are frozen and never change. What is accepted later waits for the next publication and is listed.
publish-up-to = Up to the end of
publish-button = Publish
publish-sure = Freeze { $month } and publish?
publish-sure-text = A publication cannot be taken back; a correction is the next one.
publish-done = The month is published.
publication = { $month }, publication { $number }
publication-hash = Fingerprint (SHA-256)
publication-late = Changed since; waits for the next
publication-late-none = Nothing has changed since.
publication-none = Nothing was published yet
publication-none-text = Publish a month once its reports are accepted.
late-ACCEPTED = Accepted later
late-REOPENED = Opened again
late-CHANGED = Changed and accepted again
link-title = Links without an account
link-text = Whoever holds the link sees what was published: counts of few people are hidden.
link-name = For whom it is
link-name-missing = Say for whom the link is
link-partners = Name the partners. Leave it out where that puts people at risk.
link-partners-short = Names partners
link-make = Make a link
link-made = The link is made.
link-secret = Copy this address now: it is shown once.
link-revoke-sure = Whoever uses this link will see nothing any more. Take it back?
link-none = There are no links.
calendar-title = Your deadlines in a calendar
calendar-text = A calendar program reads this address and needs no password. A new one ends the one before.
calendar-make = Make an address
calendar-made = The calendar is made.
calendar-end = End my calendar
calendar-ended = The calendar is ended.

## Needs: rounds, assessments

nav-needs = Needs
nav-assessments = Assessments
needs-import = Bring in a needs table
needs-none = There are no needs figures yet
needs-none-text = Bring in the table of an assessment: it becomes a round that a coordinator publishes.
needs-rounds = Rounds of needs
needs-round = Round
needs-round-named = Round { $number }: { $name }
needs-valid = Valid
needs-replaces = Replaces
needs-in-area = Parts of { $area }
needs-all-areas = All areas
needs-within = Look inside
needs-no-areas = No areas are known here. Bring in the boundaries first.
needs-first-areas = These are the first 100 areas.
needs-groups = By group
needs-no-figures = This round says nothing about this area. That is not zero.
needs-assessed = What was asked here, the latest first
needs-never-assessed = The registry knows of no assessment here.
needs-import-text = The whole table goes in, or nothing of it. It becomes a draft that nobody else counts with until it is published.
needs-file = Table
needs-file-hint = A workbook or CSV with P-codes and columns such as Population, In Need, Targeted
needs-file-missing = Choose the table
needs-source-hint = Who counted, such as “Joint assessment of March”
needs-source-missing = Say who counted
needs-method-missing = Say by which method
needs-version = Version of the method
needs-version-missing = Say which version of the method
needs-from = Valid from
needs-to = Until
needs-dates-wrong = Give the first day, and a later last day
needs-read = Read it in
needs-reading = Reading …
needs-figures =
    { $count-form ->
        [one] { $count } figure was read
       *[other] { $count } figures were read
    }
needs-open-round = Open round { $number }
needs-outcome-IMPORTED = The table is in, as a draft
needs-outcome-UNCHANGED = This table was here already; nothing changed
needs-outcome-REFUSED = Nothing was taken: mend these first
metric-POPULATION = Population
metric-AFFECTED = Affected
metric-IN_NEED = In need
metric-TARGETED = Targeted
round-DRAFT = Draft
round-VALIDATED = Validated
round-PUBLISHED = Published
round-SUPERSEDED = Superseded
round-validate = Validate
round-publish = Publish
round-step-text = A draft is validated first, then a coordinator publishes it. Only published figures count.
round-publish-sure = Everyone will count with these figures. Publish the round?
round-is-published = The round is published.
round-is-validated = The round is validated.
issue-where = Where
issue-kind = Kind
issue-reason = What is wrong
issue-mend = How to mend it
issue-ERROR = Error
issue-WARNING = Look again
issue-more =
    { $count-form ->
        [one] { $count } more is not shown.
       *[other] { $count } more are not shown.
    }
assessment = Assessment
assessment-plan = Plan an assessment
assessment-plan-text = Others see it from now on, so that two of you do not ask the same people in the same month.
assessment-save = Enter it
assessment-is-planned = The assessment is in the registry.
assessment-is-withdrawn = The assessment was withdrawn.
assessment-withdraw = Withdraw
assessment-why = Why is it withdrawn?
assessment-overlaps = The same people would be asked twice
assessment-none = No assessment is known
assessment-none-text = Enter those that are planned, too: that is how overlaps are seen in time.
assessment-first = These are the latest 40.
assessment-gaps = Where nobody asked
assessment-gaps-text = Areas that no assessment ending since { $day } covers, as far as you may know of them. Planned ones count.
assessment-no-gaps = Every area is covered.
assessment-partly = In part
assessment-not = Not asked
assessment-ends = Until
assessment-sample = People asked
assessment-trust = Trustworthiness, 1 to 5
assessment-when = When
assessment-where = Where
assessment-whom = Whom
assessment-lead = Led by
assessment-kind = Kind
assessment-way = With others
assessment-from = First day
assessment-to = Last day
assessment-name-missing = Give it a name
assessment-from-missing = Give the first day, and a last day that is not before it
assessment-areas-missing = Choose at least one area
assessment-groups-missing = Choose whom you ask
assessment-lead-missing = Choose who leads it
assessment-PLANNED = Planned
assessment-ONGOING = Under way
assessment-FINALISED = Finished
assessment-WITHDRAWN = Withdrawn
assessment-INITIAL = Initial
assessment-RAPID = Rapid
assessment-IN_DEPTH = In depth
assessment-MONITORING = Monitoring
assessment-REGISTRATION = Registration
assessment-OTHER = Another kind
assessment-JOINT = Joint
assessment-HARMONISED = Harmonised
assessment-UNCOORDINATED = On its own
assessment-CONFIDENTIAL = Confidential
group-ALL = Everyone
group-AFFECTED = Affected
group-NOT_AFFECTED = Not affected
group-NOT_DISPLACED = Not displaced
group-HOST = Host communities
group-NOT_HOST = Not hosting
group-DISPLACED = Displaced
group-IN_TRANSIT = In transit
group-MIGRANTS = Migrants
group-MIGRANTS_IN_TRANSIT = Migrants in transit
group-MIGRANTS_PERMANENT = Permanent migrants
group-MIGRANTS_PENDULAR = Migrants who come and go
group-IDPS = Internally displaced
group-ASYLUM_SEEKERS = Asylum seekers
group-REFUGEES = Refugees
group-RETURNEES = Returnees
group-OTHERS_OF_CONCERN = Others of concern
