//! A mail relay that refuses some addresses.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A relay on a port of this machine.
pub struct Relay {
    /// Its address, for the transport.
    pub url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Relay {
    /// Starts one that answers to a recipient as `answer` says, such as `250 ok` or `550 5.1.1 no such user`.
    pub async fn start(answer: fn(&str) -> String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        actix_web::rt::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                actix_web::rt::spawn(talk(stream, answer, Arc::clone(&seen)));
            }
        });
        Self { url, asked }
    }

    /// The recipients that it was asked to take mail for.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic while holding the lock").clone()
    }
}

async fn talk(mut stream: TcpStream, answer: fn(&str) -> String, asked: Arc<Mutex<Vec<String>>>) {
    let (reader, mut writer) = stream.split();
    let mut lines = BufReader::new(reader).lines();
    let mut in_data = false;
    let mut reply = "220 relay".to_owned();
    loop {
        if writer.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
            return;
        }
        reply = loop {
            let Ok(Some(line)) = lines.next_line().await else { return };
            if in_data {
                if line == "." {
                    in_data = false;
                    break "250 taken".to_owned();
                }
                continue;
            }
            let address = line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address);
            match (line.get(..4).unwrap_or_default().to_uppercase().as_str(), address) {
                ("RCPT", Some(address)) => {
                    asked.lock().expect("no panic while holding the lock").push(address.to_owned());
                    break answer(address);
                }
                ("DATA", _) => {
                    in_data = true;
                    break "354 go on".to_owned();
                }
                ("QUIT", _) => break "221 bye".to_owned(),
                _ => break "250 ok".to_owned(),
            }
        };
    }
}
