//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod appeals;
mod architecture;
mod clusters;
mod dimensions;
mod embedded;
mod mails;
mod needs;
mod notices;
mod pages;
mod partners;
mod places;
mod schema;
mod sheets;
mod support;
