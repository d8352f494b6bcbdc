//! Plain sentences about figures, without a term of statistics, and the checker that re-derives their numbers.

use crate::domain::experiment::{Comparison, ComparisonReading};
use crate::domain::figures;
use crate::domain::live::{LiveBelief, LiveMetric};
use crate::domain::quantity::{Quantity, Unit};
use crate::error::{Error, ErrorCode, Result};

/// What is added where a gap no longer stands out once all measures are counted.
pub(super) const AMONG_MANY: &str =
    "Among as many measures as were looked at here, one gap like this can well come up by itself.";

/// Tells a comparison in one or two sentences; `is_one_of_many` where its p-value is that of several arms together.
pub(super) fn tell(comparison: &Comparison, arm: &str, is_one_of_many: bool) -> String {
    let scale = Scale::of(comparison);
    let title = figures::capitalise(&comparison.title);
    let values = format!(
        "{title}: {} with `{arm}`, {} in the control",
        scale.amount(comparison.variant),
        scale.amount(comparison.control)
    );
    let found = if is_one_of_many { Found::AmongArms } else { Found::Alone };
    format!("{values}; {}. {}", range(comparison, &scale), chance(comparison.p_value, found))
}

/// Tells a comparison in one part of the population; its range and p-value hold for all parts together.
pub(super) fn tell_part(comparison: &Comparison, arm: &str, part: &str) -> String {
    let scale = Scale::of(comparison);
    let (variant, control) = (scale.amount(comparison.variant), scale.amount(comparison.control));
    let values = format!("`{part}`: {variant} with `{arm}`, {control} in the control");
    format!("{values}; {}. {}", range(comparison, &scale), chance(comparison.p_value, Found::AmongParts))
}

/// Re-derives every number of what [`tell_part`] tells.
///
/// # Errors
/// As [`check_sentence`].
pub(super) fn check_part(sentence: &str, comparison: &Comparison, arm: &str, part: &str) -> Result<()> {
    check_sentence(&sentence.replacen(&format!("`{part}`"), "", 1), comparison, arm)
}

/// Tells a comparison of what was seen after a change with what would have been expected without it.
pub(in crate::evaluate) fn tell_observed(comparison: &Comparison) -> String {
    let scale = Scale::of(comparison);
    let title = figures::capitalise(&comparison.title);
    let (seen, expected) = (scale.amount(comparison.variant), scale.amount(comparison.control));
    let values = format!("{title}: {seen} after the change, about {expected} expected without it");
    format!("{values}; {}. {}", range(comparison, &scale), chance(comparison.p_value, Found::Alone))
}

/// Tells a difference of which only the range is known.
///
/// # Errors
/// As [`check_sentence`].
pub(super) fn tell_difference(metric: &LiveMetric, arm: &str, low: f64, high: f64) -> Result<String> {
    let comparison = only_range(metric, low, high);
    let words = range(&comparison, &Scale::of(&comparison));
    let sentence =
        format!("{} with `{arm}` against the control: {words}.", figures::capitalise(&metric.title));
    check_sentence(&sentence, &comparison, arm)?;
    Ok(sentence)
}

/// A difference of which only the range is known.
pub(super) fn only_range(metric: &LiveMetric, low: f64, high: f64) -> Comparison {
    Comparison {
        metric: metric.id.clone(),
        title: metric.title.clone(),
        unit: metric.unit.clone(),
        role: metric.role,
        direction: metric.direction,
        control: 0.0,
        variant: 0.0,
        difference: 0.5 * (low + high),
        low,
        high,
        p_value: 1.0,
        pairs: 0,
        reading: ComparisonReading::Unclear,
    }
}

/// How much longer, and how likely that decides.
pub(super) fn longer(more: u64, present: u64, days: Option<u64>, chance: f64) -> String {
    let time = days.map_or(String::new(), |days| {
        format!(", {} at the present pace,", figures::counted(days, "more day"))
    });
    format!(
        "About {} more units{time} would decide with a chance of {} ({} are in).",
        figures::number(two_digits(more as f64), 0),
        figures::percent(chance, 0),
        figures::number(present as f64, 0)
    )
}

