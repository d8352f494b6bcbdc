//! Records with stated distributions: their moments, what hangs together, and the bounds of the schema.

use serde_json::{Value, json};

use crate::error::ErrorCode;
use crate::random::Seed;
use crate::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use crate::simulate::stated::{StatedRecords, read_stated};

const RECORDS: u64 = 4_000;

fn schema(document: Value) -> Schema {
    Schema::compile(&document, &SchemaOptions::default()).unwrap()
}

fn person() -> Schema {
    schema(
        json!({ "type": "object", "required": ["name", "age"], "additionalProperties": false, "properties": {
        "name": { "type": "string" },
        "age": { "type": "integer", "minimum": 18, "maximum": 99 },
        "income": { "type": "number", "minimum": 0 },
        "flat": { "type": "object", "required": ["rent"], "properties": { "rent": { "type": "number", "multipleOf": 0.01 } } } } }),
    )
}

fn records(schema: &Schema, stated: Value) -> Vec<Value> {
    let stated = read_stated(&stated.to_string()).unwrap();
    let records = StatedRecords::new(schema, &stated).unwrap();
    (0..RECORDS).map(|number| records.record(Seed(5), number, &SampleOptions::default()).unwrap()).collect()
}

fn numbers(records: &[Value], pointer: &str) -> Vec<f64> {
    records.iter().filter_map(|record| record.pointer(pointer)?.as_f64()).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64).sqrt()
}

/// Spearman's: the correlation of the ranks. Ties are rare where it is asked for.
fn rank_correlation(first: &[f64], second: &[f64]) -> f64 {
    let ranks = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
        let mut ranks = vec![0.0; values.len()];
        order.into_iter().enumerate().for_each(|(rank, place)| ranks[place] = rank as f64);
        ranks
    };
    let (first, second) = (ranks(first), ranks(second));
    let (one, other) = (mean(&first), mean(&second));
    let products = first.iter().zip(&second).map(|(a, b)| (a - one) * (b - other)).sum::<f64>();
    products / first.len() as f64 / deviation(&first) / deviation(&second)
}

#[test]
fn moments_and_rank_correlations_are_those_that_were_stated() {
    let person = person();
    let made = records(
        &person,
        json!({
        "distributions": {
            "/age": { "type": "normal", "mean": 55.0, "standard_deviation": 8.0 },
            "/income": { "type": "lognormal", "mean": 3000.0, "standard_deviation": 900.0 },
            "/flat/rent": { "type": "gamma", "mean": 800.0, "standard_deviation": 200.0 } },
        "correlations": [
            { "between": ["/age", "/income"], "rank": 0.6 }, { "between": ["/flat/rent", "/income"], "rank": -0.4 }] }),
    );
    assert!(made.iter().all(|record| person.is_valid(record)));
    let (age, income) = (numbers(&made, "/age"), numbers(&made, "/income"));
    assert_eq!((age.len(), income.len()), (RECORDS as usize, RECORDS as usize));
    // Four standard errors each; whole years add a twelfth to the variance.
    assert!((mean(&age) - 55.0).abs() < 4.0 * 8.0 / 63.0, "{}", mean(&age));
    assert!((deviation(&age) - 8.0).abs() < 0.4, "{}", deviation(&age));
    assert!((mean(&income) / 3000.0 - 1.0).abs() < 4.0 * 0.3 / 63.0, "{}", mean(&income));
    assert!((deviation(&income) / 900.0 - 1.0).abs() < 0.1, "{}", deviation(&income));
    assert!((rank_correlation(&age, &income) - 0.6).abs() < 0.05, "{}", rank_correlation(&age, &income));
    // The flat is not in every record; where it is, its rent is in cents and hangs together as stated.
    let flats: Vec<Value> =
        made.iter().filter(|record| record.pointer("/flat/rent").is_some()).cloned().collect();
    assert!(flats.len() > 400 && flats.len() < made.len(), "{}", flats.len());
    let rent = numbers(&flats, "/flat/rent");
    assert!((mean(&rent) / 800.0 - 1.0).abs() < 0.06, "{}", mean(&rent));
    let together = rank_correlation(&rent, &numbers(&flats, "/income"));
    assert!((together + 0.4).abs() < 0.15, "{together}");
}

/// A uniform distribution that the schema cuts is uniform within the bounds.
#[test]
fn where_the_schema_cuts_a_distribution_its_values_lie_within() {
    let made = records(
        &person(),
        json!({ "distributions": { "/age": { "type": "uniform", "low": 0.0, "high": 60.0 } } }),
    );
    let age = numbers(&made, "/age");
    assert!(age.iter().all(|age| (18.0..=60.0).contains(age)));
    // Whole numbers from 17.5 to 60 on.
    assert!((mean(&age) - 38.75).abs() < 4.0 * 12.3 / 63.0, "{}", mean(&age));
}

#[test]
fn stating_a_number_moves_nothing_else() {
    let person = person();
    let plain = person.sample(Seed(5), 3, &SampleOptions::default()).unwrap();
    let made = records(&person, json!({ "distributions": { "/age": { "type": "fixed", "value": 30.0 } } }));
    assert_eq!((&made[3]["name"], &made[3]["age"]), (&plain["name"], &json!(30)));
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let person = person();
    let code = |stated: Value| {
        let stated = read_stated(&stated.to_string()).unwrap();
        StatedRecords::new(&person, &stated).map(|_| ()).unwrap_err().code()
    };
    let age = json!({ "type": "fixed", "value": 30.0 });
    let pair = |rank: f64| {
        json!({ "distributions": { "/age": age, "/income": age },
            "correlations": [{ "between": ["/age", "/income"], "rank": rank }] })
    };
    assert_eq!(code(json!({ "distributions": { "/shoes": age } })), ErrorCode::InvalidRequest);
    assert_eq!(code(json!({ "distributions": { "age": age } })), ErrorCode::InvalidRequest);
    assert_eq!(code(pair(1.0)), ErrorCode::InvalidNumber);
    let negative = json!({ "type": "exponential", "mean": -1.0 });
    assert_eq!(code(json!({ "distributions": { "/age": negative } })), ErrorCode::InvalidNumber);
    let lonely = json!({ "distributions": { "/age": age }, "correlations": [{ "between": ["/age", "/income"], "rank": 0.5 }] });
    assert_eq!(code(lonely), ErrorCode::InvalidRequest);
    let contradicting = json!({ "distributions": { "/age": age, "/income": age, "/flat/rent": age }, "correlations": [
        { "between": ["/age", "/income"], "rank": 0.95 }, { "between": ["/income", "/flat/rent"], "rank": 0.95 },
        { "between": ["/age", "/flat/rent"], "rank": -0.95 }] });
    assert_eq!(code(contradicting), ErrorCode::InvalidNumber);
    assert_eq!(read_stated("{\"shares\": 1}").unwrap_err().code(), ErrorCode::InvalidDocument);
    let beyond =
        read_stated(&json!({ "distributions": { "/age": { "type": "fixed", "value": 7.0 } } }).to_string());
    let beyond =
        StatedRecords::new(&person, &beyond.unwrap()).unwrap().record(Seed(1), 0, &SampleOptions::default());
    assert!(beyond.unwrap_err().to_string().contains("is valid for the schema"));
}
