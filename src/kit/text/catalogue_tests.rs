//! What holds for all catalogues: the same keys with the same arguments in every language, and no key in the program that they lack.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;

use super::{ArabicDigits, Language, catalogue::bundle, plural::FORM};

/// Key > the arguments that it mentions.
type Keys = BTreeMap<String, BTreeSet<String>>;

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder and the folders in it.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path());
    let (folders, mut found): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found.sort();
    found
}

fn catalogues(language: Language) -> BTreeMap<String, Keys> {
    let folder = root().join("locales").join(language.as_str());
    let catalogue = |path: &PathBuf| {
        let source = fs::read_to_string(path).expect("readable");
        FluentResource::try_new(source.clone()).unwrap_or_else(|(_, errors)| unreachable!("{path:?}: {errors:?}"));
        (path.file_name().expect("a file").to_string_lossy().into_owned(), keys(&source))
    };
    files(&folder).iter().map(catalogue).collect()
}

/// Reads keys and arguments line by line: a message begins at the start of a line, and an argument is a `$` with a name inside braces. The form
/// that a number brings along is no argument.
fn keys(source: &str) -> Keys {
    let mut keys = Keys::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.is_empty() && !key.starts_with(' ')) {
            current = key.to_owned();
            keys.insert(current.clone(), BTreeSet::new());
        }
        for mention in line.split("{ $").skip(1) {
            let name = mention.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next();
            // Whether a noun needs its form is a matter of the language: see `plural_tests`.
            let name = name.filter(|name| !name.ends_with(FORM));
            keys.entry(current.clone()).or_default().extend(name.map(str::to_owned));
        }
    }
    keys
}

/// The keys that a source names: the first argument of each call of a method `text`.
fn used(source: &str) -> impl Iterator<Item = &str> {
    source.split(".text(").skip(1).filter_map(|call| {
        let key = call.trim_start().strip_prefix('"')?.split('"').next()?;
        key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-').then_some(key)
    })
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let english = catalogues(Language::En);
    assert!(!english.is_empty());
    for language in Language::ALL {
        assert_eq!(catalogues(*language), english, "{language} against English");
    }
}

#[test]
fn every_key_that_the_program_says_is_in_the_catalogues_and_none_is_left_over() {
    let sources = files(&root().join("src"));
    let sources = sources.iter().filter(|path| !path.to_string_lossy().contains("kit/text/catalogue"));
    let sources: Vec<String> = sources.map(|path| fs::read_to_string(path).expect("text")).collect();
    let used: BTreeSet<&str> = sources.iter().flat_map(|source| used(source)).collect();
    let catalogues = catalogues(Language::En);
    let known: BTreeSet<&str> = catalogues.values().flat_map(|keys| keys.keys().map(String::as_str)).collect();
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "these texts are in no catalogue: {missing:?}");
    // The client has catalogues of its own, whose keys are used in its sources.
    let ours = catalogues.iter().filter(|(file, _)| !file.starts_with("web"));
    let ours = ours.flat_map(|(_, keys)| keys.keys());
    let idle: Vec<_> =
        ours.filter(|key| !sources.iter().any(|source| source.contains(&format!("\"{key}\"")))).collect();
    assert!(idle.is_empty(), "nobody says these texts: {idle:?}");
}

#[test]
fn the_check_itself_sees_keys_arguments_and_uses() {
    let source = "# note = { $no }\none = A { $name }\ntwo =\n    { $count-form ->\n       *[other] { $count } of { $all }\n    }\n";
    let found = keys(source);
    assert_eq!(found["one"], BTreeSet::from(["name".to_owned()]));
    assert_eq!(found["two"], BTreeSet::from(["all".to_owned(), "count".to_owned()]));
    assert_eq!(found.len(), 2);
    assert!(bundle(Language::En, &[source], ArabicDigits::Latin).is_ok());
    assert_eq!(used("say.text(\"one\", []) + texts.text( \"two\")").collect::<Vec<_>>(), ["one", "two"]);
}
