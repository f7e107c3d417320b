//! What the registry says of an indicator.

use diesel::prelude::*;

use crate::{kit::text::LocalizedText, plans::model::IndicatorKind, schema::indicator_registry};

/// An indicator of the registry. Titles are in our own words.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = indicator_registry, check_for_backend(diesel::pg::Pg))]
pub struct RegistryIndicator {
    /// Its code.
    pub code: String,
    /// Code of its sub-domain, where that is known.
    pub sub_domain_code: Option<String>,
    /// Title of the sub-domain.
    pub sub_domain: Option<LocalizedText>,
    /// Its title.
    pub names: LocalizedText,
    /// What it counts, in words.
    pub unit: String,
    /// A number or a ratio; none where the registry has it as either.
    pub kind: Option<IndicatorKind>,
    /// What the numerator of a ratio counts.
    pub numerator_label: Option<LocalizedText>,
    /// What the denominator of a ratio counts.
    pub denominator_label: Option<LocalizedText>,
    /// Where the code is from.
    pub source: String,
}
