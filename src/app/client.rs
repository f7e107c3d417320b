//! The coordinators' web client under `/app/`: what `web/` builds into `web/dist`, compiled in. A program that was built without Node has none, and
//! says there how to get it; everything else works.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{
            ACCEPT_ENCODING, AcceptEncoding, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, Encoding,
            EntityTag, Header as _, HeaderValue, VARY,
        },
    },
    web::{self, Data, Path, ServiceConfig},
};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::kit::{
    Result,
    door::Door,
    page::{Message, answer, is_known, serve},
    text::InLanguage,
};

/// The built client: of the folder itself in a debug build, so that a new build needs no new compilation.
#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Files;

/// What the client may do: everything from this origin, no script in the page, none made out of text, no frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);
/// The page that every address of the client shows; the client reads the address itself.
const PAGE: &str = "index.html";
/// Below it lie files whose names change with what they hold.
const HASHED: &str = "assets/";

/// The routes of the client.
pub(super) fn configure(routes: &mut ServiceConfig) {
    let home = async || HttpResponse::PermanentRedirect().insert_header(("Location", "/app/")).finish();
    routes.route("/app", web::get().to(home)).route("/app/{path:.*}", web::get().to(file));
}

async fn file(request: HttpRequest, door: Data<Door>, path: Path<String>) -> HttpResponse {
    match find(&path, Files::get) {
        Found::File(path, found) => send(&request, path, &found),
        Found::Gone => HttpResponse::NotFound().finish(),
        Found::Absent => serve(&request, &door, async |call| absent(call.tools.texts.in_language(call.language))).await,
    }
}

/// What stands at an address.
enum Found<'a> {
    File(&'a str, EmbeddedFile),
    /// A file of another build.
    Gone,
    /// The program was built without its client.
    Absent,
}

fn find(path: &str, get: impl Fn(&str) -> Option<EmbeddedFile>) -> Found<'_> {
    if let Some(found) = get(path).filter(|_| !path.is_empty()) {
        return Found::File(path, found);
    }
    // A file that is gone is gone; any other address is one of the client's own.
    if path.starts_with(HASHED) {
        return Found::Gone;
    }
    get(PAGE).map_or(Found::Absent, |page| Found::File(PAGE, page))
}

/// Says that this program was built without its client, and how to get it.
fn absent(say: InLanguage<'_>) -> Result<HttpResponse> {
    let (heading, text) = (say.text("client-absent-title", &[]), say.text("client-absent-text", &[]));
    answer(StatusCode::OK, &Message { say, heading, text, link: None })
}

fn send(request: &HttpRequest, path: &str, found: &EmbeddedFile) -> HttpResponse {
    let tag = EntityTag::new_weak(hex::encode(&found.metadata.sha256_hash()[..16]));
    let known = is_known(request, &tag);
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    let keep = if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    answer.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, keep));
    answer.insert_header((VARY, ACCEPT_ENCODING.as_str())).insert_header((CONTENT_SECURITY_POLICY, POLICY));
    if known {
        return answer.finish();
    }
    answer.content_type(media_type(path));
    match packed(request, path) {
        Some((encoding, file)) => answer.insert_header((CONTENT_ENCODING, encoding)).body(file.data.into_owned()),
        None => answer.body(found.data.clone().into_owned()),
    }
}

/// The packed form that the browser likes best, if the build made one.
fn packed(request: &HttpRequest, path: &str) -> Option<(&'static str, EmbeddedFile)> {
    let ours = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    let best = AcceptEncoding::parse(request).ok()?.negotiate(ours.iter())?;
    let (encoding, ending) = if best == Encoding::brotli() {
        ("br", "br")
    } else if best == Encoding::gzip() {
        ("gzip", "gz")
    } else {
        return None;
    };
    Files::get(&format!("{path}.{ending}")).map(|file| (encoding, file))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::{Language, Texts};

    #[test]
    fn without_a_client_every_address_of_it_explains_and_a_file_is_gone() {
        let none = |_: &str| None;
        assert!(["", "reports", "plan/x"].iter().all(|path| matches!(find(path, none), Found::Absent)));
        assert!(matches!(find("assets/index-1a2b.js", none), Found::Gone));
        let texts = Texts::load().expect("the catalogues are good");
        for language in Language::ALL {
            let said = absent(texts.in_language(*language)).expect("a page");
            assert_eq!(said.status(), StatusCode::OK, "{language}");
        }
    }

    #[test]
    fn files_have_the_types_that_browsers_insist_on() {
        assert_eq!(media_type("assets/index-1a2b.js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("assets/index-1a2b.css"), "text/css; charset=utf-8");
        assert_eq!(media_type("manifest.webmanifest"), "application/manifest+json");
        assert_eq!(media_type("files.json"), "application/json");
    }
}
