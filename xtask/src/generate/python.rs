//! The Python classes of documents, the types of requests, and the methods of sessions.

use super::model::{Definition, Member, Model, Operation, Shape, Type, named};

const FOLDER: &str = "aura-py/python/aura";
const HEAD: &str =
    "# Written by `cargo xtask generate` from the table of operations. Change that, not this.\n";

/// Every generated Python file.
pub(super) fn files(model: &Model) -> Vec<(String, String)> {
    vec![
        (format!("{FOLDER}/documents.py"), documents(model)),
        (format!("{FOLDER}/requests.py"), requests(model)),
        (format!("{FOLDER}/_operations.py"), operations(model)),
    ]
}

fn documents(model: &Model) -> String {
    let mut out = format!(
        "\"\"\"The documents that operations give: read their members as attributes.\"\"\"\n\n{HEAD}\nfrom __future__ import annotations\n\n\
         from typing import Any, Literal, TypeAlias, Union\n\nfrom ._document import Document, Table\n\n"
    );
    let outputs = model.reachable(
        model
            .operations
            .iter()
            .map(|operation| operation.response.clone())
            .chain(["ProgressEvent".to_owned()]),
    );
    let mut unions = String::new();
    let mut aliases = String::new();
    for (name, definition) in model.definitions.iter().filter(|(name, _)| outputs.contains(*name)) {
        match &definition.shape {
            Shape::Object { members, tag } => {
                let class = class(model, name, definition, members, tag.as_deref());
                out.push_str(&class);
            }
            Shape::Union(variants) => {
                let names: Vec<&str> = variants.iter().map(|(_, name)| name.as_str()).collect();
                aliases.push_str(&format!("{name}: TypeAlias = Union[{}]\n", names.join(", ")));
                let pairs: Vec<String> =
                    variants.iter().map(|(tag, name)| format!("\"{tag}\": {name}")).collect();
                unions.push_str(&format!("    \"{name}\": {{{}}},\n", pairs.join(", ")));
            }
            Shape::Choice(values) => aliases.push_str(&choice(name, values)),
            Shape::Alias(_) => {}
        }
    }
    format!("{out}\n{aliases}\n_UNIONS = {{\n{unions}}}\nDocument._resolve(globals(), _UNIONS)\n")
}

fn choice(name: &str, values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
    format!("{name}: TypeAlias = Literal[{}]\n", values.join(", "))
}

fn class(
    model: &Model,
    name: &str,
    definition: &Definition,
    members: &[Member],
    tag: Option<&str>,
) -> String {
    let mut out = format!("class {name}(Document):\n    \"\"\"{}\"\"\"\n\n", quoted(&definition.doc));
    let nested: Vec<String> = members
        .iter()
        .filter_map(|member| {
            let target = named(&member.kind).filter(|target| is_document(model, target))?;
            let mark = match bare(&member.kind) {
                Type::List(_) => "[]",
                Type::Map(_) => "{}",
                _ => "",
            };
            Some(format!("\"{}\": \"{mark}{target}\"", member.name))
        })
        .collect();
    let empty = |list: bool| -> Vec<String> {
        let fits =
            |kind: &Type| if list { matches!(kind, Type::List(_)) } else { matches!(kind, Type::Map(_)) };
        members
            .iter()
            .filter(|member| !member.required && fits(&member.kind))
            .map(|member| format!("\"{}\": {}", member.name, if list { "[]" } else { "{}" }))
            .collect()
    };
    let absent: Vec<String> = empty(true).into_iter().chain(empty(false)).collect();
    out.push_str("    __slots__ = ()\n");
    if !nested.is_empty() {
        out.push_str(&format!("    _nested = {{{}}}\n", nested.join(", ")));
    }
    if !absent.is_empty() {
        out.push_str(&format!("    _absent = {{{}}}\n", absent.join(", ")));
    }
    if let Some(tag) = tag {
        out.push_str(&format!("    type: Literal[\"{tag}\"]\n    \"\"\"Which variant it is.\"\"\"\n"));
    }
    for member in members {
        let kind = annotation(model, &member.kind, Side::Output);
        let is_absent =
            !member.required && !matches!(member.kind, Type::Optional(_) | Type::List(_) | Type::Map(_));
        let kind = if is_absent { format!("{kind} | None") } else { kind };
        out.push_str(&format!(
            "    {}: {kind}\n    \"\"\"{}\"\"\"\n",
            attribute(&member.name),
            quoted(&member.doc)
        ));
    }
    out.push_str("\n\n");
    out
}

/// Operations whose work an executor can do in parts.
const DIVIDED: &[&str] = &["sensitivity", "simulate"];

