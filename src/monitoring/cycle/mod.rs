//! The month as it is run: a period is announced with all that is due, each partner gets its own list with its own workbook, those who are late
//! are reminded, and whoever coordinates sees who was told and who answered.

mod graphql;
mod inputs;
mod mail;
mod model;
mod opening;
mod queries;
mod reminders;
mod rounds;
mod settings;
mod store;

pub use graphql::{CycleMutations, CycleQueries};
pub use mail::{PeriodOpened, ReportsDue};
pub use opening::{OpenPeriod, TellPeriod};
pub(super) use opening::{announce, plan_openings};
pub(super) use reminders::submitted;
pub use rounds::RemindOfPlan;
pub(super) use settings::of_plan as settings_of_plan;
