//! What the name of a property suggests: its type and its text.

use crate::random::Stream;
use crate::simulate::locale::{self, Locale};
use crate::simulate::words::{self, WORDS, capital, pick};

use super::super::node::Types;
use super::super::topic::{Hint, Topic};

/// The type of a value that nothing else is known of.
pub(super) fn likely_type(hint: Hint) -> Types {
    match hint.itself {
        Topic::Age | Topic::Count | Topic::Port | Topic::Year => Types::INTEGER,
        Topic::Money | Topic::Percent | Topic::Latitude | Topic::Longitude => Types::FRACTION,
        Topic::Flag => Types::BOOLEAN,
        _ => Types::STRING,
    }
}

/// A name for a property of an open object.
pub(super) fn key(stream: &mut Stream, attempt: u64) -> String {
    let word = pick(&WORDS, stream);
    if attempt < 8 { word.to_owned() } else { format!("{word}{attempt}") }
}

/// A text that suits a name.
pub(super) fn text(hint: Hint, locale: Locale, stream: &mut Stream) -> String {
    let number = stream.next_u64();
    let first = locale.first_name(stream);
    match hint.itself {
        Topic::Email => locale::email(number, first),
        Topic::Phone => locale.phone(number),
        Topic::FirstName => first.to_owned(),
        Topic::LastName => locale.last_name(stream).to_owned(),
        Topic::Person => locale.person(first, stream),
        Topic::Company => locale.company(number, stream),
        Topic::City => locale.city(number, stream),
        Topic::Country => locale.country().to_owned(),
        Topic::Street => locale.street(number, stream),
        Topic::Postcode => locale.postcode(number),
        Topic::Currency => pick(&["EUR", "GBP", "INR", "JPY", "USD"], stream).to_owned(),
        Topic::Url => words::url(number, pick(&WORDS, stream)),
        Topic::DateTime => words::date_time(number),
        Topic::Date => words::date(number),
        Topic::Uuid => words::uuid(number, stream.next_u64()),
        Topic::Identifier => words::identifier(None, number),
        Topic::Sentence => sentence(stream),
        Topic::Title => pair(capital(pick(&WORDS, stream)), pick(&WORDS, stream)),
        Topic::Version => format!("{}.{}.{}", 1 + number % 4, (number >> 8) % 20, (number >> 16) % 20),
        Topic::Language => pick(&["de", "en", "es", "fr", "hi", "ja"], stream).to_owned(),
        Topic::Status => pick(&["new", "active", "paused", "done"], stream).to_owned(),
        Topic::Path => format!("{}/{}.txt", pick(&WORDS, stream), pick(&WORDS, stream)),
        Topic::Host => format!("{}.example.com", pick(&WORDS, stream)),
        Topic::Secret => format!("{number:016x}"),
        Topic::Color => format!("#{:06x}", number % (1 << 24)),
        _ => pair(pick(&WORDS, stream).to_owned(), pick(&WORDS, stream)),
    }
}

/// A text with a format.
pub(super) fn formatted(format: &str, hint: Hint, locale: Locale, stream: &mut Stream) -> String {
    let number = stream.next_u64();
    let word = pick(&WORDS, stream);
    match format {
        "date" => words::date(number),
        "time" => format!("{:02}:{:02}:{:02}Z", number % 24, (number >> 8) % 60, (number >> 16) % 60),
        "date-time" => words::date_time(number),
        "duration" => format!("PT{}M", 1 + number % 120),
        "email" | "idn-email" => locale::email(number, locale.first_name(stream)),
        "hostname" | "idn-hostname" => format!("{word}.example.com"),
        "ipv4" => format!("192.0.2.{}", number % 256),
        "ipv6" => format!("2001:db8::{:x}", number % 65_536),
        "uri" | "iri" | "url" => words::url(number, word),
        "uri-reference" | "iri-reference" => format!("/{word}/{}", number % 10_000),
        "uri-template" => format!("https://example.com/{word}/{{id}}"),
        "uuid" => words::uuid(number, stream.next_u64()),
        "json-pointer" => format!("/{word}/{}", number % 10),
        "relative-json-pointer" => format!("{}/{word}", number % 3),
        "regex" => format!("^{word}[0-9]+$"),
        "byte" | "base64" => "c2FtcGxl".to_owned(),
        "int32" | "int64" => (number % 100_000).to_string(),
        _ => text(hint, locale, stream),
    }
}

/// Two words.
fn pair(mut first: String, second: &str) -> String {
    first.reserve_exact(1 + second.len());
    first.push(' ');
    first.push_str(second);
    first
}

fn sentence(stream: &mut Stream) -> String {
    let count = 4 + stream.next_below(5);
    let mut text = capital(pick(&WORDS, stream));
    for _ in 1..count {
        text.push(' ');
        text.push_str(pick(&WORDS, stream));
    }
    text.push('.');
    text
}
