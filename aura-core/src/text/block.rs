//! Reads the layout of a text: headings, list items, table rows, paragraphs.

use super::span::Span;
use super::token::{Sentence, sentences};

/// What a block of text is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// A title. Level 1 is the highest; a line that ends with a colon or is bold has level 6.
    Heading {
        /// 1 to 6.
        level: usize,
    },
    /// One item of a list.
    Item {
        /// 0 for the outermost list, one more for each list inside.
        depth: usize,
        /// Whether the items are numbered or lettered.
        ordered: bool,
    },
    /// One row of a table, with the place of each cell.
    TableRow {
        /// The cells without their borders.
        cells: Vec<Span>,
    },
    /// Running text.
    Paragraph,
    /// Lines between fences; read as data, never as wishes.
    Code,
}

/// A part of a text with its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words, without list markers, hashes and fences.
    pub span: Span,
    /// Its sentences; a table row has one per cell.
    pub sentences: Vec<Sentence>,
}

/// Reads a text into blocks, sentences and tagged tokens.
///
/// Understands Markdown and the plain layout of mails and documents: headings, bullets, numbered items,
/// tables with bars, fenced code, paragraphs wrapped over lines.
///
/// # Example
/// ```
/// use aura_core::text::{BlockKind, Tag, analyse};
/// let blocks = analyse("# Refunds\n\n1. The clerk checks the order. Then she pays.");
/// assert_eq!(blocks[0].kind, BlockKind::Heading { level: 1 });
/// assert_eq!(blocks[1].sentences.len(), 2);
/// assert_eq!(blocks[1].sentences[0].tokens[2].tag, Tag::VerbThird);
/// ```
pub fn analyse(text: &str) -> Vec<Block> {
    let mut reader =
        Reader { text, blocks: Vec::new(), paragraph: None, indents: Vec::new(), in_code: false };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        reader.line(Span::new(start, start + line.len()));
        start += line.len();
    }
    reader.end_paragraph();
    reader.blocks
}

struct Reader<'text> {
    text: &'text str,
    blocks: Vec<Block>,
    /// The open paragraph or list item, and its kind.
    paragraph: Option<(BlockKind, Span)>,
    /// Indentation of the open lists, outermost first.
    indents: Vec<usize>,
    in_code: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: Span) {
        let words = line.trim(self.text);
        let content = words.of(self.text);
        if content.starts_with("```") || content.starts_with("~~~") {
            self.end_paragraph();
            self.in_code = !self.in_code;
            return;
        }
        if self.in_code {
            self.blocks.push(Block { kind: BlockKind::Code, span: words, sentences: Vec::new() });
            return;
        }
        if content.is_empty() || is_rule(content) {
            self.end_paragraph();
            if content.is_empty() {
                return;
            }
        }
        if content.len() >= 3 && content.bytes().all(|byte| byte == b'=') || is_rule(content) {
            return;
        }
        if let Some(cells) = table_cells(self.text, words) {
            self.end_paragraph();
            if !cells.is_empty() {
                self.table_row(words, cells);
            }
        } else if let Some((level, span)) = heading(self.text, words) {
            self.end_paragraph();
            self.indents.clear();
            self.push(BlockKind::Heading { level }, span);
        } else if let Some((marker, ordered)) = item_marker(content) {
            self.end_paragraph();
            let depth = self.depth(words.start - line.start);
            let span = Span::new(words.start + marker, words.end).trim(self.text);
            self.paragraph = Some((BlockKind::Item { depth, ordered }, span));
        } else {
            self.continue_paragraph(line, words);
        }
    }

    fn continue_paragraph(&mut self, line: Span, words: Span) {
        // A quotation mark of a mail is layout, not text.
        let quoted = words.of(self.text).trim_start_matches(['>', ' ']);
        let words = Span::new(words.end - quoted.len(), words.end);
        let indented = words.start > line.start;
        match &mut self.paragraph {
            Some((BlockKind::Item { .. }, _)) if !indented && starts_large(quoted) => {
                self.end_paragraph();
                self.indents.clear();
                self.paragraph = Some((BlockKind::Paragraph, words));
            }
            Some((_, span)) => *span = span.join(words),
            None => {
                self.indents.clear();
                self.paragraph = Some((BlockKind::Paragraph, words));
            }
        }
    }

    fn depth(&mut self, indent: usize) -> usize {
        self.indents.retain(|&open| open < indent);
        if self.indents.len() < 12 {
            self.indents.push(indent);
        }
        self.indents.len().saturating_sub(1)
    }

    fn table_row(&mut self, span: Span, cells: Vec<Span>) {
        let sentences = cells.iter().flat_map(|cell| sentences(self.text, *cell)).collect();
        self.blocks.push(Block { kind: BlockKind::TableRow { cells }, span, sentences });
    }

    fn push(&mut self, kind: BlockKind, span: Span) {
        let sentences = sentences(self.text, span);
        if !sentences.is_empty() {
            self.blocks.push(Block { kind, span, sentences });
        }
    }

    fn end_paragraph(&mut self) {
        if let Some((kind, span)) = self.paragraph.take() {
            self.push(kind, span);
        }
    }
}

