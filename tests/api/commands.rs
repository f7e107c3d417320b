//! The commands of the program where something is in the way: each says what, why and the mend, and ends with the code that a service manager
//! understands.

use std::{
    fs,
    net::TcpListener,
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use darasa::kit::{Clock, auth::tokens::Keyring, db::embedded::identity::Account};

use super::{
    embedded::{assert_says, open_folder},
    support::{
        database::TestDatabase,
        migrate,
        served::{self, Served},
    },
};

const COMMANDS: [&[&str]; 6] = [
    &["serve"],
    &["serve", "--demo"],
    &["migrate"],
    &["admin", "create", "--email", "a@example.org", "--name", "A"],
    &["audit", "verify"],
    &["verify", "figures"],
];

fn ended(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn every_command_shows_the_same_screen_for_a_server_that_is_away() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in COMMANDS {
        let url = "postgres://me:s3cret-w0rd@127.0.0.1:1/darasa";
        let (code, said) = ended(&served::run(url, folder.path(), arguments));
        assert_eq!(code, Some(69), "{arguments:?}: {said}");
        assert_says(&said, &["database server at 127.0.0.1:1 cannot be used", "DATABASE_URL", "sslmode"]);
        assert!(!said.contains("s3cret-w0rd"), "{said}");
    }
}

#[test]
fn every_command_shows_the_same_screen_for_a_url_that_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in COMMANDS {
        for url in ["mysql://me:s3cret-w0rd@h/d", "postgres://me:s3cret-w0rd@h/d?sslmode=nonsense"] {
            let (code, said) = ended(&served::run(url, folder.path(), arguments));
            assert_eq!(code, Some(78), "{arguments:?}: {said}");
            assert_says(&said, &["DATABASE_URL is not a URL", "postgres://USER:PASSWORD@HOST"]);
            assert!(!said.contains("s3cret-w0rd"), "{said}");
        }
    }
}

#[test]
fn a_port_that_is_taken_is_told_before_anything_is_done() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its own").to_string();
    let data = open_folder();
    let mut command = served::command("", data.path(), &["serve", "--demo"]);
    let output = command.env_remove("DATABASE_URL").env("DARASA_LISTEN", &address).output().expect("it starts");
    let (code, said) = ended(&output);
    assert_eq!(code, Some(69), "{said}");
    assert_says(&said, &[&format!("cannot listen at {address}"), "Address already in use", "DARASA_LISTEN"]);
    assert_eq!(fs::read_dir(data.path()).expect("a folder").count(), 0, "no database was made");
}

