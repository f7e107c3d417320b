//! Dimensions, their values, and categories with the rules that make them.

use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Error, Result,
        graphql::localized::{self, TextInLanguageInput},
        scope::{OperationId, Scope, Scoped},
        text::{Language, LocalizedText},
    },
    schema::{categories, dimension_values, dimensions},
    text_enum, write_inputs,
};

ids! {
    /// The id of a dimension.
    DimensionId of DimensionKind as "Dimension";
    /// The id of a value of a dimension.
    DimensionValueId of DimensionValueKind as "DimensionValue";
    /// The id of a category.
    CategoryId of CategoryIds as "Category";
}

text_enum! {
    /// How a category relates to the others.
    CategoryKind {
        /// Everyone.
        Total = "TOTAL",
        /// Adds up with its siblings.
        Part = "PART",
        /// Cuts across the parts, as those with disabilities do: never added.
        OfWhich = "OF_WHICH",
    }
}

text_enum! {
    /// Whom a category counts: the two are never added together.
    Counts {
        /// Those who learn.
        Learners = "LEARNERS",
        /// Those who teach and work in education.
        Personnel = "PERSONNEL",
    }
}

/// The dimension whose values cut across all others.
const CUTS_ACROSS: &str = "disability";
/// The dimension whose values count personnel.
const OF_PERSONNEL: &str = "staff_kind";

/// How the category of everyone is called.
const EVERYONE: [(Language, &str); 5] = [
    (Language::En, "Everyone"),
    (Language::Fr, "Tous"),
    (Language::Es, "Todos"),
    (Language::Pt, "Todos"),
    (Language::Ar, "الجميع"),
];

/// What people can be told apart by: sex, age band, population group ...
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = dimensions, check_for_backend(diesel::pg::Pg))]
pub struct Dimension {
    /// The dimension's id.
    pub id: DimensionId,
    /// The operation that defined it; none when it is shared by all.
    pub operation_id: Option<OperationId>,
    /// Its code.
    pub code: String,
    /// Its label in several languages.
    pub labels: LocalizedText,
}

impl Scoped for Dimension {
    fn scope(&self) -> Scope {
        self.operation_id.map_or_else(Scope::installation, Scope::operation)
    }
}

/// A value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = dimension_values, check_for_backend(diesel::pg::Pg))]
pub struct DimensionValue {
    /// The value's id.
    pub id: DimensionValueId,
    /// Its dimension.
    pub dimension_id: DimensionId,
    /// Its code, unique in the dimension.
    pub code: String,
    /// Its label in several languages.
    pub labels: LocalizedText,
    /// Its place in lists.
    pub position: i32,
    /// The HXL attributes that it is tagged with.
    pub hxl: Vec<Option<String>>,
    /// What files call it.
    pub synonyms: Vec<Option<String>>,
}

/// A combination of values: whom a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = categories, check_for_backend(diesel::pg::Pg))]
pub struct Category {
    /// The category's id.
    pub id: CategoryId,
    /// The operation.
    pub operation_id: OperationId,
    /// Its values as sorted `dimension=value` texts joined by `;`, empty for everyone.
    pub key: String,
    /// How it relates to the others.
    pub kind: CategoryKind,
    /// Whom it counts.
    pub counts: Counts,
    /// Its label in several languages.
    pub labels: LocalizedText,
}

impl Scoped for Category {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

impl Category {
    /// Its values: (dimension, value).
    pub fn values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.key.split(';').filter_map(|pair| pair.split_once('='))
    }

    /// The dimensions that it tells people apart by.
    pub fn dimensions(&self) -> Vec<&str> {
        self.values().map(|(dimension, _)| dimension).collect()
    }
}

/// The key of a combination. The order in which values are named means nothing.
///
/// # Errors
/// When it has two values of one dimension.
pub(super) fn key(values: &[(String, String)]) -> Result<String> {
    let mut values: Vec<&(String, String)> = values.iter().collect();
    values.sort_unstable();
    values.dedup();
    if let Some(pair) = values.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let message = format!("{} and {} are both values of {}; keep one", pair[0].1, pair[1].1, pair[0].0);
        return Err(Error::invalid("category", "category-value-twice", message));
    }
    let texts: Vec<String> = values.iter().map(|(dimension, value)| format!("{dimension}={value}")).collect();
    Ok(texts.join(";"))
}

/// How a combination of these dimensions relates to the others.
pub(super) fn kind(dimensions: &[&str]) -> CategoryKind {
    match dimensions {
        [] => CategoryKind::Total,
        some if some.contains(&CUTS_ACROSS) => CategoryKind::OfWhich,
        _ => CategoryKind::Part,
    }
}

/// Whom a combination of these dimensions counts.
pub(super) fn counts(dimensions: &[&str]) -> Counts {
    if dimensions.contains(&OF_PERSONNEL) { Counts::Personnel } else { Counts::Learners }
}

/// The label of a combination, in every language that all its values have one in, or in English.
pub(super) fn label(values: &[&LocalizedText]) -> LocalizedText {
    if values.is_empty() {
        return EVERYONE.iter().fold(LocalizedText::default(), |text, (language, word)| text.with(*language, *word));
    }
    Language::ALL.iter().fold(LocalizedText::default(), |text, language| {
        let words: Vec<&str> = values.iter().map(|labels| labels.get(*language, Language::En)).collect();
        text.with(*language, words.join(", "))
    })
}

