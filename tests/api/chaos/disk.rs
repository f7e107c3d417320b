//! Disks that fill up: of the database, of its log of changes, of the folder of mails. What cannot be written is refused, and nothing acknowledged is lost.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, time::Duration};

use darasa::kit::db::embedded::process::signal;
use serde_json::json;
use tempfile::TempDir;

use super::{
    house::{House, command, create_administrator},
    kills::{furnish, publish_plan, settle, verify},
    load::Load,
};
use crate::{embedded::open_folder, misfortunes::Disk, support::served::eventually};

/// Fills the disk of a folder to the last byte.
fn fill(folder: &Path) {
    // The system's own tool stops where no more goes in, which is what is wanted.
    let ballast = format!("of={}", folder.join("ballast").display());
    Command::new("dd").args(["if=/dev/zero", &ballast, "bs=64k", "status=none"]).output().expect("dd is everywhere");
    let rest = format!("of={}", folder.join("ballast.rest").display());
    Command::new("dd").args(["if=/dev/zero", &rest, "bs=1", "count=65536", "status=none"]).output().expect("again");
}

/// A folder on that disk, open to the account of Postgres.
fn folder_in(disk: &Path) -> TempDir {
    let open = fs::Permissions::from_mode(0o755);
    tempfile::Builder::new().prefix("darasa-").permissions(open).tempdir_in(disk).expect("a folder")
}

fn make_room(folder: &Path) {
    for name in ["ballast", "ballast.rest"] {
        fs::remove_file(folder.join(name)).expect("it is there");
    }
}

#[test]
fn a_full_disk_of_the_database_refuses_writes_and_loses_none_that_it_acknowledged() {
    let place = open_folder();
    let Some(_disk) = Disk::mount(place.path(), "size=256m,mode=755") else { return };
    let folder = folder_in(place.path());
    create_administrator(folder.path());
    let mut house = House::keep(folder, &[]);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(house.ready());
    let appeal = furnish(&house);
    runtime.block_on(publish_plan(&house));
    let mut load = runtime.block_on(async { Load::begin(&house.url, &appeal, 3) });
    runtime.block_on(load.progress(40));
    for round in 0..2 {
        fill(place.path());
        // What room the server has of its own is soon used up; then every write is refused, however often it is sent.
        let refusals =
            || load.ledger().answers.iter().filter(|(what, _)| what.contains("503")).map(|(_, n)| n).sum::<u32>();
        let before = refusals();
        let mut writes = 0_u32;
        runtime.block_on(eventually("writes are refused", async || {
            writes += 1;
            // Something large, so that it does not take all day.
            house
                .try_sql(
                    "create table if not exists filler (text text);
                     insert into filler select string_agg(md5(n::text || m::text), '') from generate_series(1, 500) n, generate_series(1, 100) m group by n",
                )
                .await;
            refusals() > before + 10
        }));
        make_room(place.path());
        let recovered = runtime.block_on(async { house.ready().await + load.progress(10).await });
        println!("round {round}: refused after {writes} fillings; written again {recovered:.1?} after there is room");
        house.sql(&["drop table if exists filler"]);
        load.ledger().check(&house, true);
        let faults = std::mem::take(&mut load.ledger().faults);
        assert!(faults.is_empty(), "{faults:#?}\n{}", house.log());
    }
    runtime.block_on(load.end());
    runtime.block_on(settle(&house));
    let ledger = load.ledger();
    println!("acknowledged: {}; on the way: {:?}", ledger.counts(), ledger.answers);
    ledger.check(&house, false);
    for ending in house.endings() {
        assert_eq!(ending.code(), Some(69), "{ending}\n{}", house.log());
    }
    verify(house.folder.path());
    assert_eq!(house.stop(), Some(0));
}

