//! One socket, from its opening to its close.
//!
//! Everything of it runs on the thread of its connection: a loop that hears, a writer, and a task for each operation ([`work`](super::work)). An answer
//! is made only when there is a place for it, and stays there until the writer has taken it, so that who sends much and reads little holds a few
//! answers and no connection to the database. Events wait in an inbox where the same one counts once.

use std::{collections::HashMap, future::pending, net::IpAddr, rc::Rc, time::Duration};

use actix_web::web;
use futures::future::{FutureExt, Shared};
use juniper::OperationType;
use tokio::{
    sync::{mpsc, oneshot},
    task::{AbortHandle, JoinSet},
    time::{Instant, sleep_until, timeout},
};
use tracing::Instrument;

use super::{
    Asked, Place, Sockets,
    frames::{Heard, Incoming, Out, Outgoing},
    protocol::{Closing, Said, Step, too_many},
    work::{Guest, Talk, Work},
};
use crate::kit::{
    Result,
    events::News,
    graphql::{
        http::Endpoint,
        request::Parameters,
        roots::Roots,
        run::{Answer, NotRun},
    },
    telemetry::RequestId,
};

/// How long the other side has to close its end, after we said why we close ours.
const FAREWELL: Duration = Duration::from_secs(2);
/// How long operations that are under way have to end when the program stops: less than what the program leaves to requests.
const ENDING: Duration = Duration::from_secs(12);

/// What a socket is served with.
pub(super) struct Session<R: Roots, F> {
    pub sockets: Sockets,
    pub endpoint: web::Data<Endpoint<R>>,
    pub make_context: F,
    pub address: IpAddr,
    pub authorization: Option<String>,
    pub _place: Place,
}

/// Why a socket ends: closed by us, or gone.
struct End(Option<Closing>);

impl From<Closing> for End {
    fn from(closing: Closing) -> Self {
        Self(Some(closing))
    }
}

impl<T> From<mpsc::error::SendError<T>> for End {
    fn from(_: mpsc::error::SendError<T>) -> Self {
        Self(None)
    }
}

impl<R: Roots, F> Session<R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    /// Serves the socket until it is closed.
    pub async fn serve(self: Rc<Self>, mut incoming: Incoming, outgoing: Outgoing, agreed: bool) {
        let (out, sent) = mpsc::channel(1);
        let mut writer = actix_web::rt::spawn(write(outgoing, sent));
        let End(closing) = if agreed {
            Room::new(&self, out.clone()).talk(&mut incoming).await
        } else {
            Closing::subprotocol().into()
        };
        if let Some(closing) = closing {
            tracing::debug!(socket.code = closing.code, "a socket is closed: {}", closing.reason);
            let is_ours = closing != Closing::normal();
            // Who does not read what was said before does not read this either.
            timeout(FAREWELL, out.send(Out::Close(closing))).await.ok();
            if let Ok(Ok(Some(_held_open))) = timeout(FAREWELL, &mut writer).await
                && is_ours
            {
                timeout(FAREWELL, incoming.drain()).await.ok();
            }
        }
        writer.abort();
    }
}

/// Gives the connection what is to be said, one after the other, until it is gone, or closed: then it is still open for the other side to close its end.
async fn write(outgoing: Outgoing, mut sent: mpsc::Receiver<Out>) -> Option<Outgoing> {
    loop {
        let next = tokio::select! { next = sent.recv() => next?, () = outgoing.gone() => return None };
        let is_last = matches!(next, Out::Close(_));
        outgoing.write(next).await.ok()?;
        if is_last {
            return Some(outgoing);
        }
    }
}

/// What a socket waits for.
enum Happening {
    Heard(Heard),
    /// The time for `connection_init` is over, or for what the other side came with.
    Overdue,
    /// Something was taken from who is there.
    Withdrawn(News),
    /// A task found that the socket must be closed.
    Close(Closing),
    /// A task ended: the id of its operation, if it was not ended by us.
    Ended(Option<String>),
    Gone,
    Stop,
    Silence,
}

