//! What a simulation is told about a model, whichever format it came from.

use std::collections::BTreeMap;

use super::NotKept;
use super::shape::Shape;
use crate::domain::plan::{Calendar, Shift};
use crate::domain::quantity::Distribution;
use crate::domain::step::BatchRule;
use crate::text::Moment;

/// Seconds as milliseconds.
pub(super) const SECONDS: f64 = 1_000.0;

/// Parameters by the ids of the model's elements. Times are in milliseconds.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    /// The format, for origins.
    pub format: &'static str,
    pub currency: Option<String>,
    pub cases: Option<u64>,
    pub start: Option<Moment>,
    pub arrival: Option<Distribution>,
    pub arrival_calendar: Option<Calendar>,
    pub resources: Vec<RawResource>,
    pub calendars: BTreeMap<String, Calendar>,
    /// Who can do a task, and how long it takes then.
    pub tasks: BTreeMap<String, Vec<(String, Distribution)>>,
    /// What one execution of a task costs.
    pub costs: BTreeMap<String, f64>,
    /// How the cases of a task are gathered.
    pub batches: BTreeMap<String, BatchRule>,
    pub flows: BTreeMap<String, f64>,
    /// Conditions of flows, in CEL.
    pub conditions: BTreeMap<String, String>,
    pub events: BTreeMap<String, Distribution>,
    pub attributes: Vec<RawAttribute>,
    pub not_kept: Vec<NotKept>,
}

#[derive(Debug)]
pub(super) struct RawResource {
    pub id: String,
    pub title: String,
    pub amount: u32,
    pub cost_per_hour: f64,
    pub calendar: Option<String>,
}

/// Something that is known about each case.
#[derive(Debug)]
pub(super) struct RawAttribute {
    pub name: String,
    pub values: RawValues,
}

#[derive(Debug)]
pub(super) enum RawValues {
    /// Words and their weights.
    Words(Vec<(String, f64)>),
    Numbers(Distribution),
}

impl Parameters {
    pub(super) fn leave_out(&mut self, what: &str, id: &str, reason: &str, matters: bool) {
        self.not_kept.push(NotKept {
            what: what.to_owned(),
            id: id.to_owned(),
            reason: reason.to_owned(),
            matters,
        });
    }
}

const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// The shifts of a rule like `MONDAY` to `FRIDAY`, `09:00:00` to `17:00:00`; nothing where it cannot be read.
///
/// Hours that end before they begin go on until the next day.
pub(super) fn shifts(from_day: &str, to_day: &str, from: &str, to: &str) -> Option<Vec<Shift>> {
    let day = |name: &str| DAYS.iter().position(|day| day.eq_ignore_ascii_case(name.trim()));
    let (first, last) = (day(from_day)?, day(to_day)?);
    let (from, to) = (minute(from, false)?, minute(to, true)?);
    let to = if to == 0 { 1_440 } else { to };
    let count = (last + 7 - first) % 7 + 1;
    let mut list = Vec::new();
    for number in 0..count {
        let weekday = |day: usize| u8::try_from((first + day) % 7 + 1).unwrap_or(1);
        if from < to {
            list.push(Shift { weekday: weekday(number), from_minute: from, to_minute: to });
        } else {
            list.push(Shift { weekday: weekday(number), from_minute: from, to_minute: 1_440 });
            list.push(Shift { weekday: weekday(number + 1), from_minute: 0, to_minute: to });
        }
    }
    list.retain(|shift| shift.from_minute < shift.to_minute);
    Some(list)
}

/// The minute of the day of a clock time. Seconds at the end of a shift count as a whole minute.
fn minute(text: &str, round_up: bool) -> Option<u16> {
    let clock = text.split(['+', 'Z']).next()?.trim();
    let mut parts = clock.split(':');
    let hour: u16 = parts.next()?.trim().parse().ok()?;
    let minute: u16 = parts.next()?.trim().parse().ok()?;
    let second: f64 = parts.next().map_or(Ok(0.0), str::parse).ok()?;
    if hour > 24 || minute > 59 || !(0.0..61.0).contains(&second) {
        return None;
    }
    Some((hour * 60 + minute + u16::from(round_up && second > 0.0)).min(1_440))
}

