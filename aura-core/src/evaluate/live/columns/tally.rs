//! Exact sums of every metric, by arm, part of the population and day.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::chunk::{Chunk, Group, Names};
use super::layout::{Layout, Part};
use crate::error::Result;
use crate::evaluate::live::data::SPREAD_ERROR;
use crate::stats::exact::{ExactSum, LONGEST_RUN, Run};
use crate::stats::sketch::Sketch;

/// Largest rows that are kept of each arm: one more than may be left out.
const TOP: usize = 4;

/// What was read: mergeable in any order, with the same result to the last bit.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Tally {
    pub(super) layout: Layout,
    pub(super) strata: Names,
    pub(super) counts: Vec<u64>,
    pub(super) days: std::collections::BTreeSet<i64>,
    /// Rows without a value, by measured column and arm.
    pub(super) missing: Vec<Vec<u64>>,
    /// Rows that are left out because their unit is too young, by variable and arm.
    pub(super) young: Vec<Vec<u64>>,
    pub(super) metrics: Vec<MetricTally>,
}

/// One metric.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct MetricTally {
    pub(super) cells: BTreeMap<Key, Cell>,
    /// The largest rows of each arm, where the metric decides.
    pub(super) top: BTreeMap<u32, Vec<Row>>,
    /// The values of each arm, where the metric decides and has more than 0 and 1.
    pub(super) spread: BTreeMap<u32, Sketch>,
    /// All rows, where sums are not enough.
    pub(super) rows: BTreeMap<u32, Vec<Row>>,
}

/// Units that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) arm: u32,
    pub(super) stratum: u32,
    pub(super) day: i64,
    /// Which covariates are missing, as bits.
    pub(super) lacking: u64,
}

/// Sums and sums of products of the variables of a metric; of a covariate that is missing both are 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) count: u64,
    pub(super) sums: Vec<ExactSum>,
    /// Upper triangle, row by row.
    pub(super) products: Vec<ExactSum>,
}

/// One unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) key: Key,
    /// The number of the unit, where a prediction is learned.
    pub(super) unit: u64,
    pub(super) values: Vec<f64>,
}

impl Tally {
    /// The names of the parts of the population, by place; one without a name where none are stated.
    pub(in crate::evaluate::live) fn parts(&self) -> Vec<String> {
        let mut names: Vec<(u32, &String)> =
            self.strata.places.iter().map(|(name, place)| (*place, name)).collect();
        names.sort_unstable();
        if names.is_empty() {
            return vec![String::new()];
        }
        names.into_iter().map(|(_, name)| name.clone()).collect()
    }

    pub(super) fn new(layout: Layout, arms: usize) -> Self {
        Tally {
            strata: Names::default(),
            counts: vec![0; arms],
            days: std::collections::BTreeSet::new(),
            missing: vec![vec![0; arms]; layout.measured.len()],
            young: vec![vec![0; arms]; layout.variables.len()],
            metrics: vec![MetricTally::default(); layout.metrics.len()],
            layout,
        }
    }

    /// Adds ordered rows.
    pub(super) fn add(&mut self, chunk: &Chunk) -> Result<()> {
        for group in &chunk.groups {
            if let Some(count) = self.counts.get_mut(group.arm as usize) {
                *count += group.rows.len() as u64;
            }
            if self.layout.time.is_some() {
                self.days.insert(group.day);
            }
        }
        add_counts(&mut self.missing, &chunk.missing);
        add_counts(&mut self.young, &chunk.young);
        // Metrics share variables, so every sum over the same rows is taken once.
        let mut shared: BTreeMap<(usize, usize), Shared<'_>> = BTreeMap::new();
        for (part, metric) in self.layout.metrics.iter().zip(&mut self.metrics) {
            for group in join_days(&chunk.groups, part.is_primary) {
                let mut start = group.rows.start;
                while start < group.rows.end {
                    let end = group.rows.end.min(start + LONGEST_RUN);
                    let sums = shared.entry((start, end)).or_default();
                    metric.add(part, chunk, &group, start..end, sums)?;
                    start = end;
                }
            }
        }
        Ok(())
    }

