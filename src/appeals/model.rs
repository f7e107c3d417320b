//! Appeals, what they ask for in revisions, and their published editions.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::funding;
use crate::{
    ids,
    kit::{
        Error, Result,
        graphql::localized::TextInLanguageInput,
        scope::{ClusterId, OperationId, Scope, Scoped, UserId},
        text::LocalizedText,
    },
    places::AdminAreaId,
    plans::{ActivityId, PlanId},
    schema::{appeal_revisions, appeals, editions, requirement_lines},
    text_enum, write_inputs,
};

ids! {
    /// The id of an appeal.
    AppealId of AppealKindOfId as "Appeal";
    /// The id of a revision of an appeal.
    RevisionId of RevisionKind as "AppealRevision";
    /// The id of a line of a requirement.
    RequirementLineId of RequirementLineKind as "RequirementLine";
    /// The id of an edition of an appeal.
    EditionId of EditionKind as "Edition";
}

text_enum! {
    /// What kind of appeal it is.
    AppealKind {
        /// A flash appeal, for three to six months.
        FlashAppeal = "FLASH_APPEAL",
        /// A humanitarian response plan.
        Hrp = "HRP",
        /// A refugee response plan.
        Rrp = "RRP",
        /// Another humanitarian appeal.
        HumanitarianOther = "HUMANITARIAN_OTHER",
        /// Of the Central Emergency Response Fund: rapid response or underfunded emergencies.
        Cerf = "CERF",
        /// Of a country-based pooled fund: standard or reserve allocation.
        Cbpf = "CBPF",
        /// A first emergency response of Education Cannot Wait.
        EcwFer = "ECW_FER",
        /// A multi-year resilience programme of Education Cannot Wait.
        EcwMyrp = "ECW_MYRP",
        /// Of the acceleration facility of Education Cannot Wait.
        EcwAf = "ECW_AF",
        /// Accelerated funding of the Global Partnership for Education.
        GpeAccelerated = "GPE_ACCELERATED",
        /// Humanitarian action for children, of UNICEF.
        UnicefHac = "UNICEF_HAC",
        /// An appeal of one agency.
        Agency = "AGENCY",
        /// To one donor.
        Bilateral = "BILATERAL",
        /// Another kind.
        Other = "OTHER",
    }
}

text_enum! {
    /// How far an appeal is.
    AppealStatus {
        /// Being written; only those who work on it see it.
        Draft = "DRAFT",
        /// There is an edition.
        Published = "PUBLISHED",
        /// What it asks for was revised since its first edition.
        Revised = "REVISED",
        /// Over; a last edition may still follow.
        Closed = "CLOSED",
        /// Put away; nothing changes any more.
        Archived = "ARCHIVED",
    }
}

impl AppealStatus {
    /// The status after an edition; `revised` tells whether the first edition spoke of another requirement.
    ///
    /// # Errors
    /// When nothing may be published any more.
    pub fn after_edition(self, revised: bool) -> Result<Self> {
        match self {
            Self::Archived => {
                Err(Error::conflict("appeal-archived", "this appeal is archived; nothing of it changes any more"))
            }
            Self::Closed => Ok(Self::Closed),
            _ if revised => Ok(Self::Revised),
            Self::Revised => Ok(Self::Revised),
            Self::Draft | Self::Published => Ok(Self::Published),
        }
    }

    /// Lets pass a step that a person takes. An appeal is published by an edition and revised by the next, not by hand.
    ///
    /// # Errors
    /// When the step is none of: to close what is published, to open again what is closed, to archive what is closed or was never published.
    pub fn check_step(self, next: Self) -> Result<()> {
        match (self, next) {
            (Self::Published | Self::Revised, Self::Closed)
            | (Self::Closed, Self::Revised | Self::Archived)
            | (Self::Draft, Self::Archived) => Ok(()),
            _ => {
                let message = format!("an appeal that is {self} does not become {next} by hand");
                Err(Error::conflict("appeal-step", message).at("status"))
            }
        }
    }

    /// Whether what the appeal says and asks for may still change.
    ///
    /// # Errors
    /// `CONFLICT` when it may not.
    pub fn check_open(self) -> Result<()> {
        match self {
            Self::Draft | Self::Published | Self::Revised => Ok(()),
            Self::Closed | Self::Archived => {
                let message = format!("this appeal is {self}; what it asks for does not change any more");
                Err(Error::conflict("appeal-closed", message))
            }
        }
    }
}

