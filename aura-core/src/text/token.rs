//! Cuts one block of text into sentences and tokens.

use super::span::Span;
use super::tag::Tag;
use super::tagger::tag_sentence;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with digits, hyphens or an apostrophe inside.
    Word,
    /// Digits, with separators inside.
    Number,
    /// An address of a page or a mailbox.
    Link,
    /// Punctuation and symbols.
    Punctuation,
}

/// One word, number or mark with its place and its part of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// The token in lowercase, with a plain apostrophe.
    pub lower: String,
    /// Whether it starts with a capital letter.
    pub capital: bool,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its part of speech in its sentence.
    pub tag: Tag,
}

impl Token {
    /// Whether the token is this lowercase word.
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether the token is one of these lowercase words.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }
}

/// One sentence: its place and its tagged tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From the first to the last token.
    pub span: Span,
    /// The tokens in order; marks of emphasis are left out.
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// The span from token `first` to token `last`, both included; empty where there are no such tokens.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The lowercase word at a token, or an empty word outside the sentence.
    pub fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.lower.as_str())
    }

    /// The tag at a token, or [`Tag::Punctuation`] outside the sentence.
    pub fn tag(&self, index: usize) -> Tag {
        self.tokens.get(index).map_or(Tag::Punctuation, |token| token.tag)
    }

    /// Whether these lowercase words stand at a token.
    pub fn stands_at(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(index + offset) == *word)
    }
}

/// Cuts a part of a text into sentences with tagged tokens.
pub(super) fn sentences(text: &str, part: Span) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut scanner = Scanner { text, at: part.start, end: part.end.min(text.len()) };
    while let Some(token) = scanner.next_token() {
        let starts_new = tokens.last().is_some_and(|last| scanner.ends_sentence(last, &token));
        if starts_new {
            finish(&mut found, &mut tokens);
        }
        tokens.push(token);
    }
    finish(&mut found, &mut tokens);
    found
}

fn finish(found: &mut Vec<Sentence>, tokens: &mut Vec<Token>) {
    let Some(span) = tokens.first().zip(tokens.last()).map(|(first, last)| first.span.join(last.span)) else {
        return;
    };
    let mut tokens = std::mem::take(tokens);
    tag_sentence(&mut tokens);
    found.push(Sentence { span, tokens });
}

struct Scanner<'text> {
    text: &'text str,
    at: usize,
    end: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn next_token(&mut self) -> Option<Token> {
        loop {
            let character = self.rest().chars().next()?;
            if !character.is_whitespace() && !matches!(character, '*' | '`' | '~' | '\u{200d}' | '\u{fe0f}') {
                break;
            }
            self.at += character.len_utf8();
        }
        let start = self.at;
        let (length, kind) = scan(self.rest());
        let short = short_form(self.rest());
        self.at += short.map_or(length, |(length, _)| length);
        let words = self.text.get(start..self.at).unwrap_or_default();
        let lower = if words.is_ascii() {
            words.to_ascii_lowercase()
        } else {
            words.to_lowercase().replace('’', "'")
        };
        let lower = short.map_or(lower, |(_, word)| word.to_owned());
        let capital = words.chars().next().is_some_and(char::is_uppercase);
        Some(Token { span: Span::new(start, self.at), lower, capital, kind, tag: Tag::Noun })
    }

    /// Whether a sentence ends between two tokens.
    fn ends_sentence(&self, last: &Token, next: &Token) -> bool {
        let gap = self.text.get(last.span.end..next.span.start).unwrap_or_default();
        let closing = matches!(next.lower.as_str(), ")" | "]" | "\"" | "”" | "'" | "»");
        match last.lower.as_str() {
            "." | "!" | "?" | "!!" | "?!" | "…" | "..." => !closing || gap.contains('\n'),
            "\"" | "”" | ")" => {
                let before = self.text.get(..last.span.start).unwrap_or_default();
                before.ends_with(['.', '!', '?']) && next.capital
                    || gap.contains('\n') && self.line_ends(last, next, gap)
            }
            _ => gap.contains('\n') && self.line_ends(last, next, gap),
        }
    }

    /// Whether a line break inside a paragraph ends a sentence: a short line, then a capital letter.
    fn line_ends(&self, last: &Token, next: &Token, gap: &str) -> bool {
        if gap.matches('\n').count() > 1 || STARTERS.contains(&next.lower.as_str()) && next.capital {
            return true;
        }
        let line = self.text.get(..last.span.end).unwrap_or_default();
        let length = line.len() - line.rfind('\n').map_or(0, |index| index + 1);
        let goes_on = matches!(last.lower.as_str(), "," | ";" | "-" | "the" | "a" | "an" | "of" | "to");
        next.capital && !goes_on && (length < 60 || self.opens_with_label(next))
    }

    /// `KR2: …`, `Guardrail: …`: a line that opens with at most three words and a colon.
    fn opens_with_label(&self, next: &Token) -> bool {
        let line = self.text.get(next.span.start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let label = line.split_once(": ").map_or("", |(label, _)| label);
        !label.is_empty()
            && label.len() <= 30
            && label.split(' ').count() <= 3
            && label.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '*'))
    }
}

/// Words that start a line of a scenario.
const STARTERS: &[&str] =
    &["given", "when", "then", "and", "but", "feature", "scenario", "background", "examples", "rule", "as"];

/// Short forms with a stroke: `w/ photo`, `w/o photo`.
fn short_form(text: &str) -> Option<(usize, &'static str)> {
    let forms = [("w/o", "without"), ("w/", "with"), ("W/o", "without"), ("W/", "with")];
    let (form, word) = forms.into_iter().find(|(form, _)| text.starts_with(form))?;
    let ends =
        text.get(form.len()..).is_none_or(|rest| rest.starts_with(char::is_whitespace) || rest.is_empty());
    ends.then_some((form.len(), word))
}

