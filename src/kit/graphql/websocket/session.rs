//! One socket, from its opening to its close.
//!
//! Everything of it runs on the thread of its connection: a loop that hears, a writer, and a task for each operation. An answer is made only when
//! there is a place for it ([`RUNNING`]), and stays there until the writer has taken it, so that who sends much and reads little holds a few answers and no
//! connection to the database. Events wait in an inbox where the same one counts once.

use std::{cell::RefCell, collections::HashMap, future::pending, rc::Rc, time::Duration};

use actix_web::web;
use futures::future::{FutureExt, Shared};
use juniper::OperationType;
use tokio::{
    sync::{Semaphore, mpsc, oneshot},
    task::{AbortHandle, JoinSet},
    time::{Instant, sleep_until, timeout},
};

use super::{
    Asked, Holder, Place, Sockets,
    frames::{Heard, Incoming, Out, Outgoing},
    protocol::{Closing, Conversation, Said, Step, too_many},
};
use crate::kit::{
    Code, Error, Result,
    auth::{self, Viewer},
    events::{Event, Inbox, News},
    graphql::{
        http::Endpoint,
        listening::Listening,
        request::Parameters,
        roots::{RequestContext, Roots},
        run::{Answer, Charge, NotRun, Operation, Ran, Runner},
    },
    telemetry::RequestId,
};

/// How many operations of one socket run at the same time, or have an answer that the other side has not read.
const RUNNING: usize = 4;
/// How long finding out who is there, and beginning to listen, may take.
const BEGINNING: Duration = Duration::from_secs(10);
/// How long the other side has to close its end, after we said why we close ours.
const FAREWELL: Duration = Duration::from_secs(2);
/// How long operations that are under way have to end when the program stops: less than what the program leaves to requests.
const ENDING: Duration = Duration::from_secs(12);

/// What a socket is served with.
pub(super) struct Session<R: Roots, F> {
    pub sockets: Sockets,
    pub endpoint: web::Data<Endpoint<R>>,
    pub make_context: F,
    pub address: std::net::IpAddr,
    pub authorization: Option<String>,
    pub _place: Place,
}

/// What the tasks of a socket share.
struct Talk<R: Roots, F> {
    session: Rc<Session<R, F>>,
    /// What came with `connection_init`, or with the request that opened the socket.
    authorization: Option<String>,
    conversation: RefCell<Conversation>,
    running: Semaphore,
    out: mpsc::Sender<Out>,
    /// For a task that finds that the socket must be closed.
    close: mpsc::Sender<Closing>,
}

