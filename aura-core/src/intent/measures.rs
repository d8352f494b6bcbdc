//! Success measures of a line: several in one sentence, and sentences that only add a figure to what was named before.

use crate::domain::id::CriterionId;
use crate::domain::intent::{ChangeAmount, SuccessCriterion};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::quantity::Quantity as Amount;
use crate::text::{Comparator, Quantity, QuantityKind, Sentence, Tag, quantities};

use super::criterion;
use super::figure::{is_base, is_baseline, is_points, refers_back};
use super::piece::slice;
use super::section::{Section, Unit as Line};
use super::stance::says;
use super::statement::amount;

/// What is measured and how much it is, for a sentence that refers to it.
pub(super) type Figure = (String, Amount);

/// Reads the measures of a line into a list. Returns whether the line states or completes one.
pub(super) fn read(
    text: &str,
    line: &Line<'_>,
    known: Option<&Figure>,
    criteria: &mut Vec<SuccessCriterion>,
) -> bool {
    if completes(line, criteria) {
        return true;
    }
    let mut found = false;
    for part in parts(line) {
        let line = Line { sentence: &part, first: 0, ..line.clone() };
        let Some(mut criterion) = criterion::read(text, &line) else { continue };
        found = true;
        if let Some((metric, baseline)) = known.filter(|_| refers_back(&line)) {
            rename(&mut criterion, metric.clone());
            criterion.baseline = Some(baseline.clone());
        } else if let Some((metric, baseline)) = known.filter(|_| is_statistic(&criterion.metric)) {
            let name = format!("{} {metric}", criterion.metric);
            rename(&mut criterion, name);
            criterion.baseline = criterion.baseline.take().or_else(|| Some(baseline.clone()));
        }
        turn(&mut criterion);
        add(criteria, criterion);
    }
    found
}

/// Where it is now and where it should be say which way it should go.
fn turn(criterion: &mut SuccessCriterion) {
    let (Some(now), Some(then)) = (&criterion.baseline, &criterion.target) else { return };
    if criterion.role == MetricRole::Primary && now.unit == then.unit && now.amount != then.amount {
        let rises = then.amount > now.amount;
        criterion.direction = if rises { Direction::Increase } else { Direction::Decrease };
    }
}

/// Adds a measure under an id of its own.
pub(super) fn add(criteria: &mut Vec<SuccessCriterion>, mut found: SuccessCriterion) {
    found.id = crate::id::unused(found.id, CriterionId::numbered, |candidate| {
        criteria.iter().any(|known| known.id == *candidate)
    });
    criteria.push(found);
}

fn rename(criterion: &mut SuccessCriterion, metric: String) {
    criterion.id = CriterionId::named(&metric);
    criterion.metric = metric;
}

/// `a median of 3 days`: which number of a measure that was named before.
fn is_statistic(metric: &str) -> bool {
    matches!(metric, "median" | "average" | "mean")
}

/// The parts of a sentence that each state a measure of their own: `a median of 3 days, and the cost must not rise by 4 %`.
fn parts(line: &Line<'_>) -> Vec<Sentence> {
    let sentence = line.sentence;
    let end = sentence.tokens.len();
    let all = measured(sentence, line.first);
    let mut found = Vec::new();
    let mut start = line.first;
    for at in line.first + 1..end {
        let joins = sentence.word(at) == "and" && sentence.word(at - 1) == "," || sentence.word(at) == ";";
        let before = all.iter().any(|quantity| quantity.tokens.0 >= start && quantity.tokens.1 < at);
        let next = all.iter().find(|quantity| quantity.tokens.0 > at);
        let names = next.is_some_and(|next| {
            (at + 1..next.tokens.0).filter(|index| sentence.tag(*index).is_noun()).count() > 0
                && (is_baseline(sentence, next)
                    || (at + 1..next.tokens.0).any(|index| is_verb(sentence, index)))
        });
        if joins && before && names {
            found.push(slice(sentence, (start, at)));
            start = at + 1;
        }
    }
    found.push(slice(sentence, (start, end)));
    found
}

fn is_verb(sentence: &Sentence, at: usize) -> bool {
    sentence.tag(at).is_finite() || sentence.tag(at) == Tag::Modal
}

fn measured(sentence: &Sentence, from: usize) -> Vec<Quantity> {
    quantities(sentence)
        .into_iter()
        .filter(|quantity| quantity.tokens.0 >= from && quantity.kind != QuantityKind::Date)
        .filter(|quantity| !is_base(sentence, quantity))
        .collect()
}

