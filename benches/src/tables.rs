//! Ten million users and five metrics, from Parquet and from Arrow in memory, beside tea-tasting on Polars.
//!
//! `cargo run --release -p benches --bin tables [-- USERS]` writes the file once below `target/`, then analyses it in a
//! process of its own for each contender, so that CPU time and peak memory are those of the analysis. The verdicts of 1,
//! 2, 3 and 7 threads are compared bit by bit. `PYTHON=…` names the Python that has tea-tasting.

use std::fs::File;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::{ArrayRef, Float64Array, Int8Array, Int32Array, Int64Array, RecordBatch};
use aura_core::domain::live::LiveExperiment;
use aura_core::evaluate::live::{collect_columns, judge};
use aura_core::progress::Workers;
use aura_core::random::{Seed, Streams};
use aura_core::stats::columns::ColumnSource;
use aura_table::{ArrowTable, ParquetTable};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

const STATEMENT: &str = r#"{
  "schema_version": 1, "title": "Ten million", "unit_column": "user", "arm_column": "arm",
  "arms": [{"name": "0", "weight": 1}, {"name": "1", "weight": 1}],
  "metrics": [
    {"id": "metric_conversion", "title": "conversion", "measure": {"type": "proportion", "column": "converted"},
     "unit": {"type": "share"}, "direction": "increase", "role": "primary"},
    {"id": "metric_orders", "title": "orders", "measure": {"type": "mean", "column": "orders"},
     "unit": {"type": "score"}, "direction": "increase", "role": "secondary", "covariates": ["orders_before"]},
    {"id": "metric_revenue", "title": "revenue", "measure": {"type": "mean", "column": "revenue"},
     "unit": {"type": "score"}, "direction": "increase", "role": "secondary", "covariates": ["revenue_before"]},
    {"id": "metric_price", "title": "price", "measure": {"type": "ratio", "above": "revenue", "below": "orders"},
     "unit": {"type": "score"}, "direction": "increase", "role": "secondary"},
    {"id": "metric_rate", "title": "rate", "measure": {"type": "ratio", "above": "orders", "below": "visits"},
     "unit": {"type": "score"}, "direction": "increase", "role": "secondary",
     "covariates": ["orders_before", "visits_before"]}
  ],
  "rule": {"confidence": 0.95, "smallest_worthwhile": 0, "guardrail_margin": 0.02,
           "origin": {"type": "assumed", "reason": "a measurement"}}
}"#;

struct Threads(usize);

impl Workers for Threads {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..self.0 {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= count {
                            return;
                        }
                        job(number);
                    }
                });
            }
        });
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["one", source, path, threads] => {
            one(source, Path::new(path), threads.parse().map_err(Error::other)?)
        }
        [users] => all(users.parse().map_err(Error::other)?),
        _ => all(10_000_000),
    }
}

fn all(users: usize) -> Result<()> {
    let path = PathBuf::from(format!("target/tables-{users}.parquet"));
    if !path.is_file() {
        write(&path, users)?;
    }
    println!("{users} users, 5 metrics; CPU seconds, MiB at most, verdict");
    let own = std::env::current_exe()?;
    for threads in ["1", "2", "3", "7"] {
        for source in ["parquet", "arrow"] {
            let shown = path.display().to_string();
            let output = Command::new(&own).args(["one", source, &shown, threads]).output()?;
            print!("aura, {source}, {threads} threads: {}", String::from_utf8_lossy(&output.stdout));
        }
    }
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(python).arg("benches/peers/tables.py").arg(&path).output()?;
    if output.status.success() {
        print!("tea-tasting on Polars: {}", String::from_utf8_lossy(&output.stdout));
    } else {
        println!("tea-tasting on Polars: not on this machine");
    }
    Ok(())
}

