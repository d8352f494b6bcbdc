//! How cases queue for a resource: `people leave the queue of the clerks after 10 minutes`.

use super::detail::amounts;
use super::item::{Item, text_of};
use super::scene::{Scene, content};
use super::whole::{has, phrase};
use crate::domain::edit::{BalkingRule, BreakdownRule, Operation, ResourceRules};
use crate::domain::id::ResourceId;
use crate::domain::resource::{ClosingRule, QueueOrder};
use crate::text::QuantityKind;

/// Reads a rule for a resource that the words name.
pub(super) fn rules_of_resource(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let resource = named(scene, items)?;
    let text = text_of(items).to_lowercase();
    let found = amounts(items);
    let count = || {
        found.iter().find_map(|(kind, value)| {
            let is_count = matches!(kind, QuantityKind::Number | QuantityKind::Count { .. });
            (is_count && (0.0..=1e6).contains(value)).then_some(*value as u32)
        })
    };
    let times: Vec<u64> = found
        .iter()
        .filter(|(kind, value)| matches!(kind, QuantityKind::Duration { .. }) && (1.0..4e15).contains(value))
        .map(|(_, value)| *value as u64)
        .collect();
    let interrupts = interrupts(items, &text);
    let mut rules = ResourceRules {
        // Only who is served by urgency can interrupt.
        order: order(&text).or(interrupts.filter(|interrupts| *interrupts).map(|_| QueueOrder::Priority)),
        interrupts,
        restarts: restarts(&text),
        at_closing: at_closing(items, &text),
        ..empty(resource)
    };
    let speaks_of_waiting = has(items, &["wait", "waits", "waiting", "queue", "queues", "line"]);
    let leaves = has(items, &["leave", "leaves", "left", "join", "joins", "turn", "patience"]);
    let breaks = text.contains("break down")
        || text.contains("breaks down")
        || has(items, &["fail", "fails", "breakdown", "ill"]);
    if let (true, [between, repair, ..]) = (breaks, times.as_slice()) {
        rules.breakdown = Some(BreakdownRule { between_ms: *between, repair_ms: *repair });
    } else if let (true, [patience]) = (speaks_of_waiting || leaves, times.as_slice()) {
        rules.patience_ms = Some(*patience);
    } else if let (true, true, Some(from), []) = (leaves, speaks_of_waiting, count(), times.as_slice()) {
        let percent = found.iter().find(|(kind, _)| *kind == QuantityKind::Percent);
        rules.balking = Some(BalkingRule { from, share: percent.map_or(1.0, |(_, value)| value / 100.0) });
    } else if let (true, Some(limit)) = (speaks_of_waiting && at_most(items), count()) {
        rules.limit = Some(limit);
    }
    (rules != empty(rules.resource.clone())).then(|| vec![Operation::SetResource(rules)])
}

fn empty(resource: ResourceId) -> ResourceRules {
    ResourceRules {
        resource,
        order: None,
        interrupts: None,
        restarts: None,
        limit: None,
        patience_ms: None,
        balking: None,
        at_closing: None,
        breakdown: None,
    }
}

/// Whether urgent cases interrupt others: `urgent cases interrupt the others at the desk`.
fn interrupts(items: &[Item], text: &str) -> Option<bool> {
    if !has(items, &["interrupt", "interrupts", "interrupting"]) {
        return None;
    }
    let refuses = has(items, &["nobody", "nothing", "not", "never", "no", "without"]) || text.contains("n't");
    Some(!refuses)
}

/// Whether work that was interrupted begins anew: `interrupted work at the desk begins anew`.
fn restarts(text: &str) -> Option<bool> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if !text.contains("interrupt") {
        return None;
    }
    if says(&["anew", "begins again", "starts again", "starts over", "from scratch", "from the beginning"]) {
        return Some(true);
    }
    says(&["goes on", "continues", "resumes", "where it was", "left off"]).then_some(false)
}

fn at_most(items: &[Item]) -> bool {
    phrase(items, &["at", "most"])
        || phrase(items, &["no", "more", "than"])
        || has(items, &["limit", "only", "maximum", "max"])
}

fn order(text: &str) -> Option<QueueOrder> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["first come", "came first", "comes first", "in order of arrival", "first in"]) {
        return Some(QueueOrder::FirstCome);
    }
    if says(&["last come", "came last", "comes last", "newest first", "latest first", "last in"]) {
        return Some(QueueOrder::LastCome);
    }
    if says(&[
        "everybody at once",
        "everyone at once",
        "all at once",
        "processor sharing",
        "at the same time",
    ]) {
        return Some(QueueOrder::Shared);
    }
    says(&["most urgent first", "urgent cases first", "by priority", "by urgency"])
        .then_some(QueueOrder::Priority)
}

fn at_closing(items: &[Item], text: &str) -> Option<ClosingRule> {
    let refuses = has(items, &["no", "not", "never", "without"]);
    if has(items, &["overtime"]) {
        return Some(if refuses { ClosingRule::Rests } else { ClosingRule::Finishes });
    }
    let finishes = [
        "finish what they began",
        "finish what they have begun",
        "finish what was begun",
        "finishes what it began",
    ];
    finishes.iter().any(|words| text.contains(words)).then_some(ClosingRule::Finishes)
}

/// The one resource whose title the words name.
fn named(scene: &Scene, items: &[Item]) -> Option<ResourceId> {
    let said = content(&text_of(items));
    let is_said = |word: &String| {
        let stem = word.trim_end_matches('s');
        said.iter().any(|other| other.trim_end_matches("'s").trim_end_matches('s') == stem)
    };
    let mut fitting = scene.plan.resources.iter().filter(|resource| {
        let words = content(&resource.title);
        !words.is_empty() && words.iter().all(is_said)
    });
    let first = fitting.next()?;
    fitting.next().is_none().then(|| first.id.clone())
}
