//! Operations, emergencies, clusters, memberships.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

pub use super::{
    inputs::{
        AddEmergencyInput, AddMembershipInput, ClusterDetailsInput, CreateClusterInput, CreateOperationInput,
        EndMembershipInput, OperationSettingsInput, TransitionClusterInput, UpdateClusterInput, UpdateOperationInput,
    },
    lifecycle::ClusterStatus,
};
use crate::{
    ids,
    kit::{
        Error, Result,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped},
        text::{Language, LocalizedText},
    },
    places::{AdminAreaId, LocationPrecision},
    schema::{cluster_transitions, clusters, emergencies, memberships, operations},
    text_enum,
};

ids! {
    /// The id of an emergency.
    EmergencyId of EmergencyKind as "Emergency";
    /// The id of a step in a cluster's life.
    ClusterTransitionId of ClusterTransitionKind as "ClusterTransition";
    /// The id of a membership.
    MembershipId of MembershipKind as "Membership";
}

text_enum! {
    /// Whether work goes on in an operation.
    OperationStatus {
        /// Work goes on.
        Active = "ACTIVE",
        /// It is over; everything can still be read.
        Closed = "CLOSED",
    }
}

text_enum! {
    /// The level of a cluster.
    ClusterLevel {
        /// The whole world.
        Global = "GLOBAL",
        /// The operation.
        National = "NATIONAL",
        /// A part of the operation, below a national cluster.
        Subnational = "SUBNATIONAL",
    }
}

text_enum! {
    /// The kind of a cluster.
    ClusterKind {
        /// A formally activated cluster.
        Cluster = "CLUSTER",
        /// A sector, led by the government.
        Sector = "SECTOR",
        /// A working group.
        WorkingGroup = "WORKING_GROUP",
        /// A refugee education working group, led by UNHCR with the government.
        RefugeeWorkingGroup = "REFUGEE_WORKING_GROUP",
    }
}

text_enum! {
    /// What an organisation is in a cluster. Partners, leads and co-leads are expected to report.
    MembershipRole {
        /// It leads.
        Lead = "LEAD",
        /// It leads with another.
        CoLead = "CO_LEAD",
        /// It takes part, reports and is targeted.
        Partner = "PARTNER",
        /// It listens.
        Observer = "OBSERVER",
        /// It funds.
        Donor = "DONOR",
        /// It is an authority.
        Government = "GOVERNMENT",
    }
}

impl MembershipRole {
    /// The roles that are expected to report.
    pub const REPORTING: &[Self] = &[Self::Lead, Self::CoLead, Self::Partner];
}

/// A response: a country or region in a crisis.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = operations, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Operation {
    /// The operation's id.
    pub id: OperationId,
    /// Its short code.
    pub code: String,
    /// Its name in several languages.
    pub names: LocalizedText,
    /// The country by ISO 3166 code; none for a region.
    pub country_iso3: Option<String>,
    /// The language of its work.
    pub default_language: Language,
    /// The IANA time zone that its deadlines are read in.
    pub time_zone: String,
    /// How exactly positions of sites may be shown.
    pub location_precision: LocationPrecision,
    /// Public tables hide counts below it.
    pub small_cell_threshold: i32,
    /// Whether work goes on.
    pub status: OperationStatus,
    /// Counts changes.
    pub version: i32,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Operation {
    /// The day that it is where the operation works.
    ///
    /// # Errors
    /// When its time zone is none, which the database does not hold.
    pub fn day(&self, at: DateTime<Utc>) -> Result<NaiveDate> {
        let zone: chrono_tz::Tz = self.time_zone.parse().map_err(Error::internal)?;
        Ok(at.with_timezone(&zone).date_naive())
    }
}

impl Scoped for Operation {
    fn scope(&self) -> Scope {
        Scope::operation(self.id)
    }
}

/// What happened: an operation answers one or more.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = emergencies, check_for_backend(diesel::pg::Pg))]
pub struct Emergency {
    /// The emergency's id.
    pub id: EmergencyId,
    /// The operation that answers it.
    pub operation_id: OperationId,
    /// Its GLIDE number, where one was given.
    pub glide: Option<String>,
    /// Its name in several languages.
    pub names: LocalizedText,
    /// When it began.
    pub started_on: NaiveDate,
}

