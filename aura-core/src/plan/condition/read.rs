//! Reads conditions in English over the data of a plan.

use super::english::{CASE, boolean_sentence, minor_units, predicate, spaced};
use super::known::{Sort, cel_name, sort_of};
use super::term::{Comparison, Expression, Number, Path, Search, Term};
use crate::domain::data::{DataObject, Field, FieldKind};
use crate::domain::plan::Plan;
use crate::error::{Error, ErrorCode, Result};

/// Longest condition in English, in bytes.
const MAX_BYTES: usize = 1_000;
/// Deepest nesting of `and`, `or` and parentheses.
const MAX_DEPTH: u32 = 12;
/// Most attempts at one condition.
const MAX_TRIES: u32 = 300;

/// Understands a condition in English as an expression over the plan's data.
///
/// It knows the forms that [`english`](super::english) writes and the usual other ways to say the same, for
/// example `the order total is over €50`, `amount > 50 EUR`, `the payment isn't accepted`.
///
/// # Errors
/// `invalid_condition` where the sentence is not about data of the plan.
pub fn expression(english: &str, plan: &Plan) -> Result<Expression> {
    if english.len() > MAX_BYTES {
        return Err(Error::new(
            ErrorCode::InvalidCondition,
            format!("the condition has {} bytes, the limit is {MAX_BYTES}", english.len()),
        ));
    }
    let text = plain(english);
    let mut reader = Reader { plan, paths: Vec::new(), tries: 0 };
    match reader.read(strip_opening(&text), 0) {
        Some(root) => Ok(Expression { root, paths: reader.paths }),
        None => {
            let shown: String = text.chars().take(80).flat_map(char::escape_default).collect();
            Err(Error::new(ErrorCode::InvalidCondition, format!("`{shown}` is not about data of the plan"))
                .with_hint("say it about a field of the plan's data, for example `the order is in stock`"))
        }
    }
}

/// One space between words, plain quotes, no full stop at the end.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace(['“', '”', '„'], "\"").replace(['’', '‘'], "'").replace('\u{a0}', " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches(['.', ',', ';', ':', '?']).to_owned()
}

pub(super) fn strip_opening(text: &str) -> &str {
    let mut text = text;
    for opening in
        ["only if ", "only when ", "if ", "when ", "where ", "in case ", "as long as ", "provided that "]
    {
        if let Some(rest) = strip_word(text, opening) {
            text = rest;
            break;
        }
    }
    text
}

/// What follows `prefix`, whatever the case of its letters.
fn strip_word<'text>(text: &'text str, prefix: &str) -> Option<&'text str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..))?
}

struct Reader<'plan> {
    plan: &'plan Plan,
    paths: Vec<Path>,
    tries: u32,
}

