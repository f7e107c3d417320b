//! Changing and taking back what plans are made of.

use diesel::{prelude::*, result::DatabaseErrorKind, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    kit::{Error, Result, db::Conn},
    plans::model::{ActivityId, IndicatorId, Objective, ObjectiveId, PlanId},
    schema::{activities, indicators, objectives},
};

/// A part of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plans) enum Part {
    Objective(ObjectiveId),
    Activity(ActivityId),
    Indicator(IndicatorId),
}

impl Part {
    /// Where snapshots keep its like, and its id.
    fn place(self) -> (&'static str, Uuid) {
        match self {
            Self::Objective(id) => ("objectives", id.uuid()),
            Self::Activity(id) => ("activities", id.uuid()),
            Self::Indicator(id) => ("indicators", id.uuid()),
        }
    }
}

pub(in crate::plans) async fn update_objective(mut conn: Conn<'_>, objective: &Objective) -> Result<()> {
    diesel::update(objectives::table.find(objective.id)).set(objective).execute(&mut conn).await?;
    Ok(())
}

/// Whether a published version of the plan has it.
pub(in crate::plans) async fn was_published(mut conn: Conn<'_>, plan: PlanId, part: Part) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = sql_types::Bool)]
        found: bool,
    }
    let (place, id) = part.place();
    let found: Found = sql_query(
        "select exists (select from plan_versions v cross join lateral jsonb_array_elements(v.snapshot -> $2) part \
         where v.plan_id = $1 and part ->> 'id' = $3) as found",
    )
    .bind::<sql_types::Uuid, _>(plan)
    .bind::<sql_types::Text, _>(place)
    .bind::<sql_types::Text, _>(id.to_string())
    .get_result(&mut conn)
    .await?;
    Ok(found.found)
}

/// Deletes a part that nothing holds on to: the tables' own keys tell.
pub(in crate::plans) async fn remove(mut conn: Conn<'_>, part: Part) -> Result<()> {
    let deleted = match part {
        Part::Objective(id) => diesel::delete(objectives::table.find(id)).execute(&mut conn).await,
        Part::Activity(id) => diesel::delete(activities::table.find(id)).execute(&mut conn).await,
        Part::Indicator(id) => diesel::delete(indicators::table.find(id)).execute(&mut conn).await,
    };
    match deleted {
        Err(diesel::result::Error::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, held)) => {
            let message =
                format!("{} of this plan hold on to it; remove or change those first", holders(held.table_name()));
            Err(Error::conflict("plan-part-used", message))
        }
        other => Ok(other.map(|_| ())?),
    }
}

/// What the records of a table are called.
fn holders(table: Option<&str>) -> &'static str {
    match table {
        Some("objectives") => "other objectives",
        Some("activities") => "activities",
        Some("indicators") => "indicators",
        Some("report_rows") => "partners' reports",
        Some("project_targets" | "project_budget_lines") => "projects",
        _ => "other records",
    }
}
