//! The formats of JSON Schema and OpenAPI: whether a text or a number has one.

use serde_json::Number;

/// Whether a text has the format; formats that are not known hold always.
pub(super) fn holds(format: &str, text: &str) -> bool {
    match format {
        "date" => is_date(text),
        "time" => is_time(text),
        "date-time" => {
            text.split_once(['T', 't', ' ']).is_some_and(|(date, time)| is_date(date) && is_time(time))
        }
        "email" | "idn-email" => is_email(text),
        "hostname" | "idn-hostname" => is_host(text),
        "ipv4" => text.parse::<std::net::Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<std::net::Ipv6Addr>().is_ok(),
        "uri" | "iri" | "url" => is_uri(text) && has_scheme(text),
        "uri-reference" | "iri-reference" | "uri-template" => is_uri(text),
        "uuid" => is_uuid(text),
        "json-pointer" => text.is_empty() || text.starts_with('/'),
        "regex" => super::pattern::Pattern::new(text).is_readable(),
        "duration" => is_duration(text),
        _ => true,
    }
}

/// Whether a number has the format: the whole numbers of OpenAPI's format registry have a width. Formats that are not
/// known, and those of fractions, hold always.
pub(super) fn holds_number(format: &str, number: &Number) -> bool {
    let (low, high) = match format {
        "int32" => (i64::from(i32::MIN), i64::from(i32::MAX)),
        "int64" => (i64::MIN, i64::MAX),
        _ => return true,
    };
    match number.as_i64() {
        Some(whole) => (low..=high).contains(&whole),
        // Beyond i64, or written with a point. 2^63 is exact as a float, and what lies just beyond -2^63 is rounded to it.
        None => number.as_f64().is_some_and(|real| real > low as f64 - 1.0 && real < high as f64 + 1.0),
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let year = parts.next().and_then(|part| digits(part, 4));
    let month = parts.next().and_then(|part| digits(part, 2));
    let day = parts.next().and_then(|part| digits(part, 2));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// RFC 3339 `full-time`.
fn is_time(text: &str) -> bool {
    let Some(zone) = text.find(['Z', 'z', '+', '-']) else { return false };
    let (time, zone) = text.split_at(zone);
    let is_zone = zone.eq_ignore_ascii_case("z") || {
        let offset = zone.get(1..).unwrap_or_default();
        offset.split_once(':').is_some_and(|(hour, minute)| {
            digits(hour, 2).is_some_and(|hour| hour < 24)
                && digits(minute, 2).is_some_and(|minute| minute < 60)
        })
    };
    let (whole, fraction) = time.split_once('.').map_or((time, "0"), |(whole, fraction)| (whole, fraction));
    let mut parts = whole.splitn(3, ':').map(|part| digits(part, 2));
    let in_range = |part: Option<Option<u32>>, most: u32| part.flatten().is_some_and(|part| part <= most);
    let is_clock = in_range(parts.next(), 23) && in_range(parts.next(), 59) && in_range(parts.next(), 60);
    is_zone && is_clock && !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(local, host)| {
        !local.contains(char::is_whitespace)
            && local.split('.').all(|part| !part.is_empty())
            && (is_host(host) || host.starts_with('['))
    })
}

fn is_host(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        })
}

fn is_uri(text: &str) -> bool {
    let is_refused = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    !text.chars().any(is_refused) || (text.contains('{') && !text.contains(' '))
}

fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    })
}

fn is_uuid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let mut parts = text.split('-');
    lengths.iter().all(|length| {
        parts
            .next()
            .is_some_and(|part| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
    }) && parts.next().is_none()
}

/// ISO 8601 as RFC 3339, appendix A, has it.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let units = |text: &str, order: &str| {
        let mut allowed = order.chars();
        let mut number = false;
        text.chars().all(|letter| {
            if letter.is_ascii_digit() {
                number = true;
                return true;
            }
            std::mem::take(&mut number) && allowed.any(|unit| unit == letter)
        }) && !number
    };
    let is_weeks = date.ends_with('W') && time.is_none() && units(date, "W");
    let is_time = time.is_none_or(|time| !time.is_empty() && units(time, "HMS"));
    is_weeks || (!rest.is_empty() && units(date, "YMD") && is_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_the_width_that_their_format_says() {
        let number = |text: &str| serde_json::from_str::<Number>(text).unwrap();
        for (format, good, bad) in [
            ("int32", ["2147483647", "-2147483648", "2e9"], ["2147483648", "-2147483649", "3e9"]),
            (
                "int64",
                ["9223372036854775807", "-9223372036854775808", "9e18"],
                ["9223372036854775808", "-9223372036854775809", "1e19"],
            ),
        ] {
            for text in good {
                assert!(holds_number(format, &number(text)), "{text} as {format}");
            }
            for text in bad {
                assert!(!holds_number(format, &number(text)), "{text} as {format}");
            }
        }
        assert!(holds_number("float", &number("1e300")));
    }

    #[test]
    fn formats_are_told_from_what_only_looks_like_them() {
        for (format, yes, no) in [
            ("date", "2024-02-29", "2023-02-29"),
            ("time", "23:59:60Z", "24:00:00Z"),
            ("date-time", "1985-04-12T23:20:50.52+01:00", "1985-04-12"),
            ("email", "joe.bloggs@example.com", "2962"),
            ("hostname", "www.example.com", "-bad.example"),
            ("ipv4", "192.168.0.1", "256.0.0.1"),
            ("ipv6", "::1", "12345::"),
            ("uri", "http://foo.bar/?baz=qux#quux", "//foo.bar"),
            ("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08-aa98-11ea-b4aa73b441d16380"),
            ("duration", "P4DT12H30M5S", "P1D2H"),
            ("regex", "^a+$", "^(a"),
        ] {
            assert!(holds(format, yes), "{format} {yes}");
            assert!(!holds(format, no), "{format} {no}");
        }
    }
}