/// Who was let in.
struct Guest {
    viewer: Viewer,
    /// Where we hear that something was taken from them.
    withdrawals: Option<Inbox>,
    _place: Option<Place>,
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

impl<R: Roots, F> Session<R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    /// Serves the socket until it is closed.
    pub async fn serve(self: Rc<Self>, mut incoming: Incoming, outgoing: Outgoing, agreed: bool) {
        let (out, sent) = mpsc::channel(1);
        let mut writer = actix_web::rt::spawn(write(outgoing, sent));
        let closing = if agreed { self.talk(&mut incoming, &out).await } else { Some(Closing::subprotocol()) };
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

    /// Talks until there is a reason to close; none when the connection is gone.
    async fn talk(self: &Rc<Self>, incoming: &mut Incoming, out: &mpsc::Sender<Out>) -> Option<Closing> {
        let (close, mut closes) = mpsc::channel(1);
        let mut talk = Rc::new(Talk {
            session: Rc::clone(self),
            authorization: self.authorization.clone(),
            conversation: RefCell::new(Conversation::new()),
            running: Semaphore::new(RUNNING),
            out: out.clone(),
            close,
        });
        let (clock, bounds) = (&self.sockets.clock, self.sockets.bounds);
        let deadline = clock.now() + bounds.opening;
        let mut guest: Option<Guest> = None;
        let mut tasks = Tasks::default();
        let (mut heard_at, mut asked_at) = (Instant::now(), Instant::now());
        loop {
            let end = guest.as_ref().map_or(Some(deadline), |guest| guest.viewer.until);
            let overdue = async {
                match end {
                    Some(end) => clock.reached(end).await,
                    None => pending().await,
                }
            };
            let withdrawn = async {
                match guest.as_ref().and_then(|guest| guest.withdrawals.as_ref()) {
                    Some(inbox) => inbox.next().await,
                    None => pending().await,
                }
            };
            let step = tokio::select! {
                heard = incoming.next() => {
                    heard_at = Instant::now();
                    match heard {
                        Heard::Text(text) => talk.conversation.borrow_mut().hear(&text),
                        Heard::Ping(content) => {
                            out.send(Out::Pong(content)).await.ok()?;
                            Step::Nothing
                        }
                        Heard::Pong => Step::Nothing,
                        Heard::Close => return Some(Closing::normal()),
                        Heard::Gone => return None,
                        Heard::Wrong(closing) => Step::Close(closing),
                    }
                }
                () = overdue => Step::Close(if guest.is_some() { Closing::forbidden() } else { Closing::too_late() }),
                news = withdrawn => match talk.still_admitted(guest.as_ref(), &news).await {
                    Ok(()) => Step::Nothing,
                    Err(closing) => Step::Close(closing),
                },
                Some(closing) = closes.recv() => Step::Close(closing),
                Some(ended) = tasks.running.join_next() => {
                    tasks.forget(ended.ok());
                    Step::Nothing
                }
                () = out.closed() => return None,
                () = self.sockets.stop.ordered() => {
                    tasks.end().await;
                    Step::Close(Closing::stopping())
                }
                () = sleep_until(heard_at.max(asked_at) + bounds.silence / 2) => {
                    if heard_at.elapsed() >= bounds.silence {
                        return None;
                    }
                    asked_at = Instant::now();
                    out.send(Out::Ping).await.ok()?;
                    Step::Nothing
                }
            };
            match step {
                Step::Nothing => {}
                Step::Say(text) => out.send(Out::Text(text)).await.ok()?,
                Step::Close(closing) => return Some(closing),
                Step::End(id) => tasks.stop(&id),
                Step::Refuse(id) => talk.error(&id, &Answer::error(&too_many(), None)).await,
                Step::Begin { id, parameters } => tasks.begin(&talk, id, parameters),
                Step::Admit(authorization) => {
                    let shared = Rc::get_mut(&mut talk)?;
                    shared.authorization = authorization.or_else(|| self.authorization.clone());
                    match talk.admit().await {
                        Ok(admitted) => guest = Some(admitted),
                        Err(closing) => return Some(closing),
                    }
                    talk.conversation.borrow_mut().open();
                    out.send(Out::Text(Said::ConnectionAck.text().ok()?)).await.ok()?;
                }
            }
        }
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
        let handle = self.running.spawn_local(async move {
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
        });
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

impl<R: Roots, F> Talk<R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    async fn context(&self, request_id: RequestId, listening: Option<Listening>) -> Result<R::Context> {
        let asked = Asked { authorization: self.authorization.clone(), request_id, listening };
        (self.session.make_context)(asked).await
    }

    /// Finds out who is there.
    async fn who(&self) -> Result<Viewer, Closing> {
        let request_id = RequestId::new(&self.session.sockets.clock);
        match timeout(BEGINNING, self.context(request_id, None)).await {
            Ok(Ok(context)) => Ok(context.viewer().clone()),
            Ok(Err(error)) if error.code() == Code::Unauthenticated => Err(Closing::unauthorized()),
            Ok(Err(error)) => {
                error.log();
                Err(Closing::again("it cannot be found out now who you are"))
            }
            Err(_) => Err(Closing::again("it takes too long to find out who you are")),
        }
    }

    /// Lets in who is there.
    async fn admit(&self) -> Result<Guest, Closing> {
        let sockets = &self.session.sockets;
        let viewer = self.who().await?;
        let Some(user) = viewer.user else { return Ok(Guest { viewer, withdrawals: None, _place: None }) };
        let place =
            sockets.place(Holder::User(user)).ok_or_else(|| Closing::again("you have too many sockets open"))?;
        // What is taken from them from here on is heard of; what was taken meanwhile is found by asking once more.
        let withdrawals = sockets.bus.inbox(vec![auth::withdrawals(user)]);
        let listening = timeout(BEGINNING, sockets.bus.listening()).await;
        listening.map_err(|_| Closing::again("the database cannot be reached"))?;
        let viewer = self.who().await?;
        Ok(Guest { viewer, withdrawals: Some(withdrawals), _place: Some(place) })
    }

    /// Looks again who is there, because something was taken from them.
    async fn still_admitted(&self, guest: Option<&Guest>, news: &News) -> Result<(), Closing> {
        if *news == News::Lost {
            return Err(Closing::again("the database was out of reach for a moment"));
        }
        match self.who().await {
            Ok(viewer) if guest.is_some_and(|guest| guest.viewer.kept_by(&viewer)) => Ok(()),
            Ok(_) => Err(Closing::forbidden()),
            Err(closing) if closing == Closing::unauthorized() => Err(Closing::forbidden()),
            Err(closing) => Err(closing),
        }
    }

    async fn say(&self, said: &Said<'_>) {
        match said.text() {
            // Where nobody takes it the socket is about to end.
            Ok(text) => drop(self.out.send(Out::Text(text)).await),
            Err(error) => {
                error.log();
                self.close(Closing::again("an answer could not be written"));
            }
        }
    }

    /// Tells that an operation failed as a whole, if somebody still waits for it.
    async fn error(&self, id: &str, answer: &Answer) {
        self.say(&Said::Error { id, payload: &answer.errors }).await;
    }

    fn close(&self, closing: Closing) {
        // The first reason counts.
        self.close.try_send(closing).ok();
    }
}

/// One operation on its way.
struct Work<'t, R: Roots, F> {
    talk: &'t Talk<R, F>,
    id: &'t str,
    request_id: RequestId,
}

/// What became of a piece of news.
enum Told<C> {
    Tell(Ran<C>),
    /// It is not for this viewer.
    Nothing,
    Close(Closing),
}

impl<R: Roots, F> Work<'_, R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    /// A query or a mutation.
    async fn run(&self, operation: &Operation<R>) {
        let Ok(_place) = self.talk.running.acquire().await else { return };
        let make_context = async || self.talk.context(self.request_id.clone(), None).await;
        let ran = self.runner().run(operation, Some(&self.request_id), Charge::Before, make_context).await;
        match ran {
            Ok(Ran { answer, context }) => {
                // Its connection to the database goes back before anybody waits for the other side to read.
                drop(context);
                self.talk.say(&Said::Next { id: self.id, payload: &answer }).await;
                self.complete().await;
            }
            Err(not_run) => self.not_run(not_run).await,
        }
    }

