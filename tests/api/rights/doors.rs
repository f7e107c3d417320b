//! What goes out by other doors than the graph: files, reports as sheets, workbooks made for a plan. And what opens no door at all.

use serde_json::json;

use super::{
    askers::{Guest, askers, enter},
    reading::{MISSING, Matrix, spoken_of},
    reads::READS_REPORTS,
    table::{CONTENT, EVERYBODY, Record, SHARED, SIGNED_IN, WORKING, Way, of_organisation},
    world::{self, NOWHERE, P, PLACES, Place, Q, at},
    writes::NO_ORGANISATION,
};

/// A route: how it is written for the id of a record, of which kind, and who may beside those who may know of the record.
struct Door {
    route: fn(&str) -> String,
    kind: &'static str,
    rule: super::table::Rule,
}

const DOORS: &[Door] = &[
    Door { route: |id| format!("/files/{id}"), kind: "File", rule: EVERYBODY },
    Door { route: |id| format!("/reports/{id}.csv"), kind: "Report", rule: EVERYBODY },
    Door { route: |id| format!("/reports/{id}.xlsx"), kind: "Report", rule: EVERYBODY },
    Door { route: |id| format!("/projects/{id}.csv"), kind: "ResponsePlan", rule: SHARED },
    Door { route: |id| format!("/projects/{id}.xlsx"), kind: "ResponsePlan", rule: SHARED },
    Door { route: |id| format!("/plans/{id}/tables/presence.csv"), kind: "ResponsePlan", rule: SIGNED_IN },
    Door { route: |id| format!("/plans/{id}/rows.csv"), kind: "ResponsePlan", rule: READS_REPORTS },
    // A workbook has the plan's codes as they are worked on.
    Door { route: |id| format!("/reports/template.xlsx?plan={id}"), kind: "ResponsePlan", rule: WORKING },
];

async fn open(matrix: &Matrix, guest: &Guest, route: &str) -> (u16, String) {
    let bearer = guest.token.as_ref().map(|token| format!("Bearer {token}"));
    let headers: Vec<_> = bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
    let (status, _, body) = matrix.app.get(route, &headers).await;
    (status, body)
}

/// A refusal without what differs from request to request.
fn plain(body: &str, id: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(body) {
        Ok(json) if json.is_object() => super::reading::plain(&json, id),
        _ => body.replace(id, "THE-ID"),
    }
}

async fn try_door(matrix: &Matrix, guest: &Guest, door: &Door, record: &Record, wrong: &mut Vec<String>) {
    let may = record.shown_to(&guest.asker)
        && record.homes.iter().any(|home| guest.asker.may(&door.rule, home))
        && guest.asker.may(&SIGNED_IN, &record.homes[0]);
    let id = world::id(record.kind, record.number);
    let route = (door.route)(&id);
    let about = format!("{} opens {} of {} {}", guest.asker.name, (door.route)("ID"), record.kind, record.number);
    let (status, body) = open(matrix, guest, &route).await;
    if may {
        if status != 200 {
            wrong.push(format!("REFUSED {about}: {status} {body}"));
        }
        return;
    }
    if status == 403 && record.shown_to(&guest.asker) {
        return;
    }
    let missing = world::id(record.kind, MISSING);
    let (absent_status, absent) = open(matrix, guest, &(door.route)(&missing)).await;
    if (status, plain(&body, &id)) != (absent_status, plain(&absent, &missing)) {
        wrong.push(format!("LEAK {about}: {status} {body} is not {absent_status} {absent}"));
    }
}

#[actix_web::test]
async fn files_sheets_and_workbooks_go_to_those_of_the_table() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for door in DOORS {
            for record in matrix.records.values().filter(|record| record.kind == door.kind) {
                try_door(&matrix, &guest, door, record, &mut wrong).await;
                cases += 1;
            }
        }
        // A file that belongs to no record is its sender's alone: one that was not read yet, and the one that an import marked for who sent it.
        let loose = world::id("File", world::LOOSE_FILE);
        let missing = world::id("File", MISSING);
        let (status, body) = open(&matrix, &guest, &format!("/files/{loose}")).await;
        let (absent_status, absent) = open(&matrix, &guest, &format!("/files/{missing}")).await;
        assert_eq!((status, plain(&body, &loose)), (absent_status, plain(&absent, &missing)), "{}", guest.asker.name);
        if guest.asker.way != Way::Visitor {
            assert_eq!(open(&matrix, &guest, &format!("/files/{}", guest.file)).await.0, 200, "{}", guest.asker.name);
        }
        cases += 2;
    }
    println!("rights: {cases} cases at other doors");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 900, "only {cases} cases");
    matrix.app.work().await;
}

/// The workbook to fill for an organisation's report of a period.
fn to_fill(place: Place, organisation: u32) -> String {
    format!(
        "/reports/template.xlsx?plan={}&period={}&cluster={}&organisation={}",
        world::id("ResponsePlan", place.base + at::PLAN),
        world::id("ReportingPeriod", place.base + at::PERIOD + 1),
        world::id("Cluster", place.cluster),
        world::id("Organisation", organisation),
    )
}

