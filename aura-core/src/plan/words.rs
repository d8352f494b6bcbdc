//! Small changes of words: first letters, lists, articles.

/// The text with a small first letter, unless it begins with an abbreviation or is one letter long.
pub(crate) fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && (first != 'I' || second != ' ') => {
            first.to_lowercase().chain(std::iter::once(second)).chain(characters).collect()
        }
        _ => text.to_owned(),
    }
}

/// The text with a capital first letter.
pub(crate) fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
