//! Event logs as other programs read them.

use std::collections::BTreeSet;

use quick_xml::escape::escape;

use crate::domain::event_log::{EventLog, LogAttribute, LogValue, LoggedEvent};
use crate::text::{Moment, write_row};

/// The extensions of the standard attributes, for logs that declare none.
const EXTENSIONS: [(&str, &str); 4] =
    [("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle"), ("Organizational", "org")];

/// Writes a log as XES 2.0 (IEEE 1849-2016).
///
/// An event that says when it began becomes two, with the transitions `start` and `complete`.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::simulate::log::{LogOptions, read_log, write_xes};
/// let table = b"case,activity,time\n7,Pack & ship,2026-03-02T09:00:00Z\n";
/// let log = read_log(table, &LogOptions::default(), &Limits::default())?;
/// let again = read_log(write_xes(&log).as_bytes(), &LogOptions::default(), &Limits::default())?;
/// assert_eq!(again.cases, log.cases);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn write_xes(log: &EventLog) -> String {
    let mut xml = Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 };
    xml.open("log", &[("xes.version", "2.0"), ("xes.features", "nested-attributes")]);
    for extension in &log.extensions {
        let (name, prefix, uri) = (&extension.name, &extension.prefix, &extension.uri);
        xml.empty("extension", &[("name", name), ("prefix", prefix), ("uri", uri)]);
    }
    for (name, prefix) in EXTENSIONS.iter().filter(|_| log.extensions.is_empty()) {
        let uri = format!("http://www.xes-standard.org/{prefix}.xesext");
        xml.empty("extension", &[("name", name), ("prefix", prefix), ("uri", &uri)]);
    }
    for global in &log.globals {
        xml.open("global", &[("scope", &global.scope)]);
        xml.attributes(&global.attributes);
        xml.close("global");
    }
    for classifier in &log.classifiers {
        let mut about = vec![("name", classifier.name.as_str())];
        about.extend(classifier.scope.as_deref().map(|scope| ("scope", scope)));
        about.push(("keys", &classifier.keys));
        xml.empty("classifier", &about);
    }
    xml.attributes(&log.attributes);
    for case in &log.cases {
        xml.open("trace", &[]);
        if !case.id.is_empty() {
            xml.empty("string", &[("key", "concept:name"), ("value", &case.id)]);
        }
        xml.attributes(&case.attributes);
        case.events.iter().for_each(|event| xml.event(event));
        xml.close("trace");
    }
    xml.close("log");
    xml.text
}

/// Writes a log as a table with one event in each row (RFC 4180), with the names of columns that others expect.
///
/// Attributes of attributes have the names of both, parted by a slash. Cases without events have no row.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::simulate::log::{LogOptions, read_log, write_csv};
/// let table = b"case,activity,time\n7,\"Pack, ship\",2026-03-02T09:00:00Z\n";
/// let log = read_log(table, &LogOptions::default(), &Limits::default())?;
/// let again = read_log(write_csv(&log).as_bytes(), &LogOptions::default(), &Limits::default())?;
/// assert_eq!(again.cases, log.cases);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn write_csv(log: &EventLog) -> String {
    let events = || log.cases.iter().flat_map(|case| &case.events);
    let of_cases: BTreeSet<String> =
        log.cases.iter().flat_map(|case| flat(&case.attributes)).map(|(key, _)| key).collect();
    let of_events: BTreeSet<String> =
        events().flat_map(|event| flat(&event.attributes)).map(|(key, _)| key).collect();
    let columns: [(&str, bool); 4] = [
        ("start_timestamp", events().any(|event| event.started.is_some())),
        ("time:timestamp", true),
        ("lifecycle:transition", events().any(|event| event.transition.is_some())),
        ("org:resource", events().any(|event| event.resource.is_some())),
    ];
    let mut head = vec!["case:concept:name".to_owned(), "concept:name".to_owned()];
    head.extend(columns.iter().filter(|(_, is_there)| *is_there).map(|(name, _)| (*name).to_owned()));
    head.extend(of_cases.iter().map(|key| format!("case:{key}")));
    head.extend(of_events.iter().cloned());
    let mut text = write_row(&head);
    let value = |list: &[(String, String)], key: &String| {
        list.iter().find(|(known, _)| known == key).map_or_else(String::new, |(_, value)| value.clone())
    };
    let shown = |moment: Option<Moment>| moment.map_or_else(String::new, |moment| moment.to_string());
    for case in &log.cases {
        let about = flat(&case.attributes);
        for event in &case.events {
            let own = flat(&event.attributes);
            let cells = [
                shown(event.started),
                shown(event.time),
                event.transition.clone().unwrap_or_default(),
                event.resource.clone().unwrap_or_default(),
            ];
            let mut line = vec![case.id.clone(), event.activity.clone()];
            line.extend(
                columns.iter().zip(cells).filter(|((_, is_there), _)| *is_there).map(|(_, cell)| cell),
            );
            line.extend(of_cases.iter().map(|key| value(&about, key)));
            line.extend(of_events.iter().map(|key| value(&own, key)));
            text.push_str(&write_row(&line));
        }
    }
    text
}

