//! Tables by column become exact sums.
//!
//! Rows are read once, in batches and on as many threads as the host lends; what is kept is a few hundred sums and 8
//! bytes for each unit. The sums are exact, so neither the order of the rows nor the number of parts and threads
//! leaves a trace: the verdict is the same to the last bit. Its canonical form is the set of rows, with parts of the
//! population ordered by name and the rows of quantiles by value. A unit that stands twice needs a second look at the
//! data, which is why a source can be read again. Never here: what a metric means, decisions.

mod chunk;
mod layout;
mod metric;
mod rows;
mod sql;
mod tally;
mod units;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use self::chunk::{Chunk, Names, arms};
use self::layout::Layout;
use self::rows::Rows;
pub use self::sql::{SqlDialect, collect_sums, sums_query};
pub(super) use self::tally::Tally;
pub(super) use self::units::key_of;
use self::units::{Seen, keys, note, repeated};
use super::collect::{Collected, Source, check_arms, collect_units, crossed_note, missing_note};
use super::design::{check_design, check_times};
use super::recipe::has_combined;
use crate::domain::live::{LiveExperiment, RowKind};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::progress::{OneThread, Workers};
use crate::stats::columns::{Batch, ColumnSource};
use crate::stats::quantile::Sorted;
use crate::text::Table;

/// Most units of a test.
const UNITS: u64 = 2_000_000_000;

/// What is known while a batch is read.
pub(super) struct Pass<'a> {
    experiment: &'a LiveExperiment,
    layout: &'a Layout,
    truths: &'a [bool],
    source: &'a dyn ColumnSource,
    part: usize,
    /// Rows of this part that were read before.
    before: usize,
}

impl Pass<'_> {
    fn wrong(&self, row: usize, reason: impl std::fmt::Display) -> Error {
        let row = self.before + row;
        let place = self.source.place(self.part, row);
        Error::new(ErrorCode::InvalidData, format!("{place} of the table: {reason}"))
            .with_context("row", row + 1)
            .with_context("part", self.part + 1)
    }
}

/// Reads one table of text. The verdict is the same, to the last bit, as that of a table by column with these values.
///
/// # Errors
/// `invalid_experiment` where the statement is not complete; `invalid_data` for a missing column, a cell that is no
/// number, an arm that was not planned, a unit that stands twice although every row is a unit, and an arm without
/// units. Units in two arms are left out and counted.
pub fn collect_table(experiment: &LiveExperiment, table: &Table<'_>) -> Result<Collected> {
    check_design(experiment)?;
    check_times(experiment, false)?;
    match experiment.rows {
        RowKind::Unit if !has_combined(experiment) => collect_columns(experiment, &Rows(table), &OneThread),
        _ => collect_units(experiment, table),
    }
}

