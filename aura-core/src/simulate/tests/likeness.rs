//! Synthetic records that are like a sample, and none of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::error::ErrorCode;
use crate::limits::Limits;
use crate::random::{Seed, Stream, Streams};
use crate::simulate::likeness::{KeptAs, Likeness, LikenessOptions, read_records};
use crate::stats::distribution::{Continuous, StandardNormal};

type Records = Vec<Map<String, Value>>;

fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.quantile(stream.next_open_unit()).unwrap()
}

/// People whose income goes with their age (correlation 0.6) and whose plan goes with their income; a few live in
/// places of their own.
fn people(count: u64, seed: u64) -> Records {
    let streams = Streams::new(Seed(seed));
    let person = |number: u64| {
        let stream = &mut streams.stream(number, 0, 0);
        let (first, second) = (normal(stream), normal(stream));
        let (age, income) = (45.0 + 12.0 * first, 0.6 * first + 0.8 * second);
        let town = if stream.next_below(100) < 97 {
            ["Graz", "Linz", "Wels"][stream.next_below(3) as usize].to_owned()
        } else {
            format!("Hamlet {number}")
        };
        let plan = if income > 0.5 { "gold" } else { "plain" };
        let mut record = json!({
            "customer_id": 70_000 + number, "email": format!("person{number}@real.example"),
            "age": age.round().clamp(18.0, 99.0) as i64, "income": (3_000.0 * (1.0 + 0.3 * income) * 100.0).round() / 100.0,
            "town": town, "plan": plan, "since": format!("20{:02}-{:02}-{:02}", 10 + stream.next_below(15),
                1 + stream.next_below(12), 1 + stream.next_below(28)),
        });
        if stream.next_below(5) == 0 {
            record["income"] = Value::Null;
        }
        record.as_object().cloned().unwrap()
    };
    (0..count).map(person).collect()
}

fn drawn(likeness: &Likeness, count: u64) -> Records {
    (0..count).map(|number| likeness.record(Seed(3), number).unwrap().as_object().cloned().unwrap()).collect()
}

fn column(records: &Records, name: &str) -> Vec<Value> {
    records.iter().map(|record| record.get(name).cloned().unwrap_or(Value::Null)).collect()
}

fn fitted(sample: &Records) -> Likeness {
    Likeness::new(sample, &LikenessOptions::default(), &Limits::default()).unwrap()
}

/// Pearson's correlation of two columns of numbers, over records that have both.
fn correlation(records: &Records, first: &str, second: &str) -> f64 {
    let pairs: Vec<(f64, f64)> = column(records, first)
        .iter()
        .zip(column(records, second))
        .filter_map(|(one, other)| Some((one.as_f64()?, other.as_f64()?)))
        .collect();
    let count = pairs.len() as f64;
    let (one, other) =
        pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / count, sum.1 + pair.1 / count));
    let sum =
        |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|pair| of(pair.0 - one, pair.1 - other)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

#[test]
fn no_record_of_the_sample_comes_out() {
    for seed in 1..4 {
        let sample = people(2_000, seed);
        let likeness = fitted(&sample);
        let made = drawn(&likeness, 10_000);
        let identifying = ["customer_id", "email"];
        let without = |record: &Map<String, Value>| {
            let mut record = record.clone();
            record.retain(|name, _| !identifying.contains(&name.as_str()));
            Value::Object(record).to_string()
        };
        let known: BTreeSet<String> = sample.iter().map(without).collect();
        assert!(known.len() > 1_900, "the sample tells people apart");
        assert!(made.iter().all(|record| !known.contains(&without(record))));
        for name in identifying {
            let known: BTreeSet<String> = column(&sample, name).iter().map(Value::to_string).collect();
            assert!(column(&made, name).iter().all(|value| !known.contains(&value.to_string())), "{name}");
        }
    }
}

#[test]
fn rare_combinations_stay_inside_even_where_all_values_are_common() {
    // Eight people only are both in the north and on the new plan; everybody else is one thing or the other.
    let record = |number: u64| match number % 100 {
        0 if number < 800 => json!({"region": "north", "plan": "new"}),
        rest if rest < 40 => json!({"region": "north", "plan": "old"}),
        _ => json!({"region": "south", "plan": "new"}),
    };
    let sample: Records = (0..1_000).map(|number| record(number).as_object().cloned().unwrap()).collect();
    let count = |records: &Records, region: &str, plan: &str| {
        records.iter().filter(|record| record["region"] == region && record["plan"] == plan).count()
    };
    assert_eq!(count(&sample, "north", "new"), 8);
    let made = drawn(&fitted(&sample), 5_000);
    assert_eq!(count(&made, "north", "new"), 0);
    assert!(count(&made, "south", "new") > 2_000 && count(&made, "north", "old") > 1_000);
}

