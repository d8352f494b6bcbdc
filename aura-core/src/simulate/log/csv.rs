//! Tables with one event in each row.

use std::collections::BTreeMap;

use crate::domain::event_log::{
    EVENT_LOG_SCHEMA_VERSION, EventLog, LogAttribute, LogValue, LoggedCase, LoggedEvent,
};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::text::{DateOrder, Moment, Table, read_separated};

use super::LogOptions;

/// Names of columns as they are found in practice, without case, spaces and signs; the first that is there counts.
const CASE: &[&str] =
    &["caseconceptname", "caseid", "case", "traceid", "trace", "processinstanceid", "processinstance"];
const ACTIVITY: &[&str] =
    &["conceptname", "activity", "activityname", "task", "taskname", "eventname", "event", "action", "step"];
const TIME: &[&str] = &[
    "timetimestamp",
    "endtime",
    "end",
    "endtimestamp",
    "timeend",
    "completetime",
    "completetimestamp",
    "completedat",
    "finishtime",
    "enddate",
    "timestamp",
    "time",
    "datetime",
    "eventtime",
    "date",
];
const STARTED: &[&str] =
    &["starttimestamp", "starttime", "start", "timestart", "startedat", "begintime", "begin", "startdate"];
const RESOURCE: &[&str] =
    &["orgresource", "resource", "resourcename", "user", "username", "performer", "agent", "employee"];
const TRANSITION: &[&str] = &["lifecycletransition", "transition", "lifecycle"];
/// Columns whose names begin like this say something about the case and not about the event.
const OF_CASE: &str = "case:";
/// Most notes that are kept.
const MOST_NOTES: usize = 100;

pub(super) fn read(text: &str, options: &LogOptions, limits: &Limits) -> Result<EventLog> {
    let table = read_separated(text, options.separator.unwrap_or_else(|| guess_separator(text)))?;
    Limits::check_count("events", table.rows.len(), limits.log_events)?;
    let columns = Columns::find(&table, options)?;
    let order = match options.date_order {
        Some(order) => order,
        None => date_order(&table, &columns)?,
    };
    let mut log = EventLog { schema_version: EVENT_LOG_SCHEMA_VERSION, ..EventLog::default() };
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.rows {
        let row = Row { table: &table, line: row.0, cells: &row.1, order };
        let id = row.cell(columns.case);
        if id.trim().is_empty() {
            return Err(row.fault(columns.case, "the event has no case"));
        }
        let place = *places.entry(id).or_insert_with(|| {
            let attributes = row.attributes(&columns, true);
            log.cases.push(LoggedCase { id: id.to_owned(), attributes, events: Vec::new() });
            log.cases.len() - 1
        });
        let mut event = row.event(&columns)?;
        if let Some(case) = log.cases.get_mut(place) {
            // What a later row says otherwise about the case stays with its event.
            for attribute in row.attributes(&columns, true) {
                if !case.attributes.contains(&attribute) {
                    let key = format!("{OF_CASE}{}", attribute.key);
                    if log.notes.len() < MOST_NOTES {
                        log.notes.push(format!(
                            "line {}: `{key}` differs within the case `{id}`; it is kept with the event",
                            row.line
                        ));
                    }
                    event.attributes.push(LogAttribute { key, ..attribute });
                }
            }
            case.events.push(event);
        }
    }
    Ok(log)
}

/// Where the columns with a meaning stand.
struct Columns {
    case: usize,
    activity: usize,
    time: Option<usize>,
    started: Option<usize>,
    resource: Option<usize>,
    transition: Option<usize>,
}

impl Columns {
    fn find(table: &Table<'_>, options: &LogOptions) -> Result<Self> {
        let find = |stated: &Option<String>, usual: &[&str]| match stated {
            Some(name) => table.column(name).map(Some),
            None => Ok(guess(&table.columns, usual)),
        };
        let needed = |found: Option<usize>, what: &str| {
            found.ok_or_else(|| {
                Error::new(ErrorCode::InvalidData, format!("no column of the table names the {what}"))
                    .with_context("columns", table.columns.join(", "))
                    .with_hint(format!("say which column it is, for example `--{what}-column NAME`"))
            })
        };
        let columns = Columns {
            case: needed(find(&options.case, CASE)?, "case")?,
            activity: needed(find(&options.activity, ACTIVITY)?, "activity")?,
            time: find(&options.time, TIME)?,
            started: find(&options.started, STARTED)?,
            resource: find(&options.resource, RESOURCE)?,
            transition: find(&options.transition, TRANSITION)?,
        };
        if columns.time.is_none() && columns.started.is_none() {
            needed(None, "time")?;
        }
        Ok(columns)
    }

