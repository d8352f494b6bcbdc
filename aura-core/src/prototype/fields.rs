//! Inputs and read-only views of data fields, by the kind of field.

use maud::{Markup, html};
use serde_json::Value;

use super::text::clean;
use super::view;
use crate::domain::data::{DataObject, Field, FieldKind, Sensitivity};
use crate::domain::figures::{capitalise, from_minor, minor_digits, money, number, short_number};
use crate::domain::id::DataId;
use crate::domain::plan::{FieldReference, Plan};

/// Objects within objects are shown to this depth.
const MOST_DEPTH: usize = 2;
/// Choices with more options than this become a list that opens.
const MOST_RADIOS: usize = 5;

/// One input with label, hint and error message; `id` must be unique on the page.
pub(super) fn input(plan: &Plan, reference: &FieldReference, id: &str) -> Markup {
    let object = view::object(plan, &reference.data);
    let field = object.and_then(|object| object.fields.iter().find(|field| field.name == reference.field));
    match field {
        Some(field) => field_input(plan, &reference.data, field, id, 0),
        None => html! {},
    }
}

fn field_input(plan: &Plan, data: &DataId, field: &Field, id: &str, depth: usize) -> Markup {
    let title = clean(&field.title);
    match &field.kind {
        FieldKind::Boolean => checkbox(data, field, id, &title),
        FieldKind::Choice(choice) if choice.options.len() <= MOST_RADIOS => {
            radios(data, field, id, &title, &choice.options)
        }
        FieldKind::Choice(choice) => select(data, field, id, &title, &choice.options),
        FieldKind::Object(reference) | FieldKind::List(reference) => {
            let inner = view::object(plan, &reference.data).filter(|_| depth < MOST_DEPTH);
            html! {
                @if let Some(inner) = inner {
                    fieldset class="field group" {
                        legend { (title) }
                        @for (position, field) in inner.fields.iter().enumerate() {
                            (field_input(plan, &inner.id, field, &format!("{id}-{position}"), depth + 1))
                        }
                    }
                }
            }
        }
        _ => single(data, field, id, &title),
    }
}

/// What an `input` element needs to know about a kind of field.
struct InputForm {
    kind: &'static str,
    minimum: Option<String>,
    maximum: Option<String>,
    step: Option<String>,
    length: Option<(u32, u32)>,
    pattern: Option<&'static str>,
    unit: Option<String>,
    hint: Option<String>,
    invalid: String,
}

fn single(data: &DataId, field: &Field, id: &str, title: &str) -> Markup {
    let form = input_form(field, title);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = match &form.hint {
        Some(_) => format!("{hint_id} {error_id}"),
        None => error_id.clone(),
    };
    let shortest = form.length.map(|(shortest, _)| shortest).filter(|shortest| *shortest > 0);
    let longest = form.length.map(|(_, longest)| longest);
    let is_long = longest.is_some_and(|longest| longest > 300) && field.sensitivity != Sensitivity::Secret;
    html! {
        div class="field" data-field {
            label for=(id) { (label_text(field, title)) }
            @if let Some(hint) = &form.hint { p class="hint" id=(hint_id) { (hint) } }
            div class={ @if form.unit.is_some() { "with-unit" } @else { "alone" } } {
                @if let Some(unit) = &form.unit { span class="unit" aria-hidden="true" { (unit) } }
                @if is_long {
                    textarea id=(id) rows="4" name=(field_name(data, field)) aria-describedby=(described)
                        required[field.required] minlength=[shortest] maxlength=[longest]
                        data-example=(raw_example(field)) data-missing=(missing(title)) data-invalid=(form.invalid) {}
                } @else {
                    input id=(id) type=(form.kind) autocomplete=[(form.kind == "password").then_some("new-password")] name=(field_name(data, field)) aria-describedby=(described)
                        required[field.required] data-unit=[form.unit.as_ref()] min=[form.minimum] max=[form.maximum] step=[form.step]
                        minlength=[shortest] maxlength=[longest] pattern=[form.pattern]
                        data-example=(raw_example(field)) data-missing=(missing(title)) data-invalid=(form.invalid);
                }
            }
            p class="error" id=(error_id) hidden {}
        }
    }
}

