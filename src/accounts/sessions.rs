//! Sign-ins: a short access token, and a refresh token that changes at every use. One that comes again within half a minute gives the same
//! successor again, so that many tabs have one heir. One that comes back later was stolen by someone: its whole family ends.

use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use uuid::Uuid;

use super::{
    model::{self, Credentials, REFRESH_OVERLAP, SESSION_LIFETIME, SIGN_INS, SessionRecord, SignInInput},
    store,
};
use crate::{
    audit,
    kit::{
        Call, Code, Error, Result,
        allowance::{self, Taken},
        auth::{
            self,
            tokens::{ACCESS_LIFETIME, secret_hash},
        },
        db::{Sight, Transaction},
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
/// `UNAUTHENTICATED`, the same for an unknown address, a wrong password and an account that may not sign in; `RATE_LIMITED`, the same for all of
/// them too, when the address was tried too often.
pub(super) async fn sign_in(call: &Call, input: SignInInput) -> Result<Session> {
    let wrong = || Error::new(Code::Unauthenticated, "sign-in-wrong", "the address or the password is wrong");
    let known = match model::email(&input.email, "email") {
        Ok(email) => {
            count_attempt(call, &email).await?;
            known_as(call, email.clone()).await?.map(|user| (email, user))
        }
        Err(_) => None,
    };
    let stored = known.as_ref().and_then(|(_, user)| user.password_hash.as_deref());
    let matches = call.tools.passwords.verify(&input.password, stored).await?;
    match known {
        Some((email, user)) if matches && user.active => {
            call.transact((), |transaction, ()| {
                async move {
                    let _keys = transaction.look_as(Sight::Keys);
                    // Who knows the password was not guessing.
                    allowance::give_back(transaction.conn(), SIGN_INS, &email).await?;
                    let family = transaction.new_uuid();
                    let secret = transaction.tools().clock.secret();
                    open(transaction, Opening { user: user.id, family, epoch: user.session_epoch, secret })
                        .await
                        .map(|(session, _)| session)
                }
                .boxed()
            })
            .await
        }
        _ => Err(wrong()),
    }
}

/// Counts an attempt before the password is looked at, in a transaction of its own: it counts whatever comes of it, also among many at once.
async fn count_attempt(call: &Call, email: &str) -> Result<()> {
    let taken = call.transact(email.to_owned(), |transaction, email| {
        async move { allowance::take(transaction.conn(), SIGN_INS, &email, transaction.now()).await }.boxed()
    });
    match taken.await? {
        Taken::Granted => Ok(()),
        Taken::Refused { until } => {
            let message = "too many attempts to sign in to this account; wait, or ask for a new password";
            let wait = until - call.tools.clock.now();
            Err(Error::new(Code::RateLimited, "sign-in-too-often", message).retry_after(wait))
        }
    }
}

async fn known_as(call: &Call, email: String) -> Result<Option<Credentials>> {
    call.transact(email, |transaction, email| {
        async move {
            let _keys = transaction.look_as(Sight::Keys);
            store::credentials(transaction.conn(), &email).await
        }
        .boxed()
    })
    .await
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
    let refreshed =
        call.transact(secret.to_owned(), |transaction, secret| exchange(transaction, secret).boxed()).await?;
    match refreshed {
        Refreshed::Session(session) => Ok(*session),
        Refreshed::Ended => Err(Error::unauthenticated()),
    }
}

async fn exchange(transaction: &Transaction, secret: String) -> Result<Refreshed> {
    let _keys = transaction.look_as(Sight::Keys);
    let now = transaction.now();
    let held = store::session(transaction.conn(), &secret_hash(&secret)).await?;
    let Some(held) = held.filter(|held| held.revoked_at.is_none() && held.expires_at > now) else {
        return Ok(Refreshed::Ended);
    };
    if held.used_at.is_some_and(|used| now - used > REFRESH_OVERLAP) {
        store::revoke_family(transaction.conn(), held.family_id, now).await?;
        auth::withdrawn(transaction, held.user_id).await?;
        audit::record(transaction, audit::Change::new("end-sessions-after-replay", held.user_id)).await?;
        return Ok(Refreshed::Ended);
    }
    let user = store::credentials_by_id(transaction.conn(), held.user_id).await?;
    // A sign-in with the old password may have ended after a new one was set; its epoch tells.
    let Some(user) = user.filter(|user| user.active && user.session_epoch == held.epoch) else {
        return Ok(Refreshed::Ended);
    };
    let successor = transaction.tools().keyring.successor(&secret)?;
    let opening = Opening { user: user.id, family: held.family_id, epoch: held.epoch, secret: successor };
    let Some(id) = held.successor_id else {
        let (session, id) = open(transaction, opening).await?;
        store::mark_session_used(transaction.conn(), held.id, id, now).await?;
        return Ok(Refreshed::Session(Box::new(session)));
    };
    // Another tab was quicker: this one gets what that one got. Under a new signing key the successor is another; then nobody gets it again.
    match store::session(transaction.conn(), &secret_hash(&opening.secret)).await? {
        Some(heir) if heir.id == id => Ok(Refreshed::Session(Box::new(session(transaction, opening)?))),
        _ => Ok(Refreshed::Ended),
    }
}

/// What a session is opened with.
struct Opening {
    user: UserId,
    family: Uuid,
    epoch: i32,
    /// The refresh token.
    secret: String,
}

async fn open(transaction: &Transaction, opening: Opening) -> Result<(Session, Uuid)> {
    let now = transaction.now();
    let record = SessionRecord {
        id: transaction.new_uuid(),
        user_id: opening.user,
        family_id: opening.family,
        token_hash: secret_hash(&opening.secret),
        epoch: opening.epoch,
        created_at: now,
        expires_at: now + SESSION_LIFETIME,
        used_at: None,
        successor_id: None,
        revoked_at: None,
    };
    store::insert_session(transaction.conn(), &record).await?;
    Ok((session(transaction, opening)?, record.id))
}

fn session(transaction: &Transaction, Opening { user, family, epoch, secret }: Opening) -> Result<Session> {
    let now = transaction.now();
    let access_token = transaction.tools().keyring.sign(user, family, epoch, now)?;
    Ok(Session { access_token, expires_at: now + ACCESS_LIFETIME, refresh_token: secret, user })
}

/// Ends the sign-in that a refresh token belongs to. An unknown token is no error: the aim is reached.
///
/// # Errors
/// When the database cannot be reached.
pub(super) async fn sign_out(call: &Call, secret: &str) -> Result<()> {
    let hash = secret_hash(secret);
    call.transact(hash, |transaction, hash| {
        async move {
            let _keys = transaction.look_as(Sight::Keys);
            if let Some(held) = store::session(transaction.conn(), &hash).await? {
                store::revoke_family(transaction.conn(), held.family_id, transaction.now()).await?;
                auth::withdrawn(transaction, held.user_id).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}
