//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod appeals;
mod architecture;
mod embedded;
mod places;
mod schema;
mod sheets;
mod support;
