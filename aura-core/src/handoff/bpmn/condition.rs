//! Conditions and times in the language of the engine that runs the workflow.

/// Turns a CEL condition into a Python expression, which SpiffWorkflow and others evaluate. What CEL writes as
/// `&&`, `||`, `!`, `true`, `false` and `null` has other words there; everything else that plans use is the same.
pub(super) fn python(cel: &str) -> String {
    let mut text = String::new();
    let mut rest = cel;
    while let Some(character) = rest.chars().next() {
        let (written, taken) = if character == '"' || character == '\'' {
            let length = quoted_length(rest, character);
            (rest.get(..length).unwrap_or(rest).to_owned(), length)
        } else if rest.starts_with("&&") {
            (" and ".to_owned(), 2)
        } else if rest.starts_with("||") {
            (" or ".to_owned(), 2)
        } else if character == '!' && !rest.starts_with("!=") {
            (" not ".to_owned(), 1)
        } else if character.is_alphabetic() || character == '_' {
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let length = word.len();
            let word = match word.as_str() {
                "true" => "True".to_owned(),
                "false" => "False".to_owned(),
                "null" => "None".to_owned(),
                "size" => "len".to_owned(),
                _ => word,
            };
            (word, length)
        } else {
            (character.to_string(), character.len_utf8())
        };
        text.push_str(&written);
        rest = rest.get(taken..).unwrap_or_default();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes of the quoted text at the beginning, with its quotation marks.
fn quoted_length(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (position, character) in text.char_indices().skip(1) {
        if character == mark && !is_escaped {
            return position + character.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    text.len()
}

/// A time as ISO 8601 writes it, in quotation marks, because engines evaluate it as an expression.
pub(super) fn duration(milliseconds: f64) -> String {
    let total = milliseconds.max(0.0).round() as u64;
    let (days, rest) = (total / 86_400_000, total % 86_400_000);
    let (hours, minutes) = (rest / 3_600_000, rest / 60_000 % 60);
    let (seconds, thousandths) = (rest / 1_000 % 60, rest % 1_000);
    let mut text = "P".to_owned();
    if days > 0 {
        text.push_str(&format!("{days}D"));
    }
    if rest > 0 || total == 0 {
        text.push('T');
        if hours > 0 {
            text.push_str(&format!("{hours}H"));
        }
        if minutes > 0 {
            text.push_str(&format!("{minutes}M"));
        }
        if thousandths > 0 {
            text.push_str(&format!("{seconds}.{thousandths:03}S"));
        } else if seconds > 0 || total == 0 {
            text.push_str(&format!("{seconds}S"));
        }
    }
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_become_python() {
        let check = |cel: &str, expect: &str| assert_eq!(python(cel), expect);
        check("payment.accepted == true", "payment.accepted == True");
        check("order.total > 100 && !order.is_gift", "order.total > 100 and not order.is_gift");
        check("a.b != 'true || x' || c.d == null", "a.b != 'true || x' or c.d == None");
    }

    #[test]
    fn times_are_iso_8601() {
        let check =
            |milliseconds: f64, expect: &str| assert_eq!(duration(milliseconds), format!("\"{expect}\""));
        check(0.0, "PT0S");
        check(90_000.0, "PT1M30S");
        check(1_500.0, "PT1.500S");
        check(2.0 * 86_400_000.0, "P2D");
        check(86_400_000.0 + 3_600_000.0, "P1DT1H");
    }
}
