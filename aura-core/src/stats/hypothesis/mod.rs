//! Tests and intervals for a fixed amount of data.
//!
//! In come sufficient statistics ([`Sample`](crate::stats::summary::Sample), counts), out comes an
//! [`Inference`]: estimate, standard error, statistic, p-value and interval that agree by construction. Data that
//! cannot carry a test (one unit, no variation) are refused. Never here: repeated looks (`sequential`), priors
//! (`bayes`), more than one test at a time (`multiple`).

mod counts;
mod dunnett;
mod fit;
mod mean;
mod proportion;
mod ranks;
mod relative;
mod unconditional;
mod variance;

pub use counts::{TwoByTwo, fisher_exact, likelihood_ratio};
pub use dunnett::{DunnettComparison, SharedControl, dunnett};
pub use fit::{Fit, goodness_of_fit};
pub use mean::{one_sample, paired, pooled, welch, z_test};
pub use proportion::{
    DifferenceMethod, ProportionMethod, RatioMethod, Share, difference_interval, proportion_interval,
    ratio_interval, two_proportion_z,
};
pub use ranks::{RankTest, mann_whitney, permutation};
pub use relative::{RelativeMethod, ratio_of_means, ratio_sample, relative_difference};
pub use unconditional::{barnard_exact, boschloo_exact};
pub use variance::{VarianceAnalysis, analysis_of_variance};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, Student};

/// Which departure from the null value counts as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Alternative {
    /// Either direction.
    #[default]
    TwoSided,
    /// Only a larger value. The interval has a lower end only.
    Greater,
    /// Only a smaller value. The interval has an upper end only.
    Less,
}

/// How a test is done. Change what you need: `TestOptions { null: 0.1, ..Default::default() }` or `with_*`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TestOptions {
    /// Confidence of the interval; default 0.95.
    pub confidence: f64,
    /// Which departure counts; default two-sided.
    pub alternative: Alternative,
    /// The value that is tested against, for example minus the margin of a non-inferiority test; default 0.
    pub null: f64,
}

/// A range of plausible values. An end that is open is infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

/// An estimate with everything that follows from its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inference {
    /// The estimated value.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Degrees of freedom of the t distribution that was used; infinite for the normal distribution.
    pub degrees_of_freedom: f64,
    /// `(estimate − null) / standard error`.
    pub statistic: f64,
    /// Probability of a statistic at least this extreme if the null value were true.
    pub p_value: f64,
    /// The values that a test at `1 − confidence` would not reject.
    pub interval: Interval,
}

impl Default for TestOptions {
    fn default() -> Self {
        TestOptions { confidence: 0.95, alternative: Alternative::TwoSided, null: 0.0 }
    }
}

impl TestOptions {
    /// The same options with this confidence, for example 0.9.
    #[must_use]
    pub fn with_confidence(self, confidence: f64) -> Self {
        TestOptions { confidence, ..self }
    }

    /// The same options with this alternative.
    #[must_use]
    pub fn with_alternative(self, alternative: Alternative) -> Self {
        TestOptions { alternative, ..self }
    }

    /// The same options with this null value.
    #[must_use]
    pub fn with_null(self, null: f64) -> Self {
        TestOptions { null, ..self }
    }

    /// The options for the same test of minus the value.
    pub(crate) fn mirrored(&self) -> Self {
        let alternative = match self.alternative {
            Alternative::TwoSided => Alternative::TwoSided,
            Alternative::Greater => Alternative::Less,
            Alternative::Less => Alternative::Greater,
        };
        TestOptions { confidence: self.confidence, alternative, null: -self.null }
    }

    pub(crate) fn check(&self) -> Result<()> {
        check::level("the confidence", self.confidence)?;
        check::finite("the null value", self.null)?;
        Ok(())
    }

    /// Upper tail probability of the critical value: `α/2` for two-sided tests, `α` otherwise.
    pub(crate) fn tail(&self) -> f64 {
        let alpha = 1.0 - self.confidence;
        if self.alternative == Alternative::TwoSided { 0.5 * alpha } else { alpha }
    }
}

impl Interval {
    /// Whether `value` lies inside or on an end.
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// Half the distance between the ends; infinite where one is open.
    pub fn half_width(&self) -> f64 {
        0.5 * (self.upper - self.lower)
    }

    /// `centre ± reach`, open on the side that the alternative does not bound.
    pub(crate) fn around(centre: f64, reach: f64, alternative: Alternative) -> Self {
        let lower = if alternative == Alternative::Less { f64::NEG_INFINITY } else { centre - reach };
        let upper = if alternative == Alternative::Greater { f64::INFINITY } else { centre + reach };
        Interval { lower, upper }
    }
}

impl Inference {
    /// The same inference about minus the value.
    pub(crate) fn mirrored(self) -> Self {
        let interval = Interval { lower: -self.interval.upper, upper: -self.interval.lower };
        Inference { estimate: -self.estimate, statistic: -self.statistic, interval, ..self }
    }

    /// Everything that follows from an estimate whose error, divided by `standard_error`, is Student-t.
    ///
    /// # Errors
    /// `invalid_number` for options out of range, `invalid_data` where there is no variation.
    pub fn from_estimate(
        estimate: f64,
        standard_error: f64,
        degrees_of_freedom: f64,
        options: &TestOptions,
    ) -> Result<Self> {
        options.check()?;
        check::finite("the estimate", estimate)?;
        check::not_negative("the standard error", standard_error)?;
        if standard_error == 0.0 {
            return Err(invalid_data("the data do not vary, so nothing can be said about chance")
                .with_hint("check that the right column is analysed, or wait for more data"));
        }
        let student = Student::new(degrees_of_freedom)?;
        let statistic = check::finite("the test statistic", (estimate - options.null) / standard_error)?;
        let p_value = match options.alternative {
            Alternative::TwoSided => student.two_sided(statistic),
            Alternative::Greater => student.survival(statistic),
            Alternative::Less => student.cdf(statistic),
        };
        let reach = student.upper_quantile(options.tail())? * standard_error;
        let interval = Interval::around(estimate, reach, options.alternative);
        Ok(Inference { estimate, standard_error, degrees_of_freedom, statistic, p_value, interval })
    }
}

#[cfg(test)]
mod tests;
