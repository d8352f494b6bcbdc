//! Several tables that refer to each other: keys are made up, and every reference leads to one of them.
//!
//! Each table is fitted by itself, without its keys and references. How many records refer to one of another table is
//! kept as groups of at least a smallest group of those; the mean of each group is what stands for it. What hangs
//! together across tables otherwise (whether customers of one town order more) is not kept.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::column::plain;
use super::keys::Keys;
use super::links::{self, Link};
use super::{Likeness, LikenessOptions, LikenessReport, read_records};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::{Seed, Stream, Streams};
use crate::simulate::locale::Locale;

/// Most tables at a time.
const MOST_TABLES: u64 = 50;
/// The address of draws of how many records refer to one.
const CHILDREN: u32 = 11;
/// The address of draws of which record is referred to.
const CHOICES: u32 = 12;

/// Which tables are wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TablesRequest {
    /// The samples.
    pub tables: Vec<SampleTable>,
    /// References as `table.column=table.column`, the column that refers first, for example
    /// `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one
    /// column of another table in which no value comes twice. The first reference of a table decides how many of its
    /// records refer to one; the values of further ones are shuffled among these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// How many records each table gets that refers to no other; as many as its sample where absent. The others follow
    /// from these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// The seed; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
    /// The fewest records that any figure stands for that is taken from a sample; 10 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_group: Option<u32>,
    /// Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifying: Vec<String>,
    /// The language and country of names and addresses that are made up; `en` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

/// The sample of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SampleTable {
    /// What it is called in references.
    pub name: String,
    /// A table in CSV, a JSON array of records, or one JSON record a line.
    pub sample: String,
}

/// Synthetic tables, and what was kept of the samples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TablesSynthesis {
    /// The tables, in the order of the request.
    pub tables: Vec<SyntheticTable>,
    /// The references between them.
    pub references: Vec<ReferenceReport>,
}

/// One synthetic table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SyntheticTable {
    /// What it is called.
    pub name: String,
    /// The records.
    pub records: Vec<Value>,
    /// What was kept of its sample besides keys and references, and what was suppressed.
    pub report: LikenessReport,
}

/// What was kept of a reference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceReport {
    /// The column that refers, as `table.column`.
    pub from: String,
    /// The column that it leads to.
    pub to: String,
    /// Whether it was found, not stated.
    pub is_found: bool,
    /// The share of records that refer to none, where they are not too few.
    pub missing: f64,
    /// How many records refer to one: groups of at least a smallest group of those that are referred to.
    pub children: Vec<ChildGroup>,
}

/// Records to which about as many others refer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChildGroup {
    /// How many refer to each, on average.
    pub children: f64,
    /// The share of the records of the table that is referred to.
    pub share: f64,
}

/// A sample that was read.
pub(super) struct Given {
    pub name: String,
    pub records: Vec<Map<String, Value>>,
    /// In the order in which they first come.
    pub columns: Vec<String>,
}

/// Makes synthetic tables that are like samples and refer to each other as these do.
///
/// # Errors
/// Those of [`super::synthesize`] for each table; `invalid_data` for a reference that leads nowhere, that leads to a
/// column in which a value comes twice, or that goes in a circle.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::simulate::likeness::{SampleTable, TablesRequest, synthesize_tables};
/// let people: String = (0..40).map(|n| format!("{n},{}\n", ["x", "y"][n % 2])).collect();
/// let visits: String = (0..80).map(|n| format!("{},{}\n", n / 2, n % 3)).collect();
/// let request: TablesRequest = serde_json::from_value(serde_json::json!({
///     "tables": [
///         { "name": "people", "sample": format!("id,kind\n{people}") },
///         { "name": "visits", "sample": format!("people_id,score\n{visits}") }
///     ]
/// })).map_err(|error| aura_core::Error::new(aura_core::ErrorCode::InvalidRequest, error.to_string()))?;
/// let made = synthesize_tables(&request, &Limits::default())?;
/// assert_eq!(made.references[0].from, "visits.people_id");
/// assert_eq!((made.tables[0].records.len(), made.tables[1].records.len()), (40, 80));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn synthesize_tables(request: &TablesRequest, limits: &Limits) -> Result<TablesSynthesis> {
    Limits::check_count("tables", request.tables.len(), MOST_TABLES)?;
    let mut given = Vec::with_capacity(request.tables.len());
    for table in &request.tables {
        let records =
            read_records(&table.sample).map_err(|error| error.with_context("table", &table.name))?;
        given.push((table.name.clone(), records));
    }
    synthesize_samples(given, request, limits)
}

