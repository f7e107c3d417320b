# The page behind a shared link.

shared-title = What the education response has come to
shared-period = Period
shared-dates = { $from } to { $to }
shared-number = Version
shared-services = Services delivered
shared-services-note = All activities added up: one child may count several times
shared-upper-bound = Upper bound
shared-upper-bound-note = New people added up: more cannot have been reached
shared-severity = Severity
shared-weighted = Weighted gap
shared-gaps-heading = What is missing, and where it is most severe
shared-gaps-caption = People by area, the largest severity-weighted gap first.
shared-presence-heading = Who is where
shared-presence-caption = Organisations that are active, and what they do, by area.
shared-organisations = Organisations
shared-activities = Activities
shared-nobody = nobody
shared-severity-method = Severity: nobody observes it of each child who was reached. What was reached in an area is allotted to its phases from the most severe down; what is left in the phases 3, 4 and 5 weighs 1, 2 and 3. Where nobody reported, nobody counts as reached.
shared-published-method = These are the figures of the month that was published last. What changed later waits for the next publication.
shared-expires = This link leads here until { $date }.
shared-nothing-title = Nothing has been published yet
shared-nothing-text = The link is good. Figures stand here as soon as the first month is published.
shared-take-text = The same figures for other programs, with HXL tags.
shared-fingerprint = Fingerprint of this publication (SHA-256):
shared-table =
    { $table ->
        [PRESENCE] Who does what where
        [OPERATIONAL_PRESENCE] Operational presence
        [GAPS] Gaps
        [UNCOVERED] Areas without anybody active
        [COMPLETENESS_BY_AREA] Completeness of reports
       *[QUALITY] Quality of reports
    }

# A calendar of deadlines.
calendar-opens = Reports for { $plan } open: { $from } to { $to }
calendar-due = Reports for { $plan } are due: { $from } to { $to }
calendar-closed = The period is closed.
