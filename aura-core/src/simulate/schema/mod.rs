//! JSON Schema → whether a value is valid, and values that are: seeded, offline, in bounded time.
//!
//! In come schemas of draft 4, 6, 7, 2019-09, 2020-12 or OpenAPI 3.0, with the documents that their references may
//! lead to. Out come [`Violation`]s, or values that are valid for the schema. Every value is validated before it is
//! handed out; where none is found within the limits there is an error, never an invalid value. Never here: a
//! network, a file, a clock; a reference to a document that was not given leads nowhere.
//!
//! | Module | What it does |
//! |---|---|
//! | `documents`, `uri`, `meta` | where references lead |
//! | `compile`, `node`, `height` | schemas → nodes; how flat their flattest value is |
//! | `check`, `format`, `decimal`, `pattern`, `direction` | validation |
//! | `plain`, `range` | what can be drawn without a search, and which numbers |
//! | `sample` | values, drawn from a stream of the seed |

mod check;
mod compile;
mod decimal;
mod direction;
mod documents;
mod format;
mod height;
mod meta;
mod node;
mod pattern;
mod plain;
mod range;
mod sample;
mod topic;
mod uri;

use std::sync::Arc;

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::random::{Seed, Streams};

pub use check::Violation;
pub use documents::Dialect;

pub(in crate::simulate) use uri::decode;

use documents::Documents;
pub(in crate::simulate) use node::Access;
use node::{NodeId, Nodes};
pub use sample::{Examples, SampleOptions};

/// How a schema is read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SchemaOptions {
    /// The dialect of documents that name none.
    pub dialect: Dialect,
    /// Whether `format` is asserted, not only a hint.
    pub formats: bool,
    /// The address of the schema itself, which relative references are relative to.
    pub address: String,
    /// Further documents that references may lead to, with their addresses.
    pub documents: Vec<(String, Arc<Value>)>,
    /// Whether a reference to a document that was not given is taken as anything at all. Otherwise nothing is valid
    /// where it stands. [`Schema::missing_references`] names them.
    pub skip_missing: bool,
}

impl Default for SchemaOptions {
    fn default() -> Self {
        SchemaOptions {
            dialect: Dialect::Draft2020,
            formats: true,
            address: String::new(),
            documents: Vec::new(),
            skip_missing: false,
        }
    }
}

/// One schema, ready to validate and to draw from.
///
/// # Example
/// ```
/// use aura_core::random::Seed;
/// use aura_core::simulate::schema::{SampleOptions, Schema, SchemaOptions};
/// use serde_json::json;
///
/// let order = json!({
///     "type": "object",
///     "required": ["id", "amount"],
///     "properties": {
///         "id": { "type": "string", "pattern": "^A-[0-9]{6}$" },
///         "amount": { "type": "number", "minimum": 1, "maximum": 500, "multipleOf": 0.01 },
///         "email": { "type": "string", "format": "email" }
///     },
///     "additionalProperties": false
/// });
/// let schema = Schema::compile(&order, &SchemaOptions::default())?;
/// let first = schema.sample(Seed(7), 0, &SampleOptions::default())?;
/// assert!(schema.is_valid(&first));
/// assert_eq!(first, schema.sample(Seed(7), 0, &SampleOptions::default())?);
///
/// let found = schema.violations(&json!({ "id": "A-1", "amount": 3 }));
/// assert_eq!(found[0].path, "/id");
/// assert_eq!(found[0].message, "must match the pattern `^A-[0-9]{6}$`");
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Schema {
    set: SchemaSet,
    root: NodeId,
}

impl Schema {
    /// Reads a schema and everything that it reaches.
    ///
    /// # Errors
    /// `invalid_document` where this is neither an object nor `true` or `false`; `limit_size` where it is too large.
    pub fn compile(document: &Value, options: &SchemaOptions) -> Result<Schema> {
        if !document.is_object() && !document.is_boolean() {
            return Err(Error::new(ErrorCode::InvalidDocument, "a schema is an object, `true` or `false`"));
        }
        let mut set = SchemaSet::new(Arc::new(document.clone()), options);
        let root = set.compile("")?;
        Ok(Schema { set, root })
    }

    /// Whether a value is valid.
    pub fn is_valid(&self, value: &Value) -> bool {
        self.set.is_valid(self.root, value, Access::Both)
    }

    /// Where a value is not valid, and why: at most 20 places.
    pub fn violations(&self, value: &Value) -> Vec<Violation> {
        self.set.violations(self.root, value, Access::Both)
    }

    /// The references that lead to documents that were not given, as they are written.
    pub fn missing_references(&self) -> impl Iterator<Item = &str> {
        self.set.known.missing.iter().map(String::as_str)
    }

    /// The properties that the schema declares, references followed, in no order that means anything.
    pub fn property_names(&self) -> Vec<&str> {
        self.set.property_names(self.root)
    }

