//! What every answer over HTTP has in common: the shape of errors, the headers that keep browsers safe, and how often a client may ask.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU32,
    panic::AssertUnwindSafe,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        Method, StatusCode,
        header::{
            CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY, RETRY_AFTER,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
};
use chrono::TimeDelta;
use futures::FutureExt;
use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock as _, DefaultClock},
};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Code, Error, telemetry::RequestId};

/// The `Content-Security-Policy` of answers that are not pages: a browser that shows one loads and runs nothing.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// The `Content-Security-Policy` of our own pages, which a page's handler sets: everything from this origin, no script in the page itself.
pub const PAGE_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// An error as clients read it, in GraphQL's shape, which the other routes share. Faults of ours carry the request's id, to find them in the log.
pub fn error_value(error: &Error, request: &impl HttpMessage) -> Value {
    shown(error, RequestId::of(request).as_ref())
}

/// The same, with the id at hand.
pub fn shown(error: &Error, request: Option<&RequestId>) -> Value {
    let mut extensions = json!({ "code": error.code().as_str(), "key": error.key() });
    if let Some(field) = error.field() {
        extensions["field"] = field.into();
    }
    if let Some(seconds) = error.seconds_to_wait() {
        extensions["retryAfter"] = seconds.into();
    }
    if let (Code::Internal, Some(id)) = (error.code(), request) {
        extensions["requestId"] = id.as_str().into();
    }
    json!({ "message": error.message(), "extensions": extensions })
}

/// The answer to a request that failed as a whole, outside GraphQL. Writes the cause to the log.
pub fn error_response(error: &Error, request: &impl HttpMessage) -> HttpResponse {
    error.log();
    let status = StatusCode::from_u16(error.code().http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    HttpResponse::build(status).json(json!({ "errors": [error_value(error, request)] }))
}

/// A middleware (`App::wrap(from_fn(secure))`) that adds the headers which keep browsers from guessing types, framing us and telling others where
/// a reader came from. What a handler set itself stays.
///
/// # Errors
/// Those of the services inside.
pub async fn secure(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    match next.call(request).await {
        Ok(mut response) => {
            lock_down(response.headers_mut());
            Ok(response)
        }
        Err(error) => {
            let mut response = error.error_response();
            lock_down(response.headers_mut());
            Err(InternalError::from_response(error, response).into())
        }
    }
}

fn lock_down(headers: &mut HeaderMap) {
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, DATA_POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// A middleware (`App::wrap(from_fn(survive))`, innermost, inside [`observe`](super::telemetry::observe)) that answers 500 when a handler panics, and
/// logs the panic under the request's id. Without it the client would see a connection that breaks.
///
/// # Errors
/// Those of the services inside; a panic among them.
pub async fn survive<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    // The request goes into the service and is lost with it, so the answer is made of what is kept here.
    let id = RequestId::of(&request);
    // What a panic left half-changed was the request's own, and is dropped with it.
    AssertUnwindSafe(next.call(request)).catch_unwind().await.unwrap_or_else(|panic| {
        let error = Error::panicked("a handler", &*panic);
        error.log();
        let body = json!({ "errors": [shown(&error, id.as_ref())] });
        Err(InternalError::from_response("a handler panicked", HttpResponse::InternalServerError().json(body)).into())
    })
}

/// How long a download or a small request may take.
const LONGEST: Duration = Duration::from_secs(30);

/// A middleware (`App::wrap(from_fn(in_time))`) that answers 503 when a handler waits for ever, as it does for a database that has fallen silent. GraphQL
/// and uploads have limits of their own, because some of them may take long.
///
/// # Errors
/// Those of the services inside.
pub async fn in_time<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if request.path() == "/graphql" || request.method() == Method::PUT {
        return next.call(request).await;
    }
    let id = RequestId::of(&request);
    timeout(LONGEST, next.call(request)).await.unwrap_or_else(|cause| {
        let error = Error::unavailable(cause);
        error.log();
        let body = json!({ "errors": [shown(&error, id.as_ref())] });
        Err(InternalError::from_response("a handler took too long", HttpResponse::ServiceUnavailable().json(body))
            .into())
    })
}

/// How often one client may ask.
#[derive(Debug, Clone, Copy)]
pub struct RateLimit {
    /// Requests per second, in the long run.
    pub per_second: NonZeroU32,
    /// Requests at once.
    pub burst: NonZeroU32,
    /// Whether a proxy of ours stands in front and adds the client's address at the right end of `X-Forwarded-For`. Without one anybody could
    /// write any address there.
    pub behind_proxy: bool,
}

