//! The command `timeline`: reads files, prints, and knows the terminal, so that the library need not.

mod commands;
mod input;
mod output;
mod problems;

use std::process::ExitCode;

use clap::Parser;

use commands::Command;

/// Reads articles and gives back one ordered, sourced, checked timeline.
#[derive(Parser)]
#[command(name = "timeline", version, about, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    commands::run(Cli::parse().command)
}
