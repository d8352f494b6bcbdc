//! From tokens to items: which words name what of the present plan.

use std::collections::BTreeMap;

use super::gate::gateway;
use super::item::{GatewayWord, Item, Kind};
use super::numbers::NUMBERS;
use super::token::{Token, tokens};
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{NodeKind, Plan};

/// Nouns for a step.
pub(super) const STEP_NOUNS: &[&str] = &[
    "task",
    "tasks",
    "step",
    "steps",
    "activity",
    "activities",
    "action",
    "actions",
    "stage",
    "stages",
    "node",
    "screen",
];
/// Nouns for a sub-plan.
pub(super) const GROUP_NOUNS: &[&str] = &[
    "subprocess",
    "subprocesses",
    "subplan",
    "sub-process",
    "sub-plan",
    "sub-flow",
    "subflow",
    "subtask",
    "group",
    "phase",
];
/// Nouns for a gateway.
pub(super) const GATE_NOUNS: &[&str] =
    &["gateway", "gateways", "gate", "gates", "xor", "xors", "decision", "decisions", "fork", "junction"];
/// Nouns for a gateway that may mean other things; only after an article or an adjective that fits.
pub(super) const SOFT_GATE_NOUNS: &[&str] =
    &["split", "condition", "conditions", "choice", "branching", "check", "loop", "if"];
/// Nouns for a branch.
pub(super) const BRANCH_NOUNS: &[&str] = &[
    "branch",
    "branches",
    "path",
    "paths",
    "route",
    "routes",
    "case",
    "cases",
    "option",
    "options",
    "condition",
    "conditions",
    "side",
    "flow",
    "bracket",
    "arm",
    "leg",
    "lane",
    "way",
    "connection",
    "situation",
    "check",
    "decision",
    "label",
    "statement",
    "value",
    "alternative",
    "alternatives",
    "possibility",
];
pub(super) const LITERALS: &[&str] = &["true", "false", "yes", "no"];
/// Most words of the question of a gateway that are said before its noun.
const LONGEST_QUESTION: usize = 6;
const COMPARISONS: &[&str] = &["=", "==", "!=", "<", ">", "<=", ">="];

/// The names of a plan.
pub(super) struct Names<'a> {
    plan: &'a Plan,
    /// Words of a title, and the node; longest first.
    titles: Vec<(Vec<String>, Kind)>,
    labels: Vec<(Vec<String>, FlowId)>,
    /// The noun with which all steps are named, where they are named like `task B`.
    noun: Option<String>,
    /// The numbers of the steps.
    numbers: BTreeMap<NodeId, u32>,
}