/// Tells what is believed after the data.
pub(super) fn tell_belief(belief: &LiveBelief, comparison: &Comparison, arm: &str) -> String {
    let likely = |chance: f64| match told_chance(chance) {
        told if told < chance => format!("more than {}", figures::percent(told, 1)),
        told if told > chance => format!("less than {}", figures::percent(told, 1)),
        told => figures::percent(told, 1),
    };
    let same = belief.chance_same.map_or(String::new(), |chance| {
        format!(" The chance that the difference is too small to matter is {}.", likely(chance))
    });
    let loss = |value: f64| Loss::of(value, &comparison.unit).told(&comparison.unit);
    format!(
        "By what was believed before and these data together, `{arm}` is better with a chance of {}.{same} Choosing it \
         gives up {} on average, keeping the control {}.",
        likely(belief.chance_better),
        loss(belief.loss_if_chosen),
        loss(belief.loss_if_kept)
    )
}

/// Re-derives every number of the sentence of a belief, in their order.
///
/// # Errors
/// `internal` with the number that does not follow from the figures.
pub(super) fn check_belief(belief: &LiveBelief, comparison: &Comparison, arm: &str) -> Result<()> {
    let mut figures = vec![100.0 * told_chance(belief.chance_better)];
    figures.extend(belief.chance_same.map(|chance| 100.0 * told_chance(chance)));
    for value in [belief.loss_if_chosen, belief.loss_if_kept] {
        let loss = Loss::of(value, &comparison.unit);
        figures.push(value * loss.base);
        figures.extend((comparison.unit == Unit::Share).then_some(loss.base));
    }
    in_order(&belief.sentence.replacen(&format!("`{arm}`"), "", 1), &figures)
}

/// A chance as it is told: nothing is sure.
fn told_chance(chance: f64) -> f64 {
    chance.clamp(0.001, 0.999)
}

/// How a loss is told: with two digits that matter where it has them.
struct Loss {
    value: f64,
    base: f64,
    decimals: usize,
}

impl Loss {
    fn of(value: f64, unit: &Unit) -> Self {
        let mut base = 1.0;
        if *unit == Unit::Share {
            base = 100.0;
            while base < 1e6 && value * base < 1.0 {
                base *= 10.0;
            }
        }
        let most = if *unit == Unit::Share { 1 } else { 6 };
        let mut decimals = 0;
        while decimals < most && value * base * pow10(decimals) < 10.0 {
            decimals += 1;
        }
        Loss { value, base, decimals }
    }

    fn told(&self, unit: &Unit) -> String {
        let plain = figures::number(self.value * self.base, self.decimals);
        match unit {
            Unit::Share => format!("{plain} of every {}", figures::number(self.base, 0)),
            Unit::Milliseconds => format!("{plain} milliseconds"),
            Unit::Money(currency) => format!("{plain} {}", currency.currency),
            _ => plain,
        }
    }
}

/// Re-derives every number of a sentence from the figures of its comparison, in their order.
///
/// # Errors
/// `internal` with the number that does not follow from the figures.
pub fn check_sentence(sentence: &str, comparison: &Comparison, arm: &str) -> Result<()> {
    let scale = Scale::of(comparison);
    let mut figures = vec![comparison.variant * scale.shown_factor, comparison.control * scale.shown_factor];
    let (low, high) = (comparison.low, comparison.high);
    let mut reach = Vec::new();
    if comparison.reading != ComparisonReading::Same && low.is_finite() && high.is_finite() {
        let ends = if high < 0.0 { [high, low] } else { [low, high] };
        reach.extend(ends.map(|end| end * scale.factor));
        if comparison.unit == Unit::Share {
            reach.push(scale.base);
        }
    }
    figures.extend(&reach);
    let tries = tries(comparison.p_value);
    if tries >= 3.0 {
        figures.push(tries.min(1e6));
    }
    let title = figures::capitalise(&comparison.title);
    let text = sentence.replacen(&format!("`{arm}`"), "", 1).replacen(&title, "", 1);
    // A range by itself is told without values and without tries.
    in_order(&text, &figures).or_else(|error| in_order(&text, &reach).map_err(|_| error))
}

