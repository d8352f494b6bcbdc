//! What is wrong with a plan, in plain words, each with a sentence that mends it where there is one.
//!
//! In comes any plan, also a broken one; out goes a list of problems. A plan without a problem of severity `error`
//! is sound: it has one start, everything is reachable and can end, nothing waits for ever, nothing happens twice by
//! accident (van der Aalst 1997, with the ends of BPMN 2.0). Never here: changing a plan.

mod complexity;
mod numbers;
mod reduce;
mod references;
mod soundness;
mod states;
mod structure;

#[cfg(test)]
mod tests;

use crate::domain::id::NodeId;
use crate::domain::plan::Plan;
use crate::domain::problem::{Problem, Severity};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

use super::graph::Graph;

/// Most problems that are listed; what comes after is not better.
const MAX_PROBLEMS: usize = 200;

/// Lists the problems of a plan, the worst first, otherwise in the order of the checks.
///
/// # Example
/// ```
/// let mut plan = aura_core::plan::sample::guest_checkout()?;
/// assert!(aura_core::plan::check(&plan).is_empty());
/// plan.flows.pop();
/// assert!(aura_core::plan::check(&plan).iter().any(|problem| problem.code == "unreachable_node"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn check(plan: &Plan) -> Vec<Problem> {
    let mut problems = Problems::default();
    let limits = Limits::default();
    for (what, count, limit) in
        [("nodes", plan.nodes.len(), limits.plan_nodes), ("flows", plan.flows.len(), limits.plan_flows)]
    {
        if count as u64 > limit {
            problems.error("too_large", &format!("The plan has {count} {what}; the limit is {limit}."), &[]);
            return problems.list;
        }
    }
    references::check(plan, &mut problems);
    numbers::check(plan, &mut problems);
    let is_whole = !problems.list.iter().any(|problem| problem.severity == Severity::Error);
    let graph = Graph::new(plan);
    structure::check(plan, &graph, &mut problems);
    let is_connected = !problems.list.iter().any(|problem| problem.severity == Severity::Error);
    if is_whole && is_connected {
        soundness::check(&graph, &mut problems);
    }
    complexity::check(plan, &graph, &mut problems);
    let mut list = problems.list;
    list.sort_by_key(|problem| problem.severity);
    list.truncate(MAX_PROBLEMS);
    list
}

/// Refuses a plan that cannot run.
///
/// # Errors
/// `invalid_plan` with the first error as message and the proposals as hints.
pub fn ensure_sound(plan: &Plan) -> Result<()> {
    let errors: Vec<Problem> =
        check(plan).into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    let Some(first) = errors.first() else {
        return Ok(());
    };
    let text = super::words::lower_first(first.text.trim_end_matches('.'));
    let mut error = Error::new(ErrorCode::InvalidPlan, format!("the plan cannot run: {text}"))
        .with_context("problem", &first.code)
        .with_context("problems", errors.len());
    for proposal in errors.iter().filter_map(|problem| problem.proposal.as_ref()).take(3) {
        error = error.with_hint(format!("try the edit `{proposal}`"));
    }
    Err(error)
}

/// The list that the checks write to.
#[derive(Debug, Default)]
struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    fn error(&mut self, code: &str, text: &str, nodes: &[&NodeId]) -> &mut Self {
        self.add(Severity::Error, code, text, nodes)
    }

    fn warning(&mut self, code: &str, text: &str, nodes: &[&NodeId]) -> &mut Self {
        self.add(Severity::Warning, code, text, nodes)
    }

    fn advice(&mut self, code: &str, text: &str, nodes: &[&NodeId]) -> &mut Self {
        self.add(Severity::Advice, code, text, nodes)
    }

    /// Gives the problem that was added last a sentence that mends it.
    fn proposal(&mut self, sentence: impl Into<String>) {
        if let Some(last) = self.list.last_mut() {
            last.proposal = Some(sentence.into());
        }
    }

    fn add(&mut self, severity: Severity, code: &str, text: &str, nodes: &[&NodeId]) -> &mut Self {
        self.list.push(Problem {
            code: code.to_owned(),
            severity,
            text: text.to_owned(),
            nodes: nodes.iter().map(|node| (*node).clone()).collect(),
            proposal: None,
        });
        self
    }
}

/// A title as it stands in a problem: one line, in quotes, not too long, without control characters.
fn shown(title: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut short: String = plain.chars().take(80).collect();
    if short.len() < plain.len() {
        short.push('…');
    }
    format!("\"{}\"", short.trim())
}