#[test]
fn small_groups_are_suppressed() {
    let sample = people(2_000, 1);
    let likeness = fitted(&sample);
    let made = drawn(&likeness, 5_000);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for town in column(&sample, "town") {
        *counts.entry(town.as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    let rare: Vec<&String> = counts.iter().filter(|(_, count)| **count < 10).map(|(town, _)| town).collect();
    assert!(rare.len() > 30);
    let towns: BTreeSet<String> =
        column(&made, "town").iter().filter_map(Value::as_str).map(str::to_owned).collect();
    assert!(rare.iter().all(|town| !towns.contains(*town)));
    assert!(["Graz", "Linz", "Wels", "other"].iter().all(|town| towns.contains(*town)), "{towns:?}");
    let report = likeness.report();
    let town = report.columns.iter().find(|column| column.column == "town").unwrap();
    assert_eq!(town.suppressed_values, rare.len() as u64);
    assert_eq!((town.kept_as, town.groups), (KeptAs::Categories, 4));
    // Nobody is richer than the mean of the ten richest, or poorer than that of the ten poorest.
    let mut incomes: Vec<f64> = column(&sample, "income").iter().filter_map(Value::as_f64).collect();
    incomes.sort_by(f64::total_cmp);
    let highest = incomes.iter().rev().take(10).sum::<f64>() / 10.0;
    let lowest = incomes.iter().take(10).sum::<f64>() / 10.0;
    let is_inside = |income: f64| income >= lowest - 0.01 && income <= highest + 0.01;
    assert!(column(&made, "income").iter().filter_map(Value::as_f64).all(is_inside));
}

#[test]
fn marginals_and_correlations_are_kept() {
    let sample = people(5_000, 2);
    let made = drawn(&fitted(&sample), 20_000);
    let mean = |records: &Records, name: &str| {
        let values: Vec<f64> = column(records, name).iter().filter_map(Value::as_f64).collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    let share = |records: &Records, is: &dyn Fn(&Map<String, Value>) -> bool| {
        records.iter().filter(|record| is(record)).count() as f64 / records.len() as f64
    };
    // What the sample was made from: age 45, income 3,000, a fifth of the incomes missing, 0.6 between both.
    assert!((mean(&made, "age") - 45.2).abs() < 0.6, "{}", mean(&made, "age"));
    assert!((mean(&made, "income") - 3_000.0).abs() < 45.0, "{}", mean(&made, "income"));
    assert!((share(&made, &|record| record["income"].is_null()) - 0.2).abs() < 0.02);
    let found = correlation(&made, "age", "income");
    assert!((found - 0.6).abs() < 0.08, "{found}");
    // Gold is for incomes above 3,450, and those are 31 % (the standard normal distribution above 0.5).
    assert!((share(&made, &|record| record["plan"] == "gold") - 0.3085).abs() < 0.03);
    let rich = |record: &Map<String, Value>| record["income"].as_f64().is_some_and(|income| income > 3_450.0);
    let gold_and_rich =
        share(&made, &|record| rich(record) && record["plan"] == "gold") / share(&made, &rich);
    assert!(gold_and_rich > 0.7, "{gold_and_rich}");
}

#[test]
fn categories_without_an_order_keep_what_they_go_with() {
    // The colour follows the size, in an order that the alphabet does not know.
    let streams = Streams::new(Seed(5));
    let record = |number: u64| {
        let stream = &mut streams.stream(number, 0, 0);
        let size = stream.next_below(4) as usize;
        let colour = if stream.next_below(10) < 8 { size } else { stream.next_below(4) as usize };
        let (size, colour) = (["b", "d", "a", "c"][size], ["red", "blue", "white", "green"][colour]);
        json!({"size": size, "colour": colour})
    };
    let sample: Records = (0..4_000).map(|number| record(number).as_object().cloned().unwrap()).collect();
    let agree = |records: &Records| {
        let pair = |record: &Map<String, Value>| {
            let place = |list: [&str; 4], name: &str| list.iter().position(|one| record[name] == *one);
            place(["b", "d", "a", "c"], "size") == place(["red", "blue", "white", "green"], "colour")
        };
        records.iter().filter(|record| pair(record)).count() as f64 / records.len() as f64
    };
    assert!((agree(&sample) - 0.85).abs() < 0.02);
    // A quarter would agree by chance. One number for each pair of columns cannot keep all of it, but most.
    let kept = agree(&drawn(&fitted(&sample), 8_000));
    assert!(kept > 0.55, "{kept}");
}

#[test]
fn equal_arguments_give_equal_records_and_samples_come_in_three_forms() {
    let sample = people(300, 1);
    let (one, other) = (fitted(&sample), fitted(&sample));
    for number in [0, 1, 299, 1 << 40] {
        assert_eq!(one.record(Seed(3), number).unwrap(), other.record(Seed(3), number).unwrap());
    }
    assert_ne!(one.record(Seed(3), 1).unwrap(), one.record(Seed(4), 1).unwrap());
    let lines: Vec<String> = sample.iter().map(|record| Value::Object(record.clone()).to_string()).collect();
    assert_eq!(read_records(&lines.join("\n")).unwrap(), sample);
    assert_eq!(read_records(&format!("[{}]", lines.join(","))).unwrap(), sample);
    let table = read_records("a,b,c,d\n1,007,true,1.5\n2,,false,2\n").unwrap();
    let wanted = json!([{"a": 1, "b": "007", "c": true, "d": 1.5}, {"a": 2, "c": false, "d": 2.0}]);
    assert_eq!(json!(table), wanted);
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let check = |sample: &Records, options: &LikenessOptions, code: ErrorCode| {
        let error = Likeness::new(sample, options, &Limits::default()).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    };
    check(&people(19, 1), &LikenessOptions::default(), ErrorCode::InvalidData);
    check(&people(50, 1), &LikenessOptions::default().with_smallest_group(1), ErrorCode::InvalidNumber);
    check(&people(50, 1), &LikenessOptions::default().with_identifying("nobody"), ErrorCode::InvalidData);
    for text in ["[1]", "{\"a\": 1}\n{\"a\":", "a,b\n1\n"] {
        assert_eq!(read_records(text).unwrap_err().code(), ErrorCode::InvalidData, "{text}");
    }
}
