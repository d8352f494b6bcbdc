//! Names and parts of addresses of several languages, taken from the lists of the crate `fake`.
//!
//! The lists are copied and the crate itself stays here, because it brings a source of random numbers that browsers do
//! not have and that nothing of ours may use.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use fake::locales::{DE_DE, Data, EN, FR_FR, IT_IT, NL_NL, PT_BR, PT_PT, ZH_CN};

const PATH: &str = "aura-core/src/simulate/locale/lists.rs";
/// Most entries of a list: longer ones are thinned out evenly.
const MOST: usize = 500;
/// The widest line of a file.
const WIDEST: usize = 110;

/// The file with the lists.
pub(super) fn file() -> (String, String) {
    let mut text = String::from(
        "//! Names and parts of addresses, from the lists of the crate `fake` (MIT or Apache-2.0).\n\
         //!\n\
         //! Written by `cargo xtask generate`; changes belong into `xtask/src/generate/locales.rs`.\n\n\
         use super::{List, Lists};\n",
    );
    locale::<EN, EN>(&mut text, "EN");
    locale::<DE_DE, DE_DE>(&mut text, "DE");
    locale::<FR_FR, FR_FR>(&mut text, "FR");
    locale::<IT_IT, IT_IT>(&mut text, "IT");
    locale::<NL_NL, NL_NL>(&mut text, "NL");
    // The library has parts of places for Portugal only.
    locale::<PT_BR, PT_PT>(&mut text, "PT_BR");
    locale::<PT_PT, PT_PT>(&mut text, "PT_PT");
    locale::<ZH_CN, ZH_CN>(&mut text, "ZH_CN");
    (PATH.to_owned(), text)
}

/// Names and streets of one locale, with the parts of places of the same or another one.
fn locale<L: Data, P: Data>(text: &mut String, name: &str) {
    let _ = write!(text, "\npub(super) static {name}: Lists = Lists {{\n");
    for (field, words) in [
        ("first_names", L::NAME_FIRST_NAME),
        ("last_names", L::NAME_LAST_NAME),
        ("street_kinds", L::ADDRESS_STREET_SUFFIX),
        ("place_starts", P::ADDRESS_CITY_PREFIX),
        ("place_ends", P::ADDRESS_CITY_SUFFIX),
        ("company_kinds", L::COMPANY_SUFFIX),
    ] {
        list(text, field, &chosen(words));
    }
    text.push_str("};\n");
}

/// Each word once, in the order of the library, not too many, and none that would end the text of the list.
fn chosen<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let usable = |word: &&str| !word.trim().is_empty() && !word.contains(['|', '"', '\\']);
    let each: Vec<&str> =
        words.iter().map(|word| word.trim()).filter(usable).filter(|word| seen.insert(*word)).collect();
    let kept = each.len().min(MOST);
    (0..kept).filter_map(|place| each.get(place * each.len() / kept).copied()).collect()
}

/// One text with all words, and where each ends.
fn list(text: &mut String, field: &str, words: &[&str]) {
    let _ = write!(text, "    {field}: List {{\n        text: \"\\\n");
    let mut line = String::from("            ");
    let mut ends = Vec::new();
    let mut end = 0;
    for (number, word) in words.iter().enumerate() {
        let piece = if number == 0 { (*word).to_owned() } else { format!("|{word}") };
        // Text after a broken line goes on at its first letter, so a space must not stand there.
        if line.chars().count() + piece.chars().count() + 1 > WIDEST {
            let _ = writeln!(text, "{line}\\");
            line = String::from("            ");
        }
        line.push_str(&piece);
        end += piece.len();
        ends.push(end.to_string());
    }
    let _ = write!(text, "{line}\",\n        ends: &[\n");
    let mut line = String::from("           ");
    for end in ends {
        if line.len() + end.len() + 2 > WIDEST {
            let _ = writeln!(text, "{line}");
            line = String::from("           ");
        }
        let _ = write!(line, " {end},");
    }
    let _ = write!(text, "{line}\n        ],\n    }},\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_once_and_thinned_evenly() {
        assert_eq!(chosen(&["b", "a", "b", " c ", "", "d|e"]), ["b", "a", "c"]);
        let many: Vec<String> = (0..2_000).map(|number| number.to_string()).collect();
        let kept: Vec<String> = chosen(&many.iter().map(String::as_str).collect::<Vec<_>>())
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!((kept.len(), kept[1].as_str(), kept[499].as_str()), (500, "4", "1996"));
    }
}
