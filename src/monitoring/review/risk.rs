//! What makes a report worth a closer look, and how much. Pure: what was found comes in, and what is to be looked at first goes out.
//!
//! The score of a report is the sum of the weights of what was found in it; of one kind ten findings count at most, so that a long report with one
//! habit does not stand before a short one with many faults. It orders the queue and means nothing else.

use rust_decimal::Decimal;

use crate::{
    kit::scope::OrganisationId,
    monitoring::model::{ReportId, RowId},
    places::AdminAreaId,
    plans::IndicatorId,
    text_enum,
};

text_enum! {
    /// What is to be looked at in a report.
    RiskKind {
        /// More people than are in need there.
        AboveInNeed = "ABOVE_IN_NEED",
        /// The total of a row is less than its parts.
        WrongTotal = "WRONG_TOTAL",
        /// More people than are to be reached there by the published plan.
        AboveTarget = "ABOVE_TARGET",
        /// Far from what the same row said in the report before.
        Jump = "JUMP",
        /// Another organisation reports the same activity for the same people in the same place and period.
        Duplicate = "DUPLICATE",
        /// An area is reported beside a place inside it: people would count twice.
        Overlap = "OVERLAP",
        /// Only a total, where the indicator is told apart.
        MissingSplits = "MISSING_SPLITS",
    }
}

impl RiskKind {
    /// How much it counts.
    pub(super) fn weight(self) -> i32 {
        match self {
            Self::AboveInNeed | Self::WrongTotal => 8,
            Self::AboveTarget | Self::Jump | Self::Duplicate => 5,
            Self::Overlap => 3,
            Self::MissingSplits => 2,
        }
    }
}

/// How many findings of one kind count.
const MOST_OF_A_KIND: i32 = 10;

/// Something that was found in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Risk {
    pub(super) report: ReportId,
    pub(super) kind: RiskKind,
    pub(super) row: RowId,
    pub(super) indicator: Option<IndicatorId>,
    pub(super) area: Option<AdminAreaId>,
    /// What is said.
    pub(super) figure: Option<Decimal>,
    /// What it was compared with.
    pub(super) compared: Option<Decimal>,
    /// The other organisation, of duplicates.
    pub(super) other: Option<OrganisationId>,
}

/// What a jump is: more than so many per cent of the figure before, and more than so many people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Jump {
    pub(super) percent: Decimal,
    pub(super) people: Decimal,
}

impl Jump {
    /// Whether a figure jumps from the one before. From zero every number is infinitely many per cent away, and the people decide.
    pub(super) fn is(self, before: Decimal, now: Decimal) -> bool {
        let Some(change) = now.checked_sub(before).map(|change| change.abs()) else { return true };
        let far = change.checked_mul(Decimal::ONE_HUNDRED).zip(before.checked_mul(self.percent));
        change > self.people && far.is_none_or(|(change, allowed)| change > allowed)
    }
}

/// Whether something that was found is worth telling.
pub(super) fn counts(risk: &Risk, jump: Jump) -> bool {
    match (risk.kind, risk.figure, risk.compared) {
        (RiskKind::Jump, Some(now), Some(before)) => jump.is(before, now),
        (RiskKind::AboveInNeed | RiskKind::AboveTarget, Some(figure), Some(most)) => figure > most,
        (RiskKind::WrongTotal, Some(total), Some(parts)) => total < parts,
        (RiskKind::Duplicate | RiskKind::Overlap | RiskKind::MissingSplits, ..) => true,
        _ => false,
    }
}

/// The score of a report.
pub(super) fn score(risks: &[Risk]) -> i32 {
    let of = |kind: RiskKind| {
        let found = i32::try_from(risks.iter().filter(|risk| risk.kind == kind).count()).unwrap_or(i32::MAX);
        kind.weight() * found.min(MOST_OF_A_KIND)
    };
    RiskKind::ALL.iter().map(|kind| of(*kind)).sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn risk(kind: RiskKind, figure: Option<i64>, compared: Option<i64>) -> Risk {
        Risk {
            report: ReportId::from_uuid(Uuid::nil()),
            kind,
            row: RowId::from_uuid(Uuid::nil()),
            indicator: None,
            area: None,
            figure: figure.map(Decimal::from),
            compared: compared.map(Decimal::from),
            other: None,
        }
    }

    #[test]
    fn a_jump_is_far_in_share_and_in_people_up_or_down() {
        let jump = Jump { percent: Decimal::from(50), people: Decimal::from(100) };
        let is = |before: i64, now: i64| jump.is(before.into(), now.into());
        assert!(!is(1_000, 1_500), "half as much again is not more than that");
        assert!(is(1_000, 1_501) && is(1_000, 499));
        assert!(!is(100, 200), "a hundred people are not more than a hundred");
        assert!(is(100, 201) && !is(10, 60));
        assert!(is(0, 101) && !is(0, 100) && is(101, 0));
        assert!(!is(7, 7));
        assert!(jump.is(Decimal::MAX, Decimal::MIN), "what cannot be reckoned is looked at");
    }

    #[test]
    fn what_is_within_bounds_is_not_told() {
        let jump = Jump { percent: Decimal::from(50), people: Decimal::from(100) };
        let told = |kind, figure, compared| counts(&risk(kind, figure, compared), jump);
        assert!(
            told(RiskKind::AboveTarget, Some(101), Some(100)) && !told(RiskKind::AboveTarget, Some(100), Some(100))
        );
        assert!(told(RiskKind::AboveInNeed, Some(1), Some(0)) && !told(RiskKind::AboveInNeed, Some(1), None));
        assert!(told(RiskKind::WrongTotal, Some(9), Some(10)) && !told(RiskKind::WrongTotal, Some(10), Some(9)));
        assert!(told(RiskKind::Duplicate, None, None) && told(RiskKind::MissingSplits, Some(0), None));
        assert!(!told(RiskKind::Jump, None, Some(500)), "what is not said does not jump");
    }

    #[test]
    fn the_score_is_the_sum_of_weights_with_ten_of_a_kind_at_most() {
        let few = [risk(RiskKind::Jump, None, None), risk(RiskKind::MissingSplits, None, None)];
        assert_eq!(score(&few), 7);
        assert_eq!(score(&vec![risk(RiskKind::MissingSplits, None, None); 400]), 20);
        assert_eq!(score(&[]), 0);
        let weights: Vec<i32> = RiskKind::ALL.iter().map(|kind| kind.weight()).collect();
        assert_eq!(weights, [8, 8, 5, 5, 5, 3, 2]);
    }
}
