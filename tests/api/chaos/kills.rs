//! The program, its readers of spreadsheets, its database server and the mail relay, killed at seeded moments while clients write.

use std::{
    collections::BTreeMap,
    env,
    os::unix::process::ExitStatusExt,
    path::Path,
    time::{Duration, Instant},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use darasa::kit::db::embedded::process::signal;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    house::{House, command},
    load::Load,
    relay::Relay,
};
use crate::{
    crash::children,
    monitoring::world::WORLD,
    support::{PASSWORD, served::eventually},
};

/// The appeal's public code.
pub(super) const CODE: &str = "EDU-XE-2026";

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Victim {
    /// The program, as a power cut does it.
    Program,
    /// The database server.
    Server,
    /// The database server, told to drop everything (`pg_ctl -m immediate`).
    ServerAtOnce,
    /// One process of the database server, in the middle of what it does.
    Backend,
    /// The program and its database server together.
    Both,
    /// The mail relay, for a moment.
    Relay,
}

impl Victim {
    fn choose(random: &mut StdRng) -> Self {
        match random.random_range(0..100) {
            0..35 => Self::Program,
            35..55 => Self::Server,
            55..65 => Self::ServerAtOnce,
            65..80 => Self::Backend,
            80..90 => Self::Both,
            _ => Self::Relay,
        }
    }
}

/// How many kills a run has, and from which seed it draws them.
pub(super) fn wanted(few: u32) -> (u32, u64) {
    let number = |name: &str| env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let kills = number("DARASA_CHAOS_KILLS").map_or(few, |kills| u32::try_from(kills).expect("not that many"));
    (kills, number("DARASA_CHAOS_SEED").unwrap_or(9))
}

/// The world that clients write in: a plan that two partners report on, an appeal for it with three followers, and an administrator who coordinates.
pub(super) fn furnish(house: &House) -> String {
    for statements in WORLD {
        house.sql(&[statements]);
    }
    let id = |number: u128| Uuid::from_u128(number);
    for statement in [
        "insert into grants (id, user_id, role, operation_id, created_at)
            select gen_random_uuid(), id, role, '{1}', now() from users, (values ('COORDINATOR'), ('IMO')) given (role)",
        "insert into appeals (id, operation_id, plan_id, cluster_id, code, kind, names, starts_on, ends_on, status, created_at, updated_at)
            values ('{3}', '{1}', '{400}', '{10}', 'EDU-XE-2026', 'HRP', '{\"en\": \"Taluna\"}', '2026-01-01', '2027-01-01', 'PUBLISHED', now(), now())",
        "insert into subscriptions (id, subject, subject_id, operation_id, title, email, language, token, status, created_at, confirmed_at)
            select gen_random_uuid(), 'APPEAL', '{3}', '{1}', '{\"en\": \"Taluna\"}', 'follower' || n || '@example.org', 'en',
                'token-' || n, 'CONFIRMED', now(), now() from generate_series(1, 3) n",
        "insert into users (id, email, name, created_at) values ('{6}', 'partner@example.org', 'Partner', now())",
        "insert into grants (id, user_id, role, operation_id, cluster_id, organisation_id, created_at)
            select gen_random_uuid(), '{6}', 'PARTNER_FOCAL_POINT', '{1}', '{10}', id, now() from organisations",
    ] {
        let statement = [1, 3, 6, 10, 400].into_iter().fold(statement.to_owned(), |text, number| {
            text.replace(&format!("{{{number}}}"), &id(number).to_string())
        });
        house.sql(&[&statement]);
    }
    URL_SAFE_NO_PAD.encode(format!("Appeal:{}", id(3).simple()))
}

/// Publishes the plan, so that editions speak of it.
pub(super) async fn publish_plan(house: &House) {
    let client = reqwest::Client::new();
    let ask = async |token: &str, query: &str, input: Value| {
        crate::support::served::ok(&client, &house.url, token, query, json!({ "input": input })).await
    };
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
    let data = ask("", sign_in, json!({ "email": "admin@example.org", "password": PASSWORD })).await;
    let token = data["signIn"]["accessToken"].as_str().expect("a token");
    let publish = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { number } }";
    house.sql(&["update response_plans set updated_at = '2090-01-01'"]);
    ask(token, publish, json!({ "planId": crate::monitoring::world::plan(), "baseVersion": 1 })).await;
}

#[test]
fn kills_at_any_moment_lose_nothing_double_nothing_and_leave_nothing_by_halves() {
    let (kills, seed) = wanted(8);
    println!("{kills} kills; DARASA_CHAOS_SEED={seed} draws the same ones again");
    let mut relay = Relay::open(seed);
    let relay_url = relay.url();
    let mut house = House::found(&[("DARASA_SMTP_URL", relay_url.as_str())]);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let mut random = StdRng::seed_from_u64(seed);
    let mut pauses: BTreeMap<Victim, Vec<Duration>> = BTreeMap::new();
    runtime.block_on(house.ready());
    let appeal = furnish(&house);
    runtime.block_on(publish_plan(&house));
    let mut load = runtime.block_on(async { Load::begin(&house.url, &appeal, seed) });
    for number in 1..=kills {
        runtime.block_on(load.progress(8));
        let (victim, moment) = (Victim::choose(&mut random), Duration::from_millis(random.random_range(0..400)));
        std::thread::sleep(moment);
        kill(victim, &house, &mut relay, &mut random);
        let pause = runtime.block_on(async {
            // What was under way is no sign of life.
            let answers_again = house.ready().await;
            answers_again + load.progress(4).await
        });
        pauses.entry(victim).or_default().push(pause);
        load.ledger().check(&house, true);
        let faults = std::mem::take(&mut load.ledger().faults);
        assert!(faults.is_empty(), "kill {number}, of {victim:?}: {faults:#?}\n{}", house.log());
    }
    runtime.block_on(load.end());
    runtime.block_on(settle(&house));
    let ledger = load.ledger();
    println!("acknowledged: {}\nanswers on the way: {:?}", ledger.counts(), ledger.answers);
    for (victim, pauses) in &mut pauses {
        pauses.sort();
        let (middle, longest) = (pauses[pauses.len() / 2], pauses[pauses.len() - 1]);
        println!("{victim:?}: {} kills, written again after {middle:.1?}, {longest:.1?} at the longest", pauses.len());
    }
    ledger.check(&house, false);
    ledger.check_mails(&house, &relay);
    runtime.block_on(check_editions(&house));
    for ending in house.endings() {
        assert!(
            ending.signal() == Some(libc::SIGKILL) || ending.code() == Some(69),
            "the program ended by itself: {ending}\n{}",
            house.log()
        );
    }
    verify(house.folder.path());
    assert_eq!(house.stop(), Some(0));
}