#[actix_web::test]
async fn a_full_disk_of_mails_holds_them_back_until_there_is_room() {
    let mails = open_folder();
    let Some(_disk) = Disk::mount(mails.path(), "size=64k,mode=755") else { return };
    let installation = crate::crash::Installation::new();
    let folder = mails.path().display().to_string();
    let settings = [("DARASA_MAIL_DIR", folder.as_str())];
    let program =
        crate::support::served::Served::start(&installation.database.url, installation.folder.path(), &settings);
    fill(mails.path());
    let reset = "mutation { requestPasswordReset(email: \"admin@example.org\") }";
    installation.ask(&program.url, "", reset, json!({})).await;
    eventually("it was tried, and is kept", async || {
        installation
            .sql("select 1 from outbox_messages where state = 'queued' and attempts > 0 and last_error like '%space%'")
            == ["1"]
    })
    .await;
    assert!(!whole_mails(mails.path()), "half a mail must not look like one");
    make_room(mails.path());
    installation.sql("update outbox_messages set next_attempt_at = now()");
    eventually("it is sent", async || installation.sql("select state from outbox_messages") == ["sent"]).await;
    assert!(whole_mails(mails.path()));
}

fn whole_mails(folder: &Path) -> bool {
    let mut names = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").file_name());
    names.any(|name| name.to_string_lossy().ends_with(".eml") && !name.to_string_lossy().starts_with('.'))
}

#[test]
fn a_backup_onto_a_full_disk_says_so_and_leaves_nothing_there() {
    let (folder, backups) = (open_folder(), open_folder());
    create_administrator(folder.path());
    let Some(_disk) = Disk::mount(backups.path(), "size=64k,mode=755") else { return };
    let file = backups.path().join("a.backup");
    let output = command(folder.path(), &["backup", file.to_str().expect("ours")]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(69), "{said}");
    assert!(said.contains("No space left on device") && said.contains("a.backup"), "{said}");
    assert_eq!(fs::read_dir(backups.path()).expect("a folder").count(), 0);
}

#[test]
fn a_server_that_is_ended_while_the_disk_is_full_comes_back_when_there_is_room() {
    let place = open_folder();
    let Some(_disk) = Disk::mount(place.path(), "size=192m,mode=755") else { return };
    let folder = folder_in(place.path());
    create_administrator(folder.path());
    let mut house = House::keep(folder, &[]);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(house.ready());
    house.sql(&["create table kept as select generate_series(1, 1000) as number"]);
    fill(place.path());
    signal(house.postmaster().expect("it runs"), libc::SIGKILL);
    std::thread::sleep(Duration::from_secs(2));
    make_room(place.path());
    runtime.block_on(house.ready());
    assert_eq!(house.sql(&["select count(*) from kept"]), ["1000"]);
    assert_eq!(house.stop(), Some(0));
}

#[test]
fn a_log_that_cannot_be_written_ends_neither_the_watch_over_the_database_nor_the_work_beside_the_requests() {
    let full = || fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let folder = open_folder();
    create_administrator(folder.path());
    let mut house = House::keep_with_log(folder, &[], full());
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(house.ready());
    let first = house.postmaster().expect("it runs");
    signal(first, libc::SIGKILL);
    runtime.block_on(async {
        eventually("another server runs", async || house.postmaster().is_some_and(|server| server != first)).await;
        house.ready().await;
        house.sql(&["insert into audit_events (id, at, request_id, entity, entity_id, action) values (gen_random_uuid(), now(), 'r', 'User', gen_random_uuid(), 'create')"]);
        eventually("events are sealed", async || house.sql(&["select 1 from audit_events where sequence is null"]).is_empty()).await;
    });
    assert_eq!((house.endings().len(), house.stop()), (0, Some(0)), "it went on all the time");
    // A failure that nobody can read is told by its code all the same.
    let mut serve = command(house.folder.path(), &["serve"]);
    let ended = serve.env("DARASA_MAIL_FROM", "nobody").stderr(full()).status().expect("it starts");
    assert_eq!(ended.code(), Some(78));
}
