//! Bodies in XML: what an answer writes, and as much of a request as can be judged.

use quick_xml::escape::escape;
use serde_json::{Map, Value};

use crate::limits::Limits;
use crate::text::element;

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

/// The fields of a flat document, each as its text. A document with elements in elements, attributes or an element twice
/// has more than one reading, and is handed on as its text, which nobody judges.
///
/// # Errors
/// Why it is no document.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let root = element::read(text, &Limits::default()).map_err(|error| format!("is no XML: {error}"))?;
    let mut fields = Map::new();
    for child in &root.children {
        let is_plain = child.children.is_empty() && child.attributes.is_empty();
        if !is_plain || fields.contains_key(&child.name) {
            return Ok(Value::String(text.to_owned()));
        }
        fields.insert(child.name.clone(), Value::String(child.text.clone()));
    }
    if fields.is_empty() { Ok(Value::String(text.to_owned())) } else { Ok(Value::Object(fields)) }
}
