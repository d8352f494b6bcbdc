//! Booking: find a time, reserve it, confirm, remind.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "booking",
    goal: "The booking is confirmed",
    evidence: &[
        ("booking", 3),
        ("book", 3),
        ("reservation", 3),
        ("reserve", 3),
        ("appointment", 3),
        ("slot", 2),
        ("table", 2),
        ("calendar", 2),
        ("availability", 2),
        ("schedule", 1),
        ("pick a shift", 2),
        ("rebook", 3),
        ("viewing", 1),
        ("visit", 1),
    ],
    place: 25,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let booking = cast.thing(&["booking", "reservation", "appointment", "shift", "visit"]);
    vec![
        step("Say when and for how many").work(Work::Enter).about(booking.as_str()).loses(0.04).part(),
        step("Find free times").system().work(Work::Compute).about(booking.as_str()).part(),
        decide(
            "Is there a free time?",
            ("yes", "a free time is found".to_owned(), 0.85),
            vec![],
            "no",
            vec![
                step("Offer other times or the waiting list")
                    .system()
                    .work(Work::Record)
                    .about(booking.as_str())
                    .part(),
                decide(
                    "Does another time fit?",
                    ("yes", "another time fits".to_owned(), 0.5),
                    vec![],
                    "no",
                    vec![end("No time fits", Outcome::Abandoned)],
                ),
            ],
        ),
        step("Choose a time").work(Work::Choose).about(booking.as_str()).part(),
        step("Enter name and contact").work(Work::Enter).about("contact").part(),
        step(format!("Save the {booking}")).system().work(Work::Record).about(booking.as_str()).part(),
        step("Send the confirmation").system().work(Work::Notify).part(),
    ]
}
