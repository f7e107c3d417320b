//! Whatever partners and the cluster do in whatever order: the kept figures are what the rows say.

use std::collections::{BTreeMap, BTreeSet};

use darasa::monitoring::{rebuild, verify_figures};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::{
    BOYS, DISABLED, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, X, Y, activity, decide, organisation,
    plan, reached, report, row, save, site, start, submit,
};
use crate::support::TestApp;

/// A row: activity, school, and (category, new, repeated) people.
type Row = (u128, u128, Vec<(u128, i64, i64)>);

#[derive(Debug, Clone)]
enum Event {
    /// A partner writes the report of a period anew and sends it.
    Send(u128, u128, Vec<Row>),
    /// The cluster accepts, returns or reopens it, whichever its state allows.
    Accept(u128, u128),
    GiveBack(u128, u128),
    /// The cluster corrects the figure of a category in all rows that have it, or takes all corrections back.
    Clean(u128, u128, u128, Option<(i64, i64)>),
    /// Both partners say that they serve different children by an activity in a school, or take it back.
    Declare(u128, u128, bool),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let (by, of) = (prop_oneof![Just(P), Just(Q)], prop_oneof![Just(JANUARY), Just(FEBRUARY)]);
    let (what, school) = (prop_oneof![Just(MATERIALS), Just(FEEDING)], prop_oneof![Just(X), Just(Y)]);
    let category = prop_oneof![Just(EVERYONE), Just(GIRLS), Just(BOYS), Just(DISABLED)];
    let corrected = category.clone();
    let cells = proptest::collection::btree_map(category, (0_i64..50, 0_i64..50), 1..4);
    let cells = cells.prop_map(|cells| cells.into_iter().map(|(of, (new, repeat))| (of, new, repeat)).collect());
    let rows = proptest::collection::btree_map((what.clone(), school.clone()), cells, 1..4);
    let rows = rows.prop_map(|rows| rows.into_iter().map(|((what, school), cells)| (what, school, cells)).collect());
    let event = prop_oneof![
        4 => (by.clone(), of.clone(), rows).prop_map(|(by, of, rows)| Event::Send(by, of, rows)),
        4 => (by.clone(), of.clone()).prop_map(|(by, of)| Event::Accept(by, of)),
        2 => (by.clone(), of.clone()).prop_map(|(by, of)| Event::GiveBack(by, of)),
        3 => (by, of, corrected, proptest::option::of((0_i64..50, 0_i64..50)))
            .prop_map(|(by, of, category, figures)| Event::Clean(by, of, category, figures)),
        1 => (what, school, any::<bool>()).prop_map(|(what, school, on)| Event::Declare(what, school, on)),
    ];
    proptest::collection::vec(event, 4..14)
}

/// New and repeated people.
type People = (i64, i64);

/// What the test knows of a report.
struct Known {
    /// As the server answered last.
    report: Value,
    rows: Vec<Row>,
    /// What the cluster corrected: by activity, school and category, beside the figures that it corrected.
    clean: BTreeMap<(u128, u128, u128), (People, People)>,
}

impl Known {
    /// The rows as they count: with the corrections of just these figures.
    fn counted(&self) -> impl Iterator<Item = Row> {
        self.rows.iter().map(|(what, school, cells)| {
            let cell = |(category, new, repeat): &(u128, i64, i64)| {
                let clean = self.clean.get(&(*what, *school, *category)).filter(|(raw, _)| *raw == (*new, *repeat));
                let (new, repeat) = clean.map_or((*new, *repeat), |(_, clean)| *clean);
                (*category, new, repeat)
            };
            (*what, *school, cells.iter().map(cell).collect())
        })
    }
}

