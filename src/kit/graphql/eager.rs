//! Lists that are resolved in passes instead of row by row.
//!
//! juniper makes a future of every field of an `async` object, which for a list is most of a server's work. [`Eager`] resolves its rows by juniper's
//! synchronous resolver, which makes none. Relations ([`super::lazy`]) cannot wait there: a first pass follows only them and notes the keys that are
//! missing, all of them are loaded, one query for each batch, and the next pass goes a level deeper, until nothing is missing and the last makes the
//! answer. A selection with an `async fn` in it, which juniper would panic on, is resolved as ever.

use std::future::Future;

use juniper::{
    ArcStr, Arguments, BoxFuture, ExecutionResult, Executor, FromContext, GraphQLType, GraphQLValue, GraphQLValueAsync,
    InputValue, IntoFieldError, Registry, ScalarValue, Selection, macros::reflect, marker::IsOutputType,
    meta::MetaType,
};

use super::{
    loaders::Loaders,
    passes::{Kind, Pass},
};
use crate::kit::Error;

/// A context with loaders.
pub trait Relations: juniper::Context {
    /// What the loaders read through.
    type Db: Clone + Send + Sync + 'static;

    /// The loaders of the request.
    fn loaders(&self) -> &Loaders<Self::Db>;

    /// Whether the field of this type is an `async fn`.
    fn is_async(type_name: &str, field: &str) -> bool;
}

/// The most passes of a list: deeper than any document may be.
const MOST_PASSES: usize = 100;
/// The most values in the variables: they are copied for each list.
const MOST_VARIABLES: usize = 1_000;

tokio::task_local! {
    static ROW_BY_ROW: ();
}

/// Does `work` with every list resolved row by row. For tests that compare the two ways.
pub async fn row_by_row<T>(work: impl Future<Output = T>) -> T {
    ROW_BY_ROW.scope((), work).await
}

/// Rows that are resolved in passes where they can be.
pub struct Eager<T>(pub T);

impl<S: ScalarValue, T: GraphQLType<S>> GraphQLType<S> for Eager<T> {
    fn name(info: &Self::TypeInfo) -> Option<ArcStr> {
        T::name(info)
    }

    fn meta(info: &Self::TypeInfo, registry: &mut Registry<S>) -> MetaType<S> {
        T::meta(info, registry)
    }
}

impl<S: ScalarValue, T: GraphQLValue<S>> GraphQLValue<S> for Eager<T> {
    type Context = T::Context;
    type TypeInfo = T::TypeInfo;

    fn type_name(&self, info: &Self::TypeInfo) -> Option<ArcStr> {
        self.0.type_name(info)
    }

    fn resolve_into_type(
        &self,
        info: &Self::TypeInfo,
        type_name: &str,
        selection: Option<&[Selection<S>]>,
        executor: &Executor<Self::Context, S>,
    ) -> ExecutionResult<S> {
        self.0.resolve_into_type(info, type_name, selection, executor)
    }

    fn resolve_field(
        &self,
        info: &Self::TypeInfo,
        field: &str,
        arguments: &Arguments<S>,
        executor: &Executor<Self::Context, S>,
    ) -> ExecutionResult<S> {
        self.0.resolve_field(info, field, arguments, executor)
    }

    fn resolve(
        &self,
        info: &Self::TypeInfo,
        selection: Option<&[Selection<S>]>,
        executor: &Executor<Self::Context, S>,
    ) -> ExecutionResult<S> {
        self.0.resolve(info, selection, executor)
    }
}

impl<S: ScalarValue + Send + Sync, T: GraphQLValueAsync<S>> GraphQLValueAsync<S> for Eager<T>
where
    T::TypeInfo: Sync,
    T::Context: Relations + Sync,
{
    fn resolve_async<'a>(
        &'a self,
        info: &'a Self::TypeInfo,
        selection: Option<&'a [Selection<S>]>,
        executor: &'a Executor<Self::Context, S>,
    ) -> BoxFuture<'a, ExecutionResult<S>> {
        Box::pin(resolve(&self.0, info, selection, executor))
    }
}

impl<S: ScalarValue, T: IsOutputType<S>> IsOutputType<S> for Eager<T> {
    fn mark() {
        T::mark();
    }
}

impl<S, T: reflect::BaseType<S>> reflect::BaseType<S> for Eager<T> {
    const NAME: reflect::Type = T::NAME;
}

impl<S, T: reflect::BaseSubTypes<S>> reflect::BaseSubTypes<S> for Eager<T> {
    const NAMES: reflect::Types = T::NAMES;
}

impl<S, T: reflect::WrappedType<S>> reflect::WrappedType<S> for Eager<T> {
    const VALUE: reflect::WrappedValue = T::VALUE;
}

