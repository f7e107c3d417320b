//! Spreadsheets.
/// Reads them.
pub struct Reader;
