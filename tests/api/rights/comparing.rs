//! Two rounds side by side: for those who may read both.

use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reading::{MISSING, Matrix, codes, plain},
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
