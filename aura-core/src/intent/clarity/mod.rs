//! Whether a request is clear enough to start with, and what to ask where it is not.
//!
//! In comes one request in plain words; out go a verdict, how vague it is, and up to five questions about what is
//! usually needed for such a request and not said. Never here: plans, or what the user meant.

mod need;

use crate::text::{Sentence, Tag, TokenKind, analyse, clean, noun_phrases, quantities, verb_lemma};

use need::NEEDS;

/// Most questions about one request.
const MOST_DETAILS: usize = 5;

/// What is known about the clarity of a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Clarity {
    /// Whether something important is left open.
    pub is_vague: bool,
    /// How vague it is, from 0 (a question of fact) to 1; above 0.5 it is vague.
    pub vagueness: f64,
    /// What could be asked, the most important first, at most five. A clear request can be met without.
    pub details: Vec<Detail>,
}

/// Something that is usually needed and not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Stable name, for example `budget`.
    pub code: &'static str,
    /// The question.
    pub question: String,
    /// Answers to choose from.
    pub options: Vec<String>,
}

/// Verbs that ask for something to be made for somebody.
const MAKING: &[&str] = &[
    "plan",
    "design",
    "create",
    "write",
    "develop",
    "organize",
    "organise",
    "prepare",
    "build",
    "draft",
    "recommend",
    "suggest",
    "help",
    "guide",
    "make",
    "learn",
    "schedule",
    "compare",
    "analyze",
    "analyse",
    "set",
    "arrange",
    "curate",
    "compile",
    "generate",
    "teach",
    "improve",
    "start",
    "advise",
    "propose",
    "track",
    "automate",
    "backup",
    "back",
];
/// Verbs that ask for something that is known.
const LOOKING: &[&str] = &[
    "find",
    "get",
    "retrieve",
    "check",
    "list",
    "identify",
    "convert",
    "rank",
    "search",
    "explain",
    "summarize",
    "summarise",
    "look",
    "count",
    "calculate",
    "define",
];
/// Words that open a question of fact.
const ASKING: &[&[&str]] = &[
    &["who"],
    &["when"],
    &["where"],
    &["which"],
    &["how", "many"],
    &["how", "much"],
    &["what", "is"],
    &["what", "are"],
    &["what", "was"],
    &["what", "were"],
    &["what", "'s"],
    &["what", "’s"],
];
/// Words that fix a moment or a span of time.
const MOMENTS: &[&str] = &[
    "current",
    "currently",
    "today",
    "now",
    "past",
    "century",
    "last",
    "decade",
    "yesterday",
    "upcoming",
    "latest",
];
/// Words that name one thing out of many by a fact.
const EXTREMES: &[&str] =
    &["most", "highest", "lowest", "largest", "smallest", "longest", "winner", "winners", "won", "first"];
/// Words for whoever begins.
const BEGINNING: &[&str] =
    &["beginner", "beginners", "basic", "basics", "simple", "easy", "fundamental", "fundamentals"];
/// Phrases that narrow down what is wanted.
const NARROWING: &[&[&str]] = &[
    &["based", "on"],
    &["according", "to"],
    &["including"],
    &["that", "includes"],
    &["suitable", "for"],
    &["using"],
    &["under"],
    &["without"],
];

/// Tells whether a request is vague, and what to ask about it.
///
/// The verdict weighs what kind of request it is against how much it pins down: names, numbers, moments and
/// conditions. Weights are rounded from a logistic fit with both kinds of requests counted equally.
///
/// # Example
/// ```
/// use aura_core::intent::clarity;
/// let party = clarity("Help me plan a party for my team.");
/// assert!(party.is_vague);
/// assert!(party.details.iter().any(|detail| detail.code == "budget"));
/// assert!(!clarity("How many seats does the town hall of Lund have today?").is_vague);
/// ```
pub fn clarity(text: &str) -> Clarity {
    let text = clean(text).text;
    let blocks = analyse(&text);
    let sentences: Vec<&Sentence> = blocks.iter().flat_map(|block| &block.sentences).collect();
    let score = score(&sentences);
    let vagueness = (1.0 / (1.0 + libm::exp(-score)) * 1_000.0).round() / 1_000.0;
    let is_vague = score > 0.0;
    let details = details(&text, &sentences);
    Clarity { is_vague, vagueness, details }
}