#[actix_web::test]
async fn workbooks_to_fill_go_to_the_organisation_and_to_those_who_read_its_reports() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for (place, organisation) in PLACES.into_iter().flat_map(|place| [(place, P), (place, Q)]) {
            let home = of_organisation(place, organisation);
            let about = format!("{} asks for the workbook of {organisation} on {place:?}", guest.asker.name);
            cases += 1;
            let (status, body) = open(&matrix, &guest, &to_fill(place, organisation)).await;
            if guest.asker.may(&CONTENT, &home) {
                if status != 200 {
                    wrong.push(format!("REFUSED {about}: {status} {body}"));
                }
                continue;
            }
            let knows_place = guest.asker.may(&SHARED, &home);
            let nothing = if knows_place { to_fill(place, NO_ORGANISATION) } else { to_fill(NOWHERE, organisation) };
            let (absent_status, absent) = open(&matrix, &guest, &nothing).await;
            if status == 200 || (status, plain(&body, "nothing")) != (absent_status, plain(&absent, "nothing")) {
                wrong.push(format!("LEAK {about}: {status} {body} is not {absent_status} {absent}"));
            }
        }
    }
    println!("rights: {cases} cases of workbooks to fill");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    matrix.app.work().await;
}

#[actix_web::test]
async fn public_pages_tell_nothing_but_what_was_published() {
    let matrix = Matrix::start().await;
    let visitor = askers().into_iter().find(|asker| asker.way == Way::Visitor).expect("there");
    for route in
        ["/", "/a/APPEAL-10510", "/a/APPEAL-10510/1", "/a/APPEAL-10500", "/a/APPEAL-10500/1", "/a/APPEAL-30500"]
    {
        let (_, _, body) = matrix.app.get(route, &[]).await;
        let mut told = Default::default();
        spoken_of(&json!(body), &mut told);
        let hidden = told.iter().filter_map(|(_, number)| matrix.records.get(number)).find(|record| {
            // The title of a published appeal and of its operation stand on its page.
            !record.shown_to(&visitor) && !["Appeal", "Operation"].contains(&record.kind)
        });
        assert!(hidden.is_none(), "{route} tells of {hidden:?}");
        assert!(!body.contains("mark-10500") && !body.contains("mark-30500"), "{route} tells of a draft");
    }
    let [draft, missing] = ["APPEAL-10500", "APPEAL-NONE"].map(|code| format!("/a/{code}"));
    let (one, other) = (matrix.app.get(&draft, &[]).await, matrix.app.get(&missing, &[]).await);
    assert_eq!((one.0, one.2), (other.0, other.2), "a draft's page looks like none");
}

#[actix_web::test]
async fn a_program_of_an_organisation_opens_no_session_and_makes_no_key() {
    let matrix = Matrix::start().await;
    let all = askers();
    let (number, asker) =
        all.iter().enumerate().find(|(_, one)| one.name.contains("two organisations")).expect("there");
    let guest = enter(&matrix.app, number, asker.clone()).await;
    let secret = guest.token.clone().expect("a token");
    let keys = "select (select count(*) from sessions) || ' ' || (select count(*) from api_tokens) || ' ' || (select count(*) from grants) \
                || ' ' || (select count(*) from invitations) || ' ' || (select count(*) from password_resets)";
    let before = matrix.app.sql(keys);
    let email = format!("asker{number}@example.org");
    for (document, input) in [
        (
            "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
            json!({ "email": email, "password": secret }),
        ),
        (
            "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }",
            json!({ "name": "x", "readOnly": false, "validDays": 1 }),
        ),
        (
            "mutation($input: GrantRoleInput!) { grantRole(input: $input) { id } }",
            json!({
                "email": email, "role": "VIEWER", "operationId": world::id("Operation", 1), "clusterId": world::id("Cluster", 10),
                "organisationId": world::id("Organisation", world::P),
            }),
        ),
        (
            "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) }",
            json!({ "token": secret, "password": "another password" }),
        ),
        (
            "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id } }",
            json!({ "token": secret, "password": "another password" }),
        ),
    ] {
        let answer = matrix.app.graphql(Some(&secret), document, json!({ "input": input })).await;
        assert!(answer["errors"].is_array(), "{document}: {answer}");
    }
    let refresh = "mutation($token: String) { refreshSession(refreshToken: $token) { accessToken } }";
    let answer = matrix.app.graphql(Some(&secret), refresh, json!({ "token": secret })).await;
    assert_eq!(super::reading::codes(&answer), ["UNAUTHENTICATED"]);
    assert_eq!(matrix.app.sql(keys), before);
    matrix.app.work().await;
}

#[actix_web::test]
async fn links_to_a_plan_are_listed_by_those_who_may_publish_it() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for place in PLACES {
            let list = "query($plan: ID!) { shareLinks(planId: $plan, first: 10) { edges { node { id name } } } }";
            let plan = world::id("ResponsePlan", place.base + at::PLAN);
            let answer = matrix.app.graphql(guest.token.as_deref(), list, json!({ "plan": plan })).await;
            let told = answer.to_string().contains(&format!("mark-{}", place.base + at::SHARE_LINK));
            // Whoever knows of a link might hand it on, which a token that may only read must not.
            let writes = guest.asker.way != super::table::Way::Program(true);
            let may = writes && guest.asker.may(&super::table::PUBLISH, &super::table::in_place(place));
            cases += 1;
            if told != may {
                wrong.push(format!("{} lists the links of {place:?}: {answer}", guest.asker.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    matrix.app.work().await;
}
