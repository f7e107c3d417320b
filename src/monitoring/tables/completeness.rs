//! Reports owed, and what came of them: by organisation and by area.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    Asked, Filled, areas, lines,
    sql::{BASE, ORGANISATION, level_columns, organisation_columns, share},
};
use crate::{
    kit::{Result, data::Column, db::Conn},
    monitoring::{
        calculation::Share,
        figures::{AreaReporting, reporting_in},
        sql::expected,
    },
};

fn counts() -> Vec<Column> {
    vec![
        Column::number("reports_expected", "#meta+reports+expected"),
        Column::number("reports_accepted", "#meta+reports+accepted"),
        Column::number("reports_in_time", "#meta+reports+in_time"),
        Column::number("completeness", "#meta+reports+accepted+share"),
        Column::number("timeliness", "#meta+reports+in_time+share"),
    ]
}

pub(super) fn columns() -> Vec<Column> {
    [organisation_columns(), counts()].concat()
}

pub(super) fn columns_by_area() -> Vec<Column> {
    let partners = vec![
        Column::number("partners_expected", "#meta+partners+expected"),
        Column::number("partners_reporting", "#meta+partners+reporting"),
    ];
    [level_columns(), counts(), partners].concat()
}

pub(super) fn sql() -> String {
    format!(
        "with {BASE}, {expected},
        sent as (
            select r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, r.period_id,
                bool_or(r.status = 'ACCEPTED') as accepted, bool_or(r.first_submitted_at <= p.due_at) as in_time
            from reports r
            join reporting_periods p on p.id = r.period_id
            join organisations o on o.id = r.organisation_id
            where r.plan_id = any($1) and r.period_id = any($2)
            group by 1, 2, 3
        ),
        owed as (
            select e.organisation_id, count(*) as expected, count(*) filter (where s.accepted) as accepted,
                count(*) filter (where s.in_time) as in_time
            from expected e left join sent s using (cluster_id, organisation_id, period_id)
            group by e.organisation_id
        )
        select null::uuid as area_id, array[{ORGANISATION}, w.expected::text, w.accepted::text, w.in_time::text, {completeness}, {timeliness}] as cells
        from owed w join organisations o on o.id = w.organisation_id
        order by o.name, o.id",
        expected = expected(),
        completeness = share("w.accepted", "w.expected"),
        timeliness = share("w.in_time", "w.expected"),
    )
}

/// A share as [`share`] of the database writes it: six digits behind the point, half away from zero.
fn six_digits(share: Option<Decimal>) -> Option<String> {
    let rounded = share?.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
    Some(rounded.normalize().to_string())
}

pub(super) async fn by_area(conn: Conn<'_>, asked: &Asked) -> Result<Filled> {
    let found = reporting_in(conn, asked.plan, asked.level, &asked.periods).await?;
    let names = lines(conn, &areas::sql(), asked).await?;
    Ok(areas::join(
        &found,
        |area: &AreaReporting| area.reach.area_id.uuid(),
        &names,
        |area| {
            let of = |part: i64| Share::new(Decimal::from(part), Decimal::from(area.reports_expected)).value();
            vec![
                Some(area.reports_expected.to_string()),
                Some(area.reports_accepted.to_string()),
                Some(area.reports_in_time.to_string()),
                six_digits(of(area.reports_accepted)),
                six_digits(of(area.reports_in_time)),
                Some(area.organisations_expected.to_string()),
                Some(area.reach.organisations_reporting.to_string()),
            ]
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_last_digit_is_rounded_up_as_the_database_does() {
        let share = Share::new(Decimal::ONE, Decimal::from(128)).value();
        assert_eq!(share.map(|share| share.to_string()).as_deref(), Some("0.0078125"));
        assert_eq!(six_digits(share).as_deref(), Some("0.007813"));
        assert_eq!(six_digits(Some(Decimal::ONE)).as_deref(), Some("1"));
        assert_eq!(six_digits(None), None);
    }
}
