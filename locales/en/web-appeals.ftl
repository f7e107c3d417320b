# The web client: Appeals.

appeals-finding = { $unmet } { $currency } is still missing
appeals-none = There is no appeal yet
appeals-none-text = When the coordinators publish an appeal, it appears here.
appeals-none-write = Begin one: say what it is for, then what it asks for. Nobody else sees it until you publish.
appeals-donor = Open an appeal to see what your organisation gave, to tell of a contribution, or to follow its editions.
appeals-list = What is asked for and what was given
appeal-one = Appeal
appeal-new = New appeal
appeal-edit = Edit the appeal
appeal-saved = The appeal is saved.
appeal-save = Save the appeal
appeal-public = Public page
appeal-all-clusters = All clusters
appeal-code = Public code
appeal-code-hint = It is part of the page’s address and stays as it is: EDU-XX-2027
appeal-code-wrong = Enter a code of 2 to 30 letters, digits and hyphens
appeal-kind = Kind
appeal-name = Title, in as many languages as you can
appeal-name-missing = Enter a title in at least one language
appeal-summary = What it is about, in two or three sentences
appeal-starts = First day
appeal-starts-missing = Enter the first day
appeal-ends-on = First day after
appeal-ends-wrong = Enter a day after the first day
appeal-plan = The plan that it funds
appeal-plan-hint = Its activities can then be asked for, and its figures are in each edition.
appeal-no-plan = No plan
appeal-currency = Currency
appeal-currency-hint = Three letters, such as USD. Contributions are counted in US dollars.
appeal-currency-wrong = Enter a currency by its three capital letters, such as USD
appeal-ends =
    { $count-form ->
        [one] ends in { $count } day
       *[other] ends in { $count } days
    }
appeal-ended =
    { $count-form ->
        [one] ended { $count } day ago
       *[other] ended { $count } days ago
    }
appeal-DRAFT = Draft
appeal-PUBLISHED = Published
appeal-REVISED = Published and revised
appeal-CLOSED = Closed
appeal-ARCHIVED = Archived
kind-FLASH_APPEAL = Flash appeal
kind-HRP = Humanitarian response plan
kind-RRP = Refugee response plan
kind-HUMANITARIAN_OTHER = Other humanitarian appeal
kind-CERF = Central Emergency Response Fund
kind-CBPF = Country-based pooled fund
kind-ECW_FER = Education Cannot Wait: first emergency response
kind-ECW_MYRP = Education Cannot Wait: multi-year programme
kind-ECW_AF = Education Cannot Wait: acceleration facility
kind-GPE_ACCELERATED = Global Partnership for Education: accelerated funding
kind-UNICEF_HAC = UNICEF: humanitarian action for children
kind-AGENCY = Appeal of one agency
kind-BILATERAL = To one donor
kind-OTHER = Other

money-required = Required
money-received = Received
money-unmet = Missing
money-picture = Share received
money-note-usd = Received is in US dollars
money-note-pledge = Pledges are shown and never counted
money-source-lines = What the appeal asks for, by its latest revision
money-source-flows = Contributions confirmed by giver or receiver
money-behind = Contributions behind it
money-behind-none = No contribution is behind it that you may see.
money-behind-note = One sum that several clusters share is not counted for this appeal. A donor sees its own contributions only.
money-rule-requirement = The amounts of all lines of the revision that holds on that day, added up. A line without an amount counts for nothing.
money-rule-given = Paid and committed together. Pledges do not count, nor does a sum that several clusters share, because nobody says how much of it is whose.
money-rule-unmet = Required less received, never below zero.
money-rule-paid = What was transferred.
money-rule-committed = What was signed for and not yet transferred.
money-rule-pledged = What was announced. It is not binding and counts nowhere.

funding-title = Funding
funding-share = { $share } % of what is required
funding-no-share = no share: it asks in another currency
funding-over = { $amount } more than was asked for
funding-pledged = Pledged, not counted
funding-more = How it is made up
funding-in-kind = Of it goods and services
funding-paid-share = Of it paid
funding-plan = Given for the whole plan
funding-shared = Shared by several clusters
funding-shared-sector = Shared, this cluster among them
funding-unallotted = For the plan, allotted to no cluster yet
funding-other-plans = Shared with other plans, not counted
funding-as-of = As of { $day }