/// The loop of a socket.
struct Room<R: Roots, F> {
    talk: Rc<Talk<R, F>>,
    out: mpsc::Sender<Out>,
    closes: mpsc::Receiver<Closing>,
    guest: Option<Guest>,
    tasks: Tasks,
    deadline: chrono::DateTime<chrono::Utc>,
    heard_at: Instant,
    asked_at: Instant,
}

impl<R: Roots, F> Room<R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    fn new(session: &Rc<Session<R, F>>, out: mpsc::Sender<Out>) -> Self {
        let (close, closes) = mpsc::channel(1);
        let talk = Rc::new(Talk::new(session, out.clone(), close));
        let deadline = session.sockets.clock.now() + session.sockets.bounds.opening;
        let now = Instant::now();
        Self { talk, out, closes, guest: None, tasks: Tasks::default(), deadline, heard_at: now, asked_at: now }
    }

    /// Talks until there is a reason to end.
    async fn talk(mut self, incoming: &mut Incoming) -> End {
        loop {
            let happening = self.wait(incoming).await;
            let step = match self.consider(happening).await {
                Ok(step) => step,
                Err(end) => return end,
            };
            if let Err(end) = self.take(step).await {
                return end;
            }
        }
    }

    async fn wait(&mut self, incoming: &mut Incoming) -> Happening {
        let sockets = &self.talk.session.sockets;
        let end = self.guest.as_ref().map_or(Some(self.deadline), |guest| guest.viewer.until);
        let overdue = async {
            match end {
                Some(end) => sockets.clock.reached(end).await,
                None => pending().await,
            }
        };
        let withdrawn = async {
            match self.guest.as_ref().and_then(|guest| guest.withdrawals.as_ref()) {
                Some(inbox) => inbox.next().await,
                None => pending().await,
            }
        };
        let silence = self.heard_at.max(self.asked_at) + sockets.bounds.silence / 2;
        tokio::select! {
            heard = incoming.next() => Happening::Heard(heard),
            () = overdue => Happening::Overdue,
            news = withdrawn => Happening::Withdrawn(news),
            Some(closing) = self.closes.recv() => Happening::Close(closing),
            Some(ended) = self.tasks.running.join_next() => Happening::Ended(ended.ok()),
            () = self.out.closed() => Happening::Gone,
            () = sockets.stop.ordered() => Happening::Stop,
            () = sleep_until(silence) => Happening::Silence,
        }
    }

    /// What is to be done about it.
    async fn consider(&mut self, happening: Happening) -> Result<Step, End> {
        match happening {
            Happening::Heard(heard) => {
                self.heard_at = Instant::now();
                self.hear(heard).await
            }
            Happening::Overdue if self.guest.is_some() => Err(Closing::forbidden().into()),
            Happening::Overdue => Err(Closing::too_late().into()),
            Happening::Withdrawn(news) => {
                self.talk.still_admitted(self.guest.as_ref(), &news).await?;
                Ok(Step::Nothing)
            }
            Happening::Close(closing) => Err(closing.into()),
            Happening::Ended(id) => {
                self.tasks.forget(id);
                Ok(Step::Nothing)
            }
            Happening::Gone => Err(End(None)),
            Happening::Stop => {
                self.tasks.end().await;
                Err(Closing::stopping().into())
            }
            Happening::Silence if self.heard_at.elapsed() >= self.talk.session.sockets.bounds.silence => Err(End(None)),
            Happening::Silence => {
                self.asked_at = Instant::now();
                self.out.send(Out::Ping).await?;
                Ok(Step::Nothing)
            }
        }
    }

    async fn hear(&self, heard: Heard) -> Result<Step, End> {
        match heard {
            Heard::Text(text) => Ok(self.talk.conversation.borrow_mut().hear(&text)),
            Heard::Ping(content) => {
                self.out.send(Out::Pong(content)).await?;
                Ok(Step::Nothing)
            }
            Heard::Pong => Ok(Step::Nothing),
            Heard::Close => Err(Closing::normal().into()),
            Heard::Gone => Err(End(None)),
            Heard::Wrong(closing) => Err(closing.into()),
        }
    }

    async fn take(&mut self, step: Step) -> Result<(), End> {
        match step {
            Step::Nothing => {}
            Step::Say(text) => self.out.send(Out::Text(text, None)).await?,
            Step::Close(closing) => return Err(closing.into()),
            Step::End(id) => self.tasks.stop(&id),
            Step::Refuse(id) => self.talk.error(&id, &Answer::error(&too_many(), None)).await,
            Step::Begin { id, parameters } => self.tasks.begin(&self.talk, id, parameters),
            Step::Admit(authorization) => {
                // No task has begun, so that nobody shares it yet.
                if let (Some(authorization), Some(talk)) = (authorization, Rc::get_mut(&mut self.talk)) {
                    talk.authorization = Some(authorization);
                }
                self.guest = Some(self.talk.admit().await?);
                self.talk.conversation.borrow_mut().open();
                let ready = Said::ConnectionAck.text().map_err(|_| End(None))?;
                self.out.send(Out::Text(ready, None)).await?;
            }
        }
        Ok(())
    }
}