/// Passes a text whose numbers are these figures, one after the other, as far as its digits go.
///
/// # Errors
/// `internal` with the number that does not follow, or that is missing.
pub(super) fn in_order(text: &str, figures: &[f64]) -> Result<()> {
    let printed = numbers(text);
    let mut left = figures.iter();
    for number in &printed {
        if !left.next().is_some_and(|figure| is_told(number, *figure)) {
            return Err(not_derived(number));
        }
    }
    left.next().map_or(Ok(()), |missing| {
        Err(Error::new(ErrorCode::Internal, format!("a sentence does not tell its figure `{missing}`")))
    })
}

/// Passes a text whose numbers are all among these figures.
///
/// # Errors
/// `internal` with the number that does not follow.
pub(super) fn among(text: &str, figures: &[f64]) -> Result<()> {
    let stray =
        numbers(text).into_iter().find(|number| !figures.iter().any(|figure| is_told(number, *figure)));
    stray.map_or(Ok(()), |number| Err(not_derived(&number)))
}

/// Whether a printed number is this figure, rounded to as many decimals as were printed. Signs are told in words.
fn is_told(printed: &str, figure: f64) -> bool {
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let value: f64 = printed.replace(',', "").parse().unwrap_or(f64::INFINITY);
    figures::round(figure.abs(), decimals) == value
}

fn not_derived(number: &str) -> Error {
    let message = format!("the number `{number}` of a sentence does not follow from its figures");
    Error::new(ErrorCode::Internal, message)
}

/// In which unit, and with how many decimals, the figures of a comparison are told.
struct Scale {
    /// What differences are multiplied with.
    factor: f64,
    /// What values are multiplied with.
    shown_factor: f64,
    /// Of how many units a share is told.
    base: f64,
    decimals: usize,
    unit: Unit,
}

impl Scale {
    fn of(comparison: &Comparison) -> Self {
        let finite = [comparison.low, comparison.high].into_iter().filter(|end| end.is_finite());
        let reach = finite.map(f64::abs).fold(comparison.difference.abs(), f64::max);
        let is_share = comparison.unit == Unit::Share;
        // Of a hundred, a thousand, … so that the ends of the range have a digit before the point.
        let mut base = 1.0;
        if is_share {
            base = 100.0;
            while base < 1e6 && reach * base < 10.0 {
                base *= 10.0;
            }
        }
        let mut decimals = 0;
        while decimals < 6 && reach * base * pow10(decimals) < 10.0 {
            decimals += 1;
        }
        if is_share {
            decimals = usize::from(reach * base < 10.0);
        }
        let shown_factor = if is_share { 100.0 } else { 1.0 };
        Scale { factor: base, shown_factor, base, decimals, unit: comparison.unit.clone() }
    }

    fn amount(&self, value: f64) -> String {
        match &self.unit {
            Unit::Share => {
                let decimals = (self.decimals + digits(self.base)).saturating_sub(2);
                format!("{}%", figures::number(value * 100.0, decimals))
            }
            other => self.with_unit(value, other),
        }
    }

    fn plain(&self, value: f64) -> String {
        figures::number((value * self.factor).abs(), self.decimals)
    }

    fn with_unit(&self, value: f64, unit: &Unit) -> String {
        match unit {
            Unit::Money(currency) => figures::money_with(value, &currency.currency, self.decimals.min(6)),
            _ => figures::number(value, self.decimals),
        }
    }
}

/// The range of the difference in words.
fn range(comparison: &Comparison, scale: &Scale) -> String {
    let (low, high) = (comparison.low, comparison.high);
    let of = if comparison.unit == Unit::Share {
        format!(" of every {}", figures::number(scale.base, 0))
    } else {
        match &comparison.unit {
            Unit::Milliseconds => " milliseconds".to_owned(),
            Unit::Money(currency) => format!(" {}", currency.currency),
            _ => String::new(),
        }
    };
    if comparison.reading == ComparisonReading::Same {
        return "exactly the same".to_owned();
    }
    if !(low.is_finite() && high.is_finite()) {
        return "how far apart they are cannot be told yet".to_owned();
    }
    if low > 0.0 {
        format!("that is between {} and {} more{of}", scale.plain(low), scale.plain(high))
    } else if high < 0.0 {
        format!("that is between {} and {} fewer{of}", scale.plain(high), scale.plain(low))
    } else {
        format!("anything from {} fewer to {} more{of} is possible", scale.plain(low), scale.plain(high))
    }
}

