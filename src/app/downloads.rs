//! Files to keep: how they are handed out, and the sheets of reports.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use serde::Deserialize;

use crate::{
    kit::{Call, Error, Result, door::Door, http::error_response, text::Language},
    monitoring::{self, ReportId, WorkbookFor},
    plans::{self, ProjectSheet},
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

/// Whom a workbook is made for, and in which language.
#[derive(Deserialize)]
pub(super) struct Asked {
    plan: Option<String>,
    period: Option<String>,
    cluster: Option<String>,
    organisation: Option<String>,
    language: Option<String>,
}

impl Asked {
    fn language(&self) -> Result<Option<Language>> {
        let message = "give one of en, fr, es, pt, ar";
        let read = |tag: &String| {
            Language::from_tag(tag).ok_or_else(|| Error::invalid("language", "language-unknown", message))
        };
        self.language.as_ref().map(read).transpose()
    }

    async fn workbook(&self, call: &Call) -> Result<Vec<u8>> {
        let id = |text: &Option<String>| text.clone().map(juniper::ID::new);
        let whose = "say whose codes: `template.xlsx?plan={id}`";
        let plan = id(&self.plan).ok_or_else(|| Error::invalid("plan", "template-plan", whose))?;
        let partner =
            WorkbookFor { period: id(&self.period), cluster: id(&self.cluster), organisation: id(&self.organisation) };
        monitoring::report_workbook(call, &plan, &partner, self.language()?).await
    }
}

/// `GET /reports/template.csv` and `GET /reports/template.xlsx?plan={id}&period={id}&cluster={id}&organisation={id}`: the empty sheet of a report;
/// the workbook to fill, made for a partner or with the plan's codes alone.
pub(super) async fn report_template(
    request: HttpRequest,
    door: Data<Door>,
    kind: web::Path<String>,
    query: web::Query<Asked>,
) -> HttpResponse {
    let kind = kind.into_inner();
    let sheet = async {
        let call = door.call(&request).await?;
        call.viewer.require_user()?;
        match kind.as_str() {
            "csv" => monitoring::report_template(),
            "xlsx" => query.workbook(&call).await,
            _ => Err(Error::not_found("template")),
        }
    };
    match sheet.await {
        Ok(content) if kind == "xlsx" => download("report.xlsx", WORKBOOK, content),
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

/// `GET /reports/{id}.csv` and `GET /reports/{id}.xlsx`: a report as a sheet that reads back in.
pub(super) async fn report_sheet(
    request: HttpRequest,
    door: Data<Door>,
    path: web::Path<(String, String)>,
    query: web::Query<Asked>,
) -> HttpResponse {
    let (id, kind) = path.into_inner();
    let sheet = async {
        let call = door.call(&request).await?;
        let id = ReportId::parse(&juniper::ID::new(id), "id")?;
        match kind.as_str() {
            "xlsx" => monitoring::report_as_workbook(&call, id, query.language()?).await,
            _ => monitoring::export_report(&call, id).await,
        }
    };
    match sheet.await {
        Ok(content) if kind == "xlsx" => download("report.xlsx", WORKBOOK, content),
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

/// `GET /projects/{plan id}.csv` and `GET /projects/{plan id}.xlsx`: the projects of a plan that the reader may know of, a row for each.
pub(super) async fn projects(
    request: HttpRequest,
    door: Data<Door>,
    path: web::Path<(String, String)>,
) -> HttpResponse {
    let (plan, kind) = path.into_inner();
    let sheet = async {
        let call = door.call(&request).await?;
        call.viewer.require_user()?;
        let kind = if kind == "xlsx" { ProjectSheet::Xlsx } else { ProjectSheet::Csv };
        plans::export_projects(&call, &juniper::ID::new(plan), kind).await
    };
    match sheet.await {
        Ok(content) if kind == "xlsx" => download("projects.xlsx", WORKBOOK, content),
        Ok(content) => download("projects.csv", "text/csv; charset=utf-8", content),
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
