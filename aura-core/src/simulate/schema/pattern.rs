//! Regular expressions as JSON Schema has them (ECMA-262), matched in bounded time.
//!
//! A pattern is rewritten into the syntax of the `regex` crate and matched by `fancy-regex`, which hands
//! everything but look-around and back-references to it and stops after a bounded number of steps.

use std::fmt;

use fancy_regex::{Regex, RegexBuilder};
use regex_syntax::hir::Hir;

/// Most steps of one match; only look-around and back-references take steps at all.
const MOST_STEPS: usize = 100_000;
/// Largest compiled pattern, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// One pattern, ready to match; how values are drawn from it stands in `sample/pattern.rs`.
#[derive(Clone)]
pub(super) struct Pattern {
    pub source: String,
    regex: Option<Regex>,
    /// Its shape without look-around; values drawn from it must still be matched.
    pub shape: Option<Hir>,
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.source)
    }
}

impl Pattern {
    /// Reads a pattern. One that cannot be read matches nothing, so that nothing is called valid by mistake.
    pub(super) fn new(source: &str) -> Pattern {
        let mut reader = Reader::new(source);
        reader.read();
        let regex = RegexBuilder::new(&reader.full)
            .backtrack_limit(MOST_STEPS)
            .delegate_size_limit(MOST_BYTES)
            .build()
            .ok();
        let shape = regex_syntax::parse(&reader.plain).ok();
        Pattern { source: source.to_owned(), regex, shape }
    }

    pub(super) fn is_readable(&self) -> bool {
        self.regex.is_some()
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        self.regex.as_ref().is_some_and(|regex| regex.is_match(text).unwrap_or(false))
    }
}

const DIGITS: &str = "0-9";
const LETTERS: &str = "A-Za-z0-9_";
const BLANKS: &str = r"\t\n\x0B\x0C\r \x{A0}\x{FEFF}\x{2028}\x{2029}\p{Zs}";

/// Rewrites a pattern, once in full and once without look-around.
struct Reader {
    letters: Vec<char>,
    next: usize,
    full: String,
    plain: String,
    /// For each open group whether it looks around.
    groups: Vec<bool>,
    /// How many of the open groups look around.
    looking: usize,
}