/// Among what a gap was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Alone,
    AmongArms,
    AmongParts,
}

/// How surprising the difference would be if nothing had changed.
fn chance(p_value: f64, found: Found) -> String {
    let tries = tries(p_value);
    let begin = match found {
        Found::Alone => "If nothing had changed, a gap this large would",
        Found::AmongArms => "If nothing had changed in any arm, a gap this large in one of them would",
        Found::AmongParts => "If nothing had changed in any part, a gap this large in one of them would",
    };
    if tries >= 1e6 {
        return format!("{begin} come up less than once in 1,000,000 tries.");
    }
    if tries < 3.0 {
        return format!("{begin} often come up by itself.");
    }
    format!("{begin} come up about once in {} tries.", figures::number(tries, 0))
}

/// One over the p-value with two digits that matter.
fn tries(p_value: f64) -> f64 {
    if p_value > 0.0 { two_digits((1.0 / p_value).min(1e9)) } else { 1e9 }
}

pub(super) fn two_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value / unit >= 100.0 {
        unit *= 10.0;
    }
    libm::round(value / unit) * unit
}

fn pow10(exponent: usize) -> f64 {
    std::iter::repeat_n(10.0, exponent).product()
}

/// How many zeros a power of ten has.
fn digits(base: f64) -> usize {
    let mut count = 0;
    while pow10(count) < base {
        count += 1;
    }
    count
}

/// The numbers of a text as they are printed.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut present = String::new();
    let push = |present: &mut String, found: &mut Vec<String>| {
        let number = present.trim_end_matches(['.', ',']).to_owned();
        if !number.is_empty() {
            found.push(number);
        }
        present.clear();
    };
    for character in text.chars() {
        let belongs = character.is_ascii_digit() || (matches!(character, '.' | ',') && !present.is_empty());
        if belongs { present.push(character) } else { push(&mut present, &mut found) }
    }
    push(&mut present, &mut found);
    found
}

/// An amount in its unit, for tables.
pub(in crate::evaluate) fn amount(value: f64, unit: &Unit) -> String {
    if value.is_finite() { figures::quantity(&Quantity::new(value, unit.clone())) } else { "open".to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::id::MetricId;
    use crate::domain::metric::{Direction, MetricRole};

    fn comparison(kind: usize, control: f64, size: f64, reach: f64, p_value: f64) -> Comparison {
        let unit = match kind {
            0 => Unit::Share,
            1 => Unit::Milliseconds,
            2 => Unit::Count,
            _ => Unit::Score,
        };
        let (control, difference) = if kind == 0 { (control / 2e9, size / 2e9) } else { (control, size) };
        let reach = difference.abs() * reach;
        Comparison {
            metric: MetricId::named("one"),
            title: "7 day revenue".to_owned(),
            unit,
            role: MetricRole::Primary,
            direction: Direction::Increase,
            control,
            variant: control + difference,
            difference,
            low: difference - reach,
            high: difference + reach,
            p_value,
            pairs: 100,
            reading: ComparisonReading::Unclear,
        }
    }

    proptest! {
        /// Every number of every sentence follows from its figures, and one that was changed is noticed.
        #[test]
        fn sentences_follow_from_their_figures(
            kind in 0_usize..4,
            control in 1e-3_f64..1e9,
            tenths in -60_i32..0,
            is_less: bool,
            reach in 0.01_f64..3.0,
            exponent in -320.0_f64..0.0,
        ) {
            let size = control * libm::pow(10.0, f64::from(tenths) / 10.0) * if is_less { -1.0 } else { 1.0 };
            let own = comparison(kind, control, size, reach, libm::pow(10.0, exponent));
            for sentence in [tell(&own, "arm 2", false), tell(&own, "arm 2", true), tell_observed(&own)] {
                prop_assert!(check_sentence(&sentence, &own, "arm 2").is_ok(), "{sentence} {own:?}");
                let wrong = sentence.replacen(": ", ": 31415926.5 or ", 1);
                prop_assert!(check_sentence(&wrong, &own, "arm 2").is_err(), "{wrong}");
            }
        }
    }
}
