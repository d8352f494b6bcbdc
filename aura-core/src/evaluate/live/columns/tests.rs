//! Tables by column against the same table as text, whatever the order, the parts and the threads.

use serde_json::json;

use super::*;
use crate::domain::live::LiveVerdict;
use crate::evaluate::live::{judge, read_table};
use crate::progress::OneThread;
use crate::random::{Seed, Streams};
use crate::stats::columns::{Column, Values};

struct Threads(usize);

impl Workers for Threads {
    #[expect(clippy::disallowed_methods, reason = "a host that lends threads")]
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        std::thread::scope(|scope| {
            for thread in 0..self.0 {
                scope.spawn(move || (thread..count).step_by(self.0).for_each(job));
            }
        });
    }
}

fn statement() -> LiveExperiment {
    let metric = |id: &str, measure: serde_json::Value, role: &str, covariates: &[&str]| {
        json!({"id": format!("metric_{id}"), "title": id, "measure": measure, "unit": {"type": "score"},
               "direction": "increase", "role": role, "covariates": covariates})
    };
    let mut value = json!({
        "schema_version": 1, "title": "t", "unit_column": "user", "arm_column": "arm", "time_column": "day",
        "stratum_column": "city",
        "arms": [{"name": "0", "weight": 1.0}, {"name": "1", "weight": 1.0}, {"name": "2", "weight": 1.0}],
        "metrics": [
            metric("revenue", json!({"type": "mean", "column": "revenue"}), "primary", &["before"]),
            metric("paid", json!({"type": "proportion", "column": "paid"}), "secondary", &[]),
            metric("price", json!({"type": "ratio", "above": "revenue", "below": "orders"}), "secondary", &["before", "orders"]),
            metric("orders", json!({"type": "count", "column": "orders"}), "secondary", &["before"]),
            metric("gain", json!({"type": "composed", "parts": [{"column": "revenue", "weight": 0.3},
                {"column": "orders", "weight": -1.1}]}), "secondary", &[]),
            metric("left", json!({"type": "time_to_event", "event": "paid", "time": "orders", "limit": 3.5}),
                "secondary", &["before"]),
            metric("kept", json!({"type": "retention", "column": "paid", "age": "revenue", "from_ms": 0,
                "until_ms": 3}), "secondary", &[]),
            metric("tail", json!({"type": "mean", "column": "revenue"}), "secondary", &[]),
            metric("median", json!({"type": "quantile", "column": "revenue", "probability": 0.5}), "guardrail", &["before"]),
        ],
        "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.05,
                 "origin": crate::domain::provenance::Origin::assumed("a test")},
    });
    value["metrics"][7]["winsorize"] = json!({"low": 0.02, "high": 0.97});
    value["metrics"][2]["learned_from"] = json!(["before", "orders"]);
    value["metrics"][4]["learned_from"] = json!(["before", "paid"]);
    value["metrics"][8]["learned_from"] = json!(["orders"]);
    serde_json::from_value(value).unwrap()
}

struct Person {
    user: String,
    arm: i64,
    city: &'static str,
    day: i64,
    revenue: Option<f64>,
    before: Option<f64>,
    orders: i64,
}

fn people(count: usize) -> Vec<Person> {
    let mut draws = Streams::new(Seed(11)).stream(0, 0, 0);
    (0..count)
        .map(|number| {
            let (arm, size) = ((number % 3) as i64, libm::exp(3.0 * draws.next_unit()));
            Person {
                user: format!("u{number}"),
                arm,
                city: ["Rome", "Oslo", "Lima"][(draws.next_unit() * 3.0) as usize],
                day: 20_000 + (draws.next_unit() * 14.0) as i64,
                revenue: (draws.next_unit() > 0.01)
                    .then_some(size * (1.0 + 0.2 * arm as f64) + draws.next_unit()),
                before: (draws.next_unit() > 0.05).then_some(size),
                orders: 1 + (draws.next_unit() * 4.0) as i64,
            }
        })
        .collect()
}

fn text(people: &[Person]) -> String {
    let mut text = String::from("user,arm,city,day,revenue,before,orders,paid\n");
    let cell = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
    for one in people {
        text += &format!(
            "{},{},{},{},{},{},{},{}\n",
            one.user,
            one.arm,
            one.city,
            one.day * 86_400_000,
            cell(one.revenue),
            cell(one.before),
            one.orders,
            one.orders > 2
        );
    }
    text
}

fn batches(people: &[Person], size: usize) -> Vec<Batch<'_>> {
    let batch = |part: &[Person]| -> Batch<'_> {
        let optional = |name: &'static str, read: fn(&Person) -> Option<f64>| {
            let values: Vec<f64> = part.iter().map(|one| read(one).unwrap_or(f64::NAN)).collect();
            let present: Vec<bool> = part.iter().map(|one| read(one).is_some()).collect();
            Column::new(name, Values::Number(values.into())).with_present(present)
        };
        let cities = ["Lima", "Oslo", "Rome"];
        let codes: Vec<u32> =
            part.iter().map(|one| cities.iter().position(|city| *city == one.city).unwrap() as u32).collect();
        Batch::new(vec![
            Column::new("user", Values::Text(part.iter().map(|one| one.user.clone().into()).collect())),
            Column::new("arm", Values::Whole(part.iter().map(|one| one.arm).collect())),
            Column::new(
                "city",
                Values::Coded { codes: codes.into(), words: cities.map(Cow::Borrowed).into() },
            ),
            Column::new("day", Values::Time(part.iter().map(|one| one.day * 86_400_000).collect())),
            optional("revenue", |one| one.revenue),
            optional("before", |one| one.before),
            Column::new("orders", Values::Whole(part.iter().map(|one| one.orders).collect())),
            Column::new("paid", Values::Truth(part.iter().map(|one| one.orders > 2).collect())),
        ])
        .unwrap()
    };
    people.chunks(size).map(batch).collect()
}

