//! Which statements of one person's appointments, elections, dismissals and so on speak of the same event.
//!
//! Two are one event where kind and office fit and their dates agree, or differ only as slips of the pen differ: the
//! year beside, the day beside, day and month changed over, a few days. A coarser date joins the only finer one that it
//! holds; the taking of an office, told to the month or the year, joins the only appointment to it in that time, and the end
//! of a term, told to the month, the only leave in it. One without a date
//! joins the only event of its kind that its publication allows. Births and deaths are one each, whatever their dates;
//! what happens once in a tenure is one within two months, where different documents tell it of one office that they name
//! and nothing else of that office lies between; the end that one tells as a resignation and the other as a dismissal, within
//! a few days. Credentials to different receivers are presented twice, however near the days.

use std::collections::{BTreeMap, BTreeSet};

use super::people::People;
use super::role::Office;
use super::union::Union;
use crate::calendar::{Date, Period};
use crate::hash::HashMap;
use crate::resolve::cost::YEAR_BESIDE;
use crate::resolve::readings::slips;
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window, can_agree};
use crate::statement::Kind;

/// Sources that tell one act of office differ by this many days at most: signed, announced, printed.
const NEAR: i64 = 7;

/// As long after it was told an act is dated by those who have it later.
const SOON: i64 = 3 * DAY;

/// Within as many days one person hardly goes twice through what happens once in a tenure.
const TENURE: i64 = 62 * DAY;

/// A slip of more years than this is more than one figure.
const YEARS: u32 = 9;

/// The longest month, and the longest year.
const MONTH: i64 = 31 * DAY;
const YEAR: i64 = 366 * DAY;

/// A bucket is searched no further than this; beyond it stand only more of the same.
const SEARCHED: usize = 64;

/// The statements `members`, all of one person, as sets that tell one event each.
pub(super) fn merge(statements: &[Saying], members: &[usize], people: &People) -> Vec<Vec<usize>> {
    let tellings = Telling::collect(statements, members, people);
    let mut union = Union::new(tellings.len());
    let by_length = in_order_of_length(&tellings);
    let days = by_length.iter().take_while(|&&index| tellings[index].window.is_day()).count();
    let mut index = Index::default();
    for &at in &by_length[..days] {
        index.join_day(&tellings, at, &mut union);
    }
    join_once_in_a_tenure(statements, &tellings, &mut union);
    for &at in by_length[days..].iter().filter(|&&at| tellings[at].date.is_some()) {
        index.join_coarse(&tellings, at, &mut union);
    }
    for &at in by_length[days..].iter().filter(|&&at| tellings[at].date.is_none()) {
        index.join_undated(&tellings, at, &mut union);
    }
    join_once_in_a_life(&tellings, &mut union);
    let merged = |set: Vec<usize>| set.into_iter().flat_map(|at| tellings[at].members.iter().copied()).collect();
    union.sets().into_iter().map(merged).collect()
}

