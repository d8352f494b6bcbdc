use proptest::prelude::*;

use super::*;
use crate::domain::edit::{InsertStep, NodeTarget, Operation, Place, RenameNode};
use crate::plan::edit::tests::operation;
use crate::plan::{difference::difference, sample};

fn node(name: &str) -> NodeId {
    NodeId::new(name).unwrap()
}

fn edited(plan: &Plan, operations: &[Operation]) -> Plan {
    edit::apply(plan, operations).unwrap().plan
}

fn renamed(plan: &Plan, id: &str, title: &str) -> Plan {
    edited(plan, &[Operation::Rename(RenameNode { node: node(id), title: title.into() })])
}

fn inserted(plan: &Plan, title: &str, before: &str) -> Plan {
    let place = Place::Before(NodeTarget { node: node(before) });
    edited(plan, &[Operation::Insert(InsertStep { title: title.into(), place, actor: None })])
}

fn removed(plan: &Plan, id: &str) -> Plan {
    edited(plan, &[Operation::Remove(NodeTarget { node: node(id) })])
}

/// The titles that are met on the way before a step, nearest last.
fn before(plan: &Plan, id: &str) -> Vec<String> {
    let mut titles = Vec::new();
    let mut here = node(id);
    while let Some(flow) = plan.flows.iter().find(|flow| flow.to == here) {
        here = flow.from.clone();
        let Some(node) = plan.nodes.iter().find(|node| node.id == here) else { break };
        titles.insert(0, node.title.clone());
        if titles.len() > 4 {
            break;
        }
    }
    titles
}

/// The same plan whatever the order of its lists.
fn plain(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.nodes.sort_by(|one, other| one.id.cmp(&other.id));
    plan.flows.sort_by(|one, other| one.id.cmp(&other.id));
    plan.groups.sort_by(|one, other| one.id.cmp(&other.id));
    plan.actors.sort_by(|one, other| one.id.cmp(&other.id));
    plan.data.sort_by(|one, other| one.id.cmp(&other.id));
    plan.screens.sort_by(|one, other| one.id.cmp(&other.id));
    plan.services.sort_by(|one, other| one.id.cmp(&other.id));
    plan.resources.sort_by(|one, other| one.id.cmp(&other.id));
    plan.assumptions.sort_by(|one, other| one.id.cmp(&other.id));
    plan.metrics.sort_by(|one, other| one.id.cmp(&other.id));
    plan.edge_cases.sort_by(|one, other| one.id.cmp(&other.id));
    plan.data.iter_mut().for_each(|data| data.fields.sort_by(|one, other| one.name.cmp(&other.name)));
    plan
}

#[test]
fn changes_of_both_sides_come_together() {
    let base = sample::guest_checkout().unwrap();
    let ours = renamed(&base, "step_enter_the_card", "Give the card");
    let insert = InsertStep { title: "Say thanks".into(), place: Place::AtEnd, actor: None };
    let theirs = edited(&base, &[Operation::Insert(insert)]);
    let one = merge(&base, &ours, &theirs).unwrap();
    assert!(one.conflicts.is_empty(), "{:?}", one.conflicts);
    let titles: Vec<&str> = one.plan.nodes.iter().map(|node| node.title.as_str()).collect();
    assert!(titles.contains(&"Give the card") && titles.contains(&"Say thanks"));
    assert!(!difference(&base, &one.plan).is_empty());
}

#[test]
fn new_steps_at_one_place_follow_each_other() {
    let base = sample::guest_checkout().unwrap();
    let ours = inserted(&base, "Weigh the parcel", "step_pack_the_order");
    let theirs = inserted(&base, "Count the goods", "step_pack_the_order");
    let one = merge(&base, &ours, &theirs).unwrap();
    assert!(one.conflicts.is_empty(), "{:?}", one.conflicts);
    let way = before(&one.plan, "step_pack_the_order");
    assert_eq!(way[way.len() - 2..], ["Count the goods".to_owned(), "Weigh the parcel".to_owned()]);
    assert_eq!(plain(&merge(&base, &theirs, &ours).unwrap().plan), plain(&one.plan));
}

