//! What README and the pages beside it show is what the command prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[test]
fn the_sample_prints_what_readme_shows() {
    let readme = page("README.md");
    let shown = block(&readme, "```markdown\n");
    let output = timeline(&root(), &["build", "samples/lindhaven"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        printed.trim_end() == shown,
        "README is behind; `cargo run -p timeline-cli -- build samples/lindhaven` now prints:\n\n{printed}"
    );
}

#[test]
fn the_example_of_rules_prints_what_its_page_shows() {
    let page = page("docs/rules.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs-rules");
    fs::create_dir_all(folder.join("articles")).expect("a folder");
    fs::write(folder.join("my.toml"), block(&page, "```toml\n")).expect("the rules are written");
    fs::write(folder.join("articles/spring.txt"), block(&page, "holds `spring.txt`:\n\n```text\n"))
        .expect("an article");
    let shown = block(&page, "```text\n$ timeline build --rules my.toml articles\n");
    let output = timeline(&folder, &["build", "--rules", "my.toml", "articles"]);
    let printed = [output.stderr, output.stdout].concat();
    let printed = String::from_utf8(printed).expect("UTF-8");
    assert!(printed.trim_end() == shown, "docs/rules.md is behind; its example now prints:\n\n{printed}");
}

#[test]
fn the_example_of_statements_prints_what_its_page_shows() {
    let page = page("docs/statements.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs-statements");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("town.jsonl"), block(&page, "```json\n")).expect("the statements are written");
    let shown = block(&page, "```text\n$ timeline resolve town.jsonl\n");
    let output = timeline(&folder, &["resolve", "town.jsonl"]);
    let printed = [output.stderr, output.stdout].concat();
    let printed = String::from_utf8(printed).expect("UTF-8");
    assert!(printed.trim_end() == shown, "docs/statements.md is behind; its example now prints:\n\n{printed}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the page reads")
}

/// What stands between `opening` and the end of its block.
fn block<'p>(page: &'p str, opening: &str) -> &'p str {
    page.split_once(opening).and_then(|(_, rest)| rest.split_once("\n```")).expect("a block").0
}

fn timeline(folder: &Path, arguments: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_timeline")).args(arguments).current_dir(folder).output();
    command.expect("the command runs")
}
