//! Relations as what getters return: [`Lazy`], a record by its key, and [`Later`], anything that is made of records loaded by key.
//!
//! A getter that returns one of them is no `async fn`, so that lists can be resolved in passes ([`super::eager`]): a pass shows what was loaded and
//! notes what is missing. Elsewhere they wait for the loader, as an `async fn` would.

use std::{marker::PhantomData, sync::Mutex};

use futures::{
    FutureExt,
    future::{BoxFuture, OptionFuture},
};
use juniper::{
    ArcStr, ExecutionResult, Executor, FromContext, GraphQLType, GraphQLValue, GraphQLValueAsync, IntoFieldError,
    Registry, ScalarValue, Selection, Value, macros::reflect, marker::IsOutputType, meta::MetaType,
};

use super::{
    Context,
    eager::{self, Relations},
    loaders::Batch,
    passes::{Glance, Pass},
};
use crate::kit::{Error, Result, db::Db};

/// The record that batch `B` finds by a key; null when there is none.
pub struct Lazy<B: Batch<D>, D = Db> {
    key: Option<B::Key>,
    of: PhantomData<fn() -> D>,
}

impl<B: Batch<D>, D> Lazy<B, D> {
    /// The record of `key`; null without one.
    pub fn new(key: impl Into<Option<B::Key>>) -> Self {
        Self { key: key.into(), of: PhantomData }
    }
}

/// Stands in the answer of a pass for what is missing. Not null, which where null is not allowed would end the pass before it saw everything.
fn placeholder<S>() -> Value<S> {
    Value::list(Vec::new())
}

fn failed<S: ScalarValue>(error: Error) -> juniper::FieldError<S> {
    error.into_field_error()
}

impl<S, B, D> GraphQLType<S> for Lazy<B, D>
where
    S: ScalarValue,
    D: Clone + Send + Sync + 'static,
    B: Batch<D>,
    B::Value: GraphQLType<S>,
    <B::Value as GraphQLValue<S>>::Context: Relations<Db = D>,
{
    fn name(_: &Self::TypeInfo) -> Option<ArcStr> {
        None
    }

    fn meta(info: &Self::TypeInfo, registry: &mut Registry<S>) -> MetaType<S> {
        registry.build_nullable_type::<B::Value>(info).into_meta()
    }
}

impl<S, B, D> GraphQLValue<S> for Lazy<B, D>
where
    S: ScalarValue,
    D: Clone + Send + Sync + 'static,
    B: Batch<D>,
    B::Value: GraphQLValue<S>,
    <B::Value as GraphQLValue<S>>::Context: Relations<Db = D>,
{
    type Context = <B::Value as GraphQLValue<S>>::Context;
    type TypeInfo = <B::Value as GraphQLValue<S>>::TypeInfo;

    fn type_name(&self, _: &Self::TypeInfo) -> Option<ArcStr> {
        None
    }

    fn resolve(
        &self,
        info: &Self::TypeInfo,
        selection: Option<&[Selection<S>]>,
        executor: &Executor<Self::Context, S>,
    ) -> ExecutionResult<S> {
        let Some(key) = self.key else { return Ok(Value::null()) };
        let loaders = executor.context().loaders();
        let below = selection.unwrap_or_default();
        let place = below.as_ptr().addr();
        let glance = loaders.in_pass(|pass| {
            let glance = pass.glance::<B>(key, place);
            if matches!(glance, Glance::Missing) && !below.is_empty() {
                pass.note_deeper();
            }
            (glance, pass.missed())
        });
        match glance {
            None => Err(failed(Error::bug("a relation was resolved at once outside of passes"))),
            Some((Glance::Missing, _)) => Ok(placeholder()),
            Some((Glance::Shown(shown), _)) => {
                Ok(shown.map_or_else(placeholder, |shown| shown.as_ref().clone().map_scalar_value()))
            }
            Some((Glance::Loaded(outcome), missed)) => {
                let Some(value) = outcome.map_err(failed)? else { return Ok(Value::null()) };
                let shown = executor.resolve(info, &value)?;
                loaders.in_pass(|pass| pass.keep::<B>(key, place, missed, || shown.clone().map_scalar_value()));
                Ok(shown)
            }
        }
    }
}

impl<S, B, D> GraphQLValueAsync<S> for Lazy<B, D>
where
    S: ScalarValue + Send + Sync,
    D: Clone + Send + Sync + 'static,
    B: Batch<D>,
    B::Value: GraphQLValueAsync<S>,
    <B::Value as GraphQLValue<S>>::Context: Relations<Db = D> + Sync,
    <B::Value as GraphQLValue<S>>::TypeInfo: Sync,
{
    fn resolve_async<'a>(
        &'a self,
        info: &'a Self::TypeInfo,
        selection: Option<&'a [Selection<S>]>,
        executor: &'a Executor<Self::Context, S>,
    ) -> BoxFuture<'a, ExecutionResult<S>> {
        async move {
            let Some(key) = self.key else { return Ok(Value::null()) };
            match executor.context().loaders().load::<B>(key).await.map_err(failed)? {
                Some(value) => eager::resolve(&value, info, selection, executor).await,
                None => Ok(Value::null()),
            }
        }
        .boxed()
    }
}

impl<S, B, D> IsOutputType<S> for Lazy<B, D>
where
    S: ScalarValue,
    Self: GraphQLType<S>,
    B: Batch<D>,
    B::Value: IsOutputType<S>,
{
    fn mark() {
        B::Value::mark();
    }
}

