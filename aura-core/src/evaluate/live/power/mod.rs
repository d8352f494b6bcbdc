//! Before a test: how many units it needs and how long that takes, or what it can find with the units there are.
//!
//! Every measure comes down to one number: the variance of the difference times the units of one arm, with the change
//! there and without. The rest is the same for all of them: a statistic that grows with the root of the units, against
//! the bounds of the looks.

mod kind;

pub use kind::{CountPower, MeanPower, PowerKind, QuantilePower, RatioPower, SharePower, SurvivalPower};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::figures;
use crate::domain::live::ArmAdjustment;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::stats::analysis::{GroupLooks, Monitoring};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::{Alternative, SharedControl, TestOptions};
use crate::stats::sequential::{
    ConfidenceSequence, GroupDesign, Sides, crossing_probabilities, group_bounds,
};
use crate::stats::special::find_root;

/// Degrees of freedom at which the deviation counts as known.
const MANY: f64 = 1e9;

/// What is asked before a test: with `effect` alone how many units it needs; with `units` (or `days` of traffic) alone
/// the smallest effect that it finds; with both its power.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PowerRequest {
    /// Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a
    /// mean.
    pub baseline: f64,
    /// Standard deviation of one unit; absent for shares and where `kind` says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<f64>,
    /// What is measured, where it is neither a mean nor a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PowerKind>,
    /// The effect to find, in the unit of the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<f64>,
    /// Units of all arms, where they are given rather than asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<f64>,
    /// Days of traffic, where they are given rather than asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
    /// Rows that belong together, where the metric is an average over rows and whole units are assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clusters: Option<ClusterPower>,
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
    /// How they share it; as in the statement of a test where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arm_adjustment: Option<ArmAdjustment>,
    /// How often the data are looked at: for planned looks the fractions of all of them.
    #[serde(default)]
    pub monitoring: Monitoring,
    /// Units that come in each day, for all arms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_each_day: Option<f64>,
}

/// Rows that are nested in the units that are assigned.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterPower {
    /// Rows of a unit on average.
    pub rows_each_unit: f64,
    /// Correlation of two rows of one unit, from 0 to 1.
    pub correlation: f64,
    /// Standard deviation of the rows of a unit over their average; 0 where all have as many.
    #[serde(default)]
    pub size_variation: f64,
}

/// What a test needs, or what it can find.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PowerPlan {
    /// Units of each arm.
    pub units_each_arm: u64,
    /// Units of all arms.
    pub units: u64,
    /// The effect that is found with this chance.
    pub effect: f64,
    /// The chance to find it.
    pub power: f64,
    /// Days, rounded up to whole weeks, where the traffic is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u64>,
    /// How many times more units the looks cost than a single look would.
    pub cost_of_looks: f64,
    /// One plain sentence.
    pub sentence: String,
}

/// How many units a test needs to find an effect, what it finds with the units there are, or how likely.
///
/// # Errors
/// `invalid_number` for a value out of range, an effect that no number of units can show, or neither effect nor units.
///
/// # Example
/// ```
/// use aura_core::evaluate::live::{PowerRequest, plan_power};
/// let request: PowerRequest = serde_json::from_str(r#"{"baseline": 0.12, "effect": 0.01}"#).unwrap();
/// let plan = plan_power(&request)?;
/// assert_eq!(plan.units_each_arm, 17_166);
/// let back = PowerRequest { effect: None, units: Some(plan.units as f64), ..request };
/// assert!((plan_power(&back)?.effect - 0.01).abs() < 1e-5);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn plan_power(request: &PowerRequest) -> Result<PowerPlan> {
    let question = Question::new(request)?;
    let arms = question.arms();
    let given =
        request.units.or_else(|| request.days.zip(request.units_each_day).map(|(days, rate)| days * rate));
    let given = given.map(|units| units / arms);
    if given.is_some_and(|each| !(each.is_finite() && each >= 2.0)) {
        return Err(wrong("each arm needs at least 2 units"));
    }
    let (effect, each, power) = match (request.effect, given) {
        (Some(effect), None) => (effect, libm::ceil(question.units(effect, request.power)?), request.power),
        (None, Some(each)) => (question.effect(each)?, libm::floor(each), request.power),
        (Some(effect), Some(each)) => (effect, libm::floor(each), question.power(effect, each)?),
        (None, None) => {
            return Err(wrong("neither the effect nor the units are known")
                .with_hint("state `effect`, or `units`, or `days` with `units_each_day`"));
        }
    };
    if !(each.is_finite() && each < 9e15) {
        return Err(wrong("no number of units can show an effect this small"));
    }
    let units = each * arms;
    let days = request.units_each_day.filter(|rate| *rate > 0.0).map(|rate| {
        let weeks = libm::ceil(units / rate / 7.0 - 1e-9);
        (weeks * 7.0) as u64
    });
    let once = PowerRequest { monitoring: Monitoring::Fixed, ..request.clone() };
    let single = Question::new(&once)?.drift(&Monitoring::Fixed, power, each)?;
    let wanted = question.drift(&request.monitoring, power, each)?;
    let cost = (wanted / single) * (wanted / single);
    let time = days.map_or(String::new(), |days| format!(", which takes {days} days at the present traffic"));
    let (change, chance) = (figures::short_number(effect, 6), figures::percent(power, 1));
    let counted = format!("{} units in each of {arms} arms{time}", figures::number(each, 0));
    let sentence = if given.is_none() {
        format!("To see a difference of {change} with a chance of {chance}, the test needs {counted}.")
    } else if request.effect.is_none() {
        format!("With {counted}, the test sees a difference of {change} or more with a chance of {chance}.")
    } else {
        format!("With {counted}, the test sees a difference of {change} with a chance of {chance}.")
    };
    Ok(PowerPlan {
        units_each_arm: each as u64,
        units: units as u64,
        effect,
        power,
        days,
        cost_of_looks: cost,
        sentence,
    })
}

