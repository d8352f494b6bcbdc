//! Turns any condition in words into one over data, and adds the field that it needs where there is none.

use super::english::{CASE, minor_units};
use super::known::cel_name;
use super::read::{amount, comparison, expression, plain, strip_opening};
use super::term::{Comparison, quoted};
use crate::domain::data::{DataObject, Field, FieldKind, MoneyRange, NumberRange, Sensitivity};
use crate::domain::id::{DataId, slug, unused};
use crate::domain::plan::{Condition, Plan};
use crate::domain::provenance::Origin;
use crate::plan::words::{lower_first, upper_first};

/// Words that point at no object of the plan.
const POINTERS: &[&str] = &["the", "a", "an", "it", "they", "this", "that", "its", "their"];

/// Makes a condition of words that the user gave. Where the plan has no data that it could be about, a field is
/// added: to the object that the words name, else to an object named `case`.
///
/// `english` of the result are the words as given, in one line.
pub fn settle(words: &str, plan: &mut Plan, origin: &Origin) -> Condition {
    let words: String = plain(words).chars().take(400).collect();
    let words = strip_opening(&words).to_owned();
    if words.is_empty() {
        return Condition { expression: "true".to_owned(), english: "always".to_owned() };
    }
    let found = expression(&words, plan).map(|expression| expression.to_string());
    let expression = match found {
        Ok(expression) => expression,
        Err(_) => match numeric(&words, plan, origin) {
            Some(expression) => expression,
            None => boolean(&words, plan, origin),
        },
    };
    Condition { expression, english: words }
}

/// `the amount is above 50 EUR` makes a field for the amount.
fn numeric(words: &str, plan: &mut Plan, origin: &Origin) -> Option<String> {
    let verbs = [
        " is ",
        " are ",
        " exceeds ",
        " >= ",
        " <= ",
        " > ",
        " < ",
        " = ",
        " costs ",
        " takes ",
        " over ",
        " under ",
    ];
    let (at, verb) = verbs.iter().filter_map(|verb| Some((words.find(verb)?, *verb))).min()?;
    let subject = words.get(..at)?;
    let rest = words.get(at + 1..)?;
    let (kind, value) = comparison(rest)?;
    if matches!(kind, Comparison::Equal | Comparison::NotEqual)
        && verb == " is "
        && !starts_with_amount(value)
    {
        return None;
    }
    let (value, unit) = amount(value)?;
    if unit.split(' ').count() > 3 || subject.split(' ').count() > 7 {
        return None;
    }
    let (object, label) = place(subject, plan);
    let currency = currency_of(&unit, words);
    let (kind_of_field, literal) = match &currency {
        Some(currency) => {
            let minor = (value * minor_units(currency)).round();
            let maximum = (minor * 4.0).max(10_000.0) as i64;
            let range = MoneyRange { currency: currency.clone(), minimum: 0, maximum };
            (FieldKind::Money(range), format!("{minor}"))
        }
        None => {
            let range = NumberRange { minimum: 0.0, maximum: (value * 4.0).max(10.0) };
            (FieldKind::Number(range), format!("{value:?}"))
        }
    };
    let unit_word = unit.split(' ').next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let label = match (&currency, label.as_str()) {
        (Some(_), "") => "amount".to_owned(),
        (None, "") => {
            if unit_word.is_empty() {
                "value".to_owned()
            } else {
                unit_word.to_owned()
            }
        }
        (None, label) if !unit_word.is_empty() => format!("{label} in {unit_word}"),
        (_, label) => label.to_owned(),
    };
    let example = match kind_of_field {
        FieldKind::Money(_) => serde_json::json!((value * 100.0).round() as i64),
        _ => serde_json::json!(value),
    };
    let sensitivity = if currency.is_some() { Sensitivity::Financial } else { Sensitivity::Ordinary };
    let name = add_field(plan, object.as_ref(), &label, kind_of_field, example, sensitivity, origin);
    Some(format!("{name} {} {literal}", kind.sign()))
}

fn starts_with_amount(text: &str) -> bool {
    text.trim_start_matches(['€', '$', '£', ' ']).starts_with(|first: char| first.is_ascii_digit())
}

/// Everything else is a question with yes or no.
fn boolean(words: &str, plan: &mut Plan, origin: &Origin) -> String {
    let (is_denied, words) = undenied(words);
    let (object, label) = place_of_predicate(&words, plan);
    let example = serde_json::json!(true);
    let path =
        add_field(plan, object.as_ref(), &label, FieldKind::Boolean, example, Sensitivity::Ordinary, origin);
    format!("{path} == {}", !is_denied)
}