impl<'a> Names<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        let words =
            |text: &str| -> Vec<String> { tokens(text).into_iter().map(|token| token.lower).collect() };
        let mut titles: Vec<(Vec<String>, Kind)> = Vec::new();
        for node in &plan.nodes {
            if matches!(node.kind, NodeKind::Step(_) | NodeKind::Timer(_) | NodeKind::Message(_)) {
                titles.push((words(&node.title), Kind::Node(node.id.clone())));
                titles.push((vec![node.id.to_string()], Kind::Node(node.id.clone())));
            }
        }
        for group in &plan.groups {
            titles.push((words(&group.title), Kind::Group(group.id.clone())));
        }
        titles.retain(|(words, _)| !words.is_empty());
        titles.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let mut labels: Vec<(Vec<String>, FlowId)> = Vec::new();
        for flow in &plan.flows {
            if let Some(label) = &flow.label {
                labels.push((words(label), flow.id.clone()));
            }
        }
        labels.retain(|(words, _)| !words.is_empty());
        labels.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Names { plan, titles, labels, noun: common_noun(plan), numbers: BTreeMap::new() }
    }

    /// The names together with the numbers of the steps.
    pub(super) fn numbered(mut self, numbers: &BTreeMap<NodeId, u32>) -> Self {
        self.numbers = numbers.clone();
        self
    }

    /// `E` for a new `task E`, where all steps are named so.
    fn bare_name(&self, rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
        self.noun.as_ref()?;
        let first = rest.first().filter(|token| !token.is_quoted)?;
        let is_word = |word: &str| rest.get(1).is_some_and(|next| next.lower == word);
        let mut letters = first.raw.chars();
        let is_capital = letters.next().is_some_and(|letter| letter.is_ascii_uppercase());
        let is_name = match letters.next() {
            None => !matches!(first.lower.as_str(), "a" | "i" | "x"),
            Some(second) => second == '\'' && letters.next().is_none(),
        };
        let in_group = before.last().is_some_and(|item| item.is(GROUP_NOUNS));
        let is_part = is_word("&") || before.last().is_some_and(|item| item.is(&["&"]));
        (is_capital && is_name && !in_group && !is_part).then_some((Kind::New, 1))
    }

    /// The items of a request.
    pub(super) fn items(&self, tokens: &[Token]) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let found = self
                .title(rest, &items)
                .or_else(|| self.numbered_step(rest))
                .or_else(|| comparison(rest))
                .or_else(|| self.branch(rest, &items))
                .or_else(|| self.short_title(rest, &items))
                .or_else(|| self.named_gateway(rest))
                .or_else(|| gateway(rest, &items))
                .or_else(|| new_name(rest))
                .or_else(|| self.bare_name(rest, &items))
                .or_else(|| end(rest, &items))
                .or_else(|| all(rest))
                .or_else(|| self.literal(rest));
            let (kind, length) = found.unwrap_or((Item::of(first).kind, 1));
            let (taken, left) = rest.split_at(length.clamp(1, rest.len()));
            let lower: Vec<&str> = taken.iter().map(|token| token.lower.as_str()).collect();
            let (mut word, mut raw) = (lower.join(" "), super::token::text_of(taken));
            if let (Kind::Quoted, [_, name]) = (&kind, taken) {
                // `a step "Weigh the parcel"`: the noun is no part of the title.
                (word, raw) = (name.lower.clone(), name.raw.clone());
            }
            if let (Kind::New, Some(noun)) = (&kind, self.noun.as_ref()) {
                (word, raw) = (with_noun(&word, noun), with_noun(&raw, noun));
            }
            items.push(Item { kind, word, raw });
            rest = left;
        }
        items
    }

    fn title(&self, rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
        let first = rest.first()?;
        if first.is_quoted {
            let words = tokens(&first.raw);
            let whole =
                self.titles.iter().find(|(title, _)| is_start(title, &words) && title.len() == words.len());
            let short = || {
                let kind = self.by_short_name(&words.first()?.lower)?;
                (words.len() == 1 && before.last().is_some_and(|item| item.is(STEP_NOUNS))).then_some(kind)
            };
            return whole.map(|(_, kind)| kind.clone()).or_else(short).map(|kind| (kind, 1));
        }
        self.titles
            .iter()
            .find(|(title, _)| {
                is_start(title, rest)
                    && (title.len() > 1 || title.iter().any(|word| word.contains('_') || word.len() > 3))
            })
            .map(|(title, kind)| (kind.clone(), title.len()))
    }
    /// A name without its noun: `B` for `task B`, in `tasks A and B`, `task 'B'` or where it is a capital letter.
    fn short_title(&self, rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
        let first = rest.first()?;
        let noun = STEP_NOUNS.contains(&first.lower.as_str()) || GROUP_NOUNS.contains(&first.lower.as_str());
        if noun {
            // `tasks B`, `step B`: the noun belongs to the name.
            let second = rest.get(1)?;
            let kind = self.by_short_name(&second.lower)?;
            let joined = rest.get(2).is_some_and(|sign| {
                sign.lower == "&" && self.longest_short(rest.get(1..).unwrap_or_default()) > 1
            });
            return (!joined)
                .then_some((kind, 2))
                .or_else(|| self.compound_short(rest.get(1..)?).map(|(kind, length)| (kind, length + 1)));
        }
        if let Some(found) = self.compound_short(rest) {
            return Some(found);
        }
        let is_name =
            first.raw.chars().next().is_some_and(char::is_uppercase) && first.raw.chars().count() <= 3;
        let follows = rest.get(1).map(|token| token.lower.as_str()).unwrap_or_default();
        let is_written_small = first.raw == "a"
            || before.last().is_none_or(|item| item.is(&[".", ":", ";", "!"]))
            || STEP_NOUNS.contains(&follows)
            || GATE_NOUNS.contains(&follows)
            || ["new", "parallel", "copy", "second", "condition", "loop"].contains(&follows);
        let is_article = first.lower == "a"
            && is_written_small
            && !before.is_empty()
            && follows.chars().all(char::is_alphabetic)
            && follows.len() > 1
            && ![
                "and", "or", "to", "with", "before", "after", "into", "is", "should", "in", "on", "leads",
                "directly", "then", "except", "exept",
            ]
            .contains(&follows);
        let after_node = {
            let mut back = before.iter().rev();
            let joint = back.next().is_some_and(|item| item.is(&["and", "&", ",", "or", "with", "for"]));
            joint
                && back
                    .find(|item| !item.is(&["and", "&", ",", "or", "task", "tasks"]))
                    .is_some_and(|item| item.node().is_some())
        };
        let is_letter = first.lower.chars().count() == 1 && first.lower.chars().all(char::is_alphabetic);
        let kind = self.by_short_name(&first.lower)?;
        ((is_name && !is_article && !first.is_quoted) || (after_node && is_letter && first.lower != "a"))
            .then_some((kind, 1))
    }
    /// `B & E` for `task B & E`.
    fn compound_short(&self, rest: &[Token]) -> Option<(Kind, usize)> {
        let length = self.longest_short(rest);
        let found = self.titles.iter().find(|(title, _)| {
            title.len() == length + 1
                && length > 1
                && without_noun(title).is_some_and(|short| is_start(short, rest))
        });
        found.map(|(_, kind)| (kind.clone(), length))
    }
    fn longest_short(&self, rest: &[Token]) -> usize {
        let shorts = self.titles.iter().filter_map(|(title, _)| without_noun(title));
        shorts.filter(|short| is_start(short, rest)).map(<[String]>::len).max().unwrap_or(0)
    }
    fn by_short_name(&self, name: &str) -> Option<Kind> {
        let found = self
            .titles
            .iter()
            .find(|(title, _)| without_noun(title).is_some_and(|short| short == [name.to_owned()]));
        found.map(|(_, kind)| kind.clone())
    }
    /// `step 3`, `the last step`, `the second task`.
    fn numbered_step(&self, rest: &[Token]) -> Option<(Kind, usize)> {
        let word = |index: usize| rest.get(index).map(|token| token.lower.as_str()).unwrap_or_default();
        let steps = || self.plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_)));
        let node = |number: u32| -> Option<NodeId> {
            if number == u32::MAX {
                return steps().next_back().map(|node| node.id.clone());
            }
            self.numbers.iter().find(|(_, other)| **other == number).map(|(node, _)| node.clone())
        };
        if STEP_NOUNS.contains(&word(0)) {
            let offset = usize::from(matches!(word(1), "#" | "number" | "no"));
            let number = word(1 + offset).parse::<u32>().ok()?;
            return node(number).map(|id| (Kind::Node(id), 2 + offset));
        }
        let (_, number) = NUMBERS.iter().find(|(name, _)| *name == word(0))?;
        if !["task", "step", "activity", "action", "stage"].contains(&word(1)) {
            return None;
        }
        node(*number).map(|id| (Kind::Node(id), 2))
    }

    /// A gateway by words of its question: `policy decision`, `the gateway "Is the policy valid?"`.
    fn named_gateway(&self, rest: &[Token]) -> Option<(Kind, usize)> {
        let is_noun = |token: &Token| GATE_NOUNS.contains(&token.lower.as_str());
        let first = rest.first()?;
        let (words, length) = if is_noun(first) {
            (rest.get(1).filter(|token| token.is_quoted).into_iter().collect::<Vec<_>>(), 2)
        } else {
            let noun = rest.iter().take(LONGEST_QUESTION).position(is_noun)?;
            (rest.get(..noun)?.iter().collect(), noun + 1)
        };
        let text: Vec<&str> = words.iter().map(|token| token.raw.as_str()).collect();
        let wanted = super::scene::content(&text.join(" "));
        let is_other = |word: &String| {
            NUMBERS.iter().any(|(name, _)| name == word)
                || super::gate::SAYS_WHICH.contains(&word.as_str())
                || super::verb::ask_of(word).is_some()
        };
        let lead = words.first()?;
        if wanted.is_empty() || wanted.iter().any(is_other) || super::scene::content(&lead.raw).is_empty() {
            return None;
        }
        let mut fitting = self.plan.nodes.iter().filter(|node| {
            let question = super::scene::content(&node.title);
            matches!(node.kind, NodeKind::Gateway(_))
                && self.plan.flows.iter().filter(|flow| flow.from == node.id).count() > 1
                && wanted.iter().all(|word| question.contains(word))
        });
        let only = fitting.next().filter(|_| fitting.next().is_none())?;
        let said = GatewayWord { named: Some(only.id.clone()), ..GatewayWord::default() };
        Some((Kind::Gateway(said), length))
    }

    /// A label of a flow next to a noun for branches, perhaps with an adjective: `the conditional path c`.
    fn branch(&self, rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
        let is_adjective = rest
            .first()
            .is_some_and(|token| ["conditional", "alternative", "exclusive"].contains(&token.lower.as_str()));
        if is_adjective {
            let behind = self.labelled_branch(rest.get(1..)?, before);
            if let Some((kind, length)) = behind {
                return Some((kind, length + 1));
            }
        }
        self.labelled_branch(rest, before)
    }

    fn labelled_branch(&self, rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
        let noun =
            |index: usize| rest.get(index).is_some_and(|token| BRANCH_NOUNS.contains(&token.lower.as_str()));
        let skip = |index: usize| -> usize {
            let filler = |at: usize| {
                rest.get(at).is_some_and(|token| {
                    matches!(
                        token.lower.as_str(),
                        "with"
                            | "label"
                            | "labeled"
                            | "labelled"
                            | "for"
                            | "of"
                            | "case"
                            | "condition"
                            | "choice"
                            | "="
                            | "named"
                            | "called"
                            | "where"
                            | "the"
                            | "which"
                            | "is"
                    )
                })
            };
            (index..index + 5).find(|at| !filler(*at)).unwrap_or(index)
        };
        for (label, flow) in &self.labels {
            if self.matches_label(label, rest) {
                let length = label_length(label, rest);
                let article_before_name = rest.get(length).is_some_and(|token| token.lower == "&");
                let is_noun = rest.first().is_some_and(|token| token.lower == "a" || token.lower == "no");
                if noun(length)
                    && !article_before_name
                    && (!is_noun
                        || rest.first().is_some_and(|token| token.is_quoted)
                        || before.last().is_some_and(|item| item.is(&["the", "only"])))
                {
                    return Some((Kind::Branch(flow.clone()), length + 1));
                }
            }
        }
        if noun(0) {
            let at = skip(1);
            let after = rest.get(at..)?;
            for (label, flow) in &self.labels {
                let is_article = label.len() == 1
                    && label.first().is_some_and(|word| word == "a" || word == "no")
                    && after.get(1).is_some_and(|token| {
                        token.lower.chars().all(char::is_alphabetic)
                            && !["and", "to", "or", "with", "in", "from"].contains(&token.lower.as_str())
                    });
                let compared =
                    after.get(label.len()).is_some_and(|token| COMPARISONS.contains(&token.lower.as_str()));
                if self.matches_label(label, after) && !is_article && !compared {
                    return Some((Kind::Branch(flow.clone()), at + label_length(label, after)));
                }
                // `the branch where the card is declined`: the article was skipped.
                if let [article, bare @ ..] = label.as_slice()
                    && matches!(article.as_str(), "the" | "a" | "an")
                    && bare.len() > 1
                    && is_start(bare, after)
                {
                    return Some((Kind::Branch(flow.clone()), at + bare.len()));
                }
            }
        }
        None
    }

    fn matches_label(&self, label: &[String], rest: &[Token]) -> bool {
        let quoted = rest.first().is_some_and(|token| {
            token.is_quoted && tokens(&token.raw).iter().map(|token| &token.lower).eq(label)
        });
        quoted || is_start(label, rest)
    }

    /// A bare label of a branch, or a truth value, stands for a condition.
    fn literal(&self, rest: &[Token]) -> Option<(Kind, usize)> {
        let first = rest.first()?;
        let found = self.labels.iter().find(|(label, _)| {
            self.matches_label(label, rest) && (label.len() > 1 || label.iter().any(|word| word.len() > 2))
        });
        if let Some((label, _)) = found {
            return Some((Kind::Condition, label_length(label, rest)));
        }
        LITERALS.iter().take(2).any(|literal| first.lower == *literal).then_some((Kind::Condition, 1))
    }

    /// The flow whose label is this text.
    pub(super) fn flow_labelled(&self, label: &str) -> Option<FlowId> {
        let words: Vec<String> = tokens(label).into_iter().map(|token| token.lower).collect();
        self.labels.iter().find(|(known, _)| *known == words).map(|(_, flow)| flow.clone())
    }
}

