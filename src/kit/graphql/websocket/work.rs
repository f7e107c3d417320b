//! The work that a socket asks for: finding out who is there, and each operation, from its first message to its last.

use std::{
    cell::RefCell,
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::{
    sync::{Semaphore, mpsc, oneshot},
    time::timeout,
};
use tracing::Instrument;

use super::{
    Asked, Holder, Place, Session,
    frames::Out,
    protocol::{Closing, Conversation, Said},
};
use crate::kit::{
    Code, Error, Result,
    auth::{self, Viewer},
    events::{Event, Inbox, News},
    graphql::{
        listening::Listening,
        roots::{RequestContext, Roots},
        run::{Answer, Charge, NotRun, Operation, Ran, Runner},
    },
    telemetry::RequestId,
};

/// How many operations of one socket run at the same time, or have an answer that the other side has not read.
const RUNNING: usize = 4;
/// The largest answer, in bytes of its text.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;
/// How long finding out who is there, and beginning to listen, may take.
const BEGINNING: Duration = Duration::from_secs(10);

/// What the tasks of a socket share.
pub(super) struct Talk<R: Roots, F> {
    pub session: Rc<Session<R, F>>,
    /// What came with `connection_init`, or with the request that opened the socket.
    pub authorization: Option<String>,
    pub conversation: RefCell<Conversation>,
    running: Semaphore,
    out: mpsc::Sender<Out>,
    /// For a task that finds that the socket must be closed.
    close: mpsc::Sender<Closing>,
}

/// Who was let in.
pub(super) struct Guest {
    pub viewer: Viewer,
    /// Where we hear that something was taken from them.
    pub withdrawals: Option<Inbox>,
    _place: Option<Place>,
}

impl<R: Roots, F> Talk<R, F>
where
    F: AsyncFn(Asked) -> Result<R::Context> + 'static,
{
    pub fn new(session: &Rc<Session<R, F>>, out: mpsc::Sender<Out>, close: mpsc::Sender<Closing>) -> Self {
        Self {
            session: Rc::clone(session),
            authorization: session.authorization.clone(),
            conversation: RefCell::new(Conversation::new()),
            running: Semaphore::new(RUNNING),
            out,
            close,
        }
    }

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
    pub async fn admit(&self) -> Result<Guest, Closing> {
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
    pub async fn still_admitted(&self, guest: Option<&Guest>, news: &News) -> Result<(), Closing> {
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

    /// Says it when there is room for it: whether it was said. If not, the socket is about to end.
    async fn say(&self, text: Result<String>) -> bool {
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                error.log();
                self.close(Closing::again("an answer could not be written"));
                return false;
            }
        };
        // Nobody waits here for those who do not read: their memory is what is short.
        match self.session.sockets.hold(text.len()) {
            Ok(held) => self.out.send(Out::Text(text, held)).await.is_ok(),
            Err(_) => {
                self.close(Closing::again("too much waits to be read"));
                false
            }
        }
    }

    /// Tells that an operation failed as a whole.
    pub async fn error(&self, id: &str, answer: &Answer) {
        self.say(Said::Error { id, payload: &answer.errors }.text()).await;
    }

    fn close(&self, closing: Closing) {
        // The first reason counts.
        self.close.try_send(closing).ok();
    }
}

/// One operation on its way.
pub(super) struct Work<'t, R: Roots, F> {
    pub talk: &'t Talk<R, F>,
    pub id: &'t str,
    pub request_id: RequestId,
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
    pub async fn run(&self, operation: &Operation<R>) {
        let Ok(_place) = self.talk.running.acquire().await else { return };
        let make_context = async || self.talk.context(self.request_id.clone(), None).await;
        let began = Instant::now();
        let ran = self.runner().run(operation, Some(&self.request_id), Charge::Before, make_context).await;
        let duration = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(socket.duration_ms = duration, "an operation over a websocket took {duration} ms");
        match ran {
            Ok(Ran { answer, context }) => {
                drop(context);
                if self.next(answer).await {
                    self.complete().await;
                }
            }
            Err(not_run) => self.not_run(not_run).await,
        }
    }

    /// Says an answer; false when it could not be said, and the operation has ended. By then the context is gone, and its connection to the database
    /// with it: nobody else waits for the other side to read.
    async fn next(&self, answer: Answer) -> bool {
        let text = Said::Next { id: self.id, payload: &answer }.text();
        // As text it takes a tenth.
        drop(answer);
        if text.as_ref().is_ok_and(|text| text.len() > LARGEST_ANSWER) {
            let message = "the answer is larger than 8 MB; ask for less at once";
            self.not_run(Error::new(Code::TooLarge, "socket-answer-too-large", message).into()).await;
            return false;
        }
        self.talk.say(text).await
    }

    async fn complete(&self) {
        if self.talk.conversation.borrow_mut().finish(self.id) {
            self.talk.say(Said::Complete { id: self.id }.text()).await;
        }
    }

    pub async fn not_run(&self, not_run: NotRun) {
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
    pub async fn listen(&self, operation: &Operation<R>, begun: oneshot::Sender<()>) {
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
                    if !self.next(answer).await {
                        return;
                    }
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
        let Ran { answer, context } = ran;
        drop((context, place));
        let topics = listening.topics();
        if topics.is_empty() {
            let mut answer = Answer { data: None, ..answer };
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
        let asked = self.runner().run(operation, Some(&request_id), Charge::Later, make_context);
        match asked.instrument(request_id.span()).await {
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
