//! Events: who took or left which office, what else happened, and when.
//!
//! A trigger's kind and frame choose the file that reads it (`kind`, `frame`); lists and tables have their own (`row`).
//! A file gives drafts, whose people are then followed through the document (`follow`), dated (`dating`), told once
//! (`merge`) and given a headline (`title`). What has a date and is of no office is told by `other`.

mod article;
mod certainty;
mod clause;
pub(crate) mod dating;
mod described;
mod draft;
mod finish;
mod follow;
mod frame;
mod kind;
mod line;
mod merge;
mod other;
mod place;
mod row;
pub(crate) mod rule;
#[cfg(test)]
mod tests;
mod title;
pub(crate) mod trigger;

use std::borrow::Cow;
use std::rc::Rc;

use crate::document::Document;
use crate::parse::correction::RETRACTION;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::scan::sentence::sentences;
use crate::span::Span;
use crate::statement::{Certainty, Kind, Statement, Tense};
use crate::timex::{Anchor, Timex};

use article::Article;
use clause::{Clause, Item, dates};
use dating::heading::{Prose, prose};
use dating::{bound, counted, landmark, tense, when};
use draft::{Draft, Person, When};
pub(crate) use finish::finish;
use follow::{Followed, Memory};
use frame::{apart, asked, gapped, install, serve, succeed};
use kind::{appointment, credentials, death, dismissal, election, nomination, resignation, term_end, term_start};
pub(crate) use line::plain;
use row::{below, brackets, career, record, respectively, roster, singular};
pub(crate) use title::office as headline;
use trigger::{Form, Frame, Hit, Table, Trigger};

/// What a document tells, in text order.
#[derive(Debug, Default)]
pub(crate) struct Told<'d> {
    pub(crate) statements: Vec<Statement>,
    /// The document's expressions, those that are counted from its events among them.
    pub(crate) timexes: Cow<'d, [Timex]>,
    /// Of the whole document; none where it has no statements.
    pub(crate) sentences: Vec<Span>,
}

/// Reads the events of a document that the triggers of `table` tell.
pub(crate) fn told<'d>(document: &Document, timexes: &'d [Timex], table: &Table) -> Told<'d> {
    let hits: Vec<Hit> = table.hits(&document.text).collect();
    if hits.is_empty() && !timexes.iter().any(dates) {
        return Told::default();
    }
    // Sentences are rarely shorter.
    let mut sentences = Vec::with_capacity(document.text.len() / 64 + 1);
    sentences.extend(self::sentences(&document.text));
    let article = Article::new(document, timexes, (table, hits), sentences);
    let mut statements = all(&article);
    let dated = landmark::dated(&article, &statements);
    let (hits, sentences) = article.into_parts();
    let (timexes, sentences): (Cow<'_, [Timex]>, _) = match dated {
        Some(dated) => {
            let article = Article::new(document, &dated, (table, hits), sentences);
            statements = all(&article);
            let (_, sentences) = article.into_parts();
            (dated.into(), sentences)
        }
        None => (timexes.into(), sentences),
    };
    bound::tell(&document.text, &timexes, &mut statements);
    finish(document, &mut statements);
    Told { statements, timexes, sentences }
}

/// What all the sentences tell that are worth asking.
fn all(article: &Article<'_>) -> Vec<Statement> {
    merge::once(found(article, |number| article.tells(number)))
}

/// What those of the sentences tell that are `wanted`, by their numbers.
fn found(article: &Article<'_>, wanted: impl Fn(usize) -> bool) -> Vec<Statement> {
    let mut memory = Memory::new(article);
    let prose = prose(article, wanted);
    // Statements are large, and most of these sentences tell one.
    let mut found = Vec::with_capacity(prose.len());
    let mut clauses = Vec::with_capacity(prose.len().min(AT_ONCE));
    for some in prose.chunks(AT_ONCE) {
        clauses.extend(some.iter().map(|prose| Rc::new(article.clause(prose.number))));
        for (prose, clause) in some.iter().zip(clauses.drain(..)) {
            let &Prose { number, heading, offices_alone, .. } = prose;
            let before = found.len();
            article.keep(number, &clause);
            if !offices(article, &mut memory, prose, &clause, &mut found) {
                continue;
            }
            found.extend(described::unframed(article, &mut memory, number, &clause, heading));
            if article.held[number].dated && !offices_alone {
                other::read(article, &mut memory, number, &clause, &mut found, before);
            }
        }
    }
    found
}

