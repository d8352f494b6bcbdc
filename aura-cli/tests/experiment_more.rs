//! `aura experiment` beyond the random test with fixed shares: observed changes and shares that follow what was seen.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

#[path = "support/answer.rs"]
mod answer;
mod support;

use answer::{refusal, text};
use support::{aura, folder};

/// Thirty days of 24 shops; the first five got eight more orders from the 21st on.
fn shops() -> String {
    let mut csv = "day,shop,orders\n".to_owned();
    for day in 1..=30 {
        for shop in 0..24 {
            let noise = f64::from((day * 37 + shop * 91 + day * shop * 13) % 17) / 4.0;
            let after = if shop < 5 && day >= 21 { 8.0 } else { 0.0 };
            let orders = f64::from(100 + shop * 7 % 24 * 3) + f64::from(day) * 0.4 + noise + after;
            writeln!(csv, "2026-03-{day:02},s{shop},{orders}").unwrap();
        }
    }
    csv
}

#[test]
fn a_change_without_a_random_test_is_told_and_labelled() {
    let folder = folder("experiment-observe");
    std::fs::write(folder.join("days.csv"), shops()).unwrap();
    let common =
        ["experiment", "observe", "days.csv", "--outcome", "orders", "--time", "day", "--at", "2026-03-21"];
    let units = ["--unit", "shop", "--changed", "s0,s1,s2,s3,s4"];
    for method in ["differences", "synthetic", "interrupted"] {
        let files = ["--report", "page.html", "--vega", "picture.json", "--out", "verdict.json"];
        let said = text(&aura(&folder, &[&common[..], &units, &["--method", method], &files].concat()));
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("Not a random test"), "{said}");
        for term in ["p-value", "significan", "confidence", "standard error", "regression"] {
            assert!(!said.contains(term), "`{term}` is a term of statistics: {said}");
        }
        let page = std::fs::read_to_string(folder.join("page.html")).unwrap();
        assert!(page.contains("Not a random test") && !page.contains("<script"));
        let verdict: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(folder.join("verdict.json")).unwrap()).unwrap();
        assert!((verdict["effect"].as_f64().unwrap() - 8.0).abs() < 2.0, "{method}");
        assert_eq!(verdict["is_random_test"], false);
    }
    let wrong = |arguments: &[&str]| refusal(&aura(&folder, &[&common[..], arguments].concat()));
    let error = wrong(&["--unit", "shop", "--changed", "s77", "--method", "differences"]);
    assert!(error.contains("`s77` is not in the table"), "{error}");
    let error = wrong(&["--unit", "shop", "--changed", "s0", "--method", "differences"]);
    assert!(error.contains("at least two changed units"), "{error}");
}

#[test]
fn shares_follow_what_was_seen() {
    let folder = folder("experiment-allocate");
    let design = ["experiment", "design", "--title", "T", "--arms", "a,b,c", "--metric", "ordered:share"];
    text(&aura(&folder, &[&design[..], &["--out", "test.json"]].concat()));
    let mut csv = "user,arm,share,ordered\n".to_owned();
    for user in 0..900 {
        let arm = user % 3;
        let ordered = u8::from((user / 3) % [10, 8, 3][arm] == 0);
        writeln!(csv, "u{user},{},0.3333,{ordered}", ["a", "b", "c"][arm]).unwrap();
    }
    std::fs::write(folder.join("log.csv"), &csv).unwrap();
    let run = ["experiment", "allocate", "test.json", "log.csv", "--next", "next.json"];
    let said = text(&aura(&folder, &run));
    assert!(said.contains("to `c` next") || said.contains("`c` is the best"), "{said}");
    let again = text(&aura(&folder, &run));
    assert_eq!(said, again);
    let json: serde_json::Value =
        serde_json::from_str(&text(&aura(&folder, &[&run[..], &["--json"]].concat()))).unwrap();
    assert!(json["arms"][2]["share"].as_f64().unwrap() > 0.85);
    assert!(json["differences"][1]["low"].as_f64().unwrap() > 0.0);
    // The next shares serve the assignment of new units.
    std::fs::write(folder.join("users.txt"), (0..400).map(|user| format!("v{user}\n")).collect::<String>())
        .unwrap();
    let assigned = text(&aura(&folder, &["experiment", "assign", "next.json", "users.txt"]));
    assert!(assigned.lines().filter(|line| line.ends_with(",c")).count() > 300, "{assigned}");
    let wrong = |table: String| {
        std::fs::write(folder.join("wrong.csv"), table).unwrap();
        refusal(&aura(&folder, &["experiment", "allocate", "test.json", "wrong.csv"]))
    };
    assert!(wrong(csv.replacen("u1,", "u0,", 1)).contains("stands twice"));
    assert!(wrong(csv.replacen("0.3333", "33", 1)).contains("share of an arm"));
    assert!(wrong(csv.replace(",share,", ",odds,")).contains("no column `share`"));
    assert!(wrong(csv.replacen(",b,", ",d,", 1)).contains("`d` was not planned"));
    // What would be left out of account is refused.
    let stated = |options: &[&str]| {
        let design = ["experiment", "design", "--title", "T", "--arms", "a,b,c", "--metric", "ordered"];
        text(&aura(&folder, &[&design[..], options, &["--out", "test.json"]].concat()));
        wrong(csv.clone())
    };
    assert!(stated(&["--winsorize", "0.99"]).contains("winsorise"));
    assert!(stated(&["--covariate", "share"]).contains("covariates cannot sharpen"));
    assert!(stated(&["--learn-from", "share"]).contains("covariates cannot sharpen"));
}

