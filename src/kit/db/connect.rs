//! Opens connections: over a Unix socket or TCP, with TLS by rustls as `sslmode` in the URL says (libpq's meanings).

use std::{str::FromStr, sync::Arc, time::Duration};

use diesel::{ConnectionError, ConnectionResult};
use diesel_async::AsyncPgConnection;
use futures::{FutureExt, future::BoxFuture};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::embedded::{
    EmbeddedError,
    tools::{Address, percent_decoded},
};

/// How the server's certificate is looked at; with what `sslmode` and `sslrootcert` say, as libpq has it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Trust {
    /// Encrypts, and does not ask who it is (`prefer`, `require`).
    Anyone,
    /// Asks an authority of this file, and not the name of the host (`verify-ca`, and `require` with a `sslrootcert`).
    Authority(String),
    /// Asks an authority of this file or of the system, and the name (`verify-full`; `verify-ca` without a file of its own, because the
    /// system's authorities vouch for every host of the world).
    Name(Option<String>),
}

/// Opens one connection. Statements end after 5 s, waits for locks after 4 s, forgotten transactions after 60 s.
///
/// # Errors
/// When the URL is malformed, the server cannot be reached, or TLS is refused.
pub async fn connect(url: &str) -> ConnectionResult<AsyncPgConnection> {
    const OPTIONS: &str =
        "-c statement_timeout=5000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC";
    match config(url, OPTIONS)? {
        (config, None) => {
            let (client, connection) = config.connect(tokio_postgres::NoTls).await.map_err(refused)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection).await
        }
        (config, Some(tls)) => {
            let (client, connection) = config.connect(tls).await.map_err(refused)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection).await
        }
    }
}

/// Opens one connection without any device of diesel, with these options; what comes beside it is to be driven on for as long as it is used.
pub(super) async fn plain(
    url: &str,
    options: &str,
) -> ConnectionResult<(tokio_postgres::Client, BoxFuture<'static, ()>)> {
    match config(url, options)? {
        (config, None) => {
            let (client, connection) = config.connect(tokio_postgres::NoTls).await.map_err(refused)?;
            Ok((client, connection.map(drop).boxed()))
        }
        (config, Some(tls)) => {
            let (client, connection) = config.connect(tls).await.map_err(refused)?;
            Ok((client, connection.map(drop).boxed()))
        }
    }
}

/// How to connect to a URL, and by which TLS.
fn config(url: &str, options: &str) -> ConnectionResult<(tokio_postgres::Config, Option<MakeRustlsConnect>)> {
    let (mut config, trust) = parse(url)?;
    // A host that is gone without a word is found out by TCP within half a minute, and not within hours.
    config.keepalives_idle(Duration::from_secs(10)).keepalives_interval(Duration::from_secs(5)).keepalives_retries(3);
    config.tcp_user_timeout(Duration::from_secs(20));
    config.application_name("darasa").connect_timeout(Duration::from_secs(5)).options(options);
    let local = config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
    let plain = local || config.get_ssl_mode() == SslMode::Disable;
    let tls = if plain { None } else { Some(MakeRustlsConnect::new(client_config(&trust)?)) };
    Ok((config, tls))
}

/// Looks whether a URL can be understood, before anything is opened.
///
/// # Errors
/// When it cannot; the error does not repeat it.
pub fn check(url: &str) -> Result<(), EmbeddedError> {
    Address::parse(url)?;
    parse(url).map(|_| ()).map_err(|_| EmbeddedError::BadUrl)
}

/// Host, port and database of a URL, never its password: for messages.
pub fn describe(url: &str) -> String {
    let Ok((config, _)) = parse(url) else { return "a malformed DATABASE_URL".to_owned() };
    let hosts = config.get_hosts().iter().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    });
    let ports: Vec<String> = config.get_ports().iter().map(u16::to_string).collect();
    let port = if ports.is_empty() { "5432".to_owned() } else { ports.join(",") };
    format!("{}:{port}/{}", hosts.collect::<Vec<_>>().join(","), config.get_dbname().unwrap_or("(default)"))
}

fn refused(cause: tokio_postgres::Error) -> ConnectionError {
    let mut text = cause.to_string();
    let mut source = std::error::Error::source(&cause);
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    ConnectionError::BadConnection(text)
}

/// `tokio-postgres` knows neither `verify-ca`, `verify-full` nor `sslrootcert`: they are taken out of the URL here.
fn parse(url: &str) -> ConnectionResult<(tokio_postgres::Config, Trust)> {
    let malformed = || ConnectionError::InvalidConnectionUrl("DATABASE_URL is not a postgres:// URL".to_owned());
    let decoded = |text: &str| String::from_utf8(percent_decoded(text).ok()?).ok();
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut kept, mut mode, mut root) = (Vec::new(), None, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(decoded(value).ok_or_else(malformed)?),
            Some(("sslrootcert", value)) => root = Some(decoded(value).ok_or_else(malformed)?),
            _ => kept.push(pair.to_owned()),
        }
    }
    let (mode, trust) = trust(mode.as_deref(), root).ok_or_else(malformed)?;
    kept.extend(mode.map(|mode| format!("sslmode={mode}")));
    let url = if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) };
    let config = tokio_postgres::Config::from_str(&url).map_err(|_| malformed())?;
    Ok((config, trust))
}

