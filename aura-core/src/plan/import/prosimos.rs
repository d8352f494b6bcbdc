//! The parameters of Prosimos, as JSON: lists of objects, or the older maps by id.

use std::collections::BTreeMap;

use serde_json::Value;

use super::parameters::{Parameters, RawAttribute, RawResource, RawValues, SECONDS, distribution, shifts};
use crate::domain::plan::Calendar;
use crate::domain::quantity::{Distribution, WeightedValues};
use crate::domain::step::{BatchPace, BatchRule};
use crate::error::{Error, ErrorCode, Result};
use crate::text::{DateOrder, Moment};

/// Keys that are understood; all others are named.
const KNOWN: &[&str] = &[
    "resource_profiles",
    "arrival_time_distribution",
    "arrival_time_calendar",
    "gateway_branching_probabilities",
    "task_resource_distribution",
    "resource_calendars",
    "event_distribution",
    "case_attributes",
    "batch_processing",
    "branch_rules",
    "start_time",
    "total_cases",
    "model_type",
];

pub(super) fn read(json: &str) -> Result<Parameters> {
    let document: Value = serde_json::from_str(json).map_err(|error| {
        Error::new(ErrorCode::InvalidDocument, format!("the parameters are not JSON: {error}"))
            .with_context("line", error.line())
            .with_context("column", error.column())
    })?;
    let Some(members) = document.as_object() else {
        return Err(Error::new(ErrorCode::InvalidDocument, "the parameters are not a JSON object")
            .with_hint("give the parameters of Prosimos, which begin with `{`"));
    };
    let mut found = Parameters { format: "prosimos", ..Parameters::default() };
    let get = |key: &str| members.get(key).unwrap_or(&Value::Null);
    found.cases = get("total_cases").as_u64();
    found.start = get("start_time").as_str().and_then(|text| Moment::read(text, DateOrder::YearFirst));
    for (id, periods) in entries(get("resource_calendars"), "time_periods") {
        let calendar = calendar(&mut found, &id, periods);
        found.calendars.insert(id, calendar);
    }
    if get("arrival_time_calendar").as_array().is_some_and(|periods| !periods.is_empty()) {
        found.arrival_calendar =
            Some(calendar(&mut found, "arrival_time_calendar", get("arrival_time_calendar")));
    }
    found.arrival = read_distribution(get("arrival_time_distribution"));
    if found.arrival.is_none() && !get("arrival_time_distribution").is_null() {
        found.leave_out("arrival_time_distribution", "", "this distribution is not known", true);
    }
    resources(&mut found, get("resource_profiles"));
    tasks(&mut found, get("task_resource_distribution"));
    batches(&mut found, get("batch_processing"));
    for (_, probabilities) in entries(get("gateway_branching_probabilities"), "probabilities") {
        branches(&mut found, probabilities, get("branch_rules"));
    }
    for (id, value) in entries(get("event_distribution"), "") {
        match read_distribution(value) {
            Some(distribution) => {
                found.events.insert(id, distribution);
            }
            None => found.leave_out("event_distribution", &id, "this distribution is not known", true),
        }
    }
    attributes(&mut found, get("case_attributes"));
    unseen_words(&mut found, get("branch_rules"));
    for (key, value) in members {
        let is_empty = value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(serde_json::Map::is_empty)
            || value.is_null();
        if !KNOWN.contains(&key.as_str()) && !is_empty {
            found.leave_out(key, "", "plans cannot say this yet; the run goes on without it", true);
        }
    }
    Ok(found)
}

/// The entries of a list of objects with an id, or of a map by id; `inside` is where a list entry keeps its content.
fn entries<'v>(value: &'v Value, inside: &str) -> Vec<(String, &'v Value)> {
    if let Some(map) = value.as_object() {
        return map.iter().map(|(id, value)| (id.clone(), value)).collect();
    }
    let list = value.as_array().map_or(&[][..], Vec::as_slice);
    let named = list.iter().filter_map(|entry| {
        let id = ["id", "task_id", "gateway_id", "event_id", "resource_id", "path_id"]
            .iter()
            .find_map(|key| entry.get(key)?.as_str())?;
        Some((id.to_owned(), if inside.is_empty() { entry } else { entry.get(inside)? }))
    });
    named.collect()
}

