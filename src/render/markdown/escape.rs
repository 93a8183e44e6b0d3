//! Text of others as Markdown that shows it letter for letter.

/// The text on one line, with every mark escaped that Markdown would take for its own: those of CommonMark, GitHub's
/// strike-through and its formulas, HTML, and what begins a heading or a list at the start of a line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        let first = out.is_empty();
        if !first {
            out.push(' ');
        }
        let number = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = first && number.len() < word.len() && number.starts_with(['.', ')']);
        let mark = word.len() - number.len();
        for (at, c) in word.char_indices() {
            let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#');
            let leading = first && at == 0 && matches!(c, '-' | '+' | '=');
            if special || leading || numbered && at == mark {
                out.push('\\');
            }
            // What no reader shows, a NUL byte say, would end a line or a file for some.
            out.push(if c.is_control() { '\u{FFFD}' } else { c });
        }
    }
    out
}

/// An address fit for `<…>` in a link: without what would end it.
pub(super) fn address(url: &str) -> String {
    url.chars()
        .filter(|c| !c.is_control())
        .map(|c| match c {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '\\' => "%5C".to_owned(),
            ' ' => "%20".to_owned(),
            c => c.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_lines_joined() {
        for (text, escaped) in [
            ("Ada *Moe* of\n[Oslo](#)", "Ada \\*Moe\\* of \\[Oslo\\](\\#)"),
            ("a_b `c` <b> & $1 ~2~ |", "a\\_b \\`c\\` \\<b\\> \\& \\$1 \\~2\\~ \\|"),
            ("# Moe", "\\# Moe"),
            ("1. Moe 2. Lie", "1\\. Moe 2. Lie"),
            ("1932) Moe", "1932\\) Moe"),
            ("- Moe - Lie", "\\- Moe - Lie"),
            ("+1", "\\+1"),
            ("1932 was a year.", "1932 was a year."),
            ("Moe\0", "Moe\u{FFFD}"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
