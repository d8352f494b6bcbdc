//! The words and the stretches of a story.

use std::collections::BTreeMap;

use super::super::record::{EventKind, TraceEvent};
use super::because::{Reasons, SHORT};
use super::uses::Use;
use crate::des::{Span, Time};
use crate::domain::figures;
use crate::domain::plan::{self, Node, NodeKind, Outcome, Plan};
use crate::domain::run::MishapKind;
use crate::domain::story::{StoryBar, StoryBarKind, StoryMoment};

/// What is told of a case.
#[derive(Default)]
pub(super) struct Telling {
    pub moments: Vec<StoryMoment>,
    pub bars: Vec<StoryBar>,
}

/// The whole case in a few sentences.
pub(super) fn summary(
    plan: &Plan,
    (case, who): (u64, &str),
    (cycle_ms, outcome): (u64, Outcome),
    bars: &[StoryBar],
) -> String {
    let all = |kind: StoryBarKind| {
        bars.iter().filter(|bar| bar.kind == kind).map(|bar| bar.to_ms - bar.from_ms).sum::<u64>()
    };
    let words = |ms: u64| figures::duration(ms as f64);
    let mut parts = vec![
        format!("{} of work", words(all(StoryBarKind::Working))),
        format!("{} of waiting", words(all(StoryBarKind::Waiting))),
    ];
    let rare = [(StoryBarKind::Away, "away"), (StoryBarKind::Undoing, "of taking back")];
    let rare = rare.into_iter().filter(|(kind, _)| all(*kind) > 0);
    parts.extend(rare.map(|(kind, what)| format!("{} {what}", words(all(kind)))));
    let mut text = format!(
        "Case {} ({who}) took {}, with {}, and ended with “{}”.",
        figures::count(case),
        words(cycle_ms),
        figures::list(&parts),
        outcome.words()
    );
    let waits = bars.iter().filter(|bar| bar.kind == StoryBarKind::Waiting);
    if let Some(longest) = waits.max_by_key(|bar| bar.to_ms - bar.from_ms) {
        let title = plan.nodes.iter().find(|node| node.id == longest.node).map_or("", |node| &node.title);
        let why = longest.because.as_ref().map_or(String::new(), |why| format!(", because {why}"));
        let how_long = words(longest.to_ms - longest.from_ms);
        text.push_str(&format!(" The longest wait was {how_long} at “{title}”{why}."));
    }
    text
}

/// Tells the events of one case, with its work and the reasons of its waits.
pub(super) fn tell(plan: &Plan, events: &[TraceEvent], uses: &[&Use], reasons: &Reasons<'_>) -> Telling {
    let Some(arrived) = events.first().map(|event| event.time) else { return Telling::default() };
    let mut teller = Teller { plan, arrived, telling: Telling::default() };
    let mut works = uses.iter();
    let mut again = None;
    // Since when the case waits before a step, until work begins there.
    let mut since: BTreeMap<u32, Time> = BTreeMap::new();
    for (place, event) in events.iter().enumerate() {
        let Some(node) = plan.nodes.get(event.node as usize) else { continue };
        let later = events.get(place + 1..).unwrap_or_default();
        match event.kind {
            EventKind::Began => {
                since.remove(&event.node);
                if let Some(work) = works.next() {
                    teller.worked(node, work, reasons.of(work, again.take()));
                }
            }
            EventKind::Entered => {
                since.insert(event.node, event.time);
                teller.entered(node, event, later);
            }
            EventKind::Failed => {
                // Nobody had begun yet, so it ended while the case waited.
                if let Some(asked) = since.remove(&event.node).filter(|asked| *asked < event.time) {
                    let (case, time) = (event.case, event.time);
                    let wait = Use { case, node: event.node, asked, from: time, to: time };
                    teller.waited(node, &wait, reasons.of(&wait, again.take()));
                    teller.say(time, node, format!("the wait before “{}” was too long", node.title));
                    continue;
                }
                teller.say(
                    event.time,
                    node,
                    format!("“{}” goes wrong: {}", node.title, failure(node, event)),
                );
                again = Some("it was tried again after a pause");
            }
            EventKind::Left => {
                let away = Span::from_micros(event.detail);
                let text =
                    format!("the person gives up at “{}”, and comes back after {}", node.title, words(away));
                teller.say(event.time, node, text);
                teller.bar(node, StoryBarKind::Away, (event.time, event.time.after(away)), None);
                again = None;
            }
            EventKind::Interrupted => {
                let left = Span::from_micros(event.detail);
                teller.say(
                    event.time,
                    node,
                    format!("“{}” is interrupted with {} left", node.title, words(left)),
                );
                again = Some("it was interrupted");
            }
            EventKind::Undoing => {
                let span = Span::from_micros(event.detail);
                teller.say(
                    event.time,
                    node,
                    format!("“{}” is taken back, which takes {}", node.title, words(span)),
                );
                teller.bar(node, StoryBarKind::Undoing, (event.time, event.time.after(span)), None);
            }
            EventKind::Called => {
                let answer = match event.detail & 0xffff {
                    0 => "no answer in time".to_owned(),
                    status => format!("the answer {status}"),
                };
                teller.say(event.time, node, format!("“{}” calls its service and gets {answer}", node.title));
            }
            EventKind::Mishap => {
                let kind = MishapKind::ALL.get(event.detail as usize);
                let what = kind.map_or("something goes wrong", |kind| kind.words());
                teller.say(event.time, node, format!("“{}”: {what}", node.title));
            }
            EventKind::Ended => {
                let outcome =
                    Outcome::ALL.get(event.detail as usize).map_or("unknown", |outcome| outcome.words());
                teller.say(event.time, node, format!("ends at “{}”: {outcome}", node.title));
            }
            EventKind::Arrived => teller.say(event.time, node, "arrives".to_owned()),
            EventKind::Filled | EventKind::Finished => {}
        }
    }
    let mut telling = teller.telling;
    telling.moments.sort_by_key(|moment| moment.at_ms);
    telling.bars.sort_by_key(|bar| (bar.from_ms, bar.to_ms));
    telling
}

