//! The cases that the authors of the assignment rules publish for all kits.

use aura_core::evaluate::assignment::{
    Context, ExperimentSpec, Namespace, SavedGroups, StickyBuckets, StickyDocument, assign, bucket_ranges,
    choose_variation, decrypt, equal_weights, evaluate_condition, evaluate_feature, hash, in_namespace,
    query_override, redirect,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::eval::tally::{Case, Tally, count, number, numbers, text};

type Checked = Result<(), String>;

/// One document of many groups of cases; each case is a list of a label, inputs and what is expected.
pub(super) fn cases(document: &Value, tally: &mut Tally) {
    for (group, cases) in document.as_object().into_iter().flatten() {
        for case in cases.as_array().into_iter().flatten() {
            tally.case(format!("{group} {}", text(&case[0])), |checked| {
                if let Err(reason) = compare(group, case, checked) {
                    checked.fail(reason);
                }
            });
        }
    }
}

fn compare(group: &str, case: &Value, checked: &mut Case) -> Checked {
    match group {
        "hash" => {
            let bucket = hash(text(&case[0]), text(&case[1]), count(&case[2]) as u32);
            checked.same("bucket", bucket, case[3].as_f64());
        }
        "getBucketRange" => {
            let weights = case[1][2].is_array().then(|| numbers(&case[1][2]));
            let ranges = bucket_ranges(count(&case[1][0]) as usize, number(&case[1][1]), weights.as_deref());
            let ends: Vec<f64> = ranges.iter().flat_map(|range| [range.0, range.1]).collect();
            let wanted: Vec<f64> = case[2].as_array().into_iter().flatten().flat_map(numbers).collect();
            close(checked, "end", &ends, &wanted);
        }
        "chooseVariation" => {
            let variation = choose_variation(number(&case[1]), &read::<Vec<_>>(&case[2])?);
            checked.same("variation", variation.map_or(-1, |place| place as i64), number(&case[3]) as i64);
        }
        "getQueryStringOverride" => {
            let found = query_override(text(&case[1]), text(&case[2]), count(&case[3]) as usize);
            checked.same("variation", found.map(|place| place as f64), case[4].as_f64());
        }
        "inNamespace" => {
            let inside = in_namespace(text(&case[1]), &read::<Namespace>(&case[2])?);
            checked.same("inside", Some(inside), case[3].as_bool());
        }
        "getEqualWeights" => {
            let weights = equal_weights(number(&case[0]).max(0.0) as usize);
            close(checked, "weight", &weights, &numbers(&case[1]));
        }
        "decrypt" => {
            let plain = decrypt(text(&case[1]), text(&case[2])).ok();
            checked.same("text", plain.as_deref(), case[3].as_str());
        }
        "evalCondition" => {
            let groups: SavedGroups = if case[4].is_null() { SavedGroups::new() } else { read(&case[4])? };
            let holds = evaluate_condition(&read::<Map<String, Value>>(&case[2])?, &case[1], &groups);
            checked.same("holds", Some(holds), case[3].as_bool());
        }
        "feature" | "contextualBandit" => {
            let result = evaluate_feature(&read::<Context>(&case[1])?, text(&case[2]), None);
            document(checked, &result.map_err(|error| error.to_string())?, &case[3])?;
        }
        "run" => run(case, checked)?,
        "stickyBucket" => sticky(case, checked)?,
        "urlRedirect" => {
            let redirects = redirect(&read(&case[1])?, None).map_err(|error| error.to_string())?;
            document(checked, &redirects, &case[2])?;
        }
        // The version of the cases themselves.
        _ => return Err("this group is not known".to_owned()),
    }
    Ok(())
}

fn run(case: &Value, checked: &mut Case) -> Checked {
    let assignment = assign(&read::<Context>(&case[1])?, &read::<ExperimentSpec>(&case[2])?, None)
        .map_err(|error| error.to_string())?;
    document(checked, &assignment.value, &case[3])?;
    checked.same("in experiment", Some(assignment.in_experiment), case[4].as_bool());
    checked.same("hash used", Some(assignment.hash_used), case[5].as_bool());
    Ok(())
}

fn sticky(case: &Value, checked: &mut Case) -> Checked {
    let mut buckets = StickyBuckets::new(read::<Vec<StickyDocument>>(&case[2])?);
    let result = evaluate_feature(&read::<Context>(&case[1])?, text(&case[3]), Some(&mut buckets));
    let result = result.map_err(|error| error.to_string())?;
    document(checked, &result.experiment_result, &case[4])?;
    document(checked, &buckets, &case[5])
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_json::from_value(value.clone()).map_err(|error| error.to_string())
}

fn close(checked: &mut Case, name: &str, actual: &[f64], wanted: &[f64]) {
    checked.same("how many", actual.len(), wanted.len());
    for (&actual, &wanted) in actual.iter().zip(wanted) {
        // The published figures are rounded to eight decimals.
        checked.absolute(name, actual, wanted, 1e-8);
    }
}

/// Documents are the same where all their parts are, whatever the order of the parts and the spelling of numbers.
fn document(checked: &mut Case, actual: &impl Serialize, wanted: &Value) -> Checked {
    let actual = serde_json::to_value(actual).map_err(|error| error.to_string())?;
    checked.same("document", plain(&actual).to_string(), plain(wanted).to_string());
    Ok(())
}

fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => Value::from(number.as_f64()),
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Object(parts) => {
            let mut parts: Vec<(String, Value)> =
                parts.iter().map(|(key, value)| (key.clone(), plain(value))).collect();
            parts.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(parts.into_iter().collect())
        }
        other => other.clone(),
    }
}
