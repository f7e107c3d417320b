//! Who stops the program waits neither for ever nor in vain: nothing new is begun, what is under way has its time, and the rest is given back.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use darasa::{
    app::jobs::templates,
    kit::{
        Call, Result,
        db::Pools,
        jobs::{self, Job, Runner},
        mail::{outbox, transport::Transport},
        stop::Stop,
    },
};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    crash::Installation,
    support::{
        TestApp,
        served::{Served, eventually},
    },
};

/// A relay that takes its time over every mail, or never says a word about it.
struct Relay {
    port: u16,
    /// Told when the data of a mail has come.
    data: mpsc::Receiver<()>,
    taken: Arc<AtomicUsize>,
}

impl Relay {
    fn start(pause: Option<Duration>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its own").port();
        let (tell, data) = mpsc::channel();
        let taken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&taken);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (tell, count) = (tell.clone(), Arc::clone(&count));
                thread::spawn(move || talk(stream, pause, &tell, &count));
            }
        });
        Self { port, data, taken }
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }
}

/// SMTP as far as lettre needs it. Ends with the connection.
fn talk(mut stream: TcpStream, pause: Option<Duration>, tell: &mpsc::Sender<()>, count: &AtomicUsize) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    stream.write_all(b"220 slow\r\n").ok()?;
    while let Some(Ok(line)) = lines.next() {
        if line != "DATA" {
            stream.write_all(b"250 fine\r\n").ok()?;
            continue;
        }
        stream.write_all(b"354 go on\r\n").ok()?;
        lines.by_ref().map_while(Result::ok).find(|line| line == ".")?;
        tell.send(()).ok();
        thread::sleep(pause.unwrap_or(Duration::from_secs(60)));
        count.fetch_add(1, Ordering::Relaxed);
        stream.write_all(b"250 taken\r\n").ok()?;
    }
    Some(())
}

/// Mails to others with the words of the first: more than a relay is given at once.
const SEVEN_MORE: &str =
    "insert into outbox_messages (id, recipient, language, template, payload, next_attempt_at, created_at)
    select gen_random_uuid(), 'reader' || n || '@example.org', language, template, payload, next_attempt_at, created_at
    from generate_series(1, 7) n, (select * from outbox_messages order by id limit 1) first";

const RESET: &str = "mutation { requestPasswordReset(email: \"admin@example.org\") }";

#[test]
fn who_is_told_that_it_listens_may_tell_it_to_stop_at_once() {
    let installation = Installation::new();
    for _ in 0..5 {
        let program = installation.start();
        program.terminate();
        assert_eq!(program.ended(), Some(0), "it ended by itself, and not by the signal");
    }
}

#[actix_web::test]
async fn a_program_with_a_slow_relay_ends_after_the_eight_mails_under_way_and_gives_the_others_back() {
    let installation = Installation::new();
    // A relay that is away leaves three mails to be sent, and seven more make ten.
    let nowhere = [("DARASA_SMTP_URL", "smtp://127.0.0.1:1")];
    let program = Served::start(&installation.database.url, installation.folder.path(), &nowhere);
    for _ in 0..3 {
        installation.ask(&program.url, "", RESET, json!({})).await;
    }
    eventually("all were tried", async || {
        installation.sql("select 1 from outbox_messages where state <> 'queued' or attempts = 0").is_empty()
    })
    .await;
    program.terminate();
    assert_eq!(program.ended(), Some(0));
    installation.sql("update outbox_messages set next_attempt_at = now()");
    installation.sql(SEVEN_MORE);

    let relay = Relay::start(Some(Duration::from_secs(1)));
    let slow = [("DARASA_SMTP_URL", relay.url())];
    let slow = slow.each_ref().map(|(name, value)| (*name, value.as_str()));
    let program = Served::start(&installation.database.url, installation.folder.path(), &slow);
    relay.data.recv_timeout(Duration::from_secs(20)).expect("a first mail");
    let stopped = Instant::now();
    program.terminate();
    assert_eq!(program.ended(), Some(0));
    assert!(stopped.elapsed() < Duration::from_secs(10), "it took {:?}", stopped.elapsed());
    assert_eq!(relay.taken.load(Ordering::Relaxed), 8);
    let states = "select state || ' ' || count(*) from outbox_messages where state = 'sent' or next_attempt_at <= now() \
        group by state order by state";
    assert_eq!(installation.sql(states), ["queued 2", "sent 8"]);
}

