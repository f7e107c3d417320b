//! What the edge must know of a schema and of a request's context, without knowing either.

use std::future::{Future, ready};

use actix_web::http::header::HeaderMap;
use juniper::{EmptySubscription, GraphQLTypeAsync, RootNode};

use crate::kit::{Result, auth::Viewer};

/// What resolvers know of a request, as the edge sees it.
pub trait RequestContext: juniper::Context + Send + Sync + 'static {
    /// Who asks.
    fn viewer(&self) -> &Viewer;

    /// The most records that this viewer may ask for in one document, by estimate.
    fn budget(&self) -> u64;

    /// Takes what a document costs, by its estimated records, from what this viewer may spend in a time.
    ///
    /// # Errors
    /// `RATE_LIMITED` when that is spent.
    fn spend(&self, _records: u64) -> impl Future<Output = Result<()>> {
        ready(Ok(()))
    }

    /// Adds what resolvers want to say beside the answer, such as `Set-Cookie`. Called once, when the operation has run.
    fn add_headers(&self, _headers: &mut HeaderMap) {}
}

/// The types of a schema's roots, under one name.
pub trait Roots: 'static {
    /// What resolvers know of the request.
    type Context: RequestContext;
    /// The root of all reading.
    type Query: GraphQLTypeAsync<TypeInfo = (), Context = Self::Context> + Default + Send + Sync + 'static;
    /// The root of all writing.
    type Mutation: GraphQLTypeAsync<TypeInfo = (), Context = Self::Context> + Send + Sync + 'static;
    /// The root of all listening: an object like the others, whose fields answer through [`Listening`](super::listening::Listening).
    type Subscription: GraphQLTypeAsync<TypeInfo = (), Context = Self::Context> + Default + Send + Sync + 'static;
}

/// The schema in which subscriptions run, once for each piece of news: their root stands where mutations have theirs.
///
/// juniper's own streams of a subscription drop the errors of all fields below the root, and keep one context, with its viewer and its connection, for
/// as long as the subscription lasts.
pub(super) type EventSchema<R> =
    RootNode<<R as Roots>::Query, <R as Roots>::Subscription, EmptySubscription<<R as Roots>::Context>>;

/// A schema of these roots.
pub type Schema<R> = RootNode<<R as Roots>::Query, <R as Roots>::Mutation, <R as Roots>::Subscription>;