#[test]
fn a_setting_that_cannot_be_used_is_named_with_the_mend() {
    let data = tempfile::tempdir().expect("a folder");
    let garbage = data.path().join("garbage.pem");
    fs::write(&garbage, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").expect("written");
    let (garbage, missing) = (garbage.display().to_string(), data.path().join("missing.pem").display().to_string());
    let database = TestDatabase::create(migrate);
    for (variable, value, words) in [
        ("DARASA_SIGNING_KEY_FILE", garbage.as_str(), garbage.as_str()),
        ("DARASA_SIGNING_KEY_FILE", &missing, "No such file"),
        ("DARASA_SIGNING_KEY", "no key", "PKCS#8"),
        ("DARASA_SMTP_URL", "relay.example.org", "smtp://"),
        ("DARASA_MAIL_FROM", "nobody", "Name <address@example.org>"),
        ("DARASA_LOG", "darasa=louder", "RUST_LOG"),
        ("DARASA_MAIL_DIR", "/dev/null/mail", "/dev/null/mail"),
    ] {
        let mut command = served::command(&database.url, data.path(), &["serve"]);
        let (code, said) = ended(&command.env(variable, value).output().expect("it starts"));
        assert_eq!(code, Some(78), "{variable}: {said}");
        assert_says(&said, &[&format!("The setting {variable} cannot be used"), words]);
    }
    // A file of our own that somebody spoilt is a setting, too.
    fs::write(data.path().join("signing-key.pem"), "spoilt").expect("written");
    let (code, said) = ended(&served::run(&database.url, data.path(), &["serve"]));
    assert_eq!(code, Some(78), "{said}");
    assert_says(&said, &["signing-key.pem", "DARASA_SIGNING_KEY_FILE"]);
}

/// The program as an ordinary user (the one who runs the tests or, where root does, the account of Postgres), with nothing in the environment.
fn as_ordinary_user(folder: &Path, arguments: &[&str]) -> Command {
    let own = fs::metadata("/proc/self").expect("Linux tells").uid();
    let mut program = PathBuf::from(env!("CARGO_BIN_EXE_darasa"));
    if own == 0 {
        // The folder of the build is closed to others.
        let open = folder.join("darasa");
        if !open.exists() {
            fs::hard_link(&program, &open).or_else(|_| fs::copy(&program, &open).map(|_| ())).expect("our folder");
        }
        program = open;
    }
    let mut command = Command::new(program);
    command.args(arguments).env_clear().current_dir("/");
    if own == 0 {
        let account = Account::for_folder(Path::new("/nowhere")).expect("an account");
        command.uid(account.uid).gid(account.gid);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[actix_web::test]
async fn with_a_database_of_ones_own_the_embedded_code_is_never_touched() {
    let (database, folder) = (TestDatabase::create(migrate), open_folder());
    let programs = folder.path().join("programs");
    fs::create_dir(&programs).expect("a folder");
    for name in ["initdb", "postgres", "pg_dump"] {
        let script = format!("#!/bin/sh\necho >{}/called\n", folder.path().display());
        fs::write(programs.join(name), script).expect("written");
        fs::set_permissions(programs.join(name), fs::Permissions::from_mode(0o755)).expect("our file");
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).expect("our folder");
    let command = |arguments: &[&str]| {
        let mut command = as_ordinary_user(folder.path(), arguments);
        command.env("DATABASE_URL", &database.url).env("PATH", &programs);
        command
    };
    for arguments in [&["migrate"][..], &["audit", "verify"], &["verify", "figures"], &["db", "url"]] {
        let output = command(arguments).output().expect("it starts");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let key = Keyring::new_pem(&Clock::system()).expect("a key");
    let mut serve = command(&["serve"]);
    serve.env("DARASA_SIGNING_KEY", key).env("DARASA_MAIL_DIR", folder.path().join("mail"));
    let program = Served::of(serve.env("DARASA_LISTEN", "127.0.0.1:0").env("DARASA_WORKERS", "1"));
    assert_eq!(reqwest::get(format!("{}/ready", program.url)).await.expect("an answer").status().as_u16(), 200);
    program.interrupt();
    assert_eq!(program.ended(), Some(0));
    assert!(!folder.path().join("called").exists(), "programs of Postgres were asked for their version");
}

#[test]
fn without_any_place_for_the_data_the_variables_are_named() {
    let (database, folder) = (TestDatabase::create(migrate), open_folder());
    for url in ["", &database.url] {
        let mut command = as_ordinary_user(folder.path(), &["serve"]);
        command.env("DATABASE_URL", url).env("DARASA_LISTEN", "127.0.0.1:0");
        let (code, said) = ended(&command.output().expect("it starts"));
        assert_eq!(code, Some(78), "{said}");
        assert_says(&said, &["no place for the data", "DARASA_DATA_DIR", "HOME", "DATABASE_URL"]);
    }
}

#[test]
fn a_user_without_a_name_and_a_client_that_is_missing_are_told() {
    let folder = open_folder();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).expect("our folder");
    let mut nameless = as_ordinary_user(folder.path(), &["migrate"]);
    nameless.env("DARASA_DATA_DIR", folder.path().join("data"));
    if fs::metadata("/proc/self").is_ok_and(|us| us.uid() == 0) {
        let (code, said) = ended(&nameless.uid(54_321).gid(54_321).output().expect("it starts"));
        assert_eq!(code, Some(78), "{said}");
        assert_says(&said, &["no account that PostgreSQL could run as", "54321", "useradd", "DATABASE_URL"]);
    } else {
        eprintln!("skipped: only root can become a user without a name");
    }
    let mut backup = as_ordinary_user(folder.path(), &["backup", "/tmp/never-written"]);
    backup.env("DATABASE_URL", "postgres://h/d").env("DARASA_PG_BIN", folder.path()).env("PATH", folder.path());
    let (code, said) = ended(&backup.output().expect("it starts"));
    assert_eq!(code, Some(78), "{said}");
    assert_says(&said, &["`pg_dump` was not found", "postgresql-client", "DARASA_PG_BIN"]);
}
