//! The public pages: the list of appeals, and each edition as a page and as files.
//!
//! They read nothing but published editions, which never change, so that every address of an edition can be kept by caches for good.

mod bar;
mod map;
mod tables;
mod view;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, ContentType, ETAG, EntityTag, Header,
            IfNoneMatch, LOCATION, VARY,
        },
    },
    web::{self, Data, Path, Query, ServiceConfig},
};
use askama::Template;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use self::view::View;
use super::{
    export,
    figures::EditionFigures,
    public_store::{self, PublishedEdition},
};
use crate::kit::{
    Call, Error, Result,
    door::Door,
    http::PAGE_POLICY,
    page::{Message, answer, serve},
    text::{InLanguage, Language},
};

/// The routes of the public pages.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/").route(web::get().to(list)))
        .service(web::resource("/a/{code}").route(web::get().to(latest)))
        .service(web::resource("/a/{code}/{number:[0-9]{1,9}}").route(web::get().to(show)))
        .service(web::resource("/a/{code}/{number:[0-9]{1,9}}.json").route(web::get().to(json)))
        .service(web::resource("/a/{code}/{number:[0-9]{1,9}}/areas.csv").route(web::get().to(areas)))
        .service(web::resource("/a/{code}/{number:[0-9]{1,9}}/money.csv").route(web::get().to(money)))
        .default_service(web::to(nothing));
}

/// The reader's choice of a language, before that of the browser.
#[derive(Deserialize)]
struct Choice {
    lang: Option<String>,
}

fn language(call: &Call, choice: &Choice) -> Language {
    choice.lang.as_deref().and_then(Language::from_tag).unwrap_or(call.language)
}

/// A published appeal, as the list shows it.
struct ListRow {
    code: String,
    title: String,
    required: String,
    funded: String,
    missing: String,
    as_of: String,
}

#[derive(Template)]
#[template(path = "appeals/templates/list.html")]
struct List<'a> {
    say: InLanguage<'a>,
    appeals: Vec<ListRow>,
}

/// An edition of the same appeal, as the page's history shows it.
struct EditionRow {
    number: i32,
    published: String,
    note: String,
}

#[derive(Template)]
#[template(path = "appeals/templates/appeal.html")]
struct Appeal<'a> {
    say: InLanguage<'a>,
    figures: &'a EditionFigures,
    view: View<'a>,
    editions: Vec<EditionRow>,
    languages: &'static [Language],
    appeal_id: String,
}

/// `GET /`: every published appeal by its latest edition.
async fn list(request: HttpRequest, door: Data<Door>, choice: Query<Choice>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let say = call.tools.texts.in_language(language(call, &choice));
        let latest = public_store::latest_editions(call.db.conn().await?).await?;
        let rows = latest.iter().map(|edition| list_row(say, edition)).collect::<Result<Vec<_>>>()?;
        let html = List { say, appeals: rows }.render().map_err(Error::internal)?;
        Ok(kept(html, "public, max-age=60", ContentType::html()))
    })
    .await
}

fn list_row(say: InLanguage<'_>, edition: &PublishedEdition) -> Result<ListRow> {
    let figures = edition.figures()?;
    let amount = |amount: Option<rust_decimal::Decimal>| {
        amount.map_or_else(|| "—".to_owned(), |amount| say.money(amount, &figures.appeal.currency))
    };
    Ok(ListRow {
        title: figures.appeal.names.get(say.language(), figures.appeal.default_language).to_owned(),
        required: amount(figures.money.requirement),
        funded: amount(figures.money.funded),
        missing: amount(figures.money.unmet),
        as_of: say.date(figures.as_of),
        code: figures.appeal.code,
    })
}

/// `GET /a/{code}`: leads to the latest edition.
async fn latest(request: HttpRequest, door: Data<Door>, code: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let editions = public_store::editions_of(call.db.conn().await?, &code).await?;
        let Some(last) = editions.first() else { return missing(call) };
        let query =
            if request.query_string().is_empty() { String::new() } else { format!("?{}", request.query_string()) };
        Ok(HttpResponse::Found()
            .insert_header((LOCATION, format!("/a/{}/{}{query}", last.code, last.number)))
            .insert_header((CACHE_CONTROL, "no-cache"))
            .finish())
    })
    .await
}

