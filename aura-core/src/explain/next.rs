//! What to try next: changes of the plan that its own data and the run speak for, as sentences for the editor.
//!
//! Only changes that the plan bears are proposed: a step goes only where nothing needs what it makes, steps run
//! side by side only where neither waits for the other and the first cannot say no.

use std::collections::BTreeMap;

use super::happened::longest_wait;
use super::telling::Telling;
use super::words;
use crate::domain::data::{FieldKind, Sensitivity};
use crate::domain::edit::{AssumptionValue, EditReading, MergeSteps, NodeSet, NodeTarget, Operation};
use crate::domain::id::NodeId;
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::plan::{Assumption, Node, NodeKind, Outcome, Plan, ScreenElement};
use crate::domain::quantity::Unit;
use crate::domain::run::{NodeResult, Run};
use crate::domain::step::{AgentKind, FailureEffect, FailureKind, Step};
use crate::plan::{edit, numbers};

/// Most proposals of a kind that are tried out on the editor.
const MOST_TRIED: usize = 5;
/// Work shorter than this, in milliseconds, is not worth doing side by side.
const WORTH_PARALLEL_MS: f64 = 30_000.0;

pub(super) fn insights(plan: &Plan, run: Option<&Run>) -> Vec<Insight> {
    let seeker = Seeker { plan, run, numbers: numbers(plan) };
    let ways =
        [seeker.useless_steps(), seeker.screens_in_a_row(), seeker.side_by_side(), seeker.fewer_losses()];
    // One proposal of each kind: the first that the editor reads as meant and can make.
    let first_that_works = |way: Vec<Proposal>| {
        way.into_iter().take(MOST_TRIED).find_map(|proposal| proposal.into_insight(plan))
    };
    let mut insights: Vec<Insight> = ways.into_iter().filter_map(first_that_works).collect();
    for (rank, insight) in insights.iter_mut().enumerate() {
        insight.importance = 0.8 - 0.05 * rank as f64;
    }
    insights
}

/// A step with the node that it stands at.
type Place<'a> = (&'a Node, &'a Step);

struct Seeker<'a> {
    plan: &'a Plan,
    run: Option<&'a Run>,
    numbers: BTreeMap<NodeId, u32>,
}

