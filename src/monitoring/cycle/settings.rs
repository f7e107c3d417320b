//! How reporting on a plan is run: when partners are reminded, and what a reviewer calls a jump.

use rust_decimal::Decimal;

use super::{inputs::ReportingSettingsInput, model::ReportingSettings, store};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Sight, Transaction},
        mail::outbox,
    },
    monitoring::policy,
    plans::PlanId,
};

/// How far from the last day somebody may be reminded.
const FARTHEST: i32 = 60;
/// On how many days at most.
const MOST_DAYS: usize = 10;

/// The settings of a plan, or the usual ones.
pub(in crate::monitoring) async fn of_plan(conn: Conn<'_>, plan: PlanId) -> Result<ReportingSettings> {
    Ok(store::settings(conn, plan).await?.unwrap_or_else(|| ReportingSettings::usual(plan)))
}

/// Sets how reporting on a plan is run.
pub(super) async fn set(transaction: &mut Transaction, input: ReportingSettingsInput) -> Result<ReportingSettings> {
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let plan = policy::plan(transaction.conn(), transaction.viewer(), Action::ManagePeriods, id, "planId").await?;
    let before = of_plan(transaction.conn(), plan.id).await?;
    transaction.check_version(before.version, input.base_version)?;
    let range = |field: &str, message: String| Error::invalid(field, "reporting-settings", message);
    if let Some(days) = &input.reminder_days
        && (days.len() > MOST_DAYS || days.iter().any(|day| day.abs() > FARTHEST))
    {
        let message = format!(
            "give at most {MOST_DAYS} days, each at most {FARTHEST} before (below zero) or after the last day to submit"
        );
        return Err(range("reminderDays", message));
    }
    let most = Decimal::from(1_000_000);
    for (field, value) in [("jumpPercent", input.jump_percent), ("jumpPeople", input.jump_people)] {
        if value.is_some_and(|value| value.is_sign_negative() || value > most) {
            return Err(range(field, format!("give a number from 0 to {most}")));
        }
    }
    let after = ReportingSettings {
        reminders: input.reminders.unwrap_or(before.reminders),
        reminder_days: match input.reminder_days {
            Some(days) => days.into_iter().map(Some).collect(),
            None => before.reminder_days.clone(),
        },
        jump_percent: input.jump_percent.unwrap_or(before.jump_percent),
        jump_people: input.jump_people.unwrap_or(before.jump_people),
        version: before.version.saturating_add(1),
        updated_at: transaction.now(),
        plan_id: plan.id,
    };
    store::save_settings(transaction.conn(), &after).await?;
    if !after.reminders {
        let _program = transaction.look_as(Sight::Program);
        let waiting = store::waiting_of_plan(transaction.conn(), plan.id).await?;
        let messages: Vec<_> = waiting.iter().map(|one| one.message_id).collect();
        outbox::withdraw(transaction, &messages, "reminders of the plan were switched off").await?;
    }
    let change =
        audit::Change::new("set-reporting", plan.id).in_operation(plan.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}
