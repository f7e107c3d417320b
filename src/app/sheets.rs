//! The sheets of partners' reports, as downloads: empty ones to fill, and a report as it stands.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;

use super::files;
use crate::{
    kit::{Error, door::Door, http::error_response},
    monitoring::{self, ReportId},
    plans::PlanId,
};

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Whose codes the workbook offers.
#[derive(Deserialize)]
pub(super) struct OfPlan {
    plan: Option<String>,
}

/// `GET /reports/template.csv` and `GET /reports/template.xlsx?plan={id}`: the empty sheet of a report; the workbook with the plan's codes to choose
/// from.
pub(super) async fn template(
    request: HttpRequest,
    door: Data<Door>,
    kind: web::Path<String>,
    query: web::Query<OfPlan>,
) -> HttpResponse {
    let kind = kind.into_inner();
    let sheet = async {
        let call = door.call(&request).await?;
        call.viewer.require_user()?;
        match (kind.as_str(), &query.plan) {
            ("csv", _) => monitoring::report_template(),
            ("xlsx", Some(plan)) => {
                let plan = PlanId::parse(&juniper::ID::new(plan.clone()), "plan")?;
                monitoring::report_template_workbook(&call, plan).await
            }
            ("xlsx", None) => {
                Err(Error::invalid("plan", "template-plan", "say whose codes: `template.xlsx?plan={id}`"))
            }
            _ => Err(Error::not_found("template")),
        }
    };
    match sheet.await {
        Ok(content) if kind == "xlsx" => files::download("report.xlsx", WORKBOOK, content),
        Ok(content) => files::download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

/// `GET /reports/{id}.csv`: a report as a sheet that reads back in.
pub(super) async fn report(request: HttpRequest, door: Data<Door>, id: web::Path<String>) -> HttpResponse {
    let sheet = async {
        let call = door.call(&request).await?;
        let id = ReportId::parse(&juniper::ID::new(id.into_inner()), "id")?;
        monitoring::export_report(&call, id).await
    };
    match sheet.await {
        Ok(content) => files::download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}