/// Reads a table by column, with a row for each unit, or with rows that are nested in units.
///
/// # Errors
/// As [`collect_table`], with the row in place of the line; `limit_size` for more than 10,000 parts of the population.
///
/// # Example
/// ```
/// use aura_core::evaluate::live::{collect_columns, judge};
/// use aura_core::progress::OneThread;
/// use aura_core::stats::columns::{Batch, Column, Values};
/// let experiment = serde_json::from_str(r#"{
///   "schema_version": 1, "title": "Shorter checkout", "unit_column": "user", "arm_column": "arm",
///   "arms": [{"name": "old", "weight": 1}, {"name": "new", "weight": 1}],
///   "metrics": [{"id": "metric_revenue", "title": "revenue", "measure": {"type": "mean", "column": "revenue"},
///     "unit": {"type": "score"}, "direction": "increase", "role": "primary"}],
///   "rule": {"confidence": 0.95, "smallest_worthwhile": 0, "guardrail_margin": 0.02,
///     "origin": {"type": "assumed", "reason": "an example"}}
/// }"#).unwrap();
/// let users: Vec<i64> = (0..100).collect();
/// let revenue: Vec<f64> = users.iter().map(|&user| (user % 7 + 5 * (user % 2)) as f64).collect();
/// let arms = (0..100).map(|user| if user % 2 == 0 { "old".into() } else { "new".into() }).collect();
/// let batch = Batch::new(vec![
///     Column::new("user", Values::Whole(users.into())),
///     Column::new("arm", Values::Text(arms)),
///     Column::new("revenue", Values::Number(revenue.into())),
/// ])?;
/// let verdict = judge(&experiment, &collect_columns(&experiment, [batch].as_slice(), &OneThread)?)?;
/// assert_eq!(verdict.units, [50, 50]);
/// assert!((verdict.arms[0].metrics[0].comparison.difference - 5.0).abs() < 0.2);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn collect_columns<S: ColumnSource + ?Sized>(
    experiment: &LiveExperiment,
    source: &S,
    workers: &dyn Workers,
) -> Result<Collected> {
    check_design(experiment)?;
    check_times(experiment, false)?;
    if experiment.rows == RowKind::Nested || has_combined(experiment) {
        return collect_units(experiment, &as_text(source)?);
    }
    let (layout, truths) = Layout::of(experiment);
    let mut reader = Reading { experiment, source: &Shared(source), layout, truths, workers };
    reader.winsorize(&BTreeSet::new())?;
    let (mut tally, units) = reader.sums(&BTreeSet::new())?;
    let total: u64 = units.iter().map(|list| list.len() as u64).sum();
    let suspects = repeated(&units);
    drop(units);
    let mut notes = Vec::new();
    if !suspects.is_empty() {
        let crossed = reader.crossed(&suspects)?;
        notes.extend(crossed_note(crossed.1, total - crossed.2 + crossed.1));
        if crossed.1 > 0 {
            reader.winsorize(&crossed.0)?;
            tally = reader.sums(&crossed.0)?.0;
        }
    }
    check_arms(experiment, tally.counts.iter().copied())?;
    let tally = tally.sorted();
    let names = tally.layout.measured.iter().filter_map(|place| tally.layout.columns.get(*place));
    notes.extend(names.zip(&tally.missing).filter_map(|(name, counts)| missing_note(name, counts)));
    Ok(Collected {
        counts: tally.counts.clone(),
        days: tally.days.clone(),
        notes,
        data_hash: tally.hash(total),
        source: Source::Sums(Box::new(tally)),
    })
}

/// A source behind a reference, whatever its size.
struct Shared<'a, S: ?Sized>(&'a S);

impl<S: ColumnSource + ?Sized> ColumnSource for Shared<'_, S> {
    fn names(&self) -> Vec<String> {
        self.0.names()
    }

    fn parts(&self) -> usize {
        self.0.parts()
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        self.0.read(part, columns, take)
    }

    fn place(&self, part: usize, row: usize) -> String {
        self.0.place(part, row)
    }
}

struct Reading<'a> {
    experiment: &'a LiveExperiment,
    source: &'a dyn ColumnSource,
    layout: Layout,
    truths: Vec<bool>,
    workers: &'a dyn Workers,
}

/// Sums, and the numbers of units.
type Found = (Tally, Vec<u64>);
type Take<'t> = dyn FnMut(&Pass<'_>, &Batch<'_>, &[u32], &[u64], Option<&[bool]>) -> Result<()> + 't;

