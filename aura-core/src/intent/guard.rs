//! Conditions: from clauses with `if`, and from the other ways in which people say that something holds only sometimes.

use crate::text::{
    Comparator, QuantityKind, Sentence, Span, Tag, Voice, quantities, third_person, verb_lemma,
};

use super::actors::name_of;
use super::clause::{Clause, Role};
use super::piece::said;
use super::reading::{condition_span, lower_first, plain, question_of};
use super::restriction::restricted;

/// A condition as it was read.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    /// The condition as a clause.
    pub(super) words: String,
    /// The question that it answers.
    pub(super) question: String,
    /// Where it stands.
    pub(super) span: Span,
    /// What is measured by an amount that decides, where one decides.
    pub(super) measured: Option<&'static str>,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// Words before an amount that compare.
const COMPARING: &[&str] = &[
    "above",
    "over",
    "below",
    "under",
    "beyond",
    "exceeding",
    "from",
    "between",
    "up",
    "older",
    "longer",
    "more",
    "less",
    "fewer",
    "at",
];

/// The conditions under which the acts of a piece are done, outermost first, at most two.
pub(super) fn all_guards(text: &str, sentence: &Sentence, found: &[Clause]) -> Vec<Guard> {
    let outer = leading(text, sentence).or_else(|| restricted(text, sentence, found));
    let inner = clause_guard(text, sentence, found);
    let same = matches!((&outer, &inner), (Some(outer), Some(inner)) if outer.span.overlaps(inner.span));
    outer.filter(|_| !same).into_iter().chain(inner).collect()
}

/// The token that opens `otherwise`, where the piece starts with it.
pub(super) fn opens_otherwise(sentence: &Sentence, from: usize) -> Option<usize> {
    let at = from + usize::from(matches!(sentence.word(from), "and" | "but" | "or"));
    let phrases: [&[&str]; 14] = [
        &["otherwise"],
        &["else"],
        &["if", "not"],
        &["in", "the", "latter", "case"],
        &["in", "the", "other", "case"],
        &["in", "all", "other", "cases"],
        &["in", "any", "other", "case"],
        &["the", "rest"],
        &["others"],
        &["the", "others"],
        &["all", "others"],
        &["everything", "else"],
        &["anything", "else"],
        &["everyone", "else"],
    ];
    let comma = |end: usize| sentence.word(end) == "," || end == at + 1 || sentence.tag(end).is_finite();
    phrases
        .iter()
        .find(|phrase| sentence.stands_at(at, phrase) && (phrase.len() < 2 || comma(at + phrase.len())))
        .map(|_| at)
}

/// Whether an act stands before a condition that is not its own: `checks it, and if it is late, calls`.
pub(super) fn stands_before(
    sentence: &Sentence,
    found: &[Clause],
    clause: &Clause,
    guards: &[Guard],
) -> bool {
    let Some(guard) = guards.iter().find(|guard| guard.rule == "clause.condition") else { return false };
    let Some(start) = (0..sentence.tokens.len())
        .find(|at| sentence.tokens.get(*at).is_some_and(|token| token.span.start >= guard.span.start))
    else {
        return false;
    };
    if clause.group.last >= start {
        return false;
    }
    let joins = (clause.group.last..start).any(|at| matches!(sentence.word(at), "and" | "but" | "then"));
    let acts_after = found.iter().any(|other| other.role == Role::Main && other.group.first > start);
    if joins && acts_after {
        return true;
    }
    // Where the condition stands at the end, it belongs to the nearest act before it.
    found.iter().any(|other| {
        other.role == Role::Main && other.group.first > clause.group.last && other.group.last < start
    })
}

/// Where a condition starts that follows the verbs of a clause.
pub(super) fn condition_start(sentence: &Sentence, clause: &Clause, guards: &[usize]) -> Option<usize> {
    let at = (clause.group.last + 1..sentence.tokens.len())
        .find(|at| sentence.tokens.get(*at).is_some_and(|token| guards.contains(&token.span.start)))?;
    Some(if at > 0 && matches!(sentence.word(at - 1), "only" | "but" | "even" | "or" | ",") {
        at - 1
    } else {
        at
    })
}

/// What a clause says has to be, as a plain clause: `the number must match the contract` → `the number matches the contract`.
pub(super) fn obligation(text: &str, sentence: &Sentence, clause: &Clause) -> Option<String> {
    let obliged = matches!(clause.group.modal.as_deref(), Some("must" | "should" | "shall"));
    let subject =
        clause.subject.filter(|_| obliged && !clause.group.negated && clause.group.voice == Voice::Active)?;
    if super::actors::actor_kind(&name_of(text, sentence, &subject)).is_some() || subject.is_pronoun(sentence)
    {
        return None;
    }
    let start = clause.first.min(subject.first);
    let holder = lower_first(&said(text, sentence, start, clause.group.first.checked_sub(1)?));
    let rest = said(text, sentence, clause.group.head + 1, clause.last);
    let verb = third_person(&clause.group.lemma);
    Some(format!("{holder} {verb} {rest}").trim_end().to_owned())
}

