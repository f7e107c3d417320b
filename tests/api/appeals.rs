//! Appeals through the program's door: what is asked for, what was given, and what was published.

mod editions;
mod pages;
mod standards;
pub mod world;

use darasa::kit::auth::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use self::world::{
    CLUSTER, DONOR, OTHER_CLUSTER, OTHER_DONOR, appeal, contribution, operation, organisation, read, refused, start,
    version, with, write,
};
use super::support::{TestApp, cases};

const IMPORTED: &str = "applied added changed unchanged issues { row column cell severity reason mend } moreIssues";

/// A program with a published edition, and the code of its appeal.
pub async fn published_appeal() -> (TestApp, &'static str) {
    const CODE: &str = "EDU-AFG-2020";
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, CODE, Some(CLUSTER)).await;
    publish(&app, &coordinator, &education).await;
    app.work().await;
    (app, CODE)
}

async fn import(app: &TestApp, token: &str, appeal: &str, boundary: &str, table: Vec<u8>) -> Value {
    let file = app.upload(token, "flows.csv", table).await.expect("kept");
    let input = json!({ "appealId": appeal, "fileId": file, "boundary": boundary });
    write(app, token, "importFlows", IMPORTED, input).await
}

fn counts(import: &Value) -> [i64; 3] {
    ["added", "changed", "unchanged"].map(|count| import[count].as_i64().expect("a count"))
}

#[actix_web::test]
async fn the_flows_of_a_year_give_the_published_table_by_cluster_and_a_second_time_change_nothing() {
    let (Some(incoming), Some(internal)) =
        (cases("funding/fts_incoming_funding_afg.csv"), cases("funding/fts_internal_funding_afg.csv"))
    else {
        return;
    };
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let whole = appeal(&app, &coordinator, "HRP-AFG-2020", None).await;
    let first = import(&app, &coordinator, &education, "INCOMING", incoming.clone()).await;
    assert_eq!(counts(&first), [328, 0, 0], "{first}");
    let of_incoming = read(&app, &coordinator, &education, "funding { given { funded } }").await;
    assert_eq!(of_incoming["funding"]["given"]["funded"], "6181355.00");
    assert_eq!(counts(&import(&app, &coordinator, &education, "INTERNAL", internal.clone()).await), [156, 0, 0]);

    let given = "funding { given { funded committed paid pledged } planGiven { funded } shared { funded } notSpecified \
                 sharedForSector { funded } clusters { sector given { funded } } }";
    let funding = read(&app, &coordinator, &education, given).await["funding"].take();
    let of_education =
        json!({ "funded": "7637118.00", "committed": "4882222.00", "paid": "2754896.00", "pledged": null });
    assert_eq!(funding["given"], of_education, "6,181,355 that came for it and 1,455,763 that was allotted to it");
    assert_eq!(funding["sharedForSector"]["funded"], "961538.00", "apart, and no part of what was given");
    assert_eq!(funding["planGiven"]["funded"], "564447748.00");
    assert_eq!(funding["shared"]["funded"], "44825602.00");
    assert_eq!(funding["notSpecified"], "158851024.00");
    let clusters = funding["clusters"].as_array().expect("a list");
    let of_sector = |sector: &str| {
        let line = clusters.iter().find(|line| line["sector"] == sector).expect("a line");
        line["given"]["funded"].clone()
    };
    for (sector, funded) in [
        ("EDU", "7637118.00"),
        ("FSC", "157249186.00"),
        ("HEA", "55674708.00"),
        ("LOG", "10982215.00"),
        ("PRO-GBV", "1798400.00"),
        ("WSH", "21636728.00"),
    ] {
        assert_eq!(of_sector(sector), funded, "{sector}");
    }
    let of_whole = read(&app, &coordinator, &whole, "funding { given { funded } }").await;
    assert_eq!(of_whole["funding"]["given"]["funded"], "564447748.00");
    let of_whole = read(&app, &coordinator, &whole, "funding { sharedForSector { funded } }").await;
    assert_eq!(of_whole["funding"]["sharedForSector"], Value::Null, "it is for every sector");

    assert_eq!(counts(&import(&app, &coordinator, &whole, "INCOMING", incoming).await), [0, 0, 328]);
    assert_eq!(counts(&import(&app, &coordinator, &whole, "INTERNAL", internal).await), [0, 0, 156]);
    assert_eq!(app.sql("select count(*) from flow_versions"), ["484"]);
    let without_plan = "select sum(usd) from flow_versions v where exists (select from flow_parties where version_id = v.id \
                        and kind = 'GLOBAL_CLUSTER' and code = 'EDU') and not exists (select from flow_parties where \
                        version_id = v.id and (kind = 'PLAN' or (kind = 'GLOBAL_CLUSTER' and code <> 'EDU')))";
    assert_eq!(app.sql(without_plan), ["1635983.00"], "kept, and no part of the plan's funding");
}

