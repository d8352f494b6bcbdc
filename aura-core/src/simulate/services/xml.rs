//! Bodies in XML: what an answer writes, and as much of a request as can be judged.

use quick_xml::escape::escape;
use serde_json::Value;

use crate::limits::Limits;
use crate::text::element::{self, Element};

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

/// The fields of a document, and one that comes several times as a list. A field of text alone is that text, and one with
/// elements in it an object: it has more than one reading. A document of text alone is that text; an empty one, and one
/// with attributes, is handed on as it is written, which nobody judges.
///
/// # Errors
/// Why it is no document.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let root = element::read(text, &Limits::default()).map_err(|error| format!("is no XML: {error}"))?;
    let is_empty = root.children.is_empty() && root.text.trim().is_empty();
    if is_empty || has_attributes(&root) {
        return Ok(Value::String(text.to_owned()));
    }
    Ok(value_of(root))
}

fn has_attributes(element: &Element) -> bool {
    !element.attributes.is_empty() || element.children.iter().any(has_attributes)
}

fn value_of(element: Element) -> Value {
    if element.children.is_empty() {
        return Value::String(element.text);
    }
    form(element.children.into_iter().map(|child| (child.name.clone(), value_of(child))))
}
