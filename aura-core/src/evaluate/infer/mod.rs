//! Single procedures of statistics over plain numbers, for those who work in notebooks.
//!
//! In comes one [`Procedure`] with its numbers, out comes what it says. There is no rule, no verdict and no wording here:
//! those need a test that was stated before the data (`live`).

mod request;

pub use request::{
    AnyTimeLook, BetaUpdate, Bootstrapped, Counted, ExactMethod, ExactTable, Exchanged, InferRequest,
    Inferred, ListOfValues, ManyPValues, MeansMethod, Measured, NormalUpdate, ObservedCounts, OneProportion,
    Procedure, QuantileOf, Statistic, TwoLists, TwoMeans, TwoProportions, TwoProportionsRatio,
    TwoRelativeMeans,
};

use crate::error::{Error, ErrorCode, Result};
use crate::random::{Seed, Stream, Streams};
use crate::stats::bayes::{NormalBelief, ProportionBelief, compare_proportions};
use crate::stats::hypothesis::{
    Inference, Interval, Share, TestOptions, TwoByTwo, barnard_exact, boschloo_exact, difference_interval,
    fisher_exact, goodness_of_fit, mann_whitney, paired, permutation, pooled, proportion_interval,
    ratio_interval, relative_difference, two_proportion_z, welch, z_test,
};
use crate::stats::multiple::adjust;
use crate::stats::quantile::Sorted;
use crate::stats::resample::Bootstrap;
use crate::stats::sequential::{ConfidenceSequence, group_bounds};
use crate::stats::summary::{Moments, Sample};

/// Applies a procedure to its numbers.
///
/// # Errors
/// `invalid_data` where the numbers cannot carry the procedure, `invalid_number` for a parameter out of range,
/// `limit_size` where it would take too long.
///
/// # Example
/// ```
/// use aura_core::evaluate::infer::{InferRequest, infer};
/// let request: InferRequest = serde_json::from_str(
///     r#"{"procedure": {"type": "fit", "observed": [4850, 5150], "weights": [0.5, 0.5]}}"#,
/// )?;
/// assert_eq!(infer(&request)?.statistic, Some(9.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn infer(request: &InferRequest) -> Result<Inferred> {
    let options = &request.options;
    match &request.procedure {
        Procedure::Means(own) => means(own, options),
        Procedure::RelativeMeans(own) => {
            let (control, treatment) = (sample(&own.control)?, sample(&own.treatment)?);
            relative_difference(&control, &treatment, own.method, options).map(Inferred::from)
        }
        Procedure::Paired(own) => pairs(own, options),
        Procedure::Ranks(own) => {
            let test = mann_whitney(&own.control, &own.treatment, options.alternative)?;
            Ok(Inferred {
                statistic: Some(test.statistic),
                superiority: Some(test.superiority),
                p_value: Some(test.p_value),
                ..Inferred::default()
            })
        }
        Procedure::Permutation(own) => {
            let (control, treatment) = (&own.control, &own.treatment);
            let mut draws = draws(own.seed);
            let p_value = permutation(control, treatment, options.alternative, own.resamples, &mut draws)?;
            Ok(Inferred { p_value: Some(p_value), ..Inferred::default() })
        }
        Procedure::Bootstrap(own) => bootstrap(own, options),
        Procedure::Proportion(own) => {
            let share = share(own.share)?;
            let interval = proportion_interval(share, own.method, options.confidence)?;
            Ok(Inferred { estimate: Some(share.value()), ..Inferred::default() }.within(interval))
        }
        Procedure::Proportions(own) => {
            let (control, treatment) = (share(own.control)?, share(own.treatment)?);
            let tested = two_proportion_z(control, treatment, options)?;
            let interval = difference_interval(control, treatment, own.method, two_sided(options)?)?;
            Ok(Inferred::from(tested).within(interval))
        }
        Procedure::ProportionRatio(own) => {
            let (control, treatment) = (share(own.control)?, share(own.treatment)?);
            let interval = ratio_interval(control, treatment, own.method, two_sided(options)?)?;
            let ratio = treatment.value() / control.value();
            let estimate = ratio.is_finite().then_some(ratio);
            Ok(Inferred { estimate, ..Inferred::default() }.within(interval))
        }
        Procedure::Exact(own) => {
            let table = TwoByTwo { control: share(own.control)?, treatment: share(own.treatment)? };
            let test = match own.method {
                ExactMethod::Fisher => fisher_exact,
                ExactMethod::Barnard => barnard_exact,
                ExactMethod::Boschloo => boschloo_exact,
            };
            let estimate = table.treatment.value() - table.control.value();
            let p_value = test(table, options.alternative)?;
            Ok(Inferred { estimate: Some(estimate), p_value: Some(p_value), ..Inferred::default() })
        }
        Procedure::Fit(own) => {
            let fit = goodness_of_fit(&own.observed, &own.weights)?;
            Ok(Inferred {
                statistic: Some(fit.statistic),
                degrees_of_freedom: Some(fit.degrees_of_freedom),
                p_value: Some(fit.p_value),
                ..Inferred::default()
            })
        }
        Procedure::Adjust(own) => {
            Ok(Inferred { p_values: adjust(&own.p_values, own.method)?, ..Inferred::default() })
        }
        Procedure::Belief(own) => belief(own, options),
        Procedure::ProportionBeliefs(own) => beliefs(own),
        Procedure::GroupBounds(design) => {
            let bounds = group_bounds(design)?.z.into_iter().map(|bound| bound.is_finite().then_some(bound));
            Ok(Inferred { bounds: bounds.collect(), ..Inferred::default() })
        }
        Procedure::AnyTime(own) => any_time(own, options),
    }
}