/// What `sslmode` and `sslrootcert` mean together: the mode that `tokio-postgres` knows, and whom to trust. Nothing for what contradicts itself.
fn trust(mode: Option<&str>, root: Option<String>) -> Option<(Option<&str>, Trust)> {
    let system = root.as_deref() == Some("system");
    match (mode, root) {
        // The system's authorities vouch for every host, so that a mode that does not ask for the name would be none; libpq refuses it, too.
        (None | Some("verify-full"), _) if system => Some((Some("require"), Trust::Name(None))),
        (Some(_), _) if system => None,
        (Some("verify-full"), root) => Some((Some("require"), Trust::Name(root))),
        (Some("verify-ca"), None) => Some((Some("require"), Trust::Name(None))),
        (Some("verify-ca" | "require"), Some(root)) => Some((Some("require"), Trust::Authority(root))),
        (mode, _) => Some((mode, Trust::Anyone)),
    }
}

fn client_config(trust: &Trust) -> ConnectionResult<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let bad = |text: String| ConnectionError::BadConnection(text);
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|cause| bad(cause.to_string()))?;
    let authority = match trust {
        Trust::Name(path) => return Ok(builder.with_root_certificates(roots(path.as_deref())?).with_no_client_auth()),
        Trust::Anyone => None,
        Trust::Authority(path) => {
            let verifier =
                WebPkiServerVerifier::builder_with_provider(Arc::new(roots(Some(path))?), Arc::clone(&provider));
            Some(verifier.build().map_err(|cause| bad(cause.to_string()))?)
        }
    };
    let verifier = Arc::new(AnyName { provider, authority });
    Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth())
}

fn roots(path: Option<&str>) -> ConnectionResult<RootCertStore> {
    let mut store = RootCertStore::empty();
    match path {
        Some(path) => {
            let unreadable = |cause: String| ConnectionError::BadConnection(format!("sslrootcert {path}: {cause}"));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|cause| unreadable(cause.to_string()))? {
                let certificate = certificate.map_err(|cause| unreadable(cause.to_string()))?;
                store.add(certificate).map_err(|cause| unreadable(cause.to_string()))?;
            }
        }
        None => {
            store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    Ok(store)
}

/// Checks that the server holds the key of its certificate, and that the authority, where there is one, vouches for it; never that it is for this
/// host.
#[derive(Debug)]
struct AnyName {
    provider: Arc<CryptoProvider>,
    authority: Option<Arc<WebPkiServerVerifier>>,
}

impl ServerCertVerifier for AnyName {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        status: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let Some(authority) = &self.authority else { return Ok(ServerCertVerified::assertion()) };
        // The name is looked at last: who is refused for it has passed everything else.
        match authority.verify_server_cert(certificate, intermediates, name, status, now) {
            Err(rustls::Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => Ok(ServerCertVerified::assertion()),
            outcome => outcome,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(options: &str) -> Option<(SslMode, Trust)> {
        parse(&format!("postgres://a:b@h:1/d?{options}")).ok().map(|(config, trust)| (config.get_ssl_mode(), trust))
    }

    #[test]
    fn sslmode_and_sslrootcert_mean_together_what_libpq_says() {
        let file = || "/etc/ca 1.pem".to_owned();
        for (options, trust) in [
            ("sslmode=verify-full&sslrootcert=%2Fetc%2Fca%201.pem", Trust::Name(Some(file()))),
            ("sslrootcert=/etc/ca%201.pem&sslmode=verify%2Dfull", Trust::Name(Some(file()))),
            ("sslmode=verify-full", Trust::Name(None)),
            ("sslmode=verify-full&sslrootcert=system", Trust::Name(None)),
            ("sslrootcert=system", Trust::Name(None)),
            ("sslmode=verify-ca", Trust::Name(None)),
            ("sslmode=verify-ca&sslrootcert=/etc/ca%201.pem", Trust::Authority(file())),
            ("sslmode=require&sslrootcert=/etc/ca%201.pem", Trust::Authority(file())),
            ("sslmode=require", Trust::Anyone),
        ] {
            assert_eq!(read(options), Some((SslMode::Require, trust)), "{options}");
        }
        assert_eq!(read("sslmode=disable"), Some((SslMode::Disable, Trust::Anyone)));
        assert_eq!(read(""), Some((SslMode::Prefer, Trust::Anyone)));
        for options in ["sslmode=require&sslrootcert=system", "sslmode=nonsense", "sslrootcert=%zz", "sslmode=%ff"] {
            assert_eq!(read(options), None, "{options}");
        }
    }

    #[test]
    fn a_url_that_cannot_be_understood_is_refused_before_anything_is_opened() {
        assert!(check("postgres://me:secret@db.example:6543/school?sslmode=verify-full").is_ok());
        for url in ["nonsense", "mysql://u:p@h/d", "postgres://u:p@h/d?sslmode=nonsense", "postgres://h:port/d"] {
            assert!(matches!(check(url), Err(EmbeddedError::BadUrl)), "{url}");
        }
    }

    #[test]
    fn a_described_url_never_tells_its_password() {
        assert_eq!(describe("postgres://me:secret@db.example:6543/school"), "db.example:6543/school");
        assert_eq!(describe("nonsense"), "a malformed DATABASE_URL");
    }
}
