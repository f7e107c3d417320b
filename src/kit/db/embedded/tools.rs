//! Dump, restore and a prompt, by Postgres' own client programs; for the embedded database and for a server behind `DATABASE_URL` alike.
//!
//! A password never goes on a command line, where every user of the machine could read it; it travels in the environment.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{self, Read, Write},
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use super::{Embedded, EmbeddedError, Options, cluster::NAME, find, running, storage_fault};

/// A database that a command may work on: the operator's own, the embedded one of a running instance, or the embedded one started for the command.
#[derive(Debug)]
pub struct Reach {
    url: String,
    clients: Clients,
    // Stops the server after the command.
    _started: Option<Embedded>,
}

/// Where the client programs for a server are.
#[derive(Debug)]
enum Clients {
    /// Beside the programs of the server, in this folder.
    Beside(PathBuf),
    /// Any version of server may be there, and the newest client speaks to most of them: looked for when one is wanted, in a folder that was
    /// named or in the usual places.
    Newest(Option<PathBuf>),
}

impl Clients {
    /// The folder that is likeliest to have `tool`.
    fn folder(&self, tool: &str) -> PathBuf {
        match self {
            Self::Beside(folder) | Self::Newest(Some(folder)) => folder.clone(),
            Self::Newest(None) => find::newest_client(tool).unwrap_or_else(|| PathBuf::from("the usual places")),
        }
    }
}

impl Reach {
    /// Finds the database that `darasa db ...` is about; starts the embedded one if it is meant and nobody runs it.
    ///
    /// # Errors
    /// When the embedded database is meant and cannot be started.
    pub fn open(database_url: Option<&str>, options: &Options) -> Result<Self, EmbeddedError> {
        if let Some(url) = database_url {
            return Ok(Self {
                url: url.to_owned(),
                clients: Clients::Newest(options.programs.clone()),
                _started: None,
            });
        }
        if let Some(cluster) = running(options)? {
            let clients = Clients::Beside(cluster.programs.folder.clone());
            return Ok(Self { url: cluster.url(NAME), clients, _started: None });
        }
        let embedded = Embedded::start(options)?;
        let (url, clients) = (embedded.url().to_owned(), Clients::Beside(embedded.programs().folder.clone()));
        Ok(Self { url, clients, _started: Some(embedded) })
    }

    /// Its URL, password and all.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Looks whether there is a client program, before anything is begun that needs it.
    ///
    /// # Errors
    /// When there is none.
    pub fn require(&self, tool: &'static str) -> Result<(), EmbeddedError> {
        self.client(tool).map(|_| ())
    }

    /// Writes all that the transaction with this snapshot sees into `to`, a part of `file`, in the form that [`Reach::undump`] reads.
    ///
    /// # Errors
    /// When `pg_dump` is missing or fails, or `to` cannot be written.
    pub fn dump(&self, snapshot: &str, file: &Path, to: &mut impl Write) -> Result<(), EmbeddedError> {
        let mut dump = self.client("pg_dump")?;
        // Whoever owns the tables and is no superuser is held to their rules, too; the program sees every row, and so must its backup.
        dump.args([
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            "--enable-row-security",
            "--snapshot",
            snapshot,
        ]);
        let mut dump =
            dump.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(|cause| failed("pg_dump", &cause))?;
        let copied = dump.stdout.take().map(|mut output| io::copy(&mut output, to));
        // A disk that is full here ends it there, too, for nobody listens any more.
        let ended = dump.wait();
        if let Some(Err(cause)) = copied {
            return Err(storage_fault(file, &cause.to_string()));
        }
        judge("pg_dump", ended)
    }

