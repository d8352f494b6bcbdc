//! Whether conditions leave any other case: `over 70`, `40 to 70` and `below 40` do not, nor do `it succeeds` and `it fails`.

use crate::text::{noun_singular, verb_lemma};

/// Words that mean less than the amount after them.
const BELOW: &[&str] = &["less than", "lower than", "fewer than", "at most", "up to", "under", "below"];
/// Words that mean more than the amount after them.
const ABOVE: &[&str] = &["more than", "higher than", "greater than", "at least", "above", "over"];
/// Whole numbers follow each other without a gap.
const STEP: f64 = 1.0;

/// Words of which one holds where the other does not.
const OPPOSITES: &[(&str, &str)] = &[
    ("succeed", "fail"),
    ("pass", "fail"),
    ("work", "fail"),
    ("accept", "reject"),
    ("accept", "decline"),
    ("approve", "reject"),
    ("approve", "decline"),
    ("confirm", "reject"),
    ("agree", "refuse"),
    ("valid", "invalid"),
    ("complete", "incomplete"),
    ("available", "unavailable"),
    ("found", "missing"),
    ("below", "higher"),
    ("under", "higher"),
    ("above", "lower"),
    ("over", "lower"),
];

/// What a condition says of its subject: from where to where.
#[derive(Debug, Clone, PartialEq)]
struct Range {
    subject: String,
    from: f64,
    to: f64,
}

/// Whether conditions on one subject cover everything between them. Where a bound belongs to is not looked at.
pub(super) fn leave_nothing<'words>(conditions: impl Iterator<Item = &'words str>) -> bool {
    let conditions: Vec<&str> = conditions.collect();
    if let [one, other] = conditions.as_slice()
        && are_opposites(one, other)
    {
        return true;
    }
    let mut ranges: Vec<Range> = conditions.into_iter().filter_map(range).collect();
    ranges.sort_by(|left, right| left.subject.cmp(&right.subject).then(left.from.total_cmp(&right.from)));
    let same_subject = ranges.chunk_by(|left, right| left.subject == right.subject);
    same_subject.into_iter().any(|ranges| {
        let mut reached = f64::NEG_INFINITY;
        for range in ranges {
            let touches = range.from <= reached + STEP || range.from == f64::NEG_INFINITY;
            if !touches {
                return false;
            }
            reached = reached.max(range.to);
        }
        reached == f64::INFINITY
    })
}

/// Whether one of two conditions about the same thing says the opposite of the other: `both checks succeed`, `a check fails`.
fn are_opposites(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| verb_lemma(&noun_singular(word)))
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let pair = OPPOSITES.iter().find(|(left, right)| {
        let says = |words: &[String], word: &str| words.iter().any(|known| known == word);
        says(&one, left) && says(&other, right) || says(&one, right) && says(&other, left)
    });
    let Some((left, right)) = pair else { return false };
    let is_thing =
        |word: &&String| word.len() > 2 && *word != left && *word != right && !SMALL.contains(&word.as_str());
    let is_joined = one.iter().chain(&other).any(|word| word == "and");
    let is_denied = one.iter().chain(&other).any(|word| matches!(word.as_str(), "not" | "no" | "never"));
    let is_whole = !is_joined || other.iter().chain(&one).filter(|word| *word == "or").count() > 0;
    !is_denied && is_whole && one.iter().filter(is_thing).any(|word| other.contains(word))
}

/// Words that name nothing.
const SMALL: &[&str] =
    &["the", "both", "all", "any", "has", "have", "are", "was", "were", "been", "be", "and"];

/// Whether everything that one condition means lies within what another one means: above 1,000 is above 50 too.
pub(super) fn lies_within(condition: &str, other: &str) -> bool {
    match (range(condition), range(other)) {
        (Some(inner), Some(outer)) => {
            inner.subject == outer.subject && inner.from >= outer.from && inner.to <= outer.to
        }
        _ => false,
    }
}

fn range(condition: &str) -> Option<Range> {
    let lower = condition.to_lowercase();
    let split = |list: &[&'static str]| {
        list.iter().find_map(|words| {
            let at = lower.find(&format!(" {words} "))?;
            let (subject, rest) = (lower.get(..at)?, lower.get(at + words.len() + 2..)?);
            Some((subject.to_owned(), numbers(rest).first().copied()?, unit(rest)))
        })
    };
    if let Some((subject, amount, unit)) = split(BELOW) {
        return Some(Range { subject: subject + &unit, from: f64::NEG_INFINITY, to: amount });
    }
    if let Some((subject, amount, unit)) = split(ABOVE) {
        return Some(Range { subject: subject + &unit, from: amount, to: f64::INFINITY });
    }
    let at = lower.find(|character: char| character.is_ascii_digit())?;
    let (subject, rest) = lower.split_at_checked(at)?;
    match numbers(rest).as_slice() {
        [from, to] if from < to && [" to ", " and ", "-", "–"].iter().any(|word| rest.contains(word)) => {
            let subject = subject.trim_end().trim_end_matches("between").trim_end_matches("from").trim_end();
            Some(Range { subject: subject.to_owned() + &unit(rest), from: *from, to: *to })
        }
        _ => None,
    }
}

/// The numbers of a text, in their order.
fn numbers(text: &str) -> Vec<f64> {
    let words =
        text.split(|character: char| !(character.is_ascii_digit() || character == '.' || character == ','));
    words.filter_map(|word| word.replace(',', "").trim_matches('.').parse().ok()).collect()
}

/// What stands behind the last number.
fn unit(text: &str) -> String {
    let end = text.rfind(|character: char| character.is_ascii_digit()).map_or(0, |at| at + 1);
    format!(" {}", text.get(end..).unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_bound_lies_within_a_lower_one() {
        assert!(lies_within("the amount is above 1,000 EUR", "the amount is above 50 EUR"));
        assert!(!lies_within("the amount is above 50 EUR", "the amount is above 1,000 EUR"));
        assert!(!lies_within("the amount is above 50 EUR", "the amount is up to 50 EUR"));
        assert!(!lies_within("the age is above 90", "the amount is above 50"));
    }

    #[test]
    fn amounts_that_cover_everything_are_found() {
        for (conditions, expect) in [
            (&["the value is over 70", "the value is 40 to 70", "the value is below 40"][..], true),
            (&["the value is over 70", "the value is below 40"], false),
            (&["the amount is under 25 euros", "the amount is above 25 euros"], true),
            (&["the amount is under 25 euros", "the weight is above 25 euros"], false),
            (&["the amount is under 25 euros", "the amount is above 25 pounds"], false),
            (&["there are up to 3 guests", "there are more than 3 guests"], true),
            (&["the score is between 1 and 5", "the score is over 5"], false),
            (&["it rains", "it does not rain"], false),
            (&["both checks succeed", "a check fails"], true),
            (&["the check succeeds", "the payment fails"], false),
            (&["the manager approves the request", "the manager rejects the request"], true),
            (&["the price is below 50", "the price is higher, or the guest is unknown"], true),
            (&["the price is below 50 and the guest is known", "the price is higher"], false),
        ] {
            assert_eq!(leave_nothing(conditions.iter().copied()), expect, "{conditions:?}");
        }
    }
}