impl Reader {
    fn new(source: &str) -> Reader {
        Reader {
            letters: source.chars().collect(),
            next: 0,
            full: String::new(),
            plain: String::new(),
            groups: Vec::new(),
            looking: 0,
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.next + ahead).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(ahead, letter)| self.peek(ahead) == Some(letter))
    }

    fn put(&mut self, text: &str) {
        self.full.push_str(text);
        if self.looking == 0 {
            self.plain.push_str(text);
        }
    }

    fn read(&mut self) {
        while let Some(letter) = self.peek(0) {
            match letter {
                '\\' => {
                    self.next += 1;
                    let escape = self.escape(false);
                    self.put(&escape);
                    continue;
                }
                '[' => {
                    self.class();
                    continue;
                }
                '(' => {
                    self.open();
                    continue;
                }
                ')' => self.close(),
                '.' => self.put(r"[^\n\r\x{2028}\x{2029}]"),
                '{' if !self.is_count() => self.put(r"\{"),
                '{' => {
                    self.count();
                    continue;
                }
                '}' => self.put(r"\}"),
                ']' => self.put(r"\]"),
                other => self.put(other.encode_utf8(&mut [0; 4])),
            }
            self.next += 1;
        }
    }

    fn open(&mut self) {
        let kinds = ["(?=", "(?!", "(?<=", "(?<!"];
        let looks = kinds.into_iter().find(|kind| self.starts_with(kind));
        let kind = looks.or_else(|| self.starts_with("(?:").then_some("(?:")).unwrap_or("(");
        self.groups.push(looks.is_some());
        if looks.is_some() {
            // An empty group keeps a quantifier behind it legal.
            if self.looking == 0 {
                self.plain.push_str("(?:)");
            }
            self.looking += 1;
        }
        self.put(kind);
        self.next += kind.len();
    }

    fn close(&mut self) {
        self.put(")");
        if self.groups.pop() == Some(true) {
            self.looking -= 1;
        }
    }

    /// Whether a brace starts `{2}`, `{2,}` or `{2,3}`.
    fn is_count(&self) -> bool {
        let rest = self.letters.get(self.next + 1..).unwrap_or_default();
        let end = rest.iter().position(|letter| *letter == '}');
        let inside = end.and_then(|end| rest.get(..end)).unwrap_or_default();
        inside.first().is_some_and(char::is_ascii_digit)
            && inside.iter().all(|letter| letter.is_ascii_digit() || *letter == ',')
            && inside.iter().filter(|letter| **letter == ',').count() <= 1
    }

    fn count(&mut self) {
        while let Some(letter) = self.peek(0) {
            self.put(letter.encode_utf8(&mut [0; 4]));
            self.next += 1;
            if letter == '}' {
                return;
            }
        }
    }

    fn class(&mut self) {
        if self.starts_with("[^]") {
            self.put(r"[\s\S]");
            self.next += 3;
            return;
        }
        if self.starts_with("[]") {
            self.put(r"[^\s\S]");
            self.next += 2;
            return;
        }
        let mut written = String::from("[");
        self.next += 1;
        if self.peek(0) == Some('^') {
            written.push('^');
            self.next += 1;
        }
        while let Some(letter) = self.peek(0) {
            self.next += 1;
            match letter {
                ']' => break,
                '\\' => written.push_str(&self.escape(true)),
                '[' | '&' | '~' | '#' => {
                    written.push('\\');
                    written.push(letter);
                }
                '-' if !written.ends_with(['[', '^']) && self.peek(0) != Some(']') && !self.is_range() => {
                    written.push_str(r"\-");
                }
                other => written.push(other),
            }
        }
        written.push(']');
        self.put(&written);
    }

    /// Whether the hyphen just read stands between two single characters.
    fn is_range(&self) -> bool {
        let before = self.letters.get(self.next.saturating_sub(3)..self.next.saturating_sub(1));
        let after = self.peek(0);
        let is_set = |letter: char| "dDwWsSpP".contains(letter);
        let left_is_set = matches!(before, Some(['\\', letter]) if is_set(*letter));
        let right_is_set = after == Some('\\') && self.peek(1).is_some_and(is_set);
        !left_is_set && !right_is_set
    }

    /// What an escape stands for; the backslash is read already.
    fn escape(&mut self, in_class: bool) -> String {
        let Some(letter) = self.peek(0) else { return r"\\".to_owned() };
        self.next += 1;
        let set = |inside: &str, negated: bool| match (negated, in_class) {
            (false, true) => inside.to_owned(),
            (false, false) => format!("[{inside}]"),
            (true, _) => format!("[^{inside}]"),
        };
        match letter {
            'd' => set(DIGITS, false),
            'D' => set(DIGITS, true),
            'w' => set(LETTERS, false),
            'W' => set(LETTERS, true),
            's' => set(BLANKS, false),
            'S' => set(BLANKS, true),
            'b' if in_class => r"\x08".to_owned(),
            'p' | 'P' => self.property(letter),
            'n' | 't' | 'r' | 'b' | 'B' => format!("\\{letter}"),
            'f' => r"\x0C".to_owned(),
            'v' => r"\x0B".to_owned(),
            'Z' | 'z' if !in_class => r"\z".to_owned(),
            'A' if !in_class => r"\A".to_owned(),
            'c' => self.control(),
            'x' => self.code(2).unwrap_or_else(|| "x".to_owned()),
            'u' => self.unicode(),
            '0' => r"\x00".to_owned(),
            '1'..='9' | 'k' if !in_class => format!("\\{letter}"),
            other if other.is_ascii_punctuation() => format!("\\{other}"),
            other => other.to_string(),
        }
    }

    /// `\p{…}`, which is the same in both syntaxes.
    fn property(&mut self, letter: char) -> String {
        let rest = self.letters.get(self.next..).unwrap_or_default();
        let end = rest.iter().position(|letter| *letter == '}').filter(|_| rest.first() == Some(&'{'));
        let Some(end) = end else { return letter.to_string() };
        let name: String = rest.iter().take(end + 1).collect();
        self.next += end + 1;
        format!("\\{letter}{name}")
    }

    fn control(&mut self) -> String {
        match self.peek(0).filter(char::is_ascii_alphabetic) {
            Some(letter) => {
                self.next += 1;
                format!("\\x{{{:X}}}", u32::from(letter) % 32)
            }
            None => r"\\c".to_owned(),
        }
    }

    fn hexadecimal(&self, from: usize, digits: usize) -> Option<u32> {
        let text: String = (from..from + digits).filter_map(|ahead| self.peek(ahead)).collect();
        if text.len() == digits { u32::from_str_radix(&text, 16).ok() } else { None }
    }

    fn code(&mut self, digits: usize) -> Option<String> {
        let code = self.hexadecimal(0, digits)?;
        self.next += digits;
        Some(format!("\\x{{{code:X}}}"))
    }

    fn unicode(&mut self) -> String {
        if self.peek(0) == Some('{') {
            let rest = self.letters.get(self.next + 1..).unwrap_or_default();
            let length = rest.iter().position(|letter| *letter == '}').unwrap_or(0);
            let code = self.hexadecimal(1, length);
            self.next += length + 2;
            return code.map_or_else(String::new, |code| format!("\\x{{{code:X}}}"));
        }
        // Characters beyond the basic plane may be written as two halves.
        if let (Some(high @ 0xD800..=0xDBFF), Some('\\'), Some('u'), Some(low @ 0xDC00..=0xDFFF)) =
            (self.hexadecimal(0, 4), self.peek(4), self.peek(5), self.hexadecimal(6, 4))
        {
            self.next += 10;
            return format!("\\x{{{:X}}}", 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        }
        self.code(4).unwrap_or_else(|| "u".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, yes: &[&str], no: &[&str]) {
        let read = Pattern::new(pattern);
        assert!(read.is_readable(), "{pattern}");
        for text in yes {
            assert!(read.matches(text), "{pattern} {text:?}");
        }
        for text in no {
            assert!(!read.matches(text), "{pattern} {text:?}");
        }
    }

    #[test]
    fn patterns_mean_what_they_mean_in_ecma_262() {
        check(r"^\d+$", &["12"], &["\u{967}", ""]);
        check(r"^[\w.-]+$", &["a.b-c_1"], &["é", "a b"]);
        check(r"^\S$", &["a"], &["\u{feff}", "\u{a0}"]);
        check(r"^\u0041\x42\cJ$", &["AB\n"], &["AB"]);
        check(r"^\ud83d\udc32$", &["\u{1f432}"], &[]);
        check(r"^[^]$", &["\n", "a"], &[""]);
        check(r"^{{.*}}$", &["{{a}}"], &["{{a}"]);
        check(r"^a{2,3}$", &["aa", "aaa"], &["a", "aaaa"]);
        check(r"^[a-z[&]+$", &["[a&"], &["A"]);
        check(r"^(?!x)(\w)\1$", &["aa"], &["xx", "ab"]);
        check(r"^\p{Letter}+[\p{Nd}]$", &["é1"], &["1"]);
        check(r"^\p{L}\/\-\@$", &["é/-@"], &["1/-@"]);
    }

    #[test]
    fn a_pattern_of_exponential_cost_ends() {
        let text = "a".repeat(5_000);
        check("^(a+)+$", &[&text], &[&format!("{text}!")]);
        // With look-around the steps are counted; giving up is no match.
        check("^(?=(a+)+b)a", &[], &[&text]);
    }

    #[test]
    fn a_pattern_that_cannot_be_read_matches_nothing() {
        let broken = Pattern::new("a(");
        assert!(!broken.is_readable() && !broken.matches("a("));
    }
}