/// Counts the requests of each client address. One for the whole program, or for the routes that need a limit of their own:
/// `App::wrap(from_fn(move |request, next| { let limiter = limiter.clone(); async move { limiter.guard(request, next).await } }))`.
pub struct RateLimiter {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    behind_proxy: bool,
    checks: AtomicU32,
}

/// After how many requests addresses that were quiet for long are forgotten.
const CHECKS_BETWEEN_CLEANING: u32 = 1024;

impl RateLimiter {
    /// A limiter that has seen nobody yet.
    pub fn new(limit: RateLimit) -> Self {
        let quota = Quota::per_second(limit.per_second).allow_burst(limit.burst);
        Self {
            limiter: DefaultKeyedRateLimiter::keyed(quota),
            behind_proxy: limit.behind_proxy,
            checks: AtomicU32::new(0),
        }
    }

    /// Passes the request on, or answers 429 with the time to wait.
    ///
    /// # Errors
    /// Those of the services inside.
    pub async fn guard<B: MessageBody>(
        &self,
        request: ServiceRequest,
        next: Next<B>,
    ) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
        match self.take(self.address_of(request.request())) {
            Ok(()) => Ok(next.call(request).await?.map_into_left_body()),
            Err(error) => {
                let mut response = error_response(&error, &request);
                let seconds = error.seconds_to_wait().unwrap_or_default();
                response.headers_mut().insert(RETRY_AFTER, seconds.into());
                Ok(request.into_response(response).map_into_right_body())
            }
        }
    }

    /// Counts one more request of a client.
    ///
    /// # Errors
    /// `RATE_LIMITED`, with the time to wait, when that is too many.
    pub fn take(&self, client: IpAddr) -> Result<(), Error> {
        if self.checks.fetch_add(1, Ordering::Relaxed).is_multiple_of(CHECKS_BETWEEN_CLEANING) {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(&client).map_err(|not_until| {
            // A whole second more than the rest of a second, so that who waits that long is let in.
            let seconds = not_until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            let message = format!("too many requests from your address; try again in {seconds} s");
            let wait = TimeDelta::seconds(i64::try_from(seconds).unwrap_or(i64::MAX / 1000));
            Error::new(Code::RateLimited, "rate-limited", message).retry_after(wait)
        })
    }

    /// Which client sent a request.
    pub fn address_of(&self, request: &HttpRequest) -> IpAddr {
        let forwarded = || {
            request.headers().get_all("x-forwarded-for").last()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
        };
        let peer = || request.peer_addr().map(|peer| peer.ip());
        let address = if self.behind_proxy { forwarded().or_else(peer) } else { peer() };
        // Only a local socket has no peer address.
        client(address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)))
    }
}

