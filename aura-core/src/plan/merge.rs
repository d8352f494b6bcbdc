//! Two edited versions of one plan become one: what only one side changed is taken, the rest becomes questions.

use serde_json::{Map, Value};

use crate::domain::id::QuestionId;
use crate::domain::plan::Plan;
use crate::domain::provenance::Origin;
use crate::domain::question::{Question, QuestionOption};
use crate::error::{Error, ErrorCode, Result};
use crate::plan::edit;

/// The outcome of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The plan with the changes of both sides; where they conflict, with ours.
    pub plan: Plan,
    /// One question for every conflict: option `a` keeps ours, option `b` takes theirs.
    pub conflicts: Vec<Question>,
}

/// Brings two edited versions of one plan together.
///
/// A change that only one side made is taken. Where both changed the same field differently, or one changed what
/// the other removed, ours stays and a question is asked. Where the combined plan could not run, ours stays as a
/// whole and one question says why.
///
/// # Errors
/// `invalid_edit` where the three are not versions of one plan.
///
/// # Example
/// ```
/// use aura_core::plan::{merge, sample};
/// let plan = sample::guest_checkout()?;
/// let merged = merge::merge(&plan, &plan, &plan)?;
/// assert_eq!((merged.plan, merged.conflicts.len()), (plan, 0));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Result<Merged> {
    if base.id != ours.id || base.id != theirs.id {
        return Err(Error::new(
            ErrorCode::InvalidEdit,
            format!("`{}` and `{}` are not versions of `{}`", ours.id, theirs.id, base.id),
        ));
    }
    let value = |plan: &Plan| {
        serde_json::to_value(plan)
            .map_err(|error| Error::new(ErrorCode::Internal, "a plan is not JSON").with_source(error))
    };
    let mut conflicts = Vec::new();
    let merged = merge_values(
        Some(&value(base)?),
        Some(&value(ours)?),
        Some(&value(theirs)?),
        "the plan",
        &mut conflicts,
    );
    let plan = merged.and_then(|merged| serde_json::from_value::<Plan>(merged).ok());
    match plan.filter(|plan| edit::is_as_sound(ours, plan)) {
        Some(plan) => Ok(Merged { plan, conflicts: questions(conflicts) }),
        None => {
            let whole = Conflict {
                place: "the shape of the plan".to_owned(),
                ours: "our version".to_owned(),
                theirs: "their version".to_owned(),
            };
            Ok(Merged { plan: ours.clone(), conflicts: questions(vec![whole]) })
        }
    }
}

struct Conflict {
    place: String,
    ours: String,
    theirs: String,
}

fn merge_values(
    base: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
    place: &str,
    conflicts: &mut Vec<Conflict>,
) -> Option<Value> {
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    match (base, ours, theirs) {
        (base, Some(Value::Object(left)), Some(Value::Object(right))) if same_kind(left, right) => {
            let empty = Map::new();
            let base = base.and_then(Value::as_object).unwrap_or(&empty);
            Some(Value::Object(merge_objects(base, left, right, &named(place, left), conflicts)))
        }
        (base, Some(Value::Array(left)), Some(Value::Array(right))) if has_ids(left) && has_ids(right) => {
            let base = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            Some(Value::Array(merge_lists(base, left, right, place, conflicts)))
        }
        _ => {
            conflicts.push(Conflict { place: place.to_owned(), ours: shown(ours), theirs: shown(theirs) });
            // What one side removed and the other changed stays.
            ours.or(theirs).cloned()
        }
    }
}

fn merge_objects(
    base: &Map<String, Value>,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
    place: &str,
    conflicts: &mut Vec<Conflict>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
        let place = format!("{} of {place}", name.replace('_', " "));
        if let Some(value) = merge_values(base.get(name), ours.get(name), theirs.get(name), &place, conflicts)
        {
            merged.insert(name.clone(), value);
        }
    }
    merged
}

