//! The ways in which partners report: row by row, by the cluster's sheet, by a sheet of their own, from their own systems.

use darasa::{
    dimensions::CategoryId,
    kit::scope::ClusterId,
    places::SiteId,
    plans::{ActivityId, IndicatorId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    reckoning::Row,
    script::Year,
    world::{BOYS, DISABLED, EVERYONE, GIRLS, WATER, organisation, plan, site_number},
};

impl Year {
    pub(super) fn header(&self, partner: u128, month: usize) -> Value {
        json!({
            "planId": plan(), "periodId": self.periods[month], "organisationId": organisation(partner),
            "clusterId": ClusterId::from_uuid(Uuid::from_u128(10)).global().to_string(),
        })
    }

    pub(super) async fn save(&self, token: &str, partner: u128, month: usize, rows: &[Row]) -> Value {
        let mut done = self.try_to_save(token, partner, month, rows.iter().map(as_input).collect()).await;
        assert_eq!(done["__typename"], "ReportSaved", "{partner} in {month}: {done:#}");
        done["report"].take()
    }

    pub(super) async fn try_to_save(&self, token: &str, partner: u128, month: usize, rows: Vec<Value>) -> Value {
        let mutation = "mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename
            ... on ReportSaved { report { id version } } ... on ReportInvalid { issues { row key reason mend } } } }";
        let mut input = self.header(partner, month);
        input["baseVersion"] = json!(self.version_of(partner, month));
        input["nil"] = json!(rows.is_empty());
        input["rows"] = json!(rows);
        self.app.ok(token, mutation, json!({ "input": input })).await["saveReport"].take()
    }

    /// The version of a report; 0 for none.
    pub(super) fn version_of(&self, partner: u128, month: usize) -> i64 {
        let version = self.app.sql(&format!(
            "select r.version from reports r join reporting_periods p on p.id = r.period_id
             where p.number = {} and r.organisation_id = number({partner})",
            month + 1
        ));
        version.first().map_or(0, |version| version.parse().expect("a number"))
    }

    /// The same by a sheet, with codes instead of ids.
    pub(super) async fn import(&self, token: &str, partner: u128, month: usize, rows: &[Row]) -> Value {
        let sheet: String = std::iter::once(
            "activity_code,indicator_code,status,adm2_pcode,site_code,new_people,repeat_people,girls_6_11,girls_6_11_repeat,\
             boys_6_11,boys_6_11_repeat,with_disability,with_disability_repeat,value,denominator\n"
                .to_owned(),
        )
        .chain(rows.iter().map(as_line))
        .collect();
        let file = self.app.upload(token, "month.csv", sheet).await.expect("kept");
        let import = "mutation($input: ImportReportInput!) { importReport(input: $input) {
            applied report { id version } issues { cell key reason severity } } }";
        let mut input = self.header(partner, month);
        input["fileId"] = json!(file);
        input["replace"] = json!(true);
        let mut done = self.app.ok(token, import, json!({ "input": input })).await["importReport"].take();
        assert_eq!(done["applied"], true, "{partner} in {month}: {done:#}");
        done["report"].take()
    }

    /// A sheet with headings of the partner's own. How it is read is said once for each partner, and remembered.
    pub(super) async fn send_own_sheet(&self, token: &str, partner: u128, month: usize, rows: &[Row]) -> Value {
        let headings: Vec<&str> = OWN_SHEET.iter().map(|(heading, ..)| *heading).collect();
        let sheet: String =
            std::iter::once(format!("{}\n", headings.join(","))).chain(rows.iter().map(as_line)).collect();
        let file = self.app.upload(token, "our month.csv", sheet).await.expect("kept");
        let import = "mutation($input: ImportSheetInput!) { importSheet(input: $input) {
            applied profileId rows { taken } reports { report { id version } } issues { cell key reason } } }";
        let mut input = self.header(partner, month);
        input["fileId"] = json!(file);
        let remembered =
            self.app.sql(&format!("select id from mapping_profiles where organisation_id = number({partner})"));
        if remembered.is_empty() {
            let columns: Vec<Value> = OWN_SHEET
                .iter()
                .map(|(heading, field, category, repeated)| {
                    json!({ "heading": heading, "field": field, "category": category, "repeated": repeated })
                })
                .collect();
            input["mapping"] = json!({ "columns": columns });
            input["saveAs"] = json!("Our month");
        }
        let mut done = self.app.ok(token, import, json!({ "input": input })).await["importSheet"].take();
        assert_eq!(
            (&done["applied"], &done["rows"]["taken"]),
            (&json!(true), &json!(rows.len())),
            "{partner} in {month}: {done:#}"
        );
        done["reports"][0]["report"].take()
    }

    /// The same from a partner's own system, by codes. Sent twice, as systems do that lost the answer, it has one effect.
    pub(super) async fn send_by_codes(&self, token: &str, partner: u128, month: usize, rows: &[Row]) -> Value {
        let send = "mutation($input: SendRowsInput!) { sendRows(input: $input) {
            applied added report { id version } issues { row key reason mend } } }";
        let mut input = self.header(partner, month);
        input["rows"] = rows.iter().map(as_coded).collect();
        input["clientMutationId"] = json!(self.app.clock.new_uuid());
        let mut done = self.app.ok(token, send, json!({ "input": input.clone() })).await["sendRows"].take();
        assert_eq!(
            (&done["applied"], &done["added"]),
            (&json!(true), &json!(rows.len())),
            "{partner} in {month}: {done:#}"
        );
        assert_eq!(self.app.ok(token, send, json!({ "input": input })).await["sendRows"], done, "the same again");
        done["report"].take()
    }
}

