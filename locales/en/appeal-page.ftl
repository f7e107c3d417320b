# The public page of an appeal, its list, and their words.
appeal-kicker = Education appeal for { $country }
appeal-title = { $country }: education appeal, edition { $number }
appeal-headline-reached =
    { $targeted-form ->
        [one] Education support has reached { $reached } of the { $targeted } child targeted in { $country }
       *[other] Education support has reached { $reached } of the { $targeted } children targeted in { $country }
    }
appeal-headline-unreported =
    { $targeted-form ->
        [one] No report has been accepted yet on the { $targeted } child targeted in { $country }
       *[other] No report has been accepted yet on the { $targeted } children targeted in { $country }
    }
appeal-headline-missing = { $missing } of { $required } is still missing
appeal-headline-funded = the { $required } required is funded
appeal-as-of = Data as of
appeal-reporting = Reporting
appeal-partners-of =
    { $expected-form ->
        [one] { $reported } of { $expected } partner
       *[other] { $reported } of { $expected } partners
    }
appeal-of = { $reported } of { $expected }
appeal-none-active = none active
appeal-edition = Edition
appeal-edition-of = { $number }, published { $date }
appeal-take = Take it
appeal-data = data
appeal-follow = Follow
appeal-money = Money
appeal-required = Required
appeal-received = Received
appeal-missing = Missing
appeal-paid-key = Paid { $amount }
appeal-committed-key = Committed { $amount }
appeal-missing-key = Missing { $amount }
appeal-pledged-key = Pledged, not counted { $amount }
appeal-shared-note = Shared with other clusters, not counted: { $amount }
appeal-over-note = Above the requirement: { $amount }
appeal-funded-share = { $share } funded: { $funded } of { $required } { $currency }
appeal-paid-note = Paid: { $share } of what was received
appeal-in-kind-note = Of what was received, as goods: { $amount }
appeal-other-currency = The requirement is in { $currency } and funding is told in US dollars. No rate was fixed, so no share is reckoned.
appeal-funding-unknown = Funding has not been reported yet.
appeal-as-of-date = As of { $date }
appeal-source = Source: { $source }
appeal-how = How this is counted
appeal-children = Children
appeal-in-need = In need
appeal-targeted = Targeted
appeal-reached = Reached
appeal-target-share = { $share } of those in need
appeal-reached-share = { $share } of the target; each child counted once per place
appeal-not-reported = not reported
appeal-areas-furthest = { $areas } are furthest from their targets
appeal-area-furthest = { $areas } is furthest from its target
appeal-areas-met = Every reporting area has met its target
appeal-areas-none = Areas and their targets
appeal-areas-silent = Nothing was reported from { $areas }, which is not the same as zero.
appeal-map-label = Map of areas coloured by children reached as a share of the target; the same figures are in the table.
appeal-map-title = Children reached, share of target
appeal-map-up-to = up to { $share }
appeal-map-between = { $from } to { $to }
appeal-map-more = { $share } or more
appeal-map-none = no report (not zero)
appeal-map-disclaimer = Boundaries imply no endorsement.
appeal-areas-caption = Children by area, largest gap first. Bar: solid reached, outlined missing, hatched not reported.
appeal-area = Area
appeal-of-target = Of target
appeal-bar = Bar
appeal-gap = Gap to target
appeal-partners-reporting = Partners reporting
appeal-over = { $count } over
appeal-unknown = unknown
appeal-no-report = no report
appeal-suppressed = hidden
appeal-suppressed-note = Counts below { $threshold }, and those that would give them away, are hidden.
appeal-total-note = The total gap is target less reached: it includes the whole target of areas that did not report, and is net of areas above theirs. A partner in several areas counts once in the total.
appeal-activities = What the missing { $amount } leaves undone
appeal-activities-plain = What the money is for
appeal-activities-caption = { $currency } by activity, largest gap first. A dash: no giver has named the activity.
appeal-activity = Activity
appeal-units = Planned
appeal-all-activities = All activities
appeal-per-child = { $amount } per child targeted
appeal-donors = { $amount } has been paid or committed
appeal-donors-none = No contribution has been recorded yet
appeal-donors-caption = Funding by contribution. Original currency ÷ rate on the decision date.
appeal-donor = Donor
appeal-status = Status
appeal-original = Original amount
appeal-usd = US dollars
appeal-share = Share of required
appeal-status-paid = Paid
appeal-status-commitment = Committed
appeal-status-pledge = Pledged, not counted
appeal-received-total = Received (paid or committed)
appeal-indicators = Indicators
appeal-indicators-caption = Reached and target. Bar ends at the target; a tick marks it where it was passed.
appeal-indicator = Indicator
appeal-target = Target
appeal-progress = Progress
appeal-who = Who was reached
appeal-who-caption = Cuts of the same children; groups overlap
appeal-group = Group
appeal-share-of-reached = Share
appeal-method = How these figures are made
appeal-method-reached = Reached: in each place the highest count over activities, organisations and periods, added across places. Never a sum of services.
appeal-method-received = Received: paid plus committed. Pledges are shown and never counted. Rates are fixed on the decision date.
appeal-method-null = A dash or a hatch means nobody reported. 0 means that zero was reported.
appeal-method-table = Each figure with its method
appeal-figure = Figure
appeal-method-name = Method
appeal-source-name = Source
appeal-version = version { $version }
appeal-editions = Editions
appeal-editions-caption = A published edition never changes. Corrections are a new edition.
appeal-published = Published
appeal-changed = What changed
appeal-first-publication = First publication
appeal-take-data = Take the data
appeal-take-data-text = Every file holds the same figures as this page, with codes and method.
appeal-file-areas = CSV, areas
appeal-file-money = CSV, money
appeal-follow-title = Follow this appeal
appeal-follow-email = E-mail
appeal-follow-hint = We write to confirm first. Used for this appeal only; one click stops it.
appeal-footer = Published with Darasa.
appeals-title = Education appeals
appeals-lede = What is asked for, what was received, and what is still missing. Each appeal opens without an account.
appeals-empty = No appeal has been published yet.
appeals-appeal = Appeal
appeals-not-found = There is no such page
appeals-not-found-text = Perhaps the address was cut. All published appeals are listed on the first page.
appeal-languages = Languages
appeal-list = { $rest } and { $last }
appeal-headline-reached-only =
    { $reached-form ->
        [one] Education support has reached { $reached } child in { $country }
       *[other] Education support has reached { $reached } children in { $country }
    }
