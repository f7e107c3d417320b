//! The tables of the page: activities, contributions, indicators, groups, methods.

use rust_decimal::Decimal;

use super::{
    bar::Bar,
    view::{Chip, NONE, Row, View, capital},
};
use crate::appeals::figures::{ActivityFigures, ContributionFigures, IndicatorFigures, PublicCount};

impl View<'_> {
    pub(super) fn activities_heading(&self) -> String {
        match self.figures.money.unmet.filter(|unmet| *unmet > Decimal::ZERO) {
            Some(unmet) => self
                .say
                .text("appeal-activities", &[("amount", self.say.money_headline(unmet, self.currency()).into())]),
            None => self.say.text("appeal-activities-plain", &[]),
        }
    }

    pub(super) fn currency_words(&self) -> String {
        capital(&self.say.currency(self.currency()))
    }

    pub(super) fn activities(&self) -> Vec<Row> {
        let mut activities: Vec<&ActivityFigures> = self.figures.activities.iter().collect();
        activities.sort_by_key(|activity| std::cmp::Reverse(activity.required));
        let whole =
            activities.iter().filter_map(|activity| activity.required.max(activity.funded)).max().unwrap_or_default();
        let row = |activity: &ActivityFigures| {
            let missing = activity.required.and_then(|required| Some((required - activity.funded?).max(Decimal::ZERO)));
            Row {
                name: self.name(&activity.names).to_owned(),
                cells: vec![
                    self.amount(activity.required),
                    self.amount(activity.funded),
                    self.amount(missing),
                    self.people(activity.unit_target),
                ],
                bar: Bar::progress(activity.funded, activity.required, whole),
                chip: None,
            }
        };
        activities.into_iter().map(row).collect()
    }

    pub(super) fn activities_total(&self) -> Vec<String> {
        let money = &self.figures.money;
        let per_child = money.requirement.and_then(|required| required.checked_div(self.figures.people.targeted?));
        let per_child = per_child
            .map(|amount| amount.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero));
        let per_child = per_child.map(|amount| {
            self.say.text("appeal-per-child", &[("amount", self.say.money(amount, self.currency()).into())])
        });
        vec![
            self.amount(money.requirement),
            self.amount(money.funded),
            self.amount(money.unmet),
            per_child.unwrap_or_default(),
        ]
    }

    pub(super) fn donors_heading(&self) -> String {
        match self.figures.money.funded {
            Some(funded) => {
                self.say.text("appeal-donors", &[("amount", self.say.money_headline(funded, self.currency()).into())])
            }
            None => self.say.text("appeal-donors-none", &[]),
        }
    }

    fn contribution(&self, given: &ContributionFigures) -> Row {
        let (state, status) = match given.status.as_str() {
            "PAID" => ("paid", self.say.text("appeal-status-paid", &[])),
            "PLEDGE" => ("pledged", self.say.text("appeal-status-pledge", &[])),
            _ => ("committed", self.say.text("appeal-status-commitment", &[])),
        };
        let original = match (given.amount, &given.currency, given.rate) {
            (Some(amount), Some(currency), Some(rate)) => {
                format!("{currency} {} ÷ {}", self.say.amount(amount), self.say.language().number(rate))
            }
            (Some(amount), Some(currency), None) => format!("{currency} {}", self.say.amount(amount)),
            _ => NONE.to_owned(),
        };
        let share = self.share(given.usd, self.figures.money.requirement).filter(|_| given.status != "PLEDGE");
        Row {
            name: given.donor.clone(),
            cells: vec![original, self.amount(given.usd), share.unwrap_or_else(|| NONE.to_owned())],
            bar: Bar::default(),
            chip: Some(Chip { state, text: status }),
        }
    }

    pub(super) fn contributions(&self) -> Vec<Row> {
        self.figures.contributions.iter().map(|given| self.contribution(given)).collect()
    }

    pub(super) fn pledges(&self) -> Vec<Row> {
        self.figures.pledges.iter().map(|given| self.contribution(given)).collect()
    }

    pub(super) fn received_total(&self) -> (String, String) {
        let money = &self.figures.money;
        (self.amount(money.funded), self.share(money.funded, money.requirement).unwrap_or_else(|| NONE.to_owned()))
    }

    pub(super) fn indicators(&self) -> Vec<Row> {
        let row = |indicator: &IndicatorFigures| {
            let (value, progress) = match indicator.denominator {
                Some(_) => {
                    let share = self.share(indicator.value, indicator.denominator);
                    (share.clone().unwrap_or_else(|| NONE.to_owned()), share)
                }
                None => (self.people(indicator.value), self.share(indicator.value, indicator.target)),
            };
            let whole = indicator.target.max(indicator.value).unwrap_or_default();
            let bar = if indicator.denominator.is_some() {
                Bar::default()
            } else {
                Bar::progress(indicator.value, indicator.target, whole)
            };
            Row {
                name: self.name(&indicator.names).to_owned(),
                cells: vec![value, self.people(indicator.target), progress.unwrap_or_else(|| NONE.to_owned())],
                bar,
                chip: None,
            }
        };
        self.figures.indicators.iter().map(row).collect()
    }

    pub(super) fn groups(&self) -> Vec<Row> {
        let rows = self.figures.groups.iter().map(|group| {
            let reached = group.reached.known();
            let text = match group.reached {
                PublicCount::Suppressed => self.say.text("appeal-suppressed", &[]),
                _ => self.people(reached),
            };
            let share = self.share(reached, self.figures.people.reached).unwrap_or_else(|| NONE.to_owned());
            Row { name: self.name(&group.labels).to_owned(), cells: vec![text, share], bar: Bar::default(), chip: None }
        });
        rows.collect()
    }

    /// Each figure with its method, as-of and source.
    pub(super) fn methods(&self) -> Vec<Row> {
        let rows = self.figures.provenance.iter().map(|(figure, provenance)| {
            let version = self.say.text("appeal-version", &[("version", provenance.method_version.as_str().into())]);
            let method = format!("{}, {version}", provenance.method);
            let cells = vec![method, self.say.date(provenance.as_of), provenance.source.clone()];
            Row { name: figure.clone(), cells, bar: Bar::default(), chip: None }
        });
        rows.collect()
    }
}
