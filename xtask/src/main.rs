//! The project's own chores, so that nobody needs to remember a command line.
//!
//! In: a command and its options. Out: lines for a person, and an exit code of 0 (all is well), 1 (something
//! is wrong) or 2 (the command line is). Never here: anything that a user of the library needs.

mod eval;
mod generate;
mod run;
mod test;
mod tidy;
mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// One chore: its name, what it is for, and what runs it.
struct Command {
    name: &'static str,
    summary: &'static str,
    help: &'static str,
    run: fn(&Path, &[String]) -> Outcome,
}

/// What a chore says when it ends: whether all is well, or why the command line cannot be followed.
type Outcome = Result<bool, String>;

const COMMANDS: &[Command] = &[
    Command {
        name: "test",
        summary: "everything that must pass, with the setting up it needs",
        help: test::HELP,
        run: test::main,
    },
    Command {
        name: "tidy",
        summary: "the rules of the house that the compiler does not check",
        help: tidy::HELP,
        run: tidy::main,
    },
    Command { name: "eval", summary: "figures on data that others made", help: eval::HELP, run: eval::main },
    Command {
        name: "generate",
        summary: "write the files that are made from the code, or check them",
        help: generate::HELP,
        run: generate::main,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", overview());
        return ExitCode::from(2);
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", overview());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("there is no chore `{name}`\n\n{}", overview());
        return ExitCode::from(2);
    };
    if rest.iter().any(|argument| argument == "--help" || argument == "-h") {
        print!("{}", command.help);
        return ExitCode::SUCCESS;
    }
    match (command.run)(&root(), rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprint!("{message}\n\n{}", command.help);
            ExitCode::from(2)
        }
    }
}

fn overview() -> String {
    let mut text = String::from("usage: cargo xtask CHORE [OPTIONS]\n\n");
    for command in COMMANDS {
        text.push_str(&format!("  {:<10}{}\n", command.name, command.summary));
    }
    text.push_str("\n`cargo xtask CHORE --help` tells more.\n");
    text
}

/// The folder of the workspace: the parent of this crate's folder, which cargo names when it runs the crate.
fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}
