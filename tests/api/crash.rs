//! The real program, killed and stopped at bad moments: what was acknowledged lasts, and nothing is left running.

use std::{collections::BTreeSet, io::Write, path::Path, process::Stdio, time::Duration};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::support::{
    PASSWORD,
    database::{TestDatabase, execute},
    migrate,
    served::{self, Served, eventually, ok},
};

const CREATE: &str = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";

/// An installation with an administrator, and programs that come and go.
pub(super) struct Installation {
    pub(super) database: TestDatabase,
    pub(super) folder: TempDir,
    client: reqwest::Client,
}

impl Installation {
    pub(super) fn new() -> Self {
        let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
        let arguments = ["admin", "create", "--email", "admin@example.org", "--name", "Administrator"];
        let mut create = served::command(&database.url, folder.path(), &arguments);
        let mut create = create.stdin(Stdio::piped()).spawn().expect("the program starts");
        create.stdin.take().expect("piped").write_all(format!("{PASSWORD}\n").as_bytes()).expect("it listens");
        let made = create.wait_with_output().expect("our child");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self { database, folder, client: reqwest::Client::new() }
    }

    pub(super) fn start(&self) -> Served {
        Served::start(&self.database.url, self.folder.path(), &[])
    }

    pub(super) async fn ask(&self, url: &str, token: &str, query: &str, variables: Value) -> Value {
        ok(&self.client, url, token, query, variables).await
    }

    pub(super) async fn sign_in(&self, url: &str) -> String {
        let query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
        let input = json!({ "email": "admin@example.org", "password": PASSWORD });
        let data = self.ask(url, "", query, json!({ "input": input })).await;
        data["signIn"]["accessToken"].as_str().expect("a token").to_owned()
    }

    pub(super) fn sql(&self, statement: &str) -> Vec<String> {
        execute(&self.database.url, &[statement])
    }
}

fn organisation(name: &str) -> Value {
    json!({ "input": { "organisation": { "name": name, "kind": "NNGO" } } })
}

/// The mails in a folder, their long lines joined.
fn mail_texts(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder.join("mail")).expect("the folder of mails");
    let names = files.map(|file| file.expect("readable").path());
    let whole = names.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
    let visible = whole.filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    visible.map(|path| std::fs::read_to_string(path).expect("text").replace("=\r\n", "")).collect()
}

/// The mails in a folder: Message-ID and link.
fn mails(folder: &Path) -> Vec<(String, String)> {
    let mail = |text: &String| {
        let between = |from: &str, to: char| {
            let rest = text.split_once(from).expect("it is there").1;
            rest.split(|c: char| c == to || c.is_whitespace()).next().expect("something").to_owned()
        };
        (between("Message-ID: <", '>'), between("/r/", '"'))
    };
    mail_texts(folder).iter().map(mail).collect()
}

#[actix_web::test]
async fn twenty_kills_lose_no_acknowledged_write_and_no_mail() {
    let installation = Installation::new();
    let mut random = StdRng::seed_from_u64(20);
    let (mut acknowledged, mut token) = (BTreeSet::new(), String::new());
    for round in 0..20 {
        let program = installation.start();
        if token.is_empty() {
            token = installation.sign_in(&program.url).await;
        }
        // A mailbox gets three such mails an hour; nobody waits for that here.
        installation.sql("delete from allowances");
        let reset = "mutation { requestPasswordReset(email: \"admin@example.org\") }";
        installation.ask(&program.url, "", reset, json!({})).await;
        let name = format!("Organisation {round}");
        installation.ask(&program.url, &token, CREATE, organisation(&name)).await;
        acknowledged.insert(name);
        // One more whose answer may come or not, and a kill while it is under way.
        let late = format!("Late organisation {round}");
        let request = installation.client.post(format!("{}/graphql", program.url)).bearer_auth(&token);
        let request = request.json(&json!({ "query": CREATE, "variables": organisation(&late) })).send();
        let answer = actix_web::rt::spawn(request);
        tokio::time::sleep(Duration::from_millis(random.random_range(0..30))).await;
        program.kill();
        if let Ok(Ok(response)) = answer.await
            && response.json::<Value>().await.is_ok_and(|body| body["data"]["createOrganisation"]["id"].is_string())
        {
            acknowledged.insert(late);
        }
    }
    // A mail that a killed program had in its hands is another's when the lease is over; nobody waits for that here.
    installation.sql("update outbox_messages set next_attempt_at = now() where state = 'sending'");
    let program = installation.start();
    eventually("every mail is sent and every change sealed", async || {
        installation.sql("select 1 from outbox_messages where state <> 'sent' union all select 1 from audit_events where sequence is null").is_empty()
    })
    .await;
    let kept: BTreeSet<String> = installation.sql("select name from organisations").into_iter().collect();
    assert!(acknowledged.is_subset(&kept), "lost: {:?}", acknowledged.difference(&kept));
    assert_eq!(
        installation.sql("select count(*) from audit_events where entity = 'Organisation'"),
        [kept.len().to_string()]
    );
    let posted: BTreeSet<String> = installation.sql("select id from outbox_messages").into_iter().collect();
    assert_eq!(posted.len(), 20, "each acknowledged request left one mail");
    let arrived = mails(installation.folder.path());
    let ids: BTreeSet<String> = arrived.iter().map(|(id, _)| id.split('@').next().expect("an id").to_owned()).collect();
    let links: BTreeSet<&String> = arrived.iter().map(|(_, link)| link).collect();
    assert_eq!(ids, posted);
    assert_eq!((arrived.len(), links.len()), (20, 20), "no link came under a second Message-ID");
    program.terminate();
    assert_eq!(program.ended(), Some(0));
    let verified = served::run(&installation.database.url, installation.folder.path(), &["audit", "verify"]);
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(verified.status.success() && said.contains("the history is whole"), "{said}");
}

