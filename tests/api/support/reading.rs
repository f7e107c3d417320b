//! Reads a page or a mail as its reader does, and says what is wrong with its language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use darasa::kit::text::Language;
use serde_json::Value;

/// Codes that stand on pages and in mails as they are.
const CODES: [&str; 9] = ["CSV", "JSON", "SHA", "UTC", "USD", "EUR", "FTS", "PLACE_CELL_MAX", "FTS_COMMITTED_AND_PAID"];
/// What Arabic texts say in Latin letters or digits of their own, where nothing beside it can be torn apart.
const PLAIN_IN_ARABIC: [&str; 6] = ["Darasa", "CSV", "JSON", "SHA-256", "FTS", "0"];
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';
/// Language > all words of its catalogues.
static VOCABULARY: LazyLock<BTreeMap<Language, BTreeSet<String>>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, vocabulary(*language))).collect());
const MARKS: [char; 4] = ['\u{200E}', '\u{200F}', ISOLATE, END];

/// Something that people read, in one language, and the names in it that are nobody's words.
pub struct Reading<'a> {
    pub language: Language,
    /// Words of its data, such as names of places.
    pub names: &'a BTreeSet<String>,
    /// Where it is from, for whoever mends it.
    pub at: String,
}

impl Reading<'_> {
    /// Checks a page or the HTML part of a mail.
    pub fn check_html(&self, html: &str) {
        let (language, direction) = (self.language, self.language.direction());
        let opening = format!("<html lang=\"{language}\" dir=\"{direction}\">");
        assert!(html.contains(&opening), "{}: not {opening}", self.at);
        if direction == "ltr" {
            assert!(!html.contains(MARKS), "{}: marks of direction in a text that runs from left to right", self.at);
        }
        for line in lines(html, language) {
            self.check_line(&line);
        }
    }

    /// Checks plain text, whose lines may be broken anywhere and whose headings are in capitals.
    pub fn check_text(&self, text: &str) {
        for paragraph in text.split("\n\n") {
            let lines: Vec<&str> = paragraph.lines().filter(|line| !line.contains("://")).collect();
            let joined = running(&lines);
            self.report(&joined, [self.misplaced(&joined)]);
            for line in lines {
                let line = if self.is_heading(line) { line.to_lowercase() } else { line.to_owned() };
                self.report(&line, [self.leftover(&line), self.foreign(&line), self.misread(&line)]);
            }
        }
    }

    fn check_line(&self, line: &str) {
        self.report(line, [self.leftover(line), self.foreign(line), self.misread(line), self.misplaced(line)]);
    }

    fn report<const FAULTS: usize>(&self, line: &str, faults: [Option<String>; FAULTS]) {
        let faults: Vec<String> = faults.into_iter().flatten().collect();
        assert!(faults.is_empty(), "{}: {}\n{line:?}", self.at, faults.join("; "));
    }

    /// What the program left over: marks of templates, keys, codes, dates of machines.
    fn leftover(&self, line: &str) -> Option<String> {
        let marks = ["⟦", "⟧", "{ $", "{$", "{{", "}}", "{%", "Some(", "None", "null", "NaN"];
        let mark = marks.iter().find(|mark| line.contains(**mark)).map(|mark| format!("{mark} is left over"));
        let code = words(line).find(|word| is_code(word) && !CODES.contains(word) && !self.is_name(word));
        let code = code.map(|code| format!("{code} is a code and no word"));
        let day =
            line.split(|letter: char| !letter.is_ascii_digit() && letter != '-').find(|part| is_machine_date(part));
        mark.or(code).or(day.map(|day| format!("{day} is no date of {}", self.language)))
    }

    fn is_heading(&self, line: &str) -> bool {
        let in_capitals = !line.chars().any(char::is_lowercase);
        let is_word = |word: &str| VOCABULARY[&self.language].contains(&word.to_lowercase());
        in_capitals && (words(line).nth(1).is_some() || words(line).all(is_word))
    }

    fn is_name(&self, word: &str) -> bool {
        self.names.contains(&word.to_lowercase())
    }

    /// A word of another language.
    fn foreign(&self, line: &str) -> Option<String> {
        if self.language == Language::En {
            return None;
        }
        let (english, own) = (&VOCABULARY[&Language::En], &VOCABULARY[&self.language]);
        let known = |word: &str| self.is_name(word) || CODES.contains(&word) || word == "Darasa";
        let is_foreign = |word: &&str| {
            let latin_in_arabic =
                self.language == Language::Ar && word.chars().all(|letter| letter.is_ascii_alphabetic());
            let lower = word.to_lowercase();
            !known(word) && (latin_in_arabic || english.contains(&lower)) && !own.contains(&lower)
        };
        words(line).find(is_foreign).map(|word| format!("{word} is no word of {}", self.language))
    }

    /// A number that readers of the language would read as another one.
    fn misread(&self, line: &str) -> Option<String> {
        let (group, point) = match self.language {
            Language::En | Language::Ar => (',', '.'),
            Language::Fr => ('\u{202F}', ','),
            Language::Es | Language::Pt => ('.', ','),
        };
        let other_digits = |letter: &char| letter.is_numeric() && !letter.is_ascii_digit();
        let digit = line.chars().find(other_digits).map(|digit| format!("{digit} is of another system of digits"));
        let is_part = |letter: char| letter.is_ascii_digit() || [',', '.', '\u{202F}'].contains(&letter);
        let numbers =
            line.split(|letter: char| !is_part(letter)).map(|number| number.trim_matches([',', '.', '\u{202F}']));
        let wrong = numbers.filter(|number| !number.is_empty()).find(|number| !is_written_with(number, group, point));
        digit.or(wrong.map(|number| format!("{number} is not how {} writes a number", self.language)))
    }

    /// Something that runs from left to right and is not kept together inside Arabic.
    fn misplaced(&self, line: &str) -> Option<String> {
        if self.language.direction() == "ltr" {
            return None;
        }
        let Some(outside) = outside_of_isolates(line) else { return Some("an isolate is not closed".to_owned()) };
        let has_letters = line.chars().any(char::is_alphabetic);
        if !has_letters {
            let parts: Vec<char> = outside.chars().collect();
            let torn = parts.windows(3).find(|three| {
                three[0].is_ascii_digit() && ['-', '–', '/'].contains(&three[1]) && three[2].is_ascii_digit()
            });
            return torn.map(|torn| format!("{} runs the other way", torn.iter().collect::<String>()));
        }
        if !outside.chars().any(is_arabic) {
            return None;
        }
        let is_latin = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let mut latin = outside.split(|letter: char| !is_latin(letter)).map(|part| part.trim_matches('-'));
        let loose = latin.find(|part| !part.is_empty() && !PLAIN_IN_ARABIC.contains(part));
        loose.map(|part| format!("{part} is not kept in its place"))
    }
}

