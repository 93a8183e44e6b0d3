//! People and offices in the lines below a sentence that tells of all of them what was done, and when.
//!
//! **Recognises** a sentence that ends with a colon, tells an act of several people, and has below it lines of a name and an
//! office each and nothing else: behind marks or numbers, or each on a line by itself.
//!
//! **Examples**: "The king received the credentials of three envoys on 4 May:" above "- Ambassador of Chile Ana Silva (seat
//! in Rome),"; "The following ministers were sworn in:" above "Hon. Ana Silva, Minister of Works".
//!
//! Or one that the next sentence goes on from with who they are: "sacked two ministers on Monday. They are the minister of
//! health, Ana Silva, and the minister of works, Ole Lie."
//!
//! **Not**: "The king met the following ambassadors:"; lines that tell something by themselves; a line without an office.

use std::ops::Range;

use crate::Span;
use crate::parse::event::article::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::dating::items::is_item;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::frame::authority::authority;
use crate::parse::event::frame::people;
use crate::parse::event::kind::credentials;
use crate::parse::event::trigger::{Frame, Trigger};
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, class};
use crate::statement::Kind;

/// Those in the lines below the sentence `number` of whom the word at `at` tells.
pub(crate) fn read(article: &Article<'_>, number: usize, clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let words = clause.span.of(clause.text);
    // A long sentence is one with the first of the lines.
    let joined = || memchr::memmem::find(words.as_bytes(), b":\n").map(|colon| clause.span.start + colon);
    let Some(colon) = words.ends_with(':').then(|| clause.span.end - 1).or_else(joined) else {
        return in_next(article, number, clause, at);
    };
    let colon = clause.nodes.partition_point(|node| node.span.start < colon);
    let act = clause.trigger(at).filter(|_| at < colon).and_then(|trigger| act(clause, at, trigger, colon));
    let Some(act) = act else { return Vec::new() };
    let told = |(name, office): (Span, Mention)| {
        let draft = Draft { person: Person::Name(name), listed: true, needs_role: false, ..act.clone() };
        draft.with_role(None, Some(office))
    };
    let mut lines = Vec::from_iter(parts(clause, colon + 1).map(told));
    let marked = article.sentences.get(number + 1).is_some_and(|next| is_item(next.of(article.text)));
    for below in number + 1..article.sentences.len().min(number + LINES) {
        let sentence = article.sentences[below];
        let begins = is_item(sentence.of(article.text)) || !marked && breaks_before(article.text, sentence.start);
        let before = lines.len();
        if begins {
            lines.extend(parts(&article.clause(below), 0).map(told));
        }
        // What an item holds beyond its first sentence.
        if lines.len() == before && !(marked && begins) {
            break;
        }
    }
    lines
}

/// Those of whom the next sentence says that they were meant: "They are", "These include", "The officers concerned are".
fn in_next(article: &Article<'_>, number: usize, clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let install = |t: &&Trigger| matches!(t.frame, Frame::Enter | Frame::Install | Frame::Remove);
    let Some(trigger) = clause.trigger(at).filter(install) else { return Vec::new() };
    let Some(after) = article.sentences.get(number + 1) else { return Vec::new() };
    let opens = ["They ", "These ", "Those ", "The "].iter().any(|word| after.of(article.text).starts_with(word));
    let Some(act) = act(clause, at, trigger, clause.nodes.len()).filter(|_| opens) else { return Vec::new() };
    let next = article.near(number + 1);
    let are = |i: usize| next.is_any(i, &["are", "were", "include", "included"]);
    let the = next.is_any(0, &["the", "those"]);
    let of_them = |be: usize| !the || (0..be).any(|i| people::is_plural(&next, i));
    let be = (1..6).find(|&i| are(i)).filter(|&be| of_them(be) && (0..be).all(|i| next.trigger(i).is_none()));
    let told = |(name, office): (Span, Mention)| {
        let draft = Draft { person: Person::Name(name), listed: true, needs_role: false, ..act.clone() };
        draft.with_role(None, Some(office))
    };
    be.map_or(Vec::new(), |be| holders(&next, be + 1).into_iter().map(told).collect())
}

