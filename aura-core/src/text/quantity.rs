//! Numbers, money, shares, durations, counts and dates in a sentence, with how they are compared.

use super::lemma::noun_singular;
use super::span::Span;
use super::tag::Tag;
use super::token::{Sentence, TokenKind};

/// What a quantity measures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuantityKind {
    /// A bare number.
    Number,
    /// A share in percent: 20 % has the value 20.
    Percent,
    /// Money in whole units of a currency.
    Money {
        /// ISO 4217 code.
        currency: String,
    },
    /// A stretch of time; the value is in milliseconds. A month counts 30 days, a year 365.
    Duration {
        /// Whether only working time is meant (`business days`).
        working: bool,
    },
    /// So many of something.
    Count {
        /// What is counted, in the singular.
        noun: String,
    },
    /// A date or time of day, kept as it was written; the value is 0.
    Date,
}

/// How a quantity is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Comparator {
    /// Nothing is said.
    Exactly,
    /// This much or more.
    AtLeast,
    /// More than this.
    MoreThan,
    /// This much or less, also `within` and `up to`.
    AtMost,
    /// Less than this.
    LessThan,
    /// Roughly this.
    About,
    /// Between the value and `upper`.
    Between,
    /// From the value, where it is now, to `upper`.
    FromTo,
    /// A change by this much.
    By,
    /// A change to this much.
    To,
}

/// One quantity with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where number and unit stand, with what compares them.
    pub span: Span,
    /// First and last token of number and unit, without what compares them.
    pub tokens: (usize, usize),
    /// What it measures.
    pub kind: QuantityKind,
    /// How it is compared.
    pub comparator: Comparator,
    /// The amount, in the unit of the kind.
    pub value: f64,
    /// The second amount of a range or change.
    pub upper: Option<f64>,
    /// The time that a rate refers to (`per day`), in milliseconds.
    pub per_ms: Option<u64>,
}

/// The quantities of a sentence, left to right.
///
/// # Example
/// ```
/// use aura_core::text::{Comparator, QuantityKind, analyse, quantities};
/// let blocks = analyse("Answer within 2 hours and cut costs by 15 %.");
/// let found = quantities(&blocks[0].sentences[0]);
/// assert_eq!((found[0].comparator, found[0].value), (Comparator::AtMost, 7_200_000.0));
/// assert_eq!((found[1].comparator, &found[1].kind), (Comparator::By, &QuantityKind::Percent));
/// ```
pub fn quantities(sentence: &Sentence) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(read) = read_quantity(sentence, at) else {
            at += 1;
            continue;
        };
        at = read.tokens.1 + 1;
        match found.last_mut().and_then(|first| range(sentence, first, &read).map(|joined| (first, joined))) {
            Some((first, joined)) => *first = joined,
            None => found.push(read),
        }
    }
    found
}

/// Milliseconds of one unit of time, and whether the word is one.
pub(super) fn unit_ms(word: &str) -> Option<u64> {
    Some(match word {
        "ms" | "millisecond" | "milliseconds" => 1,
        "s" | "sec" | "secs" | "second" | "seconds" => 1_000,
        "min" | "mins" | "minute" | "minutes" => 60_000,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600_000,
        "d" | "day" | "days" => 86_400_000,
        "week" | "weeks" | "wk" | "wks" => 7 * 86_400_000,
        "month" | "months" => 30 * 86_400_000,
        "quarter" | "quarters" => 91 * 86_400_000,
        "year" | "years" | "yr" | "yrs" => 365 * 86_400_000,
        _ => return None,
    })
}

