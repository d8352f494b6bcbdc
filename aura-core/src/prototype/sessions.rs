//! Session logs as they come back from people: read with limits, and summed up.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::plan::Outcome;
use crate::domain::prototype::{InteractionKind, Prototype, SessionLog};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// The newest version of the stored form of a [`SessionLog`].
pub const SESSION_SCHEMA_VERSION: u32 = 1;
/// Largest log that is read, in bytes.
pub const MAX_LOG_BYTES: u64 = 8 << 20;
/// Most interactions of one log.
pub const MAX_INTERACTIONS: u64 = 20_000;
/// Longest name of a page, button or field, in bytes.
const MAX_NAME_BYTES: usize = 400;

/// What several sessions say together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionSummary {
    /// How many sessions.
    pub sessions: u64,
    /// How many reached an end, for each outcome that occurred.
    pub outcomes: Vec<SessionOutcome>,
    /// Every page that somebody saw, in the order of the prototype.
    pub pages: Vec<PageVisits>,
    /// The page on which most people stopped without reaching an end, where anybody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_stopped_at: Option<String>,
}

/// How many sessions ended in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SessionOutcome {
    /// The outcome.
    pub outcome: Outcome,
    /// How many sessions.
    pub sessions: u64,
}

/// What happened on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PageVisits {
    /// The page.
    pub page: String,
    /// Its heading.
    pub title: String,
    /// Sessions that saw it.
    pub sessions: u64,
    /// Times that it was shown.
    pub shown: u64,
    /// Sessions that stopped here without reaching an end.
    pub stopped: u64,
    /// Times that a field was refused.
    pub refused: u64,
    /// Times that somebody went back from here.
    pub back: u64,
    /// Median time from being shown to the next page, in milliseconds; absent where nobody went on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_ms: Option<u64>,
}

/// Reads a session log.
///
/// # Errors
/// `limit_input` and `limit_size` where it is too long; `invalid_schema_version` where a newer version wrote it;
/// `invalid_document` where it is not a log, its sequence has gaps, or its clock runs backwards.
///
/// # Example
/// ```
/// use aura_core::prototype::sessions;
/// let log = sessions::read(r#"{"schema_version":1,"prototype":"prototype_a1","interactions":[
///     {"sequence":1,"at_ms":0,"page":"page_start","action":"show"}]}"#)?;
/// assert_eq!(log.interactions.len(), 1);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn read(json: &str) -> Result<SessionLog> {
    Limits::check_input("the session log", json.len(), MAX_LOG_BYTES)?;
    let value: serde_json::Value = serde_json::from_str(json).map_err(not_a_log)?;
    let version = value.get("schema_version").and_then(serde_json::Value::as_u64);
    if let Some(version) = version.filter(|version| *version > u64::from(SESSION_SCHEMA_VERSION)) {
        return Err(Error::new(
            ErrorCode::InvalidSchemaVersion,
            format!("the session log has version {version}, the newest that can be read is {SESSION_SCHEMA_VERSION}"),
        )
        .with_hint("read it with the version of Aura that made the prototype"));
    }
    let log: SessionLog = serde_json::from_value(value).map_err(not_a_log)?;
    check(&log)?;
    Ok(log)
}

fn not_a_log(error: serde_json::Error) -> Error {
    Error::new(ErrorCode::InvalidDocument, "this is not a session log")
        .with_hint("give a file that `Save log` of a prototype has written")
        .with_source(error)
}

fn check(log: &SessionLog) -> Result<()> {
    Limits::check_count("interactions", log.interactions.len(), MAX_INTERACTIONS)?;
    let mut last_ms = 0;
    for (position, interaction) in log.interactions.iter().enumerate() {
        let number = position as u64 + 1;
        let name_bytes = interaction.page.len().max(interaction.target.as_ref().map_or(0, String::len));
        let fault = if interaction.sequence != number {
            Some(format!(
                "interaction {number} of the session log says that it is number {}",
                interaction.sequence
            ))
        } else if interaction.at_ms < last_ms {
            Some(format!("interaction {number} of the session log is earlier than the one before it"))
        } else if interaction.at_ms >= 1 << 53 || name_bytes > MAX_NAME_BYTES {
            Some(format!("interaction {number} of the session log has a time or a name that is too long"))
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(Error::new(ErrorCode::InvalidDocument, fault)
                .with_hint("give the file as `Save log` wrote it"));
        }
        last_ms = interaction.at_ms;
    }
    Ok(())
}

