//! Says a condition in English, in the forms that `read` understands.

use super::known::{field_of, object_of};
use super::term::{Arithmetic, Comparison, Expression, Number, Search, Term};
use crate::domain::data::{Field, FieldKind};
use crate::domain::plan::Plan;
use crate::plan::words::lower_first;

/// Name of the data object that holds answers about the whole case.
pub(super) const CASE: &str = "case";

/// The condition in English, with the titles of the plan's data.
///
/// [`expression`](super::expression) reads the result back to the same expression.
///
/// # Example
/// ```
/// let plan = aura_core::plan::sample::guest_checkout()?;
/// let condition = "payment.accepted == true && order.total > 5000".parse()?;
/// let english = aura_core::plan::condition::english(&condition, &plan);
/// assert_eq!(english, "the payment is accepted and the total of the order is more than 50 EUR");
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn english(expression: &Expression, plan: &Plan) -> String {
    Speaker { expression, plan }.say(&expression.root, false)
}

struct Speaker<'a> {
    expression: &'a Expression,
    plan: &'a Plan,
}

impl Speaker<'_> {
    fn say(&self, term: &Term, is_part: bool) -> String {
        match term {
            Term::Boolean(true) => "always".to_owned(),
            Term::Boolean(false) => "never".to_owned(),
            Term::And(parts) => self.joined(parts, " and ", is_part),
            Term::Or(parts) => self.joined(parts, " or ", is_part),
            Term::Path(path) => self.boolean(*path, true),
            Term::Not(inner) => match inner.as_ref() {
                Term::Path(path) => self.boolean(*path, false),
                Term::Has(path) => format!("{} is not known", self.subject(*path)),
                other => format!("it is not true that {}", self.say(other, true)),
            },
            Term::Has(path) => format!("{} is known", self.subject(*path)),
            Term::Compare(kind, left, right) => self.comparison(*kind, left, right),
            Term::In(left, options) => {
                let options: Vec<String> = options.iter().map(|option| self.value(option, left)).collect();
                format!("{} is one of {}", self.value(left, left), options.join(", "))
            }
            Term::Search(kind, text, part) => {
                let verb = match kind {
                    Search::Contains => "contains",
                    Search::StartsWith => "starts with",
                    Search::EndsWith => "ends with",
                };
                format!("{} {verb} {}", self.value(text, text), self.value(part, part))
            }
            Term::Number(_) | Term::Text(_) | Term::Arithmetic(..) | Term::Size(_) => self.value(term, term),
        }
    }

    fn joined(&self, parts: &[Term], word: &str, is_part: bool) -> String {
        let text = parts.iter().map(|part| self.say(part, true)).collect::<Vec<_>>().join(word);
        if is_part { format!("({text})") } else { text }
    }

    fn comparison(&self, kind: Comparison, left: &Term, right: &Term) -> String {
        if let (Term::Path(path), Term::Boolean(value)) = (left, right) {
            return self.boolean(*path, *value == (kind == Comparison::Equal));
        }
        let is_text = matches!(right, Term::Text(_));
        let verb = match kind {
            Comparison::Equal if is_text => "is",
            Comparison::NotEqual if is_text => "is not",
            Comparison::Equal => "is exactly",
            Comparison::NotEqual => "is not exactly",
            Comparison::Less => "is less than",
            Comparison::LessOrEqual => "is at most",
            Comparison::Greater => "is more than",
            Comparison::GreaterOrEqual => "is at least",
        };
        format!("{} {verb} {}", self.value(left, right), self.value(right, left))
    }

    /// A value; `beside` is what it is compared with and says which unit a number has.
    fn value(&self, term: &Term, beside: &Term) -> String {
        match term {
            Term::Number(number) => self.number(*number, beside),
            Term::Text(text) => self.text(text, beside),
            Term::Path(path) => self.subject(*path),
            Term::Arithmetic(kind, left, right) => {
                let word = match kind {
                    Arithmetic::Add => "plus",
                    Arithmetic::Subtract => "minus",
                    Arithmetic::Multiply => "times",
                };
                let unit = if *kind == Arithmetic::Multiply { right } else { left };
                format!("({} {word} {})", self.value(left, beside), self.value(right, unit))
            }
            Term::Size(inner) => format!("the size of {}", self.value(inner, inner)),
            other => self.say(other, true),
        }
    }

    fn number(&self, number: Number, beside: &Term) -> String {
        match self.field(beside).map(|field| &field.kind) {
            Some(FieldKind::Money(money)) => {
                let amount = number.value / minor_units(&money.currency);
                format!("{amount} {}", money.currency)
            }
            _ => number.value.to_string(),
        }
    }

    fn text(&self, text: &str, beside: &Term) -> String {
        match self.field(beside).map(|field| &field.kind) {
            Some(FieldKind::Choice(choice)) if choice.options.iter().any(|option| option == text) => {
                text.to_owned()
            }
            _ => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        }
    }

    fn field(&self, term: &Term) -> Option<&Field> {
        let Term::Path(path) = term else {
            return None;
        };
        field_of(self.plan, self.expression.paths().get(*path)?)
    }

    fn subject(&self, path: usize) -> String {
        let Some(path) = self.expression.paths().get(path) else {
            return String::new();
        };
        let object =
            object_of(self.plan, &path.object).map_or_else(|| spaced(&path.object), |o| o.name.clone());
        format!("the {} of the {object}", spaced(&path.field))
    }

    fn boolean(&self, path: usize, value: bool) -> String {
        let Some(path) = self.expression.paths().get(path) else {
            return String::new();
        };
        let object =
            object_of(self.plan, &path.object).map_or_else(|| spaced(&path.object), |o| o.name.clone());
        let title = field_of(self.plan, path).map(|field| field.title.clone());
        boolean_sentence(&object, &path.field, title.as_deref(), value)
    }
}

