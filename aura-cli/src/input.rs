//! Reads what the user gives: text, files, standard input, and answers like `q1=b`.

use std::io::{IsTerminal, Read};
use std::path::Path;

use aura_core::domain::id::QuestionId;
use aura_core::domain::question::Answer;
use aura_core::limits::Limits;
use aura_core::{Error, ErrorCode, Result};

/// The text of a goal: from a file where the argument names one, from standard input for `-` or where nothing is
/// given and something is piped in, else the argument itself. `None` where there is nothing at all.
pub(crate) fn goal(argument: Option<&str>, limits: &Limits) -> Result<Option<String>> {
    match argument {
        None if std::io::stdin().is_terminal() => Ok(None),
        None => {
            let text = text(standard_input(limits.goal_bytes)?, "standard input")?;
            Ok(if text.is_empty() { None } else { Some(text) })
        }
        Some("-") => text(standard_input(limits.goal_bytes)?, "standard input").map(Some),
        Some(given) if is_file(given) => file(Path::new(given), limits.goal_bytes).map(Some),
        Some(given) if looks_like_path(given) => Err(missing(given)),
        Some(given) => Ok(Some(given.to_owned())),
    }
}

/// The text of a file.
pub(crate) fn file(path: &Path, limit: u64) -> Result<String> {
    let shown = path.display();
    let unreadable = |error: std::io::Error| {
        Error::new(ErrorCode::NotFound, format!("`{shown}` cannot be read: {}", plain(&error)))
            .with_source(error)
    };
    let opened = std::fs::File::open(path).map_err(unreadable)?;
    let bytes = limited(opened, limit).map_err(unreadable)?;
    Limits::check_input(&format!("`{shown}`"), bytes.len(), limit)?;
    text(bytes, &format!("`{shown}`"))
}

/// An error of the operating system in a few lower-case words.
pub(crate) fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you may not access it".to_owned(),
        std::io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        std::io::ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
        kind => kind.to_string(),
    }
}

/// Answers like `q1=b` or `q2=60 %`.
pub(crate) fn answers(given: &[String]) -> Result<Vec<Answer>> {
    given
        .iter()
        .map(|pair| {
            let (question, answer) = pair.split_once('=').ok_or_else(|| {
                Error::new(ErrorCode::InvalidAnswer, format!("`{pair}` is not of the form QUESTION=ANSWER"))
                    .with_hint("for example `--answer q1=b`")
            })?;
            Ok(Answer {
                question: QuestionId::new(question.trim())?,
                code: String::new(),
                answer: answer.trim().to_owned(),
            })
        })
        .collect()
}

/// A pair like `name=0.5`.
pub(crate) fn number_pair(given: &str) -> Result<(String, f64)> {
    let parts =
        given.split_once('=').and_then(|(name, value)| Some((name.trim(), value.trim().parse().ok()?)));
    parts
        .map(|(name, value): (&str, f64)| (name.to_owned(), value))
        .filter(|pair| pair.1.is_finite())
        .ok_or_else(|| {
            Error::new(ErrorCode::InvalidRequest, format!("`{given}` is not of the form NAME=NUMBER"))
                .with_hint("for example `--set assume_pay_gives_up=0.02`")
        })
}

fn is_file(given: &str) -> bool {
    given.len() < 4096 && !given.contains('\n') && Path::new(given).is_file()
}

/// Whether somebody who typed this surely meant a file: one word that ends like one.
fn looks_like_path(given: &str) -> bool {
    let has_ending = [".md", ".txt", ".json", ".feature"].iter().any(|ending| given.ends_with(ending));
    has_ending && !given.contains(char::is_whitespace)
}

fn missing(given: &str) -> Error {
    Error::new(ErrorCode::NotFound, format!("there is no file `{given}`"))
        .with_hint("give an existing file, or the goal itself in quotes")
}

fn standard_input(limit: u64) -> Result<Vec<u8>> {
    let bytes = limited(std::io::stdin().lock(), limit).map_err(|error| {
        Error::new(ErrorCode::NotFound, format!("standard input cannot be read: {}", plain(&error)))
            .with_source(error)
    })?;
    Limits::check_input("standard input", bytes.len(), limit)?;
    Ok(bytes)
}

/// Reads one byte more than the limit at most, so that a reader sees that there was more.
fn limited(reader: impl Read, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        Error::new(ErrorCode::InvalidText, format!("{name} is not text"))
            .with_context("first_bad_byte", error.utf8_error().valid_up_to())
            .with_hint("save it as UTF-8 text")
    })
}
