//! Writes Markdown in which the user's words stay words: nothing in them becomes markup.

use super::words;

/// A page under construction.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    pub(super) fn new(title: &str) -> Self {
        let mut page = Page::default();
        page.text.push_str(&format!("# {}\n", escaped(title)));
        page
    }

    /// A heading; level 2 and deeper.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.text.push_str(&format!("\n{} {}\n", "#".repeat(level), escaped(text)));
    }

    /// A paragraph that is already Markdown.
    pub(super) fn paragraph(&mut self, markdown: &str) {
        self.text.push_str(&format!("\n{markdown}\n"));
    }

    /// A list whose items are already Markdown; nothing where there are no items.
    pub(super) fn list(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.text.push('\n');
        for item in items {
            self.text.push_str(&format!("- {item}\n"));
        }
    }

    /// A numbered list whose items are already Markdown.
    pub(super) fn numbered(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.text.push('\n');
        for (index, item) in items.iter().enumerate() {
            self.text.push_str(&format!("{}. {item}\n", index + 1));
        }
    }

    /// A table whose cells are already Markdown; nothing where there are no rows.
    pub(super) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        self.text.push_str(&format!("\n| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len())));
        for row in rows {
            let cells: Vec<&str> =
                row.iter().map(|cell| if cell.is_empty() { "–" } else { cell.as_str() }).collect();
            self.text.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A user's text on one line, with everything that Markdown would read as markup escaped.
pub(super) fn escaped(text: &str) -> String {
    let line = words::one_line(text);
    let mut safe = String::with_capacity(line.len() + 8);
    let mut rest = line.as_str();
    while let Some(character) = rest.chars().next() {
        let is_link = rest.starts_with("://");
        let is_web = safe.ends_with("www") && character == '.';
        let is_start = safe.is_empty() && matches!(character, '#' | '+' | '-' | '=' | '~');
        if is_link
            || is_web
            || is_start
            || matches!(
                character,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '@' | '&' | '$' | '~'
            )
        {
            safe.push('\\');
        }
        safe.push(character);
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    escape_number(&safe)
}

/// A user's sentence, escaped, with a capital first and a full stop last.
pub(super) fn sentence(text: &str) -> String {
    escaped(&words::sentence(text))
}

/// A piece of code in a line: an id, a path, an expression.
pub(super) fn code(text: &str) -> String {
    let line = words::one_line(text).replace('|', "\\|");
    if line.contains('`') { format!("`` {line} ``") } else { format!("`{line}`") }
}

/// `1. x` at the beginning of a line would become a list.
fn escape_number(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    match text.get(digits.len()..) {
        Some(rest) if !digits.is_empty() && is_list_mark(rest) => format!("{digits}\\{rest}"),
        _ => text.to_owned(),
    }
}

/// A dot or bracket before a space or the end; `1.5` is a number.
fn is_list_mark(text: &str) -> bool {
    text.strip_prefix(['.', ')']).is_some_and(|after| after.is_empty() || after.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let check = |text: &str, expect: &str| assert_eq!(escaped(text), expect);
        check("a <b>bold</b> | claim", "a \\<b\\>bold\\</b\\> \\| claim");
        check("# not a heading\nnext", "\\# not a heading next");
        check("1. not a list", "1\\. not a list");
        check("1.5 hours", "1.5 hours");
        check("see https://example.com", "see https\\://example.com");
        check("[x](javascript:y)", "\\[x\\](javascript:y)");
        check("me@example.com", "me\\@example.com");
    }

    #[test]
    fn a_table_keeps_its_columns() {
        let mut page = Page::new("T");
        page.table(&["A", "B"], &[vec![escaped("x|y"), String::new()]]);
        assert_eq!(page.finish(), "# T\n\n| A | B |\n| --- | --- |\n| x\\|y | – |\n");
    }
}
