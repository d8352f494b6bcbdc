//! Some rows, ordered by arm, part of the population and day, with the values of every variable side by side.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Pass;
use super::layout::{Layout, Variable};
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::live::collect::{day, value};
use crate::evaluate::live::time::milliseconds;
use crate::stats::columns::{Batch, Column, Values};

/// Most parts of the population.
const STRATA: usize = 10_000;

/// Rows of one arm, part of the population and day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) arm: u32,
    pub(super) stratum: u32,
    pub(super) day: i64,
    pub(super) rows: Range<usize>,
}

/// Rows in order.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) groups: Vec<Group>,
    /// By variable.
    pub(super) values: Vec<Vec<f64>>,
    /// By variable; empty where every value is there.
    pub(super) present: Vec<Vec<bool>>,
    /// Rows without a value, by measured column and arm.
    pub(super) missing: Vec<Vec<u64>>,
    /// Rows that are left out because their unit is too young, by variable and arm.
    pub(super) young: Vec<Vec<u64>>,
    /// The number of each row's unit; empty where no metric needs it.
    pub(super) units: Vec<u64>,
}

/// Places of the names of strata, by first appearance.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Names {
    pub(super) places: BTreeMap<String, u32>,
}

impl Names {
    pub(super) fn place(&mut self, name: &str) -> Result<u32> {
        if let Some(place) = self.places.get(name) {
            return Ok(*place);
        }
        if self.places.len() >= STRATA {
            let message = format!("the population has more than {STRATA} parts");
            return Err(Error::new(ErrorCode::LimitSize, message)
                .with_hint("a stratum is a part of the population such as a country, not a unit"));
        }
        let next = self.places.len() as u32;
        self.places.insert(name.to_owned(), next);
        Ok(next)
    }
}

/// The arm of each row.
pub(super) fn arms(pass: &Pass<'_>, column: &Column<'_>) -> Result<Vec<u32>> {
    let names: Vec<&str> = pass.experiment.arms.iter().map(|arm| arm.name.as_str()).collect();
    let find = |name: &str| names.iter().position(|known| *known == name).map(|place| place as u32);
    let wrong = |row: usize| {
        let name = column.text(row).unwrap_or_default();
        pass.wrong(row, format!("arm `{}` was not planned", name.trim()))
            .with_context("arms", names.join(", "))
    };
    let by_word = |words: &[std::borrow::Cow<'_, str>]| -> Vec<Option<u32>> {
        words.iter().map(|word| find(word.trim())).collect()
    };
    let by_number: Vec<Option<i64>> = names.iter().map(|name| name.parse().ok()).collect();
    if let (Values::Whole(numbers), None) = (&column.values, &column.present)
        && let Some(arms) = by_numbers(numbers, &by_number)
    {
        return Ok(arms);
    }
    let known: Option<Vec<Option<u32>>> = match &column.values {
        Values::Coded { words, .. } => Some(by_word(words)),
        _ => None,
    };
    let read = |row: usize| -> Option<u32> {
        if !column.is_present(row) {
            return None;
        }
        match (&column.values, &known) {
            (Values::Coded { codes, .. }, Some(known)) => *known.get(*codes.get(row)? as usize)?,
            (Values::Text(words), _) => find(words.get(row)?.trim()),
            (Values::Whole(numbers), _) => {
                let number = Some(*numbers.get(row)?);
                by_number.iter().position(|known| *known == number).map(|place| place as u32)
            }
            _ => find(&column.text(row)?),
        }
    };
    (0..column.len()).map(|row| read(row).ok_or_else(|| wrong(row))).collect()
}

/// The arms of rows without a gap, where all of them were planned.
fn by_numbers(numbers: &[i64], known: &[Option<i64>]) -> Option<Vec<u32>> {
    let mut arms = vec![u32::MAX; numbers.len()];
    // The first arm of a number counts, so it comes last.
    for (place, known) in (0..known.len() as u32).zip(known).rev() {
        let Some(known) = known else { continue };
        for (arm, number) in arms.iter_mut().zip(numbers) {
            *arm = if number == known { place } else { *arm };
        }
    }
    arms.iter().fold(true, |all, arm| all & (*arm != u32::MAX)).then_some(arms)
}

