//! Records from a JSON Schema whose numbers follow stated distributions and hang together as stated.
//!
//! In come a schema, a distribution for some of its properties, and rank correlations between them; out come records that
//! are valid for the schema. What is stated is drawn from a stream of its own, so it moves nothing else in the record.
//! Where the schema cuts a distribution off, the values are those of the distribution within the schema's bounds.

mod inverse;

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};
use std::collections::BTreeMap;

use schemars::JsonSchema;

use crate::domain::quantity::Distribution;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::{Seed, Stream, Streams};
use crate::stats::distribution::{Continuous, StandardNormal};

use super::likeness::root_of;
use super::schema::{SampleOptions, Schema};

/// Most properties with a stated distribution.
const MOST_PROPERTIES: u64 = 200;
/// Draws of one record before it is given up.
const MOST_DRAWS: u32 = 1_000;

/// What is known about the numbers of records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StatedData {
    /// How a number varies from record to record, by the JSON pointer of the property, for example `/age`. The property
    /// is in every record that has the object that holds it.
    pub distributions: BTreeMap<String, Distribution>,
    /// What hangs together. Pairs that are not named are taken as independent.
    pub correlations: Vec<StatedCorrelation>,
}

/// How strongly two properties with stated distributions hang together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedCorrelation {
    /// The JSON pointers of both.
    pub between: (String, String),
    /// Spearman's rank correlation, between -1 and 1, both excluded; before the schema cuts anything off.
    pub rank: f64,
}

/// Draws records.
///
/// # Example
/// ```
/// use aura_core::random::Seed;
/// use aura_core::simulate::schema::{SampleOptions, Schema, SchemaOptions};
/// use aura_core::simulate::stated::{StatedData, StatedRecords};
/// use serde_json::json;
///
/// let person = json!({ "type": "object", "required": ["age"], "properties": {
///     "age": { "type": "integer", "minimum": 18, "maximum": 99 }, "income": { "type": "number", "minimum": 0 } } });
/// let schema = Schema::compile(&person, &SchemaOptions::default())?;
/// let stated: StatedData = serde_json::from_value(json!({
///     "distributions": {
///         "/age": { "type": "normal", "mean": 42.0, "standard_deviation": 15.0 },
///         "/income": { "type": "lognormal", "mean": 3000.0, "standard_deviation": 1500.0 } },
///     "correlations": [{ "between": ["/age", "/income"], "rank": 0.5 }]
/// })).unwrap();
/// let records = StatedRecords::new(&schema, &stated)?;
/// let first = records.record(Seed(7), 0, &SampleOptions::default())?;
/// assert!(schema.is_valid(&first) && first["income"].as_f64().is_some());
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug)]
pub struct StatedRecords<'s> {
    schema: &'s Schema,
    properties: Vec<(Vec<String>, Distribution)>,
    /// The lower triangle whose product with itself are the correlations of the normal scores.
    root: Vec<Vec<f64>>,
}

