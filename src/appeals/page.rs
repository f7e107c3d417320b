//! The public pages: the list of appeals, and each edition as a page and as data. Nobody needs an account.
//!
//! They are made of published editions alone, never of live tables, and are served while the database is away ([`kept`]). Whoever has a copy is told by one small query whether it is still good.
//! Where a reader chose no language by `?lang=`, the browser's wish counts.

mod areas;
mod bar;
mod kept;
mod list;
mod map;
mod money;
mod report;
#[cfg(test)]
mod report_tests;
mod standards;
mod tables;
mod words;

pub use self::kept::stock;
#[cfg(test)]
pub(super) use report_tests::sample;

use std::{collections::HashMap, sync::LazyLock};

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::{
        StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY,
            ContentType, ETAG, EntityTag, LOCATION, VARY,
        },
    },
    web::{self, Bytes, Data, Path, Query, ServiceConfig},
};
use sha2::{Digest, Sha256};

use self::{kept::LISTED, report::Published};
use super::{
    export::{self, Table},
    publish,
    store::public::EditionHead,
};
use crate::kit::{
    Call, Result,
    door::Door,
    http::PAGE_POLICY,
    mail::Link,
    page::{Message, answer, is_known, serve},
    text::{self, InLanguage, Language},
};

/// What proxies may do with their copies while this program is away, too: an edition is as good tomorrow.
const STALE: &str = "stale-if-error=86400";

/// Changes when a new version of the program may write the same edition in another way.
static VERSION: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let sources = [
        env!("CARGO_PKG_VERSION"),
        include_str!("templates/report.html"),
        include_str!("templates/areas.html"),
        include_str!("templates/money.html"),
        include_str!("templates/indicators.html"),
        include_str!("templates/method.html"),
        include_str!("templates/map.html"),
        include_str!("templates/bar.html"),
        include_str!("../kit/page/templates/layout.html"),
    ];
    let all: Vec<&str> = sources.into_iter().chain(text::sources()).collect();
    Sha256::digest(all.concat()).to_vec()
});

/// The routes of the public pages.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/").route(web::get().to(appeals)))
        .service(web::resource("/a/{code}").route(web::get().to(latest)))
        .service(web::resource("/a/{code}/{edition}").route(web::get().to(edition)))
        .service(web::resource("/a/{code}/{edition}/{table}.csv").route(web::get().to(table)))
        .default_service(web::to(nothing));
}

/// What the address says beyond its path: `lang`, `after`. What makes no sense is passed over.
type Wishes = HashMap<String, String>;

/// The language that the reader chose.
fn chosen(wishes: &Wishes) -> Option<Language> {
    Language::from_tag(wishes.get("lang")?)
}

fn say<'a>(call: &'a Call, wishes: &Wishes) -> InLanguage<'a> {
    call.tools.texts.in_language(chosen(wishes).unwrap_or(call.language))
}

/// A text that can be the code of an appeal.
fn is_code(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
}

/// The number of an edition as its address has it: `4`. There is one way to write each.
fn number(text: &str) -> Option<i32> {
    let number: i32 = text.parse().ok()?;
    (number > 0 && number.to_string() == text).then_some(number)
}

/// The edition that an address means.
async fn head(call: &Call, code: &str, edition: &str) -> Result<Option<EditionHead>> {
    match number(edition) {
        Some(number) if is_code(code) => kept::head(call, code, number).await,
        _ => Ok(None),
    }
}

/// `GET /`: the published appeals.
async fn appeals(request: HttpRequest, door: Data<Door>, wishes: Query<Wishes>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let after = wishes.get("after").filter(|after| is_code(after)).map_or("", String::as_str);
        let mut found = kept::appeals(call, after).await?;
        let more = found.len() > LISTED;
        found.truncate(LISTED);
        let next_after = found.last().filter(|_| more).map(|last| last.code.as_str());
        let say = say(call, &wishes);
        let html = list::render(&found, next_after, &call.tools.public_url, say)?;
        let tag = tag(&[html.as_bytes()]);
        if is_known(&request, &tag) {
            return Ok(kept(StatusCode::NOT_MODIFIED, &tag, 60, &wishes).finish());
        }
        Ok(page(kept(StatusCode::OK, &tag, 60, &wishes), say, html.into()))
    })
    .await
}

/// `GET /a/{code}`: leads to the last edition.
async fn latest(request: HttpRequest, door: Data<Door>, code: Path<String>, wishes: Query<Wishes>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let number = if is_code(&code) { kept::last_number(call, &code).await? } else { None };
        let Some(number) = number else { return not_found(say(call, &wishes)) };
        let language = chosen(&wishes).map(|language| format!("?lang={language}")).unwrap_or_default();
        Ok(HttpResponse::Found()
            .insert_header((LOCATION, format!("/a/{code}/{number}{language}")))
            .insert_header((CACHE_CONTROL, "private, no-cache"))
            .finish())
    })
    .await
}

/// `GET /a/{code}/{number}`: an edition as a page; with `.json` behind the number, as the document that it is.
async fn edition(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, String)>,
    wishes: Query<Wishes>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let (code, end) = &*path;
        let document = end.strip_suffix(".json");
        match (head(call, code, document.unwrap_or(end)).await?, document) {
            (None, _) => not_found(say(call, &wishes)),
            (Some(head), Some(_)) => edition_json(&request, call, &head).await,
            (Some(head), None) => edition_page(&request, call, &head, &wishes).await,
        }
    })
    .await
}

