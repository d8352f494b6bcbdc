//! Rows of plain values as an Arrow stream, for every data frame library that reads one.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions};
use arrow_schema::{ArrowError, DataType, Field, Schema};
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
