//! Tests of the package as a whole.

use super::*;
use crate::plan::sample::guest_checkout;

fn bundle_of(plan: &Plan) -> Handoff {
    bundle(&HandoffInput::new(plan), &HandoffOptions::default()).unwrap()
}

/// Writes the sample's package where the environment says, for the outside validators.
#[test]
fn the_sample_has_every_file() {
    let plan = guest_checkout().unwrap();
    let handoff = bundle_of(&plan);
    for path in [
        "README.md",
        "acceptance.feature",
        "decisions.md",
        "diagram.mmd",
        "edge-cases.md",
        "manifest.json",
        "metrics.yaml",
        "openapi.yaml",
        "plan.json",
        "schemas/order.schema.json",
    ] {
        assert!(handoff.files.contains_key(path), "{path} is missing");
    }
    for (path, text) in &handoff.files {
        assert!(text.ends_with('\n') && !text.contains('\r'), "{path} has other line ends");
        assert!(!text.trim().is_empty(), "{path} is empty");
    }
}
