# The web client: the history of changes.

history-text = Nothing here can be changed or removed. Filters look through what is loaded; earlier changes come by the button at the end.
history-of-record = History of this record
history-filters = Filters
history-clear = Clear the filters
history-kind = Kind of record
history-action = What was done
history-who = Who
history-from = From day
history-to = To day
history-events =
    { $count-form ->
        [one] { $count } change
       *[other] { $count } changes
    }
history-reaches = { $all } loaded, back to { $moment }
history-when = When
history-what = What
history-open = Before and after
history-none = No change among those loaded fits the filters.
history-older = Load earlier changes
history-program = Darasa itself
history-person = Person { $id }
history-request = Request
history-moved = More has changed meanwhile. Load this page again.
history-nothing = No field is different.
history-fields =
    { $count-form ->
        [one] { $count } field is different
       *[other] { $count } fields are different
    }
history-field = Field
history-before = Before
history-after = After
history-entered = Entered
history-action-create = entered
history-action-update = changed
history-action-remove = removed
history-action-save = saved
history-action-submit = submitted
history-action-accept = accepted
history-action-return = returned
history-action-reopen = opened again
history-action-publish = published
history-action-comment = commented on
history-action-revise = revised
history-action-rate = rated
history-action-record = recorded
history-action-announce = announced
history-action-invite = invited
history-action-grant = given
history-action-revoke = taken back
history-action-merge = merged
history-action-retire = retired
history-action-import = read in
history-action-transition = took a step
history-action-end = ended
history-action-set-targets = targets set
history-action-set-costs = costs set
history-action-import-places = areas read in
history-action-withdraw = withdrawn
history-action-move = took a step
history-entity-Report = Report
history-entity-ResponsePlan = Response plan
history-entity-Activity = Activity
history-entity-Indicator = Indicator
history-entity-Objective = Objective
history-entity-Operation = Operation
history-entity-Cluster = Cluster
history-entity-Organisation = Organisation
history-entity-Contact = Contact
history-entity-Membership = Membership
history-entity-Grant = Role
history-entity-Invitation = Invitation
history-entity-User = Account
history-entity-AdminArea = Area
history-entity-NeedsRound = Needs round
history-entity-Assessment = Assessment
history-entity-Checklist = Checklist
history-entity-Evidence = Evidence
history-entity-ImprovementAction = Improvement action
history-entity-Appeal = Appeal
history-entity-AppealRevision = Requirement of an appeal
history-entity-Edition = Edition
history-entity-Flow = Contribution
history-entity-Project = Project
history-entity-ReportingPeriod = Reporting month
history-entity-PeriodPublication = Published month
history-entity-ShareLink = Share link
history-entity-ApiToken = Token
history-entity-Emergency = Emergency
history-entity-Site = Site
