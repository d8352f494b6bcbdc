//! Marks every unclear place of a text, for reviews; [`interpret`](super::interpret) asks only what matters.
//!
//! In comes a text; out go places with a question each: qualities without a number, lists that are left open,
//! `and/or`, two properties of what may be one thing or two, and words that may refer to several things. Never here: what the answer changes.

mod reference;
mod vague;

use crate::text::{Sentence, Span, Tag, analyse, clean};

use reference::Named;
use vague::{is_quality, is_vague};

/// An unclear place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// Stable name of the detector: `vague_word`, `open_list`, `and_or`, `one_or_two`, `unclear_reference`.
    pub code: &'static str,
    /// Where it stands, in bytes of the text without control characters and escapes.
    pub span: Span,
    /// What to ask about it.
    pub question: String,
}

/// Finds vague words, open lists, `and/or` and words that may refer to several things.
///
/// # Example
/// ```
/// use aura_core::intent::ambiguities;
/// let found = ambiguities("Make the export fast.");
/// assert_eq!((found[0].code, found[0].question.as_str()), ("vague_word", "What exactly does `fast` mean, in numbers?"));
/// ```
pub fn ambiguities(text: &str) -> Vec<Ambiguity> {
    let text = clean(text).text;
    let mut found: Vec<Ambiguity> = Vec::new();
    let mut named = Named::default();
    for sentence in analyse(&text).iter().flat_map(|block| &block.sentences) {
        for at in 0..sentence.tokens.len() {
            if let Some((code, last)) = place(sentence, at, &named) {
                let span = sentence.span_of(at, last);
                if found.iter().all(|other| !other.span.overlaps(span)) {
                    found.push(Ambiguity { code, span, question: question(code, span.of(&text)) });
                }
            }
            named.add(sentence, at);
        }
    }
    found
}

/// What is unclear at a place, with the last token of it.
fn place(sentence: &Sentence, at: usize, named: &Named) -> Option<(&'static str, usize)> {
    if matches!(sentence.word(at), "etc" | "etc.") || sentence.stands_at(at, &["and", "so", "on"]) {
        return Some(("open_list", if sentence.word(at) == "and" { at + 2 } else { at }));
    }
    if sentence.stands_at(at, &["and", "/", "or"]) {
        return Some(("and_or", at + 2));
    }
    if let Some(last) = one_or_two(sentence, at) {
        return Some(("one_or_two", last));
    }
    if is_vague(sentence, at) {
        return Some(("vague_word", at));
    }
    named.unclear(sentence, at).map(|last| ("unclear_reference", last))
}

/// `show local and shared timeline`: one thing with both properties, or two things. An article before it says `one`.
fn one_or_two(sentence: &Sentence, at: usize) -> Option<usize> {
    let is_property = |place: usize| {
        matches!(sentence.tag(place), Tag::Adjective | Tag::VerbParticiple)
            && !is_quality(sentence.word(place))
    };
    let before = at.checked_sub(1).map(|place| sentence.tag(place));
    let is_open =
        matches!(before, None | Some(Tag::VerbBase | Tag::VerbThird | Tag::Punctuation | Tag::Preposition));
    let is_one = sentence.tag(at + 3) == Tag::Noun && !sentence.tag(at + 4).is_noun();
    (is_open && is_property(at) && sentence.word(at + 1) == "and" && is_property(at + 2) && is_one)
        .then_some(at + 3)
}

fn question(code: &str, words: &str) -> String {
    match code {
        "vague_word" => format!("What exactly does `{words}` mean, in numbers?"),
        "unclear_reference" => format!("What does `{words}` stand for?"),
        "one_or_two" => format!("Is `{words}` one thing or two?"),
        "and_or" => "Does it ask for both, or is one of them enough?".to_owned(),
        _ => format!("What exactly belongs to `{words}`?"),
    }
}

#[cfg(test)]
mod tests {
    use super::ambiguities;

    #[test]
    fn places_are_marked_with_their_kind() {
        let check = |text: &str, expect: &[(&str, &str)]| {
            let found: Vec<(&str, &str)> =
                ambiguities(text).iter().map(|one| (one.code, one.span.of(text))).collect::<Vec<_>>();
            assert_eq!(found, expect, "{text}");
        };
        check("The search must be fast.", &[("vague_word", "fast")]);
        check("The search must answer fast, in 2 seconds.", &[]);
        check("A dark mode would be nice.", &[]);
        check("The list is confusing.", &[]);
        check("Show bills, letters, etc.", &[("open_list", "etc.")]);
        check("The clerk calls and/or emails the tenant.", &[("and_or", "and/or")]);
        check("Please ask that baker.", &[]);
        check("Please add this lamp to the room.", &[("unclear_reference", "this lamp")]);
        check("Put the cup next to the jar and clean it.", &[("unclear_reference", "it")]);
        check("Press the button and hold it.", &[]);
        check("Show open and closed door.", &[("one_or_two", "open and closed door")]);
        check("Show an open and closed door.", &[]);
        check("Show open and closed doors.", &[]);
        check("The lamp and the bell: there is a possibility to mute it.", &[("unclear_reference", "it")]);
        check("The lamp has the possibility to mute it.", &[]);
        check("The guide speaks in simple words.", &[]);
    }
}
