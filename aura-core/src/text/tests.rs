use proptest::prelude::*;

use super::*;

fn sentence(text: &str) -> Sentence {
    analyse(text).into_iter().flat_map(|block| block.sentences).next().expect("one sentence")
}

#[test]
fn words_get_the_tag_that_their_place_asks_for() {
    let check = |text: &str, word: &str, expect: Tag| {
        let found = sentence(text);
        let token =
            found.tokens.iter().find(|token| token.is(word)).unwrap_or_else(|| panic!("{word} in {text}"));
        assert_eq!(token.tag, expect, "`{word}` in `{text}`");
    };
    check("The customer orders a pizza.", "orders", Tag::VerbThird);
    check("The customer orders are late.", "orders", Tag::NounPlural);
    check("Check the stock.", "check", Tag::VerbBase);
    check("The check is late.", "check", Tag::Noun);
    check("A clerk must review the claim.", "review", Tag::VerbBase);
    check("The review must be short.", "review", Tag::Noun);
    check("Users want to book a room.", "book", Tag::VerbBase);
    check("The invoice was sent to support.", "sent", Tag::VerbParticiple);
    check("The team sent the invoice.", "sent", Tag::VerbPast);
    check("The rejected order is archived.", "rejected", Tag::VerbParticiple);
    check("If nobody answers within a day, the agent closes the ticket.", "closes", Tag::VerbThird);
    check("Pack and ship the parcel.", "ship", Tag::VerbBase);
    check("The processing of claims takes a day.", "processing", Tag::Noun);
    check("The system that stores orders is down.", "stores", Tag::VerbThird);
    check("Order details are shown.", "order", Tag::Noun);
    check("The page loads slowly.", "slowly", Tag::Adverb);
    check("This has been approved.", "has", Tag::Auxiliary);
    check("The shop has two doors.", "has", Tag::VerbThird);
}

#[test]
fn sentences_end_where_readers_end_them() {
    let check = |text: &str, expect: &[&str]| {
        let found: Vec<&str> =
            analyse(text).iter().flat_map(|block| &block.sentences).map(|one| one.span.of(text)).collect();
        assert_eq!(found, expect, "{text}");
    };
    check("One. Two! Three?", &["One.", "Two!", "Three?"]);
    check("Use Node.js, e.g. version 20.5. Then stop.", &["Use Node.js, e.g. version 20.5.", "Then stop."]);
    check("It costs $1,250.50 (approx. 5 %). fine.", &["It costs $1,250.50 (approx. 5 %).", "fine."]);
    check("He said \"go.\" She went.", &["He said \"go.\"", "She went."]);
    check("wrapped over\ntwo lines.", &["wrapped over\ntwo lines."]);
    check("Given a cart\nWhen I pay\nThen I get mail", &["Given a cart", "When I pay", "Then I get mail"]);
}

#[test]
fn layout_becomes_blocks() {
    let text = "# Plan\n\nSteps:\n1. Check it\n   - inner **bold** part\n2) Ship it\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\nDone now";
    let kinds: Vec<(BlockKind, &str)> =
        analyse(text).into_iter().map(|block| (block.kind, block.span.of(text))).collect();
    let cells = |one: (usize, usize), two: (usize, usize)| BlockKind::TableRow {
        cells: vec![Span::new(one.0, one.1), Span::new(two.0, two.1)],
    };
    let at = |needle: &str| text.find(needle).unwrap();
    assert_eq!(kinds[0], (BlockKind::Heading { level: 1 }, "Plan"));
    assert_eq!(kinds[1], (BlockKind::Heading { level: 6 }, "Steps"));
    assert_eq!(kinds[2], (BlockKind::Item { depth: 0, ordered: true }, "Check it"));
    assert_eq!(kinds[3], (BlockKind::Item { depth: 1, ordered: false }, "inner **bold** part"));
    assert_eq!(kinds[4], (BlockKind::Item { depth: 0, ordered: true }, "Ship it"));
    assert_eq!(kinds[5].0, cells((at("a |"), at("a |") + 1), (at("b |"), at("b |") + 1)));
    assert_eq!(kinds[6].0, cells((at("1 |"), at("1 |") + 1), (at("2 |\n\n"), at("2 |\n\n") + 1)));
    assert_eq!(kinds[7], (BlockKind::Code, "code"));
    assert_eq!(kinds[8], (BlockKind::Paragraph, "Done now"));
}

