//! A table of text as a table by column: its rows, some at a time.

use std::borrow::Cow;

use crate::error::Result;
use crate::stats::columns::{Batch, Column, ColumnSource, Values};
use crate::text::Table;

/// Rows that are handed out at a time.
const ROWS: usize = 8_192;

/// The rows of a table; an empty cell is a missing value.
pub(super) struct Rows<'a>(pub(super) &'a Table<'a>);

impl ColumnSource for Rows<'_> {
    fn names(&self) -> Vec<String> {
        self.0.columns.clone()
    }

    fn parts(&self) -> usize {
        self.0.rows.len().div_ceil(ROWS)
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut lent = Vec::with_capacity(columns.len());
        for name in columns {
            let place = self.0.column(name)?;
            let words = self.0.rows.iter().skip(part * ROWS).take(ROWS).map(|(_, cells)| {
                let cell = cells.get(place).map_or("", |cell| cell.as_ref());
                Cow::Borrowed(cell)
            });
            let words: Vec<Cow<'_, str>> = words.collect();
            let present: Vec<bool> = words.iter().map(|word| !word.trim().is_empty()).collect();
            lent.push(Column::new(name.as_str(), Values::Text(words)).with_present(present));
        }
        take(&Batch::new(lent)?)
    }

    fn place(&self, part: usize, row: usize) -> String {
        let line = self.0.rows.get(part * ROWS + row).map_or(0, |(line, _)| *line);
        format!("line {line}")
    }
}
