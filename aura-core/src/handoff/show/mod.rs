//! Documents for people: HTML, Markdown, or one line. Every text of a document is escaped on its way out.
//!
//! In comes any document as JSON; out goes a fragment that follows the light or dark theme of what it stands in. `view`
//! puts the document in the order in which people read, `cell` writes a value with its unit, `write` makes the fragment.
//! Never here: a choice of what matters, which the explanation has made already.

mod cell;
mod view;
mod write;

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

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
    pub fn named(name: &str) -> Result<Format> {
        match name {
            "html" => Ok(Format::Html),
            "markdown" => Ok(Format::Markdown),
            "line" => Ok(Format::Line),
            _ => Err(Error::new(ErrorCode::InvalidRequest, "the format is `html`, `markdown` or `line`")),
        }
    }
}

/// Shows a document, with a title such as the name of its type.
///
/// # Example
/// ```
/// use aura_core::handoff::{Format, show};
/// let html = show(Format::Html, "Run", &serde_json::json!({"id": "<script>"}));
/// assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
/// ```
pub fn show(format: Format, title: &str, document: &Value) -> String {
    match format {
        Format::Line => view::line(title, document),
        Format::Html => write::html(title, &view::blocks(document)),
        Format::Markdown => write::markdown(title, &view::blocks(document)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = r#"{"title": "<img src=x onerror=alert(1)>", "rows": [{"a|b": "x | y\n# z", "c": {"d": [1, 2]}}],
        "insights": [{"headline": "<b>", "text": "**x**"}], "project": "![x](javascript:1)", "digest": "</details>"}"#;

    fn read(document: &str) -> Value {
        serde_json::from_str(document).unwrap()
    }

    fn shown(document: &str) -> String {
        show(Format::Markdown, "T", &read(document))
    }

    #[test]
    fn html_is_escaped_and_follows_the_theme() {
        let html = show(Format::Html, "T\"<b>", &read(HOSTILE));
        assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
        assert_eq!(html.matches("</details>").count(), 1, "{html}");
        assert!(html.contains("color-scheme:light dark") && html.contains("x | y"), "{html}");
    }

    #[test]
    fn markdown_is_escaped() {
        let text = shown(HOSTILE);
        assert!(text.contains("!\\[x\\](javascript:1)") && text.contains("x \\| y # z"), "{text}");
        assert!(text.contains("\\*\\*x\\*\\*"), "{text}");
    }

    #[test]
    fn findings_come_first_as_prose_and_technical_members_last() {
        let text = shown(
            r#"{"run": {"id": "run_1", "cases": 12345, "digest": "ff", "limits": {"events": 5}, "paths": []},
                "explanation": {"summary": "It works.", "insights": [{"headline": "Well", "text": "All of it.", "facts": [{}]}]}}"#,
        );
        let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("`{part}` is not in {text}"));
        assert!(place("It works.") < place("**Well**") && place("All of it.") < place("12,345"), "{text}");
        assert!(place("12,345") < place("**Details**") && place("**Details**") < place("ff"), "{text}");
        assert!(place("**Details**") < place("events") && !text.contains("paths"), "{text}");
    }

    #[test]
    fn tables_leave_out_what_does_not_fit_and_what_nobody_reads() {
        let table = shown(
            r#"[{"id": "n_1", "name": "a", "facts": [{"x": 1}], "none": null, "origin": {"type": "stated"}},
                {"id": "n_2", "name": "b", "facts": [], "none": null}]"#,
        );
        assert!(table.contains("| Name |") && table.contains("| a |"), "{table}");
        assert!(!table.contains("Facts") && !table.contains("n_1") && !table.contains("None"), "{table}");
        assert!(shown(r#"[{"facts": [{}]}]"#).contains("Facts"));
    }

    #[test]
    fn values_stand_in_their_unit() {
        let table = shown(
            r#"[{"metric": "m", "unit": {"type": "share"}, "estimate": {"value": 0.88, "low": 0.8609, "high": 0.899}, "took_ms": 5400000},
                {"metric": "n", "unit": {"type": "score"}, "estimate": {"value": 12345.6, "low": null, "high": null}, "took_ms": 0.5}]"#,
        );
        assert!(table.contains("88% (86.1% to 89.9%)") && table.contains("| 12,346 |"), "{table}");
        assert!(
            table.contains("1.5 hours") && table.contains("0.5 milliseconds") && table.contains("| Took |"),
            "{table}"
        );
        let facts = shown(
            r#"{"p": 1.25e-9, "x": 0.123456, "whole": 7, "is_good": true, "of": {"amount": 0.61, "unit": {"type": "share"}},
                "every": {"type": "exponential", "mean": 2.0}}"#,
        );
        for part in ["1.25e-9", "0.1235", "| 7 |", "yes", "61%", "exponential, mean 2"] {
            assert!(facts.contains(part), "`{part}` is not in {facts}");
        }
    }

    #[test]
    fn what_has_a_name_is_called_by_it() {
        let text = shown(
            r#"{"actors": [{"id": "actor_guest", "name": "guest"}], "steps": [{"id": "s", "title": "pay", "actor": "actor_guest"}]}"#,
        );
        assert!(text.contains("| pay | guest |"), "{text}");
    }

    #[test]
    fn long_documents_are_cut_and_say_so() {
        let rows: Vec<String> = (0..40).map(|number| format!("{{\"n\": {number}}}")).collect();
        assert!(shown(&format!("[{}]", rows.join(","))).contains("and 10 more"));
        let tables: String = (0..20).map(|number| format!("\"t{number}\": [{{\"a\": 1}}],")).collect();
        assert!(shown(&format!("{{{tables}\"z\": 1}}")).contains("more stands in the document itself"));
    }

    #[test]
    fn a_line_is_one_line() {
        let line = |document| show(Format::Line, "Run", &read(document));
        assert_eq!(line(r#"{"id": "a\nb", "cases": 3, "nodes": [1]}"#), "Run(id=a b, cases=3)");
        assert_eq!(
            line(r#"{"project": "p", "explanation": {"summary": "88% pay."}}"#),
            "Run(88% pay., project=p)"
        );
        assert_eq!(line("[1, 2]"), "Run(2 rows)");
        assert!(Format::named("pdf").is_err());
    }
}
