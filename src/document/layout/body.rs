//! Walks the lines below the head and marks what is not the article's prose.
//!
//! One pass, a line looked at once and only its beginning. Doubt is settled for the prose: a line is furniture by a
//! known phrase at its beginning, by its shape (a month sheet, a bare address, a table row), or by standing below
//! the article's end.

use super::calendar::{is_sheet_row, is_weekday_row, is_year_heading};
use super::lines::lines;
use super::pages::is_page_mark;
use super::phrases::{Role, is_credit, role};
use crate::Span;
use crate::document::{Region, RegionKind, address};
use crate::parse::time::alone;

/// What the walk found.
pub(super) struct Body<'t> {
    /// In order, not overlapping, none adjacent to one of its kind.
    pub(super) regions: Vec<Region>,
    /// The address that the page says is its own.
    pub(super) url: Option<&'t str>,
    /// The name in the note about the author.
    pub(super) author: Option<&'t str>,
}

/// Walks `text` from the byte `from`.
pub(super) fn walk(text: &str, from: usize) -> Body<'_> {
    let mut walk = Walk {
        text,
        state: State::Prose,
        regions: Vec::new(),
        url: None,
        author: None,
        before: [None; 2],
        openings: Vec::new(),
    };
    for line in lines(text.get(from..).unwrap_or_default()) {
        let line = Span::new(line.start + from, line.end + from);
        walk.line(line);
        walk.before = [walk.before[1], Some(line)];
    }
    Body { regions: walk.regions, url: walk.url, author: walk.author }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Prose,
    /// In a month sheet, before which this was.
    Sheet,
    /// Below the line that announces the address.
    Address,
    Comments,
    /// Below the article.
    Foot,
}

struct Walk<'t> {
    text: &'t str,
    state: State,
    regions: Vec<Region>,
    url: Option<&'t str>,
    author: Option<&'t str>,
    /// The two lines before this one.
    before: [Option<Span>; 2],
    /// The first lines of the prose: what a teaser repeats.
    openings: Vec<Span>,
}

/// A teaser repeats one of so many first lines.
const OPENINGS: usize = 6;

/// And so much of it, in bytes.
const REPEATED: usize = 30;

impl<'t> Walk<'t> {
    fn line(&mut self, line: Span) {
        let text = line.of(self.text);
        if self.state == State::Foot || self.state == State::Comments {
            match role(text) {
                Some(Role::Comments) => self.state = State::Comments,
                Some(Role::Form) => self.state = State::Foot,
                _ => {}
            }
            let kind = if self.state == State::Comments { RegionKind::Comment } else { RegionKind::Furniture };
            return self.mark(line, kind);
        }
        if self.state == State::Sheet && is_sheet_row(text) {
            return self.mark(line, RegionKind::Furniture);
        }
        if self.state == State::Address && self.own_address(line, 0) {
            self.state = State::Prose;
            return;
        }
        self.state = State::Prose;
        self.prose(line, text);
    }

    fn prose(&mut self, line: Span, text: &str) {
        if is_weekday_row(text) {
            // The month stands over the weekdays.
            if let Some(heading) = self.before[1].filter(|heading| is_sheet_row(heading.of(self.text))) {
                self.regions.pop_if(|region| region.span == heading);
                self.mark(heading, RegionKind::Furniture);
            }
            self.state = State::Sheet;
            return self.mark(line, RegionKind::Furniture);
        }
        if is_bare(text) || is_contact(text) || is_credited(text) || is_page_mark(text) || self.is_teaser(text) {
            return self.mark(line, RegionKind::Furniture);
        }
        // The dates below count from it; nothing happened in it.
        if is_year_heading(text) && alone(self.text, line).is_some() || is_sheet_row(text) && is_headed(self.text, line)
        {
            return self.mark(line, RegionKind::Head);
        }
        match role(text) {
            None if self.openings.len() < OPENINGS => self.openings.push(line),
            None => {}
            Some(Role::Line) => self.mark(line, RegionKind::Furniture),
            Some(Role::Address(end)) if self.own_address(line, end) => {}
            Some(Role::Address(end)) if text[end..].trim().is_empty() => {
                self.state = State::Address;
                self.mark(line, RegionKind::Head);
            }
            Some(Role::Address(_)) => {}
            Some(Role::End) => {
                // A notice that stands before most of the text closes nothing.
                if self.text.len() - line.end <= line.start {
                    self.end_article();
                }
                self.mark(line, RegionKind::Furniture);
            }
            Some(Role::Form) => {
                self.end_article();
                self.mark(line, RegionKind::Furniture);
            }
            Some(Role::Comments) => {
                self.end_article();
                self.state = State::Comments;
                self.mark(line, RegionKind::Comment);
            }
        }
    }

