//! The pages behind the links in mails: confirm (`/s/`), stop (`/u/`), choose (`/n/`). None needs an account.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Data, Path, ServiceConfig},
};
use askama::Template;
use futures::FutureExt;
use juniper::ID;

use super::{
    model::{SubscribeInput, Subscription, SubscriptionId, SubscriptionStatus},
    service::{self, Choice},
};
use crate::kit::{
    Call, Result,
    door::Door,
    mail::Link,
    page::{Message, Question, answer, serve},
    text::{InLanguage, Language},
};

/// The largest form that a page of ours sends.
const MAX_FORM: usize = 64 * 1024;

/// The routes of the pages.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .service(
            web::resource("/subscribe")
                .app_data(web::FormConfig::default().limit(MAX_FORM))
                .route(web::post().to(subscribe)),
        )
        .service(web::resource("/s/{token}").route(web::get().to(ask)).route(web::post().to(confirm)))
        .service(web::resource("/u/{token}").route(web::get().to(offer_stop)).route(web::post().to(stop)))
        .service(
            web::resource("/n/{token}")
                .app_data(web::FormConfig::default().limit(MAX_FORM))
                .route(web::get().to(show_choice))
                .route(web::post().to(choose)),
        );
}

/// What the form on the page of an appeal sends.
#[derive(serde::Deserialize)]
struct Wish {
    subject: String,
    email: String,
    language: String,
}

/// `POST /subscribe`: asks the address whether it means it. The page is the same for a new address and a known one.
async fn subscribe(request: HttpRequest, door: Data<Door>, wish: web::Form<Wish>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let wish = wish.into_inner();
        let language = Language::from_tag(&wish.language).unwrap_or(call.language);
        let input =
            SubscribeInput { client_mutation_id: None, subject_id: ID::new(wish.subject), email: wish.email, language };
        call.transact(input, |transaction, input| service::subscribe(transaction, input).boxed()).await?;
        let say = say(call, language);
        answer(
            StatusCode::OK,
            &Message {
                say,
                heading: say.text("page-subscribed-title", &[]),
                text: say.text("page-subscribed-text", &[]),
                link: None,
            },
        )
    })
    .await
}

/// Everything that an address follows, to choose from.
#[derive(Template)]
#[template(path = "notices/templates/choose.html")]
struct Choose<'a> {
    say: InLanguage<'a>,
    email: String,
    saved: bool,
    options: Vec<ChooseOption>,
    languages: &'static [Language],
}

struct ChooseOption {
    id: ID,
    title: String,
    follows: bool,
}

/// What the form of the choosing page sends. A browser sends one pair per ticked box, so the same name comes again.
type Fields = Vec<(String, String)>;

fn say(call: &Call, language: Language) -> InLanguage<'_> {
    call.tools.texts.in_language(language)
}

fn dead_link(call: &Call) -> Result<HttpResponse> {
    answer(StatusCode::NOT_FOUND, &Message::dead_link(say(call, call.language)))
}

async fn behind(call: &Call, token: String) -> Result<Option<Subscription>> {
    call.transact(token, |transaction, token| service::behind(transaction, token).boxed()).await
}

/// `GET /s/{token}`: only asks, because mail scanners follow links.
async fn ask(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let Some(subscription) = behind(call, token.into_inner()).await? else { return dead_link(call) };
        match subscription.status {
            SubscriptionStatus::Pending => {
                answer(StatusCode::OK, &question(call, &subscription, "subscription-button"))
            }
            SubscriptionStatus::Confirmed | SubscriptionStatus::Stopped => told(call, &subscription),
        }
    })
    .await
}

async fn confirm(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let confirmed = call
            .transact(token.into_inner(), |transaction, token| service::confirm(transaction, token).boxed())
            .await?;
        match confirmed {
            Some(subscription) => told(call, &subscription),
            None => dead_link(call),
        }
    })
    .await
}

