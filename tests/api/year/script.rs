//! What the partners do, month by month, and what the cluster does with it.

use chrono::Datelike;
use darasa::{
    kit::auth::Role,
    places::SiteId,
    plans::{ActivityId, IndicatorId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    after,
    published::Published,
    reckoning::{Book, Row, first_rules},
    until,
    world::{
        self, BOYS, CLASSROOMS, DISABLED, EVERYONE, GIRLS, LEARNING, MATERIALS, MONTHS, PARTNERS, RETIRED, SCHOOLS,
        SUCCESSOR, SUPPORT, WATER, area, district_of, indicator_of, is_expected, organisation, plan, scope,
        site_number,
    },
};
use crate::support::TestApp;

/// The year as it goes.
pub struct Year {
    pub app: TestApp,
    pub year: i32,
    pub periods: Vec<String>,
    /// The coordinator's token of the month.
    pub coordinator: String,
    pub book: Book,
    pub published: Vec<Published>,
    retired: bool,
}

/// When a partner sends a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    InTime,
    /// In the last second of the last day where the operation is, and in the first second after it.
    LastSecond,
    SecondAfter,
    DaysLate,
    Never,
}

fn sent(partner: u128, month: usize) -> Sent {
    match (partner, month) {
        (1012, 4 | 5) => Sent::Never,
        (1003, 2) => Sent::LastSecond,
        (1004, 2) => Sent::SecondAfter,
        (1006, 1 | 6) => Sent::DaysLate,
        _ => Sent::InTime,
    }
}

/// Whether a partner has nothing to report.
fn is_nil(partner: u128, month: usize) -> bool {
    partner == 1008 && matches!(month, 1 | 8)
}

/// What a partner did in a month: some rows are split, some only have a total, some have both and more in the total.
fn rows(partner: u128, month: usize, retired: bool) -> Vec<Row> {
    if is_nil(partner, month) {
        return Vec::new();
    }
    let number = u64::try_from(partner - 1001).expect("small");
    let month_number = u64::try_from(month).expect("small");
    let mut rows = Vec::new();
    let at = |turn: u64| u128::from((number * 5 + turn * 7) % u64::try_from(SCHOOLS).expect("small"));
    let district = |school: u128| match district_of(school) {
        RETIRED if retired => SUCCESSOR,
        district => district,
    };
    let row = |activity, indicator, school| Row {
        activity,
        indicator,
        school,
        district: district(school),
        people: Vec::new(),
        value: None,
    };
    for turn in 0..3 {
        let activity = [MATERIALS, SUPPORT, LEARNING][usize::try_from((number / 2 + turn) % 3).expect("small")];
        let girls = i64::try_from(20 + (number * 13 + turn * 7 + month_number * 11) % 60).expect("small");
        let boys = i64::try_from(15 + (number * 17 + turn * 5 + month_number * 7) % 70).expect("small");
        let new = |people: i64| {
            if month == 0 {
                people
            } else {
                people.min(i64::try_from((number + month_number + turn) % 9).expect("small"))
            }
        };
        let cell = |category, people: i64| (category, new(people), people - new(people));
        let mut row = row(activity, indicator_of(activity), at(turn));
        row.people = match (number + month_number + turn) % 5 {
            0 => vec![cell(EVERYONE, girls + boys)],
            1 => vec![cell(EVERYONE, girls + boys + 4), cell(GIRLS, girls), cell(BOYS, boys)],
            _ => vec![cell(GIRLS, girls), cell(BOYS, boys)],
        };
        if (number + turn) % 4 == 0 {
            row.people.push(cell(DISABLED, girls / 10));
        }
        rows.push(row);
    }
    if number % 4 == 0 {
        let built = i64::try_from(month_number % 3).expect("small");
        rows.push(Row { value: Some((built, None)), ..row(CLASSROOMS, indicator_of(CLASSROOMS), at(3)) });
    }
    if number % 5 == 0 {
        let visited = i64::try_from(3 + (number + month_number) % 4).expect("small");
        let with_water = visited - i64::try_from((month_number + number) % 3).expect("small");
        rows.push(Row { value: Some((with_water, Some(visited))), ..row(CLASSROOMS, WATER, at(4)) });
    }
    rows
}

/// Two partners with the same activity in a school.
fn shared_place() -> (u128, u128, Vec<u128>) {
    let all: Vec<(u128, Row)> =
        PARTNERS.flat_map(|partner| rows(partner, 0, false).into_iter().map(move |row| (partner, row))).collect();
    let of = |activity, school| -> Vec<u128> {
        let here =
            all.iter().filter(|(_, row)| (row.activity, row.school) == (activity, school) && row.value.is_none());
        here.map(|(partner, _)| *partner).collect()
    };
    let shared = all.iter().find(|(_, row)| of(row.activity, row.school).len() > 1).expect("partners meet somewhere");
    (shared.1.activity, shared.1.school, of(shared.1.activity, shared.1.school))
}

