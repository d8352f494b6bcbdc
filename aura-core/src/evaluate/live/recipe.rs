//! What each measure takes from the columns: the one place that knows, whether rows come one by one, as batches or as
//! sums of a database.

use crate::domain::live::{LiveExperiment, LiveMeasure, LiveMetric};
use crate::error::{Error, ErrorCode, Result};

/// How a metric is made of columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Recipe<'a> {
    /// Columns above the line with their weights; one with weight 1 in most cases.
    pub(super) above: Vec<(&'a String, f64)>,
    pub(super) below: Option<&'a String>,
    pub(super) kind: Kind,
    /// A unit only counts where this column is at least as large.
    pub(super) gate: Option<(&'a String, f64)>,
    pub(super) scores: Option<Scores>,
}

/// Which values are legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any number.
    Any,
    /// 0 and 1.
    Share,
    /// Whole numbers from 0.
    Count,
    /// 0 and 1, and 1 above only where there is 1 below.
    Funnel,
}

/// Metrics that become means only once all units are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scores {
    /// A quantile.
    Quantile(f64),
    /// The mean time without the event up to a limit; above is the event, below the time.
    Time(f64),
}

impl<'a> Recipe<'a> {
    /// Of a combined metric it names the columns only; its parts have recipes of their own.
    pub(super) fn of(metric: &'a LiveMetric) -> Self {
        Recipe::of_measure(&metric.measure)
    }

    fn of_measure(measure: &'a LiveMeasure) -> Self {
        let plain = |column: &'a String, kind: Kind| Recipe {
            above: vec![(column, 1.0)],
            below: None,
            kind,
            gate: None,
            scores: None,
        };
        match measure {
            LiveMeasure::Mean(mean) => plain(&mean.column, Kind::Any),
            LiveMeasure::Proportion(share) => plain(&share.column, Kind::Share),
            LiveMeasure::Ratio(ratio) => {
                Recipe { below: Some(&ratio.below), ..plain(&ratio.above, Kind::Any) }
            }
            LiveMeasure::Quantile(quantile) => Recipe {
                scores: Some(Scores::Quantile(quantile.probability)),
                ..plain(&quantile.column, Kind::Any)
            },
            LiveMeasure::Count(count) => {
                Recipe { below: count.exposure.as_ref(), ..plain(&count.column, Kind::Count) }
            }
            LiveMeasure::TimeToEvent(event) => Recipe {
                below: event.time.as_ref(),
                scores: Some(Scores::Time(event.limit)),
                ..plain(&event.event, Kind::Share)
            },
            LiveMeasure::Retention(kept) => Recipe {
                gate: kept.age.as_ref().map(|age| (age, kept.until_ms as f64)),
                ..plain(&kept.column, Kind::Share)
            },
            LiveMeasure::FunnelStep(step) => {
                Recipe { below: Some(&step.reached), ..plain(&step.completed, Kind::Funnel) }
            }
            LiveMeasure::Composed(sum) => Recipe {
                above: sum.parts.iter().map(|part| (&part.column, part.weight)).collect(),
                below: None,
                kind: Kind::Any,
                gate: None,
                scores: None,
            },
            LiveMeasure::Combined(_) => {
                Recipe { above: Vec::new(), below: None, kind: Kind::Any, gate: None, scores: None }
            }
        }
    }

    /// The recipes of a measure: one, or those of its parts.
    fn all(measure: &'a LiveMeasure) -> Vec<Self> {
        match measure {
            LiveMeasure::Combined(own) => {
                own.parts.iter().map(|part| Recipe::of_measure(&part.measure)).collect()
            }
            other => vec![Recipe::of_measure(other)],
        }
    }

    /// Whether the metric is a mean over a mean, where every unit has one row.
    pub(super) fn is_quotient(&self) -> bool {
        self.below.is_some() && self.scores.is_none()
    }
}

impl Kind {
    fn has_yes_and_no(self) -> bool {
        matches!(self, Kind::Share | Kind::Funnel)
    }

