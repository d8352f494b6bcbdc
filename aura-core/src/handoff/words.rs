//! Numbers, times and names as people write them, the same in every file of the folder.

use crate::domain::plan::Assumption;
use crate::domain::provenance::{Origin, Quote, TextSource};
use crate::domain::quantity::{Distribution, Quantity, Unit};
use crate::domain::run::Estimate;

const SECOND_MS: f64 = 1_000.0;
const MINUTE_MS: f64 = 60.0 * SECOND_MS;
const HOUR_MS: f64 = 60.0 * MINUTE_MS;
const DAY_MS: f64 = 24.0 * HOUR_MS;

/// A text on one line, without space at its ends and without double spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text on one line, cut at a word with `…` where it is longer than `longest` characters.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= longest {
        return line;
    }
    let mut short = String::new();
    for word in line.split(' ') {
        if short.chars().count() + word.chars().count() + 1 >= longest {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = line.chars().take(longest.saturating_sub(1)).collect();
    }
    short.push('…');
    short
}

/// A text with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// A text with a small letter at its beginning, unless its first word looks like a name or an abbreviation.
pub(super) fn lowered(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next();
    let is_name = characters.clone().next().is_some_and(|second| second.is_uppercase() || second == '-')
        || text.starts_with("I ");
    match first {
        Some(first) if !is_name => first.to_lowercase().chain(characters).collect(),
        _ => text.to_owned(),
    }
}

/// A text as a sentence: a capital first, a full stop last.
pub(super) fn sentence(text: &str) -> String {
    let text = capitalised(&one_line(text));
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':']) { text } else { text + "." }
}

/// A list in words: `a`, `a and b`, `a, b and c`.
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [firsts @ .., last] => {
            let firsts: Vec<&str> = firsts.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", firsts.join(", "), last.as_ref())
        }
    }
}

/// `1 step`, `2 steps`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{} {noun}s", grouped(count as f64)) }
}

/// A whole number with a comma between groups of three.
pub(super) fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0.0 && digits != "0" { format!("-{text}") } else { text }
}

/// A number with as many decimals as help: none from 100, one from 10, two below, without zeros at the end.
pub(super) fn number(value: f64) -> String {
    let size = value.abs();
    if size >= 100.0 {
        return grouped(value);
    }
    let text = if size >= 10.0 {
        format!("{value:.1}")
    } else if size >= 0.01 || size == 0.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    };
    trimmed(&text)
}

/// A share as a percentage.
pub(super) fn percent(share: f64) -> String {
    let value = share * 100.0;
    let size = value.abs();
    let text = if size >= 10.0 || size == 0.0 {
        format!("{value:.1}")
    } else if size >= 0.1 {
        format!("{value:.2}")
    } else {
        format!("{value:.3}")
    };
    format!("{} %", trimmed(&text))
}

/// Milliseconds in the largest fitting unit of time.
pub(super) fn duration(milliseconds: f64) -> String {
    let size = milliseconds.abs();
    if size == 0.0 {
        return "0 s".to_owned();
    }
    let (value, unit) = if size < SECOND_MS {
        (milliseconds, "ms")
    } else if size < MINUTE_MS {
        (milliseconds / SECOND_MS, "s")
    } else if size < HOUR_MS {
        (milliseconds / MINUTE_MS, "min")
    } else if size < 2.0 * DAY_MS {
        (milliseconds / HOUR_MS, "h")
    } else {
        (milliseconds / DAY_MS, "days")
    };
    let decimals = if value.abs() >= 10.0 { 0 } else { 1 };
    format!("{} {unit}", trimmed(&format!("{value:.decimals$}")))
}

/// An amount with its unit.
pub(super) fn amount(value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Share => percent(value),
        Unit::Count => number(value),
        Unit::Milliseconds => duration(value),
        Unit::Money(currency) => format!("{} {}", money(value), currency.currency),
        Unit::Other(other) => format!("{} {}", number(value), other.name),
        _ => number(value),
    }
}

/// An amount with its unit and its sign.
pub(super) fn signed(value: f64, unit: &Unit) -> String {
    let text = match unit {
        Unit::Share => format!("{} points", percent(value).trim_end_matches(" %")),
        other => amount(value, other),
    };
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A quantity in words.
pub(super) fn quantity(quantity: &Quantity) -> String {
    amount(quantity.amount, &quantity.unit)
}

/// A figure with its interval, where there is one: `12 % (11 % to 13 %)`.
pub(super) fn estimate(figure: &Estimate, unit: &Unit) -> String {
    let value = amount(figure.value, unit);
    match (figure.low, figure.high) {
        (Some(low), Some(high)) => format!("{value} ({} to {})", amount(low, unit), amount(high, unit)),
        _ => value,
    }
}

/// The name of a unit for machines.
pub(super) fn unit_name(unit: &Unit) -> String {
    match unit {
        Unit::Share => "share".to_owned(),
        Unit::Count => "count".to_owned(),
        Unit::Milliseconds => "milliseconds".to_owned(),
        Unit::Money(currency) => currency.currency.clone(),
        Unit::Score => "score".to_owned(),
        Unit::Other(other) => other.name.clone(),
    }
}

/// The mean of an assumption's value; `None` where it has none.
pub(super) fn mean(value: &Distribution) -> Option<f64> {
    let mean = match value {
        Distribution::Fixed(fixed) => fixed.value,
        Distribution::Uniform(range) => (range.low + range.high) / 2.0,
        Distribution::Triangular(range) => (range.low + range.mode + range.high) / 3.0,
        Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both) => both.mean,
        Distribution::Exponential(only) => only.mean,
        Distribution::Weibull(both) => both.scale * libm::tgamma(1.0 + 1.0 / both.shape),
        Distribution::Beta(range) => {
            range.low + (range.high - range.low) * range.alpha / (range.alpha + range.beta)
        }
        Distribution::Pareto(both) if both.shape > 1.0 => both.scale * both.shape / (both.shape - 1.0),
        Distribution::Pareto(_) => return None,
        Distribution::Empirical(list) => {
            let total: f64 = list.weights.iter().sum();
            let sum: f64 = list.values.iter().zip(&list.weights).map(|(value, weight)| value * weight).sum();
            sum / total
        }
    };
    mean.is_finite().then_some(mean)
}

