//! Who asked to be told of what, and who was told.
//!
//! Anyone may follow an operation or a published appeal, without an account: by address, with double opt-in, in a language of their own. An area
//! that has news calls [`tell`], which leaves one mail per subscription in the outbox, once. Every mail can be stopped by one click (RFC 8058),
//! and from that moment nothing more goes out, not even what waits already. Coordinators see how many follow, never who.

pub mod graphql;
pub mod mail;
mod model;
pub mod page;
mod policy;
mod service;
mod store;

pub use mail::{Links, Notice};
pub use model::{SubjectKind, SubscriberCount};
pub use service::{Event, Nudge, Nudging, confirm_by_link, nudge, tell};
