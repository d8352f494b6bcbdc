//! Names, addresses and telephone numbers of a language: as the country writes them, and nobody's.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::{Map, Value, json};

use crate::limits::Limits;
use crate::random::Seed;
use crate::simulate::likeness::{Likeness, LikenessOptions};
use crate::simulate::locale::Locale;
use crate::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use crate::simulate::services::{Mock, Request};

/// Numbers that are kept free for fiction: NANPA; Bundesnetzagentur, Mitteilung 148/2021; Arcep, décision 2018-0881.
const FICTION: &str = r"^(\+120255501\d\d|\+49(3023125|6990009|4066969|2214710|8999998)\d{3}|\+33(19900|26191|35301|46571|53649)\d{4})$";

fn records(locale: Locale, count: u64) -> Vec<Value> {
    let names = [
        "firstName",
        "lastName",
        "fullName",
        "city",
        "street",
        "zipCode",
        "country",
        "phone",
        "email",
        "company",
    ];
    let properties: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
    let document =
        json!({"type": "object", "additionalProperties": false, "required": names, "properties": properties});
    let schema = Schema::compile(&document, &SchemaOptions::default()).unwrap();
    let options = SampleOptions::default().with_locale(locale);
    (0..count).map(|number| schema.sample(Seed(5), number, &options).unwrap()).collect()
}

fn texts<'a>(records: &'a [Value], name: &str) -> BTreeSet<&'a str> {
    records.iter().map(|record| record[name].as_str().unwrap()).collect()
}

#[test]
fn tags_are_read_as_people_write_them_and_others_are_refused() {
    for (tag, locale) in [
        ("en", Locale::En),
        ("en-US", Locale::En),
        ("DE", Locale::De),
        ("de_DE", Locale::De),
        ("pt", Locale::PtBr),
        ("pt-pt", Locale::PtPt),
        ("zh", Locale::ZhCn),
        ("zh-Hans-CN", Locale::ZhCn),
    ] {
        assert_eq!(Locale::read(tag).unwrap(), locale, "{tag}");
    }
    for locale in Locale::ALL {
        assert_eq!(Locale::read(locale.tag()).unwrap(), locale);
        assert_eq!(serde_json::to_value(locale).unwrap(), json!(locale.tag()));
    }
    for unknown in ["", "-", "de-AT", "en-GB", "klingon", "zh-TW"] {
        let error = Locale::read(unknown).unwrap_err();
        assert_eq!(error.code().as_str(), "invalid_language", "{unknown}");
        assert!(error.hints().iter().any(|hint| hint.contains("pt-BR")), "{error}");
    }
}

#[test]
fn numbers_are_those_of_fiction_and_codes_those_of_the_country() {
    let fiction = Regex::new(FICTION).unwrap();
    let mail = Regex::new(r"^[a-z0-9-]+\.\d+@example\.com$").unwrap();
    for (locale, postcode) in [
        (Locale::En, r"^\d{5}$"),
        (Locale::De, r"^[1-9]\d{4}$"),
        (Locale::Fr, r"^[1-9]\d{4}$"),
        (Locale::It, r"^[1-9]\d{4}$"),
        (Locale::Nl, r"^[1-9]\d{3} [A-Z]{2}$"),
        (Locale::PtBr, r"^\d{5}-\d{3}$"),
        (Locale::PtPt, r"^[1-9]\d{3}-\d{3}$"),
        (Locale::ZhCn, r"^[1-9]\d{5}$"),
    ] {
        let postcode = Regex::new(postcode).unwrap();
        let records = records(locale, 400);
        for record in &records {
            let text = |name: &str| record[name].as_str().unwrap();
            assert!(fiction.is_match(text("phone")), "{record}");
            assert!(mail.is_match(text("email")), "{record}");
            assert!(postcode.is_match(text("zipCode")), "{record}");
            assert_eq!(text("country"), locale.country());
            let object = record.as_object().unwrap();
            assert!(
                object.values().all(|text| !text.as_str().unwrap().contains(['|', '%', '#', '^'])),
                "{record}"
            );
        }
        let fewest = [("firstName", 40), ("lastName", 30), ("city", 80), ("street", 200), ("company", 100)];
        for (name, fewest) in fewest {
            assert!(
                texts(&records, name).len() >= fewest,
                "{locale:?} {name}: {}",
                texts(&records, name).len()
            );
        }
    }
    let german = texts(&records(Locale::De, 400), "phone")
        .iter()
        .map(|phone| phone[..6].to_owned())
        .collect::<BTreeSet<_>>();
    assert_eq!(german.len(), 5, "every range is used");
}

#[test]
fn words_are_those_of_the_language() {
    let german = records(Locale::De, 400);
    assert!(texts(&german, "lastName").contains("Schröder"));
    assert!(texts(&german, "street").iter().any(|street| street.contains("straße ")));
    let chinese = records(Locale::ZhCn, 100);
    for record in &chinese {
        for name in ["firstName", "lastName", "fullName", "city"] {
            assert!(record[name].as_str().unwrap().chars().all(|letter| letter > '\u{2e7f}'), "{record}");
        }
    }
    assert!(texts(&records(Locale::Fr, 400), "street").iter().any(|street| street.contains(" Rue ")));
    assert_eq!(records(Locale::It, 20), records(Locale::It, 20));
    assert_ne!(records(Locale::PtBr, 20), records(Locale::PtPt, 20));
}

#[test]
fn samples_and_mocks_follow_the_locale_as_well() {
    let record = |number: u32| json!({"lastname": format!("Sample{number}"), "size": number % 3});
    let sample: Vec<Map<String, Value>> =
        (0..60).map(|number| record(number).as_object().unwrap().clone()).collect();
    let options = LikenessOptions::default().with_locale(Locale::De);
    let likeness = Likeness::new(&sample, &options, &Limits::default()).unwrap();
    let names: Vec<Value> =
        (0..200).map(|number| likeness.record(Seed(1), number).unwrap()["lastname"].clone()).collect();
    let german = records(Locale::De, 2_000);
    let known = texts(&german, "lastName");
    assert!(names.iter().all(|name| known.contains(name.as_str().unwrap())), "{names:?}");

    let description = r#"{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/people": {"get":
        {"responses": {"200": {"description": "all", "content": {"application/json": {"schema": {"type": "array",
        "minItems": 3, "items": {"type": "object", "required": ["lastName", "phone"], "properties":
        {"lastName": {"type": "string"}, "phone": {"type": "string"}}}}}}}}}}}}"#;
    let mut mock = Mock::new(description, Seed(7), &Limits::default()).unwrap().with_locale(Locale::De);
    let people = mock.respond(&Request::new("GET", "/people")).json().unwrap();
    assert!(
        people.as_array().unwrap().iter().all(|one| known.contains(one["lastName"].as_str().unwrap())),
        "{people}"
    );
    assert!(people[0]["phone"].as_str().unwrap().starts_with("+49"));
}
