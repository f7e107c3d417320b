//! The demo: a fictional country with everything that Darasa keeps, so that whoever looks at it sees a response at work.
//!
//! Taluna has eight provinces, an operation, a national and two sub-national clusters, a dozen partners, needs, a plan, six months of reports, an
//! appeal with contributions and two editions, and donors who follow it. All of it is made through the doors that users come through, with
//! their rights and at the times of the story; nothing here touches a table. The figures are given in [`country`], so that each total can be
//! worked out by hand. The story ends at the moment at which it is loaded.

mod calendar;
mod country;
mod known;
mod outlines;
mod people;
mod setting;
mod stage;

use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::json;

pub use self::people::{PASSWORD, PEOPLE, Person};
use self::{calendar::Calendar, known::Known, setting::OPERATION, stage::Stage};
use crate::{
    app::config::Config,
    kit::{Error, Result, auth::Viewer, db},
};

/// What loading the demo did, and how to use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// False: the demo was there already and nothing was written.
    pub new: bool,
    public_url: String,
}

impl fmt::Display for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = &self.public_url;
        writeln!(f, "API of the demo:          {url}/graphql")?;
        writeln!(f, "Who can sign in, all with the password `{PASSWORD}`:")?;
        for person in &PEOPLE {
            writeln!(f, "  {:<26} {:<24} {}", person.email, person.role, person.name)?;
        }
        Ok(())
    }
}

/// Loads the demo into the database of `config`, as of `now`, unless it is there. Tells on standard output how far it is.
///
/// # Errors
/// When the database holds other work, loading was broken off before, or a step of the story fails.
pub async fn load(config: &Config, now: DateTime<Utc>) -> Result<Loaded> {
    db::migrate(&config.database_url)?;
    let calendar = Calendar::ending_at(now)?;
    let stage = Stage::new(config, calendar.after_start(-20))?;
    let public_url = config.public_url.trim_end_matches('/').to_owned();
    if is_there(&stage).await? {
        println!("The demo is there already.");
        return Ok(Loaded { new: false, public_url });
    }
    println!("Loading the demo:");
    tell(&stage, &calendar).await?;
    Ok(Loaded { new: true, public_url })
}

/// The story, chapter by chapter.
async fn tell(stage: &Stage, calendar: &Calendar) -> Result<()> {
    let mut known = Known::default();
    setting::found(stage, &mut known).await?;
    let coordinator = stage.enter("coordinator@demo.example", PASSWORD).await?;
    setting::set_up(&coordinator, calendar, &mut known).await?;
    coordinator.leave().await
}

/// Whether the demo was loaded.
///
/// # Errors
/// When it was begun and not finished.
async fn is_there(stage: &Stage) -> Result<bool> {
    let mut after = serde_json::Value::Null;
    loop {
        let document = "query($after: String) { operations(first: 100, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }";
        let page = stage.ask(Viewer::program(), "look for the demo", document, json!({ "after": after })).await?;
        let operations = &page["operations"];
        let edges = operations["edges"].as_array();
        if edges.is_some_and(|edges| edges.iter().any(|edge| edge["node"]["code"] == OPERATION)) {
            return Ok(true);
        }
        if operations["pageInfo"]["hasNextPage"] != true {
            return Ok(false);
        }
        after = operations["pageInfo"]["endCursor"].clone();
    }
}
