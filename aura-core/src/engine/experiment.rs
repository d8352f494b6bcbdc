//! Plan and variants → verdict, all on the same simulated people.

use std::collections::BTreeMap;

use super::Engine;
use super::requests::{EvaluateRequest, Evaluated, VariantRequest};
use crate::domain::agent::Agent;
use crate::domain::edit::{AssumptionValue, EditReading, Operation};
use crate::domain::experiment::{Variant, Verdict};
use crate::domain::insight::Explanation;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::run::{Run, Sensitivity};
use crate::domain::scenario::{Scenario, TraceDepth};
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::{self, apply_variant, describe_variant};
use crate::explain::{self, ExplainInput};
use crate::plan::edit;
use crate::simulate;

/// Most suggested changes that are tried without being asked for.
const MOST_SUGGESTIONS: usize = 3;

impl Engine {
    /// Compares the plan of a project with variants of it and keeps experiment, verdict and explanation.
    ///
    /// Without a variant, the changes that the explanation of the last run suggests are tried; where there are
    /// none, or none of them can be made, there is no verdict.
    ///
    /// # Errors
    /// `invalid_edit`, `ambiguous_edit`, `invalid_experiment`, `invalid_scenario`, `cancelled`, `not_found`,
    /// `conflict`, `unavailable_store`.
    pub async fn evaluate(&self, request: &EvaluateRequest) -> Result<Evaluated> {
        let mut workspace = self.open(&request.simulate.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let intent: Option<Intent> = self.find(&workspace, "intent").await?;
        let run: Option<Run> = self.find(&workspace, "run").await?;
        let sensitivity: Option<Sensitivity> = self.find(&workspace, "sensitivity").await?;
        let influence = self.influence(&workspace).await?;
        let scenario = self.scenario(&workspace, &plan, &request.simulate).await?;
        let scenario = Scenario { trace: TraceDepth::Digest, ..scenario };
        let mut skipped = Vec::new();
        let variants = if request.variants.is_empty() {
            let explanation: Explanation = self.need(&workspace, "explanation").await?;
            suggested(&plan, &explanation, &mut skipped)
        } else {
            asked_for(&plan, &request.variants, &self.agents)?
        };
        let verdict = self.compare(&plan, variants, &scenario, request, &mut skipped)?;
        let input = ExplainInput {
            intent: intent.as_ref(),
            run: run.as_ref(),
            sensitivity: sensitivity.as_ref(),
            influence: influence.as_ref(),
            verdict: verdict.as_ref(),
            ..ExplainInput::new(&plan)
        };
        let explanation = explain::explain(&input)?;
        let mut message = "Found nothing to compare the plan with".to_owned();
        if let Some(verdict) = &verdict {
            workspace.stage("verdict", &["plan"], verdict)?;
            message = format!("Compared the plan with {} variants", verdict.variants.len());
        }
        workspace.stage(
            "explanation",
            &["plan", "run", "sensitivity", "influence", "verdict"],
            &explanation,
        )?;
        self.keep(&mut workspace, &message).await?;
        Ok(Evaluated { project: workspace.project, verdict, explanation, skipped })
    }

    fn compare(
        &self,
        plan: &Plan,
        variants: Vec<Variant>,
        scenario: &Scenario,
        request: &EvaluateRequest,
        skipped: &mut Vec<String>,
    ) -> Result<Option<Verdict>> {
        let mut kept = Vec::new();
        let mut runs = Vec::new();
        for variant in variants {
            let ran = apply_variant(plan, scenario, &variant)
                .and_then(|changed| simulate::simulate(&changed.plan, &changed.scenario, &self.control));
            match ran {
                Ok(simulation) => {
                    kept.push(variant);
                    runs.push(simulation.run);
                }
                // What somebody asked for must work; what was only suggested may turn out not to.
                Err(error) if request.variants.is_empty() && error.code() != ErrorCode::Cancelled => {
                    skipped.push(format!("{}: {error}", variant.title));
                }
                Err(error) => return Err(error),
            }
        }
        if kept.is_empty() {
            return Ok(None);
        }
        let experiment = evaluate::design(plan, kept, scenario, request.rule.clone())?;
        let control = simulate::simulate(plan, scenario, &self.control)?.run;
        evaluate::evaluate(&experiment, plan, &control, &runs).map(Some)
    }
}

fn suggested(plan: &Plan, explanation: &Explanation, skipped: &mut Vec<String>) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    for sentence in explanation.insights.iter().filter_map(|insight| insight.suggestion.as_ref()) {
        if variants.len() == MOST_SUGGESTIONS {
            break;
        }
        let request = VariantRequest { sentence: Some(sentence.clone()), ..Default::default() };
        match variant(plan, variants.len() + 1, &request, &[], Title::Suggested) {
            Ok(variant) if variants.iter().all(|known| known.operations != variant.operations) => {
                variants.push(variant)
            }
            Ok(_) => {}
            Err(error) => skipped.push(format!("{sentence}: {error}")),
        }
    }
    variants
}

fn asked_for(plan: &Plan, requests: &[VariantRequest], own: &[Agent]) -> Result<Vec<Variant>> {
    requests
        .iter()
        .enumerate()
        .map(|(place, request)| variant(plan, place + 1, request, own, Title::Asked))
        .collect()
}

/// Whose words name a variant: those of whoever asked, or plain words that name the steps.
#[derive(Debug, Clone, Copy)]
enum Title {
    Asked,
    Suggested,
}

fn variant(
    plan: &Plan,
    number: usize,
    request: &VariantRequest,
    own: &[Agent],
    title: Title,
) -> Result<Variant> {
    let mut operations = request.operations.clone();
    let mut summaries = Vec::new();
    if let Some(sentence) = &request.sentence {
        match edit::read(plan, sentence)? {
            EditReading::Understood(choice) => {
                operations.extend(edit::with_agents(plan, choice.operations, own));
                summaries.push(match title {
                    Title::Asked => sentence.trim().to_owned(),
                    Title::Suggested => choice.summary,
                });
            }
            EditReading::Choices(several) => {
                let choices: Vec<String> = several.choices.into_iter().map(|choice| choice.summary).collect();
                return Err(Error::new(
                    ErrorCode::AmbiguousEdit,
                    format!("`{sentence}` can be understood in {} ways", choices.len()),
                )
                .with_context("choices", choices.join("; "))
                .with_hint("say it more precisely"));
            }
            _ => {
                return Err(Error::new(
                    ErrorCode::InvalidEdit,
                    format!("`{sentence}` is not a change of this plan"),
                )
                .with_hint("for example `remove the account step`"));
            }
        }
    }
    for (assumption, mean) in &request.assumptions {
        let value = AssumptionValue { assumption: assumption.clone(), mean: *mean };
        operations.push(Operation::SetAssumption(value));
        summaries.push(format!("{assumption} = {mean}"));
    }
    let (id, title) = describe_variant(number, &summaries.join("; "));
    Ok(Variant { id, title, operations, overrides: BTreeMap::new() })
}