/// The level of one treatment by itself, so that all of them together keep theirs: arms of one size share half of their
/// variance with the control.
fn level(request: &PowerRequest) -> Result<f64> {
    let (alpha, treatments) = (1.0 - request.confidence, request.treatments.max(1));
    TestOptions::default().with_confidence(request.confidence).check()?;
    Limits::check_count("arms", treatments as usize + 1, Limits::default().variants)?;
    let is_fixed = request.monitoring == Monitoring::Fixed;
    match request.arm_adjustment {
        Some(ArmAdjustment::Dunnett) if !is_fixed => {
            Err(wrong("Dunnett's bounds are for data that are looked at once").with_hint(
                "state `bonferroni` as `arm_adjustment`, or leave it away, where there are several looks",
            ))
        }
        Some(ArmAdjustment::Dunnett) | None if is_fixed && treatments > 1 => {
            let family = SharedControl::new(vec![libm::sqrt(0.5); treatments as usize])?;
            let critical = family.critical(alpha, MANY)?;
            Ok(2.0 * StandardNormal.survival(critical))
        }
        _ => Ok(alpha / f64::from(treatments)),
    }
}

/// A request whose numbers are legal.
struct Question<'a> {
    request: &'a PowerRequest,
    kind: PowerKind,
    alpha: f64,
}

impl<'a> Question<'a> {
    fn new(request: &'a PowerRequest) -> Result<Self> {
        let alpha = level(request)?;
        TestOptions::default().with_confidence(1.0 - alpha).check()?;
        let is_legal = request.power > 0.5 * alpha
            && request.power < 1.0
            && request.variance_left > 0.0
            && request.variance_left.is_finite()
            && request.baseline.is_finite()
            && request.effect.is_none_or(|effect| effect.is_finite() && effect != 0.0);
        if !is_legal {
            return Err(wrong(
                "the power must lie between the level and 1, the variance left above 0 and the effect beside 0",
            ));
        }
        let kind = match (request.kind, request.deviation) {
            (Some(_), Some(_)) => {
                return Err(wrong("`deviation` and `kind` both say how much units differ")
                    .with_hint("leave one away"));
            }
            (Some(kind), None) => kind,
            (None, Some(deviation)) => PowerKind::Mean(MeanPower { deviation }),
            (None, None) => PowerKind::Share(SharePower {}),
        };
        kind.check(request.baseline)?;
        if let Some(clusters) = &request.clusters {
            let is_legal = clusters.rows_each_unit >= 1.0
                && clusters.rows_each_unit.is_finite()
                && (0.0..=1.0).contains(&clusters.correlation)
                && clusters.size_variation >= 0.0
                && clusters.size_variation.is_finite();
            if !is_legal {
                return Err(wrong("clusters have at least one row and a correlation from 0 to 1"));
            }
        }
        Ok(Question { request, kind, alpha })
    }

    fn arms(&self) -> f64 {
        f64::from(self.request.treatments.max(1)) + 1.0
    }

    /// Variance of the estimated difference times the units of one arm.
    fn variance(&self, effect: f64) -> Result<f64> {
        // Rows that belong together say less than as many rows of strangers (Donner and Klar 2000, chapter 5; with
        // sizes that differ Eldridge, Ashby and Kerry 2006).
        let shared = self.request.clusters.map_or(1.0, |own| {
            let size = (own.size_variation * own.size_variation + 1.0) * own.rows_each_unit;
            (1.0 + (size - 1.0) * own.correlation) / own.rows_each_unit
        });
        Ok(self.kind.variance(self.request.baseline, effect)? * shared * self.request.variance_left)
    }

