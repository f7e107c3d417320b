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

/// Says what a file belongs to. False when it belongs to something else.
pub(super) async fn assign(mut conn: Conn<'_>, id: FileId, scope: &Scope) -> Result<bool> {
    let cluster = scope.clusters.as_slice().first().copied();
    let nobodys = dsl::operation_id.is_null();
    let same = dsl::operation_id
        .is_not_distinct_from(scope.operation)
        .and(dsl::cluster_id.is_not_distinct_from(cluster))
        .and(dsl::organisation_id.is_not_distinct_from(scope.organisation));
    let assigned = diesel::update(dsl::files.find(id).filter(nobodys.or(same)))
        .set((
            dsl::operation_id.eq(scope.operation),
            dsl::cluster_id.eq(cluster),
            dsl::organisation_id.eq(scope.organisation),
        ))
        .execute(&mut conn)
        .await?;
    Ok(assigned == 1)
}
