//! Short safe names made from words.

/// Makes a name of lowercase ASCII letters, digits and underscores from any words, for ids and file names.
///
/// Accents fall away, everything else becomes one underscore. The result has at most `longest` bytes, is cut
/// at a word where that is possible, and is empty where no letter or digit was found.
///
/// # Example
/// ```
/// use aura_core::text::slug;
/// assert_eq!(slug("Refund the customer’s café bill!", 24), "refund_the_customers");
/// assert_eq!(slug("../../etc/passwd", 40), "etc_passwd");
/// ```
pub fn slug(words: &str, longest: usize) -> String {
    let mut name = String::new();
    for character in words.chars() {
        match character {
            'a'..='z' | '0'..='9' => name.push(character),
            'A'..='Z' => name.push(character.to_ascii_lowercase()),
            '\'' | '’' => {}
            _ => match plain_letter(character) {
                Some(letters) => name.push_str(letters),
                None if !name.is_empty() && !name.ends_with('_') => name.push('_'),
                None => {}
            },
        }
    }
    while name.len() > longest {
        match name.trim_end_matches('_').rfind('_') {
            Some(cut) if cut > 0 => name.truncate(cut),
            _ => name.truncate(longest),
        }
    }
    name.truncate(name.trim_end_matches('_').len());
    name
}

fn plain_letter(character: char) -> Option<&'static str> {
    Some(match character {
        'à'..='å' | 'À'..='Å' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' => "c",
        'è'..='ë' | 'È'..='Ë' => "e",
        'ì'..='ï' | 'Ì'..='Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => "o",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_safe_and_short() {
        let check = |words: &str, expect: &str| assert_eq!(slug(words, 20), expect, "{words}");
        check("Sign up", "sign_up");
        check("  --Ünïcode--  ", "unicode");
        check("日本語", "");
        check("supercalifragilisticexpialidocious", "supercalifragilistic");
        check("one two three four five six", "one_two_three_four");
        check("CON", "con");
    }
}
