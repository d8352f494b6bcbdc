//! `acceptance.feature`: Gherkin scenarios for every branch, failure, edge case, rule and success criterion.

use std::collections::BTreeSet;

use super::example::Examples;
use super::journeys::{Event, Journey, Wish};
use super::view::PlanView;
use super::words::{self, one_line};
use crate::domain::intent::Modality;
use crate::domain::metric::{Direction, Measure, Metric, MetricRole};
use crate::domain::plan::{Flow, Node, NodeKind, Outcome, PlanRule};
use crate::domain::step::{FailureEffect, FailureMode, Step};

pub(super) fn render(view: &PlanView) -> String {
    let mut feature = Feature::new(view);
    feature.usual();
    feature.branches();
    feature.failures();
    feature.edge_cases();
    feature.rules();
    feature.criteria();
    feature.text
}

struct Feature<'view, 'plan> {
    view: &'view PlanView<'plan>,
    text: String,
    names: BTreeSet<String>,
    ways: BTreeSet<String>,
}

impl<'view, 'plan> Feature<'view, 'plan> {
    fn new(view: &'view PlanView<'plan>) -> Self {
        let mut text = format!("# Made from {} of the plan; see README.md\n", view.plan.id);
        text.push_str(&format!("Feature: {}\n", one_line(&view.plan.title)));
        text.push_str(&format!("  The goal is: {}\n", words::sentence(&view.plan.goal)));
        text.push_str("  Values in tables are examples; the schemas in schemas/ say what else is legal.\n");
        Feature { view, text, names: BTreeSet::new(), ways: BTreeSet::new() }
    }

    fn scenario(&mut self, tags: &str, name: &str, lines: &[String]) {
        let name = words::capitalised(&words::shortened(name, 120));
        let mut unique = name.clone();
        let mut number = 2;
        while !self.names.insert(unique.clone()) {
            unique = format!("{name} ({number})");
            number += 1;
        }
        self.text.push_str(&format!("\n  {tags}\n  Scenario: {unique}\n"));
        for line in lines {
            self.text.push_str(&format!("    {line}\n"));
        }
    }

    fn usual(&mut self) {
        let journey = Journey::find(self.view, Wish::Usual);
        let name = match journey.outcome {
            Some(Outcome::GoalReached) => "The usual way reaches the goal".to_owned(),
            _ => "The usual way".to_owned(),
        };
        self.journey("@path @usual", &name, &journey);
    }

    fn branches(&mut self) {
        for node in self.view.plan.nodes.iter().filter(|node| self.view.divides(node)) {
            for flow in self.view.flows_out_of(&node.id) {
                let journey = Journey::find(self.view, Wish::Take(flow));
                if journey.is_fulfilled {
                    let name = format!("{} {}", question(node), words::capitalised(&answer(flow)));
                    self.journey("@path", &name, &journey);
                }
            }
        }
    }

    fn failures(&mut self) {
        let steps: Vec<(&'plan Node, &'plan Step)> =
            self.view.steps().map(|(_, node, step)| (node, step)).collect();
        for (node, step) in steps {
            for failure in &step.failure_modes {
                let journey = Journey::find(self.view, Wish::Fail(node, failure));
                if journey.is_fulfilled {
                    let name = format!(
                        "{} at “{}”",
                        words::capitalised(&one_line(&failure.title)),
                        one_line(&node.title)
                    );
                    self.journey("@failure", &name, &journey);
                }
            }
        }
    }

    /// Writes a journey as a scenario, unless the same way was written before.
    fn journey(&mut self, tags: &str, name: &str, journey: &Journey<'plan>) {
        let lines = self.lines_of(journey);
        if self.ways.insert(lines.join("\n")) {
            let outcome = journey.outcome.map(|outcome| format!(" @{}", super::view::outcome_name(outcome)));
            self.scenario(&format!("{tags}{}", outcome.unwrap_or_default()), name, &lines);
        }
    }

