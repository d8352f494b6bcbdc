//! Which assumption moves the result most, and so what to find out first.

use super::telling::Telling;
use super::words;
use crate::domain::influence::{Influence, ShareOfSpread};
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::plan::Plan;
use crate::domain::quantity::Unit;
use crate::domain::run::{Run, Sensitivity};

/// Shares of the spread below this are not spoken of.
const NOTABLE: f64 = 0.05;

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

/// Which assumption drives the result when all of them move at once.
pub(super) fn driver(plan: &Plan, influence: &Influence) -> Option<Insight> {
    let strongest = influence.ranked.first()?;
    let assumption = plan.assumptions.iter().find(|known| known.id == strongest.assumption)?;
    let mut telling = Telling::default();
    let moved =
        telling.counted("numbers moved", influence.screened.len() as u64, "number", "influence/screened");
    telling.say(format!("We moved {moved} at once, each over its thinkable range."));
    let mut figure = |name: &str, value: f64, field: &str| {
        telling.measured(name, &influence.unit, value, None, format!("influence/{field}"))
    };
    let (mean, deviation) = (
        figure("mean", influence.mean, "mean"),
        figure("typical distance", influence.deviation, "deviation"),
    );
    telling.say(format!(
        "Then {} is {mean} on average, and mostly within {deviation} of that.",
        words::quoted(&influence.title)
    ));
    let mut share = |place: usize, share: &ShareOfSpread, field: &str| {
        let half = (share.high - share.low).abs() / 2.0;
        let evidence = format!("influence/ranked/{place}/{field}/value");
        telling.measured("share explained", &Unit::Share, share.value, Some(half), evidence)
    };
    let (alone, total) = (share(0, &strongest.alone, "alone"), share(0, &strongest.total, "total"));
    let next = influence.ranked.get(1).filter(|next| next.total.value >= NOTABLE);
    let next = next.and_then(|next| {
        let known = plan.assumptions.iter().find(|known| known.id == next.assumption)?;
        Some(format!(
            "Next comes {} with {}.",
            words::quoted(&known.statement),
            share(1, &next.total, "total")
        ))
    });
    telling.say(if alone == total {
        format!("This number explains {alone} of the spread.")
    } else {
        format!("This number explains {alone} of the spread alone, and {total} with the others.")
    });
    next.into_iter().for_each(|next| telling.say(next));
    if assumption.origin.is_assumed() {
        telling.say("Nobody has checked it yet, so find it out first.");
    }
    let headline = format!("{} drives the result", words::quoted(&assumption.statement));
    Some(telling.into_insight(InsightKind::WhatMatters, headline, 0.76))
}

fn metric_of(plan: &Plan, run: Option<&Run>, sensitivity: &Sensitivity) -> Option<(String, Unit)> {
    let planned = plan.metrics.iter().find(|metric| metric.id == sensitivity.metric);
    let measured = || {
        let result = run?.metrics.iter().find(|result| result.metric == sensitivity.metric)?;
        Some((result.title.clone(), result.unit.clone()))
    };
    planned.map(|metric| (metric.title.clone(), metric.unit.clone())).or_else(measured)
}
