//! Whom a column of people counts: as a key such as `sex=f;age_band=6-11`, by the words of a heading, or by the attributes of a tag.

use super::{
    super::checks::Values,
    synonyms::{NEW, OTHERS, POPULATION, REACHED, REPEATED, each},
};
use crate::{
    dimensions::{Vocabulary, recognise},
    kit::sheet::{Tag, words},
};

/// The key of a category: empty for everyone.
pub(in crate::monitoring) fn key(values: &Values) -> String {
    values.iter().map(|(dimension, value)| format!("{dimension}={value}")).collect::<Vec<_>>().join(";")
}

/// Reads a key. The order of its parts does not matter.
pub(in crate::monitoring) fn parse_key(text: &str) -> Option<Values> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut values = Values::new();
    for part in parts {
        let (dimension, value) = part.split_once('=')?;
        let (dimension, value) = (dimension.trim().to_lowercase(), value.trim().to_lowercase());
        if dimension.is_empty() || value.is_empty() || values.insert(dimension, value).is_some() {
            return None;
        }
    }
    Some(values)
}

/// Whether all values of a category are known in the operation.
pub(in crate::monitoring) fn is_known(vocabulary: &Vocabulary, values: &Values) -> bool {
    values.iter().all(|(dimension, value)| vocabulary.has(dimension, value))
}

fn is(list: &'static str, word: &str) -> bool {
    each(list).any(|known| known == word)
}

/// Whom the words of a heading mean, and whether they were counted before. Nothing where a word is not known, or new and repeated people stand
/// in one figure: nobody can take them apart.
pub(super) fn by_words(vocabulary: &Vocabulary, heading: &str) -> Option<(Values, bool)> {
    let text = words(heading);
    let has = |list: &'static str| text.split(' ').any(|word| is(list, word));
    let is_repeated = has(REPEATED);
    if has(NEW) && is_repeated || counts_others(heading) {
        return None;
    }
    let mut rest: Vec<&str> =
        text.split(' ').filter(|word| ![NEW, REPEATED, REACHED].iter().any(|list| is(list, word))).collect();
    if has(REACHED) {
        // Whoever was reached is people, even where the heading does not say the word.
        rest.push("people");
    }
    let values = recognise(vocabulary, &rest.join(" "))?;
    Some((values.into_iter().collect(), is_repeated))
}

/// Whether a heading tells of people who are there, in need or to be reached: nobody says that they were.
pub(super) fn counts_others(heading: &str) -> bool {
    let text = words(heading);
    let has = |list: &'static str| text.split(' ').any(|word| is(list, word));
    has(OTHERS) || has(POPULATION) && !has(REACHED)
}

/// The same by the attributes of a tag.
pub(super) fn by_tag(tag: &Tag) -> Option<(Values, bool)> {
    let mut values = Values::new();
    let mut repeated = false;
    for attribute in tag.attributes() {
        let (dimension, value) = match attribute {
            "f" | "female" | "girls" | "women" => ("sex", "f".to_owned()),
            "m" | "male" | "boys" | "men" => ("sex", "m".to_owned()),
            "disabled" => ("disability", "with".to_owned()),
            "teachers" => ("staff_kind", "teacher".to_owned()),
            "idps" => ("population_group", "idp".to_owned()),
            "returnees" => ("population_group", "returnee".to_owned()),
            "host" => ("population_group", "host".to_owned()),
            "repeated" => {
                repeated = true;
                continue;
            }
            "new" | "children" | "ind" | "total" | "num" | "all" | "education" => continue,
            age => ("age_band", age_band(age)?),
        };
        if values.insert(dimension.to_owned(), value).is_some() {
            return None;
        }
    }
    Some((values, repeated))
}

/// The band of an attribute such as `age6_11` or `age18`.
fn age_band(attribute: &str) -> Option<String> {
    let ages = attribute.strip_prefix("age")?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    match ages.split_once('_') {
        Some((from, to)) if is_number(from) && is_number(to) => Some(format!("{from}-{to}")),
        None if is_number(ages) => Some(format!("{ages}+")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(dimension, value)| ((*dimension).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_key_reads_back_in_any_order() {
        let girls = values(&[("age_band", "6-11"), ("sex", "f")]);
        assert_eq!(key(&girls), "age_band=6-11;sex=f");
        assert_eq!(parse_key(" sex=F; age_band = 6-11 "), Some(girls));
        assert_eq!(parse_key(""), Some(Values::new()));
        for wrong in ["sex", "sex=", "=f", "sex=f;sex=m"] {
            assert_eq!(parse_key(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn tags_tell_whom_a_column_counts() {
        let read = |tag: &str| by_tag(&Tag::parse(tag).expect("a tag"));
        assert_eq!(read("#reached+f+children"), Some((values(&[("sex", "f")]), false)));
        assert_eq!(read("#reached+age6_11+m+repeated"), Some((values(&[("age_band", "6-11"), ("sex", "m")]), true)));
        assert_eq!(read("#reached+age18+f+new"), Some((values(&[("age_band", "18+"), ("sex", "f")]), false)));
        assert_eq!(read("#reached"), Some((Values::new(), false)));
        assert_eq!((read("#reached+f+m"), read("#reached+somebody"), read("#reached+agex_y")), (None, None, None));
    }

    #[test]
    fn who_was_reached_is_told_from_who_is_there_or_in_need() {
        let vocabulary = Vocabulary::default();
        let read = |heading: &str| by_words(&vocabulary, heading);
        let everyone = Some((Values::new(), false));
        for heading in [
            "Reached",
            "People reached",
            "Beneficiaries reached",
            "Number of people reached",
            "Population reached",
            "Atteints",
            "Personnes atteintes",
            "Alcanzados",
            "Personas alcanzadas",
            "Alcançados",
            "الذين تم الوصول إليهم",
            "الأشخاص الذين تم الوصول إليهم",
        ] {
            assert_eq!(read(heading), everyone, "{heading}");
        }
        for heading in [
            "Population",
            "Total population",
            "People targeted",
            "Target reached",
            "People in need",
            "Planned beneficiaries",
            "Households reached",
            "Not reached",
            "% reached",
            "Personnes ciblées",
            "Meta de personas",
        ] {
            assert_eq!(read(heading), None, "{heading}");
        }
    }
}
