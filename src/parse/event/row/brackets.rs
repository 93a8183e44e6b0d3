//! Tenures in brackets behind an office: "was the fourth mayor (1991–1993)".
//!
//! **Recognises** both ends of a tenure, or of several, in brackets behind an office that a verb says of somebody, alone
//! or in a row of such offices; behind an office beside a name; and, below a name, behind an office that opens its line.
//!
//! **Examples**: "elected to the Senate (May 3, 1901 – May 3, 1907)"; "was attaché in Lima (1983–85), consul in the port
//! office (1987–91); and, later, envoy to Chile (1991–95 and 1998–99)"; "held several posts, including consul (1987–91)";
//! "Ana Silva (director 1915–1935)".
//!
//! **Not**: "the Consul (1987–91) sailed", "Ana Silva's presidency (1911–1913)" below another's name, "(1991)".

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use super::career;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::frame::serve::serves;

/// The tenures in the brackets that open at `opening`.
pub(crate) fn read(clause: &Clause<'_>, opening: usize) -> Vec<Draft> {
    if !clause.is_mark(opening, b'(') || opening == 0 {
        return Vec::new();
    }
    if clause.time(opening + 1).is_none() {
        return beside_name(clause, opening);
    }
    let Some(close) = (opening..opening + LONGEST).find(|&i| clause.is_mark(i, b')')) else { return Vec::new() };
    let tenures = tenures(clause, opening, close);
    if tenures.is_empty() {
        return Vec::new();
    }
    let again = same_elsewhere(clause, opening);
    let first = again.map_or(opening, |again| again.first);
    let own = office_before(clause, first);
    let node = own.map_or(first - 1, |(node, _)| node);
    let before = clause.mention(node);
    let named = named_holder(clause, first - 1);
    let slot = again.map(|again| again.slot).or(own.map(|(_, slot)| slot)).or(named);
    let Some(slot) = slot else { return Vec::new() };
    let listed = first_of_list(clause, node);
    let verb = (listed.saturating_sub(14)..listed).rev().find(|&i| {
        clause.is(i, Class::BE) && before.is_some_and(|m| m.role.is_some())
            || clause.trigger(i).is_some_and(|t| t.kind == Kind::Election)
            || serves(clause, i)
    });
    // "Jens Hansen, minister of defence (2011–2014),"
    // "served as curate in Lom, rector of Vik (1850–1861),": the first is a place.
    let placed = |m: Mention| {
        let lone = m.name.is_some_and(|name| !name.of(clause.text).contains(' '));
        lone && node > 0 && clause.is_any(node - 1, &["in", "at", "to"])
    };
    let apposed = before.filter(|&m| m.apposed && !placed(m)).map(|_| node);
    let including = || holder_of_several(clause, listed);
    let subject = || verb.and_then(|verb| clause.subject(clause.group(verb).start)).map(Person::Node);
    // "Consul in Lima (1995–1998), consul in Cusco (1998–2001)" below a name
    let bare =
        |m: Mention| m.kind == MentionKind::Role && m.organization.is_none_or(|of| !is_possessor(clause.text, of));
    // "Ana Silva's presidency (1911–1913)": hers, and not of whom the heading above tells.
    let opens = || listed == 0 && before.is_some_and(bare);
    let above = || opens().then_some(Person::Above);
    // "A former consul (1991–1993), Ana Silva was"
    let opened = (0..listed).all(|i| clause.is(i, Class::DETERMINER)) && clause.is_mark(close + 1, b',');
    let fronted = || {
        let person = clause.mention(close + 2).filter(|_| opened);
        person.filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun)).map(|_| close + 2)
    };
    let fronted = || fronted().map(Person::Node);
    let apposed = apposed.or(named.map(|_| first - 1));
    let person = apposed.map(Person::Node).or_else(including).or_else(fronted).or_else(subject).or_else(above);
    let Some(person) = person else { return Vec::new() };
    let draft = |(kind, time)| {
        let draft = Draft::new(clause, opening, kind, "tenure-brackets", person).with_role(Some(slot), None);
        // "served on the council (1988–96) and as consul (1996–2004)": not as consul on the council.
        Draft { when: When::Time(time), seat: slot.role.is_none(), ..draft }
    };
    let ends = |(first, last)| [(Kind::TermStart, first), (Kind::TermEnd, last)];
    tenures.into_iter().flat_map(ends).map(draft).collect()
}

