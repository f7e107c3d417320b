//! Rounds and their figures.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    dimensions::CategoryId,
    ids,
    kit::{
        Error, Result,
        files::FileId,
        graphql::localized::TextInLanguageInput,
        scope::{OperationId, Scope, Scoped},
        sheet::Issues,
        text::LocalizedText,
    },
    places::AdminAreaId,
    schema::{need_figures, needs_rounds},
    text_enum, write_inputs,
};

ids! {
    /// The id of a needs round.
    NeedsRoundId of NeedsRoundKind as "NeedsRound";
}

text_enum! {
    /// How far a needs round is.
    NeedsRoundStatus {
        /// It was read in and nobody vouches for it yet.
        Draft = "DRAFT",
        /// The coordination team checked it.
        Validated = "VALIDATED",
        /// Everyone who works in the operation reads it.
        Published = "PUBLISHED",
        /// A correction took its place.
        Superseded = "SUPERSEDED",
    }
}

text_enum! {
    /// What a figure of needs counts.
    Metric {
        /// Everyone who lives there.
        Population = "POPULATION",
        /// Those whom the crisis affects.
        Affected = "AFFECTED",
        /// People in need.
        InNeed = "IN_NEED",
        /// Those whom the response plans to reach.
        Targeted = "TARGETED",
        /// Those who were, or are expected to be, reached, as the source says it.
        ExpectedReach = "EXPECTED_REACH",
    }
}

/// One statement of needs for an operation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = needs_rounds, check_for_backend(diesel::pg::Pg))]
pub struct NeedsRound {
    /// The round's id.
    pub id: NeedsRoundId,
    /// The operation.
    pub operation_id: OperationId,
    /// Counts the rounds of the operation.
    pub number: i32,
    /// Its title in several languages.
    pub names: LocalizedText,
    /// How the figures were made.
    pub method: String,
    /// Which edition of the method.
    pub method_version: String,
    /// Who published them, and where.
    pub source: String,
    /// What was read of the file: [`Parameters`].
    pub parameters: Value,
    /// First day the figures speak of.
    pub reference_from: NaiveDate,
    /// First day after.
    pub reference_to: NaiveDate,
    /// How far it is.
    pub status: NeedsRoundStatus,
    /// The round that it corrects.
    pub supersedes_id: Option<NeedsRoundId>,
    /// The file that it was read from.
    pub file_id: Option<FileId>,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for NeedsRound {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

impl NeedsRound {
    /// Whether it was published, now or before a correction took its place.
    pub fn is_public(&self) -> bool {
        matches!(self.status, NeedsRoundStatus::Published | NeedsRoundStatus::Superseded)
    }

    /// What was read of its file; none of a round that was entered in another way.
    pub(super) fn parameters(&self) -> Option<Parameters> {
        Parameters::deserialize(&self.parameters).ok()
    }

    /// Lets pass a round that is published: what is published elsewhere may speak of no other.
    ///
    /// # Errors
    /// `CONFLICT` at `field` that says what to do.
    pub fn require_published(&self, field: &str) -> Result<()> {
        let mend = match self.status {
            NeedsRoundStatus::Published => return Ok(()),
            NeedsRoundStatus::Superseded => "give the plan the round that corrects it, and publish the plan again",
            NeedsRoundStatus::Draft | NeedsRoundStatus::Validated => "publish the round first",
        };
        let message = format!("the plan answers needs round {}, which is {}; {mend}", self.number, self.status);
        Err(Error::conflict("needs-round-not-published", message).at(field))
    }

    /// Lets a round take its next step.
    ///
    /// # Errors
    /// `CONFLICT` that says how it goes on from here.
    pub(super) fn check_step(&self, to: NeedsRoundStatus) -> Result<()> {
        use NeedsRoundStatus::{Draft, Published, Superseded, Validated};
        let next = match self.status {
            Draft => Validated,
            Validated => Published,
            Published | Superseded => {
                let message = "a published round stays as it is; import a correction that supersedes it";
                return Err(Error::conflict("needs-round-published", message).at("roundId"));
            }
        };
        if next == to {
            return Ok(());
        }
        let message = format!("a round that is {} becomes {next}, not {to}", self.status);
        Err(Error::conflict("needs-round-step", message).at("roundId"))
    }
}

/// What was read of a file that holds the figures of several clusters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Parameters {
    /// The cluster, by HPC code.
    pub(super) sector_code: String,
    /// The caseload of the cluster, where the file has several.
    pub(super) caseload: Option<String>,
    /// From which share of its population on an area is in a phase, above 0 and at most 1; the usual one when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) severity_threshold: Option<Decimal>,
    /// Whether that share itself is enough; otherwise it takes more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) severity_inclusive: Option<bool>,
}

impl Parameters {
    /// What an import says about the rows that are read and how they are understood.
    ///
    /// # Errors
    /// When a text is empty or too long, or the share is none.
    pub(super) fn of(input: &ImportNeedsInput) -> Result<Self> {
        let share = |share: Decimal| {
            let message = "write a share above 0 and at most 1, such as 0.2 for a fifth of the population";
            let is_share = share > Decimal::ZERO && share <= Decimal::ONE && share.scale() <= 6;
            is_share
                .then_some(share)
                .ok_or_else(|| Error::invalid("severityThreshold", "needs-severity-share", message))
        };
        Ok(Self {
            sector_code: said(input.sector_code.as_deref().unwrap_or("EDU"), "sectorCode")?.to_uppercase(),
            caseload: input.caseload.as_deref().map(|caseload| said(caseload, "caseload")).transpose()?,
            severity_threshold: input.severity_threshold.map(share).transpose()?.map(|share| share.normalize()),
            severity_inclusive: input.severity_inclusive,
        })
    }
}

/// A figure: in this place, of this category, so many.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = need_figures, check_for_backend(diesel::pg::Pg))]
pub struct AreaPeople {
    /// The place; the country itself for national figures.
    pub area_id: AdminAreaId,
    /// Whom it counts.
    pub category_id: CategoryId,
    /// What it counts.
    pub metric: Metric,
    /// People; none when the source leaves it open, which is not zero.
    pub value: Option<Decimal>,
}

/// A table of needs to read in.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportNeedsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The operation; it must have a country, for P-codes are a country's.
    pub operation_id: ID,
    /// The file, as `PUT /files` named it: columns Admin 1 PCode (to 5), Description, Cluster, Category, Population, In Need, Targeted, Affected,
    /// Reached.
    pub file_id: ID,
    /// The title, in one or more languages; the source when it is left out.
    pub names: Option<Vec<TextInLanguageInput>>,
    /// How the figures were made.
    pub method: String,
    /// Which edition of the method.
    pub method_version: String,
    /// Who published them, and where.
    pub source: String,
    /// First day the figures speak of.
    pub reference_from: NaiveDate,
    /// First day after.
    pub reference_to: NaiveDate,
    /// The cluster whose rows are read, by HPC code; education, `EDU`, when it is left out.
    pub sector_code: Option<String>,
    /// The caseload that is read, as the column Description names it. Needed only where a cluster has several.
    pub caseload: Option<String>,
    /// The published round that this one corrects.
    pub supersedes_id: Option<ID>,
    /// From which share of its population on an area is in a phase of severity, above 0 and at most 1; 0.2 when it is left out.
    pub severity_threshold: Option<Decimal>,
    /// Whether that share itself is enough; true when it is left out. False takes more than the share.
    pub severity_inclusive: Option<bool>,
}

