//! A regression of its own in every part of the population.
//!
//! Where a covariate tells more in one part than in another, one slope for all leaves variance behind. Here every part
//! has an ordinary regression of the outcome on arm and covariates (Lin 2013, without interactions), with one error
//! variance for both arms; the parts are weighted by their shares, which are random (Miratrix, Sekhon and Yu 2013), and
//! so are the means of the covariates at which the control is read. Ratios regress what is above and below the line.

#![expect(clippy::indexing_slicing, reason = "vectors and matrices of one width, indexed by loops over it")]

use super::linear::{Matrix, form, solve, zeros};
use super::{AnalysisData, EffectScale, Stratum, Term};
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::joint::JointMoments;

/// An effect that was estimated by a regression in every part of the population.
#[derive(Debug, Clone, PartialEq)]
pub struct StratumRegression {
    /// Value of the control at the average of the covariates.
    pub control: f64,
    /// Value of the treatment there.
    pub treatment: f64,
    /// The effect on the scale that was asked for.
    pub estimate: f64,
    /// Its standard error (first order for ratios and relative effects).
    pub standard_error: f64,
    /// Units of both arms.
    pub units: f64,
}

/// Estimates the effect with slopes that differ by part of the population.
///
/// `lost` is how many degrees of freedom the error variance of a part loses; where absent, one for each coefficient.
///
/// # Errors
/// `invalid_data` where a part has fewer units than coefficients, a covariate is not the mean of a variable, a mean
/// below a line is 0, or an effect relative to 0 is asked for.
///
/// # Example
/// ```
/// use aura_core::stats::analysis::{AnalysisData, EffectScale, Stratum, Term, estimate_by_stratum};
/// use aura_core::stats::joint::JointMoments;
/// // In each part the outcome is a slope times what was known before, the arm adds 2, and little else varies.
/// let arm = |slope: f64, effect: f64| -> aura_core::Result<JointMoments> {
///     let mut units = JointMoments::new(2)?;
///     (0..50).try_for_each(|number| {
///         let before = f64::from(number % 10);
///         units.push(&[slope * before + effect + f64::from(number % 3) / 100.0, before])
///     })?;
///     Ok(units)
/// };
/// let strata = [1.0, 5.0].map(|slope| Ok::<_, aura_core::Error>(Stratum { control: arm(slope, 0.0)?, treatment: arm(slope, 2.0)? }));
/// let data = AnalysisData {
///     outcome: Term::Mean { column: 0 },
///     covariates: vec![Term::Mean { column: 1 }],
///     strata: strata.into_iter().collect::<Result<_, _>>()?,
/// };
/// let effect = estimate_by_stratum(&data, EffectScale::Absolute, None)?;
/// assert!((effect.estimate - 2.0).abs() < 1e-9 && effect.standard_error < 0.01);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn estimate_by_stratum(
    data: &AnalysisData,
    scale: EffectScale,
    lost: Option<f64>,
) -> Result<StratumRegression> {
    let responses = match data.outcome {
        Term::Mean { column } => vec![column],
        Term::Quotient { above, below } => vec![above, below],
        Term::Sum { .. } | Term::Product { .. } => {
            return Err(invalid_data("a regression by part knows means and ratios only")
                .with_hint("use `estimate`, whose slopes are the same in all parts"));
        }
    };
    let mut covariates = Vec::with_capacity(data.covariates.len());
    for term in &data.covariates {
        match term {
            Term::Mean { column } => covariates.push(*column),
            _ => {
                return Err(invalid_data("a covariate of a regression must be the mean of a variable")
                    .with_hint("give what is above and below its line as two covariates"));
            }
        }
    }
    let fits: Result<Vec<Fit>> =
        data.strata.iter().map(|stratum| Fit::of(stratum, &responses, &covariates, lost)).collect();
    combine(&fits?, responses.len() == 2, scale)
}

/// One part: its units, and level of the control and effect of every response, with their covariances. The first half of
/// the vector holds levels, the second half effects.
struct Fit {
    units: f64,
    values: Vec<f64>,
    covariances: Matrix,
}

impl Fit {
    fn of(stratum: &Stratum, responses: &[usize], covariates: &[usize], lost: Option<f64>) -> Result<Self> {
        let (control, treatment) = (&stratum.control, &stratum.treatment);
        let whole = control.merge(treatment)?;
        let (units, treated) = (whole.count() as f64, treatment.count() as f64);
        let free = units - lost.unwrap_or(2.0 + covariates.len() as f64);
        if free < 1.0 || control.count() == 0 || treatment.count() == 0 {
            return Err(invalid_data(
                "a part of the population has too few units for a regression of its own",
            ));
        }
        // Everything is centred at the average of the covariates, so the first coefficient is the level there.
        let share = treated / units;
        let distance = |column: usize| -> Result<f64> { Ok(treatment.mean(column)? - whole.mean(column)?) };
        let scatter =
            |one: usize, two: usize| -> Result<f64> { Ok(whole.covariance(one, two)? * (units - 1.0)) };
        let width = 1 + covariates.len();
        let mut normal = zeros(width);
        normal[0][0] = treated * (1.0 - share);
        for (row, &one) in covariates.iter().enumerate() {
            normal[0][row + 1] = treated * distance(one)?;
            normal[row + 1][0] = normal[0][row + 1];
            for (column, &two) in covariates.iter().enumerate() {
                normal[row + 1][column + 1] = scatter(one, two)?;
            }
        }
        let inverse = inverse(&normal);
        let mut slopes: Matrix = Vec::with_capacity(responses.len());
        let mut rights: Matrix = Vec::with_capacity(responses.len());
        for &response in responses {
            let mut right = vec![treated * distance(response)?];
            for &one in covariates {
                right.push(scatter(one, response)?);
            }
            slopes.push(solve(normal.clone(), right.clone()));
            rights.push(right);
        }
        Fit::assemble(&whole, responses, covariates, (free, share), &inverse, &slopes, &rights)
    }

