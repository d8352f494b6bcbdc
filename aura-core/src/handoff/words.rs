//! Numbers, times and names as people write them, the same in every file of the folder.

use crate::domain::figures;
use crate::domain::plan::Assumption;
use crate::domain::provenance::{Origin, Quote, TextSource};
use crate::domain::quantity::{Distribution, Quantity, Unit};
use crate::domain::run::Estimate;

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
    figures::capitalise(text)
}

/// A text with a small letter at its beginning, unless its first word is an abbreviation.
pub(super) fn lowered(text: &str) -> String {
    figures::uncapitalise(text)
}

/// A text as a sentence on one line: a capital first, a full stop last.
pub(super) fn sentence(text: &str) -> String {
    let text = one_line(text);
    match text.chars().last() {
        None => text,
        Some('…' | ':') => capitalised(&text),
        Some(_) => figures::sentence(&text),
    }
}

/// A list in words: `a`, `a and b`, `a, b and c`.
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    figures::list(items)
}

/// `1 step`, `2 steps`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    figures::counted(count as u64, noun)
}

/// A whole number with a comma between groups of three.
pub(super) fn grouped(number: f64) -> String {
    figures::short_number(number, 0)
}

/// A number with as many decimals as help: none from 100, one from 10, two below.
pub(super) fn number(value: f64) -> String {
    figures::short_number(value, decimals(value.abs()))
}

/// A share as a percentage, with more decimals where it is small.
pub(super) fn percent(share: f64) -> String {
    let size = (share * 100.0).abs();
    figures::percent(
        share,
        if size >= 1.0 || size == 0.0 {
            1
        } else if size >= 0.1 {
            2
        } else {
            3
        },
    )
}

/// Milliseconds in the largest fitting unit of time.
pub(super) fn duration(milliseconds: f64) -> String {
    figures::duration(milliseconds)
}

/// An amount with its unit.
pub(super) fn amount(value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Share => percent(value),
        Unit::Count | Unit::Score => number(value),
        Unit::Money(currency) if value != 0.0 && value.abs() < 0.01 => {
            figures::money_with(value, &currency.currency, 4)
        }
        _ => figures::quantity(&Quantity::new(value, unit.clone())),
    }
}

/// An amount with its unit and its sign.
pub(super) fn signed(value: f64, unit: &Unit) -> String {
    let text = match unit {
        Unit::Share => format!("{} points", percent(value).trim_end_matches('%')),
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
        Distribution::Mixture(_) => ", one of several kinds",
    };
    let mean = amount(assumption.value.mean(), &assumption.unit);
    match &assumption.value {
        Distribution::Fixed(_) => mean,
        Distribution::Pareto(both) if both.shape <= 1.0 => format!("{mean} in the middle{shape}"),
        _ => format!("{mean} on average{shape}"),
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

fn decimals(size: f64) -> usize {
    match size {
        _ if size >= 100.0 => 0,
        _ if size >= 10.0 => 1,
        _ if size >= 0.01 || size == 0.0 => 2,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quantity::Currency;

    #[test]
    fn numbers_read_as_people_write_them() {
        let check = |made: String, expect: &str| assert_eq!(made, expect);
        check(percent(0.12345), "12.3%");
        check(percent(0.5), "50%");
        check(percent(0.0015), "0.15%");
        check(number(2.54159), "2.54");
        check(number(1_234_567.0), "1,234,567");
        check(amount(0.002, &Unit::Money(Currency { currency: "EUR".to_owned() })), "€0.0020");
        check(shortened("one two three four", 10), "one two…");
        check(sentence("pay\n now"), "Pay now.");
        check(signed(0.021, &Unit::Share), "+2.1 points");
    }
}
