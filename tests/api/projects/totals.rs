//! What projects come to beside their plan, and as a sheet.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{World, content};
use crate::{
    plans::world::{add_activity, add_indicator, area, target, text, version, write},
    standards::world::{ORGANISATION, OTHER_ORGANISATION, organisation, someone},
};

const TOTALS: &str = "query($id: ID!) { planProjects(planId: $id) {
    currency projects projectsInOtherCurrency budget funded budgetWithoutActivity requirement peopleTargeted costPerChild method
    activities(first: 10) { edges { node { activity { refCode } projects people units unitsPlanned overTarget budget funded requirement } } }
    overTarget(first: 10) { edges { node { activity { refCode } area { pcode } people planned } } }
    duplicates(first: 10) { edges { node { activity { refCode } area { pcode } projects { code } } } } } }";

#[actix_web::test]
async fn approved_projects_add_up_beside_what_the_plan_sets_out_to_do() {
    let world = World::start().await;
    let app = &world.app;
    let spaces = json!({ "objectiveId": world.objective, "refCode": "CA2", "name": "Spaces", "language": "en", "unit": "LEARNING_SPACES", "unitTarget": "3" });
    let spaces = text(&write(app, &world.coordinator, "addActivity", "id", spaces).await["id"]);
    let costs = json!({ "activityId": world.activity, "baseVersion": version(app, &world.coordinator, &world.plan).await, "costs": [{ "modality": "IN_KIND", "unitCost": "5" }] });
    write(app, &world.coordinator, "setActivityCosts", "id", costs).await;
    add_indicator(app, &world.coordinator, &world.plan, &world.activity, "I1").await;
    let rows = json!([
        target("I1", "XE01", Some("f"), "90", "40"),
        target("I1", "XE01", Some("m"), "90", "35"),
        target("I1", "XE02", None, "50", "25")
    ]);
    let rows = json!({ "planId": world.plan, "baseVersion": version(app, &world.coordinator, &world.plan).await, "targets": rows });
    write(app, &world.coordinator, "setTargets", "applied", rows).await;
    let publish = json!({ "planId": world.plan, "baseVersion": version(app, &world.coordinator, &world.plan).await });
    write(app, &world.coordinator, "publishPlan", "number", publish).await;

    world.approved(ORGANISATION, &world.partner, "P1", world.content("60")).await;
    let peer = someone(app, "peer", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let both = json!([
        { "activityId": world.activity, "areaId": area(101), "people": "20" },
        { "activityId": world.activity, "areaId": area(102), "people": "25" },
        { "activityId": spaces, "areaId": area(102), "people": "30", "units": "2.5" },
    ]);
    let budget = json!([{ "activityId": spaces, "sourceKind": "BILATERAL", "donorId": organisation(ORGANISATION), "funded": true, "amount": "1000.50" }]);
    world.approved(OTHER_ORGANISATION, &peer, "P2", content(both, budget)).await;
    world.draft("P3", world.content("9999")).await;
    let viewer = someone(app, "viewer", Role::Viewer, None).await;
    let told = app.ok(&viewer, TOTALS, json!({ "id": world.plan })).await["planProjects"].take();
    let activity = |code: &str, rest: Value| {
        let mut node = json!({ "activity": { "refCode": code } });
        node.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        json!({ "node": node })
    };
    let expected = json!({
        "currency": "USD", "projects": 2, "projectsInOtherCurrency": 0, "budget": "1400.50", "funded": "1150.50", "budgetWithoutActivity": "150.00",
        "requirement": "500.00", "peopleTargeted": 110, "costPerChild": "12.73", "method": "SUM_OF_PROJECTS",
        "activities": { "edges": [
            activity("CA1", json!({ "projects": 2, "people": "105", "units": "105", "unitsPlanned": "100", "overTarget": true, "budget": "250.00", "funded": "0", "requirement": "500.00" })),
            activity("CA2", json!({ "projects": 1, "people": "30", "units": "2.5", "unitsPlanned": "3", "overTarget": false, "budget": "1000.50", "funded": "1000.50", "requirement": null })),
        ] },
        "overTarget": { "edges": [activity("CA1", json!({ "area": { "pcode": "XE01" }, "people": "80", "planned": "75" }))] },
        "duplicates": { "edges": [activity("CA1", json!({ "area": { "pcode": "XE01" }, "projects": [{ "code": "P1" }, { "code": "P2" }] }))] },
    });
    assert_eq!(
        told, expected,
        "80 in the first district and 30 in the second, where the spaces are the larger; 1,400.50 / 110"
    );
    let of_one = "query($id: ID!) { projects(planId: $id, first: 10) { edges { node { code peopleTargeted budgetTotal fundedTotal costPerChild
        targets(first: 1) { edges { node { people units area { pcode } activity { refCode } } } pageInfo { hasNextPage } }
        budget { sourceKind funded amount donor { name } activity { refCode } } } } } }";
    let listed = app.ok(&viewer, of_one, json!({ "id": world.plan })).await["projects"]["edges"].take();
    assert_eq!(listed.as_array().map(Vec::len), Some(2), "the draft is nobody's but its own");
    assert_eq!(
        (&listed[0]["node"]["budgetTotal"], &listed[0]["node"]["costPerChild"]),
        (&json!("400.00"), &json!("6.67"))
    );
    assert_eq!(
        (&listed[1]["node"]["peopleTargeted"], &listed[1]["node"]["targets"]["pageInfo"]["hasNextPage"]),
        (&json!(50), &json!(true))
    );
    assert_eq!(
        listed[1]["node"]["budget"][0],
        json!({ "sourceKind": "BILATERAL", "funded": true, "amount": "1000.50", "donor": { "name": "Org A" }, "activity": { "refCode": "CA2" } })
    );
}