    fn assemble(
        whole: &JointMoments,
        responses: &[usize],
        covariates: &[usize],
        (free, share): (f64, f64),
        inverse: &Matrix,
        slopes: &Matrix,
        rights: &Matrix,
    ) -> Result<Self> {
        let (units, count) = (whole.count() as f64, responses.len());
        let mut values = vec![0.0; 2 * count];
        let mut covariances = zeros(2 * count);
        // Covariances of the covariates: of one unit, and as far as slopes are uncertain.
        let mut own = zeros(1 + covariates.len());
        let mut spread = 0.0;
        for (row, &one) in covariates.iter().enumerate() {
            for (column, &two) in covariates.iter().enumerate() {
                own[row + 1][column + 1] = whole.covariance(one, two)? / units;
                spread += own[row + 1][column + 1] * inverse[row + 1][column + 1];
            }
        }
        // Level of the control: the mean of all, less the share of the treatment times its effect.
        let level = 1.0 / units + share * share * inverse[0][0] + spread;
        for (row, &one) in responses.iter().enumerate() {
            values[row] = whole.mean(one)? - share * slopes[row][0];
            values[count + row] = slopes[row][0];
            for (column, &two) in responses.iter().enumerate() {
                let explained: f64 =
                    rights[row].iter().zip(&slopes[column]).map(|(right, slope)| right * slope).sum();
                let error = (whole.covariance(one, two)? * (units - 1.0) - explained) / free;
                covariances[row][column] = error * level + form(&slopes[row], &own, &slopes[column]);
                covariances[count + row][count + column] = error * inverse[0][0];
                covariances[row][count + column] = -error * share * inverse[0][0];
                covariances[count + column][row] = covariances[row][count + column];
            }
        }
        Ok(Fit { units, values, covariances })
    }
}

fn inverse(matrix: &Matrix) -> Matrix {
    let width = matrix.len();
    let column = |index: usize| {
        let mut unit = vec![0.0; width];
        unit[index] = 1.0;
        solve(matrix.clone(), unit)
    };
    (0..width).map(column).collect()
}

fn combine(fits: &[Fit], is_quotient: bool, scale: EffectScale) -> Result<StratumRegression> {
    let units: f64 = fits.iter().map(|fit| fit.units).sum();
    let Some(width) = fits.first().map(|fit| fit.values.len()) else {
        return Err(invalid_data("there are no data"));
    };
    let means: Vec<f64> =
        (0..width).map(|index| fits.iter().map(|fit| fit.units / units * fit.values[index]).sum()).collect();
    let (control, mut by_control) = value(&means[..width / 2], is_quotient)?;
    let treated: Vec<f64> = (0..width / 2).map(|index| means[index] + means[width / 2 + index]).collect();
    let (treatment, by_treatment) = value(&treated, is_quotient)?;
    let mut estimate = treatment - control;
    // The treatment moves with levels and effects, the control with levels alone.
    let mut gradient: Vec<f64> = by_treatment.iter().zip(&by_control).map(|(one, two)| one - two).collect();
    gradient.extend(&by_treatment);
    if scale != EffectScale::Absolute {
        if control == 0.0 {
            return Err(invalid_data("the control is 0, so nothing can be stated relative to it")
                .with_hint("use the absolute difference"));
        }
        estimate /= control.abs();
        by_control.resize(width, 0.0);
        let sign = if control < 0.0 { -1.0 } else { 1.0 };
        for (slope, base) in gradient.iter_mut().zip(&by_control) {
            *slope = (*slope - sign * estimate * base) / control.abs();
        }
    }
    let mut variance = 0.0;
    let (mut first, mut second) = (0.0, 0.0);
    for fit in fits {
        let share = fit.units / units;
        variance += share * share * form(&gradient, &fit.covariances, &gradient);
        let value: f64 = gradient.iter().zip(&fit.values).map(|(slope, value)| slope * value).sum();
        first += share * value;
        second += share * value * value;
    }
    variance += (second - first * first).max(0.0) / units;
    let standard_error = check::finite("the standard error", libm::sqrt(variance.max(0.0)))?;
    Ok(StratumRegression { control, treatment, estimate, standard_error, units })
}

/// A mean or a ratio, with its slopes.
fn value(means: &[f64], is_quotient: bool) -> Result<(f64, Vec<f64>)> {
    match *means {
        [above, below] if is_quotient => {
            if below == 0.0 {
                return Err(invalid_data("the mean below the line of the ratio is 0"));
            }
            Ok((above / below, vec![1.0 / below, -above / (below * below)]))
        }
        [mean, ..] => Ok((mean, vec![1.0])),
        [] => Err(invalid_data("there are no data")),
    }
}
