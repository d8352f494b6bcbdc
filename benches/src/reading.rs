//! How long a goal in plain words takes to read: per 200 words, for all example goals and for longer and longer texts.
//!
//! The reference is the part-of-speech tagger that the reading begins with (`harper-brill`), alone, over the same
//! words in the same run: it says how much the understanding adds to the mere tags. Times are CPU times of this thread.

mod clock;

use std::path::Path;
use std::process::ExitCode;

use aura_core::intent::{InterpretOptions, InterpretRequest, interpret};
use aura_core::plan::{PlanOptions, ask};
use aura_core::text::analyse;
use harper_brill::Tagger as _;

/// Counted rounds, after one that is not counted.
const ROUNDS: usize = 7;
/// The length that the figures are for.
const WORDS: f64 = 200.0;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/goals");
    let texts = match goals(&folder) {
        Ok(texts) if !texts.is_empty() => texts,
        Ok(_) => return failed(&format!("{} holds no goals", folder.display())),
        Err(error) => return failed(&format!("{} cannot be read: {error}", folder.display())),
    };
    let words: usize = texts.iter().map(|(_, text)| count(text)).sum();
    println!("{} goals, {words} words; medians of {ROUNDS} rounds", texts.len());
    let first = clock::milliseconds(&|| texts.iter().take(1).for_each(|(_, text)| read(text)));
    println!("first text of a process, with its dictionary: {first:.1} ms");
    let whole = |read: &dyn Fn(&str)| median_of(&|| texts.iter().for_each(|(_, text)| read(text)));
    let scale = WORDS / words as f64;
    let tagger = harper_brill::brill_tagger();
    let reference = whole(&|text| {
        let tokens: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        std::hint::black_box(tagger.tag_sentence(&tokens));
    }) * scale;
    let show = |name: &str, per_text: f64| {
        println!(
            "{name:<44} {per_text:>8.3} ms for 200 words {:>7.1} times the tagger",
            per_text / reference
        );
    };
    show("reference: harper-brill, tags alone", reference);
    show(
        "analyse: sentences, tags, amounts",
        whole(&|text| drop(std::hint::black_box(analyse(text)))) * scale,
    );
    show("interpret: the whole intent", whole(&read) * scale);
    let intents: Vec<_> = texts
        .iter()
        .filter_map(|(_, text)| interpret(&request(text), &InterpretOptions::default()).ok())
        .collect();
    let asked = || {
        intents.iter().for_each(|intent| drop(std::hint::black_box(ask(intent, &PlanOptions::default()))));
    };
    println!(
        "ask: the questions, by comparing plans: {:.3} ms a goal",
        median_of(&asked) / intents.len() as f64
    );
    slowest(&texts);
    growth(&texts);
    ExitCode::SUCCESS
}

/// The goal that takes longest for its length.
fn slowest(texts: &[(String, String)]) {
    let per_text =
        texts.iter().map(|(name, text)| (median_of(&|| read(text)) * WORDS / count(text) as f64, name));
    if let Some((worst, name)) = per_text.max_by(|one, other| one.0.total_cmp(&other.0)) {
        println!("slowest goal for its length: {name}, {worst:.3} ms for 200 words");
    }
}

/// Whether a text twice as long takes twice as long: no reader goes back and forth without end.
fn growth(texts: &[(String, String)]) {
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let all = all.join("\n\n");
    let words: Vec<&str> = all.split_inclusive(char::is_whitespace).collect();
    for length in [500, 1_000, 2_000, 4_000] {
        let Some(part) = words.get(..length) else { break };
        let text = part.concat();
        println!(
            "a text of {length} words: {:.3} ms for 200 of them",
            median_of(&|| read(&text)) * WORDS / length as f64
        );
    }
}

fn read(text: &str) {
    drop(std::hint::black_box(interpret(&request(text), &InterpretOptions::default())));
}

fn request(text: &str) -> InterpretRequest {
    InterpretRequest::new(text)
}

fn count(text: &str) -> usize {
    text.split_whitespace().count().max(1)
}

fn median_of(work: &dyn Fn()) -> f64 {
    work();
    let mut times: Vec<f64> = (0..ROUNDS).map(|_| clock::milliseconds(work)).collect();
    times.sort_by(f64::total_cmp);
    times.get(ROUNDS / 2).copied().unwrap_or(f64::NAN)
}

/// Name and text of each goal, by name.
fn goals(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "md" || ending == "txt") {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            texts.push((name, std::fs::read_to_string(&path)?));
        }
    }
    texts.sort();
    Ok(texts)
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
