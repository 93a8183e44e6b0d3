//! The subcommands, one file each.

mod annotate;
mod build;
mod check;
mod completions;
mod diff;
mod extract;
mod format;
mod render;
mod resolve;
mod rules;
mod settle;

use std::io;
use std::process::ExitCode;

use clap::Subcommand;

use crate::input::Input;
use crate::output::Output;
use crate::problems::Problems;
use crate::progress::Progress;

#[derive(Subcommand)]
pub(crate) enum Command {
    Build(build::Build),
    Check(check::Check),
    Extract(extract::Extract),
    Annotate(annotate::Annotate),
    Resolve(resolve::Resolve),
    Render(render::Render),
    Diff(diff::Diff),
    Completions(completions::Completions),
}

impl Command {
    /// The articles that it reads, where it reads any.
    fn input(&self) -> Option<&Input> {
        match self {
            Command::Build(command) => Some(&command.input),
            Command::Check(command) => Some(&command.input),
            Command::Extract(command) => Some(&command.input),
            Command::Annotate(command) => Some(&command.input),
            Command::Resolve(_) | Command::Render(_) | Command::Diff(_) | Command::Completions(_) => None,
        }
    }
}

/// What every command takes.
#[derive(clap::Args)]
pub(crate) struct Common {
    #[command(flatten)]
    pub(crate) output: Output,
    /// How many threads read and parse; 0 is one for each core. The result is the same
    #[arg(long, value_name = "N", default_value_t = 0, global = true)]
    pub(crate) threads: usize,
    /// Show neither the bar nor the line at the end that a terminal gets
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

/// Runs the command and turns what came of it into an exit code: 0 done, 1 findings, 2 something could not be read or
/// written. Whoever closes the pipe has seen enough, so that is no error.
pub(crate) fn run(command: &Command, common: &Common) -> ExitCode {
    let mut problems = Problems::new(Progress::new(common.quiet));
    if let (Some(input), Some(output)) = (command.input(), common.output.file())
        && input.names(output)
    {
        problems.report(&format!("{}: is an article to read; write the result to another file", output.display()));
        return problems.exit_code();
    }
    let outcome: io::Result<()> = match command {
        Command::Build(command) => command.run(common, &mut problems),
        Command::Check(command) => command.run(common, &mut problems),
        Command::Extract(command) => command.run(common, &mut problems),
        Command::Annotate(command) => command.run(common, &mut problems),
        Command::Resolve(command) => command.run(common, &mut problems),
        Command::Render(command) => command.run(common, &mut problems),
        Command::Diff(command) => command.run(common, &mut problems),
        Command::Completions(command) => command.run(common, &mut problems),
    };
    match outcome {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => problems.report(&format!("cannot write the result: {error}")),
    }
    problems.progress.finish();
    problems.exit_code()
}