impl Known {
    /// The cluster corrects a category in all rows that have it, or takes all corrections back; what is a draft it leaves alone.
    async fn correct(&mut self, app: &TestApp, token: &str, category: u128, figures: Option<(i64, i64)>) {
        if !["SUBMITTED", "ACCEPTED"].contains(&self.report["status"].as_str().unwrap_or_default()) {
            return;
        }
        let having = |row: &&Row| row.2.iter().any(|cell| cell.0 == category);
        let rows: Vec<Row> = match figures {
            Some(_) => self.rows.iter().filter(having).cloned().collect(),
            None => self
                .rows
                .iter()
                .filter(|row| self.clean.keys().any(|key| (key.0, key.1) == (row.0, row.1)))
                .cloned()
                .collect(),
        };
        let ids = row_ids(app, &self.report);
        let id = |row: &Row| json!(ids.get(&(row.0, row.1)).expect("a row").clone());
        let cells: Vec<Value> = match figures {
            Some((new, repeat)) => rows
                .iter()
                .map(|row| json!({ "rowId": id(row), "categoryId": super::world::category(category), "newPeople": new, "repeatPeople": repeat, "why": "checked" }))
                .collect(),
            None => rows
                .iter()
                .flat_map(|row| {
                    let of_row = self.clean.keys().filter(|key| (key.0, key.1) == (row.0, row.1));
                    of_row.map(|key| json!({ "rowId": id(row), "categoryId": super::world::category(key.2) }))
                })
                .collect(),
        };
        if cells.is_empty() {
            return;
        }
        let (field, input) =
            if figures.is_some() { ("cleanCells", "CleanCellsInput") } else { ("restoreCells", "RestoreCellsInput") };
        let mutation = format!(
            "mutation($input: {input}!) {{ {field}(input: $input) {{ __typename ... on ReportSaved {{ report {{ id status version }} }} }} }}"
        );
        let input = json!({ "reportId": self.report["id"], "baseVersion": self.report["version"], "cells": cells });
        let mut done = app.ok(token, &mutation, json!({ "input": input })).await[field].take();
        assert_eq!(done["__typename"], "ReportSaved", "{done:#}");
        self.report = done["report"].take();
        match figures {
            Some(clean) => {
                for row in rows {
                    let raw =
                        row.2.iter().find(|cell| cell.0 == category).map(|cell| (cell.1, cell.2)).expect("a cell");
                    self.clean.insert((row.0, row.1, category), (raw, clean));
                }
            }
            None => self.clean.clear(),
        }
    }
}

/// The rows of a report, by activity and school.
fn row_ids(app: &TestApp, report: &Value) -> BTreeMap<(u128, u128), String> {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let id = String::from_utf8(URL_SAFE_NO_PAD.decode(report["id"].as_str().expect("an id")).expect("base64"))
        .expect("text");
    let uuid = id.split_once(':').expect("kind and id").1;
    let rows = app
        .sql(&format!("select id || ' ' || activity_id || ' ' || site_id from report_rows where report_id = '{uuid}'"));
    let of = |line: &String| {
        let ids: Vec<uuid::Uuid> = line.split(' ').map(|id| id.parse().expect("an id")).collect();
        let row = darasa::kit::ids::Id::<RowKind>::from_uuid(ids[0]).global().to_string();
        ((ids[1].as_u128(), ids[2].as_u128()), row)
    };
    rows.iter().map(of).collect()
}

/// Rows, as ids name them.
struct RowKind;

impl darasa::kit::ids::Kind for RowKind {
    const NAME: &'static str = "ReportRow";
}

#[derive(Default)]
struct History {
    reports: BTreeMap<(u128, u128), Known>,
    declared: BTreeSet<(u128, u128)>,
}

impl History {
    async fn happen(&mut self, app: &TestApp, token: &str, event: Event) {
        match event {
            Event::Send(by, of, rows) => self.send(app, token, (by, of), rows).await,
            Event::Accept(by, of) => {
                if let Some(known) = self.reports.get_mut(&(by, of))
                    && known.report["status"] == "SUBMITTED"
                {
                    known.report = decide(app, token, "acceptReport", &known.report, None).await;
                }
            }
            Event::GiveBack(by, of) => {
                let Some(known) = self.reports.get_mut(&(by, of)) else { return };
                let field = match known.report["status"].as_str() {
                    Some("SUBMITTED") => "returnReport",
                    Some("ACCEPTED") => "reopenReport",
                    _ => return,
                };
                known.report = decide(app, token, field, &known.report, Some("count again")).await;
            }
            Event::Clean(by, of, category, figures) => {
                if let Some(known) = self.reports.get_mut(&(by, of)) {
                    known.correct(app, token, category, figures).await;
                }
            }
            Event::Declare(what, school, on) => {
                let organisations = if on { vec![organisation(P), organisation(Q)] } else { vec![] };
                let input = json!({
                    "planId": plan(), "activityId": activity(what), "siteId": site(school), "organisationIds": organisations,
                });
                let declare =
                    "mutation($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { activityId } }";
                app.ok(token, declare, json!({ "input": input })).await;
                if on {
                    self.declared.insert((what, school))
                } else {
                    self.declared.remove(&(what, school))
                };
            }
        }
    }

