//! A document in the order in which people read: what it says, its figures, its tables, and last what machines need.

use std::collections::BTreeMap;

use crate::domain::figures;
use serde_json::{Map, Value};

use super::cell::{Cell, cell, cut, unit_of, words};

/// Rows of a table that are shown; the rest is counted.
const MOST_ROWS: usize = 30;
/// Columns of a table that are shown.
const MOST_COLUMNS: usize = 8;
/// Tables of a document that are shown.
const MOST_TABLES: usize = 12;
/// Rows that are shown one below the other, where each holds tables of its own.
const MOST_SECTIONS: usize = 3;
/// Plain values that a cell holds.
const MOST_IN_A_CELL: usize = 6;
/// Members that say in one or two sentences what the rest is about.
const LEADS: &[&str] = &["summary", "sentence", "headline", "title", "text", "goal"];
/// Members that are read before the others.
const FIRST: &[&str] = &[
    "explanation",
    "verdict",
    "recommendation",
    "plan",
    "questions",
    "arms",
    "checks",
    "outcomes",
    "steps",
    "nodes",
    "metrics",
];
/// Members by which things are called.
const NAMES: &[&str] = &["title", "name", "headline", "statement", "arm"];
/// Plain members that machines and checks need; they stand together at the end.
const DETAILS: &[&str] = &[
    "schema_version",
    "engine_version",
    "id",
    "project",
    "digest",
    "plan",
    "plan_version",
    "version",
    "intent",
    "reading_grade",
    "rule",
];
/// Documents of which the same holds: what a result was made from.
const SOURCES: &[&str] = &["origin", "scenario", "limits", "experiment", "forms"];

/// A part of what is shown.
#[derive(Debug)]
pub(super) enum Block {
    Heading(String),
    Paragraph(String),
    /// A finding: what it is in a few words, and the sentences.
    Story(String, String),
    Facts(Vec<(String, Cell)>),
    Rows {
        heads: Vec<String>,
        rows: Vec<Vec<Cell>>,
    },
    More(String),
    /// What is folded away where that is possible.
    Details(Vec<Block>),
}

/// A document as blocks.
pub(super) fn blocks(document: &Value) -> Vec<Block> {
    let mut names = BTreeMap::new();
    collect_names(document, &mut names);
    let mut view = View::new(&names);
    view.value("", document);
    let View { mut out, details, .. } = view;
    if !details.is_empty() {
        out.push(Block::Details(details));
    }
    out
}

/// `Run(id=run_1, cases=1000)`: the name, what it says, and the first plain members.
pub(super) fn line(title: &str, document: &Value) -> String {
    let mut parts = Vec::new();
    match document {
        Value::Object(members) => {
            parts.extend(said(members).map(|text| short(text, 80)));
            let plain = members.iter().filter(|(name, value)| {
                !is_branch(value)
                    && !is_empty(value)
                    && !LEADS.contains(&name.as_str())
                    && !name.ends_with("_version")
            });
            parts.extend(plain.take(3).map(|(name, value)| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                format!("{name}={}", short(&text, 60))
            }));
        }
        Value::Array(rows) => parts.push(format!("{} rows", rows.len())),
        other => parts.push(short(&other.to_string(), 80)),
    }
    format!("{title}({})", parts.join(", "))
}

/// The words that say what a document is about: its own, or those of what is read first.
fn said(members: &Map<String, Value>) -> Option<&str> {
    let lead = |name: &&str| members.get(*name).and_then(Value::as_str);
    let inner = |name: &&str| {
        members.get(*name).and_then(|inner| inner.get("summary").or(inner.get("title")))?.as_str()
    };
    let before = FIRST.iter().chain(&["plan", "intent"]);
    LEADS.iter().find_map(lead).or_else(|| before.clone().find_map(inner))
}

fn short(text: &str, most: usize) -> String {
    let plain: String = text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() > most { format!("{plain}…") } else { plain }
}

/// What every id of the document is called.
fn collect_names(value: &Value, names: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(rows) => rows.iter().for_each(|row| collect_names(row, names)),
        Value::Object(members) => {
            let name = NAMES.iter().find_map(|name| members.get(*name)).and_then(Value::as_str);
            if let (Some(id), Some(name)) = (members.get("id").and_then(Value::as_str), name) {
                names.entry(id.to_owned()).or_insert_with(|| name.to_owned());
            }
            members.values().for_each(|value| collect_names(value, names));
        }
        _ => {}
    }
}

struct View<'names> {
    names: &'names BTreeMap<String, String>,
    out: Vec<Block>,
    details: Vec<Block>,
    tables: usize,
    /// Whether this is one of several sections; there are none inside another.
    is_inside: bool,
}

