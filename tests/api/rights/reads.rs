//! What is asked of each query. A query that is new gets a line in [`READS`]; a type that only changes answer with, one in [`UNREACHED`].

use darasa::kit::auth::Role::{
    CoCoordinator, Coordinator, Government, Imo, PartnerEditor, PartnerFocalPoint, SubnationalCoordinator, SystemAdmin,
};

use super::{
    table::{COORDINATION, DIRECTORY, EVERYBODY, LIST_GRANTS, Record, Rule, SHARED, SIGNED_IN, Span, USERS, WORKING},
    world::{self, at},
};

/// A list in an answer: where it stands, of which kind of record, and which of them belong to the record that was asked for.
pub type List = (&'static str, &'static str, fn(Option<&Record>, &Record) -> bool);

/// A query.
pub struct Read {
    pub field: &'static str,
    /// The argument that names a record, and the record's kind.
    pub of: Option<(&'static str, &'static str)>,
    /// Other arguments.
    pub beside: &'static str,
    /// Who may, if they may know of the record.
    pub rule: Rule,
    /// Lists that must be complete.
    pub lists: &'static [List],
    /// True: kept from programs that may only read, as what is about keys is.
    pub is_kept_from_readers: bool,
}

/// With what fields are asked that need an argument.
pub const ARGUMENTS: &[(&str, &str)] = &[("first", "8"), ("level", "1")];

/// Fields that not everybody may read who may read their record.
pub const FIELDS: &[(&str, Rule)] = &[
    ("ResponsePlan.objectives", WORKING),
    ("ResponsePlan.activities", WORKING),
    ("ResponsePlan.requirement", WORKING),
    ("Activity.costs", WORKING),
    ("Activity.requirement", WORKING),
    ("Indicator.targets", WORKING),
];

/// Types that are a part of another and no record of their own: they are asked for with it.
pub const PARTS: &[&str] = &[
    "ActivityCost",
    "ActivityNotCosted",
    "AppealRevision",
    "ChangesSinceAccepted",
    "CleanCell",
    "ClusterFunding",
    "ColumnMapping",
    "ContextualItem",
    "CountedCell",
    "DimensionValue",
    "FigureInputValue",
    "FlowParty",
    "FlowPortion",
    "FlowVersion",
    "FundingTally",
    "ProjectBudgetLine",
    "ProjectReviewer",
    "ProjectTarget",
    "ReviewCriterion",
    "ReviewScore",
    "ReviewSummary",
    "KeyAction",
    "PeopleFigure",
    "ReportCell",
    "ReportComment",
    "ReturnedRow",
    "RowSinceAccepted",
    "ValueSinceAccepted",
    "TableColumn",
    "RequirementLine",
    "SheetConstant",
    "SheetMapping",
    "SheetValue",
    "Target",
    "TargetConnection",
];

