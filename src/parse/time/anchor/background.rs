//! Dates that a text tells by the way, so that it does not go on from them: births, the years of a life in brackets, and
//! years that name a thing.

use super::super::Found;
use super::super::expr::Sense;
use super::super::range::ends_with_word;
use crate::Span;
use crate::calendar::Unit;

/// How much a date tells of where its text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is where the text is at.
    Fore,
    /// `(1931–1933)`: where the text is at if it told nothing yet, for so begins a history of a war, and a life.
    Either,
    /// `born on 5 May 1931`, `(d. 1990)`, `the flood of 1881`: never.
    Back,
}

pub(super) fn ground(text: &str, found: &Found) -> Ground {
    let before = text[..found.span.start].trim_end();
    let year = matches!(found.expr.sense, Sense::Unit(Unit::Year(_)));
    match () {
        () if is_of_life(text, found) || year && names_a_thing(text, before, found) => Ground::Back,
        () if year && in_brackets(text, before, found) => Ground::Either,
        () => Ground::Fore,
    }
}

/// As many bytes before a date tell of its clause.
const REACH: usize = 120;

/// Whether the sentence has told what had been before it comes to `span`: `He had been appointed on 3 May 1931`
pub(super) fn is_before(text: &str, span: Span) -> bool {
    let from = (span.start.saturating_sub(REACH)..).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let before = &text.as_bytes()[from..span.start];
    let had = memchr::memrchr_iter(b'd', before)
        .find(|&at| before[..at].ends_with(b" ha") && before.get(at + 1) == Some(&b' '));
    had.is_some_and(|had| {
        // "Moe, who had been ill since May, died on Monday": the clause is over at its comma.
        let aside = [b" who had".as_slice(), b" which had"].iter().any(|who| before[..=had].ends_with(who));
        let ends = |end: &[u8]| matches!(end, b". " | b"? " | b"! ") || end[0] == b'\n' || aside && end == b", ";
        !before[had..].windows(2).any(ends)
    })
}

/// `born on 5 May 1931`, `(b. 1931)`, `(d. 1990)`
pub(super) fn is_of_life(text: &str, found: &Found) -> bool {
    let before = text[..found.span.start].trim_end();
    let plain = before.strip_suffix('.').unwrap_or(before);
    is_birth(text, found) || ["(died", "(d"].iter().any(|word| plain.ends_with(word))
}

/// `born on 5 May 1931`, `Born in Bergen on 5 May 1931`, `(b. 1931)`
pub(super) fn is_birth(text: &str, found: &Found) -> bool {
    let before = text[..found.span.start].trim_end();
    let led = ["on", "in"].iter().find_map(|word| without_word(before, word));
    let plain = led.unwrap_or(before);
    let plain = plain.strip_suffix('.').unwrap_or(plain);
    ["born", "b", "Born"].iter().any(|word| ends_with_word(plain, word))
        || ["(born", "(b"].iter().any(|word| plain.ends_with(word))
        || led.is_some_and(is_birthplace)
}

/// So many words of a place stand behind "born in".
const PLACE: usize = 4;

/// Whether the words end with where somebody was born: `Born in North Bergen`
fn is_birthplace(words: &str) -> bool {
    let mut before = words.rsplit(char::is_whitespace);
    let place = before.clone().take(PLACE).take_while(|word| word.starts_with(char::is_uppercase)).count();
    place > 0 && before.nth(place) == Some("in") && before.next().is_some_and(|word| word.eq_ignore_ascii_case("born"))
}

fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    ends_with_word(text, word).then(|| text[..text.len() - word.len()].trim_end())
}

/// `the great flood of 1881`, but not as a heading: `Campaign of 1905`
fn names_a_thing(text: &str, before: &str, found: &Found) -> bool {
    let ends_line = text[found.span.end..].starts_with(['\n', '\r']);
    found.expr.modifier.is_none() && ends_with_word(before, "of") && !ends_line
}

/// `(1941–1990)`, either year.
fn in_brackets(text: &str, before: &str, found: &Found) -> bool {
    let after = text[found.span.end..].trim_start();
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    let figures = |c: char| c.is_ascii_digit() || c == ' ';
    let opens = before.ends_with('(')
        && after.strip_prefix(dash).is_some_and(|rest| rest.trim_start_matches(figures).starts_with(')'));
    let closes = after.starts_with(')')
        && before.strip_suffix(dash).is_some_and(|rest| rest.trim_end_matches(figures).ends_with('('));
    opens || closes
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Published};
    use crate::parse::time::timexes;

    /// The last value in a text that was published in 1939, or nobody knows when.
    fn last(text: &str, published: Option<&str>) -> String {
        let published = published.map(|date| Published { date: date.parse().unwrap(), how: "given".to_owned() });
        let document = Document { published, ..Document::new("a", text) };
        timexes(&document).pop().unwrap().value
    }

    #[test]
    fn nothing_is_counted_from_a_birth_or_from_the_year_of_a_thing() {
        for aside in [
            "Moe was born on 5 May 1911 in Bergen.",
            "Moe, born in 1911, is a doctor.",
            "Born in North Bergen on 5 May 1911, Moe is a doctor.",
            "Moe (b. 1911) is a doctor.",
            "The great flood of 1911 is forgotten.",
        ] {
            let text = format!("{aside} Lie was elected on 3 March.");
            assert_eq!(last(&text, None), "XXXX-03-03", "{aside}");
            assert_eq!(last(&text, Some("1939-06-10")), "1939-03-03", "{aside}");
            let told = format!("In 1931 she came to Oslo. {aside} She was elected on 3 March.");
            assert_eq!(last(&told, None), "1931-03-03", "{aside}");
        }
    }

    #[test]
    fn the_years_of_a_life_or_a_war_open_its_history() {
        assert_eq!(last("The war (1911–1913) was short. On 3 March peace came.", None), "1911-03-03");
        let life = "In 1931 Moe met Lie (1881–1935). She was elected on 3 March.";
        assert_eq!(last(life, None), "1931-03-03");
        assert_eq!(last("The campaign of 1911\n\nOn 3 March it snowed.", None), "1911-03-03");
    }

    #[test]
    fn a_clause_that_looks_back_ends_at_its_comma() {
        let text =
            "Moe, who had been head since January 1932, died on Monday. She was 61. Lie took over on the same day.";
        assert_eq!(last(text, Some("1939-06-14")), "1939-06-12");
        let text = "Moe was dismissed on 13 June 1939. He had come in May, 1931, and wed on 7 June 1932. Lie left the same day.";
        assert_eq!(last(text, Some("1939-06-14")), "1939-06-13");
    }
}
