//! Two sides of the bench of mails: a relay on loopback that takes every mail, and a bare loop of lettre that hands one mail over again and again.
//!
//! `relay sink FILE` prints its address. For each number on its standard input it waits until it has taken so many mails, and prints the seconds
//! from the first greeting of a mail to the end of the last; the first mail is kept in FILE. `relay loop ADDRESS COUNT FILE` sends the mail in
//! FILE.

use std::{
    env, fs, io,
    os::fd::{AsRawFd, RawFd},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor, address::Envelope};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What the relay has taken.
#[derive(Default)]
struct Taken {
    mails: AtomicUsize,
    began: Mutex<Option<Instant>>,
    one_more: Notify,
    first: PathBuf,
}

fn main() -> Outcome<()> {
    // `cargo bench` calls it with `--bench`: then there is nothing to do, because both sides are run by run.py.
    let arguments: Vec<String> = env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["sink", file] => runtime.block_on(sink(Path::new(file))),
        ["loop", address, count, file] => runtime.block_on(send(address, count.parse()?, Path::new(file))),
        _ => {
            eprintln!("usage: relay sink FILE | relay loop ADDRESS COUNT FILE");
            Ok(())
        }
    }
}

async fn sink(file: &Path) -> Outcome<()> {
    let taken: &'static Taken = Box::leak(Box::new(Taken { first: file.to_owned(), ..Taken::default() }));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            tokio::spawn(serve(client, taken));
        }
    });
    while let Some(count) = tokio::task::spawn_blocking(|| io::stdin().lines().next()).await? {
        let count: usize = count?.trim().parse()?;
        loop {
            let next = taken.one_more.notified();
            if taken.mails.load(Ordering::SeqCst) >= count {
                break;
            }
            next.await;
        }
        let began = taken.began.lock().map_err(|_| "a session panicked")?.take();
        println!("{}", began.map_or(0.0, |began| began.elapsed().as_secs_f64()));
    }
    Ok(())
}

async fn serve(client: TcpStream, taken: &Taken) -> io::Result<()> {
    client.set_nodelay(true)?;
    let socket = client.as_raw_fd();
    let (reader, mut writer) = client.into_split();
    let mut lines = BufReader::with_capacity(1 << 16, reader);
    writer.write_all(b"220 relay ESMTP\r\n").await?;
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let command = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match command.as_str() {
            "EHLO" => b"250-relay\r\n250 8BITMIME\r\n",
            "MAIL" => {
                if let Ok(mut began) = taken.began.lock() {
                    began.get_or_insert_with(Instant::now);
                }
                b"250 2.1.0 yes\r\n"
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                let mail = read_mail(&mut lines, socket).await?;
                if taken.mails.fetch_add(1, Ordering::SeqCst) == 0 {
                    fs::write(&taken.first, mail)?;
                }
                taken.one_more.notify_waiters();
                b"250 2.0.0 taken\r\n"
            }
            "QUIT" => return writer.write_all(b"221 2.0.0 bye\r\n").await,
            _ => b"250 2.0.0 yes\r\n",
        };
        writer.write_all(answer).await?;
    }
}

/// Tells the sender at once that its bytes came. Left to itself the kernel waits up to 40 ms for something to send with the news, and lettre for it.
fn acknowledge(socket: RawFd) {
    let (yes, size) = (1_i32, size_of::<i32>() as libc::socklen_t);
    // SAFETY: the socket is open, and the kernel reads one number of the size that it is told.
    unsafe { libc::setsockopt(socket, libc::IPPROTO_TCP, libc::TCP_QUICKACK, (&raw const yes).cast(), size) };
}

/// A mail up to the line with a dot alone, which is no part of it.
async fn read_mail(lines: &mut (impl AsyncBufReadExt + Unpin), socket: RawFd) -> io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    loop {
        acknowledge(socket);
        let begin = mail.len();
        if lines.read_until(b'\n', &mut mail).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if &mail[begin..] == b".\r\n" {
            mail.truncate(begin);
            return Ok(mail);
        }
    }
}

async fn send(address: &str, count: usize, file: &Path) -> Outcome<()> {
    let mail = fs::read(file)?;
    let relay = AsyncSmtpTransport::<Tokio1Executor>::from_url(&format!("smtp://{address}"))?.build::<Tokio1Executor>();
    let envelope = Envelope::new(Some("darasa@example.org".parse()?), vec!["reader@example.org".parse()?])?;
    for _ in 0..count {
        relay.send_raw(&envelope, &mail).await?;
    }
    Ok(())
}
