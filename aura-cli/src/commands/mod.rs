//! One file for each command: arguments in, engine operations, documents out.

mod agents;
mod data;
mod doctor;
mod edit;
mod evaluate;
mod experiment;
mod experiment_allocate;
mod experiment_calibrate;
mod experiment_observe;
mod faults;
mod goal;
mod handoff;
mod learning;
mod mock;
mod project;
mod run;
mod sensitivity;
mod simulate;
mod trace;
mod walk;
mod why;

use aura_core::Result;
use clap::CommandFactory;

use crate::Finish;
use crate::arguments::{Arguments, Command};
use crate::session::Session;

/// Does what was asked for.
pub(crate) fn dispatch(arguments: Arguments) -> Result<Finish> {
    let common = &arguments.common;
    match arguments.command {
        Command::Completions(options) => {
            clap_complete::generate(options.shell, &mut Arguments::command(), "aura", &mut std::io::stdout());
            Ok(Finish::Done)
        }
        Command::Experiment(options) => experiment::experiment(common, &options),
        Command::Data(options) => data::data(common, &options),
        Command::Mock(options) => mock::mock(common, &options),
        Command::Agents => agents::agents(common),
        Command::Doctor => doctor::doctor(common),
        Command::Plan(options) if options.check.is_some() => goal::check(common, &options),
        Command::Run(options) => run::run(&Session::open(common)?, &options),
        Command::Interpret(options) => goal::interpret(&Session::open(common)?, &options),
        Command::Plan(options) => goal::plan(&Session::open(common)?, &options),
        Command::Edit(options) => edit::edit(&Session::open(common)?, &options),
        Command::Prototype(options) => handoff::prototype(&Session::open(common)?, &options),
        Command::Import(options) => learning::import(&Session::open(common)?, &options),
        Command::Learn(options) => learning::learn(&Session::open(common)?, &options),
        Command::Simulate(options) => simulate::simulate(&Session::open(common)?, &options),
        Command::Replay(options) => simulate::replay(&Session::open(common)?, &options),
        Command::Sensitivity(options) => sensitivity::sensitivity(&Session::open(common)?, &options),
        Command::Faults(options) => faults::faults(&Session::open(common)?, &options),
        Command::Trace(options) => trace::trace(&Session::open(common)?, &options),
        Command::Walk(options) => walk::walk(&Session::open(common)?, &options),
        Command::Evaluate(options) => evaluate::evaluate(&Session::open(common)?, &options),
        Command::Handoff(options) => handoff::handoff(&Session::open(common)?, &options),
        Command::Why(options) => why::why(&Session::open(common)?, &options),
        Command::Project(options) => project::project(&Session::open(common)?, &options),
    }
}
