//! The subcommands, one file each.

mod annotate;
mod build;
mod extract;
mod render;
mod resolve;

use std::io;
use std::process::ExitCode;

use clap::Subcommand;

use crate::problems::Problems;

#[derive(Subcommand)]
pub(crate) enum Command {
    Build(build::Build),
    Extract(extract::Extract),
    Annotate(annotate::Annotate),
    Resolve(resolve::Resolve),
    Render(render::Render),
}

/// Runs the command and turns what came of it into an exit code: 0 done, 1 findings, 2 something could not be read or
/// written. Whoever closes the pipe has seen enough, so that is no error.
pub(crate) fn run(command: Command) -> ExitCode {
    let mut problems = Problems::default();
    let outcome = match command {
        Command::Build(command) => command.run(&mut problems),
        Command::Extract(command) => command.run(&mut problems),
        Command::Annotate(command) => command.run(&mut problems),
        Command::Resolve(command) => command.run(&mut problems),
        Command::Render(command) => command.run(&mut problems),
    };
    match outcome {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => problems.report(&format!("cannot write the output: {error}")),
    }
    problems.exit_code()
}