/// An appeal for funds.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = appeals, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Appeal {
    /// The appeal.
    pub id: AppealId,
    /// The operation.
    pub operation_id: OperationId,
    /// The plan that it funds, if one.
    pub plan_id: Option<PlanId>,
    /// The cluster that it is for, if one.
    pub cluster_id: Option<ClusterId>,
    /// Its public code.
    pub code: String,
    /// Its kind.
    pub kind: AppealKind,
    /// Its title by language.
    pub names: LocalizedText,
    /// What it is about, by language.
    pub summary: LocalizedText,
    /// ISO 4217 code of its requirement.
    pub currency: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// How far it is.
    pub status: AppealStatus,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Appeal {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id).shared_by(self.cluster_id)
    }
}

/// A statement of what an appeal asks for; the last one holds.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = appeal_revisions, check_for_backend(diesel::pg::Pg))]
pub struct Revision {
    /// The revision.
    pub id: RevisionId,
    /// The appeal.
    pub appeal_id: AppealId,
    /// Counts the revisions.
    pub number: i32,
    /// From when it holds.
    pub valid_from: NaiveDate,
    /// Why it was made.
    pub reason: String,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// A line of what a revision asks for.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = requirement_lines, check_for_backend(diesel::pg::Pg))]
pub struct RequirementLine {
    /// The line.
    pub id: RequirementLineId,
    /// The revision.
    pub revision_id: RevisionId,
    /// The activity that it pays for, if one.
    pub activity_id: Option<ActivityId>,
    /// The cluster as the source names it, for requirements that were imported.
    pub cluster_name: Option<String>,
    /// Where, if it is for one area.
    pub area_id: Option<AdminAreaId>,
    /// Which year, if it is for one.
    pub year: Option<i32>,
    /// What it is by language, where no activity says it.
    pub label: LocalizedText,
    /// How much, in the appeal's currency; null when not stated.
    pub amount: Option<Decimal>,
    /// What the source says was given for it; null when not stated.
    pub reported_funding: Option<Decimal>,
}

/// What these lines ask for together; null when none states an amount.
pub fn requirement(lines: &[RequirementLine]) -> Option<Decimal> {
    funding::total(lines.iter().map(|line| line.amount))
}

/// A published report of an appeal: numbered, immutable, hashed.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = editions, check_for_backend(diesel::pg::Pg))]
pub struct Edition {
    /// The edition.
    pub id: EditionId,
    /// The operation.
    pub operation_id: OperationId,
    /// The appeal.
    pub appeal_id: AppealId,
    /// Counts the editions.
    pub number: i32,
    /// The day that its figures speak of.
    pub as_of: NaiveDate,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: UserId,
    /// Everything that its page shows.
    pub figures: Value,
    /// SHA-256 of the canonical figures.
    pub hash: Vec<u8>,
    /// What the publisher says of the changes.
    pub note: Option<String>,
}

/// An appeal to enter.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateAppealInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// The plan that it funds. Money counts for the appeal when its destination names the plan's code.
    pub plan_id: Option<ID>,
    /// The cluster that it is for; left out, it asks for all.
    pub cluster_id: Option<ID>,
    /// Its public code: 2 to 30 letters, digits and hyphens, unique in the installation.
    pub code: String,
    /// Its kind.
    pub kind: AppealKind,
    /// Its title.
    pub names: Vec<TextInLanguageInput>,
    /// What it is about, in two or three sentences.
    #[graphql(default)]
    pub summary: Vec<TextInLanguageInput>,
    /// ISO 4217 code of its requirement.
    #[graphql(default = "USD")]
    pub currency: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
}

/// What changes of an appeal. What is left out stays as it is.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateAppealInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal.
    pub appeal_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// Its kind.
    pub kind: Option<AppealKind>,
    /// Its title.
    pub names: Option<Vec<TextInLanguageInput>>,
    /// What it is about.
    pub summary: Option<Vec<TextInLanguageInput>>,
    /// First day.
    pub starts_on: Option<NaiveDate>,
    /// First day after.
    pub ends_on: Option<NaiveDate>,
}

/// A step of an appeal.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetAppealStatusInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal.
    pub appeal_id: ID,
    /// The version that the step is based on.
    pub base_version: i32,
    /// CLOSED for what is published, REVISED to open it again, ARCHIVED to put it away.
    pub status: AppealStatus,
}

/// A requirement entered by hand.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReviseAppealInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal.
    pub appeal_id: ID,
    /// The version that the revision is based on.
    pub base_version: i32,
    /// From when it holds.
    pub valid_from: NaiveDate,
    /// Why it is made.
    pub reason: String,
    /// Everything that the appeal asks for from then on, at most 500 lines.
    pub lines: Vec<RequirementLineInput>,
}

