//! What operators see of the running program: one log sentence per request, an id that finds it again, and figures for a monitoring system.
//!
//! Logs name routes and never paths, queries or bodies: those hold tokens and people's addresses.

use std::{
    fmt,
    future::Future,
    io::IsTerminal,
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::{
    HttpMessage, HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        Method, StatusCode,
        header::{HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web,
};
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, PullingGauge, Registry, TextEncoder};
use tracing::Instrument;
use tracing_subscriber::EnvFilter;

use crate::kit::{Error, Result, clock::Clock};

/// The header that carries the request's id, both ways.
pub const REQUEST_ID_HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken over from a caller.
const MAX_ID_LENGTH: usize = 64;

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object per line, for machines.
    Json,
}

/// Starts the log of the program: to standard error, because standard output belongs to the commands. `filter` is in the form of `RUST_LOG`
/// (`info,darasa=debug`).
///
/// # Errors
/// When the filter cannot be read, or a log was started before.
pub fn start_log(format: LogFormat, filter: &str) -> Result<()> {
    let wrong =
        |error: &dyn fmt::Display| Error::invalid("log", "log-filter", format!("cannot log by `{filter}`: {error}"));
    let filter = EnvFilter::try_new(filter).map_err(|error| wrong(&error))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(wants_colours());
    // A line that cannot be written (its disk is full, its reader is gone) is lost; saying so in the same place would panic and end the thread.
    let log = log.log_internal_errors(false);
    let started = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).try_init(),
    };
    started.map_err(|error| wrong(&error))
}

/// Whether log lines are coloured: for people who see them at once and did not say no (<https://no-color.org>), never in a file.
fn wants_colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty())
}

/// The id of a request: it stands in the log, in the history, in the answer's header and in errors of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// A new id, for calls that came through no request.
    pub fn new(clock: &Clock) -> Self {
        Self(clock.new_uuid().to_string().into())
    }

    /// The id that [`observe`] gave the request; none where it does not run.
    pub fn of(request: &impl HttpMessage) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What log lines are written within, to carry the id.
    pub fn span(&self) -> tracing::Span {
        tracing::info_span!("request", request.id = self.as_str())
    }

    /// Takes over the caller's id when it is fit for a log, so that one id follows a request through a proxy; makes one otherwise.
    fn choose(headers: &HeaderMap, clock: &Clock) -> Self {
        let sent = headers.get(REQUEST_ID_HEADER).and_then(|value| value.to_str().ok()).filter(|id| is_fit(id));
        sent.map_or_else(|| Self::new(clock), |sent| Self(sent.into()))
    }

    fn add_to(&self, headers: &mut HeaderMap) {
        if let Ok(value) = HeaderValue::from_str(&self.0) {
            headers.insert(REQUEST_ID_HEADER, value);
        }
    }
}

