//! The table of files.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error as Diesel},
};
use diesel_async::RunQueryDsl;

use super::{FileId, StoredFile};
use crate::{
    kit::{Result, db::Conn, scope::Scope},
    schema::files::dsl,
};

pub(super) async fn insert(mut conn: Conn<'_>, file: &StoredFile) -> Result<()> {
    diesel::insert_into(dsl::files).values(file).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn load(mut conn: Conn<'_>, id: FileId) -> Result<Option<StoredFile>> {
    Ok(dsl::files.find(id).select(StoredFile::as_select()).first(&mut conn).await.optional()?)
}

/// Removes a file that belongs to no operation; one that a record names all the same stays.
pub(super) async fn remove_unused(mut conn: Conn<'_>, id: FileId) -> Result<()> {
    let unused = dsl::files.find(id).filter(dsl::operation_id.is_null());
    match diesel::delete(unused).execute(&mut conn).await {
        Ok(_) | Err(Diesel::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn assign(mut conn: Conn<'_>, id: FileId, scope: &Scope) -> Result<()> {
    let cluster = scope.clusters.as_slice().first().copied();
    diesel::update(dsl::files.find(id))
        .set((
            dsl::operation_id.eq(scope.operation),
            dsl::cluster_id.eq(cluster),
            dsl::organisation_id.eq(scope.organisation),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}
