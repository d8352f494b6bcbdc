//! All that one value must meet, with one branch of every alternative chosen.

use serde_json::Value;
use smallvec::SmallVec;

use super::super::decimal::same;
use super::super::node::{Logic, NOTHING, Node, NodeId, Property, Types};
use super::{DEEP, Effort, Fail, LARGE, Sampler, refused};

/// Most schemas that one value meets at once.
const MOST_PARTS: usize = 2_000;

/// From this attempt on, all but one alternative of `oneOf` are ruled out.
const RULED_OUT_FROM: Effort = Effort(3);
/// Where there are more alternatives, they are left to chance.
const MOST_RULED_OUT: usize = 8;

/// Schemas that are still to be looked at; hardly ever more than fit in place.
type Waiting = SmallVec<[NodeId; 4]>;

/// Alternatives of which one is taken.
struct Choice<'n> {
    branches: &'n [NodeId],
    only_one: bool,
}

/// What a value must meet.
pub(super) struct Shape<'n> {
    pub ids: SmallVec<[NodeId; 4]>,
    pub parts: SmallVec<[&'n Node; 4]>,
    pub types: Types,
    /// Whether something is asked for that is not met by construction.
    pub is_hard: bool,
    /// Properties that must not be there, so that a schema is not met.
    pub forbidden: Vec<&'n str>,
    /// Properties that must not hold for a schema.
    pub never_below: Vec<(&'n str, NodeId)>,
    never: Vec<NodeId>,
    /// How many of those are dealt with.
    denied: usize,
}

impl Shape<'_> {
    /// Whether one plain schema is all that is asked for, by way of references or not.
    pub(super) fn is_plain(&self) -> bool {
        let own = self.parts.iter().filter(|part| part.types.is_some()).count();
        own == 1 && !self.is_hard && self.parts.iter().all(|part| part.is_plain)
    }

    /// The types that the keywords speak of.
    pub(super) fn meant(&self) -> Types {
        let mut meant = Types::NONE;
        for part in &self.parts {
            let object = part.object.is_some().then_some(Types::OBJECT);
            let array = part.array.is_some().then_some(Types::ARRAY);
            let number = part.number.is_some().then_some(Types::NUMBER);
            let text = part.text.is_some().then_some(Types::STRING);
            let declared = part.types.filter(|types| *types != Types::ALL);
            for types in [object, array, number, text, declared].into_iter().flatten() {
                meant = meant.or(types);
            }
        }
        if meant.has(Types::NUMBER) { meant.or(Types::NUMBER) } else { meant }
    }
}

