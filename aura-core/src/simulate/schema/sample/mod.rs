//! Values that are valid for a schema, drawn from a stream.
//!
//! A value must hold for several schemas at once: the schema itself, all that it refers to, and one branch of every
//! alternative. They are gathered into a [`Shape`], a value is drawn that meets what can be met by construction, and
//! wherever something else was asked for (`not`, `oneOf`, `if`, …) the value is checked and drawn anew. Every attempt
//! is leaner than the one before, and the number of draws is bounded.

mod array;
mod leaf;
mod names;
mod number;
mod object;
mod pattern;
mod shape;
mod text;

use std::borrow::Cow;

use serde_json::Value;
use smallvec::SmallVec;

use crate::random::{Stream, Streams};
use crate::simulate::locale::Locale;

use super::check::Checker;
use super::node::{Access, NodeId, Nodes, TextRules, Types};
use super::topic::Hint;

use shape::Shape;

/// What kind of values are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SampleOptions {
    /// Values at the edges of what is legal: shortest, longest, empty, smallest, largest, unusual letters.
    pub edge_cases: bool,
    /// Leave out what is `readOnly`, as in requests; otherwise what is `writeOnly` is left out, as in responses.
    pub for_request: bool,
    /// How often the examples of the schema's author are taken where they are valid.
    pub examples: Examples,
    /// The language and country of names, addresses and telephone numbers.
    pub locale: Locale,
}

/// How often the examples of a schema's author are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Examples {
    /// One value in four.
    #[default]
    Sometimes,
    /// Wherever there is one.
    Always,
    /// Only where nothing else was found.
    Never,
}

impl SampleOptions {
    /// Asks for values at the edges of what is legal.
    #[must_use]
    pub fn with_edge_cases(mut self) -> Self {
        self.edge_cases = true;
        self
    }

    /// Takes the examples of the schema's author wherever there are any.
    #[must_use]
    pub fn with_examples(mut self) -> Self {
        self.examples = Examples::Always;
        self
    }

    /// Takes the examples of the schema's author only where nothing else was found.
    #[must_use]
    pub fn with_own_values(mut self) -> Self {
        self.examples = Examples::Never;
        self
    }

    /// Asks for names, addresses and telephone numbers of a language and its country.
    #[must_use]
    pub fn with_locale(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// Asks for values as they are sent, without what is `readOnly`.
    #[must_use]
    pub fn with_request(mut self) -> Self {
        self.for_request = true;
        self
    }
}

/// Most draws of one round.
const MOST_DRAWS: u32 = 20_000;
/// Rounds of one value, each with the least effort that it may make: later ones leave out all that may be left out.
const ROUNDS: [Effort; 5] = [Effort(0), Effort(1), Effort(4), Effort(6), Effort(8)];
/// Values nested deeper than this are not drawn.
const DEEPEST: u32 = 40;
/// From this depth on only what must be there is drawn.
const DEEP: u32 = 6;
/// From this many parts on only what must be there is drawn.
const LARGE: u32 = 400;

/// How lean an attempt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Effort(u32);

impl Effort {
    /// Whether all that may be left out is.
    fn is_lean(self) -> bool {
        self.0 >= 6
    }

