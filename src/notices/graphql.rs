//! Following in the graph.

use futures::FutureExt;
use juniper::{ID, graphql_object};

use super::{
    model::{SubjectKind, SubscribeInput, SubscriberCount},
    policy, service, store,
};
use crate::{
    connection,
    kit::{
        Result,
        graphql::{Context, connection::Connection, page::Page, scalars::Count},
        scope::OperationId,
        text::Language,
    },
};

#[graphql_object(context = Context, description = "How many follow an operation or an appeal.")]
impl SubscriberCount {
    /// What kind of thing is followed.
    fn subject(&self) -> SubjectKind {
        self.subject
    }

    /// What is followed.
    fn subject_id(&self) -> ID {
        self.subject.global(self.subject_id)
    }

    /// What it is called, in your language, else in English, else in any.
    fn title(&self, context: &Context) -> &str {
        self.title.get(context.language, Language::En)
    }

    /// Addresses that said yes.
    fn confirmed(&self) -> Count {
        Count(self.confirmed)
    }

    /// Addresses that were asked and have not answered.
    fn pending(&self) -> Count {
        Count(self.pending)
    }

    /// Addresses among the confirmed ones that get no mail, because their mail server refused them for good.
    fn undeliverable(&self) -> Count {
        Count(self.undeliverable)
    }
}

connection!(SubscriberCount as "SubscriberCountConnection", "SubscriberCountEdge");

/// The notices' queries.
#[derive(Default)]
pub struct NoticeQueries;

#[graphql_object(context = Context)]
impl NoticeQueries {
    /// How many follow what of an operation. For those who coordinate there; addresses are told to nobody.
    async fn subscriber_counts(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<SubscriberCount>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::may_count(&context.viewer, operation)?;
        let page = Page::new("subscriber counts by subject", first, after.as_deref())?;
        let rows = store::counts(context.db.conn().await?, operation, &page).await?;
        Connection::from_rows(&page, rows, |count| (count.subject_id,))
    }
}

/// The notices' mutations.
#[derive(Default)]
pub struct NoticeMutations;

#[graphql_object(context = Context)]
impl NoticeMutations {
    /// Asks for mails of an operation or a published appeal, without an account. A mail asks the address first, three times an hour at most.
    /// The answer is the same whether the address is new or known, and whether a mail went or not.
    async fn subscribe(context: &Context, input: SubscribeInput) -> Result<bool> {
        context.write("subscribe", input, |transaction, input| service::subscribe(transaction, input).boxed()).await
    }
}