/// An operation with an appeal that four addresses follow, and an administrator who coordinates there: the appeal's id.
fn followed_appeal(installation: &Installation) -> String {
    let appeal = Uuid::from_u128(3);
    let statements = [
        "insert into operations (id, code, names, default_language, time_zone, created_at, updated_at)
            values ('{1}', 'TAL', '{\"en\": \"Taluna\"}', 'en', 'UTC', now(), now())",
        "insert into appeals (id, operation_id, code, kind, names, starts_on, ends_on, status, created_at, updated_at)
            values ('{3}', '{1}', 'EDU-XE-2026', 'FLASH_APPEAL', '{\"en\": \"Taluna education appeal\"}', '2026-01-01', '2027-01-01', 'DRAFT', now(), now())",
        "insert into grants (id, user_id, role, operation_id, created_at) select gen_random_uuid(), id, 'COORDINATOR', '{1}', now() from users",
        "insert into subscriptions (id, subject, subject_id, operation_id, title, email, language, token, status, created_at, confirmed_at)
            select gen_random_uuid(), 'APPEAL', '{3}', '{1}', '{\"en\": \"Taluna education appeal\"}', 'reader' || n || '@example.org', 'en',
                'token-' || n, 'CONFIRMED', now(), now() from generate_series(1, 4) n",
    ];
    for statement in statements {
        installation
            .sql(&statement.replace("{1}", &Uuid::from_u128(1).to_string()).replace("{3}", &appeal.to_string()));
    }
    URL_SAFE_NO_PAD.encode(format!("Appeal:{}", appeal.simple()))
}

#[actix_web::test]
async fn twenty_kills_between_an_edition_and_its_mails_lose_none_and_send_none_under_a_second_message_id() {
    const PUBLISH: &str = "mutation($input: PublishEditionInput!) { publishEdition(input: $input) { number } }";
    let installation = Installation::new();
    let appeal = followed_appeal(&installation);
    let mut random = StdRng::seed_from_u64(9);
    let mut token = String::new();
    for round in 1..=20 {
        let program = installation.start();
        if token.is_empty() {
            token = installation.sign_in(&program.url).await;
        }
        let input = json!({ "input": { "appealId": appeal, "asOf": "2026-10-31" } });
        let published = installation.ask(&program.url, &token, PUBLISH, input).await;
        assert_eq!(published["publishEdition"]["number"], round);
        // The job of this edition waits, works or is done: the program looks for it twice a second.
        tokio::time::sleep(Duration::from_millis(random.random_range(0..700))).await;
        program.kill();
        // What the killed program held is another's when its lease is over; nobody waits for that here.
        installation.sql("update jobs set leased_until = null, run_at = now()");
        installation.sql("update outbox_messages set next_attempt_at = now() where state = 'sending'");
    }
    let program = installation.start();
    let waiting = "select 1 from jobs union all select 1 from outbox_messages where state <> 'sent'";
    eventually("every edition is told of", async || installation.sql(waiting).is_empty()).await;
    program.kill();
    assert_eq!(
        installation.sql("select count(*) from editions union all select count(*) from outbox_messages"),
        ["20", "80"]
    );
    let posted: BTreeSet<String> = installation.sql("select id from outbox_messages").into_iter().collect();
    let arrived: Vec<(String, String)> = mail_texts(installation.folder.path())
        .iter()
        .map(|text| {
            let between = |from: &str, to: &[char]| {
                let rest = text.split_once(from).expect("it is there").1;
                rest.split(to).next().expect("something").to_owned()
            };
            let id = between("Message-ID: <", &['@']);
            (id, format!("{} {}", between("To: ", &['\r']), between("/a/EDU-XE-2026/", &['"', '\r', ' ', '?'])))
        })
        .collect();
    let ids: BTreeSet<String> = arrived.iter().map(|(id, _)| id.clone()).collect();
    let told: BTreeSet<&String> = arrived.iter().map(|(_, what)| what).collect();
    assert_eq!(ids, posted, "every mail arrived");
    assert_eq!((arrived.len(), told.len()), (80, 80), "nobody is told of an edition under a second Message-ID");
}

