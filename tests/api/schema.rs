//! Generated files are fresh, and the schema is described and guarded throughout.

use std::{thread, time::Duration};

use darasa::{
    app::{fields::ROOT_FIELDS, graphql},
    kit::{
        auth::{Action, Role},
        db,
        text::ArabicDigits,
    },
};

use super::support::database::{TestDatabase, execute};

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
}

fn migrate(url: &str) {
    db::migrate(url).expect("the migrations run");
}

#[test]
fn schema_graphql_is_fresh() {
    assert!(graphql::sdl() == read("schema.graphql"), "schema.graphql is stale: run `make schema`");
}

#[test]
fn the_diesel_schema_is_fresh() {
    let database = TestDatabase::empty();
    migrate(&database.url);
    let printed = execute(&database.url, &[&read("scripts/print-schema.sql")]).concat();
    assert!(format!("{printed}\n") == read("src/schema.rs"), "src/schema.rs is stale: run `make schema`");
}

#[test]
fn every_migration_can_be_taken_back_and_run_again() {
    let database = TestDatabase::empty();
    migrate(&database.url);
    let reverted = db::revert_all(&database.url).expect("each can be taken back");
    let left = "select relname::text from pg_class c join pg_namespace n on n.oid = relnamespace \
                where nspname = 'public' and relname not like '\\_\\_diesel%' union all select proname::text from pg_proc p \
                join pg_namespace n on n.oid = pronamespace where nspname = 'public'";
    let left: Vec<String> = execute(&database.url, &[left]);
    let left: Vec<&String> = left.iter().filter(|name| !name.starts_with("diesel_")).collect();
    assert!(left.is_empty(), "taken back, these are left: {left:?}");
    assert_eq!(db::migrate(&database.url).expect("they run again"), reverted);
}

#[test]
fn a_migration_lets_others_pass_while_a_table_is_in_use_and_then_goes_on() {
    let database = TestDatabase::empty();
    migrate(&database.url);
    let (busy, migrating) = (database.url.clone(), database.url.clone());
    let hold = "begin; lock table subscriptions in access share mode; select pg_sleep(5); commit";
    let holder = thread::spawn(move || execute(&busy, &[hold]));
    thread::sleep(Duration::from_millis(500));
    let reverting = thread::spawn(move || db::revert_all(&migrating));
    thread::sleep(Duration::from_millis(700));
    // It stands behind the migration, which stands behind the holder.
    assert_eq!(execute(&database.url, &["select count(*) from subscriptions"]), ["0"]);
    assert!(!holder.is_finished(), "a reader waited until the holder was done, because the migration did");
    assert!(reverting.join().expect("no panic").expect("it tries again") > 0);
    holder.join().expect("no panic");
}

#[test]
fn every_table_and_column_has_a_comment() {
    let database = TestDatabase::empty();
    migrate(&database.url);
    let bare = "select c.relname || coalesce('.' || a.attname, '') from pg_class c \
         join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' \
         left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped \
         where c.relkind = 'r' and c.relname not like '\\_\\_diesel%' \
         and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)";
    let bare = execute(&database.url, &[bare]);
    assert!(bare.is_empty(), "say what these are, with `comment on`: {bare:?}");
}

/// The parts of the schema text that a description must stand before.
#[test]
fn every_type_field_and_argument_is_described() {
    let sdl = graphql::sdl();
    let schema: serde_json::Value = introspect();
    let mut bare = Vec::new();
    for of in schema["types"].as_array().expect("types") {
        let name = of["name"].as_str().expect("a name");
        let standard =
            name.starts_with("__") || ["String", "Int", "Float", "Boolean", "ID", "_Service"].contains(&name);
        if standard {
            continue;
        }
        let mut look = |path: String, of: &serde_json::Value| {
            if of["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
                bare.push(path);
            }
        };
        look(name.to_owned(), of);
        for list in ["fields", "inputFields", "enumValues"] {
            for part in of[list].as_array().into_iter().flatten() {
                let path = format!("{name}.{}", part["name"].as_str().expect("a name"));
                look(path.clone(), part);
                for argument in part["args"].as_array().into_iter().flatten() {
                    // An input object says itself what it is; its one argument is always called `input`.
                    if argument["name"] != "input" {
                        look(format!("{path}({})", argument["name"].as_str().expect("a name")), argument);
                    }
                }
            }
        }
    }
    assert!(bare.is_empty(), "{} parts of the schema have no description: {bare:#?}", bare.len());
    assert!(sdl.contains("type Query"));
}