/// Types that no query leads to.
pub const UNREACHED: &[(&str, &str)] = &[
    ("AcceptReportsPayload", "answer of a change"),
    ("AcceptedReport", "answer of a change"),
    ("ApiTokenPayload", "answer of a change"),
    ("CalendarFeedPayload", "answer of a change"),
    ("CaseloadsPayload", "answer of a change"),
    ("CheckedFile", "answer of a change; its file is one's own, which doors.rs opens"),
    ("ChecklistComparison", "two rounds at once; `rounds_are_compared_by_those_who_may_read_both`"),
    ("FlowsImport", "answer of a change"),
    ("ImportIssue", "what is wrong with a file or a report that the asker sent"),
    ("InvitationPayload", "answer of a change"),
    ("KeyActionsImport", "answer of a change"),
    ("NeedsImport", "answer of a change"),
    ("PlacesImport", "answer of a change"),
    ("PlanChange", "as PlanDifference"),
    ("PlanChangeConnection", "as PlanDifference"),
    ("PlanChangeEdge", "as PlanDifference"),
    ("PlanDifference", "two versions at once; `versions_are_compared_by_those_who_may_read_both`"),
    ("PlanFieldChange", "as PlanDifference"),
    ("RemindPayload", "answer of a change"),
    ("RemoveContactPayload", "answer of a change"),
    ("ReportColumnChange", "answer of a change"),
    ("ReportConflict", "answer of a change"),
    ("ReportImport", "answer of a change"),
    ("ReportInvalid", "answer of a change"),
    ("ReportLocked", "answer of a change"),
    ("ReportReceipt", "answer of a change"),
    ("ReportRowChange", "answer of a change"),
    ("ReportSaved", "answer of a change"),
    ("RequirementsImport", "answer of a change"),
    ("ColumnMapping", "as MappingProfile"),
    ("MappingProfile", "of those who write reports, which no coordinator does; the list is asked as everybody"),
    ("MappingProfileConnection", "as MappingProfile"),
    ("MappingProfileEdge", "as MappingProfile"),
    ("SheetConstant", "as MappingProfile"),
    ("SheetMapping", "as MappingProfile"),
    ("SheetValue", "as MappingProfile"),
    ("RowsSent", "answer of a change"),
    ("SessionPayload", "answer of a change"),
    ("SheetCell", "answer of a change"),
    ("SheetCellCounts", "answer of a change"),
    ("SheetChoice", "answer of a change"),
    ("SheetColumn", "what is in a file of the asker's own"),
    ("SheetColumnGuess", "what is in a file of the asker's own"),
    ("SheetImport", "answer of a change"),
    ("SheetInspection", "what is in a file of the asker's own"),
    ("SheetOption", "what is in a file of the asker's own"),
    ("SheetReport", "answer of a change"),
    ("SheetRow", "answer of a change"),
    ("SheetRowCounts", "answer of a change"),
    ("SheetSummary", "what is in a file of the asker's own"),
    ("SheetText", "what is in a file of the asker's own"),
    ("ShareLink", "`links_to_a_plan_are_listed_by_those_who_may_publish_it`"),
    ("ShareLinkConnection", "as ShareLink"),
    ("ShareLinkEdge", "as ShareLink"),
    ("ShareLinkPayload", "answer of a change"),
    ("StandardComparison", "as ChecklistComparison"),
    ("OpeningPreview", RUN),
    ("OpeningDeliveries", RUN),
    ("OpeningItem", RUN),
    ("OpeningItemConnection", RUN),
    ("OpeningItemEdge", RUN),
    ("OpeningReader", RUN),
    ("Reminder", RUN),
    ("ReminderConnection", RUN),
    ("ReminderEdge", RUN),
    ("RemindedReport", RUN),
    ("QueuedReport", RUN),
    ("QueuedReportConnection", RUN),
    ("QueuedReportEdge", RUN),
    ("ReviewRisk", RUN),
    ("TargetsOutcome", "answer of a change"),
    ("ApiToken", "one's own, of which the askers of the matrix have none; tests/api/tokens.rs"),
    ("ApiTokenEdge", "as ApiToken"),
    ("Invitation", "one's own, of which the askers of the matrix have none; tests/api/grants.rs"),
    ("InvitationEdge", "as Invitation"),
    ("Work", "one's own while it goes on; work.rs"),
];

/// Subscriptions, and the test that asks each as everybody.
pub const WATCHED: &[(&str, &str)] = &[
    ("reportChanged", "changes_of_reports_are_told_to_those_who_may_read_them"),
    ("editionPublished", "editions_are_listened_for_by_those_who_may_know_of_the_appeal"),
];

/// Fields that are asked in another place than the matrix.
pub const ASKED_BESIDE: &[(&str, &str)] = &[
    ("Query.work", "an_import_that_is_stopped_keeps_nothing_and_the_same_one_again_is_taken"),
    ("Query.planDifference", "versions_are_compared_by_those_who_may_read_both"),
    ("Query.inspectSheet", "foreign_plans_periods_and_organisations_are_named_and_strangers_learn_nothing"),
    ("Query.openingPreview", RUN),
    ("Query.reminders", RUN),
    ("Query.reviewQueue", RUN),
    ("Query.shareLinks", "links_to_a_plan_are_listed_by_those_who_may_publish_it"),
    ("Query.checklistComparison", "rounds_are_compared_by_those_who_may_read_both"),
    ("Indicator.names", DEEPER),
    ("Indicator.plan", DEEPER),
    ("Indicator.activity", DEEPER),
    ("Indicator.objective", DEEPER),
    ("Target.area", DEEPER),
    ("Target.category", DEEPER),
];
const RUN: &str = "a plan is run by those who hold a role in one of its clusters, which `the_month_is_run_by_those_who_may_in_a_cluster_of_the_plan` tries";
const DEEPER: &str = "what_indicators_lead_to_is_read_by_those_who_work_on_plans";

