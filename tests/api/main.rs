//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod appeals;
mod architecture;
mod crash;
mod embedded;
mod generated;
mod hostile;
mod mails;
mod notices;
mod once;
mod pages;
mod places;
mod schema;
mod sheets;
mod support;
mod tls;
mod tokens;
mod uploads;
