//! The pages behind the links of account mails: accept an invitation (`/i/`), set a new password (`/r/`).

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Data, Form, Path, ServiceConfig},
};
use askama::Template;
use futures::FutureExt;
use serde::Deserialize;

use super::{
    invitations,
    model::{AcceptInvitationInput, ResetPasswordInput},
    service,
};
use crate::kit::{
    Call, Error, Result,
    door::Door,
    mail::Link,
    page::{Message, answer, serve},
    text::{InLanguage, Language},
};

/// The largest form that a page of ours sends.
const MAX_FORM: usize = 8 * 1024;

/// The routes of the pages.
pub fn configure(routes: &mut ServiceConfig) {
    let form = || web::FormConfig::default().limit(MAX_FORM);
    routes
        .service(
            web::resource("/i/{token}")
                .app_data(form())
                .route(web::get().to(show_invitation))
                .route(web::post().to(accept_invitation)),
        )
        .service(
            web::resource("/r/{token}")
                .app_data(form())
                .route(web::get().to(show_reset))
                .route(web::post().to(reset_password)),
        );
}

/// Asks for a password.
#[derive(Template)]
#[template(path = "accounts/templates/password.html")]
struct AskPassword<'a> {
    say: InLanguage<'a>,
    heading: String,
    text: String,
    button: String,
    /// True when the last one could not be used.
    refused: bool,
}

#[derive(Deserialize)]
struct PasswordForm {
    password: String,
}

async fn show_invitation(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| invitation(call, &token, false).await).await
}

async fn accept_invitation(
    request: HttpRequest,
    door: Data<Door>,
    token: Path<String>,
    form: Form<PasswordForm>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let input = AcceptInvitationInput { token: token.clone(), password: form.into_inner().password };
        match invitations::accept(call, input).await {
            Ok(user) => done(call, user.language, "page-invitation-done"),
            Err(error) if error.field() == Some("password") => invitation(call, &token, true).await,
            Err(error) => refused(call, error),
        }
    })
    .await
}

async fn show_reset(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| reset(call, &token, false).await).await
}

async fn reset_password(
    request: HttpRequest,
    door: Data<Door>,
    token: Path<String>,
    form: Form<PasswordForm>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let input = ResetPasswordInput { token: token.clone(), password: form.into_inner().password };
        match service::reset_password(call, input).await {
            Ok(()) => done(call, call.language, "page-password-done"),
            Err(error) if error.field() == Some("password") => reset(call, &token, true).await,
            Err(error) => refused(call, error),
        }
    })
    .await
}

async fn invitation(call: &Call, token: &str, refused: bool) -> Result<HttpResponse> {
    let invitation =
        call.transact(token.to_owned(), |transaction, token| invitations::open(transaction, token).boxed()).await?;
    let Some(invitation) = invitation else { return dead_link(call) };
    let say = call.tools.texts.in_language(invitation.language);
    let role = say.text("role", &[("role", invitation.role.as_str().into())]);
    let page = AskPassword {
        say,
        heading: say.text("page-invitation-title", &[("name", invitation.name.into())]),
        text: say.text("page-invitation-text", &[("email", invitation.email.into()), ("role", role.into())]),
        button: say.text("invitation-button", &[]),
        refused,
    };
    answer(status(refused), &page)
}

async fn reset(call: &Call, token: &str, refused: bool) -> Result<HttpResponse> {
    let user =
        call.transact(token.to_owned(), |transaction, token| service::whose_reset(transaction, token).boxed()).await?;
    let Some(user) = user else { return dead_link(call) };
    let say = call.tools.texts.in_language(user.language);
    let page = AskPassword {
        say,
        heading: say.text("password-title", &[]),
        text: say.text("page-password-text", &[("email", user.email.into())]),
        button: say.text("password-title", &[]),
        refused,
    };
    answer(status(refused), &page)
}

fn status(refused: bool) -> StatusCode {
    if refused { StatusCode::BAD_REQUEST } else { StatusCode::OK }
}

fn done(call: &Call, language: Language, heading: &str) -> Result<HttpResponse> {
    let say = call.tools.texts.in_language(language);
    let link = Link { label: say.text("page-sign-in", &[]), url: "/".to_owned() };
    let text = say.text("page-password-done-text", &[]);
    answer(StatusCode::OK, &Message { say, heading: say.text(heading, &[]), text, link: Some(link) })
}

/// A link that was used meanwhile is a page of its own; what else goes wrong is handled like everywhere.
fn refused(call: &Call, error: Error) -> Result<HttpResponse> {
    if error.field() == Some("token") { dead_link(call) } else { Err(error) }
}

fn dead_link(call: &Call) -> Result<HttpResponse> {
    answer(StatusCode::NOT_FOUND, &Message::dead_link(call.tools.texts.in_language(call.language)))
}