fn calendar(found: &mut Parameters, id: &str, periods: &Value) -> Calendar {
    let mut calendar = Calendar { utc_offset_minutes: 0, shifts: Vec::new(), holidays: Vec::new() };
    for period in periods.as_array().map_or(&[][..], Vec::as_slice) {
        let text = |key: &str| period.get(key).and_then(Value::as_str).unwrap_or("");
        match shifts(text("from"), text("to"), text("beginTime"), text("endTime")) {
            Some(shifts) => calendar.shifts.extend(shifts),
            None => found.leave_out("time period", id, "its days or hours cannot be read", true),
        }
        if period.get("probability").and_then(number).is_some_and(|share| share < 1.0) {
            found.leave_out(
                "probability of a time period",
                id,
                "the hours are kept as if they were sure",
                true,
            );
        }
    }
    calendar
}

fn resources(found: &mut Parameters, profiles: &Value) {
    let lists: Vec<(Option<f64>, &Value)> = match profiles {
        Value::Array(list) => list.iter().map(|p| (p.get("fixed_cost_fn").and_then(number), p)).collect(),
        Value::Object(map) => map.values().map(|p| (p.get("fixed_cost_fn").and_then(number), p)).collect(),
        _ => Vec::new(),
    };
    for (fixed_cost, profile) in lists {
        for (id, entry) in entries(profile.get("resource_list").unwrap_or(&Value::Null), "") {
            let tasks = ["assigned_tasks", "assignedTasks"].iter().find_map(|key| entry.get(key)?.as_array());
            for task in tasks.into_iter().flatten().filter_map(Value::as_str) {
                if let Some(cost) = fixed_cost.filter(|cost| *cost > 0.0) {
                    found.costs.insert(task.to_owned(), cost);
                }
            }
            if found.resources.iter().any(|known| known.id == id) {
                continue;
            }
            let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
            found.resources.push(RawResource {
                title: text("name").unwrap_or_else(|| id.clone()),
                amount: entry
                    .get("amount")
                    .and_then(number)
                    .map_or(1, |amount| amount.clamp(1.0, 1e5) as u32),
                cost_per_hour: entry.get("cost_per_hour").and_then(number).unwrap_or(0.0),
                calendar: text("calendar"),
                id,
            });
        }
    }
}

fn tasks(found: &mut Parameters, tasks: &Value) {
    for (task, resources) in entries(tasks, "resources") {
        let mut members = Vec::new();
        for (resource, value) in entries(resources, "") {
            match read_distribution(value) {
                Some(distribution) => members.push((resource, distribution)),
                None => found.leave_out(
                    "task_resource_distribution",
                    &format!("{task} by {resource}"),
                    "this distribution is not known",
                    true,
                ),
            }
        }
        found.tasks.insert(task, members);
    }
}

