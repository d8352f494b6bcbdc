//! How often the data are looked at, and what that asks of the statistic.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, Student};
use crate::stats::hypothesis::{Alternative, TestOptions};
use crate::stats::sequential::{
    ConfidenceSequence, GroupDesign, Sides, Spending, check_fractions, constant_bound, group_bounds,
};
use crate::stats::special::find_root;

/// Smallest and largest level at which a repeated p-value is looked for.
const LEVELS: (f64, f64) = (1e-15, 0.999);

/// How often the data are looked at.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Monitoring {
    /// Once, when all data are in.
    #[default]
    Fixed,
    /// A planned number of times.
    GroupSequential(GroupLooks),
    /// As often as one likes.
    AlwaysValid(OpenLooks),
}

/// Planned looks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupLooks {
    /// Share of the planned data at each look so far, the present one last: increasing, at most 1.
    pub fractions: Vec<f64>,
    /// How the level is spent over the looks.
    #[serde(default)]
    pub spending: Spending,
}

/// Looks at any time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenLooks {
    /// The number of units (both arms) at which the interval is to be tightest.
    pub tuned_units: f64,
}

/// What one look asks of the statistic.
pub(super) enum Rule {
    Student { student: Student, options: TestOptions },
    Group { looks: GroupLooks, options: TestOptions },
    Open { sequence: ConfidenceSequence, units: f64 },
}

impl Monitoring {
    /// The rule of the present look.
    pub(super) fn at(&self, units: f64, degrees: f64, options: &TestOptions) -> Result<Rule> {
        match self {
            Monitoring::Fixed => Ok(Rule::Student { student: Student::new(degrees)?, options: *options }),
            Monitoring::GroupSequential(looks) => {
                if looks.fractions.is_empty() {
                    return Err(invalid_data("planned looks need the share of the data at each look"));
                }
                Ok(Rule::Group { looks: looks.clone(), options: *options })
            }
            Monitoring::AlwaysValid(open) => {
                let alpha = 1.0 - options.confidence;
                let sequence = ConfidenceSequence::tuned(alpha, open.tuned_units, options.alternative)?;
                Ok(Rule::Open { sequence, units })
            }
        }
    }

    /// Checks a plan of looks before the data.
    ///
    /// # Errors
    /// `invalid_number` for shares of the data that do not grow or end above 1, or a number of units that is not above 0;
    /// `limit_size` for no look or more than 1,000.
    pub fn check(&self) -> Result<()> {
        match self {
            Monitoring::Fixed => Ok(()),
            Monitoring::GroupSequential(looks) => check_fractions(&looks.fractions),
            Monitoring::AlwaysValid(open) => {
                check::positive("the number of units at which ranges are sharpest", open.tuned_units)
                    .map(drop)
            }
        }
    }

    /// The value that the statistic must pass at this look.
    ///
    /// # Errors
    /// `invalid_number` where a level, a fraction or a number of units is out of range.
    pub fn critical(&self, units: f64, degrees_of_freedom: f64, options: &TestOptions) -> Result<f64> {
        self.at(units, degrees_of_freedom, options)?.critical()
    }
}

impl Rule {
    pub(super) fn critical(&self) -> Result<f64> {
        match self {
            Rule::Student { student, options } => student.upper_quantile(options.tail()),
            Rule::Group { looks, options } => bound(looks, 1.0 - options.confidence, options.alternative),
            Rule::Open { sequence, units } => sequence.half_width(*units, libm::sqrt(*units)),
        }
    }

    pub(super) fn p_value(&self, statistic: f64) -> Result<f64> {
        match self {
            Rule::Student { student, options } => Ok(match options.alternative {
                Alternative::TwoSided => student.two_sided(statistic),
                Alternative::Greater => student.survival(statistic),
                Alternative::Less => student.cdf(statistic),
            }),
            Rule::Group { looks, options } => repeated(looks, statistic, options.alternative),
            Rule::Open { sequence, units } => sequence.p_value(statistic, *units),
        }
    }
}

/// The bound of the last look at a level.
fn bound(looks: &GroupLooks, alpha: f64, alternative: Alternative) -> Result<f64> {
    let sides = if alternative == Alternative::TwoSided { Sides::Two } else { Sides::One };
    let design = GroupDesign { fractions: looks.fractions.clone(), alpha, sides, spending: looks.spending };
    let bounds = group_bounds(&design)?;
    bounds.z.last().copied().ok_or_else(|| Error::new(ErrorCode::Internal, "a look has no bound"))
}

/// The level at which the present look would just cross (repeated p-value; Jennison and Turnbull 2000, section 9.4).
fn repeated(looks: &GroupLooks, statistic: f64, alternative: Alternative) -> Result<f64> {
    let reached = match alternative {
        Alternative::TwoSided => statistic.abs(),
        Alternative::Greater => statistic,
        Alternative::Less => -statistic,
    };
    let gap =
        |log_level: f64| bound(looks, libm::exp(log_level), alternative).map_or(f64::NAN, |z| z - reached);
    let (low, high) = (libm::log(LEVELS.0), libm::log(LEVELS.1));
    if gap(low) <= 0.0 {
        return Ok(LEVELS.0);
    }
    if gap(high) >= 0.0 {
        return Ok(1.0);
    }
    Ok(find_root(gap, low, high, 1e-10).map_or(1.0, libm::exp))
}

impl GroupLooks {
    /// The one bound that, used at every look, keeps the level (Pocock 1977), for comparison with spending.
    ///
    /// # Errors
    /// `invalid_number` where a fraction or the level is out of range.
    pub fn constant_bound(&self, alpha: f64) -> Result<f64> {
        constant_bound(&self.fractions, alpha, Sides::Two)
    }
}
