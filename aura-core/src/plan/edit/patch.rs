//! RFC 6902 patches between two JSON documents: making one, and applying one.
//!
//! Elements of lists that carry an `id` are matched by it, so that a patch stays small.

use serde_json::Value;

use crate::domain::edit::{PatchChange, PatchVerb, PlanPatch};
use crate::error::{Error, ErrorCode, Result};

/// Largest table of the list comparison; above it the whole list is replaced.
const MAX_TABLE_CELLS: usize = 4_000_000;

/// The patch that turns `from` into `to`.
pub(crate) fn patch_between(from: &Value, to: &Value) -> PlanPatch {
    let mut changes = Vec::new();
    compare(from, to, "", &mut changes);
    PlanPatch { changes }
}

/// Applies a patch to a document.
///
/// # Errors
/// `invalid_edit` where a path of the patch does not exist in the document.
pub(crate) fn apply_patch(document: &mut Value, patch: &PlanPatch) -> Result<()> {
    for change in &patch.changes {
        apply_change(document, change)?;
    }
    Ok(())
}

fn compare(from: &Value, to: &Value, path: &str, changes: &mut Vec<PatchChange>) {
    if from == to {
        return;
    }
    match (from, to) {
        (Value::Object(old), Value::Object(new)) => {
            for name in old.keys().filter(|name| !new.contains_key(*name)) {
                changes.push(change(PatchVerb::Remove, &child(path, name), None));
            }
            for (name, value) in new {
                match old.get(name) {
                    Some(before) => compare(before, value, &child(path, name), changes),
                    None => changes.push(change(PatchVerb::Add, &child(path, name), Some(value))),
                }
            }
        }
        (Value::Array(old), Value::Array(new)) => compare_lists(old, new, path, changes),
        _ => changes.push(change(PatchVerb::Replace, path, Some(to))),
    }
}

fn compare_lists(old: &[Value], new: &[Value], path: &str, changes: &mut Vec<PatchChange>) {
    let head = old.iter().zip(new).take_while(|(left, right)| is_same(left, right)).count();
    let longest_tail = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(longest_tail)
        .take_while(|(left, right)| is_same(left, right))
        .count();
    let old_middle = old.get(head..old.len() - tail).unwrap_or_default();
    let new_middle = new.get(head..new.len() - tail).unwrap_or_default();
    if old_middle.len().saturating_mul(new_middle.len()) > MAX_TABLE_CELLS {
        changes.push(change(PatchVerb::Replace, path, Some(&Value::Array(new.to_vec()))));
        return;
    }
    for (index, (left, right)) in old.iter().zip(new).take(head).enumerate() {
        compare(left, right, &child(path, &index.to_string()), changes);
    }
    let mut position = head;
    for move_ in align(old_middle, new_middle) {
        let here = child(path, &position.to_string());
        match move_ {
            Alignment::Both(left, right) => {
                compare(left, right, &here, changes);
                position += 1;
            }
            Alignment::Old => changes.push(change(PatchVerb::Remove, &here, None)),
            Alignment::New(value) => {
                changes.push(change(PatchVerb::Add, &here, Some(value)));
                position += 1;
            }
        }
    }
    let old_tail = old.iter().skip(old.len() - tail);
    for (left, right) in old_tail.zip(new.iter().skip(new.len() - tail)) {
        compare(left, right, &child(path, &position.to_string()), changes);
        position += 1;
    }
}

enum Alignment<'a> {
    Both(&'a Value, &'a Value),
    Old,
    New(&'a Value),
}

/// Longest common subsequence (Wagner and Fischer 1974), elements being the same by their `id`.
fn align<'a>(old: &'a [Value], new: &'a [Value]) -> Vec<Alignment<'a>> {
    let width = new.len() + 1;
    let mut table = vec![0u32; (old.len() + 1) * width];
    let at = |table: &[u32], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for (row, left) in old.iter().enumerate().rev() {
        for (column, right) in new.iter().enumerate().rev() {
            let best = if is_same(left, right) {
                at(&table, row + 1, column + 1) + 1
            } else {
                at(&table, row + 1, column).max(at(&table, row, column + 1))
            };
            if let Some(cell) = table.get_mut(row * width + column) {
                *cell = best;
            }
        }
    }
    let mut alignment = Vec::new();
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(left), Some(right)) if is_same(left, right) => {
                alignment.push(Alignment::Both(left, right));
                row += 1;
                column += 1;
            }
            (Some(_), Some(right)) if at(&table, row, column + 1) > at(&table, row + 1, column) => {
                alignment.push(Alignment::New(right));
                column += 1;
            }
            (Some(_), _) => {
                alignment.push(Alignment::Old);
                row += 1;
            }
            (None, Some(right)) => {
                alignment.push(Alignment::New(right));
                column += 1;
            }
            (None, None) => return alignment,
        }
    }
}

