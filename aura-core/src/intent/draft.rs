//! Strings the readers together: from clean text to an intent.

use crate::domain::actor::ActorKind;
use crate::domain::id::{IntentId, ItemId};
use crate::domain::intent::{INTENT_SCHEMA_VERSION, Intent, IntentObject, Modality, Statement};
use crate::domain::provenance::Origin;
use crate::limits::Limits;
use crate::text::{Block, BlockKind, Sentence, Tag, analyse};

use super::actors::actor_kind;
use super::criterion;
use super::deed::deeds;
use super::figure::{figure, known_baselines};
use super::flow::Flow;
use super::forms::{self, arrow_parts, forms, is_gherkin, story};
use super::goal::{goal, name, name_of_wish};
use super::guard::label_guard;
use super::kind::kind;
use super::line::{
    after_greeting, case_label, is_denied_late, is_heading, is_letterhead, is_reported, names_an_act,
    narrator, pairs, topic,
};
use super::measures;
use super::piece::at_semicolons;
use super::question::questions;
use super::reading::{lower_first, plain, things, told_of_them};
use super::scenario;
use super::section::{Section, Unit, units};
use super::stance::{Stance, stances};
use super::statement::{Said, classify, constraint, limits, quote, statement};

/// Reads clean text into an intent.
pub(super) fn draft(text: String, title: Option<&str>, bounds: &Limits) -> Intent {
    let blocks: Vec<Block> = analyse(&text).into_iter().map(parted).collect();
    let lines = units(&text, &blocks);
    let mut intent = empty(&text, title, &blocks, &lines);
    let mut flow = Flow::new(&text);
    if is_gherkin(&lines, &text) {
        scenario::read(&text, &lines, &mut flow);
    } else {
        read_lines(&text, &lines, &mut flow, &mut intent);
        flow.put_delivery_last();
    }
    known_baselines(&text, &lines, &mut intent.success_criteria);
    for table in tables(&blocks) {
        for found in criterion::read_table(&text, &table) {
            measures::add(&mut intent.success_criteria, found);
        }
    }
    intent.steps = std::mem::take(&mut flow.steps);
    intent.blocks = std::mem::take(&mut flow.blocks);
    cap_steps(&mut intent, bounds);
    drop_empty_blocks(&mut intent);
    intent.objects = objects(&text, &lines, &intent);
    intent.actors = flow.registry.actors;
    intent.kind = kind(&text, &lines, intent.steps.len());
    intent.goal = goal(&text, &lines);
    if title.is_none()
        && let Some(name) = name_of_wish(&text, &blocks, &lines, &intent.goal)
    {
        intent.title = name;
    }
    intent.questions = questions(&intent, &lines, bounds);
    intent.id = identity(&intent);
    intent
}

/// Sentences end at a semicolon too, where both sides have a verb of their own.
fn parted(mut block: Block) -> Block {
    if matches!(block.kind, BlockKind::TableRow { .. }) {
        return block;
    }
    let sentences = std::mem::take(&mut block.sentences);
    block.sentences = sentences.into_iter().flat_map(|sentence| at_semicolons(&sentence)).collect();
    block
}

/// The id of an intent: the hash of its text and answers.
pub(super) fn identity(intent: &Intent) -> IntentId {
    let mut hasher = blake3::Hasher::new();
    hasher.update(intent.title.as_bytes());
    hasher.update(&[0]);
    hasher.update(intent.text.as_bytes());
    for answer in &intent.answers {
        for part in [answer.question.as_str(), answer.code.as_str(), answer.answer.as_str()] {
            hasher.update(&[0]);
            hasher.update(part.as_bytes());
        }
    }
    let hash = hasher.finalize().to_hex();
    IntentId::named(hash.as_str().get(..16).unwrap_or("0"))
}

