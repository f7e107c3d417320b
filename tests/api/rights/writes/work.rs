//! Mutations of plans, reports and appeals.

use serde_json::{Value, json};

use super::{
    super::{
        table::{
            APPEALS, CONTENT, DECIDE, FUNDING, IMPORT_FUNDING, PERIODS, PLANS, PUBLISH, SHARED, SUBMIT_REPORT, WORKING,
            WRITE_REPORT, of_profile,
        },
        world::{self, D, P, at},
    },
    DONORS, Home, PARTNERS, STALE, Target, Write, again, cluster, in_person, names, of, on, own, plan, with,
};

fn measure() -> Value {
    json!({
        "name": "", "language": "en", "unit": "", "kind": "NUMBER", "acrossPlaces": "SUM", "acrossPeriods": "MAX", "countsPeople": true,
        "frequency": "EVERY_PERIOD", "dimensions": [],
    })
}

fn report_step(target: &Target, state: u32) -> Value {
    json!({ "reportId": target.report(state), "baseVersion": STALE })
}

fn report_note(target: &Target, state: u32) -> Value {
    json!({ "reportId": target.report(state), "baseVersion": STALE, "note": "why" })
}

fn update_plan(target: &Target, plan: u32) -> Value {
    json!({
        "planId": target.here("ResponsePlan", plan), "baseVersion": STALE, "kind": "HRP", "name": "", "language": "en",
        "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "USD", "clusterIds": [target.cluster()], "closed": false,
    })
}

fn update_appeal(target: &Target, appeal: u32) -> Value {
    json!({ "appealId": target.here("Appeal", appeal), "baseVersion": STALE })
}

fn report_header(target: &Target) -> Value {
    json!({
        "planId": target.here("ResponsePlan", at::PLAN), "periodId": target.here("ReportingPeriod", at::PERIOD + 1),
        "clusterId": target.cluster(), "organisationId": target.organisation(),
    })
}