/// The part of the population of each row.
fn strata(names: &mut Names, column: &Column<'_>) -> Result<Vec<u32>> {
    let mut known: Vec<Option<u32>> = Vec::new();
    let mut places = Vec::with_capacity(column.len());
    for row in 0..column.len() {
        if let (Values::Coded { codes, words }, true) = (&column.values, column.is_present(row)) {
            known.resize(words.len(), None);
            let code = codes.get(row).map_or(0, |code| *code as usize);
            if let Some(place) = known.get(code).copied().flatten() {
                places.push(place);
                continue;
            }
            let place = names.place(words.get(code).map_or("", |word| word.trim()))?;
            known.iter_mut().skip(code).take(1).for_each(|slot| *slot = Some(place));
            places.push(place);
        } else {
            places.push(names.place(column.text(row).unwrap_or_default().trim())?);
        }
    }
    Ok(places)
}

/// The day of each row.
fn days(pass: &Pass<'_>, column: &Column<'_>) -> Result<Vec<i64>> {
    let read = |row: usize| -> Option<i64> {
        if !column.is_present(row) {
            return None;
        }
        match &column.values {
            Values::Time(times) | Values::Whole(times) => times.get(row).copied(),
            Values::Text(words) => milliseconds(words.get(row)?),
            Values::Coded { .. } => milliseconds(&column.text(row)?),
            _ => None,
        }
    };
    let wrong = |row: usize| {
        let cell = column.text(row).unwrap_or_default();
        pass.wrong(row, format!("`{cell}` is neither a day nor a time"))
    };
    (0..column.len()).map(|row| read(row).map(day).ok_or_else(|| wrong(row))).collect()
}

impl Chunk {
    /// Orders the rows of a batch; rows whose `keep` is false are left out.
    pub(super) fn read(
        pass: &Pass<'_>,
        names: &mut Names,
        batch: &Batch<'_>,
        arms: &[u32],
        units: &[u64],
        keep: Option<&[bool]>,
    ) -> Result<Self> {
        let column = |place: usize| batch.columns().get(place).ok_or_else(|| lost(pass.layout, place));
        let strata = pass.layout.stratum.map(|place| strata(names, column(place)?)).transpose()?;
        let days = pass.layout.time.map(|place| days(pass, column(place)?)).transpose()?;
        let key = |row: u32| {
            let row = row as usize;
            let of =
                |list: &Option<Vec<u32>>| list.as_ref().and_then(|list| list.get(row)).copied().unwrap_or(0);
            let day = days.as_ref().and_then(|days| days.get(row)).copied().unwrap_or(0);
            (arms.get(row).copied().unwrap_or(0), of(&strata), day)
        };
        let is_kept = |row: &u32| keep.is_none_or(|keep| keep.get(*row as usize).copied().unwrap_or(true));
        let rows = (0..batch.rows() as u32).filter(is_kept);
        let (order, groups) = if strata.is_none() && days.is_none() {
            by_arm(rows, arms, pass.experiment.arms.len())
        } else {
            let mut order: Vec<u32> = rows.collect();
            order.sort_by_cached_key(|row| key(*row));
            let groups = groups(&order, key);
            (order, groups)
        };
        let mut chunk = Chunk { groups, ..Chunk::default() };
        if pass.layout.metrics.iter().any(|part| part.learned > 0) {
            chunk.units = order.iter().filter_map(|row| units.get(*row as usize).copied()).collect();
        }
        chunk.fill(pass, batch, &order)?;
        Ok(chunk)
    }