    fn lines_of(&self, journey: &Journey<'plan>) -> Vec<String> {
        let mut examples = Examples::new(self.view);
        for event in &journey.events {
            if let Event::Choose(_, flow) = event
                && let Some(condition) = &flow.condition
            {
                examples.suppose(&condition.expression);
            }
        }
        let mut lines = Lines { lines: Vec::new(), mood: Mood::Given, is_first: true };
        match journey.events.iter().find(|event| matches!(event, Event::Fail(..))) {
            Some(Event::Fail(node, _)) => {
                lines.add(Mood::Given, &format!("a case that has come to {}", quoted(&node.title)));
            }
            _ => lines.add(Mood::Given, &self.start_words()),
        }
        let mut produced = Vec::new();
        let before_failure = journey.events.iter().position(|event| matches!(event, Event::Fail(..)));
        for event in journey.events.iter().skip(before_failure.unwrap_or(0)) {
            self.event(event, &mut lines, &examples, &mut produced);
        }
        match journey.outcome {
            None => lines.add(Mood::Then, "the case is still open"),
            Some(Outcome::GoalReached) => {}
            Some(_) => Self::taken_back(journey, &mut lines),
        }
        lines.lines
    }

    /// Steps that were done are taken back where the case fails, the last one first.
    fn taken_back(journey: &Journey, lines: &mut Lines) {
        for event in journey.events.iter().rev() {
            let Event::Pass(node) = event else { continue };
            let NodeKind::Step(step) = &node.kind else { continue };
            let Some(undo) = &step.undo else { continue };
            lines.add(Mood::Then, &format!("{} takes back {}", quoted(&undo.title), quoted(&node.title)));
        }
    }

    fn start_words(&self) -> String {
        let title = self.view.start().map(|node| one_line(&node.title)).unwrap_or_default();
        if title.contains(' ') { words::lowered(&title) } else { "a new case".to_owned() }
    }

    fn event(
        &self,
        event: &Event<'plan>,
        lines: &mut Lines,
        examples: &Examples,
        produced: &mut Vec<String>,
    ) {
        match event {
            Event::Pass(node) => {
                lines.add(Mood::When, &self.doing(node));
                if let NodeKind::Step(step) = &node.kind {
                    lines.table(&examples.rows(self.entered(step)));
                    produced.extend(step.produces.iter().map(|data| self.view.data_name(data)));
                }
            }
            Event::Choose(node, flow) => lines.add(Mood::When, &self.choice(node, flow)),
            Event::Fail(node, failure) => self.failure(node, failure, lines),
            Event::End(node, outcome) => {
                lines.add(Mood::Then, &format!("the case ends at {}", quoted(&node.title)));
                lines.add(Mood::Then, &format!("the outcome is {}", quoted(outcome.words())));
                if *outcome == Outcome::GoalReached {
                    self.kept(produced, lines);
                }
            }
            Event::EndByFailure(outcome) => {
                lines.add(Mood::Then, &format!("the outcome is {}", quoted(outcome.words())));
            }
        }
    }

    /// What must be there after a case that reached the goal.
    fn kept(&self, produced: &[String], lines: &mut Lines) {
        let names: BTreeSet<&String> = produced.iter().collect();
        for name in names {
            let file = crate::domain::id::slug(name).replace('_', "-");
            let schema = quoted(&format!("schemas/{file}.schema.json"));
            lines
                .add(Mood::Then, &format!("{} is stored that is valid against {schema}", with_article(name)));
        }
    }

    fn doing(&self, node: &Node) -> String {
        match &node.kind {
            NodeKind::Step(step) => {
                let who = self.view.actor_name(&step.actor);
                let call =
                    step.call.as_ref().and_then(|call| self.view.operation(&call.service, &call.operation));
                let by = call.map_or_else(String::new, |(service, operation)| {
                    format!(
                        " by {} {} of the {}",
                        super::openapi::method_name(operation.method).to_uppercase(),
                        operation.path,
                        one_line(&service.title)
                    )
                });
                format!("the {who} does {}{by}", quoted(&node.title))
            }
            NodeKind::Timer(timer) => {
                let wait =
                    self.view.mean(&timer.duration).map_or_else(|| "some time".to_owned(), words::duration);
                format!("{wait} pass at {}", quoted(&node.title))
            }
            NodeKind::Message(message) => {
                let what = if message.is_signal { "signals to everybody" } else { "answers" };
                format!("the {} {what} at {}", self.view.actor_name(&message.from), quoted(&node.title))
            }
            _ => quoted(&node.title),
        }
    }

