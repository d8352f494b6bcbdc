//! Feature requests: which unclear places that people marked are flagged, and how often clear requests are.
//!
//! A place is found where a flag shares a letter with it. Vagueness and pragmatic ambiguity (words that may refer to
//! several things) are what rules can find; the other classes are shown without a floor.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use aura_core::intent::{Ambiguity, ambiguities};
use aura_core::text::Offsets;

use crate::eval::{Row, csv};

use super::{row, share};

const FILE: &str = "100-FeatureRequests-GroundTruth-InstanceBased.csv";
const CLASSES: &[(&str, bool)] = &[
    ("Vagueness", true),
    ("Pragmatic", true),
    ("Lexical", false),
    ("Syntactic", false),
    ("Semantic", false),
];

/// What the data marks in one request: class, first letter, letter after the last.
type Marks = Vec<(String, usize, usize)>;

pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let text =
        fs::read_to_string(folder.join(FILE)).map_err(|cause| format!("{FILE} cannot be read: {cause}"))?;
    let mut requests: BTreeMap<String, Marks> = BTreeMap::new();
    let mut clean: BTreeSet<String> = BTreeSet::new();
    for record in csv::records(&text) {
        let value = |name: &str| record.get(name).map_or("", String::as_str);
        let number = |name: &str| value(name).parse::<f64>().ok().map(|number| number as usize);
        let request = value("FeatureRequest-ErrorFixed").to_owned();
        if value("Defect").starts_with("No Defect") {
            clean.insert(request);
        } else if let (Some(start), Some(end)) = (number("StartIndex"), number("EndIndex")) {
            requests.entry(request).or_default().push((value("Class").to_owned(), start, end));
        }
    }
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let mut misses = Vec::new();
    let (mut flags, mut asked) = (0u64, 0u64);
    for (request, marks) in &requests {
        let found = flagged(request);
        flags += found.len() as u64;
        asked += found.iter().filter(|(flag, ..)| flag.question.ends_with('?')).count() as u64;
        for (class, start, end) in marks {
            let is_found = found.iter().any(|(_, first, last)| first < end && start < last);
            let count = counts.entry(class.clone()).or_default();
            count.0 += u64::from(is_found);
            count.1 += 1;
            if !is_found {
                let words: String = request.chars().skip(*start).take(end - start).collect();
                misses.push(format!("{class}: {words}"));
            }
        }
    }
    let mut on_clean = Vec::new();
    for request in &clean {
        on_clean.extend(
            flagged(request).into_iter().map(|(flag, ..)| format!("{}: {}", flag.code, flag.question)),
        );
    }
    let mut rows = Vec::new();
    let fair = CLASSES.iter().filter(|(_, fair)| *fair).filter_map(|(class, _)| counts.get(*class));
    let (right, all) = fair.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    rows.push(Row {
        failures: misses,
        ..row(
            "recall of vagueness and pragmatic spans",
            all,
            share(right as f64, all as f64),
            Some(0.70),
            Some(0.85),
        )
    });
    for (class, _) in CLASSES {
        let (right, all) = counts.get(*class).copied().unwrap_or_default();
        rows.push(row(
            &format!("recall of spans, {class}"),
            all,
            share(right as f64, all as f64),
            None,
            None,
        ));
    }
    let per_clean = share(on_clean.len() as f64, clean.len() as f64);
    rows.push(Row {
        failures: on_clean,
        ..row(
            "flags per clean request (floor at most 1.5, aim at most 0.7)",
            clean.len() as u64,
            per_clean,
            None,
            None,
        )
    });
    let per_other = share(flags as f64, requests.len() as f64);
    rows.push(row("flags per request with a defect", requests.len() as u64, per_other, None, None));
    rows.push(row("share of flags with a question", flags, share(asked as f64, flags as f64), None, None));
    Ok(rows)
}

/// The flags of a text with their places in letters.
fn flagged(request: &str) -> Vec<(Ambiguity, usize, usize)> {
    let offsets = Offsets::new(request);
    ambiguities(request)
        .into_iter()
        .map(|flag| {
            let (first, last) =
                (offsets.to_characters(flag.span.start), offsets.to_characters(flag.span.end));
            (flag, first, last)
        })
        .collect()
}