fn starts_large(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'*' || byte == b' '))
}

fn heading(text: &str, words: Span) -> Option<(usize, Span)> {
    let content = words.of(text);
    let hashes = content.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && content.as_bytes().get(hashes) == Some(&b' ') {
        let trimmed = content.trim_end_matches('#').len();
        return Some((hashes, Span::new(words.start + hashes, words.start + trimmed).trim(text)));
    }
    let count = content.split_whitespace().count();
    let bold =
        content.len() > 4 && content.starts_with("**") && content.trim_end_matches(':').ends_with("**");
    if bold && content.matches("**").count() == 2 && count <= 10 {
        return Some((
            6,
            Span::new(words.start + 2, words.start + content.trim_end_matches([':', '*']).len()),
        ));
    }
    let marked = item_marker(content).is_some();
    if content.ends_with(':') && count <= 8 && !marked && !content.contains([',', '.']) {
        return Some((6, Span::new(words.start, words.end - 1)));
    }
    let shouted = content.chars().any(char::is_alphabetic) && !content.chars().any(char::is_lowercase);
    (shouted && count <= 6 && content.len() >= 4 && !marked && !content.ends_with(['.', '!', '?']))
        .then_some((5, words))
}

/// Length of a list marker at the start of a line and whether it counts.
fn item_marker(line: &str) -> Option<(usize, bool)> {
    let first = line.chars().next()?;
    let second = line.get(first.len_utf8()..).unwrap_or_default();
    if matches!(first, '-' | '*' | '+' | '•' | '‣' | '◦' | '▪' | '·' | '–' | '—' | '●' | '○')
    {
        let boxes = ["[ ] ", "[x] ", "[X] "];
        let after = second.strip_prefix([' ', '\t'])?;
        let boxed = if boxes.iter().any(|mark| after.starts_with(mark)) { 4 } else { 0 };
        return Some((first.len_utf8() + 1 + boxed, false));
    }
    let open = usize::from(first == '(');
    let body = line.get(open..).unwrap_or_default();
    let mark: String = body.chars().take_while(char::is_ascii_alphanumeric).take(4).collect();
    let mut length = open + mark.len();
    let counts = !mark.is_empty()
        && (mark.bytes().all(|byte| byte.is_ascii_digit()) && mark.len() <= 3
            || mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic())
            || mark.len() <= 4 && mark.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
    let mut rest = line.get(length..).unwrap_or_default();
    // `1.2.3 ` counts like `1. `.
    let mut parts = 0;
    while rest.starts_with('.') && rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) && parts < 5 {
        let digits = 1 + rest.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        length += digits;
        rest = line.get(length..).unwrap_or_default();
        parts += 1;
    }
    let closing = rest.starts_with(['.', ')', ':']);
    let step = usize::from(closing);
    let spaced = rest.get(step..).is_some_and(|after| after.starts_with([' ', '\t']));
    let numbered = mark.bytes().all(|byte| byte.is_ascii_digit());
    (counts && spaced && (closing && (numbered || !rest.starts_with(':')) || parts > 0))
        .then_some((length + step + 1, true))
}

fn table_cells(text: &str, words: Span) -> Option<Vec<Span>> {
    let content = words.of(text);
    if !content.starts_with('|') && content.matches('|').count() < 2 {
        return None;
    }
    let inner = content.strip_prefix('|').unwrap_or(content);
    let mut start = words.end - inner.len();
    let mut cells = Vec::new();
    for part in inner.split('|') {
        cells.push(Span::new(start, start + part.len()).trim(text));
        start += part.len() + 1;
    }
    if cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    let is_border = |cell: &Span| cell.of(text).bytes().all(|byte| matches!(byte, b'-' | b':' | b' '));
    Some(if cells.iter().all(is_border) { Vec::new() } else { cells })
}
