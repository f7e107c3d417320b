//! How pages read: from the database, and from the shelf of copies while it is away. Editions never change, so what one says is read once.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    appeals::{
        model::{AppealId, EditionId},
        store::public::{self, EditionHead, EditionLink, PublishedAppeal},
    },
    kit::{Call, Error, Result},
};

/// How many appeals are read at once for the list.
pub(super) const LISTED: usize = 100;

fn head_key(code: &str, number: i32) -> String {
    format!("edition {code} {number}")
}

fn last_key(code: &str) -> String {
    format!("last edition {code}")
}

fn list_key(after: &str) -> String {
    format!("appeals after {after}")
}

fn figures_key(id: EditionId) -> String {
    format!("figures {}", id.uuid())
}

fn history_key(id: AppealId) -> String {
    format!("history {}", id.uuid())
}

/// The edition of an appeal with a number.
pub(super) async fn head(call: &Call, code: &str, number: i32) -> Result<Option<EditionHead>> {
    let fresh = async { public::edition_head(call.db.conn().await?, code, number).await };
    call.tools.shelf.read(&head_key(code, number), fresh).await
}

/// The number of the last edition of an appeal.
pub(super) async fn last_number(call: &Call, code: &str) -> Result<Option<i32>> {
    let fresh = async { public::last_number(call.db.conn().await?, code).await };
    call.tools.shelf.read(&last_key(code), fresh).await
}

/// What an edition says.
pub(super) async fn figures(call: &Call, head: &EditionHead) -> Result<Value> {
    let fresh = async {
        let found = public::figures(call.db.conn().await?, &[head.id]).await?;
        Ok(found.into_iter().next().map(|(_, figures)| figures))
    };
    let figures = call.tools.shelf.read_once(&figures_key(head.id), fresh).await?;
    figures.ok_or_else(|| Error::bug("an edition went away"))
}

/// The editions of the appeal that an edition is of, the last first.
pub(super) async fn history(call: &Call, head: &EditionHead) -> Result<Vec<EditionLink>> {
    let fresh = async {
        let mut histories = public::histories(call.db.conn().await?, &[head.appeal_id]).await?;
        Ok(histories.remove(&head.appeal_id))
    };
    Ok(call.tools.shelf.read(&history_key(head.appeal_id), fresh).await?.unwrap_or_default())
}

/// The published appeals behind a code: one more than are listed at once, where there are more.
pub(super) async fn appeals(call: &Call, after: &str) -> Result<Vec<PublishedAppeal>> {
    let fresh = async {
        let limit = i64::try_from(LISTED + 1).map_err(Error::internal)?;
        Ok(Some(public::published_appeals(call.db.conn().await?, after, limit).await?))
    };
    Ok(call.tools.shelf.read(&list_key(after), fresh).await?.unwrap_or_default())
}

/// Puts everything on the shelf that the last editions of the listed appeals are made of, so that they are served while the database is away even though
/// nobody read them before.
///
/// # Errors
/// When the database cannot be reached.
pub async fn stock(call: &Call) -> Result<()> {
    let shelf = &call.tools.shelf;
    if !shelf.has_room() {
        return Ok(());
    }
    let appeals = appeals(call, "").await?;
    let codes: Vec<&str> = appeals.iter().map(|appeal| appeal.code.as_str()).collect();
    let conn = call.db.conn().await?;
    let heads = public::last_heads(conn, &codes).await?;
    let ids: Vec<AppealId> = heads.iter().map(|(_, head)| head.appeal_id).collect();
    let histories: HashMap<AppealId, Vec<EditionLink>> = public::histories(conn, &ids).await?;
    let unread: Vec<EditionId> =
        heads.iter().map(|(_, head)| head.id).filter(|id| !shelf.has(&figures_key(*id))).collect();
    for (appeal, history) in &histories {
        shelf.keep(&history_key(*appeal), history)?;
    }
    for (code, head) in &heads {
        shelf.keep(&last_key(code), &head.last)?;
        shelf.keep(&head_key(code, head.last), head)?;
    }
    for (id, figures) in public::figures(conn, &unread).await? {
        shelf.keep(&figures_key(id), &figures)?;
    }
    Ok(())
}
