//! Who Postgres runs as. Postgres refuses to be root, so root lends it another account, and then every folder on the way to the data must be
//! open to that account; anybody else runs it as themselves.

use std::{
    ffi::CStr,
    fs, io,
    mem::MaybeUninit,
    os::unix::{
        fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::Command,
    ptr,
};

use super::{EmbeddedError, storage_error};

/// The account that Postgres runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Its user id.
    pub uid: u32,
    /// Its main group.
    pub gid: u32,
    /// Whether we are root and become it for Postgres.
    lent: bool,
}

impl Account {
    /// The account for a database in `folder`: oneself; for root the owner of a folder that exists, else `postgres`, else `nobody`. The owner
    /// comes first because installing a package may add `postgres` after `nobody` began.
    ///
    /// # Errors
    /// When no such account has a line in the system's list of users, without which initdb refuses.
    pub fn for_folder(folder: &Path) -> Result<Self, EmbeddedError> {
        // SAFETY: geteuid cannot fail and touches no memory of ours.
        let own = unsafe { libc::geteuid() };
        if own != 0 {
            let account = by_uid(own).ok_or_else(|| no_account(format!("user id {own} has no name")))?;
            return Ok(Self { lent: false, ..account });
        }
        let owner = fs::metadata(folder).map(|metadata| metadata.uid()).ok().filter(|uid| *uid != 0);
        let account = owner
            .and_then(by_uid)
            .or_else(|| by_name(c"postgres"))
            .or_else(|| by_name(c"nobody"))
            .ok_or_else(|| no_account("neither `postgres` nor `nobody` exists".to_owned()))?;
        if account.name == "nobody" {
            tracing::warn!(
                "the embedded database runs as `nobody`, which other services may share; a user `postgres` would be better"
            );
        }
        Ok(account)
    }

    /// The first folder on the way to `path`, itself included, that this account may not enter. Folders that do not exist yet do not count.
    pub fn closed_ancestor(&self, path: &Path) -> Option<PathBuf> {
        let mut down: Vec<_> = path.ancestors().collect();
        down.reverse();
        for folder in down {
            let metadata = fs::metadata(folder).ok()?;
            if metadata.is_dir() && !self.may_enter(&metadata) {
                return Some(folder.to_owned());
            }
        }
        None
    }

    /// Permission bits decide; access lists beyond them are not asked.
    fn may_enter(&self, folder: &fs::Metadata) -> bool {
        let bit = match folder {
            folder if folder.uid() == self.uid => 0o100,
            folder if folder.gid() == self.gid => 0o010,
            _ => 0o001,
        };
        folder.mode() & bit != 0
    }

    /// Makes `command` run as this account, with no group but its own.
    pub fn lend_to(&self, command: &mut Command) {
        if self.lent {
            command.uid(self.uid).gid(self.gid);
        }
    }

    /// Makes a folder that only this account may enter, or checks that an existing one is such. In a place that everybody may write to
    /// (`/tmp`) somebody else could have made it first.
    ///
    /// # Errors
    /// When it cannot be made, or belongs to somebody else.
    pub fn make_private_folder(&self, folder: &Path) -> Result<(), EmbeddedError> {
        match fs::DirBuilder::new().mode(0o700).create(folder) {
            Ok(()) => self.own(folder).map_err(|error| storage_error(self, folder, &error)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let metadata = fs::symlink_metadata(folder).map_err(|error| storage_error(self, folder, &error))?;
                if metadata.is_dir() && metadata.uid() == self.uid && metadata.mode() & 0o077 == 0 {
                    return Ok(());
                }
                Err(EmbeddedError::Closed { folder: folder.to_owned(), account: self.name.clone() })
            }
            Err(error) => Err(storage_error(self, folder, &error)),
        }
    }

    /// Makes `folder` and what is missing above it; where the account is not our own, open to it whatever our umask is.
    pub(super) fn make_way_to(&self, folder: &Path) -> io::Result<()> {
        let missing: Vec<_> = folder.ancestors().take_while(|ancestor| !ancestor.exists()).collect();
        fs::create_dir_all(folder)?;
        if self.lent {
            missing.into_iter().try_for_each(|made| fs::set_permissions(made, fs::Permissions::from_mode(0o755)))?;
        }
        Ok(())
    }

    fn own(&self, path: &Path) -> io::Result<()> {
        if self.lent { chown(path, Some(self.uid), Some(self.gid)) } else { Ok(()) }
    }
}

fn no_account(reason: String) -> EmbeddedError {
    EmbeddedError::NoAccount { reason }
}

fn by_uid(uid: u32) -> Option<Account> {
    // SAFETY: the pointers come from `look_up`, which keeps them valid during the call.
    look_up(|entry, buffer, size, found| unsafe { libc::getpwuid_r(uid, entry, buffer, size, found) })
}

fn by_name(name: &CStr) -> Option<Account> {
    // SAFETY: as above; `name` ends with a zero byte.
    look_up(|entry, buffer, size, found| unsafe { libc::getpwnam_r(name.as_ptr(), entry, buffer, size, found) })
}

fn look_up(
    read: impl Fn(*mut libc::passwd, *mut libc::c_char, usize, *mut *mut libc::passwd) -> libc::c_int,
) -> Option<Account> {
    // Far above what any line of the list needs; a longer one counts as none.
    let mut buffer = vec![0; 64 * 1024];
    let mut entry = MaybeUninit::<libc::passwd>::uninit();
    let mut found = ptr::null_mut();
    let code = read(entry.as_mut_ptr(), buffer.as_mut_ptr(), buffer.len(), &raw mut found);
    if code != 0 || found.is_null() {
        return None;
    }
    // SAFETY: the call succeeded and `found` is not null, so the entry is filled.
    let entry = unsafe { entry.assume_init() };
    // SAFETY: `pw_name` points into `buffer`, which is still alive, and ends with a zero byte.
    let name = unsafe { CStr::from_ptr(entry.pw_name) }.to_string_lossy().into_owned();
    Some(Account { name, uid: entry.pw_uid, gid: entry.pw_gid, lent: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_without_a_line_in_the_list_is_nobody_to_us() {
        assert_eq!(by_uid(4_000_000_123), None);
        assert_eq!(by_name(c"no-such-user-here"), None);
        assert_eq!(by_name(c"root").map(|account| account.uid), Some(0));
    }

    #[test]
    fn the_highest_closed_folder_on_the_way_is_named() {
        let stranger = Account { name: "stranger".into(), uid: 4_000_000_123, gid: 4_000_000_123, lent: true };
        let open = tempfile::Builder::new()
            .permissions(fs::Permissions::from_mode(0o755))
            .tempdir_in("/tmp")
            .expect("a folder");
        let closed = open.path().join("closed");
        fs::create_dir_all(closed.join("deeper")).expect("folders");
        assert_eq!(stranger.closed_ancestor(&closed.join("deeper/not-there-yet")), None);
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).expect("own folder");
        assert_eq!(stranger.closed_ancestor(&closed.join("deeper/not-there-yet")), Some(closed));
    }
}