/// How the cases of tasks are gathered: any of the rules begins a batch.
fn batches(found: &mut Parameters, tasks: &Value) {
    for task in tasks.as_array().map_or(&[][..], Vec::as_slice) {
        let id = task.get("task_id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut rule = BatchRule { size: None, window_ms: None, together: false, pace: Vec::new() };
        rule.together = task.get("type").and_then(Value::as_str).is_some_and(|kind| kind == "Parallel");
        let rules = task.get("firing_rules").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for all in rules {
            let read = match all.as_array().map_or(&[][..], Vec::as_slice) {
                [only] => firing(only, &mut rule),
                _ => None,
            };
            if read.is_none() {
                let reason = "batches begin at a size or after the wait of the first, not under this rule";
                found.leave_out("firing rule", &id, reason, true);
            }
        }
        if pairs(task.get("size_distrib")).iter().any(|(size, share)| *size <= 1 && *share > 0.0) {
            let reason = "all cases are gathered, also the share that would be done alone";
            found.leave_out("size_distrib", &id, reason, true);
        }
        let pace = pairs(task.get("duration_distrib")).into_iter();
        rule.pace = pace.map(|(from, share)| BatchPace { from, percent: share * 100.0 }).collect();
        if rule.size.is_some() || rule.window_ms.is_some() {
            found.batches.insert(id, rule);
        } else {
            found.leave_out("batch_processing", &id, "nothing says when its batches begin", true);
        }
    }
}

/// One rule: a size, or the longest wait in seconds.
fn firing(condition: &Value, rule: &mut BatchRule) -> Option<()> {
    let value = number(condition.get("value")?).filter(|value| *value >= 0.0)?;
    let sign = condition.get("comparison").and_then(Value::as_str)?;
    match (condition.get("attribute").and_then(Value::as_str)?, sign) {
        ("size", "=" | "==" | ">=") => rule.size = Some(value.clamp(1.0, 1e4) as u32),
        ("size", ">") => rule.size = Some(value.clamp(0.0, 1e4) as u32 + 1),
        ("large_wt", "=" | "==" | ">=" | ">") => rule.window_ms = Some((value * SECONDS) as u64),
        _ => return None,
    }
    Some(())
}

/// Pairs of a whole number as the key and a share.
fn pairs(list: Option<&Value>) -> Vec<(u32, f64)> {
    let list = list.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let pair = |entry: &Value| {
        let key = number(entry.get("key")?)?.clamp(0.0, 1e6) as u32;
        Some((key, number(entry.get("value")?)?.max(0.0)))
    };
    list.iter().filter_map(pair).collect()
}

fn branches(found: &mut Parameters, probabilities: &Value, rules: &Value) {
    let pairs: Vec<(String, &Value, Option<&str>)> = match probabilities {
        Value::Object(map) => map.iter().map(|(id, value)| (id.clone(), value, None)).collect(),
        _ => entries(probabilities, "")
            .into_iter()
            .map(|(id, entry)| {
                (
                    id,
                    entry.get("value").unwrap_or(&Value::Null),
                    entry.get("condition_id").and_then(Value::as_str),
                )
            })
            .collect(),
    };
    for (flow, value, condition) in pairs {
        if let Some(share) = number(value) {
            found.flows.insert(flow.clone(), share.clamp(0.0, 1.0));
        }
        let Some(condition) = condition else { continue };
        let rule = entries(rules, "rules").into_iter().find(|(id, _)| id == condition);
        match rule.and_then(|(_, rule)| cel(rule)) {
            Some(expression) => {
                found.conditions.insert(flow, expression);
            }
            None => found.leave_out("condition", condition, "it cannot be said in CEL", true),
        }
    }
}

/// Rules as CEL: any of the outer lists, all of an inner one.
fn cel(rules: &Value) -> Option<String> {
    let mut any = Vec::new();
    for list in rules.as_array()? {
        let mut all = Vec::new();
        for rule in list.as_array()? {
            all.push(comparison(rule)?);
        }
        any.push(all.join(" && "));
    }
    Some(any.join(" || ")).filter(|text| !text.is_empty())
}

fn comparison(rule: &Value) -> Option<String> {
    let path = format!("case.{}", field_name(rule.get("attribute")?.as_str()?));
    let value = rule.get("value")?;
    let sign = match rule.get("comparison")?.as_str()? {
        "=" | "==" => "==",
        "!=" => "!=",
        sign @ ("<" | "<=" | ">" | ">=") => sign,
        "in" => {
            let bounds = value.as_array()?;
            let (low, high) = (number(bounds.first()?), number(bounds.get(1)?));
            let parts = [
                low.map(|low| format!("{path} >= {}", decimal(low))),
                high.filter(|high| high.is_finite()).map(|high| format!("{path} <= {}", decimal(high))),
            ];
            return Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" && "));
        }
        _ => return None,
    };
    let literal = match (number(value).filter(|_| sign != "==" && sign != "!=" || value.is_number()), value) {
        (Some(amount), _) => decimal(amount),
        (None, Value::String(text)) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        (None, Value::Bool(truth)) => truth.to_string(),
        _ => return None,
    };
    Some(format!("{path} {sign} {literal}"))
}

