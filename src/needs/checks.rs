//! What is odd in a round: said as a warning, never mended. Real tables are off by one, and some exceed what they should not.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::{import::Line, model::Metric};
use crate::{
    dimensions::{
        Category, CategoryKind,
        sums::{Comparison, arrange_learners},
    },
    kit::sheet::{Issue, Issues},
    places::AdminAreaId,
};

/// What a round says of one place and category.
#[derive(Debug, Clone)]
pub(super) struct Statement<'a> {
    /// The P-code.
    pub(super) place: &'a str,
    /// Whom it counts.
    pub(super) category: &'a Category,
    /// The row it stands in.
    pub(super) row: u32,
    /// What it says.
    pub(super) values: &'a BTreeMap<Metric, Decimal>,
}

/// From the most people to the fewest. What was reached may exceed any of them.
const ORDER: [Metric; 4] = [Metric::Population, Metric::Affected, Metric::InNeed, Metric::Targeted];

/// Looks at every statement by itself, and at the parts of each place beside its total.
pub(super) fn warn(statements: &[Statement<'_>], issues: &mut Issues) {
    let mut places: BTreeMap<&str, Vec<&Statement<'_>>> = BTreeMap::new();
    for statement in statements {
        order(statement, issues);
        places.entry(statement.place).or_default().push(statement);
    }
    for (place, statements) in places {
        for metric in Metric::ALL {
            parts(place, *metric, &statements, issues);
        }
    }
}

/// Population, affected, in need, targeted: each at least the next.
fn order(statement: &Statement<'_>, issues: &mut Issues) {
    let given: Vec<(Metric, Decimal)> =
        ORDER.iter().filter_map(|metric| Some((*metric, *statement.values.get(metric)?))).collect();
    for pair in given.windows(2) {
        let ((more, larger), (less, smaller)) = (pair[0], pair[1]);
        if smaller > larger {
            let reason = format!("{less} {smaller} is more than {more} {larger} in {}", statement.place);
            let mend = "it is taken as it stands; check it with whoever made the table";
            issues.push(Issue::warning("needs-order", reason, mend).on_row(statement.row));
        }
    }
}

/// The parts of a place, and those who cut across them, beside its total.
fn parts(place: &str, metric: Metric, statements: &[&Statement<'_>], issues: &mut Issues) {
    let given: Vec<(&Category, Decimal, u32)> = statements
        .iter()
        .filter_map(|statement| Some((statement.category, *statement.values.get(&metric)?, statement.row)))
        .collect();
    let row = given.iter().find(|(category, ..)| category.kind == CategoryKind::Total).map(|(.., row)| *row);
    let arranged = arrange_learners(given.iter().map(|(category, value, _)| (*category, *value)));
    let (Some(total), Some(row)) = (arranged.total, row) else { return };
    for (dimensions, outcome) in arranged.comparisons() {
        let by = dimensions.join(" and ");
        let (key, reason) = match outcome {
            Comparison::Exact => continue,
            Comparison::Rounding(by_so_much) => (
                "needs-rounding",
                format!(
                    "{metric} of {place}: the parts by {by} differ from the total by {by_so_much}, as rounding does"
                ),
            ),
            Comparison::NotSplit(rest) => {
                ("needs-not-split", format!("{metric} of {place}: {rest} of {total} are not split by {by}"))
            }
            Comparison::Excess(excess) => {
                ("needs-parts-exceed", format!("{metric} of {place}: the parts by {by} exceed the total by {excess}"))
            }
        };
        issues.push(Issue::warning(key, reason, "nothing to do if the source says so").on_row(row));
    }
    for (category, value, row) in given.iter().filter(|(category, ..)| category.kind == CategoryKind::OfWhich) {
        if *value > total {
            let reason = format!("{metric} of {place}: {value} ({}) are more than everyone, {total}", category.key);
            let mend = "it is taken as it stands; check it with whoever made the table";
            issues.push(Issue::warning("needs-of-which-exceeds", reason, mend).on_row(*row));
        }
    }
}

/// What a table says of a place and a category.
#[derive(Debug)]
pub(super) struct Said {
    /// The place.
    pub(super) area: AdminAreaId,
    /// The category: (dimension, value).
    pub(super) combination: Vec<(String, String)>,
    /// What is said.
    pub(super) values: BTreeMap<Metric, Decimal>,
    /// The first row that says it.
    pub(super) row: u32,
    /// How that row calls the category.
    called: String,
}

/// What a table says, each place and category once.
#[derive(Debug, Default)]
pub(super) struct Statements {
    at: HashMap<(AdminAreaId, Vec<(String, String)>), usize>,
    /// In the order of the table.
    pub(super) kept: Vec<Said>,
}

impl Statements {
    /// Takes what a row says. A row that repeats another, such as `Children` beside `total`, is a warning; one that contradicts it is an error.
    pub(super) fn add(
        &mut self,
        area: AdminAreaId,
        combination: Vec<(String, String)>,
        line: &Line,
        issues: &mut Issues,
    ) {
        let called = &line.category;
        let index = *self.at.entry((area, combination.clone())).or_insert(self.kept.len());
        let Some(first) = self.kept.get_mut(index) else {
            let values = line.values.iter().copied().collect();
            self.kept.push(Said { area, combination, values, row: line.row, called: called.clone() });
            return;
        };
        let contradicts =
            |(metric, value): &(Metric, Decimal)| first.values.get(metric).is_some_and(|one| one != value);
        let beside = format!("`{}` in row {}", first.called, first.row);
        if line.values.iter().any(contradicts) {
            let reason = format!("`{called}` says otherwise than {beside}, which counts the same people");
            issues.push(Issue::error("needs-rows-contradict", reason, "keep the row that is right").on_row(line.row));
        } else {
            first.values.extend(line.values.iter().copied());
            let reason = format!("`{called}` counts the same people as {beside}; they are taken once");
            let mend = "nothing to do if that is right";
            issues.push(Issue::warning("needs-rows-repeat", reason, mend).on_row(line.row));
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        dimensions::{CategoryId, Counts},
        kit::{scope::OperationId, text::LocalizedText},
    };

    fn category(key: &str, kind: CategoryKind) -> Category {
        Category {
            id: CategoryId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            key: key.to_owned(),
            kind,
            counts: Counts::Learners,
            labels: LocalizedText::default(),
        }
    }

    fn said(values: &[(Metric, i64)]) -> BTreeMap<Metric, Decimal> {
        values.iter().map(|(metric, value)| (*metric, Decimal::from(*value))).collect()
    }

    fn warnings(statements: &[(Category, BTreeMap<Metric, Decimal>)]) -> Vec<(String, Option<u32>)> {
        let statements: Vec<Statement<'_>> = (2..)
            .zip(statements)
            .map(|(row, (category, values))| Statement { place: "AF01", category, row, values })
            .collect();
        let mut issues = Issues::default();
        warn(&statements, &mut issues);
        assert!(!issues.has_errors(), "what is odd is no error");
        issues.kept().iter().map(|issue| (issue.reason.clone(), issue.row)).collect()
    }

    #[test]
    fn girls_and_boys_of_kabul_are_off_by_one_and_disability_is_no_part() {
        let found = warnings(&[
            (category("", CategoryKind::Total), said(&[(Metric::InNeed, 1_173_752), (Metric::Targeted, 197_321)])),
            (category("sex=f", CategoryKind::Part), said(&[(Metric::InNeed, 585_583), (Metric::Targeted, 98_443)])),
            (category("sex=m", CategoryKind::Part), said(&[(Metric::InNeed, 588_168), (Metric::Targeted, 98_878)])),
            (category("disability=with", CategoryKind::OfWhich), said(&[(Metric::InNeed, 35_213)])),
        ]);
        let expected = "IN_NEED of AF01: the parts by sex differ from the total by 1, as rounding does";
        assert_eq!(found, [(expected.to_owned(), Some(2))]);
    }

    #[test]
    fn each_of_population_affected_in_need_and_targeted_is_at_least_the_next() {
        let found = warnings(&[(
            category("", CategoryKind::Total),
            said(&[
                (Metric::Population, 100),
                (Metric::InNeed, 60),
                (Metric::Targeted, 61),
                (Metric::ExpectedReach, 400),
            ]),
        )]);
        assert_eq!(found, [("TARGETED 61 is more than IN_NEED 60 in AF01".to_owned(), Some(2))]);
        let found = warnings(&[(
            category("", CategoryKind::Total),
            said(&[(Metric::Population, 50), (Metric::InNeed, 60), (Metric::Targeted, 60)]),
        )]);
        assert_eq!(found, [("IN_NEED 60 is more than POPULATION 50 in AF01".to_owned(), Some(2))]);
    }

    #[test]
    fn what_is_not_split_what_exceeds_and_who_cuts_across_too_far_are_told() {
        let found = warnings(&[
            (category("", CategoryKind::Total), said(&[(Metric::InNeed, 100)])),
            (category("population_group=idp", CategoryKind::Part), said(&[(Metric::InNeed, 40)])),
            (category("sex=f", CategoryKind::Part), said(&[(Metric::InNeed, 110)])),
            (category("disability=with", CategoryKind::OfWhich), said(&[(Metric::InNeed, 101)])),
        ]);
        let reasons: Vec<&str> = found.iter().map(|(reason, _)| reason.as_str()).collect();
        let expected = [
            "IN_NEED of AF01: 60 of 100 are not split by population_group",
            "IN_NEED of AF01: the parts by sex exceed the total by 10",
            "IN_NEED of AF01: 101 (disability=with) are more than everyone, 100",
        ];
        assert_eq!(reasons, expected);
    }

    #[test]
    fn children_beside_total_count_once_unless_they_contradict() {
        let area = AdminAreaId::from_uuid(Uuid::nil());
        let line = |category: &str, row, values: &[(Metric, i64)]| Line {
            row,
            place: None,
            category: category.to_owned(),
            description: String::new(),
            unread: false,
            values: said(values).into_iter().collect(),
        };
        let mut statements = Statements::default();
        let mut issues = Issues::default();
        let children = line("Children", 63, &[(Metric::InNeed, 1_173_752)]);
        let total = line("total", 79, &[(Metric::InNeed, 1_173_752), (Metric::Targeted, 197_321)]);
        statements.add(area, Vec::new(), &children, &mut issues);
        statements.add(area, Vec::new(), &total, &mut issues);
        assert_eq!((issues.errors(), issues.warnings()), (0, 1));
        assert_eq!(statements.kept[0].values, said(&[(Metric::InNeed, 1_173_752), (Metric::Targeted, 197_321)]));
        statements.add(area, Vec::new(), &line("all", 80, &[(Metric::InNeed, 1)]), &mut issues);
        assert_eq!(
            issues.kept()[1].reason,
            "`all` says otherwise than `Children` in row 63, which counts the same people"
        );
        assert!(issues.has_errors());
    }
}