    /// The fields that a person fills in at a step.
    fn entered(&self, step: &Step) -> Vec<(&'plan crate::domain::data::DataObject, &'plan str)> {
        use crate::domain::plan::ScreenElement;
        let Some(screen) = step.screen.as_ref().and_then(|id| self.view.screen(id)) else {
            return Vec::new();
        };
        let inputs = screen.elements.iter().filter_map(|element| match element {
            ScreenElement::Input(input) => Some((self.view.data(&input.data)?, input.field.as_str())),
            _ => None,
        });
        inputs.collect()
    }

    fn choice(&self, node: &Node, flow: &Flow) -> String {
        match &flow.condition {
            Some(condition) => words::lowered(&one_line(&condition.english)),
            None => format!("the answer to {} is {}", quoted(&node.title), quoted(&answer(flow))),
        }
    }

    fn failure(&self, node: &Node, failure: &FailureMode, lines: &mut Lines) {
        lines.add(Mood::When, &words::lowered(&one_line(&failure.title)));
        match &failure.then {
            FailureEffect::Retry(retry) => {
                let again = super::view::times(retry.max_times);
                let wait = match retry.delay_ms {
                    0 => String::new(),
                    delay => format!(", first after {}", words::duration(delay as f64)),
                };
                lines.add(Mood::Then, &format!("{} is tried again {again}{wait}", quoted(&node.title)));
                lines.and("when no try helps, no further try is made");
            }
            FailureEffect::GoTo(go) => {
                lines.add(Mood::Then, &format!("the case goes on at {}", quoted(&self.view.title(&go.node))));
            }
            FailureEffect::End(_) => {
                lines.add(Mood::Then, &format!("nothing after {} happens in this case", quoted(&node.title)));
            }
        }
    }

    fn edge_cases(&mut self) {
        for edge in &self.view.plan.edge_cases {
            let place = match &edge.node {
                Some(node) => format!("a case at {}", quoted(&self.view.title(node))),
                None => "any open case".to_owned(),
            };
            let lines = [
                format!("Given {place}"),
                format!("When {}", words::lowered(&one_line(&edge.title))),
                format!("Then {}", words::lowered(one_line(&edge.expected).trim_end_matches('.'))),
            ];
            self.scenario("@edge", &edge.title, &lines);
        }
    }

    fn rules(&mut self) {
        for rule in &self.view.plan.rules {
            let lines = self.rule_lines(rule);
            self.scenario("@rule", &format!("Rule: {}", one_line(&rule.text)), &lines);
        }
    }

    fn rule_lines(&self, rule: &PlanRule) -> Vec<String> {
        let place = match rule.nodes.as_slice() {
            [] => "any case".to_owned(),
            nodes => {
                let titles: Vec<String> = nodes.iter().map(|node| quoted(&self.view.title(node))).collect();
                format!("a case that passes {}", words::list(&titles))
            }
        };
        let expect = match rule.modality {
            Modality::MustNot => "this never happens",
            Modality::Should => "this is so wherever it can be",
            Modality::Only => "this happens in no other case",
            Modality::Must => "this is always so",
        };
        vec![
            format!("Given {place}"),
            "When the record of the case is checked".to_owned(),
            format!("Then {expect}: {}", quoted(&rule.text)),
        ]
    }

    fn criteria(&mut self) {
        for metric in &self.view.plan.metrics {
            let Some(bound) = bound_words(metric) else { continue };
            let window = metric.window_ms.map_or_else(
                || "at least 4 weeks after the release".to_owned(),
                |window| format!("{} after the release", words::duration(window as f64)),
            );
            let lines = [
                format!("Given the events of metrics.yaml have been logged for {window}"),
                format!("When {} is computed as {}", quoted(&metric.title), quoted(metric.id.as_str())),
                format!("Then {} is {bound}", measure_words(self.view, &metric.measure)),
            ];
            let name = format!("{} is {bound}", one_line(&metric.title));
            self.scenario("@criterion", &name, &lines);
        }
    }
}

