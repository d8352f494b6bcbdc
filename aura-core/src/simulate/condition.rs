//! Conditions in CEL over the synthetic data of a case.
//!
//! The `cel` crate parses. What people usually write (comparisons of fields with values, joined by and, or,
//! not) becomes a small tree that is evaluated in some nanoseconds; anything else is left to the crate's own
//! interpreter, over the same values. A condition that cannot be evaluated for a case does not hold, and the
//! run says so.

use std::collections::BTreeMap;

use cel::common::ast::{Expr, LiteralValue, operators};

use crate::error::{Error, ErrorCode, Result};

use super::data::Value;

/// Longest condition, in bytes.
const LONGEST: usize = 4_096;
/// Deepest nesting of brackets and prefix operators: the parser works recursively.
const DEEPEST: usize = 64;

/// A condition, ready to be evaluated.
#[derive(Debug)]
pub(super) enum Test {
    /// Evaluated here.
    Plain(Node),
    /// Evaluated by the interpreter of the `cel` crate.
    Full(Box<cel::Program>),
}

#[derive(Debug)]
pub(super) enum Node {
    Literal(Value),
    Field(usize),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    In(Box<Node>, Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Parses a condition. `field` finds the number of an object's field.
///
/// # Errors
/// `invalid_condition` where it is too long, not CEL, or about something that the plan does not have.
pub(super) fn parse(expression: &str, field: &mut dyn FnMut(&str, &str) -> Option<usize>) -> Result<Test> {
    check_form(expression)?;
    let program = cel::Program::compile(expression).map_err(|errors| {
        invalid(expression, "is not a valid condition").with_context("parser", errors)
    })?;
    let mut unknown = None;
    let plain = plain(&program.expression().expr, &mut |object, name| {
        let found = field(object, name);
        if found.is_none() && unknown.is_none() {
            unknown = Some(format!("{object}.{name}"));
        }
        found
    });
    if let Some(name) = unknown {
        return Err(invalid(expression, &format!("asks for `{name}`, which the plan's data does not have")));
    }
    match plain {
        Some(node) => Ok(Test::Plain(node)),
        None => {
            // The interpreter needs the fields too: every `object.field` in the text is asked for.
            let mut missing = None;
            walk_fields(&program.expression().expr, &mut |object, name| {
                if field(object, name).is_none() {
                    missing = Some(format!("{object}.{name}"));
                }
            });
            match missing {
                Some(name) => {
                    Err(invalid(expression, &format!("asks for `{name}`, which the plan's data does not have")))
                }
                None => Ok(Test::Full(Box::new(program))),
            }
        }
    }
}

impl Test {
    /// Whether the condition holds; `None` where it cannot be evaluated.
    ///
    /// `value` gives the value of a field, `all` the names and values of all fields, for the interpreter.
    pub(super) fn holds(
        &self,
        value: &mut dyn FnMut(usize) -> Value,
        all: &mut dyn FnMut() -> BTreeMap<String, BTreeMap<String, Value>>,
    ) -> Option<bool> {
        match self {
            Test::Plain(node) => match evaluate(node, value) {
                Value::Bool(holds) => Some(holds),
                _ => None,
            },
            Test::Full(program) => {
                let mut context = cel::Context::default();
                for (object, fields) in all() {
                    context.add_variable_from_value(object, cel::to_value(&fields).ok()?);
                }
                match program.execute(&context) {
                    Ok(cel::Value::Bool(holds)) => Some(holds),
                    _ => None,
                }
            }
        }
    }
}


fn plain(expression: &Expr, field: &mut dyn FnMut(&str, &str) -> Option<usize>) -> Option<Node> {
    match expression {
        Expr::Literal(literal) => Some(Node::Literal(match literal {
            LiteralValue::Boolean(value) => Value::Bool(*value.inner()),
            LiteralValue::Int(value) => Value::Int(*value.inner()),
            LiteralValue::Double(value) => Value::Float(*value.inner()),
            LiteralValue::String(value) => Value::Text(value.inner().into()),
            _ => return None,
        })),
        Expr::Select(select) if !select.test => match &select.operand.expr {
            Expr::Ident(object) => field(object, &select.field).map(Node::Field),
            _ => None,
        },
        Expr::Call(call) if call.target.is_none() => {
            if let ("@in", [item, list]) = (call.func_name.as_str(), call.args.as_slice())
                && let Expr::List(list) = &list.expr
            {
                let item = plain(&item.expr, field)?;
                let list: Option<Vec<_>> = list.elements.iter().map(|e| plain(&e.expr, field)).collect();
                return Some(Node::In(Box::new(item), list?));
            }
            let mut arguments = call.args.iter().map(|argument| plain(&argument.expr, field).map(Box::new));
            let first = arguments.next()??;
            if call.func_name == operators::LOGICAL_NOT {
                return Some(Node::Not(first));
            }
            let mut result = first;
            // The parser joins a chain of and, or of or, in one call or in nested ones.
            for second in arguments {
                let second = second?;
                result = Box::new(match call.func_name.as_str() {
                    operators::LOGICAL_AND => Node::And(result, second),
                    operators::LOGICAL_OR => Node::Or(result, second),
                    operator => Node::Compare(comparison(operator)?, result, second),
                });
            }
            match *result {
                node @ (Node::And(..) | Node::Or(..) | Node::Compare(..)) => Some(node),
                _ => None,
            }
        }
        _ => None,
    }
}

fn comparison(operator: &str) -> Option<Comparison> {
    Some(match operator {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::NotEqual,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

fn evaluate(node: &Node, value: &mut dyn FnMut(usize) -> Value) -> Value {
    match node {
        Node::Literal(literal) => literal.clone(),
        Node::Field(field) => value(*field),
        Node::Not(inner) => match evaluate(inner, value) {
            Value::Bool(holds) => Value::Bool(!holds),
            _ => Value::Missing,
        },
        // As CEL has it: one side that decides is enough, even where the other cannot be evaluated.
        Node::And(left, right) => match (evaluate(left, value), evaluate(right, value)) {
            (Value::Bool(false), _) | (_, Value::Bool(false)) => Value::Bool(false),
            (Value::Bool(true), Value::Bool(true)) => Value::Bool(true),
            _ => Value::Missing,
        },
        Node::Or(left, right) => match (evaluate(left, value), evaluate(right, value)) {
            (Value::Bool(true), _) | (_, Value::Bool(true)) => Value::Bool(true),
            (Value::Bool(false), Value::Bool(false)) => Value::Bool(false),
            _ => Value::Missing,
        },
        Node::Compare(comparison, left, right) => {
            let (left, right) = (evaluate(left, value), evaluate(right, value));
            compare(*comparison, &left, &right)
        }
        Node::In(item, list) => {
            let item = evaluate(item, value);
            let found = list.iter().any(|entry| {
                compare(Comparison::Equal, &item, &evaluate(entry, value)) == Value::Bool(true)
            });
            if item == Value::Missing { Value::Missing } else { Value::Bool(found) }
        }
    }
}

fn compare(comparison: Comparison, left: &Value, right: &Value) -> Value {
    use std::cmp::Ordering;
    let ordering = match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Int(left), Value::Int(right)) => Some(left.cmp(right)),
        (Value::Int(left), Value::Float(right)) => (*left as f64).partial_cmp(right),
        (Value::Float(left), Value::Int(right)) => left.partial_cmp(&(*right as f64)),
        (Value::Float(left), Value::Float(right)) => left.partial_cmp(right),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        _ => None,
    };
    let Some(ordering) = ordering else {
        return Value::Missing;
    };
    Value::Bool(match comparison {
        Comparison::Equal => ordering == Ordering::Equal,
        Comparison::NotEqual => ordering != Ordering::Equal,
        Comparison::Less => ordering == Ordering::Less,
        Comparison::LessOrEqual => ordering != Ordering::Greater,
        Comparison::Greater => ordering == Ordering::Greater,
        Comparison::GreaterOrEqual => ordering != Ordering::Less,
    })
}

/// Calls `found` with every `object.field` in an expression, as far as plain calls, lists and selections go.
fn walk_fields(expression: &Expr, found: &mut dyn FnMut(&str, &str)) {
    match expression {
        Expr::Select(select) => match &select.operand.expr {
            Expr::Ident(object) => found(object, &select.field),
            inner => walk_fields(inner, found),
        },
        Expr::Call(call) => {
            call.target.iter().for_each(|target| walk_fields(&target.expr, found));
            call.args.iter().for_each(|argument| walk_fields(&argument.expr, found));
        }
        Expr::List(list) => list.elements.iter().for_each(|element| walk_fields(&element.expr, found)),
        Expr::Comprehension(all) => walk_fields(&all.iter_range.expr, found),
        _ => {}
    }
}

/// Refuses what the recursive parser should not see.
fn check_form(expression: &str) -> Result<()> {
    if expression.len() > LONGEST {
        return Err(Error::new(
            ErrorCode::InvalidCondition,
            format!("a condition has {} bytes, the limit is {LONGEST}", expression.len()),
        ));
    }
    let (mut depth, mut deepest, mut prefixes) = (0_usize, 0, 0);
    for character in expression.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '!' | '-' | '?' => prefixes += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest + prefixes > DEEPEST {
        return Err(invalid(expression, "is nested too deeply"));
    }
    Ok(())
}

fn invalid(expression: &str, what: &str) -> Error {
    let shown: String = expression.chars().take(80).filter(|character| !character.is_control()).collect();
    Error::new(ErrorCode::InvalidCondition, format!("`{shown}` {what}"))
        .with_hint("compare fields of the plan's data with values, for example `order.total > 100`")
}