/// A condition that stands before a colon or an arrow.
pub(super) fn label_guard(text: &str, span: Span) -> Guard {
    let words = plain(span.of(text)).trim_matches([',', ':', '.', ' ']).to_owned();
    let words = lower_first(words.strip_prefix("if ").or(words.strip_prefix("If ")).unwrap_or(&words));
    let opening = words.split(' ').next().unwrap_or_default();
    let measured = COMPARING.contains(&opening).then_some("value");
    let clause = match measured {
        Some(_) => format!("the value is {words}"),
        None if words.starts_with(['"', '“']) => format!("the answer is {words}"),
        None if words.starts_with("no ") => format!("there is {words}"),
        None if words.split(' ').count() == 1
            && matches!(
                words.as_str(),
                "emergency" | "error" | "timeout" | "exception" | "cancellation" | "no-show" | "failure"
            ) =>
        {
            let article = if words.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("there is {article} {words}")
        }
        None if words.split(' ').count() == 1 => format!("it is {words}"),
        None if words.split(' ').count() <= 3
            && words
                .split(' ')
                .next_back()
                .is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit())) =>
        {
            format!("it is {words}")
        }
        None => words,
    };
    Guard { question: format!("whether {clause}"), words: clause, span, measured, rule: "clause.label" }
}

/// Whether the words before a colon say when something holds: `below 40`, `emergency`, `at the limit`.
pub(super) fn is_condition_label(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    const OPENING: &[&str] = &[
        "above", "over", "below", "under", "between", "at", "after", "without", "if", "when", "in case",
        "up", "else", "less", "more", "beyond",
    ];
    const ALONE: &[&str] = &[
        "emergency",
        "emergencies",
        "error",
        "errors",
        "failure",
        "timeout",
        "exception",
        "exceptions",
        "fallback",
        "no-show",
        "cancellation",
        "otherwise",
    ];
    words.len() <= 6
        && (OPENING.contains(first) && words.len() > 1
            || ALONE.contains(first) && words.len() == 1
            || words.len() == 2
                && matches!(*first, "day" | "week" | "month" | "round" | "attempt")
                && words.last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit())))
}

fn clause_guard(text: &str, sentence: &Sentence, found: &[Clause]) -> Option<Guard> {
    // `because if not, they take it all`: a reason, no condition.
    let is_reason = |clause: &Clause| {
        let marker = clause.marker.unwrap_or(clause.first);
        (0..marker).rev().take_while(|at| sentence.word(*at) != ";").any(|at| sentence.word(at) == "because")
    };
    let condition = found
        .iter()
        .find(|clause| clause.role == Role::Condition && !is_asked(sentence, clause) && !is_reason(clause))
        .or_else(|| found.iter().find(|clause| is_trouble(sentence, clause)))
        .or_else(|| {
            found.iter().find(|clause| clause.role == Role::Relative && opens_with_where(sentence, clause))
        })?;
    let marker = condition.marker.unwrap_or(condition.first);
    let span = condition_span(sentence, found, condition)?;
    let (first, last) = tokens_of(sentence, span)?;
    let words = lower_first(&said(text, sentence, first, last));
    // `is missing as well`, whose last word is an adverb
    let words = words.strip_suffix(" as").unwrap_or(&words).to_owned();
    let negated = sentence.word(marker) == "unless";
    let words = if negated { denied(sentence, condition, &words) } else { words };
    let question =
        if negated { format!("whether {words}") } else { question_of(text, sentence, condition, &words) };
    let measured = amount_kind(sentence, first, last);
    let span = sentence.span_of(marker, marker).join(span);
    Some(Guard { words, question, span, measured, rule: "clause.condition" })
}

/// `check if it is valid`, `ask whether …`: what is found out, no condition.
fn is_asked(sentence: &Sentence, clause: &Clause) -> bool {
    let Some(marker) = clause.marker else { return false };
    const ASKING: &[&str] = &["check", "ask", "see", "verify", "test", "know", "decide", "determine"];
    let asking = |at: usize| {
        sentence.tag(at).is_verb()
            && sentence.tag(at) != Tag::VerbParticiple
            && ASKING.contains(&verb_lemma(sentence.word(at)).as_str())
    };
    sentence.word(marker) == "whether"
        || marker > 0
            && sentence.tag(marker - 1) != Tag::Adverb
            && (marker.saturating_sub(2)..marker).any(asking)
}