/// Sums up the sessions of one prototype: how they ended, how long pages took, and where people stopped.
///
/// # Errors
/// `conflict` where a log was made with another prototype; `not_found` where it names a page that is not there.
pub fn summarise(prototype: &Prototype, logs: &[SessionLog]) -> Result<SessionSummary> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut outcomes: BTreeMap<Outcome, u64> = BTreeMap::new();
    let known: BTreeMap<&str, &str> =
        prototype.pages.iter().map(|page| (page.id.as_str(), page.title.as_str())).collect();
    for log in logs {
        if log.prototype != prototype.id {
            return Err(Error::new(
                ErrorCode::Conflict,
                format!("a log is of `{}`, not of `{}`", log.prototype, prototype.id),
            )
            .with_hint("sum up the logs of each prototype by themselves"));
        }
        if let Some(unknown) = log.interactions.iter().find(|done| !known.contains_key(done.page.as_str())) {
            return Err(Error::new(
                ErrorCode::NotFound,
                format!("a log names the page `{}`, which the prototype does not have", unknown.page),
            ));
        }
        if let Some(outcome) = log.outcome {
            *outcomes.entry(outcome).or_default() += 1;
        }
        tally_session(log, &mut tallies);
    }
    let seen = prototype.pages.iter().filter_map(|page| Some((page, tallies.remove(page.id.as_str())?)));
    let pages: Vec<PageVisits> =
        seen.map(|(page, tally)| tally.finish(page.id.clone(), page.title.clone())).collect();
    // The first of equals: `max_by_key` would take the last.
    let most = pages.iter().rev().max_by_key(|page| page.stopped).filter(|page| page.stopped > 0);
    Ok(SessionSummary {
        sessions: logs.len() as u64,
        outcomes: outcomes
            .into_iter()
            .map(|(outcome, sessions)| SessionOutcome { outcome, sessions })
            .collect(),
        most_stopped_at: most.map(|page| page.page.clone()),
        pages,
    })
}

#[derive(Default)]
struct Tally {
    sessions: u64,
    shown: u64,
    stopped: u64,
    refused: u64,
    back: u64,
    times_ms: Vec<u64>,
}

impl Tally {
    fn finish(mut self, page: String, title: String) -> PageVisits {
        self.times_ms.sort_unstable();
        let middle = self.times_ms.len() / 2;
        let upper = self.times_ms.get(middle).copied();
        let median_ms = if self.times_ms.len().is_multiple_of(2) {
            let lower = middle.checked_sub(1).and_then(|below| self.times_ms.get(below)).copied();
            upper.zip(lower).map(|(upper, lower)| lower + (upper - lower) / 2)
        } else {
            upper
        };
        PageVisits {
            page,
            title,
            sessions: self.sessions,
            shown: self.shown,
            stopped: self.stopped,
            refused: self.refused,
            back: self.back,
            median_ms,
        }
    }
}

fn tally_session<'log>(log: &'log SessionLog, tallies: &mut BTreeMap<&'log str, Tally>) {
    let mut met = std::collections::BTreeSet::new();
    let mut shown: Option<(&str, u64)> = None;
    for done in &log.interactions {
        let tally = tallies.entry(&done.page).or_default();
        if met.insert(done.page.as_str()) {
            tally.sessions += 1;
        }
        match done.action {
            InteractionKind::Show => {
                tally.shown += 1;
                if let Some((page, since_ms)) = shown.replace((&done.page, done.at_ms)) {
                    tallies.entry(page).or_default().times_ms.push(done.at_ms - since_ms);
                }
            }
            InteractionKind::Refuse => tally.refused += 1,
            InteractionKind::Back => tally.back += 1,
            // Somebody who begins anew did not go on from the page, whenever that was.
            InteractionKind::Restart => shown = None,
            InteractionKind::Change | InteractionKind::Press => {}
        }
    }
    if log.outcome.is_none()
        && let Some((page, _)) = shown
    {
        tallies.entry(page).or_default().stopped += 1;
    }
}
