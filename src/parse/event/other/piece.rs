//! Which words of a sentence one of its dates dates: a clause, one of several that share a subject, a relative clause, or a
//! noun alone.
//!
//! **Examples**: "resigned in May after *a crane collapsed in the previous October*"; "Ana Silva joined the bank in 2011 and
//! *became its governor in 2015*"; "Jens Hansen, *who left Lima in July*"; "after *the 1953 floods*".
//!
//! **Not**: a clause that an office event of the sentence tells already.

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::Statement;

use super::{is_finite, is_predicate, kind};
use crate::parse::event::clause::Clause;
use crate::parse::event::title;
use crate::parse::event::trigger::Frame;

/// What is told with one date, by its nodes.
pub(crate) struct Piece {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The first node of a subject that stands elsewhere in the sentence, and one past its last.
    pub(crate) shared: Option<Nodes>,
}

/// A first node, and one past the last.
type Nodes = (usize, usize);

/// What the expression at `node` dates, of a sentence that tells the events `told` besides; `None` where these are all.
pub(crate) fn piece(clause: &Clause<'_>, node: usize, told: &[Statement]) -> Option<Piece> {
    let noun = || dated_noun(clause, node).map(|(from, to)| Piece { from, to, shared: None });
    // Most sentences have no relative clause, which is sooner known than where one would stand.
    let may_relate = clause.holds(Class::RELATIVE);
    let related = || if may_relate { related(clause, node).or_else(|| resumed(clause, node)) } else { None };
    if told.is_empty() {
        let whole = || {
            let (from, to) = around(clause, node);
            let piece = one_of_several(clause, from, to, node).unwrap_or(Piece { from, to, shared: None });
            Piece { shared: piece.shared.or_else(|| contrasted(clause, piece.from, piece.to)), ..piece }
        };
        return Some(noun().or_else(related).unwrap_or_else(whole));
    }
    let span = clause.nodes[node].span;
    let is_dated = told.iter().any(|event| event.date_span.is_some_and(|dated| dated.overlaps(span)));
    let is_told = |i: usize| {
        let word = clause.nodes[i].span;
        told.iter().any(|event| event.trigger_span.is_some_and(|trigger| trigger.overlaps(word)))
    };
    let piece = || related().or_else(|| beside(clause, node)).or_else(|| behind_aside(clause, node, told));
    let piece = Some(node).filter(|_| !is_dated).and_then(|_| piece())?;
    (!(piece.from..piece.to).any(is_told)).then_some(piece)
}

/// What is told of whom an aside says since when they hold an office: "Ana Silva, mayor since 2015, was arrested on Monday".
fn behind_aside(clause: &Clause<'_>, node: usize, told: &[Statement]) -> Option<Piece> {
    let [.., last] = told else { return None };
    let trigger = last.trigger_span.filter(|_| told.iter().all(|one| one.rule == "tenure-bound"))?;
    let since = (0..node).find(|&i| clause.nodes[i].span.overlaps(trigger))?;
    let comma = |&i: &usize| clause.is_mark(i, b',');
    let close = (since..node).find(comma)?;
    let named = |i: usize| clause.mention(i).is_some_and(|m| m.name.is_some());
    // "Ana Silva, mayor" is one mention.
    let within = (0..since).rev().find(|&i| named(i) && clause.words(i).contains(','));
    let before = || (0..since).rev().find(comma).and_then(|open| Some((open.checked_sub(1)?, open)));
    let (first, behind) = within.map(|i| (i, i + 1)).or_else(before)?;
    let stands = named(first) && (first == 0 || clause.is_mark(first - 1, b',') || clause.time(first - 1).is_some());
    let to = (node + 1..clause.nodes.len()).find(|&i| ends(clause, node, i)).unwrap_or(clause.nodes.len());
    (stands && is_finite(clause, close + 1)).then_some(Piece { from: close + 1, to, shared: Some((first, behind)) })
}

