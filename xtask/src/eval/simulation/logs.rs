//! Event logs of others: is everything in them read?
//!
//! In: `logs/` of the data, and `README.md` beside it, which lists `name traces/events` for some of them. Out: one row
//! for the counts.

use std::path::Path;

use aura_core::domain::event_log::EventLog;
use aura_core::limits::Limits;
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
    Ok(vec![counts.into_row("logs: counts of traces and events")])
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
