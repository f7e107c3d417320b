//! From an `Authorization` header to a viewer with what they hold at this moment.

use std::sync::Arc;

use super::{store, tokens};
use crate::kit::{
    Clock, Error, Result,
    auth::{Viewer, tokens::Keyring},
    db::Db,
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
    let (credentials, ended, grants) = futures::try_join!(
        store::credentials_by_id(conn, claims.user()),
        store::family_is_revoked(conn, claims.sid),
        store::held_grants(conn, claims.user(), now),
    )?;
    match credentials {
        Some(user) if user.active && user.session_epoch == claims.epoch && !ended => {
            Ok(Arc::new(Viewer { user: Some(user.id), grants, ..Viewer::default() }))
        }
        _ => Err(Error::unauthenticated()),
    }
}