/// What counts as one client: an IPv4 address, or the /64 network that one IPv6 subscriber has all to himself.
fn client(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into(),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use actix_web::{
        App,
        middleware::from_fn,
        test::{TestRequest, call_service, init_service, read_body_json},
        web,
    };

    use super::*;

    fn limiter(behind_proxy: bool) -> Arc<RateLimiter> {
        // One request per second in the long run: no test takes long enough to get one back.
        let (per_second, burst) = (NonZeroU32::MIN, NonZeroU32::new(2).expect("two"));
        Arc::new(RateLimiter::new(RateLimit { per_second, burst, behind_proxy }))
    }

    async fn ask(
        limiter: &Arc<RateLimiter>,
        peer: &str,
        forwarded: &[&str],
    ) -> ServiceResponse<impl MessageBody + use<>> {
        let limiter = limiter.clone();
        let guard = from_fn(move |request, next| {
            let limiter = limiter.clone();
            async move { limiter.guard(request, next).await }
        });
        let app = init_service(App::new().default_service(web::to(HttpResponse::Ok)).wrap(guard)).await;
        let mut request = TestRequest::get().peer_addr(peer.parse().expect("an address"));
        for header in forwarded {
            request = request.append_header(("X-Forwarded-For", *header));
        }
        call_service(&app, request.to_request()).await
    }

    async fn status(limiter: &Arc<RateLimiter>, peer: &str, forwarded: &[&str]) -> u16 {
        ask(limiter, peer, forwarded).await.status().as_u16()
    }

    #[actix_web::test]
    async fn a_client_above_its_burst_is_told_when_to_come_back_and_others_are_served() {
        let limiter = limiter(false);
        assert_eq!(status(&limiter, "192.0.2.1:5000", &[]).await, 200);
        assert_eq!(status(&limiter, "192.0.2.1:5001", &[]).await, 200);
        let refused = ask(&limiter, "192.0.2.1:5002", &[]).await;
        assert_eq!(refused.status().as_u16(), 429);
        assert_eq!(refused.headers().get(RETRY_AFTER).expect("a time"), "1");
        let body: Value = read_body_json(refused).await;
        let message = "too many requests from your address; try again in 1 s";
        let extensions = json!({ "code": "RATE_LIMITED", "key": "rate-limited", "retryAfter": 1 });
        assert_eq!(body, json!({ "errors": [{ "message": message, "extensions": extensions }] }));
        assert_eq!(status(&limiter, "192.0.2.2:5000", &[]).await, 200);
    }

    #[actix_web::test]
    async fn a_forwarded_address_counts_only_behind_our_proxy_and_only_the_right_most() {
        let open = limiter(false);
        for (forged, expected) in [("203.0.113.1", 200), ("203.0.113.2", 200), ("203.0.113.3", 429)] {
            assert_eq!(status(&open, "192.0.2.1:1", &[forged]).await, expected);
        }
        let behind = limiter(true);
        for (forged, expected) in
            [("10.0.0.1, 203.0.113.9", 200), ("10.0.0.2, 203.0.113.9", 200), ("10.0.0.3,203.0.113.9", 429)]
        {
            assert_eq!(status(&behind, "192.0.2.1:1", &[forged]).await, expected);
        }
        assert_eq!(
            status(&behind, "192.0.2.1:1", &["203.0.113.9", "203.0.113.10"]).await,
            200,
            "the last header is the proxy's"
        );
        assert_eq!(status(&behind, "192.0.2.1:1", &["no address"]).await, 200, "the peer then");
    }

    #[test]
    fn a_network_of_one_ipv6_subscriber_is_one_client() {
        let key = |text: &str| client(text.parse().expect("an address"));
        assert_eq!(key("2001:db8:1:2:aaaa::1"), key("2001:db8:1:2:bbbb::2"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.1"), key("192.0.2.1"));
        assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
    }

    #[actix_web::test]
    async fn answers_are_locked_down_unless_a_page_says_otherwise() {
        let page = || async { HttpResponse::Ok().insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY)).finish() };
        let app = App::new().route("/page", web::get().to(page)).wrap(from_fn(secure));
        let app = init_service(app).await;
        let missing = call_service(&app, TestRequest::get().uri("/missing").to_request()).await;
        assert_eq!(
            missing.headers().get(CONTENT_SECURITY_POLICY).expect("a policy"),
            "default-src 'none'; frame-ancestors 'none'"
        );
        assert_eq!(missing.headers().get(X_CONTENT_TYPE_OPTIONS).expect("set"), "nosniff");
        assert_eq!(missing.headers().get(REFERRER_POLICY).expect("set"), "same-origin");
        let page = call_service(&app, TestRequest::get().uri("/page").to_request()).await;
        let policies: Vec<_> = page.headers().get_all(CONTENT_SECURITY_POLICY).collect();
        assert_eq!(policies, [PAGE_POLICY]);
    }

    #[actix_web::test]
    async fn a_handler_that_panics_is_answered_like_any_fault_of_ours_on_every_route() {
        let clock = crate::kit::Clock::held_at(chrono::DateTime::UNIX_EPOCH, 1);
        let telemetry = web::Data::new(crate::kit::telemetry::Telemetry::new(clock).expect("distinct names"));
        let broken = async || -> HttpResponse { unreachable!("the secret inside") };
        let app = App::new().app_data(telemetry.clone()).route("/page/{id}", web::get().to(broken));
        let app = app.route("/fine", web::get().to(HttpResponse::Ok));
        let app = app.wrap(from_fn(survive)).wrap(from_fn(secure)).wrap(from_fn(crate::kit::telemetry::observe));
        let app = init_service(app).await;
        let request = TestRequest::get().uri("/page/1").insert_header(("X-Request-Id", "proxy-7"));
        let answer = actix_web::dev::Service::call(&app, request.to_request()).await;
        let error = answer.err().expect("a panic");
        let response = error.error_response();
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers().get("x-request-id").expect("an id"), "proxy-7");
        assert_eq!(response.headers().get(X_CONTENT_TYPE_OPTIONS).expect("locked down"), "nosniff");
        let body = actix_web::body::to_bytes(response.into_body()).await.expect("a body");
        let message = "something went wrong on our side; it has been logged";
        let extensions = json!({ "code": "INTERNAL", "key": "internal", "requestId": "proxy-7" });
        assert_eq!(
            serde_json::from_slice::<Value>(&body).expect("JSON"),
            json!({ "errors": [{ "message": message, "extensions": extensions }] })
        );
        let fine = call_service(&app, TestRequest::get().uri("/fine").to_request()).await;
        assert_eq!(fine.status(), 200, "the worker goes on");
        assert!(telemetry.render().expect("text").contains("status=\"500\"} 1"));
    }
}