    /// Reads a dump into the database: all of it or, if anything goes wrong, nothing.
    ///
    /// # Errors
    /// When `pg_restore` is missing or fails.
    pub fn undump(&self, from: &mut impl Read) -> Result<(), EmbeddedError> {
        let mut restore = self.client("pg_restore")?;
        restore.args(["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]);
        let mut restore = restore.stdin(Stdio::piped()).spawn().map_err(|cause| failed("pg_restore", &cause))?;
        // What keeps it from reading on it says itself.
        let _ = restore.stdin.take().map(|mut input| io::copy(from, &mut input));
        judge("pg_restore", restore.wait())
    }

    /// Opens a prompt on the database (or runs what `arguments` say) and waits for its end.
    ///
    /// # Errors
    /// When `psql` is missing or cannot be started.
    pub fn psql(&self, arguments: &[OsString]) -> Result<ExitStatus, EmbeddedError> {
        let status = self.client("psql")?.args(arguments).status();
        status.map_err(|cause| failed("psql", &cause))
    }

    /// A client program, pointed at the database: the one beside the server's programs, else the one in PATH.
    fn client(&self, tool: &'static str) -> Result<Command, EmbeddedError> {
        let address = Address::parse(&self.url)?;
        let path = env::var_os("PATH");
        let folder = self.clients.folder(tool);
        let folders = std::iter::once(folder.clone()).chain(path.iter().flat_map(env::split_paths));
        let program = folders.map(|folder| folder.join(tool)).find(|program| program.is_file());
        let mut command = Command::new(program.ok_or(EmbeddedError::ToolMissing { tool, folder })?);
        command.arg("--dbname").arg(as_program(&address.url));
        if let Some(password) = address.password {
            command.env("PGPASSWORD", OsStr::from_bytes(&password));
        }
        Ok(command)
    }
}

/// The URL for a connection that sees all that the program sees.
fn as_program(url: &str) -> String {
    const SETTING: &str = "-c%20darasa.viewer%3Dprogram";
    for option in ["?options=", "&options="] {
        if url.contains(option) {
            return url.replacen(option, &format!("{option}{SETTING}%20"), 1);
        }
    }
    let sign = if url.contains('?') { '&' } else { '?' };
    format!("{url}{sign}options={SETTING}")
}

fn failed(tool: &'static str, cause: &dyn std::fmt::Display) -> EmbeddedError {
    EmbeddedError::ToolFailed { tool, status: cause.to_string() }
}

fn judge(tool: &'static str, ended: io::Result<ExitStatus>) -> Result<(), EmbeddedError> {
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(tool, &status)),
        Err(cause) => Err(failed(tool, &cause)),
    }
}

/// The URL of a database, with the password taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The URL without the password.
    url: String,
    /// The password, decoded.
    password: Option<Vec<u8>>,
    /// Where the password stood, as written.
    written: Option<String>,
}

impl Address {
    /// Reads a URL of the form `postgres://user:password@host:port/database?options`.
    ///
    /// # Errors
    /// When it has another form; the error does not repeat it.
    pub fn parse(url: &str) -> Result<Self, EmbeddedError> {
        let (scheme, rest) = url.split_once("://").ok_or(EmbeddedError::BadUrl)?;
        if !matches!(scheme, "postgres" | "postgresql") || rest.contains(['\0', '\n', '#']) {
            return Err(EmbeddedError::BadUrl);
        }
        let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        // A bare `@` or `/` in a password makes every reading a guess, and a wrong one would show a part of it.
        if authority.matches('@').count() > 1 || path.contains('@') || path.contains("password=") {
            return Err(EmbeddedError::BadUrl);
        }
        let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
        let (name, written) = match user.and_then(|user| user.split_once(':')) {
            Some((name, password)) => (Some(name), Some(password.to_owned())),
            None => (user, None),
        };
        let password = written.as_deref().map(percent_decoded).transpose()?;
        let at = name.map(|name| format!("{name}@")).unwrap_or_default();
        Ok(Self { url: format!("{scheme}://{at}{host}{path}"), password, written })
    }

