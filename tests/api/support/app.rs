//! The whole program on a database of its own, built through the production door and spoken to over HTTP.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use actix_web::dev::ServerHandle;
use chrono::{TimeDelta, Utc};
use darasa::{
    accounts,
    app::{
        Application, Signals, State,
        config::{Config, Mail},
        jobs,
    },
    kit::{
        Call, Clock,
        auth::{Role, tokens::Keyring},
        db::{self, Pools},
        graphql::websocket::Bounds,
        http::RateLimit,
        text::{ArabicDigits, Language},
    },
};
use serde_json::{Value, json};

use super::database::{TestDatabase, execute};

/// The password of every account that tests make.
pub const PASSWORD: &str = "a password for tests";

/// A running program.
pub struct TestApp {
    /// Its database.
    pub database_url: String,
    /// Where it listens.
    pub url: String,
    /// Its clock: stands still until it is moved.
    pub clock: Clock,
    /// The key that signs its access tokens, as PEM.
    pub signing_key: String,
    /// What it was built from.
    pub config: Config,
    state: Arc<State>,
    pools: Arc<Pools>,
    client: reqwest::Client,
    handle: ServerHandle,
}

/// Why a request was refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `extensions.code`.
    pub code: String,
    /// The message.
    pub message: String,
    /// `extensions.field`.
    pub field: Option<String>,
}

/// Brings a fresh database to the tables of this program.
pub fn migrate(url: &str) {
    db::migrate(url).expect("the migrations run");
}

