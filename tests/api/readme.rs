//! What README.md and docs/API.md show, typed in as it stands there.

use std::process::Command;

use super::support::{database::TestDatabase, migrate, served::Served};

/// The steps of a section: the code in one language, and the answer below it, which may stand below the same step in other languages.
fn steps(document: &str, section: &str, language: &str) -> Vec<(String, String)> {
    let section = document.split("\n## ").find(|text| text.starts_with(section)).expect("there is the section");
    let (mut steps, mut code) = (Vec::new(), None);
    // Outside and inside of fences take turns.
    for fenced in section.split("```").skip(1).step_by(2) {
        let (of, text) = fenced.split_once('\n').expect("a fence opens a line");
        let text = text.trim_end().to_owned();
        if of == language {
            assert_eq!(code.replace(text), None, "a step without an answer");
        } else if of == "json" {
            steps.push((code.take().expect("an answer to a step"), text));
        }
    }
    steps
}

/// Runs the steps in one process, as somebody types them who reads them, and compares what each prints.
fn follow(steps: &[(String, String)], program: &str, tools: &str, separator: &str) {
    let found = Command::new("sh").args(["-c", &format!("command -v {tools}")]).output().expect("a shell");
    if !found.status.success() && std::env::var_os("CI").is_none() {
        eprintln!("skipped: this needs {tools}");
        return;
    }
    let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
    let served = Served::start_demo(&database.url, folder.path());
    // A line between the steps tells the answers apart.
    let script: String = steps.iter().map(|(code, _)| format!("{code}\n{separator}\n")).collect();
    let mut command = Command::new(program);
    command.args(["-c", &script]).env("U", &served.url).env("MAILS", folder.path().join("mail"));
    let output = command.current_dir(folder.path()).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    let answers: Vec<&str> = said.split("----\n").map(str::trim_end).collect();
    for (number, (code, expected)) in steps.iter().enumerate() {
        assert_eq!(answers.get(number).copied().unwrap_or("nothing"), expected, "{code}\n{wrong}");
    }
}

#[test]
fn the_tour_of_the_readme_answers_what_it_says() {
    let steps = steps(include_str!("../../README.md"), "A tour", "sh");
    assert_eq!(steps.len(), 8);
    follow(&steps, "bash", "bash curl jq", "echo ----");
}

const API: &str = include_str!("../../docs/API.md");
const PROGRAM: &str = "A partner's program, step by step";

#[test]
fn a_partners_program_in_shell_does_what_the_api_s_page_says() {
    let steps = steps(API, PROGRAM, "sh");
    assert_eq!(steps.len(), 10);
    follow(&steps, "bash", "bash curl jq", "echo ----");
}

#[test]
fn a_partners_program_in_python_does_what_the_api_s_page_says() {
    let steps = steps(API, PROGRAM, "python");
    assert_eq!(steps.len(), 10);
    follow(&steps, "python3", "python3", "print('----', flush=True)");
}
