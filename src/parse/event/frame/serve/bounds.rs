//! The times of a tenure: "from 1991 to 1993", "since May", "until his death in 1902", "1871–75".

use crate::parse::event::clause::Clause;
use crate::parse::event::row::career;
use crate::parse::event::trigger::{Form, Frame};
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

/// The times of several tenures in one office stand within so many nodes.
const SPANS: usize = 20;

/// The times of a tenure that stand after the node `at`.
pub(crate) fn bounds(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let mut found = Vec::new();
    let mut i = at;
    while i < clause.nodes.len().min(at + SPANS) {
        // "led the city from 2005 to 2013 and was minister from 2013": those of another verb.
        let verb = clause.is(i, Class::BE) || clause.trigger(i).is_some_and(|t| t.frame != Frame::Serve);
        // "was minister from 1979 to 1983 and president from 1989": those of another office.
        let office = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
        // "as rector from 1998 to 2006, as parish priest from 2006", whether we know that office or not
        let as_another = clause.is_any(i, &["as"]) && matches!(found.last(), Some((Kind::TermEnd, _)));
        // "as curate in Lom, rector of Vik (1850–1861)"
        let of_its_own = |m: Mention| m.role.is_some() || m.kind == MentionKind::Body;
        let of_the_last = i > at && clause.is_mark(i, b'(') && clause.mention(i - 1).is_some_and(of_its_own);
        let another = office && i > at && clause.is_any(i - 1, &["as"]) || as_another || of_the_last;
        let next = clause.is_mark(i, b';') || clause.is(i, Class::RELATIVE);
        // "from 1990 to 1999 (acting 1990–1991)": what is said of a part of it.
        let note = !found.is_empty() && clause.is_mark(i, b'(') && clause.time(i + 1).is_none();
        // "and then of Lom from 1995": those of the same office elsewhere.
        let elsewhere = || i > 0 && clause.is_any(i - 1, &["then", "later", "finally", "and"]);
        let elsewhere = !found.is_empty() && clause.is_any(i, &["of", "to", "in", "at", "for"]) && elsewhere();
        let next = next || note || elsewhere && clause.mention(i + 1).is_some();
        if next || another || (verb || office) && !found.is_empty() {
            break;
        }
        // "from 1991 to 1993, 1995 to 1997 and 1999–2001"
        let joins = (clause.is_mark(i, b',') || clause.is_any(i, &["and"])) && {
            let parted = clause.is_any(i + 2, &["to"]) || clause.is_mark(i + 2, b'-');
            let pair = clause.range(i + 1).is_some() || parted && clause.time(i + 3).is_some();
            pair && matches!(found.last(), Some((Kind::TermEnd, _)))
        };
        let within = found.is_empty() || clause.is_any(i - 1, &["again"]);
        let within = within.then(|| row_of_years(clause, i)).flatten();
        let from = clause.is_any(i, &["from", "since", "between"]);
        let kind = if from || clause.is_mark(i, b'(') || joins || within.is_some() {
            Some(Kind::TermStart)
        } else if clause.is_any(i, &["to", "until", "till", "through"])
            || clause.is_mark(i, b'-')
                && (clause.time(i - 1).is_none() || matches!(found.last(), Some((Kind::TermStart, _))))
            || clause.is_any(i, &["and"]) && i > 1 && clause.is_any(i - 2, &["between"])
        {
            Some(Kind::TermEnd)
        } else {
            None
        };
        let next = within.unwrap_or(i + 1);
        let time = |kind: &Kind| {
            // "from its foundation in 1950"
            let open = clause.is_any(i, &["until", "till"])
                || clause.is_any(i, &["from", "to"]) && clause.is(i + 1, Class::POSSESSIVE);
            clause.time(next).or_else(|| of_an_event(clause, i, kind).filter(|_| open))
        };
        if let Some((first, last)) = clause.range(next).filter(|_| kind == Some(Kind::TermStart)) {
            // "from 1991–93"
            found.extend([(Kind::TermStart, first), (Kind::TermEnd, last)]);
            i = next;
        } else if let Some((kind, time)) = kind.and_then(|kind| time(&kind).map(|time| (kind, time))) {
            found.push((kind, time));
            i = next;
        }
        i += 1;
    }
    found
}

/// The first of the years that "in" at `at` leads to: "in 1991–93", "in the years 1991–93", and not "in the 1991–92 season".
fn row_of_years(clause: &Clause<'_>, at: usize) -> Option<usize> {
    if !clause.is_any(at, &["in", "during"]) {
        return None;
    }
    let years = at + 1 + usize::from(clause.words(at + 1).eq_ignore_ascii_case("the years"));
    let parted = || clause.is_mark(years + 1, b'-') && clause.time(years).and(clause.time(years + 2)).is_some();
    let behind = if clause.range(years).is_some() { years + 1 } else { parted().then_some(years + 3)? };
    (!clause.is_any(behind, &["season", "session", "seasons"])).then_some(years)
}