    /// Whether values are taken from far away, because those near by were refused.
    fn is_wild(self) -> bool {
        self.0 >= 4 && self.0.is_multiple_of(2)
    }
}

/// Why nothing could be drawn.
#[derive(Debug, Clone)]
enum Fail {
    /// What is asked for cannot be met, or was not by chance.
    Refused(Cow<'static, str>),
    /// Too many draws.
    TooLarge,
}

fn refused(reason: impl Into<Cow<'static, str>>) -> Fail {
    Fail::Refused(reason.into())
}

/// What is asserted of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// Formats.
    pub formats: bool,
    /// That nothing of the other direction is there, required or not.
    pub is_directed: bool,
}

/// Draws a value, or says why there is none.
pub(super) fn sample(
    nodes: &Nodes,
    root: NodeId,
    kind: Kind,
    streams: &Streams,
    number: u64,
    options: &SampleOptions,
) -> Result<Value, String> {
    let omit = if options.for_request { Access::ReadOnly } else { Access::WriteOnly };
    let never = if kind.is_directed { omit } else { Access::Both };
    let check = || Checker::new(nodes, kind.formats).omitting(never);
    let mut last = refused("nothing was tried");
    for (round, effort) in (0..).zip(ROUNDS) {
        let mut sampler = Sampler {
            nodes,
            stream: streams.stream(number, 0, round),
            formats: kind.formats,
            omit,
            never,
            edges: options.edge_cases,
            examples: options.examples,
            locale: options.locale,
            least: effort,
            draws: 0,
            size: 0,
            is_proven: nodes.anchors.iter().all(Vec::is_empty),
            scope: Vec::new(),
        };
        match sampler.value(&[root], &[], Hint::NONE, 0) {
            Ok(value) => {
                if sampler.is_proven || check().holds(root, &value) {
                    return Ok(value);
                }
                let found = check().violations(root, &value, 1);
                let told = found.first().map(|found| format!("`{}` {}", found.path, found.message));
                last = refused(told.unwrap_or_default());
            }
            Err(fail) => last = fail,
        }
    }
    Err(match last {
        Fail::Refused(reason) => reason.into_owned(),
        Fail::TooLarge => "it would have too many parts".to_owned(),
    })
}

struct Sampler<'n> {
    nodes: &'n Nodes,
    stream: Stream,
    formats: bool,
    /// Optional properties of this kind are left out.
    omit: Access,
    /// Properties of this kind are left out even where they are required.
    never: Access,
    edges: bool,
    examples: Examples,
    locale: Locale,
    least: Effort,
    draws: u32,
    size: u32,
    /// Whether all values so far are valid by construction, or were checked where they stand. What a dynamic reference
    /// leads to depends on the way to it, so that nothing is proven where there are any.
    is_proven: bool,
    /// Resources on the way, for dynamic references.
    scope: Vec<usize>,
}

impl<'n> Sampler<'n> {
    /// A value that holds for all of `must` and none of `never`.
    fn value(&mut self, must: &[NodeId], never: &[NodeId], hint: Hint, depth: u32) -> Result<Value, Fail> {
        if depth > DEEPEST {
            return Err(refused("it is nested too deeply"));
        }
        let entered = self.scope.len();
        let attempts = if depth == 0 { 40 } else { 12 };
        let mut last = refused("nothing was tried");
        for attempt in 0..attempts {
            self.draws += 1;
            if self.draws > MOST_DRAWS {
                return Err(Fail::TooLarge);
            }
            let effort = Effort(self.least.0.max(attempt));
            let tried = self.attempt(must, never, hint, depth, effort);
            self.scope.truncate(entered);
            match tried {
                Ok((value, is_certain)) => {
                    if is_certain || self.holds(must, never, &value) {
                        self.size += 1;
                        return Ok(value);
                    }
                    last = refused("the values that were tried were not valid");
                }
                Err((Fail::TooLarge, _)) => return Err(Fail::TooLarge),
                Err((fail, is_final)) => {
                    last = fail;
                    if is_final {
                        break;
                    }
                }
            }
        }
        self.authors_example(must, never).ok_or(last)
    }

    /// One attempt: the value and whether it need not be checked, or the failure and whether it is final.
    fn attempt(
        &mut self,
        must: &[NodeId],
        never: &[NodeId],
        hint: Hint,
        depth: u32,
        effort: Effort,
    ) -> Result<(Value, bool), (Fail, bool)> {
        let mut shape = self.shape(must, never, depth, effort).map_err(|fail| (fail, false))?;
        let has_choice = shape.is_hard;
        let fail = |fail: Fail| (fail, !has_choice && effort.0 >= 2);
        if shape.parts.iter().any(|part| part.options.is_some() || part.constant.is_some()) {
            return self.option(&shape, must, never).map(|value| (value, true)).map_err(fail);
        }
        if !self.edges
            && effort < Effort(2)
            && shape.parts.iter().any(|part| !part.examples.is_empty())
            && self.takes_example()
            && let Some(example) = self.authors_example(must, never)
        {
            return Ok((example, true));
        }
        let types = self
            .types(&shape, hint, depth, effort)
            .ok_or_else(|| (refused("no type is left that it may have"), !has_choice))?;
        // What is hard is checked by itself.
        self.is_proven &= shape.is_hard || shape.is_plain();
        let value = if types == Types::NULL {
            Ok(Value::Null)
        } else if types == Types::BOOLEAN {
            Ok(Value::Bool(self.stream.next_below(2) == 0))
        } else if types == Types::STRING {
            let rules: SmallVec<[&TextRules; 4]> =
                shape.parts.iter().filter_map(|part| part.text.as_deref()).collect();
            self.text(&rules, hint, effort)
        } else if types == Types::ARRAY {
            self.array(&shape, hint, depth, effort)
        } else if types == Types::OBJECT {
            self.object(&mut shape, depth, effort)
        } else {
            self.number(&shape, types, hint, effort)
        };
        value.map(|value| (value, !shape.is_hard)).map_err(fail)
    }

