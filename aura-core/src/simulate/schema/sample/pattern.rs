//! Texts that match a pattern: a walk over its shape.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::random::Stream;

use super::super::pattern::Pattern;
use super::{Fail, Sampler, refused};

/// Tries before a pattern is given up.
const TRIES: u64 = 60;
/// The longest text that is drawn from a pattern, in bytes.
const LONGEST: usize = 1 << 14;

impl Sampler<'_> {
    /// A text that matches a pattern. `attempt` changes how often what may be repeated is.
    pub(super) fn matching(&mut self, pattern: &Pattern, attempt: u64) -> Result<String, Fail> {
        let shape = pattern
            .shape
            .as_ref()
            .filter(|_| pattern.is_readable())
            .ok_or_else(|| refused(format!("the pattern `{}` cannot be read", pattern.source)))?;
        for step in 0..TRIES {
            let mut text = String::new();
            // Few repetitions first, then none, then many.
            let more = match (attempt + step) % 6 {
                0 | 3 => 4,
                1 => 1,
                2 => 8,
                4 => 0,
                _ => 24,
            };
            walk(shape, &mut self.stream, more, &mut text);
            if pattern.matches(&text) {
                return Ok(text);
            }
        }
        Err(refused(format!("no text was found that matches the pattern `{}`", pattern.source)))
    }
}

fn walk(shape: &Hir, stream: &mut Stream, more: u64, text: &mut String) {
    if text.len() > LONGEST {
        return;
    }
    match shape.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Unicode(class)) => {
            let ranges: Vec<(char, char)> =
                class.ranges().iter().map(|range| (range.start(), range.end())).collect();
            text.extend(letter(&ranges, stream));
        }
        HirKind::Class(Class::Bytes(class)) => {
            let ranges: Vec<(char, char)> = class
                .ranges()
                .iter()
                .map(|range| (char::from(range.start()), char::from(range.end())))
                .collect();
            text.extend(letter(&ranges, stream));
        }
        HirKind::Repetition(repetition) => {
            let least = u64::from(repetition.min);
            let most = repetition.max.map_or(u64::MAX, u64::from);
            let count = least + stream.next_below(more.min(most.saturating_sub(least)).saturating_add(1));
            for _ in 0..count {
                walk(&repetition.sub, stream, more, text);
            }
        }
        HirKind::Capture(capture) => walk(&capture.sub, stream, more, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| walk(part, stream, more, text)),
        HirKind::Alternation(parts) => {
            let place = stream.next_below(parts.len() as u64) as usize;
            if let Some(part) = parts.get(place) {
                walk(part, stream, more, text);
            }
        }
    }
}

/// Ranges of letters that people can read, best first.
const READABLE: [&[(char, char)]; 3] = [
    &[('a', 'z'), ('A', 'Z'), ('0', '9')],
    &[('!', '~')],
    &[(' ', '~'), ('\u{a1}', '\u{17f}'), ('\u{370}', '\u{3ff}')],
];

/// One letter of a class, a readable one where there is any.
fn letter(ranges: &[(char, char)], stream: &mut Stream) -> Option<char> {
    for readable in READABLE {
        let mut common: Vec<(u32, u32)> = Vec::new();
        for (from, to) in ranges {
            for (low, high) in readable {
                let (from, to) = ((*from).max(*low), (*to).min(*high));
                if from <= to {
                    common.push((u32::from(from), u32::from(to)));
                }
            }
        }
        let count: u64 = common.iter().map(|(from, to)| u64::from(to - from) + 1).sum();
        if count == 0 {
            continue;
        }
        let mut place = stream.next_below(count);
        for (from, to) in common {
            let width = u64::from(to - from) + 1;
            if place < width {
                return char::from_u32(from + u32::try_from(place).unwrap_or(0));
            }
            place -= width;
        }
    }
    let place = stream.next_below(ranges.len() as u64) as usize;
    ranges.get(place).map(|(from, _)| *from)
}
