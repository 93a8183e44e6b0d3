//! Both ends of a tenure: "served as mayor from 1991 to 1993", "was consul until May", "treasurer since 2001".

mod bounds;
mod holder;

use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use super::people;
use super::slot::{is_seat, office, then_elsewhere};
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::row::career;
use crate::parse::event::trigger::{Form, Frame, Trigger};

pub(crate) use bounds::bounds;
use bounds::{bounds_or_years, of_an_event};
pub(crate) use holder::beside_the_post;
use holder::{
    again_elsewhere, held_by, holder, holder_before, holder_behind, holder_elsewhere, holder_of_next, holder_of_title,
    in_office, is_further, office_before,
};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    // "The post of consul had been vacant since May": nobody's term.
    if (0..clause.nodes.len()).any(|i| clause.is_any(i, &["vacant", "unfilled"])) {
        return Vec::new();
    }
    if trigger.word == "since" { beside(clause, at, Kind::TermStart) } else { served(clause, at) }
}

/// "served as mayor of Lima from 1991 to 1993"
fn served(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let verb = clause.verb(at);
    // "governed three times between 1994 and 2011": no tenure is as long.
    if (at + 1..at + 3).any(|i| clause.is_any(i, &["times", "twice"])) {
        return Vec::new();
    }
    let slot = office(clause, at + 1).or_else(|| represents(clause, at)).or_else(|| for_terms(clause, at));
    let slot = slot.or_else(|| seat_for(clause, at)).or_else(|| under_another(clause, at));
    let slot = slot.or_else(|| seat_on(clause, at));
    // "served on the council (1988–96) and as consul (1996–2004)": each bracket is of what stands before it.
    let bracket = |i: usize| clause.is_mark(i, b'(') && clause.time(i + 1).is_some();
    if slot.is_some_and(|slot| (at + 1..slot.end).any(bracket)) {
        return Vec::new();
    }
    let ends = bounds_or_years(clause, slot.map_or(at + 1, |slot| slot.end));
    // "served until 1955", "has served in the post since": an office told before.
    let with_others = clause.is_any(at + 1, &["with", "under", "alongside", "beside"]);
    // "headed the agency from 1994 to 1997" names what was led, and no office.
    let bounded = clause.is_any(at + 1, &["from", "until", "till", "since", "between", "for"]);
    let headed = clause.trigger(at).is_some_and(|t| t.form == Form::Noun) && clause.skip(at + 1) == at + 1 && !bounded;
    // "has served on the board since 2020": not as what was told before.
    let on = clause.is_any(at + 1, &["on", "at"]) && !(at + 2..at + 5).any(|i| clause.is_word(i, Class::POSTS));
    let elsewhere = slot.is_none() && !ends.is_empty() && !with_others && !headed && !on;
    // "chaired the board from 2001 until 2009", "has led the party since 2009" needs no name for the office.
    let leads = headed && (ends.len() == 2 || ends.len() == 1 && has_led(clause, at, verb));
    let seat = slot.is_some_and(|slot| slot.seat);
    if slot.is_none() && !elsewhere && !leads {
        return Vec::new();
    }
    // "After serving as mayor from 1991 to 1993, Ana Silva"
    let Some(subject) = clause.subject(verb.start).or_else(|| people::fronted(clause, at)) else { return Vec::new() };
    // "was mayor of Lima, serving from 1911": who was.
    let was = people::who_was(clause, subject);
    let held = clause.mention(subject).filter(|_| was.is_some());
    let subject = was.unwrap_or(subject);
    let slot = slot.or(held.map(|m| Slot { role: m.role, organization: m.organization, ..Slot::default() }));
    // "has agreed to serve as acting speaker" is a plan.
    let agrees = || verb.start > 0 && (verb.start - 1..at).any(|i| clause.is_any(i, &["agreed", "agrees"]));
    let certainty = if verb.certainty == Certainty::Reported && agrees() { Certainty::Planned } else { verb.certainty };
    let verb = Verb { certainty, ..verb };
    // "will serve as acting speaker": a beginning.
    if let (Some(slot), true, Certainty::Planned) = (slot, ends.is_empty(), verb.certainty) {
        let draft =
            Draft::new(clause, at, Kind::TermStart, "tenure", Person::Node(subject)).with_role(Some(slot), None);
        return vec![Draft { certainty: verb.certainty, ..draft }];
    }
    // "will serve as acting governor until May 4"
    let begins = verb.certainty == Certainty::Planned && matches!(ends[..], [(Kind::TermEnd, _)]) && slot.is_some();
    let begins = begins.then(|| {
        let draft = Draft::new(clause, at, Kind::TermStart, "tenure", Person::Node(subject)).with_role(slot, None);
        Draft { certainty: verb.certainty, needs_role: true, ..draft }
    });
    // "Ana Silva and Jens Hansen served as joint secretaries from 1950 to 1955": each of them.
    let holders = people::row(clause, subject);
    let ends = ends.into_iter().flat_map(|end| holders.iter().map(move |&holder| (holder, end.clone())));
    let ends = ends.map(|(holder, (kind, time))| {
        let mut draft = Draft::new(clause, at, kind, "tenure", Person::Node(holder)).with_role(slot, None);
        draft.listed = holders.len() > 1;
        draft.elsewhere = elsewhere;
        draft.needs_role = !leads && !seat;
        let body = clause.mention(at + 1).filter(|m| leads && slot.is_none() && m.kind == MentionKind::Body);
        draft.organization = draft.organization.or(body.and_then(|body| body.organization));
        draft.when = When::Time(time);
        draft.certainty = verb.certainty;
        draft
    });
    let told: Vec<Draft> = begins.into_iter().chain(ends).collect();
    let further = further(clause, &told);
    told.into_iter().chain(further).collect()
}