    fn takes_example(&mut self) -> bool {
        match self.examples {
            Examples::Always => true,
            Examples::Never => false,
            Examples::Sometimes => self.stream.next_below(4) == 0,
        }
    }

    fn holds(&self, must: &[NodeId], never: &[NodeId], value: &Value) -> bool {
        let mut checker = Checker::new(self.nodes, self.formats).omitting(self.never);
        must.iter().all(|id| checker.holds(*id, value)) && !never.iter().any(|id| checker.holds(*id, value))
    }

    /// One of the values that are listed.
    fn option(&mut self, shape: &Shape<'n>, must: &[NodeId], never: &[NodeId]) -> Result<Value, Fail> {
        let mut options: &[Value] = &[];
        for part in &shape.parts {
            let own = match (&part.constant, &part.options) {
                (Some(constant), _) => std::slice::from_ref(constant),
                (None, Some(listed)) => listed.as_slice(),
                (None, None) => continue,
            };
            if options.is_empty() || own.len() < options.len() {
                options = own;
            }
        }
        let count = options.len();
        let from = self.stream.next_below(count as u64) as usize;
        (0..count)
            .filter_map(|step| options.get((from + step) % count))
            .find(|option| self.holds(must, never, option))
            .cloned()
            .ok_or_else(|| refused("none of the listed values is valid"))
    }

    /// A value that the author of the schema gave, where one is valid.
    fn authors_example(&mut self, must: &[NodeId], never: &[NodeId]) -> Option<Value> {
        let nodes = self.nodes;
        let mut examples: Vec<&Value> = Vec::new();
        let mut waiting = must.to_vec();
        let mut seen = Vec::new();
        while let Some(node) = waiting.pop().filter(|id| !seen.contains(id)).and_then(|id| {
            seen.push(id);
            nodes.get(id)
        }) {
            examples.extend(&node.examples);
            waiting.extend(node.logic.as_ref().and_then(|logic| logic.reference));
        }
        let count = examples.len();
        let from = self.stream.next_below(count as u64) as usize;
        let mut turned = (0..count).filter_map(|step| examples.get((from + step) % count));
        turned.find(|example| self.holds(must, never, example)).map(|example| (*example).clone())
    }

    /// Which type to draw.
    fn types(&mut self, shape: &Shape<'n>, hint: Hint, depth: u32, effort: Effort) -> Option<Types> {
        let mut types = shape.types;
        if types.has(Types::FRACTION) && types.has(Types::INTEGER) {
            // One turn for both.
            types = types.without(Types::INTEGER);
        }
        let meant = shape.meant().and(types);
        let likely = match meant {
            Types::NONE if types == Types::ALL.without(Types::INTEGER) => names::likely_type(hint),
            Types::NONE => types,
            meant => meant,
        };
        let flat = likely.without(Types::OBJECT.or(Types::ARRAY));
        let from = match (effort.is_wild(), depth > DEEP && flat != Types::NONE) {
            (true, _) => types,
            (false, true) => flat,
            (false, false) => likely,
        };
        let list = [
            Types::STRING,
            Types::FRACTION,
            Types::INTEGER,
            Types::OBJECT,
            Types::ARRAY,
            Types::BOOLEAN,
            Types::NULL,
        ];
        let count = list.iter().filter(|each| from.has(**each)).count() as u64;
        // Nothing is drawn once in ten times only, where something may be.
        if count > 1 && from.has(Types::NULL) && !effort.is_wild() && self.stream.next_below(10) != 0 {
            let place = self.stream.next_below(count - 1) as usize;
            return list.into_iter().filter(|each| *each != Types::NULL && from.has(*each)).nth(place);
        }
        let place = self.stream.next_below(count) as usize;
        list.into_iter().filter(|each| from.has(*each)).nth(place)
    }
}
