//! Readings that could be applied but hardly mean what was said. They are offered as a choice, never taken.

use crate::domain::edit::Operation;
use crate::domain::plan::NodeKind;

use super::item::{Item, Kind};
use super::scene::Scene;
use super::told::{is_anchor, object_of};
use super::verb::{Ask, ask_of};
use super::whole::{UNNAMED_GROUP, asks, has, is_group_title};

/// Words with which a step of the same name is wanted once more.
const ONCE_MORE: &[&str] = &[
    "again",
    "another",
    "copy",
    "second",
    "twice",
    "also",
    "duplicate",
    "additional",
    "extra",
    "more",
    "new",
    "too",
];
/// Conditions that only say that there is one.
const EMPTY_CONDITIONS: &[&str] = &[
    "true",
    "false",
    "condition is true",
    "condition is false",
    "the condition is true",
    "the condition is false",
    "meet some conditions",
    "the condition is met",
    "the condition is not met",
    "condition is met",
    "one condition is filled",
    "certain conditions are met",
    "some conditions are met",
];
/// Words that compare and are no name of a value.
pub(super) const COMPARING: &[&str] =
    &["smaller", "bigger", "greater", "larger", "less", "equal", "lower", "higher", "more"];
/// Verbs about the lines of a plan, with which no title of a step begins.
const LINES: &[&str] =
    &["directs", "leads", "goes", "points", "connects", "forwards", "which", "that", "directly"];

/// Whether a reading is doubtful.
pub(super) fn is_doubtful(scene: &Scene, items: &[Item], operations: &[Operation]) -> bool {
    contrasts(items, operations)
        || loses_cases(items, operations)
        || operations.iter().any(|operation| is_odd(scene, items, operations, operation))
}

/// Two cases are told, and no operation knows of any.
fn loses_cases(items: &[Item], operations: &[Operation]) -> bool {
    let mut cases: Vec<&str> =
        items.iter().filter(|item| item.is_condition()).map(|item| item.word.as_str()).collect();
    cases.sort_unstable();
    cases.dedup();
    let is_step = |operation: &Operation| {
        matches!(operation, Operation::Insert(_) | Operation::Replace(_) | Operation::Split(_))
    };
    cases.len() > 1
        && operations.iter().any(is_step)
        && operations.iter().all(|operation| {
            is_step(operation) || matches!(operation, Operation::Remove(_) | Operation::Move(_))
        })
}

/// `while the second …` compares two things; it does not ask for a loop.
fn contrasts(items: &[Item], operations: &[Operation]) -> bool {
    let is_loop = operations.iter().any(|operation| matches!(operation, Operation::Loop(_)));
    let ordinal = items.windows(3).any(|three| {
        matches!(three, [link, article, which]
            if link.is(&["while", "whereas", "whilst"])
                && (article.is(&["the", "our"]) && (which.is(&["other", "first", "second", "third", "fourth"])
                    || matches!(&which.kind, Kind::Gateway(said) if said.number.is_some()))
                    || matches!(&article.kind, Kind::Gateway(said) if said.number.is_some())))
    });
    is_loop && ordinal && !asks(items, &[Ask::Repeat]) && !has(items, &["loop", "again", "until"])
}

fn is_odd(scene: &Scene, items: &[Item], all: &[Operation], operation: &Operation) -> bool {
    let is_gateway = |id: &crate::domain::id::NodeId| {
        scene.plan.nodes.iter().any(|node| node.id == *id && matches!(node.kind, NodeKind::Gateway(_)))
    };
    match operation {
        // A decision is not replaced by one step alone: what becomes of its branches is not said.
        Operation::Replace(replace) => {
            replace.titles.len() == 1
                && (is_gateway(&replace.node) || replace.titles.iter().any(|title| is_group_title(title)))
        }
        // What is called a sub-plan is made of steps, and has a name.
        Operation::Insert(insert) if is_group_title(&insert.title) => true,
        Operation::Group(group) => group.title == UNNAMED_GROUP,
        Operation::Insert(insert) => {
            let exists = |title: &str| {
                scene
                    .plan
                    .nodes
                    .iter()
                    .any(|node| matches!(node.kind, NodeKind::Step(_)) && same_title(&node.title, title))
            };
            let is_removed = all.iter().any(|other| matches!(other, Operation::Remove(_)));
            let odd_title = insert
                .title
                .split_whitespace()
                .next()
                .is_some_and(|word| LINES.contains(&word.to_lowercase().as_str()));
            odd_title || exists(&insert.title) && !is_removed && !is_once_more(items, &insert.title)
        }
        // Where the other case is told as well, the two branches say what the condition does not.
        Operation::MakeConditional(order) => {
            (order.otherwise.is_none() && EMPTY_CONDITIONS.contains(&order.condition.to_lowercase().as_str()))
                || is_anchor(items, &order.node)
        }
        // What is to be removed and is not would be lost.
        Operation::Loop(order) => {
            asks(items, &[Ask::Remove])
                && !all.iter().any(|other| matches!(other, Operation::Remove(_)))
                && object_of(items, Ask::Remove).as_ref() != Some(&order.first)
        }
        Operation::SetCondition(set) => set
            .condition
            .split_whitespace()
            .next()
            .is_some_and(|word| COMPARING.contains(&word.to_lowercase().as_str())),
        _ => false,
    }
}

/// `another X`, `a copy of X`, `X again`: near the name, not anywhere.
fn is_once_more(items: &[Item], title: &str) -> bool {
    let is_named = |item: &Item| item.raw.to_lowercase().contains(&title.to_lowercase());
    items.iter().enumerate().filter(|(_, item)| is_named(item)).any(|(at, _)| {
        items.get(at.saturating_sub(4)..(at + 3).min(items.len())).is_some_and(|near| {
            has(near, ONCE_MORE) || near.iter().any(|item| ask_of(&item.word) == Some(Ask::Copy))
        })
    })
}

/// The same title, also where one leaves the noun out: `D` and `task D`.
fn same_title(known: &str, said: &str) -> bool {
    let (known, said) = (known.to_lowercase(), said.to_lowercase());
    known == said
        || said.chars().count() == 1
            && known.split_whitespace().next_back().is_some_and(|last| last == said)
            && known.split_whitespace().count() == 2
}

#[cfg(test)]
mod tests {
    use super::same_title;

    #[test]
    fn a_letter_stands_for_its_step() {
        assert!(same_title("task D", "D"));
        assert!(same_title("Pack the order", "pack the order"));
        assert!(!same_title("Pack the order", "order"));
    }
}
