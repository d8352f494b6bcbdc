use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::agent::{Agent, Skill};
use crate::domain::data::Sensitivity;
use crate::domain::edit::*;
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{GatewayRule, Node, NodeKind, Outcome};
use crate::domain::resource::{ClosingRule, QueueOrder};
use crate::domain::step::{AgentKind, RiskLevel};
use crate::plan::sample;

/// An independent judge of soundness: the shape, and a token game over all reachable states.
fn faults(plan: &Plan) -> Vec<String> {
    let mut faults = Vec::new();
    let ids: BTreeSet<&NodeId> = plan.nodes.iter().map(|node| &node.id).collect();
    if ids.len() != plan.nodes.len() {
        faults.push("two nodes have one id".to_owned());
    }
    let flow_ids: BTreeSet<_> = plan.flows.iter().map(|flow| &flow.id).collect();
    if flow_ids.len() != plan.flows.len() {
        faults.push("two flows have one id".to_owned());
    }
    for node in &plan.nodes {
        let outs: Vec<_> = plan.flows.iter().filter(|flow| flow.from == node.id).collect();
        let ins = plan.flows.iter().filter(|flow| flow.to == node.id).count();
        let fits = match &node.kind {
            NodeKind::Start => ins == 0 && outs.len() == 1,
            NodeKind::End(_) => outs.is_empty(),
            NodeKind::Gateway(_) => ins > 0 && !outs.is_empty(),
            _ => ins > 0 && outs.len() == 1,
        };
        if !fits {
            faults.push(format!("`{}` has {ins} ways in and {} out", node.id, outs.len()));
        }
        if let NodeKind::Gateway(gateway) = &node.kind
            && gateway.rule == GatewayRule::Exclusive
            && outs.len() > 1
        {
            if outs.iter().filter(|flow| flow.is_default).count() > 1 {
                faults.push(format!("`{}` has two defaults", node.id));
            }
            let shares: Vec<f64> = outs
                .iter()
                .filter_map(|flow| flow.probability.as_ref())
                .filter_map(|id| plan.assumptions.iter().find(|other| other.id == *id))
                .map(|assumption| assumption.value.mean())
                .collect();
            if shares.len() == outs.len() && (shares.iter().sum::<f64>() - 1.0).abs() > 1e-6 {
                faults.push(format!("shares of `{}` are {shares:?}", node.id));
            }
        }
    }
    for flow in &plan.flows {
        if !ids.contains(&flow.from) || !ids.contains(&flow.to) {
            faults.push(format!("`{}` hangs in the air", flow.id));
        }
    }
    let text = serde_json::to_string(plan).unwrap();
    let back: Plan = serde_json::from_str(&text).unwrap();
    assert_eq!(back, *plan);
    for reference in text.split('"').filter(|part| part.starts_with("assume_") || part.starts_with("screen_"))
    {
        let known = plan.assumptions.iter().any(|other| other.id.as_str() == reference)
            || plan.screens.iter().any(|other| other.id.as_str() == reference);
        if !known {
            faults.push(format!("`{reference}` is not defined"));
        }
    }
    if faults.is_empty() {
        faults.extend(play(plan));
    }
    faults
}