pub(super) fn plans() -> Vec<Write> {
    vec![
        on("createPlan", PLANS, cluster, SHARED, |target| {
            json!({
                "operationId": target.operation(), "code": "", "kind": "HRP", "name": "", "language": "en", "startsOn": "2026-01-01",
                "endsOn": "2027-01-01", "currency": "USD", "clusterIds": [target.cluster()],
            })
        }),
        on("updatePlan", PLANS, plan, SHARED, |target| update_plan(target, at::PLAN)),
        on("updatePlan", PLANS, cluster, WORKING, |target| update_plan(target, at::DRAFT_PLAN)),
        on(
            "publishPlan",
            PUBLISH,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "baseVersion": STALE }),
        ),
        on(
            "publishPlan",
            PUBLISH,
            cluster,
            WORKING,
            |target| json!({ "planId": target.here("ResponsePlan", at::DRAFT_PLAN), "baseVersion": STALE }),
        ),
        on("addObjective", PLANS, plan, SHARED, |target| {
            json!({
                "planId": target.here("ResponsePlan", at::PLAN), "level": "CLUSTER", "refCode": "", "name": "", "language": "en",
            })
        }),
        on("addActivity", PLANS, cluster, WORKING, |target| {
            json!({
                "objectiveId": target.here("Objective", at::DRAFT_OBJECTIVE), "refCode": "", "name": "", "language": "en", "unit": "KITS",
            })
        }),
        on(
            "updateObjective",
            PLANS,
            plan,
            SHARED,
            |target| json!({ "objectiveId": target.here("Objective", at::OBJECTIVE), "baseVersion": STALE, "name": "", "language": "en" }),
        ),
        on(
            "removeObjective",
            PLANS,
            cluster,
            WORKING,
            |target| json!({ "objectiveId": target.here("Objective", at::DRAFT_OBJECTIVE), "baseVersion": STALE }),
        ),
        on(
            "removeActivity",
            PLANS,
            cluster,
            WORKING,
            |target| json!({ "activityId": target.here("Activity", at::DRAFT_ACTIVITY), "baseVersion": STALE }),
        ),
        on(
            "removeIndicator",
            PLANS,
            cluster,
            WORKING,
            |target| json!({ "indicatorId": target.here("Indicator", at::DRAFT_INDICATOR), "baseVersion": STALE }),
        ),
        on("updateActivity", PLANS, plan, SHARED, |target| {
            json!({
                "activityId": target.here("Activity", at::ACTIVITY), "baseVersion": STALE,
                "objectiveId": target.here("Objective", at::OBJECTIVE), "name": "", "language": "en", "unit": "KITS",
            })
        }),
        on(
            "setActivityCosts",
            PLANS,
            cluster,
            WORKING,
            |target| json!({ "activityId": target.here("Activity", at::DRAFT_ACTIVITY), "baseVersion": STALE, "costs": [] }),
        ),
        on("addIndicator", PLANS, plan, SHARED, |target| {
            json!({
                "planId": target.here("ResponsePlan", at::PLAN), "activityId": target.here("Activity", at::ACTIVITY), "refCode": "",
                "measure": measure(),
            })
        }),
        on(
            "updateIndicator",
            PLANS,
            cluster,
            WORKING,
            |target| json!({ "indicatorId": target.here("Indicator", at::DRAFT_INDICATOR), "baseVersion": STALE, "measure": measure() }),
        ),
        on(
            "setTargets",
            PLANS,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "baseVersion": STALE, "targets": [] }),
        ),
        on(
            "publishPeriod",
            PUBLISH,
            plan,
            SHARED,
            |target| json!({ "periodId": target.here("ReportingPeriod", at::PENDING_PERIOD) }),
        ),
        in_person(on(
            "createShareLink",
            PUBLISH,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "name": "", "validDays": 0 }),
        )),
        on(
            "revokeShareLink",
            PUBLISH,
            plan,
            PUBLISH,
            |target| json!({ "shareLinkId": target.here("ShareLink", at::SHARE_LINK) }),
        ),
        on(
            "createReportingPeriods",
            PERIODS,
            plan,
            SHARED,
            |target| json!({ "planId": target.here("ResponsePlan", at::PLAN), "periods": [] }),
        ),
        again(
            on(
                "closeReportingPeriod",
                PERIODS,
                plan,
                SHARED,
                |target| json!({ "periodId": target.here("ReportingPeriod", at::PERIOD + 4) }),
            ),
            |target| {
                format!(
                    "update reporting_periods set closed_at = null where id = number({})",
                    target.place.base + at::PERIOD + 4
                )
            },
        ),
        on(
            "openReportingPeriod",
            PERIODS,
            cluster,
            WORKING,
            |target| json!({ "periodId": target.here("ReportingPeriod", at::DRAFT_PERIOD) }),
        ),
    ]
}

fn profile(target: &Target) -> Home {
    of_profile(target.place)
}

pub(super) fn reports() -> Vec<Write> {
    vec![
        of(
            on("saveReport", WRITE_REPORT, own, CONTENT, |target| {
                with(report_header(target), json!({ "baseVersion": STALE, "nil": true, "rows": [] }))
            }),
            PARTNERS,
        ),
        of(
            on("importReport", WRITE_REPORT, own, CONTENT, |target| {
                with(report_header(target), json!({ "fileId": target.file, "dryRun": true }))
            }),
            PARTNERS,
        ),
        of(
            on("importSheet", WRITE_REPORT, own, CONTENT, |target| {
                with(report_header(target), json!({ "fileId": target.file, "dryRun": true }))
            }),
            PARTNERS,
        ),
        of(
            on("sendRows", WRITE_REPORT, own, CONTENT, |target| {
                with(report_header(target), json!({ "rows": [], "dryRun": true }))
            }),
            PARTNERS,
        ),
        on(
            "undoImport",
            WRITE_REPORT,
            own,
            CONTENT,
            |target| json!({ "batchId": target.here("ImportBatch", at::BATCH) }),
        ),
        on(
            "renameMappingProfile",
            WRITE_REPORT,
            profile,
            WRITE_REPORT,
            |target| json!({ "profileId": target.here("MappingProfile", at::PROFILE), "name": "" }),
        ),
        again(
            on(
                "removeMappingProfile",
                WRITE_REPORT,
                profile,
                WRITE_REPORT,
                |target| json!({ "profileId": target.here("MappingProfile", at::PROFILE) }),
            ),
            |target| world::profile(target.place),
        ),
        of(on("submitReport", SUBMIT_REPORT, own, CONTENT, |target| report_step(target, 1)), PARTNERS),
        of(on("acceptReport", DECIDE, own, CONTENT, |target| report_step(target, 2)), PARTNERS),
        of(on("returnReport", DECIDE, own, CONTENT, |target| report_note(target, 2)), PARTNERS),
        of(on("reopenReport", DECIDE, own, CONTENT, |target| report_note(target, 4)), PARTNERS),
        on("declareCaseloads", DECIDE, plan, SHARED, |target| {
            json!({
                "planId": target.here("ResponsePlan", at::PLAN), "activityId": target.here("Activity", at::ACTIVITY),
                "areaId": world::id("AdminArea", world::DISTRICT), "organisationIds": [],
            })
        }),
    ]
}

