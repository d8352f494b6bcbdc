//! Two edited versions of one plan become one: what only one side changed is taken, the rest becomes questions.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::domain::id::{FlowId, NodeId, QuestionId};
use crate::domain::plan::{Flow, Node, Plan};
use crate::domain::provenance::Origin;
use crate::domain::question::{Answer, Question, QuestionOption};
use crate::error::{Error, ErrorCode, Result};
use crate::plan::edit;

/// The name of the question whether our or their shape of the plan is right.
const SHAPE: &str = "shape of the plan";

/// Longest path that names a question by itself.
const LONGEST_NAME: usize = 50;

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
/// A change that only one side made is taken. New steps that both put at the same place follow each other. Where
/// both changed the same field differently, or one changed what the other removed, ours stays and a question is
/// asked. Where the ways of both sides together could not run, the ways are ours and one question says so.
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
    merge_with(base, ours, theirs, &[])
}

/// As [`merge`], with answers to questions that an earlier merge of the same versions asked.
///
/// # Errors
/// `invalid_edit` where the three are not versions of one plan; `invalid_answer` where an answer is neither `a` nor
/// `b`.
pub fn merge_with(base: &Plan, ours: &Plan, theirs: &Plan, answers: &[Answer]) -> Result<Merged> {
    if base.id != ours.id || base.id != theirs.id {
        return Err(Error::new(
            ErrorCode::InvalidEdit,
            format!("`{}` and `{}` are not versions of `{}`", ours.id, theirs.id, base.id),
        ));
    }
    if ours == theirs || theirs == base {
        return Ok(Merged { plan: ours.clone(), conflicts: Vec::new() });
    }
    if ours == base {
        return Ok(Merged { plan: theirs.clone(), conflicts: Vec::new() });
    }
    let mut merger = Merger::new(answers)?;
    let combined = merger.combine(base, ours, theirs)?;
    if let Some(plan) =
        combined.filter(|plan| edit::is_as_sound(ours, plan) && edit::is_as_sound(theirs, plan))
    {
        return Ok(Merged { plan, conflicts: merger.questions() });
    }
    // The ways of one side, and the details of both.
    let mut merger = Merger::new(answers)?;
    let takes_theirs = merger.takes_theirs(SHAPE);
    let kept = if takes_theirs { theirs } else { ours };
    let is_answered = merger.answers.contains_key(question_id(SHAPE).as_str());
    let shaped =
        |plan: &Plan| Plan { flows: kept.flows.clone(), groups: kept.groups.clone(), ..plan.clone() };
    let details =
        merger.combine(&shaped(base), &shaped(ours), &shaped(theirs))?.map(|plan| with_nodes_of(plan, kept));
    if !is_answered {
        merger.conflict(
            SHAPE,
            "the shape of the plan",
            "our order of steps".to_owned(),
            "their order of steps".to_owned(),
        );
    }
    let plan = details.filter(|plan| edit::is_as_sound(kept, plan)).unwrap_or_else(|| kept.clone());
    Ok(Merged { plan, conflicts: merger.questions() })
}

/// The plan with just the nodes of one side, as they came out of the merge.
fn with_nodes_of(mut plan: Plan, kept: &Plan) -> Plan {
    let merged = |node: &Node| plan.nodes.iter().find(|other| other.id == node.id).unwrap_or(node).clone();
    plan.nodes = kept.nodes.iter().map(merged).collect();
    plan
}

struct Conflict {
    /// Where it is, as ids and names of fields.
    path: String,
    place: String,
    ours: String,
    theirs: String,
}

/// One merge: what was answered, and what is still in conflict.
struct Merger {
    /// By the name of the question, whether theirs is taken.
    answers: BTreeMap<String, bool>,
    conflicts: Vec<Conflict>,
}

impl Merger {
    fn new(answers: &[Answer]) -> Result<Self> {
        let mut known = BTreeMap::new();
        for answer in answers {
            let takes_theirs = match answer.answer.trim() {
                "a" => false,
                "b" => true,
                other => {
                    return Err(Error::new(
                        ErrorCode::InvalidAnswer,
                        format!("`{}` is not an answer to `{}`", other.escape_default(), answer.question),
                    )
                    .with_hint("answer `a` to keep yours, `b` to take theirs"));
                }
            };
            known.insert(answer.question.to_string(), takes_theirs);
        }
        Ok(Merger { answers: known, conflicts: Vec::new() })
    }

    fn takes_theirs(&self, path: &str) -> bool {
        self.answers.get(question_id(path).as_str()).copied().unwrap_or(false)
    }

    /// All fields of three versions, then the ways mended; `None` where what comes out is no plan.
    fn combine(&mut self, base: &Plan, ours: &Plan, theirs: &Plan) -> Result<Option<Plan>> {
        let value = |plan: &Plan| {
            let plan = Plan { flows: Vec::new(), ..plan.clone() };
            serde_json::to_value(plan)
                .map_err(|error| Error::new(ErrorCode::Internal, "a plan is not JSON").with_source(error))
        };
        let merged =
            self.values(Some(&value(base)?), Some(&value(ours)?), Some(&value(theirs)?), "", "the plan");
        let Some(mut plan) = merged.and_then(|merged| serde_json::from_value::<Plan>(merged).ok()) else {
            return Ok(None);
        };
        let Some(flows) = self.flows(base, ours, theirs)? else { return Ok(None) };
        plan.flows = flows;
        heal(base, &mut plan);
        Ok(Some(plan))
    }