/// The tenures that the verb of `told` is told of besides: "served as mayor from 1991 to 1993 and as deputy from 1995".
fn further(clause: &Clause<'_>, told: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    let Some(last) = told.last().filter(|last| last.role.is_some()) else { return found };
    let is_at = |i: usize, time| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(time);
    let node = |time| (0..clause.nodes.len()).find(|&i| is_at(i, time));
    let mut end = last.when.time().and_then(node);
    while let Some(at) = end {
        let comma = usize::from(clause.is_mark(at + 1, b',') || clause.is_mark(at + 1, b';'));
        let and = usize::from(clause.is_any(at + 1 + comma, &["and", "then"]));
        let lead = at + 1 + comma + and;
        let there = then_elsewhere(clause, lead).map(|(_, slot)| slot);
        if comma + and == 0 || there.is_none() && !clause.is_any(lead, &["as"]) {
            break;
        }
        // What is no office to us stands in the row as well.
        let slot = there.or_else(|| office(clause, lead).filter(|slot| slot.role.is_some()));
        let bounds = bounds_or_years(clause, slot.map_or(lead + 1, |slot| slot.end));
        end = bounds.last().and_then(|&(_, time)| node(time));
        let Some(slot) = slot else { continue };
        let tenure = |(kind, time)| Draft { kind, when: When::Time(time), ..last.clone() }.with_role(Some(slot), None);
        found.extend(bounds.into_iter().map(tenure));
    }
    found
}

/// "served two terms as governor", "served three years as governor"
fn for_terms(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let length = |i: usize| clause.time(i).is_some() || clause.is_word(i, Class::TERMS);
    let lead = (at + 2..at + 6).find(|&i| clause.is_any(i, &["as"]) && length(i - 1))?;
    office(clause, lead).filter(|slot| slot.role.is_some())
}

/// "represented Lom as a member of parliament": the office behind those for whom.
fn represents(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let lead = (at + 2..at + 6).find(|&i| clause.is_any(i, &["as", "in"]))?;
    office(clause, lead).filter(|_| clause.words(at).starts_with("represent"))
}

/// "served under General Hansen as chief of staff"
fn under_another(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let led = clause.is_any(at + 1, &["under", "alongside", "with"]);
    let person = clause.mention(at + 2).filter(|m| led && m.kind == MentionKind::Person);
    person.and_then(|_| office(clause, at + 3)).filter(|slot| clause.is_any(at + 3, &["as"]) && slot.role.is_some())
}

