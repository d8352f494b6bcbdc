//! Reads the supported part of CEL. Grammar and precedence are those of the CEL specification.

use super::term::{Arithmetic, Comparison, Expression, Number, Path, Search, Term};
use crate::error::{Error, ErrorCode, Result};

/// Longest condition, in bytes.
const MAX_BYTES: usize = 4_096;
/// Deepest nesting.
const MAX_DEPTH: u32 = 40;
/// Words that CEL keeps for itself.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

/// Whether CEL keeps a word for itself, so that no object or field may have it as its name.
pub(super) fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

pub(super) fn parse(text: &str) -> Result<Expression> {
    if text.len() > MAX_BYTES {
        return Err(fault(text, &format!("it is longer than {MAX_BYTES} bytes")));
    }
    let tokens = tokens(text).map_err(|reason| fault(text, &reason))?;
    let mut parser = Parser { tokens, at: 0, paths: Vec::new(), depth: 0 };
    let root = parser.any_of().map_err(|reason| fault(text, &reason))?;
    if let Some(rest) = parser.peek() {
        return Err(fault(text, &format!("`{}` stands where it should end", rest.shown())));
    }
    if !is_logical(&root) {
        return Err(fault(text, "it is a value, not something that is true or false"));
    }
    Ok(Expression { root, paths: parser.paths })
}

fn is_logical(term: &Term) -> bool {
    !matches!(term, Term::Number(_) | Term::Text(_) | Term::Arithmetic(..) | Term::Size(_))
}

fn fault(text: &str, reason: &str) -> Error {
    let shown: String = text.chars().take(80).flat_map(char::escape_default).collect();
    Error::new(ErrorCode::InvalidCondition, format!("the condition `{shown}` cannot be read: {reason}"))
        .with_hint(
            "compare fields of the plan's data, for example `order.total > 5000 && order.in_stock == true`",
        )
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Name(String),
    Number(Number),
    Text(String),
    Sign(&'static str),
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Token::Name(name) => name.clone(),
            Token::Number(number) => number.value.to_string(),
            Token::Text(text) => text.chars().take(20).flat_map(char::escape_default).collect(),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}

const SIGNS: &[&str] =
    &["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "+", "-", "*"];

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = rest.trim_start();
        } else if first.is_ascii_alphabetic() || first == '_' {
            let (name, after) =
                split_while(rest, |character| character.is_ascii_alphanumeric() || character == '_');
            found.push(Token::Name(name.to_owned()));
            rest = after;
        } else if first.is_ascii_digit() {
            let (digits, after) =
                split_while(rest, |character| character.is_ascii_digit() || character == '.');
            let value: f64 = digits.parse().map_err(|_| format!("`{digits}` is not a number"))?;
            if value.abs() >= 9_007_199_254_740_992.0 {
                return Err(format!("`{digits}` is too large"));
            }
            found.push(Token::Number(Number { value, is_whole: !digits.contains('.') }));
            rest = after;
        } else if first == '\'' || first == '"' {
            let (content, after) = quoted_text(rest, first)?;
            found.push(Token::Text(content));
            rest = after;
        } else if let Some((sign, after)) =
            SIGNS.iter().find_map(|sign| Some((*sign, rest.strip_prefix(sign)?)))
        {
            found.push(Token::Sign(sign));
            rest = after;
        } else {
            return Err(format!("`{}` has no meaning there", first.escape_default()));
        }
    }
    Ok(found)
}

