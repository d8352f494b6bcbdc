//! Which path of a description a request is for. Concrete parts win over templates.

use serde_json::Value;

use super::super::schema::decode;
use super::description::{At, Description, METHODS};

/// One path of a description.
#[derive(Debug, Clone)]
pub(super) struct Route {
    /// As it is written, for example `/pets/{id}`.
    pub template: String,
    segments: Vec<Vec<Piece>>,
    pub methods: Vec<&'static str>,
}

#[derive(Debug, Clone)]
enum Piece {
    Fixed(String),
    Named(String),
}

/// A route that fits, with the values of its parameters.
#[derive(Debug)]
pub(super) struct Found {
    pub place: usize,
    pub values: Vec<(String, String)>,
    /// The path without what comes from the server's address.
    pub path: String,
}

/// How well a route fits (less is better), and the values of its parameters.
type Fit = (Vec<u8>, Vec<(String, String)>);

/// All paths of a description.
#[derive(Debug, Clone)]
pub(super) struct Routes {
    pub all: Vec<Route>,
    bases: Vec<String>,
}

impl Routes {
    pub(super) fn new(description: &Description) -> Routes {
        let paths = description.document.get("paths").and_then(Value::as_object);
        let all = paths
            .into_iter()
            .flatten()
            .map(|(template, item)| {
                let item = description.resolved(At { pointer: String::new(), value: item }).value;
                let methods = METHODS.into_iter().filter(|method| item.get(*method).is_some()).collect();
                Route::new(template, methods)
            })
            .collect();
        let servers = description.document.get("servers").and_then(Value::as_array);
        let bases = servers
            .into_iter()
            .flatten()
            .filter_map(|server| server.get("url")?.as_str())
            .map(|url| {
                let path = url
                    .split_once("://")
                    .map_or(url, |(_, rest)| rest.find('/').map_or("", |at| rest.split_at(at).1));
                path.trim_end_matches('/').to_owned()
            })
            .filter(|base| base.starts_with('/'))
            .collect();
        Routes { all, bases }
    }

    /// The best route for a path and a method in small letters; the path may be in the words of the server's address or without them.
    pub(super) fn find(&self, path: &str, method: &str) -> Option<Found> {
        self.bases
            .iter()
            .filter_map(|base| {
                path.strip_prefix(base.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .chain([path])
            .find_map(|path| self.best(if path.is_empty() { "/" } else { path }, method))
    }

    fn best(&self, path: &str, method: &str) -> Option<Found> {
        let parts: Vec<String> = path.split('/').map(decode).collect();
        let mut best: Option<(Vec<u8>, Found)> = None;
        for (place, route) in self.all.iter().enumerate() {
            let Some((mut rank, values)) = route.fit(&parts) else { continue };
            // Of equal ones the one that has the method.
            rank.push(u8::from(!route.methods.contains(&method)));
            if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                best = Some((rank, Found { place, values, path: path.to_owned() }));
            }
        }
        best.map(|(_, found)| found)
    }
}

impl Route {
    fn new(template: &str, methods: Vec<&'static str>) -> Route {
        let segments = template.split('/').map(pieces).collect();
        Route { template: template.to_owned(), segments, methods }
    }

    /// The name of the last parameter, where the path ends in one.
    pub(super) fn last_name(&self) -> Option<&str> {
        match self.segments.last()?.as_slice() {
            [Piece::Named(name)] => Some(name),
            _ => None,
        }
    }

    /// How well the path fits (less is better), and the values.
    fn fit(&self, parts: &[String]) -> Option<Fit> {
        if parts.len() != self.segments.len() {
            return None;
        }
        let differs = |(segment, part): (&Vec<Piece>, &String)| match segment.as_slice() {
            [] => !part.is_empty(),
            [Piece::Fixed(fixed)] => fixed != part,
            _ => false,
        };
        if self.segments.iter().zip(parts).any(differs) {
            return None;
        }
        let mut rank = Vec::new();
        let mut values = Vec::new();
        for (segment, part) in self.segments.iter().zip(parts) {
            rank.push(match segment.as_slice() {
                [] if part.is_empty() => 0,
                [Piece::Fixed(fixed)] if fixed == part => 0,
                [Piece::Named(name)] => {
                    values.push((name.clone(), part.clone()));
                    if part.is_empty() { 3 } else { 2 }
                }
                mixed if mixed.len() > 1 => {
                    take(mixed, part, &mut values)?;
                    1
                }
                _ => return None,
            });
        }
        Some((rank, values))
    }
}

fn pieces(segment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Fixed(before.to_owned()));
        }
        pieces.push(Piece::Named(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Fixed(rest.to_owned()));
    }
    pieces
}

/// Matches a segment such as `{name}.{ending}`: each parameter takes as little as it can.
fn take(pieces: &[Piece], part: &str, values: &mut Vec<(String, String)>) -> Option<()> {
    let mut rest = part;
    let mut waiting: Option<&String> = None;
    for piece in pieces {
        match piece {
            Piece::Named(name) => waiting = Some(name),
            Piece::Fixed(fixed) => {
                let (before, after) = rest.split_once(fixed.as_str())?;
                match waiting.take() {
                    Some(name) if !before.is_empty() => values.push((name.clone(), before.to_owned())),
                    None if before.is_empty() => {}
                    _ => return None,
                }
                rest = after;
            }
        }
    }
    match waiting {
        Some(name) if !rest.is_empty() => values.push((name.clone(), rest.to_owned())),
        None if rest.is_empty() => {}
        _ => return None,
    }
    Some(())
}

/// A text as it may stand in a path or a query.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:@,".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