fn verdict(people: &[Person], size: usize, workers: &dyn Workers) -> LiveVerdict {
    let experiment = statement();
    judge(&experiment, &collect_columns(&experiment, batches(people, size).as_slice(), workers).unwrap())
        .unwrap()
}

#[test]
fn columns_say_what_text_says() {
    let (experiment, people) = (statement(), people(3_000));
    let columns = verdict(&people, 700, &OneThread);
    let text = text(&people);
    let table = read_table(&text).unwrap();
    // The same bytes from text; and unit by unit, which adds up in another order, the same figures.
    assert_eq!(columns, judge(&experiment, &collect_table(&experiment, &table).unwrap()).unwrap());
    let text = judge(&experiment, &collect_units(&experiment, &table).unwrap()).unwrap();
    assert_eq!(columns.units, text.units);
    let checks = |verdict: &LiveVerdict| -> Vec<_> {
        let mut checks: Vec<_> = verdict
            .checks
            .iter()
            .map(|check| (check.name.clone(), check.outcome, check.sentence.clone()))
            .collect();
        checks.sort();
        // Metrics with the same covariates and the same gaps may differ in the last digit of what they ask.
        checks.dedup();
        checks
    };
    assert_eq!(checks(&columns), checks(&text));
    for (one, two) in columns.arms.iter().zip(&text.arms) {
        assert_eq!((one.decision, &one.reasons), (two.decision, &two.reasons));
        for (one, two) in one.metrics.iter().zip(&two.metrics) {
            let close = |one: f64, two: f64| assert!((one - two).abs() <= 1e-9 * two.abs(), "{one} {two}");
            close(one.comparison.difference, two.comparison.difference);
            close(one.comparison.low, two.comparison.low);
            close(one.comparison.high, two.comparison.high);
            close(one.expert.variance_left, two.expert.variance_left);
        }
    }
}

#[test]
fn order_parts_and_threads_leave_no_trace() {
    let mut people = people(5_000);
    let first = verdict(&people, 5_000, &OneThread);
    people.reverse();
    people.rotate_left(1_234);
    for threads in [1, 2, 3, 7] {
        assert_eq!(first, verdict(&people, 400, &Threads(threads)), "{threads} threads");
    }
    people.sort_by(|one, two| one.user.cmp(&two.user));
    assert_eq!(first, verdict(&people, 999, &Threads(2)));
    people[0].revenue = people[0].revenue.map(|value| value + 1e-9);
    assert_ne!(first.data_hash, verdict(&people, 999, &Threads(2)).data_hash);
}

#[test]
fn units_that_stand_twice_are_found() {
    let mut people = people(900);
    let again = people[5].user.clone();
    people[700].user = again.clone();
    people[700].arm = people[5].arm;
    let experiment = statement();
    let refused = collect_columns(&experiment, batches(&people, 100).as_slice(), &OneThread).unwrap_err();
    assert!(
        refused.to_string().contains(&format!(
            "row 1 of part 8 of the table: unit `{again}` stands there again, 2 times in all"
        )),
        "{refused}"
    );
    people[700].arm = (people[5].arm + 1) % 3;
    let found = verdict(&people, 100, &OneThread);
    assert_eq!(found.units.iter().sum::<u64>(), 898);
    let note = found.checks.iter().find(|check| check.name == "crossed_arms").unwrap();
    assert!(note.sentence.starts_with("1 of 899 units"), "{}", note.sentence);
}

#[test]
fn bad_columns_are_refused_with_the_row() {
    let people = people(30);
    let check = |change: &dyn Fn(&mut Vec<Column<'_>>), expect: &str| {
        let mut columns = batches(&people, 30)[0].columns().to_vec();
        change(&mut columns);
        let batch = Batch::new(columns).unwrap();
        let refused = collect_columns(&statement(), [batch].as_slice(), &OneThread).unwrap_err();
        assert!(refused.to_string().contains(expect), "{refused}");
    };
    let put = |place: usize, values: Values<'static>| {
        move |columns: &mut Vec<Column<'_>>| {
            columns[place].values = values.clone();
            columns[place].present = None;
        }
    };
    check(
        &put(1, Values::Whole(vec![5; 30].into())),
        "row 1 of part 1 of the table: arm `5` was not planned",
    );
    check(&put(0, Values::Text(vec!["".into(); 30])), "the unit has no name");
    check(&put(4, Values::Text(vec!["much".into(); 30])), "`revenue` must be a number, not `much`");
    check(&put(4, Values::Number(vec![f64::NAN; 30].into())), "`revenue` must be a finite number");
    check(&put(4, Values::Time(vec![1; 30].into())), "`revenue` holds times");
    check(&put(7, Values::Whole(vec![2; 30].into())), "`paid` is a share, but a unit has the value `2`");
    check(&put(3, Values::Text(vec!["soon".into(); 30])), "neither a day nor a time");
    check(&|columns| drop(columns.remove(6)), "no column `orders`");
}