impl Reading<'_> {
    /// Reads everything but the units of these numbers: the sums, and lists of the numbers of all units.
    fn sums(&self, without: &BTreeSet<u64>) -> Result<(Tally, Vec<Vec<u64>>)> {
        let fresh = || (Tally::new(self.layout.clone(), self.experiment.arms.len()), Vec::new());
        let ready = self.gather(fresh, &|part, found| self.part(part, without, found))?;
        let mut all = ready.into_iter();
        let (mut tally, first) = all.next().unwrap_or_else(fresh);
        let mut units = vec![first];
        for (more, list) in all {
            tally.merge(more)?;
            units.push(list);
        }
        Ok((tally, units))
    }

    /// Gives every part to one of as many collections as there are threads.
    fn gather<T: Send>(
        &self,
        fresh: impl Fn() -> T + Sync,
        step: &(dyn Fn(usize, &mut T) -> Result<()> + Sync),
    ) -> Result<Vec<T>> {
        let ready: Mutex<Vec<T>> = Mutex::new(Vec::new());
        let failed: Mutex<BTreeMap<usize, Error>> = Mutex::new(BTreeMap::new());
        let take = || ready.lock().unwrap_or_else(PoisonError::into_inner).pop();
        self.workers.run(self.source.parts(), &|part| {
            let mut found = take().unwrap_or_else(&fresh);
            if let Err(error) = step(part, &mut found) {
                failed.lock().unwrap_or_else(PoisonError::into_inner).insert(part, error);
            }
            ready.lock().unwrap_or_else(PoisonError::into_inner).push(found);
        });
        // The first part that failed, whatever the threads did.
        let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        match failed.into_iter().next() {
            Some((_, error)) => Err(error),
            None => Ok(ready.into_inner().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// Turns stated quantiles into the values there, of all arms together and without the units of these numbers.
    fn winsorize(&mut self, without: &BTreeSet<u64>) -> Result<()> {
        let wanted: Vec<usize> = (0..self.layout.variables.len())
            .filter(|place| self.layout.variables.get(*place).is_some_and(|own| own.winsorize.is_some()))
            .collect();
        if wanted.is_empty() {
            return Ok(());
        }
        for variable in self.layout.variables.iter_mut().filter(|own| own.winsorize.is_some()) {
            (variable.cap, variable.floor) = (None, None);
        }
        let step = |part: usize, found: &mut (Names, Vec<Vec<f64>>)| {
            self.chunks(part, without, &mut |pass, batch, arms, _, marks| {
                let chunk = Chunk::read(pass, &mut found.0, batch, arms, &[], marks)?;
                for (list, place) in found.1.iter_mut().zip(&wanted) {
                    let values = chunk.values.get(*place).map(Vec::as_slice).unwrap_or_default();
                    let present = chunk.present.get(*place).map(Vec::as_slice).unwrap_or_default();
                    let is_there = |row: usize| present.is_empty() || present.get(row) == Some(&true);
                    list.extend(
                        values.iter().enumerate().filter(|(row, _)| is_there(*row)).map(|(_, own)| own),
                    );
                }
                Ok(())
            })
        };
        let fresh = || (Names::default(), vec![Vec::new(); wanted.len()]);
        let found = self.gather(fresh, &step)?;
        for (own, place) in wanted.iter().enumerate() {
            let lists = found.iter().filter_map(|(_, lists)| lists.get(own)).flatten();
            let sorted = Sorted::new(lists.copied().collect())?;
            let Some(variable) = self.layout.variables.get_mut(*place) else { continue };
            let Some(stated) = variable.winsorize else { continue };
            variable.floor = Some(sorted.quantile(stated.low)?);
            variable.cap = Some(sorted.quantile(stated.high)?);
        }
        Ok(())
    }

    fn part(&self, part: usize, without: &BTreeSet<u64>, found: &mut Found) -> Result<()> {
        self.chunks(part, without, &mut |pass, batch, arms, keys, marks| {
            let chunk = Chunk::read(pass, &mut found.0.strata, batch, arms, keys, marks)?;
            found.0.add(&chunk)?;
            found.1.extend_from_slice(keys);
            Ok(())
        })
    }

    /// Hands over the batches of a part with arms and numbers of their units, and marks of those to keep.
    fn chunks(&self, part: usize, without: &BTreeSet<u64>, take: &mut Take<'_>) -> Result<()> {
        let mut before = 0;
        self.source.read(part, &self.layout.columns, &mut |batch| {
            let pass = self.pass(part, before);
            let (arms, keys) = self.rows(&pass, batch)?;
            let keep: Vec<bool> = if without.is_empty() {
                Vec::new()
            } else {
                keys.iter().map(|key| !without.contains(key)).collect()
            };
            let marks = Some(keep.as_slice()).filter(|keep| !keep.is_empty());
            take(&pass, batch, &arms, &keys, marks)?;
            before += batch.rows();
            Limits::check_count("units of one part", before, UNITS)
        })
    }

    fn pass(&self, part: usize, before: usize) -> Pass<'_> {
        Pass {
            experiment: self.experiment,
            layout: &self.layout,
            truths: &self.truths,
            source: self.source,
            part,
            before,
        }
    }

    fn rows(&self, pass: &Pass<'_>, batch: &Batch<'_>) -> Result<(Vec<u32>, Vec<u64>)> {
        let column = |place: usize| {
            let name = self.layout.columns.get(place).map_or("", String::as_str);
            batch.column(name)
        };
        Ok((arms(pass, column(self.layout.arm)?)?, keys(pass, column(self.layout.unit)?)?))
    }

    /// Of units that may stand twice: the numbers of those in several arms, how many they are, and on how many rows.
    fn crossed(&self, suspects: &BTreeSet<u64>) -> Result<(BTreeSet<u64>, u64, u64)> {
        let columns = [self.layout.unit, self.layout.arm]
            .map(|place| self.layout.columns.get(place).cloned().unwrap_or_default());
        let (mut seen, mut numbers) = (Seen::new(), BTreeMap::new());
        for part in 0..self.source.parts() {
            let (pass, mut before) = (self.pass(part, 0), 0);
            self.source.read(part, &columns, &mut |batch| {
                let (arms, keys) = self.rows(&pass, batch)?;
                let units =
                    batch.column(self.layout.columns.get(self.layout.unit).map_or("", String::as_str))?;
                note(&mut seen, units, &keys, &arms, suspects);
                for (row, key) in keys.iter().enumerate().filter(|(_, key)| suspects.contains(key)) {
                    let name = units.text(row).unwrap_or_default().trim().to_owned();
                    numbers.insert(name, (*key, (part, before + row)));
                }
                before += batch.rows();
                Ok(())
            })?;
        }
        let (mut left_out, mut count, mut rows) = (BTreeSet::new(), 0, 0);
        for (name, arms) in &seen {
            let in_arms: BTreeSet<&u32> = arms.iter().collect();
            if in_arms.len() > 1 {
                left_out.extend(numbers.get(name).map(|(key, _)| *key));
                count += 1;
                rows += arms.len() as u64;
            } else if arms.len() > 1 {
                let (part, row) = numbers.get(name).map_or((0, 0), |(_, place)| *place);
                let (place, count) = (self.source.place(part, row), arms.len());
                let message =
                    format!("{place} of the table: unit `{name}` stands there again, {count} times in all");
                return Err(Error::new(ErrorCode::InvalidData, message)
                    .with_hint("if a row is something that a unit did, state `\"rows\": \"nested\"`"));
            }
        }
        Ok((left_out, count, rows))
    }
}

/// A table by column as a table of text, for what is read unit by unit: logs, and rows nested in units.
///
/// # Errors
/// As the source, and `limit_size` for more columns or rows than a table of text may have.
pub fn as_text<S: ColumnSource + ?Sized>(source: &S) -> Result<Table<'static>> {
    let columns = source.names();
    let mut rows: Vec<(u64, Vec<Cow<'static, str>>)> = Vec::new();
    for part in 0..source.parts() {
        source.read(part, &columns, &mut |batch| {
            for row in 0..batch.rows() {
                let cell = |column: &crate::stats::columns::Column<'_>| -> Cow<'static, str> {
                    Cow::Owned(column.text(row).unwrap_or_default().into_owned())
                };
                // The line that the row would have in a file of text, below the names.
                rows.push((rows.len() as u64 + 2, batch.columns().iter().map(cell).collect()));
            }
            Limits::check_count("rows", rows.len(), 50_000_000)
        })?;
    }
    Ok(Table { columns, rows })
}