impl<'a> Seeker<'a> {
    fn steps(&self) -> impl Iterator<Item = (&'a Node, &'a Step)> {
        self.plan.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Step(step) => Some((node, step.as_ref())),
            _ => None,
        })
    }

    fn number(&self, node: &Node) -> Option<u32> {
        self.numbers.get(&node.id).copied()
    }

    fn result(&self, node: &Node) -> Option<(usize, &'a NodeResult)> {
        self.run?.nodes.iter().enumerate().find(|(_, result)| result.node == node.id)
    }

    fn lost(&self, node: &Node) -> u64 {
        self.result(node).map_or(0, |(_, result)| result.lost_cases)
    }

    /// Steps that follow each other with nothing between and nothing else around.
    fn neighbours(&self) -> Vec<(Place<'a>, Place<'a>)> {
        let plan = self.plan;
        let count_out = |node: &Node| plan.flows.iter().filter(|flow| flow.from == node.id).count();
        let count_in = |node: &Node| plan.flows.iter().filter(|flow| flow.to == node.id).count();
        let jumped_at = |node: &Node| {
            self.steps()
                .flat_map(|(_, step)| &step.failure_modes)
                .any(|mode| matches!(&mode.then, FailureEffect::GoTo(target) if target.node == node.id))
        };
        let pair = |flow: &crate::domain::plan::Flow| {
            let first = self.steps().find(|(node, _)| node.id == flow.from)?;
            let second = self.steps().find(|(node, _)| node.id == flow.to)?;
            let alone = count_out(first.0) == 1 && count_in(second.0) == 1 && !jumped_at(second.0);
            (alone && first.0.id != second.0.id && first.0.group == second.0.group).then_some((first, second))
        };
        plan.flows.iter().filter_map(pair).collect()
    }

    /// Steps at which people are lost and whose result nobody needs.
    fn useless_steps(&self) -> Vec<Proposal> {
        let unneeded = self.steps().filter(|(node, step)| {
            step.agent.kind == AgentKind::Person
                && !step.produces.is_empty()
                && (is_about_an_account(&node.title)
                    || !step.produces.iter().any(|data| self.reaches_people(data)))
                && step.produces.iter().all(|data| !self.is_used_beside(node, data))
                && step.failure_modes.iter().any(|mode| mode.kind == FailureKind::GivesUp)
                && (self.run.is_none() || self.lost(node) > 0)
        });
        let told = unneeded.filter_map(|(node, _)| {
            let number = self.number(node)?;
            let title = words::quoted(&node.title);
            let mut telling = Telling::default();
            telling.say(format!("No later step needs what {title} asks for."));
            self.say_lost(&mut telling, node);
            telling.say("Try the plan without it.");
            let operation = Operation::Remove(NodeTarget { node: node.id.clone() });
            Some(Proposal::new(
                telling,
                format!("Leave out {title}"),
                vec![format!("Remove step {number}"), format!("Remove {title}")],
                operation,
            ))
        });
        told.collect()
    }

    /// Whether data serves to reach or to pay somebody, which plans seldom spell out.
    fn reaches_people(&self, data: &crate::domain::id::DataId) -> bool {
        self.plan.data.iter().filter(|object| object.id == *data).flat_map(|object| &object.fields).any(
            |field| {
                matches!(field.kind, FieldKind::Email | FieldKind::Phone | FieldKind::Money(_))
                    || field.sensitivity != Sensitivity::Ordinary
            },
        )
    }

    fn is_used_beside(&self, node: &Node, data: &crate::domain::id::DataId) -> bool {
        let name = self
            .plan
            .data
            .iter()
            .find(|object| object.id == *data)
            .map(|object| object.name.replace(' ', "_"));
        let in_steps = self.steps().any(|(other, step)| {
            let on_screen = step.screen.as_ref().is_some_and(|id| {
                self.plan
                    .screens
                    .iter()
                    .filter(|screen| screen.id == *id)
                    .flat_map(|screen| &screen.elements)
                    .any(|element| match element {
                        ScreenElement::Summary(shown) => shown.data == *data,
                        ScreenElement::Input(input) => input.data == *data,
                        ScreenElement::Paragraph(_) | ScreenElement::Notice(_) => false,
                    })
            });
            other.id != node.id && (step.needs.contains(data) || step.produces.contains(data) || on_screen)
        });
        let in_conditions = name.is_none_or(|name| {
            let conditions = self.plan.flows.iter().filter_map(|flow| flow.condition.as_ref());
            conditions.into_iter().any(|condition| condition.expression.contains(&format!("{name}.")))
        });
        in_steps || in_conditions
    }

    /// Two screens of one person in a row, at both of which people give up.
    fn screens_in_a_row(&self) -> Vec<Proposal> {
        let gives_up = |step: &Step| step.failure_modes.iter().any(|mode| mode.kind == FailureKind::GivesUp);
        let pairs = self.neighbours().into_iter().filter(|((_, first), (_, second))| {
            let screens = first.screen.is_some() && second.screen.is_some();
            screens && first.actor == second.actor && gives_up(first) && gives_up(second)
        });
        let told = pairs.filter_map(|((first, _), (second, _))| {
            let (one, two) = (self.number(first)?, self.number(second)?);
            let mut telling = Telling::default();
            telling.say(format!(
                "{} and {} follow each other, and people give up at both.",
                words::quoted(&first.title),
                words::quoted(&second.title)
            ));
            self.say_lost(&mut telling, first);
            self.say_lost(&mut telling, second);
            telling.say("One screen asks for the same with one stop less.");
            let headline = "Put two screens into one".to_owned();
            let nodes = vec![first.id.clone(), second.id.clone()];
            let operation = Operation::Merge(MergeSteps { nodes, title: None });
            let (first, second) = (words::quoted(&first.title), words::quoted(&second.title));
            let sentences =
                vec![format!("Merge step {one} and step {two}"), format!("Merge {first} and {second}")];
            Some(Proposal::new(telling, headline, sentences, operation))
        });
        told.collect()
    }

    /// Two steps in a row that do not wait for each other.
    fn side_by_side(&self) -> Vec<Proposal> {
        let can_say_no = |step: &Step| {
            let mut modes = step.failure_modes.iter();
            modes.any(|mode| {
                mode.kind == FailureKind::Rejected
                    || matches!(&mode.then, FailureEffect::End(end) if end.outcome == Outcome::Refused)
            })
        };
        let longest = self.run.and_then(longest_wait).map(|(_, result)| &result.node);
        let mut pairs: Vec<_> = self
            .neighbours()
            .into_iter()
            .filter(|((_, first), (_, second))| {
                let shares_data = second.needs.iter().any(|data| first.produces.contains(data))
                    || first.needs.iter().any(|data| second.produces.contains(data))
                    || first.produces.iter().any(|data| second.produces.contains(data));
                let same_person = first.actor == second.actor && first.agent.kind == AgentKind::Person;
                !shares_data
                    && !same_person
                    && !can_say_no(first)
                    && first.risk.is_none()
                    && second.risk.is_none()
            })
            .filter_map(|(first, second)| {
                let saved = self.time_of(first.0, first.1).min(self.time_of(second.0, second.1));
                (saved >= WORTH_PARALLEL_MS).then_some((first, second, saved))
            })
            .collect();
        pairs.sort_by(|first, second| second.2.total_cmp(&first.2));
        let told = pairs.into_iter().filter_map(|((first, _), (second, _), _)| {
            let (one, two) = (self.number(first)?, self.number(second)?);
            let mut telling = Telling::default();
            telling.say(format!(
                "{} and {} do not need each other.",
                words::quoted(&first.title),
                words::quoted(&second.title)
            ));
            if longest == Some(&first.id) || longest == Some(&second.id) {
                telling.say("The longest wait of the run is there.");
            }
            telling.say("Both could go on at the same time, which saves the shorter one.");
            let headline = "Do two steps at the same time".to_owned();
            let nodes = vec![first.id.clone(), second.id.clone()];
            let operation = Operation::MakeParallel(NodeSet { nodes });
            let (first, second) = (words::quoted(&first.title), words::quoted(&second.title));
            let sentences = vec![
                format!("Do step {one} and step {two} at the same time"),
                format!("Do {first} and {second} at the same time"),
            ];
            Some(Proposal::new(telling, headline, sentences, operation))
        });
        told.collect()
    }

    /// How long a step takes with its wait: measured in the run, else as assumed.
    fn time_of(&self, node: &Node, step: &Step) -> f64 {
        if let Some((_, result)) = self.result(node) {
            return result.mean_waiting_ms + result.mean_working_ms;
        }
        let mean = |id: &Option<crate::domain::id::AssumptionId>| {
            id.as_ref()
                .and_then(|id| self.assumption(id))
                .map_or(0.0, |(_, assumption)| assumption.value.mean())
        };
        mean(&step.working_time) + mean(&step.waiting_time)
    }

    fn assumption(&self, id: &crate::domain::id::AssumptionId) -> Option<(usize, &'a Assumption)> {
        self.plan.assumptions.iter().enumerate().find(|(_, assumption)| assumption.id == *id)
    }

    /// The failure modes that ended most cases, worst first: what would it be worth to halve one?
    fn fewer_losses(&self) -> Vec<Proposal> {
        let Some(run) = self.run else { return Vec::new() };
        let mut worst: Vec<(u64, &Node, &crate::domain::step::FailureMode, String)> = Vec::new();
        for (position, result) in run.nodes.iter().enumerate() {
            let Some((node, step)) = self.steps().find(|(node, _)| node.id == result.node) else { continue };
            for (at, failure) in result.failures.iter().enumerate().filter(|(_, failure)| failure.ended > 0) {
                if let Some(mode) = step.failure_modes.iter().find(|mode| mode.id == failure.failure) {
                    let evidence = format!("{}/nodes/{position}/failures/{at}/ended", run.id);
                    worst.push((failure.ended, node, mode, evidence));
                }
            }
        }
        worst.sort_by_key(|(ended, ..)| std::cmp::Reverse(*ended));
        let told = worst.into_iter().filter_map(|(ended, node, mode, evidence)| {
            let (position, assumption) = self.assumption(&mode.probability)?;
            let present = assumption.value.mean();
            if !matches!(assumption.unit, Unit::Share) || present <= 0.0 {
                return None;
            }
            let mut telling = Telling::default();
            let times = telling.counted("cases that this ended", ended, "case", evidence);
            let now = telling.measured(
                "share assumed now",
                &Unit::Share,
                present,
                None,
                format!("{}/assumptions/{position}/value/value", self.plan.id),
            );
            telling.say(format!(
                "We assume {} for {now} of tries at {}.",
                words::quoted(&mode.title),
                words::quoted(&node.title)
            ));
            telling.say(format!("In the run this ended {times}."));
            telling.say("Try half of that and see what it is worth before you work on it.");
            let number = self.number(node)?;
            let half = words::round(present / 2.0, 4);
            let title = mode.title.trim_end_matches('.');
            let half_shown = words::percent(half, 2);
            let statement = assumption.statement.trim_end_matches('.');
            let sentences = vec![
                format!("Assume that {half_shown} of times {title} at step {number}"),
                format!("Assume that {half_shown} of times {title} at {}", words::quoted(&node.title)),
                format!("Assume {half_shown} for: {statement}"),
                format!("Assume {half_shown} for {}", words::quoted(statement)),
            ];
            let operation =
                Operation::SetAssumption(AssumptionValue { assumption: assumption.id.clone(), mean: half });
            Some(Proposal::new(
                telling,
                "See what fewer losses would be worth".to_owned(),
                sentences,
                operation,
            ))
        });
        told.collect()
    }

    fn say_lost(&self, telling: &mut Telling, node: &Node) {
        let (Some(run), Some((position, result))) = (self.run, self.result(node)) else { return };
        if result.lost_cases > 0 {
            let evidence = format!("{}/nodes/{position}/lost_cases", run.id);
            let lost = telling.counted("cases lost here", result.lost_cases, "case", evidence);
            telling.say(format!(
                "{} lost at {}.",
                if result.lost_cases == 1 { format!("{lost} is") } else { format!("{lost} are") },
                words::quoted(&node.title)
            ));
        }
    }
}

