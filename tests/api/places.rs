//! Places come in from published lists, once.

use serde_json::json;

use super::support::{TestApp, cases};

const IMPORT: &str = "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied added renamed moved relevelled dated unchanged \
                      issues { row column cell severity reason mend } } }";

#[actix_web::test]
async fn every_error_of_a_gazetteer_is_told_at_once_and_nothing_is_written() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let table = "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n\
                 XEA,1,XE01,Amsar,XEA,2024-01-01\nXEA,9,XE02,Belqor,XEA,\nxe,1,X E,Daruna,XEA,yesterday\n";
    let file = app.upload(&admin, "places.csv", table).await.expect("kept");
    let done = app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await;
    assert_eq!(done["importPlaces"]["applied"], false);
    let issues = done["importPlaces"]["issues"].as_array().expect("issues");
    let cells: Vec<&str> = issues.iter().filter_map(|issue| issue["cell"].as_str()).collect();
    for cell in ["B3", "F4"] {
        assert!(cells.contains(&cell), "{cell} is missing in {issues:#?}");
    }
    assert!(issues.iter().all(|issue| !issue["mend"].as_str().unwrap_or_default().is_empty()));
    assert_eq!(app.sql("select count(*) from admin_areas"), ["0"]);
}

#[actix_web::test]
async fn a_renamed_and_a_moved_place_are_told_and_the_same_file_again_changes_nothing() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let import = async |table: &str| {
        let file = app.upload(&admin, "places.csv", table.to_owned()).await.expect("kept");
        app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await["importPlaces"].clone()
    };
    let head = "Location,Admin Level,P-Code,Name,Parent P-Code\n";
    let first = import(&format!("{head}XEA,2,XE0101,Old,XE01\nXEA,1,XE01,Amsar,XEA\nXEA,1,XE02,Belqor,XEA\n")).await;
    assert_eq!(
        (&first["applied"], &first["added"]),
        (&json!(true), &json!(4)),
        "three, and the country itself: {first}"
    );
    let changed = format!("{head}XEA,2,XE0101,New,XE02\nXEA,1,XE01,Amsar,XEA\nXEA,1,XE02,Belqor,XEA\n");
    let second = import(&changed).await;
    assert_eq!(
        (&second["added"], &second["renamed"], &second["moved"], &second["unchanged"]),
        (&json!(0), &json!(1), &json!(1), &json!(3))
    );
    let third = import(&changed).await;
    assert_eq!(
        (&third["added"], &third["renamed"], &third["moved"], &third["unchanged"]),
        (&json!(0), &json!(0), &json!(0), &json!(4))
    );
    let above = "{ adminArea(countryIso3: \"XEA\", pcode: \"XE0101\") { name ancestors { pcode } parent { pcode } } }";
    let area = app.ok("", above, json!({})).await;
    assert_eq!(
        area["adminArea"],
        json!({ "name": "New", "ancestors": [{ "pcode": "XEA" }, { "pcode": "XE02" }], "parent": { "pcode": "XE02" } })
    );
    let lost = import(&format!("{head}XEA,2,XE0901,Lost,XE09\n")).await;
    assert_eq!(lost["applied"], false);
    assert!(lost["issues"][0]["reason"].as_str().expect("a reason").contains("XE09"), "{lost}");
}

