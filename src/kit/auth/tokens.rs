//! Access tokens (EdDSA, ten minutes) and the hashing of opaque secrets (refresh tokens, links, API tokens).

use std::{
    collections::HashMap,
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ed25519_dalek::{
    SigningKey,
    pkcs8::{DecodePrivateKey, EncodePrivateKey, spki::der::pem::LineEnding},
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::kit::{Clock, Error, Result, scope::UserId};

/// How long an access token is good.
pub const ACCESS_LIFETIME: TimeDelta = TimeDelta::minutes(10);
const ISSUER: &str = "darasa";
const AUDIENCE: &str = "darasa-api";
const TYPE: &str = "at+jwt";
const LEEWAY_SECONDS: i64 = 5;

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Claims {
    /// The user.
    pub sub: Uuid,
    /// The sign-in (family of refresh tokens) that it belongs to.
    pub sid: Uuid,
    /// The user's session epoch: an older one is dead.
    pub epoch: i32,
    /// When it was made, in seconds.
    pub iat: i64,
    /// When it ends, in seconds.
    pub exp: i64,
    iss: String,
    aud: String,
}

impl Claims {
    /// The user.
    pub fn user(&self) -> UserId {
        UserId::from_uuid(self.sub)
    }

    /// From which moment it is refused.
    pub fn ends_at(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.exp.saturating_add(LEEWAY_SECONDS), 0).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

/// The keys that sign and verify access tokens: one signs, older ones still verify.
pub struct Keyring {
    active: (String, EncodingKey),
    verifying: HashMap<String, DecodingKey>,
}

impl Keyring {
    /// Reads private keys in PKCS#8 PEM; the first signs, all verify.
    ///
    /// # Errors
    /// When a text is no Ed25519 key, or there is none.
    pub fn from_pems<'a>(pems: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let mut active = None;
        let mut verifying = HashMap::new();
        for pem in pems {
            let unusable = || Error::bug("a signing key must be an Ed25519 private key in PKCS#8 PEM");
            let key = SigningKey::from_pkcs8_pem(pem.trim()).map_err(|_| unusable())?;
            let public = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
            let id = hex::encode(&Sha256::digest(public.as_bytes())[..8]);
            verifying.insert(id.clone(), DecodingKey::from_ed_components(&public).map_err(Error::internal)?);
            if active.is_none() {
                active = Some((id, EncodingKey::from_ed_pem(pem.trim().as_bytes()).map_err(Error::internal)?));
            }
        }
        let active = active.ok_or_else(|| Error::bug("at least one signing key is needed"))?;
        Ok(Self { active, verifying })
    }

    /// A new private key as PEM.
    ///
    /// # Errors
    /// When the key cannot be written as PEM.
    pub fn new_pem(clock: &Clock) -> Result<String> {
        let key = SigningKey::from_bytes(&clock.bytes());
        Ok(key.to_pkcs8_pem(LineEnding::LF).map_err(|cause| Error::bug(cause.to_string()))?.to_string())
    }

    /// Reads the key file, or makes one that only its owner can read. For the embedded default.
    ///
    /// # Errors
    /// When the file can be neither read nor made.
    pub fn from_file_or_new(path: &Path, clock: &Clock) -> Result<Self> {
        if !path.exists() {
            make_key_file(path, &Self::new_pem(clock)?, clock).map_err(Error::internal)?;
        }
        Self::from_pems([fs::read_to_string(path).map_err(Error::internal)?.as_str()])
    }

    /// An access token for `user` in the sign-in `session`, good from `now` for [`ACCESS_LIFETIME`].
    ///
    /// # Errors
    /// When the token cannot be signed.
    pub fn sign(&self, user: UserId, session: Uuid, epoch: i32, now: DateTime<Utc>) -> Result<String> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.active.0.clone());
        header.typ = Some(TYPE.to_owned());
        let claims = Claims {
            sub: user.uuid(),
            sid: session,
            epoch,
            iat: now.timestamp(),
            exp: (now + ACCESS_LIFETIME).timestamp(),
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
        };
        jsonwebtoken::encode(&header, &claims, &self.active.1).map_err(Error::internal)
    }

    /// The refresh token that comes after `secret`: the same each time, and to be told by nobody without our key.
    ///
    /// A secret that comes twice at the same moment must have one successor, and of a successor only the hash is kept. A signature of Ed25519 is
    /// the same for the same text, so its hash is a secret that need not be kept. No token that we sign begins like this text.
    ///
    /// # Errors
    /// When nothing can be signed.
    pub fn successor(&self, secret: &str) -> Result<String> {
        let text = format!("successor of a refresh token: {secret}");
        let signature = jsonwebtoken::crypto::sign(text.as_bytes(), &self.active.1, Algorithm::EdDSA);
        Ok(URL_SAFE_NO_PAD.encode(Sha256::digest(signature.map_err(Error::internal)?)))
    }

    /// What a token says, if it is ours and good at `now`.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for a token that is forged, of another kind, for someone else, or over.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Claims> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| Error::unauthenticated())?;
        let key = header.kid.as_deref().and_then(|id| self.verifying.get(id)).ok_or_else(Error::unauthenticated)?;
        if header.typ.as_deref() != Some(TYPE) || header.alg != Algorithm::EdDSA {
            return Err(Error::unauthenticated());
        }
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library asks the machine for the time; ours is an argument, so expiry is checked below.
        rules.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &rules).map_err(|_| Error::unauthenticated())?.claims;
        let seconds = now.timestamp();
        if claims.exp + LEEWAY_SECONDS <= seconds || claims.iat > seconds + LEEWAY_SECONDS {
            return Err(Error::unauthenticated());
        }
        Ok(claims)
    }
}

