//! The parts of a user story: who wants it, what is done, with which things, what for.
//!
//! In comes one story ("As a …, I want …, so that …"); out go spans into it. Never here: steps of a plan.

use crate::text::{NounPhrase, Sentence, Span, Tag, VerbGroup, analyse, noun_phrases, verb_groups};

use super::forms::{self, Story, story};

/// The parts of a user story, as bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryParts {
    /// Who wants it, without the article.
    pub persona: Span,
    /// The verbs of what is done, in the wish and in the benefit.
    pub actions: Vec<Span>,
    /// The things and people that they are about, without articles.
    pub entities: Vec<Span>,
    /// What it is good for, to the end of the text.
    pub benefit: Option<Span>,
}

/// Verbs that open another act: `begin drafting`, `start using`.
const OPENING: &[&str] = &["begin", "start", "continue", "stop", "keep", "try", "help"];
/// Determiners that are no part of the thing they stand before.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "my", "your", "his", "her", "its", "our", "their", "this", "that", "these", "those",
    "such", "no",
];

/// Verbs that are no act of their own.
const HELPERS: &[&str] = &["can", "could", "will", "would", "shall", "should", "may", "might", "must", "let"];
/// A verb and the word behind it that together are one act.
const IDIOMS: &[(&str, &str)] = &[("make", "sure"), ("be", "sure"), ("learn", "more"), ("keep", "track")];
/// Participles that tie one thing to another.
const TYING: &[&str] = &[
    "related",
    "based",
    "given",
    "according",
    "regarding",
    "including",
    "concerning",
    "existing",
    "following",
    "depending",
    "pertaining",
];
/// Verbs of what is so, not of what is done.
const LASTING: &[&str] = &["belong", "pertain", "exist", "remain", "have", "contain", "conform", "differ"];
/// Adverbs without the ending `-ly` that are said with the verb behind them.
const BEFORE_VERBS: &[&str] = &["better", "still", "only", "either", "already"];
/// Adverbs without the ending `-ly` that are said with the verb before them.
const BEHIND_VERBS: &[&str] = &["better", "later", "further"];
/// Words that belong to the verb before them.
const PARTICLES: &[&str] =
    &["through", "off", "back", "away", "together", "along", "down", "up", "out", "around"];

/// Reads the parts of a user story, or `None` where the text is none.
///
/// # Example
/// ```
/// use aura_core::intent::story_parts;
/// let text = "As a nurse, I want to print a wristband, so that nobody is mixed up.";
/// let parts = story_parts(text).unwrap();
/// assert_eq!(parts.persona.of(text), "nurse");
/// assert_eq!(parts.actions[0].of(text), "print");
/// assert_eq!(parts.entities[0].of(text), "wristband");
/// assert_eq!(parts.benefit.unwrap().of(text), "nobody is mixed up.");
/// ```
pub fn story_parts(text: &str) -> Option<StoryParts> {
    let blocks = analyse(text);
    let mut sentences = blocks.iter().flat_map(|block| &block.sentences);
    let (first, found) = sentences.by_ref().find_map(|sentence| Some((sentence, story(sentence, 0)?)))?;
    let mut parts = StoryParts {
        persona: forms::part(first, found.persona),
        actions: Vec::new(),
        entities: Vec::new(),
        benefit: None,
    };
    add_wish_verb(first, &found, &mut parts);
    read(first, found.wish, &mut parts);
    parts.benefit = benefit(text, first, &found);
    for sentence in sentences {
        parts.benefit = parts.benefit.or_else(|| later_benefit(text, sentence));
        read(sentence, 0, &mut parts);
    }
    Some(parts)
}

/// `I want a button`: the wish itself is what is done. `I want to press it`: it is not.
fn add_wish_verb(sentence: &Sentence, found: &Story, parts: &mut StoryParts) {
    let Some(before) = found.wish.checked_sub(1) else { return };
    if matches!(sentence.word(before), "want" | "need" | "like") {
        parts.actions.push(sentence.span_of(before, before));
    }
}

/// The benefit runs from after `so that` to the end of the text.
fn benefit(text: &str, sentence: &Sentence, found: &Story) -> Option<Span> {
    let mut first = (found.wish..sentence.tokens.len()).find(|at| opens_benefit(sentence, *at))? + 1;
    while matches!(sentence.word(first), "that" | "so" | ",") {
        first += 1;
    }
    let start = sentence.tokens.get(first)?.span.start;
    Some(Span::new(start, text.trim_end().len()))
}

fn later_benefit(text: &str, sentence: &Sentence) -> Option<Span> {
    let at = (0..sentence.tokens.len()).find(|at| sentence.stands_at(*at, &["so", "that"]))?;
    let start = sentence.tokens.get(at + 2)?.span.start;
    Some(Span::new(start, text.trim_end().len()))
}

