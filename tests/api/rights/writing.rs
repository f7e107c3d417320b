//! Every mutation, by everybody, on what is theirs and what is not.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reading::{Findings, Matrix, codes, plain, spoken_of},
    table::{SHARED, Span, Way},
    world::{self, NOWHERE},
    writes::{FREE, NO_ORGANISATION, Target, Write, writes},
};
use crate::support::TestApp;

const REFUSALS: [&str; 3] = ["FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"];

/// The document of a mutation: it asks for nothing that could be refused beside it.
fn document(matrix: &Matrix, field: &str) -> String {
    let input = matrix.schema.argument_type("Mutation", field, "input");
    format!("mutation($input: {input}) {{ {field}(input: $input) {{ __typename }} }}")
}

async fn tried(matrix: &Matrix, guest: &Guest, write: &Write, target: &Target) -> Value {
    let input = json!({ "input": (write.input)(target) });
    matrix.app.graphql(guest.token.as_deref(), &document(matrix, write.field), input).await
}

/// An answer in which all ids of a target have one name.
fn named(answer: &Value, write: &Write, target: &Target) -> String {
    fn ids(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(all) => all.iter().for_each(|one| ids(one, found)),
            Value::Object(fields) => fields.values().for_each(|one| ids(one, found)),
            Value::String(text) if text.len() > 40 => found.push(text.clone()),
            _ => {}
        }
    }
    let mut all = Vec::new();
    ids(&(write.input)(target), &mut all);
    all.iter().fold(plain(answer, "nothing"), |answer, id| answer.replace(id, "THE-ID"))
}

