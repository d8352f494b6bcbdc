//! The pages of a prototype as a persona meets them: words, fields, ways on, and what the plan says of each.

use std::collections::BTreeMap;

use crate::des::{self, Span};
use crate::domain::data::{DataObject, Field, FieldKind};
use crate::domain::figures::capitalise;
use crate::domain::id::DataId;
use crate::domain::plan::{Flow, Node, NodeKind, Outcome, Plan, ScreenElement};
use crate::domain::prototype::{Page, PageKind, Prototype};
use crate::domain::scenario::Scenario;
use crate::domain::step::{AgentKind, FailureEffect, FailureKind, FailureMode, RetryRule, Step};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::prototype::{clean, outcome_of};
use crate::random::{Seed, Streams};

use super::super::assumed::Assumed;
use super::super::compile::case_people;

/// Objects within objects are shown to this depth, as in the page.
const MOST_DEPTH: usize = 2;
/// Most fields of an object within another that are looked at.
const MOST_INSIDE: usize = 100;
/// Most pages, and most fields of one page.
const MOST: u64 = 4_000;
/// Characters that are typed where a field has no example.
const USUAL_CHARACTERS: u64 = 10;
/// Longest name or title that is kept, in characters.
const LONGEST: usize = 80;

/// One page.
pub(super) struct Scene {
    pub(super) id: String,
    pub(super) title: String,
    /// Words that everybody reads.
    pub(super) words: u64,
    pub(super) notices: Vec<Notice>,
    pub(super) fields: Vec<Entry>,
    pub(super) part: Part,
    pub(super) ways: Vec<Way>,
    /// The draws of this page; they depend on its name and on no other page.
    pub(super) streams: Streams,
}

/// A text that stands out, and may be overlooked all the same.
pub(super) struct Notice {
    pub(super) words: u64,
    pub(super) title: String,
}

/// A field that is filled in.
pub(super) struct Entry {
    /// As it stands in logs: `data.field`.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) is_required: bool,
    /// How many characters are typed; none where something is chosen.
    pub(super) characters: Option<u64>,
}

/// A button.
pub(super) struct Way {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) to: usize,
    /// Whether it stands for something going wrong.
    pub(super) is_failure: bool,
    /// How likely it is taken where the plan decides among several.
    pub(super) share: f64,
    /// Which flow it takes and how often it may, where that is limited.
    pub(super) most: Option<(String, u32)>,
    pub(super) is_default: bool,
}

/// What a page stands for.
pub(super) enum Part {
    /// A step on the walker's own screen.
    Own(Vec<Mode>),
    /// A step that the walker does away from the screen, or that somebody else or a system does.
    Work(Work),
    /// It is asked whether something that did not work is tried again.
    Again,
    /// The plan decides among the ways.
    Choice,
    /// Whatever happens first decides; one time for each way.
    Race(Vec<Option<des::Distribution>>),
    /// Time passes.
    Wait(Option<des::Distribution>),
    /// The end.
    End(Option<Outcome>),
}

/// Work without a screen of the walker's own.
pub(super) struct Work {
    pub(super) modes: Vec<Mode>,
    pub(super) waiting: Option<des::Distribution>,
    pub(super) work: Option<des::Distribution>,
    /// How many times it is done, and whether all at once.
    pub(super) each: Option<(des::Distribution, bool)>,
    pub(super) is_own: bool,
    pub(super) actor: String,
}

/// Something that can go wrong.
pub(super) struct Mode {
    pub(super) kind: FailureKind,
    pub(super) title: String,
    pub(super) probability: f64,
    pub(super) effect: FailureEffect,
    /// The button that shows it, where the prototype has one.
    pub(super) way: Option<usize>,
}

impl Scene {
    /// The button that is meant to be pressed, or that shows that something went wrong for good.
    pub(super) fn way(&self, is_failure: bool) -> Option<&Way> {
        self.ways.iter().find(|way| way.is_failure == is_failure)
    }
}

