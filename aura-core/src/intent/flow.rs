//! Steps, and the decisions, parallel parts and loops that they stand in.

use crate::domain::actor::ActorKind;
use crate::domain::id::{ActorId, ItemId};
use crate::domain::intent::{
    Block, BlockKind, DecisionBlock, ParallelBlock, Placement, RepeatBlock, StatedBranch, StatedStep,
};
use crate::domain::plan::Outcome;
use crate::domain::provenance::Origin;
use crate::text::{NounPhrase, QuantityKind, Sentence, Span, Voice, noun_singular, quantities};

use super::actors::{Registry, actor_kind, name_of};
use super::clause::{Clause, Role, clauses, is_matrix};
use super::reading::{condition_span, ending, is_amount, lower_first, plain, question_of, stated_time};
use super::statement::quote;
use super::words::{PARALLEL, TODAY};

/// Collects steps in the order of the text.
pub(super) struct Flow<'text> {
    text: &'text str,
    pub(super) registry: Registry,
    pub(super) steps: Vec<StatedStep>,
    pub(super) blocks: Vec<Block>,
    /// The decision that the sentence before belongs to.
    decision: Option<usize>,
    /// The steps that the sentence before gave.
    previous: (usize, usize),
    /// The thing and the person that a pronoun may stand for.
    last_thing: Option<String>,
    last_person: Option<ActorId>,
    /// Block and part that all steps stand in, for scenarios.
    pub(super) scenario: Option<Placement>,
}

/// One act to become a step.
struct Act<'clause> {
    clause: &'clause Clause,
    placement: Option<Placement>,
}