/// The same, or both years right behind the office that ends before `at`: "served as consul at Lom, 1871–75".
pub(super) fn bounds_or_years(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let first = at + usize::from(clause.is_mark(at, b','));
    let years = career::years_at(clause, first).filter(|_| clause.time(first).is_some());
    let both =
        years.and_then(|years| years.both()).map(|(first, last)| [(Kind::TermStart, first), (Kind::TermEnd, last)]);
    both.map_or_else(|| bounds(clause, at), Vec::from)
}

/// "until his death in 1902", "since the suspension of Jens Hansen in October", "until Ana Silva was sworn in the next day":
/// the time of what began or ended it.
pub(super) fn of_an_event(clause: &Clause<'_>, at: usize, kind: &Kind) -> Option<usize> {
    // "since the 2010 general election"
    let named = clause.time(at + 2).filter(|_| clause.is(at + 1, Class::DETERMINER));
    named.or_else(|| of_a_noun(clause, at, kind)).or_else(|| match kind {
        Kind::TermEnd => of_a_clause(clause, at),
        _ => of_a_founding(clause, at),
    })
}

/// "since the firm was founded in 1974"
fn of_a_founding(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let verb = (at + 2..at + 7).find(|&i| clause.is(i, Class::BE))? + 1;
    let founded = clause.is_any(verb, &["founded", "formed", "established", "created", "incorporated", "launched"]);
    clause.time(verb + 2).filter(|_| founded && clause.is_any(verb + 1, &["in", "on"]))
}

/// "until he died on May 4", "until a successor took office in June", but not "until he resigned in 1903", which tells it.
fn of_a_clause(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let mut near = (at + 1..at + 9).take_while(|&i| !clause.is_mark(i, b',') && !clause.is_mark(i, b';'));
    let told = |i: usize| clause.trigger(i).is_some_and(|t| t.kind.ends_tenure());
    let past = |i: usize| {
        (clause.words(i).ends_with("ed") || clause.is_word(i, Class::ARRIVES)) && clause.mention(i).is_none()
    };
    let is_verb =
        |i: usize| clause.is(i, Class::BE) || past(i) || clause.trigger(i).is_some_and(|t| t.form != Form::Noun);
    let verb =
        near.find(|&i| is_verb(i)).filter(|&verb| !(told(verb) || clause.is(verb, Class::BE) && told(verb + 1)))?;
    let subject = clause.mention(verb.checked_sub(1)?).is_some() || clause.is(verb - 1, Class::BE);
    let time = (verb + 1..verb + 7).take_while(|&i| !clause.is_mark(i, b',')).find_map(|i| clause.time(i))?;
    Some(time).filter(|_| subject)
}

fn of_a_noun(clause: &Clause<'_>, at: usize, kind: &Kind) -> Option<usize> {
    // "until her retirement in 1997" is told by that noun.
    let tells = |i: usize| {
        let told = clause.trigger(i).filter(|trigger| trigger.form == Form::Noun).map(|trigger| &trigger.kind);
        told.is_some_and(|told| {
            told.ends_tenure() && kind.ends_tenure() || told.starts_tenure() && kind.starts_tenure()
        })
    };
    // "since Hansen's departure in October"
    let owner = clause.mention(at + 1).is_some_and(|m| m.name.is_some())
        && clause.nodes.get(at + 2).is_some_and(|next| next.token.shape == Shape::Genitive);
    let at = at + usize::from(owner);
    let whose = owner || clause.is(at + 1, Class::POSSESSIVE | Class::DETERMINER);
    let plain = |i: usize| {
        let word = clause.nodes.get(i).is_some_and(|node| node.token.shape == Shape::Lower);
        clause.mention(i).is_some()
            || clause.is_any(i, &["of", "own"])
            || clause.is_any(i, &["to"]) && (clause.mention(i + 1).is_some() || clause.is(i + 1, Class::DETERMINER))
            || i > at + 2 && clause.is(i, Class::DETERMINER) && clause.is_any(i - 1, &["to"])
            || clause.is_any(i, &["at", "in"]) && clause.mention(i + 1).is_some()
            || word && !clause.is(i, Class::FUNCTION | Class::SAY) && !tells(i)
    };
    // "until independence on July 12, 1974"
    let bare = !whose && plain(at + 1) && clause.mention(at + 1).is_none();
    let from = if bare { at + 1 } else { at + 2 };
    let on = (from..at + 7).take_while(|&i| plain(i)).last()? + 1;
    // "until the mutiny of 1863"
    let of = || clause.time(on).filter(|_| clause.is_any(on - 1, &["of"]));
    let time = clause.time(on + 1).filter(|_| clause.is_any(on, &["in", "on"])).or_else(of);
    time.filter(|_| whose || bare)
}
