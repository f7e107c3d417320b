//! What partners report and what it comes to: reporting periods, partners' reports (the 5W), people reached.
//!
//! Only accepted reports count. Accepting or reopening one computes the kept figures of the places that it touches anew, in the same transaction
//! ([`verify_figures`] finds no difference to the rows, ever). A plain sum is never called people reached: per place and category the largest
//! figure counts, and only different places and people add up.

mod batches;
mod bulk;
mod calculation;
mod caseloads;
mod checks;
mod columns;
mod comparing;
mod cycle;
mod differences;
mod explain;
mod export;
mod figures;
mod form;
pub mod graphql;
mod headings;
mod import;
mod input;
mod made;
pub mod mail;
mod maintain;
mod mapping;
mod marking;
mod model;
mod nothing;
mod packed;
pub mod page;
mod periods;
mod policy;
mod publishing;
mod reading;
mod review;
mod saving;
mod service;
mod severity;
mod small_areas;
mod sql;
mod store;
mod tables;
mod telling;
mod workbook;

pub use calculation::{Share, gap};
pub use cycle::{OpenPeriod, PeriodOpened, RemindOfPlan, ReportsDue, TellPeriod};
pub use export::{export_report, report_template};
pub use figures::{
    AreaReach, AreaReporting, CategoryReach, IndicatorValue, METHOD, METHOD_VERSION, PlanFigures, SOURCE, area_reach,
    area_reporting, category_figures, indicator_values, plan_figures,
};
pub use maintain::{Difference, rebuild, verify_figures};
pub use model::{Period, PeriodId, Report, ReportId, ReportStatus};
pub use small_areas::{HiddenAreas, hidden_areas};
pub use store::{
    batches::{PeriodById, ReportById},
    periods_of_plan,
};
pub use workbook::{WorkbookFor, report_as_workbook, report_workbook};
