//! Shared links: `/share/{secret}` as a page, `/share/{secret}/{table}.csv` as files; calendars: `/calendar/{secret}.ics`. None needs an account.
//!
//! What was taken back, has ended or never was is answered in one and the same way.

use std::time::SystemTime;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, ETAG, LastModified, REFERRER_POLICY},
    },
    web::{self, Data, Path, Query, ServiceConfig},
};

use super::{
    calendar,
    model::{Publication, ShareLink},
    report, shared, store,
};
use crate::{
    kit::{
        Call, Result,
        auth::tokens::secret_hash,
        data,
        db::Sight,
        door::Door,
        http::error_response,
        page::{Message, answer, is_known, serve},
        text::{InLanguage, Language},
    },
    monitoring::tables::{
        TableKind,
        page::{Wishes, file, format, tag},
        with_outlines,
    },
};

pub(in crate::monitoring) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/share/{secret}").route(web::get().to(share)))
        .service(web::resource("/share/{secret}/{table}.{kind}").route(web::get().to(table)))
        .service(web::resource("/calendar/{secret}.ics").route(web::get().to(feed)));
}

fn say<'a>(call: &'a Call, wishes: &Wishes) -> InLanguage<'a> {
    let chosen = wishes.get("lang").and_then(|tag| Language::from_tag(tag));
    call.tools.texts.in_language(chosen.unwrap_or(call.language))
}

fn nowhere(say: InLanguage<'_>) -> Result<HttpResponse> {
    answer(StatusCode::NOT_FOUND, &Message::dead_link(say))
}

/// The link of a secret, and what it shows; nothing where nothing was published yet.
async fn found(call: &Call, secret: &str) -> Result<Option<(ShareLink, Option<(Publication, shared::Shown)>)>> {
    call.db.look_as(Sight::Keys);
    let conn = call.db.conn().await?;
    let link = store::link_by_secret(conn, &secret_hash(secret), call.tools.clock.now()).await?;
    let Some(link) = link else { return Ok(None) };
    let Some(publication) = store::holding(conn, link.plan_id).await? else { return Ok(Some((link, None))) };
    let shown = shared::shown(store::content(conn, publication.id).await?, &link);
    Ok(Some((link, Some((publication, shown)))))
}

async fn share(request: HttpRequest, door: Data<Door>, secret: Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let say = say(call, &wishes);
        match found(call, &secret).await? {
            None => nowhere(say),
            Some((_, None)) => answer(
                StatusCode::OK,
                &Message {
                    say,
                    heading: say.text("shared-nothing-title", &[]),
                    text: say.text("shared-nothing-text", &[]),
                    link: None,
                },
            ),
            Some((link, Some((publication, shown)))) => {
                answer(StatusCode::OK, &report::page(&link, &publication, &shown, &secret, say))
            }
        }
    })
    .await
}

async fn table(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, String, String)>,
    wishes: Query<Wishes>,
) -> HttpResponse {
    let (secret, table, kind) = path.into_inner();
    serve(&request, &door, async |call| {
        let say = say(call, &wishes);
        let Some((_, Some((publication, shown)))) = found(call, &secret).await? else { return nowhere(say) };
        let Some(kind_of_table) = TableKind::named(&table) else { return nowhere(say) };
        let Some(published) = shown.table(kind_of_table) else { return nowhere(say) };
        let format = match format(&kind, &wishes) {
            Ok(format) => format,
            Err(error) => return Ok(error_response(&error, &request)),
        };
        let filled = published.filled.clone();
        let records = if format == data::Format::GeoJson {
            match with_outlines(call.db.conn().await?, kind_of_table, filled).await {
                Ok(records) => in_place(records, published.columns.len()),
                Err(error) => return Ok(error_response(&error, &request)),
            }
        } else {
            filled.records
        };
        let content = data::write(format, &table, &published.columns, &records)?;
        let tag = tag(&content);
        let known = is_known(&request, &tag);
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let name = format!("{}-{table}-{}-{}", shown.content.plan.code, shown.content.ends_on, publication.number);
        let mut response = file(status, format, &name);
        // A link that is taken back leads nowhere at once, so every copy is asked about.
        response
            .insert_header((ETAG, tag.to_string()))
            .insert_header(LastModified(SystemTime::from(publication.published_at).into()))
            .insert_header((CACHE_CONTROL, "no-cache"))
            .insert_header((REFERRER_POLICY, "no-referrer"))
            .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        Ok(if known { response.finish() } else { response.body(content) })
    })
    .await
}

/// Records whose geometry stands right behind their cells.
fn in_place(mut records: Vec<data::Record>, columns: usize) -> Vec<data::Record> {
    records.iter_mut().for_each(|record| {
        let geometry = record.pop().flatten();
        record.resize(columns, None);
        record.push(geometry);
    });
    records
}

async fn feed(request: HttpRequest, door: Data<Door>, secret: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let say = call.tools.texts.in_language(call.language);
        call.db.look_as(Sight::Keys);
        let user = store::user_of_calendar(call.db.conn().await?, &secret_hash(&secret)).await?;
        let Some(user) = user else { return nowhere(say) };
        let Some(text) = calendar::of_user(call, user).await? else { return nowhere(say) };
        let tag = tag(text.as_bytes());
        if is_known(&request, &tag) {
            return Ok(HttpResponse::NotModified().insert_header((ETAG, tag.to_string())).finish());
        }
        Ok(HttpResponse::Ok()
            .content_type("text/calendar; charset=utf-8")
            .insert_header((ETAG, tag.to_string()))
            .insert_header((CACHE_CONTROL, "private, no-cache"))
            .insert_header((REFERRER_POLICY, "no-referrer"))
            .body(text))
    })
    .await
}
