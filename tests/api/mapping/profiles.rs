//! What was chosen for a sheet is remembered, and chosen by itself the next time.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{SHEET, again, counts, has, import, inspect, named, of_january, with};
use crate::{
    monitoring::world::{FEBRUARY, P, Q, organisation, partner, period, plan},
    support::TestApp,
};

const PROFILES: &str = "query($plan: ID!) { mappingProfiles(planId: $plan, first: 10) { edges { node { id name version organisation { name }
    mapping { columns { heading field } values { text code } } } } } }";

async fn profiles(app: &TestApp, token: &str) -> Vec<Value> {
    let mut listed = app.ok(token, PROFILES, json!({ "plan": plan() })).await["mappingProfiles"].take();
    listed["edges"].as_array_mut().expect("edges").iter_mut().map(|edge| edge["node"].take()).collect()
}

const SHEET_OF_P: &str = "Where exactly,Our project,Kids\nmill,books,12\nriver north,books,7\n";

fn chosen() -> Value {
    json!({ "columns": [
        { "heading": "Where exactly", "field": "ADM2" }, { "heading": "Our project", "field": "ACTIVITY" }, { "heading": "Kids", "field": "PEOPLE" } ],
        "values": [{ "field": "ADM2", "text": "Mill", "code": "XE0101" }, { "field": "ADM2", "text": "river NORTH", "code": "XE0102" },
            { "field": "ACTIVITY", "text": "books", "code": "ca1" }] })
}

#[actix_web::test]
async fn a_mapping_is_saved_chosen_by_itself_renamed_and_removed() {
    let (app, _) = named().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let unknown = import(&app, &token, SHEET_OF_P, json!({ "dryRun": true })).await;
    assert_eq!(unknown["rows"]["taken"], 0, "nobody can guess that: {unknown:#}");
    let saved =
        import(&app, &token, SHEET_OF_P, json!({ "mapping": chosen(), "saveAs": " Our  monthly sheet " })).await;
    assert_eq!(
        (counts(&saved), &saved["applied"]),
        (json!({ "total": 3, "taken": 2, "headings": 1 }), &json!(true)),
        "{saved:#}"
    );
    assert!(has(&saved, 2, "A2", "FIXED", "XE0101") && has(&saved, 2, "B2", "FIXED", "Learning materials"));
    // Blanks, capitals and a slip of the pen in the headings of the next month.
    let next = "  WHERE\u{a0}exactly ,Our projects,KIDS\nMILL,Books,13\n";
    let seen = inspect(&app, &token, next).await;
    assert_eq!(seen["profile"]["name"], "Our monthly sheet", "{seen:#}");
    assert_eq!(seen["texts"][0]["meaning"]["code"], "XE0101");
    let file = app.upload(&token, "february.csv", next).await.expect("kept");
    let february = with(of_january(&file), json!({ "periodId": period(FEBRUARY) }));
    let imported = again(&app, &token, february).await;
    assert_eq!((&imported["rows"]["taken"], &imported["profileId"]), (&json!(1), &saved["profileId"]), "{imported:#}");
    let all = profiles(&app, &token).await;
    assert_eq!((all.len(), &all[0]["organisation"]["name"], &all[0]["version"]), (1, &json!("Partner P"), &json!(1)));
    let rename =
        "mutation($input: RenameMappingProfileInput!) { renameMappingProfile(input: $input) { name version } }";
    let named = app.ok(&token, rename, json!({ "input": { "profileId": all[0]["id"], "name": "5W of P" } })).await;
    assert_eq!(named["renameMappingProfile"], json!({ "name": "5W of P", "version": 2 }));
    let remove = "mutation($input: RemoveMappingProfileInput!) { removeMappingProfile(input: $input) }";
    app.ok(&token, remove, json!({ "input": { "profileId": all[0]["id"] } })).await;
    assert!(profiles(&app, &token).await.is_empty());
    assert_eq!(app.sql("select count(*) from report_rows"), ["3"], "what was imported by it stays");
    assert_eq!(
        app.sql("select action from audit_events where entity = 'MappingProfile' order by at, id"),
        ["create", "save", "remove"]
    );
}

#[actix_web::test]
async fn a_profile_of_one_partner_is_nothing_to_another_and_one_for_all_is_kept_by_the_cluster() {
    let (app, imo) = named().await;
    let p = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let q = partner(&app, "q@example.org", Role::PartnerFocalPoint, Q).await;
    import(&app, &p, SHEET_OF_P, json!({ "mapping": chosen(), "saveAs": "P" })).await;
    let file = app.upload(&imo, "all.csv", SHEET_OF_P).await.expect("kept");
    let mapping = with(chosen(), json!({ "constants": [{ "field": "ORGANISATION", "text": "Partner Q" }] }));
    let for_all =
        json!({ "planId": plan(), "fileId": file, "periodId": period(FEBRUARY), "mapping": mapping, "saveAs": "All" });
    assert_eq!(again(&app, &imo, for_all).await["applied"], true);
    let names =
        |all: Vec<Value>| all.iter().map(|one| one["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(profiles(&app, &imo).await), ["P", "All"]);
    let of_q = profiles(&app, &q).await;
    let of_p = profiles(&app, &p).await;
    assert_eq!(
        (names(of_q.clone()), names(of_p.clone())),
        (vec!["All".to_owned()], vec!["P".to_owned(), "All".to_owned()])
    );
    let remove = "mutation($input: RemoveMappingProfileInput!) { removeMappingProfile(input: $input) }";
    let input = |id: &Value| json!({ "input": { "profileId": id } });
    assert_eq!(app.refused(&q, remove, input(&of_p[0]["id"])).await.code, "NOT_FOUND");
    assert_eq!(app.refused(&q, remove, input(&of_q[0]["id"])).await.code, "FORBIDDEN");
    let own = app.upload(&q, "q.csv", SHEET_OF_P).await.expect("kept");
    let by_theirs = json!({ "planId": plan(), "fileId": own, "periodId": period(FEBRUARY), "organisationId": organisation(Q), "profileId": of_p[0]["id"] });
    assert_eq!(app.refused(&q, SHEET, json!({ "input": by_theirs })).await.code, "NOT_FOUND");
}
