//! The Kotlin classes of documents and the methods of sessions.

use super::model::{Definition, Member, Model, Operation, Shape, Type, camel, lower_camel};

const FOLDER: &str = "aura-kotlin/src/main/kotlin/aura";
const HEAD: &str =
    "// Written by `cargo xtask generate` from the table of operations. Change that, not this.\n";

/// Words of Kotlin that cannot be names without backticks.
const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

/// Every generated Kotlin file.
pub(super) fn files(model: &Model) -> Vec<(String, String)> {
    vec![
        (format!("{FOLDER}/documents/Documents.kt"), documents(model)),
        (format!("{FOLDER}/Operations.kt"), operations(model)),
    ]
}

fn documents(model: &Model) -> String {
    let helpers = [
        "Choice", "Document", "anything", "choice", "integer", "list", "map", "members", "number",
        "optional", "text", "truth", "written",
    ];
    let imports: String = helpers.iter().map(|name| format!("import aura.{name}\n")).collect();
    let mut out = format!(
        "{HEAD}\npackage aura.documents\n\n{imports}import kotlinx.serialization.json.JsonElement\n\
         import kotlinx.serialization.json.JsonObject\n"
    );
    for (name, definition) in &model.definitions {
        match &definition.shape {
            Shape::Alias(_) => {}
            Shape::Choice(values) => out.push_str(&choice(name, definition, values)),
            Shape::Union(variants) => out.push_str(&union(name, definition, variants)),
            Shape::Object { members, .. } => out.push_str(&class(model, name, definition, members)),
        }
    }
    out
}

fn choice(name: &str, definition: &Definition, values: &[String]) -> String {
    let entries: Vec<String> =
        values.iter().map(|value| format!("    {}(\"{value}\")", constant(value))).collect();
    format!(
        "\n{}public enum class {name}(override val word: String) : Choice {{\n{},\n}}\n",
        comment("", &definition.doc),
        entries.join(",\n")
    )
}

/// A closed set of forms, each with the document that it holds.
fn union(name: &str, definition: &Definition, variants: &[(String, String)]) -> String {
    let mut forms = String::new();
    let mut reads = String::new();
    for (tag, holds) in variants {
        let form = camel(tag);
        forms.push_str(&format!(
            "    /** The form `{tag}`. */\n    public class {form}(public val value: aura.documents.{holds}) : \
             {name}(JsonObject(written(\"type\" to \"{tag}\") + value.json))\n"
        ));
        reads.push_str(&format!("            \"{tag}\" -> {form}({holds}(json))\n"));
    }
    format!(
        "\n{doc}public sealed class {name}(json: JsonObject) : Document(json) {{\n{forms}    \
         /** A form of a later version. */\n    public class Unrecognized(json: JsonObject) : {name}(json)\n\n    \
         internal companion object {{\n        fun of(json: JsonObject): {name} = when (text(json[\"type\"])) {{\n{reads}            \
         else -> Unrecognized(json)\n        }}\n    }}\n}}\n",
        doc = comment("", &definition.doc),
    )
}

fn class(model: &Model, name: &str, definition: &Definition, members: &[Member]) -> String {
    let mut out = format!(
        "\n{}public class {name}(json: JsonObject) : Document(json) {{\n",
        comment("", &definition.doc)
    );
    if !members.is_empty() {
        let (needed, free): (Vec<&Member>, Vec<&Member>) = members.iter().partition(|member| member.required);
        let all: Vec<&Member> = needed.into_iter().chain(free).collect();
        out.push_str(&format!(
            "    /** A new one; what is left out has its default. */\n    public constructor(\n{}    ) : this(written({}))\n\n",
            parameters(model, &all, "        "),
            pairs(&all)
        ));
    } else {
        out.push_str("    public constructor() : this(written())\n");
    }
    for member in members {
        let is_absent =
            !member.required && !matches!(member.kind, Type::Optional(_) | Type::List(_) | Type::Map(_));
        let mark = if is_absent { "?" } else { "" };
        let value = format!("json[\"{}\"]", member.name);
        let read = if is_absent {
            format!("optional({value}) {{ {} }}", read(model, &member.kind, "it"))
        } else {
            read(model, &member.kind, &value)
        };
        out.push_str(&format!(
            "{}    public val {}: {}{mark} get() = {read}\n",
            comment("    ", &member.doc),
            label(&member.name),
            spell(model, &member.kind),
        ));
    }
    out.push_str("}\n");
    out
}

