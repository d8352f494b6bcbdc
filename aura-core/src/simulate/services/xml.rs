//! Bodies in XML: what an answer writes, and as much of a request as can be judged.

use quick_xml::escape::escape;
use serde_json::Value;

use crate::limits::Limits;
use crate::text::element;

use super::message::form;

/// A value as a document.
pub(super) fn write(value: &Value) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    add("root", value, &mut text);
    text
}

fn add(name: &str, value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| add(name, item, text)),
        Value::Object(fields) => {
            text.push_str(&format!("<{name}>"));
            fields.iter().for_each(|(name, value)| add(name, value, text));
            text.push_str(&format!("</{name}>"));
        }
        plain => {
            let plain = plain.as_str().map_or_else(|| plain.to_string(), str::to_owned);
            text.push_str(&format!("<{name}>{}</{name}>", escape(plain.as_str())));
        }
    }
}

/// The fields of a flat document, each as its text, and one that comes several times as a list. A document with elements
/// in elements or attributes has more than one reading, and is handed on as its text, which nobody judges.
///
/// # Errors
/// Why it is no document.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let root = element::read(text, &Limits::default()).map_err(|error| format!("is no XML: {error}"))?;
    let is_plain = |child: &element::Element| child.children.is_empty() && child.attributes.is_empty();
    if root.children.is_empty() || !root.children.iter().all(is_plain) {
        return Ok(Value::String(text.to_owned()));
    }
    Ok(form(root.children.iter().map(|child| (child.name.clone(), child.text.clone()))))
}
