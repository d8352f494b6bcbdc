//! Shares, distributions, calendars and ranges have values with a meaning.

use super::{Problems, shown};
use crate::domain::data::FieldKind;
use crate::domain::plan::{Calendar, Plan};
use crate::domain::quantity::{Distribution, Unit};

pub(super) fn check(plan: &Plan, problems: &mut Problems) {
    for assumption in &plan.assumptions {
        let place = shown(&assumption.statement);
        if let Err(error) = assumption.value.check() {
            let text = format!("The assumption {place} has no usable value: {}.", error.message());
            problems.error("invalid_distribution", &text, &[]);
            continue;
        }
        if assumption.unit == Unit::Share && highest(&assumption.value).is_none_or(|highest| highest > 1.0) {
            let text = format!("The assumption {place} is a share, but its value can be above 100 %.");
            problems.error("invalid_share", &text, &[]);
        }
        let is_ordered =
            assumption.low.is_finite() && assumption.high.is_finite() && assumption.low <= assumption.high;
        if !is_ordered || assumption.low < 0.0 {
            let text = format!("The lowest and highest thinkable value of {place} are not a range.");
            problems.warning("invalid_range", &text, &[]);
        }
    }
    for resource in &plan.resources {
        let place = shown(&resource.title);
        if resource.capacity == 0 {
            let text = format!("Nobody works as {place}: the number must be at least 1.");
            problems.error("no_capacity", &text, &[]);
        }
        if let Some(fault) = resource.calendar.as_ref().and_then(calendar_fault) {
            problems.error(
                "invalid_calendar",
                &format!("The working hours of {place} are not usable: {fault}."),
                &[],
            );
        }
    }
    for object in &plan.data {
        for field in &object.fields {
            let is_empty = match &field.kind {
                FieldKind::Text(range) => range.min_length > range.max_length,
                FieldKind::Integer(range) => range.minimum > range.maximum,
                FieldKind::Number(range) => !matches!(
                    range.minimum.partial_cmp(&range.maximum),
                    Some(std::cmp::Ordering::Less | std::cmp::Ordering::Equal)
                ),
                FieldKind::Money(range) => range.minimum > range.maximum,
                FieldKind::Choice(list) => list.options.is_empty(),
                _ => false,
            };
            if is_empty {
                let text =
                    format!("No value is legal for {} of {}.", shown(&field.title), shown(&object.name));
                problems.error("empty_range", &text, &[]);
            }
        }
    }
}

/// The highest value that can come; `None` where there is no bound.
fn highest(distribution: &Distribution) -> Option<f64> {
    match distribution {
        Distribution::Fixed(fixed) => Some(fixed.value),
        Distribution::Uniform(range) => Some(range.high),
        Distribution::Triangular(range) => Some(range.high),
        Distribution::Beta(range) => Some(range.high),
        Distribution::Empirical(list) => list.values.iter().copied().reduce(f64::max),
        Distribution::Mixture(mixture) => {
            let highest = mixture.parts.iter().map(|part| highest(&part.distribution));
            highest.collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::max)
        }
        _ => None,
    }
}

fn calendar_fault(calendar: &Calendar) -> Option<&'static str> {
    if calendar.shifts.is_empty() {
        return Some("there is no shift");
    }
    if calendar.utc_offset_minutes.abs() > 14 * 60 {
        return Some("the distance from UTC is more than 14 hours");
    }
    let is_bad = |shift: &crate::domain::plan::Shift| {
        !(1..=7).contains(&shift.weekday) || shift.from_minute >= shift.to_minute || shift.to_minute > 1_440
    };
    calendar.shifts.iter().any(is_bad).then_some("a shift has no such weekday, or ends before it begins")
}
