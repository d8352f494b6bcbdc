//! The parameters of BIMP and QBP, which stand in the model itself. Amounts of time are seconds there, whatever unit is
//! shown to people.

use super::parameters::{Parameters, RawResource, SECONDS, shifts};
use super::shape::Shape;
use crate::domain::plan::Calendar;
use crate::domain::quantity::Distribution;
use crate::error::Result;
use crate::text::element::Element;
use crate::text::{DateOrder, Moment};

pub(super) fn read(root: &Element) -> Result<Parameters> {
    let mut found = Parameters { format: "qbp", ..Parameters::default() };
    let Some(info) = root.find("processSimulationInfo") else { return Ok(found) };
    found.currency = Some(info.get("currency").to_owned()).filter(|code| !code.is_empty());
    found.cases = info.get("processInstances").parse().ok();
    found.start = Moment::read(info.get("startDateTime"), DateOrder::YearFirst);
    let list = |outer: &str, inner: &str| -> Vec<&Element> {
        info.child(outer)
            .map(|list| list.children.iter().filter(|child| child.name == inner).collect())
            .unwrap_or_default()
    };
    for timetable in list("timetables", "timetable") {
        let mut calendar = Calendar { utc_offset_minutes: 0, shifts: Vec::new(), holidays: Vec::new() };
        for rule in timetable.child("rules").into_iter().flat_map(|rules| rules.all("rule")) {
            let (from, to) = (rule.get("fromTime"), rule.get("toTime"));
            let to_day = if rule.get("toWeekDay").is_empty() {
                rule.get("fromWeekDay")
            } else {
                rule.get("toWeekDay")
            };
            match shifts(rule.get("fromWeekDay"), to_day, from, to) {
                Some(shifts) => calendar.shifts.extend(shifts),
                None => found.leave_out("timetable rule", timetable.get("id"), "it cannot be read", true),
            }
        }
        if timetable.get("default") == "true" {
            found.arrival_calendar = Some(calendar.clone());
        }
        found.calendars.insert(timetable.get("id").to_owned(), calendar);
    }
    if let Some(arrivals) = info.child("arrivalRateDistribution") {
        found.arrival = timed(&mut found, arrivals, "arrivals");
    }
    for resource in list("resources", "resource") {
        found.resources.push(RawResource {
            id: resource.get("id").to_owned(),
            title: resource.get("name").to_owned(),
            amount: resource.get("totalAmount").parse().unwrap_or(1).max(1),
            cost_per_hour: resource.get("costPerHour").parse().unwrap_or(0.0),
            calendar: Some(resource.get("timetableId").to_owned()),
        });
    }
    for element in list("elements", "element") {
        element_parameters(&mut found, element);
    }
    for flow in list("sequenceFlows", "sequenceFlow") {
        if let Ok(share) = flow.get("executionProbability").parse::<f64>() {
            found.flows.insert(flow.get("elementId").to_owned(), share.clamp(0.0, 1.0));
        }
    }
    Ok(found)
}

fn element_parameters(found: &mut Parameters, element: &Element) {
    let id = element.get("elementId").to_owned();
    if let Some(cost) = element.get("fixedCost").parse::<f64>().ok().filter(|cost| *cost > 0.0) {
        found.costs.insert(id.clone(), cost);
    }
    let time = element.child("durationDistribution").and_then(|time| timed(found, time, &id));
    let Some(time) = time else { return };
    let members: Vec<(String, Distribution)> = element
        .child("resourceIds")
        .into_iter()
        .flat_map(|list| list.all("resourceId"))
        .map(|resource| (resource.text.trim().to_owned(), time.clone()))
        .collect();
    found.events.insert(id.clone(), time);
    if !members.is_empty() {
        found.tasks.insert(id, members);
    }
}

/// A distribution in milliseconds.
fn timed(found: &mut Parameters, element: &Element, id: &str) -> Option<Distribution> {
    let number =
        |key: &str| element.get(key).parse::<f64>().ok().filter(|number| number.is_finite()).unwrap_or(0.0);
    let (mean, first, second) = (number("mean"), number("arg1"), number("arg2"));
    let shape = match element.get("type").to_ascii_uppercase().as_str() {
        "FIXED" => Some(Shape::Fixed(mean)),
        "EXPONENTIAL" if first > 0.0 => Some(Shape::Exponential { start: 0.0, mean: first }),
        "EXPONENTIAL" => Some(Shape::Fixed(0.0)),
        "NORMAL" => Some(Shape::Normal { mean, deviation: first }),
        "UNIFORM" => Some(Shape::Uniform { low: first, high: second }),
        "TRIANGULAR" => Some(Shape::Triangular { low: first, mode: mean, high: second }),
        "LOGNORMAL" if first > 0.0 && mean > 0.0 => Some(Shape::lognormal(mean, first)),
        "GAMMA" if first > 0.0 && mean > 0.0 => Some(Shape::gamma(mean, first)),
        "LOGNORMAL" | "GAMMA" => Some(Shape::Fixed(mean)),
        _ => None,
    };
    let distribution = shape.map(|shape| match shape {
        // A normal amount below zero makes no sense; our own normal distribution is cut there too.
        Shape::Normal { mean, deviation } if mean <= 0.0 || deviation <= 0.0 => {
            Distribution::fixed(mean.max(0.0) * SECONDS)
        }
        shape => shape.within(None, None, SECONDS),
    });
    let usable = distribution.filter(|distribution| distribution.check().is_ok());
    if usable.is_none() {
        found.leave_out("distribution", id, "its kind is not known or its numbers describe none", true);
    }
    usable
}