    /// Host and port, for messages; of a socket its folder.
    pub fn server(&self) -> String {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let options = path.split_once('?').map_or("", |(_, options)| options);
        let option =
            |name: &str| options.split('&').filter_map(|option| option.split_once('=')).find(|(key, _)| *key == name);
        if host.is_empty() {
            let bytes = option("host").and_then(|(_, folder)| percent_decoded(folder).ok()).unwrap_or_default();
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        if has_port { host.to_owned() } else { format!("{host}:{}", option("port").map_or("5432", |(_, port)| port)) }
    }

    /// `text` with the password blotted out, however it is written.
    pub(super) fn without_password(&self, text: &str) -> String {
        let decoded = self.password.as_deref().map(String::from_utf8_lossy);
        let spellings = [self.written.as_deref(), decoded.as_deref()];
        spellings
            .into_iter()
            .flatten()
            .filter(|word| !word.is_empty())
            .fold(text.to_owned(), |text, word| text.replace(word, "***"))
    }
}

/// Encodes a path as the value of a URL's option.
pub(super) fn percent_encoded(text: &OsStr) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    text.as_bytes()
        .iter()
        .map(|byte| if plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The bytes that a part of a URL stands for.
///
/// # Errors
/// When a percent sign stands alone.
pub fn percent_decoded(text: &str) -> Result<Vec<u8>, EmbeddedError> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digit =
                    |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                let pair = (digit(bytes.next()), digit(bytes.next()));
                let (Some(high), Some(low)) = pair else { return Err(EmbeddedError::BadUrl) };
                high << 4 | low
            }
            byte => byte,
        });
    }
    Ok(decoded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_tools_see_what_the_program_sees_whatever_else_the_url_says() {
        const SETTING: &str = "options=-c%20darasa.viewer%3Dprogram";
        assert_eq!(as_program("postgres://h/d"), format!("postgres://h/d?{SETTING}"));
        assert_eq!(as_program("postgres:///d?host=/tmp&user=u"), format!("postgres:///d?host=/tmp&user=u&{SETTING}"));
        assert_eq!(as_program("postgres://h/d?options=-c%20x%3D1"), format!("postgres://h/d?{SETTING}%20-c%20x%3D1"));
    }

    #[test]
    fn the_password_is_taken_out_of_the_url_and_decoded() {
        let address = Address::parse("postgres://app:p%3Aq%2F@db:6432/darasa?sslmode=verify-full").expect("a URL");
        assert_eq!(address.url, "postgres://app@db:6432/darasa?sslmode=verify-full");
        assert_eq!(address.password.as_deref(), Some(b"p:q/".as_slice()));
        assert_eq!(address.server(), "db:6432");
    }

    #[test]
    fn a_server_without_port_is_named_with_the_usual_one_and_a_socket_by_its_folder() {
        let server = |url: &str| Address::parse(url).expect("a URL").server();
        assert_eq!(server("postgres://db.example.org/darasa"), "db.example.org:5432");
        assert_eq!(server("postgresql://u@[::1]:7000"), "[::1]:7000");
        assert_eq!(server("postgres:///darasa?host=%2Fvar%2Frun&user=darasa"), "/var/run");
    }

    #[test]
    fn what_is_no_postgres_url_is_refused() {
        for url in [
            "",
            "postgres",
            "mysql://u:p@h/d",
            "host=db password=x",
            "postgres://u:p%4@h/d",
            "postgres://u:p@w@h/d",
            "postgres://u:p/w@h/d",
        ] {
            assert!(matches!(Address::parse(url), Err(EmbeddedError::BadUrl)), "{url}");
        }
    }

    proptest! {
        #[test]
        fn no_input_makes_the_parser_panic(url in "(postgres://)?.{0,40}") {
            if let Ok(address) = Address::parse(&url) {
                address.server();
            }
        }

        #[test]
        fn a_path_survives_the_way_into_a_url_and_back(path in "/.{0,40}") {
            let encoded = percent_encoded(OsStr::new(&path));
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic() && !b"?&=#@".contains(&byte)));
            prop_assert_eq!(percent_decoded(&encoded).ok(), Some(path.into_bytes()));
        }

        #[test]
        fn a_password_never_stays_in_the_url(password in "[A-Z0-9!~:@/?#%]{9,20}") {
            let encoded = percent_encoded(OsStr::new(&password)).replace('/', "%2F");
            let address = Address::parse(&format!("postgres://user:{encoded}@host/database")).expect("well formed");
            prop_assert_eq!(address.url.as_str(), "postgres://user@host/database");
            prop_assert_eq!(address.password, Some(password.into_bytes()));
        }
    }
}
