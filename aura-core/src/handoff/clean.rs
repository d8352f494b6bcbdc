//! Takes characters out of a document's words that could mislead a reader or break a format.
//!
//! Control characters, characters that turn the direction of writing, and code points that XML 1.0 does not
//! allow become spaces, once, before anything is rendered. So no format needs its own list.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

/// A copy of a document in which every text is safe to print in any of the formats.
pub(super) fn cleaned<T: Serialize + DeserializeOwned>(document: &T) -> Result<T> {
    let mut value = serde_json::to_value(document).map_err(internal)?;
    clean_value(&mut value);
    serde_json::from_value(value).map_err(internal)
}

/// A text without dangerous characters; the same text where there are none.
pub(super) fn clean_text(text: &str) -> String {
    text.chars().map(|character| if is_dangerous(character) { ' ' } else { character }).collect()
}

fn internal(error: serde_json::Error) -> Error {
    Error::new(ErrorCode::Internal, "a document could not be copied").with_source(error)
}

/// JSON nests at most 128 deep when it is read, and plans nest far less, so the recursion is bounded.
fn clean_value(value: &mut Value) {
    match value {
        Value::String(text) if text.chars().any(is_dangerous) => *text = clean_text(text),
        Value::Array(items) => items.iter_mut().for_each(clean_value),
        Value::Object(members) => members.values_mut().for_each(clean_value),
        _ => {}
    }
}

fn is_dangerous(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => true,
        '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_escapes_and_direction_marks_become_spaces() {
        let check = |text: &str, expect: &str| assert_eq!(clean_text(text), expect);
        check("pay\u{1b}[31m now", "pay [31m now");
        check("a\u{202e}b", "a b");
        check("line\nnext\ttab", "line\nnext\ttab");
        check("naïve € 日本", "naïve € 日本");
    }
}
