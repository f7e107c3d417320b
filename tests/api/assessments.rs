//! The registry of assessments: who assesses what, and a warning where two ask the same people.

use darasa::{
    app::graphql,
    kit::{auth::Role, db::count_queries, graphql::Context},
};
use juniper::{DefaultScalarValue, ToInputValue};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    plans::world::{
        CLUSTER, FOREIGN_CLUSTER, OPERATION, OTHER_OPERATION, area, cluster, operation, refused, text, write,
    },
    standards::world::{ORGANISATION, OTHER_ORGANISATION, organisation, someone, start as start_with_partners},
    support::TestApp,
};

/// The country, and its two districts.
const COUNTRY: u128 = 100;
const DISTRICT: u128 = 101;
const OTHER_DISTRICT: u128 = 102;

/// The world of standards, with an officer of the operation.
async fn start() -> (TestApp, String) {
    let (app, _) = start_with_partners().await;
    let officer = app.someone("officer@example.org", Role::Imo, json!({ "operationId": operation(OPERATION) })).await;
    (app, officer)
}

fn details(name: &str, more: Value) -> Value {
    let mut details = json!({
        "names": [{ "language": "en", "text": name }], "kind": "RAPID", "family": "MSNA", "coordination": "JOINT",
        "frequency": "ONE_OFF", "confidentiality": "UNPROTECTED", "startsOn": "2030-05-10", "endsOn": "2030-05-20",
        "areaIds": [area(DISTRICT)], "leadOrganisationIds": [organisation(ORGANISATION)], "affectedGroups": ["IDPS"],
    });
    details.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    details
}

fn planned(name: &str, more: Value) -> Value {
    json!({ "operationId": operation(OPERATION), "assessment": details(name, more) })
}

const OVERLAPS: &str =
    "id version overlaps { key message other { name } areas { pcode } affectedGroups fromMonth toMonth }";

async fn enter(app: &TestApp, token: &str, name: &str, more: Value) -> Value {
    write(app, token, "createAssessment", OVERLAPS, planned(name, more)).await
}

/// The names of the others that an answer warns of.
fn others(saved: &Value) -> Vec<&str> {
    let overlaps = saved["overlaps"].as_array().expect("overlaps");
    overlaps.iter().map(|overlap| overlap["other"]["name"].as_str().unwrap_or("(hidden)")).collect()
}

async fn listed(app: &TestApp, token: &str, filter: Value) -> Vec<String> {
    let query = "query($id: ID!, $filter: AssessmentFilterInput) {
        assessments(operationId: $id, filter: $filter, first: 20) { edges { node { name } } } }";
    let found = app.ok(token, query, json!({ "id": operation(OPERATION), "filter": filter })).await;
    let edges = found["assessments"]["edges"].as_array().expect("a page").clone();
    edges.iter().map(|edge| text(&edge["node"]["name"])).collect()
}

#[actix_web::test]
async fn two_that_plan_the_same_place_group_and_month_are_warned_and_both_are_saved() {
    let (app, officer) = start().await;
    let first = enter(&app, &officer, "First", json!({})).await;
    assert!(others(&first).is_empty());
    let second = enter(&app, &officer, "Second", json!({ "startsOn": "2030-05-31", "endsOn": "2030-07-01" })).await;
    let expected = json!([{
        "key": "assessment-overlap", "other": { "name": "First" }, "areas": [{ "pcode": "XE01" }], "affectedGroups": ["IDPS"],
        "message": "\u{201c}First\u{201d} asks the same people in the same place in the same month; speak with each other",
        "fromMonth": "2030-05-01", "toMonth": "2030-05-01",
    }]);
    assert_eq!(second["overlaps"], expected, "no day is shared, and the month is");
    assert_eq!(app.sql("select count(*) from assessments"), ["2"], "a warning hinders nobody");
    // The country holds its districts, and everybody holds the displaced.
    let wide = enter(&app, &officer, "Wide", json!({ "areaIds": [area(COUNTRY)], "affectedGroups": ["ALL"] })).await;
    assert_eq!(others(&wide), ["First", "Second"]);
    let apart = [
        ("Elsewhere", json!({ "areaIds": [area(OTHER_DISTRICT)] })),
        ("Refugees", json!({ "affectedGroups": ["REFUGEES", "HOST"] })),
        ("April", json!({ "startsOn": "2030-04-01", "endsOn": "2030-05-01" })),
        ("July", json!({ "startsOn": "2030-07-01", "endsOn": "2030-08-01" })),
    ];
    for (name, more) in apart {
        let told = enter(&app, &officer, name, more).await;
        let expected: &[&str] = if ["Elsewhere", "Refugees"].contains(&name) { &["Wide"] } else { &[] };
        assert_eq!(others(&told), expected, "{name}");
    }
    // The second lasts to the last day of June: its end is the first day after.
    let june = enter(&app, &officer, "June", json!({ "startsOn": "2030-06-30", "endsOn": "2030-07-01" })).await;
    assert_eq!(others(&june), ["Second"]);
}