/// The same for samples that were read already, named; those of the request are not looked at.
///
/// # Errors
/// Those of [`synthesize_tables`].
pub fn synthesize_samples(
    samples: Vec<(String, Vec<Map<String, Value>>)>,
    request: &TablesRequest,
    limits: &Limits,
) -> Result<TablesSynthesis> {
    let mut tables = Vec::with_capacity(samples.len());
    let mut names = BTreeSet::new();
    for (name, records) in samples {
        if !names.insert(name.clone()) {
            return Err(Error::new(ErrorCode::InvalidData, format!("two tables are called `{name}`")));
        }
        tables.push(Given { columns: super::names_of(&records)?, name, records });
    }
    let links = links::all(&tables, &request.references)?;
    let least = request.smallest_group.unwrap_or(LikenessOptions::default().smallest_group) as usize;
    let seed = request.seed.unwrap_or(Seed(1)).derive("tables");
    let mut made: Vec<Option<SyntheticTable>> = tables.iter().map(|_| None).collect();
    let mut keys: BTreeMap<(usize, &str), Vec<Value>> = BTreeMap::new();
    let mut references = Vec::new();
    for place in links::order(&tables, &links)? {
        let Some(table) = tables.get(place) else { continue };
        let own: Vec<&Link> = links.iter().filter(|link| link.child == place).collect();
        let seed = seed.derive(&table.name);
        let mut columns: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        let mut rows = request.rows.unwrap_or(table.records.len() as u64) as usize;
        for (number, link) in own.iter().enumerate() {
            let Some(parent) = tables.get(link.parent) else { continue };
            let fitted = Children::fit(link, table, parent, least)?;
            let there = keys.get(&(link.parent, link.key.as_str())).map_or(&[] as &[Value], Vec::as_slice);
            let streams = Streams::new(seed.derive(&link.column));
            let bag = fitted.bag(there, &streams, limits)?;
            let column = if number == 0 { bag } else { dealt(bag, rows, &streams) };
            rows = column.len();
            columns.insert(&link.column, column);
            references.push(fitted.report);
        }
        Limits::check_count("rows", rows, limits.cases)?;
        for key in links::keys_of(&links, place) {
            let values = Keys::of(table, key).make(rows as u64, seed);
            columns.insert(key, values.clone());
            keys.insert((place, key), values);
        }
        let fitted = fit(table, &columns, request, limits)?;
        let records =
            (0..rows).map(|row| record(table, &columns, &fitted, seed, row)).collect::<Result<_>>()?;
        if let Some(slot) = made.get_mut(place) {
            *slot =
                Some(SyntheticTable { name: table.name.clone(), records, report: fitted.report().clone() });
        }
    }
    Ok(TablesSynthesis { tables: made.into_iter().flatten().collect(), references })
}

