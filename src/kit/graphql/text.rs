//! Refuses text that can never be kept. Postgres has no character U+0000, and would answer it deep inside with a fault of ours; a field that only
//! looks something up by such a text would fail the same way.

use juniper::{InputValue, ScalarValue};

use crate::kit::{Error, Result};

/// Checks the value of the variable or argument `name`, however deep its texts lie.
///
/// # Errors
/// `INVALID` that names the first input with such a text.
pub(super) fn check(name: &str, value: &InputValue) -> Result<()> {
    match unstorable(value) {
        None => Ok(()),
        Some(path) => {
            let field = path.strip_prefix('.').unwrap_or(name);
            Err(Error::invalid(field, "text-unstorable", "a text cannot hold the character U+0000; take it out"))
        }
    }
}

/// The path to the first text that cannot be kept, below `value`.
fn unstorable(value: &InputValue) -> Option<String> {
    match value {
        InputValue::Scalar(scalar) => scalar.try_as_str().is_some_and(|text| text.contains('\0')).then(String::new),
        InputValue::List(items) => items.iter().find_map(|item| unstorable(&item.item)),
        InputValue::Object(entries) => entries
            .iter()
            .find_map(|(name, value)| unstorable(&value.item).map(|below| format!(".{}{below}", name.item))),
        InputValue::Null | InputValue::Enum(_) | InputValue::Variable(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_a_zero_character_is_refused_by_the_input_that_holds_it() {
        let read = |json: &str| serde_json::from_str::<InputValue>(json).expect("JSON");
        let field = |json: &str| check("input", &read(json)).err().and_then(|error| error.field().map(str::to_owned));
        assert_eq!(field(r#"{"name": "a", "parts": [{"code": "\u0001"}]}"#), None);
        assert_eq!(field(r#""a\u0000b""#).as_deref(), Some("input"));
        assert_eq!(field(r#"{"name": "\u0000"}"#).as_deref(), Some("name"));
        assert_eq!(field(r#"{"parts": [{"code": "a"}, {"code": "\u0000"}]}"#).as_deref(), Some("parts.code"));
    }
}
