//! Where a plan uses its assumptions and screens.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{AssumptionId, ScreenId};
use crate::domain::plan::{NodeKind, Plan};
use crate::domain::resource::Resource;
use crate::domain::step::Step;

/// How often each assumption is used.
pub(super) fn assumptions(plan: &Plan) -> BTreeMap<&AssumptionId, usize> {
    let mut uses = BTreeMap::new();
    let in_nodes = plan.nodes.iter().flat_map(|node| match &node.kind {
        NodeKind::Timer(timer) => vec![&timer.duration],
        NodeKind::Message(message) => vec![&message.delay],
        NodeKind::Step(step) => of_step(step),
        _ => Vec::new(),
    });
    let in_flows = plan.flows.iter().filter_map(|flow| flow.probability.as_ref());
    let fields = plan.data.iter().flat_map(|object| &object.fields);
    let in_fields = fields.filter_map(|field| field.distribution.as_ref());
    let operations = plan.services.iter().flat_map(|service| &service.operations);
    let in_operations = operations.flat_map(|operation| [&operation.latency, &operation.failure]);
    let in_resources = plan.resources.iter().flat_map(Resource::assumptions);
    for id in in_nodes.chain(in_flows).chain(in_fields).chain(in_operations).chain(in_resources) {
        *uses.entry(id).or_insert(0) += 1;
    }
    uses
}

/// The screens that some step shows.
pub(super) fn screens(plan: &Plan) -> BTreeSet<&ScreenId> {
    let shown = plan.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Step(step) => step.screen.as_ref(),
        _ => None,
    });
    shown.collect()
}

fn of_step(step: &Step) -> Vec<&AssumptionId> {
    let times = [&step.working_time, &step.waiting_time, &step.cost];
    let count = step.for_each.as_ref().map(|for_each| &for_each.count);
    let failures = step.failure_modes.iter().map(|mode| &mode.probability);
    let undo = step.undo.iter().flat_map(|undo| undo.working_time.iter().chain(&undo.cost));
    let team = step.team.iter().filter_map(|member| member.working_time.as_ref());
    times.into_iter().flatten().chain(count).chain(failures).chain(team).chain(undo).collect()
}
