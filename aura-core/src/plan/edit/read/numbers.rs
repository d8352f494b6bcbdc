//! Steps named by their numbers in a row: `steps 4 and 5`, `steps 2, 3 and 7`, `steps 2 to 4`, `steps 2-4`.

/// Words for the place of one step in a row.
pub(super) const NUMBERS: &[(&str, u32)] = &[
    ("first", 1),
    ("1st", 1),
    ("second", 2),
    ("2nd", 2),
    ("third", 3),
    ("3rd", 3),
    ("fourth", 4),
    ("4th", 4),
    ("fifth", 5),
    ("last", u32::MAX),
    ("final", u32::MAX),
];

/// Most steps that a range may name.
const LONGEST_RANGE: u32 = 30;
/// Most steps that a list may name.
const LONGEST_LIST: usize = 60;
/// Words between the numbers of a list.
const JOINTS: &[&str] = &["and", "&", "or"];
/// Words between the ends of a range.
const LINKS: &[&str] = &["to", "through", "thru", "until", "-", "–"];

/// The text with each step of such a row named by itself: `step 4 and step 5`.
pub(super) fn one_by_one(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let row = noun(word).and_then(|is_plural| row(words.get(at + 1..)?, is_plural));
        if let Some(row) = row.filter(|row| row.numbers.len() > 1) {
            let named: Vec<String> = row.numbers.iter().map(|number| format!("step {number}")).collect();
            out.push(format!("{}{}", named.join(" and "), row.sign));
            at += 1 + row.words;
        } else {
            out.push((*word).to_owned());
            at += 1;
        }
    }
    out.join(" ")
}

/// Whether a noun for steps is in the plural; nothing for other words.
fn noun(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "steps" | "tasks" => Some(true),
        "step" | "task" => Some(false),
        _ => None,
    }
}

/// A row of numbers.
struct Row {
    numbers: Vec<u32>,
    /// How many words it takes.
    words: usize,
    /// The sign behind it.
    sign: String,
}

/// The row at the beginning of some words.
fn row(words: &[&str], is_plural: bool) -> Option<Row> {
    let (first, sign) = numbers_in(words.first()?)?;
    let mut row = Row { numbers: first, words: 1, sign };
    while row.numbers.len() < LONGEST_LIST && row.sign != "." {
        let word = |behind: usize| words.get(row.words + behind).map(|word| word.to_lowercase());
        let is_one_of =
            |behind: usize, list: &[&str]| word(behind).is_some_and(|word| list.contains(&word.as_str()));
        let next = |behind: usize| words.get(row.words + behind).and_then(|word| numbers_in(word));
        if row.sign.is_empty() && is_plural && is_one_of(0, LINKS) {
            let (Some((last, sign)), Some(from)) = (next(1), row.numbers.last().copied()) else { break };
            let Some(more) = last.first().and_then(|last| between(from, *last)) else { break };
            row = Row {
                numbers: [row.numbers, more.into_iter().skip(1).collect()].concat(),
                words: row.words + 2,
                sign,
            };
            continue;
        }
        let skip = usize::from(is_one_of(0, JOINTS));
        if skip == 0 && row.sign.is_empty() {
            break;
        }
        let Some((more, sign)) = next(skip) else { break };
        row = Row { numbers: [row.numbers, more].concat(), words: row.words + skip + 1, sign };
    }
    Some(row)
}

/// The numbers of one word, and the sign behind them: `4`, `5,`, `2-4`.
fn numbers_in(word: &str) -> Option<(Vec<u32>, String)> {
    let bare = word.trim_end_matches([',', '.']);
    let sign = word.get(bare.len()..)?.to_owned();
    if let Ok(number) = bare.parse() {
        return Some((vec![number], sign));
    }
    let (first, last) = bare.split_once(['-', '–'])?;
    Some((between(first.parse().ok()?, last.parse().ok()?)?, sign))
}

fn between(first: u32, last: u32) -> Option<Vec<u32>> {
    (first < last && last - first < LONGEST_RANGE).then(|| (first..=last).collect())
}

#[cfg(test)]
mod tests {
    use super::one_by_one;

    #[test]
    fn each_step_of_a_row_is_named() {
        let check = |text: &str, expect: &str| assert_eq!(one_by_one(text), expect);
        check("swap steps 4 and 5", "swap step 4 and step 5");
        check("merge steps 2, 3 and 7 into one", "merge step 2 and step 3 and step 7 into one");
        check("merge steps 2, 3, and 7.", "merge step 2 and step 3 and step 7.");
        check("group steps 2 to 4 as \"X\"", "group step 2 and step 3 and step 4 as \"X\"");
        check("remove steps 2-4, then undo", "remove step 2 and step 3 and step 4, then undo");
        check("swap step 1 and 2", "swap step 1 and step 2");
        check("move step 2 to 4", "move step 2 to 4");
        check("make steps 3 and pay parallel", "make steps 3 and pay parallel");
        check("wait 2 and 3", "wait 2 and 3");
    }
}
