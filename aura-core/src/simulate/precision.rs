//! How many replications are enough, and where a run has forgotten that it began empty.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::MetricId;
use crate::domain::metric::MetricRole;
use crate::domain::plan::Plan;
use crate::domain::run::Run;
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

use super::output::{Estimate, Progress, StoppingRule, warm_up};
use super::{Simulation, simulate};

/// Fewest replications before the interval is looked at.
const LEAST: u32 = 10;
/// Most replications where nobody says how many.
const MOST: u32 = 1_000;
const CONFIDENCE: f64 = 0.95;

/// How narrow an interval is to be, and what it may take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Precision {
    /// The metric; the primary one of the plan where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// Half the width of the 95 % interval as a share of the value: 0.02 for ± 2 %.
    pub half_width: f64,
    /// Most replications; 1,000 where absent. Each has as many cases as those of the scenario have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_replications: Option<u32>,
}

/// What became of a wish for precision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Precise {
    /// The metric.
    pub metric: MetricId,
    /// Half the width that was asked for, as a share of the value.
    pub wanted: f64,
    /// Half the width that was reached, as a share of the value; absent where the value is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<f64>,
    /// Replications that were run.
    pub replications: u32,
    /// Whether the interval is narrow enough. Otherwise a limit ended the run, or the replications were used up.
    pub is_reached: bool,
}

/// Runs a plan with as many replications as it takes until the interval of a metric is narrow enough, or until the most
/// that is allowed, whichever is first. The scenario of the result says how many that were, so it can be run again as it
/// is; the first replications are those of the scenario that was given.
///
/// Looking several times makes the interval cover a little less often than it says ([`StoppingRule`]).
///
/// # Errors
/// Those of [`simulate`], `invalid_request` where the wish makes no sense or the plan has no such metric.
pub fn simulate_to_precision(
    plan: &Plan,
    scenario: &Scenario,
    wish: &Precision,
    control: &Control,
) -> Result<(Simulation, Precise)> {
    check(wish)?;
    let each = (scenario.cases / u64::from(scenario.replications.max(1))).max(1);
    let most = wish.most_replications.unwrap_or(MOST);
    let rule = StoppingRule { relative_half_width: wish.half_width, least: LEAST.min(most), most };
    let mut replications = scenario.replications.max(rule.least).min(most);
    loop {
        let cases = each.saturating_mul(u64::from(replications));
        let present = Scenario { replications, cases, ..scenario.clone() };
        let simulation = simulate(plan, &present, control)?;
        let metric = metric_of(plan, &simulation.run, wish)?;
        let estimate = estimate_of(&simulation, &metric)?;
        let progress = match (&estimate, &simulation.run.stopped) {
            (_, Some(_)) => Progress::BudgetSpent,
            (Some(estimate), None) => rule.look(estimate, replications),
            // No case counts yet: more may have some.
            (None, None) if replications < most => Progress::More(replications),
            (None, None) => Progress::BudgetSpent,
        };
        if let Progress::More(more) = progress {
            replications = replications.saturating_add(more).min(most);
            continue;
        }
        let known = estimate.filter(|estimate| estimate.value != 0.0);
        let precise = Precise {
            metric,
            wanted: wish.half_width,
            reached: known.map(|estimate| estimate.half_width() / estimate.value.abs()),
            replications,
            is_reached: progress == Progress::NarrowEnough,
        };
        return Ok((simulation, precise));
    }
}

fn check(wish: &Precision) -> Result<()> {
    if !(wish.half_width > 0.0 && wish.half_width < 1.0) {
        return Err(refused("the half width of an interval is a share between 0 and 1")
            .with_hint("for ± 2 % say 0.02"));
    }
    match wish.most_replications {
        Some(0 | 1) => Err(refused("an interval takes two replications at least")),
        _ => Ok(()),
    }
}

/// The metric that is wished for: the one that is named, the primary one of the plan, or the first that is measured.
fn metric_of(plan: &Plan, run: &Run, wish: &Precision) -> Result<MetricId> {
    let primary = plan.metrics.iter().find(|known| known.role == MetricRole::Primary).map(|known| &known.id);
    let wanted = wish.metric.as_ref().or(primary);
    let is_wanted = |id: &MetricId| wanted.is_none_or(|wanted| wanted == id);
    let found = run.metrics.iter().find(|result| is_wanted(&result.metric));
    found.map(|result| result.metric.clone()).ok_or_else(|| {
        let known: Vec<&str> = run.metrics.iter().map(|result| result.metric.as_str()).collect();
        refused("the plan has no such metric").with_context("metrics", known.join(", "))
    })
}

fn refused(reason: &str) -> Error {
    Error::new(ErrorCode::InvalidRequest, reason)
}

/// The mean over replications with its interval; nothing where fewer than two have a value.
fn estimate_of(simulation: &Simulation, metric: &MetricId) -> Result<Option<Estimate>> {
    let result = simulation.run.metrics.iter().find(|result| result.metric == *metric);
    let values: Vec<f64> =
        result.iter().flat_map(|result| result.by_replication.iter().flatten().copied()).collect();
    if values.len() < 2 {
        return Ok(None);
    }
    Estimate::of_mean(&values, CONFIDENCE).map(Some)
}

/// How many cases it takes until a plan has forgotten that it began empty: MSER-5 over the times from arrival to end, each
/// the mean over the replications of the case that came so-manieth (Welch 1983). Nothing where the replications are too
/// short to tell.
///
/// # Errors
/// Those of [`simulate`].
pub fn find_warm_up(plan: &Plan, scenario: &Scenario, control: &Control) -> Result<Option<u64>> {
    let scenario = Scenario { warm_up_cases: None, ..scenario.clone() };
    let simulation = simulate(plan, &scenario, control)?;
    let shortest = simulation.cases.iter().map(Vec::len).min().unwrap_or(0);
    let replications = simulation.cases.len().max(1) as f64;
    let mean = |place: usize| {
        let cases = simulation.cases.iter().filter_map(|cases| cases.get(place));
        cases.map(|case| case.cycle_us as f64).sum::<f64>() / replications
    };
    let series: Vec<f64> = (0..shortest).map(mean).collect();
    Ok(warm_up(&series).map(|cut| cut as u64))
}