impl<'names> View<'names> {
    fn new(names: &'names BTreeMap<String, String>) -> Self {
        View { names, out: Vec::new(), details: Vec::new(), tables: 0, is_inside: false }
    }

    fn value(&mut self, name: &str, value: &Value) {
        match value {
            Value::Object(members) => self.object(name, members),
            Value::Array(rows) if is_stories(rows) => self.stories(rows),
            Value::Array(rows) if !self.is_inside && is_sections(rows) => self.sections(rows),
            Value::Array(rows) => self.table(rows),
            other => self.out.push(Block::Paragraph(cell("", other, None).text)),
        }
    }

    fn object(&mut self, name: &str, members: &Map<String, Value>) {
        self.leads(members);
        let unit = unit_of(members);
        let is_lead = |name: &String| LEADS.contains(&name.as_str());
        let shown = members.iter().filter(|(_, value)| !is_empty(value));
        let (details, rest): (Vec<_>, Vec<_>) = shown.partition(|(name, value)| is_detail(name, value));
        let (nested, plain): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, value)| is_nested(value));
        let fact =
            |(name, value): (&String, &Value)| (words(name), self.named(cell(name, value, unit.as_ref())));
        let facts: Vec<(String, Cell)> = plain
            .into_iter()
            .filter(|(name, value)| !(is_lead(name) && value.is_string()))
            .map(fact)
            .collect();
        if !facts.is_empty() {
            self.out.push(Block::Facts(facts));
        }
        let place = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
        let mut nested = nested;
        nested.sort_by_key(|(name, _)| place(name));
        for (name, value) in nested {
            if self.tables >= MOST_TABLES {
                let more = "more stands in the document itself".to_owned();
                return self.out.push(Block::More(more));
            }
            self.nested(name, value);
        }
        self.aside(name, &details);
    }

    /// Sentences at the top, without those that another one repeats.
    fn leads(&mut self, members: &Map<String, Value>) {
        let texts: Vec<&str> =
            LEADS.iter().filter_map(|name| members.get(*name)).filter_map(Value::as_str).collect();
        for (number, text) in texts.iter().enumerate() {
            let is_said = |(other, longer): (usize, &&str)| {
                other != number && longer.starts_with(text) && (longer.len() > text.len() || other < number)
            };
            if !text.is_empty() && !texts.iter().enumerate().any(is_said) {
                self.out.push(Block::Paragraph(cut(text)));
            }
        }
    }

    fn nested(&mut self, name: &str, value: &Value) {
        let before = self.out.len();
        self.out.push(Block::Heading(figures::capitalise(&words(name))));
        self.value(name, value);
        if self.out.len() == before + 1 {
            self.out.pop();
        }
    }

    /// What machines need, kept for the end.
    fn aside(&mut self, name: &str, details: &[(&String, &Value)]) {
        let (nested, plain): (Vec<_>, Vec<_>) =
            details.iter().copied().partition(|(_, value)| is_nested(value));
        let label = |member: &String| {
            if name.is_empty() { words(member) } else { format!("{} {}", words(name), words(member)) }
        };
        let facts: Vec<(String, Cell)> =
            plain.into_iter().map(|(member, value)| (label(member), cell(member, value, None))).collect();
        if !facts.is_empty() {
            self.details.push(Block::Facts(facts));
        }
        for (member, value) in nested.into_iter().filter(|(member, _)| *member != "origin") {
            let mut view = View::new(self.names);
            view.value(member, value);
            self.details.push(Block::Heading(figures::capitalise(&words(member))));
            self.details.append(&mut view.out);
        }
    }

    fn stories(&mut self, rows: &[Value]) {
        self.tables += 1;
        let text =
            |row: &Value, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        self.out.extend(
            rows.iter().take(MOST_ROWS).map(|row| Block::Story(text(row, "headline"), text(row, "text"))),
        );
        self.rest(rows.len());
    }

    fn sections(&mut self, rows: &[Value]) {
        for members in rows.iter().filter_map(Value::as_object) {
            let mut members = members.clone();
            let name = NAMES.iter().find_map(|name| members.shift_remove(*name));
            self.out.push(Block::Heading(cut(name.as_ref().and_then(Value::as_str).unwrap_or_default())));
            self.is_inside = true;
            self.object("", &members);
            self.is_inside = false;
        }
    }

    fn table(&mut self, rows: &[Value]) {
        self.tables += 1;
        let columns = self.columns(rows);
        let cells = |row: &Value| match row {
            Value::Object(members) => {
                let unit = unit_of(members);
                let one = |name: &&str| {
                    members.get(*name).map(|value| self.named(cell(name, value, unit.as_ref())))
                };
                columns.iter().map(|name| one(name).unwrap_or_default()).collect()
            }
            other => vec![self.named(cell("", other, None))],
        };
        let shown: Vec<Vec<Cell>> = rows.iter().take(MOST_ROWS).map(cells).collect();
        let heads = columns.iter().map(|name| figures::capitalise(&words(name))).collect();
        self.out.push(Block::Rows { heads, rows: shown });
        self.rest(rows.len());
    }

    fn rest(&mut self, rows: usize) {
        if rows > MOST_ROWS {
            self.out.push(Block::More(format!("and {} more", rows - MOST_ROWS)));
        }
    }

    /// The columns of a table: those whose cells hold plain values, what things are called first; all of them where every
    /// one holds more.
    fn columns<'rows>(&self, rows: &'rows [Value]) -> Vec<&'rows str> {
        let mut found: Vec<(&str, bool, bool)> = Vec::new();
        for (name, value) in rows.iter().filter_map(Value::as_object).take(MOST_ROWS).flatten() {
            let (too_much, full) = (is_too_much(value), !is_empty(value));
            match found.iter_mut().find(|(known, ..)| known == name) {
                Some((_, nested, any)) => (*nested, *any) = (*nested | too_much, *any | full),
                None => found.push((name, too_much, full)),
            }
        }
        let is_named = found.iter().any(|(name, ..)| NAMES.contains(name));
        let is_any_plain = found.iter().any(|(_, nested, any)| !nested && *any);
        let is_read =
            |name: &str| !(name == "origin" || name == "unit" || (is_named && self.is_own_id(rows, name)));
        let fits =
            |(name, nested, any): &(&str, bool, bool)| is_read(name) && (!is_any_plain || (!nested && *any));
        let mut columns: Vec<&str> = found.into_iter().filter(fits).map(|(name, ..)| name).collect();
        columns.sort_by_key(|name| !NAMES.contains(name));
        columns.truncate(MOST_COLUMNS);
        columns
    }

    /// Whether a column holds what machines call the rows: `metric_completion` in the column `metric`.
    fn is_own_id(&self, rows: &[Value], column: &str) -> bool {
        let starts = |text: &str| text.strip_prefix(column).is_some_and(|rest| rest.starts_with('_'));
        let is_own = |text: &str| starts(text) && !self.names.contains_key(text);
        column == "id" || rows.iter().all(|row| row.get(column).and_then(Value::as_str).is_some_and(is_own))
    }

    /// The name of what a cell refers to, where the document has one.
    fn named(&self, cell: Cell) -> Cell {
        match self.names.get(&cell.text) {
            Some(name) => Cell { text: cut(name), ..cell },
            None => cell,
        }
    }
}

