//! Objects.

use serde_json::{Map, Value};
use smallvec::SmallVec;

use super::super::node::{NOTHING, Node, NodeId, ObjectRules, Property};
use super::super::pattern::Pattern;
use super::super::topic::Hint;
use super::shape::Shape;
use super::{DEEP, Effort, Fail, LARGE, Sampler, names, refused};

/// Objects that are open get up to this many names of our own.
const MOST_INVENTED: u64 = 3;
/// About this many of the properties that need not be there are drawn.
const ABOUT: f64 = 12.0;
/// Most properties of one object that are asked for by number alone.
const MOST_ASKED: u64 = 10_000;

/// Bounds of the number of properties.
struct Bounds {
    least: u64,
    most: u64,
}

/// A property that is drawn.
#[derive(Clone, Copy)]
struct Wish<'n> {
    name: &'n str,
    is_needed: bool,
    /// Where it is declared, if that is known.
    declared: Option<&'n Property>,
}

impl<'n> Sampler<'n> {
    pub(super) fn object(
        &mut self,
        shape: &mut Shape<'n>,
        depth: u32,
        effort: Effort,
    ) -> Result<Value, Fail> {
        let mut wishes = self.wanted(shape, depth, effort)?;
        if rules(shape).any(ObjectRules::has_dependents) {
            self.dependents(shape, &mut wishes, depth, effort)?;
        }
        let bounds = bounds(shape)?;
        let mut fields = Map::with_capacity(wishes.len());
        let is_plain = shape.is_plain();
        for Wish { name, is_needed, declared } in wishes {
            if !is_needed && fields.len() as u64 >= bounds.most {
                continue;
            }
            let value = match declared.filter(|_| is_plain) {
                Some(property) => self.declared(property, depth, effort),
                None => self.field(shape, name, depth, effort),
            };
            match value {
                Ok(value) => {
                    fields.insert(name.to_owned(), value);
                }
                Err(Fail::Refused(reason)) if is_needed => {
                    return Err(refused(format!("`{name}`: {reason}")));
                }
                Err(Fail::TooLarge) => return Err(Fail::TooLarge),
                Err(Fail::Refused(_)) => {}
            }
        }
        self.more(shape, &mut fields, &bounds, depth, effort)?;
        if fields.len() as u64 > bounds.most {
            return Err(refused("more properties must be there than may be"));
        }
        Ok(Value::Object(fields))
    }

