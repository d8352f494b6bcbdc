//! Parquet, one row group at a time.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema};
use aura_core::stats::columns::{Batch, ColumnSource, no_column};
use aura_core::{Error, ErrorCode, Result};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};

use crate::arrow::lend;
use crate::damaged;

/// Rows that are decoded at a time.
const ROWS: usize = 8_192;

/// A Parquet file. Only the columns that are asked for are read; each row group is a part.
#[derive(Debug, Clone)]
pub struct ParquetTable {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
}

impl ParquetTable {
    /// Opens a file and reads what it says of itself.
    ///
    /// # Errors
    /// `not_found` where it cannot be opened, `invalid_data` where it is no Parquet file.
    pub fn open(path: &Path) -> Result<Self> {
        let (file, name) = (file(path)?, format!("`{}`", path.display()));
        let plain = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())
            .map_err(|error| damaged(&name, error))?;
        let schema = with_few_words(&plain);
        let options = ArrowReaderOptions::new().with_schema(Arc::new(schema));
        // A file whose own Arrow schema forbids the change is read as it is.
        let metadata = ArrowReaderMetadata::load(&file, options).unwrap_or(plain);
        Ok(ParquetTable { path: path.to_owned(), metadata })
    }
}

/// The schema, with columns of words that are stored as places in a list read as that.
fn with_few_words(metadata: &ArrowReaderMetadata) -> Schema {
    let (schema, groups) = (metadata.schema(), metadata.metadata().row_groups());
    let is_short = |name: &str| {
        let chunks = groups.iter().flat_map(|group| group.columns());
        let own = chunks.filter(|chunk| chunk.column_path().parts() == [name.to_owned()]);
        let mut chunks = own.peekable();
        chunks.peek().is_some()
            && chunks.all(|chunk| {
                chunk.dictionary_page_offset().is_some()
                    && chunk.uncompressed_size() < 4 * chunk.num_values().max(1) + 4_096
            })
    };
    let fields: Vec<Field> = schema
        .fields()
        .iter()
        .map(|field| {
            let is_text =
                matches!(field.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
            if is_text && is_short(field.name()) {
                let kind = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                field.as_ref().clone().with_data_type(kind)
            } else {
                field.as_ref().clone()
            }
        })
        .collect();
    Schema::new_with_metadata(fields, schema.metadata().clone())
}

fn file(path: &Path) -> Result<File> {
    File::open(path).map_err(|error| {
        Error::new(ErrorCode::NotFound, format!("`{}` cannot be read: {}", path.display(), error.kind()))
            .with_source(error)
    })
}

impl ColumnSource for ParquetTable {
    fn names(&self) -> Vec<String> {
        self.metadata.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn parts(&self) -> usize {
        self.metadata.metadata().num_row_groups()
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        let name = format!("`{}`", self.path.display());
        let fields = self.metadata.schema().fields();
        let mut roots = Vec::with_capacity(columns.len());
        for column in columns {
            let names = || -> Vec<&str> { fields.iter().map(|field| field.name().as_str()).collect() };
            let found = fields.iter().position(|field| field.name() == column);
            roots.push(found.ok_or_else(|| no_column(column, &names()))?);
        }
        let builder =
            ParquetRecordBatchReaderBuilder::new_with_metadata(file(&self.path)?, self.metadata.clone());
        let mask = ProjectionMask::roots(builder.parquet_schema(), roots);
        let reader = builder
            .with_projection(mask)
            .with_row_groups(vec![part])
            .with_batch_size(ROWS)
            .build()
            .map_err(|error| damaged(&name, error))?;
        for batch in reader {
            lend(&batch.map_err(|error| damaged(&name, error))?, columns, take)?;
        }
        Ok(())
    }
}