    fn fill(&mut self, pass: &Pass<'_>, batch: &Batch<'_>, order: &[u32]) -> Result<()> {
        let mut read = Vec::with_capacity(pass.layout.measured.len());
        for (index, &place) in pass.layout.measured.iter().enumerate() {
            let column = batch.columns().get(place).ok_or_else(|| lost(pass.layout, place))?;
            let is_truth = pass.truths.get(index).copied().unwrap_or(false);
            let (values, present) = numbers(pass, column, order, is_truth)?;
            let mut missing = vec![0; pass.experiment.arms.len()];
            for group in &self.groups {
                let empty =
                    present.get(group.rows.clone()).unwrap_or_default().iter().filter(|there| !**there);
                if let Some(count) = missing.get_mut(group.arm as usize) {
                    *count += empty.count() as u64;
                }
            }
            self.missing.push(missing);
            read.push((values, present));
        }
        let variables = &pass.layout.variables;
        for (index, variable) in variables.iter().enumerate() {
            let is_last = |place: &usize| !variables.iter().skip(index + 1).any(|other| other.reads(*place));
            let own = variable.plain().filter(is_last).and_then(|place| read.get_mut(place));
            let (values, present, young) = match own {
                Some(own) => {
                    let (values, present) = std::mem::take(own);
                    (values, present, Vec::new())
                }
                None => variable.of(&read).ok_or_else(|| lost(pass.layout, 0))?,
            };
            let mut counts = vec![0; pass.experiment.arms.len()];
            for group in self.groups.iter().filter(|_| !young.is_empty()) {
                let marks = young.get(group.rows.clone()).unwrap_or_default();
                if let Some(count) = counts.get_mut(group.arm as usize) {
                    *count += marks.iter().filter(|young| **young).count() as u64;
                }
            }
            self.young.push(counts);
            self.values.push(values);
            self.present.push(present);
        }
        Ok(())
    }
}

/// The values of a column, and which of them are there (empty where all are).
type Read = (Vec<f64>, Vec<bool>);

impl Variable {
    /// The measured column that this is, where it is one as it stands.
    fn plain(&self) -> Option<usize> {
        let (place, weight) = self.terms.first()?;
        let is_changed = self.gate.is_some() || self.cap.is_some() || self.floor.is_some();
        (self.terms.len() == 1 && *weight == 1.0 && !is_changed).then_some(*place)
    }

    fn reads(&self, place: usize) -> bool {
        self.terms.iter().any(|(own, _)| *own == place) || self.gate.is_some_and(|(own, _)| own == place)
    }

    /// Values, which are there, and which are left out because their unit is too young; lists of marks are empty where
    /// none is set.
    fn of(&self, read: &[Read]) -> Option<(Vec<f64>, Vec<bool>, Vec<bool>)> {
        let mut terms = self.terms.iter();
        let (first, weight) = terms.next()?;
        let (values, present) = read.get(*first)?;
        let mut values = values.clone();
        let mut present = present.clone();
        if *weight != 1.0 {
            values.iter_mut().for_each(|value| *value *= weight);
        }
        for (place, weight) in terms {
            let (more, there) = read.get(*place)?;
            values.iter_mut().zip(more).for_each(|(value, more)| *value += weight * more);
            both(&mut present, there);
        }
        let mut young = Vec::new();
        if let Some((place, least)) = self.gate {
            let (ages, there) = read.get(place)?;
            let is_there = |row: usize| there.is_empty() || there.get(row).copied().unwrap_or(false);
            young = ages.iter().enumerate().map(|(row, age)| is_there(row) && *age < least).collect();
            both(&mut present, there);
            let old: Vec<bool> = young.iter().map(|young| !young).collect();
            both(&mut present, &old);
        }
        if self.cap.is_some() || self.floor.is_some() {
            values.iter_mut().for_each(|value| *value = self.bounded(*value));
        }
        // What is not there is 0, whatever its parts are.
        values.iter_mut().zip(&present).filter(|(_, there)| !**there).for_each(|(value, _)| *value = 0.0);
        Some((values, present, young))
    }
}

/// Marks that are set in both lists; an empty list has all of them set.
fn both(own: &mut Vec<bool>, other: &[bool]) {
    if own.is_empty() {
        *own = other.to_vec();
    } else {
        own.iter_mut().zip(other).for_each(|(own, other)| *own &= other);
    }
}