impl Reader<'_> {
    fn read(&mut self, text: &str, depth: u32) -> Option<Term> {
        self.tries += 1;
        if depth > MAX_DEPTH || self.tries > MAX_TRIES {
            return None;
        }
        let text = unwrapped(text.trim());
        match text.to_ascii_lowercase().as_str() {
            "" => return None,
            "always" => return Some(Term::Boolean(true)),
            "never" => return Some(Term::Boolean(false)),
            _ => {}
        }
        let before = self.paths.len();
        if let Some(term) = self.atom(text, depth) {
            return Some(term);
        }
        self.paths.truncate(before);
        for (word, is_or) in [(" or ", true), (" and ", false)] {
            if let Some(parts) = self.split(text, word, depth) {
                return Some(if is_or { Term::Or(parts) } else { Term::And(parts) });
            }
            self.paths.truncate(before);
        }
        None
    }

    /// The parts between a joining word, where each part can be read by itself.
    fn split(&mut self, text: &str, word: &str, depth: u32) -> Option<Vec<Term>> {
        let mut parts = Vec::new();
        let mut rest = text;
        let mut from = 0;
        while let Some(at) = find_outside(rest, word, from) {
            let (head, tail) = (rest.get(..at)?, rest.get(at + word.len()..)?);
            let before = self.paths.len();
            match self.read(head, depth + 1) {
                Some(term) => {
                    parts.push(term);
                    rest = tail;
                    from = 0;
                }
                None => {
                    self.paths.truncate(before);
                    from = at + word.len();
                }
            }
        }
        if parts.is_empty() {
            return None;
        }
        parts.push(self.read(rest, depth + 1)?);
        Some(parts)
    }

    fn atom(&mut self, text: &str, depth: u32) -> Option<Term> {
        for denial in ["it is not true that ", "not true that ", "unless "] {
            if let Some(rest) = strip_word(text, denial) {
                return self.read(rest, depth + 1).map(denied);
            }
        }
        let plan = self.plan;
        for object in &plan.data {
            for field in &object.fields {
                if sort_of(&field.kind) == Sort::Boolean
                    && let Some(value) = boolean_value(text, object, field, plan)
                {
                    let path = self.path(object, field);
                    let literal = Box::new(Term::Boolean(value));
                    return Some(Term::Compare(Comparison::Equal, Box::new(path), literal));
                }
            }
        }
        let mut best: Option<(usize, &DataObject, &Field, &str)> = None;
        for object in &plan.data {
            for field in &object.fields {
                for subject in subjects(object, field, plan) {
                    let rest = strip_word(text, &subject).and_then(|rest| rest.strip_prefix(' '));
                    if let Some(rest) = rest
                        && best.as_ref().is_none_or(|(length, ..)| subject.len() > *length)
                    {
                        best = Some((subject.len(), object, field, rest));
                    }
                }
            }
        }
        let (_, object, field, rest) = best?;
        self.predicate(object, field, rest)
    }

    fn predicate(&mut self, object: &DataObject, field: &Field, rest: &str) -> Option<Term> {
        let path = self.path(object, field);
        match rest.to_ascii_lowercase().as_str() {
            "is known" | "is there" | "is given" | "exists" => return has(path),
            "is not known" | "is unknown" | "is missing" | "is not given" | "is not there" => {
                return has(path).map(denied);
            }
            _ => {}
        }
        for (words, search) in [
            ("contains ", Search::Contains),
            ("starts with ", Search::StartsWith),
            ("ends with ", Search::EndsWith),
        ] {
            if let Some(part) = strip_word(rest, words) {
                let part = Term::Text(unquoted(part)?);
                return Some(Term::Search(search, Box::new(path), Box::new(part)));
            }
        }
        if let Some(list) = strip_word(rest, "is one of ") {
            let options: Option<Vec<Term>> = pieces(list)
                .into_iter()
                .map(|option| value_of(option, field).map(|(term, _)| term))
                .collect();
            return Some(Term::In(Box::new(path), options?));
        }
        if let Some(range) = strip_word(rest, "is between ") {
            let (low, high) = range.split_once(" and ")?;
            let (low, high) = (value_of(low, field)?.0, value_of(high, field)?.0);
            return Some(Term::And(vec![
                Term::Compare(Comparison::GreaterOrEqual, Box::new(path.clone()), Box::new(low)),
                Term::Compare(Comparison::LessOrEqual, Box::new(path), Box::new(high)),
            ]));
        }
        let (kind, amount) = comparison(rest)?;
        if let Some((value, _)) = value_of(amount, field) {
            return Some(Term::Compare(kind, Box::new(path), Box::new(value)));
        }
        let other = self.other_field(amount, sort_of(&field.kind))?;
        Some(Term::Compare(kind, Box::new(path), Box::new(other)))
    }

    fn other_field(&mut self, text: &str, sort: Sort) -> Option<Term> {
        let plan = self.plan;
        for object in &plan.data {
            for field in object.fields.iter().filter(|field| sort_of(&field.kind) == sort) {
                if subjects(object, field, plan).iter().any(|subject| subject.eq_ignore_ascii_case(text)) {
                    return Some(self.path(object, field));
                }
            }
        }
        None
    }

    fn path(&mut self, object: &DataObject, field: &Field) -> Term {
        let path = Path { object: cel_name(&object.name), field: field.name.clone() };
        let number = self.paths.iter().position(|known| *known == path).unwrap_or_else(|| {
            self.paths.push(path);
            self.paths.len() - 1
        });
        Term::Path(number)
    }
}

fn has(path: Term) -> Option<Term> {
    match path {
        Term::Path(path) => Some(Term::Has(path)),
        _ => None,
    }
}

fn denied(term: Term) -> Term {
    match term {
        Term::Compare(Comparison::Equal, left, right) => match *right {
            Term::Boolean(value) => Term::Compare(Comparison::Equal, left, Box::new(Term::Boolean(!value))),
            _ => Term::Not(Box::new(Term::Compare(Comparison::Equal, left, right))),
        },
        other => Term::Not(Box::new(other)),
    }
}

