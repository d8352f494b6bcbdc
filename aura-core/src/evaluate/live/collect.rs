//! Rows become units: who was in which arm, with which values. Nothing is guessed; what is left out is counted.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Tally, key_of};
use super::design::check_design;
use super::recipe::needed;
use super::time::milliseconds;
use crate::domain::live::{LiveExperiment, TrustCheck, TrustOutcome};
use crate::error::{Error, ErrorCode, Result};
use crate::text::Table;

/// The data of a test: what holds for all metrics, and what each is had from.
#[derive(Debug, Clone, PartialEq)]
pub struct Collected {
    /// Units of each arm.
    pub(super) counts: Vec<u64>,
    /// Days since 1970 on which units came in, where times are known.
    pub(super) days: BTreeSet<i64>,
    pub(super) notes: Vec<TrustCheck>,
    pub(super) data_hash: String,
    pub(super) source: Source,
}

/// What metrics are had from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// Units one by one.
    Units(UnitRows),
    /// Exact sums of columns.
    Sums(Box<Tally>),
}

impl Source {
    /// The names of the parts of the population, by place.
    pub(super) fn parts(&self) -> Vec<String> {
        match self {
            Source::Units(units) => units.strata.clone(),
            Source::Sums(tally) => tally.parts(),
        }
    }
}

/// Units one by one, by arm.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UnitRows {
    pub(super) columns: Vec<String>,
    pub(super) arms: Vec<Vec<Unit>>,
    /// The names of the parts of the population, by place and in their order; one without a name where none are stated.
    pub(super) strata: Vec<String>,
    /// Whether the rows of a unit are events whose values are added up.
    pub(super) are_events: bool,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Unit {
    /// Its number.
    pub(super) key: u64,
    pub(super) stratum: usize,
    pub(super) time_ms: Option<i64>,
    /// Values of the columns that are needed; nothing where a cell was empty.
    pub(super) rows: Vec<Vec<Option<f64>>>,
    /// Sums of the same columns from before the unit came in, where there is a log.
    pub(super) before: Vec<f64>,
    /// How long after the unit came in each row happened, where there is a log.
    pub(super) after_ms: Vec<u64>,
    /// How long the unit was watched, where there is a log.
    pub(super) watched_ms: u64,
}

/// Numbers the parts of the population in the order of their names, so that no row's place counts.
pub(super) fn in_order_of_names(places: &BTreeMap<&str, usize>, arms: &mut [Vec<Unit>]) -> Vec<String> {
    let mut places_now = vec![0; places.len()];
    for (now, before) in places.values().enumerate() {
        if let Some(place) = places_now.get_mut(*before) {
            *place = now;
        }
    }
    for unit in arms.iter_mut().flatten() {
        unit.stratum = places_now.get(unit.stratum).copied().unwrap_or(0);
    }
    if places.is_empty() {
        vec![String::new()]
    } else {
        places.keys().map(|name| (*name).to_owned()).collect()
    }
}

/// Reads a table unit by unit, which rows that are nested in units need.
///
/// # Errors
/// As [`collect_table`](super::collect_table).
pub(super) fn collect_units(experiment: &LiveExperiment, table: &Table<'_>) -> Result<Collected> {
    check_design(experiment)?;
    let reader = Columns::of(experiment, table)?;
    let mut units: BTreeMap<&str, (usize, Unit)> = BTreeMap::new();
    let mut crossed: BTreeMap<&str, ()> = BTreeMap::new();
    let mut strata: BTreeMap<&str, usize> = BTreeMap::new();
    for (line, cells) in &table.rows {
        let name = reader.unit(*line, cells)?;
        let arm = reader.arm(experiment, *line, cells)?;
        let row = reader.values(*line, cells)?;
        let time_ms = reader.time(*line, cells)?;
        let next = strata.len();
        let stratum = reader.stratum(cells).map_or(0, |name| *strata.entry(name).or_insert(next));
        match units.get_mut(name) {
            None => {
                let unit = Unit { key: key_of(name), stratum, time_ms, rows: vec![row], ..Unit::default() };
                units.insert(name, (arm, unit));
            }
            Some((known, _)) if *known != arm => {
                crossed.insert(name, ());
            }
            Some((_, unit)) => unit.rows.push(row),
        }
    }
    let mut arms = vec![Vec::new(); experiment.arms.len()];
    let total = units.len();
    for (name, (arm, unit)) in units {
        if !crossed.contains_key(name)
            && let Some(list) = arms.get_mut(arm)
        {
            list.push(unit);
        }
    }
    let mut notes = crossed_note(crossed.len() as u64, total as u64);
    notes.extend(missing_notes(&reader.names, &arms));
    check_arms(experiment, arms.iter().map(|units| units.len() as u64))?;
    let strata = in_order_of_names(&strata, &mut arms);
    let units = UnitRows { columns: reader.names, arms, strata, are_events: false };
    Ok(Collected::of_units(units, notes, hash_table(table)))
}