appeal-source-money = contributions confirmed by donor or recipient
appeal-source-contributions = contributions told by donors, the cluster and FTS
appeal-source-reports = accepted partner reports
appeal-source-reached = Source: partners’ reports, accepted
appeal-map-none-hidden = no report (not zero), or hidden
appeal-map-no-target = no target
appeal-planned = { $unit }: { $count }
appeal-planned-at = { $unit }: { $count } ({ $cost } each)
appeal-unit =
    { $unit ->
        [CHILDREN] children
        [PEOPLE] people
        [TEACHERS] teachers
        [LEARNING_SPACES] learning spaces
        [CLASSROOMS] classrooms
        [LATRINES] latrines
        [KITS] kits
        [SCHOOLS] schools
       *[OTHER] units
    }
appeal-donors-more =
    { $count-form ->
        [one] { $count } more, smaller
       *[other] { $count } more, each smaller
    }
appeal-value = So far
appeal-change = { $figure }: { $before } → { $after }
appeal-file-activities = CSV, activities
appeal-cite = Cite as: { $operation }, appeal { $code }, edition { $number }, data as of { $date }.
appeal-fingerprint = SHA-256 of the JSON file:
appeals-caption = Each figure is of the appeal’s last edition.
appeals-more = More appeals
appeal-standards = Minimum standards
appeal-standards-met = { $share } of what the minimum standards ask for is met
appeal-standards-unscored = The minimum standards: nothing that applies has been assessed yet
appeal-standards-assessed = Assessed on { $date } against { $edition }
appeal-standards-evidence =
    { $count-form ->
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }
appeal-standards-unsupported =
    { $count-form ->
        [one] { $count } rating without evidence
       *[other] { $count } ratings without evidence
    }
appeal-standards-complete = { $share } of what applies was assessed
appeal-standards-before = Before: { $share } on { $date }
appeal-standards-all = All standards
appeal-standards-caption = Mean of the standards of each domain: met counts one, partly met a half, and what does not apply is left out. This score is Darasa’s own convention.
appeal-domain = Domain
appeal-score = Score
