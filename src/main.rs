//! The `darasa` program: hands over to the library.

use std::process::ExitCode;

use darasa::{
    app::cli,
    kit::sheet::{WORKER_ARGUMENT, worker_main},
};
use mimalloc::MiMalloc;

/// Answers are made of many small pieces; with the system's allocator a third of the time of a nested query goes into it (docs/PERFORMANCE.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // Before any thread or runtime: the process that reads a foreign spreadsheet limits itself first.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == WORKER_ARGUMENT) {
        return ExitCode::from(u8::try_from(worker_main()).unwrap_or(u8::MAX));
    }
    cli::run()
}