fn read_quantity(sentence: &Sentence, at: usize) -> Option<Quantity> {
    if let Some(last) = date_at(sentence, at) {
        return Some(finish(sentence, (at, last), QuantityKind::Date, 0.0, None));
    }
    let (currency, first) = match currency_sign(sentence.word(at)) {
        Some(code) if sentence.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Number) => {
            (Some(code), at + 1)
        }
        _ => (None, at),
    };
    let (mut value, mut last) = number_at(sentence, first)?;
    if let Some(factor) = multiplier(sentence, last + 1) {
        value *= factor;
        last += 1;
    }
    let sign = currency.or_else(|| currency_word(sentence.word(last + 1)));
    if let Some(code) = sign {
        last += usize::from(currency.is_none());
        let kind = QuantityKind::Money { currency: code.to_owned() };
        return Some(finish(sentence, (at, last), kind, value, per_at(sentence, last + 1)));
    }
    if matches!(sentence.word(last + 1), "%" | "percent" | "pct" | "percentage") {
        last += 1;
        if matches!(sentence.word(last + 1), "point" | "points") {
            last += 1;
        }
        return Some(finish(sentence, (at, last), QuantityKind::Percent, value, None));
    }
    let mut unit = last + 1;
    if sentence.word(unit) == "-" {
        unit += 1;
    }
    let working = matches!(sentence.word(unit), "business" | "working" | "work");
    unit += usize::from(working);
    if let Some(length) = unit_ms(sentence.word(unit)) {
        let kind = QuantityKind::Duration { working };
        return Some(finish(sentence, (at, unit), kind, value * length as f64, None));
    }
    let noun = (last + 1..last + 4).find(|index| sentence.tag(*index) != Tag::Adjective);
    match noun.filter(|index| sentence.tag(*index).is_noun() && sentence.word(last + 1) != "-") {
        Some(index) => {
            let end =
                (index..index + 3).take_while(|next| sentence.tag(*next).is_noun()).last().unwrap_or(index);
            let kind = QuantityKind::Count { noun: noun_singular(sentence.word(end)) };
            Some(finish(sentence, (at, end), kind, value, per_at(sentence, end + 1)))
        }
        None => Some(finish(sentence, (at, last), QuantityKind::Number, value, per_at(sentence, last + 1))),
    }
}

fn finish(
    sentence: &Sentence,
    mut tokens: (usize, usize),
    kind: QuantityKind,
    value: f64,
    per: Option<(usize, u64)>,
) -> Quantity {
    if let Some((last, _)) = per {
        tokens.1 = last;
    }
    let (mut comparator, from) = comparator_before(sentence, tokens.0);
    let mut to = tokens.1;
    for (words, after) in COMPARATORS_AFTER {
        if sentence.stands_at(tokens.1 + 1, words) {
            (comparator, to) = (*after, tokens.1 + words.len());
        }
    }
    Quantity {
        span: sentence.span_of(from, to),
        tokens,
        kind,
        comparator,
        value,
        upper: None,
        per_ms: per.map(|(_, length)| length),
    }
}

const COMPARATORS_AFTER: &[(&[&str], Comparator)] = &[
    (&["or", "more"], Comparator::AtLeast),
    (&["or", "above"], Comparator::AtLeast),
    (&["or", "higher"], Comparator::AtLeast),
    (&["+"], Comparator::AtLeast),
    (&["or", "less"], Comparator::AtMost),
    (&["or", "fewer"], Comparator::AtMost),
    (&["or", "below"], Comparator::AtMost),
    (&["at", "most"], Comparator::AtMost),
    (&["at", "least"], Comparator::AtLeast),
];

