use super::*;
use crate::domain::edit::EditReading;
use crate::plan::sample;

fn understood(sentence: &str) -> String {
    match read(&sample::guest_checkout().unwrap(), sentence).unwrap() {
        EditReading::Understood(choice) => choice.summary,
        other => format!("{other:?}"),
    }
}

#[test]
fn plain_requests_become_operations() {
    let check = |sentence: &str, expect: &str| assert_eq!(understood(sentence), expect, "{sentence}");
    check("remove the confirmation", "Remove `Send the confirmation`.");
    check(
        "Please put a step to verify the address after step 1.",
        "Add `Verify the address` after `Enter email and delivery address`.",
    );
    check(
        "remove the confirmation and add \"Send receipt\" before hand the parcel to the carrier",
        "Remove `Send the confirmation`. Add `Send receipt` before `Hand the parcel to the carrier`.",
    );
    check("move the last step to the start", "Move `Hand the parcel to the carrier` at the start.");
    check(
        "swap step 1 and step 2",
        "Let `Enter email and delivery address` and `Enter the card` change places.",
    );
    check("rename step 2 to Pay by card", "Rename `Enter the card` to `Pay by card`.");
    check("duplicate step 2", "Put a copy of `Enter the card` behind it.");
    check(
        "let the manager approve before packing the order",
        "Let the manager approve before `Pack the order`.",
    );
    check("wait 2 days before pack the order", "Wait 2 days before `Pack the order`.");
    check("limit step 3 to 10 seconds", "Limit `Authorise the payment` to 10 seconds.");
    check("mark step 2 as high risk because it handles cards", "Mark `Enter the card` as high risk.");
    check("assign pack the order to the warehouse robot", "Let the warehouse robot do `Pack the order`.");
    check(
        "do pack the order only if the order is in stock",
        "Do `Pack the order` only if the order is in stock.",
    );
    check(
        "repeat enter the card until the card is valid, at most 3 times",
        "Repeat `Enter the card` until the card is valid, at most 3 times.",
    );
    check("remove the declined branch", "Remove the branch `declined`.");
    check("Limit the time of step 3 to 10 seconds", "Limit `Authorise the payment` to 10 seconds.");
    check(
        "step 5 should be followed by \"Weigh the parcel\"",
        "Add `Weigh the parcel` after `Pack the order`.",
    );
    check("add a note to step 2: ask legal", "Add a note to `Enter the card`: Ask legal");
}

/// The same change in several wordings.
#[test]
fn people_say_one_thing_in_many_ways() {
    let check = |expect: &str, sentences: &[&str]| {
        for sentence in sentences {
            assert_eq!(understood(sentence), expect, "{sentence}");
        }
    };
    check(
        "Remove `Hand the parcel to the carrier`.",
        &[
            "get rid of step 6",
            "Take step 6 out.",
            "throw step 6 away",
            "skip step 6",
            "we no longer need step 6",
            "step 6 is no longer needed",
            "leave out step 6",
        ],
    );
    check(
        "Add `Weigh the parcel` before `Pack the order`.",
        &[
            "put \"Weigh the parcel\" in front of step 5",
            "step 5 should be preceded by \"Weigh the parcel\"",
            "insert \"Weigh the parcel\" prior to step 5",
            "ahead of step 5, add \"Weigh the parcel\"",
        ],
    );
    check(
        "Let `Enter the card` and `Pack the order` change places.",
        &[
            "let step 2 and step 5 swap positions",
            "reverse the order of step 2 and step 5",
            "put step 2 where step 5 is and step 5 where step 2 is",
            "replace step 2 with step 5 and replace step 5 with step 2",
            "step 2 should be where step 5 is and vice versa",
        ],
    );
    check(
        "Replace `Enter the card` by `Pay by phone`.",
        &[
            "\"Pay by phone\" takes the place of step 2",
            "use \"Pay by phone\" instead of step 2",
            "\"Pay by phone\" replaces step 2",
        ],
    );
    check("Rename `Enter the card` to `Pay by phone`.", &["step 2 is now called \"Pay by phone\""]);
    check(
        "Add `Weigh it` after `Pack the order`. Add `Label it` after `Weigh it`.",
        &["add \"Weigh it\" and then \"Label it\" after step 5"],
    );
}

#[test]
fn what_would_be_lost_is_asked_about() {
    let plan = sample::guest_checkout().unwrap();
    for sentence in [
        "add subprocess Payment after step 2",
        "after step 2 there is one subprocess F",
        "put everything after step 3 into a subprocess",
        "replace step 2 with \"Pay\" if true and \"Wait\" if false",
    ] {
        let reading = read(&plan, sentence).unwrap();
        assert!(!matches!(reading, EditReading::Understood(_)), "{sentence}: {reading:?}");
    }
}

