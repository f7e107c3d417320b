//! What a heading says, whatever its capitals, accents, blanks and line breaks; and the grammar of HXL tags.

use std::{collections::BTreeSet, fmt};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a heading, as they are compared: without capitals, accents and punctuation. Signs that tell columns apart (`%`, `+`, `<`,
/// `>`) count as words: `18+` is not `18`.
pub fn words(heading: &str) -> String {
    let mut words = String::new();
    for letter in heading
        .nfkd()
        .filter(|&letter| !is_combining_mark(letter) && !is_invisible(letter))
        .flat_map(char::to_lowercase)
    {
        match letter {
            '%' | '+' | '<' | '>' => words.extend([' ', letter, ' ']),
            letter if letter.is_alphanumeric() => words.push(letter),
            _ => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that a heading may be known by: the whole of it, and each of its lines (headings in two languages stand above each other).
pub(super) fn readings(heading: &str) -> Vec<String> {
    let mut readings = vec![words(heading)];
    if heading.contains(['\n', '\r']) {
        readings.extend(heading.split(['\n', '\r']).map(words));
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

/// Text of a file as it may stand in a message: on one line, and not endless.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}...", &line[..end]),
        None => line,
    }
}

/// An HXL tag: a hashtag and its attributes, whose order means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    hashtag: String,
    attributes: BTreeSet<String>,
}

impl Tag {
    /// Reads a tag. Capitals and blanks before an attribute are accepted (`#ADM1 +Code`). Vocabulary attributes (`+v_pcode`) say where
    /// codes come from, not what the column is, and are left out.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let mut parts = lower.strip_prefix('#')?.split('+');
        // A blank may stand before a plus sign, nowhere else.
        let hashtag = parts.next()?.trim_end().to_owned();
        let last = parts.clone().count();
        let attributes: Option<BTreeSet<String>> = parts
            .enumerate()
            .map(|(index, part)| if index + 1 == last { part } else { part.trim_end() })
            .map(|part| is_word(part).then(|| part.to_owned()))
            .collect();
        let attributes = attributes?.into_iter().filter(|attribute| !attribute.starts_with("v_")).collect();
        is_word(&hashtag).then_some(Self { hashtag, attributes })
    }

    /// The word behind the `#`.
    pub fn hashtag(&self) -> &str {
        &self.hashtag
    }

    /// The words behind each `+`, in the order of the alphabet.
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(String::as_str)
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.hashtag)?;
        self.attributes.iter().try_for_each(|attribute| write!(f, "+{attribute}"))
    }
}

fn is_word(part: &str) -> bool {
    part.starts_with(|first: char| first.is_ascii_alphabetic())
        && part.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn headings_are_compared_without_capitals_accents_blanks_and_punctuation() {
        let cases = [
            ("  Número de NIÑAS ", "numero de ninas"),
            ("ADM1_PCODE", "adm1 pcode"),
            ("Sub=District", "sub district"),
            ("ACCRONYME*", "accronyme"),
            ("Girls\n(3-5)", "girls 3 5"),
            ("18+", "18 +"),
            ("% reached", "% reached"),
            ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
            ("المُحافظة", "المحافظة"),
            ("--", ""),
        ];
        for (heading, expected) in cases {
            assert_eq!(words(heading), expected);
        }
    }

    #[test]
    fn a_heading_in_two_languages_is_known_by_each_line() {
        assert_eq!(readings("Governorate\nالمحافظة"), ["governorate المحافظة", "governorate", "المحافظة"]);
    }

    #[test]
    fn tags_are_read_by_the_grammar_of_hxl() {
        let tag = Tag::parse("#adm1+code").expect("a tag");
        for same in ["#adm1 +code", "#ADM1+Code", " #adm1+code ", "#adm1+code+v_pcode", "#adm1+code+code"] {
            assert_eq!(Tag::parse(same), Some(tag.clone()), "{same}");
        }
        assert_eq!(Tag::parse("#reached+f+children"), Tag::parse("#reached+children+f"));
        assert_ne!(Tag::parse("#adm1+name"), Some(tag));
        for wrong in ["# org", "#org impl", "#org+", "#org+3w", "org", "#", "", "#3w", "#inneed,", "#o rg+x"] {
            assert_eq!(Tag::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn long_text_is_shortened_in_messages() {
        assert_eq!(shown(" a \n b "), "a b");
        assert_eq!(shown(&"ü".repeat(61)), format!("{}...", "ü".repeat(60)));
    }

    proptest! {
        #[test]
        fn no_heading_makes_the_readers_panic(text in "\\PC{0,30}|[#+a-z0-9_ \n]{0,30}") {
            let _any = (readings(&text), Tag::parse(&text), shown(&text));
            prop_assert_eq!(words(&words(&text)), words(&text));
        }
    }
}
