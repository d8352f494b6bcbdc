//! Which part of a document a sentence stands in, from its heading or from a label before it.

use crate::text::{Block, BlockKind, Sentence, Span, Tag};

/// What a part of a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// No heading, or one that says nothing.
    Open,
    /// Title of the document.
    Title,
    /// What is wanted.
    Goal,
    /// How it is today and why it matters.
    Background,
    /// What happens, in which order.
    Steps,
    /// How success is measured.
    Success,
    /// What must be or must not be.
    Constraints,
    /// What is left out.
    NonGoals,
    /// What is taken for granted.
    Assumptions,
    /// Who takes part.
    People,
    /// Money, time, number.
    Limits,
    /// Risks, open points, notes, appendices.
    Aside,
    /// Variants, population, duration of a test.
    Experiment,
}

/// A sentence with what is known about its place.
#[derive(Debug, Clone)]
pub(super) struct Unit<'text> {
    /// The sentence, without the label before it.
    pub(super) sentence: &'text Sentence,
    /// First token after the label.
    pub(super) first: usize,
    /// The part of the document.
    pub(super) section: Section,
    /// Depth and order of the list item, where it is one.
    pub(super) item: Option<(usize, bool)>,
    /// Whether it is the first sentence of its block.
    pub(super) opens: bool,
    /// The label before it, in lowercase.
    pub(super) label: String,
}

impl Unit<'_> {
    /// The span from after the label to the last word, without closing punctuation.
    pub(super) fn span(&self) -> Span {
        let mut last = self.sentence.tokens.len().saturating_sub(1);
        while last > self.first && matches!(self.sentence.word(last), "." | "!" | "?" | ";" | ":" | ",") {
            last -= 1;
        }
        self.sentence.span_of(self.first, last)
    }
}

/// Assigns sentences to parts of the document.
pub(super) fn units<'text>(text: &str, blocks: &'text [Block]) -> Vec<Unit<'text>> {
    let mut units = Vec::new();
    let mut section = Section::Open;
    // A heading of a lower level inside a part stays in it unless it names another part.
    let mut level = 0;
    for (index, block) in blocks.iter().enumerate() {
        let item = match &block.kind {
            BlockKind::Heading { level: found } => {
                let heading = block.span.of(text);
                // The title of a document names what it is about, not a part of it.
                let is_title = index == 0 && *found == 1 && heading.split_whitespace().count() > 2;
                let named = if is_title { None } else { named_section(heading) };
                if let Some(named) = named.or((*found <= level || level == 0).then_some(Section::Open)) {
                    (section, level) = (named, *found);
                }
                let title = index == 0 && named.is_none();
                for sentence in &block.sentences {
                    let part = if title { Section::Title } else { Section::Aside };
                    units.push(unit(sentence, 0, part, None, true, String::new()));
                }
                continue;
            }
            BlockKind::Paragraph if index == 0 && blocks.len() > 1 && is_title_line(text, block) => {
                for sentence in &block.sentences {
                    units.push(unit(sentence, 0, Section::Title, None, true, String::new()));
                }
                continue;
            }
            BlockKind::Item { depth, ordered } => Some((*depth, *ordered)),
            BlockKind::Paragraph => None,
            _ => continue,
        };
        if item.is_none()
            && let Some(named) = list_heading(text, block, blocks.get(index + 1))
        {
            section = named;
            units.extend(
                block.sentences.iter().map(|one| unit(one, 0, Section::Aside, None, true, String::new())),
            );
            continue;
        }
        let mut part = section;
        for (at, sentence) in block.sentences.iter().enumerate() {
            let before =
                text.get(..sentence.span.start).unwrap_or_default().trim_end_matches([' ', '*', '\t']);
            let (first, label) =
                if at == 0 || before.ends_with('\n') { label(text, sentence) } else { (0, String::new()) };
            // `**Guardrails.** Page views …`: a short sentence that names a part is a label too.
            let short = at == 0 && sentence.tokens.len() <= 4 && block.sentences.len() > 1;
            if short && let Some(named) = named_section(sentence.span.of(text)) {
                part = named;
                continue;
            }
            if let Some(named) = named_section(&label) {
                part = named;
                // A label on a line of its own is a heading for what follows.
                if first >= sentence.tokens.len()
                    || item.is_none()
                        && blocks
                            .get(index + 1)
                            .is_some_and(|next| matches!(next.kind, BlockKind::Item { .. }))
                {
                    section = named;
                }
            }
            if first < sentence.tokens.len() {
                units.push(unit(sentence, first, part, item, at == 0, label));
            }
        }
    }
    units
}

/// The part that a short line without an end of its own names right above a list: `Initiatives we believe in`.
fn list_heading(text: &str, block: &Block, next: Option<&Block>) -> Option<Section> {
    let [sentence] = block.sentences.as_slice() else { return None };
    let words = block.span.of(text).trim_end();
    let is_open = !words.ends_with(['.', '!', '?', ',', ';', ':']) && !words.contains([':', '\n']);
    let above_list = next.is_some_and(|next| matches!(next.kind, BlockKind::Item { .. }));
    if !(is_open && above_list && sentence.tokens.len() <= 8) {
        return None;
    }
    named_section(words)
}

/// A short first line without an end of its own: the name of what follows.
fn is_title_line(text: &str, block: &Block) -> bool {
    let [sentence] = block.sentences.as_slice() else { return false };
    let words = block.span.of(text).trim_end();
    let short = sentence.tokens.len() <= 9 && !words.contains('\n');
    let open = !words.ends_with(['.', '!', '?', ',', ';', ':']);
    let told = matches!(sentence.word(0), "given" | "when" | "as" | "if") || words.contains(':');
    short && open && !told
}

