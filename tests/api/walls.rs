//! The second wall: what the tables themselves let a connection see. Asked with raw SQL, as the role that the program works as.

use std::{collections::BTreeMap, sync::Arc, thread};

use darasa::kit::{
    auth::{Grant, Role, Viewer},
    db::{Db, Guarded, Pools, ROLE, Sight, Transaction, embedded::Embedded, guarded, migrate},
    ids::{Id, Kind},
};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use tokio_postgres::{NoTls, SimpleQueryMessage, error::SqlState};
use uuid::Uuid;

use super::{
    embedded::{open_folder, options},
    rights::world::{self, OWN, P, Q, at},
    support::{TestApp, database::execute, served},
};

/// Tables that hide nothing, and why. A table that is not named here must have rules of its own in a migration: `enable` and `force row level
/// security`, and a policy. Views are named here, too, and read no table that has rules.
const OPEN: &[(&str, &str)] = &[
    ("__diesel_schema_migrations", "versions of the program"),
    ("activities", "plans are shared in their operation, drafts with all who work on them"),
    ("activity_costs", "as activities"),
    ("admin_area_ancestors", "places are public"),
    ("admin_areas", "places are public"),
    ("allowances", "counts by the hash of an address"),
    ("appeal_revisions", "what an appeal asks for is public once it is published"),
    ("appeals", "public once they are published"),
    ("caseload_declarations", "says how partners' figures add up, and holds none"),
    ("categories", "what people are counted by"),
    ("category_values", "what people are counted by"),
    ("cluster_transitions", "the life of a cluster is known in its operation"),
    ("clusters", "known in their operation"),
    ("counted_cells", "a view that reads as whoever asks it"),
    ("countries", "places are public"),
    ("dimension_values", "what people are counted by"),
    ("dimensions", "what people are counted by"),
    ("editions", "public"),
    ("emergencies", "known to the public"),
    ("external_references", "other systems' names of organisations"),
    ("frameworks", "the standards are one reference for all"),
    ("indicator_dimensions", "as indicators"),
    ("indicator_registry", "one reference for all"),
    ("indicator_totals", "sums over partners, shared in their operation"),
    ("indicators", "as activities"),
    ("key_actions", "as frameworks"),
    ("memberships", "who takes part in a cluster is known in its operation; the rule of contacts asks it"),
    ("objectives", "as activities"),
    ("operations", "public pages name them"),
    ("organisations", "one register for all"),
    ("plan_areas", "as activities"),
    ("plan_clusters", "as activities"),
    ("plan_versions", "published"),
    ("published_indicators", "published"),
    ("published_plans", "published"),
    ("published_targets", "published"),
    ("reach_cells", "sums over partners, shared in their operation"),
    ("reminder_rounds", "days on which the program looks"),
    ("reporting_periods", "dates"),
    ("reporting_settings", "how a plan is run"),
    ("requirement_lines", "as revisions"),
    ("response_plans", "as activities"),
    ("review_criteria", "what projects are scored by is known to all who may read their plan"),
    ("sites", "schools are known in their operation; how exactly is decided by its precision"),
    ("standard_crosswalks", "as frameworks"),
    ("standard_domains", "as frameworks"),
    ("standards", "as frameworks"),
    ("targets", "as activities"),
];

/// The tables that have rules, with whether these hold for their owner too.
const GUARDED: &str = "select relname || ' ' || relforcerowsecurity from pg_class \
                       where relnamespace = 'public'::regnamespace and relrowsecurity order by relname";

fn guarded_tables(app: &TestApp) -> Vec<String> {
    let tables = app.sql(GUARDED);
    tables.iter().map(|line| line.split_once(' ').expect("two words").0.to_owned()).collect()
}