    /// Adds what was read elsewhere.
    pub(super) fn merge(&mut self, other: Tally) -> Result<()> {
        let mut places = BTreeMap::new();
        for (name, place) in &other.strata.places {
            places.insert(*place, self.strata.place(name)?);
        }
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.days.extend(other.days);
        add_counts(&mut self.missing, &other.missing);
        add_counts(&mut self.young, &other.young);
        for (metric, more) in self.metrics.iter_mut().zip(other.metrics) {
            metric.merge(more.renamed(&places))?;
        }
        Ok(())
    }

    /// Numbers the parts of the population by name, whatever order they came in.
    pub(super) fn sorted(mut self) -> Self {
        let order: BTreeMap<u32, u32> = self.strata.places.values().copied().zip(0..).collect();
        self.strata.places.values_mut().zip(0..).for_each(|(place, next)| *place = next);
        self.metrics = self.metrics.into_iter().map(|metric| metric.renamed(&order)).collect();
        for row in self.metrics.iter_mut().flat_map(|metric| metric.rows.values_mut()) {
            row.sort_by(compare);
        }
        self
    }

    /// A hash of everything that enters the verdict.
    pub(super) fn hash(&self, units: u64) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut number = |number: u64| {
            hasher.update(&number.to_le_bytes());
        };
        number(units);
        self.counts.iter().for_each(|count| number(*count));
        self.days.iter().for_each(|day| number(*day as u64));
        self.missing.iter().chain(&self.young).flatten().for_each(|count| number(*count));
        let key = |key: &Key| [u64::from(key.arm), u64::from(key.stratum), key.day as u64, key.lacking];
        for metric in &self.metrics {
            for (place, cell) in &metric.cells {
                key(place).into_iter().for_each(&mut number);
                number(cell.count);
                for sum in cell.sums.iter().chain(&cell.products) {
                    number(sum.wide().high.to_bits());
                    number(sum.wide().low.to_bits());
                }
            }
            for row in metric.rows.values().flatten() {
                key(&row.key).into_iter().for_each(&mut number);
                row.values.iter().for_each(|value| number(value.to_bits()));
                if row.unit != 0 {
                    number(row.unit);
                }
            }
        }
        for name in self.layout.columns.iter().chain(self.strata.places.keys()) {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
        }
        let mut hex = hasher.finalize().to_hex().to_string();
        hex.truncate(32);
        hex
    }
}

/// Any order that depends on nothing but the rows.
fn compare(first: &Row, second: &Row) -> std::cmp::Ordering {
    let values = first.values.iter().zip(&second.values).map(|(one, two)| one.total_cmp(two));
    let values = values.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then);
    values.then(first.key.cmp(&second.key)).then(first.unit.cmp(&second.unit))
}

fn add_counts(own: &mut [Vec<u64>], more: &[Vec<u64>]) {
    for (count, more) in own.iter_mut().flatten().zip(more.iter().flatten()) {
        *count += more;
    }
}

/// Days only matter to the metric that decides.
fn join_days(groups: &[Group], by_day: bool) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::with_capacity(groups.len());
    for group in groups {
        match joined.last_mut() {
            Some(last) if !by_day && (last.arm, last.stratum) == (group.arm, group.stratum) => {
                last.rows.end = group.rows.end;
            }
            _ => joined.push(Group { day: if by_day { group.day } else { 0 }, ..group.clone() }),
        }
    }
    joined
}

/// Sums over some rows that several metrics need, by variable and by pair of variables.
#[derive(Default)]
struct Shared<'a> {
    runs: BTreeMap<usize, Run<'a>>,
    sums: BTreeMap<usize, ExactSum>,
    products: BTreeMap<(usize, usize), ExactSum>,
}

