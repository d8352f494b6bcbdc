//! Steps, and the decisions, parallel parts and loops that they stand in.

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

use super::act::{Act, acts};
use super::actors::{Registry, actor_kind, name_of, the};
use super::clause::{Clause, Role, clauses};
use super::guard::{
    Guard, all_guards, condition_start, label_guard, obligation, opens_otherwise, stands_before,
};
use super::piece::{pieces, said, slice};
use super::reading::{ending, is_amount, lower_first, plain, stated_time};
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
    /// How many steps there were before the present sentence.
    opened: usize,
    /// The step that the next piece spells out.
    summary: Option<usize>,
    /// What the last step said has to be, as a clause.
    obliged: Option<String>,
    /// The last things, with whether they are several, and the last person: what pronouns may stand for.
    things: Vec<(String, bool)>,
    last_person: Option<Person>,
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

/// What people get because somebody sends it.
const SENT: &[&str] = &[
    "message",
    "mail",
    "email",
    "e-mail",
    "sms",
    "push",
    "notification",
    "reminder",
    "letter",
    "link",
    "alert",
    "confirmation",
    "summary",
    "code",
    "report",
    "list",
    "notice",
    "invoice",
    "receipt",
    "newsletter",
    "invitation",
    "request",
    "text",
    "note",
    "update",
    "warning",
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
            opened: 0,
            summary: None,
            obliged: None,
            things: Vec::new(),
            last_person: None,
            narrator: None,
            scenario: None,
        }
    }

    /// Reads the steps of one sentence from a token on. Returns how many were found.
    pub(super) fn read(&mut self, sentence: &Sentence, from: usize, rule: &str) -> usize {
        if sentence.word(sentence.tokens.len().saturating_sub(1)) == "?" {
            return 0;
        }
        let start = self.steps.len();
        self.opened = start;
        for piece in pieces(sentence, from) {
            let before = self.steps.len();
            self.summary = if piece.details { self.summary.take().or(Some(start)) } else { None };
            let label = piece.guard.map(|span| label_guard(self.text, span));
            let found = self.read_piece(&piece.sentence, label, rule);
            if piece.details && found >= 2 && before == start + 1 {
                self.drop_summary(start);
            }
        }
        self.label = None;
        self.steps.len() - start
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

    /// Remembers who is spoken of in a sentence that gives no steps.
    pub(super) fn note(&mut self, sentence: &Sentence, from: usize) {
        for phrase in noun_phrases(sentence).into_iter().filter(|phrase| phrase.first >= from) {
            let name = name_of(self.text, sentence, &phrase);
            match actor_kind(&name).filter(|_| !phrase.is_pronoun(sentence)) {
                Some(kind) if kind.is_person() && name.split(' ').count() <= 3 => {
                    self.last_person = Some(Person { name, kind, span: phrase.span });
                    return;
                }
                _ => {}
            }
        }
    }

    fn read_piece(&mut self, sentence: &Sentence, label: Option<Guard>, rule: &str) -> usize {
        let start = self.steps.len();
        let found = clauses(sentence, 0);
        let acts = acts(self.text, sentence, &found);
        let placements = self.placements(sentence, &found, &acts, label);
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

    /// In which branch each act stands; opens decisions as the piece asks for.
    fn placements(
        &mut self,
        sentence: &Sentence,
        found: &[Clause],
        acts: &[Act<'_>],
        label: Option<Guard>,
    ) -> Vec<Vec<Placement>> {
        let none = vec![Vec::new(); acts.len()];
        let label = label.or_else(|| self.label.take());
        if acts.is_empty() {
            self.bare = label.filter(|guard| guard.rule == "clause.label");
            return none;
        }
        if opens_otherwise(sentence, 0).is_some() {
            let block = self.decision.or_else(|| self.implied_check());
            let Some(block) = block else { return none };
            self.add_branch(block, "otherwise".to_owned(), true);
            let place = self.place_in(block);
            return acts.iter().map(|_| place.clone().into_iter().collect()).collect();
        }
        let mut guards: Vec<Guard> = label.into_iter().collect();
        guards.extend(all_guards(self.text, sentence, found));
        guards.truncate(2);
        for guard in &mut guards {
            self.name_amount(guard);
        }
        self.guards = guards.iter().map(|guard| guard.span.start).collect();
        if guards.is_empty() {
            self.decision = None;
            return none;
        }
        let outer_is_open = guards.len() == 1;
        let mut places: Vec<Placement> = Vec::new();
        let mut inner = None;
        let mut outer = None;
        for (depth, guard) in guards.iter().enumerate() {
            let joins = self.decision.filter(|open| depth == 0 && self.is_related(*open, guard));
            let block = match joins {
                Some(open) => {
                    self.add_branch(open, guard.words.clone(), false);
                    open
                }
                None => self.push_decision(guard),
            };
            if depth == 0 {
                outer = Some(block);
            }
            self.measured = guard.measured;
            inner = Some(block);
            places.extend(self.place_in(block));
        }
        self.decision = if outer_is_open { inner } else { outer };
        acts.iter()
            .map(|act| {
                let free =
                    act.clause.role == Role::Time || stands_before(sentence, found, act.clause, &guards);
                if free { Vec::new() } else { places.clone() }
            })
            .collect()
    }

    /// `above that` compares with the amount that was named last.
    fn name_amount(&mut self, guard: &mut Guard) {
        if let (Some(words), Some((measured, amount))) = (guard.words.strip_suffix(" that"), &self.amount) {
            let compared = words.rsplit(' ').next().unwrap_or("above");
            guard.words = format!("the {measured} is {compared} {amount}");
            guard.question = format!("whether {}", guard.words);
            guard.measured = Some(measured);
            return;
        }
        let number = guard.words.find(|c: char| c.is_ascii_digit());
        if let (Some(measured), Some(at)) = (guard.measured, number) {
            self.amount = Some((measured, guard.words.get(at..).unwrap_or_default().to_owned()));
        }
    }

    fn push_decision(&mut self, guard: &Guard) -> usize {
        let origin = Origin::stated(vec![quote(self.text, guard.span)], guard.rule, 0.85);
        let branches =
            vec![StatedBranch { condition: guard.words.clone(), is_otherwise: false, share: None }];
        self.push_block(
            BlockKind::Decision(DecisionBlock { question: guard.question.clone(), branches }),
            origin,
        )
    }

    /// The last branch of a decision.
    fn place_in(&self, block: usize) -> Option<Placement> {
        let block = self.blocks.get(block)?;
        let BlockKind::Decision(decision) = &block.kind else { return None };
        let last = decision.branches.len().checked_sub(1)?;
        Some(Placement { block: block.id.clone(), part: u32::try_from(last).unwrap_or(0) })
    }

    /// `The number must match the contract, otherwise …`: what has to be is checked.
    fn implied_check(&mut self) -> Option<usize> {
        let step = self.steps.last_mut().filter(|_| self.obliged.is_some())?;
        let words = self.obliged.take()?;
        step.title = format!("check that {words}");
        step.verb = "check".to_owned();
        let guard = Guard {
            question: format!("whether {words}"),
            words,
            span: Span::default(),
            measured: None,
            rule: "clause.obligation",
        };
        let origin = step.origin.clone();
        let block = self.push_decision(&guard);
        if let Some(block) = self.blocks.get_mut(block) {
            block.origin = origin;
        }
        Some(block)
    }

    /// Adds a step that names its act by a noun: `Payment`, `Final inspection of the goods`.
    pub(super) fn add_nominal(&mut self, span: Span, rule: &str) {
        let words = plain(span.of(self.text));
        let words = words.trim_end_matches(['.', ';', ':', ' ']);
        if words.is_empty() {
            return;
        }
        let title = lower_first(words);
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

    /// Whether a condition speaks of what an open decision speaks of.
    fn is_related(&self, block: usize, guard: &Guard) -> bool {
        let Some(BlockKind::Decision(decision)) = self.blocks.get(block).map(|block| &block.kind) else {
            return false;
        };
        if guard.measured.is_some() && self.measured.is_some() {
            return guard.measured == self.measured
                || guard.measured == Some("value")
                || self.measured == Some("value");
        }
        let words = guard.words.to_lowercase();
        let parts: Vec<&str> = words.split(' ').collect();
        // `it is still empty`: what is asked after the step before, not instead of it.
        if parts.iter().any(|word| matches!(*word, "still" | "again" | "then" | "also")) {
            return false;
        }
        let first = parts.first().copied().unwrap_or_default();
        if matches!(first, "it" | "they" | "he" | "she") {
            return parts.len() <= 4 || words.contains(" not ") || words.contains("n't ");
        }
        let answers = guard.words.starts_with("the answer is");
        let new = content(&guard.words);
        decision.branches.iter().any(|branch| {
            content(&branch.condition).iter().any(|word| new.contains(word))
                || answers && branch.condition.starts_with("the answer is")
        })
    }

    fn add_branch(&mut self, block: usize, condition: String, is_otherwise: bool) {
        if let Some(BlockKind::Decision(decision)) = self.blocks.get_mut(block).map(|block| &mut block.kind) {
            decision.branches.push(StatedBranch { condition, is_otherwise, share: None });
        }
    }

    fn add(&mut self, sentence: &Sentence, act: &Act<'_>, within: Vec<Placement>, rule: &str) {
        let clause = act.clause;
        let verb = act.verb.clone();
        let patient = act.patient.filter(|phrase| !is_amount(sentence, phrase));
        let mut object = patient.map(|phrase| name_of(self.text, sentence, &phrase));
        let mut stands_for = None;
        if let Some(phrase) = patient.or(clause.subject).filter(|phrase| phrase.is_pronoun(sentence)) {
            let meant = self.meant(sentence.word(phrase.head));
            stands_for = meant.as_ref().map(|(name, plural)| {
                if *plural { format!("the {}", noun_plural(name)) } else { format!("the {name}") }
            });
            if patient.is_some() {
                object = meant.map(|(name, _)| name);
            }
        }
        let mut actor = act.doer.and_then(|phrase| self.actor(sentence, &phrase));
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
            || title.split(' ').count() < 2 && object.is_none() && EMPTY_ALONE.contains(&title.as_str())
        {
            return;
        }
        if let (Some(name), Some(phrase)) = (&object, patient) {
            self.remember(name, sentence.tag(phrase.head) == Tag::NounPlural);
        }
        let span = sentence.span_of(clause.first, clause.last);
        let rule = if clause.role == Role::Time { "clause.time".to_owned() } else { rule.to_owned() };
        let confidence = if actor.is_some() { 0.9 } else { 0.75 };
        let origin = Origin::stated(vec![quote(self.text, span)], rule, confidence);
        let ends = ending(&verb, object.as_deref());
        self.obliged = obligation(self.text, sentence, clause);
        let index = self.push(title, verb, object, actor, recipient, within, origin, ends);
        if let Some(step) = self.steps.get_mut(index) {
            step.time = stated_time(sentence, clause);
        }
    }

    /// `the passenger gets a message`: somebody sends it.
    fn given(
        &mut self,
        sentence: &Sentence,
        act: &Act<'_>,
        actor: Option<&ActorId>,
        until: usize,
    ) -> Option<(String, Option<ActorId>, Option<ActorId>)> {
        let clause = act.clause;
        let object = act.patient.filter(|_| clause.group.voice == Voice::Active)?;
        if let Some(found) = self.given_by(sentence, act, object) {
            return Some(found);
        }
        let sent = SENT.contains(&noun_singular(sentence.word(object.head)).as_str());
        let gets = matches!(clause.group.lemma.as_str(), "get" | "receive");
        let to = actor.cloned();
        if !(gets && sent && (to.is_some() || clause.subject.is_some())) {
            return None;
        }
        let name = match &to {
            Some(id) => the(&self.registry.actors.iter().find(|known| known.id == *id)?.name),
            None => plain(clause.subject?.span.of(self.text)).to_lowercase(),
        };
        let last = clause.extent.max(clause.last).min(until.saturating_sub(1)).max(object.head);
        let thing = said(self.text, sentence, object.first, object.head);
        let rest =
            if last > object.head { said(self.text, sentence, object.head + 1, last) } else { String::new() };
        let rest: Vec<&str> = rest.split(' ').take(14).collect();
        let title = format!("send {name} {thing} {}", rest.join(" "));
        Some((title.trim_end_matches([' ', ',', '.']).to_owned(), to, None))
    }

    /// `the caller gets a visit from a nurse`: the nurse acts.
    fn given_by(
        &mut self,
        sentence: &Sentence,
        act: &Act<'_>,
        object: NounPhrase,
    ) -> Option<(String, Option<ActorId>, Option<ActorId>)> {
        let clause = act.clause;
        if !matches!(clause.group.lemma.as_str(), "get" | "receive")
            || sentence.word(object.head + 1) != "from"
        {
            return None;
        }
        let giver = noun_phrases(sentence).into_iter().find(|phrase| phrase.first == object.head + 2)?;
        let name = name_of(self.text, sentence, &giver);
        actor_kind(&name)?;
        let to = clause.subject.and_then(|phrase| self.actor(sentence, &phrase));
        let person = to
            .clone()
            .and_then(|id| self.registry.actors.iter().find(|known| known.id == id))
            .map(|known| the(&known.name));
        let actor = self.actor(sentence, &giver)?;
        let person = person.unwrap_or_else(|| "the person".to_owned());
        let thing = said(self.text, sentence, object.first, object.head);
        let rest = if clause.last > giver.head {
            said(self.text, sentence, giver.head + 1, clause.last)
        } else {
            String::new()
        };
        let title = format!("give {person} {thing} {}", rest.trim_start_matches([',', ' ']));
        Some((title.trim_end_matches([' ', ',', '.']).to_owned(), to, Some(actor)))
    }

    fn recipient(&mut self, sentence: &Sentence, act: &Act<'_>) -> Option<ActorId> {
        let phrase = act.clause.recipient?;
        if phrase.is_pronoun(sentence) {
            return None;
        }
        let name = name_of(self.text, sentence, &phrase);
        actor_kind(&name).filter(|kind| !matches!(kind, ActorKind::System))?;
        self.actor(sentence, &phrase)
    }

    /// What a pronoun stands for, and whether it is several.
    fn meant(&self, pronoun: &str) -> Option<(String, bool)> {
        let plural = matches!(pronoun, "they" | "them" | "these" | "those" | "both");
        let single = matches!(pronoun, "it" | "this" | "that" | "anything" | "everything" | "one" | "its");
        if !plural && !single {
            return None;
        }
        let fits: Vec<&(String, bool)> = self.things.iter().rev().filter(|thing| thing.1 == plural).collect();
        let Some(last) = fits.first().copied().or_else(|| self.things.last()) else {
            return self.topic.clone().map(|topic| (topic, plural));
        };
        if matches!(pronoun, "anything" | "everything")
            && let Some(topic) = self.topic.clone()
        {
            return Some((topic, false));
        }
        // The topic of the text is meant rather than a thing that was named once.
        let lower = self.text.to_lowercase();
        let count = |name: &str| lower.matches(name.rsplit(' ').next().unwrap_or(name)).count();
        let topic = fits.iter().skip(1).take(4).copied().find(|thing| {
            let often = count(&thing.0);
            often >= 4 && often >= 3 * count(&last.0)
        });
        Some((topic.unwrap_or(last).0.clone(), plural))
    }

    fn remember_patient(&mut self, sentence: &Sentence, clause: &Clause) {
        let Some(phrase) = clause.patient().filter(|phrase| !phrase.is_pronoun(sentence)) else { return };
        let name = name_of(self.text, sentence, &phrase);
        if !is_amount(sentence, &phrase) && actor_kind(&name).is_none() {
            self.remember(&name, sentence.tag(phrase.head) == Tag::NounPlural);
        }
    }

    /// What is done under a label without a verb: `too dark -> clerk`, `below 40 -> no call`.
    fn read_bare(&mut self, sentence: &Sentence, rule: &str) {
        let Some(guard) = self.bare.take() else { return };
        let only = noun_phrases(sentence).into_iter().next().filter(|phrase| {
            phrase.head + 1 >= sentence.tokens.len() || sentence.tag(phrase.head + 1) == Tag::Punctuation
        });
        let whole = sentence.tokens.len() <= 12 && !matches!(sentence.word(0), "no" | "never" | "not");
        let block = match (whole, self.decision.filter(|open| self.is_related(*open, &guard))) {
            (false, _) => return,
            (true, Some(open)) => {
                self.add_branch(open, guard.words.clone(), false);
                open
            }
            (true, None) => self.push_decision(&guard),
        };
        let within: Vec<Placement> = self.place_in(block).into_iter().collect();
        let origin = Origin::stated(vec![quote(self.text, sentence.span)], rule, 0.6);
        let words = plain(sentence.span.of(self.text)).trim_end_matches(['.', ';']).to_owned();
        let actor = only.and_then(|phrase| self.actor(sentence, &phrase));
        let title = match &actor {
            Some(id) => {
                let name =
                    self.registry.actors.iter().find(|known| known.id == *id).map(|known| the(&known.name));
                format!("pass it to {}", name.unwrap_or(words))
            }
            None => lower_first(&words),
        };
        self.push(title.clone(), "do".to_owned(), Some(title), None, actor, within, origin, None);
        self.decision = Some(block);
    }

    fn remember(&mut self, name: &str, plural: bool) {
        self.things.push((name.to_owned(), plural));
        if self.things.len() > 8 {
            self.things.remove(0);
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

    /// The actor that a phrase names, or that a pronoun stands for.
    pub(super) fn actor(&mut self, sentence: &Sentence, phrase: &NounPhrase) -> Option<ActorId> {
        if phrase.is_pronoun(sentence) {
            return match sentence.word(phrase.head) {
                "he" | "she" | "they" | "them" | "him" | "her" => {
                    let person = self.last_person.clone()?;
                    Some(self.person(&person))
                }
                "i" | "me" => match self.narrator.clone() {
                    Some(person) => Some(self.person(&person)),
                    None => Some(self.own_team(phrase.span)),
                },
                "we" | "us" => Some(self.own_team(phrase.span)),
                "someone" | "somebody" | "whoever" => {
                    let person =
                        Person { name: "person".to_owned(), kind: ActorKind::Customer, span: phrase.span };
                    self.last_person = Some(person.clone());
                    Some(self.person(&person))
                }
                _ => None,
            };
        }
        let name = name_of(self.text, sentence, phrase);
        let kind = actor_kind(&name)?;
        if name.split(' ').count() > 5 {
            return None;
        }
        let person = Person { name, kind, span: phrase.span };
        let id = self.person(&person);
        if kind.is_person() {
            self.last_person = Some(person);
        }
        Some(id)
    }

    fn person(&mut self, person: &Person) -> ActorId {
        let origin = Origin::stated(vec![quote(self.text, person.span)], "actor.subject", 0.85);
        self.registry.id_of(&person.name, person.kind, origin)
    }

    fn own_team(&mut self, span: Span) -> ActorId {
        let origin = Origin::stated(vec![quote(self.text, span)], "actor.we", 0.6);
        self.registry.id_of("our team", ActorKind::Staff, origin)
    }

    /// `approves or rejects`: one of two ways.
    fn join_choice(&mut self, sentence: &Sentence, acts: &[Act<'_>], start: usize) {
        let chosen = acts.windows(2).position(|pair| match pair {
            [one, other] => {
                let between = one.clause.group.last + 1..other.clause.group.first;
                one.clause.role == Role::Main
                    && other.clause.role == Role::Main
                    && between.clone().count() <= 8
                    && between.into_iter().any(|at| sentence.word(at) == "or")
                    && other.clause.shares_subject
            }
            _ => false,
        });
        let Some(first) = chosen else { return };
        if self.steps.len() != start + acts.len() {
            return;
        }
        let titles: Vec<String> =
            self.steps.iter().skip(start + first).take(2).map(|step| step.title.clone()).collect();
        let quotes = self
            .steps
            .iter()
            .skip(start + first)
            .take(2)
            .flat_map(|step| step.origin.quotes().to_vec())
            .collect();
        let branches = titles
            .iter()
            .map(|title| StatedBranch { condition: title.clone(), is_otherwise: false, share: None })
            .collect();
        let decision = DecisionBlock { question: format!("which of {}", titles.join(" or ")), branches };
        let block = self.push_block(BlockKind::Decision(decision), Origin::stated(quotes, "clause.or", 0.75));
        let Some(id) = self.blocks.get(block).map(|block| block.id.clone()) else { return };
        for (part, step) in self.steps.iter_mut().skip(start + first).take(2).enumerate() {
            step.within.push(Placement { block: id.clone(), part: u32::try_from(part).unwrap_or(0) });
        }
    }

    fn join_parallel(&mut self, sentence: &Sentence, from: usize, start: usize, end: usize) {
        let Some(at) = (from..sentence.tokens.len()).find(|at| {
            let bare = matches!(sentence.word(*at), "while" | "whilst")
                && matches!(sentence.tag(*at + 1), Tag::Adverb | Tag::Preposition);
            PARALLEL.iter().any(|words| sentence.stands_at(*at, words))
                && !bare
                && !matches!(sentence.word(*at + 1), "there" | "it")
        }) else {
            return;
        };
        let lanes: Vec<(usize, usize)> = if matches!(sentence.word(at), "while" | "whilst")
            || end - start > 1 && sentence.stands_at(at, &["in", "parallel"])
        {
            (start..end).map(|step| (step, step + 1)).collect()
        } else {
            vec![self.previous, (start, end)]
        };
        let full = lanes.len() > 1 && lanes.iter().all(|lane| lane.1 > lane.0 && lane.1 <= end);
        if !full {
            return;
        }
        let span = sentence.span_of(at, (at + 2).min(sentence.tokens.len() - 1));
        let origin = Origin::stated(vec![quote(self.text, span)], "clause.parallel", 0.8);
        let count = u32::try_from(lanes.len()).unwrap_or(2);
        let block = self.push_block(BlockKind::Parallel(ParallelBlock { lanes: count }), origin);
        let Some(id) = self.blocks.get(block).map(|block| block.id.clone()) else { return };
        for (part, lane) in lanes.iter().enumerate() {
            for step in self.steps.get_mut(lane.0..lane.1).unwrap_or_default() {
                step.within.push(Placement { block: id.clone(), part: u32::try_from(part).unwrap_or(0) });
            }
        }
    }

    fn join_loop(&mut self, sentence: &Sentence, found: &[Clause], start: usize, end: usize) {
        let until = found
            .iter()
            .find(|clause| clause.marker.is_some_and(|at| matches!(sentence.word(at), "until" | "till")));
        let again = found.iter().find(|clause| clause.group.lemma == "repeat");
        let range = if end > start && until.is_some() { (start, end) } else { self.previous };
        if until.is_none() && again.is_none() || range.1 <= range.0 {
            return;
        }
        let words = until.map(|clause| {
            plain(
                sentence.span_of(clause.marker.map_or(clause.first, |at| at + 1), clause.last).of(self.text),
            )
        });
        let max_times = quantities(sentence).iter().find_map(|quantity| match &quantity.kind {
            QuantityKind::Count { noun }
                if matches!(noun.as_str(), "time" | "attempt" | "round" | "try" | "iteration")
                    && quantity.value >= 1.0 =>
            {
                Some(quantity.value.min(1e6) as u32)
            }
            _ => None,
        });
        let span =
            until.or(again).map_or(sentence.span, |clause| sentence.span_of(clause.first, clause.last));
        let origin = Origin::stated(vec![quote(self.text, span)], "clause.repeat", 0.8);
        let block = self.push_block(BlockKind::Repeat(RepeatBlock { until: words, max_times }), origin);
        let Some(id) = self.blocks.get(block).map(|block| block.id.clone()) else { return };
        for step in self.steps.get_mut(range.0..range.1).unwrap_or_default() {
            step.within.push(Placement { block: id.clone(), part: 0 });
        }
    }
}

/// The words of a condition that carry its meaning, in the singular.
fn content(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.len() > 3
                && !matches!(
                    *word,
                    "with" | "that" | "this" | "have" | "been" | "from" | "when" | "does" | "only"
                )
        })
        .map(noun_singular)
        .collect()
}
