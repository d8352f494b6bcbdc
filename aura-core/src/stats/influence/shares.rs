//! Shares of the variance of a function that its inputs explain, alone and together.

use super::{MOST_POINTS, check_values};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::Stream;
use crate::stats::check;
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::Interval;

/// A design for indices of Sobol': two samples A and B of the unit cube, and for each input a third that is A with this
/// input's column taken from B (Saltelli et al. 2010, Variance based sensitivity analysis of model output).
///
/// A and B are the two halves of one lattice, so that inputs, and A and B against each other, are spread evenly.
/// First-order indices are estimated as in Saltelli et al. (2010), table 2 (b), total ones as by Jansen (1999).
///
/// # Example
/// ```
/// use aura_core::random::{Seed, Streams};
/// use aura_core::stats::influence::VarianceShares;
/// let design = VarianceShares { samples: 256, ..VarianceShares::default() };
/// let mut stream = Streams::new(Seed(1)).stream(0, 0, 0);
/// let points = design.points(3, &mut stream)?;
/// let values: Vec<f64> = points.iter().map(|point| 3.0 * point[0] + point[1]).collect();
/// // 9 parts of the variance come from the first input, 1 from the second, none from the third.
/// let shares = design.shares(3, &values, &mut stream)?;
/// assert!((shares.inputs[0].alone - 0.9).abs() < 0.02 && (shares.inputs[1].total - 0.1).abs() < 0.01);
/// assert_eq!(shares.inputs[2].total, 0.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceShares {
    /// Points of A and of B; the whole design takes this many times two more than there are inputs. Default 64.
    pub samples: u32,
    /// Resamples of the rows behind the intervals; default 200.
    pub resamples: u32,
    /// Confidence of the intervals; default 0.95.
    pub confidence: f64,
}

impl Default for VarianceShares {
    fn default() -> Self {
        VarianceShares { samples: 64, resamples: 200, confidence: 0.95 }
    }
}

/// The function over the unit cube, and what its inputs explain.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// Its mean.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// What each input explains; nothing at all where the function does not vary.
    pub inputs: Vec<SharesOfInput>,
}

/// The share of the variance that one input explains. Estimates may lie a little outside of 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SharesOfInput {
    /// By itself: the first-order index.
    pub alone: f64,
    /// Its interval.
    pub alone_interval: Interval,
    /// With everything that it does together with others: the total index.
    pub total: f64,
    /// Its interval.
    pub total_interval: Interval,
}

/// The values of one row of the design: at A, at B, and at each mixture.
struct Row<'a> {
    a: f64,
    b: f64,
    mixed: &'a [f64],
}

impl VarianceShares {
    /// The points to evaluate: for each row A, B, and the mixture for each input.
    ///
    /// # Errors
    /// `invalid_number` for no inputs or fewer than two samples; `limit_size`.
    pub fn points(&self, inputs: usize, stream: &mut Stream) -> Result<Vec<Vec<f64>>> {
        self.check(inputs)?;
        let rows = self.sample(2 * inputs, stream);
        let mut points = Vec::with_capacity(rows.len() * (inputs + 2));
        for mut a in rows {
            let b = a.split_off(inputs);
            let mixed = (0..inputs).map(|input| {
                let taken = b.iter().enumerate().zip(&a);
                taken.map(|((place, other), own)| if place == input { *other } else { *own }).collect()
            });
            let mixed: Vec<Vec<f64>> = mixed.collect();
            points.push(a);
            points.push(b);
            points.extend(mixed);
        }
        Ok(points)
    }

    /// What the values at these points say of each input. The stream is that of the resampling.
    ///
    /// # Errors
    /// `invalid_data` where the values do not fit the design or are not finite.
    pub fn shares(&self, inputs: usize, values: &[f64], stream: &mut Stream) -> Result<Shares> {
        self.check(inputs)?;
        check_values(values, self.samples as usize * (inputs + 2))?;
        let rows: Vec<Row<'_>> = values
            .chunks_exact(inputs + 2)
            .filter_map(|row| match row {
                [a, b, mixed @ ..] => Some(Row { a: *a, b: *b, mixed }),
                _ => None,
            })
            .collect();
        let all: Vec<usize> = (0..rows.len()).collect();
        let (mean, variance) = moments(&rows, &all);
        let center = values.iter().sum::<f64>() / values.len() as f64;
        let estimates = estimate(&rows, &all, inputs, center);
        let mut spread = vec![[(0.0, 0.0); 2]; inputs];
        for _ in 0..self.resamples {
            let drawn: Vec<usize> = all
                .iter()
                .map(|_| usize::try_from(stream.next_below(rows.len() as u64)).unwrap_or(0))
                .collect();
            for (sums, pair) in spread.iter_mut().zip(estimate(&rows, &drawn, inputs, center)) {
                for (sum, value) in sums.iter_mut().zip(<[f64; 2]>::from(pair)) {
                    *sum = (sum.0 + value, sum.1 + value * value);
                }
            }
        }
        let critical = StandardNormal.upper_quantile((1.0 - self.confidence) / 2.0)?;
        let half = |(sum, squares): (f64, f64)| {
            let count = f64::from(self.resamples);
            critical * ((squares - sum * sum / count).max(0.0) / (count - 1.0)).sqrt()
        };
        let around = |value: f64, half: f64| Interval { lower: value - half, upper: value + half };
        let inputs =
            estimates.into_iter().zip(&spread).map(|((alone, total), [first, second])| SharesOfInput {
                alone,
                alone_interval: around(alone, half(*first)),
                total,
                total_interval: around(total, half(*second)),
            });
        Ok(Shares { mean, variance, inputs: inputs.collect() })
    }

