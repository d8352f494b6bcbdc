//! The effect and its error from moments.
//!
//! The means of all variables of both arms form one vector. Strata are weighted by their share of all units; those
//! shares are random, which adds the spread of the stratum means over the number of units (multinomial weights;
//! Miratrix, Sekhon and Yu 2013). The effect is a function of the vector, and its variance is the quadratic form of
//! its gradient (Deng, Knoblich and Lu 2018). Coefficients of covariates come from the pooled regression within arms
//! and strata (Deng, Xu, Kohavi and Walker 2013; Lin 2013).

#![expect(clippy::indexing_slicing, reason = "vectors and matrices of one width, indexed by loops over it")]

use super::linear::{Matrix, dot, form, solve, zeros};
use super::{AnalysisData, EffectScale, Stratum, Term};
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::hypothesis::{Alternative, Interval};
use crate::stats::joint::JointMoments;

/// An effect with its error, on the scale that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Value of the control, not adjusted.
    pub control: f64,
    /// Value of the treatment, not adjusted.
    pub treatment: f64,
    /// The estimated effect, adjusted, on the scale.
    pub estimate: f64,
    /// Its standard error (first order for relative effects).
    pub standard_error: f64,
    /// Degrees of freedom of the error (Welch and Satterthwaite).
    pub degrees_of_freedom: f64,
    /// Units of both arms.
    pub units: f64,
    /// Coefficients of the covariates.
    pub coefficients: Vec<f64>,
    /// The adjusted difference, and the variances of difference and control with their covariance: what intervals
    /// of relative effects need.
    difference: f64,
    base: f64,
    variance_of_difference: f64,
    variance_of_base: f64,
    covariance: f64,
}

/// Estimates the effect of the treatment.
///
/// # Errors
/// `invalid_data` where an arm has fewer than two units in a stratum, a mean below a line is 0, or an effect relative
/// to 0 is asked for.
pub fn estimate(data: &AnalysisData, scale: EffectScale, fixed: Option<&[f64]>) -> Result<Effect> {
    let means = Means::of(&data.strata)?;
    let Difference { base, base_slope, level, estimate: difference, by_control, by_treatment, coefficients } =
        Difference::of(data, &means, fixed)?;
    let sign = if base < 0.0 { -1.0 } else { 1.0 };
    let nothing = vec![0.0; by_control.len()];
    let size_slope: Vec<f64> = base_slope.iter().map(|part| sign * part).collect();
    let gradient = (&by_control, &by_treatment);
    let base_gradient = (&size_slope, &nothing);
    let mut effect = Effect {
        control: base,
        treatment: level,
        estimate: difference,
        standard_error: 0.0,
        degrees_of_freedom: 1.0,
        units: means.units,
        coefficients,
        difference,
        base: sign * base,
        variance_of_difference: means.variance(gradient, gradient),
        variance_of_base: means.variance(base_gradient, base_gradient),
        covariance: means.variance(gradient, base_gradient),
    };
    if scale == EffectScale::Absolute {
        effect.degrees_of_freedom = means.degrees_of_freedom(gradient, data.covariates.len());
        effect.standard_error = libm::sqrt(effect.variance_of_difference.max(0.0));
        return Ok(effect);
    }
    if base == 0.0 {
        return Err(invalid_data("the control is 0, so nothing can be stated relative to it")
            .with_hint("use the absolute difference"));
    }
    let size = sign * base;
    let ratio = difference / size;
    let combine = |own: &[f64], other: &[f64]| -> Vec<f64> {
        own.iter().zip(other).map(|(own, other)| (own - ratio * other) / size).collect()
    };
    let (by_control, by_treatment) = (combine(&by_control, &size_slope), combine(&by_treatment, &nothing));
    let gradient = (&by_control, &by_treatment);
    effect.estimate = ratio;
    effect.standard_error = libm::sqrt(means.variance(gradient, gradient).max(0.0));
    effect.degrees_of_freedom = means.degrees_of_freedom(gradient, data.covariates.len());
    Ok(effect)
}

/// The adjusted difference as a function of the means of both arms.
pub(super) struct Difference {
    base: f64,
    base_slope: Vec<f64>,
    level: f64,
    estimate: f64,
    /// Gradient of the adjusted difference with respect to the means of the control.
    pub(super) by_control: Vec<f64>,
    /// The same with respect to the means of the treatment.
    pub(super) by_treatment: Vec<f64>,
    coefficients: Vec<f64>,
}

impl Difference {
    pub(super) fn of(data: &AnalysisData, means: &Means, fixed: Option<&[f64]>) -> Result<Self> {
        let (control, treatment) = (&means.control, &means.treatment);
        let (base, base_slope) = data.outcome.at(control)?;
        let (level, slope) = data.outcome.at(treatment)?;
        let coefficients = match fixed {
            Some(fixed) if fixed.len() == data.covariates.len() => fixed.to_vec(),
            Some(_) => return Err(invalid_data("there are not as many coefficients as covariates")),
            None => coefficients(data, control, treatment)?,
        };
        let mut estimate = level - base;
        let mut by_control: Vec<f64> = base_slope.iter().map(|part| -part).collect();
        let mut by_treatment = slope;
        for (term, &coefficient) in data.covariates.iter().zip(&coefficients) {
            let (before, before_slope) = term.at(control)?;
            let (after, after_slope) = term.at(treatment)?;
            estimate -= coefficient * (after - before);
            for (index, (first, second)) in before_slope.iter().zip(&after_slope).enumerate() {
                by_control[index] += coefficient * first;
                by_treatment[index] -= coefficient * second;
            }
        }
        Ok(Difference { base, base_slope, level, estimate, by_control, by_treatment, coefficients })
    }
}