/// Resolves when a subscription listens, or has failed to: what comes after it waits for that.
type Begun = Shared<oneshot::Receiver<()>>;

/// The tasks of a socket.
#[derive(Default)]
struct Tasks {
    /// Each gives its id when it ends.
    running: JoinSet<String>,
    by_id: HashMap<String, AbortHandle>,
    listening: Vec<AbortHandle>,
    last_begun: Option<Begun>,
}

impl Tasks {
    fn begin<R: Roots, F>(&mut self, talk: &Rc<Talk<R, F>>, id: String, parameters: Parameters)
    where
        F: AsyncFn(Asked) -> Result<R::Context> + 'static,
    {
        let request_id = RequestId::new(&talk.session.sockets.clock);
        let runner = talk.session.endpoint.runner();
        let limited = talk.session.sockets.limiter.take(talk.session.address);
        let prepared = limited.map_err(NotRun::from).and_then(|()| runner.prepare(parameters, Some(&request_id)));
        let listens = prepared.as_ref().is_ok_and(|operation| operation.kind() == OperationType::Subscription);
        let (begun, is_begun) = oneshot::channel();
        let before = self.last_begun.clone();
        if listens {
            self.last_begun = Some(is_begun.shared());
        }
        let (talk, key) = (Rc::clone(talk), id.clone());
        let span = request_id.span();
        let work = async move {
            if let Some(before) = before {
                // Dropped, not sent: either way it has begun or failed.
                before.await.ok();
            }
            let work = Work { talk: &talk, id: &id, request_id };
            match prepared {
                Ok(operation) if listens => work.listen(&operation, begun).await,
                Ok(operation) => work.run(&operation).await,
                Err(not_run) => work.not_run(not_run).await,
            }
            id
        };
        let handle = self.running.spawn_local(work.instrument(span));
        if listens {
            self.listening.retain(|handle| !handle.is_finished());
            self.listening.push(handle.clone());
        }
        self.by_id.insert(key, handle);
    }

    fn stop(&mut self, id: &str) {
        if let Some(handle) = self.by_id.remove(id) {
            handle.abort();
        }
    }

    fn forget(&mut self, ended: Option<String>) {
        // Another operation may have come under the same id.
        if let Some(id) = ended.filter(|id| self.by_id.get(id).is_some_and(AbortHandle::is_finished)) {
            self.by_id.remove(&id);
        }
    }

    /// Ends subscriptions at once, and waits a while for what else is under way.
    async fn end(&mut self) {
        self.listening.iter().for_each(AbortHandle::abort);
        let all = async { while self.running.join_next().await.is_some() {} };
        timeout(ENDING, all).await.ok();
    }
}
