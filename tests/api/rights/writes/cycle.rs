//! Mutations of the month and of review.

use serde_json::{Value, json};

use super::{
    super::{
        table::{CONTENT, DECIDE, PERIODS, SHARED, SUBMIT_REPORT, TALK},
        world::{self, at},
    },
    PARTNERS, STALE, Target, Write, of, on, own, plan, with,
};

fn cells(target: &Target) -> Value {
    json!({ "reportId": target.report(2), "baseVersion": STALE, "cells": [] })
}

fn comment(target: &Target) -> Value {
    let report = world::report(target.place, target.organisation, 2);
    json!({ "commentId": world::id("ReportComment", world::comment(report)) })
}

pub(super) fn month() -> Vec<Write> {
    vec![
        of(
            on("reportNothing", SUBMIT_REPORT, own, CONTENT, |target| {
                json!({
                    "planId": target.here("ResponsePlan", at::PLAN), "periodId": target.here("ReportingPeriod", at::PERIOD + 1),
                    "clusterId": target.cluster(), "organisationId": target.organisation(), "baseVersion": STALE,
                })
            }),
            PARTNERS,
        ),
        of(
            on(
                "acceptReports",
                DECIDE,
                own,
                CONTENT,
                |target| json!({ "reports": [{ "reportId": target.report(2), "baseVersion": STALE }] }),
            ),
            PARTNERS,
        ),
        of(on("cleanCells", DECIDE, own, CONTENT, cells), PARTNERS),
        of(on("restoreCells", DECIDE, own, CONTENT, cells), PARTNERS),
        of(
            on("addReportComment", DECIDE, own, CONTENT, |target| json!({ "reportId": target.report(2), "text": "" })),
            PARTNERS,
        ),
        of(
            on("answerReportComment", TALK, own, CONTENT, |target| with(comment(target), json!({ "text": "" }))),
            PARTNERS,
        ),
        of(
            on("resolveReportComment", DECIDE, own, CONTENT, |target| {
                with(comment(target), json!({ "resolved": false }))
            }),
            PARTNERS,
        ),
        on(
            "remind",
            DECIDE,
            plan,
            SHARED,
            |target| json!({ "periodId": target.here("ReportingPeriod", at::PERIOD + 1), "organisationIds": [] }),
        ),
        on(
            "setReportingSettings",
            PERIODS,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "baseVersion": STALE }),
        ),
    ]
}
