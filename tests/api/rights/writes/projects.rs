//! Mutations of projects.

use serde_json::{Value, json};

use super::{
    super::{
        table::{CONTENT, DECIDE_PROJECT, PLANS, REVIEW_PROJECT, SHARED, SUBMIT_REPORT, WRITE_REPORT},
        world::{self, P, Q, at},
    },
    PARTNERS, STALE, Target, Write, of, on, own, plan,
};
use crate::rights::reading::MISSING;

/// The draft of an organisation, or nothing where the organisation is none.
fn draft(target: &Target) -> String {
    match target.organisation {
        organisation @ (P | Q) => world::id("Project", world::project(target.place, organisation)),
        _ => world::id("Project", MISSING),
    }
}

/// The approved one.
fn approved(target: &Target) -> String {
    world::id("Project", world::project(target.place, P) + 1)
}

/// Wrong in its title, which is looked at last.
fn content() -> Value {
    json!({
        "name": "", "language": "en", "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "USD", "targets": [], "budget": [],
    })
}

pub(super) fn projects() -> Vec<Write> {
    vec![
        of(
            on("createProject", WRITE_REPORT, own, CONTENT, |target| {
                json!({
                    "planId": target.here("ResponsePlan", at::PLAN), "clusterId": target.cluster(),
                    "organisationId": target.organisation(), "code": "x", "content": content(),
                })
            }),
            PARTNERS,
        ),
        of(
            on(
                "updateProject",
                WRITE_REPORT,
                own,
                CONTENT,
                |target| json!({ "projectId": draft(target), "baseVersion": STALE, "content": content() }),
            ),
            PARTNERS,
        ),
        of(
            on(
                "moveProject",
                SUBMIT_REPORT,
                own,
                CONTENT,
                |target| json!({ "projectId": draft(target), "baseVersion": STALE, "to": "SUBMITTED" }),
            ),
            PARTNERS,
        ),
        of(
            on(
                "decideProject",
                DECIDE_PROJECT,
                own,
                CONTENT,
                |target| json!({ "projectId": draft(target), "baseVersion": STALE, "to": "APPROVED" }),
            ),
            PARTNERS,
        ),
        on(
            "decideProject",
            DECIDE_PROJECT,
            own,
            SHARED,
            |target| json!({ "projectId": approved(target), "baseVersion": STALE, "to": "ACTIVE" }),
        ),
        of(
            on(
                "setProjectReviewers",
                DECIDE_PROJECT,
                own,
                CONTENT,
                |target| json!({ "projectId": draft(target), "baseVersion": STALE, "userIds": [] }),
            ),
            PARTNERS,
        ),
        of(
            on(
                "reviewProject",
                REVIEW_PROJECT,
                own,
                CONTENT,
                |target| json!({ "projectId": draft(target), "recommendation": "APPROVE", "scores": [], "submit": true }),
            ),
            // Nobody reviews one of an organisation that they speak for, whatever else they are.
            &[Q],
        ),
        on(
            "setReviewCriteria",
            PLANS,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "baseVersion": STALE, "criteria": [] }),
        ),
    ]
}
