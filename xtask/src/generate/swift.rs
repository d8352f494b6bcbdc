//! The Swift types of documents and the methods of sessions.
//!
//! No compiler checks them on every machine, so only plain forms are used: structs over JSON, enums with one value
//! for each form, and nothing that refers to itself by value.

use super::model::{Definition, Member, Model, Operation, Shape, Type, lower_camel};

const FOLDER: &str = "aura-swift/Sources/Aura";
const HEAD: &str =
    "// Written by `cargo xtask generate` from the table of operations. Change that, not this.\n";

/// Words of Swift that cannot be names without backticks.
const KEYWORDS: &[&str] = &[
    "as",
    "associatedtype",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "fileprivate",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "precedencegroup",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

/// Every generated Swift file.
pub(super) fn files(model: &Model) -> Vec<(String, String)> {
    vec![
        (format!("{FOLDER}/Documents.swift"), documents(model)),
        (format!("{FOLDER}/Operations.swift"), operations(model)),
    ]
}

fn documents(model: &Model) -> String {
    // Names like `Unit` and `Operation` are Foundation's too, so ours stand in a room of their own.
    let mut out = format!(
        "{HEAD}\n/// The documents that operations take and give.\npublic enum Documents {{}}\n\npublic extension Documents {{\n"
    );
    for (name, definition) in &model.definitions {
        match &definition.shape {
            Shape::Alias(_) => {}
            Shape::Choice(values) => out.push_str(&choice(name, definition, values)),
            Shape::Union(variants) => out.push_str(&union(name, definition, variants)),
            Shape::Object { members, .. } => out.push_str(&object(model, name, definition, members)),
        }
    }
    out.push_str("}\n");
    out
}

fn choice(name: &str, definition: &Definition, values: &[String]) -> String {
    let cases: String =
        values.iter().map(|value| format!("        case {} = \"{value}\"\n", case(value))).collect();
    format!(
        "{}    enum {name}: String, Sendable, CaseIterable, Choice {{\n{cases}    }}\n\n",
        comment("    ", &definition.doc)
    )
}

fn union(name: &str, definition: &Definition, variants: &[(String, String)]) -> String {
    let mut cases = String::new();
    let mut reads = String::new();
    let mut writes = String::new();
    for (tag, holds) in variants {
        let case = case(tag);
        cases.push_str(&format!("        case {case}(Documents.{holds})\n"));
        reads.push_str(&format!(
            "            case \"{tag}\": self = .{case}(try Documents.{holds}(json: json))\n"
        ));
        writes
            .push_str(&format!("            case .{case}(let value): return value.json.tagged(\"{tag}\")\n"));
    }
    format!(
        "{doc}    enum {name}: Document {{\n{cases}        /// A form of a later version.\n        case unrecognized(Json)\n\n        \
         public init(json: Json) throws {{\n            switch try json.member(\"type\").text() {{\n{reads}            \
         default: self = .unrecognized(json)\n            }}\n        }}\n\n        \
         public var json: Json {{\n            switch self {{\n{writes}            case .unrecognized(let json): return json\n            }}\n        }}\n    }}\n\n",
        doc = comment("    ", &definition.doc),
    )
}

fn object(model: &Model, name: &str, definition: &Definition, members: &[Member]) -> String {
    let mut out = format!(
        "{}    struct {name}: Document {{\n        public let json: Json\n\n        \
         public init(json: Json) throws {{\n            self.json = try json.object()\n        }}\n\n",
        comment("    ", &definition.doc)
    );
    let (needed, free): (Vec<&Member>, Vec<&Member>) = members.iter().partition(|member| member.required);
    let all: Vec<&Member> = needed.into_iter().chain(free).collect();
    out.push_str(&format!(
        "        /// A new one; what is left out has its default.\n        public init({}) {{\n            \
         json = Json.written([{}])\n        }}\n",
        parameters(model, &all).join(", "),
        pairs(&all)
    ));
    for member in members {
        let is_absent =
            !member.required && !matches!(member.kind, Type::Optional(_) | Type::List(_) | Type::Map(_));
        let kind =
            if is_absent { Type::Optional(Box::new(member.kind.clone())) } else { member.kind.clone() };
        out.push_str(&format!(
            "\n{}        public var {}: {} {{\n            get throws {{ {} }}\n        }}\n",
            comment("        ", &member.doc),
            label(&member.name),
            spell(model, &kind),
            read(model, &kind, &format!("json.member(\"{}\")", member.name)),
        ));
    }
    out.push_str("    }\n\n");
    out
}

fn operations(model: &Model) -> String {
    let mut out = format!("{HEAD}\npublic extension Session {{\n");
    for operation in &model.operations {
        out.push_str(&method(model, operation));
    }
    out.push_str("}\n");
    out
}

fn method(model: &Model, operation: &Operation) -> String {
    let members = model.parameters(&operation.request);
    let mut doc = operation.doc.clone();
    for member in members.iter().filter(|member| !member.doc.is_empty()) {
        doc.push_str(&format!(
            "\n- Parameter {}: {}",
            lower_camel(&member.name),
            member.doc.replace('\n', " ")
        ));
    }
    if !operation.errors.is_empty() {
        doc.push_str(&format!("\n- Throws: `AuraError` with the code {}", operation.errors.join(", ")));
    }
    let mut signature = parameters(model, &members);
    signature.push("progress: ProgressHandler? = nil".to_owned());
    format!(
        "{}    func {}({}) async throws -> Documents.{response} {{\n        \
         try await run(\"{}\", Json.written([{}]), progress)\n    }}\n\n",
        comment("    ", &doc),
        label(&operation.name),
        signature.join(", "),
        operation.name,
        pairs(&members),
        response = operation.response,
    )
}

fn parameters(model: &Model, members: &[&Member]) -> Vec<String> {
    let one = |member: &&Member| {
        let kind = spell(model, &member.kind);
        let kind = if member.required { kind } else { format!("{}? = nil", kind.trim_end_matches('?')) };
        format!("{}: {kind}", label(&member.name))
    };
    members.iter().map(one).collect()
}

fn pairs(members: &[&Member]) -> String {
    let pair = |member: &&Member| format!("(\"{}\", {})", member.name, label(&member.name));
    members.iter().map(pair).collect::<Vec<_>>().join(", ")
}

fn spell(model: &Model, kind: &Type) -> String {
    match kind {
        Type::Text => "String".to_owned(),
        Type::Integer => "Int".to_owned(),
        Type::Number => "Double".to_owned(),
        Type::Boolean => "Bool".to_owned(),
        Type::Json => "Json".to_owned(),
        Type::Pair => "[String]".to_owned(),
        Type::List(inner) => format!("[{}]", spell(model, inner)),
        Type::Map(inner) => format!("[String: {}]", spell(model, inner)),
        Type::Optional(inner) => format!("{}?", spell(model, inner)),
        Type::Named(name) => match shape(model, name) {
            Some(Shape::Alias(inner)) => spell(model, inner),
            _ => format!("Documents.{name}"),
        },
    }
}

fn read(model: &Model, kind: &Type, value: &str) -> String {
    match kind {
        Type::Text => format!("try {value}.text()"),
        Type::Integer => format!("try {value}.integer()"),
        Type::Number => format!("try {value}.number()"),
        Type::Boolean => format!("try {value}.truth()"),
        Type::Json => value.to_owned(),
        Type::Pair => format!("try {value}.list {{ try $0.text() }}"),
        Type::List(inner) => format!("try {value}.list {{ {} }}", read(model, inner, "$0")),
        Type::Map(inner) => format!("try {value}.map {{ {} }}", read(model, inner, "$0")),
        Type::Optional(inner) => format!("try {value}.optional {{ {} }}", read(model, inner, "$0")),
        Type::Named(name) => match shape(model, name) {
            Some(Shape::Alias(inner)) => read(model, inner, value),
            Some(Shape::Choice(_)) => format!("try {value}.choice(Documents.{name}.self)"),
            _ => format!("try Documents.{name}(json: {value})"),
        },
    }
}

fn shape<'a>(model: &'a Model, name: &str) -> Option<&'a Shape> {
    model.definitions.get(name).map(|definition| &definition.shape)
}

/// `goal_reached` as `goalReached`, in backticks where it is a word of Swift.
fn label(name: &str) -> String {
    let name = lower_camel(name);
    if KEYWORDS.contains(&name.as_str()) { format!("`{name}`") } else { name }
}

/// A word of the wire as a case: `GET` as `get`, `per-day` as `perDay`.
fn case(word: &str) -> String {
    let plain: String = word.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let plain = if plain.chars().all(|c| !c.is_lowercase()) { plain.to_lowercase() } else { plain };
    let name = if plain.starts_with(|c: char| c.is_ascii_digit()) { format!("_{plain}") } else { plain };
    label(&name)
}

fn comment(indent: &str, text: &str) -> String {
    text.lines().map(|line| format!("{indent}/// {line}\n").replace(" \n", "\n")).collect()
}
