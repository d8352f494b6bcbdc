//! Event logs of other programs: bytes in, an [`EventLog`] out, and back.
//!
//! In come the bytes of a file: XES (IEEE 1849) or a table with one event in each row, either of them packed with
//! gzip or not; a table by column (Arrow, Parquet) comes in through [`csv_of_columns`]. Out comes the log with everything that the file says; what could not be kept as it stood is named in
//! its notes, with line and column. Never here: files, guesses about values, figures taken from the log.

mod columns;
mod csv;
mod of_run;
mod unpack;
mod write;
mod xes;

#[cfg(test)]
mod tests;

pub use columns::csv_of_columns;
pub use of_run::log_of_trace;
pub use write::{write_csv, write_xes};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::event_log::EventLog;
use crate::error::Result;
use crate::limits::Limits;
use crate::text::{DateOrder, decode};

/// How a table is read. Everything that is absent is found from the names of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct LogOptions {
    /// The column that names the case.
    pub case: Option<String>,
    /// The column that names what was done.
    pub activity: Option<String>,
    /// The column with the moment of the event, or of its end.
    pub time: Option<String>,
    /// The column with the moment at which the work began.
    pub started: Option<String>,
    /// The column that says who did it.
    pub resource: Option<String>,
    /// The column with the transition of the life cycle.
    pub transition: Option<String>,
    /// The sign between cells; the most frequent of `,`, `;`, tab and `|` in the first line where absent.
    pub separator: Option<char>,
    /// The order of days like `03/04/2026`; found from the values where they allow only one.
    pub date_order: Option<DateOrder>,
}

/// Reads an event log, whichever of the known forms it has.
///
/// # Errors
/// `invalid_data` with line and column where the file is damaged, a case or an activity is missing or a moment cannot be
/// read; `invalid_text` where it is no text; `limit_input` and `limit_size` beyond the limits.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::simulate::log::{LogOptions, read_log};
/// let table = b"case,activity,time\n7,Pack,2026-03-02T09:00:00Z\n7,Ship,2026-03-02T10:30:00Z\n";
/// let log = read_log(table, &LogOptions::default(), &Limits::default())?;
/// assert_eq!((log.cases.len(), log.event_count()), (1, 2));
/// assert_eq!(log.cases[0].events[1].activity, "Ship");
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn read_log(bytes: &[u8], options: &LogOptions, limits: &Limits) -> Result<EventLog> {
    let unpacked = unpack::unpack(bytes, limits)?;
    let text = match decode(&unpacked) {
        Ok(text) => text,
        Err(error) => unpack::from_latin_1(&unpacked).ok_or(error)?.into(),
    };
    if text.trim_start().starts_with('<') {
        xes::read(&text, limits)
    } else {
        csv::read(&text, options, limits)
    }
}