    /// "The minister left the capital on…": the beginning of an earlier line over again.
    fn is_teaser(&self, text: &str) -> bool {
        let Some(start) = text.strip_suffix("...").or_else(|| text.strip_suffix('…')) else { return false };
        // Its last words may be cut or put otherwise.
        let half = (0..=start.len() / 2).rev().find(|&at| start.is_char_boundary(at)).unwrap_or(0);
        let repeated = &start[..half];
        half >= REPEATED && self.openings.iter().any(|line| line.of(self.text).starts_with(repeated))
    }

    /// The article ends above this line; a name and "Name is a …" right above it are about its author.
    fn end_article(&mut self) {
        self.state = State::Foot;
        if let [Some(name), Some(about)] = self.before
            && is_about(name.of(self.text), about.of(self.text))
        {
            self.author = Some(name.of(self.text));
            self.mark(Span::new(name.start, about.end), RegionKind::Furniture);
        }
    }

    /// Takes the address at or after the byte `from` of the line, where nothing else stands there.
    fn own_address(&mut self, line: Span, from: usize) -> bool {
        let text = &line.of(self.text)[from..];
        let Some(url) = address::find(text).filter(|url| text.len() <= url.len() + 4) else { return false };
        self.url = self.url.or(Some(url));
        self.mark(line, RegionKind::Head);
        true
    }

    fn mark(&mut self, span: Span, kind: RegionKind) {
        match self.regions.last_mut() {
            Some(last) if span.start < last.span.end => {}
            // Nothing but white space lies between two lines that follow each other.
            Some(last) if last.kind == kind && self.before[1].is_some_and(|before| before.end == last.span.end) => {
                last.span.end = span.end;
            }
            _ => self.regions.push(Region { span, kind }),
        }
    }
}

/// Whether the line is a heading by its `#`: a month alone, below that of its year.
fn is_headed(text: &str, line: Span) -> bool {
    alone(text, line).is_some_and(|level| level > 0)
}

/// A table row, or an address and nothing else.
fn is_bare(text: &str) -> bool {
    match text.as_bytes()[0] {
        b'|' => text.ends_with('|'),
        b'<' | b'h' | b'H' => text.len() < 2000 && address::find(text).is_some_and(|url| text.len() <= url.len() + 4),
        _ => false,
    }
}

/// A longer line is no address to write to.
const CONTACT: usize = 200;

/// "press@example.org +47 22 00 00 00 © 1999 Example": an e-mail address first, or beside a telephone or a ©.
fn is_contact(text: &str) -> bool {
    if text.len() > CONTACT || !text.contains('@') {
        return false;
    }
    let is_mail = |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_telephone =
        |word: &str| word.strip_prefix('+').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let mut words = text.split_whitespace();
    let mails = || text.split_whitespace().any(is_mail);
    words.next().is_some_and(is_mail) || mails() && (text.contains('©') || words.any(is_telephone))
}

/// A longer line is no caption.
const CAPTION: usize = 400;

/// "Ada Moe receives Per Dahl in Oslo on 5 May 1931. (Photo: Ada Lie)": a picture's caption, told by its credit.
fn is_credited(text: &str) -> bool {
    let Some(credited) = text.strip_suffix([')', ']']).filter(|_| text.len() <= CAPTION) else { return false };
    credited.rfind(['(', '[']).is_some_and(|at| is_credit(&credited[at + 1..]))
}

