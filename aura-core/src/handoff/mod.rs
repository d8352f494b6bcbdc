//! All of it → a folder that engineers build from without a further explanation.
//!
//! In come a plan and whatever else there is: the intent, a run, a verdict, an explanation, the prototype.
//! Out comes the text of each file by its path, the same bytes each time. Every format has a module of its own
//! and escapes the user's words in its own way; dangerous characters are taken out once, before all of them.
//! Never here: a file system, a clock, a network, or a figure that was not in what came in.

mod bpmn;
mod charts;
mod clean;
mod decisions;
mod drawing;
mod edge_cases;
mod example;
mod feature;
mod journeys;
mod layout;
mod manifest;
mod markdown;
mod mermaid;
mod metrics;
mod openapi;
mod picture;
mod readme;
mod report;
mod schemas;
mod show;
mod view;
mod words;
mod workflow;
mod yaml;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::edit::EditRecord;
use crate::domain::experiment::Verdict;
use crate::domain::handoff::Handoff;
use crate::domain::insight::Explanation;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::problem::Problem;
use crate::domain::run::{Run, Sensitivity};
use crate::domain::story::ShownCases;
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

pub use show::{Format, show};
use view::PlanView;

/// What a package is made from. Only the plan must be there.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct HandoffInput<'input> {
    /// The plan.
    pub plan: &'input Plan,
    /// What was asked for.
    pub intent: Option<&'input Intent>,
    /// A run of the plan.
    pub run: Option<&'input Run>,
    /// Which assumptions move the primary metric how far.
    pub sensitivity: Option<&'input Sensitivity>,
    /// A comparison of the plan with variants.
    pub verdict: Option<&'input Verdict>,
    /// The explanation of the above.
    pub explanation: Option<&'input Explanation>,
    /// Cases of the run, to be shown in the report.
    pub shown: Option<&'input ShownCases>,
    /// The prototype as one HTML page.
    pub prototype_html: Option<&'input str>,
    /// What was changed since the plan was drafted, oldest first.
    pub edits: &'input [EditRecord],
    /// What is still wrong with the plan.
    pub problems: &'input [Problem],
}

/// How a package is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct HandoffOptions {
    /// The version that stands in the manifest.
    pub engine_version: String,
    /// Largest plan that is taken.
    pub limits: Limits,
}

impl Default for HandoffOptions {
    fn default() -> Self {
        HandoffOptions { engine_version: env!("CARGO_PKG_VERSION").to_owned(), limits: Limits::default() }
    }
}

impl<'input> HandoffInput<'input> {
    /// A package made from a plan alone. Set the other fields where there is more.
    pub fn new(plan: &'input Plan) -> Self {
        HandoffInput {
            plan,
            intent: None,
            run: None,
            sensitivity: None,
            verdict: None,
            explanation: None,
            shown: None,
            prototype_html: None,
            edits: &[],
            problems: &[],
        }
    }
}

/// Makes the package: the text of each file by its path.
///
/// Equal input gives equal bytes. Paths have no other characters than lower-case letters, digits, `-`, `.` and
/// `/`, apart from `README.md`. All lines end with `\n`.
///
/// # Errors
/// - `limit_size` where the plan has more nodes or flows than the limits allow.
/// - `invalid_plan` where a flow begins or ends at a node that is not there, or there is no start.
/// - `internal` where a document cannot be written.
///
/// # Example
/// ```
/// use aura_core::handoff::{HandoffInput, HandoffOptions, bundle};
/// let plan = aura_core::plan::sample::guest_checkout()?;
/// let handoff = bundle(&HandoffInput::new(&plan), &HandoffOptions::default())?;
/// assert!(handoff.files["README.md"].starts_with("# Guest checkout"));
/// assert!(handoff.files.contains_key("openapi.yaml"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn bundle(input: &HandoffInput, options: &HandoffOptions) -> Result<Handoff> {
    check(input.plan, &options.limits)?;
    let plan_version = version_of(input.plan)?;
    let mut files = documents(input)?;
    let clean = Cleaned::of(input)?;
    let input = clean.input(input);
    rendered(&input, &mut files)?;
    let list = file_list(&files);
    files.insert("README.md".to_owned(), readme::render(&input, &PlanView::new(input.plan), &list));
    let id = manifest::handoff_id(&files)?;
    let manifest = manifest::manifest(&id, &options.engine_version, &files);
    files.insert("manifest.json".to_owned(), pretty(&manifest)?);
    Ok(Handoff { id, plan: input.plan.id.clone(), plan_version, files })
}

/// Copies of the documents in which every text is safe to print.
struct Cleaned {
    plan: Plan,
    intent: Option<Intent>,
    run: Option<Run>,
    verdict: Option<Verdict>,
    explanation: Option<Explanation>,
    shown: Option<ShownCases>,
    edits: Vec<EditRecord>,
    problems: Vec<Problem>,
}

