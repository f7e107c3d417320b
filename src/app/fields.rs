//! The role table by field: what a viewer must be allowed to do, somewhere, to use a root field, and with which types a reader meets what.
//!
//! It is the first wall: a field that a viewer can use nowhere answers at once, before any record is looked for. The second is the policy of each
//! record. A test fails when a field of the schema has no row here.

use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    graphql::Context,
};

/// Who may use a field at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, without an account.
    Anyone,
    /// Everybody who is signed in, but no program with an API token.
    InPerson,
    /// Who may do this somewhere; the record's policy decides where.
    May(Action),
    /// Who may do one of these somewhere.
    MayAny(&'static [Action]),
    /// Who may do this somewhere, but no program with an API token.
    MayInPerson(Action),
}

use Access::{Anyone, InPerson, May, MayAny, MayInPerson};

/// Who keeps the people of an organisation: the register's keepers, and who answers for it and so gives its roles.
const CONTACTS: Access = MayAny(&[Action::ManagePartners, Action::Grant]);

/// Root fields: (root, field, who may use it).
pub const ROOT_FIELDS: &[(&str, &str, Access)] = &[
    ("Query", "auditEvents", May(Action::ReadAudit)),
    // Of one's own alone.
    ("Query", "work", Anyone),
    ("Query", "arabicDigits", Anyone),
    ("Mutation", "stopWork", Anyone),
    ("Query", "countries", Anyone),
    ("Query", "adminAreas", Anyone),
    ("Query", "adminArea", Anyone),
    ("Query", "sites", May(Action::ReadShared)),
    ("Query", "viewer", Anyone),
    ("Query", "users", May(Action::ManageUsers)),
    ("Query", "grants", May(Action::Grant)),
    ("Query", "organisations", May(Action::ReadShared)),
    ("Query", "organisation", May(Action::ReadShared)),
    ("Query", "operations", May(Action::ReadShared)),
    ("Query", "operation", May(Action::ReadShared)),
    ("Query", "cluster", May(Action::ReadShared)),
    ("Query", "dimensions", May(Action::ReadShared)),
    ("Query", "categories", May(Action::ReadShared)),
    ("Query", "appeals", May(Action::ReadShared)),
    ("Query", "appeal", May(Action::ReadShared)),
    ("Query", "publishedEditions", Anyone),
    ("Mutation", "createDimension", May(Action::ManageCluster)),
    ("Mutation", "addDimensionValues", MayAny(&[Action::ManageCluster, Action::ManageReference])),
    ("Query", "subscriberCounts", May(Action::ReadContent)),
    ("Mutation", "subscribe", Anyone),
    ("Query", "needsRounds", May(Action::ReadShared)),
    ("Query", "needsRound", May(Action::ReadShared)),
    ("Mutation", "importPlaces", May(Action::ManageReference)),
    ("Mutation", "importCountries", May(Action::ManageReference)),
    ("Mutation", "retireAdminArea", May(Action::ManageReference)),
    ("Mutation", "createSite", May(Action::ManageCluster)),
    ("Mutation", "updateSite", May(Action::ManageCluster)),
    ("Mutation", "signIn", Anyone),
    ("Mutation", "refreshSession", Anyone),
    ("Mutation", "signOut", Anyone),
    ("Mutation", "inviteUser", MayInPerson(Action::Grant)),
    ("Mutation", "withdrawInvitation", InPerson),
    ("Mutation", "acceptInvitation", Anyone),
    ("Mutation", "requestPasswordReset", Anyone),
    ("Mutation", "resetPassword", Anyone),
    ("Mutation", "grantRole", MayInPerson(Action::Grant)),
    ("Mutation", "revokeGrant", InPerson),
    ("Mutation", "createApiToken", InPerson),
    ("Mutation", "revokeApiToken", InPerson),
    ("Mutation", "createOrganisation", May(Action::ManagePartners)),
    ("Mutation", "updateOrganisation", May(Action::ManagePartners)),
    ("Mutation", "verifyOrganisation", May(Action::ManagePartners)),
    ("Mutation", "mergeOrganisations", May(Action::ManagePartners)),
    ("Mutation", "addContact", CONTACTS),
    ("Mutation", "updateContact", CONTACTS),
    ("Mutation", "removeContact", CONTACTS),
    ("Mutation", "createOperation", May(Action::ManageReference)),
    ("Mutation", "updateOperation", MayAny(&[Action::ManageReference, Action::Publish])),
    ("Mutation", "addEmergency", May(Action::ManageCluster)),
    ("Mutation", "createCluster", May(Action::ManageCluster)),
    ("Mutation", "updateCluster", May(Action::ManageCluster)),
    ("Mutation", "transitionCluster", May(Action::ManageCluster)),
    ("Mutation", "addMembership", May(Action::ManageCluster)),
    ("Mutation", "endMembership", May(Action::ManageCluster)),
    ("Mutation", "importNeeds", May(Action::ManageNeeds)),
    ("Mutation", "validateNeedsRound", May(Action::ManageNeeds)),
    ("Mutation", "publishNeedsRound", May(Action::ManageNeeds)),
    ("Query", "assessments", May(Action::ReadShared)),
    ("Query", "assessment", May(Action::ReadShared)),
    ("Mutation", "createAssessment", May(Action::ManageNeeds)),
    ("Mutation", "updateAssessment", May(Action::ManageNeeds)),
    ("Mutation", "finaliseAssessment", May(Action::ManageNeeds)),
    ("Mutation", "withdrawAssessment", May(Action::ManageNeeds)),
    ("Mutation", "addAssessmentDocument", May(Action::ManageNeeds)),
    ("Mutation", "removeAssessmentDocument", May(Action::ManageNeeds)),
    ("Query", "frameworks", May(Action::ReadShared)),
    ("Query", "framework", May(Action::ReadShared)),
    ("Mutation", "importKeyActions", May(Action::ManageReference)),
    ("Query", "checklists", May(Action::ReadShared)),
    ("Query", "checklist", May(Action::ReadShared)),
    ("Query", "checklistComparison", May(Action::ReadShared)),
    ("Query", "improvementActions", May(Action::ReadContent)),
    ("Mutation", "createChecklist", May(Action::EditChecklist)),
    ("Mutation", "updateChecklist", May(Action::EditChecklist)),
    ("Mutation", "rateChecklist", May(Action::EditChecklist)),
    ("Mutation", "submitChecklist", May(Action::SubmitChecklist)),
    ("Mutation", "addEvidence", May(Action::EditChecklist)),
    ("Mutation", "removeEvidence", May(Action::EditChecklist)),
    ("Mutation", "addImprovementAction", May(Action::EditChecklist)),
    ("Mutation", "updateImprovementAction", May(Action::EditChecklist)),
    ("Query", "contextualisations", May(Action::ReadShared)),
    ("Mutation", "startContextualisation", May(Action::EditChecklist)),
    ("Mutation", "updateContextualisation", May(Action::EditChecklist)),
    ("Mutation", "setContextualItems", May(Action::EditChecklist)),
    ("Mutation", "createAppeal", May(Action::EditAppeal)),
    ("Mutation", "updateAppeal", May(Action::EditAppeal)),
    ("Mutation", "setAppealStatus", May(Action::EditAppeal)),
    ("Mutation", "reviseAppeal", May(Action::EditAppeal)),
    ("Mutation", "requirementFromPlan", May(Action::EditAppeal)),
    ("Mutation", "importRequirements", May(Action::EditAppeal)),
    ("Mutation", "publishEdition", May(Action::Publish)),
    ("Mutation", "recordFlow", May(Action::RecordFunding)),
    ("Mutation", "withdrawFlow", May(Action::RecordFunding)),
    ("Mutation", "importFlows", May(Action::RecordFunding)),
    ("Query", "responsePlans", May(Action::ReadShared)),
    ("Query", "responsePlan", May(Action::ReadShared)),
    ("Query", "reportingPeriods", May(Action::ReadShared)),
    ("Query", "reports", May(Action::ReadContent)),
    ("Query", "report", May(Action::ReadContent)),
    ("Query", "openingPreview", May(Action::ManagePeriods)),
    ("Query", "dueReports", May(Action::ReadContent)),
    ("Query", "reportingSettings", May(Action::ReadShared)),
    ("Query", "reminders", May(Action::DecideReport)),
    ("Query", "reviewQueue", May(Action::DecideReport)),
    ("Query", "planFigures", May(Action::ReadShared)),
    ("Query", "rowsBehindFigures", May(Action::ReadContent)),
    ("Query", "explain", May(Action::ReadShared)),
    ("Query", "planTable", May(Action::ReadShared)),
    ("Query", "publications", May(Action::ReadShared)),
    ("Query", "publication", May(Action::ReadShared)),
    ("Query", "shareLinks", May(Action::Publish)),
    ("Mutation", "publishPeriod", May(Action::Publish)),
    ("Mutation", "createShareLink", MayInPerson(Action::Publish)),
    ("Mutation", "revokeShareLink", May(Action::Publish)),
    ("Mutation", "createCalendarFeed", InPerson),
    ("Mutation", "revokeCalendarFeed", InPerson),
    ("Mutation", "createPlan", May(Action::EditPlan)),
    ("Mutation", "updatePlan", May(Action::EditPlan)),
    ("Mutation", "addObjective", May(Action::EditPlan)),
    ("Query", "planDifference", May(Action::ReadShared)),
    ("Query", "registryIndicators", May(Action::ReadShared)),
    ("Mutation", "updateObjective", May(Action::EditPlan)),
    ("Mutation", "removeObjective", May(Action::EditPlan)),
    ("Mutation", "removeActivity", May(Action::EditPlan)),
    ("Mutation", "removeIndicator", May(Action::EditPlan)),
    ("Query", "projects", May(Action::ReadShared)),
    ("Query", "project", May(Action::ReadShared)),
    ("Query", "planProjects", May(Action::ReadShared)),
    ("Mutation", "createProject", May(Action::EditProject)),
    ("Mutation", "updateProject", May(Action::EditProject)),
    ("Mutation", "moveProject", May(Action::SubmitProject)),
    ("Mutation", "decideProject", May(Action::DecideProject)),
    ("Mutation", "setProjectReviewers", May(Action::DecideProject)),
    ("Mutation", "setReviewCriteria", May(Action::EditPlan)),
    // Whoever is asked to review a project may, whatever their role.
    ("Mutation", "reviewProject", May(Action::ReadShared)),
    ("Mutation", "addActivity", May(Action::EditPlan)),
    ("Mutation", "updateActivity", May(Action::EditPlan)),
    ("Mutation", "setActivityCosts", May(Action::EditPlan)),
    ("Mutation", "addIndicator", May(Action::EditPlan)),
    ("Mutation", "updateIndicator", May(Action::EditPlan)),
    ("Mutation", "setTargets", May(Action::EditPlan)),
    ("Mutation", "publishPlan", May(Action::Publish)),
    ("Mutation", "createReportingPeriods", May(Action::ManagePeriods)),
    ("Mutation", "closeReportingPeriod", May(Action::ManagePeriods)),
    ("Mutation", "openReportingPeriod", May(Action::ManagePeriods)),
    ("Mutation", "saveReport", May(Action::EditReport)),
    ("Mutation", "submitReport", May(Action::SubmitReport)),
    ("Mutation", "returnReport", May(Action::DecideReport)),
    ("Mutation", "acceptReport", May(Action::DecideReport)),
    ("Mutation", "reopenReport", May(Action::DecideReport)),
    ("Mutation", "importReport", May(Action::EditReport)),
    ("Query", "importBatches", May(Action::ReadContent)),
    ("Query", "caseloads", May(Action::ReadDrafts)),
    ("Mutation", "undoImport", May(Action::EditReport)),
    ("Mutation", "sendRows", May(Action::EditReport)),
    ("Query", "inspectSheet", May(Action::EditReport)),
    ("Query", "mappingProfiles", May(Action::EditReport)),
    ("Mutation", "importSheet", May(Action::EditReport)),
    ("Mutation", "renameMappingProfile", May(Action::EditReport)),
    ("Mutation", "removeMappingProfile", May(Action::EditReport)),
    ("Mutation", "declareCaseloads", May(Action::DecideReport)),
    ("Mutation", "reportNothing", May(Action::SubmitReport)),
    ("Mutation", "acceptReports", May(Action::DecideReport)),
    ("Mutation", "cleanCells", May(Action::DecideReport)),
    ("Mutation", "restoreCells", May(Action::DecideReport)),
    ("Mutation", "addReportComment", May(Action::DecideReport)),
    ("Mutation", "answerReportComment", MayAny(&[Action::EditReport, Action::DecideReport])),
    ("Mutation", "resolveReportComment", May(Action::DecideReport)),
    ("Mutation", "remind", May(Action::DecideReport)),
    ("Mutation", "setReportingSettings", May(Action::ManagePeriods)),
    ("Subscription", "reportChanged", May(Action::ReadContent)),
    ("Subscription", "editionPublished", Anyone),
];

