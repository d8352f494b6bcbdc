//! Makes text that nobody trusts safe to read, without losing where its words stood.

use std::borrow::Cow;

use super::span::Span;
use crate::error::{Error, ErrorCode, Result};

/// Text without anything that a terminal, a browser or a reader could be fooled with.
///
/// Ordinary text comes out as it went in, byte for byte. What is hostile is taken out; HTML elements become
/// spaces of the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanText {
    /// The text to work on; all later spans refer to it.
    pub text: String,
    /// How many control, escape, direction and invisible characters were taken out.
    pub removed: usize,
    /// How many HTML elements were blanked.
    pub elements: usize,
    /// Offset in the clean text, and how many bytes were taken out before it.
    shifts: Vec<(usize, usize)>,
}

impl CleanText {
    /// Where a span of the clean text stood in the text that came in.
    pub fn original(&self, span: Span) -> Span {
        let at = |offset: usize| {
            let count = self.shifts.partition_point(|shift| shift.0 <= offset);
            let taken =
                count.checked_sub(1).and_then(|index| self.shifts.get(index)).map_or(0, |shift| shift.1);
            offset + taken
        };
        // The end is the place after the last byte that was kept, not before the next one.
        let end = if span.is_empty() { at(span.start) } else { at(span.end - 1) + 1 };
        Span::new(at(span.start), end)
    }
}

/// Reads bytes as text: UTF-8 with or without a byte order mark, or UTF-16 with one.
///
/// # Errors
/// `invalid_text` where the bytes are not text (a picture, an archive, a damaged file).
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(utf8(rest)?),
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        _ => Cow::Borrowed(utf8(bytes)?),
    };
    let controls = text.chars().filter(|&c| c.is_control() && !c.is_whitespace() && c != '\u{1b}').count();
    if text.contains('\0') || controls * 10 > text.chars().count() {
        return Err(not_text("holds control characters as binary files do"));
    }
    Ok(text)
}

/// Takes out what could fool a terminal or a reader and blanks HTML elements.
///
/// Taken out: terminal escape sequences, control characters, direction overrides, invisible and tag
/// characters. Kept: line breaks, tabs, all scripts, emoji.
///
/// # Example
/// ```
/// use aura_core::text::clean;
/// assert_eq!(clean("pay \u{1b}[31mnow\u{202e}!").text, "pay now!");
/// assert_eq!(clean("amounts < 5 or > 9").text, "amounts < 5 or > 9");
/// ```
pub fn clean(text: &str) -> CleanText {
    let mut output =
        CleanText { text: String::with_capacity(text.len()), removed: 0, elements: 0, shifts: Vec::new() };
    let mut rest = text;
    let mut taken = 0;
    while let Some(character) = rest.chars().next() {
        let escape = if character == '\u{1b}' || character == '\u{9b}' { escape_length(rest) } else { 0 };
        if escape > 0 || is_hostile(character) {
            let length = escape.max(character.len_utf8());
            taken += length;
            output.removed += 1;
            output.shifts.push((output.text.len(), taken));
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        let element = if character == '<' { element_length(rest) } else { 0 };
        if element > 0 {
            output.elements += 1;
            let blanked = rest.get(..element).unwrap_or_default();
            output.text.extend(blanked.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            rest = rest.get(element..).unwrap_or_default();
            continue;
        }
        output.text.push(character);
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    output
}

fn utf8(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|cause| not_text("is not UTF-8").with_source(cause))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String> {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|cause| not_text("is not UTF-16").with_source(cause))
}

fn not_text(why: &str) -> Error {
    Error::new(ErrorCode::InvalidText, format!("the input {why}"))
        .with_hint("give plain text, as Markdown or copied from a document")
}

fn is_hostile(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{fffe}' => true,
        // Zero-width space and word joiner; the joiner U+200D stays, because emoji are made with it.
        '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => character.is_control(),
    }
}

/// Length of the escape sequence at the start (ECMA-48 control sequences and operating-system commands).
fn escape_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (body, lead) = match bytes {
        [0x1b, b'[', ..] => (2, b'['),
        [0xc2, 0x9b, ..] => (2, b'['),
        [0x1b, lead @ (b']' | b'P' | b'X' | b'^' | b'_'), ..] => (2, *lead),
        [0x1b, 0x20..=0x7e, ..] => return 2,
        _ => return 1,
    };
    let sequence = bytes.get(body..bytes.len().min(body + 1_000)).unwrap_or_default();
    if lead == b'[' {
        let ending = sequence.iter().position(|byte| !(0x20..=0x3f).contains(byte));
        return match ending {
            Some(index) if sequence.get(index).is_some_and(|byte| (0x40..=0x7e).contains(byte)) => {
                body + index + 1
            }
            Some(index) => body + index,
            None => body + sequence.len(),
        };
    }
    // An operating-system command ends with BEL or ESC \; without an end only its start is taken out.
    for (index, byte) in sequence.iter().enumerate() {
        match byte {
            0x07 => return body + index + 1,
            0x1b if sequence.get(index + 1) == Some(&b'\\') => return body + index + 2,
            b'\n' => break,
            _ => {}
        }
    }
    body
}

