//! Files to keep: how they are handed out, and the sheets of reports.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use serde::Deserialize;

use crate::{
    kit::{Error, door::Door, http::error_response},
    monitoring::{self, ReportId},
    plans::PlanId,
};

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file to keep, for this reader alone.
pub(super) fn download(name: &str, media_type: &str, content: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(content)
}

/// How a browser shall save the file: under its name as sent (RFC 8187), and for old ones under one of plain letters.
fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    if plain == name {
        return format!("attachment; filename=\"{plain}\"");
    }
    let encode =
        |byte: u8| if is_plain(char::from(byte)) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let encoded: String = name.bytes().map(encode).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[derive(Deserialize)]
pub(super) struct OfPlan {
    plan: Option<String>,
}

/// `GET /reports/template.csv` and `GET /reports/template.xlsx?plan={id}`: the empty sheet of a report; the workbook with the plan's codes to choose
/// from.
pub(super) async fn report_template(
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
        Ok(content) if kind == "xlsx" => download("report.xlsx", WORKBOOK, content),
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

/// `GET /reports/{id}.csv`: a report as a sheet that reads back in.
pub(super) async fn report_sheet(request: HttpRequest, door: Data<Door>, id: web::Path<String>) -> HttpResponse {
    let sheet = async {
        let call = door.call(&request).await?;
        let id = ReportId::parse(&juniper::ID::new(id.into_inner()), "id")?;
        monitoring::export_report(&call, id).await
    };
    match sheet.await {
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_survives_and_old_browsers_get_a_plain_one() {
        assert_eq!(disposition("report-1.csv"), "attachment; filename=\"report-1.csv\"");
        assert_eq!(
            disposition("été \"1\".csv"),
            "attachment; filename=\"_t___1_.csv\"; filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.csv"
        );
        assert_eq!(disposition("ق;"), "attachment; filename=\"__\"; filename*=UTF-8''%D9%82%3B");
    }
}
