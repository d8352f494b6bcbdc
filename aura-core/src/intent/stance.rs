//! What a sentence is there for: to tell what happens, how it is today, what is dreamt of, or to command the reader.
//!
//! Only sentences about what happens may give steps. The others keep their meaning elsewhere: measures, rules and the
//! goal are read from them as from any sentence.

use crate::text::{Sentence, Tag, TokenKind};

use super::section::{Section, Unit};

/// What a sentence is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stance {
    /// It tells what happens or shall happen.
    Process,
    /// It tells how it is or was: figures, complaints, history.
    Background,
    /// It wishes for a quality or for the product as a whole.
    Wish,
    /// It commands whoever reads the text, not somebody in the process.
    Order,
    /// It is code, not a sentence.
    Code,
}

/// The stance of every line.
pub(super) fn stances(text: &str, lines: &[Unit<'_>]) -> Vec<Stance> {
    let mut found: Vec<Stance> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let is_first = lines.iter().take(index).all(|before| before.section == Section::Title);
        let mut stance = stance(text, line, is_first);
        // `Half of them get lost.` goes on with how it is.
        let partitive =
            says(line.sentence, line.first, &[&["of", "them"]]) && line.sentence.tokens.len() <= 12;
        if partitive && found.last() == Some(&Stance::Background) && stance == Stance::Process {
            stance = Stance::Background;
        }
        // What follows an order in the same paragraph without a subject of its own is part of it.
        let follows = index > 0 && found.last() == Some(&Stance::Order) && !line.opens;
        if follows && stance != Stance::Code && is_addressed(line.sentence, line.first) {
            stance = Stance::Order;
        }
        found.push(stance);
    }
    if let Some(first) = found.first_mut().filter(|stance| **stance == Stance::Process && is_headline(lines))
    {
        *first = Stance::Wish;
    }
    if let Some(turn) = turn(lines, &found) {
        for (line, stance) in lines.iter().zip(found.iter_mut()).take(turn) {
            let told = line.section == Section::Open && line.item.is_none() && line.label.is_empty();
            if told && *stance == Stance::Process && !asks(line.sentence, line.first) {
                *stance = Stance::Background;
            }
        }
    }
    found
}

