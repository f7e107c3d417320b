//! Pages that the program writes itself: HTML without any script, in the reader's language, for those who have no account or no client.
//!
//! Every address of such a page that changes something ends in a secret, which is all that it asks for: no cookie is read, so no foreign form
//! can borrow a reader's rights. A GET only shows, because mail scanners follow every link; what is meant is done by POST.

pub mod assets;

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, ContentType, EntityTag, Header, IfNoneMatch, REFERRER_POLICY,
        },
    },
};
use askama::Template;
use tokio::time::timeout;

use super::{
    Call, Error, Result,
    door::{self, Door},
    http::PAGE_POLICY,
    mail::Link,
    text::InLanguage,
};

/// How long a page may take.
const LONGEST: Duration = Duration::from_secs(10);

/// A page that tells something.
#[derive(Template)]
#[template(path = "kit/page/templates/message.html")]
pub struct Message<'a> {
    /// The reader's language.
    pub say: InLanguage<'a>,
    /// What it tells.
    pub heading: String,
    /// What follows from it.
    pub text: String,
    /// Where to go from here.
    pub link: Option<Link>,
}

/// A page that asks one question, which a button answers by a POST to the page's own address.
#[derive(Template)]
#[template(path = "kit/page/templates/question.html")]
pub struct Question<'a> {
    /// The reader's language.
    pub say: InLanguage<'a>,
    /// What is to be done.
    pub heading: String,
    /// What that means.
    pub text: String,
    /// The button's label.
    pub button: String,
}

impl Message<'_> {
    /// What a link leads to that was used, is over, or never was.
    pub fn dead_link(say: InLanguage<'_>) -> Message<'_> {
        Message {
            say,
            heading: say.text("page-dead-link-title", &[]),
            text: say.text("page-dead-link-text", &[]),
            link: None,
        }
    }
}

/// Answers with a page. It is never kept by caches, and its address, which may hold a secret, is told to nobody.
///
/// # Errors
/// When the template cannot be filled in.
pub fn answer(status: StatusCode, page: &impl Template) -> Result<HttpResponse> {
    let html = page.render().map_err(Error::internal)?;
    Ok(HttpResponse::build(status)
        .content_type(ContentType::html())
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .body(html))
}

/// Whether the reader has a copy with this tag already.
pub fn is_known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Ok(IfNoneMatch::Any) | Err(_) => false,
    }
}

/// Handles a request for a page: lets `work` answer it, and shows a page that says so when that fails.
pub async fn serve(
    request: &HttpRequest,
    door: &Door,
    work: impl AsyncFnOnce(&Call) -> Result<HttpResponse>,
) -> HttpResponse {
    let answer = async {
        let call = door.call(request).await?;
        work(&call).await
    };
    // No statement of ours takes as long, so this is a database that has fallen silent.
    let outcome = timeout(LONGEST, answer).await.unwrap_or_else(|cause| Err(Error::unavailable(cause)));
    outcome.unwrap_or_else(|error| failure(&error, door.tools().texts.in_language(door::language(request))))
}

fn failure(error: &Error, say: InLanguage<'_>) -> HttpResponse {
    error.log();
    let status = StatusCode::from_u16(error.code().http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let page = Message {
        say,
        heading: say.text("page-failed-title", &[]),
        text: say.text("page-failed-text", &[]),
        link: None,
    };
    answer(status, &page).unwrap_or_else(|_| HttpResponse::new(status))
}