fn is_same(left: &Value, right: &Value) -> bool {
    match (left.get("id"), right.get("id")) {
        (Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}

fn child(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn change(op: PatchVerb, path: &str, value: Option<&Value>) -> PatchChange {
    PatchChange { op, path: path.to_owned(), value: value.cloned() }
}

fn apply_change(document: &mut Value, change: &PatchChange) -> Result<()> {
    let no_place = || {
        Error::new(ErrorCode::InvalidEdit, format!("the patch names `{}`, which is not there", change.path))
            .with_hint("apply a patch only to the version that it was made for")
    };
    let value = || change.value.clone().ok_or_else(no_place);
    if change.path.is_empty() {
        *document = value()?;
        return Ok(());
    }
    let (parent, name) = change.path.rsplit_once('/').ok_or_else(no_place)?;
    let name = name.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent).ok_or_else(no_place)? {
        Value::Object(fields) => match change.op {
            PatchVerb::Add => {
                fields.insert(name, value()?);
            }
            PatchVerb::Replace => *fields.get_mut(&name).ok_or_else(no_place)? = value()?,
            PatchVerb::Remove => {
                fields.shift_remove(&name).ok_or_else(no_place)?;
            }
        },
        Value::Array(list) => {
            let index = name.parse::<usize>().map_err(|_| no_place())?;
            match change.op {
                PatchVerb::Add if index <= list.len() => list.insert(index, value()?),
                PatchVerb::Replace => *list.get_mut(index).ok_or_else(no_place)? = value()?,
                PatchVerb::Remove if index < list.len() => {
                    list.remove(index);
                }
                PatchVerb::Add | PatchVerb::Remove => return Err(no_place()),
            }
        }
        _ => return Err(no_place()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_patch_leads_from_one_document_to_the_other() {
        let documents = [
            json!({}),
            json!({"a": 1, "b/c": [1, 2, 3], "~": null}),
            json!({"a": 1, "b/c": [3, 2, 1, 1], "~": {"x": 1}}),
            json!({"list": [{"id": "x", "v": 1}, {"id": "y", "v": 2}, {"id": "z", "v": 3}]}),
            json!({"list": [{"id": "z", "v": 3}, {"id": "x", "v": 9}, {"id": "new"}]}),
            json!([1, 2]),
            json!("text"),
        ];
        for from in &documents {
            for to in &documents {
                let mut document = from.clone();
                apply_patch(&mut document, &patch_between(from, to)).unwrap();
                assert_eq!(&document, to);
            }
        }
    }

    #[test]
    fn elements_are_matched_by_id() {
        let from = json!({"nodes": [{"id": "a", "t": 1}, {"id": "b", "t": 2}]});
        let to = json!({"nodes": [{"id": "new"}, {"id": "a", "t": 1}, {"id": "b", "t": 3}]});
        let patch = patch_between(&from, &to);
        let paths: Vec<_> = patch.changes.iter().map(|change| change.path.as_str()).collect();
        assert_eq!(paths, ["/nodes/0", "/nodes/2/t"]);
    }

    #[test]
    fn a_patch_for_another_document_is_refused() {
        for path in ["/nodes/7", "/nodes/x", "/no/where", "nothing", "/title/x"] {
            let patch = PlanPatch {
                changes: vec![PatchChange { op: PatchVerb::Remove, path: path.into(), value: None }],
            };
            let mut document = json!({"nodes": [], "title": "t"});
            assert_eq!(apply_patch(&mut document, &patch).unwrap_err().code(), ErrorCode::InvalidEdit);
        }
    }
}
