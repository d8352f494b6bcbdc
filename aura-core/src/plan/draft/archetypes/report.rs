//! Data report: gather, check, build, send.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "report",
    goal: "The report is in the right hands",
    evidence: &[
        ("report", 3),
        ("dashboard", 2),
        ("figures", 2),
        ("kpi", 2),
        ("weekly", 2),
        ("every monday", 3),
        ("monthly", 1),
        ("numbers", 1),
        ("analyst", 2),
        ("data warehouse", 2),
        ("export", 1),
    ],
    place: 55,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let report = cast.thing(&["report", "dashboard", "summary"]);
    vec![
        Part::Wait("Wait for the set time".to_owned(), 86_400_000.0),
        step("Load the newest figures").system().work(Work::Record).about("figure").part(),
        decide(
            "Are the figures complete?",
            ("yes", "the figures are complete".to_owned(), 0.9),
            vec![],
            "no",
            vec![
                step("Send a note that it comes later").system().work(Work::Notify).part(),
                Part::Wait("Wait for the figures".to_owned(), 2.0 * 3_600_000.0),
            ],
        ),
        step(format!("Build the {report}")).system().work(Work::Compute).about(report.as_str()).part(),
        decide(
            "Is there something unusual?",
            ("unusual", "the figures are unusual".to_owned(), 0.15),
            vec![
                step("Check the figures by hand")
                    .staff("analyst")
                    .work(Work::Check)
                    .takes(1_200_000.0)
                    .about(report.as_str())
                    .part(),
            ],
            "usual",
            vec![],
        ),
        step(format!("Send the {report}")).system().work(Work::Notify).part(),
        step(format!("Read the {report}")).work(Work::Read).takes(300_000.0).about(report.as_str()).part(),
    ]
}
