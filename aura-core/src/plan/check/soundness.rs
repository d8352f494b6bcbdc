//! No deadlock and no lack of synchronisation: block structures are folded away, the rest is searched.

use super::reduce::{self, Net};
use super::states::{Finding, search};
use super::{Problems, shown};
use crate::plan::graph::Graph;

pub(super) fn check(graph: &Graph<'_>, problems: &mut Problems) {
    let mut net = Net::of(graph);
    reduce::fold(&mut net);
    if net.is_trivial() {
        return;
    }
    let finding = search(&net);
    let title = |at: usize| graph.node(at).map_or_else(String::new, |node| shown(&node.title));
    let Some(finding) = finding else { return };
    match finding {
        Finding::Deadlock(at) => {
            let nodes: Vec<_> = graph.node(at).map(|node| &node.id).into_iter().collect();
            let text = format!("{} can wait for ever: it needs ways that are not all taken.", title(at));
            problems.error("deadlock", &text, &nodes);
            problems.proposal(format!("change {} to exclusive", title(at)));
        }
        Finding::Twice(at) => {
            let nodes: Vec<_> = graph.node(at).map(|node| &node.id).into_iter().collect();
            let text = format!(
                "{} can happen twice at once, because parallel ways come together there without waiting for each other.",
                title(at)
            );
            problems.error("lack_of_synchronisation", &text, &nodes);
            problems.proposal(format!("change {} to parallel", title(at)));
        }
        Finding::TooManyStates => {
            let text = "The plan is too tangled to prove that nothing waits for ever.";
            problems.warning("not_proven_sound", text, &[]);
        }
    }
}