/// The moods of Gherkin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    Given,
    When,
    Then,
}

struct Lines {
    lines: Vec<String>,
    mood: Mood,
    is_first: bool,
}

impl Lines {
    fn add(&mut self, mood: Mood, text: &str) {
        let keyword = match mood {
            _ if mood == self.mood && !self.is_first => "And",
            Mood::Given => "Given",
            Mood::When => "When",
            Mood::Then => "Then",
        };
        self.mood = mood;
        self.is_first = false;
        self.lines.push(format!("{keyword} {text}"));
    }

    fn and(&mut self, text: &str) {
        self.lines.push(format!("And {text}"));
    }

    fn table(&mut self, rows: &[(String, String)]) {
        let width = |pick: fn(&(String, String)) -> &String| {
            rows.iter().map(|row| pick(row).chars().count()).max().unwrap_or(0)
        };
        let (first, second) = (width(|row| &row.0), width(|row| &row.1));
        for (name, value) in rows {
            self.lines.push(format!("  | {name:first$} | {value:second$} |"));
        }
    }
}

/// A text in quotation marks that cannot end early.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('"', "'"))
}

fn question(node: &Node) -> String {
    let title = one_line(&node.title);
    if title.ends_with('?') { title } else { format!("{title}:") }
}

fn answer(flow: &Flow) -> String {
    let label = flow.words();
    match label {
        Some(label) => one_line(label),
        None if flow.is_default => "otherwise".to_owned(),
        None => format!("on to {}", flow.to),
    }
}

fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// What a metric must be, or `None` where nothing says so.
pub(super) fn bound_words(metric: &Metric) -> Option<String> {
    let side = match metric.direction {
        Direction::Increase => "at least",
        Direction::Decrease => "at most",
        Direction::Keep => "about",
    };
    match (&metric.target, &metric.baseline) {
        (Some(target), _) => Some(format!("{side} {}", words::quantity(target))),
        (None, Some(baseline)) if metric.role == MetricRole::Guardrail => {
            Some(format!("not worse than {}", words::quantity(baseline)))
        }
        (None, Some(baseline)) => {
            let better = match metric.direction {
                Direction::Increase => "above",
                Direction::Decrease => "below",
                Direction::Keep => "about",
            };
            Some(format!("{better} {}", words::quantity(baseline)))
        }
        (None, None) => None,
    }
}

/// What a metric measures, as a noun phrase.
pub(super) fn measure_words(view: &PlanView, measure: &Measure) -> String {
    let time = |what: &str, time: &crate::domain::metric::TimeMeasure| {
        let of = match time.outcome {
            Some(outcome) => format!(" of cases that end with {}", quoted(outcome.words())),
            None => String::new(),
        };
        match time.quantile {
            Some(quantile) => format!("the {what} that {} of cases stay below{of}", words::percent(quantile)),
            None => format!("the mean {what}{of}"),
        }
    };
    match measure {
        Measure::OutcomeShare(share) => {
            format!("the share of cases that end with {}", quoted(share.outcome.words()))
        }
        Measure::ReachedShare(node) => {
            format!("the share of cases that pass {}", quoted(&view.title(&node.node)))
        }
        Measure::VisitsPerCase(node) => {
            format!("the mean number of times that a case passes {}", quoted(&view.title(&node.node)))
        }
        Measure::CycleTime(what) => time("time from start to end", what),
        Measure::WaitingTime(what) => time("time spent waiting", what),
        Measure::WorkingTime(what) => time("time of work", what),
        Measure::WithinTime(within) => format!(
            "the share of cases that end with {} within {}",
            quoted(within.outcome.words()),
            words::duration(within.within_ms as f64)
        ),
        Measure::CostPerCase => "the mean cost of a case".to_owned(),
        Measure::FailureShare => "the share of cases with at least one failure".to_owned(),
        Measure::RealUse => "what real use shows".to_owned(),
    }
}
