//! Whether arms disturb each other through something that units of both share: a team, a market, a household.

use std::collections::BTreeMap;

use super::collect::Columns;
use crate::domain::live::{LiveExperiment, LiveMeasure, TrustCheck, TrustOutcome};
use crate::domain::metric::MetricRole;
use crate::error::{Error, ErrorCode, Result};
use crate::stats::hypothesis::{Inference, TestOptions};
use crate::stats::observational::Regression;
use crate::text::Table;

/// Level at which arms are said to disturb each other.
const LEVEL: f64 = 0.01;

/// Whether units of the control that share much with changed units differ from those that share little.
///
/// Chance decides who is in which arm, so without spill-over the value of a control unit does not hang on how many of the
/// others it shares something with were changed. The slope on that share is tested with errors by what is shared (an
/// exposure mapping after Aronow and Samii 2017; covariance of Liang and Zeger 1986).
pub(super) fn spill_over(experiment: &LiveExperiment, table: &Table<'_>, column: &str) -> Result<TrustCheck> {
    let primary = experiment.metrics.iter().find(|metric| metric.role == MetricRole::Primary);
    let mut alone = experiment.clone();
    alone.metrics = primary.into_iter().cloned().collect();
    let is_plain = alone
        .metrics
        .first()
        .is_some_and(|metric| matches!(metric.measure, LiveMeasure::Mean(_) | LiveMeasure::Proportion(_)));
    if !is_plain {
        return Err(Error::new(
            ErrorCode::InvalidExperiment,
            "whether arms disturb each other can be told of means and shares only",
        )
        .with_hint("make such a metric the first primary one"));
    }
    let columns = Columns::of(&alone, table)?;
    let place = table.column(column)?;
    let mut groups: BTreeMap<&str, Vec<(bool, Option<f64>)>> = BTreeMap::new();
    for (line, cells) in &table.rows {
        let is_control = columns.arm(&alone, *line, cells)? == 0;
        let value = columns.values(*line, cells)?.first().copied().flatten();
        let name = cells.get(place).map_or("", |cell| cell.trim());
        groups.entry(name).or_default().push((is_control, value));
    }
    let (mut rows, mut values, mut clusters) = (Vec::new(), Vec::new(), Vec::new());
    for (number, group) in groups.values().enumerate().filter(|(_, group)| group.len() > 1) {
        let changed = group.iter().filter(|(is_control, _)| !is_control).count() as f64;
        let share = changed / (group.len() - 1) as f64;
        for value in group.iter().filter(|(is_control, _)| *is_control).filter_map(|(_, value)| *value) {
            rows.push(vec![1.0, share]);
            values.push(value);
            clusters.push(number);
        }
    }
    let slope = Regression::fit(&rows, &values).and_then(|fit| {
        let (estimate, variance) = fit.contrast(&[0.0, 1.0], &fit.by_cluster(&clusters)?);
        let mut distinct = clusters.clone();
        distinct.dedup();
        let freedom = distinct.len() as f64 - 1.0;
        Inference::from_estimate(estimate, libm::sqrt(variance.max(0.0)), freedom, &TestOptions::default())
    });
    Ok(match slope {
        Ok(slope) => told(column, &slope),
        Err(error) => check(
            TrustOutcome::Warning,
            format!("Whether the arms disturb each other through `{column}` cannot be told from these data."),
            error.message().to_owned(),
        ),
    })
}

fn told(column: &str, slope: &Inference) -> TrustCheck {
    let is_off = slope.p_value < LEVEL;
    let sentence = if is_off {
        format!(
            "People in the control who share `{column}` with many changed people are not like the others in the control; \
             the arms may disturb each other, so the effect may be wrong."
        )
    } else {
        format!("Nothing speaks for arms that disturb each other through `{column}`.")
    };
    let outcome = if is_off { TrustOutcome::Warning } else { TrustOutcome::Good };
    let detail = format!(
        "slope on the changed share {} (se {}, by cluster), df {}, p = {:e}",
        slope.estimate, slope.standard_error, slope.degrees_of_freedom, slope.p_value
    );
    check(outcome, sentence, detail)
}

fn check(outcome: TrustOutcome, sentence: String, detail: String) -> TrustCheck {
    TrustCheck { name: "spill_over".to_owned(), outcome, sentence, detail }
}
