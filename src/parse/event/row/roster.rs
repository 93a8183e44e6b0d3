//! Who held an office one after the other, as lists have it: names with their dates, and the office once.
//!
//! **Recognises** a line that opens with an office and a colon or a dash and goes on with names, each with its dates; a sentence that
//! says who held one, the names behind its colon; and a line of a name and its dates below a heading that names the office
//! of several ([`Memory::office_above`]).
//!
//! **Examples**: "Minister of Works: Ana Silva (1994–1998), Jens Hansen (acting, 4–9 May 1998), Ole Lie (from June 1998)";
//! "Governor-General – Admiral Sir Jens Hansen (until 12 June), then Ole Lie (from 29 June)";
//! "The following have served as mayor: J. Hansen, 1883; A. Silva, 1884; and O. Lie, 1889–90.";
//! "Mayors of Lima" above "Ana Silva (1994–1998)", "1998–2001 Jens Hansen", "Ole Lie | 2001 | 2004".
//!
//! **Not**: "vacant until June 1998", "Ana Silva (1944–2001)" below "Poets of Lima", "Mayor: Ana Silva (born 1944)".

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use super::singular::is_plural;
use super::{career, table};
use crate::parse::event::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::follow::{Memory, Office};

/// The tenures that a line of a list tells.
pub(crate) fn rows<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
) -> Vec<Draft> {
    if table::is_row(article.sentences[number].of(article.text))
        && let Some((columns, office)) = memory.table_above(article, number)
    {
        return table::row(clause, columns).map_or(Vec::new(), |row| row.drafts(clause, office));
    }
    if clause.nodes.len() < SHORTEST {
        return Vec::new();
    }
    let rows = of_office(clause);
    if !rows.is_empty() {
        return rows;
    }
    let Some(row) = dated_name(clause) else { return Vec::new() };
    memory.office_above(article, number).map_or(Vec::new(), |office| row.drafts(clause, office))
}

/// A name, a mark and years.
const SHORTEST: usize = 3;

/// `Minister of Works: Ana Silva (1994–1998), Jens Hansen (acting, 1998)`
fn of_office(clause: &Clause<'_>) -> Vec<Draft> {
    let at = career::behind_marks(clause, 0);
    let dash = || clause.is_mark(at + 1, b'-') && clause.text[..clause.nodes[at + 1].span.start].ends_with(' ');
    let opens = (clause.is_mark(at + 1, b':') || dash()).then_some(at);
    let were = || were(clause, at).map(|first| (at, first));
    let Some((at, first)) = opens.or_else(|| of_the_following(clause)).map(|at| (at, at + 2)).or_else(were) else {
        return Vec::new();
    };
    let office = clause.mention(at).filter(|m| m.kind == MentionKind::Role);
    let Some((role, organization)) = office.and_then(|office| Some((office.role?, office.organization))) else {
        return Vec::new();
    };
    let parts = |i: usize| clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &["and", "then"]);
    let names = (first..clause.nodes.len()).filter(|&i| parts(i - 1) || i == first);
    let rows = names.filter_map(|name| {
        in_brackets(clause, name).or_else(|| match opens {
            Some(_) => one_end(clause, name).or_else(|| of_several(clause, at).and(behind_comma(clause, name))),
            None => behind_comma(clause, name),
        })
    });
    rows.flat_map(|row| row.drafts(clause, (role, organization))).collect()
}

/// The office at `at`, where it is named as that of several: "Mayors", "The first three mayors of Lima".
fn of_several(clause: &Clause<'_>, at: usize) -> Option<Mention> {
    clause.mention(at).filter(|m| m.role.is_some_and(|role| is_plural(role.of(clause.text))))
}

/// The first name of "Its mayors have been Ana Silva (1994–1998) and", "The mayors were: Ana Silva, 1994–98;", where the
/// office opens the sentence at `at`.
fn were(clause: &Clause<'_>, at: usize) -> Option<usize> {
    of_several(clause, at).filter(|m| !m.former && (m.definite || m.possessive))?;
    let says = |&i: &usize| clause.is(i, Class::BE | Class::HAVE) || clause.is_any(i, &["include", "included"]);
    let verbs = (at + 1..at + 4).take_while(says).count();
    let first = at + 1 + verbs;
    (verbs > 0).then_some(first + usize::from(clause.is_mark(first, b':')))
}

/// The office right before the colon of "The following have served as mayor:".
fn of_the_following(clause: &Clause<'_>) -> Option<usize> {
    let said = clause.is_any(0, &["the"]) && clause.is_any(1, &["following"]);
    let colon = (2..LONGEST).find(|&i| said && clause.is_mark(i, b':'))?;
    let acts = |i: usize| clause.is(i, Class::BE | Class::HAVE) || clause.trigger(i).is_some();
    Some(colon - 1).filter(|_| (2..colon).any(acts))
}

