//! The words of a text that tell of a process, each with its class: for marking a text and for measuring the rules.

use std::collections::BTreeSet;

use crate::text::{Block, NounPhrase, Sentence, Span, Tag, Voice, analyse, noun_phrases};

use super::actors::{actor_kind, is_short_name, name_of};
use super::clause::{Clause, Role, clauses, is_matrix};
use super::reading::condition_span;
use super::words::{EXCLUSIVE, PARALLEL};

/// What a mention tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MentionClass {
    /// The verb of a step.
    Activity,
    /// Who acts or receives.
    Actor,
    /// What is acted on.
    Data,
    /// How, where or by what a step is done.
    Detail,
    /// A word that opens alternatives.
    Exclusive,
    /// A word that opens things done at the same time.
    Parallel,
    /// The condition of an alternative.
    Condition,
}

/// Words of a text with their class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// What the words tell.
    pub class: MentionClass,
    /// Where they stand, in bytes.
    pub span: Span,
}

/// Finds the words that tell of steps, people, things and decisions, in the order of the text.
///
/// # Example
/// ```
/// use aura_core::intent::{MentionClass, mentions};
/// let found = mentions("If it is late, the clerk calls the customer.");
/// assert_eq!(found[0].class, MentionClass::Exclusive);
/// assert!(found.iter().any(|mention| mention.class == MentionClass::Activity));
/// ```
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let blocks = analyse(text);
    let named = named_actors(text, &blocks);
    for sentence in blocks.iter().flat_map(|block| &block.sentences) {
        Marker { text, sentence, phrases: noun_phrases(sentence), named: &named, found: &mut found }.mark();
    }
    found.sort_by_key(|mention| (mention.span, mention.class));
    found.dedup();
    found
}

/// Short names in capitals that act somewhere in the text: `the DPO informs the board`.
fn named_actors(text: &str, blocks: &[Block]) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for sentence in blocks.iter().flat_map(|block| &block.sentences) {
        for clause in clauses(sentence, 0) {
            let acts = clause.is_act() && clause.group.voice == Voice::Active;
            if let Some(subject) = clause.subject.filter(|_| acts)
                && is_short_name(sentence.span_of(subject.head, subject.head).of(text))
            {
                named.insert(name_of(text, sentence, &subject));
            }
        }
    }
    named
}

struct Marker<'call> {
    text: &'call str,
    sentence: &'call Sentence,
    phrases: Vec<NounPhrase>,
    named: &'call BTreeSet<String>,
    found: &'call mut Vec<Mention>,
}

