//! Reads stored plans, with limits and clear messages.

use serde::Deserialize;

use crate::domain::plan::{PLAN_SCHEMA_VERSION, Plan};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// Reads a plan from JSON. It is not checked for soundness; [`check`](super::check()) does that.
///
/// # Errors
/// `limit_input` where the document is too long, `invalid_schema_version` where a newer version wrote it,
/// `invalid_document` where it is not a plan, `limit_size` where it has too many nodes or flows.
///
/// # Example
/// ```
/// let plan = aura_core::plan::sample::guest_checkout()?;
/// let json = serde_json::to_string(&plan).unwrap_or_default();
/// assert_eq!(aura_core::plan::load(&json)?, plan);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn load(json: &str) -> Result<Plan> {
    let limits = Limits::default();
    Limits::check_input("the plan", json.len(), limits.document_bytes)?;
    let version: VersionOnly = serde_json::from_str(json).map_err(|error| not_a_plan(&error))?;
    match version.schema_version {
        Some(version) if version > u64::from(PLAN_SCHEMA_VERSION) => {
            return Err(Error::new(
                ErrorCode::InvalidSchemaVersion,
                format!("the plan has version {version} of the format, this program reads up to {PLAN_SCHEMA_VERSION}"),
            )
            .with_hint("update Aura, or write the plan again with this version")
            .with_context("schema_version", version));
        }
        Some(0) | None => {
            return Err(Error::new(
                ErrorCode::InvalidDocument,
                "the document has no usable `schema_version`",
            )
            .with_hint(format!("a plan begins with `\"schema_version\": {PLAN_SCHEMA_VERSION}`")));
        }
        Some(_) => {}
    }
    let plan: Plan = serde_json::from_str(json).map_err(|error| not_a_plan(&error))?;
    Limits::check_count("nodes", plan.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", plan.flows.len(), limits.plan_flows)?;
    Ok(plan)
}

#[derive(Deserialize)]
struct VersionOnly {
    schema_version: Option<u64>,
}

fn not_a_plan(error: &serde_json::Error) -> Error {
    let reason: String = error.to_string().chars().take(200).flat_map(char::escape_default).collect();
    Error::new(ErrorCode::InvalidDocument, format!("the document is not a plan: {reason}"))
        .with_hint("a plan is the JSON that drafting or editing gave; see the schema `plan`")
        .with_context("line", error.line())
        .with_context("column", error.column())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::sample::guest_checkout;

    #[test]
    fn broken_documents_get_a_code() {
        let good = serde_json::to_string(&guest_checkout().unwrap()).unwrap();
        let check =
            |json: &str, code: ErrorCode| assert_eq!(load(json).unwrap_err().code(), code, "{json:.60}");
        check("", ErrorCode::InvalidDocument);
        check("[]", ErrorCode::InvalidDocument);
        check("{}", ErrorCode::InvalidDocument);
        check("{\"schema_version\": 1}", ErrorCode::InvalidDocument);
        check(&"[".repeat(100_000), ErrorCode::InvalidDocument);
        check(&good.replace("\"schema_version\":1", "\"schema_version\":2"), ErrorCode::InvalidSchemaVersion);
        check(&good.replace("start_a_shopper", "nonsense"), ErrorCode::InvalidDocument);
        check(&good.replace("\"capacity\":3", "\"capacity\":-3"), ErrorCode::InvalidDocument);
        assert!(load(&good).is_ok());
    }
}
