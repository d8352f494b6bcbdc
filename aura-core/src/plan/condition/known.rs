//! Whether a condition fits the data of a plan.

use super::term::{Comparison, Expression, Path, Term};
use crate::domain::data::{DataObject, Field, FieldKind};
use crate::domain::id::slug;
use crate::domain::plan::Plan;
use crate::error::{Error, ErrorCode, Result};

/// What kind of value a field holds, as far as conditions care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Boolean,
    Number,
    Text,
    List,
    Object,
}

/// Refuses a condition that reads unknown fields or compares what cannot be compared.
///
/// # Errors
/// `invalid_condition` with the path and what is known instead.
pub fn check_names(expression: &Expression, plan: &Plan) -> Result<()> {
    for path in expression.paths() {
        let Some(object) = object_of(plan, &path.object) else {
            let known: Vec<String> = plan.data.iter().take(12).map(|object| cel_name(&object.name)).collect();
            return Err(fault(format!("the plan has no data named `{}`", path.object))
                .with_hint(format!("data of the plan: {}", listed(&known))));
        };
        if !object.fields.iter().any(|field| field.name == path.field) {
            let known: Vec<String> = object.fields.iter().take(12).map(|field| field.name.clone()).collect();
            return Err(fault(format!("`{}` has no field `{}`", path.object, path.field))
                .with_hint(format!("fields of `{}`: {}", path.object, listed(&known))));
        }
    }
    check_sorts(&expression.root, expression, plan)
}

/// The name that CEL uses for a data object.
pub fn cel_name(name: &str) -> String {
    let name = slug(name);
    if super::parse::is_reserved(&name) || name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("the_{name}")
    } else {
        name
    }
}

/// The data object that a condition means by `name`.
pub fn object_of<'plan>(plan: &'plan Plan, name: &str) -> Option<&'plan DataObject> {
    plan.data.iter().find(|object| cel_name(&object.name) == name)
}

pub(super) fn field_of<'plan>(plan: &'plan Plan, path: &Path) -> Option<&'plan Field> {
    object_of(plan, &path.object)?.fields.iter().find(|field| field.name == path.field)
}

pub(super) fn sort_of(kind: &FieldKind) -> Sort {
    match kind {
        FieldKind::Boolean => Sort::Boolean,
        FieldKind::Integer(_) | FieldKind::Number(_) | FieldKind::Money(_) => Sort::Number,
        FieldKind::List(_) => Sort::List,
        FieldKind::Object(_) => Sort::Object,
        _ => Sort::Text,
    }
}

fn check_sorts(term: &Term, expression: &Expression, plan: &Plan) -> Result<()> {
    let sort = |term: &Term| term_sort(term, expression, plan);
    match term {
        Term::Not(inner) => {
            need(sort(inner), Sort::Boolean, inner, expression)?;
            check_sorts(inner, expression, plan)
        }
        Term::And(parts) | Term::Or(parts) => parts.iter().try_for_each(|part| {
            need(sort(part), Sort::Boolean, part, expression)?;
            check_sorts(part, expression, plan)
        }),
        Term::Compare(kind, left, right) => {
            let (left_sort, right_sort) = (sort(left), sort(right));
            let same = left_sort == right_sort && left_sort != Sort::Object && left_sort != Sort::List;
            let ordered =
                left_sort != Sort::Boolean || matches!(kind, Comparison::Equal | Comparison::NotEqual);
            if same && ordered {
                check_choice(left, right, expression, plan)
            } else {
                Err(mismatch(expression))
            }
        }
        Term::In(left, options) => options.iter().try_for_each(|option| {
            if sort(option) == sort(left) {
                check_choice(left, option, expression, plan)
            } else {
                Err(mismatch(expression))
            }
        }),
        Term::Search(_, text, part) => {
            need(sort(text), Sort::Text, text, expression)?;
            need(sort(part), Sort::Text, part, expression)
        }
        Term::Path(_) => need(sort(term), Sort::Boolean, term, expression),
        _ => Ok(()),
    }
}

/// A choice may only be compared with one of its options.
fn check_choice(left: &Term, right: &Term, expression: &Expression, plan: &Plan) -> Result<()> {
    let (Term::Path(path), Term::Text(text)) = (left, right) else {
        return Ok(());
    };
    let Some(path) = expression.paths().get(*path) else {
        return Ok(());
    };
    match field_of(plan, path).map(|field| &field.kind) {
        Some(FieldKind::Choice(choice)) if !choice.options.contains(text) => {
            Err(fault(format!("`{}.{}` is never `{text}`", path.object, path.field))
                .with_hint(format!("it is one of {}", listed(&choice.options))))
        }
        _ => Ok(()),
    }
}

fn term_sort(term: &Term, expression: &Expression, plan: &Plan) -> Sort {
    match term {
        Term::Number(_) | Term::Arithmetic(..) | Term::Size(_) => Sort::Number,
        Term::Text(_) => Sort::Text,
        Term::Path(path) => {
            let field = expression.paths().get(*path).and_then(|path| field_of(plan, path));
            field.map_or(Sort::Object, |field| sort_of(&field.kind))
        }
        _ => Sort::Boolean,
    }
}

fn need(found: Sort, wanted: Sort, term: &Term, expression: &Expression) -> Result<()> {
    if found == wanted {
        return Ok(());
    }
    Err(match term {
        Term::Path(path) => {
            let name = expression.paths().get(*path);
            let name = name.map_or_else(String::new, |path| format!("{}.{}", path.object, path.field));
            let wanted = if wanted == Sort::Boolean { "true or false" } else { "text" };
            fault(format!("`{name}` is not {wanted}"))
        }
        _ => mismatch(expression),
    })
}

fn mismatch(expression: &Expression) -> Error {
    fault(format!("`{expression}` compares things of different kinds"))
}

fn fault(message: String) -> Error {
    Error::new(ErrorCode::InvalidCondition, message)
}

fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