impl<S, B: Batch<D, Value: reflect::BaseType<S>>, D> reflect::BaseType<S> for Lazy<B, D> {
    const NAME: reflect::Type = B::Value::NAME;
}

impl<S, B: Batch<D, Value: reflect::BaseSubTypes<S>>, D> reflect::BaseSubTypes<S> for Lazy<B, D> {
    const NAMES: reflect::Types = B::Value::NAMES;
}

impl<S, B: Batch<D, Value: reflect::WrappedType<S>>, D> reflect::WrappedType<S> for Lazy<B, D> {
    const VALUE: reflect::WrappedValue = <Option<B::Value> as reflect::WrappedType<S>>::VALUE;
}

/// A value that is made of what loaders load, and waits for nothing else. `C` is the context that has the loaders.
pub struct Later<'a, T, C = Context> {
    making: Mutex<Option<BoxFuture<'a, Result<T>>>>,
    of: PhantomData<fn() -> C>,
}

impl<'a, T, C> Later<'a, T, C> {
    /// What `making` comes to.
    pub fn new(making: impl Future<Output = Result<T>> + Send + 'a) -> Self {
        Self { making: Mutex::new(Some(making.boxed())), of: PhantomData }
    }

    /// All that `loading` finds; nothing when there is none.
    pub fn all(loading: impl Future<Output = Result<Option<T>>> + Send + 'a) -> Self
    where
        T: Default,
    {
        Self::new(async { Ok(loading.await?.unwrap_or_default()) })
    }

    fn take(&self) -> Result<BoxFuture<'a, Result<T>>> {
        let making = self.making.lock().expect("no panic while holding the lock").take();
        making.ok_or_else(|| Error::bug("a value was resolved twice"))
    }
}

impl<'a, T, C> Later<'a, Option<T>, C> {
    /// What `find` comes to for `key`; null without one.
    pub fn of<K, F>(key: Option<K>, find: impl FnOnce(K) -> F) -> Self
    where
        F: Future<Output = Result<Option<T>>> + Send + 'a,
    {
        let making = key.map(find);
        Self::new(async move { OptionFuture::from(making).await.unwrap_or(Ok(None)) })
    }
}

impl<S, T, C> GraphQLType<S> for Later<'_, T, C>
where
    S: ScalarValue,
    T: GraphQLType<S, Context: FromContext<C>>,
    C: Relations,
{
    fn name(info: &Self::TypeInfo) -> Option<ArcStr> {
        T::name(info)
    }

    fn meta(info: &Self::TypeInfo, registry: &mut Registry<S>) -> MetaType<S> {
        T::meta(info, registry)
    }
}

impl<S, T, C> GraphQLValue<S> for Later<'_, T, C>
where
    S: ScalarValue,
    T: GraphQLValue<S, Context: FromContext<C>>,
    C: Relations,
{
    type Context = C;
    type TypeInfo = T::TypeInfo;

    fn type_name(&self, _: &Self::TypeInfo) -> Option<ArcStr> {
        None
    }

    fn resolve(
        &self,
        info: &Self::TypeInfo,
        selection: Option<&[Selection<S>]>,
        executor: &Executor<C, S>,
    ) -> ExecutionResult<S> {
        let loaders = executor.context().loaders();
        let missed = loaders.in_pass(|pass| pass.missed());
        match self.take().map_err(failed)?.now_or_never() {
            Some(made) => executor.resolve_with_ctx(info, &made.map_err(failed)?),
            None if missed < loaders.in_pass(|pass| pass.missed()) => {
                if selection.is_some_and(|below| !below.is_empty()) {
                    loaders.in_pass(Pass::note_deeper);
                }
                Ok(placeholder())
            }
            None => Err(failed(Error::bug("a value that is made at once waited for something else than a loader"))),
        }
    }
}

impl<S, T, C> GraphQLValueAsync<S> for Later<'_, T, C>
where
    S: ScalarValue + Send + Sync,
    T: GraphQLValueAsync<S, Context: FromContext<C> + Sync, TypeInfo: Sync> + Send,
    C: Relations + Sync,
{
    fn resolve_async<'a>(
        &'a self,
        info: &'a Self::TypeInfo,
        selection: Option<&'a [Selection<S>]>,
        executor: &'a Executor<C, S>,
    ) -> BoxFuture<'a, ExecutionResult<S>> {
        async move {
            let made = self.take().map_err(failed)?.await.map_err(failed)?;
            eager::resolve(&made, info, selection, executor).await
        }
        .boxed()
    }
}

impl<S, T, C> IsOutputType<S> for Later<'_, T, C>
where
    S: ScalarValue,
    T: IsOutputType<S> + GraphQLValue<S, Context: FromContext<C>>,
    C: Relations,
{
    fn mark() {
        T::mark();
    }
}

impl<S, T: reflect::BaseType<S>, C> reflect::BaseType<S> for Later<'_, T, C> {
    const NAME: reflect::Type = T::NAME;
}

impl<S, T: reflect::BaseSubTypes<S>, C> reflect::BaseSubTypes<S> for Later<'_, T, C> {
    const NAMES: reflect::Types = T::NAMES;
}

impl<S, T: reflect::WrappedType<S>, C> reflect::WrappedType<S> for Later<'_, T, C> {
    const VALUE: reflect::WrappedValue = T::VALUE;
}
