//! Which statements outside the office family speak of the same event.
//!
//! Their kinds are loose and their persons often missing, so words decide, and only clear cases are joined: an event that
//! stands twice is seen at once, while two that stand as one vouch for each other. One event is
//! - the same sentence printed again;
//! - what a note of correction takes back, and what it puts in its place;
//! - across documents, on dates that agree within a month, what is told in mostly the same words and with a common name,
//!   unless each names what the other does not: "Ostby closed at 43 in Bergen" and "Farsund closed at 43 in Bergen";
//! - where both are of one kind, what shares a third of its words and most of its names;
//! - an act that befalls its object once ([`act`](super::act)), on one day, or on days that different documents tell within
//!   two weeks, or in the same words on that day of the next month: an arrest, the opening of a bridge. Where the like is told of the same object not much further off, it recurs.
//!
//! A word weighs the less the more documents have it: half a newspaper tells of "shares in composite trading".

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::people::People;
use super::telling::{SHARED, Telling, Vocabulary};
use super::union::Union;
use crate::calendar::{Date, Period};
use crate::hash::{HashMap, HashSet};
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};

/// A word in more tellings of one month than this tells nothing of them apart.
const COMMON: usize = 64;

/// The statements `members` as sets that tell one event each.
pub(super) fn merge(statements: &[Saying], members: &[usize], people: &People) -> Vec<Vec<usize>> {
    let mut vocabulary = Vocabulary::default();
    let tellings = Telling::collect(statements, members, people, &mut vocabulary);
    let mut links = links(&tellings, &vocabulary);
    links.extend(corrected(statements, &tellings));
    // The likest first: a month told by one joins the day that it is told most like, and no other.
    links.sort_unstable_by_key(|&(weight, later, earlier)| (Reverse(weight), later, earlier));
    let mut union = Union::new(tellings.len());
    let mut windows: Vec<Window> = tellings.iter().map(|telling| telling.window).collect();
    for (_, later, earlier) in links {
        let (later, earlier) = (union.root(later), union.root(earlier));
        let both = windows[later].and(windows[earlier]);
        if !both.is_empty() {
            union.join(later, earlier);
            windows[later.min(earlier)] = both;
        }
    }
    join_once_only(statements, &tellings, &mut union);
    let merged = |set: Vec<usize>| set.into_iter().flat_map(|at| tellings[at].members.iter().copied()).collect();
    union.sets().into_iter().map(merged).collect()
}

/// Sources that tell one act differ by so much at most.
const NEAR: i64 = 14 * DAY;

/// What lies so many times as far off as two days are apart does not make them two of a row.
const RECURS: i64 = 4;

/// As many days of one act are held against each other.
const DAYS: usize = 64;

/// Joins what tells an act that befalls its object once.
fn join_once_only(statements: &[Saying], tellings: &[Telling<'_>], union: &mut Union) {
    let mut acts: HashMap<(&str, &str), Vec<usize>> = HashMap::default();
    let act = |(at, telling): (usize, &Telling<'_>)| Some((at, telling.act(statements)?));
    let told: Vec<(usize, Act)> = tellings.iter().enumerate().filter_map(act).collect();
    for (place, (_, act)) in told.iter().enumerate() {
        acts.entry(act.key()).or_default().push(place);
    }
    for mut places in acts.into_values().filter(|places| (2..=DAYS).contains(&places.len())) {
        places.sort_by_key(|&place| (tellings[told[place].0].window.lo, place));
        let mut near: Vec<Near<'_>> = Vec::new();
        for place in places {
            let (telling, act) = &told[place];
            let documents = tellings[*telling].members.iter().map(|&of| &*statements[of].document).collect();
            let day = Day { telling: *telling, at: tellings[*telling].window.lo, documents };
            match near.iter_mut().rev().find(|near| near.takes(act, &day)) {
                Some(near) => near.days.push(day),
                None => near.push(Near { act, days: vec![day] }),
            }
        }
        for (place, of) in near.iter().enumerate() {
            let others = near.iter().enumerate().filter(|&(other, near)| other != place && near.act.is(of.act));
            let recurs = others.into_iter().any(|(_, other)| of.recurs_with(other));
            for pair in of.days.windows(2).filter(|pair| !recurs || pair[0].at == pair[1].at) {
                union.join(pair[0].telling, pair[1].telling);
            }
        }
    }
}

/// A day on which an act is told, and by whom.
struct Day<'s> {
    telling: usize,
    at: i64,
    documents: BTreeSet<&'s str>,
}

/// The days, rising, on which different documents tell one act.
struct Near<'t> {
    act: &'t Act,
    days: Vec<Day<'t>>,
}

