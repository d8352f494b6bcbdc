//! Documents for people: HTML, Markdown, or one line. Every text of a document is escaped on its way out.
//!
//! In comes any document as JSON; out goes a fragment that follows the light or dark theme of what it stands in.
//! Never here: a choice of what matters, which the explanation has made already.

use aura_core::{Error, ErrorCode};
use serde_json::{Map, Value};

use crate::Failure;

/// Rows of a table that are shown; the rest is counted.
const MOST_ROWS: usize = 30;
/// Columns of a table that are shown.
const MOST_COLUMNS: usize = 8;
/// Longest text of a cell, in characters.
const MOST_CHARACTERS: usize = 300;
/// Tables inside a document that are shown.
const MOST_TABLES: usize = 12;

/// How a document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A fragment of HTML.
    Html,
    /// Markdown.
    Markdown,
    /// One line.
    Line,
}

impl Format {
    /// The format with a name: `html`, `markdown` or `line`.
    ///
    /// # Errors
    /// `invalid_request`.
    pub fn named(name: &str) -> Result<Format, Failure> {
        match name {
            "html" => Ok(Format::Html),
            "markdown" => Ok(Format::Markdown),
            "line" => Ok(Format::Line),
            _ => Err(refuse("the format is `html`, `markdown` or `line`".to_owned())),
        }
    }
}

/// Shows a document, with a title such as the name of its type.
///
/// # Errors
/// `invalid_request` where the document is not JSON.
///
/// # Example
/// ```
/// use aura_ffi::{Format, render};
/// let html = render(Format::Html, "Run", r#"{"id": "<script>"}"#)?;
/// assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
/// # Ok::<(), aura_ffi::Failure>(())
/// ```
pub fn render(format: Format, title: &str, document: &str) -> Result<String, Failure> {
    let value: Value = serde_json::from_str(document)
        .map_err(|error| refuse(format!("the document is not JSON: {error}")))?;
    let mut page = Page { format, out: String::new(), tables: 0 };
    match format {
        Format::Line => return Ok(line(title, &value)),
        Format::Html => page.out.push_str(STYLE),
        Format::Markdown => {}
    }
    page.heading(title);
    page.value(&value);
    if format == Format::Html {
        page.out.push_str("</div>");
    }
    Ok(page.out)
}

const STYLE: &str = "<div class=\"aura\"><style>\
.aura{color-scheme:light dark;font:14px/1.45 system-ui,sans-serif;max-width:60em}\
.aura table{border-collapse:collapse;margin:.3em 0 .8em}\
.aura th,.aura td{border:1px solid rgba(128,128,128,.4);padding:.2em .6em;text-align:left;vertical-align:top;color:inherit;background:none}\
.aura th{font-weight:600}.aura h4{margin:.8em 0 .3em}.aura .more{opacity:.7}\
</style>";

/// Members that say in one or two sentences what the rest is about.
const LEADS: &[&str] = &["summary", "title", "text", "headline", "goal"];

struct Page {
    format: Format,
    out: String,
    tables: usize,
}

impl Page {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Object(members) => self.object(members),
            Value::Array(rows) => self.table(rows),
            other => self.paragraph(&shown(other)),
        }
    }

    fn object(&mut self, members: &Map<String, Value>) {
        for text in LEADS.iter().filter_map(|name| members.get(*name)).filter_map(Value::as_str) {
            self.paragraph(text);
        }
        let plain: Vec<(&String, &Value)> = members
            .iter()
            .filter(|(name, value)| !is_nested(value) && !LEADS.contains(&name.as_str()))
            .collect();
        let rows: Vec<Vec<String>> =
            plain.iter().map(|(name, value)| vec![words(name), shown(value)]).collect();
        self.rows(&["".to_owned(), "".to_owned()], &rows);
        for (name, value) in members.iter().filter(|(_, value)| is_nested(value)) {
            if self.tables >= MOST_TABLES {
                return self.more("more stands in the document itself");
            }
            self.heading(&words(name));
            self.value(value);
        }
    }

    fn table(&mut self, rows: &[Value]) {
        self.tables += 1;
        let mut columns = plain_columns(rows);
        columns.truncate(MOST_COLUMNS);
        let cells = |row: &Value| match row {
            Value::Object(members) => {
                columns.iter().map(|name| members.get(*name).map(shown).unwrap_or_default()).collect()
            }
            other => vec![shown(other)],
        };
        let shown_rows: Vec<Vec<String>> = rows.iter().take(MOST_ROWS).map(cells).collect();
        let heads: Vec<String> = columns.iter().map(|name| words(name)).collect();
        self.rows(&heads, &shown_rows);
        if rows.len() > MOST_ROWS {
            self.more(&format!("and {} more", rows.len() - MOST_ROWS));
        }
    }

    fn rows(&mut self, heads: &[String], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        let has_heads = heads.iter().any(|head| !head.is_empty());
        let width = rows.iter().map(Vec::len).max().unwrap_or(1).max(heads.len());
        if self.format == Format::Html {
            self.out.push_str("<table>");
            if has_heads {
                let cells: String = heads.iter().map(|head| format!("<th>{}</th>", html(head))).collect();
                self.out.push_str(&format!("<tr>{cells}</tr>"));
            }
            for row in rows {
                let cells: String = row.iter().map(|cell| format!("<td>{}</td>", html(cell))).collect();
                self.out.push_str(&format!("<tr>{cells}</tr>"));
            }
            return self.out.push_str("</table>");
        }
        let mut write = |cells: &[String]| {
            let cells: Vec<String> = (0..width)
                .map(|place| cells.get(place).map(|cell| markdown(cell)).unwrap_or_default())
                .collect();
            self.out.push_str(&format!("| {} |\n", cells.join(" | ")));
        };
        write(heads);
        write(&vec!["---".to_owned(); width]);
        rows.iter().for_each(|row| write(row));
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        let line = match self.format {
            Format::Html => format!("<h4>{}</h4>", html(text)),
            _ => format!("**{}**\n\n", markdown(text)),
        };
        self.out.push_str(&line);
    }

    fn paragraph(&mut self, text: &str) {
        let text = cut(text);
        let line = match self.format {
            Format::Html => format!("<p>{}</p>", html(&text).replace('\n', "<br>")),
            _ => format!("{}\n\n", markdown(&text)),
        };
        self.out.push_str(&line);
    }

    fn more(&mut self, text: &str) {
        let line = match self.format {
            Format::Html => format!("<p class=\"more\">{}</p>", html(text)),
            _ => format!("{}\n\n", markdown(text)),
        };
        self.out.push_str(&line);
    }
}

