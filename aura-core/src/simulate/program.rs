//! A plan made flat for running: numbers instead of names, samplers instead of assumptions.

use crate::des::{Arrivals, Calendar, Distribution, PoolRules, Span, Time, WeeklyRates, sample::Weights};
use crate::domain::id::{DataId, FailureId, FlowId, NodeId, PersonaId, ResourceId, ServiceId};
use crate::domain::metric::Measure;
use crate::domain::plan::{GatewayRule, Outcome};
use crate::domain::run::MetricResult;
use crate::domain::scenario::{Mishaps, RunLimits, TraceDepth};
use crate::domain::step::FailureKind;
use crate::plan::condition::Expression;
use crate::random::Streams;
use serde_json::Value;

use super::data::FieldSampler;
use super::services::{Caller, Mock};

/// A plan with a scenario, compiled. Made by [`compile`](super::compile); runs without looking anything up.
#[derive(Debug)]
pub struct Program {
    pub(super) nodes: Vec<Node>,
    pub(super) flows: Vec<Flow>,
    pub(super) start: u32,
    pub(super) pools: Vec<PoolPlan>,
    pub(super) services: Vec<ServicePlan>,
    pub(super) shared_outages: Vec<SharedOutagePlan>,
    pub(super) mishaps: Mishaps,
    /// By the number of the service, those that really answer; each replication has copies.
    pub(super) mocks: Vec<Option<Mock>>,
    /// Whether some call needs what another one called its entity.
    pub(super) follows_keys: bool,
    pub(super) personas: Vec<PersonaPlan>,
    pub(super) persona_weights: Weights,
    pub(super) objects: Vec<DataId>,
    pub(super) fields: Vec<FieldSampler>,
    /// How many flows have a limit per case.
    pub(super) limited_flows: usize,
    /// How many steps gather cases.
    pub(super) batches: u32,
    pub(super) has_inclusive_join: bool,
    pub(super) metrics: Vec<MetricPlan>,
    /// Nodes whose visits are kept per case, because a metric asks for them.
    pub(super) watched: Vec<u32>,
    pub(super) arrivals: ArrivalPlan,
    pub(super) streams: Streams,
    pub(super) cases: u64,
    pub(super) replications: u32,
    pub(super) limits: RunLimits,
    pub(super) trace: TraceDepth,
    /// With how many cases each replication warms up.
    pub(super) warm_up: u64,
    pub(super) used_assumptions: Vec<crate::domain::id::AssumptionId>,
    pub(super) warnings: Vec<String>,
}

impl Program {
    /// The nodes, in the order of the plan; traces and results count them from 0.
    pub fn node_ids(&self) -> impl Iterator<Item = &NodeId> {
        self.nodes.iter().map(|node| &node.id)
    }

    /// The assumptions that a run of this program depends on, in the order of the plan.
    pub fn used_assumptions(&self) -> &[crate::domain::id::AssumptionId] {
        &self.used_assumptions
    }

    /// The first case and the number of cases of a replication.
    pub(super) fn share_of(&self, replication: u32) -> (u64, u64) {
        let (count, all) = (u64::from(self.replications), self.cases);
        let number = u64::from(replication);
        // The first `all % count` replications take one case more.
        let first = number * (all / count) + number.min(all % count);
        (first, all / count + u64::from(number < all % count))
    }
}

#[derive(Debug)]
pub(super) struct Node {
    pub id: NodeId,
    pub title: String,
    /// Where its draws come from: made from the id, so that nothing else in the plan moves them.
    pub address: u32,
    pub kind: NodeKind,
    /// Whether it waits for a message, and not for a time.
    pub is_message: bool,
    pub ways: Ways,
    pub incoming: u32,
    /// For inclusive joins: which nodes can still reach this one.
    pub reached_from: Vec<bool>,
}

impl Node {
    /// Whether it calls an operation whose path names an entity.
    pub(super) fn needs_key(&self) -> bool {
        match &self.kind {
            NodeKind::Step(step) => step
                .call
                .as_ref()
                .and_then(|call| call.real.as_ref())
                .is_some_and(|real| real.caller.has_keys()),
            _ => false,
        }
    }
}

#[derive(Debug)]
pub(super) enum NodeKind {
    Start,
    Step(Box<StepPlan>),
    Gateway(GatewayRule),
    Wait(Distribution),
    /// Waits for what comes once for all; the time from one to the next.
    Signal(Distribution),
    /// How it ends, and whether it ends the whole case.
    End(Outcome, bool),
}

