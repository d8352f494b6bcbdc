//! `aura experiment` from the statement to the report, as a person would use it.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn aura(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_aura")).current_dir(folder).args(arguments).output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Of 2,000 users, every fifth orders in the old arm and every third in the new one.
fn table() -> String {
    let mut rows = String::from("user,arm,ordered,wait\n");
    for user in 0..2_000 {
        let arm = if user % 2 == 0 { "old" } else { "new" };
        let ordered = u8::from((user / 2) % if user % 2 == 0 { 5 } else { 3 } == 0);
        writeln!(rows, "u{user},{arm},{ordered},{}", 1_000 + user / 2 % 7).unwrap();
    }
    rows
}

#[test]
fn from_the_statement_to_the_report() {
    let folder = folder("experiment-way");
    let design = [
        "experiment",
        "design",
        "--title",
        "Shorter checkout",
        "--arms",
        "old,new",
        "--metric",
        "ordered:share",
        "--guardrail=-wait",
        "--out",
        "test.json",
    ];
    text(&aura(&folder, &design));
    std::fs::write(folder.join("table.csv"), table()).unwrap();
    let said =
        text(&aura(&folder, &["experiment", "analyze", "test.json", "table.csv", "--out", "verdict.json"]));
    assert!(
        said.contains("Ship it.") && said.contains("The arms have the sizes that were planned"),
        "{said}"
    );
    for term in ["p-value", "significan", "confidence", "standard error", "null"] {
        assert!(!said.contains(term), "`{term}` is a term of statistics: {said}");
    }
    let expert = text(&aura(&folder, &["experiment", "analyze", "test.json", "table.csv", "--expert"]));
    assert!(expert.contains("variance left"));
    text(&aura(
        &folder,
        &["experiment", "report", "verdict.json", "--out", "report.html", "--vega", "picture.json"],
    ));
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("<svg") && page.contains("default-src 'none'") && !page.contains("<script"));
    let json = text(&aura(&folder, &["--json", "experiment", "analyze", "test.json", "table.csv"]));
    let verdict: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(verdict["recommended"], "new");
    assert_eq!(verdict["is_simulated"], false);
}

#[test]
fn units_keep_their_arm_and_mistakes_are_named() {
    let folder = folder("experiment-assign");
    let design =
        ["experiment", "design", "--title", "t", "--arms", "a,b", "--metric", "x", "--out", "test.json"];
    text(&aura(&folder, &design));
    std::fs::write(folder.join("users.txt"), "one\ntwo\nthree\n").unwrap();
    let first = text(&aura(&folder, &["experiment", "assign", "test.json", "users.txt"]));
    let second = text(&aura(&folder, &["experiment", "assign", "test.json", "users.txt"]));
    assert_eq!(first, second);
    assert_eq!(first.lines().count(), 4);
    let refused = aura(&folder, &["experiment", "analyze", "test.json", "users.txt"]);
    let error = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && error.contains("the table has no column"), "{error}");
    let plan = text(&aura(&folder, &["experiment", "power", "--baseline", "0.1", "--effect", "0.01"]));
    assert!(plan.contains("units in each of 2 arms"), "{plan}");
}

/// The same people as Parquet and as text: one verdict.
#[test]
fn every_format_gives_one_verdict() {
    use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
    use std::sync::Arc;
    let folder = folder("experiment-formats");
    let design = [
        "experiment",
        "design",
        "--title",
        "T",
        "--arms",
        "old,new",
        "--metric",
        "ordered:share",
        "--metric",
        "wait",
    ];
    text(&aura(&folder, &[design.as_slice(), &["--out", "test.json"]].concat()));
    let csv = table();
    std::fs::write(folder.join("table.csv"), &csv).unwrap();
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let words = |place: usize| -> ArrayRef {
        Arc::new(rows.iter().map(|row| row.get(place).copied()).collect::<StringArray>())
    };
    let numbers = |place: usize| -> ArrayRef {
        Arc::new(rows.iter().map(|row| row.get(place)?.parse().ok()).collect::<Int64Array>())
    };
    let columns = [("user", words(0)), ("arm", words(1)), ("ordered", numbers(2)), ("wait", numbers(3))];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let file = std::fs::File::create(folder.join("table.parquet")).unwrap();
    let mut writer = parquet::arrow::ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let said = |arguments: &[&str]| {
        text(&aura(&folder, &[&["experiment", "analyze", "test.json"], arguments].concat()))
    };
    let parquet = said(&["table.parquet", "--expert"]);
    assert!(parquet.contains("Ship it."), "{parquet}");
    assert_eq!(parquet, said(&["table.parquet", "--expert", "--threads", "3"]));
    assert_eq!(said(&["table.parquet"]), said(&["table.csv"]));
}
