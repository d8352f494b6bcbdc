//! Synthetic records that are like those of a sample, and none of which is one of them.
//!
//! In come records; out comes a [`Likeness`], which draws others. Each column is kept as a marginal distribution in
//! which every published figure stands for a *smallest group* of records or more (10 where nothing else is asked for):
//! categories that fewer records have are suppressed, numbers are kept as the edges of bins, and every edge is the mean
//! of so many neighbours (microaggregation: Domingo-Ferrer and Mateo-Sanz 2002). What hangs together is kept as the
//! correlation of normal scores, that is a Gaussian copula (Nelsen, An Introduction to Copulas, 2nd edition, section
//! 2.3; Patki, Wedge and Veeramachaneni 2016). Columns that name somebody are not fitted at all: their values are made
//! up, and never one of the sample. A combination of all other columns that fewer records share than a smallest group
//! is never given out. This is suppression, as statistical offices do it; it is not differential privacy, and a sample
//! about few people stays personal data. Several tables may refer to each other (`tables`, `links`, `keys`). Never here: files, a database.

mod column;
mod copula;
mod keys;
mod links;
mod request;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::{Seed, Stream, Streams};

use super::locale::Locale;
use super::schema::{SampleOptions, Schema, SchemaOptions};
use column::Column;
use copula::Copula;
pub(in crate::simulate) use copula::root_of;

pub use request::{Synthesis, SynthesisRequest, read_records, synthesize, table_records};
pub use tables::{
    ChildGroup, ReferenceReport, SampleTable, SyntheticTable, TablesRequest, TablesSynthesis,
    synthesize_samples, synthesize_tables,
};

/// The address of the draws.
const ADDRESS: u32 = 7;
/// Draws of one record before values are withheld from it.
const MOST_TRIES: u32 = 64;
/// Most columns of a sample: correlations grow with the square.
const MOST_COLUMNS: u64 = 200;
/// Most records of a sample.
const MOST_RECORDS: u64 = 1_000_000;

/// How a sample is fitted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LikenessOptions {
    /// The fewest records that any published figure stands for; at least 2.
    pub smallest_group: u32,
    /// Columns that name somebody, besides those that are found to.
    pub identifying: Vec<String>,
    /// The language and country of names and addresses that are made up.
    pub locale: Locale,
}

impl Default for LikenessOptions {
    fn default() -> Self {
        LikenessOptions { smallest_group: 10, identifying: Vec::new(), locale: Locale::default() }
    }
}

impl LikenessOptions {
    /// The fewest records that any published figure stands for.
    #[must_use]
    pub fn with_smallest_group(mut self, records: u32) -> Self {
        self.smallest_group = records;
        self
    }

    /// A column that names somebody.
    #[must_use]
    pub fn with_identifying(mut self, column: &str) -> Self {
        self.identifying.push(column.to_owned());
        self
    }

    /// The language and country of names and addresses that are made up.
    #[must_use]
    pub fn with_locale(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }
}

/// What was kept of a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LikenessReport {
    /// How many records the sample has.
    pub records: u64,
    /// The fewest records that any figure stands for.
    pub smallest_group: u32,
    /// What was kept of each column.
    pub columns: Vec<ColumnReport>,
    /// What hangs together: correlations of normal scores beyond 0.05, the strongest first. `age is there` stands for
    /// whether the column `age` has a value.
    pub correlations: Vec<ColumnPair>,
    /// By how much correlations were made smaller, so that they can hold together; from 0 to 1.
    pub shrinkage: f64,
}

/// What was kept of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnReport {
    /// The column.
    pub column: String,
    /// As what it was kept.
    pub kept_as: KeptAs,
    /// The share of records without a value.
    pub missing: f64,
    /// How many categories or bins were kept.
    pub groups: u64,
    /// How many different values were suppressed because too few records have them.
    pub suppressed_values: u64,
    /// How many records have those.
    pub suppressed_records: u64,
}

