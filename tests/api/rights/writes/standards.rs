//! Mutations of the standards, of checklists and of assessments.

use serde_json::{Value, json};

use super::{
    super::{
        reading::MISSING,
        table::{CONTENT, FILL_CHECKLIST, NEEDS, REFERENCE, SHARED, SIGNED_IN, SUBMIT_CHECKLIST},
        world::{self, OTHER_CLUSTER, P, Q, at},
    },
    ONCE, PARTNERS, STALE, Target, WITH_NEEDS, Write, again, at_places, cluster, installation, names, of, on,
    operation, own, with,
};

/// The standards of 2024.
const EDITION: &str = "RnJhbWV3b3JrOjAxOTMwMDAwMDAwMDcwMDA4MDAxMDAwMTAwMDAyMDI0";

/// What is of an organisation, or nothing where the organisation is none.
fn of_theirs(target: &Target, kind: &str, of_p: u32, of_q: u32) -> String {
    match target.organisation {
        P => target.here(kind, of_p),
        Q => target.here(kind, of_q),
        _ => world::id(kind, MISSING),
    }
}

fn own_draft(target: &Target) -> Value {
    json!({ "checklistId": world::id("Checklist", world::checklist(target.place, target.organisation)) })
}

fn draft(target: &Target) -> Value {
    json!({ "checklistId": target.here("Checklist", at::DRAFT_CHECKLIST) })
}

fn submitted(target: &Target) -> Value {
    json!({ "checklistId": target.here("Checklist", at::CHECKLIST) })
}

fn stale(value: Value) -> Value {
    with(value, json!({ "baseVersion": STALE }))
}

fn ratings(value: Value) -> Value {
    with(stale(value), json!({ "ratings": [] }))
}

fn evidence(value: Value) -> Value {
    with(
        value,
        json!({ "code": "", "kind": "OBSERVATION", "collectedOn": "2025-01-01", "collectedBy": "", "note": "x" }),
    )
}

fn action(value: Value) -> Value {
    with(
        value,
        json!({ "code": "", "gap": "", "action": "", "priority": "HIGH", "organisationId": world::id("Organisation", P) }),
    )
}

fn to_come(value: Value) -> Value {
    with(value, json!({ "frameworkId": EDITION, "assessedOn": "2098-01-01" }))
}

pub(super) fn checklists() -> Vec<Write> {
    let mut all = vec![
        at_places(
            on(
                "importKeyActions",
                REFERENCE,
                installation,
                SIGNED_IN,
                |target| json!({ "frameworkId": EDITION, "language": "en", "fileId": target.file }),
            ),
            ONCE,
        ),
        on("createChecklist", FILL_CHECKLIST, operation, SHARED, |target| {
            to_come(json!({ "subjectId": target.operation() }))
        }),
        on("createChecklist", FILL_CHECKLIST, cluster, SHARED, |target| {
            to_come(json!({ "subjectId": target.cluster() }))
        }),
        on("createChecklist", FILL_CHECKLIST, cluster, CONTENT, |target| {
            to_come(json!({ "subjectId": target.here("Appeal", at::DRAFT_APPEAL) }))
        }),
        on("createChecklist", FILL_CHECKLIST, cluster, SHARED, |target| {
            to_come(json!({ "subjectId": target.here("Site", at::SITE), "clusterId": target.cluster() }))
        }),
        of(
            on("createChecklist", FILL_CHECKLIST, own, CONTENT, |target| {
                to_come(json!({ "subjectId": target.organisation(), "clusterId": target.cluster() }))
            }),
            PARTNERS,
        ),
        of(
            on("createChecklist", FILL_CHECKLIST, own, CONTENT, |target| {
                let site = target.here("Site", at::SITE);
                to_come(
                    json!({ "subjectId": site, "clusterId": target.cluster(), "organisationId": target.organisation() }),
                )
            }),
            PARTNERS,
        ),
    ];
    all.extend(of_organisations());
    all.extend(of_clusters());
    all
}

fn of_organisations() -> Vec<Write> {
    vec![
        of(on("updateChecklist", FILL_CHECKLIST, own, CONTENT, |target| stale(own_draft(target))), PARTNERS),
        of(on("rateChecklist", FILL_CHECKLIST, own, CONTENT, |target| ratings(own_draft(target))), PARTNERS),
        of(on("submitChecklist", SUBMIT_CHECKLIST, own, CONTENT, |target| stale(own_draft(target))), PARTNERS),
        of(on("addEvidence", FILL_CHECKLIST, own, CONTENT, |target| evidence(own_draft(target))), PARTNERS),
        of(on("addImprovementAction", FILL_CHECKLIST, own, CONTENT, |target| action(own_draft(target))), PARTNERS),
        // What was submitted keeps its evidence.
        of(
            on(
                "removeEvidence",
                FILL_CHECKLIST,
                own,
                CONTENT,
                |target| json!({ "evidenceId": of_theirs(target, "Evidence", 412 + at::EVIDENCE, 422 + at::EVIDENCE) }),
            ),
            PARTNERS,
        ),
        // The one whose own the checklist is.
        of(
            on("updateImprovementAction", FILL_CHECKLIST, own, CONTENT, |target| {
                stale(json!({ "actionId": of_theirs(target, "ImprovementAction", 411 + at::ACTION, 422 + at::ACTION) }))
            }),
            &[P],
        ),
        // The one who answers for it.
        of(
            on("updateImprovementAction", FILL_CHECKLIST, own, CONTENT, |target| {
                stale(json!({ "actionId": of_theirs(target, "ImprovementAction", 400 + at::ACTION, 402 + at::ACTION) }))
            }),
            PARTNERS,
        ),
    ]
}

