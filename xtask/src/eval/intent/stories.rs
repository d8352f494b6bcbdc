//! User stories: sets of personas, actions, entities and benefits, in small letters, compared story by story.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use aura_core::intent::story_parts;
use aura_core::text::Span;
use serde_json::Value;

use crate::eval::Row;

use super::{Tally, halves, row};

/// The class as the data names it, its floor and its aim.
const CLASSES: [(&str, f64, f64); 4] =
    [("Persona", 0.98, 0.99), ("Action", 0.70, 0.83), ("Entity", 0.76, 0.80), ("Benefit", 0.92, 0.95)];

pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|cause| format!("the folder cannot be read: {cause}"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    let mut tallies = [[Tally::default(); 4]; 2];
    let mut misses: [Vec<String>; 4] = Default::default();
    let mut stories = 0;
    for (half, path) in files.iter().enumerate() {
        let text = fs::read_to_string(path).map_err(|cause| format!("{}: {cause}", path.display()))?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let document: Value =
                serde_json::from_str(line).map_err(|cause| format!("{}: {cause}", path.display()))?;
            let sets = compare(&document).ok_or_else(|| format!("{}: not as described", path.display()))?;
            stories += 1;
            for (class, (gold, found)) in sets.iter().enumerate() {
                let tally = Tally {
                    right: gold.intersection(found).count() as u64,
                    gold: gold.len() as u64,
                    found: found.len() as u64,
                };
                if let Some(sum) = tallies.get_mut(halves(half)).and_then(|half| half.get_mut(class)) {
                    sum.add(tally);
                }
                if let Some(misses) = misses.get_mut(class).filter(|_| gold != found) {
                    let lost: Vec<&String> = gold.difference(found).collect();
                    let extra: Vec<&String> = found.difference(gold).collect();
                    misses.push(format!("{half} missed {lost:?}, found {extra:?}"));
                }
            }
        }
    }
    let mut rows = Vec::new();
    for (class, ((name, floor, aim), misses)) in CLASSES.iter().zip(misses).enumerate() {
        let of =
            |half: usize| tallies.get(half).and_then(|half| half.get(class)).copied().unwrap_or_default();
        let mut all = of(0);
        all.add(of(1));
        rows.push(Row {
            failures: misses,
            ..row(
                &format!("user stories, {name}, strict set F1"),
                stories,
                all.f1(),
                Some(*floor),
                Some(*aim),
            )
        });
        for half in 0..2 {
            let title = format!("user stories, {name}, half {} of the files", half + 1);
            rows.push(row(&title, of(half).gold, of(half).f1(), None, None));
        }
    }
    Ok(rows)
}

type Sets = [(BTreeSet<String>, BTreeSet<String>); 4];

/// What people marked and what the rules find, class by class.
fn compare(document: &Value) -> Option<Sets> {
    let text = document.get("text")?.as_str()?;
    let mut sets: Sets = Default::default();
    let letters: Vec<char> = text.chars().collect();
    for entity in document.get("entities")?.as_array()? {
        let label = entity.get("label")?.as_str()?;
        let at = |name: &str| entity.get(name)?.as_u64().and_then(|number| usize::try_from(number).ok());
        let words: String = letters.get(at("start_offset")?..at("end_offset")?)?.iter().collect();
        if let Some(class) = CLASSES.iter().position(|(name, ..)| *name == label) {
            sets.get_mut(class)?.0.insert(words.to_lowercase());
        }
    }
    if let Some(parts) = story_parts(text) {
        let words = |span: &Span| span.of(text).to_lowercase();
        let [persona, action, entity, benefit] = &mut sets;
        persona.1.insert(words(&parts.persona));
        action.1.extend(parts.actions.iter().map(words));
        entity.1.extend(parts.entities.iter().map(words));
        benefit.1.extend(parts.benefit.iter().map(words));
    }
    Some(sets)
}
