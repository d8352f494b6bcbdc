//! How hard a text is to read.

use super::block::{Block, BlockKind, analyse};
use super::token::TokenKind;

/// Counts and grade of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readability {
    /// Sentences.
    pub sentences: usize,
    /// Words, numbers included.
    pub words: usize,
    /// Syllables, counted by rule.
    pub syllables: usize,
    /// Flesch-Kincaid grade: years of school in the United States. 0 for an empty text.
    pub grade: f64,
}

/// Measures how hard a text is to read.
///
/// Grade = 0.39 · words / sentences + 11.8 · syllables / words − 15.59 (Kincaid, Fishburne, Rogers and Chissom
/// 1975, *Derivation of new readability formulas for Navy enlisted personnel*, Research Branch Report 8-75).
/// Headings, table rows and code are not counted.
///
/// # Example
/// ```
/// use aura_core::text::readability;
/// assert!(readability("The cat sat on the mat. It was fat.").grade < 2.0);
/// ```
pub fn readability(text: &str) -> Readability {
    let blocks = analyse(text);
    let prose = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let (mut sentences, mut words, mut syllables) = (0, 0, 0);
    for sentence in blocks.iter().filter(prose).flat_map(|block| &block.sentences) {
        let mut counted = 0;
        for token in &sentence.tokens {
            match token.kind {
                TokenKind::Punctuation => {}
                // `'s` and `n't` belong to the word before them.
                TokenKind::Word if token.lower.starts_with(['\'', '’']) || token.lower == "n't" => {}
                TokenKind::Word => {
                    counted += 1;
                    syllables += token.lower.split(['-', '_']).map(count_syllables).sum::<usize>();
                }
                TokenKind::Number | TokenKind::Link => {
                    counted += 1;
                    syllables += 2;
                }
            }
        }
        words += counted;
        sentences += usize::from(counted > 0);
    }
    let grade = if words == 0 {
        0.0
    } else {
        let (sentences, words, syllables) = (sentences as f64, words as f64, syllables as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    };
    Readability { sentences, words, syllables, grade }
}

/// Syllables of a lowercase word: groups of vowels, without a silent e.
fn count_syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.is_empty() {
        return 0;
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut inside = false;
    let mut previous = ' ';
    for &letter in &letters {
        // `ia`, `iu`, `ua` are two syllables more often than one.
        let split = inside && matches!((previous, letter), ('i', 'a' | 'u') | ('u', 'a'));
        if vowel(letter) && (!inside || split) {
            groups += 1;
        }
        inside = vowel(letter);
        previous = letter;
    }
    let ends = |ending: &str| word.ends_with(ending);
    let silent = (ends("e") && !(ends("le") && !ends("ale") && !ends("ile") && !ends("ole") && !ends("ule")))
        || ends("es")
            && !["ses", "ces", "ges", "zes", "xes", "shes", "ches", "ies", "les"].iter().any(|e| ends(e))
        || ends("ed") && !ends("ted") && !ends("ded") && !ends("ied");
    let open = ends("ee") || ends("ye") || ends("oe") || ends("ue") || ends("ie");
    groups = if silent && !open && groups > 1 { groups - 1 } else { groups };
    groups.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        let check = |word: &str, expect: usize| assert_eq!(count_syllables(word), expect, "{word}");
        for (word, count) in [
            ("the", 1),
            ("checks", 1),
            ("order", 2),
            ("customer", 3),
            ("table", 2),
            ("made", 1),
            ("asked", 1),
            ("wanted", 2),
            ("free", 1),
            ("simulation", 4),
            ("people", 2),
            ("boxes", 2),
            ("times", 1),
            ("variable", 4),
        ] {
            check(word, count);
        }
    }

    #[test]
    fn grade_follows_the_formula() {
        let found = readability("The clerk checks the order. The customer pays.");
        assert_eq!((found.sentences, found.words, found.syllables), (2, 8, 11));
        let expect = 0.39 * 8.0 / 2.0 + 11.8 * 11.0 / 8.0 - 15.59;
        assert!((found.grade - expect).abs() < 1e-12);
        assert_eq!(readability("").grade, 0.0);
    }
}
