//! Lists answer the same whether they are resolved in passes or row by row, whatever is asked of them, and never with more queries.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use darasa::{
    app::{graphql, relations::ASYNC_FIELDS},
    demo::{self, Place},
    kit::{
        db::count_queries,
        graphql::{Context, eager::row_by_row, roots::Schema},
    },
};
use serde_json::{Value, json};

use super::{
    generated::existing,
    support::{
        TestApp,
        generate::{self, Generator},
    },
};

/// How many documents are asked for of each root field.
const DOCUMENTS: u64 = 20;

/// The answer, its errors, and how many queries it took.
type Answer = (Value, Vec<Value>, u64);

async fn answer(
    app: &TestApp,
    schema: &Schema<graphql::Api>,
    query: &str,
    variables: &Value,
    in_passes: bool,
) -> Answer {
    let context = Context::new(app.program(), None);
    let variables: juniper::Variables = serde_json::from_value(variables.clone()).expect("variables");
    let asked = juniper::execute(query, None, schema, &variables, &context);
    let (outcome, queries) =
        if in_passes { count_queries(asked).await } else { count_queries(row_by_row(asked)).await };
    let (data, errors) = outcome.unwrap_or_else(|error| unreachable!("{error}\n{query}"));
    let told = |error| {
        let error = serde_json::to_value(error).expect("JSON");
        json!([error["path"], error["message"], error["extensions"]["code"], error["locations"]])
    };
    let mut errors: Vec<Value> = errors.iter().map(told).collect();
    errors.sort_by_key(Value::to_string);
    (serde_json::to_value(data).expect("JSON"), errors, queries)
}

/// Whether the data are the same, and the errors: where one makes a whole list null, a pass does not look at what stands behind it.
fn agree(passes: &Answer, rows: &Answer) -> bool {
    let times = |answer: &Answer, error: &Value| answer.1.iter().filter(|other| *other == error).count();
    let told = passes.1.iter().all(|error| times(passes, error) <= times(rows, error));
    passes.0 == rows.0 && passes.1.is_empty() == rows.1.is_empty() && told
}

#[actix_web::test]
async fn lists_answer_in_passes_what_they_answer_row_by_row_and_never_with_more_queries() {
    let app = TestApp::start().await;
    demo::load(&app.config, &Place::Here, app.clock.now()).await.expect("the demo loads");
    let schema = generate::Schema::of(&app).await;
    let (ids, roots) = (existing(&app, &schema), graphql::schema());
    let (mut compared, mut with_errors, mut cheaper, mut different) = (0, 0, 0, Vec::new());
    for seed in 0..DOCUMENTS {
        for (number, root) in (0..).zip(schema.roots()).filter(|(_, root)| root.of == "Query") {
            let mut generator = Generator::planted(&schema, &ids, seed * 1000 + number, "", "");
            let variables = generator.arguments(&root);
            let query = generator.document(&root, 3);
            let passes = answer(&app, &roots, &query, &variables, true).await;
            let rows = answer(&app, &roots, &query, &variables, false).await;
            if !agree(&passes, &rows) || passes.2 > rows.2 {
                different.push(format!("{query}\n{variables}\nin passes {passes:?}\nrow by row {rows:?}"));
            }
            compared += usize::from(passes.2 > 2);
            with_errors += usize::from(!passes.0.is_null() && !passes.1.is_empty());
            cheaper += usize::from(passes.2 < rows.2);
        }
    }
    app.work().await;
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n\n"));
    assert!(compared > 50 && with_errors > 10, "{compared} documents with relations, {with_errors} with errors");
    println!("{compared} documents with relations, {with_errors} with errors, {cheaper} with fewer queries");
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn quoted<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    text.split(before).nth(1)?.split('"').next()
}

/// The async fields of the types that a source file declares with `graphql_object`, as the schema calls both.
fn async_fields(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in text.split("#[graphql_object(").skip(1) {
        // Those of unit tests are indented.
        let Some((attributes, rest)) = part.split_once(")]\nimpl ") else { continue };
        let body = rest.split("\n}\n").next().expect("a body");
        let rust = body.split(|c: char| !c.is_alphanumeric()).next().expect("a name");
        let name = quoted(attributes, "name = \"").unwrap_or(rust);
        let lines: Vec<_> = body.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let Some(field) = line.strip_prefix("    async fn ") else { continue };
            let field = field.split(['(', '<']).next().expect("a name");
            let above = lines[number.saturating_sub(4)..number]
                .iter()
                .rev()
                .take_while(|line| line.trim_start().starts_with(['#', '/']));
            let renamed = above.filter_map(|line| quoted(line, "#[graphql(name = \"")).next().map(str::to_owned);
            let called = renamed.unwrap_or_else(|| juniper::to_camel_case(field).to_string());
            found.entry(name.to_owned()).or_default().insert(called);
        }
    }
    found
}

#[test]
fn the_table_of_fields_that_wait_is_that_of_the_sources() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let sdl = graphql::schema().as_sdl();
    let is_shown =
        |name: &str| sdl.contains(&format!("\ntype {name} ")) && !["Query", "Mutation", "Subscription"].contains(&name);
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| !file.ends_with("toy.rs")) {
        let text = fs::read_to_string(file).expect("a source file");
        found.extend(async_fields(&text).into_iter().filter(|(name, _)| is_shown(name)));
    }
    let told: BTreeMap<String, BTreeSet<String>> = ASYNC_FIELDS
        .iter()
        .map(|(name, fields)| ((*name).to_owned(), fields.iter().map(|field| (*field).to_owned()).collect()))
        .collect();
    assert_eq!(
        told, found,
        "src/app/relations.rs must tell the async fields of the sources; better, return `Lazy` or `Later`"
    );
}

#[test]
fn async_fields_are_found_by_the_names_of_the_schema() {
    let text = "#[graphql_object(context = Context, name = \"Stream\")]\nimpl River {\n    /// Its name.\n    fn name(&self) -> &str {\n        \"\"\n    }\n\n    \
                /// Its arms.\n    #[graphql(name = \"arms\")]\n    async fn arms_of_it(&self) -> Vec<Self> {\n        vec![]\n    }\n\n    async fn long_name<'a>(\n    ) {\n    }\n}\n";
    let expected = ["arms", "longName"].map(str::to_owned).into();
    assert_eq!(async_fields(text), [("Stream".to_owned(), expected)].into());
}
