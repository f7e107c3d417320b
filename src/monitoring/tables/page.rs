//! Tables as files: `/plans/{plan}/tables/{table}.{csv|xlsx|json|geojson}`, and `/plans/{plan}/rows.csv` with all that was reported.
//!
//! Headings stand in the first row, HXL tags in the second, records from the third on, and nothing else. The plan is named by its id or its code.

use std::collections::HashMap;

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_DISPOSITION, ETAG, EntityTag, HeaderName},
    },
    web::{self, Data, Path, Query, ServiceConfig},
};
use juniper::ID;
use sha2::{Digest, Sha256};

use super::{Asked, LongTable, TableKind, fill, long, with_outlines};
use crate::{
    kit::{
        Call, Error, Result,
        auth::Action,
        data::{self, Format},
        db::{Conn, LongRead, Sight},
        door::Door,
        http::error_response,
        page::is_known,
    },
    monitoring::{
        model::PeriodId,
        policy,
        store::{self, plans_by_code},
    },
    plans::{Plan, PlanId},
};

/// How many records a file has, those of its head not counted.
const TOTAL: HeaderName = HeaderName::from_static("x-total-count");

pub(in crate::monitoring) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/plans/{plan}/tables/{table}.{kind}").route(web::get().to(table)))
        .service(web::resource("/plans/{plan}/{table:rows|cells}.{kind}").route(web::get().to(long_table)));
}

/// What an address says beyond its path.
pub(in crate::monitoring) type Wishes = HashMap<String, String>;

/// The format that an address means.
pub(in crate::monitoring) fn format(kind: &str, wishes: &Wishes) -> Result<Format> {
    let objects = match wishes.get("shape").map(String::as_str) {
        None | Some("rows") => false,
        Some("objects") => true,
        Some(_) => return Err(Error::invalid("shape", "table-shape", "the shape is `rows` or `objects`")),
    };
    Format::named(kind, objects).ok_or_else(|| {
        let message = "a table ends in .csv, .xlsx, .json or .geojson; of .json alone there is `shape=objects`, too";
        Error::invalid("format", "table-format", message)
    })
}

fn level(wishes: &Wishes) -> Result<i32> {
    let wrong = |_| Error::invalid("level", "area-level", "the level is 1, of the largest areas, to 5");
    wishes.get("level").map_or(Ok(1), |level| level.parse().map_err(wrong))
}

/// The period that an address means, by its id or its number.
async fn period(conn: Conn<'_>, plan: &Plan, wishes: &Wishes, key: &str) -> Result<Option<PeriodId>> {
    let Some(text) = wishes.get(key) else { return Ok(None) };
    let Ok(number) = text.parse::<i32>() else { return PeriodId::parse(&ID::new(text.clone()), key).map(Some) };
    let all = store::periods_of_plan(conn, plan.id).await?;
    let found = all.iter().find(|period| period.number == number).map(|period| period.id);
    found
        .map(Some)
        .ok_or_else(|| Error::invalid(key, "period-of-another-plan", "the plan has no period of this number"))
}

/// The plan that an address means, by its id or its code.
async fn plan(call: &Call, name: &str) -> Result<Plan> {
    call.viewer.require_user()?;
    let conn = call.db.conn().await?;
    let load = |id| policy::plan(conn, &call.viewer, Action::ReadShared, id, "plan");
    if let Ok(id) = PlanId::parse(&ID::new(name.to_owned()), "plan") {
        return load(id).await;
    }
    let mut found = Vec::new();
    for id in plans_by_code(conn, name).await? {
        // Codes are told apart inside an operation alone; what the viewer may not know of is not there.
        found.extend(load(id).await.ok());
    }
    if found.len() > 1 {
        let message = "several plans that you may read have this code; use the plan's id";
        return Err(Error::conflict("plan-code-ambiguous", message).at("plan"));
    }
    found.pop().ok_or_else(|| Error::not_found("plan"))
}

async fn asked(call: &Call, plan: &Plan, wishes: &Wishes) -> Result<Asked> {
    let conn = call.db.conn().await?;
    let ends = (period(conn, plan, wishes, "from").await?, period(conn, plan, wishes, "upTo").await?);
    Asked::new(conn, plan.id, ends, level(wishes)?, call.tools.clock.now()).await
}

/// A file to keep.
pub(in crate::monitoring) fn file(status: StatusCode, format: Format, name: &str) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{}\"", format.ending())));
    response
}

/// The tag of a file.
pub(in crate::monitoring) fn tag(content: &[u8]) -> EntityTag {
    EntityTag::new_strong(hex::encode(&Sha256::digest(content)[..16]))
}

async fn table(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, String, String)>,
    wishes: Query<Wishes>,
) -> HttpResponse {
    let (name, table, kind) = path.into_inner();
    let answer = async {
        let call = door.call(&request).await?;
        let plan = plan(&call, &name).await?;
        let table = TableKind::named(&table).ok_or_else(|| Error::not_found("table"))?;
        let format = format(&kind, &wishes)?;
        let asked = asked(&call, &plan, &wishes).await?;
        let conn = call.db.conn().await?;
        let filled = fill(conn, table, &asked).await?;
        let records =
            if format == Format::GeoJson { with_outlines(conn, table, filled).await? } else { filled.records };
        let content = data::write(format, &table.slug(), &table.columns(), &records)?;
        let tag = tag(&content);
        let known = is_known(&request, &tag);
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut response = file(status, format, &format!("{}-{}", plan.code, table.slug()));
        response.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, "private, no-cache"));
        response.insert_header((TOTAL, records.len()));
        Ok(if known { response.finish() } else { response.body(content) })
    };
    answer.await.unwrap_or_else(|error| error_response(&error, &request))
}

async fn long_table(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, String, String)>,
    wishes: Query<Wishes>,
) -> HttpResponse {
    let (name, table, kind) = path.into_inner();
    let answer = async {
        let call = door.call(&request).await?;
        let plan = plan(&call, &name).await?;
        let named = LongTable::named(&table).ok_or_else(|| Error::not_found("table"))?;
        if !call.viewer.may_somewhere(Action::ReadContent) {
            return Err(Error::forbidden("no role that you hold may read reports"));
        }
        let format = format(&kind, &wishes)?;
        let asked = asked(&call, &plan, &wishes).await?;
        let read = LongRead::open(call.db.pools(), &Sight::of(&call.viewer)).await?;
        let (conn, reach) = (call.db.conn().await?, call.viewer.reach(Action::ReadContent));
        let found = long(conn, read, named, (&plan, &asked.periods), &reach, format).await?;
        let total = found.records.total;
        let content = data::stream(format, &table, found.columns, found.records)?;
        let mut response = file(StatusCode::OK, format, &format!("{}-{table}", plan.code));
        response.insert_header((TOTAL, total)).insert_header((CACHE_CONTROL, "private, no-store"));
        Ok(response.streaming(content))
    };
    answer.await.unwrap_or_else(|error| error_response(&error, &request))
}