/// Joins the days on which different documents have what happens once in a tenure, unless another step into or out of the
/// office lies between. A document that tells both days means two events.
fn join_once_in_a_tenure(statements: &[Saying], tellings: &[Telling<'_>], union: &mut Union) {
    let one_post = is_one_post(tellings);
    let mut in_time = days(statements, tellings, union);
    for later in 1..in_time.len() {
        let telling = &tellings[in_time[later].telling];
        for earlier in (later.saturating_sub(SEARCHED)..later).rev() {
            let other = &tellings[in_time[earlier].telling];
            let apart = in_time[later].first.saturating_sub(in_time[earlier].last);
            if apart > TENURE || telling.parts(other) {
                break;
            }
            if !telling.is_same_step(other, apart, one_post) {
                continue;
            }
            let (before, after) = in_time.split_at_mut(later);
            let (before, after) = (&mut before[earlier], &mut after[0]);
            // A chain of days that are near each other is no single step.
            let spread = after.last.saturating_sub(before.first);
            if spread <= TENURE && before.documents.is_disjoint(&after.documents) {
                union.join(before.telling, after.telling);
                after.first = before.first;
                let known = std::mem::take(&mut before.documents);
                after.documents.extend(known);
            }
            break;
        }
    }
}

/// The days that are told, in order of time. Those of one event are taken together but for what is a slip of the year: that
/// is told of the same days.
fn days<'s>(statements: &'s [Saying], tellings: &[Telling<'_>], union: &mut Union) -> Vec<OneDay<'s>> {
    let mut told: Vec<usize> = (0..tellings.len()).filter(|&at| tellings[at].window.is_day()).collect();
    told.sort_by_key(|&at| (tellings[at].window.lo, at));
    let mut days: Vec<OneDay<'_>> = Vec::new();
    let mut last: HashMap<usize, usize> = HashMap::default();
    for at in told {
        let window = tellings[at].window;
        let known = last.get(&union.root(at)).copied();
        let near = known.filter(|&day| window.lo.saturating_sub(days[day].last) <= TENURE);
        let place = near.unwrap_or(days.len());
        if near.is_none() {
            days.push(OneDay::new(at, window));
            last.insert(union.root(at), place);
        }
        days[place].last = days[place].last.max(window.hi);
        days[place].documents.extend(tellings[at].members.iter().map(|&member| statements[member].document.as_str()));
    }
    days
}

/// Whether all that is told of a person is of one post, for all that is said of it.
fn is_one_post(tellings: &[Telling<'_>]) -> bool {
    let fullest = tellings.iter().map(|telling| telling.office).max_by_key(|office| office.len());
    let fits = |office: &Office| office.is_empty() || fullest.is_none_or(|fullest| office.agrees(fullest));
    tellings.iter().all(|telling| fits(telling.office))
}

/// The days that differ by no more than a slip, and who tells them.
struct OneDay<'s> {
    telling: usize,
    first: i64,
    last: i64,
    documents: BTreeSet<&'s str>,
}

impl OneDay<'_> {
    fn new(telling: usize, window: Window) -> OneDay<'static> {
        OneDay { telling, first: window.lo, last: window.hi, documents: BTreeSet::new() }
    }
}

/// Nobody is born or dies twice: however far the dates lie apart, they are dates of one event.
fn join_once_in_a_life(tellings: &[Telling<'_>], union: &mut Union) {
    let mut firsts: Vec<usize> = Vec::new();
    for (at, telling) in tellings.iter().enumerate() {
        if *telling.kind != Kind::Death && !telling.kind.is_birth() && !telling.kind.is_life() {
            continue;
        }
        // A sentence that gives two dates gives one of something else: of the death, say.
        let is_one =
            |other: &Telling<'_>| telling.fits(other) && telling.can_be_on(other) && !telling.shares_sentence(other);
        match firsts.iter().take(SEARCHED).find(|&&first| is_one(&tellings[first])) {
            Some(&first) => union.join(first, at),
            None => firsts.push(at),
        }
    }
}

/// The statements that say the very same.
struct Telling<'s> {
    kind: &'s Kind,
    office: &'s Office,
    /// To whom credentials were presented.
    receiver: Option<Office>,
    trigger: Option<&'s str>,
    date: Option<Date>,
    /// What the date can mean; for one without a date, the time up to its publication.
    window: Window,
    document: &'s str,
    sentence: &'s str,
    members: Vec<usize>,
}

