//! Messages out of and into frames, with bounded memory on both sides.
//!
//! actix' parser finds the borders of frames. It looks at a frame's length only when the whole of it has come in, so that the bound is kept here.

use std::time::Duration;

use actix_http::ws::{CloseCode, CloseReason, OpCode, Parser};
use actix_web::{
    error::PayloadError,
    web::{Bytes, BytesMut, Payload},
};
use futures::{Stream, StreamExt};
use tokio::{
    sync::{OwnedSemaphorePermit, mpsc},
    time::timeout,
};

use super::protocol::Closing;

/// The largest message that is read, be it in one frame or in many.
pub(super) const LARGEST_MESSAGE: usize = 256 * 1024;
/// What a frame has before its content, at most.
const LONGEST_HEAD: usize = 14;
/// How much is given to the connection at once.
const PIECE: usize = 16 * 1024;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    Text(String),
    /// To be sent back.
    Ping(Bytes),
    Pong,
    /// The other side closes.
    Close,
    /// The connection is gone.
    Gone,
    /// It cannot be understood, and nothing after it can.
    Wrong(Closing),
}

/// The frames of the other side.
pub(super) struct Incoming<P = Payload> {
    payload: P,
    bytes: BytesMut,
    /// The beginning of a message that comes in several frames.
    part: Option<BytesMut>,
}

impl<P: Stream<Item = Result<Bytes, PayloadError>> + Unpin> Incoming<P> {
    pub fn new(payload: P) -> Self {
        Self { payload, bytes: BytesMut::new(), part: None }
    }

    /// The next message. May be dropped while it waits, and nothing is lost.
    pub async fn next(&mut self) -> Heard {
        loop {
            match Parser::parse(&mut self.bytes, true, LARGEST_MESSAGE) {
                Err(actix_http::ws::ProtocolError::Overflow) => return too_large(),
                Err(_) => return Heard::Wrong(Closing::broken("the bytes are no frames of a websocket client")),
                Ok(Some((last, code, content))) => {
                    if let Some(heard) = self.frame(last, code, content.unwrap_or_default()) {
                        return heard;
                    }
                }
                Ok(None) if self.bytes.len() >= LARGEST_MESSAGE + LONGEST_HEAD => return too_large(),
                Ok(None) => match self.payload.next().await {
                    Some(Ok(bytes)) => self.bytes.extend_from_slice(&bytes),
                    Some(Err(_)) | None => return Heard::Gone,
                },
            }
        }
    }

    fn frame(&mut self, last: bool, code: OpCode, content: BytesMut) -> Option<Heard> {
        match (code, last) {
            (OpCode::Text, true) if self.part.is_none() => Some(text(&content)),
            (OpCode::Text, false) if self.part.is_none() => {
                self.part = Some(content);
                None
            }
            (OpCode::Continue, last) => {
                let Some(part) = &mut self.part else { return Some(out_of_order()) };
                if part.len() + content.len() > LARGEST_MESSAGE {
                    return Some(too_large());
                }
                part.extend_from_slice(&content);
                self.part.take_if(|_| last).map(|whole| text(&whole))
            }
            (OpCode::Text, _) => Some(out_of_order()),
            (OpCode::Binary, _) => Some(Heard::Wrong(Closing::bad("send text, not binary frames"))),
            (OpCode::Ping, true) => Some(Heard::Ping(content.freeze())),
            (OpCode::Pong, true) => Some(Heard::Pong),
            (OpCode::Close, true) => Some(Heard::Close),
            _ => Some(out_of_order()),
        }
    }

    /// Takes what still comes, and forgets it, until the other side has closed, too: where a connection ends with something unread, the other side may
    /// never see what was said last.
    pub async fn drain(&mut self) {
        while !matches!(self.next().await, Heard::Close | Heard::Gone | Heard::Wrong(_)) {}
        if matches!(self.next().await, Heard::Wrong(_)) {
            // Where the next frame would begin cannot be told.
            while let Some(Ok(_)) = self.payload.next().await {}
        }
    }
}