/// Longer ones first, so that `no more than` is not read as `more than`.
const COMPARATORS_BEFORE: &[(&[&str], Comparator)] = &[
    (&["no", "more", "than"], Comparator::AtMost),
    (&["not", "more", "than"], Comparator::AtMost),
    (&["no", "later", "than"], Comparator::AtMost),
    (&["no", "longer", "than"], Comparator::AtMost),
    (&["not", "exceed"], Comparator::AtMost),
    (&["maximum", "of"], Comparator::AtMost),
    (&["up", "to"], Comparator::AtMost),
    (&["at", "most"], Comparator::AtMost),
    (&["maximum"], Comparator::AtMost),
    (&["max"], Comparator::AtMost),
    (&["within"], Comparator::AtMost),
    (&["≤"], Comparator::AtMost),
    (&["<", "="], Comparator::AtMost),
    (&["no", "less", "than"], Comparator::AtLeast),
    (&["no", "fewer", "than"], Comparator::AtLeast),
    (&["not", "less", "than"], Comparator::AtLeast),
    (&["at", "least"], Comparator::AtLeast),
    (&["minimum", "of"], Comparator::AtLeast),
    (&["minimum"], Comparator::AtLeast),
    (&["≥"], Comparator::AtLeast),
    (&[">", "="], Comparator::AtLeast),
    (&["more", "than"], Comparator::MoreThan),
    (&["greater", "than"], Comparator::MoreThan),
    (&["higher", "than"], Comparator::MoreThan),
    (&["longer", "than"], Comparator::MoreThan),
    (&["larger", "than"], Comparator::MoreThan),
    (&["older", "than"], Comparator::MoreThan),
    (&["younger", "than"], Comparator::LessThan),
    (&["shorter", "than"], Comparator::LessThan),
    (&["over"], Comparator::MoreThan),
    (&["above"], Comparator::MoreThan),
    (&["exceeds"], Comparator::MoreThan),
    (&["exceeding"], Comparator::MoreThan),
    (&["exceed"], Comparator::MoreThan),
    (&[">"], Comparator::MoreThan),
    (&["less", "than"], Comparator::LessThan),
    (&["fewer", "than"], Comparator::LessThan),
    (&["lower", "than"], Comparator::LessThan),
    (&["under"], Comparator::LessThan),
    (&["below"], Comparator::LessThan),
    (&["<"], Comparator::LessThan),
    (&["about"], Comparator::About),
    (&["around"], Comparator::About),
    (&["roughly"], Comparator::About),
    (&["approximately"], Comparator::About),
    (&["approx."], Comparator::About),
    (&["nearly"], Comparator::About),
    (&["almost"], Comparator::About),
    (&["~"], Comparator::About),
    (&["by", "at", "least"], Comparator::By),
    (&["by"], Comparator::By),
    (&["to"], Comparator::To),
];

fn comparator_before(sentence: &Sentence, first: usize) -> (Comparator, usize) {
    for (words, comparator) in COMPARATORS_BEFORE {
        if let Some(from) = first.checked_sub(words.len())
            && sentence.stands_at(from, words)
        {
            return (*comparator, from);
        }
    }
    (Comparator::Exactly, first)
}

/// Joins two neighbouring quantities to a range where the words between say so.
fn range(sentence: &Sentence, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let gap = second.tokens.0.checked_sub(first.tokens.1)?;
    if gap != 2 {
        return None;
    }
    let between = sentence.word(first.tokens.1 + 1);
    let before = first.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
    let comparator = match (before, between) {
        ("between", "and") => Comparator::Between,
        ("from", "to") => Comparator::FromTo,
        (_, "to" | "-" | "–") => Comparator::Between,
        _ => return None,
    };
    // `from 9 days to 1`: the unit is not said twice.
    let bare = comparator == Comparator::FromTo && second.kind == QuantityKind::Number;
    let same = match (&first.kind, &second.kind) {
        (QuantityKind::Number, _) => true,
        (one, two) => one == two || bare,
    };
    if !same || second.kind == QuantityKind::Date {
        return None;
    }
    // `5 to 10 minutes`, `2-3 days`: the unit of the second number is the unit of both.
    let scale = match (&first.kind, &second.kind) {
        (QuantityKind::Number, QuantityKind::Duration { .. }) => {
            let unit = sentence.word(second.tokens.1);
            unit_ms(unit).map_or(1.0, |length| length as f64)
        }
        _ => 1.0,
    };
    let upper_scale = match &first.kind {
        QuantityKind::Duration { .. } if bare => {
            unit_ms(sentence.word(first.tokens.1)).map_or(1.0, |length| length as f64)
        }
        _ => 1.0,
    };
    let kind = if bare { first.kind.clone() } else { second.kind.clone() };
    let from = if matches!(before, "between" | "from") { first.tokens.0 - 1 } else { first.tokens.0 };
    Some(Quantity {
        span: sentence.span_of(from, second.tokens.1),
        tokens: (first.tokens.0, second.tokens.1),
        kind,
        comparator,
        value: first.value * scale,
        upper: Some(second.value * upper_scale),
        per_ms: second.per_ms,
    })
}

