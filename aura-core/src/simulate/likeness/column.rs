//! One column of a sample: what it is, and its marginal distribution in groups that are large enough.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Number, Value, json};

use super::{ColumnReport, KeptAs};
use crate::error::Result;
use crate::stats::distribution::{Continuous, StandardNormal};
use crate::text::{DateOrder, Moment};

/// Most bins of numbers.
const MOST_BINS: usize = 200;
/// Most digits behind the point that are kept.
const MOST_DECIMALS: u32 = 6;
/// What stands for categories that are too small, where they are large enough together.
const OTHER: &str = "other";
/// How near to the ends of 0..1 places come.
const EDGE: f64 = 1e-9;

/// A column of a sample.
#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    pub report: ColumnReport,
    /// The share of records without a value, where they are not too few.
    pub missing: f64,
    /// Stretches of 0..1 that belong to groups, in order.
    pub groups: Vec<Group>,
    /// Whether the order of the groups means something.
    pub is_ordered: bool,
    kind: Kind,
    /// What the sample has, where values are made up and must be none of these.
    taken: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Categories,
    Numbers { decimals: u32 },
    Days,
    Moments { offset: Option<i32>, unit: i64 },
    MadeUp { is_number: bool },
    LeftOut,
}

/// Records that are alike in a column.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub content: Content,
    /// Its share of the records.
    pub share: f64,
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    Value(Value),
    /// Whatever too few records have.
    Other,
    Range(f64, f64),
}

impl Column {
    pub(super) fn fit(
        name: &str,
        sample: &[Map<String, Value>],
        least: usize,
        is_identifying: bool,
    ) -> Result<Column> {
        let cells = || sample.iter().filter_map(|record| record.get(name)).filter(|value| !value.is_null());
        let present = cells().count();
        let mut counts: BTreeMap<String, (&Value, usize)> = BTreeMap::new();
        for value in cells() {
            counts.entry(plain(Some(value))).or_insert((value, 0)).1 += 1;
        }
        let kind = kind_of(name, &counts, present, least, is_identifying);
        let missing = sample.len() - present;
        let mut column = Column {
            name: name.to_owned(),
            report: ColumnReport {
                column: name.to_owned(),
                kept_as: kept_as(kind),
                missing: 0.0,
                groups: 0,
                suppressed_values: 0,
                suppressed_records: 0,
            },
            missing: 0.0,
            groups: Vec::new(),
            is_ordered: true,
            kind,
            taken: BTreeSet::new(),
        };
        if missing >= least {
            column.missing = missing as f64 / sample.len() as f64;
            column.report.missing = column.missing;
        }
        match kind {
            Kind::Categories => column.fit_categories(&counts, least),
            Kind::MadeUp { .. } => column.taken = counts.keys().cloned().collect(),
            Kind::LeftOut => {}
            _ => column
                .fit_numbers(&cells().filter_map(|value| number_in(kind, value)).collect::<Vec<_>>(), least),
        }
        let total: f64 = column.groups.iter().map(|group| group.share).sum();
        for group in &mut column.groups {
            group.share /= total;
        }
        column.report.groups = column.groups.len() as u64;
        Ok(column)
    }

    /// Whether its values are drawn from the copula.
    pub(super) fn is_fitted(&self) -> bool {
        !matches!(self.kind, Kind::MadeUp { .. } | Kind::LeftOut)
    }

    fn fit_categories(&mut self, counts: &BTreeMap<String, (&Value, usize)>, least: usize) {
        let mut kept: Vec<(&Value, usize)> =
            counts.values().copied().filter(|(_, count)| *count >= least).collect();
        let is_number = kept.iter().all(|(value, _)| value.is_number());
        if is_number {
            kept.sort_by(|one, other| number(one.0).total_cmp(&number(other.0)));
        }
        self.is_ordered = is_number || kept.iter().all(|(value, _)| value.is_boolean());
        let groups = kept
            .iter()
            .map(|(value, count)| Group { content: Content::Value((*value).clone()), share: *count as f64 });
        self.groups.extend(groups);
        let suppressed = counts.values().filter(|(_, count)| *count < least);
        self.report.suppressed_values = suppressed.clone().count() as u64;
        let records: usize = suppressed.map(|(_, count)| count).sum();
        self.report.suppressed_records = records as u64;
        if records >= least {
            self.groups.push(Group { content: Content::Other, share: records as f64 });
        }
    }

    /// Bins with as many values each, at least a smallest group; every edge is the mean of a smallest group.
    fn fit_numbers(&mut self, values: &[f64], least: usize) {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let count = sorted.len();
        let bins = (count / least).clamp(1, MOST_BINS);
        let edge = |bin: usize| {
            let middle = bin * count / bins;
            let start = middle.saturating_sub(least / 2).min(count - least.min(count));
            let around = sorted.get(start..start + least.min(count)).unwrap_or(&[]);
            around.iter().sum::<f64>() / around.len().max(1) as f64
        };
        for bin in 0..bins {
            let records = (bin + 1) * count / bins - bin * count / bins;
            let content = Content::Range(edge(bin), edge(bin + 1));
            self.groups.push(Group { content, share: records as f64 });
        }
    }

