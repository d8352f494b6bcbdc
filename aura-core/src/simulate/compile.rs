//! From a plan and a scenario to a flat program.
//!
//! In come the documents; out comes a [`Program`] in which every name is a number and every assumption a
//! sampler, or an error that names what is missing. Whether a plan is sound is the business of the plan
//! stage; here is refused only what cannot be run at all.

use std::collections::BTreeMap;

use crate::des::{self, sample::Weights};
use crate::domain::actor::ActorKind;
use crate::domain::data::{DataObject, Field};
use crate::domain::id::{ActorId, DataId, NodeId, ResourceId};
use crate::domain::metric::Measure;
use crate::domain::plan::{self, GatewayRule, Plan};
use crate::domain::scenario::Scenario;
use crate::domain::step::AgentKind;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::plan::condition::{self, Expression, Path};

pub(super) use super::assumed::Assumed;
use crate::random::Streams;

use super::data::FieldSampler;
use super::program::{Choice, Flow, MetricPlan, Node, NodeKind, PersonaPlan, Program, Test, Ways};
use super::services::Mock;
use super::{full, metrics, mishaps, outages, people, resources, steps};

/// Makes a plan ready to run in a scenario.
///
/// # Errors
/// `invalid_plan` where the plan cannot be run: no start, a flow or step that names what is not there, a
/// probability above 1; `invalid_condition`; `invalid_scenario`, `invalid_number` and `limit_size` for values
/// out of range.
pub fn compile(plan: &Plan, scenario: &Scenario) -> Result<Program> {
    let limits = Limits::default();
    Limits::check_count("nodes", plan.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", plan.flows.len(), limits.plan_flows)?;
    Limits::check_count("cases", scenario.cases as usize, limits.cases)?;
    Limits::check_count("replications", scenario.replications as usize, limits.replications)?;
    if scenario.cases == 0 || scenario.replications == 0 {
        return Err(invalid_scenario("a run needs at least one case and one replication"));
    }
    let mut compiler = Compiler::new(plan, scenario)?;
    let flows = compiler.flows()?;
    let mut nodes = compiler.nodes()?;
    let has_inclusive_join = super::joins::mark_inclusive_joins(&mut nodes, &flows);
    let start = compiler.start()?;
    let pools = resources::compile(&mut compiler)?;
    let services = outages::services(plan, scenario)?;
    let mocks = std::mem::take(&mut compiler.mocks);
    let personas = compiler.personas()?;
    let shares: Vec<f64> =
        people::or_ordinary(&scenario.personas).iter().map(|persona| persona.share).collect();
    let (metrics, watched) = compiler.metrics()?;
    let used = plan.assumptions.iter().map(|assumption| &assumption.id);
    let used_assumptions = used.filter(|id| compiler.assumed.is_used(id)).cloned().collect();
    Ok(Program {
        follows_keys: nodes.iter().any(Node::needs_key),
        nodes,
        flows,
        start,
        pools,
        services,
        shared_outages: outages::shared(plan, scenario)?,
        mishaps: mishaps::compile(scenario)?,
        mocks,
        personas,
        persona_weights: Weights::new(&shares)?,
        objects: plan.data.iter().map(|object| object.id.clone()).collect(),
        fields: compiler.fields,
        limited_flows: compiler.limited_flows,
        batches: compiler.batches,
        has_inclusive_join,
        metrics,
        watched,
        arrivals: super::coming::compile(scenario)?,
        streams: Streams::new(scenario.seed),
        cases: scenario.cases,
        replications: scenario.replications.min(u32::try_from(scenario.cases).unwrap_or(u32::MAX)),
        limits: scenario.limits.clone(),
        trace: scenario.trace,
        warm_up: scenario.warm_up_cases.unwrap_or(0),
        used_assumptions,
        warnings: compiler.warnings,
    })
}

/// An address for draws, made from a stable name; `space` keeps nodes, data and cases apart.
pub(super) fn address(space: u32, name: &str) -> u32 {
    let hash = blake3::hash(name.as_bytes());
    let (word, _) = hash.as_bytes().split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
    (u32::from_le_bytes(*word) >> 2) | (space << 30)
}

/// What the parts of the compiler share.
pub(super) struct Compiler<'a> {
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub assumed: Assumed<'a>,
    pub node_numbers: BTreeMap<&'a NodeId, u32>,
    resource_numbers: BTreeMap<&'a ResourceId, u32>,
    object_numbers: BTreeMap<&'a DataId, usize>,
    /// Who the case's own person is: the customers, or whoever does the first step.
    case_people: Vec<&'a ActorId>,
    pub(super) fields: Vec<FieldSampler>,
    limited_flows: usize,
    pub(super) batches: u32,
    /// The services that really answer, by their number in the plan.
    pub(super) mocks: Vec<Option<Mock>>,
    pub warnings: Vec<String>,
}

