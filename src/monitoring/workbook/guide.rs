//! The sheet that says what the workbook is and how it is filled.

use chrono::{DateTime, Utc};

use super::{super::headings::plain, facts::Facts};
use crate::{
    kit::{
        Result,
        sheet::{Cell, Look, OutColumn, OutSheet},
        text::InLanguage,
    },
    monitoring::periods::{last_day, zone_of},
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
pub(super) fn guide(facts: &Facts, say: InLanguage<'_>, now: DateTime<Utc>) -> Result<OutSheet> {
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
        let zone = zone_of(&facts.operation)?;
        let due_on = say.date(last_day(partner.period.due_at, zone));
        rows.push((text("guide-due"), format!("{} ({zone})", plain(&due_on))));
    }
    rows.push((text("guide-made"), plain(&say.moment(now))));
    rows.extend((1..).zip(STEPS).map(|(number, key): (u32, &str)| (number.to_string(), text(key))));
    let column = |heading: String, look| OutColumn { heading, look, ..OutColumn::default() };
    Ok(OutSheet {
        name: text("workbook-guide"),
        columns: vec![column(text("guide-title"), Look::Plain), column(" ".repeat(88), Look::Text)],
        rows: rows.into_iter().map(|(name, value)| vec![Cell::from(name), Cell::from(value)]).collect(),
        protected: true,
        hidden: false,
    })
}
