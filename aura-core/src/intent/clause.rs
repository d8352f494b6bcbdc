//! Cuts a tagged sentence into clauses: who does what to what, and under which mark.

use crate::text::{NounPhrase, Sentence, Tag, VerbGroup, Voice, noun_phrases, verb_groups};

use super::words::{MATRIX, STATIVE, TIME_MARKERS};

/// What a clause does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands alone.
    Main,
    /// `if`, `unless`.
    Condition,
    /// `when`, `once`, `after`, `before`, `until`, `while`.
    Time,
    /// `which`, `who`, `that` after a noun.
    Relative,
    /// `because`, `although`, `so that`, `that` after a verb.
    Other,
    /// `to` with a base form.
    Infinitive,
    /// A form in -ing or a participle without a helper.
    Reduced,
}

/// One clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) role: Role,
    /// The token that opens the clause: `if`, `when`, `who`.
    pub(super) marker: Option<usize>,
    /// Its verbs.
    pub(super) group: VerbGroup,
    /// Whether there is only a modal or helping verb: `it can`.
    pub(super) bare_helper: bool,
    /// Who or what the verbs agree with.
    pub(super) subject: Option<NounPhrase>,
    /// Whether the subject is borrowed from the clause before.
    pub(super) shares_subject: bool,
    /// What follows the verbs.
    pub(super) object: Option<NounPhrase>,
    /// Who does it, in the passive.
    pub(super) agent: Option<NounPhrase>,
    /// To or for whom.
    pub(super) recipient: Option<NounPhrase>,
    /// First token, the marker and the subject included.
    pub(super) first: usize,
    /// Last token.
    pub(super) last: usize,
    /// Last token of the clauses that hang on this one: infinitives, relative clauses.
    pub(super) extent: usize,
}

impl Clause {
    /// Whether the verbs name an act, not a state.
    pub(super) fn is_act(&self) -> bool {
        let verb = self.group.lemma.split(' ').next().unwrap_or_default();
        // `serves the meal`, `counts the items`: done to something. `serves as a proof`, `counts`: not.
        let is_done = matches!(verb, "serve" | "count" | "refer")
            && (self.group.voice == Voice::Passive
                || self.object.is_some_and(|object| object.first == self.group.last + 1));
        !self.bare_helper && (is_done || !STATIVE.contains(&verb))
    }

    /// The phrase that is acted on: the object, or the subject in the passive.
    pub(super) fn patient(&self) -> Option<NounPhrase> {
        match self.group.voice {
            Voice::Passive => self.subject.or(self.object),
            Voice::Active => self.object,
        }
    }

    /// The phrase that acts: the subject, or the agent in the passive.
    pub(super) fn doer(&self) -> Option<NounPhrase> {
        match self.group.voice {
            Voice::Passive => self.agent,
            Voice::Active => self.subject,
        }
    }
}