    fn is_taken(&self, place: usize) -> bool {
        let optional = [self.time, self.started, self.resource, self.transition];
        place == self.case || place == self.activity || optional.contains(&Some(place))
    }
}

/// One row while it is read.
struct Row<'t> {
    table: &'t Table<'t>,
    line: u64,
    cells: &'t [std::borrow::Cow<'t, str>],
    order: DateOrder,
}

impl<'t> Row<'t> {
    fn cell(&self, place: usize) -> &'t str {
        self.cells.get(place).map_or("", |cell| cell.as_ref())
    }

    fn event(&self, columns: &Columns) -> Result<LoggedEvent> {
        let activity = self.cell(columns.activity);
        if activity.trim().is_empty() {
            return Err(self.fault(columns.activity, "the event does not say what was done"));
        }
        let optional = |place: Option<usize>| {
            place.map(|place| self.cell(place)).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        Ok(LoggedEvent {
            activity: activity.to_owned(),
            transition: optional(columns.transition),
            time: self.moment(columns.time)?,
            started: self.moment(columns.started)?,
            resource: optional(columns.resource),
            attributes: self.attributes(columns, false),
        })
    }

    fn moment(&self, place: Option<usize>) -> Result<Option<Moment>> {
        let Some(place) = place else { return Ok(None) };
        let cell = self.cell(place).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let moment = Moment::read(cell, self.order);
        moment.map(Some).ok_or_else(|| {
            self.fault(place, &format!("`{cell}` is no day or time"))
                .with_hint("times look like 2026-11-22T14:05:00Z; for 22/11/2026 say which comes first")
        })
    }

    /// The cells of all other columns: those about the case, or those about the event.
    fn attributes(&self, columns: &Columns, of_case: bool) -> Vec<LogAttribute> {
        let named = self.table.columns.iter().enumerate();
        let wanted = named.filter(|(place, name)| {
            !columns.is_taken(*place) && !self.cell(*place).is_empty() && name.starts_with(OF_CASE) == of_case
        });
        wanted
            .map(|(place, name)| LogAttribute {
                key: name.strip_prefix(OF_CASE).unwrap_or(name).to_owned(),
                value: LogValue::Text(self.cell(place).to_owned()),
                attributes: Vec::new(),
            })
            .collect()
    }

    fn fault(&self, place: usize, reason: &str) -> Error {
        let name = self.table.columns.get(place).map_or("", String::as_str);
        let (line, column) = (self.line, place + 1);
        Error::new(ErrorCode::InvalidData, format!("line {line}, column {column} (`{name}`): {reason}"))
            .with_context("line", line)
            .with_context("column", column)
    }
}

fn guess(columns: &[String], usual: &[&str]) -> Option<usize> {
    let plain = |name: &String| -> String {
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let names: Vec<String> = columns.iter().map(plain).collect();
    usual.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
}

fn guess_separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or("");
    let signs = [',', ';', '\t', '|'];
    // The last of equals wins in `max_by_key`, so the usual one stands last.
    signs.into_iter().rev().max_by_key(|sign| first.matches(*sign).count()).unwrap_or(',')
}

/// The order of days that the values allow.
fn date_order(table: &Table<'_>, columns: &Columns) -> Result<DateOrder> {
    let places: Vec<usize> = [columns.time, columns.started].into_iter().flatten().collect();
    let cells = || {
        let rows = table.rows.iter();
        rows.flat_map(|row| places.iter().filter_map(|place| row.1.get(*place)))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let all = |order| cells().all(|cell| Moment::read(cell, order).is_some());
    match (all(DateOrder::YearFirst), all(DateOrder::DayFirst), all(DateOrder::MonthFirst)) {
        (false, true, true) => Err(Error::new(
            ErrorCode::InvalidData,
            "the days of the table can be read with the day first and with the month first",
        )
        .with_context("example", cells().next().unwrap_or(""))
        .with_hint("say which it is, for example `--date-order day-first`")),
        (false, true, false) => Ok(DateOrder::DayFirst),
        (false, false, true) => Ok(DateOrder::MonthFirst),
        // Where nothing fits, reading says at which line.
        _ => Ok(DateOrder::YearFirst),
    }
}