/// "represented Lom for the Liberals from 1955 to 1974": a seat, for as long as both years tell.
fn seat_for(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let place = clause.nodes.get(at + 1).filter(|node| node.token.is_capital() && clause.mention(at + 1).is_some())?;
    // "has represented Lom since 2013"
    let since = || at > 0 && clause.is_any(at - 1, &["has"]) && (at + 2..at + 14).any(|i| clause.is_any(i, &["since"]));
    let told = bounds(clause, at + 2).len();
    let represents = clause.words(at).starts_with("represent") && (told >= 2 || told == 1 && since());
    let organization = Some(place.span);
    represents.then_some(Slot { organization, seat: true, end: at + 2, ..Slot::default() })
}

/// "served on the city council from 1991 to 1993": a place in a body.
fn seat_on(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let body =
        clause.mention(at + 2).filter(|m| m.kind == MentionKind::Body && clause.is_any(at + 1, &["on", "in"]))?;
    let slot = Slot { organization: body.organization, seat: true, end: at + 3, ..Slot::default() };
    is_seat(clause, body.organization).then_some(slot)
}

/// "has led the party since", "chaired the board from", with a person, a "who" or an "and" right before.
fn has_led(clause: &Clause<'_>, at: usize, verb: Verb) -> bool {
    let who =
        |i: usize| clause.is(i, Class::RELATIVE) || clause.mention(i).is_some_and(|m| m.kind != MentionKind::Body);
    let perfect = (verb.start..at).any(|i| clause.is_any(i, &["has", "had"]));
    let chaired = clause.is_any(at, &["chaired", "presided over"]);
    let before = verb.start.checked_sub(1);
    before.is_some_and(|before| (perfect || chaired) && (who(before) || clause.is_any(before, &["and"])))
}

/// "In 1991–93 he was mayor", at the head of a sentence.
pub(crate) fn in_span(clause: &Clause<'_>) -> Vec<Draft> {
    let years = career::years_at(clause, 1).filter(|_| clause.time(1).is_some());
    let Some((first, last)) = years.and_then(|years| years.both()) else { return Vec::new() };
    let ends = [(Kind::TermStart, first), (Kind::TermEnd, last)];
    let Some((person, slot)) = holder_behind(clause, &ends) else { return Vec::new() };
    ends.into_iter().map(|(kind, time)| tenure(clause, 0, kind, time, person, slot)).collect()
}

/// "was mayor of Lima from 1991 to 1993", "its chairman between 2009 and 2013"; at the head of a sentence "From 1991 to
/// 1993 he was mayor". `at` is the "from" or "between".
pub(crate) fn spanned(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let founded = clause.is_any(at, &["from"]) && clause.is(at + 1, Class::POSSESSIVE);
    if clause.time(at + 1).is_none() && !founded || is_told_by_serving(clause, at) {
        return Vec::new();
    }
    let ends = bounds(clause, at);
    let held = match at {
        0 => holder_behind(clause, &ends),
        _ => held_by(clause, at)
            .or_else(|| again_elsewhere(clause, at))
            .or_else(|| holder_of_title(clause, at, &ends))
            .or_else(|| holder(clause, at)),
    };
    let held = held.or_else(|| holder_of_next(clause, at, &ends)).or_else(|| holder_elsewhere(clause, at));
    let held = held.or_else(|| holder_before(clause, at, &ends));
    let Some((person, slot)) = held else { return Vec::new() };
    ends.into_iter().map(|(kind, time)| tenure(clause, at, kind, time, person, slot)).collect()
}