/// `Ana Silva, 1994–98`, and `Ana Silva, 1883`: of whom only is told that it was hers then.
fn behind_comma(clause: &Clause<'_>, name: usize) -> Option<Row> {
    let at = Some(name + 2).filter(|_| is_name(clause, name) && clause.is_mark(name + 1, b','))?;
    let years = career::years_at(clause, at).map(|years| (years.behind, years.ends()));
    let (behind, ends) = years.or_else(|| Some((at + 1, vec![(Kind::TermStart, clause.time(at)?)])))?;
    let closed = clause.nodes.get(behind).is_none_or(|next| matches!(next.token.shape, Shape::Mark(_)));
    closed.then_some(Row { name, at, acting: false, ends })
}

/// `Ana Silva until 12 June, then Jens Hansen from 29 June`
fn one_end(clause: &Clause<'_>, name: usize) -> Option<Row> {
    let at = Some(name + 1).filter(|_| is_holder(clause, name))?;
    let ends = clause.is_any(at, &["until", "till"]);
    let kind = if ends { Kind::TermEnd } else { Kind::TermStart };
    let leads = ends || clause.is_any(at, STARTS);
    let closed = clause.nodes.get(at + 2).is_none_or(|next| matches!(next.token.shape, Shape::Mark(_)));
    let time = clause.time(at + 1).filter(|_| leads && closed && clause.nodes[at + 1].times == 1)?;
    Some(Row { name, at, acting: false, ends: vec![(kind, time)] })
}

/// What stands before the day on which an office began, beside those of [`career`].
const STARTS: &[&str] = &["from", "since", "starting", "beginning"];

/// Who held it and when.
pub(super) struct Row {
    pub(super) name: usize,
    /// The node that its dates begin with.
    pub(super) at: usize,
    pub(super) acting: bool,
    pub(super) ends: Vec<(Kind, usize)>,
}

impl Row {
    fn drafts(self, clause: &Clause<'_>, (role, organization): Office) -> Vec<Draft> {
        let Row { name, at, acting, ends } = self;
        let slot = Slot { role: Some(role), organization, ..Slot::default() };
        let draft = |(kind, time)| {
            let draft = Draft::new(clause, at, kind, "tenure-listed", Person::Node(name)).with_role(Some(slot), None);
            Draft { when: When::Time(time), listed: true, acting, ..draft }
        };
        ends.into_iter().map(draft).collect()
    }
}

/// `Ana Silva (1994–1998)`, `1994–1998 Ana Silva`, `Ana Silva, 1994–1998`, `Ana Silva | 1994 | 1998`, and nothing more.
fn dated_name(clause: &Clause<'_>) -> Option<Row> {
    let first = behind_number(clause, career::behind_marks(clause, 0));
    let last = clause.nodes.len();
    if is_name(clause, first) {
        let opening = first + 1;
        if clause.is_mark(opening, b'(') {
            return in_brackets(clause, first).filter(|_| clause.is_mark(last - 1, b')'));
        }
        if first > 0 && clause.time(opening).is_some() {
            return in_columns(clause, first);
        }
        let parted = clause.is_mark(opening, b',') || clause.is_mark(opening, b':') || clause.is_mark(opening, b'|');
        return within(clause, first, opening + 1, last).filter(|_| parted);
    }
    let years = career::years(clause)?;
    let name = career::behind_marks(clause, years.behind);
    let alone = is_name(clause, name) && career::behind_marks(clause, name + 1) == name + 1 && name + 1 == last;
    // "1904–1905 Jens Hansen (acting)", "(2nd time)"
    let noted = is_name(clause, name) && clause.is_mark(name + 1, b'(') && clause.is_mark(last - 1, b')');
    let acting = noted && (name + 2..last).any(|i| clause.is_any(i, &["acting", "interim"]));
    (alone || noted).then(|| Row { name, at: years.at, acting, ends: years.ends() })
}

/// `1st`, `12.`, `3`: what number the holder is, and the node behind it.
fn behind_number(clause: &Clause<'_>, at: usize) -> usize {
    let number = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Number);
    if number && clause.time(at).is_none() { career::behind_marks(clause, at + 1) } else { at }
}

/// `1st Ana Silva 1994–1998 Liberal`: a row of a table whose lines between the columns are gone.
fn in_columns(clause: &Clause<'_>, name: usize) -> Option<Row> {
    let years = career::years_at(clause, name + 1).filter(|years| years.ends().len() == 2)?;
    Some(Row { name, at: years.at, acting: false, ends: years.ends() })
}

