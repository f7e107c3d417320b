//! The sheet that says what the workbook is and how it is filled.

use chrono::{DateTime, Utc};

use super::{super::headings::plain, facts::Facts};
use crate::kit::{
    sheet::{Cell, Look, OutColumn, OutSheet},
    text::InLanguage,
};

/// How it is filled, step by step.
const STEPS: [&str; 8] = [
    "guide-fill",
    "guide-choose",
    "guide-people",
    "guide-empty",
    "guide-last",
    "guide-personal",
    "guide-protected",
    "guide-send",
];

/// Which report the workbook is of, in a line.
pub(super) fn about(facts: &Facts, say: InLanguage<'_>) -> String {
    let names = |names: &crate::kit::text::LocalizedText| {
        names.get(say.language(), facts.operation.default_language).to_owned()
    };
    let mut parts = vec![facts.plan.code.clone()];
    if let Some(partner) = &facts.partner {
        parts.extend([period(facts, say), names(&partner.cluster.names), partner.organisation.clone()]);
    }
    parts.retain(|part| !part.is_empty());
    plain(&parts.join(", "))
}

fn period(facts: &Facts, say: InLanguage<'_>) -> String {
    let Some(partner) = &facts.partner else { return String::new() };
    let last = partner.period.ends_on.pred_opt().unwrap_or(partner.period.ends_on);
    say.text("period", &[("from", say.date(partner.period.starts_on).into()), ("to", say.date(last).into())])
}

/// The sheet.
pub(super) fn guide(facts: &Facts, say: InLanguage<'_>, now: DateTime<Utc>) -> OutSheet {
    let names = |names: &crate::kit::text::LocalizedText| {
        names.get(say.language(), facts.operation.default_language).to_owned()
    };
    let with_code =
        |code: &str, name: String| if name.is_empty() { code.to_owned() } else { format!("{name} ({code})") };
    let text = |key: &str| plain(&say.text(key, &[]));
    let mut rows: Vec<(String, String)> = Vec::new();
    if let Some(partner) = &facts.partner {
        rows.push((text("guide-organisation"), partner.organisation.clone()));
        rows.push((text("guide-cluster"), names(&partner.cluster.names)));
    }
    rows.push((text("guide-plan"), with_code(&facts.plan.code, names(&facts.plan.names))));
    if let Some(partner) = &facts.partner {
        rows.push((text("guide-period"), plain(&period(facts, say))));
        rows.push((text("guide-due"), plain(&say.moment(partner.period.due_at))));
    }
    rows.push((text("guide-made"), plain(&say.moment(now))));
    rows.extend((1..).zip(STEPS).map(|(number, key): (u32, &str)| (number.to_string(), text(key))));
    let column = |heading: String, look| OutColumn { heading, look, ..OutColumn::default() };
    OutSheet {
        name: text("workbook-guide"),
        columns: vec![column(text("guide-title"), Look::Plain), column(" ".repeat(88), Look::Text)],
        rows: rows.into_iter().map(|(name, value)| vec![Cell::from(name), Cell::from(value)]).collect(),
        protected: true,
        hidden: false,
    }
}