/// A number as CEL writes those with a fraction, so that it compares with fields of numbers.
fn decimal(amount: f64) -> String {
    let text = amount.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

/// The name of a case attribute as a field of our data.
pub(super) fn field_name(name: &str) -> String {
    let slug = crate::domain::id::slug(name);
    if slug.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        slug
    } else {
        format!("attribute_{slug}")
    }
}

fn attributes(found: &mut Parameters, list: &Value) {
    for attribute in list.as_array().map_or(&[][..], Vec::as_slice) {
        let name = attribute.get("name").and_then(Value::as_str).unwrap_or("").to_owned();
        let values = attribute.get("values").unwrap_or(&Value::Null);
        let words: BTreeMap<usize, (String, f64)> = values
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|pair| Some((pair.get("key")?.as_str()?.to_owned(), number(pair.get("value")?)?)))
            .enumerate()
            .collect();
        let values = match read_distribution(values) {
            Some(distribution) => RawValues::Numbers(unscaled(&distribution)),
            None if !words.is_empty() => RawValues::Words(words.into_values().collect()),
            None => {
                found.leave_out("case attribute", &name, "its values are not known", true);
                continue;
            }
        };
        found.attributes.push(RawAttribute { name: field_name(&name), values });
    }
}

/// Words that conditions ask for and no case has: they are values all the same, which never come.
fn unseen_words(found: &mut Parameters, rules: &Value) {
    let lists = entries(rules, "rules").into_iter().filter_map(|(_, rules)| rules.as_array());
    for rule in lists.flatten().filter_map(Value::as_array).flatten() {
        let (Some(name), Some(word)) =
            (rule.get("attribute").and_then(Value::as_str), rule.get("value").and_then(Value::as_str))
        else {
            continue;
        };
        let name = field_name(name);
        for attribute in found.attributes.iter_mut().filter(|attribute| attribute.name == name) {
            if let RawValues::Words(words) = &mut attribute.values
                && !words.iter().any(|(known, _)| known == word)
            {
                words.push((word.to_owned(), 0.0));
            }
        }
    }
}

/// Attributes are no times.
fn unscaled(distribution: &Distribution) -> Distribution {
    distribution.scaled(1.0 / SECONDS)
}

/// A distribution with its name and parameters, or a histogram.
fn read_distribution(value: &Value) -> Option<Distribution> {
    let name = value.get("distribution_name")?.as_str()?;
    if let Some(data) = value.get("histogram_data") {
        return histogram(data);
    }
    let list = value.get("distribution_params")?.as_array()?;
    // Bare numbers are written by older versions, which order them as SciPy does.
    let is_scipy = list.iter().any(Value::is_number);
    let given: Option<Vec<f64>> =
        list.iter().map(|entry| number(entry.get("value").unwrap_or(entry))).collect();
    let given = given?;
    match (name, is_scipy, given.as_slice()) {
        // There a triple is shape, beginning and scale.
        ("gamma" | "lognorm" | "exponnorm" | "triang", true, [_, _, _]) => distribution(name, &given, true),
        _ => distribution(name, &given, is_scipy),
    }
}

/// Middles of the bins, weighted with the steps of the cumulated shares.
fn histogram(data: &Value) -> Option<Distribution> {
    let list = |key: &str| -> Option<Vec<f64>> { data.get(key)?.as_array()?.iter().map(number).collect() };
    let (cumulated, middles) = (list("cdf")?, list("bin_midpoints")?);
    let before = std::iter::once(0.0).chain(cumulated.iter().copied());
    let weights: Vec<f64> = cumulated.iter().zip(before).map(|(to, from)| (to - from).max(0.0)).collect();
    let values: Vec<f64> = middles.iter().map(|middle| middle.max(0.0) * SECONDS).collect();
    let found = Distribution::Empirical(WeightedValues { values, weights });
    found.check().is_ok().then_some(found)
}

/// A number, which may be written as text.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|number| !number.is_nan())
}