/// Plays all states of tokens on flows that one case can reach.
fn play(plan: &Plan) -> Option<String> {
    let index_of = |flow: &FlowId| plan.flows.iter().position(|other| other.id == *flow).unwrap();
    let outs = |node: &NodeId| -> Vec<usize> {
        plan.flows.iter().filter(|flow| flow.from == *node).map(|flow| index_of(&flow.id)).collect()
    };
    let ins = |node: &NodeId| -> Vec<usize> {
        plan.flows.iter().filter(|flow| flow.to == *node).map(|flow| index_of(&flow.id)).collect()
    };
    let node = |id: &NodeId| -> &Node { plan.nodes.iter().find(|node| node.id == *id).unwrap() };
    let start = plan.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start)).unwrap();
    let mut visited: BTreeSet<NodeId> = BTreeSet::from([start.id.clone()]);
    let first = outs(&start.id);
    let mut edges: BTreeMap<Vec<usize>, Vec<Vec<usize>>> = BTreeMap::new();
    let mut waiting = vec![first];
    while let Some(state) = waiting.pop() {
        if edges.contains_key(&state) {
            continue;
        }
        if edges.len() > 4_000 {
            return None;
        }
        let mut next = Vec::new();
        for (position, flow) in state.iter().enumerate() {
            let target = node(&plan.flows[*flow].to);
            let mut rest = state.clone();
            rest.remove(position);
            let mut push = |produced: &[usize], rest: &[usize]| {
                let mut state = rest.to_vec();
                state.extend_from_slice(produced);
                state.sort_unstable();
                next.push(state);
            };
            match &target.kind {
                NodeKind::End(end) if end.outcome == Outcome::GoalReached => push(&[], &rest),
                NodeKind::End(_) => next.push(vec![]),
                NodeKind::Gateway(gateway) => {
                    let needed = ins(&target.id);
                    let parallel = gateway.rule == GatewayRule::Parallel;
                    if parallel && needed.len() > 1 {
                        if !needed.iter().all(|way| state.contains(way)) {
                            continue;
                        }
                        rest = state.clone();
                        for way in &needed {
                            let at = rest.iter().position(|other| other == way).unwrap();
                            rest.remove(at);
                        }
                    }
                    if parallel {
                        push(&outs(&target.id), &rest);
                    } else {
                        outs(&target.id).iter().for_each(|way| push(&[*way], &rest));
                    }
                }
                _ => push(&outs(&target.id), &rest),
            }
            visited.insert(target.id.clone());
            for failure in failure_targets(target) {
                visited.insert(failure.clone());
                if outs(failure).is_empty() {
                    next.push(vec![]);
                }
            }
        }
        if next.is_empty() && !state.is_empty() {
            let where_: Vec<_> = state.iter().map(|flow| plan.flows[*flow].to.as_str()).collect();
            return Some(format!("tokens are stuck before {where_:?}"));
        }
        if state.windows(2).any(|pair| pair[0] == pair[1]) {
            return Some(format!("two tokens on `{}`", plan.flows[state[0]].id));
        }
        waiting.extend(next.iter().cloned());
        edges.insert(state, next);
    }
    let mut finishing: BTreeSet<Vec<usize>> = BTreeSet::from([vec![]]);
    loop {
        let more: Vec<_> = edges
            .iter()
            .filter(|(state, next)| {
                !finishing.contains(*state) && next.iter().any(|to| finishing.contains(to))
            })
            .map(|(state, _)| state.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        finishing.extend(more);
    }
    if edges.keys().any(|state| !finishing.contains(state)) {
        return Some("a state cannot finish".to_owned());
    }
    plan.nodes
        .iter()
        .find(|node| !visited.contains(&node.id))
        .map(|node| format!("`{}` is never reached", node.id))
}

