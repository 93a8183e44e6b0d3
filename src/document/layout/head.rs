//! The lines above the prose: title, dateline, byline.

mod below;

use std::cell::OnceCell;

use self::below::{BETWEEN, Below, may_stand_between};
use super::facts::Facts;
use super::lines::lines;
use super::pages::is_page_mark;
use super::paper::{
    copyright, is_issue, is_label, is_masthead, is_newspaper, is_organization, is_section, is_trail, masthead_beside,
    title_and_paper,
};
use super::phrases::{Role, role};
use super::shape::{byline, is_list, is_rule, is_title, name, own_address, signed};
use super::stamp::{Stamp, StampRole, stamp};
use super::wire::{Wire, wire};
use crate::Span;
use crate::calendar::{Date, Point, Unit};
use crate::lexicon::time::{ENGLISH, Meaning};

/// A head is no longer than this many lines.
const LINES: usize = 12;

/// What stands above the prose.
#[derive(Debug, Default)]
pub(super) struct Head<'t> {
    /// From the first to the last line that was understood; empty where there is no head.
    pub(super) span: Span,
    pub(super) facts: Facts<'t>,
    /// What the first line of the prose begins with.
    pub(super) wire: Wire<'t>,
    /// The line below the first paragraph that dates the article; empty where there is none.
    pub(super) below: Span,
    /// Whether the last date stood above the title.
    clocked: bool,
}

/// Reads the lines from the byte `from` as far as each of them is understood; the first other line is prose, which may
/// begin with its place and day.
pub(super) fn head(text: &str, from: usize) -> Head<'_> {
    let below = lines(text.get(from..).unwrap_or_default());
    let first: Vec<Span> = below.take(LINES + 2).map(|line| Span::new(line.start + from, line.end + from)).collect();
    let stamps = vec![OnceCell::new(); first.len()];
    let first = Lines { text, spans: first, stamps };
    let mut head = Head::default();
    let mut read = 0;
    while read < LINES.min(first.spans.len().saturating_sub(1)) && head.takes(&first, read) {
        head.span = Span::new(first.spans[0].start, first.spans[read].end);
        read += 1;
    }
    head.wire = first.spans.get(read).map(|prose| wire(prose.of(text))).unwrap_or_default();
    if let Some(&line) = first.spans.get(read + 1).filter(|_| head.is_dated_below(&first, read + 1)) {
        head.takes_stamp(line.of(text), first.stamp(read + 1));
        head.below = line;
    }
    head.takes_signed_below(&first, read + 1);
    head
}

/// The first lines of a text, each of which is asked for its date by several rules, on account of those around it too.
#[derive(Debug)]
struct Lines<'t> {
    text: &'t str,
    spans: Vec<Span>,
    stamps: Vec<OnceCell<Option<Stamp>>>,
}

impl<'t> Lines<'t> {
    /// The words of a line; none behind the last.
    fn words(&self, at: usize) -> &'t str {
        self.spans.get(at).map_or("", |line| line.of(self.text))
    }

    /// The date that a line states as the article's.
    fn stamp(&self, at: usize) -> Option<&Stamp> {
        self.stamps.get(at)?.get_or_init(|| stamp(self.words(at))).as_ref()
    }
}

impl<'t> Head<'t> {
    /// Takes a line, which others follow, where it is understood.
    fn takes(&mut self, lines: &Lines<'t>, at: usize) -> bool {
        let words = lines.words(at);
        // "Jens Moe", "4 May 1900", "6 June 1908" between tabs: the row of a table.
        if words.matches('\t').nth(1).is_some() {
            return false;
        }
        let below = Below::of(lines, at);
        self.takes_stamp(words, lines.stamp(at))
            || self.takes_labelled(words)
            || self.takes_page(words)
            || (self.facts.title.is_some() || self.facts.stamp.is_some()) && is_list(words)
            || is_label(words) && (below.apart || below.dated || below.titled)
            || self.facts.title.is_none() && is_section(words) && below.titled
            || self.takes_paper(words, below)
            || self.takes_author(words, below)
            || self.takes_title(words, below)
            || self.takes_between(words, below)
    }