/// "Ada Moe" and "Ada Moe is a writer from Oslo."
fn is_about(name: &str, about: &str) -> bool {
    let words = name.split_whitespace().count();
    let capitalised = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let rest = about.strip_prefix(name).and_then(|rest| rest.strip_prefix(" is "));
    (2..=5).contains(&words) && capitalised && rest.is_some() && about.len() < 600
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of each region, by kind.
    fn marked(text: &str) -> Vec<(RegionKind, &str)> {
        walk(text, 0).regions.into_iter().map(|region| (region.kind, region.span.of(text))).collect()
    }

    const ARTICLE: &str = "Moe resigned on March 7, 1932. The king asked Lie to form a government, which he did.\n\n";

    #[test]
    fn lines_of_the_page_are_marked_and_the_article_goes_on() {
        let text = format!("{ARTICLE}Related article: [Lie in London](#)\n\nThe next day Lie left.\n\nViews: 12\n");
        let furniture = |text| (RegionKind::Furniture, text);
        assert_eq!(marked(&text), [furniture("Related article: [Lie in London](#)"), furniture("Views: 12")]);
    }

    #[test]
    fn everything_below_the_end_of_an_article_is_furniture() {
        let text = format!("{ARTICLE}Ada Moe\n\nAda Moe is a writer from Oslo.\n\nLeave a Reply\n\nMay 1934\n");
        let foot = "Ada Moe\n\nAda Moe is a writer from Oslo.\n\nLeave a Reply\n\nMay 1934";
        assert_eq!(marked(&text), [(RegionKind::Furniture, foot)]);
        assert_eq!(walk(&text, 0).author, Some("Ada Moe"));
    }

    #[test]
    fn comments_are_told_from_the_form_below_them() {
        let text = format!(
            "{ARTICLE}2 thoughts on “Moe resigns”\n\n  • March 9, 1932 at 8:23 am\n\n    Well.\n\nLeave a Reply\n"
        );
        let comments = "2 thoughts on “Moe resigns”\n\n  • March 9, 1932 at 8:23 am\n\n    Well.";
        assert_eq!(marked(&text), [(RegionKind::Comment, comments), (RegionKind::Furniture, "Leave a Reply")]);
    }

    #[test]
    fn a_month_sheet_is_marked_with_its_heading_and_no_further() {
        let sheet = "May 1934\n   Mon Tue Wed Thu Fri Sat Sun\n   « Apr\n    123456\n   78910111213";
        let text = format!("{ARTICLE}  • {sheet}\n\nIn May 1934 Lie came back.\n");
        assert_eq!(marked(&text), [(RegionKind::Furniture, sheet)]);
    }

    #[test]
    fn an_address_to_write_to_is_marked() {
        for line in
            ["press@example.org +47 22 00 00 00 © 1932 Example plc", "Contact: Ada Lie, lie@example.org, +47 22 00"]
        {
            assert_eq!(marked(&format!("{ARTICLE}{line}\n")), [(RegionKind::Furniture, line)]);
        }
        let told = "On March 8, 1932, he wrote to lie@example.org of it.";
        assert_eq!(marked(&format!("{ARTICLE}{told}\n")), []);
    }

    #[test]
    fn captions_and_the_marks_of_pages_are_marked() {
        for line in [
            "Moe receives Lie on 5 May 1931. (Photo: Ada Lie)",
            "Moe in 1931 [Photo by A. Lie]",
            "- 2 -",
            "Page 2 of 3",
        ] {
            assert_eq!(marked(&format!("{ARTICLE}{line}\n")).len(), 1, "{line}");
        }
        let told = "The museum bought it in 1931 (a photo of the harbour)";
        assert_eq!(marked(&format!("{ARTICLE}{told}\n")), []);
    }

    #[test]
    fn the_years_that_head_a_chronicle_are_marked() {
        let text = "## 1931\n- 3 March: Moe signed.\n\n**May 1932**\n\n### June\n\nIn May 1932 Lie left.\n";
        assert_eq!(marked(text), [(RegionKind::Head, "1931"), (RegionKind::Head, "May 1932**\n\n### June")]);
    }

    #[test]
    fn the_address_of_the_page_is_taken_from_its_line_or_the_next() {
        for text in
            ["Original url:\n\n<https://example.org/1932/03/07/moe>\n", "URL: https://example.org/1932/03/07/moe"]
        {
            let body = walk(text, 0);
            assert_eq!(body.url, Some("https://example.org/1932/03/07/moe"));
            assert_eq!(body.regions.len(), 1);
        }
        assert_eq!(walk("See https://example.org/ for more.", 0).url, None);
    }

    #[test]
    fn a_teaser_that_repeats_the_opening_is_marked() {
        let teaser = "Moe resigned on March 7, 1932. The king asked Lie to form a new cab...";
        let text = format!("{ARTICLE}{teaser}\n\nThe next day Lie left.\n");
        assert_eq!(marked(&text), [(RegionKind::Furniture, teaser)]);
        let quotation = format!("{ARTICLE}“I left on March 8, 1932, and shall not come back...\n\nShe wept.\n");
        assert_eq!(marked(&quotation), []);
    }

    #[test]
    fn doubt_is_settled_for_the_prose() {
        for text in [
            // A notice above most of the text closes nothing.
            "If you find an error, tell us.\nMoe resigned on March 7, 1932. The king asked Lie to form a government.",
            "Moe resigned.\nComments on the bill were due on March 7, 1932.",
            "Moe resigned in\nMay 1934\nand left.",
            "Moe is a town. Moe is a river.",
            "See\n\nOriginal url: none was given, for in 1932 there was none.",
        ] {
            let kept = walk(text, 0).regions.iter().all(|region| region.span.of(text).starts_with("If you find"));
            assert!(kept, "{text}");
        }
    }
}
