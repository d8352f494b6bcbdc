//! How figures are written for people: counts, percentages, durations, money, lists, singular and plural.
//!
//! English, the same on every machine: `,` between thousands, `.` before decimals, rounding half away from
//! zero. Nothing here rounds by how sure a figure is; who knows that passes the number of decimals.

use super::quantity::{Quantity, Unit};

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// A whole number, for example `12,345`.
///
/// # Example
/// ```
/// use aura_core::domain::figures;
/// assert_eq!(figures::count(12_345), "12,345");
/// assert_eq!(figures::counted(1, "case"), "1 case");
/// assert_eq!(figures::duration(5_400_000.0), "1.5 hours");
/// assert_eq!(figures::percent(0.1234, 1), "12.3%");
/// assert_eq!(figures::money(1234.5, "EUR"), "€1,234.50");
/// ```
pub fn count(number: u64) -> String {
    group_thousands(&number.to_string())
}

/// A count with its noun, for example `1 case` or `2,000 cases`.
pub fn counted(number: u64, singular: &str) -> String {
    if number == 1 { format!("1 {singular}") } else { format!("{} {}", count(number), plural(singular)) }
}

/// The plural of an English noun phrase; its last word changes.
pub fn plural(singular: &str) -> String {
    let (before, last) = match singular.rsplit_once(' ') {
        Some((before, last)) => (format!("{before} "), last),
        None => (String::new(), singular),
    };
    let irregular = match last {
        "person" => Some("people"),
        "child" => Some("children"),
        "man" => Some("men"),
        "woman" => Some("women"),
        "staff" | "money" | "information" | "data" => Some(last),
        _ => None,
    };
    if let Some(form) = irregular {
        return format!("{before}{form}");
    }
    if let Some(stem) = last.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
        && !stem.is_empty()
    {
        return format!("{before}{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|ending| last.ends_with(ending));
    format!("{before}{last}{}", if hissing { "es" } else { "s" })
}

/// A number with a fixed number of decimals (at most 9) and `,` between thousands.
pub fn number(value: f64, decimals: usize) -> String {
    let rounded = round(value, decimals);
    let text = format!("{rounded:.*}", decimals.min(9));
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) if rounded != 0.0 => ("-", digits),
        Some(digits) => ("", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let dot = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{dot}{fraction}", group_thousands(whole))
}

/// A number without decimals that say nothing: as [`number`], but `2.50` is `2.5` and `2.0` is `2`.
pub fn short_number(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A share as a percentage, for example `12.3%`. `decimals` counts those of the percentage.
pub fn percent(share: f64, decimals: usize) -> String {
    format!("{}%", short_number(share * 100.0, decimals))
}

/// A duration in the largest unit that fits, with at most two digits that matter, for example `1.5 hours`.
pub fn duration(milliseconds: f64) -> String {
    let (unit_ms, _) = duration_unit(milliseconds);
    duration_with(milliseconds, if milliseconds.abs() / unit_ms < 9.95 { 1 } else { 0 })
}

/// A duration in the largest unit that fits, with this many decimals at most.
pub fn duration_with(milliseconds: f64, decimals: usize) -> String {
    let (unit_ms, unit) = duration_unit(milliseconds);
    let text = short_number(milliseconds / unit_ms, decimals);
    if text == "1" { format!("1 {unit}") } else { format!("{text} {unit}s") }
}

/// The unit in which [`duration`] writes, as its length in milliseconds and its singular.
pub fn duration_unit(milliseconds: f64) -> (f64, &'static str) {
    let size = milliseconds.abs();
    match size {
        _ if size >= 2.0 * DAY => (DAY, "day"),
        _ if size >= HOUR => (HOUR, "hour"),
        _ if size >= MINUTE => (MINUTE, "minute"),
        _ if size >= SECOND || size == 0.0 => (SECOND, "second"),
        _ => (1.0, "millisecond"),
    }
}

/// An amount of money in major units, with the sign of well-known currencies and the code of others.
pub fn money(amount: f64, currency: &str) -> String {
    money_with(amount, currency, minor_digits(currency))
}

/// An amount of money with this many decimals.
pub fn money_with(amount: f64, currency: &str, decimals: usize) -> String {
    let sign = if amount < 0.0 && round(amount, decimals) != 0.0 { "-" } else { "" };
    let digits = number(amount.abs(), decimals);
    match currency {
        "EUR" => format!("{sign}€{digits}"),
        "USD" => format!("{sign}${digits}"),
        "GBP" => format!("{sign}£{digits}"),
        "JPY" => format!("{sign}¥{digits}"),
        "INR" => format!("{sign}₹{digits}"),
        other => format!("{sign}{digits} {other}"),
    }
}

/// How many decimals a currency has (ISO 4217): 2 for most, 0 or 3 for some.
pub fn minor_digits(currency: &str) -> usize {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "XAF" | "XOF" | "UGX" | "PYG" => 0,
        "KWD" | "BHD" | "OMR" | "JOD" | "TND" | "IQD" | "LYD" => 3,
        _ => 2,
    }
}

/// Money given in minor units (cents) in major units.
pub fn from_minor(amount: i64, currency: &str) -> f64 {
    let divisor = match minor_digits(currency) {
        0 => 1.0,
        3 => 1_000.0,
        _ => 100.0,
    };
    amount as f64 / divisor
}

/// An amount with its unit, as precisely as people usually say it.
pub fn quantity(quantity: &Quantity) -> String {
    let amount = quantity.amount;
    match &quantity.unit {
        Unit::Share => percent(amount, if amount.abs() < 0.1 { 1 } else { 0 }),
        Unit::Count => short_number(amount, usize::from(amount.abs() < 10.0)),
        Unit::Milliseconds => duration(amount),
        Unit::Money(unit) => money(amount, &unit.currency),
        Unit::Score => short_number(amount, 1),
        Unit::Other(unit) => {
            let text = short_number(amount, usize::from(amount.abs() < 10.0));
            if text == "1" { format!("1 {}", unit.name) } else { format!("{text} {}", plural(&unit.name)) }
        }
    }
}

/// A probability for experts: what is smaller than any number can be is said to be, rather than 0.
///
/// # Example
/// ```
/// use aura_core::domain::figures;
/// assert_eq!((figures::probability(0.025), figures::probability(0.0)), ("2.5e-2".into(), "below 1e-307".into()));
/// ```
pub fn probability(value: f64) -> String {
    if value == 0.0 { "below 1e-307".to_owned() } else { format!("{value:e}") }
}

/// Items in a row: `a`, `a and b`, `a, b and c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text with its first letter as a capital.
pub fn capitalise(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The text with a small first letter, unless its first word is an abbreviation or `I`.
pub fn uncapitalise(text: &str) -> String {
    let first_word = text.split_whitespace().next().unwrap_or_default();
    let capitals = first_word.chars().filter(|character| character.is_uppercase()).count();
    if capitals != 1 || first_word == "I" || first_word.starts_with("I'") {
        return text.to_owned();
    }
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The text as a sentence: a capital first, one stop at the end.
pub fn sentence(text: &str) -> String {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return String::new();
    }
    let stop = if trimmed.ends_with(['.', '!', '?', '…', ':']) { "" } else { "." };
    format!("{}{stop}", capitalise(trimmed))
}

/// The value with this many decimals (at most 9), half away from zero.
pub fn round(value: f64, decimals: usize) -> f64 {
    let factor: f64 = std::iter::repeat_n(10.0, decimals.min(9)).product();
    (value * factor).round() / factor
}

fn group_thousands(digits: &str) -> String {
    let mut grouped = String::new();
    let length = digits.len();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (length - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        let check = |shown: String, expect: &str| assert_eq!(shown, expect);
        check(count(0), "0");
        check(count(999), "999");
        check(count(1_234_567), "1,234,567");
        check(number(-1234.567, 1), "-1,234.6");
        check(number(-0.01, 1), "0.0");
        check(short_number(2.50, 2), "2.5");
        check(short_number(1_200.0, 0), "1,200");
        check(percent(0.5, 1), "50%");
        check(percent(0.004_2, 1), "0.4%");
    }

    #[test]
    fn durations_take_the_fitting_unit() {
        let check = |milliseconds: f64, expect: &str| assert_eq!(duration(milliseconds), expect);
        check(0.0, "0 seconds");
        check(250.0, "250 milliseconds");
        check(1_000.0, "1 second");
        check(90_000.0, "1.5 minutes");
        check(86_400_000.0, "24 hours");
        check(3.0 * 86_400_000.0, "3 days");
        check(59_600.0, "60 seconds");
        check(3_600_000.0, "1 hour");
    }

    #[test]
    fn nouns_and_money_agree() {
        let check = |shown: String, expect: &str| assert_eq!(shown, expect);
        check(counted(1, "case"), "1 case");
        check(counted(2, "delivery address"), "2 delivery addresses");
        check(plural("category"), "categories");
        check(plural("day"), "days");
        check(money(-3.5, "USD"), "-$3.50");
        check(money(1200.0, "JPY"), "¥1,200");
        check(money(7.0, "CHF"), "7.00 CHF");
        check(list(&["a", "b", "c"]), "a, b and c");
        check(uncapitalise("The card"), "the card");
        check(uncapitalise("SMS is late"), "SMS is late");
        check(sentence("it works"), "It works.");
    }
}