/// Whether a sentence only adds figures to measures that were named before: `Baseline 1.9 %.`,
/// `We would roll out at an improvement of 0.2 points`, `We'd be happy with 11 % and 1.5.`
fn completes(line: &Line<'_>, criteria: &mut [SuccessCriterion]) -> bool {
    let sentence = line.sentence;
    let figures = measured(sentence, line.first);
    let Some(first) = figures.first() else { return false };
    let opens = sentence.word(line.first);
    if matches!(opens, "baseline" | "today" | "currently")
        && first.tokens.0 <= line.first + 2
        && figures.len() == 1
    {
        let open = criteria.last_mut().filter(|criterion| criterion.baseline.is_none());
        let value = amount(first, first.value);
        return match (open, value) {
            (Some(criterion), Some(value)) => {
                criterion.baseline = Some(value);
                true
            }
            _ => false,
        };
    }
    improves(line, first, criteria) || lists_targets(line, &figures, criteria)
}

/// `an improvement of 0.2 percentage points or more`
fn improves(line: &Line<'_>, figure: &Quantity, criteria: &mut [SuccessCriterion]) -> bool {
    let sentence = line.sentence;
    let named = (figure.tokens.0.saturating_sub(3)..figure.tokens.0).any(|at| {
        matches!(sentence.word(at), "improvement" | "uplift" | "lift" | "gain")
            && sentence.word(at + 1) == "of"
    });
    let open =
        criteria.last_mut().filter(|criterion| criterion.target.is_none() && criterion.change.is_none());
    let (true, Section::Success, Some(criterion)) = (named, line.section, open) else { return false };
    let relative = figure.kind == QuantityKind::Percent && !is_points(sentence, figure);
    criterion.change = amount(figure, figure.value).map(|quantity| ChangeAmount { relative, quantity });
    true
}

/// `We'd be happy with 11 % and 1.5`: one target for each measure of the sentence before.
fn lists_targets(line: &Line<'_>, figures: &[Quantity], criteria: &mut [SuccessCriterion]) -> bool {
    let sentence = line.sentence;
    let hopes = says(
        sentence,
        line.first,
        &[&["happy", "with"], &["aim", "for"], &["settle", "for"], &["target", "is"], &["targets", "are"]],
    );
    let plain =
        figures.iter().all(|figure| matches!(figure.comparator, Comparator::Exactly | Comparator::To));
    let nouns = (line.first..sentence.tokens.len())
        .filter(|at| sentence.tag(*at).is_noun())
        .filter(|at| !figures.iter().any(|figure| (figure.tokens.0..=figure.tokens.1).contains(at)))
        .count();
    let open: Vec<&mut SuccessCriterion> = criteria
        .iter_mut()
        .filter(|criterion| {
            criterion.target.is_none() && criterion.change.is_none() && criterion.baseline.is_some()
        })
        .collect();
    if !(hopes && plain && nouns <= 1 && open.len() == figures.len()) {
        return false;
    }
    for (criterion, figure) in open.into_iter().zip(figures) {
        criterion.target = amount(figure, figure.value);
        turn(criterion);
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::intent::{InterpretOptions, InterpretRequest, interpret};

    type Stated = (String, Option<f64>, Option<f64>);

    fn stated(text: &str) -> Vec<Stated> {
        let intent =
            interpret(&InterpretRequest::new(text), &InterpretOptions::default()).expect("an intent");
        let value =
            |quantity: &Option<crate::domain::quantity::Quantity>| quantity.as_ref().map(|q| q.amount);
        intent
            .success_criteria
            .iter()
            .map(|criterion| (criterion.metric.clone(), value(&criterion.baseline), value(&criterion.target)))
            .collect()
    }

    #[test]
    fn two_measures_of_a_sentence_take_the_targets_of_the_next() {
        let text = "The guest books a table.\n\nWe measure: share of visits that end with a booking (today 20%), and \
                    calls per 100 bookings (today 9). We'd be happy with 25% and 6.";
        let expect: Vec<Stated> = vec![
            ("share of visits that end with a booking".to_owned(), Some(0.2), Some(0.25)),
            ("calls per 100 bookings".to_owned(), Some(9.0), Some(6.0)),
        ];
        assert_eq!(stated(text), expect);
    }

    #[test]
    fn a_median_refers_to_the_time_that_was_told() {
        let text = "The clerk checks the form.\n\nToday a permit takes 12 days from application to letter. We want a \
                    median of 2 days, and the share of refusals must not rise by more than 3 percent.";
        let found = stated(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].0, "median time from application to letter");
        assert_eq!(found[0].1, Some(12.0 * 86_400_000.0));
        assert_eq!(found[0].2, Some(2.0 * 86_400_000.0));
        assert_eq!(found[1].0, "share of refusals");
    }

    #[test]
    fn a_baseline_in_a_sentence_of_its_own_belongs_to_the_measure_before() {
        let text = "## Primary metric\n\nOrders per visitor in 14 days. Baseline 3.1%. We would ship at an improvement of \
                    0.4 percentage points or more.";
        let found = stated(text);
        assert_eq!(found, vec![("orders per visitor".to_owned(), Some(0.031), None)]);
    }
}
