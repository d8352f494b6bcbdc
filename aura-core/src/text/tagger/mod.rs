//! Gives each token of a sentence its part of speech.
//!
//! Three sources: our own lists of closed classes and verbs, the frequency dictionary and the contextual
//! patches of the Brill tagger in the crate `harper-brill` (Brill 1992), and rules of our own for what that
//! tagger is weakest at and what matters most here: whether a word is a verb or a noun.

mod aside;
mod verb;

use std::sync::{Arc, LazyLock};

use harper_brill::{BrillTagger, FreqDict, Tagger as _, UPOS};

use super::lexicon::{ADJECTIVES, MOSTLY_NOUNS};
use super::tag::Tag;
use super::token::Token;
use super::word_class::{Options, options};
use aside::{asides, join_measures, quoted_words};

/// Forms of verbs that look like plural nouns and are none.
const VERBS_ALONE: &[&str] = &[
    "pays", "gets", "goes", "gives", "takes", "makes", "keeps", "tells", "says", "puts", "sees", "sends",
    "brings", "buys", "meets", "asks", "wants", "needs", "looks", "fits",
];

/// Read once, on first use: about seven milliseconds.
static BRILL: LazyLock<Arc<BrillTagger<FreqDict>>> = LazyLock::new(harper_brill::brill_tagger);

/// Tags the tokens of one sentence in place. What stands in parentheses is read on its own, so that it does not
/// part a subject from its verb.
pub(super) fn tag_sentence(tokens: &mut [Token]) {
    let asides = asides(tokens);
    if asides.is_empty() {
        tag_run(tokens);
        return;
    }
    let inside = |at: usize| asides.iter().any(|(open, close)| *open < at && at < *close);
    let mut outer: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let bracket = asides.iter().any(|(open, close)| at == *open || at == *close);
        if !inside(at) && !bracket {
            outer.push(token.clone());
        }
    }
    tag_run(&mut outer);
    let mut tagged = outer.into_iter();
    for (at, token) in tokens.iter_mut().enumerate() {
        let bracket = asides.iter().any(|(open, close)| at == *open || at == *close);
        if bracket {
            token.tag = Tag::Punctuation;
        } else if !inside(at)
            && let Some(known) = tagged.next()
        {
            token.tag = known.tag;
        }
    }
    for (open, close) in asides {
        if let Some(aside) = tokens.get_mut(open + 1..close) {
            tag_run(aside);
        }
    }
}

fn tag_run(tokens: &mut [Token]) {
    let words: Vec<String> = tokens.iter().map(|token| token.lower.clone()).collect();
    // Very long "sentences" are lists or noise; the patches look at neighbours only, so pieces are as good.
    let hints: Vec<Option<UPOS>> = words.chunks(400).flat_map(|piece| BRILL.tag_sentence(piece)).collect();
    let quoted = quoted_words(&words);
    let options: Vec<Options> = tokens
        .iter()
        .enumerate()
        .map(|(index, token)| {
            let found = options(token, index == 0, hints.get(index).copied().flatten());
            let is_name = quoted.contains(&index) || (found.base && ends_a_name(tokens, index));
            if is_name { found.named() } else { found }
        })
        .collect();
    let mut tagger = Tagger { words, options, tags: Vec::with_capacity(tokens.len()) };
    for (index, token) in tokens.iter_mut().enumerate() {
        let tag = tagger.decide(index);
        tagger.tags.push(tag);
        token.tag = tag;
    }
    for (index, token) in tokens.iter_mut().enumerate() {
        token.tag = tagger.mend(index);
    }
    join_measures(tokens);
}

/// `Apple Pay`: two capital letters in a sentence that is not written in capitals throughout.
fn ends_a_name(tokens: &[Token], index: usize) -> bool {
    let is_capital = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.capital);
    index >= 2
        && is_capital(Some(index))
        && is_capital(index.checked_sub(1))
        && !is_capital(index.checked_sub(2))
        && !is_capital(index.checked_add(1))
}

struct Tagger {
    words: Vec<String>,
    options: Vec<Options>,
    tags: Vec<Tag>,
}

