//! Under which circumstances a plan is run: how many cases, which people, what fails, which seed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AssumptionId, OperationId, PersonaId, ServiceId};
use super::plan::Calendar;
use super::provenance::Origin;
use super::quantity::Distribution;
use crate::random::Seed;

/// The newest version of the stored form of a [`Scenario`].
pub const SCENARIO_SCHEMA_VERSION: u32 = 1;

/// The circumstances of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The root of all randomness.
    pub seed: Seed,
    /// How many cases in all; divided evenly among the replications.
    pub cases: u64,
    /// How many independent replications; intervals come from them. At least 2 for an interval.
    pub replications: u32,
    /// When cases arrive.
    pub arrivals: Arrivals,
    /// Who comes. Shares need not add up to 1.
    pub personas: Vec<Persona>,
    /// Faults of services during the run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outages: Vec<Outage>,
    /// Faults that befall several services together, and come at random.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_outages: Vec<SharedOutage>,
    /// What goes wrong with data, clicks and messages beside what the plan says; nothing where absent.
    #[serde(default, skip_serializing_if = "Mishaps::is_none")]
    pub mishaps: Mishaps,
    /// How much of each step is really done.
    #[serde(default, skip_serializing_if = "RunDepth::is_flow")]
    pub depth: RunDepth,
    /// Services that answer as their descriptions say, at full depth.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceMock>,
    /// Other values for assumptions of the plan.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: BTreeMap<AssumptionId, Distribution>,
    /// Where the run stops and keeps what it has.
    #[serde(default)]
    pub limits: RunLimits,
    /// The first cases of each replication, with which the run only warms up: they count in no metric, and all other
    /// figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warm_up_cases: Option<u64>,
    /// How much of what happens is recorded.
    #[serde(default)]
    pub trace: TraceDepth,
}

/// When cases arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Arrivals {
    /// Milliseconds between two arrivals. Not used where there is a `pattern`.
    pub interval: Distribution,
    /// When cases arrive, where that is not one interval after the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<ArrivalPattern>,
    /// Arrivals happen only in these hours; always where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
    /// still while it is closed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moves_to_opening: bool,
    /// Whether the first case comes at the beginning, or at the first opening, and not after a first interval.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub starts_at_once: bool,
    /// Local time at which the run begins: minutes after Monday 00:00 of the first week.
    #[serde(default)]
    pub start_minute: u32,
    /// Where it comes from.
    pub origin: Origin,
}

/// When cases arrive, other than one interval after the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ArrivalPattern {
    /// As many as each hour of the week has on average, at random moments (a Poisson process). It goes on week after
    /// week, and has no other hours beside it.
    Weekly(WeeklyArrivals),
    /// At the given times, the same ones in each replication.
    Given(GivenArrivals),
    /// The same people come again and again (a closed population).
    Closed(ClosedPopulation),
}

/// Cases per hour, for each hour of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeeklyArrivals {
    /// 168 numbers, from Monday 00:00 to 01:00 on, in local time.
    pub cases_per_hour: Vec<f64>,
}

/// Times at which cases arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GivenArrivals {
    /// Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
    /// replication.
    pub times_ms: Vec<u64>,
}

/// People each of whom comes again after a pause, when the own case has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClosedPopulation {
    /// How many they are in each replication: 1 to 100,000.
    pub size: u32,
    /// How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
    /// where there are hours.
    pub pause: Distribution,
}

/// A kind of simulated person. All factors are 1 for an ordinary person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Persona {
    /// Names the persona.
    pub id: PersonaId,
    /// For people, for example `hurried visitor on a phone`.
    pub title: String,
    /// The share of cases that it stands for.
    pub share: f64,
    /// Working times are multiplied with this.
    pub pace: f64,
    /// The probability of giving up is divided by this.
    pub patience: f64,
    /// The probability of mistakes is divided by this.
    pub skill: f64,
    /// Longest wait in a queue before giving up, in milliseconds; none where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_wait: Option<Distribution>,
    /// How likely somebody who gave up comes back once more.
    pub returns: f64,
    /// After how long, in milliseconds.
    pub returns_after: Distribution,
    /// On what it reads and types, where it walks a prototype.
    #[serde(default, skip_serializing_if = "Device::is_usual")]
    pub device: Device,
    /// The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype.
    #[serde(default = "everything", skip_serializing_if = "is_everything")]
    pub attention: f64,
    /// How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
    /// prototype.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub goes_back: f64,
    /// Where these figures come from.
    pub origin: Origin,
}

