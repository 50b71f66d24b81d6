//! What was typed, what it means, what to do, and the exit status.
//!
//! In: the arguments of the process. Out: bytes on the two streams, and a status: 0 clean, 1 a `deny` violation, 2 trouble.
//! *Invariant:* findings go to standard output; progress and trouble go to standard error.

mod arguments;
mod cached;
mod commands;
mod output;
mod progress;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use commands::{Context, Outcome};
use output::Output;

use crate::system::RealSystem;

/// Deeply nested code is walked by recursion, down to the depth that `facts` lets pass. Only what is used is real.
const STACK_BYTES: usize = if usize::BITS < 64 { 256 << 20 } else { 1 << 30 };

/// Runs the program with these arguments, the program's own name among them.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = arguments::normalized(arguments);
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) => {
            // Help and version are successes; clap prints each to its stream. A closed pipe is no error.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let system = RealSystem;
    let output = Output::new(&system, &parsed.shared);
    let jobs = parsed.shared.jobs.unwrap_or(0);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .stack_size(STACK_BYTES)
        .build();
    let outcome = match pool {
        Ok(pool) => pool.install(|| cached::respond(&system, &output, &parsed)),
        Err(error) => Err(commands::Failure::new(format!(
            "cannot start threads: {error}"
        ))),
    };
    match outcome {
        Ok(outcome) => ExitCode::from(outcome.status()),
        Err(failure) => {
            output.trouble(&failure.message, failure.help.as_deref());
            ExitCode::from(2)
        }
    }
}

fn dispatch(context: &Context<'_>, arguments: &Arguments) -> Result<Outcome, commands::Failure> {
    match &arguments.command {
        Command::Check(options) => commands::check(context, options),
        Command::Init(options) => commands::init(context, options),
        Command::Why(options) => commands::why(context, options),
        Command::Explain(options) => commands::explain(context, options),
        Command::Graph(options) => commands::graph(context, options),
    }
}