const FLOWS_HEAD: &str =
    "id,date,amountUSD,srcOrganization,destPlanCode,destOrganization,destGlobalClusters,boundary,status\n";

#[actix_web::test]
async fn a_pledge_of_a_file_is_kept_and_not_counted_until_it_is_a_commitment_of_the_same_flow() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let table = |status: &str| {
        format!("{FLOWS_HEAD}9001,2020-05-01,5000000,Donor A,HAFG20,Partner C,Education,incoming,{status}\n")
            .into_bytes()
    };
    assert_eq!(counts(&import(&app, &coordinator, &education, "INCOMING", table("pledge")).await), [1, 0, 0]);
    let given = "funding { given { funded pledged } }";
    let pledged = json!({ "funded": null, "pledged": "5000000.00" });
    assert_eq!(read(&app, &coordinator, &education, given).await["funding"]["given"], pledged);
    assert_eq!(counts(&import(&app, &coordinator, &education, "INCOMING", table("commitment")).await), [0, 1, 0]);
    let committed = json!({ "funded": "5000000.00", "pledged": null });
    assert_eq!(read(&app, &coordinator, &education, given).await["funding"]["given"], committed);
    let flows = "flows(first: 10) { edges { node { system externalId version { number parties { name kind organisation { name } } } versions { status } } } }";
    let flow = read(&app, &coordinator, &education, flows).await["flows"]["edges"][0]["node"].take();
    assert_eq!(flow["versions"], json!([{ "status": "COMMITMENT" }, { "status": "PLEDGE" }]));
    let donor = json!({ "name": "Donor A", "kind": "ORGANISATION", "organisation": { "name": "Donor A" } });
    assert!(flow["version"]["parties"].as_array().expect("a list").contains(&donor), "known by its name: {flow}");
}

#[actix_web::test]
async fn every_error_of_a_file_of_flows_is_told_and_nothing_is_written() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let rows = "9001,2020-05-01,5,Donor A,HAFG20,Partner C,Education,incoming,paid\n\
                9002,soon,abc,Donor A,HAFG20,Partner C,Education,internal,promised\n";
    let done = import(&app, &coordinator, &education, "INCOMING", format!("{FLOWS_HEAD}{rows}").into_bytes()).await;
    assert_eq!(done["applied"], false);
    let cells: Vec<&str> =
        done["issues"].as_array().expect("issues").iter().filter_map(|issue| issue["cell"].as_str()).collect();
    for cell in ["B3", "C3", "H3", "I3"] {
        assert!(cells.contains(&cell), "{cell} is missing in {cells:?}");
    }
    assert_eq!(app.sql("select count(*) from flows"), ["0"]);
}

#[actix_web::test]
async fn requirements_by_cluster_become_a_revision_and_the_same_file_again_does_not() {
    let Some(table) = cases("funding/fts_requirements_funding_cluster_afg.csv") else { return };
    let (app, coordinator) = start().await;
    let whole = appeal(&app, &coordinator, "HRP-AFG-2020", None).await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let fields = "applied requirement reportedFunding revision { number lines { clusterName amount reportedFunding } } issues { reason }";
    let import = async |appeal: &str, clusters: Value| {
        let file = app.upload(&coordinator, "requirements.csv", table.clone()).await.expect("kept");
        let input = json!({
            "appealId": appeal, "baseVersion": version(&app, &coordinator, appeal).await, "fileId": file,
            "clusterNames": clusters, "validFrom": "2020-01-01", "reason": "Published by FTS",
        });
        write(&app, &coordinator, "importRequirements", fields, input).await
    };
    let first = import(&whole, Value::Null).await;
    assert_eq!(first["requirement"], "1131050820", "{first}");
    assert_eq!(first["reportedFunding"], "564467765");
    let lines = first["revision"]["lines"].as_array().expect("lines");
    assert_eq!(lines.len(), 20);
    let aviation = lines.iter().find(|line| line["clusterName"] == "Aviation COVID-19").expect("a line");
    assert_eq!(aviation["amount"], Value::Null, "not stated is not zero");
    let again = import(&whole, Value::Null).await;
    assert_eq!((&again["applied"], &again["revision"]), (&json!(true), &Value::Null));
    let two = json!(["Education in Emergencies", "Education in Emergencies COVID-19"]);
    let of_education = import(&education, two).await;
    assert_eq!(
        (&of_education["requirement"], &of_education["reportedFunding"]),
        (&json!("68104253"), &json!("7637118"))
    );
}