fn opens_benefit(sentence: &Sentence, at: usize) -> bool {
    sentence.stands_at(at, &["so", "that"])
        || sentence.word(at) == "so"
            && at > 0
            && matches!(sentence.tag(at - 1), Tag::Punctuation)
            && matches!(sentence.tag(at + 1), Tag::Pronoun | Tag::Determiner)
}

/// Adds the verbs and things of a sentence from a token on.
fn read(sentence: &Sentence, from: usize, parts: &mut StoryParts) {
    let phrases: Vec<NounPhrase> =
        noun_phrases(sentence).into_iter().filter(|phrase| phrase.head >= from).collect();
    let groups: Vec<VerbGroup> =
        verb_groups(sentence).into_iter().filter(|group| group.head >= from).collect();
    for (index, group) in groups.iter().enumerate() {
        if is_act(sentence, group) {
            let opened = index
                .checked_sub(1)
                .and_then(|before| groups.get(before))
                .filter(|before| OPENING.contains(&before.lemma.as_str()) && before.last + 1 == group.first);
            let first = opened.map_or(first_of(sentence, group), |before| first_of(sentence, before));
            if opened.is_some() {
                parts.actions.pop();
            }
            parts.actions.push(sentence.span_of(first, last_of(sentence, group)));
        }
    }
    for phrase in &phrases {
        if let Some(span) = thing(sentence, phrase) {
            parts.entities.push(span);
        }
    }
}

/// Whether a group of verbs is an act of somebody: no helper, no state, nothing that only describes a thing.
fn is_act(sentence: &Sentence, group: &VerbGroup) -> bool {
    let lemma = group.lemma.as_str();
    let is_helper = match lemma {
        "be" => idiom_end(sentence, group).is_none(),
        "do" => group.last + 1 < sentence.tokens.len() && sentence.tag(group.last + 1).is_verb(),
        _ => HELPERS.contains(&lemma),
    };
    let lasts = sentence.tag(group.head) == Tag::VerbThird && LASTING.contains(&lemma);
    !(is_helper
        || lasts
        || group.negated
        || TYING.contains(&sentence.word(group.head))
        || describes(sentence, group))
}

/// `files` **`that contain tables`**, `files` **`I share`**, `files` **`stored there`**: which things are meant.
fn describes(sentence: &Sentence, group: &VerbGroup) -> bool {
    let Some(before) = group.first.checked_sub(1) else { return false };
    let outer = before.checked_sub(1);
    let behind_noun = outer.is_some_and(|at| sentence.tag(at).is_noun());
    let relative = sentence.word(before) == "that" && behind_noun;
    let contact = matches!(sentence.word(before), "i" | "we" | "they" | "he" | "she" | "you") && behind_noun;
    let reduced = sentence.tag(group.head) == Tag::VerbParticiple
        && group.first == group.head
        && sentence.tag(before).is_noun();
    relative || contact || reduced
}

/// The last word of an act that is more than its verb: `make sure`.
fn idiom_end(sentence: &Sentence, group: &VerbGroup) -> Option<usize> {
    let next = sentence.word(group.head + 1);
    IDIOMS.iter().any(|(verb, word)| *verb == group.lemma && *word == next).then_some(group.head + 1)
}

/// The first word of an act: the adverb right before the verb, or `be` of what the wish is about (`want to be told`).
fn first_of(sentence: &Sentence, group: &VerbGroup) -> usize {
    let Some(before) = group.head.checked_sub(1) else { return group.head };
    let word = sentence.word(before);
    let is_adverb =
        sentence.tag(before) == Tag::Adverb && word.ends_with("ly") || BEFORE_VERBS.contains(&word);
    let is_told = word == "be"
        && before > 1
        && sentence.word(before - 1) == "to"
        && matches!(sentence.word(before - 2), "want" | "like" | "need" | "wish" | "able");
    if sentence.word(before) == "longer" && before > 0 && sentence.word(before - 1) == "no" {
        return before - 1;
    }
    if is_adverb || is_told { before } else { group.head }
}

/// The last word of an act: a particle behind the verb, and an adverb that says how.
fn last_of(sentence: &Sentence, group: &VerbGroup) -> usize {
    if let Some(last) = idiom_end(sentence, group) {
        return last;
    }
    let mut last = group.last.max(group.head);
    if PARTICLES.contains(&sentence.word(last + 1)) {
        last += 1;
    }
    let next = sentence.word(last + 1);
    if sentence.tag(last + 1) == Tag::Adverb && (next.ends_with("ly") || BEHIND_VERBS.contains(&next)) {
        last += 1;
    }
    last
}

/// A noun phrase without its articles; `None` for pronouns.
fn thing(sentence: &Sentence, phrase: &NounPhrase) -> Option<Span> {
    if phrase.is_pronoun(sentence) {
        return None;
    }
    let first = (phrase.first..=phrase.head).find(|at| !ARTICLES.contains(&sentence.word(*at)))?;
    Some(sentence.span_of(first, phrase.head))
}
