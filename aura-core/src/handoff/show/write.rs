//! Blocks as HTML or Markdown. What comes from a document is escaped here, and nowhere else.

use super::super::markdown::escaped;
use super::cell::Cell;
use super::view::Block;

const STYLE: &str = "<div class=\"aura\"><style>\
.aura{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif;max-width:56em;overflow-x:auto}\
.aura h3{font-size:1.15em;margin:.2em 0 .6em}.aura h4{font-size:1em;margin:1.1em 0 .3em}\
.aura p{margin:.3em 0 .7em;max-width:46em}.aura .said{margin:0 0 .2em;font-weight:600}\
.aura table{border-collapse:collapse;margin:.2em 0 .9em;font-size:.95em}\
.aura th,.aura td{border:0;border-bottom:1px solid rgba(128,128,128,.28);padding:.28em 1em .28em 0;text-align:left;\
vertical-align:top;color:inherit;background:none;white-space:normal;max-width:30em}\
.aura th{font-weight:600;opacity:.75;vertical-align:bottom}\
.aura td.n,.aura th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\
.aura td.k{opacity:.75}.aura .more{opacity:.7}\
.aura summary{cursor:pointer;opacity:.75;margin:.6em 0}\
</style>";

/// A fragment of HTML with a style of its own.
pub(super) fn html(title: &str, blocks: &[Block]) -> String {
    let mut out = format!("{STYLE}<h3>{}</h3>", escape_html(title));
    html_blocks(&mut out, blocks);
    out + "</div>"
}

fn html_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        let part = match block {
            Block::Heading(text) => format!("<h4>{}</h4>", escape_html(text)),
            Block::Paragraph(text) => format!("<p>{}</p>", lines(text)),
            Block::Story(headline, text) => {
                format!("<p class=\"said\">{}</p><p>{}</p>", escape_html(headline), lines(text))
            }
            Block::Facts(facts) => html_facts(facts),
            Block::Rows { heads, rows } => html_rows(heads, rows),
            Block::More(text) => format!("<p class=\"more\">{}</p>", escape_html(text)),
            Block::Details(inner) => {
                let mut details = "<details><summary>Details</summary>".to_owned();
                html_blocks(&mut details, inner);
                details + "</details>"
            }
        };
        out.push_str(&part);
    }
}

fn html_facts(facts: &[(String, Cell)]) -> String {
    let row = |(name, cell): &(String, Cell)| {
        format!("<tr><td class=\"k\">{}</td><td>{}</td></tr>", escape_html(name), lines(&cell.text))
    };
    format!("<table>{}</table>", facts.iter().map(row).collect::<String>())
}

fn html_rows(heads: &[String], rows: &[Vec<Cell>]) -> String {
    let is_figure = |column: usize| {
        let mut cells =
            rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| cell.is_figure)
    };
    let class = |column: usize| if is_figure(column) { " class=\"n\"" } else { "" };
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).max(heads.len());
    let classes: Vec<&str> = (0..width).map(class).collect();
    let row = |tag: &str, texts: Vec<String>| {
        let cells = texts.iter().zip(&classes).map(|(text, class)| format!("<{tag}{class}>{text}</{tag}>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let mut out = "<table>".to_owned();
    if !heads.is_empty() {
        out.push_str(&row("th", heads.iter().map(|head| escape_html(head)).collect()));
    }
    for cells in rows {
        out.push_str(&row("td", cells.iter().map(|cell| lines(&cell.text)).collect()));
    }
    out + "</table>"
}

/// Text with its line breaks; what stands between backticks is set as code.
fn lines(text: &str) -> String {
    let text = escape_html(text).replace('\n', "<br>");
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text;
    }
    let part = |(number, part): (usize, &&str)| {
        if number.is_multiple_of(2) { (*part).to_owned() } else { format!("<code>{part}</code>") }
    };
    parts.iter().enumerate().map(part).collect()
}

/// Markdown, with a heading in bold.
pub(super) fn markdown(title: &str, blocks: &[Block]) -> String {
    let mut out = format!("**{}**\n\n", escaped(title));
    markdown_blocks(&mut out, blocks);
    out
}

fn markdown_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        let part = match block {
            Block::Heading(text) => format!("**{}**\n\n", escaped(text)),
            Block::Paragraph(text) | Block::More(text) => format!("{}\n\n", escaped(text)),
            Block::Story(headline, text) => {
                format!("**{}** {}\n\n", escaped(headline), escaped(text))
            }
            Block::Facts(facts) => {
                let rows = facts.iter().map(|(name, cell)| vec![escaped(name), escaped(&cell.text)]);
                grid(&["", ""], rows)
            }
            Block::Rows { heads, rows } => {
                let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
                grid(&heads, rows.iter().map(|row| row.iter().map(|cell| escaped(&cell.text)).collect()))
            }
            Block::Details(inner) => {
                let mut details = "**Details**\n\n".to_owned();
                markdown_blocks(&mut details, inner);
                details
            }
        };
        out.push_str(&part);
    }
}

fn grid(heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let rows: Vec<Vec<String>> = rows.collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).max(heads.len());
    let mut heads: Vec<String> = heads.iter().map(|head| escaped(head)).collect();
    heads.resize(width, String::new());
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let body: String = rows.iter().map(|row| line(row)).collect();
    format!("{}{}{body}\n", line(&heads), line(&vec!["---".to_owned(); width]))
}

fn escape_html(text: &str) -> String {
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
