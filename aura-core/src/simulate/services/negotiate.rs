//! Which status, which example and which media type a caller prefers.

use super::check::fits_media;
use super::message::{Request, is_json};
use super::operation::{Answer, Content};

/// What a caller asks for by `Prefer` (RFC 7240) or by the query.
#[derive(Debug, Default)]
pub(super) struct Preference {
    pub code: Option<u16>,
    pub example: Option<String>,
}

impl Preference {
    pub(super) fn of(request: &Request) -> Preference {
        let mut preference = Preference::default();
        let mut take = |name: &str, value: &str| {
            let value = value.trim().trim_matches('"');
            match name.trim() {
                "code" | "__code" => preference.code = value.parse().ok(),
                "example" | "__example" => preference.example = Some(value.to_owned()),
                _ => {}
            }
        };
        for (name, value) in request.query().iter().filter(|(name, _)| name.starts_with("__")) {
            take(name, value);
        }
        let prefer = request.header("prefer").unwrap_or_default();
        for part in prefer.split([',', ';']) {
            if let Some((name, value)) = part.split_once('=') {
                take(name, value);
            }
        }
        preference
    }
}

/// The content that suits the `Accept` header best (RFC 9110, section 12.5.1); `None` where none does.
pub(super) fn content<'a>(answer: &'a Answer, request: &Request) -> Option<&'a Content> {
    let accept = request.header("accept").map(str::trim).unwrap_or_default();
    if accept.is_empty() {
        return answer.contents.iter().find(|content| is_json(&content.media)).or(answer.contents.first());
    }
    let mut ranges: Vec<(f64, &str)> = accept
        .split(',')
        .map(|part| {
            let quality = part.split(';').find_map(|it| it.trim().strip_prefix("q="));
            let range = part.split(';').next().unwrap_or(part).trim();
            (quality.and_then(|it| it.parse().ok()).unwrap_or(1.0), range)
        })
        .filter(|(quality, _)| *quality > 0.0)
        .collect();
    // Equal ones stay in the order of the caller.
    ranges.sort_by(|left, right| right.0.total_cmp(&left.0));
    ranges.iter().find_map(|(_, range)| {
        answer
            .contents
            .iter()
            .find(|content| fits_media(range, &content.media) || fits_media(&content.media, range))
    })
}