#[actix_web::test]
async fn what_is_finalised_or_withdrawn_or_of_another_operation_warns_nobody() {
    let (app, officer) = start().await;
    let past = json!({ "startsOn": "2024-05-01", "endsOn": "2024-05-11" });
    let done = enter(&app, &officer, "Done", past.clone()).await;
    let finalise = json!({ "assessmentId": done["id"], "baseVersion": 1, "quality": { "fitForPurpose": 4, "trustworthiness": 5 } });
    let finalised = write(
        &app,
        &officer,
        "finaliseAssessment",
        "status version quality { fitForPurpose trustworthiness analyticalRigour analyticalWriting }",
        finalise,
    );
    let quality =
        json!({ "fitForPurpose": 4, "trustworthiness": 5, "analyticalRigour": null, "analyticalWriting": null });
    assert_eq!(finalised.await, json!({ "status": "FINALISED", "version": 2, "quality": quality }));
    let given_up = enter(&app, &officer, "Given up", past.clone()).await;
    assert!(others(&given_up).is_empty());
    let withdraw = json!({ "assessmentId": given_up["id"], "baseVersion": 1, "reason": "No access" });
    let withdrawn =
        write(&app, &officer, "withdrawAssessment", "status withdrawnBecause overlaps { key }", withdraw).await;
    assert_eq!(withdrawn, json!({ "status": "WITHDRAWN", "withdrawnBecause": "No access", "overlaps": [] }));
    let elsewhere =
        app.someone("elsewhere@example.org", Role::Imo, json!({ "operationId": operation(OTHER_OPERATION) })).await;
    let mut foreign = planned("Foreign", past.clone());
    foreign["operationId"] = operation(OTHER_OPERATION).into();
    write(&app, &elsewhere, "createAssessment", "id", foreign).await;
    assert!(others(&enter(&app, &officer, "New", past.clone()).await).is_empty());
    let mut ongoing = planned("Under way", past);
    ongoing["status"] = "ONGOING".into();
    assert_eq!(others(&write(&app, &officer, "createAssessment", OVERLAPS, ongoing).await), ["New"]);

    let change = |version: i64, status: &str| json!({ "assessmentId": given_up["id"], "baseVersion": version, "status": status, "assessment": details("Again", json!({})) });
    assert_eq!(refused(&app, &officer, "updateAssessment", change(2, "ONGOING")).await, "CONFLICT assessmentId");
    let again = json!({ "assessmentId": done["id"], "baseVersion": 2, "reason": "  " });
    assert_eq!(refused(&app, &officer, "withdrawAssessment", again).await, "INVALID reason");
}

