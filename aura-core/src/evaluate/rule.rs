//! The decision rule: from comparisons to what to do, with the reasons in the order of the rule.

use crate::domain::experiment::{Comparison, ComparisonReading, Decision, DecisionRule};
use crate::domain::figures::{capitalise, list};
use crate::domain::metric::MetricRole;

use super::comparison::gain;

/// What to do about a variant, and why.
pub(super) struct Ruling {
    pub(super) decision: Decision,
    pub(super) reasons: Vec<String>,
    pub(super) would_change: String,
}

/// Applies the rule: harm first, then the primary metric, then what is unclear.
///
/// 1. A guardrail that is worse by more than its margin stops the variant.
/// 2. A primary metric that is worse by more than matters stops it too.
/// 3. If the whole interval lies within what does not matter, there is no difference that matters.
/// 4. If the whole interval lies above what matters, the variant ships, unless a guardrail is unclear.
/// 5. If the whole interval lies below what matters, the plan is kept.
/// 6. Otherwise the evidence does not decide yet.
pub(super) fn decide(primary: &Comparison, all: &[Comparison], rule: &DecisionRule) -> Ruling {
    let harmed = named(all, ComparisonReading::Worse);
    if !harmed.is_empty() {
        return ruling(
            Decision::Stop,
            format!("{} got worse by more than the margin that was allowed beforehand.", list(&harmed)),
            format!("The variant would be worth another look if {} stayed within the margin.", list(&harmed)),
        );
    }
    let unclear = named(all, ComparisonReading::Unclear);
    let mut ruling = judge_primary(primary, rule.worthwhile(primary.control), &unclear);
    if unclear.is_empty() && guardrails(all).next().is_some() {
        ruling.reasons.push("No guardrail got worse by more than its margin.".to_owned());
    }
    ruling
}

fn judge_primary(primary: &Comparison, matters: f64, unclear: &[&str]) -> Ruling {
    let title = &primary.title;
    let (worst, best) = gain(primary);
    let is_same = primary.reading == ComparisonReading::Same;
    if best < -matters || (matters == 0.0 && best <= 0.0 && !is_same) {
        return ruling(
            Decision::Stop,
            format!("{title} got worse by more than chance and by more than matters."),
            format!("{title} would have to get better, not worse."),
        );
    }
    if is_same || (worst > -matters && best < matters) {
        let reason = if is_same {
            format!("{title} is exactly the same with and without the change.")
        } else {
            format!("Whatever the difference in {title} is, it is smaller than what was called worth having.")
        };
        return ruling(
            Decision::NoDifference,
            reason,
            format!("A smaller change in {title} would have to count as worth having."),
        );
    }
    if worst > matters {
        return judge_winner(title, unclear);
    }
    if best < matters {
        return ruling(
            Decision::Keep,
            format!("{title} did not get better by as much as was called worth having."),
            format!("A smaller gain in {title} would have to count as worth having."),
        );
    }
    ruling(
        Decision::Extend,
        format!("The difference in {title} may or may not be as large as was called worth having."),
        "More cases would narrow the range until it decides.".to_owned(),
    )
}

fn judge_winner(title: &str, unclear: &[&str]) -> Ruling {
    let reason = format!("{title} got better by more than was called worth having.");
    if unclear.is_empty() {
        return ruling(
            Decision::Ship,
            reason,
            format!("The gain in {title} would have to vanish, or a guardrail to break."),
        );
    }
    let mut ruling = ruling(
        Decision::Extend,
        reason,
        format!("More cases would show whether {} stays within its margin.", list(unclear)),
    );
    ruling.reasons.push(format!("It cannot be told yet whether {} stayed within its margin.", list(unclear)));
    ruling
}

fn ruling(decision: Decision, reason: String, would_change: String) -> Ruling {
    Ruling { decision, reasons: vec![capitalise(&reason)], would_change: capitalise(&would_change) }
}

fn guardrails(all: &[Comparison]) -> impl Iterator<Item = &Comparison> {
    all.iter().filter(|comparison| comparison.role == MetricRole::Guardrail)
}

fn named(all: &[Comparison], reading: ComparisonReading) -> Vec<&str> {
    guardrails(all)
        .filter(|comparison| comparison.reading == reading)
        .map(|comparison| comparison.title.as_str())
        .collect()
}
