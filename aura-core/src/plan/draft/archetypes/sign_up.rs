//! Sign-up and onboarding: an account, a confirmed address, first steps.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "sign_up",
    goal: "The person has an account and knows the first steps",
    evidence: &[
        ("sign up", 3),
        ("sign-up", 3),
        ("signup", 3),
        ("register", 3),
        ("registration", 3),
        ("onboarding", 3),
        ("onboard", 3),
        ("create an account", 3),
        ("new user", 2),
        ("account", 1),
        ("trial", 2),
        ("join", 1),
        ("activation", 2),
        ("welcome", 1),
    ],
    place: 10,
    sketch,
};

fn sketch(_cast: &Cast<'_>) -> Vec<Part> {
    vec![
        step("Open the sign-up page").work(Work::Read).takes(8_000.0).part(),
        step("Enter email and password")
            .work(Work::Enter)
            .about("account")
            .topic("account|sign-up|registration")
            .loses(0.12)
            .part(),
        step("Create the account")
            .system()
            .work(Work::Record)
            .about("account")
            .topic("account|sign-up|registration")
            .part(),
        step("Send a link to confirm the address").system().work(Work::Notify).part(),
        step("Confirm the address with the link").work(Work::Choose).takes(90_000.0).loses(0.1).part(),
        step("Answer a few questions about the first use").work(Work::Enter).about("profile").part(),
        decide(
            "Is the profile complete?",
            ("complete", "the profile is complete".to_owned(), 0.8),
            vec![],
            "not yet",
            vec![
                step("Send a reminder to finish the profile").system().work(Work::Notify).part(),
                step("Finish the profile").work(Work::Enter).about("profile").loses(0.3).part(),
            ],
        ),
        step("See what to do first").work(Work::Read).part(),
    ]
}