#[actix_web::test]
async fn every_table_has_rules_or_stands_open_for_a_reason() {
    let app = TestApp::start().await;
    let all = app.sql("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') order by 1");
    let mut guarded: BTreeMap<String, bool> = BTreeMap::new();
    for line in app.sql(GUARDED) {
        let (table, forced) = line.split_once(' ').expect("two words");
        guarded.insert(table.to_owned(), forced == "true");
    }
    for table in &all {
        let open = OPEN.iter().any(|(name, _)| name == table);
        match guarded.get(table) {
            Some(forced) => {
                assert!(forced, "{table}: its rules do not hold for its owner; add `force row level security`");
                assert!(!open, "{table} has rules; take its line out of OPEN");
            }
            None => assert!(
                open,
                "{table} has no rules: give it some (see the migration second_wall), or name it in OPEN with the reason why it hides nothing"
            ),
        }
    }
    for (table, _) in OPEN {
        assert!(all.iter().any(|name| name == table), "OPEN names {table}, which there is not");
    }
    assert!(guarded.len() >= 20, "{guarded:?}");
    // A view that reads as its owner would lead past the rules.
    let around = "select distinct v.relname || ' reads ' || t.relname from pg_depend d join pg_rewrite r on r.oid = d.objid \
                  join pg_class v on v.oid = r.ev_class join pg_class t on t.oid = d.refobjid \
                  where t.relrowsecurity and v.relkind in ('v', 'm') and v.oid <> t.oid \
                  and not coalesce('security_invoker=true' = any(v.reloptions), false)";
    assert_eq!(app.sql(around), Vec::<String>::new());
}

/// A connection that works as the program's role and says nothing else.
async fn nobody(url: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the test server answers");
    tokio::spawn(connection);
    client.batch_execute(&format!("set role {ROLE}")).await.expect("there is the role");
    client
}

/// The first column of the first row of a statement, or what it was refused for.
async fn answer(client: &tokio_postgres::Client, statement: &str) -> Result<String, SqlState> {
    let messages = client.simple_query(statement).await.map_err(|error| error.code().expect("the server's").clone())?;
    let row = messages.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
        _ => None,
    });
    Ok(row.unwrap_or_default())
}

#[actix_web::test]
async fn raw_sql_without_a_viewer_finds_nothing_in_any_guarded_table_and_writes_nothing_there() {
    let app = world::start().await;
    let client = nobody(&app.database_url).await;
    for table in guarded_tables(&app) {
        let column = &app.sql(&format!(
            "select column_name from information_schema.columns where table_name = '{table}' order by ordinal_position limit 1"
        ))[0];
        let there = app.sql(&format!("select count(*) from {table}"))[0].clone();
        assert_ne!(there, "0", "the world has nothing of {table}, so that nothing is proven");
        assert_eq!(answer(&client, &format!("select count(*) from {table}")).await.as_deref(), Ok("0"), "{table}");
        app.sql(&format!("create table copy_of_{table} as table {table}; grant select on copy_of_{table} to {ROLE}"));
        let insert = answer(&client, &format!("insert into {table} select * from copy_of_{table} limit 1")).await;
        assert_eq!(insert, Err(SqlState::INSUFFICIENT_PRIVILEGE), "{table}");
        for statement in [
            format!("with done as (update {table} set {column} = {column} returning 1) select count(*) from done"),
            format!("with done as (delete from {table} returning 1) select count(*) from done"),
        ] {
            // Some tables refuse by a trigger before they look for rows.
            let done = answer(&client, &statement).await;
            assert!(done.as_deref() == Ok("0") || done == Err(SqlState::RAISE_EXCEPTION), "{statement}: {done:?}");
        }
        assert_eq!(app.sql(&format!("select count(*) from {table}"))[0], there, "{table}");
    }
}

fn id<K: Kind>(number: u32) -> Id<K> {
    Id::from_uuid(Uuid::from_u128(number.into()))
}