/// As what a column was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KeptAs {
    /// How many records have which value.
    Categories,
    /// Bins of numbers.
    Numbers,
    /// Bins of days, or of moments.
    Moments,
    /// Nothing was kept: values are made up.
    MadeUp,
    /// Nothing was kept, and there are no values: too few records have one, or they are lists and objects.
    LeftOut,
}

/// Two columns that hang together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnPair {
    /// One column.
    pub first: String,
    /// The other one.
    pub second: String,
    /// From -1 to 1. For categories without an order the sign means nothing.
    pub correlation: f64,
}

/// What was kept of a sample, ready to draw from.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::random::Seed;
/// use aura_core::simulate::likeness::{Likeness, LikenessOptions};
/// use serde_json::json;
/// // Two thirds are on the small plan; the large one costs more.
/// let record = |n: u32| json!({"customer": format!("c{n}"), "plan": if n % 3 > 0 { "small" } else { "large" },
///     "euros": if n % 3 > 0 { 10 + n % 7 } else { 50 + n % 9 }});
/// let sample: Vec<_> = (0..300).filter_map(|n| record(n).as_object().cloned()).collect();
/// let likeness = Likeness::new(&sample, &LikenessOptions::default(), &Limits::default())?;
/// let drawn = (0..300).map(|n| likeness.record(Seed(1), n)).collect::<Result<Vec<_>, _>>()?;
/// let small = drawn.iter().filter(|record| record["plan"] == "small").count();
/// assert!((170..230).contains(&small), "{small}");
/// assert!(drawn.iter().all(|new| sample.iter().all(|old| old["customer"] != new["customer"])));
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Likeness {
    columns: Vec<Column>,
    copula: Copula,
    /// Combinations that fewer records share than a smallest group, as hashes; never written out.
    rare: BTreeSet<[u8; 32]>,
    made_up: Schema,
    locale: Locale,
    report: LikenessReport,
}

impl Likeness {
    /// Fits a sample.
    ///
    /// # Errors
    /// `invalid_data` for fewer records than two smallest groups, and where a column that is said to identify is not
    /// there; `invalid_number` for a smallest group below 2; `limit_size` for too many records or columns.
    pub fn new(sample: &[Map<String, Value>], options: &LikenessOptions, limits: &Limits) -> Result<Self> {
        Limits::check_count("records", sample.len(), MOST_RECORDS.min(limits.log_events))?;
        let least = options.smallest_group as usize;
        if least < 2 {
            return Err(Error::new(ErrorCode::InvalidNumber, "a smallest group has at least 2 records"));
        }
        if sample.len() < 2 * least {
            let text = format!("{} records are fewer than two groups of {least}", sample.len());
            return Err(Error::new(ErrorCode::InvalidData, text)
                .with_hint("give more records, or state a smaller smallest group"));
        }
        let names = names_of(sample)?;
        if let Some(missing) = options.identifying.iter().find(|name| !names.contains(name)) {
            return Err(Error::new(ErrorCode::InvalidData, format!("the sample has no column `{missing}`"))
                .with_hint(format!("the columns are {}", names.join(", "))));
        }
        let mut columns: Vec<Column> = Vec::with_capacity(names.len());
        for name in &names {
            let is_identifying = options.identifying.contains(name);
            columns.push(Column::fit(name, sample, least, is_identifying)?);
        }
        let copula = Copula::fit(&mut columns, sample)?;
        let rare = rare_combinations(&columns, sample, least);
        let made_up = Schema::compile(&made_up_schema(&columns), &SchemaOptions::default())?;
        let report = LikenessReport {
            records: sample.len() as u64,
            smallest_group: options.smallest_group,
            correlations: copula.pairs(),
            columns: columns.iter().map(|column| column.report.clone()).collect(),
            shrinkage: copula.shrinkage(),
        };
        Ok(Likeness { columns, copula, rare, made_up, locale: options.locale, report })
    }

    /// What was kept, and what was suppressed.
    pub fn report(&self) -> &LikenessReport {
        &self.report
    }