fn unit(
    sentence: &Sentence,
    first: usize,
    section: Section,
    item: Option<(usize, bool)>,
    opens: bool,
    label: String,
) -> Unit<'_> {
    Unit { sentence, first, section, item, opens, label }
}

/// The first token after a label such as `Goal:` and the label itself.
fn label(text: &str, sentence: &Sentence) -> (usize, String) {
    let colon = (1..7).find(|at| sentence.word(*at) == ":");
    // `The teacher gets a summary per class: …` is a sentence, no label.
    let told = |at: usize| {
        (1..at).any(|verb| sentence.tag(verb).is_finite() && sentence.tag(verb - 1).is_noun())
            && (1..at).any(|verb| sentence.tag(verb) == Tag::VerbThird)
            && named_section(sentence.span_of(0, at - 1).of(text)).is_none_or(|named| named == Section::Goal)
    };
    if let Some(at) = colon.filter(|at| !told(*at)) {
        let words = sentence.span_of(0, at - 1).of(text).to_lowercase();
        return (at + 1, words.replace('*', ""));
    }
    // `**Goal.** We want …` reads as a sentence of its own.
    (0, String::new())
}

/// The part that a heading or label names, if it names one.
pub(super) fn named_section(heading: &str) -> Option<Section> {
    let lower = heading.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    // `The service must`: the items below complete the sentence.
    let obliges =
        words.last().is_some_and(|last| matches!(*last, "must" | "should" | "shall" | "can" | "will"));
    if obliges && words.len() > 1 {
        return Some(Section::Steps);
    }
    let has = |needle: &str| {
        let parts: Vec<&str> = needle.split(' ').collect();
        words.windows(parts.len()).any(|window| window == parts.as_slice())
    };
    NAMES.iter().find(|(_, names)| names.iter().any(|name| has(name))).map(|(section, _)| *section)
}

/// Names of parts; the first group that fits wins.
const NAMES: &[(Section, &[&str])] = &[
    (
        Section::NonGoals,
        &[
            "out of scope",
            "not in scope",
            "non-goals",
            "non goals",
            "not doing",
            "no-gos",
            "excluded",
            "exclusions",
            "won't do",
            "not included",
            "not now",
            "leave out",
            "later",
        ],
    ),
    (
        Section::Success,
        &[
            "success",
            "metrics",
            "metric",
            "kpi",
            "kpis",
            "key results",
            "kr",
            "kr1",
            "kr2",
            "kr3",
            "kr4",
            "kr5",
            "measure",
            "measures",
            "measurement",
            "target",
            "targets",
            "guardrail",
            "guardrails",
            "success criteria",
            "how we will know",
            "objectives and key results",
            "dod",
            "definition of done",
        ],
    ),
    (
        Section::Experiment,
        &[
            "variants",
            "variant",
            "population",
            "hypothesis",
            "experiment",
            "decision rule",
            "split",
            "duration",
        ],
    ),
    (Section::Assumptions, &["assumptions", "assumption", "we assume"]),
    (Section::Limits, &["budget", "limits", "limit", "timeline", "deadline", "cost limits", "milestones"]),
    (
        Section::Constraints,
        &[
            "constraints",
            "constraint",
            "rules",
            "rule",
            "requirements",
            "must",
            "must have",
            "non-functional",
            "compliance",
            "legal",
            "security",
            "privacy",
            "important",
            "restrictions",
            "policy",
            "policies",
        ],
    ),
    (
        Section::Aside,
        &[
            "risks",
            "risk",
            "open",
            "open questions",
            "questions",
            "open points",
            "comments",
            "notes",
            "appendix",
            "references",
            "glossary",
            "status",
            "readers",
            "area",
            "labels",
            "decision",
            "decisions",
            "history",
            "owner",
            "author",
            "date",
            "rollout",
            "dependencies",
            "priority",
            "component",
            "next steps",
            "action items",
            "to do",
            "todo",
            "fuzzy",
            "unclear",
            "undecided",
            "tbd",
            "parking lot",
        ],
    ),
    (
        Section::Background,
        &[
            "background",
            "context",
            "problem",
            "why",
            "motivation",
            "today",
            "current",
            "situation",
            "as is",
            "as-is",
            "evidence",
            "research",
            "insights",
            "the problem",
            "numbers",
        ],
    ),
    (
        Section::People,
        &[
            "users",
            "who",
            "personas",
            "audience",
            "stakeholders",
            "roles",
            "actors",
            "people",
            "who is it for",
        ],
    ),
    (
        Section::Steps,
        &[
            "steps",
            "step",
            "flow",
            "process",
            "what should happen",
            "how it works",
            "how it should work",
            "how",
            "workflow",
            "solution",
            "what happens",
            "details",
            "happy path",
            "procedure",
            "scenario",
            "user journey",
            "journey",
            "to be",
            "to-be",
            "proposal",
            "description",
            "idea",
            "functional",
            "features",
            "behaviour",
            "behavior",
            "initiatives",
            "scope",
            "acceptance criteria",
            "agreed",
        ],
    ),
    (
        Section::Goal,
        &[
            "goal",
            "goals",
            "objective",
            "objectives",
            "summary",
            "vision",
            "purpose",
            "what we want",
            "overview",
            "ask",
            "aim",
        ],
    ),
];
