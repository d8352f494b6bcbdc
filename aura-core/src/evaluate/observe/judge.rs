//! From figures to the labelled verdict.

use std::collections::BTreeSet;

use super::read::{Figures, read};
use super::trust;
use crate::domain::experiment::{Comparison, ComparisonReading};
use crate::domain::id::{MetricId, VerdictId, slug};
use crate::domain::live::TrustCheck;
use crate::domain::metric::MetricRole;
use crate::domain::observation::{
    OBSERVATION_SCHEMA_VERSION, Observation, ObservationalMethod, ObservationalVerdict, ObservedPeriod,
    ObservedWeight,
};
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::comparison::read as read_comparison;
use crate::evaluate::live::{check_sentence, check_trust, hash_table, tell_observed};
use crate::stats::hypothesis::TestOptions;
use crate::stats::observational::{differences, interrupted_series, synthetic_control};
use crate::text::Table;

/// What a method found.
struct Finding {
    effect: f64,
    /// Open ends are infinite.
    ends: (f64, f64),
    p_value: f64,
    expected: Vec<f64>,
    checks: Vec<TrustCheck>,
    weights: Vec<ObservedWeight>,
    detail: String,
}

/// Tells the effect of a change although nobody was assigned at random.
///
/// # Errors
/// `invalid_experiment` where the question is not complete; `invalid_data` with the line or the unit where the table
/// cannot answer it.
///
/// # Example
/// ```
/// use aura_core::domain::observation::Observation;
/// use aura_core::evaluate::observe::observe;
/// use aura_core::text::read_table;
/// let question: Observation = serde_json::from_str(
///     r#"{"schema_version": 1, "title": "orders", "method": "interrupted_series", "outcome_column": "orders",
///         "time_column": "day", "changed_at": "21"}"#,
/// )?;
/// let mut csv = "day,orders\n".to_owned();
/// for day in 1..=40 {
///     let orders = 100 + day * day % 7 + if day > 20 { 30 } else { 0 };
///     csv += &format!("{day},{orders}\n");
/// }
/// let verdict = observe(&question, &read_table(&csv)?)?;
/// assert!(!verdict.is_random_test && verdict.label.starts_with("Not a random test"));
/// assert!(verdict.low.is_some_and(|low| low > 20.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn observe(observation: &Observation, table: &Table<'_>) -> Result<ObservationalVerdict> {
    let confidence = observation.confidence;
    if !(confidence > 0.5 && confidence < 1.0) {
        let message = format!("the confidence must lie between 0.5 and 1, not `{confidence}`");
        return Err(Error::new(ErrorCode::InvalidExperiment, message));
    }
    let figures = read(observation, table)?;
    let found = figures.means(|row| row.is_treated);
    let finding = match observation.method {
        ObservationalMethod::Differences => by_differences(observation, &figures)?,
        ObservationalMethod::SyntheticControl => by_mixture(observation, &figures)?,
        ObservationalMethod::InterruptedSeries => by_line(observation, &figures)?,
    };
    let path: Vec<ObservedPeriod> = (0..figures.periods.len())
        .filter_map(|place| {
            Some(ObservedPeriod {
                time: figures.period(place).to_owned(),
                found: found.get(place).copied().flatten()?,
                expected: finding.expected.get(place).copied().filter(|value| value.is_finite())?,
                is_after: place >= figures.start,
            })
        })
        .collect();
    let comparison = compared(observation, &figures, &finding, &path)?;
    let sentence = tell_observed(&comparison);
    check_sentence(&sentence, &comparison, "")?;
    let mut checks = finding.checks;
    checks.extend(trust::empty_rows(observation, &figures));
    checks.sort_by_key(|check| std::cmp::Reverse(check.outcome));
    check_trust(&checks, &[observation.outcome_column.clone(), observation.title.clone()])?;
    let finite = |end: f64| end.is_finite().then_some(end);
    let mut verdict = ObservationalVerdict {
        schema_version: OBSERVATION_SCHEMA_VERSION,
        id: VerdictId::named("unnamed"),
        observation: observation.clone(),
        definition_hash: content_hash(observation)?,
        data_hash: hash_table(table),
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        is_simulated: false,
        is_random_test: false,
        label: label(observation.method),
        found: comparison.variant,
        expected: comparison.control,
        effect: comparison.difference,
        low: finite(comparison.low),
        high: finite(comparison.high),
        p_value: comparison.p_value,
        reading: comparison.reading,
        sentence,
        checks,
        path,
        weights: finding.weights,
        detail: finding.detail,
    };
    verdict.id = VerdictId::named(&content_hash(&verdict)?);
    Ok(verdict)
}

fn label(method: ObservationalMethod) -> String {
    let belief = match method {
        ObservationalMethod::Differences => {
            "both sides would have moved alike without the change, and the change did not touch the others"
        }
        ObservationalMethod::SyntheticControl => {
            "the mixture that was alike before would have stayed alike, and the change did not touch the others"
        }
        ObservationalMethod::InterruptedSeries => {
            "the figures would have gone on as before, and nothing else changed at that time"
        }
    };
    format!("Not a random test: nobody was assigned by chance. The figures hold only if {belief}.")
}

