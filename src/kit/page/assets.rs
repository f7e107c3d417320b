//! The style sheets of the pages, compiled in.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CACHE_CONTROL, ETAG, EntityTag, Header, IfNoneMatch},
    web::{self, ServiceConfig},
};
use sha2::{Digest, Sha256};

const TOKENS: &str = include_str!("../../../assets/tokens.css");
const DARASA: &str = include_str!("../../../assets/darasa.css");

/// The routes of the style sheets.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/assets/tokens.css", web::get().to(|request| async move { style(&request, TOKENS) }))
        .route("/assets/darasa.css", web::get().to(|request| async move { style(&request, DARASA) }));
}

/// Answers with a style sheet, or that the browser's copy is still good. Copies are asked about after an hour, so that pages of a new version
/// do not keep an old look for long.
fn style(request: &HttpRequest, css: &'static str) -> HttpResponse {
    let tag = EntityTag::new_strong(hex::encode(&Sha256::digest(css)[..16]));
    let known = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Ok(IfNoneMatch::Any) | Err(_) => false,
    };
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, "public, max-age=3600"));
    if known { answer.finish() } else { answer.content_type("text/css; charset=utf-8").body(css) }
}

#[cfg(test)]
mod tests {
    use actix_web::{
        App,
        test::{TestRequest, call_service, init_service},
    };

    use super::*;

    #[actix_web::test]
    async fn a_style_sheet_is_sent_once_and_then_only_asked_about() {
        let app = init_service(App::new().configure(configure)).await;
        let first = call_service(&app, TestRequest::get().uri("/assets/darasa.css").to_request()).await;
        assert_eq!(first.status().as_u16(), 200);
        assert_eq!(first.headers().get("content-type").expect("a type"), "text/css; charset=utf-8");
        let tag = first.headers().get(ETAG).expect("a tag").clone();
        let request = TestRequest::get().uri("/assets/darasa.css").insert_header(("If-None-Match", tag.clone()));
        assert_eq!(call_service(&app, request.to_request()).await.status().as_u16(), 304);
        let other = TestRequest::get().uri("/assets/tokens.css").insert_header(("If-None-Match", tag));
        assert_eq!(call_service(&app, other.to_request()).await.status().as_u16(), 200, "another sheet, another tag");
    }
}