impl Near<'_> {
    /// Whether `day`, which is no earlier, may be another date of the same.
    fn takes(&self, act: &Act, day: &Day<'_>) -> bool {
        let first = self.days.first().map_or(day.at, |first| first.at);
        let told_apart =
            |known: &Day<'_>| known.at != day.at && known.documents.intersection(&day.documents).next().is_some();
        let is_near = || day.at - first <= NEAR || self.act.is_in_the_words_of(act) && is_a_month_apart(first, day.at);
        self.act.is(act) && is_near() && !self.days.iter().any(told_apart)
    }

    /// Whether the like is told again not much further off than these days lie apart.
    fn recurs_with(&self, other: &Near<'_>) -> bool {
        let ends = |near: &Near<'_>| Some((near.days.first()?.at, near.days.last()?.at));
        let Some(((first, last), (other_first, other_last))) = ends(self).zip(ends(other)) else { return false };
        let apart = (other_first - last).max(first - other_last);
        apart < RECURS * (last - first)
    }
}

/// Whether two days are the same of one month and of the next.
fn is_a_month_apart(first: i64, next: i64) -> bool {
    let day = |at: i64| Window { lo: at, hi: at + DAY - 1 }.date();
    let month = Period { months: 1, ..Period::default() };
    day(first).and_then(|first| first.checked_add(month)).is_some_and(|moved| Window::of(moved).lo == next)
}

