//! Whether a value is valid for a schema, and if not, why.

mod seen;

use serde_json::Value;

use super::decimal::{self, Decimal};
use super::format;
use super::node::{
    Access, ArrayRules, Logic, Node, NodeId, Nodes, NumberRules, ObjectRules, TextRules, Types,
};
use super::uri;

use seen::Seen;

/// Deepest way through schemas; a schema that refers to itself without an end reaches it.
const DEEPEST: usize = 256;
/// Most schemas looked at for one value.
const MOST_STEPS: u64 = 5_000_000;

/// One place where a value breaks its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where in the value: a JSON pointer, empty for the value itself.
    pub path: String,
    /// The keyword that is broken, for example `minimum`.
    pub keyword: String,
    /// What is wrong, in words.
    pub message: String,
}

/// The way to a place in a value.
#[derive(Clone, Copy)]
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    part: Part<'p>,
}

#[derive(Clone, Copy)]
enum Part<'p> {
    Root,
    Name(&'p str),
    Place(usize),
}

impl Path<'_> {
    fn pointer(&self) -> String {
        let mut pointer = self.parent.map(Path::pointer).unwrap_or_default();
        match self.part {
            Part::Root => {}
            Part::Name(name) => {
                pointer.push('/');
                pointer.push_str(&uri::escape(name));
            }
            Part::Place(place) => pointer.push_str(&format!("/{place}")),
        }
        pointer
    }
}

/// Checks values against nodes.
pub(super) struct Checker<'n> {
    nodes: &'n Nodes,
    formats: bool,
    steps: u64,
    depth: usize,
    scope: Vec<usize>,
    /// What need not be there; what is only written must not be there where it is this.
    omit: Access,
    /// Where violations are written, where anybody asks.
    report: Option<(Vec<Violation>, usize)>,
}

impl<'n> Checker<'n> {
    pub(super) fn new(nodes: &'n Nodes, formats: bool) -> Self {
        Checker { nodes, formats, steps: 0, depth: 0, scope: Vec::new(), omit: Access::Both, report: None }
    }

    /// Judges values of one direction of OpenAPI: what is of the other one need not be there, and what is only written
    /// is never in an answer.
    pub(super) fn omitting(self, omit: Access) -> Self {
        Checker { omit, ..self }
    }

    fn is_omitted(&self, id: Option<NodeId>) -> bool {
        let node = id.filter(|_| self.omit != Access::Both).and_then(|id| self.nodes.get(id));
        node.is_some_and(|node| node.access == self.omit)
    }

    /// Whether a value is valid.
    pub(super) fn holds(&mut self, id: NodeId, value: &Value) -> bool {
        self.node(id, value, &Path { parent: None, part: Part::Root })
    }

    /// Up to `most` places where a value is not valid.
    pub(super) fn violations(&mut self, id: NodeId, value: &Value, most: usize) -> Vec<Violation> {
        self.report = Some((Vec::new(), most));
        let holds = self.holds(id, value);
        let (mut found, _) = self.report.take().unwrap_or_default();
        if !holds && found.is_empty() {
            found.push(Violation {
                path: String::new(),
                keyword: "$ref".to_owned(),
                message: "cannot be judged: the schema leads in a circle or is too large".to_owned(),
            });
        }
        found
    }

    /// Notes a violation; the answer is always `false`.
    fn breaks(&mut self, path: &Path<'_>, keyword: &str, message: impl FnOnce() -> String) -> bool {
        if let Some((found, most)) = &mut self.report
            && found.len() < *most
        {
            found.push(Violation { path: path.pointer(), keyword: keyword.to_owned(), message: message() });
        }
        false
    }

    /// Whether checking should go on after something was found wrong.
    fn goes_on(&self) -> bool {
        self.report.as_ref().is_some_and(|(found, most)| found.len() < *most)
    }

    /// Runs a check whose violations do not matter.
    fn quietly(&mut self, id: NodeId, value: &Value, path: &Path<'_>) -> bool {
        let report = self.report.take();
        let holds = self.node(id, value, path);
        self.report = report;
        holds
    }

    fn node(&mut self, id: NodeId, value: &Value, path: &Path<'_>) -> bool {
        let nodes = self.nodes;
        let Some(node) = nodes.get(id) else { return false };
        self.steps += 1;
        if self.steps > MOST_STEPS || self.depth >= DEEPEST {
            return false;
        }
        self.depth += 1;
        let enters = self.scope.last() != Some(&node.resource);
        if enters {
            self.scope.push(node.resource);
        }
        let holds = self.rules(node, value, path);
        if enters {
            self.scope.pop();
        }
        self.depth -= 1;
        holds
    }

