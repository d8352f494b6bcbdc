//! Every kind of change in several wordings, on a plan with a decision and parallel ways, and back again.

use super::*;
use crate::domain::edit::EditReading;
use crate::intent::{InterpretOptions, InterpretRequest, assume_rest, interpret};
use crate::plan::{PlanOptions, draft};

const GOAL: &str = "When a customer files a claim, the clerk registers the claim. The clerk checks the policy. If the policy is valid, the assessor inspects the damage and writes a report. Otherwise the clerk rejects the claim. The manager approves the payment. The accountant pays the claim. Meanwhile the clerk informs the customer. The claim is archived.";

fn claims() -> Plan {
    let intent = interpret(&InterpretRequest::new(GOAL), &InterpretOptions::default()).unwrap();
    draft(&assume_rest(&intent).unwrap(), &PlanOptions::default()).unwrap()
}

/// Each wording is read as the expected change, which can be made and taken back to the byte.
fn all_mean(plan: &Plan, expect: &str, sentences: &[&str]) {
    for sentence in sentences {
        let reading = read(plan, sentence).unwrap();
        let EditReading::Understood(choice) = reading else { panic!("{sentence}: {reading:?}") };
        assert_eq!(choice.summary, expect, "{sentence}");
        let edited = crate::plan::edit::apply(plan, &choice.operations).unwrap();
        assert_ne!(edited.plan, *plan, "{sentence}");
        assert_eq!(crate::plan::edit::undo(&edited).unwrap(), *plan, "{sentence}");
    }
}

#[test]
fn steps_come_go_and_change_places() {
    let plan = claims();
    let check = |expect: &str, sentences: &[&str]| all_mean(&plan, expect, sentences);
    check(
        "Add `Call the customer` after `Check the policy`.",
        &["insert \"Call the customer\" after step 3"],
    );
    check(
        "Add `Photo upload` before `Write a report`.",
        &["add a photo upload before step 5", "put a photo upload in front of step 5"],
    );
    check("Remove `Archive the claim`.", &["delete step 10", "drop the last step", "skip step 10"]);
    check(
        "Remove `Inspect the damage`. Remove `Write a report`.",
        &["remove steps 4 and 5", "delete steps 4-5"],
    );
    check(
        "Replace `Archive the claim` by `Delete the claim`.",
        &["replace step 10 with \"Delete the claim\""],
    );
    check(
        "Let `Inspect the damage` and `Write a report` change places.",
        &["swap steps 4 and 5", "switch the order of step 4 and step 5", "swap step 4 with step 5"],
    );
    check(
        "Rename `Approve the payment` to `Release the payment`.",
        &["rename step 7 to \"Release the payment\"", "call step 7 \"Release the payment\""],
    );
    check("Put a copy of `Inform the customer` behind it.", &["duplicate step 9", "copy step 9"]);
    check(
        "Put a copy of `Write a report` behind it. Move `Write a report` after `Approve the payment`.",
        &["copy step 5 and put it after step 7"],
    );
    check("Move `Write a report` before `Inspect the damage`.", &["move step 5 before step 4"]);
}

#[test]
fn steps_are_taken_apart_joined_and_put_side_by_side() {
    let plan = claims();
    let check = |expect: &str, sentences: &[&str]| all_mean(&plan, expect, sentences);
    check(
        "Split `Write a report` into `Draft it` and `Sign it`.",
        &[
            "split step 5 into \"Draft it\" and \"Sign it\"",
            "break step 5 up into \"Draft it\" and \"Sign it\"",
        ],
    );
    check(
        "Make one step `Take the claim in` of `Register the claim` and `Check the policy`.",
        &[
            "merge steps 2 and 3 into \"Take the claim in\"",
            "combine step 2 and step 3 into \"Take the claim in\"",
        ],
    );
    check(
        "Do `Register the claim` and `Check the policy` at the same time.",
        &[
            "do steps 2 and 3 in parallel",
            "make steps 2 and 3 happen at the same time",
            "run step 2 and step 3 simultaneously",
        ],
    );
    check(
        "Do `Pay the claim` and `Inform the customer` one after the other.",
        &["make steps 8 and 9 sequential", "do steps 8 and 9 one after the other"],
    );
    check(
        "Make a sub-plan `Assessment` of `Inspect the damage` and `Write a report`.",
        &["group steps 4 and 5 as \"Assessment\"", "make a sub-plan of steps 4 and 5 called Assessment"],
    );
    let grouped =
        crate::plan::edit::apply(&plan, &operations(&plan, "group steps 4 and 5 as \"Assessment\""));
    all_mean(
        &grouped.unwrap().plan,
        "Dissolve the sub-plan `Assessment`.",
        &["ungroup Assessment", "dissolve the sub-plan"],
    );
}

