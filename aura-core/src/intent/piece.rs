//! Cuts a sentence into pieces that are read one by one, each under at most one condition.

use crate::text::{Sentence, Span, Tag, TokenKind};

/// A stretch of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its tokens, without asides in parentheses.
    pub(super) sentence: Sentence,
    /// The words of the condition that stands before it as a label or before an arrow.
    pub(super) guard: Option<Span>,
    /// Whether it spells out what the piece before it sums up: `report it in the app: take a photo, …`.
    pub(super) details: bool,
}

/// The pieces of a sentence from a token on.
pub(super) fn pieces(sentence: &Sentence, from: usize) -> Vec<Piece> {
    let open = without_asides(sentence, from);
    let mut found = Vec::new();
    for range in cuts(&open) {
        let part = slice(&open, range);
        match arrow(&part) {
            Some(at) => {
                let left = part.span_of(0, at.0.saturating_sub(1));
                let right = slice(&part, (at.1, part.tokens.len()));
                found.push(Piece { sentence: right, guard: Some(left), details: false });
            }
            None => match details(&part) {
                Some(at) => {
                    found.push(piece(slice(&part, (0, at))));
                    let rest = slice(&part, (at + 1, part.tokens.len()));
                    found.push(Piece { sentence: rest, guard: None, details: true });
                }
                None => found.push(piece(part)),
            },
        }
    }
    found.retain(|piece| piece.sentence.tokens.iter().any(|token| token.kind == TokenKind::Word));
    found
}

fn piece(sentence: Sentence) -> Piece {
    Piece { sentence, guard: None, details: false }
}

/// A stretch of tokens as a sentence of its own.
pub(super) fn slice(sentence: &Sentence, (first, end): (usize, usize)) -> Sentence {
    let tokens: Vec<_> = sentence.tokens.iter().take(end).skip(first).cloned().collect();
    let span = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::default(),
    };
    Sentence { span, tokens }
}

/// A sentence as several where a semicolon parts clauses.
pub(super) fn at_semicolons(sentence: &Sentence) -> Vec<Sentence> {
    let end = sentence.tokens.len();
    let told = |first: usize, end: usize| (first..end).any(|at| sentence.tag(at).is_finite());
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for at in 0..end {
        match sentence.word(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            ";" if depth == 0 && told(start, at) && told(at + 1, end) => {
                found.push(slice(sentence, (start, at)));
                start = at + 1;
            }
            _ => {}
        }
    }
    if start == 0 {
        return vec![sentence.clone()];
    }
    found.push(slice(sentence, (start, end)));
    found
}

/// Leaves out what stands in parentheses, unless it is a condition: `(only if it is late)`.
fn without_asides(sentence: &Sentence, from: usize) -> Sentence {
    let mut tokens = Vec::new();
    let mut at = from;
    while let Some(token) = sentence.tokens.get(at) {
        if token.lower == "(" {
            let close = (at + 1..sentence.tokens.len().min(at + 60)).find(|next| sentence.word(*next) == ")");
            let start = at + 1 + usize::from(matches!(sentence.word(at + 1), "only" | "but"));
            let condition = matches!(sentence.word(start), "if" | "unless" | "when" | "where");
            if let Some(close) = close.filter(|_| !condition) {
                at = close + 1;
                continue;
            }
            at += 1;
            continue;
        }
        tokens.push(token.clone());
        at += 1;
    }
    let span = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => sentence.span,
    };
    Sentence { span, tokens }
}

/// Ranges between semicolons, before `if` and `otherwise` that open something new, and between pairs with arrows.
fn cuts(sentence: &Sentence) -> Vec<(usize, usize)> {
    let end = sentence.tokens.len();
    let mut found = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for at in 0..end {
        if matches!(sentence.word(at), "\"" | "“" | "”") {
            quoted = !quoted;
        }
        if quoted || at <= start {
            continue;
        }
        if sentence.word(at) == ";" {
            found.push((start, at));
            start = at + 1;
            continue;
        }
        let joined = usize::from(matches!(sentence.word(at), "and" | "but" | "or"));
        let after_comma = sentence.word(at - 1) == ",";
        let opens = at + joined;
        let is_otherwise = matches!(sentence.word(opens), "otherwise" | "else")
            && (after_comma || joined == 1 || matches!(sentence.word(at - 1), "–" | "-" | "—"))
            && sentence.word(opens.wrapping_sub(1)) != "or";
        let is_condition = matches!(sentence.word(opens), "if" | "unless")
            && (after_comma || joined == 1)
            && has_verb(sentence, start, at)
            && acts_follow(sentence, opens);
        // `…, the others are checked by a clerk`, `…, anything above goes to an agent`, `the team votes: if …`
        let is_rest = after_comma
            && (matches!(sentence.word(at), "others" | "anything" | "everything")
                || matches!(sentence.word(at), "the" | "all") && sentence.word(at + 1) == "others")
            && (at + 1..end.min(at + 5)).any(|next| sentence.tag(next).is_finite());
        let is_case = sentence.word(at - 1) == ":"
            && matches!(sentence.word(at), "if" | "when" | "unless")
            && has_verb(sentence, start, at - 1)
            && !matches!(sentence.word(start), "if" | "when" | "unless");
        // `checks it and, if in doubt, asks again`
        let comma = (at + 2..end.min(at + 5)).find(|next| sentence.word(*next) == ",");
        let verbless = sentence.word(at) == "if"
            && comma.is_some_and(|comma| {
                (at + 1..comma).all(|inside| {
                    !sentence.tag(inside).is_finite()
                        && !matches!(sentence.tag(inside), Tag::Determiner | Tag::Pronoun)
                })
            })
            && has_verb(sentence, start, at)
            && sentence.word(at + 1) != "not";
        if verbless {
            found.push((start, at));
            start = at;
            continue;
        }
        if is_rest || is_case {
            found.push((start, at - 1));
            start = at;
            continue;
        }
        // `too late, so a reminder is sent`: what follows from it is told on its own.
        let is_result = sentence.word(at) == "so" && after_comma && is_told(sentence, at + 1);
        // `A -> B, C -> D`
        let is_pair = sentence.word(at - 1) == ","
            && (start..at).any(|before| is_arrow(sentence, before))
            && (at..end)
                .find(|next| is_arrow(sentence, *next) || sentence.word(*next) == ",")
                .is_some_and(|next| is_arrow(sentence, next));
        if is_result || is_pair {
            found.push((start, at));
            start = at + usize::from(is_result);
            continue;
        }
        // `adds a photo if there is one, and signs`: what follows the comma is not under the condition.
        let condition = (start + 1..at).find(|before| matches!(sentence.word(*before), "if" | "unless"));
        let next = at + joined;
        let goes_on = after_comma
            && condition.is_some_and(|condition| {
                has_verb(sentence, start, condition)
                    && (condition..at).any(|inside| sentence.tag(inside).is_finite())
            })
            && matches!(sentence.tag(next), Tag::VerbBase | Tag::VerbThird);
        if goes_on {
            found.push((start, at));
            start = next;
            continue;
        }
        if is_otherwise || is_condition {
            found.push((start, at));
            start = opens;
        }
    }
    if start < end {
        found.push((start, end));
    }
    found
}

