//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod appeals;
mod architecture;
mod clusters;
mod crash;
mod demo;
mod dimensions;
mod embedded;
mod generated;
mod hostile;
mod mails;
mod needs;
mod notices;
mod once;
mod pages;
mod partners;
mod places;
mod plans;
mod schema;
mod sheets;
mod support;
mod tls;
mod tokens;
mod uploads;