impl Cleaned {
    fn of(input: &HandoffInput) -> Result<Self> {
        Ok(Cleaned {
            plan: clean::cleaned(input.plan)?,
            intent: input.intent.map(clean::cleaned).transpose()?,
            run: input.run.map(clean::cleaned).transpose()?,
            verdict: input.verdict.map(clean::cleaned).transpose()?,
            explanation: input.explanation.map(clean::cleaned).transpose()?,
            shown: input.shown.map(clean::cleaned).transpose()?,
            edits: input.edits.iter().map(clean::cleaned).collect::<Result<_>>()?,
            problems: input.problems.iter().map(clean::cleaned).collect::<Result<_>>()?,
        })
    }

    fn input<'own>(&'own self, original: &HandoffInput<'own>) -> HandoffInput<'own> {
        HandoffInput {
            plan: &self.plan,
            intent: self.intent.as_ref(),
            run: self.run.as_ref(),
            sensitivity: original.sensitivity,
            verdict: self.verdict.as_ref(),
            explanation: self.explanation.as_ref(),
            shown: self.shown.as_ref(),
            prototype_html: original.prototype_html,
            edits: &self.edits,
            problems: &self.problems,
        }
    }
}

fn check(plan: &Plan, limits: &Limits) -> Result<()> {
    Limits::check_count("nodes", plan.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", plan.flows.len(), limits.plan_flows)?;
    let view = PlanView::new(plan);
    if view.start().is_none() {
        return Err(Error::new(ErrorCode::InvalidPlan, "the plan has no start")
            .with_hint("check the plan and mend its problems first"));
    }
    for flow in &plan.flows {
        for end in [&flow.from, &flow.to] {
            if view.node(end).is_none() {
                return Err(Error::new(
                    ErrorCode::InvalidPlan,
                    format!("the flow `{}` is tied to `{end}`, which is not in the plan", flow.id),
                )
                .with_hint("check the plan and mend its problems first"));
            }
        }
    }
    Ok(())
}

/// The documents themselves, exactly as they came in.
fn documents(input: &HandoffInput) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    files.insert("plan.json".to_owned(), pretty(input.plan)?);
    if let Some(intent) = input.intent {
        files.insert("intent.json".to_owned(), pretty(intent)?);
    }
    if let Some(run) = input.run {
        files.insert("run.json".to_owned(), pretty(run)?);
    }
    if let Some(sensitivity) = input.sensitivity {
        files.insert("sensitivity.json".to_owned(), pretty(sensitivity)?);
    }
    if let Some(verdict) = input.verdict {
        files.insert("verdict.json".to_owned(), pretty(verdict)?);
    }
    if let Some(explanation) = input.explanation {
        files.insert("explanation.json".to_owned(), pretty(explanation)?);
    }
    if let Some(html) = input.prototype_html {
        files.insert("prototype.html".to_owned(), html.to_owned());
    }
    Ok(files)
}

/// The contract of the services that a plan calls, as OpenAPI 3.1; `None` where it calls none.
///
/// # Errors
/// `internal` where it cannot be written.
pub fn contract(plan: &Plan) -> Result<Option<String>> {
    openapi::render(&PlanView::new(plan))
}

/// Everything that is made from the documents, apart from the README.
fn rendered(input: &HandoffInput, files: &mut BTreeMap<String, String>) -> Result<()> {
    let view = PlanView::new(input.plan);
    let mut put = |path: &str, text: String| {
        files.insert(path.to_owned(), text);
    };
    put("acceptance.feature", feature::render(&view));
    put("decisions.md", decisions::render(input, &view));
    put("diagram.mmd", mermaid::render(&view));
    put("edge-cases.md", edge_cases::render(&view));
    put("metrics.yaml", metrics::render(&view, input.run)?);
    if let Some(contract) = openapi::render(&view)? {
        put("openapi.yaml", contract);
    }
    let drawing = drawing::Drawing::of(&view, &|_| String::new());
    put("workflow.bpmn", bpmn::render(&view, &drawing)?);
    put("diagram.svg", picture::file(&view, &drawing));
    put("report.html", report::render(input, &view));
    for (path, schema) in schemas::render(&view) {
        put(&path, pretty(&schema)?);
    }
    Ok(())
}

/// Every file with what it is, in the order in which to read them.
fn file_list(files: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> =
        files.keys().map(|path| (path.clone(), manifest::description(path).to_owned())).collect();
    list.push(("manifest.json".to_owned(), manifest::description("manifest.json").to_owned()));
    list
}

fn pretty<T: Serialize>(document: &T) -> Result<String> {
    let text = serde_json::to_string_pretty(document).map_err(|error| {
        Error::new(ErrorCode::Internal, "a document could not be written as JSON").with_source(error)
    })?;
    Ok(text + "\n")
}
