//! The integration tests, in one binary because each binary links everything again.

#![expect(clippy::too_many_lines, reason = "a journey or a world of data reads best in one piece")]

mod accounts;
mod appeals;
mod architecture;
mod audit;
mod clusters;
mod commands;
mod crash;
mod demo;
mod dimensions;
mod embedded;
mod generated;
mod grants;
mod hostile;
mod journey;
mod limits;
mod mails;
mod misfortunes;
mod monitoring;
mod needs;
mod notices;
mod once;
mod outbox;
mod pages;
mod partners;
mod passes;
mod places;
mod plans;
mod readme;
mod schema;
mod sheets;
mod stopping;
mod support;
mod tls;
mod tokens;
mod trial;
mod uploads;
