//! The tour of the README, typed in as it stands there.

use std::process::Command;

use super::support::{database::TestDatabase, migrate, served::Served};

/// The commands and the answers of the tour, block by block.
fn tour() -> Vec<(String, String)> {
    let readme = include_str!("../../README.md");
    let tour = readme.split("\n## ").find(|section| section.starts_with("A tour")).expect("there is a tour");
    let block = |text: &str| text.split("\n```").next().expect("a block ends").trim_start_matches('\n').to_owned();
    let commands = tour.split("```sh").skip(1);
    commands.map(|text| (block(text), block(text.split("```json").nth(1).expect("an answer")))).collect()
}

#[test]
fn the_tour_of_the_readme_answers_what_it_says() {
    let tools = Command::new("sh").args(["-c", "command -v bash curl jq"]).output().expect("a shell");
    if !tools.status.success() && std::env::var_os("CI").is_none() {
        eprintln!("skipped: the tour needs bash, curl and jq");
        return;
    }
    let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
    let served = Served::start_demo(&database.url, folder.path());
    let tour = tour();
    assert_eq!(tour.len(), 7);
    // One shell for all, as a newcomer has it; a line between the blocks tells the answers apart.
    let script: String = tour.iter().map(|(commands, _)| format!("{commands}\necho ----\n")).collect();
    let mut shell = Command::new("bash");
    shell.args(["-c", &script]).env("U", &served.url).env("MAILS", folder.path().join("mail"));
    let output = shell.output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    let answers: Vec<&str> = said.split("----\n").map(str::trim_end).collect();
    for ((commands, expected), answer) in tour.iter().zip(answers) {
        assert_eq!(answer, expected, "{commands}\n{wrong}");
    }
}