    fn rules(&mut self, node: &'n Node, value: &Value, path: &Path<'_>) -> bool {
        let mut holds = self.plain(node, value, path);
        if let Some(logic) = node.logic.as_ref().filter(|_| holds || self.goes_on()) {
            holds &= self.logic(logic, value, path);
        }
        if !holds && !self.goes_on() {
            return false;
        }
        match value {
            Value::Number(number) => {
                let format = node.text.as_ref().and_then(|rules| rules.format.as_ref());
                if let Some(name) = format.filter(|name| self.formats && !format::holds_number(name, number))
                {
                    holds &= self.breaks(path, "format", || format!("must have the format `{name}`"));
                }
                let Some(rules) = &node.number else { return holds };
                holds & self.number(rules, number, path)
            }
            Value::String(text) => {
                let Some(rules) = &node.text else { return holds };
                holds & self.text(rules, text, path)
            }
            Value::Array(list) => {
                let Some(rules) = &node.array else { return holds };
                holds &= self.array(rules, list, path);
                if let Some(id) = rules.unevaluated.filter(|_| holds) {
                    holds &= self.unevaluated_items(node, id, value, path);
                }
                holds
            }
            Value::Object(fields) => {
                let Some(rules) = &node.object else { return holds };
                holds &= self.object(rules, fields, value, path);
                if let Some(id) = rules.unevaluated.filter(|_| holds) {
                    holds &= self.unevaluated_properties(node, id, value, path);
                }
                holds
            }
            _ => holds,
        }
    }

    /// What is said of values of any type.
    fn plain(&mut self, node: &Node, value: &Value, path: &Path<'_>) -> bool {
        if let Some(reference) = &node.unresolved {
            return self.breaks(path, "$ref", || format!("the reference `{reference}` leads nowhere"));
        }
        if let Some(types) = node.types
            && !types.has(type_of(value))
        {
            return self.breaks(path, "type", || match types.names() {
                names if names.is_empty() => "must not be there".to_owned(),
                names => format!("must be {names}, is {}", type_of(value).names()),
            });
        }
        if let Some(options) = &node.options
            && !options.iter().any(|option| decimal::same(option, value))
        {
            return self.breaks(path, "enum", || format!("must be one of {}", listed(options)));
        }
        if let Some(constant) = &node.constant
            && !decimal::same(constant, value)
        {
            return self.breaks(path, "const", || format!("must be {constant}"));
        }
        true
    }

    fn logic(&mut self, logic: &Logic, value: &Value, path: &Path<'_>) -> bool {
        let mut holds = true;
        let dynamic = logic.dynamic.as_ref().map(|dynamic| self.nodes.dynamic(dynamic, &self.scope));
        for id in logic.reference.iter().chain(&dynamic).chain(&logic.all) {
            holds &= self.node(*id, value, path);
            if !holds && !self.goes_on() {
                return false;
            }
        }
        if !logic.any.is_empty() && !logic.any.iter().any(|id| self.quietly(*id, value, path)) {
            holds = self.no_branch("anyOf", &logic.any, value, path);
        }
        if !logic.one.is_empty() {
            let fits = logic.one.iter().filter(|id| self.quietly(**id, value, path)).take(2).count();
            if fits == 0 {
                holds = self.no_branch("oneOf", &logic.one, value, path);
            } else if fits > 1 {
                holds = self.breaks(path, "oneOf", || "fits more than one of the alternatives".to_owned());
            }
        }
        if let Some(id) = logic.not
            && self.quietly(id, value, path)
        {
            holds = self.breaks(path, "not", || "is what the schema rules out".to_owned());
        }
        if let Some(condition) = logic.condition {
            let branch = if self.quietly(condition, value, path) { logic.then } else { logic.otherwise };
            if let Some(id) = branch {
                holds &= self.node(id, value, path);
            }
        }
        holds
    }

    /// Says why no alternative fits: with one alternative of the right type, why that one does not.
    fn no_branch(&mut self, keyword: &str, branches: &[NodeId], value: &Value, path: &Path<'_>) -> bool {
        let nodes = self.nodes;
        let fits_type = |id: &&NodeId| {
            nodes.get(**id).is_some_and(|node| node.types.is_none_or(|types| types.has(type_of(value))))
        };
        let mut likely = branches.iter().filter(fits_type);
        if let (Some(only), None) = (likely.next(), likely.next())
            && self.report.is_some()
        {
            return self.node(*only, value, path);
        }
        self.breaks(path, keyword, || format!("fits none of the {} alternatives", branches.len()))
    }