/// Resolves a value in passes if what is selected of it can be, else row by row.
pub(super) async fn resolve<S, T, C>(
    value: &T,
    info: &T::TypeInfo,
    selection: Option<&[Selection<'_, S>]>,
    executor: &Executor<'_, '_, C, S>,
) -> ExecutionResult<S>
where
    S: ScalarValue + Send + Sync,
    T: GraphQLValueAsync<S, Context: FromContext<C> + Sync, TypeInfo: Sync>,
    C: Relations + Sync,
{
    match selection {
        Some(below) if can_pass(executor, below) => in_passes(value, info, below, executor).await,
        _ => executor.resolve_with_ctx_async(info, value).await,
    }
}

async fn in_passes<S, T, C>(
    value: &T,
    info: &T::TypeInfo,
    selection: &[Selection<'_, S>],
    executor: &Executor<'_, '_, C, S>,
) -> ExecutionResult<S>
where
    S: ScalarValue + Send + Sync,
    T: GraphQLValueAsync<S, Context: FromContext<C> + Sync, TypeInfo: Sync>,
    C: Relations + Sync,
{
    let loaders = executor.context().loaders();
    // Errors of a pass that is repeated would be told twice: they go into a list of their own.
    let scratch = executor.as_owned_executor();
    let mut relations = selection.to_vec();
    keep_relations(&mut relations);
    let mut pass = Pass::new();
    for number in 0..MOST_PASSES {
        let looks = number == 0 && !relations.is_empty() || pass.goes_deeper();
        let (answer, mut done) = loaders.during(pass.next(if looks { Kind::Look } else { Kind::Answer }), || {
            let all = scratch.as_executor();
            if looks {
                all.type_sub_executor(None, Some(&relations)).resolve_with_ctx(info, value)
            } else {
                all.resolve_with_ctx(info, value)
            }
        });
        let failed = answer.is_err() || !scratch.as_executor().take_errors().is_empty();
        if done.missed() > 0 {
            done.fetch(loaders).await;
        } else if !looks && !failed {
            return answer;
        } else if !looks {
            return loaders.during(done.next(Kind::Tell), || executor.resolve_with_ctx(info, value)).0;
        }
        pass = done;
    }
    Err(Error::bug("a list was not complete after as many passes as a document can be deep").into_field_error())
}

/// Leaves of a selection what leads to other records. Fragments stay as they are.
fn keep_relations<S>(selection: &mut Vec<Selection<'_, S>>) {
    selection.retain_mut(|selected| match selected {
        Selection::Field(field) => field.item.selection_set.as_mut().map(keep_relations).is_some(),
        Selection::InlineFragment(fragment) => {
            keep_relations(&mut fragment.item.selection_set);
            !fragment.item.selection_set.is_empty()
        }
        Selection::FragmentSpread(_) => true,
    });
}

/// Whether what is selected below the executor's field can be resolved in passes.
fn can_pass<S: ScalarValue, C: Relations>(executor: &Executor<C, S>, selection: &[Selection<S>]) -> bool {
    let decide = || {
        let mut values = MOST_VARIABLES;
        let few = executor.variables().values().all(|value| takes(value, &mut values));
        few && waits_nowhere(executor, executor.current_type().innermost_concrete(), selection)
    };
    ROW_BY_ROW.try_with(|()| ()).is_err() && executor.context().loaders().passable(selection.as_ptr().addr(), decide)
}

/// Takes the values in an input from those that are left; false when there are too few.
fn takes<S>(value: &InputValue<S>, left: &mut usize) -> bool {
    let Some(fewer) = left.checked_sub(1) else { return false };
    *left = fewer;
    match value {
        InputValue::List(items) => items.iter().all(|item| takes(&item.item, left)),
        InputValue::Object(entries) => entries.iter().all(|(_, value)| takes(&value.item, left)),
        _ => true,
    }
}

fn waits_nowhere<S: ScalarValue, C: Relations>(
    executor: &Executor<C, S>,
    of: &MetaType<S>,
    selection: &[Selection<S>],
) -> bool {
    let Some(name) = of.name().filter(|_| !of.is_abstract()) else { return false };
    let below = |type_name: &str, selection: &[Selection<S>]| {
        let of = executor.schema().concrete_type_by_name(type_name);
        of.is_some_and(|of| waits_nowhere(executor, of, selection))
    };
    selection.iter().all(|selected| match selected {
        Selection::Field(field) => {
            let field = &field.item;
            !C::is_async(name, field.name.item)
                && field.selection_set.as_ref().is_none_or(|selection| {
                    let of = of.field_by_name(field.name.item);
                    of.is_some_and(|of| below(of.field_type.innermost_name(), selection))
                })
        }
        Selection::InlineFragment(fragment) => {
            let condition = fragment.item.type_condition.as_ref().map_or(name.as_str(), |condition| condition.item);
            below(condition, &fragment.item.selection_set)
        }
        Selection::FragmentSpread(spread) => executor
            .fragment_by_name(spread.item.name.item)
            .is_some_and(|fragment| below(fragment.type_condition.item, &fragment.selection_set)),
    })
}

#[cfg(test)]
mod tests;
