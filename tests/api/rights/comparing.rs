//! Two rounds side by side: for those who may read both.

use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reading::{MISSING, Matrix, codes, plain},
    table::{SHARED, WORKING, in_operation},
    world::{self, PLACES, at},
};

/// Earlier and later: of the cluster; of organisations, where the later is a draft; of different things.
const PAIRS: [(u32, u32); 8] = [
    (at::EARLIER_CHECKLIST, at::CHECKLIST),
    (at::CHECKLIST, at::DRAFT_CHECKLIST),
    (412, 411),
    (422, 421),
    (at::EARLIER_CHECKLIST, 412),
    (422, at::CHECKLIST),
    (at::SITE_CHECKLIST, at::APPEAL_CHECKLIST),
    (at::OPERATION_CHECKLIST, at::OPERATION_DRAFT_CHECKLIST),
];

const COMPARE: &str = "query($before: ID!, $after: ID!) { checklistComparison(beforeId: $before, afterId: $after) {
    before { ...c } after { ...c } acrossEditions comparable overallBefore { ...s } overallAfter { ...s } overallChange
    standards { codeBefore codeAfter title before { ...s } after { ...s } change incomparable ratedOtherwise } } }
    fragment c on Checklist { id note standards { items { note reason } } evidence(first: 10) { edges { node { id note } } }
        improvementActions(first: 10) { edges { node { id gap action } } } }
    fragment s on StandardScore { score strict completeness asOf source }";

async fn compare(matrix: &Matrix, guest: &Guest, before: &str, after: &str) -> Value {
    matrix.app.graphql(guest.token.as_deref(), COMPARE, json!({ "before": before, "after": after })).await
}

#[actix_web::test]
async fn rounds_are_compared_by_those_who_may_read_both() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases, mut compared) = (Vec::new(), 0, 0);
    let missing = world::id("Checklist", MISSING);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for (place, (before, after)) in PLACES.into_iter().flat_map(|place| PAIRS.map(|pair| (place, pair))) {
            let known = |number: u32| {
                let record = matrix.records.get(&(place.base + number));
                record.is_some_and(|record| record.shown_to(&guest.asker))
            };
            let (knows_before, knows_after) = (known(before), known(after));
            let [before, after] = [before, after].map(|number| world::id("Checklist", place.base + number));
            let answer = compare(&matrix, &guest, &before, &after).await;
            let about = format!("{} compares {before} with {after} on {place:?}", guest.asker.name);
            cases += 1;
            let leaked = matrix.leaked(&guest.asker, &answer);
            if !leaked.is_empty() {
                wrong.push(format!("LEAK {about}: {leaked:?}"));
            }
            let told = codes(&answer);
            if knows_before && knows_after {
                compared += usize::from(told.is_empty());
                if told.iter().any(|code| ["FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"].contains(&code.as_str())) {
                    wrong.push(format!("REFUSED {about}: {answer}"));
                }
                continue;
            }
            let nothing = if knows_before { (&before, &missing) } else { (&missing, &after) };
            let absent = compare(&matrix, &guest, nothing.0, nothing.1).await;
            let hidden = if knows_before { &after } else { &before };
            if told.is_empty() || plain(&answer, hidden) != plain(&absent, &missing) {
                wrong.push(format!("LEAK {about}: {answer} is not {absent}"));
            }
        }
    }
    println!("rights: {cases} cases of comparing, {compared} of them answered");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 600 && compared > 30, "only {cases} cases, {compared} of them answered");
    matrix.app.work().await;
}

const DIFFERENCE: &str = "query($plan: ID!) { planDifference(planId: $plan, from: 1) {
    plan { id } earlier { id } later { id } requirementBefore requirementAfter peopleTargetedBefore peopleTargetedAfter beyondMinor
    changes(first: 50) { edges { node { part kind reference area { id } category { id } fields { field before after } } } } } }";

#[actix_web::test]
async fn versions_are_compared_by_those_who_may_read_both() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut compared) = (Vec::new(), 0);
    let missing = world::id("ResponsePlan", MISSING);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        let ask =
            async |plan: &str| matrix.app.graphql(guest.token.as_deref(), DIFFERENCE, json!({ "plan": plan })).await;
        let absent = ask(&missing).await;
        for place in PLACES {
            let home = in_operation(place.operation);
            let plan = world::id("ResponsePlan", place.base + at::PLAN);
            let answer = ask(&plan).await;
            let about = format!("{} compares versions on {place:?}", guest.asker.name);
            let leaked = matrix.leaked(&guest.asker, &answer);
            if !leaked.is_empty() {
                wrong.push(format!("LEAK {about}: {leaked:?}"));
            }
            let told = codes(&answer);
            match (guest.asker.may(&WORKING, &home), guest.asker.may(&SHARED, &home)) {
                (true, _) if told.is_empty() => compared += 1,
                (true, _) => wrong.push(format!("REFUSED {about}: {answer}")),
                // The plan as it is worked on is not for them, and they know of the plan.
                (false, true) if told == ["FORBIDDEN"] => {}
                (false, true) => wrong.push(format!("OPEN {about}: {answer}")),
                (false, false) if plain(&answer, &plan) == plain(&absent, &missing) => {}
                (false, false) => wrong.push(format!("LEAK {about}: {answer} is not {absent}")),
            }
        }
    }
    assert!(compared > 20, "{compared} differences were told");
    assert!(wrong.is_empty(), "{} faults: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}