/// All pages, and the notes about what was taken for granted.
pub(super) struct Stage {
    pub(super) scenes: Vec<Scene>,
    pub(super) first: usize,
    pub(super) notes: Vec<String>,
}

/// Reads a prototype beside its plan.
///
/// # Errors
/// `invalid_document` where a button leads nowhere, `limit_size`, and those of assumptions.
pub(super) fn stage(plan: &Plan, prototype: &Prototype, scenario: &Scenario, seed: Seed) -> Result<Stage> {
    Limits::check_count("pages", prototype.pages.len(), MOST)?;
    let places: BTreeMap<&str, usize> =
        prototype.pages.iter().enumerate().map(|(place, page)| (page.id.as_str(), place)).collect();
    let first = find(&places, &prototype.first)?;
    let mut reader = Reader {
        plan,
        assumed: Assumed::new(plan, scenario)?,
        people: case_people(plan),
        places,
        notes: Vec::new(),
    };
    let mut scenes = Vec::with_capacity(prototype.pages.len());
    for page in &prototype.pages {
        scenes.push(reader.scene(page, seed)?);
    }
    Ok(Stage { scenes, first, notes: reader.notes })
}

fn find(places: &BTreeMap<&str, usize>, page: &str) -> Result<usize> {
    places.get(page).copied().ok_or_else(|| {
        Error::new(ErrorCode::InvalidDocument, "a button of the prototype leads to a page that is not there")
            .with_hint("make the prototype again")
    })
}

struct Reader<'a> {
    plan: &'a Plan,
    assumed: Assumed<'a>,
    people: Vec<&'a crate::domain::id::ActorId>,
    places: BTreeMap<&'a str, usize>,
    notes: Vec<String>,
}

impl<'a> Reader<'a> {
    fn scene(&mut self, page: &'a Page, seed: Seed) -> Result<Scene> {
        let node = self.plan.nodes.iter().find(|node| node.id == page.node).ok_or_else(|| {
            Error::new(ErrorCode::InvalidDocument, "a page stands for a step that the plan does not have")
                .with_hint("make the prototype again")
        })?;
        let mut ways = self.ways(page)?;
        let part = self.part(page, node, &mut ways)?;
        let mut scene = Scene {
            id: page.id.clone(),
            title: shown(&page.title),
            words: words(&page.title) + words(&page.intro),
            notices: Vec::new(),
            fields: Vec::new(),
            part,
            ways,
            streams: Streams::new(seed.derive(&page.id)),
        };
        let labels = page.actions.iter().filter(|action| !action.is_failure);
        scene.words += labels.map(|action| words(&action.label)).sum::<u64>();
        for element in &page.elements {
            self.element(element, &mut scene);
        }
        Limits::check_count("fields of a page", scene.fields.len(), MOST)?;
        Limits::check_count("notices of a page", scene.notices.len(), MOST)?;
        Ok(scene)
    }

    fn ways(&self, page: &Page) -> Result<Vec<Way>> {
        let ways = page.actions.iter().map(|action| {
            Ok(Way {
                id: action.id.clone(),
                label: shown(&action.label),
                to: find(&self.places, &action.to)?,
                is_failure: action.is_failure,
                share: 1.0,
                most: None,
                is_default: false,
            })
        });
        ways.collect()
    }

    fn part(&mut self, page: &Page, node: &'a Node, ways: &mut [Way]) -> Result<Part> {
        if page.kind == PageKind::End {
            return Ok(Part::End(outcome_of(page, self.plan)));
        }
        Ok(match &node.kind {
            NodeKind::Step(_) if page.kind == PageKind::Decision => Part::Again,
            NodeKind::Step(step) => self.step(page, step)?,
            NodeKind::Timer(timer) => Part::Wait(Some(self.assumed.sampler(&timer.duration)?)),
            NodeKind::Message(message) => Part::Wait(Some(self.assumed.sampler(&message.delay)?)),
            NodeKind::Gateway(_) if page.kind == PageKind::Wait => self.race(page)?,
            _ => {
                self.shares(page, ways)?;
                Part::Choice
            }
        })
    }

