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
    /// Both partners say that they serve different children by an activity in a school, or take it back.
    Declare(u128, u128, bool),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let (by, of) = (prop_oneof![Just(P), Just(Q)], prop_oneof![Just(JANUARY), Just(FEBRUARY)]);
    let (what, school) = (prop_oneof![Just(MATERIALS), Just(FEEDING)], prop_oneof![Just(X), Just(Y)]);
    let category = prop_oneof![Just(EVERYONE), Just(GIRLS), Just(BOYS), Just(DISABLED)];
    let cells = proptest::collection::btree_map(category, (0_i64..50, 0_i64..50), 1..4);
    let cells = cells.prop_map(|cells| cells.into_iter().map(|(of, (new, repeat))| (of, new, repeat)).collect());
    let rows = proptest::collection::btree_map((what.clone(), school.clone()), cells, 1..4);
    let rows = rows.prop_map(|rows| rows.into_iter().map(|((what, school), cells)| (what, school, cells)).collect());
    let event = prop_oneof![
        4 => (by.clone(), of.clone(), rows).prop_map(|(by, of, rows)| Event::Send(by, of, rows)),
        4 => (by.clone(), of.clone()).prop_map(|(by, of)| Event::Accept(by, of)),
        2 => (by, of).prop_map(|(by, of)| Event::GiveBack(by, of)),
        1 => (what, school, any::<bool>()).prop_map(|(what, school, on)| Event::Declare(what, school, on)),
    ];
    proptest::collection::vec(event, 4..14)
}

/// What the test knows of a report.
struct Known {
    /// As the server answered last.
    report: Value,
    rows: Vec<Row>,
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
            self.reports.insert(key, Known { report: sent["report"].take(), rows });
        }
    }

    /// People reached, services and upper bound by the definition, one number after the other.
    fn reckon(&self) -> (Option<i64>, Option<i64>, Option<i64>) {
        let accepted = || self.reports.iter().filter(|(_, known)| known.report["status"] == "ACCEPTED");
        let mut best: BTreeMap<(u128, u128), i64> = BTreeMap::new();
        for period in [JANUARY, FEBRUARY] {
            let mut declared: BTreeMap<(u128, u128, u128), i64> = BTreeMap::new();
            for ((_, _), known) in accepted().filter(|((_, of), _)| *of == period) {
                for (what, school, cells) in &known.rows {
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
            let rows = accepted().flat_map(|(_, known)| known.rows.iter());
            let of_row = |cells: &Vec<(u128, i64, i64)>| {
                let take = |wanted: &[u128]| {
                    let found = cells.iter().filter(|(category, ..)| wanted.contains(category));
                    found.map(|(_, new, repeat)| count(*new, *repeat)).reduce(|one, other| one + other)
                };
                [take(&[GIRLS, BOYS]), take(&[EVERYONE])].into_iter().flatten().max()
            };
            rows.filter_map(|(_, _, cells)| of_row(cells)).reduce(|one, other| one + other)
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
            let kept = "select r::text from reach_cells r union all select t::text from indicator_totals t order by 1";
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
    let found = verify_figures(&app.program()).await.expect("read");
    let tables: Vec<(&str, bool)> = found.iter().map(|one| (one.table.as_str(), one.kept.is_some())).collect();
    assert_eq!(tables, [("reach_cells", true), ("indicator_totals", false)]);
    rebuild(&app.program()).await.expect("rebuilt");
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
}
