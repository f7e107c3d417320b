//! The API explorer: GraphiQL with a sign-in, bundled by `make explorer` and compiled in, so that it needs no other host.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, REFERRER_POLICY},
    web::{self, ServiceConfig},
};

use crate::kit::page::assets::Asset;

static PAGE: Asset = Asset::new("text/html; charset=utf-8", include_str!("../../assets/explorer.html"));
static SCRIPT: Asset = Asset::new("text/javascript; charset=utf-8", include_str!("../../assets/explorer/explorer.js"));
static STYLE: Asset = Asset::new("text/css; charset=utf-8", include_str!("../../assets/explorer/explorer.css"));
static LICENCES: Asset = Asset::new("text/plain; charset=utf-8", include_str!("../../assets/explorer/licences.txt"));

/// What the page may do: run its one script, which talks to this program only. No script in the page, none made out of text, no frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

/// The routes of the explorer.
pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/explorer", web::get().to(page))
        .route("/assets/explorer/explorer.js", web::get().to(async |request: HttpRequest| SCRIPT.answer(&request)))
        .route("/assets/explorer/explorer.css", web::get().to(async |request: HttpRequest| STYLE.answer(&request)))
        .route("/assets/explorer/licences.txt", web::get().to(async |request: HttpRequest| LICENCES.answer(&request)));
}

async fn page(request: HttpRequest) -> HttpResponse {
    let mut answer = PAGE.answer(&request);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // The page is small and names the script: it is asked about every time, so that both are of one version.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}
