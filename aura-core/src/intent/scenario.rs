//! Scenarios in Gherkin: `Given … When … Then …`.
//!
//! Scenarios with titles are ways of which one applies. Scenarios without titles follow each other: the first tells how
//! it begins, each later one happens only where its `Given` holds.

use crate::domain::intent::{BlockKind, DecisionBlock, Placement, StatedBranch};
use crate::domain::provenance::Origin;
use crate::text::Span;

use super::flow::Flow;
use super::forms::{Keyword, is_gherkin, keyword};
use super::guard::Guard;
use super::reading::{lower_first, plain};
use super::section::Unit;
use super::statement::quote;

/// What the first scenario ends with.
pub(super) fn outcome(text: &str, lines: &[Unit<'_>]) -> Option<Span> {
    if !is_gherkin(lines, text) {
        return None;
    }
    let then = lines.iter().find(|line| keyword(line.sentence) == Some(Keyword::Then))?;
    Some(Unit { first: then.first + 1, ..then.clone() }.span())
}

/// Reads the steps of all scenarios.
pub(super) fn read(text: &str, lines: &[Unit<'_>], flow: &mut Flow<'_>) {
    let is_title = |line: &Unit<'_>| line.label.starts_with("scenario") || line.label.starts_with("example");
    let titles: Vec<&Unit<'_>> = lines.iter().filter(|line| is_title(line)).collect();
    if titles.len() > 1 {
        read_titled(text, lines, &titles, flow);
    } else {
        read_in_a_row(text, lines, flow);
    }
    flow.scenario = None;
}

fn read_titled(text: &str, lines: &[Unit<'_>], titles: &[&Unit<'_>], flow: &mut Flow<'_>) {
    let branches = titles
        .iter()
        .map(|line| StatedBranch {
            condition: lower_first(&plain(line.span().of(text))),
            is_otherwise: false,
            share: None,
        })
        .collect();
    let quotes = titles.iter().map(|line| quote(text, line.span())).collect();
    let decision = DecisionBlock { question: "which scenario applies".to_owned(), branches };
    let at = flow.push_block(BlockKind::Decision(decision), Origin::stated(quotes, "gherkin.scenarios", 0.9));
    let block = flow.blocks.get(at).map(|block| block.id.clone());
    let mut part = 0_u32;
    let mut active = Keyword::Frame;
    for line in lines {
        if titles.iter().any(|title| title.span() == line.span()) {
            flow.scenario = block.clone().map(|block| Placement { block, part });
            part += 1;
            active = Keyword::Scenario;
            continue;
        }
        read_line(line, &mut active, flow);
    }
}

fn read_in_a_row(text: &str, lines: &[Unit<'_>], flow: &mut Flow<'_>) {
    for (number, scenario) in scenarios(lines).into_iter().enumerate() {
        flow.scenario = if number == 0 { None } else { condition(text, scenario, flow) };
        let mut active = Keyword::Frame;
        for line in scenario {
            read_line(line, &mut active, flow);
        }
    }
}

/// The scenarios of a text: each starts at a `Given`, or at a `When`, that follows a `Then`.
fn scenarios<'lines, 'text>(lines: &'lines [Unit<'text>]) -> Vec<&'lines [Unit<'text>]> {
    let mut starts = vec![0];
    let mut active = Keyword::Frame;
    for (at, line) in lines.iter().enumerate() {
        let Some(found) = keyword(line.sentence).filter(|found| *found != Keyword::And) else { continue };
        if active == Keyword::Then && matches!(found, Keyword::Given | Keyword::When) {
            starts.push(at);
        }
        active = found;
    }
    starts.push(lines.len());
    starts.windows(2).filter_map(|pair| lines.get(*pair.first()?..*pair.get(1)?)).collect()
}

/// What has to hold for a scenario: its `Given` lines, and its `When` lines in which nobody acts.
fn condition(text: &str, scenario: &[Unit<'_>], flow: &mut Flow<'_>) -> Option<Placement> {
    let mut active = Keyword::Frame;
    let mut words = Vec::new();
    let mut spans = Vec::new();
    for line in scenario {
        match keyword(line.sentence) {
            Some(Keyword::And) => {}
            Some(found) => active = found,
            None => continue,
        }
        let holds = active == Keyword::Given
            || active == Keyword::When && !flow.acts_in(line.sentence, line.first + 1);
        if holds {
            let span = Unit { first: line.first + 1, ..line.clone() }.span();
            words.push(lower_first(&plain(span.of(text))));
            spans.push(line.span());
        }
    }
    let span = spans.into_iter().reduce(|one, other| one.join(other))?;
    let words = words.join(" and ");
    let guard =
        Guard { question: format!("whether {words}"), words, span, measured: None, rule: "gherkin.given" };
    let at = flow.push_decision(&guard);
    flow.place_in(at)
}

fn read_line(line: &Unit<'_>, active: &mut Keyword, flow: &mut Flow<'_>) {
    match keyword(line.sentence) {
        Some(Keyword::And) => {}
        Some(next) => *active = next,
        None => return,
    }
    let rule = match active {
        Keyword::When => "gherkin.when",
        Keyword::Then => "gherkin.then",
        _ => return,
    };
    flow.read(line.sentence, line.first + 1, rule);
}
