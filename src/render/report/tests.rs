use super::*;

fn label(texts: &Texts, words: &str, text: &str, primary: bool) -> Label {
    let span = |source: &Text| {
        let at = source.text.find(words).unwrap();
        Span::new(at, at + words.len())
    };
    texts.label("a", span, text.to_owned(), primary).unwrap()
}

fn report(text: &str, words: &[(&str, &str, bool)]) -> String {
    let texts: Texts = [Text::new("a", "a.txt", text)].into_iter().collect();
    let finding = Finding {
        code: "order".to_owned(),
        id: "c-1".to_owned(),
        evidence: "00000000".to_owned(),
        severity: Severity::Error,
        message: "It ended before it began.".to_owned(),
        labels: words.iter().map(|&(words, text, primary)| label(&texts, words, text, primary)).collect(),
        unshown: 0,
        help: "read 1922".to_owned(),
        runner_up: None,
        ignored: None,
    };
    let mut out = Vec::new();
    findings(&mut out, &[finding], &texts, Color::Never).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn underlines_the_spans() {
    let told = report("He left in 1920.\n\nHe came in 1921.", &[("1920", "left", true), ("1921", "came", false)]);
    assert_eq!(
        told,
        "\
error[order]: It ended before it began.
 --> a.txt:1:12
  |
1 | He left in 1920.
  |            ^^^^ left
...
3 | He came in 1921.
  |            ---- came
  |
  = help: read 1922
  = id: c-1@00000000

1 error
"
    );
}

#[test]
fn columns_are_those_of_a_terminal() {
    let told = report("\t東京 e\u{301} 1920", &[("1920", "left", true)]);
    assert!(told.contains("a.txt:1:8\n"), "{told}");
    assert!(told.contains("1 |     東京 e\u{301} 1920\n  |            ^^^^ left\n"), "{told}");
}

#[test]
fn what_a_terminal_would_obey_is_made_harmless() {
    let told = report("\u{1b}[2J\u{202e}1920\r\nnext", &[("1920", "left", true)]);
    assert!(told.contains("1 | \u{fffd}[2J\u{fffd}1920\n  |      ^^^^ left\n"), "{told}");
}

#[test]
fn of_a_long_line_only_what_is_around_is_shown() {
    let text = format!("{} in 1920, {} until 1921 {}", "word ".repeat(5000), "more ".repeat(5000), "end ".repeat(5000));
    let told = report(&text, &[("1920", "left", true), ("1921", "came", false)]);
    assert!(told.len() < 600, "{told}");
    let lines: Vec<&str> = told.lines().collect();
    for (line, under) in lines.iter().zip(&lines[1..]).filter(|(line, _)| line.contains("19") && line.contains('|')) {
        let columns = |at: usize| line[..at].chars().count();
        let (Some(at), Some(mark)) = (line.find("19"), under.find(['^', '-'])) else { continue };
        assert_eq!(columns(at), under[..mark].chars().count(), "{told}");
    }
}

#[test]
fn colour_is_only_added() {
    let texts = Texts::default();
    let mut plain = Vec::new();
    findings(&mut plain, &[], &texts, Color::Always).unwrap();
    assert_eq!(plain, b"nothing contradicts\n");
    assert_eq!(Color::Always.paint(Ink::Red, "x"), "\x1b[1;31mx\x1b[0m");
}
