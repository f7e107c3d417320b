//! A whole year of a cluster: twenty partners report twelve months, and every month's figures are those of an independent reckoning.
//!
//! What goes wrong in a year goes wrong here: reports come late or never, one is returned and one opened again months later, partners come, go
//! and change their names, a district ends, and the plan is revised.

mod published;
mod reckoning;
mod script;
mod ways;
mod world;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use darasa::monitoring::verify_figures;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use self::{
    reckoning::{Across, Reckoned},
    script::Year,
    world::{
        BOYS, DISABLED, GIRLS, MONTHS, RETIRED, SUCCESSOR, SUPPORT, area, indicator_of, organisation, plan, province_of,
    },
};
use crate::support::TestApp;

#[actix_web::test]
async fn the_figures_of_every_month_of_a_year_are_those_of_an_independent_reckoning() {
    let mut year = Year::begin().await;
    for month in 0..MONTHS {
        match month {
            6 => retire_a_district(&mut year).await,
            7 => rename_a_partner(&year).await,
            8 => revise_the_plan(&mut year).await,
            _ => {}
        }
        year.report(month).await;
        if month == 7 {
            year.correct_june().await;
        }
        let expected = year.book.reckon(month, province_of_school);
        assert_eq!(figures(&year, month).await, expected, "month {}", month + 1);
        // What was reported after an earlier month ended changes nothing before it.
        if month == 8 {
            assert_eq!(
                figures(&year, 3).await,
                year.book.reckon(3, province_of_school),
                "April, looked at in September"
            );
        }
    }
    let last = year.book.reckon(MONTHS - 1, province_of_school);
    assert!(last.reached > 0 && last.reached < last.services && last.upper_bound < last.services, "{last:?}");
    assert_eq!((last.expected, last.accepted), (234, 232), "two reports never came");
    assert_eq!(last.expected - last.in_time, 5, "two never came, two were late by days and one by a second");
    let late = |changes: &[&str]| changes.iter().map(|change| (*change).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        year.late_changes().await,
        [
            (2, late(&["Partner 1006 ACCEPTED"])),
            (6, late(&["Partner 1009 CHANGED"])),
            (7, late(&["Partner 1006 ACCEPTED", "Partner 1009 CHANGED"])),
            (8, late(&["Partner 1009 CHANGED"])),
        ],
        "what came too late for a month waited for the next"
    );
    assert_eq!(verify_figures(&year.app.program()).await.expect("read"), []);
    year.app.work().await;
}

/// Schools of the district that ends lie in the same province afterwards.
fn province_of_school(school: u128) -> u128 {
    province_of(world::district_of(school))
}

const FIGURES: &str = "query($plan: ID!, $period: ID!) { planFigures(planId: $plan, upToPeriodId: $period) {
    reached { value } services { value } upperBound { value } target { value }
    completeness { numerator denominator } timeliness { numerator denominator } partnersReporting { numerator denominator }
    areas(level: 1, first: 10) { edges { node { area { pcode } reached { value } } } }
    categories(first: 20) { edges { node { category { key } reached { value } } } }
    indicators(first: 20) { edges { node { indicator { refCode } value { numerator denominator } } } } } }";

/// What the program says of a month, in the form of the reckoning.
async fn figures(year: &Year, month: usize) -> Reckoned {
    let variables = json!({ "plan": plan(), "period": year.periods[month] });
    let said = year.app.ok(&year.coordinator, FIGURES, variables).await["planFigures"].take();
    let number = |value: &Value| value["value"].as_i64().unwrap_or_default();
    let count = |value: &Value| -> usize { value.as_str().expect("a number").parse().expect("whole") };
    let decimal =
        |value: &Value| -> Decimal { value.as_str().expect("a number").parse::<Decimal>().expect("exact").normalize() };
    let nodes = |list: &str| {
        said[list]["edges"].as_array().expect("a list").iter().map(|edge| edge["node"].clone()).collect::<Vec<_>>()
    };
    let by_province = nodes("areas")
        .iter()
        .filter(|area| !area["reached"]["value"].is_null())
        .map(|area| {
            let pcode = area["area"]["pcode"].as_str().expect("a code");
            (100 + pcode[2..].parse::<u128>().expect("a number"), number(&area["reached"]))
        })
        .collect();
    let known = [("age_band=6-11;sex=f", GIRLS), ("age_band=6-11;sex=m", BOYS), ("disability=with", DISABLED)];
    let by_category = nodes("categories")
        .iter()
        .filter_map(|category| {
            let key = category["category"]["key"].as_str().expect("a key");
            known.iter().find(|(one, _)| *one == key).map(|(_, number_of)| (*number_of, number(&category["reached"])))
        })
        .collect();
    let codes = [("CA1/I1", 601), ("CA2/I1", 602), ("CA3/I1", 603), ("CA4/I1", 604), ("CO1/R1", 605)];
    let indicators = nodes("indicators")
        .iter()
        .filter(|one| !one["value"]["numerator"].is_null())
        .map(|one| {
            let code = one["indicator"]["refCode"].as_str().expect("a code");
            let (_, id) = codes.iter().find(|(known, _)| *known == code).expect("a known indicator");
            (*id, (decimal(&one["value"]["numerator"]), decimal(&one["value"]["denominator"])))
        })
        .collect();
    Reckoned {
        reached: number(&said["reached"]),
        services: number(&said["services"]),
        upper_bound: number(&said["upperBound"]),
        target: number(&said["target"]),
        accepted: count(&said["completeness"]["numerator"]),
        in_time: count(&said["timeliness"]["numerator"]),
        expected: count(&said["completeness"]["denominator"]),
        partners_reporting: count(&said["partnersReporting"]["numerator"]),
        partners_expected: count(&said["partnersReporting"]["denominator"]),
        by_province,
        by_category,
        indicators,
    }
}

