//! Asks on a terminal: the open questions of an intent, and which of several readings is meant.

use std::io::{BufRead, IsTerminal, Write};

use aura_core::domain::edit::EditReading;
use aura_core::domain::intent::Intent;
use aura_core::domain::question::{Answer, Question};
use aura_core::{Error, ErrorCode, Result};

use crate::output::{Output, Tone};

/// How often one question is put again after answers that do not fit.
const MAX_TRIES: usize = 5;

/// Whether somebody is there to ask.
pub(crate) fn can_ask(output: &Output) -> bool {
    !output.is_json() && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Asks each open question; an empty line takes the assumption, an answer that does not fit is asked for again.
pub(crate) fn ask(intent: &Intent, output: &Output) -> Result<Vec<Answer>> {
    let mut answers = Vec::new();
    output.heading("A few questions, because the answers change the plan")?;
    output.hint("Press Enter to go on with the first answer as an assumption.")?;
    for question in &intent.questions {
        show(question, output)?;
        answers.extend(answer(intent, question, output)?);
    }
    Ok(answers)
}

/// How many readings of a sentence somebody could choose from.
pub(crate) fn choices(reading: &EditReading) -> usize {
    match reading {
        EditReading::Choices(several) => several.choices.len(),
        EditReading::NotUnderstood(none) => none.nearest.len(),
        _ => 0,
    }
}

/// Asks which of the listed readings of a sentence is meant. `None` where none of them is.
pub(crate) fn choose(reading: &EditReading, output: &Output) -> Result<Option<u32>> {
    let count = choices(reading);
    for _ in 0..MAX_TRIES {
        let line = read(&format!("1 to {count}, or Enter for none of them > "))?;
        match line.as_deref().map(str::parse::<u32>) {
            None => return Ok(None),
            Some(Ok(number)) if (1..=count).contains(&(number as usize)) => return Ok(Some(number)),
            Some(_) => output.status(Tone::Careful, "Not one of them.", "Nothing was changed.")?,
        }
    }
    Ok(None)
}

/// The answer to one question, judged by the same rules as everywhere.
fn answer(intent: &Intent, question: &Question, output: &Output) -> Result<Option<Answer>> {
    for _ in 0..MAX_TRIES {
        let Some(line) = read("> ")? else { return Ok(None) };
        let answer = Answer { question: question.id.clone(), code: question.code.clone(), answer: line };
        match aura_core::intent::answer(intent, std::slice::from_ref(&answer)) {
            Ok(_) => return Ok(Some(answer)),
            Err(error) => {
                output.status(Tone::Careful, "Not an answer:", error.message())?;
                error.hints().iter().try_for_each(|hint| output.below(hint))?;
            }
        }
    }
    output.status(Tone::Careful, "Left open:", "the first answer is assumed.")?;
    Ok(None)
}

/// Shows a question with its answers.
pub(crate) fn show(question: &Question, output: &Output) -> Result<()> {
    output.gap()?;
    output.paragraph(&format!("{}  {}", question.id, question.text))?;
    output.below(&question.reason)?;
    for option in &question.options {
        output.below(&format!("{}) {} ({})", option.id, option.label, option.effect))?;
    }
    Ok(())
}

/// One line from the terminal; `None` where it is empty or the input has ended.
fn read(prompt: &str) -> Result<Option<String>> {
    crate::output::print(prompt)?;
    let _ = std::io::stdout().flush();
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| {
        Error::new(ErrorCode::InvalidAnswer, "the answer cannot be read").with_source(error)
    })?;
    let answer = line.trim();
    Ok((!answer.is_empty()).then(|| answer.to_owned()))
}