fn as_input(row: &Row) -> Value {
    let category = |number: u128| CategoryId::from_uuid(Uuid::from_u128(number)).global().to_string();
    let mut cells: Vec<Value> = row
        .people
        .iter()
        .map(|(of, new, repeat)| json!({ "categoryId": category(*of), "newPeople": new, "repeatPeople": repeat }))
        .collect();
    if let Some((value, denominator)) = row.value {
        let denominator = denominator.map(|number| number.to_string());
        cells.push(json!({ "categoryId": category(EVERYONE), "value": value.to_string(), "denominator": denominator }));
    }
    json!({
        "activityId": ActivityId::from_uuid(Uuid::from_u128(row.activity)).global().to_string(),
        "indicatorId": IndicatorId::from_uuid(Uuid::from_u128(row.indicator)).global().to_string(),
        "siteId": SiteId::from_uuid(Uuid::from_u128(site_number(row.school))).global().to_string(),
        "status": "ONGOING", "cells": cells,
    })
}

/// The columns of a partner's own sheet, in the order of [`as_line`]: heading, what it is, whom it counts, whether they were counted before.
const OWN_SHEET: [(&str, &str, Option<&str>, bool); 15] = [
    ("What", "ACTIVITY", None, false),
    ("Measured by", "INDICATOR", None, false),
    ("State", "STATUS", None, false),
    ("District", "ADM2", None, false),
    ("School no.", "SITE", None, false),
    ("All children", "PEOPLE", None, false),
    ("All children again", "PEOPLE", None, true),
    ("Girls", "PEOPLE", Some("age_band=6-11;sex=f"), false),
    ("Girls again", "PEOPLE", Some("age_band=6-11;sex=f"), true),
    ("Boys", "PEOPLE", Some("age_band=6-11;sex=m"), false),
    ("Boys again", "PEOPLE", Some("age_band=6-11;sex=m"), true),
    ("With a disability", "PEOPLE", Some("disability=with"), false),
    ("With a disability again", "PEOPLE", Some("disability=with"), true),
    ("Counted", "VALUE", None, false),
    ("Of", "DENOMINATOR", None, false),
];

fn code_of(row: &Row) -> (String, String) {
    let code = format!("CA{}", row.activity - 500);
    let indicator = if row.indicator == WATER { "CO1/R1".to_owned() } else { format!("{code}/I1") };
    (code, indicator)
}

fn as_coded(row: &Row) -> Value {
    let key = |category: u128| match category {
        GIRLS => Some("age_band=6-11;sex=f"),
        BOYS => Some("age_band=6-11;sex=m"),
        DISABLED => Some("disability=with"),
        _ => None,
    };
    let mut people: Vec<Value> = row
        .people
        .iter()
        .map(|(of, new, repeat)| json!({ "category": key(*of), "newPeople": new, "repeatPeople": repeat }))
        .collect();
    if let Some((value, denominator)) = row.value {
        let denominator = denominator.map(|number| number.to_string());
        people.push(json!({ "value": value.to_string(), "denominator": denominator }));
    }
    let (activity, indicator) = code_of(row);
    json!({
        "activity": activity, "indicator": indicator, "place": format!("SCH-{}", row.school), "status": "ONGOING", "people": people,
    })
}

fn as_line(row: &Row) -> String {
    let people = |of: u128| {
        let found = row.people.iter().find(|(category, ..)| *category == of);
        found.map_or(",".to_owned(), |(_, new, repeat)| format!("{new},{repeat}"))
    };
    let (code, indicator) = code_of(row);
    let district = format!("XE0{}0{}", (row.district - 100) / 10, row.district % 10);
    let value = row.value.map_or(String::new(), |(value, _)| value.to_string());
    let denominator =
        row.value.and_then(|(_, denominator)| denominator).map_or(String::new(), |number| number.to_string());
    format!(
        "{code},{indicator},ongoing,{district},SCH-{},{},{},{},{},{value},{denominator}\n",
        row.school,
        people(EVERYONE),
        people(GIRLS),
        people(BOYS),
        people(DISABLED)
    )
}
