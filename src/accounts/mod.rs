//! People who sign in, what they may do, and how they prove who they are.
//!
//! Accounts come by invitation only. A grant is a user, a role and a scope; grants are read at every request, so one that is taken back is dead
//! at once. Secrets (links, refresh tokens, API tokens) are kept as hashes only.

pub mod authenticate;
pub mod graphql;
mod invitations;
pub mod mail;
mod model;
pub mod page;
mod policy;
mod post;
mod service;
mod sessions;
mod store;
mod tokens;

pub use authenticate::viewer_of;
pub use model::{ApiToken, GrantRecord, GrantRoleInput, User, email};
pub use post::post;
pub use service::{Granted, create_first_administrator, create_user, give};
pub use sessions::forget_ended_sessions;
pub use store::{Answerable, NameOfUser, answerable, people_with_role, user, works_in};
pub use tokens::spend;