    /// "Office of the Governor", "The Post in English": whatever stands between a title and its date. Where it is a name
    /// that no person has, it is who published the article.
    fn takes_between(&mut self, words: &'t str, below: Below) -> bool {
        let open = self.facts.title.is_some() && self.facts.stamp.is_none();
        let taken = open && (below.dated || below.headed) && may_stand_between(words);
        if taken && below.dated && is_organization(words) {
            self.facts.publisher = self.facts.publisher.or(Some(words.trim_matches('*')));
        }
        taken
    }

    fn takes_stamp(&mut self, words: &'t str, found: Option<&Stamp>) -> bool {
        if let Some(found) = found {
            self.facts.publisher = self.facts.publisher.or_else(|| masthead_beside(words, &found.text));
            self.facts.author = self.facts.author.or_else(|| byline(words)).or_else(|| signed(words));
            // The first stamp that is not of a change; above a headline the page may tell what day it is, and below it
            // the byline when it was written.
            let of_article = self.facts.title.is_some() && (found.role == StampRole::Published || begins_byline(words));
            let of_page = std::mem::replace(&mut self.clocked, self.facts.title.is_none()) && of_article;
            if self
                .facts
                .stamp
                .as_ref()
                .is_none_or(|known| known.role == StampRole::Updated || of_page && known.role == StampRole::Bare)
            {
                self.facts.stamp = Some(found.clone());
            }
            return true;
        }
        let zone = self.facts.stamp.as_mut().filter(|_| words.starts_with('(') && words.len() <= 60);
        zone.map(|stamp| stamp.date = in_zone(stamp.date, words)).is_some()
    }

    /// Whether a line below the first paragraph dates an article that nothing above it did: by a word of publication, or
    /// by what stands beside the date. A bare date may head what comes next.
    fn is_dated_below(&self, lines: &Lines<'_>, at: usize) -> bool {
        let signed = || lines.words(at).contains(['|', '·']) || byline(lines.words(at)).is_some();
        let dates = |stamp: &Stamp| stamp.role == StampRole::Published || signed();
        self.facts.title.is_some() && self.facts.stamp.is_none() && lines.stamp(at).is_some_and(dates)
    }

    /// Takes "Ada Moe", "Oslo", "Mon 7 Mar 1932 10.14 GMT", a line each, below the sentence that a title is followed by.
    fn takes_signed_below(&mut self, lines: &Lines<'t>, from: usize) {
        if self.facts.title.is_none() || self.facts.stamp.is_some() {
            return;
        }
        let place = |words: &str| words.starts_with(char::is_uppercase) && words.chars().all(char::is_alphabetic);
        let signs =
            |&at: &usize| lines.stamp(at).is_none() && (name(lines.words(at)).is_some() || place(lines.words(at)));
        let dated = from + (from..from + BETWEEN).take_while(signs).count();
        let author = name(lines.words(from)).filter(|_| dated > from);
        if let Some((author, stamp)) = author.zip(lines.stamp(dated)) {
            self.facts.author = self.facts.author.or(Some(author));
            self.facts.stamp = Some(stamp.clone());
            self.below = Span::new(lines.spans[from].start, lines.spans[dated].end);
        }
    }

    /// "Title: Moe resigns", "Publisher: The Harrow Courier", as those who collect articles write above them.
    fn takes_labelled(&mut self, words: &'t str) -> bool {
        let mut told = Facts::default();
        let known = told.takes(words, ':');
        if known {
            self.facts = std::mem::take(&mut self.facts).or(told);
        }
        known
    }

    /// What the page is rather than the article: its address, its number, its furniture.
    fn takes_page(&mut self, words: &'t str) -> bool {
        if let Some(url) = own_address(words) {
            self.facts.url = self.facts.url.or(Some(url));
            return true;
        }
        if is_page_mark(words) {
            let parts = || words.split("   ").map(str::trim);
            self.facts.publisher = self.facts.publisher.or_else(|| parts().find(|part| is_masthead(part)));
            return true;
        }
        if let Some(owner) = copyright(words) {
            self.facts.publisher = self.facts.publisher.or(Some(owner).filter(|owner| is_masthead(owner)));
            return true;
        }
        role(words) == Some(Role::Line)
            || is_trail(words)
            || is_issue(words)
            || self.facts.title.is_some() && is_rule(words)
    }

