//! Work that follows a publication.

use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{mail::NewEdition, model::EditionId, publish, store};
use crate::{
    kit::{Call, Result, db::Transaction, jobs::Job},
    notices::{self, Event, SubjectKind},
};

/// Tells those who follow an appeal or its operation that there is a new edition.
#[derive(Debug, Serialize, Deserialize)]
pub struct AnnounceEdition {
    /// The edition.
    pub edition_id: EditionId,
}

impl Job for AnnounceEdition {
    const KIND: &'static str = "announce-edition";

    async fn run(self, call: Call) -> Result<()> {
        call.transact(self.edition_id, |transaction, id| announce(transaction, id).boxed()).await
    }
}

/// One mail per follower, however often this runs: the edition's id is the event's.
async fn announce(transaction: &mut Transaction, id: EditionId) -> Result<()> {
    // Editions are never removed; one that is not there was never published.
    let Some(edition) = store::edition(transaction.conn(), id).await? else { return Ok(()) };
    let figures = publish::read(edition.figures)?;
    let content = NewEdition::of(&figures, &transaction.tools().public_url);
    let subjects = [
        (SubjectKind::Appeal, edition.appeal_id.uuid()),
        (SubjectKind::Operation, edition.operation_id.uuid()),
    ];
    let event = Event { id: id.uuid(), subjects: &subjects, content: &content };
    let told = notices::tell(transaction, event).await?;
    tracing::info!(edition.id = %id, mails = told, "told the followers of edition {} of {}", edition.number, figures.appeal.code);
    Ok(())
}
