//! A log of exposures and a log of outcomes become units.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::{
    Collected, Columns, Unit, UnitRows, arm_place, check_arms, crossed_note, hash_table, in_order_of_names,
    missing_notes, read_time, wrong,
};
use super::columns::key_of;
use super::design::{check_design, check_times};
use crate::domain::live::{LiveExperiment, TrustCheck, TrustOutcome};
use crate::error::{Error, ErrorCode, Result};
use crate::text::Table;

/// Reads two logs: who was exposed to which arm when, and what happened when. The first exposure of a unit counts;
/// outcomes are added up over its window. What happened before the exposure serves as covariate of the same column.
///
/// # Errors
/// As [`collect_table`](super::collect_table), and `invalid_experiment` where no time column is stated.
pub fn collect_logs(
    experiment: &LiveExperiment,
    exposures: &Table<'_>,
    outcomes: &Table<'_>,
) -> Result<Collected> {
    check_design(experiment)?;
    check_times(experiment, true)?;
    let Some(time_column) = &experiment.time_column else {
        return Err(Error::new(ErrorCode::InvalidExperiment, "two logs need times")
            .with_hint("state the column in `time_column`"));
    };
    let mut counts = Counts::default();
    let (mut units, crossed, strata) = read_exposures(experiment, exposures, time_column, &mut counts)?;
    let total = units.len();
    for name in &crossed {
        units.remove(name);
    }
    let columns = Columns::of_outcomes(experiment, outcomes)?;
    let event = experiment.event_column.as_ref().map(|name| outcomes.column(name)).transpose()?;
    let mut seen = BTreeSet::new();
    let mut newest = units.values().filter_map(|(_, unit)| unit.time_ms).max().unwrap_or(i64::MIN);
    for (line, cells) in &outcomes.rows {
        if let Some(event) = event.and_then(|place| cells.get(place))
            && !seen.insert(event.trim())
        {
            counts.repeated += 1;
            continue;
        }
        let name = columns.unit(*line, cells)?;
        let time = columns.time(*line, cells)?.ok_or_else(|| wrong(*line, "the outcome has no time"))?;
        let values = columns.values(*line, cells)?;
        newest = newest.max(time);
        let Some((_, unit)) = units.get_mut(name) else {
            counts.unexposed += u64::from(!crossed.contains(name));
            continue;
        };
        let start = unit.time_ms.unwrap_or(i64::MIN);
        if time < start {
            unit.before.resize(values.len(), 0.0);
            for (sum, value) in unit.before.iter_mut().zip(&values) {
                *sum += value.unwrap_or(0.0);
            }
        } else if experiment.window_ms.is_some_and(|window| time.saturating_sub(start) as u64 > window) {
            counts.late += 1;
        } else {
            unit.rows.push(values);
            unit.after_ms.push(time.abs_diff(start));
        }
    }
    let mut arms = vec![Vec::new(); experiment.arms.len()];
    for (arm, mut unit) in units.into_values() {
        let watched = newest.abs_diff(unit.time_ms.unwrap_or(newest));
        unit.watched_ms = watched.min(experiment.window_ms.unwrap_or(u64::MAX));
        if let Some(list) = arms.get_mut(arm) {
            list.push(unit);
        }
    }
    check_arms(experiment, arms.iter().map(|units| units.len() as u64))?;
    let mut notes = crossed_note(crossed.len() as u64, total as u64);
    notes.extend(counts.notes());
    notes.extend(missing_notes(&columns.names, &arms));
    let data_hash = format!("{}{}", hash_table(exposures), hash_table(outcomes));
    let strata = in_order_of_names(&strata, &mut arms);
    let units = UnitRows { columns: columns.names, arms, strata, are_events: true };
    Ok(Collected::of_units(units, notes, data_hash))
}

type Exposed<'a> = BTreeMap<&'a str, (usize, Unit)>;

fn read_exposures<'a>(
    experiment: &LiveExperiment,
    exposures: &'a Table<'_>,
    time_column: &str,
    counts: &mut Counts,
) -> Result<(Exposed<'a>, BTreeSet<&'a str>, BTreeMap<&'a str, usize>)> {
    let (unit, arm) = (exposures.column(&experiment.unit_column)?, exposures.column(&experiment.arm_column)?);
    let time = exposures.column(time_column)?;
    let stratum = experiment.stratum_column.as_ref().map(|name| exposures.column(name)).transpose()?;
    let (mut units, mut crossed, mut strata) = (Exposed::new(), BTreeSet::new(), BTreeMap::new());
    for (line, cells) in &exposures.rows {
        let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
        let name = cell(unit);
        if name.is_empty() {
            return Err(wrong(*line, "the unit has no name"));
        }
        let arm = arm_place(experiment, *line, cell(arm))?;
        let at = read_time(*line, cell(time))?;
        let next = strata.len();
        let stratum = stratum.map_or(0, |place| *strata.entry(cell(place)).or_insert(next));
        match units.get_mut(name) {
            None => {
                let unit = Unit { key: key_of(name), stratum, time_ms: Some(at), ..Unit::default() };
                units.insert(name, (arm, unit));
            }
            Some((known, _)) if *known != arm => {
                crossed.insert(name);
            }
            Some((_, unit)) => {
                counts.exposed_again += 1;
                unit.time_ms = unit.time_ms.map(|first| first.min(at));
            }
        }
    }
    Ok((units, crossed, strata))
}

/// What was left out.
#[derive(Default)]
struct Counts {
    exposed_again: u64,
    repeated: u64,
    unexposed: u64,
    late: u64,
}

impl Counts {
    fn notes(&self) -> Vec<TrustCheck> {
        let note = |name: &str, count: u64, outcome: TrustOutcome, sentence: String| TrustCheck {
            name: name.to_owned(),
            outcome,
            sentence,
            detail: format!("count {count}"),
        };
        let all = [
            note(
                "repeated_exposures",
                self.exposed_again,
                TrustOutcome::Good,
                format!(
                    "{} exposures came again for the same unit and arm; the first one counts.",
                    self.exposed_again
                ),
            ),
            note(
                "repeated_events",
                self.repeated,
                TrustOutcome::Warning,
                format!("{} events came twice and count once.", self.repeated),
            ),
            note(
                "outcomes_without_exposure",
                self.unexposed,
                TrustOutcome::Warning,
                format!(
                    "{} outcomes belong to units that were never exposed and are left out.",
                    self.unexposed
                ),
            ),
            note(
                "late_events",
                self.late,
                TrustOutcome::Warning,
                format!("{} outcomes came after the window of their unit and are left out.", self.late),
            ),
        ];
        let counts = [self.exposed_again, self.repeated, self.unexposed, self.late];
        all.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(note, _)| note).collect()
    }
}