    async fn complete(&self) {
        if self.talk.conversation.borrow_mut().finish(self.id) {
            self.talk.say(&Said::Complete { id: self.id }).await;
        }
    }

    async fn not_run(&self, not_run: NotRun) {
        let answer = match not_run {
            NotRun::CannotRun(answer) => answer,
            NotRun::Failed(error) if error.code() == Code::Unauthenticated => {
                return self.talk.close(Closing::forbidden());
            }
            NotRun::Failed(error) => {
                error.log();
                Answer::error(&error, Some(&self.request_id))
            }
        };
        if self.talk.conversation.borrow_mut().finish(self.id) {
            self.talk.error(self.id, &answer).await;
        }
    }

    /// A subscription: `begun` is dropped when it listens or has failed to.
    async fn listen(&self, operation: &Operation<R>, begun: oneshot::Sender<()>) {
        let inbox = match self.begin_to_listen(operation).await {
            Ok(inbox) => inbox,
            Err(not_run) => return self.not_run(not_run).await,
        };
        drop(begun);
        loop {
            let News::Event(event) = inbox.next().await else {
                return self.talk.close(Closing::again("something may have been missed"));
            };
            let Ok(_place) = self.talk.running.acquire().await else { return };
            match self.tell(operation, event).await {
                Told::Tell(Ran { answer, context }) => {
                    drop(context);
                    self.talk.say(&Said::Next { id: self.id, payload: &answer }).await;
                }
                Told::Nothing => {}
                Told::Close(closing) => return self.talk.close(closing),
            }
        }
    }

    async fn begin_to_listen(&self, operation: &Operation<R>) -> Result<Inbox, NotRun> {
        let place = self.talk.running.acquire().await.map_err(|_| Error::bug("the places were closed"))?;
        let listening = Listening::beginning();
        let make_context = async || self.talk.context(self.request_id.clone(), Some(listening.clone())).await;
        let ran = self.runner().run(operation, Some(&self.request_id), Charge::Before, make_context).await?;
        drop(place);
        let topics = listening.topics();
        if topics.is_empty() {
            let mut answer = Answer { data: None, ..ran.answer };
            if answer.errors.is_empty() {
                let message = "the subscription listens for nothing: its field was left out by a directive";
                let error = Error::new(Code::Invalid, "subscription-of-nothing", message);
                answer = Answer::error(&error, Some(&self.request_id));
            }
            return Err(NotRun::CannotRun(answer));
        }
        let bus = &self.talk.session.sockets.bus;
        let inbox = bus.inbox(topics);
        let listening = timeout(BEGINNING, bus.listening()).await;
        listening.map_err(Error::unavailable)?;
        Ok(inbox)
    }

    /// Asks the root field what the event is to this viewer, as they are now.
    async fn tell(&self, operation: &Operation<R>, event: Event) -> Told<R::Context> {
        let listening = Listening::on(event);
        let request_id = RequestId::new(&self.talk.session.sockets.clock);
        let make_context = async || self.talk.context(request_id.clone(), Some(listening.clone())).await;
        let failed = |error: &Error| {
            error.log();
            Told::Close(closing_after(error.code().as_str()))
        };
        match self.runner().run(operation, Some(&request_id), Charge::Later, make_context).await {
            Ok(ran) if listening.has_told() => match Runner::charge(operation, &ran.context).await {
                Ok(()) => Told::Tell(ran),
                Err(error) => failed(&error),
            },
            Ok(_) if listening.is_silent() => Told::Nothing,
            // An error of the root field would tell that something happened to who may no longer know.
            Ok(Ran { answer, .. }) | Err(NotRun::CannotRun(answer)) => {
                let code = answer.errors.iter().find_map(|error| error["extensions"]["code"].as_str());
                Told::Close(closing_after(code.unwrap_or_default()))
            }
            Err(NotRun::Failed(error)) => failed(&error),
        }
    }

    fn runner(&self) -> &Runner<R> {
        self.talk.session.endpoint.runner()
    }
}

/// How a socket is closed when news could not be told for an error of this code: what was taken from the viewer, and all else, which may pass.
fn closing_after(code: &str) -> Closing {
    match [Code::Unauthenticated, Code::Forbidden, Code::NotFound].iter().any(|lost| lost.as_str() == code) {
        true => Closing::forbidden(),
        false => Closing::again("something could not be told"),
    }
}