    /// Value number `number` of a seed. Equal arguments always give equal values.
    ///
    /// # Errors
    /// `invalid_document` where no valid value was found within the limits, with the reason.
    pub fn sample(&self, seed: Seed, number: u64, options: &SampleOptions) -> Result<Value> {
        self.samples(seed, options)(number)
    }

    /// The values of a seed by their numbers, for many of them: each as [`sample`](Schema::sample) gives it.
    ///
    /// # Errors
    /// Those of [`sample`](Schema::sample), for each value.
    pub fn samples<'s>(
        &'s self,
        seed: Seed,
        options: &'s SampleOptions,
    ) -> impl Fn(u64) -> Result<Value> + 's {
        let streams = Streams::new(seed.derive("schema"));
        move |number| self.set.sample(self.root, &streams, number, options)
    }
}

/// Several schemas of one document, compiled as they are needed.
#[derive(Debug, Clone)]
pub(in crate::simulate) struct SchemaSet {
    documents: Documents,
    nodes: Nodes,
    known: compile::Known,
    formats: bool,
    /// Whether values have a direction, as those of requests and answers have.
    is_directed: bool,
}

/// A compiled schema of a [`SchemaSet`].
pub(in crate::simulate) type SchemaId = NodeId;

/// Most violations that are listed.
const MOST_VIOLATIONS: usize = 20;

impl SchemaSet {
    pub(in crate::simulate) fn new(document: Arc<Value>, options: &SchemaOptions) -> SchemaSet {
        let mut documents = vec![(options.address.clone(), document)];
        documents.extend(options.documents.iter().cloned());
        SchemaSet {
            documents: Documents::new(documents, options.dialect),
            nodes: Nodes::default(),
            known: compile::Known { skips_missing: options.skip_missing, ..compile::Known::default() },
            formats: options.formats,
            is_directed: false,
        }
    }

    /// Draws values of requests without what is only read, and of answers without what is only written, required or not.
    pub(in crate::simulate) fn directed(mut self) -> SchemaSet {
        self.is_directed = true;
        self
    }

    /// Compiles the schema that a JSON pointer into the document leads to, with all that it reaches.
    pub(in crate::simulate) fn compile(&mut self, pointer: &str) -> Result<SchemaId> {
        // Documents are cheap to clone; the values themselves are shared and stay where they are.
        let documents = self.documents.clone();
        let start = documents.start(pointer).ok_or_else(|| {
            Error::new(ErrorCode::InvalidDocument, format!("the document has nothing at `{pointer}`"))
        })?;
        compile::compile(&documents, start, &mut self.nodes, &mut self.known)
    }

    /// The declared properties of a schema, references followed.
    pub(in crate::simulate) fn property_names(&self, schema: SchemaId) -> Vec<&str> {
        let mut names = Vec::new();
        let (mut waiting, mut seen) = (vec![schema], Vec::new());
        while let Some(id) = waiting.pop() {
            let Some(node) = self.nodes.get(id).filter(|_| !seen.contains(&id)) else { continue };
            seen.push(id);
            let properties = node.object.iter().flat_map(|rules| &rules.properties);
            names.extend(properties.map(|property| property.name.as_str()));
            waiting.extend(node.logic.iter().flat_map(|logic| logic.reference.iter().chain(&logic.all)));
        }
        names
    }

    /// Whether a value is valid, and may lack what is only for the other direction.
    pub(in crate::simulate) fn is_valid(&self, schema: SchemaId, value: &Value, omit: Access) -> bool {
        check::Checker::new(&self.nodes, self.formats).omitting(omit).holds(schema, value)
    }

    /// Where a value is not valid, and why.
    pub(in crate::simulate) fn violations(
        &self,
        schema: SchemaId,
        value: &Value,
        omit: Access,
    ) -> Vec<Violation> {
        let mut checker = check::Checker::new(&self.nodes, self.formats).omitting(omit);
        checker.violations(schema, value, MOST_VIOLATIONS)
    }

    /// A value without what the schema says is only written, wherever in it that stands.
    pub(in crate::simulate) fn without_written_only(&self, schema: SchemaId, value: Value) -> Value {
        direction::without(&self.nodes, &[schema], value, Access::WriteOnly)
    }

    pub(in crate::simulate) fn sample(
        &self,
        schema: SchemaId,
        streams: &Streams,
        number: u64,
        options: &SampleOptions,
    ) -> Result<Value> {
        let kind = sample::Kind { formats: self.formats, is_directed: self.is_directed };
        sample::sample(&self.nodes, schema, kind, streams, number, options).map_err(|reason| {
            Error::new(ErrorCode::InvalidDocument, format!("no valid value was found: {reason}")).with_hint(
                "the schema may be impossible to meet; simplify it, or give an example that is valid",
            )
        })
    }
}