#[actix_web::test]
async fn a_contribution_that_becomes_firmer_is_counted_once_at_the_rate_of_its_decision() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let fields = "id version { number status usd rate active }";
    let pledge = write(&app, &coordinator, "recordFlow", fields, contribution(&education, "PLEDGE")).await;
    assert_eq!(
        pledge["version"],
        json!({ "number": 1, "status": "PLEDGE", "usd": "606796.00", "rate": "0.824000", "active": true })
    );
    let next = |status: &str, base: i32| {
        let of = json!({ "flowId": pledge["id"], "baseVersion": base, "rate": null });
        with(contribution(&education, status), of)
    };
    let paid = write(&app, &coordinator, "recordFlow", fields, next("PAID", 1)).await;
    assert_eq!((&paid["id"], &paid["version"]["number"]), (&pledge["id"], &json!(2)));
    let given = read(&app, &coordinator, &education, "funding { given { funded paid pledged } }").await;
    assert_eq!(given["funding"]["given"], json!({ "funded": "606796.00", "paid": "606796.00", "pledged": null }));

    assert_eq!(refused(&app, &coordinator, "recordFlow", next("PLEDGE", 2)).await, "INVALID status");
    assert_eq!(refused(&app, &coordinator, "recordFlow", next("PAID", 1)).await, "CONFLICT baseVersion");
    let other_rate = with(next("PAID", 2), json!({ "rate": "0.9" }));
    assert_eq!(refused(&app, &coordinator, "recordFlow", other_rate).await, "INVALID rate");
    let withdraw =
        json!({ "appealId": education, "flowId": pledge["id"], "baseVersion": 2, "reason": "Entered twice" });
    let withdrawn = write(&app, &coordinator, "withdrawFlow", fields, withdraw).await;
    assert_eq!(withdrawn["version"]["active"], false);
    let given = read(&app, &coordinator, &education, "funding { given { funded } }").await;
    assert_eq!(given["funding"]["given"]["funded"], Value::Null);
    assert_eq!(refused(&app, &coordinator, "recordFlow", next("PAID", 3)).await, "CONFLICT flowId");
}

#[actix_web::test]
async fn a_contribution_sent_twice_under_one_key_is_one() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let input = with(contribution(&education, "PAID"), json!({ "clientMutationId": Uuid::from_u128(77) }));
    let first = write(&app, &coordinator, "recordFlow", "id", input.clone()).await;
    let second = write(&app, &coordinator, "recordFlow", "id", input.clone()).await;
    assert_eq!(first, second);
    assert_eq!(app.sql("select count(*) from flow_versions"), ["1"]);
    let other = with(input, json!({ "amount": "1" }));
    assert_eq!(refused(&app, &coordinator, "recordFlow", other).await, "IDEMPOTENCY_MISMATCH clientMutationId");
}

#[actix_web::test]
async fn what_several_sectors_share_and_what_other_years_have_is_not_counted_for_one() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let shared = with(contribution(&education, "PAID"), json!({ "sectors": ["EDU", "PRO"] }));
    write(&app, &coordinator, "recordFlow", "id", shared).await;
    let years = json!({
        "amount": "900000", "currency": "USD", "rate": null,
        "portions": [{ "year": 2020, "usd": "200000" }, { "year": 2021, "usd": "700000" }],
    });
    write(&app, &coordinator, "recordFlow", "id", with(contribution(&education, "COMMITMENT"), years)).await;
    let fields = "funding { given { funded } shared { funded } }";
    let funding = read(&app, &coordinator, &education, fields).await["funding"].take();
    assert_eq!(funding, json!({ "given": { "funded": "200000.00" }, "shared": { "funded": "606796.00" } }));
    let unknown = with(contribution(&education, "PAID"), json!({ "sectors": ["EDU", "XXX"] }));
    assert_eq!(refused(&app, &coordinator, "recordFlow", unknown).await, "INVALID sectors.1");
}