fn same_operation(of: Option<&Record>, record: &Record) -> bool {
    let operation = |record: &Record| record.homes.first().and_then(|home| home.operation);
    of.is_none_or(|of| operation(record).is_none() || operation(of) == operation(record))
}

fn same_place(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| of.number / 10_000 == record.number / 10_000)
}

/// What lies in a place and belongs to its published plan; the drafts have one period and nothing else.
fn of_published_plan(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| of.number % 10_000 == at::PLAN) && same_place(of, record) && record.number % 10_000 != 231
}

/// Figures are made of accepted reports.
fn accepted_rows(of: Option<&Record>, record: &Record) -> bool {
    of_published_plan(of, record) && record.number % 10 == 4
}

fn of_organisation(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| (record.number - 900) / 3 == of.number)
}

fn of_checklist(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| of.number + at::EVIDENCE == record.number)
}

fn of_assessment(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| of.number + at::DOCUMENT == record.number)
}

fn of_published_appeal(of: Option<&Record>, record: &Record) -> bool {
    of.is_some_and(|of| of.number % 10_000 == at::APPEAL) && same_place(of, record)
}

fn survivors(_: Option<&Record>, record: &Record) -> bool {
    record.number != world::MERGED_INTO_P
}

fn any(_: Option<&Record>, _: &Record) -> bool {
    true
}

/// Reports, what is done about gaps, and the history are for roles that read some; where they read none, a list of them is empty.
pub const READS_REPORTS: Rule = Rule {
    all: &[Coordinator, CoCoordinator, SubnationalCoordinator, Imo, Government, PartnerFocalPoint, PartnerEditor],
    own: &[],
    span: Span::Anywhere,
};
/// Who writes reports somewhere.
const WRITES_REPORTS: Rule = Rule { all: &[Imo, PartnerFocalPoint, PartnerEditor], own: &[], span: Span::Anywhere };
const READS_HISTORY: Rule =
    Rule { all: &[SystemAdmin, Coordinator, CoCoordinator, Imo], own: &[], span: Span::Anywhere };
/// The standards of 2010, of which a key action is known.
const EDITION_OF_2010: &str = "id: \"RnJhbWV3b3JrOjAxOTMwMDAwMDAwMDcwMDA4MDAxMDAwMTAwMDAyMDEw\"";
/// The country.
const ROWS_BEHIND: &str = "areaId: \"QWRtaW5BcmVhOjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDI4\", first: 20";

const fn all(field: &'static str, beside: &'static str, rule: Rule, lists: &'static [List]) -> Read {
    Read { field, of: None, beside, rule, lists, is_kept_from_readers: false }
}

const fn of(
    field: &'static str,
    argument: &'static str,
    kind: &'static str,
    beside: &'static str,
    rule: Rule,
    lists: &'static [List],
) -> Read {
    Read { field, of: Some((argument, kind)), beside, rule, lists, is_kept_from_readers: false }
}

const fn kept_from_readers(read: Read) -> Read {
    Read { is_kept_from_readers: true, ..read }
}

