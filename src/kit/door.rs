//! The way in for every HTTP route: from a request to a call with a viewer.

use std::{sync::Arc, time::Duration};

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::{ACCEPT_LANGUAGE, AUTHORIZATION},
};
use diesel_async::SimpleAsyncConnection;
use futures::future::BoxFuture;
use tokio::time::timeout;

use super::{
    Call, Error, Result, Toolbox,
    auth::Viewer,
    db::{Db, Pools, Sight},
    telemetry::RequestId,
    text::Language,
};

/// How long the database may take over the simplest of questions.
const PULSE: Duration = Duration::from_secs(2);

/// Finds out who asks with a bearer token. The accounts know how.
pub type Authenticate = fn(Db, Arc<Toolbox>, String) -> BoxFuture<'static, Result<Arc<Viewer>>>;

/// One worker's way in.
#[derive(Clone)]
pub struct Door {
    pools: Arc<Pools>,
    tools: Arc<Toolbox>,
    authenticate: Authenticate,
}

impl Door {
    /// A way in through this worker's pools.
    pub fn new(pools: Arc<Pools>, tools: Arc<Toolbox>, authenticate: Authenticate) -> Self {
        Self { pools, tools, authenticate }
    }

    /// The call that a request is: who asks, in which language. Without an `Authorization` header it is a visitor's.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for a token that is not good, `UNAVAILABLE` when the database cannot be reached.
    pub async fn call(&self, request: &HttpRequest) -> Result<Call> {
        let db = Db::new(Arc::clone(&self.pools), Sight::Keys);
        let viewer = match request.headers().get(AUTHORIZATION) {
            None => Viewer::anonymous(),
            Some(header) => {
                let bearer = header.to_str().ok().and_then(|text| text.strip_prefix("Bearer "));
                let bearer = bearer.ok_or_else(Error::unauthenticated)?.trim().to_owned();
                (self.authenticate)(db.clone(), Arc::clone(&self.tools), bearer).await?
            }
        };
        db.look_as(Sight::of(&viewer));
        let request_id = RequestId::of(request).unwrap_or_else(|| RequestId::new(&self.tools.clock));
        Ok(Call { db, viewer, tools: Arc::clone(&self.tools), request_id, language: language(request) })
    }

    /// Whether the database answers, and soon.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it does not.
    pub async fn feel_pulse(&self) -> Result<()> {
        let ask = async {
            let db = Db::new(Arc::clone(&self.pools), Sight::of(&Viewer::anonymous()));
            Ok((&mut db.conn().await?).batch_execute("select 1").await?)
        };
        timeout(PULSE, ask).await.unwrap_or_else(|cause| Err(Error::unavailable(cause)))
    }

    /// The program's devices.
    pub fn tools(&self) -> &Arc<Toolbox> {
        &self.tools
    }

    /// This worker's pools.
    pub fn pools(&self) -> &Arc<Pools> {
        &self.pools
    }
}

/// The first language of the reader that we have, else English.
pub fn language(request: &impl HttpMessage) -> Language {
    let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Language::from_accept_language(header)
}