    /// The declared properties that are drawn, in the order of the schema: those that must be, and some that may.
    fn wanted(&mut self, shape: &Shape<'n>, depth: u32, effort: Effort) -> Result<Vec<Wish<'n>>, Fail> {
        let count: usize = rules(shape).map(|rules| rules.properties.len()).sum();
        let share = self.share(count, depth, effort);
        let are_several = rules(shape).nth(1).is_some();
        let mut wishes: Vec<Wish<'n>> = Vec::new();
        for property in rules(shape).flat_map(|rules| &rules.properties) {
            let name = property.name.as_str();
            let is_needed = property.is_required || (are_several && required(shape).any(|own| own == name));
            let is_forbidden = shape.forbidden.contains(&name);
            if self.is_left_out(property.node) {
                continue;
            }
            if is_needed && is_forbidden {
                return Err(refused(format!("`{name}` must be there and must not")));
            }
            if is_forbidden || (are_several && wishes.iter().any(|own| own.name == name)) {
                continue;
            }
            let is_needed_below = shape.never_below.iter().any(|(own, _)| *own == name);
            let wants = is_needed
                || is_needed_below
                || (self.may_add(property.node, depth) && self.stream.next_unit() < share);
            if wants {
                wishes.push(Wish { name, is_needed, declared: Some(property) });
            }
        }
        if are_several || rules(shape).any(|rules| !rules.declares_required) {
            self.wish_required(shape, &mut wishes)?;
        }
        // What only another alternative declares must be there to break it.
        for (name, _) in shape.never_below.iter().filter(|(name, _)| !shape.forbidden.contains(name)) {
            wish(&mut wishes, name);
        }
        Ok(wishes)
    }

    /// Adds what the presence of properties asks for: more properties, and more of them.
    fn dependents(
        &mut self,
        shape: &mut Shape<'n>,
        wishes: &mut Vec<Wish<'n>>,
        depth: u32,
        effort: Effort,
    ) -> Result<(), Fail> {
        let mut next = 0;
        while let Some(Wish { name, .. }) = wishes.get(next).copied() {
            next += 1;
            let mut schemas = Vec::new();
            for rules in rules(shape) {
                for (_, needed) in rules.dependent_required.iter().filter(|(own, _)| own == name) {
                    needed.iter().for_each(|needed| wish(wishes, needed));
                }
                let own = rules.dependent_schemas.iter().filter(|(own, _)| own == name);
                schemas.extend(own.map(|(_, id)| *id));
            }
            if !schemas.is_empty() {
                self.add(shape, &schemas, depth, effort)?;
                required(shape).for_each(|needed| wish(wishes, needed));
            }
        }
        let names: Vec<&str> = wishes.iter().map(|wish| wish.name).collect();
        for wish in wishes {
            wish.is_needed =
                required(shape).any(|own| own == wish.name) || is_dependent(shape, &names, wish.name);
        }
        Ok(())
    }

    /// Which share of the properties that need not be there is drawn.
    fn share(&mut self, count: usize, depth: u32, effort: Effort) -> f64 {
        if effort.is_lean() || depth > DEEP || self.size > LARGE {
            return 0.0;
        }
        if self.edges {
            return if self.stream.next_below(2) == 0 { 0.0 } else { 1.0 };
        }
        let wanted: f64 = match depth {
            0 => 0.85,
            1 => 0.6,
            2 => 0.45,
            _ => 0.25,
        };
        wanted.min(ABOUT / count.max(1) as f64) / f64::from(1 + effort.0)
    }

    /// Whether a property is left out though it may be required.
    fn is_left_out(&self, id: NodeId) -> bool {
        let node = self.nodes.get(id).filter(|_| self.never != super::Access::Both);
        node.is_some_and(|node| node.access == self.never)
    }

    /// Adds all that must be there.
    fn wish_required(&self, shape: &Shape<'n>, wishes: &mut Vec<Wish<'n>>) -> Result<(), Fail> {
        for name in required(shape) {
            if rules(shape).any(|rules| rules.property(name).is_some_and(|id| self.is_left_out(id))) {
                continue;
            }
            if shape.forbidden.contains(&name) {
                return Err(refused(format!("`{name}` must be there and must not")));
            }
            wish(wishes, name);
        }
        Ok(())
    }

    /// Whether a property may be drawn though it need not be.
    fn may_add(&self, id: NodeId, depth: u32) -> bool {
        let Some(node) = self.nodes.get(id).filter(|_| id != NOTHING) else { return false };
        let is_omitted = node.access == self.omit && node.access != super::Access::Both;
        !is_omitted && node.height.is_some_and(|height| height + depth <= 2 * DEEP)
    }

    /// The value of one property.
    fn field(&mut self, shape: &Shape<'n>, name: &str, depth: u32, effort: Effort) -> Result<Value, Fail> {
        if shape.forbidden.contains(&name) {
            return Err(refused("must not be there"));
        }
        let mut must: SmallVec<[NodeId; 4]> = SmallVec::new();
        let mut hint = None;
        for part in &shape.parts {
            let Some(rules) = &part.object else { continue };
            if let Some(id) = rules.names
                && !self.holds(&[id], &[], &Value::String(name.to_owned()))
            {
                return Err(refused("has no name that is allowed"));
            }
            let before = must.len();
            let declared = rules.declared(name);
            hint = hint.or(declared.map(|property| property.hint));
            must.extend(declared.map(|property| property.node));
            must.extend(
                rules.patterns.iter().filter(|(pattern, _)| pattern.matches(name)).map(|(_, id)| *id),
            );
            if must.len() == before {
                must.extend(rules.additional);
            }
            if let Some(id) = rules.unevaluated
                && !shape.parts.iter().any(|other| looks_at(other, part, name))
            {
                must.push(id);
            }
        }
        if must.contains(&NOTHING) {
            return Err(refused("must not be there"));
        }
        let never: Vec<NodeId> =
            shape.never_below.iter().filter(|(own, _)| *own == name).map(|(_, id)| *id).collect();
        self.below(&must, &never, hint.unwrap_or_else(|| Hint::of(name)), depth, effort)
    }

    /// The value of a property of which nothing is asked but what is declared.
    fn declared(&mut self, property: &'n Property, depth: u32, effort: Effort) -> Result<Value, Fail> {
        match self.leaf(property, depth, effort) {
            Some(value) => Ok(value),
            None => self.below(&[property.node], &[], property.hint, depth, effort),
        }
    }

    /// The value of a property that must meet some schemas and others not.
    fn below(
        &mut self,
        must: &[NodeId],
        never: &[NodeId],
        hint: Hint,
        depth: u32,
        effort: Effort,
    ) -> Result<Value, Fail> {
        let nodes = self.nodes;
        // Where nothing is asked for, anything will do; one level of plain values is enough.
        let is_open = must
            .iter()
            .all(|id| nodes.get(*id).is_none_or(|node| node.types.is_none() && node.logic.is_none()));
        let depth = if is_open { depth.max(DEEP) } else { depth };
        let least = self.least;
        self.least = least.max(if effort.is_lean() { effort } else { least });
        let value = self.value(must, never, hint, depth + 1);
        self.least = least;
        value
    }

    /// Properties that are not declared, or were left out, where more are asked for or expected.
    fn more(
        &mut self,
        shape: &Shape<'n>,
        fields: &mut Map<String, Value>,
        bounds: &Bounds,
        depth: u32,
        effort: Effort,
    ) -> Result<(), Fail> {
        let is_map =
            fields.is_empty() && is_map(shape) && !effort.is_lean() && depth <= DEEP && self.size <= LARGE;
        let wished = if is_map { 1 + self.stream.next_below(MOST_INVENTED) } else { 0 };
        let target = bounds.least.max(wished.min(bounds.most)).min(MOST_ASKED);
        let declared = rules(shape).flat_map(|rules| &rules.properties);
        for name in declared.map(|property| property.name.as_str()) {
            if fields.len() as u64 >= bounds.least {
                break;
            }
            if fields.contains_key(name) || asks_for_more(shape, name) {
                continue;
            }
            match self.field(shape, name, depth, effort) {
                Ok(value) => drop(fields.insert(name.to_owned(), value)),
                Err(Fail::TooLarge) => return Err(Fail::TooLarge),
                Err(Fail::Refused(_)) => {}
            }
        }
        let mut tries = 0;
        let mut last = refused("too few properties may be there");
        while (fields.len() as u64) < target && tries < 20 + 3 * target {
            tries += 1;
            let Some(name) = self.invented(shape, tries).filter(|name| !fields.contains_key(name)) else {
                continue;
            };
            match self.field(shape, &name, depth, effort) {
                Ok(value) => drop(fields.insert(name, value)),
                Err(Fail::TooLarge) => return Err(Fail::TooLarge),
                Err(fail) => last = fail,
            }
        }
        if (fields.len() as u64) < bounds.least { Err(last) } else { Ok(()) }
    }

    /// A name that is not declared but allowed.
    fn invented(&mut self, shape: &Shape<'n>, attempt: u64) -> Option<String> {
        let rules = || rules(shape);
        let patterns: Vec<&Pattern> =
            rules().flat_map(|rules| rules.patterns.iter()).map(|(own, _)| own).collect();
        let closed =
            rules().any(|rules| rules.additional == Some(NOTHING) || rules.unevaluated == Some(NOTHING));
        if !patterns.is_empty() && (closed || self.stream.next_below(2) == 0) {
            let place = self.stream.next_below(patterns.len() as u64) as usize;
            let pattern = patterns.get(place)?;
            return self.matching(pattern, attempt).ok();
        }
        if closed {
            return None;
        }
        let ids: Vec<NodeId> = rules().filter_map(|rules| rules.names).collect();
        if !ids.is_empty() {
            return self.value(&ids, &[], Hint::of("key"), DEEP).ok()?.as_str().map(str::to_owned);
        }
        Some(names::key(&mut self.stream, attempt))
    }
}

/// What the parts of a shape say of objects.
fn rules<'n>(shape: &Shape<'n>) -> impl Iterator<Item = &'n ObjectRules> {
    shape.parts.iter().filter_map(|part| part.object.as_deref())
}

