//! Events, dates and lengths in words, for the sentences of the report.

use std::borrow::Borrow;

use crate::calendar::{Date, Period};
use crate::resolve::identity::Event;
use crate::resolve::saying::Saying;
use crate::statement::Kind;

/// A sentence longer than this is quoted in part.
const QUOTED: usize = 80;

/// "Anna Lind's appointment as Minister of Fisheries".
pub(super) fn event(statements: &[Saying], event: &Event) -> String {
    let told = || event.members.iter().map(|&member| &statements[member]);
    let fullest = |slot: fn(&Saying) -> Option<&str>| {
        told().filter_map(slot).max_by_key(|text| (text.chars().count(), std::cmp::Reverse(*text)))
    };
    let Some(person) = fullest(|statement| statement.person.as_deref()).filter(|_| event.kind.is_office()) else {
        return other(told().next());
    };
    let role = fullest(|statement| statement.role.as_deref());
    let office = |role: &str, word: &str| match role.rsplit(' ').next() {
        Some("post" | "office" | "position" | "job") => format!(" {word} the {role}"),
        _ => format!(" as {role}"),
    };
    let start = role.map(|role| office(role, "to")).unwrap_or_default();
    let end = role.map(|role| office(role, "from")).unwrap_or_default();
    match event.kind {
        Kind::Appointment => format!("{person}'s appointment{start}"),
        Kind::Nomination => format!("{person}'s nomination{start}"),
        Kind::Election => format!("{person}'s election{start}"),
        Kind::TermStart => format!("the start of {person}'s term{start}"),
        Kind::Dismissal => format!("{person}'s dismissal{end}"),
        Kind::Resignation => format!("{person}'s resignation{end}"),
        Kind::TermEnd => format!("the end of {person}'s term{end}"),
        Kind::Credentials => format!("{person}'s presentation of credentials"),
        Kind::Death => format!("{person}'s death"),
        Kind::Event | Kind::Other(_) => other(told().next()),
    }
}

fn other(statement: Option<&Saying>) -> String {
    let Some(statement) = statement else { return String::new() };
    if let Some(title) = &statement.title {
        return format!("“{title}”");
    }
    if let Some(event) = &statement.event {
        return event.to_string();
    }
    let sentence = statement.sentence.trim();
    match sentence.char_indices().nth(QUOTED) {
        Some((cut, _)) => {
            let cut = sentence[..cut].rfind(' ').unwrap_or(cut);
            format!("“{}…”", sentence[..cut].trim_end())
        }
        None if sentence.is_empty() => {
            let kind = statement.kind.to_string().replace('_', " ");
            statement.person.as_ref().map_or_else(|| format!("the {kind}"), |person| format!("{person}'s {kind}"))
        }
        None => format!("“{}”", sentence.trim_end_matches('.')),
    }
}

/// The documents of some statements: "a", "a and b", "a, b and 3 more".
pub(super) fn documents(statements: &[Saying], members: &[usize]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for &member in members {
        let name = statements[member].document.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
        if names.len() > 8 {
            break;
        }
    }
    list(&names)
}

/// "a", "a and b", "a, b and c"; long lists are cut.
pub(super) fn list<S: Borrow<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [first, second, third, _, ..] if items.len() > 5 => {
            [first.borrow(), ", ", second.borrow(), ", ", third.borrow(), " and others"].concat()
        }
        [first, last] => [first.borrow(), " and ", last.borrow()].concat(),
        [head @ .., last] => [&head.join(", "), " and ", last.borrow()].concat(),
    }
}

/// "in 1958", "on 1958-05-04", "from 1958-05-05 to 1959-05-04", "on 1958-05-04 or later".
pub(super) fn when(date: Date) -> String {
    let bounds = date.bounds();
    match (date.is_interval(), bounds.earliest, bounds.latest) {
        (true, Some(first), Some(last)) => format!("from {} to {}", first.date(), last.date()),
        (true, Some(first), None) => format!("on {} or later", first.date()),
        (true, None, Some(last)) => format!("on {} or earlier", last.date()),
        _ if bounds.earliest.map(|at| at.date()) == bounds.latest.map(|at| at.date()) => format!("on {date}"),
        _ => format!("in {date}"),
    }
}

/// The time from one date to another in the units of a `stated` length, so that both can be compared: "7 days", "5 months
/// and 1 day"; of coarser dates that follow each other, the least and the most that they leave: "1 month to 2 months and 3
/// days".
pub(super) fn distance(from: Date, to: Date, stated: Period) -> Option<String> {
    if let (Some(from), Some(to)) = (from.as_day(), to.as_day()) {
        let days = (to - from).num_days().unsigned_abs();
        let is_short = stated.years + stated.months == 0 && days < COUNTED;
        let period = match u32::try_from(days) {
            Ok(days) if is_short && stated.weeks > 0 => Period { weeks: days / 7, days: days % 7, ..Period::default() },
            Ok(days) if is_short && stated.days > 0 => Period { days, ..Period::default() },
            _ => Period::between(from.min(to), from.max(to)),
        };
        return Some(if from <= to { length(period) } else { format!("{} in the other order", length(period)) });
    }
    let (from, to) = (from.bounds(), to.bounds());
    let (least, most) = ((from.latest?.date(), to.earliest?.date()), (from.earliest?.date(), to.latest?.date()));
    let is_told = least.0 < least.1;
    is_told.then(|| {
        format!("{} to {}", length(Period::between(least.0, least.1)), length(Period::between(most.0, most.1)))
    })
}

/// Nobody counts a year or more in days or weeks.
const COUNTED: u64 = 365;

/// "1 year, 5 months and 1 day".
pub(super) fn length(period: Period) -> String {
    let units = [
        (period.years, "year"),
        (period.months, "month"),
        (period.weeks, "week"),
        (period.days, "day"),
        (period.hours, "hour"),
        (period.minutes, "minute"),
    ];
    let told = units.into_iter().filter(|&(count, _)| count > 0);
    let words: Vec<String> =
        told.map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" })).collect();
    if words.is_empty() { "no time".to_owned() } else { list(&words) }
}

/// The first letter in upper case, as at the head of a sentence.
pub(super) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let mut capital = String::with_capacity(sentence.len());
    capital.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    capital.push_str(letters.as_str());
    capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_as_exact_as_the_dates() {
        let between = |from: &str, to: &str| distance(from.parse().unwrap(), to.parse().unwrap(), Period::default());
        for (from, to, told) in [
            ("1921-01-29", "1921-02-05", "7 days"),
            ("1921-02-05", "1921-01-29", "7 days in the other order"),
            ("1921-03", "1921-05-02", "1 month and 2 days to 2 months and 1 day"),
            ("1921", "1923", "1 year and 1 day to 2 years, 11 months and 30 days"),
        ] {
            assert_eq!(between(from, to).as_deref(), Some(told), "{from} {to}");
        }
        assert_eq!(between("1921", "1921-05-02"), None, "either may come first");
        assert_eq!(between("1921/..", "1925"), None);
        let counted = |to: &str, stated: &str| {
            distance("1921-03-11".parse().unwrap(), to.parse().unwrap(), stated.parse().unwrap()).unwrap()
        };
        assert_eq!(counted("1921-04-29", "P5W"), "7 weeks");
        assert_eq!(counted("1921-04-30", "P5W"), "7 weeks and 1 day");
        assert_eq!(counted("1921-04-29", "P40D"), "49 days");
        assert_eq!(counted("1921-04-29", "P1M"), "1 month and 18 days");
        assert_eq!(counted("1923-03-12", "P3D"), "2 years and 1 day");
    }
}
