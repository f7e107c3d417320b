//! Files that people send: kept as they came, read by whoever sent them or may read what they belong to.

mod store;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Call, Code, Error, Result,
    auth::{Action, Viewer},
    db::{Conn, Transaction},
    jobs::{self, Job},
    scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped, UserId},
    sheet::{Sheet, Workbook},
};
use crate::{ids, schema::files};

ids! {
    /// The id of a file.
    FileId of FileKind as "File";
}

/// The largest file, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How long a file that no record was read from is kept.
pub const UNUSED_KEPT_FOR: TimeDelta = TimeDelta::days(7);

/// A file as it is kept.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = files, check_for_backend(diesel::pg::Pg))]
pub struct StoredFile {
    /// The file's id.
    pub id: FileId,
    /// The operation that it belongs to.
    pub operation_id: Option<OperationId>,
    /// The cluster that it belongs to.
    pub cluster_id: Option<ClusterId>,
    /// The organisation that it belongs to.
    pub organisation_id: Option<OrganisationId>,
    /// Who sent it.
    pub owner: UserId,
    /// Its name as sent.
    pub name: String,
    /// Its type as recognised.
    pub media_type: String,
    /// Its length.
    pub size_bytes: i64,
    /// SHA-256 of its content.
    pub sha256: Vec<u8>,
    /// Its content.
    pub content: Vec<u8>,
    /// When it came.
    pub created_at: DateTime<Utc>,
}

impl Scoped for StoredFile {
    fn scope(&self) -> Scope {
        Scope {
            operation: self.operation_id,
            clusters: self.cluster_id.into_iter().collect(),
            organisation: self.organisation_id,
        }
    }
}

/// What comes with a file.
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: Bytes,
}

/// Keeps a file for the viewer. It belongs to nobody else until a record names it.
///
/// # Errors
/// When nobody is signed in, or it is empty, too large, or has no usable name.
pub async fn keep(transaction: &mut Transaction, file: NewFile) -> Result<StoredFile> {
    let owner = transaction.viewer().require_user()?;
    transaction.viewer().require_writer()?;
    if file.content.len() > MAX_BYTES {
        return Err(Error::new(Code::TooLarge, "file-too-large", "a file may have at most 20 MB; split it").at("file"));
    }
    if file.content.is_empty() {
        return Err(Error::invalid("file", "file-empty", "the file is empty"));
    }
    let name: String = file
        .name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect();
    if name.trim().is_empty() {
        return Err(Error::invalid("name", "file-name", "give the file's name as `PUT /files?name=report.xlsx`"));
    }
    let stored = StoredFile {
        id: transaction.new_id(),
        operation_id: None,
        cluster_id: None,
        organisation_id: None,
        owner,
        media_type: media_type(&file.content).to_owned(),
        name,
        size_bytes: i64::try_from(file.content.len()).map_err(Error::internal)?,
        sha256: Sha256::digest(&file.content).to_vec(),
        content: file.content.to_vec(),
        created_at: transaction.now(),
    };
    store::insert(transaction.conn(), &stored).await?;
    jobs::enqueue_at(transaction, &RemoveUnused { file: stored.id }, stored.created_at + UNUSED_KEPT_FOR).await?;
    Ok(stored)
}

/// Removes a file again, unless a record was read from it meanwhile.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveUnused {
    file: FileId,
}

impl Job for RemoveUnused {
    const KIND: &'static str = "files.remove_unused";

    async fn run(self, call: Call) -> Result<()> {
        store::remove_unused(call.db.conn().await?, self.file).await
    }
}

/// What the content is, by its first bytes; the sender's word is not taken.
fn media_type(content: &[u8]) -> &'static str {
    if content.starts_with(b"PK\x03\x04") {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else if content.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        "application/vnd.ms-excel"
    } else if content.starts_with(b"%PDF-") {
        "application/pdf"
    } else {
        "text/csv"
    }
}

/// A file that the viewer may read: their own, or of a record that they may read. `field` names the input that pointed to it.
///
/// # Errors
/// `NOT_FOUND` when there is none for this viewer.
pub async fn load_file(conn: Conn<'_>, viewer: &Viewer, id: FileId, field: &str) -> Result<StoredFile> {
    let file = store::load(conn, id).await?.ok_or_else(|| Error::not_found(field))?;
    let own = viewer.user == Some(file.owner);
    let shared = file.operation_id.is_some() && viewer.may(Action::ReadContent, &file.scope());
    if own || shared || viewer.program { Ok(file) } else { Err(Error::not_found(field)) }
}

/// Says what a file belongs to, once a record was read from it.
///
/// # Errors
/// When it belongs to something else already: whoever may read that would lose it.
pub async fn assign(transaction: &Transaction, id: FileId, scope: &Scope) -> Result<()> {
    if store::assign(transaction.conn(), id, scope).await? {
        return Ok(());
    }
    let message = "this file belongs to another record already; send it again for this one";
    Err(Error::conflict("file-of-another-record", message).at("fileId"))
}

/// Reads a table file that the viewer sent, in the limited process: the file, and what was in it.
///
/// # Errors
/// When there is no such file for the viewer, or it cannot be read as a table.
pub async fn read_workbook(call: &Call, id: &juniper::ID, field: &str) -> Result<(StoredFile, Workbook)> {
    call.viewer
        .require_user()
        .or_else(|error| if call.viewer.program { Ok(UserId::from_uuid(uuid::Uuid::nil())) } else { Err(error) })?;
    let file = load_file(call.db.conn().await?, &call.viewer, FileId::parse(id, field)?, field).await?;
    let workbook =
        call.tools.sheets.read(Bytes::from(file.content.clone()), &file.name).await.map_err(|error| error.at(field))?;
    Ok((file, workbook))
}

/// The sheet that a table is looked for in: the first that is visible and holds anything.
///
/// # Errors
/// When there is none.
pub fn first_sheet<'a>(workbook: &'a Workbook, field: &str) -> Result<&'a Sheet> {
    let visible = workbook.sheets.iter().find(|sheet| !sheet.hidden && !sheet.rows.is_empty());
    visible.ok_or_else(|| {
        Error::invalid(field, "file-without-rows", "there is no row in this file; look whether it is the right one")
    })
}