/// The clauses of a sentence from token `from` on, left to right.
pub(super) fn clauses(sentence: &Sentence, from: usize) -> Vec<Clause> {
    let phrases = noun_phrases(sentence);
    let groups: Vec<VerbGroup> =
        verb_groups(sentence).into_iter().filter(|group| group.first >= from).collect();
    let mut found: Vec<Clause> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let previous_last = found.last().map_or(from, |clause| clause.group.last + 1);
        let next_first = groups.get(index + 1).map_or(sentence.tokens.len(), |next| next.first);
        let marker = marker_before(sentence, previous_last, group.first);
        let role = role_of(sentence, marker, group);
        // `is signed by the clerk and sent to the guest`: the second participle shares the helper of the first.
        let shares_helper = role == Role::Reduced
            && sentence.tag(group.head) == Tag::VerbParticiple
            && matches!(sentence.word(group.first.wrapping_sub(1)), "and" | "or")
            && found.last().is_some_and(|previous| {
                previous.group.voice == Voice::Passive && (previous.group.finite || previous.shares_subject)
            });
        let role = if role == Role::Main && is_contact(sentence, found.last(), group.first) {
            Role::Relative
        } else {
            role
        };
        let role =
            if shares_helper { found.last().map_or(Role::Main, |previous| previous.role) } else { role };
        let subject =
            subject_before(sentence, &phrases, previous_last.max(marker.map_or(0, |at| at + 1)), group.first);
        let subject = match (role, marker) {
            // `the clerk who checks`: the subject is what the pronoun stands for.
            (Role::Relative, Some(at)) if subject.is_none() => {
                phrases.iter().rev().find(|phrase| phrase.head < at).copied()
            }
            _ => subject,
        };
        // `an order that was sent back within 30 days is closed`: the order is closed, not the days.
        let subject = match found.last() {
            Some(previous)
                if role == Role::Main
                    && previous.role == Role::Relative
                    && unbroken(sentence, previous, group) =>
            {
                previous.subject
            }
            _ => subject,
        };
        // `The report related to the accident is filed`: the report is filed.
        let subject = match found.last() {
            Some(previous) if subject.is_none() && role == Role::Main && previous.role == Role::Reduced => {
                described(sentence, &phrases, previous, group)
            }
            _ => subject,
        };
        let listed = joins_after_comma(sentence, previous_last, group.first)
            && groups
                .get(index + 1)
                .is_some_and(|next| (group.last + 1..next.first).any(|at| sentence.word(at) == ","));
        let conjoined =
            (previous_last..group.first).any(|at| sentence.tag(at) == Tag::Conjunction) || found.is_empty();
        let subject = subject.filter(|_| !shares_helper);
        let joined = subject.is_none() && !matches!(role, Role::Infinitive | Role::Reduced);
        let inherited = found
            .iter()
            .rev()
            .find(|clause| !matches!(clause.role, Role::Reduced))
            .and_then(|clause| clause.subject);
        let after: Vec<&NounPhrase> =
            phrases.iter().filter(|phrase| phrase.first > group.last && phrase.head < next_first).collect();
        let object =
            after.first().filter(|phrase| touches(sentence, group.last, phrase.first)).map(|phrase| **phrase);
        let by = |word: &[&str]| {
            after
                .iter()
                .find(|phrase| phrase.first > 0 && word.contains(&sentence.word(phrase.first - 1)))
                .map(|phrase| **phrase)
        };
        let agent = if group.voice == Voice::Passive { by(&["by"]) } else { None };
        let resumed = resumed(sentence, &found, group).filter(|_| joined && conjoined && marker.is_none());
        let inherited = resumed.map_or(inherited, |main| main.subject);
        let carried = if joined && (found.is_empty() || group.infinitive) { None } else { inherited };
        found.push(Clause {
            role: if resumed.is_some() {
                Role::Main
            } else {
                inherit_role(sentence, role, marker, (joined, conjoined, listed), found.last(), group)
            },
            marker,
            subject: subject.or(if joined { carried } else { None }),
            shares_subject: joined && carried.is_some(),
            object,
            agent,
            recipient: by(&["to", "for", "with"]).filter(|phrase| Some(*phrase) != object),
            first: match role {
                Role::Infinitive | Role::Reduced => group.first,
                _ => marker.or(subject.map(|phrase| phrase.first)).unwrap_or(group.first).min(group.first),
            },
            last: clause_end(sentence, group.last, next_first),
            extent: group.last,
            bare_helper: matches!(sentence.tag(group.head), Tag::Modal | Tag::To),
            group: group.clone(),
        });
    }
    lend_subjects(sentence, &mut found);
    set_ends(sentence, &mut found);
    found
}

/// `After checking the address,` **`the clerk`** `ships it`: whoever acts in the main clause acts before the comma too.
fn lend_subjects(sentence: &Sentence, found: &mut [Clause]) {
    for index in 1..found.len() {
        let lent = found.get(index).filter(|clause| clause.role == Role::Main).and_then(|clause| {
            if clause.group.voice == Voice::Active { clause.subject } else { clause.agent }
        });
        if let (Some(subject), Some(clause)) = (lent, found.get_mut(index - 1))
            && clause.role == Role::Time
            && clause.subject.is_none()
            && sentence.tag(clause.group.head) == Tag::VerbGerund
        {
            clause.subject = Some(subject);
            clause.shares_subject = true;
        }
    }
}

/// `three alternatives` **`we already hold`**: a relative clause without its pronoun.
fn is_contact(sentence: &Sentence, previous: Option<&Clause>, verb: usize) -> bool {
    let Some(previous) = previous.filter(|clause| matches!(clause.role, Role::Main | Role::Infinitive))
    else {
        return false;
    };
    let start = (previous.group.last + 1..verb).rev().take_while(|at| {
        sentence.tag(*at) == Tag::Adverb
            || matches!(sentence.word(*at), "we" | "you" | "they" | "he" | "she" | "i")
    });
    let Some(first) = start.last() else { return false };
    matches!(sentence.word(first), "we" | "you" | "they" | "he" | "she" | "i")
        && sentence.tag(first.wrapping_sub(1)).is_noun()
        && first > previous.group.last + 1
}