/// The people from the node `from` on, each with the office beside: "the minister of health, Ana Silva, and the mayor, Ole
/// Lie", "Ana Silva, minister of health; and Ole Lie, mayor".
fn holders(clause: &Clause<'_>, from: usize) -> Vec<(Span, Mention)> {
    let person = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let before = |i: usize| people::office_before(clause, i).filter(|_| i > from + 1);
    let behind = |i: usize| {
        let office = clause.mention(i + 2).filter(|_| clause.is_mark(i + 1, b','))?;
        Some(office).filter(|m| m.kind == MentionKind::Role && m.name.is_none() && !m.former)
    };
    let told = |i: usize| {
        let mention = clause.mention(i)?;
        let own = Some(mention).filter(|m| m.role.is_some() && !m.former);
        Some((mention.name?, own.or_else(|| before(i)).or_else(|| behind(i))?))
    };
    let acts = (from..clause.nodes.len()).any(|i| clause.trigger(i).is_some());
    if acts { Vec::new() } else { (from..clause.nodes.len()).filter(person).filter_map(told).collect() }
}

/// The lines from the node `from` on that are one sentence: "Ana Silva, consul; and", "Jens Hansen, envoy".
fn parts<'c>(clause: &'c Clause<'_>, from: usize) -> impl Iterator<Item = (Span, Mention)> + 'c {
    let end = clause.nodes.len();
    let breaks = |i: usize| clause.text[clause.nodes[i - 1].span.end..clause.nodes[i].span.start].contains('\n');
    let starts = (from..end).filter(move |&i| i == from || clause.is_mark(i - 1, b';') || breaks(i));
    starts.filter_map(move |start| {
        let close = (start + 1..end).find(|&i| clause.is_mark(i, b';') || breaks(i)).unwrap_or(end);
        line(clause, start..close)
    })
}

/// So many lines are read at most.
const LINES: usize = 48;

/// What is told of everybody below: "received the letters of credence of", "were sworn in", "appointed the following".
fn act(clause: &Clause<'_>, at: usize, trigger: &Trigger, colon: usize) -> Option<Draft> {
    if trigger.frame == Frame::Present {
        return credentials::act(clause, at);
    }
    if trigger.frame == Frame::Noun {
        return handed_in(clause, at, trigger, colon);
    }
    let rule = match trigger.frame {
        Frame::Enter => "term-start",
        Frame::Install => "appointment",
        Frame::Remove => "dismissal",
        _ => return None,
    };
    let verb = clause.verb(at);
    // "The following were sworn in", "swore in the following ministers", "Six ministers took the oath"
    let follow = |i: usize| clause.is_any(i, &["following"]);
    let body = |i: usize| ["cabinet", "government"].iter().any(|body| clause.words(i).ends_with(body));
    let several = |i: usize| {
        // "members of the Cabinet"
        let members = clause.is_any(i, &["members"]) || clause.words(i).starts_with("members of ");
        follow(i)
            || members
            || (people::is_plural(clause, i) || body(i)) && clause.mention(i).is_none_or(|m| m.name.is_none())
    };
    let subject = || (verb.start.saturating_sub(SUBJECT)..verb.start).any(several);
    let object = || (at + 1..colon).any(several);
    let ceremony = class(trigger.word.split(' ').next().unwrap_or_default()).has(Class::CEREMONIES);
    let of_subject = verb.passive || trigger.frame == Frame::Enter && !ceremony;
    let told = if of_subject { subject() } else { object() };
    // Nobody else's act stands between, and no name of whose it is.
    let alone = (at + 1..colon).all(|i| clause.trigger(i).is_none() && !clause.is(i, Class::RELATIVE));
    let by = if of_subject { None } else { authority(clause, clause.subject(verb.start)) };
    let by = by.filter(|_| trigger.frame != Frame::Enter);
    let draft = Draft::new(clause, at, trigger.kind.clone(), rule, Person::Earlier);
    (told && alone).then_some(Draft { by, certainty: verb.certainty, ..draft })
}

