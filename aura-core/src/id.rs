//! Identifiers: strings with a prefix that says what they name, so that one kind cannot pass for another.
//!
//! The form stands here; which kinds there are stands with the nouns that they name.

use crate::error::{Error, ErrorCode, Result};

/// Longest identifier, in bytes.
pub const MAX_ID_BYTES: usize = 96;

/// Checks the form `prefix` + lower-case letters, digits and underscores.
pub(crate) fn check_id(kind: &str, prefixes: &[&str], text: &str) -> Result<()> {
    let has_prefix = prefixes.iter().any(|prefix| text.len() > prefix.len() && text.starts_with(prefix));
    let is_plain =
        text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if has_prefix && is_plain && text.len() <= MAX_ID_BYTES {
        return Ok(());
    }
    let shown: String = text.chars().take(MAX_ID_BYTES).flat_map(char::escape_default).collect();
    Err(Error::new(ErrorCode::InvalidId, format!("`{shown}` is not the id of a {kind}")).with_hint(format!(
        "expected {} and then lower-case letters, digits or `_`, at most {MAX_ID_BYTES} characters",
        prefixes.iter().map(|prefix| format!("`{prefix}`")).collect::<Vec<_>>().join(" or ")
    )))
}

/// Defines id types from lines `/// doc` `Name("kind"): "prefix_" | "other_";`.
macro_rules! define_ids {
    ($( $(#[doc = $doc:literal])+ $name:ident($kind:literal): $($prefix:literal)|+; )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The prefixes that an id of this kind may have; the first is the usual one.
            pub const PREFIXES: &'static [&'static str] = &[$($prefix),+];

            /// Takes a complete id.
            ///
            /// # Errors
            /// `invalid_id` where the text does not have the form of this kind.
            pub fn new(text: impl Into<String>) -> $crate::error::Result<Self> {
                let text = text.into();
                $crate::id::check_id($kind, Self::PREFIXES, &text)?;
                Ok(Self(text))
            }

            /// Makes an id with one of the allowed prefixes from any text: lower-case letters, digits and `_`
            /// stay, all else becomes `_`, and the result is cut to 60 bytes.
            pub fn from_text(prefix: &'static str, text: &str) -> Self {
                let prefix = if Self::PREFIXES.contains(&prefix) { prefix } else { Self::PREFIXES.first().copied().unwrap_or("id_") };
                Self(format!("{prefix}{}", $crate::id::slug(text)))
            }

            /// Makes an id with the usual prefix from any text.
            pub fn named(text: &str) -> Self {
                Self::from_text(Self::PREFIXES.first().copied().unwrap_or("id_"), text)
            }

            /// The id with a number behind it, for when the plain one is taken.
            #[must_use]
            pub fn numbered(&self, number: usize) -> Self {
                Self(format!("{}_{number}", self.0))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::new(text).map_err(serde::de::Error::custom)
            }
        }
    )+ };
}

/// Turns any text into lower-case letters, digits and single underscores, at most 60 bytes, never empty.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        if slug.len() >= 60 {
            break;
        }
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('_') && character != '\'' {
            slug.push('_');
        }
    }
    let trimmed = slug.trim_end_matches('_');
    if trimmed.is_empty() { "unnamed".to_owned() } else { trimmed.to_owned() }
}

/// Returns `wanted`, or `wanted` with the lowest free number from 2 behind it.
pub fn unused<T>(wanted: T, numbered: impl Fn(&T, usize) -> T, is_taken: impl Fn(&T) -> bool) -> T {
    if !is_taken(&wanted) {
        return wanted;
    }
    let mut number = 2;
    loop {
        let candidate = numbered(&wanted, number);
        if !is_taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

pub(crate) use define_ids;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        let check = |text: &str, expect: &str| assert_eq!(slug(text), expect);
        check("Enter e-mail", "enter_e_mail");
        check("Customer's card!", "customers_card");
        check("…", "unnamed");
    }
}
