//! Operations in plain words.

use crate::domain::edit::{Operation, Place, ResourceRules};
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{GatewayRule, Plan};
use crate::domain::quantity::Unit;
use crate::domain::resource::{ClosingRule, QueueOrder};
use crate::plan::edit::words::{amount, duration};

/// What operations would do, one sentence each. Names are those of the given plan.
pub fn describe(plan: &Plan, operations: &[Operation]) -> String {
    let mut present = plan.clone();
    let mut sentences = Vec::new();
    for operation in operations {
        sentences.push(sentence(&present, operation));
        if let Ok(changed) = crate::plan::edit::changed(&present, std::slice::from_ref(operation)) {
            present = changed;
        }
    }
    sentences.join(" ")
}

fn sentence(plan: &Plan, operation: &Operation) -> String {
    let node = |id: &NodeId| {
        let found = plan.nodes.iter().find(|node| node.id == *id);
        format!("`{}`", found.map_or(id.as_str(), |node| node.title.as_str()))
    };
    let list = |nodes: &[NodeId]| nodes.iter().map(&node).collect::<Vec<_>>().join(" and ");
    let quoted =
        |titles: &[String]| titles.iter().map(|title| format!("`{title}`")).collect::<Vec<_>>().join(" and ");
    let flow = |id: &FlowId| branch(plan, id);
    let place = |place: &Place| match place {
        Place::Before(target) => format!("before {}", node(&target.node)),
        Place::After(target) => format!("after {}", node(&target.node)),
        Place::Between(pair) => format!("between {} and {}", node(&pair.first), node(&pair.second)),
        Place::AtStart => "at the start".to_owned(),
        Place::AtEnd => "at the end".to_owned(),
    };
    match operation {
        Operation::Insert(order) => {
            let actor =
                order.actor.as_ref().map(|actor| format!(", done by the {actor}")).unwrap_or_default();
            format!("Add `{}` {}{actor}.", order.title, place(&order.place))
        }
        Operation::Remove(order) => format!("Remove {}.", node(&order.node)),
        Operation::Move(order) => format!("Move {} {}.", node(&order.node), place(&order.place)),
        Operation::Replace(order) => format!("Replace {} by {}.", node(&order.node), quoted(&order.titles)),
        Operation::Swap(order) => {
            format!("Let {} and {} change places.", node(&order.first), node(&order.second))
        }
        Operation::Rename(order) => format!("Rename {} to `{}`.", node(&order.node), order.title),
        Operation::Duplicate(order) => format!("Put a copy of {} behind it.", node(&order.node)),
        Operation::Split(order) => format!("Split {} into {}.", node(&order.node), quoted(&order.titles)),
        Operation::Merge(order) => match &order.title {
            Some(title) => format!("Make one step `{title}` of {}.", list(&order.nodes)),
            None => format!("Make one step of {}.", list(&order.nodes)),
        },
        Operation::MakeParallel(order) => format!("Do {} at the same time.", list(&order.nodes)),
        Operation::MakeSequential(order) => format!("Do {} one after the other.", list(&order.nodes)),
        Operation::MakeConditional(order) => {
            let last = order.last.as_ref().map(|last| format!(" to {}", node(last))).unwrap_or_default();
            let otherwise =
                order.otherwise.as_ref().map(|title| format!(", otherwise do `{title}`")).unwrap_or_default();
            format!("Do {}{last} only if {}{otherwise}.", node(&order.node), order.condition)
        }
        Operation::SetCondition(order) => format!("Take {} if {}.", flow(&order.flow), order.condition),
        Operation::ChangeGateway(order) => {
            let rule = match order.rule {
                GatewayRule::Exclusive => "take exactly one way",
                GatewayRule::Inclusive => "take one way or more",
                GatewayRule::Parallel => "take all ways at the same time",
                GatewayRule::EventBased => "take the way of what happens first",
            };
            format!("At {}, {rule}.", node(&order.node))
        }
        Operation::RemoveBranch(order) => format!("Remove {}.", flow(&order.flow)),
        Operation::KeepOnlyBranch(order) => format!("Keep only {}.", flow(&order.flow)),
        Operation::Loop(order) => {
            let span = if order.first == order.last {
                node(&order.first)
            } else {
                format!("{} to {}", node(&order.first), node(&order.last))
            };
            let word = if order.while_holds { "while" } else { "until" };
            let check = if order.check_first { ", checked before the first round" } else { "" };
            format!("Repeat {span} {word} {}, at most {} times{check}.", order.condition, order.max_times)
        }
        Operation::Group(order) => format!("Make a sub-plan `{}` of {}.", order.title, list(&order.nodes)),
        Operation::Ungroup(order) => {
            let title = plan
                .groups
                .iter()
                .find(|group| group.id == order.group)
                .map_or(order.group.as_str(), |group| group.title.as_str());
            format!("Dissolve the sub-plan `{title}`.")
        }
        Operation::Assign(order) => {
            format!("Let the {} do {}.", order.actor.trim_start_matches("the "), node(&order.node))
        }
        Operation::SetLimit(order) => {
            let mut limits = Vec::new();
            limits.extend(order.time_ms.map(duration));
            limits.extend(order.money.map(|money| format!("{money} in money")));
            limits.extend(order.times.map(|times| format!("{times} times")));
            format!("Limit {} to {}.", node(&order.node), limits.join(" and "))
        }
        Operation::AddWait(order) => {
            format!("Wait {} before {}.", duration(order.duration_ms), node(&order.node))
        }
        Operation::AddApproval(order) => format!(
            "Let the {} approve before {}.",
            order.actor.trim_start_matches("the "),
            node(&order.node)
        ),
        Operation::SetRisk(order) => match order.level {
            Some(level) => {
                format!("Mark {} as {} risk.", node(&order.node), format!("{level:?}").to_lowercase())
            }
            None => format!("Take the risk mark from {}.", node(&order.node)),
        },
        Operation::SetUndo(order) => match &order.title {
            Some(title) => format!("Where a case fails after {}, undo it: `{title}`.", node(&order.node)),
            None => format!("Do not undo {} any more.", node(&order.node)),
        },
        Operation::SetResource(order) => rules(plan, order),
        Operation::AddNote(order) => format!("Add a note to {}: {}", node(&order.node), order.text),
        Operation::SetAssumption(order) => {
            let found = plan.assumptions.iter().find(|assumption| assumption.id == order.assumption);
            let statement =
                found.map_or(order.assumption.as_str(), |assumption| assumption.statement.as_str());
            let unit = found.map_or(&Unit::Count, |assumption| &assumption.unit);
            format!("Assume {} for: {statement}.", amount(order.mean, unit))
        }
    }
}

