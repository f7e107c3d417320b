//! The role table by field: what a viewer must be allowed to do, somewhere, to use a root field, and with which types a reader meets what.
//!
//! It is the first wall: a field that a viewer can use nowhere answers at once, before any record is looked for. The second is the policy of each
//! record. A test fails when a field of the schema has no row here.

use crate::kit::{Error, Result, auth::Action, graphql::Context};

/// Who may use a field at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, without an account.
    Anyone,
    /// Everybody who is signed in.
    SignedIn,
    /// Who may do this somewhere; the record's policy decides where.
    May(Action),
}

use Access::{Anyone, May, SignedIn};

/// Root fields: (root, field, who may use it).
pub const ROOT_FIELDS: &[(&str, &str, Access)] = &[
    ("Query", "auditEvents", May(Action::ReadAudit)),
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
    ("Mutation", "createDimension", May(Action::ReadShared)),
    ("Mutation", "addDimensionValues", May(Action::ReadShared)),
    ("Query", "subscriberCounts", May(Action::ReadContent)),
    ("Mutation", "subscribe", Anyone),
    ("Query", "needsRounds", May(Action::ReadShared)),
    ("Query", "needsRound", May(Action::ReadShared)),
    ("Mutation", "importPlaces", May(Action::ManageReference)),
    ("Mutation", "importCountries", May(Action::ManageReference)),
    ("Mutation", "createSite", May(Action::ManageCluster)),
    ("Mutation", "signIn", Anyone),
    ("Mutation", "refreshSession", Anyone),
    ("Mutation", "signOut", Anyone),
    ("Mutation", "inviteUser", May(Action::Grant)),
    ("Mutation", "acceptInvitation", Anyone),
    ("Mutation", "requestPasswordReset", Anyone),
    ("Mutation", "resetPassword", Anyone),
    ("Mutation", "grantRole", May(Action::Grant)),
    ("Mutation", "revokeGrant", SignedIn),
    ("Mutation", "createApiToken", SignedIn),
    ("Mutation", "revokeApiToken", SignedIn),
    ("Mutation", "createOrganisation", May(Action::ManagePartners)),
    ("Mutation", "updateOrganisation", May(Action::ManagePartners)),
    ("Mutation", "verifyOrganisation", May(Action::ManagePartners)),
    ("Mutation", "mergeOrganisations", May(Action::ManagePartners)),
    ("Mutation", "addContact", May(Action::ReadShared)),
    ("Mutation", "updateContact", May(Action::ReadShared)),
    ("Mutation", "removeContact", May(Action::ReadShared)),
    ("Mutation", "createOperation", May(Action::ManageReference)),
    ("Mutation", "updateOperation", May(Action::ReadShared)),
    ("Mutation", "addEmergency", May(Action::ReadShared)),
    ("Mutation", "createCluster", May(Action::ReadShared)),
    ("Mutation", "updateCluster", May(Action::ManageCluster)),
    ("Mutation", "transitionCluster", May(Action::ManageCluster)),
    ("Mutation", "addMembership", May(Action::ManageCluster)),
    ("Mutation", "endMembership", May(Action::ManageCluster)),
    ("Mutation", "importNeeds", May(Action::ManageNeeds)),
    ("Mutation", "validateNeedsRound", May(Action::ManageNeeds)),
    ("Mutation", "publishNeedsRound", May(Action::ManageNeeds)),
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
    ("Query", "planFigures", May(Action::ReadShared)),
    ("Query", "rowsBehindFigures", May(Action::ReadContent)),
    ("Mutation", "createPlan", May(Action::EditPlan)),
    ("Mutation", "updatePlan", May(Action::EditPlan)),
    ("Mutation", "addObjective", May(Action::EditPlan)),
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
    ("Mutation", "declareCaseloads", May(Action::DecideReport)),
];

/// Lets a viewer pass to a root field.
///
/// # Errors
/// `UNAUTHENTICATED` for visitors where someone must be signed in, else `FORBIDDEN`.
pub fn admit(context: &Context, root: &str, field: &str) -> Result<()> {
    let row = ROOT_FIELDS.iter().find(|(of, name, _)| (*of, *name) == (root, field));
    let access = row
        .map(|(.., access)| *access)
        .ok_or_else(|| Error::bug(format!("{root}.{field} has no row in the role table")))?;
    match access {
        Anyone => Ok(()),
        SignedIn => context.viewer.require_user().map(|_| ()),
        May(action) if context.viewer.may_somewhere(action) => Ok(()),
        May(_) => {
            context.viewer.require_user()?;
            Err(Error::forbidden(format!("no role that you hold may use {field}")))
        }
    }
}
