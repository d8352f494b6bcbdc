//! How results are written: rounded by how sure they are, with the unit in words.
//!
//! The plain figures come from [`crate::domain::figures`]; here is what needs to know how sure a figure is.

pub(crate) use crate::domain::figures::{
    capitalise, count, counted, duration_unit, list, minor_digits, money_with, percent, plural, quantity,
    round, sentence, short_number, uncapitalise,
};
use crate::domain::plan::{Node, Plan};
use crate::domain::quantity::Unit;
use crate::domain::run::Estimate;

/// A figure in its unit, with no more digits than its half width bears out; a plain rounding without one.
pub(crate) fn measured(unit: &Unit, value: f64, half_width: Option<f64>) -> String {
    match unit {
        Unit::Share => share(value, half_width),
        Unit::Milliseconds => {
            let (unit_ms, _) = duration_unit(value);
            let rounded = to_place(value / unit_ms, half_width.map(|half| half / unit_ms), 0.1);
            with_noun(value, &short_number(rounded, 1))
        }
        Unit::Money(money) => {
            let is_sure = half_width.is_none_or(|half| half < 0.5) && value.abs() < 1_000.0;
            let decimals = if is_sure { minor_digits(&money.currency) } else { 0 };
            money_with(value, &money.currency, decimals)
        }
        Unit::Count | Unit::Score => short_number(to_place(value, half_width, 0.1), 1),
        Unit::Other(other) => {
            let shown = short_number(to_place(value, half_width, 0.1), 1);
            if shown == "1" {
                format!("1 {}", other.name)
            } else {
                format!("{shown} {}", plural(&other.name))
            }
        }
    }
}

/// Half the width of the interval, where there is one.
pub(crate) fn half_width(estimate: &Estimate) -> Option<f64> {
    estimate.low.zip(estimate.high).map(|(low, high)| (high - low).abs() / 2.0)
}

/// A difference without its sign: shares in points, all else in its unit.
pub(crate) fn difference(unit: &Unit, value: f64, half_width: Option<f64>) -> String {
    match unit {
        Unit::Share => {
            let points = to_place(value.abs() * 100.0, half_width.map(|half| half * 100.0), 0.1);
            let shown = short_number(points, 1);
            if shown == "1" { "1 point".to_owned() } else { format!("{shown} points") }
        }
        _ => measured(unit, value.abs(), half_width),
    }
}

/// Words of somebody else, in quotation marks and on one line. Marks inside become single ones.
pub(crate) fn quoted(text: &str) -> String {
    let mut is_open = false;
    let plain: String = text
        .chars()
        .filter(|character| !character.is_control() || character.is_whitespace())
        .map(|character| match character {
            '“' => '‘',
            '”' => '’',
            '`' => {
                is_open = !is_open;
                if is_open { '‘' } else { '’' }
            }
            _ if character.is_whitespace() => ' ',
            _ => character,
        })
        .collect();
    format!("“{}”", plain.trim().trim_end_matches('.'))
}

/// A node's title in quotation marks.
pub(crate) fn title(plan: &Plan, node: &crate::domain::id::NodeId) -> Option<String> {
    plan.nodes.iter().find(|known| known.id == *node).map(|known: &Node| quoted(&known.title))
}

fn share(value: f64, half_width: Option<f64>) -> String {
    let percentage = to_place(value * 100.0, half_width.map(|half| half * 100.0), 0.1);
    format!("{}%", short_number(percentage, 1))
}

/// Rounds to a power of ten that the half width bears out, never finer than `finest`, and never so coarse that
/// less than one digit is left. Without a half width two digits stay for small figures, none after the point for
/// large ones.
fn to_place(value: f64, half_width: Option<f64>, finest: f64) -> f64 {
    let size = value.abs();
    let wanted = match half_width {
        Some(half) => half * 2.0,
        None if size < 10.0 => finest,
        None => 1.0,
    };
    let mut place = finest;
    while place * 10.0 <= wanted && place * 10.0 <= size {
        place *= 10.0;
    }
    // Dividing by the inverse keeps 0.1 exact enough to print without a tail.
    if place < 1.0 { round(value, 1) } else { (value / place).round() * place }
}

fn with_noun(milliseconds: f64, shown: &str) -> String {
    let (_, noun) = duration_unit(milliseconds);
    if shown == "1" { format!("1 {noun}") } else { format!("{shown} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quantity::Currency;

    #[test]
    fn figures_are_no_finer_than_they_are_sure() {
        let check = |unit: &Unit, value: f64, half: Option<f64>, expect: &str| {
            assert_eq!(measured(unit, value, half), expect, "{value} ± {half:?}");
        };
        check(&Unit::Share, 0.873_12, Some(0.006), "87%");
        check(&Unit::Share, 0.873_12, Some(0.000_6), "87.3%");
        check(&Unit::Share, 0.873_12, Some(0.06), "90%");
        check(&Unit::Share, 0.031_2, Some(0.1), "3%");
        check(&Unit::Share, 0.031_2, None, "3.1%");
        check(&Unit::Share, 0.54, None, "54%");
        check(&Unit::Share, 1.0, Some(0.0), "100%");
        check(&Unit::Milliseconds, 5_412_000.0, Some(200_000.0), "1.5 hours");
        check(&Unit::Milliseconds, 50_000_000.0, Some(7_200_000.0), "14 hours");
        check(&Unit::Milliseconds, 3_600_000.0, None, "1 hour");
        let euro = Unit::Money(Currency { currency: "EUR".into() });
        check(&euro, 2.416, Some(0.01), "€2.42");
        check(&euro, 2.416, Some(0.8), "€2");
        check(&Unit::Count, 1_234.0, Some(40.0), "1,230");
        assert_eq!(difference(&Unit::Share, -0.061, Some(0.01)), "6 points");
        assert_eq!(difference(&Unit::Share, 0.01, Some(0.006)), "1 point");
        assert_eq!(quoted("Pay “now”.\u{1b}[1m"), "“Pay ‘now’.[1m”");
    }
}