/// A value of a dimension.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct DimensionValueInput {
    /// Its code: small letters, digits, `_`, `-`, `+`.
    pub code: String,
    /// Its label, in one or more languages.
    pub labels: Vec<TextInLanguageInput>,
    /// What files call it, beside its labels.
    pub synonyms: Option<Vec<String>>,
    /// The HXL attributes that it is tagged with.
    pub hxl: Option<Vec<String>>,
}

/// A dimension of an operation's own.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateDimensionInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Its id, when the client makes ids itself (UUIDv7).
    pub id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// Its code: small letters, digits and `_`.
    pub code: String,
    /// Its label, in one or more languages.
    pub labels: Vec<TextInLanguageInput>,
    /// Its values, in order; at least one.
    pub values: Vec<DimensionValueInput>,
}

/// More values of a dimension.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddDimensionValuesInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The dimension.
    pub dimension_id: ID,
    /// The values, in order, to stand behind those that it has.
    pub values: Vec<DimensionValueInput>,
}

write_inputs!(CreateDimensionInput, AddDimensionValuesInput);

/// The most values that one dimension may have.
const MOST_VALUES: usize = 200;

/// A code of a dimension.
///
/// # Errors
/// When it is none.
pub(super) fn dimension_code(text: &str) -> Result<String> {
    let fits = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_';
    if (1..=40).contains(&text.len()) && text.as_bytes()[0].is_ascii_lowercase() && text.bytes().all(fits) {
        Ok(text.to_owned())
    } else {
        let message = "write 1 to 40 small letters, digits and `_`, a letter first, such as return_origin";
        Err(Error::invalid("code", "dimension-code", message))
    }
}

fn value_code(text: &str) -> Result<String> {
    let letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let fits = |byte: u8| letter(byte) || matches!(byte, b'_' | b'-' | b'+');
    if (1..=40).contains(&text.len()) && letter(text.as_bytes()[0]) && text.bytes().all(fits) {
        Ok(text.to_owned())
    } else {
        let message = "write 1 to 40 small letters, digits, `_`, `-` and `+`, a letter or digit first, such as 18+";
        Err(Error::invalid("values", "dimension-value-code", message))
    }
}

/// The values of an input, to stand behind the `taken` ones.
///
/// # Errors
/// When there is none, one has no good code or label, or two have the same code.
pub(super) fn values(
    dimension: DimensionId,
    inputs: &[DimensionValueInput],
    taken: &[DimensionValue],
    new_id: impl Fn() -> DimensionValueId,
) -> Result<Vec<DimensionValue>> {
    if inputs.is_empty() || taken.len() + inputs.len() > MOST_VALUES {
        let message = format!("a dimension has 1 to {MOST_VALUES} values");
        return Err(Error::invalid("values", "dimension-values", message));
    }
    let last = taken.iter().map(|value| value.position).max().unwrap_or(0);
    let mut values: Vec<DimensionValue> = Vec::with_capacity(inputs.len());
    for (input, position) in inputs.iter().zip(last + 1..) {
        let code = value_code(&input.code)?;
        if taken.iter().chain(&values).any(|value| value.code == code) {
            let message = format!("the code {code} is taken; each value has one of its own");
            return Err(Error::invalid("values", "dimension-value-taken", message));
        }
        let words = |texts: &Option<Vec<String>>| {
            texts
                .iter()
                .flatten()
                .map(|text| text.trim().to_lowercase())
                .filter(|text| !text.is_empty())
                .map(Some)
                .collect()
        };
        values.push(DimensionValue {
            id: new_id(),
            dimension_id: dimension,
            code,
            labels: localized::read(&input.labels, "values")?,
            position,
            hxl: words(&input.hxl),
            synonyms: words(&input.synonyms),
        });
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(values: &[(&str, &str)]) -> Vec<(String, String)> {
        values.iter().map(|(dimension, value)| ((*dimension).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_order_of_values_means_nothing_to_a_category() {
        assert_eq!(key(&pairs(&[("sex", "f"), ("age_band", "6-11")])).expect("two"), "age_band=6-11;sex=f");
        assert_eq!(key(&pairs(&[("age_band", "6-11"), ("sex", "f")])).expect("two"), "age_band=6-11;sex=f");
        assert_eq!(key(&[]).expect("everyone"), "");
    }

    #[test]
    fn a_category_has_at_most_one_value_of_a_dimension() {
        let error = key(&pairs(&[("sex", "f"), ("sex", "m")])).expect_err("both");
        assert_eq!(error.message(), "f and m are both values of sex; keep one");
        assert_eq!(key(&pairs(&[("sex", "f"), ("sex", "f")])).expect("said twice"), "sex=f");
    }

    #[test]
    fn disability_cuts_across_and_staff_are_no_learners() {
        assert_eq!(kind(&[]), CategoryKind::Total);
        assert_eq!(kind(&["age_band", "sex"]), CategoryKind::Part);
        assert_eq!(kind(&["disability"]), CategoryKind::OfWhich);
        assert_eq!(kind(&["disability", "sex"]), CategoryKind::OfWhich);
        assert_eq!(counts(&["sex"]), Counts::Learners);
        assert_eq!(counts(&["sex", "staff_kind"]), Counts::Personnel);
    }

    #[test]
    fn a_category_is_called_after_its_values() {
        let girls = LocalizedText::new(Language::En, "Female").with(Language::Fr, "Féminin");
        let band = LocalizedText::new(Language::En, "6–11");
        let both = label(&[&band, &girls]);
        assert_eq!(both.get(Language::Fr, Language::En), "6–11, Féminin");
        assert_eq!(label(&[]).get(Language::Es, Language::En), "Todos");
    }
}