/// A rate: `per day`, `a week`, `/month`, `each hour`.
fn per_at(sentence: &Sentence, at: usize) -> Option<(usize, u64)> {
    match sentence.word(at) {
        "per" | "a" | "an" | "each" | "every" | "/" => {
            unit_ms(sentence.word(at + 1)).map(|length| (at + 1, length))
        }
        "hourly" => Some((at, 3_600_000)),
        "daily" => Some((at, 86_400_000)),
        "weekly" => Some((at, 7 * 86_400_000)),
        "monthly" => Some((at, 30 * 86_400_000)),
        _ => None,
    }
}

fn multiplier(sentence: &Sentence, at: usize) -> Option<f64> {
    let touches = at > 0
        && sentence
            .tokens
            .get(at - 1)
            .zip(sentence.tokens.get(at))
            .is_some_and(|(a, b)| a.span.end == b.span.start);
    match sentence.word(at) {
        "k" if touches => Some(1e3),
        "m" | "mn" | "mio" if touches => Some(1e6),
        "bn" | "b" if touches => Some(1e9),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    }
}

fn currency_sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" | "usd" => "USD",
        "€" | "eur" => "EUR",
        "£" | "gbp" => "GBP",
        "¥" | "jpy" => "JPY",
        "₹" | "inr" => "INR",
        "chf" => "CHF",
        _ => return None,
    })
}

fn currency_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "dollar" | "dollars" => "USD",
        "euro" | "euros" => "EUR",
        "pounds" => "GBP",
        "yen" => "JPY",
        "rupees" => "INR",
        "francs" => "CHF",
        "cad" => "CAD",
        "aud" => "AUD",
        _ => return currency_sign(word),
    })
}

/// The number that starts at a token, in digits or words, with its last token.
fn number_at(sentence: &Sentence, at: usize) -> Option<(f64, usize)> {
    let token = sentence.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        return parse_digits(&token.lower).map(|value| (value, at));
    }
    match token.lower.as_str() {
        "half" if sentence.word(at + 1) == "an" || sentence.word(at + 1) == "a" => {
            return Some((0.5, at + 1));
        }
        "a" | "an" => {
            let counted = match sentence.word(at + 1) {
                "dozen" => return Some((12.0, at + 1)),
                "couple" if sentence.word(at + 2) == "of" => return Some((2.0, at + 2)),
                "hundred" => return Some((100.0, at + 1)),
                "thousand" => return Some((1_000.0, at + 1)),
                "million" => return Some((1_000_000.0, at + 1)),
                word => unit_ms(word).is_some() && word.len() > 2,
            };
            // `within a day` is a duration; `five times a day` is not.
            let compared = at > 0
                && matches!(
                    sentence.word(at - 1),
                    "within" | "in" | "under" | "than" | "for" | "after" | "half"
                );
            return (counted && compared).then_some((1.0, at));
        }
        _ => {}
    }
    number_words(sentence, at)
}

fn number_words(sentence: &Sentence, at: usize) -> Option<(f64, usize)> {
    let (mut total, mut current, mut last) = (0_u64, 0_u64, None);
    let mut index = at;
    while index < at + 12 {
        let word = sentence.word(index);
        let mut parts = 0;
        for part in word.split('-') {
            match small_number(part) {
                Some(100) => current = current.max(1) * 100,
                Some(scale) if scale >= 1_000 => {
                    total += current.max(1) * scale;
                    current = 0;
                }
                Some(small) => current += small,
                None if part == "and"
                    && last.is_some()
                    && small_number(sentence.word(index + 1)).is_some()
                    && current >= 100 => {}
                None => {
                    parts = 0;
                    break;
                }
            }
            parts += 1;
        }
        if parts == 0 {
            break;
        }
        last = Some(index);
        index += 1;
    }
    // `one` alone is a pronoun more often than a number.
    let last = last?;
    let lonely_one = last == at && sentence.word(at) == "one" && !sentence.tag(at + 1).is_noun();
    (!lonely_one).then_some(((total + current) as f64, last))
}