/// A line of a requirement.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RequirementLineInput {
    /// The activity of the appeal's plan that it pays for.
    pub activity_id: Option<ID>,
    /// Where, if it is for one area.
    pub area_id: Option<ID>,
    /// Which year, if it is for one.
    pub year: Option<i32>,
    /// What it is, where no activity says it.
    #[graphql(default)]
    pub label: Vec<TextInLanguageInput>,
    /// How much, in the appeal's currency; left out when it is not known yet.
    pub amount: Option<Decimal>,
}

/// A requirement taken from the costs of the appeal's plan.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RequirementFromPlanInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal.
    pub appeal_id: ID,
    /// The version that the revision is based on.
    pub base_version: i32,
    /// From when it holds.
    pub valid_from: NaiveDate,
    /// Why it is made.
    pub reason: String,
}

/// A requirement by cluster, in a file of the Financial Tracking Service.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportRequirementsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal. Rows with the code of its plan are its own; others are left out.
    pub appeal_id: ID,
    /// The version that the revision is based on.
    pub base_version: i32,
    /// The file: requirements and funding by cluster, a CSV as FTS gives it.
    pub file_id: ID,
    /// Take only the rows of these clusters, as the file names them; left out, all.
    pub cluster_names: Option<Vec<String>>,
    /// From when it holds.
    pub valid_from: NaiveDate,
    /// Why it is made.
    pub reason: String,
}

/// An edition to publish.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct PublishEditionInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal.
    pub appeal_id: ID,
    /// The day that its figures speak of, not in the future.
    pub as_of: NaiveDate,
    /// What you say of the changes.
    pub note: Option<String>,
}

write_inputs!(
    CreateAppealInput,
    UpdateAppealInput,
    SetAppealStatusInput,
    ReviseAppealInput,
    RequirementFromPlanInput,
    ImportRequirementsInput,
    PublishEditionInput,
);

/// The public code of an appeal.
///
/// # Errors
/// When it has another shape.
pub fn code(text: &str) -> Result<String> {
    let text = text.trim();
    let fits = (2..=30).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if fits {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(
            "code",
            "appeal-code",
            "a code has 2 to 30 letters, digits and hyphens, such as EDU-XE-2026",
        ))
    }
}

/// Lets pass a first day and a first day after.
///
/// # Errors
/// When the end is not after the start, or the time is out of any reason.
pub fn check_dates(starts_on: NaiveDate, ends_on: NaiveDate) -> Result<()> {
    use chrono::Datelike;
    if ends_on <= starts_on || starts_on.year() < 2000 || ends_on.year() > 2100 {
        let message = "the end is the first day after the appeal, so it comes after the start; years are 2000 to 2100";
        return Err(Error::invalid("endsOn", "appeal-dates", message));
    }
    Ok(())
}

/// A reason or a note: something, and at most 2,000 characters.
///
/// # Errors
/// When it is empty or too long.
pub fn reason(text: &str, field: &str) -> Result<String> {
    let text = text.trim();
    if (1..=2000).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(field, "reason-length", "say why, in 1 to 2,000 characters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AppealStatus::{Archived, Closed, Draft, Published, Revised};

    #[test]
    fn an_edition_publishes_and_a_revised_requirement_shows_in_the_status() {
        let cases = [
            (Draft, false, Published),
            (Published, false, Published),
            (Published, true, Revised),
            (Revised, false, Revised),
            (Closed, true, Closed),
        ];
        for (before, revised, after) in cases {
            assert_eq!(before.after_edition(revised).expect("may publish"), after);
        }
        assert_eq!(Archived.after_edition(false).expect_err("archived").key(), "appeal-archived");
    }

    #[test]
    fn only_these_steps_are_taken_by_hand() {
        let allowed =
            [(Published, Closed), (Revised, Closed), (Closed, Revised), (Closed, Archived), (Draft, Archived)];
        for before in AppealStatus::ALL {
            for after in AppealStatus::ALL {
                assert_eq!(before.check_step(*after).is_ok(), allowed.contains(&(*before, *after)), "{before} {after}");
            }
        }
    }

    #[test]
    fn a_code_is_short_and_plain() {
        assert_eq!(code(" EDU-XE-2026 ").expect("a code"), "EDU-XE-2026");
        for wrong in ["", "E", "EDU XE", "EDU/XE", "é-2026", &"X".repeat(31)] {
            assert!(code(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_appeal_ends_after_it_starts_and_in_this_century() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert!(check_dates(day("2026-01-01"), day("2027-01-01")).is_ok());
        for (from, to) in [("2026-01-01", "2026-01-01"), ("2026-01-02", "2026-01-01"), ("1999-12-31", "2001-01-01")] {
            assert_eq!(check_dates(day(from), day(to)).expect_err("no time").field(), Some("endsOn"));
        }
    }
}