fn is_stories(rows: &[Value]) -> bool {
    let has = |row: &Value, name: &str| row.get(name).is_some_and(Value::is_string);
    !rows.is_empty() && rows.iter().all(|row| has(row, "headline") && has(row, "text"))
}

/// Whether rows are few, and hold so much each that a table would leave the most of it out.
fn is_sections(rows: &[Value]) -> bool {
    let is_named = |members: &Map<String, Value>| {
        NAMES.iter().any(|name| members.get(*name).is_some_and(Value::is_string))
    };
    let has_rows = |value: &Value| value.as_array().is_some_and(|rows| rows.iter().any(Value::is_object));
    let is_large = |row: &Value| {
        row.as_object().is_some_and(|members| is_named(members) && members.values().any(has_rows))
    };
    rows.len() <= MOST_SECTIONS && rows.iter().all(is_large)
}

/// Whether a value does not fit into a cell: rows of documents, large documents and long lists.
fn is_too_much(value: &Value) -> bool {
    match value {
        Value::Array(rows) => {
            rows.len() > MOST_IN_A_CELL || rows.iter().any(|row| row.is_object() || row.is_array())
        }
        other => is_nested(other),
    }
}

/// Whether a member needs a place of its own.
fn is_nested(value: &Value) -> bool {
    match value {
        Value::Array(rows) => is_too_much(value) && !rows.is_empty(),
        Value::Object(members) => {
            members.get("amount").is_none() && (members.len() > 3 || members.values().any(is_branch))
        }
        _ => false,
    }
}

fn is_branch(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn is_detail(name: &str, value: &Value) -> bool {
    let is_machines = DETAILS.contains(&name) || name.ends_with("_base64") || name.ends_with("_hash");
    SOURCES.contains(&name) || (is_machines && !is_branch(value))
}
