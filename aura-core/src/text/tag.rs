//! Parts of speech.

/// The part of speech of a token, about as fine as English needs for steps and things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Tag {
    /// A noun in the singular, or one that has no plural.
    Noun,
    /// A noun in the plural.
    NounPlural,
    /// A name.
    ProperNoun,
    /// A pronoun, also a relative one (`who`, `which`, `that`).
    Pronoun,
    /// An article, a demonstrative, a possessive or a quantifier before a noun.
    Determiner,
    /// An adjective.
    Adjective,
    /// An adverb, also `not`.
    Adverb,
    /// A preposition or a verb's particle.
    Preposition,
    /// A coordinating conjunction.
    Conjunction,
    /// A word that opens a subordinate clause: `if`, `when`, `because`.
    Subordinator,
    /// A number in digits or words.
    Number,
    /// `to` before a verb.
    To,
    /// A modal verb.
    Modal,
    /// A form of `be`, or of `have` and `do` beside another verb.
    Auxiliary,
    /// A verb in its base form: infinitive, imperative, present plural.
    VerbBase,
    /// A verb in the third person singular.
    VerbThird,
    /// A verb in the past tense.
    VerbPast,
    /// A past participle: passive, perfect, or beside a noun.
    VerbParticiple,
    /// A form in -ing.
    VerbGerund,
    /// The mark of possession.
    Possessive,
    /// `please`, `hello`.
    Interjection,
    /// Punctuation and symbols.
    Punctuation,
}

impl Tag {
    /// Whether this is a full verb in any form.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::VerbBase | Tag::VerbThird | Tag::VerbPast | Tag::VerbParticiple | Tag::VerbGerund)
    }

    /// Whether this is a verb that can stand alone with a subject: not a participle, not a form in -ing.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::VerbBase | Tag::VerbThird | Tag::VerbPast | Tag::Modal | Tag::Auxiliary)
    }

    /// Whether this is a noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::NounPlural | Tag::ProperNoun)
    }
}