    /// Whether the variable at this place holds 0 and 1: above the line, or below it.
    pub(super) fn is_truth(self, place: usize) -> bool {
        match self {
            Kind::Share => place == 0,
            Kind::Funnel => place < 2,
            Kind::Any | Kind::Count => false,
        }
    }

    /// Refuses values that this kind does not have, row by row with those below the line.
    ///
    /// # Errors
    /// `invalid_data` with the first such value.
    pub(super) fn check_all(self, title: &str, above: &[f64], below: &[f64]) -> Result<()> {
        // No early end, so that it runs over several values at a time.
        let truths =
            |values: &[f64]| values.iter().fold(true, |all, value| all & ((*value == 0.0) | (*value == 1.0)));
        let is_legal = match self {
            Kind::Any => true,
            Kind::Share => truths(above),
            // What is larger than 2^32 is looked at below.
            Kind::Count => above.iter().fold(true, |all, value| all & (f64::from(*value as u32) == *value)),
            Kind::Funnel => {
                let in_order = above.iter().zip(below).fold(true, |all, (one, two)| all & (one <= two));
                in_order & truths(above) & truths(below)
            }
        };
        if is_legal {
            return Ok(());
        }
        let below = below.iter().copied().chain(std::iter::repeat(0.0));
        above.iter().zip(below).try_for_each(|(above, below)| self.check(title, *above, below))
    }

    /// Refuses values that this kind does not have.
    ///
    /// # Errors
    /// `invalid_data` with the value.
    pub(super) fn check(self, title: &str, above: f64, below: f64) -> Result<()> {
        let is_truth = |value: f64| value == 0.0 || value == 1.0;
        let (is_legal, what, hint) = match self {
            Kind::Any => return Ok(()),
            Kind::Share => {
                (is_truth(above), "a share", "a share is made of 0 and 1; measure other values as a mean")
            }
            Kind::Count => (
                above >= 0.0 && libm::floor(above) == above,
                "a count",
                "counts are whole numbers from 0; measure other values as a mean",
            ),
            Kind::Funnel => {
                if is_truth(above) && is_truth(below) && above > below {
                    let message = format!("`{title}`: a unit completed the step without having reached it");
                    return Err(Error::new(ErrorCode::InvalidData, message)
                        .with_hint("whoever completed a step must be 1 in the column of the step before"));
                }
                (is_truth(above) && is_truth(below), "a step of a funnel", "both columns are made of 0 and 1")
            }
        };
        if is_legal {
            return Ok(());
        }
        let odd = if self == Kind::Funnel && is_truth(above) { below } else { above };
        let message = format!("`{title}` is {what}, but a unit has the value `{odd}`");
        Err(Error::new(ErrorCode::InvalidData, message).with_hint(hint))
    }
}

/// Whether any metric is made of other measures, which only rows of units give.
pub(super) fn has_combined(experiment: &LiveExperiment) -> bool {
    experiment.metrics.iter().any(|metric| matches!(metric.measure, LiveMeasure::Combined(_)))
}

/// The columns that metrics and covariates read, and which of them hold yes or no.
pub(super) fn needed(experiment: &LiveExperiment) -> (Vec<String>, Vec<bool>) {
    let (mut names, mut truths): (Vec<String>, Vec<bool>) = (Vec::new(), Vec::new());
    let mut add = |name: &String, is_truth: bool| match names.iter().position(|known| known == name) {
        Some(place) => truths.iter_mut().skip(place).take(1).for_each(|truth| *truth |= is_truth),
        None => {
            names.push(name.clone());
            truths.push(is_truth);
        }
    };
    for metric in &experiment.metrics {
        for recipe in Recipe::all(&metric.measure) {
            let is_truth = recipe.kind.has_yes_and_no();
            recipe.above.iter().for_each(|(name, _)| add(name, is_truth));
            if let Some(below) = recipe.below {
                add(below, recipe.kind == Kind::Funnel);
            }
            if let Some((gate, _)) = recipe.gate {
                add(gate, false);
            }
        }
        metric.covariates.iter().chain(&metric.learned_from).for_each(|name| add(name, false));
    }
    (names, truths)
}