impl<'a> Compiler<'a> {
    fn new(plan: &'a Plan, scenario: &'a Scenario) -> Result<Self> {
        numbered(plan.flows.iter().map(|flow| &flow.id), "flow")?;
        Ok(Compiler {
            plan,
            scenario,
            assumed: Assumed::new(plan, scenario)?,
            node_numbers: numbered(plan.nodes.iter().map(|node| &node.id), "node")?,
            resource_numbers: numbered(plan.resources.iter().map(|resource| &resource.id), "resource")?,
            object_numbers: plan
                .data
                .iter()
                .enumerate()
                .map(|(number, object)| (&object.id, number))
                .collect(),
            case_people: case_people(plan),
            fields: Vec::new(),
            limited_flows: 0,
            batches: 0,
            mocks: full::mocks(plan, scenario)?,
            warnings: Vec::new(),
        })
    }

    pub(super) fn node(&self, id: &NodeId) -> Result<u32> {
        self.node_numbers.get(id).copied().ok_or_else(|| missing("node", id))
    }

    pub(super) fn resource(&self, id: &ResourceId) -> Result<u32> {
        self.resource_numbers.get(id).copied().ok_or_else(|| missing("resource", id))
    }

    pub(super) fn object(&self, id: &DataId) -> Option<usize> {
        self.object_numbers.get(id).copied()
    }

    pub(super) fn is_case_person(&self, actor: &ActorId) -> bool {
        self.case_people.contains(&actor)
    }

    fn start(&self) -> Result<u32> {
        let mut starts =
            self.plan.nodes.iter().zip(0..).filter(|(node, _)| matches!(node.kind, plan::NodeKind::Start));
        match (starts.next(), starts.next()) {
            (Some((_, number)), None) => Ok(number),
            (None, _) => Err(invalid_plan("the plan has no start")),
            (Some(_), Some(_)) => Err(invalid_plan("the plan has more than one start")),
        }
    }

    fn flows(&mut self) -> Result<Vec<Flow>> {
        let mut flows = Vec::with_capacity(self.plan.flows.len());
        for flow in &self.plan.flows {
            self.node(&flow.from)?;
            let limit = flow.max_times.map(|most| {
                self.limited_flows += 1;
                (self.limited_flows - 1, most)
            });
            flows.push(Flow {
                id: flow.id.clone(),
                to: self.node(&flow.to)?,
                test: flow
                    .condition
                    .as_ref()
                    .map(|condition| self.test(&condition.expression))
                    .transpose()?,
                probability: flow.probability.as_ref().map(|id| self.assumed.share(id)).transpose()?,
                limit,
            });
        }
        Ok(flows)
    }

    fn test(&mut self, expression: &str) -> Result<Test> {
        let expression: Expression = expression.parse()?;
        condition::check_names(&expression, self.plan)?;
        let mut fields = Vec::with_capacity(expression.paths().len());
        for path in expression.paths() {
            fields.push(self.field(path)?);
        }
        Ok(Test { expression, fields })
    }

    /// The number of a field's sampler, made where it is asked for the first time.
    fn field(&mut self, path: &Path) -> Result<usize> {
        let object = condition::object_of(self.plan, &path.object);
        let field = object.and_then(|object| object.fields.iter().find(|field| field.name == path.field));
        let (Some(object), Some(field)) = (object, field) else {
            return Err(missing("data", &format!("{}.{}", path.object, path.field)));
        };
        self.sampler_of(object, field, path.clone())
    }

    /// The number of a field's sampler.
    pub(super) fn sampler_of(&mut self, object: &DataObject, field: &Field, path: Path) -> Result<usize> {
        if let Some(known) = self.fields.iter().position(|field| field.path == path) {
            return Ok(known);
        }
        let number = self.object(&object.id).unwrap_or(0);
        self.fields.push(FieldSampler::new(number, object, field, &path, &mut self.assumed)?);
        Ok(self.fields.len() - 1)
    }