/// So many sentences are taken apart before the first of them is asked what it tells: to take apart and to ask is each
/// more code than the processor keeps at hand beside the other.
const AT_ONCE: usize = 32;

/// The office events of one sentence; whether what it tells stands, and the next one does not take it back.
fn offices<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    prose: &Prose,
    clause: &Clause<'d>,
    found: &mut Vec<Statement>,
) -> bool {
    let number = prose.number;
    let heading = prose.dated_by.or(prose.heading);
    let mut drafts = career::row(clause);
    drafts.extend(career::offices_with_years(clause));
    drafts.extend(record::line(article, memory, number, clause));
    let listed = roster::rows(article, memory, number, clause);
    // What a row of a table tells does not follow from its words alone.
    let in_table = clause.is_mark(0, b'|') && clause.time(1).is_none();
    let nodes = if listed.is_empty() && !in_table { &clause.nodes[..] } else { &[] };
    drafts.extend(listed);
    // What "is" tells is told of an office by itself.
    let names_office = clause.mentions().iter().any(|mention| mention.kind == MentionKind::Role);
    for (at, node) in nodes.iter().enumerate() {
        match node.item {
            Item::Trigger(_) => {
                drafts.extend(clause.trigger(at).into_iter().flat_map(|one| read(clause, at, one)));
                drafts.extend(credentials::named_below(article, number, clause, at));
                drafts.extend(install::named_next(article, number, clause, at));
                drafts.extend(below::read(article, number, clause, at));
            }
            Item::Word if node.token.is_mark(b'(') => drafts.extend(brackets::read(clause, at)),
            Item::Word if node.token.is_mark(b')') => drafts.extend(brackets::closed(clause, at)),
            Item::Word if node.token.is(Class::BE) && names_office => {
                drafts.extend(serve::was(clause, at));
                drafts.extend(term_start::is_new(clause, at));
                drafts.extend(install::gazetted(clause, at));
            }
            Item::Word if node.token.is(Class::PREPOSITION) => {
                if clause.is_any(at, &["with"]) {
                    drafts.extend(serve::with_holders(clause, at, heading.is_some()));
                } else if names_office && clause.is_any(at, &["as"]) {
                    drafts.extend(apart::unveiled(clause, at));
                } else if at == 0 && clause.is_any(0, &["in"]) {
                    drafts.extend(serve::in_span(clause));
                } else if clause.is_any(at, &["by"]) {
                    drafts.extend(succeed::placed(clause, at));
                } else if clause.is_any(at, &["from", "between"]) {
                    drafts.extend(serve::spanned(clause, at));
                }
            }
            Item::Word | Item::Mention(_) | Item::Time(_) => {}
        }
    }
    // "I hereby appoint Ana Silva consul."
    let enacted = prose.enacted || drafts.iter().any(|draft| is_performed(clause, draft));
    if enacted {
        drafts.iter_mut().for_each(|draft| enact(clause, draft));
    }
    drafts.retain_mut(|draft| {
        let is_told = matches!(draft.certainty, Certainty::Reported | Certainty::Planned);
        // What a paper says that it reported wrongly is kept: its own report is looked for elsewhere.
        if is_told && certainty::is_own_error(clause, draft.at) {
            (draft.certainty, draft.rule) = (Certainty::Denied, RETRACTION);
            return true;
        }
        is_told && !certainty::is_denied(clause, draft.at)
    });
    if !drafts.is_empty() && certainty::is_played(clause) {
        drafts.clear();
    }
    if !drafts.is_empty() && is_taken_back(article, number + 1) {
        memory.follow(article, number, clause, Vec::new());
        return false;
    }
    let mut followed = memory.follow(article, number, clause, drafts);
    if followed.is_empty() {
        return true;
    }
    let mut told: Vec<usize> = followed.iter().map(|one| one.draft.at).collect();
    told.dedup();
    let tenures: Vec<usize> = followed.iter().filter_map(|one| one.draft.when.time()).collect();
    let nearest = |one: &Followed| {
        // "until his death in 1902" dates both.
        // "until 2009, when he was succeeded by Silva", too.
        let when = |time| (0..one.draft.at).any(|i| clause.time(i) == Some(time) && when::opens_when(clause, i));
        let both = one.draft.kind == Kind::Death || is_until(clause, one.draft.at);
        let found = when::nearest(clause, article.timexes, one.draft.at, &told);
        // "in 1969, under Colonel Silva, who later became president"
        let later = told_later(clause, one.draft.at);
        let before = |time| later.is_some_and(|who| (0..who).any(|i| clause.time(i) == Some(time)));
        // "will serve until a successor is elected in June" does not begin then.
        let ends = |time| {
            let until = (one.draft.at..clause.nodes.len()).find(|&i| clause.is_any(i, &["until", "till", "pending"]));
            let begins = one.draft.kind == Kind::TermStart && one.draft.rule == "tenure";
            begins && until.is_some_and(|until| (until..clause.nodes.len()).any(|i| clause.time(i) == Some(time)))
        };
        found.filter(|&time| (both || !tenures.contains(&time) || when(time)) && !before(time) && !ends(time))
    };
    // "Death of Ana Silva, consul 1996–2011": nobody dies for years.
    let spans = |i: usize| clause.range(i).is_some() || clause.is_mark(i + 1, b'-') && clause.time(i + 2).is_some();
    let years = |time: &usize| (0..clause.nodes.len()).any(|i| clause.time(i) == Some(*time) && spans(i));
    let dated = |one: &Followed| {
        if matches!(one.draft.when, When::Untold) {
            return None;
        }
        let time = one.draft.when.time().or_else(|| nearest(one));
        if one.draft.kind != Kind::Death || !time.is_some_and(|time| years(&time)) {
            return time;
        }
        let of_span = |i: usize| spans(i) || i > 1 && spans(i - 2);
        (0..clause.nodes.len()).filter(|&i| !of_span(i)).find_map(|i| clause.time(i))
    };
    let mut times: Vec<Option<usize>> = followed.iter().map(dated).collect();
    of_one_act(article, clause, &followed, &mut times);
    of_one_succession(clause, &followed, &mut times);
    of_one_change(clause, &mut times);
    let one_by_one = respectively::share_out(clause, &mut followed, &mut times);
    // "On May 4 Silva resigned, two days after Hansen was dismissed": counted from the one told before.
    let dated: Vec<(usize, usize)> =
        followed.iter().zip(&times).filter_map(|(one, time)| Some((one.draft.at, time.or(heading)?))).collect();
    let news = followed.iter().map(|one| one.draft.at).find(|&at| is_present(clause, at));
    for (mut one, time) in followed.into_iter().zip(times) {
        let apart = time.is_none().then(|| counted::distance(clause, article.timexes, one.draft.at)).flatten();
        let heading = heading.filter(|_| apart.is_none());
        // "was dismissed six years after her appointment": told in passing.
        let starts = one.draft.kind.starts_tenure();
        if time.is_none()
            && starts
            && matches!(one.draft.person, Person::Pronoun(_))
            && when::is_aside(clause, one.draft.at)
        {
            continue;
        }
        // "was re-elected in 2015 and 2019"
        let again = time
            .filter(|_| starts && !one_by_one)
            .map_or(Vec::new(), |time| when::again(clause, article.timexes, time));
        memory.date(&mut one, clause.span, time.or(heading).and_then(|time| article.timexes[time].date));
        found.extend(again.into_iter().map(|time| statement(article, clause, &one, Some(time))));
        // "was appointed on May 4, with effect from June 1": the act, and what it begins.
        if let Some(act) = time.and_then(|effect| when::act_before(clause, article.timexes, one.draft.at, effect))
            && one.draft.kind == Kind::Appointment
        {
            found.push(statement(article, clause, &one, Some(act)));
            one.draft.kind = Kind::TermStart;
            one.draft.rule = "term-start-effect";
        }
        let chronicle = prose.dated_by.is_none() && prose.heading.is_some();
        // "was appointed consul, taking up the post in November": after the news of it.
        let gerund = clause.trigger(one.draft.at).is_some_and(|trigger| trigger.form == Form::Gerund);
        let follows = gerund && one.draft.kind == Kind::TermStart && dated.iter().all(|&(at, _)| at >= one.draft.at);
        let ahead = chronicle || follows || one.draft.certainty == Certainty::Planned;
        let forward = ahead || time.is_some_and(|time| when::is_effective(clause, time));
        let mut statement = statement(article, clause, &one, time.or(heading));
        if let Some(apart) = apart {
            match dated.iter().rev().find(|&&(at, _)| at < one.draft.at) {
                Some(&(_, main)) => apart.date(&mut statement, article.timexes, main, article.text),
                None if news.is_some_and(|news| news < one.draft.at) => {
                    apart.date_by_publication(&mut statement, article.document);
                }
                None => {}
            }
        }
        if chronicle {
            statement.tense = Some(Tense::Either);
        }
        if enacted && statement.date.is_none() {
            date_by_publication(&mut statement, article.document);
        }
        if forward && time.is_some() {
            when::forward(&mut statement, article.document, !ahead);
            if follows && when::is_ahead(&statement, article.document) {
                statement.certainty = Certainty::Planned;
            }
        }
        found.extend(described::finished(statement, clause, one.draft.at));
    }
    true
}