/// juniper writes the default of an enum as a text, which clients that check the schema refuse. Such an input is left out instead.
#[test]
fn every_default_is_a_value_of_its_type() {
    let schema = introspect();
    let types = schema["types"].as_array().expect("types");
    let enums: Vec<&str> =
        types.iter().filter(|of| of["kind"] == "ENUM").map(|of| of["name"].as_str().expect("a name")).collect();
    let mut defaults = 0;
    for of in types {
        let fields = of["fields"].as_array().into_iter().flatten();
        let arguments = fields.flat_map(|field| field["args"].as_array().into_iter().flatten());
        for input in of["inputFields"].as_array().into_iter().flatten().chain(arguments) {
            let Some(default) = input["defaultValue"].as_str() else { continue };
            defaults += 1;
            let mut innermost = &input["type"];
            while !innermost["ofType"].is_null() {
                innermost = &innermost["ofType"];
            }
            let is_enum = enums.contains(&innermost["name"].as_str().expect("a name"));
            assert!(!is_enum || !default.contains('"'), "{}.{} = {default}", of["name"], input["name"]);
        }
    }
    assert!(defaults > 5, "{defaults} defaults");
}

#[test]
fn every_root_field_has_a_row_in_the_role_table_and_every_row_a_field() {
    let schema = introspect();
    let mut fields: Vec<(String, String)> = Vec::new();
    for root in ["Query", "Mutation", "Subscription"] {
        let of = schema["types"].as_array().expect("types").iter().find(|of| of["name"] == root).expect("a root");
        for field in of["fields"].as_array().expect("fields") {
            fields.push((root.to_owned(), field["name"].as_str().expect("a name").to_owned()));
        }
    }
    let mut rows: Vec<(String, String)> =
        ROOT_FIELDS.iter().map(|(root, field, _)| ((*root).to_owned(), (*field).to_owned())).collect();
    fields.sort();
    rows.sort();
    assert_eq!(fields, rows, "src/app/fields.rs and the schema disagree");
}

#[test]
fn every_action_is_someones() {
    for action in
        [Action::ReadShared, Action::ManageUsers, Action::Publish, Action::RecordFunding, Action::SubmitReport]
    {
        let holds = |role: &Role| role.row().may.contains(&action) || role.row().may_own.contains(&action);
        assert!(Role::ALL.iter().any(holds), "{action:?}");
    }
}

fn introspect() -> serde_json::Value {
    let (value, errors) =
        juniper::introspect(&graphql::schema(), &introspection_context(), juniper::IntrospectionFormat::All)
            .expect("the schema can be read");
    assert!(errors.is_empty(), "{errors:?}");
    let value = serde_json::to_value(value).expect("JSON");
    value["__schema"].clone()
}

/// Introspection touches no resolver, but the signature wants a context.
fn introspection_context() -> darasa::kit::graphql::Context {
    use darasa::{
        app::{
            config::{Config, Mail},
            program_call,
        },
        kit::{Clock, auth::tokens::Keyring, http::RateLimit},
    };
    let one = std::num::NonZeroU32::MIN;
    let clock = Clock::system();
    let config = Config {
        database_url: "postgres:///nowhere".to_owned(),
        listen: "127.0.0.1:0".parse().expect("an address"),
        public_url: None,
        data_dir: std::env::temp_dir(),
        workers: 1,
        pool_size: 1,
        mail: Mail::Memory { from: "a@b.test".to_owned() },
        signing_keys: Some(vec![Keyring::new_pem(&clock).expect("a key")]),
        rate_limit: RateLimit { per_second: one, burst: one, behind_proxy: false },
        kept_bytes: 0,
        arabic_digits: ArabicDigits::Latin,
        metrics_token: None,
        sockets: darasa::kit::graphql::websocket::Bounds::of_an_address(1),
        password_cost: (64, 1),
        background: false,
        worker_program: None,
        clock: Some(clock),
    };
    darasa::kit::graphql::Context::new(program_call(&config).expect("devices"), None)
}
