//! Both ends of a tenure: "served as mayor from 1991 to 1993", "was consul until May", "treasurer since 2001".

use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use super::people;
use super::slot::{office, then_elsewhere};
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::row::career;
use crate::parse::event::trigger::{Form, Frame, Trigger};

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
    let elsewhere = slot.is_none() && !ends.is_empty() && !with_others && !headed;
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

/// "was governor of Lima from 1990 to 1994, then of Lom from 1995 to 1999": who held the first, and the second.
fn again_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let of = at.checked_sub(2).filter(|&of| clause.mention(of + 1).is_some())?;
    let (office, slot) = then_elsewhere(clause, of)?;
    let from = (office + 1..of).find(|&i| clause.is_any(i, &["from", "between"]) && clause.time(i + 1).is_some())?;
    Some((holder(clause, from)?.0, Some(slot)))
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
                || clause.is_any(i, &["from"]) && clause.is(i + 1, Class::POSSESSIVE);
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
fn bounds_or_years(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let first = at + usize::from(clause.is_mark(at, b','));
    let years = career::years_at(clause, first).filter(|_| clause.time(first).is_some());
    let both =
        years.and_then(|years| years.both()).map(|(first, last)| [(Kind::TermStart, first), (Kind::TermEnd, last)]);
    both.map_or_else(|| bounds(clause, at), Vec::from)
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

/// "until his death in 1902", "since the suspension of Jens Hansen in October", "until Ana Silva was sworn in the next day":
/// the time of what began or ended it.
fn of_an_event(clause: &Clause<'_>, at: usize, kind: &Kind) -> Option<usize> {
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
    let whose = clause.is(at + 1, Class::POSSESSIVE | Class::DETERMINER);
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

/// The office that stands nearest before `at`.
fn office_before(clause: &Clause<'_>, at: usize) -> Option<usize> {
    // "was secretary under President Silva from": not hers.
    let of_another = |i: usize, m: Mention| {
        m.name.is_some() && !m.apposed && i > 0 && clause.is_any(i - 1, &["under", "of", "with", "by", "to"])
    };
    let holds = |&i: &usize| clause.mention(i).is_some_and(|m| m.role.is_some() && !of_another(i, m));
    (at.saturating_sub(8)..at).rev().find(holds)
}

/// "Finance Minister Ana Silva, in office since": the office before the name.
fn in_office(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let comma = (at.saturating_sub(4)..at).find(|&comma| clause.is_mark(comma, b','))?;
    let led = clause.is_any(comma + 1, &["in"]) && clause.is_word(at - 1, Class::POSTS);
    let mention = clause.mention(comma.checked_sub(1)?).filter(|m| led && m.name.is_some() && !m.former)?;
    let slot = Slot { role: Some(mention.role?), organization: mention.organization, end: at, ..Slot::default() };
    Some((comma - 1, Some(slot)))
}

/// Who holds the office that stands before "since" at `at`.
fn holder(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let before = office_before(clause, at)?;
    // "minister under Ana Silva from", "minister in the first Hansen cabinet from"
    let of_whom = |i: usize| (before + 1..i).any(|lead| clause.is_any(lead, &["under", "in"])) && i < before + 6;
    // "the first mayor of Lima, holding office from"
    let in_office = clause.is_mark(before + 1, b',')
        && clause.is_any(before + 2, &["holding", "in"])
        && clause.is_any(before + 3, &["office"])
        && at == before + 4;
    let plain = in_office
        || (before + 1..at).all(|i| {
            // "spent six years as mayor, from 1991 to 1997"
            let closing = || i + 1 == at && clause.time(at + 3).is_some();
            // "administrator of Lom State, Nigeria from"
            let country = || clause.nodes.get(i + 1).is_some_and(|next| next.token.is(Class::COUNTRY | Class::STATE));
            let closing = || closing() || country();
            // "held the see for six years from 1990"
            (clause.time(i).is_none() || clause.is_any(i - 1, &["for"]))
                && (!clause.is_mark(i, b',') || closing())
                && clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body || of_whom(i))
        });
    // "had been in the minister's drawer since"
    let owns = clause.nodes.get(before + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let mention = clause.mention(before).filter(|_| plain && !owns)?;
    let slot = Slot::of(mention, at);
    if mention.name.is_some() {
        return mention.apposed.then_some((before, Some(slot)));
    }
    // "Bishop Hansen, head of the mission since 1994,"; "Hansen, consul from 1990 to 1995 and envoy from 1995,"
    let first = first_of_row(clause, before);
    let apposed = first.checked_sub(2).filter(|_| clause.is_mark(first - 1, b','));
    if let Some(person) = apposed.filter(|&i| clause.mention(i).is_some_and(|m| m.name.is_some())) {
        return Some((person, Some(slot)));
    }
    // "Hansen, who as mayor from 1991 to 1993 built the quay,"
    let who = before.checked_sub(2).filter(|&who| clause.is_any(who + 1, &["as"]) && clause.is(who, Class::RELATIVE));
    if let Some(who) = who {
        return Some((clause.subject(who + 1)?, Some(slot)));
    }
    // "has been", "was", "remained", "served as", "stayed as" before the office
    let first = before.saturating_sub(if is_further(clause, before) { 16 } else { 5 });
    let verb = (first..before)
        .rev()
        .find(|&i| clause.is(i, Class::BE) || clause.is_word(i, Class::HOLDS) || serves(clause, i))?;
    // "is appointed consul from May 4 on" is told by that verb.
    // "has been suspended as consul since May 4" neither begins a term nor ends it.
    let past = |i: usize| clause.may_be_past(i) && clause.is_any(i + 1, &["as", "from"]);
    let tells = |i: usize| clause.trigger(i).is_some_and(|t| t.frame != Frame::Serve);
    if (verb + 1..before).any(|i| tells(i) || past(i)) {
        return None;
    }
    let start = clause.group(verb).start;
    // "Having been mayor since 1991, Ana Silva"
    let fronted = || people::fronted(clause, start).filter(|_| start == 0);
    Some((clause.subject(start).or_else(fronted)?, Some(slot)))
}

/// Whether the office at `at` stands behind the times of another one: "was minister from 1979 to 1983 and president".
fn is_further(clause: &Clause<'_>, at: usize) -> bool {
    let at = at - usize::from(at > 0 && clause.is_any(at - 1, &["as"]));
    let at = at - usize::from(at > 0 && clause.is_any(at - 1, &["then", "later", "afterwards"]));
    let and = at.checked_sub(1).filter(|&and| clause.is_any(and, &["and"]) || clause.is_mark(and, b','));
    let comma = |and: usize| usize::from(clause.is_mark(and.wrapping_sub(1), b','));
    and.and_then(|and| clause.time(and.checked_sub(1 + comma(and))?)).is_some()
}

/// The first of the offices that stand in a row with their times and end with the one at `at`.
fn first_of_row(clause: &Clause<'_>, at: usize) -> usize {
    let before = |&at: &usize| office_before(clause, at).filter(|_| is_further(clause, at));
    std::iter::successors(Some(at), before).last().unwrap_or(at)
}

/// Who holds it in "From 1991 to 1993 he was mayor", "Since 1991 she has been mayor": the subject behind the times.
fn holder_behind(clause: &Clause<'_>, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (0..clause.nodes.len()).find(|&i| is_last(i))?;
    // "From 1987 until his retirement in 1992 he was": behind the end that a noun tells.
    let until = Some(time + 1).filter(|&until| clause.is_any(until, &["until", "till"]));
    let time = until.and_then(|until| (until + 1..until + 6).find(|&i| clause.time(i).is_some())).unwrap_or(time);
    // "From 1999 on"
    let time = time + usize::from(clause.is_any(time + 1, &["on", "onward", "onwards"]));
    let person = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    // "Since 1991 Ana Silva, a lawyer, has been mayor"
    let inside = (person + 2..person + 10).take_while(|&i| !clause.is(i, Class::RELATIVE) && !people::acts(clause, i));
    let close = inside.into_iter().find(|&i| clause.is_mark(i, b',')).filter(|_| clause.is_mark(person + 1, b','));
    let verb = clause.skip(close.unwrap_or(person) + 1);
    let verb = if clause.is(verb, Class::HAVE) { clause.skip(verb + 1) } else { verb };
    if !clause.is(verb, Class::BE) && !clause.is_word(verb, Class::HOLDS) && !serves(clause, verb) {
        return None;
    }
    // "has been with the minister"
    let plain = |&i: &usize| !clause.is(i, Class::PREPOSITION) || clause.is_any(i, &["as"]);
    let mut near = (verb + 1..verb + 4).take_while(plain);
    let office = near.find_map(|i| clause.mention(i).filter(|m| m.kind == MentionKind::Role))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds the next one in "he was mayor, and from 1993 to 1997 treasurer": whoever held the one before.
fn holder_of_next(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (at..clause.nodes.len()).find(|&i| is_last(i))?;
    let behind = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    let office = clause.mention(behind).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    let joined = clause.is_any(at - 1, &["and"]) || clause.is_mark(at - 1, b',') || clause.is_mark(at - 1, b';');
    let before = office_before(clause, at).filter(|_| joined)?;
    let verb = (before.saturating_sub(5)..before).rev().find(|&i| clause.is(i, Class::BE) || serves(clause, i))?;
    let slot = Slot::of(office, behind + 1);
    Some((clause.subject(clause.group(verb).start)?, Some(slot)))
}

/// Who holds it in "She headed the bank, and from 2011 to 2015 was consul": the subject of what is told before. The "from" is
/// at `at`.
fn holder_before(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let and = at.checked_sub(1).filter(|&and| clause.is_any(and, &["and"]))?;
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (at..clause.nodes.len()).find(|&i| is_last(i))?;
    let verb = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    let holds = clause.is(verb, Class::BE) || clause.is_word(verb, Class::HOLDS);
    let office =
        (verb + 1..verb + 3).find_map(|i| clause.mention(i)).filter(|m| holds && m.kind == MentionKind::Role)?;
    let person = clause.leftwards(and)?;
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds it in "The post of consul was held by Ana Silva from 1936 to 1941". The "from" is at `at`.
fn held_by(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let person = at.checked_sub(1)?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let by = (person.saturating_sub(4)..person).rev().find(|&i| clause.is_any(i, &["by"]))?;
    let verb = by.checked_sub(1).filter(|&verb| clause.is_any(verb, &["held", "filled", "occupied"]))?;
    let be = verb.checked_sub(1).filter(|&be| clause.is(be, Class::BE))?;
    let post = clause.group(be).start.checked_sub(1)?;
    let office = clause.mention(post).filter(|m| m.kind == MentionKind::Role && !m.former);
    if office.is_none() && !clause.is_word(post, Class::POSTS) {
        return None;
    }
    Some((person, office.map(|office| Slot::of(office, post + 1))))
}

/// Who holds it in "Secretary of the union between 1969 and 1981, she sat", "As mayor from", "During her time as mayor
/// from": the subject behind the comma. The "between" is at `at`.
fn holder_of_title(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let node = at.checked_sub(1)?;
    let as_mayor = node > 0 && clause.is_any(node - 1, &["as"]);
    let during = || clause.is_any(0, &["during", "in"]) && clause.is(1, Class::POSSESSIVE);
    let opens = node == 0 || as_mayor && (node == 1 || node < 6 && during());
    let office = clause.mention(node).filter(|m| opens && m.kind == MentionKind::Role && !m.definite)?;
    let &(_, last) = ends.last()?;
    let time = (0..clause.nodes.len()).find(|&i| clause.time(i) == Some(last))?;
    let person = Some(time + 2).filter(|_| clause.is_mark(time + 1, b','))?;
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds an office that was told before: "a position she held until 1997", "he remained in office until".
fn holder_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let has_had = |i: usize| {
        let been_in = clause.is_any(i, &["been"]) && clause.is_any(i + 1, &["in", "in charge"]);
        (been_in || clause.is_any(i, &["had"])) && clause.is_any(i - 1, &["has", "had"])
    };
    let first = at.saturating_sub(6).max(1);
    let verb = (first..at).rev().find(|&i| clause.is_word(i, Class::HOLDS) || has_had(i))?;
    // "appointed envoy to Lom, where she remained until 1901"
    if verb + 1 == at && clause.is_any(verb, &["remained", "stayed"]) {
        let there = clause.subject(verb).filter(|&who| clause.is_any(who.wrapping_sub(1), &["where"]));
        return there.map(|who| (who, beside_the_post(clause, who)));
    }
    // "who held it until May", "had been in power since 2011"
    let it = |i: usize| i == verb + 1 && clause.is_any(i, &["it"]);
    let in_charge = |i: usize| clause.is_any(i, &["in charge"]);
    let is_post = |i: usize| clause.is_word(i, Class::POSTS) || it(i) || in_charge(i);
    let start = clause.group(verb).start;
    // "the title, which she held": the one before the verb, not what the relative is of.
    let holder = start.checked_sub(1).filter(|&i| clause.mention(i).is_some());
    if let Some(holder) = holder.filter(|&holder| (holder.saturating_sub(6)..holder).any(is_post)) {
        return Some((holder, beside_the_post(clause, holder)));
    }
    Some((clause.subject(start)?, None)).filter(|_| (verb + 1..at).any(is_post))
}

/// The office in "was previously consul, a post she held since": the one that the post stands beside.
pub(crate) fn beside_the_post(clause: &Clause<'_>, holder: usize) -> Option<Slot> {
    let comma = (holder.saturating_sub(5)..holder).rev().find(|&i| clause.is_mark(i, b','))?;
    // "was treasurer of the maker of valves Acme, a position she held"
    let body = |&i: &usize| clause.mention(i).is_none_or(|m| m.kind != MentionKind::Role) && !clause.is_mark(i, b',');
    let office = comma - (comma.saturating_sub(4)..comma).rev().take_while(body).count();
    let mention = clause.mention(office.checked_sub(1)?).filter(|m| m.kind == MentionKind::Role)?;
    Some(Slot::of(mention, holder))
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