#[actix_web::test]
async fn no_file_can_make_places_lie_in_a_circle_and_another_level_is_a_change() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let import = async |rows: &str| {
        let table = format!("Location,Admin Level,P-Code,Name,Parent P-Code\n{rows}");
        let file = app.upload(&admin, "places.csv", table).await.expect("kept");
        app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await["importPlaces"].clone()
    };
    let told = |done: &serde_json::Value| -> Vec<String> {
        let issues = done["issues"].as_array().expect("issues").iter();
        issues.map(|issue| format!("{} {}", issue["row"], issue["reason"].as_str().unwrap_or_default())).collect()
    };
    let levels = || app.sql("select pcode || ' ' || level from admin_areas where level > 0 order by 1");
    let first = import("XEA,1,A,A,XEA\nXEA,2,B,B,A\nXEA,3,C,C,B\n").await;
    assert_eq!((&first["applied"], &first["added"]), (&json!(true), &json!(4)), "{first}");
    let circle = import("XEA,3,A,A,B\n").await;
    assert_eq!(circle["applied"], false);
    assert_eq!(told(&circle), ["2 B of level 2 would lie in A of level 3"], "{circle}");
    let all = import("XEA,3,A,A,B\nXEA,3,B,B,A\nXEA,2,D,D,A\nXEA,1,XEA,X,XEA\n").await;
    assert_eq!(told(&all), ["5 XEA is the country itself, which is no part of it"], "{all}");
    let all = import("XEA,3,A,A,B\nXEA,3,B,B,A\nXEA,2,D,D,A\n").await;
    let expected = [
        "2 A of level 3 would lie in B of level 3",
        "3 B of level 3 would lie in A of level 3",
        "3 C of level 3 would lie in B of level 3",
        "4 D of level 2 would lie in A of level 3",
    ];
    assert_eq!(
        (told(&all), levels()),
        (expected.map(str::to_owned).to_vec(), ["A 1", "B 2", "C 3"].map(str::to_owned).to_vec())
    );
    let deeper = import("XEA,4,C,C,B\nXEA,3,B,B,A\n").await;
    let counts = ["applied", "added", "moved", "relevelled", "unchanged"].map(|name| deeper[name].clone());
    assert_eq!(counts, [json!(true), json!(0), json!(0), json!(2), json!(1)], "{deeper}");
    assert_eq!(levels(), ["A 1", "B 3", "C 4"]);
    assert_eq!(
        app.sql("select ancestor_level from admin_area_ancestors order by 1"),
        ["0", "0", "0", "0", "1", "1", "1", "3", "3", "4"]
    );
}

#[actix_web::test]
async fn the_worlds_places_load_with_their_parents_and_a_second_time_change_nothing() {
    let Some(table) = cases("pcodes/download-global-pcodes-adm-1-2.csv") else { return };
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let file = app.upload(&admin, "pcodes.csv", table).await.expect("kept");
    let first = app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await["importPlaces"].clone();
    assert_eq!((&first["applied"], &first["added"]), (&json!(true), &json!(33_363 + 156)), "{first}");
    let counts = "select count(*) filter (where a.level > 0) || ' ' || count(*) filter (where a.level = 2 and p.level = 0) \
                  from admin_areas a left join admin_areas p on p.id = a.parent_id";
    assert_eq!(app.sql(counts), ["33363 221"]);
    let again = app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await["importPlaces"].clone();
    assert_eq!(
        (&again["added"], &again["renamed"], &again["moved"], &again["dated"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(0), &json!(0), &json!(33_363 + 156))
    );
    if let Some(countries) = cases("pcodes/countries_territories_taxonomy.csv") {
        let file = app.upload(&admin, "countries.csv", countries).await.expect("kept");
        let import = "mutation($input: ImportCountriesInput!) { importCountries(input: $input) { applied added unchanged issues { reason cell severity } } }";
        let done = app.ok(&admin, import, json!({ "input": { "fileId": file } })).await["importCountries"].clone();
        assert_eq!(done["applied"], true, "{done}");
        let area = app.ok("", "{ adminArea(countryIso3: \"AFG\", pcode: \"AFG\") { name } }", json!({})).await;
        assert_eq!(area["adminArea"]["name"], "Afghanistan");
    }
}

#[actix_web::test]
async fn a_site_lies_in_the_country_of_its_operation() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let table = "Location,Admin Level,P-Code,Name,Parent P-Code\nXEA,1,XE01,Amsar,XEA\nXEB,1,XB01,Belqor,XEB\n";
    let file = app.upload(&admin, "places.csv", table).await.expect("kept");
    app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await;
    let operation = super::clusters::operation(&app, &admin, "XEA-2026", Some("XEA")).await;
    let imo = app.someone("imo@example.org", darasa::kit::auth::Role::Imo, json!({ "operationId": operation })).await;
    let area = async |country: &str, pcode: &str| {
        let query =
            "query($country: String!, $pcode: String!) { adminArea(countryIso3: $country, pcode: $pcode) { id } }";
        app.ok("", query, json!({ "country": country, "pcode": pcode })).await["adminArea"]["id"].clone()
    };
    let create = "mutation($input: CreateSiteInput!) { createSite(input: $input) { code } }";
    let site = |area: &serde_json::Value| {
        json!({ "input": {
            "operationId": operation, "areaId": area, "kind": "SCHOOL", "name": "A school", "language": "en", "code": "S-1",
        } })
    };
    let refused = app.refused(&imo, create, site(&area("XEB", "XB01").await)).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("areaId")));
    assert_eq!(app.ok(&imo, create, site(&area("XEA", "XE01").await)).await["createSite"]["code"], "S-1");
}

