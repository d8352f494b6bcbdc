//! XES (IEEE 1849-2016): the elements of the file one after the other, without a tree of the document.
//!
//! Entities that a document declares are never expanded: a document that declares any is refused.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::domain::event_log::{
    EVENT_LOG_SCHEMA_VERSION, EventLog, LogAttribute, LogClassifier, LogExtension, LogGlobal, LogValue,
    LoggedCase, LoggedEvent,
};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::text::{DateOrder, Moment, line_and_column};

/// Most notes that are kept; one more says that there are more.
const MOST_NOTES: usize = 100;
/// Whole numbers beyond this do not survive in every language.
const LARGEST: u64 = 1 << 53;

pub(super) fn read(text: &str, limits: &Limits) -> Result<EventLog> {
    let mut parser = Parser {
        text,
        limits,
        log: EventLog { schema_version: EVENT_LOG_SCHEMA_VERSION, ..EventLog::default() },
        open: Vec::new(),
        events: 0,
        is_log: false,
        unread: 0,
    };
    let mut reader = Reader::from_str(text);
    loop {
        let before = reader.buffer_position();
        let event = reader.read_event().map_err(|error| {
            parser.fault(reader.error_position(), "the XML is damaged").with_source(error)
        })?;
        match event {
            Event::Start(tag) => parser.begin(&tag, before)?,
            Event::Empty(tag) => {
                parser.begin(&tag, before)?;
                parser.end()?;
            }
            Event::End(_) => parser.end()?,
            Event::DocType(text) if text.contains("ENTITY") => {
                return Err(parser.fault(before, "the file declares entities, which are never expanded"));
            }
            Event::Text(text) if !text.trim().is_empty() => {
                parser.note(before, "text between the elements is left out".to_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    parser.finish(reader.buffer_position())
}

/// An element that is open.
#[derive(Debug)]
enum Open {
    Log,
    Case(LoggedCase),
    Event(LoggedEvent),
    Global(LogGlobal),
    Attribute(LogAttribute),
    /// The members of a list stand in an element of their own, which says nothing itself.
    Members(Vec<LogAttribute>),
    Extension(LogExtension),
    Classifier(LogClassifier),
    Unknown,
}

struct Parser<'a> {
    text: &'a str,
    limits: &'a Limits,
    log: EventLog,
    open: Vec<Open>,
    events: usize,
    is_log: bool,
    unread: u64,
}

impl Parser<'_> {
    fn begin(&mut self, tag: &BytesStart<'_>, at: u64) -> Result<()> {
        if self.open.len() as u64 >= self.limits.xml_depth {
            let deepest = self.limits.xml_depth;
            return Err(Error::new(
                ErrorCode::LimitSize,
                format!("{}: elements lie more than {deepest} deep in each other", self.place(at)),
            ));
        }
        let name = tag.local_name().into_inner().to_owned();
        if self.open.is_empty() && name != "log" {
            return Err(self
                .fault(at, &format!("`{name}` is not the beginning of an event log"))
                .with_hint("XES files begin with `<log`"));
        }
        let value = |key: &str| self.attribute(tag, key, at);
        let open = match (self.open.last(), name.as_str()) {
            (None, _) => {
                self.is_log = true;
                Open::Log
            }
            (Some(Open::Log), "extension") => Open::Extension(LogExtension {
                name: value("name")?,
                prefix: value("prefix")?,
                uri: value("uri")?,
            }),
            (Some(Open::Log), "classifier") => Open::Classifier(LogClassifier {
                name: value("name")?,
                scope: Some(value("scope")?).filter(|scope| !scope.is_empty()),
                keys: value("keys")?,
            }),
            (Some(Open::Log), "global") => {
                Open::Global(LogGlobal { scope: value("scope")?, attributes: Vec::new() })
            }
            (Some(Open::Log), "trace") => {
                Limits::check_count("cases", self.log.cases.len() + 1, self.limits.log_events)?;
                Open::Case(LoggedCase::default())
            }
            (Some(Open::Log | Open::Case(_)), "event") => {
                self.events += 1;
                Limits::check_count("events", self.events, self.limits.log_events)?;
                Open::Event(LoggedEvent::default())
            }
            (Some(Open::Attribute(_)), "values") => Open::Members(Vec::new()),
            (Some(Open::Unknown | Open::Extension(_) | Open::Classifier(_)), _) => Open::Unknown,
            _ => self.attribute_element(tag, &name, at)?,
        };
        self.open.push(open);
        Ok(())
    }

    fn attribute_element(&mut self, tag: &BytesStart<'_>, kind: &str, at: u64) -> Result<Open> {
        if !matches!(kind, "string" | "date" | "int" | "float" | "boolean" | "id" | "list" | "container") {
            self.note(at, format!("the element `{kind}` is not known and is left out"));
            return Ok(Open::Unknown);
        }
        let key = self.attribute(tag, "key", at)?;
        let written = self.attribute(tag, "value", at)?;
        let value = typed(kind, &written);
        if matches!(kind, "date" | "int" | "float" | "boolean") && matches!(value, LogValue::Text(_)) {
            self.note(at, format!("the {kind} `{key}` is `{written}`, which is kept as text"));
        }
        Ok(Open::Attribute(LogAttribute { key, value, attributes: Vec::new() }))
    }

    fn end(&mut self) -> Result<()> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        match open {
            Open::Log | Open::Unknown => {}
            Open::Extension(extension) => self.log.extensions.push(extension),
            Open::Classifier(classifier) => self.log.classifiers.push(classifier),
            Open::Global(global) => self.log.globals.push(global),
            Open::Case(mut case) => {
                if let Some(id) = take_text(&mut case.attributes, "concept:name") {
                    case.id = id;
                }
                self.log.cases.push(case);
            }
            Open::Event(mut event) => {
                lift(&mut event);
                match self.open.last_mut() {
                    Some(Open::Case(case)) => case.events.push(event),
                    _ => self.stray(event),
                }
            }
            Open::Attribute(attribute) => self.keep(vec![attribute]),
            Open::Members(members) => self.keep(members),
        }
        Ok(())
    }

    fn keep(&mut self, attributes: Vec<LogAttribute>) {
        let list = match self.open.last_mut() {
            Some(Open::Log) => &mut self.log.attributes,
            Some(Open::Case(case)) => &mut case.attributes,
            Some(Open::Event(event)) => &mut event.attributes,
            Some(Open::Global(global)) => &mut global.attributes,
            Some(Open::Attribute(attribute)) => &mut attribute.attributes,
            Some(Open::Members(members)) => members,
            _ => return,
        };
        list.extend(attributes);
    }

    /// An event outside of any trace, which the standard allows: its case is named by itself.
    fn stray(&mut self, mut event: LoggedEvent) {
        let id = take_text(&mut event.attributes, "case:concept:name").unwrap_or_default();
        match self.log.cases.iter_mut().find(|case| case.id == id) {
            Some(case) => case.events.push(event),
            None => self.log.cases.push(LoggedCase { id, events: vec![event], ..LoggedCase::default() }),
        }
    }

    fn finish(mut self, at: u64) -> Result<EventLog> {
        if !self.open.is_empty() || !self.is_log {
            return Err(self.fault(at, "the file ends in the middle of the log"));
        }
        if self.unread > 0 {
            let more = self.unread;
            self.log.notes.push(format!("and {more} remarks more"));
        }
        Ok(self.log)
    }

    /// The value of an attribute of an element, with its entities resolved; empty where it is absent.
    fn attribute(&self, tag: &BytesStart<'_>, key: &str, at: u64) -> Result<String> {
        let wrong = |error: &dyn std::fmt::Display| {
            self.fault(at, &format!("`{key}` cannot be read")).with_context("reason", error)
        };
        let found = tag.try_get_attribute(key).map_err(|error| wrong(&error))?;
        let Some(found) = found else { return Ok(String::new()) };
        let value = found.normalized_value(XmlVersion::Implicit1_0).map_err(|error| wrong(&error))?;
        Ok(value.into_owned())
    }

    fn note(&mut self, at: u64, text: String) {
        if self.log.notes.len() < MOST_NOTES {
            let place = self.place(at);
            self.log.notes.push(format!("{place}: {text}"));
        } else {
            self.unread += 1;
        }
    }

    fn fault(&self, at: u64, message: &str) -> Error {
        Error::new(ErrorCode::InvalidData, format!("{}: {message}", self.place(at)))
    }

    fn place(&self, at: u64) -> String {
        line_and_column(self.text, at)
    }
}

/// The value as its kind says, or as text where it is not of that kind.
fn typed(kind: &str, written: &str) -> LogValue {
    let trimmed = written.trim();
    let value = match kind {
        "date" => Moment::read(trimmed, DateOrder::YearFirst).map(LogValue::Moment),
        "int" => {
            let number = trimmed.parse::<i64>().ok();
            number.filter(|number| number.unsigned_abs() <= LARGEST).map(LogValue::Integer)
        }
        "float" => {
            let number = trimmed.parse::<f64>().ok();
            number.filter(|number| number.is_finite()).map(LogValue::Number)
        }
        "boolean" => match trimmed {
            "true" | "1" => Some(LogValue::Truth(true)),
            "false" | "0" => Some(LogValue::Truth(false)),
            _ => None,
        },
        "id" => Some(LogValue::Identifier(written.to_owned())),
        "list" => Some(LogValue::List),
        "container" => Some(LogValue::Container),
        _ => None,
    };
    value.unwrap_or_else(|| LogValue::Text(written.to_owned()))
}

/// Moves the standard attributes to their places. What has attributes of its own, or another kind, stays.
fn lift(event: &mut LoggedEvent) {
    event.activity = take_text(&mut event.attributes, "concept:name").unwrap_or_default();
    event.transition = take_text(&mut event.attributes, "lifecycle:transition");
    event.resource = take_text(&mut event.attributes, "org:resource");
    event.time = take_moment(&mut event.attributes, "time:timestamp");
    event.started = take_moment(&mut event.attributes, "start_timestamp");
}

fn take_text(attributes: &mut Vec<LogAttribute>, key: &str) -> Option<String> {
    let is_text = |attribute: &LogAttribute| {
        attribute.key == key
            && attribute.attributes.is_empty()
            && matches!(attribute.value, LogValue::Text(_))
    };
    match attributes.remove(attributes.iter().position(is_text)?).value {
        LogValue::Text(text) => Some(text),
        _ => None,
    }
}

fn take_moment(attributes: &mut Vec<LogAttribute>, key: &str) -> Option<Moment> {
    let is_moment = |attribute: &LogAttribute| {
        attribute.key == key
            && attribute.attributes.is_empty()
            && matches!(attribute.value, LogValue::Moment(_))
    };
    match attributes.remove(attributes.iter().position(is_moment)?).value {
        LogValue::Moment(moment) => Some(moment),
        _ => None,
    }
}
