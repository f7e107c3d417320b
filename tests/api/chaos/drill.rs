//! The restore drill: a backup taken under load brings back a whole installation elsewhere; and what must not be restored is refused.

use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Output,
    time::Instant,
};

use serde_json::Value;

use super::{
    house::{House, command, create_administrator},
    kills::{CODE, furnish, publish_plan, settle, verify, wanted},
    load::Load,
};
use crate::{
    embedded::{assert_says, open_folder},
    support::{database::execute, served::eventually},
};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the program starts")
}

fn done(output: &Output) -> String {
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{complained}");
    said.trim().to_owned()
}

/// The exit code of a command that must fail, and what it said.
fn refused(output: &Output) -> (Option<i32>, String) {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of ours")
}

/// What a backup says of itself.
fn manifest(file: &Path) -> Value {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).expect("a file")).expect("a zip archive");
    serde_json::from_reader(archive.by_name("manifest.json").expect("a manifest")).expect("JSON")
}

/// How many rows every table has, asked of the database itself.
fn counts(url: &str) -> BTreeMap<String, i64> {
    let tables =
        execute(url, &["select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"]);
    let count = |table: String| {
        let rows = execute(url, &[&format!("select count(*) from {table}")])[0].parse().expect("a count");
        (table, rows)
    };
    tables.into_iter().map(count).collect()
}

#[test]
fn a_backup_taken_under_load_restores_to_the_same_counts_figures_editions_and_chain() {
    let (kills, seed) = wanted(0);
    let mut house = House::found(&[]);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(house.ready());
    let appeal = furnish(&house);
    runtime.block_on(publish_plan(&house));
    let mut load = runtime.block_on(async { Load::begin(&house.url, &appeal, seed) });
    // With the long run, more of everything.
    runtime.block_on(load.progress(40 + u64::from(kills) * 10));
    let backups = tempfile::tempdir().expect("a folder");
    let began = Instant::now();
    let said = done(&run(house.folder.path(), &["backup", text(backups.path())]));
    println!("backup under load: {said}; {:.1?} in all", began.elapsed());
    runtime.block_on(load.progress(20));
    runtime.block_on(load.end());
    let file = fs::read_dir(backups.path()).expect("a folder").next().expect("one file").expect("readable").path();
    assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let says = manifest(&file);
    assert_eq!(house.stop(), Some(0));

    let elsewhere = open_folder();
    let began = Instant::now();
    let said = done(&run(elsewhere.path(), &["restore", text(&file)]));
    println!("{said}; {:.1?} in all", began.elapsed());
    assert_says(&said, &["every count and the chain are as the backup says"]);
    verify(elsewhere.path());
    let mut other = House::keep(elsewhere, &[]);
    let ready = runtime.block_on(other.ready());
    println!("the restored installation was ready after {ready:.1?}");
    // What the program does as it starts (tidying up, sealing) changes no table that people write.
    let kept = |url: &str| -> BTreeMap<String, i64> {
        let passing = ["jobs", "sessions", "idempotency_keys", "outbox_messages", "deliveries", "allowances"];
        counts(url).into_iter().filter(|(table, _)| !passing.contains(&table.as_str())).collect()
    };
    for (table, rows) in kept(&other.database_url()) {
        assert_eq!(says["tables"][&table], rows, "{table}");
    }
    assert!(says["tables"]["reports"].as_i64() > Some(0) && says["tables"]["editions"].as_i64() > Some(0), "{says:#}");
    // The chain goes on from where it was: what was not sealed yet, in a cluster with other transactions, is sealed here.
    runtime.block_on(settle(&other));
    let sealed: i64 = other.sql(&["select max(sequence) from audit_events"])[0].parse().expect("a number");
    assert_eq!(Some(sealed), says["tables"]["audit_events"].as_i64());
    verify(other.folder.path());
    let client = reqwest::Client::new();
    let last = other.sql(&["select max(number) from editions"])[0].clone();
    let page = runtime.block_on(async {
        client.get(format!("{}/a/{CODE}/{last}", other.url)).send().await.expect("an answer").status().as_u16()
    });
    assert_eq!(page, 200);
    assert_eq!(other.stop(), Some(0));
}

/// A backup of a small installation, and its folder.
fn small_backup() -> (tempfile::TempDir, PathBuf) {
    let folder = open_folder();
    create_administrator(folder.path());
    let file = folder.path().join("small.backup");
    done(&run(folder.path(), &["backup", text(&file)]));
    (folder, file)
}

