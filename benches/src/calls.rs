//! What a call costs through Python and Node, beside the same call in Rust.
//!
//! `PYTHON=… NODE_AURA=… cargo run --release -p benches --bin calls [-- CASES]`: `PYTHON` is an interpreter that has
//! the release build of `aura`, `NODE_AURA` the folder or file of the Node package. Each contender runs in a process of
//! its own, in turn, three times; medians are compared.

use std::io::{Error, Result};
use std::process::Command;

use aura_core::engine::Engine;
use aura_core::engine::requests::{GoalRequest, SimulateRequest};
use serde_json::{Value, json};

mod clock;

const GOAL: &str = "Guests check out without an account. They enter an address and pay by card. Raise checkout completion \
                    from 61 % to 68 % within 8 weeks.";
const ROUNDS: usize = 3;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["one", cases] => one(cases.parse().map_err(Error::other)?),
        [cases] => all(cases),
        _ => all("100000"),
    }
}

/// The run in Rust, on one thread.
fn one(cases: u64) -> Result<()> {
    let engine = Engine::default();
    let goal: GoalRequest = serde_json::from_value(json!({"text": GOAL}))?;
    let interpreted = pollster::block_on(engine.interpret(&goal)).map_err(Error::other)?;
    pollster::block_on(engine.plan(&interpreted.project)).map_err(Error::other)?;
    let run = |cases: u64| -> Result<f64> {
        let request = json!({"project": interpreted.project, "cases": cases, "seed": 1});
        let request: SimulateRequest = serde_json::from_value(request)?;
        let failed = std::cell::Cell::new(None);
        let spent = clock::milliseconds(&|| {
            if let Err(error) = pollster::block_on(engine.simulate(&request)) {
                failed.set(Some(error));
            }
        });
        failed.take().map_or(Ok(spent), |error| Err(Error::other(error)))
    };
    run(1_000)?;
    println!("{}", json!({"run_cpu_ms": run(cases)?}));
    Ok(())
}

fn all(cases: &str) -> Result<()> {
    let own = std::env::current_exe()?.display().to_string();
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let node = std::env::var("NODE_AURA").unwrap_or_else(|_| "aura".to_owned());
    let contenders: [(&str, Vec<&str>); 3] = [
        ("Rust", vec![&own, "one", cases]),
        ("Python", vec![&python, "benches/peers/calls.py", cases]),
        ("Node", vec!["node", "--expose-gc", "benches/peers/calls.mjs", cases, &node]),
    ];
    let mut found: Vec<Vec<Value>> = vec![Vec::new(); contenders.len()];
    for _ in 0..ROUNDS {
        for ((name, command), list) in contenders.iter().zip(&mut found) {
            match measured(command)? {
                Ok(figures) => list.push(figures),
                Err(reason) => println!("{name} is not on this machine: {reason}"),
            }
        }
    }
    let rust = found.first().and_then(|list| median(list, "run_cpu_ms")).unwrap_or(f64::NAN);
    println!("{cases} cases: {rust:.0} ms of CPU in Rust");
    for ((name, _), list) in contenders.iter().zip(&found).skip(1) {
        let Some(spent) = median(list, "run_cpu_ms") else { continue };
        let figure = |key: &str| median(list, key).unwrap_or(f64::NAN);
        println!(
            "{name}: {spent:.0} ms of CPU, {:+.1} % over Rust; the smallest call {:.3} ms; a hundred calls at once {:.1} \
             ms; stopped after {:.0} ms; a thousand runs grow by {:.1} MiB",
            100.0 * (spent / rust - 1.0),
            figure("call_ms"),
            figure("hundred_ms"),
            figure("stop_ms"),
            figure("grown_mib"),
        );
    }
    Ok(())
}

/// The figures that a contender prints, or why there are none.
fn measured(command: &[&str]) -> Result<std::result::Result<Value, String>> {
    let Some((program, arguments)) = command.split_first() else {
        return Ok(Err("nothing to run".to_owned()));
    };
    let output = match Command::new(program).args(arguments).output() {
        Ok(output) => output,
        Err(error) => return Ok(Err(error.to_string())),
    };
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Ok(Err(said.lines().last().unwrap_or_default().to_owned()));
    }
    Ok(Ok(serde_json::from_slice(&output.stdout)?))
}

fn median(list: &[Value], key: &str) -> Option<f64> {
    let mut values: Vec<f64> = list.iter().filter_map(|figures| figures.get(key)?.as_f64()).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
