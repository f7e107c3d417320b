//! How far the minimum standards are met, as the page shows it.

use rust_decimal::Decimal;

use super::{
    super::figures::EditionFigures,
    bar::{self, Bar},
    words::{DASH, Words},
};

/// The section.
pub(super) struct Standards {
    pub(super) heading: String,
    pub(super) rows: Vec<DomainRow>,
    pub(super) total: DomainRow,
    /// When and against what it was assessed, on how much evidence, and how it was before.
    pub(super) notes: Vec<String>,
}

/// A row: a domain, or all of them.
pub(super) struct DomainRow {
    pub(super) name: String,
    pub(super) score: String,
    pub(super) bar: Bar,
}

/// The section, where a checklist was submitted.
pub(super) fn standards(figures: &EditionFigures, words: Words<'_>) -> Option<Standards> {
    let standards = figures.standards.as_ref()?;
    let share = |score: Option<Decimal>| words.share(score, Some(Decimal::ONE));
    let row = |name: &str, score: Option<Decimal>| DomainRow {
        name: name.to_owned(),
        score: share(score).unwrap_or_else(|| DASH.to_owned()),
        bar: bar::progress(score.into(), Some(Decimal::ONE), Decimal::ONE),
    };
    let heading = match share(standards.score) {
        Some(share) => words.text("appeal-standards-met", &[("share", share.into())]),
        None => words.text("appeal-standards-unscored", &[]),
    };
    let date = words.say.date(standards.assessed_on);
    let assessed = [("date", date.into()), ("edition", standards.framework.as_str().into())];
    let mut notes = vec![
        words.text("appeal-standards-assessed", &assessed),
        words.text("appeal-standards-evidence", &[("count", standards.evidence.into())]),
    ];
    if standards.unsupported > 0 {
        notes.push(words.text("appeal-standards-unsupported", &[("count", standards.unsupported.into())]));
    }
    if let Some(share) = share(standards.completeness) {
        notes.push(words.text("appeal-standards-complete", &[("share", share.into())]));
    }
    if let Some(earlier) = &standards.previous {
        let share = share(earlier.score).unwrap_or_else(|| DASH.to_owned());
        let args = [("share", share.into()), ("date", words.say.date(earlier.assessed_on).into())];
        notes.push(words.text("appeal-standards-before", &args));
    }
    Some(Standards {
        heading,
        rows: standards.domains.iter().map(|domain| row(words.name(&domain.names), domain.score)).collect(),
        total: row(&words.text("appeal-standards-all", &[]), standards.score),
        notes,
    })
}
