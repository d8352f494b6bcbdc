//! Synthetic tables that refer to each other: every reference leads to a key, as many as in the samples, and no record
//! of a sample comes out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::limits::Limits;
use crate::random::{Seed, Streams};
use crate::simulate::likeness::{TablesRequest, TablesSynthesis, read_records, synthesize_tables};

/// Customers, a third of whom order nothing, a third once and a third four times; one orders 90 times. Two orders of
/// three have a voucher.
fn samples() -> Vec<(&'static str, String)> {
    let streams = Streams::new(Seed(11));
    let (mut customers, mut orders, mut lines) = (
        "id,town,age\n".to_owned(),
        "id,customer_id,amount,voucher_id\n".to_owned(),
        "order,amount\n".to_owned(),
    );
    let mut order = 0;
    for number in 0..301_u64 {
        let mut stream = streams.stream(number, 0, 0);
        let town = ["Graz", "Linz", "Wels"][stream.next_below(3) as usize];
        customers.push_str(&format!("C-{number:04},{town},{}\n", 20 + stream.next_below(50)));
        let count = if number == 300 { 90 } else { [0, 1, 4][number as usize % 3] };
        for _ in 0..count {
            order += 1;
            let voucher =
                if order % 3 == 0 { String::new() } else { (1 + stream.next_below(40)).to_string() };
            orders.push_str(&format!("{order},C-{number:04},{},{voucher}\n", 5 + stream.next_below(1_000)));
            lines.push_str(&format!("{order},{}\n", stream.next_below(9)));
        }
    }
    let vouchers: String = (1..=40).map(|number| format!("{number},{}\n", number % 2)).collect();
    vec![
        ("orders", orders),
        ("customers", customers),
        ("vouchers", format!("id,kind\n{vouchers}")),
        ("lines", lines),
    ]
}

fn request(extra: Value) -> TablesRequest {
    let tables: Vec<Value> =
        samples().into_iter().map(|(name, sample)| json!({"name": name, "sample": sample})).collect();
    let mut request =
        json!({"tables": tables, "references": ["lines.order=orders.id", "orders.voucher_id=vouchers.id"]});
    for (name, value) in extra.as_object().unwrap() {
        request[name] = value.clone();
    }
    serde_json::from_value(request).unwrap()
}

fn values(made: &TablesSynthesis, table: &str, column: &str) -> Vec<Value> {
    let table = made.tables.iter().find(|one| one.name == table).unwrap();
    table.records.iter().map(|record| record[column].clone()).collect()
}

#[test]
fn every_reference_leads_to_a_key_that_is_made_up() {
    let made = synthesize_tables(&request(json!({})), &Limits::default()).unwrap();
    let found: Vec<(&str, &str, bool)> =
        made.references.iter().map(|one| (one.from.as_str(), one.to.as_str(), one.is_found)).collect();
    assert_eq!(
        found,
        [
            ("orders.voucher_id", "vouchers.id", false),
            ("orders.customer_id", "customers.id", true),
            ("lines.order", "orders.id", false),
        ]
    );
    let text = |value: &Value| value.to_string();
    for (from, column, to, key) in [
        ("orders", "customer_id", "customers", "id"),
        ("orders", "voucher_id", "vouchers", "id"),
        ("lines", "order", "orders", "id"),
    ] {
        let keys = values(&made, to, key);
        let known: BTreeSet<String> = keys.iter().map(text).collect();
        assert_eq!(known.len(), keys.len(), "a key comes once: {to}.{key}");
        let column = values(&made, from, column);
        assert!(column.iter().all(|value| value.is_null() || known.contains(&text(value))), "{from}");
        let sample = samples().into_iter().find(|(name, _)| *name == to).unwrap().1;
        let old: BTreeSet<String> =
            read_records(&sample).unwrap().iter().map(|record| text(&record[key])).collect();
        assert!(known.is_disjoint(&old), "keys of the sample come out: {to}.{key}");
    }
    assert!(values(&made, "customers", "id").iter().all(|key| key.as_str().unwrap().starts_with("C-")));
    // A third of the orders has no voucher.
    let vouchers = values(&made, "orders", "voucher_id");
    let without = vouchers.iter().filter(|value| value.is_null()).count() as f64 / vouchers.len() as f64;
    assert!((without - 1.0 / 3.0).abs() < 0.03, "{without}");
}

