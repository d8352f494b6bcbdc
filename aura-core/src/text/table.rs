//! A strict reader of CSV (RFC 4180): a table is read as it is meant, or refused with the line.

use std::borrow::Cow;

use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// Most columns of a table.
const COLUMNS: u64 = 1_000;

/// Most rows of a table.
const ROWS: u64 = 50_000_000;

/// A table: names of columns, and rows of as many cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<'a> {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Line in the text on which each row begins, and its cells.
    pub rows: Vec<(u64, Vec<Cow<'a, str>>)>,
}

/// Reads a table: commas between cells, cells in double quotes where they hold commas, quotes or line ends.
///
/// # Errors
/// `invalid_data` with the line for a row of another length, a quote in the wrong place or a repeated or empty name;
/// `limit_size` for too many columns or rows.
///
/// # Example
/// ```
/// use aura_core::text::read_table;
/// let table = read_table("user,arm\n1,\"new, blue\"\n")?;
/// assert_eq!(table.rows[0].1[1], "new, blue");
/// assert!(read_table("user,arm\n1\n").is_err());
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn read_table(text: &str) -> Result<Table<'_>> {
    let table = read_separated(text, ',')?;
    for (index, name) in table.columns.iter().enumerate() {
        if name.is_empty() {
            return Err(wrong(1, format!("column {} has no name", index + 1)));
        }
        if table.columns.iter().take(index).any(|other| other == name) {
            return Err(wrong(1, format!("two columns are called `{name}`")));
        }
    }
    Ok(table)
}

/// Reads a table whose cells are parted by one ASCII sign, and whose columns may lack names or share them.
///
/// # Errors
/// As [`read_table`], apart from names.
pub fn read_separated(text: &str, separator: char) -> Result<Table<'_>> {
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1, separator };
    let Some((_, header)) = reader.row()? else {
        return Err(Error::new(ErrorCode::InvalidData, "the table is empty")
            .with_hint("the first line must name the columns"));
    };
    let columns: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    Limits::check_count("columns", columns.len(), COLUMNS)?;
    let mut rows = Vec::new();
    while let Some((line, cells)) = reader.row()? {
        if let [only] = cells.as_slice()
            && only.is_empty()
            && columns.len() > 1
        {
            continue;
        }
        if cells.len() != columns.len() {
            let (found, wanted) = (cells.len(), columns.len());
            return Err(wrong(line, format!("the row has {found} cells, the header has {wanted}")));
        }
        rows.push((line, cells));
        Limits::check_count("rows", rows.len(), ROWS)?;
    }
    Ok(Table { columns, rows })
}

/// One row of CSV with its line end; cells are quoted where they must be.
///
/// # Example
/// ```
/// use aura_core::text::write_row;
/// assert_eq!(write_row(&["1", "say \"new, blue\""]), "1,\"say \"\"new, blue\"\"\"\n");
/// ```
pub fn write_row(cells: &[impl AsRef<str>]) -> String {
    let quoted = |cell: &str| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    cells.iter().map(|cell| quoted(cell.as_ref())).collect::<Vec<_>>().join(",") + "\n"
}

impl Table<'_> {
    /// The place of a column.
    ///
    /// # Errors
    /// `invalid_data` where there is none of this name, with the names that there are.
    pub fn column(&self, name: &str) -> Result<usize> {
        self.columns.iter().position(|column| column == name).ok_or_else(|| {
            Error::new(ErrorCode::InvalidData, format!("the table has no column `{name}`"))
                .with_context("columns", self.columns.join(", "))
        })
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: u64,
    separator: char,
}

impl<'a> Reader<'a> {
    /// The next row with its line; nothing at the end.
    fn row(&mut self) -> Result<Option<(u64, Vec<Cow<'a, str>>)>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let cell = if self.rest.starts_with('"') { self.quoted()? } else { self.plain()? };
            cells.push(cell);
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            let after = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix('\n'));
            let Some(after) = after.or_else(|| Some(self.rest).filter(|rest| rest.is_empty())) else {
                return Err(wrong(self.line, "something follows a cell in quotes"));
            };
            self.rest = after;
            self.line += 1;
            return Ok(Some((line, cells)));
        }
    }

    fn plain(&mut self) -> Result<Cow<'a, str>> {
        let end = self.rest.find([self.separator, '\n']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        let is_last = !rest.starts_with(self.separator);
        let trimmed = if is_last { cell.strip_suffix('\r').unwrap_or(cell) } else { cell };
        if trimmed.contains(['"', '\r']) {
            return Err(wrong(
                self.line,
                "a quote or a stray line end stands inside of a cell without quotes",
            ));
        }
        self.rest = rest;
        Ok(Cow::Borrowed(trimmed))
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>> {
        let start = self.line;
        let mut rest = self.rest.strip_prefix('"').unwrap_or(self.rest);
        let mut text = String::new();
        loop {
            let Some((before, after)) = rest.split_once('"') else {
                return Err(wrong(start, "a quote is opened and never closed"));
            };
            self.line += before.matches('\n').count() as u64;
            text.push_str(before);
            match after.strip_prefix('"') {
                Some(after) => {
                    text.push('"');
                    rest = after;
                }
                None => {
                    self.rest = after;
                    return Ok(Cow::Owned(text));
                }
            }
        }
    }
}

fn wrong(line: u64, reason: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::InvalidData, format!("line {line} of the table: {reason}"))
        .with_context("line", line)
}