/// The noun that a participle without a helper describes, where the verb of the noun follows.
fn described(
    sentence: &Sentence,
    phrases: &[NounPhrase],
    participle: &Clause,
    verb: &VerbGroup,
) -> Option<NounPhrase> {
    let unbroken = (participle.group.last + 1..verb.first)
        .all(|at| !matches!(sentence.tag(at), Tag::Punctuation | Tag::Conjunction | Tag::Subordinator));
    let between =
        phrases.iter().any(|phrase| phrase.first > participle.group.last && phrase.head < verb.first);
    phrases
        .iter()
        .find(|phrase| phrase.head + 1 == participle.group.first)
        .filter(|_| unbroken && between && sentence.tag(participle.group.head) == Tag::VerbParticiple)
        .copied()
}

/// Whether `, or` or `, and` stands between two places.
fn joins_after_comma(sentence: &Sentence, from: usize, until: usize) -> bool {
    (from..until).any(|at| sentence.word(at) == "," && matches!(sentence.word(at + 1), "or" | "and"))
}

/// Verbs that say it all without an object: `apply, pay and get a permit`.
const ALONE: &[&str] = &[
    "apologise",
    "apologize",
    "apply",
    "arrive",
    "come",
    "go",
    "knock",
    "leave",
    "log in",
    "log out",
    "pay",
    "register",
    "reply",
    "respond",
    "rest",
    "return",
    "sign in",
    "sign out",
    "sign up",
    "sleep",
    "smile",
    "stop",
    "travel",
    "wait",
    "wake up",
    "walk",
    "work",
];

fn set_ends(sentence: &Sentence, found: &mut [Clause]) {
    // What stands before the next clause's first word belongs to this one, the rest does not.
    for index in 1..found.len() {
        let next = found.get(index).map_or(0, |clause| clause.first);
        if let Some(clause) = found.get_mut(index - 1)
            && next > clause.group.last
        {
            clause.last = clause_end(sentence, clause.group.last, next);
        }
    }
    // `checks and signs the form`: both verbs have the object that stands after the second.
    for index in (1..found.len()).rev() {
        let Some(next) = found.get(index).cloned() else { continue };
        if let Some(clause) = found.get_mut(index - 1)
            && clause.object.is_none()
            && !ALONE.contains(&clause.group.lemma.as_str())
            && next.shares_subject
            && next.group.voice == clause.group.voice
            && next.group.first == clause.group.last + 2
            && matches!(sentence.word(clause.group.last + 1), "and" | "or")
        {
            clause.object = next.object;
        }
    }
    let mut extent = 0;
    for index in (0..found.len()).rev() {
        let hangs = found.get(index + 1).is_some_and(|next| {
            matches!(next.role, Role::Infinitive | Role::Relative | Role::Reduced) && next.first > 0
        });
        if let Some(clause) = found.get_mut(index) {
            clause.extent = if hangs { extent } else { clause.last };
            extent = clause.extent;
        }
    }
}

fn unbroken(sentence: &Sentence, previous: &Clause, group: &VerbGroup) -> bool {
    let between = previous.group.last + 1..group.first;
    if between.clone().all(|at| !matches!(sentence.tag(at), Tag::Punctuation | Tag::Conjunction)) {
        return true;
    }
    // `tickets that mention fire, theft or a leak go to a person`: the verb agrees with the tickets, not with the leak.
    let listed = between.clone().all(|at| {
        let tag = sentence.tag(at);
        tag.is_noun()
            || matches!(
                tag,
                Tag::Determiner | Tag::Adjective | Tag::Conjunction | Tag::Preposition | Tag::Number
            )
            || sentence.word(at) == ","
    });
    let many = previous.subject.is_some_and(|subject| sentence.tag(subject.head) == Tag::NounPlural);
    let agrees = sentence.tag(group.first) == Tag::VerbBase || sentence.word(group.first) == "are";
    let nearest = between.rev().find(|at| sentence.tag(*at).is_noun());
    listed && many && agrees && nearest.is_some_and(|at| sentence.tag(at) == Tag::Noun)
}