    /// The value at a place of 0..1.
    pub(super) fn value_at(&self, place: f64) -> Value {
        let mut start = 0.0;
        for (number, group) in self.groups.iter().enumerate() {
            if place < start + group.share || number + 1 == self.groups.len() {
                let within = ((place - start) / group.share).clamp(0.0, 1.0);
                return match &group.content {
                    Content::Value(value) => value.clone(),
                    Content::Other => json!(OTHER),
                    Content::Range(low, high) => self.written(low + (high - low) * within),
                };
            }
            start += group.share;
        }
        Value::Null
    }

    fn written(&self, value: f64) -> Value {
        match self.kind {
            Kind::Numbers { decimals: 0 } => json!(value.round() as i64),
            Kind::Numbers { decimals } => {
                let factor = libm::pow(10.0, f64::from(decimals));
                Number::from_f64((value * factor).round() / factor).map_or(Value::Null, Value::Number)
            }
            Kind::Days => {
                let moment = Moment { micros: value.round() as i64 * DAY, utc_offset_minutes: None };
                json!(moment.to_string().split('T').next())
            }
            Kind::Moments { offset, unit } => {
                let micros = (value / unit as f64).round() as i64 * unit;
                json!(Moment { micros, utc_offset_minutes: offset }.to_string())
            }
            _ => Value::Null,
        }
    }

    /// The group of a record, and where in it the record lies, from 0 to 1; nothing without a value, and where its group
    /// is suppressed.
    pub(super) fn place_of(&self, value: Option<&Value>, finder: &Finder) -> Option<(usize, f64)> {
        let value = value.filter(|value| !value.is_null())?;
        if !self.is_binned() {
            return finder
                .by_text
                .get(&plain(Some(value)))
                .copied()
                .or(finder.other)
                .map(|place| (place, 0.5));
        }
        // Among bins of equal size the rank says which it is.
        let bins = self.groups.len() as f64;
        let place = (finder.share_below(number_in(self.kind, value)?) * bins).min(bins - EDGE);
        Some((place as usize, place.fract()))
    }

    /// What tells the groups of values.
    pub(super) fn finder(&self, sample: &[Map<String, Value>]) -> Finder {
        let by_text = self.groups.iter().enumerate().filter_map(|(place, group)| match &group.content {
            Content::Value(value) => Some((plain(Some(value)), place)),
            _ => None,
        });
        let values = sample.iter().filter_map(|record| number_in(self.kind, record.get(&self.name)?));
        let mut sorted: Vec<f64> = values.collect();
        sorted.sort_unstable_by(f64::total_cmp);
        Finder {
            sorted,
            by_text: by_text.collect(),
            other: self.groups.iter().position(|group| matches!(group.content, Content::Other)),
        }
    }

    fn is_binned(&self) -> bool {
        matches!(self.kind, Kind::Numbers { .. } | Kind::Days | Kind::Moments { .. })
    }

    pub(super) fn made_up_schema(&self) -> Value {
        match self.kind {
            Kind::MadeUp { is_number: true } => json!({"type": "integer", "minimum": 1}),
            _ if self.taken.iter().all(|text| text.contains('@')) => {
                json!({"type": "string", "format": "email"})
            }
            _ => json!({"type": "string", "minLength": 1}),
        }
    }

    /// A made-up value that the sample does not have.
    pub(super) fn made_up(&self, drawn: Option<&Value>, record: u64) -> Value {
        let Kind::MadeUp { is_number } = self.kind else { return Value::Null };
        let drawn = drawn.unwrap_or(&Value::Null);
        if !is_number && !drawn.is_null() && !self.taken.contains(&plain(Some(drawn))) {
            return drawn.clone();
        }
        let text = drawn.as_str().unwrap_or("value");
        // No more of these are taken than the sample has records, so one of so many is free.
        let all = self.taken.len() as u64 + 1;
        let free = (0..all).map(|round| record + 1 + round * 1_000_000_007).map(|number| match is_number {
            true => json!(number),
            false => json!(format!("{number}-{text}")),
        });
        free.into_iter().find(|value| !self.taken.contains(&plain(Some(value)))).unwrap_or(Value::Null)
    }
}

/// What tells the groups of values.
pub(super) struct Finder {
    sorted: Vec<f64>,
    by_text: BTreeMap<String, usize>,
    other: Option<usize>,
}

impl Finder {
    /// The share of values below, where equal ones count half.
    fn share_below(&self, value: f64) -> f64 {
        let below = self.sorted.partition_point(|other| *other < value);
        let upto = self.sorted.partition_point(|other| *other <= value);
        (below + upto) as f64 / 2.0 / self.sorted.len().max(1) as f64
    }
}

