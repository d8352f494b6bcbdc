//! The TypeScript declarations of the Node package.

use super::model::{Model, Shape, Type};

const HEAD: &str =
    "// Written by `cargo xtask generate` from the table of operations. Change that, not this.\n";

/// Every generated TypeScript file.
pub(super) fn files(model: &Model) -> Vec<(String, String)> {
    vec![
        ("aura-node/types.d.ts".to_owned(), types(model)),
        (
            "aura-node/operations.js".to_owned(),
            format!("'use strict';\n{HEAD}\nmodule.exports = {}", operations(model)),
        ),
        ("aura-node/operations.mjs".to_owned(), format!("{HEAD}\nexport default {}", operations(model))),
    ]
}

/// Name, method and type of the response of every operation, for `index.js` and `web.mjs`.
fn operations(model: &Model) -> String {
    let line = |operation: &super::model::Operation| {
        let method = super::model::lower_camel(&operation.name);
        format!(
            "  {{ name: '{}', method: '{method}', response: '{}' }},\n",
            operation.name, operation.response
        )
    };
    let lines: String = model.operations.iter().map(line).collect();
    format!("[\n{lines}];\n")
}

fn types(model: &Model) -> String {
    let mut out = format!("{HEAD}\nimport type {{ Call, CallOptions, Shown }} from './index.js';\n\n");
    for (name, definition) in &model.definitions {
        out.push_str(&comment("", &definition.doc));
        match &definition.shape {
            Shape::Alias(kind) => out.push_str(&format!("export type {name} = {};\n\n", spell(kind))),
            Shape::Choice(values) => {
                let values: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
                out.push_str(&format!("export type {name} = {};\n\n", values.join(" | ")));
            }
            Shape::Union(variants) => {
                let forms: Vec<String> =
                    variants.iter().map(|(tag, name)| format!("({{ type: '{tag}' }} & {name})")).collect();
                out.push_str(&format!("export type {name} =\n  | {};\n\n", forms.join("\n  | ")));
            }
            Shape::Object { members, .. } => {
                out.push_str(&format!("export interface {name} {{\n"));
                for member in members {
                    let mark = if member.required { "" } else { "?" };
                    out.push_str(&comment("  ", &member.doc));
                    out.push_str(&format!("  {}{mark}: {};\n", member.name, spell(&member.kind)));
                }
                out.push_str("}\n\n");
            }
        }
    }
    out.push_str("/** Every operation as a method. */\nexport interface Operations {\n");
    for operation in &model.operations {
        let errors = if operation.errors.is_empty() {
            String::new()
        } else {
            format!("\nRejects with the code {}.", operation.errors.join(", "))
        };
        out.push_str(&comment("  ", &format!("{}{errors}", operation.doc)));
        let is_optional = model.parameters(&operation.request).iter().all(|member| !member.required);
        let mark = if is_optional { "?" } else { "" };
        out.push_str(&format!(
            "  {}(request{mark}: {}, options?: CallOptions): Call<{} & Shown>;\n",
            super::model::lower_camel(&operation.name),
            operation.request,
            operation.response
        ));
    }
    out.push_str("}\n");
    out
}

fn spell(kind: &Type) -> String {
    match kind {
        Type::Text => "string".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Json => "unknown".to_owned(),
        Type::Pair => "[string, string]".to_owned(),
        Type::List(inner) => format!("Array<{}>", spell(inner)),
        Type::Map(inner) => format!("Record<string, {}>", spell(inner)),
        Type::Named(name) => name.clone(),
        Type::Optional(inner) => format!("{} | null", spell(inner)),
    }
}

fn comment(indent: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace("*/", "* /");
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [only] => format!("{indent}/** {only} */\n"),
        several => {
            let body: String = several.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}
