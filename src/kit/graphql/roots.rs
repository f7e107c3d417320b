//! What the edge must know of a schema and of a request's context, without knowing either.

use std::future::{Future, ready};

use actix_web::http::header::HeaderMap;
use juniper::{GraphQLType, GraphQLTypeAsync, RootNode};

use crate::kit::Result;

/// What resolvers know of a request, as the edge sees it.
pub trait RequestContext: juniper::Context + Send + Sync + 'static {
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
    type Query: GraphQLTypeAsync<TypeInfo = (), Context = Self::Context> + Send + Sync + 'static;
    /// The root of all writing.
    type Mutation: GraphQLTypeAsync<TypeInfo = (), Context = Self::Context> + Send + Sync + 'static;
    /// The root of all listening.
    type Subscription: GraphQLType<TypeInfo = (), Context = Self::Context> + Send + Sync + 'static;
}

/// A schema of these roots.
pub type Schema<R> = RootNode<<R as Roots>::Query, <R as Roots>::Mutation, <R as Roots>::Subscription>;
