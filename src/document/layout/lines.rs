use crate::Span;

/// The lines of `text` that hold anything but white space and list marks, as the span of what they hold.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|mark| mark + 1).chain([text.len()]);
    ends.filter_map(move |end| {
        let start = std::mem::replace(&mut at, end);
        let line = &text[start..end];
        let held = line.trim_start_matches(is_mark);
        let start = start + (line.len() - held.len());
        let held = held.trim_end();
        (!held.is_empty()).then(|| Span::new(start, start + held.len()))
    })
}

/// The same, the last first.
pub(super) fn lines_from_end(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut end = text.len();
    text.split_inclusive('\n').rev().filter_map(move |line| {
        end -= line.len();
        let held = line.trim_start_matches(is_mark);
        let start = end + (line.len() - held.len());
        let held = held.trim_end();
        (!held.is_empty()).then(|| Span::new(start, start + held.len()))
    })
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '•' | '*' | '·' | '▪' | '»' | '#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_blank_lines_and_marks() {
        let text = "\n# Title \r\n\n  • item\n*\nlast";
        let held: Vec<&str> = lines(text).map(|span| span.of(text)).collect();
        assert_eq!(held, ["Title", "item", "last"]);
        let back: Vec<&str> = lines_from_end(text).map(|span| span.of(text)).collect();
        assert_eq!(back, ["last", "item", "Title"]);
    }
}