/// Length and kind of the token at the start of a text that does not start with white space.
fn scan(text: &str) -> (usize, TokenKind) {
    let link = link_length(text);
    if link > 0 {
        return (link, TokenKind::Link);
    }
    let first = text.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        return (number_length(text), TokenKind::Number);
    }
    if first == '.' && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
        return (1 + number_length(text.get(1..).unwrap_or_default()), TokenKind::Number);
    }
    if first.is_alphabetic() || first == '_' {
        // A lone underscore is no word; every token has at least one character.
        let length = word_length(text);
        let kind = if length == 0 { TokenKind::Punctuation } else { TokenKind::Word };
        return (length.max(first.len_utf8()), kind);
    }
    if matches!(first, '\'' | '’') {
        let clitic = clitic_length(text);
        if clitic > 0 {
            return (clitic, TokenKind::Word);
        }
    }
    let run =
        text.chars().take_while(|&c| c == first && matches!(c, '.' | '!' | '?' | '-' | '=' | '_')).count();
    (first.len_utf8() * run.max(1), TokenKind::Punctuation)
}

fn link_length(text: &str) -> usize {
    let stop = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ','))
        .unwrap_or(text.len());
    let run = text.get(..stop.min(2_000)).unwrap_or_default().trim_end_matches(['.', ';', ':', '!', '?']);
    let is_page = run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.");
    let is_mailbox = run.split_once('@').is_some_and(|(name, host)| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && host.split_once('.').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty())
    });
    if is_page || is_mailbox { run.len() } else { 0 }
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    let mut length = 0;
    while let Some(&byte) = bytes.get(length) {
        let inside = matches!(byte, b'.' | b',' | b':' | b'-' | b'/')
            && length > 0
            && digit(length + 1)
            && digit(length - 1);
        // A dash or slash belongs to a date (`2026-11-21`), not to a range (`5-10`).
        let dated = !matches!(byte, b'-' | b'/') || is_date(bytes, length);
        if !(byte.is_ascii_digit() || inside && dated) {
            break;
        }
        length += 1;
    }
    length
}

/// Whether the dash or slash at a place stands in a date of three numbers.
fn is_date(bytes: &[u8], at: usize) -> bool {
    let Some(&mark) = bytes.get(at) else { return false };
    let start = bytes.get(..at).unwrap_or_default().iter().rposition(|b| !b.is_ascii_digit() && *b != mark);
    let run: Vec<u8> = bytes
        .iter()
        .skip(start.map_or(0, |index| index + 1))
        .take_while(|b| b.is_ascii_digit() || **b == mark)
        .take(11)
        .copied()
        .collect();
    run.split(|b| *b == mark).filter(|part| !part.is_empty() && part.len() <= 4).count() == 3
        && run.len() >= 6
}

fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut rest = text.chars().peekable();
    let mut dots = 0;
    while let Some(character) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let part = text.get(length..).unwrap_or_default();
        let keeps = match character {
            '\'' | '’' => next.is_alphabetic() && clitic_length(part) == 0,
            '-' | '‑' | '_' => next.is_alphanumeric(),
            '&' => next.is_uppercase(),
            '.' if is_abbreviation(text.get(..length).unwrap_or_default(), dots, next) => {
                dots += 1;
                true
            }
            '.' => next.is_ascii_digit() || next.is_lowercase() && length > 1,
            _ => character.is_alphanumeric() || is_joining(character),
        };
        if !keeps {
            break;
        }
        let negation = (part.starts_with("n't") || part.starts_with("n’t")) && length > 1;
        let after = part.chars().nth(3).is_some_and(char::is_alphanumeric);
        if negation && !after {
            return length;
        }
        length += character.len_utf8();
    }
    let whole = text.get(..length).unwrap_or_default();
    if whole == "n" { clitic_length(text).max(1) } else { length }
}

/// Combining marks and the joiner inside emoji and scripts.
fn is_joining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}')
}

const ABBREVIATIONS: &[&str] = &[
    "approx", "dept", "dr", "eg", "est", "etc", "fig", "ie", "inc", "incl", "ltd", "max", "min", "mr", "mrs",
    "ms", "no", "nr", "prof", "resp", "sr", "st", "vs",
];

/// Whether a full stop after these letters belongs to an abbreviation.
fn is_abbreviation(letters: &str, dots: usize, next: char) -> bool {
    let lower = letters.to_lowercase();
    if dots > 0 {
        return lower.len() <= 6 && lower.rsplit('.').next().is_some_and(|last| last.chars().count() == 1);
    }
    let single = letters.chars().count() == 1 && (next.is_alphabetic() || next == '.');
    // `No.` and `max.` are abbreviations only before a number; the others also before a word.
    let known = ABBREVIATIONS.contains(&lower.as_str())
        && !matches!(lower.as_str(), "no" | "max" | "min" | "ms" | "est");
    single || known
}

const CLITICS: &[&str] =
    &["'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "’re", "’ve", "’ll", "’d", "’m", "n't", "n’t"];

fn clitic_length(text: &str) -> usize {
    CLITICS
        .iter()
        .filter(|clitic| {
            text.get(..clitic.len()).is_some_and(|start| start.eq_ignore_ascii_case(clitic))
                && !text.get(clitic.len()..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric())
        })
        .map(|clitic| clitic.len())
        .next()
        .unwrap_or(0)
}