fn person(role: Role, operation: u32, clusters: &[u32], organisation: Option<u32>) -> Arc<Viewer> {
    let grant = Grant {
        id: Uuid::nil(),
        role,
        operation: Some(id(operation)),
        clusters: clusters.iter().copied().map(id).collect(),
        organisation: organisation.map(id),
    };
    Arc::new(Viewer { user: Some(id(99)), grants: vec![grant], ..Viewer::default() })
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = sql_types::BigInt)]
    number: i64,
}

async fn number(db: &Db, sql: &str) -> i64 {
    let found: Number = sql_query(sql).get_result(&mut db.conn().await.expect("a connection")).await.expect(sql);
    found.number
}

async fn count(db: &Db, of: &str) -> i64 {
    number(db, &format!("select count(*) as number from {of}")).await
}

#[actix_web::test]
async fn each_viewer_finds_just_what_their_roles_reach() {
    let app = world::start().await;
    let pools = Arc::new(Pools::new(&app.database_url, 8).expect("pools"));
    let look = |sight: Sight| Db::new(Arc::clone(&pools), sight);
    let viewers = [
        look(Sight::of(&person(Role::PartnerEditor, 1, &[10, 11], Some(P)))),
        look(Sight::of(&person(Role::PartnerEditor, 1, &[10, 11], Some(Q)))),
        look(Sight::of(&person(Role::Imo, 1, &[10, 11], None))),
        look(Sight::of(&person(Role::Coordinator, 1, &[], None))),
        look(Sight::of(&person(Role::Coordinator, 2, &[], None))),
        look(Sight::of(&Viewer::anonymous())),
        look(Sight::Program),
    ];
    let draft_of_p = world::report(OWN, P, 1);
    let draft_elsewhere = world::report(world::OTHER_CLUSTER, P, 1);
    let (accepted, row) = (world::report(OWN, P, 4), world::row(draft_of_p));
    let mine = |table: &str, number: u32| format!("{table} where id = number({number})");
    let b = OWN.base;
    //                              editor of P, of Q, IMO, coordinator, of another operation, visitor, program
    let table: [(String, [i64; 7]); 47] = [
        (mine("reports", draft_of_p), [1, 0, 1, 1, 0, 0, 1]),
        (mine("report_rows", row), [1, 1, 1, 1, 0, 0, 1]),
        (mine("reports", draft_elsewhere), [1, 0, 0, 1, 0, 0, 1]),
        (mine("reports", accepted), [1, 1, 1, 1, 0, 0, 1]),
        (mine("report_rows", world::row(accepted)), [1, 1, 1, 1, 0, 0, 1]),
        (
            format!("report_cells c join report_rows w on w.id = c.row_id where w.id = number({row})"),
            [1, 1, 1, 1, 0, 0, 1],
        ),
        (format!("clean_cells where row_id = number({})", world::row(world::report(OWN, P, 2))), [1, 1, 1, 1, 0, 0, 1]),
        (mine("report_comments", world::comment(world::report(OWN, P, 2))), [1, 0, 1, 1, 0, 0, 1]),
        (format!("returned_rows where report_id = number({})", world::report(OWN, P, 3)), [1, 0, 1, 1, 0, 0, 1]),
        (format!("accepted_rows where report_id = number({})", world::report(OWN, P, 3)), [1, 0, 1, 1, 0, 0, 1]),
        (
            format!("reminders r join reminder_items i on i.reminder_id = r.id where r.id = number({})", b + 795),
            [0, 0, 1, 1, 0, 0, 1],
        ),
        (
            "(select period_id from opening_mails union all select message_id from outbox_attachments) told".to_owned(),
            [0, 0, 2, 2, 1, 0, 4],
        ),
        (mine("needs_rounds", b + at::DRAFT_ROUND), [0, 0, 1, 1, 0, 0, 1]),
        (mine("needs_rounds", b + at::ROUND), [1, 1, 1, 1, 0, 0, 1]),
        (format!("need_figures where round_id = number({})", b + at::DRAFT_ROUND), [0, 0, 1, 1, 0, 0, 1]),
        (mine("files", b + at::FILE_OF_P), [1, 0, 1, 1, 0, 0, 1]),
        (mine("files", b + at::FILE_OF_OPERATION), [0, 0, 0, 1, 0, 0, 1]),
        (mine("files", world::LOOSE_FILE), [0, 0, 0, 0, 0, 0, 1]),
        (mine("organisation_contacts", world::contact(Q, 0)), [1, 1, 1, 1, 1, 0, 1]),
        (mine("organisation_contacts", world::contact(Q, 1)), [1, 1, 1, 1, 1, 0, 1]),
        (mine("organisation_contacts", world::contact(Q, 2)), [0, 1, 1, 1, 1, 0, 1]),
        (mine("flows", b + at::FLOW_OF_D), [1, 1, 1, 1, 0, 0, 1]),
        (mine("import_batches", b + at::BATCH), [1, 1, 1, 1, 0, 0, 1]),
        (mine("mapping_profiles", b + at::PROFILE), [1, 1, 1, 1, 0, 0, 1]),
        (mine("audit_events", b + at::EVENT), [0, 0, 0, 1, 0, 0, 1]),
        (mine("audit_events", world::SHARED_EVENT), [0, 0, 0, 0, 0, 0, 1]),
        (mine("subscriptions", b + at::SUBSCRIPTION), [0, 0, 1, 1, 0, 0, 1]),
        (mine("checklists", b + at::DRAFT_CHECKLIST), [0, 0, 1, 1, 0, 0, 1]),
        (mine("checklists", b + at::CHECKLIST), [1, 1, 1, 1, 0, 0, 1]),
        (mine("checklists", b + at::SITE_CHECKLIST), [0, 0, 1, 1, 0, 0, 1]),
        (mine("checklists", b + at::OPERATION_DRAFT_CHECKLIST), [0, 0, 0, 1, 0, 0, 1]),
        (mine("checklists", world::checklist(OWN, P)), [1, 0, 1, 1, 0, 0, 1]),
        (format!("checklist_ratings where checklist_id = number({})", b + at::CHECKLIST), [0, 0, 2, 2, 0, 0, 2]),
        (format!("checklist_ratings where checklist_id = number({})", world::checklist(OWN, P)), [2, 0, 2, 2, 0, 0, 2]),
        (mine("evidence_items", b + at::CHECKLIST + at::EVIDENCE), [0, 0, 1, 1, 0, 0, 1]),
        (mine("evidence_items", world::checklist(OWN, P) + at::EVIDENCE), [1, 0, 1, 1, 0, 0, 1]),
        (mine("improvement_actions", b + at::CHECKLIST + at::ACTION), [1, 0, 1, 1, 0, 0, 1]),
        (mine("improvement_actions", world::checklist(OWN, P) + at::ACTION), [1, 1, 1, 1, 0, 0, 1]),
        (
            format!(
                "contextual_items i join contextualisations c on c.id = i.contextualisation_id where c.id = number({})",
                b + at::CONTEXTUALISATION
            ),
            [1, 1, 1, 1, 0, 0, 1],
        ),
        (mine("assessments", b + at::ASSESSMENT), [1, 1, 1, 1, 0, 0, 1]),
        (mine("assessments", b + at::CONFIDENTIAL_OF_P), [1, 0, 1, 1, 0, 0, 1]),
        (mine("assessments", world::OTHER_CLUSTER.base + at::CONFIDENTIAL_OF_Q), [0, 1, 0, 1, 0, 0, 1]),
        (
            format!(
                "assessment_areas r join assessment_tags t using (assessment_id) join assessment_documents d using (assessment_id) \
                 join assessment_organisations o using (assessment_id) where assessment_id = number({})",
                b + at::CONFIDENTIAL_OF_P
            ),
            [3, 0, 3, 3, 0, 0, 3],
        ),
        (mine("grants", 65), [0, 0, 0, 0, 1, 0, 1]),
        (mine("users", world::SOMEONE), [1, 1, 1, 1, 1, 0, 1]),
        (
            "(select id from sessions union all select id from password_resets union all select id from invitations \
             union all select id from api_tokens) keys"
                .to_owned(),
            [0, 0, 0, 0, 0, 0, 6],
        ),
        ("(select id from outbox_messages union all select id from jobs) work".to_owned(), [0, 0, 0, 0, 0, 0, 2]),
    ];
    for (what, expected) in table {
        let mut found = Vec::new();
        for viewer in &viewers {
            found.push(count(viewer, &what).await);
        }
        assert_eq!(found, expected, "{what}");
    }
    let keys = look(Sight::Keys);
    assert_eq!(count(&keys, "sessions where id = number(61)").await, 1);
    assert_eq!(count(&keys, "reports").await, 0, "who is asked for a password reads nothing else");
}