#[test]
fn a_backup_goes_into_an_empty_database_only_and_a_damaged_one_nowhere() {
    let (folder, file) = small_backup();
    let (code, said) = refused(&run(folder.path(), &["restore", text(&file)]));
    assert_eq!(code, Some(78), "{said}");
    assert_says(&said, &["is not empty", "tables", "DARASA_DATA_DIR", "Nothing was changed"]);
    let bytes = fs::read(&file).expect("a file");
    let broken = folder.path().join("broken.backup");
    let middle = bytes.len() / 2;
    let mut flipped = bytes.clone();
    flipped[middle] ^= 1;
    for (content, what) in [(&bytes[..middle], "half of one"), (&flipped, "one bit"), (b"text".as_slice(), "a text")] {
        fs::write(&broken, content).expect("written");
        let empty = open_folder();
        let (code, said) = refused(&run(empty.path(), &["restore", text(&broken)]));
        assert_eq!(code, Some(65), "{what}: {said}");
        assert_says(&said, &["is no whole backup", "Nothing was changed"]);
    }
    let (code, said) = refused(&run(folder.path(), &["restore", "/nowhere/at/all.backup"]));
    assert_eq!(code, Some(65), "{said}");
    let (code, said) = refused(&run(folder.path(), &["backup", "/nowhere/at/all.backup"]));
    assert_eq!(code, Some(69), "{said}");
    assert_says(&said, &["cannot write to", "No such file or directory"]);
}

/// The same backup with another manifest.
fn forged(file: &Path, change: impl FnOnce(&mut Value)) -> PathBuf {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).expect("a file")).expect("a zip archive");
    let (mut says, mut dump) = (manifest(file), Vec::new());
    archive.by_name("database.dump").expect("a dump").read_to_end(&mut dump).expect("read");
    change(&mut says);
    let path = file.with_extension("forged");
    let mut writer = zip::ZipWriter::new(fs::File::create(&path).expect("a file"));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in [("database.dump", dump), ("manifest.json", says.to_string().into_bytes())] {
        writer.start_file(name, stored).expect("an entry");
        writer.write_all(&content).expect("written");
    }
    writer.finish().expect("written");
    path
}

#[test]
fn a_backup_that_is_newer_is_left_alone_and_one_that_says_what_it_does_not_hold_is_found_out() {
    let (_folder, file) = small_backup();
    let newer = forged(&file, |says| {
        says["program"] = "9.9.9".into();
        says["migrations"].as_array_mut().expect("a list").push("20991231000000".into());
    });
    let empty = open_folder();
    let (code, said) = refused(&run(empty.path(), &["restore", text(&newer)]));
    assert_eq!(code, Some(78), "{said}");
    assert_says(&said, &["made by Darasa 9.9.9", "Nothing was changed"]);
    let more = forged(&file, |says| says["tables"]["users"] = 2.into());
    let (code, said) = refused(&run(empty.path(), &["restore", text(&more)]));
    assert_eq!(code, Some(65), "{said}");
    assert_says(&said, &["the table users should have 2 rows, and has 1", "Do not work with this database"]);
    let other = open_folder();
    let head = forged(&file, |says| says["history"]["head"] = "00".into());
    let (code, said) = refused(&run(other.path(), &["restore", text(&head)]));
    assert_eq!(code, Some(65), "{said}");
    assert_says(&said, &["the history ends at"]);
}

#[actix_web::test]
async fn events_that_came_with_a_backup_unsealed_are_sealed_where_transactions_are_counted_anew() {
    let app = crate::support::TestApp::start().await;
    app.administrator().await;
    eventually("all is sealed", async || {
        app.work().await;
        app.sql("select count(*) from audit_events where sequence is null") == ["0"]
    })
    .await;
    // As a restore leaves it: written by a transaction that this cluster will not have for a long time.
    app.sql(
        "insert into audit_events (id, at, request_id, entity, entity_id, action, transaction_id)
         values (gen_random_uuid(), now(), 'restored', 'User', gen_random_uuid(), 'create', '99999999999')",
    );
    eventually("it is sealed, too", async || {
        app.work().await;
        app.sql("select count(*) from audit_events where sequence is null") == ["0"]
    })
    .await;
}