    /// Units of one arm at which the effect is found with this chance.
    fn units(&self, effect: f64, power: f64) -> Result<f64> {
        let variance = self.variance(effect)?;
        let needed = |drift: f64| variance * (drift / effect) * (drift / effect);
        let Monitoring::AlwaysValid(_) = self.request.monitoring else {
            return Ok(needed(self.drift(&self.request.monitoring, power, f64::NAN)?));
        };
        // The bound itself depends on the number of units.
        let gap = |log_units: f64| {
            let each = libm::exp(log_units);
            self.power(effect, each).map_or(f64::NAN, |found| found - power)
        };
        let least = libm::log(needed(self.drift(&Monitoring::Fixed, power, f64::NAN)?).max(1.0));
        find_root(gap, least - 1e-6, least + 9.0, 1e-11).map(libm::exp).ok_or_else(too_small)
    }

    /// The chance to find an effect at the end with these units of one arm.
    fn power(&self, effect: f64, each: f64) -> Result<f64> {
        let drift = effect.abs() / libm::sqrt(self.variance(effect)? / each);
        match &self.request.monitoring {
            Monitoring::GroupSequential(looks) => {
                let bounds = group_bounds(&self.design(looks))?;
                Ok(crossing_probabilities(&looks.fractions, &bounds.z, Sides::Two, drift)?.iter().sum())
            }
            looks => {
                let critical = self.critical(looks, each)?;
                Ok(StandardNormal.survival(critical - drift) + StandardNormal.survival(critical + drift))
            }
        }
    }

    /// The smallest rise that these units of one arm find.
    fn effect(&self, each: f64) -> Result<f64> {
        let drift = self.drift(&self.request.monitoring, self.request.power, each)?;
        // The variance may depend on the effect, so the effect is where both agree.
        let gap = |effect: f64| {
            self.variance(effect).map_or(f64::NAN, |variance| effect - drift * libm::sqrt(variance / each))
        };
        let most = self.kind.largest(self.request.baseline);
        let mut high = drift * libm::sqrt(self.variance(0.0).unwrap_or(0.0) / each).max(1e-9 * most.min(1.0));
        for _ in 0..200 {
            let end = high.min(most);
            if gap(end) >= 0.0 {
                return find_root(gap, 0.0, end, 1e-12 * end).ok_or_else(too_small);
            }
            if end >= most {
                break;
            }
            high *= 1.5;
        }
        Err(wrong("these units are too few to find any effect").with_hint("a share cannot rise above 1"))
    }

    /// What a single look, or a look at any time, compares the statistic with.
    fn critical(&self, looks: &Monitoring, each: f64) -> Result<f64> {
        match looks {
            Monitoring::AlwaysValid(open) => {
                let sequence =
                    ConfidenceSequence::tuned(self.alpha, open.tuned_units, Alternative::TwoSided)?;
                let units = (2.0 * each).max(2.0);
                sequence.half_width(units, libm::sqrt(units))
            }
            _ => StandardNormal.upper_quantile(0.5 * self.alpha),
        }
    }

    /// The expected statistic with all data at which the power is reached.
    fn drift(&self, looks: &Monitoring, power: f64, each: f64) -> Result<f64> {
        let single = |critical: f64| {
            let gap = |drift: f64| {
                StandardNormal.survival(critical - drift) + StandardNormal.survival(critical + drift) - power
            };
            find_root(gap, 0.0, critical + 40.0, 1e-12).ok_or_else(too_small)
        };
        match looks {
            Monitoring::GroupSequential(group) => {
                let bounds = group_bounds(&self.design(group))?;
                let gap = |drift: f64| {
                    crossing_probabilities(&group.fractions, &bounds.z, Sides::Two, drift)
                        .map_or(f64::NAN, |crossed| crossed.iter().sum::<f64>() - power)
                };
                let middle = single(self.critical(&Monitoring::Fixed, each)?)?;
                find_root(gap, 0.5 * middle, 2.0 * middle + 2.0, 1e-9).ok_or_else(too_small)
            }
            other => single(self.critical(other, each)?),
        }
    }

    fn design(&self, looks: &GroupLooks) -> GroupDesign {
        GroupDesign {
            fractions: looks.fractions.clone(),
            alpha: self.alpha,
            sides: Sides::Two,
            spending: looks.spending,
        }
    }
}

fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidNumber, message)
}

fn too_small() -> Error {
    wrong("no number of units reaches this power with these looks")
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
