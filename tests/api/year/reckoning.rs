//! What the year comes to, by the definitions and one number after the other: nothing of the program's own calculation is used.
//!
//! People reached: per place and category the largest figure over activities, organisations and months (figures of organisations with caseloads of
//! their own added first); a place is the larger of its parts together and its largest total; places add up. Services and the upper bound are
//! sums over rows, a row being the larger of its parts together and its total.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::world::{BOYS, DISABLED, EVERYONE, GIRLS, MONTHS, PARTNERS, indicator_of, is_expected};

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub activity: u128,
    /// The activity's own, or the ratio of the objective.
    pub indicator: u128,
    pub school: u128,
    /// Where the row says that the school is.
    pub district: u128,
    /// (category, new, repeated) people.
    pub people: Vec<(u128, i64, i64)>,
    /// A value, and of a ratio its denominator.
    pub value: Option<(i64, Option<i64>)>,
}

impl Row {
    fn counts_people(&self) -> bool {
        self.value.is_none()
    }

    /// The larger of the parts together and the total.
    fn sum(&self, of: impl Fn(i64, i64) -> i64) -> i64 {
        let add = |wanted: &[u128]| -> i64 {
            let found = self.people.iter().filter(|(category, ..)| wanted.contains(category));
            found.map(|(_, new, repeat)| of(*new, *repeat)).sum()
        };
        add(&[GIRLS, BOYS]).max(add(&[EVERYONE]))
    }
}

/// How an indicator's months make a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    Sum,
    Max,
    Average,
    LatestRatio,
}

/// What the test knows: the accepted reports by month and partner, and what else counts.
#[derive(Debug, Clone, Default)]
pub struct Book {
    pub accepted: BTreeMap<(usize, u128), Vec<Row>>,
    /// (month, partner) of reports first submitted by their deadline, accepted or not.
    pub in_time: BTreeSet<(usize, u128)>,
    /// (activity, school) with declared caseloads, and whose.
    pub declared: BTreeMap<(u128, u128), Vec<u128>>,
    /// The rules of the published plan.
    pub across: BTreeMap<u128, Across>,
    pub target: i64,
}

/// What a plan has come to by the end of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    pub reached: i64,
    pub services: i64,
    pub upper_bound: i64,
    pub target: i64,
    pub accepted: usize,
    pub in_time: usize,
    pub expected: usize,
    pub partners_reporting: usize,
    pub partners_expected: usize,
    /// By province.
    pub by_province: BTreeMap<u128, i64>,
    /// Girls and boys.
    pub by_category: BTreeMap<u128, i64>,
    pub indicators: BTreeMap<u128, (Decimal, Decimal)>,
}

impl Book {
    fn rows(&self, up_to: usize) -> impl Iterator<Item = (usize, u128, &Row)> {
        let reports = self.accepted.iter().filter(move |((month, _), _)| *month <= up_to);
        reports.flat_map(|((month, partner), rows)| rows.iter().map(move |row| (*month, *partner, row)))
    }

    /// The largest figure of each school and category.
    fn best(&self, up_to: usize) -> BTreeMap<(u128, u128), i64> {
        // By month, activity, school and category: who said how many.
        let mut said: BTreeMap<_, Vec<(u128, i64)>> = BTreeMap::new();
        for (month, partner, row) in self.rows(up_to).filter(|(.., row)| row.counts_people()) {
            for (category, new, repeat) in &row.people {
                let key = (month, row.activity, row.school, *category);
                said.entry(key).or_default().push((partner, new + repeat));
            }
        }
        let mut best = BTreeMap::new();
        for ((_, activity, school, category), by) in said {
            let own = self.declared.get(&(activity, school));
            let has_own = |partner: &u128| own.is_some_and(|own| own.contains(partner));
            let together: i64 = by.iter().filter(|(partner, _)| has_own(partner)).map(|(_, people)| people).sum();
            let largest = by.iter().filter(|(partner, _)| !has_own(partner)).map(|(_, people)| *people).max();
            let people = together.max(largest.unwrap_or_default());
            let known: &mut i64 = best.entry((school, category)).or_default();
            *known = people.max(*known);
        }
        best
    }

