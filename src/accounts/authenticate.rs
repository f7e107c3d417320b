//! From an `Authorization` header to a viewer with what they hold at this moment.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{store, tokens};
use crate::kit::{
    Clock, Error, Result,
    auth::{Viewer, tokens::Keyring},
    db::{Conn, Db},
    scope::UserId,
};

/// Who asks with this bearer token.
///
/// Grants are read here, at every request: one that was taken back is dead at once, whatever the token says.
///
/// # Errors
/// `UNAUTHENTICATED` when the token is not good, was ended, or its user may not sign in.
pub async fn viewer(db: &Db, clock: &Clock, keyring: &Keyring, bearer: &str) -> Result<Arc<Viewer>> {
    let now = clock.now();
    if bearer.starts_with(tokens::PREFIX) {
        return tokens::viewer(db.conn().await?, bearer, now).await;
    }
    let claims = keyring.verify(bearer, now)?;
    let conn = db.conn().await?;
    let (person, ended) = futures::try_join!(
        person(conn, claims.user(), Some(claims.epoch), now),
        store::family_is_revoked(conn, claims.sid),
    )?;
    let viewer = person.filter(|_| !ended).ok_or_else(Error::unauthenticated)?;
    Ok(Arc::new(viewer.ending(claims.ends_at())))
}

/// A user as a viewer who came with no session, for what they subscribed to; none who may not sign in.
///
/// # Errors
/// When the database cannot be reached.
pub async fn viewer_of(conn: Conn<'_>, user: UserId, now: DateTime<Utc>) -> Result<Option<Viewer>> {
    person(conn, user, None, now).await
}

/// Someone with what they hold at this moment; none when they may not sign in, or their sessions of this epoch have ended.
///
/// # Errors
/// When the database cannot answer.
pub(super) async fn person(
    conn: Conn<'_>,
    user: UserId,
    epoch: Option<i32>,
    now: DateTime<Utc>,
) -> Result<Option<Viewer>> {
    let (credentials, (grants, until)) =
        futures::try_join!(store::credentials_by_id(conn, user), store::held_grants(conn, user, now))?;
    let good = credentials.filter(|user| user.active && epoch.is_none_or(|epoch| user.session_epoch == epoch));
    Ok(good.map(|user| Viewer { user: Some(user.id), grants, until, ..Viewer::default() }))
}
