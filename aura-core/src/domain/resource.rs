//! People and things that cases queue for: how many, when, in which order, and what becomes of those who wait.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AssumptionId, ResourceId};
use super::plan::Calendar;
use super::provenance::Origin;

/// People or things that cases queue for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Resource {
    /// Names the resource.
    pub id: ResourceId,
    /// For people, for example `support agents`.
    pub title: String,
    /// How many can work at the same time.
    pub capacity: u32,
    /// When they work; always where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// What becomes of work that is under way when the hours end.
    #[serde(default, skip_serializing_if = "ClosingRule::is_usual")]
    pub at_closing: ClosingRule,
    /// What an hour of work costs, as an assumption in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_per_hour: Option<AssumptionId>,
    /// How its queue works; first come, first served, without a limit, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueRule>,
    /// How often each of them breaks down, or falls ill; never where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakdown: Option<Breakdown>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Resource {
    /// The assumptions that it uses.
    pub fn assumptions(&self) -> impl Iterator<Item = &AssumptionId> {
        let queue = self.queue.iter();
        let waits = queue.flat_map(|queue| {
            queue.patience.iter().chain(queue.balking.iter().map(|balking| &balking.probability))
        });
        let breakdown = self.breakdown.iter().flat_map(|breakdown| [&breakdown.between, &breakdown.repair]);
        self.cost_per_hour.iter().chain(waits).chain(breakdown)
    }
}

/// How the queue in front of a resource works.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct QueueRule {
    /// Whose turn it is.
    pub order: QueueOrder,
    /// How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
    /// absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
    /// the order is by priority.
    pub interrupts: bool,
    /// Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
    /// where it was.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub restarts: bool,
    /// Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
    /// order is by priority.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub crowds_out: bool,
    /// Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
    /// Otherwise they always find a place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_strict: bool,
    /// The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
    /// counts as well, whichever ends first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patience: Option<AssumptionId>,
    /// Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
    /// the queue has reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub balking: Vec<Balking>,
}

/// Leaving at the sight of a queue; it is a failure of the kind `gives_up`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Balking {
    /// Where so many wait, or more.
    pub from: u32,
    /// How likely somebody leaves then, as an assumption; 1 for everybody.
    pub probability: AssumptionId,
}

/// Whose turn it is in a queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QueueOrder {
    /// First come, first served.
    #[default]
    FirstCome,
    /// Last come, first served.
    LastCome,
    /// The lowest priority number of the step first, then first come, first served.
    Priority,
    /// Nobody waits: everybody is served at once, and where more are there than the capacity, the work of all goes on more
    /// slowly, at the same speed (processor sharing). Limit and balking count those who are there beyond the capacity.
    /// There are no hours, no breakdowns, no batches and no longest wait.
    Shared,
}

/// What becomes of work that is under way when the hours of a resource end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosingRule {
    /// It rests, and goes on when the hours begin again.
    #[default]
    Rests,
    /// It is finished beyond the hours, as overtime; nothing new is begun.
    Finishes,
}

impl ClosingRule {
    /// Whether it is the usual rule.
    pub fn is_usual(&self) -> bool {
        *self == ClosingRule::Rests
    }
}

/// How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
/// goes back to the queue, in front of those who came later, and whoever is free goes on with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Breakdown {
    /// The time from the end of a repair to the next breakdown, as an assumption in milliseconds.
    pub between: AssumptionId,
    /// How long a repair takes, as an assumption in milliseconds.
    pub repair: AssumptionId,
    /// Whether the work that was under way begins anew instead of going on from where it was.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restarts: bool,
}