fn of_clusters() -> Vec<Write> {
    let context = |target: &Target| {
        stale(json!({ "contextualisationId": target.here("Contextualisation", at::CONTEXTUALISATION) }))
    };
    vec![
        on("updateChecklist", FILL_CHECKLIST, cluster, CONTENT, |target| stale(draft(target))),
        on("updateChecklist", FILL_CHECKLIST, cluster, SHARED, |target| stale(submitted(target))),
        on("rateChecklist", FILL_CHECKLIST, cluster, CONTENT, |target| ratings(draft(target))),
        on("submitChecklist", SUBMIT_CHECKLIST, cluster, CONTENT, |target| stale(draft(target))),
        on("addEvidence", FILL_CHECKLIST, cluster, CONTENT, |target| evidence(draft(target))),
        on("addImprovementAction", FILL_CHECKLIST, cluster, SHARED, |target| action(submitted(target))),
        // Evidence is for fewer than the checklist that it stands for.
        on(
            "removeEvidence",
            FILL_CHECKLIST,
            cluster,
            CONTENT,
            |target| json!({ "evidenceId": target.here("Evidence", at::CHECKLIST + at::EVIDENCE) }),
        ),
        at_places(
            on(
                "startContextualisation",
                FILL_CHECKLIST,
                operation,
                SHARED,
                |target| json!({ "operationId": target.operation(), "frameworkId": EDITION }),
            ),
            WITH_NEEDS,
        ),
        at_places(on("updateContextualisation", FILL_CHECKLIST, operation, SHARED, context), WITH_NEEDS),
        at_places(
            on("setContextualItems", FILL_CHECKLIST, operation, SHARED, |target| {
                let id = target.here("Contextualisation", at::CONTEXTUALISATION);
                stale(json!({ "contextualisationId": id, "items": [] }))
            }),
            WITH_NEEDS,
        ),
    ]
}

/// Wrong in whom it asks, which is looked at last.
fn details(target: &Target) -> Value {
    json!({
        "names": names(), "kind": "RAPID", "family": "OTHER", "coordination": "JOINT", "frequency": "ONE_OFF", "confidentiality": "UNPROTECTED",
        "startsOn": "2025-01-01", "endsOn": "2025-02-01", "areaIds": [world::id("AdminArea", world::DISTRICT)],
        "leadOrganisationIds": [world::id("Organisation", if target.organisation == Q { Q } else { P })], "affectedGroups": [],
    })
}

fn confidential(target: &Target) -> Value {
    json!({ "assessmentId": of_theirs(target, "Assessment", at::CONFIDENTIAL_OF_P, at::CONFIDENTIAL_OF_Q) })
}

fn shared(target: &Target) -> Value {
    json!({ "assessmentId": target.here("Assessment", at::ASSESSMENT) })
}

fn document(value: Value) -> Value {
    with(value, json!({ "kind": "REPORT", "title": "" }))
}

pub(super) fn assessments() -> Vec<Write> {
    let mut all = vec![
        on(
            "createAssessment",
            NEEDS,
            cluster,
            SHARED,
            |target| json!({ "operationId": target.operation(), "clusterId": target.cluster(), "assessment": details(target) }),
        ),
        on(
            "createAssessment",
            NEEDS,
            operation,
            SHARED,
            |target| json!({ "operationId": target.operation(), "assessment": details(target) }),
        ),
        on("updateAssessment", NEEDS, cluster, SHARED, |target| {
            with(stale(shared(target)), json!({ "assessment": details(target) }))
        }),
        on("finaliseAssessment", NEEDS, cluster, SHARED, |target| stale(shared(target))),
        on("withdrawAssessment", NEEDS, cluster, SHARED, |target| {
            with(stale(shared(target)), json!({ "reason": "why" }))
        }),
        on("addAssessmentDocument", NEEDS, cluster, SHARED, |target| document(shared(target))),
        again(
            on(
                "removeAssessmentDocument",
                NEEDS,
                cluster,
                SHARED,
                |target| json!({ "documentId": target.here("AssessmentDocument", at::ASSESSMENT + at::DOCUMENT) }),
            ),
            |target| {
                format!(
                    "insert into assessment_documents (id, assessment_id, kind, title, url, created_at)
                     values (number({}), number({}), 'REPORT', 'x', 'https://example.org/', now()) on conflict do nothing",
                    target.place.base + at::ASSESSMENT + at::DOCUMENT,
                    target.place.base + at::ASSESSMENT,
                )
            },
        ),
    ];
    // Who makes it knows of it wherever in the operation they work; so in the other cluster only what others make is tried.
    for (places, organisations) in [(WITH_NEEDS, PARTNERS), (&[OTHER_CLUSTER], &[Q])] {
        all.extend(
            [
                on("updateAssessment", NEEDS, own, CONTENT, |target| {
                    with(stale(confidential(target)), json!({ "assessment": details(target) }))
                }),
                on("finaliseAssessment", NEEDS, own, CONTENT, |target| stale(confidential(target))),
                on("withdrawAssessment", NEEDS, own, CONTENT, |target| {
                    with(stale(confidential(target)), json!({ "reason": "why" }))
                }),
                on("addAssessmentDocument", NEEDS, own, CONTENT, |target| document(confidential(target))),
            ]
            .map(|write| of(at_places(write, places), organisations)),
        );
    }
    all
}