/// Rows ordered by arm alone.
fn by_arm(rows: impl Iterator<Item = u32> + Clone, arms: &[u32], count: usize) -> (Vec<u32>, Vec<Group>) {
    let arm_of = |row: u32| arms.get(row as usize).map_or(0, |arm| *arm as usize);
    let mut starts = vec![0; count + 1];
    for row in rows.clone() {
        if let Some(next) = starts.get_mut(arm_of(row) + 1) {
            *next += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let group = |(arm, rows): (u32, Range<usize>)| Group { arm, stratum: 0, day: 0, rows };
    let ranges = starts.iter().zip(starts.iter().skip(1)).map(|(start, end)| *start..*end);
    let groups = (0..).zip(ranges).filter(|(_, rows)| !rows.is_empty()).map(group).collect();
    let mut order = vec![0; total];
    for row in rows {
        if let Some(place) = starts.get_mut(arm_of(row)) {
            order.iter_mut().skip(*place).take(1).for_each(|slot| *slot = row);
            *place += 1;
        }
    }
    (order, groups)
}

fn groups(order: &[u32], key: impl Fn(u32) -> (u32, u32, i64)) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, &row) in order.iter().enumerate() {
        let (arm, stratum, day) = key(row);
        match groups.last_mut() {
            Some(last) if (last.arm, last.stratum, last.day) == (arm, stratum, day) => {
                last.rows.end = index + 1
            }
            _ => groups.push(Group { arm, stratum, day, rows: index..index + 1 }),
        }
    }
    groups
}

/// The numbers of a column in the order of rows, and which of them are there (empty where all are).
fn numbers(
    pass: &Pass<'_>,
    column: &Column<'_>,
    order: &[u32],
    is_truth: bool,
) -> Result<(Vec<f64>, Vec<bool>)> {
    let rows = || order.iter().map(|row| *row as usize);
    let mut present: Vec<bool> = match &column.present {
        Some(_) => rows().map(|row| column.is_present(row)).collect(),
        None => Vec::new(),
    };
    let refuse = |row: usize, reason: &str| {
        let cell = column.text(row).unwrap_or_default();
        pass.wrong(row, format!("`{}` {reason}, not `{cell}`", column.name))
    };
    let values: Vec<f64> = match &column.values {
        Values::Number(values) => rows().map(|row| values.get(row).copied().unwrap_or(0.0)).collect(),
        Values::Whole(values) => rows().map(|row| values.get(row).copied().unwrap_or(0) as f64).collect(),
        Values::Truth(values) => {
            rows().map(|row| f64::from(u8::from(values.get(row).copied().unwrap_or(false)))).collect()
        }
        Values::Time(_) => {
            let message = format!("`{}` holds {}, which cannot be measured", column.name, column.kind());
            return Err(Error::new(ErrorCode::InvalidData, message));
        }
        Values::Text(_) | Values::Coded { .. } => {
            present = Vec::with_capacity(order.len());
            let mut values = Vec::with_capacity(order.len());
            for row in rows() {
                let cell = column.text(row).unwrap_or_default();
                let read = value(cell.trim(), is_truth).map_err(|reason| refuse(row, reason))?;
                present.push(read.is_some());
                values.push(read.unwrap_or(0.0));
            }
            values
        }
    };
    let is_there = |index: usize| present.is_empty() || present.get(index).copied().unwrap_or(false);
    // What stands where a value is missing may be anything, so it is set to 0.
    let sound = values.iter().fold(true, |all, value| all & value.is_finite());
    if let Some(index) = values.iter().position(|value| !sound && !value.is_finite())
        && is_there(index)
    {
        return Err(refuse(rows().nth(index).unwrap_or(0), "must be a finite number"));
    }
    if present.is_empty() {
        return Ok((values, present));
    }
    let mut cleaned = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        if is_there(index) && !value.is_finite() {
            return Err(refuse(rows().nth(index).unwrap_or(0), "must be a finite number"));
        }
        cleaned.push(if is_there(index) { *value } else { 0.0 });
    }
    Ok((cleaned, present))
}

fn lost(layout: &Layout, place: usize) -> Error {
    let name = layout.columns.get(place).map_or("", String::as_str);
    Error::new(ErrorCode::Internal, format!("the source did not hand over the column `{name}`"))
}