/// The rules of a resource, one sentence.
fn rules(plan: &Plan, order: &ResourceRules) -> String {
    let found = plan.resources.iter().find(|resource| resource.id == order.resource);
    let title = found.map_or(order.resource.as_str(), |resource| resource.title.as_str());
    let mut parts = Vec::new();
    parts.extend(order.order.map(|order| match order {
        QueueOrder::FirstCome => "serve first whoever came first".to_owned(),
        QueueOrder::LastCome => "serve first whoever came last".to_owned(),
        QueueOrder::Priority => "serve the most urgent first".to_owned(),
        QueueOrder::Shared => "serve everybody at once, more slowly the more there are".to_owned(),
    }));
    parts.extend(order.interrupts.map(|interrupts| match interrupts {
        true => "let urgent cases interrupt the others".to_owned(),
        false => "interrupt nobody".to_owned(),
    }));
    parts.extend(order.restarts.map(|restarts| match restarts {
        true => "interrupted work begins anew".to_owned(),
        false => "interrupted work goes on from where it was".to_owned(),
    }));
    parts.extend(order.limit.map(|limit| format!("let at most {limit} wait")));
    parts.extend(order.patience_ms.map(|time| format!("people leave the queue after {}", duration(time))));
    parts.extend(order.balking.as_ref().map(|rule| {
        format!("{} of the people leave where {} or more wait", amount(rule.share, &Unit::Share), rule.from)
    }));
    parts.extend(order.at_closing.map(|rule| match rule {
        ClosingRule::Rests => "stop work when the hours end".to_owned(),
        ClosingRule::Finishes => "finish what was begun as overtime".to_owned(),
    }));
    parts.extend(order.breakdown.as_ref().map(|rule| {
        let (between, repair) = (duration(rule.between_ms), duration(rule.repair_ms));
        format!("break down every {between}, with a repair of {repair}")
    }));
    format!("For `{title}`: {}.", parts.join("; "))
}

fn branch(plan: &Plan, id: &FlowId) -> String {
    match plan.flows.iter().find(|flow| flow.id == *id) {
        Some(flow) => match &flow.label {
            Some(label) => format!("the branch `{label}`"),
            None => {
                let to = plan
                    .nodes
                    .iter()
                    .find(|node| node.id == flow.to)
                    .map_or(flow.to.as_str(), |node| node.title.as_str());
                format!("the branch to `{to}`")
            }
        },
        None => format!("the branch `{id}`"),
    }
}
