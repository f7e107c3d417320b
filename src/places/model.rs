//! Places and what is said of them.

use chrono::NaiveDate;
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        scope::{OperationId, Scope, Scoped},
        text::{Language, LocalizedText},
    },
    schema::{admin_areas, countries, sites},
    text_enum, write_inputs,
};

ids! {
    /// The id of an administrative area.
    AdminAreaId of AdminAreaKind as "AdminArea";
    /// The id of a site.
    SiteId of SiteKindOfId as "Site";
}

text_enum! {
    /// What a site is.
    SiteKind {
        /// A school.
        School = "SCHOOL",
        /// A temporary learning space.
        LearningSpace = "LEARNING_SPACE",
        /// A child-friendly space.
        ChildFriendlySpace = "CHILD_FRIENDLY_SPACE",
        /// A camp.
        Camp = "CAMP",
        /// A community.
        Community = "COMMUNITY",
    }
}

text_enum! {
    /// How exactly a position may be shown.
    LocationPrecision {
        /// The point itself.
        Point = "POINT",
        /// Only the area that it lies in.
        Area = "AREA",
    }
}

/// A country or territory.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = countries, check_for_backend(diesel::pg::Pg))]
pub struct Country {
    /// ISO 3166-1 alpha-3 code.
    pub iso3: String,
    /// ISO 3166-1 alpha-2 code.
    pub iso2: Option<String>,
    /// Language > name.
    pub names: LocalizedText,
}

/// An administrative area. Level 0 is the country itself, with its ISO code for a P-code.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = admin_areas, check_for_backend(diesel::pg::Pg))]
pub struct AdminArea {
    /// The area's id.
    pub id: AdminAreaId,
    /// The country.
    pub country_iso3: String,
    /// 0 the country, 1 the largest areas, up to 5.
    pub level: i32,
    /// The P-code.
    pub pcode: String,
    /// The area that it lies in.
    pub parent_id: Option<AdminAreaId>,
    /// Language > name.
    pub names: LocalizedText,
    /// First day of validity.
    pub valid_from: Option<NaiveDate>,
    /// First day on which it is no longer valid.
    pub valid_to: Option<NaiveDate>,
    /// The area that took its place.
    pub replaced_by_id: Option<AdminAreaId>,
    /// Simplified outline: rings of [longitude, latitude].
    pub geometry: Option<Value>,
}

impl AdminArea {
    /// Its name in a language, else in English, else in any.
    pub fn name(&self, language: Language) -> &str {
        self.names.get(language, Language::En)
    }
}

/// A school, learning space, camp or community.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = sites, treat_none_as_null = true, check_for_backend(diesel::pg::Pg))]
pub struct Site {
    /// The site's id.
    pub id: SiteId,
    /// The operation that keeps it.
    pub operation_id: OperationId,
    /// The area that it lies in.
    pub area_id: AdminAreaId,
    /// What it is.
    pub kind: SiteKind,
    /// Language > name.
    pub names: LocalizedText,
    /// The EMIS code of a school, else a local code.
    pub code: String,
    /// Degrees north.
    pub latitude: Option<Decimal>,
    /// Degrees east.
    pub longitude: Option<Decimal>,
    /// How exactly its position may be shown.
    pub location_precision: LocationPrecision,
    /// Counts changes.
    pub version: i32,
}

impl Scoped for Site {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

/// A site to enter.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateSiteInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// The area that it lies in.
    pub area_id: ID,
    /// What it is.
    pub kind: SiteKind,
    /// Its name.
    pub name: String,
    /// The language of the name.
    pub language: Language,
    /// The EMIS code of a school, else a local code; one site per code and operation.
    pub code: String,
    /// Degrees north, -90 to 90.
    pub latitude: Option<Decimal>,
    /// Degrees east, -180 to 180.
    pub longitude: Option<Decimal>,
    /// How exactly its position may be shown; left out, only by its area.
    pub location_precision: Option<LocationPrecision>,
}

/// A site as it should be: all of it, for it replaces what was said before.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateSiteInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The site.
    pub site_id: ID,
    /// The version of the site that you saw.
    pub base_version: i32,
    /// The area that it lies in. What was reported at the site stays in the area in which it was reported.
    pub area_id: ID,
    /// What it is.
    pub kind: SiteKind,
    /// Its name in one language; names in others stay.
    pub name: String,
    /// The language of the name.
    pub language: Language,
    /// The EMIS code of a school, else a local code; one site per code and operation.
    pub code: String,
    /// Degrees north, -90 to 90.
    pub latitude: Option<Decimal>,
    /// Degrees east, -180 to 180.
    pub longitude: Option<Decimal>,
    /// How exactly its position may be shown; left out, only by its area.
    pub location_precision: Option<LocationPrecision>,
}

/// An area to retire.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RetireAdminAreaInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The area.
    pub area_id: ID,
    /// First day on which it is no longer valid.
    pub valid_to: NaiveDate,
    /// The area that takes its place, of the same country and level; left out when none does.
    pub replaced_by_id: Option<ID>,
}

write_inputs!(CreateSiteInput, UpdateSiteInput, RetireAdminAreaInput);