fn text(content: &[u8]) -> Heard {
    match str::from_utf8(content) {
        Ok(text) => Heard::Text(text.to_owned()),
        Err(_) => Heard::Wrong(Closing::bad("send text in UTF-8")),
    }
}

fn too_large() -> Heard {
    Heard::Wrong(Closing::bad("it is larger than 256 kB; send less at once, and files to /files"))
}

fn out_of_order() -> Heard {
    Heard::Wrong(Closing::broken("the frames are out of order"))
}

/// What goes out.
#[derive(Debug)]
pub(super) enum Out {
    /// A message, with the room that it takes of what may wait to be read.
    Text(String, Option<OwnedSemaphorePermit>),
    Ping,
    Pong(Bytes),
    Close(Closing),
}

/// The frames to the other side. They go out one after the other, in pieces; the next piece is given only when the connection has room.
pub(super) struct Outgoing {
    pieces: mpsc::Sender<Bytes>,
    /// How long a piece may wait for room.
    patience: Duration,
}

/// The other side is gone, or reads too slowly.
#[derive(Debug)]
pub(super) struct Unread;

impl Outgoing {
    /// The frames, and the pieces that the connection takes from them.
    pub fn new(patience: Duration) -> (Self, mpsc::Receiver<Bytes>) {
        let (pieces, taken) = mpsc::channel(1);
        (Self { pieces, patience }, taken)
    }

    pub async fn write(&self, out: Out) -> Result<(), Unread> {
        let mut frame = BytesMut::new();
        let mut _held = None;
        match out {
            Out::Text(text, held) => {
                _held = held;
                Parser::write_message(&mut frame, text, OpCode::Text, true, false);
            }
            Out::Ping => Parser::write_message(&mut frame, "", OpCode::Ping, true, false),
            Out::Pong(content) => Parser::write_message(&mut frame, content, OpCode::Pong, true, false),
            Out::Close(Closing { code, reason }) => {
                let reason = CloseReason { code: CloseCode::from(code), description: Some(reason) };
                Parser::write_close(&mut frame, Some(reason), false);
            }
        }
        let mut rest = frame.freeze();
        while !rest.is_empty() {
            let piece = rest.split_to(rest.len().min(PIECE));
            let given = timeout(self.patience, self.pieces.send(piece)).await;
            given.map_err(|_| Unread)?.map_err(|_| Unread)?;
        }
        Ok(())
    }

    /// Waits until the connection is gone.
    pub async fn gone(&self) {
        self.pieces.closed().await;
    }
}

#[cfg(test)]
mod tests {
    use futures::stream;
    use proptest::prelude::*;

    use super::*;

    fn incoming(pieces: Vec<Bytes>) -> Incoming<impl Stream<Item = Result<Bytes, PayloadError>> + Unpin> {
        Incoming::new(stream::iter(pieces.into_iter().map(Ok)))
    }

    fn frame(content: &[u8], code: OpCode, last: bool) -> BytesMut {
        let mut bytes = BytesMut::new();
        Parser::write_message(&mut bytes, content, code, last, true);
        bytes
    }

    async fn heard(frames: &[BytesMut]) -> Vec<Heard> {
        let mut incoming = incoming(frames.iter().map(|frame| frame.clone().freeze()).collect());
        let mut all = Vec::new();
        loop {
            all.push(incoming.next().await);
            if matches!(all.last(), Some(Heard::Gone | Heard::Wrong(_))) {
                return all;
            }
        }
    }

    fn wrong(heard: &[Heard]) -> Option<u16> {
        match heard.last() {
            Some(Heard::Wrong(closing)) => Some(closing.code),
            _ => None,
        }
    }

