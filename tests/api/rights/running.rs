//! The queries by which a month is run: of a plan, for those who may in one of its clusters.

use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reading::{MISSING, Matrix, codes, plain},
    table::{DECIDE, PERIODS, Rule, SHARED, Way, in_operation, in_place},
    world::{self, PLACES, at},
};

const PREVIEW: &str = "query($id: ID!) { openingPreview(periodId: $id) { reports people deliveries { sent }
    items(first: 20) { edges { node { organisation { id } report { id note rows(first: 5) { edges { node { id remarks } } } } people { name email } } } } } }";
const REMINDERS: &str = "query($id: ID!) { reminders(planId: $id, first: 20) { edges { node { id name answered
    reports { organisation { id } period { id } submittedAt } } } } }";
const QUEUE: &str = "query($id: ID!) { reviewQueue(planId: $id, first: 20) { totalCount edges { node { score
    report { id note } risks { kind figure compared row { id remarks } organisation { id } } } } } }";

/// Query, field, kind and number of what it is asked of, and who may.
const QUESTIONS: [(&str, &str, &str, u32, Rule); 3] = [
    (PREVIEW, "openingPreview", "ReportingPeriod", at::PERIOD + 1, PERIODS),
    (REMINDERS, "reminders", "ResponsePlan", at::PLAN, DECIDE),
    (QUEUE, "reviewQueue", "ResponsePlan", at::PLAN, DECIDE),
];

async fn ask(matrix: &Matrix, guest: &Guest, query: &str, id: &str) -> Value {
    matrix.app.graphql(guest.token.as_deref(), query, json!({ "id": id })).await
}

#[actix_web::test]
async fn the_month_is_run_by_those_who_may_in_a_cluster_of_the_plan() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut answered, mut cases) = (Vec::new(), 0, 0);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for place in PLACES {
            for (query, field, kind, of, rule) in QUESTIONS {
                cases += 1;
                let id = world::id(kind, place.base + of);
                let answer = ask(&matrix, &guest, query, &id).await;
                let about = format!("{} asks {field} on {place:?}", guest.asker.name);
                let leaked = matrix.leaked(&guest.asker, &answer);
                // Whoever opens a period for all partners reads who is told, and of no report what is in it.
                if !leaked.is_empty() {
                    wrong.push(format!("LEAK {about}: {leaked:?}"));
                }
                let told = codes(&answer);
                if guest.asker.may(&rule, &in_place(place)) {
                    answered += 1;
                    if !told.is_empty() || answer["data"][field].is_null() {
                        wrong.push(format!("REFUSED {about}: {answer}"));
                    }
                    continue;
                }
                let knows = guest.asker.may(&SHARED, &in_operation(place.operation));
                if told == ["FORBIDDEN"] && knows || told == ["UNAUTHENTICATED"] && guest.asker.way == Way::Visitor {
                    continue;
                }
                let missing = world::id(kind, MISSING);
                let absent = ask(&matrix, &guest, query, &missing).await;
                if told.is_empty() || plain(&answer, &id) != plain(&absent, &missing) {
                    wrong.push(format!("LEAK {about}: {answer} is not {absent}"));
                }
            }
        }
    }
    println!("rights: {cases} cases of running a month, {answered} of them answered");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 200 && answered > 30, "only {cases} cases, {answered} of them answered");
    matrix.app.work().await;
}
