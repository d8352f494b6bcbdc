//! A plan before it is a graph: steps, decisions, parallel lanes and loops as a tree.

use crate::domain::id::ActorId;
use crate::domain::intent::StatedTime;
use crate::domain::plan::Outcome;
use crate::domain::provenance::Origin;

use super::work::Work;

/// One part of a sketch.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Step(Box<StepSketch>),
    Decision(DecisionSketch),
    Parallel(Vec<Vec<Part>>),
    Repeat(RepeatSketch),
    /// Wait for a time, in milliseconds.
    Wait(String, f64),
    /// Wait for a message from somebody, in milliseconds on average.
    Message(String, Role, f64),
    /// End the case.
    End(String, Outcome),
}

/// Who does a step, before it is known what the user calls them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// The person the product is for.
    Customer,
    /// Somebody who works here; the word is used where the intent names nobody.
    Staff(&'static str),
    /// One's own system.
    System,
    /// Somebody else's system or firm.
    External(&'static str),
    /// An actor of the intent.
    Actor(ActorId),
}

#[derive(Debug, Clone)]
pub(super) struct StepSketch {
    pub(super) title: String,
    pub(super) role: Role,
    pub(super) recipient: Option<ActorId>,
    /// What kind of work; read from the title where absent.
    pub(super) work: Option<Work>,
    /// The thing that is handled, in the user's words.
    pub(super) object: Option<String>,
    pub(super) time: Option<StatedTime>,
    /// Mean working time where it differs from the usual one for the work, in milliseconds.
    pub(super) mean_ms: Option<f64>,
    /// How often the person gives up here, where it differs from the usual.
    pub(super) gives_up: Option<f64>,
    /// Words that take the step out where the user does not want them, for example `account`.
    pub(super) topic: &'static str,
    pub(super) origin: Option<Origin>,
}

#[derive(Debug, Clone)]
pub(super) struct DecisionSketch {
    pub(super) question: String,
    pub(super) branches: Vec<BranchSketch>,
    pub(super) origin: Option<Origin>,
}

#[derive(Debug, Clone)]
pub(super) struct BranchSketch {
    /// A short answer.
    pub(super) label: String,
    /// The condition in English; nothing for everything else.
    pub(super) condition: Option<String>,
    /// How often it is taken, and whether the user said so.
    pub(super) share: Option<(f64, bool)>,
    pub(super) parts: Vec<Part>,
}

#[derive(Debug, Clone)]
pub(super) struct RepeatSketch {
    pub(super) parts: Vec<Part>,
    /// What ends the loop.
    pub(super) until: String,
    pub(super) max_times: u32,
    /// Whether the user named the limit.
    pub(super) is_limit_stated: bool,
    /// When it is done again and what is done before; `not until` where absent.
    pub(super) again: Option<AgainSketch>,
    pub(super) origin: Option<Origin>,
}

/// What leads around a loop once more.
#[derive(Debug, Clone)]
pub(super) struct AgainSketch {
    /// The condition in English.
    pub(super) condition: String,
    pub(super) parts: Vec<Part>,
}

/// A step of the customer.
pub(super) fn step(title: impl Into<String>) -> StepSketch {
    StepSketch {
        title: title.into(),
        role: Role::Customer,
        recipient: None,
        work: None,
        object: None,
        time: None,
        mean_ms: None,
        gives_up: None,
        topic: "",
        origin: None,
    }
}

impl StepSketch {
    /// Somebody who works here does it.
    pub(super) fn staff(mut self, name: &'static str) -> Self {
        self.role = Role::Staff(name);
        self
    }

    /// One's own system does it.
    pub(super) fn system(mut self) -> Self {
        self.role = Role::System;
        self
    }

    /// Somebody else's system does it.
    pub(super) fn external(mut self, name: &'static str) -> Self {
        self.role = Role::External(name);
        self
    }

    /// What kind of work it is.
    pub(super) fn work(mut self, work: Work) -> Self {
        self.work = Some(work);
        self
    }

    /// What is handled.
    pub(super) fn about(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Mean working time in milliseconds.
    pub(super) fn takes(mut self, mean_ms: f64) -> Self {
        self.mean_ms = Some(mean_ms);
        self
    }

    /// How often the person gives up.
    pub(super) fn loses(mut self, share: f64) -> Self {
        self.gives_up = Some(share);
        self
    }

    /// Words that take the step out where the user does not want them.
    pub(super) fn topic(mut self, topic: &'static str) -> Self {
        self.topic = topic;
        self
    }

    pub(super) fn part(self) -> Part {
        Part::Step(Box::new(self))
    }
}

impl From<StepSketch> for Part {
    fn from(step: StepSketch) -> Self {
        step.part()
    }
}

/// A question with two answers: what is done when the condition holds (with its share), and otherwise.
pub(super) fn decide(
    question: impl Into<String>,
    (label, condition, share): (&str, String, f64),
    then: Vec<Part>,
    otherwise: &str,
    parts: Vec<Part>,
) -> Part {
    Part::Decision(DecisionSketch {
        question: question.into(),
        branches: vec![
            BranchSketch {
                label: label.to_owned(),
                condition: Some(condition),
                share: Some((share, false)),
                parts: then,
            },
            BranchSketch {
                label: otherwise.to_owned(),
                condition: None,
                share: Some((1.0 - share, false)),
                parts,
            },
        ],
        origin: None,
    })
}

/// The case ends without reaching the goal.
pub(super) fn end(title: &str, outcome: Outcome) -> Part {
    Part::End(title.to_owned(), outcome)
}

/// Parts are done again until something holds.
pub(super) fn repeat(parts: Vec<Part>, until: &str, max_times: u32) -> Part {
    Part::Repeat(RepeatSketch {
        parts,
        until: until.to_owned(),
        max_times,
        is_limit_stated: false,
        again: None,
        origin: None,
    })
}

/// Visits every step of a sketch.
pub(super) fn each_step(parts: &[Part], visit: &mut impl FnMut(&StepSketch)) {
    for part in parts {
        match part {
            Part::Step(step) => visit(step),
            Part::Decision(decision) => {
                decision.branches.iter().for_each(|branch| each_step(&branch.parts, visit));
            }
            Part::Parallel(lanes) => lanes.iter().for_each(|lane| each_step(lane, visit)),
            Part::Repeat(repeat) => {
                each_step(&repeat.parts, visit);
                repeat.again.iter().for_each(|again| each_step(&again.parts, visit));
            }
            Part::Wait(..) | Part::Message(..) | Part::End(..) => {}
        }
    }
}

/// Changes every step of a sketch.
pub(super) fn change_steps(parts: &mut [Part], change: &mut impl FnMut(&mut StepSketch)) {
    for part in parts {
        match part {
            Part::Step(step) => change(step),
            Part::Decision(decision) => {
                decision.branches.iter_mut().for_each(|branch| change_steps(&mut branch.parts, change));
            }
            Part::Parallel(lanes) => lanes.iter_mut().for_each(|lane| change_steps(lane, change)),
            Part::Repeat(repeat) => {
                change_steps(&mut repeat.parts, change);
                repeat.again.iter_mut().for_each(|again| change_steps(&mut again.parts, change));
            }
            Part::Wait(..) | Part::Message(..) | Part::End(..) => {}
        }
    }
}

/// Takes steps out that do not pass.
pub(super) fn keep_steps(parts: Vec<Part>, keep: &impl Fn(&StepSketch) -> bool) -> Vec<Part> {
    parts
        .into_iter()
        .filter_map(|part| match part {
            Part::Step(step) => keep(&step).then_some(Part::Step(step)),
            Part::Decision(mut decision) => {
                for branch in &mut decision.branches {
                    branch.parts = keep_steps(std::mem::take(&mut branch.parts), keep);
                }
                let is_empty = decision.branches.iter().all(|branch| branch.parts.is_empty());
                (!is_empty).then_some(Part::Decision(decision))
            }
            Part::Parallel(lanes) => {
                let lanes: Vec<Vec<Part>> = lanes.into_iter().map(|lane| keep_steps(lane, keep)).collect();
                Some(Part::Parallel(lanes.into_iter().filter(|lane| !lane.is_empty()).collect()))
            }
            Part::Repeat(mut repeat) => {
                repeat.parts = keep_steps(repeat.parts, keep);
                (!repeat.parts.is_empty()).then_some(Part::Repeat(repeat))
            }
            other => Some(other),
        })
        .collect()
}