#[test]
fn false_alarms_are_counted_on_the_own_data() {
    let folder = folder("experiment-calibrate");
    let design =
        ["experiment", "design", "--title", "T", "--arms", "a,b", "--metric", "x", "--metric", "spiky"];
    text(&aura(&folder, &[&design[..], &["--out", "test.json"]].concat()));
    let mut csv = "user,arm,team,x,spiky\n".to_owned();
    for user in 0..400_u32 {
        let arm = ["a", "b"][(user.wrapping_mul(2_654_435_761) >> 13) as usize % 2];
        let x = f64::from(user * 7_919 % 101) / 10.0;
        writeln!(csv, "u{user},{arm},t{},{x},{}", user % 40, if user == 7 { 1e6 } else { 0.0 }).unwrap();
    }
    std::fs::write(folder.join("table.csv"), &csv).unwrap();
    let run = ["experiment", "calibrate", "test.json", "table.csv", "--times", "400", "--shared", "team"];
    let said = text(&aura(&folder, &run));
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("of 400 random splits") && flat.contains("about 20 may"), "{said}");
    assert!(flat.contains("disturb each other through `team`"), "{said}");
    assert_eq!(said, text(&aura(&folder, &run)));
    let json: serde_json::Value =
        serde_json::from_str(&text(&aura(&folder, &[&run[..], &["--json"]].concat()))).unwrap();
    let rate = json["metrics"][0]["rate"].as_f64().unwrap();
    // Binomial: 0.05 ± 3.3 standard errors of 400 splits.
    assert!((0.014..0.086).contains(&rate), "{rate}");
    let refused =
        refusal(&aura(&folder, &["experiment", "calibrate", "test.json", "table.csv", "--shared", "town"]));
    assert!(refused.contains("no column `town`"), "{refused}");
}

/// The example runs from the question to the decision, and its table is the same everywhere.
#[cfg(unix)]
#[test]
fn the_example_runs() {
    let folder = folder("experiment-example");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/cli/first_result.sh");
    let own = Path::new(env!("CARGO_BIN_EXE_aura")).parent().unwrap();
    let path = format!("{}:{}", own.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("sh").arg(script).arg(&folder).env("PATH", path).output().unwrap();
    let said = text(&ran).split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in ["units in each of 2 arms", "Ship it.", "of 200 random splits", "Not a random test"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("How the difference settled") && page.contains("What a test of this size can see"));
}

/// Each wrong table gives an error that names the place, or a warning in the verdict, never a number that looks fine.
#[test]
fn wrong_tables_are_named() {
    let folder = folder("experiment-wrong");
    let design =
        ["experiment", "design", "--title", "T", "--arms", "a,b", "--metric", "x:share", "--unit", "user"];
    text(&aura(&folder, &[&design[..], &["--out", "test.json"]].concat()));
    let mut good = "user,arm,x\n".to_owned();
    for user in 0..200 {
        writeln!(good, "u{user},{},{}", ["a", "b"][user % 2], u8::from(user % 5 == 0)).unwrap();
    }
    let said = |table: &str| {
        std::fs::write(folder.join("table.csv"), table).unwrap();
        let output = aura(&folder, &["experiment", "analyze", "test.json", "table.csv"]);
        let told = [output.stdout.clone(), output.stderr.clone()].concat();
        let flat = String::from_utf8(told).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        (output.status.success(), flat)
    };
    assert!(said(&good).0);
    let refused = |table: &str, expected: &str| {
        let (is_success, told) = said(table);
        assert!(!is_success && told.contains(expected), "{expected}: {told}");
    };
    // Another unit than the one that was assigned.
    refused(&good.replacen("user,", "session,", 1), "no column `user`");
    refused(&good.replacen("u7,", ",", 1), "the unit has no name");
    // The same unit twice in one arm.
    refused(&format!("{good}u4,a,1\n"), "u4");
    // Mixed types, and a share that is none.
    refused(&good.replacen("u9,b,0", "u9,b,often", 1), "often");
    refused(&good.replacen("u9,b,0", "u9,b,7", 1), "7");
    // More variants than the data have, and variants that were not planned.
    refused(&good.replace(",b,", ",a,"), "arm `b` has 0 units");
    refused(&good.replacen(",b,", ",c,", 1), "`c` was not planned");
    // Crossed arms are left out and told.
    let (is_success, told) = said(&format!("{good}u4,b,1\n"));
    assert!(is_success && told.contains("seen in more than one arm"), "{told}");
}

/// What two columns say together, and neither alone, sharpens the result once it is learned.
#[test]
fn a_prediction_is_learned_from_columns_known_before() {
    let folder = folder("experiment-learned");
    let mut csv = "user,arm,minutes,age,visits\n".to_owned();
    for user in 0..1_200_u32 {
        let (age, visits) = (user * 7 % 40, user * 11 % 9);
        let habit = if (age > 20) == (visits > 4) { 30 } else { 0 };
        let arm = ["old", "new"][user as usize * 13 % 17 % 2];
        writeln!(csv, "u{user},{arm},{},{age},{visits}", habit + user * 29 % 7).unwrap();
    }
    std::fs::write(folder.join("table.csv"), csv).unwrap();
    let left = |option: &str| {
        let design = ["experiment", "design", "--title", "T", "--arms", "old,new", "--metric", "minutes"];
        let known = [option, "age", option, "visits", "--out", "test.json"];
        text(&aura(&folder, &[&design[..], &known].concat()));
        let run = ["experiment", "analyze", "test.json", "table.csv", "--out", "verdict.json"];
        text(&aura(&folder, &run));
        let verdict: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(folder.join("verdict.json")).unwrap()).unwrap();
        verdict["arms"][0]["metrics"][0]["expert"]["variance_left"].as_f64().unwrap()
    };
    let (line, learned) = (left("--covariate"), left("--learn-from"));
    assert!(line > 0.9 && learned < 0.2, "{line} {learned}");
}