/// A cell as text under which equal values are equal.
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::Number(number)) => {
            number.as_f64().map_or_else(|| number.to_string(), |it| it.to_string())
        }
        Some(other) => other.to_string(),
    }
}

const DAY: i64 = 86_400_000_000;

fn kept_as(kind: Kind) -> KeptAs {
    match kind {
        Kind::Categories => KeptAs::Categories,
        Kind::Numbers { .. } => KeptAs::Numbers,
        Kind::Days | Kind::Moments { .. } => KeptAs::Moments,
        Kind::MadeUp { .. } => KeptAs::MadeUp,
        Kind::LeftOut => KeptAs::LeftOut,
    }
}

fn kind_of(
    name: &str,
    counts: &BTreeMap<String, (&Value, usize)>,
    present: usize,
    least: usize,
    is_identifying: bool,
) -> Kind {
    let values = || counts.values().map(|(value, _)| *value);
    if present < least || values().any(|value| value.is_array() || value.is_object()) {
        return Kind::LeftOut;
    }
    let is_whole = values().all(|value| value.is_i64() || value.is_u64());
    if is_identifying || is_whole && counts.len() == present && is_called_number(name) {
        return Kind::MadeUp { is_number: is_whole };
    }
    let in_groups: usize = counts.values().map(|(_, count)| *count).filter(|count| *count >= least).sum();
    if values().all(Value::is_number) {
        return if in_groups == present {
            Kind::Categories
        } else {
            Kind::Numbers { decimals: decimals(values()) }
        };
    }
    if values().all(|value| moment(value).is_some()) && in_groups < present {
        return kind_of_moments(values());
    }
    // Where most values are rare they are names, sentences or keys.
    if 2 * in_groups < present { Kind::MadeUp { is_number: false } } else { Kind::Categories }
}

fn kind_of_moments<'a>(values: impl Iterator<Item = &'a Value> + Clone) -> Kind {
    if values.clone().all(|value| value.as_str().is_some_and(|text| text.trim().len() == 10)) {
        return Kind::Days;
    }
    let moments: Vec<Moment> = values.filter_map(moment).collect();
    let divides = |unit: i64| moments.iter().all(|moment| moment.micros % unit == 0);
    let unit = [60_000_000, 1_000_000, 1_000].into_iter().find(|unit| divides(*unit)).unwrap_or(1);
    Kind::Moments { offset: moments.first().and_then(|moment| moment.utc_offset_minutes), unit }
}

/// Whether a name says that its numbers only tell records apart.
pub(super) fn is_called_number(name: &str) -> bool {
    let lower = name.to_lowercase();
    let parts: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let last = parts.last().copied().unwrap_or("");
    ["id", "key", "number", "no", "nr", "uuid"].contains(&last)
        || name.ends_with("Id")
        || name.ends_with("ID")
}

fn moment(value: &Value) -> Option<Moment> {
    let text = value.as_str().filter(|text| text.contains(['-', '/', '.', ':']))?;
    Moment::read(text, DateOrder::YearFirst)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(0.0)
}

fn number_in(kind: Kind, value: &Value) -> Option<f64> {
    match kind {
        Kind::Numbers { .. } => value.as_f64(),
        Kind::Days => moment(value).map(|moment| moment.local_micros().div_euclid(DAY) as f64),
        Kind::Moments { .. } => moment(value).map(|moment| moment.micros as f64),
        _ => None,
    }
}

/// How many digits behind the point numbers have.
fn decimals<'a>(values: impl Iterator<Item = &'a Value> + Clone) -> u32 {
    let fits = |decimals: u32| {
        let factor = libm::pow(10.0, f64::from(decimals));
        values.clone().map(number).all(|value| {
            let scaled = value * factor;
            (scaled - scaled.round()).abs() <= 1e-9 * scaled.abs().max(1.0)
        })
    };
    (0..MOST_DECIMALS).find(|decimals| fits(*decimals)).unwrap_or(MOST_DECIMALS)
}

/// The mean of a standard normal variable within each of the stretches that shares divide it into: `(φ(a) − φ(b)) / P`
/// (Johnson, Kotz and Balakrishnan 1994, section 13.10.1).
pub(super) fn means_within(shares: impl Iterator<Item = f64>) -> Result<Vec<f64>> {
    let density = |place: f64| -> Result<f64> {
        if place <= EDGE || place >= 1.0 - EDGE {
            return Ok(0.0);
        }
        Ok(StandardNormal.density(StandardNormal.quantile(place)?))
    };
    let mut start = 0.0_f64;
    let mut means = Vec::new();
    for share in shares {
        let end = start + share;
        means.push((density(start)? - density(end)?) / share);
        start = end;
    }
    Ok(means)
}