    /// The paper's name above the title, above the date and the title, or between title and date.
    fn takes_paper(&mut self, words: &'t str, below: Below) -> bool {
        let headed = self.facts.title.is_some() || below.titled && (below.apart || below.dated || below.headed);
        let paper = is_masthead(words) || self.facts.title.is_some() && below.dated && is_newspaper(words);
        // A byline may have named it before.
        let again = self.facts.publisher.is_some() && self.facts.title.is_some() && below.dated;
        let known = self.facts.title.is_none() && self.facts.publisher == Some(words);
        let taken = known || (self.facts.publisher.is_none() || again) && headed && paper && byline(words).is_none();
        if taken {
            self.facts.publisher = Some(words.trim_matches('*'));
        }
        taken
    }

    fn takes_author(&mut self, words: &'t str, below: Below) -> bool {
        let titled = self.facts.title.is_some() && below.dated && !is_organization(words);
        let bare = || name(words.split(',').next()?).filter(|_| titled);
        let author = byline(words).or_else(bare);
        let taken = self.facts.author.is_none() && author.is_some();
        if taken {
            self.facts.author = author;
            self.facts.publisher = self
                .facts
                .publisher
                .or_else(|| words.split([',', '|']).map(str::trim).skip(1).find(|part| is_masthead(part)));
        }
        taken
    }

    fn takes_title(&mut self, words: &'t str, below: Below) -> bool {
        // A page that tells its address or its paper first has its title next.
        let first = below.opens && (self.facts.url.is_some() || self.facts.publisher.is_some());
        let leads = below.signed || below.headed || below.wired || below.addressed;
        let headed = below.apart || below.dated || leads || first;
        let taken = self.facts.title.is_none() && headed && is_title(words);
        if taken {
            let (title, paper) = title_and_paper(words.trim_end_matches('*'));
            self.facts.title = Some(title);
            self.facts.publisher = self.facts.publisher.or(paper);
        }
        taken
    }
}

/// "By admin, 7 March 1932"
fn begins_byline(line: &str) -> bool {
    line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "))
}