#[actix_web::test]
async fn a_donor_records_and_sees_its_own_contributions_and_no_others() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let scope = json!({ "operationId": operation(), "organisationId": organisation(DONOR) });
    let donor = app.someone("donor@example.org", Role::Donor, scope).await;
    assert_eq!(
        refused(&app, &donor, "recordFlow", contribution(&education, "PLEDGE")).await,
        "NOT_FOUND appealId",
        "a draft is for those who work on it"
    );
    publish(&app, &coordinator, &education).await;
    let own = write(&app, &donor, "recordFlow", "id", contribution(&education, "PLEDGE")).await;
    let others = with(contribution(&education, "PLEDGE"), json!({ "sourceOrganisationId": organisation(OTHER_DONOR) }));
    assert_eq!(refused(&app, &donor, "recordFlow", others.clone()).await, "FORBIDDEN sourceOrganisationId");
    let of_other = write(&app, &coordinator, "recordFlow", "id", others).await;
    let seen = read(&app, &donor, &education, "flows(first: 10) { edges { node { id } } }").await;
    assert_eq!(seen["flows"]["edges"], json!([{ "node": { "id": own["id"] } }]));
    let all = read(&app, &coordinator, &education, "flows(first: 10) { edges { node { id } } }").await;
    assert_eq!(all["flows"]["edges"].as_array().map(Vec::len), Some(2));
    let take_over = json!({ "flowId": of_other["id"], "baseVersion": 1 });
    let stolen = refused(&app, &donor, "recordFlow", with(contribution(&education, "PAID"), take_over)).await;
    assert_eq!(stolen, "NOT_FOUND flowId", "what another recorded looks absent");
    app.work().await;
}

pub async fn publish(app: &TestApp, token: &str, appeal: &str) -> Value {
    let input = json!({ "appealId": appeal, "asOf": "2020-10-31" });
    write(app, token, "publishEdition", "id number sha256 figures note", input).await
}

#[actix_web::test]
async fn an_appeal_names_only_what_is_of_its_operation_and_its_code_is_its_own() {
    let (app, coordinator) = start().await;
    appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let input = json!({
        "operationId": operation(), "code": "EDU-AFG-2020", "kind": "FLASH_APPEAL",
        "names": [{ "language": "en", "text": "Again" }], "startsOn": "2020-01-01", "endsOn": "2020-07-01",
    });
    assert_eq!(refused(&app, &coordinator, "createAppeal", input.clone()).await, "INVALID code");
    let foreign = with(input.clone(), json!({ "code": "X-1", "planId": world::plan_of_another_operation() }));
    assert_eq!(refused(&app, &coordinator, "createAppeal", foreign).await, "INVALID planId");
    let backwards = with(input.clone(), json!({ "code": "X-1", "endsOn": "2019-12-31" }));
    assert_eq!(refused(&app, &coordinator, "createAppeal", backwards).await, "INVALID endsOn");
    let wrong_kind = with(input, json!({ "code": "X-1", "planId": operation() }));
    assert_eq!(refused(&app, &coordinator, "createAppeal", wrong_kind).await, "INVALID planId");
}

