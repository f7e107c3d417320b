//! Opens connections: over a Unix socket or TCP, with TLS by rustls as `sslmode` in the URL says (libpq's meanings).

use std::{str::FromStr, sync::Arc, time::Duration};

use diesel::{ConnectionError, ConnectionResult};
use diesel_async::AsyncPgConnection;
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How the server's certificate is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Trust {
    /// Encrypts, and does not ask who it is (`prefer`, `require`).
    Anyone,
    /// Asks a known authority and the host name (`verify-ca`, `verify-full`); the path is `sslrootcert`.
    Verified(Option<String>),
}

/// Opens one connection. Statements end after 5 s, waits for locks after 4 s, forgotten transactions after 60 s.
///
/// # Errors
/// When the URL is malformed, the server cannot be reached, or TLS is refused.
pub async fn connect(url: &str) -> ConnectionResult<AsyncPgConnection> {
    let (mut config, trust) = parse(url)?;
    config.application_name("darasa").connect_timeout(Duration::from_secs(5)).options(
        "-c statement_timeout=5000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC",
    );
    let local = config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
    if local || config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = config.connect(tokio_postgres::NoTls).await.map_err(refused)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await
    } else {
        let tls = MakeRustlsConnect::new(client_config(&trust)?);
        let (client, connection) = config.connect(tls).await.map_err(refused)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await
    }
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
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut kept, mut verified, mut root) = (Vec::new(), false, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", "verify-ca" | "verify-full")) => {
                verified = true;
                kept.push("sslmode=require");
            }
            Some(("sslrootcert", path)) => root = Some(path.replace("%2F", "/")),
            _ => kept.push(pair),
        }
    }
    let url = if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) };
    let config = tokio_postgres::Config::from_str(&url)
        .map_err(|_| ConnectionError::InvalidConnectionUrl("DATABASE_URL is not a postgres:// URL".to_owned()))?;
    Ok((config, if verified { Trust::Verified(root) } else { Trust::Anyone }))
}

fn client_config(trust: &Trust) -> ConnectionResult<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let bad = |text: String| ConnectionError::BadConnection(text);
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|cause| bad(cause.to_string()))?;
    Ok(match trust {
        Trust::Anyone => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Encrypting(provider))).with_no_client_auth()
        }
        Trust::Verified(path) => builder.with_root_certificates(roots(path.as_deref())?).with_no_client_auth(),
    })
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

/// Checks that the server holds the key of its certificate, and not whose certificate it is.
#[derive(Debug)]
struct Encrypting(Arc<CryptoProvider>);

impl ServerCertVerifier for Encrypting {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verify_full_asks_for_a_known_authority_and_require_only_encrypts() {
        let (config, trust) = parse("postgres://a:b@h:1/d?sslmode=verify-full&sslrootcert=%2Fca.pem").expect("a URL");
        assert_eq!((config.get_ssl_mode(), trust), (SslMode::Require, Trust::Verified(Some("/ca.pem".to_owned()))));
        let (config, trust) = parse("postgres://a:b@h:1/d?sslmode=require").expect("a URL");
        assert_eq!((config.get_ssl_mode(), trust), (SslMode::Require, Trust::Anyone));
    }

    #[test]
    fn a_described_url_never_tells_its_password() {
        assert_eq!(describe("postgres://me:secret@db.example:6543/school"), "db.example:6543/school");
        assert_eq!(describe("nonsense"), "a malformed DATABASE_URL");
    }
}
