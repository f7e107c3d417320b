//! How much of a file is read. The numbers are far above honest sheets and far below what hurts a server.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What a file may cost. Going over any of these is an error that says which, and where in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The largest file, in bytes.
    pub file_bytes: u64,
    /// The most files inside a zipped workbook.
    pub entries: usize,
    /// The most bytes a zipped workbook may unpack to, counted while unpacking because headers lie.
    pub unpacked_bytes: u64,
    /// How many times its packed size a part above 1 MB may unpack to.
    pub ratio: u64,
    /// The last row that may hold anything.
    pub rows: u32,
    /// The last column that may hold anything.
    pub columns: usize,
    /// The most cells in all sheets together, each row counted up to its last filled cell.
    pub cells: u64,
    /// The most characters in one cell.
    pub cell_characters: usize,
    /// The most bytes of text in all cells together (one shared text may be shown in a million cells).
    pub text_bytes: u64,
    /// The memory of the reading process, in bytes.
    pub memory_bytes: u64,
    /// The processor time of the reading process, in seconds.
    pub processor_seconds: u64,
    /// How long one file may take by the clock on the wall, waiting for its turn not counted.
    pub wall_time: Duration,
    /// How many files are read at the same time; others wait for their turn.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 20 << 20,
            entries: 2_000,
            unpacked_bytes: 200 << 20,
            ratio: 200,
            rows: 200_000,
            columns: 200,
            cells: 4_000_000,
            cell_characters: 32_768,
            text_bytes: 200 << 20,
            memory_bytes: 768 << 20,
            processor_seconds: 60,
            wall_time: Duration::from_secs(90),
            at_once: 2,
        }
    }
}