#[actix_web::test]
async fn the_requirement_comes_from_the_plans_costs_or_by_hand_and_every_change_has_a_reason() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let from_plan = |base: i32, day: &str, reason: &str| json!({ "appealId": education, "baseVersion": base, "validFrom": day, "reason": reason });
    let fields = "version revision { number requirement lines { amount activity { refCode } } }";
    let costed = write(&app, &coordinator, "requirementFromPlan", fields, from_plan(1, "2020-01-01", "Costed")).await;
    let revision = json!({
        "number": 1, "requirement": "37500.00",
        "lines": [
            { "amount": "37500.00", "activity": { "refCode": "CA1" } },
            { "amount": null, "activity": { "refCode": "CA2" } },
        ],
    });
    assert_eq!((&costed["version"], &costed["revision"]), (&json!(2), &revision));
    let by_hand = json!({
        "lines": [{ "activityId": world::activity(1), "amount": "40000" }, { "label": [{ "language": "en", "text": "Data" }], "amount": "0" }],
    });
    let by_hand = with(from_plan(2, "2020-06-01", "After the floods"), by_hand);
    let revised = write(&app, &coordinator, "reviseAppeal", "revision { number requirement }", by_hand.clone()).await;
    assert_eq!(revised["revision"], json!({ "number": 2, "requirement": "40000.00" }));

    assert_eq!(refused(&app, &coordinator, "reviseAppeal", by_hand.clone()).await, "CONFLICT baseVersion");
    let earlier = with(by_hand.clone(), json!({ "baseVersion": 3, "validFrom": "2020-05-31" }));
    assert_eq!(refused(&app, &coordinator, "reviseAppeal", earlier).await, "INVALID validFrom");
    let reasonless = with(by_hand.clone(), json!({ "baseVersion": 3, "reason": " " }));
    assert_eq!(refused(&app, &coordinator, "reviseAppeal", reasonless).await, "INVALID reason");
    let negative = json!({ "baseVersion": 3, "lines": [{ "activityId": world::activity(1), "amount": "-1" }] });
    assert_eq!(
        refused(&app, &coordinator, "reviseAppeal", with(by_hand.clone(), negative)).await,
        "INVALID lines.0.amount"
    );
    let stranger = json!({ "baseVersion": 3, "lines": [{ "activityId": world::activity(9), "amount": "1" }] });
    assert_eq!(
        refused(&app, &coordinator, "reviseAppeal", with(by_hand, stranger)).await,
        "INVALID lines.0.activityId"
    );
}

#[actix_web::test]
async fn a_coordinator_of_one_cluster_writes_no_appeal_of_another() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let scope = |number| json!({ "operationId": operation(), "clusterId": world::cluster(number) });
    let own = app.someone("education@example.org", Role::Coordinator, scope(CLUSTER)).await;
    let other = app.someone("protection@example.org", Role::Coordinator, scope(OTHER_CLUSTER)).await;
    let update = json!({ "appealId": education, "baseVersion": 1, "endsOn": "2021-07-01" });
    assert_eq!(refused(&app, &other, "updateAppeal", update.clone()).await, "NOT_FOUND appealId");
    assert_eq!(refused(&app, &other, "recordFlow", contribution(&education, "PAID")).await, "NOT_FOUND appealId");
    let listed = "query($id: ID!) { appeals(operationId: $id, first: 10) { edges { node { code } } } }";
    let empty = app.ok(&other, listed, json!({ "id": operation() })).await;
    assert_eq!(empty["appeals"]["edges"], json!([]), "a draft is for those who work on it");
    assert_eq!(
        write(&app, &own, "updateAppeal", "endsOn version", update).await,
        json!({ "endsOn": "2021-07-01", "version": 2 })
    );
    let listed = app.ok(&own, listed, json!({ "id": operation() })).await;
    assert_eq!(listed["appeals"]["edges"], json!([{ "node": { "code": "EDU-AFG-2020" } }]));
}

#[actix_web::test]
async fn rights_over_one_appeal_change_no_contribution_to_another_sector() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let protection = appeal(&app, &coordinator, "PRO-AFG-2020", Some(OTHER_CLUSTER)).await;
    let of_education = write(&app, &coordinator, "recordFlow", "id", contribution(&education, "PLEDGE")).await;
    let scope = |number| json!({ "operationId": operation(), "clusterId": world::cluster(number) });
    let neighbour = app.someone("protection@example.org", Role::Imo, scope(OTHER_CLUSTER)).await;
    let own = app.someone("education@example.org", Role::Imo, scope(CLUSTER)).await;
    let step = json!({ "flowId": of_education["id"], "baseVersion": 1 });
    let take_over = with(contribution(&protection, "PAID"), step.clone());
    assert_eq!(refused(&app, &neighbour, "recordFlow", take_over).await, "NOT_FOUND flowId");
    let withdraw = with(step.clone(), json!({ "appealId": protection, "reason": "Not ours" }));
    assert_eq!(refused(&app, &neighbour, "withdrawFlow", withdraw.clone()).await, "NOT_FOUND flowId");
    assert_eq!(
        refused(&app, &coordinator, "withdrawFlow", withdraw).await,
        "NOT_FOUND flowId",
        "it is of another appeal"
    );
    write(&app, &own, "recordFlow", "id", with(contribution(&education, "PAID"), step)).await;
    assert_eq!(app.sql("select status from flow_versions order by number"), ["PLEDGE", "PAID"]);
}
