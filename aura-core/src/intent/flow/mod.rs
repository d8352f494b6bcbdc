//! Steps, and the decisions, parallel parts and loops that they stand in.

mod branch;
mod join;
mod refer;

use crate::domain::actor::ActorKind;
use crate::domain::id::{ActorId, ItemId};
use crate::domain::intent::{
    Block, BlockKind, DecisionBlock, ParallelBlock, Placement, RepeatBlock, StatedBranch, StatedStep,
};
use crate::domain::plan::Outcome;
use crate::domain::provenance::Origin;
use crate::text::{
    NounPhrase, QuantityKind, Sentence, Span, Tag, Voice, noun_phrases, noun_plural, noun_singular,
    quantities, verb_lemma,
};

use super::act::{Act, acts, is_actor, is_delivered, is_somebody};
use super::actors::{Registry, actor_kind, is_short_name, name_of, the};
use super::clause::{Clause, Role, clauses};
use super::deed::{Deed, deed};
use super::guard::{
    Guard, all_guards, condition_start, label_guard, obligation, opens_otherwise, stands_before,
};
use super::piece::{pieces, said, slice};
use super::reading::{ending, is_amount, lower_first, plain, stated_time, told_of_them};
use super::statement::quote;
use super::title::Frame;
use super::words::PARALLEL;

/// Collects steps in the order of the text.
pub(super) struct Flow<'text> {
    pub(super) text: &'text str,
    pub(super) registry: Registry,
    pub(super) steps: Vec<StatedStep>,
    pub(super) blocks: Vec<Block>,
    /// The decision that the sentence before belongs to.
    decision: Option<usize>,
    /// The steps that the sentence before gave.
    previous: (usize, usize),
    /// What is measured by the amounts of the open decision.
    measured: Option<&'static str>,
    /// The amount that was compared with last, and what it measures.
    amount: Option<(&'static str, String)>,
    /// Where the conditions of the present piece start, in bytes.
    guards: Vec<usize>,
    /// What the text is about, where one thing stands out.
    pub(super) topic: Option<String>,
    /// The condition of a label before the next sentence.
    label: Option<Guard>,
    /// The condition of an arrow whose piece has no verb.
    bare: Option<Guard>,
    /// The last choice between two ways.
    choice: Option<usize>,
    /// How many steps there were before the present sentence.
    opened: usize,
    /// The step that the next piece spells out.
    summary: Option<usize>,
    /// What the last step said has to be, as a clause.
    obliged: Option<String>,
    /// The thing that the condition of the present piece speaks of.
    conditioned: Option<String>,
    /// What the last step finds out: `asks whether` **`the water is still running`**.
    asked: Option<String>,
    /// The step that tells what the first sentence promises: it comes at the end.
    delivery: Option<usize>,
    /// Whether the next sentence goes on behind a semicolon, and whether the one before opened with a condition.
    goes_on: bool,
    led: bool,
    /// Whether a new paragraph has begun since the last condition.
    is_fresh: bool,
    /// The condition of a sentence that only said what is not done.
    pending: Option<Guard>,
    /// The people whom something was done to or said of last: whom `them` may stand for.
    others: Option<(String, bool)>,
    /// What `it` stood for last in this sentence: it goes on to stand for it.
    centre: Option<String>,
    /// The last things, with whether they are several, and the last person: what pronouns may stand for.
    things: Vec<(String, bool)>,
    last_person: Option<Person>,
    last_system: Option<Person>,
    /// Who says `I`.
    pub(super) narrator: Option<Person>,
    /// Block and part that all steps stand in, for scenarios.
    pub(super) scenario: Option<Placement>,
}

/// Somebody who was named, before it is known whether they act.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) kind: ActorKind,
    pub(super) span: Span,
}

/// Verbs whose object is somebody.
const ADDRESSING: &[&str] = &[
    "call",
    "phone",
    "inform",
    "notify",
    "ask",
    "tell",
    "remind",
    "invite",
    "contact",
    "email",
    "message",
    "warn",
    "thank",
    "welcome",
    "interview",
    "visit",
    "help",
];

/// Verbs that say nothing by themselves.
const EMPTY_ALONE: &[&str] =
    &["do", "get", "make", "have", "go", "see", "try", "give", "take", "come", "let", "keep"];

