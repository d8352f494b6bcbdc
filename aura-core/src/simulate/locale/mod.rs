//! Names, addresses and telephone numbers as they are usual in a language and its country.
//!
//! In come a locale, a number and a stream; out come texts that nobody has: a first name and a last name that are
//! drawn apart, a place whose name is put together, and a telephone number that is kept free for fiction. The lists
//! are those of the crate `fake`, copied by `cargo xtask generate`. Never here: a sampler of that crate.
//!
//! Telephone numbers that no one will ever have: +1 202 555 01xx (North American Numbering Plan Administrator); the
//! "drama numbers" of five German cities (Bundesnetzagentur, Mitteilung 148/2021); the French ranges for audiovisual
//! works 01 99 00, 02 61 91, 03 53 01, 04 65 71 and 05 36 49 (Arcep, décision 2018-0881). The other countries have
//! published none, so the American ones are taken there too.

#[rustfmt::skip]
mod lists;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::{WORDS, capital, pick};
use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;

/// The language and the country that names, addresses and telephone numbers are made for, as a tag of BCP 47.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub enum Locale {
    /// English, addresses as in the United States.
    #[default]
    #[serde(rename = "en")]
    En,
    /// German, as in Germany.
    #[serde(rename = "de")]
    De,
    /// French, as in France.
    #[serde(rename = "fr")]
    Fr,
    /// Italian, as in Italy.
    #[serde(rename = "it")]
    It,
    /// Dutch, as in the Netherlands.
    #[serde(rename = "nl")]
    Nl,
    /// Portuguese, as in Brazil.
    #[serde(rename = "pt-BR")]
    PtBr,
    /// Portuguese, as in Portugal.
    #[serde(rename = "pt-PT")]
    PtPt,
    /// Chinese, as in mainland China.
    #[serde(rename = "zh-CN")]
    ZhCn,
}

impl Locale {
    /// All that there are.
    pub const ALL: [Locale; 8] = [
        Locale::En,
        Locale::De,
        Locale::Fr,
        Locale::It,
        Locale::Nl,
        Locale::PtBr,
        Locale::PtPt,
        Locale::ZhCn,
    ];

    /// Reads a tag, whatever its letters' case: a language, or a language with its country, for example `de`, `de-DE`
    /// or `pt_PT`. A language without a country is that of its most likely one (`pt` is `pt-BR`, `zh` is `zh-CN`;
    /// Unicode CLDR, likely subtags).
    ///
    /// # Errors
    /// `invalid_language` for any other, with those that there are.
    ///
    /// # Example
    /// ```
    /// use aura_core::simulate::locale::Locale;
    /// assert_eq!(Locale::read("de-DE")?, Locale::De);
    /// assert!(Locale::read("tlh").is_err());
    /// # Ok::<(), aura_core::Error>(())
    /// ```
    pub fn read(tag: &str) -> Result<Locale> {
        let plain = tag.trim().to_lowercase().replace('_', "-");
        let (language, country) = plain.split_once('-').map_or((plain.as_str(), None), |(language, rest)| {
            (language, Some(rest.strip_prefix("hans-").unwrap_or(rest)))
        });
        let fits = |locale: &&Locale| {
            locale.tag().split('-').next() == Some(language)
                && country.is_none_or(|country| locale.country().eq_ignore_ascii_case(country))
        };
        Self::ALL.iter().find(fits).copied().ok_or_else(|| {
            let all: Vec<&str> = Self::ALL.iter().map(|locale| locale.tag()).collect();
            Error::new(ErrorCode::InvalidLanguage, format!("there are no names for the locale `{tag}`"))
                .with_hint(format!("there are names for {}", all.join(", ")))
        })
    }

