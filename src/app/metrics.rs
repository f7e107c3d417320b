//! `/metrics`: figures of the running program in Prometheus' format, for those who run it. To everyone else there is no such page: how much is
//! asked and how slowly it is answered helps whoever wants to stop us.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{AUTHORIZATION, HeaderMap},
    web::Data,
};

use super::figures::Watch;
use crate::kit::{auth::tokens::secret_hash, http::error_response, telemetry::Telemetry};

/// Headers that a proxy adds: a request with one of them comes from elsewhere, whatever its peer's address says.
const FORWARDED: &[&str] = &["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// Who may read the figures.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// Programs on this machine that ask by themselves.
    Local,
    /// Who bears the secret of this hash, from wherever.
    Bearers(Vec<u8>),
}

impl Readers {
    /// The readers by the setting `DARASA_METRICS_TOKEN`. An empty one is none, so that a variable left blank opens no door.
    pub(super) fn of(token: Option<&str>) -> Self {
        token.map(str::trim).filter(|token| !token.is_empty()).map_or(Self::Local, |token| {
            // Hashes are compared, so that how long it takes tells nothing of the secret.
            Self::Bearers(secret_hash(token))
        })
    }

    fn include(&self, request: &HttpRequest) -> bool {
        match self {
            Self::Local => is_local(request),
            Self::Bearers(hash) => bearer(request.headers()).is_some_and(|secret| secret_hash(secret) == *hash),
        }
    }
}

/// `GET /metrics`.
pub(super) async fn metrics(
    request: HttpRequest,
    readers: Data<Readers>,
    telemetry: Data<Telemetry>,
    watch: Data<Watch>,
) -> HttpResponse {
    if !readers.include(&request) {
        return HttpResponse::NotFound().finish();
    }
    watch.refresh().await;
    match telemetry.render() {
        Ok(figures) => HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(figures),
        Err(error) => error_response(&error, &request),
    }
}

fn is_local(request: &HttpRequest) -> bool {
    let peer = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    peer && !FORWARDED.iter().any(|name| request.headers().contains_key(*name))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use actix_web::{
        App,
        test::{TestRequest, call_service, init_service},
        web,
    };
    use chrono::DateTime;

    use super::*;
    use crate::{
        app::figures::Figures,
        kit::{clock::Clock, db::Pools, shelf::Shelf},
    };

    /// The status that a reader from this address with this header gets.
    async fn status(token: Option<&str>, peer: &str, header: Option<(&str, &str)>) -> u16 {
        let clock = Clock::held_at(DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time"), 1);
        let telemetry = Data::new(Telemetry::new(clock.clone()).expect("distinct names"));
        let figures = Figures::new(&telemetry, &Arc::new(Shelf::new(0))).expect("distinct names");
        let nowhere = Pools::new("postgres:///none?host=/nonexistent", 1).expect("nothing is opened yet");
        let watch = Data::new(figures.watch(&Arc::new(nowhere), clock));
        let app = App::new().app_data(telemetry).app_data(watch).app_data(Data::new(Readers::of(token)));
        let app = init_service(app.route("/metrics", web::get().to(metrics))).await;
        let mut request = TestRequest::get().uri("/metrics").peer_addr(peer.parse().expect("an address"));
        if let Some(header) = header {
            request = request.insert_header(header);
        }
        call_service(&app, request.to_request()).await.status().as_u16()
    }

    #[actix_web::test]
    async fn without_a_secret_this_machine_reads_and_nobody_elsewhere() {
        for peer in ["127.0.0.1:9", "[::1]:9", "[::ffff:127.0.0.1]:9"] {
            assert_eq!(status(None, peer, None).await, 200, "{peer}");
        }
        for peer in ["192.0.2.1:9", "10.0.0.1:9", "[2001:db8::1]:9"] {
            assert_eq!(status(None, peer, None).await, 404, "{peer}");
        }
        for name in FORWARDED {
            assert_eq!(
                status(None, "127.0.0.1:9", Some((name, "127.0.0.1"))).await,
                404,
                "{name}: a proxy stands here"
            );
        }
        assert_eq!(status(None, "192.0.2.1:9", Some(("Authorization", "Bearer "))).await, 404);
    }

    #[actix_web::test]
    async fn with_a_secret_its_bearers_read_and_nobody_else() {
        let secret = Some("a secret of those who run it");
        let right = Some(("Authorization", "Bearer a secret of those who run it"));
        assert_eq!(status(secret, "192.0.2.1:9", right).await, 200);
        assert_eq!(status(secret, "127.0.0.1:9", None).await, 404, "not even this machine");
        for wrong in
            ["Bearer ", "Bearer a secret", "Basic a secret of those who run it", "a secret of those who run it"]
        {
            assert_eq!(status(secret, "192.0.2.1:9", Some(("Authorization", wrong))).await, 404, "{wrong}");
        }
    }

    #[test]
    fn a_blank_setting_is_none() {
        assert_eq!(Readers::of(Some(" ")), Readers::Local);
        assert_ne!(Readers::of(Some("x")), Readers::Local);
    }
}
