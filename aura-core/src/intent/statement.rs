//! Constraints, limits, assumptions and things left out.

use crate::domain::id::ItemId;
use crate::domain::intent::{Bound, Comparator as Compared, Constraint, Modality, StatedLimit, Statement};
use crate::domain::provenance::{Origin, Quote, Span as Place, TextSource};
use crate::domain::quantity::{Currency, Quantity as Amount, Unit};
use crate::text::{Comparator, Quantity, QuantityKind, Span, Tag, quantities};

use super::reading::plain;
use super::section::{Section, Unit as Line};

/// The user's words at a place of the goal.
pub(super) fn quote(text: &str, span: Span) -> Quote {
    Quote { source: TextSource::Goal, span: Place::new(span.start, span.end), text: span.of(text).to_owned() }
}

/// What a sentence is, beside a step or a measure.
pub(super) enum Said {
    /// Something that must, must not, should or may only be.
    Constraint(Modality, &'static str),
    /// A limit on money, time or number.
    Limit,
    /// Something taken for granted.
    Assumption,
    /// Something left out.
    NonGoal,
}

/// Reads what a sentence says beside steps and measures.
pub(super) fn classify(line: &Line<'_>) -> Option<Said> {
    let sentence = line.sentence;
    let words = || (line.first..sentence.tokens.len()).map(|at| sentence.word(at));
    let stands =
        |phrase: &[&str]| (line.first..sentence.tokens.len()).any(|at| sentence.stands_at(at, phrase));
    match line.section {
        Section::NonGoals => return Some(Said::NonGoal),
        Section::Assumptions => return Some(Said::Assumption),
        _ => {}
    }
    let out = stands(&["out", "of", "scope"])
        || stands(&["not", "in", "scope"])
        || stands(&["not", "part", "of", "this"]);
    if out {
        return Some(Said::NonGoal);
    }
    if matches!(sentence.word(line.first), "assume" | "assuming" | "assumption")
        || stands(&["we", "assume"])
        || stands(&["we", "expect"])
    {
        return Some(Said::Assumption);
    }
    // `a clerk can do about 30 a day`: what somebody manages is taken for granted.
    let manages = (line.first..sentence.tokens.len()).any(|at| {
        matches!(sentence.word(at), "can")
            && matches!(sentence.word(at + 1), "do" | "handle" | "manage" | "process" | "take" | "serve")
            && (at + 2..at + 5).any(|next| sentence.tag(next) == Tag::Number)
    });
    if manages {
        return Some(Said::Assumption);
    }
    let money_or_count = bounded(line).is_some();
    if line.section == Section::Limits && money_or_count {
        return Some(Said::Limit);
    }
    let budget =
        words().any(|word| matches!(word, "budget" | "spend" | "spending")) || stands(&["model", "cost"]);
    if budget && money_or_count {
        return Some(Said::Limit);
    }
    modality(line).map(|(modality, rule)| Said::Constraint(modality, rule))
}

fn modality(line: &Line<'_>) -> Option<(Modality, &'static str)> {
    let sentence = line.sentence;
    let says = |phrase: &[&str]| (line.first..sentence.tokens.len()).any(|at| sentence.stands_at(at, phrase));
    if is_retention(line) {
        return Some((Modality::Must, "constraint.retention"));
    }
    // `Offers are valid for 30 days`, `the link expires after two hours`
    let timed =
        quantities(sentence).iter().any(|quantity| matches!(quantity.kind, QuantityKind::Duration { .. }));
    let valid = says(&["valid", "for"])
        || says(&["expire", "after"])
        || says(&["expires", "after"])
        || says(&["expire", "in"]);
    if timed && valid && line.section != Section::Background {
        return Some((Modality::Must, "constraint.validity"));
    }
    let any = |phrase: &[&str]| (line.first..sentence.tokens.len()).any(|at| sentence.stands_at(at, phrase));
    let forbidden: [&[&str]; 15] = [
        &["must", "not"],
        &["must", "never"],
        &["may", "not"],
        &["can", "not"],
        &["cannot"],
        &["never"],
        &["do", "not"],
        &["do", "n't"],
        &["shall", "not"],
        &["should", "not"],
        &["not", "allowed"],
        &["no", "one", "may"],
        &["nobody", "may"],
        &["should", "n't"],
        &["does", "not"],
    ];
    let first = sentence.word(line.first);
    let conditional = any(&["if"]) || any(&["when"]);
    let denies = forbidden
        .iter()
        .find(|phrase| any(phrase))
        .is_some_and(|phrase| phrase.len() > 1 || line.section != Section::Background);
    // `41 % never come back`: a figure, no rule.
    let counted = quantities(sentence).iter().any(|quantity| quantity.kind == QuantityKind::Percent)
        && !any(&["must"])
        && !any(&["should"])
        && !any(&["may"]);
    let denies = denies && !counted;
    let binding = line.section == Section::Constraints
        || !matches!(line.section, Section::Background | Section::Aside | Section::Experiment);
    if denies && binding && !conditional && !any(&["want"]) && line.section != Section::People {
        return Some((Modality::MustNot, "constraint.must_not"));
    }
    if matches!(first, "no" | "without") && binding {
        return Some((Modality::MustNot, "constraint.no"));
    }
    if (any(&["only"]) || any(&["unless"]))
        && binding
        && (any(&["may"])
            || any(&["can"])
            || any(&["must"])
            || any(&["if"])
            || any(&["allowed"])
            || first == "only")
    {
        return Some((Modality::Only, "constraint.only"));
    }
    if any(&["should", "be", "able"]) || line.section == Section::People {
        return None;
    }
    let strong = any(&["must"])
        || any(&["has", "to"])
        || any(&["have", "to"])
        || any(&["is", "required"])
        || any(&["are", "required"])
        || any(&["mandatory"])
        || any(&["shall"]);
    if strong && binding {
        return Some((Modality::Must, "constraint.must"));
    }
    if line.section == Section::Constraints {
        let wished = any(&["should"]) || any(&["ideally"]) || any(&["nice", "to", "have"]);
        return Some(if wished {
            (Modality::Should, "constraint.should")
        } else {
            (Modality::Must, "constraint.section")
        });
    }
    if any(&["should"]) && binding {
        return Some((Modality::Should, "constraint.should"));
    }
    let capped = bounded(line)
        .is_some_and(|quantity| matches!(quantity.comparator, Comparator::AtMost | Comparator::AtLeast));
    (capped
        && binding
        && !conditional
        && !matches!(line.section, Section::Success | Section::Steps)
        && !line.item.is_some_and(|item| item.1))
    .then_some((Modality::Must, "constraint.bound"))
}

/// `Documents are kept for 10 years`, `photos are deleted after 6 months`: how long data lives is a rule about all of it.
fn is_retention(line: &Line<'_>) -> bool {
    const DATA: &[&str] = &[
        "data",
        "document",
        "record",
        "booking",
        "photo",
        "image",
        "file",
        "recording",
        "log",
        "detail",
        "copy",
        "history",
        "information",
        "backup",
    ];
    let sentence = line.sentence;
    let about_data = (line.first..sentence.tokens.len())
        .any(|at| DATA.contains(&crate::text::noun_singular(sentence.word(at)).as_str()));
    about_data
        && quantities(sentence).iter().any(|quantity| {
            let days = quantity.value >= 86_400_000.0;
            let long = days && matches!(quantity.kind, QuantityKind::Duration { .. });
            let before = (quantity.tokens.0.saturating_sub(3)..quantity.tokens.0)
                .any(|at| matches!(sentence.word(at), "for" | "after"));
            let keeps = (line.first..quantity.tokens.0).any(|at| {
                matches!(
                    crate::text::verb_lemma(sentence.word(at)).as_str(),
                    "keep" | "store" | "delete" | "retain" | "archive" | "erase" | "anonymise" | "anonymize"
                )
            });
            long && before && keeps
        })
}

/// The first compared quantity of a sentence.
fn bounded(line: &Line<'_>) -> Option<Quantity> {
    quantities(line.sentence).into_iter().find(|quantity| {
        quantity.tokens.0 >= line.first
            && quantity.kind != QuantityKind::Date
            && (quantity.comparator != Comparator::Exactly
                || line.section == Section::Limits
                || matches!(quantity.kind, QuantityKind::Money { .. }))
    })
}

/// A statement with its id.
pub(super) fn statement(
    text: &str,
    prefix: &'static str,
    span: Span,
    rule: &str,
    taken: &[Statement],
) -> Statement {
    let words = plain(span.of(text));
    let id = crate::id::unused(ItemId::from_text(prefix, &words), ItemId::numbered, |candidate| {
        taken.iter().any(|known| known.id == *candidate)
    });
    Statement { id, text: words, origin: Origin::stated(vec![quote(text, span)], rule, 0.9) }
}

/// A constraint with its bound, if it has one.
pub(super) fn constraint(
    text: &str,
    line: &Line<'_>,
    modality: Modality,
    rule: &str,
    taken: &[Constraint],
) -> Constraint {
    let span = line.span();
    let words = plain(span.of(text));
    let id = crate::id::unused(ItemId::from_text("constraint_", &words), ItemId::numbered, |candidate| {
        taken.iter().any(|known| known.id == *candidate)
    });
    let bound = bounded(line).and_then(|quantity| bound(&quantity));
    Constraint {
        id,
        modality,
        text: words,
        bound,
        origin: Origin::stated(vec![quote(text, span)], rule, 0.85),
    }
}

/// The limits of a sentence, one for each compared quantity.
pub(super) fn limits(text: &str, line: &Line<'_>, taken: &mut Vec<StatedLimit>) {
    let all = quantities(line.sentence);
    for quantity in all.iter().filter(|quantity| quantity.tokens.0 >= line.first) {
        let Some(mut bound) = bound(quantity) else { continue };
        if bound.comparator == Compared::Exactly {
            bound.comparator = Compared::AtMost;
        }
        let from = all
            .iter()
            .filter(|other| other.tokens.1 < quantity.tokens.0)
            .map(|other| other.tokens.1 + 1)
            .next_back()
            .unwrap_or(line.first);
        let before = quantity.tokens.0.checked_sub(1).filter(|last| *last >= from);
        let named = before.map(|last| plain(line.sentence.span_of(from, last).of(text))).unwrap_or_default();
        let named = named.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let subject = if named.is_empty() {
            if line.label.is_empty() { "limit".to_owned() } else { line.label.clone() }
        } else {
            named
        };
        let id = crate::id::unused(ItemId::from_text("limit_", &subject), ItemId::numbered, |candidate| {
            taken.iter().any(|known| known.id == *candidate)
        });
        let origin = Origin::stated(vec![quote(text, quantity.span)], "limit.amount", 0.85);
        taken.push(StatedLimit { id, subject, bound, origin });
    }
}

/// A quantity of the text as a bound of the domain; dates and ranges have none.
pub(super) fn bound(quantity: &Quantity) -> Option<Bound> {
    let comparator = match quantity.comparator {
        Comparator::AtLeast => Compared::AtLeast,
        Comparator::MoreThan => Compared::Above,
        Comparator::AtMost => Compared::AtMost,
        Comparator::LessThan => Compared::Below,
        Comparator::About => Compared::About,
        Comparator::Exactly | Comparator::To => Compared::Exactly,
        _ => return None,
    };
    Some(Bound { comparator, quantity: amount(quantity, quantity.value)? })
}

/// A value in the unit of a quantity.
pub(super) fn amount(quantity: &Quantity, value: f64) -> Option<Amount> {
    let unit = match &quantity.kind {
        QuantityKind::Percent => return Some(Amount::new(value / 100.0, Unit::Share)),
        QuantityKind::Money { currency } => Unit::Money(Currency { currency: currency.clone() }),
        QuantityKind::Duration { .. } => Unit::Milliseconds,
        QuantityKind::Count { .. } => Unit::Count,
        QuantityKind::Number => {
            if value.fract() == 0.0 {
                Unit::Count
            } else {
                Unit::Score
            }
        }
        _ => return None,
    };
    Some(Amount::new(value, unit))
}
