//! Real files that others published, each with what becomes of it.

use serde_json::{Value, json};

use super::world::{INSPECT, again, counts, guesses, named};
use crate::{
    monitoring::world::{JANUARY, period, plan},
    support::{TestApp, cases},
};

/// Places and members that the files name.
const ABROAD: &str = "
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names)
        select number(n), 'XEA', level, pcode, number(parent), jsonb_build_object('en', name) from (values
            (901, 1, 'AF01', 100, 'Kabul'), (911, 2, 'AF0101', 901, 'Kabul'), (914, 2, 'AF0104', 901, 'Bagrami'), (915, 2, 'AF0105', 901, 'Deh Sabz'),
            (902, 1, 'IQG01', 100, 'Al-Anbar'), (921, 2, 'IQG01Q01', 902, 'Al-Falluja'), (922, 3, 'IQG01Q01N01', 921, 'Al-Amirya')) area (n, level, pcode, parent, name);
    insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level)
        with recursive up as (
            select id as area_id, id as ancestor_id, level, parent_id from admin_areas where id in (select number(n) from generate_series(901, 922) n)
            union all select up.area_id, a.id, a.level, a.parent_id from up join admin_areas a on a.id = up.parent_id)
        select area_id, ancestor_id, level from up;
    insert into organisations (id, name, name_keys, acronym, kind, created_at, updated_at)
        select number(n), name, array[lower(name)], acronym, 'NNGO', '2020-01-01', '2020-01-01' from (values
            (951, 'Organization for Community Coordination of Development', 'OCCD'), (952, 'Aschiana', 'ASCHIANA'), (953, 'Danish Refugee Council', 'DRC')) o (n, name, acronym);
    insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from)
        select number(n + 50), number(1), number(10), number(n), 'PARTNER', '2020-01-01' from (values (951), (952), (953)) member (n);";

async fn sent(app: &TestApp, token: &str, path: &str, more: Value) -> Option<Value> {
    let file = app.upload(token, "published.csv", cases(path)?).await.expect("kept");
    let input = json!({ "planId": plan(), "fileId": file, "periodId": period(JANUARY) });
    Some(again(app, token, super::world::with(input, more)).await)
}

async fn looked_at(app: &TestApp, token: &str, path: &str) -> Option<String> {
    let file = app.upload(token, "published", cases(path)?).await.expect("kept");
    let answer = app.graphql(Some(token), INSPECT, json!({ "input": { "fileId": file, "planId": plan() } })).await;
    let seen = &answer["data"]["inspectSheet"];
    Some(match seen.is_object() {
        true => format!("{} {} {}: {}", seen["headerRows"], seen["tagRow"], seen["firstRow"], guesses(seen).join(",")),
        false => answer["errors"][0]["extensions"]["key"].as_str().unwrap_or("an error without a key").to_owned(),
    })
}

#[actix_web::test]
async fn a_matrix_of_presence_becomes_rows_that_go_on_without_figures() {
    let (app, imo) = named().await;
    app.sql(ABROAD);
    let path = "w-matrices/afg_3w_op_2024q2_excerpt.csv";
    let Some(seen) = sent(&app, &imo, path, json!({ "dryRun": true })).await else { return };
    assert_eq!(seen["rows"]["taken"], 0, "it does not say what was done: {seen:#}");
    let mut mapping = seen["mapping"].clone();
    mapping["constants"] = json!([{ "field": "ACTIVITY", "text": "CA1" }]);
    mapping["values"] = json!([{ "field": "SECTOR", "text": "FSAC_OP", "leaveOut": true }, { "field": "SECTOR", "text": "WASH_OP", "leaveOut": true }]);
    let imported =
        sent(&app, &imo, path, json!({ "mapping": mapping, "saveAs": "3W of presence" })).await.expect("the file");
    let expected = json!({ "total": 10, "taken": 3, "same": 3, "leftOut": 2, "headings": 2 });
    assert_eq!((&imported["applied"], counts(&imported)), (&json!(true), expected), "{imported:#}");
    let present = app.sql(
        "select o.acronym || ' ' || a.pcode || ' ' || w.status || ' ' || (select count(*) from report_cells c where c.row_id = w.id)
        from report_rows w join reports r on r.id = w.report_id join organisations o on o.id = r.organisation_id join admin_areas a on a.id = w.area_id order by 1",
    );
    assert_eq!(
        present,
        ["ASCHIANA AF0101 ONGOING 0", "OCCD AF0101 ONGOING 0", "OCCD AF0104 ONGOING 0"],
        "present, and no figure is made up"
    );
}