    fn step(&mut self, page: &Page, step: &'a Step) -> Result<Part> {
        let mut modes = Vec::with_capacity(step.failure_modes.len());
        for mode in &step.failure_modes {
            modes.push(self.mode(page, step, mode)?);
        }
        let is_own = step.agent.kind == AgentKind::Person && self.people.contains(&&step.actor);
        if is_own && step.screen.is_some() {
            return Ok(Part::Own(modes));
        }
        let operation = self.operation(step);
        let latency = operation.map(|operation| self.assumed.sampler(&operation.latency)).transpose()?;
        let work = match latency {
            Some(latency) => Some(latency),
            None => self.assumed.optional(step.working_time.as_ref())?,
        };
        let each = match &step.for_each {
            Some(each) => Some((self.assumed.sampler(&each.count)?, each.parallel)),
            None => None,
        };
        let waiting = self.assumed.optional(step.waiting_time.as_ref())?;
        let actor = shown(&page.actor);
        Ok(Part::Work(Work { modes, waiting, work, each, is_own, actor }))
    }

    fn operation(&self, step: &Step) -> Option<&'a crate::domain::plan::ServiceOperation> {
        let call = step.call.as_ref()?;
        let service = self.plan.services.iter().find(|service| service.id == call.service)?;
        service.operations.iter().find(|operation| operation.id == call.operation)
    }

    fn mode(&mut self, page: &Page, step: &'a Step, mode: &'a FailureMode) -> Result<Mode> {
        let mut probability = self.assumed.share(&mode.probability)?;
        let is_first = step.failure_modes.iter().find(|other| other.kind == mode.kind) == Some(mode);
        if let Some(operation) = self.operation(step)
            && mode.kind == FailureKind::Unavailable
            && is_first
            && operation.failure != mode.probability
        {
            // A call that fails and a step that fails by itself are two things; either is enough.
            let call = self.assumed.share(&operation.failure)?;
            probability = 1.0 - (1.0 - probability) * (1.0 - call);
        }
        Ok(Mode {
            kind: mode.kind,
            title: shown(&mode.title),
            probability,
            effect: mode.then.clone(),
            way: page.actions.iter().position(|action| action.is_failure && action.id == mode.id.as_str()),
        })
    }

    fn race(&mut self, page: &Page) -> Result<Part> {
        let mut times = Vec::with_capacity(page.actions.len());
        for action in &page.actions {
            let flow = self.flow(action.flow.as_ref());
            let event = flow.and_then(|flow| self.plan.nodes.iter().find(|node| node.id == flow.to));
            let time = match event.map(|node| &node.kind) {
                Some(NodeKind::Timer(timer)) => Some(&timer.duration),
                Some(NodeKind::Message(message)) => Some(&message.delay),
                _ => None,
            };
            times.push(time.map(|id| self.assumed.sampler(id)).transpose()?);
        }
        Ok(Part::Race(times))
    }

    fn flow(&self, id: Option<&crate::domain::id::FlowId>) -> Option<&'a Flow> {
        let id = id?;
        self.plan.flows.iter().find(|flow| flow.id == *id)
    }

    /// Shares as the plan states them; ways without one share what is left, as in a run.
    fn shares(&mut self, page: &Page, ways: &mut [Way]) -> Result<()> {
        let mut known: Vec<Option<f64>> = Vec::with_capacity(ways.len());
        for (action, way) in page.actions.iter().zip(ways.iter_mut()) {
            let flow = self.flow(action.flow.as_ref());
            known.push(match flow.and_then(|flow| flow.probability.as_ref()) {
                Some(id) => Some(self.assumed.share(id)?),
                None => None,
            });
            if let Some(flow) = flow {
                way.most = flow.max_times.map(|times| (flow.id.as_str().to_owned(), times));
                way.is_default = flow.is_default;
            }
        }
        let open = known.iter().filter(|share| share.is_none()).count();
        if open == known.len() && open > 1 {
            self.notes.push(format!(
                "The plan gives no shares at `{}`; every way is taken as often.",
                shown(&page.title)
            ));
        }
        let sum: f64 = known.iter().flatten().sum();
        let rest = if open == 0 { 0.0 } else { (1.0 - sum).max(0.0) / open as f64 };
        for (way, share) in ways.iter_mut().zip(known) {
            way.share = share.unwrap_or(rest);
        }
        Ok(())
    }

    fn element(&self, element: &ScreenElement, scene: &mut Scene) {
        match element {
            ScreenElement::Paragraph(text) => scene.words += words(&text.text),
            ScreenElement::Notice(text) => {
                scene.notices.push(Notice { words: words(&text.text), title: shown(&text.text) });
            }
            ScreenElement::Input(reference) => {
                let object = self.object(&reference.data);
                let field = object
                    .and_then(|object| object.fields.iter().find(|field| field.name == reference.field));
                if let Some(field) = field {
                    self.field(&reference.data, field, 0, scene);
                }
            }
            ScreenElement::Summary(reference) => {
                if let Some(object) = self.object(&reference.data) {
                    scene.words += words(&object.name) + self.summary(object, 0);
                }
            }
        }
    }

    fn object(&self, id: &DataId) -> Option<&'a DataObject> {
        self.plan.data.iter().find(|object| object.id == *id)
    }

    fn field(&self, data: &DataId, field: &Field, depth: usize, scene: &mut Scene) {
        scene.words += words(&field.title);
        if let FieldKind::Object(inner) | FieldKind::List(inner) = &field.kind {
            if let Some(inner) = self.object(&inner.data).filter(|_| depth < MOST_DEPTH) {
                for field in inner.fields.iter().take(MOST_INSIDE) {
                    self.field(&inner.id, field, depth + 1, scene);
                }
            }
            return;
        }
        let is_chosen = matches!(field.kind, FieldKind::Boolean | FieldKind::Choice(_));
        scene.fields.push(Entry {
            name: format!("{data}.{}", line(&field.name)),
            title: shown(&field.title),
            is_required: field.required,
            characters: (!is_chosen).then(|| characters(&field.example)),
        });
    }

    fn summary(&self, object: &DataObject, depth: usize) -> u64 {
        let most = if depth == 0 { usize::MAX } else { MOST_INSIDE };
        let rows = object.fields.iter().take(most).map(|field| {
            let inside = match &field.kind {
                FieldKind::Object(inner) | FieldKind::List(inner) if depth < MOST_DEPTH => {
                    self.object(&inner.data).map_or(1, |inner| self.summary(inner, depth + 1))
                }
                _ => match &field.example {
                    serde_json::Value::String(text) => words(text),
                    _ => 1,
                },
            };
            words(&field.title) + inside
        });
        rows.sum()
    }
}

/// The wait before a repetition.
pub(super) fn delay_ms(rule: &RetryRule, repetition: u32) -> f64 {
    let factor = libm::pow(f64::from(rule.backoff_percent) / 100.0, f64::from(repetition));
    Span::from_ms(rule.delay_ms).scaled(factor).micros() as f64 / 1_000.0
}

fn words(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

fn characters(example: &serde_json::Value) -> u64 {
    match example {
        serde_json::Value::String(text) => text.chars().count() as u64,
        serde_json::Value::Number(number) => number.to_string().len() as u64,
        _ => USUAL_CHARACTERS,
    }
}

/// A text of others on its way into a sentence: see [`line`]; with a capital.
fn shown(text: &str) -> String {
    capitalise(&line(text))
}

/// One line, without marks that mislead, and short.
fn line(text: &str) -> String {
    let cleaned = clean(text);
    let mut line = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST - 1).collect::<String>();
        line.push('…');
    }
    line
}
