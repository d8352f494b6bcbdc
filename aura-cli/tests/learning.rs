//! `aura learn`: the same log in every form that it may come in.

#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, TimestampMillisecondArray};

#[path = "support/answer.rs"]
mod answer;
mod support;

use answer::{refusal, text};
use support::{aura, folder};

/// Milliseconds from 1970 to 2026-03-02T09:00:00Z.
const NINE: i64 = 1_772_442_000_000;
const MINUTE: i64 = 60_000;

/// Forty orders, each checked and packed, as text and as columns.
fn orders(folder: &Path) -> RecordBatch {
    let mut csv = "case,activity,start,end\n".to_owned();
    let (mut cases, mut activities, mut starts, mut ends) = (vec![], vec![], vec![], vec![]);
    let clock = |time: i64| {
        let minutes = (time - NINE) / MINUTE;
        format!("2026-03-02T{:02}:{:02}:00Z", 9 + minutes / 60, minutes % 60)
    };
    for order in 0..40_i64 {
        for (activity, begin, length) in [("Check", 0, 4 + order % 5), ("Pack", 12, 9 + order % 7)] {
            let start = NINE + (order * 11 + begin) * MINUTE;
            let end = start + length * MINUTE;
            csv.push_str(&format!("{order},{activity},{},{}\n", clock(start), clock(end)));
            cases.push(order.to_string());
            activities.push(activity);
            starts.push(start);
            ends.push(end);
        }
    }
    std::fs::write(folder.join("orders.csv"), csv).unwrap();
    let time = |times: Vec<i64>| -> ArrayRef { Arc::new(TimestampMillisecondArray::from(times)) };
    RecordBatch::try_from_iter([
        ("case", Arc::new(StringArray::from(cases)) as ArrayRef),
        ("activity", Arc::new(StringArray::from(activities)) as ArrayRef),
        ("start", time(starts)),
        ("end", time(ends)),
    ])
    .unwrap()
}

#[test]
fn a_log_by_column_teaches_what_the_log_as_text_does() {
    let folder = folder("learn-formats");
    let batch = orders(&folder);
    let create = |name: &str| std::fs::File::create(folder.join(name)).unwrap();
    let mut file = arrow_ipc::writer::FileWriter::try_new(create("orders.arrow"), &batch.schema()).unwrap();
    file.write(&batch).unwrap();
    file.finish().unwrap();
    let mut stream =
        arrow_ipc::writer::StreamWriter::try_new(create("orders.arrows"), &batch.schema()).unwrap();
    stream.write(&batch).unwrap();
    stream.finish().unwrap();
    let mut parquet =
        parquet::arrow::ArrowWriter::try_new(create("orders.parquet"), batch.schema(), None).unwrap();
    parquet.write(&batch).unwrap();
    parquet.close().unwrap();
    let learned = |name: &str| {
        let told = text(&aura(&folder, &["learn", name, "--name", "orders"]));
        told.lines().filter(|line| !line.trim_start().starts_with("project:")).collect::<Vec<_>>().join("\n")
    };
    let from_text = learned("orders.csv");
    assert!(from_text.contains("cases") && from_text.contains("Check"), "{from_text}");
    for name in ["orders.arrow", "orders.arrows", "orders.parquet"] {
        assert_eq!(learned(name), from_text, "{name}");
    }
    std::fs::write(folder.join("cut.parquet"), b"PAR1 and nothing else").unwrap();
    let error = refusal(&aura(&folder, &["learn", "cut.parquet"]));
    assert!(error.contains("cannot be read as a table"), "{error}");
}
