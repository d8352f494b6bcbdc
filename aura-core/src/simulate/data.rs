//! Synthetic data of cases: values of single fields while a run goes on, and whole records for people.
//!
//! Every value is addressed by seed, case, field and how often the object was made anew, so asking for one
//! field never moves another, and only what a condition asks for is drawn at all.

use serde_json::json;

use crate::des::Distribution;
use crate::domain::data::{DataObject, Field, FieldKind};
use crate::domain::id::DataId;
use crate::domain::plan::Plan;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::condition::{Fact, Path};
use crate::random::{Seed, Stream, Streams};

use super::compile::Assumed;
use super::words::{self, FIRST_NAMES, WORDS, pick};

/// Lists inside a record have up to this many entries.
const MOST_ENTRIES: u64 = 3;
/// Objects inside objects are made up to this depth; deeper ones are left out where that is legal.
const DEEPEST: usize = 4;

/// Values that are written as words are picked from this many, made when the plan is compiled.
const WORDS_AHEAD: u64 = 256;

/// Draws values of one field.
#[derive(Debug)]
pub(super) struct FieldSampler {
    pub object: usize,
    pub path: Path,
    address: u32,
    required: bool,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Flag(f64),
    Whole {
        low: i64,
        high: i64,
        distribution: Option<Distribution>,
    },
    Real {
        low: f64,
        high: f64,
        distribution: Option<Distribution>,
    },
    /// Words, and how often which is picked, by its place; all alike where that is not said.
    Words(Vec<String>, Option<Distribution>),
    /// How many entries a list has.
    Length,
    Nothing,
}

impl FieldSampler {
    pub(super) fn new(
        object: usize,
        owner: &DataObject,
        field: &Field,
        path: &Path,
        assumed: &mut Assumed<'_>,
    ) -> Result<Self> {
        let distribution = assumed.optional(field.distribution.as_ref())?;
        let address = super::compile::address(1, &format!("{}.{}", owner.id, field.name));
        let kind = match &field.kind {
            FieldKind::Boolean => Kind::Flag(distribution.map_or(0.5, |share| share.mean().clamp(0.0, 1.0))),
            FieldKind::Integer(range) => {
                Kind::Whole { low: range.minimum, high: range.maximum, distribution }
            }
            FieldKind::Money(range) => Kind::Whole { low: range.minimum, high: range.maximum, distribution },
            FieldKind::Number(range) => Kind::Real { low: range.minimum, high: range.maximum, distribution },
            FieldKind::Choice(list) => Kind::Words(list.options.clone(), distribution),
            FieldKind::List(_) => Kind::Length,
            FieldKind::Object(_) => Kind::Nothing,
            _ => {
                let streams = Streams::new(Seed(0));
                let words =
                    (0..WORDS_AHEAD).map(|number| word(field, &mut streams.stream(number, address, 0)));
                Kind::Words(words.filter_map(|word| word.as_str().map(str::to_owned)).collect(), None)
            }
        };
        Ok(FieldSampler { object, path: path.clone(), address, required: field.required, kind })
    }

    /// The value for a case after its object was made anew `version` times.
    pub(super) fn value(&self, streams: &Streams, case: u64, version: u32) -> Fact<'_> {
        let mut stream = streams.stream(case, self.address, version);
        if !self.required && is_left_out(&mut stream) {
            return Fact::Missing;
        }
        match &self.kind {
            Kind::Flag(share) => Fact::Boolean(stream.next_unit() < *share),
            Kind::Whole { low, high, distribution } => {
                Fact::Number(whole(*low, *high, distribution.as_ref(), &mut stream) as f64)
            }
            Kind::Real { low, high, distribution } => {
                Fact::Number(real(*low, *high, distribution.as_ref(), &mut stream))
            }
            Kind::Words(words, places) => {
                let place = match places {
                    Some(places) => places.sample(&mut stream).round() as usize,
                    None => stream.next_below(words.len() as u64) as usize,
                };
                words.get(place).map_or(Fact::Missing, |word| Fact::Text(word))
            }
            Kind::Length => Fact::Number((1 + stream.next_below(MOST_ENTRIES)) as f64),
            Kind::Nothing => Fact::Missing,
        }
    }
}

impl FieldSampler {
    /// The value as it is sent; nothing for lists and objects, and for what is left out.
    pub(super) fn json(&self, streams: &Streams, case: u64, version: u32) -> Option<serde_json::Value> {
        match (self.value(streams, case, version), &self.kind) {
            (Fact::Boolean(flag), _) => Some(json!(flag)),
            (Fact::Number(_), Kind::Length) | (Fact::Missing, _) => None,
            (Fact::Number(number), Kind::Whole { .. }) => Some(json!(number as i64)),
            (Fact::Number(number), _) => Some(json!(number)),
            (Fact::Text(text), _) => Some(json!(text)),
        }
    }
}