impl<'text> Flow<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Flow {
            text,
            registry: Registry::default(),
            steps: Vec::new(),
            blocks: Vec::new(),
            decision: None,
            previous: (0, 0),
            measured: None,
            amount: None,
            guards: Vec::new(),
            topic: None,
            label: None,
            bare: None,
            choice: None,
            opened: 0,
            summary: None,
            obliged: None,
            asked: None,
            conditioned: None,
            delivery: None,
            goes_on: false,
            led: false,
            is_fresh: false,
            pending: None,
            others: None,
            centre: None,
            things: Vec::new(),
            last_person: None,
            last_system: None,
            narrator: None,
            scenario: None,
        }
    }

    /// Reads the steps of one sentence from a token on. Returns how many were found.
    pub(super) fn read(&mut self, sentence: &Sentence, from: usize, rule: &str) -> usize {
        // `Could we let guests ask for it?` is a wish, not a question.
        let polite = matches!(sentence.word(from), "could" | "can") && sentence.word(from + 1) == "we";
        if sentence.word(sentence.tokens.len().saturating_sub(1)) == "?" && !polite {
            return 0;
        }
        let from = if polite { from + 2 } else { from };
        // `If it is late, do not tell. Send it as usual.`: the order stands under the condition before it.
        let ordered = sentence.tag(from) == Tag::VerbBase && sentence.tokens.len() > from + 1;
        if let Some(guard) = self.pending.take().filter(|_| ordered && self.label.is_none()) {
            self.label = Some(guard);
        }
        let start = self.steps.len();
        self.opened = start;
        self.centre = None;
        let whole = clauses(sentence, from);
        if whole.iter().any(|clause| tells_of_it(sentence, clause)) {
            self.centre = self.meant("it").map(|(name, _)| name);
        }
        for piece in pieces(sentence, from) {
            let before = self.steps.len();
            self.summary = if piece.details { self.summary.take().or(Some(start)) } else { None };
            let label = piece.guard.map(|span| label_guard(self.text, span));
            let found = self.read_piece(&piece.sentence, label, rule);
            if piece.details && found >= 2 && before == start + 1 {
                self.drop_summary(start);
            }
        }
        if opens_earlier(sentence, from) {
            self.move_earlier(start);
        }
        self.label = None;
        if self.steps.len() == start {
            let guards = all_guards(self.text, sentence, &whole);
            self.pending = guards.into_iter().next().filter(|guard| guard.rule == "clause.condition");
        } else {
            self.pending = None;
        }
        self.steps.len() - start
    }

    /// `Before that, the manager signs.`: the steps from a place on happen before the step that was told last.
    fn move_earlier(&mut self, start: usize) {
        let Some(last) = start.checked_sub(1) else { return };
        let Some(told) = self.steps.get(last..) else { return };
        let alike = told.iter().all(|step| Some(&step.within) == told.first().map(|first| &first.within));
        if told.len() > 1 && alike {
            if let Some(told) = self.steps.get_mut(last..) {
                told.rotate_left(1);
            }
            self.previous = (self.steps.len() - 1, self.steps.len());
        }
    }

    /// Forgets what only held in the paragraph before.
    pub(super) fn open_paragraph(&mut self, is_item: bool) {
        self.pending = None;
        self.is_fresh = !is_item;
    }

    /// Says whether the next sentence stands behind a semicolon.
    pub(super) fn set_goes_on(&mut self, goes_on: bool) {
        self.goes_on = goes_on;
    }

    /// What the first sentence promises is the last thing that happens: `they should have it in their inbox`.
    pub(super) fn put_delivery_last(&mut self) {
        let Some(at) = self.delivery.take().filter(|at| *at == 0 && self.steps.len() > 1) else { return };
        let delivery = self.steps.remove(at);
        let is_same = |step: &StatedStep| {
            step.verb == "send" && step.title.starts_with("send out ") || step.verb == "go out"
        };
        self.steps.retain(|step| !is_same(step));
        self.steps.push(delivery);
    }

    /// Whether somebody does something in a sentence.
    pub(super) fn acts_in(&self, sentence: &Sentence, from: usize) -> bool {
        let part = slice(sentence, (from, sentence.tokens.len()));
        let found = clauses(&part, 0);
        let acts = acts(self.text, &part, &found);
        acts.iter().any(|act| act.doer.is_some_and(|doer| is_actor(self.text, &part, &doer)))
    }

    /// The steps that a summary sums up say it all.
    fn drop_summary(&mut self, at: usize) {
        let summary = self.steps.remove(at);
        for step in self.steps.iter_mut().skip(at) {
            if step.actor.is_none() {
                step.actor.clone_from(&summary.actor);
            }
        }
    }

    /// Reads one link of a chain: `seller signs up -> lists the item`.
    pub(super) fn read_part(&mut self, sentence: &Sentence, (first, last): (usize, usize), rule: &str) {
        let part = slice(sentence, (first, last + 1));
        if first == last && matches!(part.word(0), "done" | "end" | "finished" | "ready" | "start") {
            return;
        }
        let opening = verb_lemma(part.word(0));
        let is_act = part.tag(0) == Tag::VerbThird
            || part.word(0).ends_with('s')
                && opening != part.word(0)
                && part.tag(1) != Tag::VerbThird
                && part.tokens.len() > 1;
        if is_act && self.last_person.is_some() {
            let person = self.last_person.clone();
            let actor = person.map(|person| self.person(&person));
            let rest = if part.tokens.len() > 1 {
                said(self.text, &part, 1, part.tokens.len() - 1)
            } else {
                String::new()
            };
            let title = format!("{opening} {rest}").trim().to_owned();
            let origin = Origin::stated(vec![quote(self.text, part.span)], rule, 0.75);
            self.push(
                title,
                opening,
                Some(rest).filter(|rest| !rest.is_empty()),
                actor,
                None,
                Vec::new(),
                origin,
                None,
            );
            return;
        }
        let found = clauses(&part, 0);
        if found.first().is_some_and(|clause| clause.subject.is_some() && clause.role == Role::Main)
            && self.read(&part, 0, rule) > 0
        {
            return;
        }
        self.add_nominal(part.span, rule);
    }

    /// The condition that a label before the next sentence states.
    pub(super) fn set_label(&mut self, label: Option<Guard>) {
        self.label = label;
    }

    fn read_piece(&mut self, sentence: &Sentence, label: Option<Guard>, rule: &str) -> usize {
        let start = self.steps.len();
        if let Some((one, other)) = self.deeds_in_a_row(sentence) {
            self.add_deed(&one, sentence.span, rule);
            self.add_deed(&other, sentence.span, rule);
            self.previous = (start, self.steps.len());
            return self.steps.len() - start;
        }
        let found = clauses(sentence, 0);
        let acts = acts(self.text, sentence, &found);
        let placements = self.placements(sentence, &found, &acts, label);
        self.conditioned = self.condition_thing(sentence, &found);
        let mut seen = 0;
        for (act, within) in acts.iter().zip(placements) {
            for clause in
                found.iter().filter(|clause| clause.first >= seen && clause.first < act.clause.first)
            {
                self.remember_patient(sentence, clause);
            }
            seen = act.clause.first;
            self.add(sentence, act, within, rule);
        }
        if acts.is_empty() {
            self.read_bare(sentence, rule);
        }
        self.join_choice(sentence, &acts, start);
        let end = self.steps.len();
        self.join_parallel(sentence, 0, start, end);
        self.join_loop(sentence, &found, start, end);
        if end > start {
            self.previous = (start, end);
        }
        end - start
    }

    /// `Approval of the request` **`is followed by`** `payment of the invoice`: two acts in the order in which they happen.
    fn deeds_in_a_row(&self, sentence: &Sentence) -> Option<(Deed, Deed)> {
        let at = (1..sentence.tokens.len().saturating_sub(3)).find(|at| {
            matches!(sentence.word(*at), "is" | "are")
                && matches!(sentence.word(at + 1), "followed" | "preceded")
                && sentence.word(at + 2) == "by"
        })?;
        let words = |first: usize, last: usize| deed(sentence.span_of(first, last).of(self.text));
        let (one, other) = (words(0, at - 1)?, words(at + 3, sentence.tokens.len() - 1)?);
        Some(if sentence.word(at + 1) == "followed" { (one, other) } else { (other, one) })
    }

    /// Adds a step that names its act by a noun: `Payment`, `Final inspection of the goods`.
    pub(super) fn add_nominal(&mut self, span: Span, rule: &str) {
        let words = plain(span.of(self.text));
        let words = words.trim_end_matches(['.', ';', ':', ' ']);
        if words.is_empty() {
            return;
        }
        let title = lower_first(words);
        if let Some(deed) = deed(words).filter(|deed| deed.object.is_some()) {
            self.add_deed(&deed, span, rule);
            return;
        }
        let origin = Origin::stated(vec![quote(self.text, span)], rule, 0.6);
        let within =
            self.label.take().map(|guard| self.push_decision(&guard)).and_then(|block| self.place_in(block));
        self.push(
            title.clone(),
            "do".to_owned(),
            Some(title),
            None,
            None,
            within.into_iter().collect(),
            origin,
            None,
        );
        self.decision = None;
    }

    /// Adds a step of an act that a noun names.
    pub(super) fn add_deed(&mut self, deed: &Deed, span: Span, rule: &str) {
        let origin = Origin::stated(vec![quote(self.text, span)], rule, 0.7);
        let within =
            self.label.take().map(|guard| self.push_decision(&guard)).and_then(|block| self.place_in(block));
        let doer = deed.doer.as_ref().map(|name| {
            let kind = actor_kind(name).unwrap_or(ActorKind::Staff);
            self.registry.id_of(name, kind, origin.clone())
        });
        let object = deed.object.clone();
        if let Some(object) = &object {
            self.remember(object, false);
        }
        let within = within.into_iter().collect();
        self.push(deed.title(), deed.verb.clone(), object, doer, None, within, origin, None);
        self.decision = None;
    }

    fn add(&mut self, sentence: &Sentence, act: &Act<'_>, within: Vec<Placement>, rule: &str) {
        let clause = act.clause;
        let verb = act.verb.clone();
        let patient = act.patient.filter(|phrase| !is_amount(sentence, phrase));
        let mut object = patient.map(|phrase| name_of(self.text, sentence, &phrase));
        let mut stands_for = None;
        if let Some(phrase) = patient.or(clause.subject).filter(|phrase| phrase.is_pronoun(sentence)) {
            let spoken_to = patient.is_some() && ADDRESSING.contains(&verb.as_str());
            let meant = self
                .others
                .clone()
                .filter(|other| {
                    let pronoun = sentence.word(phrase.head);
                    spoken_to
                        && (pronoun == "them" && other.1 || matches!(pronoun, "him" | "her") && !other.1)
                })
                .or_else(|| self.meant(sentence.word(phrase.head)))
                .or_else(|| {
                    let is_person = patient.is_some() && matches!(sentence.word(phrase.head), "him" | "her");
                    self.last_person.as_ref().filter(|_| is_person).map(|person| (person.name.clone(), false))
                });
            if sentence.word(phrase.head) == "it" {
                self.centre = meant.as_ref().map(|(name, _)| name.clone());
            }
            stands_for = meant.as_ref().map(|(name, plural)| {
                if *plural { format!("the {}", noun_plural(name)) } else { format!("the {name}") }
            });
            if patient.is_some() {
                object = meant.map(|(name, _)| name);
            }
        }
        let mut actor = act.doer.and_then(|phrase| self.actor(sentence, &phrase));
        if let Some(phrase) = act.doer.filter(|phrase| {
            actor.is_none() && !clause.shares_subject && is_somebody(sentence, clause, phrase)
        }) {
            let name = name_of(self.text, sentence, &phrase);
            let person = Person { name, kind: ActorKind::Staff, span: phrase.span };
            actor = Some(self.person(&person));
            self.last_person = Some(person);
        }
        if actor.is_none() && act.doer.is_none() && clause.group.voice == Voice::Active {
            // `taps the order, and gets a date`: whoever acted in the same sentence goes on.
            actor = self
                .steps
                .get(self.opened..)
                .and_then(|steps| steps.last())
                .and_then(|step| step.actor.clone());
        }
        let recipient = self.recipient(sentence, act);
        let until = condition_start(sentence, clause, &self.guards).unwrap_or(sentence.tokens.len());
        let narrator = self.narrator.as_ref().map(|person| the(&person.name));
        let frame = Frame { text: self.text, sentence, stands_for, until, narrator };
        let mut title = frame.title(act);
        let mut verb = verb;
        let mut recipient = recipient;
        if let Some((sent, to, from)) = self.given(sentence, act, actor.as_ref(), until) {
            verb = sent.split(' ').next().unwrap_or("send").to_owned();
            title = sent;
            recipient = to.or(recipient);
            actor = from;
        }
        // A clause of time that repeats an earlier step refers to it: `when the order is checked, …`.
        let repeats = clause.role == Role::Time
            && self.steps.iter().any(|step| step.verb == verb && (object.is_none() || step.object == object));
        if repeats
            || matches!(title.as_str(), "go on" | "carry on" | "continue as usual")
            || title.split(' ').count() < 2 && object.is_none() && EMPTY_ALONE.contains(&title.as_str())
        {
            return;
        }
        if let (Some(name), Some(phrase)) = (&object, patient) {
            self.remember(name, sentence.tag(phrase.head) == Tag::NounPlural);
        } else if clause.group.voice == Voice::Active {
            self.remember_sought(sentence, clause);
        }
        let span = sentence.span_of(clause.first, clause.last);
        let rule = if clause.role == Role::Time { "clause.time".to_owned() } else { rule.to_owned() };
        let confidence = if actor.is_some() { 0.9 } else { 0.75 };
        let origin = Origin::stated(vec![quote(self.text, span)], rule, confidence);
        // `has 5 minutes to answer`
        let allowed =
            clause.subject.filter(|phrase| is_amount(sentence, phrase) && !title.contains("within"));
        let title = match allowed {
            Some(phrase) => format!("{title} within {}", plain(phrase.span.of(self.text))),
            None => title,
        };
        let title = self.with_things(title, &verb, object.as_deref());
        let stops = title.strip_suffix(" and stop").map(str::to_owned);
        let ends = ending(&verb, object.as_deref()).or(stops.as_ref().map(|_| Outcome::Abandoned));
        let title = stops.unwrap_or(title);
        self.obliged = obligation(self.text, sentence, clause);
        self.asked = asked(self.text, sentence, clause);
        let index = self.push(title, verb, object, actor, recipient, within, origin, ends);
        if let Some(step) = self.steps.get_mut(index) {
            step.time = stated_time(sentence, clause);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place where all parts of a step come together")]
    fn push(
        &mut self,
        title: String,
        verb: String,
        object: Option<String>,
        actor: Option<ActorId>,
        recipient: Option<ActorId>,
        placements: Vec<Placement>,
        origin: Origin,
        ends: Option<Outcome>,
    ) -> usize {
        let title = if self.narrator.is_some() { told_of_them(&title) } else { title };
        let wanted = ItemId::from_text("said_", &title);
        let id = crate::id::unused(wanted, ItemId::numbered, |candidate| {
            self.steps.iter().any(|step| step.id == *candidate)
        });
        let within = self.scenario.iter().cloned().chain(placements).collect();
        self.steps.push(StatedStep {
            id,
            title,
            verb,
            object,
            actor,
            recipient,
            within,
            ends,
            time: None,
            origin,
        });
        self.steps.len() - 1
    }

    pub(super) fn push_block(&mut self, kind: BlockKind, origin: Origin) -> usize {
        let name = match &kind {
            BlockKind::Decision(decision) => decision.question.clone(),
            BlockKind::Parallel(_) => "parallel".to_owned(),
            _ => "repeat".to_owned(),
        };
        let wanted = ItemId::from_text("block_", &name);
        let id = crate::id::unused(wanted, ItemId::numbered, |candidate| {
            self.blocks.iter().any(|block| block.id == *candidate)
        });
        self.blocks.push(Block { id, kind, origin });
        self.blocks.len() - 1
    }
}

/// What an act finds out: `asks whether` **`the water is still running`**.
fn asked(text: &str, sentence: &Sentence, clause: &Clause) -> Option<String> {
    let marker = (clause.group.last + 1..sentence.tokens.len()).find(|at| sentence.word(*at) == "whether")?;
    let last = (marker + 1..sentence.tokens.len())
        .take_while(|at| !matches!(sentence.word(*at), "," | ";" | "." | "and" | "or"))
        .last()?;
    Some(said(text, sentence, marker + 1, last))
}

/// Whether a sentence tells what happened before the last thing that was told.
fn opens_earlier(sentence: &Sentence, from: usize) -> bool {
    const EARLIER: &[&[&str]] = &[
        &["before", "that", ","],
        &["before", "this", ","],
        &["before", "doing", "so"],
        &["prior", "to", "that"],
        &["prior", "to", "this"],
        &["beforehand"],
    ];
    EARLIER.iter().any(|words| sentence.stands_at(from, words))
}

/// `once it is fixed`, `when it is ready`: the word stands for a thing, not for the time or the weather.
fn tells_of_it(sentence: &Sentence, clause: &Clause) -> bool {
    const NOT_OF_THINGS: &[&str] = &[
        "late",
        "early",
        "dark",
        "cold",
        "warm",
        "clear",
        "necessary",
        "needed",
        "possible",
        "important",
        "time",
    ];
    let next = clause.group.last + 1;
    let is_so = clause.group.lemma == "be"
        && sentence.tag(next) == Tag::Adjective
        && !NOT_OF_THINGS.contains(&sentence.word(next));
    let opens = clause.group.first <= 3 && matches!(sentence.word(0), "once" | "when" | "after" | "as");
    (clause.role == Role::Time || opens)
        && (clause.group.voice == Voice::Passive || is_so)
        && clause.subject.is_some_and(|phrase| sentence.word(phrase.head) == "it")
}