/// Words of Python that cannot be names; as attributes they end with `_`.
const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
    "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

fn attribute(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Input,
    Output,
}

fn annotation(model: &Model, kind: &Type, side: Side) -> String {
    match kind {
        Type::Text => "str".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Json => "Any".to_owned(),
        Type::Pair => "list[str]".to_owned(),
        Type::Optional(inner) => format!("{} | None", annotation(model, inner, side)),
        Type::Map(inner) if side == Side::Input => {
            format!("Mapping[str, {}]", annotation(model, inner, side))
        }
        Type::Map(inner) => format!("dict[str, {}]", annotation(model, inner, side)),
        Type::List(inner) if side == Side::Input => format!("Sequence[{}]", annotation(model, inner, side)),
        Type::List(inner) => match inner.as_ref() {
            Type::Named(name) if is_document(model, name) => format!("Table[{name}]"),
            inner => format!("list[{}]", annotation(model, inner, side)),
        },
        Type::Named(name) => match model.definitions.get(name).map(|definition| &definition.shape) {
            Some(Shape::Alias(inner)) => annotation(model, inner, side),
            _ => name.clone(),
        },
    }
}

fn is_document(model: &Model, name: &str) -> bool {
    let shape = model.definitions.get(name).map(|definition| &definition.shape);
    matches!(shape, Some(Shape::Object { .. } | Shape::Union(_)))
}

fn is_choice(model: &Model, name: &str) -> bool {
    matches!(model.definitions.get(name).map(|definition| &definition.shape), Some(Shape::Choice(_)))
}

fn bare(kind: &Type) -> &Type {
    match kind {
        Type::Optional(inner) => inner,
        other => other,
    }
}

fn requests(model: &Model) -> String {
    let mut out = format!(
        "\"\"\"The forms of what operations take, for type checkers. Give plain dicts, or documents as they came.\"\"\"\n\n\
         {HEAD}\nfrom __future__ import annotations\n\nimport sys\nfrom collections.abc import Mapping, Sequence\n\
         from typing import Any, Literal, TypedDict, Union\n\nif sys.version_info >= (3, 11):\n    from typing import NotRequired, TypeAlias\nelse:\n    from typing_extensions import NotRequired, TypeAlias\n\n"
    );
    let roots = model.operations.iter().map(|operation| operation.request.clone());
    let inputs = model.reachable(roots.chain(["SessionOptions".to_owned()]));
    let mut aliases = String::new();
    for (name, definition) in model.definitions.iter().filter(|(name, _)| inputs.contains(*name)) {
        match &definition.shape {
            Shape::Object { members, .. } if members.iter().any(|m| KEYWORDS.contains(&m.name.as_str())) => {
                out.push_str(&functional(model, name, members, &definition.shape));
            }
            Shape::Object { members, tag } => {
                out.push_str(&format!(
                    "class {name}(TypedDict):\n    \"\"\"{}\"\"\"\n\n",
                    quoted(&definition.doc)
                ));
                if let Some(tag) = tag {
                    out.push_str(&format!("    type: Literal[\"{tag}\"]\n"));
                }
                for member in members {
                    let kind = annotation(model, &member.kind, Side::Input);
                    let kind = if member.required { kind } else { format!("NotRequired[{kind}]") };
                    out.push_str(&format!(
                        "    {}: {kind}\n    \"\"\"{}\"\"\"\n",
                        member.name,
                        quoted(&member.doc)
                    ));
                }
                out.push_str("\n\n");
            }
            Shape::Union(variants) => {
                let names: Vec<&str> = variants.iter().map(|(_, name)| name.as_str()).collect();
                aliases.push_str(&format!("{name}: TypeAlias = Union[{}]\n", names.join(", ")));
            }
            Shape::Choice(values) => aliases.push_str(&choice(name, values)),
            Shape::Alias(_) => {}
        }
    }
    format!("{out}{aliases}")
}

/// The form for members whose names are words of Python.
fn functional(model: &Model, name: &str, members: &[Member], shape: &Shape) -> String {
    let mut entries = Vec::new();
    if let Shape::Object { tag: Some(tag), .. } = shape {
        entries.push(format!("\"type\": \"Literal['{tag}']\""));
    }
    for member in members {
        let kind = annotation(model, &member.kind, Side::Input);
        let kind = if member.required { kind } else { format!("NotRequired[{kind}]") };
        entries.push(format!("\"{}\": \"{kind}\"", member.name));
    }
    format!("{name} = TypedDict(\"{name}\", {{{}}})\n\n\n", entries.join(", "))
}

