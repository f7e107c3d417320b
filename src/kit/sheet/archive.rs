//! The look at a workbook's container before any spreadsheet library opens it: zip bombs, archives in archives, entities, passwords and
//! macros are refused here. What the headers say is not believed: every part is unpacked once and counted.

use std::io::{self, Cursor, Read};

use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::{Limits, refusal::Refusal, workbook::Format};

/// Below this unpacked size a high ratio is harmless and common.
const RATIO_FROM: u64 = 1 << 20;

/// Checks a zip container and tells which spreadsheet format is in it.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<Format, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.entries {
        return Err(Refusal::TooManyParts { limit: limits.entries });
    }
    // What is no workbook is not unpacked at all.
    let format = (0..archive.len()).find_map(|index| format_of(&archive.name_for_index(index)?.ok()?));
    let format = format.ok_or(Refusal::PlainArchive)?;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        if part.encrypted() {
            return Err(Refusal::Encrypted);
        }
        if is_macro(&name) {
            return Err(Refusal::Macros);
        }
        unpack(&mut part, &name, limits, &mut unpacked)?;
    }
    Ok(format)
}

/// The format that has a part of this name.
fn format_of(name: &str) -> Option<Format> {
    match name.rsplit('/').next()? {
        "workbook.xml" => Some(Format::Xlsx),
        "workbook.bin" => Some(Format::Xlsb),
        "content.xml" => Some(Format::Ods),
        _ => None,
    }
}

fn is_macro(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/") || name.starts_with("basic/")
}

/// Unpacks one part to nowhere, counting, and looks at what passes by.
fn unpack(
    part: &mut ZipFile<'_, Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
    unpacked: &mut u64,
) -> Result<(), Refusal> {
    let packed = part.compressed_size();
    let too_far = Refusal::UnpacksTooFar { megabytes: limits.unpacked_bytes >> 20 };
    let mut scan = Scan::default();
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0_u64;
    loop {
        let read = match part.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => read,
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(Refusal::Damaged { detail: format!("the part `{name}`: {cause}") }),
        };
        let chunk = &buffer[..read];
        if size == 0 && chunk.starts_with(b"PK\x03\x04") {
            return Err(Refusal::NestedArchive { part: name.to_owned() });
        }
        let step = u64::try_from(read).unwrap_or(u64::MAX);
        size = size.saturating_add(step);
        *unpacked = unpacked.saturating_add(step);
        if *unpacked > limits.unpacked_bytes || size > RATIO_FROM && size / limits.ratio > packed {
            return Err(too_far);
        }
        if scan.finds_declaration(chunk) {
            return Err(Refusal::Entities { part: name.to_owned() });
        }
    }
}

/// Looks for a document type or entity declaration in a part that comes in chunks.
#[derive(Default)]
struct Scan {
    window: Vec<u8>,
}

impl Scan {
    fn finds_declaration(&mut self, chunk: &[u8]) -> bool {
        // Without its zero bytes, UTF-16 reads as ASCII here and cannot hide a declaration.
        self.window.extend(chunk.iter().filter(|&&byte| byte != 0));
        let mut starts = (0..self.window.len()).filter(|&at| self.window[at] == b'<').map(|at| &self.window[at..]);
        let found = starts.any(|rest| rest.starts_with(b"<!DOCTYPE") || rest.starts_with(b"<!ENTITY"));
        let seen = self.window.len().saturating_sub(b"<!DOCTYPE".len() - 1);
        self.window.drain(..seen);
        found
    }
}

/// Checks a compound file (the container of `.xls`, and of any workbook with a password).
pub(super) fn inspect_compound(bytes: &[u8]) -> Result<(), Refusal> {
    let names = |name: &str| contains(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    if names("EncryptedPackage") {
        return Err(Refusal::Encrypted);
    }
    if names("_VBA_PROJECT") {
        return Err(Refusal::Macros);
    }
    if names("WordDocument") || names("PowerPoint Document") {
        return Err(Refusal::UnknownFormat {
            looks_like: "a document or presentation of an old office program".into(),
        });
    }
    Ok(())
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

fn damaged(cause: ZipError) -> Refusal {
    match cause {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Refusal::Encrypted,
        cause => Refusal::Damaged { detail: cause.to_string() },
    }
}

/// The text of a part of a container, for tests.
#[cfg(test)]
pub(super) fn part_of(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}
