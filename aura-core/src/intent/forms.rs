//! Structured forms: user stories, scenarios, requirements in EARS, arrows, and which forms a text has.

use crate::domain::intent::TextForm;
use crate::text::{Block, BlockKind, Sentence, Span, Tag};

use super::section::Unit;

/// The parts of a user story, as tokens of its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Story {
    /// First and last token of the persona, without its article.
    pub(super) persona: (usize, usize),
    /// First token of the wish, after `I want to`.
    pub(super) wish: usize,
    /// The token after the wish.
    pub(super) wish_end: usize,
    /// First and last token of the benefit, where there is one.
    pub(super) benefit: Option<(usize, usize)>,
}

/// Reads "As a …, I want …, so that …" (Cohn 2004) from a token on.
pub(super) fn story(sentence: &Sentence, from: usize) -> Option<Story> {
    let end = sentence.tokens.len();
    let start = (from..end.min(from + 12)).find(|at| {
        sentence.word(*at) == "as"
            && (sentence.tag(at + 1) == Tag::Determiner || matches!(sentence.word(at + 1), "a" | "an"))
            || sentence.word(*at) == "as" && *at == from
    })?;
    let article = usize::from(matches!(sentence.word(start + 1), "a" | "an" | "the" | "any" | "our"));
    let persona = start + 1 + article;
    let wish_verb = (persona + 1..end).find(|at| {
        matches!(sentence.word(*at), "i" | "we" | "they" | "he" | "she")
            && matches!(
                sentence.word(*at + 1),
                "want"
                    | "need"
                    | "would"
                    | "can"
                    | "should"
                    | "must"
                    | "like"
                    | "wish"
                    | "'d"
                    | "’d"
                    | "am"
                    | "expect"
                    | "only"
                    | "will"
                    | "have"
                    | "could"
                    | "may"
                    | "do"
                    | "don't"
                    | "don’t"
            )
            || sentence.stands_at(*at, &["want", "to"])
    })?;
    // What stands behind a comma tells more about the persona: `a nurse, working at night, I want …`.
    let comma = (persona + 1..wish_verb).find(|at| matches!(sentence.word(*at), "," | ";"));
    let mut persona_end = comma.unwrap_or(wish_verb) - 1;
    while persona_end > persona && matches!(sentence.word(persona_end), "," | ":" | ";" | "-" | "that") {
        persona_end -= 1;
    }
    let so = (wish_verb + 2..end).find(|at| {
        sentence.stands_at(*at, &["so", "that"])
            || sentence.stands_at(*at, &["in", "order", "to"])
            || sentence.word(*at) == "so" && sentence.word(at - 1) == ","
    });
    let mut wish = wish_verb + 1;
    const WISHES: &[&str] = &[
        "want", "need", "would", "like", "wish", "'d", "’d", "to", "can", "should", "must", "able", "expect",
        "only", "will", "could", "may", "do", "don't", "don’t", "n't", "n’t", "not",
    ];
    while wish < end
        && (WISHES.contains(&sentence.word(wish))
            || sentence.word(wish) == "be" && sentence.word(wish + 1) == "able")
    {
        wish += 1;
    }
    let closing = usize::from(matches!(sentence.word(end - 1), "." | "!" | ";"));
    let mut wish_end = so.unwrap_or(end - closing);
    while wish_end > wish && matches!(sentence.word(wish_end - 1), "," | "." | ";") {
        wish_end -= 1;
    }
    let benefit = so.map(|at| {
        let first = if sentence.word(at + 1) == "that" {
            at + 2
        } else if sentence.word(at) == "in" {
            at + 3
        } else {
            at + 1
        };
        (first, end - 1)
    });
    (wish < wish_end).then_some(Story {
        persona: (persona, persona_end),
        wish,
        wish_end,
        benefit: benefit.filter(|b| b.0 <= b.1),
    })
}

/// The keyword of a scenario line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    /// `Scenario:`, with its title.
    Scenario,
    /// `Background:` or `Feature:`.
    Frame,
    /// `Given`.
    Given,
    /// `When`.
    When,
    /// `Then`.
    Then,
    /// `And`, `But`.
    And,
}

