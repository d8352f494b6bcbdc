//! One metric of a variant against the plan, pair by pair of replications.

use crate::domain::experiment::{Comparison, ComparisonReading, DecisionRule};
use crate::domain::metric::{Direction, Metric, MetricRole};
use crate::domain::run::{MetricResult, Run};
use crate::error::Result;
use crate::stats::hypothesis::{TestOptions, paired};

/// What pairs of replications say about a difference.
struct Paired {
    control: f64,
    variant: f64,
    low: f64,
    high: f64,
    p_value: f64,
}

/// Compares one metric; `None` where fewer than two pairs of replications have a value in both runs.
///
/// # Errors
/// `invalid_number` where the confidence is out of range.
pub(super) fn compare(
    metric: &Metric,
    rule: &DecisionRule,
    confidence: f64,
    control: &Run,
    variant: &Run,
) -> Result<Option<Comparison>> {
    let pairs: Vec<(f64, f64)> = pairs(metric, control, variant).into_iter().flatten().collect();
    compare_pairs(metric, rule, confidence, &pairs)
}

/// The values of a metric in both runs, replication by replication.
pub(super) fn pairs(metric: &Metric, control: &Run, variant: &Run) -> Vec<Option<(f64, f64)>> {
    let (Some(first), Some(second)) = (result(control, metric), result(variant, metric)) else {
        return Vec::new();
    };
    first.by_replication.iter().zip(&second.by_replication).map(|(one, two)| one.zip(*two)).collect()
}

/// Compares pairs of values; `None` where there are fewer than two.
pub(super) fn compare_pairs(
    metric: &Metric,
    rule: &DecisionRule,
    confidence: f64,
    pairs: &[(f64, f64)],
) -> Result<Option<Comparison>> {
    if pairs.len() < 2 {
        return Ok(None);
    }
    let found = summarise(pairs, confidence)?;
    let mut comparison = Comparison {
        metric: metric.id.clone(),
        title: metric.title.clone(),
        unit: metric.unit.clone(),
        role: metric.role,
        direction: metric.direction,
        control: found.control,
        variant: found.variant,
        difference: found.variant - found.control,
        low: found.low,
        high: found.high,
        p_value: found.p_value,
        pairs: pairs.len() as u64,
        reading: ComparisonReading::Unclear,
    };
    comparison.reading = read(&comparison, rule.guardrail_margin);
    Ok(Some(comparison))
}

/// The interval of a comparison as a gain: positive is good.
pub(super) fn gain(comparison: &Comparison) -> (f64, f64) {
    match comparison.direction {
        Direction::Increase => (comparison.low, comparison.high),
        Direction::Decrease => (-comparison.high, -comparison.low),
        Direction::Keep => {
            let farthest = comparison.low.abs().max(comparison.high.abs());
            let nearest = if comparison.low <= 0.0 && comparison.high >= 0.0 {
                0.0
            } else {
                comparison.low.abs().min(comparison.high.abs())
            };
            (-farthest, -nearest)
        }
    }
}

fn result<'run>(run: &'run Run, metric: &Metric) -> Option<&'run MetricResult> {
    run.metrics.iter().find(|result| result.metric == metric.id)
}

fn summarise(pairs: &[(f64, f64)], confidence: f64) -> Result<Paired> {
    let count = pairs.len() as f64;
    let control = pairs.iter().map(|pair| pair.0).sum::<f64>() / count;
    let variant = pairs.iter().map(|pair| pair.1).sum::<f64>() / count;
    let mut differences = pairs.iter().map(|pair| pair.1 - pair.0);
    let first = differences.next().unwrap_or(0.0);
    if differences.all(|difference| difference == first) {
        // Without variation there is nothing to infer: the difference is what it is in every replication.
        let p_value = if first == 0.0 { 1.0 } else { 0.0 };
        return Ok(Paired { control, variant, low: variant - control, high: variant - control, p_value });
    }
    let inference = paired(pairs, &TestOptions::default().with_confidence(confidence))?;
    Ok(Paired {
        control,
        variant,
        low: inference.interval.lower,
        high: inference.interval.upper,
        p_value: inference.p_value,
    })
}

/// What a comparison says by itself; `margin` is how much worse a guardrail may be, relative to the control.
pub(super) fn read(comparison: &Comparison, margin: f64) -> ComparisonReading {
    let (worst, best) = gain(comparison);
    let margin = match comparison.role {
        MetricRole::Guardrail => margin * comparison.control.abs(),
        MetricRole::Primary | MetricRole::Secondary => 0.0,
    };
    if comparison.low == 0.0 && comparison.high == 0.0 {
        ComparisonReading::Same
    } else if worst > 0.0 {
        ComparisonReading::Better
    } else if best < -margin {
        ComparisonReading::Worse
    } else if comparison.role == MetricRole::Guardrail && worst >= -margin {
        ComparisonReading::NotWorse
    } else {
        ComparisonReading::Unclear
    }
}