lines-title = What it asks for
lines-revise = State it anew
lines-none = Nothing was stated yet.
lines-revision = Revision { $number }, from { $day }:
lines-what = For what
lines-year = Year
lines-amount = Amount, { $currency }
lines-everywhere = everywhere
lines-total = All together
lines-add = Add a line
lines-remove = Take out
line-activity = Activity of line { $row }
line-other = Something else
line-label = What line { $row } is for
line-label-short = What it is for
line-area = Area of line { $row }
line-year = Year of line { $row }
line-amount = Amount of line { $row }
revisions-title = Earlier revisions
revisions-number = Version
revisions-from = Holds from
revisions-why = Why
revise-way = How
revise-hand = By hand
revise-plan = From the plan’s costs
revise-file = From a file
revise-text = Everything that the appeal asks for from that day on. Earlier revisions stay to be read.
revise-plan-text = Takes every activity of the plan at its quantity and unit cost, as the plan stands now.
revise-file-text = A table of requirements by cluster, as the Financial Tracking Service gives it. The same figures again are no new revision.
revise-clusters = Take only these clusters
revise-clusters-hint = One on each line, named as in the file. Empty takes all.
revise-from-missing = Enter from when it holds
revise-reason-missing = Say why it is stated anew
revise-reason-hint = Readers see it in the history.
revise-no-lines = Add at least one line
revise-line-what = Line { $row }: choose an activity or say what it is for
revise-line-amount = Line { $row }: write an amount such as 1200000 or 1200000.50
revise-line-year = Line { $row }: write a year in four digits
revise-save = Save as a new revision
revise-done = The appeal asks for this now.
revise-file-taken = Revision { $number } was made
revise-file-sums = The rows taken ask for { $asked } and say that { $given } was given.
file-one = File
file-missing = Choose a file
file-take = Read the file
file-taken = The file was taken
file-same = The file says what stands already
file-refused = Nothing was taken
file-added = New
file-changed = Changed
file-unchanged = Unchanged
file-back = Back to the appeal

flows-title = Contributions
flows-own = Contributions of your organisation
flows-none = No contribution is recorded yet.
flows-none-own = Your organisation has no contribution here yet.
flows-hidden = Single contributions are for those who coordinate and for the giver. Each public edition names those that count.
flows-import = Read contributions from a file
flows-import-text = A file of flows as the Financial Tracking Service gives it. The same file again changes nothing; those for other plans are kept and count there.
flow-new = Record a contribution
flow-change = Next step or correction
flow-change-title = A contribution: next step or correction
flow-save = Record the contribution
flow-save-version = Save as a new version
flow-saved = The contribution is recorded.
flow-from = From
flow-to = To
flow-status = How firm it is
flow-status-hint = A step back is none: withdraw it and record another.
flow-PLEDGE = Pledged
flow-COMMITMENT = Committed
flow-PAID = Paid
flow-withdrawn = Withdrawn
flow-shared = shared with other clusters
flow-amount = Amount given
flow-amount-wrong = Enter an amount such as 1200000 or 1200000.50
flow-usd = US dollars
flow-currency = Currency given
flow-rate = { $currency } for one US dollar
flow-rate-wrong = Enter the rate on the day of the decision, such as 0.875
flow-rate-fixed = The rate was fixed at the decision: { $rate } { $currency } for one US dollar.
flow-decided = Decided
flow-reported = Reported
flow-entered = Entered
flow-kind = Money or goods
contribution-FINANCIAL = Money
contribution-IN_KIND = Goods or services, at their value
flow-earmarking = Earmarking
earmarking-UNEARMARKED = Not earmarked
earmarking-SOFTLY = Softly earmarked
earmarking-EARMARKED = Earmarked
earmarking-TIGHTLY = Tightly earmarked
flow-activities = For these activities, if the giver named any
flow-more = More: sectors, years, earmarking
flow-sectors = Sectors
flow-sectors-hint = Codes such as EDU, PRO. Several share the sum. Empty is the appeal’s own: { $sector }.
flow-boundary = Where it moves
boundary-INCOMING = Into the plan
boundary-INTERNAL = Inside the plan, allotted now
boundary-OUTGOING = Out of the plan
flow-portions = Parts by year, in US dollars
flow-portions-hint = One on each line, such as 2027: 500000. They add up to the whole.
flow-portions-wrong = Write each year and its amount on a line of its own, such as 2027: 500000
flow-says = What the giver says of it
flow-from-missing = Choose who gives
flow-to-missing = Choose who receives
flow-versions = Versions
direction-SOURCE = From
direction-DESTINATION = To
withdraw-title = Withdraw the contribution
withdraw-text = It counts no more and stays in the history.
withdraw-reason-missing = Say why it is withdrawn
withdraw-go = Withdraw
withdraw-done = The contribution is withdrawn.
picker-search = Search by a part of the name
picker-choose =
    { $count-form ->
        [one] Choose: { $count } found
       *[other] Choose: { $count } found
    }