#[actix_web::test]
async fn no_connection_sees_what_the_one_before_could_see() {
    let app = world::start().await;
    let pools = Arc::new(Pools::new(&app.database_url, 1).expect("pools"));
    let look = |sight: Sight| Db::new(Arc::clone(&pools), sight);
    let who = "select pg_backend_pid()::bigint as number";
    let coordinator = Sight::of(&person(Role::Coordinator, 1, &[], None));
    let visitor = Sight::of(&Viewer::anonymous());

    let first = look(coordinator.clone());
    let pid = number(&first, who).await;
    assert_eq!(count(&first, "reports where operation_id = number(1)").await, 17);
    drop(first);
    // What lies in the pool was told to forget, before anybody else took it.
    let told = format!("select query from pg_stat_activity where pid = {pid}");
    served::eventually("the connection forgot", async || {
        app.sql(&told) == ["select set_config('darasa.viewer', '', false)"]
    })
    .await;
    let second = look(visitor.clone());
    assert_eq!(number(&second, who).await, pid, "it is the same connection");
    assert_eq!(count(&second, "reports").await, 0);
    second.look_as(coordinator.clone());
    assert_eq!(count(&second, "reports where operation_id = number(1)").await, 17, "once it is known who asks");
    second.look_as(visitor);
    assert_eq!(count(&second, "reports").await, 0);

    // A transaction sees as its viewer, wider while it says so, and nothing stays of either, however it ends.
    let call = app.program().as_viewer(person(Role::PartnerEditor, 1, &[10, 11], Some(Q)));
    let call = darasa::kit::Call { db: look(coordinator), ..call };
    let seen = async |transaction: &Transaction| {
        let found: Number =
            sql_query("select count(*) as number from jobs").get_result(&mut transaction.conn()).await.expect("read");
        found.number
    };
    for ending in 0..3 {
        let transaction = Transaction::begin(&call).await.expect("a transaction");
        assert_eq!(seen(&transaction).await, 0);
        {
            let _wider = transaction.look_as(Sight::Keys);
            let _widest = transaction.look_as(Sight::Program);
            assert!(seen(&transaction).await > 0);
        }
        assert_eq!(seen(&transaction).await, 0);
        let kept = transaction.look_as(Sight::Program);
        assert!(seen(&transaction).await > 0);
        std::mem::forget(kept);
        match ending {
            0 => transaction.commit().await.expect("committed"),
            1 => transaction.roll_back().await.expect("rolled back"),
            _ => drop(transaction),
        }
        let next = Transaction::begin(&call).await.expect("a transaction");
        assert_eq!(seen(&next).await, 0, "after ending {ending}");
        next.roll_back().await.expect("rolled back");
    }
}

