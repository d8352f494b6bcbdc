//! Which clauses of a piece are acts of the process, who does them, and in which order.

use crate::text::{NounPhrase, QuantityKind, Sentence, Tag, Voice, noun_phrases, quantities};

use super::actors::{actor_kind, is_short_name, name_of};
use super::clause::{Clause, Role, is_matrix};

/// One act to become a step.
#[derive(Debug, Clone)]
pub(super) struct Act<'clause> {
    pub(super) clause: &'clause Clause,
    /// Who acts, where that is not the clause's own subject: `we want` **`them`** `to pay`.
    pub(super) doer: Option<NounPhrase>,
    /// The base form of the verb.
    pub(super) verb: String,
    /// What is acted on.
    pub(super) patient: Option<NounPhrase>,
    /// Whether the act is named by a noun: `needs an approval`.
    pub(super) nominal: bool,
}

/// Verbs that hand their act to somebody: `let X pay`, `we want X to pay`, `helps X pay`.
const HANDING: &[&str] = &[
    "let", "help", "allow", "enable", "want", "need", "wish", "like", "love", "prefer", "expect", "require",
    "make",
];

/// What the writer does while thinking aloud.
const THINKING: &[&str] = &[
    "find",
    "find out",
    "guess",
    "settle",
    "bet",
    "wonder",
    "learn",
    "try",
    "follow",
    "promise",
    "imagine",
    "suggest",
    "propose",
    "figure",
    "figure out",
    "recap",
    "attach",
    "talk",
    "discuss",
];

/// Verbs of facts about things: `the numbers come from the warehouse`.
const FACTUAL: &[&str] = &[
    "arrive", "expire", "mention", "contain", "include", "show", "state", "close", "come", "take", "run",
    "work", "stem", "help", "save", "drive", "lead", "cause", "result", "pay off", "affect", "die", "hold",
];

/// Verb and noun that together name no act: `take the loss`.
const LIGHT: &[(&str, &[&str])] = &[
    (
        "take",
        &[
            "loss",
            "risk",
            "hit",
            "blame",
            "place",
            "time",
            "effect",
            "part",
            "turn",
            "priority",
            "precedence",
        ],
    ),
    ("make", &["sense", "difference", "mistake", "money"]),
    ("give", &["way", "rise", "sense"]),
    ("play", &["role", "part"]),
    ("get", &["worse", "better"]),
];

/// Nouns of acts that somebody is asked for: `needs a second approval by the manager`.
const NOMINAL: &[(&str, &str)] = &[
    ("approval", "approve"),
    ("review", "review"),
    ("check", "check"),
    ("signature", "sign"),
    ("confirmation", "confirm"),
    ("verification", "verify"),
    ("inspection", "inspect"),
];

/// The acts of a piece in the order in which they happen.
pub(super) fn acts<'clause>(text: &str, sentence: &Sentence, found: &'clause [Clause]) -> Vec<Act<'clause>> {
    let mut ranked: Vec<(u8, Act<'clause>)> = Vec::new();
    let mut handed: Option<NounPhrase> = None;
    for (index, clause) in found.iter().enumerate() {
        if let Some(act) = nominal(text, sentence, clause) {
            ranked.push((1, act));
            continue;
        }
        let before = index.checked_sub(1).and_then(|at| found.get(at));
        let doer = hander(found, index);
        let carried = doer.is_some() || before.is_some_and(|before| carries(before, clause));
        if !is_wanted(text, sentence, found, index, carried) {
            continue;
        }
        if doer.is_some() {
            handed = doer;
        } else if !clause.shares_subject && clause.role == Role::Main && clause.subject.is_some() {
            handed = None;
        }
        let shared = handed.filter(|_| clause.shares_subject || clause.subject.is_none() || carried);
        let mark = clause.marker.map_or("", |at| sentence.word(at));
        let rank = match (clause.role, mark) {
            (Role::Time, "before") => 2,
            (Role::Time, "while" | "whilst") => 1,
            (Role::Time, _) => 0,
            _ => 1,
        };
        let act = Act {
            clause,
            doer: doer
                .or(shared)
                .or_else(|| clause.doer().filter(|_| clause.role != Role::Infinitive))
                .or_else(|| {
                    before
                        .filter(|before| {
                            carried && clause.role == Role::Infinitive && carries(before, clause)
                        })
                        .and_then(|before| before.doer())
                }),
            verb: clause.group.lemma.clone(),
            patient: clause.patient(),
            nominal: false,
        };
        ranked.push((rank, act));
    }
    ranked.sort_by_key(|act| act.0);
    ranked.into_iter().map(|act| act.1).collect()
}