#[test]
fn several_treatments_share_the_level_as_stated() {
    let folder = folder("experiment-arms");
    let design = |more: &[&str]| {
        let common = ["experiment", "design", "--title", "Three", "--arms", "a,b,c", "--metric", "spent"];
        aura(&folder, &[&common[..], more].concat())
    };
    let stated = |more: &[&str]| -> serde_json::Value {
        text(&design(&[&["--out", "three.json"], more].concat()));
        serde_json::from_str(&std::fs::read_to_string(folder.join("three.json")).unwrap()).unwrap()
    };
    assert_eq!(stated(&["--always-valid", "900"])["arm_adjustment"], "bonferroni");
    assert_eq!(stated(&["--adjust-arms", "bonferroni"])["arm_adjustment"], "bonferroni");
    assert_eq!(stated(&[])["arm_adjustment"], "dunnett");
    let error = refusal(&design(&["--always-valid", "900", "--adjust-arms", "dunnett"]));
    assert!(error.contains("looked at once"), "{error}");
    let mut csv = "user,arm,spent\n".to_owned();
    for unit in 0..300 {
        let arm = ["a", "b", "c"][unit % 3];
        let spent = unit * 37 % 101 + if arm == "c" { 30 } else { 0 };
        writeln!(csv, "u{unit},{arm},{spent}").unwrap();
    }
    std::fs::write(folder.join("three.csv"), csv).unwrap();
    let said = text(&aura(&folder, &["experiment", "analyze", "three.json", "three.csv"]));
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("in any arm, a gap this large in one of them"), "{said}");
}

#[test]
fn beliefs_and_parts_of_the_population_are_told() {
    let folder = folder("experiment-beliefs");
    let mut rows = String::from("user,arm,ordered,country\n");
    for user in 0..2_000 {
        let (arm, every) = if user % 2 == 0 { ("old", 5) } else { ("new", 3) };
        let country = if user % 4 < 2 { "DE" } else { "SE" };
        rows.push_str(&format!("u{user},{arm},{},{country}\n", u8::from((user / 4) % every == 0)));
    }
    std::fs::write(folder.join("table.csv"), rows).unwrap();
    let design = |belief: &str| {
        let prior = format!("--prior={belief}");
        let arguments =
            ["experiment", "design", "--title", "x", "--arms", "old,new", "--metric", "ordered:share"];
        let more = ["--strata", "country", "--out", "test.json", prior.as_str()];
        aura(&folder, &[&arguments[..], &more[..]].concat())
    };
    for belief in ["0,5%", "0,0.02", "shares:1,1"] {
        text(&design(belief));
        let said = text(&aura(
            &folder,
            &["experiment", "analyze", "test.json", "table.csv", "--out", "verdict.json"],
        ));
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("`new` is better with a chance of more than 99.9%"), "{said}");
        assert!(said.contains("By country") && said.contains("`SE`:") && said.contains("`DE`:"), "{said}");
        text(&aura(&folder, &["experiment", "report", "verdict.json", "--out", "report.html"]));
        let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
        assert!(page.contains("Ordered by <em>country</em>") && page.contains("gives up"), "{page}");
    }
    for belief in ["0", "0,x", "1,5%", "shares:1"] {
        assert!(!design(belief).status.success(), "{belief}");
    }
    assert!(refusal(&design("shares:0,1")).contains("above 0"));
}