fn everything() -> f64 {
    1.0
}

fn is_everything(share: &f64) -> bool {
    *share == 1.0
}

fn is_nothing(share: &f64) -> bool {
    *share == 0.0
}

/// On what somebody reads and types.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// A computer with a keyboard and a mouse.
    #[default]
    Computer,
    /// A telephone with a keyboard on its screen.
    Phone,
}

impl Device {
    /// Whether it is the usual one.
    pub fn is_usual(&self) -> bool {
        *self == Device::Computer
    }

    /// In plain words, for example `a phone`.
    pub fn words(self) -> &'static str {
        match self {
            Device::Computer => "a computer",
            Device::Phone => "a phone",
        }
    }
}

/// A time in which a service does not answer or is slow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Outage {
    /// The service.
    pub service: ServiceId,
    /// Begin, in milliseconds of virtual time.
    pub from_ms: u64,
    /// End, in milliseconds of virtual time.
    pub to_ms: u64,
    /// Latency is multiplied with this; 1 leaves it.
    pub slowdown: f64,
    /// How likely a call fails meanwhile.
    pub failure: f64,
    /// Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grows: bool,
}

/// Times in which several services do not answer or are slow together, because they share something. They come at
/// random, in each replication at other times, which no other circumstance moves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SharedOutage {
    /// The services.
    pub services: Vec<ServiceId>,
    /// The time from the end of one to the begin of the next, in milliseconds: on average a minute at least, and never
    /// less than a second.
    pub between: Distribution,
    /// How long each lasts, in milliseconds.
    pub lasts: Distribution,
    /// Latency is multiplied with this; 1 leaves it.
    pub slowdown: f64,
    /// How likely a call fails meanwhile.
    pub failure: f64,
    /// Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grows: bool,
}

/// What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
/// absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Mishaps {
    /// How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
    /// them as likely.
    pub bad_data: f64,
    /// How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
    /// sees the first answer.
    pub submitted_twice: f64,
    /// How likely the answer of a call is lost after it took effect. The caller waits until its time-out.
    pub answer_lost: f64,
    /// How likely a message that a case waits for never comes. A case of which nothing else is under way has failed.
    pub message_lost: f64,
}

impl Mishaps {
    /// Whether nothing goes wrong.
    pub fn is_none(&self) -> bool {
        *self == Mishaps::default()
    }
}

/// How much of each step is really done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunDepth {
    /// Times, costs and ways only: for very many cases.
    #[default]
    Flow,
    /// Each step does its work as well: screens are filled in, and the services of the scenario are called with
    /// requests and answers that are checked against their descriptions.
    Full,
}

impl RunDepth {
    /// Whether it is the usual depth.
    pub fn is_flow(&self) -> bool {
        *self == RunDepth::Flow
    }
}

/// A service that answers calls as its description says. It remembers what was written; each replication has its own.
///
/// How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceMock {
    /// The service of the plan.
    pub service: ServiceId,
    /// Its description: OpenAPI 3.0 or 3.1, in JSON or YAML.
    pub description: String,
    /// Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
    /// found by method and path, or by their words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub operations: BTreeMap<OperationId, String>,
    /// How many calls it takes; more are answered with 429. No limit where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_limit: Option<RateLimit>,
}

/// How many calls a service takes in how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RateLimit {
    /// Most calls.
    pub calls: u32,
    /// In this time, in milliseconds.
    pub window_ms: u64,
}

/// Limits of one run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RunLimits {
    /// Most events.
    pub events: u64,
    /// Longest virtual time of one replication, in milliseconds.
    pub virtual_time_ms: u64,
    /// Most times that one case may pass one node.
    pub visits_per_node: u32,
    /// Most money that all cases together may cost, in major units; none where absent.
    pub money: Option<f64>,
    /// Most bytes of the recorded trace.
    pub trace_bytes: u64,
    /// Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere.
    pub memory_bytes: u64,
}

impl Default for RunLimits {
    fn default() -> Self {
        let limits = crate::limits::Limits::default();
        RunLimits {
            events: limits.events,
            virtual_time_ms: limits.virtual_time_ms,
            visits_per_node: limits.visits_per_node as u32,
            money: None,
            trace_bytes: limits.trace_bytes,
            memory_bytes: limits.memory_bytes,
        }
    }
}

/// How much of what happens is recorded. The digest always covers all events.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraceDepth {
    /// The digest only.
    Digest,
    /// The digest, and all events of the first cases (up to 200).
    #[default]
    Sample,
    /// All events of all cases.
    Full,
}
