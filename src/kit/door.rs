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
        // What is no text is no token either.
        let authorization = request.headers().get(AUTHORIZATION).map(|value| value.to_str().unwrap_or_default());
        let request_id = RequestId::of(request).unwrap_or_else(|| RequestId::new(&self.tools.clock));
        self.call_by(authorization, request_id, language(request)).await
    }

    /// The call of whoever comes with this `Authorization`, of a visitor without one.
    ///
    /// # Errors
    /// As [`Door::call`].
    pub async fn call_by(
        &self,
        authorization: Option<&str>,
        request_id: RequestId,
        language: Language,
    ) -> Result<Call> {
        let db = Db::new(Arc::clone(&self.pools), Sight::Keys);
        let viewer = match authorization {
            None => Viewer::anonymous(),
            Some(authorization) => {
                let bearer = authorization.strip_prefix("Bearer ").ok_or_else(Error::unauthenticated)?.trim();
                (self.authenticate)(db.clone(), Arc::clone(&self.tools), bearer.to_owned()).await?
            }
        };
        db.look_as(Sight::of(&viewer));
        Ok(Call { db, viewer, tools: Arc::clone(&self.tools), request_id, language })
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
