//! What hangs together between columns: a Gaussian copula.

use serde_json::{Map, Value};

use super::ColumnPair;
use super::column::{Column, Content, means_within};
use crate::error::Result;
use crate::random::Stream;
use crate::stats::distribution::{Continuous, StandardNormal};

/// Rounds in which categories find their order.
const ROUNDS: usize = 12;
/// The strongest correlation that is kept.
const STRONGEST: f64 = 0.99;
/// The weakest one that is told.
const WEAKEST_TOLD: f64 = 0.05;
/// By how much correlations are made smaller, tried in turn until they hold together.
const SHRINKAGES: [f64; 8] = [0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0];

/// Correlations of normal scores, ready to draw from.
#[derive(Debug)]
pub(super) struct Copula {
    names: Vec<String>,
    correlations: Vec<Vec<f64>>,
    /// The lower triangle whose product with itself are the correlations.
    root: Vec<Vec<f64>>,
    shrinkage: f64,
}

impl Copula {
    /// Fits the value of every column, and behind those whether it is there, where it may be missing.
    pub(super) fn fit(columns: &mut [Column], sample: &[Map<String, Value>]) -> Result<Copula> {
        let mut scores: Vec<Vec<f64>> = Vec::new();
        let mut cells: Vec<Vec<Option<usize>>> = Vec::new();
        for column in columns.iter().filter(|column| column.is_fitted()) {
            let finder = column.finder(sample);
            let places: Vec<Option<(usize, f64)>> =
                sample.iter().map(|record| column.place_of(record.get(&column.name), &finder)).collect();
            scores.push(score(column, &places)?);
            cells.push(places.iter().map(|place| place.map(|(group, _)| group)).collect());
        }
        let mut names: Vec<String> =
            columns.iter().filter(|column| column.is_fitted()).map(|column| column.name.clone()).collect();
        order_categories(columns, &cells, &mut scores)?;
        for column in columns.iter().filter(|column| column.is_fitted() && column.missing > 0.0) {
            let means = means_within([column.missing, 1.0 - column.missing].into_iter())?;
            let is_there =
                |record: &Map<String, Value>| record.get(&column.name).is_some_and(|it| !it.is_null());
            let mean = |there: bool| means.get(usize::from(there)).copied().unwrap_or(0.0);
            scores.push(sample.iter().map(|record| mean(is_there(record))).collect());
            names.push(format!("{} is there", column.name));
        }
        let correlations = correlations(&scores);
        let (root, shrinkage) = SHRINKAGES
            .into_iter()
            .find_map(|shrinkage| Some((root_of(&correlations, shrinkage)?, shrinkage)))
            .unwrap_or_default();
        Ok(Copula { names, correlations, root, shrinkage })
    }

    pub(super) fn shrinkage(&self) -> f64 {
        self.shrinkage
    }

    /// A place of 0..1 for each fitted column, then one for each of those that may be missing.
    pub(super) fn draw(&self, stream: &mut Stream) -> Result<Vec<f64>> {
        let mut normals = Vec::with_capacity(self.root.len());
        for _ in &self.root {
            normals.push(StandardNormal.quantile(stream.next_open_unit())?);
        }
        let row = |row: &Vec<f64>| row.iter().zip(&normals).map(|(factor, normal)| factor * normal).sum();
        Ok(self.root.iter().map(row).map(|z: f64| StandardNormal.cdf(z)).collect())
    }

    /// What is worth telling, the strongest first.
    pub(super) fn pairs(&self) -> Vec<ColumnPair> {
        let mut pairs = Vec::new();
        for ((row, first), number) in self.correlations.iter().zip(&self.names).zip(0..) {
            for (&correlation, second) in row.iter().zip(&self.names).take(number) {
                let correlation = correlation * (1.0 - self.shrinkage);
                if correlation.abs() > WEAKEST_TOLD {
                    pairs.push(ColumnPair {
                        first: second.clone(),
                        second: first.clone(),
                        correlation: (correlation * 1_000.0).round() / 1_000.0,
                    });
                }
            }
        }
        pairs.sort_by(|one, other| other.correlation.abs().total_cmp(&one.correlation.abs()));
        pairs
    }
}

/// Normal scores: of the rank where there are ranks, else the mean of the group; not a number where there is no value.
fn score(column: &Column, places: &[Option<(usize, f64)>]) -> Result<Vec<f64>> {
    let groups = scores_of_groups(column)?;
    let starts: Vec<f64> = column
        .groups
        .iter()
        .scan(0.0, |sum, group| {
            let start = *sum;
            *sum += group.share;
            Some(start)
        })
        .collect();
    let mut scores = Vec::with_capacity(places.len());
    for place in places {
        let score = match *place {
            None => f64::NAN,
            Some((group, within)) => {
                let of_group = column.groups.get(group);
                match of_group.filter(|group| matches!(group.content, Content::Range(..))) {
                    None => groups.get(group).copied().unwrap_or(0.0),
                    Some(bin) => {
                        let place = starts.get(group).copied().unwrap_or(0.0) + bin.share * within;
                        StandardNormal.quantile(place.clamp(1e-9, 1.0 - 1e-9))?
                    }
                }
            }
        };
        scores.push(score);
    }
    Ok(scores)
}

