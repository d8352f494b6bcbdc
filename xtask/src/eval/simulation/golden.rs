//! Golden cases of another mock server: a description, a command, the expected answer.
//!
//! Judged are the status and, where they are given, the media type and the body. Bodies that are that server's own
//! wording (its problem documents, its placeholder texts) and cases that need its own switches or another server are
//! counted too, so the row lists them by name.

use std::path::PathBuf;

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::services::{Mock, Request};
use serde_json::Value;

use super::mocks::row;
use crate::eval::Row;

/// Cases of version 3 among the files.
pub(super) fn measure(paths: &[PathBuf]) -> Row {
    let mut outcomes = Vec::new();
    for path in paths {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let parts = parts(&text);
        let spec = part(&parts, "spec");
        let is_third = spec.contains("openapi: 3")
            || spec.contains("openapi: \"3")
            || spec.contains("openapi: '3")
            || spec.contains("\"openapi\"");
        if !is_third || part(&parts, "server").contains("proxy") {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        outcomes.push(one(&parts).map_err(|reason| format!("{name}: {reason}")));
    }
    row("golden cases of another mock server".to_owned(), outcomes)
}

fn parts(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("====").and_then(|rest| rest.strip_suffix("====")) {
            Some(name) => parts.push((name.to_owned(), String::new())),
            None => {
                if let Some((_, body)) = parts.last_mut() {
                    body.push_str(line);
                    body.push('\n');
                }
            }
        }
    }
    parts
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    parts.iter().find(|(own, _)| own == name).map_or("", |(_, body)| body.as_str())
}

fn one(parts: &[(String, String)]) -> Result<(), String> {
    let mut mock =
        Mock::new(part(parts, "spec"), Seed(1), &Limits::default()).map_err(|error| error.to_string())?;
    let request = command(part(parts, "command"))?;
    let response = mock.respond(&request);
    let (expected, is_loose) = match part(parts, "expect") {
        "" => (part(parts, "expect-loose"), true),
        exact => (exact, false),
    };
    let (head, body) = expected.trim().split_once("\n\n").unwrap_or((expected.trim(), ""));
    let status = head.split_whitespace().nth(1).unwrap_or_default();
    if status != response.status.to_string() {
        return Err(format!("status {} instead of {status}", response.status));
    }
    let media = head.lines().find_map(|line| line.strip_prefix("content-type: "));
    if let Some(media) = media.filter(|media| response.header("content-type") != Some(media)) {
        return Err(format!("{:?} instead of {media}", response.header("content-type")));
    }
    let own = String::from_utf8_lossy(&response.body);
    let is_same = serde_json::from_str::<Value>(&own).ok() == serde_json::from_str(body).ok()
        && own.starts_with('{')
        || own.trim() == body.trim();
    if is_loose || body.is_empty() || is_same {
        return Ok(());
    }
    Err(format!(
        "`{}` instead of `{}`",
        own.chars().take(60).collect::<String>(),
        body.chars().take(60).collect::<String>()
    ))
}

/// Reads a command line of `curl`.
fn command(line: &str) -> Result<Request, String> {
    let mut words = words(&line.replace("\\\n", " ")).into_iter();
    let mut request = Request::new("GET", "");
    let mut is_post = false;
    let mut form = Vec::new();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or("a value is missing");
        match word.as_str() {
            "-X" | "--request" => request.method = value()?,
            "-H" | "--header" => {
                let header = value()?;
                let (name, content) = header.split_once(':').ok_or("a header has no colon")?;
                request.headers.push((name.to_owned(), content.trim().to_owned()));
            }
            "-d" | "--data" | "--data-raw" => {
                is_post = true;
                request.body = value()?.into_bytes();
            }
            "-F" => form.push(value()?),
            "--head" | "-I" => request.method = "HEAD".to_owned(),
            "-sIXGET" => request.method = "GET".to_owned(),
            "--url" => request.target = target(&value()?),
            other if other.starts_with("http") => request.target = target(other),
            _ => {}
        }
    }
    if !form.is_empty() {
        let part = |field: &String| {
            let (name, text) = field.split_once('=').unwrap_or((field, ""));
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
        };
        request.body = (form.iter().map(part).collect::<String>() + "--x--\r\n").into_bytes();
        request.headers.retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
        request = request.with_header("content-type", "multipart/form-data; boundary=x");
        is_post = true;
    }
    let has = |name: &str| request.headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
    let (has_media, has_accept) = (has("content-type"), has("accept"));
    if is_post && !has_media {
        request = request.with_header("content-type", "application/x-www-form-urlencoded");
    }
    if !has_accept {
        request = request.with_header("accept", "*/*");
    }
    if is_post && request.method == "GET" && !line.contains("GET") {
        request.method = "POST".to_owned();
    }
    Ok(request)
}

fn target(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| rest.split_at(at).1).to_owned()
}

/// The words of a command line, with quotes taken off.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut is_open) = (Vec::new(), String::new(), None, false);
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (None, '\\') => word.extend(letters.next()),
            (None, '\'' | '"') => {
                quote = Some(letter);
                is_open = true;
            }
            (Some(open), letter) if open == letter => quote = None,
            (None, letter) if letter.is_whitespace() => {
                if is_open || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                is_open = false;
            }
            (_, letter) => word.push(letter),
        }
    }
    if is_open || !word.is_empty() {
        words.push(word);
    }
    words
}
