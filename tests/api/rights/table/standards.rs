//! Who may know of checklists with what hangs on them, of contextualisations and of assessments.

use super::{CONTENT, Home, MAKERS, Record, Rule, SHARED, in_cluster, in_operation, of_organisation};
use crate::rights::world::{BELOW, OTHER_CLUSTER, P, Place, Q, at};

fn record(kind: &'static str, number: u32, homes: Vec<Home>, rule: Rule) -> Record {
    Record { kind, number, homes, rule, beside: Vec::new() }
}

/// What was submitted of the operation and its clusters is shared; drafts, and those of organisations, sites and appeals, are for those who
/// coordinate and for the organisation itself. Evidence and notes are for these alone, always.
pub(super) fn checklists(place: Place) -> Vec<Record> {
    let everywhere = in_operation(place.operation);
    let mut all = Vec::new();
    let mut add = |number: u32, home: Home, is_shared: bool, answers: u32| {
        let number = place.base + number;
        all.push(match is_shared {
            true => record("Checklist", number, vec![everywhere.clone()], SHARED),
            false => record("Checklist", number, vec![home.clone()], CONTENT),
        });
        all.push(record("a text", number + at::NOTES, vec![home.clone()], CONTENT));
        all.push(record("Evidence", number + at::EVIDENCE, vec![home.clone()], CONTENT));
        all.push(record("File", number + at::ITS_FILE, vec![home.clone()], CONTENT));
        // Whoever answers for something that is done reads it where the checklist was made.
        let theirs = Home { organisation: Some(answers), ..home.clone() };
        all.push(record("ImprovementAction", number + at::ACTION, vec![home, theirs], CONTENT));
    };
    add(at::DRAFT_CHECKLIST, in_cluster(place), false, P);
    add(at::CHECKLIST, in_cluster(place), true, P);
    add(at::EARLIER_CHECKLIST, in_cluster(place), true, Q);
    add(at::SITE_CHECKLIST, in_cluster(place), false, P);
    add(at::APPEAL_CHECKLIST, in_cluster(place), false, P);
    for (number, organisation, answers) in [(411, P, Q), (412, P, Q), (421, Q, P), (422, Q, P)] {
        add(number, of_organisation(place, organisation), false, answers);
    }
    if place != OTHER_CLUSTER {
        add(at::OPERATION_DRAFT_CHECKLIST, everywhere.clone(), false, P);
        add(at::OPERATION_CHECKLIST, everywhere.clone(), true, P);
        let number = place.base + at::CONTEXTUALISATION;
        all.push(record("Contextualisation", number, vec![everywhere.clone()], SHARED));
        all.push(record("File", number + at::ITS_FILE, vec![everywhere], CONTENT));
    }
    all
}

/// The registry is shared; what is confidential is for those who coordinate and for the organisations that make it, wherever in the operation they
/// work.
pub(super) fn assessments(place: Place) -> Vec<Record> {
    let everywhere = in_operation(place.operation);
    let clusters = if place.operation == 1 { vec![10, BELOW, 12] } else { vec![20] };
    let mut all = Vec::new();
    let mut add = |number: u32, home: Home, confidential: Option<&[u32]>| {
        let number = place.base + number;
        for (kind, number) in [("Assessment", number), ("AssessmentDocument", number + at::DOCUMENT)] {
            let Some(makers) = confidential else {
                all.push(record(kind, number, vec![everywhere.clone()], SHARED));
                continue;
            };
            let of = |maker: &u32| {
                (Home { clusters: clusters.clone(), organisation: Some(*maker), ..everywhere.clone() }, MAKERS)
            };
            let beside = makers.iter().map(of).collect();
            all.push(Record { beside, ..record(kind, number, vec![home.clone()], CONTENT) });
        }
        all.push(record("File", number + at::ITS_FILE, vec![home], CONTENT));
    };
    add(at::ASSESSMENT, in_cluster(place), None);
    add(at::CONFIDENTIAL_OF_P, in_cluster(place), Some(&[P]));
    add(at::CONFIDENTIAL_OF_Q, in_cluster(place), Some(&[Q]));
    add(at::CONFIDENTIAL_OF_BOTH, in_cluster(place), Some(&[P, Q]));
    if place != OTHER_CLUSTER {
        add(at::OPERATION_ASSESSMENT, everywhere.clone(), None);
        add(at::OPERATION_CONFIDENTIAL_OF_P, everywhere.clone(), Some(&[P]));
    }
    all
}
