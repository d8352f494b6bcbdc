//! `aura sensitivity`.

use aura_core::Result;
use aura_core::domain::figures;
use aura_core::domain::id::{AssumptionId, MetricId};
use aura_core::domain::insight::InsightKind;
use aura_core::domain::plan::Plan;
use aura_core::engine::requests::{Influenced, SensitivityRequest};
use pollster::block_on;

use crate::Finish;
use crate::arguments::SensitivityArguments;
use crate::output::Output;
use crate::session::Session;
use crate::view;

/// Most screened assumptions that are shown.
const MOST_LINES: usize = 12;

/// Finds which assumption drives the result.
pub(crate) fn sensitivity(session: &Session, options: &SensitivityArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let request = SensitivityRequest {
        metric: options.metric.as_deref().map(MetricId::new).transpose()?,
        seed: options.seed,
        cases: options.cases,
        trajectories: options.trajectories,
        samples: options.samples,
        most_ranked: options.most,
        ..SensitivityRequest::new(project.clone())
    };
    let found = block_on(session.engine.sensitivity(&request))?;
    session.remember(&project)?;
    if output.is_json() {
        output.document(&found)?;
        return Ok(Finish::Done);
    }
    show(&found, &block_on(session.engine.present_plan(&project))?.plan, output)?;
    Ok(Finish::Done)
}

fn show(found: &Influenced, plan: &Plan, output: &Output) -> Result<()> {
    let influence = &found.influence;
    output.heading(&format!("What {} hangs on", influence.title))?;
    let matters = found.explanation.insights.iter().find(|insight| {
        insight.kind == InsightKind::WhatMatters
            && insight.facts.iter().any(|fact| fact.evidence.starts_with("influence/"))
    });
    match matters {
        Some(insight) => {
            output.point(&format!("{} {}", figures::sentence(&insight.headline), insight.text))?
        }
        None => output.paragraph("No assumption moves it within its thinkable range.")?,
    }
    let said = |id: &AssumptionId| {
        let known = plan.assumptions.iter().find(|known| known.id == *id);
        known.map_or_else(|| id.to_string(), |known| known.statement.clone())
    };
    if !influence.ranked.is_empty() {
        output.heading("How much of the spread each explains, with the others")?;
    }
    for one in &influence.ranked {
        let share = |share: f64| figures::percent(share, 0);
        let shares = format!(
            "{} ({} to {}), alone {}",
            share(one.total.value),
            share(one.total.low),
            share(one.total.high),
            share(one.alone.value)
        );
        output.fact(&said(&one.assumption), &shares)?;
    }
    output.heading("How far each moves it over its whole range, at most places")?;
    for one in influence.screened.iter().take(MOST_LINES) {
        output.fact(&said(&one.assumption), &view::amount(one.mean_size, &influence.unit))?;
    }
    let more = influence.screened.len().saturating_sub(MOST_LINES);
    if more > 0 {
        output.below(&format!("and {more} more; --json shows all"))?;
    }
    output.gap()?;
    output.hint(&format!("{} runs of {} simulated cases each.", influence.runs, influence.cases))
}