/// `wants to pay`, `has to sign`: the infinitive is the act.
fn carries(before: &Clause, clause: &Clause) -> bool {
    clause.role == Role::Infinitive
        && matches!(before.role, Role::Main | Role::Other)
        && is_matrix(before)
        && (!before.is_act()
            || matches!(
                before.group.lemma.as_str(),
                "let" | "help" | "allow" | "enable" | "try" | "start" | "begin" | "continue"
            ))
}

/// The phrase to which the verb before hands the act of this clause.
fn hander(found: &[Clause], index: usize) -> Option<NounPhrase> {
    let clause = found.get(index)?;
    let before = found.get(index.checked_sub(1)?)?;
    let verb = before.group.lemma.as_str();
    let hands = HANDING.contains(&verb);
    if !hands || before.group.voice == Voice::Passive {
        return None;
    }
    let object = before.object?;
    let own = clause.subject.is_some_and(|subject| subject.head == object.head);
    let infinitive = clause.role == Role::Infinitive && clause.group.first == object.head + 1;
    (own || infinitive).then_some(object)
}

fn is_wanted(text: &str, sentence: &Sentence, found: &[Clause], index: usize, carried: bool) -> bool {
    let Some(clause) = found.get(index) else { return false };
    let next = found.get(index + 1);
    let shown = clause.group.lemma == "appear" && matches!(sentence.word(clause.group.last + 1), "on" | "in");
    let looked = clause.group.lemma == "look"
        && matches!(sentence.word(clause.group.last + 1), "at" | "for" | "up" | "into" | "after" | "through");
    let applied = clause.group.lemma == "apply"
        && (matches!(sentence.word(clause.group.last + 1), "for" | "online" | "by")
            || clause.object.is_none()
                && (clause.group.infinitive
                    || clause.subject.is_some_and(|subject| is_actor(text, sentence, &subject)))
            || hander(found, index).is_some());
    let asked = clause.group.lemma == "say" && clause.subject.is_none();
    // `is come back`: what nobody can do to a thing.
    let moved = clause.group.voice == Voice::Passive
        && matches!(
            clause.group.lemma.split(' ').next(),
            Some("come" | "go" | "arrive" | "become" | "happen" | "appear")
        );
    if moved {
        return false;
    }
    // `the change must be done in under 2 minutes`, `severity 1 must skip step 2`: how, not what.
    let manner = clause.group.lemma == "do" && clause.group.voice == Voice::Passive
        || matches!(clause.group.lemma.as_str(), "skip" | "follow" | "repeat")
            && sentence.word(clause.group.last + 1) == "step"
            && sentence.tag(clause.group.last + 2) == Tag::Number;
    if manner {
        return false;
    }
    // `having done that`: it was told before.
    if clause.group.lemma == "do" && matches!(sentence.word(clause.group.last + 1), "that" | "this" | "so") {
        return false;
    }
    let delivered = is_delivered(sentence, clause);
    if before_a_launch(sentence, found, index) {
        return false;
    }
    if !(clause.is_act() || shown || asked || looked || applied || delivered)
        || clause.group.negated
        || denied_subject(sentence, clause)
    {
        return false;
    }
    if matches!(clause.group.modal.as_deref(), Some("would" | "might" | "could" | "'d")) {
        return false;
    }
    let head = sentence.tag(clause.group.head);
    let helper = sentence.word(clause.group.first);
    if head == Tag::VerbPast || matches!(helper, "was" | "were" | "had" | "did") {
        return false;
    }
    let hands_on = index + 1 < found.len() && hander(found, index + 1).is_some()
        || next.is_some_and(|next| carries(clause, next));
    if hands_on || is_light(sentence, clause) || is_thinking(sentence, clause) {
        return false;
    }
    match clause.role {
        Role::Main => !is_fact(text, sentence, clause),
        Role::Other => {
            // `we want that he can push a button`, `make sure that the door is locked`
            let wish = found.get(index.wrapping_sub(1)).is_some_and(|before| {
                matches!(
                    before.group.lemma.as_str(),
                    "want" | "need" | "make" | "ensure" | "wish" | "require" | "like"
                )
            });
            let that = clause.marker.is_some_and(|at| matches!(sentence.word(at), "that" | "sure"));
            wish && that
        }
        Role::Time => {
            let mark = clause.marker.map_or("", |at| sentence.word(at));
            let subject = clause.subject;
            let actor = clause.group.voice == Voice::Passive
                || subject.is_some_and(|phrase| {
                    is_actor(text, sentence, &phrase) || is_somebody(sentence, clause, &phrase)
                });
            // `once the work is done`: it was done by the steps before.
            let over = clause.group.voice == Voice::Passive
                && matches!(clause.group.lemma.as_str(), "do" | "finish" | "complete" | "reach" | "settle");
            let empty = over
                || subject.is_none_or(|phrase| {
                    matches!(
                        sentence.word(phrase.head),
                        "anything" | "anybody" | "anyone" | "nobody" | "something"
                    )
                });
            actor
                && !empty
                && !super::guard::is_trouble(sentence, clause)
                && !matches!(mark, "until" | "till" | "since" | "as")
        }
        Role::Infinitive => carried,
        // `confirmed by the system,` **`which also informs the kitchen`**: told of on the way.
        Role::Relative => {
            clause.marker.is_some_and(|at| at > 0 && sentence.word(at - 1) == ",")
                && clause.group.voice == Voice::Active
                && clause.subject.is_some_and(|phrase| is_actor(text, sentence, &phrase))
        }
        _ => false,
    }
}

