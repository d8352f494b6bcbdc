//! Documents for people, in every language: the JSON of one goes to where documents are shown.

use aura_core::handoff::{Format, show};
use aura_core::{Error, ErrorCode};
use serde_json::Value;

use crate::Failure;

/// Shows a document as `html`, `markdown` or `line`, with a title such as the name of its type.
///
/// # Errors
/// `invalid_request` where the document is not JSON, or the format is another one.
///
/// # Example
/// ```
/// use aura_ffi::render;
/// let html = render("html", "Run", r#"{"id": "<script>"}"#)?;
/// assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
/// assert!(render("html", "Run", "{").is_err() && render("pdf", "Run", "{}").is_err());
/// # Ok::<(), aura_ffi::Failure>(())
/// ```
pub fn render(format: &str, title: &str, document: &str) -> Result<String, Failure> {
    let format = Format::named(format).map_err(|error| error.to_document())?;
    let document: Value = serde_json::from_str(document).map_err(|error| {
        Error::new(ErrorCode::InvalidRequest, format!("the document is not JSON: {error}")).to_document()
    })?;
    Ok(show(format, title, &document))
}
