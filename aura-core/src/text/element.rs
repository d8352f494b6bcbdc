//! A small XML document as a tree. Entities that it declares are never expanded.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::line_and_column;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// An element without the prefix of its namespace.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub name: String,
    /// The prefix in the file: `qbp` of `qbp:element`.
    pub prefix: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// The value of an attribute; empty where it is absent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// The children of a name.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The first element of a name, at any depth.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        if self.name == name {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(name))
    }
}

/// Reads the document element.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Element> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let fault = |at: u64, message: &str| {
        let place = line_and_column(text, at);
        Error::new(ErrorCode::InvalidDocument, format!("{place} of the document: {message}"))
    };
    loop {
        let at = reader.buffer_position();
        let event = reader
            .read_event()
            .map_err(|error| fault(reader.error_position(), "the XML is damaged").with_source(error))?;
        match event {
            Event::Start(tag) => {
                Limits::check_count("levels of the document", open.len(), limits.xml_depth)?;
                open.push(begin(&tag).ok_or_else(|| fault(at, "an attribute cannot be read"))?);
            }
            Event::Empty(tag) => {
                let element = begin(&tag).ok_or_else(|| fault(at, "an attribute cannot be read"))?;
                open.last_mut().map(|parent| parent.children.push(element)).unwrap_or_default();
            }
            Event::End(_) => {
                if let Some(element) = open.pop()
                    && let Some(parent) = open.last_mut()
                {
                    parent.children.push(element);
                }
            }
            Event::Text(words) => add(&mut open, &words),
            Event::CData(words) => add(&mut open, &words),
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().ok().flatten();
                let known = letter.or_else(|| match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                let letter = known.ok_or_else(|| fault(at, "an entity is used that XML does not know"))?;
                add(&mut open, letter.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(words) if words.contains("ENTITY") => {
                return Err(fault(at, "the document declares entities, which are never expanded"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let at = reader.buffer_position();
    match (open.pop(), open.is_empty()) {
        (Some(top), true) if top.children.len() > 1 => {
            Err(fault(at, "there are several elements at the top, and a document has one"))
        }
        (Some(top), true) => {
            top.children.into_iter().next().ok_or_else(|| fault(at, "there is no element in it"))
        }
        _ => Err(fault(at, "the file ends in the middle of an element")),
    }
}

fn add(open: &mut [Element], words: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(words);
    }
}

fn begin(tag: &BytesStart<'_>) -> Option<Element> {
    let whole = tag.name().into_inner().to_owned();
    let (prefix, name) = whole.split_once(':').unwrap_or(("", whole.as_str()));
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        attributes.push((attribute.key.into_inner().to_owned(), value));
    }
    Some(Element { name: name.to_owned(), prefix: prefix.to_owned(), attributes, ..Element::default() })
}
