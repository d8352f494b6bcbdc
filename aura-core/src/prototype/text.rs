//! Text of other people on its way into a page.

/// The text without what may not stand in HTML or would mislead a reader: control characters, and the marks
/// that turn the direction of writing. Markup is not touched: the template escapes it.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => cleaned.push(' '),
            _ if character.is_control() => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => {}
            _ if is_noncharacter(character) => {}
            _ => cleaned.push(character),
        }
    }
    cleaned.trim().to_owned()
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_misleads_is_taken_out() {
        let check = |text: &str, expect: &str| assert_eq!(clean(text), expect);
        check("Ünïcode & <b>", "Ünïcode & <b>");
        check("a\u{0}b\u{1b}[31mc", "ab[31mc");
        check("pay\u{202e}lla", "paylla");
        check(" two\nlines ", "two lines");
        check("\u{ffff}x\u{fdd0}", "x");
    }
}
