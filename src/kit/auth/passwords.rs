//! Passwords: argon2id, a few at a time, and as slow for an unknown user as for a known one.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::kit::{Clock, Error, Result};

/// The shortest password, in characters.
pub const MIN_LENGTH: usize = 10;
/// The longest password, in bytes: hashing must not be a way to spend our time.
pub const MAX_LENGTH: usize = 200;

/// The cost of a password's hash, above OWASP's minimum: memory in KiB, passes.
pub const STRONG: (u32, u32) = (64 * 1024, 3);

/// Hashes and checks passwords. At most as many at once as there are permits, so that a storm of sign-ins cannot use up the memory.
#[derive(Clone)]
pub struct Passwords {
    argon: Argon2<'static>,
    permits: Arc<Semaphore>,
    dummy: Arc<str>,
}

impl Passwords {
    /// argon2id with 1 lane at a cost of `memory_kib` KiB and `passes` passes, two hashes at a time. Tests use a small cost.
    ///
    /// # Errors
    /// When the parameters are refused by the algorithm.
    pub fn with_cost(memory_kib: u32, passes: u32, clock: &Clock) -> Result<Self> {
        let params = Params::new(memory_kib, passes, 1, None).map_err(|cause| Error::bug(cause.to_string()))?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let dummy = hash(&argon, &clock.secret(), &clock.bytes())?;
        Ok(Self { argon, permits: Arc::new(Semaphore::new(2)), dummy: dummy.into() })
    }

    /// The hash to keep of a new password.
    ///
    /// # Errors
    /// When the password is too short or too long; `field` is blamed.
    pub async fn hash(&self, password: &str, field: &str, clock: &Clock) -> Result<String> {
        if password.chars().count() < MIN_LENGTH || password.len() > MAX_LENGTH {
            let message =
                format!("choose a password of at least {MIN_LENGTH} characters and at most {MAX_LENGTH} bytes");
            return Err(Error::invalid(field, "password-length", message));
        }
        let (argon, password, salt) = (self.argon.clone(), password.to_owned(), clock.bytes());
        self.work(move || hash(&argon, &password, &salt)).await?
    }

    /// Whether `password` belongs to `stored`. With nothing stored the same work is done and the answer is no.
    ///
    /// # Errors
    /// When the work could not be done at all.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let known = stored.is_some();
        let (argon, password) = (self.argon.clone(), password.to_owned());
        let stored = stored.unwrap_or(&self.dummy).to_owned();
        let matches = self
            .work(move || {
                password.len() <= MAX_LENGTH
                    && PasswordHash::new(&stored)
                        .is_ok_and(|hash| argon.verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(matches && known)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _permit = self.permits.acquire().await.map_err(Error::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)
    }
}

fn hash(argon: &Argon2<'_>, password: &str, salt: &[u8; 16]) -> Result<String> {
    argon
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|cause| Error::bug(cause.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_user_is_good() {
        let clock = Clock::system();
        let passwords = Passwords::with_cost(64, 1, &clock).expect("cheap parameters");
        let stored = passwords.hash("a long password", "password", &clock).await.expect("a good password");
        assert!(stored.starts_with("$argon2id$"));
        assert!(passwords.verify("a long password", Some(&stored)).await.expect("works"));
        assert!(!passwords.verify("another password", Some(&stored)).await.expect("works"));
        assert!(!passwords.verify("a long password", None).await.expect("works"));
        assert!(passwords.hash("short", "password", &clock).await.is_err());
    }
}
