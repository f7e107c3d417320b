//! The integration tests, in one binary because each binary links everything again.

mod accounts;
mod appeals;
mod architecture;
mod demo;
mod embedded;
mod mails;
mod notices;
mod pages;
mod places;
mod schema;
mod sheets;
mod support;
