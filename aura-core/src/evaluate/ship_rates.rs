//! How often the rule would take a change that does nothing, and one that does what is expected.

use super::comparison::{compare_pairs, pairs};
use super::rule::decide;
use crate::domain::experiment::{Comparison, Decision, Experiment, ShipRates};
use crate::domain::metric::{Direction, Metric};
use crate::domain::plan::Plan;
use crate::domain::run::Run;
use crate::error::Result;
use crate::random::{Stream, Streams};

/// How often each is tried.
const TRIES: u64 = 400;

/// Values of one metric in both runs, replication by replication.
type Pairs = Vec<Option<(f64, f64)>>;

/// What is tried.
pub(super) struct Tried<'a> {
    pub(super) experiment: &'a Experiment,
    pub(super) plan: &'a Plan,
    pub(super) primary: &'a Metric,
    pub(super) control: &'a Run,
    pub(super) run: &'a Run,
    /// Confidence of the primary metric, shared among the variants.
    pub(super) confidence: f64,
}

/// Tries the rule on the replications of the user's own plan.
///
/// Where a change does nothing, plan and variant are interchangeable in each replication, so both are swapped at random,
/// one toss for all metrics of a replication (Fisher 1935, section 21). For the expected effect, replications are drawn
/// with replacement (Efron 1979) after the primary metric was shifted so that its mean difference is the wished one; where
/// no wish was stated, the difference that was seen. Nothing where a try could not be judged, or nothing varies.
pub(super) fn ship_rates(tried: &Tried<'_>) -> Result<Option<ShipRates>> {
    let metrics: Vec<(&Metric, Pairs)> = tried
        .plan
        .metrics
        .iter()
        .filter(|metric| tried.experiment.metrics.contains(&metric.id))
        .map(|metric| (metric, pairs(metric, tried.control, tried.run)))
        .collect();
    let own = metrics.iter().find(|(metric, _)| metric.id == tried.primary.id);
    let differences: Vec<f64> =
        own.into_iter().flat_map(|(_, pairs)| pairs.iter().flatten().map(|pair| pair.1 - pair.0)).collect();
    let varies = differences.first().is_some_and(|first| differences.iter().any(|other| other != first));
    if !varies {
        return Ok(None);
    }
    let seen = differences.iter().sum::<f64>() / differences.len() as f64;
    let expected = wished(tried.primary).unwrap_or(seen);
    let streams = Streams::new(tried.experiment.scenario.seed.derive("ship rates"));
    let (mut wrong, mut right) = (0, 0);
    for attempt in 0..TRIES {
        let mut stream = streams.stream(attempt, 0, 0);
        let swapped: Vec<(&Metric, Vec<(f64, f64)>)> = swap(&metrics, &mut stream);
        let drawn = draw(&metrics, tried.primary, expected - seen, &mut stream);
        let (Some(is_wrong), Some(is_right)) = (ships(tried, &swapped)?, ships(tried, &drawn)?) else {
            return Ok(None);
        };
        wrong += u64::from(is_wrong);
        right += u64::from(is_right);
    }
    let share = |count: u64| count as f64 / TRIES as f64;
    Ok(Some(ShipRates { tries: TRIES, wrong_ship: share(wrong), right_ship: share(right), expected }))
}

/// The wished change of the primary metric, where it has a direction.
fn wished(primary: &Metric) -> Option<f64> {
    let (baseline, target) = primary.baseline.as_ref().zip(primary.target.as_ref())?;
    let is_clear = baseline.unit == target.unit && primary.direction != Direction::Keep;
    (is_clear && baseline.amount != target.amount).then_some(target.amount - baseline.amount)
}

fn swap<'a>(metrics: &[(&'a Metric, Pairs)], stream: &mut Stream) -> Vec<(&'a Metric, Vec<(f64, f64)>)> {
    let longest = metrics.iter().map(|(_, pairs)| pairs.len()).max().unwrap_or(0);
    let tosses: Vec<bool> = (0..longest).map(|_| stream.next_below(2) == 1).collect();
    let one = |pairs: &Pairs| {
        let tossed = pairs.iter().zip(&tosses);
        tossed
            .filter_map(|(pair, is_swapped)| pair.map(|(a, b)| if *is_swapped { (b, a) } else { (a, b) }))
            .collect()
    };
    metrics.iter().map(|(metric, pairs)| (*metric, one(pairs))).collect()
}

fn draw<'a>(
    metrics: &[(&'a Metric, Pairs)],
    primary: &Metric,
    shift: f64,
    stream: &mut Stream,
) -> Vec<(&'a Metric, Vec<(f64, f64)>)> {
    let longest = metrics.iter().map(|(_, pairs)| pairs.len()).max().unwrap_or(0);
    let places: Vec<usize> = (0..longest).map(|_| stream.next_below(longest as u64) as usize).collect();
    let one = |metric: &Metric, pairs: &Pairs| {
        let shift = if metric.id == primary.id { shift } else { 0.0 };
        places
            .iter()
            .filter_map(|place| pairs.get(*place).copied().flatten())
            .map(|(a, b)| (a, b + shift))
            .collect()
    };
    metrics.iter().map(|(metric, pairs)| (*metric, one(metric, pairs))).collect()
}

/// Whether the rule ships; nothing where the primary metric cannot be judged.
fn ships(tried: &Tried<'_>, metrics: &[(&Metric, Vec<(f64, f64)>)]) -> Result<Option<bool>> {
    let rule = &tried.experiment.rule;
    let mut comparisons: Vec<Comparison> = Vec::with_capacity(metrics.len());
    for (metric, pairs) in metrics {
        let is_primary = metric.id == tried.primary.id;
        let confidence = if is_primary { tried.confidence } else { rule.confidence };
        comparisons.extend(compare_pairs(metric, rule, confidence, pairs)?);
    }
    let primary = comparisons.iter().find(|comparison| comparison.metric == tried.primary.id);
    Ok(primary.map(|primary| decide(primary, &comparisons, rule).decision == Decision::Ship))
}
