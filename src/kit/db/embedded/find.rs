//! Where the Postgres programs are. The server never fetches any: it takes what the machine has, or says how to get some.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{EmbeddedError, identity::Account};

/// The oldest major version of Postgres we work with.
pub const OLDEST: u32 = 14;
/// The newest major version of Postgres we work with.
pub const NEWEST: u32 = 18;

/// A folder with `initdb` and `postgres` in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The folder.
    pub folder: PathBuf,
    /// Their major version.
    pub major: u32,
}

impl Programs {
    /// Chooses the programs for a database that version `made_by` made, or the newest for a new one. A folder that was `named` is the only one
    /// looked at. Programs that `account` cannot reach or run do not count.
    ///
    /// # Errors
    /// When there are none, or none of the major version that the database demands.
    pub fn choose(
        named: Option<&Path>,
        account: &Account,
        database: &Path,
        made_by: Option<u32>,
    ) -> Result<Self, EmbeddedError> {
        let mut looked_in = Vec::new();
        let mut found = Vec::new();
        for folder in candidates(named) {
            match look_at(&folder, account) {
                Ok(programs) => found.push(programs),
                Err(reason) => looked_in.push(format!("{} ({reason})", folder.display())),
            }
        }
        let versions = found.iter().map(|programs| programs.major.to_string()).collect::<Vec<_>>().join(", ");
        let Some(made_by) = made_by else {
            // Of equals the first wins.
            let newest = found.into_iter().rev().max_by_key(|programs| programs.major);
            return newest.ok_or(EmbeddedError::NoPrograms { looked_in });
        };
        if found.is_empty() {
            return Err(EmbeddedError::NoPrograms { looked_in });
        }
        let fitting = found.into_iter().find(|programs| programs.major == made_by);
        fitting.ok_or_else(|| EmbeddedError::WrongMajor { folder: database.to_owned(), made_by, found: versions })
    }

    /// The path of one of the programs.
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// The folder of the newest client program `tool` in the usual places. It runs as whoever asks, and needs no server's programs beside it.
pub(super) fn newest_client(tool: &str) -> Option<PathBuf> {
    let in_path = env::var_os("PATH");
    let folders = in_path.iter().flat_map(env::split_paths).chain(candidates(None));
    let version = |folder: &PathBuf| {
        let output = Command::new(folder.join(tool)).arg("--version").stdin(Stdio::null()).output().ok()?;
        major_of(&String::from_utf8_lossy(&output.stdout))
    };
    let found =
        folders.filter(|folder| folder.join(tool).is_file()).filter_map(|folder| Some((version(&folder)?, folder)));
    // Of equals the first wins.
    found.collect::<Vec<_>>().into_iter().rev().max_by_key(|(version, _)| *version).map(|(_, folder)| folder)
}

/// Where programs may be, the likeliest first; `scripts/lib.sh` looks in the same places.
fn candidates(named: Option<&Path>) -> Vec<PathBuf> {
    if let Some(named) = named {
        return vec![named.to_owned()];
    }
    let mut folders = Vec::new();
    for entry in env::var_os("PATH").iter().flat_map(env::split_paths) {
        // What stands in PATH is often a link; the programs beside its target matter.
        if let Ok(program) = fs::canonicalize(entry.join("initdb"))
            && let Some(folder) = program.parent()
        {
            folders.push(folder.to_owned());
        }
    }
    let systems = [
        ("/usr/lib/postgresql", "", "bin"),
        ("/usr", "pgsql-", "bin"),
        ("/usr/libexec", "postgresql", ""),
        ("/opt/homebrew/opt", "postgresql@", "bin"),
        ("/usr/local/opt", "postgresql@", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
    ];
    for (parent, prefix, inner) in systems {
        folders.extend(installed(Path::new(parent), prefix, inner));
    }
    if let Some(cache) = cache_folder() {
        folders.extend(installed(&cache.join("programs"), "", "bin"));
    }
    let mut unique = Vec::new();
    for folder in folders {
        if !unique.contains(&folder) {
            unique.push(folder);
        }
    }
    unique
}

/// The folders `parent/prefix*/inner`; `parent` itself when there is none, so that the list of places says it was looked at.
fn installed(parent: &Path, prefix: &str, inner: &str) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| if inner.is_empty() { entry.path() } else { entry.path().join(inner) })
        .filter(|folder| folder.join("postgres").exists())
        .collect();
    folders.sort();
    if folders.is_empty() {
        folders.push(parent.join(format!("{prefix}*")).join(inner));
    }
    folders
}

/// Where `scripts/setup` puts programs that it fetches. Root's home is closed to the account that Postgres runs as, so root's are elsewhere.
fn cache_folder() -> Option<PathBuf> {
    // SAFETY: geteuid cannot fail and touches no memory of ours.
    if unsafe { libc::geteuid() } == 0 {
        return Some(PathBuf::from("/var/lib/darasa"));
    }
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))?;
    Some(cache.join("darasa"))
}

fn look_at(folder: &Path, account: &Account) -> Result<Programs, String> {
    if !folder.join("initdb").exists() || !folder.join("postgres").exists() {
        return Err("none".into());
    }
    if let Some(closed) = account.closed_ancestor(folder) {
        return Err(format!("{} is closed to `{}`", closed.display(), account.name));
    }
    // Both are asked, because each needs libraries of its own that may be missing.
    let [initdb, postgres] = ["initdb", "postgres"].map(|name| major_of_program(&folder.join(name), account));
    match (initdb?, postgres?) {
        (one, other) if one != other => Err(format!("initdb has version {one}, postgres {other}")),
        (major, _) if (OLDEST..=NEWEST).contains(&major) => Ok(Programs { folder: folder.to_owned(), major }),
        (major, _) => Err(format!("version {major}")),
    }
}

fn major_of_program(program: &Path, account: &Account) -> Result<u32, String> {
    let mut command = Command::new(program);
    command.arg("--version").current_dir("/").stdin(Stdio::null());
    account.lend_to(&mut command);
    let output = command.output().map_err(|error| format!("does not run: {error}"))?;
    let said = [String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)].concat();
    major_of(&said).ok_or_else(|| format!("does not run: {}", said.lines().next().unwrap_or("it says nothing")))
}

/// The major version out of `postgres (PostgreSQL) 15.18 (Debian ...)`; initdb speaks alike.
fn major_of(text: &str) -> Option<u32> {
    let number = text.split_once("(PostgreSQL) ")?.1;
    number.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_postgres_says() {
        assert_eq!(major_of("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major_of("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major_of("postgres (PostgreSQL) 99999999999999999999"), None);
        assert_eq!(major_of("postgres (PostgreSQL) "), None);
        assert_eq!(major_of("command not found"), None);
    }

    #[test]
    fn a_place_without_programs_is_still_named() {
        let empty = tempfile::tempdir().expect("a folder");
        assert_eq!(installed(empty.path(), "pgsql-", "bin"), [empty.path().join("pgsql-*/bin")]);
    }
}