    /// Record number `number` of a seed. Equal arguments always give equal records.
    ///
    /// Where every draw is a combination that too few records of the sample share, values are withheld, one column
    /// after the other, until it is none.
    ///
    /// # Errors
    /// `invalid_data` where even a record without values would be one of the sample.
    pub fn record(&self, seed: Seed, number: u64) -> Result<Value> {
        let streams = Streams::new(seed.derive("likeness"));
        let mut record = Map::new();
        for attempt in 0..MOST_TRIES {
            record = self.draw(&mut streams.stream(number, ADDRESS, attempt))?;
            if !self.is_rare(&record) {
                return self.name(record, seed, number);
            }
        }
        for column in self.columns.iter().filter(|column| column.is_fitted()) {
            record.insert(column.name.clone(), Value::Null);
            if !self.is_rare(&record) {
                return self.name(record, seed, number);
            }
        }
        Err(Error::new(ErrorCode::InvalidData, "every record like those of the sample is one of them")
            .with_hint("give more records, or leave out columns"))
    }

    /// The fitted columns of one record.
    fn draw(&self, stream: &mut Stream) -> Result<Map<String, Value>> {
        let places = self.copula.draw(stream)?;
        let fitted = || self.columns.iter().filter(|column| column.is_fitted());
        let mut presence = places.iter().skip(fitted().count());
        let mut record = Map::new();
        for (column, &place) in fitted().zip(&places) {
            let is_missing = column.missing > 0.0 && presence.next().is_some_and(|it| *it < column.missing);
            let value = if is_missing { Value::Null } else { column.value_at(place) };
            record.insert(column.name.clone(), value);
        }
        Ok(record)
    }

    /// The whole record, in the order of the columns, with what names somebody made up.
    fn name(&self, mut fitted: Map<String, Value>, seed: Seed, number: u64) -> Result<Value> {
        let seed = seed.derive("likeness names");
        let made_up =
            self.made_up.sample(seed, number, &SampleOptions::default().with_locale(self.locale))?;
        let mut record = Map::new();
        for column in &self.columns {
            let value = match fitted.remove(&column.name) {
                Some(value) => value,
                None => column.made_up(made_up.get(&column.name), number),
            };
            record.insert(column.name.clone(), value);
        }
        Ok(Value::Object(record))
    }

    fn is_rare(&self, record: &Map<String, Value>) -> bool {
        !self.rare.is_empty() && self.rare.contains(&combination(&self.columns, record))
    }
}

/// The columns in the order in which they first come.
fn names_of(sample: &[Map<String, Value>]) -> Result<Vec<String>> {
    let (mut names, mut seen) = (Vec::new(), BTreeSet::new());
    for name in sample.iter().flat_map(Map::keys) {
        if !seen.contains(name) {
            seen.insert(name.clone());
            names.push(name.clone());
            Limits::check_count("columns", names.len(), MOST_COLUMNS)?;
        }
    }
    Ok(names)
}

/// The hash of the fitted columns of a record. Absent and null are the same, 1 and 1.0 as well.
fn combination(columns: &[Column], record: &Map<String, Value>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for column in columns.iter().filter(|column| column.is_fitted()) {
        let text = column::plain(record.get(&column.name));
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn rare_combinations(columns: &[Column], sample: &[Map<String, Value>], least: usize) -> BTreeSet<[u8; 32]> {
    let mut counts: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    for record in sample {
        *counts.entry(combination(columns, record)).or_insert(0) += 1;
    }
    counts.into_iter().filter(|(_, count)| *count < least).map(|(hash, _)| hash).collect()
}

/// A schema for what is made up: the names of the columns suggest what it is.
fn made_up_schema(columns: &[Column]) -> Value {
    let made_up = columns.iter().filter(|column| column.report.kept_as == KeptAs::MadeUp);
    let properties: Map<String, Value> =
        made_up.map(|column| (column.name.clone(), column.made_up_schema())).collect();
    let required: Vec<&String> = properties.keys().collect();
    json!({"type": "object", "additionalProperties": false, "required": required, "properties": properties})
}