impl<'a> Shared<'a> {
    /// The values of a variable.
    fn run(&mut self, variable: usize, values: &'a [f64]) -> Result<Run<'a>> {
        if let Some(run) = self.runs.get(&variable) {
            return Ok(*run);
        }
        let run = Run::new(values)?;
        self.runs.insert(variable, run);
        Ok(run)
    }

    /// Adds the sums of these variables to a cell.
    fn add_to(&mut self, cell: &mut Cell, runs: &[(usize, Run<'a>)]) {
        cell.count += runs.first().map_or(0, |(_, run)| run.len()) as u64;
        let mut products = cell.products.iter_mut();
        for (index, ((first, run), sum)) in runs.iter().zip(&mut cell.sums).enumerate() {
            let fresh = || {
                let mut sum = ExactSum::default();
                sum.add(run);
                sum
            };
            sum.merge(self.sums.entry(*first).or_insert_with(fresh));
            for ((second, other), product) in runs.iter().skip(index).zip(products.by_ref()) {
                let fresh = || {
                    let mut sum = ExactSum::default();
                    sum.add_products(run, other);
                    sum
                };
                let pair = (*first.min(second), *first.max(second));
                product.merge(self.products.entry(pair).or_insert_with(fresh));
            }
        }
    }
}

impl MetricTally {
    fn add<'a>(
        &mut self,
        part: &Part,
        chunk: &'a Chunk,
        group: &Group,
        rows: Range<usize>,
        shared: &mut Shared<'a>,
    ) -> Result<()> {
        let key = Key { arm: group.arm, stratum: group.stratum, day: group.day, lacking: 0 };
        let is_full = |variable: usize| {
            let marks = chunk.present.get(variable).and_then(|present| present.get(rows.clone()));
            marks.is_none_or(|marks| marks.iter().all(|there| *there))
        };
        let column = |variable: usize| -> &'a [f64] {
            chunk.values.get(variable).and_then(|values| values.get(rows.clone())).unwrap_or_default()
        };
        let units = chunk.units.get(rows.clone()).unwrap_or_default();
        if part.kept().all(is_full) {
            let columns: Vec<&'a [f64]> = part.kept().map(column).collect();
            let places: Vec<usize> = part.kept().collect();
            return self.add_columns(part, key, &places, &columns, units, shared);
        }
        // Some values are missing: units with the same gaps are counted together.
        let mut parts: BTreeMap<u64, (Vec<Vec<f64>>, Vec<u64>)> = BTreeMap::new();
        for row in rows.clone() {
            let is_there = |variable: usize| {
                let marks = chunk.present.get(variable).filter(|present| !present.is_empty());
                marks.is_none_or(|present| present.get(row).copied().unwrap_or(false))
            };
            if !part.required.iter().all(|variable| is_there(*variable)) {
                continue;
            }
            let gaps = part.covariates.iter().enumerate().filter(|(_, variable)| !is_there(**variable));
            let lacking = gaps.fold(0_u64, |bits, (index, _)| bits | 1 << (index % 64));
            let fresh = || (vec![Vec::new(); part.kept().count()], Vec::new());
            let (columns, own) = parts.entry(lacking).or_insert_with(fresh);
            own.extend(chunk.units.get(row));
            for (list, variable) in columns.iter_mut().zip(part.kept()) {
                list.push(
                    chunk.values.get(variable).and_then(|values| values.get(row)).copied().unwrap_or(0.0),
                );
            }
        }
        for (lacking, (columns, units)) in &parts {
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let places: Vec<usize> = part.kept().collect();
            let key = Key { lacking: *lacking, ..key };
            self.add_columns(part, key, &places, &columns, units, &mut Shared::default())?;
        }
        Ok(())
    }

    fn add_columns<'a>(
        &mut self,
        part: &Part,
        key: Key,
        places: &[usize],
        columns: &[&'a [f64]],
        units: &[u64],
        shared: &mut Shared<'a>,
    ) -> Result<()> {
        let Some(&above) = columns.first() else { return Ok(()) };
        part.kind.check_all(&part.title, above, columns.get(1).copied().unwrap_or_default())?;
        let row = |index: usize| Row {
            key,
            unit: if part.learned > 0 { units.get(index).copied().unwrap_or(0) } else { 0 },
            values: columns.iter().map(|column| column.get(index).copied().unwrap_or(0.0)).collect(),
        };
        if part.keeps_rows() {
            self.rows.entry(key.arm).or_default().extend((0..above.len()).map(row));
            return Ok(());
        }
        let read = |(place, column): (&usize, &&'a [f64])| Ok((*place, shared.run(*place, column)?));
        let runs: Result<Vec<(usize, Run<'a>)>> = places.iter().zip(columns).map(read).collect();
        let runs = runs?;
        shared.add_to(self.cells.entry(key).or_insert_with(|| Cell::new(runs.len())), &runs);
        if part.is_primary && !part.is_truth() {
            let below =
                |row: usize| columns.get(1).filter(|_| part.is_quotient()).and_then(|list| list.get(row));
            let values =
                above.iter().enumerate().map(|(row, value)| (value, below(row).copied().unwrap_or(1.0)));
            let sketch = match self.spread.entry(key.arm) {
                Entry::Vacant(free) => free.insert(Sketch::new(SPREAD_ERROR)?),
                Entry::Occupied(known) => known.into_mut(),
            };
            values.filter(|(_, below)| *below != 0.0).for_each(|(above, below)| sketch.push(above / below));
        }
        if part.is_primary {
            let top = self.top.entry(key.arm).or_default();
            let least = if top.len() < TOP { f64::NEG_INFINITY } else { smallest(top) };
            if runs.first().is_some_and(|(_, run)| run.largest() > least) {
                (0..above.len()).filter(|index| above.get(*index) > Some(&least)).for_each(|index| {
                    keep(top, row(index));
                });
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: MetricTally) -> Result<()> {
        for (arm, sketch) in other.spread {
            match self.spread.entry(arm) {
                Entry::Vacant(free) => {
                    free.insert(sketch);
                }
                Entry::Occupied(mut known) => known.get_mut().merge(&sketch)?,
            }
        }
        for (key, cell) in other.cells {
            match self.cells.get_mut(&key) {
                Some(own) => own.merge(&cell),
                None => {
                    self.cells.insert(key, cell);
                }
            }
        }
        for (arm, rows) in other.top {
            let top = self.top.entry(arm).or_default();
            rows.into_iter().for_each(|row| keep(top, row));
        }
        for (arm, rows) in other.rows {
            self.rows.entry(arm).or_default().extend(rows);
        }
        Ok(())
    }

    /// The same with other numbers for the parts of the population.
    fn renamed(self, places: &BTreeMap<u32, u32>) -> Self {
        let rename =
            |key: Key| Key { stratum: places.get(&key.stratum).copied().unwrap_or(key.stratum), ..key };
        let rows = |rows: BTreeMap<u32, Vec<Row>>| -> BTreeMap<u32, Vec<Row>> {
            let rename = |row: Row| Row { key: rename(row.key), ..row };
            rows.into_iter().map(|(arm, rows)| (arm, rows.into_iter().map(rename).collect())).collect()
        };
        MetricTally {
            cells: self.cells.into_iter().map(|(key, cell)| (rename(key), cell)).collect(),
            spread: self.spread,
            top: rows(self.top),
            rows: rows(self.rows),
        }
    }
}

fn above(row: &Row) -> f64 {
    row.values.first().copied().unwrap_or(f64::NEG_INFINITY)
}

fn smallest(rows: &[Row]) -> f64 {
    rows.iter().map(above).fold(f64::INFINITY, f64::min)
}

/// Keeps a row among the largest, if it is one.
fn keep(top: &mut Vec<Row>, row: Row) {
    if top.len() >= TOP && above(&row) <= smallest(top) {
        return;
    }
    top.push(row);
    top.sort_by(|one, two| above(two).total_cmp(&above(one)));
    top.truncate(TOP);
}

impl Cell {
    pub(super) fn new(width: usize) -> Self {
        Cell {
            count: 0,
            sums: vec![ExactSum::default(); width],
            products: vec![ExactSum::default(); width * (width + 1) / 2],
        }
    }

    pub(super) fn add(&mut self, runs: &[Run<'_>]) {
        self.count += runs.first().map_or(0, Run::len) as u64;
        let mut products = self.products.iter_mut();
        for (index, (sum, run)) in self.sums.iter_mut().zip(runs).enumerate() {
            sum.add(run);
            for (other, product) in runs.iter().skip(index).zip(products.by_ref()) {
                product.add_products(run, other);
            }
        }
    }

    fn merge(&mut self, other: &Cell) {
        self.count += other.count;
        let own = self.sums.iter_mut().chain(&mut self.products);
        own.zip(other.sums.iter().chain(&other.products)).for_each(|(own, other)| own.merge(other));
    }

    pub(super) fn subtract(&mut self, other: &Cell) {
        self.count = self.count.saturating_sub(other.count);
        let own = self.sums.iter_mut().chain(&mut self.products);
        own.zip(other.sums.iter().chain(&other.products)).for_each(|(own, other)| own.subtract(other));
    }
}
