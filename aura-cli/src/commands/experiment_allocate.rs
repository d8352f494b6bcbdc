//! `aura experiment allocate`: the next shares of arms that follow what was seen.

use aura_core::Result;
use aura_core::domain::allocation::{AllocationPlan, AllocationRule};
use aura_core::domain::figures::percent;
use aura_core::domain::live::LiveExperiment;
use aura_core::evaluate::live::allocate as next_shares;

use super::experiment::{document, pretty, show_checks};
use crate::arguments::experiment::{Allocate, Follow};
use crate::output::{Output, Tone};
use crate::table::TableFile;
use crate::{Finish, files};

/// Says the next shares and writes what was asked for.
pub(super) fn allocate(output: &Output, options: &Allocate) -> Result<Finish> {
    let experiment: LiveExperiment = document(&options.statement)?;
    let plan = AllocationPlan {
        rule: match options.rule {
            Follow::Thompson => AllocationRule::Thompson,
            Follow::TopTwo => AllocationRule::TopTwo,
        },
        least_share: options.least,
        share_column: options.share_column.clone(),
        tuned_units: options.tuned_units,
    };
    let found = next_shares(&experiment, &plan, &TableFile::open(&options.table)?.table()?)?;
    if let Some(path) = &options.next {
        files::write(path, format!("{}\n", pretty(&found.next)?).as_bytes())?;
    }
    if output.is_json() {
        output.document(&found)?;
        return Ok(Finish::Done);
    }
    output.heading(&experiment.title)?;
    output.status(Tone::Good, "Next:", &found.sentence)?;
    for arm in &found.arms {
        let chance = percent(arm.chance_best, 1);
        output.fact(
            &arm.arm,
            &format!("{} next, best with a chance of {chance}, {} units", percent(arm.share, 1), arm.units),
        )?;
    }
    for difference in &found.differences {
        output.point(&difference.sentence)?;
    }
    show_checks(output, &found.checks, false)?;
    output.gap()?;
    output.hint(
        "The ranges allow for shares that changed and for every look; plain averages of the arms do not.",
    )?;
    Ok(Finish::Done)
}