/// "was Minister of Posts 1945–1951", "was High Commissioner, 1982-86": both years right behind the office. `be` is the
/// verb.
pub(crate) fn was(clause: &Clause<'_>, be: usize) -> Vec<Draft> {
    let is_office = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role && !m.former);
    // "was an engineer and Minister of Posts 1945–1951"
    let behind_calling = || (be + 3..be + 6).find(is_office).filter(|&i| clause.is_any(i - 1, &["and"]));
    let Some(node) = Some(be + 1).filter(is_office).or_else(behind_calling) else { return Vec::new() };
    let Some(office) = clause.mention(node) else { return Vec::new() };
    let years = years_behind(clause, node + 1);
    let both = |at: usize| {
        let years = career::years_at(clause, at).filter(|_| clause.time(at).is_some())?;
        Some((years.behind, years.both()?))
    };
    let Some((mut end, first)) = both(years) else { return Vec::new() };
    let Some(subject) = clause.subject(be) else { return Vec::new() };
    let slot = |office: Mention, node| Slot::of(office, node + 1);
    let mut held = slot(office, node);
    let mut tenures = vec![(held, first)];
    // "was a member of the Senate 1945–51 and 1958–64", "was consul, 1945–51, and envoy in Lima, 1951–54"
    let again = ["and", "then", "again", "in"];
    let joins = |&i: &usize| clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &again);
    while let Some(mut next) = (end + 1..end + 5).find(|i| !joins(i)).filter(|_| joins(&end)) {
        if let Some(office) = clause.mention(next).filter(|m| m.kind == MentionKind::Role && !m.former) {
            held = slot(office, next);
            next = years_behind(clause, next + 1);
        } else if let Some((_, there)) = then_elsewhere(clause, next) {
            held = there;
            next = there.end + usize::from(clause.is_mark(there.end, b','));
        }
        let Some((behind, years)) = both(next) else { break };
        tenures.push((held, years));
        end = behind;
    }
    let ends = |(slot, (first, last))| [(Kind::TermStart, first, slot), (Kind::TermEnd, last, slot)];
    let end = |(kind, time, slot)| tenure(clause, be, kind, time, subject, Some(slot));
    tenures.into_iter().flat_map(ends).map(end).collect()
}

/// Where the years may begin of the office that ends before `at`: "in 1945–51", ", 1945–51", "at Lom, 1945–51".
fn years_behind(clause: &Clause<'_>, at: usize) -> usize {
    let place = clause.is_any(at, &["in", "at", "for", "to"]) && clause.time(at + 1).is_none();
    let plain = |&i: &usize| {
        let named = clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body || !m.titled);
        named && clause.time(i).is_none() && clause.trigger(i).is_none() && {
            let word = clause.nodes.get(i).map(|node| node.token);
            word.is_some_and(|word| {
                !matches!(word.shape, Shape::Mark(_)) && (word.is(Class::DETERMINER) || !word.is(Class::FUNCTION))
            })
        }
    };
    let named = (at + 1..at + 4).take_while(plain).count();
    let at = if place && named > 0 { at + 1 + named } else { at };
    // "mayor three times: 1905–1907 and 1911–1914", "mayor twice (1905–1907 and 1911–1914)"
    let counted = clause.is_any(at + 1, &["times", "terms"]) && clause.is_word(at, Class::COUNTS);
    let counts = if counted { 2 } else { usize::from(clause.is_any(at, &["twice", "thrice"])) };
    let opens = clause.is_mark(at + counts, b':') || clause.is_mark(at + counts, b'(');
    if counts > 0 && opens {
        return at + counts + 1;
    }
    at + usize::from(clause.is_mark(at, b',') || clause.is_any(at, &["in"]))
}

/// One end of the tenure that the word at `at` tells; without an office, of one that was told before.
fn tenure(clause: &Clause<'_>, at: usize, kind: Kind, time: usize, person: usize, slot: Option<Slot>) -> Draft {
    let mut draft = Draft::new(clause, at, kind, "tenure-bound", Person::Node(person)).with_role(slot, None);
    draft.when = When::Time(time);
    draft.needs_role = true;
    draft.elsewhere = slot.is_none();
    draft
}

