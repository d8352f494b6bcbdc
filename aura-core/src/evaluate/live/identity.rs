//! The name of a verdict, which is a hash of all that it says, so that what is shared cannot be changed unseen.

use serde_json::Value;

use crate::domain::id::VerdictId;
use crate::domain::live::LiveVerdict;
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};

/// The name of a verdict: a hash of everything in it but its name.
///
/// A zero counts without its sign, which documents lose where they pass through JavaScript.
///
/// # Errors
/// As [`content_hash`].
pub(super) fn id_of(verdict: &LiveVerdict) -> Result<VerdictId> {
    let nameless = LiveVerdict { id: VerdictId::named("unnamed"), ..verdict.clone() };
    let mut document = serde_json::to_value(nameless).map_err(|error| {
        Error::new(ErrorCode::Internal, "a verdict could not be written as JSON").with_source(error)
    })?;
    drop_signs_of_zeros(&mut document);
    Ok(VerdictId::named(&content_hash(&document)?))
}

fn drop_signs_of_zeros(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(drop_signs_of_zeros),
        Value::Object(members) => members.values_mut().for_each(drop_signs_of_zeros),
        Value::Number(number) if number.as_f64() == Some(0.0) && number.is_f64() => *value = Value::from(0.0),
        _ => {}
    }
}

/// Refuses a verdict that says something else than when it was given. One of another version of this program is taken as
/// it is: documents gain members from version to version.
///
/// # Errors
/// `invalid_document` where its contents do not have the hash that it is named by.
pub fn check_untouched(verdict: &LiveVerdict) -> Result<()> {
    if verdict.engine_version != env!("CARGO_PKG_VERSION") || id_of(verdict)? == verdict.id {
        return Ok(());
    }
    let message =
        format!("`{}` is not what it was when it was given: something in it was changed", verdict.id);
    Err(Error::new(ErrorCode::InvalidDocument, message)
        .with_hint("take the verdict as it was given, or analyze the data again"))
}