async fn edition(call: &Call, path: &(String, i32)) -> Result<Option<PublishedEdition>> {
    public_store::edition(call.db.conn().await?, &path.0, path.1).await
}

/// `GET /a/{code}/{number}`: an edition as a page.
async fn show(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, i32)>,
    choice: Query<Choice>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let conn = call.db.conn().await?;
        let (found, editions) = futures::try_join!(edition(call, &path), public_store::editions_of(conn, &path.0))?;
        let Some(found) = found else { return missing(call) };
        let say = call.tools.texts.in_language(language(call, &choice));
        let (figures, appeal_id) = (found.figures()?, found.appeal_id.global().to_string());
        let row = |edition: &public_store::EditionOfAppeal| EditionRow {
            number: edition.number,
            published: say.date(edition.published_at.date_naive()),
            note: match (&edition.note, edition.number) {
                (Some(note), _) => note.clone(),
                (None, 1) => say.text("appeal-first-publication", &[]),
                (None, _) => String::new(),
            },
        };
        let page = Appeal {
            say,
            view: View::new(say, &figures),
            figures: &figures,
            editions: editions.iter().map(row).collect(),
            languages: Language::ALL,
            appeal_id,
        };
        let html = page.render().map_err(Error::internal)?;
        // The history of editions on the page grows, so browsers ask again; the answer is short when nothing changed.
        Ok(unless_known(&request, html, "public, max-age=300", ContentType::html()))
    })
    .await
}

/// `GET /a/{code}/{number}.json`: the figures of an edition as they are kept.
async fn json(request: HttpRequest, door: Data<Door>, path: Path<(String, i32)>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let Some(found) = edition(call, &path).await? else { return missing(call) };
        Ok(unless_known(&request, found.figures.to_string(), FOR_GOOD, ContentType::json()))
    })
    .await
}

/// `GET /a/{code}/{number}/areas.csv`: the people of each area.
async fn areas(request: HttpRequest, door: Data<Door>, path: Path<(String, i32)>) -> HttpResponse {
    table(&request, &door, &path, export::areas).await
}

/// `GET /a/{code}/{number}/money.csv`: the contributions.
async fn money(request: HttpRequest, door: Data<Door>, path: Path<(String, i32)>) -> HttpResponse {
    table(&request, &door, &path, export::money).await
}

async fn table(
    request: &HttpRequest,
    door: &Door,
    path: &(String, i32),
    write: fn(&EditionFigures) -> Result<String>,
) -> HttpResponse {
    serve(request, door, async |call| {
        let Some(found) = edition(call, path).await? else { return missing(call) };
        let csv = ContentType("text/csv; charset=utf-8".parse().map_err(Error::internal)?);
        Ok(unless_known(request, write(&found.figures()?)?, FOR_GOOD, csv))
    })
    .await
}

/// How long a published file may be kept: it never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

fn unless_known(request: &HttpRequest, body: String, keep: &'static str, content_type: ContentType) -> HttpResponse {
    let tag = EntityTag::new_strong(hex::encode(&Sha256::digest(&body)[..16]));
    let known = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Ok(IfNoneMatch::Any) | Err(_) => false,
    };
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((ETAG, tag.to_string()))
        .insert_header((CACHE_CONTROL, keep))
        .insert_header((VARY, "accept-language, accept-encoding"))
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY));
    if known { response.finish() } else { response.content_type(content_type).body(body) }
}

fn kept(html: String, keep: &'static str, content_type: ContentType) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(content_type)
        .insert_header((CACHE_CONTROL, keep))
        .insert_header((VARY, "accept-language, accept-encoding"))
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .body(html)
}

fn missing(call: &Call) -> Result<HttpResponse> {
    let say = call.tools.texts.in_language(call.language);
    answer(
        StatusCode::NOT_FOUND,
        &Message {
            say,
            heading: say.text("appeals-not-found", &[]),
            text: say.text("appeals-not-found-text", &[]),
            link: Some(crate::kit::mail::Link { label: say.text("appeals-title", &[]), url: "/".to_owned() }),
        },
    )
}

/// Any other address.
async fn nothing(request: HttpRequest, door: Data<Door>) -> HttpResponse {
    serve(&request, &door, async |call| missing(call)).await
}
