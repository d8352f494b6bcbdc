//! YAML text of a JSON value.

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

/// Writes a value as YAML 1.2 with a comment of one line before it.
pub(super) fn to_yaml(comment: &str, value: &Value) -> Result<String> {
    let text = serde_saphyr::to_string(value).map_err(|error| {
        Error::new(ErrorCode::Internal, "a document could not be written as YAML").with_source(error)
    })?;
    Ok(format!("# {}\n{}\n", super::words::one_line(comment), text.trim_end()))
}
