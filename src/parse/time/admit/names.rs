//! Which months, weekdays, seasons and common words of time are names, titles or verbs.

use std::sync::LazyLock;

use super::{Place, Style};
use crate::lexicon::sections;
use crate::lexicon::table::WordTable;
use crate::lexicon::time::{Meaning, Small};
use crate::parse::time::token::{Kind, Token};

/// What a month or season follows.
const BEFORE_DATES: [Small; 10] = [
    Small::In,
    Small::Since,
    Small::Until,
    Small::By,
    Small::From,
    Small::To,
    Small::Between,
    Small::Through,
    Small::During,
    Small::On,
];

/// Words for a day that are cut short have fewer letters.
const SHORT: usize = 6;

impl Place<'_> {
    pub(super) fn date_expected(&self) -> bool {
        self.follows(&BEFORE_DATES)
    }

    /// A month or weekday alone: with its capital, and for words that mean more, after a word that a date follows.
    pub(super) fn bare_name(&self, weekday: bool) -> bool {
        if self.is_all() {
            return true;
        }
        // "This may or may not be right."
        let told = self.date_expected()
            || self.first.capital && self.heads_line()
            || self.listed() && (weekday || self.first.capital);
        let certain = (!self.doubtful() || told) && !(weekday && self.sun());
        match self.style {
            Style::Prose => self.first.capital && certain,
            Style::Message => certain || weekday && self.first.capital && !(self.is_sun() && self.capital_after()),
        }
    }

    /// `Mon, Wed and Fri`, `June or Jul`, `Friday night or Sat`: beside one of its kind.
    fn listed(&self) -> bool {
        let of_kind = |token: &Token| {
            self.last.weekday().is_some() && token.weekday().is_some()
                || self.last.month().is_some() && token.month().is_some()
        };
        let joint = |token: &Token| {
            [b',', b'-', b'/'].into_iter().any(|sign| token.sign(sign)) || token.is(Small::And) || token.is(Small::Or)
        };
        let part = |token: &&Token| token.meaning(|m| if let Meaning::Part(_) = m { Some(()) } else { None }).is_some();
        let earlier = self.earlier.iter().rev().skip(1).find(|token| !part(token));
        self.before.is_some_and(joint) && earlier.is_some_and(of_kind)
            || self.after().is_some_and(joint) && self.later.get(1).is_some_and(of_kind)
    }

    /// `May - The treaty is signed.`: what a chronicle sets before each of its lines.
    fn heads_line(&self) -> bool {
        let (before, after) = (&self.text[..self.first.span.start], &self.text[self.last.span.end..]);
        let above = before.trim_end_matches(['*', '-', '•', ' ']);
        let dash = [" - ", " – ", " — ", ": "].iter().any(|dash| after.starts_with(dash));
        dash && (above.is_empty() || above.ends_with('\n'))
    }

    /// `Tomo` in `named Tomo Moe consul`: a capital inside a sentence, before another.
    pub(super) fn short_name(&self) -> bool {
        let word = self.first.span.of(self.text);
        let whole = ["yesterday", "today", "tomorrow"].iter().any(|day| word.eq_ignore_ascii_case(day));
        // "See you Tmrw I hope", "Tmrw We go" are days.
        let before = self.text[..self.first.span.start].trim_end_matches(' ');
        let after = self.text[self.last.span.end..].trim_start_matches(' ').as_bytes();
        let named = before.ends_with(|c: char| c.is_ascii_lowercase())
            && matches!(after, [b'A'..=b'Z', b'a'..=b'z', b'a'..=b'z', ..]);
        self.first.capital && named && !whole && word.len() < SHORT
    }

    /// `this may`, `that march`: short forms and verbs want their capital.
    pub(super) fn verb_after_turn(&self) -> bool {
        self.doubtful() && !self.last.capital
    }

    /// `Friday` in `Mr. Friday Moe`, `the choice of Sunday Moe`, `replaced by Sunday Moe`, `dropped Sunday Moe as coach`,
    /// `His Excellency Ole Friday`: a name.
    pub(super) fn weekday_name(&self) -> bool {
        let before = self.text.get(..self.first.span.start).unwrap_or_default();
        if before.ends_with(' ') && self.after_excellency(before) {
            return true;
        }
        if self.short_between_names(before) {
            return true;
        }
        let given = self.first.is(Small::Given) && self.capital_after();
        self.capital_after() && (self.follows(&[Small::Of]) || is_title(before))
            || given && (self.taken_as() || by_whom(before) || self.opens_as_subject(before))
    }

    /// `Mai Thi Thu Van`: three letters between two words with a capital, the second of which is no word for a time.
    fn short_between_names(&self, before: &str) -> bool {
        let word = before.strip_suffix(' ').and_then(|before| before.rsplit(char::is_whitespace).next());
        let named = word.is_some_and(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(char::is_alphabetic)
                && word.contains(char::is_lowercase)
        });
        let rest = self.text.get(self.last.span.end..).unwrap_or_default();
        let capital = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        self.last.span.len() == 3 && self.first.capital && named && capital && self.after().is_none()
    }

    /// `His Excellency Ole Angus Friday`
    fn after_excellency(&self, before: &str) -> bool {
        let words = before.rsplit(' ').skip(1).take(NAMES + 1);
        let mut names = words.take_while(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
        self.first.capital && names.any(|word| word == "Excellency")
    }

    /// `Sunday Moe as coach`, where no preposition says that it is the day.
    fn taken_as(&self) -> bool {
        self.behind_names() == Some("as") && !self.date_expected()
    }

    /// `Sunday Moe was sacked`, `Sunday Moe, the coach, left` at the head of a sentence or behind a comma; but `Sunday Moe
    /// left` may tell of a Moe and a day.
    fn opens_as_subject(&self, before: &str) -> bool {
        let opens = before.is_empty() || before.ends_with(['\n', '•', '“', '"']);
        let opens = opens || [". ", ", ", "! ", "? ", "- "].iter().any(|end| before.ends_with(end));
        let behind = self.behind_names().unwrap_or_default();
        opens
            && (["was", "has", "had", "is", "who"].contains(&behind)
                || self.dated_again()
                || ["the", "a", "an", "who"].contains(&self.in_apposition()))
    }

    /// `Sunday Moe resigned on 4 May`, `in 2019`: the sentence has another day.
    fn dated_again(&self) -> bool {
        let rest = self.text.get(self.last.span.end..).unwrap_or_default();
        let words = || rest.split([' ', '\n']).take(WORDS);
        let sentence = words().take_while(|word| !word.ends_with('.'));
        let mut pairs = sentence.zip(words().skip(1));
        pairs.any(|(lead, day)| ["on", "in"].contains(&lead) && day.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The first word with a small letter behind the names that follow, on the same line.
    fn behind_names(&self) -> Option<&str> {
        self.names_behind().find(|word| !word.starts_with(|c: char| c.is_ascii_uppercase()))
    }

    /// The word behind the comma that ends the names that follow.
    fn in_apposition(&self) -> &str {
        let mut words = self.names_behind();
        words.find(|word| word.ends_with(',') || word.starts_with(|c: char| !c.is_ascii_uppercase()));
        words.next().unwrap_or_default()
    }

    /// The words behind it, no more than a name has and what stands behind them.
    fn names_behind(&self) -> impl Iterator<Item = &str> {
        let rest = self.text.get(self.last.span.end..).unwrap_or_default();
        rest.strip_prefix(' ').unwrap_or_default().split(' ').take(NAMES + 1)
    }

    /// `Sun`, that shines and is a family's and a firm's name: a day only after `on`, and where no name goes on.
    fn sun(&self) -> bool {
        self.is_sun() && (self.capital_after() || !self.follows(&[Small::On]))
    }

    pub(super) fn is_sun(&self) -> bool {
        self.last.span.of(self.text).eq_ignore_ascii_case("sun")
    }

    /// `the March elections`, `a March verdict`
    pub(super) fn of_the_month(&self) -> bool {
        self.first.capital && self.follows(&[Small::The, Small::A]) && self.before_word() && self.after().is_none()
    }

    /// `Radio Now`, `City Today`: the last word of a name.
    pub(super) fn name_ends(&self) -> bool {
        let before = self.text.as_bytes().get(..self.first.span.start).and_then(|text| text.strip_suffix(b" "));
        let word = before.and_then(|text| text.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).last());
        let here = self.first.span.of(self.text).as_bytes();
        let titled = self.first.capital && here.get(1).is_some_and(u8::is_ascii_lowercase);
        titled && self.style == Style::Prose && word.is_some_and(u8::is_ascii_uppercase)
    }

    /// `said that Friday's vote`: what was said is joined by "that".
    pub(super) fn after_speech(&self) -> bool {
        self.word_before() == Some("say")
    }

    /// `to last two years`, `would last several days`: a verb.
    pub(super) fn after_modal(&self) -> bool {
        self.follows(&[Small::To]) || self.word_before() == Some("modal")
    }

    /// Whether the word right before says something or is an auxiliary, by the section that it stands in.
    fn word_before(&self) -> Option<&'static str> {
        let before = self.text.get(..self.first.span.start)?.strip_suffix(' ')?;
        let length = before.bytes().rev().take_while(u8::is_ascii_alphabetic).take(LONGEST_VERB + 1).count();
        VERBS.get(&before[before.len() - length..]).copied()
    }

    /// `"High Noon"`, `"60 Minutes"`, `"This Week With Ida Moe"`: a title with its capitals between quotation marks.
    pub(super) fn quoted_title(&self) -> bool {
        let begins = self.first.capital || matches!(self.first.kind, Kind::Digits(..));
        if self.first.span == self.last.span || !(begins && self.last.capital) {
            return false;
        }
        let (before, after) = (&self.text[..self.first.span.start], &self.text[self.last.span.end..]);
        let after = after.strip_prefix(['.', ',']).unwrap_or(after);
        let opens = before.ends_with(['"', '“', '‘', '`', '\'']);
        let goes_on = self.last.unit().is_some() && self.capital_after();
        opens && (goes_on || after.starts_with(['"', '”']) || after.starts_with("''"))
    }

    /// `"White Christmas"`: the last of several words with their capitals between quotation marks.
    pub(super) fn ends_quoted_title(&self) -> bool {
        let (before, after) = (&self.text[..self.first.span.start], &self.text[self.last.span.end..]);
        let closes = after.strip_prefix(['.', ',']).unwrap_or(after).starts_with(['"', '”']);
        if !closes || !self.first.capital {
            return false;
        }
        let near = (before.len().saturating_sub(TITLE)..).find(|&at| before.is_char_boundary(at));
        let words = before.get(near.unwrap_or(0)..).unwrap_or_default().split_inclusive(' ').rev();
        words.map_while(|word| titled(word.strip_suffix(' ')?)).any(|opens| opens)
    }

    /// Whether the last word means more than a time.
    fn doubtful(&self) -> bool {
        let word = self.last.span.of(self.text);
        word.len() <= 3 || word.eq_ignore_ascii_case("march")
    }

    /// `April Hodge`
    pub(super) fn given_name(&self) -> bool {
        let date = self.date_expected() || self.follows(&[Small::The, Small::Of]);
        self.first.is(Small::Given) && self.capital_after() && !date
    }

    /// `the Sunday Herald`
    pub(super) fn title(&self) -> bool {
        self.follows(&[Small::The]) && self.last.capital && self.capital_after()
    }

    /// A season alone: not the verb, not the name.
    pub(super) fn bare_season(&self) -> bool {
        self.style == Style::Message || self.follows(&[Small::In, Small::Since, Small::By, Small::Until, Small::During])
    }

    /// `would fall`, `prices fall`: nothing before it that a noun follows.
    pub(super) fn verb(&self) -> bool {
        let fall = self.first.span.of(self.text).eq_ignore_ascii_case("fall");
        fall && !self.follows(&[Small::The, Small::A, Small::In, Small::Since, Small::By, Small::Until, Small::During])
    }

    /// `The Winter War`: a season of a name.
    pub(super) fn named_after_season(&self) -> bool {
        let the = self.first.is(Small::The) || self.follows(&[Small::The]);
        the && self.last.capital && self.capital_after() && self.style == Style::Prose
    }

    /// `the spring` of a clock, `the fall` from a ladder: nothing before it that a season follows.
    pub(super) fn thing(&self) -> bool {
        let season = self.date_expected() || self.follows(&[Small::For, Small::Of, Small::And]);
        let listed = self.after().is_some_and(|token| token.is(Small::And));
        self.first.is(Small::The) && !season && !listed
    }

    /// `the Day`, `The Morning`, `Daily`, with the capital of a name.
    pub(super) fn capital_name(&self) -> bool {
        self.last.capital && self.style == Style::Prose
    }

    /// Whether the next word begins with a capital.
    pub(super) fn capital_after(&self) -> bool {
        let rest = self.text.get(self.last.span.end..).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    }

    /// `the quarter-final`
    pub(super) fn compound(&self) -> bool {
        let rest = self.text.get(self.last.span.end..).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
    }
}