#[actix_web::test]
async fn what_is_confidential_is_for_those_who_coordinate_and_who_make_it_and_the_warning_names_nobody_else() {
    let (app, officer) = start().await;
    let lead = someone(&app, "lead", Role::PartnerEditor, Some(ORGANISATION)).await;
    let other = someone(&app, "other", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let viewer = someone(&app, "viewer", Role::Viewer, Some(ORGANISATION)).await;
    let secret = enter(&app, &officer, "Secret", json!({ "confidentiality": "CONFIDENTIAL" })).await;
    let open =
        enter(&app, &officer, "Open", json!({ "leadOrganisationIds": [organisation(OTHER_ORGANISATION)] })).await;
    assert_eq!(others(&open), ["Secret"]);
    let one =
        "query($id: ID!) { assessment(id: $id) { name overlaps { key message other { name } areas { pcode } } } }";
    let ask = async |token: &str, id: &Value| app.ok(token, one, json!({ "id": id })).await["assessment"].take();
    for (token, sees) in [(&officer, true), (&lead, true), (&other, false), (&viewer, false)] {
        assert_eq!(ask(token, &secret["id"]).await.is_null(), !sees);
        let expected: &[&str] = if sees { &["Open", "Secret"] } else { &["Open"] };
        let mut names = listed(&app, token, json!({})).await;
        names.sort_unstable();
        assert_eq!(names, expected);
        let told = ask(token, &open["id"]).await;
        let overlap = &told["overlaps"][0];
        if sees {
            assert_eq!((&overlap["key"], &overlap["other"]["name"]), (&json!("assessment-overlap"), &json!("Secret")));
        } else {
            let hidden = json!({
                "key": "assessment-overlap-hidden", "other": null, "areas": [{ "pcode": "XE01" }],
                "message": "another organisation's assessment asks the same people in the same place in the same month; speak with each other",
            });
            assert_eq!(*overlap, hidden);
            assert!(!told.to_string().contains("Secret"));
        }
    }
    let stranger = app
        .someone("stranger@example.org", Role::Coordinator, json!({ "operationId": operation(OTHER_OPERATION) }))
        .await;
    for id in [&secret["id"], &open["id"]] {
        assert_eq!(ask(&stranger, id).await, Value::Null);
    }
    let query = "query($id: ID!) { assessments(operationId: $id, first: 5) { edges { node { name } } } }";
    assert_eq!(app.refused(&stranger, query, json!({ "id": operation(OPERATION) })).await.code, "NOT_FOUND");

    // Who may not keep it may not change it; who may not know of it is told that there is none.
    let keeper = app.someone(
        "keeper@example.org",
        Role::Imo,
        json!({ "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER) }),
    );
    let keeper = keeper.await;
    let withdraw = |id: &Value| json!({ "assessmentId": id, "baseVersion": 1, "reason": "Not ours" });
    assert_eq!(refused(&app, &keeper, "withdrawAssessment", withdraw(&secret["id"])).await, "NOT_FOUND assessmentId");
    assert_eq!(refused(&app, &keeper, "withdrawAssessment", withdraw(&open["id"])).await, "FORBIDDEN");
    assert_eq!(refused(&app, &lead, "withdrawAssessment", withdraw(&open["id"])).await, "FORBIDDEN");
    assert_eq!(refused(&app, &lead, "createAssessment", planned("Own", json!({}))).await, "FORBIDDEN");
    let mut in_cluster = planned("Of the cluster", json!({}));
    in_cluster["clusterId"] = cluster(CLUSTER).into();
    write(&app, &keeper, "createAssessment", "id", in_cluster.clone()).await;
    in_cluster["clusterId"] = cluster(FOREIGN_CLUSTER).into();
    assert_eq!(refused(&app, &keeper, "createAssessment", in_cluster).await, "NOT_FOUND clusterId");
    assert_eq!(refused(&app, &keeper, "createAssessment", planned("Of all", json!({}))).await, "FORBIDDEN");
}

#[actix_web::test]
async fn an_assessment_tells_all_that_the_field_asks_of_one_and_lists_find_it() {
    let (app, officer) = start().await;
    let more = json!({
        "names": [{ "language": "en", "text": "Joint survey" }, { "language": "fr", "text": "Enquête conjointe" }],
        "areaIds": [area(OTHER_DISTRICT), area(DISTRICT), area(DISTRICT)],
        "participantOrganisationIds": [organisation(OTHER_ORGANISATION)], "affectedGroups": ["RETURNEES", "IDPS"],
        "sectors": ["edu", "PRO"], "focuses": ["HUMANITARIAN_ACCESS", "CONTEXT"], "techniques": ["HOUSEHOLDS", "FOCUS_GROUP"],
        "figures": ["IN_NEED"], "topics": ["School meals"], "sampling": "RANDOM", "sampleSize": 1200, "proximity": "MIXED",
        "unitOfAnalysis": "HOUSEHOLD", "unitOfReporting": "DISTRICT",
    });
    let made = enter(&app, &officer, "", more.clone()).await;
    let query = "query($id: ID!) { assessment(id: $id) { names { language text } status kind family coordination frequency confidentiality
        startsOn endsOn areas { pcode } leads { name } participants { name } affectedGroups sectors focuses techniques figures topics
        sampling sampleSize proximity unitOfAnalysis unitOfReporting withdrawnBecause cluster { id } } }";
    let told = app.ok(&officer, query, json!({ "id": made["id"] })).await["assessment"].take();
    let expected = json!({
        "names": [{ "language": "en", "text": "Joint survey" }, { "language": "fr", "text": "Enquête conjointe" }],
        "status": "PLANNED", "kind": "RAPID", "family": "MSNA", "coordination": "JOINT", "frequency": "ONE_OFF",
        "confidentiality": "UNPROTECTED", "startsOn": "2030-05-10", "endsOn": "2030-05-20",
        "areas": [{ "pcode": "XE01" }, { "pcode": "XE02" }], "leads": [{ "name": "Org A" }], "participants": [{ "name": "Org B" }],
        "affectedGroups": ["IDPS", "RETURNEES"], "sectors": ["EDU", "PRO"], "focuses": ["CONTEXT", "HUMANITARIAN_ACCESS"],
        "techniques": ["FOCUS_GROUP", "HOUSEHOLDS"], "figures": ["IN_NEED"], "topics": ["School meals"], "sampling": "RANDOM",
        "sampleSize": 1200, "proximity": "MIXED", "unitOfAnalysis": "HOUSEHOLD", "unitOfReporting": "DISTRICT",
        "withdrawnBecause": null, "cluster": null,
    });
    assert_eq!(told, expected);
    enter(
        &app,
        &officer,
        "National",
        json!({ "areaIds": [area(COUNTRY)], "startsOn": "2030-06-15", "endsOn": "2030-08-01" }),
    )
    .await;
    let finds = [
        (json!({}), vec!["National", "Joint survey"]),
        (json!({ "areaId": area(COUNTRY) }), vec!["National", "Joint survey"]),
        (json!({ "areaId": area(DISTRICT) }), vec!["National", "Joint survey"]),
        (json!({ "statuses": ["ONGOING", "FINALISED"] }), vec![]),
        (json!({ "organisationId": organisation(OTHER_ORGANISATION) }), vec!["Joint survey"]),
        (json!({ "monthOf": "2030-05-31" }), vec!["Joint survey"]),
        (json!({ "monthOf": "2030-07-31" }), vec!["National"]),
        (json!({ "monthOf": "2030-08-01" }), vec![]),
    ];
    for (filter, names) in finds {
        assert_eq!(listed(&app, &officer, filter.clone()).await, names, "{filter}");
    }
    let page = "query($id: ID!, $after: String) { assessments(operationId: $id, first: 1, after: $after) {
        edges { node { name } } pageInfo { hasNextPage endCursor } } }";
    let first = app.ok(&officer, page, json!({ "id": operation(OPERATION) })).await;
    let cursor = first["assessments"]["pageInfo"]["endCursor"].clone();
    let second = app.ok(&officer, page, json!({ "id": operation(OPERATION), "after": cursor })).await;
    assert_eq!(second["assessments"]["edges"][0]["node"]["name"], "Joint survey");
    assert_eq!(second["assessments"]["pageInfo"]["hasNextPage"], false);

    // What is left out of a change is no longer told.
    let change =
        json!({ "assessmentId": made["id"], "baseVersion": 1, "assessment": details("Rapid survey", json!({})) });
    let once = json!({ "clientMutationId": Uuid::from_u128(5) });
    let mut twice = change.clone();
    twice.as_object_mut().expect("an object").extend(once.as_object().expect("an object").clone());
    for _ in 0..2 {
        let fields = "version name topics participants { name } areas { pcode } sampleSize sectors";
        let changed = write(&app, &officer, "updateAssessment", fields, twice.clone()).await;
        let expected = json!({
            "version": 2, "name": "Rapid survey", "topics": [], "participants": [], "areas": [{ "pcode": "XE01" }],
            "sampleSize": null, "sectors": ["EDU"],
        });
        assert_eq!(changed, expected);
    }
    assert_eq!(refused(&app, &officer, "updateAssessment", change).await, "CONFLICT baseVersion");
    let events = "select entity || ' ' || action from audit_events where entity = 'Assessment' order by 1";
    assert_eq!(app.sql(events), ["Assessment create", "Assessment create", "Assessment update"]);
}