#[test]
fn quantities_are_read_with_their_comparison() {
    let check = |text: &str, kind: QuantityKind, comparator: Comparator, value: f64, upper: Option<f64>| {
        let found = quantities(&sentence(text));
        let first = found.first().unwrap_or_else(|| panic!("a quantity in {text}"));
        assert_eq!(
            (&first.kind, first.comparator, first.value, first.upper),
            (&kind, comparator, value, upper),
            "{text}"
        );
    };
    let money = |currency: &str| QuantityKind::Money { currency: currency.to_owned() };
    let count = |noun: &str| QuantityKind::Count { noun: noun.to_owned() };
    let time = QuantityKind::Duration { working: false };
    check("at least 20 users", count("user"), Comparator::AtLeast, 20.0, None);
    check("no more than three attempts", count("attempt"), Comparator::AtMost, 3.0, None);
    check("under $1,500", money("USD"), Comparator::LessThan, 1500.0, None);
    check("over 2.5k euros", money("EUR"), Comparator::MoreThan, 2500.0, None);
    check("€10.000,50", money("EUR"), Comparator::Exactly, 10_000.5, None);
    check("cut churn by 20%", QuantityKind::Percent, Comparator::By, 20.0, None);
    check("from 3 % to 5 %", QuantityKind::Percent, Comparator::FromTo, 3.0, Some(5.0));
    check(
        "within two business days",
        QuantityKind::Duration { working: true },
        Comparator::AtMost,
        172_800_000.0,
        None,
    );
    check("takes 5 to 10 minutes", time.clone(), Comparator::Between, 300_000.0, Some(600_000.0));
    check("a 30-second wait", time.clone(), Comparator::Exactly, 30_000.0, None);
    check("within half an hour", time.clone(), Comparator::AtMost, 1_800_000.0, None);
    check("twenty-five hundred orders", count("order"), Comparator::Exactly, 2500.0, None);
    check("three hundred and five", QuantityKind::Number, Comparator::Exactly, 305.0, None);
    check("100 or more", QuantityKind::Number, Comparator::AtLeast, 100.0, None);
    check("due on 2026-11-21", QuantityKind::Date, Comparator::Exactly, 0.0, None);
    check("by March 3, 2027", QuantityKind::Date, Comparator::By, 0.0, None);
    assert_eq!(quantities(&sentence("about 400 orders per day"))[0].per_ms, Some(86_400_000));
    assert!(quantities(&sentence("one of them may leave")).is_empty());
}

#[test]
fn phrases_and_groups_are_found() {
    let text = "The new and existing customers must not be asked to sign up for the customer's newsletter.";
    let found = sentence(text);
    let phrases: Vec<&str> = noun_phrases(&found).iter().map(|phrase| phrase.span.of(text)).collect();
    assert_eq!(phrases, ["The new and existing customers", "the customer's newsletter"]);
    let groups = verb_groups(&found);
    assert_eq!(groups[0].lemma, "ask");
    assert!(groups[0].negated && groups[0].finite && groups[0].voice == Voice::Passive);
    assert_eq!(groups[0].modal.as_deref(), Some("must"));
    assert_eq!((groups[1].lemma.as_str(), groups[1].infinitive), ("sign up", true));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic_and_spans_fit(text in "\\PC{0,120}|[ -~\\n]{0,200}") {
        let cleaned = clean(&text);
        for block in analyse(&cleaned.text) {
            for sentence in &block.sentences {
                for token in &sentence.tokens {
                    prop_assert!(!token.span.of(&cleaned.text).is_empty());
                }
                for phrase in noun_phrases(sentence) {
                    prop_assert!(!phrase.span.of(&cleaned.text).is_empty());
                }
                for group in verb_groups(sentence) {
                    prop_assert!(!group.span.of(&cleaned.text).is_empty());
                }
                for quantity in quantities(sentence) {
                    prop_assert!(quantity.value.is_finite());
                }
            }
        }
        let _ = (readability(&text), detect_language(&text));
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            clean(&text);
        }
    }
}
