//! The reference of settings is the program's own, and secrets may stand in files.

use std::{fs, os::unix::fs::PermissionsExt};

use darasa::app::settings;

use super::{
    embedded::assert_says,
    support::{
        database::TestDatabase,
        migrate,
        served::{self, Served},
    },
};

#[test]
fn the_reference_in_the_docs_is_that_of_the_program() {
    let stale = "is stale: run `make schema`";
    assert!(include_str!("../../docs/SETTINGS.md") == settings::markdown(), "docs/SETTINGS.md {stale}");
    assert!(include_str!("../../.env.example") == settings::env_example(), ".env.example {stale}");
}

#[test]
fn no_setting_is_read_that_the_reference_does_not_have() {
    let told = settings::env_example();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            if path.to_string_lossy().ends_with("_tests.rs") {
                continue;
            }
            // What tests read is no setting.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for read in text.split("env::var").skip(1).filter_map(|rest| rest.split('"').nth(1)) {
                let of_the_system =
                    ["HOME", "LC_ALL", "XDG_DATA_HOME", "XDG_CACHE_HOME", "NO_COLOR", "PATH"].contains(&read);
                let looks_like_one = read.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                assert!(
                    !looks_like_one || of_the_system || told.contains(&format!("#{read}=")),
                    "{}: {read}",
                    path.display()
                );
            }
        }
    }
}

#[actix_web::test]
async fn secrets_are_read_from_files_and_never_from_both() {
    let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
    let put = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("our file");
        path
    };
    let (url, token) = (put("url", &format!("{}\n", database.url)), put("token", "a secret of those who run it\n"));
    let serve = || {
        let mut serve = served::command("", folder.path(), &["serve"]);
        serve.env_remove("DATABASE_URL").env("DATABASE_URL_FILE", &url).env("DARASA_METRICS_TOKEN_FILE", &token);
        serve
    };
    let program = Served::of(&mut serve());
    let client = reqwest::Client::new();
    let figures = |bearer: &'static str| client.get(format!("{}/metrics", program.url)).bearer_auth(bearer).send();
    assert_eq!(figures("a secret of those who run it").await.expect("an answer").status().as_u16(), 200);
    assert_eq!(figures("another").await.expect("an answer").status().as_u16(), 404);
    assert_eq!(client.get(format!("{}/ready", program.url)).send().await.expect("an answer").status().as_u16(), 200);
    drop(program);
    for (variable, value, words) in [
        ("DATABASE_URL_FILE", "/nowhere/url", "/nowhere/url: No such file or directory"),
        ("DATABASE_URL_FILE", put("empty", "\n").to_str().expect("ours"), "it is empty"),
        ("DATABASE_URL", database.url.as_str(), "DATABASE_URL is given, too"),
        ("DARASA_METRICS_TOKEN", "x", "DARASA_METRICS_TOKEN is given, too"),
    ] {
        let output = serve().env(variable, value).output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(78), "{said}");
        assert_says(&said, &["cannot be used", words]);
        assert!(!said.contains("a secret of those"), "{said}");
    }
}
