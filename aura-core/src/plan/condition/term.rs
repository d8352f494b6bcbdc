//! A condition as a tree over numbered paths, and its evaluation.

use std::fmt;

use crate::error::Result;

/// A condition that was understood: a tree whose leaves are literals and numbered paths.
///
/// # Example
/// ```
/// use aura_core::plan::condition::{Expression, Fact};
/// let condition: Expression = "order.total > 5000 && !order.is_gift".parse()?;
/// assert_eq!(condition.paths().len(), 2);
/// let holds = condition.holds(|path| match path {
///     0 => Fact::Number(7_000.0),
///     _ => Fact::Boolean(false),
/// });
/// assert!(holds);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    pub(super) root: Term,
    pub(super) paths: Vec<Path>,
}

/// A field of a data object, by the names that CEL uses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Name of the data object with `_` for spaces.
    pub object: String,
    /// Name of the field.
    pub field: String,
}

/// A value of a case at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact<'text> {
    /// Yes or no.
    Boolean(bool),
    /// A number; whole numbers are exact up to 2^53.
    Number(f64),
    /// Text, also for choices, dates and identifiers. Dates in ISO 8601 form compare by time.
    Text(&'text str),
    /// The case does not have it, or not yet.
    Missing,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Term {
    Boolean(bool),
    Number(Number),
    Text(String),
    Path(usize),
    Has(usize),
    Not(Box<Term>),
    And(Vec<Term>),
    Or(Vec<Term>),
    Compare(Comparison, Box<Term>, Box<Term>),
    In(Box<Term>, Vec<Term>),
    Arithmetic(Arithmetic, Box<Term>, Box<Term>),
    Size(Box<Term>),
    Search(Search, Box<Term>, Box<Term>),
}

/// A number as it was written: CEL tells whole numbers and others apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) is_whole: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Search {
    Contains,
    StartsWith,
    EndsWith,
}

impl Expression {
    /// The paths that the condition reads, in the order of their numbers.
    pub fn paths(&self) -> &[Path] {
        &self.paths
    }

    /// Whether the condition holds; `fact` gives the value of a path by its number. A comparison with something
    /// that is missing, or of things of different kinds, does not hold. Costs no allocation.
    pub fn holds<'text>(&'text self, fact: impl Fn(usize) -> Fact<'text>) -> bool {
        truth(&self.root, &fact)
    }

    /// Whether the condition holds over data as JSON: an object of objects, by the names that CEL uses.
    pub fn holds_over(&self, data: &serde_json::Value) -> bool {
        self.holds(|number| {
            let path = self.paths.get(number);
            let value = path.and_then(|path| data.get(&path.object)?.get(&path.field));
            match value {
                Some(serde_json::Value::Bool(value)) => Fact::Boolean(*value),
                Some(serde_json::Value::Number(value)) => value.as_f64().map_or(Fact::Missing, Fact::Number),
                Some(serde_json::Value::String(value)) => Fact::Text(value),
                Some(serde_json::Value::Array(values)) => Fact::Number(values.len() as f64),
                _ => Fact::Missing,
            }
        })
    }
}

impl std::str::FromStr for Expression {
    type Err = crate::error::Error;

    fn from_str(text: &str) -> Result<Self> {
        super::parse::parse(text)
    }
}

fn truth<'text>(term: &'text Term, fact: &impl Fn(usize) -> Fact<'text>) -> bool {
    match term {
        Term::Boolean(value) => *value,
        Term::Path(path) => matches!(fact(*path), Fact::Boolean(true)),
        Term::Has(path) => !matches!(fact(*path), Fact::Missing),
        Term::Not(inner) => !truth(inner, fact),
        Term::And(parts) => parts.iter().all(|part| truth(part, fact)),
        Term::Or(parts) => parts.iter().any(|part| truth(part, fact)),
        Term::Compare(comparison, left, right) => compare(*comparison, value(left, fact), value(right, fact)),
        Term::In(left, options) => {
            let wanted = value(left, fact);
            options.iter().any(|option| compare(Comparison::Equal, wanted, value(option, fact)))
        }
        Term::Search(search, text, part) => match (value(text, fact), value(part, fact)) {
            (Fact::Text(text), Fact::Text(part)) => match search {
                Search::Contains => text.contains(part),
                Search::StartsWith => text.starts_with(part),
                Search::EndsWith => text.ends_with(part),
            },
            _ => false,
        },
        Term::Number(_) | Term::Text(_) | Term::Arithmetic(..) | Term::Size(_) => false,
    }
}