/// Makes an operation of a few numbers.
pub(crate) fn operation(plan: &Plan, kind: u8, a: u16, b: u16, c: u16) -> Operation {
    let node = |number: u16| plan.nodes[usize::from(number) % plan.nodes.len()].id.clone();
    let flow = |number: u16| plan.flows[usize::from(number) % plan.flows.len()].id.clone();
    let place = match c % 5 {
        0 => Place::Before(NodeTarget { node: node(b) }),
        1 => Place::After(NodeTarget { node: node(b) }),
        2 => {
            let flow = &plan.flows[usize::from(b) % plan.flows.len()];
            Place::Between(NodePair { first: flow.from.clone(), second: flow.to.clone() })
        }
        3 => Place::AtStart,
        _ => Place::AtEnd,
    };
    let text = |word: &str| format!("{word} {a}");
    match kind % 24 {
        0 | 1 => Operation::Insert(InsertStep {
            title: text("Insert"),
            place,
            actor: c.is_multiple_of(2).then(|| "the auditor".to_owned()),
        }),
        2 | 3 => Operation::Remove(NodeTarget { node: node(a) }),
        4 | 5 => Operation::Move(MoveNode { node: node(a), place }),
        6 => Operation::Replace(ReplaceStep { node: node(a), titles: vec![text("One"), text("Two")] }),
        7 | 8 => Operation::Swap(NodePair { first: node(a), second: node(b) }),
        9 => Operation::Duplicate(NodeTarget { node: node(a) }),
        10 => Operation::Split(SplitStep { node: node(a), titles: vec![text("Part one"), text("Part two")] }),
        11 => Operation::Merge(MergeSteps { nodes: vec![node(a), node(b)], title: None }),
        12 | 13 => Operation::MakeParallel(NodeSet { nodes: vec![node(a), node(b)] }),
        14 => Operation::MakeSequential(NodeSet { nodes: vec![node(a), node(b)] }),
        15 | 16 => Operation::MakeConditional(ConditionalNode {
            node: node(a),
            last: c.is_multiple_of(2).then(|| node(b)),
            condition: text("the order is above"),
            otherwise: c.is_multiple_of(3).then(|| text("Do something else")),
        }),
        17 => Operation::ChangeGateway(GatewayChange {
            node: node(a),
            rule: if c.is_multiple_of(2) { GatewayRule::Parallel } else { GatewayRule::Exclusive },
        }),
        18 => Operation::RemoveBranch(BranchTarget { flow: flow(a) }),
        19 => Operation::KeepOnlyBranch(BranchTarget { flow: flow(a) }),
        20 => Operation::Loop(LoopNodes {
            first: node(a),
            last: node(b),
            condition: text("it is better than"),
            while_holds: c.is_multiple_of(2),
            max_times: 3,
            check_first: c.is_multiple_of(3),
        }),
        21 => Operation::AddApproval(ApprovalBefore { node: node(a), actor: "manager".to_owned() }),
        24 => Operation::SetUndo(UndoOfStep {
            node: node(a),
            title: c.is_multiple_of(2).then(|| text("Take it back")),
        }),
        25 => Operation::SetResource(ResourceRules {
            resource: plan.resources[usize::from(a) % plan.resources.len()].id.clone(),
            order: c.is_multiple_of(2).then_some(QueueOrder::LastCome),
            interrupts: c.is_multiple_of(4).then_some(c.is_multiple_of(8)),
            restarts: c.is_multiple_of(6).then_some(c.is_multiple_of(12)),
            limit: c.is_multiple_of(3).then_some(u32::from(b)),
            patience_ms: c.is_multiple_of(5).then_some(u64::from(b)),
            balking: c.is_multiple_of(7).then_some(BalkingRule { from: 3, share: f64::from(b) / 400.0 }),
            at_closing: Some(ClosingRule::Finishes),
            breakdown: None,
        }),
        22 => Operation::AddWait(WaitBefore { node: node(a), duration_ms: 60_000 }),
        _ => Operation::SetCondition(BranchCondition { flow: flow(a), condition: text("sum >") }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_operation_keeps_a_plan_sound(orders in prop::collection::vec((0u8..26, 0u16..500, 0u16..500, 0u16..30), 1..8)) {
        let mut plan = sample::guest_checkout().unwrap();
        for (kind, a, b, c) in orders {
            let operation = operation(&plan, kind, a, b, c);
            match apply(&plan, std::slice::from_ref(&operation)) {
                Ok(edited) => {
                    prop_assert_eq!(faults(&edited.plan), Vec::<String>::new(), "{:?}", operation);
                    prop_assert!(crate::plan::ensure_sound(&edited.plan).is_ok(), "{:?}", operation);
                    let back = undo(&edited).unwrap();
                    prop_assert_eq!(serde_json::to_vec(&back).unwrap(), serde_json::to_vec(&plan).unwrap());
                    prop_assert_ne!(&edited.before, &edited.after);
                    plan = edited.plan;
                }
                Err(error) => prop_assert_eq!(error.code(), ErrorCode::InvalidEdit, "{} {:?}", error, operation),
            }
        }
    }
}

fn id(text: &str) -> NodeId {
    NodeId::new(text).unwrap()
}

/// Titles along the goal's way, gateways left out.
fn way(plan: &Plan) -> Vec<String> {
    let mut titles = Vec::new();
    let mut here = plan.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start)).unwrap();
    for _ in 0..100 {
        if matches!(here.kind, NodeKind::Step(_) | NodeKind::Timer(_)) {
            titles.push(here.title.clone());
        }
        let Some(flow) = plan.flows.iter().find(|flow| flow.from == here.id) else { break };
        here = plan.nodes.iter().find(|node| node.id == flow.to).unwrap();
    }
    titles
}

