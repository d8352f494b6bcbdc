//! Asks the open questions of an intent on a terminal.

use std::io::{BufRead, IsTerminal, Write};

use aura_core::domain::intent::Intent;
use aura_core::domain::question::{Answer, Question};
use aura_core::{Error, ErrorCode, Result};

use crate::output::Output;

/// Whether somebody is there to ask.
pub(crate) fn can_ask(output: &Output) -> bool {
    !output.is_json() && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Asks each open question; an empty line takes the assumption.
pub(crate) fn ask(intent: &Intent, output: &Output) -> Result<Vec<Answer>> {
    let mut answers = Vec::new();
    output.heading("A few questions, because the answers change the plan")?;
    output.hint("Press Enter to go on with the first answer as an assumption.")?;
    for question in &intent.questions {
        show(question, output)?;
        if let Some(answer) = read(question)? {
            answers.push(Answer { question: question.id.clone(), code: question.code.clone(), answer });
        }
    }
    Ok(answers)
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

fn read(question: &Question) -> Result<Option<String>> {
    crate::output::print("> ")?;
    let _ = std::io::stdout().flush();
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| {
        Error::new(ErrorCode::InvalidAnswer, format!("the answer to {} cannot be read", question.id))
            .with_source(error)
    })?;
    let answer = line.trim();
    Ok((!answer.is_empty()).then(|| answer.to_owned()))
}
