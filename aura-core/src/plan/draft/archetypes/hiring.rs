//! Hiring: application, screening, interviews, offer.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "hiring",
    goal: "The offer is accepted",
    evidence: &[
        ("hiring", 3),
        ("hire", 3),
        ("recruit", 3),
        ("recruiting", 3),
        ("candidate", 3),
        ("applicant", 2),
        ("interview", 2),
        ("vacancy", 3),
        ("job application", 3),
        ("cv", 2),
    ],
    place: 50,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let candidate = cast.thing(&["candidate", "applicant"]);
    vec![
        step("Send the application").work(Work::Enter).about(candidate.as_str()).part(),
        step("Read the application").staff("recruiter").work(Work::Check).about(candidate.as_str()).part(),
        decide(
            "Does the application fit?",
            ("fits", "the application fits".to_owned(), 0.3),
            vec![],
            "does not fit",
            vec![
                step("Send a kind refusal").system().work(Work::Notify).part(),
                end("The application is refused", Outcome::Refused),
            ],
        ),
        step("Agree on a time for the interview").staff("recruiter").work(Work::Talk).part(),
        step(format!("Interview the {candidate}"))
            .staff("hiring manager")
            .work(Work::Talk)
            .takes(3_600_000.0)
            .part(),
        step(format!("Decide about the {candidate}"))
            .staff("hiring manager")
            .work(Work::Approve)
            .about(candidate.as_str())
            .part(),
        decide(
            "Is there an offer?",
            ("yes", format!("the {candidate} is wanted"), 0.35),
            vec![],
            "no",
            vec![
                step("Send a refusal with thanks").system().work(Work::Notify).part(),
                end("Somebody else is chosen", Outcome::Refused),
            ],
        ),
        step("Send the offer").staff("recruiter").work(Work::Notify).part(),
        step("Accept the offer").work(Work::Approve).loses(0.15).part(),
    ]
}