/// The noun that all steps of a plan with such names have in common: `task` of `task A`, `task B`.
fn common_noun(plan: &Plan) -> Option<String> {
    let mut common: Option<String> = None;
    let steps = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_)));
    for node in steps {
        let mut words = node.title.split_whitespace();
        let (noun, name) = (words.next()?, words.next()?);
        if GROUP_NOUNS.contains(&noun.to_lowercase().as_str()) {
            continue;
        }
        let is_such = STEP_NOUNS.contains(&noun.to_lowercase().as_str()) && name.chars().count() <= 2;
        if !is_such || common.as_ref().is_some_and(|known| known != noun) {
            return None;
        }
        common = Some(noun.to_owned());
    }
    common
}

/// A new name with the noun of the plan.
fn with_noun(name: &str, noun: &str) -> String {
    match name.split_once(' ') {
        Some((first, _)) if GROUP_NOUNS.contains(&first.to_lowercase().as_str()) => name.to_owned(),
        Some((first, rest)) if STEP_NOUNS.contains(&first.to_lowercase().as_str()) => {
            format!("{noun} {rest}")
        }
        Some(_) => name.to_owned(),
        None => format!("{noun} {name}"),
    }
}

fn label_length(label: &[String], rest: &[Token]) -> usize {
    if rest.first().is_some_and(|token| token.is_quoted) { 1 } else { label.len() }
}