/// Above 0 where a request is vague.
fn score(sentences: &[&Sentence]) -> f64 {
    let has = |words: &[&str]| {
        sentences
            .iter()
            .any(|sentence| sentence.tokens.iter().any(|token| words.contains(&token.lower.as_str())))
    };
    let opens = |phrase: &&[&str]| sentences.iter().any(|sentence| sentence.stands_at(0, phrase));
    let stands = |phrase: &&[&str]| {
        sentences.iter().any(|sentence| (0..sentence.tokens.len()).any(|at| sentence.stands_at(at, phrase)))
    };
    let first_verb = |verbs: &[&str]| {
        sentences.iter().any(|sentence| verbs.contains(&verb_lemma(sentence.word(0)).as_str()))
    };
    let makes = sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens)
        .any(|token| MAKING.contains(&token.lower.as_str()));
    let names: usize = sentences.iter().map(|sentence| names(sentence)).sum();
    let words = sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| token.kind != TokenKind::Punctuation)
        .count();
    let numbered = sentences.iter().any(|sentence| !quantities(sentence).is_empty())
        || sentences.iter().any(|sentence| sentence.tokens.iter().any(|token| token.tag == Tag::Number));
    let weigh = |weight: f64, holds: bool| if holds { weight } else { 0.0 };
    0.55 + weigh(-0.9, ASKING.iter().any(opens))
        + weigh(-0.75, first_verb(LOOKING))
        + weigh(0.85, makes)
        + weigh(0.4, has(&["i", "my", "me"]))
        + weigh(0.2, has(&["want", "need", "like", "help"]))
        + weigh(-1.0, has(MOMENTS) || has_year(sentences))
        + weigh(-0.5, numbered)
        + weigh(-0.6, has(EXTREMES))
        + weigh(-0.6, has(BEGINNING))
        + weigh(-0.4, NARROWING.iter().any(stands))
        + weigh(0.7, has(need::PERSONAL))
        - 0.35 * names.min(2) as f64
        - 0.3 * (words as f64 - 13.0) / 8.0
}

fn has_year(sentences: &[&Sentence]) -> bool {
    let is_year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit())
    };
    sentences.iter().any(|sentence| sentence.tokens.iter().any(|token| is_year(&token.lower)))
}

/// How many words behind the first are written as names.
fn names(sentence: &Sentence) -> usize {
    let is_name = |at: &usize| {
        sentence.tokens.get(*at).is_some_and(|token| token.capital)
            && !matches!(sentence.word(*at), "i" | "i'm" | "i'd" | "i've")
    };
    (1..sentence.tokens.len()).filter(is_name).count()
}

/// What such a request usually needs and does not say.
fn details(text: &str, sentences: &[&Sentence]) -> Vec<Detail> {
    let words: Vec<&str> =
        sentences.iter().flat_map(|sentence| &sentence.tokens).map(|token| token.lower.as_str()).collect();
    let singular: Vec<String> = words.iter().map(|word| crate::text::noun_singular(word)).collect();
    let says = |wanted: &str| words.contains(&wanted) || singular.iter().any(|one| one == wanted);
    let thing = main_thing(text, sentences).unwrap_or_else(|| "result".to_owned());
    let mut chosen: Vec<(f64, usize)> = NEEDS
        .iter()
        .enumerate()
        .filter(|(_, need)| !need.said.split_whitespace().any(says))
        .filter_map(|(index, need)| {
            let is_called = need.called.split_whitespace().any(says);
            let weight = need.usual + if is_called { need.wanted } else { 0.0 };
            (weight > 0.0).then_some((weight, index))
        })
        .collect();
    chosen.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    chosen
        .into_iter()
        .take(MOST_DETAILS)
        .filter_map(|(_, index)| NEEDS.get(index))
        .map(|need| Detail {
            code: need.code,
            question: need.question.replace("{thing}", &thing),
            options: need.options.iter().map(|option| (*option).to_owned()).collect(),
        })
        .collect()
}

/// What the request is about: the first thing behind its first verb of making or looking, else the first thing.
fn main_thing(text: &str, sentences: &[&Sentence]) -> Option<String> {
    let things = |sentence: &Sentence, from: usize| {
        noun_phrases(sentence)
            .into_iter()
            .filter(|phrase| phrase.first >= from && !phrase.is_pronoun(sentence))
            .find(|phrase| {
                !matches!(
                    sentence.word(phrase.head),
                    "list" | "guide" | "way" | "ways" | "set" | "step" | "steps"
                )
            })
            .map(|phrase| phrase.core(sentence).of(text).to_lowercase())
    };
    let asked = sentences.iter().find_map(|sentence| {
        let at = (0..sentence.tokens.len())
            .find(|at| MAKING.contains(&sentence.word(*at)) || LOOKING.contains(&sentence.word(*at)))?;
        things(sentence, at + 1)
    });
    let thing = asked.or_else(|| sentences.iter().find_map(|sentence| things(sentence, 0)))?;
    let kept: Vec<&str> = thing.split_whitespace().take(6).collect();
    Some(kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::clarity;

    #[test]
    fn what_is_said_is_not_asked_for() {
        let codes = |text: &str| -> Vec<&'static str> {
            let found = clarity(text);
            assert!(found.details.len() <= 5, "{text}");
            assert!(found.details.iter().all(|detail| detail.options.len() >= 2), "{text}");
            found.details.iter().map(|detail| detail.code).collect()
        };
        assert!(codes("I want to organise a picnic for my choir.").contains(&"budget"));
        assert!(
            !codes("I want to organise a picnic for my choir with a budget of ten pounds.")
                .contains(&"budget")
        );
        assert!(codes("Teach me how to knit.").contains(&"level"));
        assert!(!clarity("Who built the lighthouse of Skagen?").is_vague);
    }

    #[test]
    fn vagueness_is_a_share() {
        for text in ["", "?", "help", "Who won the race in 1999?", &"make it good ".repeat(500)] {
            let found = clarity(text);
            assert!((0.0..=1.0).contains(&found.vagueness), "{text}");
            assert_eq!(found.is_vague, found.vagueness > 0.5, "{text}");
        }
    }
}
