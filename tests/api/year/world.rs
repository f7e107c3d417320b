//! The world of the scripted year: twenty partners, three provinces with four districts each, three schools in every district.

use chrono::NaiveDate;
use darasa::{
    kit::scope::{ClusterId, OperationId, OrganisationId},
    places::AdminAreaId,
    plans::PlanId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::TestApp;

/// The partners' numbers.
pub const PARTNERS: std::ops::Range<u128> = 1001..1021;
/// Schools, three to a district.
pub const SCHOOLS: u128 = 36;
pub const MONTHS: usize = 12;

pub const PLAN: u128 = 400;
/// A district that ends in the middle of the year, and the one that takes its place.
pub const RETIRED: u128 = 114;
pub const SUCCESSOR: u128 = 113;
/// Activities, by what happens there, with their indicators.
pub const MATERIALS: u128 = 501;
pub const SUPPORT: u128 = 502;
pub const LEARNING: u128 = 503;
pub const CLASSROOMS: u128 = 504;
/// A ratio: schools with safe water of schools visited.
pub const WATER: u128 = 605;

pub const EVERYONE: u128 = 700;
pub const GIRLS: u128 = 701;
pub const BOYS: u128 = 702;
pub const DISABLED: u128 = 703;

/// The indicator of an activity.
pub fn indicator_of(activity: u128) -> u128 {
    activity + 100
}

/// The district that a school lies in at the beginning of the year.
pub fn district_of(school: u128) -> u128 {
    let district = school / 3;
    111 + (district / 4) * 10 + district % 4
}

/// The province of a district.
pub fn province_of(district: u128) -> u128 {
    101 + (district - 111) / 10
}

/// The number of a school's record.
pub fn site_number(school: u128) -> u128 {
    200 + school
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn plan() -> String {
    PlanId::from_uuid(uuid(PLAN)).global().to_string()
}

pub fn organisation(number: u128) -> String {
    OrganisationId::from_uuid(uuid(number)).global().to_string()
}

pub fn area(number: u128) -> String {
    AdminAreaId::from_uuid(uuid(number)).global().to_string()
}

/// The cluster, as the scope of a role.
pub fn scope() -> Value {
    let operation = OperationId::from_uuid(uuid(1)).global().to_string();
    json!({ "operationId": operation, "clusterId": ClusterId::from_uuid(uuid(10)).global().to_string() })
}

const PLACES: &str = "
    insert into countries (iso3, names) values ('XEA', '{}');
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names) values (number(100), 'XEA', 0, 'XEA', null, '{}');
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names)
        select number(100 + p), 'XEA', 1, 'XE0' || p, number(100), '{}' from generate_series(1, 3) p;
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names)
        select number(100 + 10 * p + d), 'XEA', 2, 'XE0' || p || '0' || d, number(100 + p), '{}'
        from generate_series(1, 3) p, generate_series(1, 4) d;
    insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level)
        with recursive up as (
            select id as area_id, id as ancestor_id, level, parent_id from admin_areas
            union all select up.area_id, a.id, a.level, a.parent_id from up join admin_areas a on a.id = up.parent_id)
        select area_id, ancestor_id, level from up;";

const COUNTED_BY: &str = "
    insert into dimensions (id, code, labels)
        select gen_random_uuid(), code, '{}' from (values ('sex'), ('age_band'), ('population_group'), ('disability')) d (code)
        on conflict do nothing;
    insert into dimension_values (id, dimension_id, code, labels, position)
        select gen_random_uuid(), d.id, v.code, '{}', v.position
        from dimensions d join (values ('sex', 'f', 1), ('sex', 'm', 2), ('age_band', '6-11', 2), ('disability', 'with', 1))
            v (dimension, code, position) on v.dimension = d.code and d.operation_id is null
        on conflict do nothing;";

