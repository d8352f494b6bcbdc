//! Words that praise or blame without a number, and when they say nothing about what is wanted.

use crate::text::{Sentence, Tag};

/// Qualities that nobody can measure as they stand.
const QUALITIES: &[&str] = &[
    "acceptable",
    "adequate",
    "adequately",
    "advanced",
    "affordable",
    "annoying",
    "appropriate",
    "appropriately",
    "asap",
    "attractive",
    "awesome",
    "beautiful",
    "best",
    "better",
    "big",
    "bigger",
    "cheap",
    "cheaper",
    "cleaner",
    "clearer",
    "clearly",
    "clunky",
    "cluttered",
    "comfortable",
    "comfortably",
    "compelling",
    "comprehensive",
    "confusing",
    "consistent",
    "consistently",
    "convenient",
    "conveniently",
    "cool",
    "crisp",
    "cumbersome",
    "customisable",
    "customizable",
    "decent",
    "delightful",
    "difficult",
    "dynamic",
    "easier",
    "easily",
    "easy",
    "effective",
    "effectively",
    "efficient",
    "efficiently",
    "elegant",
    "engaging",
    "excessive",
    "excessively",
    "fancy",
    "fast",
    "faster",
    "flexible",
    "friendlier",
    "friendly",
    "good",
    "great",
    "handy",
    "harder",
    "helpful",
    "huge",
    "immediately",
    "inconvenient",
    "instantly",
    "intuitive",
    "intuitively",
    "large",
    "larger",
    "lightweight",
    "long",
    "longer",
    "meaningful",
    "messy",
    "minimal",
    "modern",
    "nasty",
    "neat",
    "neatly",
    "next-generation",
    "nice",
    "nicely",
    "nicer",
    "noticeable",
    "noticeably",
    "obvious",
    "obviously",
    "optimal",
    "optimally",
    "painful",
    "polished",
    "powerful",
    "pretty",
    "prominent",
    "prominently",
    "promptly",
    "proper",
    "properly",
    "quick",
    "quicker",
    "quickly",
    "readable",
    "reasonable",
    "reasonably",
    "recent",
    "recently",
    "relevant",
    "reliable",
    "reliably",
    "responsive",
    "rich",
    "richer",
    "robust",
    "safely",
    "sane",
    "scalable",
    "seamless",
    "seamlessly",
    "securely",
    "sensible",
    "short",
    "shorter",
    "significant",
    "significantly",
    "simple",
    "simpler",
    "simply",
    "slick",
    "slow",
    "slower",
    "sluggish",
    "small",
    "smaller",
    "smart",
    "smarter",
    "smooth",
    "smoother",
    "smoothly",
    "snappy",
    "soon",
    "state-of-the-art",
    "subtle",
    "sufficient",
    "sufficiently",
    "suitable",
    "tedious",
    "tidy",
    "timely",
    "tiny",
    "ugly",
    "usable",
    "user-friendly",
    "weird",
];
/// Sizes that are part of a fixed expression before these words.
const FIXED_AFTER: &[&str] = &[
    "press", "tap", "click", "way", "term", "run", "idea", "bet", "deal", "luck", "morning", "reason", "as",
    "ago", "enough", "to", "for",
];
/// What a writer calls the request itself.
const REQUESTS: &[&str] = &[
    "feature",
    "option",
    "idea",
    "addition",
    "thing",
    "functionality",
    "improvement",
    "suggestion",
    "one",
    "change",
];

/// Whether a word names a quality that nobody can measure.
pub(super) fn is_quality(word: &str) -> bool {
    QUALITIES.contains(&word)
}

/// Whether the word at a place leaves open what is wanted.
///
/// Not meant are words that a number explains, that judge the request (`that would be nice`), that tell how it is today
/// (`the list is confusing`), or that stand in a name in quotation marks.
pub(super) fn is_vague(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    QUALITIES.contains(&word)
        && !is_measured(sentence, at)
        && !is_quoted(sentence, at)
        && !judges_the_request(sentence, at)
        && !tells_of_today(sentence, at)
}

/// Whether a number next to the word says what it means.
fn is_measured(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(2)..at + 4).any(|near| near != at && sentence.tag(near) == Tag::Number)
}

/// Whether the word stands in a short name in quotation marks.
fn is_quoted(sentence: &Sentence, at: usize) -> bool {
    let is_mark = |near: usize| matches!(sentence.word(near), "\"" | "“" | "”" | "'" | "‘" | "’");
    (at.saturating_sub(3)..at).any(is_mark) && (at + 1..at + 4).any(is_mark)
}

/// `would be nice`, `nice to have`, `a useful feature`, `a good idea`, `a long press`.
fn judges_the_request(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.word(at + 1);
    let before = |back: usize| at.checked_sub(back).map_or("", |place| sentence.word(place));
    let is_wished = (1..=3).any(|back| matches!(before(back), "be" | "become"))
        && (2..=5).any(|back| matches!(before(back), "would" | "will" | "'d" | "might" | "could" | "may"));
    let ends = !sentence.tag(at + 1).is_noun();
    // `in simple words`: a way to speak.
    let is_spoken = before(1) == "in" && matches!(next, "words" | "terms" | "language");
    is_spoken
        || REQUESTS.contains(&next)
        || FIXED_AFTER.contains(&next) && matches!(sentence.word(at), "long" | "short" | "good" | "best")
        || is_wished && ends && !word_is_adverb(sentence.word(at))
        || matches!(before(1), "how" | "thus")
}

/// `the list is confusing`: the writer's complaint about how it is.
fn tells_of_today(sentence: &Sentence, at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).map_or("", |place| sentence.word(place));
    let is_today =
        |word: &str| matches!(word, "is" | "are" | "'s" | "’s" | "was" | "were" | "seems" | "feels" | "'m");
    let ends = !sentence.tag(at + 1).is_noun() && !word_is_adverb(sentence.word(at));
    let joined = matches!(back(1), "and" | "or" | ",") && (2..=4).any(|count| is_today(back(count)));
    let direct = is_today(back(1))
        || is_today(back(2))
            && matches!(back(1), "not" | "n't" | "n’t" | "very" | "too" | "so" | "quite" | "really");
    ends && (direct || joined)
}

fn word_is_adverb(word: &str) -> bool {
    word.ends_with("ly") && !matches!(word, "friendly" | "user-friendly" | "timely" | "ugly")
        || matches!(word, "soon" | "asap")
}
