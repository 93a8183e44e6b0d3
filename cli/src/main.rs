//! The command `timeline`: reads files, prints, and knows the terminal, so that the library need not.

mod commands;
mod input;
mod output;
mod problems;
mod progress;

use std::process::ExitCode;

use clap::Parser;

use commands::{Command, Common};

const EXAMPLES: &str = "\
Examples:
  timeline build articles/                     one timeline from every article, as Markdown
  timeline build --format json a.txt b.txt     the same for programs
  timeline check articles/                     only what contradicts itself or another article
  timeline build --published 2023-12-08 a.txt  an article that does not say when it was published
  curl -s $URL | timeline build -              a page from standard input

  timeline extract articles.jsonl > statements.jsonl    stage by stage, to look between:
  timeline resolve --format json statements.jsonl > timeline.json
  timeline render timeline.json > timeline.md
  timeline diff old.json timeline.json                  what changed since, and why

Exit codes:
  0  done
  1  `check` found a contradiction, `diff` a difference
  2  wrong usage, or something could not be read: it is named, and everything else is done";

/// Reads articles and gives back one ordered, sourced, checked timeline.
///
/// It finds who was appointed, dismissed or elected, and what else happened, says what every date rests on, and where
/// the articles contradict themselves or each other it says which, why, and what the likeliest repair is.
#[derive(Parser)]
#[command(name = "timeline", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    commands::run(&cli.command, &cli.common)
}
