//! What is missing where, and which area comes first.
//!
//! Severity is not observed of each person who was reached: reach is allotted to the phases of an area from the most severe down, which the method
//! of each record says. An area that nobody reported on counts in the ranking as one where nobody is known to be reached.

use rust_decimal::Decimal;

use super::{Asked, Filled, areas, lines, sql::level_columns};
use crate::{
    kit::{Result, data::Column, db::Conn},
    monitoring::{
        calculation::gap,
        figures::{AreaReach, METHOD, METHOD_VERSION, reach_in},
        severity::{Phases, phases},
    },
};

pub(super) fn columns() -> Vec<Column> {
    let figures = vec![
        Column::number("in_need", "#inneed"),
        Column::number("targeted", "#targeted"),
        Column::number("reached", "#reached"),
        Column::number("services_delivered", "#meta+services"),
        Column::number("gap_to_target", "#targeted+gap"),
        Column::number("gap_to_need", "#inneed+gap"),
        Column::number("severity", "#severity+num"),
        Column::number("in_need_phase3", "#inneed+phase3"),
        Column::number("in_need_phase4", "#inneed+phase4"),
        Column::number("in_need_phase5", "#inneed+phase5"),
        Column::number("severity_weighted_gap", "#inneed+gap+weighted"),
        Column::number("rank", "#meta+rank"),
        Column::number("partners_reporting", "#meta+partners+reporting"),
        Column::text("method", "#meta+method"),
        Column::text("method_version", "#meta+method+version"),
        Column::text("severity_method", "#meta+method+severity"),
    ];
    [level_columns(), figures].concat()
}

/// What is missing in an area.
pub(super) struct Gap {
    pub(super) reach: AreaReach,
    pub(super) phases: Option<Phases>,
    pub(super) weighted: Option<Decimal>,
    /// From 1, the largest weighted gap first; those that are alike share the place.
    pub(super) rank: Option<usize>,
}

/// What is missing in each area of the level, in the order of P-codes.
pub(super) async fn gaps(conn: Conn<'_>, asked: &Asked) -> Result<Vec<Gap>> {
    let reached = reach_in(conn, asked.plan, asked.level, &asked.periods).await?;
    let mut phases = phases(conn, asked.plan, asked.level).await?;
    let weigh = |reach: AreaReach| {
        let phases = phases.remove(&reach.area_id);
        let weighted = phases.as_ref().map(|phases| phases.weighted_gap(reach.reached.unwrap_or_default()));
        Gap { reach, phases, weighted, rank: None }
    };
    let mut gaps: Vec<Gap> = reached.into_iter().map(weigh).collect();
    let mut descending: Vec<Decimal> = gaps.iter().filter_map(|gap| gap.weighted).collect();
    descending.sort_by(|one, other| other.cmp(one));
    for gap in &mut gaps {
        gap.rank = gap.weighted.map(|weighted| descending.partition_point(|other| *other > weighted) + 1);
    }
    Ok(gaps)
}

pub(super) async fn fill(conn: Conn<'_>, asked: &Asked) -> Result<Filled> {
    let gaps = gaps(conn, asked).await?;
    let names = lines(conn, &areas::sql(), asked).await?;
    Ok(areas::join(&gaps, |gap: &Gap| gap.reach.area_id.uuid(), &names, cells))
}

fn cells(missing: &Gap) -> Vec<Option<String>> {
    let text = |number: Option<Decimal>| number.map(|number| number.normalize().to_string());
    let (reach, phases) = (&missing.reach, missing.phases.as_ref());
    let phase = |index: usize| text(phases.and_then(|phases| phases.in_need[index]));
    vec![
        text(reach.in_need),
        text(reach.target),
        text(reach.reached),
        text(reach.services),
        text(gap(reach.target, reach.reached)),
        text(gap(reach.in_need, reach.reached)),
        phases.and_then(Phases::severity).map(|severity| severity.to_string()),
        phase(0),
        phase(1),
        phase(2),
        text(missing.weighted),
        missing.rank.map(|rank| rank.to_string()),
        Some(reach.organisations_reporting.to_string()),
        Some(METHOD.to_owned()),
        Some(METHOD_VERSION.to_owned()),
        phases.map(Phases::method),
    ]
}
