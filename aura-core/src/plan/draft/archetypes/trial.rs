//! Trial at a paywall: use what is free, meet the limit, start a trial or leave.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "trial",
    goal: "The trial has started",
    evidence: &[
        ("paywall", 9),
        ("free trial", 4),
        ("start a trial", 4),
        ("trial start", 4),
        ("freemium", 4),
        ("free articles", 2),
        ("metered", 2),
    ],
    place: 40,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let content = cast.thing(&["article", "video", "story", "lesson", "feature", "content"]);
    vec![
        step(format!("Read the free {content}")).work(Work::Read).about(content.as_str()).part(),
        step("Show the paywall with the offer").system().work(Work::Record).about("offer").part(),
        decide(
            "Does the offer interest the person?",
            ("starts a trial", "the offer is taken".to_owned(), 0.05),
            vec![
                step("Choose an offer").work(Work::Choose).about("offer").loses(0.2).part(),
                step("Enter the payment details").work(Work::Enter).about("payment method").loses(0.3).part(),
                step("Start the trial").system().work(Work::Record).about("trial").part(),
                step("Send the confirmation with the end of the trial").system().work(Work::Notify).part(),
            ],
            "leaves",
            vec![end("The person leaves at the paywall", Outcome::Abandoned)],
        ),
    ]
}
