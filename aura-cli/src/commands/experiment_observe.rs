//! `aura experiment observe`: the effect of a change where nobody was assigned at random.

use aura_core::Result;
use aura_core::domain::metric::Direction;
use aura_core::domain::observation::{OBSERVATION_SCHEMA_VERSION, Observation, ObservationalMethod};
use aura_core::domain::quantity::Unit;
use aura_core::evaluate::observe::{observation_picture, observe as told, render_observation};

use super::experiment::{pretty, show_checks};
use crate::arguments::experiment::{Observe, ObserveMethod};
use crate::output::{Output, Tone};
use crate::table::TableFile;
use crate::{Finish, files};

/// Tells the effect and writes what was asked for.
pub(super) fn observe(output: &Output, options: &Observe) -> Result<Finish> {
    let given = TableFile::open(&options.table)?;
    let verdict = told(&question(options), &given.table()?)?;
    if let Some(path) = &options.out {
        files::write(path, format!("{}\n", pretty(&verdict)?).as_bytes())?;
    }
    if let Some(path) = &options.report {
        files::write(path, render_observation(&verdict).as_bytes())?;
    }
    if let Some(path) = &options.vega {
        files::write(path, format!("{}\n", pretty(&observation_picture(&verdict))?).as_bytes())?;
    }
    if output.is_json() {
        output.document(&verdict)?;
        return Ok(Finish::Done);
    }
    output.heading(&verdict.observation.title)?;
    output.status(Tone::Careful, "Take care:", &verdict.label)?;
    output.point(&verdict.sentence)?;
    if options.expert {
        output.below(&verdict.detail)?;
    }
    for part in &verdict.weights {
        let share = aura_core::domain::figures::percent(part.weight, 1);
        output.below(&format!("compared with {} ({share} of the mixture)", part.unit))?;
    }
    output.heading("What speaks for and against it")?;
    show_checks(output, &verdict.checks, options.expert)?;
    Ok(Finish::Done)
}

fn question(options: &Observe) -> Observation {
    Observation {
        schema_version: OBSERVATION_SCHEMA_VERSION,
        title: options.title.clone().unwrap_or_else(|| options.outcome.replace('_', " ")),
        method: match options.method {
            ObserveMethod::Differences => ObservationalMethod::Differences,
            ObserveMethod::Synthetic => ObservationalMethod::SyntheticControl,
            ObserveMethod::Interrupted => ObservationalMethod::InterruptedSeries,
        },
        outcome_column: options.outcome.clone(),
        time_column: options.time.clone(),
        changed_at: options.at.clone(),
        unit_column: options.unit.clone(),
        changed: options.changed.clone(),
        cluster_column: options.cluster.clone(),
        season: options.season,
        unit: if options.share { Unit::Share } else { Unit::Score },
        direction: if options.less_is_better { Direction::Decrease } else { Direction::Increase },
        confidence: options.confidence,
    }
}