/// Whether a title ends `before`: `Mr. `, `Minister `.
fn is_title(before: &str) -> bool {
    let Some(before) = before.strip_suffix(' ') else { return false };
    let before = before.strip_suffix('.').unwrap_or(before);
    let length = before.bytes().rev().take_while(u8::is_ascii_alphabetic).take(LONGEST_VERB + 1).count();
    let word = &before[before.len() - length..];
    word.starts_with(|c: char| c.is_ascii_uppercase()) && VERBS.get(word) == Some(&"title")
}

/// `replaced by `: who did it comes next, not by when it was done.
fn by_whom(before: &str) -> bool {
    let Some(before) = before.strip_suffix(" by ") else { return false };
    before.ends_with("ed") || before.ends_with("en")
}

/// Verbs of speech, auxiliaries and titles, each with its section: the words of all classes would take longer to read than most
/// articles.
static VERBS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let verbs = sections(include_str!("../../../lexicon/en/grammar.txt"))
        .filter(|(section, _)| ["say", "modal", "title"].contains(section));
    verbs.flat_map(|(section, words)| words.split_whitespace().map(move |word| (word, section))).collect()
});

/// None of them has more letters.
const LONGEST_VERB: usize = 12;

/// So many names a person has at most.
const NAMES: usize = 4;

/// So many words of a sentence are asked for another day.
const WORDS: usize = 16;

/// So many bytes stand before the last word of a title at most.
const TITLE: usize = 60;

/// Whether a quotation mark opens before the word, where it is one of a title.
fn titled(word: &str) -> Option<bool> {
    let bare = word.trim_start_matches(['"', '“']);
    bare.starts_with(|c: char| c.is_ascii_uppercase()).then_some(bare.len() < word.len())
}
