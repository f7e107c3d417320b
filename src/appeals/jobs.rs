//! Work that follows a publication.

use serde::{Deserialize, Serialize};

use super::model::EditionId;
use crate::kit::{Call, Result, jobs::Job};

/// Tells those who follow an appeal or its operation that there is a new edition.
#[derive(Debug, Serialize, Deserialize)]
pub struct AnnounceEdition {
    /// The edition.
    pub edition_id: EditionId,
}

impl Job for AnnounceEdition {
    const KIND: &'static str = "announce-edition";

    async fn run(self, _call: Call) -> Result<()> {
        Ok(())
    }
}