fn input_form(field: &Field, title: &str) -> InputForm {
    let example = shown_value(field);
    let for_example = Some(format!("For example: {example}"));
    let mut form = InputForm {
        kind: "text",
        minimum: None,
        maximum: None,
        step: None,
        length: None,
        pattern: None,
        unit: None,
        hint: for_example,
        invalid: format!("Please check: {title}. For example: {example}."),
    };
    match &field.kind {
        FieldKind::Text(range) => {
            form.length = Some((range.min_length, range.max_length.max(1)));
            if range.min_length > 1 {
                form.invalid = format!("{title} needs at least {} characters.", range.min_length);
            }
        }
        FieldKind::Integer(range) => {
            form.bounds(
                number(range.minimum as f64, 0),
                number(range.maximum as f64, 0),
                "1",
                (range.minimum.to_string(), range.maximum.to_string()),
                title,
            );
        }
        FieldKind::Number(range) => {
            let ends = (range.minimum.to_string(), range.maximum.to_string());
            form.bounds(short_number(range.minimum, 2), short_number(range.maximum, 2), "any", ends, title);
        }
        FieldKind::Money(range) => {
            let digits = minor_digits(&range.currency);
            let plain = |amount: i64| format!("{:.digits$}", from_minor(amount, &range.currency));
            let shown = |amount: i64| money(from_minor(amount, &range.currency), &range.currency);
            let step = format!("{:.digits$}", from_minor(1, &range.currency));
            form.bounds(
                shown(range.minimum),
                shown(range.maximum),
                &step,
                (plain(range.minimum), plain(range.maximum)),
                title,
            );
            form.unit = Some(range.currency.chars().take(3).collect());
        }
        FieldKind::Date => form.typed("date", None, format!("Enter a date for: {title}.")),
        FieldKind::DateTime => {
            form.typed("datetime-local", None, format!("Enter a date and a time for: {title}."))
        }
        FieldKind::Email => {
            form.typed("email", None, format!("Enter an email address, for example {example}."))
        }
        FieldKind::Phone => {
            form.typed(
                "tel",
                Some(r"\+?[0-9 \(\)\-]{6,20}"),
                format!("Enter a phone number, for example {example}."),
            );
        }
        FieldKind::Url => form.typed("url", None, format!("Enter a web address, for example {example}.")),
        _ => form.length = Some((0, 200)),
    }
    if field.sensitivity == Sensitivity::Secret {
        form.kind = "password";
        form.hint = Some("Use the example; do not type a real one here.".to_owned());
        form.invalid = format!("Please check: {title}.");
    } else if matches!(field.kind, FieldKind::Date | FieldKind::DateTime) {
        form.hint = None;
    }
    form
}

impl InputForm {
    fn typed(&mut self, kind: &'static str, pattern: Option<&'static str>, invalid: String) {
        self.kind = kind;
        self.pattern = pattern;
        self.invalid = invalid;
    }

    fn bounds(&mut self, low: String, high: String, step: &str, ends: (String, String), title: &str) {
        self.kind = "number";
        self.step = Some(step.to_owned());
        self.hint = Some(format!("From {low} to {high}"));
        self.invalid = format!("{title} must be a number from {low} to {high}.");
        (self.minimum, self.maximum) = (Some(ends.0), Some(ends.1));
    }
}

fn checkbox(data: &DataId, field: &Field, id: &str, title: &str) -> Markup {
    html! {
        div class="field check" data-field {
            input id=(id) type="checkbox" name=(field_name(data, field)) value="yes" data-example=(raw_example(field));
            label for=(id) { (title) }
        }
    }
}

fn radios(data: &DataId, field: &Field, id: &str, title: &str, options: &[String]) -> Markup {
    let error_id = format!("{id}-error");
    html! {
        fieldset class="field" data-field aria-describedby=(error_id) {
            legend { (label_text(field, title)) }
            @for (position, option) in options.iter().enumerate() {
                @let option_id = format!("{id}-{position}");
                div class="check" {
                    input id=(option_id) type="radio" name=(format!("{}#{id}", field_name(data, field))) value=(clean(option))
                        required[field.required] data-example=(raw_example(field)) data-missing=(choose(title)) data-invalid=(choose(title));
                    label for=(option_id) { (capitalise(&clean(option))) }
                }
            }
            p class="error" id=(error_id) hidden {}
        }
    }
}

