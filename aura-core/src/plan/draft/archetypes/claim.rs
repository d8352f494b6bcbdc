//! Claim or dispute: report, check, estimate, decide, pay.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "claim",
    goal: "The claim is settled",
    evidence: &[
        ("claim", 3),
        ("insurance", 3),
        ("dispute", 3),
        ("damage", 2),
        ("adjuster", 3),
        ("policyholder", 3),
        ("compensation", 2),
        ("chargeback", 3),
        ("settle", 2),
    ],
    place: 46,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let claim = cast.thing(&["claim", "dispute", "damage"]);
    vec![
        step(format!("Report the {claim}")).work(Work::Enter).about(claim.as_str()).part(),
        step("Add photos or documents").work(Work::Enter).about("document").part(),
        step(format!("Check whether the {claim} is covered"))
            .system()
            .work(Work::Check)
            .about(claim.as_str())
            .part(),
        decide(
            "Is it covered?",
            ("covered", format!("the {claim} is covered"), 0.85),
            vec![],
            "not covered",
            vec![
                step("Explain the refusal and how to object").system().work(Work::Notify).part(),
                end(&format!("The {claim} is refused"), Outcome::Refused),
            ],
        ),
        step("Estimate the amount").system().work(Work::Compute).about(claim.as_str()).part(),
        decide(
            "Is the amount small and clear?",
            ("small and clear", format!("the {claim} is small and clear"), 0.6),
            vec![],
            "large or unclear",
            vec![
                step(format!("Examine the {claim}"))
                    .staff("adjuster case worker")
                    .work(Work::Check)
                    .takes(2_700_000.0)
                    .about(claim.as_str())
                    .part(),
            ],
        ),
        step("Send the decision").system().work(Work::Notify).part(),
        step("Accept the decision").work(Work::Approve).loses(0.06).part(),
        step("Pay the money out").external("payment provider").work(Work::MoveMoney).about("payout").part(),
    ]
}