/// Takes `is not` and the like out of a sentence.
fn undenied(words: &str) -> (bool, String) {
    for (denial, plain) in [
        (" is not ", " is "),
        (" isn't ", " is "),
        (" are not ", " are "),
        (" aren't ", " are "),
        (" was not ", " was "),
        (" wasn't ", " was "),
        (" can not ", " can "),
        (" cannot ", " can "),
        (" can't ", " can "),
        (" has not ", " has "),
        (" hasn't ", " has "),
        (" have not ", " have "),
        (" haven't ", " have "),
    ] {
        if let Some((before, after)) = words.split_once(denial) {
            return (true, format!("{before}{plain}{after}"));
        }
    }
    (false, words.to_owned())
}

/// The object that a subject names, and the rest of the subject.
fn place(subject: &str, plan: &Plan) -> (Option<DataId>, String) {
    let words: Vec<&str> =
        subject.split(' ').filter(|word| !POINTERS.contains(&word.to_lowercase().as_str())).collect();
    let bare = words.join(" ").to_lowercase();
    for object in &plan.data {
        let name = object.name.to_lowercase();
        let rest = bare
            .strip_suffix(&format!(" of {name}"))
            .or_else(|| bare.strip_prefix(&format!("{name}'s ")))
            .or_else(|| bare.strip_prefix(&format!("{name} ")))
            .or_else(|| (bare == name).then_some(""));
        if let Some(rest) = rest {
            return (Some(object.id.clone()), rest.trim().to_owned());
        }
    }
    (main_object(plan), bare)
}

/// The object that a whole sentence is about, and what is said about it.
fn place_of_predicate(words: &str, plan: &Plan) -> (Option<DataId>, String) {
    let lower = words.to_lowercase();
    for object in &plan.data {
        let name = object.name.to_lowercase();
        for subject in
            [format!("the {name} "), format!("an {name} "), format!("a {name} "), format!("{name} ")]
        {
            if let Some(rest) = lower.strip_prefix(&subject) {
                let rest = rest.strip_prefix("is ").unwrap_or(rest).trim();
                if !rest.is_empty() {
                    return (Some(object.id.clone()), rest.to_owned());
                }
            }
        }
    }
    (None, words.to_owned())
}

/// The only object of the plan besides `case`, where there is just one.
fn main_object(plan: &Plan) -> Option<DataId> {
    let mut objects = plan.data.iter().filter(|object| object.name != CASE);
    let first = objects.next()?;
    objects.next().is_none().then(|| first.id.clone())
}

fn add_field(
    plan: &mut Plan,
    object: Option<&DataId>,
    label: &str,
    kind: FieldKind,
    example: serde_json::Value,
    sensitivity: Sensitivity,
    origin: &Origin,
) -> String {
    let id = object.cloned().unwrap_or_else(|| case_object(plan, origin));
    let Some(object) = plan.data.iter_mut().find(|candidate| candidate.id == id) else {
        return quoted("");
    };
    let mut wanted: String = slug(label);
    if super::parse::is_reserved(&wanted) || wanted.starts_with(|first: char| first.is_ascii_digit()) {
        wanted = format!("value_{wanted}");
    }
    let same = object.fields.iter().find(|field| field.name == wanted);
    if same.is_some_and(|field| std::mem::discriminant(&field.kind) == std::mem::discriminant(&kind)) {
        return format!("{}.{wanted}", cel_name(&object.name));
    }
    let name = unused(
        wanted,
        |name, number| format!("{name}_{number}"),
        |name| object.fields.iter().any(|field| field.name == *name),
    );
    let title = upper_first(&lower_first(label));
    object.fields.push(Field {
        name: name.clone(),
        title,
        kind,
        required: false,
        sensitivity,
        example,
        distribution: None,
    });
    format!("{}.{name}", cel_name(&object.name))
}

fn case_object(plan: &mut Plan, origin: &Origin) -> DataId {
    if let Some(object) = plan.data.iter().find(|object| object.name == CASE) {
        return object.id.clone();
    }
    let id =
        unused(DataId::named(CASE), DataId::numbered, |id| plan.data.iter().any(|object| object.id == *id));
    plan.data.push(DataObject {
        id: id.clone(),
        name: CASE.to_owned(),
        description: "What is decided about the case as a whole.".to_owned(),
        fields: Vec::new(),
        origin: origin.clone(),
    });
    id
}

/// The currency that a unit or the words around it name.
fn currency_of(unit: &str, words: &str) -> Option<String> {
    let first =
        unit.split(|character: char| !character.is_alphanumeric() && !"€$£¥".contains(character)).next();
    let code = match first.unwrap_or_default() {
        "€" | "eur" | "euro" | "euros" => "EUR",
        "$" | "usd" | "dollar" | "dollars" => "USD",
        "£" | "gbp" | "pound" | "pounds" => "GBP",
        "¥" | "jpy" | "yen" => "JPY",
        "chf" | "francs" => "CHF",
        _ if words.contains('€') => "EUR",
        _ if words.contains('$') => "USD",
        _ if words.contains('£') => "GBP",
        _ => return None,
    };
    Some(code.to_owned())
}