/// The order is ours; what only they have stands behind what it stands behind there.
fn merge_lists(
    base: &[Value],
    ours: &[Value],
    theirs: &[Value],
    place: &str,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Value> {
    let find = |list: &'_ [Value], id: &Value| list.iter().find(|other| other.get("id") == Some(id)).cloned();
    let mut merged: Vec<Value> = Vec::new();
    for value in ours {
        let Some(id) = value.get("id") else { continue };
        let (base, theirs) = (find(base, id), find(theirs, id));
        merged.extend(merge_values(base.as_ref(), Some(value), theirs.as_ref(), place, conflicts));
    }
    let mut previous: Option<&Value> = None;
    for value in theirs {
        let Some(id) = value.get("id") else { continue };
        if find(ours, id).is_none()
            && let Some(kept) = merge_values(find(base, id).as_ref(), None, Some(value), place, conflicts)
        {
            let behind = merged.iter().position(|other| other.get("id") == previous).map_or(0, |at| at + 1);
            merged.insert(behind, kept);
        }
        previous = Some(id);
    }
    merged
}

/// Tagged values of different kinds have nothing in common.
fn same_kind(left: &Map<String, Value>, right: &Map<String, Value>) -> bool {
    left.get("type") == right.get("type")
}

fn has_ids(list: &[Value]) -> bool {
    list.iter().all(|value| value.get("id").is_some())
}

fn named(place: &str, value: &Map<String, Value>) -> String {
    let name = ["title", "name", "statement", "id"]
        .iter()
        .find_map(|field| value.get(*field).and_then(Value::as_str));
    name.filter(|_| place != "the plan").map_or_else(|| place.to_owned(), |name| format!("`{name}`"))
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None => "it is removed".to_owned(),
        Some(Value::String(text)) => format!("`{text}`"),
        Some(Value::Object(fields)) => named("something else", fields),
        Some(Value::Array(_)) => "another list".to_owned(),
        Some(other) => format!("`{other}`"),
    }
}

fn questions(conflicts: Vec<Conflict>) -> Vec<Question> {
    let option = |id: &str, label: &str, effect: &str| QuestionOption {
        id: id.to_owned(),
        label: label.to_owned(),
        effect: effect.to_owned(),
        changes: Vec::new(),
    };
    let ask = |(index, conflict): (usize, Conflict)| Question {
        id: QuestionId::named(&(index + 1).to_string()),
        code: "merge_conflict".to_owned(),
        text: format!("Both versions changed {}. Which one is right?", conflict.place),
        reason: "Both sides changed the same thing in different ways.".to_owned(),
        options: vec![
            option("a", &conflict.ours, "Our version stays."),
            option("b", &conflict.theirs, "Their version is taken."),
        ],
        accepts_text: false,
        importance: 1.0,
        origin: Origin::inferred("merge.conflict", "both versions changed the same thing", 1.0),
    };
    conflicts.into_iter().enumerate().map(ask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edit::{InsertStep, Operation, Place, RenameNode};
    use crate::domain::id::NodeId;
    use crate::plan::{difference::difference, sample};

    fn renamed(plan: &Plan, node: &str, title: &str) -> Plan {
        let order = RenameNode { node: NodeId::new(node).unwrap(), title: title.into() };
        edit::apply(plan, &[Operation::Rename(order)]).unwrap().plan
    }

    #[test]
    fn changes_of_both_sides_come_together() {
        let base = sample::guest_checkout().unwrap();
        let ours = renamed(&base, "step_enter_the_card", "Give the card");
        let insert = InsertStep { title: "Say thanks".into(), place: Place::AtEnd, actor: None };
        let theirs = edit::apply(&base, &[Operation::Insert(insert)]).unwrap().plan;
        let one = merge(&base, &ours, &theirs).unwrap();
        assert!(one.conflicts.is_empty(), "{:?}", one.conflicts);
        let titles: Vec<&str> = one.plan.nodes.iter().map(|node| node.title.as_str()).collect();
        assert!(titles.contains(&"Give the card") && titles.contains(&"Say thanks"));
        assert_eq!(merge(&base, &ours, &base).unwrap().plan, ours);
        assert_eq!(merge(&base, &base, &theirs).unwrap().plan, theirs);
        assert!(!difference(&base, &one.plan).is_empty());
    }

    #[test]
    fn a_conflict_becomes_a_question() {
        let base = sample::guest_checkout().unwrap();
        let ours = renamed(&base, "step_enter_the_card", "Give the card");
        let theirs = renamed(&base, "step_enter_the_card", "Show the card");
        let merged = merge(&base, &ours, &theirs).unwrap();
        assert_eq!(merged.plan, ours);
        let labels: Vec<&str> =
            merged.conflicts[0].options.iter().map(|option| option.label.as_str()).collect();
        assert_eq!((labels[0], labels[1]), ("`Give the card`", "`Show the card`"));
    }
}