fn has_verb(sentence: &Sentence, first: usize, end: usize) -> bool {
    // `if it is late and if nobody answers`: two conditions, no act between them.
    let conditional =
        (first..end).take(2).any(|at| matches!(sentence.word(at), "if" | "unless" | "when" | "only"));
    let parted = (first..end).any(|at| sentence.word(at) == ",");
    (first..end).any(|at| sentence.tag(at).is_finite()) && (parted || !conditional)
}

/// Whether what follows `so` is told, not hoped for: `so a reminder is sent`, but not `so I can plan`.
fn is_told(sentence: &Sentence, from: usize) -> bool {
    let hoped = (from..sentence.tokens.len().min(from + 8)).any(|at| {
        sentence.word(at) == "that" && at == from
            || matches!(
                sentence.word(at),
                "can" | "could" | "nobody" | "i" | "we" | "people" | "somebody" | "will"
            ) && at < from + 4
    });
    !hoped && (from..sentence.tokens.len()).any(|at| sentence.tag(at).is_finite())
}

/// Whether a condition is followed by a comma, or `then`, and a verb of its own.
fn acts_follow(sentence: &Sentence, condition: usize) -> bool {
    let end = sentence.tokens.len();
    let comma = (condition + 2..end).find(|at| matches!(sentence.word(*at), "," | "then" | ":"));
    comma.is_some_and(|comma| {
        (condition..comma).any(|at| sentence.tag(at).is_finite())
            && (comma + 1..end).any(|at| sentence.tag(at).is_finite() || sentence.tag(at).is_verb())
    })
}

/// First and following token of one arrow that parts a condition from what is done: `too dark -> ask again`.
fn arrow(sentence: &Sentence) -> Option<(usize, usize)> {
    if matches!(sentence.word(0), "if" | "when" | "unless")
        && let Some(colon) = (2..sentence.tokens.len()).find(|at| sentence.word(*at) == ":")
    {
        return (colon + 1 < sentence.tokens.len()).then_some((colon, colon + 1));
    }
    let at = (1..sentence.tokens.len()).find(|at| is_arrow(sentence, *at))?;
    let start = at - usize::from(matches!(sentence.word(at - 1), "-" | "="));
    (start > 0 && at + 1 < sentence.tokens.len()).then_some((start, at + 1))
}

/// Whether a token is the head of an arrow.
pub(super) fn is_arrow(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "→" | "➔" | "⇒" | "->" | "=>")
        || sentence.word(at) == ">" && matches!(sentence.word(at.wrapping_sub(1)), "-" | "=")
}

/// The colon after which the acts are spelled out, each by a verb of its own.
fn details(sentence: &Sentence) -> Option<usize> {
    let at = (2..sentence.tokens.len()).find(|at| sentence.word(*at) == ":")?;
    if !(0..at).any(|before| sentence.tag(before).is_verb()) {
        return None;
    }
    let opens = |from: usize| {
        let from = from + usize::from(matches!(sentence.word(from), "and" | "or" | "then"));
        sentence.tag(from) == Tag::VerbBase || sentence.tag(from) == Tag::VerbThird
    };
    let commas = (at + 1..sentence.tokens.len()).filter(|next| matches!(sentence.word(*next), "," | "and"));
    let acts = 1 + commas.filter(|next| opens(*next + 1)).count();
    (opens(at + 1) && acts >= 2).then_some(at)
}

/// The words from one token to another, without asides that were left out between them.
pub(super) fn said(text: &str, sentence: &Sentence, first: usize, last: usize) -> String {
    let mut runs: Vec<String> = Vec::new();
    let mut run: Option<Span> = None;
    for token in sentence.tokens.iter().take(last + 1).skip(first) {
        run = Some(match run {
            Some(open) => {
                let gap = text.get(open.end..token.span.start).unwrap_or_default();
                if gap.contains(['(', ')']) {
                    runs.push(open.of(text).to_owned());
                    token.span
                } else {
                    open.join(token.span)
                }
            }
            None => token.span,
        });
    }
    runs.extend(run.map(|open| open.of(text).to_owned()));
    let words = super::reading::plain(&runs.join(" "));
    words.replace(" ,", ",").replace(" .", ".")
}