#[actix_web::test]
async fn a_mail_at_a_relay_that_never_answers_is_left_as_unknown_when_the_patience_ends() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.ok("", RESET, json!({})).await;
    let relay = Relay::start(None);
    let transport = Transport::smtp(&relay.url(), "Darasa <darasa@darasa.test>").expect("a relay");
    let stop = Stop::with_patience(Duration::from_millis(300));
    let (call, templates) = (app.program(), templates());
    let order = async {
        eventually("the relay has the mail", async || relay.data.try_recv().is_ok()).await;
        stop.order();
    };
    let began = Instant::now();
    let (sent, ()) = futures::join!(outbox::dispatch(&call, &templates, &transport, &stop), order);
    assert_eq!(sent.expect("the outbox is there"), 1);
    assert!(began.elapsed() < Duration::from_secs(15), "it took {:?}", began.elapsed());
    assert_eq!(app.sql("select state from outbox_messages"), ["unknown"]);
    app.work().await;
    assert_eq!(app.sql("select state from outbox_messages"), ["sent"], "the next one sends it again");
}

#[actix_web::test]
async fn mails_that_wait_long_for_their_turn_stay_in_one_hand() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.ok("", RESET, json!({})).await;
    app.ok("", RESET, json!({})).await;
    app.sql(SEVEN_MORE);
    let relay = Relay::start(Some(Duration::from_secs(1)));
    let transport = Transport::smtp(&relay.url(), "Darasa <darasa@darasa.test>").expect("a relay");
    let (call, templates, stop) = (app.program(), templates(), Stop::default());
    let meanwhile = async {
        for _ in 0..8 {
            eventually("the relay has the first mails", async || relay.data.try_recv().is_ok()).await;
        }
        // It took 70 s over them, and the ninth waits with 50 s of its lease left.
        app.advance(chrono::TimeDelta::seconds(70));
        eventually("the relay has the last mail", async || relay.data.try_recv().is_ok()).await;
        app.advance(chrono::TimeDelta::seconds(60));
        let due = format!(
            "select 1 from outbox_messages where state = 'sending' and next_attempt_at <= '{}'",
            app.clock.now()
        );
        assert!(app.sql(&due).is_empty(), "another worker would send it, too");
    };
    let (sent, ()) = futures::join!(outbox::dispatch(&call, &templates, &transport, &stop), meanwhile);
    assert_eq!(sent.expect("the outbox is there"), 9);
    assert_eq!(relay.taken.load(Ordering::Relaxed), 9);
}

/// A job that never ends.
#[derive(Serialize, Deserialize)]
struct Endless;

impl Job for Endless {
    const KIND: &'static str = "test.endless";

    async fn run(self, _: Call) -> Result<()> {
        std::future::pending().await
    }
}

#[actix_web::test]
async fn a_job_that_does_not_end_in_time_is_put_back_and_none_is_begun_after_the_order() {
    let app = TestApp::start().await;
    let program = app.program();
    let enqueued = program.transact((), |transaction, ()| async { jobs::enqueue(transaction, &Endless).await }.boxed());
    enqueued.await.expect("it is enqueued");
    let (pools, tools) = (Arc::new(Pools::new(&app.database_url, 2).expect("pools")), Arc::clone(&app.state().tools));
    let (runner, stop) = (Runner::default().with::<Endless>(), Stop::with_patience(Duration::from_millis(100)));
    let order = async {
        eventually("it runs", async || app.sql("select 1 from jobs where leased_until is not null") == ["1"]).await;
        stop.order();
    };
    let (ran, ()) = futures::join!(runner.run_due(&pools, &tools, &stop), order);
    assert_eq!(ran.expect("the table is there"), 1);
    assert_eq!(app.sql("select attempts || ' ' || (leased_until is null) from jobs"), ["1 true"]);
    assert_eq!(runner.run_due(&pools, &tools, &stop).await.expect("the table is there"), 0);
    app.sql("delete from jobs");
}
