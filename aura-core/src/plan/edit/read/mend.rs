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

/// The text with such words spelled right and with words that lost the space between them apart.
pub(super) fn spelling(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let next_is_letter = |at: usize| {
        let next =
            words.get(at + 1).map(|word| word.trim_matches(|letter: char| letter.is_ascii_punctuation()));
        next.is_some_and(|word| word.chars().count() == 1 && word.chars().all(char::is_alphanumeric))
    };
    let mended: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match word.to_lowercase().as_str() {
            // Too short to be mended alone; the letter behind it makes it a name.
            "tssk" | "taks" | "tsak" | "atsk" | "taask" | "taskk" | "tas" if next_is_letter(at) => {
                "task".to_owned()
            }
            _ => apart(word).unwrap_or_else(|| mended(word)),
        })
        .collect();
    phrases(&super::numbers::one_by_one(&mended.join(" ")))
}

/// Ways to say with several words what one word says. Longer ones first where they begin alike.
const PHRASES: &[(&str, &str)] = &[
    ("get rid of", "remove"),
    ("gets rid of", "remove"),
    ("getting rid of", "remove"),
    ("do away with", "remove"),
    ("throw away", "remove"),
    ("throw out", "remove"),
    ("leave out", "remove"),
    ("take away", "remove"),
    ("take out", "remove"),
    ("cut out", "remove"),
    ("has to go", "is removed"),
    ("have to go", "are removed"),
    ("is not needed", "is removed"),
    ("isn't needed", "is removed"),
    ("is no longer needed", "is removed"),
    ("are no longer needed", "are removed"),
    ("we don't need", "remove"),
    ("we do not need", "remove"),
    ("we no longer need", "remove"),
    ("ahead of", "before"),
    ("prior to", "before"),
    ("as soon as", "once"),
    ("in place of", "instead of"),
    ("takes the place of", "replaces"),
    ("takes over from", "replaces"),
    ("alongside", "in parallel to"),
    ("side by side with", "in parallel to"),
    ("in tandem with", "in parallel to"),
    ("reverse the order of", "swap"),
    ("invert the order of", "swap"),
    ("becomes", "is changed to"),
    ("become", "are changed to"),
    ("is now called", "is renamed to"),
    ("conditional on", "conditional if"),
    ("dependent on", "conditional if"),
    ("should be called", "is renamed to"),
    ("should be named", "is renamed to"),
    ("shall be called", "is renamed to"),
    ("will be called", "is renamed to"),
];

/// The text with such ways said in one word, except between quotation marks.
pub(super) fn phrases(text: &str) -> String {
    let outside =
        |part: &str| PHRASES.iter().fold(part.to_owned(), |text, (said, meant)| replaced(&text, said, meant));
    let parts: Vec<String> = text
        .split('"')
        .enumerate()
        .map(|(at, part)| if at % 2 == 0 { outside(part) } else { part.to_owned() })
        .collect();
    parts.join("\"")
}

/// A phrase replaced wherever it stands as whole words.
fn replaced(text: &str, said: &str, meant: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in lower.match_indices(said) {
        let ends = at + said.len();
        let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(ends..).and_then(|text| text.chars().next());
        if at >= from && is_edge(before) && is_edge(after) {
            out.push_str(text.get(from..at).unwrap_or_default());
            out.push_str(meant);
            from = ends;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// `renametask` → `rename task`, `taskB` → `task B`.
fn apart(word: &str) -> Option<String> {
    for noun in ["task", "step"] {
        if let Some(verb) = word.to_lowercase().strip_suffix(noun)
            && super::verb::is_command(verb)
        {
            return Some(format!("{verb} {noun}"));
        }
        let Some(rest) = word.strip_prefix(noun) else { continue };
        let mut letters = rest.chars();
        let named = letters.next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
        let ends = letters.next().is_none_or(|next| !next.is_alphabetic());
        if named && ends {
            return Some(format!("{noun} {rest}"));
        }
    }
    None
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
        check("renametask 3, swap taskB", "rename task 3, swap task B");
        check("move tssk 3", "move task 3");
        check("group steps 2 to 4", "group step 2 and step 3 and step 4");
        check("move steps 2 to the end", "move steps 2 to the end");
        check("taskforce, steps", "taskforce, steps");
        check("Get rid of it, \"get rid of it\"", "remove it, \"get rid of it\"");
        check("forget rid of", "forget rid of");
    }
}