const PEOPLE: &str = "
    insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
        values (number(1), 'OP-YEAR', '{}', 'XEA', 'en', 'Africa/Khartoum', '2020-01-01', '2020-01-01');
    insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at)
        values (number(10), number(1), 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01');
    insert into organisations (id, name, name_keys, kind, created_at, updated_at)
        select number(n), 'Partner ' || n, array['partner' || n], case n % 2 when 0 then 'NNGO' else 'INGO' end, '2020-01-01', '2020-01-01'
        from generate_series(1001, 1020) n;
    insert into sites (id, operation_id, area_id, kind, names, code)
        select number(200 + s), number(1), number(111 + (s / 12) * 10 + (s / 3) % 4), 'SCHOOL', '{}', 'SCH-' || s
        from generate_series(0, 35) s;
    insert into categories (id, operation_id, key, kind, counts, labels)
        select number(n), number(1), key, kind, 'LEARNERS', '{}' from (values
            (700, '', 'TOTAL'), (701, 'age_band=6-11;sex=f', 'PART'), (702, 'age_band=6-11;sex=m', 'PART'),
            (703, 'disability=with', 'OF_WHICH')) category (n, key, kind);";

const PLANNED: &str = "
    insert into objectives (id, plan_id, level, ref_code, names) values (number(450), number(400), 'CLUSTER', 'CO1', '{}');
    insert into activities (id, plan_id, objective_id, ref_code, names, unit)
        select number(n), number(400), number(450), code, '{}', unit from (values
            (501, 'CA1', 'CHILDREN'), (502, 'CA2', 'CHILDREN'), (503, 'CA3', 'CHILDREN'), (504, 'CA4', 'CLASSROOMS')) activity (n, code, unit);
    insert into indicators (id, plan_id, activity_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        select number(n + 100), number(400), number(n), code || '/I1', '{}', 'children', 'NUMBER', 'SUM', periods, n < 504
        from (values (501, 'CA1', 'MAX'), (502, 'CA2', 'SUM'), (503, 'CA3', 'AVERAGE'), (504, 'CA4', 'SUM')) activity (n, code, periods);
    insert into indicators (id, plan_id, objective_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        values (number(605), number(400), number(450), 'CO1/R1', '{}', 'schools', 'RATIO', 'SUM', 'LATEST', false);
    insert into targets (indicator_id, area_id, category_id, target)
        select number(601), a.id, number(700), 400 from admin_areas a where a.level = 2;";

const NUMBER: &str = "create function number(n integer) returns uuid language sql immutable as $$ select lpad(to_hex(n), 32, '0')::uuid $$";

/// The program with the world in it, in a year that has not begun.
pub async fn start(year: i32) -> TestApp {
    let app = TestApp::start().await;
    let plan = format!(
        "insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at)
            values (number(400), number(1), 'HXEA', 'HRP', '{{}}', '{year}-01-01', '{next}-01-01', 'USD', 'DRAFT', '2020-01-01', '2020-01-01');
        insert into plan_clusters (plan_id, cluster_id) values (number(400), number(10))",
        next = year + 1,
    );
    let members: Vec<String> = PARTNERS
        .map(|partner| {
            let (from, to) = membership(partner, year);
            let to = to.map_or("null".to_owned(), |to| format!("'{to}'"));
            format!("(number({}), number(1), number(10), number({partner}), 'PARTNER', '{from}', {to})", partner + 1000)
        })
        .collect();
    let members = format!(
        "insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from, valid_to) values {}",
        members.join(", ")
    );
    for statement in [NUMBER, PLACES, COUNTED_BY, PEOPLE, &plan, PLANNED, &members] {
        app.sql(statement);
    }
    app
}

/// From when to when a partner is a member: one comes in April, one leaves at the end of September.
pub fn membership(partner: u128, year: i32) -> (NaiveDate, Option<NaiveDate>) {
    let first = |month| NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
    match partner {
        1019 => (first(4), None),
        1020 => (first(1), Some(first(10))),
        _ => (first(1), None),
    }
}

/// Whether a partner is expected to report a month, 0 to 11.
pub fn is_expected(partner: u128, month: usize) -> bool {
    match partner {
        1019 => month >= 3,
        1020 => month < 9,
        _ => true,
    }
}