impl Effect {
    /// Distance from the null value, and the error of that distance.
    pub(super) fn against(&self, scale: EffectScale, null: f64) -> (f64, f64) {
        if scale != EffectScale::Relative {
            return (self.estimate - null, self.standard_error);
        }
        let variance =
            self.variance_of_difference - 2.0 * null * self.covariance + null * null * self.variance_of_base;
        (self.difference - null * self.base, libm::sqrt(variance.max(0.0)))
    }

    /// The values that are within `critical` errors of the estimate, open on the side that is not tested.
    pub(super) fn interval(
        &self,
        scale: EffectScale,
        critical: f64,
        alternative: Alternative,
    ) -> Result<Interval> {
        if !critical.is_finite() {
            return Ok(Interval { lower: f64::NEG_INFINITY, upper: f64::INFINITY });
        }
        if scale != EffectScale::Relative {
            return Ok(Interval::around(self.estimate, critical * self.standard_error, alternative));
        }
        // Fieller 1954: the ratios r with (d − r·b)² ≤ c²·(v_d − 2·r·v_db + r²·v_b).
        let square = critical * critical;
        let quadratic = self.base * self.base - square * self.variance_of_base;
        if quadratic <= 0.0 {
            return Err(invalid_data("the control is too close to 0 for a bounded relative interval")
                .with_hint("use the absolute difference, or wait for more data"));
        }
        let middle = self.difference * self.base - square * self.covariance;
        let constant = self.difference * self.difference - square * self.variance_of_difference;
        let root = libm::sqrt((middle * middle - quadratic * constant).max(0.0));
        let open = Interval::around(0.0, 0.0, alternative);
        Ok(Interval {
            lower: if open.lower.is_finite() { (middle - root) / quadratic } else { open.lower },
            upper: if open.upper.is_finite() { (middle + root) / quadratic } else { open.upper },
        })
    }
}

impl Term {
    /// The value at these means, and its slope in each of them.
    fn at(&self, means: &[f64]) -> Result<(f64, Vec<f64>)> {
        let read = |column: usize| {
            let missing = || invalid_data(format!("there is no variable {column} in the moments"));
            means.get(column).copied().ok_or_else(missing)
        };
        let mut slope = vec![0.0; means.len()];
        match self {
            &Term::Mean { column } => {
                let value = read(column)?;
                slope[column] = 1.0;
                Ok((value, slope))
            }
            &Term::Quotient { above, below } => {
                let (top, bottom) = (read(above)?, read(below)?);
                if bottom == 0.0 {
                    return Err(invalid_data("the mean below the line of the ratio is 0"));
                }
                let value = check::finite("the ratio", top / bottom)?;
                slope[above] += 1.0 / bottom;
                slope[below] -= value / bottom;
                Ok((value, slope))
            }
            Term::Sum { parts } => {
                let mut sum = 0.0;
                for part in parts {
                    let (value, own) = part.term.at(means)?;
                    sum += part.weight * value;
                    slope.iter_mut().zip(own).for_each(|(slope, own)| *slope += part.weight * own);
                }
                Ok((check::finite("the sum", sum)?, slope))
            }
            Term::Product { parts } => {
                let mut product = 1.0;
                for part in parts {
                    let (value, own) = part.term.at(means)?;
                    let is_whole = libm::floor(part.weight) == part.weight;
                    if value == 0.0 || (value < 0.0 && !is_whole) {
                        return Err(invalid_data(format!("a part of the product is `{value}`"))
                            .with_hint("parts of a product must not be 0, nor negative under a root"));
                    }
                    product *= libm::pow(value, part.weight);
                    let relative = part.weight / value;
                    slope.iter_mut().zip(own).for_each(|(slope, own)| *slope += relative * own);
                }
                slope.iter_mut().for_each(|slope| *slope *= product);
                Ok((check::finite("the product", product)?, slope))
            }
        }
    }
}

/// The means of both arms over all strata, with all their covariances.
pub(super) struct Means {
    units: f64,
    control: Vec<f64>,
    treatment: Vec<f64>,
    pub(super) parts: Vec<Part>,
}

/// One stratum: its share, the means of its arms, and the covariances of those means.
pub(super) struct Part {
    pub(super) share: f64,
    pub(super) control: ArmMeans,
    treatment: ArmMeans,
}

pub(super) struct ArmMeans {
    units: f64,
    means: Vec<f64>,
    pub(super) covariances: Matrix,
}

type Gradient<'a> = (&'a Vec<f64>, &'a Vec<f64>);

