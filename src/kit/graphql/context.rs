//! What resolvers get: the call, the loaders, and the cookies that the answer will set.

use std::{ops::Deref, sync::Mutex};

use super::loaders::Loaders;
use crate::kit::{Call, db::Db};

/// The context of one GraphQL request.
pub struct Context {
    call: Call,
    /// The batch loaders of this request.
    pub loaders: Loaders<Db>,
    /// The refresh token that the browser sent as a cookie, if the request may use it.
    pub refresh_cookie: Option<String>,
    cookies: Mutex<Vec<String>>,
}

impl juniper::Context for Context {}

impl Context {
    /// The context of a call.
    pub fn new(call: Call, refresh_cookie: Option<String>) -> Self {
        let loaders = Loaders::new(call.db.clone());
        Self { call, loaders, refresh_cookie, cookies: Mutex::default() }
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
