//! Stretches of a sentence that are not tagged word by word: asides, quoted names, measures.

use super::{Tag, Token};

/// Places of the brackets of asides that stand inside a sentence.
pub(super) fn asides(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        match (token.lower.as_str(), open) {
            ("(", None) => open = Some(at),
            (")", Some(start)) => {
                if start > 0 && at > start + 1 && at - start < 60 {
                    found.push((start, at));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// `a 45-minute slot`: number, hyphen and unit describe one noun.
pub(super) fn join_measures(tokens: &mut [Token]) {
    for at in 2..tokens.len() {
        let Some([number, hyphen, unit]) = tokens.get_mut(at - 2..=at) else { continue };
        let joined = number.tag == Tag::Number
            && hyphen.lower == "-"
            && number.span.end == hyphen.span.start
            && hyphen.span.end == unit.span.start
            && unit.lower.starts_with(char::is_alphabetic);
        if joined {
            hyphen.tag = Tag::Adjective;
            unit.tag = Tag::Noun;
        }
    }
}

/// The tokens between quotation marks: the name of a button or a status, whatever words it is made of.
pub(super) fn quoted_words(words: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = None;
    for (index, word) in words.iter().enumerate() {
        match (word.as_str(), open) {
            ("\"" | "“", None) => open = Some(index),
            ("\"" | "”", Some(start)) => {
                if index - start <= 8 {
                    found.extend(start + 1..index);
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}
