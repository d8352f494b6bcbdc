//! `aura data`: records that are valid for a JSON Schema, or like those of a sample, one a line.

use std::path::{Path, PathBuf};

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::likeness::{
    KeptAs, Likeness, LikenessOptions, TablesRequest, read_records, synthesize_samples, table_records,
};
use aura_core::simulate::locale::Locale;
use aura_core::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use aura_core::simulate::stated::{StatedRecords, read_stated};
use aura_core::{Error, ErrorCode, Result};
use serde_json::{Map, Value, json};

use crate::Finish;
use crate::arguments::Common;
use crate::arguments::mock::DataArguments;
use crate::output::{Output, Tone};
use crate::table::TableFile;
use crate::{files, input, output};

/// Makes records, or checks them.
pub(crate) fn data(common: &Common, options: &DataArguments) -> Result<Finish> {
    let output = Output::new(common);
    let limits = Limits::default();
    match options.like.as_slice() {
        [] => {}
        [one] if options.reference.is_empty() => return like(one, options, &limits, &output),
        several => return like_tables(several, options, &limits, &output),
    }
    let path = options.schema.as_deref().unwrap_or(Path::new(""));
    let text = input::file(path, limits.document_bytes)?;
    let document: Value = serde_json::from_str(&text).map_err(|error| {
        Error::new(ErrorCode::InvalidDocument, format!("`{}` is no JSON: {error}", path.display()))
    })?;
    let schema = Schema::compile(&document, &SchemaOptions::default())?;
    for missing in schema.missing_references() {
        output.status(
            Tone::Careful,
            "Note:",
            &format!("`{missing}` was not given, so nothing is valid there"),
        )?;
    }
    match &options.check {
        Some(path) => check(&schema, path, &limits, &output),
        None => make(&schema, options, &limits, &output),
    }
}

fn make(schema: &Schema, options: &DataArguments, limits: &Limits, output: &Output) -> Result<Finish> {
    let mut wanted = SampleOptions::default().with_locale(Locale::read(&options.locale)?);
    if options.edges {
        wanted = wanted.with_edge_cases();
    }
    Limits::check_count("rows", usize::try_from(options.rows).unwrap_or(usize::MAX), limits.cases)?;
    if let Some(path) = &options.stated {
        let stated = read_stated(&input::file(path, limits.document_bytes)?)?;
        let records = StatedRecords::new(schema, &stated)?;
        return write(options, output, &|number| records.record(Seed(options.seed), number, &wanted));
    }
    write(options, output, &|number| schema.sample(Seed(options.seed), number, &wanted))
}

/// Makes records that are like those of a sample, and says on the way what was kept of it.
fn like(path: &Path, options: &DataArguments, limits: &Limits, output: &Output) -> Result<Finish> {
    Limits::check_count("rows", usize::try_from(options.rows).unwrap_or(usize::MAX), limits.cases)?;
    let sample = records(path)?;
    let mut wanted = LikenessOptions::default()
        .with_smallest_group(options.smallest_group)
        .with_locale(Locale::read(&options.locale)?);
    for column in &options.identifying {
        wanted = wanted.with_identifying(column);
    }
    let likeness = Likeness::new(&sample, &wanted, limits)?;
    let report = likeness.report();
    // Standard output belongs to the records, where they go there.
    for column in report.columns.iter().filter(|_| options.out.is_some()) {
        let kept = match column.kept_as {
            KeptAs::Categories => format!("{} categories", column.groups),
            KeptAs::Numbers => format!("numbers in {} bins", column.groups),
            KeptAs::Moments => format!("moments in {} bins", column.groups),
            KeptAs::MadeUp => "made up, nothing was kept".to_owned(),
            _ => "left out".to_owned(),
        };
        let suppressed = match (column.suppressed_values, column.suppressed_records) {
            (0, _) => String::new(),
            (values, records) => format!("; {values} rare values of {records} records suppressed"),
        };
        output.status(Tone::Careful, &format!("{}:", column.column), &format!("{kept}{suppressed}"))?;
    }
    write(options, output, &|number| likeness.record(Seed(options.seed), number))
}