/// Fields that need not be there are left out once in four times.
fn is_left_out(stream: &mut Stream) -> bool {
    stream.next_below(4) == 0
}

/// Makes one synthetic record of a data object, legal for its fields.
///
/// The same seed, object and number always give the same record; records of different numbers differ. Personal
/// details are made up: names from a list of first names, addresses of e-mail at `example.com`, telephone
/// numbers from the range +1 555 01xx that is kept free for fiction.
///
/// # Errors
/// `not_found` where the plan has no such object.
pub fn synthetic_record(plan: &Plan, data: &DataId, seed: Seed, number: u64) -> Result<serde_json::Value> {
    let object =
        plan.data.iter().find(|object| object.id == *data).ok_or_else(|| {
            Error::new(ErrorCode::NotFound, format!("the plan has no data object `{data}`"))
        })?;
    let streams = Streams::new(seed.derive("data"));
    Ok(record(plan, object, &streams, number, 0))
}

pub(super) fn record(
    plan: &Plan,
    object: &DataObject,
    streams: &Streams,
    number: u64,
    depth: usize,
) -> serde_json::Value {
    let mut fields = serde_json::Map::new();
    for field in &object.fields {
        let address = super::compile::address(1, &format!("{}.{}", object.id, field.name));
        let mut stream = streams.stream(number, address, depth as u32);
        if !field.required && is_left_out(&mut stream) {
            continue;
        }
        let nested = |id: &DataId, entry: u64| {
            let inner = plan.data.iter().find(|object| object.id == *id).filter(|_| depth < DEEPEST)?;
            let number = number.wrapping_mul(MOST_ENTRIES + 1).wrapping_add(entry);
            Some(record(plan, inner, streams, number, depth + 1))
        };
        let value = match &field.kind {
            FieldKind::Integer(range) => json!(whole(range.minimum, range.maximum, None, &mut stream)),
            FieldKind::Money(range) => json!(whole(range.minimum, range.maximum, None, &mut stream)),
            FieldKind::Number(range) => json!(real(range.minimum, range.maximum, None, &mut stream)),
            FieldKind::List(of) => {
                let count = 1 + stream.next_below(MOST_ENTRIES);
                serde_json::Value::Array((0..count).filter_map(|entry| nested(&of.data, entry)).collect())
            }
            FieldKind::Object(of) => nested(&of.data, 0).unwrap_or_else(|| field.example.clone()),
            _ => word(field, &mut stream),
        };
        fields.insert(field.name.clone(), value);
    }
    serde_json::Value::Object(fields)
}

fn whole(low: i64, high: i64, distribution: Option<&Distribution>, stream: &mut Stream) -> i64 {
    let high = high.max(low);
    match distribution {
        Some(distribution) => (distribution.sample(stream).round() as i64).clamp(low, high),
        None => {
            let width = (high as u64).wrapping_sub(low as u64);
            low.wrapping_add(stream.next_below(width.saturating_add(1)) as i64)
        }
    }
}

fn real(low: f64, high: f64, distribution: Option<&Distribution>, stream: &mut Stream) -> f64 {
    let high = high.max(low);
    match distribution {
        Some(distribution) => distribution.sample(stream).clamp(low, high),
        // To two digits, as people write numbers, where the range is wide enough for that.
        None => {
            let value = low + (high - low) * stream.next_unit();
            ((value * 100.0).round() / 100.0).clamp(low, high)
        }
    }
}

/// A value of the kinds that are written as text, and of flags.
fn word(field: &Field, stream: &mut Stream) -> serde_json::Value {
    let number = stream.next_u64();
    let name = pick(&FIRST_NAMES, stream);
    match &field.kind {
        FieldKind::Boolean => json!(number.is_multiple_of(2)),
        FieldKind::Choice(list) => {
            let place = number % (list.options.len() as u64).max(1);
            json!(list.options.get(place as usize))
        }
        FieldKind::Date => json!(words::date(number)),
        FieldKind::DateTime => json!(words::date_time(number)),
        FieldKind::Email => json!(words::email(number, name)),
        FieldKind::Phone => json!(words::phone(number)),
        FieldKind::Url => json!(words::url(number, pick(&WORDS, stream))),
        FieldKind::Identifier => json!(words::identifier(field.identifier_prefix(), number)),
        FieldKind::Text(range) => {
            let mut text = name.to_owned();
            while (text.chars().count() as u64) < u64::from(range.min_length) && text.len() < 1 << 16 {
                text.push(' ');
                text.push_str(pick(&WORDS, stream));
            }
            json!(text.chars().take(range.max_length as usize).collect::<String>())
        }
        _ => serde_json::Value::Null,
    }
}