#[actix_web::test]
async fn a_plan_without_projects_has_no_people_and_no_cost_of_one() {
    let world = World::start().await;
    let told = world.app.ok(&world.coordinator, TOTALS, json!({ "id": world.plan })).await["planProjects"].take();
    assert_eq!((&told["projects"], &told["budget"]), (&json!(0), &json!("0")));
    assert_eq!((&told["peopleTargeted"], &told["costPerChild"]), (&Value::Null, &Value::Null));
    let viewer = someone(&world.app, "viewer", Role::Viewer, None).await;
    assert_eq!(world.app.refused(&viewer, TOTALS, json!({ "id": world.plan })).await.code, "NOT_FOUND", "a draft plan");
}

#[actix_web::test]
async fn the_sheet_of_projects_has_a_row_for_each_that_the_reader_may_know_of() {
    let world = World::start().await;
    let app = &world.app;
    add_activity(app, &world.coordinator, &world.objective, "CA2", None).await;
    let mut first = world.content("60");
    first["name"] = json!("=cmd()");
    first["organisationIds"] = json!([organisation(OTHER_ORGANISATION)]);
    world.approved(ORGANISATION, &world.partner, "P1", first).await;
    world.draft("P2", world.content("10")).await;
    let sheet = async |token: &str, kind: &str| {
        let bearer = format!("Bearer {token}");
        app.get(&format!("/projects/{}.{kind}", world.plan), &[("authorization", &bearer)]).await
    };
    let (status, headers, body) = sheet(&world.coordinator, "csv").await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(headers["content-disposition"], "attachment; filename=\"projects.csv\"");
    let lines: Vec<&str> = body.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 4, "headings, tags, two projects: {body}");
    assert!(
        lines[1]
            .starts_with("#activity+project+code,#activity+project+name,#status+project,#org+lead+name,#org+impl+list"),
        "{}",
        lines[1]
    );
    let expected = "P1,'=cmd(),approved,Org A,Org B,2026-02-01,2026-11-30,CA1,XE01,60,USD,400.00,150.00,6.67,150.00,250.00,0,0,0,0,0,,Spaces and materials";
    assert_eq!(lines[2], expected, "a title that looks like a formula stays a text");
    let peer = someone(app, "peer", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let (_, _, seen) = sheet(&peer, "csv").await;
    assert_eq!(seen.trim_end().split("\r\n").count(), 3, "not the other organisation's draft: {seen}");
    assert_eq!(sheet(&world.coordinator, "xlsx").await.0, 200);
    let viewer = someone(app, "viewer", Role::Viewer, None).await;
    assert_eq!(sheet(&viewer, "csv").await.0, 404, "a draft plan");
    assert_eq!(app.get(&format!("/projects/{}.csv", world.plan), &[]).await.0, 401);
}