/// The columns of a table: those whose cells hold plain values; all of them where every one holds more.
fn plain_columns(rows: &[Value]) -> Vec<&str> {
    let mut columns: Vec<(&str, bool)> = Vec::new();
    for (name, value) in rows.iter().filter_map(Value::as_object).take(MOST_ROWS).flatten() {
        match columns.iter_mut().find(|(known, _)| known == name) {
            Some((_, nested)) => *nested |= is_too_much(value),
            None => columns.push((name, is_too_much(value))),
        }
    }
    let is_any_plain = columns.iter().any(|(_, nested)| !nested);
    columns.into_iter().filter(|(_, nested)| !nested || !is_any_plain).map(|(name, _)| name).collect()
}

/// Whether a value does not fit into a cell: rows of documents, and large documents.
fn is_too_much(value: &Value) -> bool {
    match value {
        Value::Array(rows) => rows.iter().any(|row| row.is_object() || row.is_array()),
        other => is_nested(other),
    }
}

/// `Run(id=run_1, cases=1000)`: the name and the first plain members.
fn line(title: &str, value: &Value) -> String {
    let parts: Vec<String> = match value {
        Value::Object(members) => {
            let plain = members.iter().filter(|(_, value)| !is_nested(value)).take(4);
            plain
                .map(|(name, value)| {
                    let shown: String =
                        shown(value).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                    let short: String = shown.chars().take(60).collect();
                    format!("{name}={short}")
                })
                .collect()
        }
        Value::Array(rows) => vec![format!("{} rows", rows.len())],
        other => vec![shown(other)],
    };
    format!("{title}({})", parts.join(", "))
}

fn is_nested(value: &Value) -> bool {
    match value {
        Value::Array(rows) => !rows.is_empty(),
        Value::Object(members) => {
            !(members.len() <= 3 && members.values().all(|value| !value.is_array() && !value.is_object()))
        }
        _ => false,
    }
}

/// A value in a cell.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => cut(text),
        Value::Array(parts) => cut(&parts.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let parts: Vec<String> =
                members.iter().map(|(name, value)| format!("{} {}", words(name), shown(value))).collect();
            cut(&parts.join(", "))
        }
        other => other.to_string(),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn words(name: &str) -> String {
    name.replace('_', " ")
}

fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

fn refuse(message: String) -> Failure {
    Error::new(ErrorCode::InvalidRequest, message).to_document()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = r#"{"title": "<img src=x onerror=alert(1)>", "rows": [{"a|b": "x | y\n# z", "c": {"d": [1, 2]}}],
        "id": "![x](javascript:1)"}"#;

    #[test]
    fn html_is_escaped_and_follows_the_theme() {
        let html = render(Format::Html, "T\"<b>", HOSTILE).unwrap();
        assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
        assert!(html.contains("color-scheme:light dark") && html.contains("x | y"), "{html}");
    }

    #[test]
    fn tables_leave_out_what_does_not_fit_into_a_cell() {
        let document = r#"[{"name": "a", "facts": [{"x": 1}]}, {"name": "b", "facts": []}]"#;
        let table = render(Format::Markdown, "Insights", document).unwrap();
        assert!(table.contains("| a |") && !table.contains("facts"), "{table}");
        assert!(render(Format::Markdown, "T", r#"[{"facts": [{}]}]"#).unwrap().contains("facts"));
    }

    #[test]
    fn markdown_is_escaped() {
        let text = render(Format::Markdown, "T", HOSTILE).unwrap();
        assert!(text.contains("\\!\\[x\\](javascript:1)") && text.contains("x \\| y \\# z"), "{text}");
    }

    #[test]
    fn a_line_is_one_line() {
        let text = render(Format::Line, "Run", r#"{"id": "a\nb", "cases": 3, "nodes": [1]}"#).unwrap();
        assert_eq!(text, "Run(id=a b, cases=3)");
        assert!(render(Format::Line, "Run", "{").is_err());
    }
}