const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "dd",
    "del",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "mark",
    "marquee",
    "math",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
];

/// Length of the HTML element at the start (with its content where it is not prose), or 0.
fn element_length(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |index| index + 3);
    }
    let body = text.get(1..).unwrap_or_default();
    let body = body.strip_prefix('/').unwrap_or(body);
    let name: String = body.chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
    let name = name.to_ascii_lowercase();
    if !ELEMENTS.contains(&name.as_str()) {
        return 0;
    }
    let after = body.as_bytes().get(name.len());
    if !matches!(after, Some(b'>' | b'/' | b' ' | b'\n' | b'\t' | b'\r')) {
        return 0;
    }
    let Some(end) = text.bytes().take(4_000).position(|byte| byte == b'>') else { return 0 };
    if matches!(name.as_str(), "script" | "style") && !text.starts_with("</") {
        let closing = if name == "script" { "</script" } else { "</style" };
        let found =
            text.as_bytes().windows(closing.len()).position(|w| w.eq_ignore_ascii_case(closing.as_bytes()));
        return match found {
            Some(index) => {
                let tail = text.as_bytes().get(index..).unwrap_or_default();
                index + tail.iter().position(|&byte| byte == b'>').map_or(tail.len(), |at| at + 1)
            }
            None => text.len(),
        };
    }
    end + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_stays() {
        for text in
            ["", "An order arrives.\r\n\tNext", "Größe: 5 µm — 日本語 👩‍👩‍👧", "if x < y and y > z", "<name>"]
        {
            let cleaned = clean(text);
            assert_eq!(cleaned.text, text);
            assert_eq!(cleaned.original(Span::new(0, text.len())), Span::new(0, text.len()));
        }
    }

    #[test]
    fn hostile_text_is_taken_out_and_can_be_located() {
        let check = |input: &str, expect: &str| assert_eq!(clean(input).text, expect, "{input:?}");
        check("a\u{1b}]8;;http://evil\u{7}link\u{1b}]8;;\u{7}b", "alinkb");
        check("a\u{1b}[2J\u{1b}[1;1Hb", "ab");
        check("check\u{ad}out", "checkout");
        check("\u{202e}abc\u{2066}", "abc");
        check("<b>go</b>", "   go    ");
        check("x<script>alert('1')</script >y", &format!("x{}y", " ".repeat(28)));
        check("\u{1b}", "");
        let cleaned = clean("ab\u{200b}cd ef");
        assert_eq!(cleaned.text, "abcd ef");
        assert_eq!(cleaned.original(Span::new(0, 2)), Span::new(0, 2));
        assert_eq!(cleaned.original(Span::new(2, 4)), Span::new(5, 7));
        assert_eq!(cleaned.original(Span::new(5, 7)), Span::new(8, 10));
    }

    #[test]
    fn bytes_are_read_or_refused() {
        assert_eq!(decode(b"\xef\xbb\xbfhi").unwrap(), "hi");
        assert_eq!(decode(b"\xff\xfeh\0i\0").unwrap(), "hi");
        for bytes in [b"\x89PNG\r\n\x1a\n\0\0".as_slice(), b"\xc3\x28", b"a\0b", b"\x01\x02\x03abc"] {
            assert_eq!(decode(bytes).unwrap_err().code(), ErrorCode::InvalidText);
        }
    }
}