/// The value of an assumption in words: its mean, and its shape where it varies.
pub(super) fn assumed_value(assumption: &Assumption) -> String {
    let shape = match &assumption.value {
        Distribution::Fixed(_) => "",
        Distribution::Uniform(_) => ", uniform",
        Distribution::Triangular(_) => ", triangular",
        Distribution::Normal(_) => ", normal",
        Distribution::Lognormal(_) => ", lognormal",
        Distribution::Exponential(_) => ", exponential",
        Distribution::Gamma(_) => ", gamma",
        Distribution::Weibull(_) => ", Weibull",
        Distribution::Beta(_) => ", beta",
        Distribution::Pareto(_) => ", Pareto",
        Distribution::Empirical(_) => ", from a list",
    };
    match mean(&assumption.value) {
        Some(mean) if shape.is_empty() => amount(mean, &assumption.unit),
        Some(mean) => format!("{} on average{shape}", amount(mean, &assumption.unit)),
        None => format!("no finite mean{shape}"),
    }
}

/// Where a statement comes from, in one sentence, with the user's words where they were said.
pub(super) fn origin_sentence(origin: &Origin) -> String {
    match origin {
        Origin::Stated(stated) => format!("Stated: {}.", quotes(&stated.quotes)),
        Origin::Inferred(inferred) if inferred.quotes.is_empty() => {
            format!("Inferred: {}", sentence(&inferred.reason))
        }
        Origin::Inferred(inferred) => {
            format!("Inferred: {} From {}.", sentence(&inferred.reason), quotes(&inferred.quotes))
        }
        Origin::Assumed(assumed) => match &assumed.source {
            Some(source) => format!("Assumed: {} Source: {}", sentence(&assumed.reason), sentence(source)),
            None => format!("Assumed: {}", sentence(&assumed.reason)),
        },
        Origin::Measured(measured) => format!(
            "Measured: {} of {}, {}.",
            measured.method,
            measured.data,
            counted(measured.observations as usize, "observation")
        ),
        Origin::Answered(answered) => {
            format!("Answered: “{}” to question {}.", one_line(&answered.answer), answered.question)
        }
    }
}

/// The same without the word that says which kind of origin it is.
pub(super) fn origin_reason(origin: &Origin) -> String {
    let sentence = origin_sentence(origin);
    match sentence.split_once(": ") {
        Some((_, reason)) => capitalised(reason),
        None => sentence,
    }
}

fn quotes(quotes: &[Quote]) -> String {
    let quoted: Vec<String> = quotes
        .iter()
        .map(|quote| {
            let source = match quote.source {
                TextSource::Edit => " (an edit)",
                TextSource::Answer => " (an answer)",
                _ => "",
            };
            format!("“{}”{source}", shortened(&quote.text, 160))
        })
        .collect();
    if quoted.is_empty() { "in the goal".to_owned() } else { list(&quoted) }
}

fn money(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 {
        "0".to_owned()
    } else if size >= 1_000.0 {
        grouped(value)
    } else if size < 0.01 && size > 0.0 {
        trimmed(&format!("{value:.4}"))
    } else {
        format!("{value:.2}")
    }
}

fn trimmed(text: &str) -> String {
    if !text.contains('.') {
        return text.to_owned();
    }
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        let check = |made: String, expect: &str| assert_eq!(made, expect);
        check(percent(0.12345), "12.3 %");
        check(percent(0.5), "50 %");
        check(percent(0.002), "0.2 %");
        check(duration(850.0), "850 ms");
        check(duration(90_000.0), "1.5 min");
        check(duration(3.0 * DAY_MS), "3 days");
        check(grouped(1_234_567.0), "1,234,567");
        check(number(3.14159), "3.14");
        check(list(&["a", "b", "c"]), "a, b and c");
        check(shortened("one two three four", 10), "one two…");
        check(sentence("pay now"), "Pay now.");
        check(lowered("Enter the card"), "enter the card");
        check(lowered("SMS is sent"), "SMS is sent");
        check(signed(0.021, &Unit::Share), "+2.1 points");
    }
}