    fn nodes(&mut self) -> Result<Vec<Node>> {
        let plan = self.plan;
        let mut outgoing: Vec<Vec<u32>> = vec![Vec::new(); plan.nodes.len()];
        let mut incoming = vec![0; plan.nodes.len()];
        for (flow, number) in plan.flows.iter().zip(0..) {
            if let Some(list) = outgoing.get_mut(self.node(&flow.from)? as usize) {
                list.push(number);
            }
            if let Some(count) = incoming.get_mut(self.node(&flow.to)? as usize) {
                *count += 1;
            }
        }
        let mut nodes = Vec::with_capacity(plan.nodes.len());
        for ((node, flows), incoming) in plan.nodes.iter().zip(outgoing).zip(incoming) {
            let kind = match &node.kind {
                plan::NodeKind::Start => NodeKind::Start,
                plan::NodeKind::Step(step) => NodeKind::Step(Box::new(steps::compile(self, node, step)?)),
                plan::NodeKind::Gateway(gateway) => NodeKind::Gateway(gateway.rule),
                plan::NodeKind::Timer(timer) => NodeKind::Wait(self.assumed.sampler(&timer.duration)?),
                plan::NodeKind::Message(message) if message.is_signal => {
                    NodeKind::Signal(self.assumed.sampler(&message.delay)?)
                }
                plan::NodeKind::Message(message) => NodeKind::Wait(self.assumed.sampler(&message.delay)?),
                plan::NodeKind::End(end) => {
                    NodeKind::End(end.outcome, end.ends_case || end.outcome != plan::Outcome::GoalReached)
                }
            };
            if flows.is_empty() && !matches!(kind, NodeKind::End(..)) {
                return Err(invalid_plan(&format!("nothing follows `{}`", node.title))
                    .with_hint("connect it to a next step or to an end"));
            }
            nodes.push(Node {
                id: node.id.clone(),
                title: node.title.clone(),
                address: address(2, node.id.as_str()),
                ways: self.ways(node, flows)?,
                is_message: matches!(node.kind, plan::NodeKind::Message(_)),
                kind,
                incoming,
                reached_from: Vec::new(),
            });
        }
        Ok(nodes)
    }

    fn ways(&self, node: &plan::Node, flows: Vec<u32>) -> Result<Ways> {
        let list: Vec<&plan::Flow> =
            flows.iter().filter_map(|number| self.plan.flows.get(*number as usize)).collect();
        let default = list.iter().position(|flow| flow.is_default);
        let decided = list.iter().any(|flow| flow.probability.is_some() || flow.condition.is_some());
        let conditions_first =
            matches!(&node.kind, plan::NodeKind::Gateway(gateway) if gateway.conditions_first);
        let rule = match &node.kind {
            plan::NodeKind::Gateway(gateway) => gateway.rule,
            // Several flows out of anything else: a choice where something decides, all of them otherwise.
            _ if decided => GatewayRule::Exclusive,
            _ => GatewayRule::Parallel,
        };
        let choice = match rule {
            _ if list.len() < 2 => Choice::All,
            GatewayRule::Parallel => Choice::All,
            GatewayRule::Inclusive if conditions_first => {
                Choice::AnyHolding(self.branch_weights(node, &list)?)
            }
            GatewayRule::Inclusive => Choice::Any,
            GatewayRule::Exclusive if conditions_first && decided => {
                Choice::Holding(self.branch_weights(node, &list)?)
            }
            GatewayRule::EventBased => {
                let waits = list.iter().all(|flow| {
                    let target = self.plan.nodes.iter().find(|node| node.id == flow.to);
                    target.is_some_and(|node| {
                        matches!(node.kind, plan::NodeKind::Timer(_) | plan::NodeKind::Message(_))
                    })
                });
                if !waits {
                    return Err(invalid_plan(&format!(
                        "`{}` waits for events, but a step follows it",
                        node.title
                    ))
                    .with_hint("put a timer or a message behind every way of an event-based choice"));
                }
                Choice::Race
            }
            GatewayRule::Exclusive if list.iter().any(|flow| flow.probability.is_some()) => {
                Choice::Weighted(self.branch_weights(node, &list)?)
            }
            GatewayRule::Exclusive if decided => Choice::First,
            GatewayRule::Exclusive => Choice::Weighted(Weights::new(&vec![1.0; list.len()])?),
        };
        let by_data = list.iter().any(|flow| flow.condition.is_some());
        let one = matches!(choice, Choice::Weighted(_) | Choice::First | Choice::Holding(_));
        let is_gateway = matches!(node.kind, plan::NodeKind::Gateway(_));
        Ok(Ways { flows, choice, default, reads_data: by_data && one && is_gateway })
    }