fn is_fit(id: &str) -> bool {
    (1..=MAX_ID_LENGTH).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// The figures of the program, and where request ids come from. One for the whole program; workers share it.
pub struct Telemetry {
    clock: Clock,
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
    in_flight: IntGauge,
}

impl Telemetry {
    /// Figures that start at zero.
    ///
    /// # Errors
    /// `INTERNAL` when two figures have the same name.
    pub fn new(clock: Clock) -> Result<Self> {
        let labels = ["method", "route", "status"];
        let requests =
            IntCounterVec::new(Opts::new("darasa_http_requests_total", "Requests that were answered."), &labels);
        let durations =
            HistogramOpts::new("darasa_http_request_seconds", "How long an answer took, to its first byte.");
        let durations = HistogramVec::new(durations, &labels[..2]);
        let in_flight = IntGauge::new("darasa_http_requests_in_flight", "Requests that wait for an answer.");
        let this = Self {
            clock,
            registry: Registry::new(),
            requests: requests.map_err(Error::internal)?,
            durations: durations.map_err(Error::internal)?,
            in_flight: in_flight.map_err(Error::internal)?,
        };
        this.registry.register(Box::new(this.requests.clone())).map_err(Error::internal)?;
        this.registry.register(Box::new(this.durations.clone())).map_err(Error::internal)?;
        this.registry.register(Box::new(this.in_flight.clone())).map_err(Error::internal)?;
        Ok(this)
    }

    /// Adds a figure that is read each time the figures are asked for: connections of the database pool, jobs that wait.
    ///
    /// # Errors
    /// `INTERNAL` when the name is taken or not in the form that Prometheus wants.
    pub fn gauge(&self, name: &str, help: &str, read: impl Fn() -> u32 + Send + Sync + 'static) -> Result<()> {
        let gauge = PullingGauge::new(name, help, Box::new(move || f64::from(read()))).map_err(Error::internal)?;
        self.registry.register(Box::new(gauge)).map_err(Error::internal)
    }

    /// All figures in Prometheus' text format, for `/metrics`.
    ///
    /// # Errors
    /// `INTERNAL` when a figure cannot be written.
    pub fn render(&self) -> Result<String> {
        TextEncoder::new().encode_to_string(&self.registry.gather()).map_err(Error::internal)
    }

    fn count(&self, method: &str, route: &str, status: StatusCode, duration: Duration) {
        self.requests.with_label_values(&[method, route, status.as_str()]).inc();
        self.durations.with_label_values(&[method, route]).observe(duration.as_secs_f64());
    }

    fn enter(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }
}

/// Counts a request as waiting until it is answered, or dropped because the client went away.
struct InFlight(IntGauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The methods that have a figure of their own: a client may send any word as a method, and each would be kept for good.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

/// The outermost middleware (`App::wrap(from_fn(observe))`, with `web::Data<Telemetry>` among the app's data): gives each request an id, counts
/// it and writes its sentence into the log.
///
/// # Errors
/// Those of the services inside, passed on with the request's id.
pub async fn observe(
    telemetry: web::Data<Telemetry>,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let began = Instant::now();
    let waiting = telemetry.enter();
    let id = RequestId::choose(request.headers(), &telemetry.clock);
    request.extensions_mut().insert(id.clone());
    let method = known(request.method());
    let span = id.span();
    let answer = traced(next.call(request), span.clone()).await;
    drop(waiting);
    let (route, status, answer) = match answer {
        Ok(mut response) => {
            id.add_to(response.headers_mut());
            let route = response.request().match_pattern();
            (route, response.status(), Ok(response))
        }
        Err(error) => {
            let mut response: HttpResponse = error.error_response();
            id.add_to(response.headers_mut());
            (None, response.status(), Err(InternalError::from_response(error, response).into()))
        }
    };
    let route = route.unwrap_or_else(|| "unmatched".to_owned());
    let duration = began.elapsed();
    telemetry.count(method, &route, status, duration);
    span.in_scope(|| {
        let (status, duration_ms) = (status.as_u16(), u64::try_from(duration.as_millis()).unwrap_or(u64::MAX));
        tracing::info!(
            http.method = method,
            http.route = route,
            http.status = status,
            http.duration_ms = duration_ms,
            "{method} {route} answered {status} in {duration_ms} ms"
        );
    });
    answer
}

async fn traced<F: Future>(future: F, span: tracing::Span) -> F::Output {
    future.instrument(span).await
}

#[cfg(test)]
mod tests {
    use actix_web::{
        App,
        middleware::from_fn,
        test::{TestRequest, call_service, init_service, read_body},
    };
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn telemetry() -> web::Data<Telemetry> {
        let clock = Clock::held_at(DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time"), 1);
        web::Data::new(Telemetry::new(clock).expect("distinct names"))
    }

    async fn answer(
        telemetry: &web::Data<Telemetry>,
        request: TestRequest,
    ) -> ServiceResponse<impl MessageBody + use<>> {
        let river = web::resource("/rivers/{id}").to(|id: RequestIdSeen| async move { id.0 });
        let app = App::new().app_data(telemetry.clone()).service(river).wrap(from_fn(observe));
        call_service(&init_service(app).await, request.to_request()).await
    }

    /// What a handler sees.
    struct RequestIdSeen(String);

    impl actix_web::FromRequest for RequestIdSeen {
        type Error = actix_web::Error;
        type Future = std::future::Ready<Result<Self, Self::Error>>;

        fn from_request(request: &actix_web::HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future {
            std::future::ready(Ok(Self(RequestId::of(request).map(|id| id.as_str().to_owned()).unwrap_or_default())))
        }
    }

    fn id_of(response: &ServiceResponse<impl MessageBody>) -> &str {
        response.headers().get("X-Request-Id").expect("every answer has an id").to_str().expect("an id is ASCII")
    }

    #[actix_web::test]
    async fn a_well_formed_id_is_taken_over_and_any_other_is_replaced() {
        let telemetry = telemetry();
        let sent =
            answer(&telemetry, TestRequest::get().uri("/rivers/1").insert_header(("X-Request-Id", "proxy-7.a_b")))
                .await;
        assert_eq!(id_of(&sent), "proxy-7.a_b");
        for hostile in ["", "two words", "a\tb", "\"}{\"", &"x".repeat(65)] {
            let request = TestRequest::get().uri("/rivers/1").insert_header(("X-Request-Id", hostile));
            let response = answer(&telemetry, request).await;
            assert!(uuid::Uuid::parse_str(id_of(&response)).is_ok(), "{hostile}");
        }
    }

    #[actix_web::test]
    async fn the_handler_knows_the_id_that_the_answer_carries() {
        let response = answer(&telemetry(), TestRequest::get().uri("/rivers/1")).await;
        let id = id_of(&response).to_owned();
        assert_eq!(read_body(response).await, id);
    }

    #[actix_web::test]
    async fn requests_are_counted_by_route_and_not_by_path() {
        let telemetry = telemetry();
        for path in ["/rivers/1", "/rivers/2", "/nowhere/secret-token"] {
            answer(&telemetry, TestRequest::get().uri(path)).await;
        }
        let strange = Method::from_bytes(b"BREW").expect("a method");
        answer(&telemetry, TestRequest::default().method(strange).uri("/rivers/1")).await;
        telemetry.gauge("darasa_pool_connections", "Open connections.", || 7).expect("a new name");
        let figures = telemetry.render().expect("text");
        for line in [
            "darasa_http_requests_total{method=\"GET\",route=\"/rivers/{id}\",status=\"200\"} 2",
            "darasa_http_requests_total{method=\"GET\",route=\"unmatched\",status=\"404\"} 1",
            "darasa_http_requests_total{method=\"OTHER\",route=\"/rivers/{id}\",status=\"200\"} 1",
            "darasa_http_request_seconds_count{method=\"GET\",route=\"/rivers/{id}\"} 2",
            "darasa_http_requests_in_flight 0",
            "darasa_pool_connections 7",
        ] {
            assert!(figures.lines().any(|there| there == line), "{line} is missing in\n{figures}");
        }
        assert!(!figures.contains("secret-token"));
        assert!(telemetry.gauge("darasa_pool_connections", "Again.", || 8).is_err());
    }

    #[actix_web::test]
    async fn a_request_that_is_given_up_no_longer_counts_as_waiting() {
        let telemetry = telemetry();
        let stuck = web::resource("/stuck").to(std::future::pending::<HttpResponse>);
        let app = App::new().app_data(telemetry.clone()).service(stuck).wrap(from_fn(observe));
        let app = init_service(app).await;
        let mut call = Box::pin(call_service(&app, TestRequest::get().uri("/stuck").to_request()));
        assert!(futures::poll!(call.as_mut()).is_pending());
        assert_eq!(telemetry.in_flight.get(), 1);
        drop(call);
        assert_eq!(telemetry.in_flight.get(), 0);
    }

    #[test]
    fn a_filter_that_cannot_be_read_is_named() {
        let error = start_log(LogFormat::Text, "darasa=louder").expect_err("no such level");
        assert_eq!((error.field(), error.key()), (Some("log"), "log-filter"));
        assert!(error.message().starts_with("cannot log by `darasa=louder`: "), "{error}");
    }

    proptest! {
        #[test]
        fn an_id_that_is_taken_over_always_fits_a_header_and_a_log_line(id in ".{0,80}") {
            if is_fit(&id) {
                prop_assert!(HeaderValue::from_str(&id).is_ok());
                prop_assert!(id.len() <= 64 && !id.contains(char::is_whitespace));
            }
        }
    }
}