impl<'text> Flow<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Flow {
            text,
            registry: Registry::default(),
            steps: Vec::new(),
            blocks: Vec::new(),
            decision: None,
            previous: (0, 0),
            last_thing: None,
            last_person: None,
            scenario: None,
        }
    }

    /// Reads the steps of one sentence from a token on. Returns how many were found.
    pub(super) fn read(&mut self, sentence: &Sentence, from: usize, rule: &str) -> usize {
        let start = self.steps.len();
        if TODAY.contains(&sentence.word(from)) && sentence.word(from) != "so"
            || sentence.word(sentence.tokens.len().saturating_sub(1)) == "?"
        {
            return 0;
        }
        // `today`, `currently`: a sentence about how it is, not how it shall be.
        if (from..sentence.tokens.len())
            .any(|at| matches!(sentence.word(at), "today" | "currently" | "nowadays"))
        {
            return 0;
        }
        let found = clauses(sentence, from);
        let otherwise = self.otherwise_at(sentence, from);
        let decision = self.decide(sentence, &found, from, otherwise);
        let acts =
            order(sentence, &found, |clause| self.placement(sentence, &found, clause, decision, otherwise));
        for act in &acts {
            self.add(sentence, act.clause, act.placement.clone(), rule);
        }
        self.join_choice(sentence, &acts, start);
        let end = self.steps.len();
        self.join_parallel(sentence, from, start, end);
        self.join_loop(sentence, &found, start, end);
        if end > start || decision.is_some() {
            self.previous = (start, end);
        }
        self.decision = decision;
        end - start
    }

    /// Adds a step that names its act by a noun: `Payment`, `Final inspection of the goods`.
    pub(super) fn add_nominal(&mut self, span: Span, rule: &str) {
        let words = span.of(self.text).trim_end_matches(['.', ';', ':']);
        if words.is_empty() {
            return;
        }
        let title = lower_first(words);
        let origin = Origin::stated(vec![quote(self.text, span)], rule, 0.6);
        self.push(title.clone(), "do".to_owned(), Some(title), None, None, None, origin, None);
        self.decision = None;
    }

    fn otherwise_at(&self, sentence: &Sentence, from: usize) -> Option<usize> {
        (from..sentence.tokens.len()).find(|at| {
            matches!(sentence.word(*at), "otherwise" | "else")
                || sentence.stands_at(*at, &["if", "not", ","])
                || sentence.stands_at(*at, &["in", "the", "latter", "case"])
                || sentence.stands_at(*at, &["in", "the", "other", "case"])
        })
    }

    /// The decision block that the conditions of a sentence belong to, made where it is new.
    fn decide(
        &mut self,
        sentence: &Sentence,
        found: &[Clause],
        from: usize,
        otherwise: Option<usize>,
    ) -> Option<usize> {
        let condition = found.iter().find(|clause| clause.role == Role::Condition);
        if let Some(at) = otherwise
            && condition.is_none_or(|clause| at < clause.first)
            && let Some(open) = self.decision
        {
            self.add_branch(open, "otherwise".to_owned(), true);
            return Some(open);
        }
        let condition = condition?;
        let marker = condition.marker.unwrap_or(condition.first);
        let span = condition_span(sentence, found, condition)?;
        let words = plain(span.of(self.text));
        let negated = sentence.word(marker) == "unless";
        let label = if negated { format!("not: {words}") } else { words.clone() };
        let joins = self.decision.filter(|open| self.is_related(*open, &words));
        let block = match joins {
            Some(open) => {
                self.add_branch(open, label, false);
                open
            }
            None => {
                let origin = Origin::stated(
                    vec![quote(self.text, sentence.span_of(marker, marker).join(span))],
                    "clause.condition",
                    0.85,
                );
                let kind = BlockKind::Decision(DecisionBlock {
                    question: question_of(self.text, sentence, condition, &words),
                    branches: vec![StatedBranch { condition: label, is_otherwise: false, share: None }],
                });
                self.push_block(kind, origin)
            }
        };
        if otherwise.is_some_and(|at| at > condition.first && at > from) {
            self.add_branch(block, "otherwise".to_owned(), true);
        }
        Some(block)
    }

    /// Whether a condition speaks of what an open decision speaks of.
    fn is_related(&self, block: usize, words: &str) -> bool {
        let Some(BlockKind::Decision(decision)) = self.blocks.get(block).map(|block| &block.kind) else {
            return false;
        };
        let content = |text: &str| -> Vec<String> {
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
        };
        let new = content(words);
        let pronoun = words
            .split(' ')
            .next()
            .is_some_and(|first| matches!(first, "it" | "they" | "not" | "he" | "she"));
        pronoun
            || decision
                .branches
                .iter()
                .any(|branch| content(&branch.condition).iter().any(|word| new.contains(word)))
    }

    fn add_branch(&mut self, block: usize, condition: String, is_otherwise: bool) {
        if let Some(BlockKind::Decision(decision)) = self.blocks.get_mut(block).map(|block| &mut block.kind) {
            decision.branches.push(StatedBranch { condition, is_otherwise, share: None });
        }
    }

    /// Where a clause stands: in which branch of the sentence's decision.
    fn placement(
        &self,
        sentence: &Sentence,
        found: &[Clause],
        clause: &Clause,
        decision: Option<usize>,
        otherwise: Option<usize>,
    ) -> Option<Placement> {
        let index = decision?;
        let block = self.blocks.get(index)?;
        let BlockKind::Decision(parts) = &block.kind else { return None };
        let last = parts.branches.len().checked_sub(1)?;
        let inside = otherwise.is_some_and(|at| at < clause.group.first);
        let has_otherwise = parts.branches.last().is_some_and(|branch| branch.is_otherwise);
        let part = if has_otherwise && !inside { last.saturating_sub(1) } else { last };
        // `The clerk checks the order, and if it is late, she calls`: what stands before `if` is not conditional,
        // but `she calls if it is late` is.
        let condition_follows = (clause.group.last..sentence.tokens.len())
            .find(|at| matches!(sentence.word(*at), "if" | "unless"));
        if let Some(at) = condition_follows.filter(|_| !inside) {
            let separate =
                (clause.group.last..at).any(|before| matches!(sentence.word(before), "and" | ";" | "but"));
            if separate {
                return None;
            }
        }
        // Where the condition stands at the end, it belongs to the nearest act before it.
        let condition = found.iter().position(|other| other.role == Role::Condition);
        let nearest =
            condition.and_then(|at| found.iter().take(at).rposition(|other| other.role == Role::Main));
        let mine = found.iter().position(|other| other.group.first == clause.group.first);
        if let (Some(nearest), Some(mine)) = (nearest, mine)
            && mine < nearest
        {
            return None;
        }
        Some(Placement { block: block.id.clone(), part: u32::try_from(part).unwrap_or(0) })
    }

    fn add(&mut self, sentence: &Sentence, clause: &Clause, placement: Option<Placement>, rule: &str) {
        let verb = clause.group.lemma.clone();
        let patient = clause.patient();
        let patient = patient.filter(|phrase| !is_amount(sentence, phrase));
        let mut object = patient.map(|phrase| name_of(self.text, sentence, &phrase));
        if patient.is_some_and(|phrase| phrase.is_pronoun(sentence)) {
            object = self.last_thing.clone();
        }
        let actor = clause.doer().and_then(|phrase| self.actor(sentence, &phrase));
        let recipient = clause.recipient.and_then(|phrase| {
            let name = name_of(self.text, sentence, &phrase);
            actor_kind(&name).filter(|kind| !matches!(kind, ActorKind::System))?;
            self.actor(sentence, &phrase)
        });
        let title = self.title(sentence, clause, object.as_deref());
        // A clause of time that repeats an earlier step refers to it: `when the order is checked, …`.
        let repeats = clause.role == Role::Time
            && self.steps.iter().any(|step| step.verb == verb && (object.is_none() || step.object == object));
        if repeats {
            return;
        }
        if let Some(name) = &object {
            self.last_thing = Some(name.clone());
        }
        if actor.is_some() {
            self.last_person.clone_from(&actor);
        }
        let span = sentence.span_of(clause.first, clause.last);
        let rule = if clause.role == Role::Time { "clause.time".to_owned() } else { rule.to_owned() };
        let confidence = if actor.is_some() { 0.9 } else { 0.75 };
        let origin = Origin::stated(vec![quote(self.text, span)], rule, confidence);
        let ends = ending(&verb, object.as_deref());
        let index = self.push(title, verb, object, actor, recipient, placement, origin, ends);
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
        placement: Option<Placement>,
        origin: Origin,
        ends: Option<Outcome>,
    ) -> usize {
        let wanted = ItemId::from_text("said_", &title);
        let id = crate::id::unused(wanted, ItemId::numbered, |candidate| {
            self.steps.iter().any(|step| step.id == *candidate)
        });
        let within = self.scenario.iter().cloned().chain(placement).collect();
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
                "he" | "she" | "they" => self.last_person.clone(),
                "we" | "us" => Some(self.own_team(phrase.span)),
                "someone" | "somebody" | "everyone" | "anyone" | "people" => None,
                _ => None,
            };
        }
        let name = name_of(self.text, sentence, phrase);
        let kind = actor_kind(&name)?;
        if name.split(' ').count() > 5 {
            return None;
        }
        let origin = Origin::stated(vec![quote(self.text, phrase.span)], "actor.subject", 0.85);
        Some(self.registry.id_of(&name, kind, origin))
    }

    fn own_team(&mut self, span: Span) -> ActorId {
        let origin = Origin::stated(vec![quote(self.text, span)], "actor.we", 0.6);
        self.registry.id_of("our team", ActorKind::Staff, origin)
    }

    /// The step as an instruction in the user's words.
    fn title(&self, sentence: &Sentence, clause: &Clause, object: Option<&str>) -> String {
        let mut words = vec![clause.group.lemma.clone()];
        let is_pronoun = clause.patient().is_some_and(|phrase| phrase.is_pronoun(sentence));
        let mut from = clause.group.last + 1;
        match clause.group.voice {
            Voice::Passive => match clause.subject {
                Some(phrase) if is_pronoun => words.extend(
                    object
                        .map(|name| format!("the {name}"))
                        .or(Some(plain(phrase.span.of(self.text)).to_lowercase())),
                ),
                Some(phrase) => words.push(lower_first(&plain(phrase.span.of(self.text)))),
                None => {}
            },
            Voice::Active if is_pronoun => {
                words.extend(object.map(|name| format!("the {name}")));
                from = clause.object.map_or(from, |phrase| phrase.head + 1);
            }
            Voice::Active => {
                if let Some(shared) =
                    clause.object.filter(|phrase| phrase.first > clause.extent.max(clause.last))
                {
                    words.push(plain(shared.span.of(self.text)))
                }
            }
        }
        if let Some(agent) = clause.agent {
            from = agent.head + 1;
        }
        let last = clause.extent.max(clause.last);
        if from <= last {
            let rest = plain(sentence.span_of(from, last).of(self.text));
            words.push(rest.split(' ').take(16).collect::<Vec<_>>().join(" "));
        }
        let title = words.join(" ");
        title.trim_end_matches([' ', ',', '.', ';', ':', '"', '(']).to_owned()
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
            PARALLEL.iter().any(|words| sentence.stands_at(*at, words))
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

/// The acts of a sentence in the order in which they happen.
fn order<'clause>(
    sentence: &Sentence,
    found: &'clause [Clause],
    place: impl Fn(&Clause) -> Option<Placement>,
) -> Vec<Act<'clause>> {
    let mut acts: Vec<(u8, Act<'clause>)> = Vec::new();
    for (index, clause) in found.iter().enumerate() {
        let mark = clause.marker.map_or("", |at| sentence.word(at));
        let next_is_wish = found.get(index + 1).is_some_and(|next| next.role == Role::Infinitive);
        let carried = clause.role == Role::Infinitive
            && index > 0
            && found
                .get(index - 1)
                .is_some_and(|before| before.role == Role::Main && is_matrix(before) && !before.is_act());
        let wanted = match clause.role {
            Role::Main => clause.is_act() && !(is_matrix(clause) && next_is_wish && !clause.is_act()),
            Role::Time => {
                clause.is_act()
                    && clause.subject.is_some()
                    && !matches!(mark, "until" | "till" | "since" | "as")
            }
            Role::Infinitive => carried && clause.is_act(),
            _ => false,
        };
        let is_condition_act = clause.group.modal.as_deref() == Some("would");
        if !wanted || clause.group.negated || is_condition_act {
            continue;
        }
        let rank = match (clause.role, mark) {
            (Role::Time, "before") => 2,
            (Role::Time, "while" | "whilst") => 1,
            (Role::Time, _) => 0,
            _ => 1,
        };
        acts.push((
            rank,
            Act { clause, placement: if clause.role == Role::Time { None } else { place(clause) } },
        ));
    }
    acts.sort_by_key(|act| act.0);
    acts.into_iter().map(|act| act.1).collect()
}
