//! The reading process. Files are opened here and nowhere else, so that a file which exhausts memory or trips over a fault of a library
//! ends this process and not the server.
//!
//! The process limits itself before it looks at the first byte: memory, processor time, no core dump, no file can be opened or grow and,
//! because no further descriptor exists, no connection can be made.

use std::io::{self, BufWriter, Read, Write};

use super::{
    Limits, Marks,
    annotate::{self, Unmarked},
    archive, delimited,
    refusal::Refusal,
    wire::{Line, Sink, Stop},
    workbook::{self, Format},
};

/// The first argument that makes the program a reading process.
pub const WORKER_ARGUMENT: &str = "sheet-worker";

/// The third argument of a process that marks a workbook instead of reading it.
pub(super) const MARK_ARGUMENT: &str = "mark";

/// How long the line of marks before a workbook may be, in bytes.
const MARKS: u64 = 16 << 20;

/// Runs the reading process: limits as JSON in the second argument (the defaults without it), the file on stdin, rows on stdout; with
/// `mark` as the third argument a line of marks before the file, and the marked workbook on stdout. Returns the exit code. `main` calls it when the first argument is [`WORKER_ARGUMENT`], before it starts any thread.
pub fn worker_main() -> i32 {
    let limits = match std::env::args().nth(2).map(|text| serde_json::from_str::<Limits>(&text)) {
        None => Limits::default(),
        Some(Ok(limits)) => limits,
        Some(Err(_)) => return 2,
    };
    let marks = std::env::args().nth(3).is_some_and(|argument| argument == MARK_ARGUMENT);
    let done = confine(&limits).and_then(|()| match marks {
        false => serve(io::stdin().lock(), io::stdout().lock(), limits),
        true => serve_marking(io::stdin().lock(), io::stdout().lock(), &limits),
    });
    i32::from(done.is_err())
}

fn serve(input: impl Read, output: impl Write, limits: Limits) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let mut sink = Sink::new(BufWriter::new(output), limits);
    let outcome = convert(&bytes, &mut sink);
    sink.finish(outcome)
}

fn serve_marking(input: impl Read, mut output: impl Write, limits: &Limits) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.take(limits.file_bytes.saturating_add(MARKS)).read_to_end(&mut bytes)?;
    let end = bytes.iter().position(|&byte| byte == b'\n').ok_or(io::ErrorKind::InvalidInput)?;
    let marks: Marks = serde_json::from_slice(&bytes[..end]).map_err(io::Error::from)?;
    let (line, marked) = match annotate::annotate(&bytes[end + 1..], &marks, limits) {
        Ok(marked) => (Line::Marked(marked.len()), marked),
        Err(Unmarked::Refused(refusal)) => (Line::Refused(refusal), Vec::new()),
        Err(Unmarked::Other(why)) => (Line::Unmarked(why), Vec::new()),
    };
    serde_json::to_writer(&mut output, &line).map_err(io::Error::from)?;
    output.write_all(b"\n")?;
    output.write_all(&marked)?;
    output.flush()
}

/// Reads a file of whichever format into the sink. The content decides what it is; names and endings are often wrong.
pub(super) fn convert<W: Write>(bytes: &[u8], sink: &mut Sink<W>) -> Result<(), Stop> {
    if bytes.starts_with(b"PK\x03\x04") {
        let format = archive::inspect(bytes, sink.limits())?;
        workbook::read(bytes, format, sink)
    } else if bytes.starts_with(b"PK\x05\x06") {
        Err(Refusal::PlainArchive.into())
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        archive::inspect_compound(bytes)?;
        workbook::read(bytes, Format::Xls, sink)
    } else {
        delimited::read(bytes, sink)
    }
}

fn confine(limits: &Limits) -> io::Result<()> {
    let ceilings = [
        (libc::RLIMIT_AS, limits.memory_bytes),
        (libc::RLIMIT_CPU, limits.processor_seconds),
        (libc::RLIMIT_CORE, 0),
        (libc::RLIMIT_FSIZE, 0),
        // stdin, stdout and stderr are 0 to 2: nothing further can be opened.
        (libc::RLIMIT_NOFILE, 3),
    ];
    for (resource, most) in ceilings {
        let ceiling = libc::rlimit { rlim_cur: most, rlim_max: most };
        // SAFETY: the pointer is to a value that lives through the call, and the call only reads it.
        if unsafe { libc::setrlimit(resource, &raw const ceiling) } != 0 {
            return Err(io::Error::last_os_error());
        }
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::super::{Cell, Row, Workbook, reader::Collected};
    use super::*;

    /// Reads a file in this very process, for tests of what is read and not of how the process is confined.
    pub fn read_here(bytes: &[u8], limits: &Limits) -> Result<Workbook, Refusal> {
        let mut output = Vec::new();
        serve(bytes, &mut output, limits.clone()).expect("a vector takes all");
        let mut book = Collected::default();
        for line in output.split(|&byte| byte == b'\n') {
            match serde_json::from_slice(line).expect("a line of ours") {
                Line::Sheet { name, hidden, dates_from_1904 } => book.sheet(name, hidden, dates_from_1904),
                Line::Row(number, cells) => book.rows.row(number, cells),
                Line::Formulas(count, first) => book.formulas(count, first),
                Line::Refused(refusal) => return Err(refusal),
                Line::End => return Ok(book.end()),
                other @ (Line::Marked(_) | Line::Unmarked(_)) => unreachable!("nothing was to be marked: {other:?}"),
            }
        }
        unreachable!("the last line says how it ended")
    }

    /// The cells of a text file as text, row by row with their numbers.
    pub fn rows_of(text: impl AsRef<[u8]>) -> Result<Vec<(u32, Vec<String>)>, Refusal> {
        let book = read_here(text.as_ref(), &Limits::default())?;
        let row = |row: &Row| (row.number, row.cells.iter().map(Cell::to_text).collect());
        Ok(book.sheets[0].rows.iter().map(row).collect())
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_text_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _any = read_here(&bytes, &Limits::default());
        }

        #[test]
        fn no_zip_like_bytes_make_the_inspection_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _any = read_here(&[b"PK\x03\x04".as_slice(), &bytes].concat(), &Limits::default());
            prop_assert!(read_here(&[b"PK\x05\x06".as_slice(), &bytes].concat(), &Limits::default()).is_err());
        }
    }
}
