//! `darasa backup` and `darasa restore`: one file that holds a whole installation, and says itself what must be in it.
//!
//! The file is a zip archive of two: `database.dump`, as Postgres' own tool writes it, and `manifest.json` with the program's version, the migrations,
//! how many rows each table has, the end of the history's chain, and the dump's SHA-256. All of it is of one moment: the counts are taken in the
//! transaction whose snapshot the dump reads. Everything that people entered is in the database, files and mails that wait included; keys and settings
//! are not, because whoever finds a backup shall find no key in it.

use std::{
    fs::{self, File, Permissions},
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Instant,
};

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{Failure, command_call};
use crate::{
    audit,
    kit::{
        Clock, Error, Result,
        db::{
            self,
            contents::{self, Contents},
            describe_url,
            embedded::tools::Reach,
        },
    },
};

/// The form of the file; another one is refused.
const FORMAT: u32 = 1;
/// The names inside the archive.
const DUMP: &str = "database.dump";
const MANIFEST: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    format: u32,
    /// The version of the program that made it.
    program: String,
    made_at: DateTime<Utc>,
    #[serde(flatten)]
    contents: Contents,
    history: History,
    dump: Dump,
}

/// The end of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct History {
    events: i64,
    head: String,
}

/// The dump as it was written.
#[derive(Debug, Serialize, Deserialize)]
struct Dump {
    bytes: u64,
    sha256: String,
}

