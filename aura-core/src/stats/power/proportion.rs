//! Power of the pooled z test of two proportions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::Alternative;
use crate::stats::special::find_root;

/// The design of a test of two proportions (Fleiss, Levin and Paik 2003, section 4.2, without continuity
/// correction): the pooled error decides, the separate errors hold when the effect is true.
///
/// # Example
/// ```
/// use aura_core::stats::power::ProportionDesign;
/// let units = ProportionDesign::default().sample_size(0.10, 0.11)?;
/// assert_eq!(units.ceil(), 14_751.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ProportionDesign {
    /// Probability of a false alarm; default 0.05.
    pub alpha: f64,
    /// Probability of seeing an effect that is there; default 0.8.
    pub power: f64,
    /// Which departure counts; default two-sided.
    pub alternative: Alternative,
    /// Units of the treatment per unit of the control; default 1.
    pub ratio: f64,
}

impl Default for ProportionDesign {
    fn default() -> Self {
        ProportionDesign { alpha: 0.05, power: 0.8, alternative: Alternative::TwoSided, ratio: 1.0 }
    }
}

impl ProportionDesign {
    /// The same design at this level.
    #[must_use]
    pub fn with_alpha(self, alpha: f64) -> Self {
        ProportionDesign { alpha, ..self }
    }

    /// The same design with this power.
    #[must_use]
    pub fn with_power(self, power: f64) -> Self {
        ProportionDesign { power, ..self }
    }

    /// The same design with this alternative.
    #[must_use]
    pub fn with_alternative(self, alternative: Alternative) -> Self {
        ProportionDesign { alternative, ..self }
    }

    /// The same design with this many treatment units per control unit.
    #[must_use]
    pub fn with_ratio(self, ratio: f64) -> Self {
        ProportionDesign { ratio, ..self }
    }

    /// Probability of a significant result with `units` in the control arm, if these are the true proportions.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range, `invalid_data` where neither arm would vary.
    pub fn power(&self, control: f64, treatment: f64, units: f64) -> Result<f64> {
        let (pooled, separate) = self.errors(control, treatment)?;
        check::positive("the number of units", units)?;
        let critical = StandardNormal.upper_quantile(self.tail())? * pooled;
        let shift = (treatment - control) * libm::sqrt(units);
        let beyond = |signed: f64| {
            if separate == 0.0 {
                return if signed > critical { 1.0 } else { 0.0 };
            }
            StandardNormal.cdf((signed - critical) / separate)
        };
        Ok(match self.alternative {
            Alternative::TwoSided => (beyond(shift) + beyond(-shift)).min(1.0),
            Alternative::Greater => beyond(shift),
            Alternative::Less => beyond(-shift),
        })
    }

    /// Units in the control arm for the design's power, if these are the true proportions. Round up.
    ///
    /// The tail on the far side, below 1e-4 at any usual level, is left out, as the published formula does.
    ///
    /// # Errors
    /// `invalid_data` where the proportions are equal or differ in the direction that the test does not look for.
    pub fn sample_size(&self, control: f64, treatment: f64) -> Result<f64> {
        let (pooled, separate) = self.errors(control, treatment)?;
        let difference = match self.alternative {
            Alternative::TwoSided => (treatment - control).abs(),
            Alternative::Greater => treatment - control,
            Alternative::Less => control - treatment,
        };
        let total = StandardNormal.upper_quantile(self.tail())? * pooled
            + StandardNormal.quantile(self.power)? * separate;
        if difference <= 0.0 || total <= 0.0 {
            return Err(invalid_data("no number of units can show this difference")
                .with_hint("check that the effect has the direction that the test looks for"));
        }
        let root = total / difference;
        Ok(root * root)
    }

    /// The treatment proportion nearest to `control` that the design's power reaches with `units` in the control
    /// arm: above it, or below it for the alternative `Less`.
    ///
    /// # Errors
    /// `invalid_data` where no proportion is far enough away.
    pub fn detectable_proportion(&self, control: f64, units: f64) -> Result<f64> {
        check::level("the control proportion", control)?;
        check::positive("the number of units", units)?;
        let limit = if self.alternative == Alternative::Less { 0.0 } else { 1.0 };
        // Needed units fall as the distance grows; the search is over the distance itself.
        let gap = |distance: f64| {
            let treatment = control + distance * (limit - control);
            self.sample_size(control, treatment).map_or(f64::NAN, |needed| libm::log(units / needed))
        };
        let distance = find_root(gap, 1e-12, 1.0, 1e-15)
            .ok_or_else(|| invalid_data("no proportion reaches this power with so few units"))?;
        Ok(control + distance * (limit - control))
    }

    /// Standard errors for one unit in the control arm: pooled, and with separate variances.
    fn errors(&self, control: f64, treatment: f64) -> Result<(f64, f64)> {
        check::level("the level", self.alpha)?;
        check::level("the power", self.power)?;
        check::positive("the ratio of the arms", self.ratio)?;
        check::probability("the control proportion", control)?;
        check::probability("the treatment proportion", treatment)?;
        let mean = (control + self.ratio * treatment) / (1.0 + self.ratio);
        let pooled = libm::sqrt(mean * (1.0 - mean) * (1.0 + 1.0 / self.ratio));
        if pooled == 0.0 {
            return Err(invalid_data(
                "nobody or everybody succeeds in both arms, so there is nothing to test",
            ));
        }
        let separate = libm::sqrt(control * (1.0 - control) + treatment * (1.0 - treatment) / self.ratio);
        Ok((pooled, separate))
    }

    fn tail(&self) -> f64 {
        if self.alternative == Alternative::TwoSided { 0.5 * self.alpha } else { self.alpha }
    }
}