    fn number(&mut self, rules: &NumberRules, number: &serde_json::Number, path: &Path<'_>) -> bool {
        let order = |limit: &serde_json::Number| decimal::compare(number, limit);
        if let Some(limit) = rules.minimum.as_ref().filter(|limit| order(limit).is_lt()) {
            return self.breaks(path, "minimum", || format!("must be at least {limit}"));
        }
        if let Some(limit) = rules.maximum.as_ref().filter(|limit| order(limit).is_gt()) {
            return self.breaks(path, "maximum", || format!("must be at most {limit}"));
        }
        if let Some(limit) = rules.exclusive_minimum.as_ref().filter(|limit| order(limit).is_le()) {
            return self.breaks(path, "exclusiveMinimum", || format!("must be more than {limit}"));
        }
        if let Some(limit) = rules.exclusive_maximum.as_ref().filter(|limit| order(limit).is_ge()) {
            return self.breaks(path, "exclusiveMaximum", || format!("must be less than {limit}"));
        }
        if let Some(step) = &rules.multiple_of {
            let exact = Decimal::of(number)
                .zip(Decimal::of(step))
                .and_then(|(number, step)| number.is_multiple_of(step))
                .unwrap_or_else(|| {
                    let (number, step) = (number.as_f64().unwrap_or(0.0), step.as_f64().unwrap_or(1.0));
                    (number % step) == 0.0
                });
            if !exact {
                return self.breaks(path, "multipleOf", || format!("must be a multiple of {step}"));
            }
        }
        true
    }

    fn text(&mut self, rules: &TextRules, text: &str, path: &Path<'_>) -> bool {
        if rules.min_length.is_some() || rules.max_length.is_some() {
            let length = text.chars().count() as u64;
            if let Some(least) = rules.min_length.filter(|least| length < *least) {
                return self.breaks(path, "minLength", || format!("must have at least {least} characters"));
            }
            if let Some(most) = rules.max_length.filter(|most| length > *most) {
                return self.breaks(path, "maxLength", || format!("must have at most {most} characters"));
            }
        }
        if let Some(pattern) = rules.pattern.as_ref().filter(|pattern| !pattern.matches(text)) {
            return self.breaks(path, "pattern", || format!("must match the pattern `{}`", pattern.source));
        }
        if let Some(name) = rules.format.as_ref().filter(|name| self.formats && !format::holds(name, text)) {
            return self.breaks(path, "format", || format!("must have the format `{name}`"));
        }
        true
    }

    fn array(&mut self, rules: &ArrayRules, list: &[Value], path: &Path<'_>) -> bool {
        let length = list.len() as u64;
        let mut holds = true;
        if let Some(least) = rules.min_items.filter(|least| length < *least) {
            holds = self.breaks(path, "minItems", || format!("must have at least {least} items"));
        }
        if let Some(most) = rules.max_items.filter(|most| length > *most) {
            holds = self.breaks(path, "maxItems", || format!("must have at most {most} items"));
        }
        if rules.unique && !are_distinct(list) {
            holds = self.breaks(path, "uniqueItems", || "must not have an item twice".to_owned());
        }
        for (place, item) in list.iter().enumerate() {
            let Some(id) = rules.prefix.get(place).copied().or(rules.rest) else { break };
            if !holds && !self.goes_on() {
                return false;
            }
            holds &= self.node(id, item, &Path { parent: Some(path), part: Part::Place(place) });
        }
        if let Some(id) = rules.contains {
            let found = list.iter().filter(|item| self.quietly(id, item, path)).count() as u64;
            let least = rules.min_contains.unwrap_or(1);
            if found < least || rules.max_contains.is_some_and(|most| found > most) {
                holds = self.breaks(path, "contains", || format!("{found} items are of the kind asked for"));
            }
        }
        holds
    }