/// "accepted the resignations of the following ministers"
fn handed_in(clause: &Clause<'_>, at: usize, trigger: &Trigger, colon: usize) -> Option<Draft> {
    let verb = (at.saturating_sub(4)..at).rev().find(|&i| clause.is_word(i, Class::RECEIVES))?;
    let of = trigger.kind == Kind::Resignation && clause.is_any(at + 1, &["of"]);
    let told = of && (at + 2..colon).any(|i| clause.is_any(i, &["following"]) || people::is_plural(clause, i));
    let certainty = clause.verb(verb).certainty;
    let draft = Draft::new(clause, at, Kind::Resignation, "resignation-noun", Person::Earlier);
    told.then_some(Draft { certainty, ..draft })
}

/// So far before its verb several are named.
const SUBJECT: usize = 8;

/// The name and the office of a line, at these nodes: "- Hon. Ana Silva, Minister of Works", "Minister of Works: Ana Silva",
/// "Ambassador of Chile Ana Silva (seat in Rome)".
fn line(clause: &Clause<'_>, nodes: Range<usize>) -> Option<(Span, Mention)> {
    let acts =
        |i: usize| clause.trigger(i).is_some() || clause.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::SAY);
    if nodes.len() > LONGEST || nodes.clone().any(acts) {
        return None;
    }
    // "HE Ana Silva, Ambassador of Chile"
    let named =
        |&i: &usize| clause.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Role));
    let first = nodes.clone().find(named).filter(|&first| first <= nodes.start + LEAD)?;
    let mention = clause.mention(first)?;
    let parted = |i: usize| {
        clause.is_mark(i, b',') || clause.is_mark(i, b'-') || clause.is_mark(i, b':') || clause.is_any(i, &["as"])
    };
    let behind = (first + 1..first + 3)
        .rev()
        .find(|&i| clause.mention(i).is_some())
        .filter(|&i| i == first + 1 || parted(first + 1));
    let letters = |role: Span| !role.of(clause.text).contains(char::is_lowercase);
    let other = behind.and_then(|i| clause.mention(i)).filter(|m| !m.former);
    match mention.kind {
        // "Ms Ana Silva, MP, Minister of Health"
        MentionKind::Person if mention.role.is_some_and(letters) => {
            let office = (first + 1..first + 4).filter_map(|i| clause.mention(i)).find(|m| m.kind == MentionKind::Role);
            Some((mention.name?, office.filter(|m| !m.former).unwrap_or(mention)))
        }
        MentionKind::Person if mention.role.is_some() && !mention.former => Some((mention.name?, mention)),
        MentionKind::Person => {
            let office = other.filter(|m| m.kind == MentionKind::Role)?;
            Some((mention.name?, office))
        }
        MentionKind::Role => {
            let person = other.filter(|m| m.kind == MentionKind::Person)?;
            // "Senator the Hon. Ana Silva, Minister of Works"
            let named = behind.filter(|&i| i == first + 1 && parted(i + 1)).and_then(|i| clause.mention(i + 2));
            let own = Some(person).filter(|m| m.apposed && m.role.is_some() && !m.former);
            let own = own.or(named.filter(|m| m.kind == MentionKind::Role && !m.former));
            Some((person.name?, own.unwrap_or(mention)))
        }
        _ => None,
    }
}

/// No line with a name and an office has more words and marks.
const LONGEST: usize = 24;

/// Marks, numbers and titles before the first of the two.
const LEAD: usize = 5;

/// Whether a line begins at `at`.
fn breaks_before(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches([' ', '\t', '\r']).ends_with('\n')
}