#[actix_web::test]
async fn a_site_that_was_entered_wrongly_is_mended_by_one_at_a_time() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let table = "Location,Admin Level,P-Code,Name,Parent P-Code\nXEA,1,XE01,Amsar,XEA\nXEA,1,XE02,Belqor,XEA\nXEB,1,XB01,Orash,XEB\n";
    let file = app.upload(&admin, "places.csv", table).await.expect("kept");
    app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await;
    let operation = super::clusters::operation(&app, &admin, "XEA-2026", Some("XEA")).await;
    let imo = app.someone("imo@example.org", darasa::kit::auth::Role::Imo, json!({ "operationId": operation })).await;
    let area = async |country: &str, pcode: &str| {
        let query =
            "query($country: String!, $pcode: String!) { adminArea(countryIso3: $country, pcode: $pcode) { id } }";
        app.ok("", query, json!({ "country": country, "pcode": pcode })).await["adminArea"]["id"].clone()
    };
    let create = "mutation($input: CreateSiteInput!) { createSite(input: $input) { id version } }";
    let update = "mutation($input: UpdateSiteInput!) { updateSite(input: $input) { version name code kind area { pcode } latitude longitude locationPrecision } }";
    let input = |area: &serde_json::Value, code: &str| {
        json!({
            "operationId": operation, "areaId": area, "kind": "SCHOOL", "name": "A school", "language": "en", "code": code,
        })
    };
    let (amsar, belqor) = (area("XEA", "XE01").await, area("XEA", "XE02").await);
    let first = app.ok(&imo, create, json!({ "input": input(&amsar, "S-1") })).await["createSite"].clone();
    app.ok(&imo, create, json!({ "input": input(&amsar, "S-2") })).await;
    let mended = |area: &serde_json::Value, code: &str, base: i32, latitude: &str| {
        json!({ "input": {
            "siteId": first["id"], "baseVersion": base, "areaId": area, "kind": "CAMP", "name": "École", "language": "fr", "code": code,
            "latitude": latitude, "longitude": "-36.5", "locationPrecision": "POINT",
        } })
    };
    let done = app.ok(&imo, update, mended(&belqor, "S-1b", 1, "-12.25")).await["updateSite"].clone();
    let expected = json!({
        "version": 2, "name": "A school", "code": "S-1b", "kind": "CAMP", "area": { "pcode": "XE02" },
        "latitude": "-12.25", "longitude": "-36.5", "locationPrecision": "POINT",
    });
    assert_eq!(done, expected, "its name in another language stays");
    for (input, code, field) in [
        (mended(&belqor, "S-1b", 1, "-12.25"), "CONFLICT", "baseVersion"),
        (mended(&belqor, "S-2", 2, "-12.25"), "INVALID", "code"),
        (mended(&belqor, " ", 2, "-12.25"), "INVALID", "code"),
        (mended(&belqor, "S-1b", 2, "-90.1"), "INVALID", "latitude"),
        (mended(&area("XEB", "XB01").await, "S-1b", 2, "-12.25"), "INVALID", "areaId"),
    ] {
        let refused = app.refused(&imo, update, input.clone()).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), (code, Some(field)), "{input}");
    }
    let mut half = mended(&belqor, "S-1b", 2, "-12.25");
    half["input"]["longitude"] = json!(null);
    assert_eq!(app.refused(&imo, update, half).await.field.as_deref(), Some("latitude"));
    let listed = "query($id: ID!) { sites(operationId: $id, first: 10) { edges { node { code latitude version } } } }";
    let reader =
        app.someone("reader@example.org", darasa::kit::auth::Role::Viewer, json!({ "operationId": operation })).await;
    let seen = app.ok(&reader, listed, json!({ "id": operation })).await["sites"]["edges"].clone();
    let expected = json!([
        { "node": { "code": "S-1b", "latitude": null, "version": 2 } },
        { "node": { "code": "S-2", "latitude": null, "version": 1 } },
    ]);
    assert_eq!(seen, expected, "where a school is, is told to those who keep it");
}