/// Fits what is neither a key nor a reference.
fn fit(
    table: &Given,
    columns: &BTreeMap<&str, Vec<Value>>,
    request: &TablesRequest,
    limits: &Limits,
) -> Result<Likeness> {
    let rest = |record: &Map<String, Value>| -> Map<String, Value> {
        let kept = record.iter().filter(|(name, _)| !columns.contains_key(name.as_str()));
        kept.map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    let sample: Vec<Map<String, Value>> = table.records.iter().map(rest).collect();
    let start = format!("{}.", table.name);
    let identifying = request.identifying.iter().filter_map(|name| name.strip_prefix(&start));
    let mut options = LikenessOptions::default().with_locale(request.locale.unwrap_or_default());
    options.smallest_group = request.smallest_group.unwrap_or(options.smallest_group);
    options.identifying = identifying.filter(|name| !columns.contains_key(name)).map(str::to_owned).collect();
    Likeness::new(&sample, &options, limits).map_err(|error| error.with_context("table", &table.name))
}

/// One record, its columns in the order of the sample.
fn record(
    table: &Given,
    columns: &BTreeMap<&str, Vec<Value>>,
    fitted: &Likeness,
    seed: Seed,
    row: usize,
) -> Result<Value> {
    let mut rest = match fitted.record(seed, row as u64)? {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let value = |name: &String| {
        let own = columns.get(name.as_str()).and_then(|values| values.get(row)).cloned();
        let value = own.or_else(|| rest.remove(name)).unwrap_or(Value::Null);
        (name.clone(), value)
    };
    Ok(Value::Object(table.columns.iter().map(value).collect()))
}

/// How many records refer to one.
struct Children {
    report: ReferenceReport,
    /// Records that refer to none, for each record that is referred to.
    orphans: f64,
}

impl Children {
    fn fit(link: &Link, table: &Given, parent: &Given, least: usize) -> Result<Children> {
        let mut counts: BTreeMap<String, usize> =
            parent.records.iter().map(|record| (plain(record.get(&link.key)), 0)).collect();
        let (mut missing, mut lost) = (0, 0);
        for record in &table.records {
            let value = record.get(&link.column).filter(|value| !value.is_null());
            match value.map(|value| counts.get_mut(&plain(Some(value)))) {
                None => missing += 1,
                Some(Some(count)) => *count += 1,
                Some(None) => lost += 1,
            }
        }
        let (from, to) = (format!("{}.{}", table.name, link.column), format!("{}.{}", parent.name, link.key));
        if lost > 0 {
            let text = format!("{lost} values of `{from}` are not in `{to}`");
            return Err(Error::new(ErrorCode::InvalidData, text).with_hint(
                "give all records that are referred to, or leave out those that refer to none of them",
            ));
        }
        let kept = missing >= least;
        let mut sorted: Vec<usize> = counts.into_values().collect();
        sorted.sort_unstable();
        let orphans = if kept { missing as f64 / sorted.len().max(1) as f64 } else { 0.0 };
        let missing = if kept { missing as f64 / table.records.len() as f64 } else { 0.0 };
        let children = groups(&sorted, least);
        Ok(Children {
            report: ReferenceReport { from, to, is_found: link.is_found, missing, children },
            orphans,
        })
    }

    /// For each key as many of it as records refer to it, then nothing for those that refer to none.
    fn bag(&self, keys: &[Value], streams: &Streams, limits: &Limits) -> Result<Vec<Value>> {
        let mut bag = Vec::new();
        for (number, key) in (0..).zip(keys) {
            let count = self.count(&mut streams.stream(number, CHILDREN, 0));
            bag.extend(std::iter::repeat_n(key.clone(), count));
            Limits::check_count("rows", bag.len(), limits.cases)?;
        }
        let orphans = (self.orphans * keys.len() as f64).round() as usize;
        Limits::check_count("rows", bag.len().saturating_add(orphans), limits.cases)?;
        bag.extend(std::iter::repeat_n(Value::Null, orphans));
        Ok(bag)
    }

    fn count(&self, stream: &mut Stream) -> usize {
        let (place, fraction) = (stream.next_unit(), stream.next_unit());
        let mut upto = 0.0;
        let group = self.report.children.iter().find(|group| {
            upto += group.share;
            place < upto
        });
        let mean = group.or(self.report.children.last()).map_or(0.0, |group| group.children);
        // Rounded by chance, so that the mean is kept.
        mean.floor() as usize + usize::from(fraction < mean - mean.floor())
    }
}

/// As many as there are rows, from a bag that is shuffled (Fisher and Yates) and dealt out again where it ends.
fn dealt(mut bag: Vec<Value>, rows: usize, streams: &Streams) -> Vec<Value> {
    let mut stream = streams.stream(0, CHOICES, 0);
    for place in (1..bag.len()).rev() {
        bag.swap(place, stream.next_below(place as u64 + 1) as usize);
    }
    let empty = [Value::Null];
    let cards = if bag.is_empty() { &empty as &[Value] } else { &bag };
    cards.iter().cycle().take(rows).cloned().collect()
}

/// Groups of equal counts, and of neighbouring ones where these are too few.
fn groups(sorted: &[usize], least: usize) -> Vec<ChildGroup> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &count in sorted {
        match groups.last_mut() {
            Some(group) if group.len() < least || group.last() == Some(&count) => group.push(count),
            _ => groups.push(vec![count]),
        }
    }
    if groups.len() > 1
        && groups.last().is_some_and(|group| group.len() < least)
        && let (Some(last), Some(before)) = (groups.pop(), groups.last_mut())
    {
        before.extend(last);
    }
    let group = |group: &Vec<usize>| ChildGroup {
        children: group.iter().sum::<usize>() as f64 / group.len().max(1) as f64,
        share: group.len() as f64 / sorted.len().max(1) as f64,
    };
    groups.iter().map(group).collect()
}