fn empty(text: &str, title: Option<&str>, blocks: &[Block], lines: &[Unit<'_>]) -> Intent {
    let origin = Origin::assumed("nothing is known yet");
    let statement = Statement { id: ItemId::named("none"), text: String::new(), origin: origin.clone() };
    Intent {
        schema_version: INTENT_SCHEMA_VERSION,
        id: IntentId::named("none"),
        title: title.map_or_else(|| name(text, blocks, lines), plain),
        text: text.to_owned(),
        forms: forms(blocks, lines, text),
        kind: kind(text, &[], 0),
        goal: statement,
        actors: Vec::new(),
        objects: Vec::new(),
        steps: Vec::new(),
        blocks: Vec::new(),
        constraints: Vec::new(),
        assumptions: Vec::new(),
        success_criteria: Vec::new(),
        limits: Vec::new(),
        non_goals: Vec::new(),
        questions: Vec::new(),
        answers: Vec::new(),
    }
}

fn read_lines(text: &str, lines: &[Unit<'_>], flow: &mut Flow<'_>, intent: &mut Intent) {
    let has_steps = lines.iter().any(|line| line.section == Section::Steps);
    let stances = stances(text, lines);
    flow.narrator = narrator(text, lines);
    flow.topic = topic(text, lines);
    let mut known_figure = None;
    for (line, stance) in lines.iter().zip(stances) {
        let heading = line.section == Section::Aside
            && line.item.is_none()
            && line.opens
            && line.label.is_empty()
            && is_heading(line);
        if matches!(line.section, Section::Title) || heading || is_letterhead(line) || stance == Stance::Code
        {
            continue;
        }
        if stance == Stance::Order {
            note_order(text, line, intent);
            continue;
        }
        if let Some(found) = story(line.sentence, line.first) {
            read_story(text, line, found, flow, intent);
            continue;
        }
        let own = figure(text, line);
        let known = own.as_ref().or(known_figure.as_ref());
        let is_measure = measures::read(text, line, known, &mut intent.success_criteria);
        if is_measure && line.section != Section::Steps {
            continue;
        }
        known_figure = own.or(known_figure);
        if stance == Stance::Background {
            flow.note(line.sentence, line.first);
            continue;
        }
        read_line(text, line, stance, has_steps, flow, intent);
        if line.section == Section::People {
            people(line, flow);
        }
    }
}

/// What a sentence says beside measures: something left out, taken for granted, limited, ruled, or done.
fn read_line(
    text: &str,
    line: &Unit<'_>,
    stance: Stance,
    has_steps: bool,
    flow: &mut Flow<'_>,
    intent: &mut Intent,
) {
    match classify(line) {
        Some(Said::NonGoal) => {
            let found = statement(text, "nongoal_", line.span(), "section.non_goals", &intent.non_goals);
            intent.non_goals.push(found);
        }
        Some(Said::Assumption) => {
            let found = statement(text, "assumption_", line.span(), "assumption.stated", &intent.assumptions);
            intent.assumptions.push(found);
        }
        Some(Said::Limit) => limits(text, line, &mut intent.limits),
        Some(Said::Constraint(modality, rule)) => {
            let may_act = (modality != Modality::MustNot || is_denied_late(line))
                && (line.section != Section::Constraints || forms::is_ears(line.sentence))
                && stance == Stance::Process
                && rule != "constraint.retention"
                && !is_reported(line);
            let steps = if may_act { read_steps(line, has_steps, flow) } else { 0 };
            // A time that a step carries is no rule of its own.
            if steps == 0 || rule != "constraint.bound" {
                let found = constraint(text, line, modality, rule, &intent.constraints);
                intent.constraints.push(found);
            }
        }
        None if stance == Stance::Process => {
            read_steps(line, has_steps, flow);
        }
        None => {}
    }
}

/// Words that command whoever reads the text are kept as words, and nothing is done because of them.
fn note_order(text: &str, line: &Unit<'_>, intent: &mut Intent) {
    let mut found = statement(text, "assumption_", line.span(), "stance.order", &intent.assumptions);
    found.text =
        format!("these words speak to the reader of the text and are no part of the product: {}", found.text);
    intent.assumptions.push(found);
}

/// Steps stand in the part that is about steps; where there is none, in running text and in lists.
fn read_steps(line: &Unit<'_>, has_steps: bool, flow: &mut Flow<'_>) -> usize {
    let here = match line.section {
        Section::Steps => true,
        Section::Open => !has_steps || line.item.is_some_and(|item| item.1),
        Section::Goal => !has_steps,
        Section::Constraints => forms::is_ears(line.sentence),
        _ => false,
    };
    if !here {
        return 0;
    }
    let count = flow.steps.len();
    let parts = arrow_parts(line.sentence, line.first);
    if !parts.is_empty() && !pairs(line.sentence, &parts) {
        for part in parts {
            flow.read_part(line.sentence, part, "list.arrow");
        }
        return flow.steps.len() - count;
    }
    let rule = match line.item {
        Some((_, true)) => "list.numbered",
        Some((_, false)) => "list.item",
        None => "clause.main",
    };
    let case = case_label(line);
    if let Some((span, _)) = case {
        flow.set_label(Some(label_guard(flow.text, span)));
    }
    let first = case.map_or_else(|| after_greeting(line), |(_, first)| first);
    if line.opens {
        flow.open_paragraph(line.item.is_some());
    }
    let before = flow.text.get(..line.sentence.span.start).unwrap_or_default();
    let another = line.sentence.stands_at(line.first, &["after", "another"]) && !line.opens;
    flow.set_goes_on(before.trim_end().ends_with(';') || another);
    let found = flow.read(line.sentence, first, rule);
    let short = line.sentence.tokens.len() <= 14;
    let is_listed = line.item.is_some_and(|item| item.1 || line.section == Section::Steps);
    if found == 0 && line.opens && short && is_listed && names_an_act(line) {
        flow.add_nominal(line.span(), rule);
    } else if found == 0 {
        for deed in deeds(flow.text, line.sentence) {
            flow.add_deed(&deed, line.span(), "clause.deed");
        }
    }
    flow.set_label(None);
    flow.steps.len() - count
}

fn read_story(text: &str, line: &Unit<'_>, found: forms::Story, flow: &mut Flow<'_>, intent: &mut Intent) {
    let sentence = line.sentence;
    let span = forms::part(sentence, found.persona);
    let name = crate::text::noun_singular(&plain(span.of(text)).to_lowercase());
    let kind = actor_kind(&name).unwrap_or(ActorKind::Customer);
    let id = flow.registry.id_of(&name, kind, Origin::stated(vec![quote(text, span)], "story.persona", 0.98));
    let wish = forms::part(sentence, (found.wish, found.wish_end - 1));
    let before = flow.steps.len();
    flow.add_nominal(wish, "story.wish");
    if let Some(step) = flow.steps.get_mut(before) {
        step.title = wish_for(text, sentence, &found).unwrap_or(std::mem::take(&mut step.title));
        step.actor = Some(id);
        let acts = sentence.tag(found.wish).is_verb() || sentence.tag(found.wish) == Tag::Auxiliary;
        step.verb = if acts { crate::text::verb_lemma(sentence.word(found.wish)) } else { "have".to_owned() };
        step.object =
            things(text, sentence).into_iter().find(|(_, place)| wish.contains(*place)).map(|(name, _)| name);
    }
    if let Some(benefit) = found.benefit {
        let mut last = benefit.1;
        while last > benefit.0 && matches!(sentence.word(last), "." | "!" | ";") {
            last -= 1;
        }
        let purpose =
            statement(text, "goal_", forms::part(sentence, (benefit.0, last)), "story.benefit", &[]);
        if intent.goal.text.is_empty() {
            intent.goal = purpose;
        }
    }
}

/// `I want` **`a request to go to my deputy`** → `have a request go to their deputy`; only where the wish opens with a thing.
fn wish_for(text: &str, sentence: &Sentence, found: &forms::Story) -> Option<String> {
    let (first, end) = (found.wish, found.wish_end);
    let opens = matches!(
        sentence.tag(first),
        Tag::Determiner | Tag::Adjective | Tag::NounPlural | Tag::VerbParticiple
    );
    let to = (first + 1..end).find(|at| {
        sentence.tag(*at) == Tag::To
            && sentence.tag(at + 1) == Tag::VerbBase
            && sentence.tag(at - 1) != Tag::VerbBase
    });
    let done = (first + 1..end).find(|at| {
        sentence.tag(*at) == Tag::VerbParticiple
            && (sentence.tag(at - 1).is_noun() || sentence.word(at - 1) == ")")
    });
    if !opens || sentence.tag(first).is_verb() && to.is_none() {
        return None;
    }
    let words = |from: usize, last: usize| plain(sentence.span_of(from, last).of(text));
    let wish = match (to, done) {
        (Some(to), _) => format!("{} {}", words(first, to - 1), words(to + 1, end - 1)),
        (None, Some(_)) => words(first, end - 1),
        (None, None) => return None,
    };
    Some(told_of_them(&format!("have {}", lower_first(&wish))))
}

/// People that a list of users names.
fn people(line: &Unit<'_>, flow: &mut Flow<'_>) {
    for phrase in crate::text::noun_phrases(line.sentence).iter().take(1) {
        flow.actor(line.sentence, phrase);
    }
}

fn cap_steps(intent: &mut Intent, bounds: &Limits) {
    let most = usize::try_from(bounds.stated_steps).unwrap_or(usize::MAX);
    if intent.steps.len() > most {
        intent.steps.truncate(most);
        intent.assumptions.push(Statement {
            id: ItemId::from_text("assumption_", "steps left out"),
            text: format!("only the first {most} steps of the text are used"),
            origin: Origin::assumed("the text states more steps than the limit allows"),
        });
    }
}

/// A decision without steps in it says nothing about the process.
fn drop_empty_blocks(intent: &mut Intent) {
    let steps = &intent.steps;
    intent
        .blocks
        .retain(|block| steps.iter().any(|step| step.within.iter().any(|place| place.block == block.id)));
}

fn objects(text: &str, lines: &[Unit<'_>], intent: &Intent) -> Vec<IntentObject> {
    let mut found: Vec<IntentObject> = Vec::new();
    for line in lines.iter().filter(|line| line.section != Section::Aside) {
        for (name, span) in things(text, line.sentence) {
            let used = intent.steps.iter().any(|step| {
                step.object.as_deref() == Some(name.as_str())
                    || step.origin.quotes().iter().any(|quote| {
                        quote.span.start <= span.start as u64 && span.end as u64 <= quote.span.end
                    })
            });
            if !used || name.len() < 3 || found.iter().any(|object| object.name == name) || found.len() >= 200
            {
                continue;
            }
            let id = crate::id::unused(ItemId::from_text("object_", &name), ItemId::numbered, |candidate| {
                found.iter().any(|object| object.id == *candidate)
            });
            let origin = Origin::stated(vec![quote(text, span)], "object.phrase", 0.8);
            found.push(IntentObject { id, name, properties: Vec::new(), origin });
        }
    }
    found
}

fn tables(blocks: &[Block]) -> Vec<Vec<&Block>> {
    let mut tables: Vec<Vec<&Block>> = Vec::new();
    let mut open = false;
    for block in blocks {
        let is_row = matches!(block.kind, BlockKind::TableRow { .. });
        match tables.last_mut() {
            Some(table) if is_row && open => table.push(block),
            _ if is_row => tables.push(vec![block]),
            _ => {}
        }
        open = is_row;
    }
    tables
}
