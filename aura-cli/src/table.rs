//! Reads a file that holds a table: CSV always, Parquet and Arrow where the feature `tables` is on.

use std::path::Path;

use aura_core::Result;
use aura_core::evaluate::live::{Table, as_text, read_table};
use aura_core::limits::Limits;
use aura_core::simulate::log::csv_of_columns;
use aura_core::stats::columns::ColumnSource;
#[cfg(not(feature = "tables"))]
use aura_core::{Error, ErrorCode};

use crate::{files, input};

/// A file with a table.
pub(crate) enum TableFile {
    /// CSV.
    Text(String),
    /// Parquet or Arrow.
    Columns(Box<dyn ColumnSource>),
}

impl TableFile {
    /// Opens a file; its first bytes say what it is.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        match columns(path)? {
            Some(source) => Ok(TableFile::Columns(source)),
            None => input::file(path, Limits::default().trace_bytes).map(TableFile::Text),
        }
    }

    /// The bytes of an event log: of a table by column as CSV, of any other file as they stand.
    pub(crate) fn log(path: &Path) -> Result<Vec<u8>> {
        match columns(path)? {
            Some(source) => Ok(csv_of_columns(source.as_ref())?.into_bytes()),
            None => files::read(path),
        }
    }

    /// Its cells as text.
    pub(crate) fn table(&self) -> Result<Table<'_>> {
        match self {
            TableFile::Text(text) => read_table(text),
            TableFile::Columns(source) => as_text(source.as_ref()),
        }
    }
}

#[cfg(feature = "tables")]
fn columns(path: &Path) -> Result<Option<Box<dyn ColumnSource>>> {
    aura_table::open(path)
}

/// Refuses what only the feature reads.
#[cfg(not(feature = "tables"))]
fn columns(path: &Path) -> Result<Option<Box<dyn ColumnSource>>> {
    use std::io::Read as _;
    let mut start = Vec::new();
    // A file that cannot be read is reported by the reader of CSV.
    let read = std::fs::File::open(path).and_then(|file| file.take(6).read_to_end(&mut start));
    let starts = [b"PAR1".as_slice(), b"ARROW1", &[0xff, 0xff, 0xff, 0xff]];
    if read.is_ok() && starts.iter().any(|known| start.starts_with(known)) {
        let message =
            format!("`{}` is Parquet or Arrow, which this build of aura does not read", path.display());
        return Err(Error::new(ErrorCode::InvalidData, message)
            .with_hint("build aura with `--features tables`, or write the table as CSV"));
    }
    Ok(None)
}
