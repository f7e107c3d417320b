//! Long work in the graph: how far it is, and stopping it.

use juniper::{GraphQLInputObject, GraphQLObject, graphql_object};
use uuid::Uuid;

use crate::kit::{
    Result,
    graphql::{Context, scalars::Count},
    work::WorkStage,
};

/// A change that is under way.
#[derive(Debug, GraphQLObject)]
#[graphql(description = "A change that is under way, as an import of a large sheet is.")]
pub struct Work {
    /// What it is at.
    stage: WorkStage,
    /// Rows of this stage that are done.
    done: Count,
    /// Rows that the stage has; null while that is not known.
    rows: Option<Count>,
}

/// The queries of long work.
#[derive(Default)]
pub struct WorkQueries;

#[graphql_object(context = Context)]
impl WorkQueries {
    /// How far a change of yours is; null where none is under way that you gave this `clientMutationId`.
    fn work(
        context: &Context,
        #[graphql(description = "The `clientMutationId` of the change.")] client_mutation_id: Uuid,
    ) -> Result<Option<Work>> {
        let actor = context.viewer.require_user()?;
        let progress = context.tools.works.progress(actor.uuid(), client_mutation_id);
        Ok(progress.map(|progress| Work {
            stage: progress.stage,
            done: Count::of(progress.done),
            rows: progress.rows.map(Count::of),
        }))
    }
}

/// Which change to stop.
#[derive(Debug, GraphQLInputObject)]
pub struct StopWorkInput {
    /// The `clientMutationId` of the change.
    work: Uuid,
}

/// The mutations of long work.
#[derive(Default)]
pub struct WorkMutations;

#[graphql_object(context = Context)]
impl WorkMutations {
    /// Stops a change of yours that is under way: nothing of it is kept, and its own request is answered with an error of the key `work-stopped`. False
    /// where none is under way, because it is done or never came. It takes no `clientMutationId`: to ask twice does no harm.
    fn stop_work(context: &Context, #[graphql(description = "The change.")] input: StopWorkInput) -> Result<bool> {
        let actor = context.viewer.require_user()?;
        Ok(context.tools.works.stop(actor.uuid(), input.work))
    }
}