impl Collected {
    pub(super) fn of_units(units: UnitRows, notes: Vec<TrustCheck>, data_hash: String) -> Self {
        let times = units.arms.iter().flatten().filter_map(|unit| unit.time_ms);
        Collected {
            counts: units.arms.iter().map(|arm| arm.len() as u64).collect(),
            days: times.map(day).collect(),
            notes,
            data_hash,
            source: Source::Units(units),
        }
    }
}

/// The day since 1970 of a time in milliseconds.
pub(super) fn day(time_ms: i64) -> i64 {
    time_ms.div_euclid(86_400_000)
}

/// Where the needed columns stand in a table.
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    places: Vec<usize>,
    unit: usize,
    arm: Option<usize>,
    stratum: Option<usize>,
    time: Option<usize>,
    truths: Vec<bool>,
}

impl Columns {
    pub(super) fn of(experiment: &LiveExperiment, table: &Table<'_>) -> Result<Self> {
        let mut columns = Columns::of_outcomes(experiment, table)?;
        columns.arm = Some(table.column(&experiment.arm_column)?);
        Ok(columns)
    }

    /// Columns of a log of outcomes, which does not name the arm.
    pub(super) fn of_outcomes(experiment: &LiveExperiment, table: &Table<'_>) -> Result<Self> {
        let (names, truths) = needed(experiment);
        let places: Result<Vec<usize>> = names.iter().map(|name| table.column(name)).collect();
        let optional = |name: &Option<String>| name.as_ref().map(|name| table.column(name)).transpose();
        Ok(Columns {
            places: places?,
            names,
            truths,
            unit: table.column(&experiment.unit_column)?,
            arm: None,
            stratum: experiment.stratum_column.as_ref().and_then(|name| table.column(name).ok()),
            time: optional(&experiment.time_column)?,
        })
    }

