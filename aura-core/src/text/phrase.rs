//! Noun phrases and groups of verbs in a tagged sentence.

use super::lemma::verb_lemma;
use super::span::Span;
use super::tag::Tag;
use super::token::Sentence;

/// A noun with what belongs to it before it: `the new order form`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounPhrase {
    /// First token, an article or quantifier included.
    pub first: usize,
    /// The noun, name or pronoun that the phrase is about; also its last token.
    pub head: usize,
    /// Where it stands, with its article.
    pub span: Span,
}

impl NounPhrase {
    /// The first token after articles, demonstratives and possessives.
    pub fn core_start(&self, sentence: &Sentence) -> usize {
        (self.first..self.head).find(|at| sentence.tag(*at) != Tag::Determiner).unwrap_or(self.head)
    }

    /// Where it stands without its article.
    pub fn core(&self, sentence: &Sentence) -> Span {
        sentence.span_of(self.core_start(sentence), self.head)
    }

    /// Whether it is only a pronoun.
    pub fn is_pronoun(&self, sentence: &Sentence) -> bool {
        self.first == self.head && sentence.tag(self.head) == Tag::Pronoun
    }
}

/// Who acts on whom in a group of verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// Something is done to the subject.
    Passive,
}

/// A verb with its helpers: `has not been sent`, `must be able to pay`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbGroup {
    /// First token of the group.
    pub first: usize,
    /// The full verb; where there is only `be`, that.
    pub head: usize,
    /// Last token, a particle included (`sign` **`up`**).
    pub last: usize,
    /// Base form of the full verb, with its particle: `sign up`.
    pub lemma: String,
    /// Active or passive.
    pub voice: Voice,
    /// Whether it is denied.
    pub negated: bool,
    /// The modal verb in lowercase, if any.
    pub modal: Option<String>,
    /// Whether the group can stand alone with a subject: no bare participle, form in -ing or infinitive.
    pub finite: bool,
    /// Whether it is an infinitive with `to`.
    pub infinitive: bool,
    /// Where it stands.
    pub span: Span,
}

/// The noun phrases of a sentence, left to right, without overlap.
pub fn noun_phrases(sentence: &Sentence) -> Vec<NounPhrase> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(head) = phrase_at(sentence, at) else {
            at += 1;
            continue;
        };
        phrases.push(NounPhrase { first: at, head, span: sentence.span_of(at, head) });
        at = head + 1;
    }
    phrases
}

/// The head of the noun phrase that starts at a token.
fn phrase_at(sentence: &Sentence, first: usize) -> Option<usize> {
    if sentence.tag(first) == Tag::Pronoun {
        let relative = matches!(sentence.word(first), "which" | "who" | "that" | "what" | "whom");
        return (!relative).then_some(first);
    }
    let mut head = None;
    let mut at = first;
    loop {
        let tag = sentence.tag(at);
        let continues = match tag {
            Tag::Noun | Tag::NounPlural | Tag::ProperNoun => {
                head = Some(at);
                true
            }
            // `Section 4` is one phrase, `a reminder two days before` is two.
            Tag::Number => head.is_none() || !sentence.tag(at + 1).is_noun(),
            Tag::Determiner => at == first || sentence.tag(at - 1) == Tag::Determiner && head.is_none(),
            Tag::Adjective => true,
            Tag::VerbParticiple => {
                noun_follows(sentence, at) && (at > first || at == first && !after_helper(sentence, at))
            }
            Tag::VerbGerund => at > first && noun_follows(sentence, at),
            Tag::Adverb => {
                at > first
                    && matches!(sentence.tag(at + 1), Tag::Adjective | Tag::VerbParticiple)
                    && !sentence.word(at).contains("n't")
            }
            Tag::Possessive => head.is_some(),
            Tag::Conjunction => {
                // Two adjectives before one noun: `new and existing users`.
                at > first
                    && head.is_none()
                    && matches!(sentence.tag(at - 1), Tag::Adjective | Tag::VerbParticiple)
                    && matches!(sentence.tag(at + 1), Tag::Adjective | Tag::VerbParticiple | Tag::VerbGerund)
                    && noun_follows(sentence, at + 1)
            }
            _ => false,
        };
        if !continues {
            break;
        }
        at += 1;
    }
    // `Section 4`, `step 2`: a number after the noun belongs to it, a trailing adjective does not.
    let head = head?;
    if sentence.tag(head + 1) == Tag::Number && head + 1 < at && head > first {
        return Some(head);
    }
    Some(head)
}

