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

#[test]
fn what_takes_a_step_back_is_said_and_unsaid() {
    let plan = crate::plan::sample::guest_checkout().unwrap();
    all_mean(
        &plan,
        "Where a case fails after `Authorise the payment`, undo it: `Refund the payment`.",
        &[
            "to undo step 3, refund the payment",
            "undo step 3 by refunding the payment",
            "If the case fails after step 3, refund the payment",
            "when the case fails later, undo step 3 with \"Refund the payment\"",
            "step 3 is undone by refunding the payment",
            "if a case fails later, undo authorise the payment by refunding the payment",
        ],
    );
    let EditReading::Understood(choice) = read(&plan, "to undo step 3, refund the payment").unwrap() else {
        panic!()
    };
    let undone = crate::plan::edit::apply(&plan, &choice.operations).unwrap().plan;
    assert!(crate::plan::describe(&undone).contains("to undo it: Refund the payment"));
    all_mean(
        &undone,
        "Do not undo `Authorise the payment` any more.",
        &["do not undo step 3", "step 3 is not undone any more", "nothing undoes step 3"],
    );
    // Going back in the history is another thing.
    assert!(matches!(read(&plan, "undo the last change").unwrap(), EditReading::Undo(_)));
    assert!(matches!(read(&plan, "undo").unwrap(), EditReading::Undo(_)));
}

#[test]
fn rules_of_a_resource_are_said_in_plain_words() {
    let plan = crate::plan::sample::guest_checkout().unwrap();
    let check = |expect: &str, sentences: &[&str]| {
        all_mean(&plan, &format!("For `warehouse clerks`: {expect}."), sentences);
    };
    check(
        "serve first whoever came last",
        &[
            "the warehouse clerks serve last come, first served",
            "whoever came last is served first by the warehouse clerks",
        ],
    );
    check("serve the most urgent first", &["the warehouse clerks serve the most urgent first"]);
    check(
        "serve everybody at once, more slowly the more there are",
        &[
            "the warehouse clerks serve everybody at once",
            "the warehouse clerks serve everyone at the same time",
        ],
    );
    check(
        "serve the most urgent first; let urgent cases interrupt the others",
        &[
            "urgent cases interrupt the others at the warehouse clerks",
            "at the warehouse clerks, urgent orders interrupt the others",
        ],
    );
    check("interrupted work begins anew", &["interrupted work of the warehouse clerks begins anew"]);
    let mut urgent = plan.clone();
    let queue = crate::domain::resource::QueueRule { interrupts: true, restarts: true, ..Default::default() };
    urgent.resources[0].queue = Some(queue);
    all_mean(
        &urgent,
        "For `warehouse clerks`: interrupt nobody.",
        &["the warehouse clerks interrupt nobody", "urgent cases never interrupt the warehouse clerks"],
    );
    all_mean(
        &urgent,
        "For `warehouse clerks`: interrupted work goes on from where it was.",
        &["interrupted work of the warehouse clerks goes on from where it was"],
    );
    check(
        "let at most 5 wait",
        &[
            "at most 5 may wait for the warehouse clerks",
            "no more than 5 orders wait in the queue of the warehouse clerks",
        ],
    );
    check(
        "people leave the queue after 10 minutes",
        &[
            "people leave the queue of the warehouse clerks after 10 minutes",
            "people wait at most 10 minutes for the warehouse clerks",
        ],
    );
    check(
        "100 % of the people leave where 4 or more wait",
        &["people leave when 4 or more wait for the warehouse clerks"],
    );
    check(
        "30 % of the people leave where 4 or more wait",
        &["30% of people do not join the queue of the warehouse clerks when 4 or more wait"],
    );
    check(
        "finish what was begun as overtime",
        &["the warehouse clerks work overtime", "the warehouse clerks finish what they began"],
    );
    check(
        "break down every 2 days, with a repair of 30 minutes",
        &["the warehouse clerks break down every 2 days and are repaired in 30 minutes"],
    );
    let EditReading::Understood(choice) = read(&plan, "at most 5 may wait for the warehouse clerks").unwrap()
    else {
        panic!()
    };
    let edited = crate::plan::edit::apply(&plan, &choice.operations).unwrap();
    assert_eq!(edited.plan.resources[0].queue.as_ref().unwrap().limit, Some(5));
}
