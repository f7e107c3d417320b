//! What clients send to run the month.

use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use crate::write_inputs;

/// Whom to remind.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemindInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The period whose reports are missing.
    pub period_id: ID,
    /// Only these organisations; all that are late when left out.
    pub organisation_ids: Option<Vec<ID>>,
}

/// How reporting on a plan is run. What is left out stays.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReportingSettingsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The version that the change is based on; 0 where nothing was set yet.
    pub base_version: i32,
    /// False: nobody is reminded, and reminders that wait go no more.
    pub reminders: Option<bool>,
    /// On which days partners are reminded, from the last day to submit: -3 is three days before, 1 the day after.
    pub reminder_days: Option<Vec<i32>>,
    /// What a reviewer is told of as a jump from the report before: more than so many per cent,
    pub jump_percent: Option<Decimal>,
    /// and more than so many people.
    pub jump_people: Option<Decimal>,
}

write_inputs!(RemindInput, ReportingSettingsInput);
