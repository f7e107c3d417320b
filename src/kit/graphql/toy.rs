//! A small schema that the tests of this folder share: everything that can go right or wrong in a resolver, and no domain.

use std::time::Duration;

use actix_web::http::header::{HeaderMap, HeaderValue, SET_COOKIE};
use juniper::{EmptySubscription, FieldError, RootNode, graphql_object};

use super::roots::{RequestContext, Roots, Schema};
use crate::kit::{Error, Result};

pub struct Toy;

pub struct ToyContext;

impl juniper::Context for ToyContext {}

impl RequestContext for ToyContext {
    fn budget(&self) -> u64 {
        10_000
    }

    fn add_headers(&self, headers: &mut HeaderMap) {
        headers.append(SET_COOKIE, HeaderValue::from_static("seen=yes"));
    }
}

impl Roots for Toy {
    type Context = ToyContext;
    type Query = Query;
    type Mutation = Mutation;
    type Subscription = EmptySubscription<ToyContext>;
}

pub struct Query;

pub struct River;

#[graphql_object(context = ToyContext)]
impl River {
    fn name() -> &'static str {
        "Nile"
    }

    fn mouth() -> Self {
        Self
    }

    fn tributaries(#[expect(unused_variables, reason = "only the document is measured")] first: i32) -> Vec<Self> {
        vec![Self]
    }
}

#[graphql_object(context = ToyContext)]
impl Query {
    async fn double(number: i32) -> Option<i32> {
        number.checked_mul(2)
    }

    async fn river() -> River {
        River
    }

    async fn rivers(#[expect(unused_variables, reason = "only the document is measured")] first: i32) -> Vec<River> {
        vec![River]
    }

    async fn panics() -> Option<i32> {
        unreachable!("the resolver is wrong")
    }

    async fn never() -> Option<i32> {
        std::future::pending().await
    }

    async fn leaks() -> Result<Option<i32>, FieldError> {
        Err("password=hunter2".into())
    }

    async fn breaks() -> Result<Option<i32>> {
        Err(Error::bug("relation \"river\" does not exist"))
    }

    async fn refuses() -> Result<Option<i32>> {
        Err(Error::invalid("number", "number-odd", "the number must be even"))
    }
}

pub struct Mutation;

#[graphql_object(context = ToyContext)]
impl Mutation {
    async fn sign_in(password: String) -> bool {
        password == "open sesame"
    }

    async fn rename(name: String) -> String {
        name
    }

    async fn import_slowly(millis: i32) -> bool {
        rest(millis).await
    }

    async fn idle_slowly(millis: i32) -> bool {
        rest(millis).await
    }
}

async fn rest(millis: i32) -> bool {
    tokio::time::sleep(Duration::from_millis(u64::try_from(millis).unwrap_or(0))).await;
    true
}

pub fn schema() -> Schema<Toy> {
    RootNode::new(Query, Mutation, EmptySubscription::new())
}
