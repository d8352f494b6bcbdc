//! Marks every unclear word of a text, for reviews; [`interpret`](super::interpret) asks only what matters.

use crate::text::{Span, Tag, analyse, clean};

use super::words::VAGUE;

/// An unclear place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// Stable name of the detector: `vague_word`, `open_list`, `and_or`, `unclear_reference`.
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
    let mut found = Vec::new();
    for sentence in analyse(&text).iter().flat_map(|block| &block.sentences) {
        let mut nouns = 0;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let words = token.span.of(&text);
            let word = token.lower.as_str();
            let mut add = |code, question| found.push(Ambiguity { code, span: token.span, question });
            if matches!(word, "etc" | "etc." | "e.g" | "and/or") {
                let code = if word == "and/or" { "and_or" } else { "open_list" };
                add(code, format!("What exactly belongs to `{words}`?"));
            } else if VAGUE.contains(&word) && !measured(sentence, at) {
                add("vague_word", format!("What exactly does `{words}` mean, in numbers?"));
            } else if nouns > 1 && at == 0 && matches!(word, "this" | "it" | "that" | "they") {
                add("unclear_reference", format!("What does `{words}` stand for?"));
            }
            nouns += usize::from(token.tag.is_noun());
        }
    }
    found
}

/// Whether a number next to the word says what it means.
fn measured(sentence: &crate::text::Sentence, at: usize) -> bool {
    (at.saturating_sub(2)..at + 3).any(|near| near != at && sentence.tag(near) == Tag::Number)
}