fn is_start(words: &[String], rest: &[Token]) -> bool {
    words.len() <= rest.len() && words.iter().zip(rest).all(|(word, token)| *word == token.lower)
}

fn without_noun(title: &[String]) -> Option<&[String]> {
    let (first, rest) = title.split_first()?;
    let is_noun = STEP_NOUNS.contains(&first.as_str()) || GROUP_NOUNS.contains(&first.as_str());
    (is_noun && !rest.is_empty()).then_some(rest)
}

/// `a <= 10`, `amount greater than 10`, `a is not equal to 1`.
pub(super) fn comparison(rest: &[Token]) -> Option<(Kind, usize)> {
    let first = rest.first()?;
    if first.is_quoted {
        let inner = tokens(&first.raw);
        return comparison(&inner).filter(|(_, length)| *length == inner.len()).map(|(kind, _)| (kind, 1));
    }
    if !first.lower.chars().next()?.is_alphabetic()
        || LITERALS.contains(&first.lower.as_str())
        || first.lower == "is"
    {
        return None;
    }
    let sign = rest.get(1)?;
    if COMPARISONS.contains(&sign.lower.as_str()) {
        let value = rest.get(2)?;
        let is_value = value.lower.chars().next()?.is_alphanumeric();
        return is_value.then_some((Kind::Condition, 3));
    }
    let mut length = 1;
    let mut is_compared = false;
    while let Some(token) = rest.get(length) {
        let word = token.lower.as_str();
        let compares = [
            "bigger", "greater", "larger", "smaller", "less", "lower", "higher", "more", "equal", "equals",
            "above", "below", "at", "least", "most", "not", "<", ">", "=", "<=", ">=",
        ]
        .contains(&word);
        is_compared |= [
            "bigger", "greater", "larger", "smaller", "less", "lower", "higher", "equal", "equals", "above",
            "below", "<=", ">=",
        ]
        .contains(&word);
        let fills = ["is", "than", "or", "to", "are"].contains(&word);
        if token.lower.chars().next().is_some_and(|letter| letter.is_ascii_digit()) {
            return (is_compared && length > 1).then_some((Kind::Condition, length + 1));
        }
        if !(compares || fills) || length > 9 {
            return None;
        }
        length += 1;
    }
    None
}