/// Whether a step only makes people known to the system.
fn is_about_an_account(title: &str) -> bool {
    let lower = title.to_lowercase();
    ["account", "register", "sign up", "sign in", "log in", "password"]
        .iter()
        .any(|word| lower.contains(word))
}

/// A change that the plan and the run speak for.
struct Proposal {
    telling: Telling,
    headline: String,
    /// Sentences that may say it, the best first.
    sentences: Vec<String>,
    operations: Vec<Operation>,
}

impl Proposal {
    fn new(telling: Telling, headline: String, sentences: Vec<String>, operation: Operation) -> Self {
        Proposal { telling, headline, sentences, operations: vec![operation] }
    }

    /// The proposal with the first sentence that the editor reads as exactly this change; nothing where it reads
    /// none of them so, or would refuse the change.
    fn into_insight(self, plan: &Plan) -> Option<Insight> {
        edit::changed(plan, &self.operations).ok()?;
        let is_meant = |sentence: &&String| {
            understood(plan, sentence).is_some_and(|operations| operations == self.operations)
        };
        let sentence = self.sentences.iter().find(is_meant)?.clone();
        let mut insight = self.telling.into_insight(InsightKind::WhatNext, self.headline, 0.8);
        insight.suggestion = Some(sentence);
        Some(insight)
    }
}

/// What the editor does for a sentence, where it reads it in one way and can do it.
pub(super) fn understood(plan: &Plan, sentence: &str) -> Option<Vec<Operation>> {
    match edit::read(plan, sentence).ok()? {
        EditReading::Understood(choice) => {
            edit::changed(plan, &choice.operations).ok()?;
            Some(choice.operations)
        }
        _ => None,
    }
}