/// Analyses once and prints CPU seconds, peak memory and the verdict's id.
fn one(source: &str, path: &Path, threads: usize) -> Result<()> {
    let experiment: LiveExperiment = serde_json::from_str(STATEMENT)?;
    let table: Box<dyn ColumnSource> = match source {
        "parquet" => Box::new(ParquetTable::open(path).map_err(Error::other)?),
        _ => Box::new(in_memory(path)?),
    };
    let began = cpu_seconds()?;
    let data = collect_columns(&experiment, table.as_ref(), &Threads(threads)).map_err(Error::other)?;
    let verdict = judge(&experiment, &data).map_err(Error::other)?;
    let spent = cpu_seconds()? - began;
    println!("{spent:.2} s, {} MiB, {}", peak_mib()?, verdict.id);
    for metric in verdict.arms.iter().flat_map(|arm| &arm.metrics) {
        println!("    {}: {}", metric.comparison.title, metric.comparison.difference);
    }
    Ok(())
}

fn in_memory(path: &Path) -> Result<ArrowTable> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?).map_err(Error::other)?;
    let schema = builder.schema().clone();
    let reader = builder.with_batch_size(65_536).build().map_err(Error::other)?;
    let batches: std::result::Result<Vec<RecordBatch>, _> = reader.collect();
    Ok(ArrowTable::new(schema, batches.map_err(Error::other)?))
}

/// User and system time of this process so far, in ticks of a hundredth of a second.
fn cpu_seconds() -> Result<f64> {
    let text = std::fs::read_to_string("/proc/self/stat")?;
    let after = text.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / 100.0)
}

fn peak_mib() -> Result<u64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    Ok(line.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0) / 1_024)
}

/// Users with orders, visits and money before and during the test; the second arm buys a little more.
fn write(path: &Path, users: usize) -> Result<()> {
    let mut draws = Streams::new(Seed(1)).stream(0, 0, 0);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer: Option<ArrowWriter<File>> = None;
    let mut start = 0;
    while start < users {
        let end = users.min(start + 100_000);
        let (mut arms, mut converted) = (Vec::new(), Vec::new());
        let mut counts: [Vec<i32>; 4] = Default::default();
        let (mut revenue, mut revenue_before) = (Vec::new(), Vec::new());
        for user in start..end {
            let (taste, arm) = (draws.next_unit(), (user % 2) as i64);
            let mut count = |most: f64| (taste * draws.next_unit() * most) as i32;
            let (visits_before, visits) = (1 + count(20.0), 1 + count(20.0));
            let (orders_before, orders) = (count(6.0), count(6.0 + 0.05 * arm as f64));
            let mut money =
                |orders: i32| f64::from(orders) * 30.0 * (0.5 + draws.next_unit() * draws.next_unit());
            revenue_before.push(money(orders_before));
            revenue.push(money(orders));
            arms.push(arm);
            converted.push(i8::from(orders > 0));
            for (list, value) in counts.iter_mut().zip([orders, visits, orders_before, visits_before]) {
                list.push(value);
            }
        }
        let [orders, visits, orders_before, visits_before] = counts;
        let whole = |values: Vec<i32>| -> ArrayRef { Arc::new(Int32Array::from(values)) };
        let batch = RecordBatch::try_from_iter([
            ("user", Arc::new((start as i64..end as i64).collect::<Int64Array>()) as ArrayRef),
            ("arm", Arc::new(Int64Array::from(arms)) as ArrayRef),
            ("converted", Arc::new(Int8Array::from(converted)) as ArrayRef),
            ("orders", whole(orders)),
            ("visits", whole(visits)),
            ("orders_before", whole(orders_before)),
            ("visits_before", whole(visits_before)),
            ("revenue", Arc::new(Float64Array::from(revenue)) as ArrayRef),
            ("revenue_before", Arc::new(Float64Array::from(revenue_before)) as ArrayRef),
        ])
        .map_err(Error::other)?;
        if writer.is_none() {
            let fresh = ArrowWriter::try_new(File::create(path)?, batch.schema(), Some(properties.clone()));
            writer = Some(fresh.map_err(Error::other)?);
        }
        if let Some(writer) = &mut writer {
            writer.write(&batch).map_err(Error::other)?;
        }
        start = end;
    }
    if let Some(writer) = writer {
        writer.close().map_err(Error::other)?;
    }
    Ok(())
}
