//! `aura faults`.

use aura_core::Result;
use aura_core::domain::fault::{FaultReport, PromiseCheck};
use aura_core::domain::figures;
use aura_core::engine::requests::FaultRequest;
use pollster::block_on;

use crate::Finish;
use crate::arguments::FaultArguments;
use crate::output::{Output, Tone};
use crate::session::Session;

/// Finds the cheapest combination of faults that breaks each promise of the plan.
pub(crate) fn faults(session: &Session, options: &FaultArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let request = FaultRequest {
        seed: options.seed,
        cases: options.cases,
        most_faults: options.most_faults,
        most_runs: options.most_runs,
        ..FaultRequest::new(project.clone())
    };
    let found = block_on(session.engine.find_faults(&request))?;
    session.remember(&project)?;
    if output.is_json() {
        output.document(&found)?;
        return Ok(Finish::Done);
    }
    show(&found, output)?;
    Ok(Finish::Done)
}

fn show(found: &FaultReport, output: &Output) -> Result<()> {
    for check in &found.promises {
        output.heading(&figures::sentence(&figures::capitalise(&check.text)))?;
        broken(check, output)?;
    }
    output.gap()?;
    for note in &found.notes {
        output.below(note)?;
    }
    output.hint(&format!(
        "{} of {} cases, seed {}.",
        figures::counted(found.runs, "run"),
        found.cases,
        found.seed
    ))
}

fn broken(check: &PromiseCheck, output: &Output) -> Result<()> {
    let Some(weakness) = &check.broken_by else {
        return match check.is_complete {
            true => output.status(Tone::Good, "Kept.", "No combination of so many faults breaks it."),
            false => output.status(
                Tone::Careful,
                "Not found.",
                "The search ended before all combinations were tried; allow more with --most-runs.",
            ),
        };
    };
    let share = figures::percent(weakness.probability, 4);
    output.status(
        Tone::Bad,
        "Broken",
        &format!("by what happens to {share} of the cases that come there:"),
    )?;
    for fault in &weakness.faults {
        output.point(&format!("{} ({})", fault.text, figures::percent(fault.probability, 2)))?;
    }
    output.below(&format!("Case {} then:", weakness.case))?;
    for line in &weakness.story {
        output.below(&format!("  {line}"))?;
    }
    Ok(())
}