/// Writes a backup to `target`: a file, or a folder in which a file named after the moment is made. Says what was written. The file appears when it is
/// whole, readable by its owner only.
///
/// # Errors
/// When the database cannot be read, `pg_dump` is missing or fails, or the file cannot be written.
pub(super) fn backup(reach: &Reach, target: &Path) -> Result<String, Failure> {
    reach.require("pg_dump")?;
    let (began, now) = (Instant::now(), Clock::system().now());
    let file = if target.is_dir() {
        target.join(format!("darasa-{}.backup", now.format("%Y%m%dT%H%M%SZ")))
    } else {
        target.to_owned()
    };
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = PathBuf::from(unfinished);
    let written = write(reach, &unfinished, now).and_then(|manifest| {
        let placed = fs::rename(&unfinished, &file).and_then(|()| File::open(folder_of(&file))?.sync_all());
        placed.map_err(|cause| Failure::storage(&file, &cause)).map(|()| manifest)
    });
    let manifest = match written {
        Ok(manifest) => manifest,
        Err(failure) => {
            // Half a backup is none; that it could not be removed says nothing new.
            let _ = fs::remove_file(&unfinished);
            return Err(failure);
        }
    };
    Ok(format!(
        "{} has {}, {} bytes, made in {:.1} s",
        file.display(),
        manifest.summary(),
        manifest.dump.bytes,
        began.elapsed().as_secs_f64()
    ))
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn write(reach: &Reach, file: &Path, now: DateTime<Utc>) -> Result<Manifest, Failure> {
    let broken = |cause: io::Error| Failure::storage(file, &cause);
    let made = File::create(file).map_err(broken)?;
    made.set_permissions(Permissions::from_mode(0o600)).map_err(broken)?;
    let runtime = runtime()?;
    // The transaction is open until the dump has seen what it sees.
    let (connection, snapshot, contents, history) = runtime.block_on(snapshot(reach.url()))?;
    let mut archive = ZipWriter::new(made);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    archive.start_file(DUMP, stored).map_err(|cause| broken(cause.into()))?;
    let mut through = Measured::new(&mut archive);
    reach.dump(&snapshot, file, &mut through)?;
    let dump = through.measure();
    drop(connection);
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = Manifest { format: FORMAT, program, made_at: now, contents, history, dump };
    archive.start_file(MANIFEST, stored).map_err(|cause| broken(cause.into()))?;
    serde_json::to_writer_pretty(&mut archive, &manifest).map_err(|cause| broken(cause.into()))?;
    let made = archive.finish().map_err(|cause| broken(cause.into()))?;
    made.sync_all().map_err(broken)?;
    Ok(manifest)
}

async fn snapshot(url: &str) -> Result<(AsyncPgConnection, String, Contents, History)> {
    let connection = db::connect(url).await.map_err(Error::unavailable)?;
    let snapshot = contents::hold(&connection).await?;
    let contents = contents::count(&connection).await?;
    // A database without our tables has no history; its backup is as good.
    let history = match contents.tables.contains_key("audit_events") {
        true => audit::end_of_chain(&connection).await?,
        false => (0, String::new()),
    };
    Ok((connection, snapshot, contents, History { events: history.0, head: history.1 }))
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    // Two threads: one carries the connection on while this one waits for the dump.
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().map_err(Error::internal)
}

/// Reads a backup into an empty database, all of it or nothing, and proves that everything is there. Says what there is.
///
/// # Errors
/// When the file is no whole backup, of a newer program, or the database is not empty; when `pg_restore` is missing or fails; and when what was restored
/// is not what the backup says.
pub(super) fn restore(reach: &Reach, file: &Path) -> Result<String, Failure> {
    reach.require("pg_restore")?;
    let began = Instant::now();
    let mut archive = open(file)?;
    let manifest = read_manifest(file, &mut archive)?;
    check_whole(file, &mut archive, &manifest)?;
    let runtime = runtime()?;
    let tables = runtime.block_on(async {
        let connection = db::connect(reach.url()).await.map_err(Error::unavailable)?;
        contents::tables(&connection).await
    })?;
    if !tables.is_empty() {
        return Err(Failure::NotEmpty { database: describe_url(reach.url()), tables: tables.len() });
    }
    let mut dump = archive.by_name(DUMP).map_err(|cause| Failure::damaged(file, &cause))?;
    reach.undump(&mut dump)?;
    let (_, _, restored, end) = runtime.block_on(snapshot(reach.url()))?;
    if let Some(difference) = manifest.contents.difference(&restored) {
        return Err(Failure::differs(file, difference));
    }
    if end != manifest.history {
        return Err(Failure::differs(
            file,
            format!("the history ends at {end:?}, and the backup says {:?}", manifest.history),
        ));
    }
    // Whatever an older program had not done yet.
    db::migrate(reach.url())?;
    let verdict = runtime.block_on(async { audit::verify(&command_call(reach.url())?).await })?;
    if !matches!(verdict, audit::Verdict::Whole { .. }) {
        return Err(Failure::differs(file, "the chain of the history is broken".to_owned()));
    }
    Ok(format!(
        "restored {}, as of {} by darasa {}, in {:.1} s; every count and the chain are as the backup says",
        manifest.summary(),
        manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC"),
        manifest.program,
        began.elapsed().as_secs_f64()
    ))
}

fn open(file: &Path) -> Result<ZipArchive<File>, Failure> {
    let opened = File::open(file).map_err(|cause| Failure::damaged(file, &cause))?;
    ZipArchive::new(opened).map_err(|cause| Failure::damaged(file, &cause))
}

fn read_manifest(file: &Path, archive: &mut ZipArchive<File>) -> Result<Manifest, Failure> {
    let damaged = |cause: &dyn std::fmt::Display| Failure::damaged(file, cause);
    let page = archive.by_name(MANIFEST).map_err(|cause| damaged(&cause))?;
    let manifest: Manifest = serde_json::from_reader(page).map_err(|cause| damaged(&cause))?;
    let known = db::known_migrations()?;
    let unknown = manifest.contents.migrations.iter().find(|migration| !known.contains(migration));
    if manifest.format != FORMAT || unknown.is_some() {
        return Err(Failure::NewerBackup { file: file.to_owned(), program: manifest.program });
    }
    Ok(manifest)
}

/// Reads the dump once, so that nothing is begun with half of one.
fn check_whole(file: &Path, archive: &mut ZipArchive<File>, manifest: &Manifest) -> Result<(), Failure> {
    let mut dump = archive.by_name(DUMP).map_err(|cause| Failure::damaged(file, &cause))?;
    let mut through = Measured::new(io::sink());
    io::copy(&mut dump, &mut through).map_err(|cause| Failure::damaged(file, &cause))?;
    let found = through.measure();
    if (found.bytes, &found.sha256) != (manifest.dump.bytes, &manifest.dump.sha256) {
        return Err(Failure::damaged(file, &"the dump in it is not the one that was written"));
    }
    Ok(())
}

impl Manifest {
    fn summary(&self) -> String {
        let rows: i64 = self.contents.tables.values().sum();
        let head = self.history.head.get(..16).unwrap_or("none");
        format!(
            "{rows} rows in {} tables, a history of {} events with the head {head}",
            self.contents.tables.len(),
            self.history.events
        )
    }
}

/// Counts and hashes what is written through it.
struct Measured<W> {
    inner: W,
    bytes: u64,
    hash: Sha256,
}

impl<W: Write> Measured<W> {
    fn new(inner: W) -> Self {
        Self { inner, bytes: 0, hash: Sha256::new() }
    }

    fn measure(self) -> Dump {
        Dump { bytes: self.bytes, sha256: hex::encode(self.hash.finalize()) }
    }
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += u64::try_from(written).map_err(io::Error::other)?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
