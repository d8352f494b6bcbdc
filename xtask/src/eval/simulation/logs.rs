//! Event logs of others: is everything in them read?
//!
//! In: `logs/` of the data, and `README.md` beside it, which lists `name traces/events` for some of them. Out: one row
//! for the counts.

use std::path::Path;

use aura_core::domain::event_log::EventLog;
use aura_core::limits::Limits;
use aura_core::progress::Control;
use aura_core::simulate::learn::{LearnOptions, learn};
use aura_core::simulate::log::{LogOptions, read_log};

use super::super::Row;
use super::super::tally::Tally;

/// Measures the logs below the folder.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let logs = folder.join("logs");
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap_or_default();
    let listed = listed_counts(&readme);
    let mut counts = Tally::default();
    for path in files_of(&logs)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("").to_owned();
        counts.case(name.clone(), |case| match read_file(&path) {
            Err(reason) => case.fail(reason),
            Ok(log) => {
                let found = listed.iter().find(|(listed, ..)| name.contains(listed.as_str()));
                let Some((_, traces, events)) = found else {
                    case.same("a log of which no counts are listed has cases", log.cases.is_empty(), false);
                    return;
                };
                case.same("traces", log.cases.len() as u64, *traces);
                case.same("events", log.event_count() as u64, *events);
                case.same("remarks", log.notes.as_slice(), &[]);
            }
        });
    }
    let mut rows = vec![counts.into_row("logs: counts of traces and events")];
    rows.extend(learned(&logs)?);
    Ok(rows)
}

/// A plan out of each log: whether the log goes through it, and how far simulated times are from held-out ones.
fn learned(logs: &Path) -> Result<Vec<Row>, String> {
    let mut through = Tally::default();
    let (mut distances, mut earlier) = (Vec::new(), Vec::new());
    for path in files_of(logs)? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let learned = read_file(&path).and_then(|log| {
            let control = Control::default();
            learn(&log, None, &LearnOptions::default(), &control).map_err(|error| error.to_string())
        });
        through.case(name.clone(), |case| match &learned {
            Err(reason) => case.fail(reason.clone()),
            Ok(learned) => {
                case.same("cases that fit", learned.replay.fitting_cases, learned.replay.cases);
                let guessed = learned.plan.assumptions.iter().filter(|one| one.origin.word() != "measured");
                case.same("numbers that are not measured", guessed.count(), 0);
            }
        });
        if let Some(held) = learned.ok().and_then(|learned| learned.held_out) {
            distances.push((name, held.distance_ms / held.mean_ms));
            earlier.push(held.earlier_distance_ms / held.mean_ms);
        }
    }
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len().max(1) as f64;
    let row = |measure: &str, figure: f64, failures: Vec<String>| Row {
        measure: measure.to_owned(),
        cases: earlier.len() as u64,
        passed: None,
        figure,
        floor: None,
        aim: None,
        worst: None,
        failures,
    };
    let shares: Vec<f64> = distances.iter().map(|(_, share)| *share).collect();
    let named = distances.iter().map(|(name, share)| format!("{name}: {share:.3}")).collect();
    Ok(vec![
        through.into_row("logs: learned, and every case goes through the plan"),
        row("logs: distance of simulated from held-out times, over their mean", mean(&shares), named),
        row("logs: the same of earlier cases themselves", mean(&earlier), Vec::new()),
    ])
}

/// Reads one file.
pub(super) fn read_file(path: &Path) -> Result<EventLog, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    read_log(&bytes, &LogOptions::default(), &Limits::default()).map_err(|error| error.to_string())
}

/// The files of a folder, by name.
pub(super) fn files_of(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// Pairs like `running-example 6/42` in the line about `logs/`: name, traces, events.
fn listed_counts(readme: &str) -> Vec<(String, u64, u64)> {
    let line = readme.lines().find(|line| line.contains("`logs/`")).unwrap_or("");
    let words: Vec<&str> =
        line.split([' ', ',', ';', '(', ')', ':', '|']).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter_map(|pair| {
        let [name, counts] = pair else { return None };
        let (traces, events) = counts.split_once('/')?;
        Some(((*name).to_owned(), traces.parse().ok()?, events.parse().ok()?))
    });
    pairs.collect()
}
