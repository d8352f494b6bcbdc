//! The `aura` command: arguments in, engine operations, words or JSON out.
//!
//! Exit codes: 0 when all went well, 1 when something is wrong with the input or the machine, 2 when the command
//! line cannot be understood or something has to be decided first (a question, several readings).

mod arguments;
mod ask;
mod commands;
mod files;
mod host;
mod input;
mod output;
mod session;
mod table;
mod view;

use std::process::ExitCode;

use aura_core::ErrorCode;
use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let is_json = arguments.common.json;
    match commands::dispatch(arguments) {
        Ok(Finish::Done) => ExitCode::SUCCESS,
        Ok(Finish::Failed) => ExitCode::from(1),
        Ok(Finish::Undecided) => ExitCode::from(2),
        Err(error) => {
            output::report(&error, is_json);
            match error.code() {
                ErrorCode::AmbiguousEdit | ErrorCode::AmbiguousGoal | ErrorCode::InvalidRequest => {
                    ExitCode::from(2)
                }
                ErrorCode::Cancelled => ExitCode::from(130),
                _ => ExitCode::from(1),
            }
        }
    }
}

/// How a command ended where nothing went wrong with the command itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finish {
    /// All is well.
    Done,
    /// The answer is no: a check failed, a replay differs.
    Failed,
    /// Somebody has to decide something first.
    Undecided,
}