/// A duration as ISO 8601 writes it, for example `PT15M`, in milliseconds.
pub(super) fn iso_duration(text: &str) -> Option<f64> {
    let rest = text.trim().strip_prefix('P')?;
    let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut total = 0.0;
    let mut any = false;
    for (part, units) in [
        (date, &[('Y', 31_557_600.0), ('M', 2_629_800.0), ('W', 604_800.0), ('D', 86_400.0)][..]),
        (time, &[('H', 3_600.0), ('M', 60.0), ('S', 1.0)][..]),
    ] {
        let mut digits = String::new();
        for letter in part.chars() {
            if letter.is_ascii_digit() || letter == '.' {
                digits.push(letter);
                continue;
            }
            let (_, seconds) = units.iter().find(|(unit, _)| *unit == letter)?;
            total += digits.parse::<f64>().ok()? * seconds;
            digits.clear();
            any = true;
        }
        if !digits.is_empty() {
            return None;
        }
    }
    any.then_some(total * SECONDS)
}

/// A distribution of Prosimos by name and parameters, in milliseconds; nothing where it is not known.
///
/// `is_scipy` says that the parameters stand as SciPy orders them, with two bounds behind them or none; otherwise they
/// are mean, variance or deviation, and bounds.
pub(super) fn distribution(name: &str, given: &[f64], is_scipy: bool) -> Option<Distribution> {
    let at = |place: usize| given.get(place).copied();
    let bounds = |place: usize| (at(place), at(place + 1));
    let (shape, (low, high)) = match (name.to_ascii_lowercase().as_str(), given.len()) {
        ("fix" | "fixed", 1..) => (Shape::Fixed(at(0)?), (None, None)),
        ("default", 1..) => (Shape::Fixed(at(0)?), (None, None)),
        ("expon", 2 | 4) => (Shape::Exponential { start: at(0)?, mean: at(1)? }, bounds(2)),
        ("expon", 3) => {
            let (mean, start) = (at(0)?, at(1)?);
            let tail = if mean > start { mean - start } else { mean };
            (Shape::Exponential { start, mean: tail }, (Some(start), at(2)))
        }
        ("expon", 1) => (Shape::Exponential { start: 0.0, mean: at(0)? }, (None, None)),
        ("norm", 2..) => (Shape::Normal { mean: at(0)?, deviation: at(1)? }, bounds(2)),
        ("uniform", 2) if !is_scipy => (Shape::Uniform { low: at(0)?, high: at(1)? }, (None, None)),
        ("uniform", 2..) => (Shape::Uniform { low: at(0)?, high: at(0)? + at(1)? }, bounds(2)),
        ("triang", 3) if !is_scipy => {
            (Shape::Triangular { low: at(1)?, mode: at(0)?, high: at(2)? }, (None, None))
        }
        ("triang", 3..) => {
            let (low, width) = (at(1)?, at(2)?);
            (Shape::Triangular { low, mode: low + at(0)? * width, high: low + width }, bounds(3))
        }
        ("lognorm", 2 | 4) => (Shape::lognormal(at(0)?, at(1)?), bounds(2)),
        ("lognorm", 3 | 5) => {
            let shape = Shape::Lognormal { start: at(1)?, location: libm::log(at(2)?), deviation: at(0)? };
            (shape, bounds(3))
        }
        ("gamma", 2 | 4) => (Shape::gamma(at(0)?, at(1)?), bounds(2)),
        ("gamma", 3 | 5) => (Shape::Gamma { start: at(1)?, shape: at(0)?, scale: at(2)? }, bounds(3)),
        ("exponnorm", 3 | 5) => {
            let (mean, deviation) = (at(1)?, at(2)?);
            (Shape::NormalAndExponential { mean, deviation, tail: at(0)? * deviation }, bounds(3))
        }
        _ => return None,
    };
    let found = shape.within(low, high, SECONDS);
    found.check().is_ok().then_some(found)
}
