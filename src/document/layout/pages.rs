//! The marks that pages of print leave in a text made from a PDF: their numbers, alone or beside a running head.

/// A longer line is no running head.
const LONGEST: usize = 120;

/// Whether the line is the number of a page, or what stands over or under a page with it: "Page 3 of 4", "- 3 -",
/// "The Oslo Post      3".
pub(in crate::document) fn is_page_mark(line: &str) -> bool {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // Print sets the parts of a running head far apart.
    let mut parts = line.split("   ").map(str::trim).filter(|part| !part.is_empty());
    match (parts.next(), parts.next(), parts.next()) {
        (Some(only), None, None) => is_number(only),
        (Some(left), Some(right), None) => is_number(left) || is_number(right),
        (Some(left), Some(middle), Some(right)) => {
            [left, middle, right].into_iter().any(is_number) && parts.next().is_none()
        }
        _ => false,
    }
}

/// "3", "- 3 -", "Page 3", "Page 3 of 4", "p. 3", "3/4".
fn is_number(part: &str) -> bool {
    let bare = part.trim_matches(|c: char| c.is_whitespace() || "-–—[]|".contains(c));
    let words = || bare.split([' ', '/', '.']).filter(|word| !word.is_empty());
    let is_page = |word: &str| word.eq_ignore_ascii_case("page") || word.eq_ignore_ascii_case("p");
    let is_figure = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let named = words().next().is_some_and(is_page);
    let rest: Vec<&str> = words().skip(usize::from(named)).take(4).collect();
    match rest[..] {
        [page] => is_figure(page),
        [page, total] => (named || bare.contains('/') && !bare.contains(' ')) && is_figure(page) && is_figure(total),
        [page, of, total] => of == "of" && is_figure(page) && is_figure(total),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_and_running_heads_are_marks() {
        for line in [
            "3",
            "- 3 -",
            "Page 3",
            "Page 3 of 4",
            "3 of 4",
            "p. 3",
            "3/4",
            "[3]",
            "The Oslo Post                    Page 2",
            "12          THE OSLO POST        March 1932",
        ] {
            assert!(is_page_mark(line), "{line}");
        }
    }

    #[test]
    fn years_dates_and_prose_are_none() {
        for line in
            ["1932", "3 March", "Page 3 was torn out.", "Route 66", "3 of 4 came.", "7 March 1932", "", "Moe   Lie"]
        {
            assert!(!is_page_mark(line), "{line}");
        }
    }
}
