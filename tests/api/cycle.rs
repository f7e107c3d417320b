//! The month as it is run: periods open with what is due, each partner hears of its own, those who are late are reminded.

mod opening;
mod periods;
mod reminders;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::monitoring::world::{P, Q, coordinator, partner, plan, start};
use crate::support::TestApp;

/// A plan with the month of May 2098 to come: it opens on 30 April at 19:30 UTC (Kabul's midnight) and is due by the end of 10 June there.
pub struct Month {
    pub app: TestApp,
    pub imo: String,
    pub coordinator: String,
    pub period: String,
}

pub const OPENS: &str = "2098-04-30T19:30:00Z";

pub async fn month() -> Month {
    let (app, imo) = start().await;
    app.sql(
        "update clusters set names = '{\"en\": \"Education Cluster Taluna\"}';
         update response_plans set names = '{\"en\": \"Taluna education response\"}'",
    );
    let coordinator = coordinator(&app).await;
    let create =
        "mutation($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) { id announcedAt } }";
    let input = json!({ "planId": plan(), "monthly": { "firstMonth": "2098-05-01", "months": 1, "dueDays": 10 } });
    let made = app.ok(&coordinator, create, json!({ "input": input })).await["createReportingPeriods"].take();
    assert_eq!(made[0]["announcedAt"], Value::Null);
    let period = made[0]["id"].as_str().expect("an id").to_owned();
    Month { app, imo, coordinator, period }
}

/// Focal points of both partners, that of Q reading French, and an editor of P.
pub async fn people(app: &TestApp) -> (String, String) {
    let of_p = partner(app, "focal.p@example.org", Role::PartnerFocalPoint, P).await;
    partner(app, "editor.p@example.org", Role::PartnerEditor, P).await;
    let of_q = partner(app, "focal.q@example.org", Role::PartnerFocalPoint, Q).await;
    app.sql("update users set language = 'fr' where email = 'focal.q@example.org'");
    (of_p, of_q)
}

impl Month {
    /// Moves the clock to a moment, does what is due then, and signs everybody in again whose token has run out.
    pub async fn at(&mut self, moment: &str) {
        let moment: DateTime<Utc> = moment.parse().expect("a moment");
        self.app.advance(moment - self.app.clock.now());
        self.app.work().await;
        self.imo = self.app.sign_in("imo@example.org").await;
        self.coordinator = self.app.sign_in("coordinator@example.org").await;
    }

    pub async fn preview(&self) -> Value {
        let query = "query($period: ID!) { openingPreview(periodId: $period) { reports people withoutPeople
            deliveries { sent queued failed suppressed }
            items(first: 10) { edges { node { organisation { name } report { status } people { name email toldAt } } } }
            alone: items(first: 10, onlyWithoutPeople: true) { edges { node { organisation { name } } } } } }";
        self.app.ok(&self.coordinator, query, json!({ "period": self.period })).await["openingPreview"].take()
    }

    pub async fn open(&self) -> Value {
        let open = "mutation($input: ReportingPeriodInput!) { openReportingPeriod(input: $input) { state opensAt announcedAt } }";
        let input = json!({ "input": { "periodId": self.period } });
        self.app.ok(&self.coordinator, open, input).await["openReportingPeriod"][0].take()
    }
}

/// The mails to an address, as they came.
pub fn raw_mails_to(app: &TestApp, email: &str) -> Vec<String> {
    let to = |mail: &String| mail.lines().any(|line| line.starts_with("To:") && line.contains(email));
    app.mails().into_iter().filter(to).collect()
}

/// The mails to an address, their broken lines joined.
pub fn mails_to(app: &TestApp, email: &str) -> Vec<String> {
    raw_mails_to(app, email).into_iter().map(|mail| mail.replace("=\r\n", "").replace("\r\n", " ")).collect()
}

/// The files of a mail: name and content.
pub fn files_of(mail: &str) -> Vec<(String, Vec<u8>)> {
    let parts = mail.split("Content-Disposition: attachment; filename=\"").skip(1);
    let file = |part: &str| {
        let (name, rest) = part.split_once('"').expect("a name");
        let body = rest.split_once("\r\n\r\n").expect("a body").1;
        let body: String = body.lines().take_while(|line| !line.starts_with("--")).collect();
        (name.to_owned(), STANDARD.decode(body.trim()).expect("base64"))
    };
    parts.map(file).collect()
}