/// The keyword that opens a sentence of a scenario.
pub(super) fn keyword(sentence: &Sentence) -> Option<Keyword> {
    let colon = (1..4).any(|at| sentence.word(at) == ":");
    let capital = sentence.tokens.first().is_some_and(|token| token.capital);
    Some(match sentence.word(0) {
        "scenario" | "example" if colon || sentence.word(1) == "outline" => Keyword::Scenario,
        "feature" | "background" | "rule" if colon => Keyword::Frame,
        "given" if capital => Keyword::Given,
        "when" if capital => Keyword::When,
        "then" if capital => Keyword::Then,
        "and" | "but" if capital => Keyword::And,
        _ => return None,
    })
}

/// Whether a text is written as scenarios: at least one `When` and one `Then` line, and no comma clause after them.
pub(super) fn is_gherkin(units: &[Unit<'_>], text: &str) -> bool {
    let lines = text.lines().map(str::trim_start);
    let (mut when, mut then, mut named) = (0, 0, 0);
    for line in lines {
        when += usize::from(line.starts_with("When "));
        then += usize::from(line.starts_with("Then "));
        named += usize::from(line.starts_with("Scenario") || line.starts_with("Given "));
    }
    when > 0 && then > 0 && named > 0 && units.len() >= 2
}

/// Places of arrows that chain steps: `choose > sign in > done`.
pub(super) fn arrow_parts(sentence: &Sentence, from: usize) -> Vec<(usize, usize)> {
    let end = sentence.tokens.len();
    let is_arrow =
        |at: usize| matches!(sentence.word(at), ">" | "→" | "➔" | "⇒") && sentence.tag(at + 1) != Tag::Number;
    let arrows: Vec<usize> = (from..end).filter(|at| is_arrow(*at)).collect();
    if arrows.len() < 2 {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut start = (from..arrows.first().copied().unwrap_or(from))
        .rev()
        .find(|at| sentence.word(*at) == ":")
        .map_or(from, |at| at + 1);
    for &arrow in arrows.iter().chain([&end]) {
        let stop = (start..arrow).find(|at| sentence.word(*at) == ";").unwrap_or(arrow);
        let mut last = stop;
        while last > start && matches!(sentence.tag(last - 1), Tag::Punctuation) {
            last -= 1;
        }
        if last > start {
            parts.push((start, last - 1));
        }
        start = arrow + 1;
    }
    parts
}

/// Whether a sentence has the form of EARS: `When …, the … shall …` (Mavin et al. 2009).
pub(super) fn is_ears(sentence: &Sentence) -> bool {
    let shall = (0..sentence.tokens.len()).any(|at| sentence.word(at) == "shall");
    shall && matches!(sentence.word(0), "when" | "while" | "if" | "where" | "the")
}

/// The forms of a text, most telling first.
pub(super) fn forms(blocks: &[Block], units: &[Unit<'_>], text: &str) -> Vec<TextForm> {
    let mut forms = Vec::new();
    let mut add = |form: TextForm, found: bool| {
        if found && !forms.contains(&form) {
            forms.push(form);
        }
    };
    add(TextForm::Gherkin, is_gherkin(units, text));
    add(TextForm::UserStory, units.iter().any(|unit| story(unit.sentence, unit.first).is_some()));
    add(TextForm::Ears, units.iter().any(|unit| is_ears(unit.sentence)));
    let headings = blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading { .. })).count();
    add(TextForm::Brief, headings >= 2);
    add(
        TextForm::List,
        blocks.iter().filter(|block| matches!(block.kind, BlockKind::Item { .. })).count() >= 2,
    );
    add(
        TextForm::Table,
        blocks.iter().filter(|block| matches!(block.kind, BlockKind::TableRow { .. })).count() >= 2,
    );
    let paragraphs: usize = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.sentences.len())
        .sum();
    add(TextForm::Paragraph, paragraphs > 1);
    if forms.is_empty() {
        forms.push(TextForm::Sentence);
    }
    forms
}

/// The span of a story's part.
pub(super) fn part(sentence: &Sentence, part: (usize, usize)) -> Span {
    sentence.span_of(part.0, part.1)
}