#[test]
fn details_change_what_they_name_and_nothing_else() {
    let plan = sample::guest_checkout().unwrap();
    let pay = id("step_enter_the_card");
    let edited = apply(
        &plan,
        &[
            Operation::Assign(AssignStep { node: pay.clone(), actor: "the sales team".into(), agent: None }),
            Operation::SetLimit(StepLimit {
                node: pay.clone(),
                time_ms: Some(60_000),
                money: None,
                times: Some(3),
            }),
            Operation::SetRisk(RiskOfStep {
                node: pay.clone(),
                level: Some(RiskLevel::High),
                reason: "because".into(),
            }),
            Operation::AddNote(NoteOnNode { node: pay.clone(), text: "ask legal".into() }),
            Operation::Rename(RenameNode { node: pay.clone(), title: "Take the card".into() }),
        ],
    )
    .unwrap();
    let node = edited.plan.nodes.iter().find(|node| node.id == pay).unwrap();
    let NodeKind::Step(step) = &node.kind else { panic!("not a step") };
    assert_eq!(node.title, "Take the card");
    assert_eq!(node.notes, ["ask legal"]);
    assert_eq!(step.agent.name, "sales team");
    assert_eq!(step.limits.time_ms, Some(60_000));
    assert_eq!(step.risk.as_ref().unwrap().level, RiskLevel::High);
    assert_eq!(edited.plan.flows, plan.flows);
    assert_eq!(faults(&edited.plan), Vec::<String>::new());
    assert_eq!(undo(&edited).unwrap(), plan);
}

#[test]
fn an_ai_gets_only_what_an_agent_of_the_catalogue_can_do_and_may_see() {
    let plan = sample::guest_checkout().unwrap();
    let pay = id("step_enter_the_card");
    let give = |agent: Option<Agent>| {
        let order = AssignStep { node: pay.clone(), actor: "the payment bot".into(), agent };
        apply(&plan, &[Operation::Assign(order)]).unwrap()
    };
    let step_of = |plan: &Plan| match &plan.nodes.iter().find(|node| node.id == pay).unwrap().kind {
        NodeKind::Step(step) => step.clone(),
        _ => panic!("not a step"),
    };
    let edited = give(None);
    assert_eq!(step_of(&edited.plan).actor, step_of(&plan).actor, "no built-in agent enters payment data");
    assert_eq!(edited.plan.actors, plan.actors);
    assert!(edited.changes[0].contains("so a person does it"), "{:?}", edited.changes);
    let own = Agent {
        name: "payment bot".into(),
        kind: AgentKind::AiAgent,
        can: vec![Skill::Write, Skill::MoveMoney],
        needs: vec![],
        cost: 0.05,
        may_see: vec![
            Sensitivity::Ordinary,
            Sensitivity::Financial,
            Sensitivity::Secret,
            Sensitivity::Personal,
        ],
    };
    let edited = give(Some(own));
    let step = step_of(&edited.plan);
    assert_eq!((step.agent.kind, step.agent.name.as_str()), (AgentKind::AiAgent, "payment bot"));
    let cost = edited.plan.assumptions.iter().find(|known| Some(&known.id) == step.cost.as_ref()).unwrap();
    assert!((cost.value.mean() - 0.05).abs() < 1e-12);
    assert_eq!(faults(&edited.plan), Vec::<String>::new());
    assert_eq!(undo(&edited).unwrap(), plan);
}