/// "Ana Silva (director 1915–1935, president 1935 to 1938)": what the one before the bracket was.
fn beside_name(clause: &Clause<'_>, opening: usize) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let named = clause.mention(opening - 1).filter(|m| m.kind == MentionKind::Person && m.name.is_some());
    if named.is_none() {
        return drafts;
    }
    let mut at = opening + 1;
    while let Some(office) = clause.mention(at).filter(|m| m.kind == MentionKind::Role && !m.former) {
        let slot = Slot::of(office, at + 1);
        let Some(years) = career::years_at(clause, at + 1 + usize::from(clause.is_mark(at + 1, b','))) else { break };
        drafts.extend(years.ends().into_iter().map(|(kind, time)| {
            let draft = Draft::new(clause, opening, kind, "tenure-brackets", Person::Node(opening - 1));
            Draft { when: When::Time(time), ..draft.with_role(Some(slot), None) }
        }));
        let joins = |i: usize| clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &["and"]);
        at = (years.behind..years.behind + 3).find(|&i| !joins(i)).unwrap_or(years.behind);
    }
    drafts
}

/// "Ana Silva (director, 1915–1935)": the office behind the name is one with it, and the bracket closes at `close`.
pub(crate) fn closed(clause: &Clause<'_>, close: usize) -> Vec<Draft> {
    let comma = (close.saturating_sub(5)..close).rev().find(|&i| clause.is_mark(i, b',') || clause.is_mark(i, b'('));
    let Some(comma) = comma.filter(|&i| i > 0 && clause.is_mark(i, b',')) else { return Vec::new() };
    let named =
        clause.mention(comma - 1).filter(|m| m.apposed && m.role.is_some() && clause.words(comma - 1).contains(" ("));
    let years = career::years_at(clause, comma + 1).filter(|years| years.behind == close);
    let (Some(named), Some(years)) = (named, years) else { return Vec::new() };
    let draft = |(kind, time)| {
        let draft = Draft::new(clause, comma, kind, "tenure-brackets", Person::Node(comma - 1));
        Draft { when: When::Time(time), ..draft.with_role(Some(Slot::of(named, close)), None) }
    };
    years.ends().into_iter().map(draft).collect()
}

/// Brackets with the times of an office hold no more.
const LONGEST: usize = 20;

/// The tenures between two brackets: "(1991–1993)", "(May 3, 1901 – May 3, 1907)", "(1991–93, 1995–97 and 1999–2001)".
fn tenures(clause: &Clause<'_>, opening: usize, close: usize) -> Vec<(usize, usize)> {
    let parted = |i: usize| clause.is_mark(i, b'-') || clause.is_any(i, &["to"]);
    let apart = |i: usize| clause.time(i).zip(clause.time(i + 2)).filter(|_| parted(i + 1));
    let ranges: Vec<_> = (opening..close).filter_map(|i| clause.range(i).or_else(|| apart(i))).collect();
    if !ranges.is_empty() {
        return ranges;
    }
    let times: Vec<usize> = (opening..close).filter_map(|i| clause.time(i)).collect();
    <[usize; 2]>::try_from(times).map_or(Vec::new(), |[first, last]| vec![(first, last)])
}

/// The office before the bracket at `opening` and its node: "mayor", "consul in the port office".
fn office_before(clause: &Clause<'_>, opening: usize) -> Option<(usize, Slot)> {
    let slot = |m: Mention| Slot::of(m, opening);
    let own = clause.mention(opening - 1).filter(|m| m.kind != MentionKind::Person || m.apposed);
    if let Some(own) = own.filter(|m| m.role.is_some()) {
        return Some((opening - 1, slot(own)));
    }
    let tail = |&i: &usize| {
        if let Some(mention) = clause.mention(i) {
            return mention.role.is_none() && mention.kind != MentionKind::Pronoun;
        }
        let word = &clause.nodes[i].token;
        let plain = word.shape == Shape::Lower && !word.is(Class::FUNCTION | Class::TIME | Class::TRIGGER);
        let with = clause.is_mark(i, b',') && clause.is_any(i + 1, &["with"]);
        plain || with || word.is_capital() || clause.is(i, Class::PREPOSITION | Class::DETERMINER)
    };
    let first = (opening.saturating_sub(TAIL)..opening).rev().take_while(tail).last();
    let held = first.and_then(|first| first.checked_sub(1)).filter(|&i| clause.is(i + 1, Class::PREPOSITION));
    let office = held.and_then(|i| Some((i, clause.mention(i)?))).filter(|(_, m)| m.kind == MentionKind::Role);
    let Some((node, office)) = office else { return own.map(|own| (opening - 1, slot(own))) };
    let with = (node..opening).find(|&i| clause.is_mark(i, b',')).unwrap_or(opening);
    let role = office.role.map(|role| Span::new(role.start, clause.nodes[with - 1].span.end));
    Some((node, Slot { role, ..slot(office) }))
}

/// So many nodes say where an office is held.
const TAIL: usize = 8;

