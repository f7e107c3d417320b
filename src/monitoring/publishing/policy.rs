//! Who may do what to publications and links. What one may not see looks as if it were not there.

use super::{
    model::{Publication, PublicationId, ShareLink, ShareLinkId},
    store,
};
use crate::{
    kit::{
        Error, Result,
        auth::{Action, Viewer},
        db::{Conn, Transaction},
    },
    monitoring::policy::plan,
};

/// A publication that the viewer may read, or nothing.
pub(super) async fn readable(conn: Conn<'_>, viewer: &Viewer, id: PublicationId) -> Result<Option<Publication>> {
    let Some(publication) = store::publication(conn, id).await? else { return Ok(None) };
    let may = plan(conn, viewer, Action::ReadShared, publication.plan_id, "id").await;
    Ok(may.is_ok().then_some(publication))
}

/// A link that the viewer may take back, held until the transaction ends.
pub(super) async fn link_for_edit(transaction: &Transaction, id: ShareLinkId) -> Result<ShareLink> {
    let (conn, viewer) = (transaction.conn(), transaction.viewer());
    let link = store::lock_link(conn, id).await?.ok_or_else(|| Error::not_found("shareLinkId"))?;
    // Who may know of the plan and not of its links is told no more than of one that is not there.
    match plan(conn, viewer, Action::Publish, link.plan_id, "shareLinkId").await {
        Ok(_) => Ok(link),
        Err(_) => Err(Error::not_found("shareLinkId")),
    }
}
