//! Clauses about who, how long, how much, how risky, remarks and assumptions.

use super::item::{Item, Kind, text_of};
use super::scene::Scene;
use super::title::capitalised;
use super::verb::{Ask, ask_of};
use super::who::{all_meant, assign, name_of};
use super::whole::{asks, has};
use crate::domain::edit::{
    ApprovalBefore, AssumptionValue, NoteOnNode, Operation, RiskOfStep, StepLimit, WaitBefore,
};
use crate::domain::id::AssumptionId;
use crate::domain::quantity::Unit;
use crate::domain::step::RiskLevel;
use crate::text::{QuantityKind, analyse, quantities};

type Readings = Vec<(Operation, f64)>;

/// Reads one clause about a detail.
pub(super) fn read(scene: &Scene, items: &[Item]) -> Readings {
    let rules: [fn(&Scene, &[Item]) -> Readings; 7] = [note, assumption, approval, risk, wait, limit, assign];
    rules.iter().map(|rule| rule(scene, items)).find(|readings| !readings.is_empty()).unwrap_or_default()
}

fn first_is(items: &[Item], asked: &[Ask]) -> bool {
    items.iter().find(|item| !item.is(&["please", "also", "now", "we"])).is_some_and(|item| {
        item.kind == Kind::Word && ask_of(&item.word).is_some_and(|ask| asked.contains(&ask))
    })
}

pub(super) fn after_word<'a>(items: &'a [Item], words: &[&str]) -> Option<&'a [Item]> {
    items.iter().position(|item| item.is(words)).and_then(|at| items.get(at + 1..))
}

pub(super) fn before_word<'a>(items: &'a [Item], words: &[&str]) -> &'a [Item] {
    let at = items.iter().position(|item| item.is(words)).unwrap_or(items.len());
    items.get(..at).unwrap_or_default()
}

/// The amounts of a clause.
pub(super) fn amounts(items: &[Item]) -> Vec<(QuantityKind, f64)> {
    // The number of a step is not an amount.
    let words: Vec<Item> =
        items
            .iter()
            .map(|item| {
                if item.node().is_some() {
                    Item { raw: "it".to_owned(), ..item.clone() }
                } else {
                    item.clone()
                }
            })
            .collect();
    let blocks = analyse(&text_of(&words));
    blocks
        .iter()
        .flat_map(|block| &block.sentences)
        .flat_map(quantities)
        .map(|found| (found.kind, found.value))
        .collect()
}

/// `add a note to X: …`, `note on X that …`.
fn note(scene: &Scene, items: &[Item]) -> Readings {
    let says =
        has(items.get(..4.min(items.len())).unwrap_or_default(), &["note", "comment", "remark", "annotate"]);
    if !says {
        return vec![];
    }
    let at = items.iter().position(|item| item.is(&[":", "that", "saying", "says"]));
    let quoted = items.iter().position(|item| item.kind == Kind::Quoted);
    let (target, text) = match (at, quoted) {
        (_, Some(at)) => (without(items, at), items.get(at).map(|item| item.raw.clone())),
        (Some(at), None) => (items.get(..at).unwrap_or_default().to_vec(), items.get(at + 1..).map(text_of)),
        _ => return vec![],
    };
    let target: Vec<Item> = target
        .into_iter()
        .filter(|item| !item.is(&["note", "comment", "remark", "add", "annotate", "saying"]))
        .collect();
    let Some(text) = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()) else {
        return vec![];
    };
    let targets = all_meant(scene, &target);
    targets
        .into_iter()
        .map(|(node, score)| (Operation::AddNote(NoteOnNode { node, text: capitalised(&text) }), score))
        .collect()
}

fn without(items: &[Item], at: usize) -> Vec<Item> {
    items.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, item)| item.clone()).collect()
}