    #[tokio::test]
    async fn a_message_may_come_in_many_frames_with_pings_in_between() {
        let frames = [
            frame(b"on", OpCode::Text, false),
            frame(b"p", OpCode::Ping, true),
            frame(b"e", OpCode::Continue, true),
            frame(b"two", OpCode::Text, true),
        ];
        let whole = [Heard::Ping(Bytes::from("p")), Heard::Text("one".into()), Heard::Text("two".into()), Heard::Gone];
        assert_eq!(heard(&frames).await, whole);
        let bytes: Vec<u8> = frames.concat();
        let single: Vec<BytesMut> = bytes.iter().map(|byte| BytesMut::from(&[*byte][..])).collect();
        assert_eq!(heard(&single).await, whole, "byte by byte");
    }

    #[tokio::test]
    async fn as_much_as_is_allowed_is_read_and_one_byte_more_is_not() {
        let largest = vec![b'x'; LARGEST_MESSAGE];
        assert_eq!(heard(&[frame(&largest, OpCode::Text, true)]).await.len(), 2);
        let larger = vec![b'x'; LARGEST_MESSAGE + 1];
        assert_eq!(wrong(&heard(&[frame(&larger, OpCode::Text, true)]).await), Some(4400));
        let halves = [frame(&largest, OpCode::Text, false), frame(b"x", OpCode::Continue, true)];
        assert_eq!(wrong(&heard(&halves).await), Some(4400));
    }

    #[tokio::test]
    async fn a_frame_that_only_says_that_it_is_huge_is_not_waited_for() {
        // A masked text frame of 2^40 bytes.
        let head = [&[0x81, 0xff][..], &(1_u64 << 40).to_be_bytes(), &[1, 2, 3, 4]].concat();
        let mut pieces = vec![Bytes::from(head)];
        pieces.extend(std::iter::repeat_n(Bytes::from(vec![0; 64 * 1024]), 100));
        let mut incoming = incoming(pieces);
        assert!(matches!(incoming.next().await, Heard::Wrong(Closing { code: 4400, .. })));
        assert!(incoming.bytes.capacity() < 2 * 1024 * 1024, "{}", incoming.bytes.capacity());
    }

    #[tokio::test]
    async fn what_breaks_the_rules_of_frames_is_told_apart_from_what_is_not_text() {
        assert_eq!(wrong(&heard(&[frame(b"x", OpCode::Binary, true)]).await), Some(4400));
        assert_eq!(wrong(&heard(&[frame(b"x", OpCode::Binary, false)]).await), Some(4400));
        assert_eq!(wrong(&heard(&[frame(&[0xff], OpCode::Text, true)]).await), Some(4400));
        assert_eq!(wrong(&heard(&[frame(b"x", OpCode::Continue, true)]).await), Some(1002));
        let twice = [frame(b"x", OpCode::Text, false), frame(b"x", OpCode::Text, true)];
        assert_eq!(wrong(&heard(&twice).await), Some(1002));
        assert_eq!(wrong(&heard(&[frame(&[0; 126], OpCode::Ping, true)]).await), Some(1002));
        let mut bare = BytesMut::new();
        Parser::write_message(&mut bare, "x", OpCode::Text, true, false);
        assert_eq!(wrong(&heard(&[bare]).await), Some(1002), "a client masks");
    }

    #[tokio::test]
    async fn who_does_not_read_is_given_up_with_one_piece_in_hand() {
        let (outgoing, mut taken) = Outgoing::new(Duration::from_millis(20));
        assert!(outgoing.write(Out::Text("x".repeat(100_000), None)).await.is_err());
        assert_eq!(taken.recv().await.map(|piece| piece.len()), Some(PIECE));
        assert!(futures::poll!(std::pin::pin!(taken.recv())).is_pending());
        drop(taken);
        assert!(outgoing.write(Out::Ping).await.is_err());
        outgoing.gone().await;
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 1..50usize) {
            let pieces = bytes.chunks(cut).map(Bytes::copy_from_slice).collect();
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            runtime.block_on(async {
                let mut incoming = incoming(pieces);
                for _ in 0..400 {
                    if matches!(incoming.next().await, Heard::Gone | Heard::Wrong(_)) {
                        return;
                    }
                }
                unreachable!("more messages than bytes");
            });
        }
    }
}