impl TestApp {
    /// Starts the program on a fresh database.
    pub async fn start() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the test's clock starts at the machine's time")]
        let clock = Clock::held_at(Utc::now(), 1);
        let database = TestDatabase::create(migrate);
        let signing_key = Keyring::new_pem(&clock).expect("a key");
        let config = Config {
            database_url: database.url.clone(),
            listen: "127.0.0.1:0".parse().expect("an address"),
            public_url: Some("http://darasa.test".to_owned()),
            data_dir: PathBuf::from("/nonexistent"),
            workers: 1,
            pool_size: 4,
            mail: Mail::Memory { from: "Darasa <darasa@darasa.test>".to_owned() },
            signing_keys: Some(vec![signing_key.clone()]),
            rate_limit: RateLimit {
                per_second: 10_000.try_into().expect("not zero"),
                burst: 10_000.try_into().expect("not zero"),
                behind_proxy: false,
            },
            kept_bytes: 1 << 20,
            arabic_digits: ArabicDigits::Latin,
            metrics_token: None,
            sockets: Bounds { reading: Duration::from_secs(2), ..Bounds::of_an_address(300) },
            password_cost: (64, 1),
            background: false,
            worker_program: Some(PathBuf::from(env!("CARGO_BIN_EXE_darasa"))),
            clock: Some(clock.clone()),
        };
        let application = Application::build(&config).await.expect("the program starts");
        let (state, handle) = (Arc::clone(application.state()), application.handle());
        let url = format!("http://{}", application.address());
        actix_web::rt::spawn(application.run_until_stopped(Duration::ZERO, Signals::listen()));
        let pools = Arc::new(Pools::new(&database.url, 2).expect("pools"));
        // Gives a connection up before the server does: it must not be closed while a file is on its way.
        let client = reqwest::Client::builder().pool_idle_timeout(Duration::from_secs(2)).build().expect("a client");
        Self { database_url: database.url, url, clock, signing_key, config, state, pools, client, handle }
    }

    /// A call of the program itself.
    pub fn program(&self) -> Call {
        Call::of_program(Arc::clone(&self.pools), Arc::clone(&self.state.tools))
    }

    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// The answer to a GraphQL request, as it came.
    pub async fn graphql(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let mut request = self.client.post(format!("{}/graphql", self.url));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let response =
            request.json(&json!({ "query": query, "variables": variables })).send().await.expect("an answer");
        assert!(response.status().as_u16() < 500, "the server failed: {}", response.text().await.unwrap_or_default());
        response.json().await.expect("JSON")
    }

    /// The data of a request that must work.
    pub async fn ok(&self, token: &str, query: &str, variables: Value) -> Value {
        let mut body = self.graphql((!token.is_empty()).then_some(token), query, variables).await;
        assert!(body.get("errors").is_none(), "{query}\n{:#}", body["errors"]);
        body["data"].take()
    }

    /// Why a request that must not work was refused.
    pub async fn refused(&self, token: &str, query: &str, variables: Value) -> Refusal {
        let body = self.graphql((!token.is_empty()).then_some(token), query, variables).await;
        let error = &body["errors"][0];
        assert!(error.is_object(), "it was not refused: {body:#}");
        Refusal {
            code: error["extensions"]["code"].as_str().unwrap_or_default().to_owned(),
            message: error["message"].as_str().unwrap_or_default().to_owned(),
            field: error["extensions"]["field"].as_str().map(str::to_owned),
        }
    }

    /// A GET of a path with headers: status, headers, body.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> (u16, reqwest::header::HeaderMap, String) {
        let request = headers.iter().fold(self.client.get(format!("{}{path}", self.url)), |request, (name, value)| {
            request.header(*name, *value)
        });
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        (status, headers, response.text().await.expect("a body"))
    }

    /// Sends a form of a page: status, body.
    pub async fn submit_form(&self, path: &str, body: &'static str) -> (u16, String) {
        let request = self.client.post(format!("{}{path}", self.url));
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        let response = request.send().await.expect("an answer");
        (response.status().as_u16(), response.text().await.expect("a body"))
    }

    /// The client, for requests of other forms.
    pub fn client(&self) -> &reqwest::Client {
        &self.client
    }

    /// Sends a file: its id, or the error.
    pub async fn upload(&self, token: &str, name: &str, content: impl Into<Vec<u8>>) -> Result<String, Value> {
        let url = format!("{}/files?name={name}", self.url);
        let response = self.client.put(url).bearer_auth(token).body(content.into()).send().await.expect("an answer");
        let created = response.status().as_u16() == 201;
        let mut body: Value = response.json().await.expect("JSON");
        if created { Ok(body["id"].as_str().expect("an id").to_owned()) } else { Err(body["errors"][0].take()) }
    }

    /// Signs in: an access token.
    pub async fn sign_in(&self, email: &str) -> String {
        let query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
        let data = self.ok("", query, json!({ "input": { "email": email, "password": PASSWORD } })).await;
        data["signIn"]["accessToken"].as_str().expect("a token").to_owned()
    }

    /// The first administrator, signed in.
    pub async fn administrator(&self) -> String {
        accounts::create_first_administrator(&self.program(), "admin@example.org", "Administrator", PASSWORD)
            .await
            .expect("an administrator");
        self.sign_in("admin@example.org").await
    }

    /// Someone with a role, signed in. `scope` has operationId, clusterId and organisationId as the API gave them.
    pub async fn someone(&self, email: &str, role: Role, scope: Value) -> String {
        use futures::FutureExt;
        accounts::create_user(&self.program(), email, email, Language::En, PASSWORD).await.expect("an account");
        let id = |name: &str| scope[name].as_str().map(|id| juniper::ID::new(id.to_owned()));
        let input = accounts::GrantRoleInput {
            client_mutation_id: None,
            email: email.to_owned(),
            role,
            operation_id: id("operationId"),
            cluster_id: id("clusterId"),
            organisation_id: id("organisationId"),
            valid_until: None,
        };
        let given =
            self.program().transact(input, |transaction, input| accounts::give(transaction, input).boxed()).await;
        given.expect("a grant");
        self.sign_in(email).await
    }

    /// What all workers of the program share.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Does all work beside the requests that is due.
    pub async fn work(&self) {
        while jobs::work_once(&self.pools, &self.state).await.expect("the work is done") > 0 {}
    }

    /// Forgets what nobody needs any more, and says how many records that were.
    pub async fn tidy(&self) -> usize {
        jobs::tidy_once(&self.pools, &self.state).await.expect("it is tidied up")
    }

    /// The mails that went out so far, as raw texts.
    pub fn mails(&self) -> Vec<String> {
        self.state.transport.sent()
    }

    /// The secret in the link to `path` of the last mail that has one.
    pub fn secret_in_last_mail(&self, path: &str) -> String {
        // Quoted-printable breaks long lines.
        let mails = self.mails().into_iter().rev().map(|mail| mail.replace("=\r\n", ""));
        let mail = mails.into_iter().find(|mail| mail.contains(path)).expect("a mail with a link");
        let start = mail.find(path).expect("a link") + path.len();
        mail[start..].chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect()
    }

    /// The first column of the rows of a statement.
    pub fn sql(&self, statement: &str) -> Vec<String> {
        execute(&self.database_url, &[statement])
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // Nobody waits for the answer: the server's threads end with the test's process at the latest.
        drop(self.handle.stop(false));
        if !std::thread::panicking() {
            // What was left for a day to come from the start is not due yet.
            let due = "select kind from jobs where failed_at is null and (attempts > 0 or run_at <= created_at)";
            let waiting = execute(&self.database_url, &[due]);
            assert!(waiting.is_empty(), "the test leaves jobs that nobody ran: {waiting:?}");
        }
    }
}

/// A real file that others published, or nothing (and a word about it) where the collection is absent.
pub fn cases(path: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("DARASA_CASES").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases"));
    let file = folder.join(path);
    let content = std::fs::read(&file).ok();
    if content.is_none() {
        eprintln!("skipped: {} is not here; set DARASA_CASES to the folder of published files", file.display());
    }
    content
}