fn value<'text>(term: &'text Term, fact: &impl Fn(usize) -> Fact<'text>) -> Fact<'text> {
    match term {
        Term::Number(number) => Fact::Number(number.value),
        Term::Text(text) => Fact::Text(text),
        Term::Path(path) => fact(*path),
        Term::Arithmetic(kind, left, right) => match (value(left, fact), value(right, fact)) {
            (Fact::Number(left), Fact::Number(right)) => Fact::Number(match kind {
                Arithmetic::Add => left + right,
                Arithmetic::Subtract => left - right,
                Arithmetic::Multiply => left * right,
            }),
            _ => Fact::Missing,
        },
        Term::Size(inner) => match value(inner, fact) {
            Fact::Text(text) => Fact::Number(text.chars().count() as f64),
            Fact::Number(length) => Fact::Number(length),
            _ => Fact::Missing,
        },
        _ => Fact::Boolean(truth(term, fact)),
    }
}

fn compare(comparison: Comparison, left: Fact<'_>, right: Fact<'_>) -> bool {
    let order = match (left, right) {
        (Fact::Number(left), Fact::Number(right)) => left.partial_cmp(&right),
        (Fact::Text(left), Fact::Text(right)) => Some(left.cmp(right)),
        (Fact::Boolean(left), Fact::Boolean(right)) => Some(left.cmp(&right)),
        _ => None,
    };
    let Some(order) = order else {
        return false;
    };
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
    }
}

impl Comparison {
    pub(super) fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "==",
            Comparison::NotEqual => "!=",
            Comparison::Less => "<",
            Comparison::LessOrEqual => "<=",
            Comparison::Greater => ">",
            Comparison::GreaterOrEqual => ">=",
        }
    }
}

impl fmt::Display for Expression {
    /// Writes CEL that parses to the same expression.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&cel(&self.root, &self.paths, 0))
    }
}

/// CEL of a term; parentheses where the term binds more loosely than `strength` needs.
fn cel(term: &Term, paths: &[Path], strength: u8) -> String {
    let join = |parts: &[Term], sign: &str, own: u8| {
        parts.iter().map(|part| cel(part, paths, own)).collect::<Vec<_>>().join(sign)
    };
    let (text, own) = match term {
        Term::Boolean(value) => (value.to_string(), 9),
        Term::Number(number) => (number_text(*number), 9),
        Term::Text(text) => (quoted(text), 9),
        Term::Path(path) => (path_text(*path, paths), 9),
        Term::Has(path) => (format!("has({})", path_text(*path, paths)), 9),
        Term::Not(inner) => (format!("!{}", cel(inner, paths, 6)), 6),
        Term::And(parts) => (join(parts, " && ", 3), 2),
        Term::Or(parts) => (join(parts, " || ", 2), 1),
        Term::Compare(kind, left, right) => {
            (format!("{} {} {}", cel(left, paths, 4), kind.sign(), cel(right, paths, 4)), 3)
        }
        Term::In(left, options) => (format!("{} in [{}]", cel(left, paths, 4), join(options, ", ", 0)), 3),
        Term::Arithmetic(kind, left, right) => {
            let (sign, own) = match kind {
                Arithmetic::Add => ("+", 4),
                Arithmetic::Subtract => ("-", 4),
                Arithmetic::Multiply => ("*", 5),
            };
            (format!("{} {sign} {}", cel(left, paths, own), cel(right, paths, own + 1)), own)
        }
        Term::Size(inner) => (format!("size({})", cel(inner, paths, 0)), 9),
        Term::Search(kind, text, part) => {
            let name = match kind {
                Search::Contains => "contains",
                Search::StartsWith => "startsWith",
                Search::EndsWith => "endsWith",
            };
            (format!("{}.{name}({})", cel(text, paths, 9), cel(part, paths, 0)), 9)
        }
    };
    if own < strength { format!("({text})") } else { text }
}

fn path_text(path: usize, paths: &[Path]) -> String {
    paths.get(path).map_or_else(String::new, |path| format!("{}.{}", path.object, path.field))
}

fn number_text(number: Number) -> String {
    if number.is_whole { format!("{}", number.value) } else { format!("{:?}", number.value) }
}

pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        match character {
            '\'' => quoted.push_str("\\'"),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            other if other.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(other)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}
