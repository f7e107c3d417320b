//! Addresses on the web that people give for documents that lie elsewhere.

use crate::kit::{Error, Result};

/// The longest address.
const LONGEST: usize = 2000;

/// An address that a reader can open: `http` or `https`, with a host, and nothing that a page would take for something else.
///
/// # Errors
/// When it is none; `field` is the input that it came in.
pub fn web_address(text: &str, field: &str) -> Result<String> {
    let text = text.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    });
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let is_host = host.is_some_and(|host| host.chars().any(char::is_alphanumeric) && !host.contains('@'));
    let is_plain = |c: char| !(c.is_whitespace() || c.is_control() || "<>\"'`\\".contains(c));
    if is_host && text.chars().count() <= LONGEST && text.chars().all(is_plain) {
        Ok(text.to_owned())
    } else {
        let message = "give an address such as https://example.org/document.pdf, of at most 2,000 characters";
        Err(Error::invalid(field, "web-address", message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_a_reader_can_open() {
        for good in
            ["https://example.org", " HTTP://example.org:8080/a?b=c#d ", "https://exemple.org/été", "https://[::1]/"]
        {
            assert_eq!(web_address(good, "url").expect(good), good.trim());
        }
        let long = format!("https://example.org/{}", "x".repeat(LONGEST));
        let wrong = [
            "",
            "example.org",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "https:///path",
            "https://a b",
            "https://a\"onclick=",
            "https://user:secret@example.org",
            "é",
            &long,
        ];
        for wrong in wrong {
            let error = web_address(wrong, "url").expect_err(wrong);
            assert_eq!((error.key(), error.field()), ("web-address", Some("url")), "{wrong}");
        }
    }
}
