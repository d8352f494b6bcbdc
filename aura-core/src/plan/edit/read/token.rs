//! Words, signs and quoted texts of a request, in order.

/// One word, sign or quoted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower-case, with straight apostrophes; of a quoted text all of it.
    pub(super) lower: String,
    /// As written.
    pub(super) raw: String,
    /// Whether it stood in quotation marks.
    pub(super) is_quoted: bool,
}

/// Most tokens that are looked at.
const MAX_TOKENS: usize = 1_500;
/// Longest text between quotation marks, in characters.
const MAX_QUOTED: usize = 200;

/// Cuts a request into tokens. Signs of comparison stay together.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut tokens = Vec::new();
    let mut rest = letters.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if tokens.len() >= MAX_TOKENS {
            break;
        }
        if first.is_whitespace() {
            rest = after;
        } else if let Some((quoted, left)) = quoted(rest, tokens.last()) {
            let is_quoted = quoted.chars().count() > 2;
            tokens.push(Token { lower: quoted.to_lowercase(), raw: quoted, is_quoted });
            rest = left;
        } else if first.is_alphanumeric() {
            let length = word_length(rest);
            let (word, left) = rest.split_at(length.min(rest.len()));
            push_word(&word.iter().collect::<String>(), &mut tokens);
            rest = left;
        } else {
            let length = sign_length(rest);
            let (sign, left) = rest.split_at(length.min(rest.len()));
            tokens.push(word_token(&sign.iter().collect::<String>()));
            rest = left;
        }
    }
    tokens
}

/// One spelling for each kind of quotation mark and dash.
fn plain(letter: char) -> char {
    match letter {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '´' | '`' | '′' => '\'',
        '–' | '—' | '−' => '-',
        '→' | '➔' => '➝',
        other => other,
    }
}

fn quoted<'a>(rest: &'a [char], before: Option<&Token>) -> Option<(String, &'a [char])> {
    let (mark, after) = rest.split_first()?;
    let is_single_mark = *mark == '\'' && before.is_none_or(|token| !token.lower.ends_with('\''));
    if *mark != '"' && !is_single_mark {
        return None;
    }
    let length = after.iter().take(MAX_QUOTED).position(|letter| letter == mark)?;
    let (inside, left) = after.split_at(length);
    let text = inside.iter().collect::<String>();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let left = left.split_first().map_or(left, |(_, left)| left);
    (!text.is_empty()).then_some((text, left))
}

fn word_length(rest: &[char]) -> usize {
    let mut length = 0;
    while let Some(letter) = rest.get(length) {
        let next = rest.get(length + 1).copied().unwrap_or(' ');
        let joins = match letter {
            '\'' => true,
            '-' | '_' => next.is_alphanumeric(),
            '.' | ',' => {
                let digit_before = length > 0 && rest.get(length - 1).is_some_and(char::is_ascii_digit);
                digit_before && next.is_ascii_digit()
            }
            other => other.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        length += 1;
    }
    length.max(1)
}

fn sign_length(rest: &[char]) -> usize {
    let two: String = rest.iter().take(2).collect();
    let three: String = rest.iter().take(3).collect();
    if three == "-->" {
        3
    } else if ["!=", "<=", ">=", "==", "->", "=>", "&&", "||", "<>"].contains(&two.as_str()) {
        2
    } else {
        1
    }
}

/// A letter with an apostrophe glued to a word, or a noun glued to a capital letter, are two words.
fn push_word(word: &str, tokens: &mut Vec<Token>) {
    if let Some((left, right)) = word.split_once('\'')
        && left.chars().count() == 1
        && right.chars().count() > 2
    {
        tokens.push(word_token(&format!("{left}'")));
        tokens.push(word_token(right));
        return;
    }
    if let Some(owner) = word.strip_suffix("'s").filter(|owner| !owner.is_empty()) {
        tokens.push(word_token(owner));
        return;
    }
    if let Some((left, right)) = word.split_once('-')
        && ["xor", "or", "and"].contains(&left.to_lowercase().as_str())
    {
        tokens.push(word_token(left));
        tokens.push(word_token(right));
        return;
    }
    for noun in ["task", "step", "subprocess"] {
        let head: String = word.chars().take(noun.len()).collect();
        let tail: String = word.chars().skip(noun.len()).collect();
        let is_name =
            tail.chars().next().is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit());
        if head.eq_ignore_ascii_case(noun) && is_name {
            tokens.push(word_token(&head));
            tokens.push(word_token(&tail));
            return;
        }
    }
    tokens.push(word_token(word));
}

fn word_token(text: &str) -> Token {
    let lower = match text {
        "➝" | "->" | "-->" | "=>" => "->".to_owned(),
        "≤" => "<=".to_owned(),
        "≥" => ">=".to_owned(),
        "≠" | "<>" => "!=".to_owned(),
        other => other.to_lowercase(),
    };
    Token { raw: if lower == "->" { lower.clone() } else { text.to_owned() }, lower, is_quoted: false }
}

/// The tokens as text again.
pub(super) fn text_of(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        let glued = matches!(token.lower.as_str(), "," | "." | ";" | ":" | "?" | "!" | ")" | "%");
        if !text.is_empty() && !glued && !text.ends_with(['(', '$', '€', '£']) {
            text.push(' ');
        }
        text.push_str(&token.raw);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_signs_and_quotes_come_apart() {
        let check = |text: &str, expect: &[&str]| {
            let words: Vec<String> = tokens(text).into_iter().map(|token| token.lower).collect();
            assert_eq!(words, expect, "{text}");
        };
        check("Add “Check stock” after B&E.", &["add", "check stock", "after", "b", "&", "e", "."]);
        check("if x<=10, 2.5 % don't", &["if", "x", "<=", "10", ",", "2.5", "%", "don't"]);
        check("StepX'before Y", &["step", "x'before", "y"]);
        check("A'before B", &["a'", "before", "b"]);
        check("", &[]);
    }
}