/// A district ends with June: its schools lie in its successor, and nobody can report there for July.
async fn retire_a_district(year: &mut Year) {
    let retire = "mutation($input: RetireAdminAreaInput!) { retireAdminArea(input: $input) { pcode validTo replacedBy { pcode } } }";
    let ended = NaiveDate::from_ymd_opt(year.year, 7, 1).expect("a day");
    let input = json!({ "areaId": area(RETIRED), "validTo": ended, "replacedById": area(SUCCESSOR) });
    let admin = year.app.sign_in("admin@example.org").await;
    let done = year.app.ok(&admin, retire, json!({ "input": input })).await["retireAdminArea"].take();
    assert_eq!(done, json!({ "pcode": "XE0104", "validTo": ended, "replacedBy": { "pcode": "XE0103" } }));
    year.refuse_a_row_in_the_retired_district().await;
}

/// Figures hang on who an organisation is, not on what it is called.
async fn rename_a_partner(year: &Year) {
    let rename = "mutation($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { name } }";
    let input = json!({
        "organisationId": organisation(1002), "baseVersion": 1, "organisation": { "name": "Learning Again", "kind": "NNGO" },
    });
    let done = year.app.ok(&year.coordinator_now().await, rename, json!({ "input": input })).await;
    assert_eq!(done["updateOrganisation"]["name"], "Learning Again");
}

/// Higher targets in the districts that are left, and another rule for an indicator. The first version's target of the district that ended stays.
async fn revise_the_plan(year: &mut Year) {
    let token = year.coordinator_now().await;
    let targets: Vec<Value> = year
        .districts()
        .map(|pcode| json!({ "indicator": "CA1/I1", "pcode": pcode, "category": [], "target": "500" }))
        .collect();
    let set = "mutation($input: SetTargetsInput!) { setTargets(input: $input) { __typename } }";
    let input = json!({ "planId": plan(), "baseVersion": year.plan_version(), "targets": targets });
    year.app.ok(&token, set, json!({ "input": input })).await;
    let update = "mutation($input: UpdateIndicatorInput!) { updateIndicator(input: $input) { acrossPeriods } }";
    let input = json!({
        "indicatorId": darasa::plans::IndicatorId::from_uuid(uuid::Uuid::from_u128(indicator_of(SUPPORT))).global().to_string(),
        "baseVersion": year.plan_version(),
        "measure": {
            "name": "Children supported", "language": "en", "unit": "children", "kind": "NUMBER", "acrossPlaces": "SUM",
            "acrossPeriods": "MAX", "countsPeople": true, "frequency": "EVERY_PERIOD", "dimensions": [],
        },
    });
    year.app.ok(&token, update, json!({ "input": input })).await;
    let before = year.book.reckon(7, province_of_school);
    assert_eq!(figures(year, 7).await, before, "what is worked on counts for nothing until it is published");
    year.publish_the_plan().await;
    year.book.target = 11 * 500 + 400;
    year.book.across.insert(indicator_of(SUPPORT), Across::Max);
}

/// A moment of the month after `month`, 0 to 11, in UTC.
fn after(year: i32, month: usize, day: u32, time: (u32, u32, u32)) -> chrono::DateTime<Utc> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
    let first = first + chrono::Months::new(u32::try_from(month).expect("small") + 1);
    let time = NaiveTime::from_hms_opt(time.0, time.1, time.2).expect("a time");
    Utc.from_utc_datetime(&first.with_day(day).expect("a day").and_time(time))
}

/// Lets the clock go on to a moment.
fn until(app: &TestApp, moment: chrono::DateTime<Utc>) {
    let ahead = moment - app.clock.now();
    assert!(ahead >= TimeDelta::zero(), "time goes on");
    app.advance(ahead);
}