impl<'s> StatedRecords<'s> {
    /// Checks what is stated.
    ///
    /// # Errors
    /// `invalid_number` for a distribution or a correlation that cannot be, and where the correlations contradict each
    /// other; `invalid_request` for a property that the schema does not declare, or a correlation of one without a
    /// distribution; `limit_size`.
    pub fn new(schema: &'s Schema, stated: &StatedData) -> Result<StatedRecords<'s>> {
        Limits::check_count("stated distributions", stated.distributions.len(), MOST_PROPERTIES)?;
        let mut properties = Vec::new();
        for (pointer, distribution) in &stated.distributions {
            let named = |error: Error| Error::new(error.code(), format!("`{pointer}`: {}", error.message()));
            distribution.check().map_err(named)?;
            properties.push((way(schema, pointer)?, distribution.clone()));
        }
        let root = root_of(&normal_scores(stated)?, 0.0).ok_or_else(|| {
            Error::new(ErrorCode::InvalidNumber, "the correlations contradict each other")
                .with_hint("no numbers can hang together so; make some of them weaker")
        })?;
        Ok(StatedRecords { schema, properties, root })
    }

    /// Record number `number` of a seed.
    ///
    /// # Errors
    /// `invalid_document` where no valid record was found: the schema and what is stated leave none, or hardly any.
    pub fn record(&self, seed: Seed, number: u64, options: &SampleOptions) -> Result<Value> {
        let base = self.schema.sample(seed, number, options)?;
        let streams = Streams::new(seed.derive("stated"));
        for draw in 0..MOST_DRAWS {
            let mut stream = streams.stream(number, 0, draw);
            if let Some(record) = self.filled(&base, &mut stream)? {
                return Ok(record);
            }
        }
        Err(Error::new(
            ErrorCode::InvalidDocument,
            format!("none of {MOST_DRAWS} draws of what is stated is valid for the schema"),
        )
        .with_hint("let the distributions lie within the bounds of the schema"))
    }

    /// A record with drawn numbers; nothing where one of them is not valid.
    fn filled(&self, base: &Value, stream: &mut Stream) -> Result<Option<Value>> {
        let mut normals = Vec::with_capacity(self.root.len());
        for _ in &self.root {
            normals.push(StandardNormal.quantile(stream.next_open_unit())?);
        }
        let mut record = base.clone();
        for ((path, distribution), row) in self.properties.iter().zip(&self.root) {
            let score: f64 = row.iter().zip(&normals).map(|(factor, normal)| factor * normal).sum();
            let value = inverse::value_at(distribution, StandardNormal.cdf(score))?;
            let tried = forms(value).find_map(|form| {
                let mut tried = record.clone();
                match put(&mut tried, path, form) {
                    // Without the object that holds it there is nothing to say.
                    false => Some(record.clone()),
                    true => self.schema.is_valid(&tried).then_some(tried),
                }
            });
            match tried {
                Some(tried) => record = tried,
                None => return Ok(None),
            }
        }
        Ok(Some(record))
    }
}

/// A number as it stands, with two decimals, and as a whole one, for schemas that want it so.
fn forms(value: f64) -> impl Iterator<Item = Number> {
    let rounded = libm::round(value);
    // Whole numbers of at most 53 bits are exact.
    let whole = (rounded.abs() <= 9.0e15).then(|| Number::from(rounded as i64));
    let exact = if rounded == value { whole.clone() } else { Number::from_f64(value) };
    let cents = Number::from_f64(libm::round(value * 100.0) / 100.0);
    exact.into_iter().chain(cents).chain(whole)
}

/// Puts a number where a path leads; whether there is an object to hold it.
fn put(record: &mut Value, path: &[String], number: Number) -> bool {
    let Some((last, before)) = path.split_last() else { return false };
    let holder = before.iter().try_fold(record, |value, name| value.get_mut(name.as_str()));
    let Some(fields) = holder.and_then(Value::as_object_mut) else { return false };
    fields.insert(last.clone(), Value::Number(number));
    true
}

/// The names that a pointer leads through.
fn way(schema: &Schema, pointer: &str) -> Result<Vec<String>> {
    let refuse = |reason: String| Error::new(ErrorCode::InvalidRequest, reason);
    let rest = pointer.strip_prefix('/').filter(|rest| !rest.is_empty()).ok_or_else(|| {
        refuse(format!("`{pointer}` names no property"))
            .with_hint("name it by a JSON pointer, for example `/age`")
    })?;
    let names: Vec<String> = rest.split('/').map(|name| name.replace("~1", "/").replace("~0", "~")).collect();
    let known = schema.property_names();
    match names.first() {
        Some(first) if known.iter().any(|name| name == first) => Ok(names),
        _ => Err(refuse(format!("the schema has no property `{pointer}`"))
            .with_context("properties", known.join(", "))),
    }
}

/// The correlations of normal scores that give the stated rank correlations: `2 sin(pi rho / 6)` (Pearson 1907; Kruskal
/// 1958).
fn normal_scores(stated: &StatedData) -> Result<Vec<Vec<f64>>> {
    let pointers: Vec<&String> = stated.distributions.keys().collect();
    let mut scores: Vec<Vec<f64>> = (0..pointers.len())
        .map(|row| (0..pointers.len()).map(|column| if row == column { 1.0 } else { 0.0 }).collect())
        .collect();
    let place = |pointer: &String| {
        pointers.iter().position(|known| *known == pointer).ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidRequest,
                format!("`{pointer}` has a correlation but no distribution"),
            )
        })
    };
    for correlation in &stated.correlations {
        let (first, second) = (place(&correlation.between.0)?, place(&correlation.between.1)?);
        if !(correlation.rank > -1.0 && correlation.rank < 1.0) || first == second {
            let message = format!("{} is no rank correlation of two properties", correlation.rank);
            return Err(Error::new(ErrorCode::InvalidNumber, message)
                .with_hint("name two properties and a number between -1 and 1"));
        }
        let score = 2.0 * libm::sin(std::f64::consts::PI * correlation.rank / 6.0);
        for (row, column) in [(first, second), (second, first)] {
            if let Some(cell) = scores.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = score;
            }
        }
    }
    Ok(scores)
}

/// Reads what is stated from JSON.
///
/// # Errors
/// `invalid_document` with line and column.
pub fn read_stated(text: &str) -> Result<StatedData> {
    serde_json::from_str(text).map_err(|error| {
        Error::new(ErrorCode::InvalidDocument, format!("what is stated cannot be read: {error}"))
            .with_hint("it has `distributions` by JSON pointer, and perhaps `correlations`")
    })
}
