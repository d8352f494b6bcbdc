//! `aura trace`.

use std::collections::BTreeMap;

use aura_core::Result;
use aura_core::domain::figures;
use aura_core::domain::id::NodeId;
use aura_core::domain::plan::Plan;
use aura_core::domain::story::{CaseStory, StoryBarKind};
use aura_core::engine::requests::StoryRequest;
use pollster::block_on;

use crate::Finish;
use crate::arguments::TraceArguments;
use crate::output::Output;
use crate::session::Session;

/// Width of the timeline in signs.
const WIDTH: u64 = 48;
/// Most signs of a title beside the timeline.
const TITLE: usize = 26;

/// Tells one case of the last run.
pub(crate) fn trace(session: &Session, options: &TraceArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let request = StoryRequest { case: options.case, ..StoryRequest::new(project.clone()) };
    let story = block_on(session.engine.case_story(&request))?;
    let plan = block_on(session.engine.present_plan(&project))?.plan;
    session.remember(&project)?;
    if output.is_json() {
        output.document(&story)?;
    } else {
        show(&story, &plan, output)?;
    }
    Ok(Finish::Done)
}

fn show(story: &CaseStory, plan: &Plan, output: &Output) -> Result<()> {
    output.heading(&format!("Case {}", figures::count(story.case)))?;
    output.paragraph(&story.summary)?;
    output.heading("What happened, in hours, minutes and seconds after the arrival")?;
    for moment in &story.moments {
        output.point(&format!("{}  {}", clock(moment.at_ms), moment.text))?;
    }
    if !story.bars.is_empty() {
        output.heading("The same as a timeline")?;
        for line in timeline(story, plan) {
            output.block(&line)?;
        }
        output.below("█ work   ░ waiting   ▒ away or taken back")?;
    }
    output.hint("This is simulated. Another case: aura trace NUMBER, or slowest, typical, lost")
}

/// `26:04:09` for a day, two hours, four minutes and nine seconds.
fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// A line for each node, in the order in which the case came there.
fn timeline(story: &CaseStory, plan: &Plan) -> Vec<String> {
    let mut order: Vec<&NodeId> = Vec::new();
    let mut rows: BTreeMap<&NodeId, Vec<char>> = BTreeMap::new();
    let whole = story.cycle_ms.max(1);
    for bar in &story.bars {
        if !order.contains(&&bar.node) {
            order.push(&bar.node);
        }
        let row = rows.entry(&bar.node).or_insert_with(|| vec!['·'; WIDTH as usize]);
        let place = |ms: u64| (u128::from(ms) * u128::from(WIDTH) / u128::from(whole)) as usize;
        let (from, to) = (place(bar.from_ms).min(WIDTH as usize - 1), place(bar.to_ms));
        let sign = match bar.kind {
            StoryBarKind::Working => '█',
            StoryBarKind::Waiting => '░',
            _ => '▒',
        };
        // What is too short to be seen still has one sign, unless work stands there.
        for (at, cell) in row.iter_mut().enumerate() {
            let is_in = from <= at && (at < to || at == from);
            if is_in && *cell != '█' {
                *cell = sign;
            }
        }
    }
    let line = |node: &NodeId| {
        let title =
            plan.nodes.iter().find(|known| known.id == *node).map_or("", |known| known.title.as_str());
        let mut short: String = title.chars().take(TITLE).collect();
        if title.chars().count() > TITLE {
            short = title.chars().take(TITLE - 1).chain(['…']).collect();
        }
        let cells: String = rows.get(node).into_iter().flatten().collect();
        format!("{short:<TITLE$} {cells}")
    };
    order.into_iter().map(line).collect()
}
