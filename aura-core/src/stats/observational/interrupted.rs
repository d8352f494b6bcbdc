//! Interrupted time series.

use super::regression::Regression;
use crate::error::Result;
use crate::limits::Limits;
use crate::stats::check::invalid_data;
use crate::stats::hypothesis::{Inference, TestOptions};

/// Most periods of a series.
const PERIODS: u64 = 100_000;

/// What a series did at and after a point in time.
#[derive(Debug, Clone, PartialEq)]
pub struct InterruptedSeries {
    /// Mean difference over the periods after the change between what was seen and what the line before would have given.
    pub effect: Inference,
    /// The jump at the change.
    pub level: Inference,
    /// How much steeper the series is after the change, for each period.
    pub slope: Inference,
    /// What the line before the change gives for each period.
    pub expected: Vec<f64>,
    /// How many neighbours the errors allow for.
    pub lags: usize,
}

/// Segmented regression: a line before `start`, another from there on, and a repeating pattern of `season` periods where
/// it is at least 2 (Wagner, Soumerai, Zhang and Ross-Degnan 2002). Errors allow for neighbours that hang together (Newey
/// and West 1987), as many as `4 (T/100)^(2/9)` rounded down (Newey and West 1994) unless `lags` says otherwise. Assumes
/// that the line would have gone on and that nothing else changed at that time.
///
/// # Errors
/// `invalid_data` for fewer than three periods on a side, or fewer figures than the fit needs.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::TestOptions;
/// use aura_core::stats::observational::interrupted_series;
/// let series: Vec<f64> =
///     (0..40).map(|time| f64::from(time) * 0.5 + f64::from(time * time % 5) + if time < 24 { 0.0 } else { 9.0 }).collect();
/// let found = interrupted_series(&series, 24, 0, None, &TestOptions::default())?;
/// assert!(found.effect.interval.contains(9.0) && found.effect.p_value < 0.001);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn interrupted_series(
    series: &[f64],
    start: usize,
    season: usize,
    lags: Option<usize>,
    options: &TestOptions,
) -> Result<InterruptedSeries> {
    Limits::check_count("periods", series.len(), PERIODS)?;
    let after = series.len().saturating_sub(start);
    if start < 3 || after < 3 {
        let message = format!("the series has {start} periods before the change and {after} after it");
        return Err(invalid_data(message).with_hint("at least 3 on both sides are needed, 8 are sensible"));
    }
    let seasons = season.saturating_sub(1);
    let row = |time: usize, is_changed: bool| {
        let since = if is_changed { (time as f64) - (start as f64) } else { 0.0 };
        let mut cells = vec![1.0, time as f64, f64::from(u8::from(is_changed)), since];
        cells.extend((0..seasons).map(|place| f64::from(u8::from(time % season == place + 1))));
        cells
    };
    let rows: Vec<Vec<f64>> = (0..series.len()).map(|time| row(time, time >= start)).collect();
    let fit = Regression::fit(&rows, series)?;
    let usual = libm::floor(4.0 * libm::pow(series.len() as f64 / 100.0, 2.0 / 9.0)) as usize;
    let lags = lags.unwrap_or(usual).min(series.len() - 1);
    let covariance = fit.by_neighbours(lags);
    let width = 4 + seasons;
    let freedom = (series.len() - width) as f64;
    let infer = |level: f64, slope: f64| {
        let mut weights = vec![0.0, 0.0, level, slope];
        weights.resize(width, 0.0);
        let (estimate, variance) = fit.contrast(&weights, &covariance);
        Inference::from_estimate(estimate, libm::sqrt(variance.max(0.0)), freedom, options)
    };
    let middle = (after - 1) as f64 / 2.0;
    Ok(InterruptedSeries {
        effect: infer(1.0, middle)?,
        level: infer(1.0, 0.0)?,
        slope: infer(0.0, 1.0)?,
        expected: (0..series.len()).map(|time| fit.predict(&row(time, false))).collect(),
        lags,
    })
}