/// `the managers should have the figures in their inbox`: somebody sends them.
pub(super) fn is_delivered(sentence: &Sentence, clause: &Clause) -> bool {
    const PLACES: &[&[&str]] = &[
        &["inbox"],
        &["inboxes"],
        &["mailbox"],
        &["by", "email"],
        &["by", "mail"],
        &["by", "post"],
        &["desk"],
    ];
    clause.role == Role::Main
        && matches!(clause.group.lemma.as_str(), "have" | "get" | "receive" | "find")
        && matches!(clause.group.modal.as_deref(), Some("should" | "must" | "shall" | "will"))
        && !clause.group.negated
        && clause.object.is_some()
        && (clause.group.last..sentence.tokens.len())
            .take_while(|at| !matches!(sentence.word(*at), ":" | ";" | ","))
            .any(|at| PLACES.iter().any(|place| sentence.stands_at(at, place)))
}

/// `the officer has to agree before we try it`: a condition on the project, no act of the process.
fn before_a_launch(sentence: &Sentence, found: &[Clause], index: usize) -> bool {
    let Some(next) = found.get(index + 1..).and_then(|rest| {
        rest.iter().find(|clause| clause.marker.is_some_and(|at| sentence.word(at) == "before"))
    }) else {
        return false;
    };
    let ours = next.subject.is_some_and(|subject| sentence.word(subject.head) == "we");
    let verb = next.group.lemma.split(' ').next().unwrap_or_default();
    ours && matches!(
        verb,
        "try" | "launch" | "start" | "begin" | "test" | "roll" | "go" | "pilot" | "release"
    )
}

/// `nobody`, `no seat`: nothing is done.
fn denied_subject(sentence: &Sentence, clause: &Clause) -> bool {
    clause.subject.is_some_and(|phrase| {
        matches!(sentence.word(phrase.first), "nobody" | "no" | "none" | "nothing" | "neither")
            || sentence.word(phrase.first) == "one"
                && phrase.first > 0
                && sentence.word(phrase.first - 1) == "no"
    }) || clause.first > 0 && sentence.stands_at(clause.first.saturating_sub(1), &["no", "one"])
}

fn is_light(sentence: &Sentence, clause: &Clause) -> bool {
    let verb = clause.group.lemma.split(' ').next().unwrap_or_default();
    let Some((_, nouns)) = LIGHT.iter().find(|(light, _)| *light == verb) else { return false };
    clause.object.is_some_and(|object| nouns.contains(&sentence.word(object.head)))
        || nouns.contains(&sentence.word(clause.group.last + 1))
}

fn is_thinking(sentence: &Sentence, clause: &Clause) -> bool {
    let subject = clause.subject.map_or("", |phrase| sentence.word(phrase.head));
    matches!(subject, "i" | "we")
        && !(subject == "i" && clause.role == Role::Time)
        && (THINKING.contains(&clause.group.lemma.as_str())
            || subject == "i" && matches!(clause.group.modal.as_deref(), Some("will" | "'ll")))
}

/// What a thing does by itself is a fact, what somebody does is an act.
fn is_fact(text: &str, sentence: &Sentence, clause: &Clause) -> bool {
    let permitted = matches!(clause.group.modal.as_deref(), Some("may" | "can"));
    if clause.group.voice == Voice::Passive {
        // `one freeze a week can be earned`: what is possible, not what is done.
        return permitted && clause.agent.is_none();
    }
    let Some(subject) = clause.subject else {
        // `as soon as the book is here, …`: an event without somebody.
        return FACTUAL.contains(&clause.group.lemma.split(' ').next().unwrap_or_default())
            && clause.group.first > 0
            && clause.group.modal.is_none()
            && sentence.tag(clause.group.head) != Tag::VerbBase;
    };
    if is_somebody(sentence, clause, &subject)
        || is_actor(text, sentence, &subject)
        || subject.is_pronoun(sentence)
    {
        return false;
    }
    let grants = matches!(clause.group.lemma.as_str(), "give" | "leave" | "grant" | "allow" | "need")
        && quantities(sentence).iter().any(|quantity| {
            quantity.tokens.0 > clause.group.last
                && quantity.tokens.0 <= clause.group.last + 3
                && matches!(quantity.kind, QuantityKind::Duration { .. })
        });
    permitted || grants || FACTUAL.contains(&clause.group.lemma.as_str())
}

