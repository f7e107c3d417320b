//! The reading process. Files are opened here and nowhere else, so that a file which exhausts memory or trips over a fault of a library
//! ends this process and not the server.
//!
//! The process limits itself before it looks at the first byte: memory, processor time, no core dump, no file can be opened or grow and,
//! because no further descriptor exists, no connection can be made.

use std::io::{self, BufWriter, Read, Write};

use super::{
    Limits, archive, delimited,
    refusal::Refusal,
    wire::{Sink, Stop},
    workbook::{self, Format},
};

/// The first argument that makes the program a reading process.
pub const WORKER_ARGUMENT: &str = "sheet-worker";

/// Runs the reading process: limits as JSON in the second argument (the defaults without it), the file on stdin, rows on stdout. Returns
/// the exit code. `main` calls it when the first argument is [`WORKER_ARGUMENT`], before it starts any thread.
pub fn worker_main() -> i32 {
    let limits = match std::env::args().nth(2).map(|text| serde_json::from_str::<Limits>(&text)) {
        None => Limits::default(),
        Some(Ok(limits)) => limits,
        Some(Err(_)) => return 2,
    };
    let done = confine(&limits).and_then(|()| serve(io::stdin().lock(), io::stdout().lock(), limits));
    i32::from(done.is_err())
}

fn serve(input: impl Read, output: impl Write, limits: Limits) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let mut sink = Sink::new(BufWriter::new(output), limits);
    let outcome = convert(&bytes, &mut sink);
    sink.finish(outcome)
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