/// `The rider takes the food when it is ready` **`and brings it`**: the main clause goes on behind one that says how it is.
fn resumed<'clause>(
    sentence: &Sentence,
    found: &'clause [Clause],
    group: &VerbGroup,
) -> Option<&'clause Clause> {
    let [.., main, aside] = found else { return None };
    let is_aside = aside.role == Role::Time && aside.group.lemma == "be" && main.role == Role::Main;
    let alike = sentence.tag(main.group.head) == sentence.tag(group.head);
    (is_aside && alike && main.is_act()).then_some(main)
}

/// A clause joined by `and` to a clause of condition or time has its role: `if it is late and nobody answers`.
fn inherit_role(
    sentence: &Sentence,
    role: Role,
    marker: Option<usize>,
    (joined, conjoined, listed): (bool, bool, bool),
    previous: Option<&Clause>,
    group: &VerbGroup,
) -> Role {
    let Some(previous) = previous.filter(|_| role == Role::Main && marker.is_none()) else { return role };
    let dependent = matches!(previous.role, Role::Condition | Role::Time | Role::Relative | Role::Infinitive);
    // `If it is late, or nobody answers, or it is closed, the clerk calls`: all but the last are conditions.
    if listed && previous.role == Role::Condition {
        return Role::Condition;
    }
    let comma = (previous.group.last..group.first).any(|at| matches!(sentence.word(at), "," | "then"));
    let said = matches!(
        previous.group.lemma.as_str(),
        "say" | "think" | "know" | "believe" | "report" | "claim" | "mean" | "state" | "confirm"
    );
    let conjoined = conjoined || said && previous.role == Role::Condition;
    let infinitive = previous.role == Role::Infinitive && sentence.tag(group.head) != Tag::VerbBase;
    if dependent && !comma && !infinitive && (joined || conjoined && previous.role != Role::Relative) {
        previous.role
    } else {
        role
    }
}

fn role_of(sentence: &Sentence, marker: Option<usize>, group: &VerbGroup) -> Role {
    if group.infinitive {
        return Role::Infinitive;
    }
    let Some(at) = marker else {
        return if group.finite { Role::Main } else { Role::Reduced };
    };
    match sentence.word(at) {
        "if" | "unless" | "whether" | "provided" => Role::Condition,
        "which" | "who" | "that" | "whom" if sentence.tag(at) == Tag::Pronoun => Role::Relative,
        "where" | "whose" => Role::Relative,
        word if TIME_MARKERS.contains(&word) => Role::Time,
        _ => Role::Other,
    }
}

fn marker_before(sentence: &Sentence, from: usize, until: usize) -> Option<usize> {
    // Only a marker with no other clause boundary behind it: `if it is late, we call` marks `is`, not `call`.
    let mut found = None;
    for at in from..until {
        let word = sentence.word(at);
        let relative = matches!(word, "which" | "who" | "that" | "whom")
            && sentence.tag(at) == Tag::Pronoun
            && !(word == "that" && sentence.word(at + 1) == ",");
        let subordinator = sentence.tag(at) == Tag::Subordinator && !(word == "so" && at == from);
        let time = matches!(word, "as" | "till")
            && sentence.tag(at + 1) != Tag::Adjective
            && sentence.tag(until) != Tag::VerbGerund;
        if relative || subordinator || time && word == "till" || matches!(word, "why" | "how" | "what") {
            found = Some(at);
        } else if word == ","
            && found.is_some_and(|open| {
                matches!(sentence.word(open), "if")
                    && at > open + 1
                    && at <= open + 4
                    && (open + 1..at).all(|inside| {
                        !matches!(sentence.tag(inside), Tag::Determiner | Tag::Pronoun | Tag::Punctuation)
                    })
            })
        {
            // `if in doubt, asks again`: the condition has no verb.
            found = None;
        } else if matches!(word, "then" | ";" | ":") || word == "," && found.is_none() {
            found = None;
        }
    }
    found.filter(|open| !governs_noun(sentence, *open, until))
}

/// `After a delivery we ask …`, `after ten minutes, call …`: the word opens a phrase, not the clause of the verb.
fn governs_noun(sentence: &Sentence, marker: usize, verb: usize) -> bool {
    if !matches!(sentence.word(marker), "after" | "before" | "since" | "until" | "till" | "once") {
        return false;
    }
    let closed = (marker + 2..verb).any(|at| sentence.word(at) == "," && sentence.tag(at - 1).is_noun());
    let followed = (marker + 2..verb).any(|at| {
        let subject =
            sentence.tag(at) == Tag::Pronoun && !matches!(sentence.word(at), "that" | "which" | "who");
        sentence.tag(at - 1).is_noun() && (subject || sentence.tag(at) == Tag::Determiner)
    });
    closed || followed
}