/// "since May 2001", "until May 2001" beside an office: of an apposition ("Ana Silva, treasurer since") or of "has been".
pub(crate) fn beside(clause: &Clause<'_>, at: usize, kind: Kind) -> Vec<Draft> {
    let Some(time) = clause.time(at + 1).or_else(|| of_an_event(clause, at, &kind)) else { return Vec::new() };
    if is_told_by_serving(clause, at) {
        return Vec::new();
    }
    // "the oldest mayor since 1902", "the fifth mayor since 1989" begins no tenure; "has been the fifth mayor since 1989" does.
    let been = (at.saturating_sub(8)..at).any(|i| clause.is_any(i, &["been"]));
    let counted = |word: &str| is_superlative(word) || !been && is_ordinal(word);
    let superlative =
        |before: usize| (before.saturating_sub(3)..=before).any(|i| clause.words(i).split(' ').any(counted));
    let opens = at == 0 || clause.is_mark(at - 1, b';') || clause.is_any(at - 1, &["and", "but"]);
    let fronted = opens.then(|| holder_behind(clause, &[(kind.clone(), time)])).flatten();
    let held = || holder(clause, at).filter(|_| office_before(clause, at).is_some_and(|before| !superlative(before)));
    let held = fronted.or_else(held);
    let titled = || holder_of_title(clause, at, &[(kind.clone(), time)]);
    let held = held.or_else(titled).or_else(|| in_office(clause, at)).or_else(|| holder_elsewhere(clause, at));
    let Some((person, slot)) = held else { return Vec::new() };
    vec![tenure(clause, at, kind, time, person, slot)]
}

/// Whether a form of "serve" stands before `at`: it tells the tenure.
fn is_told_by_serving(clause: &Clause<'_>, at: usize) -> bool {
    let serving = (at.saturating_sub(10)..at).rev().find(|&i| serves(clause, i));
    // "served as consul from 1991 to 1993 and as envoy from 1993": the second is told here.
    let second = |serving: usize| {
        let office = office_before(clause, at).filter(|&office| office > serving + 2);
        office.is_some_and(|office| is_further(clause, office))
    };
    serving.is_some_and(|serving| !second(serving))
}

/// Whether the node at `at` is a form of "serve" or what means the same.
pub(crate) fn serves(clause: &Clause<'_>, at: usize) -> bool {
    clause.trigger(at).is_some_and(|t| t.frame == Frame::Serve && t.form != Form::Noun)
}

fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let spelled = word.ends_with("th") && class(word).has(Class::ORDINAL);
    spelled || digits.len() < word.len() && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty()
}

fn is_superlative(word: &str) -> bool {
    class(word).has(Class::SUPERLATIVES)
}

/// "The legation opened on May 4, 1892, with Jens Hansen as consul and Ana Silva as secretary": tenures that begin with
/// something else, which is dated, if only by what is `headed`.
pub(crate) fn with_holders(clause: &Clause<'_>, with: usize, headed: bool) -> Vec<Draft> {
    let mut drafts = Vec::new();
    // "was confirmed, along with Ana Silva as": of her is told what is told before.
    if with > 0 && clause.is_any(with - 1, &["along", "together"]) {
        return drafts;
    }
    if !headed && !(0..with).any(|i| clause.time(i).is_some() || clause.trigger(i).is_some()) {
        return drafts;
    }
    let mut next = with + 1;
    while let Some((person, slot)) = holder_as(clause, next) {
        for holder in people::row(clause, person).into_iter().filter(|&holder| holder >= next) {
            let draft = Draft::new(clause, with, Kind::TermStart, "term-start-with", Person::Node(holder));
            drafts.push(draft.with_role(Some(slot), None));
        }
        next = slot.end + usize::from(clause.is_mark(slot.end, b','));
        if !clause.is_any(next, &["and"]) {
            break;
        }
        next += 1;
    }
    drafts
}

/// The last of a row of people from `at` on, and the office behind their "as".
fn holder_as(clause: &Clause<'_>, at: usize) -> Option<(usize, Slot)> {
    let named = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.role.is_none());
    let lead =
        (at..at + 6).take_while(|&i| named(i) || clause.is_any(i, &["and"]) || clause.is_mark(i, b',')).last()? + 1;
    let behind = lead + 1 + usize::from(clause.is(lead + 1, Class::POSSESSIVE | Class::DETERMINER));
    let role =
        [lead + 1, behind].into_iter().find_map(|i| clause.mention(i)).filter(|m| m.kind == MentionKind::Role)?;
    let end = if clause.mention(lead + 1).is_some() { lead + 2 } else { behind + 1 };
    let slot = Slot::of(role, end);
    (clause.is_any(lead, &["as"]) && named(lead - 1)).then_some((lead - 1, slot))
}