    /// The flows of both sides. Where both lead one flow to something else, what is new stands in a row.
    fn flows(&mut self, base: &Plan, ours: &Plan, theirs: &Plan) -> Result<Option<Vec<Flow>>> {
        let (mut ours, mut theirs) = (ours.flows.clone(), theirs.flows.clone());
        for old in &base.flows {
            let to = |flows: &[Flow]| flows.iter().find(|flow| flow.id == old.id).map(|flow| flow.to.clone());
            let (Some(left), Some(right)) = (to(&ours), to(&theirs)) else { continue };
            if left == right || left == old.to || right == old.to {
                continue;
            }
            let ends = |flows: &[Flow], first: &NodeId| chain_end(&base.flows, flows, first, &old.to);
            let (left_end, right_end) = (ends(&ours, &left), ends(&theirs, &right));
            // The same row from both sides: the smaller name stands first.
            let ours_first = match (&left_end, &right_end) {
                (Some(_), Some(_)) => left < right,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => continue,
            };
            let (first, end, second) =
                if ours_first { (&left, left_end, &right) } else { (&right, right_end, &left) };
            let first_flows = if ours_first { &mut ours } else { &mut theirs };
            for flow in first_flows.iter_mut().filter(|flow| Some(&flow.id) == end.as_ref()) {
                flow.to = second.clone();
            }
            for flow in ours.iter_mut().chain(&mut theirs).filter(|flow| flow.id == old.id) {
                flow.to = first.clone();
            }
        }
        let value = |flows: &[Flow]| {
            serde_json::to_value(flows)
                .map_err(|error| Error::new(ErrorCode::Internal, "a flow is not JSON").with_source(error))
        };
        let merged = self.values(
            Some(&value(&base.flows)?),
            Some(&value(&ours)?),
            Some(&value(&theirs)?),
            "flows",
            "the ways",
        );
        Ok(merged.and_then(|merged| serde_json::from_value(merged).ok()))
    }

    fn values(
        &mut self,
        base: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
        path: &str,
        place: &str,
    ) -> Option<Value> {
        if ours == theirs || theirs == base {
            return ours.cloned();
        }
        if ours == base {
            return theirs.cloned();
        }
        // Where something comes from may be read anew; that alone is no change that somebody wanted.
        match (base, ours, theirs) {
            (Some(old), None, Some(kept)) | (Some(old), Some(kept), None)
                if without_origins(old) == without_origins(kept) =>
            {
                return None;
            }
            (_, Some(left), Some(right)) if path.ends_with("origin") => {
                let (one, other) = (left.to_string(), right.to_string());
                return Some(if one <= other { left } else { right }.clone());
            }
            _ => {}
        }
        match (base, ours, theirs) {
            (base, Some(Value::Object(left)), Some(Value::Object(right))) if same_kind(left, right) => {
                let empty = Map::new();
                let base = base.and_then(Value::as_object).unwrap_or(&empty);
                Some(Value::Object(self.objects(base, left, right, path, &named(place, left))))
            }
            (base, Some(Value::Array(left)), Some(Value::Array(right))) => {
                let base = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                if [base, left, right].iter().all(|list| list.iter().all(Value::is_string)) {
                    Some(Value::Array(merge_texts(base, left, right)))
                } else if [base, left, right].iter().all(|list| list.iter().all(|value| key(value).is_some()))
                {
                    Some(Value::Array(self.lists(base, left, right, path, place)))
                } else {
                    self.settle(ours, theirs, path, place)
                }
            }
            _ => self.settle(ours, theirs, path, place),
        }
    }

    /// A conflict: as it was answered, else ours for now.
    fn settle(
        &mut self,
        ours: Option<&Value>,
        theirs: Option<&Value>,
        path: &str,
        place: &str,
    ) -> Option<Value> {
        match self.answers.get(question_id(path).as_str()) {
            Some(true) => theirs.cloned(),
            Some(false) => ours.cloned(),
            None => {
                self.conflict(path, place, shown(ours), shown(theirs));
                ours.cloned()
            }
        }
    }

    fn conflict(&mut self, path: &str, place: &str, ours: String, theirs: String) {
        self.conflicts.push(Conflict { path: path.to_owned(), place: place.to_owned(), ours, theirs });
    }

