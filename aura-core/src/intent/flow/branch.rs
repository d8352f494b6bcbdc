//! Decisions: which branch an act stands in, and which decision a condition belongs to.

use super::*;

impl Flow<'_> {
    /// `When a flight is cancelled, …` at the start of all: what sets the process off, no case of it.
    fn is_set_off(&self, found: &[Clause]) -> bool {
        self.steps.is_empty()
            && self.blocks.is_empty()
            && found.first().is_some_and(|clause| {
                clause.role == Role::Time
                    && clause.marker == Some(0)
                    && clause.group.voice == Voice::Passive
                    && !clause.group.negated
            })
    }

    /// In which branch each act stands; opens decisions as the piece asks for.
    pub(super) fn placements(
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
        let case = named_case(sentence);
        if let (Some(part), Some(block)) = (case, self.choice.and_then(|choice| self.blocks.get(choice))) {
            let place = Placement { block: block.id.clone(), part };
            return acts.iter().map(|_| vec![place.clone()]).collect();
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
        if self.is_set_off(found) {
            guards.retain(|guard| guard.span.start != sentence.span.start);
        }
        guards.truncate(2);
        for guard in &mut guards {
            self.name_amount(guard);
            self.name_thing(guard);
            if self.narrator.is_some() {
                guard.words = told_of_them(&guard.words);
                guard.question = told_of_them(&guard.question).replacen("was they", "were they", 1);
            }
        }
        self.guards = guards.iter().map(|guard| guard.span.start).collect();
        if guards.is_empty() {
            // `If it is valid, the guest gets an offer; the money is sent the same day.`
            if let Some(open) = self.decision.filter(|_| self.goes_on && self.led) {
                let place = self.place_in(open);
                return acts.iter().map(|_| place.clone().into_iter().collect()).collect();
            }
            self.decision = None;
            return none;
        }
        let is_fresh = std::mem::take(&mut self.is_fresh);
        self.led = matches!(sentence.word(0), "if" | "when" | "where" | "unless");
        let outer_is_open = guards.len() == 1;
        let mut places: Vec<Placement> = Vec::new();
        let mut inner = None;
        let mut outer = None;
        for (depth, guard) in guards.iter().enumerate() {
            let joins = self.decision.filter(|open| {
                depth == 0
                    && self.is_related(*open, guard)
                    && (!is_fresh || self.is_counterpart(*open, guard))
            });
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

    /// `it is unreadable` → `the label is unreadable`.
    fn name_thing(&self, guard: &mut Guard) {
        let short = matches!(
            guard.words.trim_end_matches([',', ' ']),
            "it is"
                | "it does"
                | "they are"
                | "they do"
                | "he does"
                | "she does"
                | "so"
                | "yes"
                | "that is the case"
        );
        if let Some(asked) = self.asked.clone().filter(|_| short) {
            guard.question = format!("whether {asked}");
            guard.words = asked;
            return;
        }
        let rest = guard.words.strip_prefix("it is ").or(guard.words.strip_prefix("it's "));
        let (Some(rest), "clause.condition") = (rest, guard.rule) else { return };
        let Some((thing, false)) = self.meant("it") else { return };
        let words = format!("the {thing} is {rest}");
        guard.question = format!("is the {thing} {rest}");
        guard.words = words;
    }

    /// `above that` compares with the amount that was named last.
    pub(super) fn name_amount(&mut self, guard: &mut Guard) {
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

    pub(in crate::intent) fn push_decision(&mut self, guard: &Guard) -> usize {
        let origin = Origin::stated(vec![quote(self.text, guard.span)], guard.rule, 0.85);
        let branches =
            vec![StatedBranch { condition: guard.words.clone(), is_otherwise: false, share: None }];
        self.push_block(
            BlockKind::Decision(DecisionBlock { question: guard.question.clone(), branches }),
            origin,
        )
    }

    /// The last branch of a decision.
    pub(in crate::intent) fn place_in(&self, block: usize) -> Option<Placement> {
        let block = self.blocks.get(block)?;
        let BlockKind::Decision(decision) = &block.kind else { return None };
        let last = decision.branches.len().checked_sub(1)?;
        Some(Placement { block: block.id.clone(), part: u32::try_from(last).unwrap_or(0) })
    }

    /// `The number must match the contract, otherwise …`: what has to be is checked.
    pub(super) fn implied_check(&mut self) -> Option<usize> {
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

    /// Whether a condition speaks of what an open decision speaks of.
    pub(super) fn is_related(&self, block: usize, guard: &Guard) -> bool {
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
        // `Day 7: chest`
        if guard.rule == "clause.label"
            && guard.measured.is_none()
            && words.ends_with(|c: char| c.is_ascii_digit())
        {
            return false;
        }
        let anaphoric = self.narrator.is_none() || first != "they";
        if anaphoric && matches!(first, "it" | "they" | "he" | "she") {
            return parts.len() <= 4 || words.contains(" not ") || words.contains("n't ");
        }
        let answers = guard.words.starts_with("the answer is");
        let new = content(&guard.words);
        decision.branches.iter().any(|branch| {
            content(&branch.condition).iter().any(|word| new.contains(word))
                || answers && branch.condition.starts_with("the answer is")
        })
    }

    /// Whether a condition of a new paragraph is the other side of a decision above it: another range of the same
    /// amount, or the same words with or without `not`.
    fn is_counterpart(&self, block: usize, guard: &Guard) -> bool {
        let Some(BlockKind::Decision(decision)) = self.blocks.get(block).map(|block| &block.kind) else {
            return false;
        };
        let new = content(&guard.words);
        let same = |branch: &StatedBranch| {
            let old = content(&branch.condition);
            let (few, many) = if new.len() <= old.len() { (&new, &old) } else { (&old, &new) };
            few.iter().all(|word| many.contains(word))
        };
        guard.measured.is_some_and(|measured| measured != "time") && guard.measured == self.measured
            || decision.branches.iter().any(same)
    }

    pub(super) fn add_branch(&mut self, block: usize, condition: String, is_otherwise: bool) {
        if let Some(BlockKind::Decision(decision)) = self.blocks.get_mut(block).map(|block| &mut block.kind) {
            decision.branches.push(StatedBranch { condition, is_otherwise, share: None });
        }
    }

    /// What is done under a label without a verb: `too dark -> clerk`, `below 40 -> no call`.
    pub(super) fn read_bare(&mut self, sentence: &Sentence, rule: &str) {
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
}

/// `In the second case, …`: which of two named ways is meant.
fn named_case(sentence: &Sentence) -> Option<u32> {
    if !(sentence.stands_at(0, &["in", "the"]) && sentence.word(3) == "case") {
        return None;
    }
    match sentence.word(2) {
        "first" | "former" => Some(0),
        "second" | "latter" => Some(1),
        _ => None,
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
