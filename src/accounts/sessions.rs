//! Sign-ins: a short access token, and a refresh token that changes at every use. A refresh token that comes back late was stolen by someone:
//! its whole family ends.

use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use uuid::Uuid;

use super::{
    model::{self, REFRESH_OVERLAP, SESSION_LIFETIME, SessionRecord, SignInInput},
    store,
};
use crate::{
    audit,
    kit::{
        Call, Code, Error, Result,
        auth::tokens::{ACCESS_LIFETIME, secret_hash},
        db::Transaction,
        scope::UserId,
    },
};

/// How long ended sessions and resets are kept: whoever looks into a theft finds them.
const ENDED_KEPT: TimeDelta = TimeDelta::days(90);

/// Forgets the sessions and password resets that ended long ago, and says how many they were.
///
/// # Errors
/// When the database cannot be reached.
pub async fn forget_ended_sessions(call: &Call) -> Result<usize> {
    store::forget_ended(call.db.conn().await?, call.tools.clock.now() - ENDED_KEPT).await
}

/// What a sign-in gives.
pub struct Session {
    /// The access token.
    pub access_token: String,
    /// When the access token ends.
    pub expires_at: DateTime<Utc>,
    /// The refresh token.
    pub refresh_token: String,
    /// Who signed in.
    pub user: UserId,
}

/// Opens a session for an address and a password.
///
/// # Errors
/// `UNAUTHENTICATED`, the same for an unknown address, a wrong password and an account that may not sign in.
pub(super) async fn sign_in(call: &Call, input: SignInInput) -> Result<Session> {
    let wrong = || Error::new(Code::Unauthenticated, "sign-in-wrong", "the address or the password is wrong");
    let known = match model::email(&input.email, "email") {
        Ok(email) => store::credentials(call.db.conn().await?, &email).await?,
        Err(_) => None,
    };
    let stored = known.as_ref().and_then(|user| user.password_hash.as_deref());
    let matches = call.tools.passwords.verify(&input.password, stored).await?;
    match known {
        Some(user) if matches && user.active => {
            call.transact((), |transaction, ()| {
                async move {
                    let family = transaction.new_uuid();
                    open(transaction, user.id, family, user.session_epoch).await.map(|(session, _)| session)
                }
                .boxed()
            })
            .await
        }
        _ => Err(wrong()),
    }
}

enum Refreshed {
    Session(Box<Session>),
    /// The family was ended; this must last although the caller gets an error.
    Ended,
}

/// Exchanges a refresh token for a new session.
///
/// # Errors
/// `UNAUTHENTICATED` when the token is not good any more.
pub(super) async fn refresh(call: &Call, secret: &str) -> Result<Session> {
    let hash = secret_hash(secret);
    let refreshed = call.transact(hash, |transaction, hash| exchange(transaction, hash).boxed()).await?;
    match refreshed {
        Refreshed::Session(session) => Ok(*session),
        Refreshed::Ended => Err(Error::unauthenticated()),
    }
}

async fn exchange(transaction: &mut Transaction, hash: Vec<u8>) -> Result<Refreshed> {
    let now = transaction.now();
    let held = store::session(transaction.conn(), &hash).await?;
    let Some(held) = held.filter(|held| held.revoked_at.is_none() && held.expires_at > now) else {
        return Ok(Refreshed::Ended);
    };
    if held.used_at.is_some_and(|used| now - used > REFRESH_OVERLAP) {
        store::revoke_family(transaction.conn(), held.family_id, now).await?;
        audit::record(transaction, audit::Change::new("end-sessions-after-replay", held.user_id)).await?;
        return Ok(Refreshed::Ended);
    }
    let user = store::credentials_by_id(transaction.conn(), held.user_id).await?.filter(|user| user.active);
    let Some(user) = user else { return Ok(Refreshed::Ended) };
    let (session, successor) = open(transaction, user.id, held.family_id, user.session_epoch).await?;
    store::mark_session_used(transaction.conn(), held.id, successor, now).await?;
    Ok(Refreshed::Session(Box::new(session)))
}

async fn open(transaction: &mut Transaction, user: UserId, family: Uuid, epoch: i32) -> Result<(Session, Uuid)> {
    let now = transaction.now();
    let tools = transaction.tools();
    let refresh_token = tools.clock.secret();
    let record = SessionRecord {
        id: transaction.new_uuid(),
        user_id: user,
        family_id: family,
        token_hash: secret_hash(&refresh_token),
        created_at: now,
        expires_at: now + SESSION_LIFETIME,
        used_at: None,
        revoked_at: None,
    };
    store::insert_session(transaction.conn(), &record).await?;
    let access_token = tools.keyring.sign(user, family, epoch, now)?;
    Ok((Session { access_token, expires_at: now + ACCESS_LIFETIME, refresh_token, user }, record.id))
}

/// Ends the sign-in that a refresh token belongs to. An unknown token is no error: the aim is reached.
///
/// # Errors
/// When the database cannot be reached.
pub(super) async fn sign_out(call: &Call, secret: &str) -> Result<()> {
    let hash = secret_hash(secret);
    call.transact(hash, |transaction, hash| {
        async move {
            if let Some(held) = store::session(transaction.conn(), &hash).await? {
                store::revoke_family(transaction.conn(), held.family_id, transaction.now()).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}
