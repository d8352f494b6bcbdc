//! Texts: by pattern, by format, or by what the name of the property suggests.

use serde_json::Value;
use smallvec::SmallVec;

use super::super::format;
use super::super::node::TextRules;
use super::super::pattern::Pattern;
use super::super::topic::Hint;
use super::{Effort, Fail, Sampler, names, refused};

/// The longest text that is drawn, in characters.
const LONGEST: u64 = 100_000;
/// The longest text that is drawn as an edge case, where no limit is given.
const EDGE: u64 = 300;
/// Tries to meet everything that is asked of a text.
const TRIES: u64 = 40;
/// Letters that software is known to stumble over.
const UNUSUAL: &str = "Zoë O'Brien-Łukasz \u{674e}\u{56db} \u{1f642} \u{202e}<b>&amp;\"'; --";

impl Sampler<'_> {
    /// A text that meets all rules; it is checked as it is drawn.
    pub(super) fn text(&mut self, rules: &[&TextRules], hint: Hint, effort: Effort) -> Result<Value, Fail> {
        let least = rules.iter().filter_map(|rules| rules.min_length).max().unwrap_or(0);
        let most = rules.iter().filter_map(|rules| rules.max_length).min().unwrap_or(u64::MAX);
        if least > most || least > LONGEST {
            return Err(refused(format!("{least} characters are asked for")));
        }
        let patterns: SmallVec<[&Pattern; 4]> =
            rules.iter().filter_map(|rules| rules.pattern.as_ref()).collect();
        let formats: SmallVec<[&str; 4]> = rules.iter().filter_map(|rules| rules.format.as_deref()).collect();
        let asserted = self.formats;
        let has_limits = least > 0 || most < u64::MAX;
        let fits = |text: &str| {
            (!has_limits || (least..=most).contains(&(text.chars().count() as u64)))
                && patterns.iter().all(|pattern| pattern.matches(text))
                && (!asserted || formats.iter().all(|name| format::holds(name, text)))
        };
        for attempt in 0..TRIES {
            let text = match (patterns.is_empty(), formats.first()) {
                (true, Some(name)) if attempt < TRIES / 2 => {
                    names::formatted(name, hint, self.locale, &mut self.stream)
                }
                (true, _) => {
                    let text = self.plain(hint, least, most, effort);
                    resized(text, least, most)
                }
                // What the name suggests is nicer than what a pattern gives, where it fits.
                (false, Some(name)) if attempt == 0 => {
                    names::formatted(name, hint, self.locale, &mut self.stream)
                }
                (false, None) if attempt == 0 => {
                    resized(names::text(hint, self.locale, &mut self.stream), least, most)
                }
                (false, _) => {
                    let place = self.stream.next_below(patterns.len() as u64) as usize;
                    let Some(pattern) = patterns.get(place) else { continue };
                    let text = self.matching(pattern, attempt)?;
                    if attempt % 2 == 0 { text } else { resized(text, least, most) }
                }
            };
            if fits(&text) {
                return Ok(Value::String(text));
            }
        }
        Err(refused("no text was found that meets everything that is asked of it"))
    }

    fn plain(&mut self, hint: Hint, least: u64, most: u64, effort: Effort) -> String {
        if self.edges {
            return match self.stream.next_below(4) {
                0 => String::new(),
                1 => UNUSUAL.to_owned(),
                2 => "x".repeat(usize::try_from(most.min(least.max(EDGE))).unwrap_or(0)),
                _ => names::text(hint, self.locale, &mut self.stream),
            };
        }
        if effort.is_wild() {
            let length = self.stream.next_below(12);
            return (0..length).map(|_| char::from(b'a' + self.stream.next_below(26) as u8)).collect();
        }
        names::text(hint, self.locale, &mut self.stream)
    }
}

/// A text made longer or shorter, so that its length is legal.
fn resized(text: String, least: u64, most: u64) -> String {
    let length = text.chars().count() as u64;
    if length > most {
        let cut: String = text.chars().take(usize::try_from(most).unwrap_or(usize::MAX)).collect();
        let trimmed = cut.trim_end();
        return if trimmed.chars().count() as u64 >= least { trimmed.to_owned() } else { cut };
    }
    if length >= least {
        return text;
    }
    let filler = if text.is_empty() { "text".to_owned() } else { text.clone() };
    let missing = usize::try_from(least - length).unwrap_or(0);
    text + &filler
        .chars()
        .cycle()
        .take(missing)
        .map(|letter| if letter == ' ' { '_' } else { letter })
        .collect::<String>()
}