/// "I hereby appoint Ana Silva consul": whoever says so does it.
fn is_performed(clause: &Clause<'_>, draft: &Draft) -> bool {
    draft.certainty == Certainty::Hypothetical && draft.at > 0 && clause.is_any(draft.at - 1, &["hereby"])
}

/// Has what an item of a decree opens with be done, and what it joins to that: "1. To appoint Ana Silva consul and relieve
/// her of the duties of envoy."
fn enact(clause: &Clause<'_>, draft: &mut Draft) {
    let before = |i: usize| matches!(clause.nodes[i].token.shape, Shape::Mark(_) | Shape::Number);
    let opens = |at: usize| (0..clause.group(at).start).all(before);
    let joins = |start: usize| start > 0 && clause.is_any(start - 1, &["and"]);
    let first = || (0..draft.at).any(|i| clause.trigger(i).is_some_and(|t| t.form == Form::Base) && opens(i));
    let done = || opens(draft.at) || is_performed(clause, draft) || joins(clause.group(draft.at).start) && first();
    if draft.certainty != Certainty::Hypothetical || !done() {
        return;
    }
    draft.certainty = Certainty::Reported;
    // Nobody but who is put there or let go is told of in it.
    let named = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let her = match draft.person {
        Person::Node(at) => Some(at).filter(|_| clause.mention(at).is_none_or(|m| m.kind == MentionKind::Pronoun)),
        Person::Pronoun(at) => Some(at),
        _ => None,
    };
    if let Some(named) = her.and_then(|her| (0..her).rev().find(named)) {
        draft.person = Person::Node(named);
    }
}

