//! Prints what the machine at hand makes of it: every stage in growing sizes, then the whole command on one thread and
//! on two. `speed [MEGABYTES]`; build with `--release --workspace`, so that the command stands beside this program.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use timeline_bench::corpus;
use timeline_bench::stage::{STAGES, Stage};
use timeline_bench::traps::TRAPS;

/// Each figure is the best of this many runs: what disturbs a run only ever slows it.
const RUNS: usize = 3;

fn main() -> ExitCode {
    let megabytes = env::args().nth(1).map_or(Some(32), |size| size.parse().ok());
    let Some(megabytes) = megabytes.filter(|&megabytes| megabytes > 0) else {
        eprintln!("usage: speed [MEGABYTES]");
        return ExitCode::from(2);
    };
    stages(megabytes);
    traps();
    match commands(megabytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("speed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The stages at a sixteenth, a quarter and the whole of the size: linear work has the same speed at each.
fn stages(megabytes: usize) {
    let sizes = [16, 4, 1].map(|part| (megabytes * 1_000_000 / part).max(1));
    println!("{:<12} {:>10} {:>10} {:>10}   MB/s", "stage", sizes[0], sizes[1], sizes[2]);
    let corpora = sizes.map(corpus::jsonl);
    for stage in STAGES.iter().filter(|stage| stage.name != "start") {
        let speeds = corpora.each_ref().map(|lines| lines.len() as f64 / 1e6 / fastest(stage, lines).as_secs_f64());
        println!("{:<12} {:>10.1} {:>10.1} {:>10.1}", stage.name, speeds[0], speeds[1], speeds[2]);
    }
}

fn fastest(stage: &Stage, lines: &str) -> Duration {
    let run = |_| {
        let work = stage.prepare(lines);
        let begin = Instant::now();
        black_box(work());
        begin.elapsed()
    };
    (0..RUNS).map(run).min().unwrap_or_default()
}

/// The traps at a quarter and at the whole of their full sizes.
fn traps() {
    println!("\n{:<12} {:>10} {:>10} {:>10}   seconds", "trap", "size", "a quarter", "whole");
    for trap in TRAPS {
        let [quarter, whole] = [trap.full / 4, trap.full].map(|size| {
            let work = trap.prepare(size);
            let begin = Instant::now();
            black_box(work());
            begin.elapsed().as_secs_f64()
        });
        println!("{:<12} {:>10} {quarter:>10.3} {whole:>10.3}", trap.name, trap.full);
    }
}

/// The command itself on articles in a file: seconds, MB/s, what a second thread gives, the memory it took.
fn commands(megabytes: usize) -> io::Result<()> {
    let input = env::temp_dir().join(format!("timeline-speed-{}.jsonl", std::process::id()));
    fs::write(&input, corpus::jsonl(megabytes * 1_000_000))?;
    println!("\n{:<12} {:>10} {:>10} {:>10} {:>10}", "command", "1 thread", "2 threads", "ratio", "peak MB");
    for command in ["annotate", "extract", "build"] {
        let [(one, memory), (two, _)] = [run(command, &input, 1)?, run(command, &input, 2)?];
        let [one_speed, two_speed] = [one, two].map(|time| megabytes as f64 / time.as_secs_f64());
        println!("{command:<12} {one_speed:>10.1} {two_speed:>10.1} {:>10.2} {memory:>10}", two_speed / one_speed);
    }
    fs::remove_file(&input)
}

/// The command's best time, and its peak of memory in megabytes.
fn run(command: &str, input: &Path, threads: usize) -> io::Result<(Duration, u64)> {
    let program = env::current_exe()?.with_file_name("timeline");
    let mut best = (Duration::MAX, 0);
    for _ in 0..RUNS {
        let begin = Instant::now();
        let mut child = Command::new(&program)
            .arg(command)
            .args(["--threads", &threads.to_string()])
            .arg(input)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut peak = 0;
        while child.try_wait()?.is_none() {
            peak = peak_of(child.id()).unwrap_or(peak);
            thread::sleep(Duration::from_millis(1));
        }
        best = best.min((begin.elapsed(), peak));
    }
    Ok(best)
}

/// The peak of a running process's memory in megabytes, where the system tells it.
fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
