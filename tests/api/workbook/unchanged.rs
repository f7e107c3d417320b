//! What was exported reads back in without a change, whatever it says.

use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::{Value, json};

use super::{counts, download, ids, import, path_for};
use crate::{
    monitoring::world::{
        BOYS, DISABLED, EVERYONE, GIRLS, JANUARY, P, RATIO, TEACHERS, activity, area, category, indicator, report,
        save, site, start,
    },
    support::TestApp,
};

/// Texts that spreadsheets and careless programs make something else of.
fn remarks() -> impl Strategy<Value = Option<String>> {
    let text = prop_oneof![
        "[=+@\\-]{1,2}[A-Z0-9(),'\" ]{0,12}",
        "[\t\r\n]{1,2}=1[\t\r\n ]{0,2}",
        "['\"]{1,3}[a-z,;\t\r\n]{0,8}['\"]{0,2}",
        "[ا-ي ]{1,20}",
        "_x000[DdAa]_.{0,4}",
        Just("NA".to_owned()),
        Just("-".to_owned()),
        Just("0".to_owned()),
        Just("1e5".to_owned()),
        Just("TRUE".to_owned()),
        Just("2024-01-01".to_owned()),
        Just("#N/A".to_owned()),
        Just(" blanks around ".to_owned()),
        Just("é€😀\u{200F}".to_owned()),
        "[a-z]{1900,1990}",
    ];
    prop::option::of(text)
}

fn people() -> impl Strategy<Value = Value> {
    prop_oneof![Just(Value::Null), Just(json!(0)), (0_i64..2_000_000).prop_map(|number| json!(number))]
}

fn decimal() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(Value::Null),
        1 => Just(json!("0")),
        3 => (0_i64..99_999_999_999, 0_u32..3).prop_map(|(number, scale)| json!(rust_decimal::Decimal::new(number, scale).to_string())),
    ]
}

/// One row for each activity, place and group that it might stand at.
fn row() -> impl Strategy<Value = Value> {
    let what = (
        0_u128..4,
        0_usize..4,
        prop::sample::select(vec!["", "idp", "host"]),
        prop::sample::select(vec!["IN_KIND", "SERVICE", "CASH", "VOUCHER"]),
    );
    let facts = (
        prop::bool::weighted(0.15),
        prop::sample::select(vec!["ONGOING", "COMPLETED", "SUSPENDED"]),
        decimal(),
        decimal(),
        remarks(),
    );
    let cells = prop::collection::vec((people(), people()), 5);
    (what, facts, cells, decimal(), decimal()).prop_map(|((what, place, group, modality), (nil, status, units, amount, remarks), cells, value, denominator)| {
        let ratio = what == 3;
        let number = if ratio { RATIO } else { 601 + what };
        let whole = |value: &Value| if value.is_null() { json!("1") } else { value.clone() };
        let of = [EVERYONE, GIRLS, BOYS, DISABLED, TEACHERS];
        let mut told: Vec<Value> = of.iter().zip(cells).map(|(of, (new, repeat))| json!({ "categoryId": category(*of), "newPeople": new, "repeatPeople": repeat })).collect();
        if ratio {
            told = vec![json!({ "categoryId": category(EVERYONE), "value": whole(&value), "denominator": whole(&denominator) })];
        }
        let mut row = json!({
            "activityId": activity(501 + what % 3), "indicatorId": indicator(number), "status": status, "modality": modality,
            "populationGroup": group, "nil": nil, "remarks": remarks, "cells": if nil { json!([]) } else { json!(told) },
        });
        let at = [("siteId", site(201)), ("siteId", site(203)), ("areaId", area(101)), ("areaId", area(112))];
        row[at[place].0] = json!(at[place].1);
        if !nil {
            row["units"] = units;
            if !amount.is_null() {
                (row["amount"], row["currency"]) = (amount, json!("USD"));
            }
        }
        row
    })
}

/// Rows of which no two are the same row.
fn distinct(rows: Vec<Value>) -> Vec<Value> {
    let mut keys = std::collections::HashSet::new();
    let key = |row: &Value| {
        format!(
            "{}{}{}{}{}{}",
            row["activityId"],
            row["indicatorId"],
            row["siteId"],
            row["areaId"],
            row["populationGroup"],
            row["modality"]
        )
    };
    rows.into_iter().filter(|row| keys.insert(key(row))).collect()
}

async fn check(app: &TestApp, imo: &str, version: &mut i32, rows: Vec<Value>) {
    let saved = save(app, imo, report(P, JANUARY, *version, json!(rows))).await;
    assert_eq!(saved["__typename"], "ReportSaved", "{saved:#} {rows:#?}");
    *version = i32::try_from(saved["report"]["version"].as_i64().expect("a version")).expect("small");
    let id = saved["report"]["id"].as_str().expect("an id");
    let count = i64::try_from(rows.len()).expect("few");
    for (path, further) in [
        (format!("/reports/{id}.csv"), ids()),
        (format!("/reports/{id}.xlsx?language=en"), json!({})),
        (format!("/reports/{id}.xlsx?language=ar"), json!({})),
        (path_for(P, JANUARY, "fr"), json!({})),
    ] {
        let file = download(app, imo, &path).await;
        for replace in [false, true] {
            let mut input = further.clone();
            (input["replace"], input["dryRun"]) = (json!(replace), json!(!replace));
            let outcome = import(app, imo, "report", file.clone(), input).await;
            assert_eq!(counts(&outcome), [0, 0, count, 0], "{path}: {outcome:#} {rows:#?}");
        }
    }
    assert_eq!(app.sql("select version from reports"), [version.to_string()]);
}

#[actix_web::test]
async fn whatever_a_report_says_its_export_reads_back_in_without_a_change() {
    let (app, imo) = start().await;
    let mut runner = TestRunner::deterministic();
    let reports = prop::collection::vec(row(), 1..12);
    let mut version = 0;
    for _ in 0..24 {
        let rows = reports.new_tree(&mut runner).expect("a report").current();
        check(&app, &imo, &mut version, distinct(rows)).await;
    }
}