fn operations(plan: &Plan, sentence: &str) -> Vec<Operation> {
    match read(plan, sentence).unwrap() {
        EditReading::Understood(choice) => choice.operations,
        other => panic!("{sentence}: {other:?}"),
    }
}

#[test]
fn decisions_and_loops_are_made_changed_and_resolved() {
    let plan = claims();
    let check = |expect: &str, sentences: &[&str]| all_mean(&plan, expect, sentences);
    check(
        "Do `Archive the claim` only if the claim is paid.",
        &[
            "do step 10 only if the claim is paid",
            "make step 10 conditional on the claim being paid",
            "archive the claim only if the claim is paid",
        ],
    );
    check(
        "Take the branch `the policy is valid` if the policy is paid.",
        &[
            "change the condition of the policy decision to the policy is paid",
            "set the condition to the policy is paid",
        ],
    );
    check("At `Is the policy valid?`, take one way or more.", &["make the policy gateway inclusive"]);
    check(
        "At `Is the policy valid?`, take all ways at the same time.",
        &[
            "change the policy decision to a parallel gateway",
            "turn the exclusive gateway into a parallel one",
        ],
    );
    check(
        "At `At the same time: pay the claim; inform the customer`, take exactly one way.",
        &["change the parallel gateway to an exclusive one"],
    );
    check(
        "Remove the branch `otherwise`.",
        &["remove the otherwise branch", "remove the branch where the claim is rejected"],
    );
    check("Keep only the branch `the policy is valid`.", &["keep only the branch where the policy is valid"]);
    check(
        "Repeat `Check the policy` until the policy is found, at most 3 times.",
        &[
            "repeat step 3 until the policy is found, at most 3 times",
            "loop step 3 until the policy is found, up to 3 times",
        ],
    );
    check(
        "Repeat `Check the policy` while the policy is missing, at most 2 times.",
        &["repeat step 3 while the policy is missing, at most 2 times"],
    );
}

#[test]
fn who_how_long_how_much_and_how_risky() {
    let plan = claims();
    let check = |expect: &str, sentences: &[&str]| all_mean(&plan, expect, sentences);
    check(
        "Let the manager do `Check the policy`.",
        &[
            "assign step 3 to the manager",
            "let the manager do step 3",
            "let the manager check the policy",
            "the manager should check the policy",
            "step 3 is done by the manager",
        ],
    );
    check(
        "Let the manager do `Register the claim`. Let the manager do `Check the policy`.",
        &["assign steps 2 and 3 to the manager"],
    );
    check(
        "Limit `Approve the payment` to 2 hours.",
        &["limit step 7 to 2 hours", "step 7 should take at most 2 hours"],
    );
    check("Limit `Inform the customer` to 4 times.", &["step 9 may be tried at most 4 times"]);
    check("Wait 2 days before `Archive the claim`.", &["wait 2 days before step 10"]);
    check(
        "Let the director approve before `Pay the claim`.",
        &["add an approval by the director before step 8", "the director must approve step 8"],
    );
    check(
        "Mark `Pay the claim` as high risk.",
        &["mark step 8 as high risk", "set the risk of step 8 to high"],
    );
    check(
        "Add a note to `Pay the claim`: Check the number twice",
        &["add a note to step 8: check the number twice"],
    );
    check(
        "Assume 30 % for: How often the answer is `otherwise` at: Is the policy valid?.",
        &["change the rejection rate to 30 %", "set the probability of the otherwise branch to 30 %"],
    );
}

#[test]
fn numbers_are_those_that_the_user_sees() {
    let plan = claims();
    all_mean(
        &plan,
        "Remove `Inspect the damage`. Rename `Write a report` to `Note it`.",
        &["delete step 4, then rename step 5 to \"Note it\""],
    );
}

#[test]
fn what_is_left_out_is_asked_for() {
    let plan = claims();
    let told = |sentence: &str| match read(&plan, sentence).unwrap() {
        EditReading::NotUnderstood(none) => (none.explanation, none.nearest.len()),
        other => panic!("{sentence}: {other:?}"),
    };
    let (explanation, nearest) = told("repeat step 4");
    assert!(explanation.contains("until when") && nearest == 3, "{explanation}");
    assert!(told("ungroup Assessment").0.contains("no sub-plan"));
    assert!(told("assign step 4").0.contains("to whom"));
}