/// What a relative clause tells of the one it is about: "met the envoy Jens Hansen, who left Lima in July, and", "bought a
/// ferry that was built in 1921".
fn related(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let before = (0..node).rev().take_while(|&i| !clause.is_mark(i, b',') && !is_border(clause, i));
    let that = |i: usize| clause.is_any(i, &["that"]) && is_finite(clause, i + 1);
    let pronoun = before.into_iter().find(|&i| clause.is(i, Class::RELATIVE) || that(i))?;
    let apart = clause.is_mark(pronoun.checked_sub(1)?, b',');
    let antecedent = pronoun.checked_sub(1 + usize::from(apart))?;
    let from = pronoun + 1;
    // Without commas a second verb is the main clause's: "the man who led the strike died in May".
    let verbs = || {
        let starts = |&i: &usize| is_finite(clause, i) && !is_finite(clause, i - 1);
        apart || (from..node).filter(starts).nth(1).is_none()
    };
    let mention = clause.mention(antecedent);
    let (acts, about) = match clause.words(pronoun) {
        "who" => {
            let person = mention.is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Role));
            let named = mention.is_some() && (apart || is_finite(clause, from));
            (
                (from..node).any(|i| is_predicate(clause, i)),
                if named && person { Some(antecedent) } else { thing(clause, antecedent) },
            )
        }
        "which" | "that" => {
            let named = mention.is_some_and(|m| !m.titled);
            (is_finite(clause, from), if named { Some(antecedent) } else { thing(clause, antecedent) })
        }
        _ => return None,
    };
    let about = whole_name(clause, about.filter(|_| acts && verbs())?);
    // "a treaty in Lima which", "in May at the yard that": of the treaty, or of Lima.
    let placed =
        |i: usize| clause.words(i).rsplit(' ').next().is_some_and(|last| ["in", "at", "near", "from"].contains(&last));
    if !apart && about.checked_sub(1).is_some_and(placed) {
        return None;
    }
    // "Norway and Sweden, which were invited": more than the one before.
    let several = clause.is_any(from, &["were", "are", "have"])
        && about.checked_sub(1).is_some_and(|i| clause.is_any(i, &["and", "or"]));
    let to = (node + 1..clause.nodes.len()).find(|&i| clause.is_mark(i, b',') || is_border(clause, i));
    let to = to.unwrap_or(clause.nodes.len());
    (!several).then_some(Piece { from, to, shared: Some((about, antecedent + 1)) })
}

/// The first node of a name that goes on with "of" and the one at `at`: "*Status* of Forces Agreement".
fn whole_name(clause: &Clause<'_>, at: usize) -> usize {
    let capital = |i: usize| clause.nodes[i].token.is_capital();
    let of = at > 1 && clause.is_any(at - 1, &["of"]) && capital(at) && capital(at - 2);
    if of { at - 2 } else { at }
}

/// The first node of the noun that ends at `at`, with its article: "*the old ferry*"; none where it has no article of its own.
fn thing(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let noun = |i: usize| {
        let word = &clause.nodes[i].token;
        matches!(word.shape, Shape::Lower | Shape::Capital | Shape::Number | Shape::Acronym)
            && !word.is(Class::FUNCTION | Class::CONJUNCTION | Class::PREPOSITION | Class::SAY)
            && clause.time(i).is_none()
    };
    let article = (at.saturating_sub(NOUN)..at).rev().find(|&i| !noun(i))?;
    let opens = clause.is(article, Class::DETERMINER | Class::POSSESSIVE) && !clause.is_any(article, &["that", "this"]);
    // "The French also used napalm, which": of the napalm no article is told.
    let acts = || (article + 1..=at).any(|i| is_finite(clause, i) || clause.is_adverb(i));
    (opens && noun(at) && !clause.may_be_past(at) && !acts()).then_some(article)
}

/// So many nodes stand between an article and its noun at most.
const NOUN: usize = 5;

/// What is told on of someone behind a relative clause: "Ana Silva, who had been mayor, died on Monday".
fn resumed(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let goes_on = |&i: &usize| clause.is_mark(i, b',') && is_predicate(clause, i + 1);
    let comma = (0..node).rev().take_while(|&i| !is_border(clause, i)).find(goes_on)?;
    let relates = |&i: &usize| clause.is_any(i, &["who"]) && clause.is_mark(i - 1, b',');
    let pronoun = (2..comma).rev().find(relates)?;
    let whom = clause.mention(pronoun - 2).filter(|m| m.kind == MentionKind::Person)?;
    let acts = (pronoun + 1..comma).any(|i| is_predicate(clause, i)) && whom.name.is_some();
    let to = (node + 1..clause.nodes.len()).find(|&i| ends(clause, node, i)).unwrap_or(clause.nodes.len());
    acts.then_some(Piece { from: comma + 1, to, shared: Some((pronoun - 2, pronoun - 1)) })
}