fn records(path: &Path) -> Result<Vec<Map<String, Value>>> {
    match TableFile::open(path)? {
        TableFile::Text(text) => read_records(&text),
        columns => Ok(table_records(&columns.table()?)),
    }
}

/// Makes tables that refer to each other, a file of each in a folder.
fn like_tables(
    paths: &[PathBuf],
    options: &DataArguments,
    limits: &Limits,
    output: &Output,
) -> Result<Finish> {
    let Some(folder) = &options.out else {
        return Err(Error::new(ErrorCode::InvalidRequest, "several tables need a folder to be written to")
            .with_hint("name one with --out"));
    };
    let mut samples = Vec::new();
    for path in paths {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
        samples.push((name.unwrap_or_default(), records(path)?));
    }
    let request = TablesRequest {
        tables: Vec::new(),
        references: options.reference.clone(),
        rows: Some(options.rows),
        seed: Some(Seed(options.seed)),
        smallest_group: Some(options.smallest_group),
        identifying: options.identifying.clone(),
        locale: Some(Locale::read(&options.locale)?),
    };
    let made = synthesize_samples(samples, &request, limits)?;
    for reference in &made.references {
        let how = if reference.is_found { "found" } else { "stated" };
        let mean: f64 = reference.children.iter().map(|group| group.children * group.share).sum();
        let words = format!("leads to {}, {how}; {mean:.2} refer to one on average", reference.to);
        output.status(Tone::Careful, &format!("{}:", reference.from), &words)?;
    }
    for table in &made.tables {
        let text: String = table.records.iter().map(|record| format!("{record}\n")).collect();
        files::write(&folder.join(format!("{}.jsonl", table.name)), text.as_bytes())?;
        let words = format!("{} records of {}, seed {}", table.records.len(), table.name, options.seed);
        output.status(Tone::Good, "Made", &words)?;
    }
    Ok(Finish::Done)
}

/// Writes one record a line.
fn write(options: &DataArguments, output: &Output, record: &dyn Fn(u64) -> Result<Value>) -> Result<Finish> {
    let mut text = String::new();
    for number in 0..options.rows {
        let value = record(number)?;
        text.push_str(&value.to_string());
        text.push('\n');
        if options.out.is_none() && text.len() > 1 << 16 {
            output::print(&std::mem::take(&mut text))?;
        }
    }
    match &options.out {
        Some(path) => {
            files::write(path, text.as_bytes())?;
            output.status(Tone::Good, "Made", &format!("{} records, seed {}", options.rows, options.seed))?;
        }
        None => output::print(&text)?,
    }
    Ok(Finish::Done)
}

fn check(schema: &Schema, path: &Path, limits: &Limits, output: &Output) -> Result<Finish> {
    let text = input::file(path, limits.document_bytes)?;
    let mut wrong = Vec::new();
    let lines = || text.lines().zip(1_u64..).filter(|(line, _)| !line.trim().is_empty());
    for (line, number) in lines() {
        let value: Value = serde_json::from_str(line).map_err(|error| {
            Error::new(ErrorCode::InvalidDocument, format!("line {number} is no JSON: {error}"))
        })?;
        wrong.extend(schema.violations(&value).into_iter().map(|found| (number, found)));
    }
    if output.is_json() {
        let told: Vec<Value> = wrong
            .iter()
            .map(|(line, it)| json!({ "line": line, "path": it.path, "keyword": it.keyword, "message": it.message }))
            .collect();
        output.document(&json!({ "records": lines().count(), "violations": told }))?;
    } else if wrong.is_empty() {
        output.status(Tone::Good, "Valid.", &format!("{} records", lines().count()))?;
    } else {
        output.status(Tone::Bad, "Not valid.", &format!("{} places", wrong.len()))?;
        for (line, found) in wrong.iter().take(20) {
            let place = if found.path.is_empty() { "the record" } else { found.path.as_str() };
            output.point(&format!("line {line}: {place} {}", found.message))?;
        }
    }
    Ok(if wrong.is_empty() { Finish::Done } else { Finish::Failed })
}
