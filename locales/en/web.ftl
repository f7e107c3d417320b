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
update-unkept = This device has no room for what you entered. Send it or download a copy first, then load the new version.
unsent-nag = Something that only this device has lies here unsent since { $moment }. Send it or download a copy: browsers may forget.
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
nav-review = Review
nav-reports = Reports
nav-import = Import
nav-periods = Reporting periods
nav-projects = Projects
nav-unsent = On this device
nav-situation = Situation
nav-tables = Tables
nav-published = Published months
nav-needs = Needs
nav-assessments = Assessments
nav-plan = Response plan
nav-appeals = Appeals
nav-standards = Minimum Standards
nav-search = Search
nav-settings = Settings
nav-help = Help
nav-tour = Tour
nav-history = History
nav-setup = Set-up
nav-places = Areas
nav-members = People and roles
nav-partners = Partners

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

figure-need = In need
figure-target = Targeted
figure-reached = Reached
figure-submitted = Submitted, not yet accepted
figure-submitted-note = no part of any public figure
figure-partners = Partners reporting
figure-completeness = Reports accepted
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
situation-accepted = Accepted reports only

plan-activity = Activity

reports-status = Status
reports-period = Month
reports-partner = Partner
reports-cluster = Cluster
reports-any = All

report-is-nil = The partner has nothing to report for this month.
report-group = Group
report-repeatPeople = Counted before
report-no-number = { $what }: “{ $text }” is no number. Write digits only.

review-look = Look at these first
review-row = Row { $row }

receipt-what = Report
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
field-projectId = project
field-row = row

settings-name = Name
token-days = Good for how many days (1 to 366)
token-days-wrong = Enter a whole number from 1 to 366
token-ends = Ends
token-revoke = Take back
token-revoked = taken back

not-now = Not now
error-offline-act = The server cannot be reached. Nothing was changed; try again once there is a connection.
error-changed = Somebody changed this meanwhile. You see it as it stands now; look again.
review-rows = Rows
review-talk = About the whole report
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

import-what = What

yes = Yes
no = No

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
list-shown = Shown: { $number }
list-all = All are shown: { $number }

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
no-plan-begin = Go on with the first steps
pages-of = Pages of: { $name }
pages-before = Page before
pages-next = Next page
pages-here = Page { $number }
area-lists-failed = The areas could not be read.
area-part-of = Part of { $area }
area-whole = all of it
live-changed = Somebody else changed this at { $moment }.
live-kept = What you entered is kept.
live-show = Show it
progress-upload = Sending the file
progress-download = Receiving the file
progress-read = The server reads the file
progress-check = The server checks the sheet
progress-compare = The server compares it with what is there
progress-take = The server takes the file in
progress-of = { $done } of { $total }
progress-stop = Cancel
progress-stopped = Cancelled. Nothing was changed.
progress-seconds =
    { $count-form ->
        [one] { $count } second
       *[other] { $count } seconds
    }
typed-restored = What you typed here on { $moment } is not saved yet. It stands here again.
typed-clash = Others have changed some of the same since: what you typed stands here.
typed-discard = Discard what I typed
typed-discard-sure = Discard what you typed and did not save?
typed-discarded = What was typed is discarded.
unit-CHILDREN = children
unit-PEOPLE = people
unit-TEACHERS = teachers
unit-LEARNING_SPACES = temporary learning spaces
unit-CLASSROOMS = classrooms
unit-LATRINES = latrines
unit-KITS = kits
unit-SCHOOLS = schools
unit-OTHER = units
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
