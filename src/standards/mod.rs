//! Standards: which editions there are, how far a response meets them, on what evidence, and what is done about the gaps.
//!
//! An edition is data: codes, domains and titles. The texts of key actions belong to their publisher and are read in by those who hold them. A
//! checklist looks at one thing (an operation, cluster, organisation, site or appeal) on one day; submitting it freezes what was rated, so that
//! no later change of the edition touches its score. The score is Darasa's own convention and says so.

mod checklists;
mod context;
mod frameworks;
pub mod graphql;
mod score;

pub use checklists::{Checklist, ChecklistId, Found, LatestChecklist, Subject, SubjectId, latest_submitted};
pub use frameworks::{Framework, FrameworkId};
pub use score::{Figures, METHOD, METHOD_VERSION, Rating, Tally};