editions-title = Published editions
editions-none = Nothing is published yet.
editions-note = An edition never changes. What was wrong is put right by the next edition, which says so.
edition-one = Edition
edition-named = Edition { $number }, as of { $day }
edition-last = Last edition
edition-none = not published
edition-published = Published
edition-changes = What changed
edition-files = Files
edition-areas = areas (CSV)
edition-money = money (CSV)
changed-people-inNeed = In need
changed-people-targeted = Targeted
changed-people-reached = Reached
changed-money-requirement = Required
changed-money-funded = Received
changed-money-pledged = Pledged
publish-go = Publish an edition
publish-now = Publish and tell the followers
publish-busy = Publishing…
edition-done = The edition is published.
publish-text-first = The first edition makes the appeal public: a page that anyone can read, and its files.
publish-text-next = Edition { $number } will stand beside the earlier ones, which stay as they are. It is also the way to put something right.
publish-day = The day that its figures speak of
publish-day-hint = What was accepted and recorded by the end of that day counts.
publish-day-wrong = Choose today or an earlier day
publish-day-earlier = The last edition speaks of { $day }: choose that day or a later one
publish-note = What changed, for its readers
publish-note-first = A word to its readers, if you like
publish-note-missing = Say what changed since the last edition
publish-mails =
    { $count-form ->
        [one] { $count } follower gets a mail.
       *[other] { $count } followers get a mail.
    }
publish-bounced =
    { $count-form ->
        [one] { $count } address gets none: its mail server refused it for good.
       *[other] { $count } addresses get none: their mail servers refused them for good.
    }
publish-final = A published edition cannot be taken back.
publish-preview = What it will show
publish-people = People
publish-people-note = As of the latest period that has opened. The edition counts up to its own day, and hides counts that are too small.
published-title = Edition { $number } is published
published-mails =
    { $count-form ->
        [one] A mail to { $count } follower is on its way. One that does not get through is tried again for days.
       *[other] Mails to { $count } followers are on their way. One that does not get through is tried again for days.
    }
published-back = Back to the appeal
followers-title = Followers
followers-none = Nobody follows it yet.
followers-what = What they follow
followers-confirmed = Confirmed
followers-pending = Asked, not confirmed yet
followers-undeliverable = Mail refused for good
followers-note = Addresses are told to nobody. Who is confirmed gets a mail with each edition and can stop with one click.
subject-OPERATION = All appeals of
subject-APPEAL = This appeal
follow-label = Get a mail with each edition
follow-hint = A question comes first: nothing else is sent until the reader says yes.
follow-go = Follow
follow-asked = A question is on its way to { $address }.
steps-title = Close or archive
step-done = Done.
step-CLOSED = Close the appeal
step-REVISED = Open the appeal again
step-ARCHIVED = Archive the appeal
step-text-CLOSED = What it asks for does not change any more; a last edition may still follow.
step-text-REVISED = What it asks for may change again.
step-text-ARCHIVED = It is put away for good, and nothing changes any more.
step-sure-CLOSED = Close it?
step-sure-REVISED = Open it again?
step-sure-ARCHIVED = Archive it for good?
