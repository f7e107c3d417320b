//! The server's side of reading: starts the reading process, feeds it, collects the rows and judges how it ended.

use std::{os::unix::process::ExitStatusExt, path::PathBuf, process::Stdio, sync::Arc};

use bytes::Bytes;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStdout, Command},
    sync::Semaphore,
};

use super::{
    Formulas, Limits, Marks, Sheet, WORKER_ARGUMENT, Workbook, cells::Gathering, refusal::Refusal, wire::Line,
    worker::MARK_ARGUMENT,
};
use crate::kit::{Error, Result};

/// Reads spreadsheets of any common format, each in a limited process of its own. Cheap to clone; clones share the turns.
#[derive(Debug, Clone)]
pub struct Reader {
    program: PathBuf,
    limits: Limits,
    turns: Arc<Semaphore>,
}

impl Reader {
    /// A reader that starts `program` (ours, which runs [`worker_main`](super::worker_main)) for every file.
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        let turns = Arc::new(Semaphore::new(limits.at_once.max(1)));
        Self { program, limits, turns }
    }

    /// Reads a file. `file_name` is only used in messages; the content decides what the file is.
    ///
    /// # Errors
    ///
    /// A file that is no sheet, is damaged, protected, too large or hostile gives an error on the field `file` that says why and how to
    /// mend it (blame another field with [`Error::at`]). A reading process that cannot be started is a fault of ours.
    pub async fn read(&self, bytes: Bytes, file_name: &str) -> Result<Workbook> {
        let refuse = |refusal: Refusal| refusal.into_error(file_name);
        if bytes.is_empty() {
            return Err(refuse(Refusal::Empty));
        }
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > self.limits.file_bytes {
            return Err(refuse(Refusal::FileTooLarge { megabytes: self.limits.file_bytes >> 20 }));
        }
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        let input: [&[u8]; 1] = [&bytes];
        let run = self.run(&input, None, |output| self.collect(output));
        match tokio::time::timeout(self.limits.wall_time, run).await {
            Ok(outcome) => outcome?.map_err(refuse),
            Err(_) => Err(refuse(Refusal::TooSlow)),
        }
    }

    /// Marks a workbook: the partner's own file, with colours, notes and messages beside its cells and a summary before its sheets. `None`
    /// where the file is of a kind that cannot be marked in place, such as a text file.
    ///
    /// # Errors
    ///
    /// As for [`Reader::read`].
    pub async fn mark(&self, bytes: Bytes, file_name: &str, marks: &Marks) -> Result<Option<Bytes>> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        let mut head = serde_json::to_vec(marks).map_err(Error::internal)?;
        head.push(b'\n');
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        let input: [&[u8]; 2] = [&head, &bytes];
        let run = self.run(&input, Some(MARK_ARGUMENT), |output| self.collect_marked(output));
        match tokio::time::timeout(self.limits.wall_time, run).await {
            Ok(outcome) => outcome?.map_err(|refusal| refusal.into_error(file_name)),
            Err(_) => Err(Refusal::TooSlow.into_error(file_name)),
        }
    }

    /// One process for one file. Dropping the future (a timeout, a client that went away) kills the process.
    async fn run<T, F: Future<Output = Result<Option<Result<T, Refusal>>>>>(
        &self,
        input: &[&[u8]],
        task: Option<&str>,
        collect: impl FnOnce(ChildStdout) -> F,
    ) -> Result<Result<T, Refusal>> {
        let mut worker = self.start(task)?;
        let (Some(mut pipe), Some(output)) = (worker.stdin.take(), worker.stdout.take()) else {
            return Err(Error::bug("a reading process without pipes"));
        };
        let feed = async move {
            for bytes in input {
                // A process that refuses early closes its end; why is in its answer.
                if pipe.write_all(bytes).await.is_err() {
                    return;
                }
            }
        };
        let ((), answer) = tokio::join!(feed, collect(output));
        if let Some(outcome) = answer? {
            return Ok(outcome);
        }
        let status = worker.wait().await.map_err(Error::internal)?;
        tracing::warn!(
            sheet.exit_code = status.code(),
            sheet.signal = status.signal(),
            "a reading process broke off: {status}"
        );
        Ok(Err(match status.signal() {
            Some(libc::SIGXCPU) => Refusal::TooSlow,
            Some(_) => Refusal::TooHeavy,
            None => Refusal::Damaged { detail: "its inner structure contradicts itself".into() },
        }))
    }

    fn start(&self, task: Option<&str>) -> Result<Child> {
        let limits = serde_json::to_string(&self.limits).map_err(Error::internal)?;
        Command::new(&self.program)
            .args([WORKER_ARGUMENT, &limits])
            .args(task)
            // The process reads what strangers send: it gets no secrets from our environment.
            .env_clear()
            // Its memory is limited by the addresses it takes; the allocator would take a gigabyte of them for later.
            .env("MIMALLOC_ARENA_RESERVE", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(Error::internal)
    }

    /// The marked workbook. `None`: the process ended without saying that it is done.
    async fn collect_marked(&self, output: ChildStdout) -> Result<Option<Result<Option<Bytes>, Refusal>>> {
        // What is added to a file is far smaller than the largest file.
        let most = self.limits.file_bytes.saturating_mul(2);
        let mut output = BufReader::with_capacity(1 << 16, output.take(most));
        let mut line = Vec::new();
        output.read_until(b'\n', &mut line).await.map_err(Error::internal)?;
        match serde_json::from_slice(&line) {
            Ok(Line::Marked(size)) => {
                let mut marked = Vec::new();
                output.read_to_end(&mut marked).await.map_err(Error::internal)?;
                Ok((marked.len() == size).then(|| Ok(Some(marked.into()))))
            }
            Ok(Line::Unmarked(why)) => {
                tracing::info!(sheet.reason = why, "a workbook cannot be marked in place");
                Ok(Some(Ok(None)))
            }
            Ok(Line::Refused(refusal)) => Ok(Some(Err(refusal))),
            _ => Ok(None),
        }
    }

    /// The rows that the process tells. `None`: it ended without saying that it is done.
    async fn collect(&self, output: ChildStdout) -> Result<Option<Result<Workbook, Refusal>>> {
        // Escapes make text at most six times as long, and a cell that is no text is short.
        let most = self.limits.text_bytes.saturating_mul(6).saturating_add(self.limits.cells.saturating_mul(64));
        let mut lines = BufReader::with_capacity(1 << 16, output.take(most));
        let mut book = Collected::default();
        let mut line = Vec::new();
        loop {
            line.clear();
            lines.read_until(b'\n', &mut line).await.map_err(Error::internal)?;
            match serde_json::from_slice(&line) {
                Ok(Line::Sheet { name, hidden, dates_from_1904 }) => book.sheet(name, hidden, dates_from_1904),
                Ok(Line::Row(number, cells)) => book.rows.row(number, cells),
                Ok(Line::Formulas(count, first)) => book.formulas(count, first),
                Ok(Line::Refused(refusal)) => return Ok(Some(Err(refusal))),
                Ok(Line::End) => return Ok(Some(Ok(book.end()))),
                // Half a line is all that is left of a process that was ended while it wrote.
                Ok(Line::Marked(_) | Line::Unmarked(_)) | Err(_) => return Ok(None),
            }
        }
    }
}

/// What a reading process told so far.
#[derive(Debug, Default)]
pub(super) struct Collected {
    sheets: Vec<Sheet>,
    /// The rows of the last sheet.
    pub(super) rows: Gathering,
    formulas: Vec<Formulas>,
}

impl Collected {
    /// Begins a sheet.
    pub(super) fn sheet(&mut self, name: String, hidden: bool, dates_from_1904: bool) {
        self.end_sheet();
        self.sheets.push(Sheet { name, hidden, dates_from_1904, rows: Vec::new() });
    }

    /// Tells of formulas of the last sheet.
    pub(super) fn formulas(&mut self, count: u64, first: Vec<(u32, usize)>) {
        self.formulas.push(Formulas { sheet: self.sheets.len().saturating_sub(1), count, first });
    }

    fn end_sheet(&mut self) {
        let rows = std::mem::take(&mut self.rows).rows();
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rows = rows;
        }
    }

    /// Everything together.
    pub(super) fn end(mut self) -> Workbook {
        self.end_sheet();
        Workbook { sheets: self.sheets, formulas: self.formulas }
    }
}
