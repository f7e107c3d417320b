//! What can be listened for in appeals.

use juniper::{ID, graphql_object};

use super::super::{
    model::{Edition, EditionId},
    policy, publish, store,
};
use crate::kit::{Error, Result, graphql::Context};

/// The subscriptions of appeals.
#[derive(Default)]
pub struct AppealSubscriptions;

#[graphql_object(context = Context)]
impl AppealSubscriptions {
    /// An edition of an appeal was published. Everyone may listen once the appeal has an edition, without an account; before that, who may see the
    /// appeal. Give either its id or its public code.
    async fn edition_published(
        context: &Context,
        #[graphql(description = "The appeal.")] appeal_id: Option<ID>,
        #[graphql(description = "The appeal's public code.")] appeal_code: Option<String>,
    ) -> Result<Edition> {
        let conn = context.db.conn().await?;
        let (appeal, field) = match (appeal_id, appeal_code) {
            (Some(id), None) => (policy::by_id(conn, &id, "appealId").await?, "appealId"),
            (None, Some(code)) => (store::appeal_by_code(conn, &code).await?, "appealCode"),
            _ => return Err(Error::invalid("appealId", "appeal-which", "give either `appealId` or `appealCode`")),
        };
        let appeal = policy::with_editions(conn, &context.viewer, appeal, field).await?;
        let find = async |id| {
            let edition = store::edition(conn, EditionId::from_uuid(id)).await?;
            Ok(edition.filter(|edition| edition.appeal_id == appeal.id))
        };
        context.listening()?.answer(publish::publications_of(appeal.id), find).await
    }
}