    fn objects(
        &mut self,
        base: &Map<String, Value>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
        path: &str,
        place: &str,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
            let place = match name.as_str() {
                "type" | "value" | "nodes" | "flows" => place.to_owned(),
                _ => format!("{} of {place}", name.replace('_', " ")),
            };
            let path = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
            let value = self.values(base.get(name), ours.get(name), theirs.get(name), &path, &place);
            merged.extend(value.map(|value| (name.clone(), value)));
        }
        merged
    }

    /// The order is ours; what only they have stands behind what it stands behind there.
    fn lists(
        &mut self,
        base: &[Value],
        ours: &[Value],
        theirs: &[Value],
        path: &str,
        place: &str,
    ) -> Vec<Value> {
        let find = |list: &'_ [Value], id: &str| list.iter().find(|other| key(other) == Some(id)).cloned();
        let mut merged: Vec<Value> = Vec::new();
        for value in ours {
            let Some(id) = key(value) else { continue };
            let (base, theirs) = (find(base, id), find(theirs, id));
            let path = format!("{path} {id}");
            let place = value.as_object().map_or_else(|| place.to_owned(), |fields| named(place, fields));
            merged.extend(self.values(base.as_ref(), Some(value), theirs.as_ref(), &path, &place));
        }
        let mut previous: Option<&str> = None;
        for value in theirs {
            let Some(id) = key(value) else { continue };
            let path = format!("{path} {id}");
            if find(ours, id).is_none()
                && let Some(kept) = self.values(find(base, id).as_ref(), None, Some(value), &path, place)
            {
                let behind = merged.iter().position(|other| key(other) == previous).map_or(0, |at| at + 1);
                merged.insert(behind, kept);
            }
            previous = Some(id);
        }
        merged
    }

    fn questions(self) -> Vec<Question> {
        let option = |id: &str, label: &str, effect: &str| QuestionOption {
            id: id.to_owned(),
            label: label.to_owned(),
            effect: effect.to_owned(),
            changes: Vec::new(),
        };
        let ask = |conflict: Conflict| Question {
            id: question_id(&conflict.path),
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
        self.conflicts.into_iter().map(ask).collect()
    }
}

/// The last flow of a row of new flows that begins at a node and comes back to where the way led before.
fn chain_end(base: &[Flow], flows: &[Flow], first: &NodeId, back_to: &NodeId) -> Option<FlowId> {
    let is_new = |flow: &&Flow| !base.iter().any(|old| old.id == flow.id);
    let mut seen = BTreeSet::from([first]);
    let mut waiting = vec![first];
    let mut ends = Vec::new();
    while let Some(node) = waiting.pop() {
        for flow in flows.iter().filter(is_new).filter(|flow| flow.from == *node) {
            if flow.to == *back_to {
                ends.push(flow.id.clone());
            } else if seen.insert(&flow.to) {
                waiting.push(&flow.to);
            }
        }
    }
    match ends.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Ways from and to nodes that one side removed go on to where the removed node led.
fn heal(base: &Plan, plan: &mut Plan) {
    let present: BTreeSet<NodeId> = plan.nodes.iter().map(|node| node.id.clone()).collect();
    let next_of = |node: &NodeId| {
        let mut ways = base.flows.iter().filter(|flow| flow.from == *node);
        ways.next().filter(|_| ways.next().is_none()).map(|flow| flow.to.clone())
    };
    let stray: Vec<Flow> = plan.flows.iter().filter(|flow| !present.contains(&flow.from)).cloned().collect();
    for flow in stray {
        let came_here = |id: &FlowId| base.flows.iter().any(|old| old.id == *id && old.to == flow.from);
        let next = next_of(&flow.from);
        for way in plan.flows.iter_mut().filter(|way| came_here(&way.id) && Some(&way.to) == next.as_ref()) {
            way.to = flow.to.clone();
        }
        plan.flows.retain(|way| way.id != flow.id);
    }
    for flow in &mut plan.flows {
        for _ in 0..base.nodes.len() {
            match next_of(&flow.to).filter(|_| !present.contains(&flow.to)) {
                Some(next) => flow.to = next,
                None => break,
            }
        }
    }
}

/// Lists of texts are sets: what one side added is in, what one side removed is out.
fn merge_texts(base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
    let mut merged: Vec<Value> =
        ours.iter().filter(|text| !base.contains(text) || theirs.contains(text)).cloned().collect();
    for text in theirs {
        if !base.contains(text) && !merged.contains(text) {
            merged.push(text.clone());
        }
    }
    merged
}

/// A name that stays the same when the same versions are merged again.
fn question_id(path: &str) -> QuestionId {
    if path.len() <= LONGEST_NAME {
        return QuestionId::named(path);
    }
    let hash: String = blake3::hash(path.as_bytes()).to_hex().chars().take(8).collect();
    QuestionId::named(&format!("{hash} {path}"))
}

/// A value without what says where it comes from.
fn without_origins(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| *name != "origin");
            Value::Object(kept.map(|(name, value)| (name.clone(), without_origins(value))).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(without_origins).collect()),
        other => other.clone(),
    }
}

/// What an entry of a list is told apart by.
fn key(value: &Value) -> Option<&str> {
    value.get("id").or_else(|| value.get("name")).and_then(Value::as_str)
}

/// Tagged values of different kinds have nothing in common.
fn same_kind(left: &Map<String, Value>, right: &Map<String, Value>) -> bool {
    left.get("type") == right.get("type")
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

#[cfg(test)]
mod tests;
