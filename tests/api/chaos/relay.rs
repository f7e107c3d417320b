//! A mail relay as bad as they come: it turns away, changes its mind, hangs up after it has the mail, and is away for a while.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard},
    thread::{self, JoinHandle},
};

use rand::{RngExt, SeedableRng, rngs::StdRng};

/// A mail that the relay has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Received {
    /// What stands between the brackets of its `Message-ID`, up to the `@`.
    pub(super) id: String,
    /// For whom it is.
    pub(super) recipient: String,
    /// What it is about.
    pub(super) subject: String,
}

/// The relay.
pub(super) struct Relay {
    port: u16,
    inside: Arc<Mutex<Inside>>,
    listening: Option<JoinHandle<()>>,
}

struct Inside {
    open: bool,
    random: StdRng,
    received: Vec<Received>,
    faults: BTreeMap<&'static str, u32>,
    streams: Vec<TcpStream>,
}

/// What goes wrong with a mail.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    HangUpAtOnce,
    LaterAtRecipient,
    LaterAfterData,
    HangUpAfterData,
}

impl Relay {
    /// Opens one whose moods come from `seed`.
    pub(super) fn open(seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its own").port();
        let (random, faults) = (StdRng::seed_from_u64(seed), BTreeMap::new());
        let inside = Inside { open: true, random, received: Vec::new(), faults, streams: Vec::new() };
        let mut relay = Self { port, inside: Arc::new(Mutex::new(inside)), listening: None };
        relay.listen(listener);
        relay
    }

    /// Its address, for the transport.
    pub(super) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Every mail that it ever had, in the order in which they came.
    pub(super) fn received(&self) -> Vec<Received> {
        self.inside().received.clone()
    }

    /// How often what went wrong.
    pub(super) fn faults(&self) -> BTreeMap<&'static str, u32> {
        self.inside().faults.clone()
    }

    /// Kills it: conversations break off, and nobody listens.
    pub(super) fn kill(&mut self) {
        {
            let mut inside = self.inside();
            inside.open = false;
            for stream in inside.streams.drain(..) {
                let _gone = stream.shutdown(Shutdown::Both);
            }
        }
        // Wakes the thread that waits for somebody to come.
        let _turned_away = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listening) = self.listening.take() {
            listening.join().expect("it ends");
        }
    }

    /// Opens it again at the same address.
    pub(super) fn open_again(&mut self) {
        self.inside().open = true;
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("its own port");
        self.listen(listener);
    }

    fn listen(&mut self, listener: TcpListener) {
        let inside = Arc::clone(&self.inside);
        self.listening = Some(thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let mut now = lock(&inside);
                if !now.open {
                    return;
                }
                now.streams.extend(stream.try_clone());
                drop(now);
                let inside = Arc::clone(&inside);
                thread::spawn(move || talk(stream, &inside));
            }
        }));
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        lock(&self.inside)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.kill();
    }
}

fn lock(inside: &Mutex<Inside>) -> MutexGuard<'_, Inside> {
    inside.lock().expect("no panic while holding the lock")
}

impl Inside {
    fn fault(&mut self) -> Fault {
        let (fault, name) = match self.random.random_range(0..100) {
            0..4 => (Fault::HangUpAtOnce, "hung up at once"),
            4..8 => (Fault::LaterAtRecipient, "4xx for the recipient"),
            8..12 => (Fault::LaterAfterData, "4xx after the data"),
            12..18 => (Fault::HangUpAfterData, "hung up after the data"),
            _ => (Fault::None, "none"),
        };
        *self.faults.entry(name).or_default() += 1;
        fault
    }
}

/// SMTP as far as a client of ours needs it, mail by mail. Ends with the connection.
fn talk(mut stream: TcpStream, inside: &Mutex<Inside>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    stream.write_all(b"220 moody\r\n").ok()?;
    let (mut fault, mut recipient) = (Fault::None, String::new());
    while let Some(Ok(line)) = lines.next() {
        let verb = line.get(..4).unwrap_or_default().to_uppercase();
        let answer: &[u8] = match verb.as_str() {
            "MAIL" => {
                fault = lock(inside).fault();
                if fault == Fault::HangUpAtOnce {
                    return hang_up(&stream);
                }
                b"250 fine\r\n"
            }
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1)?.to_owned();
                match fault {
                    // Nobody is ever there, whatever the mood.
                    _ if recipient.starts_with("gone-") => b"550 5.1.1 no such user\r\n",
                    Fault::LaterAtRecipient => b"451 4.7.1 not now\r\n",
                    _ => b"250 fine\r\n",
                }
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").ok()?;
                let mut mail: Vec<String> = Vec::new();
                // Half a mail of a program that was killed is none.
                while mail.last().is_none_or(|line| line != ".") {
                    mail.push(lines.next()?.ok()?);
                }
                if fault == Fault::LaterAfterData {
                    b"452 4.3.1 no room\r\n"
                } else {
                    let header = |name: &str| {
                        let at = mail.iter().position(|line| line.starts_with(name)).expect("every mail has it");
                        let more = mail[at + 1..].iter().take_while(|line| line.starts_with(' '));
                        mail[at][name.len()..].to_owned() + &more.map(String::as_str).collect::<String>()
                    };
                    let id = header("Message-ID: <").split('@').next()?.to_owned();
                    let received = Received { id, recipient: recipient.clone(), subject: header("Subject: ") };
                    lock(inside).received.push(received);
                    if fault == Fault::HangUpAfterData {
                        return hang_up(&stream);
                    }
                    b"250 taken\r\n"
                }
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 fine\r\n",
        };
        stream.write_all(answer).ok()?;
    }
    Some(())
}

fn hang_up(stream: &TcpStream) -> Option<()> {
    stream.shutdown(Shutdown::Both).ok()
}