#[test]
fn history_is_asked_for_by_name() {
    let plan = sample::guest_checkout().unwrap();
    let check = |sentence: &str, expect: &str| {
        let reading = serde_json::to_string(&read(&plan, sentence).unwrap()).unwrap();
        assert_eq!(reading, expect, "{sentence}");
    };
    check("undo", r#"{"type":"undo","steps":1}"#);
    check("undo the last two changes", r#"{"type":"undo","steps":2}"#);
    check("go back to version 3fa9", r#"{"type":"undo","steps":1,"version":"3fa9"}"#);
    check("redo", r#"{"type":"redo","steps":1}"#);
    check("redo 3 changes", r#"{"type":"redo","steps":3}"#);
    check("go forward again", r#"{"type":"redo","steps":1}"#);
    check("undo the undo", r#"{"type":"redo","steps":1}"#);
    check("Undo 2.", r#"{"type":"undo","steps":2}"#);
    check("please take that back", r#"{"type":"undo","steps":1}"#);
    check("take the last two changes back", r#"{"type":"undo","steps":2}"#);
    check("revert my last change", r#"{"type":"undo","steps":1}"#);
    check("restore version 4", r#"{"type":"undo","steps":1,"version":"4"}"#);
    check("return to version_3fa9", r#"{"type":"undo","steps":1,"version":"version_3fa9"}"#);
    check("go back to the first version", r#"{"type":"undo","steps":1,"version":"1"}"#);
    check("undo everything", r#"{"type":"undo","steps":1,"version":"1"}"#);
    for sentence in
        ["undo the card step", "take back the parcel from the customer", "go back to step 2 if declined"]
    {
        let reading = read(&plan, sentence).unwrap();
        assert!(!matches!(reading, EditReading::Undo(_) | EditReading::Redo(_)), "{sentence}: {reading:?}");
    }
}

#[test]
fn doubtful_readings_are_offered() {
    let plan = sample::guest_checkout().unwrap();
    for sentence in ["do pack the order only if true", "add pack the order at the end"] {
        let reading = read(&plan, sentence).unwrap();
        assert!(!matches!(reading, EditReading::Understood(_)), "{sentence}: {reading:?}");
    }
    let EditReading::NotUnderstood(none) = read(&plan, "combine somehow step 1 and step 5 perhaps").unwrap()
    else {
        panic!("this fits nothing")
    };
    assert!((1..=3).contains(&none.nearest.len()), "{none:?}");
}

#[test]
fn a_question_changes_nothing() {
    let plan = sample::guest_checkout().unwrap();
    for sentence in [
        "why is there a payment step?",
        "what is risky?",
        "who packs the order?",
        "how long does step 1 take?",
    ] {
        assert!(matches!(read(&plan, sentence).unwrap(), EditReading::Question(_)), "{sentence}");
    }
    let EditReading::Question(question) = read(&plan, "why is there a payment step?").unwrap() else {
        panic!()
    };
    assert!(question.answer.contains("`Authorise the payment`"), "{}", question.answer);
}

#[test]
fn going_back_is_understood() {
    let plan = sample::guest_checkout().unwrap();
    let check = |sentence: &str, steps: u32, version: Option<&str>| {
        let EditReading::Undo(undo) = read(&plan, sentence).unwrap() else { panic!("{sentence}") };
        assert_eq!((undo.steps, undo.version.as_deref()), (steps, version), "{sentence}");
    };
    check("undo", 1, None);
    check("undo the last 3 changes", 3, None);
    check("go back to version abc123", 1, Some("abc123"));
}

#[test]
fn senseless_requests_end_in_a_question() {
    let plan = sample::guest_checkout().unwrap();
    let long = "remove ".repeat(1_000);
    for sentence in [
        "",
        "x",
        "👍👍",
        "make it better",
        "I don't know",
        "\u{0}\u{1b}[31m",
        "&&&&",
        "a a a a",
        "if if if",
        &long,
        "\"\"\"",
        "step 99999999999999999999",
    ] {
        let reading = read(&plan, sentence).unwrap();
        assert!(
            matches!(reading, EditReading::NotUnderstood(_) | EditReading::Choices(_)),
            "{sentence:?} {reading:?}"
        );
    }
    assert_eq!(read(&plan, &"x".repeat(9_000)).unwrap_err().code(), crate::error::ErrorCode::LimitInput);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]
    #[test]
    fn no_sentence_breaks_the_reader(words in proptest::collection::vec(proptest::sample::select(&[
        "remove", "add", "move", "step 1", "step 2", "the card", "before", "after", "between", "and", ",", ".", "if", "then",
        "else", "parallel", "gateway", "loop", "until", "true", "x > 3", "\"Pay\"", "swap", "declined", "branch", "not",
        "it", "everything", "subprocess", "the", "a", "é", "of", "in", "5 %", "2 days", "?",
    ][..]), 0..14)) {
        let plan = sample::guest_checkout().unwrap();
        let sentence = words.join(" ");
        let reading = read(&plan, &sentence).unwrap();
        if let EditReading::Understood(choice) = &reading {
            crate::plan::edit::apply(&plan, &choice.operations).unwrap();
        }
        assert_eq!(read(&plan, &sentence).unwrap(), reading);
    }
}