/// `assume that 5 % of payments fail`, `assume step 3 takes 2 minutes`.
fn assumption(scene: &Scene, items: &[Item]) -> Readings {
    let sets = first_is(items, &[Ask::Assume])
        || (asks(items, &[Ask::Change]) && has(items, &["assumption", "probability", "share", "rate"]));
    let Some((kind, value)) = amounts(items).into_iter().next().filter(|_| sets) else { return vec![] };
    if kind == QuantityKind::Percent
        && let Some(assumption) = share_of_branch(scene, items)
    {
        return vec![(Operation::SetAssumption(AssumptionValue { assumption, mean: value / 100.0 }), 0.9)];
    }
    let wanted = super::scene::content(&text_of(items));
    let fits_unit = |unit: &Unit| match (&kind, unit) {
        (QuantityKind::Percent, Unit::Share) => Some(value / 100.0),
        (QuantityKind::Duration { .. }, Unit::Milliseconds) => Some(value),
        (QuantityKind::Money { .. }, Unit::Money(_)) => Some(value),
        (QuantityKind::Number | QuantityKind::Count { .. }, Unit::Count | Unit::Score | Unit::Other(_)) => {
            Some(value)
        }
        _ => None,
    };
    let mut scored: Vec<(Operation, f64)> = Vec::new();
    for assumption in &scene.plan.assumptions {
        let Some(mean) = fits_unit(&assumption.unit) else { continue };
        let words = super::scene::content(&assumption.statement);
        let hits = words.iter().filter(|word| wanted.iter().any(|other| alike(word, other))).count();
        let stepped = scene.nodes(items).iter().any(|node| assumption.statement.contains(&scene.title(node)));
        let fits_sense = speaks_of_failure(&wanted)
            == speaks_of_failure(
                &super::token::tokens(&assumption.statement)
                    .into_iter()
                    .map(|token| token.lower)
                    .collect::<Vec<_>>(),
            );
        let sense = if fits_sense || kind != QuantityKind::Percent { 0.3 } else { -0.3 };
        let score = hits as f64 / words.len().clamp(1, 8) as f64 + if stepped { 0.5 } else { 0.0 } + sense;
        if hits > 0 || stepped {
            scored.push((
                Operation::SetAssumption(AssumptionValue { assumption: assumption.id.clone(), mean }),
                score.min(1.0),
            ));
        }
    }
    scored.sort_by(|left, right| right.1.total_cmp(&left.1));
    let best = scored.first().map_or(0.0, |(_, score)| *score);
    scored.retain(|(_, score)| *score > best - 0.1);
    scored.truncate(5);
    scored
}

/// `the rejection rate`, `the share of the declined branch`: how often the branch is taken that is named, or on which
/// the step stands that the words fit.
fn share_of_branch(scene: &Scene, items: &[Item]) -> Option<AssumptionId> {
    let named = super::branch::branch_items(items);
    let at = items.iter().position(|item| item.is(&["rate", "share", "probability", "chance"]))?;
    let flow = match named.as_slice() {
        [flow] => flow.clone(),
        [] => {
            let said = items.get(..at)?.iter().filter(|item| ask_of(&item.word).is_none()).cloned();
            let said: Vec<Item> = said.collect();
            let fitting = scene.fitting(&text_of(&said));
            let [(node, _)] = fitting.as_slice() else { return None };
            scene.branch_of(node)?
        }
        _ => return None,
    };
    scene.plan.flows.iter().find(|other| other.id == flow)?.probability.clone()
}

/// Whether something going wrong is spoken of.
fn speaks_of_failure(words: &[String]) -> bool {
    const WRONG: &[&str] = &[
        "fail",
        "failure",
        "declin",
        "refus",
        "reject",
        "mistake",
        "missing",
        "unavailable",
        "error",
        "abandon",
        "cancel",
    ];
    words.iter().any(|word| {
        ["no", "not", "gives", "never", "stops"].contains(&word.as_str())
            || WRONG.iter().any(|stem| word.starts_with(stem))
    })
}

fn alike(left: &str, right: &str) -> bool {
    let shared = left.chars().zip(right.chars()).take_while(|(one, two)| one == two).count();
    shared >= 4 || left == right
}

/// `add an approval by the manager before X`, `require approval from the manager before X`, `the manager must approve X`.
fn approval(scene: &Scene, items: &[Item]) -> Readings {
    let says = items
        .iter()
        .any(|item| item.is(&["approval", "approve", "approves", "approved", "sign-off", "signoff"]));
    if !says
        || items
            .iter()
            .take_while(|item| !item.is(&["approval", "approve", "approves"]))
            .any(|item| item.node().is_some())
    {
        return vec![];
    }
    let actor = after_word(items, &["by", "from", "of"])
        .map(|rest| before_word(rest, &["before", "after", ",", ".", "for"]))
        .map(name_of)
        .or_else(|| {
            let verb = items.iter().position(|item| item.is(&["approve", "approves"]))?;
            let before: Vec<Item> = items
                .get(..verb)?
                .iter()
                .filter(|item| {
                    !item.is(&["must", "should", "has", "to", "have", "let", "needs", "shall", "can"])
                })
                .cloned()
                .collect();
            Some(name_of(&before)).filter(|name| !name.is_empty())
        })
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "manager".to_owned());
    let target = after_word(items, &["before"])
        .or_else(|| after_word(items, &["approve", "approves", "for"]))
        .unwrap_or_default();
    scene
        .targets(target)
        .into_iter()
        .map(|(node, score)| (Operation::AddApproval(ApprovalBefore { node, actor: actor.clone() }), score))
        .collect()
}

