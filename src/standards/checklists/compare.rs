//! Two rounds of one subject side by side: per standard how it was, how it is, and what cannot be compared and why.

use std::collections::{BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;

use super::found::{Found, FoundStandard};
use crate::{
    standards::{
        frameworks::StandardId,
        score::{self, Figures},
    },
    text_enum,
};

text_enum! {
    /// Why a standard of two rounds cannot be compared.
    Incomparable {
        /// The edition of the other round has no such standard.
        NoCounterpart = "NO_COUNTERPART",
        /// Several standards of the other edition became this one, or it became several.
        SeveralCounterparts = "SEVERAL_COUNTERPARTS",
        /// The earlier round has no score of it: nothing was applicable, or nothing assessed.
        NoScoreBefore = "NO_SCORE_BEFORE",
        /// The later round has no score of it: nothing was applicable, or nothing assessed.
        NoScoreAfter = "NO_SCORE_AFTER",
    }
}

/// A standard in two rounds.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The standard in the earlier round; none when there is no counterpart.
    pub(super) before: Option<Side>,
    /// The standard in the later round; none when there is no counterpart.
    pub(super) after: Option<Side>,
    /// How much the score changed; none when that cannot be said.
    pub(super) change: Option<Decimal>,
    /// Why it cannot be said.
    pub(super) incomparable: Option<Incomparable>,
    /// Whether other things were rated of it: key actions that were read in or changed between the rounds, or another edition's.
    pub(super) rated_otherwise: bool,
    /// How much it counts.
    weight: Decimal,
}

/// A standard in one round.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// Its code.
    pub(super) code: String,
    /// The standard as it was found.
    pub(super) standard: FoundStandard,
    /// Its figures.
    pub(super) figures: Figures,
}

impl Side {
    fn of(standard: &FoundStandard) -> Self {
        Self { code: standard.code.clone(), standard: standard.clone(), figures: standard.figures() }
    }
}

/// Two rounds side by side.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    /// Every standard: those of the later round in its order, then those of the earlier one that have no counterpart.
    pub(super) lines: Vec<Line>,
    /// The earlier round, over those standards that can be compared.
    pub(super) before: Figures,
    /// The later round, over the same.
    pub(super) after: Figures,
    /// How much the mean over them changed.
    pub(super) change: Option<Decimal>,
}

impl Comparison {
    /// How many standards can be compared.
    pub(super) fn comparable(&self) -> usize {
        self.lines.iter().filter(|line| line.incomparable.is_none()).count()
    }
}

/// What each standard became, or came from, in the other edition.
pub(super) type Crosswalk = HashMap<StandardId, HashSet<StandardId>>;

/// Lays two rounds side by side. Where both are against the same edition, a standard's counterpart is itself.
pub(super) fn compare(before: &Found, after: &Found, same_edition: bool, crosswalk: &Crosswalk) -> Comparison {
    let earlier: HashMap<StandardId, &FoundStandard> = before.standards.iter().map(|one| (one.id, one)).collect();
    let counterparts = |id: StandardId| -> BTreeSet<StandardId> {
        if same_edition { [id].into() } else { crosswalk.get(&id).into_iter().flatten().copied().collect() }
    };
    let later: HashSet<StandardId> = after.standards.iter().map(|one| one.id).collect();
    let mut met = HashSet::new();
    let mut lines: Vec<Line> = after
        .standards
        .iter()
        .map(|standard| {
            let known: Vec<&FoundStandard> =
                counterparts(standard.id).iter().filter_map(|id| earlier.get(id).copied()).collect();
            met.extend(known.iter().map(|one| one.id));
            match known[..] {
                [one] if counterparts(one.id).iter().filter(|id| later.contains(id)).count() == 1 => {
                    pair(one, standard)
                }
                [] => lone(None, Some(standard), Incomparable::NoCounterpart),
                _ => lone(None, Some(standard), Incomparable::SeveralCounterparts),
            }
        })
        .collect();
    let left = before.standards.iter().filter(|standard| !met.contains(&standard.id));
    lines.extend(left.map(|standard| lone(Some(standard), None, Incomparable::NoCounterpart)));
    let comparable = || lines.iter().filter(|line| line.incomparable.is_none());
    let mean = |side: fn(&Line) -> Option<&Side>| {
        Figures::mean(comparable().filter_map(|line| Some((line.weight, &side(line)?.figures))))
    };
    let (was, is) = (mean(|line| line.before.as_ref()), mean(|line| line.after.as_ref()));
    Comparison { change: score::change(&was, &is), before: was, after: is, lines }
}

/// A standard that both rounds have.
fn pair(before: &FoundStandard, after: &FoundStandard) -> Line {
    let codes = |standard: &FoundStandard| -> BTreeSet<String> {
        standard.items.iter().map(|item| item.code.clone()).collect()
    };
    let (was, is) = (Side::of(before), Side::of(after));
    let change = score::change(&was.figures, &is.figures);
    let incomparable = match (was.figures.score(), is.figures.score()) {
        (None, _) => Some(Incomparable::NoScoreBefore),
        (_, None) => Some(Incomparable::NoScoreAfter),
        (Some(_), Some(_)) => None,
    };
    Line {
        rated_otherwise: codes(before) != codes(after),
        before: Some(was),
        after: Some(is),
        change,
        incomparable,
        weight: after.weight,
    }
}

