//! Cases in words: the typical one, the slowest, and the first that was lost.

use maud::{Markup, html};

use super::moving::{KINDS, key};
use super::table;
use crate::domain::id::NodeId;
use crate::domain::story::{CaseStory, StoryChoice};
use crate::handoff::HandoffInput;
use crate::handoff::charts::{Bar, TimeRow, Timeline, WHOLE, class, timeline};
use crate::handoff::view::PlanView;
use crate::handoff::words;

/// Most nodes in one timeline, and most moments in its table.
const MOST_ROWS: usize = 14;
const MOST_MOMENTS: usize = 60;

pub(super) fn cases(input: &HandoffInput, view: &PlanView) -> Option<Markup> {
    let told = input.shown.map(|shown| shown.told.as_slice()).filter(|told| !told.is_empty())?;
    let bars = || told.iter().flat_map(|one| &one.story.bars);
    let kinds = KINDS.into_iter().filter(|(kind, _)| bars().any(|bar| bar.kind == *kind));
    Some(html! {
        p { "What happened to single cases of the run, and why they waited." }
        (key(kinds.map(|(kind, words)| (class(kind), words))))
        @for one in told {
            h3 { (title(one.choice)) }
            p { (words::one_line(&one.story.summary)) }
            (picture(&one.story, view))
            (moments(&one.story))
        }
    })
}

fn title(choice: StoryChoice) -> &'static str {
    match choice {
        StoryChoice::Slowest => "The case that took longest",
        StoryChoice::Lost => "The first case that did not reach its goal",
        StoryChoice::Number(_) => "A case",
        StoryChoice::Typical => "A case whose time is in the middle",
    }
}

/// One row for each node, in the order in which the case came to them.
fn picture(story: &CaseStory, view: &PlanView) -> Markup {
    let mut nodes: Vec<&NodeId> = Vec::new();
    for bar in &story.bars {
        if !nodes.contains(&&bar.node) {
            nodes.push(&bar.node);
        }
    }
    if nodes.is_empty() {
        return html! {};
    }
    let place = |ms: u64| (ms * u64::from(WHOLE) / story.cycle_ms.max(1)) as u32;
    let rows = nodes.iter().take(MOST_ROWS).map(|node| TimeRow {
        label: words::one_line(&view.title(node)),
        bars: story
            .bars
            .iter()
            .filter(|bar| bar.node == **node)
            .map(|bar| Bar { kind: bar.kind, from: place(bar.from_ms), to: place(bar.to_ms) })
            .collect(),
        end: None,
    });
    let quarter = |part: u64| {
        let words = words::duration((story.cycle_ms * part / 4) as f64);
        (WHOLE * part as u32 / 4, words)
    };
    let chart = Timeline {
        rows: rows.collect(),
        row: 34,
        ticks: vec![quarter(0), quarter(2), quarter(4)],
        ..Timeline::default()
    };
    html! {
        figure { (timeline(&format!("The times of case {}", story.case), &chart)) }
        @if nodes.len() > MOST_ROWS { p class="key" { "The nodes that came later are left out of the picture." } }
    }
}

fn moments(story: &CaseStory) -> Markup {
    let rows: Vec<Vec<Markup>> = story
        .moments
        .iter()
        .take(MOST_MOMENTS)
        .map(|moment| {
            vec![html! { (words::duration(moment.at_ms as f64)) }, html! { (words::sentence(&moment.text)) }]
        })
        .collect();
    html! {
        details {
            summary { "Everything that happened to it" }
            (table(&format!("What happened to case {}", story.case), &["After", "What"], &rows))
            @if story.moments.len() > MOST_MOMENTS { p { "The rest is left out here; `aura trace` tells all of it." } }
        }
    }
}
