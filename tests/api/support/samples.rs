//! Samples of data with every count that languages tell apart.

use serde_json::Value;

/// Counts that some language has a form of its own for.
pub const COUNTS: [i64; 7] = [0, 1, 2, 3, 11, 100, 1_000_000];

/// Places of a document that are no numbers, though they look like one.
const NO_NUMBERS: [&str; 2] = ["outline", "methodVersion"];

/// The same with every number the same.
pub fn with_count(sample: &Value, count: i64) -> Value {
    with_numbers(sample, &|number| match number {
        Value::String(_) => Value::String(count.to_string()),
        _ => count.into(),
    })
}

/// The same with every number changed. Exact numbers are texts.
pub fn with_numbers(sample: &Value, change: &impl Fn(&Value) -> Value) -> Value {
    match sample {
        Value::Number(_) => change(sample),
        Value::String(text) if is_number(text) => change(sample),
        Value::Array(list) => list.iter().map(|one| with_numbers(one, change)).collect(),
        Value::Object(object) => {
            let changed = |(name, value): (&String, &Value)| {
                let kept = NO_NUMBERS.contains(&name.as_str());
                (name.clone(), if kept { value.clone() } else { with_numbers(value, change) })
            };
            object.iter().map(changed).collect()
        }
        _ => sample.clone(),
    }
}

/// The same without each number that may be absent: `accepts` says of a document whether it is still one.
pub fn without_numbers(sample: &Value, accepts: &impl Fn(&Value) -> bool) -> Value {
    let mut all = sample.clone();
    for path in paths(sample, "") {
        let mut without = all.clone();
        if let Some(place) = without.pointer_mut(&path) {
            *place = Value::Null;
        }
        if accepts(&without) {
            all = without;
        }
    }
    all
}

/// The same with names instead of sentences, so that every word of a sentence is one of the program's.
pub fn with_names(sample: &Value) -> Value {
    match sample {
        Value::String(text) if text.contains(' ') && !text.contains("://") => Value::from("Qandor Tesmir"),
        Value::Array(list) => list.iter().map(with_names).collect(),
        Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), with_names(value))).collect(),
        _ => sample.clone(),
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-')
        && text.parse::<rust_decimal::Decimal>().is_ok()
}

fn paths(sample: &Value, at: &str) -> Vec<String> {
    match sample {
        Value::Number(_) => vec![at.to_owned()],
        Value::String(text) if is_number(text) => vec![at.to_owned()],
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(index, one)| paths(one, &format!("{at}/{index}"))).collect()
        }
        Value::Object(object) => {
            object.iter().flat_map(|(name, value)| paths(value, &format!("{at}/{name}"))).collect()
        }
        _ => Vec::new(),
    }
}