/// Verbs of people: whoever is said to do this is somebody, even by a name that no list knows.
const VOLITIONAL: &[&str] = &[
    "accept",
    "answer",
    "approve",
    "ask",
    "assess",
    "book",
    "bring",
    "buy",
    "call",
    "check",
    "choose",
    "clean",
    "collect",
    "compare",
    "confirm",
    "decide",
    "decline",
    "deliver",
    "draw",
    "drive",
    "enter",
    "examine",
    "fetch",
    "fill",
    "fill in",
    "fix",
    "hand over",
    "inspect",
    "inform",
    "install",
    "label",
    "load",
    "look",
    "measure",
    "notify",
    "order",
    "pack",
    "pay",
    "phone",
    "pick",
    "pick up",
    "prepare",
    "read",
    "reject",
    "repair",
    "review",
    "scan",
    "select",
    "sell",
    "send",
    "serve",
    "sign",
    "sort",
    "test",
    "unload",
    "upload",
    "verify",
    "visit",
    "weigh",
    "write",
];

/// Words that tell and show without anybody behind them.
const SPEAKING_THINGS: &[&str] = &[
    "report", "form", "mail", "email", "message", "page", "screen", "list", "letter", "price", "link",
    "button", "note", "text", "table", "document", "rule", "data", "number", "result", "request", "order",
    "claim", "case", "file", "flow", "step", "process", "feature", "story", "offer", "plan", "payment",
    "amount", "time", "photo",
];

/// Whether the subject of a clause acts because only somebody can do this.
pub(super) fn is_somebody(sentence: &Sentence, clause: &Clause, phrase: &NounPhrase) -> bool {
    let head = crate::text::noun_singular(sentence.word(phrase.head));
    clause.group.voice == Voice::Active
        && clause.role != Role::Relative
        && !phrase.is_pronoun(sentence)
        && sentence.tag(phrase.head).is_noun()
        && (clause.object.is_some_and(|object| object.first > clause.group.last)
            || matches!(sentence.word(clause.group.last + 1), "whether" | "that"))
        && VOLITIONAL.contains(&clause.group.lemma.as_str())
        && !SPEAKING_THINGS.contains(&head.as_str())
        && phrase.head - phrase.first <= 3
}

/// Whether a phrase names somebody or something that acts.
pub(super) fn is_actor(text: &str, sentence: &Sentence, phrase: &NounPhrase) -> bool {
    if phrase.is_pronoun(sentence) {
        return matches!(
            sentence.word(phrase.head),
            "he" | "she"
                | "they"
                | "we"
                | "i"
                | "you"
                | "someone"
                | "somebody"
                | "whoever"
                | "everyone"
                | "anyone"
        );
    }
    actor_kind(&name_of(text, sentence, phrase)).is_some()
        || is_short_name(sentence.span_of(phrase.head, phrase.head).of(text))
}

/// `Loans above 500 euros need a second approval by the manager.`
fn nominal<'clause>(text: &str, sentence: &Sentence, clause: &'clause Clause) -> Option<Act<'clause>> {
    if clause.role != Role::Main
        || !matches!(clause.group.lemma.as_str(), "need" | "require")
        || clause.group.negated
    {
        return None;
    }
    let object = clause.object?;
    // `amounts over 10k need the CFO`
    if is_actor(text, sentence, &object)
        && !object.is_pronoun(sentence)
        && clause.subject.is_some_and(|subject| !is_actor(text, sentence, &subject))
    {
        return Some(Act {
            clause,
            doer: Some(object),
            verb: "approve".to_owned(),
            patient: clause.subject,
            nominal: true,
        });
    }
    let verb = NOMINAL.iter().find(|(noun, _)| *noun == sentence.word(object.head))?.1;
    let doer = noun_phrases(sentence).into_iter().find(|phrase| {
        phrase.first > object.head
            && matches!(sentence.word(phrase.first - 1), "by" | "from" | "of")
            && is_actor(text, sentence, phrase)
    });
    Some(Act { clause, doer, verb: verb.to_owned(), patient: clause.subject, nominal: true })
}