fn operations(model: &Model) -> String {
    let mut out = format!(
        "{HEAD}\npackage aura\n\nimport aura.documents.*\nimport kotlinx.serialization.json.JsonElement\n\
         import kotlinx.serialization.json.JsonObject\n\n\
         /** Every operation as a method. */\npublic abstract class Operations internal constructor() {{\n    \
         internal abstract suspend fun run(operation: String, request: JsonObject, progress: ((ProgressEvent) -> kotlin.Unit)?): JsonObject\n"
    );
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
        doc.push_str(&format!("\n@param {} {}", lower_camel(&member.name), member.doc.replace('\n', " ")));
    }
    if !operation.errors.is_empty() {
        doc.push_str(&format!("\n@throws AuraException with the code {}", operation.errors.join(", ")));
    }
    format!(
        "\n{}    public suspend fun {}(\n{}        progress: ((ProgressEvent) -> kotlin.Unit)? = null,\n    ): {response} =\n        \
         {response}(run(\"{}\", written({}), progress))\n",
        comment("    ", &doc),
        label(&operation.name),
        parameters(model, &members, "        "),
        operation.name,
        pairs(&members),
        response = operation.response,
    )
}

fn parameters(model: &Model, members: &[&Member], indent: &str) -> String {
    let line = |member: &&Member| {
        let kind = spell(model, &member.kind);
        let kind = if member.required { kind } else { format!("{}? = null", kind.trim_end_matches('?')) };
        format!("{indent}{}: {kind},\n", label(&member.name))
    };
    members.iter().map(line).collect()
}

fn pairs(members: &[&Member]) -> String {
    let pair = |member: &&Member| format!("\"{}\" to {}", member.name, label(&member.name));
    members.iter().map(pair).collect::<Vec<_>>().join(", ")
}

fn spell(model: &Model, kind: &Type) -> String {
    match kind {
        Type::Text => "String".to_owned(),
        Type::Integer => "Long".to_owned(),
        Type::Number => "Double".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Json => "JsonElement".to_owned(),
        Type::Pair => "List<String>".to_owned(),
        Type::List(inner) => format!("List<{}>", spell(model, inner)),
        Type::Map(inner) => format!("Map<String, {}>", spell(model, inner)),
        Type::Optional(inner) => format!("{}?", spell(model, inner)),
        Type::Named(name) => match shape(model, name) {
            Some(Shape::Alias(inner)) => spell(model, inner),
            _ => name.clone(),
        },
    }
}

fn read(model: &Model, kind: &Type, value: &str) -> String {
    match kind {
        Type::Text => format!("text({value})"),
        Type::Integer => format!("integer({value})"),
        Type::Number => format!("number({value})"),
        Type::Boolean => format!("truth({value})"),
        Type::Json => format!("anything({value})"),
        Type::Pair => format!("list({value}) {{ text(it) }}"),
        Type::List(inner) => format!("list({value}) {{ {} }}", read(model, inner, "it")),
        Type::Map(inner) => format!("map({value}) {{ {} }}", read(model, inner, "it")),
        Type::Optional(inner) => format!("optional({value}) {{ {} }}", read(model, inner, "it")),
        Type::Named(name) => match shape(model, name) {
            Some(Shape::Alias(inner)) => read(model, inner, value),
            Some(Shape::Choice(_)) => format!("choice({name}.entries, {value})"),
            Some(Shape::Union(_)) => format!("{name}.of(members({value}))"),
            _ => format!("{name}(members({value}))"),
        },
    }
}

fn shape<'a>(model: &'a Model, name: &str) -> Option<&'a Shape> {
    model.definitions.get(name).map(|definition| &definition.shape)
}

/// `goal_reached` as `goalReached`, in backticks where it is a word of Kotlin.
fn label(name: &str) -> String {
    let name = lower_camel(name);
    if KEYWORDS.contains(&name.as_str()) { format!("`{name}`") } else { name }
}

/// A word of the wire as a constant: `per_1k` as `PER_1K`.
fn constant(word: &str) -> String {
    let letters: String =
        word.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    if letters.starts_with(|c: char| c.is_ascii_digit()) { format!("_{letters}") } else { letters }
}

fn comment(indent: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    // Kotlin nests comments, so both ends of one are taken apart.
    let text = text.replace("*/", "* /").replace("/*", "/ *");
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [only] => format!("{indent}/** {only} */\n"),
        several => {
            let body: String =
                several.iter().map(|line| format!("{indent} * {line}\n").replace(" \n", "\n")).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}