#[test]
fn a_new_step_beside_one_that_was_removed_stays() {
    let base = sample::guest_checkout().unwrap();
    let ours = inserted(&base, "Weigh the parcel", "step_hand_the_parcel_to_the_carrier");
    let theirs = removed(&base, "step_hand_the_parcel_to_the_carrier");
    for (left, right) in [(&ours, &theirs), (&theirs, &ours)] {
        let one = merge(&base, left, right).unwrap();
        assert!(one.conflicts.is_empty(), "{:?}", one.conflicts);
        let titles: Vec<&str> = one.plan.nodes.iter().map(|node| node.title.as_str()).collect();
        assert!(titles.contains(&"Weigh the parcel") && !titles.contains(&"Hand the parcel to the carrier"));
    }
}

#[test]
fn a_conflict_becomes_a_question_and_its_answer_settles_it() {
    let base = sample::guest_checkout().unwrap();
    let ours = renamed(&base, "step_enter_the_card", "Give the card");
    let theirs = renamed(&base, "step_enter_the_card", "Show the card");
    let merged = merge(&base, &ours, &theirs).unwrap();
    assert_eq!(merged.plan, ours);
    let question = &merged.conflicts[0];
    let labels: Vec<&str> = question.options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!((labels[0], labels[1]), ("`Give the card`", "`Show the card`"));
    let answer = |text: &str| {
        let said = Answer { question: question.id.clone(), code: String::new(), answer: text.to_owned() };
        merge_with(&base, &ours, &theirs, &[said])
    };
    let theirs_taken = answer("b").unwrap();
    assert_eq!((theirs_taken.plan, theirs_taken.conflicts.len()), (theirs.clone(), 0));
    let ours_kept = answer("a").unwrap();
    assert_eq!((ours_kept.plan, ours_kept.conflicts.len()), (ours.clone(), 0));
    assert_eq!(answer("perhaps").unwrap_err().code(), ErrorCode::InvalidAnswer);
}

#[test]
fn remarks_of_both_sides_stay() {
    let texts = |list: &[&str]| list.iter().map(|text| Value::from(*text)).collect::<Vec<_>>();
    let merged =
        merge_texts(&texts(&["old", "gone"]), &texts(&["old", "mine"]), &texts(&["old", "gone", "yours"]));
    assert_eq!(merged, texts(&["old", "mine", "yours"]));
}

/// Some edits of a plan; those that do not fit are left out.
fn walked(plan: &Plan, orders: &[(u8, u16, u16, u16)]) -> Plan {
    let mut plan = plan.clone();
    for (kind, a, b, c) in orders {
        if let Ok(edited) = edit::apply(&plan, &[operation(&plan, *kind, *a, *b, *c)]) {
            plan = edited.plan;
        }
    }
    plan
}

fn orders() -> impl Strategy<Value = Vec<(u8, u16, u16, u16)>> {
    prop::collection::vec((0u8..24, 0u16..500, 0u16..500, 0u16..30), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn merging_keeps_its_laws(left in orders(), right in orders()) {
        let base = sample::guest_checkout().unwrap();
        let (ours, theirs) = (walked(&base, &left), walked(&base, &right));
        prop_assert_eq!(&merge(&base, &ours, &base).unwrap().plan, &ours);
        prop_assert_eq!(&merge(&base, &base, &theirs).unwrap().plan, &theirs);
        prop_assert_eq!(&merge(&base, &ours, &ours).unwrap().plan, &ours);
        let one = merge(&base, &ours, &theirs).unwrap();
        let other = merge(&base, &theirs, &ours).unwrap();
        prop_assert!(crate::plan::ensure_sound(&one.plan).is_ok());
        prop_assert_eq!(one.conflicts.is_empty(), other.conflicts.is_empty());
        if one.conflicts.is_empty() {
            prop_assert_eq!(plain(&one.plan), plain(&other.plan));
        }
        // Every question can be settled, and then none is left.
        for choice in ["a", "b"] {
            let answers: Vec<Answer> = one
                .conflicts
                .iter()
                .map(|question| Answer { question: question.id.clone(), code: String::new(), answer: choice.into() })
                .collect();
            let settled = merge_with(&base, &ours, &theirs, &answers).unwrap();
            prop_assert!(crate::plan::ensure_sound(&settled.plan).is_ok());
        }
    }
}