fn after_helper(sentence: &Sentence, at: usize) -> bool {
    (0..at).rev().find(|before| sentence.tag(*before) != Tag::Adverb).is_some_and(|before| {
        matches!(sentence.tag(before), Tag::Auxiliary)
            || matches!(sentence.word(before), "have" | "has" | "had")
    })
}

/// Whether a noun follows, after further adjectives.
fn noun_follows(sentence: &Sentence, at: usize) -> bool {
    let mut next = at + 1;
    while matches!(sentence.tag(next), Tag::Adjective | Tag::VerbParticiple | Tag::VerbGerund | Tag::Number)
        && next < at + 4
    {
        next += 1;
    }
    sentence.tag(next).is_noun()
}

/// The verbs of a sentence with their helpers, left to right.
pub fn verb_groups(sentence: &Sentence) -> Vec<VerbGroup> {
    let phrases = noun_phrases(sentence);
    let mut groups = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        // A participle inside a noun phrase describes its noun: `the rejected order`.
        if let Some(phrase) = phrases.iter().find(|phrase| phrase.first <= at && at <= phrase.head) {
            at = phrase.head + 1;
            continue;
        }
        match group_at(sentence, at) {
            Some(group) => {
                at = group.last + 1;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    groups
}

fn group_at(sentence: &Sentence, first: usize) -> Option<VerbGroup> {
    let opening = sentence.tag(first);
    let opens = opening.is_verb() || matches!(opening, Tag::Auxiliary | Tag::Modal | Tag::To);
    if !opens || is_attributive(sentence, first) {
        return None;
    }
    let mut head = None;
    let mut helpers = Vec::new();
    let mut negated = matches!(sentence.word(first.wrapping_sub(1)), "not" | "never") && first > 0;
    let mut at = first;
    while at < sentence.tokens.len() && at < first + 12 {
        let tag = sentence.tag(at);
        let word = sentence.word(at);
        match tag {
            Tag::Modal | Tag::Auxiliary | Tag::To => {
                if tag == Tag::To && at > first && !bridges(sentence, at) {
                    break;
                }
                helpers.push(at);
                head = Some(at);
            }
            Tag::Adverb => negated |= matches!(word, "not" | "n't" | "n’t" | "never"),
            Tag::Adjective
                if matches!(word, "able" | "unable" | "allowed" | "required")
                    && sentence.word(at + 1) == "to" => {}
            Tag::VerbParticiple
                if matches!(word, "allowed" | "required" | "supposed") && sentence.word(at + 1) == "to" =>
            {
                head = Some(at);
            }
            _ if tag.is_verb() && got(sentence, at) => helpers.push(at),
            _ if tag.is_verb() => {
                head = Some(at);
                if !follows_bridge(sentence, at) {
                    break;
                }
            }
            _ => break,
        }
        at += 1;
    }
    let head = head?;
    Some(finish_group(sentence, first, head, &helpers, negated))
}

fn finish_group(
    sentence: &Sentence,
    first: usize,
    head: usize,
    helpers: &[usize],
    negated: bool,
) -> VerbGroup {
    let head_tag = sentence.tag(head);
    let be = helpers.iter().rev().find(|at| **at != head).is_some_and(|at| {
        matches!(
            sentence.word(*at),
            "be" | "is"
                | "are"
                | "was"
                | "were"
                | "been"
                | "being"
                | "am"
                | "'s"
                | "'re"
                | "'m"
                | "get"
                | "gets"
                | "getting"
        )
    });
    let bare = helpers.is_empty() || helpers == [head];
    // `the article is choose by our team`: what people write who learn the language.
    let learner = be && head_tag == Tag::VerbBase && head > first && sentence.word(head + 1) == "by";
    let passive = head_tag == Tag::VerbParticiple && (be || bare) || learner;
    let particle = particle_after(sentence, head);
    let mut lemma = verb_lemma(sentence.word(head));
    if let Some(at) = particle {
        lemma = format!("{lemma} {}", sentence.word(at));
    }
    let last = particle.unwrap_or(head);
    let modal =
        helpers.iter().find(|at| sentence.tag(**at) == Tag::Modal).map(|at| sentence.word(*at).to_owned());
    let infinitive = sentence.tag(first) == Tag::To;
    let finite = !(infinitive || bare && matches!(head_tag, Tag::VerbParticiple | Tag::VerbGerund));
    VerbGroup {
        first,
        head,
        last,
        lemma,
        voice: if passive { Voice::Passive } else { Voice::Active },
        negated,
        modal,
        finite,
        infinitive,
        span: sentence.span_of(first, last),
    }
}

/// Whether a `to` continues the group: `has to pay`, `must be able to pay`, `needs to be sent`.
fn bridges(sentence: &Sentence, to: usize) -> bool {
    let before = sentence.word(to - 1);
    matches!(
        before,
        "have"
            | "has"
            | "had"
            | "able"
            | "unable"
            | "allowed"
            | "required"
            | "supposed"
            | "ought"
            | "need"
            | "needs"
            | "needed"
            | "going"
    )
}

/// `the order` **`gets`** `confirmed`: the passive with `get`, and no state such as `gets lost`.
fn got(sentence: &Sentence, at: usize) -> bool {
    const STATES: &[&str] =
        &["started", "lost", "involved", "stuck", "used", "married", "dressed", "done", "bored"];
    matches!(sentence.word(at), "get" | "gets" | "getting")
        && sentence.tag(at + 1) == Tag::VerbParticiple
        && !noun_follows(sentence, at + 1)
        && !STATES.contains(&sentence.word(at + 1))
}

fn follows_bridge(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "have" | "has" | "had" | "need" | "needs" | "needed" | "going")
        && sentence.tag(at + 1) == Tag::To
}

/// A participle or form in -ing before its noun is no group of verbs.
fn is_attributive(sentence: &Sentence, at: usize) -> bool {
    let tag = sentence.tag(at);
    if !matches!(tag, Tag::VerbParticiple | Tag::VerbGerund) || !noun_follows(sentence, at) {
        return false;
    }
    let before = if at == 0 { Tag::Punctuation } else { sentence.tag(at - 1) };
    let inside = matches!(before, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number);
    inside
        || tag == Tag::VerbParticiple && matches!(before, Tag::Preposition | Tag::VerbThird | Tag::VerbBase)
}

const PARTICLES: &[&str] = &["up", "out", "off", "down", "back", "over", "away", "in", "on"];

const PARTICLE_VERBS: &[&str] = &[
    "throw", "leave", "ship", "hold", "back", "bring", "build", "call", "cancel", "carry", "check", "clean",
    "close", "come", "drop", "end", "fill", "filter", "find", "follow", "get", "give", "go", "hand", "keep",
    "kick", "lay", "lock", "log", "look", "make", "move", "opt", "pay", "pick", "place", "point", "print",
    "pull", "put", "reach", "roll", "rule", "run", "send", "set", "shut", "sign", "sort", "speed", "split",
    "start", "sum", "switch", "take", "time", "turn", "type", "wake", "wrap", "write", "zoom",
];

/// Verbs that keep their particle before an object: `takes down the order`, `brings in a device`.
const WITH_OBJECT: &[(&str, &[&str])] = &[
    ("in", &["bring", "call", "fill", "hand", "key", "send", "turn", "type"]),
    ("down", &["break", "jot", "note", "put", "shut", "take", "track", "turn", "write"]),
    ("over", &["hand", "take", "turn"]),
    ("up", &["firm", "draw", "back"]),
];

fn particle_after(sentence: &Sentence, head: usize) -> Option<usize> {
    let word = sentence.word(head + 1);
    let lemma = verb_lemma(sentence.word(head));
    let takes_object =
        WITH_OBJECT.iter().any(|(particle, verbs)| *particle == word && verbs.contains(&lemma.as_str()));
    if takes_object && matches!(sentence.tag(head + 2), Tag::Determiner | Tag::Pronoun) {
        return Some(head + 1);
    }
    if !PARTICLES.contains(&word) || !PARTICLE_VERBS.contains(&verb_lemma(sentence.word(head)).as_str()) {
        return None;
    }
    // `in` and `on` are particles only where no noun phrase follows: `log in`, but `put in a file`.
    let follows_phrase = matches!(
        sentence.tag(head + 2),
        Tag::Determiner
            | Tag::Noun
            | Tag::NounPlural
            | Tag::ProperNoun
            | Tag::Number
            | Tag::Adjective
            | Tag::Pronoun
    );
    (!matches!(word, "in" | "on" | "over" | "down") || !follows_phrase).then_some(head + 1)
}
