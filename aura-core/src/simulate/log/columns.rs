//! Tables by column as the tables of text that logs are read from.

use crate::error::Result;
use crate::stats::columns::{Column, ColumnSource, Values};
use crate::text::{Moment, write_row};

/// A table by column, for example of Arrow or Parquet, as CSV: times as RFC 3339 writes them, in UTC and exact to the
/// millisecond, and what is missing as an empty cell.
///
/// # Errors
/// Whatever reading the table answers.
pub fn csv_of_columns(source: &dyn ColumnSource) -> Result<String> {
    let columns = source.names();
    let mut text = write_row(&columns);
    for part in 0..source.parts() {
        source.read(part, &columns, &mut |batch| {
            for row in 0..batch.rows() {
                let cells: Vec<String> = batch.columns().iter().map(|column| cell(column, row)).collect();
                text.push_str(&write_row(&cells));
            }
            Ok(())
        })?;
    }
    Ok(text)
}

fn cell(column: &Column<'_>, row: usize) -> String {
    match &column.values {
        Values::Time(times) if column.is_present(row) => {
            let micros = times.get(row).map_or(0, |time| time.saturating_mul(1_000));
            Moment { micros, utc_offset_minutes: Some(0) }.to_string()
        }
        _ => column.text(row).unwrap_or_default().into_owned(),
    }
}
