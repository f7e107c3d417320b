//! Every field of the schema under attack: arguments are made from the schema, so no field is forgotten.

use std::collections::BTreeSet;

use darasa::{
    app::fields::{Access, ROOT_FIELDS},
    kit::auth::Role,
};
use serde_json::{Value, json};

use super::{
    plans::world,
    support::{
        TestApp,
        generate::{Generator, Ids, Root, Schema, global_id},
    },
};

/// How many rounds over all root fields the wild requests make.
const ROUNDS: u64 = 6;

fn snake(kind: &str) -> String {
    let mut text = String::new();
    for letter in kind.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// Every id that there is, by kind. A kind whose table is not called so has none.
pub fn existing(app: &TestApp, schema: &Schema) -> Ids {
    let tables =
        "select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'id'";
    let tables: BTreeSet<String> = app.sql(tables).into_iter().collect();
    let ids = |kind: String| {
        let name = snake(&kind);
        let plural = name.strip_suffix('y').map_or_else(|| format!("{name}s"), |stem| format!("{stem}ies"));
        let rows =
            if tables.contains(&plural) { app.sql(&format!("select id from {plural} limit 20")) } else { Vec::new() };
        let ids = rows.iter().map(|uuid| global_id(&kind, uuid)).collect();
        (kind, ids)
    };
    schema.kinds().into_iter().map(ids).collect()
}

/// What the tables hold, except for what tells who asked, and how often.
fn content(app: &TestApp) -> Vec<String> {
    let tables = "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' \
                  and table_name not in ('audit_events', 'sessions', 'allowances') order by 1";
    let of = |table: &String| {
        format!(
            "select '{table} ' || count(*) || ' ' || md5(coalesce(string_agg(row, '' order by row), '')) \
             from (select (to_jsonb(t) - '{{points_hour,points_spent}}'::text[])::text from {table} t) of_table (row)"
        )
    };
    let each: Vec<_> = app.sql(tables).iter().map(of).collect();
    // Postgres may read the parts side by side, and then gives them in any order.
    app.sql(&format!("{} order by 1", each.join(" union all ")))
}

/// Two operations, each with a cluster and a coordinator, the first with an information management officer: the tokens of administrator, first and
/// second coordinator, and officer.
async fn world(app: &TestApp) -> [String; 4] {
    let admin = app.administrator().await;
    let create = "mutation($input: CreateOperationInput!) { createOperation(input: $input) { id } }";
    let mut tokens = vec![admin.clone()];
    let mut officer = None;
    for code in ["AMS-2026", "BEL-2026"] {
        let settings = json!({
            "names": [{ "language": "en", "text": code }], "defaultLanguage": "en", "timeZone": "Africa/Nairobi",
        });
        let made = app.ok(&admin, create, json!({ "input": { "code": code, "settings": settings } })).await;
        let scope = json!({ "operationId": made["createOperation"]["id"] });
        if code == "AMS-2026" {
            officer = Some(app.someone("officer@example.org", Role::Imo, scope.clone()).await);
        }
        tokens.push(app.someone(&format!("{code}@example.org"), Role::Coordinator, scope).await);
    }
    tokens.extend(officer);
    tokens.try_into().expect("four")
}

#[actix_web::test]
async fn no_arguments_whatever_make_a_field_fail_by_a_fault_of_ours() {
    let app = TestApp::start().await;
    let tokens = world(&app).await;
    let schema = Schema::of(&app).await;
    let mut faults = Vec::new();
    for seed in 0..ROUNDS {
        let ids = existing(&app, &schema);
        for (number, root) in (0..).zip(schema.roots()) {
            let mut generator = Generator::wild(&schema, &ids, seed * 1000 + number);
            let (query, variables) = (schema.document(&root), generator.arguments(&root));
            let asker = usize::try_from((seed + number) % 5).expect("small");
            let answer = app.graphql(tokens.get(asker).map(String::as_str), &query, variables.clone()).await;
            for error in answer["errors"].as_array().into_iter().flatten() {
                if matches!(error["extensions"]["code"].as_str(), None | Some("INTERNAL" | "UNAVAILABLE" | "TIMED_OUT"))
                {
                    faults.push(format!("{}: {error}\n  {variables}", root.name));
                }
            }
        }
    }
    app.work().await;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The codes that an error on account of an id may have.
fn is_a_refusal(code: &str) -> bool {
    ["INVALID", "NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED", "CONFLICT"].contains(&code)
}

fn first_error(answer: &Value) -> (String, String) {
    let of = &answer["errors"][0]["extensions"];
    (of["code"].as_str().unwrap_or("none").to_owned(), of["key"].as_str().unwrap_or_default().to_owned())
}

/// Tries an id at a path with several askers and several sets of other arguments: whether any was refused for the id, else for what instead.
async fn tried(
    app: &TestApp,
    tokens: &[String],
    schema: &Schema,
    ids: &Ids,
    root: &Root,
    path: &str,
    id: &str,
) -> Result<(), String> {
    let mut instead = String::new();
    for (seed, token) in (0..).zip(tokens.iter().cycle().take(2 * tokens.len())) {
        let variables = Generator::planted(schema, ids, seed, path, id).arguments(root);
        let answer = app.graphql(Some(token), &schema.document(root), variables.clone()).await;
        let (code, key) = first_error(&answer);
        assert!(is_a_refusal(&code), "{} with {id} at {path} was not refused: {answer}\n{variables}", root.name);
        if key == "id-wrong-kind" || key == "id-malformed" {
            return Ok(());
        }
        instead = format!("{code} {key}");
    }
    Err(instead)
}

#[actix_web::test]
async fn an_id_of_another_kind_or_of_nothing_is_refused_everywhere_and_nothing_is_written() {
    let app = TestApp::start().await;
    let tokens = world(&app).await;
    let schema = Schema::of(&app).await;
    let ids = existing(&app, &schema);
    let before = content(&app);
    let mut unproven = Vec::new();
    for root in schema.roots() {
        for path in schema.id_paths(&root) {
            let other = global_id("Nonsense", "019a0000-0000-7000-8000-000000000001");
            // The history tells of records of every kind.
            let any_kind = root.name == "auditEvents";
            for id in [other.as_str(), "no id"].into_iter().skip(usize::from(any_kind)) {
                // A report that cannot be saved is answered as a `ReportInvalid` that lists everything wrong, not as an error.
                let typed = root.name == "saveReport";
                if let Err(instead) = tried(&app, &tokens, &schema, &ids, &root, &path, id).await
                    && !typed
                {
                    unproven.push(format!("{} at {path}: {instead}", root.name));
                }
            }
        }
    }
    assert_eq!(content(&app), before, "something was written");
    assert!(unproven.is_empty(), "refused, but never on account of the id: {unproven:#?}");
}

/// What an operation holds: the ids of its records by kind, made by its own coordinator.
async fn records_of_an_operation(app: &TestApp, owner: &str) -> Ids {
    let (plan, objective) = world::plan_with_objective(app, owner, "HRP-1").await;
    let activity = world::add_activity(app, owner, &objective, "A1", Some("10")).await;
    let indicator = world::text(&world::add_indicator(app, owner, &plan, &activity, "I1").await["id"]);
    let (operation, cluster) = (world::operation(world::OPERATION), world::cluster(world::CLUSTER));
    let all = [
        ("Operation", operation),
        ("Cluster", cluster),
        ("Plan", plan),
        ("Objective", objective),
        ("Activity", activity),
        ("Indicator", indicator),
    ];
    all.into_iter().map(|(kind, id)| (kind.to_owned(), vec![id])).collect()
}

#[actix_web::test]
async fn records_of_another_operation_look_absent_and_cannot_be_changed_anywhere() {
    let (app, owner) = world::start().await;
    let theirs = records_of_an_operation(&app, &owner).await;
    let scope = json!({ "operationId": world::operation(world::OTHER_OPERATION) });
    let stranger = app.someone("stranger@example.org", Role::Coordinator, scope).await;
    let schema = Schema::of(&app).await;
    let before = content(&app);
    let mut tried = 0;
    for root in schema.roots() {
        for path in schema.id_paths(&root) {
            let name = path.rsplit('.').next().unwrap_or_default().to_lowercase();
            let Some((_, ids)) = theirs.iter().find(|(kind, _)| name.contains(&kind.to_lowercase())) else { continue };
            for seed in 0..3 {
                let variables = Generator::planted(&schema, &theirs, seed, &path, &ids[0]).arguments(&root);
                let answer = app.graphql(Some(&stranger), &schema.document(&root), variables.clone()).await;
                let (code, _) = first_error(&answer);
                let told = answer["data"].to_string().contains(&ids[0]);
                let unanswered = root.of == "Query" && code == "none" && !told;
                assert!(unanswered || is_a_refusal(&code), "{} at {path}: {answer}\n{variables}", root.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "only {tried} requests were tried");
    assert_eq!(content(&app), before, "something of another operation was changed");
}

/// Someone who holds every role, and an API token of theirs.
async fn token_of_everyone(app: &TestApp, owner: &str, read_only: bool) -> String {
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }";
    let input = json!({ "name": "a program", "readOnly": read_only, "validDays": 30 });
    let made = app.ok(owner, create, json!({ "input": input })).await;
    let secret = made["createApiToken"]["secret"].as_str().expect("a secret").to_owned();
    // Its first use is noted.
    app.ok(&secret, "{ viewer { user { email } } }", json!({})).await;
    secret
}

#[actix_web::test]
async fn an_api_token_that_may_only_read_changes_nothing_and_none_makes_keys() {
    let app = TestApp::start().await;
    let [admin, owner, ..] = world(&app).await;
    // Whoever may do everything, so that nothing but the token stands in the way.
    app.sql(
        "insert into grants (id, user_id, role, operation_id, created_at) \
         select gen_random_uuid(), users.id, role, case when role <> 'SYSTEM_ADMIN' then operations.id end, now() \
         from users, operations, unnest(array['SYSTEM_ADMIN', 'IMO']) role where email = 'ams-2026@example.org'",
    );
    let reader = token_of_everyone(&app, &owner, true).await;
    let program = token_of_everyone(&app, &owner, false).await;
    let schema = Schema::of(&app).await;
    let ids = existing(&app, &schema);
    let access =
        |root: &Root| ROOT_FIELDS.iter().find(|(of, name, _)| (*of, *name) == (root.of, &root.name)).expect("a row").2;
    let ask = async |token: &str, root: &Root| {
        let variables = Generator::planted(&schema, &ids, 1, "nowhere", "").arguments(root);
        let answer = app.graphql(Some(token), &schema.document(root), variables).await;
        let error = &answer["errors"][0];
        [&error["extensions"]["code"], &error["message"]].map(|text| text.as_str().unwrap_or_default().to_owned())
    };
    let before = content(&app);
    let roots = schema.roots();
    for root in roots.iter().filter(|root| access(root) != Access::Anyone) {
        let refused = ask(&reader, root).await == ["FORBIDDEN", "this API token may only read"];
        // Some lists are kept from programs too: who has an account, who holds what.
        assert!(refused || root.of == "Query", "{}", root.name);
    }
    assert_eq!(content(&app), before, "a token that may only read wrote");
    let mut keys = Vec::new();
    for root in &roots {
        let refused = ask(&program, root).await == ["FORBIDDEN", "an API token may not do this: sign in yourself"];
        let makes_keys = matches!(access(root), Access::InPerson | Access::MayInPerson(_));
        assert_eq!(refused, makes_keys, "{}", root.name);
        keys.extend(makes_keys.then_some(root.name.as_str()));
    }
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "createApiToken",
            "createCalendarFeed",
            "createShareLink",
            "grantRole",
            "inviteUser",
            "revokeApiToken",
            "revokeCalendarFeed",
            "revokeGrant",
            "withdrawInvitation",
        ]
    );
    app.ok(&admin, "{ viewer { user { email } } }", json!({})).await;
    app.work().await;
}

#[actix_web::test]
async fn whom_the_role_table_lets_pass_no_service_refuses_in_the_own_scope() {
    let (app, owner) = world::start().await;
    let ids = records_of_an_operation(&app, &owner).await;
    let schema = Schema::of(&app).await;
    let scope = json!({ "operationId": world::operation(world::OPERATION) });
    let (mut passed, mut stopped) = (0, 0);
    for (number, role) in [Role::Coordinator, Role::Imo, Role::Government, Role::Viewer].into_iter().enumerate() {
        let token = app.someone(&format!("asker{number}@example.org"), role, scope.clone()).await;
        for root in schema.roots() {
            let row = ROOT_FIELDS.iter().find(|(of, name, _)| (*of, *name) == (root.of, &root.name)).expect("a row");
            let Access::May(action) = row.2 else { continue };
            for seed in 0..4 {
                let variables = Generator::planted(&schema, &ids, seed, "nowhere", "").arguments(&root);
                let answer = app.graphql(Some(&token), &schema.document(&root), variables.clone()).await;
                let message = answer["errors"][0]["message"].as_str().unwrap_or_default();
                let at_the_door = message == format!("no role that you hold may use {}", root.name);
                assert_eq!(at_the_door, !role.row().may.contains(&action), "{role} {}: {answer}", root.name);
                let (code, _) = first_error(&answer);
                let refused = code == "FORBIDDEN" && !at_the_door;
                assert!(!refused, "{role} passes to {} and is refused there: {answer}\n{variables}", root.name);
                passed += usize::from(!at_the_door);
                stopped += usize::from(at_the_door);
            }
        }
    }
    app.work().await;
    assert!(passed > 200 && stopped > 200, "{passed} passed, {stopped} were stopped");
}