#[test]
fn as_many_refer_to_one_as_in_the_sample_and_who_stands_out_does_not() {
    let made = synthesize_tables(
        &request(json!({"references": ["orders.customer_id=customers.id"], "rows": 3_000})),
        &Limits::default(),
    )
    .unwrap();
    let customers = values(&made, "customers", "id");
    assert_eq!(customers.len(), 3_000);
    let mut counts: BTreeMap<String, f64> = customers.iter().map(|key| (key.to_string(), 0.0)).collect();
    for key in values(&made, "orders", "customer_id") {
        *counts.get_mut(&key.to_string()).unwrap() += 1.0;
    }
    let share = |count: f64| counts.values().filter(|other| **other == count).count() as f64 / 3_000.0;
    assert!((share(0.0) - 1.0 / 3.0).abs() < 0.04, "{}", share(0.0));
    assert!((share(1.0) - 1.0 / 3.0).abs() < 0.04, "{}", share(1.0));
    // (100 · 0 + 100 · 1 + 100 · 4 + 90) / 301; the standard error of this mean is about 0.037.
    let mean = counts.values().sum::<f64>() / 3_000.0;
    assert!((mean - 590.0 / 301.0).abs() < 0.15, "{mean}");
    let most = counts.values().copied().fold(0.0, f64::max);
    assert!(most < 10.0, "the one with 90 orders is told: {most}");
    let groups = &made.references.iter().find(|one| one.from == "orders.customer_id").unwrap().children;
    assert!(groups.iter().all(|group| group.share * 301.0 > 9.5), "{groups:?}");
}

#[test]
fn no_record_of_any_sample_comes_out() {
    let made = synthesize_tables(&request(json!({"seed": 3})), &Limits::default()).unwrap();
    for (name, sample) in samples() {
        let old: BTreeSet<String> = read_records(&sample)
            .unwrap()
            .into_iter()
            .map(|record| Value::Object(record).to_string())
            .collect();
        let table = made.tables.iter().find(|table| table.name == name).unwrap();
        assert!(!table.records.is_empty());
        for record in &table.records {
            assert!(!old.contains(&record.to_string()), "{name}: {record}");
        }
    }
    assert_eq!(made, synthesize_tables(&request(json!({"seed": 3})), &Limits::default()).unwrap());
    assert_ne!(made, synthesize_tables(&request(json!({"seed": 4})), &Limits::default()).unwrap());
}

#[test]
fn references_that_cannot_be_kept_are_refused_in_words() {
    for (references, words) in [
        (json!(["orders.customer_id"]), "no reference"),
        (json!(["orders.client=customers.id"]), "no table with a column `orders.client`"),
        (json!(["orders.customer_id=customers.town"]), "no key"),
        (json!(["orders.customer_id=orders.id"]), "stays within one table"),
        (json!(["orders.amount=vouchers.id"]), "are not in `vouchers.id`"),
        (
            json!(["orders.customer_id=customers.id", "orders.customer_id=vouchers.id"]),
            "where another one does",
        ),
        (json!(["orders.id=customers.id", "customers.id=orders.id"]), "refers itself"),
        (json!(["orders.customer_id=customers.id", "customers.age=orders.id"]), "circle"),
    ] {
        let error =
            synthesize_tables(&request(json!({"references": references})), &Limits::default()).unwrap_err();
        assert_eq!(error.code().as_str(), "invalid_data");
        assert!(error.message().contains(words), "{error}");
    }
    let twice =
        request(json!({"tables": [{"name": "a", "sample": "x\n1\n"}, {"name": "a", "sample": "x\n1\n"}]}));
    assert!(synthesize_tables(&twice, &Limits::default()).unwrap_err().message().contains("two tables"));
}
