//! The integration tests, in one binary because each binary links everything again.

#![expect(clippy::too_many_lines, reason = "a journey or a world of data reads best in one piece")]

mod accounts;
mod appeals;
mod architecture;
mod assessments;
mod audit;
mod chaos;
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
mod languages;
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
mod places;
mod plans;
mod readme;
mod rights;
mod schema;
mod settings;
mod sheets;
mod standards;
mod stopping;
mod support;
mod tls;
mod tokens;
mod trial;
mod uploads;
mod walls;
mod websocket;
mod workbook;
