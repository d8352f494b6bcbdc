//! Whether a word that may be a verb is one.

use super::{ADJECTIVES, MOSTLY_NOUNS, Options, Tag, Tagger};

impl Tagger {
    pub(super) fn is_third(&self, index: usize, options: &Options, previous: Tag) -> bool {
        // `over 70 goes to the desk`, `40 to 70 gets a call`
        if previous == Tag::Number {
            let follows = self.starts_object(index + 1)
                || matches!(self.fixed(index + 1), Some(Tag::Preposition | Tag::Adverb));
            let verb = crate::text::lemma::verb_lemma(self.word(index));
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

    pub(super) fn relative_open(&self, index: usize) -> bool {
        index >= 2
            && (index.saturating_sub(4)..index).any(|at| matches!(self.word(at), "and" | "or" | "then"))
    }

    pub(super) fn subject_has_determiner(&self, index: usize) -> bool {
        (index.saturating_sub(5)..index).any(|at| self.tag(at) == Tag::Determiner)
    }

    /// Whether a base form must follow: after `to`, a modal, `do`, `please`, `let's`.
    pub(super) fn takes_base(&self, index: usize) -> bool {
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
    pub(super) fn is_let(&self, index: usize) -> bool {
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

    pub(super) fn is_base(&self, index: usize, options: &Options, previous: Tag) -> bool {
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
                let particle = matches!(
                    self.word(index + 1),
                    "up" | "out" | "in" | "off" | "down" | "on" | "back" | "over"
                ) && !mostly_noun;
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

    pub(super) fn base_after_conjunction(
        &self,
        index: usize,
        options: &Options,
        object: bool,
        ahead: bool,
    ) -> bool {
        if !options.noun && !options.adjective {
            return true;
        }
        let verb = (0..index).rev().find(|at| self.tag(*at).is_verb());
        let parallel = verb.is_some_and(|at| self.tag(at) == Tag::VerbBase);
        let adjacent = verb.is_some_and(|at| at + 2 == index);
        parallel && !ahead && (object || adjacent || self.starts_noun(index + 1))
    }

    /// A word that no list of verbs knows, in a place where only a verb can stand: `the cook peels the onions`.
    pub(super) fn is_unlisted_verb(&self, index: usize, options: &Options, previous: Tag) -> bool {
        if !options.noun
            || !self.starts_object(index + 1)
            || crate::text::lexicon::NOUNS.contains(self.word(index))
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

    pub(super) fn past_or_participle(
        &self,
        index: usize,
        options: &Options,
        previous: Tag,
        next_noun: bool,
    ) -> Tag {
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
}
