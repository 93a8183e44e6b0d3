//! What the gate counts: one stage or one trap, once. `work stage NAME BYTES` or `work trap NAME SIZE`.

use std::hint::black_box;
use std::process::ExitCode;

use timeline_bench::corpus;
use timeline_bench::stage::{STAGES, Work};
use timeline_bench::traps::TRAPS;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(work) = prepare(&arguments) else {
        eprintln!("usage: work stage|trap NAME SIZE");
        return ExitCode::from(2);
    };
    println!("{}", measured(work));
    ExitCode::SUCCESS
}

fn prepare(arguments: &[String]) -> Option<Work> {
    let [what, name, size] = arguments else { return None };
    let size = size.parse().ok()?;
    match what.as_str() {
        "stage" => Some(STAGES.iter().find(|stage| stage.name == name)?.prepare(&corpus::jsonl(size))),
        "trap" => Some(TRAPS.iter().find(|trap| trap.name == name)?.prepare(size)),
        _ => None,
    }
}

/// The gate counts what happens in here, so it keeps its name and its place on the stack.
#[inline(never)]
fn measured(work: Work) -> usize {
    black_box(work())
}
