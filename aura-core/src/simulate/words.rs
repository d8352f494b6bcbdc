//! Made-up words, names, dates and addresses, for every kind of synthetic data.
//!
//! Addresses of e-mail and pages are at `example.com` (RFC 2606), telephone numbers in the range +1 555 01xx that is
//! kept free for fiction, IP addresses in the ranges for documentation (RFC 5737 and RFC 3849).

use crate::random::Stream;

pub(super) const FIRST_NAMES: [&str; 16] = [
    "Amina", "Bruno", "Chen", "Dana", "Emre", "Fatou", "Goran", "Hana", "Ines", "Jonas", "Kofi", "Lena",
    "Mateo", "Noor", "Olga", "Priya",
];
pub(super) const WORDS: [&str; 16] = [
    "blue", "quick", "north", "paper", "light", "garden", "silver", "river", "open", "small", "green",
    "stone", "early", "round", "plain", "field",
];
pub(super) fn pick<'a>(list: &'a [&'a str], stream: &mut Stream) -> &'a str {
    list.get(stream.next_below(list.len() as u64) as usize).copied().unwrap_or("")
}

/// A day of 2026, the 28 first days of each month.
pub(super) fn date(number: u64) -> String {
    format!("2026-{:02}-{:02}", 1 + number % 12, 1 + (number >> 16) % 28)
}

/// A minute of 2026 in UTC, as RFC 3339 has it.
pub(super) fn date_time(number: u64) -> String {
    format!("{}T{:02}:{:02}:00Z", date(number), (number >> 32) % 24, (number >> 40) % 60)
}

pub(super) fn email(number: u64, name: &str) -> String {
    let mut text = String::with_capacity(name.len() + ".9999@example.com".len());
    text.extend(name.chars().flat_map(char::to_lowercase));
    text.push('.');
    push_number(&mut text, number % 10_000);
    text.push_str("@example.com");
    text
}

/// Writes a whole number at the end of a text.
fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

pub(super) fn phone(number: u64) -> String {
    format!("+1202555{:04}", 100 + number % 100)
}

pub(super) fn url(number: u64, word: &str) -> String {
    format!("https://example.com/{word}-{}", number % 10_000)
}

pub(super) fn identifier(prefix: Option<&str>, number: u64) -> String {
    format!("{}-{:08}", prefix.unwrap_or("id"), number % 100_000_000)
}

pub(super) fn capital(word: &str) -> String {
    let mut text = word.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A random UUID, version 4 (RFC 9562, section 5.4).
pub(super) fn uuid(high: u64, low: u64) -> String {
    let high = (high & !0xf000) | 0x4000;
    let low = (low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000;
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}
