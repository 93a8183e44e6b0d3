//! Which months, weekdays, seasons and common words of time are names, titles or verbs.

use super::{Place, Style};
use crate::lexicon::time::Small;

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

impl Place<'_> {
    fn date_expected(&self) -> bool {
        self.follows(&BEFORE_DATES)
    }

    /// A month or weekday alone: with its capital, and for words that mean more, after a word that a date follows.
    pub(super) fn bare_name(&self, weekday: bool) -> bool {
        let certain = !self.doubtful() || self.date_expected();
        match self.style {
            Style::Prose => self.first.capital && certain,
            Style::Message => certain || weekday && self.first.capital,
        }
    }

    /// `this may`, `that march`: short forms and verbs want their capital.
    pub(super) fn verb_after_turn(&self) -> bool {
        self.doubtful() && !self.last.capital
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

    /// `the spring` of a clock, `the fall` from a ladder: nothing before it that a season follows.
    pub(super) fn thing(&self) -> bool {
        let season = self.date_expected() || self.follows(&[Small::For, Small::Of, Small::And]);
        let listed = self.after.is_some_and(|token| token.is(Small::And));
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