/// How a token leaves a node.
#[derive(Debug)]
pub(super) struct Ways {
    pub flows: Vec<u32>,
    pub choice: Choice,
    /// The place of the default flow among `flows`.
    pub default: Option<usize>,
    /// Whether it is a gateway that takes one way, by data.
    pub reads_data: bool,
}

#[derive(Debug)]
pub(super) enum Choice {
    /// Every flow is taken.
    All,
    /// One flow, by branching probability.
    Weighted(Weights),
    /// The first flow whose condition holds.
    First,
    /// One of the flows whose conditions hold, or of all where none does, by branching probability.
    Holding(Weights),
    /// All flows whose conditions hold; where none does, those whose own probability says so, or one by weight.
    AnyHolding(Weights),
    /// Every flow whose own probability or condition says so.
    Any,
    /// The flow whose event happens first.
    Race,
}

#[derive(Debug)]
pub(super) struct Flow {
    pub id: FlowId,
    pub to: u32,
    pub test: Option<Test>,
    /// The probability of being taken by itself, for inclusive gateways.
    pub probability: Option<f64>,
    /// The counter of a flow that a case may take only so often, and how often.
    pub limit: Option<(usize, u32)>,
}

/// A condition and the samplers of the fields that it reads, in the order of its paths.
#[derive(Debug)]
pub(super) struct Test {
    pub expression: Expression,
    pub fields: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct StepPlan {
    pub waiting: Option<Distribution>,
    pub work: Option<Distribution>,
    pub call: Option<CallPlan>,
    pub pool: Option<u32>,
    /// How urgent it is: the lower, the more urgent.
    pub priority: i32,
    /// Pools of which any one can do it, each with its own working time.
    pub team: Vec<Member>,
    /// Whether each of the team has a queue of its own.
    pub by_shortest_queue: bool,
    pub cost: Option<Distribution>,
    pub most_money: Option<f64>,
    pub modes: Vec<ModePlan>,
    pub time_limit: Option<Span>,
    pub most_times: Option<u32>,
    pub each: Option<(Distribution, bool)>,
    pub batch: Option<BatchPlan>,
    /// Whether the person of the case does it, so that the persona counts.
    pub by_case_person: bool,
    /// What takes it back where the case fails later: how long that takes, and what it costs.
    pub undo: Option<(Option<Distribution>, Option<Distribution>)>,
    /// The objects that it makes anew.
    pub produces: Vec<usize>,
    /// The samplers of the fields that its screen asks for, at full depth.
    pub inputs: Vec<usize>,
}

impl StepPlan {
    /// How long the work takes where a pool does it.
    pub(super) fn work_at(&self, pool: Option<u32>) -> Option<&Distribution> {
        let member = self.team.iter().find(|member| Some(member.pool) == pool);
        member.and_then(|member| member.work.as_ref()).or(self.work.as_ref())
    }
}

/// Cases are gathered and done in one go.
#[derive(Debug)]
pub(super) struct BatchPlan {
    /// Counts the steps that do so.
    pub number: u32,
    pub size: Option<u32>,
    pub window: Option<Span>,
    pub together: bool,
    /// From so many on, the working time is multiplied with this; in rising order.
    pub pace: Vec<(u32, f64)>,
}

#[derive(Debug)]
pub(super) struct Member {
    pub pool: u32,
    pub work: Option<Distribution>,
}

#[derive(Debug)]
pub(super) struct CallPlan {
    pub service: u32,
    pub latency: Distribution,
    pub failure: f64,
    pub timeout: Span,
    pub is_idempotent: bool,
    /// Whether a person submits what may not come twice.
    pub is_submitted: bool,
    pub unavailable_mode: Option<u16>,
    pub timeout_mode: Option<u16>,
    pub rejected_mode: Option<u16>,
    /// What is really sent, where the service really answers.
    pub real: Option<RealCall>,
}

/// A call that is really made.
#[derive(Debug)]
pub(super) struct RealCall {
    pub caller: Caller,
    pub body: Vec<BodyField>,
}

/// A field of what is sent.
#[derive(Debug)]
pub(super) struct BodyField {
    pub name: String,
    pub value: BodyValue,
}

#[derive(Debug)]
pub(super) enum BodyValue {
    /// The number of its sampler.
    Drawn(usize),
    /// Lists and objects: one of several that were made when the plan was compiled.
    Ready(Vec<Value>),
}

#[derive(Debug)]
pub(super) struct ModePlan {
    pub id: FailureId,
    pub kind: FailureKind,
    /// Zero where the failure of the call stands for it.
    pub probability: f64,
    pub effect: Effect,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Effect {
    Retry { most: u32, delay: Span, backoff: f64, otherwise: Outcome },
    GoTo(u32),
    End(Outcome),
}

#[derive(Debug)]
pub(super) struct PoolPlan {
    pub id: ResourceId,
    pub title: String,
    pub capacity: u32,
    pub rules: PoolRules,
    /// Whether it serves everybody at once.
    pub is_shared: bool,
    /// Whether work that a more urgent case interrupted begins anew.
    pub restarts: bool,
    pub calendar: Option<Calendar>,
    /// Whether work that is under way is finished beyond the hours.
    pub finishes: bool,
    pub cost_per_hour: Option<f64>,
    /// The longest wait before somebody leaves.
    pub patience: Option<Distribution>,
    /// From how many waiting on somebody leaves at once, and how likely; in rising order.
    pub balking: Vec<(usize, f64)>,
    pub breakdown: Option<BreakdownPlan>,
}

impl PoolPlan {
    /// The hours in which work is done; none where it goes on beyond them.
    pub(super) fn working_hours(&self) -> Option<&Calendar> {
        self.calendar.as_ref().filter(|_| !self.finishes)
    }
}

#[derive(Debug)]
pub(super) struct BreakdownPlan {
    pub between: Distribution,
    pub repair: Distribution,
    pub restarts: bool,
    /// Where the draws of each server come from.
    pub addresses: Vec<u32>,
}

#[derive(Debug)]
pub(super) struct ServicePlan {
    pub id: ServiceId,
    pub outages: Vec<OutagePlan>,
}

#[derive(Debug)]
pub(super) struct OutagePlan {
    pub from: Time,
    pub to: Time,
    pub slowdown: f64,
    pub failure: f64,
    /// Whether the slowdown grows from 1 on.
    pub grows: bool,
}

/// Outages that several services have together.
#[derive(Debug)]
pub(super) struct SharedOutagePlan {
    pub services: Vec<u32>,
    pub between: Distribution,
    pub lasts: Distribution,
    pub slowdown: f64,
    pub failure: f64,
    pub grows: bool,
    /// Where its draws come from.
    pub address: u32,
}

#[derive(Debug)]
pub(super) struct PersonaPlan {
    pub id: PersonaId,
    pub pace: f64,
    pub patience: f64,
    pub skill: f64,
    pub longest_wait: Option<Distribution>,
    pub returns: f64,
    pub returns_after: Distribution,
}

/// A metric of the plan, or a standard one behind them. The result holds all but the figures.
#[derive(Debug)]
pub(super) struct MetricPlan {
    pub measure: Measure,
    pub result: MetricResult,
    /// The place in `watched` of the node that it is about.
    pub watched: Option<usize>,
}

#[derive(Debug)]
pub(super) struct ArrivalPlan {
    pub process: ArrivalProcess,
    pub calendar: Option<Calendar>,
    pub moves: bool,
    pub at_start: bool,
}

/// When cases arrive.
#[derive(Debug)]
pub(super) enum ArrivalProcess {
    Renewal(Distribution),
    Weekly(Box<WeeklyRates>),
    /// In ascending order.
    Given(Vec<Time>),
    /// So many people, with pauses between their cases.
    Closed(u32, Distribution),
}

impl ArrivalPlan {
    pub(super) fn start(&self, stream: crate::random::Stream) -> Arrivals {
        let arrivals = match &self.process {
            ArrivalProcess::Renewal(interval) => Arrivals::renewal(interval.clone(), stream),
            ArrivalProcess::Weekly(rates) => Arrivals::weekly(rates.as_ref().clone(), stream),
            ArrivalProcess::Given(times) => {
                Arrivals::given(times.clone(), stream.clone()).unwrap_or_else(|_| Arrivals::nothing(stream))
            }
            // Each person comes by its own clock.
            ArrivalProcess::Closed(..) => Arrivals::nothing(stream),
        };
        let arrivals = if self.at_start { arrivals.from_start() } else { arrivals };
        match &self.calendar {
            Some(calendar) if self.moves => arrivals.moved_into(calendar.clone()),
            Some(calendar) => arrivals.during(calendar.clone()),
            None => arrivals,
        }
    }
}
