//! Finds what a checklist shall look at, in the area that it is of. A graph may know them all; the rules get an id and what it belongs to.

use crate::{
    appeals, clusters,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        scope::{Scope, Scoped},
    },
    partners, places,
    standards::{Subject, SubjectId},
};

/// The input that names the subject.
const FIELD: &str = "subjectId";

/// What has this id, if the viewer may know of it.
pub(super) async fn subject(transaction: &Transaction, id: SubjectId) -> Result<Subject> {
    let (conn, viewer) = (transaction.conn(), transaction.viewer());
    let scope = match id {
        SubjectId::Operation(id) => clusters::operation(conn, id).await?.map(|found| found.scope()),
        SubjectId::Cluster(id) => clusters::cluster(conn, id).await?.map(|found| found.scope()),
        SubjectId::Site(id) => places::site(conn, id).await?.map(|found| found.scope()),
        SubjectId::Organisation(id) => {
            // Everybody with a role reads the directory; where it is looked at, the cluster says. A duplicate gives its survivor.
            let found = partners::organisation(conn, id).await?.ok_or_else(|| Error::not_found(FIELD))?;
            return Ok(Subject { id: SubjectId::Organisation(found.id), scope: Scope::installation() });
        }
        SubjectId::Appeal(_) => {
            let appeal = appeals::load_appeal(conn, viewer, &id.global(), FIELD).await?;
            return Ok(Subject { id, scope: appeal.scope() });
        }
    };
    let scope = scope.filter(|scope| viewer.may(Action::ReadShared, scope));
    Ok(Subject { id, scope: scope.ok_or_else(|| Error::not_found(FIELD))? })
}
