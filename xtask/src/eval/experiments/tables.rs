//! What `tea-tasting` and `spotify-confidence` compute from tables, and GrowthBook's assignment cases.

use serde_json::Value;

use crate::eval::tally::{Tally, text};

pub(super) fn tea_tasting(case: &Value, tally: &mut Tally) {
    tally.case(text(&case["kind"]), |checked| checked.fail("not compared yet"));
}

pub(super) fn spotify(case: &Value, tally: &mut Tally) {
    tally.case(text(&case["kind"]), |checked| checked.fail("not compared yet"));
}

/// One document of many groups of cases; nothing assigns yet.
pub(super) fn assignment(document: &Value, tally: &mut Tally) {
    for (group, cases) in document.as_object().into_iter().flatten() {
        for _ in cases.as_array().into_iter().flatten() {
            tally.case(group, |checked| checked.fail("assignment is not built yet"));
        }
    }
}