/// What an asker was told of what there is not, by mutation and target.
type Absent = BTreeMap<(&'static str, String), String>;

async fn try_one(
    matrix: &Matrix,
    guest: &Guest,
    write: &Write,
    target: &Target,
    absent: &mut Absent,
    findings: &mut Findings,
) {
    let asker = &guest.asker;
    let home = (write.home)(target);
    let by_way = match asker.way {
        Way::Visitor | Way::Program(true) => false,
        Way::Person => true,
        Way::Program(false) => !write.in_person,
    };
    let may = by_way && asker.may(&write.may, &home);
    let answer = tried(matrix, guest, write, target).await;
    if let (true, Some(again)) = (may, write.again) {
        matrix.app.sql(&again(target));
    }
    findings.cases += 1;
    let about = || format!("{} tries {} on {:?} of {}", asker.name, write.field, target.place, target.organisation);
    let refused = codes(&answer).iter().any(|code| REFUSALS.contains(&code.as_str()));
    if may {
        if refused {
            findings.wrong.push(format!("REFUSED {}: {}", about(), answer["errors"]));
        }
        return;
    }
    if !answer["data"][write.field].is_null() {
        findings.wrong.push(format!("LEAK {}: it was done: {answer}", about()));
    }
    let mut told = Default::default();
    spoken_of(&answer, &mut told);
    if !told.is_empty() {
        findings.wrong.push(format!("LEAK {}: the refusal tells of {told:?}: {answer}", about()));
    }
    // Who may know that it is there is told that they may not; to everybody else it looks like nothing.
    let knows = asker.may(&write.knows, &home);
    if knows && codes(&answer) == ["FORBIDDEN"] {
        return;
    }
    let nothing = match home.organisation {
        // The place is known, what the organisation has there is not.
        Some(_) if home.operation.is_none() || asker.may(&SHARED, &home) => {
            Target { organisation: NO_ORGANISATION, ..target.clone() }
        }
        _ => Target { place: NOWHERE, ..target.clone() },
    };
    let key = (write.field, (write.input)(&nothing).to_string());
    if !absent.contains_key(&key) {
        let told = tried(matrix, guest, write, &nothing).await;
        absent.insert(key.clone(), named(&told, write, &nothing));
    }
    let answer = named(&answer, write, target);
    if answer != absent[&key] {
        findings.wrong.push(format!("LEAK {}: {answer} is not {}", about(), absent[&key]));
    }
}

async fn write_everything(part: usize, of: usize) {
    let matrix = Matrix::start().await;
    let mut findings = Findings::default();
    for (number, asker) in askers().into_iter().enumerate().filter(|(number, _)| number % of == part) {
        let guest = enter(&matrix.app, number, asker).await;
        let mut absent = Absent::default();
        for write in writes() {
            for place in write.places {
                for organisation in write.organisations {
                    let target = Target { place: *place, organisation: *organisation, file: guest.file.clone() };
                    try_one(&matrix, &guest, &write, &target, &mut absent, &mut findings).await;
                }
            }
        }
    }
    matrix.app.work().await;
    println!("rights: {} cases of writing in part {part}", findings.cases);
    let wrong = &findings.wrong;
    assert!(wrong.is_empty(), "{} of {} cases are wrong:\n{}", wrong.len(), findings.cases, wrong.join("\n"));
    assert!(findings.cases > 1_000, "only {} cases", findings.cases);
}

#[actix_web::test]
async fn everything_is_written_by_just_those_of_the_table_one() {
    write_everything(0, 3).await;
}

#[actix_web::test]
async fn everything_is_written_by_just_those_of_the_table_two() {
    write_everything(1, 3).await;
}

#[actix_web::test]
async fn everything_is_written_by_just_those_of_the_table_three() {
    write_everything(2, 3).await;
}

#[actix_web::test]
async fn the_matrix_leaves_out_no_mutation() {
    let app = TestApp::start().await;
    let schema = crate::support::generate::Schema::of(&app).await;
    let all = writes();
    for field in schema.fields("Mutation") {
        let known =
            all.iter().any(|write| write.field == field.name) || FREE.iter().any(|(name, _)| *name == field.name);
        assert!(
            known || field.name == "revokeApiToken",
            "Mutation.{0} is in no case: add `on(\"{0}\", ..)` to tests/api/rights/writes.rs, or a line to FREE with the reason",
            field.name
        );
    }
    for write in &all {
        assert!(
            schema.fields("Mutation").iter().any(|field| field.name == write.field),
            "the schema has no {}",
            write.field
        );
        assert!(write.may.span != Span::Everybody, "{}: name it in FREE", write.field);
    }
}

#[actix_web::test]
async fn what_nobody_may_follow_looks_absent() {
    let app = world::start().await;
    let subscribe = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
    let input =
        |subject: String| json!({ "input": { "subjectId": subject, "email": "reader@example.org", "language": "en" } });
    let draft = world::id("Appeal", world::OWN.base + world::at::DRAFT_APPEAL);
    let nothing = world::id("Appeal", super::reading::MISSING);
    let (one, other) = (
        app.graphql(None, subscribe, input(draft.clone())).await,
        app.graphql(None, subscribe, input(nothing.clone())).await,
    );
    assert_eq!(plain(&one, &draft), plain(&other, &nothing));
    assert_eq!(codes(&one), ["NOT_FOUND"]);
    let published = world::id("Appeal", world::OWN.base + world::at::APPEAL);
    app.ok("", subscribe, input(published)).await;
    app.work().await;
}

#[actix_web::test]
async fn a_token_of_somebody_else_cannot_be_taken_back_and_looks_absent() {
    let app = world::start().await;
    let revoke = "mutation($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id } }";
    let owner = app.administrator().await;
    let ask = async |id: &str| app.graphql(Some(&owner), revoke, json!({ "input": { "apiTokenId": id } })).await;
    let (theirs, nothing) = (world::id("ApiToken", 64), world::id("ApiToken", super::reading::MISSING));
    assert_eq!(plain(&ask(&theirs).await, &theirs), plain(&ask(&nothing).await, &nothing));
    assert_eq!(app.sql("select count(*) from api_tokens where revoked_at is null"), ["1"]);
    app.work().await;
}