/// The URL of another database, for another user, of the embedded server.
fn as_user(url: &str, user: &str, database: &str) -> String {
    url.replace("user=darasa", &format!("user={user}")).replacen("/darasa?", &format!("/{database}?"), 1)
}

/// Reads as a user of the database's own, who says nothing else.
fn rows(url: &str, table: &str) -> String {
    execute(url, &[&format!("select count(*) from {table}")]).remove(0)
}

fn how_guarded(url: &str) -> Guarded {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(guarded(url)).expect("it can be told")
}

#[test]
fn the_wall_stands_whoever_the_operators_user_is_and_the_program_says_where_it_does_not() {
    let data = open_folder();
    let embedded = Embedded::start(&options(data.path())).expect("a database");
    let url = embedded.url().to_owned();
    let sql = |statements: &[&str]| execute(&url, statements);
    sql(&[
        "create role owner login",
        "create role maker login createrole",
        "create role worker login",
        "create role above login bypassrls",
        "create database of_owner owner owner",
        "create database of_maker owner maker",
        "create database of_above owner above",
    ]);

    // An owner who may make no role is held to the rules itself, and everything works all the same: commands, backup, restore.
    let of_owner = as_user(&url, "owner", "of_owner");
    let folder = open_folder();
    migrate(&of_owner).expect("migrated");
    assert_eq!(how_guarded(&of_owner), Guarded::AsUser("owner".to_owned()));
    let mut create =
        served::command(&of_owner, folder.path(), &["admin", "create", "--email", "a@example.org", "--name", "A"]);
    let mut create = create.stdin(std::process::Stdio::piped()).spawn().expect("it starts");
    std::io::Write::write_all(&mut create.stdin.take().expect("piped"), b"a password for tests\n").expect("it listens");
    assert!(create.wait().expect("our child").success());
    let users = as_user(&url, "darasa", "of_owner");
    assert_eq!((rows(&users, "users"), rows(&of_owner, "users")), ("1".to_owned(), "0".to_owned()));
    let file = folder.path().join("backup");
    let file = file.to_str().expect("a plain name");
    let done =
        |output: &std::process::Output| assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    done(&served::run(&of_owner, folder.path(), &["backup", file]));
    sql(&["create database of_owner_again owner owner"]);
    let again = as_user(&url, "owner", "of_owner_again");
    done(&served::run(&again, folder.path(), &["restore", file]));
    let users = as_user(&url, "darasa", "of_owner_again");
    assert_eq!((rows(&users, "users"), rows(&again, "users")), ("1".to_owned(), "0".to_owned()));

    // Who stands above the rules and may make no role: the program says so.
    let of_above = as_user(&url, "above", "of_above");
    migrate(&of_above).expect("migrated");
    assert_eq!(how_guarded(&of_above), Guarded::Not("above".to_owned()));

    // The role is made once, by many at the same moment.
    sql(&["select 1"]);
    let databases: Vec<String> = (0..6).map(|number| format!("many_{number}")).collect();
    for name in &databases {
        sql(&[&format!("create database {name}")]);
    }
    thread::scope(|scope| {
        let all: Vec<_> = databases.iter().map(|name| as_user(&url, "darasa", name)).collect();
        let started: Vec<_> =
            all.into_iter().map(|url| scope.spawn(move || migrate(&url).map(|_| how_guarded(&url)))).collect();
        for one in started {
            assert_eq!(one.join().expect("no panic").expect("migrated"), Guarded::ByRole);
        }
    });

    // Who may make roles becomes it, where the server lets them; who only works becomes it by an administrator's word, and migrates nothing.
    let of_maker = as_user(&url, "maker", "of_maker");
    migrate(&of_maker).expect("migrated");
    assert_ne!(how_guarded(&of_maker), Guarded::Not("maker".to_owned()));
    sql(&[&format!("grant {ROLE} to worker")]);
    let worker = as_user(&url, "worker", "many_0");
    assert_eq!(migrate(&worker).expect("nothing to do"), 0);
    assert_eq!(how_guarded(&worker), Guarded::ByRole);
    assert_eq!(rows(&worker, "users"), "0");
    embedded.stop();
}
