//! Mail: what it says, the outbox that it waits in, and the way out.

mod document;
pub mod outbox;
mod store;
mod template;
pub mod transport;

pub use document::{Block, Document, Figure, Link, Row};
pub use template::{MailTemplate, Rendered, Templates};
