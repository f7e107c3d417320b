//! Tables that come while they are written: the reader sets the pace, and what is not yet sent takes the memory of a few chunks.

use std::pin::Pin;

use bytes::Bytes;
use futures::Stream;
use tokio::sync::mpsc;

use super::{Column, Format, Record, TextWriter, head, parse, xlsx};
use crate::kit::{Error, Result, db::Lines};

/// How many chunks wait for the reader.
const WAITING: usize = 2;
/// How much of a workbook is handed on at once.
const CHUNK: usize = 1 << 16;

/// The bytes of a file, in the pace of who takes them.
pub type Written = Pin<Box<dyn Stream<Item = Result<Bytes>>>>;

/// Records that come from the database while they are written. `total` was counted in the same look at it.
pub struct Records {
    /// The lines.
    pub lines: Lines,
    /// How many there are.
    pub total: u64,
}

/// The file of a table that comes while it is read. Should the lines end early or go on beyond their number, the stream ends with an error, so that
/// no reader takes a part for the whole.
///
/// # Errors
/// A workbook holds no more than [`MOST_ROWS`](super::MOST_ROWS) records.
pub fn stream(format: Format, name: &str, columns: Vec<Column>, records: Records) -> Result<Written> {
    if format == Format::Xlsx {
        xlsx::fits(records.total)?;
    }
    let (sender, receiver) = mpsc::channel(WAITING);
    let name = name.to_owned();
    tokio::spawn(async move {
        let outcome = match format {
            Format::Csv => send_csv(&columns, records, &sender).await,
            Format::Xlsx => send_book(&name, columns, records, &sender).await,
            _ => send_text(&TextWriter::new(format, &columns), records, &sender).await,
        };
        if let Err(error) = outcome {
            error.log();
            // Nobody reads any more where this cannot be sent.
            sender.send(Err(error)).await.ok();
        }
    });
    let next =
        |mut receiver: mpsc::Receiver<Result<Bytes>>| async { receiver.recv().await.map(|bytes| (bytes, receiver)) };
    Ok(Box::pin(futures::stream::unfold(receiver, next)))
}

type Sender = mpsc::Sender<Result<Bytes>>;

/// The reader went away: what is under way ends with it.
fn gone() -> Error {
    Error::new(crate::kit::Code::Unavailable, "reader-gone", "the reader went away")
}

async fn send(sender: &Sender, bytes: impl Into<Bytes>) -> Result<()> {
    sender.send(Ok(bytes.into())).await.map_err(|_| gone())
}

/// Takes the next lines and holds them against their number.
async fn take(records: &mut Records, told: &mut u64) -> Result<Option<Bytes>> {
    let next = records.lines.next().await?;
    *told += next.as_ref().map_or(0, |(_, lines)| *lines);
    if *told > records.total || (next.is_none() && *told != records.total) {
        return Err(Error::bug(format!("{told} rows came of {}", records.total)));
    }
    Ok(next.map(|(text, _)| text))
}

async fn send_csv(columns: &[Column], mut records: Records, sender: &Sender) -> Result<()> {
    // The database ends lines by a line feed alone, and so do all of them here.
    let begin = head(columns)?.finish()?;
    send(sender, String::from_utf8(begin).map_err(Error::internal)?.replace("\r\n", "\n")).await?;
    let mut told = 0;
    while let Some(lines) = take(&mut records, &mut told).await? {
        send(sender, lines).await?;
    }
    Ok(())
}

async fn send_text(writer: &TextWriter<'_>, mut records: Records, sender: &Sender) -> Result<()> {
    send(sender, writer.begin()).await?;
    let (mut told, mut is_first) = (0, true);
    while let Some(lines) = take(&mut records, &mut told).await? {
        let mut text = String::new();
        for record in parse(&lines)? {
            text.push_str(&writer.record(is_first, &record));
            is_first = false;
        }
        send(sender, text).await?;
    }
    send(sender, writer.end()).await
}

async fn send_book(name: &str, columns: Vec<Column>, mut records: Records, sender: &Sender) -> Result<()> {
    let (rows, mut waiting) = mpsc::channel::<Vec<Record>>(WAITING);
    let name = name.to_owned();
    let writer = tokio::task::spawn_blocking(move || {
        let mut book = xlsx::Book::new(&name, &columns)?;
        while let Some(rows) = waiting.blocking_recv() {
            rows.iter().try_for_each(|row| book.row(row))?;
        }
        book.finish()
    });
    let mut told = 0;
    while let Some(lines) = take(&mut records, &mut told).await? {
        // A writer that ended says why below.
        if rows.send(parse(&lines)?).await.is_err() || sender.is_closed() {
            break;
        }
    }
    drop(rows);
    let book = Bytes::from(writer.await.map_err(Error::internal)??);
    for at in (0..book.len()).step_by(CHUNK) {
        send(sender, book.slice(at..book.len().min(at + CHUNK))).await?;
    }
    Ok(())
}
