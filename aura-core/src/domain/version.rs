//! Content hashes: the same content has the same version on every machine.

use serde::Serialize;

use super::id::VersionId;
use crate::error::{Error, ErrorCode, Result};

/// Hashes the canonical JSON form of a document: the first 128 bits of BLAKE3, in hexadecimal.
///
/// Canonical means: fields in the order of their definition, no white space, numbers in shortest form.
///
/// # Errors
/// `internal` where the value cannot be written as JSON.
pub fn content_hash<T: Serialize>(document: &T) -> Result<String> {
    let bytes = serde_json::to_vec(document).map_err(|error| {
        Error::new(ErrorCode::Internal, "a document could not be written as JSON").with_source(error)
    })?;
    let mut hex = blake3::hash(&bytes).to_hex().to_string();
    hex.truncate(32);
    Ok(hex)
}

/// The version of a document: `version_` and its content hash.
///
/// # Errors
/// As [`content_hash`].
pub fn version_of<T: Serialize>(document: &T) -> Result<VersionId> {
    VersionId::new(format!("version_{}", content_hash(document)?))
}