impl<'s> Telling<'s> {
    fn collect(statements: &'s [Saying], members: &[usize], people: &'s People) -> Vec<Telling<'s>> {
        let mut seen = HashMap::default();
        let mut tellings: Vec<Telling<'s>> = Vec::new();
        for &member in members {
            let statement = &statements[member];
            let window = match statement.date {
                Some(date) => Window::of(date),
                None => statement.published.map_or(Window::OPEN, Window::until),
            };
            let (role, organization) = (statement.role.as_deref(), statement.organization.as_deref());
            let key = (&statement.kind, role, organization, statement.date, window);
            let at = *seen.entry(key).or_insert_with(|| {
                tellings.push(Telling {
                    kind: &statement.kind,
                    office: people.office(member),
                    receiver: receiver(statement),
                    trigger: statement.trigger.as_deref(),
                    date: statement.date,
                    window,
                    document: &statement.document,
                    sentence: &statement.sentence,
                    members: Vec::new(),
                });
                tellings.len() - 1
            });
            tellings[at].members.push(member);
        }
        tellings
    }

    /// Whether both can be one event, dates apart.
    fn fits(&self, other: &Telling<'_>) -> bool {
        self.kind == other.kind && self.office.fits(other.office) && !self.is_elsewhere(other)
    }

    /// Whether the dates leave it open, as they do between years: a day of no stated year is no other day.
    fn can_be_on(&self, other: &Telling<'_>) -> bool {
        let bounded = |telling: &Telling<'_>| telling.window != Window::OPEN;
        bounded(self) && bounded(other) || self.date.zip(other.date).is_none_or(|(a, b)| can_agree(a, b))
    }

    /// Whether credentials were presented to somebody else.
    fn is_elsewhere(&self, other: &Telling<'_>) -> bool {
        self.receiver.as_ref().zip(other.receiver.as_ref()).is_some_and(|(one, other)| one.is_elsewhere(other))
    }

    /// Whether one sentence tells both.
    fn shares_sentence(&self, other: &Telling<'_>) -> bool {
        !self.sentence.is_empty() && self.document == other.document && self.sentence == other.sentence
    }

    /// As [`fits`](Telling::fits), with the start of a tenure taken for another word for it.
    fn fits_class(&self, other: &Telling<'_>) -> bool {
        let class = |test: fn(&Kind) -> bool| test(self.kind) && test(other.kind);
        (self.kind == other.kind || class(Kind::starts_tenure) || class(Kind::ends_tenure))
            && self.office.fits(other.office)
    }
}

impl Telling<'_> {
    /// Whether both are one step of a tenure, `apart` from each other, and that to the same office for all that they say of
    /// it; where one does not name it, `one_post` says that there is but one.
    fn is_same_step(&self, other: &Telling<'_>, apart: i64, one_post: bool) -> bool {
        let is_leave = |kind: &Kind| matches!(kind, Kind::Resignation | Kind::Dismissal);
        let is_one = match self.kind {
            _ if self.kind != other.kind => is_leave(self.kind) && is_leave(other.kind) && apart <= NEAR * DAY,
            Kind::Credentials => !self.is_elsewhere(other),
            // A resignation is given on one day and takes effect on another: only in the same words are both days one.
            Kind::Resignation if apart > NEAR * DAY && !self.is_told_alike(other) => false,
            // Of an office that neither names there may be two.
            Kind::Appointment | Kind::Election | Kind::TermStart | Kind::Resignation | Kind::Dismissal => {
                !self.office.is_empty()
            }
            _ => false,
        };
        let unnamed =
            *self.kind == Kind::Credentials && one_post && (self.office.is_empty() || other.office.is_empty());
        is_one && (unnamed || self.office.agrees(other.office))
    }

    /// The same day of the years around it, with how many years each is away. A first of a month is a day like every year's.
    fn in_other_years(&self) -> Vec<(u32, Window)> {
        let day = self.date.and_then(Date::as_day).filter(|day| chrono::Datelike::day(day) > 1);
        let Some(date) = day.map(Date::from) else { return Vec::new() };
        let away = |years| {
            let period = Period { years, ..Period::default() };
            [date.checked_sub(period), date.checked_add(period)]
                .into_iter()
                .flatten()
                .map(move |at| (years, Window::of(at)))
        };
        (1..=YEARS).flat_map(away).collect()
    }

    /// Whether `other`, `years` away on the same day of the year and in another document, is this with a slip of the year.
    /// Who comes to an office may come to it again on the day that it is always taken, but not within a year; nobody
    /// leaves it twice on one day of the year.
    fn is_another_years(&self, other: &Telling<'_>, years: u32) -> bool {
        let leaves = matches!(self.kind, Kind::Resignation | Kind::Dismissal | Kind::Credentials);
        let is_one = if years == 1 { self.fits_class(other) } else { leaves && self.fits(other) };
        let named = !self.office.is_empty() && !other.office.is_empty();
        is_one && named && self.document != other.document && self.office.agrees(other.office)
    }

    /// In the same word, or in another form of it: "will resign", "resigned".
    fn is_told_alike(&self, other: &Telling<'_>) -> bool {
        self.trigger.zip(other.trigger).is_none_or(|(one, other)| {
            let shared = one.len().min(other.len());
            one.as_bytes()[..shared].eq_ignore_ascii_case(&other.as_bytes()[..shared])
        })
    }

    /// Whether one begins and the other ends a tenure of one office: between them lies the edge of a term.
    fn parts(&self, other: &Telling<'_>) -> bool {
        let edge = |a: &Kind, b: &Kind| a.starts_tenure() && b.ends_tenure();
        (edge(self.kind, other.kind) || edge(other.kind, self.kind)) && self.office.fits(other.office)
    }
}

