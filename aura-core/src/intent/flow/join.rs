//! Steps that stand together: one of several, at the same time, again and again.

use super::*;

impl Flow<'_> {
    /// `approves or rejects`: one of two ways.
    pub(super) fn join_choice(&mut self, sentence: &Sentence, acts: &[Act<'_>], start: usize) {
        let chosen = acts.windows(2).position(|pair| match pair {
            [one, other] => {
                let between = one.clause.group.last + 1..other.clause.group.first;
                one.clause.role == Role::Main
                    && other.clause.role == Role::Main
                    && between.clone().count() <= 8
                    && between.into_iter().any(|at| sentence.word(at) == "or")
                    && (other.clause.shares_subject || sentence.word(0) == "either")
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
        self.choice = Some(block);
        let Some(id) = self.blocks.get(block).map(|block| block.id.clone()) else { return };
        for (part, step) in self.steps.iter_mut().skip(start + first).take(2).enumerate() {
            step.within.push(Placement { block: id.clone(), part: u32::try_from(part).unwrap_or(0) });
        }
    }

    pub(super) fn join_parallel(&mut self, sentence: &Sentence, from: usize, start: usize, end: usize) {
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

    pub(super) fn join_loop(&mut self, sentence: &Sentence, found: &[Clause], start: usize, end: usize) {
        let until = found
            .iter()
            .find(|clause| clause.marker.is_some_and(|at| matches!(sentence.word(at), "until" | "till")));
        // `can be changed until it is packed`: how long it is allowed, nothing that is done again.
        let allowed = |clause: &Clause| {
            let marker = clause.marker.unwrap_or(clause.first);
            (0..marker)
                .any(|at| matches!(sentence.word(at), "can" | "may" | "let" | "lets" | "allow" | "allows"))
        };
        let until = until.filter(|clause| !allowed(clause));
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