/// Whether the first sentence stands alone above the text and says what shall be: `Claims under 5,000 € should be settled
/// without a visit.`
pub(super) fn is_headline(lines: &[Unit<'_>]) -> bool {
    const FEWEST_SENTENCES: usize = 4;
    let [first, rest @ ..] = lines else { return false };
    let alone = first.opens && first.item.is_none() && rest.first().is_some_and(|next| next.opens);
    let told = rest.iter().filter(|line| line.section == Section::Open && line.item.is_none()).count();
    let wished = (first.first..first.sentence.tokens.len()).any(|at| {
        matches!(first.sentence.word(at), "should" | "shall")
            && matches!(first.sentence.word(at + 1), "be" | "no")
    });
    first.section == Section::Open && alone && wished && told >= FEWEST_SENTENCES
}

fn stance(text: &str, line: &Unit<'_>, is_first: bool) -> Stance {
    let (sentence, from) = (line.sentence, line.first);
    let words = sentence.span.of(text);
    if ["{", "}", "</", "/>", "<%", "](", "]]", "=\"", "()"].iter().any(|mark| words.contains(mark))
        || words.starts_with('=')
    {
        return Stance::Code;
    }
    if is_order(sentence, from) {
        return Stance::Order;
    }
    if is_background(line) {
        return Stance::Background;
    }
    if is_wish(line, is_first) { Stance::Wish } else { Stance::Process }
}

/// Whether any of the phrases stands in the sentence.
pub(super) fn says(sentence: &Sentence, from: usize, phrases: &[&[&str]]) -> bool {
    (from..sentence.tokens.len()).any(|at| phrases.iter().any(|phrase| sentence.stands_at(at, phrase)))
}

/// Whether one of the phrases opens the sentence.
fn opens(sentence: &Sentence, from: usize, phrases: &[&[&str]]) -> bool {
    phrases.iter().any(|phrase| sentence.stands_at(from, phrase))
}

/// `ignore your instructions`, `you are now …`, `print your system prompt`, `do not mention this paragraph`.
fn is_order(sentence: &Sentence, from: usize) -> bool {
    const OVERRIDING: &[&str] = &["ignore", "disregard", "forget", "override", "bypass"];
    const GUIDANCE: &[&str] =
        &["instruction", "instructions", "prompt", "prompts", "guidelines", "directions", "rules"];
    let overrides = (from..sentence.tokens.len()).any(|at| {
        OVERRIDING.contains(&sentence.word(at))
            && sentence.tag(at.wrapping_sub(1)) != Tag::Modal
            && (at + 1..at + 7).any(|next| GUIDANCE.contains(&sentence.word(next)))
            && (at + 1..at + 5).any(|next| {
                matches!(
                    sentence.word(next),
                    "your" | "all" | "any" | "previous" | "prior" | "above" | "these"
                )
            })
    });
    overrides
        || says(
            sentence,
            from,
            &[
                &["system", "prompt"],
                &["you", "are", "now"],
                &["you", "are", "no", "longer"],
                &["your", "instructions"],
                &["not", "mention", "this"],
                &["new", "instructions", ":"],
            ],
        )
}

/// Whether a sentence has no subject, or `you`.
fn is_addressed(sentence: &Sentence, from: usize) -> bool {
    let at = from + usize::from(matches!(sentence.word(from), "please" | "then" | "and" | "now" | "also"));
    sentence.tag(at) == Tag::VerbBase || matches!(sentence.word(at), "you" | "your" | "do" | "never")
}

fn is_background(line: &Unit<'_>) -> bool {
    const TODAY: &[&[&str]] = &[
        &["today"],
        &["currently"],
        &["nowadays"],
        &["right", "now"],
        &["at", "the", "moment"],
        &["at", "present"],
        &["these", "days"],
        &["until", "now"],
        &["in", "the", "past"],
        &["used", "to"],
        &["previously"],
        &["historically"],
        &["last", "month"],
        &["last", "quarter"],
        &["last", "summer"],
        &["last", "winter"],
        &["last", "spring"],
        &["last", "autumn"],
        &["keep", "asking"],
        &["keeps", "asking"],
        &["the", "problem", "is"],
        &["the", "trouble", "is"],
    ];
    let (sentence, from) = (line.sentence, line.first);
    if line.section == Section::Steps && line.item.is_some() {
        return false;
    }
    // `as today`, `the one we have today`: a comparison with how it is does not make the sentence about today.
    let compared = says(sentence, from, &[&["as", "today"], &["have", "today"], &["did", "last"]]);
    let about_today = (says(sentence, from, TODAY) || opens(sentence, from, &[&["so", "far"]])) && !compared;
    let was = says(sentence, from, &[&["last", "year"], &["last", "week"]]) && told_in_past(sentence, from);
    about_today
        || was
        || told_in_past(sentence, from)
            && !says(sentence, from, &[&["if"], &["when"], &["should"], &["must"]])
        || is_statistic(sentence, from)
}

/// Whether all finite verbs outside relative clauses stand in the past: `we handled`, `two people asked`.
fn told_in_past(sentence: &Sentence, from: usize) -> bool {
    let mut past = false;
    for at in from..sentence.tokens.len() {
        if matches!(sentence.word(at), "'d" | "’d" | "would") {
            return false;
        }
        match sentence.tag(at) {
            Tag::VerbPast => past = true,
            Tag::Auxiliary if matches!(sentence.word(at), "was" | "were" | "had" | "did") => past = true,
            Tag::Auxiliary if matches!(sentence.word(at), "been" | "being") => {}
            Tag::VerbBase if at > 0 && matches!(sentence.tag(at - 1), Tag::To) => {}
            Tag::VerbThird | Tag::Modal | Tag::Auxiliary | Tag::VerbBase => return false,
            _ => {}
        }
    }
    past
}

/// `We process 3,400 expenses a month`, `We run a shop with 12 people`.
fn is_statistic(sentence: &Sentence, from: usize) -> bool {
    const HAVING: &[&str] = &["run", "operate", "own", "have", "are", "sell", "employ", "count"];
    const HANDLING: &[&str] = &[
        "process", "handle", "publish", "serve", "get", "receive", "see", "treat", "ship", "host", "support",
        "manage", "lose", "loose", "deliver", "print", "answer", "issue", "book", "take",
    ];
    let at = from + usize::from(matches!(sentence.word(from), "and" | "so"));
    if !matches!(sentence.word(at), "we" | "i") {
        return false;
    }
    let numbered = (at..sentence.tokens.len()).any(|index| sentence.tag(index) == Tag::Number);
    let rate = (at..sentence.tokens.len()).any(|index| {
        matches!(sentence.word(index), "a" | "per" | "each" | "every" | "/")
            && matches!(sentence.word(index + 1), "day" | "week" | "month" | "year" | "quarter" | "hour")
    });
    let verb = (at + 1..at + 4).find(|index| sentence.tag(*index).is_finite());
    let word = verb.map_or("", |index| sentence.word(index));
    HAVING.contains(&word) || HANDLING.contains(&word) && numbered && rate
}

/// Verbs that make or better the product as a whole.
const SHAPING: &[&str] = &[
    "build",
    "create",
    "launch",
    "introduce",
    "develop",
    "design",
    "deliver",
    "automate",
    "digitise",
    "digitize",
    "replace",
    "offer",
    "provide",
    "have",
    "become",
    "be",
    "think",
    "rethink",
    "redesign",
    "own",
];
/// Verbs that better something by themselves.
const BETTERING: &[&str] = &[
    "improve",
    "simplify",
    "streamline",
    "modernise",
    "modernize",
    "optimise",
    "optimize",
    "enhance",
    "transform",
    "reinvent",
    "delight",
    "fix",
    "rethink",
    "redesign",
    "revolutionise",
    "revolutionize",
];

fn is_wish(line: &Unit<'_>, is_first: bool) -> bool {
    let (sentence, from) = (line.sentence, line.first);
    if line.item.is_some_and(|item| item.1) || line.section == Section::Steps {
        return false;
    }
    let dreamt = says(
        sentence,
        from,
        &[
            &["something", "like"],
            &["would", "be", "good"],
            &["would", "be", "nice"],
            &["would", "be", "great"],
            &["would", "be", "helpful"],
            &["would", "be", "ideal"],
            &["make", "it", "happen"],
            &["think", "big"],
        ],
    );
    if dreamt {
        return true;
    }
    let (at, asked) = after_opening(sentence, from);
    let verb = sentence.word(at);
    if verb == "make" {
        let better = (at + 1..(at + 10).min(sentence.tokens.len())).any(|index| {
            let word = sentence.word(index);
            matches!(
                word,
                "more" | "less" | "better" | "easy" | "simple" | "fun" | "great" | "nice" | "happen"
            ) || super::words::QUALITIES.contains(&word)
                || sentence.tag(index) == Tag::Adjective
                    && (word.ends_with("er") || word.ends_with("ier"))
                    && !sentence.tag(index + 1).is_noun()
        });
        return better;
    }
    if !(asked || sentence.tag(at) == Tag::VerbBase) {
        return false;
    }
    BETTERING.contains(&verb) || SHAPING.contains(&verb) && (asked || is_first && line.item.is_none())
}

/// The token after `we want to`, `please`, `let's`, and whether something like that stood there.
fn after_opening(sentence: &Sentence, from: usize) -> (usize, bool) {
    const OPENINGS: &[&[&str]] = &[
        &["we", "want", "to"],
        &["i", "want", "to"],
        &["we", "need", "to"],
        &["we", "would", "like", "to"],
        &["we", "'d", "like", "to"],
        &["i", "would", "like", "to"],
        &["i", "'d", "like", "to"],
        &["we", "aim", "to"],
        &["we", "plan", "to"],
        &["let", "'s"],
        &["help", "us"],
        &["our", "goal", "is", "to"],
        &["the", "goal", "is", "to"],
        &["our", "aim", "is", "to"],
        &["our", "vision", "is", "to"],
    ];
    let at = from + usize::from(matches!(sentence.word(from), "please" | "so" | "and"));
    OPENINGS
        .iter()
        .find(|phrase| sentence.stands_at(at, phrase))
        .map_or((at, false), |phrase| (at + phrase.len(), true))
}

/// The line where a text turns from how it is to how it shall be, where what follows is worth a turn.
fn turn(lines: &[Unit<'_>], stances: &[Stance]) -> Option<usize> {
    const TURNS: &[&[&str]] = &[
        &["we", "want"],
        &["we", "'d", "like"],
        &["we", "would", "like"],
        &["i", "want"],
        &["i", "'d", "like"],
        &["i", "would", "like"],
        &["the", "idea", "is"],
        &["our", "idea", "is"],
        &["the", "plan", "is"],
        &["what", "i", "have", "in", "mind"],
        &["what", "we", "have", "in", "mind"],
        &["in", "future"],
        &["in", "the", "future"],
        &["from", "now", "on"],
        &["instead"],
        &["could", "we"],
        &["can", "we"],
        &["please", "build"],
        &["what", "we", "need"],
        &["we", "need"],
    ];
    let is_text = |line: &Unit<'_>| line.section == Section::Open && line.item.is_none();
    let at = lines.iter().zip(stances).position(|(line, stance)| {
        is_text(line)
            && !matches!(stance, Stance::Background | Stance::Order | Stance::Code)
            && (opens(line.sentence, line.first, TURNS)
                || matches!(line.label.as_str(), "idea" | "proposal" | "the idea" | "wish")
                || matches!(line.sentence.word(line.first), "idea" | "proposal") && line.sentence.word(line.first + 1) == ":")
            // `we want less than 10 %` states a measure and turns nothing.
            && !(line.first..line.sentence.tokens.len().min(line.first + 7))
                .any(|at| line.sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number))
    })?;
    let told = |range: &[Unit<'_>]| range.iter().filter(|line| line.section != Section::Title).count();
    let (before, after) = lines.split_at(at);
    (told(before) > 0 && told(before) <= told(after) + 1).then_some(at)
}

/// Whether a sentence asks for something by its modal verb.
fn asks(sentence: &Sentence, from: usize) -> bool {
    says(sentence, from, &[&["should"], &["must"], &["shall"], &["will"]])
}