    /// A lattice of rank 1 (Korobov 1959), shifted at random and folded over like a tent (Hickernell 2002).
    fn sample(&self, columns: usize, stream: &mut Stream) -> Vec<Vec<f64>> {
        let count = u64::from(self.samples);
        let steps = powers(generator(count, columns), count, columns);
        let shifts: Vec<f64> = (0..columns).map(|_| stream.next_unit()).collect();
        let point = |number: u64| {
            let each = steps.iter().zip(&shifts).map(|(step, shift)| {
                let place = (number * step % count) as f64 / count as f64 + shift;
                let place = if place < 1.0 { place } else { place - 1.0 };
                1.0 - (2.0 * place - 1.0).abs()
            });
            each.collect()
        };
        (0..count).map(point).collect()
    }

    fn check(&self, inputs: usize) -> Result<()> {
        check::level("the confidence", self.confidence)?;
        if inputs == 0 || self.samples < 2 || self.resamples < 2 {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "shares of the variance need an input, two samples and two resamples",
            ));
        }
        let points = (inputs as u64 + 2).saturating_mul(u64::from(self.samples));
        Limits::check_count("points", usize::try_from(points).unwrap_or(usize::MAX), MOST_POINTS)
    }
}

/// Generators that are tried where there are more than twice as many.
const MOST_GENERATORS: u64 = 256;
/// Weight of a column: small, so that pairs of columns count before threes and more.
const COLUMN_WEIGHT: f64 = 0.02;

/// The generator of a lattice whose points are spread most evenly by the weighted P2 criterion (Sloan and Joe 1994,
/// Lattice methods for multiple integration; weights after Sloan and Woźniakowski 1998).
fn generator(count: u64, columns: usize) -> u64 {
    // One half is the mirror image of the other.
    let half = count / 2;
    let skip = (half / MOST_GENERATORS).max(1);
    let all = (1..=half.max(1)).step_by(usize::try_from(skip).unwrap_or(1));
    let scored = all.map(|candidate| (unevenness(candidate, count, columns), candidate));
    scored.min_by(|left, right| left.0.total_cmp(&right.0)).map_or(1, |(_, candidate)| candidate)
}

fn unevenness(generator: u64, count: u64, columns: usize) -> f64 {
    let steps = powers(generator, count, columns);
    let twice_pi_squared = 2.0 * std::f64::consts::PI * std::f64::consts::PI;
    let of_point = |number: u64| {
        let each = steps.iter().map(|step| {
            let place = (number * step % count) as f64 / count as f64;
            1.0 + COLUMN_WEIGHT * twice_pi_squared * (place * place - place + 1.0 / 6.0)
        });
        each.product::<f64>()
    };
    (0..count).map(of_point).sum()
}

/// 1, g, g², … below the number of points. No product overflows, as there are fewer than 2^32 points.
fn powers(generator: u64, count: u64, columns: usize) -> Vec<u64> {
    std::iter::successors(Some(1 % count), |last| Some(last * generator % count)).take(columns).collect()
}

/// Mean and variance of A and B together.
fn moments(rows: &[Row<'_>], drawn: &[usize]) -> (f64, f64) {
    let count = 2.0 * drawn.len() as f64;
    let mean = over(rows, drawn, |row| row.a + row.b) / count;
    let squares = over(rows, drawn, |row| (row.a - mean) * (row.a - mean) + (row.b - mean) * (row.b - mean));
    (mean, squares / count)
}

fn over(rows: &[Row<'_>], drawn: &[usize], value: impl Fn(&Row<'_>) -> f64) -> f64 {
    drawn.iter().filter_map(|place| rows.get(*place)).map(value).sum()
}

/// First-order and total index of each input, over some of the rows.
fn estimate(rows: &[Row<'_>], drawn: &[usize], inputs: usize, center: f64) -> Vec<(f64, f64)> {
    let (mean, variance) = moments(rows, drawn);
    // A spread that is nothing beside the values themselves is rounding.
    if variance <= (mean * 1e-12) * (mean * 1e-12) {
        return vec![(0.0, 0.0); inputs];
    }
    let scale = drawn.len() as f64 * variance;
    let each = (0..inputs).map(|input| {
        let mixed = |row: &Row<'_>| row.mixed.get(input).copied().unwrap_or(row.a);
        // Centred, which changes nothing in the limit and much before it.
        let alone = over(rows, drawn, |row| (row.b - center) * (mixed(row) - row.a)) / scale;
        let total = over(rows, drawn, |row| (row.a - mixed(row)) * (row.a - mixed(row))) / (2.0 * scale);
        (alone, total)
    });
    each.collect()
}