/// Whether the text says that a boolean field is true or false, or nothing about it.
fn boolean_value(text: &str, object: &DataObject, field: &Field, plan: &Plan) -> Option<bool> {
    let text = text.to_lowercase();
    for value in [true, false] {
        if text == boolean_sentence(&object.name, &field.name, Some(&field.title), value).to_lowercase() {
            return Some(value);
        }
    }
    if object.name == CASE {
        return None;
    }
    let is_only =
        plan.data.iter().flat_map(|other| &other.fields).filter(|other| other.name == field.name).count()
            == 1;
    let name = object.name.to_lowercase();
    let rest = [format!("the {name} "), format!("an {name} "), format!("a {name} "), format!("{name} ")]
        .iter()
        .find_map(|subject| text.strip_prefix(subject.as_str()))
        .or_else(|| ["it ", "they "].iter().find_map(|word| text.strip_prefix(word)).filter(|_| is_only))
        .or_else(|| is_only.then_some(text.as_str()))?;
    let (positive, negative) = predicate(&field.name);
    let words = spaced(&field.name);
    let rest = rest.replace("isn't", "is not").replace("doesn't", "does not").replace("hasn't", "has not");
    let rest = rest.strip_prefix("was ").or_else(|| rest.strip_prefix("are ")).unwrap_or(&rest);
    let rest = rest.strip_prefix("is ").unwrap_or(rest);
    let bare = |phrase: &str| phrase.strip_prefix("is ").unwrap_or(phrase).to_owned();
    if rest == words || rest == bare(&positive) {
        Some(true)
    } else if rest == bare(&negative) || rest.strip_prefix("not ") == Some(words.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// The ways to name a field, longest first not guaranteed.
fn subjects(object: &DataObject, field: &Field, plan: &Plan) -> Vec<String> {
    let name = spaced(&field.name);
    let title = field.title.to_lowercase();
    let object_name = object.name.to_lowercase();
    let mut found = Vec::new();
    for label in [name.clone(), title] {
        found.push(format!("the {label} of the {object_name}"));
        found.push(format!("{label} of the {object_name}"));
        found.push(format!("the {object_name} {label}"));
        found.push(format!("the {object_name}'s {label}"));
        found.push(format!("{object_name} {label}"));
    }
    let fields = || plan.data.iter().flat_map(|other| &other.fields);
    if fields().filter(|other| other.name == field.name).count() == 1 {
        found.push(format!("the {name}"));
        found.push(name);
    }
    if matches!(field.kind, FieldKind::Money(_)) {
        let is_money = |other: &&Field| matches!(other.kind, FieldKind::Money(_));
        if object.fields.iter().filter(is_money).count() == 1 {
            found.push(format!("the {object_name}"));
            found.push(object_name);
        }
        if fields().filter(is_money).count() == 1 {
            found.extend(["the amount", "amount", "the price", "the total", "it"].map(str::to_owned));
        }
    }
    found
}

/// The comparison with which a text begins, and the rest.
pub(super) fn comparison(text: &str) -> Option<(Comparison, &str)> {
    use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    let verbs = ["is ", "are ", "was ", "costs ", "takes ", "has "];
    let text = verbs.iter().find_map(|verb| strip_word(text, verb)).unwrap_or(text);
    const WORDS: &[(&str, Comparison)] = &[
        ("not more than ", LessOrEqual),
        ("no more than ", LessOrEqual),
        ("not above ", LessOrEqual),
        ("not over ", LessOrEqual),
        ("at most ", LessOrEqual),
        ("up to ", LessOrEqual),
        ("less than or equal to ", LessOrEqual),
        ("<= ", LessOrEqual),
        ("≤ ", LessOrEqual),
        ("not less than ", GreaterOrEqual),
        ("no less than ", GreaterOrEqual),
        ("not below ", GreaterOrEqual),
        ("at least ", GreaterOrEqual),
        ("greater than or equal to ", GreaterOrEqual),
        (">= ", GreaterOrEqual),
        ("≥ ", GreaterOrEqual),
        ("more than ", Greater),
        ("greater than ", Greater),
        ("higher than ", Greater),
        ("larger than ", Greater),
        ("longer than ", Greater),
        ("above ", Greater),
        ("over ", Greater),
        ("exceeds ", Greater),
        ("> ", Greater),
        ("less than ", Less),
        ("lower than ", Less),
        ("smaller than ", Less),
        ("shorter than ", Less),
        ("below ", Less),
        ("under ", Less),
        ("< ", Less),
        ("not exactly ", NotEqual),
        ("not equal to ", NotEqual),
        ("!= ", NotEqual),
        ("not ", NotEqual),
        ("exactly ", Equal),
        ("equal to ", Equal),
        ("equals ", Equal),
        ("== ", Equal),
        ("= ", Equal),
    ];
    let found = WORDS.iter().find_map(|(words, kind)| Some((*kind, strip_word(text, words)?)));
    found.or(Some((Equal, text)))
}

/// A value that fits a field, and whether it was said in another unit.
fn value_of(text: &str, field: &Field) -> Option<(Term, bool)> {
    match &field.kind {
        FieldKind::Money(money) => {
            let (value, _) = amount(text)?;
            let minor = (value * minor_units(&money.currency)).round();
            Some((Term::Number(Number { value: minor, is_whole: true }), true))
        }
        FieldKind::Integer(_) => {
            let (value, _) = amount(text)?;
            (value.fract() == 0.0).then_some((Term::Number(Number { value, is_whole: true }), false))
        }
        FieldKind::Number(range) => {
            let (value, unit) = amount(text)?;
            let is_percent = unit.starts_with('%') || unit.starts_with("percent");
            let value = if is_percent && range.maximum <= 1.0 { value / 100.0 } else { value };
            Some((Term::Number(Number { value, is_whole: false }), is_percent))
        }
        FieldKind::Choice(choice) => {
            let wanted = text.trim().trim_matches('"');
            let option = choice.options.iter().find(|option| option.eq_ignore_ascii_case(wanted))?;
            Some((Term::Text(option.clone()), false))
        }
        FieldKind::Boolean | FieldKind::List(_) | FieldKind::Object(_) => None,
        _ => Some((Term::Text(unquoted(text)?), false)),
    }
}

/// A number with optional currency before it; gives the amount and the lower-case words behind it.
pub(super) fn amount(text: &str) -> Option<(f64, String)> {
    let text = text.trim();
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let before = text.get(..start)?.trim().trim_end_matches('-');
    let is_currency = before.is_empty() || "€$£¥".contains(before) || before.len() == 3;
    if !is_currency {
        return None;
    }
    let digits = text.get(start..)?;
    let end = digits.find(|character: char| !(character.is_ascii_digit() || ",.".contains(character)));
    let (number, unit) = digits.split_at_checked(end.unwrap_or(digits.len()))?;
    let number = number.trim_end_matches(['.', ',']);
    // A comma before exactly three digits separates thousands.
    let groups: Vec<&str> = number.split(',').collect();
    let is_grouped =
        groups.iter().skip(1).all(|group| group.split('.').next().is_some_and(|head| head.len() == 3));
    let cleaned = if is_grouped { number.replace(',', "") } else { number.replace(',', ".") };
    let mut value: f64 = cleaned.parse().ok()?;
    let unit = unit.trim().to_lowercase();
    let unit = match unit.strip_prefix('k') {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
            value *= 1_000.0;
            rest.trim().to_owned()
        }
        _ => unit,
    };
    let goes_on = unit.split(' ').any(|word| matches!(word, "and" | "or" | "but" | "is"))
        || unit.split(' ').count() > 4;
    (value.abs() < 1e13 && !goes_on).then_some((value, unit))
}

fn unquoted(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut result = String::new();
    let mut escaped = false;
    for character in inner.chars() {
        match character {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return None,
            other => {
                escaped = false;
                result.push(other);
            }
        }
    }
    Some(result)
}

/// The text without parentheses that stand around all of it.
fn unwrapped(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return text;
    };
    let mut depth = 0_i32;
    for character in inner.chars() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth < 0 {
            return text;
        }
    }
    inner.trim()
}

/// Where a word stands at or after `from`, outside parentheses and quotes.
fn find_outside(text: &str, word: &str, from: usize) -> Option<usize> {
    let (mut depth, mut is_quoted) = (0_i32, false);
    for (at, character) in text.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth -= 1,
            _ => {}
        }
        let stands = depth == 0 && !is_quoted && at >= from;
        if stands && text.get(at..).is_some_and(|rest| strip_word(rest, word).is_some()) {
            return Some(at);
        }
    }
    None
}

fn pieces(list: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = list;
    while let Some(at) = find_outside(rest, ", ", 0).or_else(|| find_outside(rest, " or ", 0)) {
        let width = if rest.get(at..).is_some_and(|tail| tail.starts_with(", ")) { 2 } else { 4 };
        found.push(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + width..).unwrap_or_default();
    }
    found.push(rest);
    found
}
