//! Versions of programs as texts that sort in the right order.

use serde_json::Value;

use super::compare::plain_text;

/// A version whose numbers are padded to five places, so that texts compare as versions do. A release sorts after
/// its candidates.
pub(super) fn padded(value: &Value) -> Vec<u16> {
    let text = match value {
        Value::Number(_) => plain_text(value),
        Value::String(text) if !text.is_empty() => text.clone(),
        _ => "0".to_owned(),
    };
    let text = text.strip_prefix('v').unwrap_or(&text);
    let text = text.split('+').next().unwrap_or("");
    let mut parts: Vec<String> = text.split(['-', '.']).map(pad).collect();
    if parts.len() == 3 {
        parts.push("~".to_owned());
    }
    parts.join("-").encode_utf16().collect()
}

fn pad(part: &str) -> String {
    let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("{part:>5}") } else { part.to_owned() }
}
