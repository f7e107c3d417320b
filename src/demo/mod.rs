//! The demo: a fictional country with everything that Darasa keeps, so that whoever looks at it sees a response at work.
//!
//! Taluna has eight provinces, an operation, a national and two sub-national clusters, a dozen partners, needs, a plan, six months of reports,
//! partners' projects, checklists against the minimum standards, an appeal with contributions and two editions, and donors who follow it. All of it is made through the doors that users come through, with
//! their rights and at the times of the story; nothing here touches a table. The figures are given in [`country`], so that each total can be
//! worked out by hand. The story ends at the moment at which it is loaded.

mod assessments;
mod calendar;
mod country;
mod followers;
mod funding;
mod known;
mod outlines;
mod people;
mod planning;
mod projects;
mod reporting;
mod setting;
mod sheets;
mod stage;
mod standards;

use std::{fmt, sync::Arc};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

pub use self::people::{PASSWORD, PEOPLE, Person};
use self::{
    calendar::{Calendar, REPORTED_MONTHS},
    known::Known,
    reporting::{DECISION_DAYS, Desk},
    setting::OPERATION,
    stage::Stage,
};
use crate::{
    app::{State, config::Config, jobs, transport},
    kit::{
        Error, Result,
        auth::Viewer,
        db::{self, embedded::Draft},
    },
};

/// Where the demo is loaded.
#[derive(Debug, Clone)]
pub enum Place {
    /// Into the database itself, which must be fresh. A demo that is broken off stays there, unfinished.
    Here,
    /// Into a draft that takes the place of the embedded database when the demo is whole. A demo that is broken off is begun anew.
    InDraft(Draft),
}

/// What loading the demo did, and how to use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// False: the demo was there already and nothing was written.
    pub new: bool,
    /// The appeal's public code.
    pub appeal: String,
    public_url: String,
}

impl fmt::Display for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = &self.public_url;
        writeln!(f, "The appeal, for everyone: {url}/a/{}", self.appeal)?;
        writeln!(f, "The API, with its schema: {url}/graphql, to try it in a browser: {url}/explorer")?;
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
pub async fn load(config: &Config, place: &Place, now: DateTime<Utc>) -> Result<Loaded> {
    db::migrate(&config.database_url)?;
    let calendar = Calendar::ending_at(now)?;
    let stage = Stage::new(config, calendar.after_start(-20))?;
    let public_url = stage.program.tools.public_url.clone();
    if let Some(appeal) = appeal_there(&stage).await? {
        println!("The demo is there already.");
        return Ok(Loaded { new: false, public_url, appeal });
    }
    println!("Loading the demo:");
    match place {
        Place::Here => perform(&stage, &calendar, config).await?,
        Place::InDraft(draft) => {
            nobody_works_here(&stage).await?;
            drop(stage);
            draft.begin().await?;
            let config = Config { database_url: draft.url().to_owned(), ..config.clone() };
            db::migrate(&config.database_url)?;
            perform(&Stage::new(&config, calendar.after_start(-20))?, &calendar, &config).await?;
            draft.take_place().await?;
        }
    }
    Ok(Loaded { new: true, public_url, appeal: funding::code(&calendar) })
}

async fn perform(stage: &Stage, calendar: &Calendar, config: &Config) -> Result<()> {
    let way_out = transport(&config.mail).map_err(|failure| Error::bug(failure.to_string()))?;
    let post = State::new(Arc::clone(&stage.program.tools), way_out);
    tell(stage, calendar, &post).await
}

/// A database in which somebody has an account is never replaced by a draft.
///
/// # Errors
/// When somebody has.
async fn nobody_works_here(stage: &Stage) -> Result<()> {
    let document = "{ users(first: 1) { edges { node { id } } } }";
    let answer = stage.ask(Viewer::program(), "look for accounts", document, json!({})).await?;
    if answer["users"]["edges"].as_array().is_some_and(Vec::is_empty) {
        return Ok(());
    }
    let message = "somebody works in this database; start without --demo, or with another folder in DARASA_DATA_DIR";
    Err(Error::conflict("demo-among-work", message))
}