#[actix_web::test]
async fn visitors_may_read_places_and_not_change_them() {
    let app = TestApp::start().await;
    let refused = app.refused("", IMPORT, json!({ "input": { "fileId": "x" } })).await;
    assert_eq!(refused.code, "UNAUTHENTICATED");
    let reader = app.someone("reader@example.org", darasa::kit::auth::Role::Viewer, json!({})).await;
    assert_eq!(app.refused(&reader, IMPORT, json!({ "input": { "fileId": "x" } })).await.code, "FORBIDDEN");
}

#[actix_web::test]
async fn a_retired_area_gives_its_sites_to_its_successor_and_keeps_its_past() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let head = "Location,Admin Level,P-Code,Name,Parent P-Code\n";
    let table =
        format!("{head}XEA,1,XE01,Amsar,XEA\nXEA,1,XE02,Belqor,XEA\nXEA,2,XE0101,Old,XE01\nXEA,2,XE0102,New,XE01\n");
    let file = app.upload(&admin, "places.csv", table).await.expect("kept");
    app.ok(&admin, IMPORT, json!({ "input": { "fileId": file } })).await;
    app.sql(
        "insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
             values (gen_random_uuid(), 'OP-ONE', '{}', 'XEA', 'en', 'UTC', now(), now());
         insert into sites (id, operation_id, area_id, kind, names, code)
             select gen_random_uuid(), o.id, a.id, 'SCHOOL', '{}', 'SCH-X' from operations o, admin_areas a where a.pcode = 'XE0101'",
    );
    let id = async |pcode: &str| {
        let query = "query($pcode: String!) { adminArea(countryIso3: \"XEA\", pcode: $pcode) { id } }";
        app.ok("", query, json!({ "pcode": pcode })).await["adminArea"]["id"].clone()
    };
    let (old, new, province, other) = (id("XE0101").await, id("XE0102").await, id("XE01").await, id("XE02").await);
    let retire =
        "mutation($input: RetireAdminAreaInput!) { retireAdminArea(input: $input) { validTo replacedBy { pcode } } }";
    let refused = [
        (json!({ "areaId": province, "validTo": "2027-07-01" }), "areaId"),
        (json!({ "areaId": old, "validTo": "2027-07-01", "replacedById": other }), "replacedById"),
        (json!({ "areaId": old, "validTo": "2027-07-01", "replacedById": old }), "replacedById"),
    ];
    for (input, field) in refused {
        let refusal = app.refused(&admin, retire, json!({ "input": input })).await;
        assert_eq!(refusal.field.as_deref(), Some(field), "{}", refusal.message);
    }
    let input = json!({ "areaId": old, "validTo": "2027-07-01", "replacedById": new });
    let done = app.ok(&admin, retire, json!({ "input": input })).await["retireAdminArea"].take();
    assert_eq!(done, json!({ "validTo": "2027-07-01", "replacedBy": { "pcode": "XE0102" } }));
    assert_eq!(app.sql("select a.pcode from sites s join admin_areas a on a.id = s.area_id"), ["XE0102"]);
    let again = json!({ "areaId": old, "validTo": "2028-01-01" });
    assert_eq!(app.refused(&admin, retire, json!({ "input": again })).await.code, "CONFLICT");
    assert_eq!(app.sql("select action from audit_events where action = 'retire'"), ["retire"]);
}
