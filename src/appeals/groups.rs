//! Who was reached, cut by one dimension at a time: by sex, by age, by population group ...
//!
//! Reports split people in many ways, and cells of different splits are the same people. So the cells of each split are added up on their own,
//! and the fullest split stands.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::figures::GroupFigures;
use crate::dimensions::{Category, CategoryKind, Counts};

/// Dimension and value > people.
pub(super) type Cuts = BTreeMap<(String, String), Decimal>;

/// Adds categories up by one dimension at a time.
pub(super) fn cuts<'a>(reached: impl Iterator<Item = (&'a Category, Decimal)>) -> Cuts {
    let learners: Vec<(&Category, Decimal)> =
        reached.filter(|(category, _)| category.counts == Counts::Learners).collect();
    let parts = learners.iter().filter(|(category, _)| category.kind == CategoryKind::Part);
    let split_by_parts: HashSet<&str> = parts.flat_map(|(category, _)| category.dimensions()).collect();
    let mut by_split: BTreeMap<(&str, &str, Vec<&str>), Decimal> = BTreeMap::new();
    for (category, people) in &learners {
        for (dimension, value) in category.values() {
            // "Girls with a disability" are a part of those with a disability, and no part of the girls that is not counted already.
            if category.kind == CategoryKind::OfWhich && split_by_parts.contains(dimension) {
                continue;
            }
            *by_split.entry((dimension, value, category.dimensions())).or_default() += *people;
        }
    }
    let mut cuts = Cuts::new();
    for ((dimension, value, _), people) in by_split {
        let fullest = cuts.entry((dimension.to_owned(), value.to_owned())).or_default();
        *fullest = people.max(*fullest);
    }
    cuts
}

/// The cuts as an edition shows them; `labelled` are the categories that the values make alone, in the same order.
pub(super) fn figures(cuts: Cuts, labelled: Vec<Category>) -> Vec<GroupFigures> {
    let figures = |(((dimension, _), people), category): (((String, String), Decimal), Category)| GroupFigures {
        dimension,
        labels: category.labels,
        reached: Some(people).into(),
    };
    cuts.into_iter().zip(labelled).map(figures).collect()
}

/// The groups of each dimension; they stand together.
pub(super) fn by_dimension(groups: &mut [GroupFigures]) -> impl Iterator<Item = &mut [GroupFigures]> {
    groups.chunk_by_mut(|one, other| one.dimension == other.dimension)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        dimensions::CategoryId,
        kit::{scope::OperationId, text::LocalizedText},
    };

    fn category(key: &str, kind: CategoryKind, counts: Counts) -> Category {
        Category {
            id: CategoryId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            key: key.to_owned(),
            kind,
            counts,
            labels: LocalizedText::default(),
        }
    }

    fn cut(rows: &[(&str, CategoryKind, i64)]) -> Vec<(String, String, Decimal)> {
        let rows: Vec<(Category, Decimal)> = rows
            .iter()
            .map(|(key, kind, people)| (category(key, *kind, Counts::Learners), Decimal::from(*people)))
            .collect();
        let cuts = cuts(rows.iter().map(|(category, people)| (category, *people)));
        cuts.into_iter().map(|((dimension, value), people)| (dimension, value, people)).collect()
    }

    fn line(dimension: &str, value: &str, people: i64) -> (String, String, Decimal) {
        (dimension.to_owned(), value.to_owned(), Decimal::from(people))
    }

    #[test]
    fn cells_of_a_split_add_up_by_each_of_its_dimensions() {
        use CategoryKind::Part;
        let cells =
            [("age_band=12-14;sex=f", Part, 40), ("age_band=6-11;sex=f", Part, 60), ("age_band=6-11;sex=m", Part, 50)];
        let expected =
            [line("age_band", "12-14", 40), line("age_band", "6-11", 110), line("sex", "f", 100), line("sex", "m", 50)];
        assert_eq!(cut(&cells), expected);
    }

    #[test]
    fn two_splits_are_the_same_people_so_the_fullest_stands() {
        let cells = [("sex=f", CategoryKind::Part, 90), ("age_band=6-11;sex=f", CategoryKind::Part, 60)];
        assert!(cut(&cells).contains(&line("sex", "f", 90)));
    }

    #[test]
    fn what_cuts_across_is_a_group_of_its_own_and_adds_nothing_to_the_others() {
        let cells = [
            ("sex=f", CategoryKind::Part, 90),
            ("disability=with;sex=f", CategoryKind::OfWhich, 4),
            ("disability=with;sex=m", CategoryKind::OfWhich, 6),
            ("", CategoryKind::Total, 200),
        ];
        assert_eq!(cut(&cells), [line("disability", "with", 10), line("sex", "f", 90)]);
    }

    #[test]
    fn teachers_are_no_learners() {
        let teacher = category("staff_kind=teacher", CategoryKind::Part, Counts::Personnel);
        assert!(cuts([(&teacher, Decimal::TEN)].into_iter()).is_empty());
    }
}