/// Who holds an office of the list that begins at `listed`: "Hansen held various posts, including", "Her posts included",
/// "held the following posts:".
fn holder_of_several(clause: &Clause<'_>, listed: usize) -> Option<Person> {
    let of = usize::from(clause.is_any(listed.checked_sub(1)?, &["of"]));
    let that = usize::from(of > 0 && clause.is_any(listed.checked_sub(2)?, &["that"]));
    let include = listed.checked_sub(1 + of + that)?;
    // "held the following posts:"
    let colon = clause.is_mark(include, b':');
    if !colon && !clause.is_any(include, &["including", "include", "included"]) {
        return None;
    }
    let post = (include.saturating_sub(5)..include).rev().find(|&i| clause.is_word(i, Class::POSTS))?;
    let acts = |&i: &usize| clause.is_word(i, Class::HOLDS) || serves(clause, i);
    if let Some(verb) = (post.saturating_sub(5)..post).rev().find(acts) {
        return clause.subject(clause.group(verb).start).map(Person::Node);
    }
    // "Her posts", "Hansen's posts have included"
    let whose = post.checked_sub(1).filter(|&whose| clause.is(whose, Class::POSSESSIVE));
    let owner = || post.checked_sub(2).filter(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
    whose.map(Person::Pronoun).or_else(|| owner().map(Person::Node))
}

/// The office of "The first mayor was Jens Hansen (1991–1993)", whose name is the node `at`.
fn named_holder(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    clause.mention(at).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let office =
        at.checked_sub(2).filter(|&office| clause.is(office + 1, Class::BE)).and_then(|i| clause.mention(i))?;
    (office.kind == MentionKind::Role && office.definite).then(|| Slot::of(office, at + 1))
}

/// Whether a genitive stands behind a name of several words.
fn is_possessor(text: &str, name: Span) -> bool {
    name.of(text).contains(' ') && text[name.end..].starts_with(['\'', '’'])
}

/// The first office of the row that the one at the node `at` ends: "was consul (1995–1998), envoy (1998–2001) and
/// ambassador (2001–2005)".
fn first_of_list(clause: &Clause<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 {
        // "and as papal nuncio (1944–53)"
        let describes = |i: usize| {
            let plain = clause.nodes[i].token.shape == Shape::Lower && !clause.is(i, Class::FUNCTION);
            i + 1 == first && plain && clause.mention(i).is_none() && clause.trigger(i).is_none()
        };
        let joins = |&i: &usize| {
            describes(i)
                || clause.is_mark(i, b',')
                || clause.is_mark(i, b';')
                || clause.is_any(i, &["and", "as"])
                || clause.is(i, Class::DETERMINER)
                || clause.is_adverb(i)
        };
        let close = (first.saturating_sub(6)..first).rev().find(|i| !joins(i));
        let close = close.filter(|&close| close + 1 < first && clause.is_mark(close, b')'));
        let opening =
            close.and_then(|close| (close.saturating_sub(LONGEST)..close).rev().find(|&i| clause.is_mark(i, b'(')));
        match opening.filter(|&i| i > 0 && clause.time(i + 1).is_some()) {
            Some(opening) => {
                let own = || office_before(clause, opening).map_or(opening - 1, |(node, _)| node);
                first = same_elsewhere(clause, opening).map_or_else(own, |again| again.to);
            }
            None => break,
        }
    }
    first
}

/// An office of an earlier bracket that is held again elsewhere.
#[derive(Clone, Copy)]
struct Again {
    /// Where that bracket opens.
    first: usize,
    /// The node that leads to where it is held now.
    to: usize,
    slot: Slot,
}

/// The office of an earlier bracket in the one at `opening`: "was Ambassador to Chile (1966–70), to Peru (1970–73), to Bolivia
/// and Paraguay (1973–75)".
fn same_elsewhere(clause: &Clause<'_>, opening: usize) -> Option<Again> {
    let place = |i: usize| clause.mention(i).filter(|m| m.role.is_none());
    let named = |m: Mention| m.organization.or(m.name);
    let last = place(opening - 1)?;
    let and = opening.checked_sub(3).filter(|&i| clause.is_any(i + 1, &["and"]) && place(i).is_some());
    let at = and.unwrap_or(opening - 1);
    let to = at.checked_sub(1).filter(|&to| clause.is_any(to, &["to", "in", "at", "of"]))?;
    // "consul in Lima" is no other office elsewhere.
    if clause.mention(to.wrapping_sub(1)).is_some_and(|m| m.role.is_some()) {
        return None;
    }
    let held = |i: usize| clause.mention(i.wrapping_sub(1)).and_then(|m| m.role);
    let first = (0..to).find(|&i| clause.is_mark(i, b'(') && clause.time(i + 1).is_some() && held(i).is_some())?;
    let role = held(first)?;
    let head = role.of(clause.text).find(&format!(" {} ", clause.words(to)))?;
    let role = Some(Span::new(role.start, role.start + head));
    let both = place(at).and_then(named).zip(named(last)).map(|(one, other)| Span::new(one.start, other.end));
    Some(Again { first, to, slot: Slot { role, organization: both, end: opening, ..Slot::default() } })
}
