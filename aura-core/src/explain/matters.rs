//! Which assumption moves the result most, and so what to find out first.

use super::telling::Telling;
use super::words;
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::plan::Plan;
use crate::domain::quantity::Unit;
use crate::domain::run::{Run, Sensitivity};

pub(super) fn insight(plan: &Plan, run: Option<&Run>, sensitivity: &Sensitivity) -> Option<Insight> {
    let strongest = sensitivity.effects.first().filter(|effect| effect.swing > 0.0)?;
    let position = plan.assumptions.iter().position(|known| known.id == strongest.assumption)?;
    let assumption = plan.assumptions.get(position)?;
    let (metric, unit) = metric_of(plan, run, sensitivity)?;
    let metric = words::quoted(&metric);
    let mut telling = Telling::default();
    let end = |telling: &mut Telling, name: &str, value: f64, field: &str| {
        telling.measured(
            name,
            &assumption.unit,
            value,
            None,
            format!("{}/assumptions/{position}/{field}", plan.id),
        )
    };
    let low = end(&mut telling, "lowest thinkable value", assumption.low, "low");
    let high = end(&mut telling, "highest thinkable value", assumption.high, "high");
    telling.say(format!("We looked at it from {low} to {high}."));
    let mut result = |value: f64, field: &str| {
        telling.measured(
            &format!("result {field}"),
            &unit,
            value,
            None,
            format!("sensitivity/effects/0/{field}"),
        )
    };
    let (at_low, at_high) = (result(strongest.at_low, "at_low"), result(strongest.at_high, "at_high"));
    telling.say(format!("Over that range {metric} goes from {at_low} to {at_high}."));
    telling.say(match assumption.origin.is_assumed() {
        true => "Nobody has checked this number yet, so find it out first.",
        false => "No other number moves the result that much.",
    });
    if let Some(next) = sensitivity.effects.get(1).filter(|effect| effect.swing > 0.0)
        && let Some(other) = plan.assumptions.iter().find(|known| known.id == next.assumption)
    {
        telling.say(format!("Next comes {}.", words::quoted(&other.statement)));
    }
    let headline = format!("{} matters most", words::quoted(&assumption.statement));
    Some(telling.into_insight(InsightKind::WhatMatters, headline, 0.75))
}

fn metric_of(plan: &Plan, run: Option<&Run>, sensitivity: &Sensitivity) -> Option<(String, Unit)> {
    let planned = plan.metrics.iter().find(|metric| metric.id == sensitivity.metric);
    let measured = || {
        let result = run?.metrics.iter().find(|result| result.metric == sensitivity.metric)?;
        Some((result.title.clone(), result.unit.clone()))
    };
    planned.map(|metric| (metric.title.clone(), metric.unit.clone())).or_else(measured)
}