/// The words of data, in small letters: whatever is no address and no code of the program's own.
pub fn names(data: &Value) -> BTreeSet<String> {
    match data {
        Value::String(text) if text.contains("://") => BTreeSet::new(),
        Value::String(text) => words(text).filter(|word| !is_code(word)).map(str::to_lowercase).collect(),
        Value::Array(list) => list.iter().flat_map(names).collect(),
        Value::Object(object) => object.values().flat_map(names).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => BTreeSet::new(),
    }
}

/// The words of a text. What has digits in it, such as `XE01`, is none.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split_whitespace().filter(|part| !part.contains(|letter: char| letter.is_ascii_digit()));
    let words = parts.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic() && letter != '_'));
    words.filter(|word| !word.is_empty())
}

fn is_code(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|letter| letter.is_ascii_uppercase() || letter == b'_')
}

fn is_machine_date(part: &str) -> bool {
    let parts: Vec<usize> = part.split('-').map(str::len).collect();
    parts == [4, 2, 2]
}

fn is_arabic(letter: char) -> bool {
    ('\u{0600}'..='\u{06FF}').contains(&letter)
}

fn is_written_with(number: &str, group: char, point: char) -> bool {
    let marks: Vec<char> = number.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let parts: Vec<usize> = number.split(|letter: char| !letter.is_ascii_digit()).map(str::len).collect();
    let Some((last_mark, groups)) = marks.split_last() else { return true };
    let grouped = |marks: &[char], parts: &[usize]| {
        marks.iter().all(|mark| *mark == group) && parts.iter().skip(1).all(|digits| *digits == 3)
    };
    let (last, whole) = parts.split_last().unwrap_or((&0, &[]));
    grouped(&marks, &parts) || (*last_mark == point && *last > 0 && grouped(groups, whole))
}

