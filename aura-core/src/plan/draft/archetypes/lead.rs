//! Lead qualification: a form, enrichment, a score, the right person in time.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "lead",
    goal: "The right person has talked with the lead",
    evidence: &[
        ("lead", 3),
        ("leads", 3),
        ("demo form", 3),
        ("qualify", 3),
        ("qualification", 3),
        ("sales", 1),
        ("prospect", 3),
        ("account executive", 3),
        ("crm", 2),
        ("opportunity", 2),
    ],
    place: 20,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let lead = cast.thing(&["lead", "contact"]);
    vec![
        step("Fill in the form").work(Work::Enter).about(lead.as_str()).part(),
        step(format!("Add what is known about the {lead}"))
            .external("data provider")
            .work(Work::Compute)
            .about(lead.as_str())
            .part(),
        step(format!("Score the {lead}")).system().work(Work::Compute).about(lead.as_str()).part(),
        decide(
            "Is the score high?",
            ("high", "the score is high".to_owned(), 0.3),
            vec![
                step("Choose a time for a call").work(Work::Choose).about("appointment").part(),
                step(format!("Talk with the {lead}"))
                    .staff("sales representative")
                    .work(Work::Talk)
                    .takes(1_500_000.0)
                    .part(),
            ],
            "low",
            vec![
                step("Send useful material").system().work(Work::Notify).part(),
                end(&format!("The {lead} is not ready to buy"), Outcome::Refused),
            ],
        ),
        step("Record what came of it")
            .staff("sales representative")
            .work(Work::Record)
            .about(lead.as_str())
            .part(),
    ]
}
