//! The embedded default: a private PostgreSQL of the app's own, so that Darasa runs on a field laptop without anybody setting up a database.
//!
//! For trial and small use: one machine, one instance, no replication. It is real Postgres with fsync on, started from programs that the machine has
//! ([`find`]), as an account that it accepts ([`identity`]), on a socket that only that account may use ([`cluster`]), and watched (`guard`). With
//! `DATABASE_URL` nothing of this is touched. A file that is in the way is never deleted, another version's data never converted; the errors say
//! what to do instead.

mod draft;
mod error;
mod guard;

pub mod cluster;
pub mod find;
pub mod identity;
pub mod process;
pub mod tools;

use std::{
    convert::Infallible,
    env, fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    sync::mpsc,
    thread::{self, JoinHandle},
};

use tokio::sync::oneshot;

pub use draft::Draft;
pub use error::EmbeddedError;

use self::{
    cluster::{Cluster, NAME},
    find::Programs,
    guard::Lock,
    identity::Account,
};

/// What the operator may choose.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the data is kept (`DARASA_DATA_DIR`); else a place that fits the user.
    pub data_dir: Option<PathBuf>,
    /// The folder of the Postgres programs (`DARASA_PG_BIN`); else they are looked for.
    pub programs: Option<PathBuf>,
    /// How many connections it must take; none: as many as Postgres itself thinks fit.
    pub connections: Option<usize>,
}

/// A running embedded database. It is stopped in order when this is dropped, and by the system if the process dies.
#[derive(Debug)]
pub struct Embedded {
    url: String,
    log: PathBuf,
    draft: Draft,
    programs: Programs,
    orders: Option<mpsc::Sender<Infallible>>,
    guard: Option<JoinHandle<()>>,
    failure: oneshot::Receiver<EmbeddedError>,
    // Declared last: it is given back when the server has stopped.
    _lock: Lock,
}

impl Embedded {
    /// Takes the data folder, makes the database at the first start, starts the server and waits until it accepts connections (about 3 s the first
    /// time, 0.2 s later). Blocks; migrations are the caller's matter.
    ///
    /// # Errors
    /// For every reason in [`EmbeddedError`]; show it and exit with its code.
    pub fn start(options: &Options) -> Result<Self, EmbeddedError> {
        let root = data_root(options)?;
        let account = Account::for_folder(&root.join("database"))?;
        let closed = |folder| EmbeddedError::Closed { folder, account: account.name.clone() };
        account.closed_ancestor(&root).map(closed).map_or(Ok(()), Err)?;
        account.make_way_to(&root).map_err(|error| storage_error(&account, &root, &error))?;
        let lock = Lock::take(&root, &account)?;
        // The way may go through links.
        account.closed_ancestor(&fs::canonicalize(&root).unwrap_or(root.clone())).map(closed).map_or(Ok(()), Err)?;
        let cluster = prepare(options, &root, account)?;

        let (orders, obeyed) = mpsc::channel();
        let (first, outcome) = mpsc::sync_channel(1);
        let (failed, failure) = oneshot::channel();
        let (url, draft, programs) = (cluster.url(NAME), Draft::of(&cluster), cluster.programs.clone());
        let log = cluster.log.clone();
        let run = move || guard::keep_running(&cluster, &obeyed, &first, failed);
        let guard = thread::Builder::new().name("embedded-database".into()).spawn(run);
        let guard = guard.map_err(|error| storage_fault(&root, &error.to_string()))?;
        outcome.recv().unwrap_or_else(|_| Err(storage_fault(&root, "the guard of the database ended early")))?;
        tracing::info!(database.url = %url, database.folder = %root.display(), database.version = programs.major,
            "using the embedded database, for trial and small use");
        Ok(Self { url, log, draft, programs, orders: Some(orders), guard: Some(guard), failure, _lock: lock })
    }

    /// The URL of the database; it holds no secret.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A database beside it that may take its place.
    pub fn draft(&self) -> Draft {
        self.draft.clone()
    }

