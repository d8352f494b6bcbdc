//! Why the plan is as it is, what in it nobody confirmed, and what is risky.

use super::telling::Telling;
use super::words;
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::intent::Intent;
use crate::domain::plan::{Node, NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::domain::step::{RiskLevel, Step};

/// Most risky steps that are spoken of.
const MOST_RISKS: usize = 3;
/// Quotes longer than this, in characters, are cut.
const MOST_QUOTE: usize = 60;

pub(super) fn insights(plan: &Plan, intent: Option<&Intent>) -> Vec<Insight> {
    std::iter::once(why_this_plan(plan, intent)).chain(risks(plan)).collect()
}

/// On what all results rest, in one sentence without a figure.
pub(super) fn caveat(plan: &Plan, has_results: bool) -> String {
    let all = plan.assumptions.len();
    let assumed = plan.assumptions.iter().filter(|assumption| assumption.origin.is_assumed()).count();
    let first = if has_results { "All of this is simulated" } else { "Nothing has been run yet" };
    let second = match assumed {
        0 if all == 0 => "the plan holds no numbers of its own",
        0 => "each number in the plan was stated, answered or measured",
        _ if assumed == all => "all numbers in the plan are assumed and still unchecked",
        _ if assumed * 2 > all => "most numbers in the plan are assumed and still unchecked",
        _ => "some numbers in the plan are assumed and still unchecked",
    };
    format!("{first}, and {second}.")
}

fn why_this_plan(plan: &Plan, intent: Option<&Intent>) -> Insight {
    let mut telling = Telling::default();
    let steps: Vec<(&Node, &Step)> = plan
        .nodes
        .iter()
        .filter_map(|node| match &node.kind {
            NodeKind::Step(step) => Some((node, step.as_ref())),
            _ => None,
        })
        .collect();
    let all =
        telling.counted("steps", steps.len() as u64, "step", format!("{}/nodes[kind.type=step]", plan.id));
    telling.say(format!("The plan has {all}."));
    if let Some((node, words)) = steps.iter().find_map(|(node, _)| Some((node, first_quote(&node.origin)?))) {
        telling.say(format!("The step {} comes from your words {words}.", words::quoted(&node.title)));
    } else {
        telling.say("None of its steps comes straight from your words.");
    }
    for archetype in plan.archetypes.iter().take(2) {
        let reason = reason_of(&archetype.origin).map_or_else(String::new, |reason| format!(": {reason}"));
        let name = archetype.name.replace('_', " ");
        telling
            .say(format!("What you left open follows the usual steps of {}{reason}.", words::quoted(&name)));
    }
    let added =
        steps.iter().find(|(node, _)| !matches!(node.origin, Origin::Stated(_) | Origin::Answered(_)));
    if let (Some((node, _)), true) = (added, plan.archetypes.is_empty()) {
        let reason = reason_of(&node.origin).unwrap_or_else(|| "nobody said otherwise".to_owned());
        telling.say(format!("The step {} was added: {reason}.", words::quoted(&node.title)));
    }
    say_assumed(&mut telling, plan);
    if let Some(intent) = intent.filter(|intent| !intent.questions.is_empty()) {
        let open = intent.questions.len() as u64;
        let open = telling.counted("open questions", open, "question", format!("{}/questions", intent.id));
        telling.say(format!(
            "You can make it better: there {} {open} to answer.",
            if open.starts_with("1 ") { "is" } else { "are" }
        ));
    }
    telling.into_insight(InsightKind::WhyThisPlan, "Why the plan looks like this".to_owned(), 0.3)
}

fn say_assumed(telling: &mut Telling, plan: &Plan) {
    let all = plan.assumptions.len();
    let assumed = plan.assumptions.iter().filter(|assumption| assumption.origin.is_assumed()).count();
    let of_all = format!("{}/assumptions", plan.id);
    if assumed == all && all > 1 {
        let shown = telling.counted("numbers", all as u64, "number", of_all);
        telling.say(format!("All of its {shown} are assumed."));
    } else if assumed > 0 {
        let evidence = format!("{of_all}[origin.type=assumed]");
        let shown = telling.counted("assumed numbers", assumed as u64, "number", evidence);
        let all = telling.counted("numbers", all as u64, "number", of_all);
        telling.say(format!("It holds {all}. Of these we assumed {shown}."));
    }
}

fn first_quote(origin: &Origin) -> Option<String> {
    let text = origin.quotes().first()?.text.trim();
    if text.is_empty() {
        return None;
    }
    let short: String = text.chars().take(MOST_QUOTE).collect();
    let is_cut = short.len() < text.len();
    Some(words::quoted(&if is_cut { format!("{}…", short.trim_end()) } else { short }))
}

/// The reason of an origin, ready to stand inside a sentence: quoted where it holds figures.
fn reason_of(origin: &Origin) -> Option<String> {
    let reason = match origin {
        Origin::Inferred(inferred) => &inferred.reason,
        Origin::Assumed(assumed) => &assumed.reason,
        Origin::Stated(_) | Origin::Measured(_) | Origin::Answered(_) => return None,
    };
    plain_or_quoted(reason)
}

/// Words of a document inside our sentence: as they are, or quoted where they hold figures that are not ours.
pub(super) fn plain_or_quoted(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() {
        None
    } else if text.chars().any(|character| character.is_ascii_digit() || matches!(character, '“' | '”')) {
        Some(words::quoted(text))
    } else {
        Some(words::uncapitalise(&text.replace(['\n', '\r'], " ")))
    }
}

fn risks(plan: &Plan) -> Vec<Insight> {
    let mut risky: Vec<(&Node, &crate::domain::step::Risk)> = plan
        .nodes
        .iter()
        .filter_map(|node| match &node.kind {
            NodeKind::Step(step) => step.risk.as_ref().map(|risk| (node, risk)),
            _ => None,
        })
        .filter(|(_, risk)| risk.level >= RiskLevel::Medium)
        .collect();
    risky.sort_by_key(|(_, risk)| std::cmp::Reverse(risk.level));
    let told = risky.into_iter().take(MOST_RISKS).map(|(node, risk)| {
        let mut telling = Telling::default();
        let title = words::quoted(&node.title);
        let how = if risk.level == RiskLevel::High { "very risky" } else { "risky" };
        match plain_or_quoted(&risk.reason) {
            Some(reason) => telling.say(format!("{}.", words::capitalise(&reason))),
            None => telling.say("A mistake here is hard to put right."),
        }
        let guard = risk.guard.as_ref().filter(|guard| super::next::understood(plan, guard).is_some());
        if guard.is_some() {
            telling.say("There is a usual way to guard against it, which you can try.");
        }
        let importance = if risk.level == RiskLevel::High { 0.7 } else { 0.45 };
        let mut insight = telling.into_insight(InsightKind::Risk, format!("{title} is {how}"), importance);
        insight.suggestion = guard.map(|guard| words::capitalise(guard.trim()));
        insight
    });
    told.collect()
}
