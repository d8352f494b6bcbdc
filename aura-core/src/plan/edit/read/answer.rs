//! Questions about a plan, and what is said where nothing fits.

use super::item::{Item, Kind};
use super::scene::Scene;
use super::verb;
use crate::domain::edit::{
    EditChoice, EditReading, GroupNodes, MoveNode, NodePair, NodeSet, NodeTarget, NotUnderstood, Operation,
    Place, QuestionReading,
};
use crate::domain::id::NodeId;
use crate::domain::plan::{NodeKind, Plan};
use crate::domain::provenance::Origin;

const QUESTION_WORDS: &[&str] = &[
    "why", "what", "who", "which", "when", "where", "how", "is", "are", "does", "do", "did", "was", "were",
    "whose", "has", "have", "will",
];

/// The answer, where the request is a question.
pub(super) fn answer(scene: &Scene, text: &str, items: &[Item]) -> Option<QuestionReading> {
    let first = items.first()?;
    let second = items.get(1);
    let asks = first.is(QUESTION_WORDS);
    let ends_as_question = text.trim_end().ends_with('?');
    let is_strict = first.is(&["why", "who", "what", "which", "whose", "how", "where"])
        && !second.is_some_and(|item| item.is(&["about"]));
    let is_order = first.is(&["do", "have", "is"]) && !ends_as_question;
    let wants_change =
        text.to_lowercase().starts_with("what if") || text.to_lowercase().starts_with("how about");
    if is_order || wants_change || !(is_strict || (asks && ends_as_question)) {
        return None;
    }
    let named = scene.nodes(items).into_iter().next().or_else(|| {
        let words: Vec<Item> = items
            .iter()
            .filter(|item| {
                !item.is(QUESTION_WORDS)
                    && !item.is(&[
                        "there", "long", "many", "much", "take", "takes", "cost", "costs", "risky",
                        "happens", "if", "need", "we", "step", "can", "go", "wrong", "?",
                    ])
                    && verb::ask_of(&item.word).is_none_or(|ask| ask == verb::Ask::Approve)
            })
            .cloned()
            .collect();
        let targets = scene.targets(&words);
        targets.first().map(|(node, _)| node.clone())
    });
    let answer = match named {
        Some(node) => about_node(&scene.plan, &node, items),
        None => about_plan(&scene.plan, items),
    };
    Some(QuestionReading { answer })
}

fn about_node(plan: &Plan, id: &NodeId, items: &[Item]) -> String {
    let Some(node) = plan.nodes.iter().find(|node| node.id == *id) else { return about_plan(plan, items) };
    let asks = |words: &[&str]| items.iter().any(|item| item.is(words));
    let mut sentences = vec![format!("`{}` is in the plan because {}.", node.title, reason(&node.origin))];
    if let NodeKind::Step(step) = &node.kind {
        let who = format!("It is done by the {}.", step.agent.name);
        let value = |id: &Option<crate::domain::id::AssumptionId>| {
            let found =
                id.as_ref().and_then(|id| plan.assumptions.iter().find(|assumption| assumption.id == *id));
            found.map(|assumption| assumption.value.mean())
        };
        let long =
            value(&step.working_time).map(|time| format!("The work takes {} on average.", about(time)));
        let risk = match &step.risk {
            Some(risk) => format!("It is marked as risky: {}", risk.reason),
            None => "It has no risk mark.".to_owned(),
        };
        let failures: Vec<String> = step.failure_modes.iter().map(|mode| mode.title.clone()).collect();
        if asks(&["who", "whose"]) {
            sentences.insert(0, who);
        } else if asks(&["long", "time", "duration"]) {
            sentences.insert(0, long.unwrap_or_else(|| "No working time is set for it.".to_owned()));
        } else if asks(&["risky", "risk"]) {
            sentences.insert(0, risk);
        } else if asks(&["wrong", "fail", "fails", "happens"]) && !failures.is_empty() {
            sentences.insert(0, format!("What can go wrong: {}.", failures.join("; ")));
        } else {
            sentences.push(who);
        }
    }
    let next: Vec<String> = plan
        .flows
        .iter()
        .filter(|flow| flow.from == *id)
        .filter_map(|flow| plan.nodes.iter().find(|node| node.id == flow.to))
        .map(|node| format!("`{}`", node.title))
        .collect();
    if asks(&["next", "after", "then", "follows"]) && !next.is_empty() {
        sentences.insert(0, format!("After it comes {}.", next.join(" or ")));
    }
    sentences.join(" ")
}

fn about_plan(plan: &Plan, items: &[Item]) -> String {
    let steps = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))).count();
    let risky: Vec<String> = plan
        .nodes
        .iter()
        .filter(|node| matches!(&node.kind, NodeKind::Step(step) if step.risk.is_some()))
        .map(|node| format!("`{}`", node.title))
        .collect();
    if items.iter().any(|item| item.is(&["risky", "risk", "risks"])) {
        return if risky.is_empty() {
            "No step has a risk mark.".to_owned()
        } else {
            format!("These steps have a risk mark: {}.", risky.join(", "))
        };
    }
    if items.iter().any(|item| item.is(&["who"])) {
        let names: Vec<&str> = plan.actors.iter().map(|actor| actor.name.as_str()).collect();
        return format!("In this plan act: {}.", names.join(", "));
    }
    format!(
        "The plan `{}` has {steps} steps. Its goal: {}. Name a step to hear more about it.",
        plan.title, plan.goal
    )
}