#[actix_web::test]
async fn what_cannot_be_is_refused_with_its_place_and_nothing_is_written() {
    let (app, officer) = start().await;
    let refuse = async |more: Value| refused(&app, &officer, "createAssessment", planned("Wrong", more)).await;
    let many: Vec<String> = (0..501).map(|_| area(DISTRICT)).collect();
    let unknown_area = crate::support::generate::global_id("AdminArea", "019a0000-0000-7000-8000-000000000001");
    let unknown = crate::support::generate::global_id("Organisation", "019a0000-0000-7000-8000-000000000001");
    let cases = [
        (json!({ "names": [] }), "INVALID assessment.names"),
        (json!({ "endsOn": "2030-05-10" }), "INVALID assessment.endsOn"),
        (json!({ "startsOn": "0001-01-01" }), "INVALID assessment.endsOn"),
        (json!({ "areaIds": [] }), "INVALID assessment.areaIds"),
        (json!({ "areaIds": many }), "INVALID assessment.areaIds"),
        (json!({ "areaIds": [area(DISTRICT), "x"] }), "INVALID assessment.areaIds[1]"),
        (json!({ "areaIds": [unknown_area] }), "NOT_FOUND assessment.areaIds"),
        (json!({ "leadOrganisationIds": [] }), "INVALID assessment.leadOrganisationIds"),
        (json!({ "leadOrganisationIds": [unknown] }), "NOT_FOUND assessment.leadOrganisationIds"),
        (
            json!({ "participantOrganisationIds": [organisation(ORGANISATION)] }),
            "INVALID assessment.participantOrganisationIds",
        ),
        (json!({ "affectedGroups": [] }), "INVALID assessment.affectedGroups"),
        (json!({ "sectors": ["EDU", "'; drop table assessments; --"] }), "INVALID assessment.sectors[1]"),
        (json!({ "topics": ["x".repeat(101)] }), "INVALID assessment.topics[0]"),
        (json!({ "sampleSize": 0 }), "INVALID assessment.sampleSize"),
        (json!({ "quality": { "trustworthiness": 6 } }), "INVALID assessment.quality.trustworthiness"),
    ];
    for (more, expected) in cases {
        assert_eq!(refuse(more.clone()).await, expected, "{more}");
    }
    app.sql("insert into countries (iso3, names) values ('XEB', '{}')");
    app.sql(&format!(
        "insert into admin_areas (id, country_iso3, level, pcode, names) values ('{}', 'XEB', 0, 'XEB', '{{}}')",
        Uuid::from_u128(200)
    ));
    assert_eq!(refuse(json!({ "areaIds": [area(200)] })).await, "INVALID assessment.areaIds");
    for (status, expected) in
        [("WITHDRAWN", "INVALID status"), ("ONGOING", "INVALID status"), ("FINALISED", "INVALID status")]
    {
        let mut early = planned("Early", json!({}));
        early["status"] = status.into();
        assert_eq!(refused(&app, &officer, "createAssessment", early).await, expected, "{status}");
    }
    assert_eq!(app.sql("select (select count(*) from assessments) + (select count(*) from assessment_tags)"), ["0"]);
    let made = enter(&app, &officer, "To come", json!({})).await;
    let finalise = json!({ "assessmentId": made["id"], "baseVersion": 1 });
    assert_eq!(
        refused(&app, &officer, "finaliseAssessment", finalise).await,
        "INVALID assessmentId",
        "it has not begun"
    );
}

