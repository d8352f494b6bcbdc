//! PET process descriptions: raw text in, mentions out, mapped to the tokens of the data by offset. Strict: the same
//! class and the same tokens. Relations have a file of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use aura_core::intent::{MentionClass, mentions};
use serde_json::Value;

use crate::eval::Row;

use super::{Tally, relations};

/// A class as the data names it, with its floor and aim.
const CLASSES: &[(&str, Option<f64>, Option<f64>)] = &[
    ("Activity", Some(0.77), Some(0.85)),
    ("Actor", None, None),
    ("Activity Data", None, None),
    ("Further Specification", None, None),
    ("XOR Gateway", Some(0.78), Some(0.85)),
    ("AND Gateway", Some(0.80), Some(0.88)),
    ("Condition Specification", Some(0.66), Some(0.72)),
];

/// A mention: its class, first and last token.
type Found = BTreeSet<(String, usize, usize)>;

pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let path = folder.join("pet.jsonl");
    let text = fs::read_to_string(&path).map_err(|cause| format!("pet/pet.jsonl cannot be read: {cause}"))?;
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (number, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let document: Value = serde_json::from_str(line)
            .map_err(|cause| format!("pet/pet.jsonl, document {}: {cause}", number + 1))?;
        let (gold, found) = compare(&document)
            .ok_or_else(|| format!("pet/pet.jsonl, document {}: not as described", number + 1))?;
        for mention in &gold {
            let tally = tallies.entry(mention.0.clone()).or_default();
            tally.gold += 1;
            tally.right += u64::from(found.contains(mention));
        }
        for mention in &found {
            tallies.entry(mention.0.clone()).or_default().found += 1;
        }
    }
    let all = tallies.values().fold(Tally::default(), |sum, one| Tally {
        right: sum.right + one.right,
        gold: sum.gold + one.gold,
        found: sum.found + one.found,
    });
    let mut rows = vec![row("PET mentions, all classes, strict F1", all, Some(0.66), Some(0.74))];
    for (class, floor, aim) in CLASSES {
        let tally = tallies.get(*class).copied().unwrap_or_default();
        rows.push(row(&format!("PET mentions, {class}, strict F1"), tally, *floor, *aim));
    }
    rows.extend(relations::measure(folder)?);
    Ok(rows)
}

fn row(measure: &str, tally: Tally, floor: Option<f64>, aim: Option<f64>) -> Row {
    super::row(measure, tally.gold, tally.f1(), floor, aim)
}

/// The mentions that people marked in a document, and those that the rules find.
fn compare(document: &Value) -> Option<(Found, Found)> {
    let text = document.get("text")?.as_str()?;
    // The data counts characters, the rules count bytes.
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let mut places = Vec::new();
    let mut gold = Found::new();
    let mut open: Option<(String, usize, usize)> = None;
    for (index, token) in document.get("tokens")?.as_array()?.iter().enumerate() {
        let at = |name: &str| bytes.get(usize::try_from(token.get(name)?.as_u64()?).ok()?).copied();
        places.push((at("start")?, at("stop")?));
        let tag = token.get("ner")?.as_str()?;
        match (&mut open, tag.strip_prefix("I-")) {
            (Some(mention), Some(class)) if mention.0 == class => mention.2 = index,
            _ => {
                gold.extend(open.take());
                open = tag.strip_prefix("B-").map(|class| (class.to_owned(), index, index));
            }
        }
    }
    gold.extend(open);
    let found = mentions(text)
        .into_iter()
        .filter_map(|mention| {
            let first = places.iter().position(|place| place.1 > mention.span.start)?;
            let last = places.iter().rposition(|place| place.0 < mention.span.end)?;
            Some((name(mention.class)?.to_owned(), first, last))
        })
        .collect();
    Some((gold, found))
}

/// The class as the data names it.
pub(super) fn name(class: MentionClass) -> Option<&'static str> {
    Some(match class {
        MentionClass::Activity => "Activity",
        MentionClass::Actor => "Actor",
        MentionClass::Data => "Activity Data",
        MentionClass::Detail => "Further Specification",
        MentionClass::Exclusive => "XOR Gateway",
        MentionClass::Parallel => "AND Gateway",
        MentionClass::Condition => "Condition Specification",
        _ => return None,
    })
}
