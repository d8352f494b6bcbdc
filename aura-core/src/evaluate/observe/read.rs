//! Rows of a table become figures of units in periods. Nothing is guessed; what is left out is counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::observation::{Observation, ObservationalMethod};
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::live::milliseconds;
use crate::stats::observational::Observed;
use crate::text::Table;

/// The figures of a table.
pub(super) struct Figures {
    pub(super) rows: Vec<Observed>,
    /// Names of units, by number.
    pub(super) units: Vec<String>,
    /// Periods as they stand in the data, in the order of time, and their times.
    pub(super) periods: Vec<(String, i64)>,
    /// The first period after the change.
    pub(super) start: usize,
    /// Rows without a figure.
    pub(super) empty: u64,
}

struct Row<'a> {
    line: u64,
    unit: &'a str,
    cluster: &'a str,
    time: i64,
    value: f64,
}

pub(super) fn read(observation: &Observation, table: &Table<'_>) -> Result<Figures> {
    let changed_at = time_of(&observation.changed_at).ok_or_else(|| {
        Error::new(
            ErrorCode::InvalidExperiment,
            format!(
                "`changed_at` is `{}`, which is neither a day, a time nor a number",
                observation.changed_at
            ),
        )
    })?;
    let mut names: BTreeMap<i64, String> = BTreeMap::new();
    let (rows, empty) = cells(observation, table, &mut names)?;
    let places: BTreeMap<i64, usize> = names.keys().enumerate().map(|(place, time)| (*time, place)).collect();
    let units = numbered(rows.iter().map(|row| row.unit));
    let clusters = numbered(rows.iter().map(|row| row.cluster));
    for name in &observation.changed {
        if !units.contains_key(name.as_str()) {
            return Err(invalid(format!("the changed unit `{name}` is not in the table"))
                .with_hint("names must stand in the data exactly so"));
        }
    }
    if observation.changed.is_empty() && observation.method != ObservationalMethod::InterruptedSeries {
        return Err(Error::new(ErrorCode::InvalidExperiment, "no unit is said to be changed")
            .with_hint("name the units that were changed in `changed`, and their column in `unit_column`"));
    }
    let mut seen: BTreeSet<(&str, i64)> = BTreeSet::new();
    let mut observed = Vec::with_capacity(rows.len());
    for row in &rows {
        let is_new = seen.insert((row.unit, row.time));
        if !is_new && observation.unit_column.is_some() {
            let period = names.get(&row.time).map_or("", String::as_str);
            return Err(invalid(format!(
                "line {} of the table: `{}` stands twice in `{period}`",
                row.line, row.unit
            ))
            .with_hint("one row for each unit and period; add up or average the others first"));
        }
        observed.push(Observed {
            unit: units.get(row.unit).copied().unwrap_or(0),
            cluster: clusters.get(row.cluster).copied().unwrap_or(0),
            period: places.get(&row.time).copied().unwrap_or(0),
            is_treated: observation.changed.is_empty()
                || observation.changed.iter().any(|name| name == row.unit),
            value: row.value,
        });
    }
    let start = names.keys().filter(|time| **time < changed_at).count();
    if start == 0 || start == names.len() {
        let side = if start == 0 { "before" } else { "after" };
        return Err(invalid(format!("there are no rows {side} the change at `{}`", observation.changed_at)));
    }
    Ok(Figures {
        rows: observed,
        units: units.keys().map(|name| (*name).to_owned()).collect(),
        periods: names.into_iter().map(|(time, name)| (name, time)).collect(),
        start,
        empty,
    })
}

fn cells<'a>(
    observation: &Observation,
    table: &'a Table<'_>,
    names: &mut BTreeMap<i64, String>,
) -> Result<(Vec<Row<'a>>, u64)> {
    let outcome = table.column(&observation.outcome_column)?;
    let time = table.column(&observation.time_column)?;
    let optional = |name: &Option<String>| name.as_ref().map(|name| table.column(name)).transpose();
    let (unit, cluster) = (optional(&observation.unit_column)?, optional(&observation.cluster_column)?);
    let (mut rows, mut empty) = (Vec::with_capacity(table.rows.len()), 0);
    for (line, cells) in &table.rows {
        let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
        let wrong = |reason: String| {
            invalid(format!("line {line} of the table: {reason}")).with_context("line", line)
        };
        let at = time_of(cell(time))
            .ok_or_else(|| wrong(format!("`{}` is neither a day, a time nor a number", cell(time))))?;
        names.entry(at).or_insert_with(|| cell(time).to_owned());
        if cell(outcome).is_empty() {
            empty += 1;
            continue;
        }
        let value = cell(outcome).parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(|| {
            wrong(format!("`{}` must be a number, not `{}`", observation.outcome_column, cell(outcome)))
        })?;
        let name = unit.map_or("all", cell);
        if name.is_empty() {
            return Err(wrong("the unit has no name".to_owned()));
        }
        rows.push(Row { line: *line, unit: name, cluster: cluster.map_or(name, cell), time: at, value });
    }
    Ok((rows, empty))
}

fn time_of(text: &str) -> Option<i64> {
    milliseconds(text)
}

fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let sorted: BTreeSet<&str> = names.collect();
    sorted.into_iter().enumerate().map(|(place, name)| (name, place)).collect()
}

fn invalid(message: String) -> Error {
    Error::new(ErrorCode::InvalidData, message)
}

impl Figures {
    /// Mean of some rows for each period; nothing where a period has none.
    pub(super) fn means(&self, keep: impl Fn(&Observed) -> bool) -> Vec<Option<f64>> {
        let mut sums = vec![(0.0, 0.0); self.periods.len()];
        for row in self.rows.iter().filter(|row| keep(row)) {
            if let Some((sum, count)) = sums.get_mut(row.period) {
                *sum += row.value;
                *count += 1.0;
            }
        }
        sums.into_iter().map(|(sum, count)| (count > 0.0).then(|| sum / count)).collect()
    }

    /// The name of a period.
    pub(super) fn period(&self, place: usize) -> &str {
        self.periods.get(place).map_or("", |(name, _)| name)
    }
}