/// Puts categories in the order in which they hang together best with the other columns, by reciprocal averaging (Hill
/// 1973): the score of a category is the mean, over its records, of what the other columns say.
fn order_categories(
    columns: &mut [Column],
    cells: &[Vec<Option<usize>>],
    scores: &mut [Vec<f64>],
) -> Result<()> {
    let unordered: Vec<usize> = columns
        .iter()
        .filter(|column| column.is_fitted())
        .enumerate()
        .filter(|(_, column)| !column.is_ordered && column.groups.len() > 2)
        .map(|(number, _)| number)
        .collect();
    let mut orders: Vec<Option<Vec<usize>>> = vec![None; scores.len()];
    for _ in 0..ROUNDS {
        for &number in &unordered {
            let Some(cells) = cells.get(number) else { continue };
            let means = means_of_groups(number, cells, scores);
            let spread = means.iter().fold(0.0_f64, |most, mean| most.max(mean.abs()));
            if let Some(own) = scores.get_mut(number)
                && spread > 1e-12
            {
                let at = |cell: &Option<usize>| {
                    cell.and_then(|group| means.get(group).copied()).unwrap_or(f64::NAN)
                };
                *own = cells.iter().map(at).map(|score| score / spread).collect();
            }
            let mut order: Vec<usize> = (0..means.len()).collect();
            let mean = |group: usize| means.get(group).copied().unwrap_or(0.0);
            order.sort_by(|one, other| mean(*one).total_cmp(&mean(*other)).then(one.cmp(other)));
            if let Some(slot) = orders.get_mut(number) {
                *slot = Some(order);
            }
        }
    }
    let fitted = columns.iter_mut().filter(|column| column.is_fitted());
    for ((column, order), (own, cells)) in fitted.zip(orders).zip(scores.iter_mut().zip(cells)) {
        let Some(order) = order else { continue };
        let mut rank = vec![0; order.len()];
        for (place, group) in order.iter().enumerate() {
            if let Some(slot) = rank.get_mut(*group) {
                *slot = place;
            }
        }
        column.groups = order.iter().filter_map(|group| column.groups.get(*group).cloned()).collect();
        let groups = scores_of_groups(column)?;
        let at = |cell: &Option<usize>| cell.and_then(|group| groups.get(*rank.get(group)?).copied());
        *own = cells.iter().map(|cell| at(cell).unwrap_or(f64::NAN)).collect();
        column.is_ordered = true;
    }
    Ok(())
}

fn scores_of_groups(column: &Column) -> Result<Vec<f64>> {
    means_within(column.groups.iter().map(|group| group.share))
}

/// For each group of a column the mean of the sum of all other scores.
fn means_of_groups(number: usize, cells: &[Option<usize>], scores: &[Vec<f64>]) -> Vec<f64> {
    let groups = cells.iter().flatten().max().map_or(0, |most| most + 1);
    let mut sums = vec![(0.0, 0.0); groups];
    for (row, cell) in cells.iter().enumerate() {
        let others = scores.iter().enumerate().filter(|(other, _)| *other != number);
        let total: f64 =
            others.filter_map(|(_, scores)| scores.get(row)).filter(|score| !score.is_nan()).sum();
        if let Some((sum, count)) = cell.and_then(|group| sums.get_mut(group)) {
            *sum += total;
            *count += 1.0;
        }
    }
    sums.into_iter().map(|(sum, count)| if count > 0.0 { sum / count } else { 0.0 }).collect()
}

/// The correlations of the normal variables behind the scores.
///
/// A score that stands for a group varies less than what is behind it. To the first order of Mehler's expansion
/// (Johnson, Kotz and Balakrishnan 1994, section 46.9) the covariance of two scores is the correlation times the product
/// of their variances, where each is the mean of its group.
fn correlations(scores: &[Vec<f64>]) -> Vec<Vec<f64>> {
    // Over the records that have both values.
    let product = |one: &[f64], other: &[f64]| -> f64 {
        let products =
            one.iter().zip(other).map(|(one, other)| one * other).filter(|product| !product.is_nan());
        let (sum, count) =
            products.fold((0.0, 0.0_f64), |(sum, count), product| (sum + product, count + 1.0));
        sum / count.max(1.0)
    };
    let centred: Vec<Vec<f64>> = scores
        .iter()
        .map(|scores| {
            let there = scores.iter().filter(|score| !score.is_nan());
            let mean = there.clone().sum::<f64>() / there.count().max(1) as f64;
            scores.iter().map(|score| score - mean).collect()
        })
        .collect();
    let variances: Vec<f64> = centred.iter().map(|scores| product(scores, scores)).collect();
    let mut all = vec![vec![0.0; scores.len()]; scores.len()];
    for (first, (one, variance)) in centred.iter().zip(&variances).enumerate() {
        for (second, (other, other_variance)) in centred.iter().zip(&variances).enumerate().take(first + 1) {
            let both = variance * other_variance;
            let correlation = match first == second {
                true => 1.0,
                false if both < 1e-9 => 0.0,
                false => (product(one, other) / both).clamp(-STRONGEST, STRONGEST),
            };
            for (row, column) in [(first, second), (second, first)] {
                if let Some(slot) = all.get_mut(row).and_then(|row| row.get_mut(column)) {
                    *slot = correlation;
                }
            }
        }
    }
    all
}

/// The Cholesky factor of correlations that are made smaller by a share; nothing where they do not hold together.
pub(in crate::simulate) fn root_of(correlations: &[Vec<f64>], shrinkage: f64) -> Option<Vec<Vec<f64>>> {
    let mut root: Vec<Vec<f64>> = Vec::with_capacity(correlations.len());
    for (number, row) in correlations.iter().enumerate() {
        let mut line: Vec<f64> = Vec::with_capacity(number + 1);
        for (column, correlation) in row.iter().enumerate().take(number) {
            let above = root.get(column)?;
            let known: f64 = line.iter().zip(above).map(|(one, other)| one * other).sum();
            line.push((correlation * (1.0 - shrinkage) - known) / above.get(column)?);
        }
        let left = 1.0 - line.iter().map(|part| part * part).sum::<f64>();
        if left < 1e-6 {
            return None;
        }
        line.push(left.sqrt());
        root.push(line);
    }
    Some(root)
}
