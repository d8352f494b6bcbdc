//! What is unclear: detectors, each of which offers answers as typed changes of the intent.
//!
//! In comes an intent without questions and the lines that it was read from; out go candidate questions, strongest
//! first. Whether the answers to a candidate lead to different plans is not known here: [`plan::ask`] drafts the
//! plan under each answer and keeps the candidates that matter. Never here: plans, dialogue, or words that are not
//! about the user's text.
//!
//! [`plan::ask`]: crate::plan::ask

mod measure;
mod scope;
mod way;

use crate::domain::id::{ItemId, QuestionId};
use crate::domain::intent::{Intent, Modality, Statement};
use crate::domain::provenance::Origin;
use crate::domain::question::{IntentChange, NewAssumption, NewConstraint, Question, QuestionOption};
use crate::limits::Limits;
use crate::text::Span;

use super::conflict::conflicts;
use super::section::Unit;
use super::statement::quote;

/// How many candidates there may be for each question that may be asked.
const CANDIDATES_PER_QUESTION: u64 = 6;

/// A question before it is ranked and numbered.
pub(super) struct Draft {
    pub(super) code: &'static str,
    pub(super) text: String,
    pub(super) reason: String,
    /// Label, effect and changes of each answer; the first is assumed where nobody answers.
    pub(super) options: Vec<(String, String, Vec<IntentChange>)>,
    pub(super) accepts_text: bool,
    /// How much is at stake, from 0 to 1; how much the plan changes is measured later.
    pub(super) effect: f64,
    /// How unsure the readings are, from 0 to 1.
    pub(super) uncertainty: f64,
    pub(super) origin: Origin,
}

/// The candidate questions about an intent, strongest first.
pub(super) fn questions(intent: &Intent, lines: &[Unit<'_>], bounds: &Limits) -> Vec<Question> {
    let mut drafts = conflicts(intent, lines);
    drafts.extend(measure::find(intent, lines));
    drafts.extend(way::find(intent));
    drafts.extend(scope::find(intent, lines));
    drafts.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let most = bounds.questions.saturating_mul(CANDIDATES_PER_QUESTION);
    drafts
        .into_iter()
        .take(usize::try_from(most).unwrap_or(usize::MAX))
        .enumerate()
        .map(|(index, draft)| finish(index, draft))
        .collect()
}

/// Something to take for granted.
pub(super) fn assume(text: impl Into<String>) -> IntentChange {
    IntentChange::AddAssumption(NewAssumption { text: text.into() })
}

/// A rule that the plan has to keep.
pub(super) fn rule(modality: Modality, text: impl Into<String>) -> IntentChange {
    IntentChange::AddConstraint(NewConstraint { modality, text: text.into() })
}

/// The words of the text that a question is about.
pub(super) fn stated(intent: &Intent, span: Span, code: &str) -> Origin {
    Origin::stated(vec![quote(&intent.text, span)], format!("question.{code}"), 0.8)
}

/// The assumption that stands for a question that nobody answers.
pub(super) fn assumption_for(question: &Question, taken: &[Statement], origin: Origin) -> Option<Statement> {
    let first = question.options.first()?;
    let text = format!("{} {}", question.text.trim_end_matches('?'), first.label.to_lowercase());
    let id =
        crate::id::unused(ItemId::from_text("assumption_", &question.code), ItemId::numbered, |candidate| {
            taken.iter().any(|known| known.id == *candidate)
        });
    Some(Statement { id, text: format!("{text}: {}", first.effect), origin })
}

fn weight(draft: &Draft) -> f64 {
    draft.effect * draft.uncertainty
}

fn finish(index: usize, draft: Draft) -> Question {
    let importance = (weight(&draft) * 1_000.0).round() / 1_000.0;
    let letters = ["a", "b", "c", "d"];
    let options = draft.options.into_iter().zip(letters).map(|((label, effect, changes), letter)| {
        QuestionOption { id: letter.to_owned(), label, effect, changes }
    });
    Question {
        id: QuestionId::named(&(index + 1).to_string()),
        code: draft.code.to_owned(),
        text: draft.text,
        reason: draft.reason,
        options: options.collect(),
        accepts_text: draft.accepts_text,
        importance,
        origin: draft.origin,
    }
}