/// What stands outside of all isolates; none where they are not balanced.
fn outside_of_isolates(line: &str) -> Option<String> {
    let (mut depth, mut outside) = (0_usize, String::new());
    for letter in line.chars() {
        match letter {
            ISOLATE => depth += 1,
            END => depth = depth.checked_sub(1)?,
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
        if letter == END && depth == 0 {
            // What stood here keeps its neighbours apart.
            outside.push('\u{FFFC}');
        }
    }
    (depth == 0).then_some(outside)
}

/// The lines of a paragraph as one, without those that hold nothing of the reader's script and stand in no isolate: such a line, as a title in another
/// language is one, runs in its own direction, and nothing beside it can be torn apart.
fn running(lines: &[&str]) -> String {
    let mut depth = 0_usize;
    let runs_with_others = |line: &&&str| {
        let before = depth;
        for letter in line.chars() {
            match letter {
                ISOLATE => depth += 1,
                END => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        before > 0 || line.contains(|letter: char| is_arabic(letter) || MARKS.contains(&letter))
    };
    lines.iter().filter(runs_with_others).copied().collect::<Vec<_>>().join(" ")
}

fn vocabulary(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.as_str());
    let files = fs::read_dir(folder).expect("catalogues").map(|entry| entry.expect("a catalogue").path());
    let mut all = BTreeSet::new();
    for path in files {
        let source = fs::read_to_string(path).expect("text");
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let said = if line.starts_with(' ') { line } else { line.split_once('=').map_or("", |(_, said)| said) };
            let mut depth = 0_usize;
            let spoken: String = said
                .chars()
                .map(|letter| {
                    match letter {
                        '{' | '[' => depth += 1,
                        '}' | ']' => depth = depth.saturating_sub(1),
                        _ if depth == 0 => return letter,
                        _ => {}
                    }
                    ' '
                })
                .collect();
            all.extend(words(&spoken).filter(|word| !word.contains('_')).map(str::to_lowercase));
        }
    }
    all
}

/// The lines that a reader sees, or hears from attributes, without what a page marks as being in another language. A `bdi` is an isolate.
fn lines(html: &str, language: Language) -> Vec<String> {
    const VOID: [&str; 4] = ["meta", "link", "input", "br"];
    const INLINE: [&str; 9] = ["a", "b", "bdi", "code", "em", "i", "small", "span", "strong"];
    let mut lines = vec![String::new()];
    let (mut open, mut other): (Vec<&str>, Option<usize>) = (Vec::new(), None);
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("tags are closed");
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        let is_end = tag.starts_with('/');
        if is_end {
            open.pop();
            if other.is_some_and(|depth| open.len() < depth) {
                other = None;
            }
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
            let marked = attribute(tag, "lang").is_some_and(|marked| marked != language.as_str());
            if other.is_none() && (marked || ["style", "script"].contains(&name)) {
                other = Some(open.len());
            }
        }
        if other.is_none() {
            let heard = ["aria-label", "data-label", "alt", "title", "placeholder"].iter();
            lines.extend(heard.filter_map(|name| attribute(tag, name)).map(|text| plain(&text)));
        }
        if !INLINE.contains(&name) {
            lines.push(String::new());
        }
        let line = lines.last_mut().expect("one line at least");
        if name == "bdi" && other.is_none() {
            line.push(if is_end { END } else { ISOLATE });
        }
        if other.is_none() {
            line.push_str(&plain(text));
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(str::to_owned)
}

fn plain(text: &str) -> String {
    let entities = [
        ("&nbsp;", " "),
        ("&#39;", "'"),
        ("&#34;", "\""),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn the_check_sees_what_readers_stumble_over() {
    let names = BTreeSet::from(["belqor".to_owned()]);
    let reading = |language| Reading { language, names: &names, at: String::new() };
    let (french, arabic) = (reading(Language::Fr), reading(Language::Ar));
    assert_eq!(french.foreign("Appel pour l’éducation à Belqor"), None);
    assert!(french.foreign("Appel of Belqor").is_some());
    assert!(french.leftover("⟦key⟧").is_some() && french.leftover("PAID").is_some());
    assert!(french.leftover("le 2026-10-31").is_some());
    assert_eq!(french.misread("48\u{202F}600\u{202F}000,50 et 36,9"), None);
    for wrong in ["48,600,000", "48.6 %", "١٢"] {
        assert!(french.misread(wrong).is_some(), "{wrong}");
    }
    assert_eq!(arabic.misplaced("من \u{2068}12\u{2069} في \u{2068}Belqor\u{2069}، 0"), None);
    for wrong in ["من 12", "في Belqor", "\u{2068}12", "14–12"] {
        assert!(arabic.misplaced(wrong).is_some(), "{wrong}");
    }
    let html = "<html><p>a <b>b</b> <bdi>c</bdi></p><p lang=\"en\">d<b>e</b></p><p data-label=\"f\">g&#39;</p></html>";
    assert_eq!(lines(html, Language::Fr), ["a b \u{2068}c\u{2069}", "f", "g'"]);
}
