//! Text kernel: tokens with byte spans, sentences, tags, numbers, money, durations, readability.
//!
//! It knows nothing of Aura's nouns. In comes text that nobody trusts; out come spans into that text and
//! what they say. Never here: intents, plans, wording of results.
//!
//! The usual way through: [`decode`] bytes, [`clean`] the text, [`analyse`] it into blocks, sentences and
//! tagged tokens, then look for [`noun_phrases`], [`verb_groups`] and [`quantities`] in each sentence.
//! All offsets are bytes of UTF-8; [`Offsets`] turns them into what Python (code points) and JavaScript
//! (UTF-16 units) count.

mod block;
mod clean;
pub(crate) mod element;
mod language;
mod lemma;
mod lexicon;
mod moment;
mod page;
mod phrase;
mod quantity;
mod readability;
mod span;
mod table;
mod tag;
mod tagger;
mod token;
mod word_class;

pub use block::{Block, BlockKind, analyse};
pub use clean::{CleanText, clean, decode};
pub use language::{Language, detect_language};
pub use lemma::{
    base_form, gerund, noun_plural, noun_singular, past_participle, past_tense, third_person, verb_lemma,
};
pub use moment::{DateOrder, Moment};
pub use page::page_policy;
pub use phrase::{NounPhrase, VerbGroup, Voice, noun_phrases, verb_groups};
pub use quantity::{Comparator, Quantity, QuantityKind, quantities};
pub use readability::{Readability, readability};
pub use span::{Offsets, Span, line_and_column};
pub use table::{Table, read_separated, read_table, write_row};
pub use tag::Tag;
pub use token::{Sentence, Token, TokenKind};

#[cfg(test)]
mod tests;