fn split_while(text: &str, keep: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|character| !keep(character)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn quoted_text(text: &str, quote: char) -> Result<(String, &str), String> {
    let mut content = String::new();
    let mut characters = text.chars();
    characters.next();
    loop {
        match characters.next() {
            None => return Err("a quoted text does not end".to_owned()),
            Some(character) if character == quote => return Ok((content, characters.as_str())),
            Some('\\') => match characters.next() {
                Some('n') => content.push('\n'),
                Some('r') => content.push('\r'),
                Some('t') => content.push('\t'),
                Some('u') => {
                    let digits: String = characters.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                    content.push(code.ok_or_else(|| format!("`\\u{digits}` is not a character"))?);
                }
                Some(character @ ('\\' | '\'' | '"' | '`' | '?')) => content.push(character),
                _ => return Err("a backslash in a quoted text is followed by something unknown".to_owned()),
            },
            Some(character) => content.push(character),
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    paths: Vec<Path>,
    depth: u32,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, sign: &str) -> bool {
        let stands = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign);
        if stands {
            self.at += 1;
        }
        stands
    }

    fn expect(&mut self, sign: &str) -> Result<(), String> {
        if self.take(sign) {
            return Ok(());
        }
        Err(match self.peek() {
            Some(found) => format!("`{sign}` is expected, `{}` came", found.shown()),
            None => format!("`{sign}` is expected at the end"),
        })
    }

    fn any_of(&mut self) -> Result<Term, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("it is nested deeper than {MAX_DEPTH} levels"));
        }
        let mut parts = vec![self.all_of()?];
        while self.take("||") {
            parts.push(self.all_of()?);
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Term::Or(logical(parts)?) })
    }

    fn all_of(&mut self) -> Result<Term, String> {
        let mut parts = vec![self.relation()?];
        while self.take("&&") {
            parts.push(self.relation()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Term::And(logical(parts)?) })
    }

    fn relation(&mut self) -> Result<Term, String> {
        let left = self.sum()?;
        let kind = match self.peek() {
            Some(Token::Sign("==")) => Comparison::Equal,
            Some(Token::Sign("!=")) => Comparison::NotEqual,
            Some(Token::Sign("<")) => Comparison::Less,
            Some(Token::Sign("<=")) => Comparison::LessOrEqual,
            Some(Token::Sign(">")) => Comparison::Greater,
            Some(Token::Sign(">=")) => Comparison::GreaterOrEqual,
            Some(Token::Name(name)) if name == "in" => {
                self.at += 1;
                return Ok(Term::In(Box::new(left), self.list()?));
            }
            _ => return Ok(left),
        };
        self.at += 1;
        let right = self.sum()?;
        Ok(Term::Compare(kind, Box::new(left), Box::new(right)))
    }

    fn list(&mut self) -> Result<Vec<Term>, String> {
        self.expect("[")?;
        let mut options = Vec::new();
        while !self.take("]") {
            if !options.is_empty() {
                self.expect(",")?;
            }
            options.push(self.sum()?);
        }
        Ok(options)
    }

    fn sum(&mut self) -> Result<Term, String> {
        let mut left = self.product()?;
        loop {
            let kind = match self.peek() {
                Some(Token::Sign("+")) => Arithmetic::Add,
                Some(Token::Sign("-")) => Arithmetic::Subtract,
                _ => return Ok(left),
            };
            self.at += 1;
            left = Term::Arithmetic(kind, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Term, String> {
        let mut left = self.unary()?;
        while self.take("*") {
            left = Term::Arithmetic(Arithmetic::Multiply, Box::new(left), Box::new(self.unary()?));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Term, String> {
        let mut negations = 0_u32;
        while self.take("!") {
            negations += 1;
            if negations > MAX_DEPTH {
                return Err("there are too many `!` in a row".to_owned());
            }
        }
        if negations == 0 && self.take("-") {
            return match self.primary()? {
                Term::Number(number) => Ok(Term::Number(Number { value: -number.value, ..number })),
                _ => Err("`-` may only stand before a number or between two".to_owned()),
            };
        }
        let mut term = self.primary()?;
        if negations > 0 && !is_logical(&term) {
            return Err("`!` stands before something that is not true or false".to_owned());
        }
        for _ in 0..negations {
            term = Term::Not(Box::new(term));
        }
        Ok(term)
    }

    fn primary(&mut self) -> Result<Term, String> {
        if self.take("(") {
            let inner = self.any_of()?;
            self.expect(")")?;
            return Ok(inner);
        }
        let token = self.peek().cloned();
        self.at += 1;
        match token {
            Some(Token::Number(number)) => Ok(Term::Number(number)),
            Some(Token::Text(text)) => Ok(Term::Text(text)),
            Some(Token::Name(name)) => self.named(&name),
            Some(found) => Err(format!("`{}` stands where a value is expected", found.shown())),
            None => Err("it ends where a value is expected".to_owned()),
        }
    }

    fn named(&mut self, name: &str) -> Result<Term, String> {
        match name {
            "true" => return Ok(Term::Boolean(true)),
            "false" => return Ok(Term::Boolean(false)),
            "has" | "size" if self.take("(") => {
                let inner = self.sum()?;
                self.expect(")")?;
                return match (name, inner) {
                    ("has", Term::Path(path)) => Ok(Term::Has(path)),
                    ("size", inner @ (Term::Path(_) | Term::Text(_))) => Ok(Term::Size(Box::new(inner))),
                    _ => Err(format!("`{name}` needs a field of a data object")),
                };
            }
            _ if is_reserved(name) => return Err(format!("`{name}` is not supported")),
            _ => {}
        }
        if !self.take(".") {
            return Err(format!("`{name}` is not a field; write `object.field`"));
        }
        let field = self.name()?;
        let path = Path { object: name.to_owned(), field };
        let number = self.paths.iter().position(|known| *known == path).unwrap_or_else(|| {
            self.paths.push(path);
            self.paths.len() - 1
        });
        let term = Term::Path(number);
        if !self.take(".") {
            return Ok(term);
        }
        let method = self.name()?;
        let search = match method.as_str() {
            "contains" => Search::Contains,
            "startsWith" => Search::StartsWith,
            "endsWith" => Search::EndsWith,
            _ => return Err(format!("`{method}` is not supported")),
        };
        self.expect("(")?;
        let part = self.sum()?;
        self.expect(")")?;
        Ok(Term::Search(search, Box::new(term), Box::new(part)))
    }

    fn name(&mut self) -> Result<String, String> {
        match self.peek().cloned() {
            Some(Token::Name(name)) if !is_reserved(&name) => {
                self.at += 1;
                Ok(name)
            }
            _ => Err("a name is expected after the dot".to_owned()),
        }
    }
}

fn logical(parts: Vec<Term>) -> Result<Vec<Term>, String> {
    if parts.iter().all(is_logical) {
        return Ok(parts);
    }
    Err("`&&` and `||` join only what is true or false".to_owned())
}
