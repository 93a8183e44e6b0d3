//! What README shows is what the command prints.

use std::path::Path;
use std::process::Command;

#[test]
fn the_sample_prints_what_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README reads");
    let shown = readme.split_once("```markdown\n").and_then(|(_, rest)| rest.split_once("\n```")).expect("a block").0;
    let output = Command::new(env!("CARGO_BIN_EXE_timeline"))
        .args(["build", "samples/lindhaven"])
        .current_dir(&root)
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        printed.trim_end() == shown,
        "README is behind; `cargo run -p timeline-cli -- build samples/lindhaven` now prints:\n\n{printed}"
    );
}
