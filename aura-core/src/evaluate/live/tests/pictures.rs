//! Where the values of both arms lie: as counted by hand, drawn and told.

use std::fmt::Write as _;

use serde_json::json;

use super::super::*;
use super::statement;
use crate::domain::live::{LiveExperiment, LiveVerdict};

/// In the old arm the values 1 to 200; in the new one the upper half is doubled.
fn table() -> String {
    let mut text = String::from("user,arm,ordered,wait,before\n");
    for value in 1..=200 {
        let moved = if value > 100 { 2 * value } else { value };
        writeln!(text, "a{value},old,1,{value},0\nb{value},new,1,{moved},0").unwrap();
    }
    text
}

fn stated(measure: serde_json::Value) -> LiveExperiment {
    statement(|value| {
        value["metrics"].as_array_mut().unwrap().remove(0);
        value["metrics"][0]["role"] = json!("primary");
        value["metrics"][0]["covariates"] = json!([]);
        value["metrics"][0]["unit"] = json!({"type": "count"});
        value["metrics"][0]["measure"] = measure;
    })
}

fn judged(experiment: &LiveExperiment, text: &str) -> LiveVerdict {
    judge(experiment, &collect_table(experiment, &read_table(text).unwrap()).unwrap()).unwrap()
}

#[test]
fn the_values_of_both_arms_are_where_they_were_put() {
    let mut nested = stated(json!({"type": "mean", "column": "wait"}));
    nested.rows = crate::domain::live::RowKind::Nested;
    let cells = [
        stated(json!({"type": "mean", "column": "wait"})),
        stated(json!({"type": "quantile", "column": "wait", "probability": 0.9})),
        stated(json!({"type": "ratio", "above": "wait", "below": "ordered"})),
        nested,
    ];
    for experiment in cells {
        let verdict = judged(&experiment, &table());
        let spread = &verdict.arms[0].spread;
        assert_eq!(spread.len(), 19);
        for place in spread {
            let rank = (place.share * 200.0).round();
            assert_eq!(place.control, rank);
            assert_eq!(place.variant, if rank > 100.0 { 2.0 * rank } else { rank });
        }
        let page = render_report(&verdict);
        assert!(page.contains("Where the values moved"), "{page}");
        assert!(page.contains("half have 100 or less in both"), "{page}");
        assert!(page.contains("180 or less in <em>old</em> and 360 or less in <em>new</em>"), "{page}");
        let drawn = vega_lite(&verdict);
        let parts = drawn["vconcat"].as_array().unwrap();
        let rows = parts.iter().find(|part| part["title"] == "Where the values moved").unwrap();
        assert_eq!(rows["data"]["values"].as_array().unwrap().len(), 38);
    }
}

/// Yes and no have no values in between, and sums do not know single values: nothing is drawn.
#[test]
fn shares_have_no_picture_of_values() {
    let verdict = judged(&stated(json!({"type": "proportion", "column": "ordered"})), &{
        table()
            .replace("a1,old,1", "a1,old,0")
            .replace("b2,new,1", "b2,new,0")
            .replace("b3,new,1", "b3,new,0")
    });
    assert!(verdict.arms[0].spread.is_empty());
    assert!(!render_report(&verdict).contains("Where the values moved"));
}