/// Whether an event is told in the present, as the news of a day is: "resigns", "is sworn in".
fn is_present(clause: &Clause<'_>, at: usize) -> bool {
    let Some(trigger) = clause.trigger(at) else { return false };
    let start = clause.group(at).start;
    trigger.form == Form::Third || trigger.form.is_participle() && clause.is_any(start, &["is", "are"])
}

/// Whether the sentence of this number denies the one before it.
fn is_taken_back(article: &Article<'_>, number: usize) -> bool {
    let next = article.sentences.get(number).map(|next| next.of(article.text));
    next.is_some_and(certainty::may_deny) && certainty::is_taken_back(&article.near(number))
}

/// The pronoun of the relative clause in which the event at `at` is said to have come later than the rest.
fn told_later(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let group = clause.group(at).start;
    let later = group.saturating_sub(2)..=at;
    let later = later.into_iter().any(|i| clause.is_any(i, &["later", "subsequently", "eventually"]));
    let near = || (group.saturating_sub(4)..=group).rev().find(|&i| clause.is(i, Class::RELATIVE));
    later.then(near).flatten()
}

/// Whether a bound of a tenure is told by the event at `at`: "served until Ana Silva was sworn in on May 4".
fn is_until(clause: &Clause<'_>, at: usize) -> bool {
    let mut near = (at.saturating_sub(6)..at).rev().take_while(|&i| !clause.is_mark(i, b','));
    near.any(|i| clause.is_any(i, &["until", "till"]) && clause.time(i + 1).is_none())
}

