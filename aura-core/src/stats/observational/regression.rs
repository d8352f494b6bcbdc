//! Least squares by Householder reflections, and covariances of the coefficients.

#![expect(clippy::indexing_slicing, reason = "rows of one length, indexed by loops over that length")]

use std::collections::BTreeMap;

use crate::error::Result;
use crate::stats::check::{self, invalid_data};

/// Least squares, fitted.
///
/// # Example
/// ```
/// use aura_core::stats::observational::Regression;
/// let rows: Vec<Vec<f64>> = (0..6).map(|time| vec![1.0, f64::from(time)]).collect();
/// let fit = Regression::fit(&rows, &[1.0, 3.0, 5.0, 7.0, 9.0, 11.0])?;
/// assert!((fit.coefficients()[1] - 2.0).abs() < 1e-12);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Regression {
    rows: Vec<Vec<f64>>,
    coefficients: Vec<f64>,
    residuals: Vec<f64>,
    /// Inverse of the cross products of the rows.
    bread: Vec<Vec<f64>>,
}

impl Regression {
    /// Fits the outcome by the columns of the rows; a constant is a column of ones.
    ///
    /// # Errors
    /// `invalid_data` where there are not more rows than columns, or a column follows from others.
    pub fn fit(rows: &[Vec<f64>], outcome: &[f64]) -> Result<Self> {
        let width = rows.first().map_or(0, Vec::len);
        if width == 0 || rows.len() <= width || rows.len() != outcome.len() {
            let message = format!("{} figures are too few for a fit with {width} terms", rows.len());
            return Err(invalid_data(message).with_hint("more periods, or a simpler method, would do"));
        }
        if rows.iter().any(|row| row.len() != width) {
            return Err(invalid_data("the rows of a fit differ in length"));
        }
        for value in rows.iter().flatten().chain(outcome) {
            check::finite("a value of the fit", *value)?;
        }
        let inverse = triangle_inverse(rows, width)?;
        let bread: Vec<Vec<f64>> =
            (0..width).map(|one| (0..width).map(|two| dot(&inverse[one], &inverse[two])).collect()).collect();
        let mut fit = Regression {
            rows: rows.to_vec(),
            coefficients: vec![0.0; width],
            residuals: outcome.to_vec(),
            bread,
        };
        // The second and third pass solve for what rounding left over (iterative refinement).
        for _ in 0..3 {
            let right = fit.cross(&fit.residuals);
            for (coefficient, row) in fit.coefficients.iter_mut().zip(&fit.bread) {
                *coefficient += dot(row, &right);
            }
            fit.residuals =
                outcome.iter().zip(rows).map(|(value, row)| value - dot(row, &fit.coefficients)).collect();
        }
        Ok(fit)
    }

    /// One for each column.
    pub fn coefficients(&self) -> &[f64] {
        &self.coefficients
    }

    /// What the fit leaves of each outcome.
    pub fn residuals(&self) -> &[f64] {
        &self.residuals
    }

    /// What the fit says for a row.
    pub fn predict(&self, row: &[f64]) -> f64 {
        dot(row, &self.coefficients)
    }

    /// A weighted sum of the coefficients, and its variance under a covariance.
    pub fn contrast(&self, weights: &[f64], covariance: &[Vec<f64>]) -> (f64, f64) {
        let variance = weights.iter().zip(covariance).map(|(weight, row)| weight * dot(row, weights)).sum();
        (dot(weights, &self.coefficients), variance)
    }