fn operations(model: &Model) -> String {
    let mut out = format!(
        "\"\"\"The methods of sessions.\"\"\"\n\n{HEAD}\nfrom __future__ import annotations\n\n\
         from collections.abc import Mapping, Sequence\nfrom typing import TYPE_CHECKING, Any\n\n\
         from . import documents\nfrom ._base import AsyncBase, Base\n\nif TYPE_CHECKING:\n    from . import requests\n    from ._base import OnProgress\n    from ._document import Document\n    from ._scale import Executor\n    from ._tables import TableLike\n\n\
         VERSION = \"{}\"\n\n\n",
        model.version
    );
    for (class, base, is_async) in [("Operations", "Base", false), ("AsyncOperations", "AsyncBase", true)] {
        out.push_str(&format!(
            "class {class}({base}):\n    \"\"\"Every operation as a method.\"\"\"\n\n    __slots__ = ()\n"
        ));
        for operation in &model.operations {
            out.push_str(&method(model, operation, is_async));
        }
        out.push_str("\n\n");
    }
    let codes: Vec<String> = model
        .codes
        .iter()
        .map(|(code, doc)| format!("    \"{code}\": \"{}\",\n", quoted(doc).replace('"', "'")))
        .collect();
    format!("{out}CODES = {{\n{}}}\n", codes.concat())
}

fn method(model: &Model, operation: &Operation, is_async: bool) -> String {
    let parameters = model.parameters(&operation.request);
    let mut signature = vec!["self".to_owned()];
    let mut has_star = false;
    for member in &parameters {
        let mut kind = annotation(model, &member.kind, Side::Input);
        if member.is_table {
            kind = kind.replace("str", "TableLike");
        }
        let target = named(&member.kind);
        if let Some(choice) = target.as_ref().filter(|target| is_choice(model, target)) {
            kind = kind.replace(choice.as_str(), &format!("requests.{choice}"));
        }
        if let Some(target) = target.filter(|target| is_document(model, target)) {
            kind = match bare(&member.kind) {
                Type::List(_) => format!("Sequence[requests.{target} | Mapping[str, Any] | Document]"),
                Type::Map(_) => format!("Mapping[str, requests.{target}]"),
                _ => format!("requests.{target} | Mapping[str, Any] | Document"),
            };
        }
        if member.required {
            signature.push(format!("{}: {kind}", member.name));
            continue;
        }
        if !has_star {
            signature.push("*".to_owned());
            has_star = true;
        }
        let kind = if kind.ends_with("| None") { kind } else { format!("{kind} | None") };
        signature.push(format!("{}: {kind} = None", member.name));
    }
    if !has_star {
        signature.push("*".to_owned());
    }
    let is_divided = DIVIDED.contains(&operation.name.as_str());
    if is_divided {
        signature.push("executor: Executor | None = None".to_owned());
    }
    signature.push("progress: OnProgress = None".to_owned());
    let (define, wait) = if is_async { ("async def", "await ") } else { ("def", "") };
    let mut doc = format!("{}\n", quoted(&operation.doc));
    if !parameters.is_empty() {
        doc.push_str("\n        Args:\n");
        for member in &parameters {
            doc.push_str(&format!(
                "            {}: {}\n",
                member.name,
                quoted(&member.doc).replace('\n', " ")
            ));
            if member.is_table {
                doc.push_str(
                    "                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.\n",
                );
            }
        }
    }
    if is_divided {
        doc.push_str(
            "            executor: Who does the work: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.\n                \
             The result is the same to the byte.\n",
        );
    }
    if !operation.errors.is_empty() {
        doc.push_str(&format!(
            "\n        Raises:\n            AuraError: with the code {}.\n",
            operation.errors.join(", ")
        ));
    }
    let tables: Vec<String> =
        parameters.iter().filter(|member| member.is_table).map(|m| format!("\"{}\",", m.name)).collect();
    let mut more = if tables.is_empty() { String::new() } else { format!(", tables=({})", tables.join(" ")) };
    if is_divided {
        more.push_str(", executor=executor");
    }
    let request: Vec<String> = parameters.iter().map(|member| format!("\"{0}\": {0}", member.name)).collect();
    format!(
        "\n    {define} {name}({signature}) -> documents.{response}:\n        \"\"\"{doc}        \"\"\"\n        \
         return {wait}self._call(\"{name}\", {{{request}}}, documents.{response}, progress{more})\n",
        name = operation.name,
        signature = signature.join(", "),
        response = operation.response,
        request = request.join(", "),
    )
}

/// A text inside a docstring.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace("\"\"\"", "'''").trim_end_matches('"').to_owned()
}