impl Scoped for Emergency {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

/// An education cluster, sector or working group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = clusters, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Cluster {
    /// The cluster's id.
    pub id: ClusterId,
    /// The operation.
    pub operation_id: OperationId,
    /// The national cluster of a sub-national one.
    pub parent_id: Option<ClusterId>,
    /// Its level.
    pub level: ClusterLevel,
    /// Its kind.
    pub kind: ClusterKind,
    /// The sector it coordinates, by HPC code; education is `EDU`.
    pub sector_code: String,
    /// Its name in several languages.
    pub names: LocalizedText,
    /// The area that a sub-national cluster covers.
    pub area_id: Option<AdminAreaId>,
    /// Where it stands in its life.
    pub status: ClusterStatus,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Cluster {
    fn scope(&self) -> Scope {
        Scope::cluster(self.operation_id, self.id)
    }
}

/// A step in a cluster's life.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = cluster_transitions, check_for_backend(diesel::pg::Pg))]
pub struct ClusterTransition {
    /// The step's id.
    pub id: ClusterTransitionId,
    /// The cluster.
    pub cluster_id: ClusterId,
    /// Where it stood; none at the start.
    pub from_status: Option<ClusterStatus>,
    /// Where it went.
    pub to_status: ClusterStatus,
    /// When it was decided.
    pub decided_on: NaiveDate,
    /// Which body decided.
    pub decided_by: String,
    /// The reason or the document.
    pub note: Option<String>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// An organisation's part in a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = memberships, check_for_backend(diesel::pg::Pg))]
pub struct Membership {
    /// The membership's id.
    pub id: MembershipId,
    /// The cluster's operation.
    pub operation_id: OperationId,
    /// The cluster.
    pub cluster_id: ClusterId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// What it is there.
    pub role: MembershipRole,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day on which it is no longer a member.
    pub valid_to: Option<NaiveDate>,
}

impl Scoped for Membership {
    fn scope(&self) -> Scope {
        Scope::cluster(self.operation_id, self.cluster_id).owned_by(self.organisation_id)
    }
}

impl Membership {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// A code of an operation.
///
/// # Errors
/// When it is none.
pub(super) fn operation_code(text: &str) -> Result<String> {
    let fits = |letter: u8| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == b'-';
    if (2..=20).contains(&text.len()) && text.bytes().all(fits) {
        Ok(text.to_owned())
    } else {
        let message = "write 2 to 20 capitals, digits and hyphens, such as AFG-2026";
        Err(Error::invalid("code", "operation-code", message))
    }
}

/// An IANA time zone.
///
/// # Errors
/// When there is no such zone.
pub(super) fn time_zone(text: &str) -> Result<String> {
    text.trim().parse::<chrono_tz::Tz>().map(|zone| zone.name().to_owned()).map_err(|_| {
        let message = "there is no such time zone; write one as in the IANA list, such as Africa/Nairobi";
        Error::invalid("settings.timeZone", "time-zone-unknown", message)
    })
}

/// A small-cell threshold: 5 when none is chosen, as most publications of counts of people hide fewer.
///
/// # Errors
/// When it is out of range.
pub(super) fn small_cell_threshold(threshold: Option<i32>) -> Result<i32> {
    let threshold = threshold.unwrap_or(5);
    if (0..=100).contains(&threshold) {
        Ok(threshold)
    } else {
        let message = "write a number from 0 (hide nothing) to 100";
        Err(Error::invalid("settings.smallCellThreshold", "operation-threshold", message))
    }
}

/// A GLIDE number: hazard, year, sequence, country.
///
/// # Errors
/// When it is none.
pub(super) fn glide(text: &str) -> Result<String> {
    let text = text.trim().to_uppercase();
    let parts: Vec<&str> = text.split('-').collect();
    let letters = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_uppercase());
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [hazard, year, number, country]
            if letters(hazard, 2) && digits(year, 4) && digits(number, 6) && letters(country, 3) =>
        {
            Ok(text)
        }
        _ => {
            let message = "a GLIDE number is hazard, year, six digits and country, such as EQ-2023-000184-AFG";
            Err(Error::invalid("glide", "glide-malformed", message))
        }
    }
}

/// The HPC code of a sector; that of education when none is named.
///
/// # Errors
/// When it is none.
pub(super) fn sector_code(text: Option<&str>) -> Result<String> {
    let text = text.unwrap_or("EDU").trim().to_uppercase();
    let fits = |letter: u8| letter.is_ascii_uppercase() || letter == b'-';
    if (2..=12).contains(&text.len()) && text.bytes().all(fits) {
        Ok(text)
    } else {
        let message = "write the sector's HPC code, such as EDU";
        Err(Error::invalid("cluster.sectorCode", "sector-code", message))
    }
}

/// A text of at most 300 characters that is not empty.
///
/// # Errors
/// When it is.
pub(super) fn decision_text(text: &str, field: &str) -> Result<String> {
    let text = text.trim();
    if (1..=300).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(field, "text-length", "write 1 to 300 characters"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_membership_holds_from_its_first_day_to_the_day_before_its_end() {
        let membership = Membership {
            id: MembershipId::from_uuid(Uuid::from_u128(1)),
            operation_id: OperationId::from_uuid(Uuid::from_u128(2)),
            cluster_id: ClusterId::from_uuid(Uuid::from_u128(3)),
            organisation_id: OrganisationId::from_uuid(Uuid::from_u128(4)),
            role: MembershipRole::Partner,
            valid_from: day("2026-01-01"),
            valid_to: Some(day("2026-07-01")),
        };
        let days = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"];
        assert_eq!(days.map(|text| membership.holds_on(day(text))), [false, true, true, false]);
        assert!(Membership { valid_to: None, ..membership }.holds_on(day("2099-01-01")));
    }

    #[test]
    fn a_glide_number_has_four_parts() {
        assert_eq!(glide(" eq-2023-000184-afg ").expect("a number"), "EQ-2023-000184-AFG");
        for wrong in ["", "EQ", "EQ-2023-184-AFG", "EQ-2023-000184-AF", "EQ-23-000184-AFG", "EQ-2023-000184-AFG-1"] {
            assert_eq!(glide(wrong).expect_err(wrong).key(), "glide-malformed");
        }
    }

    #[test]
    fn a_time_zone_is_one_of_the_iana_list() {
        assert_eq!(time_zone("Asia/Kabul").expect("a zone"), "Asia/Kabul");
        assert_eq!(time_zone("GMT+4:30").expect_err("none").field(), Some("settings.timeZone"));
    }

    proptest! {
        #[test]
        fn what_passes_as_a_code_passes_the_check_of_the_table(text in "\\PC{0,24}|[A-Z0-9-]{0,24}") {
            if let Ok(code) = operation_code(&text) {
                prop_assert!((2..=20).contains(&code.len()));
                prop_assert!(code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-'));
            }
            let _any = (glide(&text), sector_code(Some(&text)), time_zone(&text));
        }
    }
}
