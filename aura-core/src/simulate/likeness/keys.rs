//! Keys that are made up: each once, none of the sample, in the form of the sample.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::column::plain;
use super::tables::Given;
use crate::random::{Seed, Streams};
use crate::simulate::words::uuid;

/// What lies between the numbers that are tried for one key.
const STEP: u64 = 1_000_000_007;

/// How keys of a table are made.
pub(super) struct Keys {
    form: Form,
    /// A power of ten above all numbers of the sample, so that a gap says nothing of what it has.
    base: u64,
    /// Those of the sample.
    taken: BTreeSet<String>,
}

#[derive(Debug, PartialEq, Eq)]
enum Form {
    Number,
    /// The same start for all, then a number of so many digits or more.
    Numbered {
        start: String,
        digits: usize,
    },
    Uuid,
}

impl Keys {
    pub(super) fn of(table: &Given, column: &str) -> Keys {
        let values: Vec<&Value> = table.records.iter().filter_map(|record| record.get(column)).collect();
        let taken = values.iter().map(|value| plain(Some(value))).collect();
        let form = form(&values);
        let base = values.iter().filter_map(|value| number(&form, value)).max().map_or(0, above);
        Keys { form, base, taken }
    }

    /// So many keys.
    pub(super) fn make(&self, count: u64, seed: Seed) -> Vec<Value> {
        let streams = Streams::new(seed.derive("keys"));
        // At most all of the sample are taken, so one of so many and one more is free.
        let tries = self.taken.len() as u64 + 1;
        let free = |number: u64| {
            let mut stream = streams.stream(number, 0, 0);
            let mut tried = (0..tries).map(|round| {
                let number = self.base.saturating_add(number + 1 + round * STEP);
                match &self.form {
                    Form::Number => json!(number),
                    Form::Numbered { start, digits } => json!(format!("{start}{number:0digits$}")),
                    Form::Uuid => json!(uuid(stream.next_u64(), stream.next_u64())),
                }
            });
            tried.find(|value| !self.taken.contains(&plain(Some(value)))).unwrap_or(Value::Null)
        };
        (0..count).map(free).collect()
    }
}

/// The number within a key of the sample.
fn number(form: &Form, value: &Value) -> Option<u64> {
    match form {
        Form::Number => value.as_u64(),
        Form::Numbered { start, .. } => value.as_str()?.strip_prefix(start)?.parse().ok(),
        Form::Uuid => None,
    }
}

/// The next power of ten; nothing where that is too large.
fn above(number: u64) -> u64 {
    10_u64.checked_pow(number.checked_ilog10().map_or(1, |digits| digits + 1)).unwrap_or(0)
}

fn form(values: &[&Value]) -> Form {
    if values.iter().all(|value| value.is_number()) {
        return Form::Number;
    }
    let texts: Vec<&str> = values.iter().filter_map(|value| value.as_str()).collect();
    let is_uuid = |text: &&str| {
        text.len() == 36
            && text.chars().enumerate().all(|(place, letter)| match place {
                8 | 13 | 18 | 23 => letter == '-',
                _ => letter.is_ascii_hexdigit(),
            })
    };
    if !texts.is_empty() && texts.iter().all(is_uuid) {
        return Form::Uuid;
    }
    let start_of = |text: &str| text.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    let starts: BTreeSet<String> = texts.iter().map(|text| start_of(text)).collect();
    match (starts.len(), starts.into_iter().next()) {
        (1, Some(start)) if texts.len() == values.len() => {
            let digits = texts.iter().map(|text| text.len() - start.len()).min().unwrap_or(0);
            Form::Numbered { start, digits }
        }
        _ => Form::Numbered { start: "id-".to_owned(), digits: 8 },
    }
}