/// Gives the two halves of one act the only date of their sentence: "dismissed Hansen on Thursday and replaced him with
/// Ana Silva", "approved the dismissal of Hansen and appointed Silva in his place on May 4".
fn of_one_act(article: &Article<'_>, clause: &Clause<'_>, followed: &[Followed], times: &mut [Option<usize>]) {
    let mut dated = (0..clause.nodes.len()).filter_map(|i| clause.time(i)).filter(|&i| dates(&article.timexes[i]));
    let (Some(time), None) = (dated.next(), dated.next()) else { return };
    for (n, pair) in followed.windows(2).enumerate() {
        let [leaves, comes] = pair else { continue };
        let shares = comes.draft.shares_role || comes.draft.elsewhere;
        let replaces = shares && comes.draft.kind == Kind::Appointment;
        // "dismissed Hansen on Thursday, replacing him with Silva"
        let joins = |at: usize| clause.is_any(at, &["and"]) || comes.draft.weak && clause.is_mark(at, b',');
        let same_subject = comes.draft.at > leaves.draft.at && joins(comes.draft.at - 1);
        let dated = times[n..n + 2].contains(&Some(time));
        // "The president on May 4 dismissed Hansen and appointed Silva consul": the day stands before both verbs.
        let verb = clause.group(leaves.draft.at).start;
        let beside = || (verb.saturating_sub(1)..leaves.draft.at).any(|i| clause.time(i) == Some(time));
        let leads = times[n].is_none_or(|own| own == time) && times[n + 1].is_none() && verb > 0 && beside();
        // "was appointed minister and relieved of her duties as rector on May 4": one verb, of two offices.
        let of_one_verb = || {
            let (first, second) = (clause.group(leaves.draft.at), clause.group(comes.draft.at));
            let other = leaves.role.is_some() && comes.role.is_some() && leaves.role != comes.role;
            let bare = second.start == comes.draft.at && clause.trigger(comes.draft.at).is_some_and(is_participle);
            first.passive && bare && other && leaves.person == comes.person && times[n].is_none()
        };
        let of_one_verb = same_subject && dated && of_one_verb();
        // "The king dismissed Hansen and appointed Silva consul on May 4": both, by the same hand.
        let of_one_hand = same_subject && leaves.draft.by.is_some() && leaves.draft.by == comes.draft.by && {
            // "appointed Silva to replace him on May 4" is told twice.
            let of_act =
                |(one, told): (&Followed, &Option<usize>)| *told == Some(time) && !one.draft.rule.starts_with("tenure");
            times[n].is_none() && followed[n + 1..].iter().zip(&times[n + 1..]).any(of_act)
        };
        if of_one_verb
            || of_one_hand
            || same_subject && (leads || leaves.draft.kind == Kind::Dismissal && replaces && dated)
        {
            times[n..n + 2].fill(Some(time));
        }
    }
}

/// Gives all that a sentence tells before it the day on which that takes effect: "Silva will take over from Hansen, who becomes
/// chairman, in a change effective June 25".
fn of_one_change(clause: &Clause<'_>, times: &mut [Option<usize>]) {
    let Some(&Some(last)) = times.last().filter(|_| times.len() > 1) else { return };
    let Some(node) = (0..clause.nodes.len()).find(|&node| clause.time(node) == Some(last)) else { return };
    let change = |i: usize| clause.is_any(i, &["in"]) && clause.is_any(i + 1, &["a"]);
    let changes = (node.saturating_sub(12)..node).any(change) && when::is_effective(clause, last);
    if changes && times.iter().all(|time| time.is_none_or(|time| time == last)) {
        times.fill(Some(last));
    }
}

fn is_participle(trigger: &Trigger) -> bool {
    trigger.form.is_participle()
}

/// Gives who comes the date on which the one before went, where one sentence tells both of one subject: "retired on
/// September 30 and was succeeded by Ana Silva".
fn of_one_succession(clause: &Clause<'_>, followed: &[Followed], times: &mut [Option<usize>]) {
    for n in 1..followed.len() {
        let comes = &followed[n].draft;
        let start = clause.group(comes.at).start;
        let joined = start > 0 && clause.is_any(start - 1, &["and"]);
        // "and was succeeded by Ana Silva, who left ten years later"
        let own = (start..clause.nodes.len()).take_while(|&i| !clause.is(i, Class::RELATIVE));
        let undated = own.into_iter().all(|i| clause.time(i).is_none());
        if !joined || !undated || times[n].is_some() || comes.rule != "term-start-succession" {
            continue;
        }
        let gone = (0..n).rev().find(|&m| followed[m].draft.kind.ends_tenure() && followed[m].draft.at < start);
        times[n] = gone.and_then(|gone| times[gone]);
    }
}

