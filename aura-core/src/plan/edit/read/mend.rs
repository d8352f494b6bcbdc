//! Typing errors in the words that steer a request.

/// Words long and peculiar enough that one wrong letter leaves no doubt.
const WORDS: &[&str] = &[
    "parallel",
    "gateway",
    "subprocess",
    "exclusive",
    "exchange",
    "replace",
    "remove",
    "delete",
    "insert",
    "append",
    "combine",
    "separate",
    "switch",
    "expand",
    "rename",
    "duplicate",
    "sequential",
    "condition",
    "conditional",
    "approval",
    "everything",
    "swapped",
];

/// The text with such words spelled right.
pub(super) fn spelling(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(mended).collect();
    words.join(" ")
}

fn mended(word: &str) -> String {
    let lower = word.to_lowercase();
    let core = lower.trim_end_matches(['.', ',', ';', ':', '?', '!']);
    let is_plain = core.chars().count() >= 5 && core.chars().all(|letter| letter.is_ascii_alphabetic());
    if !is_plain || super::verb::lemma_of(core).is_some() || WORDS.contains(&core) {
        return word.to_owned();
    }
    let is_form = |known: &str| {
        core == format!("{known}s") || core == format!("{known}d") || core == format!("{known}ly")
    };
    if WORDS.iter().any(|known| is_form(known)) {
        return word.to_owned();
    }
    match WORDS.iter().find(|known| is_one_off(core, known)) {
        Some(known) => format!("{known}{}", lower.strip_prefix(core).unwrap_or_default()),
        None => word.to_owned(),
    }
}

/// One letter more, less, other, or two neighbours changed round.
fn is_one_off(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let head = left.iter().zip(&right).take_while(|(one, two)| one == two).count();
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(one, two)| one == two).count();
    let longest = left.len().max(right.len());
    if left.len().abs_diff(right.len()) > 1 || longest < 6 {
        return false;
    }
    if head + tail + 1 >= longest {
        return true;
    }
    left.len() == right.len()
        && head + tail + 2 == longest
        && left.get(head) == right.get(head + 1)
        && left.get(head + 1) == right.get(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_mended() {
        let check = |text: &str, expect: &str| assert_eq!(spelling(text), expect);
        check("excpand it", "expand it");
        check("do it in paralell.", "do it in parallel.");
        check("swicth two", "switch two");
        check("later, removes the clerk", "later, removes the clerk");
    }
}
