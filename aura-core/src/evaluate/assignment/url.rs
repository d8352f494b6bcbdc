//! Experiments that depend on the page's address: forced by its query, limited to it, redirecting from it.

use regex::RegexBuilder;
use serde::{Deserialize, Serialize};

use super::model::{Context, UrlPattern};
use super::run::{Decision, run};
use super::sticky::StickyBuckets;
use crate::error::Result;

/// Where one person is sent by one experiment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Redirect {
    /// Whether the person counts for the analysis.
    pub in_experiment: bool,
    /// The address of the variation.
    pub url_redirect: String,
    /// The address to go to, with what is kept of the present query.
    pub url_with_params: String,
}

/// The redirects of this person's experiments, in order.
///
/// # Errors
/// `limit_loop` as [`assign`](super::assign).
pub fn redirect(context: &Context, sticky: Option<&mut StickyBuckets>) -> Result<Vec<Redirect>> {
    let mut decision = Decision::new(context, sticky);
    let mut redirects = Vec::new();
    for experiment in &context.experiments {
        let assignment = run(&mut decision, experiment, None, &mut Vec::new())?;
        let Some(target) = assignment.value.get("urlRedirect").and_then(|target| target.as_str()) else {
            continue;
        };
        if !assignment.in_experiment {
            continue;
        }
        let keeps = experiment.persist_query_string == Some(true);
        let present = context.url.as_deref().filter(|_| keeps);
        redirects.push(Redirect {
            in_experiment: true,
            url_redirect: target.to_owned(),
            url_with_params: present.map_or_else(|| target.to_owned(), |present| merge(present, target)),
        });
    }
    Ok(redirects)
}

/// The variation that the query of an address asks for, for example `?my-test=1`.
pub fn query_override(key: &str, address: &str, variations: usize) -> Option<usize> {
    let query = address.split('?').nth(1)?;
    let query = query.split('#').next()?;
    let value = query.split('&').find_map(|part| part.strip_prefix(key)?.strip_prefix('='))?;
    let end = value.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(value.len());
    let number: usize = value.get(..end)?.parse().ok()?;
    (number < variations).then_some(number)
}

/// Whether an address fits: none of the patterns that leave out, and one of those that include where there are any.
pub(super) fn is_targeted(address: &str, patterns: &[UrlPattern]) -> bool {
    let fits = |pattern: &&UrlPattern| match pattern.kind.as_str() {
        "simple" => simple(address, &pattern.pattern),
        "regex" => {
            let built = RegexBuilder::new(&pattern.pattern).size_limit(1 << 20).build();
            built.is_ok_and(|regex| regex.is_match(address) || regex.is_match(Parts::read(address).rest))
        }
        _ => false,
    };
    let mut including = patterns.iter().filter(|pattern| pattern.include).peekable();
    let is_left_out = patterns.iter().filter(|pattern| !pattern.include).any(|pattern| fits(&pattern));
    !patterns.is_empty()
        && !is_left_out
        && (including.peek().is_none() || including.any(|pattern| fits(&pattern)))
}

struct Parts<'a> {
    host: Option<&'a str>,
    path: &'a str,
    query: &'a str,
    fragment: &'a str,
    /// Everything after the host.
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn read(address: &'a str) -> Self {
        let (host, rest) = match address.split_once("://") {
            Some((_, after)) => {
                let end = after.find(['/', '?', '#']).unwrap_or(after.len());
                (after.get(..end), after.get(end..).unwrap_or(""))
            }
            None => (None, address),
        };
        let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = before.split_once('?').unwrap_or((before, ""));
        Parts { host, path, query, fragment, rest }
    }

    fn parameters(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.query
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| part.split_once('=').unwrap_or((part, "")))
    }
}

/// A pattern of address parts in which `*` stands for anything. A pattern without a host fits every host.
fn simple(address: &str, pattern: &str) -> bool {
    let actual = Parts::read(address);
    let starts_with_host = pattern.contains("://")
        || pattern.split(['/', '?', '#']).next().is_some_and(|head| head.contains('.'));
    let complete;
    let wanted = if starts_with_host && !pattern.contains("://") {
        complete = format!("https://{pattern}");
        Parts::read(&complete)
    } else {
        Parts::read(pattern)
    };
    let same_host = wanted.host.is_none_or(|host| wildcard(actual.host.unwrap_or(""), host));
    let trim = |path: &'_ str| path.trim_matches('/').to_owned();
    let same_path = wildcard(&trim(actual.path), &trim(wanted.path));
    let same_fragment = wanted.fragment.is_empty() || wildcard(actual.fragment, wanted.fragment);
    let same_query = wanted.parameters().all(|(name, value)| {
        let found = actual.parameters().find(|(present, _)| *present == name);
        wildcard(found.map_or("", |(_, present)| present), value)
    });
    same_host && same_path && same_fragment && same_query
}

/// Whether a text fits a pattern in which `*` stands for anything, whatever the case of the letters.
fn wildcard(text: &str, pattern: &str) -> bool {
    let (text, pattern) = (text.to_lowercase(), pattern.to_lowercase());
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

/// The target with those parameters of the present address that it does not set itself.
fn merge(present: &str, target: &str) -> String {
    let (before, fragment) =
        target.split_once('#').map_or((target, None), |(before, after)| (before, Some(after)));
    let set = Parts::read(before);
    let mut merged = before.to_owned();
    for (name, value) in Parts::read(present).parameters() {
        if set.parameters().any(|(known, _)| known == name) {
            continue;
        }
        merged.push(if merged.contains('?') { '&' } else { '?' });
        merged.push_str(name);
        merged.push('=');
        merged.push_str(value);
    }
    if let Some(fragment) = fragment {
        merged.push('#');
        merged.push_str(fragment);
    }
    merged
}