impl Means {
    pub(super) fn of(strata: &[Stratum]) -> Result<Self> {
        let units: f64 =
            strata.iter().map(|part| (part.control.count() + part.treatment.count()) as f64).sum();
        let mut parts = Vec::with_capacity(strata.len());
        for stratum in strata {
            let (control, treatment) = (ArmMeans::of(&stratum.control)?, ArmMeans::of(&stratum.treatment)?);
            if control.means.len() != treatment.means.len() {
                return Err(invalid_data("control and treatment keep different variables"));
            }
            parts.push(Part { share: (control.units + treatment.units) / units, control, treatment });
        }
        let width = parts.first().map_or(0, |part| part.control.means.len());
        if width == 0 || parts.iter().any(|part| part.control.means.len() != width) {
            return Err(invalid_data("there are no data, or the strata keep different variables"));
        }
        let weigh = |pick: fn(&Part) -> &ArmMeans| -> Vec<f64> {
            (0..width)
                .map(|index| parts.iter().map(|part| part.share * pick(part).means[index]).sum())
                .collect()
        };
        let (control, treatment) = (weigh(|part| &part.control), weigh(|part| &part.treatment));
        Ok(Means { units, control, treatment, parts })
    }

    /// Covariance of two functions of the means with these gradients.
    pub(super) fn variance(&self, first: Gradient<'_>, second: Gradient<'_>) -> f64 {
        let within: f64 = self
            .parts
            .iter()
            .map(|part| {
                let control = form(first.0, &part.control.covariances, second.0);
                let treatment = form(first.1, &part.treatment.covariances, second.1);
                part.share * part.share * (control + treatment)
            })
            .sum();
        within + self.between(first, second)
    }

    /// What random shares of the strata add: covariance of the stratum values over the number of units.
    fn between(&self, first: Gradient<'_>, second: Gradient<'_>) -> f64 {
        if self.parts.len() < 2 {
            return 0.0;
        }
        let value =
            |part: &Part, by: Gradient<'_>| dot(by.0, &part.control.means) + dot(by.1, &part.treatment.means);
        let centre =
            |by: Gradient<'_>| -> f64 { self.parts.iter().map(|part| part.share * value(part, by)).sum() };
        let (one, two) = (centre(first), centre(second));
        let spread: f64 = self
            .parts
            .iter()
            .map(|part| part.share * (value(part, first) - one) * (value(part, second) - two))
            .sum();
        spread / self.units
    }

    /// Satterthwaite 1946, over arms and strata; each covariate costs one degree.
    fn degrees_of_freedom(&self, by: Gradient<'_>, covariates: usize) -> f64 {
        let mut pieces = vec![(self.between(by, by), self.units - 1.0)];
        for part in &self.parts {
            let square = part.share * part.share;
            pieces.push((square * form(by.0, &part.control.covariances, by.0), part.control.units - 1.0));
            pieces.push((square * form(by.1, &part.treatment.covariances, by.1), part.treatment.units - 1.0));
        }
        let largest = pieces.iter().map(|piece| piece.0).fold(0.0, f64::max);
        if largest == 0.0 {
            return 1.0;
        }
        let total: f64 = pieces.iter().map(|piece| piece.0 / largest).sum();
        let squares: f64 =
            pieces.iter().map(|&(part, degrees)| (part / largest) * (part / largest) / degrees).sum();
        (total * total / squares - covariates as f64).max(1.0)
    }
}

impl ArmMeans {
    fn of(moments: &JointMoments) -> Result<Self> {
        if moments.count() < 2 {
            return Err(invalid_data("a test needs at least two units in each arm"));
        }
        let (width, units) = (moments.width(), moments.count() as f64);
        let means: Result<Vec<f64>> = (0..width).map(|column| moments.mean(column)).collect();
        let mut covariances = zeros(width);
        for (row, line) in covariances.iter_mut().enumerate() {
            for (column, cell) in line.iter_mut().enumerate() {
                *cell = moments.covariance(row, column)? / units;
            }
        }
        Ok(ArmMeans { units, means: means?, covariances })
    }
}

/// The pooled regression within arms and strata.
fn coefficients(data: &AnalysisData, control: &[f64], treatment: &[f64]) -> Result<Vec<f64>> {
    let count = data.covariates.len();
    if count == 0 {
        return Ok(Vec::new());
    }
    let (mut matrix, mut right) = (zeros(count), vec![0.0; count]);
    for stratum in &data.strata {
        for (moments, means) in [(&stratum.control, control), (&stratum.treatment, treatment)] {
            let arm = ArmMeans::of(moments)?;
            let weight = arm.units * (arm.units - 1.0);
            let outcome = data.outcome.at(means)?.1;
            let slopes: Result<Vec<Vec<f64>>> =
                data.covariates.iter().map(|term| Ok(term.at(means)?.1)).collect();
            let slopes = slopes?;
            for (row, slope) in slopes.iter().enumerate() {
                right[row] += weight * form(slope, &arm.covariances, &outcome);
                for (column, other) in slopes.iter().enumerate() {
                    matrix[row][column] += weight * form(slope, &arm.covariances, other);
                }
            }
        }
    }
    Ok(solve(matrix, right))
}