/// `mark step 3 as high risk`.
fn risk(scene: &Scene, items: &[Item]) -> Readings {
    if !has(items, &["risk", "risky", "critical", "safe", "harmless", "dangerous"])
        || !(asks(items, &[Ask::Mark, Ask::Change, Ask::Make]) || has(items, &["is"]))
    {
        return vec![];
    }
    let no_risk = has(items, &["no", "not", "safe", "harmless"]);
    let level = if no_risk {
        None
    } else if has(items, &["low"]) {
        Some(RiskLevel::Low)
    } else if has(items, &["medium", "moderate"]) {
        Some(RiskLevel::Medium)
    } else {
        Some(RiskLevel::High)
    };
    let reason =
        after_word(items, &["because", "since"]).map(text_of).unwrap_or_else(|| "You said so.".to_owned());
    let target: Vec<Item> = before_word(items, &["as", "because", "since"])
        .iter()
        .filter(|item| !item.is(&["mark", "risk", "risky", "set", "high", "low", "medium", "level", "flag"]))
        .cloned()
        .collect();
    all_meant(scene, &target)
        .into_iter()
        .map(|(node, score)| (Operation::SetRisk(RiskOfStep { node, level, reason: reason.clone() }), score))
        .collect()
}

/// `wait two days before X`.
fn wait(scene: &Scene, items: &[Item]) -> Readings {
    if !has(items, &["wait", "pause", "delay", "waiting"]) {
        return vec![];
    }
    let Some(duration_ms) = duration(items) else { return vec![] };
    let place = scene.place(items);
    let node = match place.as_ref().and_then(|(_, places)| places.first()) {
        Some((crate::domain::edit::Place::Before(target), _)) => Some(target.node.clone()),
        Some((crate::domain::edit::Place::After(target), _)) => scene.next_of(&target.node),
        _ => scene.targets(items).first().map(|(node, _)| node.clone()),
    };
    node.map(|node| (Operation::AddWait(WaitBefore { node, duration_ms }), 0.95)).into_iter().collect()
}

fn duration(items: &[Item]) -> Option<u64> {
    amounts(items)
        .into_iter()
        .find(|(kind, value)| matches!(kind, QuantityKind::Duration { .. }) && *value >= 1.0 && *value < 4e15)
        .map(|(_, value)| value as u64)
}

/// `limit step 3 to 10 seconds`, `X may take at most 2 hours`, `at most 3 times`, `no more than $50`.
fn limit(scene: &Scene, items: &[Item]) -> Readings {
    let says = asks(items, &[Ask::Limit])
        || has(items, &["limit", "within", "most", "maximum", "max"])
        || (has(items, &["more"]) && has(items, &["no", "not"]));
    if !says
        || asks(items, &[Ask::Repeat, Ask::Add, Ask::Move, Ask::Replace])
        || has(items, &["until", "while", "loop", "again"])
    {
        return vec![];
    }
    let mut order = (None, None, None);
    for (kind, value) in amounts(items) {
        match kind {
            QuantityKind::Duration { .. } if value >= 1.0 => order.0 = Some(value as u64),
            QuantityKind::Money { .. } => order.1 = Some(value),
            QuantityKind::Count { noun }
                if ["time", "attempt", "try", "execution", "retry"].contains(&noun.as_str())
                    && value >= 1.0 =>
            {
                order.2 = Some(value as u32)
            }
            _ => {}
        }
    }
    if order == (None, None, None) {
        return vec![];
    }
    let stop = items
        .iter()
        .position(|item| {
            item.is(&["to", "within", "at", "no", "maximum", "may", "must", "should", "can", "takes"])
        })
        .unwrap_or(items.len());
    let target: Vec<Item> = items
        .get(..stop)
        .unwrap_or_default()
        .iter()
        .filter(|item| !item.is(&["limit", "time", "cost", "cap", "restrict", "number", "set", "money"]))
        .cloned()
        .collect();
    let targets = match all_meant(scene, &target) {
        targets if targets.is_empty() => scene.nodes(items).into_iter().map(|node| (node, 0.9)).collect(),
        targets => targets,
    };
    let limit =
        |node| Operation::SetLimit(StepLimit { node, time_ms: order.0, money: order.1, times: order.2 });
    targets.into_iter().map(|(node, score)| (limit(node), score)).collect()
}

/// The words of a condition after one of some words, up to the end of the clause.
pub(super) fn condition_after(items: &[Item], words: &[&str]) -> Option<String> {
    let at = items.iter().position(|item| item.is(words))?;
    let is_unless = items.get(at).is_some_and(|item| item.is(&["unless"]));
    let rest = items.get(at + 1..)?;
    let found = rest.iter().take(8).find(|item| item.is_condition());
    let text = match found {
        Some(item) => super::cases::comparison_words(&item.raw),
        None => {
            let stop = rest
                .iter()
                .position(|item| item.is(&[",", ".", ";", "then", "do", "execute"]))
                .unwrap_or(rest.len());
            text_of(rest.get(..stop).unwrap_or_default()).trim().trim_end_matches(['.', '!', '?']).to_owned()
        }
    };
    let text = if is_unless { crate::plan::edit::supply::negated(&text) } else { text };
    (!text.is_empty()).then_some(text)
}