    /// The tag, as in documents.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
            Locale::Fr => "fr",
            Locale::It => "it",
            Locale::Nl => "nl",
            Locale::PtBr => "pt-BR",
            Locale::PtPt => "pt-PT",
            Locale::ZhCn => "zh-CN",
        }
    }

    /// The country of addresses, in the two letters of ISO 3166-1.
    pub fn country(self) -> &'static str {
        match self {
            Locale::En => "US",
            Locale::De => "DE",
            Locale::Fr => "FR",
            Locale::It => "IT",
            Locale::Nl => "NL",
            Locale::PtBr => "BR",
            Locale::PtPt => "PT",
            Locale::ZhCn => "CN",
        }
    }

    fn lists(self) -> &'static Lists {
        match self {
            Locale::En => &lists::EN,
            Locale::De => &lists::DE,
            Locale::Fr => &lists::FR,
            Locale::It => &lists::IT,
            Locale::Nl => &lists::NL,
            Locale::PtBr => &lists::PT_BR,
            Locale::PtPt => &lists::PT_PT,
            Locale::ZhCn => &lists::ZH_CN,
        }
    }

    pub(super) fn first_name(self, stream: &mut Stream) -> &'static str {
        self.lists().first_names.pick(stream)
    }

    pub(super) fn last_name(self, stream: &mut Stream) -> &'static str {
        self.lists().last_names.pick(stream)
    }

    /// First and last name in the order of the language.
    pub(super) fn person(self, first: &str, stream: &mut Stream) -> String {
        match self {
            Locale::ZhCn => format!("{}{first}", self.last_name(stream)),
            _ => format!("{first} {}", self.last_name(stream)),
        }
    }

    /// A place that does not exist.
    pub(super) fn city(self, number: u64, stream: &mut Stream) -> String {
        let (one, other) = match self {
            Locale::En => ("%p %l%e", "%l%e"),
            Locale::De => ("%p%k%e", "%l%e"),
            Locale::Fr => ("%l", "%l"),
            Locale::It | Locale::PtBr | Locale::PtPt => ("%p %l", "%l %e"),
            Locale::Nl => ("%p %f%e", "%f%e"),
            Locale::ZhCn => ("%p%l%e", "%l%e"),
        };
        self.filled(if (number >> 40).is_multiple_of(3) { one } else { other }, number, stream)
    }

    pub(super) fn street(self, number: u64, stream: &mut Stream) -> String {
        let template = match self {
            Locale::En => "%n %l %t",
            Locale::De => "%l%t %n",
            Locale::Nl => "%f%t %n",
            Locale::Fr => "%n %t %l",
            Locale::It | Locale::PtBr | Locale::PtPt => "%t %l, %n",
            Locale::ZhCn => "%f%t%n号",
        };
        self.filled(template, number, stream)
    }

    pub(super) fn company(self, number: u64, stream: &mut Stream) -> String {
        self.filled(if self == Locale::ZhCn { "%f%c" } else { "%w %w %c" }, number, stream)
    }

    pub(super) fn postcode(self, number: u64) -> String {
        let form = match self {
            Locale::En => "#####",
            Locale::De | Locale::Fr | Locale::It => "^####",
            Locale::Nl => "^### $$",
            Locale::PtBr => "^####-###",
            Locale::PtPt => "^###-###",
            Locale::ZhCn => "^#####",
        };
        numbered(form, number)
    }

    /// A number that nobody will ever have, in international form (ITU-T E.164).
    pub(super) fn phone(self, number: u64) -> String {
        const GERMAN: [&str; 5] =
            ["+493023125###", "+496990009###", "+494066969###", "+492214710###", "+498999998###"];
        const FRENCH: [&str; 5] =
            ["+3319900####", "+3326191####", "+3335301####", "+3346571####", "+3353649####"];
        let ranges: &[&str] = match self {
            Locale::De => &GERMAN,
            Locale::Fr => &FRENCH,
            _ => &["+120255501##"],
        };
        let place = (number >> 40) as usize % ranges.len().max(1);
        ranges.get(place).map_or_else(String::new, |form| numbered(form, number))
    }

    fn filled(self, template: &str, number: u64, stream: &mut Stream) -> String {
        let lists = self.lists();
        let mut text = String::with_capacity(32);
        let mut marks = template.chars();
        while let Some(letter) = marks.next() {
            if letter != '%' {
                text.push(letter);
                continue;
            }
            match marks.next() {
                Some('n') => text.push_str(&(1 + number % 200).to_string()),
                Some('w') => text.push_str(&capital(pick(&WORDS, stream))),
                Some('k') => text.push_str(&lists.last_names.pick(stream).to_lowercase()),
                Some('f') => text.push_str(lists.first_names.pick(stream)),
                Some('l') => text.push_str(lists.last_names.pick(stream)),
                Some('p') => text.push_str(lists.place_starts.pick(stream)),
                Some('e') => text.push_str(lists.place_ends.pick(stream)),
                Some('t') => text.push_str(lists.street_kinds.pick(stream)),
                Some('c') => text.push_str(lists.company_kinds.pick(stream)),
                _ => {}
            }
        }
        text
    }
}

/// An address of e-mail for documentation (RFC 2606), of the name where that has plain letters only.
pub(super) fn email(number: u64, name: &str) -> String {
    let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let name = if is_plain { name } else { lists::EN.first_names.at(number >> 20) };
    super::words::email(number, name)
}

/// A form in which `#` stands for a digit, `^` for one that is not zero, and `$` for a capital letter.
fn numbered(form: &str, number: u64) -> String {
    let count = form.chars().filter(|mark| matches!(mark, '#' | '^')).count() as u32;
    let mut power = 10_u64.pow(count);
    let digits = number % power;
    let mut letters = number >> 32;
    let written = form.chars().map(|mark| match mark {
        '#' | '^' => {
            power = (power / 10).max(1);
            let digit = digits / power % 10;
            char::from(b'0' + if mark == '^' { 1 + digit % 9 } else { digit } as u8)
        }
        '$' => {
            let letter = letters % 26;
            letters /= 26;
            char::from(b'A' + letter as u8)
        }
        other => other,
    });
    written.collect()
}

/// The words of one locale.
struct Lists {
    first_names: List,
    last_names: List,
    street_kinds: List,
    place_starts: List,
    place_ends: List,
    company_kinds: List,
}

/// Words in one text, each after a bar but the first, and where each ends: small in the binary.
struct List {
    text: &'static str,
    ends: &'static [u16],
}

impl List {
    fn pick(&self, stream: &mut Stream) -> &'static str {
        self.at(stream.next_below(self.ends.len() as u64))
    }

    fn at(&self, number: u64) -> &'static str {
        let place = (number % (self.ends.len() as u64).max(1)) as usize;
        let end = self.ends.get(place).copied().map_or(0, usize::from);
        let before = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let start = before.map_or(0, |before| usize::from(before) + 1);
        self.text.get(start..end).unwrap_or("")
    }
}