/// The notes of correction, each with what it took back in another document.
fn corrected(statements: &[Saying], tellings: &[Telling<'_>]) -> Vec<(u32, usize, usize)> {
    let told = || tellings.iter().enumerate().flat_map(|(at, telling)| telling.members.iter().map(move |&of| (at, of)));
    let note_of = |of: usize| statements[of].aside().corrected.as_ref()?.by.as_deref();
    let found: Vec<(&str, Option<Date>, usize)> =
        told().filter_map(|(at, of)| Some((note_of(of)?, statements[of].date, at))).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let mut notes: HashMap<(&str, Option<Date>), Vec<usize>> = HashMap::default();
    for (at, of) in told() {
        notes.entry((&statements[of].document, statements[of].date)).or_default().push(at);
    }
    let link = |(note, date, at): (&str, Option<Date>, usize)| match notes.get(&(note, date)).map(Vec::as_slice) {
        Some(&[note]) => Some((u32::MAX, note.max(at), note.min(at))),
        _ => None,
    };
    found.into_iter().filter_map(link).collect()
}

/// The pairs that tell one event, with what they share.
fn links(tellings: &[Telling<'_>], vocabulary: &Vocabulary<'_>) -> Vec<(u32, usize, usize)> {
    let mut links = Vec::new();
    let mut index: HashMap<(Span, u32), Vec<usize>> = HashMap::default();
    let years: HashSet<(u8, u8)> = tellings.iter().filter_map(Telling::of_no_year).collect();
    for (at, telling) in tellings.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let of_any_year = telling.day_of_year().filter(|day| years.contains(day)).map(Span::OfAnyYear);
        for span in telling.months().map(Span::Month).chain(of_any_year) {
            let mut met = HashSet::default();
            for &word in &telling.words {
                let bucket = index.entry((span, word)).or_default();
                if bucket.len() > COMMON {
                    continue;
                }
                for &other in bucket.iter() {
                    if met.insert((word, other)) {
                        *shared.entry(other).or_default() += 1;
                    }
                }
                bucket.push(at);
            }
        }
        let likely = shared.into_iter().filter(|&(_, count)| count >= SHARED);
        links
            .extend(likely.filter_map(|(other, _)| Some((telling.likeness(&tellings[other], vocabulary)?, at, other))));
    }
    links
}

/// Where in time a word is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Span {
    /// By the thirty days.
    Month(i64),
    /// A month and day, where some date has no year.
    OfAnyYear((u8, u8)),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    fn told(document: &str, kind: &'static str, date: &str, sentence: &str) -> Statement {
        Statement {
            document: document.to_owned(),
            kind: kind.into(),
            date: date.parse().ok(),
            sentence: sentence.to_owned(),
            ..Statement::default()
        }
    }

    fn are_one(a: Statement, b: Statement) -> bool {
        let sayings = Saying::all(vec![a, b]);
        merge(&sayings, &[0, 1], &People::new(&sayings)).len() == 1
    }

    #[test]
    fn one_event_in_other_words_is_one() {
        let week = "The governor last week asked the Danish army for help against rioters in the harbour of Bergen.";
        let month = "In May, as unrest spread in Bergen harbour, the governor called in Danish troops.";
        assert!(are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("b", "protest", "1921-05", month)));
        assert!(!are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("b", "protest", "1921-06", month)));
        assert!(!are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("a", "protest", "1921-05", month)));
    }

    #[test]
    fn a_day_of_no_year_is_that_of_another_source() {
        let bare = "The Tarn bridge in Bergen opened to traffic on 4 May, the council said.";
        let full = "The Tarn bridge in Bergen was opened to traffic on 4 May 1921 by the council.";
        assert!(are_one(told("a", "event", "XXXX-05-04", bare), told("b", "event", "1921-05-04", full)));
        assert!(!are_one(told("a", "event", "XXXX-05-04", bare), told("b", "event", "1921-05-05", full)));
        assert!(!are_one(told("a", "event", "XXXX-05-04", bare), told("b", "event", "XXXX-06-04", full)));
    }

    #[test]
    fn two_events_of_one_month_stay_two() {
        let first = "The governor of Bergen opened the new harbour on Monday.";
        let other = "The bishop of Bergen met the envoy of Denmark in the old town.";
        assert!(!are_one(told("a", "event", "1921-05", first), told("b", "event", "1921-05-09", other)));
    }

    #[test]
    fn of_two_in_the_same_words_each_names_another() {
        let ostby = "In trading on the Bergen Stock Exchange, Ostby closed yesterday at 43 crowns a share, up 1.";
        let farsund = "In trading on the Bergen Stock Exchange yesterday, shares of Farsund closed at 43 crowns, up 1.";
        assert!(!are_one(told("a", "event", "1921-05-09", ostby), told("b", "event", "1921-05-09", farsund)));

        let full = "Farsund Lines extended its offer of 43 crowns a share for the shares of Ostby until 9 May.";
        let short = "The offer of 43 crowns a share for the shares of Ostby had been set to expire on 9 May.";
        assert!(are_one(told("a", "event", "1921-05-09", full), told("b", "event", "1921-05-09", short)));
    }

    #[test]
    fn without_a_common_name_nothing_is_one() {
        let ostby = "Ostby declared a dividend, payable on 15 May to stock of record.";
        let reduced = "The reduced dividend is payable on 15 May to stock of record.";
        assert!(!are_one(told("a", "event", "1921-05-15", ostby), told("b", "event", "1921-05-15", reduced)));
    }

    #[test]
    fn a_month_joins_only_one_of_its_days() {
        let month = "Rioters stormed the harbour of Bergen in May, and the governor sent for Danish troops.";
        let first = "The governor sent for Danish troops as rioters stormed the harbour of Bergen on Monday.";
        let other = "On Tuesday rioters stormed the harbour of Bergen again.";
        let sayings = Saying::all(vec![
            told("a", "protest", "1921-05", month),
            told("b", "protest", "1921-05-09", first),
            told("c", "protest", "1921-05-10", other),
        ]);
        assert_eq!(merge(&sayings, &[0, 1, 2], &People::new(&sayings)), [vec![0, 1], vec![2]]);
    }

    /// How many events there are where `days` are told by documents of those names, all in the words of `act`.
    fn count(trigger: &str, act: &str, days: &[(&str, &str)]) -> usize {
        let told = |&(document, date): &(&str, &str)| {
            let mut told = told(document, "event", date, &format!("{act} on {date}."));
            (told.trigger, told.date_text) = (Some(trigger.to_owned()), Some(date.to_owned()));
            told
        };
        let sayings = Saying::all(days.iter().map(told).collect());
        merge(&sayings, &(0..sayings.len()).collect::<Vec<_>>(), &People::new(&sayings)).len()
    }

    #[test]
    fn one_day_in_the_same_words_is_one_event() {
        let mut thursday = told("a", "event", "1921-05-05", "The commission reported on Thursday.");
        thursday.date_text = Some("Thursday".to_owned());
        let told_of = |date: &str| {
            let mut other = told("b", "event", date, "The commission reported on 5 May.");
            other.date_text = Some("5 May".to_owned());
            other
        };
        assert!(are_one(thursday.clone(), told_of("1921-05-05")));
        assert!(!are_one(thursday, told_of("1922-05-05")));
    }

    #[test]
    fn what_happens_once_is_one_event_on_days_near_each_other() {
        let arrests = |days: &[(&str, &str)]| count("arrested", "Police arrested Anna Lind", days);
        assert_eq!(arrests(&[("a", "1921-05-04"), ("b", "1921-05-05")]), 1);
        assert_eq!(arrests(&[("a", "1921-05-04"), ("b", "1921-05-11"), ("c", "1921-05-04")]), 1);
        assert_eq!(arrests(&[("a", "1921-05-04"), ("b", "1921-06-08")]), 2, "a month later");
        assert_eq!(arrests(&[("a", "1921-05-04"), ("a", "1921-05-05")]), 2, "one source tells both");
        let again = [("a", "1921-05-04"), ("a", "1921-05-11"), ("b", "1921-05-11"), ("c", "1921-05-12")];
        assert_eq!(arrests(&again), 2, "{:?}", "the second is told by three");
        let row = [("a", "1921-05-04"), ("b", "1921-05-12"), ("c", "1921-05-20"), ("d", "1921-05-28")];
        assert_eq!(arrests(&row), 4, "every week again");
        let opened = |days: &[(&str, &str)]| count("opened", "The lifting bridge was opened by Princess Adela", days);
        assert_eq!(opened(&[("a", "1921-05-04"), ("b", "1921-06-04"), ("c", "1921-06-04")]), 1, "the next month");
        assert_eq!(opened(&[("a", "1921-05-04"), ("b", "1921-06-05")]), 2);
        assert_eq!(opened(&[("a", "1921-05-04"), ("b", "1922-05-04")]), 2, "a season");
        let visits = |days: &[(&str, &str)]| count("visited", "Anna Lind visited Bergen", days);
        assert_eq!(visits(&[("a", "1921-05-04"), ("b", "1921-05-05")]), 2);
    }
}