    /// Covariance that allows for rows of one cluster to hang together (Liang and Zeger 1986), with the correction
    /// `G/(G−1) · (N−1)/(N−K)` for few clusters (Cameron and Miller 2015, CR1); its degrees of freedom are `G − 1`.
    ///
    /// # Errors
    /// `invalid_data` for fewer than two clusters.
    pub fn by_cluster(&self, clusters: &[usize]) -> Result<Vec<Vec<f64>>> {
        let width = self.coefficients.len();
        let mut sums: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for ((row, residual), cluster) in self.rows.iter().zip(&self.residuals).zip(clusters) {
            let sum = sums.entry(*cluster).or_insert_with(|| vec![0.0; width]);
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value * residual);
        }
        let (groups, count) = (sums.len() as f64, self.rows.len() as f64);
        if sums.len() < 2 || clusters.len() != self.rows.len() {
            return Err(invalid_data("an error for clusters needs at least two of them"));
        }
        let mut meat = vec![vec![0.0; width]; width];
        for sum in sums.values() {
            add_outer(&mut meat, sum, sum, 1.0);
        }
        let factor = groups / (groups - 1.0) * (count - 1.0) / (count - width as f64);
        Ok(self.sandwich(&meat, factor))
    }

    /// Covariance for a series whose neighbours hang together, with Bartlett's weights `1 − l/(L+1)` (Newey and West
    /// 1987) and the correction `N/(N−K)`; its degrees of freedom are `N − K`.
    pub fn by_neighbours(&self, lags: usize) -> Vec<Vec<f64>> {
        let width = self.coefficients.len();
        let scores: Vec<Vec<f64>> = self
            .rows
            .iter()
            .zip(&self.residuals)
            .map(|(row, residual)| row.iter().map(|value| value * residual).collect())
            .collect();
        let mut meat = vec![vec![0.0; width]; width];
        for (place, score) in scores.iter().enumerate() {
            add_outer(&mut meat, score, score, 1.0);
            for lag in 1..=lags.min(place) {
                let weight = 1.0 - lag as f64 / (lags as f64 + 1.0);
                let earlier = &scores[place - lag];
                add_outer(&mut meat, score, earlier, weight);
                add_outer(&mut meat, earlier, score, weight);
            }
        }
        let count = scores.len() as f64;
        self.sandwich(&meat, count / (count - width as f64))
    }

    fn cross(&self, values: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.coefficients.len()];
        for (row, value) in self.rows.iter().zip(values) {
            sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell * value);
        }
        sums
    }

    fn sandwich(&self, meat: &[Vec<f64>], factor: f64) -> Vec<Vec<f64>> {
        let width = self.bread.len();
        let half: Vec<Vec<f64>> = (0..width)
            .map(|row| {
                (0..width)
                    .map(|column| (0..width).map(|inner| self.bread[row][inner] * meat[inner][column]).sum())
                    .collect()
            })
            .collect();
        (0..width)
            .map(|row| (0..width).map(|column| factor * dot(&half[row], &self.bread[column])).collect())
            .collect()
    }
}

/// The inverse of the triangle R of a QR decomposition (Golub and Van Loan 2013, section 5.2).
fn triangle_inverse(rows: &[Vec<f64>], width: usize) -> Result<Vec<Vec<f64>>> {
    let mut work = rows.to_vec();
    for column in 0..width {
        let whole = libm::sqrt(work.iter().map(|row| row[column] * row[column]).sum());
        let norm: f64 = libm::sqrt(work.iter().skip(column).map(|row| row[column] * row[column]).sum());
        if norm <= whole * 1e-10 || norm == 0.0 {
            return Err(invalid_data(
                "one term of the fit follows from the others, so it cannot be told apart",
            )
            .with_hint("check that units, periods and the change are not the same column"));
        }
        let alpha = if work[column][column] > 0.0 { -norm } else { norm };
        let mut mirror: Vec<f64> = work.iter().skip(column).map(|row| row[column]).collect();
        mirror[0] -= alpha;
        let size = dot(&mirror, &mirror);
        for target in column..width {
            let along: f64 =
                mirror.iter().zip(work.iter().skip(column)).map(|(part, row)| part * row[target]).sum();
            for (part, row) in mirror.iter().zip(work.iter_mut().skip(column)) {
                row[target] -= 2.0 * along / size * part;
            }
        }
    }
    // Each column of the inverse by back substitution.
    let column = |place: usize| -> Vec<f64> {
        let mut found = vec![0.0; width];
        for row in (0..=place).rev() {
            let unit = if row == place { 1.0 } else { 0.0 };
            let known: f64 = (row + 1..=place).map(|inner| work[row][inner] * found[inner]).sum();
            found[row] = (unit - known) / work[row][row];
        }
        found
    };
    let columns: Vec<Vec<f64>> = (0..width).map(column).collect();
    Ok((0..width).map(|row| columns.iter().map(|column| column[row]).collect()).collect())
}

pub(super) fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(one, two)| one * two).sum()
}

fn add_outer(target: &mut [Vec<f64>], left: &[f64], right: &[f64], weight: f64) {
    for (row, one) in target.iter_mut().zip(left) {
        row.iter_mut().zip(right).for_each(|(cell, two)| *cell += weight * one * two);
    }
}
