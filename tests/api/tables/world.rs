//! What tables need beside the world of reports: names and outlines of areas, and people in need by severity.

use serde_json::Value;

pub use crate::monitoring::world::start;
use crate::support::TestApp;

/// Names for the areas, and an outline for one of them.
pub fn areas_with_names(app: &TestApp) {
    app.sql(
        "update admin_areas set names = '{\"en\": \"North\"}', geometry = '[[[\"0\", \"0\"], [\"1\", \"0\"], [\"1\", \"1.50\"], [\"0\", \"0\"]]]'
             where id = number(101);
         update admin_areas set names = '{\"en\": \"South\"}' where id = number(102);
         update admin_areas set names = '{\"en\": \"Upper\"}' where id = number(111)",
    );
}

/// A published needs round with people by severity: 400 in need of 600 in the first area, 100 of 1,000 in the second. A target for the first.
pub fn needs(app: &TestApp) {
    app.sql(
        "insert into needs_rounds (id, operation_id, number, names, method, method_version, source, reference_from, reference_to,
             status, created_at, updated_at)
         values (number(900), number(1), 1, '{}', 'PIN', '1', 'Assessment', '2026-01-01', '2027-01-01', 'PUBLISHED', now(), now());
         insert into categories (id, operation_id, key, kind, counts, labels) values
             (number(903), number(1), 'severity=3', 'PART', 'LEARNERS', '{}'),
             (number(904), number(1), 'severity=4', 'PART', 'LEARNERS', '{}'),
             (number(905), number(1), 'severity=5', 'PART', 'LEARNERS', '{}'),
             (number(909), number(1), 'severity=phase_3', 'PART', 'LEARNERS', '{}');
         insert into need_figures (round_id, area_id, category_id, metric, value) values
             (number(900), number(101), number(700), 'POPULATION', 600), (number(900), number(102), number(700), 'POPULATION', 1000),
             (number(900), number(101), number(903), 'IN_NEED', 200), (number(900), number(101), number(904), 'IN_NEED', 150),
             (number(900), number(101), number(905), 'IN_NEED', 50),
             (number(900), number(102), number(909), 'IN_NEED', 90), (number(900), number(102), number(904), 'IN_NEED', 8),
             (number(900), number(102), number(905), 'IN_NEED', 2);
         insert into targets (indicator_id, area_id, category_id, target) values (number(601), number(101), number(701), 300);
         update response_plans set needs_round_id = number(900)",
    );
}

/// A file as text.
pub async fn text(app: &TestApp, token: &str, path: &str) -> String {
    let bearer = format!("Bearer {token}");
    let (status, _, body) = app.get(path, &[("authorization", bearer.as_str())]).await;
    assert_eq!(status, 200, "{path}: {body}");
    body
}

/// The records of a table by the names of its columns.
pub async fn records(app: &TestApp, token: &str, table: &str, wishes: &str) -> Vec<Value> {
    let json = text(app, token, &format!("/plans/HXEA/tables/{table}.json?{wishes}")).await;
    by_name(&json)
}

/// The records of a JSON file by the names of its columns.
pub fn by_name(json: &str) -> Vec<Value> {
    let lists: Vec<Vec<Value>> = serde_json::from_str(json).expect("a list of lists");
    let record = |cells: &Vec<Value>| {
        let names = lists[0].iter().map(|name| name.as_str().expect("a name").to_owned());
        Value::Object(names.zip(cells.iter().cloned()).collect())
    };
    lists[2..].iter().map(record).collect()
}
