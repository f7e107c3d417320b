//! Clients at work. Each writes one thing after the other, sends the same request under the same key until it has an answer, and enters into the ledger
//! what it was told.

use std::{
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::ledger::{Kind, Ledger};
use crate::{
    monitoring::world::{self, EVERYONE, FEBRUARY, GIRLS, JANUARY, MATERIALS, P, Q, X, Y},
    support::PASSWORD,
};

/// What each client reports on: nobody else writes that report, so that every conflict is a fault.
const REPORTS: [(u128, u128); 4] = [(P, JANUARY), (Q, JANUARY), (P, FEBRUARY), (Q, FEBRUARY)];

/// What of a report is asked for.
const OUTCOME: &str =
    "__typename ... on ReportSaved { report { id uuid version status } } ... on ReportConflict { serverVersion }
    ... on ReportLocked { reason } ... on ReportInvalid { issues { reason } }";

/// The clients.
pub(super) struct Load {
    shared: Arc<Shared>,
    clients: Vec<JoinHandle<()>>,
}

struct Shared {
    url: String,
    appeal: String,
    client: reqwest::Client,
    token: tokio::sync::RwLock<String>,
    ledger: Mutex<Ledger>,
    stopping: AtomicBool,
}

impl Load {
    /// Lets clients work at the program at `url`, with the appeal of this id.
    pub(super) fn begin(url: &str, appeal: &str, seed: u64) -> Self {
        // Longer than any request may take: who hangs is found out.
        let client = reqwest::Client::builder().timeout(Duration::from_secs(20)).build().expect("a client");
        let shared = Arc::new(Shared {
            url: url.to_owned(),
            appeal: appeal.to_owned(),
            client,
            token: tokio::sync::RwLock::default(),
            ledger: Mutex::default(),
            stopping: AtomicBool::new(false),
        });
        let numbers = (0_u64..).zip(REPORTS);
        let client = |(number, of)| {
            let random = StdRng::seed_from_u64(seed.wrapping_mul(1_000).wrapping_add(number));
            tokio::spawn(Client { shared: Arc::clone(&shared), number, of, random, report: None }.work())
        };
        Self { clients: numbers.map(client).collect(), shared }
    }

    /// What the clients know.
    pub(super) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.shared.ledger()
    }

    /// Waits until so many more writes were acknowledged; how long that took.
    pub(super) async fn progress(&self, writes: u64) -> Duration {
        let (began, from) = (Instant::now(), self.ledger().acknowledged);
        while self.ledger().acknowledged < from + writes {
            let answers = self.ledger().answers.clone();
            assert!(began.elapsed() < Duration::from_secs(90), "nothing is written any more: {answers:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        began.elapsed()
    }

    /// Lets each client finish what it is at.
    pub(super) async fn end(&mut self) {
        self.shared.stopping.store(true, Ordering::Relaxed);
        for client in self.clients.drain(..) {
            client.await.expect("no client panics");
        }
    }
}

impl Shared {
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().expect("no panic while holding the lock")
    }

    /// Asks once.
    async fn ask(&self, query: &str, variables: &Value) -> Answer {
        let token = self.token.read().await.clone();
        let mut request = self.client.post(format!("{}/graphql", self.url));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        let response = match request.json(&json!({ "query": query, "variables": variables })).send().await {
            Ok(response) => response,
            Err(error) if error.is_timeout() => return Answer::Hung,
            Err(_) => return Answer::Lost,
        };
        let status = response.status().as_u16();
        let Ok(mut body) = response.json::<Value>().await else { return Answer::Lost };
        let error = &body["errors"][0];
        if error.is_null() {
            return Answer::Data(body["data"].take());
        }
        let code = error["extensions"]["code"].as_str().unwrap_or("none");
        Answer::Refused { status, code: code.to_owned(), said: error.to_string() }
    }

    async fn sign_in(&self) {
        let query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
        let input = json!({ "input": { "email": "admin@example.org", "password": PASSWORD } });
        let mut token = self.token.write().await;
        *token = String::new();
        drop(token);
        if let Answer::Data(data) = self.ask(query, &input).await {
            *self.token.write().await = data["signIn"]["accessToken"].as_str().expect("a token").to_owned();
        }
    }
}

/// What came of asking once.
enum Answer {
    Data(Value),
    Refused {
        status: u16,
        code: String,
        said: String,
    },
    /// The line broke before there was an answer.
    Lost,
    /// There was none for longer than any request may take.
    Hung,
}

struct Client {
    shared: Arc<Shared>,
    number: u64,
    of: (u128, u128),
    random: StdRng,
    /// Its report, as last told: id, uuid, version, status.
    report: Option<Value>,
}

impl Client {
    async fn work(mut self) {
        for turn in 0.. {
            if self.shared.stopping.load(Ordering::Relaxed) {
                return;
            }
            let name = format!("{} {turn}", self.number);
            match self.random.random_range(0..100) {
                0..25 => self.report().await,
                25..50 => {
                    let name = format!("Organisation {name}");
                    let input = json!({ "organisation": { "name": name, "kind": "NNGO" } });
                    self.make(Kind::Organisation, &name, "CreateOrganisationInput", "{ id }", input).await;
                }
                50..70 => {
                    let name = format!("Contribution {name}");
                    let input = json!({
                        "appealId": self.shared.appeal, "status": "COMMITMENT", "sourceOrganisationId": world::organisation(P),
                        "recipientOrganisationId": world::organisation(Q), "amount": "1000", "currency": "USD",
                        "decisionDate": "2026-01-02", "flowDate": "2026-01-02", "description": name,
                    });
                    self.make(Kind::Flow, &name, "RecordFlowInput", "{ id }", input).await;
                }
                70..92 => {
                    let gone = if self.random.random_ratio(1, 8) { "gone" } else { "reader" };
                    let email = format!("{gone}-{}-{turn}@example.org", self.number);
                    let input = json!({ "subjectId": self.shared.appeal, "email": email, "language": "fr" });
                    self.make(Kind::Subscription, &email, "SubscribeInput", "", input).await;
                }
                _ => {
                    let note = format!("Edition {name}");
                    let input = json!({ "appealId": self.shared.appeal, "asOf": "2026-10-31", "note": note });
                    self.make(Kind::Edition, &note, "PublishEditionInput", "{ number }", input).await;
                }
            }
        }
    }

    /// Makes something, or gives it up.
    async fn make(&mut self, kind: Kind, name: &str, input_type: &str, fields: &str, input: Value) {
        let field = match kind {
            Kind::Organisation => "createOrganisation",
            Kind::Flow => "recordFlow",
            Kind::Edition => "publishEdition",
            Kind::Subscription => "subscribe",
        };
        let query = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {fields} }}");
        let patient = self.random.random_ratio(4, 5);
        match self.insist(&query, input, patient).await {
            Some(_) => self.shared.ledger().done(kind, name),
            None => self.shared.ledger().gave_up(kind, name),
        }
    }

    /// Takes the next step with its report: written, submitted, accepted, opened again.
    async fn report(&mut self) {
        let status = self.report.as_ref().map_or("", |report| report["status"].as_str().expect("a state")).to_owned();
        let (of, known) = (self.of, self.report.clone().unwrap_or_default());
        let mut step = json!({ "reportId": known["id"], "baseVersion": known["version"] });
        let (field, input_type, fields, input) = match status.as_str() {
            "DRAFT" => ("submitReport", "SubmitReportInput", OUTCOME, step),
            "SUBMITTED" => ("acceptReport", "AcceptReportInput", "id uuid version status", step),
            "ACCEPTED" => {
                step["note"] = json!("Look again at the girls of school Y.");
                ("reopenReport", "ReturnReportInput", "id uuid version status", step)
            }
            _ => {
                let people: i64 = self.random.random_range(20..5_000);
                let cells = |school, share: i64| {
                    world::row(MATERIALS, school, &[(EVERYONE, people, 3), (GIRLS, people / share, 1)])
                };
                let rows = json!([cells(X, 2), cells(Y, 3)]);
                let base = known["version"].as_i64().unwrap_or(0);
                let mut input = world::report(of.0, of.1, i32::try_from(base).expect("small"), rows);
                input["id"] = known["uuid"].clone();
                ("saveReport", "SaveReportInput", OUTCOME, input)
            }
        };
        let query = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {{ {fields} }} }}");
        let Some(mut data) = self.insist(&query, input, true).await else { return };
        let answer = data[field].take();
        let report = if answer["report"].is_object() { &answer["report"] } else { &answer };
        if !report["version"].is_i64() {
            self.shared.ledger().faults.push(format!("{field} after {status}: {answer}"));
            return;
        }
        let word = |name: &str| report[name].as_str().expect("a text").to_owned();
        self.shared.ledger().report(&word("uuid"), report["version"].as_i64().expect("a number"), &word("status"));
        self.report = Some(report.clone());
    }

    /// Sends a write under one key until there is an answer. Who is not patient gives up when an answer was lost.
    async fn insist(&mut self, query: &str, mut input: Value, patient: bool) -> Option<Value> {
        input["clientMutationId"] = json!(uuid::Builder::from_random_bytes(self.random.random()).into_uuid());
        let variables = json!({ "input": input });
        let began = Instant::now();
        loop {
            let what = match self.shared.ask(query, &variables).await {
                Answer::Data(data) => return Some(data),
                Answer::Lost if !patient => return None,
                Answer::Lost => "lost".to_owned(),
                Answer::Hung => {
                    self.shared.ledger().faults.push(format!("no answer for 20 s: {query}"));
                    "hung".to_owned()
                }
                Answer::Refused { code, .. } if code == "UNAUTHENTICATED" => {
                    self.shared.sign_in().await;
                    continue;
                }
                Answer::Refused { status, code, said } => {
                    // What is away now, or busy, may be asked again; everything else is a fault.
                    let passing = ["UNAVAILABLE", "TIMED_OUT"].contains(&code.as_str()) || said.contains("\"busy\"");
                    if !passing {
                        self.shared.ledger().faults.push(format!("{status} {said}: {query} {variables}"));
                        return None;
                    }
                    format!("{status} {code}")
                }
            };
            *self.shared.ledger().answers.entry(what).or_default() += 1;
            assert!(began.elapsed() < Duration::from_secs(180), "three minutes without an answer: {query}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
