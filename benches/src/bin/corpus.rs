//! Prints invented news: `corpus [--text] MEGABYTES`.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use timeline_bench::corpus;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let flowing = arguments.first().is_some_and(|first| first == "--text");
    let size = arguments.pop().and_then(|size| size.parse::<f64>().ok());
    let (Some(size), true) = (size, arguments.len() == usize::from(flowing)) else {
        eprintln!("usage: corpus [--text] MEGABYTES");
        return ExitCode::from(2);
    };
    match print((size * 1e6) as usize, flowing) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("corpus: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Writes article by article, so that any size can be asked for.
fn print(size: usize, flowing: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = 0;
    for article in corpus::articles() {
        if written >= size {
            break;
        }
        let part = if flowing { article.text + "\n\n" } else { article.to_json() };
        out.write_all(part.as_bytes())?;
        written += part.len();
    }
    out.flush()
}