/// The story, chapter by chapter.
async fn tell(stage: &Stage, calendar: &Calendar, post: &State) -> Result<()> {
    let mut known = Known::default();
    setting::found(stage, &mut known).await?;
    let coordinator = stage.enter("coordinator@demo.example", PASSWORD).await?;
    setting::set_up(&coordinator, calendar, &mut known).await?;
    let desk = Desk {
        coordinator,
        imo: stage.enter("imo@demo.example", PASSWORD).await?,
        belqor: stage.enter("belqor@demo.example", PASSWORD).await?,
        editor: stage.enter("editor@demo.example", PASSWORD).await?,
        focal_point: stage.enter("focal.point@demo.example", PASSWORD).await?,
        youth_centre: stage.enter("youth.centre@demo.example", PASSWORD).await?,
        donor: stage.enter("donor@demo.example", PASSWORD).await?,
    };
    stage.move_to(calendar.after_start(10));
    assessments::survey(&desk.imo, calendar, &known).await?;
    planning::state_needs(&desk.imo, &desk.coordinator, calendar, &mut known).await?;
    stage.move_to(calendar.after_start(20));
    planning::plan(&desk.coordinator, calendar, &mut known).await?;
    funding::appeal(&desk.coordinator, calendar, &mut known).await?;
    stage.move_to(calendar.after_start(30));
    projects::write(&desk, calendar, &known).await?;
    reporting::open(&desk.coordinator, calendar, &mut known).await?;
    for month in 0..REPORTED_MONTHS {
        reporting::month(stage, &desk, calendar, &known, month).await?;
        work(stage, post).await?;
        match month {
            0 => {
                funding::first_gifts(&desk.imo, &mut known, calendar.month(1)).await?;
                standards::first_round(&desk.imo, calendar, &mut known).await?;
            }
            2 => followers::follow(stage, &known).await?,
            FIRST_EDITION => {
                stage.move_to(calendar.after_month_began(month + 1, DECISION_DAYS + 1));
                funding::publish(&desk.coordinator, &known, calendar.month(month + 1), "First publication").await?;
                work(stage, post).await?;
                revise(stage, &desk, calendar, &known).await?;
            }
            SECOND_ROUND => {
                standards::second_round(&desk.imo, calendar, &known).await?;
                standards::of_a_partner(&desk.editor, &desk.focal_point, calendar, &known).await?;
            }
            _ => {}
        }
    }
    stage.move_to(calendar.after_month_began(REPORTED_MONTHS, DECISION_DAYS + 1));
    assessments::plans(&desk.imo, calendar, &known).await?;
    let note = "Requirement revised after the floods: 41.2 to 48.6 million US dollars; two more months of reports";
    funding::publish(&desk.coordinator, &known, calendar.month(REPORTED_MONTHS), note).await?;
    work(stage, post).await?;
    desk.close().await
}

/// The month after whose reports the first edition is published.
const FIRST_EDITION: u32 = 3;

/// The month after whose reports the cluster looks at the standards again.
const SECOND_ROUND: u32 = 4;

/// The floods: more is needed, more is asked for, and more is given.
async fn revise(stage: &Stage, desk: &Desk<'_>, calendar: &Calendar, known: &Known) -> Result<()> {
    stage.move_to(calendar.after_month_began(FIRST_EDITION + 1, DECISION_DAYS + 3));
    let day = calendar.month(FIRST_EDITION + 1);
    planning::revise(&desk.coordinator, known).await?;
    funding::ask_for_costs(&desk.coordinator, known, day, "The floods destroyed more schools").await?;
    funding::second_gifts(&desk.imo, &desk.donor, known, day).await
}

/// Lets the work beside the requests be done: mails leave, the history is sealed.
async fn work(stage: &Stage, post: &State) -> Result<()> {
    while jobs::work_once(stage.program.db.pools(), post).await? > 0 {}
    Ok(())
}

/// The code of the demo's appeal, if the demo was loaded.
///
/// # Errors
/// When it was begun and not finished.
async fn appeal_there(stage: &Stage) -> Result<Option<String>> {
    let Some(operation) = operation_there(stage).await? else { return Ok(None) };
    let document = "query($operation: ID!) { appeals(operationId: $operation, first: 1) {
        edges { node { code editions(first: 2) { edges { node { number } } } } } } }";
    let answer =
        stage.ask(Viewer::program(), "look for the appeal", document, json!({ "operation": operation })).await?;
    let appeal = &answer["appeals"]["edges"][0]["node"];
    let editions = appeal["editions"]["edges"].as_array().map_or(0, Vec::len);
    match appeal["code"].as_str() {
        Some(code) if editions == 2 => Ok(Some(code.to_owned())),
        _ => {
            let message = "a demo was begun there and not finished";
            Err(Error::conflict("demo-unfinished", message))
        }
    }
}

/// The id of the demo's operation, if there is one.
async fn operation_there(stage: &Stage) -> Result<Option<Value>> {
    let mut after = Value::Null;
    loop {
        let document = "query($after: String) { operations(first: 100, after: $after) {
            edges { node { id code } } pageInfo { hasNextPage endCursor } } }";
        let page = stage.ask(Viewer::program(), "look for the demo", document, json!({ "after": after })).await?;
        let operations = &page["operations"];
        let mut nodes = operations["edges"].as_array().into_iter().flatten().map(|edge| &edge["node"]);
        if let Some(found) = nodes.find(|node| node["code"] == OPERATION) {
            return Ok(Some(found["id"].clone()));
        }
        if operations["pageInfo"]["hasNextPage"] != true {
            return Ok(None);
        }
        after = operations["pageInfo"]["endCursor"].clone();
    }
}