/// The noun phrase right before a verb, with only adverbs and asides between.
fn subject_before(
    sentence: &Sentence,
    phrases: &[NounPhrase],
    from: usize,
    verb: usize,
) -> Option<NounPhrase> {
    let mut candidate =
        phrases.iter().rev().find(|phrase| phrase.head < verb && phrase.first >= from).copied()?;
    let gap = (candidate.head + 1..verb).all(|at| matches!(sentence.tag(at), Tag::Adverb | Tag::Punctuation));
    let restricted = is_restriction(sentence, candidate.head + 1, verb);
    if !(gap || restricted)
        || (candidate.head + 1..verb).any(|at| matches!(sentence.word(at), "," | ";" | ":"))
    {
        return None;
    }
    // `a member of the sales team`, `expenses older than 90 days`: the phrase before the preposition is the subject.
    while candidate.first > from && sentence.tag(candidate.first - 1) == Tag::Preposition {
        let of = sentence.word(candidate.first - 1) == "of";
        let outer = phrases.iter().rev().find(|phrase| phrase.head < candidate.first && phrase.first >= from);
        match outer
            .filter(|outer| (outer.head + 1..candidate.first).all(|at| bridges_phrases(sentence.tag(at))))
        {
            Some(outer) => candidate = *outer,
            None => return of.then_some(candidate),
        }
    }
    Some(candidate)
}

/// `invoices` **`up to 600 €`** `are paid`: a comparison between a noun and its verb.
fn is_restriction(sentence: &Sentence, first: usize, verb: usize) -> bool {
    let opens = matches!(
        sentence.word(first),
        "up" | "above"
            | "over"
            | "under"
            | "below"
            | "older"
            | "longer"
            | "more"
            | "less"
            | "of"
            | "between"
            | "beyond"
    );
    opens
        && (first..verb).any(|at| sentence.tag(at) == Tag::Number)
        && (first..verb).all(|at| {
            matches!(
                sentence.tag(at),
                Tag::Preposition | Tag::Adjective | Tag::Adverb | Tag::Number | Tag::Conjunction
            ) || matches!(sentence.word(at), "%" | "€" | "$" | "£" | "than" | "that")
        })
}

fn bridges_phrases(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Preposition | Tag::Adjective | Tag::Adverb | Tag::VerbParticiple | Tag::VerbGerund | Tag::Number
    )
}

fn touches(sentence: &Sentence, verb: usize, object: usize) -> bool {
    (verb + 1..object).all(|at| {
        matches!(sentence.tag(at), Tag::Adverb) || matches!(sentence.word(at), "either" | "both" | "\"" | "“")
    })
}

fn clause_end(sentence: &Sentence, from: usize, until: usize) -> usize {
    let mut last = until.saturating_sub(1).max(from);
    while last > from
        && !belongs(sentence, last)
        && matches!(
            sentence.tag(last),
            Tag::Punctuation
                | Tag::Conjunction
                | Tag::Subordinator
                | Tag::Adverb
                | Tag::Determiner
                | Tag::Preposition
        )
    {
        last -= 1;
    }
    last
}

/// A unit, the second of `yes or no`, or a particle behind a pronoun (`picks it` **`up`**).
fn belongs(sentence: &Sentence, at: usize) -> bool {
    if matches!(sentence.word(at), "no" | "yes") {
        return sentence.word(at.wrapping_sub(1)) == "or";
    }
    let splits = matches!(sentence.word(at), "up" | "out" | "off" | "down" | "over" | "away" | "in")
        && at > 1
        && matches!(sentence.word(at - 1), "it" | "them" | "him" | "her")
        && sentence.tag(at - 2).is_verb();
    splits || matches!(sentence.word(at), "%" | "€" | "$" | "£")
}

/// Whether an infinitive carries the act of a clause: `wants to pay`, `is asked to pay`.
pub(super) fn is_matrix(clause: &Clause) -> bool {
    MATRIX.contains(&clause.group.lemma.split(' ').next().unwrap_or_default())
}