/// The nodes of the clause that the expression at `node` stands in.
fn around(clause: &Clause<'_>, node: usize) -> (usize, usize) {
    let mut from = node;
    while from > 0 && !is_border(clause, from) {
        from -= 1;
    }
    let mut to = node + 1;
    while to < clause.nodes.len() && !ends(clause, node, to) {
        to += 1;
    }
    // "On May 4," is no clause: what it opens is.
    while to < clause.nodes.len() && (to - from < SHORT || !(from..to).any(|i| is_predicate(clause, i))) {
        to += 1;
        while to < clause.nodes.len() && !ends(clause, node, to) {
            to += 1;
        }
    }
    let (mut from, to) = apart_from_led(clause, from, to, node);
    // Of a long one, as much before the expression as a headline holds.
    let length = |from: usize| clause.nodes[to - 1].span.end - clause.nodes[from].span.start;
    let shorter = (from + 1..node).filter(|&i| begins_clause(clause, from, i));
    if length(from) > title::LONGEST && title::relative(clause, from, node).is_none() {
        from = shorter
            .clone()
            .find(|&i| length(i) <= title::LONGEST && (i..to).any(|j| is_predicate(clause, j)))
            .unwrap_or(from);
    }
    (from, to)
}

/// Of a clause that another leads into, the one of the two that the expression at `node` dates: "As talks broke down, *the
/// army marched in May*", "When *the ferry sank in May*, the port was shut". What depends on a condition is left whole.
fn apart_from_led(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> (usize, usize) {
    let start = title::first(clause, from, to);
    let Some(led) = (from..=start).rev().find(|&i| clause.is_any(i, &LEADS)) else { return (from, to) };
    // "As expected,", "after leaving Lima,", "after the war,": no clause.
    let subject = !is_finite(clause, led + 1)
        && !clause.is(led + 1, Class::PREPOSITION)
        && !clause.words(led + 1).ends_with("ing");
    let told = |range: std::ops::Range<usize>| title::main_verb(clause, range.start, range.end).is_some();
    let opens = |i: usize| {
        let named = clause.mention(i).is_some() || clause.is(i, Class::DETERMINER | Class::POSSESSIVE | Class::SUBJECT);
        named && told(i + 1..to)
    };
    let comma = (led + 2..to).find(|&i| clause.is_mark(i, b',') && told(led + 1..i) && opens(i + 1));
    let Some(comma) = comma.filter(|_| subject) else { return (from, to) };
    // "After the army had fled, on May 4, he signed": the signing.
    let preposition = usize::from(clause.is(node.wrapping_sub(1), Class::PREPOSITION));
    let between = comma == node + 1 && node > preposition && clause.is_mark(node - 1 - preposition, b',');
    if node < led || node > comma || between {
        (comma + 1, to)
    } else if !clause.is_any(led, &["before", "until"]) {
        (led + 1, comma)
    } else {
        (from, to)
    }
}

/// What leads into a clause that can stand by itself.
const LEADS: [&str; 11] =
    ["as", "when", "while", "after", "since", "because", "although", "though", "once", "before", "until"];

/// Whether a clause with a subject begins at `at`, behind "that" or a comma; "1,500" and "the Oslo, Norway, police" go on.
fn begins_clause(clause: &Clause<'_>, from: usize, at: usize) -> bool {
    if clause.is_any(at - 1, &["that"]) {
        return !is_predicate(clause, at);
    }
    let fronted = |i: usize| is_predicate(clause, i) || clause.words(i).ends_with("ing");
    let told = || {
        at == from + 2 && clause.mention(from).is_none()
            || clause.is(from, Class::PREPOSITION)
            || (from..at).any(fronted)
    };
    let named = || clause.mention(at).is_some() && (clause.words(at).contains(' ') || !clause.is_mark(at + 1, b','));
    let spaced = clause.nodes[at].span.start > clause.nodes[at - 1].span.end;
    let subject = Class::DETERMINER | Class::SUBJECT | Class::POSSESSIVE | Class::CONJUNCTION;
    // "will sell its yard, and took a loss": of one subject.
    let goes_on = clause.is(at, Class::CONJUNCTION) && is_predicate(clause, at + 1);
    clause.is_mark(at - 1, b',') && spaced && (clause.is(at, subject) && !goes_on || named()) && told()
}

/// The clause that the expression at `node` dates beside others of its sentence: "resigned in May after a crane collapsed
/// in the previous October", "joined the bank in 2011 and became its governor in 2015".
fn beside(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let opens = |&i: &usize| {
        let because = clause.is_any(i, &["because"]) && !clause.is_any(i + 1, &["of"]);
        let subordinates = clause.is(i, Class::RELATIVE) || clause.is_any(i, &["after", "when", "while"]) || because;
        subordinates || is_border(clause, i) || clause.is_mark(i, b'(')
    };
    let from = (0..node).rev().find(opens).map_or(0, |i| i + 1);
    let to = (node + 1..clause.nodes.len()).find(opens).unwrap_or(clause.nodes.len());
    let first = title::first(clause, from, to);
    let subject = clause.mention(first).is_some() || clause.is(first, Class::DETERMINER | Class::POSSESSIVE);
    // "was named mayor after the death of Hansen, and served until 2012": the verb is the main clause's.
    let told = |at: usize| (from..at).any(|i| is_predicate(clause, i));
    let and = (from + 1..node).find(|&i| clause.is_any(i, &["and"]) && is_predicate(clause, i + 1) && !told(i));
    if let Some(and) = and.filter(|_| from > 0) {
        let main = title::first(clause, 0, from);
        let verb = (main + 1..from).find(|&i| is_predicate(clause, i)).filter(|&verb| verb <= main + 4)?;
        return Some(Piece { from: and + 1, to, shared: Some((main, verb)) });
    }
    let piece = one_of_several(clause, from, to, node)?;
    let verb = (piece.from.max(first + 1)..piece.to).any(|i| is_predicate(clause, i));
    (subject && verb).then_some(piece)
}

/// A clause of fewer nodes tells too little to stand alone.
const SHORT: usize = 3;

/// Of several verbs of one subject that each have a date, the nodes of the one that is dated at `node`, and those of the
/// subject where it stands before the others: "Ana Silva studied law from 1979 to 1984 and joined the ministry in 1985".
fn one_of_several(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<Piece> {
    // Most have one date, and nothing to tell it from.
    if (from..to).filter(|&i| clause.time(i).is_some()).nth(1).is_none() {
        return Some(Piece { from, to, shared: None });
    }
    let dated = |range: std::ops::Range<usize>| range.into_iter().any(|i| clause.time(i).is_some());
    let first = title::first(clause, from, to);
    let verb = (first + 1..to).find(|&i| is_predicate(clause, i));
    let led = from.checked_sub(1).is_some_and(|i| clause.is_any(i, &["after", "when", "while", "because"]));
    let aside = |to: usize| led || (first..to).any(|i| clause.is(i, Class::RELATIVE));
    let and =
        |i: usize| clause.is_any(i, &["and"]) && is_predicate(clause, i + 1) && !clause.words(i + 1).ends_with("ing");
    // "joined in 1895, was elected in 1903 and became"; "the budget, expected in March," goes on.
    let lists = |i: usize| {
        let dated =
            i > 0 && clause.is_mark(i, b',') && clause.time(i - 1).is_some() && !clause.words(i + 1).ends_with("ing");
        let verb = verb.filter(|&verb| verb < i && !clause.is_mark(verb - 1, b',') && !clause.is(verb, Class::BE));
        dated && verb.is_some() && !aside(i) && is_predicate(clause, i + 1) && (i + 2..to).any(and)
    };
    // "was arrested that night and his cabinet dismissed the next day"
    let own = |i: usize| {
        let subject = || clause.is(i + 1, Class::DETERMINER | Class::POSSESSIVE) || clause.mention(i + 1).is_some();
        let told = || (i + 2..to.min(i + 5)).any(|i| is_predicate(clause, i));
        // "between Norway and the others" is one phrase.
        let joins = clause.is_any(i, &["and"]) && verb.is_some_and(|verb| verb < i);
        joins && clause.time(i - 1).is_some() && subject() && told()
    };
    // "launched the ferry in 1998, in 2001 the tug and the following year a barge"
    let fresh = |i: usize| {
        let dated = clause.time(i + 1).is_some() && clause.is_any(i, &["and"])
            || clause.is_any(i + 1, &["in", "on"]) && clause.time(i + 2).is_some();
        let told = verb.is_some_and(|verb| verb < i) && clause.time(i - 1).is_none();
        let next = i + 2 + usize::from(clause.time(i + 1).is_none());
        let goes_on = clause.mention(next).is_some()
            || clause.is(next, Class::DETERMINER | Class::POSSESSIVE)
            || is_predicate(clause, next);
        (dated && told && next < to && goes_on).then_some(next)
    };
    let may_join = |i: usize| clause.mark(i) == Some(b',') || clause.is_any(i, &["and"]);
    let joins = |&i: &usize| {
        may_join(i) && (and(i) || lists(i) || own(i) || fresh(i).is_some()) && dated(from..i) && dated(i..to)
    };
    let to = (node + 1..to).find(joins).unwrap_or(to);
    let before = (from..node).rev().find(joins);
    let Some(and) = before else { return Some(Piece { from, to, shared: None }) };
    if own(and) {
        return Some(Piece { from: and + 1, to, shared: None });
    }
    let verb = verb.filter(|&verb| verb < and && verb <= first + 4 && !aside(verb))?;
    if let Some(next) = fresh(and) {
        let (acts, told) = (is_predicate(clause, next), (next..to).any(|i| is_finite(clause, i)));
        let shared = if acts { Some((first, verb)) } else { (!told).then_some((first, verb + 1)) };
        return Some(Piece { from: if acts { next } else { and + 1 }, to, shared });
    }
    // "was shut on Sunday after a flood broke the dyke and drowned the fields that night": the flood.
    let leads = |&i: &usize| clause.is_any(i, &["after", "when", "while", "because", "as", "before"]);
    if let Some(led) = (verb + 1..and).rev().find(leads)
        && !clause.is_mark(and - 1, b',')
        && (led + 2..and).any(|i| is_predicate(clause, i))
    {
        return Some(Piece { from: led + 1, to, shared: None });
    }
    // "I was appointed in 2019 and dismissed in 2021": the second was done to her, too.
    let done_to = |i: usize| clause.trigger(i).is_some_and(|t| matches!(t.frame, Frame::Install | Frame::Remove));
    let passive = clause.is(verb, Class::BE) && done_to(verb + 1) && done_to(and + 1);
    Some(Piece { from: and + 1, to, shared: Some((first, verb + usize::from(passive))) })
}

/// The subject of a verb behind "but", which stands in the clause before: "Ana Silva won in May, but resigned in June".
fn contrasted(clause: &Clause<'_>, from: usize, to: usize) -> Option<Nodes> {
    let behind = title::first(clause, from, to);
    let end = from.checked_sub(1)?;
    if !clause.is_any(from, &["but"]) || !is_predicate(clause, behind) {
        return None;
    }
    let before = (0..end).rev().find(|&i| is_border(clause, i)).map_or(0, |i| i + 1);
    let first = title::first(clause, before, from);
    let verb = (first + 1..from).find(|&i| is_predicate(clause, i)).filter(|&verb| verb <= first + 4)?;
    let aside = (first..verb).any(|i| clause.is(i, Class::RELATIVE | Class::SUBORDINATOR) || clause.is_mark(i, b','));
    (!aside).then_some((first, verb))
}

/// Whether the node at `at` begins a clause of its own.
// Asked of every node, and nearly none stands beside such a mark.
#[inline]
fn is_border(clause: &Clause<'_>, at: usize) -> bool {
    let mark = |at: usize| clause.mark(at).unwrap_or_default();
    let comma = at > 0 && matches!(mark(at - 1), b',' | b'-');
    matches!(mark(at), b';' | b':') || comma && opens_clause(clause, at)
}

/// Whether the node behind a comma or a dash begins a clause of its own.
#[inline(never)]
fn opens_clause(clause: &Clause<'_>, at: usize) -> bool {
    let opens = ["but", "while", "although", "because", "so", "where", "since"];
    clause.is_any(at, &opens) || clause.is_any(at, &["and"]) && is_told_apart(clause, at)
}

/// Whether a clause with a subject of its own, or with a date at its head, follows the "and" at `at`: "…, and the second
/// was not opened until 1961".
fn is_told_apart(clause: &Clause<'_>, at: usize) -> bool {
    let told = (at.saturating_sub(12)..at).any(|i| is_predicate(clause, i));
    let dated = clause.is(at + 1, Class::PREPOSITION) && clause.time(at + 2).is_some();
    let subject = clause.is(at + 1, Class::DETERMINER | Class::SUBJECT) || clause.mention(at + 1).is_some();
    let clause_follows = || {
        let reach = (at + 2..at + 8).take_while(|&i| !clause.is_mark(i, b',') && !clause.is(i, Class::RELATIVE));
        reach.into_iter().any(|i| is_predicate(clause, i))
    };
    told && (dated || subject && clause_follows())
}

/// Whether the clause of the expression at `node` is over at `at`.
fn ends(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let relative = |i: usize| clause.is(i, Class::RELATIVE);
    // ", which began on May 4," closes with its comma; behind the expression a relative clause is another one.
    let opened = || {
        let before = (0..node).rev().take_while(|&i| !clause.is_mark(i, b','));
        clause.holds(Class::RELATIVE) && before.into_iter().any(relative)
    };
    // ", who met the envoy, left on May 4" goes on with the verb of whom it is about.
    let comma = || clause.is_mark(at, b',') && (relative(at + 1) || opened() && !is_finite(clause, at + 1));
    // "bought the yard which was sold in 1930": what has its own date is told by it.
    let dated = || {
        let own = (at + 2..clause.nodes.len()).take_while(|&i| !clause.is_mark(i, b','));
        at > node && relative(at) && is_finite(clause, at + 1) && own.take(RELATIVE).any(|i| clause.time(i).is_some())
    };
    // "in 1871–1874" is one date.
    let joins_years = || clause.time(at + 1).is_some() && clause.time(at - 1).is_some();
    is_border(clause, at) || comma() || clause.is_mark(at, b'-') && (at == 0 || !joins_years()) || dated()
}

/// So far behind its verb the date of a relative clause is looked for.
const RELATIVE: usize = 12;

/// The noun that the expression at `node` dates, where a clause is told of something else: "after the 1953 floods",
/// "reminiscent of the strikes of 1926".
fn dated_noun(clause: &Clause<'_>, node: usize) -> Option<(usize, usize)> {
    let is_noun = |i: usize| {
        let body = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body);
        body || clause.nodes.get(i).is_some_and(|word| {
            matches!(word.token.shape, Shape::Lower | Shape::Capital)
                && !word.token.is(Class::FUNCTION | Class::PREPOSITION | Class::CONJUNCTION | Class::RELATIVE)
                && !clause.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::DETERMINER)
        })
    };
    let before = node.checked_sub(1)?;
    let head = if clause.is_any(before, &["of"]) { before } else { node };
    let definite = |i: usize| clause.mention(i).is_some_and(|m| m.definite && m.kind != MentionKind::Role);
    let article = (head.saturating_sub(4)..head).rev().find(|&i| clause.is(i, Class::DETERMINER) || definite(i))?;
    if !(article + 1..head).all(is_noun) {
        return None;
    }
    let mut to = node + 1;
    while to < clause.nodes.len() && to < node + 4 && is_noun(to) && !clause.words(to).ends_with("ed") {
        to += 1;
    }
    if to > node + 1 && clause.is_any(to, &["of"]) && clause.time(to + 1).is_some() {
        to += 2;
    }
    // "took the city the next day" dates the taking, "after the attack Monday" the attack.
    let of_its_own = to > node + 1 || head < node || kind(clause, before).is_some();
    let named = of_its_own && (to > node + 1 || article + 1 < head || definite(article));
    let governed = article.checked_sub(1).is_some_and(|i| {
        clause.is_any(i, &["after", "before", "following", "since", "during", "of", "amid", "despite", "for", "to"])
    });
    (named && governed).then_some((article, to))
}
