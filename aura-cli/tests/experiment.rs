//! `aura experiment` from the statement to the report, as a person would use it.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;

#[path = "support/answer.rs"]
mod answer;
mod support;

use answer::{refusal, text};
use support::{aura, folder};

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
    // What is shared is as it was given, or is refused.
    let given = std::fs::read_to_string(folder.join("verdict.json")).unwrap();
    let changed = given.replacen("Ship it", "Stop it", 1).replacen("\"new\"", "\"old\"", 1);
    assert_ne!(given, changed);
    std::fs::write(folder.join("changed.json"), changed).unwrap();
    let refused = aura(&folder, &["experiment", "report", "changed.json", "--out", "changed.html"]);
    let error = refusal(&refused);
    assert!(error.contains("something in it was changed"), "{error}");
    assert!(!folder.join("changed.html").exists());
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
    std::fs::write(folder.join("table.csv"), "country,user\nDE,one\nFR,two\n\"a, b\",three\n").unwrap();
    assert_eq!(text(&aura(&folder, &["experiment", "assign", "test.json", "table.csv"])), first);
    let refused = aura(&folder, &["experiment", "analyze", "test.json", "users.txt"]);
    let error = refusal(&refused);
    assert!(error.contains("the table has no column"), "{error}");
    let plan = text(&aura(&folder, &["experiment", "power", "--baseline", "0.1", "--effect", "0.01"]));
    assert!(plan.contains("units in each of 2 arms"), "{plan}");
}

/// The same people as Parquet and as text: one verdict.
#[cfg(feature = "tables")]
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

/// The query runs in a database that others wrote, and its sums give the verdict of the rows, with gaps and offsets.
#[test]
fn sums_from_a_database_give_the_verdict_of_the_rows() {
    let folder = folder("experiment-sums");
    let mut design =
        vec!["experiment", "design", "--title", "T", "--arms", "old,new", "--metric", "ordered:share"];
    design.extend(["--guardrail=-wait", "--covariate", "before", "--strata", "city", "--out", "test.json"]);
    text(&aura(&folder, &design));
    let database = rusqlite::Connection::open_in_memory().unwrap();
    database
        .execute_batch(
            "CREATE TABLE users (user TEXT, arm TEXT, city TEXT, ordered INT, wait REAL, before REAL)",
        )
        .unwrap();
    let mut csv = String::from("user,arm,city,ordered,wait,before\n");
    for user in 0..2_000_u32 {
        let arm = if user % 2 == 0 { "old" } else { "new" };
        let ordered = u8::from((user / 2) % if user % 2 == 0 { 5 } else { 3 } == 0);
        let before = 1e9 + 0.37 * f64::from(user * 7 % 31);
        let wait = before + f64::from(user * 13 % 11);
        let city = ["Oslo", "Rome"].get(user as usize % 3).unwrap_or(&"Lima");
        let row = (format!("u{user}"), arm, *city, ordered, (user % 50 > 0).then_some(wait), before);
        let shown = row.4.map_or(String::new(), |wait| wait.to_string());
        writeln!(csv, "{},{arm},{city},{ordered},{shown},{before}", row.0).unwrap();
        database.execute("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?)", row).unwrap();
    }
    // A unit in both arms is left out on both ways.
    csv.push_str("u0,new,Oslo,1,5,5\n");
    database.execute_batch("INSERT INTO users VALUES ('u0', 'new', 'Oslo', 1, 5, 5)").unwrap();
    std::fs::write(folder.join("table.csv"), csv).unwrap();
    let query = text(&aura(&folder, &["experiment", "sql", "test.json", "users", "--dialect", "sqlite"]));
    let mut statement = database.prepare(&query).unwrap();
    let width = statement.column_count();
    let mut sums = statement.column_names().collect::<Vec<_>>().join(",") + "\n";
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<String> = (0..width)
            .map(|place| match row.get_unwrap::<_, rusqlite::types::Value>(place) {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Real(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
            .collect();
        sums += &(cells.join(",") + "\n");
    }
    std::fs::write(folder.join("sums.csv"), sums).unwrap();
    let verdict = |arguments: &[&str]| -> serde_json::Value {
        let said =
            text(&aura(&folder, &[&["experiment", "analyze", "test.json", "--json"], arguments].concat()));
        serde_json::from_str(&said).unwrap()
    };
    let (rows, sums) = (verdict(&["table.csv"]), verdict(&["sums.csv", "--sums"]));
    for path in ["/units", "/recommended", "/arms/0/decision"] {
        assert_eq!(rows.pointer(path), sums.pointer(path), "{path}");
    }
    for metric in 0..2 {
        for field in ["comparison/difference", "comparison/low", "comparison/high", "expert/standard_error"] {
            let path = format!("/arms/0/metrics/{metric}/{field}");
            let read = |verdict: &serde_json::Value| verdict.pointer(&path).unwrap().as_f64().unwrap();
            let (one, two) = (read(&rows), read(&sums));
            assert!((one - two).abs() <= 1e-6 * one.abs(), "{path}: {one} {two}");
        }
    }
}