/// The name at `name` with its dates in brackets.
fn in_brackets(clause: &Clause<'_>, name: usize) -> Option<Row> {
    if !is_holder(clause, name) || !clause.is_mark(name + 1, b'(') {
        return None;
    }
    let close = |from: usize| (from..from + LONGEST).find(|&i| clause.is_mark(i, b')'));
    let mut from = name + 2;
    let mut end = close(from)?;
    // "Ana Silva (Labour) (until 12 June)"
    if clause.is_mark(end + 1, b'(') && (from..end).all(|i| clause.time(i).is_none()) {
        from = end + 2;
        end = close(from)?;
    }
    let close = end;
    // "1907–1911, Honorary President 1911–1916": the first.
    let close = (from..close).find(|&i| clause.is_mark(i, b',') && i > from + 1).unwrap_or(close);
    within(clause, name, from, close)
}

/// Brackets with the dates of an office hold no more.
const LONGEST: usize = 12;

/// The dates from `from` up to `to`, where nothing else stands there but that the holder was "acting".
fn within(clause: &Clause<'_>, name: usize, from: usize, to: usize) -> Option<Row> {
    let acting = clause.is_any(from, &["acting", "interim"]);
    let from = from + usize::from(acting);
    let from = from + usize::from(clause.is_mark(from, b','));
    if clause.is_any(from, &["until", "till"]) {
        let ends = vec![(Kind::TermEnd, clause.time(from + 1)?)];
        return (from + 2 == to).then_some(Row { name, at: from, acting, ends });
    }
    // "starting 10 May"
    if clause.is_any(from, STARTS) && from + 2 == to {
        return Some(Row { name, at: from, acting, ends: vec![(Kind::TermStart, clause.time(from + 1)?)] });
    }
    let years = career::years_at(clause, from)?;
    (years.behind == to).then(|| Row { name, at: years.at, acting, ends: years.ends() })
}

/// The same, or a person with a rank: "Admiral Sir Ole Lie".
fn is_holder(clause: &Clause<'_>, at: usize) -> bool {
    let ranked = |role: Span| role.of(clause.text).split(' ').all(|word| class(word).has(Class::RANK));
    is_name(clause, at)
        || clause.mention(at).is_some_and(|m| {
            m.kind == MentionKind::Person && m.name.is_some() && !m.apposed && m.role.is_some_and(ranked)
        })
}

/// Whether a person stands at a node without any office.
fn is_name(clause: &Clause<'_>, at: usize) -> bool {
    clause.mention(at).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some() && m.role.is_none())
}

/// The office of several that a line names and nothing more: "Former mayors of Lima", "List of presidents of the club:",
/// "This is a list of mayors of Lima.", "The club's presidents have included:".
pub(crate) fn heading(clause: &Clause<'_>) -> Option<Office> {
    office_alone(clause).filter(|(role, _)| is_plural(role.of(clause.text)))
}

/// The office that a line names and nothing more, of one or of several: "Governor of Lom", above a table.
pub(crate) fn office_alone(clause: &Clause<'_>) -> Option<Office> {
    let first = career::behind_marks(clause, 0);
    let opens = ["this", "is", "a"].iter().enumerate().all(|(i, word)| clause.is_any(first + i, &[word]));
    let first = if opens { first + 3 } else { first };
    let led = clause.is_any(first, &["list", "roll"]) && clause.is_any(first + 1, &["of"]);
    let at = if led { first + 2 } else { first };
    let mention = clause.mention(at).filter(|m| m.kind == MentionKind::Role)?;
    let role = mention.role?;
    // "Mayors of Lima, 1900–1950", "Presidents (since 1994)"
    let closes = |i: usize| {
        clause.time(i).is_some()
            || clause.is(i, Class::PREPOSITION)
            || clause.trigger(i).is_some_and(|t| t.word == "since")
            || matches!(clause.nodes[i].token.shape, Shape::Mark(_))
            || clause.is(i, Class::BE | Class::HAVE)
            || clause.is_any(i, &["include", "included", "as", "follows"])
    };
    // "Mayors of Lima who held office under the regency:"
    let end = clause.nodes.len();
    let who = (at + 1..end).find(|&i| clause.is(i, Class::RELATIVE)).filter(|_| clause.is_mark(end - 1, b':'));
    let named = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person);
    let led = who.is_none_or(|who| !(who..end).any(named));
    (led && (at + 1..who.unwrap_or(end)).all(closes)).then_some((role, mention.organization))
}
