//! The table of invitations.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::model::{Invitation, InvitationId};
use crate::{
    kit::{Result, db::Conn, graphql::page::Page, scope::UserId},
    schema::invitations,
};

/// An invitation that was neither accepted nor withdrawn, and is in time.
#[diesel::dsl::auto_type(no_type_alias)]
fn waits(now: DateTime<Utc>) -> _ {
    invitations::accepted_at.is_null().and(invitations::expires_at.gt(now))
}

pub(in crate::accounts) async fn insert(mut conn: Conn<'_>, invitation: &Invitation) -> Result<()> {
    diesel::insert_into(invitations::table).values(invitation).execute(&mut conn).await?;
    Ok(())
}

/// The invitation behind a link that is still good.
pub(in crate::accounts) async fn waiting(
    mut conn: Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Invitation>> {
    let query = invitations::table.filter(invitations::token_hash.eq(token_hash)).filter(waits(now));
    Ok(query.select(Invitation::as_select()).first(&mut conn).await.optional()?)
}

/// The invitation behind a link, held until the transaction ends.
pub(in crate::accounts) async fn hold(
    mut conn: Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Invitation>> {
    Ok(invitations::table
        .filter(invitations::token_hash.eq(token_hash))
        .filter(waits(now))
        .select(Invitation::as_select())
        .for_update()
        .first(&mut conn)
        .await
        .optional()?)
}

/// Those that somebody sent and that wait, the newest first.
pub(in crate::accounts) async fn sent_by(
    mut conn: Conn<'_>,
    user: UserId,
    now: DateTime<Utc>,
    page: &Page,
) -> Result<Vec<Invitation>> {
    let sent = invitations::table.filter(invitations::invited_by.eq(user)).filter(waits(now));
    let mut query = sent.select(Invitation::as_select()).into_boxed();
    if let Some((id,)) = page.after_key::<(InvitationId,)>()? {
        query = query.filter(invitations::id.lt(id));
    }
    Ok(query.order(invitations::id.desc()).limit(page.limit()).load(&mut conn).await?)
}

pub(in crate::accounts) async fn accept(mut conn: Conn<'_>, id: InvitationId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(invitations::table.find(id)).set(invitations::accepted_at.eq(now)).execute(&mut conn).await?;
    Ok(())
}

/// Ends one that somebody sent and that waits; none where there is no such.
pub(in crate::accounts) async fn end(
    mut conn: Conn<'_>,
    user: UserId,
    id: InvitationId,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>> {
    let one = invitations::table.find(id).filter(invitations::invited_by.eq(user)).filter(waits(now));
    Ok(diesel::update(one)
        .set(invitations::expires_at.eq(now))
        .returning(Invitation::as_returning())
        .get_result(&mut conn)
        .await
        .optional()?)
}

/// Ends those by which the same person promised the same to the same address: the newest link is the one that works.
pub(in crate::accounts) async fn end_like(mut conn: Conn<'_>, new: &Invitation, now: DateTime<Utc>) -> Result<()> {
    let like = invitations::table
        .filter(invitations::invited_by.eq(new.invited_by))
        .filter(invitations::email.eq(&new.email))
        .filter(invitations::role.eq(new.role))
        .filter(invitations::operation_id.is_not_distinct_from(new.operation_id))
        .filter(invitations::cluster_id.is_not_distinct_from(new.cluster_id))
        .filter(invitations::organisation_id.is_not_distinct_from(new.organisation_id))
        .filter(waits(now));
    diesel::update(like).set(invitations::expires_at.eq(now)).execute(&mut conn).await?;
    Ok(())
}