/// Every query.
pub const READS: &[Read] = &[
    all("viewer", "", SIGNED_IN, &[]),
    all("arabicDigits", "", EVERYBODY, &[]),
    all("countries", "first: 20", EVERYBODY, &[]),
    all("adminAreas", "countryIso3: \"XEA\", first: 20", EVERYBODY, &[("", "AdminArea", any)]),
    all("adminArea", "countryIso3: \"XEA\", pcode: \"XE01\"", EVERYBODY, &[]),
    kept_from_readers(all("users", "first: 20", USERS, &[])),
    all("operations", "first: 20", DIRECTORY, &[("", "Operation", any)]),
    all("organisations", "first: 20", DIRECTORY, &[("", "Organisation", survivors)]),
    of("organisation", "id", "Organisation", "", DIRECTORY, &[("contacts", "Contact", of_organisation)]),
    of("operation", "id", "Operation", "", SHARED, &[("clusters", "Cluster", same_operation)]),
    of("cluster", "id", "Cluster", "", SHARED, &[]),
    of("sites", "operationId", "Operation", "first: 20", SHARED, &[("", "Site", same_operation)]),
    of("dimensions", "operationId", "Operation", "first: 20", SHARED, &[("", "Dimension", same_operation)]),
    of("categories", "operationId", "Operation", "first: 20", SHARED, &[("", "Category", same_operation)]),
    kept_from_readers(of("grants", "operationId", "Operation", "first: 100", LIST_GRANTS, &[])),
    of("subscriberCounts", "operationId", "Operation", "first: 20", COORDINATION, &[]),
    of("needsRounds", "operationId", "Operation", "first: 20", SHARED, &[("", "NeedsRound", same_operation)]),
    of("needsRound", "id", "NeedsRound", "", SHARED, &[]),
    of("assessments", "operationId", "Operation", "first: 50", SHARED, &[("", "Assessment", same_operation)]),
    of("assessment", "id", "Assessment", "", SHARED, &[("documents", "AssessmentDocument", of_assessment)]),
    all("frameworks", "first: 10", DIRECTORY, &[]),
    all("framework", EDITION_OF_2010, DIRECTORY, &[]),
    of("checklists", "operationId", "Operation", "first: 50", SHARED, &[("", "Checklist", same_operation)]),
    of("checklist", "id", "Checklist", "", SHARED, &[("evidence", "Evidence", of_checklist)]),
    of(
        "improvementActions",
        "operationId",
        "Operation",
        "first: 50",
        READS_REPORTS,
        &[("", "ImprovementAction", same_operation)],
    ),
    of(
        "contextualisations",
        "operationId",
        "Operation",
        "first: 20",
        SHARED,
        &[("", "Contextualisation", same_operation)],
    ),
    of("responsePlans", "operationId", "Operation", "first: 10", SHARED, &[("", "ResponsePlan", same_operation)]),
    of("responsePlan", "id", "ResponsePlan", "", SHARED, &[]),
    of(
        "reportingPeriods",
        "planId",
        "ResponsePlan",
        "first: 20",
        SHARED,
        &[("", "ReportingPeriod", of_published_plan)],
    ),
    of("projects", "planId", "ResponsePlan", "first: 20", SHARED, &[("", "Project", of_published_plan)]),
    of("project", "id", "Project", "", SHARED, &[]),
    of("planProjects", "planId", "ResponsePlan", "", SHARED, &[]),
    all("registryIndicators", "first: 20", DIRECTORY, &[]),
    of("dueReports", "periodId", "ReportingPeriod", "first: 20", READS_REPORTS, &[]),
    of("reportingSettings", "planId", "ResponsePlan", "", SHARED, &[]),
    of("reports", "planId", "ResponsePlan", "first: 10", READS_REPORTS, &[("", "Report", of_published_plan)]),
    of("report", "id", "Report", "", READS_REPORTS, &[]),
    of(
        "importBatches",
        "planId",
        "ResponsePlan",
        "first: 20",
        READS_REPORTS,
        &[("", "ImportBatch", of_published_plan)],
    ),
    of(
        "mappingProfiles",
        "planId",
        "ResponsePlan",
        "first: 20",
        WRITES_REPORTS,
        &[("", "MappingProfile", same_operation)],
    ),
    of("caseloads", "planId", "ResponsePlan", "first: 20", WORKING, &[]),
    of("planFigures", "planId", "ResponsePlan", "", SHARED, &[]),
    of("planTable", "planId", "ResponsePlan", "table: PRESENCE", SHARED, &[]),
    of("explain", "planId", "ResponsePlan", "kind: REACHED", SHARED, &[]),
    of("publications", "planId", "ResponsePlan", "first: 20", SHARED, &[("", "PeriodPublication", of_published_plan)]),
    of("publication", "id", "PeriodPublication", "", SHARED, &[]),
    of("rowsBehindFigures", "planId", "ResponsePlan", ROWS_BEHIND, READS_REPORTS, &[("", "ReportRow", accepted_rows)]),
    of("appeals", "operationId", "Operation", "first: 4", SHARED, &[("", "Appeal", same_operation)]),
    of("appeal", "id", "Appeal", "", SHARED, &[("flows", "Flow", of_published_appeal)]),
    all("publishedEditions", "appealCode: \"APPEAL-10510\", first: 20", EVERYBODY, &[]),
    of("auditEvents", "entityId", "ResponsePlan", "first: 20", READS_HISTORY, &[("", "AuditEvent", of_published_plan)]),
];