    /// Probabilities as they stand; flows without one share what is left.
    fn branch_weights(&self, node: &plan::Node, list: &[&plan::Flow]) -> Result<Weights> {
        let known: Vec<Option<f64>> = list
            .iter()
            .map(|flow| {
                let id = flow.probability.as_ref();
                id.map(|id| self.assumed.value(id).map(|value| value.clamp(0.0, 1.0))).transpose()
            })
            .collect::<Result<_>>()?;
        let sum: f64 = known.iter().flatten().sum();
        let open = known.iter().filter(|share| share.is_none()).count();
        let rest = if open == 0 { 0.0 } else { (1.0 - sum).max(0.0) / open as f64 };
        let weights: Vec<f64> = known.into_iter().map(|share| share.unwrap_or(rest)).collect();
        Weights::new(&weights).map_err(|error| {
            invalid_plan(&format!("no way out of `{}` has a probability above 0", node.title))
                .with_source(error)
        })
    }

    fn personas(&self) -> Result<Vec<PersonaPlan>> {
        let personas = people::or_ordinary(&self.scenario.personas).into_owned().into_iter().map(|persona| {
            people::check(&persona)?;
            Ok(PersonaPlan {
                id: persona.id,
                pace: persona.pace,
                patience: persona.patience,
                skill: persona.skill,
                longest_wait: persona.longest_wait.as_ref().map(super::assumed::sampler).transpose()?,
                returns: persona.returns,
                returns_after: super::assumed::sampler(&persona.returns_after)?,
            })
        });
        personas.collect()
    }

    fn metrics(&self) -> Result<(Vec<MetricPlan>, Vec<u32>)> {
        let mut watched = Vec::new();
        let mut metrics = Vec::new();
        for (measure, result) in metrics::of_plan(self.plan) {
            let place = match &measure {
                Measure::ReachedShare(about) | Measure::VisitsPerCase(about) => {
                    let node = self.node(&about.node)?;
                    Some(watched.iter().position(|other| *other == node).unwrap_or_else(|| {
                        watched.push(node);
                        watched.len() - 1
                    }))
                }
                _ => None,
            };
            metrics.push(MetricPlan { measure, result, watched: place });
        }
        Ok((metrics, watched))
    }
}

pub(super) fn case_people(plan: &Plan) -> Vec<&ActorId> {
    let customers: Vec<&ActorId> =
        plan.actors.iter().filter(|actor| actor.kind == ActorKind::Customer).map(|actor| &actor.id).collect();
    if !customers.is_empty() {
        return customers;
    }
    let mut steps = plan.nodes.iter().filter_map(|node| match &node.kind {
        plan::NodeKind::Step(step) if step.agent.kind == AgentKind::Person => Some(&step.actor),
        _ => None,
    });
    steps.next().into_iter().collect()
}

fn numbered<'a, T: Ord + std::fmt::Display>(
    ids: impl Iterator<Item = &'a T>,
    what: &str,
) -> Result<BTreeMap<&'a T, u32>> {
    let mut numbers = BTreeMap::new();
    for (id, number) in ids.zip(0..) {
        if numbers.insert(id, number).is_some() {
            return Err(invalid_plan(&format!("the {what} `{id}` stands twice in the plan")));
        }
    }
    Ok(numbers)
}

pub(super) fn missing(what: &str, id: &impl std::fmt::Display) -> Error {
    invalid_plan(&format!("the plan names the {what} `{id}`, which it does not have"))
}

pub(super) fn invalid_plan(message: &str) -> Error {
    Error::new(ErrorCode::InvalidPlan, message)
}

pub(super) fn invalid_scenario(message: &str) -> Error {
    Error::new(ErrorCode::InvalidScenario, message)
}

/// The kernel's calendar type, here so that callers need not know where it comes from.
pub(super) type KernelCalendar = des::Calendar;