    async fn send(&mut self, app: &TestApp, token: &str, key: (u128, u128), rows: Vec<Row>) {
        let version = self.reports.get(&key).map_or(json!(0), |known| known.report["version"].clone());
        let given: Vec<Value> = rows.iter().map(|(what, school, cells)| row(*what, *school, cells)).collect();
        let base = i32::try_from(version.as_i64().expect("a number")).expect("small");
        let saved = save(app, token, report(key.0, key.1, base, json!(given))).await;
        let editable = self
            .reports
            .get(&key)
            .is_none_or(|known| known.report["status"] == "RETURNED" || known.report["status"] == "DRAFT");
        assert_eq!(saved["__typename"], if editable { "ReportSaved" } else { "ReportLocked" }, "{saved:#}");
        if editable {
            let mut sent = submit(app, token, &saved).await;
            assert_eq!(sent["__typename"], "ReportSaved", "{sent:#}");
            let mut clean = self.reports.remove(&key).map(|known| known.clean).unwrap_or_default();
            // A row that is gone takes its corrections along.
            clean.retain(|(what, school, _), _| rows.iter().any(|row| (row.0, row.1) == (*what, *school)));
            self.reports.insert(key, Known { report: sent["report"].take(), rows, clean });
        }
    }

    /// People reached, services and upper bound by the definition, one number after the other.
    fn reckon(&self) -> (Option<i64>, Option<i64>, Option<i64>) {
        let accepted = || self.reports.iter().filter(|(_, known)| known.report["status"] == "ACCEPTED");
        let mut best: BTreeMap<(u128, u128), i64> = BTreeMap::new();
        for period in [JANUARY, FEBRUARY] {
            let mut declared: BTreeMap<(u128, u128, u128), i64> = BTreeMap::new();
            for ((_, _), known) in accepted().filter(|((_, of), _)| *of == period) {
                for (what, school, cells) in &known.counted().collect::<Vec<_>>() {
                    for (category, new, repeat) in cells {
                        let people = if self.declared.contains(&(*what, *school)) {
                            let sum = declared.entry((*what, *school, *category)).or_default();
                            *sum += new + repeat;
                            *sum
                        } else {
                            new + repeat
                        };
                        let largest = best.entry((*school, *category)).or_default();
                        *largest = people.max(*largest);
                    }
                }
            }
        }
        let of = |school: u128, category: u128| best.get(&(school, category)).copied();
        let places = [X, Y].into_iter().filter_map(|school| {
            let parts = [of(school, GIRLS), of(school, BOYS)].into_iter().flatten().reduce(|one, other| one + other);
            [parts, of(school, EVERYONE)].into_iter().flatten().max()
        });
        let sums = |count: fn(i64, i64) -> i64| {
            let rows = accepted().flat_map(|(_, known)| known.counted());
            let of_row = |cells: &Vec<(u128, i64, i64)>| {
                let take = |wanted: &[u128]| {
                    let found = cells.iter().filter(|(category, ..)| wanted.contains(category));
                    found.map(|(_, new, repeat)| count(*new, *repeat)).reduce(|one, other| one + other)
                };
                [take(&[GIRLS, BOYS]), take(&[EVERYONE])].into_iter().flatten().max()
            };
            rows.filter_map(|(_, _, cells)| of_row(&cells)).reduce(|one, other| one + other)
        };
        let people = places.reduce(|one, other| one + other);
        (people, sums(|new, repeat| new + repeat), sums(|new, _| new))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn after_any_history_the_kept_figures_are_those_of_a_rebuild_and_of_the_definition(events in events()) {
        actix_web::rt::System::new().block_on(async {
            let (app, imo) = start().await;
            let mut history = History::default();
            for event in events {
                history.happen(&app, &imo, event).await;
                let (people, services, upper_bound) = history.reckon();
                prop_assert_eq!(reached(&app, &imo, None).await, (json!(people), json!(services), json!(upper_bound)));
                prop_assert_eq!(verify_figures(&app.program()).await.expect("read"), vec![]);
            }
            let kept = "select r::text from reach_cells r union all select t::text from indicator_totals t
                union all select p::text from reported_places p order by 1";
            let before = app.sql(kept);
            rebuild(&app.program()).await.expect("rebuilt");
            prop_assert_eq!(app.sql(kept), before);
            Ok(())
        })?;
    }
}

#[actix_web::test]
async fn a_kept_figure_that_was_tampered_with_is_found_and_a_rebuild_mends_it() {
    let (app, imo) = start().await;
    super::world::accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    app.sql("update reach_cells set people = 11");
    app.sql("delete from indicator_totals");
    app.sql("delete from reported_places");
    let found = verify_figures(&app.program()).await.expect("read");
    let tables: Vec<(&str, bool)> = found.iter().map(|one| (one.table.as_str(), one.kept.is_some())).collect();
    assert_eq!(tables, [("reach_cells", true), ("indicator_totals", false), ("reported_places", false)]);
    rebuild(&app.program()).await.expect("rebuilt");
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
}
