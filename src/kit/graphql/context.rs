//! What resolvers get: the call, the loaders, and the cookies that the answer will set.

use std::{ops::Deref, sync::Mutex};

use super::{listening::Listening, loaders::Loaders};
use crate::kit::{Call, Error, Result, db::Db};

/// The context of one GraphQL request.
pub struct Context {
    call: Call,
    /// The batch loaders of this request.
    pub loaders: Loaders<Db>,
    /// The refresh token that the browser sent as a cookie, if the request may use it.
    pub refresh_cookie: Option<String>,
    listening: Option<Listening>,
    cookies: Mutex<Vec<String>>,
}

impl juniper::Context for Context {}

impl Context {
    /// The context of a call.
    pub fn new(call: Call, refresh_cookie: Option<String>) -> Self {
        let loaders = Loaders::new(call.db.clone());
        Self { call, loaders, refresh_cookie, listening: None, cookies: Mutex::default() }
    }

    /// The same context at a moment of a subscription.
    #[must_use]
    pub fn at(self, listening: Option<Listening>) -> Self {
        Self { listening, ..self }
    }

    /// The moment of the subscription, for its root field.
    ///
    /// # Errors
    /// `INTERNAL` outside subscriptions.
    pub fn listening(&self) -> Result<&Listening> {
        self.listening.as_ref().ok_or_else(|| Error::bug("a field of a subscription was asked outside of one"))
    }

    /// Adds a `Set-Cookie` header to the answer.
    pub fn set_cookie(&self, cookie: String) {
        self.cookies.lock().expect("no panic while holding the lock").push(cookie);
    }

    /// The `Set-Cookie` headers of the answer.
    pub fn take_cookies(&self) -> Vec<String> {
        std::mem::take(&mut *self.cookies.lock().expect("no panic while holding the lock"))
    }
}

impl Deref for Context {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}