impl Inferred {
    /// The same with this interval.
    fn within(self, interval: Interval) -> Self {
        let closed = |end: f64| end.is_finite().then_some(end);
        Inferred { low: closed(interval.lower), high: closed(interval.upper), ..self }
    }
}

impl From<Inference> for Inferred {
    fn from(found: Inference) -> Self {
        let degrees = found.degrees_of_freedom;
        let inferred = Inferred {
            estimate: Some(found.estimate),
            standard_error: Some(found.standard_error),
            degrees_of_freedom: degrees.is_finite().then_some(degrees),
            statistic: Some(found.statistic),
            p_value: Some(found.p_value),
            ..Inferred::default()
        };
        inferred.within(found.interval)
    }
}

fn means(own: &TwoMeans, options: &TestOptions) -> Result<Inferred> {
    let test = match own.method {
        MeansMethod::Welch => welch,
        MeansMethod::Pooled => pooled,
        MeansMethod::Z => z_test,
    };
    test(&sample(&own.control)?, &sample(&own.treatment)?, options).map(Inferred::from)
}

fn pairs(own: &TwoLists, options: &TestOptions) -> Result<Inferred> {
    if own.control.len() != own.treatment.len() {
        let message = format!(
            "{} values of the control and {} of the treatment are no pairs",
            own.control.len(),
            own.treatment.len()
        );
        return Err(Error::new(ErrorCode::InvalidData, message)
            .with_hint("give both lists in the same order, with one value for each unit"));
    }
    let pairs: Vec<(f64, f64)> = own.control.iter().copied().zip(own.treatment.iter().copied()).collect();
    paired(&pairs, options).map(Inferred::from)
}

fn bootstrap(own: &Bootstrapped, options: &TestOptions) -> Result<Inferred> {
    two_sided(options)?;
    let resampling = Bootstrap { resamples: own.resamples, confidence: options.confidence };
    let statistic = |values: &[f64]| match own.statistic {
        Statistic::Mean => Moments::from_values(values).sample().map_or(f64::NAN, |sample| sample.mean),
        Statistic::Quantile(quantile) => Sorted::new(values.to_vec())
            .and_then(|sorted| sorted.quantile(quantile.probability))
            .unwrap_or(f64::NAN),
    };
    let found = resampling.interval(&own.values, statistic, &mut draws(own.seed))?;
    let (estimate, standard_error) = (Some(found.estimate), Some(found.standard_error));
    Ok(Inferred { estimate, standard_error, ..Inferred::default() }.within(found.interval))
}

fn belief(own: &NormalUpdate, options: &TestOptions) -> Result<Inferred> {
    let confidence = two_sided(options)?;
    let before = NormalBelief::new(own.mean, own.standard_deviation)?;
    let after = before.after(own.estimate, own.standard_error)?;
    let region = |matters: f64| Interval { lower: -matters, upper: matters };
    let inferred = Inferred {
        estimate: Some(after.mean()),
        standard_error: Some(after.standard_deviation()),
        chance_larger: Some(after.chance_above(0.0)),
        chance_same: own.matters.map(|matters| after.chance_within(region(matters))),
        loss_if_chosen: Some(after.loss_if_chosen()),
        loss_if_kept: Some(after.loss_if_refused()),
        ..Inferred::default()
    };
    Ok(inferred.within(after.interval(confidence)?))
}

fn beliefs(own: &BetaUpdate) -> Result<Inferred> {
    let before = ProportionBelief::new(own.prior_successes, own.prior_failures)?;
    let (control, treatment) = (before.after(share(own.control)?), before.after(share(own.treatment)?));
    let compared = compare_proportions(&control, &treatment);
    Ok(Inferred {
        estimate: Some(treatment.mean() - control.mean()),
        chance_larger: Some(compared.chance_better),
        loss_if_chosen: Some(compared.loss_if_chosen),
        loss_if_kept: Some(compared.loss_if_refused),
        ..Inferred::default()
    })
}

fn any_time(own: &AnyTimeLook, options: &TestOptions) -> Result<Inferred> {
    two_sided(options)?;
    let sequence = ConfidenceSequence::tuned(1.0 - options.confidence, own.tuned_units, options.alternative)?;
    let interval = sequence.interval(own.estimate, own.standard_error, own.units)?;
    let statistic = (own.estimate - options.null) / own.standard_error;
    let inferred = Inferred {
        estimate: Some(own.estimate),
        standard_error: Some(own.standard_error),
        statistic: Some(statistic),
        p_value: Some(sequence.p_value(statistic, own.units)?),
        ..Inferred::default()
    };
    Ok(inferred.within(interval))
}

/// The confidence of a procedure whose interval has two ends.
fn two_sided(options: &TestOptions) -> Result<f64> {
    if options.alternative != crate::stats::hypothesis::Alternative::TwoSided {
        return Err(Error::new(ErrorCode::InvalidNumber, "this procedure has intervals with two ends only")
            .with_hint("leave `alternative` away"));
    }
    Ok(options.confidence)
}

fn sample(measured: &Measured) -> Result<Sample> {
    match measured {
        Measured::Values(own) => Moments::from_values(&own.values).sample(),
        Measured::Summary(own) => Sample::new(own.count, own.mean, own.variance),
    }
}

fn share(counted: Counted) -> Result<Share> {
    Share::new(counted.successes, counted.count)
}

fn draws(seed: Seed) -> Stream {
    Streams::new(seed.derive("infer")).stream(0, 0, 0)
}

#[cfg(test)]
mod tests;