#[actix_web::test]
async fn who_stops_the_program_waits_for_what_is_under_way_and_sends_nobody_there() {
    let installation = Installation::new();
    let settings = [("DARASA_DRAIN_SECONDS", "1")];
    let program = Served::start(&installation.database.url, installation.folder.path(), &settings);
    let token = installation.sign_in(&program.url).await;
    let ready = async || {
        let response = installation.client.get(format!("{}/ready", program.url)).send().await.expect("an answer");
        response.status().as_u16()
    };
    assert_eq!(ready().await, 200);
    let (holder, connection) = tokio_postgres::connect(&installation.database.url, tokio_postgres::NoTls)
        .await
        .expect("the test server answers");
    actix_web::rt::spawn(connection);
    holder.batch_execute("begin; lock table organisations").await.expect("nobody else has it");
    let request = installation.client.post(format!("{}/graphql", program.url)).bearer_auth(&token);
    let request = request.json(&json!({ "query": CREATE, "variables": organisation("Slow Aid") })).send();
    let answer = actix_web::rt::spawn(request);
    eventually("the request waits", async || {
        let waiting = "select count(*) from pg_locks where not granted";
        holder.query_one(waiting, &[]).await.expect("a count").get::<_, i64>(0) > 0
    })
    .await;
    program.terminate();
    eventually("it says that it is not ready", async || ready().await == 503).await;
    holder.batch_execute("commit").await.expect("it was open");
    let response = answer.await.expect("no panic").expect("the answer still comes");
    let body: Value = response.json().await.expect("JSON");
    assert!(body["data"]["createOrganisation"]["id"].is_string(), "{body}");
    assert_eq!(program.ended(), Some(0));
    assert_eq!(installation.sql("select name from organisations"), ["Slow Aid"]);
}

/// The children of a process.
pub(super) fn children(pid: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let of_task = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
    tasks
        .flat_map(|task| of_task(task).split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>())
        .collect()
}

#[actix_web::test]
async fn a_kill_in_the_middle_of_reading_a_file_leaves_no_reader_behind() {
    let installation = Installation::new();
    let program = installation.start();
    let token = installation.sign_in(&program.url).await;
    let table =
        format!("Location,P-Code\n{}", "XEA,XE01,\"a cell\",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,x\n".repeat(190_000));
    let put = installation.client.put(format!("{}/files?name=large.csv", program.url)).bearer_auth(&token);
    let file: Value = put.body(table).send().await.expect("an answer").json().await.expect("JSON");
    let import = "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied } }";
    let request = installation.client.post(format!("{}/graphql", program.url)).bearer_auth(&token);
    let body = json!({ "query": import, "variables": { "input": { "fileId": file["id"] } } });
    let answer = actix_web::rt::spawn(request.json(&body).send());
    eventually("a reader works", async || !children(program.pid()).is_empty()).await;
    let readers = children(program.pid());
    program.kill();
    assert!(answer.await.expect("no panic").is_err(), "nobody is left to answer");
    eventually("the reader has ended", async || {
        readers.iter().all(|pid| !Path::new(&format!("/proc/{pid}/exe")).exists())
    })
    .await;
}
