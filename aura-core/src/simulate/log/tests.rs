use super::*;
use crate::domain::event_log::{EVENT_LOG_SCHEMA_VERSION, LogValue, LoggedCase, LoggedEvent};
use crate::error::ErrorCode;
use crate::text::Moment;
use proptest::prelude::*;

fn read(text: &str) -> Result<EventLog> {
    read_log(text.as_bytes(), &LogOptions::default(), &Limits::default())
}

const SMALL: &str = r#"<?xml version="1.0"?>
<log xes.version="2.0">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="?"/></global>
  <classifier name="Name" scope="event" keys="concept:name"/>
  <string key="source" value="R&amp;D &#233;"/>
  <trace>
    <string key="concept:name" value="c1"/>
    <int key="amount" value="12"><string key="currency" value="EUR"/></int>
    <event>
      <string key="concept:name" value="Pack"/>
      <date key="time:timestamp" value="2026-03-02T09:00:00.000+01:00"/>
      <string key="lifecycle:transition" value="start"/>
      <list key="parts"><values><int key="part" value="1"/><int key="part" value="2"/></values></list>
      <float key="weight" value="1.5E1"/><boolean key="fragile" value="true"/>
    </event>
  </trace>
</log>"#;

#[test]
fn everything_in_a_file_is_kept() {
    let log = read(SMALL).unwrap();
    assert_eq!(log.extensions[0].prefix, "concept");
    assert_eq!(log.globals[0].scope, "event");
    assert_eq!(log.classifiers[0].keys, "concept:name");
    assert_eq!(log.attributes[0].value, LogValue::Text("R&D é".to_owned()));
    let case = &log.cases[0];
    assert_eq!((case.id.as_str(), &case.attributes[0].value), ("c1", &LogValue::Integer(12)));
    assert_eq!(case.attributes[0].attributes[0].value, LogValue::Text("EUR".to_owned()));
    let event = &case.events[0];
    assert_eq!((event.activity.as_str(), event.transition.as_deref()), ("Pack", Some("start")));
    assert_eq!(event.time.unwrap().micros, 1_772_438_400_000_000);
    assert_eq!(event.attributes[0].attributes.len(), 2);
    assert_eq!(event.attributes[1].value, LogValue::Number(15.0));
    assert!(log.notes.is_empty(), "{:?}", log.notes);
    let json = serde_json::to_string(&log).unwrap();
    assert_eq!(serde_json::from_str::<EventLog>(&json).unwrap(), log);
}

#[test]
fn faults_name_their_place() {
    let check = |text: &str, code: ErrorCode, words: &str| {
        let error = read(text).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.message().contains(words), "{error}");
    };
    check("<log>\n  <trace>\n</log>", ErrorCode::InvalidData, "line 3");
    check("<log>\n  <trace>", ErrorCode::InvalidData, "line 2");
    check("<html></html>", ErrorCode::InvalidData, "`html`");
    check("<!DOCTYPE log [<!ENTITY a \"b\">]><log/>", ErrorCode::InvalidData, "entities");
    check("<log><string key=\"a\" value=\"&b;\"/></log>", ErrorCode::InvalidData, "line 1");
    check("case,activity,time\n1,A,later\n", ErrorCode::InvalidData, "line 2, column 3");
    check("case,activity,time\n,A,2026-01-01\n", ErrorCode::InvalidData, "line 2, column 1");
    check("who,what\n1,2\n", ErrorCode::InvalidData, "case");
    check("case,activity,time\n1,A,03/04/2026\n", ErrorCode::InvalidData, "day first");
    check(&format!("<log>{}", "<list key='a'>".repeat(100)), ErrorCode::LimitSize, "64 deep");
}

#[test]
fn a_value_of_another_kind_is_text_and_is_named() {
    let log = read("<log><int key=\"a\" value=\"many\"/><odd/></log>").unwrap();
    assert_eq!(log.attributes[0].value, LogValue::Text("many".to_owned()));
    assert_eq!(log.notes.len(), 2);
    assert!(log.notes[0].starts_with("line 1, column 6"), "{:?}", log.notes);
}

#[test]
fn tables_are_understood_from_their_names() {
    let log =
        read("Case ID;Start;End;Activity;Resource;case:kind\n1;31/12/2026 8:00;31/12/2026 9:00;A;Ada;x\n")
            .unwrap();
    let event = &log.cases[0].events[0];
    assert_eq!(event.time.unwrap().micros - event.started.unwrap().micros, 3_600_000_000);
    assert_eq!(event.resource.as_deref(), Some("Ada"));
    assert_eq!(log.cases[0].attributes[0].key, "kind");
}

#[test]
fn packed_files_are_unpacked_within_the_limit() {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(SMALL.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let limits = Limits::default();
    assert_eq!(read_log(&packed, &LogOptions::default(), &limits).unwrap(), read(SMALL).unwrap());
    let small = Limits { log_bytes: 100, ..limits };
    let error = read_log(&packed, &LogOptions::default(), &small).unwrap_err();
    assert_eq!(error.code(), ErrorCode::LimitInput);
}

/// A log as a system might write it: any text, moments before and after 1970, parts that are absent.
fn any_log() -> impl Strategy<Value = EventLog> {
    let text = || "[ -~é€😀]{1,12}".prop_map(|text| format!("x{text}x"));
    let moment = || {
        (-4_000_000_000_000_i64..4_000_000_000_000)
            .prop_map(|millis| Moment { micros: millis * 1_000, utc_offset_minutes: Some(0) })
    };
    let transition = proptest::option::of(proptest::sample::select(vec!["start", "complete", "suspend"]));
    let event = (text(), transition, moment(), proptest::option::of(text())).prop_map(
        |(activity, transition, time, resource)| LoggedEvent {
            activity,
            transition: transition.map(str::to_owned),
            time: Some(time),
            resource,
            ..LoggedEvent::default()
        },
    );
    let cases = proptest::collection::vec(proptest::collection::vec(event, 1..5), 1..6);
    cases.prop_map(|cases| {
        let case =
            |(number, events)| LoggedCase { id: format!("case {number}"), events, ..Default::default() };
        EventLog {
            schema_version: EVENT_LOG_SCHEMA_VERSION,
            cases: cases.into_iter().enumerate().map(case).collect(),
            ..EventLog::default()
        }
    })
}

proptest::proptest! {
    #[test]
    fn what_is_written_is_read_again(log in any_log()) {
        prop_assert_eq!(&read(&write_xes(&log)).unwrap().cases, &log.cases);
        prop_assert_eq!(&read(&write_csv(&log)).unwrap().cases, &log.cases);
    }

    #[test]
    fn a_log_that_is_cut_or_changed_is_read_or_refused_with_a_reason(log in any_log(), at in 0_usize..2_000, by in "[<>&\",;a\n]") {
        for text in [write_xes(&log), write_csv(&log)] {
            let mut at = at % (text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            for damaged in [text[..at].to_owned(), format!("{}{by}{}", &text[..at], &text[at..])] {
                if let Err(error) = read(&damaged) {
                    prop_assert!(!error.message().is_empty() && error.code() != ErrorCode::Internal, "{}", error);
                }
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(<(log|trace|event|string|/log|/trace)( key=\"a\" value=\"b\")?/?>|[a-z,;\n\"&<]){0,40}") {
        let _ = read(&text);
        let _ = read(&format!("<log>{text}</log>"));
    }
}