#[test]
fn an_assumption_keeps_its_shape_and_siblings_share_the_rest() {
    let plan = sample::guest_checkout().unwrap();
    let flow = plan.flows.iter().find(|flow| flow.label.as_deref() == Some("declined")).unwrap();
    let assumption = flow.probability.clone().unwrap();
    let order = AssumptionValue { assumption: assumption.clone(), mean: 0.2 };
    let edited = apply(&plan, &[Operation::SetAssumption(order)]).unwrap();
    let share = |id: &crate::domain::id::AssumptionId| {
        edited.plan.assumptions.iter().find(|other| other.id == *id).unwrap().value.mean()
    };
    assert!((share(&assumption) - 0.2).abs() < 1e-12);
    let other = edited.plan.flows.iter().find(|flow| flow.label.as_deref() == Some("accepted")).unwrap();
    assert!((share(other.probability.as_ref().unwrap()) - 0.8).abs() < 1e-12);
}

#[test]
fn what_does_not_fit_is_refused_with_the_nearest_names() {
    let plan = sample::guest_checkout().unwrap();
    let error = apply(&plan, &[Operation::Remove(NodeTarget { node: id("step_enter_card") })]).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidEdit);
    assert!(error.hints()[0].contains("`step_enter_the_card`"), "{:?}", error.hints());
    assert_eq!(apply(&plan, &[]).unwrap_err().code(), ErrorCode::InvalidEdit);
    for node in ["start", "end_the_order_is_on_its_way"] {
        let node = plan.nodes.iter().find(|other| other.id.as_str().starts_with(node)).unwrap().id.clone();
        assert!(apply(&plan, &[Operation::Remove(NodeTarget { node })]).is_err());
    }
}

#[test]
fn steps_move_where_they_are_told() {
    let plan = sample::guest_checkout().unwrap();
    let order = MoveNode { node: id("step_hand_the_parcel_to_the_carrier"), place: Place::AtStart };
    let edited = apply(&plan, &[Operation::Move(order)]).unwrap();
    assert_eq!(way(&edited.plan)[0], "Hand the parcel to the carrier");
    let swap =
        NodePair { first: id("step_enter_the_card"), second: id("step_enter_email_and_delivery_address") };
    let edited = apply(&plan, &[Operation::Swap(swap)]).unwrap();
    assert_eq!(way(&edited.plan)[..2], ["Enter the card", "Enter email and delivery address"]);
}

/// The nodes to which failures of a step lead.
fn failure_targets(node: &Node) -> impl Iterator<Item = &NodeId> {
    let modes = match &node.kind {
        NodeKind::Step(step) => step.failure_modes.as_slice(),
        _ => &[],
    };
    modes.iter().filter_map(|mode| match &mode.then {
        crate::domain::step::FailureEffect::GoTo(target) => Some(&target.node),
        _ => None,
    })
}

#[test]
fn a_new_step_is_marked_and_its_guard_is_an_edit() {
    let plan = sample::guest_checkout().unwrap();
    let insert = InsertStep {
        title: "Refund the deposit".into(),
        place: Place::AtEnd,
        actor: Some("payment system".into()),
    };
    let plan = apply(&plan, &[Operation::Insert(insert)]).unwrap().plan;
    let risk_of = |plan: &Plan| {
        let node = plan.nodes.iter().find(|node| node.title == "Refund the deposit").unwrap();
        let NodeKind::Step(step) = &node.kind else { panic!("not a step") };
        step.risk.clone().unwrap()
    };
    let risk = risk_of(&plan);
    assert_eq!((risk.level, risk.rules.as_slice()), (RiskLevel::High, &["moves_money".to_owned()][..]));
    let guard = risk.guard.unwrap();
    let crate::domain::edit::EditReading::Understood(choice) = read(&plan, &guard).unwrap() else {
        panic!("{guard}")
    };
    let guarded = apply(&plan, &choice.operations).unwrap().plan;
    assert_eq!((risk_of(&guarded).level, risk_of(&guarded).guard), (RiskLevel::Medium, None));
}