#[actix_web::test]
async fn a_row_of_another_cluster_waits_for_choices_that_are_listed() {
    let (app, imo) = named().await;
    app.sql(ABROAD);
    for path in ["w-matrices/whowhatwhere_afg_3w_data.csv", "w-matrices/whowhatwhere_notags_3w_data.csv"] {
        let more = json!({ "dryRun": true, "periodId": null });
        let Some(imported) = sent(&app, &imo, path, more).await else { return };
        let mut open: Vec<String> = imported["choices"]
            .as_array()
            .expect("choices")
            .iter()
            .map(|open| {
                format!("{} {}", open["field"].as_str().unwrap_or_default(), open["text"].as_str().unwrap_or_default())
            })
            .collect();
        let expected =
            ["POPULATION_GROUP Out-of-camp IDPs", "SECTOR General Protection", "SITE Amriyat Al-Fallujahsector 3"];
        open.sort_unstable();
        assert_eq!(open, expected, "{path}");
        let why: Vec<&str> = imported["issues"]
            .as_array()
            .expect("issues")
            .iter()
            .filter_map(|issue| issue["reason"].as_str())
            .collect();
        assert!(
            why.iter().any(|why| why.contains("no period at this time"))
                && why.iter().any(|why| why.contains("choose an activity")),
            "{why:?}"
        );
        assert_eq!(imported["rows"]["taken"], 0, "{imported:#}");
    }
}

/// What each file of the collection is taken for: rows of headings, row of tags, first row of data, and the columns; or why it is refused.
const HXL: &[(&str, &str)] = &[
    ("input-broken.xlsx", "[1] 2 3: ,,PERIOD,,REMARKS,,,"),
    ("input-fuzzy.csv", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,"),
    ("input-invalid.csv", "[1,2] null 3: ,SECTOR,,ORGANISATION,,,,ADM1,"),
    ("input-merged.xlsx", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-multiline.csv", "[] 1 2: REMARKS"),
    ("input-multiple-headers.csv", "[2] 3 4: ORGANISATION,,ADM1,"),
    ("input-quality.xls", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-quality.xlsx", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-untagged-csv.zip", "sheet-plain-archive"),
    ("input-untagged-objects.json", "sheet-unknown-format"),
    ("input-untagged.csv", "[1,2] null 3: ,SECTOR,,ORGANISATION,,,,ADM1,"),
    ("input-untagged.json", "sheet-unknown-format"),
    ("input-valid-csv.zip", "sheet-plain-archive"),
    ("input-valid-json-selector.json", "sheet-unknown-format"),
    ("input-valid-json.txt", "sheet-unknown-format"),
    ("input-valid-latin1.csv", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid-nested.json", "sheet-unknown-format"),
    ("input-valid-objects.json", "sheet-unknown-format"),
    ("input-valid-xlsx.NOEXT", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.csv", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.hxl", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.json", "sheet-unknown-format"),
    ("input-valid.ssv", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.tsv", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.xls", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-valid.xlsx", "[1,2] 3 4: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("input-zip-invalid.zip", "sheet-plain-archive"),
    ("output-valid-objects.json", "sheet-unknown-format"),
    ("output-valid.csv", "[1] 2 3: ,SECTOR,,ORGANISATION,,,,ADM1,PERIOD"),
    ("output-valid.json", "sheet-unknown-format"),
];

#[actix_web::test]
async fn every_file_of_the_hxl_collection_is_read_or_refused_for_a_reason() {
    let (app, imo) = named().await;
    for (name, expected) in HXL {
        let Some(seen) = looked_at(&app, &imo, &format!("hxl/{name}")).await else { return };
        assert_eq!(seen, *expected, "{name}");
    }
}

#[actix_web::test]
async fn people_in_need_are_not_taken_for_people_who_were_reached() {
    let (app, imo) = named().await;
    app.sql(ABROAD);
    let path = "needs/afg_hpc_needs_api_2024.csv";
    let Some(imported) = sent(&app, &imo, path, json!({ "dryRun": true })).await else { return };
    let read: Vec<&str> = imported["mapping"]["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter(|column| column["field"] == "PEOPLE")
        .filter_map(|column| column["heading"].as_str())
        .collect();
    assert_eq!(read, ["Reached"], "and no Population, In Need, Targeted");
    assert_eq!((&imported["rows"]["total"], &imported["rows"]["taken"]), (&json!(932), &json!(0)), "{imported:#}");
    let issues = imported["issues"].as_array().expect("issues");
    let reasons = |key: &str| -> Vec<String> {
        let of_key = issues.iter().filter(|issue| issue["key"] == key);
        of_key.filter_map(|issue| issue["reason"].as_str().map(str::to_owned)).collect()
    };
    let unsaid = [
        "the sheet does not say who did it: choose an organisation for the sheet",
        "the sheet does not say what was done: choose an activity for the sheet",
    ];
    assert_eq!(reasons("sheet-unsaid"), unsaid, "once for 931 rows");
    let unread = reasons("sheet-columns-not-read");
    assert!(unread.len() == 1 && unread[0].contains("`Population` (H), `In Need` (I), `Targeted` (J)"), "{unread:?}");
    assert!(
        issues.iter().all(|issue| !issue["reason"].as_str().unwrap_or_default().starts_with("\"\":")),
        "{issues:#?}"
    );
    let path = "needs/ethiopia_drought_affected_targeted_reached_by_cluster.csv";
    let seen = sent(&app, &imo, path, json!({ "dryRun": true })).await.expect("the file");
    let read: Vec<&str> = seen["mapping"]["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter(|column| column["field"] == "PEOPLE")
        .filter_map(|column| column["heading"].as_str())
        .collect();
    assert_eq!(read, ["OVERALL FIGURES Reached"], "one of nine that are empty, and none of a single sector");
}