#[actix_web::test]
async fn documents_are_links_or_files_and_files_are_for_those_who_coordinate() {
    let (app, officer) = start().await;
    let viewer = someone(&app, "viewer", Role::Viewer, None).await;
    let made = enter(&app, &officer, "Survey", json!({})).await;
    let document = |more: Value| {
        let mut input = json!({ "assessmentId": made["id"], "kind": "REPORT", "title": "Report" });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let refuse = async |more: Value| refused(&app, &officer, "addAssessmentDocument", document(more)).await;
    let file = app.upload(&officer, "data.csv", "a,b\n1,2\n").await.expect("kept");
    assert_eq!(refuse(json!({})).await, "INVALID url");
    assert_eq!(refuse(json!({ "url": "https://example.org/r.pdf", "fileId": file })).await, "INVALID url");
    assert_eq!(refuse(json!({ "url": "javascript:alert(1)" })).await, "INVALID url");
    assert_eq!(refuse(json!({ "url": "https://example.org/r.pdf", "title": "" })).await, "INVALID title");
    let theirs = app.upload(&viewer, "other.csv", "a\n1\n").await.expect("kept");
    assert_eq!(refuse(json!({ "fileId": theirs })).await, "NOT_FOUND fileId");
    let link = json!({ "url": "https://example.org/r.pdf" });
    write(&app, &officer, "addAssessmentDocument", "id", document(link)).await;
    let data = json!({ "kind": "DATABASE", "title": "Data", "fileId": file });
    let fields = "documents { id kind title url fileId }";
    let added = write(&app, &officer, "addAssessmentDocument", fields, document(data)).await;
    let mut titles: Vec<&Value> =
        added["documents"].as_array().expect("documents").iter().map(|one| &one["title"]).collect();
    titles.sort_by_key(|title| title.to_string());
    assert_eq!(titles, ["Data", "Report"]);
    let get = async |token: &str| {
        let bearer = format!("Bearer {token}");
        app.get(&format!("/files/{file}"), &[("authorization", &bearer)]).await.0
    };
    assert_eq!((get(&officer).await, get(&viewer).await), (200, 404));
    let id =
        &added["documents"].as_array().expect("documents").iter().find(|one| one["title"] == "Data").expect("it")["id"];
    assert_eq!(refused(&app, &viewer, "removeAssessmentDocument", json!({ "documentId": id })).await, "FORBIDDEN");
    let left =
        write(&app, &officer, "removeAssessmentDocument", "documents { title }", json!({ "documentId": id })).await;
    assert_eq!(left["documents"], json!([{ "title": "Report" }]));
    app.work().await;
}

#[actix_web::test]
async fn a_list_of_assessments_with_all_that_they_hold_takes_as_many_queries_as_one() {
    let (app, officer) = start().await;
    let query = "query($id: ID!) { assessments(operationId: $id, first: 10) { edges { node {
        operation { id } cluster { id } areas { pcode } leads { name } participants { name } affectedGroups sectors topics
        documents { title } overlaps { other { name leads { name } } areas { pcode } }
    } } } }";
    let mut counts = Vec::new();
    for round in 0..4 {
        let confidentiality = if round % 2 == 0 { "UNPROTECTED" } else { "CONFIDENTIAL" };
        let more = json!({
            "confidentiality": confidentiality, "participantOrganisationIds": [organisation(OTHER_ORGANISATION)],
            "topics": ["Meals"], "areaIds": [area(DISTRICT), area(COUNTRY)],
        });
        let made = enter(&app, &officer, "Survey", more).await;
        assert_eq!(others(&made).len(), round);
        let document =
            json!({ "assessmentId": made["id"], "kind": "REPORT", "title": "R", "url": "https://example.org/r" });
        write(&app, &officer, "addAssessmentDocument", "id", document).await;
        let context = Context::new(app.program(), None);
        let variables =
            [("id".to_owned(), ToInputValue::<DefaultScalarValue>::to_input_value(&operation(OPERATION)))].into();
        let schema = graphql::schema();
        let (answer, count) = count_queries(juniper::execute(query, None, &schema, &variables, &context)).await;
        let (_, errors) = answer.expect("a valid document");
        assert_eq!(errors, vec![]);
        counts.push(count);
    }
    assert_eq!(counts[1], counts[3], "{counts:?}");
    assert!(counts[3] <= 16, "{counts:?}");
}
