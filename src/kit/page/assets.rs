//! Files of the pages, compiled in: style sheets, and what else a browser fetches beside a page.

use std::{
    io::{self, Write as _},
    sync::OnceLock,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        ACCEPT_ENCODING, AcceptEncoding, CACHE_CONTROL, CONTENT_ENCODING, ContentEncoding, ETAG, Encoding, EntityTag,
        Header as _, VARY,
    },
    web::{self, Bytes, ServiceConfig},
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::is_known;

static TOKENS: Asset = Asset::new("text/css; charset=utf-8", include_str!("../../../assets/tokens.css"));
static DARASA: Asset = Asset::new("text/css; charset=utf-8", include_str!("../../../assets/darasa.css"));

/// The routes of the style sheets.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/assets/tokens.css", web::get().to(async |request: HttpRequest| TOKENS.answer(&request)))
        .route("/assets/darasa.css", web::get().to(async |request: HttpRequest| DARASA.answer(&request)));
}

/// A file that is compiled in. Its tag and its packed form are made once, when somebody first asks for them.
pub struct Asset {
    media_type: &'static str,
    text: &'static str,
    tag: OnceLock<String>,
    packed: OnceLock<Option<Bytes>>,
}

impl Asset {
    /// A file and its media type.
    pub const fn new(media_type: &'static str, text: &'static str) -> Self {
        Self { media_type, text, tag: OnceLock::new(), packed: OnceLock::new() }
    }

    /// Answers with the file, or that the browser's copy is still good. Copies are asked about after an hour, so that pages of a new version do not
    /// keep an old look for long.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let tag = self.tag.get_or_init(|| hex::encode(&Sha256::digest(self.text)[..16]));
        let tag = EntityTag::new_weak(tag.clone());
        let known = is_known(request, &tag);
        let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, "public, max-age=3600"));
        answer.insert_header((VARY, ACCEPT_ENCODING.as_str()));
        if known {
            return answer.finish();
        }
        answer.content_type(self.media_type);
        // Packing a large script takes far longer than sending it, so it is done once.
        match self.packed.get_or_init(|| pack(self.text).ok()) {
            Some(packed) if takes_gzip(request) => {
                answer.insert_header((CONTENT_ENCODING, ContentEncoding::Gzip.as_str())).body(packed.clone())
            }
            _ => answer.body(self.text),
        }
    }
}

fn pack(text: &str) -> io::Result<Bytes> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(text.as_bytes())?;
    packer.finish().map(Bytes::from)
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let ours = [Encoding::gzip(), Encoding::identity()];
    AcceptEncoding::parse(request).is_ok_and(|accepted| accepted.negotiate(ours.iter()) == Some(Encoding::gzip()))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use actix_web::{
        App,
        body::to_bytes,
        test::{TestRequest, call_service, init_service},
    };
    use flate2::read::GzDecoder;

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

    #[actix_web::test]
    async fn who_takes_packed_files_gets_them_packed_and_nobody_else_does() {
        let app = init_service(App::new().configure(configure)).await;
        for (accepts, packed) in [("gzip, br", true), ("identity", false), ("gzip;q=0", false)] {
            let request = TestRequest::get().uri("/assets/darasa.css").insert_header((ACCEPT_ENCODING, accepts));
            let answer = call_service(&app, request.to_request()).await;
            assert_eq!(answer.headers().get(CONTENT_ENCODING).is_some(), packed, "{accepts}");
            let body = to_bytes(answer.into_body()).await.expect("a body");
            let mut text = String::new();
            if packed {
                GzDecoder::new(&body[..]).read_to_string(&mut text).expect("gzip");
            } else {
                text = String::from_utf8(body.to_vec()).expect("text");
            }
            assert!(text == DARASA.text, "{accepts}");
        }
    }
}
