//! What is due of whom, how reporting on a plan is run, and who was reminded.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_types};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    accounts::User,
    ids,
    kit::scope::{ClusterId, OrganisationId, UserId},
    monitoring::model::{PeriodId, ReportId, ReportStatus},
    plans::PlanId,
    schema::reporting_settings,
};

ids! {
    /// The id of a reminder.
    ReminderId of ReminderKind as "Reminder";
}

/// A report that is expected: begun or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, QueryableByName)]
pub(in crate::monitoring) struct Due {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) period_id: PeriodId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) cluster_id: ClusterId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) organisation_id: OrganisationId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub(super) report_id: Option<ReportId>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub(super) status: Option<ReportStatus>,
    /// When what is there was last sent.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Timestamptz>)]
    pub(super) submitted_at: Option<DateTime<Utc>>,
}

impl Due {
    /// Its cluster and organisation.
    pub(super) fn pair(&self) -> (ClusterId, OrganisationId) {
        (self.cluster_id, self.organisation_id)
    }

    /// Whether the partner still has to send it: what waits for the cluster, or was accepted, is sent.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.status, Some(ReportStatus::Submitted | ReportStatus::Accepted))
    }
}

/// How reporting on a plan is run.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = reporting_settings, check_for_backend(diesel::pg::Pg))]
pub(in crate::monitoring) struct ReportingSettings {
    pub(in crate::monitoring) plan_id: PlanId,
    /// False: nobody is reminded.
    pub(super) reminders: bool,
    /// The days on which partners are reminded, from the last day to submit on.
    pub(super) reminder_days: Vec<Option<i32>>,
    /// What is a jump from one report to the next: so many per cent,
    pub(in crate::monitoring) jump_percent: rust_decimal::Decimal,
    /// and so many people.
    pub(in crate::monitoring) jump_people: rust_decimal::Decimal,
    pub(super) version: i32,
    pub(super) updated_at: DateTime<Utc>,
}

impl ReportingSettings {
    /// How it is run where nobody said otherwise.
    pub(super) fn usual(plan_id: PlanId) -> Self {
        Self {
            plan_id,
            reminders: true,
            reminder_days: [-3, 1, 7].map(Some).to_vec(),
            jump_percent: 50.into(),
            jump_people: 100.into(),
            version: 0,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    /// The days, in their order.
    pub(super) fn days(&self) -> Vec<i32> {
        let mut days: Vec<i32> = self.reminder_days.iter().flatten().copied().collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// A reminder that was sent.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct Reminder {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: ReminderId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) user_id: UserId,
    #[diesel(sql_type = sql_types::Date)]
    pub(super) day: NaiveDate,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub(super) reminded_by: Option<UserId>,
    #[diesel(sql_type = sql_types::Timestamptz)]
    pub(super) created_at: DateTime<Utc>,
}

/// A report that a reminder was about, as it is now.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct ReminderItem {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) reminder_id: ReminderId,
    #[diesel(sql_type = sql_types::Timestamptz)]
    pub(super) reminded_at: DateTime<Utc>,
    #[diesel(embed)]
    pub(super) due: Due,
}

impl ReminderItem {
    /// Whether it was sent after the reminder.
    pub(super) fn is_answered(&self) -> bool {
        self.due.submitted_at.is_some_and(|at| at >= self.reminded_at)
    }
}

/// Somebody to write to, with what is due of them.
#[derive(Debug, Clone)]
pub(super) struct Addressee {
    pub(super) user: User,
    pub(super) due: Vec<Due>,
}

/// A mail of an opening or a reminder: of whom, and where it is in the outbox.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct Told {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) user_id: UserId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub(super) message_id: Option<Uuid>,
    #[diesel(sql_type = sql_types::Timestamptz)]
    pub(super) created_at: DateTime<Utc>,
}
