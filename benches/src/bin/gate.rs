//! Counts instructions, which a noisy machine does not change: `gate [--accept]`.
//!
//! Every stage on a small corpus must cost what `baseline.tsv` says, within [`TOLERANCE`]; every trap must cost no more
//! than its size grows. `--accept` writes the counts down as the new baseline. Needs valgrind, and the program `work`
//! built beside this one.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs, thread};

use timeline_bench::stage::STAGES;
use timeline_bench::traps::TRAPS;

/// By how many percent a stage may become dearer than its baseline.
const TOLERANCE: f64 = 5.0;

/// The bytes of articles that a stage is counted on.
const BYTES: usize = 200_000;

/// A trap is counted at its small size, and at this many times that.
const TIMES: usize = 4;

/// How much dearer the larger may be: a little above [`TIMES`] for sorting, far below its square.
const GROWTH: f64 = 4.8;

fn main() -> ExitCode {
    let accept = env::args().nth(1).is_some_and(|argument| argument == "--accept");
    match stages(accept).and_then(|held| Ok(traps()? && held)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("gate: {message}");
            ExitCode::from(2)
        }
    }
}

/// Counts and compares the stages; whether all of them hold.
fn stages(accept: bool) -> Result<bool, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("baseline.tsv");
    let counts = count_all(&STAGES.map(|stage| ("stage", stage.name, BYTES)))?;
    let named = STAGES.iter().zip(&counts);
    if accept {
        let lines: String = named.clone().map(|(stage, count)| format!("{}\t{count}\n", stage.name)).collect();
        fs::write(&path, lines).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let baseline = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let known = |name: &str| {
        let line = baseline.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
        line.and_then(|count| count.parse::<u64>().ok())
    };
    println!("{:<12} {:>14} {:>10} {:>9}", "stage", "instructions", "a byte", "change");
    let mut held = true;
    for (stage, &count) in named {
        let change = known(stage.name).map(|known| (count as f64 / known as f64 - 1.0) * 100.0);
        let within = change.is_some_and(|change| change <= TOLERANCE);
        held &= within;
        println!(
            "{:<12} {count:>14} {:>10.1} {:>9}{}",
            stage.name,
            count as f64 / BYTES as f64,
            change.map_or("new".to_owned(), |change| format!("{change:+.1} %")),
            if within { "" } else { "  too dear: make it cheaper, or accept it with `gate --accept`" }
        );
    }
    Ok(held)
}

/// Counts the traps in two sizes; whether none grows faster than its size.
fn traps() -> Result<bool, String> {
    let sizes = TRAPS.iter().flat_map(|trap| [1, TIMES].map(|times| ("trap", trap.name, trap.small * times)));
    let counts = count_all(&sizes.collect::<Vec<_>>())?;
    println!("\n{:<12} {:>14} {:>14} {:>10}", "trap", "instructions", "", "growth");
    let mut held = true;
    for (trap, pair) in TRAPS.iter().zip(counts.chunks_exact(2)) {
        let growth = pair[1] as f64 / pair[0] as f64;
        held &= growth <= GROWTH;
        let verdict = if growth <= GROWTH { "" } else { "  grows faster than its size" };
        println!("{:<12} {:>14} {:>14} {growth:>10.2}{verdict}", trap.name, pair[0], pair[1]);
    }
    Ok(held)
}

/// What is counted: `stage` or `trap`, its name, its size.
type Job = (&'static str, &'static str, usize);

/// The instructions of every job, on all cores.
fn count_all(jobs: &[Job]) -> Result<Vec<u64>, String> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut counts = vec![Ok(0); jobs.len()];
    thread::scope(|scope| {
        let mut hands: Vec<Vec<_>> = (0..cores).map(|_| Vec::new()).collect();
        for (number, pair) in counts.iter_mut().zip(jobs).enumerate() {
            hands[number % cores].push(pair);
        }
        for hand in hands {
            scope.spawn(|| hand.into_iter().for_each(|(result, &job)| *result = count(job)));
        }
    });
    counts.into_iter().collect()
}

fn count((what, name, size): Job) -> Result<u64, String> {
    let work = env::current_exe().map_err(|error| error.to_string())?.with_file_name("work");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=work::measured"])
        .arg(work)
        .args([what, name, &size.to_string()])
        .output()
        .map_err(|error| format!("valgrind: {error}; install it"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let collected = told.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    match collected {
        Some(count) if output.status.success() => Ok(count),
        _ => Err(format!("{what} {name}: {told}")),
    }
}
