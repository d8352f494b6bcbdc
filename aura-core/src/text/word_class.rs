//! What a word can be, whatever stands around it.

use harper_brill::UPOS;

use super::lemma::verb_forms;
use super::lexicon::{ADJECTIVES, CLOSED, NOUN_VERBS, NOUNS};
use super::tag::Tag;
use super::token::{Token, TokenKind};

/// What a word can be, before its neighbours are looked at.
#[derive(Debug, Default, Clone)]
pub(super) struct Options {
    pub(super) fixed: Option<Tag>,
    pub(super) base: bool,
    pub(super) third: bool,
    pub(super) past: bool,
    pub(super) participle: bool,
    pub(super) gerund: bool,
    pub(super) noun: bool,
    pub(super) plural: bool,
    pub(super) adjective: bool,
    pub(super) adverb: bool,
}

impl Options {
    /// The same word as a part of a name, unless it is punctuation.
    pub(super) fn named(self) -> Self {
        match self.fixed {
            Some(Tag::Punctuation) => self,
            _ => Options { fixed: Some(Tag::ProperNoun), ..Options::default() },
        }
    }

    pub(super) fn verb(&self) -> bool {
        self.base || self.third || self.past || self.participle || self.gerund
    }

    /// Whether this is a finite verb whatever stands around it.
    pub(super) fn surely_finite(&self) -> bool {
        matches!(self.fixed, Some(Tag::Modal | Tag::Auxiliary)) || self.third && !self.noun
    }
}

/// What a token can be, with the hint of the frequency tagger.
pub(super) fn options(token: &Token, first: bool, hint: Option<UPOS>) -> Options {
    let word = token.lower.as_str();
    let fixed = |tag| Options { fixed: Some(tag), ..Options::default() };
    match token.kind {
        TokenKind::Punctuation => {
            return fixed(if word == "&" { Tag::Conjunction } else { Tag::Punctuation });
        }
        TokenKind::Number => return fixed(Tag::Number),
        TokenKind::Link => return fixed(Tag::ProperNoun),
        TokenKind::Word => {}
    }
    if matches!(word, "'s" | "’s" | "s") {
        return fixed(Tag::Possessive);
    }
    if let Some(tag) = CLOSED.get(word) {
        return fixed(*tag);
    }
    let mut found = Options::default();
    let known_noun = NOUNS.contains(word);
    if !known_noun {
        for (_, tag) in verb_forms(word) {
            match tag {
                Tag::VerbBase => found.base = true,
                Tag::VerbThird => found.third = true,
                Tag::VerbPast => found.past = true,
                Tag::VerbParticiple => found.participle = true,
                _ => found.gerund = true,
            }
        }
    }
    let lemma_is_noun = found.base && NOUN_VERBS.contains(word)
        || found.third && verb_forms(word).iter().any(|(base, _)| NOUN_VERBS.contains(base.as_str()));
    found.adjective = ADJECTIVES.contains(word) || hint == Some(UPOS::ADJ) && !found.gerund;
    found.adverb = hint == Some(UPOS::ADV)
        || word.len() > 4 && word.ends_with("ly") && !found.adjective && !found.verb();
    found.noun = known_noun
        || lemma_is_noun
        || matches!(hint, Some(UPOS::NOUN)) && !(found.verb() && found.base)
        || !found.verb() && !found.adjective && !found.adverb;
    if !found.verb() && hint != Some(UPOS::NOUN) {
        guess(&mut found, word, hint);
    }
    found.plural =
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
            || matches!(word, "people" | "children" | "men" | "women" | "criteria");
    if token.capital
        && !first
        && !found.verb()
        && !found.adjective
        && (hint == Some(UPOS::PROPN) || hint.is_none())
    {
        return fixed(Tag::ProperNoun);
    }
    found
}

/// What an unlisted word looks like from its ending.
fn guess(found: &mut Options, word: &str, hint: Option<UPOS>) {
    const ADJECTIVE_ENDINGS: &[&str] = &["able", "ible", "ous", "ful", "less", "ive", "ical", "ish", "ary"];
    let long = word.len() > 5;
    if long && word.ends_with("ing") {
        found.gerund = true;
    } else if long && word.ends_with("ed") {
        found.past = true;
        found.participle = true;
        found.noun = false;
    } else if hint == Some(UPOS::VERB) {
        found.base = !word.ends_with('s');
        found.third = word.ends_with('s');
        found.noun = false;
    } else if long && ADJECTIVE_ENDINGS.iter().any(|ending| word.ends_with(ending)) {
        found.adjective = true;
    } else if long && ["ize", "ise", "ify"].iter().any(|ending| word.ends_with(ending)) {
        found.base = true;
    } else if long && ["izes", "ises", "ifies"].iter().any(|ending| word.ends_with(ending)) {
        found.third = true;
    }
}