    pub(super) fn unit<'a>(&self, line: u64, cells: &'a [Cow<'_, str>]) -> Result<&'a str> {
        let name = cells.get(self.unit).map_or("", |cell| cell.trim());
        if name.is_empty() { Err(wrong(line, "the unit has no name")) } else { Ok(name) }
    }

    pub(super) fn arm(
        &self,
        experiment: &LiveExperiment,
        line: u64,
        cells: &[Cow<'_, str>],
    ) -> Result<usize> {
        let name = self.arm.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim());
        arm_place(experiment, line, name)
    }

    pub(super) fn stratum<'a>(&self, cells: &'a [Cow<'_, str>]) -> Option<&'a str> {
        self.stratum.and_then(|place| cells.get(place)).map(|cell| cell.trim())
    }

    pub(super) fn time(&self, line: u64, cells: &[Cow<'_, str>]) -> Result<Option<i64>> {
        let Some(cell) = self.time.and_then(|place| cells.get(place)) else { return Ok(None) };
        read_time(line, cell).map(Some)
    }

    pub(super) fn values(&self, line: u64, cells: &[Cow<'_, str>]) -> Result<Vec<Option<f64>>> {
        let cell = |(index, place): (usize, &usize)| {
            let text = cells.get(*place).map_or("", |cell| cell.trim());
            let is_truth = self.truths.get(index).copied().unwrap_or(false);
            let name = self.names.get(index).map_or("", String::as_str);
            value(text, is_truth).map_err(|reason| wrong(line, format!("`{name}` {reason}, not `{text}`")))
        };
        self.places.iter().enumerate().map(cell).collect()
    }
}

/// The place of an arm among the planned ones.
pub(super) fn arm_place(experiment: &LiveExperiment, line: u64, name: &str) -> Result<usize> {
    experiment.arms.iter().position(|arm| arm.name == name).ok_or_else(|| {
        let known: Vec<&str> = experiment.arms.iter().map(|arm| arm.name.as_str()).collect();
        wrong(line, format!("arm `{name}` was not planned")).with_context("arms", known.join(", "))
    })
}

pub(super) fn read_time(line: u64, cell: &str) -> Result<i64> {
    milliseconds(cell).ok_or_else(|| {
        wrong(line, format!("`{cell}` is neither a day nor a time"))
            .with_hint("times look like 2026-11-22 or 2026-11-22T14:05:00Z")
    })
}

/// A cell as a number. Yes and no only stand for 1 and 0 where a share is measured.
pub(super) fn value(text: &str, is_truth: bool) -> Result<Option<f64>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let word = match text.to_ascii_lowercase().as_str() {
        "true" | "yes" => Some(1.0),
        "false" | "no" => Some(0.0),
        _ => None,
    };
    match text.parse::<f64>().ok().or(word.filter(|_| is_truth)) {
        Some(number) if !number.is_finite() => Err("must be a finite number"),
        Some(number) => Ok(Some(number)),
        None if is_truth => Err("must be 0 or 1, yes or no"),
        None => Err("must be a number"),
    }
}

pub(super) fn check_arms(experiment: &LiveExperiment, counts: impl Iterator<Item = u64>) -> Result<()> {
    for (arm, found) in experiment.arms.iter().zip(counts) {
        if found < 2 {
            let message = format!("arm `{}` has {found} units; at least 2 are needed", arm.name);
            return Err(Error::new(ErrorCode::InvalidData, message)
                .with_hint("check the spelling of the arms, or wait for data"));
        }
    }
    Ok(())
}

pub(super) fn crossed_note(crossed: u64, total: u64) -> Vec<TrustCheck> {
    if crossed == 0 {
        return Vec::new();
    }
    let share = crossed as f64 / total as f64;
    let outcome = if share > 0.01 { TrustOutcome::Failed } else { TrustOutcome::Warning };
    vec![TrustCheck {
        name: "crossed_arms".to_owned(),
        outcome,
        sentence: format!(
            "{crossed} of {total} units were seen in more than one arm and are left out; find out why before \
             trusting the result."
        ),
        detail: format!("crossed {crossed} of {total}, share {share:.6}; above 0.01 the result is not used"),
    }]
}

pub(super) fn missing_notes(names: &[String], arms: &[Vec<Unit>]) -> Vec<TrustCheck> {
    let count = |(index, name): (usize, &String)| {
        let empty = |units: &Vec<Unit>| {
            let rows = units.iter().flat_map(|unit| &unit.rows);
            rows.filter(|row| row.get(index).is_some_and(Option::is_none)).count() as u64
        };
        missing_note(name, &arms.iter().map(empty).collect::<Vec<u64>>())
    };
    names.iter().enumerate().filter_map(count).collect()
}

/// What is said of a column with empty cells, counted by arm.
pub(super) fn missing_note(name: &str, counts: &[u64]) -> Option<TrustCheck> {
    let total: u64 = counts.iter().sum();
    (total > 0).then(|| TrustCheck {
        name: "missing_values".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "`{name}` is empty in {total} rows; these count for nothing in metrics that need it."
        ),
        detail: format!("empty rows {total}, by arm {counts:?}"),
    })
}

/// Hash of the cells as they were read: the same table gives the same hash whatever its line ends and quotes.
pub(in crate::evaluate) fn hash_table(table: &Table<'_>) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut cell = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    table.columns.iter().for_each(|name| cell(name));
    table.rows.iter().flat_map(|row| &row.1).for_each(|text| cell(text));
    let mut hex = hasher.finalize().to_hex().to_string();
    hex.truncate(32);
    hex
}

pub(super) fn wrong(line: u64, reason: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::InvalidData, format!("line {line} of the table: {reason}"))
        .with_context("line", line)
}
