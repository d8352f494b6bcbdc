//! Writes for people (wrapped, coloured where that is wanted, cleaned of control characters) or for programs (JSON).

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use aura_core::{Error, ErrorCode, Result};
use serde::Serialize;

use crate::arguments::{ColorWhen, Common};
use crate::input::plain;

const HEADING: Style = Style::new().bold();
const KEY: Style = AnsiColor::Cyan.on_default();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const CAREFUL: Style = AnsiColor::Yellow.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// Widest line of running text.
const WIDEST: usize = 100;

/// How a word stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// All is well.
    Good,
    /// Take care.
    Careful,
    /// Something is wrong.
    Bad,
}

/// Where and how the command writes.
pub(crate) struct Output {
    is_json: bool,
    is_colored: bool,
    is_quiet: bool,
    width: usize,
}

impl Output {
    /// As the common options and the terminal say.
    pub(crate) fn new(common: &Common) -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_colored = match common.color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => is_terminal && !no_color,
        };
        let width = if is_terminal { textwrap::termwidth().clamp(40, WIDEST) } else { WIDEST };
        Output { is_json: common.json, is_colored, is_quiet: common.quiet, width }
    }

    /// Whether a program reads.
    pub(crate) fn is_json(&self) -> bool {
        self.is_json
    }

    /// Writes a document as JSON.
    pub(crate) fn document<T: Serialize>(&self, document: &T) -> Result<()> {
        let text = serde_json::to_string_pretty(document).map_err(|error| {
            Error::new(ErrorCode::Internal, "a document could not be written as JSON").with_source(error)
        })?;
        print(&format!("{text}\n"))
    }

    /// A heading with an empty line before it.
    pub(crate) fn heading(&self, text: &str) -> Result<()> {
        print(&format!("\n{}\n", self.styled(HEADING, &clean(text))))
    }

    /// Running text.
    pub(crate) fn paragraph(&self, text: &str) -> Result<()> {
        self.indented(text, "", "")
    }

    /// A point of a list.
    pub(crate) fn point(&self, text: &str) -> Result<()> {
        self.indented(text, "  - ", "    ")
    }

    /// A line that belongs to the point above it.
    pub(crate) fn below(&self, text: &str) -> Result<()> {
        self.indented(text, "    ", "    ")
    }

    /// Lines that must stay as they are, such as an outline.
    pub(crate) fn block(&self, text: &str) -> Result<()> {
        let lines: String = text.lines().map(|line| format!("  {}\n", clean(line).trim_end())).collect();
        print(&lines)
    }

    /// A name and its value.
    pub(crate) fn fact(&self, name: &str, value: &str) -> Result<()> {
        let label = format!("{name}:");
        let padded = format!("  {label:<22} ");
        let wrapped = self.wrap(value, padded.len(), padded.len());
        print(&format!("{}{wrapped}\n", self.styled(KEY, &padded)))
    }

    /// One line whose first word stands out.
    pub(crate) fn status(&self, tone: Tone, word: &str, text: &str) -> Result<()> {
        let style = match tone {
            Tone::Good => GOOD,
            Tone::Careful => CAREFUL,
            Tone::Bad => BAD,
        };
        let head = clean(word);
        let wrapped = self.wrap(text, head.chars().count() + 1, 2);
        print(&format!("{} {wrapped}\n", self.styled(style, &head)))
    }

    /// What one could do next; not said where quiet was asked for.
    pub(crate) fn hint(&self, text: &str) -> Result<()> {
        if self.is_quiet {
            return Ok(());
        }
        print(&format!("{}\n", self.styled(FAINT, &self.wrap(text, 0, 0))))
    }

    /// An empty line.
    pub(crate) fn gap(&self) -> Result<()> {
        print("\n")
    }

    fn indented(&self, text: &str, first: &str, rest: &str) -> Result<()> {
        print(&format!("{first}{}\n", self.wrap(text, first.len(), rest.len())))
    }

    fn wrap(&self, text: &str, first: usize, rest: usize) -> String {
        let (first, rest) = (" ".repeat(first), " ".repeat(rest));
        let options = textwrap::Options::new(self.width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .break_words(false);
        let paragraphs: Vec<String> =
            clean(text).lines().map(|line| textwrap::fill(line, &options)).collect();
        paragraphs.join("\n").trim_start().to_owned()
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if self.is_colored { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Writes an error to standard error: for people, or as JSON.
pub(crate) fn report(error: &Error, is_json: bool) {
    let mut lines = String::new();
    if is_json {
        lines = serde_json::to_string_pretty(&error.to_document()).unwrap_or_default();
        lines.push('\n');
    } else {
        lines.push_str(&format!("error[{}]: {}\n", error.code(), clean(error.message())));
        for (name, value) in error.context() {
            lines.push_str(&format!("  {}: {}\n", clean(name), clean(value)));
        }
        for hint in error.hints() {
            lines.push_str(&format!("  hint: {}\n", clean(hint)));
        }
    }
    // Where standard error is closed there is nobody to tell; the exit code still says it.
    let _ = std::io::stderr().lock().write_all(lines.as_bytes());
}

/// Writes text as it is.
pub(crate) fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads has seen enough, as `head` does.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(Error::new(
            ErrorCode::UnavailableService,
            format!("standard output cannot be written: {}", plain(&error)),
        )
        .with_source(error)),
        Ok(()) => Ok(()),
    }
}

/// Text without control characters, so that it cannot move the cursor, change colours or hide anything.
fn clean(text: &str) -> String {
    let is_hidden = |character: char| matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars()
        .filter(|character| !is_hidden(*character))
        .map(|character| match character {
            '\n' => '\n',
            '\t' => ' ',
            other if other.is_control() => '\u{fffd}',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_steer_the_terminal() {
        let check = |text: &str, expect: &str| assert_eq!(clean(text), expect);
        check("a\u{1b}[31mb", "a\u{fffd}[31mb");
        check("left\u{202e}right", "leftright");
        check("one\ttwo\nthree\r", "one two\nthree\u{fffd}");
    }
}