    /// The programs in use.
    pub fn programs(&self) -> &Programs {
        &self.programs
    }

    /// Waits until the database cannot be kept running any more, and says why; the process should then exit. While all is well it never returns.
    pub async fn failed(&mut self) -> EmbeddedError {
        match (&mut self.failure).await {
            Ok(error) => error,
            // Nobody keeps the server running any more, nor would say so.
            Err(_) => EmbeddedError::Failed {
                what: "The watch over the embedded PostgreSQL ended by itself".to_owned(),
                lines: Vec::new(),
                log: self.log.clone(),
            },
        }
    }

    /// Stops the database in order and waits for it.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        // The guard takes the end of the channel as the order to stop.
        self.orders = None;
        if let Some(guard) = self.guard.take() {
            let _ = guard.join();
        }
    }
}

/// Lays out the folders and makes the database if there is none.
fn prepare(options: &Options, root: &Path, account: Account) -> Result<Cluster, EmbeddedError> {
    let folder = root.join("database");
    let made_by = made_by(&folder)?;
    let programs = Programs::choose(options.programs.as_deref(), &account, &folder, made_by)?;
    let cluster = Cluster::lasting(root, programs, account, options.connections);
    cluster.account.make_private_folder(&cluster.socket)?;
    if made_by.is_none() {
        tracing::info!(database.folder = %root.display(), "first start: setting up the embedded database");
        cluster.create()?;
    }
    Ok(cluster)
}

/// The embedded cluster of this data folder, if another process runs it.
fn running(options: &Options) -> Result<Option<Cluster>, EmbeddedError> {
    let root = data_root(options)?;
    let folder = root.join("database");
    let account = Account::for_folder(&folder)?;
    let Some(made_by) = made_by(&folder)? else { return Ok(None) };
    match Lock::take(&root, &account) {
        Err(EmbeddedError::InUse { .. }) => {}
        other => return other.map(|_| None),
    }
    let programs = Programs::choose(options.programs.as_deref(), &account, &folder, Some(made_by))?;
    Ok(Some(Cluster::lasting(&root, programs, account, None)))
}

/// The chosen folder, else one that every account can reach for root, else the user's own.
pub fn data_root(options: &Options) -> Result<PathBuf, EmbeddedError> {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    // SAFETY: geteuid cannot fail and touches no memory of ours.
    let root = unsafe { libc::geteuid() } == 0;
    let chosen = options.data_dir.clone().or_else(|| root.then(|| PathBuf::from("/var/lib/darasa")));
    let chosen = chosen
        .or_else(|| Some(variable("XDG_DATA_HOME")?.join("darasa")))
        .or_else(|| Some(variable("HOME")?.join(".local/share/darasa")))
        .ok_or(EmbeddedError::NoPlace)?;
    std::path::absolute(&chosen).map_err(|error| storage_fault(&chosen, &error.to_string()))
}

/// The major version that made the database; nothing if there is none yet.
fn made_by(folder: &Path) -> Result<Option<u32>, EmbeddedError> {
    let empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if empty {
        return Ok(None);
    }
    let version = fs::read_to_string(folder.join("PG_VERSION")).ok().and_then(|text| text.trim().parse().ok());
    version.map(Some).ok_or_else(|| EmbeddedError::NotADatabase { folder: folder.to_owned() })
}

/// The error for a folder that cannot be used: closed to us, or its disk is full or read-only.
fn storage_error(account: &Account, folder: &Path, error: &io::Error) -> EmbeddedError {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            EmbeddedError::Closed { folder: folder.to_owned(), account: account.name.clone() }
        }
        _ => storage_fault(folder, &error.to_string()),
    }
}

/// The error for a place that cannot be written, with what is free there.
pub fn storage_fault(folder: &Path, cause: &str) -> EmbeddedError {
    EmbeddedError::Storage { folder: folder.to_owned(), free: free_bytes(folder), cause: cause.to_owned() }
}

