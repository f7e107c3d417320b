//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod architecture;
mod clusters;
mod dimensions;
mod embedded;
mod needs;
mod partners;
mod places;
mod schema;
mod sheets;
mod support;