    fn object(
        &mut self,
        rules: &ObjectRules,
        fields: &serde_json::Map<String, Value>,
        value: &Value,
        path: &Path<'_>,
    ) -> bool {
        let mut holds = self.names(rules, fields, path);
        for (name, field) in fields {
            if !holds && !self.goes_on() {
                return false;
            }
            let inner = Path { parent: Some(path), part: Part::Name(name) };
            let mut is_known = false;
            if let Some(id) = rules.property(name) {
                is_known = true;
                holds &= match self.omit {
                    Access::WriteOnly if self.is_omitted(Some(id)) => {
                        self.breaks(&inner, "writeOnly", || "is never in an answer".to_owned())
                    }
                    _ => self.node(id, field, &inner),
                };
            }
            for (pattern, id) in &rules.patterns {
                if pattern.matches(name) {
                    is_known = true;
                    holds &= self.node(*id, field, &inner);
                }
            }
            if let Some(id) = rules.additional.filter(|_| !is_known) {
                if id == super::node::NOTHING {
                    holds = self.breaks(&inner, "additionalProperties", || "is not known here".to_owned());
                } else {
                    holds &= self.node(id, field, &inner);
                }
            }
            if let Some(id) = rules.names {
                holds &= self.node(id, &Value::String(name.clone()), &inner);
            }
        }
        for (name, id) in &rules.dependent_schemas {
            if fields.contains_key(name) && (holds || self.goes_on()) {
                holds &= self.node(*id, value, path);
            }
        }
        holds
    }

    /// Which names must be there, and how many.
    fn names(
        &mut self,
        rules: &ObjectRules,
        fields: &serde_json::Map<String, Value>,
        path: &Path<'_>,
    ) -> bool {
        let mut holds = true;
        let count = fields.len() as u64;
        for name in &rules.required {
            if !fields.contains_key(name) && !self.is_omitted(rules.property(name)) {
                holds = self.breaks(path, "required", || format!("must have the property `{name}`"));
            }
        }
        if let Some(least) = rules.min_properties.filter(|least| count < *least) {
            holds = self.breaks(path, "minProperties", || format!("must have at least {least} properties"));
        }
        if let Some(most) = rules.max_properties.filter(|most| count > *most) {
            holds = self.breaks(path, "maxProperties", || format!("must have at most {most} properties"));
        }
        for (name, needed) in &rules.dependent_required {
            for other in
                needed.iter().filter(|other| fields.contains_key(name) && !fields.contains_key(*other))
            {
                holds = self.breaks(path, "dependentRequired", || {
                    format!("must have the property `{other}`, because it has `{name}`")
                });
            }
        }
        holds
    }

    fn unevaluated_properties(&mut self, node: &'n Node, id: NodeId, value: &Value, path: &Path<'_>) -> bool {
        let report = self.report.take();
        let mut seen = Seen::default();
        self.collect(node, value, &mut seen, true);
        self.report = report;
        let mut holds = true;
        for (name, field) in value.as_object().into_iter().flatten() {
            if !seen.has_name(name) {
                let inner = Path { parent: Some(path), part: Part::Name(name) };
                holds &= self.node(id, field, &inner);
            }
        }
        holds
    }

    fn unevaluated_items(&mut self, node: &'n Node, id: NodeId, value: &Value, path: &Path<'_>) -> bool {
        let report = self.report.take();
        let mut seen = Seen::default();
        self.collect(node, value, &mut seen, true);
        self.report = report;
        let mut holds = true;
        for (place, item) in value.as_array().into_iter().flatten().enumerate() {
            if !seen.has_place(place) {
                let inner = Path { parent: Some(path), part: Part::Place(place) };
                holds &= self.node(id, item, &inner);
            }
        }
        holds
    }
}

/// The type of a value.
pub(super) fn type_of(value: &Value) -> Types {
    match value {
        Value::Null => Types::NULL,
        Value::Bool(_) => Types::BOOLEAN,
        Value::Number(number) if number.is_i64() || number.is_u64() => Types::INTEGER,
        Value::Number(number) if Decimal::of(number).is_some_and(Decimal::is_whole) => Types::INTEGER,
        Value::Number(_) => Types::FRACTION,
        Value::String(_) => Types::STRING,
        Value::Array(_) => Types::ARRAY,
        Value::Object(_) => Types::OBJECT,
    }
}

/// Whether no two items are equal. Long lists of plain values are compared by their sorted text.
fn are_distinct(list: &[Value]) -> bool {
    let is_plain = |value: &Value| matches!(value, Value::String(_) | Value::Bool(_) | Value::Null);
    if list.len() > 16 && list.iter().all(is_plain) {
        let mut texts: Vec<String> = list.iter().map(Value::to_string).collect();
        texts.sort_unstable();
        return texts.windows(2).all(|pair| pair.first() != pair.last());
    }
    list.iter()
        .enumerate()
        .all(|(place, item)| list.iter().skip(place + 1).all(|other| !decimal::same(item, other)))
}

fn listed(options: &[Value]) -> String {
    let shown: Vec<String> = options.iter().take(12).map(Value::to_string).collect();
    let more = if options.len() > shown.len() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