/// `task E` where there is no task E: a name for something new.
fn new_name(rest: &[Token]) -> Option<(Kind, usize)> {
    let noun = rest.first()?;
    let is_noun = STEP_NOUNS.contains(&noun.lower.as_str()) || GROUP_NOUNS.contains(&noun.lower.as_str());
    let name = rest.get(1).filter(|_| is_noun && !noun.is_quoted && !noun.lower.ends_with("ies"))?;
    let is_short = name.raw.chars().count() <= 2 + usize::from(name.raw.ends_with('\''))
        && name.raw.chars().next()?.is_alphanumeric()
        && ![
            "to", "in", "is", "of", "as", "at", "by", "if", "it", "on", "or", "so", "do", "be", "an", "no",
            "we",
        ]
        .contains(&name.lower.as_str())
        && !(name.raw == "a" && rest.get(2).is_some_and(|token| token.lower.len() > 1));
    if !is_short && !name.is_quoted {
        return None;
    }
    let is_title = name.is_quoted && name.raw.chars().count() > 3;
    if is_title && STEP_NOUNS.contains(&noun.lower.as_str()) {
        return Some((Kind::Quoted, 2));
    }
    // `task B & E` is one name, unless `B` and `E` are spoken of apart.
    let is_compound = rest.get(2).is_some_and(|token| token.lower == "&")
        && rest.get(3).is_some_and(|token| token.raw.chars().count() <= 2);
    Some((Kind::New, if is_compound { 4 } else { 2 }))
}

