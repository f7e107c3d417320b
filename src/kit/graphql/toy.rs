//! A small schema that the tests of this folder share: everything that can go right or wrong in a resolver, and no domain.

use std::time::Duration;

use actix_web::http::header::{HeaderMap, HeaderValue, SET_COOKIE};
use juniper::{FieldError, RootNode, graphql_object};
use uuid::Uuid;

use super::{
    listening::Listening,
    roots::{RequestContext, Roots, Schema},
};
use crate::kit::{Error, Result, auth::Viewer, events::Topic};

pub struct Toy;

#[derive(Default)]
pub struct ToyContext {
    pub viewer: Viewer,
    pub listening: Option<Listening>,
}

impl juniper::Context for ToyContext {}

impl RequestContext for ToyContext {
    fn viewer(&self) -> &Viewer {
        &self.viewer
    }

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
    type Subscription = Subscription;
}

#[derive(Default)]
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

    fn arms() -> Vec<Self> {
        vec![Self]
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

    async fn long(letters: i32) -> String {
        "x".repeat(usize::try_from(letters).unwrap_or(0))
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

#[derive(Default)]
pub struct Subscription;

/// The topic of every river; the id of an event says what became of it.
pub const RIVERS: Topic = Topic::new("river-rose", Uuid::nil());
/// Nobody may see it.
pub const HIDDEN: Uuid = Uuid::from_u128(1);
/// Looking at it fails.
pub const BROKEN: Uuid = Uuid::from_u128(2);
/// Looking at it panics.
pub const CURSED: Uuid = Uuid::from_u128(3);
/// Looking at it is no longer allowed.
pub const FORBIDDEN: Uuid = Uuid::from_u128(4);

#[graphql_object(context = ToyContext)]
impl Subscription {
    async fn river_rose(context: &ToyContext, name: String) -> Result<River> {
        if name.is_empty() {
            return Err(Error::invalid("name", "river-name", "name a river"));
        }
        let listening = context.listening.as_ref().ok_or_else(|| Error::bug("not a subscription"))?;
        let find = async |id| match id {
            HIDDEN => Ok(None),
            BROKEN => Err(Error::bug("relation \"river\" does not exist")),
            CURSED => unreachable!("the resolver is wrong"),
            FORBIDDEN => Err(Error::forbidden("not any more")),
            _ => Ok(Some(River)),
        };
        listening.answer(RIVERS, find).await
    }
}

pub fn schema() -> Schema<Toy> {
    RootNode::new(Query, Mutation, Subscription)
}
