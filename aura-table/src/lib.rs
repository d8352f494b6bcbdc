//! Tables by column for Aura's experiments: Arrow from any producer, and Parquet.
//!
//! In come a file (Parquet, Arrow file or Arrow stream; [`open`] tells them apart by their first bytes), record batches
//! in memory, or a stream over the C data interface; out comes a [`ColumnSource`] that `aura_core` reads in batches,
//! part by part, without a copy where types agree. The core itself knows nothing of these formats. Never here: what
//! the columns mean, threads, a network.

mod arrow;
mod convert;
mod parquet;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use arrow::ArrowTable;
pub use arrow_array::ffi_stream::FFI_ArrowArrayStream;
pub use parquet::ParquetTable;

use aura_core::stats::columns::ColumnSource;
use aura_core::{Error, ErrorCode, Result};

/// Opens a file as a table, if it is Parquet or Arrow; nothing where it is neither.
///
/// # Errors
/// `not_found` where it cannot be read, `invalid_data` where it is damaged.
pub fn open(path: &Path) -> Result<Option<Box<dyn ColumnSource>>> {
    let mut start = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(6).read_to_end(&mut start));
    opened.map_err(|error| {
        Error::new(ErrorCode::NotFound, format!("`{}` cannot be read: {}", path.display(), error.kind()))
            .with_source(error)
    })?;
    Ok(match start.as_slice() {
        [b'P', b'A', b'R', b'1', ..] => Some(Box::new(ParquetTable::open(path)?)),
        b"ARROW1" => Some(Box::new(ArrowTable::open_file(path)?)),
        [0xff, 0xff, 0xff, 0xff, ..] => Some(Box::new(ArrowTable::open_stream(path)?)),
        _ => None,
    })
}

/// An error of the libraries below, with what was read.
fn damaged(what: &str, error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(ErrorCode::InvalidData, format!("{what} cannot be read as a table: {error}"))
        .with_source(error)
}