/// Lets a viewer pass to a root field. An API token that may only read passes to no change at all, except to those that need nobody.
///
/// # Errors
/// `UNAUTHENTICATED` for visitors where someone must be signed in, else `FORBIDDEN`.
pub fn admit(context: &Context, root: &str, field: &str) -> Result<()> {
    let row = ROOT_FIELDS.iter().find(|(of, name, _)| (*of, *name) == (root, field));
    let access = row
        .map(|(.., access)| *access)
        .ok_or_else(|| Error::bug(format!("{root}.{field} has no row in the role table")))?;
    let viewer = &context.viewer;
    if root == "Mutation" && access != Anyone {
        viewer.require_writer()?;
    }
    match access {
        Anyone => Ok(()),
        InPerson => viewer.require_person().map(|_| ()),
        May(action) => require_any(viewer, &[action], field),
        MayAny(actions) => require_any(viewer, actions, field),
        MayInPerson(action) => {
            viewer.require_person()?;
            require_any(viewer, &[action], field)
        }
    }
}

fn require_any(viewer: &Viewer, actions: &[Action], field: &str) -> Result<()> {
    if actions.iter().any(|action| viewer.may_somewhere(*action)) {
        return Ok(());
    }
    viewer.require_user()?;
    Err(Error::forbidden(format!("no role that you hold may use {field}")))
}