impl<'n> Sampler<'n> {
    /// Gathers all that a value must meet.
    pub(super) fn shape(
        &mut self,
        must: &[NodeId],
        never: &[NodeId],
        depth: u32,
        effort: Effort,
    ) -> Result<Shape<'n>, Fail> {
        let mut shape = Shape {
            ids: SmallVec::new(),
            parts: SmallVec::new(),
            types: Types::ALL,
            is_hard: !never.is_empty(),
            forbidden: Vec::new(),
            never_below: Vec::new(),
            never: never.to_vec(),
            denied: 0,
        };
        self.add(&mut shape, must, depth, effort)?;
        Ok(shape)
    }

    /// Adds schemas to a shape, and all that they ask for.
    pub(super) fn add(
        &mut self,
        shape: &mut Shape<'n>,
        ids: &[NodeId],
        depth: u32,
        effort: Effort,
    ) -> Result<(), Fail> {
        let mut waiting = Waiting::from_slice(ids);
        let mut choices: Vec<Choice<'n>> = Vec::new();
        let mut conditions: Vec<&'n Logic> = Vec::new();
        loop {
            if let Some(id) = waiting.pop() {
                self.part(shape, id, &mut waiting, &mut choices, &mut conditions)?;
            } else if shape.denied < shape.never.len() {
                // What must not hold is looked at when more of what must is known.
                let id = shape.never.get(shape.denied).copied().unwrap_or(NOTHING);
                shape.denied += 1;
                self.deny(shape, id, &mut waiting, 0)?;
            } else if let Some(choice) = choices.pop() {
                let chosen = self.branch(shape, choice.branches, depth, effort)?;
                waiting.push(chosen);
                // Chance often keeps the other alternatives apart; where it does not, they are ruled out one by one.
                if choice.only_one && effort >= RULED_OUT_FROM && choice.branches.len() <= MOST_RULED_OUT {
                    shape.never.extend(choice.branches.iter().filter(|id| **id != chosen));
                }
            } else if let Some(logic) = conditions.pop() {
                let Some(condition) = logic.condition else { continue };
                // Either the condition holds and what follows from it, or not and what else follows.
                let is_possible = |id: Option<NodeId>| id != Some(NOTHING);
                let holds = match (is_possible(logic.then), is_possible(logic.otherwise)) {
                    (true, false) => true,
                    (false, true) => false,
                    _ => self.stream.next_below(2) == 0,
                };
                if holds {
                    waiting.push(condition);
                    waiting.extend(logic.then);
                } else {
                    shape.never.push(condition);
                    waiting.extend(logic.otherwise);
                }
            } else {
                return Ok(());
            }
        }
    }

    fn part(
        &mut self,
        shape: &mut Shape<'n>,
        id: NodeId,
        waiting: &mut Waiting,
        choices: &mut Vec<Choice<'n>>,
        conditions: &mut Vec<&'n Logic>,
    ) -> Result<(), Fail> {
        if shape.ids.contains(&id) {
            return Ok(());
        }
        let nodes = self.nodes;
        let node = nodes.get(id).filter(|_| id != NOTHING).ok_or_else(|| refused("nothing may be there"))?;
        if let Some(reference) = &node.unresolved {
            return Err(refused(format!("the reference `{reference}` leads nowhere")));
        }
        if shape.ids.len() >= MOST_PARTS {
            return Err(Fail::TooLarge);
        }
        if !self.scope.contains(&node.resource) {
            self.scope.push(node.resource);
        }
        shape.ids.push(id);
        shape.parts.push(node);
        shape.types = shape.types.and(node.types.unwrap_or(Types::ALL));
        if shape.types == Types::NONE {
            return Err(refused("no type fits all that is asked for"));
        }
        if let Some(logic) = &node.logic {
            waiting.extend(logic.all.iter().rev().copied());
            waiting.extend(logic.reference);
            waiting.extend(logic.dynamic.as_ref().map(|dynamic| nodes.dynamic(dynamic, &self.scope)));
            for (branches, only_one) in [(&logic.any, false), (&logic.one, true)] {
                if !branches.is_empty() {
                    shape.is_hard = true;
                    choices.push(Choice { branches, only_one });
                }
            }
            if let Some(id) = logic.not {
                shape.is_hard = true;
                shape.never.push(id);
            }
            if logic.condition.is_some() {
                shape.is_hard = true;
                conditions.push(logic);
            }
        }
        shape.is_hard |= node.object.as_ref().is_some_and(|rules| rules.unevaluated.is_some())
            || node
                .array
                .as_ref()
                .is_some_and(|rules| rules.unevaluated.is_some() || rules.contains.is_some());
        Ok(())
    }

    /// One of several alternatives, among those that can hold together with the rest.
    fn branch(
        &mut self,
        shape: &Shape<'n>,
        branches: &'n [NodeId],
        depth: u32,
        effort: Effort,
    ) -> Result<NodeId, Fail> {
        let nodes = self.nodes;
        if let Some(chosen) = branches.iter().find(|id| shape.ids.contains(id)) {
            return Ok(*chosen);
        }
        let height = |id: NodeId| nodes.get(id).and_then(|node| node.height);
        let mut fitting: Vec<NodeId> = branches
            .iter()
            .copied()
            .filter(|id| *id != NOTHING && height(*id).is_some())
            .filter(|id| !self.conflicts(shape, *id, 0))
            .collect();
        if fitting.is_empty() {
            return Err(refused("no alternative fits"));
        }
        if depth > DEEP || self.size > LARGE || effort.is_lean() && effort.0.is_multiple_of(2) {
            // The flattest ones only; of those later attempts may take any.
            let least = fitting.iter().filter_map(|id| height(*id)).min();
            fitting.retain(|id| height(*id) == least);
        }
        let place = self.stream.next_below(fitting.len() as u64) as usize;
        fitting.get(place).copied().ok_or_else(|| refused("no alternative fits"))
    }

    /// Whether a schema certainly cannot hold together with those of the shape.
    fn conflicts(&self, shape: &Shape<'n>, id: NodeId, depth: u32) -> bool {
        let Some(node) = self.nodes.get(id) else { return true };
        if node.unresolved.is_some() || !node.types.unwrap_or(Types::ALL).has(shape.types) {
            return true;
        }
        if depth < 8
            && let Some(logic) = &node.logic
            && logic.reference.iter().chain(&logic.all).any(|id| self.conflicts(shape, *id, depth + 1))
        {
            return true;
        }
        let values = values_of(node);
        shape
            .parts
            .iter()
            .any(|part| disjoint(values, values_of(part)) || self.properties_conflict(node, part))
    }

    /// Whether a property that must be there has listed values in both, and none in common; or may not be there.
    fn properties_conflict(&self, left: &Node, right: &Node) -> bool {
        let (Some(own), Some(other)) = (&left.object, &right.object) else { return false };
        let is_refused = |needs: &super::super::node::ObjectRules, by: &super::super::node::ObjectRules| {
            needs.required.iter().any(|name| {
                by.property(name) == Some(NOTHING)
                    || (by.additional == Some(NOTHING)
                        && by.property(name).is_none()
                        && by.patterns.is_empty())
            })
        };
        if is_refused(own, other) || is_refused(other, own) {
            return true;
        }
        own.properties.iter().any(|Property { name, node: id, is_required, .. }| {
            let is_needed = *is_required || other.required.contains(name);
            let pair = is_needed.then(|| other.property(name)).flatten();
            let nodes = pair.and_then(|pair| self.nodes.get(pair)).zip(self.nodes.get(*id));
            nodes.is_some_and(|(left, right)| disjoint(values_of(left), values_of(right)))
        })
    }

    /// Sees to it that a schema does not hold, as far as that can be done by construction.
    fn deny(
        &mut self,
        shape: &mut Shape<'n>,
        id: NodeId,
        waiting: &mut Waiting,
        depth: u32,
    ) -> Result<(), Fail> {
        let nodes = self.nodes;
        let Some(node) = nodes.get(id).filter(|_| id != NOTHING && depth < 8) else { return Ok(()) };
        let has_rules = node.number.is_some() || node.text.is_some() || node.array.is_some();
        let has_values = node.options.is_some() || node.constant.is_some();
        let Some(logic) = &node.logic else {
            if has_values || has_rules {
                return Ok(());
            }
            let Some(object) = &node.object else {
                let types = node.types.unwrap_or(Types::ALL);
                shape.types = shape.types.without(types);
                return if shape.types == Types::NONE {
                    Err(refused("everything is ruled out"))
                } else {
                    Ok(())
                };
            };
            let mut ways: Vec<(&'n str, Option<NodeId>)> =
                object.required.iter().map(|name| (name.as_str(), None)).collect();
            let is_needed = |name: &str| {
                shape.parts.iter().any(|part| {
                    part.object.as_ref().is_some_and(|rules| rules.required.iter().any(|own| own == name))
                })
            };
            ways.retain(|(name, _)| !is_needed(name));
            ways.extend(
                object.properties.iter().map(|property| (property.name.as_str(), Some(property.node))),
            );
            let place = self.stream.next_below(ways.len() as u64) as usize;
            match ways.get(place) {
                Some((name, Some(id))) => shape.never_below.push((name, *id)),
                Some((name, None)) => shape.forbidden.push(name),
                None => {}
            }
            return Ok(());
        };
        if let Some(inner) = logic.not
            && logic.all.is_empty()
            && logic.any.is_empty()
            && logic.one.is_empty()
        {
            waiting.push(inner);
            return Ok(());
        }
        for id in logic.reference.iter().chain(&logic.any) {
            self.deny(shape, *id, waiting, depth + 1)?;
        }
        if !logic.all.is_empty() {
            let place = self.stream.next_below(logic.all.len() as u64) as usize;
            if let Some(id) = logic.all.get(place) {
                self.deny(shape, *id, waiting, depth + 1)?;
            }
        }
        Ok(())
    }
}

fn values_of(node: &Node) -> Option<&[Value]> {
    node.constant.as_ref().map(std::slice::from_ref).or(node.options.as_deref())
}

fn disjoint(left: Option<&[Value]>, right: Option<&[Value]>) -> bool {
    left.zip(right)
        .is_some_and(|(left, right)| !left.iter().any(|value| right.iter().any(|other| same(value, other))))
}