    /// People reached by school.
    fn by_school(&self, up_to: usize) -> BTreeMap<u128, i64> {
        let best = self.best(up_to);
        let of = |school: u128, category: u128| best.get(&(school, category)).copied().unwrap_or_default();
        let schools: BTreeSet<u128> = best.keys().map(|(school, _)| *school).collect();
        let people = |school: u128| (of(school, GIRLS) + of(school, BOYS)).max(of(school, EVERYONE));
        schools.into_iter().map(|school| (school, people(school))).collect()
    }

    /// An indicator's value and denominator.
    fn indicator(&self, indicator: u128, across: Across, up_to: usize) -> Option<(Decimal, Decimal)> {
        let mut months: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for (month, _, row) in self.rows(up_to).filter(|(.., row)| row.indicator == indicator) {
            let (value, denominator) = row.value.unwrap_or_else(|| (row.sum(|new, repeat| new + repeat), None));
            let sums = months.entry(month).or_default();
            sums.0 += value;
            sums.1 += denominator.unwrap_or_default();
        }
        let values: Vec<i64> = months.values().map(|(value, _)| *value).collect();
        let sum: i64 = values.iter().sum();
        let one = Decimal::ONE;
        match across {
            Across::Sum => (!values.is_empty()).then(|| (Decimal::from(sum), one)),
            Across::Max => values.iter().max().map(|value| (Decimal::from(*value), one)),
            Across::Average => {
                let mean = Decimal::from(sum).checked_div(Decimal::from(values.len()))?;
                Some((mean.normalize(), one))
            }
            Across::LatestRatio => {
                let latest = months.values().rev().find(|(_, denominator)| *denominator != 0)?;
                Some((Decimal::from(latest.0), Decimal::from(latest.1)))
            }
        }
    }

    /// What it all comes to by the end of a month, where a school lies in `province`.
    pub fn reckon(&self, up_to: usize, province: impl Fn(u128) -> u128) -> Reckoned {
        let by_school = self.by_school(up_to);
        let best = self.best(up_to);
        let mut by_province: BTreeMap<u128, i64> = BTreeMap::new();
        for (school, people) in &by_school {
            *by_province.entry(province(*school)).or_default() += people;
        }
        let mut by_category: BTreeMap<u128, i64> = BTreeMap::new();
        for ((_, category), people) in &best {
            if [GIRLS, BOYS, DISABLED].contains(category) {
                *by_category.entry(*category).or_default() += people;
            }
        }
        let sums = |of: fn(i64, i64) -> i64| -> i64 {
            self.rows(up_to).filter(|(.., row)| row.counts_people()).map(|(.., row)| row.sum(of)).sum()
        };
        let due: Vec<(usize, u128)> = (0..MONTHS.min(up_to + 1))
            .flat_map(|month| PARTNERS.map(move |partner| (month, partner)))
            .filter(|(month, partner)| is_expected(*partner, *month))
            .collect();
        let partners = |of: &mut dyn Iterator<Item = u128>| of.collect::<BTreeSet<u128>>().len();
        let accepted = self.accepted.keys().filter(|(month, _)| *month <= up_to);
        let indicators = self.across.iter().filter_map(|(indicator, across)| {
            self.indicator(*indicator, *across, up_to).map(|value| (*indicator, value))
        });
        Reckoned {
            reached: by_school.values().sum(),
            services: sums(|new, repeat| new + repeat),
            upper_bound: sums(|new, _| new),
            target: self.target,
            accepted: accepted.clone().count(),
            in_time: self.in_time.iter().filter(|(month, _)| *month <= up_to).count(),
            expected: due.len(),
            partners_reporting: partners(&mut accepted.map(|(_, partner)| *partner)),
            partners_expected: partners(&mut due.iter().map(|(_, partner)| *partner)),
            by_province,
            by_category,
            indicators: indicators.collect(),
        }
    }
}

/// The rules that the plan begins with.
pub fn first_rules() -> BTreeMap<u128, Across> {
    use super::world::{CLASSROOMS, LEARNING, MATERIALS, SUPPORT, WATER};
    BTreeMap::from([
        (indicator_of(MATERIALS), Across::Max),
        (indicator_of(SUPPORT), Across::Sum),
        (indicator_of(LEARNING), Across::Average),
        (indicator_of(CLASSROOMS), Across::Sum),
        (WATER, Across::LatestRatio),
    ])
}
