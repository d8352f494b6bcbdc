//! Tables as Arrow streams: rows of plain values for every data frame library, and theirs for Aura.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use aura_ffi::Lend;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use serde_json::{Map, Value};

/// The rows of a JSON array of objects as a capsule named `arrow_array_stream`.
#[pyfunction]
pub(crate) fn arrow_stream<'py>(py: Python<'py>, rows: &str) -> PyResult<Bound<'py, PyCapsule>> {
    let refuse = |error: &dyn std::fmt::Display| PyValueError::new_err(format!("not a table: {error}"));
    let rows: Vec<Map<String, Value>> = serde_json::from_str(rows).map_err(|error| refuse(&error))?;
    let batch = batch(&rows).map_err(|error| refuse(&error))?;
    let schema = batch.schema();
    let reader = RecordBatchIterator::new(vec![Ok::<_, ArrowError>(batch)], schema);
    let stream = FFI_ArrowArrayStream::new(Box::new(reader));
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}

/// A table that Python lends: the name of a file, or a capsule named `arrow_array_stream`.
pub(crate) fn lend(table: &Bound<'_, PyAny>) -> PyResult<Lend> {
    match table.cast::<PyCapsule>() {
        Ok(capsule) => Ok(Lend::stream(take(capsule)?)),
        Err(_) => Ok(Lend::file(table.extract::<PathBuf>()?)),
    }
}

#[expect(unsafe_code, reason = "the one place where a stream is taken out of a capsule")]
fn take(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: By the Arrow PyCapsule interface a capsule of this name holds a stream, which whoever takes it moves out
    // and leaves marked as released, as `from_raw` does; a second taker finds that mark and is told.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) })
}

fn batch(rows: &[Map<String, Value>]) -> Result<RecordBatch, ArrowError> {
    let mut names: Vec<&String> = Vec::new();
    for row in rows {
        for name in row.keys() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let columns: Vec<(Field, ArrayRef)> = names.iter().map(|name| column(name, rows)).collect();
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
}

/// A column takes the narrowest of boolean, integer, number and text that holds all its values.
fn column(name: &str, rows: &[Map<String, Value>]) -> (Field, ArrayRef) {
    let values: Vec<&Value> = rows.iter().map(|row| row.get(name).unwrap_or(&Value::Null)).collect();
    let all = |fits: fn(&Value) -> bool| {
        values.iter().all(|value| value.is_null() || fits(value))
            && values.iter().any(|value| !value.is_null())
    };
    let (kind, array): (DataType, ArrayRef) = if all(Value::is_boolean) {
        let mut builder = BooleanBuilder::new();
        values.iter().for_each(|value| builder.append_option(value.as_bool()));
        (DataType::Boolean, Arc::new(builder.finish()))
    } else if all(|value| value.as_i64().is_some()) {
        let mut builder = Int64Builder::new();
        values.iter().for_each(|value| builder.append_option(value.as_i64()));
        (DataType::Int64, Arc::new(builder.finish()))
    } else if all(Value::is_number) {
        let mut builder = Float64Builder::new();
        values.iter().for_each(|value| builder.append_option(value.as_f64()));
        (DataType::Float64, Arc::new(builder.finish()))
    } else {
        let mut builder = StringBuilder::new();
        for value in values {
            match value {
                Value::Null => builder.append_null(),
                Value::String(text) => builder.append_value(text),
                other => builder.append_value(other.to_string()),
            }
        }
        (DataType::Utf8, Arc::new(builder.finish()))
    };
    (Field::new(name, kind, true), array)
}