fn email(partner: u128) -> String {
    format!("focal.point.{partner}@example.org")
}

impl Year {
    /// The plan is published, its months are laid out, and everybody has an account.
    pub async fn begin() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the test's clock starts at the machine's time")]
        let year = chrono::Utc::now().year() + 1;
        let app = world::start(year).await;
        app.administrator().await;
        app.someone("imo@example.org", Role::Imo, scope()).await;
        let coordinator = app.someone("coordinator@example.org", Role::Coordinator, scope()).await;
        for partner in PARTNERS {
            let mut scope = scope();
            scope["organisationId"] = json!(organisation(partner));
            app.someone(&email(partner), Role::PartnerFocalPoint, scope).await;
        }
        let create = "mutation($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) { id } }";
        let monthly = json!({ "firstMonth": format!("{year}-01-01"), "months": MONTHS, "dueDays": 10 });
        let made = app.ok(&coordinator, create, json!({ "input": { "planId": plan(), "monthly": monthly } })).await;
        let periods = made["createReportingPeriods"].as_array().expect("a list").iter();
        let periods = periods.map(|period| period["id"].as_str().expect("an id").to_owned()).collect();
        let book = Book { across: first_rules(), target: 12 * 400, ..Book::default() };
        let mut year = Self { app, year, periods, coordinator, book, published: Vec::new(), retired: false };
        year.publish_the_plan().await;
        year.declare_a_shared_school().await;
        year
    }

    /// The number of changes of the plan.
    pub fn plan_version(&self) -> i64 {
        self.app.sql("select version from response_plans")[0].parse().expect("a number")
    }

    /// The districts that are valid today.
    pub fn districts(&self) -> impl Iterator<Item = String> {
        self.app.sql("select pcode from admin_areas where level = 2 and valid_to is null order by 1").into_iter()
    }

    pub async fn coordinator_now(&self) -> String {
        self.app.sign_in("coordinator@example.org").await
    }

    pub async fn publish_the_plan(&self) {
        let publish = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { number } }";
        let input = json!({ "planId": plan(), "baseVersion": self.plan_version() });
        self.app.ok(&self.coordinator_now().await, publish, json!({ "input": input })).await;
    }

    async fn declare_a_shared_school(&mut self) {
        let (activity, school, partners) = shared_place();
        let declare = "mutation($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { activityId } }";
        let organisations: Vec<String> = partners.iter().map(|partner| organisation(*partner)).collect();
        let input = json!({
            "planId": plan(), "activityId": ActivityId::from_uuid(Uuid::from_u128(activity)).global().to_string(),
            "siteId": SiteId::from_uuid(Uuid::from_u128(site_number(school))).global().to_string(), "organisationIds": organisations,
        });
        self.app.ok(&self.coordinator, declare, json!({ "input": input })).await;
        self.book.declared.insert((activity, school), partners);
    }

    /// Everybody reports a month, some late, and what was sent is accepted.
    pub async fn report(&mut self, month: usize) {
        let due: Vec<u128> = PARTNERS.filter(|partner| is_expected(*partner, month)).collect();
        let of =
            |when: Sent| due.iter().copied().filter(move |partner| sent(*partner, month) == when).collect::<Vec<_>>();
        until(&self.app, after(self.year, month, 5, (10, 0, 0)));
        for partner in of(Sent::InTime) {
            self.send_and_decide(partner, month).await;
        }
        // The end of the tenth in Khartoum is two hours before that in UTC.
        until(&self.app, after(self.year, month, 10, (21, 59, 59)));
        for partner in of(Sent::LastSecond) {
            self.send_and_decide(partner, month).await;
        }
        until(&self.app, after(self.year, month, 10, (22, 0, 1)));
        for partner in of(Sent::SecondAfter) {
            self.send_and_decide(partner, month).await;
        }
        until(&self.app, after(self.year, month, 12, (10, 0, 0)));
        self.publish_month(month).await;
        until(&self.app, after(self.year, month, 15, (10, 0, 0)));
        for partner in of(Sent::DaysLate) {
            self.send_and_decide(partner, month).await;
        }
        self.coordinator = self.coordinator_now().await;
    }

    async fn send_and_decide(&mut self, partner: u128, month: usize) {
        let rows = rows(partner, month, self.retired);
        if matches!(sent(partner, month), Sent::InTime | Sent::LastSecond) {
            self.book.in_time.insert((month, partner));
        }
        let token = self.app.sign_in(&email(partner)).await;
        if (partner, month) == (1005, 3) {
            self.send_ten_times_too_much(&token, partner, month, &rows).await;
        }
        let report = self.send(&token, partner, month, &rows).await;
        self.accept(&report).await;
        self.book.accepted.insert((month, partner), rows);
    }

    /// A slip of the keyboard: it is returned with a note, and the partner is still in time.
    async fn send_ten_times_too_much(&self, token: &str, partner: u128, month: usize, rows: &[Row]) {
        let mut wrong = rows.to_vec();
        for (_, new, repeat) in wrong.iter_mut().flat_map(|row| row.people.iter_mut()) {
            (*new, *repeat) = (*new * 10, *repeat * 10);
        }
        let report = self.send(token, partner, month, &wrong).await;
        let give_back = "mutation($input: ReturnReportInput!) { returnReport(input: $input) { status } }";
        let input = json!({ "reportId": report["id"], "baseVersion": report["version"], "note": "Ten times last month: please count again." });
        let imo = self.app.sign_in("imo@example.org").await;
        let done = self.app.ok(&imo, give_back, json!({ "input": input })).await;
        assert_eq!(done["returnReport"]["status"], "RETURNED");
    }

    /// Writes and submits a report, and says what it is then.
    async fn send(&self, token: &str, partner: u128, month: usize, rows: &[Row]) -> Value {
        let saved = match partner % 4 {
            _ if rows.is_empty() => self.save(token, partner, month, rows).await,
            1 => self.import(token, partner, month, rows).await,
            2 => self.send_own_sheet(token, partner, month, rows).await,
            3 => self.send_by_codes(token, partner, month, rows).await,
            _ => self.save(token, partner, month, rows).await,
        };
        let submit = "mutation($input: SubmitReportInput!) { submitReport(input: $input) { __typename
            ... on ReportSaved { report { id version status } } ... on ReportInvalid { issues { key reason } } } }";
        let input = json!({ "reportId": saved["id"], "baseVersion": saved["version"] });
        let mut done = self.app.ok(token, submit, json!({ "input": input })).await["submitReport"].take();
        assert_eq!(done["report"]["status"], "SUBMITTED", "{partner} in {month}: {done:#}");
        done["report"].take()
    }

    async fn accept(&self, report: &Value) {
        let accept = "mutation($input: AcceptReportInput!) { acceptReport(input: $input) { status } }";
        let input = json!({ "reportId": report["id"], "baseVersion": report["version"] });
        let imo = self.app.sign_in("imo@example.org").await;
        let done = self.app.ok(&imo, accept, json!({ "input": input })).await;
        assert_eq!(done["acceptReport"]["status"], "ACCEPTED");
    }

    /// In September a partner finds that it reported June wrong.
    pub async fn correct_june(&mut self) {
        let (partner, june) = (1009, 5);
        let imo = self.app.sign_in("imo@example.org").await;
        let id = self.app.sql(
            "select r.id from reports r join reporting_periods p on p.id = r.period_id
            where p.number = 6 and r.organisation_id = number(1009)",
        );
        let id = darasa::monitoring::ReportId::from_uuid(id[0].parse().expect("an id")).global().to_string();
        let reopen = "mutation($input: ReturnReportInput!) { reopenReport(input: $input) { status } }";
        let input = json!({ "reportId": id, "baseVersion": self.version_of(partner, june), "note": "The partner found an error." });
        self.app.ok(&imo, reopen, json!({ "input": input })).await;
        let mut rows = rows(partner, june, self.retired);
        for (_, new, _) in rows.iter_mut().flat_map(|row| row.people.iter_mut()) {
            *new += 900;
        }
        let token = self.app.sign_in(&email(partner)).await;
        let report = self.send(&token, partner, june, &rows).await;
        self.accept(&report).await;
        self.book.accepted.insert((june, partner), rows);
    }

    /// Nobody was in a district in July that ended with June; the mend names what took its place.
    pub async fn refuse_a_row_in_the_retired_district(&mut self) {
        until(&self.app, after(self.year, 6, 2, (10, 0, 0)));
        self.retired = true;
        let partner = 1002;
        let token = self.app.sign_in(&email(partner)).await;
        let row = json!({
            "activityId": ActivityId::from_uuid(Uuid::from_u128(MATERIALS)).global().to_string(),
            "indicatorId": IndicatorId::from_uuid(Uuid::from_u128(indicator_of(MATERIALS))).global().to_string(),
            "areaId": area(RETIRED), "status": "ONGOING", "cells": [],
        });
        let refused = self.try_to_save(&token, partner, 6, vec![row]).await;
        assert_eq!(refused["__typename"], "ReportInvalid", "{refused:#}");
        let issue = &refused["issues"][0];
        assert_eq!(issue["key"], "report-area-retired");
        assert!(issue["mend"].as_str().expect("a text").contains("XE0103"), "{issue:#}");
    }
}