/// `GET /a/{code}/{number}/{table}.csv`: a table of an edition.
async fn table(
    request: HttpRequest,
    door: Data<Door>,
    path: Path<(String, String, String)>,
    wishes: Query<Wishes>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let (code, edition, table) = &*path;
        match (head(call, code, edition).await?, Table::named(table)) {
            (Some(head), Some(table)) => edition_csv(&request, call, &head, table).await,
            _ => not_found(say(call, &wishes)),
        }
    })
    .await
}

/// Any other address.
async fn nothing(request: HttpRequest, door: Data<Door>, wishes: Query<Wishes>) -> HttpResponse {
    serve(&request, &door, async |call| not_found(say(call, &wishes))).await
}

async fn edition_page(request: &HttpRequest, call: &Call, head: &EditionHead, wishes: &Wishes) -> Result<HttpResponse> {
    const SECONDS: u32 = 300;
    let say = say(call, wishes);
    // The page lists the editions that followed, so the last one's number is part of what it shows.
    let (language, digits) = (say.language().as_str(), call.tools.texts.arabic_digits().as_str());
    let tag = tag(&[&head.hash, language.as_bytes(), digits.as_bytes(), &head.last.to_be_bytes(), &VERSION]);
    if is_known(request, &tag) {
        return Ok(kept(StatusCode::NOT_MODIFIED, &tag, SECONDS, wishes).finish());
    }
    let write = async {
        let figures = publish::read(kept::figures(call, head).await?)?;
        let editions = kept::history(call, head).await?;
        let (subject, public_url) = (head.appeal_id.global().to_string(), &call.tools.public_url);
        report::render(&Published { figures: &figures, editions: &editions, subject, public_url }, say)
    };
    let html = kept::page(call, &tag, write).await?;
    Ok(page(kept(StatusCode::OK, &tag, SECONDS, wishes), say, html))
}

async fn edition_json(request: &HttpRequest, call: &Call, head: &EditionHead) -> Result<HttpResponse> {
    let tag = tag(&[&head.hash]);
    if is_known(request, &tag) {
        return Ok(file(StatusCode::NOT_MODIFIED, &tag).finish());
    }
    Ok(file(StatusCode::OK, &tag).content_type(ContentType::json()).body(kept::document(call, head).await?))
}

async fn edition_csv(request: &HttpRequest, call: &Call, head: &EditionHead, table: Table) -> Result<HttpResponse> {
    let tag = tag(&[&head.hash, table.name().as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()]);
    if is_known(request, &tag) {
        return Ok(file(StatusCode::NOT_MODIFIED, &tag).finish());
    }
    let figures = publish::read(kept::figures(call, head).await?)?;
    let name = format!("{}-{}-{}.csv", figures.appeal.code, figures.number, table.name());
    Ok(file(StatusCode::OK, &tag)
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(export::csv(&figures, table)?))
}

/// The tag of a copy that is made of these parts.
fn tag(parts: &[&[u8]]) -> EntityTag {
    let mut hasher = Sha256::new();
    for part in parts {
        // Each part begins with its length, so that no two lists of parts look alike.
        hasher.update(part.len().to_be_bytes());
        hasher.update(part);
    }
    EntityTag::new_strong(hex::encode(&hasher.finalize()[..16]))
}

/// An answer that everyone may keep for some seconds, in the reader's language.
fn kept(status: StatusCode, tag: &EntityTag, seconds: u32, wishes: &Wishes) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((ETAG, tag.to_string()))
        .insert_header((CACHE_CONTROL, format!("public, max-age={seconds}, {STALE}")));
    if chosen(wishes).is_none() {
        response.insert_header((VARY, "Accept-Language"));
    }
    response
}

fn page(mut response: HttpResponseBuilder, say: InLanguage<'_>, html: Bytes) -> HttpResponse {
    response
        .content_type(ContentType::html())
        .insert_header((CONTENT_LANGUAGE, say.language().as_str()))
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .body(html)
}

/// A data file: the same for everyone, and open to the pages and programs of others.
fn file(status: StatusCode, tag: &EntityTag) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((ETAG, tag.to_string()))
        .insert_header((CACHE_CONTROL, format!("public, max-age=3600, {STALE}")))
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    response
}

fn not_found(say: InLanguage<'_>) -> Result<HttpResponse> {
    let link = Link { label: say.text("appeals-title", &[]), url: format!("/?lang={}", say.language()) };
    let page = Message {
        say,
        heading: say.text("appeals-not-found", &[]),
        text: say.text("appeals-not-found-text", &[]),
        link: Some(link),
    };
    answer(StatusCode::NOT_FOUND, &page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_has_one_address() {
        assert_eq!(number("4"), Some(4));
        assert_eq!(number("12"), Some(12));
        for other in ["", "0", "-1", "+1", "01", "1.", "4.xml", "latest", "99999999999", "١"] {
            assert_eq!(number(other), None, "{other:?}");
        }
    }

    #[test]
    fn what_can_be_no_code_never_reaches_the_database() {
        assert!(is_code("EDU-XE-2026"));
        for other in ["a b", "a\0", "a/b", "é", "a%20"] {
            assert!(!is_code(other), "{other:?}");
        }
    }

    #[test]
    fn a_tag_tells_its_parts_apart() {
        assert_ne!(tag(&[b"ab", b"c"]), tag(&[b"a", b"bc"]));
        assert_eq!(tag(&[b"ab", b"c"]), tag(&[b"ab", b"c"]));
    }
}
