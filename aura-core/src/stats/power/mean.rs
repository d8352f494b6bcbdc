//! Power of tests of one mean and of the difference of two.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::size_for_power;
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, NoncentralStudent, StandardNormal, Student};
use crate::stats::hypothesis::Alternative;
use crate::stats::special::find_root;

/// How many arms are compared, and their sizes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Arms {
    /// One mean (or the mean of paired differences) against a fixed value.
    One,
    /// Two independent means.
    Two {
        /// Units of the treatment per unit of the control; 1 for equal arms.
        ratio: f64,
    },
}

/// The distribution that the test statistic is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// Student's t with pooled degrees of freedom; power from the noncentral t distribution.
    #[default]
    Student,
    /// The normal distribution: variance known, or samples large.
    Normal,
}

/// The design of a test of means. Effects are standardised: difference over standard deviation of one unit.
///
/// # Example
/// ```
/// use aura_core::stats::power::MeanDesign;
/// let design = MeanDesign::default();
/// let units = design.sample_size(0.2)?;
/// assert_eq!(units.ceil(), 394.0);
/// assert!((design.power(0.2, units)? - 0.8).abs() < 1e-10);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct MeanDesign {
    /// Probability of a false alarm; default 0.05.
    pub alpha: f64,
    /// Probability of seeing an effect that is there; default 0.8.
    pub power: f64,
    /// Which departure counts; default two-sided.
    pub alternative: Alternative,
    /// One or two arms; default two equal ones.
    pub arms: Arms,
    /// The distribution of the statistic; default Student.
    pub reference: Reference,
}

impl Default for MeanDesign {
    fn default() -> Self {
        MeanDesign {
            alpha: 0.05,
            power: 0.8,
            alternative: Alternative::TwoSided,
            arms: Arms::Two { ratio: 1.0 },
            reference: Reference::Student,
        }
    }
}

impl MeanDesign {
    /// The same design at this level.
    #[must_use]
    pub fn with_alpha(self, alpha: f64) -> Self {
        MeanDesign { alpha, ..self }
    }

    /// The same design with this power.
    #[must_use]
    pub fn with_power(self, power: f64) -> Self {
        MeanDesign { power, ..self }
    }

    /// The same design with this alternative.
    #[must_use]
    pub fn with_alternative(self, alternative: Alternative) -> Self {
        MeanDesign { alternative, ..self }
    }

    /// The same design with these arms.
    #[must_use]
    pub fn with_arms(self, arms: Arms) -> Self {
        MeanDesign { arms, ..self }
    }

    /// The same design with this reference distribution.
    #[must_use]
    pub fn with_reference(self, reference: Reference) -> Self {
        MeanDesign { reference, ..self }
    }

    /// Probability of a significant result with `units` in the control (or only) arm, if `effect` is true.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range or the units leave no degree of freedom.
    pub fn power(&self, effect: f64, units: f64) -> Result<f64> {
        self.check()?;
        check::finite("the effect", effect)?;
        check::positive("the number of units", units)?;
        let (information, df) = match self.arms {
            Arms::One => (units, units - 1.0),
            Arms::Two { ratio } => (units * ratio / (1.0 + ratio), units + units * ratio - 2.0),
        };
        let shift = effect * libm::sqrt(information);
        match self.reference {
            Reference::Student => self.student_power(shift, df),
            Reference::Normal => {
                let critical = StandardNormal.upper_quantile(self.tail())?;
                Ok(self.combine(StandardNormal.cdf(shift - critical), StandardNormal.cdf(-shift - critical)))
            }
        }
    }

    /// Units in the control (or only) arm for the design's power, if `effect` is true. Round up.
    ///
    /// # Errors
    /// `invalid_number` where the effect is 0 or not finite, `invalid_data` where no size is enough, for example
    /// because the effect has the other direction.
    pub fn sample_size(&self, effect: f64) -> Result<f64> {
        self.check()?;
        check::finite("the effect", effect)?;
        if effect == 0.0 {
            return Err(invalid_data("no number of units can show an effect of 0"));
        }
        let total = StandardNormal.upper_quantile(self.tail())? + StandardNormal.quantile(self.power)?;
        let share = match self.arms {
            Arms::One => 1.0,
            Arms::Two { ratio } => ratio / (1.0 + ratio),
        };
        let guess = total * total / (effect * effect) / share;
        size_for_power(self.power, self.least_units(), guess, |units| self.power(effect, units))
    }

    /// The smallest effect that the design's power reaches with `units` in the control (or only) arm. Negative for
    /// the alternative `Less`.
    ///
    /// # Errors
    /// `invalid_number` where the units leave no degree of freedom, `invalid_data` where no effect is enough.
    pub fn detectable_effect(&self, units: f64) -> Result<f64> {
        let sign = if self.alternative == Alternative::Less { -1.0 } else { 1.0 };
        self.power(0.0, units)?;
        let gap = |effect: f64| self.power(sign * effect, units).map_or(f64::NAN, |value| value - self.power);
        let mut high = 4.0 / libm::sqrt(units);
        for _ in 0..200 {
            if gap(high) >= 0.0 {
                let root = find_root(gap, 0.0, high, high * 1e-14);
                return root.map(|effect| sign * effect).ok_or_else(|| {
                    invalid_data("the power is reached without any effect, because it is below the level")
                });
            }
            high *= 2.0;
        }
        Err(invalid_data("no effect reaches this power with so few units"))
    }

    fn student_power(&self, shift: f64, df: f64) -> Result<f64> {
        let critical = Student::new(df)?.upper_quantile(self.tail())?;
        let statistic = NoncentralStudent::new(df, shift)?;
        Ok(self.combine(statistic.survival(critical), statistic.cdf(-critical)))
    }

    fn combine(&self, above: f64, below: f64) -> f64 {
        match self.alternative {
            Alternative::TwoSided => (above + below).min(1.0),
            Alternative::Greater => above,
            Alternative::Less => below,
        }
    }

    fn tail(&self) -> f64 {
        if self.alternative == Alternative::TwoSided { 0.5 * self.alpha } else { self.alpha }
    }

    /// The smallest arm that leaves one degree of freedom.
    fn least_units(&self) -> f64 {
        match self.arms {
            Arms::One => 2.0,
            Arms::Two { ratio } => (3.0 / (1.0 + ratio)).max(f64::MIN_POSITIVE),
        }
    }

    fn check(&self) -> Result<()> {
        check::level("the level", self.alpha)?;
        check::level("the power", self.power)?;
        if let Arms::Two { ratio } = self.arms {
            check::positive("the ratio of the arms", ratio)?;
        }
        Ok(())
    }
}
