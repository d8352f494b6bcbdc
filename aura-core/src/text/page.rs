//! What a self-contained HTML page may load: nothing but its own style and script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The Content-Security-Policy of a page that consists of one file.
///
/// Style and script are let in by their SHA-256 (Content Security Policy Level 3, hash sources), so that no other one
/// runs, whatever text stands in the page. No picture is loaded either; a page that draws its own adds `img-src data:`.
///
/// # Example
/// ```
/// let policy = aura_core::text::page_policy("p { margin: 0 }", None);
/// assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
/// ```
pub fn page_policy(style: &str, script: Option<&str>) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let script = script.map(|script| format!(" script-src 'sha256-{}';", hash(script))).unwrap_or_default();
    format!(
        "default-src 'none'; style-src 'sha256-{}';{script} connect-src 'none'; \
         form-action 'none'; base-uri 'none'",
        hash(style)
    )
}