fn kill(victim: Victim, house: &House, relay: &mut Relay, random: &mut StdRng) {
    let server = || signal(house.postmaster().unwrap_or(0), libc::SIGKILL);
    let program = || signal(house.program().unwrap_or(0), libc::SIGKILL);
    match victim {
        Victim::Program => program(),
        Victim::Server => server(),
        Victim::ServerAtOnce => signal(house.postmaster().unwrap_or(0), libc::SIGQUIT),
        Victim::Backend => {
            let backends = house.backends();
            if !backends.is_empty() {
                signal(backends[random.random_range(0..backends.len())], libc::SIGKILL);
            }
        }
        Victim::Both => {
            server();
            program();
        }
        Victim::Relay => {
            relay.kill();
            std::thread::sleep(Duration::from_millis(random.random_range(50..500)));
            relay.open_again();
        }
    }
}

/// Waits until every job is done, every mail sent and every event sealed. What a killed program held is another's when its lease is over, and what
/// failed goes again after a pause; nobody waits for that here.
pub(super) async fn settle(house: &House) {
    let begun = Instant::now();
    loop {
        house.sql(&[
            "update jobs set leased_until = null, run_at = now()",
            "update outbox_messages set next_attempt_at = now() where state in ('queued', 'sending', 'unknown')",
        ]);
        let left = house.sql(&["select kind || ' ' || coalesce(last_error, '') from jobs where run_at <= now() union all
            select state || ' ' || coalesce(last_error, '') from outbox_messages where state in ('queued', 'sending', 'unknown') union all
            select entity from audit_events where sequence is null"]);
        if left.is_empty() {
            return;
        }
        // After a long run there are thousands of mails.
        let (some, waited) = (&left[..left.len().min(5)], begun.elapsed());
        assert!(waited < Duration::from_secs(300), "{} things are left to do: {some:?}\n{}", left.len(), house.log());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Every edition is served as it was hashed.
async fn check_editions(house: &House) {
    let client = reqwest::Client::new();
    for line in house.sql(&["select number || ' ' || encode(hash, 'hex') from editions"]) {
        let (number, hash) = line.split_once(' ').expect("two words");
        let answer = client.get(format!("{}/a/{CODE}/{number}.json", house.url)).send().await.expect("an answer");
        let bytes = answer.bytes().await.expect("a body");
        assert_eq!(hex::encode(Sha256::digest(&bytes)), hash, "edition {number}");
    }
}

/// What the program's own proofs say of the installation in `folder`.
pub(super) fn verify(folder: &Path) {
    for (arguments, whole) in
        [(["audit", "verify"], "the history is whole"), (["verify", "figures"], "0 kept figures differ")]
    {
        let output = command(folder, &arguments).output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains(whole), "{said}{}", String::from_utf8_lossy(&output.stderr));
        println!("{}", said.trim());
    }
}

#[actix_web::test]
async fn a_reader_that_is_killed_costs_its_file_and_nothing_else() {
    let installation = crate::crash::Installation::new();
    let program = installation.start();
    let token = installation.sign_in(&program.url).await;
    let client = reqwest::Client::new();
    let table =
        format!("Location,P-Code\n{}", "XEA,XE01,\"a cell\",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,x\n".repeat(190_000));
    let put = client.put(format!("{}/files?name=large.csv", program.url)).bearer_auth(&token);
    let file: Value = put.body(table).send().await.expect("an answer").json().await.expect("JSON");
    let import = "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied } }";
    let request = client.post(format!("{}/graphql", program.url)).bearer_auth(&token);
    let body = json!({ "query": import, "variables": { "input": { "fileId": file["id"] } } });
    let answer = actix_web::rt::spawn(request.json(&body).send());
    eventually("a reader works", async || !children(program.pid()).is_empty()).await;
    for reader in children(program.pid()) {
        signal(reader, libc::SIGKILL);
    }
    let answer: Value = answer.await.expect("no panic").expect("an answer").json().await.expect("JSON");
    let error = &answer["errors"][0]["extensions"];
    assert_eq!((error["code"].as_str(), error["field"].as_str()), (Some("INVALID"), Some("fileId")), "{answer:#}");
    assert_eq!(installation.sql("select count(*) from admin_areas"), ["0"]);
    let listed = installation.ask(&program.url, &token, "{ viewer { user { email } } }", json!({})).await;
    assert_eq!(listed["viewer"]["user"]["email"], "admin@example.org");
}