/// What the trigger at `at` tells: one event kind one file.
fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.rule.is_some() {
        return described::framed(clause, at, trigger);
    }
    if trigger.frame == Frame::Present {
        return credentials::read(clause, at, trigger);
    }
    if matches!(trigger.frame, Frame::Serve | Frame::Enter) && matches!(trigger.form, Form::Base | Form::BaseOrPast) {
        let charged = asked::read(clause, at);
        if !charged.is_empty() {
            return charged;
        }
    }
    match trigger.frame {
        Frame::Apart => return Vec::from_iter(apart::read(clause, at, trigger)),
        Frame::Unveil => return Vec::new(),
        _ => {}
    }
    let mut drafts = match trigger.kind {
        Kind::Appointment => appointment::read(clause, at, trigger),
        Kind::Nomination => nomination::read(clause, at, trigger),
        Kind::Election => election::read(clause, at, trigger),
        Kind::TermStart => term_start::read(clause, at, trigger),
        Kind::TermEnd => term_end::read(clause, at, trigger),
        Kind::Dismissal => dismissal::read(clause, at, trigger),
        Kind::Resignation => resignation::read(clause, at, trigger),
        Kind::Credentials => credentials::read(clause, at, trigger),
        Kind::Death => death::read(clause, at, trigger),
        Kind::Event | Kind::Other(_) => Vec::new(),
    };
    if matches!(trigger.frame, Frame::Install | Frame::Enter | Frame::Leave | Frame::Remove) {
        drafts.extend(gapped::further(clause, &drafts));
    }
    drafts
}

fn statement(article: &Article<'_>, clause: &Clause<'_>, followed: &Followed, time: Option<usize>) -> Statement {
    let Followed { draft, person, role, organization, .. } = followed;
    let text = |span: Span| plain(span.of(article.text));
    let timex = time.map(|time| &article.timexes[time]);
    // What another sentence says of several is told of one here.
    let is_listed = |role: Span| draft.listed || !clause.span.contains(role);
    let slots = [Some(*person), *role, draft.by, timex.map(|t| t.span), Some(draft.trigger)];
    let taken: Vec<Span> = slots.into_iter().flatten().collect();
    let span = hull(slots.into_iter().flatten().filter(|slot| clause.span.contains(*slot)), draft.trigger);
    let mut statement = Statement {
        span,
        sentence: text(clause.span),
        kind: draft.kind.clone(),
        person: Some(text(*person)),
        role: role.map(|role| {
            if is_listed(role) { singular::of_one(role.of(article.text), draft.acting) } else { text(role) }
        }),
        organization: organization.map(text),
        by: draft.by.map(text),
        place: place::place(clause, draft.at, &taken).map(text),
        trigger: Some(text(draft.trigger)),
        trigger_span: Some(draft.trigger),
        certainty: draft.certainty,
        tense: tense::of(clause, draft, time),
        succeeds: followed.succeeds.map(text),
        rule: draft.rule.into(),
        ..Statement::default()
    };
    if let Some(timex) = timex {
        date(&mut statement, timex, article.text);
        let not_past = |trigger: &Trigger| matches!(trigger.form, Form::Base | Form::Third | Form::Gerund);
        let present = clause.trigger(draft.at).is_some_and(not_past);
        // "The appointment takes effect on May 4"
        let takes_effect = matches!(draft.person, Person::Earlier);
        if (present || takes_effect)
            && draft.certainty == Certainty::Reported
            && when::is_ahead(&statement, article.document)
        {
            statement.certainty = Certainty::Planned;
        }
    }
    statement.title = title::office(&statement);
    statement
}

/// Dates what a decree does by the day on which it was published.
fn date_by_publication(statement: &mut Statement, document: &Document) {
    let published = document.published.as_ref().map(|published| published.date);
    if let Some(day) = published.filter(|day| day.as_day().is_some()) {
        statement.date = Some(day);
        statement.anchor = Some(Anchor::Published(day).text());
    }
}

/// Gives a statement its date, and what is known of it.
pub(crate) fn date(statement: &mut Statement, timex: &Timex, text: &str) {
    statement.date = timex.date;
    statement.date_text = Some(plain(timex.span.of(text)));
    statement.date_span = Some(timex.span);
    statement.readings.clone_from(&timex.readings);
    statement.weekday = timex.weekday;
    statement.anchor = timex.anchor.map(Anchor::text);
}

/// The least span that holds all of `spans` and `seed`.
pub(crate) fn hull(spans: impl Iterator<Item = Span>, seed: Span) -> Span {
    spans.fold(seed, |hull, span| Span::new(hull.start.min(span.start), hull.end.max(span.end)))
}
