//! `aura experiment calibrate`: how often a test raises a false alarm with the user's own data.

use aura_core::Result;
use aura_core::domain::figures::percent;
use aura_core::domain::live::LiveExperiment;
use aura_core::evaluate::live::calibrate as split_at_random;
use aura_core::random::Seed;

use super::experiment::{document, show_checks};
use crate::Finish;
use crate::arguments::experiment::Calibrate;
use crate::output::{Output, Tone};
use crate::table::TableFile;

/// Splits at random and says what came of it.
pub(super) fn calibrate(output: &Output, options: &Calibrate) -> Result<Finish> {
    let experiment: LiveExperiment = document(&options.statement)?;
    let given = TableFile::open(&options.table)?;
    let shared = options.shared.as_deref();
    let splits = u64::from(options.times);
    let found = split_at_random(&experiment, &given.table()?, splits, Seed(options.seed), shared)?;
    if output.is_json() {
        output.document(&found)?;
        return Ok(Finish::Done);
    }
    output.heading(&experiment.title)?;
    for metric in &found.metrics {
        let (tone, word) = if metric.is_too_high { (Tone::Bad, "Stop:") } else { (Tone::Good, "Fine:") };
        output.status(tone, word, &metric.sentence)?;
        output.below(&format!(
            "{}, from {} to {}; {} allowed",
            percent(metric.rate, 1),
            percent(metric.low, 1),
            percent(metric.high, 1),
            percent(metric.allowed, 1)
        ))?;
    }
    show_checks(output, &found.checks, true)?;
    Ok(Finish::Done)
}