fn receiver(statement: &Saying) -> Option<Office> {
    let by = statement.by.as_deref().filter(|_| statement.kind == Kind::Credentials)?;
    Some(Office::new(Some(by), None))
}

/// Days first, then ever coarser dates, then none; ties in the order of time and of telling.
fn in_order_of_length(tellings: &[Telling<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..tellings.len()).collect();
    order.sort_by_key(|&at| {
        let telling = &tellings[at];
        (telling.date.is_none(), telling.window.length(), telling.window.lo, at)
    });
    order
}

/// The tellings met so far, by the first minute of their windows.
#[derive(Default)]
struct Index {
    by_start: BTreeMap<i64, Vec<usize>>,
    longest: i64,
}

impl Index {
    fn add(&mut self, tellings: &[Telling<'_>], at: usize) {
        let window = tellings[at].window;
        self.longest = self.longest.max(window.length());
        self.by_start.entry(window.lo).or_default().push(at);
    }

    fn join_day(&mut self, tellings: &[Telling<'_>], at: usize, union: &mut Union) {
        let telling = &tellings[at];
        let day = telling.window.lo - telling.window.lo.rem_euclid(DAY);
        let same_day = self.starting(day, day + DAY - 1).filter(|&other| telling.fits_class(&tellings[other]));
        let near =
            self.starting(day - NEAR * DAY, day + (NEAR + 1) * DAY - 1).filter(|&other| telling.fits(&tellings[other]));
        for other in same_day.chain(near) {
            union.join(at, other);
        }
        // Which dates a slip makes of this one is dear to work out, and asked only where somebody is left to be joined.
        let mut known = self.by_start.values().flatten().take(SEARCHED + 1).enumerate();
        let is_left = known.any(|(count, &other)| {
            count == SEARCHED || union.root(other) != union.root(at) && telling.fits_class(&tellings[other])
        });
        if is_left {
            self.join_slipped(tellings, at, union);
        }
        self.add(tellings, at);
    }

    /// Joins the days that are told of `at`, but for a slip.
    fn join_slipped(&self, tellings: &[Telling<'_>], at: usize, union: &mut Union) {
        let telling = &tellings[at];
        let slipped = telling.date.into_iter().flat_map(|date| slips(date, YEAR_BESIDE)).flat_map(|slip| {
            let Window { lo, hi } = slip.window;
            self.starting(lo, hi).filter(|&other| telling.fits(&tellings[other]))
        });
        let other_years = telling.in_other_years().into_iter().flat_map(|(years, Window { lo, hi })| {
            self.starting(lo, hi).filter(move |&other| telling.is_another_years(&tellings[other], years))
        });
        for other in slipped.chain(other_years) {
            union.join(at, other);
        }
    }

    fn join_coarse(&mut self, tellings: &[Telling<'_>], at: usize, union: &mut Union) {
        let telling = &tellings[at];
        let held = self.only(tellings, telling.window, union, |other| telling.fits(other) && telling.can_be_on(other));
        // "took office in October", "appointed on 4 October": one step into the office, told twice.
        let step = |other: &Telling<'_>| {
            let is_told = !telling.office.is_empty() && !other.office.is_empty();
            *other.kind == Kind::Appointment && is_told && telling.fits_class(other) && telling.can_be_on(other)
        };
        let leaves = |other: &Telling<'_>| other.kind.ends_tenure() && telling.office.fits(other.office);
        let length = telling.window.length();
        // In a year somebody may come, go and come again.
        let once = |union: &mut Union| matches!(self.only(tellings, telling.window, union, leaves), Found::None);
        let is_start = *telling.kind == Kind::TermStart && (length <= MONTH || (length <= YEAR && once(union)));
        // "was mayor until last week", "was dismissed on 29 April".
        let leave = |other: &Telling<'_>| {
            let is_told = !telling.office.is_empty() && !other.office.is_empty();
            matches!(other.kind, Kind::Resignation | Kind::Dismissal) && is_told && telling.fits_class(other)
        };
        let is_end = *telling.kind == Kind::TermEnd && length <= MONTH;
        let held = match held {
            Found::None if is_start => self.only(tellings, telling.window, union, step),
            Found::None if is_end => self.only(tellings, telling.window, union, leave),
            held => held,
        };
        let found = match held {
            Found::One(other) => Some(other),
            Found::Several => None,
            // A coarse date that no event falls in may be a slip of another source for one that falls beside it.
            Found::None => telling.date.and_then(|date| {
                let elsewhere = |other: &Telling<'_>| telling.fits(other) && telling.document != other.document;
                slips(date, YEAR_BESIDE).into_iter().find_map(|slip| {
                    match self.only(tellings, slip.window, union, elsewhere) {
                        Found::One(other) => Some(other),
                        Found::None | Found::Several => None,
                    }
                })
            }),
        };
        if let Some(other) = found {
            union.join(at, other);
        }
        self.add(tellings, at);
    }

    fn join_undated(&mut self, tellings: &[Telling<'_>], at: usize, union: &mut Union) {
        let telling = &tellings[at];
        let found = match self.only(tellings, telling.window, union, |other| telling.fits(other)) {
            Found::Several => {
                let undated = |other: &Telling<'_>| other.date.is_none() && telling.fits(other);
                self.only(tellings, telling.window, union, undated)
            }
            Found::None => self.only(tellings, telling.window, union, |other| telling.fits_class(other)),
            found => found,
        };
        // What is dated in another paper a day or two after this one told it: nobody is dismissed, or dies, again so soon.
        let found = match (telling.kind, found) {
            (Kind::Dismissal | Kind::Death, Found::None) => {
                let Window { lo, hi } = telling.window;
                let soon = Window { lo: hi.max(lo), hi: hi.saturating_add(SOON) };
                let elsewhere = |other: &Telling<'_>| {
                    other.date.is_some() && telling.fits(other) && telling.document != other.document
                };
                self.only(tellings, soon, union, elsewhere)
            }
            (_, found) => found,
        };
        if let Found::One(other) = found {
            union.join(at, other);
        }
        self.add(tellings, at);
    }

    /// The tellings whose windows begin from `first` to `last`.
    fn starting(&self, first: i64, last: i64) -> impl Iterator<Item = usize> {
        self.by_start.range(first..=last).flat_map(|(_, bucket)| bucket.iter().copied().take(SEARCHED))
    }

    /// The only event that falls in `window` and is wanted.
    fn only(
        &self,
        tellings: &[Telling<'_>],
        window: Window,
        union: &mut Union,
        wanted: impl Fn(&Telling<'_>) -> bool,
    ) -> Found {
        let from = window.lo.saturating_sub(self.longest);
        let fits = |&&other: &&usize| tellings[other].window.meets(window) && wanted(&tellings[other]);
        let mut found = None;
        for (_, bucket) in self.by_start.range(from..=window.hi).take(4 * SEARCHED) {
            for &other in bucket.iter().take(SEARCHED).filter(fits) {
                match found {
                    None => found = Some(other),
                    Some(one) if union.root(one) == union.root(other) => {}
                    Some(_) => return Found::Several,
                }
            }
        }
        found.map_or(Found::None, Found::One)
    }
}

/// What a search for the only event found.
enum Found {
    None,
    One(usize),
    Several,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    fn told(kind: &str, role: Option<&str>, date: Option<&str>, document: &str) -> Statement {
        Statement {
            document: document.to_owned(),
            kind: kind.into(),
            person: Some("Anna Lind".to_owned()),
            role: role.map(str::to_owned),
            date: date.map(|date| date.parse().unwrap()),
            ..Statement::default()
        }
    }

    fn sets(statements: &[Statement]) -> Vec<Vec<usize>> {
        let sayings = Saying::all(statements.to_vec());
        merge(&sayings, &(0..sayings.len()).collect::<Vec<_>>(), &People::new(&sayings))
    }

    #[test]
    fn joins_what_differs_by_a_slip() {
        let role = Some("Minister of Fisheries");
        let other = ["1921-03-04", "1922-03-04", "1921-03-05", "1921-04-03", "1921-03", "1921"];
        for date in other {
            let pair = [told("appointment", role, Some("1921-03-04"), "a"), told("appointment", role, Some(date), "b")];
            assert_eq!(sets(&pair).len(), 1, "{date}");
        }
        let later =
            [told("appointment", role, Some("1921-03-04"), "a"), told("appointment", role, Some("1926-07-01"), "b")];
        assert_eq!(sets(&later).len(), 2, "a second term");
    }

    #[test]
    fn one_step_of_a_tenure_is_one_within_two_months() {
        let role = Some("Minister of Fisheries");
        let count = |kind, day: &str, other: &str, document| {
            sets(&[told(kind, role, Some(day), "a"), told(kind, role, Some(other), document)]).len()
        };
        for kind in ["appointment", "credentials", "resignation", "dismissal", "term_start", "election"] {
            assert_eq!(count(kind, "1921-05-03", "1921-05-13", "b"), 1, "{kind}");
            assert_eq!(count(kind, "1921-06-13", "1921-05-03", "b"), 1, "{kind}");
            assert_eq!(count(kind, "1921-05-03", "1921-05-13", "a"), 2, "one document that tells both");
            assert_eq!(count(kind, "1921-05-03", "1921-08-13", "b"), 2, "{kind}");
        }
        assert_eq!(count("nomination", "1921-05-03", "1921-05-13", "b"), 2, "the first may have failed");
        let days = ["1921-05-03", "1921-06-13", "1921-07-23", "1921-09-02"];
        let chain = days.map(|day| told("appointment", role, Some(day), day));
        assert_eq!(sets(&chain).len(), 2, "a chain of near days is not one step");
    }

    #[test]
    fn a_resignation_ahead_and_done_is_one() {
        let role = Some("Minister of Fisheries");
        let resigned = |trigger: &str, date, document| Statement {
            trigger: Some(trigger.to_owned()),
            ..told("resignation", role, Some(date), document)
        };
        let ahead = resigned("resign", "1921-06-30", "a");
        assert_eq!(sets(&[ahead.clone(), resigned("resigned", "1921-07-12", "b")]).len(), 1);
        assert_eq!(sets(&[ahead, resigned("stepped down", "1921-07-12", "b")]).len(), 2, "given, and in effect");
    }

    #[test]
    fn two_terms_and_two_posts_stay_two() {
        let appointed = |role, date, document| told("appointment", Some(role), Some(date), document);
        let again = [
            appointed("Minister of Fisheries", "1921-05-03", "a"),
            told("resignation", Some("Minister of Fisheries"), Some("1921-05-20"), "b"),
            appointed("Minister of Fisheries", "1921-06-13", "b"),
        ];
        assert_eq!(sets(&again).len(), 3);
        let accredited = [
            appointed("Ambassador of Norway to Chile", "1921-05-03", "a"),
            appointed("Ambassador of Norway to Peru", "1921-05-23", "b"),
        ];
        assert_eq!(sets(&accredited).len(), 2);
    }

    #[test]
    fn one_sentence_does_not_tell_two_births() {
        let mut born = told("birth", None, Some("1871-10-09"), "a");
        let mut died = told("birth", None, Some("1921-01-28"), "a");
        let elsewhere = told("birth", None, Some("1871-09-10"), "b");
        born.sentence = "Anna Lind, born October 9 1871, died January 28 1921.".to_owned();
        died.sentence.clone_from(&born.sentence);
        assert_eq!(sets(&[born, died, elsewhere]), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn nobody_dies_twice() {
        let death = |role, date, document| told("death", Some(role), Some(date), document);
        let role = "Minister of Fisheries";
        assert_eq!(sets(&[death(role, "1922-04", "a"), death(role, "1925-07-03", "b")]).len(), 1);
        assert_eq!(
            sets(&[death(role, "1922-04", "a"), death("Bishop of Lund", "1925-07-03", "b")]).len(),
            2,
            "namesakes"
        );
    }

    #[test]
    fn taking_office_joins_the_appointment_of_its_month_or_year() {
        let role = Some("Minister of Fisheries");
        let start = |role, date| told("term_start", role, Some(date), "b");
        let appointed = told("appointment", role, Some("1921-10-04"), "a");
        assert_eq!(sets(&[appointed.clone(), start(role, "1921-10")]).len(), 1);
        assert_eq!(sets(&[appointed.clone(), start(role, "1921-10-20")]).len(), 2, "two days, two acts");
        assert_eq!(sets(&[appointed.clone(), start(role, "1921")]).len(), 1);
        let dismissed = told("dismissal", role, Some("1921-10-30"), "a");
        let twice = [appointed.clone(), dismissed, start(role, "1921")];
        assert_eq!(sets(&twice).len(), 3, "a year holds more than one step");
        assert_eq!(sets(&[appointed, start(None, "1921-10")]).len(), 2, "of which office is not told");
        let elected = told("election", role, Some("1921-10-04"), "a");
        assert_eq!(sets(&[elected, start(role, "1921-10")]).len(), 2);
    }

    #[test]
    fn an_undated_one_joins_the_only_one_that_was_before_its_publication() {
        let role = Some("Minister of Fisheries");
        let mut undated = told("appointment", Some("fisheries minister"), None, "b");
        undated.published = "1921-03-09".parse().ok();
        let dated = told("appointment", role, Some("1921-03-04"), "a");
        let later = told("appointment", role, Some("1926-07-01"), "a");
        assert_eq!(sets(&[dated.clone(), later.clone(), undated.clone()]), [vec![0, 2], vec![1]]);
        undated.published = None;
        assert_eq!(sets(&[dated, later, undated]).len(), 3, "which of the two is open");
    }

    #[test]
    fn a_coarse_date_between_two_joins_neither() {
        let role = Some("Minister of Fisheries");
        let told = |date| told("appointment", role, Some(date), "a");
        assert_eq!(sets(&[told("1921-03-04"), told("1921-11-20"), told("1921")]).len(), 3);
    }
}