struct Teller<'t> {
    plan: &'t Plan,
    arrived: Time,
    telling: Telling,
}

impl Teller<'_> {
    fn ms(&self, time: Time) -> u64 {
        time.since(self.arrived).micros() / 1_000
    }

    fn say(&mut self, at: Time, node: &Node, text: String) {
        self.telling.moments.push(StoryMoment { at_ms: self.ms(at), node: node.id.clone(), text });
    }

    fn bar(&mut self, node: &Node, kind: StoryBarKind, (from, to): (Time, Time), because: Option<String>) {
        let (from_ms, to_ms) = (self.ms(from), self.ms(to));
        if from_ms < to_ms {
            self.telling.bars.push(StoryBar { node: node.id.clone(), kind, from_ms, to_ms, because });
        }
    }

    /// A wait, where there was one, and the work after it.
    fn worked(&mut self, node: &Node, work: &Use, because: Option<String>) {
        self.waited(node, work, because);
        self.bar(node, StoryBarKind::Working, (work.from, work.to), None);
        self.say(work.from, node, format!("“{}” takes {}", node.title, words(work.to.since(work.from))));
    }

    fn waited(&mut self, node: &Node, work: &Use, because: Option<String>) {
        let waited = work.from.since(work.asked);
        if waited >= SHORT {
            let why = because.as_ref().map_or(String::new(), |why| format!(", because {why}"));
            self.say(work.asked, node, format!("waits {} before “{}”{why}", words(waited), node.title));
        }
        self.bar(node, StoryBarKind::Waiting, (work.asked, work.from), because.filter(|_| waited >= SHORT));
    }

    /// A choice and what was chosen, or a wait for a time or a message.
    fn entered(&mut self, node: &Node, event: &TraceEvent, later: &[TraceEvent]) {
        let flows: Vec<&plan::Flow> = self.plan.flows.iter().filter(|flow| flow.from == node.id).collect();
        let next = later.iter().find_map(|event| {
            let entered =
                self.plan.nodes.get(event.node as usize).filter(|_| event.kind == EventKind::Entered)?;
            flows.iter().find(|flow| flow.to == entered.id).map(|flow| (event.time, *flow))
        });
        match (&node.kind, next) {
            (NodeKind::Gateway(_), Some((_, flow))) if flows.len() > 1 => {
                let answer = flow.words().unwrap_or("otherwise");
                self.say(event.time, node, format!("“{}”: {answer}", node.title));
            }
            (NodeKind::Timer(_) | NodeKind::Message(_), Some((left, _))) if left > event.time => {
                let span = left.since(event.time);
                self.say(event.time, node, format!("waits {} for “{}”", words(span), node.title));
                self.bar(node, StoryBarKind::Waiting, (event.time, left), None);
            }
            _ => {}
        }
    }
}

/// The title of the failure that struck.
fn failure<'n>(node: &'n Node, event: &TraceEvent) -> &'n str {
    let modes = match &node.kind {
        NodeKind::Step(step) => step.failure_modes.as_slice(),
        _ => &[],
    };
    modes.get(event.detail as usize).map_or("the plan has no name for it", |mode| mode.title.as_str())
}

fn words(span: Span) -> String {
    figures::duration(span.fractional_ms())
}