/// The sentence that a boolean field stands for.
pub(super) fn boolean_sentence(object: &str, field: &str, title: Option<&str>, value: bool) -> String {
    if object == CASE {
        let sentence = lower_first(title.unwrap_or(field));
        return if value { sentence } else { format!("it is not true that {sentence}") };
    }
    let (positive, negative) = predicate(field);
    format!("the {object} {}", if value { positive } else { negative })
}

/// What a boolean field says about its object: as it is, and denied.
pub(super) fn predicate(field: &str) -> (String, String) {
    let words = spaced(field);
    let (first, rest) = words.split_once(' ').unwrap_or((&words, ""));
    match first {
        "is" | "was" | "can" | "must" | "should" | "will" | "may" if !rest.is_empty() => {
            (words.clone(), format!("{first} not {rest}"))
        }
        "has" if !rest.is_empty() => (words.clone(), format!("does not have {rest}")),
        _ if VERBS.contains(&first) => {
            let base = base_of(first);
            let denied =
                if rest.is_empty() { format!("does not {base}") } else { format!("does not {base} {rest}") };
            (words.clone(), denied)
        }
        _ => (format!("is {words}"), format!("is not {words}")),
    }
}

/// Third persons with which names of boolean fields begin.
const VERBS: &[&str] = &[
    "accepts", "agrees", "allows", "answers", "applies", "asks", "belongs", "clears", "comes", "confirms",
    "contains", "costs", "covers", "declines", "exists", "expires", "fails", "fits", "goes", "gives",
    "helps", "keeps", "knows", "likes", "matches", "mentions", "needs", "owns", "pays", "passes", "picks",
    "requires", "says", "shows", "stays", "tries", "uses", "wants", "works",
];

fn base_of(verb: &str) -> String {
    if verb == "goes" {
        return "go".to_owned();
    }
    if let Some(stem) = verb.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["ches", "shes", "sses", "xes"] {
        if verb.ends_with(ending) {
            return verb.strip_suffix("es").unwrap_or(verb).to_owned();
        }
    }
    verb.strip_suffix('s').unwrap_or(verb).to_owned()
}

pub(super) fn spaced(name: &str) -> String {
    name.replace('_', " ")
}

/// How many minor units a major unit of a currency has.
pub(super) fn minor_units(currency: &str) -> f64 {
    if matches!(currency, "JPY" | "KRW" | "VND" | "CLP" | "ISK") { 1.0 } else { 100.0 }
}
