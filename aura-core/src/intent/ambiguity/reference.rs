//! Words that may refer to several things, or to something that the text does not name.

use crate::text::{Sentence, Tag, noun_singular};

/// Nouns that stand for the text itself, the moment or the way: `this feature`, `that case`.
const SHARED: &[&str] = &[
    "feature",
    "functionality",
    "request",
    "way",
    "case",
    "time",
    "moment",
    "reason",
    "kind",
    "sort",
    "year",
    "week",
    "month",
    "day",
    "point",
    "behaviour",
    "behavior",
    "information",
    "change",
    "problem",
    "text",
    "page",
    "process",
    "story",
    "document",
    "goal",
    "app",
    "code",
    "example",
    "snippet",
    "screenshot",
    "error",
    "warning",
];

/// The nouns of a text before a place, in singular.
#[derive(Debug, Default)]
pub(super) struct Named {
    nouns: Vec<String>,
}

impl Named {
    /// Remembers the noun at a place, where there is one.
    pub(super) fn add(&mut self, sentence: &Sentence, at: usize) {
        if sentence.tag(at).is_noun() {
            self.nouns.push(noun_singular(sentence.word(at)));
        }
    }

    /// The last token of an unclear reference that begins at a place, where there is one.
    pub(super) fn unclear(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        match sentence.word(at) {
            "this" | "that" | "these" | "those" => self.demonstrative(sentence, at),
            "it" | "them" => self.object(sentence, at).then_some(at),
            _ => None,
        }
    }

    /// `this guy` where no guy was named; `this` alone as a subject, which points to a whole sentence.
    fn demonstrative(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let last = (at + 1..at + 4).take_while(|next| in_phrase(sentence, *next)).last();
        // `this works`: a verb that the dictionary knows as a noun of many.
        let disagrees = |head: &usize| {
            matches!(sentence.word(at), "this" | "that")
                && *head == at + 1
                && sentence.tag(*head) == Tag::NounPlural
        };
        if let Some(head) = last.filter(|head| !disagrees(head)) {
            let noun = noun_singular(sentence.word(head));
            let named = |near: usize| self.nouns.contains(&noun_singular(sentence.word(near)));
            let known = (at + 1..=head).any(named) || SHARED.contains(&noun.as_str());
            let is_pointed =
                matches!(sentence.word(at), "this" | "these") || follows_preposition(sentence, at);
            return (!known && is_pointed).then_some(head);
        }
        if sentence.word(at) != "this" {
            return None;
        }
        let is_subject =
            sentence.tag(at + 1).is_verb() || matches!(sentence.tag(at + 1), Tag::Modal | Tag::Auxiliary);
        let is_asked = at == 1 && matches!(sentence.word(0), "is" | "does" | "can" | "could");
        let tells_what_it_is = matches!(sentence.word(at + 1), "is" | "'s") && !is_asked;
        let opens = at == 0 || matches!(sentence.word(at - 1), "when" | "if" | "because" | "," | "since");
        (is_subject && opens && !tells_what_it_is
            || is_asked
            || sentence.word(at + 1) == "is" && at > 0 && matches!(sentence.word(at - 1), "when" | "if"))
        .then_some(at)
    }

    /// `delete it` at the end of a clause, where the sentence names no thing before it, or several.
    fn object(&self, sentence: &Sentence, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let is_object = sentence.tag(before).is_verb() || sentence.tag(before) == Tag::Preposition;
        let ends = at + 1 >= sentence.tokens.len()
            || matches!(sentence.tag(at + 1), Tag::Punctuation | Tag::Conjunction | Tag::Preposition);
        if !is_object || !ends {
            return false;
        }
        let plural = sentence.word(at) == "them";
        let mut fitting: Vec<String> = (0..at)
            .filter(|near| match sentence.tag(*near) {
                Tag::NounPlural => plural,
                Tag::Noun => !plural,
                _ => false,
            })
            // `the possibility to delete it`: never the possibility.
            .filter(|near| !(near + 3 == at && sentence.word(near + 1) == "to"))
            // The last noun of a compound is the thing.
            .filter(|near| !sentence.tag(near + 1).is_noun())
            .map(|near| noun_singular(sentence.word(near)))
            .collect();
        fitting.sort_unstable();
        fitting.dedup();
        fitting.is_empty() || !plural && fitting.len() > 1
    }
}

/// Whether a token continues the phrase of a demonstrative.
fn in_phrase(sentence: &Sentence, at: usize) -> bool {
    sentence.tag(at).is_noun() || sentence.tag(at) == Tag::Adjective || sentence.word(at) == "one"
}

fn follows_preposition(sentence: &Sentence, at: usize) -> bool {
    at > 0 && sentence.tag(at - 1) == Tag::Preposition
}