fn end(rest: &[Token], before: &[Item]) -> Option<(Kind, usize)> {
    let word = |index: usize| rest.get(index).map(|token| token.lower.as_str()).unwrap_or_default();
    let noun =
        |index: usize| matches!(word(index), "event" | "node" | "state" | "token" | "target" | "point");
    let length = match word(0) {
        "end" | "final" | "stop" | "termination" | "terminal" | "sink" | "exit" if noun(1) => 2,
        "endevent" | "termination" | "completion" => 1,
        "end" => 1,
        "ends" | "terminates" | "finishes" | "stops" => 1,
        _ => return None,
    };
    let follows_of = word(length) == "of" && word(0) == "end";
    let has_article = before.last().is_some_and(|item| {
        item.is_condition()
            || item.is(&[
                "the", "to", "an", "very", "then", "process", "and", "at", "gets", "system", ",", "the",
                "model",
            ])
    });
    (!follows_of && (length == 2 || has_article || word(0).ends_with('s') || word(0) == "endevent"))
        .then_some((Kind::End, length))
}

fn all(rest: &[Token]) -> Option<(Kind, usize)> {
    let word = |index: usize| rest.get(index).map(|token| token.lower.as_str()).unwrap_or_default();
    let noun = |index: usize| {
        STEP_NOUNS.contains(&word(index))
            || matches!(word(index), "elements" | "processes" | "process" | "others" | "rest" | "nodes")
    };
    let length = match word(0) {
        "everything" | "ecerything" | "anything" | "rest" => 1,
        "all" | "every" if word(1) == "the" && (noun(2) || word(2) == "other") => 3,
        "all" | "every" | "each" if (word(1) == "other" && word(0) != "each") || noun(1) => 2,
        "all" => 1,
        _ => return None,
    };
    Some((Kind::All, length))
}