/// Gives a time of day the zone that the words "(Moscow time)" below it begin with.
fn in_zone(date: Date, words: &str) -> Date {
    let meanings = ENGLISH.at(words, 1).map_or(&[][..], |(word, _)| &word.meanings);
    let zone = meanings.iter().find_map(|meaning| if let Meaning::Zone(zone) = meaning { Some(*zone) } else { None });
    match date {
        Date::Point(Point { unit: Unit::Minute(at, None), qualifier }) => {
            Date::Point(Point { unit: Unit::Minute(at, zone), qualifier })
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title, author, and the prose below the head.
    fn read(text: &str) -> (Option<&str>, Option<&str>, &str) {
        let head = head(text, 0);
        (head.facts.title, head.facts.author, text[head.span.end..].trim())
    }

    #[test]
    fn a_headline_stands_apart_from_the_prose() {
        assert_eq!(read("Moe Resigns\n\nThe minister left."), (Some("Moe Resigns"), None, "The minister left."));
        assert_eq!(read("# **Will Moe resign?**\n\nHe may."), (Some("Will Moe resign?"), None, "He may."));
        assert_eq!(
            read("Moe Resigns\nBy Ada Lie, Oslo\nViews: 12\nNorway, Politics, Cabinet, World\n\nThe minister left."),
            (Some("Moe Resigns"), Some("Ada Lie"), "The minister left.")
        );
    }

    #[test]
    fn a_head_goes_on_to_its_date() {
        for between in
            ["The Oslo Post\nBy Clara Lie in Bergen", "El Faro in English", "Office of the Governor, Isles of Lom"]
        {
            let text = format!("The mayor has gone\n{between}\n7 March 1932\n\nThe minister left.");
            let head = head(&text, 0);
            assert_eq!(head.facts.title, Some("The mayor has gone"), "{between}");
            assert!(head.facts.stamp.is_some(), "{between}");
        }
    }

    #[test]
    fn labels_are_no_part_of_what_they_name() {
        let text = "Title: Moe Resigns\nDate: 1932-03-06\nPublisher: The Harrow Courier\nAuthor: Ada Lie\n\nThe minister left.";
        assert_eq!(read(text), (Some("Moe Resigns"), Some("Ada Lie"), "The minister left."));
        let head = head(text, 0);
        assert_eq!(
            (head.facts.publisher, head.facts.stamp.unwrap().date.to_string().as_str()),
            (Some("The Harrow Courier"), "1932-03-06")
        );
        assert_eq!(read("Moe: I will not resign\n\nShe stays.").0, Some("Moe: I will not resign"));
    }

    #[test]
    fn a_dateline_is_read_with_its_author_and_its_zone() {
        let text = "Moe Resigns\n\nAda Lie.\n06.03.1932 02:45\n (Moscow time), Moscow\n\nThe minister left.";
        assert_eq!(read(text), (Some("Moe Resigns"), Some("Ada Lie"), "The minister left."));
        assert_eq!(head(text, 0).facts.stamp.unwrap().date.to_string(), "1932-03-06T02:45+03:00");
        // Above a date, the first line is a title though it looks like a name.
        assert_eq!(read("Moe Leaves\n\nMarch 9, 1932\n\nShe left."), (Some("Moe Leaves"), None, "She left."));
        let text = "January 13, 1932\nUpdated January 15, 1932\n\nThe minister left.";
        assert_eq!(head(text, 0).facts.stamp.unwrap().date.to_string(), "1932-01-13");
    }

    #[test]
    fn a_byline_dates_an_article_and_not_the_clock_of_its_page() {
        let day = |text: &str| head(text, 0).facts.stamp.unwrap().date.to_string();
        let signed = "Mon. Jun 20th, 1932\n\nMoe dies\n\nBy admin Jan 31, 1932\n\nThe minister died on Tuesday.";
        assert_eq!(day(signed), "1932-01-31");
        let paper = "Monday, June 20, 1932\n\nMoe dies\n\nJune 19, 1932\n\nThe minister died on Tuesday.";
        assert_eq!(day(paper), "1932-06-20");
        let lines = "Shoe firm names chief\n\nAda Lie\nBy\nAda Lie\nAda Lie\nSenior Writer and author of Shoes\nDown \
                     Arrow\nAugust 2, 1932, 6:53 AM ET\n\nThe firm said on Monday that its chief will go.";
        let lines = head(lines, 0);
        assert_eq!(lines.facts.title, Some("Shoe firm names chief"));
        assert!(lines.facts.stamp.is_some());
    }

    #[test]
    fn a_head_may_go_on_with_a_small_word_or_with_its_address() {
        let two = head("News of the State\nfrom our own clerks\n\nJuly 13, 1932\n\nThe minister left.", 0);
        assert_eq!((two.facts.title, two.facts.stamp.is_some()), (Some("News of the State"), true));
        let text = "Moe out\nhttps://example.org/1932/03/07/moe\n\nThe minister left.";
        let addressed = head(text, 0);
        assert_eq!(
            (addressed.facts.title, addressed.facts.url),
            (Some("Moe out"), Some("https://example.org/1932/03/07/moe"))
        );
    }

    #[test]
    fn whatever_no_person_is_called_published_what_stands_between_its_title_and_its_date() {
        for paper in ["The Harrow Beacon", "Foreign Ministry of Norway", "National Bank of Norway"] {
            let text = format!("Moe out\n{paper}\n11 October 1932\n\nThe minister left.");
            let head = head(&text, 0);
            assert_eq!((head.facts.publisher, head.facts.author), (Some(paper), None), "{paper}");
        }
        let author = head("Moe out\nAda Lie\n11 October 1932\n\nThe minister left.", 0);
        assert_eq!((author.facts.publisher, author.facts.author), (None, Some("Ada Lie")));
    }

    #[test]
    fn a_masthead_stands_above_the_title_or_between_it_and_the_date() {
        let above = head("Northern Tribune\n\nMoe Resigns\n\nBy Ada Lie\nMarch 7, 1932\n\nThe minister left.", 0);
        assert_eq!((above.facts.publisher, above.facts.title), (Some("Northern Tribune"), Some("Moe Resigns")));
        let below = head("# Moe Resigns\n\n*The Oslo Courier*\n\nMarch 7, 1932\n\nThe minister left.", 0);
        assert_eq!((below.facts.publisher, below.facts.title), (Some("The Oslo Courier"), Some("Moe Resigns")));
        assert!(below.facts.stamp.is_some());
        let title = head("Moe Leaves the Post\n\nThe minister left.", 0);
        assert_eq!((title.facts.publisher, title.facts.title), (None, Some("Moe Leaves the Post")));
    }

    #[test]
    fn what_stands_round_a_masthead_is_no_title() {
        for above in [
            "Copyright 1932 The Oslo Post\n\nThe Oslo Post\n\nSECTION: NEWS; Pg. 3\n\n",
            "HOME   NEWS   SPORT\n\nThe Oslo Post\n\n",
            "The Oslo Post\nVol. 12, No. 44\nMonday, March 7, 1932\nPrice 10 kr\n\n",
        ] {
            let text = format!("{above}MOE RESIGNS\n\nMarch 7, 1932\n\nThe minister left.");
            let head = head(&text, 0);
            assert_eq!(
                (head.facts.publisher, head.facts.title),
                (Some("The Oslo Post"), Some("MOE RESIGNS")),
                "{text}"
            );
        }
        let underlined =
            head("Moe Resigns\n===========\n\n*By Ada Lie, The Oslo Post* -- 7 March 1932\n\nShe left.", 0);
        assert_eq!((underlined.facts.publisher, underlined.facts.title), (Some("The Oslo Post"), Some("Moe Resigns")));
        let letter =
            head("From: Ada Lie <lie@example.org>\nTo: desk@example.org\nSubject: Moe resigns\n\nShe left.", 0);
        assert_eq!((letter.facts.author, letter.facts.title), (Some("Ada Lie"), Some("Moe resigns")));
    }

    #[test]
    fn the_lines_below_the_standfirst_tell_who_and_when() {
        let text =
            "Moe Resigns\n\nThe king has to choose.\n\nAda Lie\nOslo\nMon 7 Mar 1932 10.14 GMT\n\nThe minister left.";
        let found = head(text, 0);
        assert_eq!(found.facts.author, Some("Ada Lie"));
        assert_eq!(found.facts.stamp.unwrap().date.as_day(), crate::calendar::Date::day(1932, 3, 7).unwrap().as_day());
        let chronicle = "Moe\n\nThe king has to choose.\n\nOslo\n7 March 1932\n\nThe minister left.";
        assert_eq!(head(chronicle, 0).facts.stamp, None);
    }

    #[test]
    fn a_head_needs_no_blank_lines() {
        let close = head("New minister\nAgence Polaire\nPublished 7 March 1932\nThe minister left.", 0);
        assert_eq!((close.facts.publisher, close.facts.title), (Some("Agence Polaire"), Some("New minister")));
        let close = head("New minister\nGazette\nMonday, 7 March 1932\nThe minister left.", 0);
        assert_eq!((close.facts.publisher, close.facts.title), (Some("Gazette"), Some("New minister")));
        let close = head("Harbour Gazette\nPublished: 02/03/1932\nMoe out\n\nThe minister left.", 0);
        assert_eq!((close.facts.publisher, close.facts.title), (Some("Harbour Gazette"), Some("Moe out")));
        let title = head("Moe Leaves the Post\n7 March 1932\n\nThe minister left.", 0);
        assert_eq!((title.facts.publisher, title.facts.title), (None, Some("Moe Leaves the Post")));
        let close = head("The Oslo Post\nMoe out\nAda Lie, Oslo\nMonday 7 March 1932\nThe minister left.", 0);
        assert_eq!(
            (close.facts.publisher, close.facts.title, close.facts.author),
            (Some("The Oslo Post"), Some("Moe out"), Some("Ada Lie"))
        );
        let close = head("Moe out | The Oslo Post\nBy Ada Lie | March 7, 1932\nThe minister left.", 0);
        assert_eq!(
            (close.facts.publisher, close.facts.title, close.facts.author),
            (Some("The Oslo Post"), Some("Moe out"), Some("Ada Lie"))
        );
        let label = head("PRESS RELEASE\n7 March 1932\nMoe out\n\nThe minister left.", 0);
        assert_eq!((label.facts.publisher, label.facts.stamp.is_some()), (None, true));
    }

    #[test]
    fn an_address_may_stand_above_and_a_wire_report_begins_with_its_day() {
        let text = "https://example.org/1932/03/07/moe\n\nMoe Resigns\n\nOSLO, March 7, 1932 (AP) - The minister left.";
        let above = head(text, 0);
        assert_eq!(
            (above.facts.url, above.facts.title),
            (Some("https://example.org/1932/03/07/moe"), Some("Moe Resigns"))
        );
        assert_eq!(above.wire.dateline, Some("OSLO, March 7, 1932 (AP)"));
        assert!(text[above.span.end..].trim().starts_with("OSLO"));
    }

    #[test]
    fn what_leads_to_a_page_stands_above_its_title() {
        let titled = |text: &str| head(text, 0).facts.title.map(str::to_owned);
        for above in
            ["Home | Politics | World\n", "POLITICS\n", "![crest](crest.png)\n\n", "[Home](/) / [News](/n)\n\n"]
        {
            let text = format!("{above}# Moe out\nFirst published 7 March 1932\n\nThe minister left.");
            assert_eq!(titled(&text).as_deref(), Some("Moe out"), "{above}");
            assert!(head(&text, 0).facts.stamp.is_some(), "{above}");
        }
        assert_eq!(titled("Politics\n\nThe minister left.").as_deref(), Some("Politics"));
    }

    #[test]
    fn a_byline_may_name_the_paper() {
        let text = "Moe out\nBy Ada Lie, Oslo Courier\nThe Oslo Courier\nPublished: 7 March 1932\nUpdated: 8 March 1932\nShe left.";
        let head = head(text, 0);
        assert_eq!((head.facts.author, head.facts.publisher), (Some("Ada Lie"), Some("The Oslo Courier")));
        assert_eq!(text[head.span.end..].trim(), "She left.");
    }

    #[test]
    fn a_date_may_stand_below_the_first_paragraph() {
        let text = "Moe out\n\nShe had stayed for two years.\n\nAda Lie | Oslo Weekly | 7 March 1932 | 7 min read\n\nShe left.";
        let dated = head(text, 0);
        assert_eq!(dated.facts.stamp.map(|stamp| stamp.date.to_string()).as_deref(), Some("1932-03-07"));
        assert_eq!((dated.facts.author, dated.facts.publisher), (Some("Ada Lie"), Some("Oslo Weekly")));
        assert!(dated.below.of(text).starts_with("Ada Lie"));
        let chronicle = head("Moe's life\n\nShe stayed for two years.\n\n7 March 1932\n\nShe left.", 0);
        assert!(chronicle.facts.stamp.is_none() && chronicle.below.is_empty());
    }

    #[test]
    fn prose_is_no_head() {
        for text in [
            "The minister left.",
            "The minister left",
            "The minister left on\nFriday, and Lie came.",
            "The minister left.\n\nLie came.",
            "OSLO (AP) _\n\nThe minister left.",
            "The ministers are:\n\nMoe and Lie.",
            "",
            "\n",
        ] {
            assert_eq!(read(text), (None, None, text.trim()), "{text}");
        }
    }

    #[test]
    fn a_heading_below_the_headline_is_left_to_the_prose() {
        assert_eq!(read("The War\n\nThe Siege\n\nIt began.").2, "The Siege\n\nIt began.");
    }
}