/// Written beside and then linked into place: a program that is killed meanwhile leaves no half a key, and of two that start at once one wins.
fn make_key_file(path: &Path, pem: &str, clock: &Clock) -> io::Result<()> {
    let unfinished = path.with_extension(format!("{}.new", clock.new_uuid()));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    file.write_all(pem.as_bytes())?;
    file.sync_all()?;
    let linked = match fs::hard_link(&unfinished, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    };
    fs::remove_file(unfinished)?;
    linked
}

/// What is kept of an opaque secret. The secrets have 256 random bits, so a plain hash cannot be searched.
pub fn secret_hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring(seed: u64) -> Keyring {
        let clock = Clock::held_at(DateTime::UNIX_EPOCH, seed);
        Keyring::from_pems([Keyring::new_pem(&clock).expect("a key").as_str()]).expect("a keyring")
    }

    #[test]
    fn a_refresh_token_has_one_successor_that_only_our_key_can_tell() {
        let (keys, others) = (keyring(1), keyring(2));
        let successor = |keys: &Keyring, secret: &str| keys.successor(secret).expect("a secret");
        assert_eq!(successor(&keys, "one"), successor(&keys, "one"));
        assert_ne!(successor(&keys, "one"), successor(&keys, "two"));
        assert_ne!(successor(&keys, "one"), successor(&others, "one"));
        assert_eq!(successor(&keys, "one").len(), 43, "256 bits");
    }

    #[test]
    fn a_token_is_good_for_ten_minutes_and_only_with_its_key() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time");
        let keys = keyring(1);
        let user = UserId::from_uuid(Uuid::from_u128(1));
        let token = keys.sign(user, Uuid::from_u128(2), 3, now).expect("signed");
        let claims = keys.verify(&token, now).expect("good");
        assert_eq!((claims.user(), claims.sid, claims.epoch), (user, Uuid::from_u128(2), 3));
        assert!(keys.verify(&token, now + TimeDelta::minutes(10)).is_ok(), "within the leeway");
        assert!(keys.verify(&token, now + TimeDelta::seconds(606)).is_err(), "over");
        assert!(keys.verify(&token, now - TimeDelta::seconds(60)).is_err(), "from the future");
        assert!(keyring(2).verify(&token, now).is_err(), "another key");
    }

    #[test]
    fn programs_that_start_at_once_share_one_whole_key_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key.pem");
        let start = std::sync::Barrier::new(8);
        let keys: Vec<String> = std::thread::scope(|scope| {
            let program = |seed: u64| {
                let (path, start) = (&path, &start);
                scope.spawn(move || {
                    let clock = Clock::held_at(DateTime::UNIX_EPOCH, seed);
                    start.wait();
                    Keyring::from_file_or_new(path, &clock).expect("a keyring").active.0
                })
            };
            let programs: Vec<_> = (1..=8).map(program).collect();
            programs.into_iter().map(|program| program.join().expect("no panic")).collect()
        });
        assert_eq!(keys, vec![keys[0].clone(); 8]);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn forged_tokens_are_refused() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time");
        let keys = keyring(1);
        let token = keys.sign(UserId::from_uuid(Uuid::nil()), Uuid::nil(), 1, now).expect("signed");
        let parts: Vec<&str> = token.split('.').collect();
        let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"at+jwt"}"#);
        let hmac = URL_SAFE_NO_PAD.encode(format!(r#"{{"alg":"HS256","typ":"at+jwt","kid":"{}"}}"#, keys.active.0));
        for forged in [
            format!("{none}.{}.", parts[1]),
            format!("{hmac}.{}.{}", parts[1], parts[2]),
            format!("{}.{}.{}", parts[0], parts[1], &parts[2][1..]),
            String::new(),
            "a.b.c".to_owned(),
        ] {
            assert!(keys.verify(&forged, now).is_err(), "{forged}");
        }
    }
}
