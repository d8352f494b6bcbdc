//! Gives each token of a sentence its part of speech.
//!
//! Three sources: our own lists of closed classes and verbs, the frequency dictionary and the contextual
//! patches of the Brill tagger in the crate `harper-brill` (Brill 1992), and rules of our own for what that
//! tagger is weakest at and what matters most here: whether a word is a verb or a noun.

use std::sync::{Arc, LazyLock};

use harper_brill::{BrillTagger, FreqDict, Tagger as _, UPOS};

use super::lexicon::{ADJECTIVES, MOSTLY_NOUNS};
use super::tag::Tag;
use super::token::Token;
use super::word_class::{Options, options};

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

/// Places of the brackets of asides that stand inside a sentence.
fn asides(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        match (token.lower.as_str(), open) {
            ("(", None) => open = Some(at),
            (")", Some(start)) => {
                if start > 0 && at > start + 1 && at - start < 60 {
                    found.push((start, at));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
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
            if quoted.contains(&index) { found.named() } else { found }
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

/// `a 45-minute slot`: number, hyphen and unit describe one noun.
fn join_measures(tokens: &mut [Token]) {
    for at in 2..tokens.len() {
        let Some([number, hyphen, unit]) = tokens.get_mut(at - 2..=at) else { continue };
        let joined = number.tag == Tag::Number
            && hyphen.lower == "-"
            && number.span.end == hyphen.span.start
            && hyphen.span.end == unit.span.start
            && unit.lower.starts_with(char::is_alphabetic);
        if joined {
            hyphen.tag = Tag::Adjective;
            unit.tag = Tag::Noun;
        }
    }
}

/// The tokens between quotation marks: the name of a button or a status, whatever words it is made of.
fn quoted_words(words: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = None;
    for (index, word) in words.iter().enumerate() {
        match (word.as_str(), open) {
            ("\"" | "“", None) => open = Some(index),
            ("\"" | "”", Some(start)) => {
                if index - start <= 8 {
                    found.extend(start + 1..index);
                }
                open = None;
            }
            _ => {}
        }
    }
    found
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

    /// A word that no list of verbs knows, in a place where only a verb can stand: `the cook peels the onions`.
    fn is_unlisted_verb(&self, index: usize, options: &Options, previous: Tag) -> bool {
        if !options.noun || !self.starts_object(index + 1) || super::lexicon::NOUNS.contains(self.word(index))
        {
            return false;
        }
        if !options.plural {
            return matches!(previous, Tag::To | Tag::Modal);
        }
        matches!(previous, Tag::Noun | Tag::ProperNoun)
            && self.subject_has_determiner(index)
            && !self.verb_ahead(index)
            && self.verb_behind(index).is_none()
    }

    fn past_or_participle(&self, index: usize, options: &Options, previous: Tag, next_noun: bool) -> Tag {
        if ADJECTIVES.contains(self.word(index)) && (next_noun || previous == Tag::Auxiliary) {
            return Tag::Adjective;
        }
        if !options.past {
            return Tag::VerbParticiple;
        }
        let helped = previous == Tag::Auxiliary
            || matches!(self.before(index), Some((at, _)) if matches!(self.word(at), "have" | "has" | "had" | "get" | "gets" | "getting" | "got"));
        let attributive = matches!(
            previous,
            Tag::Determiner | Tag::Adjective | Tag::Preposition | Tag::Possessive | Tag::Number
        ) || matches!(self.fixed(index.wrapping_sub(1)), Some(Tag::Determiner));
        if helped || attributive || self.word(index + 1) == "by" && options.participle {
            return if options.participle { Tag::VerbParticiple } else { Tag::VerbPast };
        }
        match previous {
            Tag::Pronoun => Tag::VerbPast,
            Tag::Conjunction | Tag::Punctuation => {
                let earlier = (0..index).rev().map(|at| self.tag(at)).find(|tag| tag.is_verb());
                let subject = (0..index).any(|at| self.tag(at).is_noun() || self.tag(at) == Tag::Pronoun);
                match earlier {
                    Some(Tag::VerbPast) => Tag::VerbPast,
                    Some(Tag::VerbParticiple) => Tag::VerbParticiple,
                    None if subject && previous == Tag::Conjunction => Tag::VerbPast,
                    _ => Tag::VerbParticiple,
                }
            }
            tag if tag.is_noun() && !self.verb_ahead(index) && self.verb_behind(index).is_none() => {
                Tag::VerbPast
            }
            _ => Tag::VerbParticiple,
        }
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

    fn is_third(&self, index: usize, options: &Options, previous: Tag) -> bool {
        // `over 70 goes to the desk`, `40 to 70 gets a call`
        if previous == Tag::Number {
            let follows = self.starts_object(index + 1)
                || matches!(self.fixed(index + 1), Some(Tag::Preposition | Tag::Adverb));
            let verb = super::lemma::verb_lemma(self.word(index));
            return follows
                && matches!(
                    verb.as_str(),
                    "go" | "get" | "take" | "come" | "move" | "need" | "pass" | "mean"
                );
        }
        // `a new flat fits my search`, `legal reads it`: what looks like an adjective is the noun.
        if previous == Tag::Adjective
            && options.noun
            && self.starts_object(index + 1)
            && !self.verb_ahead(index)
            && self.verb_behind(index).is_none()
            && (index == 1 || self.subject_has_determiner(index))
        {
            return true;
        }
        // A sentence does not open with `tickets that …` as a verb.
        if index == 0 && options.noun && !matches!(self.fixed(1), Some(Tag::Determiner)) {
            return false;
        }
        if !options.noun {
            let adjective_alone =
                previous == Tag::Adjective && index >= 2 && self.tag(index - 2) == Tag::Determiner;
            return adjective_alone
                || !matches!(previous, Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number);
        }
        let object = self.starts_object(index + 1);
        match previous {
            Tag::Pronoun => !matches!(
                self.word(index.wrapping_sub(1)),
                "them" | "us" | "him" | "me" | "they" | "we" | "i" | "you"
            ),
            Tag::Noun | Tag::ProperNoun => {
                if self.verb_ahead(index) {
                    return false;
                }
                if self.verb_behind(index).is_some() {
                    return object && self.relative_open(index);
                }
                let last = index + 1 >= self.words.len() || self.fixed(index + 1) == Some(Tag::Punctuation);
                !last || self.subject_has_determiner(index)
            }
            Tag::Conjunction => match self.verb_behind(index) {
                Some(at) if self.tag(at) == Tag::VerbThird => {
                    object || self.starts_noun(index + 1) || matches!(self.word(index + 1), "yes" | "no")
                }
                Some(_) => object && !self.verb_ahead(index),
                None => false,
            },
            Tag::Punctuation => {
                let chained = self.word(index.wrapping_sub(1)) == ","
                    && self.starts_noun(index + 1)
                    && (0..index).rev().map(|at| self.tag(at)).find(|tag| tag.is_verb())
                        == Some(Tag::VerbThird);
                (object || chained) && !self.verb_ahead(index)
            }
            Tag::Adverb | Tag::Subordinator => object,
            _ => false,
        }
    }

    fn relative_open(&self, index: usize) -> bool {
        index >= 2
            && (index.saturating_sub(4)..index).any(|at| matches!(self.word(at), "and" | "or" | "then"))
    }

    fn subject_has_determiner(&self, index: usize) -> bool {
        (index.saturating_sub(5)..index).any(|at| self.tag(at) == Tag::Determiner)
    }

    /// Whether a base form must follow: after `to`, a modal, `do`, `please`, `let's`.
    fn takes_base(&self, index: usize) -> bool {
        let Some((at, tag)) = self.before(index) else { return index == 0 && self.starts_object(index + 1) };
        let asked = tag == Tag::Pronoun
            && at.checked_sub(1).is_some_and(|modal| {
                self.tag(modal) == Tag::Modal || matches!(self.word(modal), "do" | "does" | "did" | "let")
            });
        let doing = tag == Tag::Auxiliary
            && matches!(self.word(at), "do" | "does" | "did" | "don" | "doesn" | "didn");
        matches!(tag, Tag::To | Tag::Modal | Tag::Interjection) || doing || asked
    }

    /// `let a carrier book a slot`: after somebody who is let or helped, a base form follows.
    fn is_let(&self, index: usize) -> bool {
        let Some(verb) = (index.saturating_sub(5)..index).rev().find(|at| self.tag(*at).is_verb()) else {
            return false;
        };
        matches!(self.word(verb), "let" | "lets" | "help" | "helps" | "make" | "makes")
            && verb + 1 < index
            && (verb + 1..index).all(|at| {
                self.tag(at).is_noun()
                    || matches!(self.tag(at), Tag::Determiner | Tag::Adjective | Tag::Pronoun)
            })
    }

    fn is_base(&self, index: usize, options: &Options, previous: Tag) -> bool {
        if self.takes_base(index) {
            return true;
        }
        let object = self.starts_object(index + 1);
        let ends =
            matches!(self.fixed(index + 1), Some(Tag::Punctuation | Tag::Conjunction | Tag::Preposition));
        if (object || ends)
            && matches!(self.tag(index.wrapping_sub(1)), Tag::Noun | Tag::NounPlural | Tag::Pronoun)
            && self.is_let(index)
        {
            return true;
        }
        let ahead = self.verb_ahead(index);
        match previous {
            Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number => false,
            Tag::Preposition => !options.noun && !options.adjective,
            Tag::NounPlural => {
                // `the disputes team looks at it`: a noun between a noun and its verb.
                let inside = options.noun
                    && MOSTLY_NOUNS.contains(&self.word(index))
                    && self.options.get(index + 1).is_some_and(|next| next.third);
                !ahead
                    && !inside
                    && (self.verb_behind(index).is_none() || !options.noun && !options.adjective)
            }
            Tag::Pronoun => {
                let subject = matches!(
                    self.before(index).map_or("", |(at, _)| self.word(at)),
                    "i" | "we" | "you" | "they" | "who" | "that" | "which" | "people"
                ) || !options.noun && !options.adjective;
                subject && !ahead
            }
            Tag::Noun | Tag::ProperNoun => !options.noun && !options.adjective,
            Tag::Conjunction => self.base_after_conjunction(index, options, object, ahead),
            Tag::Punctuation | Tag::Adverb | Tag::Subordinator => {
                if ahead && options.noun {
                    return false;
                }
                let listed = index >= 2 && self.tag(index - 2) == Tag::VerbBase;
                let plural_next = self.options.get(index + 1).is_some_and(|next| next.plural && next.noun);
                let mostly_noun = MOSTLY_NOUNS.contains(&self.word(index))
                    && !(plural_next && index + 4 < self.words.len() && previous == Tag::Punctuation);
                let named = self.starts_noun(index + 1) && !mostly_noun;
                let particle =
                    matches!(self.word(index + 1), "up" | "out" | "in" | "off" | "down" | "on" | "back")
                        && !mostly_noun;
                let paired = self.fixed(index + 1) == Some(Tag::Conjunction)
                    && self.options.get(index + 2).is_some_and(|next| next.base)
                    && self.starts_object(index + 3)
                    && !mostly_noun;
                // `otherwise route to a queue`, `if so: answer, close and log it`
                let opens = index == 0
                    || self.word(index - 1) == ":"
                    || index == 1 && matches!(self.word(0), "otherwise" | "else" | "then" | "please");
                let goes = opens && !mostly_noun && matches!(self.word(index + 1), "to" | "into");
                let first_of_list = opens
                    && !mostly_noun
                    && self.word(index + 1) == ","
                    && self.options.get(index + 2).is_some_and(|next| next.base && !next.plural);
                // `…, close after two days`: the next act of a list of orders.
                let next_order = self.word(index - usize::from(index > 0)) == ","
                    && !mostly_noun
                    && matches!(
                        self.word(index + 1),
                        "after" | "before" | "within" | "when" | "until" | "at"
                    )
                    && (0..index).rev().map(|at| self.tag(at)).find(|tag| tag.is_verb())
                        == Some(Tag::VerbBase);
                object
                    || next_order
                    || listed
                    || named
                    || paired
                    || particle
                    || goes
                    || first_of_list
                    || !options.noun && !options.adjective
            }
            _ => !options.noun && !options.adjective,
        }
    }

    fn base_after_conjunction(&self, index: usize, options: &Options, object: bool, ahead: bool) -> bool {
        if !options.noun && !options.adjective {
            return true;
        }
        let verb = (0..index).rev().find(|at| self.tag(*at).is_verb());
        let parallel = verb.is_some_and(|at| self.tag(at) == Tag::VerbBase);
        let adjacent = verb.is_some_and(|at| at + 2 == index);
        parallel && !ahead && (object || adjacent || self.starts_noun(index + 1))
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
                && self.fixed(index).is_none()
                && index > 0
                && self.tag(index - 1) == Tag::Determiner =>
            {
                Tag::Adjective
            }
            _ => tag,
        }
    }
}
