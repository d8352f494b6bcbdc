//! One analysis for every metric, adjustment and way of looking: sufficient statistics and a design in, result out.
//!
//! A metric is a function of the means of some variables: the mean itself, a quotient of two, or a sum or product of
//! such terms. Quantiles become
//! means of scores ([`quantile_scores`]), clusters become quotients of sums. So the effect is one function of one
//! vector of means, its error one quadratic form (delta method), and covariates, strata, margins, relative effects
//! and repeated looks apply to all metrics alike: there is no combination that is missing. Never here: rows, wording,
//! decisions.
//!
//! - [`analyze`]: the whole way. [`estimate`]: the effect and its error alone.
//! - [`estimate_by_stratum`]: the same with slopes of covariates that differ by part of the population.
//! - [`compare_segments`]: whether the effect is the same in every part of the population.
//! - [`shared_control`]: several treatments against one control, at one level.
//! - [`Monitoring`]: one look, a planned number of looks, or any number.
//! - [`conditional_power`]: whether it is worth going on.

mod by_stratum;
mod effect;
mod family;
mod futility;
pub(in crate::stats) mod linear;
mod monitoring;
mod scores;
mod segments;

pub use by_stratum::{StratumRegression, estimate_by_stratum};
pub use effect::{Effect, estimate};
pub use family::shared_control;
pub use futility::{conditional_power, predictive_power};
pub use monitoring::{GroupLooks, Monitoring, OpenLooks};
pub use scores::{UnitScore, quantile_scores};
pub use segments::{SegmentEffects, compare_segments};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::hypothesis::{Alternative, Inference, Interval, TestOptions};
use crate::stats::joint::JointMoments;

/// What is measured, in terms of the variables whose moments are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Term {
    /// The mean of a variable.
    Mean {
        /// Number of the variable.
        column: usize,
    },
    /// The mean of a variable over the mean of another.
    Quotient {
        /// Number of the variable above the line.
        above: usize,
        /// Number of the variable below the line.
        below: usize,
    },
    /// A weighted sum of terms.
    Sum {
        /// What is added up; a negative weight takes away.
        parts: Vec<WeightedTerm>,
    },
    /// A product of powers of terms: the weight is the exponent, so that -1 divides.
    Product {
        /// What is multiplied.
        parts: Vec<WeightedTerm>,
    },
}

/// A term and what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedTerm {
    /// The term.
    pub term: Term,
    /// Its factor in a sum, its exponent in a product.
    pub weight: f64,
}

/// Both arms of one part of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stratum {
    /// The control.
    pub control: JointMoments,
    /// The treatment.
    pub treatment: JointMoments,
}

/// The data of one metric: what it is, what it is adjusted by, and its moments by part of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnalysisData {
    /// The metric.
    pub outcome: Term,
    /// What was known of each unit before; empty where nothing is adjusted.
    #[serde(default)]
    pub covariates: Vec<Term>,
    /// Parts of the population; one where there are none.
    pub strata: Vec<Stratum>,
}

/// Whether the effect is a difference or a share of the control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EffectScale {
    /// Treatment minus control.
    #[default]
    Absolute,
    /// The difference over the size of the control, by Fieller's method: the same p-value as the difference where
    /// the null value is 0.
    Relative,
    /// The same by the delta method: a symmetric interval.
    RelativeDelta,
}

/// How an analysis is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct AnalysisDesign {
    /// Confidence of the interval; default 0.95.
    pub confidence: f64,
    /// Which departure counts.
    pub alternative: Alternative,
    /// The value that is tested against: minus the margin of a non-inferiority test, for example.
    pub null: f64,
    /// Absolute or relative.
    pub scale: EffectScale,
    /// How often the data are looked at.
    pub monitoring: Monitoring,
    /// Coefficients of the covariates, where they were fixed before.
    pub coefficients: Option<Vec<f64>>,
}

/// The result of an analysis. All parts agree: the interval excludes the null value exactly where `p_value` is below
/// `1 − confidence`, and that is `is_significant`.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The effect and its error.
    pub effect: Effect,
    /// `(estimate − null) / standard error`.
    pub statistic: f64,
    /// What the statistic is compared with at this look.
    pub critical: f64,
    /// Probability of such data or more extreme ones if the null value were true; valid at every look.
    pub p_value: f64,
    /// The values that are not excluded; valid at every look.
    pub interval: Interval,
    /// Whether the null value is excluded.
    pub is_significant: bool,
}

impl Default for AnalysisDesign {
    fn default() -> Self {
        AnalysisDesign {
            confidence: 0.95,
            alternative: Alternative::TwoSided,
            null: 0.0,
            scale: EffectScale::Absolute,
            monitoring: Monitoring::Fixed,
            coefficients: None,
        }
    }
}