/// A round that goes on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct NeedsRoundStepInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The round.
    pub round_id: ID,
    /// The version that the step is based on.
    pub base_version: i32,
}

write_inputs!(ImportNeedsInput, NeedsRoundStepInput);

text_enum! {
    /// What reading a table of needs in came to.
    NeedsImportOutcome {
        /// A new round was made.
        Imported = "IMPORTED",
        /// There is a round of the same file, read in the same way; nothing was written.
        Unchanged = "UNCHANGED",
        /// There are errors; nothing was written.
        Refused = "REFUSED",
    }
}

/// What reading a table of needs in did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NeedsImport {
    /// What it came to.
    pub outcome: NeedsImportOutcome,
    /// The round that was made, or that was there already.
    pub round_id: Option<NeedsRoundId>,
    /// How many figures were written.
    pub figures: usize,
    /// What is wrong or odd.
    pub issues: Issues,
}

impl NeedsImport {
    /// Nothing was written, because of these.
    pub(super) fn refused(issues: Issues) -> Self {
        Self { outcome: NeedsImportOutcome::Refused, round_id: None, figures: 0, issues }
    }
}

/// A text of 1 to 300 characters.
///
/// # Errors
/// When it is empty or too long.
pub(super) fn said(text: &str, field: &str) -> Result<String> {
    let text = text.trim();
    if (1..=300).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(field, "text-length", "write 1 to 300 characters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::Language;

    fn round(status: NeedsRoundStatus) -> NeedsRound {
        let day = |text: &str| text.parse().expect("a date");
        NeedsRound {
            id: NeedsRoundId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            number: 1,
            names: LocalizedText::new(Language::En, "Needs 2024"),
            method: "JIAF".to_owned(),
            method_version: "2.0".to_owned(),
            source: "HPC".to_owned(),
            parameters: Value::Null,
            reference_from: day("2024-01-01"),
            reference_to: day("2025-01-01"),
            status,
            supersedes_id: None,
            file_id: None,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_round_is_validated_then_published_and_then_stays_as_it_is() {
        use NeedsRoundStatus::{Draft, Published, Superseded, Validated};
        assert!(round(Draft).check_step(Validated).is_ok());
        assert!(round(Validated).check_step(Published).is_ok());
        let error = round(Draft).check_step(Published).expect_err("nobody vouched for it");
        assert_eq!(error.message(), "a round that is DRAFT becomes VALIDATED, not PUBLISHED");
        for status in [Published, Superseded] {
            let error = round(status).check_step(Validated).expect_err("never edited in place");
            assert_eq!(error.key(), "needs-round-published");
        }
        let public = [Draft, Validated, Published, Superseded].map(|status| round(status).is_public());
        assert_eq!(public, [false, false, true, true]);
    }
}