/// `when the number is not accepted`, `when the load is late`: a case, not a point in time.
pub(super) fn is_trouble(sentence: &Sentence, clause: &Clause) -> bool {
    let when = clause.role == Role::Time
        && clause.marker.is_some_and(|at| matches!(sentence.word(at), "when" | "whenever" | "where"));
    if !when {
        return false;
    }
    const TROUBLE: &[&str] = &[
        "late",
        "missing",
        "off",
        "invalid",
        "wrong",
        "unavailable",
        "damaged",
        "incomplete",
        "unclear",
        "empty",
        "absent",
        "closed",
        "full",
        "broken",
        "unreadable",
    ];
    let compared = quantities(sentence).iter().any(|quantity| {
        quantity.tokens.0 > clause.group.last
            && quantity.tokens.0 <= clause.last
            && !matches!(quantity.comparator, Comparator::Exactly | Comparator::To)
    });
    const MISHAPS: &[&str] = &[
        "damage",
        "cancel",
        "lose",
        "break",
        "reject",
        "refuse",
        "decline",
        "steal",
        "block",
        "delay",
        "miss",
        "interrupt",
        "overdraw",
        "exhaust",
    ];
    let mishap = clause.group.voice == Voice::Passive && MISHAPS.contains(&clause.group.lemma.as_str());
    clause.group.negated
        || mishap
        || compared && !clause.is_act()
        || matches!(clause.group.lemma.as_str(), "fail" | "exceed" | "differ" | "mismatch")
        || clause.group.lemma == "be" && TROUBLE.contains(&sentence.word(clause.group.last + 1))
}

fn opens_with_where(sentence: &Sentence, clause: &Clause) -> bool {
    clause.marker.is_some_and(|at| at <= 1 && sentence.word(at) == "where")
}

/// `the boss agrees` → `the boss does not agree`.
fn denied(sentence: &Sentence, clause: &Clause, words: &str) -> String {
    let verb = sentence.word(clause.group.head);
    let be = sentence.word(clause.group.first);
    if matches!(be, "is" | "are" | "was" | "were" | "can" | "has" | "will" | "have")
        && clause.group.head != clause.group.first
        || matches!(be, "is" | "are")
    {
        return words.replacen(&format!(" {be} "), &format!(" {be} not "), 1);
    }
    match sentence.tag(clause.group.head) {
        Tag::VerbThird => words.replacen(&format!(" {verb}"), &format!(" does not {}", verb_lemma(verb)), 1),
        Tag::VerbBase => words.replacen(&format!(" {verb}"), &format!(" do not {verb}"), 1),
        _ => format!("not: {words}"),
    }
}

/// First and last token that lie in a span.
fn tokens_of(sentence: &Sentence, span: Span) -> Option<(usize, usize)> {
    let inside = |at: &usize| sentence.tokens.get(*at).is_some_and(|token| span.contains(token.span));
    let first = (0..sentence.tokens.len()).find(inside)?;
    Some((first, (first..sentence.tokens.len()).take_while(inside).last()?))
}

fn amount_kind(sentence: &Sentence, first: usize, last: usize) -> Option<&'static str> {
    quantities(sentence)
        .into_iter()
        .find(|quantity| quantity.tokens.0 >= first && quantity.tokens.1 <= last)
        .and_then(|quantity| kind_name(&quantity.kind))
}

pub(super) fn kind_name(kind: &QuantityKind) -> Option<&'static str> {
    match kind {
        QuantityKind::Money { .. } => Some("amount"),
        QuantityKind::Percent => Some("share"),
        QuantityKind::Duration { .. } => Some("time"),
        QuantityKind::Count { .. } => Some("number"),
        QuantityKind::Number => Some("value"),
        QuantityKind::Date => None,
    }
}