fn small_number(word: &str) -> Option<u64> {
    const WORDS: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(index) = WORDS.iter().position(|known| *known == word) {
        return Some(index as u64);
    }
    if let Some(index) = TENS.iter().position(|known| *known == word) {
        return Some(20 + 10 * index as u64);
    }
    match word {
        "dozen" => Some(12),
        "hundred" => Some(100),
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" => Some(1_000_000_000),
        _ => None,
    }
}

/// Reads `1,250.50`, `10.000,00`, `0.5`. A date or time of day is no number.
fn parse_digits(word: &str) -> Option<f64> {
    if word.contains([':', '/']) || word.matches('-').count() > 0 {
        return None;
    }
    let (dots, commas) = (word.matches('.').count(), word.matches(',').count());
    let thousands = |mark: char| word.split(mark).skip(1).all(|part| part.len() == 3);
    let plain = match (dots, commas) {
        (0, 0) => word.to_owned(),
        (_, 0) if dots > 1 && thousands('.') => word.replace('.', ""),
        (1, 0) => word.to_owned(),
        (0, _) if thousands(',') => word.replace(',', ""),
        (0, 1) => word.replace(',', "."),
        (1, _) if word.rfind('.') > word.rfind(',') => word.replace(',', ""),
        (_, 1) => word.replace('.', "").replace(',', "."),
        _ => return None,
    };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The last token of a date or time of day that starts at a token.
fn date_at(sentence: &Sentence, at: usize) -> Option<usize> {
    let token = sentence.tokens.get(at)?;
    let word = token.lower.as_str();
    let number = |index: usize| sentence.tokens.get(index).is_some_and(|next| next.kind == TokenKind::Number);
    let year = |index: usize| number(index) && sentence.word(index).len() == 4;
    let month = |index: usize| {
        MONTHS.contains(&sentence.word(index)) && sentence.tokens.get(index).is_some_and(|next| next.capital)
            || sentence.word(index) == "may" && number(index + 1)
    };
    if token.kind == TokenKind::Number {
        let dated = word.matches('-').count() == 2
            || word.matches('/').count() == 2
            || word.matches(':').count() == 1;
        let clock = matches!(sentence.word(at + 1), "am" | "pm" | "o'clock" | "a.m" | "p.m");
        if dated || clock {
            return Some(at + usize::from(clock));
        }
        let suffix = usize::from(matches!(sentence.word(at + 1), "st" | "nd" | "rd" | "th"));
        if month(at + 1 + suffix) && word.len() <= 2 {
            let last = at + 1 + suffix;
            return Some(last + usize::from(year(last + 1)));
        }
        return None;
    }
    if month(at) {
        let day = at + usize::from(number(at + 1) && !year(at + 1));
        let comma = usize::from(sentence.word(day + 1) == "," && year(day + 2));
        return Some(if year(day + 1 + comma) { day + 1 + comma } else { day });
    }
    if DAYS.contains(&word) || matches!(word, "tomorrow" | "today" | "tonight" | "midnight" | "noon") {
        return Some(at);
    }
    let quarter = matches!(word, "q1" | "q2" | "q3" | "q4");
    if quarter {
        return Some(at + usize::from(year(at + 1)));
    }
    let relative = matches!(word, "next" | "this" | "last")
        && (matches!(
            sentence.word(at + 1),
            "day" | "week" | "month" | "quarter" | "year" | "morning" | "evening"
        ) || DAYS.contains(&sentence.word(at + 1)));
    if relative {
        return Some(at + 1);
    }
    None
}