impl AnalysisDesign {
    /// The same design with this confidence.
    #[must_use]
    pub fn with_confidence(self, confidence: f64) -> Self {
        AnalysisDesign { confidence, ..self }
    }

    /// The same design with this alternative and null value: a margin.
    #[must_use]
    pub fn with_null(self, alternative: Alternative, null: f64) -> Self {
        AnalysisDesign { alternative, null, ..self }
    }

    /// The same design on this scale.
    #[must_use]
    pub fn with_scale(self, scale: EffectScale) -> Self {
        AnalysisDesign { scale, ..self }
    }

    /// The same design with these looks.
    #[must_use]
    pub fn with_monitoring(self, monitoring: Monitoring) -> Self {
        AnalysisDesign { monitoring, ..self }
    }

    pub(super) fn options(&self) -> TestOptions {
        TestOptions::default()
            .with_confidence(self.confidence)
            .with_alternative(self.alternative)
            .with_null(self.null)
    }
}

impl AnalysisData {
    /// The same data without strata, covariates or both, for comparison.
    ///
    /// # Errors
    /// `invalid_data` where the strata keep different variables.
    pub fn without(&self, covariates: bool, strata: bool) -> Result<Self> {
        let mut plain = self.clone();
        if covariates {
            plain.covariates.clear();
        }
        if strata {
            let mut parts = self.strata.iter();
            let first = parts.next().ok_or_else(|| invalid_data("there are no data"))?;
            let whole = parts.try_fold(first.clone(), |whole, part| {
                Ok::<_, crate::Error>(Stratum {
                    control: whole.control.merge(&part.control)?,
                    treatment: whole.treatment.merge(&part.treatment)?,
                })
            })?;
            plain.strata = vec![whole];
        }
        Ok(plain)
    }
}

/// Analyses one metric of one treatment against the control.
///
/// # Errors
/// `invalid_data` where an arm has fewer than two units, does not vary, or has a mean of 0 below a line;
/// `invalid_number` for options out of range.
///
/// # Example
/// ```
/// use aura_core::stats::analysis::{AnalysisData, AnalysisDesign, Stratum, Term, analyze};
/// use aura_core::stats::joint::JointMoments;
/// let arm = |shift: f64| -> aura_core::Result<JointMoments> {
///     let mut units = JointMoments::new(1)?;
///     (0..100).try_for_each(|number| units.push(&[f64::from(number % 10) + shift]))?;
///     Ok(units)
/// };
/// let strata = vec![Stratum { control: arm(0.0)?, treatment: arm(1.5)? }];
/// let data = AnalysisData { outcome: Term::Mean { column: 0 }, covariates: Vec::new(), strata };
/// let result = analyze(&data, &AnalysisDesign::default())?;
/// assert!(result.is_significant && result.interval.contains(1.5));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn analyze(data: &AnalysisData, design: &AnalysisDesign) -> Result<Analysis> {
    let effect = estimate(data, design.scale, design.coefficients.as_deref())?;
    judge(effect, design)
}

/// Judges an effect whose estimate and error are known.
///
/// # Errors
/// As [`analyze`].
pub fn judge(effect: Effect, design: &AnalysisDesign) -> Result<Analysis> {
    let options = design.options();
    options.check()?;
    let (distance, error) = effect.against(design.scale, design.null);
    if error == 0.0 {
        return Err(invalid_data("the data do not vary, so nothing can be said about chance")
            .with_hint("check that the right column is analysed, or wait for more data"));
    }
    let statistic = check::finite("the test statistic", distance / error)?;
    let rule = design.monitoring.at(effect.units, effect.degrees_of_freedom, &options)?;
    let critical = rule.critical()?;
    let interval = effect.interval(design.scale, critical, design.alternative)?;
    // One comparison decides; the p-value is cut to its side of the level where rounding would make them differ.
    let is_significant = match design.alternative {
        Alternative::TwoSided => statistic.abs() > critical,
        Alternative::Greater => statistic > critical,
        Alternative::Less => -statistic > critical,
    };
    let alpha = 1.0 - design.confidence;
    let p_value = rule.p_value(statistic)?;
    let p_value = if is_significant { p_value.min(alpha) } else { p_value.max(alpha) };
    Ok(Analysis { effect, statistic, critical, p_value, interval, is_significant })
}

impl Analysis {
    /// The result in the shape of a plain test.
    pub fn inference(&self) -> Inference {
        Inference {
            estimate: self.effect.estimate,
            standard_error: self.effect.standard_error,
            degrees_of_freedom: self.effect.degrees_of_freedom,
            statistic: self.statistic,
            p_value: self.p_value,
            interval: self.interval,
        }
    }
}

#[cfg(test)]
mod tests;