/// `GET /u/{token}`: asks, for those who follow the link by hand.
async fn offer_stop(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let Some(subscription) = behind(call, token.into_inner()).await? else { return dead_link(call) };
        match subscription.status {
            SubscriptionStatus::Stopped => told(call, &subscription),
            SubscriptionStatus::Pending | SubscriptionStatus::Confirmed => {
                answer(StatusCode::OK, &question(call, &subscription, "page-stop-button"))
            }
        }
    })
    .await
}

/// `POST /u/{token}`: the one click of RFC 8058, sent by a mail program or by our own page. The body says nothing that the address does not.
async fn stop(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let stopped =
            call.transact(token.into_inner(), |transaction, token| service::stop(transaction, token).boxed()).await?;
        match stopped {
            Some(subscription) => told(call, &subscription),
            None => dead_link(call),
        }
    })
    .await
}

async fn show_choice(request: HttpRequest, door: Data<Door>, token: Path<String>) -> HttpResponse {
    serve(&request, &door, async |call| {
        let subscription = behind(call, token.into_inner()).await?;
        choice(call, subscription, false).await
    })
    .await
}

async fn choose(
    request: HttpRequest,
    door: Data<Door>,
    token: Path<String>,
    fields: web::Form<Fields>,
) -> HttpResponse {
    serve(&request, &door, async |call| {
        let choice_made = read(token.into_inner(), fields.into_inner())?;
        let subscription =
            call.transact(choice_made, |transaction, made| service::choose(transaction, made).boxed()).await?;
        choice(call, subscription, true).await
    })
    .await
}

fn read(token: String, fields: Fields) -> Result<Choice> {
    let mut choice = Choice { token, keep: Vec::new(), language: None };
    for (name, value) in fields {
        match name.as_str() {
            "keep" => choice.keep.push(SubscriptionId::parse(&ID::new(value), "keep")?),
            "language" => choice.language = Language::from_tag(&value),
            _ => {}
        }
    }
    Ok(choice)
}

async fn choice(call: &Call, subscription: Option<Subscription>, saved: bool) -> Result<HttpResponse> {
    let Some(subscription) = subscription else { return dead_link(call) };
    let email = subscription.email.clone();
    let all = call.transact(email, |transaction, email| service::followed(transaction, email).boxed()).await?;
    let option = |one: &Subscription| ChooseOption {
        id: one.id.global(),
        title: one.title().to_owned(),
        follows: one.status == SubscriptionStatus::Confirmed,
    };
    let page = Choose {
        say: say(call, subscription.language),
        options: all.iter().map(option).collect(),
        email: subscription.email,
        saved,
        languages: Language::ALL,
    };
    answer(StatusCode::OK, &page)
}

/// The question that a button answers: whether to follow, or whether to stop.
fn question<'a>(call: &'a Call, subscription: &Subscription, button: &str) -> Question<'a> {
    let say = say(call, subscription.language);
    let title = [("title", subscription.title().into())];
    let (heading, text) = match subscription.status {
        SubscriptionStatus::Pending => (say.text("subscription-title", &title), say.text("page-confirm-text", &title)),
        SubscriptionStatus::Confirmed | SubscriptionStatus::Stopped => {
            (say.text("page-stop-title", &title), say.text("page-stop-text", &[]))
        }
    };
    Question { say, heading, text, button: say.text(button, &[]) }
}

/// How a subscription stands now.
fn told(call: &Call, subscription: &Subscription) -> Result<HttpResponse> {
    let say = say(call, subscription.language);
    let title = [("title", subscription.title().into())];
    let (heading, text) = match subscription.status {
        SubscriptionStatus::Stopped => (say.text("page-stopped-title", &title), say.text("page-stopped-text", &[])),
        SubscriptionStatus::Pending | SubscriptionStatus::Confirmed => {
            (say.text("page-confirmed-title", &title), say.text("page-confirmed-text", &[]))
        }
    };
    let link = Link { label: say.text("notice-choose", &[]), url: format!("/n/{}", subscription.token) };
    answer(StatusCode::OK, &Message { say, heading, text, link: Some(link) })
}
