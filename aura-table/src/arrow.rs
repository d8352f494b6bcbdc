//! Arrow: batches in memory, files, streams, and the C data interface.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, SchemaRef};
use aura_core::stats::columns::{Batch, ColumnSource, no_column};
use aura_core::{Error, ErrorCode, Result};

use crate::convert::column;
use crate::damaged;

/// Rows that are handed out at a time.
const ROWS: usize = 8_192;

/// Most rows of a part, which one thread reads.
const PART: usize = 128 * ROWS;

/// Record batches in memory.
///
/// # Example
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Float64Array, RecordBatch};
/// use aura_core::stats::columns::ColumnSource;
/// let revenue = Arc::new(Float64Array::from(vec![Some(1.5), None]));
/// let batch = RecordBatch::try_from_iter([("revenue", revenue as _)]).unwrap();
/// let table = aura_table::ArrowTable::new(batch.schema(), vec![batch]);
/// table.read(0, &["revenue".to_owned()], &mut |batch| {
///     assert_eq!(batch.column("revenue")?.text(0).as_deref(), Some("1.5"));
///     assert!(!batch.column("revenue")?.is_present(1));
///     Ok(())
/// })?;
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ArrowTable {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl ArrowTable {
    /// A table of these batches, which all have this schema. Large ones are cut, so that several threads can read them.
    pub fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        let cut = |batch: RecordBatch| {
            let starts = (0..batch.num_rows()).step_by(PART);
            starts.map(|start| batch.slice(start, PART.min(batch.num_rows() - start))).collect::<Vec<_>>()
        };
        ArrowTable { schema, batches: batches.into_iter().flat_map(cut).collect() }
    }

    /// Takes over a stream of the C data interface, as `__arrow_c_stream__` gives it, without copying its columns.
    ///
    /// # Errors
    /// `invalid_data` where the producer answers with an error.
    pub fn from_c_stream(stream: FFI_ArrowArrayStream) -> Result<Self> {
        Self::from_c_stream_until(stream, || Ok(()))
    }

    /// As [`ArrowTable::from_c_stream`], and asks between batches whether to go on.
    ///
    /// # Errors
    /// `invalid_data` where the producer answers with an error, and whatever `go_on` answers.
    pub fn from_c_stream_until(stream: FFI_ArrowArrayStream, go_on: impl Fn() -> Result<()>) -> Result<Self> {
        let failed = |error: ArrowError| damaged("the stream", error);
        let reader = RecordBatchStreamReader::try_new(stream).map_err(failed)?;
        let schema = arrow_array::RecordBatchReader::schema(&reader);
        let mut batches = Vec::new();
        for batch in reader {
            go_on()?;
            batches.push(batch.map_err(failed)?);
        }
        Ok(ArrowTable::new(schema, batches))
    }

    /// Reads an Arrow file (also called Feather, version 2).
    ///
    /// # Errors
    /// `not_found` where it cannot be opened, `invalid_data` where it is damaged.
    pub fn open_file(path: &Path) -> Result<Self> {
        let name = format!("`{}`", path.display());
        let reader = FileReader::try_new(file(path)?, None).map_err(|error| damaged(&name, error))?;
        let schema = reader.schema();
        let batches: Result<Vec<RecordBatch>, ArrowError> = reader.collect();
        Ok(ArrowTable::new(schema, batches.map_err(|error| damaged(&name, error))?))
    }

    /// Reads a file that holds an Arrow stream.
    ///
    /// # Errors
    /// As [`ArrowTable::open_file`].
    pub fn open_stream(path: &Path) -> Result<Self> {
        let name = format!("`{}`", path.display());
        let reader = StreamReader::try_new(file(path)?, None).map_err(|error| damaged(&name, error))?;
        let schema = reader.schema();
        let batches: Result<Vec<RecordBatch>, ArrowError> = reader.collect();
        Ok(ArrowTable::new(schema, batches.map_err(|error| damaged(&name, error))?))
    }
}

fn file(path: &Path) -> Result<BufReader<File>> {
    let opened = File::open(path).map_err(|error| {
        Error::new(ErrorCode::NotFound, format!("`{}` cannot be read: {}", path.display(), error.kind()))
            .with_source(error)
    })?;
    Ok(BufReader::new(opened))
}

impl ColumnSource for ArrowTable {
    fn names(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn parts(&self) -> usize {
        self.batches.len()
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        let Some(batch) = self.batches.get(part) else { return Ok(()) };
        let mut start = 0;
        while start < batch.num_rows() {
            let length = ROWS.min(batch.num_rows() - start);
            lend(&batch.slice(start, length), columns, take)?;
            start += length;
        }
        Ok(())
    }

    fn place(&self, part: usize, row: usize) -> String {
        let before: usize = self.batches.iter().take(part).map(RecordBatch::num_rows).sum();
        format!("row {}", before + row + 1)
    }
}

/// Hands one record batch over.
pub(crate) fn lend(
    batch: &RecordBatch,
    columns: &[String],
    take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
) -> Result<()> {
    let schema = batch.schema_ref();
    let mut lent = Vec::with_capacity(columns.len());
    for name in columns {
        let names = || -> Vec<&str> { schema.fields().iter().map(|field| field.name().as_str()).collect() };
        let array = batch.column_by_name(name).ok_or_else(|| no_column(name, &names()))?;
        lent.push(column(name, array.as_ref())?);
    }
    take(&Batch::new(lent)?)
}
