//! The guard against formula injection in text files. A spreadsheet program runs a cell of a text file that begins like a formula, so
//! such text gets a leading quote when it is written, and loses it when it is read.

use std::borrow::Cow;

/// What a spreadsheet program, or a careless importer before it, may take for the beginning of a formula.
const TRIGGERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// The text as it may stand in a text file. Text that already looks guarded gets one more quote, so that reading gives back the same.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(TRIGGERS) { format!("'{text}").into() } else { text.into() }
}

/// The text without the quote that [`guarded`] put before it.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(TRIGGERS) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_that_begins_like_a_formula_is_guarded_and_other_text_is_not() {
        let cases = [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+254 700 000 000", "'+254 700 000 000"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("it's", "it's"),
            ("'quoted'", "'quoted'"),
            ("a=b", "a=b"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(guarded(text), expected);
        }
    }

    proptest! {
        #[test]
        fn guarding_and_unguarding_gives_back_the_same(text in "['=+@-]{0,4}.{0,6}") {
            let written = guarded(&text);
            prop_assert_eq!(unguarded(&written), text.as_str());
            prop_assert!(!written.starts_with(TRIGGERS));
        }
    }
}