/// A condition that opens the piece without a verb: `Above 50 euros, …`, `On no, …`, `40 to 70 gets …`, `In an emergency, …`.
fn leading(text: &str, sentence: &Sentence) -> Option<Guard> {
    let first = usize::from(matches!(sentence.word(0), "and" | "but" | "for" | "anything" | "everything"));
    // `anything above goes to an agent`
    if matches!(sentence.word(0), "anything" | "everything")
        && matches!(sentence.word(1), "above" | "over" | "below" | "under")
        && sentence.tag(2).is_finite()
    {
        let words = format!("the value is {} that", sentence.word(1));
        return Some(Guard {
            question: format!("whether {words}"),
            words,
            span: sentence.span_of(0, 1),
            measured: Some("value"),
            rule: "clause.leading",
        });
    }
    let make = |last: usize, subject: &str, measured: Option<&'static str>| {
        let words = said(text, sentence, first, last);
        let words = format!("{subject} {}", lower_first(&words));
        Guard {
            question: format!("whether {words}"),
            words,
            span: sentence.span_of(0, last),
            measured,
            rule: "clause.leading",
        }
    };
    let opens_act = |at: usize| {
        matches!(sentence.word(at), "," | ":")
            || sentence.tag(at).is_finite()
            || sentence.tag(at) == Tag::VerbThird
    };
    if COMPARING.contains(&sentence.word(first)) && sentence.word(first + 1) == "that" && opens_act(first + 2)
    {
        return Some(make(first + 1, "the value is", Some("value")));
    }
    if let Some(quantity) = quantities(sentence).into_iter().find(|quantity| quantity.tokens.0 <= first + 3) {
        let (start, last) = quantity.tokens;
        let compared = COMPARING.contains(&sentence.word(first)) && start > first
            || start == first && matches!(quantity.comparator, Comparator::Between | Comparator::FromTo)
            || matches!(
                quantity.comparator,
                Comparator::MoreThan | Comparator::LessThan | Comparator::AtLeast
            );
        let kind = kind_name(&quantity.kind);
        // `After 10 minutes, …` is a wait, `within 5 days, …` a limit.
        let is_time = matches!(kind, Some("time") | None);
        let words_between = (first..start).all(|at| {
            !sentence.tag(at).is_noun() && !sentence.tag(at).is_verb()
                || COMPARING.contains(&sentence.word(at))
        });
        // `At most two rounds, then …` caps a loop.
        let round = matches!(&quantity.kind, QuantityKind::Count { noun } if matches!(noun.as_str(), "round" | "time" | "attempt" | "try" | "iteration"));
        if compared && !is_time && !round && words_between && opens_act(last + 1) {
            let subject = format!("the {} is", kind.unwrap_or("value"));
            return Some(make(last, &subject, kind));
        }
        if start == first && !is_time && matches!(sentence.word(last + 1), "to" | "-" | "–") {
            let upper = last + 2;
            if sentence.tag(upper) == Tag::Number && opens_act(upper + 1) {
                return Some(make(upper, "the value is", Some("value")));
            }
        }
    }
    leading_case(text, sentence)
}

/// `On no, …`, `if in doubt, …`, `without a receipt, …`: a case that opens the piece.
fn leading_case(text: &str, sentence: &Sentence) -> Option<Guard> {
    // `if in doubt, …`, `if necessary, …`
    if sentence.word(0) == "if"
        && let Some(comma) = (2..5).find(|at| sentence.word(*at) == ",")
        && !(1..comma).any(|at| sentence.tag(at).is_finite() || sentence.tag(at) == Tag::Determiner)
    {
        let rest = said(text, sentence, 1, comma - 1);
        let words = match rest.strip_prefix("in ") {
            Some(noun) => format!("there is {noun}"),
            None => format!("it is {rest}"),
        };
        return Some(Guard {
            question: format!("whether {words}"),
            words,
            span: sentence.span_of(0, comma - 1),
            measured: None,
            rule: "clause.leading",
        });
    }
    if matches!(sentence.word(0), "on" | "upon") {
        let answer = sentence.word(1);
        let known = matches!(
            answer,
            "no" | "yes"
                | "failure"
                | "success"
                | "refusal"
                | "approval"
                | "rejection"
                | "timeout"
                | "error"
                | "decline"
        );
        if known && sentence.word(2) == "," {
            let words = format!("the answer is {answer}");
            return Some(Guard {
                question: format!("whether {words}"),
                words,
                span: sentence.span_of(0, 1),
                measured: None,
                rule: "clause.leading",
            });
        }
    }
    let case = sentence.stands_at(0, &["in", "case", "of"])
        || sentence.word(0) == "without"
        || sentence.stands_at(0, &["in", "an", "emergency"]);
    let comma = (1..sentence.tokens.len().min(9)).find(|at| sentence.word(*at) == ",");
    if let Some(comma) = comma.filter(|_| case) {
        let words = if sentence.word(0) == "in" && sentence.word(1) == "case" {
            format!("there is {}", said(text, sentence, 3, comma - 1))
        } else {
            format!("it is {}", lower_first(&said(text, sentence, 0, comma - 1)))
        };
        return Some(Guard {
            question: format!("whether {words}"),
            words,
            span: sentence.span_of(0, comma - 1),
            measured: None,
            rule: "clause.leading",
        });
    }
    None
}
