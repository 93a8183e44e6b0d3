//! Events of the kinds that a user's rules describe.
//!
//! **Recognises** what the rules say: a trigger with a frame is read as the office events of that frame are; one without
//! fills the plain slots: the subject, who did it where it is passive, the place, the date.
//!
//! **Examples**, with `verbs = ["scrub"]`: "Northstar scrubbed the launch on May 4"; "the launch was scrubbed by the
//! range officer".
//!
//! **Not**: "refused to scrub", "no ceasefire": what is denied, demanded or supposed is no event, as everywhere.

use crate::Span;
use crate::parse::mention::MentionKind;
use crate::parse::word::Class;
use crate::statement::{Certainty, Statement};

use super::clause::Clause;
use super::dating::when;
use super::draft::{Draft, Person};
use super::follow::Memory;
use super::frame::authority::agent;
use super::frame::{install, noun};
use super::kind::{death, dismissal, election, resignation, term_start};
use super::place::place;
use super::trigger::{Form, Frame, Trigger};
use super::{Article, date, hull, plain, title};

/// What a trigger with a frame tells.
pub(super) fn framed(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Install => install::read(clause, at, &trigger.kind, "described"),
        Frame::Noun => noun::read(clause, at, &trigger.kind, "described"),
        Frame::Remove => dismissal::read(clause, at, trigger),
        Frame::Leave => resignation::read(clause, at, trigger),
        Frame::Enter => term_start::read(clause, at, trigger),
        Frame::Win => election::read(clause, at, trigger),
        Frame::Die => death::read(clause, at, trigger),
        // The rules offer no others: these are tied to their kinds.
        Frame::Accept
        | Frame::Asked
        | Frame::Succeed
        | Frame::Serve
        | Frame::Expire
        | Frame::Present
        | Frame::Charge
        | Frame::Apart
        | Frame::Is
        | Frame::Choice
        | Frame::Unveil
        | Frame::Plain => Vec::new(),
    }
}

/// Gives a statement what the rule of its trigger says of it; `None` where the rule turns it away.
pub(super) fn finished(mut statement: Statement, clause: &Clause<'_>, at: usize) -> Option<Statement> {
    let Some(rule) = clause.trigger(at).and_then(|trigger| trigger.rule.as_deref()) else { return Some(statement) };
    statement.rule = rule.name.clone().into();
    let headline = rule.headline(&statement);
    statement.title = headline.or(statement.title).or_else(|| Some(clause_title(clause, at)));
    rule.admits(&statement).then_some(statement)
}

/// The events of one sentence that rules without a frame tell.
pub(super) fn unframed<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    heading: Option<usize>,
) -> Vec<Statement> {
    let is_plain = |&at: &usize| clause.trigger(at).is_some_and(|trigger| trigger.frame == Frame::Plain);
    let told: Vec<usize> = (0..clause.nodes.len()).filter(is_plain).collect();
    let mut found: Vec<Statement> = Vec::new();
    for &at in &told {
        let Some(trigger) = clause.trigger(at) else { continue };
        let (certainty, subject, passive) = acts(clause, at, trigger);
        if !matches!(certainty, Certainty::Reported | Certainty::Planned) {
            continue;
        }
        let (person, organization) = actor(article, memory, number, clause, subject, trigger);
        let by = agent(clause, at + 1).filter(|_| passive);
        let slots: Vec<Span> = [person, organization, by].into_iter().flatten().collect();
        let time = when::nearest(clause, article.timexes, at, &told).or(heading);
        let timex = time.map(|time| &article.timexes[time]);
        let place = place(clause, at, &slots);
        let word = clause.nodes[at].span;
        let spans = slots.into_iter().chain(place).chain(timex.map(|timex| timex.span));
        let text = |span: Span| plain(span.of(article.text));
        let mut statement = Statement {
            span: hull(spans.filter(|slot| clause.span.contains(*slot)), word),
            sentence: text(clause.span),
            kind: trigger.kind.clone(),
            person: person.map(text),
            organization: organization.map(text),
            by: by.map(text),
            place: place.map(text),
            trigger: Some(text(word)),
            trigger_span: Some(word),
            certainty,
            ..Statement::default()
        };
        if let Some(timex) = timex {
            date(&mut statement, timex, article.text);
        }
        if heading.is_some() || certainty == Certainty::Planned {
            when::forward(&mut statement, article.document, false);
        }
        // "the scrub, the second after Monday's scrub": one word for one event a date.
        let again = found.iter().any(|other| other.kind == statement.kind && other.date == statement.date);
        found.extend(finished(statement, clause, at).filter(|_| !again));
    }
    found
}

/// How sure the event is, who stands as its subject, and whether that one only undergoes it.
fn acts(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> (Certainty, Option<usize>, bool) {
    if trigger.form != Form::Noun {
        let verb = clause.verb(at);
        return (verb.certainty, clause.subject(verb.start), verb.passive);
    }
    // "called for a ceasefire": the words before a noun, in its own part of the sentence.
    let near = at.saturating_sub(5)..at;
    let start = near.rev().take_while(|&i| !clause.is_mark(i, b',') && !clause.is_mark(i, b';')).last().unwrap_or(at);
    let governed = |i: usize| i.checked_sub(1).is_some_and(|before| clause.is(before, Class::PREPOSITION));
    let subject = (0..at).find(|&i| clause.mention(i).is_some()).filter(|&i| !governed(i));
    (clause.certainty(start, at), subject, false)
}

/// The person or the body that a subject is.
fn actor<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    subject: Option<usize>,
    trigger: &Trigger,
) -> (Option<Span>, Option<Span>) {
    let Some((node, mention)) = subject.and_then(|node| Some((node, clause.mention(node)?))) else {
        return (None, None);
    };
    let of_bodies = trigger.rule.as_deref().is_some_and(|rule| rule.of_bodies);
    match mention.kind {
        MentionKind::Body => (None, mention.organization.or(mention.name)),
        MentionKind::Person if of_bodies && !mention.titled => {
            let body =
                mention.name.filter(|&name| !is_his(clause, node) && !memory.tells_person(article, number, name));
            (None, body.or(mention.organization))
        }
        _ if of_bodies => (None, mention.organization),
        _ => (memory.person(article, number, clause, Person::Node(node)), None),
    }
}

/// Whether the sentence goes on with "his" or "her" behind the only name before it, at `node`: a body has its own.
fn is_his(clause: &Clause<'_>, node: usize) -> bool {
    let named = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person);
    let mut behind = (node + 1..clause.nodes.len()).take_while(|&i| !named(i));
    behind.any(|i| {
        clause.is_any(i, &["he", "she", "his", "her"]) || {
            let word = clause.nodes[i].token.span.of(clause.text);
            word == "his" || word == "her"
        }
    })
}

/// A headline from the words of the clause.
fn clause_title(clause: &Clause<'_>, at: usize) -> String {
    let closes = |i: &usize| clause.is_mark(*i, b';');
    let from = (0..at).rev().find(closes).map_or(0, |mark| mark + 1);
    let to = (at..clause.nodes.len()).find(closes).unwrap_or(clause.nodes.len());
    let dated = (from..to).filter(|&i| clause.time(i).is_some()).min_by_key(|&i| i.abs_diff(at));
    title::clause(clause, None, title::first(clause, from, to), to, dated.unwrap_or(at))
}
