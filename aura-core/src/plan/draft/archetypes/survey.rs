//! Survey and feedback: ask at the right moment, few questions, follow up on bad answers.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "survey",
    goal: "The answer is in and followed up",
    evidence: &[
        ("survey", 3),
        ("feedback", 3),
        ("rating", 2),
        ("nps", 3),
        ("questionnaire", 3),
        ("review", 1),
        ("satisfaction", 2),
        ("opinion", 2),
        ("ask customers", 3),
    ],
    place: 70,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let feedback = cast.thing(&["feedback", "survey", "rating"]);
    vec![
        step(format!("Send the invitation to give {feedback}")).system().work(Work::Notify).part(),
        step("Open the questions").work(Work::Read).loses(0.55).part(),
        step("Give a rating").work(Work::Choose).about(feedback.as_str()).part(),
        decide(
            "Is the rating low?",
            ("low", "the rating is low".to_owned(), 0.2),
            vec![
                step("Say what went wrong").work(Work::Enter).about(feedback.as_str()).loses(0.2).part(),
                step("Call back the same day").staff("store manager").work(Work::Talk).part(),
            ],
            "fine",
            vec![],
        ),
        step("Save the answer").system().work(Work::Record).about(feedback.as_str()).part(),
    ]
}