fn select(data: &DataId, field: &Field, id: &str, title: &str, options: &[String]) -> Markup {
    let error_id = format!("{id}-error");
    html! {
        div class="field" data-field {
            label for=(id) { (label_text(field, title)) }
            select id=(id) name=(field_name(data, field)) aria-describedby=(error_id) required[field.required]
                data-example=(raw_example(field)) data-missing=(choose(title)) data-invalid=(choose(title)) {
                option value="" { "Choose one" }
                @for option in options { option value=(clean(option)) { (capitalise(&clean(option))) } }
            }
            p class="error" id=(error_id) hidden {}
        }
    }
}

/// A read-only view of a data object, with what was typed earlier in the session, else with its examples.
pub(super) fn summary(plan: &Plan, data: &DataId) -> Markup {
    match view::object(plan, data) {
        Some(object) if !object.fields.is_empty() => html! {
            div class="summary" {
                h3 { (capitalise(&clean(&object.name))) }
                (rows(plan, object, 0))
            }
        },
        _ => html! {},
    }
}

fn rows(plan: &Plan, object: &DataObject, depth: usize) -> Markup {
    html! {
        dl {
            @for field in &object.fields {
                div {
                    dt { (clean(&field.title)) }
                    dd { (row_value(plan, object, field, depth)) }
                }
            }
        }
    }
}

fn row_value(plan: &Plan, object: &DataObject, field: &Field, depth: usize) -> Markup {
    if let FieldKind::Object(reference) | FieldKind::List(reference) = &field.kind {
        let inner = view::object(plan, &reference.data).filter(|_| depth < MOST_DEPTH);
        return html! {
            @match inner {
                Some(inner) => { (rows(plan, inner, depth + 1)) }
                None => { "…" }
            }
        };
    }
    if field.sensitivity == Sensitivity::Secret {
        return html! { span aria-label="hidden" role="img" { "••••••" } };
    }
    html! { span data-bind=(field_name(&object.id, field)) { (shown_value(field)) } }
}

/// An example value as people read it.
fn shown_value(field: &Field) -> String {
    let shown = match (&field.kind, &field.example) {
        (FieldKind::Money(range), Value::Number(amount)) => {
            money(from_minor(amount.as_i64().unwrap_or_default(), &range.currency), &range.currency)
        }
        (_, Value::Bool(true)) => "Yes".to_owned(),
        (_, Value::Bool(false)) => "No".to_owned(),
        (FieldKind::Choice(_), Value::String(text)) => capitalise(text),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Null) => "–".to_owned(),
        (_, Value::Array(items)) => format!("{} entries", items.len()),
        (_, Value::Object(_)) => "…".to_owned(),
        (_, Value::Number(number)) => number.to_string(),
    };
    clean(&shown)
}

/// An example value as an input takes it.
fn raw_example(field: &Field) -> String {
    let raw = match (&field.kind, &field.example) {
        (FieldKind::Money(range), Value::Number(amount)) => {
            let digits = minor_digits(&range.currency);
            format!("{:.digits$}", from_minor(amount.as_i64().unwrap_or_default(), &range.currency))
        }
        // An input for date and time takes local time without a zone.
        (FieldKind::DateTime, Value::String(text)) => text.chars().take(16).collect(),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Bool(is)) => if *is { "yes" } else { "" }.to_owned(),
        (_, Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    clean(&raw)
}

fn label_text(field: &Field, title: &str) -> Markup {
    html! { (title) @if !field.required { span class="optional" { " (optional)" } } }
}

fn field_name(data: &DataId, field: &Field) -> String {
    format!("{data}.{}", clean(&field.name))
}

fn missing(title: &str) -> String {
    format!("{title} is missing. Please fill it in.")
}

fn choose(title: &str) -> String {
    format!("Choose one for: {title}.")
}