/// A standard that has nothing to be compared with.
fn lone(before: Option<&FoundStandard>, after: Option<&FoundStandard>, why: Incomparable) -> Line {
    Line {
        before: before.map(Side::of),
        after: after.map(Side::of),
        change: None,
        incomparable: Some(why),
        rated_otherwise: false,
        weight: Decimal::ONE,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{super::found::FoundItem, *};
    use crate::{kit::text::LocalizedText, standards::score::Rating};

    fn id(number: u128) -> StandardId {
        StandardId::from_uuid(Uuid::from_u128(number))
    }

    fn standard(number: u128, ratings: &[(&str, Rating)]) -> FoundStandard {
        let item = |(code, rating): &(&str, Rating)| FoundItem {
            code: (*code).to_owned(),
            texts: None,
            rating: *rating,
            reason: None,
            note: None,
            evidence: 0,
        };
        FoundStandard {
            id: id(number),
            code: format!("S{number}"),
            names: LocalizedText::default(),
            domain: 1,
            weight: Decimal::ONE,
            items: ratings.iter().map(item).collect(),
        }
    }

    fn found(standards: Vec<FoundStandard>) -> Found {
        Found { domains: Vec::new(), standards, outdated: Vec::new() }
    }

    /// (before, after, change, why not)
    fn told(comparison: &Comparison) -> Vec<(String, String, Option<String>, Option<Incomparable>)> {
        let code = |side: &Option<Side>| side.as_ref().map_or("-".to_owned(), |side| side.code.clone());
        comparison
            .lines
            .iter()
            .map(|line| {
                (code(&line.before), code(&line.after), line.change.map(|change| change.to_string()), line.incomparable)
            })
            .collect()
    }

    fn row(
        before: &str,
        after: &str,
        change: Option<&str>,
        why: Option<Incomparable>,
    ) -> (String, String, Option<String>, Option<Incomparable>) {
        (before.to_owned(), after.to_owned(), change.map(str::to_owned), why)
    }

    #[test]
    fn rounds_of_one_edition_are_compared_standard_by_standard_as_far_as_both_have_a_score() {
        use Rating::{Met, NotApplicable, NotAssessed, NotMet, Partial};
        let before = found(vec![
            standard(1, &[("S1.1", NotMet), ("S1.2", Met)]),
            standard(2, &[("S2", NotApplicable)]),
            standard(3, &[("S3", Partial)]),
            standard(4, &[("S4", Met)]),
        ]);
        let after = found(vec![
            standard(1, &[("S1.1", Partial), ("S1.2", Met)]),
            standard(2, &[("S2", Met)]),
            standard(3, &[("S3.1", NotMet)]),
            standard(4, &[("S4", NotAssessed)]),
        ]);
        let comparison = compare(&before, &after, true, &HashMap::new());
        let expected = [
            row("S1", "S1", Some("0.25"), None),
            row("S2", "S2", None, Some(Incomparable::NoScoreBefore)),
            row("S3", "S3", Some("-0.5"), None),
            row("S4", "S4", None, Some(Incomparable::NoScoreAfter)),
        ];
        assert_eq!(told(&comparison), expected);
        let otherwise: Vec<bool> = comparison.lines.iter().map(|line| line.rated_otherwise).collect();
        assert_eq!(otherwise, [false, false, true, false], "the third was rated as a whole, then by key actions");
        // Over the first and third alone: (1/2 + 1/2) / 2 before, (3/4 + 0) / 2 after.
        let overall = [comparison.before.score(), comparison.after.score(), comparison.change];
        assert_eq!(overall.map(|share| share.expect("known").to_string()), ["0.5", "0.375", "-0.125"]);
        assert_eq!(comparison.comparable(), 2);
    }

    #[test]
    fn rounds_of_two_editions_are_compared_by_the_crosswalk_in_either_direction() {
        use Rating::{Met, NotMet};
        let old = found(vec![
            standard(1, &[("S1", Met)]),
            standard(2, &[("S2", NotMet)]),
            standard(3, &[("S3", Met)]),
            standard(4, &[("S4", Met)]),
        ]);
        let new = found(vec![
            standard(11, &[("S11", NotMet)]),
            standard(12, &[("S12", Met)]),
            standard(13, &[("S13", Met)]),
            standard(14, &[("S14", Met)]),
        ]);
        // 1 became 12, 2 became 11, 3 became both 13 and 14; 4 became nothing.
        let mut crosswalk: Crosswalk = HashMap::new();
        for (earlier, later) in [(1, 12), (2, 11), (3, 13), (3, 14)] {
            crosswalk.entry(id(earlier)).or_default().insert(id(later));
            crosswalk.entry(id(later)).or_default().insert(id(earlier));
        }
        let forth = compare(&old, &new, false, &crosswalk);
        let expected = [
            row("S2", "S11", Some("0"), None),
            row("S1", "S12", Some("0"), None),
            row("-", "S13", None, Some(Incomparable::SeveralCounterparts)),
            row("-", "S14", None, Some(Incomparable::SeveralCounterparts)),
            row("S4", "-", None, Some(Incomparable::NoCounterpart)),
        ];
        assert_eq!(told(&forth), expected);
        let back = compare(&new, &old, false, &crosswalk);
        let expected = [
            row("S12", "S1", Some("0"), None),
            row("S11", "S2", Some("0"), None),
            row("-", "S3", None, Some(Incomparable::SeveralCounterparts)),
            row("-", "S4", None, Some(Incomparable::NoCounterpart)),
        ];
        assert_eq!(told(&back), expected);
    }
}