fn required<'n>(shape: &Shape<'n>) -> impl Iterator<Item = &'n str> {
    rules(shape).flat_map(|rules| &rules.required).map(String::as_str)
}

/// Adds a property, unless it is there.
fn wish<'n>(wishes: &mut Vec<Wish<'n>>, name: &'n str) {
    if !wishes.iter().any(|own| own.name == name) {
        wishes.push(Wish { name, is_needed: true, declared: None });
    }
}

/// Whether a name is asked for because others are there.
fn is_dependent(shape: &Shape<'_>, names: &[&str], name: &str) -> bool {
    rules(shape)
        .flat_map(|rules| &rules.dependent_required)
        .any(|(own, needed)| names.contains(&own.as_str()) && needed.iter().any(|needed| needed == name))
}

/// Whether the presence of a name asks for something else.
fn asks_for_more(shape: &Shape<'_>, name: &str) -> bool {
    rules(shape).any(|rules| {
        rules.dependent_required.iter().any(|(own, _)| own == name)
            || rules.dependent_schemas.iter().any(|(own, _)| own == name)
    })
}

fn bounds(shape: &Shape<'_>) -> Result<Bounds, Fail> {
    let rules = || rules(shape);
    let least = rules().filter_map(|rules| rules.min_properties).max().unwrap_or(0);
    let most = rules().filter_map(|rules| rules.max_properties).min().unwrap_or(u64::MAX);
    if least > most || least > MOST_ASKED {
        return Err(refused(format!("{least} properties are asked for")));
    }
    Ok(Bounds { least, most })
}

/// Whether an object is meant to hold names that the schema does not know.
fn is_map(shape: &Shape<'_>) -> bool {
    let rules = || rules(shape);
    rules().all(|rules| rules.properties.is_empty())
        && rules().any(|rules| {
            !rules.patterns.is_empty()
                || rules.names.is_some()
                || rules.additional.is_some_and(|id| id != NOTHING)
        })
}

/// Whether a part looks at a property by itself, so that it is not unevaluated for `asking`.
fn looks_at(part: &Node, asking: &Node, name: &str) -> bool {
    let Some(rules) = &part.object else { return false };
    rules.property(name).is_some()
        || rules.patterns.iter().any(|(pattern, _)| pattern.matches(name))
        || rules.additional.is_some()
        || (rules.unevaluated.is_some() && !std::ptr::eq(part, asking))
}
