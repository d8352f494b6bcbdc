//! Places in a text, and the three ways of counting them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A stretch of a text: bytes `start` to `end` (not included) of its UTF-8 form.
///
/// # Example
/// ```
/// use aura_core::text::Span;
/// assert_eq!(Span::new(3, 8).of("An order arrives"), "order");
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Default,
)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; an `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// The words that the span covers; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Turns byte offsets of one text into code points and UTF-16 units, in logarithmic time.
///
/// # Example
/// ```
/// use aura_core::text::Offsets;
/// let offsets = Offsets::new("naïve 😀 user");
/// assert_eq!(offsets.to_characters(12), 8);
/// assert_eq!(offsets.to_utf16(12), 9);
/// ```
#[derive(Debug, Clone)]
pub struct Offsets {
    /// One entry per character that is not ASCII: the byte after it, characters and UTF-16 units so far.
    marks: Vec<(usize, usize, usize)>,
    bytes: usize,
}

impl Offsets {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::new();
        let (mut characters, mut units) = (0, 0);
        for (byte, character) in text.char_indices() {
            characters += 1;
            units += character.len_utf16();
            if !character.is_ascii() {
                marks.push((byte + character.len_utf8(), characters, units));
            }
        }
        Offsets { marks, bytes: text.len() }
    }

    /// How many Unicode code points stand before a byte, as Python counts.
    pub fn to_characters(&self, byte: usize) -> usize {
        let (mark, characters, _) = self.mark_before(byte);
        characters + byte.min(self.bytes).saturating_sub(mark)
    }

    /// How many UTF-16 code units stand before a byte, as JavaScript, Java and Swift's NSString count.
    pub fn to_utf16(&self, byte: usize) -> usize {
        let (mark, _, units) = self.mark_before(byte);
        units + byte.min(self.bytes).saturating_sub(mark)
    }

    fn mark_before(&self, byte: usize) -> (usize, usize, usize) {
        let count = self.marks.partition_point(|mark| mark.0 <= byte);
        count.checked_sub(1).and_then(|index| self.marks.get(index)).copied().unwrap_or_default()
    }
}

/// Where a byte stands, for messages: `line 3, column 7`, both counted from 1.
pub fn line_and_column(text: &str, byte: u64) -> String {
    let before = usize::try_from(byte).ok().and_then(|byte| text.get(..byte)).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    format!("line {line}, column {column}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting() {
        for text in ["", "plain", "é", "aé😀b", "日本語 text", "👩‍👩‍👧 family"] {
            let offsets = Offsets::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.to_characters(byte), text[..byte].chars().count(), "{text} {byte}");
                assert_eq!(offsets.to_utf16(byte), text[..byte].encode_utf16().count(), "{text} {byte}");
            }
        }
    }

    #[test]
    fn a_span_that_does_not_fit_is_empty() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(5, 9).of("abc"), "");
        assert_eq!(Span::new(0, 6).trim("  ab  "), Span::new(2, 4));
    }
}