pub(super) fn appeals() -> Vec<Write> {
    vec![
        on("createAppeal", APPEALS, cluster, SHARED, |target| {
            json!({
                "operationId": target.operation(), "clusterId": target.cluster(), "code": "", "kind": "HRP", "names": names(), "summary": [],
                "currency": "USD", "startsOn": "2026-01-01", "endsOn": "2027-01-01",
            })
        }),
        on("updateAppeal", APPEALS, cluster, SHARED, |target| update_appeal(target, at::APPEAL)),
        on("updateAppeal", APPEALS, cluster, CONTENT, |target| update_appeal(target, at::DRAFT_APPEAL)),
        on("setAppealStatus", APPEALS, cluster, CONTENT, |target| {
            with(update_appeal(target, at::DRAFT_APPEAL), json!({ "status": "PUBLISHED" }))
        }),
        on("reviseAppeal", APPEALS, cluster, SHARED, |target| {
            with(update_appeal(target, at::APPEAL), json!({ "validFrom": "2026-01-01", "reason": "why", "lines": [] }))
        }),
        on("requirementFromPlan", APPEALS, cluster, CONTENT, |target| {
            with(update_appeal(target, at::DRAFT_APPEAL), json!({ "validFrom": "2026-01-01", "reason": "why" }))
        }),
        on("importRequirements", APPEALS, cluster, SHARED, |target| {
            with(
                update_appeal(target, at::APPEAL),
                json!({ "fileId": target.file, "validFrom": "2026-01-01", "reason": "why" }),
            )
        }),
        on(
            "publishEdition",
            PUBLISH,
            cluster,
            CONTENT,
            |target| json!({ "appealId": target.here("Appeal", at::DRAFT_APPEAL), "asOf": "2026-01-01" }),
        ),
        of(
            on("recordFlow", FUNDING, own, SHARED, |target| {
                json!({
                    "appealId": target.here("Appeal", at::APPEAL), "status": "PLEDGE", "boundary": "INCOMING",
                    "sourceOrganisationId": target.organisation(), "recipientOrganisationId": world::id("Organisation", P), "activityIds": [],
                    "amount": "-1", "currency": "USD", "portions": [], "contribution": "FINANCIAL", "description": "",
                })
            }),
            DONORS,
        ),
        of(
            on("withdrawFlow", FUNDING, own, CONTENT, |target| {
                let flow = if target.organisation == D { at::FLOW_OF_D } else { at::FLOW_OF_E };
                json!({
                    "appealId": target.here("Appeal", at::APPEAL), "flowId": target.here("Flow", flow), "baseVersion": STALE, "reason": "why",
                })
            }),
            DONORS,
        ),
        on(
            "importFlows",
            IMPORT_FUNDING,
            cluster,
            SHARED,
            |target| json!({ "appealId": target.here("Appeal", at::APPEAL), "fileId": target.file, "boundary": "INCOMING" }),
        ),
    ]
}