fn compared(
    observation: &Observation,
    figures: &Figures,
    finding: &Finding,
    path: &[ObservedPeriod],
) -> Result<Comparison> {
    let after: Vec<f64> = path.iter().filter(|period| period.is_after).map(|period| period.found).collect();
    if after.is_empty() {
        return Err(Error::new(ErrorCode::InvalidData, "the changed units have no figures after the change"));
    }
    let found = after.iter().sum::<f64>() / after.len() as f64;
    let mut comparison = Comparison {
        metric: MetricId::new(format!("metric_{}", slug(&observation.title)))?,
        title: observation.title.clone(),
        unit: observation.unit.clone(),
        role: MetricRole::Primary,
        direction: observation.direction,
        control: found - finding.effect,
        variant: found,
        difference: finding.effect,
        low: finding.ends.0,
        high: finding.ends.1,
        p_value: finding.p_value,
        pairs: figures.rows.len() as u64,
        reading: ComparisonReading::Unclear,
    };
    comparison.reading = read_comparison(&comparison, 0.0);
    Ok(comparison)
}

fn options(observation: &Observation) -> TestOptions {
    TestOptions::default().with_confidence(observation.confidence)
}

fn by_differences(observation: &Observation, figures: &Figures) -> Result<Finding> {
    let found = differences(&figures.rows, figures.start, &options(observation))?;
    // The others, lifted to the level of the changed units before the change.
    let (changed, others) = (figures.means(|row| row.is_treated), figures.means(|row| !row.is_treated));
    let gaps: Vec<f64> = changed
        .iter()
        .zip(&others)
        .take(figures.start)
        .filter_map(|(one, two)| Some((*one)? - (*two)?))
        .collect();
    let lift = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
    let effect = &found.effect;
    let how = if found.is_panel { "effects of units and periods" } else { "effects of sides and periods" };
    Ok(Finding {
        effect: effect.estimate,
        ends: (effect.interval.lower, effect.interval.upper),
        p_value: effect.p_value,
        expected: others.iter().map(|other| other.map_or(f64::NAN, |other| other + lift)).collect(),
        checks: trust::of_differences(&found),
        weights: Vec::new(),
        detail: format!(
            "difference in differences, {how} (Angrist and Pischke 2009), errors by {} clusters (CR1): se {}, df {}, \
             statistic {}, p = {:e}; {} changed units, {} others",
            found.clusters,
            effect.standard_error,
            effect.degrees_of_freedom,
            effect.statistic,
            effect.p_value,
            found.treated,
            found.others
        ),
    })
}

fn by_mixture(observation: &Observation, figures: &Figures) -> Result<Finding> {
    let whole = |series: Vec<Option<f64>>| series.into_iter().collect::<Option<Vec<f64>>>();
    let changed = whole(figures.means(|row| row.is_treated)).ok_or_else(|| {
        Error::new(ErrorCode::InvalidData, "the changed units have no figure in some periods")
            .with_hint("fill the gaps, or leave those periods out")
    })?;
    let treated: BTreeSet<usize> =
        figures.rows.iter().filter(|row| row.is_treated).map(|row| row.unit).collect();
    let mut names = Vec::new();
    let mut others = Vec::new();
    let mut left_out = 0;
    for (unit, name) in figures.units.iter().enumerate().filter(|(unit, _)| !treated.contains(unit)) {
        match whole(figures.means(|row| row.unit == unit)) {
            Some(series) => {
                names.push(name);
                others.push(series);
            }
            None => left_out += 1,
        }
    }
    let found = synthetic_control(&changed, &others, figures.start, observation.confidence)?;
    let weights = names.iter().zip(&found.weights).filter(|(_, weight)| **weight > 0.0);
    let ends = found.interval.map_or((f64::NEG_INFINITY, f64::INFINITY), |range| (range.lower, range.upper));
    Ok(Finding {
        effect: found.effect,
        ends,
        p_value: found.p_value,
        checks: trust::of_mixture(&found, &changed, figures.start, left_out),
        weights: weights
            .map(|(unit, weight)| ObservedWeight { unit: (*unit).clone(), weight: *weight })
            .collect(),
        detail: format!(
            "synthetic control (Abadie, Diamond and Hainmueller 2010) from {} units, range by placebos (Firpo and \
             Possebom 2018): fit before {}, ratio {}, p = {}",
            others.len(),
            found.fit_before,
            found.ratio,
            found.p_value
        ),
        expected: found.expected,
    })
}

fn by_line(observation: &Observation, figures: &Figures) -> Result<Finding> {
    let series: Vec<f64> =
        figures.means(|row| row.is_treated).into_iter().collect::<Option<_>>().ok_or_else(|| {
            Error::new(ErrorCode::InvalidData, "the changed units have no figure in some periods")
                .with_hint("fill the gaps, or leave those periods out")
        })?;
    let season = observation.season as usize;
    let found = interrupted_series(&series, figures.start, season, None, &options(observation))?;
    let effect = &found.effect;
    Ok(Finding {
        effect: effect.estimate,
        ends: (effect.interval.lower, effect.interval.upper),
        p_value: effect.p_value,
        checks: trust::of_line(figures),
        weights: Vec::new(),
        detail: format!(
            "segmented regression (Wagner et al. 2002), errors for {} neighbours (Newey and West 1987): se {}, df {}, \
             statistic {}, p = {:e}; jump {} (p = {:e}), slope {} each period (p = {:e})",
            found.lags,
            effect.standard_error,
            effect.degrees_of_freedom,
            effect.statistic,
            effect.p_value,
            found.level.estimate,
            found.level.p_value,
            found.slope.estimate,
            found.slope.p_value
        ),
        expected: found.expected,
    })
}
