//! `aura evaluate`.

use std::collections::BTreeMap;

use aura_core::Result;
use aura_core::domain::experiment::DecisionRule;
use aura_core::domain::id::AssumptionId;
use aura_core::domain::provenance::Origin;
use aura_core::engine::requests::{EvaluateRequest, VariantRequest};
use pollster::block_on;

use crate::Finish;
use crate::arguments::EvaluateArguments;
use crate::session::Session;
use crate::{input, view};

use super::simulate;

/// Compares the plan with changes of it.
pub(crate) fn evaluate(session: &Session, options: &EvaluateArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let mut variants: Vec<VariantRequest> =
        options.change.iter().map(|sentence| in_words(sentence)).collect();
    for setting in &options.set {
        let (id, mean) = input::number_pair(setting)?;
        let assumptions = BTreeMap::from([(AssumptionId::new(id)?, mean)]);
        variants.push(VariantRequest { assumptions, ..VariantRequest::default() });
    }
    let wanted = simulate::request(&project, &options.simulation);
    if variants.is_empty() {
        // Suggestions come from a run of the plan as it stands.
        block_on(session.engine.simulate(&wanted))?;
    }
    let rule = options.worthwhile.map(|worthwhile| DecisionRule {
        smallest_worthwhile: worthwhile.amount,
        is_relative: worthwhile.is_relative,
        origin: Origin::assumed("the smallest change worth having was given with the command"),
        ..DecisionRule::default()
    });
    let evaluated = block_on(session.engine.evaluate(&EvaluateRequest { simulate: wanted, variants, rule }))?;
    session.remember(&project)?;
    if output.is_json() {
        output.document(&evaluated)?;
        return Ok(Finish::Done);
    }
    match &evaluated.verdict {
        Some(verdict) => view::verdict(verdict, output)?,
        None => output
            .paragraph("There is nothing that Aura would try by itself. Give a change in plain English.")?,
    }
    output.gap()?;
    output
        .hint("Both were run on the same simulated people. Make a change for good with: aura edit \"…\"")?;
    Ok(Finish::Done)
}

/// A variant in plain English.
pub(crate) fn in_words(sentence: &str) -> VariantRequest {
    VariantRequest { sentence: Some(sentence.to_owned()), ..VariantRequest::default() }
}
