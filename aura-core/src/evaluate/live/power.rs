//! Before a test: how many units it needs, and how long that takes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::stats::analysis::{GroupLooks, Monitoring};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::TestOptions;
use crate::stats::sequential::{
    ConfidenceSequence, GroupDesign, Sides, crossing_probabilities, group_bounds,
};
use crate::stats::special::find_root;

/// What is asked before a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PowerRequest {
    /// Value of the control today: a share between 0 and 1 where `deviation` is absent, else a mean.
    pub baseline: f64,
    /// Standard deviation of one unit; absent for shares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<f64>,
    /// The effect to find, in the unit of the metric.
    pub effect: f64,
    /// Share of the variance that covariates leave; 1 without covariates.
    #[serde(default = "one")]
    pub variance_left: f64,
    /// Confidence of the verdict.
    #[serde(default = "usual_confidence")]
    pub confidence: f64,
    /// Chance to find the effect.
    #[serde(default = "usual_power")]
    pub power: f64,
    /// How many arms beside the control share the level.
    #[serde(default = "one_arm")]
    pub treatments: u32,
    /// How often the data are looked at: for planned looks the fractions of all of them.
    #[serde(default)]
    pub monitoring: Monitoring,
    /// Units that come in each day, for all arms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_each_day: Option<f64>,
}

/// What a test needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PowerPlan {
    /// Units of each arm.
    pub units_each_arm: u64,
    /// Units of all arms.
    pub units: u64,
    /// Days, rounded up to whole weeks, where the traffic is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u64>,
    /// How many times more units the looks cost than a single look would.
    pub cost_of_looks: f64,
    /// One plain sentence.
    pub sentence: String,
}

/// How many units a test needs to find an effect.
///
/// # Errors
/// `invalid_number` for a value out of range, or an effect that no number of units can show.
pub fn plan_power(request: &PowerRequest) -> Result<PowerPlan> {
    let variance = variance(request)? * request.variance_left;
    let alpha = (1.0 - request.confidence) / f64::from(request.treatments.max(1));
    let options = TestOptions::default().with_confidence(1.0 - alpha);
    options.check()?;
    let in_range = request.power > 0.0
        && request.power < 1.0
        && request.variance_left > 0.0
        && request.effect.is_finite();
    if !in_range || request.effect == 0.0 {
        return Err(Error::new(
            ErrorCode::InvalidNumber,
            "the power must lie between 0 and 1 and the effect beside 0",
        ));
    }
    let drift = |wanted: &Monitoring| drift(wanted, alpha, request, variance);
    let (single, wanted) = (drift(&Monitoring::Fixed)?, drift(&request.monitoring)?);
    let needed = |drift: f64| variance * (drift / request.effect) * (drift / request.effect);
    let each = libm::ceil(needed(wanted));
    if !(each.is_finite() && each < 9e15) {
        return Err(Error::new(ErrorCode::InvalidNumber, "no number of units can show an effect this small"));
    }
    let arms = f64::from(request.treatments.max(1)) + 1.0;
    let units = each * arms;
    let days = request.units_each_day.filter(|rate| *rate > 0.0).map(|rate| {
        let weeks = libm::ceil(units / rate / 7.0);
        (weeks * 7.0) as u64
    });
    let cost = (wanted / single) * (wanted / single);
    let time = days.map_or(String::new(), |days| format!(", which takes {days} days at the present traffic"));
    let sentence = format!(
        "To see a difference of {} with a chance of {}, the test needs {} units in each of {} arms{time}.",
        crate::domain::figures::short_number(request.effect, 6),
        crate::domain::figures::percent(request.power, 1),
        crate::domain::figures::number(each, 0),
        arms,
    );
    Ok(PowerPlan { units_each_arm: each as u64, units: units as u64, days, cost_of_looks: cost, sentence })
}

/// Variance of the difference times the units of one arm.
fn variance(request: &PowerRequest) -> Result<f64> {
    match request.deviation {
        Some(deviation) if deviation.is_finite() && deviation > 0.0 => Ok(2.0 * deviation * deviation),
        Some(deviation) => Err(Error::new(
            ErrorCode::InvalidNumber,
            format!("the deviation must be above 0, not `{deviation}`"),
        )),
        None => {
            let (control, treatment) = (request.baseline, request.baseline + request.effect);
            let inside = |share: f64| (0.0..=1.0).contains(&share);
            let variance = control * (1.0 - control) + treatment * (1.0 - treatment);
            if inside(control) && inside(treatment) && variance > 0.0 {
                return Ok(variance);
            }
            Err(Error::new(
                ErrorCode::InvalidNumber,
                format!("a share of `{control}` cannot change by `{}`", request.effect),
            )
            .with_hint("shares lie between 0 and 1; for another metric give its standard deviation"))
        }
    }
}

/// The expected statistic with all data at which the power is reached.
fn drift(monitoring: &Monitoring, alpha: f64, request: &PowerRequest, variance: f64) -> Result<f64> {
    let normal = |tail: f64| StandardNormal.upper_quantile(tail);
    let single = normal(0.5 * alpha)? + normal(1.0 - request.power)?;
    match monitoring {
        Monitoring::Fixed => Ok(single),
        Monitoring::GroupSequential(looks) => group_drift(looks, alpha, request.power, single),
        Monitoring::AlwaysValid(open) => {
            // With z-values that grow as the root of the units, the end is where the bound at that size is passed.
            let sequence = ConfidenceSequence::tuned(
                alpha,
                open.tuned_units,
                crate::stats::hypothesis::Alternative::TwoSided,
            )?;
            let beta = normal(1.0 - request.power)?;
            let gap = |drift: f64| {
                let each = variance * (drift / request.effect) * (drift / request.effect);
                let units = (2.0 * each).max(2.0);
                sequence
                    .half_width(units, libm::sqrt(units))
                    .map_or(f64::NAN, |critical| drift - critical - beta)
            };
            find_root(gap, single, 40.0, 1e-9).ok_or_else(too_small)
        }
    }
}

fn group_drift(looks: &GroupLooks, alpha: f64, power: f64, single: f64) -> Result<f64> {
    let design = GroupDesign {
        fractions: looks.fractions.clone(),
        alpha,
        sides: Sides::Two,
        spending: looks.spending,
    };
    let bounds = group_bounds(&design)?;
    let gap = |drift: f64| {
        crossing_probabilities(&looks.fractions, &bounds.z, Sides::Two, drift)
            .map_or(f64::NAN, |crossed| crossed.iter().sum::<f64>() - power)
    };
    find_root(gap, 0.5 * single, 2.0 * single + 2.0, 1e-9).ok_or_else(too_small)
}

fn too_small() -> Error {
    Error::new(ErrorCode::InvalidNumber, "no number of units reaches this power with these looks")
}

fn one() -> f64 {
    1.0
}

fn usual_confidence() -> f64 {
    0.95
}

fn usual_power() -> f64 {
    0.8
}

fn one_arm() -> u32 {
    1
}
