//! Mail.
pub mod outbox;
mod store;
mod template;
pub mod transport;

pub use template::{MailTemplate, Rendered, Templates};