/// An event as XES tells it: begin and end are two.
fn halves(event: &LoggedEvent) -> Vec<LoggedEvent> {
    let (Some(started), None) =
        (event.started, event.transition.as_deref().filter(|word| *word != "complete"))
    else {
        return vec![event.clone()];
    };
    let begin = LoggedEvent {
        activity: event.activity.clone(),
        transition: Some("start".to_owned()),
        time: Some(started),
        resource: event.resource.clone(),
        ..LoggedEvent::default()
    };
    vec![begin, LoggedEvent { started: None, transition: Some("complete".to_owned()), ..event.clone() }]
}

struct Xml {
    text: String,
    depth: usize,
}

impl Xml {
    fn event(&mut self, event: &LoggedEvent) {
        for event in halves(event) {
            self.open("event", &[]);
            self.empty("string", &[("key", "concept:name"), ("value", &event.activity)]);
            if let Some(transition) = &event.transition {
                self.empty("string", &[("key", "lifecycle:transition"), ("value", transition)]);
            }
            for (key, moment) in [("start_timestamp", event.started), ("time:timestamp", event.time)] {
                if let Some(moment) = moment {
                    self.empty("date", &[("key", key), ("value", &moment.to_string())]);
                }
            }
            if let Some(resource) = &event.resource {
                self.empty("string", &[("key", "org:resource"), ("value", resource)]);
            }
            self.attributes(&event.attributes);
            self.close("event");
        }
    }

    fn attributes(&mut self, list: &[LogAttribute]) {
        for attribute in list {
            let (kind, value) = written(&attribute.value);
            let is_list = attribute.value == LogValue::List;
            let mut about = vec![("key", attribute.key.as_str())];
            if !is_list && attribute.value != LogValue::Container {
                about.push(("value", &value));
            }
            if attribute.attributes.is_empty() {
                self.empty(kind, &about);
                continue;
            }
            self.open(kind, &about);
            if is_list {
                self.open("values", &[]);
            }
            self.attributes(&attribute.attributes);
            if is_list {
                self.close("values");
            }
            self.close(kind);
        }
    }

    fn open(&mut self, name: &str, about: &[(&str, &str)]) {
        self.tag(name, about, ">");
        self.depth += 1;
    }

    fn empty(&mut self, name: &str, about: &[(&str, &str)]) {
        self.tag(name, about, "/>");
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.indent();
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn tag(&mut self, name: &str, about: &[(&str, &str)], end: &str) {
        self.indent();
        self.text.push_str(&format!("<{name}"));
        for (key, value) in about {
            self.text.push_str(&format!(" {key}=\"{}\"", quoted(value)));
        }
        self.text.push_str(end);
        self.text.push('\n');
    }

    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.text.push_str("  "));
    }
}

/// The value of an XML attribute. Line ends are written so that readers keep them; what XML 1.0 cannot hold is replaced.
fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in escape(value).chars() {
        match letter {
            '\n' => text.push_str("&#10;"),
            '\r' => text.push_str("&#13;"),
            '\t' => text.push_str("&#9;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => text.push('\u{fffd}'),
            other => text.push(other),
        }
    }
    text
}

/// The element of a value, and the value as text.
fn written(value: &LogValue) -> (&'static str, String) {
    match value {
        LogValue::Text(text) => ("string", text.clone()),
        LogValue::Moment(moment) => ("date", moment.to_string()),
        LogValue::Integer(number) => ("int", number.to_string()),
        LogValue::Number(number) => ("float", number.to_string()),
        LogValue::Truth(truth) => ("boolean", truth.to_string()),
        LogValue::Identifier(text) => ("id", text.clone()),
        LogValue::List => ("list", String::new()),
        LogValue::Container => ("container", String::new()),
    }
}

/// All attributes with their values as text.
fn flat(attributes: &[LogAttribute]) -> Vec<(String, String)> {
    let mut list = Vec::new();
    for attribute in attributes {
        let (_, value) = written(&attribute.value);
        list.push((attribute.key.clone(), value));
        let inner = flat(&attribute.attributes).into_iter();
        list.extend(inner.map(|(key, value)| (format!("{}/{key}", attribute.key), value)));
    }
    list
}