impl Marker<'_> {
    fn mark(&mut self) {
        let all = clauses(self.sentence, 0);
        let mut conditions: Vec<Span> = Vec::new();
        for clause in all.iter().filter(|clause| clause.role == Role::Condition && clause.marker.is_some()) {
            if let Some(span) = condition_span(self.sentence, &all, clause) {
                conditions.push(span);
                self.add(MentionClass::Condition, span);
            }
        }
        self.mark_gateways(&conditions);
        for (index, clause) in all.iter().enumerate() {
            let inside = conditions.iter().any(|span| span.overlaps(clause.group.span));
            if !inside && self.is_activity(&all, index) && !self.is_frame(clause) {
                self.mark_activity(&all, clause);
            }
        }
    }

    fn add(&mut self, class: MentionClass, span: Span) {
        let taken = self.found.iter().any(|known| known.span == span && known.class == class);
        if !taken && !span.is_empty() {
            self.found.push(Mention { class, span });
        }
    }

    fn mark_gateways(&mut self, conditions: &[Span]) {
        let length = self.sentence.tokens.len();
        let mut at = 0;
        while at < length {
            let exclusive = EXCLUSIVE.iter().find(|words| self.sentence.stands_at(at, words));
            let parallel = PARALLEL.iter().find(|words| self.sentence.stands_at(at, words));
            let span_of = |count: usize| self.sentence.span_of(at, at + count - 1);
            if let Some(words) = parallel {
                let span = span_of(words.len());
                self.add(MentionClass::Parallel, span);
                at += words.len();
            } else if let Some(words) = exclusive {
                let span = span_of(words.len());
                let inside = conditions.iter().any(|condition| condition.contains(span));
                let joins_verbs = self.sentence.tag(at + 1).is_verb() || self.sentence.tag(at + 2).is_verb();
                let joins_acts = joins_verbs
                    && self.sentence.tag(at - usize::from(at > 0)) != Tag::Adjective
                    && !self.joins_one_act(at);
                if !inside && (words.first() != Some(&"or") || joins_acts || self.joins_sentences(at)) {
                    self.add(MentionClass::Exclusive, span);
                }
                at += words.len();
            } else {
                at += 1;
            }
        }
    }

    /// Whether `or` stands between two sentences of their own: `the clerk pays or the manager refuses`.
    fn joins_sentences(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let verb = |at: usize| sentence.tag(at).is_finite() || sentence.tag(at) == Tag::Modal;
        let told = (0..at).any(verb);
        let subject = self.phrases.iter().find(|phrase| phrase.first == at + 1);
        let follows = subject.is_some_and(|phrase| {
            (phrase.head + 1..phrase.head + 3).any(verb) && sentence.tag(phrase.first) == Tag::Determiner
        });
        told && follows
    }

    /// `approve or reject the claim`: two verbs of one act.
    fn joins_one_act(&self, at: usize) -> bool {
        at > 0 && self.sentence.tag(at - 1).is_verb() && self.sentence.tag(at + 1).is_verb()
    }

    /// `the process starts`, `a new case is created`: the frame of the process, nothing that is done in it.
    fn is_frame(&self, clause: &Clause) -> bool {
        const FRAMING: &[&str] = &[
            "start",
            "begin",
            "end",
            "finish",
            "continue",
            "complete",
            "conclude",
            "repeat",
            "terminate",
            "create",
            "wait",
            "consider",
        ];
        const FRAMES: &[&str] = &["process", "procedure", "instance", "workflow", "activity", "subprocess"];
        let thing = clause.patient().or(clause.subject);
        FRAMING.contains(&clause.group.lemma.as_str())
            && thing.is_some_and(|phrase| {
                FRAMES.contains(&crate::text::noun_singular(self.sentence.word(phrase.head)).as_str())
            })
    }

    fn is_activity(&self, all: &[Clause], index: usize) -> bool {
        let Some(clause) = all.get(index) else { return false };
        if !clause.is_act() || clause.group.negated && clause.role != Role::Main {
            return false;
        }
        let next = all.get(index + 1);
        match clause.role {
            Role::Main | Role::Time => {
                !(is_matrix(clause)
                    && next.is_some_and(|next| next.role == Role::Infinitive)
                    && matches!(
                        clause.group.lemma.as_str(),
                        "have"
                            | "need"
                            | "try"
                            | "want"
                            | "start"
                            | "begin"
                            | "continue"
                            | "proceed"
                            | "attempt"
                            | "decide"
                    ))
            }
            Role::Relative => {
                clause.subject.is_some_and(|phrase| self.is_actor(&phrase))
                    && clause.group.voice == Voice::Active
            }
            Role::Infinitive => {
                index > 0
                    && all.get(index - 1).is_some_and(|before| {
                        matches!(before.role, Role::Main | Role::Time) && is_matrix(before)
                    })
            }
            _ => false,
        }
    }

    fn is_actor(&self, phrase: &NounPhrase) -> bool {
        if phrase.is_pronoun(self.sentence) {
            return matches!(
                self.sentence.word(phrase.head),
                "he" | "she" | "they" | "we" | "i" | "you" | "him" | "them" | "someone" | "somebody"
            );
        }
        let name = name_of(self.text, self.sentence, phrase);
        actor_kind(&name).is_some() || self.named.contains(&name)
    }

    fn mark_activity(&mut self, all: &[Clause], clause: &Clause) {
        let (head, last) = (clause.group.head, clause.group.last);
        let next =
            all.iter().find(|next| next.group.head == last + 2 && self.sentence.word(last + 1) == "or");
        let before = head >= 2 && self.sentence.word(head - 1) == "or" && self.joins_one_act(head - 1);
        let last = next.filter(|_| self.joins_one_act(last + 1)).map_or(last, |next| next.group.last);
        if !before {
            self.add(MentionClass::Activity, self.sentence.span_of(head, last));
        }
        if let Some(subject) = clause.subject {
            match clause.group.voice {
                Voice::Active if self.is_actor(&subject) => self.add(MentionClass::Actor, subject.span),
                // `the guest is informed`: whoever is told something is a person.
                Voice::Passive
                    if is_told(clause) && self.is_actor(&subject) && !subject.is_pronoun(self.sentence) =>
                {
                    self.add(MentionClass::Actor, subject.span);
                }
                Voice::Passive => self.add(MentionClass::Data, subject.span),
                Voice::Active => {}
            }
        }
        let agents = [clause.agent, clause.recipient];
        for phrase in agents.into_iter().flatten() {
            if self.is_actor(&phrase) {
                self.add(MentionClass::Actor, phrase.span);
            }
        }
        if let Some(object) = clause.object {
            let second = self.phrases.iter().find(|phrase| phrase.first == object.head + 1).copied();
            match second {
                // `sends the customer an invoice`: a person, then a thing.
                Some(thing) if self.is_actor(&object) && thing.head <= clause.last => {
                    self.add(MentionClass::Actor, object.span);
                    self.add(MentionClass::Data, self.widen(thing));
                }
                _ if self.is_actor(&object) && !object.is_pronoun(self.sentence) => {
                    self.add(MentionClass::Actor, object.span)
                }
                _ => {
                    let span = self.widen(object);
                    self.add(MentionClass::Data, span);
                }
            }
        }
        self.mark_topic(clause);
        self.mark_details(all, clause);
    }

    /// `informs the guest` **`about the delay`**: what somebody is told of.
    fn mark_topic(&mut self, clause: &Clause) {
        if !is_told(clause) {
            return;
        }
        let at = (clause.group.last + 1..=clause.last + 1).find(|at| self.sentence.word(*at) == "about");
        if let Some(at) = at
            && let Some(phrase) = self.phrases.iter().find(|phrase| phrase.first == at + 1).copied()
        {
            let span = self.sentence.span_of(at, at).join(self.widen(phrase));
            self.add(MentionClass::Data, span);
        }
    }

    /// A thing with the `of` phrase that belongs to it.
    fn widen(&self, phrase: NounPhrase) -> Span {
        let mut span = phrase.span;
        let mut head = phrase.head;
        while self.sentence.word(head + 1) == "of" {
            let Some(next) = self.phrases.iter().find(|next| next.first == head + 2) else { break };
            span = span.join(next.span);
            head = next.head;
        }
        span
    }

    /// Phrases that say how or where: `via the portal`, `in the archive`.
    fn mark_details(&mut self, _all: &[Clause], clause: &Clause) {
        let from = clause.object.map_or(clause.group.last, |object| object.head) + 1;
        let detail = (from..=clause.last)
            .find(|at| matches!(self.sentence.word(*at), "via" | "through" | "within" | "using" | "during"));
        if let Some(at) = detail
            && let Some(phrase) = self.phrases.iter().find(|phrase| phrase.first == at + 1)
        {
            let span = self.sentence.span_of(at, phrase.head);
            self.add(MentionClass::Detail, span);
        }
    }
}

/// Whether the verb tells somebody something.
fn is_told(clause: &Clause) -> bool {
    matches!(
        clause.group.lemma.as_str(),
        "inform"
            | "notify"
            | "tell"
            | "ask"
            | "remind"
            | "warn"
            | "advise"
            | "invite"
            | "contact"
            | "call"
            | "update"
            | "alert"
    )
}
