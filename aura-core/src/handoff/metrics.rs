//! `metrics.yaml`: each metric with its definition, formula, unit, direction, figures, and the events to log.

use serde_json::{Map, Value, json};

use super::feature::measure_words;
use super::view::{PlanView, outcome_name};
use super::words;
use crate::domain::metric::{Direction, Measure, Metric, MetricRole, TimeMeasure};
use crate::domain::plan::NodeKind;
use crate::domain::quantity::Quantity;
use crate::domain::run::Run;
use crate::error::Result;

pub(super) fn render(view: &PlanView, run: Option<&Run>) -> Result<String> {
    let metrics: Vec<Value> =
        view.plan.metrics.iter().map(|metric| metric_value(view, metric, run)).collect();
    let document = json!({
        "schema_version": 1,
        "plan": view.plan.id,
        "title": format!("Metrics of {}", words::one_line(&view.plan.title)),
        "unit_of_analysis": "a case, from its case_started event to its case_ended event",
        "metrics": metrics,
        "events": events(view),
    });
    super::yaml::to_yaml("What to measure, how, and which events to log for it", &document)
}

fn metric_value(view: &PlanView, metric: &Metric, run: Option<&Run>) -> Value {
    let mut value = Map::new();
    let mut put = |name: &str, part: Value| {
        value.insert(name.to_owned(), part);
    };
    put("id", json!(metric.id));
    put("title", json!(words::one_line(&metric.title)));
    put("definition", json!(words::sentence(&measure_words(view, &metric.measure))));
    put("formula", json!(formula(&metric.measure)));
    put("unit", json!(words::unit_name(&metric.unit)));
    put("direction", json!(direction(metric.direction)));
    put("role", json!(role(metric.role)));
    put("baseline", figure(metric.baseline.as_ref()));
    put("target", figure(metric.target.as_ref()));
    put("window_ms", json!(metric.window_ms));
    if let Some(window) = metric.window_ms {
        put("window", json!(words::duration(window as f64)));
    }
    let simulated = run.and_then(|run| run.metrics.iter().find(|result| result.metric == metric.id));
    if let Some(result) = simulated {
        put(
            "simulated",
            json!({
                "value": result.estimate.value,
                "low": result.estimate.low,
                "high": result.estimate.high,
                "cases": result.cases,
                "note": "from a simulation with assumed numbers, not from real use",
            }),
        );
    }
    put("criterion", json!(metric.criterion));
    put("origin", json!(words::origin_sentence(&metric.origin)));
    put("events", json!(needed_events(&metric.measure)));
    value.into()
}

fn figure(quantity: Option<&Quantity>) -> Value {
    quantity.map_or(Value::Null, |quantity| {
        json!({ "amount": quantity.amount, "unit": words::unit_name(&quantity.unit), "shown": words::quantity(quantity) })
    })
}

fn formula(measure: &Measure) -> String {
    let time = |what: &str, time: &TimeMeasure| {
        let of = match time.outcome {
            Some(outcome) => format!(" where outcome = {}", outcome_name(outcome)),
            None => String::new(),
        };
        match time.quantile {
            Some(quantile) => format!("quantile({what}, {quantile}) over cases{of}"),
            None => format!("mean({what}) over cases{of}"),
        }
    };
    match measure {
        Measure::OutcomeShare(share) => {
            format!("count(case_ended where outcome = {}) / count(case_ended)", outcome_name(share.outcome))
        }
        Measure::ReachedShare(node) => {
            format!(
                "count(distinct case_id of node_entered where node = {}) / count(case_started)",
                node.node
            )
        }
        Measure::VisitsPerCase(node) => {
            format!("count(node_entered where node = {}) / count(case_started)", node.node)
        }
        Measure::CycleTime(what) => time("case_ended.at - case_started.at", what),
        Measure::WaitingTime(what) => time("sum(node_started.at - node_entered.at)", what),
        Measure::WorkingTime(what) => time("sum(node_finished.at - node_started.at)", what),
        Measure::WithinTime(within) => format!(
            "count(case_ended where outcome = {} and case_ended.at - case_started.at <= {} ms) / count(case_ended)",
            outcome_name(within.outcome),
            within.within_ms
        ),
        Measure::CostPerCase => "sum(node_finished.cost) / count(case_ended)".to_owned(),
        Measure::FailureShare => "count(distinct case_id of node_failed) / count(case_ended)".to_owned(),
        Measure::RealUse => {
            "to be defined on data of real use; the plan's own events do not hold it".to_owned()
        }
    }
}

fn needed_events(measure: &Measure) -> Vec<&'static str> {
    match measure {
        Measure::OutcomeShare(_) => vec!["case_ended"],
        Measure::ReachedShare(_) | Measure::VisitsPerCase(_) => vec!["case_started", "node_entered"],
        Measure::WaitingTime(_) => vec!["node_entered", "node_started", "case_ended"],
        Measure::WorkingTime(_) => vec!["node_started", "node_finished", "case_ended"],
        Measure::CostPerCase => vec!["node_finished", "case_ended"],
        Measure::FailureShare => vec!["node_failed", "case_ended"],
        Measure::CycleTime(_) | Measure::WithinTime(_) => vec!["case_started", "case_ended"],
        Measure::RealUse => Vec::new(),
    }
}

fn events(view: &PlanView) -> Vec<Value> {
    let nodes: Vec<Value> = view
        .plan
        .nodes
        .iter()
        .filter(|node| !matches!(node.kind, NodeKind::Start | NodeKind::End(_) | NodeKind::Gateway(_)))
        .map(|node| json!({ "node": node.id, "title": words::one_line(&node.title) }))
        .collect();
    let outcomes: Vec<&str> =
        crate::domain::plan::Outcome::ALL.iter().map(|end| outcome_name(*end)).collect();
    let event = |name: &str, when: &str, fields: &[(&str, &str)]| {
        let mut members = Map::new();
        members.insert("case_id".to_owned(), json!("text; the same in all events of a case"));
        members.insert("at".to_owned(), json!("RFC 3339 date and time with milliseconds, in UTC"));
        for (field, meaning) in fields {
            members.insert((*field).to_owned(), json!(meaning));
        }
        json!({ "name": name, "when": when, "fields": members })
    };
    let node = ("node", "the node's id in plan.json");
    let mut list = vec![
        event("case_started", "a case begins", &[("plan_version", "the version in manifest.json")]),
        event("node_entered", "a case comes to a node and may have to wait", &[node]),
        event("node_started", "work at a node begins", &[node, ("agent", "who or what does the work")]),
        event(
            "node_finished",
            "work at a node is done",
            &[node, ("cost", "money spent, where it costs any")],
        ),
        event(
            "node_failed",
            "a failure mode strikes",
            &[node, ("failure", "the failure mode's id in plan.json")],
        ),
        event("case_ended", "a case ends", &[("outcome", &format!("one of {}", outcomes.join(", ")))]),
    ];
    list.push(
        json!({ "name": "nodes", "when": "for reference: the nodes that events name", "nodes": nodes }),
    );
    list
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Increase => "increase",
        Direction::Decrease => "decrease",
        Direction::Keep => "keep",
    }
}

/// What a metric is for, in one word.
pub(super) fn role(role: MetricRole) -> &'static str {
    match role {
        MetricRole::Primary => "primary",
        MetricRole::Secondary => "secondary",
        MetricRole::Guardrail => "guardrail",
    }
}
