//! How a gateway is spoken of.

use super::ground::{BRANCH_NOUNS, GATE_NOUNS, LITERALS, SOFT_GATE_NOUNS, comparison};
use super::item::{GatewayWord, Item, Kind};
use super::numbers::NUMBERS;
use super::token::Token;

/// Words that say which gateway is meant by its kind or its place, not by its question.
pub(super) const SAYS_WHICH: &[&str] = &[
    "exclusive",
    "exlusive",
    "conditional",
    "alternative",
    "if",
    "true",
    "false",
    "true/false",
    "branched",
    "parallel",
    "paralell",
    "parallal",
    "unconditional",
    "inclusive",
    "existing",
    "original",
    "current",
    "old",
    "two",
    "both",
    "whole",
    "entire",
    "new",
    "another",
    "additional",
    "xor",
    "xors",
];

pub(super) fn gateway(rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
    let mut said = GatewayWord::default();
    let mut length = 0;
    let mut has_adjective = false;
    let word = |index: usize| rest.get(index).map(|token| token.lower.as_str()).unwrap_or_default();
    loop {
        let here = word(length);
        if let Some((_, number)) = NUMBERS.iter().find(|(name, _)| *name == here) {
            said.number = Some(*number);
        } else if matches!(
            here,
            "exclusive" | "exlusive" | "conditional" | "alternative" | "if" | "true/false" | "branched"
        ) {
            said.is_parallel = Some(false);
            has_adjective |= here != "if";
        } else if here == "or"
            && (rest.get(length).is_some_and(|token| token.raw == "OR")
                || GATE_NOUNS.contains(&word(length + 1)))
        {
            said.is_parallel = Some(false);
            has_adjective = true;
        } else if matches!(here, "parallel" | "paralell" | "unconditional" | "parallal")
            || (here == "and" && rest.get(length).is_some_and(|token| token.raw == "AND"))
            || (here == "and"
                && matches!(word(length + 1), "gateway" | "gateways" | "gate" | "gates" | "branch" | "split"))
        {
            said.is_parallel = Some(true);
            has_adjective = true;
        } else if matches!(
            here,
            "existing" | "original" | "current" | "old" | "two" | "both" | "whole" | "entire"
        ) && length < 3
            && rest.len() > length + 1
        {
            // Says nothing about which one.
            if length == 0 && !is_gate_soon(rest) {
                return None;
            }
        } else if matches!(here, "new" | "another" | "additional") {
            said.is_new = true;
        } else if matches!(here, "xor" | "xors") {
            said.is_parallel = Some(false);
            said.is_plural |= here == "xors";
            length += 1;
            return Some((Kind::Gateway(finish_gateway(said, rest, before, &mut length)), length));
        } else {
            break;
        }
        length += 1;
        if length > 6 {
            return None;
        }
    }
    let noun = word(length);
    let is_hard = GATE_NOUNS.contains(&noun);
    let article = before
        .last()
        .is_some_and(|item| item.is(&["the", "this", "that", "a", "an", "another", "our", "current"]));
    let is_soft = SOFT_GATE_NOUNS.contains(&noun)
        && (has_adjective
            || (article && said.number.is_some())
            || (article && matches!(noun, "condition" | "choice" | "split")));
    let is_other = has_adjective
        && (BRANCH_NOUNS.contains(&noun)
            || matches!(
                noun,
                "block" | "structure" | "construct" | "node" | "loop" | "one" | "ones" | "path"
            ));
    let is_bare = has_adjective && !is_hard && !is_soft && !is_other;
    if is_bare && (said.is_parallel == Some(true) || word(length.saturating_sub(1)) == "or" || length == 0) {
        return None;
    }
    if !(is_hard || is_soft || is_other) {
        return None;
    }
    // `the true condition` was a branch; `condition` before a comparison introduces one.
    if is_soft && !has_adjective && is_condition_soon(rest, length + 1) {
        return None;
    }
    said.is_plural = noun.ends_with('s') && noun != "ones";
    length += 1;
    Some((Kind::Gateway(finish_gateway(said, rest, before, &mut length)), length))
}

pub(super) fn is_gate_soon(rest: &[Token]) -> bool {
    rest.iter().skip(1).take(3).any(|token| {
        GATE_NOUNS.contains(&token.lower.as_str()) || SOFT_GATE_NOUNS.contains(&token.lower.as_str())
    })
}

pub(super) fn is_condition_soon(rest: &[Token], at: usize) -> bool {
    rest.get(at..).is_some_and(|after| {
        comparison(after).is_some()
            || after.first().is_some_and(|token| LITERALS.contains(&token.lower.as_str()))
    })
}

/// Nouns behind the gateway's noun, and which half is meant.
pub(super) fn finish_gateway(
    mut said: GatewayWord,
    rest: &[Token],
    before: &[Item],
    length: &mut usize,
) -> GatewayWord {
    let word = |index: usize| rest.get(index).map(|token| token.lower.as_str()).unwrap_or_default();
    loop {
        let here = word(*length);
        if matches!(
            here,
            "gateway"
                | "gateways"
                | "gate"
                | "gates"
                | "block"
                | "structure"
                | "node"
                | "nodes"
                | "construct"
                | "decision"
                | "decisions"
                | "split"
                | "condition"
                | "choice"
                | "check"
                | "statement"
                | "branch"
                | "x"
                | "clause"
                | "execution"
                | "logic"
        ) {
            said.is_plural |= matches!(here, "gateways" | "gates" | "nodes" | "decisions");
            *length += 1;
        } else if matches!(here, "join" | "merge")
            && !matches!(word(*length + 1), "task" | "tasks" | "step" | "steps")
        {
            said.is_join = true;
            *length += 1;
        } else if here == "("
            && matches!(word(*length + 1), "gateway" | "gate" | "decision" | "node")
            && word(*length + 2) == ")"
        {
            *length += 3;
        } else if here == "("
            && matches!(word(*length + 1), "join" | "split" | "merge")
            && word(*length + 2) == ")"
        {
            said.is_join = word(*length + 1) != "split";
            *length += 3;
        } else {
            break;
        }
    }
    let mut back = before.iter().rev().skip(1);
    let is_old = back.next().is_some_and(|item| item.is(&["of"]))
        && back.next().is_some_and(|item| item.is(&["instead", "place"]));
    said.is_new |= !is_old
        && before
            .iter()
            .rev()
            .take(2)
            .any(|item| item.is(&["a", "an", "another", "new", "additional", "more"]));
    said
}