impl Tagger {
    fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", String::as_str)
    }

    fn tag(&self, index: usize) -> Tag {
        self.tags.get(index).copied().unwrap_or(Tag::Punctuation)
    }

    fn fixed(&self, index: usize) -> Option<Tag> {
        self.options.get(index).map_or(Some(Tag::Punctuation), |options| options.fixed)
    }

    /// The closest tag before a token that is no adverb, with its place.
    fn before(&self, index: usize) -> Option<(usize, Tag)> {
        (0..index).rev().map(|at| (at, self.tag(at))).find(|(_, tag)| *tag != Tag::Adverb)
    }

    fn decide(&self, index: usize) -> Tag {
        let Some(options) = self.options.get(index) else { return Tag::Punctuation };
        match options.fixed {
            Some(tag) => self.fixed_in_context(index, tag),
            None => self.open_class(index, options),
        }
    }

    fn fixed_in_context(&self, index: usize, tag: Tag) -> Tag {
        let next_is_noun = self.starts_noun(index + 1);
        if tag == Tag::ProperNoun {
            return tag;
        }
        match self.word(index) {
            // `system, which ends the process`
            "which"
                if self.starts_object(index + 2)
                    && self.options.get(index + 1).is_some_and(|next| next.third) =>
            {
                Tag::Pronoun
            }
            "’" | "'" if self.word(index + 1) == "s" => Tag::Possessive,
            "to" if self.infinitive_follows(index) => Tag::To,
            "to" => Tag::Preposition,
            "'s" | "’s" => {
                let verb = matches!(
                    self.word(index.wrapping_sub(1)),
                    "it" | "that" | "there" | "he" | "she" | "who" | "what" | "here"
                );
                if verb { Tag::Auxiliary } else { Tag::Possessive }
            }
            // `Above that, …`
            "that" if matches!(self.word(index + 1), "," | "." | ";") => Tag::Pronoun,
            "that" => match self.before(index) {
                Some((_, before)) if before.is_noun() || before == Tag::Pronoun => Tag::Pronoun,
                Some((_, before)) if before.is_verb() => Tag::Subordinator,
                _ if next_is_noun => Tag::Determiner,
                _ => Tag::Subordinator,
            },
            "either"
                if self.options.get(index + 1).is_some_and(|next| next.third || next.base)
                    && (self.starts_object(index + 2) || self.word(index + 2) == "to") =>
            {
                Tag::Adverb
            }
            "this" | "these" | "those" | "each" | "all" | "both" | "her" | "his" | "some" | "any"
            | "another" | "either" | "what" | "which" | "such" | "many" | "much" | "few" | "several"
            | "enough" | "neither" | "half" | "our"
                if !next_is_noun =>
            {
                Tag::Pronoun
            }
            "have" | "has" | "had" | "having" => {
                self.helping_verb(index, |next| next.participle || next.fixed == Some(Tag::Auxiliary))
            }
            "do" | "does" | "did" => self.helping_verb(index, |next| next.base),
            "one" if self.word(index + 1) == "of" => Tag::Number,
            // `the same job before.`, `after 30 days`: no clause follows.
            "before" | "after" | "since" if self.fixed(index + 1) == Some(Tag::Punctuation) => Tag::Adverb,
            "before" | "after" | "until"
                if self.fixed(index + 1) == Some(Tag::Number) && !self.clause_follows(index) =>
            {
                Tag::Preposition
            }
            "like" if matches!(self.word(index.wrapping_sub(1)), "would" | "'d" | "’d") => Tag::VerbBase,
            _ => tag,
        }
    }

    /// Whether a finite verb stands between a token and the next comma.
    fn clause_follows(&self, index: usize) -> bool {
        (index + 1..self.words.len())
            .take_while(|at| self.fixed(*at) != Some(Tag::Punctuation))
            .take(7)
            .any(|at| self.options.get(at).is_some_and(Options::surely_finite))
    }

    /// `have` and `do` help another verb, or are verbs themselves.
    fn helping_verb(&self, index: usize, helped: impl Fn(&Options) -> bool) -> Tag {
        let word = self.word(index);
        let mut at = index + 1;
        let asked = word.starts_with('d') || index == 0;
        while matches!(self.fixed(at), Some(Tag::Adverb))
            || asked && self.fixed(at) == Some(Tag::Pronoun) && at < index + 3
        {
            at += 1;
        }
        let negated =
            self.words.get(index + 1).is_some_and(|next| matches!(next.as_str(), "not" | "n't" | "n’t"));
        if negated && word.starts_with('d') || self.options.get(at).is_some_and(helped) {
            return Tag::Auxiliary;
        }
        match word {
            "has" | "does" => Tag::VerbThird,
            "had" | "did" => Tag::VerbPast,
            "having" => Tag::VerbGerund,
            _ => Tag::VerbBase,
        }
    }

    fn infinitive_follows(&self, index: usize) -> bool {
        let mut at = index + 1;
        while self.fixed(at) == Some(Tag::Adverb)
            || self.options.get(at).is_some_and(|o| o.adverb && !o.base) && at < index + 3
        {
            at += 1;
        }
        if matches!(self.word(at), "be" | "have" | "do" | "like") {
            return true;
        }
        let Some(options) = self.options.get(at) else { return false };
        let before = index.checked_sub(1).map_or("", |before| self.word(before));
        let goes_to = matches!(
            before,
            "due"
                | "according"
                | "related"
                | "access"
                | "sent"
                | "sends"
                | "send"
                | "forwarded"
                | "returned"
                | "back"
                | "prior"
                | "similar"
                | "equal"
                | "linked"
                | "connected"
                | "respect"
                | "returns"
                | "goes"
                | "up"
                | "from"
                | "close"
                | "moved"
                | "moves"
                | "added"
                | "response"
                | "reply"
                | "changes"
                | "changed"
                | "exported"
        );
        // A word that no list knows is a verb here where an object follows: `to peel the onions`.
        let unknown = options.noun && !options.verb() && !options.plural && self.starts_object(at + 1);
        if self.word(at) == "people" {
            return false;
        }
        (options.base || unknown) && !(goes_to && options.noun)
    }

    /// Whether what stands at a token can open or continue a noun phrase (before it was tagged).
    fn starts_noun(&self, index: usize) -> bool {
        let Some(options) = self.options.get(index) else { return false };
        match options.fixed {
            Some(tag) => {
                matches!(tag, Tag::ProperNoun | Tag::Number)
                    || matches!(self.word(index), "other" | "such" | "few")
            }
            None => {
                (options.noun || options.adjective || options.gerund || options.participle)
                    && (!options.third || options.noun)
            }
        }
    }

    /// Whether an object can start at a token: a noun phrase, or a pronoun.
    fn starts_object(&self, index: usize) -> bool {
        matches!(self.fixed(index), Some(Tag::Determiner | Tag::Pronoun | Tag::Number | Tag::ProperNoun))
            || matches!(self.word(index), "this" | "these" | "those" | "that" | "whether")
    }

    fn is_boundary(&self, index: usize) -> bool {
        matches!(self.fixed(index), Some(Tag::Punctuation | Tag::Subordinator))
            || matches!(self.word(index), "which" | "who" | "that")
    }

    /// Whether a sure finite verb stands between a token and the end of its clause.
    fn verb_ahead(&self, index: usize) -> bool {
        for at in index + 1..self.words.len() {
            if self.is_boundary(at) || self.fixed(at) == Some(Tag::Conjunction) {
                return false;
            }
            let Some(options) = self.options.get(at) else { return false };
            let helped = matches!(self.word(at), "have" | "do" | "be" | "been" | "being" | "having");
            if options.surely_finite() && !helped {
                return true;
            }
        }
        false
    }

    /// Whether the clause before a token has its finite verb already; the place of that verb.
    fn verb_behind(&self, index: usize) -> Option<usize> {
        for at in (0..index).rev() {
            let strong = matches!(self.word(at), ";" | ":" | "." | "-" | "–" | "—");
            if strong || self.tag(at) == Tag::Subordinator || matches!(self.word(at), "which" | "who") {
                return None;
            }
            // `…, the process ends`: a phrase right after a comma is the subject of a new clause.
            let opens = self.word(at) == ","
                && (self.only_subject(at + 1, index) || self.lone_subject(at + 1, index));
            if opens || self.second_subject(at, index) {
                return None;
            }
            if self.tag(at).is_finite() {
                return Some(at);
            }
        }
        None
    }

    /// Whether one noun phrase with an article, and nothing else, stands from `first` to before `end`.
    fn only_subject(&self, first: usize, end: usize) -> bool {
        matches!(self.tag(first), Tag::Determiner | Tag::ProperNoun | Tag::Pronoun)
            && (first..end).all(|at| {
                let tag = self.tag(at);
                tag.is_noun()
                    || matches!(
                        tag,
                        Tag::Determiner
                            | Tag::Pronoun
                            | Tag::Adjective
                            | Tag::Number
                            | Tag::Possessive
                            | Tag::Adverb
                    )
            })
    }

    /// `…, customer confirms the number`: notes leave articles out.
    fn lone_subject(&self, first: usize, index: usize) -> bool {
        let next = index + 1;
        let paired = matches!(self.word(next), "and" | "or")
            && self.options.get(index + 2).is_some_and(|next| next.third)
            && self.options.get(index).is_some_and(|here| here.third);
        let object = matches!(self.fixed(next), Some(Tag::Determiner))
            && self.options.get(index).is_some_and(|here| here.third);
        first + 1 == index && self.tag(first) == Tag::Noun && (paired || object)
    }

    /// `If the seal was not broken the guard signs it`: a phrase with an article right after a finished clause.
    fn second_subject(&self, at: usize, index: usize) -> bool {
        self.tag(at) == Tag::Determiner
            && at > 0
            && self.only_subject(at, index)
            && (self.tag(at - 1).is_noun() || matches!(self.tag(at - 1), Tag::VerbParticiple | Tag::Adverb))
            && matches!(self.fixed(0), Some(Tag::Subordinator))
            && self.starts_object(index + 1)
            && (0..at).any(|before| self.tag(before).is_finite())
    }

    fn open_class(&self, index: usize, options: &Options) -> Tag {
        let noun = if options.plural { Tag::NounPlural } else { Tag::Noun };
        if self.word(index) == "people" {
            return Tag::NounPlural;
        }
        // These are hardly ever nouns, except after an article.
        let named = matches!(
            self.before(index).map(|found| found.1),
            Some(Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Preposition | Tag::Number)
        );
        if !named && VERBS_ALONE.contains(&self.word(index)) {
            return Tag::VerbThird;
        }
        if !named && self.word(index) == "pay" && !self.verb_ahead(index) {
            return Tag::VerbBase;
        }
        // `let customers change …`: before a phrase it is a verb, whoever is let.
        if matches!(self.word(index), "let" | "lets")
            && self.fixed(index.wrapping_sub(1)) != Some(Tag::Determiner)
        {
            return if self.word(index) == "lets" { Tag::VerbThird } else { Tag::VerbBase };
        }
        let before = self.before(index);
        let previous = before.map_or(Tag::Punctuation, |(_, tag)| tag);
        let next_noun = self.starts_noun(index + 1);
        if options.past || options.participle {
            if !(options.base && self.takes_base(index)) {
                return self.past_or_participle(index, options, previous, next_noun);
            }
            return Tag::VerbBase;
        }
        if self.is_led_in_gerund(index) {
            return Tag::VerbGerund;
        }
        if options.gerund {
            return self.gerund_or_noun(index, options, previous, next_noun);
        }
        if !options.verb() && self.is_unlisted_verb(index, options, previous) {
            return if options.plural { Tag::VerbThird } else { Tag::VerbBase };
        }
        if options.third && self.is_third(index, options, previous) {
            return Tag::VerbThird;
        }
        if options.base && self.is_base(index, options, previous) {
            return Tag::VerbBase;
        }
        if options.adjective
            && !next_noun
            && matches!(self.fixed(index.wrapping_sub(1)), Some(Tag::Determiner))
        {
            // `the admin adds seats`: after an article something has to be the noun.
            let more =
                matches!(self.fixed(index + 1), Some(Tag::Conjunction | Tag::Adverb | Tag::Determiner));
            if !more {
                return noun;
            }
        }
        if options.adjective
            && (next_noun
                || !options.noun
                || matches!(previous, Tag::Auxiliary | Tag::VerbThird | Tag::VerbBase))
        {
            return Tag::Adjective;
        }
        if options.adverb && !options.noun {
            return Tag::Adverb;
        }
        if options.adjective && previous == Tag::Adverb { Tag::Adjective } else { noun }
    }

    /// `before shipping the parcel`: a form in -ing between such a word and an article is a verb, whatever the
    /// dictionary knows it as.
    fn is_led_in_gerund(&self, index: usize) -> bool {
        let word = self.word(index);
        word.len() > 5
            && word.ends_with("ing")
            && !matches!(word, "morning" | "evening" | "something" | "anything" | "everything" | "nothing")
            && index > 0
            && matches!(self.word(index - 1), "before" | "after" | "by" | "without" | "while" | "when")
            && matches!(self.fixed(index + 1), Some(Tag::Determiner | Tag::Possessive))
    }

    fn gerund_or_noun(&self, index: usize, options: &Options, previous: Tag, next_noun: bool) -> Tag {
        let noun = if options.plural { Tag::NounPlural } else { Tag::Noun };
        // `Accounting pays the bill`: a form in -ing that acts is a noun.
        if index == 0 && self.options.get(1).is_some_and(|next| next.third) && self.starts_object(2) {
            return Tag::Noun;
        }
        let inside = matches!(previous, Tag::Determiner | Tag::Adjective | Tag::Possessive);
        let of_follows = matches!(self.word(index + 1), "of" | "." | "," | "is" | "was" | "");
        if options.noun && (inside || previous.is_noun() || of_follows && previous != Tag::Auxiliary)
            || inside && !next_noun
        {
            return noun;
        }
        Tag::VerbGerund
    }

    /// A second look, when both sides are known.
    fn mend(&self, index: usize) -> Tag {
        let tag = self.tag(index);
        let next = self.tag(index + 1);
        match self.word(index) {
            "no" | "one" => tag,
            // `legal reads it`, `the same flat three times`: the adjective is the noun here.
            _ if tag == Tag::Adjective
                && (next == Tag::VerbThird && index == 0
                    || next == Tag::Number && self.options.get(index).is_some_and(|here| here.noun)) =>
            {
                Tag::Noun
            }
            // `the open order` but `orders open`: a participle or adjective needs its noun to follow.
            _ if tag == Tag::Adverb
                && next.is_noun()
                && (self.fixed(index).is_none() || matches!(self.word(index), "first" | "next" | "last"))
                && index > 0
                && self.tag(index - 1) == Tag::Determiner =>
            {
                Tag::Adjective
            }
            _ => tag,
        }
    }
}