/// The error for a program that failed with `said` as its last words. A full disk gets its own screen, because the log would not say how full.
fn failure(what: &str, said: &str, folder: &Path, log: &Path) -> EmbeddedError {
    // A write that was cut short comes without the system's own words; Postgres then only hints at the disk.
    let full = "No space left on device";
    let signs = [(full, full), ("Check free disk space", full), ("Read-only file system", "Read-only file system")];
    if let Some((_, cause)) = signs.into_iter().find(|(sign, _)| said.contains(sign)) {
        return storage_fault(folder, cause);
    }
    let lines: Vec<String> = said.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let last = lines.len().saturating_sub(20);
    EmbeddedError::Failed { what: what.to_owned(), lines: lines[last..].to_vec(), log: log.to_owned() }
}

/// The bytes free where `folder` is, or would be.
fn free_bytes(folder: &Path) -> u64 {
    fn wide(number: impl Into<u64>) -> u64 {
        number.into()
    }
    let Some(existing) = folder.ancestors().find(|ancestor| ancestor.exists()) else { return 0 };
    let Ok(path) = std::ffi::CString::new(existing.as_os_str().as_bytes()) else { return 0 };
    let mut numbers = std::mem::MaybeUninit::<libc::statvfs>::zeroed();
    // SAFETY: `path` ends with a zero byte, `numbers` is writable.
    if unsafe { libc::statvfs(path.as_ptr(), numbers.as_mut_ptr()) } != 0 {
        return 0;
    }
    // SAFETY: the call succeeded, and all-zero bytes were valid before it.
    let numbers = unsafe { numbers.assume_init() };
    wide(numbers.f_bavail).saturating_mul(wide(numbers.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_the_folder_and_the_free_bytes() {
        let said =
            "creating configuration files ... initdb: error: could not write file \"x\": No space left on device";
        let error =
            failure("initdb failed", said, Path::new("/tmp/darasa-not-there/database"), Path::new("/tmp/x.log"));
        let text = error.to_string();
        assert!(text.contains("/tmp/darasa-not-there/database: No space left on device"), "{text}");
        assert!(matches!(error, EmbeddedError::Storage { free: 1.., .. }), "{text}");
        assert_eq!(error.exit_code(), 69);
    }

    #[test]
    fn a_write_that_was_cut_short_counts_as_a_full_disk() {
        let said = "FATAL:  could not extend file \"base/1/2691\": wrote only 4096 of 8192 bytes at block 20\nHINT:  Check free disk space.";
        let text = failure("initdb failed", said, Path::new("/tmp/d"), Path::new("/tmp/x.log")).to_string();
        assert!(text.contains("/tmp/d: No space left on device"), "{text}");
    }

    #[test]
    fn a_read_only_disk_is_told_as_such() {
        let error = storage_fault(Path::new("/"), "Read-only file system (os error 30)");
        assert!(error.to_string().contains("make the disk writable"), "{error}");
    }

    #[test]
    fn a_failure_shows_the_last_twenty_lines_of_the_log_and_its_path() {
        let said: String = (1..=30).map(|number| format!("line {number}.\n")).collect();
        let text = failure("It failed", &said, Path::new("/tmp"), Path::new("/tmp/postgres.log")).to_string();
        assert!(text.contains("line 11.") && text.contains("line 30.") && !text.contains("line 10."), "{text}");
        assert!(text.contains("/tmp/postgres.log"), "{text}");
    }

    #[test]
    fn a_folder_of_other_files_is_not_taken_for_a_database() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(matches!(made_by(folder.path()), Ok(None)), "an empty folder is a place for a new one");
        fs::write(folder.path().join("PG_VERSION"), "15\n").expect("written");
        assert!(matches!(made_by(folder.path()), Ok(Some(15))));
        fs::write(folder.path().join("PG_VERSION"), "\u{0}fifteen").expect("written");
        let error = made_by(folder.path()).expect_err("unreadable");
        assert!(error.to_string().contains("is not a database"), "{error}");
    }
}