fn reason(origin: &Origin) -> String {
    match origin {
        Origin::Stated(stated) => match stated.quotes.first() {
            Some(quote) => format!("you said `{}`", quote.text),
            None => "you said so".to_owned(),
        },
        Origin::Inferred(inferred) => format!("a rule concluded it: {}", inferred.reason),
        Origin::Assumed(assumed) => format!("it was taken for granted: {}", assumed.reason),
        Origin::Measured(measured) => format!("data showed it: {}", measured.data),
        Origin::Answered(answered) => format!("you answered `{}`", answered.answer),
    }
}

fn about(time_ms: f64) -> String {
    let seconds = (time_ms / 1_000.0).round().max(0.0) as u64;
    let rounded = if seconds >= 7_200 {
        seconds / 3_600 * 3_600
    } else if seconds >= 120 {
        seconds / 60 * 60
    } else {
        seconds.max(1)
    };
    format!("about {}", crate::plan::edit::words::duration(rounded * 1_000))
}

/// What was understood where no reading fits, with the nearest steps that could have been meant.
pub(super) fn nothing(plan: &Plan, items: &[Item]) -> EditReading {
    let scene = Scene::new(plan);
    let verbs: Vec<&str> = items
        .iter()
        .filter(|item| item.kind == Kind::Word)
        .filter_map(|item| verb::lemma_of(&item.word))
        .take(3)
        .collect();
    let mut nodes = scene.nodes(items);
    if nodes.is_empty() {
        nodes = scene.fitting(&super::item::text_of(items)).into_iter().map(|(node, _)| node).collect();
    }
    let names: Vec<String> = nodes.iter().take(3).map(|node| format!("`{}`", scene.title(node))).collect();
    let explanation =
        missing(&scene, items, &nodes).unwrap_or_else(|| match (verbs.first(), names.is_empty()) {
            (Some(verb), false) => {
                format!("I understood `{verb}` and {}, but not how they go together.", names.join(", "))
            }
            (Some(verb), true) => format!("I understood `{verb}`, but not which step is meant."),
            (None, false) => format!("I understood {}, but not what should change.", names.join(", ")),
            (None, true) => "I understood neither what should change nor which step is meant.".to_owned(),
        });
    let nearest = near(&scene, items, &nodes)
        .into_iter()
        .map(|operation| vec![operation])
        .filter(|operations| super::applied(plan, operations).is_some())
        .take(super::MAX_NEAREST)
        .map(|operations| EditChoice {
            summary: super::describe::describe(plan, &operations),
            operations,
            confidence: 0.2,
        })
        .collect();
    EditReading::NotUnderstood(NotUnderstood { explanation, nearest })
}

/// What a request that says what to do with which step leaves out, with an example of the whole.
fn missing(scene: &Scene, items: &[Item], nodes: &[NodeId]) -> Option<String> {
    let ask =
        items.iter().filter(|item| item.kind == Kind::Word).find_map(|item| verb::ask_of(&item.word))?;
    if ask == verb::Ask::Ungroup && scene.plan.groups.is_empty() {
        return Some("The plan has no sub-plan that could be dissolved.".to_owned());
    }
    let [node] = nodes else { return None };
    let title = scene.title(node);
    let number = crate::plan::numbers(&scene.plan).get(node).copied()?;
    let (what, example) = match ask {
        verb::Ask::Repeat => {
            ("until when", format!("repeat step {number} until the result is right, at most 3 times"))
        }
        verb::Ask::Split => {
            ("into what", format!("split step {number} into \"Prepare it\" and \"Check it\""))
        }
        verb::Ask::Rename => ("what it is called then", format!("rename step {number} to \"Check it\"")),
        verb::Ask::Assign => ("to whom", format!("assign step {number} to the manager")),
        verb::Ask::Limit => ("to what", format!("limit step {number} to 2 hours")),
        verb::Ask::Move => ("where to", format!("move step {number} to the end")),
        verb::Ask::Replace => ("by what", format!("replace step {number} by \"Check it\"")),
        verb::Ask::Wait => ("how long", format!("wait 2 days before step {number}")),
        verb::Ask::Swap => ("with which step", format!("swap step {number} and step 1")),
        _ => return None,
    };
    Some(format!("For `{title}` it is not said {what}. Say, for example, `{example}`."))
}

/// What could be done with the steps that are spoken of, the likeliest first; it is only offered.
fn near(scene: &Scene, items: &[Item], nodes: &[NodeId]) -> Vec<Operation> {
    let asks = |ask| items.iter().any(|item| verb::ask_of(&item.word) == Some(ask));
    let remove = |node: &NodeId| Operation::Remove(NodeTarget { node: node.clone() });
    if asks(verb::Ask::Remove) {
        let all = if nodes.is_empty() { scene.steps() } else { nodes.to_vec() };
        return all.iter().map(remove).collect();
    }
    let mut found = Vec::new();
    if let [first, second, ..] = nodes {
        let place = Place::Before(NodeTarget { node: second.clone() });
        found.push(Operation::Move(MoveNode { node: first.clone(), place }));
        found.push(Operation::MakeParallel(NodeSet { nodes: nodes.to_vec() }));
        found.push(Operation::MakeSequential(NodeSet { nodes: nodes.to_vec() }));
        found.push(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }));
        found.push(Operation::Group(GroupNodes { nodes: nodes.to_vec(), title: "Sub-plan".to_owned() }));
    }
    for node in nodes.iter().take(1) {
        found.push(Operation::Move(MoveNode { node: node.clone(), place: Place::AtEnd }));
        found.push(remove(node));
        found.push(Operation::Duplicate(NodeTarget { node: node.clone() }));
    }
    found
}
